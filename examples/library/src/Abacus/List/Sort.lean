import Abacus.List.Count

/-! Insertion sort: it sorts, and it loses nothing. -/

namespace Abacus

/-- Put a number into a sorted list. -/
def insert (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => if x ≤ y then x :: y :: ys else y :: insert x ys

/-- Sort a list. -/
def sort : List Nat → List Nat
  | [] => []
  | x :: xs => insert x (sort xs)

/-- No number of a list is smaller than `x`. -/
def AllAtLeast (x : Nat) : List Nat → Prop
  | [] => True
  | y :: ys => x ≤ y ∧ AllAtLeast x ys

/-- A list is in order. -/
def Sorted : List Nat → Prop
  | [] => True
  | x :: xs => AllAtLeast x xs ∧ Sorted xs

theorem sorted_nil : Sorted [] := trivial

theorem sorted_single (x : Nat) : Sorted [x] := ⟨trivial, trivial⟩

theorem allAtLeast_nil (x : Nat) : AllAtLeast x [] := trivial

theorem allAtLeast_mono (x y : Nat) (xs : List Nat) (h : x ≤ y) (k : AllAtLeast y xs) :
    AllAtLeast x xs := by
  induction xs with
  | nil => trivial
  | cons z zs ih => exact ⟨Nat.le_trans h k.1, ih k.2⟩

theorem allAtLeast_insert (x y : Nat) (xs : List Nat) (h : x ≤ y) (k : AllAtLeast x xs) :
    AllAtLeast x (insert y xs) := by
  induction xs with
  | nil => exact ⟨h, trivial⟩
  | cons z zs ih =>
    show AllAtLeast x (if y ≤ z then y :: z :: zs else z :: insert y zs)
    split
    · exact ⟨h, k⟩
    · exact ⟨k.1, ih k.2⟩

theorem sorted_insert (x : Nat) (xs : List Nat) (h : Sorted xs) : Sorted (insert x xs) := by
  induction xs with
  | nil => exact sorted_single x
  | cons y ys ih =>
    show Sorted (if x ≤ y then x :: y :: ys else y :: insert x ys)
    split
    · rename_i le
      exact ⟨⟨le, allAtLeast_mono x y ys le h.1⟩, h⟩
    · rename_i gt
      exact ⟨allAtLeast_insert y x ys (by omega) h.1, ih h.2⟩

theorem sorted_sort (xs : List Nat) : Sorted (sort xs) := by
  induction xs with
  | nil => exact sorted_nil
  | cons x xs ih => exact sorted_insert x (sort xs) ih

theorem sameCounts_insert (x : Nat) (xs : List Nat) : SameCounts (insert x xs) (x :: xs) := by
  induction xs with
  | nil => exact sameCounts_refl [x]
  | cons y ys ih =>
    show SameCounts (if x ≤ y then x :: y :: ys else y :: insert x ys) (x :: y :: ys)
    split
    · exact sameCounts_refl _
    · exact sameCounts_trans _ _ _ (sameCounts_cons y _ _ ih) (sameCounts_swap y x ys)

theorem sameCounts_sort (xs : List Nat) : SameCounts (sort xs) xs := by
  induction xs with
  | nil => exact sameCounts_refl []
  | cons x xs ih =>
    exact sameCounts_trans _ _ _ (sameCounts_insert x (sort xs)) (sameCounts_cons x _ _ ih)

theorem size_insert (x : Nat) (xs : List Nat) : size (insert x xs) = size xs + 1 := by
  induction xs with
  | nil => rfl
  | cons y ys ih =>
    show size (if x ≤ y then x :: y :: ys else y :: insert x ys) = size ys + 1 + 1
    split
    · rfl
    · show size (insert x ys) + 1 = size ys + 1 + 1
      rw [ih]

theorem size_sort (xs : List Nat) : size (sort xs) = size xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    show size (insert x (sort xs)) = size xs + 1
    rw [size_insert, ih]

theorem total_insert (x : Nat) (xs : List Nat) : total (insert x xs) = x + total xs := by
  induction xs with
  | nil => rfl
  | cons y ys ih =>
    show total (if x ≤ y then x :: y :: ys else y :: insert x ys) = x + (y + total ys)
    split
    · rfl
    · rw [total_cons, ih]; omega

theorem total_sort (xs : List Nat) : total (sort xs) = total xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    show total (insert x (sort xs)) = x + total xs
    rw [total_insert, ih]

theorem holds_sort (n : Nat) (xs : List Nat) (h : Holds n xs) : Holds n (sort xs) := by
  unfold Holds at *; rw [sameCounts_sort xs n]; exact h

end Abacus
