module
prelude
public import Init.Laws.Sequences
/-!
Lists: laws about folds of filtered lists, last elements, zipping, positions, prefixes, permutations and the
lexicographic order, beyond those of the modules before.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w} {l l₁ l₂ : List α} {a b : α} {p q : α → Bool}

/-! ## Searching and folding what is filtered -/

theorem mem_of_mem_filter {a : α} {l : List α} (h : a ∈ filter p l) : a ∈ l := (mem_filter.mp h).1
theorem foldl_filter {p : α → Bool} {f : β → α → β} {l : List α} {init : β} :
    (l.filter p).foldl f init = l.foldl (fun x y => if p y then f x y else x) init := by
  induction l generalizing init with
  | nil => rfl
  | cons a l ih => cases h : p a <;> simp [filter_cons, h, ih]
theorem foldr_filter {p : α → Bool} {f : α → β → β} {l : List α} {init : β} :
    (l.filter p).foldr f init = l.foldr (fun x y => if p x then f x y else y) init := by
  induction l with
  | nil => rfl
  | cons a l ih => cases h : p a <;> simp [filter_cons, h, ih]
@[simp] theorem mem_eraseDups [BEq α] [LawfulBEq α] {a : α} {l : List α} : a ∈ l.eraseDups ↔ a ∈ l := by
  have h (l : List α) : ∀ bs : List α, a ∈ eraseDups.loop l bs ↔ a ∈ l ∨ a ∈ bs := by
    induction l with
    | nil => intro bs; simp [eraseDups.loop]
    | cons b l ih =>
      intro bs
      unfold eraseDups.loop
      cases hb : bs.elem b
      · simp only [ih, mem_cons]
        exact ⟨fun h => h.elim (.inl ∘ .inr) fun h => h.elim (.inl ∘ .inl) .inr,
          fun h => h.elim (fun h => h.elim (.inr ∘ .inl) .inl) (.inr ∘ .inr)⟩
      · simp only [ih, mem_cons]
        have hm : b ∈ bs := elem_iff.mp hb
        exact ⟨fun h => h.elim (.inl ∘ .inr) .inr, fun h => h.elim (fun h => h.elim (fun e =>
          .inr (e ▸ hm)) .inl) .inr⟩
  exact (h l []).trans ⟨fun h => h.elim id (absurd · not_mem_nil), .inl⟩
@[simp] theorem eraseDups_nil [BEq α] : ([] : List α).eraseDups = [] := rfl
theorem eraseDups_loop_append [BEq α] (l : List α) : ∀ bs cs : List α,
    eraseDups.loop l (bs ++ cs) = cs.reverse ++ eraseDups.loop (l.filter fun x => !cs.elem x) bs := by
  induction l with
  | nil => intro bs cs; simp [eraseDups.loop]
  | cons a l ih =>
    intro bs cs
    have e : (bs ++ cs).elem a = (bs.elem a || cs.elem a) := by
      induction bs with
      | nil => rfl
      | cons b bs ihb => rw [cons_append, elem_cons, elem_cons, ihb]; cases a == b <;> rfl
    rw [eraseDups.loop, e]
    cases hc : cs.elem a
    · rw [filter_cons_of_pos (by simp [hc]), eraseDups.loop]
      cases bs.elem a
      · exact ih (a :: bs) cs
      · exact ih bs cs
    · rw [filter_cons_of_neg (by simp [hc]), Bool.or_true]; exact ih bs cs
theorem eraseDups_cons [BEq α] {a : α} {as : List α} :
    (a :: as).eraseDups = a :: (as.filter fun b => !b == a).eraseDups := by
  refine (eraseDups_loop_append as [] [a]).trans (congrArg (a :: ·) ?_)
  exact congrArg (fun p => eraseDups.loop (as.filter p) []) (funext fun x => by simp [elem_cons])
@[simp] theorem filterMap_cons_none {f : α → Option β} {a : α} {l : List α} (h : f a = none) :
    (a :: l).filterMap f = l.filterMap f := by rw [filterMap_cons, h]
@[simp] theorem filterMap_cons_some {f : α → Option β} {a : α} {l : List α} {b : β} (h : f a = some b) :
    (a :: l).filterMap f = b :: l.filterMap f := by rw [filterMap_cons, h]
theorem not_any_eq_all_not {l : List α} {p : α → Bool} : (!l.any p) = l.all fun a => !p a := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [any_cons, all_cons, Bool.not_or, ih]
theorem not_all_eq_any_not {l : List α} {p : α → Bool} : (!l.all p) = l.any fun a => !p a := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [any_cons, all_cons, Bool.not_and, ih]
theorem find?_filter {xs : List α} {p : α → Bool} {q : α → Bool} :
    (xs.filter p).find? q = xs.find? (fun a => p a ∧ q a) := by
  induction xs with
  | nil => rfl
  | cons a l ih => cases h : p a <;> cases h' : q a <;> simp [filter_cons, find?_cons, h, h', ih]
@[simp] theorem find?_map {f : β → α} {l : List β} : find? p (l.map f) = (l.find? (p ∘ f)).map f := by
  induction l with
  | nil => rfl
  | cons a l ih => cases h : p (f a) <;> simp [find?_cons, h, ih]
@[simp] theorem filter_flatten {p : α → Bool} {L : List (List α)} :
    filter p (flatten L) = flatten (map (filter p) L) := by
  induction L with
  | nil => rfl
  | cons a l ih => rw [flatten_cons, filter_append, ih, map_cons, flatten_cons]
theorem filter_length_eq_length {l : List α} : (filter p l).length = l.length ↔ ∀ a ∈ l, p a := by
  rw [← filter_eq_self]
  exact ⟨fun h => (filter_sublist (l := l)).eq_of_length h, congrArg _⟩
theorem count_filter [BEq α] [LawfulBEq α] {l : List α} (h : p a) : count a (filter p l) = count a l := by
  induction l with
  | nil => rfl
  | cons b l ih =>
    cases hb : p b
    · rw [filter_cons_of_neg (by simp [hb]), ih, count_cons_of_ne (fun e => by rw [e, h] at hb; cases hb)]
    · rw [filter_cons_of_pos hb, count_cons, count_cons, ih]
theorem count_replicate [BEq α] [LawfulBEq α] {a b : α} {n : Nat} :
    count a (replicate n b) = if b == a then n else 0 := by
  induction n with
  | zero => simp
  | succ n ih => rw [replicate_succ, count_cons, ih]; split <;> rfl
/-! ## The ends -/

@[simp] theorem getLast_concat {a : α} {l : List α} : getLast (l ++ [a]) (by simp) = a := by
  induction l with
  | nil => rfl
  | cons b l ih =>
    show getLast (b :: (l ++ [a])) _ = a
    rw [getLast_cons (by simp)]; exact ih
@[simp] theorem getLast_reverse {l : List α} (h : l.reverse ≠ []) :
    l.reverse.getLast h = l.head (fun e => h (by rw [e]; rfl)) := match l, h with
  | [], h => absurd rfl h
  | a :: l, h => by simp [head]
@[simp] theorem head_reverse {l : List α} (h : l.reverse ≠ []) :
    l.reverse.head h = getLast l (fun e => h (by rw [e]; rfl)) := by
  have h' : l.reverse.reverse ≠ [] := fun e => h (by rw [reverse_reverse] at e; rw [e]; rfl)
  have := getLast_reverse h'
  simp only [reverse_reverse] at this
  exact this.symm
theorem tail_append {l l' : List α} : (l ++ l').tail = if l.isEmpty then l'.tail else l.tail ++ l' := by
  cases l <;> rfl
theorem tail_sublist : ∀ l : List α, tail l <+ l
  | [] => .slnil
  | a :: l => sublist_cons_self a l

/-! ## Zipping, numbering, inserting -/

theorem unzip_zip {l₁ : List α} {l₂ : List β} (h : l₁.length = l₂.length) : unzip (zip l₁ l₂) = (l₁, l₂) := by
  induction l₁ generalizing l₂ with
  | nil => cases l₂ with
    | nil => rfl
    | cons b l => cases h
  | cons a l ih => cases l₂ with
    | nil => cases h
    | cons b l' => simp [unzip_cons, ih (Nat.succ.inj h)]
theorem zipWith_map {μ δ : Type _} {f : γ → δ → μ} {g : α → γ} {h : β → δ} {l₁ : List α} {l₂ : List β} :
    zipWith f (l₁.map g) (l₂.map h) = zipWith (fun a b => f (g a) (h b)) l₁ l₂ := by
  induction l₁ generalizing l₂ with
  | nil => rfl
  | cons a l ih => cases l₂ with
    | nil => rfl
    | cons b l' => simp [ih]
theorem map_zipWith {δ : Type _} {f : α → β} {g : γ → δ → α} {l : List γ} {l' : List δ} :
    map f (zipWith g l l') = zipWith (fun x y => f (g x y)) l l' := by
  induction l generalizing l' with
  | nil => rfl
  | cons a l ih => cases l' with
    | nil => rfl
    | cons b l' => simp [ih]
@[simp] theorem zipIdx_nil {i : Nat} : ([] : List α).zipIdx i = [] := rfl
@[simp] theorem zipIdx_cons {a : α} {as : List α} {i : Nat} :
    (a :: as).zipIdx i = (a, i) :: as.zipIdx (i + 1) := rfl
@[simp] theorem getElem_zipIdx {l : List α} {n i : Nat} (h : i < (l.zipIdx n).length) :
    (l.zipIdx n)[i] = (l[i]'(by simpa using h), n + i) := by
  induction l generalizing n i with
  | nil => exact absurd h (Nat.not_lt_zero _)
  | cons a l ih => match i with
    | 0 => rfl
    | i + 1 =>
      have e := ih (n := n + 1) (i := i) (Nat.lt_of_succ_lt_succ h)
      exact e.trans (congrArg (Prod.mk _) (show n + 1 + i = n + (i + 1) by omega))
@[simp] theorem insertIdx_zero {xs : List α} {x : α} : xs.insertIdx 0 x = x :: xs := by cases xs <;> rfl
@[simp] theorem length_ofFn {n : Nat} {f : Fin n → α} : (ofFn f).length = n := by
  have h : ∀ (i : Nat) (hi : i ≤ n) (acc : List α), (ofFn.go f i hi acc).length = i + acc.length := by
    intro i
    induction i with
    | zero => intro _ acc; exact (Nat.zero_add _).symm
    | succ i ih => intro hi acc; exact (ih ..).trans (by rw [length_cons]; omega)
  exact h n (Nat.le_refl n) []
theorem findIdx_cons {p : α → Bool} {b : α} {l : List α} :
    (b :: l).findIdx p = bif p b then 0 else (l.findIdx p) + 1 := by
  have h (l : List α) : ∀ n, findIdx.go p l n = l.findIdx p + n := by
    induction l with
    | nil => intro n; exact (Nat.zero_add n).symm
    | cons a l ih =>
      intro n
      unfold findIdx
      simp only [findIdx.go]
      cases p a
      · simp only [cond_false]; rw [ih, ih]; omega
      · simp only [cond_true]; omega
  show (bif p b then 0 else findIdx.go p l 1) = _
  rw [h]
theorem idxOf_cons [BEq α] : (b :: l).idxOf a = bif b == a then 0 else l.idxOf a + 1 := findIdx_cons

/-! ## Equations between appended lists -/

theorem append_eq_cons_iff {as bs : List α} {c : α} {cs : List α} :
    as ++ bs = c :: cs ↔ (as = [] ∧ bs = c :: cs) ∨ ∃ as', as = c :: as' ∧ cs = as' ++ bs := by
  cases as with
  | nil => simp
  | cons a as =>
    constructor
    · intro h
      obtain ⟨rfl, rfl⟩ := List.cons.inj h
      exact .inr ⟨as, rfl, rfl⟩
    · rintro (⟨h, _⟩ | ⟨_, h, rfl⟩)
      · cases h
      · obtain ⟨rfl, rfl⟩ := List.cons.inj h; rfl
theorem append_eq_append_iff {as bs cs ds : List α} : as ++ bs = cs ++ ds ↔
    (∃ as', cs = as ++ as' ∧ bs = as' ++ ds) ∨ ∃ cs', as = cs ++ cs' ∧ ds = cs' ++ bs := by
  induction as generalizing cs with
  | nil =>
    constructor
    · exact fun h => .inl ⟨cs, rfl, h⟩
    · rintro (⟨_, rfl, h⟩ | ⟨c, h, rfl⟩)
      · exact h
      · obtain ⟨rfl, rfl⟩ := append_eq_nil_iff.mp h.symm; rfl
  | cons a as ih => cases cs with
    | nil =>
      constructor
      · exact fun h => .inr ⟨a :: as, rfl, h.symm⟩
      · rintro (⟨_, h, _⟩ | ⟨c, h, rfl⟩)
        · cases h
        · rw [h]; rfl
    | cons c cs =>
      rw [cons_append, cons_append, cons.injEq, ih]
      constructor
      · rintro ⟨rfl, ⟨x, rfl, h⟩ | ⟨x, rfl, h⟩⟩
        · exact .inl ⟨x, rfl, h⟩
        · exact .inr ⟨x, rfl, h⟩
      · rintro (⟨x, e, h⟩ | ⟨x, e, h⟩) <;> obtain ⟨rfl, rfl⟩ := cons.inj e
        · exact ⟨rfl, .inl ⟨x, rfl, h⟩⟩
        · exact ⟨rfl, .inr ⟨x, rfl, h⟩⟩

/-! ## Sublists and prefixes -/

@[simp] theorem infix_append (l₁ l₂ l₃ : List α) : l₂ <:+: l₁ ++ l₂ ++ l₃ := ⟨l₁, l₃, rfl⟩
@[simp] theorem cons_prefix_cons : a :: l₁ <+: b :: l₂ ↔ a = b ∧ l₁ <+: l₂ :=
  ⟨fun ⟨t, h⟩ => ⟨(cons.inj h).1, t, (cons.inj h).2⟩, fun ⟨e, t, h⟩ => ⟨t, by rw [e, cons_append, h]⟩⟩
theorem prefix_cons_iff : l₁ <+: a :: l₂ ↔ l₁ = [] ∨ ∃ t, l₁ = a :: t ∧ t <+: l₂ := by
  cases l₁ with
  | nil => exact ⟨fun _ => .inl rfl, fun _ => nil_prefix⟩
  | cons b l₁ =>
    rw [cons_prefix_cons]
    exact ⟨fun ⟨e, h⟩ => .inr ⟨l₁, e ▸ rfl, h⟩, fun h => match h with
      | .inr ⟨t, e, h⟩ => ⟨(cons.inj e).1, (cons.inj e).2 ▸ h⟩⟩
theorem sublist_cons_iff {a : α} {l l' : List α} : l <+ a :: l' ↔ l <+ l' ∨ ∃ r, l = a :: r ∧ r <+ l' :=
  ⟨fun h => match h with
    | .cons _ h => .inl h
    | .cons₂ _ h => .inr ⟨_, rfl, h⟩,
  fun h => match h with
    | .inl h => h.cons _
    | .inr ⟨_, e, h⟩ => e ▸ h.cons₂ _⟩
theorem sublist_append_of_sublist_left (s : l <+ l₁) : l <+ l₁ ++ l₂ := s.trans (sublist_append_left ..)
theorem sublist_append_of_sublist_right (s : l <+ l₂) : l <+ l₁ ++ l₂ := s.trans (sublist_append_right ..)
@[simp] theorem isSublist_iff_sublist [BEq α] [LawfulBEq α] {l₁ l₂ : List α} :
    l₁.isSublist l₂ ↔ l₁ <+ l₂ := by
  induction l₂ generalizing l₁ with
  | nil => cases l₁ with
    | nil => simp [isSublist]
    | cons a l => simp [isSublist]
  | cons b l₂ ih => cases l₁ with
    | nil => simp [isSublist]
    | cons a l₁ =>
      by_cases h : a = b
      · subst h
        simp only [isSublist, beq_self_eq_true, if_true, ih]
        exact ⟨fun h => h.cons₂ a, fun h => match h with
          | .cons _ h => (sublist_cons_self a l₁).trans h
          | .cons₂ _ h => h⟩
      · simp only [isSublist, show (a == b) = false by simpa using h, Bool.false_eq_true, if_false, ih]
        exact ⟨fun h => h.cons b, fun h' => match h' with
          | .cons _ h' => h'
          | .cons₂ _ _ => absurd rfl h⟩

/-! ## Permutations -/

theorem Perm.nodup {l l' : List α} (hl : l ~ l') (hR : l.Nodup) : l'.Nodup := by
  induction hl with
  | nil => exact hR
  | cons a h ih =>
    rw [nodup_cons] at hR ⊢
    exact ⟨fun h' => hR.1 (h.mem_iff.mpr h'), ih hR.2⟩
  | swap a b l =>
    simp only [nodup_cons, mem_cons, not_or] at hR ⊢
    exact ⟨⟨fun e => hR.1.1 e.symm, hR.2.1⟩, hR.1.2, hR.2.2⟩
  | trans _ _ ih₁ ih₂ => exact ih₂ (ih₁ hR)
theorem Perm.pairwise {R : α → α → Prop} {l l' : List α} (hR : l.Pairwise R) (hl : l ~ l')
    (hsymm : ∀ {x y}, R x y → R y x) : l'.Pairwise R := by
  induction hl with
  | nil => exact hR
  | cons a h ih =>
    rw [pairwise_cons] at hR ⊢
    exact ⟨fun b hb => hR.1 b (h.mem_iff.mpr hb), ih hR.2⟩
  | swap a b l =>
    simp only [pairwise_cons, mem_cons, forall_eq_or_imp] at hR ⊢
    exact ⟨⟨hsymm hR.1.1, hR.2.1⟩, hR.1.2, hR.2.2⟩
  | trans _ _ ih₁ ih₂ => exact ih₂ (ih₁ hR)
theorem Perm.pairwise_iff {R : α → α → Prop} (S : ∀ {x y}, R x y → R y x) {l₁ l₂ : List α} (p : l₁ ~ l₂) :
    Pairwise R l₁ ↔ Pairwise R l₂ := ⟨fun h => p.pairwise h S, fun h => p.symm.pairwise h S⟩
theorem perm_inv_core {a : α} {l₁ l₂ r₁ r₂ : List α} (h : l₁ ++ a :: r₁ ~ l₂ ++ a :: r₂) :
    l₁ ++ r₁ ~ l₂ ++ r₂ := by
  have same : ∀ {l₁ r₁ l₂ r₂ : List α}, l₁ ++ a :: r₁ = l₂ ++ a :: r₂ → l₁ ++ r₁ ~ l₂ ++ r₂ := by
    intro l₁
    induction l₁ with
    | nil =>
      intro r₁ l₂ r₂ e
      match l₂, e with
      | [], e => cases e; exact .refl _
      | x :: l₂, e => cases e; exact perm_middle
    | cons y l₁ ih =>
      intro r₁ l₂ r₂ e
      match l₂, e with
      | [], e => cases e; exact perm_middle.symm
      | x :: l₂, e =>
        obtain ⟨rfl, e'⟩ := cons.inj e
        exact (ih e').cons _
  have key {s t : List α} (h : s ~ t) : ∀ {l₁ r₁ l₂ r₂ : List α}, s = l₁ ++ a :: r₁ → t = l₂ ++ a :: r₂ →
      l₁ ++ r₁ ~ l₂ ++ r₂ := by
    induction h with
    | nil => intro l₁ _ _ _ h _; cases l₁ <;> cases h
    | cons x h ih =>
      intro l₁ r₁ l₂ r₂ e₁ e₂
      match l₁, l₂, e₁, e₂ with
      | [], [], e₁, e₂ => cases e₁; cases e₂; exact h
      | [], y :: l₂, e₁, e₂ => cases e₁; cases e₂; exact h.trans perm_middle
      | y :: l₁, [], e₁, e₂ => cases e₁; cases e₂; exact perm_middle.symm.trans h
      | y :: l₁, z :: l₂, e₁, e₂ => cases e₁; cases e₂; exact (ih rfl rfl).cons _
    | swap x y l =>
      intro l₁ r₁ l₂ r₂ e₁ e₂
      match l₁, l₂, e₁, e₂ with
      | [], [], e₁, e₂ => cases e₁; cases e₂; exact .refl _
      | [], [z], e₁, e₂ => cases e₁; cases e₂; exact .refl _
      | [], z :: z' :: l₂, e₁, e₂ => cases e₁; cases e₂; exact perm_middle.cons _
      | [z], [], e₁, e₂ => cases e₁; cases e₂; exact .refl _
      | z :: z' :: l₁, [], e₁, e₂ => cases e₁; cases e₂; exact perm_middle.symm.cons _
      | [z], [z'], e₁, e₂ => cases e₁; cases e₂; exact .refl _
      | [z], z' :: z'' :: l₂, e₁, e₂ =>
        cases e₁; cases e₂; exact (perm_middle.cons _).trans (.swap ..)
      | z :: z' :: l₁, [z''], e₁, e₂ =>
        cases e₁; cases e₂; exact (Perm.swap ..).trans (perm_middle.symm.cons _)
      | z :: z' :: l₁, w :: w' :: l₂, e₁, e₂ =>
        cases e₁
        simp only [cons_append, cons.injEq] at e₂
        obtain ⟨rfl, rfl, e₂⟩ := e₂
        exact (Perm.swap ..).trans (((same e₂).cons _).cons _)
    | @trans s m t h₁ h₂ ih₁ ih₂ =>
      intro l₁ r₁ l₂ r₂ e₁ e₂
      have hm : a ∈ m := h₁.mem_iff.mp (by rw [e₁]; simp)
      obtain ⟨u, v, e⟩ := append_of_mem hm
      exact (ih₁ e₁ e).trans (ih₂ e e₂)
  exact key h rfl rfl
theorem Perm.cons_inv {a : α} {l₁ l₂ : List α} (h : a :: l₁ ~ a :: l₂) : l₁ ~ l₂ :=
  perm_inv_core (l₁ := []) (l₂ := []) h
@[simp] theorem perm_cons (a : α) {l₁ l₂ : List α} : a :: l₁ ~ a :: l₂ ↔ l₁ ~ l₂ := ⟨.cons_inv, .cons a⟩
@[simp] theorem perm_singleton {a : α} {l : List α} : l ~ [a] ↔ l = [a] := by
  constructor
  · intro h
    match l, h.length_eq, h with
    | [b], _, h => rw [mem_singleton.mp (h.mem_iff.mp (mem_singleton.mpr rfl))]
  · rintro rfl; exact .refl _
theorem perm_iff_count [BEq α] [LawfulBEq α] {l₁ l₂ : List α} : l₁ ~ l₂ ↔ ∀ a, count a l₁ = count a l₂ := by
  constructor
  · exact fun h a => h.count_eq a
  intro h
  induction l₁ generalizing l₂ with
  | nil => cases l₂ with
    | nil => exact .refl _
    | cons b l => have := h b; simp at this
  | cons a l₁ ih =>
    have hm : a ∈ l₂ := count_pos_iff.mp (by rw [← h, count_cons_self]; exact Nat.succ_pos _)
    obtain ⟨s, t, rfl⟩ := append_of_mem hm
    refine ((ih fun b => ?_).cons a).trans perm_middle.symm
    have := h b
    simp only [count_append, count_cons] at this ⊢
    omega

/-! ## The lexicographic order -/

@[simp] theorem nil_lt_cons [LT α] (a : α) (l : List α) : [] < a :: l := Lex.nil
@[simp] theorem not_lt_nil [LT α] (l : List α) : ¬ l < [] := nofun
theorem cons_lt_cons_iff [LT α] {a b : α} {l₁ l₂ : List α} :
    (a :: l₁) < (b :: l₂) ↔ a < b ∨ a = b ∧ l₁ < l₂ :=
  ⟨fun h => match h with
    | .rel h => .inl h
    | .cons h => .inr ⟨rfl, h⟩,
  fun h => match h with
    | .inl h => .rel h
    | .inr ⟨e, h⟩ => e ▸ .cons h⟩
protected theorem lt_irrefl [LT α] [i : Std.Irrefl (α := α) (· < ·)] (l : List α) : ¬ l < l := by
  induction l with
  | nil => exact not_lt_nil _
  | cons a l ih =>
    rw [cons_lt_cons_iff]
    rintro (h | ⟨_, h⟩)
    · exact i.irrefl a h
    · exact ih h
end List
