import Abacus.List.Basic

/-! How often a number stands in a list. -/

namespace Abacus

/-- How often `n` stands in a list. -/
def count (n : Nat) : List Nat → Nat
  | [] => 0
  | x :: xs => (if x = n then 1 else 0) + count n xs

/-- Two lists have the same numbers, each as often. -/
def SameCounts (xs ys : List Nat) : Prop := ∀ n, count n xs = count n ys

/-- `n` stands in a list. -/
def Holds (n : Nat) (xs : List Nat) : Prop := 0 < count n xs

theorem count_nil (n : Nat) : count n [] = 0 := rfl

theorem count_cons (n x : Nat) (xs : List Nat) :
    count n (x :: xs) = (if x = n then 1 else 0) + count n xs := rfl

theorem count_cons_self (n : Nat) (xs : List Nat) : count n (n :: xs) = count n xs + 1 := by
  rw [count_cons, if_pos rfl]; omega

theorem count_cons_other (n x : Nat) (xs : List Nat) (h : x ≠ n) :
    count n (x :: xs) = count n xs := by
  rw [count_cons, if_neg h]; omega

theorem count_join (n : Nat) (xs ys : List Nat) :
    count n (join xs ys) = count n xs + count n ys := by
  induction xs with
  | nil => show count n ys = 0 + count n ys; omega
  | cons x xs ih =>
    show (if x = n then 1 else 0) + count n (join xs ys) = _
    rw [ih, count_cons]; omega

theorem count_le_size (n : Nat) (xs : List Nat) : count n xs ≤ size xs := by
  induction xs with
  | nil => exact Nat.le_refl 0
  | cons x xs ih =>
    rw [count_cons]; show _ ≤ size xs + 1
    split <;> omega

theorem sameCounts_refl (xs : List Nat) : SameCounts xs xs := fun _ => rfl

theorem sameCounts_symm (xs ys : List Nat) (h : SameCounts xs ys) : SameCounts ys xs :=
  fun n => (h n).symm

theorem sameCounts_trans (xs ys zs : List Nat) (h : SameCounts xs ys) (k : SameCounts ys zs) :
    SameCounts xs zs := fun n => (h n).trans (k n)

theorem sameCounts_cons (x : Nat) (xs ys : List Nat) (h : SameCounts xs ys) :
    SameCounts (x :: xs) (x :: ys) := by
  intro n; rw [count_cons, count_cons, h n]

theorem sameCounts_swap (x y : Nat) (xs : List Nat) :
    SameCounts (x :: y :: xs) (y :: x :: xs) := by
  intro n; rw [count_cons, count_cons, count_cons, count_cons]; omega

theorem sameCounts_join_comm (xs ys : List Nat) : SameCounts (join xs ys) (join ys xs) := by
  intro n; rw [count_join, count_join]; omega

theorem holds_cons_self (n : Nat) (xs : List Nat) : Holds n (n :: xs) := by
  unfold Holds; rw [count_cons_self]; omega

theorem holds_cons (n x : Nat) (xs : List Nat) (h : Holds n xs) : Holds n (x :: xs) := by
  unfold Holds at *; rw [count_cons]; omega

theorem not_holds_nil (n : Nat) : ¬ Holds n [] := by
  unfold Holds; rw [count_nil]; omega

end Abacus
