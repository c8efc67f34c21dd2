import Abacus.Nat.Sum

/-! Lists of numbers: sums, maxima, and reversal with an accumulator. -/

namespace Abacus

/-- The sum of a list. -/
def total : List Nat → Nat
  | [] => 0
  | x :: xs => x + total xs

/-- The largest number of a list, 0 of an empty one. -/
def largest : List Nat → Nat
  | [] => 0
  | x :: xs => if largest xs ≤ x then x else largest xs

/-- `rev xs ys` is `xs`, turned around, before `ys`. -/
def rev {α : Type} : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => rev xs (x :: ys)

/-- How long a list is, counted anew. -/
def size {α : Type} : List α → Nat
  | [] => 0
  | _ :: xs => size xs + 1

/-- `join xs ys` is `xs` before `ys`. -/
def join {α : Type} : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: join xs ys

theorem total_nil : total [] = 0 := rfl

theorem total_cons (x : Nat) (xs : List Nat) : total (x :: xs) = x + total xs := rfl

theorem total_join (xs ys : List Nat) : total (join xs ys) = total xs + total ys := by
  induction xs with
  | nil => show total ys = 0 + total ys; omega
  | cons x xs ih => show x + total (join xs ys) = x + total xs + total ys; omega

theorem join_nil {α : Type} (xs : List α) : join xs [] = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => show x :: join xs [] = x :: xs; rw [ih]

theorem join_assoc {α : Type} (xs ys zs : List α) :
    join (join xs ys) zs = join xs (join ys zs) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => show x :: join (join xs ys) zs = x :: join xs (join ys zs); rw [ih]

theorem size_join {α : Type} (xs ys : List α) : size (join xs ys) = size xs + size ys := by
  induction xs with
  | nil => show size ys = 0 + size ys; omega
  | cons x xs ih => show size (join xs ys) + 1 = size xs + 1 + size ys; omega

theorem rev_nil {α : Type} (ys : List α) : rev [] ys = ys := rfl

theorem size_rev {α : Type} (xs ys : List α) : size (rev xs ys) = size xs + size ys := by
  induction xs generalizing ys with
  | nil => show size ys = 0 + size ys; omega
  | cons x xs ih =>
    show size (rev xs (x :: ys)) = size xs + 1 + size ys
    rw [ih]; show size xs + (size ys + 1) = size xs + 1 + size ys; omega

theorem total_rev (xs ys : List Nat) : total (rev xs ys) = total xs + total ys := by
  induction xs generalizing ys with
  | nil => show total ys = 0 + total ys; omega
  | cons x xs ih =>
    show total (rev xs (x :: ys)) = x + total xs + total ys
    rw [ih, total_cons]; omega

theorem rev_eq_join {α : Type} (xs ys : List α) : rev xs ys = join (rev xs []) ys := by
  induction xs generalizing ys with
  | nil => rfl
  | cons x xs ih =>
    show rev xs (x :: ys) = join (rev xs [x]) ys
    rw [ih, ih [x], join_assoc]; rfl

theorem largest_nil : largest [] = 0 := rfl

theorem head_le_largest (x : Nat) (xs : List Nat) : x ≤ largest (x :: xs) := by
  unfold largest; split <;> omega

theorem tail_le_largest (x : Nat) (xs : List Nat) : largest xs ≤ largest (x :: xs) := by
  show largest xs ≤ if largest xs ≤ x then x else largest xs
  split <;> omega

theorem largest_le_total (xs : List Nat) : largest xs ≤ total xs := by
  induction xs with
  | nil => exact Nat.le_refl 0
  | cons x xs ih =>
    show (if largest xs ≤ x then x else largest xs) ≤ x + total xs
    split <;> omega

end Abacus
