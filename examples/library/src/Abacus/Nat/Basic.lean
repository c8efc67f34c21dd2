/-! Doubling, halving and the distance of two numbers. -/

namespace Abacus

/-- Twice a number. -/
def double (n : Nat) : Nat := n + n

/-- Half of a number, rounded down. -/
def half (n : Nat) : Nat := n / 2

/-- The square of a number. -/
def square (n : Nat) : Nat := n * n

/-- How far two numbers lie apart. -/
def distance (n m : Nat) : Nat := (n - m) + (m - n)

theorem double_zero : double 0 = 0 := rfl

theorem double_one : double 1 = 2 := rfl

theorem double_eq (n : Nat) : double n = 2 * n := by unfold double; omega

theorem double_succ (n : Nat) : double (n + 1) = double n + 2 := by unfold double; omega

theorem double_add (n m : Nat) : double (n + m) = double n + double m := by unfold double; omega

theorem double_le_double (n m : Nat) (h : n ≤ m) : double n ≤ double m := by
  unfold double; omega

theorem double_injective (n m : Nat) (h : double n = double m) : n = m := by
  unfold double at h; omega

theorem le_double (n : Nat) : n ≤ double n := by unfold double; omega

theorem half_zero : half 0 = 0 := rfl

theorem half_double (n : Nat) : half (double n) = n := by unfold half double; omega

theorem half_le (n : Nat) : half n ≤ n := by unfold half; omega

theorem double_half_le (n : Nat) : double (half n) ≤ n := by unfold half double; omega

theorem half_lt (n : Nat) (h : 0 < n) : half n < n := by unfold half; omega

theorem square_zero : square 0 = 0 := rfl

theorem square_one : square 1 = 1 := rfl

theorem distance_self (n : Nat) : distance n n = 0 := by unfold distance; omega

theorem distance_comm (n m : Nat) : distance n m = distance m n := by unfold distance; omega

theorem distance_zero (n : Nat) : distance n 0 = n := by unfold distance; omega

theorem distance_triangle (n m k : Nat) : distance n k ≤ distance n m + distance m k := by
  unfold distance; omega

theorem eq_of_distance_zero (n m : Nat) (h : distance n m = 0) : n = m := by
  unfold distance at h; omega

end Abacus
