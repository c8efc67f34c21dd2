module
prelude
public import Init.Data.List.Basic
public import Init.Data.Bool
public import Init.Data.Function
public import Init.Data.Nat.Decide
public import Init.Data.Option
/-!
Lists: the equations of the basic functions, membership, length, append, reverse, map, filter and the
folds, under Lean's names; what `simp` does with lists by default is marked here. Positions and sublists
are in `Init.Data.List.Index`.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w} {a b : α} {l l₁ l₂ l₃ as bs : List α}

/-! ## Constructors -/

@[simp] theorem cons_ne_nil (a : α) (l : List α) : a :: l ≠ [] := nofun
@[simp] theorem nil_eq {α : Type u} {xs : List α} : [] = xs ↔ xs = [] := eq_comm
@[simp] theorem cons_ne_self (a : α) (l : List α) : a :: l ≠ l :=
  fun h => absurd (congrArg length h) (Nat.succ_ne_self _)
theorem head_eq_of_cons_eq {t₁ t₂ : List α} (h : a :: t₁ = b :: t₂) : a = b := by cases h; rfl
theorem tail_eq_of_cons_eq {t₁ t₂ : List α} (h : a :: t₁ = b :: t₂) : t₁ = t₂ := by cases h; rfl
theorem cons_inj_right (a : α) {l l' : List α} : a :: l = a :: l' ↔ l = l' := ⟨tail_eq_of_cons_eq, congrArg _⟩
theorem cons_eq_cons {l l' : List α} : a :: l = b :: l' ↔ a = b ∧ l = l' :=
  ⟨fun h => by cases h; exact ⟨rfl, rfl⟩, fun ⟨h₁, h₂⟩ => by rw [h₁, h₂]⟩
theorem exists_cons_of_ne_nil : ∀ {l : List α}, l ≠ [] → ∃ b l', l = b :: l'
  | _ :: _, _ => ⟨_, _, rfl⟩
  | [], h => absurd rfl h
theorem ne_nil_iff_exists_cons {l : List α} : l ≠ [] ↔ ∃ b l', l = b :: l' :=
  ⟨exists_cons_of_ne_nil, fun ⟨_, _, h⟩ => h ▸ cons_ne_nil _ _⟩

/-! ## Length -/

theorem eq_nil_of_length_eq_zero (h : length l = 0) : l = [] := by cases l with | nil => rfl | cons => cases h
@[simp] theorem length_eq_zero_iff : length l = 0 ↔ l = [] := ⟨eq_nil_of_length_eq_zero, fun h => h ▸ rfl⟩
theorem length_eq_zero : length l = 0 ↔ l = [] := length_eq_zero_iff
theorem length_pos_iff : 0 < length l ↔ l ≠ [] := by
  rw [Nat.pos_iff_ne_zero, ne_eq, ne_eq, length_eq_zero_iff]
theorem length_pos_of_ne_nil (h : l ≠ []) : 0 < length l := length_pos_iff.mpr h
theorem ne_nil_of_length_pos (h : 0 < length l) : l ≠ [] := length_pos_iff.mp h
theorem ne_nil_of_length_eq_add_one {n : Nat} (h : length l = n + 1) : l ≠ [] :=
  fun e => by rw [e] at h; cases h
theorem length_eq_one_iff {l : List α} : length l = 1 ↔ ∃ a, l = [a] :=
  ⟨fun h => match l, h with | [a], _ => ⟨a, rfl⟩, fun ⟨_, h⟩ => h ▸ rfl⟩
theorem exists_cons_of_length_eq_add_one {n : Nat} : ∀ {l : List α}, l.length = n + 1 → ∃ h t, l = h :: t
  | _ :: _, _ => ⟨_, _, rfl⟩

/-! ## Membership -/

@[simp] theorem not_mem_nil {a : α} : ¬a ∈ ([] : List α) := nofun
@[simp] theorem mem_cons : a ∈ b :: l ↔ a = b ∨ a ∈ l :=
  ⟨fun h => by cases h with | head => exact .inl rfl | tail _ h => exact .inr h,
    fun h => h.elim (fun e => e ▸ .head l) (.tail b)⟩
@[simp] theorem mem_cons_self {a : α} {l : List α} : a ∈ a :: l := .head l
theorem mem_cons_of_mem (y : α) {a : α} {l : List α} : a ∈ l → a ∈ y :: l := .tail y
theorem eq_or_mem_of_mem_cons : a ∈ b :: l → a = b ∨ a ∈ l := mem_cons.mp
theorem mem_singleton : a ∈ [b] ↔ a = b := by simp
theorem eq_of_mem_singleton (h : a ∈ [b]) : a = b := mem_singleton.mp h
theorem ne_nil_of_mem (h : a ∈ l) : l ≠ [] := fun e => by rw [e] at h; exact not_mem_nil h
theorem length_pos_of_mem (h : a ∈ l) : 0 < length l := length_pos_of_ne_nil (ne_nil_of_mem h)
theorem exists_mem_of_ne_nil (l : List α) (h : l ≠ []) : ∃ x, x ∈ l :=
  match l, h with | a :: _, _ => ⟨a, .head _⟩
theorem eq_nil_iff_forall_not_mem : l = [] ↔ ∀ a, ¬a ∈ l :=
  ⟨fun h a => h ▸ not_mem_nil, fun h => match l, h with | [], _ => rfl | a :: l, h => absurd (.head l) (h a)⟩
theorem forall_mem_cons {p : α → Prop} : (∀ x, x ∈ a :: l → p x) ↔ p a ∧ ∀ x, x ∈ l → p x := by
  simp only [mem_cons]
  exact ⟨fun h => ⟨h a (.inl rfl), fun x hx => h x (.inr hx)⟩,
    fun ⟨h₁, h₂⟩ x hx => hx.elim (fun e => e ▸ h₁) (h₂ x)⟩
theorem forall_mem_nil (p : α → Prop) : ∀ x, x ∈ ([] : List α) → p x := fun _ h => absurd h not_mem_nil
theorem exists_mem_cons {p : α → Prop} : (∃ x, x ∈ a :: l ∧ p x) ↔ p a ∨ ∃ x, x ∈ l ∧ p x := by
  simp only [mem_cons]
  exact ⟨fun ⟨x, h, hp⟩ => h.elim (fun e => .inl (e ▸ hp)) (fun h => .inr ⟨x, h, hp⟩),
    fun h => h.elim (fun hp => ⟨a, .inl rfl, hp⟩) (fun ⟨x, h, hp⟩ => ⟨x, .inr h, hp⟩)⟩
theorem append_of_mem {a : α} {l : List α} : a ∈ l → ∃ s t : List α, l = s ++ a :: t
  | .head l => ⟨[], l, rfl⟩
  | .tail b h => let ⟨s, t, h'⟩ := append_of_mem h; ⟨b :: s, t, by rw [h']; rfl⟩
@[simp] theorem elem_nil [BEq α] : ([] : List α).elem a = false := rfl
theorem elem_cons [BEq α] {a : α} : (b :: l).elem a = (a == b || l.elem a) := by
  show (match a == b with | true => true | false => elem a l) = _
  cases a == b <;> rfl
theorem elem_iff [BEq α] [LawfulBEq α] {a : α} {as : List α} : elem a as = true ↔ a ∈ as := by
  induction as with
  | nil => exact ⟨nofun, nofun⟩
  | cons b as ih => rw [elem_cons, Bool.or_eq_true, beq_iff_eq, ih, mem_cons]
theorem elem_eq_true_of_mem [BEq α] [LawfulBEq α] {a : α} {as : List α} (h : a ∈ as) : elem a as = true :=
  elem_iff.mpr h
theorem mem_of_elem_eq_true [BEq α] [LawfulBEq α] {a : α} {as : List α} (h : elem a as = true) : a ∈ as :=
  elem_iff.mp h
@[simp] theorem elem_eq_mem [BEq α] [LawfulBEq α] {a : α} {as : List α} [Decidable (a ∈ as)] :
    elem a as = decide (a ∈ as) := by
  rw [Bool.eq_iff_iff, elem_iff, decide_eq_true_eq]
theorem contains_iff [BEq α] [LawfulBEq α] {a : α} {as : List α} : as.contains a = true ↔ a ∈ as := elem_iff
instance instDecidableMemOfLawfulBEq [BEq α] [LawfulBEq α] (a : α) (as : List α) : Decidable (a ∈ as) :=
  decidable_of_decidable_of_iff elem_iff
instance decidableBEx {p : α → Prop} [DecidablePred p] : ∀ l : List α, Decidable (∃ x, x ∈ l ∧ p x)
  | [] => isFalse fun ⟨_, h, _⟩ => not_mem_nil h
  | x :: xs =>
    if h₁ : p x then isTrue ⟨x, .head xs, h₁⟩ else
      match decidableBEx (p := p) xs with
      | isTrue h₂ => isTrue (let ⟨y, hm, hp⟩ := h₂; ⟨y, .tail x hm, hp⟩)
      | isFalse h₂ => isFalse fun ⟨y, hm, hp⟩ => match eq_or_mem_of_mem_cons hm with
        | .inl e => h₁ (e ▸ hp)
        | .inr hm => h₂ ⟨y, hm, hp⟩
instance decidableBAll {p : α → Prop} [DecidablePred p] : ∀ l : List α, Decidable (∀ x, x ∈ l → p x)
  | [] => isTrue fun _ h => absurd h not_mem_nil
  | x :: xs =>
    if h₁ : p x then
      match decidableBAll (p := p) xs with
      | isTrue h₂ => isTrue fun y hm => match eq_or_mem_of_mem_cons hm with
        | .inl e => e ▸ h₁
        | .inr hm => h₂ y hm
      | isFalse h₂ => isFalse fun h => h₂ fun y hm => h y (.tail x hm)
    else isFalse fun h => h₁ (h x (.head xs))

/-! ## Append -/

@[simp] theorem nil_append (as : List α) : [] ++ as = as := rfl
@[simp] theorem cons_append (a : α) (as bs : List α) : a :: as ++ bs = a :: (as ++ bs) := rfl
@[simp] theorem append_eq (as bs : List α) : List.append as bs = as ++ bs := rfl
theorem singleton_append : [a] ++ l = a :: l := rfl
attribute [simp] singleton_append
@[simp] theorem append_nil (as : List α) : as ++ [] = as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [cons_append, ih]
@[simp] theorem append_assoc (as bs cs : List α) : as ++ bs ++ cs = as ++ (bs ++ cs) := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [cons_append, cons_append, cons_append, ih]
theorem append_cons (as : List α) (b : α) (bs : List α) : as ++ b :: bs = as ++ [b] ++ bs := by
  rw [append_assoc]; rfl
@[simp] theorem length_append {as bs : List α} : (as ++ bs).length = as.length + bs.length := by
  induction as with
  | nil => exact (Nat.zero_add _).symm
  | cons a as ih => rw [cons_append, length_cons, ih, length_cons, Nat.add_right_comm]
@[simp] theorem mem_append {a : α} {s t : List α} : a ∈ s ++ t ↔ a ∈ s ∨ a ∈ t := by
  induction s with
  | nil => simp
  | cons b s ih => rw [cons_append, mem_cons, mem_cons, ih, or_assoc]
theorem mem_append_left {a : α} {as : List α} (bs : List α) (h : a ∈ as) : a ∈ as ++ bs :=
  mem_append.mpr (.inl h)
theorem mem_append_right {b : α} {bs : List α} (as : List α) (h : b ∈ bs) : b ∈ as ++ bs :=
  mem_append.mpr (.inr h)
@[simp] theorem append_eq_nil_iff {p q : List α} : p ++ q = [] ↔ p = [] ∧ q = [] := by cases p <;> simp
theorem append_inj_right_aux {s : List α} {t₁ t₂ : List α} (h : s ++ t₁ = s ++ t₂) : t₁ = t₂ := by
  induction s with
  | nil => exact h
  | cons a s ih => exact ih (tail_eq_of_cons_eq h)
theorem append_cancel_left {as bs cs : List α} (h : as ++ bs = as ++ cs) : bs = cs := append_inj_right_aux h
@[simp] theorem append_cancel_left_eq (as bs cs : List α) : (as ++ bs = as ++ cs) = (bs = cs) :=
  propext ⟨append_cancel_left, fun h => h ▸ rfl⟩
theorem append_inj : ∀ {s₁ s₂ t₁ t₂ : List α}, s₁ ++ t₁ = s₂ ++ t₂ → length s₁ = length s₂ → s₁ = s₂ ∧ t₁ = t₂
  | [], [], _, _, h, _ => ⟨rfl, h⟩
  | a :: s₁, b :: s₂, _, _, h, hl =>
    have ⟨h₁, h₂⟩ := append_inj (tail_eq_of_cons_eq h) (Nat.succ.inj hl)
    ⟨by rw [head_eq_of_cons_eq h, h₁], h₂⟩
theorem append_cancel_right {as bs cs : List α} (h : as ++ bs = cs ++ bs) : as = cs :=
  (append_inj h (by have e := congrArg length h; rw [length_append,
    length_append] at e; exact Nat.add_right_cancel e)).1
@[simp] theorem append_cancel_right_eq (as bs cs : List α) : (as ++ bs = cs ++ bs) = (as = cs) :=
  propext ⟨append_cancel_right, fun h => h ▸ rfl⟩
@[simp] theorem concat_eq_append {as : List α} {a : α} : as.concat a = as ++ [a] := by
  induction as with
  | nil => rfl
  | cons b as ih => show b :: as.concat a = _; rw [ih]; rfl

/-! ## Reverse -/

theorem reverseAux_eq_append (as bs : List α) : reverseAux as bs = reverseAux as [] ++ bs := by
  induction as generalizing bs with
  | nil => rfl
  | cons a as ih =>
      show reverseAux as (a :: bs) = reverseAux as [a] ++ bs; rw [ih (a :: bs), ih [a], append_assoc]; rfl
theorem reverseAux_eq {as bs : List α} : reverseAux as bs = reverse as ++ bs := reverseAux_eq_append as bs
@[simp] theorem reverse_nil : reverse ([] : List α) = [] := rfl
@[simp] theorem reverse_cons {a : α} {as : List α} : reverse (a :: as) = reverse as ++ [a] :=
  reverseAux_eq_append as [a]
@[simp] theorem reverse_append {as bs : List α} : (as ++ bs).reverse = bs.reverse ++ as.reverse := by
  induction as with
  | nil => simp
  | cons a as ih => simp [ih]
@[simp] theorem reverse_reverse (as : List α) : as.reverse.reverse = as := by
  induction as with
  | nil => rfl
  | cons a as ih => simp [ih]
@[simp] theorem length_reverse {as : List α} : as.reverse.length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => simp [ih]
@[simp] theorem mem_reverse {x : α} {as : List α} : x ∈ as.reverse ↔ x ∈ as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [reverse_cons, mem_append, ih, mem_singleton, mem_cons, or_comm]
theorem reverse_singleton (a : α) : [a].reverse = [a] := rfl
attribute [simp] reverse_singleton
@[simp] theorem reverse_eq_nil_iff {xs : List α} : xs.reverse = [] ↔ xs = [] :=
  ⟨fun h => by have e := congrArg reverse h; rwa [reverse_reverse] at e, fun h => by rw [h]; rfl⟩
theorem reverse_inj {xs ys : List α} : xs.reverse = ys.reverse ↔ xs = ys :=
  ⟨fun h => by have e := congrArg reverse h; rwa [reverse_reverse, reverse_reverse] at e, fun h => h ▸ rfl⟩
attribute [simp] reverse_inj

/-! ## Map -/

@[simp] theorem map_nil {f : α → β} : map f [] = [] := rfl
@[simp] theorem map_cons {f : α → β} {a : α} {l : List α} : map f (a :: l) = f a :: map f l := rfl
@[simp] theorem length_map {as : List α} (f : α → β) : (as.map f).length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [map_cons, length_cons, ih, length_cons]
@[simp] theorem map_append {f : α → β} {l₁ l₂ : List α} : map f (l₁ ++ l₂) = map f l₁ ++ map f l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih => rw [cons_append, map_cons, ih, map_cons, cons_append]
@[simp] theorem map_id (l : List α) : map id l = l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, ih]; rfl
@[simp] theorem map_id' (l : List α) : map (fun a => a) l = l := map_id l
@[simp] theorem map_map {g : β → γ} {f : α → β} {l : List α} : map g (map f l) = map (g ∘ f) l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, map_cons, ih]; rfl
@[simp] theorem mem_map {f : α → β} {l : List α} {b : β} : b ∈ l.map f ↔ ∃ a, a ∈ l ∧ f a = b := by
  induction l with
  | nil => simp
  | cons a l ih => rw [map_cons, mem_cons, ih, exists_mem_cons]; exact or_congr_left ⟨Eq.symm, Eq.symm⟩
theorem mem_map_of_mem {f : α → β} (h : a ∈ l) : f a ∈ map f l := mem_map.mpr ⟨a, h, rfl⟩
theorem exists_of_mem_map {f : α → β} {l : List α} {b : β} (h : b ∈ map f l) : ∃ a, a ∈ l ∧ f a = b :=
  mem_map.mp h
theorem map_congr_left {f g : α → β} (h : ∀ a, a ∈ l → f a = g a) : map f l = map g l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, map_cons, h a (.head l), ih fun x hx => h x (.tail a hx)]
@[simp] theorem map_eq_nil_iff {f : α → β} {l : List α} : map f l = [] ↔ l = [] := by cases l <;> simp
theorem map_reverse {f : α → β} {l : List α} : map f l.reverse = (map f l).reverse := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
attribute [simp] map_reverse
theorem map_inj_right_aux {f : α → β} (hf : Function.Injective f) : Function.Injective (map f)
  | [], [], _ => rfl
  | a :: l, b :: l', h => by
    rw [map_cons, map_cons, cons_eq_cons] at h
    rw [hf h.1, map_inj_right_aux hf h.2]

/-! ## Filter -/

@[simp] theorem filter_nil {p : α → Bool} : filter p [] = [] := rfl
theorem filter_cons {x : α} {xs : List α} {p : α → Bool} : (x :: xs : List α).filter p = if p x then x ::
    xs.filter p else xs.filter p := by
  show (match p x with | true => x :: filter p xs | false => filter p xs) = _
  cases p x <;> rfl
@[simp] theorem filter_cons_of_pos {p : α → Bool} {a : α} {l : List α} (pa : p a = true) :
    filter p (a :: l) = a :: filter p l := by rw [filter_cons, if_pos pa]
@[simp] theorem filter_cons_of_neg {p : α → Bool} {a : α} {l : List α} (pa : ¬p a = true) :
    filter p (a :: l) = filter p l := by rw [filter_cons, if_neg pa]
@[simp] theorem mem_filter {p : α → Bool} {as : List α} {x : α} : x ∈ filter p as ↔ x ∈ as ∧ p x = true := by
  induction as with
  | nil => simp
  | cons a as ih =>
    by_cases h : p a = true
    · rw [filter_cons_of_pos h, mem_cons, ih, mem_cons]
      exact ⟨fun h' => h'.elim (fun e => ⟨.inl e, e ▸ h⟩) (fun ⟨h₁, h₂⟩ => ⟨.inr h₁, h₂⟩),
        fun ⟨h₁, h₂⟩ => h₁.elim .inl (fun h₁ => .inr ⟨h₁, h₂⟩)⟩
    · rw [filter_cons_of_neg h, ih, mem_cons]
      exact ⟨fun ⟨h₁, h₂⟩ => ⟨.inr h₁, h₂⟩,
        fun ⟨h₁, h₂⟩ => h₁.elim (fun e => absurd (e ▸ h₂) h) (fun h₁ => ⟨h₁, h₂⟩)⟩
@[simp] theorem filter_append {p : α → Bool} (l₁ l₂ : List α) :
    filter p (l₁ ++ l₂) = filter p l₁ ++ filter p l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih => rw [cons_append, filter_cons, filter_cons, ih]; by_cases h : p a = true <;> simp [h]
theorem length_filter_le (p : α → Bool) (l : List α) : (l.filter p).length ≤ l.length := by
  induction l with
  | nil => exact Nat.le_refl 0
  | cons a l ih =>
    rw [filter_cons]
    by_cases h : p a = true
    · rw [if_pos h]; exact Nat.succ_le_succ ih
    · rw [if_neg h]; exact Nat.le_succ_of_le ih
@[simp] theorem filter_filter {p q : α → Bool} {l : List α} :
    filter p (filter q l) = filter (fun a => p a && q a) l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [filter_cons, filter_cons]; cases hq : q a <;> cases hp : p a
      <;> simp [ih, hp, hq, filter_cons]
@[simp] theorem filter_eq_self {p : α → Bool} {l : List α} : filter p l = l ↔ ∀ a, a ∈ l → p a = true := by
  constructor
  · intro h a ha; rw [← h] at ha; exact (mem_filter.mp ha).2
  · intro h
    induction l with
    | nil => rfl
    | cons a l ih => rw [filter_cons_of_pos (h a (.head l)), ih fun x hx => h x (.tail a hx)]
@[simp] theorem filter_true (l : List α) : filter (fun _ => true) l = l := filter_eq_self.mpr fun _ _ => rfl
@[simp] theorem filter_false (l : List α) : filter (fun _ => false) l = [] := by
  induction l with
  | nil => rfl
  | cons a l ih => exact ih
@[simp] theorem filterMap_nil {f : α → Option β} : filterMap f [] = [] := rfl
theorem filterMap_cons {f : α → Option β} {a : α} {l : List α} : filterMap f (a :: l) = match f a with
  | none => filterMap f l
  | some b => b :: filterMap f l := rfl

/-! ## Folds -/

@[simp] theorem foldr_nil {f : α → β → β} {b : β} : foldr f b [] = b := rfl
@[simp] theorem foldr_cons {a : α} {l : List α} {f : α → β → β} {b : β} :
    foldr f b (a :: l) = f a (foldr f b l) := rfl
@[simp] theorem foldl_nil {f : β → α → β} {b : β} : foldl f b [] = b := rfl
@[simp] theorem foldl_cons {f : β → α → β} {b : β} {a : α} {l : List α} :
    foldl f b (a :: l) = foldl f (f b a) l := rfl
@[simp] theorem foldr_append {f : α → β → β} {b : β} {l l' : List α} :
    foldr f b (l ++ l') = foldr f (foldr f b l') l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [cons_append, foldr_cons, ih, foldr_cons]
@[simp] theorem foldl_append {f : β → α → β} {b : β} {l l' : List α} :
    foldl f b (l ++ l') = foldl f (foldl f b l) l' := by
  induction l generalizing b with
  | nil => rfl
  | cons a l ih => rw [cons_append, foldl_cons, ih, foldl_cons]
@[simp] theorem foldl_reverse {l : List α} {f : β → α → β} {b : β} :
    l.reverse.foldl f b = l.foldr (fun x y => f y x) b := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [reverse_cons, foldl_append, ih, foldr_cons]; rfl
@[simp] theorem foldr_reverse {l : List α} {f : α → β → β} {b : β} :
    l.reverse.foldr f b = l.foldl (fun x y => f y x) b := by
  have h := foldl_reverse (l := l.reverse) (f := fun x y => f y x) (b := b)
  rw [reverse_reverse] at h; exact h.symm
theorem foldr_map {f : α → γ} {g : γ → β → β} {l : List α} {init : β} :
    (l.map f).foldr g init = l.foldr (fun x y => g (f x) y) init := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, foldr_cons, ih, foldr_cons]
theorem foldl_map {f : α → γ} {g : β → γ → β} {l : List α} {init : β} :
    (l.map f).foldl g init = l.foldl (fun x y => g x (f y)) init := by
  induction l generalizing init with
  | nil => rfl
  | cons a l ih => rw [map_cons, foldl_cons, ih, foldl_cons]
theorem foldr_cons_nil {l : List α} : l.foldr cons [] = l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [foldr_cons, ih]
attribute [simp] foldr_cons_nil
@[simp] theorem foldr_cons_eq_append {l : List α} {f : α → β} {l' : List β} :
    l.foldr (fun x ys => f x :: ys) l' = l.map f ++ l' := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [foldr_cons, ih]; rfl
@[simp] theorem foldr_cons_eq_append' {l l' : List α} : l.foldr cons l' = l ++ l' := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [foldr_cons, ih]; rfl
@[simp] theorem sum_nil [Add α] [Zero α] : ([] : List α).sum = 0 := rfl
@[simp] theorem sum_cons [Add α] [Zero α] {a : α} {l : List α} : (a :: l).sum = a + l.sum := rfl

/-! ## any, all, flatten, replicate -/

@[simp] theorem any_nil {f : α → Bool} : any [] f = false := rfl
@[simp] theorem any_cons {f : α → Bool} : any (a :: l) f = (f a || any l f) := rfl
@[simp] theorem all_nil {f : α → Bool} : all [] f = true := rfl
@[simp] theorem all_cons {f : α → Bool} : all (a :: l) f = (f a && all l f) := rfl
theorem any_eq_true {p : α → Bool} {l : List α} : l.any p = true ↔ ∃ x, x ∈ l ∧ p x = true := by
  induction l with
  | nil => simp
  | cons a l ih => rw [any_cons, Bool.or_eq_true, ih, exists_mem_cons]
attribute [simp] any_eq_true
theorem all_eq_true {p : α → Bool} {l : List α} : l.all p = true ↔ ∀ x, x ∈ l → p x = true := by
  induction l with
  | nil => simp
  | cons a l ih => rw [all_cons, Bool.and_eq_true, ih, forall_mem_cons]
attribute [simp] all_eq_true
@[simp] theorem flatten_nil : ([] : List (List α)).flatten = [] := rfl
@[simp] theorem flatten_cons {l : List α} {L : List (List α)} : (l :: L).flatten = l ++ L.flatten := rfl
@[simp] theorem flatten_append {L₁ L₂ : List (List α)} : (L₁ ++ L₂).flatten = L₁.flatten ++ L₂.flatten := by
  induction L₁ with
  | nil => rfl
  | cons l L₁ ih => simp [ih]
@[simp] theorem mem_flatten {a : α} {L : List (List α)} : a ∈ L.flatten ↔ ∃ l, l ∈ L ∧ a ∈ l := by
  induction L with
  | nil => simp
  | cons l L ih => rw [flatten_cons, mem_append, ih, exists_mem_cons]
@[simp] theorem flatMap_nil {f : α → List β} : [].flatMap f = [] := rfl
@[simp] theorem flatMap_cons {f : α → List β} {x : α} {xs : List α} :
    (x :: xs).flatMap f = f x ++ xs.flatMap f := rfl
@[simp] theorem mem_flatMap {f : α → List β} {b : β} {l : List α} :
    b ∈ l.flatMap f ↔ ∃ a, a ∈ l ∧ b ∈ f a := by
  induction l with
  | nil => simp
  | cons a l ih => rw [flatMap_cons, mem_append, ih, exists_mem_cons]
@[simp] theorem replicate_zero {a : α} : replicate 0 a = [] := rfl
theorem replicate_succ {a : α} {n : Nat} : replicate (n + 1) a = a :: replicate n a := rfl
@[simp] theorem length_replicate {n : Nat} {a : α} : (replicate n a).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [replicate_succ, length_cons, ih]
@[simp] theorem mem_replicate {a b : α} {n : Nat} : b ∈ replicate n a ↔ n ≠ 0 ∧ b = a := by
  induction n with
  | zero => simp
  | succ n ih =>
      rw [replicate_succ, mem_cons, ih]; exact ⟨fun h => ⟨nofun, h.elim id And.right⟩, fun h => .inl h.2⟩
theorem eq_of_mem_replicate {a b : α} {n : Nat} (h : b ∈ replicate n a) : b = a := (mem_replicate.mp h).2
@[simp] theorem isEmpty_nil : ([] : List α).isEmpty = true := rfl
@[simp] theorem isEmpty_cons : (a :: l).isEmpty = false := rfl
@[simp] theorem isEmpty_iff {l : List α} : l.isEmpty = true ↔ l = [] := by cases l <;> simp
end List
