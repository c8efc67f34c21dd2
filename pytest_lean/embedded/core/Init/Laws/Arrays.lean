module
prelude
public import Init.Laws.Sequences
public import Init.Laws.Numbers
public import Init.Data.Vector
/-!
Arrays and vectors: laws about positions, writing, joining and permutations beyond those of the data
modules. Each is the law of the list of elements. Those of folds, tests and filters are in
`Init.Laws.ArrayFolds`.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Array
variable {α : Type u} {β : Type v} {γ : Type w} {a b : α} {xs ys zs : Array α} {i j n : Nat}

/-! ## Elements and positions -/

theorem toList_toArray (l : List α) : l.toArray.toList = l := rfl
@[simp] theorem mem_toArray {l : List α} : a ∈ l.toArray ↔ a ∈ l := List.mem_toArray
theorem mem_toList_iff {a : α} {xs : Array α} : a ∈ xs.toList ↔ a ∈ xs := mem_toList
@[simp] theorem not_mem_empty (a : α) : ¬a ∈ (#[] : Array α) := fun h => List.not_mem_nil h.val
theorem eq_empty_of_size_eq_zero (h : xs.size = 0) : xs = #[] := size_eq_zero_iff.mp h
theorem size_pos_iff {xs : Array α} : 0 < xs.size ↔ xs ≠ #[] := by
  rw [Nat.pos_iff_ne_zero, ne_eq, size_eq_zero_iff]
theorem size_pos_of_mem {a : α} {xs : Array α} (h : a ∈ xs) : 0 < xs.size := List.length_pos_of_mem h.val
theorem mem_iff_getElem {a : α} {xs : Array α} : a ∈ xs ↔ ∃ (i : Nat) (h : i < xs.size), xs[i]'h = a :=
  mem_def.trans List.mem_iff_getElem
theorem getElem_of_mem (h : a ∈ xs) : ∃ (i : Nat) (h : i < xs.size), xs[i]'h = a := mem_iff_getElem.mp h
theorem mem_of_getElem {i : Nat} {h : i < xs.size} (e : xs[i] = a) : a ∈ xs := e ▸ getElem_mem h
@[simp] theorem getElem?_toList {xs : Array α} {i : Nat} : xs.toList[i]? = xs[i]? := by
  by_cases h : i < xs.size
  · rw [getElem?_eq_getElem h, List.getElem?_eq_getElem (show i < xs.toList.length from h)]; rfl
  · rw [getElem?_eq_none (Nat.le_of_not_lt h),
      List.getElem?_eq_none (show xs.toList.length ≤ i by simpa using h)]
theorem getElem?_eq_some_iff {xs : Array α} : xs[i]? = some a ↔ ∃ h : i < xs.size, xs[i] = a := by
  rw [← getElem?_toList]; exact List.getElem?_eq_some_iff
@[simp] theorem getElem?_eq_none_iff {xs : Array α} : xs[i]? = none ↔ xs.size ≤ i := by
  rw [← getElem?_toList]; exact List.getElem?_eq_none_iff
theorem mem_iff_getElem? : a ∈ xs ↔ ∃ i : Nat, xs[i]? = some a := by
  rw [mem_iff_getElem]
  exact ⟨fun ⟨i, h, e⟩ => ⟨i, getElem?_eq_some_iff.mpr ⟨h, e⟩⟩,
    fun ⟨i, e⟩ => let ⟨h, e⟩ := getElem?_eq_some_iff.mp e; ⟨i, h, e⟩⟩
theorem getElem_eq_iff {h : i < xs.size} : xs[i] = a ↔ xs[i]? = some a := by
  rw [getElem?_eq_some_iff]; exact ⟨fun e => ⟨h, e⟩, fun ⟨_, e⟩ => e⟩
theorem getElem!_pos [Inhabited α] (xs : Array α) (i : Nat) (h : i < xs.size) : xs[i]! = xs[i] := dif_pos h
theorem getElem!_neg [Inhabited α] (xs : Array α) (i : Nat) (h : ¬i < xs.size) : xs[i]! = default := dif_neg h
@[simp] theorem getElem!_toList [Inhabited α] {xs : Array α} {i : Nat} : xs.toList[i]! = xs[i]! := by
  rw [List.getElem!_eq_getElem?_getD, getElem?_toList]
  by_cases h : i < xs.size
  · rw [getElem!_pos xs i h, getElem?_eq_getElem h]; rfl
  · rw [getElem!_neg xs i h, getElem?_eq_none (Nat.le_of_not_lt h)]; rfl
@[simp] theorem getInternal_eq_getElem {xs : Array α} {i : Nat} (h : i < xs.size) :
    xs.getInternal i h = xs[i] := rfl
@[simp] theorem _root_.List.getElem_toArray {l : List α} {i : Nat} (h : i < l.toArray.size) :
    l.toArray[i] = l[i]'(List.size_toArray l ▸ h) := rfl
@[simp] theorem _root_.List.getElem?_toArray {l : List α} {i : Nat} : l.toArray[i]? = l[i]? :=
  getElem?_toList.symm
@[simp] theorem getElem_singleton (a : α) {i : Nat} (h : i < #[a].size) : #[a][i] = a := by
  have : i = 0 := by simp at h; exact h
  subst this; rfl
@[simp] theorem size_singleton (a : α) : #[a].size = 1 := rfl
theorem eq_push_of_size_ne_zero (h : xs.size ≠ 0) : ∃ (ys : Array α) (a : α), xs = ys.push a := by
  have hne : xs.toList ≠ [] := fun e => h (congrArg List.length e)
  exact ⟨⟨xs.toList.dropLast⟩, xs.toList.getLast hne, ext' (List.dropLast_concat_getLast hne).symm⟩
@[simp] theorem push_ne_empty {a : α} {xs : Array α} : xs.push a ≠ #[] := fun h => by
  have := congrArg size h; simp at this
@[simp] theorem push_eq_push {a b : α} {xs ys : Array α} : xs.push a = ys.push b ↔ a = b ∧ xs = ys := by
  
  rw [← toList_inj, toList_push, toList_push]
  constructor
  · intro h
    have ⟨h, e⟩ := List.append_inj' h rfl
    exact ⟨List.head_eq_of_cons_eq e, ext' h⟩
  · intro ⟨h, e⟩; rw [h, e]
@[simp] theorem pop_push {xs : Array α} {a : α} : (xs.push a).pop = xs := ext' (List.dropLast_concat)

/-! ## Writing -/

@[simp] theorem toList_set {xs : Array α} {v : α} (h : i < xs.size) :
    (xs.set i v h).toList = xs.toList.set i v :=
  rfl
theorem setIfInBounds_def (xs : Array α) (i : Nat) (v : α) :
    xs.setIfInBounds i v = if i < xs.size then xs.set! i v else xs := rfl
theorem setIfInBounds_eq_set! (xs : Array α) (i : Nat) (v : α) : xs.setIfInBounds i v = xs.set! i v := by
  unfold setIfInBounds
  split
  · rfl
  · exact ext' (List.set_eq_of_length_le (Nat.le_of_not_lt ‹_›)).symm
@[simp] theorem set!_eq_setIfInBounds : @set! α = setIfInBounds := by
  funext xs i v; exact (setIfInBounds_eq_set! xs i v).symm
@[simp] theorem toList_setIfInBounds {xs : Array α} {v : α} :
    (xs.setIfInBounds i v).toList = xs.toList.set i v := by rw [setIfInBounds_eq_set!]; rfl
@[simp] theorem size_setIfInBounds {xs : Array α} {v : α} : (xs.setIfInBounds i v).size = xs.size := by
  rw [setIfInBounds_eq_set!]; simp only [size_set!]
theorem getElem_set {xs : Array α} (h' : i < xs.size) {v : α} (h : j < (xs.set i v h').size) :
    (xs.set i v h')[j] = if i = j then v else xs[j]'(by simpa using h) := List.getElem_set _
theorem getElem_setIfInBounds {xs : Array α} {v : α} (h : j < xs.size) :
    (xs.setIfInBounds i v)[j]'(by simpa using h) = if i = j then v else xs[j] := by
  have e : (xs.setIfInBounds i v) = xs.set! i v := setIfInBounds_eq_set! xs i v
  simp only [e]; exact List.getElem_set _
@[simp] theorem getElem_setIfInBounds_self {xs : Array α} {v : α} (h : i < (xs.setIfInBounds i v).size) :
    (xs.setIfInBounds i v)[i] = v := by
  rw [getElem_setIfInBounds (by simpa using h), if_pos rfl]
@[simp] theorem getElem_setIfInBounds_ne {xs : Array α} {v : α} (hj : j < xs.size) (h : i ≠ j) :
    (xs.setIfInBounds i v)[j]'(by simpa using hj) = xs[j] := by rw [getElem_setIfInBounds hj, if_neg h]
theorem getElem?_set {xs : Array α} (h : i < xs.size) {v : α} :
    (xs.set i v h)[j]? = if i = j then some v else xs[j]? := by
  rw [← getElem?_toList, ← getElem?_toList, toList_set, List.getElem?_set,
      if_pos (show i < xs.toList.length from h)]
theorem setIfInBounds_comm (a b : α) {i j : Nat} {xs : Array α} (h : i ≠ j) :
    (xs.setIfInBounds i a).setIfInBounds j b = (xs.setIfInBounds j b).setIfInBounds i a := by
  apply ext'; simp only [toList_setIfInBounds]; exact List.set_comm a b h
@[simp] theorem setIfInBounds_setIfInBounds {xs : Array α} (a : α) {b : α} :
    (xs.setIfInBounds i a).setIfInBounds i b = xs.setIfInBounds i b := by
  apply ext'; simp only [toList_setIfInBounds]; exact List.set_set
@[simp] theorem set_set {xs : Array α} (h : i < xs.size) {v w : α} :
    (xs.set i v h).set i w (by simpa using h) = xs.set i w h := ext' (List.set_set)
@[simp] theorem size_modify {xs : Array α} {f : α → α} : (xs.modify i f).size = xs.size :=
  List.length_modify f
theorem swap_def {xs : Array α} (hi : i < xs.size) (hj : j < xs.size) :
    xs.swap i j hi hj = (xs.set i xs[j] hi).set j xs[i] (by simpa using hj) := rfl
theorem getElem_swap_left {xs : Array α} {hi : i < xs.size} {hj : j < xs.size} :
    (xs.swap i j hi hj)[i]'(by simpa using hi) = xs[j] := by
  simp only [swap_def, getElem_set]
  split
  · rename_i e; subst e; rfl
  · rfl
theorem getElem_swap_right {xs : Array α} {hi : i < xs.size} {hj : j < xs.size} :
    (xs.swap i j hi hj)[j]'(by simpa using hj) = xs[i] := by simp only [swap_def, getElem_set, if_pos]
theorem getElem_swap_of_ne {xs : Array α} {hi : i < xs.size} {hj : j < xs.size} {k : Nat} (hk : k < xs.size)
    (h₁ : k ≠ i) (h₂ : k ≠ j) : (xs.swap i j hi hj)[k]'(by simpa using hk) = xs[k] := by
  simp only [swap_def, getElem_set, if_neg (Ne.symm h₁), if_neg (Ne.symm h₂)]
attribute [simp] getElem_swap_left getElem_swap_right getElem_swap_of_ne

/-! ## Joining and cutting -/

theorem getElem_append_left {xs ys : Array α} {h : i < (xs ++ ys).size} (hlt : i < xs.size) :
    (xs ++ ys)[i] = xs[i] := List.getElem_append_left hlt
theorem getElem_append_right {xs ys : Array α} {h : i < (xs ++ ys).size} (hle : xs.size ≤ i) :
    (xs ++ ys)[i] = ys[i - xs.size]'(by simp at h; omega) := List.getElem_append_right hle
theorem getElem_append {xs ys : Array α} (h : i < (xs ++ ys).size) :
    (xs ++ ys)[i] = if h' : i < xs.size then xs[i] else ys[i - xs.size]'(by simp at h; omega) := by
  split
  · exact getElem_append_left ‹_›
  · exact getElem_append_right (Nat.le_of_not_lt ‹_›)
@[simp] theorem append_eq_empty_iff {xs ys : Array α} : xs ++ ys = #[] ↔ xs = #[] ∧ ys = #[] := by
  rw [← toList_inj, ← toList_inj, ← toList_inj, toList_append]; exact List.append_eq_nil_iff
@[simp] theorem _root_.List.append_toArray (l₁ l₂ : List α) :
    l₁.toArray ++ l₂.toArray = (l₁ ++ l₂).toArray := rfl
@[simp] theorem _root_.List.push_toArray (l : List α) (a : α) : l.toArray.push a = (l ++ [a]).toArray := rfl
@[simp] theorem _root_.List.reverse_toArray (l : List α) : l.toArray.reverse = l.reverse.toArray := rfl
@[simp] theorem _root_.List.map_toArray (f : α → β) (l : List α) : l.toArray.map f = (l.map f).toArray := rfl
@[simp] theorem mem_reverse {a : α} {xs : Array α} : a ∈ xs.reverse ↔ a ∈ xs := by
  rw [mem_def, mem_def]; exact List.mem_reverse
@[simp] theorem getElem_reverse {xs : Array α} (h : i < xs.reverse.size) :
    xs.reverse[i] = xs[xs.size - 1 - i]'(by simp at h; omega) := List.getElem_reverse _
@[simp] theorem reverse_append {xs ys : Array α} : (xs ++ ys).reverse = ys.reverse ++ xs.reverse :=
  ext' List.reverse_append

/-! ## Mapping -/

@[simp] theorem map_empty {f : α → β} : map f #[] = #[] := rfl
@[simp] theorem map_push {f : α → β} {xs : Array α} {a : α} : (xs.push a).map f = (xs.map f).push (f a) :=
  ext' List.map_append
@[simp] theorem map_append {f : α → β} {xs ys : Array α} : (xs ++ ys).map f = xs.map f ++ ys.map f :=
  ext' List.map_append
@[simp] theorem map_singleton {f : α → β} {a : α} : map f #[a] = #[f a] := rfl
@[simp] theorem map_id (xs : Array α) : map id xs = xs := ext' (List.map_id _)
theorem mem_map_of_mem {f : α → β} (h : a ∈ xs) : f a ∈ xs.map f := mem_map.mpr ⟨a, h, rfl⟩
theorem map_congr_left {f g : α → β} (h : ∀ a ∈ xs, f a = g a) : xs.map f = xs.map g :=
  ext' (List.map_congr_left fun a ha => h a ⟨ha⟩)
@[simp] theorem getElem?_map {f : α → β} {xs : Array α} : (xs.map f)[i]? = xs[i]?.map f := by
  rw [← getElem?_toList, ← getElem?_toList]; exact List.getElem?_map
@[simp] theorem size_mapIdx {f : Nat → α → β} {xs : Array α} : (xs.mapIdx f).size = xs.size :=
  List.length_mapIdx
@[simp] theorem getElem_mapIdx {f : Nat → α → β} {xs : Array α} (h : i < (xs.mapIdx f).size) :
    (xs.mapIdx f)[i] = f i (xs[i]'(by simpa using h)) := List.getElem_mapIdx
@[simp] theorem size_zipWith {f : α → β → γ} {xs : Array α} {ys : Array β} :
    (zipWith f xs ys).size = min xs.size ys.size := List.length_zipWith
@[simp] theorem getElem_zipWith {f : α → β → γ} {xs : Array α} {ys : Array β} (h :
    i < (zipWith f xs ys).size) :
    (zipWith f xs ys)[i] = f (xs[i]'(by simp at h; omega)) (ys[i]'(by simp at h; omega)) :=
        List.getElem_zipWith
@[simp] theorem getElem_replicate {v : α} (h : i < (replicate n v).size) : (replicate n v)[i] = v :=
  List.getElem_replicate _
@[simp] theorem getElem_range (h : i < (range n).size) : (range n)[i] = i := List.getElem_range _
@[simp] theorem mem_range {m n : Nat} : m ∈ range n ↔ m < n := by rw [mem_def]; exact List.mem_range
theorem replicate_succ {v : α} : replicate (n + 1) v = (replicate n v).push v := ext' List.replicate_succ'

/-! ## Membership as a test; sums -/

@[simp] theorem contains_iff_mem [BEq α] [LawfulBEq α] {xs : Array α} {a : α} :
    xs.contains a = true ↔ a ∈ xs := by
  rw [mem_def]; exact List.elem_iff
theorem contains_eq_mem [BEq α] [LawfulBEq α] {xs : Array α} {a : α} [Decidable (a ∈ xs)] :
    xs.contains a = decide (a ∈ xs) := by
  rw [Bool.eq_iff_iff, contains_iff_mem, decide_eq_true_eq]
@[simp] theorem sum_empty [Add α] [Zero α] : (#[] : Array α).sum = 0 := rfl
theorem sum_toList [Add α] [Zero α] {xs : Array α} : xs.toList.sum = xs.sum := rfl

/-! ## Finding -/

@[simp] theorem find?_empty {p : α → Bool} : find? p #[] = none := rfl
theorem find?_some {p : α → Bool} {xs : Array α} (h : find? p xs = some a) : p a = true := List.find?_some h
theorem mem_of_find?_eq_some {p : α → Bool} {xs : Array α} (h : find? p xs = some a) : a ∈ xs :=
  ⟨List.mem_of_find?_eq_some h⟩
@[simp] theorem find?_eq_none {p : α → Bool} {xs : Array α} : find? p xs = none ↔ ∀ x ∈ xs, ¬p x = true := by
  show xs.toList.find? p = none ↔ _
  rw [List.find?_eq_none]; simp only [mem_toList]

/-! ## Permutations -/

/-- The elements of one array in the order of another. -/
def Perm (xs ys : Array α) : Prop := xs.toList.Perm ys.toList
theorem perm_iff_toList_perm {xs ys : Array α} : Perm xs ys ↔ xs.toList.Perm ys.toList := Iff.rfl
@[simp] theorem Perm.refl (xs : Array α) : Perm xs xs := List.Perm.refl _
protected theorem Perm.rfl {xs : Array α} : Perm xs xs := List.Perm.refl _
protected theorem Perm.symm (h : Perm xs ys) : Perm ys xs := List.Perm.symm h
protected theorem Perm.trans (h₁ : Perm xs ys) (h₂ : Perm ys zs) : Perm xs zs := List.Perm.trans h₁ h₂
theorem Perm.mem_iff (h : Perm xs ys) : a ∈ xs ↔ a ∈ ys := by rw [mem_def, mem_def]; exact List.Perm.mem_iff h
theorem Perm.size_eq (h : Perm xs ys) : xs.size = ys.size := List.Perm.length_eq h

/-! ## The last element; literals as patterns -/

@[simp] theorem back?_push {xs : Array α} {x : α} : (xs.push x).back? = some x := by
  unfold back?
  rw [size_push, Nat.add_sub_cancel, getElem?_eq_getElem (by rw [size_push]; exact Nat.lt_succ_self _),
    getElem_push_eq]
/-- An element of an array whose size is a literal. -/
def getLit {n : Nat} (xs : Array α) (i : Nat) (h₁ : xs.size = n) (h₂ : i < n) : α :=
  have := h₁.symm ▸ h₂
  xs[i]
def toListLitAux (xs : Array α) (n : Nat) (hsz : xs.size = n) : (i : Nat) → i ≤ xs.size → List α → List α
  | 0, _, acc => acc
  | i + 1, hi, acc => toListLitAux xs n hsz i (Nat.le_of_succ_le hi) (xs.getLit i hsz (hsz ▸ hi) :: acc)
/-- An array written out: what a pattern `#[a, b]` is compared with. -/
def toArrayLit (xs : Array α) (n : Nat) (hsz : xs.size = n) : Array α :=
  List.toArray (toListLitAux xs n hsz n (hsz ▸ Nat.le_refl _) [])
theorem toArrayLit_eq (xs : Array α) (n : Nat) (hsz : xs.size = n) : xs = toArrayLit xs n hsz := by
  have h : ∀ (i : Nat) (hi : i ≤ xs.size), toListLitAux xs n hsz i hi (xs.toList.drop i) = xs.toList := by
    intro i
    induction i with
    | zero => intro _; rfl
    | succ i ih =>
      intro hi
      have e : xs.getLit i hsz (hsz ▸ hi) :: xs.toList.drop (i + 1) = xs.toList.drop i :=
        (List.drop_eq_getElem_cons hi).symm
      show toListLitAux xs n hsz i _ (_ :: xs.toList.drop (i + 1)) = _
      rw [e]
      exact ih _
  have h' := h n (hsz ▸ Nat.le_refl _)
  rw [List.drop_of_length_le (Nat.le_of_eq hsz)] at h'
  exact congrArg Array.mk h'.symm
end Array

namespace Vector
variable {α : Type u} {β : Type v} {n : Nat} {xs ys : Vector α n} {i : Nat} {a : α}

@[simp] theorem size_toArray' (xs : Vector α n) : xs.toArray.size = n := xs.size_toArray
@[simp] theorem length_toList : xs.toList.length = n := xs.size_toArray
@[simp] theorem getElem_toArray (h : i < xs.toArray.size) : xs.toArray[i] = xs[i]'(xs.size_toArray ▸ h) := rfl
@[simp] theorem getElem_mk {a : Array α} {h : a.size = n} (hi : i < n) :
    (Vector.mk a h)[i] = a[i]'(h ▸ hi) := rfl
@[simp] theorem toArray_mk {a : Array α} {h : a.size = n} : (Vector.mk a h).toArray = a := rfl
@[simp] theorem toList_mk {a : Array α} {h : a.size = n} : (Vector.mk a h).toList = a.toList := rfl
@[ext] theorem ext (h : ∀ (i : Nat) (hi : i < n), xs[i] = ys[i]) : xs = ys :=
  Vector.ext' (Array.ext (by rw [xs.size_toArray, ys.size_toArray]) fun i hi _ => h i (xs.size_toArray ▸ hi))
@[simp] theorem getElem_map {f : α → β} (h : i < n) : (xs.map f)[i] = f xs[i] := Array.getElem_map _
@[simp] theorem toArray_map {f : α → β} : (xs.map f).toArray = xs.toArray.map f := rfl
@[simp] theorem toList_map {f : α → β} : (xs.map f).toList = xs.toList.map f := rfl
@[simp] theorem getElem_replicate (h : i < n) : (replicate n a)[i] = a := Array.getElem_replicate _
@[simp] theorem getElem_set_self {x : α} (h : i < n) : (xs.set i x h)[i] = x :=
  Array.getElem_set_self (xs := xs.toArray) (by rw [xs.size_toArray]; exact h)
@[simp] theorem getElem_set_ne {x : α} {j : Nat} (hi : i < n) (hj : j < n) (h : i ≠ j) :
    (xs.set i x hi)[j] = xs[j] :=
  Array.getElem_set_ne (xs := xs.toArray) (by rw [xs.size_toArray]; exact hi)
    (by rw [xs.size_toArray]; exact hj) h
def swap (xs : Vector α n) (i j : Nat) (hi : i < n := by get_elem_tactic) (hj : j < n := by get_elem_tactic) :
    Vector α n :=
  ⟨xs.toArray.swap i j (by rw [xs.size_toArray]; exact hi) (by rw [xs.size_toArray]; exact hj),
    by rw [Array.size_swap, xs.size_toArray]⟩
@[inline] def head [NeZero n] (xs : Vector α n) : α := xs[0]'(Nat.pos_of_neZero n)
@[inline] def back [NeZero n] (xs : Vector α n) : α :=
  xs[n - 1]'(Nat.sub_lt (Nat.pos_of_neZero n) Nat.zero_lt_one)
@[inline] def mapIdx (f : Nat → α → β) (xs : Vector α n) : Vector β n :=
  ⟨xs.toArray.mapIdx f, by rw [Array.size_mapIdx, xs.size_toArray]⟩
def count [BEq α] (a : α) (xs : Vector α n) : Nat := xs.toArray.count a
def countP (p : α → Bool) (xs : Vector α n) : Nat := xs.toArray.countP p
def cast {m : Nat} (h : n = m) (xs : Vector α n) : Vector α m := ⟨xs.toArray, h ▸ xs.size_toArray⟩
end Vector
