/-! Insertion sort and search trees, proved correct. -/

namespace Sorting

def insert (a : Nat) : List Nat → List Nat
  | [] => [a]
  | b :: bs => if a ≤ b then a :: b :: bs else b :: insert a bs

def sort : List Nat → List Nat
  | [] => []
  | a :: as => insert a (sort as)

#eval sort [3, 1, 4, 1, 5, 9, 2, 6]
-- info: [1, 1, 2, 3, 4, 5, 6, 9]

inductive Sorted : List Nat → Prop where
  | nil : Sorted []
  | single (a : Nat) : Sorted [a]
  | cons {a b : Nat} {bs : List Nat} : a ≤ b → Sorted (b :: bs) → Sorted (a :: b :: bs)

theorem Sorted.tail {a : Nat} {as : List Nat} (h : Sorted (a :: as)) : Sorted as := by
  cases h with
  | single => exact .nil
  | cons _ h => exact h

theorem insert_sorted (a : Nat) {as : List Nat} (h : Sorted as) : Sorted (insert a as) := by
  induction h with
  | nil => exact .single a
  | single b =>
    unfold insert
    split
    · next h => exact .cons h (.single b)
    · next h => exact .cons (Nat.le_of_lt (Nat.lt_of_not_le h)) (.single a)
  | cons hbc _ ih =>
    rename_i b c cs _
    unfold insert
    split
    · next h => exact .cons h (.cons hbc ‹_›)
    · next h =>
      unfold insert
      split
      · next h' => exact .cons (Nat.le_of_lt (Nat.lt_of_not_le h)) (.cons h' (Sorted.tail (.cons hbc ‹_›)))
      · next h' =>
        rw [insert, if_neg h'] at ih
        exact .cons hbc ih

theorem sort_sorted (as : List Nat) : Sorted (sort as) := by
  induction as with
  | nil => exact .nil
  | cons a as ih => exact insert_sorted a ih

/-- How often `a` stands in a list. -/
def count (a : Nat) : List Nat → Nat
  | [] => 0
  | b :: bs => (if a = b then 1 else 0) + count a bs

theorem count_insert (a b : Nat) (bs : List Nat) :
    count a (insert b bs) = (if a = b then 1 else 0) + count a bs := by
  induction bs with
  | nil => rfl
  | cons c cs ih =>
    unfold insert
    split
    · rfl
    · rw [count, ih, count, Nat.add_left_comm]

theorem count_sort (a : Nat) (as : List Nat) : count a (sort as) = count a as := by
  induction as with
  | nil => rfl
  | cons b bs ih => rw [sort, count_insert, ih, count]

theorem length_insert (a : Nat) (as : List Nat) : (insert a as).length = as.length + 1 := by
  induction as with
  | nil => rfl
  | cons b bs ih =>
    unfold insert
    split
    · rfl
    · rw [List.length_cons, ih, List.length_cons]

theorem length_sort (as : List Nat) : (sort as).length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [sort, length_insert, ih, List.length_cons]

inductive Perm : List Nat → List Nat → Prop where
  | nil : Perm [] []
  | cons (a : Nat) {as bs : List Nat} : Perm as bs → Perm (a :: as) (a :: bs)
  | swap (a b : Nat) (as : List Nat) : Perm (a :: b :: as) (b :: a :: as)
  | trans {as bs cs : List Nat} : Perm as bs → Perm bs cs → Perm as cs

theorem Perm.refl (as : List Nat) : Perm as as := by
  induction as with
  | nil => exact .nil
  | cons a as ih => exact .cons a ih

theorem Perm.symm {as bs : List Nat} (h : Perm as bs) : Perm bs as := by
  induction h with
  | nil => exact .nil
  | cons a _ ih => exact .cons a ih
  | swap a b as => exact .swap b a as
  | trans _ _ ih₁ ih₂ => exact .trans ih₂ ih₁

theorem insert_perm (a : Nat) (as : List Nat) : Perm (insert a as) (a :: as) := by
  induction as with
  | nil => exact .refl [a]
  | cons b bs ih =>
    unfold insert
    split
    · exact .refl _
    · exact .trans (.cons b ih) (.swap b a bs)

theorem sort_perm (as : List Nat) : Perm (sort as) as := by
  induction as with
  | nil => exact .nil
  | cons a as ih => exact .trans (insert_perm a (sort as)) (.cons a ih)

theorem Perm.length_eq {as bs : List Nat} (h : Perm as bs) : as.length = bs.length := by
  induction h with
  | nil => rfl
  | cons _ _ ih => simp [ih]
  | swap => rfl
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

/-! Search trees. -/

inductive Tree where
  | leaf
  | node (left : Tree) (key : Nat) (right : Tree)

namespace Tree

def add (k : Nat) : Tree → Tree
  | leaf => node leaf k leaf
  | node l x r =>
    if k < x then node (l.add k) x r
    else if x < k then node l x (r.add k)
    else node l x r

def contains (k : Nat) : Tree → Bool
  | leaf => false
  | node l x r =>
    if k < x then l.contains k
    else if x < k then r.contains k
    else true

def toList : Tree → List Nat
  | leaf => []
  | node l x r => l.toList ++ [x] ++ r.toList

def ofList (ks : List Nat) : Tree := ks.foldl (fun t k => t.add k) leaf

def depth : Tree → Nat
  | leaf => 0
  | node l _ r => max l.depth r.depth + 1

#eval (ofList [5, 2, 8, 2, 6]).toList
-- info: [2, 5, 6, 8]

#eval (ofList [5, 2, 8]).contains 8
-- info: true

#eval (ofList [5, 2, 8, 9]).depth
-- info: 3

theorem contains_leaf (k : Nat) : leaf.contains k = false := rfl

theorem contains_add_self (k : Nat) (t : Tree) : (t.add k).contains k = true := by
  induction t with
  | leaf => simp [add, contains]
  | node l x r ihl ihr =>
    unfold add
    split
    · next h => simp [contains, h, ihl]
    · next h =>
      split
      · next h' => simp [contains, h, h', ihr]
      · next h' => simp [contains, h, h']

def mirror : Tree → Tree
  | leaf => leaf
  | node l x r => node r.mirror x l.mirror

theorem mirror_mirror (t : Tree) : t.mirror.mirror = t := by
  induction t with
  | leaf => rfl
  | node l x r ihl ihr => rw [mirror, mirror, ihl, ihr]

theorem depth_mirror (t : Tree) : t.mirror.depth = t.depth := by
  induction t with
  | leaf => rfl
  | node l x r ihl ihr => rw [mirror, depth, ihl, ihr, depth, Nat.max_comm]

theorem toList_mirror (t : Tree) : t.mirror.toList = t.toList.reverse := by
  induction t with
  | leaf => rfl
  | node l x r ihl ihr => simp [mirror, toList, ihl, ihr]

end Tree

example : sort [2, 1] = [1, 2] := rfl
example : sort [3, 2, 1] = [1, 2, 3] := by decide
example (as : List Nat) : sort as = [] ↔ as = [] := by
  constructor
  · intro h
    cases as with
    | nil => rfl
    | cons a as =>
      have := length_sort (a :: as)
      rw [h] at this
      contradiction
  · rintro rfl
    rfl

end Sorting
