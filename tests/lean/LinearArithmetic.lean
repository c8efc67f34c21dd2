/-!
# Linear arithmetic

`omega` on natural numbers and integers; `simp +arith`; `ac_rfl` and `ac_nf`.
-/

namespace LinearArithmetic

/-! ## omega -/

theorem le_of_lt (a b : Nat) (h : a < b) : a + 1 ≤ b := by omega

example (x y : Int) (h : 2 * x + 1 = 2 * y) : False := by omega

example (a b : Nat) (h : b ≤ a) : a - b + b = a := by omega

example (a : Nat) (h : 0 < a) : a / 2 < a := by omega

example (a : Nat) (h : a % 2 = 1) : (a + 1) % 2 = 0 := by omega

example (a b : Nat) (h : a = 1 ∨ b = 2) (h' : a ≠ 1) : b = 2 := by omega

example (a b : Nat) : min a b ≤ a ∧ a ≤ max a b := by omega

example (a b : Int) (h : a ≠ b) : a < b ∨ b < a := by omega

example (a : Int) (h : 3 ∣ a) : ∃ k, a = 3 * k := ⟨a / 3, by omega⟩

example (n : Nat) (i j : Fin n) (h : i < j) : i.val + 1 ≤ j.val := by omega

example (x : Int) : (x.natAbs : Int) ≥ x := by omega

example (x : Int) (h : 0 ≤ x) : (x.toNat : Int) = x := by omega

example (a b : Int) : (if a < b then a else b) ≤ a := by omega

example (a b : Nat) : (if a < b then a else b) ≤ a := by split <;> omega

example (a b c d : Nat) (h₁ : a < b) (h₂ : b < c) (h₃ : c < d) : a + 3 ≤ d := by omega

example (x y : Int) (h : 6 * x + 9 * y = 15) (h₁ : x > 0) (h₂ : y > 0) : x = 1 := by omega

example (f : Nat → Nat) (h : f 0 < f 1) (h' : f 1 < f 2) : f 0 + 1 < f 2 := by omega

theorem digits (n : Nat) (h : n < 100) : n / 10 * 10 + n % 10 = n ∧ n / 10 < 10 := by omega

#print axioms le_of_lt
-- info: 'LinearArithmetic.le_of_lt' depends on axioms: [propext]

/-! ## simp +arith -/

example (x : Nat) : x + 1 + 2 = 3 + x := by simp +arith

example (x y : Nat) : x + y + 1 ≤ 3 + y + x := by simp +arith

example (a b c : Nat) (h : a < b) : a + c < b + c + 3 := by
  simp +arith
  omega

example (a b : Int) : a + b < b + a + 3 := by simp +arith

example (a b : Int) : 2 * a - 3 * (b - a) = 5 * a - b * 3 := by simp +arith

example (a b : Int) : 2 * a + 3 ≤ 2 * b ↔ a + 2 ≤ b := by simp +arith

example (a b : Int) : 2 * a ≠ 2 * b + 1 := by simp +arith

example (a : Int) : a + 3 = 5 ↔ a = 2 := by simp +arith

example (a b : Int) : 6 ∣ 4 * a + 2 * b ↔ 3 ∣ 2 * a + b := by simp +arith

example (a : Int) : ¬ 2 ∣ 4 * a + 1 := by simp +arith

example (a b c d : Int) (h : a + b - c ≥ d) : c + d ≤ b + a := by
  simp +arith at h ⊢
  exact h

example (x y : Int) (f : Int → Int) : f (x + y + x) = f (2 * x + y) := by simp +arith

/-! ## Associative and commutative operations -/

example (a b c : Nat) : a + b + c = c + (b + a) := by ac_rfl

example (a b c : Int) : a * b * c = c * (b * a) := by ac_rfl

example (p q r : Prop) : p ∧ q ∧ r ↔ r ∧ q ∧ p := by ac_rfl

example (p q r : Prop) : p ∨ q ∨ r ↔ r ∨ p ∨ q := by ac_rfl

example (a b c d : Nat) : max (max a b) (max c d) = max (max d c) (max b a) := by ac_rfl

example (a b c : Nat) : max (max a b) (max b c) = max (max c a) b := by ac_rfl

example (a b : Nat) : a * 1 * b = b * a := by ac_rfl

example (xs ys : List Nat) : xs ++ ([] ++ ys) = (xs ++ []) ++ ys := by ac_rfl

example : ([] ++ [] : List Nat) = [] := by ac_rfl

example (a b c : Nat) (h : a + (b + c) = 5) : c + b + a = 5 := by
  ac_nf at *

example (xs ys zs : List α) : xs ++ (ys ++ zs) = xs ++ ys ++ zs := by ac_rfl

/-- An operation of one's own. -/
def join (a b : Bool) : Bool := a != b

instance : Std.Associative join := ⟨by decide⟩
instance : Std.Commutative join := ⟨by decide⟩

example (a b c : Bool) : join a (join b c) = join (join c a) b := by ac_rfl

end LinearArithmetic
