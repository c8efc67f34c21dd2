/-! # Rational numbers: computing, laws, order -/

namespace Rationals

/-! ## Computing -/

#eval (1 / 2 : Rat) + 1 / 3
-- info: (5 : Rat)/6

#eval ((-7 / 3 : Rat).floor, (-7 / 3 : Rat).ceil, (6 / 4 : Rat).num, (6 / 4 : Rat).den)
-- info: (-3, -2, 3, 2)

#eval ((1 / 2 : Rat) ^ 3, (2 : Rat) ^ (-3 : Int), (0.25 : Rat), (3 : Rat) / 0)
-- info: ((1 : Rat)/8, (1 : Rat)/8, (1 : Rat)/4, 0)

#eval s!"{mkRat 6 4} {Rat.divInt 6 (-4)} {decide ((1 / 3 : Rat) < 1 / 2)}"
-- info: "3/2 -3/2 true"

example : (1 / 2 : Rat) + 1 / 3 = 5 / 6 := by decide

example : (0.1 : Rat) + 0.2 = 0.3 := rfl

example : (1 / 3 : Rat) < 1 / 2 ∧ ¬(1 / 2 : Rat) ≤ 1 / 3 := by decide

structure Point where
  x : Rat
  y : Rat
deriving Repr, DecidableEq

#eval (⟨1 / 2, 2⟩ : Point)
-- info: { x := (1 : Rat)/2, y := 2 }

#eval (⟨1 / 2, 2⟩ : Point) = ⟨2 / 4, 2⟩
-- info: true

/-! ## Arithmetic -/

theorem square_of_sum (a b : Rat) : (a + b) * (a + b) = a * a + 2 * (a * b) + b * b := by
  have two : (2 : Rat) * (a * b) = a * b + a * b := by
    rw [show (2 : Rat) = 1 + 1 by decide, Rat.add_mul, Rat.one_mul]
  rw [two, Rat.add_mul, Rat.mul_add, Rat.mul_add, Rat.mul_comm b a]
  ac_rfl

example (a b c : Rat) : a + b + c = c + b + a := by ac_rfl

example (a : Rat) : a * 1 + 0 - a = 0 := by simp

example (a : Rat) (h : a ≠ 0) : a⁻¹ * a = 1 := Rat.inv_mul_cancel a h

example (a b : Int) : ((a * b + 1 : Int) : Rat) = a * b + 1 := by simp

example (n d : Int) : Rat.divInt n d = Rat.divInt (2 * n) (2 * d) :=
  (Rat.divInt_mul_left (by decide)).symm

#print axioms square_of_sum
-- info: 'Rationals.square_of_sum' depends on axioms: [propext, Classical.choice, Quot.sound]

/-! ## Order -/

def harmonic : Nat → Rat
  | 0 => 0
  | n + 1 => harmonic n + 1 / (n + 1)

#eval harmonic 10
-- info: (7381 : Rat)/2520

theorem harmonic_nonneg (n : Nat) : 0 ≤ harmonic n := by
  induction n with
  | zero => decide
  | succ n ih =>
    apply Rat.add_nonneg ih
    apply Rat.div_nonneg
    · decide
    · exact_mod_cast Nat.zero_le (n + 1)

example (a b c : Rat) (h₁ : a ≤ b) (h₂ : b < c) : a < c := calc
  a ≤ b := h₁
  _ < c := h₂

example (a b : Rat) (h : a < b) : ¬b ≤ a := by simpa using h

example (a b c : Rat) (h : a ≤ b) : a + c ≤ b + c := Rat.add_le_add_right.mpr h

example (a b : Int) (h : (a : Rat) ≤ b) : a ≤ b := by exact_mod_cast h

example (q : Rat) : (q.floor : Rat) ≤ q ∧ q ≤ q.ceil := ⟨Rat.floor_le q, Rat.le_ceil q⟩

example (q : Rat) : q = 0 ∨ 0 < q * q := by
  by_cases h : q = 0
  · exact .inl h
  · exact .inr (Rat.lt_of_le_of_ne (Rat.mul_self_nonneg q) (Rat.mul_ne_zero h h).symm)

end Rationals
