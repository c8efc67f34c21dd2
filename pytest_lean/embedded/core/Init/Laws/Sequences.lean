module
prelude
public import Init.Laws.ListSearch
public import Init.Control.Lawful
/-!
Lists: laws about ends, positions, sorting, permutations, sums and loops in monads that exercises and
programs use, beyond those of `Init.Laws.ListShape` and `Init.Laws.ListSearch`.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w} {l l₁ l₂ xs ys : List α} {a b : α} {p q : α → Bool} {i n :
    Nat}

/-! ## Ends -/

theorem dropLast_concat_getLast : ∀ {l : List α} (h : l ≠ []), dropLast l ++ [getLast l h] = l :=
  dropLast_append_getLast
theorem getLast_append_of_ne_nil {l₁ l₂ : List α} (h₁ : l₁ ++ l₂ ≠ []) (h₂ : l₂ ≠ []) :
    (l₁ ++ l₂).getLast h₁ = l₂.getLast h₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l ih =>
    have h : l ++ l₂ ≠ [] := fun e => h₂ (append_eq_nil_iff.mp e).2
    exact (getLast_cons h).trans (ih h)
theorem append_inj' {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length t₁ = length t₂) :
    s₁ = s₂ ∧ t₁ = t₂ :=
  append_inj h (by have := congrArg length h; rw [length_append, length_append] at this; omega)
theorem head_append {l₁ l₂ : List α} (w : l₁ ++ l₂ ≠ []) : head (l₁ ++ l₂) w =
    if h : l₁.isEmpty then head l₂ (by cases l₁ <;> simp_all) else head l₁ (by cases l₁ <;> simp_all) := by
  cases l₁ <;> rfl
theorem tail_append_of_ne_nil {xs ys : List α} (h : xs ≠ []) : (xs ++ ys).tail = xs.tail ++ ys := by
  cases xs with
  | nil => exact absurd rfl h
  | cons a l => rfl
@[simp] theorem tail_map {f : α → β} {l : List α} : (map f l).tail = map f l.tail := by cases l <;> rfl
theorem tail_drop {l : List α} {i : Nat} : (drop i l).tail = drop (i + 1) l := by
  rw [← drop_one, drop_drop]
theorem head?_drop {l : List α} {i : Nat} : (drop i l).head? = l[i]? := by
  rw [head?_eq_getElem?, getElem?_drop, Nat.add_zero]
theorem head_eq_getElem {l : List α} (h : l ≠ []) : head l h = l[0]'(length_pos_iff.mpr h) := by
  cases l with
  | nil => exact absurd rfl h
  | cons a l => rfl
theorem head?_eq_head {l : List α} (h : l ≠ []) : head? l = some (head l h) := by
  cases l with
  | nil => exact absurd rfl h
  | cons a l => rfl
theorem mem_iff_append {a : α} {l : List α} : a ∈ l ↔ ∃ s t : List α, l = s ++ a :: t :=
  ⟨append_of_mem, fun ⟨s, t, e⟩ => e ▸ mem_append_right s mem_cons_self⟩
theorem not_mem_cons {a y : α} {l : List α} : a ∉ y :: l ↔ a ≠ y ∧ a ∉ l := by rw [mem_cons, not_or]
theorem forall_mem_singleton {p : α → Prop} {a : α} : (∀ (x) (_ : x ∈ [a]), p x) ↔ p a := by simp
theorem isEmpty_eq_true {l : List α} : l.isEmpty = true ↔ l = [] := by cases l <;> simp
theorem drop_left' {l₁ l₂ : List α} (h : length l₁ = n) : drop n (l₁ ++ l₂) = l₂ :=
  by subst h; exact drop_left
theorem take_left' {l₁ l₂ : List α} (h : length l₁ = n) : take n (l₁ ++ l₂) = l₁ :=
  by subst h; exact take_left
theorem take_add_one {l : List α} {i : Nat} : l.take (i + 1) = l.take i ++ l[i]?.toList := by
  induction l generalizing i with
  | nil => cases i <;> rfl
  | cons a l ih =>
    cases i with
    | zero => rfl
    | succ i => exact congrArg (a :: ·) ih
@[simp] theorem take_eq_self_iff (l : List α) {i : Nat} : l.take i = l ↔ l.length ≤ i :=
  ⟨fun h => by have := congrArg length h; rw [length_take] at this; omega, take_of_length_le⟩

/-! ## Positions -/

@[simp] theorem getElem!_eq_getElem?_getD [Inhabited α] {l : List α} {i : Nat} :
    l[i]! = l[i]?.getD default := by
  induction l generalizing i with
  | nil => rfl
  | cons a l ih =>
    cases i with
    | zero => rfl
    | succ i => exact ih
theorem ext_getElem_iff {l₁ l₂ : List α} : l₁ = l₂ ↔ l₁.length = l₂.length ∧
    ∀ (i : Nat) (h₁ : i < l₁.length) (h₂ : i < l₂.length), l₁[i] = l₂[i] :=
  ⟨fun h => h ▸ ⟨rfl, fun _ _ _ => rfl⟩, fun h => ext_getElem h.1 h.2⟩
theorem getElem_cons_drop {l : List α} {i : Nat} (h : i < l.length) : l[i] :: drop (i + 1) l = drop i l :=
  (drop_eq_getElem_cons h).symm
theorem exists_mem_iff_exists_getElem {p : α → Prop} {l : List α} :
    (∃ x ∈ l, p x) ↔ ∃ (i : Nat) (h : i < l.length), p l[i] :=
  ⟨fun ⟨_, hx, hp⟩ => let ⟨i, h, e⟩ := getElem_of_mem hx; ⟨i, h, e ▸ hp⟩,
    fun ⟨_, h, hp⟩ => ⟨_, getElem_mem h, hp⟩⟩
theorem forall_mem_iff_forall_getElem {p : α → Prop} {l : List α} :
    (∀ x ∈ l, p x) ↔ ∀ (i : Nat) (h : i < l.length), p l[i] :=
  ⟨fun hp _ h => hp _ (getElem_mem h), fun hp _ hx => let ⟨i, h, e⟩ := getElem_of_mem hx; e ▸ hp i h⟩
@[simp] theorem length_modify (f : α → α) : ∀ {l : List α} {i : Nat}, (l.modify i f).length = l.length
  | [], i => by cases i <;> rfl
  | _ :: _, 0 => rfl
  | _ :: _, i + 1 => congrArg (· + 1) (length_modify f)
@[simp] theorem length_mapIdx {f : Nat → α → β} {l : List α} : (l.mapIdx f).length = l.length := by
  unfold mapIdx; rw [length_map, length_zipIdx]
theorem zipIdx_map_getElem? {f : Nat → α → β} : ∀ {l : List α} {k i : Nat},
    ((l.zipIdx k).map fun (a, i) => f i a)[i]? = l[i]?.map (f (k + i))
  | [], _, _ => rfl
  | _ :: _, k, 0 => rfl
  | _ :: l, k, i + 1 => by
    show ((l.zipIdx (k + 1)).map _)[i]? = l[i]?.map _
    rw [zipIdx_map_getElem?, show k + 1 + i = k + (i + 1) by omega]
@[simp] theorem getElem?_mapIdx {f : Nat → α → β} {l : List α} {i : Nat} :
    (l.mapIdx f)[i]? = l[i]?.map (f i) := by
  unfold mapIdx; rw [zipIdx_map_getElem?, Nat.zero_add]
@[simp] theorem getElem_mapIdx {f : Nat → α → β} {l : List α} {i : Nat} {h : i < (l.mapIdx f).length} :
    (l.mapIdx f)[i] = f i (l[i]'(by simpa using h)) := by
  apply Option.some.inj
  rw [← getElem?_eq_getElem, getElem?_mapIdx, getElem?_eq_getElem (by simpa using h)]; rfl
@[simp] theorem mapIdx_nil {f : Nat → α → β} : mapIdx f [] = [] := rfl
theorem mapIdx_cons {f : Nat → α → β} {a : α} {l : List α} :
    mapIdx f (a :: l) = f 0 a :: mapIdx (fun i => f (i + 1)) l := by
  apply ext_getElem?
  intro i
  cases i with
  | zero => rfl
  | succ i => rw [getElem?_mapIdx, getElem?_cons_succ, getElem?_cons_succ, getElem?_mapIdx]
theorem pairwise_iff_getElem {R : α → α → Prop} {l : List α} : Pairwise R l ↔
    ∀ (i j : Nat) (_hi : i < l.length) (_hj : j < l.length) (_hij : i < j), R l[i] l[j] := by
  induction l with
  | nil => exact ⟨fun _ i _ hi => absurd hi (Nat.not_lt_zero i), fun _ => .nil⟩
  | cons a l ih =>
    rw [pairwise_cons, ih]
    constructor
    · intro ⟨ha, hl⟩ i j hi hj hij
      cases j with
      | zero => exact absurd hij (Nat.not_lt_zero i)
      | succ j =>
        cases i with
        | zero => exact ha _ (getElem_mem _)
        | succ i =>
          exact hl i j (Nat.lt_of_succ_lt_succ hi) (Nat.lt_of_succ_lt_succ hj) (Nat.lt_of_succ_lt_succ hij)
    · intro h
      constructor
      · intro b hb
        obtain ⟨j, hj, e⟩ := getElem_of_mem hb
        exact e ▸ h 0 (j + 1) (Nat.zero_lt_succ _) (Nat.succ_lt_succ hj) (Nat.zero_lt_succ _)
      · exact fun i j hi hj hij =>
          h (i + 1) (j + 1) (Nat.succ_lt_succ hi) (Nat.succ_lt_succ hj) (Nat.succ_lt_succ hij)
theorem Nodup.getElem_inj_iff {l : List α} (h : Nodup l) {i : Nat} {hi : i < l.length} {j : Nat}
    {hj : j < l.length} : l[i] = l[j] ↔ i = j := by
  constructor
  · intro e
    have hne := pairwise_iff_getElem.mp h
    rcases Nat.lt_trichotomy i j with hij | hij | hij
    · exact absurd e (hne i j hi hj hij)
    · exact hij
    · exact absurd e.symm (hne j i hj hi hij)
  · intro e; subst e; rfl

/-! ## Mapping, filtering, cutting -/

theorem length_filterMap_le (f : α → Option β) (l : List α) : (filterMap f l).length ≤ l.length := by
  induction l with
  | nil => exact Nat.le_refl 0
  | cons a l ih =>
    rw [filterMap_cons]
    split
    · exact Nat.le_succ_of_le ih
    · exact Nat.succ_le_succ ih
theorem span_eq_takeWhile_dropWhile {p : α → Bool} {l : List α} :
    span p l = (takeWhile p l, dropWhile p l) := rfl
theorem partition_eq_filter_filter {p : α → Bool} {l : List α} :
    partition p l = (filter p l, filter (not ∘ p) l) := rfl
theorem mem_partition {p : α → Bool} : a ∈ l ↔ a ∈ (partition p l).1 ∨ a ∈ (partition p l).2 := by
  show a ∈ l ↔ a ∈ filter p l ∨ a ∈ filter (fun a => !p a) l
  rw [mem_filter, mem_filter]; cases p a <;> simp
theorem splitAt_eq {l : List α} {n : Nat} : splitAt n l = (l.take n, l.drop n) := rfl
@[simp] theorem isPrefixOf_iff_prefix [BEq α] [LawfulBEq α] : ∀ {l₁ l₂ :
    List α}, isPrefixOf l₁ l₂ = true ↔ l₁ <+: l₂
  | [], l₂ => ⟨fun _ => ⟨l₂, rfl⟩, fun _ => by cases l₂ <;> rfl⟩
  | a :: l₁, [] => ⟨nofun, fun ⟨t, e⟩ => by cases e⟩
  | a :: l₁, b :: l₂ => by
    show (a == b && isPrefixOf l₁ l₂) = true ↔ _
    rw [Bool.and_eq_true, beq_iff_eq, isPrefixOf_iff_prefix]
    exact ⟨fun ⟨e, t, h⟩ => ⟨t, by rw [e, cons_append, h]⟩, fun ⟨t, e⟩ => by cases e; exact ⟨rfl, t, rfl⟩⟩
theorem prefix_iff_eq_append {l₁ l₂ : List α} : l₁ <+: l₂ ↔ l₁ ++ drop (length l₁) l₂ = l₂ :=
  ⟨fun ⟨t, e⟩ => by rw [← e, drop_left], fun e => ⟨_, e⟩⟩
theorem foldl_hom (f : β → γ) {g₁ : β → α → β} {g₂ : γ → α → γ} {l : List α} {init : β}
    (H : ∀ x y, g₂ (f x) y = f (g₁ x y)) : l.foldl g₂ (f init) = f (l.foldl g₁ init) := by
  induction l generalizing init with
  | nil => rfl
  | cons a l ih => rw [foldl_cons, foldl_cons, H, ih]
theorem foldr_hom (f : β → γ) {g₁ : α → β → β} {g₂ : α → γ → γ} {l : List α} {init : β}
    (H : ∀ x y, g₂ x (f y) = f (g₁ x y)) : l.foldr g₂ (f init) = f (l.foldr g₁ init) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [foldr_cons, foldr_cons, ih, H]
theorem length_eq_countP_add_countP (p : α → Bool) {l : List α} :
    length l = countP p l + countP (fun a => ¬p a) l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [countP_cons, countP_cons, length_cons, ih]; cases p a <;> simp <;> omega

/-! ## Sums, least and greatest -/

theorem sum_eq_foldr [Add α] [Zero α] {l : List α} : l.sum = l.foldr (· + ·) 0 := rfl
theorem foldl_add_eq (l : List Nat) (a : Nat) : l.foldl (· + ·) a = a + l.sum := by
  induction l generalizing a with
  | nil => rfl
  | cons b l ih => rw [foldl_cons, ih, sum_cons]; omega
theorem sum_eq_foldl_nat {xs : List Nat} : xs.sum = xs.foldl (init := 0) (· + ·) := by
  rw [foldl_add_eq, Nat.zero_add]
theorem sum_pos_iff_exists_pos_nat {l : List Nat} : 0 < l.sum ↔ ∃ x ∈ l, 0 < x := by
  induction l with
  | nil => simp
  | cons a l ih =>
    rw [sum_cons, exists_mem_cons, ← ih]; omega
theorem min?_eq_none_iff {xs : List α} [Min α] : xs.min? = none ↔ xs = [] := by
  cases xs <;> simp [List.min?]
theorem max?_eq_none_iff {xs : List α} [Max α] : xs.max? = none ↔ xs = [] := by
  cases xs <;> simp [List.max?]
@[simp] theorem min?_nil [Min α] : ([] : List α).min? = none := rfl
@[simp] theorem max?_nil [Max α] : ([] : List α).max? = none := rfl
theorem min?_cons' [Min α] {xs : List α} : (a :: xs).min? = some (foldl min a xs) := rfl
theorem max?_cons' [Max α] {xs : List α} : (a :: xs).max? = some (foldl max a xs) := rfl

/-! ## Permutations and sorting -/

scoped infixl:50 " ~ " => Perm

theorem perm_cons_erase_aux {l₁ l₂ l₃ : List α} {a : α} (h : l₁ ++ a :: l₂ ~ l₃) : a :: (l₁ ++ l₂) ~ l₃ :=
  perm_middle.symm.trans h
theorem Perm.pairwise_iff_mem {R : α → α → Prop} {l₁ l₂ : List α} (h : l₁ ~ l₂) :
    (∀ x ∈ l₁, ∀ y ∈ l₁, R x y) ↔
    ∀ x ∈ l₂, ∀ y ∈ l₂, R x y := by
  simp only [h.mem_iff]
theorem orderedInsert_perm_ (le : α → α → Bool) (a : α) (l : List α) : orderedInsert_ le a l ~ a :: l := by
  induction l with
  | nil => exact Perm.refl _
  | cons b l ih =>
    unfold orderedInsert_
    split
    · exact Perm.refl _
    · exact (ih.cons b).trans (Perm.swap a b l)
theorem mergeSort_perm (l : List α) (le : α → α → Bool) : mergeSort l le ~ l := by
  induction l with
  | nil => exact Perm.refl _
  | cons a l ih => exact (orderedInsert_perm_ le a _).trans (ih.cons a)
@[simp] theorem length_mergeSort {le : α → α → Bool} (l : List α) : (mergeSort l le).length = l.length :=
  (mergeSort_perm l le).length_eq
@[simp] theorem mem_mergeSort {le : α → α → Bool} {a : α} {l : List α} : a ∈ mergeSort l le ↔ a ∈ l :=
  (mergeSort_perm l le).mem_iff
theorem orderedInsert_pairwise_ {le : α → α → Bool} (trans : ∀ a b c : α, le a b → le b c → le a c)
    (total : ∀ a b : α, le a b || le b a) (a : α) {l : List α} (h : l.Pairwise (le · ·)) :
    (orderedInsert_ le a l).Pairwise (le · ·) := by
  induction l with
  | nil => exact pairwise_cons.mpr ⟨nofun, .nil⟩
  | cons b l ih =>
    have ⟨hb, hl⟩ := pairwise_cons.mp h
    unfold orderedInsert_
    split
    · rename_i hab
      refine pairwise_cons.mpr ⟨fun c hc => ?_, h⟩
      rcases mem_cons.mp hc with e | hc
      · exact e ▸ hab
      · exact trans a b c hab (hb c hc)
    · rename_i hab
      have hba : le b a = true := by have := total a b; simpa [hab] using this
      refine pairwise_cons.mpr ⟨fun c hc => ?_, ih hl⟩
      rcases mem_cons.mp ((orderedInsert_perm_ le a l).mem_iff.mp hc) with e | hc
      · exact e ▸ hba
      · exact hb c hc
theorem pairwise_mergeSort {le : α → α → Bool} (trans : ∀ a b c : α, le a b → le b c → le a c)
    (total : ∀ a b : α, le a b || le b a) : ∀ l : List α, (mergeSort l le).Pairwise (le · ·)
  | [] => .nil
  | a :: l => orderedInsert_pairwise_ trans total a (pairwise_mergeSort trans total l)

/-! ## Loops in monads -/

section
variable {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u}
@[simp] theorem forIn_nil {f : α → β → m (ForInStep β)} {b : β} : forIn [] b f = pure b := rfl
theorem forIn_cons {f : α → β → m (ForInStep β)} {a : α} {as : List α} {b : β} :
    forIn (a :: as) b f = f a b >>= fun | .done b => pure b | .yield b => forIn as b f := rfl
@[simp] theorem forM_nil {f : α → m PUnit} : (forM [] f : m PUnit) = pure ⟨⟩ := rfl
@[simp] theorem forM_cons {f : α → m PUnit} {a : α} {as : List α} :
    (forM (a :: as) f : m PUnit) = f a >>= fun _ => forM as f := rfl
@[simp] theorem mapM_nil {f : α → m β} : [].mapM f = pure [] := rfl
@[simp] theorem mapM_cons {f : α → m β} {a : α} {l : List α} :
    (a :: l).mapM f = do return (← f a) :: (← l.mapM f) := rfl
@[simp] theorem foldlM_nil {f : β → α → m β} {b : β} : [].foldlM f b = pure b := rfl
@[simp] theorem foldlM_cons {f : β → α → m β} {b : β} {a : α} {l : List α} :
    (a :: l).foldlM f b = f b a >>= fun b => l.foldlM f b := rfl
@[simp] theorem foldlM_pure [LawfulMonad m] {f : β → α → β} {b : β} {l : List α} :
    l.foldlM (m := m) (pure <| f · ·) b = pure (l.foldl f b) := by
  induction l generalizing b with
  | nil => rfl
  | cons a l ih => rw [foldlM_cons, pure_bind, ih]; rfl
end
end List
