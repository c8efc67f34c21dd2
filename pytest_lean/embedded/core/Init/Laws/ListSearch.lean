module
prelude
public import Init.Laws.ListShape
/-!
Lists: laws about searching, counting, erasing, mapping and folding, sublists, prefixes, pairwise
relations and permutations beyond those of the data modules.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w} {l l₁ l₂ xs ys : List α} {a b : α} {p q : α → Bool}

/-! ## Mapping and filtering -/

@[simp] theorem map_id_fun : map (id : α → α) = id := funext map_id
theorem map_singleton {f : α → β} {a : α} : map f [a] = [f a] := rfl
theorem map_eq_map_iff {f g : α → β} : map f l = map g l ↔ ∀ a ∈ l, f a = g a := by
  induction l <;> simp_all
theorem map_eq_cons_iff {f : α → β} {l : List α} {b : β} {l₂ : List β} :
    map f l = b :: l₂ ↔ ∃ a l₁, l = a :: l₁ ∧ f a = b ∧ map f l₁ = l₂ := by
  cases l with
  | nil => simp
  | cons a l => exact ⟨fun h =>
      ⟨a, l, rfl, (List.cons.inj h).1, (List.cons.inj h).2⟩, fun ⟨_, _, e, h, g⟩ => by
      cases e; rw [map_cons, h, g]⟩
theorem forall_mem_map {f : α → β} {l : List α} {P : β → Prop} :
    (∀ i, i ∈ l.map f → P i) ↔ ∀ j, j ∈ l → P (f j) :=
  ⟨fun h j hj => h _ (mem_map_of_mem hj), fun h i hi => match mem_map.mp hi with | ⟨j, hj, e⟩ => e ▸ h j hj⟩
theorem reverse_map {f : α → β} {l : List α} : (l.map f).reverse = l.reverse.map f := map_reverse.symm
theorem reverse_eq_iff {as bs : List α} : as.reverse = bs ↔ as = bs.reverse :=
  ⟨fun h => by rw [← h, reverse_reverse], fun h => by rw [h, reverse_reverse]⟩
theorem filter_subset {p : α → Bool} : filter p l ⊆ l := fun _ h => (mem_filter.mp h).1
theorem filter_reverse {p : α → Bool} {l : List α} : l.reverse.filter p = (l.filter p).reverse := by
  induction l with
  | nil => rfl
  | cons a l ih => by_cases h : p a <;> simp [ih, h, filter_cons]
theorem filter_replicate {n : Nat} : (replicate n a).filter p = if p a then replicate n a else [] := by
  induction n with
  | zero => simp
  | succ n ih => by_cases h : p a <;> simp_all [replicate_succ, filter_cons]
theorem length_filter_eq_length_iff {l} : (filter p l).length = l.length ↔ ∀ a ∈ l, p a := by
  induction l with
  | nil => simp
  | cons a l ih =>
    have := length_filter_le p l
    by_cases h : p a
    · simp [filter_cons, h, ih]
    · simp [filter_cons, h]; omega
theorem length_filter_lt_length_iff_exists {l} : (filter p l).length < l.length ↔ ∃ x ∈ l, ¬p x := by
  have h := length_filter_le p l
  constructor
  · intro hlt
    refine Classical.byContradiction fun hn => ?_
    have : (filter p l).length = l.length :=
      length_filter_eq_length_iff.mpr fun a ha => Classical.byContradiction fun hp => hn ⟨a, ha, hp⟩
    omega
  · intro ⟨x, hx, hp⟩
    refine Nat.lt_of_le_of_ne h fun e => hp (length_filter_eq_length_iff.mp e x hx)
theorem filterMap_map {f : α → β} {g : β → Option γ} {l : List α} :
    filterMap g (map f l) = filterMap (g ∘ f) l := by
  induction l with
  | nil => rfl
  | cons a l ih => simp only [map_cons, filterMap_cons, Function.comp_apply, ih]
theorem map_filterMap {f : α → Option β} {g : β → γ} {l : List α} :
    map g (filterMap f l) = filterMap (fun x => (f x).map g) l := by
  induction l with
  | nil => rfl
  | cons a l ih => cases h : f a <;> simp [filterMap_cons, h, ih]
theorem flatMap_def {f : α → List β} {l : List α} : l.flatMap f = flatten (map f l) := rfl
@[simp] theorem flatMap_id {L : List (List α)} : L.flatMap id = L.flatten := by rw [flatMap_def, map_id]
theorem flatMap_pure_eq_map {f : α → β} {l : List α} : l.flatMap (fun a => [f a]) = map f l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [flatMap_cons, ih]; rfl
theorem filter_flatMap {f : α → List β} {p : β → Bool} {l : List α} :
    filter p (l.flatMap f) = l.flatMap fun a => filter p (f a) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [flatMap_cons, filter_append, ih]; rfl
theorem flatten_concat {L : List (List α)} : flatten (L ++ [l]) = flatten L ++ l := by simp
theorem flatten_flatten {L : List (List (List α))} : flatten (flatten L) = flatten (map flatten L) := by
  induction L with
  | nil => rfl
  | cons a L ih => rw [flatten_cons, flatten_append, ih]; rfl
theorem replicate_add (n m : Nat) (a : α) : replicate (n + m) a = replicate n a ++ replicate m a :=
  replicate_append_replicate.symm
theorem eq_replicate_of_mem {a : α} : ∀ {l : List α}, (∀ b, b ∈ l → b = a) → l = replicate l.length a
  | [], _ => rfl
  | b :: l, h => by
    rw [length_cons, replicate_succ, ← eq_replicate_of_mem fun b hb => h b (mem_cons_of_mem _ hb),
      h b mem_cons_self]

/-! ## `any`, `all`, membership tests -/

theorem any_iff_exists {p : α → Bool} : any l p ↔ ∃ a, a ∈ l ∧ p a := by simp
theorem all_iff_forall {p : α → Bool} : all l p ↔ ∀ a, a ∈ l → p a := by simp
@[simp] theorem any_eq_false {l : List α} : l.any p = false ↔ ∀ x, x ∈ l → ¬p x := by
  rw [← Bool.not_eq_true, any_eq_true]; simp
@[simp] theorem all_eq_false {l : List α} : l.all p = false ↔ ∃ x, x ∈ l ∧ ¬p x := by
  induction l with
  | nil => simp
  | cons a l ih => rw [all_cons, Bool.and_eq_false_iff, ih]; simp
theorem any_eq_not_all_not (l : List α) (p : α → Bool) : l.any p = !l.all (!p ·) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [any_cons, all_cons, ih, Bool.not_and, Bool.not_not]
theorem all_eq_not_any_not (l : List α) (p : α → Bool) : l.all p = !l.any (!p ·) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [any_cons, all_cons, ih, Bool.not_or, Bool.not_not]
@[simp] theorem any_reverse {l : List α} : l.reverse.any p = l.any p := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [any_append, ih, Bool.or_comm]
@[simp] theorem all_reverse {l : List α} : l.reverse.all p = l.all p := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [all_append, ih, Bool.and_comm]
theorem all_filter {l : List α} {p q : α → Bool} : (filter p l).all q = l.all fun a => !p a || q a := by
  induction l with
  | nil => rfl
  | cons a l ih => by_cases h : p a <;> simp [filter_cons, h, ih]
theorem any_filter {l : List α} {p q : α → Bool} : (filter p l).any q = l.any fun a => p a && q a := by
  induction l with
  | nil => rfl
  | cons a l ih => by_cases h : p a <;> simp [filter_cons, h, ih]
theorem contains_eq_mem [BEq α] [LawfulBEq α] (a : α) (as : List α) : as.contains a = decide (a ∈ as) :=
  elem_eq_mem
theorem contains_iff_mem [BEq α] [LawfulBEq α] {a : α} {as : List α} : as.contains a ↔ a ∈ as := elem_iff
theorem contains_cons [BEq α] {a b : α} {l : List α} : (a :: l).contains b = (b == a || l.contains b) := by
  rw [contains, elem_cons]

/-! ## Finding and erasing -/

@[simp] theorem find?_cons_of_pos {l} (h : p a) : find? p (a :: l) = some a := by simp [find?, h]
@[simp] theorem find?_cons_of_neg {l} (h : ¬p a) : find? p (a :: l) = find? p l := by simp [find?, h]
@[simp] theorem find?_append {l₁ l₂ : List α} : (l₁ ++ l₂).find? p = (l₁.find? p).or (l₂.find? p) := by
  induction l₁ with
  | nil => rfl
  | cons a l ih => by_cases h : p a <;> simp [h, ih]; rfl
@[simp] theorem find?_isSome {l : List α} : (l.find? p).isSome ↔ ∃ x, x ∈ l ∧ p x := by
  induction l with
  | nil => simp
  | cons a l ih => by_cases h : p a <;> simp [h, ih]
theorem findSome?_cons {f : α → Option β} : (a :: l).findSome? f = match f a with
    | some b => some b
    | none => l.findSome? f := rfl
theorem lookup_nil [BEq α] {k : α} : ([] : List (α × β)).lookup k = none := rfl
theorem lookup_cons [BEq α] {k : α} {b : β} {es : List (α × β)} : ((a, b) :: es).lookup k = match k == a with
    | true => some b
    | false => es.lookup k := rfl
@[simp] theorem lookup_cons_self [BEq α] [LawfulBEq α] {b : β} {es : List (α × β)} :
    ((a, b) :: es).lookup a = some b := by
  simp [lookup_cons]
theorem erase_nil [BEq α] (a : α) : [].erase a = [] := rfl
theorem erase_cons [BEq α] {a b : α} {l : List α} :
    (b :: l).erase a = if b == a then l else b :: l.erase a := by
  show (match b == a with | true => l | false => b :: l.erase a) = _
  cases b == a <;> rfl
@[simp] theorem erase_cons_head [BEq α] [LawfulBEq α] {a : α} {l : List α} : (a :: l).erase a = l := by
  simp [erase_cons]
@[simp] theorem erase_cons_tail [BEq α] {a b : α} {l : List α} (h : ¬(b == a)) :
    (b :: l).erase a = b :: l.erase a := by
  rw [erase_cons, if_neg h]
theorem erase_of_not_mem [BEq α] [LawfulBEq α] {a : α} : ∀ {l : List α}, a ∉ l → l.erase a = l
  | [], _ => rfl
  | b :: l, h => by
    rw [mem_cons, not_or] at h
    rw [erase_cons, if_neg (by rw [beq_iff_eq]; exact Ne.symm h.1), erase_of_not_mem h.2]
theorem erase_sublist [BEq α] {a : α} : ∀ {l : List α}, l.erase a <+ l
  | [] => .slnil
  | b :: l => by
    rw [erase_cons]; split
    · exact sublist_cons_self b l
    · exact .cons₂ b erase_sublist
theorem erase_subset [BEq α] {a : α} {l : List α} : l.erase a ⊆ l := erase_sublist.subset
theorem mem_of_mem_erase [BEq α] {a b : α} {l : List α} (h : a ∈ l.erase b) : a ∈ l := erase_subset h
@[simp] theorem mem_erase_of_ne [BEq α] [LawfulBEq α] {a b : α} {l : List α} (ab : a ≠ b) :
    a ∈ l.erase b ↔ a ∈ l := by
  induction l with
  | nil => exact Iff.rfl
  | cons c l ih =>
    rw [erase_cons]; split
    · rename_i h; rw [beq_iff_eq] at h; subst h; simp [ab]
    · rw [mem_cons, mem_cons, ih]
theorem length_erase_of_mem [BEq α] [LawfulBEq α] {a : α} : ∀ {l :
    List α}, a ∈ l → (l.erase a).length = l.length - 1
  | b :: l, h => by
    rw [erase_cons]; split
    · rfl
    · rename_i hb
      have h' : a ∈ l := (mem_cons.mp h).resolve_left fun e => hb (by rw [e]; exact BEq.rfl)
      have := length_pos_of_mem h'
      rw [length_cons, length_cons, length_erase_of_mem h']; omega
theorem length_erase [BEq α] [LawfulBEq α] (a : α) (l : List α) :
    (l.erase a).length = if a ∈ l then l.length - 1 else l.length := by
  split
  · exact length_erase_of_mem ‹_›
  · rw [erase_of_not_mem ‹_›]
theorem insert_of_mem [BEq α] [LawfulBEq α] {l : List α} (h : a ∈ l) : l.insert a = l := by
  rw [List.insert, if_pos (elem_eq_true_of_mem h)]
theorem insert_of_not_mem [BEq α] [LawfulBEq α] {l : List α} (h : a ∉ l) : l.insert a = a :: l := by
  rw [List.insert, if_neg fun e => h (mem_of_elem_eq_true e)]
@[simp] theorem mem_insert_iff [BEq α] [LawfulBEq α] {l : List α} : a ∈ l.insert b ↔ a = b ∨ a ∈ l := by
  by_cases h : b ∈ l
  · rw [insert_of_mem h]; exact ⟨.inr, fun e => e.elim (fun e => e ▸ h) id⟩
  · rw [insert_of_not_mem h, mem_cons]

/-! ## Counting -/

theorem countP_cons_of_pos {l} (pa : p a) : countP p (a :: l) = countP p l + 1 := by simp [countP_cons, pa]
theorem countP_cons_of_neg {l} (pa : ¬p a) : countP p (a :: l) = countP p l := by simp [countP_cons, pa]
theorem countP_le_length : countP p l ≤ l.length := by
  rw [countP_eq_length_filter]; exact length_filter_le ..
theorem countP_eq_zero {p : α → Bool} : countP p l = 0 ↔ ∀ a, a ∈ l → ¬p a := by
  rw [countP_eq_length_filter, length_eq_zero_iff, filter_eq_nil_iff]
theorem countP_pos_iff {p : α → Bool} : 0 < countP p l ↔ ∃ a, a ∈ l ∧ p a := by
  rw [countP_eq_length_filter, length_pos_iff_exists_mem]; simp
theorem countP_map {p : β → Bool} {f : α → β} {l : List α} : countP p (map f l) = countP (p ∘ f) l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, countP_cons, countP_cons, ih]; rfl
theorem count_eq_countP [BEq α] {a : α} {l : List α} : count a l = countP (· == a) l := rfl
theorem count_le_length [BEq α] {a : α} {l : List α} : count a l ≤ l.length := countP_le_length
@[simp] theorem count_replicate_self [BEq α] [LawfulBEq α] {a : α} {n : Nat} :
    count a (replicate n a) = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [replicate_succ, count_cons_self, ih]
theorem count_erase_self [BEq α] [LawfulBEq α] {a : α} {l : List α} :
    count a (l.erase a) = count a l - 1 := by
  by_cases h : a ∈ l
  · have := (perm_cons_erase h).count_eq a
    rw [count_cons_self] at this; omega
  · rw [erase_of_not_mem h, count_eq_zero.mpr h]
@[simp] theorem count_reverse [BEq α] {a : α} {l : List α} : count a l.reverse = count a l :=
  (reverse_perm l).count_eq a

/-! ## Sublists and prefixes -/

theorem Sublist.eq_of_length : ∀ {l₁ l₂ : List α}, l₁ <+ l₂ → length l₁ = length l₂ → l₁ = l₂
  | _, _, .slnil, _ => rfl
  | _, _, .cons a s, h => by have := s.length_le; rw [h, length_cons] at this; omega
  | _, _, .cons₂ a s, h => congrArg (a :: ·) (s.eq_of_length (Nat.succ.inj h))
theorem Sublist.filter (p : α → Bool) {l₁ l₂ : List α} (s : l₁ <+ l₂) : filter p l₁ <+ filter p l₂ := by
  induction s with
  | slnil => exact .slnil
  | cons a s ih => rw [filter_cons]; split <;> first | exact .cons a ih | exact ih
  | cons₂ a s ih => rw [filter_cons, filter_cons]; split <;> first | exact .cons₂ a ih | exact ih
theorem Sublist.append (hl : l₁ <+ l₂) (hr : xs <+ ys) : l₁ ++ xs <+ l₂ ++ ys := by
  induction hl with
  | slnil => exact hr
  | cons a s ih => exact .cons a ih
  | cons₂ a s ih => exact .cons₂ a ih
theorem Sublist.reverse {l₁ l₂ : List α} (h : l₁ <+ l₂) : l₁.reverse <+ l₂.reverse := by
  induction h with
  | slnil => exact .slnil
  | cons a s ih => rw [reverse_cons]; exact ih.trans (sublist_append_left _ _)
  | cons₂ a s ih => rw [reverse_cons, reverse_cons]; exact ih.append (.refl _)
theorem prefix_refl (l : List α) : l <+: l := prefix_rfl
theorem IsPrefix.length_le (h : l₁ <+: l₂) : l₁.length ≤ l₂.length := by
  obtain ⟨t, rfl⟩ := h; rw [length_append]; omega
theorem IsSuffix.length_le (h : l₁ <:+ l₂) : l₁.length ≤ l₂.length := by
  obtain ⟨t, rfl⟩ := h; rw [length_append]; omega
theorem IsPrefix.sublist (h : l₁ <+: l₂) : l₁ <+ l₂ := by obtain ⟨t, rfl⟩ := h; exact sublist_append_left _ _
theorem IsPrefix.subset (h : l₁ <+: l₂) : l₁ ⊆ l₂ := h.sublist.subset
theorem IsPrefix.eq_of_length (h : l₁ <+: l₂) : l₁.length = l₂.length → l₁ = l₂ := h.sublist.eq_of_length
theorem prefix_iff_eq_take : l₁ <+: l₂ ↔ l₁ = take (length l₁) l₂ :=
  ⟨fun ⟨t, e⟩ => by subst e; rw [take_left], fun e => e ▸ ⟨drop (length l₁) l₂, by
    conv => lhs; arg 1; rw [← e]
    conv => rhs; rw [← take_append_drop (length l₁) l₂, ← e]⟩⟩
@[simp] theorem prefix_cons_inj (a : α) : a :: l₁ <+: a :: l₂ ↔ l₁ <+: l₂ :=
  ⟨fun ⟨t, e⟩ => ⟨t, (List.cons.inj e).2⟩, fun ⟨t, e⟩ => ⟨t, congrArg (a :: ·) e⟩⟩
@[simp] theorem prefix_concat (a : α) (l : List α) : l <+: l ++ [a] := prefix_append l [a]
theorem take_prefix (i : Nat) (l : List α) : take i l <+: l := ⟨drop i l, take_append_drop i l⟩
theorem drop_suffix (i : Nat) (l : List α) : drop i l <:+ l := ⟨take i l, take_append_drop i l⟩

/-! ## Pairwise relations -/

variable {R S : α → α → Prop}
theorem Pairwise.of_cons (p : (a :: l).Pairwise R) : Pairwise R l := (pairwise_cons.mp p).2
theorem rel_of_pairwise_cons (p : (a :: l).Pairwise R) : ∀ {a'}, a' ∈ l → R a a' :=
  fun h => (pairwise_cons.mp p).1 _ h
theorem pairwise_singleton (R : α → α → Prop) (a : α) : Pairwise R [a] := by simp [Pairwise.nil]
theorem pairwise_pair {a b : α} : Pairwise R [a, b] ↔ R a b := by simp [Pairwise.nil]
theorem pairwise_map {l : List α} {f : α → β} {R : β → β → Prop} :
    (l.map f).Pairwise R ↔ l.Pairwise fun a b => R (f a) (f b) := by
  induction l with
  | nil => simp [Pairwise.nil]
  | cons a l ih => rw [map_cons, pairwise_cons, pairwise_cons, ih, forall_mem_map]
theorem Pairwise.map {S : β → β → Prop} (f : α → β) (H : ∀ a b : α, R a b → S (f a) (f b)) (p :
    Pairwise R l) :
    Pairwise S (map f l) := pairwise_map.mpr (p.imp fun {a b} => H a b)
theorem pairwise_reverse {l : List α} : l.reverse.Pairwise R ↔ l.Pairwise fun a b => R b a := by
  induction l with
  | nil => simp [Pairwise.nil]
  | cons a l ih =>
    rw [reverse_cons, pairwise_append, ih, pairwise_cons (R := fun a b => R b a)]
    exact ⟨fun ⟨h, _, g⟩ => ⟨fun b hb => g b (mem_reverse.mpr hb) a mem_cons_self, h⟩,
      fun ⟨g, h⟩ => ⟨h, pairwise_singleton R a, fun b hb c hc => by
        rw [mem_singleton] at hc; exact hc ▸ g b (mem_reverse.mp hb)⟩⟩
theorem pairwise_lt_range {n : Nat} : Pairwise (· < ·) (range n) := by
  induction n with
  | zero => exact .nil
  | succ n ih =>
    rw [range_succ, pairwise_append]
    exact ⟨ih, pairwise_singleton _ n, fun a ha b hb => by
      rw [mem_singleton] at hb; rw [mem_range] at ha; exact hb ▸ ha⟩
theorem nodup_range {n : Nat} : Nodup (range n) := pairwise_lt_range.imp Nat.ne_of_lt
@[simp] theorem nodup_singleton (a : α) : Nodup [a] := pairwise_singleton _ a
theorem Nodup.cons (ha : a ∉ l) (hl : Nodup l) : Nodup (a :: l) := nodup_cons.mpr ⟨ha, hl⟩
theorem nodup_append {l₁ l₂ : List α} :
    (l₁ ++ l₂).Nodup ↔ l₁.Nodup ∧ l₂.Nodup ∧ ∀ a ∈ l₁, ∀ b ∈ l₂, a ≠ b := pairwise_append
theorem Nodup.erase [BEq α] (a : α) (h : Nodup l) : Nodup (l.erase a) := h.sublist erase_sublist
theorem Nodup.count_le_one [BEq α] [LawfulBEq α] (a : α) : ∀ {l : List α}, Nodup l → count a l ≤ 1
  | [], _ => Nat.zero_le 1
  | c :: l, h => by
    have hc : c ∉ l ∧ Nodup l := nodup_cons.mp h
    by_cases e : c = a
    · subst e; exact Nat.le_of_eq (by rw [count_cons_self, count_eq_zero.mpr hc.1])
    · rw [count_cons_of_ne e]; exact Nodup.count_le_one a hc.2
theorem Nodup.mem_erase_iff [BEq α] [LawfulBEq α] {a : α} (d : Nodup l) : a ∈ l.erase b ↔ a ≠ b ∧ a ∈ l := by
  by_cases h : a = b
  · subst h
    refine ⟨fun ha => ?_, fun h => absurd rfl h.1⟩
    have hl := mem_of_mem_erase ha
    have := (perm_cons_erase hl).count_eq a
    have h2 : 0 < count a (l.erase a) := count_pos_iff.mpr ha
    have h4 := d.count_le_one a
    rw [count_cons_self] at this; omega
  · rw [mem_erase_of_ne h]; exact ⟨fun hl => ⟨h, hl⟩, And.right⟩

/-! ## Permutations -/

theorem perm_comm {l₁ l₂ : List α} : Perm l₁ l₂ ↔ Perm l₂ l₁ := ⟨.symm, .symm⟩
theorem perm_of_eq (h : l₁ = l₂) : Perm l₁ l₂ := .of_eq h
theorem Perm.eq_nil {l : List α} (p : Perm l []) : l = [] := perm_nil.mp p
theorem Perm.nil_eq {l : List α} (p : Perm [] l) : [] = l := (perm_nil.mp p.symm).symm
theorem Perm.swap' (x y : α) {l₁ l₂ : List α} (p : Perm l₁ l₂) : Perm (y :: x :: l₁) (x :: y :: l₂) :=
  (Perm.swap x y l₁).trans ((p.cons y).cons x)
theorem perm_cons_append_cons {l l₁ l₂ : List α} (a : α) (p : Perm l (l₁ ++ l₂)) :
    Perm (a :: l) (l₁ ++ a :: l₂) :=
  (p.cons a).trans perm_middle.symm
theorem Perm.reverse {l₁ l₂ : List α} (p : Perm l₁ l₂) : Perm l₁.reverse l₂.reverse :=
  (reverse_perm l₁).trans (p.trans (reverse_perm l₂).symm)
theorem Perm.countP_eq (p : α → Bool) {l₁ l₂ : List α} (s : Perm l₁ l₂) : countP p l₁ = countP p l₂ := by
  rw [countP_eq_length_filter, countP_eq_length_filter]; exact (s.filter p).length_eq
theorem Perm.nodup_iff {l₁ l₂ : List α} (p : Perm l₁ l₂) : Nodup l₁ ↔ Nodup l₂ := by
  induction p with
  | nil => exact Iff.rfl
  | cons x p ih => rw [nodup_cons, nodup_cons, ih, p.mem_iff]
  | swap x y l =>
    simp only [nodup_cons, mem_cons, not_or]
    exact ⟨fun ⟨⟨h, hy⟩, hx, hl⟩ => ⟨⟨Ne.symm h, hx⟩, hy, hl⟩, fun ⟨⟨h, hx⟩, hy, hl⟩ =>
        ⟨⟨Ne.symm h, hy⟩, hx, hl⟩⟩
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂
end List
