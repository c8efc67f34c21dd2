module
prelude
public import Init.Laws.Arrays
public import Init.Laws.ListSearch
public import Init.Laws.ListMore
/-!
Arrays: laws of the folds, tests and filters, which take the positions between which they run. Where an
array is changed, `simp` has changed its size at the end of the run too: a law with an accent has the
end as a hypothesis and is the one that `simp` uses.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

namespace Array
variable {α : Type u} {β : Type v} {γ : Type w} {a b : α} {xs ys : Array α} {p q : α → Bool} {i start
    stop : Nat}

/-! ## The run over the whole is that over the list -/

theorem toList_extract {as : Array α} {start stop : Nat} :
    (as.extract start stop).toList = (as.toList.drop start).take (stop - start) := toList_extract_
theorem foldl_eq_toList_ {f : β → α → β} {init : β} (w : stop = xs.size) :
    xs.foldl f init 0 stop = xs.toList.foldl f init := by subst w; exact foldl_toList.symm
theorem foldr_eq_toList_ {f : α → β → β} {init : β} (w : start = xs.size) :
    xs.foldr f init start 0 = xs.toList.foldr f init := by subst w; exact foldr_toList.symm
theorem any_eq_toList_ (w : stop = xs.size) : xs.any p 0 stop = xs.toList.any p := by
  subst w; exact any_toList.symm
theorem all_eq_toList_ (w : stop = xs.size) : xs.all p 0 stop = xs.toList.all p := by
  subst w; exact all_toList.symm
@[simp] theorem toList_filter' (w : stop = xs.size) : (xs.filter p 0 stop).toList = xs.toList.filter p := by
  subst w; exact toList_filter
@[simp] theorem toList_filterMap' {f : α → Option β} (w : stop = xs.size) :
    (xs.filterMap f 0 stop).toList = xs.toList.filterMap f := by subst w; exact toList_filterMap
theorem extract_all_ (w : stop = xs.size) : xs.extract 0 stop = xs := by subst w; exact extract_size

section
variable {m : Type v → Type w} [Monad m]
@[simp] theorem foldlM_toList {f : β → α → m β} {init : β} {xs : Array α} :
    xs.toList.foldlM f init = xs.foldlM f init :=
  congrArg (fun ys : Array α => ys.toList.foldlM f init) extract_size.symm
@[simp] theorem foldrM_toList {f : α → β → m β} {init : β} {xs : Array α} :
    xs.toList.foldrM f init = xs.foldrM f init :=
  congrArg (fun ys : Array α => ys.toList.foldrM f init) extract_size.symm
@[simp] theorem _root_.List.foldlM_toArray' {f : β → α → m β} {init : β} {l : List α} (w : stop =
    l.toArray.size) :
    l.toArray.foldlM f init 0 stop = l.foldlM f init := by subst w; exact foldlM_toList.symm
@[simp] theorem _root_.List.foldrM_toArray' {f : α → β → m β} {init : β} {l : List α} (w : start =
    l.toArray.size) :
    l.toArray.foldrM f init start 0 = l.foldrM f init := by subst w; exact foldrM_toList.symm
theorem _root_.List.foldlM_toArray {f : β → α → m β} {init : β} {l : List α} :
    l.toArray.foldlM f init = l.foldlM f init := foldlM_toList.symm
theorem _root_.List.foldrM_toArray {f : α → β → m β} {init : β} {l : List α} :
    l.toArray.foldrM f init = l.foldrM f init := foldrM_toList.symm
@[simp] theorem foldlM_empty {f : β → α → m β} {init : β} {start stop : Nat} :
    foldlM f init #[] start stop = pure init := by
  show List.foldlM f init (#[].extract start stop).toList = pure init
  rw [toList_extract]; simp
@[simp] theorem foldrM_empty {f : α → β → m β} {init : β} {start stop : Nat} :
    foldrM f init #[] start stop = pure init := by
  show List.foldrM f init (#[].extract stop start).toList = pure init
  rw [toList_extract]; simp; rfl
theorem forM_toList_ {f : α → m PUnit} {xs : Array α} : xs.toList.forM f = xs.forM f :=
  congrArg (fun ys : Array α => ys.toList.forM f) extract_size.symm
@[simp] theorem _root_.List.forM_toArray' {f : α → m PUnit} {l : List α} (w : stop = l.toArray.size) :
    l.toArray.forM f 0 stop = l.forM f := by subst w; exact forM_toList_.symm
theorem _root_.List.forM_toArray {f : α → m PUnit} {l : List α} : l.toArray.forM f = l.forM f :=
  forM_toList_.symm
end

/-! ## Folds -/

@[simp] theorem _root_.List.foldl_toArray' {f : β → α → β} {init : β} {l : List α} (w : stop =
    l.toArray.size) :
    l.toArray.foldl f init 0 stop = l.foldl f init := foldl_eq_toList_ w
@[simp] theorem _root_.List.foldr_toArray' {f : α → β → β} {init : β} {l : List α} (w : start =
    l.toArray.size) :
    l.toArray.foldr f init start 0 = l.foldr f init := foldr_eq_toList_ w
theorem _root_.List.foldl_toArray {f : β → α → β} {init : β} {l : List α} :
    l.toArray.foldl f init = l.foldl f init := foldl_toList.symm
theorem _root_.List.foldr_toArray {f : α → β → β} {init : β} {l : List α} :
    l.toArray.foldr f init = l.foldr f init := foldr_toList.symm
@[simp] theorem foldl_empty {f : β → α → β} {init : β} {start stop : Nat} :
    foldl f init #[] start stop = init := by
  show List.foldl f init (#[].extract start stop).toList = init
  rw [toList_extract]; simp
@[simp] theorem foldr_empty {f : α → β → β} {init : β} {start stop : Nat} :
    foldr f init #[] start stop = init := by
  show List.foldr f init (#[].extract stop start).toList = init
  rw [toList_extract]; simp
@[simp] theorem foldl_push' {f : β → α → β} {init : β} {xs : Array α} {a : α} (w : stop = xs.size + 1) :
    (xs.push a).foldl f init 0 stop = f (xs.foldl f init) a := by
  rw [foldl_eq_toList_ (w.trans (size_push a).symm), toList_push, List.foldl_append, ← foldl_toList]; rfl
theorem foldl_push {f : β → α → β} {init : β} {xs : Array α} {a : α} :
    (xs.push a).foldl f init = f (xs.foldl f init) a := foldl_push' (size_push a)
@[simp] theorem foldr_push' {f : α → β → β} {init : β} {xs : Array α} {a : α} (h : start = xs.size + 1) :
    (xs.push a).foldr f init start = xs.foldr f (f a init) := by
  rw [foldr_eq_toList_ (h.trans (size_push a).symm), toList_push, List.foldr_append]; exact foldr_toList
theorem foldr_push {f : α → β → β} {init : β} {xs : Array α} {a : α} :
    (xs.push a).foldr f init = xs.foldr f (f a init) := foldr_push' (size_push a)
@[simp] theorem foldl_append' {f : β → α → β} {b : β} {xs ys : Array α} (w : stop = xs.size + ys.size) :
    (xs ++ ys).foldl f b 0 stop = ys.foldl f (xs.foldl f b) := by
  rw [foldl_eq_toList_ (w.trans size_append.symm), toList_append, List.foldl_append, foldl_toList,
    foldl_toList]
theorem foldl_append {f : β → α → β} {b : β} {xs ys : Array α} :
    (xs ++ ys).foldl f b = ys.foldl f (xs.foldl f b) := foldl_append' size_append
@[simp] theorem foldr_append' {f : α → β → β} {b : β} {xs ys : Array α} (w : start = xs.size + ys.size) :
    (xs ++ ys).foldr f b start 0 = xs.foldr f (ys.foldr f b) := by
  rw [foldr_eq_toList_ (w.trans size_append.symm), toList_append, List.foldr_append, foldr_toList,
    foldr_toList]
theorem foldr_append {f : α → β → β} {b : β} {xs ys : Array α} :
    (xs ++ ys).foldr f b = xs.foldr f (ys.foldr f b) := foldr_append' size_append
theorem foldl_map' {f : α → γ} {g : β → γ → β} {xs : Array α} {init : β} (w : stop = xs.size) :
    (xs.map f).foldl g init 0 stop = xs.foldl (fun x y => g x (f y)) init := by
  rw [foldl_eq_toList_ (w.trans size_map.symm), toList_map, List.foldl_map, foldl_toList]
theorem foldl_map {f : α → γ} {g : β → γ → β} {xs : Array α} {init : β} :
    (xs.map f).foldl g init = xs.foldl (fun x y => g x (f y)) init := foldl_map' size_map
theorem foldr_map' {f : α → γ} {g : γ → β → β} {xs : Array α} {init : β} (w : start = xs.size) :
    (xs.map f).foldr g init start 0 = xs.foldr (fun x y => g (f x) y) init := by
  rw [foldr_eq_toList_ (w.trans size_map.symm), toList_map, List.foldr_map]; exact foldr_toList
theorem foldr_map {f : α → γ} {g : γ → β → β} {xs : Array α} {init : β} :
    (xs.map f).foldr g init = xs.foldr (fun x y => g (f x) y) init := foldr_map' size_map
theorem foldl_filter' {f : β → α → β} {init : β} (w : stop = (xs.filter p).size) :
    (xs.filter p).foldl f init 0 stop = xs.foldl (fun x y => if p y then f x y else x) init := by
  rw [foldl_eq_toList_ w, toList_filter, List.foldl_filter, foldl_toList]
theorem foldl_filter {f : β → α → β} {init : β} :
    (xs.filter p).foldl f init = xs.foldl (fun x y => if p y then f x y else x) init := foldl_filter' rfl
theorem foldr_filter {f : α → β → β} {init : β} :
    (xs.filter p).foldr f init = xs.foldr (fun x y => if p x then f x y else y) init := by
  rw [foldr_eq_toList_ rfl, toList_filter, List.foldr_filter, foldr_toList]
@[simp] theorem foldl_reverse' {f : β → α → β} {b : β} {xs : Array α} (w : stop = xs.size) :
    xs.reverse.foldl f b 0 stop = xs.foldr (fun x y => f y x) b := by
  rw [foldl_eq_toList_ (w.trans size_reverse.symm), toList_reverse, List.foldl_reverse, foldr_toList]
@[simp] theorem foldr_reverse' {f : α → β → β} {b : β} {xs : Array α} (w : start = xs.size) :
    xs.reverse.foldr f b start 0 = xs.foldl (fun x y => f y x) b := by
  rw [foldr_eq_toList_ (w.trans size_reverse.symm), toList_reverse, List.foldr_reverse, foldl_toList]
theorem foldl_reverse {f : β → α → β} {b : β} {xs : Array α} :
    xs.reverse.foldl f b = xs.foldr (fun x y => f y x) b := foldl_reverse' size_reverse
theorem foldr_reverse {f : α → β → β} {b : β} {xs : Array α} :
    xs.reverse.foldr f b = xs.foldl (fun x y => f y x) b := foldr_reverse' size_reverse
theorem foldl_eq_foldr_reverse {xs : Array α} {f : β → α → β} {b : β} :
    xs.foldl f b = xs.reverse.foldr (fun x y => f y x) b := foldr_reverse.symm
theorem foldr_eq_foldl_reverse {xs : Array α} {f : α → β → β} {b : β} :
    xs.foldr f b = xs.reverse.foldl (fun x y => f y x) b := foldl_reverse.symm
/-- What holds at the start, and is kept by each step, holds at the end. -/
theorem foldl_induction {as : Array α} (motive : Nat → β → Prop) {init : β} (h0 : motive 0 init)
    {f : β → α → β} (hf : ∀ i : Fin as.size, ∀ b, motive i.1 b → motive (i.1 + 1) (f b as[i])) :
    motive as.size (as.foldl f init) := by
  rw [← foldl_toList]
  have key : ∀ (l : List α) (k : Nat) (b : β), as.toList.drop k = l → k ≤ as.size → motive k b →
      motive as.size (l.foldl f b) := by
    intro l
    induction l with
    | nil =>
      intro k b e hk h
      have := congrArg List.length e
      rw [List.length_drop, length_toList] at this
      have : k = as.size := by simp at this; omega
      subst this; exact h
    | cons x l ih =>
      intro k b e hk h
      have hlt : k < as.size := by
        have := congrArg List.length e
        rw [List.length_drop, length_toList] at this
        simp at this; omega
      have e' := (List.drop_eq_getElem_cons (l := as.toList) hlt).symm.trans e
      have hx : as[k] = x := (List.cons.inj e').1
      exact ih (k + 1) (f b x) (List.cons.inj e').2 hlt (hx ▸ hf ⟨k, hlt⟩ b h)
  exact key as.toList 0 init (List.drop_zero) (Nat.zero_le _) h0

/-! ## Tests -/

theorem any_iff_exists {p : α → Bool} {as : Array α} {start stop : Nat} :
    as.any p start stop = true ↔ ∃ (i : Nat) (_ : i < as.size), start ≤ i ∧ i < stop ∧ p as[i] = true := by
  show ((as.extract start stop).toList.any p) = true ↔ _
  rw [toList_extract, List.any_eq_true]
  constructor
  · intro ⟨x, hx, hp⟩
    obtain ⟨i, hi, e⟩ := List.mem_iff_getElem.mp hx
    have hs := hi
    rw [List.length_take, List.length_drop] at hs
    have hlt : start + i < as.size := by
      have : as.toList.length = as.size := rfl
      omega
    refine ⟨start + i, hlt, Nat.le_add_right _ _, by omega, ?_⟩
    rw [List.getElem_take, List.getElem_drop] at e
    exact (congrArg (fun y => p y = true) e).mpr hp
  · intro ⟨i, hi, hs, ht, hp⟩
    refine ⟨as[i], List.mem_iff_getElem.mpr ⟨i - start, ?_, ?_⟩, hp⟩
    · rw [List.length_take, List.length_drop]
      have : as.toList.length = as.size := rfl
      omega
    · rw [List.getElem_take, List.getElem_drop]
      simp only [Nat.add_sub_cancel' hs]; rfl
theorem all_eq_not_any_not_ {as : Array α} : as.all p start stop = !as.any (fun a => !p a) start stop := by
  show (as.extract start stop).toList.all p = !(as.extract start stop).toList.any fun a => !p a
  rw [List.any_eq_not_all_not]; simp
theorem all_iff_forall {p : α → Bool} {as : Array α} {start stop : Nat} :
    as.all p start stop = true ↔ ∀ (i : Nat) (_ : i < as.size), start ≤ i ∧ i < stop → p as[i] = true := by
  rw [all_eq_not_any_not_, Bool.not_eq_true', ← Bool.not_eq_true, any_iff_exists]
  constructor
  · intro h i hi ⟨hs, ht⟩
    cases e : p as[i] with
    | true => rfl
    | false => exact absurd ⟨i, hi, hs, ht, by rw [e]; rfl⟩ h
  · intro h ⟨i, hi, hs, ht, e⟩
    rw [h i hi ⟨hs, ht⟩] at e
    exact absurd e (by decide)
@[simp] theorem _root_.List.any_toArray' {p : α → Bool} {l : List α} (h : stop = l.toArray.size) :
    l.toArray.any p 0 stop = l.any p := any_eq_toList_ h
@[simp] theorem _root_.List.all_toArray' {p : α → Bool} {l : List α} (h : stop = l.toArray.size) :
    l.toArray.all p 0 stop = l.all p := all_eq_toList_ h
theorem _root_.List.any_toArray {p : α → Bool} {l : List α} : l.toArray.any p = l.any p := any_toList.symm
theorem _root_.List.all_toArray {p : α → Bool} {l : List α} : l.toArray.all p = l.all p := all_toList.symm
theorem any_eq_true' {p : α → Bool} {xs : Array α} : xs.any p = true ↔ ∃ x, x ∈ xs ∧ p x = true := by
  rw [← any_toList, List.any_eq_true]; simp only [mem_toList]
theorem all_eq_true' {p : α → Bool} {xs : Array α} : xs.all p = true ↔ ∀ x, x ∈ xs → p x = true := by
  rw [← all_toList, List.all_eq_true]; simp only [mem_toList]
@[simp] theorem any_eq_true {p : α → Bool} {xs : Array α} :
    xs.any p = true ↔ ∃ (i : Nat) (h : i < xs.size), p xs[i] = true := by
  rw [any_eq_true']
  exact ⟨fun ⟨x, hx, hp⟩ => let ⟨i, h, e⟩ := getElem_of_mem hx; ⟨i, h, e ▸ hp⟩,
    fun ⟨i, h, hp⟩ => ⟨_, getElem_mem h, hp⟩⟩
@[simp] theorem all_eq_true {p : α → Bool} {xs : Array α} :
    xs.all p = true ↔ ∀ (i : Nat) (h : i < xs.size), p xs[i] = true := by
  rw [all_eq_true']
  exact ⟨fun h i hi => h _ (getElem_mem hi), fun h x hx => let ⟨i, hi, e⟩ := getElem_of_mem hx; e ▸ h i hi⟩
theorem any_eq {xs : Array α} {p : α → Bool} : xs.any p = decide (∃ (i : Nat) (h :
    i < xs.size), p (xs[i]'h) = true) := by
  rw [Bool.eq_iff_iff, any_eq_true, decide_eq_true_eq]
theorem all_eq {xs : Array α} {p : α → Bool} : xs.all p = decide (∀ (i : Nat) (h :
    i < xs.size), p (xs[i]'h) = true) := by
  rw [Bool.eq_iff_iff, all_eq_true, decide_eq_true_eq]
@[simp] theorem any_eq_false {p : α → Bool} {xs : Array α} :
    xs.any p = false ↔ ∀ (i : Nat) (h : i < xs.size), ¬p xs[i] = true := by
  rw [← Bool.not_eq_true, any_eq_true]; simp
@[simp] theorem all_eq_false {p : α → Bool} {xs : Array α} :
    xs.all p = false ↔ ∃ (i : Nat) (h : i < xs.size), ¬p xs[i] = true := by
  rw [← Bool.not_eq_true, all_eq_true]; simp only [Classical.not_forall]
theorem any_empty : (#[] : Array α).any p = false := rfl
theorem all_empty : (#[] : Array α).all p = true := rfl
@[simp] theorem any_push' {a : α} (h : stop = xs.size + 1) :
    (xs.push a).any p 0 stop = (xs.any p || p a) := by
  rw [any_eq_toList_ (h.trans (size_push a).symm), toList_push, List.any_append, any_toList]; simp
theorem any_push {a : α} : (xs.push a).any p = (xs.any p || p a) := any_push' (size_push a)
@[simp] theorem all_push' {a : α} (h : stop = xs.size + 1) :
    (xs.push a).all p 0 stop = (xs.all p && p a) := by
  rw [all_eq_toList_ (h.trans (size_push a).symm), toList_push, List.all_append, all_toList]; simp
theorem all_push {a : α} : (xs.push a).all p = (xs.all p && p a) := all_push' (size_push a)
@[simp] theorem any_append' (h : stop = xs.size + ys.size) :
    (xs ++ ys).any p 0 stop = (xs.any p || ys.any p) := by
  rw [any_eq_toList_ (h.trans size_append.symm), toList_append, List.any_append, any_toList, any_toList]
theorem any_append : (xs ++ ys).any p = (xs.any p || ys.any p) := any_append' size_append
@[simp] theorem all_append' (h : stop = xs.size + ys.size) :
    (xs ++ ys).all p 0 stop = (xs.all p && ys.all p) := by
  rw [all_eq_toList_ (h.trans size_append.symm), toList_append, List.all_append, all_toList, all_toList]
theorem all_append : (xs ++ ys).all p = (xs.all p && ys.all p) := all_append' size_append
@[simp] theorem any_map' {f : α → β} {p : β → Bool} (w : stop = xs.size) :
    (xs.map f).any p 0 stop = xs.any (p ∘ f) := by
  rw [any_eq_toList_ (w.trans size_map.symm), toList_map, List.any_map, any_toList]
theorem any_map {f : α → β} {p : β → Bool} : (xs.map f).any p = xs.any (p ∘ f) := any_map' size_map
@[simp] theorem all_map' {f : α → β} {p : β → Bool} (w : stop = xs.size) :
    (xs.map f).all p 0 stop = xs.all (p ∘ f) := by
  rw [all_eq_toList_ (w.trans size_map.symm), toList_map, List.all_map, all_toList]
theorem all_map {f : α → β} {p : β → Bool} : (xs.map f).all p = xs.all (p ∘ f) := all_map' size_map
@[simp] theorem any_filter' (w : stop = (xs.filter p).size) :
    (xs.filter p).any q 0 stop = xs.any fun a => p a && q a := by
  rw [any_eq_toList_ w, toList_filter, List.any_filter, any_toList]
theorem any_filter : (xs.filter p).any q = xs.any fun a => p a && q a := any_filter' rfl
@[simp] theorem all_filter' (w : stop = (xs.filter p).size) :
    (xs.filter p).all q 0 stop = xs.all fun a => !(p a) || q a := by
  rw [all_eq_toList_ w, toList_filter, List.all_filter, all_toList]
theorem all_filter : (xs.filter p).all q = xs.all fun a => !(p a) || q a := all_filter' rfl
@[simp] theorem any_reverse' (w : stop = xs.size) : xs.reverse.any p 0 stop = xs.any p := by
  rw [any_eq_toList_ (w.trans size_reverse.symm), toList_reverse, List.any_reverse, any_toList]
theorem any_reverse : xs.reverse.any p = xs.any p := any_reverse' size_reverse
@[simp] theorem all_reverse' (w : stop = xs.size) : xs.reverse.all p 0 stop = xs.all p := by
  rw [all_eq_toList_ (w.trans size_reverse.symm), toList_reverse, List.all_reverse, all_toList]
theorem all_reverse : xs.reverse.all p = xs.all p := all_reverse' size_reverse
theorem any_eq_not_all_not {xs : Array α} {p : α → Bool} : xs.any p = !xs.all (!p ·) := by
  rw [← any_toList, ← all_toList, List.any_eq_not_all_not]
theorem all_eq_not_any_not {xs : Array α} {p : α → Bool} : xs.all p = !xs.any (!p ·) := all_eq_not_any_not_

/-! ## Filters -/

@[simp] theorem _root_.List.filter_toArray' {p : α → Bool} {l : List α} (h : stop = l.toArray.size) :
    l.toArray.filter p 0 stop = (l.filter p).toArray := ext' (toList_filter' h)
theorem _root_.List.filter_toArray {p : α → Bool} {l : List α} : l.toArray.filter p = (l.filter p).toArray :=
  ext' toList_filter
theorem filter_empty {p : α → Bool} : filter p #[] = #[] := rfl
@[simp] theorem filter_push_of_pos {a : α} (h : p a) (w : stop = xs.size + 1) :
    (xs.push a).filter p 0 stop = (xs.filter p).push a :=
  ext' (by rw [toList_filter' (w.trans (size_push a).symm), toList_push, toList_push, toList_filter,
    List.filter_append]; simp [h])
@[simp] theorem filter_push_of_neg {a : α} (h : ¬p a) (w : stop = xs.size + 1) :
    (xs.push a).filter p 0 stop = xs.filter p :=
  ext' (by rw [toList_filter' (w.trans (size_push a).symm), toList_push, toList_filter,
    List.filter_append]; simp [h])
theorem filter_push {a : α} : (xs.push a).filter p = if p a then (xs.filter p).push a else xs.filter p := by
  split
  · exact filter_push_of_pos ‹_› (size_push a)
  · exact filter_push_of_neg ‹_› (size_push a)
@[simp] theorem filter_append {p : α → Bool} {xs ys : Array α} {stop : Nat} (w : stop = xs.size + ys.size) :
    (xs ++ ys).filter p 0 stop = xs.filter p ++ ys.filter p :=
  ext' (by rw [toList_filter' (w.trans size_append.symm), toList_append, toList_append, toList_filter,
    toList_filter, List.filter_append])
@[simp] theorem filter_filter {p q : α → Bool} {xs : Array α} :
    (xs.filter q).filter p = xs.filter fun a => p a && q a :=
  ext' (by rw [toList_filter, toList_filter, toList_filter, List.filter_filter])
theorem filter_map {f : β → α} {xs : Array β} : (xs.map f).filter p = (xs.filter (p ∘ f)).map f :=
  ext' (by rw [toList_filter, toList_map, toList_map, toList_filter, List.filter_map])
theorem filter_reverse {p : α → Bool} {xs : Array α} : xs.reverse.filter p = (xs.filter p).reverse :=
  ext' (by rw [toList_filter, toList_reverse, toList_reverse, toList_filter, List.filter_reverse])
theorem mem_of_mem_filter (h : a ∈ xs.filter p) : a ∈ xs := (mem_filter.mp h).1
theorem of_mem_filter (h : a ∈ xs.filter p) : p a = true := (mem_filter.mp h).2
@[simp] theorem filter_eq_self {p : α → Bool} {xs : Array α} : xs.filter p = xs ↔ ∀ a ∈ xs, p a = true := by
  rw [← toList_inj, toList_filter, List.filter_eq_self]; simp only [mem_toList]
@[simp] theorem filter_eq_empty_iff {p : α → Bool} {xs : Array α} :
    xs.filter p = #[] ↔ ∀ a, a ∈ xs → ¬p a = true := by
  rw [← toList_inj, toList_filter]
  exact List.filter_eq_nil_iff.trans (by simp only [mem_toList])
@[simp] theorem size_filter_eq_size {p : α → Bool} {xs : Array α} :
    (xs.filter p).size = xs.size ↔ ∀ a ∈ xs, p a = true := by
  show (xs.filter p).toList.length = xs.toList.length ↔ _
  rw [toList_filter, List.length_filter_eq_length_iff]; simp only [mem_toList]
@[simp] theorem _root_.List.filterMap_toArray' {f : α → Option β} {l : List α} (h : stop = l.toArray.size) :
    l.toArray.filterMap f 0 stop = (l.filterMap f).toArray := ext' (toList_filterMap' h)
theorem _root_.List.filterMap_toArray {f : α → Option β} {l : List α} :
    l.toArray.filterMap f = (l.filterMap f).toArray := ext' toList_filterMap
theorem filterMap_empty {f : α → Option β} : filterMap f #[] = #[] := rfl
@[simp] theorem filterMap_append {f : α → Option β} {xs ys : Array α} {stop : Nat}
    (w : stop = xs.size + ys.size) : (xs ++ ys).filterMap f 0 stop = xs.filterMap f ++ ys.filterMap f :=
  ext' (by rw [toList_filterMap' (w.trans size_append.symm), toList_append, toList_append, toList_filterMap,
    toList_filterMap, List.filterMap_append])
@[simp] theorem filterMap_some {xs : Array α} : xs.filterMap some = xs :=
  ext' (by rw [toList_filterMap, List.filterMap_some])
@[simp] theorem mem_filterMap {f : α → Option β} {xs : Array α} {b : β} :
    b ∈ xs.filterMap f ↔ ∃ a, a ∈ xs ∧ f a = some b := by
  rw [mem_def, toList_filterMap, List.mem_filterMap]; simp only [mem_toList]
theorem size_filterMap_le {f : α → Option β} {xs : Array α} : (xs.filterMap f).size ≤ xs.size := by
  show (xs.filterMap f).toList.length ≤ _
  rw [toList_filterMap]; exact List.length_filterMap_le _ _
theorem map_filterMap {f : α → Option β} {g : β → γ} {xs : Array α} :
    (xs.filterMap f).map g = xs.filterMap fun x => (f x).map g :=
  ext' (by rw [toList_map, toList_filterMap, toList_filterMap, List.map_filterMap])
end Array
