module
prelude
public import Init.Data.Array.Basic
public import Init.Data.List.Index
/-!
Arrays: the lemmas say what each function does to the list of elements; `simp` moves questions about
arrays there.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Array
variable {α : Type u} {β : Type v} {a : α} {xs ys : Array α}

@[ext] theorem ext' {xs ys : Array α} (h : xs.toList = ys.toList) : xs = ys := ext_toList_aux h
@[simp] theorem getElem?_eq_getElem {xs : Array α} {i : Nat} (h : i < xs.size) : xs[i]? = some xs[i] :=
  dif_pos h
theorem getElem?_eq_none {xs : Array α} {i : Nat} (h : xs.size ≤ i) : xs[i]? = none :=
  dif_neg (Nat.not_lt_of_le h)
theorem toList_inj {xs ys : Array α} : xs.toList = ys.toList ↔ xs = ys := ⟨ext', congrArg _⟩
@[simp] theorem toArray_toList (xs : Array α) : xs.toList.toArray = xs := rfl
@[simp] theorem size_eq_length_toList (xs : Array α) : xs.toList.length = xs.size := rfl
@[simp] theorem size_empty : (#[] : Array α).size = 0 := rfl
@[simp] theorem mem_toList {a : α} {xs : Array α} : a ∈ xs.toList ↔ a ∈ xs := ⟨fun h => ⟨h⟩, fun h => h.val⟩
theorem mem_def {a : α} {xs : Array α} : a ∈ xs ↔ a ∈ xs.toList := mem_toList.symm
@[simp] theorem toList_push {xs : Array α} {v : α} : (xs.push v).toList = xs.toList ++ [v] := rfl
@[simp] theorem size_push (v : α) {xs : Array α} : (xs.push v).size = xs.size + 1 := List.length_append
@[simp] theorem toList_append {xs ys : Array α} : (xs ++ ys).toList = xs.toList ++ ys.toList := rfl
@[simp] theorem size_append {xs ys : Array α} : (xs ++ ys).size = xs.size + ys.size := List.length_append
@[simp] theorem append_empty {xs : Array α} : xs ++ #[] = xs := ext' (List.append_nil _)
@[simp] theorem empty_append {xs : Array α} : #[] ++ xs = xs := rfl
theorem append_assoc {xs ys zs : Array α} : xs ++ ys ++ zs = xs ++ (ys ++ zs) :=
  ext' (List.append_assoc _ _ _)
@[simp] theorem mem_append {a : α} {xs ys : Array α} : a ∈ xs ++ ys ↔ a ∈ xs ∨ a ∈ ys := by
  rw [mem_def, mem_def, mem_def]; exact List.mem_append
@[simp] theorem mem_push {a b : α} {xs : Array α} : a ∈ xs.push b ↔ a ∈ xs ∨ a = b := by
  rw [mem_def, mem_def, toList_push, List.mem_append, List.mem_singleton]
@[simp] theorem toList_map {f : α → β} {xs : Array α} : (xs.map f).toList = xs.toList.map f := rfl
@[simp] theorem size_map {f : α → β} {xs : Array α} : (xs.map f).size = xs.size := List.length_map f
@[simp] theorem mem_map {f : α → β} {xs : Array α} {b : β} : b ∈ xs.map f ↔ ∃ a, a ∈ xs ∧ f a = b := by
  simp only [mem_def, toList_map]; exact List.mem_map
@[simp] theorem map_map {γ : Type w} {f : α → β} {g : β → γ} {xs : Array α} :
    (xs.map f).map g = xs.map (g ∘ f) := ext' List.map_map
@[simp] theorem toList_filter {p : α → Bool} {xs : Array α} : (xs.filter p).toList = xs.toList.filter p := rfl
@[simp] theorem mem_filter {p : α → Bool} {xs : Array α} : a ∈ xs.filter p ↔ a ∈ xs ∧ p a = true := by
  rw [mem_def, mem_def]; exact List.mem_filter
@[simp] theorem toList_reverse {xs : Array α} : xs.reverse.toList = xs.toList.reverse := rfl
@[simp] theorem reverse_reverse {xs : Array α} : xs.reverse.reverse = xs := ext' (List.reverse_reverse _)
@[simp] theorem size_reverse {xs : Array α} : xs.reverse.size = xs.size := List.length_reverse
@[simp] theorem foldl_toList {f : β → α → β} {init : β} {xs : Array α} :
    xs.toList.foldl f init = xs.foldl f init := rfl
@[simp] theorem foldr_toList {f : α → β → β} {init : β} {xs : Array α} :
    xs.toList.foldr f init = xs.foldr f init := rfl
@[simp] theorem getElem_toList {xs : Array α} {i : Nat} (h : i < xs.size) : xs.toList[i]'h = xs[i] := rfl
@[simp] theorem size_replicate {n : Nat} {v : α} : (replicate n v).size = n := List.length_replicate
@[simp] theorem size_range {n : Nat} : (range n).size = n := List.length_range
theorem length_set_list : ∀ (l : List α) (i : Nat) (a : α), (l.set i a).length = l.length
  | [], _, _ => rfl
  | _ :: _, 0, _ => rfl
  | _ :: l, i + 1, a => congrArg (· + 1) (length_set_list l i a)
@[simp] theorem size_set! {xs : Array α} {i : Nat} {v : α} : (xs.set! i v).size = xs.size :=
  length_set_list _ _ _
@[simp] theorem size_set {xs : Array α} {i : Nat} {v : α} (h : i < xs.size) : (xs.set i v h).size = xs.size :=
  length_set_list _ _ _
instance instDecidableMem [DecidableEq α] (a : α) (xs : Array α) : Decidable (a ∈ xs) :=
  decidable_of_iff (a ∈ xs.toList) mem_toList
instance [DecidableEq α] {p : α → Prop} [DecidablePred p] (xs : Array α) : Decidable (∀ a, a ∈ xs → p a) :=
  decidable_of_iff (∀ a, a ∈ xs.toList → p a) (by simp)
end Array

@[simp] theorem List.toList_toArray {α : Type u} (l : List α) : l.toArray.toList = l := rfl
@[simp] theorem List.size_toArray {α : Type u} (l : List α) : l.toArray.size = l.length := rfl
@[simp] theorem List.mem_toArray {α : Type u} {a : α} {l : List α} : a ∈ l.toArray ↔ a ∈ l := Array.mem_def
