import Abacus.Nat.Basic

/-! Powers, written down anew. -/

namespace Abacus

/-- `power b n` is `b` multiplied by itself `n` times. -/
def power (b : Nat) : Nat → Nat
  | 0 => 1
  | n + 1 => power b n * b

/-- The product of the numbers from 1 to `n`. -/
def factorial : Nat → Nat
  | 0 => 1
  | n + 1 => (n + 1) * factorial n

theorem power_zero (b : Nat) : power b 0 = 1 := rfl

theorem power_succ (b n : Nat) : power b (n + 1) = power b n * b := rfl

theorem power_one (b : Nat) : power b 1 = b := by
  rw [power_succ, power_zero, Nat.one_mul]

theorem one_power (n : Nat) : power 1 n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [power_succ, ih]

theorem power_two (b : Nat) : power b 2 = square b := by
  rw [power_succ, power_one]; rfl

theorem power_add (b n m : Nat) : power b (n + m) = power b n * power b m := by
  induction m with
  | zero => rw [Nat.add_zero, power_zero, Nat.mul_one]
  | succ m ih => rw [← Nat.add_assoc, power_succ, ih, power_succ, Nat.mul_assoc]

theorem power_pos (b n : Nat) (h : 0 < b) : 0 < power b n := by
  induction n with
  | zero => exact Nat.zero_lt_one
  | succ n ih => rw [power_succ]; exact Nat.mul_pos ih h

theorem zero_power (n : Nat) : power 0 (n + 1) = 0 := by rw [power_succ, Nat.mul_zero]

theorem two_power_succ (n : Nat) : power 2 (n + 1) = double (power 2 n) := by
  rw [power_succ, double_eq, Nat.mul_comm]

theorem lt_two_power (n : Nat) : n < power 2 n := by
  induction n with
  | zero => exact Nat.zero_lt_one
  | succ n ih => rw [two_power_succ]; unfold double; omega

theorem factorial_zero : factorial 0 = 1 := rfl

theorem factorial_succ (n : Nat) : factorial (n + 1) = (n + 1) * factorial n := rfl

theorem factorial_pos (n : Nat) : 0 < factorial n := by
  induction n with
  | zero => exact Nat.zero_lt_one
  | succ n ih => rw [factorial_succ]; exact Nat.mul_pos (Nat.succ_pos n) ih

theorem factorial_three : factorial 3 = 6 := rfl

end Abacus
