module
prelude
public import Init.Data.Int.Basic
public import Init.Data.Nat.Gcd
public import Init.Data.Bool
/-!
`Int`: the ring laws, the order, absolute value and sign, and division (`/` and `%` round towards minus
infinity for a positive divisor: the remainder is never negative).
-/

@[expose] public section

set_option linter.all false

namespace Int
variable {a b c d : Int} {m n k : Nat}

/-! ## Casts and constructors -/

@[simp] theorem ofNat_eq_coe (n : Nat) : Int.ofNat n = (n : Int) := rfl
theorem negSucc_eq (n : Nat) : negSucc n = -((n : Int) + 1) := rfl
theorem ofNat_zero : ((0 : Nat) : Int) = 0 := rfl
theorem ofNat_one : ((1 : Nat) : Int) = 1 := rfl
@[simp] theorem natCast_add (m n : Nat) : ((m + n : Nat) : Int) = (m : Int) + n := rfl
@[simp] theorem natCast_mul (m n : Nat) : ((m * n : Nat) : Int) = (m : Int) * n := rfl
theorem natCast_succ (n : Nat) : ((n + 1 : Nat) : Int) = (n : Int) + 1 := rfl
theorem ofNat_inj {m n : Nat} : (m : Int) = (n : Int) ↔ m = n := ⟨fun h => by cases h; rfl, congrArg _⟩
theorem natCast_inj {m n : Nat} : (m : Int) = (n : Int) ↔ m = n := ofNat_inj
attribute [simp] natCast_inj
theorem negSucc_inj {m n : Nat} : negSucc m = negSucc n ↔ m = n := ⟨fun h => by cases h; rfl, congrArg _⟩
theorem ofNat_ne_negSucc (m n : Nat) : (m : Int) ≠ negSucc n := nofun
theorem eq_ofNat_or_neg (a : Int) : ∃ n : Nat, a = n ∨ a = -(n : Int) := match a with
  | ofNat n => ⟨n, .inl rfl⟩
  | negSucc n => ⟨n + 1, .inr rfl⟩

/-! ## Differences of natural numbers -/

@[simp] theorem neg_zero : -(0 : Int) = 0 := rfl
@[simp] protected theorem neg_neg : ∀ a : Int, -(-a) = a
  | ofNat 0 => rfl
  | ofNat (_ + 1) => rfl
  | negSucc _ => rfl
theorem neg_ofNat_succ (n : Nat) : -((n + 1 : Nat) : Int) = negSucc n := rfl
theorem neg_inj : -a = -b ↔ a = b := ⟨fun h => by rw [← Int.neg_neg a, h, Int.neg_neg], fun h => h ▸ rfl⟩
attribute [simp] neg_inj

theorem subNatNat_of_le (h : n ≤ m) : subNatNat m n = ((m - n : Nat) : Int) := by
  unfold subNatNat; rw [Nat.sub_eq_zero_of_le h]; rfl
theorem subNatNat_of_lt (h : m < n) : subNatNat m n = negSucc (n - m - 1) := by
  unfold subNatNat
  obtain ⟨k, hk⟩ := Nat.exists_eq_succ_of_ne_zero (Nat.sub_ne_zero_of_lt h)
  rw [hk]; rfl
/-- Case distinction: a difference is a natural number, or a negative one. -/
theorem subNatNat_elim (m n : Nat) (motive : Nat → Nat → Int → Prop) (hp : ∀ i n, motive (n + i) n i)
    (hn : ∀ i m, motive m (m + i + 1) (negSucc i)) : motive m n (subNatNat m n) := by
  cases Nat.lt_or_ge m n with
  | inl h =>
    obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt h
    rw [subNatNat_of_lt h, Nat.add_assoc, Nat.add_sub_cancel_left]; exact hn k m
  | inr h =>
    obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
    rw [subNatNat_of_le h, Nat.add_sub_cancel_left]; exact hp k n
theorem subNatNat_add_left : subNatNat (m + n) m = n := by
  rw [subNatNat_of_le (Nat.le_add_right m n), Nat.add_sub_cancel_left]
theorem subNatNat_add_right : subNatNat m (m + n + 1) = negSucc n := by
  rw [subNatNat_of_lt (show m < m + n + 1 from Nat.lt_succ_of_le (Nat.le_add_right m n)), Nat.add_assoc,
    Nat.add_sub_cancel_left]; rfl
theorem subNatNat_add_add (m n k : Nat) : subNatNat (m + k) (n + k) = subNatNat m n := by
  unfold subNatNat; rw [Nat.add_sub_add_right, Nat.add_sub_add_right]
theorem subNatNat_self (n : Nat) : subNatNat n n = 0 := by
  rw [subNatNat_of_le (Nat.le_refl n), Nat.sub_self]; rfl
theorem neg_subNatNat (m n : Nat) : -subNatNat m n = subNatNat n m := by
  apply subNatNat_elim m n (fun m n i => -i = subNatNat n m)
  · intro i n
    cases i with
    | zero => exact (subNatNat_self n).symm
    | succ i => exact subNatNat_add_right.symm
  · intro i m; rw [Nat.add_assoc]; exact subNatNat_add_left.symm
theorem ofNat_add_subNatNat (m n k : Nat) : (m : Int) + subNatNat n k = subNatNat (m + n) k := by
  apply subNatNat_elim n k (fun n k i => (m : Int) + i = subNatNat (m + n) k)
  · intro i n; rw [Nat.add_left_comm]; exact subNatNat_add_left.symm
  · intro i n
    show subNatNat m (i + 1) = subNatNat (m + n) (n + i + 1)
    rw [Nat.add_assoc, Nat.add_comm m n, Nat.add_comm n m, Nat.add_comm n (i + 1)]
    exact (subNatNat_add_add m (i + 1) n).symm
theorem negSucc_add_subNatNat (m n k : Nat) : negSucc m + subNatNat n k = subNatNat n (m + 1 + k) := by
  apply subNatNat_elim n k (fun n k i => negSucc m + i = subNatNat n (m + 1 + k))
  · intro i n
    show subNatNat i (m + 1) = subNatNat (n + i) (m + 1 + n)
    rw [Nat.add_comm n i]; exact (subNatNat_add_add i (m + 1) n).symm
  · intro i n
    show negSucc (m + i + 1) = subNatNat n (m + 1 + (n + i + 1))
    rw [show m + 1 + (n + i + 1) = n + (m + i + 1) + 1 by
      simp only [Nat.add_assoc, Nat.add_comm, Nat.add_left_comm]]
    exact subNatNat_add_right.symm

/-! ## Addition -/

protected theorem add_comm : ∀ a b : Int, a + b = b + a
  | ofNat m, ofNat n => congrArg ofNat (Nat.add_comm m n)
  | ofNat _, negSucc _ => rfl
  | negSucc _, ofNat _ => rfl
  | negSucc m, negSucc n => congrArg negSucc (congrArg (· + 1) (Nat.add_comm m n))
@[simp] protected theorem add_zero : ∀ a : Int, a + 0 = a
  | ofNat _ => rfl
  | negSucc _ => rfl
@[simp] protected theorem zero_add (a : Int) : 0 + a = a := by rw [Int.add_comm, Int.add_zero]
private theorem ofNat_add_assoc (m : Nat) : ∀ b c : Int, ofNat m + b + c = ofNat m + (b + c)
  | ofNat n, ofNat k => congrArg ofNat (Nat.add_assoc m n k)
  | ofNat n, negSucc k => (ofNat_add_subNatNat m n (k + 1)).symm
  | negSucc n, ofNat k => by
    show subNatNat m (n + 1) + (k : Int) = (m : Int) + subNatNat k (n + 1)
    rw [Int.add_comm, ofNat_add_subNatNat, ofNat_add_subNatNat, Nat.add_comm]
  | negSucc n, negSucc k => by
    show subNatNat m (n + 1) + negSucc k = subNatNat m (n + k + 1 + 1)
    rw [Int.add_comm, negSucc_add_subNatNat]
    congr 1
    simp only [Nat.add_assoc, Nat.add_comm, Nat.add_left_comm]
protected theorem add_assoc : ∀ a b c : Int, a + b + c = a + (b + c)
  | ofNat m, b, c => ofNat_add_assoc m b c
  | negSucc m, ofNat n, ofNat k => by
    rw [Int.add_comm (negSucc m), Int.add_comm _ (ofNat k), Int.add_comm (negSucc m), ← ofNat_add_assoc k,
      Int.add_comm (ofNat k)]
  | negSucc m, ofNat n, negSucc k => by
    rw [Int.add_comm (negSucc m)]
    show ofNat n + negSucc m + negSucc k = negSucc m + (ofNat n + negSucc k)
    rw [ofNat_add_assoc, Int.add_comm (negSucc m) (ofNat n + negSucc k), ofNat_add_assoc,
      Int.add_comm (negSucc m)]
  | negSucc m, negSucc n, ofNat k => by
    rw [Int.add_comm _ (ofNat k), Int.add_comm (negSucc n), Int.add_comm (negSucc m) (ofNat k + _),
      ofNat_add_assoc, Int.add_comm (negSucc m)]
  | negSucc m, negSucc n, negSucc k =>
      congrArg negSucc (by simp only [Nat.add_assoc, Nat.add_comm, Nat.add_left_comm])
protected theorem add_left_comm (a b c : Int) : a + (b + c) = b + (a + c) := by
  rw [← Int.add_assoc, Int.add_comm a, Int.add_assoc]
protected theorem add_right_comm (a b c : Int) : a + b + c = a + c + b := by
  rw [Int.add_assoc, Int.add_comm b, Int.add_assoc]
protected theorem add_left_neg : ∀ a : Int, -a + a = 0
  | ofNat 0 => rfl
  | ofNat (n + 1) => subNatNat_self (n + 1)
  | negSucc n => subNatNat_self (n + 1)
protected theorem add_right_neg (a : Int) : a + -a = 0 := by rw [Int.add_comm, Int.add_left_neg]
attribute [simp] Int.add_left_neg Int.add_right_neg
protected theorem sub_eq_add_neg {a b : Int} : a - b = a + -b := rfl
@[simp] protected theorem sub_self (a : Int) : a - a = 0 := Int.add_right_neg a
@[simp] protected theorem sub_zero (a : Int) : a - 0 = a := Int.add_zero a
@[simp] protected theorem zero_sub (a : Int) : 0 - a = -a := Int.zero_add _
@[simp] theorem neg_add_cancel_left (a b : Int) : -a + (a + b) = b := by
  rw [← Int.add_assoc, Int.add_left_neg, Int.zero_add]
@[simp] theorem add_neg_cancel_left (a b : Int) : a + (-a + b) = b := by
  rw [← Int.add_assoc, Int.add_right_neg, Int.zero_add]
@[simp] protected theorem add_sub_cancel (a b : Int) : a + b - b = a := by
  rw [Int.sub_eq_add_neg, Int.add_assoc, Int.add_right_neg, Int.add_zero]
@[simp] protected theorem sub_add_cancel (a b : Int) : a - b + b = a := by
  rw [Int.sub_eq_add_neg, Int.add_assoc, Int.add_left_neg, Int.add_zero]
protected theorem add_sub_cancel_left (a b : Int) : a + b - a = b := by rw [Int.add_comm, Int.add_sub_cancel]
attribute [simp] Int.add_sub_cancel_left
protected theorem add_left_cancel (h : a + b = a + c) : b = c := by
  rw [← neg_add_cancel_left a b, h, neg_add_cancel_left]
protected theorem add_right_cancel (h : a + b = c + b) : a = c := by
  rw [← Int.add_sub_cancel a b, h, Int.add_sub_cancel]
@[simp] protected theorem add_left_inj : a + b = c + b ↔ a = c := ⟨Int.add_right_cancel, fun h => h ▸ rfl⟩
@[simp] protected theorem add_right_inj : a + b = a + c ↔ b = c := ⟨Int.add_left_cancel, fun h => h ▸ rfl⟩
protected theorem neg_eq_of_add_eq_zero (h : a + b = 0) : -a = b :=
  Int.add_left_cancel (a := a) (by rw [Int.add_right_neg, h])
protected theorem neg_add (a b : Int) : -(a + b) = -a + -b := by
  apply Int.neg_eq_of_add_eq_zero
  rw [Int.add_assoc, Int.add_left_comm b, Int.add_right_neg, Int.add_zero, Int.add_right_neg]
protected theorem neg_sub (a b : Int) : -(a - b) = b - a := by
  rw [Int.sub_eq_add_neg, Int.neg_add, Int.neg_neg, Int.add_comm]; rfl
attribute [simp] Int.neg_sub
protected theorem sub_eq_zero : a - b = 0 ↔ a = b :=
  ⟨fun h => by rw [← Int.sub_add_cancel a b, h, Int.zero_add], fun h => h ▸ Int.sub_self a⟩
protected theorem sub_sub (a b c : Int) : a - b - c = a - (b + c) := by
  rw [Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.neg_add, Int.add_assoc]
protected theorem add_sub_assoc (a b c : Int) : a + b - c = a + (b - c) := Int.add_assoc a b (-c)
protected theorem sub_eq_iff_eq_add : a - b = c ↔ a = c + b :=
  ⟨fun h => by rw [← h, Int.sub_add_cancel], fun h => by rw [h, Int.add_sub_cancel]⟩
protected theorem eq_sub_iff_add_eq : a = b - c ↔ a + c = b :=
  ⟨fun h => by rw [h, Int.sub_add_cancel], fun h => by rw [← h, Int.add_sub_cancel]⟩
theorem ofNat_sub (h : m ≤ n) : ((n - m : Nat) : Int) = n - m := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, natCast_add, Int.add_sub_cancel_left]
theorem subNatNat_eq_coe (m n : Nat) : subNatNat m n = (m : Int) - n := by
  cases n with
  | zero => rw [subNatNat_of_le (Nat.zero_le m)]; exact (Int.sub_zero _).symm
  | succ n => rfl

/-! ## Multiplication -/

theorem ofNat_mul_negSucc (m n : Nat) : (m : Int) * negSucc n = -((m * (n + 1) : Nat) : Int) := rfl
theorem negSucc_mul_ofNat (m n : Nat) : negSucc m * (n : Int) = -(((m + 1) * n : Nat) : Int) := rfl
protected theorem mul_comm : ∀ a b : Int, a * b = b * a
  | ofNat m, ofNat n => congrArg ofNat (Nat.mul_comm m n)
  | ofNat m, negSucc n => congrArg negOfNat (Nat.mul_comm m (n + 1))
  | negSucc m, ofNat n => congrArg negOfNat (Nat.mul_comm (m + 1) n)
  | negSucc m, negSucc n => congrArg ofNat (Nat.mul_comm (m + 1) (n + 1))
@[simp] protected theorem mul_zero : ∀ a : Int, a * 0 = 0
  | ofNat _ => rfl
  | negSucc _ => rfl
@[simp] protected theorem zero_mul (a : Int) : 0 * a = 0 := by rw [Int.mul_comm, Int.mul_zero]
@[simp] protected theorem mul_one : ∀ a : Int, a * 1 = a
  | ofNat n => congrArg ofNat (Nat.mul_one n)
  | negSucc n => congrArg negOfNat (Nat.mul_one (n + 1))
@[simp] protected theorem one_mul (a : Int) : 1 * a = a := by rw [Int.mul_comm, Int.mul_one]
private theorem mul_neg_ofNat (a : Int) (n : Nat) : a * -(n : Int) = -(a * n) := by
  cases n with
  | zero => show a * 0 = -(a * 0); rw [Int.mul_zero]; rfl
  | succ n => match a with
    | ofNat m => rfl
    | negSucc m => exact (Int.neg_neg (ofNat ((m + 1) * (n + 1)))).symm
protected theorem mul_neg (a b : Int) : a * -b = -(a * b) := match b with
  | ofNat n => mul_neg_ofNat a n
  | negSucc n => by
    show a * -(-((n + 1 : Nat) : Int)) = -(a * -((n + 1 : Nat) : Int))
    rw [mul_neg_ofNat, Int.neg_neg, Int.neg_neg]
protected theorem neg_mul (a b : Int) : -a * b = -(a * b) := by rw [Int.mul_comm, Int.mul_neg, Int.mul_comm]
attribute [simp] Int.mul_neg Int.neg_mul
protected theorem neg_mul_neg (a b : Int) : -a * -b = a * b := by rw [Int.mul_neg, Int.neg_mul, Int.neg_neg]
/-- An equation that is preserved by negating a variable need only be shown for natural numbers. -/
private theorem byNat {P : Int → Prop} (h : ∀ n : Nat, P n) (hn : ∀ a, P a → P (-a)) (a : Int) : P a :=
  match a with
  | ofNat n => h n
  | negSucc n => hn _ (h (n + 1))
protected theorem mul_assoc (a b c : Int) : a * b * c = a * (b * c) := by
  apply byNat (P := fun a => a * b * c = a * (b * c)) _ _ a
  · intro m
    apply byNat (P := fun b => (m : Int) * b * c = m * (b * c)) _ _ b
    · intro n
      apply byNat (P := fun c => (m : Int) * n * c = m * (n * c)) _ _ c
      · intro k; exact congrArg ofNat (Nat.mul_assoc m n k)
      · intro c h; rw [Int.mul_neg, Int.mul_neg, Int.mul_neg, h]
    · intro b h; rw [Int.mul_neg, Int.neg_mul, Int.neg_mul, Int.mul_neg, h]
  · intro a h; rw [Int.neg_mul, Int.neg_mul, Int.neg_mul, h]
protected theorem mul_left_comm (a b c : Int) : a * (b * c) = b * (a * c) := by
  rw [← Int.mul_assoc, Int.mul_comm a, Int.mul_assoc]
protected theorem mul_right_comm (a b c : Int) : a * b * c = a * c * b := by
  rw [Int.mul_assoc, Int.mul_comm b, Int.mul_assoc]
private theorem subNatNat_add_neg (a j : Nat) : negOfNat j = subNatNat a (a + j) := by
  cases j with
  | zero => exact (subNatNat_self a).symm
  | succ j => exact subNatNat_add_right.symm
private theorem ofNat_mul_subNatNat (m n k : Nat) :
    (m : Int) * subNatNat n k = subNatNat (m * n) (m * k) := by
  apply subNatNat_elim n k (fun n k i => (m : Int) * i = subNatNat (m * n) (m * k))
  · intro i n; rw [Nat.mul_add]; exact subNatNat_add_left.symm
  · intro i n
    show negOfNat (m * (i + 1)) = _
    rw [Nat.add_assoc, Nat.mul_add m n (i + 1)]; exact subNatNat_add_neg _ _
protected theorem mul_add (a b c : Int) : a * (b + c) = a * b + a * c := by
  apply byNat (P := fun a => a * (b + c) = a * b + a * c) _ _ a
  · intro m
    match b, c with
    | ofNat n, ofNat k => exact congrArg ofNat (Nat.mul_add m n k)
    | ofNat n, negSucc k =>
      show (m : Int) * subNatNat n (k + 1) = ofNat (m * n) + -((m * (k + 1) : Nat) : Int)
      rw [ofNat_mul_subNatNat, subNatNat_eq_coe]; rfl
    | negSucc n, ofNat k =>
      show (m : Int) * subNatNat k (n + 1) = -((m * (n + 1) : Nat) : Int) + ofNat (m * k)
      rw [ofNat_mul_subNatNat, subNatNat_eq_coe, Int.add_comm]; rfl
    | negSucc n, negSucc k =>
      show -((m * (n + k + 1 + 1) : Nat) : Int) = -((m * (n + 1) : Nat) : Int) + -((m * (k + 1) : Nat) : Int)
      rw [← Int.neg_add, ← natCast_add, ← Nat.mul_add, Nat.add_right_comm n 1, ← Nat.add_assoc]
  · intro a h; rw [Int.neg_mul, Int.neg_mul, Int.neg_mul, h, Int.neg_add]
protected theorem add_mul (a b c : Int) : (a + b) * c = a * c + b * c := by
  rw [Int.mul_comm, Int.mul_add, Int.mul_comm c, Int.mul_comm c]
protected theorem mul_sub (a b c : Int) : a * (b - c) = a * b - a * c := by
  rw [Int.sub_eq_add_neg, Int.mul_add, Int.mul_neg]; rfl
protected theorem sub_mul (a b c : Int) : (a - b) * c = a * c - b * c := by
  rw [Int.sub_eq_add_neg, Int.add_mul, Int.neg_mul]; rfl
protected theorem two_mul (a : Int) : 2 * a = a + a := by
  rw [show (2 : Int) = 1 + 1 from rfl, Int.add_mul, Int.one_mul]
protected theorem mul_eq_zero : a * b = 0 ↔ a = 0 ∨ b = 0 := by
  constructor
  · intro h
    match a, b, h with
    | ofNat 0, _, _ => exact .inl rfl
    | _, ofNat 0, _ => exact .inr rfl
    | ofNat (m + 1), ofNat (n + 1), h =>
        exact absurd (ofNat_inj.mp h) (Nat.mul_ne_zero (Nat.succ_ne_zero m) (Nat.succ_ne_zero n))
    | negSucc m, negSucc n, h =>
        exact absurd (ofNat_inj.mp h) (Nat.mul_ne_zero (Nat.succ_ne_zero m) (Nat.succ_ne_zero n))
    | ofNat (m + 1), negSucc n, h =>
      have h : -(((m + 1) * (n + 1) : Nat) : Int) = -((0 : Nat) : Int) := h
      exact absurd (ofNat_inj.mp (neg_inj.mp h)) (Nat.mul_ne_zero (Nat.succ_ne_zero m) (Nat.succ_ne_zero n))
    | negSucc m, ofNat (n + 1), h =>
      have h : -(((m + 1) * (n + 1) : Nat) : Int) = -((0 : Nat) : Int) := h
      exact absurd (ofNat_inj.mp (neg_inj.mp h)) (Nat.mul_ne_zero (Nat.succ_ne_zero m) (Nat.succ_ne_zero n))
  · intro h; exact h.elim (fun h => by rw [h, Int.zero_mul]) (fun h => by rw [h, Int.mul_zero])
attribute [simp] Int.mul_eq_zero
@[simp] protected theorem pow_zero (b : Int) : b ^ 0 = 1 := rfl
protected theorem pow_succ (b : Int) (e : Nat) : b ^ (e + 1) = b ^ e * b := rfl
end Int
