/-!
# Products: `grind` multiplies out; `==`, positions and slices of containers
-/

namespace Products

/-! ## grind on products and powers -/

example (x y : Int) : (x + y) * (x - y) = x ^ 2 - y ^ 2 := by grind

example (x y : Int) : (x + y) ^ 3 = x ^ 3 + 3 * x ^ 2 * y + 3 * x * y ^ 2 + y ^ 3 := by grind

example (a b : Int) : (2 * a + 1) * (2 * b + 1) = 2 * (2 * a * b + a + b) + 1 := by grind

example (x y : Nat) (h : x * x = 2 * (y * y) + 1) :
    (3 * x + 4 * y) * (3 * x + 4 * y) = 2 * ((2 * x + 3 * y) * (2 * x + 3 * y)) + 1 := by grind

example (a b : Int) (h : 0 ≤ (a - b) * (a - b)) (g : 0 ≤ (a + b) * (a + b)) : a * b ≤ a * a + b * b := by grind

def sumTo (f : Nat → Nat) : Nat → Nat
  | 0 => f 0
  | n + 1 => sumTo f n + f (n + 1)

theorem sum_cubes (n : Nat) : 4 * sumTo (fun k => k ^ 3) n = (n * (n + 1)) ^ 2 := by
  induction n with
  | zero => rfl
  | succ n ih => grind [sumTo]

example (x y : Int) : (x + y) ^ 2 = x ^ 2 + y ^ 2 := by grind
-- error: `grind` could not prove the goal; in the embedded core library its only arithmetic is `omega`
--| x y : Int
--| ⊢ (x + y) ^ 2 = x ^ 2 + y ^ 2

example (n : Nat) : (n + 1) ^ 2 = n ^ 2 + 2 * n := by grind
-- error: `grind` could not prove the goal; in the embedded core library its only arithmetic is `omega`
--| n : Nat
--| ⊢ (n + 1) ^ 2 = n ^ 2 + 2 * n

/-! ## Containers -/

example (xs : List Nat) : (xs == xs.reverse) = true ↔ xs = xs.reverse := by simp

example (p q : Nat × Option Nat) (h : (p == q) = true) : p = q := eq_of_beq h

example (xs ys : Array Nat) : (xs == ys) = true ↔ xs = ys := by simp

example : [3, 1, 2].Perm [1, 2, 3] := by decide

example : [1, 3] <+ [1, 2, 3] ∧ [2, 3] <:+ [1, 2, 3] ∧ ¬[2] <+: [1, 2] := by decide

example (f : Fin n → Nat) (i : Fin n) : (List.ofFn f)[i.val]'(by simp) = f i := by simp

example (xs : Vector Nat n) : xs.reverse.reverse = xs := by simp

example (xs ys : Vector Nat n) (i : Nat) (h : i < n) : (xs.zipWith (· + ·) ys)[i] = xs[i] + ys[i] := by simp

def total (xs : List Nat) : Nat := Id.run do
  let mut s := 0
  for x in xs do s := s + x
  return s

theorem total_eq (xs : List Nat) : total xs = xs.foldl (fun s x => s + x) 0 := by simp [total]

#eval (#[1, 2, 3, 4][1...3].toArray, #[1, 2, 3, 4][1...=3].toArray, #[1, 2, 3][*...2].toArray, #[1, 2, 3][1...*].size)
-- info: (#[2, 3], #[2, 3, 4], #[1, 2], 2)

end Products
