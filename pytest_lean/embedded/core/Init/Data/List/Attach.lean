module
prelude
public import Init.Data.Array.Lemmas
public import Init.Tactics.Arithmetic
public meta import Init.Meta.Macro
/-!
Elements with the proof that they are in the list: `List.attach` and its kin, for lists, arrays and
options; and what lets a recursion go through `map`, `filter`, `foldl` and the like without naming it.
The elaborator of well-founded recursion marks a parameter by `wfParam`; the lemmas marked
`wf_preprocess` make of `(wfParam xs).map f` the map over `xs.attach`, so that the termination proof has
the membership.
-/

@[expose] public section

set_option linter.all false

universe u v w

/-! ## Lists -/

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-- A partial function on each element, given that all are in its domain. -/
@[simp] def pmap {P : α → Prop} (f : ∀ a, P a → β) : ∀ l : List α, (∀ a, a ∈ l → P a) → List β
  | [], _ => []
  | a :: l, h => f a (h a (.head l)) :: pmap f l fun b hb => h b (.tail a hb)
/-- Each element with a proof of `P`. -/
def attachWith (l : List α) (P : α → Prop) (h : ∀ x, x ∈ l → P x) : List {x // P x} := pmap Subtype.mk l h
/-- Each element with the proof that it is in the list. -/
@[inline] def attach (l : List α) : List {x // x ∈ l} := attachWith l (· ∈ l) fun _ h => h
/-- The elements without their proofs. -/
def unattach {p : α → Prop} (l : List {x // p x}) : List α := l.map (·.val)

@[simp] theorem unattach_nil {p : α → Prop} : ([] : List {x // p x}).unattach = [] := rfl
@[simp] theorem unattach_cons {p : α → Prop} {a : {x // p x}} {l : List {x // p x}} :
    (a :: l).unattach = a.val :: l.unattach := rfl
@[simp] theorem length_unattach {p : α → Prop} {l : List {x // p x}} : l.unattach.length = l.length :=
  length_map _
@[simp] theorem pmap_eq_map {p : α → Prop} {f : α → β} {l : List α} (H) :
    pmap (fun a (_ : p a) => f a) l H = map f l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [pmap, ih, map_cons]
theorem map_pmap {p : α → Prop} {g : β → γ} {f : ∀ a, p a → β} {l : List α} (H) :
    map g (pmap f l H) = pmap (fun a h => g (f a h)) l H := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [pmap, map_cons, ih, pmap]
@[simp] theorem length_pmap {p : α → Prop} {f : ∀ a, p a → β} {l : List α} {h} :
    (pmap f l h).length = l.length := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [pmap, length_cons, ih, length_cons]
theorem mem_pmap {p : α → Prop} {f : ∀ a, p a → β} {l : List α} {H : ∀ a, a ∈ l → p a} {b : β} :
    b ∈ pmap f l H ↔ ∃ (a : α) (h : a ∈ l), f a (H a h) = b := by
  induction l with
  | nil => simp
  | cons a l ih =>
    rw [pmap, mem_cons, ih]
    constructor
    · rintro (rfl | ⟨c, hc, rfl⟩)
      · exact ⟨a, .head l, rfl⟩
      · exact ⟨c, .tail a hc, rfl⟩
    · rintro ⟨c, hc, rfl⟩
      cases hc with
      | head => exact .inl rfl
      | tail _ h => exact .inr ⟨c, h, rfl⟩
@[simp] theorem attach_nil : ([] : List α).attach = [] := rfl
@[simp] theorem length_attach {l : List α} : l.attach.length = l.length := length_pmap
@[simp] theorem length_attachWith {p : α → Prop} {l : List α} {H} : (l.attachWith p H).length = l.length :=
  length_pmap
@[simp] theorem unattach_attachWith {p : α → Prop} {l : List α} {H} : (l.attachWith p H).unattach = l :=
  (map_pmap H).trans ((pmap_eq_map (f := fun a => a) H).trans (map_id l))
@[simp] theorem unattach_attach {l : List α} : l.attach.unattach = l := unattach_attachWith
theorem attach_map_val {l : List α} {f : α → β} : (l.attach.map fun i => f i.val) = l.map f :=
  (map_pmap _).trans (pmap_eq_map _)
@[simp] theorem attach_map_subtype_val (l : List α) : l.attach.map Subtype.val = l := unattach_attach
@[simp] theorem mem_attach (l : List α) : ∀ x : {x // x ∈ l}, x ∈ l.attach :=
  fun x => mem_pmap.mpr ⟨x.1, x.2, rfl⟩

/-! What the functions do to a list without proofs, said of the list with proofs. -/

section
variable {p : α → Prop}
@[simp]
theorem map_subtype {l : List {x // p x}} {f : {x // p x} → β} {g : α → β} (hf : ∀ x h, f ⟨x, h⟩ = g x) :
    l.map f = l.unattach.map g := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, ih, unattach_cons, map_cons, ← hf a.1 a.2]
@[simp] theorem foldl_subtype {l : List {x // p x}} {f : β → {x // p x} → β} {g : β → α → β} {x : β}
    (hf : ∀ b x h, f b ⟨x, h⟩ = g b x) : l.foldl f x = l.unattach.foldl g x := by
  induction l generalizing x with
  | nil => rfl
  | cons a l ih => rw [foldl_cons, ih, unattach_cons, foldl_cons, ← hf x a.1 a.2]
@[simp] theorem foldr_subtype {l : List {x // p x}} {f : {x // p x} → β → β} {g : α → β → β} {x : β}
    (hf : ∀ x h b, f ⟨x, h⟩ b = g x b) : l.foldr f x = l.unattach.foldr g x := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [foldr_cons, ih, unattach_cons, foldr_cons, ← hf a.1 a.2]
@[simp]
theorem flatMap_subtype {l : List {x // p x}} {f : {x // p x} → List β} {g : α → List β}
    (hf : ∀ x h, f ⟨x, h⟩ = g x) :
    l.flatMap f = l.unattach.flatMap g := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [flatMap_cons, ih, unattach_cons, flatMap_cons, ← hf a.1 a.2]
@[simp] theorem filterMap_subtype {l : List {x // p x}} {f : {x // p x} → Option β} {g : α → Option β}
    (hf : ∀ x h, f ⟨x, h⟩ = g x) : l.filterMap f = l.unattach.filterMap g := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [filterMap_cons, unattach_cons, filterMap_cons, ih, ← hf a.1 a.2]
@[simp]
theorem unattach_filter {l : List {x // p x}} {f : {x // p x} → Bool} {g : α → Bool}
    (hf : ∀ x h, f ⟨x, h⟩ = g x) :
    (l.filter f).unattach = l.unattach.filter g := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [unattach_cons, filter_cons, filter_cons, ← hf a.1 a.2]
    show (if f a = true then a :: filter f l else filter f l).unattach = _
    split
    · rw [unattach_cons, ih]
    · exact ih
@[simp]
theorem any_subtype {l : List {x // p x}} {f : {x // p x} → Bool} {g : α → Bool}
    (hf : ∀ x h, f ⟨x, h⟩ = g x) :
    l.any f = l.unattach.any g := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [any_cons, ih, unattach_cons, any_cons, ← hf a.1 a.2]
@[simp]
theorem all_subtype {l : List {x // p x}} {f : {x // p x} → Bool} {g : α → Bool}
    (hf : ∀ x h, f ⟨x, h⟩ = g x) :
    l.all f = l.unattach.all g := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [all_cons, ih, unattach_cons, all_cons, ← hf a.1 a.2]
end

/-! How a function of a marked list becomes one of the attached list, and how the proofs are dropped again. -/

section
variable {P : α → Prop} {xs : List α} {ys : List (Subtype P)}
@[wf_preprocess] theorem map_wfParam {f : α → β} : (wfParam xs).map f = xs.attach.unattach.map f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem map_unattach {f : α → β} :
    ys.unattach.map f = ys.map fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) :=
  (map_subtype fun _ _ => rfl).symm
@[wf_preprocess] theorem foldl_wfParam {f : β → α → β} {x : β} :
    (wfParam xs).foldl f x = xs.attach.unattach.foldl f x := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem foldl_unattach {f : β → α → β} {x : β} :
    ys.unattach.foldl f x = ys.foldl (fun s ⟨x, h⟩ =>
      binderNameHint s f <| binderNameHint x (f s) <| binderNameHint h () <| f s (wfParam x)) x :=
  (foldl_subtype fun _ _ _ => rfl).symm
@[wf_preprocess] theorem foldr_wfParam {f : α → β → β} {x : β} :
    (wfParam xs).foldr f x = xs.attach.unattach.foldr f x := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem foldr_unattach {f : α → β → β} {x : β} :
    ys.unattach.foldr f x = ys.foldr (fun ⟨x, h⟩ s =>
      binderNameHint x f <| binderNameHint s (f x) <| binderNameHint h () <| f (wfParam x) s) x :=
  (foldr_subtype fun _ _ _ => rfl).symm
@[wf_preprocess] theorem filter_wfParam {f : α → Bool} :
    (wfParam xs).filter f = xs.attach.unattach.filter f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem filter_unattach {f : α → Bool} :
    ys.unattach.filter f =
      (ys.filter fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x)).unattach :=
  (unattach_filter fun _ _ => rfl).symm
@[wf_preprocess] theorem filterMap_wfParam {f : α → Option β} :
    (wfParam xs).filterMap f = xs.attach.unattach.filterMap f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem filterMap_unattach {f : α → Option β} :
    ys.unattach.filterMap f = ys.filterMap fun ⟨x, h⟩ =>
      binderNameHint x f <| binderNameHint h () <| f (wfParam x) :=
  (filterMap_subtype fun _ _ => rfl).symm
@[wf_preprocess] theorem flatMap_wfParam {f : α → List β} :
    (wfParam xs).flatMap f = xs.attach.unattach.flatMap f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem flatMap_unattach {f : α → List β} :
    ys.unattach.flatMap f = ys.flatMap fun ⟨x, h⟩ =>
      binderNameHint x f <| binderNameHint h () <| f (wfParam x) :=
  (flatMap_subtype fun _ _ => rfl).symm
@[wf_preprocess] theorem any_wfParam {f : α → Bool} : (wfParam xs).any f = xs.attach.unattach.any f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem any_unattach {f : α → Bool} :
    ys.unattach.any f = ys.any fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) :=
  (any_subtype fun _ _ => rfl).symm
@[wf_preprocess] theorem all_wfParam {f : α → Bool} : (wfParam xs).all f = xs.attach.unattach.all f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem all_unattach {f : α → Bool} :
    ys.unattach.all f = ys.all fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) :=
  (all_subtype fun _ _ => rfl).symm
end

/-! ## Sizes: what is in a list is smaller than the list -/

theorem sizeOf_lt_of_mem [SizeOf α] {a : α} {as : List α} (h : a ∈ as) : sizeOf a < sizeOf as := by
  induction h with
  | head as => show sizeOf a < 1 + sizeOf a + sizeOf as; omega
  | tail b _ ih => rename_i as _; show sizeOf a < 1 + sizeOf b + sizeOf as; omega
theorem sizeOf_get [SizeOf α] (as : List α) (i : Nat) (h : i < as.length) : sizeOf as[i] < sizeOf as :=
  sizeOf_lt_of_mem (getElem_mem h)
theorem le_sum_of_mem {l : List Nat} {n : Nat} (h : n ∈ l) : n ≤ l.sum := by
  induction h with
  | head as => show n ≤ n + as.sum; omega
  | tail b _ ih => rename_i as _; show n ≤ b + as.sum; omega

end List

/-! ## Arrays -/

namespace Array
variable {α : Type u} {β : Type v}

def attachWith (xs : Array α) (P : α → Prop) (H : ∀ x, x ∈ xs → P x) : Array {x // P x} :=
  ⟨xs.toList.attachWith P fun x h => H x ⟨h⟩⟩
/-- Each element with the proof that it is in the array. -/
@[inline] def attach (xs : Array α) : Array {x // x ∈ xs} := xs.attachWith (· ∈ xs) fun _ h => h
/-- The elements without their proofs. -/
def unattach {p : α → Prop} (xs : Array {x // p x}) : Array α := xs.map (·.val)
@[simp] theorem unattach_attachWith {p : α → Prop} {xs : Array α} {H} : (xs.attachWith p H).unattach = xs :=
  ext' List.unattach_attachWith
@[simp] theorem unattach_attach {xs : Array α} : xs.attach.unattach = xs := unattach_attachWith
@[simp] theorem size_attach {xs : Array α} : xs.attach.size = xs.size := List.length_attachWith
@[simp] theorem mem_attach (xs : Array α) (x : {x // x ∈ xs}) : x ∈ xs.attach :=
  ⟨List.mem_pmap.mpr ⟨x.1, x.2.val, rfl⟩⟩

section
variable {P : α → Prop} {xs : Array α} {ys : Array (Subtype P)}
@[wf_preprocess] theorem map_wfParam {f : α → β} : (wfParam xs).map f = xs.attach.unattach.map f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem map_unattach {f : α → β} :
    ys.unattach.map f = ys.map fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) :=
  ext' (List.map_subtype fun _ _ => rfl).symm
@[wf_preprocess] theorem foldl_wfParam {f : β → α → β} {x : β} :
    (wfParam xs).foldl f x = xs.attach.unattach.foldl f x := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem foldl_unattach {f : β → α → β} {x : β} :
    ys.unattach.foldl f x = ys.foldl (fun s ⟨x, h⟩ =>
      binderNameHint s f <| binderNameHint x (f s) <| binderNameHint h () <| f s (wfParam x)) x :=
  by rw [← foldl_toList, ← foldl_toList]; exact (List.foldl_subtype fun _ _ _ => rfl).symm
/-- The array in which a fold runs is not rewritten by itself, because the type of the end depends on it. -/
@[wf_preprocess ↓] theorem foldl_map_wfParam {γ : Type w} {f : α → γ} {g : β → γ → β} {x : β} {i j : Nat} :
    foldl g x ((wfParam xs).map f) i j = foldl g x (xs.attach.map fun ⟨y, h⟩ =>
      binderNameHint y f <| binderNameHint h () <| f (wfParam y)) i j := by
  rw [← map_unattach, unattach_attach]; rfl
@[wf_preprocess ↓] theorem foldr_map_wfParam {γ : Type w} {f : α → γ} {g : γ → β → β} {x : β} {i j : Nat} :
    foldr g x ((wfParam xs).map f) i j = foldr g x (xs.attach.map fun ⟨y, h⟩ =>
      binderNameHint y f <| binderNameHint h () <| f (wfParam y)) i j := by
  rw [← map_unattach, unattach_attach]; rfl
@[wf_preprocess] theorem foldr_wfParam {f : α → β → β} {x : β} :
    (wfParam xs).foldr f x = xs.attach.unattach.foldr f x := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem foldr_unattach {f : α → β → β} {x : β} :
    ys.unattach.foldr f x = ys.foldr (fun ⟨x, h⟩ s =>
      binderNameHint x f <| binderNameHint s (f x) <| binderNameHint h () <| f (wfParam x) s) x := by
  rw [← foldr_toList, ← foldr_toList]; exact (List.foldr_subtype fun _ _ _ => rfl).symm
@[wf_preprocess] theorem filter_wfParam {f : α → Bool} :
    (wfParam xs).filter f = xs.attach.unattach.filter f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem filter_unattach {f : α → Bool} :
    ys.unattach.filter f =
      (ys.filter fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x)).unattach := by
  apply ext'
  show _ = List.unattach (ys.filter _).toList
  rw [toList_filter, toList_filter]; exact (List.unattach_filter fun _ _ => rfl).symm
@[wf_preprocess] theorem filterMap_wfParam {f : α → Option β} :
    (wfParam xs).filterMap f = xs.attach.unattach.filterMap f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem filterMap_unattach {f : α → Option β} :
    ys.unattach.filterMap f = ys.filterMap fun ⟨x, h⟩ =>
      binderNameHint x f <| binderNameHint h () <| f (wfParam x) := by
  apply ext'
  rw [toList_filterMap, toList_filterMap]; exact (List.filterMap_subtype fun _ _ => rfl).symm
@[wf_preprocess] theorem flatMap_wfParam {f : α → Array β} :
    (wfParam xs).flatMap f = xs.attach.unattach.flatMap f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem flatMap_unattach {f : α → Array β} :
    ys.unattach.flatMap f = ys.flatMap fun ⟨x, h⟩ =>
      binderNameHint x f <| binderNameHint h () <| f (wfParam x) :=
  ext' (List.flatMap_subtype fun _ _ => rfl).symm
@[wf_preprocess] theorem any_wfParam {f : α → Bool} : (wfParam xs).any f = xs.attach.unattach.any f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem any_unattach {f : α → Bool} :
    ys.unattach.any f = ys.any fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) :=
  by rw [← any_toList, ← any_toList]; exact (List.any_subtype fun _ _ => rfl).symm
@[wf_preprocess] theorem all_wfParam {f : α → Bool} : (wfParam xs).all f = xs.attach.unattach.all f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem all_unattach {f : α → Bool} :
    ys.unattach.all f = ys.all fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) :=
  by rw [← all_toList, ← all_toList]; exact (List.all_subtype fun _ _ => rfl).symm
end

theorem sizeOf_lt_of_mem [SizeOf α] {a : α} {as : Array α} (h : a ∈ as) : sizeOf a < sizeOf as := by
  have := List.sizeOf_lt_of_mem h.val
  obtain ⟨as⟩ := as
  show sizeOf a < 1 + sizeOf as
  exact Nat.lt_of_lt_of_le this (Nat.le_add_left _ _)
theorem sizeOf_get [SizeOf α] (as : Array α) (i : Nat) (h : i < as.size) : sizeOf as[i] < sizeOf as :=
  sizeOf_lt_of_mem ⟨List.getElem_mem h⟩
@[simp] theorem sizeOf_getElem [SizeOf α] (as : Array α) (i : Nat) (h : i < as.size) :
    sizeOf as[i] < sizeOf as :=
  sizeOf_get as i h

end Array

/-! ## Options -/

namespace Option
variable {α : Type u}
/-- The element with the proof that it is the one. -/
@[inline] def attach (xs : Option α) : Option {x // xs = some x} := match xs with
  | none => none
  | some x => some ⟨x, rfl⟩
end Option

/-! The goals of `decreasing_by` tell of no attached list where the proof of membership was not needed. -/

macro_rules | `(tactic| clean_wf) => `(tactic|
  try simp +unfoldPartialApp +zetaDelta -failIfUnchanged only [invImage, InvImage, Prod.lex,
    Prod.instWellFoundedRelation, instWellFoundedRelationOfSizeOf, Nat.lt_wfRel, sizeOf_nat, measure,
      sizeOfWFRel,
    WellFoundedRelation.rel, Nat.lt_eq, List.unattach_filter, List.unattach_attach, List.map_subtype,
    Array.unattach_attach])

/-! ## Termination: the element of a list, of an array -/

macro_rules | `(tactic| decreasing_trivial) => `(tactic|
  (with_reducible apply Nat.lt_of_lt_of_le (List.sizeOf_lt_of_mem ?h) ?_; case' h => assumption;
   simp +arith -failIfUnchanged; done))
macro_rules
  | `(tactic| decreasing_trivial) => `(tactic| with_reducible apply List.sizeOf_lt_of_mem; assumption; done)
macro_rules | `(tactic| decreasing_trivial) => `(tactic|
  (with_reducible apply Nat.lt_of_lt_of_le (List.sizeOf_get ..) ?_; simp +arith -failIfUnchanged; done))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| with_reducible apply List.sizeOf_get)
macro_rules | `(tactic| decreasing_trivial) => `(tactic|
  (with_reducible apply Nat.lt_of_lt_of_le (Array.sizeOf_lt_of_mem ?h) ?_; case' h => assumption;
   simp +arith -failIfUnchanged; done))
macro_rules
  | `(tactic| decreasing_trivial) => `(tactic| with_reducible apply Array.sizeOf_lt_of_mem; assumption; done)
macro_rules | `(tactic| decreasing_trivial) => `(tactic|
  (with_reducible apply Nat.lt_of_lt_of_le (Array.sizeOf_get ..) ?_; simp +arith -failIfUnchanged; done))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| with_reducible apply Array.sizeOf_get)
