/-!
# Search: `exact?`, `apply?`, `rw?`; and `grind`
-/

namespace Searching

example (a b : Nat) : a + b = b + a := by exact?
-- info: Try this:
--|   [apply] exact Nat.add_comm a b

example (a b : Nat) (h : a ≤ b) : a < b + 1 := by apply?
-- info: Try this:
--|   [apply] exact Nat.lt_add_one_of_le h

example (xs : List Nat) : xs ++ [] = xs := by exact?
-- info: Try this:
--|   [apply] exact List.append_nil xs

/-! ## grind: congruence, case splits, given lemmas -/

example (p q : Prop) (h : p ∧ q) : q ∧ p := by grind

example (p q r : Prop) (h : p → q) (h' : q → r) (hp : p) : r := by grind

example (f : Nat → Nat) (a b : Nat) (h : a = b) : f a = f b := by grind

example (f : Nat → Nat) (h : ∀ x, f x = x) : f 3 = 3 := by grind

example (a b c : Nat) (h₁ : a < b) (h₂ : b < c) : a < c := by grind

example (a b : Nat) : (if a < b then a else b) ≤ a := by grind

opaque g : Nat → Nat
axiom g_g (x : Nat) : g (g x) = g x

example (a : Nat) : g (g (g a)) = g a := by grind [g_g]

inductive Color where
  | red | green

example (x y z : Color) (h : x ≠ y) (h' : y ≠ z) : x = z := by
  cases x <;> cases y <;> cases z <;> grind

@[grind] def double (n : Nat) : Nat := n + n

@[grind =] theorem double_eq (n : Nat) : double n = 2 * n := by
  unfold double
  omega

end Searching
