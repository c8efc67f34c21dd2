module
prelude
public import Init.Laws.ListMore
public import Init.Laws.ListShape
public import Init.Laws.ListSearch
public import Init.Laws.Sequences
public import Init.Laws.Access
public import Init.Laws.More
/-!
Functions of a list whose first element is seen: with these laws `simp` computes on list literals.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w} {a b : α} {l : List α} {p : α → Bool}

attribute [simp] count_cons_self count_cons_of_ne countP_cons_of_pos countP_cons_of_neg mapIdx_cons
  getLast_cons_cons Pairwise.nil partition_eq_filter_filter nil_prefix getLast_singleton
  span_eq_takeWhile_dropWhile splitAt_eq getElem?_eq_getElem getD_eq_getElem?_getD
  getElem_concat_length

@[simp] theorem takeWhile_cons_of_pos (h : p a) : takeWhile p (a :: l) = a :: takeWhile p l := by
  rw [takeWhile_cons, if_pos h]
@[simp] theorem takeWhile_cons_of_neg (h : ¬p a) : takeWhile p (a :: l) = [] := by
  rw [takeWhile_cons, if_neg h]
@[simp] theorem dropWhile_cons_of_pos (h : p a) : dropWhile p (a :: l) = dropWhile p l := by
  rw [dropWhile_cons, if_pos h]
@[simp] theorem dropWhile_cons_of_neg (h : ¬p a) : dropWhile p (a :: l) = a :: l := by
  rw [dropWhile_cons, if_neg h]
@[simp] theorem insertIdx_succ_cons {n : Nat} : (a :: l).insertIdx (n + 1) b = a :: l.insertIdx n b := rfl
@[simp] theorem modify_zero_cons {f : α → α} : (a :: l).modify 0 f = f a :: l := rfl
@[simp] theorem modify_succ_cons {f : α → α} {n : Nat} : (a :: l).modify (n + 1) f = a :: l.modify n f := rfl
@[simp] theorem getLast?_singleton (a : α) : getLast? [a] = some a := rfl
@[simp] theorem getLast?_cons_cons : getLast? (a :: b :: l) = getLast? (b :: l) := rfl
@[simp] theorem replace_cons_self [BEq α] [LawfulBEq α] : (a :: l).replace a b = b :: l := by
  rw [replace, beq_self_eq_true]
@[simp] theorem isPrefixOf_cons₂ [BEq α] {as bs : List α} :
    isPrefixOf (a :: as) (b :: bs) = (a == b && isPrefixOf as bs) := rfl
@[simp] theorem intersperse_nil {sep : α} : intersperse sep [] = [] := rfl
@[simp] theorem intersperse_singleton {x sep : α} : intersperse sep [x] = [x] := rfl
@[simp] theorem intersperse_cons₂ {x y sep : α} {zs : List α} :
    intersperse sep (x :: y :: zs) = x :: sep :: intersperse sep (y :: zs) := rfl
@[simp] theorem idxOf_cons_self [BEq α] [LawfulBEq α] : (a :: l).idxOf a = 0 := by
  rw [idxOf_cons, beq_self_eq_true]; rfl
theorem findIdx?_go_ {i : Nat} : findIdx?.go p l i = (findIdx? p l).map (· + i) := by
  have key : ∀ (l : List α) (i j : Nat), findIdx?.go p l (j + i) = (findIdx?.go p l j).map (· + i) := by
    intro l
    induction l with
    | nil => intro i j; rfl
    | cons a l ih =>
      intro i j
      rw [findIdx?.go, findIdx?.go]
      split
      · rfl
      · rw [Nat.add_right_comm, ih]
  have := key l i 0
  rwa [Nat.zero_add] at this
@[simp] theorem findIdx?_nil : findIdx? p ([] : List α) = none := rfl
@[simp] theorem findIdx?_cons :
    (a :: l).findIdx? p = if p a then some 0 else (l.findIdx? p).map fun i => i + 1 := by
  show findIdx?.go p (a :: l) 0 = _
  rw [findIdx?.go, findIdx?_go_]
@[simp] theorem idxOf?_nil [BEq α] : ([] : List α).idxOf? a = none := rfl
theorem idxOf?_cons [BEq α] {a : α} {xs : List α} {b : α} :
    (a :: xs).idxOf? b = if a == b then some 0 else (xs.idxOf? b).map (· + 1) := findIdx?_cons
@[simp] theorem max?_cons [Max α] [Std.Associative (max : α → α → α)] {x : α} {xs : List α} :
    (x :: xs).max? = some (xs.max?.elim x (max x)) := by
  cases xs with
  | nil => rfl
  | cons y ys =>
    rw [max?_cons', max?_cons', foldl_cons]
    exact congrArg some (foldl_assoc (op := max))
@[simp] theorem min?_cons [Min α] [Std.Associative (min : α → α → α)] {x : α} {xs : List α} :
    (x :: xs).min? = some (xs.min?.elim x (min x)) := by
  cases xs with
  | nil => rfl
  | cons y ys =>
    rw [min?_cons', min?_cons', foldl_cons]
    exact congrArg some (foldl_assoc (op := min))
end List
