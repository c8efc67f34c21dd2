/-! The integers, Lean's and our own. -/

namespace Integers

#eval (3 : Int) - 5
-- info: -2

#eval (-7 : Int) * -6
-- info: 42

#eval [(-7 : Int) / 2, (-7 : Int) % 2, 7 / -2, 7 % -2]
-- info: [-4, 1, -3, 1]

#eval (-3 : Int).natAbs
-- info: 3

#eval (5 : Int).toNat + (-5 : Int).toNat
-- info: 5

#eval (2 - 5 : Int) < 0
-- info: true

#eval ((2 : Nat) : Int) - 5
-- info: -3

#eval (2 : Nat) - 5
-- info: 0

example : (2 : Int) + -2 = 0 := by decide
example : (-1 : Int) < 1 := by decide
example : (-1 : Int) * -1 = 1 := rfl
example : (3 : Int) ≠ -3 := by decide
example (a : Int) : a + 0 = a := by simp
example (a : Int) : a * 1 = a := by simp
example (a : Int) : 0 + a = a := Int.zero_add a
example (a b : Int) : a + b = b + a := Int.add_comm a b
example (a b c : Int) : a + b + c = a + (b + c) := Int.add_assoc a b c
example (a b : Int) : a * b = b * a := Int.mul_comm a b
example (a b c : Int) : a * (b + c) = a * b + a * c := Int.mul_add a b c
example (a : Int) : a - a = 0 := Int.sub_self a
example (a : Int) : - -a = a := Int.neg_neg a
example (a b : Int) : a - b = a + -b := Int.sub_eq_add_neg
example (a : Int) : a ≤ a := Int.le_refl a
example (a b c : Int) (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c := Int.le_trans h₁ h₂
example (a b : Int) : a ≤ b ∨ b ≤ a := Int.le_total a b

theorem add_neg_cancel (a b : Int) : a + b + -b = a := by
  rw [Int.add_assoc, Int.add_right_neg, Int.add_zero]

theorem square_of_sum (a b : Int) : (a + b) * (a + b) = a * a + 2 * (a * b) + b * b := by
  rw [Int.mul_add, Int.add_mul, Int.add_mul, Int.mul_comm b a, Int.two_mul]
  simp only [Int.add_assoc]

theorem difference_of_squares (a b : Int) : (a + b) * (a - b) = a * a - b * b := by
  simp only [Int.sub_eq_add_neg, Int.mul_add, Int.add_mul, Int.mul_neg, Int.neg_add, Int.mul_comm b a]
  rw [Int.add_assoc, ← Int.add_assoc (a * b), Int.add_right_neg, Int.zero_add]

theorem mul_neg_one (a : Int) : a * -1 = -a := by rw [Int.mul_neg, Int.mul_one]

/-- The sign of a number: -1, 0 or 1. -/
def sign : Int → Int
  | Int.ofNat 0 => 0
  | Int.ofNat (_ + 1) => 1
  | Int.negSucc _ => -1

#eval [sign (-4), sign 0, sign 4]
-- info: [-1, 0, 1]

theorem sign_square (a : Int) : sign a * sign a = 0 ∨ sign a * sign a = 1 := by
  match a with
  | Int.ofNat 0 => left; rfl
  | Int.ofNat (n + 1) => right; rfl
  | Int.negSucc n => right; rfl

def abs (a : Int) : Int := if a < 0 then -a else a

#eval abs (-9)
-- info: 9

theorem abs_of_nonneg {a : Int} (h : ¬a < 0) : abs a = a := by simp [abs, h]

theorem abs_of_neg {a : Int} (h : a < 0) : abs a = -a := by simp [abs, h]

def power (a : Int) (n : Nat) : Int :=
  match n with
  | 0 => 1
  | n + 1 => a * power a n

#eval power (-2) 9
-- info: -512

theorem power_add (a : Int) (m n : Nat) : power a (m + n) = power a m * power a n := by
  induction m with
  | zero => rw [Nat.zero_add, power, Int.one_mul]
  | succ m ih => rw [Nat.succ_add, power, ih, power, Int.mul_assoc]

/-- Integers of our own: differences of natural numbers. -/
structure Diff where
  pos : Nat
  neg : Nat

namespace Diff

def Same (a b : Diff) : Prop := a.pos + b.neg = b.pos + a.neg

instance : HasEquiv Diff := ⟨Same⟩

theorem same_refl (a : Diff) : a ≈ a := rfl

theorem same_symm {a b : Diff} (h : a ≈ b) : b ≈ a := Eq.symm h

def add (a b : Diff) : Diff := ⟨a.pos + b.pos, a.neg + b.neg⟩

def negate (a : Diff) : Diff := ⟨a.neg, a.pos⟩

instance : Add Diff := ⟨add⟩
instance : Neg Diff := ⟨negate⟩
instance : Sub Diff := ⟨fun a b => a + -b⟩

theorem add_negate (a : Diff) : a + -a ≈ ⟨0, 0⟩ := by
  show a.pos + a.neg + 0 = 0 + (a.neg + a.pos)
  rw [Nat.add_zero, Nat.zero_add, Nat.add_comm]

theorem neg_neg (a : Diff) : - -a = a := rfl

def toInt (a : Diff) : Int := a.pos - a.neg

#eval (Diff.mk 3 5 - Diff.mk 1 0).toInt
-- info: -3

end Diff

end Integers
