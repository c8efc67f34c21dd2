import Abacus.Nat.Power

/-! Sums over the first numbers, and what they come to. -/

namespace Abacus

/-- `sum f n` is `f 0 + ... + f (n - 1)`. -/
def sum (f : Nat → Nat) : Nat → Nat
  | 0 => 0
  | n + 1 => sum f n + f n

/-- The sum of the numbers below `n`. -/
def triangle (n : Nat) : Nat := sum (fun k => k) n

theorem sum_zero (f : Nat → Nat) : sum f 0 = 0 := rfl

theorem sum_succ (f : Nat → Nat) (n : Nat) : sum f (n + 1) = sum f n + f n := rfl

theorem sum_one (f : Nat → Nat) : sum f 1 = f 0 := by
  rw [sum_succ, sum_zero, Nat.zero_add]

theorem sum_const (c n : Nat) : sum (fun _ => c) n = n * c := by
  induction n with
  | zero => rw [sum_zero, Nat.zero_mul]
  | succ n ih => rw [sum_succ, ih, Nat.succ_mul]

theorem sum_add (f g : Nat → Nat) (n : Nat) : sum (fun k => f k + g k) n = sum f n + sum g n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sum_succ, sum_succ, sum_succ, ih]; omega

theorem sum_mul (c : Nat) (f : Nat → Nat) (n : Nat) : sum (fun k => c * f k) n = c * sum f n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sum_succ, sum_succ, ih, Nat.mul_add]

theorem sum_congr (f g : Nat → Nat) (n : Nat) (h : ∀ k, f k = g k) : sum f n = sum g n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sum_succ, sum_succ, ih, h]

theorem sum_le (f g : Nat → Nat) (n : Nat) (h : ∀ k, f k ≤ g k) : sum f n ≤ sum g n := by
  induction n with
  | zero => exact Nat.le_refl 0
  | succ n ih => rw [sum_succ, sum_succ]; exact Nat.add_le_add ih (h n)

theorem triangle_succ (n : Nat) : triangle (n + 1) = triangle n + n := rfl

theorem double_triangle (n : Nat) : double (triangle (n + 1)) = n * (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [triangle_succ, double_add, ih, double_eq, ← Nat.add_mul]
    rw [Nat.mul_comm, Nat.add_comm n 2]

theorem sum_two_powers (n : Nat) : sum (power 2) n + 1 = power 2 n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sum_succ, two_power_succ]; unfold double; omega

theorem sum_pos (f : Nat → Nat) (n : Nat) (h : 0 < f n) : 0 < sum f (n + 1) := by
  rw [sum_succ]; omega

end Abacus
