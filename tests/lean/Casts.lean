/-!
# From natural numbers to integers
-/

namespace Casts

example (n m : Nat) (h : (n : Int) = m) : n = m := by exact_mod_cast h

example (n m k : Nat) (h : n = m * k) : (n : Int) = m * k := by exact_mod_cast h

example (n m : Nat) : ((n + m : Nat) : Int) = n + m := by push_cast; rfl

example (n m : Nat) (h : (n : Int) + 1 ≤ m) : n + 1 ≤ m := by
  norm_cast at h

example (a b : Nat) (h : b ≤ a) : ((a - b : Nat) : Int) = a - b := by
  push_cast [h]
  rfl

example (a b : Nat) : ((a ^ 2 * b : Nat) : Int) = (a : Int) ^ 2 * b := by push_cast; rfl

example (a b : Nat) (h : (a : Int) ∣ b) : a ∣ b := by exact_mod_cast h

example : (3 : Int) ∣ 21 := by decide

example : ¬(2 : Int) ∣ 21 := by decide

example (n : Int) : 2 ∣ n * (n + 1) := by
  rcases Int.emod_two_eq n with h | h
  · exact Int.dvd_trans (Int.dvd_of_emod_eq_zero h) (Int.dvd_mul_right n _)
  · exact Int.dvd_trans (Int.dvd_of_emod_eq_zero (by omega : (n + 1) % 2 = 0)) (Int.dvd_mul_left _ n)

example (a b n : Int) (h : a % n = b % n) : a * a % n = b * b % n := by
  rw [Int.mul_emod, h, ← Int.mul_emod]

#eval ((-7 : Int) / 2, (-7 : Int) % 2, (-7 : Int).tdiv 2, (-7 : Int).tmod 2, (-7 : Int).fdiv 2)
-- info: (-4, 1, -3, -1, -4)

end Casts
