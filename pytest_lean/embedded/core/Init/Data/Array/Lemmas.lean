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

/-! ## How `simp` rewrites in the array, on whose size the default end of a run depends -/

section
variable {as bs : Array α} {start start' stop stop' : Nat}
@[congr] theorem extract_congr (w : as = bs) (h : start = start') (h' : stop = stop') :
    as.extract start stop = bs.extract start' stop' := by subst w h h'; rfl
@[congr] theorem foldl_congr (h₀ : as = bs) {f g : β → α → β} (h₁ : f = g) {a b : β} (h₂ : a = b)
    (h₃ : start = start') (h₄ : stop = stop') : as.foldl f a start stop = bs.foldl g b start' stop' := by
  subst h₀ h₁ h₂ h₃ h₄; rfl
@[congr] theorem foldr_congr (h₀ : as = bs) {f g : α → β → β} (h₁ : f = g) {a b : β} (h₂ : a = b)
    (h₃ : start = start') (h₄ : stop = stop') : as.foldr f a start stop = bs.foldr g b start' stop' := by
  subst h₀ h₁ h₂ h₃ h₄; rfl
@[congr] theorem filter_congr (h : as = bs) {f g : α → Bool} (h' : f = g) (h₁ : start = start')
    (h₂ : stop = stop') : filter f as start stop = filter g bs start' stop' := by subst h h' h₁ h₂; rfl
@[congr] theorem filterMap_congr (h : as = bs) {f g : α → Option β} (h' : f = g) (h₁ : start = start')
    (h₂ : stop = stop') : filterMap f as start stop = filterMap g bs start' stop' := by
  subst h h' h₁ h₂; rfl
@[congr] theorem any_congr (w : as = bs) {p q : α → Bool} (h : ∀ a, p a = q a) (wstart : start = start')
    (wstop : stop = stop') : as.any p start stop = bs.any q start' stop' := by
  have h := funext h; subst w h wstart wstop; rfl
@[congr] theorem all_congr (w : as = bs) {p q : α → Bool} (h : ∀ a, p a = q a) (wstart : start = start')
    (wstop : stop = stop') : as.all p start stop = bs.all q start' stop' := by
  have h := funext h; subst w h wstart wstop; rfl
@[congr] theorem foldlM_congr {m : Type v → Type w} [Monad m] (h₀ : as = bs) {f g : β → α → m β} (h₁ : f = g)
    {a b : β} (h₂ : a = b) (h₃ : start = start') (h₄ : stop = stop') :
    as.foldlM f a start stop = bs.foldlM g b start' stop' := by subst h₀ h₁ h₂ h₃ h₄; rfl
@[congr] theorem forM_congr {m : Type v → Type w} [Monad m] (w : as = bs) {f g : α → m PUnit}
    (h : ∀ a, f a = g a) (wstart : start = start') (wstop : stop = stop') :
    as.forM f start stop = bs.forM g start' stop' := by
  have h := funext h; subst w h wstart wstop; rfl
end

@[ext] theorem ext' {xs ys : Array α} (h : xs.toList = ys.toList) : xs = ys := ext_toList_aux h
@[simp] theorem getElem?_eq_getElem {xs : Array α} {i : Nat} (h : i < xs.size) : xs[i]? = some xs[i] :=
  dif_pos h
theorem getElem?_eq_none {xs : Array α} {i : Nat} (h : xs.size ≤ i) : xs[i]? = none :=
  dif_neg (Nat.not_lt_of_le h)
theorem toList_inj {xs ys : Array α} : xs.toList = ys.toList ↔ xs = ys := ⟨ext', congrArg _⟩
@[simp] theorem toArray_toList (xs : Array α) : xs.toList.toArray = xs := rfl
@[simp] theorem length_toList {xs : Array α} : xs.toList.length = xs.size := rfl
theorem size_eq_length_toList {xs : Array α} : xs.size = xs.toList.length := rfl
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
@[simp] theorem toList_filter {p : α → Bool} {xs : Array α} : (xs.filter p).toList = xs.toList.filter p :=
  congrArg (fun ys : Array α => List.filter p ys.toList) extract_size
@[simp] theorem mem_filter {p : α → Bool} {xs : Array α} : a ∈ xs.filter p ↔ a ∈ xs ∧ p a = true := by
  rw [mem_def, mem_def, toList_filter]; exact List.mem_filter
@[simp] theorem toList_reverse {xs : Array α} : xs.reverse.toList = xs.toList.reverse := rfl
@[simp] theorem reverse_reverse {xs : Array α} : xs.reverse.reverse = xs := ext' (List.reverse_reverse _)
@[simp] theorem size_reverse {xs : Array α} : xs.reverse.size = xs.size := List.length_reverse
@[simp] theorem foldl_toList {f : β → α → β} {init : β} {xs : Array α} :
    xs.toList.foldl f init = xs.foldl f init := congrArg (fun ys => ys.toList.foldl f init) extract_size.symm
@[simp] theorem foldr_toList {f : α → β → β} {init : β} {xs : Array α} :
    xs.toList.foldr f init = xs.foldr f init := congrArg (fun ys => ys.toList.foldr f init) extract_size.symm
theorem any_toList {p : α → Bool} {xs : Array α} : xs.toList.any p = xs.any p :=
  congrArg (fun ys => ys.toList.any p) extract_size.symm
theorem all_toList {p : α → Bool} {xs : Array α} : xs.toList.all p = xs.all p :=
  congrArg (fun ys => ys.toList.all p) extract_size.symm
@[simp] theorem toList_filterMap {f : α → Option β} {xs : Array α} :
    (xs.filterMap f).toList = xs.toList.filterMap f :=
  congrArg (fun ys : Array α => List.filterMap f ys.toList) extract_size
@[simp] theorem getElem_toList {xs : Array α} {i : Nat} (h : i < xs.size) :
    xs.toList[i]'(length_toList ▸ h) = xs[i] := rfl
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
@[simp] theorem List.size_toArray {α : Type u} (l : List α) : l.toArray.size = l.length := (rfl)
@[simp] theorem List.mem_toArray {α : Type u} {a : α} {l : List α} : a ∈ l.toArray ↔ a ∈ l := Array.mem_def
