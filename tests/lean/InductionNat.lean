/-! Induction on the natural numbers: our own numbers first, then Lean's. -/

inductive N where
  | zero : N
  | succ : N → N
  deriving Repr, DecidableEq

namespace N

def add (m : N) : N → N
  | zero => m
  | succ n => succ (add m n)

instance : Add N := ⟨add⟩

def mul (m : N) : N → N
  | zero => zero
  | succ n => mul m n + m

instance : Mul N where
  mul := mul

instance instOfNat : OfNat N 0 where
  ofNat := zero

@[simp] theorem add_zero (m : N) : m + zero = m := rfl

theorem add_succ (m n : N) : m + succ n = succ (m + n) := rfl

@[simp] theorem zero_add (n : N) : zero + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [add_succ, ih]

theorem succ_add (m n : N) : succ m + n = succ (m + n) := by
  induction n with
  | zero => rfl
  | succ n ih => rw [add_succ, ih, add_succ]

theorem add_comm (m n : N) : m + n = n + m := by
  induction n with
  | zero => simp
  | succ n ih => rw [add_succ, succ_add, ih]

theorem add_assoc (k m n : N) : k + m + n = k + (m + n) := by
  induction n with
  | zero => rfl
  | succ n ih => simp only [add_succ, ih]

theorem mul_succ (m n : N) : m * succ n = m * n + m := rfl

theorem zero_mul (n : N) : zero * n = zero := by
  induction n with
  | zero => rfl
  | succ n ih => rw [mul_succ, ih, add_zero]

theorem succ_mul (m n : N) : succ m * n = m * n + n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [mul_succ, mul_succ, ih, add_succ, add_succ, add_assoc, add_assoc, add_comm n m]

theorem mul_comm (m n : N) : m * n = n * m := by
  induction n with
  | zero => rw [zero_mul]; rfl
  | succ n ih => rw [mul_succ, succ_mul, ih]

theorem mul_add (k m n : N) : k * (m + n) = k * m + k * n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [add_succ, mul_succ, mul_succ, ih, add_assoc]

theorem succ_injective {m n : N} (h : succ m = succ n) : m = n := by
  injection h

theorem zero_ne_succ (n : N) : zero ≠ succ n := by
  intro h
  cases h

theorem add_right_cancel {m n k : N} (h : m + k = n + k) : m = n := by
  induction k with
  | zero => exact h
  | succ k ih => exact ih (succ_injective h)

def toNat : N → Nat
  | zero => 0
  | succ n => n.toNat + 1

theorem toNat_add (m n : N) : (m + n).toNat = m.toNat + n.toNat := by
  induction n with
  | zero => rfl
  | succ n ih => rw [add_succ, toNat, ih, toNat, Nat.add_assoc]

def ofNat : Nat → N
  | 0 => zero
  | n + 1 => succ (ofNat n)

theorem toNat_ofNat (n : Nat) : (ofNat n).toNat = n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [ofNat, toNat, ih]

theorem ofNat_toNat (n : N) : ofNat n.toNat = n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [ofNat, toNat, ih]

#eval (ofNat 2 * ofNat 3).toNat
-- info: 6

#eval ofNat 2
-- info: N.succ (N.succ (N.zero))

#eval decide (ofNat 2 = ofNat 3)
-- info: false

end N

namespace InductionNat

/-- The sum of the first `n` numbers. -/
def sumTo : Nat → Nat
  | 0 => 0
  | n + 1 => sumTo n + (n + 1)

theorem gauss (n : Nat) : 2 * sumTo n = n * (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sumTo, Nat.mul_add, ih, ← Nat.add_mul, Nat.mul_comm]

def sumOdd : Nat → Nat
  | 0 => 0
  | n + 1 => sumOdd n + (2 * n + 1)

theorem sumOdd_eq (n : Nat) : sumOdd n = n * n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    simp only [sumOdd, ih, Nat.add_mul, Nat.mul_add, Nat.one_mul, Nat.mul_one, Nat.two_mul]
    simp only [Nat.add_assoc]

def pow (b : Nat) : Nat → Nat
  | 0 => 1
  | n + 1 => pow b n * b

theorem pow_add (b m n : Nat) : pow b (m + n) = pow b m * pow b n := by
  induction n with
  | zero => simp [pow]
  | succ n ih => rw [← Nat.add_assoc, pow, ih, pow, Nat.mul_assoc]

theorem one_pow (n : Nat) : pow 1 n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => simp [pow, ih]

theorem pow_pos {b : Nat} (hb : 0 < b) : ∀ n, 0 < pow b n
  | 0 => Nat.zero_lt_one
  | n + 1 => Nat.mul_pos (pow_pos hb n) hb

def Even (n : Nat) : Prop := ∃ k, n = 2 * k
def Odd (n : Nat) : Prop := ∃ k, n = 2 * k + 1

theorem even_or_odd (n : Nat) : Even n ∨ Odd n := by
  induction n with
  | zero => exact Or.inl ⟨0, rfl⟩
  | succ n ih =>
    rcases ih with ⟨k, rfl⟩ | ⟨k, rfl⟩
    · exact Or.inr ⟨k, rfl⟩
    · exact Or.inl ⟨k + 1, by rw [Nat.mul_add]⟩

theorem Even.add {m n : Nat} : Even m → Even n → Even (m + n) := by
  rintro ⟨a, rfl⟩ ⟨b, rfl⟩
  exact ⟨a + b, (Nat.mul_add 2 a b).symm⟩

theorem Even.mul_left {m : Nat} (n : Nat) (h : Even m) : Even (m * n) := by
  obtain ⟨a, ha⟩ := h
  exact ⟨a * n, by rw [ha, Nat.mul_assoc]⟩

theorem strong_induction {P : Nat → Prop} (h : ∀ n, (∀ m, m < n → P m) → P n) (n : Nat) : P n :=
  Nat.strongRecOn n h

theorem two_step {P : Nat → Prop} (h0 : P 0) (h1 : P 1) (h : ∀ n, P n → P (n + 1) → P (n + 2)) :
    ∀ n, P n
  | 0 => h0
  | 1 => h1
  | n + 2 => h n (two_step h0 h1 h n) (two_step h0 h1 h (n + 1))

theorem self_le_two_mul (n : Nat) : n ≤ 2 * n := by
  rw [Nat.two_mul]
  exact Nat.le_add_right n n

theorem lt_two_pow (n : Nat) : n < 2 ^ n := by
  induction n with
  | zero => decide
  | succ n ih =>
    calc
      n + 1 < 2 ^ n + 1 := Nat.add_lt_add_right ih 1
      _ ≤ 2 ^ n + 2 ^ n := Nat.add_le_add_left (Nat.le_trans (Nat.succ_le_succ (Nat.zero_le n)) ih) _
      _ = 2 ^ (n + 1) := by rw [Nat.pow_succ, Nat.mul_two]

theorem sumTo_mono {m n : Nat} (h : m ≤ n) : sumTo m ≤ sumTo n := by
  induction h with
  | refl => exact Nat.le_refl _
  | step _ ih => exact Nat.le_trans ih (Nat.le_add_right _ _)

theorem cases_style (n : Nat) : n = 0 ∨ ∃ m, n = m + 1 := by
  cases n with
  | zero => left; rfl
  | succ m => right; exact ⟨m, rfl⟩

theorem generalized (m n : Nat) (h : m = n) : m + m = n + n := by
  induction m generalizing n with
  | zero => cases h; rfl
  | succ m _ => subst h; rfl

#eval sumTo 100
-- info: 5050

#eval pow 2 64
-- info: 18446744073709551616

end InductionNat
