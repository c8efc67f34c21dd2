/-! Induction on lists. -/

namespace InductionList

universe u v
variable {α : Type u} {β : Type v}

def append : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: append xs ys

theorem append_nil (xs : List α) : append xs [] = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [append, ih]

theorem append_assoc (xs ys zs : List α) :
    append (append xs ys) zs = append xs (append ys zs) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp [append, ih]

theorem append_eq (xs ys : List α) : append xs ys = xs ++ ys := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp [append, ih]

def len : List α → Nat
  | [] => 0
  | _ :: xs => len xs + 1

theorem len_append (xs ys : List α) : len (xs ++ ys) = len xs + len ys := by
  induction xs with
  | nil => simp [len]
  | cons x xs ih =>
    show len (xs ++ ys) + 1 = (len xs + 1) + len ys
    rw [ih, Nat.add_right_comm]

theorem len_eq_length (xs : List α) : len xs = xs.length := by
  induction xs <;> simp_all [len]

def rev : List α → List α
  | [] => []
  | x :: xs => rev xs ++ [x]

theorem rev_append (xs ys : List α) : rev (xs ++ ys) = rev ys ++ rev xs := by
  induction xs with
  | nil => simp [rev]
  | cons x xs ih => simp [rev, ih]

theorem rev_rev (xs : List α) : rev (rev xs) = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [rev, rev_append, ih]; rfl

def revOnto : List α → List α → List α
  | [], acc => acc
  | x :: xs, acc => revOnto xs (x :: acc)

theorem revOnto_eq (xs acc : List α) : revOnto xs acc = rev xs ++ acc := by
  induction xs generalizing acc with
  | nil => rfl
  | cons x xs ih => simp [revOnto, rev, ih]

theorem fast_rev (xs : List α) : revOnto xs [] = rev xs := by
  rw [revOnto_eq, List.append_nil]

theorem map_append' (f : α → β) (xs ys : List α) :
    (xs ++ ys).map f = xs.map f ++ ys.map f := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp [ih]

theorem map_map' {γ : Type} (f : α → β) (g : β → γ) (xs : List α) :
    (xs.map f).map g = xs.map (g ∘ f) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp [Function.comp]

theorem map_id' (xs : List α) : xs.map id = xs := by simp

theorem length_map' (f : α → β) (xs : List α) : (xs.map f).length = xs.length := by
  induction xs with
  | nil => rfl
  | cons _ xs ih => rw [List.map, List.length, List.length, ih]

theorem foldr_append' (f : α → β → β) (b : β) (xs ys : List α) :
    (xs ++ ys).foldr f b = xs.foldr f (ys.foldr f b) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [List.cons_append, List.foldr, ih, List.foldr]

def sum : List Nat → Nat := List.foldr (· + ·) 0

theorem sum_cons (n : Nat) (ns : List Nat) : sum (n :: ns) = n + sum ns := rfl

theorem sum_append (ms ns : List Nat) : sum (ms ++ ns) = sum ms + sum ns := by
  induction ms with
  | nil => simp [sum]
  | cons m ms ih => rw [List.cons_append, sum_cons, sum_cons, ih, Nat.add_assoc]

inductive Elem (a : α) : List α → Prop where
  | here (xs : List α) : Elem a (a :: xs)
  | there {xs : List α} (b : α) : Elem a xs → Elem a (b :: xs)

theorem not_elem_nil (a : α) : ¬Elem a [] := by
  intro h
  cases h

theorem elem_append_left {a : α} {xs : List α} (h : Elem a xs) (ys : List α) :
    Elem a (xs ++ ys) := by
  induction h with
  | here xs => exact Elem.here (xs ++ ys)
  | there b _ ih => exact Elem.there b ih

theorem elem_append_right {a : α} (xs : List α) {ys : List α} (h : Elem a ys) :
    Elem a (xs ++ ys) := by
  induction xs with
  | nil => exact h
  | cons x xs ih => exact Elem.there x ih

theorem elem_iff_mem {a : α} {xs : List α} : Elem a xs ↔ a ∈ xs := by
  constructor
  · intro h
    induction h with
    | here xs => simp
    | there b _ ih => simp [ih]
  · intro h
    induction xs with
    | nil => contradiction
    | cons x xs ih =>
      rw [List.mem_cons] at h
      rcases h with rfl | h
      · exact Elem.here xs
      · exact Elem.there x (ih h)

theorem elem_map (f : α → β) {a : α} {xs : List α} (h : Elem a xs) : Elem (f a) (xs.map f) := by
  induction h with
  | here xs => exact .here _
  | there b _ ih => exact .there _ ih

inductive Sublist : List α → List α → Prop where
  | nil : Sublist [] []
  | skip (x : α) {xs ys : List α} : Sublist xs ys → Sublist xs (x :: ys)
  | keep (x : α) {xs ys : List α} : Sublist xs ys → Sublist (x :: xs) (x :: ys)

theorem Sublist.refl (xs : List α) : Sublist xs xs := by
  induction xs with
  | nil => constructor
  | cons x xs ih => exact .keep x ih

theorem Sublist.length_le {xs ys : List α} (h : Sublist xs ys) : xs.length ≤ ys.length := by
  induction h with
  | nil => exact Nat.le_refl 0
  | skip _ _ ih => exact Nat.le_succ_of_le ih
  | keep _ _ ih => exact Nat.succ_le_succ ih

theorem filter_length_le (p : α → Bool) (xs : List α) : (xs.filter p).length ≤ xs.length := by
  induction xs with
  | nil => exact Nat.le_refl 0
  | cons x xs ih =>
    cases h : p x with
    | true => simp [h, ih]
    | false => simp [h, Nat.le_succ_of_le ih]

theorem reverse_involutive (xs : List α) : xs.reverse.reverse = xs := by simp

theorem length_reverse' (xs : List α) : xs.reverse.length = xs.length := by simp

theorem cons_injective {a b : α} {xs ys : List α} (h : a :: xs = b :: ys) : a = b ∧ xs = ys := by
  injection h with h₁ h₂
  exact ⟨h₁, h₂⟩

example (x : α) (xs : List α) : x :: xs ≠ [] := by simp

example (x : α) (xs : List α) : x :: xs ≠ [] := nofun

example (a b : α) (h : [a] = [b]) : a = b := by
  cases h
  rfl

example (xs ys : List Nat) (h : xs = ys) : xs ++ [1] = ys ++ [1] := by rw [h]

example : 3 ∈ [1, 2, 3] := by simp

example : 3 ∈ [1, 2, 3] := by decide

example : 4 ∉ [1, 2, 3] := by decide

example (xs : List Nat) (h : 0 < xs.length) : xs ≠ [] := by
  intro hn
  subst hn
  exact Nat.lt_irrefl 0 h

#eval rev [1, 2, 3]
-- info: [3, 2, 1]

#eval sum [1, 2, 3, 4]
-- info: 10

#check @sum_append
-- info: sum_append : ∀ (ms ns : List Nat), sum (ms ++ ns) = sum ms + sum ns

end InductionList
