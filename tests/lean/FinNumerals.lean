/-!
# Bounded numbers

Literals of `Fin n`, and arithmetic modulo `n`, for `omega`, `simp`, `decide` and `grind`.
-/

namespace FinNumerals

/-! ## omega -/

example (i : Fin 5) : i.val < 7 := by omega

example (i : Fin 5) (h : i < 3) : i.val < 3 := by omega

example (i : Fin 5) (h : 3 ≤ i) (h' : i ≠ 3) : i = 4 := by omega

example (i : Fin 3) : i = 0 ∨ i = 1 ∨ i = 2 := by omega

example (i : Fin 5) : (i + 1).val = (i.val + 1) % 5 := by omega

example (i : Fin 5) (h : i < 4) : i < i + 1 := by omega

example (i j : Fin 8) : i + j = j + i := by omega

example (n : Nat) (i j : Fin n) (h : i ≤ j) (h' : j ≤ i) : i = j := by omega

/-! ## simp, decide and grind -/

example : (2 : Fin 5) + 4 = 1 := by simp

example : (2 : Fin 5) + 4 = 1 := by decide

example : (2 : Fin 5) - 4 = 3 ∧ (3 : Fin 7) * 5 = 1 := by decide

example (i : Fin 5) : i.castSucc.val < 5 := by simp

example (n : Nat) (i : Fin n) : i.castSucc + 1 = i.succ := by simp

example (n : Nat) (i : Fin (n + 1)) : Fin.last n ≤ i ↔ i = Fin.last n := by simp

example (n : Nat) (i : Fin n) : i.rev.rev = i ∧ (0 : Fin (n + 1)) < i.succ := by simp

example (n : Nat) : Fin.last n + 1 = 0 := by simp

example (n : Nat) (a b : Fin n) : a = b ↔ a.val = b.val := Fin.ext_iff

example (n : Nat) (a b : Fin n) (h : b ≤ a) : (a - b).val = a.val - b.val := Fin.sub_val_of_le h

example (n : Nat) (a b c : Fin n) : a * b * c = c * (b * a) := by ac_rfl

example (n : Nat) (i : Fin (n + 1)) (h : i ≠ 0) : (i.pred h).succ = i := by simp

/-! ## Eliminators -/

def sumBelow (n : Nat) (f : Fin n → Nat) : Nat :=
  match n with
  | 0 => 0
  | n + 1 => sumBelow n (fun i => f i.castSucc) + f (Fin.last n)

#eval sumBelow 5 fun i => i
-- info: 10

example (n : Nat) (p : Fin (n + 1) → Prop) (h : p (Fin.last n)) (g : ∀ i : Fin n, p i.succ → p i.castSucc)
    (i : Fin (n + 1)) : p i := by
  induction i using Fin.reverseInduction with
  | last => exact h
  | cast i ih => exact g i ih

open Fin.NatCast in
example : ((7 : Nat) : Fin 5) = 2 := by decide

end FinNumerals
