module
prelude
public import Init.Laws.Division
public import Init.Laws.Bool
public import Init.Data.BitVec
/-!
`Nat`: laws of logarithms and of the operations on bits; `BitVec`: what follows from them.
-/

@[expose] public section

set_option linter.all false

namespace Nat

/-! ## Logarithm -/

theorem log2Go_eq (n : Nat) : ∀ {a b : Nat}, n ≤ a → n ≤ b → log2Go a n = log2Go b n := by
  induction n using Nat.strongRecOn with
  | ind n ih =>
    intro a b ha hb
    match a, b with
    | 0, 0 => rfl
    | 0, b + 1 => rw [Nat.le_zero.mp ha]; rfl
    | a + 1, 0 => rw [Nat.le_zero.mp hb]; rfl
    | a + 1, b + 1 =>
      unfold log2Go
      by_cases h : 2 ≤ n
      · rw [if_pos h, if_pos h]; exact congrArg (· + 1) (ih (n / 2) (by omega) (by omega) (by omega))
      · rw [if_neg h, if_neg h]
theorem log2_def (n : Nat) : n.log2 = if 2 ≤ n then (n / 2).log2 + 1 else 0 := by
  show log2Go n n = _
  match n with
  | 0 => rfl
  | n + 1 =>
    show (if 2 ≤ n + 1 then log2Go n ((n + 1) / 2) + 1 else 0) = _
    by_cases h : 2 ≤ n + 1
    · rw [if_pos h, if_pos h]
      exact congrArg (· + 1) (log2Go_eq _ (by omega) (Nat.le_refl _))
    · rw [if_neg h, if_neg h]
@[simp] theorem log2_zero : Nat.log2 0 = 0 := rfl
@[simp] theorem log2_one : Nat.log2 1 = 0 := rfl
theorem le_log2 {n k : Nat} (h : n ≠ 0) : k ≤ n.log2 ↔ 2 ^ k ≤ n := by
  induction k generalizing n with
  | zero => simp; omega
  | succ k ih =>
    rw [log2_def, Nat.pow_succ]
    by_cases h' : 2 ≤ n
    · rw [if_pos h', Nat.add_le_add_iff_right, ih (by omega)]; omega
    · rw [if_neg h']
      have := Nat.two_pow_pos k
      omega
theorem log2_lt {n k : Nat} (h : n ≠ 0) : n.log2 < k ↔ n < 2 ^ k := by
  rw [← Nat.not_le, ← Nat.not_le, le_log2 h]
theorem log2_eq_iff {n k : Nat} (h : n ≠ 0) : n.log2 = k ↔ 2 ^ k ≤ n ∧ n < 2 ^ (k + 1) := by
  rw [← le_log2 h, ← log2_lt h]; omega
theorem log2_self_le {n : Nat} (h : n ≠ 0) : 2 ^ n.log2 ≤ n := (le_log2 h).mp (Nat.le_refl _)
theorem lt_log2_self {n : Nat} : n < 2 ^ (n.log2 + 1) := match n with
  | 0 => by decide
  | n + 1 => (log2_lt n.succ_ne_zero).mp (Nat.le_refl _)
@[simp] theorem log2_two_pow {n : Nat} : (2 ^ n).log2 = n :=
  have h : 2 ^ n ≠ 0 := Nat.ne_of_gt (Nat.two_pow_pos n)
  Nat.le_antisymm (Nat.le_of_lt_succ ((log2_lt h).mpr (Nat.pow_lt_pow_right (by decide) n.lt_succ_self)))
    ((le_log2 h).mpr (Nat.le_refl _))
theorem log2_le_self (n : Nat) : n.log2 ≤ n := match n with
  | 0 => Nat.le_refl 0
  | n + 1 => Nat.le_of_lt_succ ((log2_lt n.succ_ne_zero).mpr
      (Nat.lt_trans n.succ.lt_succ_self Nat.lt_two_pow_self))

/-! ## One bit -/

theorem one_and_eq_mod_two (n : Nat) : 1 &&& n = n % 2 := by
  show bitwiseGo and 1 1 n = n % 2
  simp only [bitwiseGo]
  by_cases h : n = 0
  · subst h; rfl
  · rcases Nat.mod_two_eq_zero_or_one n with h' | h' <;> simp [h, h']
theorem testBit_eq_decide_div_mod_eq {x i : Nat} : x.testBit i = decide (x / 2 ^ i % 2 = 1) := by
  show (1 &&& (x >>> i) != 0) = _
  rw [one_and_eq_mod_two, shiftRight_eq_div_pow]
  rcases Nat.mod_two_eq_zero_or_one (x / 2 ^ i) with h | h <;> rw [h] <;> rfl
@[simp] theorem testBit_zero (x : Nat) : testBit x 0 = decide (x % 2 = 1) := by
  rw [testBit_eq_decide_div_mod_eq, Nat.pow_zero, Nat.div_one]
theorem testBit_add (x i n : Nat) : testBit x (i + n) = testBit (x / 2 ^ n) i := by
  rw [testBit_eq_decide_div_mod_eq, testBit_eq_decide_div_mod_eq, Nat.div_div_eq_div_mul, Nat.add_comm,
    Nat.pow_add]
theorem testBit_add_one (x i : Nat) : testBit x (i + 1) = testBit (x / 2) i := testBit_add x i 1
theorem testBit_succ (x i : Nat) : testBit x (succ i) = testBit (x / 2) i := testBit_add x i 1
theorem testBit_div_two (x i : Nat) : testBit (x / 2) i = testBit x (i + 1) := (testBit_add_one x i).symm
theorem testBit_div_two_pow (x i j : Nat) : testBit (x / 2 ^ i) j = testBit x (i + j) := by
  rw [Nat.add_comm, testBit_add]
@[simp] theorem zero_testBit (i : Nat) : testBit 0 i = false := by
  rw [testBit_eq_decide_div_mod_eq, Nat.zero_div]; rfl
theorem exists_testBit_of_ne_zero {x : Nat} (xnz : x ≠ 0) : ∃ i, testBit x i = true := by
  induction x using Nat.strongRecOn with
  | ind x ih =>
    by_cases h : x % 2 = 1
    · exact ⟨0, by rw [testBit_zero, h]; rfl⟩
    · have ⟨i, hi⟩ := ih (x / 2) (by omega) (by omega)
      exact ⟨i + 1, by rw [testBit_add_one, hi]⟩
theorem eq_of_testBit_eq {x y : Nat} (pred : ∀ i, testBit x i = testBit y i) : x = y := by
  induction x using Nat.strongRecOn generalizing y with
  | ind x ih =>
    have h0 := pred 0
    simp only [testBit_zero, decide_eq_decide] at h0
    by_cases hx : x = 0
    · subst hx
      apply Classical.byContradiction
      intro h
      have ⟨i, hi⟩ := exists_testBit_of_ne_zero (Ne.symm h)
      rw [← pred i, zero_testBit] at hi
      cases hi
    · have := ih (x / 2) (by omega) (y := y / 2) fun i => by
        rw [← testBit_add_one, ← testBit_add_one, pred]
      omega
theorem testBit_eq_false_of_lt {x i : Nat} (lt : x < 2 ^ i) : x.testBit i = false := by
  rw [testBit_eq_decide_div_mod_eq, Nat.div_eq_of_lt lt]; rfl
theorem testBit_lt_two_pow {x i : Nat} (lt : x < 2 ^ i) : x.testBit i = false := testBit_eq_false_of_lt lt
theorem mod_mul {x a b : Nat} : x % (a * b) = x % a + a * (x / a % b) := by
  have h := Nat.mod_add_div x (a * b)
  rw [← Nat.div_div_eq_div_mul, Nat.mul_assoc] at h
  have h₁ := Nat.mod_add_div x a
  have h₂ := congrArg (a * ·) (Nat.mod_add_div (x / a) b)
  simp only [Nat.mul_add] at h₂
  omega
theorem testBit_mod_two_pow (x j i : Nat) : testBit (x % 2 ^ j) i = (decide (i < j) && testBit x i) := by
  induction i generalizing x j with
  | zero => match j with
    | 0 => simp [Nat.mod_one]
    | j + 1 =>
      rw [testBit_zero, testBit_zero, decide_eq_true (Nat.zero_lt_succ j), Bool.true_and,
        Nat.mod_mod_of_dvd x ⟨2 ^ j, by rw [Nat.pow_succ, Nat.mul_comm]⟩]
  | succ i ih => match j with
    | 0 => rw [Nat.pow_zero, Nat.mod_one, zero_testBit, decide_eq_false (Nat.not_lt_zero _), Bool.false_and]
    | j + 1 =>
      rw [testBit_add_one, testBit_add_one, Nat.pow_succ, Nat.mul_comm,
        show x % (2 * 2 ^ j) / 2 = x / 2 % 2 ^ j by
          rw [Nat.mod_mul]; omega, ih, decide_eq_decide.mpr Nat.succ_lt_succ_iff]
theorem lt_pow_two_of_testBit (x : Nat) {n : Nat} (p : ∀ i, i ≥ n → testBit x i = false) : x < 2 ^ n := by
  have h : x % 2 ^ n = x := eq_of_testBit_eq fun i => by
    rw [testBit_mod_two_pow]
    by_cases hi : i < n
    · simp [hi]
    · simp [hi, p i (Nat.le_of_not_lt hi)]
  exact h ▸ Nat.mod_lt x (Nat.two_pow_pos n)
@[simp] theorem testBit_two_pow_self {n : Nat} : testBit (2 ^ n) n = true := by
  rw [testBit_eq_decide_div_mod_eq, Nat.div_self (Nat.two_pow_pos n)]; rfl
theorem testBit_two_pow {n m : Nat} : testBit (2 ^ n) m = decide (n = m) := by
  induction n generalizing m with
  | zero => match m with
    | 0 => rfl
    | m + 1 => rw [testBit_add_one, decide_eq_false (by omega)]; exact zero_testBit m
  | succ n ih => match m with
    | 0 => rw [testBit_zero, Nat.pow_succ, Nat.mul_mod_left, decide_eq_false (by omega),
        decide_eq_false (by omega)]
    | m + 1 =>
      rw [testBit_add_one, Nat.pow_succ, Nat.mul_div_cancel _ (by decide), ih]
      exact decide_eq_decide.mpr ⟨congrArg _, Nat.succ.inj⟩
theorem testBit_two_pow_of_ne {n m : Nat} (hm : n ≠ m) : testBit (2 ^ n) m = false := by
  rw [testBit_two_pow]; exact decide_eq_false hm
@[simp] theorem testBit_two_pow_sub_one (n i : Nat) : testBit (2 ^ n - 1) i = decide (i < n) := by
  induction n generalizing i with
  | zero => rw [decide_eq_false (Nat.not_lt_zero i)]; exact zero_testBit i
  | succ n ih =>
    have := Nat.two_pow_pos n
    match i with
    | 0 => rw [testBit_zero, show (2 ^ (n + 1) - 1) % 2 = 1 by rw [Nat.pow_succ]; omega,
      decide_eq_true (Nat.zero_lt_succ n)]; rfl
    | i + 1 =>
      rw [testBit_add_one, show (2 ^ (n + 1) - 1) / 2 = 2 ^ n - 1 by rw [Nat.pow_succ]; omega, ih,
        decide_eq_decide.mpr Nat.succ_lt_succ_iff]

/-! ## Operations on all bits -/

theorem testBit_bitwiseGo {f : Bool → Bool → Bool} (hf : f false false = false) {fuel n m : Nat}
    (h : n ≤ fuel) (i : Nat) : (bitwiseGo f fuel n m).testBit i = f (n.testBit i) (m.testBit i) := by
  have left (m : Nat) :
    (if f false true = true then m else 0).testBit i = f ((0 : Nat).testBit i) (m.testBit i) := by
    rw [zero_testBit]
    cases hm : m.testBit i <;> cases hb : f false true <;> simp [hf, hm, hb]
  have right (n : Nat) :
    (if f true false = true then n else 0).testBit i = f (n.testBit i) ((0 : Nat).testBit i) := by
    rw [zero_testBit]
    cases hn : n.testBit i <;> cases hb : f true false <;> simp [hf, hn, hb]
  induction fuel generalizing n m i with
  | zero => obtain rfl : n = 0 := by omega
            exact left m
  | succ fuel ih =>
    simp only [bitwiseGo]
    by_cases hn : n = 0
    · subst hn; rw [if_pos rfl]; exact left m
    rw [if_neg hn]
    by_cases hm : m = 0
    · subst hm; rw [if_pos rfl]; exact right n
    rw [if_neg hm]
    generalize hr : bitwiseGo f fuel (n / 2) (m / 2) = r
    match i with
    | 0 =>
      simp only [testBit_zero]
      cases f (decide (n % 2 = 1)) (decide (m % 2 = 1)) <;> simp <;> omega
    | i + 1 =>
      rw [testBit_add_one, testBit_add_one n, testBit_add_one m]
      rw [show (if f (decide (n % 2 = 1)) (decide (m % 2 = 1)) = true then r + r + 1 else r + r) / 2 = r by
        split <;> omega, ← hr]
      exact ih (by omega) i
        (fun m => by rw [zero_testBit]; cases hm : m.testBit i <;> cases hb : f false true <;> simp [hf, hm,
          hb])
        (fun n => by rw [zero_testBit]; cases hn : n.testBit i <;> cases hb : f true false <;> simp [hf, hn,
          hb])
theorem testBit_bitwise {f : Bool → Bool → Bool} (false_false_axiom : f false false = false) (x y i : Nat) :
    (bitwise f x y).testBit i = f (x.testBit i) (y.testBit i) :=
  testBit_bitwiseGo false_false_axiom (Nat.le_refl x) i
@[simp] theorem testBit_and (x y i : Nat) : (x &&& y).testBit i = (x.testBit i && y.testBit i) :=
  testBit_bitwise rfl x y i
@[simp] theorem testBit_or (x y i : Nat) : (x ||| y).testBit i = (x.testBit i || y.testBit i) :=
  testBit_bitwise rfl x y i
@[simp] theorem testBit_xor (x y i : Nat) : (x ^^^ y).testBit i = ((x.testBit i) ^^ (y.testBit i)) :=
  testBit_bitwise rfl x y i
@[simp] theorem testBit_shiftRight {i j : Nat} (x : Nat) : testBit (x >>> i) j = testBit x (i + j) := by
  rw [shiftRight_eq_div_pow, testBit_div_two_pow]
@[simp] theorem testBit_shiftLeft {i j : Nat} (x : Nat) :
    testBit (x <<< i) j = (decide (j ≥ i) && testBit x (j - i)) := by
  rw [shiftLeft_eq]
  by_cases h : j ≥ i
  · obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
    rw [Nat.add_comm i k, testBit_add, Nat.mul_div_cancel _ (Nat.two_pow_pos i)]
    simp
  · obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le (Nat.lt_of_not_ge h)
    rw [testBit_eq_decide_div_mod_eq, show x * 2 ^ (j.succ + k) = x * 2 ^ k * 2 * 2 ^ j by
      rw [Nat.pow_add, Nat.pow_succ]; ac_rfl, Nat.mul_div_cancel _ (Nat.two_pow_pos j), Nat.mul_mod_left]
    simp [h]

section
variable (x y z : Nat)
@[simp] protected theorem and_self : x &&& x = x := eq_of_testBit_eq fun i => by simp
@[simp] protected theorem or_self : x ||| x = x := eq_of_testBit_eq fun i => by simp
@[simp] protected theorem xor_self : x ^^^ x = 0 := eq_of_testBit_eq fun i => by simp
@[simp] protected theorem and_zero : x &&& 0 = 0 := eq_of_testBit_eq fun i => by simp
@[simp] protected theorem zero_and : 0 &&& x = 0 := eq_of_testBit_eq fun i => by simp
@[simp] protected theorem or_zero : x ||| 0 = x := eq_of_testBit_eq fun i => by simp
@[simp] protected theorem zero_or : 0 ||| x = x := eq_of_testBit_eq fun i => by simp
@[simp] protected theorem xor_zero : x ^^^ 0 = x := eq_of_testBit_eq fun i => by simp
@[simp] protected theorem zero_xor : 0 ^^^ x = x := eq_of_testBit_eq fun i => by simp
protected theorem and_comm : x &&& y = y &&& x := eq_of_testBit_eq fun i => by simp [Bool.and_comm]
protected theorem or_comm : x ||| y = y ||| x := eq_of_testBit_eq fun i => by simp [Bool.or_comm]
protected theorem xor_comm : x ^^^ y = y ^^^ x := eq_of_testBit_eq fun i => by
  rw [testBit_xor, testBit_xor, Bool.xor_comm]
protected theorem and_assoc : (x &&& y) &&& z = x &&& (y &&& z) :=
  eq_of_testBit_eq fun i => by simp [Bool.and_assoc]
protected theorem or_assoc : (x ||| y) ||| z = x ||| (y ||| z) :=
  eq_of_testBit_eq fun i => by simp [Bool.or_assoc]
protected theorem xor_assoc : (x ^^^ y) ^^^ z = x ^^^ (y ^^^ z) := eq_of_testBit_eq fun i => by
  simp only [testBit_xor, Bool.xor_assoc]
protected theorem and_or_distrib_left : x &&& (y ||| z) = (x &&& y) ||| (x &&& z) :=
  eq_of_testBit_eq fun i => by simp [Bool.and_or_distrib_left]
protected theorem or_and_distrib_left : x ||| (y &&& z) = (x ||| y) &&& (x ||| z) :=
  eq_of_testBit_eq fun i => by simp [Bool.or_and_distrib_left]
theorem and_xor_distrib_left : x &&& (y ^^^ z) = (x &&& y) ^^^ (x &&& z) := eq_of_testBit_eq fun i => by
  simp only [testBit_and, testBit_xor, Bool.and_xor_distrib_left]
end
instance : Std.Associative (α := Nat) (· &&& ·) := ⟨Nat.and_assoc⟩
instance : Std.Commutative (α := Nat) (· &&& ·) := ⟨Nat.and_comm⟩
instance : Std.IdempotentOp (α := Nat) (· &&& ·) := ⟨Nat.and_self⟩
instance : Std.Associative (α := Nat) (· ||| ·) := ⟨Nat.or_assoc⟩
instance : Std.Commutative (α := Nat) (· ||| ·) := ⟨Nat.or_comm⟩
instance : Std.IdempotentOp (α := Nat) (· ||| ·) := ⟨Nat.or_self⟩
instance : Std.Associative (α := Nat) (· ^^^ ·) := ⟨Nat.xor_assoc⟩
instance : Std.Commutative (α := Nat) (· ^^^ ·) := ⟨Nat.xor_comm⟩

@[simp] theorem and_two_pow_sub_one_eq_mod (x n : Nat) : x &&& 2 ^ n - 1 = x % 2 ^ n :=
  eq_of_testBit_eq fun i => by rw [testBit_and, testBit_two_pow_sub_one, testBit_mod_two_pow, Bool.and_comm]
@[simp] theorem and_one_is_mod (x : Nat) : x &&& 1 = x % 2 := by rw [Nat.and_comm, one_and_eq_mod_two]
theorem and_lt_two_pow (x : Nat) {y n : Nat} (right : y < 2 ^ n) : (x &&& y) < 2 ^ n :=
  lt_pow_two_of_testBit _ fun i hi => by
    rw [testBit_and, testBit_lt_two_pow (Nat.lt_of_lt_of_le right (Nat.pow_le_pow_right (by decide) hi)),
      Bool.and_false]
theorem or_lt_two_pow {x y n : Nat} (left : x < 2 ^ n) (right : y < 2 ^ n) : x ||| y < 2 ^ n :=
  lt_pow_two_of_testBit _ fun i hi => by
    have h := Nat.pow_le_pow_right (n := 2) (by decide) hi
    rw [testBit_or, testBit_lt_two_pow (Nat.lt_of_lt_of_le left h),
      testBit_lt_two_pow (Nat.lt_of_lt_of_le right h)]; rfl
theorem xor_lt_two_pow {x y n : Nat} (left : x < 2 ^ n) (right : y < 2 ^ n) : x ^^^ y < 2 ^ n :=
  lt_pow_two_of_testBit _ fun i hi => by
    have h := Nat.pow_le_pow_right (n := 2) (by decide) hi
    rw [testBit_xor, testBit_lt_two_pow (Nat.lt_of_lt_of_le left h),
      testBit_lt_two_pow (Nat.lt_of_lt_of_le right h)]; rfl
theorem le_of_testBit {n m : Nat} (h : ∀ i, n.testBit i = true → m.testBit i = true) : n ≤ m := by
  induction n using Nat.strongRecOn generalizing m with
  | ind n ih =>
    have ih := fun k (hk : k < n) (m : Nat) => @ih k hk m
    by_cases hn : n = 0
    · omega
    · have h2 := ih (n / 2) (by omega) (m / 2) fun i hi => by
        rw [← testBit_add_one] at hi ⊢; exact h _ hi
      have h0 := h 0
      simp only [testBit_zero, decide_eq_true_eq] at h0
      omega
theorem and_le_left {n m : Nat} : n &&& m ≤ n := le_of_testBit fun i h => by
  rw [testBit_and, Bool.and_eq_true] at h; exact h.1
theorem and_le_right {n m : Nat} : n &&& m ≤ m := le_of_testBit fun i h => by
  rw [testBit_and, Bool.and_eq_true] at h; exact h.2
theorem left_le_or {n m : Nat} : n ≤ n ||| m := le_of_testBit fun i h => by rw [testBit_or, h, Bool.true_or]
theorem right_le_or {n m : Nat} : m ≤ n ||| m := le_of_testBit fun i h => by rw [testBit_or, h, Bool.or_true]

/-! ## Shifts -/

@[simp] theorem one_shiftLeft (n : Nat) : 1 <<< n = 2 ^ n := by rw [shiftLeft_eq, Nat.one_mul]
theorem shiftLeft_succ (m n : Nat) : m <<< (n + 1) = 2 * (m <<< n) := by
  rw [shiftLeft_eq, shiftLeft_eq, Nat.pow_succ]; ac_rfl
theorem shiftRight_succ (m n : Nat) : m >>> (n + 1) = (m >>> n) / 2 := rfl
@[simp] theorem zero_shiftLeft (n : Nat) : 0 <<< n = 0 := by rw [shiftLeft_eq, Nat.zero_mul]
@[simp] theorem zero_shiftRight (n : Nat) : 0 >>> n = 0 := by rw [shiftRight_eq_div_pow, Nat.zero_div]
theorem shiftLeft_add (m n k : Nat) : m <<< (n + k) = (m <<< n) <<< k := by
  rw [shiftLeft_eq, shiftLeft_eq, shiftLeft_eq, Nat.pow_add, Nat.mul_assoc]
theorem shiftRight_add (m n k : Nat) : m >>> (n + k) = (m >>> n) >>> k := by
  rw [shiftRight_eq_div_pow, shiftRight_eq_div_pow, shiftRight_eq_div_pow, Nat.pow_add,
    Nat.div_div_eq_div_mul]
end Nat

/-! ## Bit vectors -/

namespace BitVec
variable {w : Nat} (x y z : BitVec w)
@[simp] theorem toNat_mod_cancel : x.toNat % 2 ^ w = x.toNat := Nat.mod_eq_of_lt x.isLt
@[simp] protected theorem toNat_and : (x &&& y).toNat = x.toNat &&& y.toNat :=
  Nat.mod_eq_of_lt (Nat.and_lt_two_pow _ y.isLt)
@[simp] protected theorem toNat_or : (x ||| y).toNat = x.toNat ||| y.toNat :=
  Nat.mod_eq_of_lt (Nat.or_lt_two_pow x.isLt y.isLt)
@[simp] protected theorem toNat_xor : (x ^^^ y).toNat = x.toNat ^^^ y.toNat :=
  Nat.mod_eq_of_lt (Nat.xor_lt_two_pow x.isLt y.isLt)
@[simp] protected theorem toNat_not : (~~~x).toNat = 2 ^ w - 1 - x.toNat := Nat.mod_eq_of_lt (by
  have := Nat.two_pow_pos w; omega)
@[simp] theorem getLsbD_and {x y : BitVec w} {i : Nat} :
    (x &&& y).getLsbD i = (x.getLsbD i && y.getLsbD i) := by simp [getLsbD]
@[simp] theorem getLsbD_or {x y : BitVec w} {i : Nat} :
    (x ||| y).getLsbD i = (x.getLsbD i || y.getLsbD i) := by simp [getLsbD]
@[simp] theorem getLsbD_xor {x y : BitVec w} {i : Nat} :
    (x ^^^ y).getLsbD i = (x.getLsbD i ^^ y.getLsbD i) := by
  unfold getLsbD; rw [BitVec.toNat_xor, Nat.testBit_xor]
theorem getLsbD_of_ge (i : Nat) (ge : w ≤ i) : getLsbD x i = false :=
  Nat.testBit_lt_two_pow (Nat.lt_of_lt_of_le x.isLt (Nat.pow_le_pow_right (by decide) ge))
theorem eq_of_getLsbD_eq {x y : BitVec w} (pred : ∀ i, i < w → x.getLsbD i = y.getLsbD i) : x = y :=
  eq_of_toNat_eq (Nat.eq_of_testBit_eq fun i =>
    if h : i < w then pred i h
    else (getLsbD_of_ge x i (Nat.le_of_not_lt h)).trans (getLsbD_of_ge y i (Nat.le_of_not_lt h)).symm)
@[simp] protected theorem and_self : x &&& x = x := eq_of_toNat_eq (by simp)
@[simp] protected theorem or_self : x ||| x = x := eq_of_toNat_eq (by simp)
@[simp] protected theorem xor_self : x ^^^ x = 0#w := eq_of_toNat_eq (by simp)
@[simp] protected theorem and_zero : x &&& 0#w = 0#w := eq_of_toNat_eq (by simp)
@[simp] protected theorem or_zero : x ||| 0#w = x := eq_of_toNat_eq (by simp)
@[simp] protected theorem xor_zero : x ^^^ 0#w = x := eq_of_toNat_eq (by simp)
protected theorem and_comm : x &&& y = y &&& x := eq_of_toNat_eq (by simp [Nat.and_comm])
protected theorem or_comm : x ||| y = y ||| x := eq_of_toNat_eq (by simp [Nat.or_comm])
protected theorem xor_comm : x ^^^ y = y ^^^ x := eq_of_toNat_eq (by simp [Nat.xor_comm])
protected theorem and_assoc : x &&& y &&& z = x &&& (y &&& z) := eq_of_toNat_eq (by simp [Nat.and_assoc])
protected theorem or_assoc : x ||| y ||| z = x ||| (y ||| z) := eq_of_toNat_eq (by simp [Nat.or_assoc])
protected theorem xor_assoc : x ^^^ y ^^^ z = x ^^^ (y ^^^ z) := eq_of_toNat_eq (by simp [Nat.xor_assoc])
@[simp] protected theorem not_not {b : BitVec w} : ~~~(~~~b) = b := eq_of_toNat_eq (by simp; omega)
protected theorem mul_assoc : x * y * z = x * (y * z) := eq_of_toNat_eq (by simp [Nat.mul_assoc])
@[simp] protected theorem mul_one : x * 1#w = x := eq_of_toNat_eq (by
  rw [toNat_mul, toNat_ofNat, Nat.mul_mod_mod, Nat.mul_one, toNat_mod_cancel])
@[simp] protected theorem one_mul : 1#w * x = x := by rw [BitVec.mul_comm, BitVec.mul_one]
@[simp] protected theorem mul_zero : x * 0#w = 0#w := eq_of_toNat_eq (by simp)
@[simp] protected theorem zero_mul : 0#w * x = 0#w := eq_of_toNat_eq (by simp)
protected theorem mul_add : x * (y + z) = x * y + x * z := eq_of_toNat_eq (by simp [Nat.mul_add])
protected theorem add_mul : (x + y) * z = x * z + y * z := eq_of_toNat_eq (by simp [Nat.add_mul])
@[simp] protected theorem sub_self : x - x = 0#w := eq_of_toNat_eq (by
  have := x.isLt
  rw [toNat_sub, show 2 ^ w - x.toNat + x.toNat = 2 ^ w by omega]; simp)
@[simp] theorem add_sub_cancel : x + y - y = x := eq_of_toNat_eq (by
  have h := x.isLt; have h' := y.isLt
  rw [toNat_sub, toNat_add, Nat.add_mod_mod,
    show 2 ^ w - y.toNat + (x.toNat + y.toNat) = x.toNat + 2 ^ w by omega]
  simp)
instance instDecidableForallBitVec (n : Nat) (P : BitVec n → Prop) [DecidablePred P] : Decidable (∀ v, P v) :=
  decidable_of_iff (∀ i : Fin (2 ^ n), P ⟨i⟩) ⟨fun h ⟨i⟩ => h i, fun h i => h ⟨i⟩⟩
instance instDecidableExistsBitVec (n : Nat) (P : BitVec n → Prop) [DecidablePred P] : Decidable (∃ v, P v) :=
  decidable_of_iff (∃ i : Fin (2 ^ n), P ⟨i⟩) ⟨fun ⟨i, h⟩ => ⟨⟨i⟩, h⟩, fun ⟨⟨i⟩, h⟩ => ⟨i, h⟩⟩
instance : Std.Associative (α := BitVec w) (· * ·) := ⟨BitVec.mul_assoc⟩
instance : Std.Associative (α := BitVec w) (· &&& ·) := ⟨BitVec.and_assoc⟩
instance : Std.Commutative (α := BitVec w) (· &&& ·) := ⟨BitVec.and_comm⟩
instance : Std.Associative (α := BitVec w) (· ||| ·) := ⟨BitVec.or_assoc⟩
instance : Std.Commutative (α := BitVec w) (· ||| ·) := ⟨BitVec.or_comm⟩
instance : Std.Associative (α := BitVec w) (· ^^^ ·) := ⟨BitVec.xor_assoc⟩
instance : Std.Commutative (α := BitVec w) (· ^^^ ·) := ⟨BitVec.xor_comm⟩
end BitVec
