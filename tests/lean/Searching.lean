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

/-! ## grind: normal forms, truth values, case splits, instances -/

example (p q r : Prop) : (p ∨ q) ∧ r ↔ (p ∧ r) ∨ (q ∧ r) := by grind

example (a b c : Bool) : (a && (b || c)) = ((a && b) || (a && c)) := by grind

example (f : Nat → Nat) (a b : Nat) (h : a = b ∨ a = 3) (h₁ : f 3 = 0) (h₂ : f b = 0) : f a = 0 := by
  grind

example (xs : List Nat) (i : Nat) (h : i < xs.length) : xs[i]? = some xs[i] := by grind

example (p : α → Prop) (h : ¬ ∃ x, p x) (a : α) : ¬ p a := by grind

inductive Shape where
  | leaf
  | node (l r : Shape)

def Shape.mirror : Shape → Shape
  | leaf => leaf
  | node l r => node r.mirror l.mirror

theorem Shape.mirror_mirror (s : Shape) : s.mirror.mirror = s := by induction s with grind [mirror]

/-! ## grind: products of variables, what lists and arrays have at a place, recursion -/

example (a b : Int) : (a + b) * (a - b) = a ^ 2 - b ^ 2 := by grind

example (a b : Nat) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by grind

example (x k : Nat) (h : x = 2 * k) : x * x = 4 * (k * k) := by grind

example (xs : Array Nat) (i j : Nat) (hi : i < xs.size) (hj : j < xs.size) (h : i ≠ j) :
    (xs.set i 5)[j]'(by grind) = xs[j] := by grind

example (xs ys : List Nat) (n : Nat) (h : n ≤ xs.length) : ((xs ++ ys).take n).length = n := by grind

def sumOfSquares : Nat → Nat
  | 0 => 0
  | n + 1 => (n + 1) ^ 2 + sumOfSquares n

theorem sumOfSquares_eq (n : Nat) : 6 * sumOfSquares n = n * (n + 1) * (2 * n + 1) := by
  induction n with grind [sumOfSquares]

def evens : List Nat → List Nat
  | [] => []
  | x :: xs => if x % 2 = 0 then x :: evens xs else evens xs

theorem length_evens (xs : List Nat) : (evens xs).length ≤ xs.length := by
  induction xs with grind [evens]

theorem even_of_mem (xs : List Nat) : ∀ x ∈ evens xs, x % 2 = 0 := by induction xs with grind [evens]

/-! ## Lists: permutations, ends, prefixes -/

example (a : Nat) (xs ys : List Nat) (h : (a :: xs).Perm (a :: ys)) : xs.Perm ys := h.cons_inv

example (xs ys : List Nat) : xs.Perm ys ↔ ∀ a, xs.count a = ys.count a := List.perm_iff_count

example (xs : List Nat) (a : Nat) : (xs ++ [a]).getLast (by simp) = a := by simp

example (a : Nat) (xs ys : List Nat) : a :: xs <+: a :: ys ↔ xs <+: ys := by simp

example (xs : List Nat) (p : Nat → Bool) : (xs.filter p).foldl (· + ·) 0 =
    xs.foldl (fun s x => if p x then s + x else s) 0 := List.foldl_filter

example (a : Nat) (xs : List Nat) : a ∈ xs.eraseDups ↔ a ∈ xs := by simp

example (xs ys : List Nat) : xs.foldr (· :: ·) ys = xs ++ ys := by simp

end Searching
