module
prelude
public import Init.Laws.Elements
public import Init.Laws.Bits
/-!
`==` of lists, options, pairs, arrays and vectors is lawful where that of the elements is; reading and
writing at a position, and other laws of containers that the simplifier uses.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

/-! ## Lawful `==` -/

section
variable {α : Type u} {β : Type v} [BEq α] [BEq β]
theorem List.beq_cons {a b : α} {as bs : List α} : (a :: as == b :: bs) = (a == b && as == bs) := rfl
instance List.instReflBEq [ReflBEq α] : ReflBEq (List α) where
  rfl {as} := by
    induction as with
    | nil => rfl
    | cons a as ih => rw [List.beq_cons, BEq.rfl, ih]; rfl
instance List.instLawfulBEq [LawfulBEq α] : LawfulBEq (List α) where
  eq_of_beq {as bs} h := by
    induction as generalizing bs with
    | nil => cases bs with
      | nil => rfl
      | cons => cases h
    | cons a as ih => cases bs with
      | nil => cases h
      | cons b bs =>
        rw [List.beq_cons, Bool.and_eq_true] at h
        rw [eq_of_beq h.1, ih h.2]
instance Option.instReflBEq [ReflBEq α] : ReflBEq (Option α) where
  rfl {o} := by cases o with
    | none => rfl
    | some a => exact BEq.rfl (a := a)
instance Option.instLawfulBEq [LawfulBEq α] : LawfulBEq (Option α) where
  eq_of_beq {a b} h := by
    cases a <;> cases b
    · rfl
    · cases h
    · cases h
    · next a b => exact congrArg some (eq_of_beq (a := a) (b := b) h)
instance Prod.instReflBEq [ReflBEq α] [ReflBEq β] : ReflBEq (α × β) where
  rfl {p} := Bool.and_eq_true _ _ ▸ ⟨BEq.rfl, BEq.rfl⟩
instance Prod.instLawfulBEq [LawfulBEq α] [LawfulBEq β] : LawfulBEq (α × β) where
  eq_of_beq {p q} h := by
    obtain ⟨a, b⟩ := p; obtain ⟨c, d⟩ := q
    have h : (a == c && b == d) = true := h
    rw [Bool.and_eq_true] at h
    rw [eq_of_beq h.1, eq_of_beq h.2]
instance Array.instReflBEq [ReflBEq α] : ReflBEq (Array α) where
  rfl {xs} := BEq.rfl (a := xs.toList)
instance Array.instLawfulBEq [LawfulBEq α] : LawfulBEq (Array α) where
  eq_of_beq {xs ys} h := Array.ext_toList_aux (eq_of_beq (a := xs.toList) (b := ys.toList) h)
instance Vector.instReflBEq {n : Nat} [ReflBEq α] : ReflBEq (Vector α n) where
  rfl {xs} := BEq.rfl (a := xs.toArray)
instance Vector.instLawfulBEq {n : Nat} [LawfulBEq α] : LawfulBEq (Vector α n) where
  eq_of_beq {xs ys} h := Vector.ext' (eq_of_beq (a := xs.toArray) (b := ys.toArray) h)
end

/-! ## Lists -/

namespace List
variable {α : Type u} {β : Type v} {l l₁ l₂ : List α} {a : α} {n m i : Nat}
attribute [simp] getElem?_set_ne getElem_set_ne
theorem idxOf_lt_length_iff [BEq α] [LawfulBEq α] : l.idxOf a < l.length ↔ a ∈ l := by
  induction l with
  | nil => exact ⟨nofun, nofun⟩
  | cons b l ih =>
    rw [idxOf_cons, mem_cons, length_cons]
    cases h : b == a with
    | true => exact ⟨fun _ => .inl (eq_of_beq h).symm, fun _ => Nat.succ_pos _⟩
    | false =>
      refine Nat.succ_lt_succ_iff.trans (ih.trans ⟨.inr, fun e => e.resolve_left ?_⟩)
      rintro rfl; rw [beq_self_eq_true] at h; cases h
theorem isPerm_iff [BEq α] [LawfulBEq α] : l₁.isPerm l₂ = true ↔ l₁.Perm l₂ := by
  induction l₁ generalizing l₂ with
  | nil =>
    cases l₂ with
    | nil => exact ⟨fun _ => .nil, fun _ => rfl⟩
    | cons => exact ⟨nofun, fun h => nomatch h.length_eq⟩
  | cons a l₁ ih =>
    show (l₂.contains a && l₁.isPerm (l₂.erase a)) = true ↔ _
    rw [Bool.and_eq_true, contains_iff_mem, ih]
    constructor
    · rintro ⟨h, p⟩; exact (p.cons a).trans (perm_cons_erase h).symm
    · intro p
      have h : a ∈ l₂ := p.mem_iff.mp (.head _)
      exact ⟨h, (perm_cons a).mp (p.trans (perm_cons_erase h))⟩
instance decidablePerm [DecidableEq α] (l₁ l₂ : List α) : Decidable (l₁.Perm l₂) :=
  decidable_of_iff _ isPerm_iff
theorem getElem?_ofFn_go {f : Fin n → α} : ∀ (i : Nat) (h : i ≤ n) (acc : List α) (j : Nat),
    (ofFn.go f i h acc)[j]? = if hj : j < i then some (f ⟨j, Nat.lt_of_lt_of_le hj h⟩) else acc[j - i]?
  | 0, _, _, _ => rfl
  | i + 1, h, acc, j => by
    show (ofFn.go f i _ (f ⟨i, h⟩ :: acc))[j]? = _
    rw [getElem?_ofFn_go i (Nat.le_of_succ_le h)]
    by_cases hj : j < i
    · rw [dif_pos hj, dif_pos (Nat.lt_succ_of_lt hj)]
    · rw [dif_neg hj]
      by_cases e : j = i
      · subst e; rw [dif_pos (Nat.lt_succ_self j), Nat.sub_self]; rfl
      · rw [dif_neg (by omega), show j - i = (j - (i + 1)) + 1 by omega]; rfl
theorem getElem?_ofFn {f : Fin n → α} : (ofFn f)[i]? = if h : i < n then some (f ⟨i, h⟩) else none :=
  getElem?_ofFn_go n (Nat.le_refl n) [] i
@[simp] theorem getElem_ofFn {f : Fin n → α} (h : i < (ofFn f).length) :
    (ofFn f)[i] = f ⟨i, by rwa [length_ofFn] at h⟩ := by
  have e := getElem?_ofFn (f := f) (i := i)
  rw [getElem?_eq_getElem h, dif_pos (by rwa [length_ofFn] at h)] at e
  exact Option.some.inj e
@[simp] theorem forIn_pure_yield_eq_foldl {m : Type u₁ → Type u₂} [Monad m] [LawfulMonad m] {β : Type u₁}
    {l : List α}
    {f : α → β → β} {init : β} :
    forIn l init (fun a b => (pure (.yield (f a b)) : m (ForInStep β))) =
      pure (f := m) (l.foldl (fun b a => f a b) init) := by
  induction l generalizing init with
  | nil => rfl
  | cons a l ih =>
    refine Eq.trans (pure_bind ..) ?_
    exact ih
end List

/-! ## Arrays and vectors -/

namespace Array
variable {α : Type u} {β : Type v} {n i : Nat}
attribute [simp] getElem_set_ne
@[simp] theorem getElem_ofFn {f : Fin n → α} (h : i < (ofFn f).size) :
    (ofFn f)[i] = f ⟨i, by rwa [size_ofFn] at h⟩ := List.getElem_ofFn h
end Array

namespace Vector
variable {α : Type u} {β : Type v} {γ : Type w} {n m i : Nat} {xs : Vector α n}
instance : LawfulGetElem (Vector α n) Nat α fun _ i => i < n where
  getElem?_def xs i _ := by
    show xs.toArray[i]? = _
    by_cases h : i < n
    · rw [dif_pos h]; exact Array.getElem?_eq_getElem (xs.size_toArray.symm ▸ h)
    · rw [dif_neg h]; exact Array.getElem?_eq_none (xs.size_toArray.symm ▸ Nat.le_of_not_lt h)
  getElem!_def xs i := by
    show xs.toArray[i]! = match xs.toArray[i]? with | some e => e | none => default
    exact getElem!_def xs.toArray i
@[simp] theorem getElem?_eq_getElem (h : i < n) : xs[i]? = some xs[i] := getElem?_pos xs i h
@[simp] theorem getElem_push_eq {x : α} : (xs.push x)[n] = x := by
  obtain ⟨xs, rfl⟩ := xs; exact Array.getElem_push_eq
@[simp] theorem getElem_push_lt {x : α} (h : i < n) : (xs.push x)[i] = xs[i] := by
  obtain ⟨xs, rfl⟩ := xs; exact Array.getElem_push_lt h
@[simp] theorem getElem_ofFn {f : Fin n → α} (h : i < n) : (ofFn f)[i] = f ⟨i, h⟩ :=
  Array.getElem_ofFn (by rw [Array.size_ofFn]; exact h)
@[simp] theorem toArray_reverse : xs.reverse.toArray = xs.toArray.reverse := rfl
@[simp] theorem toArray_push {x : α} : (xs.push x).toArray = xs.toArray.push x := rfl
@[simp] theorem toArray_append {ys : Vector α m} : (xs ++ ys).toArray = xs.toArray ++ ys.toArray := rfl
@[simp] theorem toList_append {ys : Vector α m} : (xs ++ ys).toList = xs.toList ++ ys.toList := rfl
@[simp] theorem toList_reverse : xs.reverse.toList = xs.toList.reverse := rfl
@[simp] theorem toList_push {x : α} : (xs.push x).toList = xs.toList ++ [x] := rfl
@[simp] theorem reverse_reverse : xs.reverse.reverse = xs := Vector.ext' Array.reverse_reverse
@[simp] theorem map_map {f : α → β} {g : β → γ} : (xs.map f).map g = xs.map (g ∘ f) :=
  Vector.ext' (Array.ext_toList_aux (List.map_map ..))
@[simp] theorem getElem_zip {ys : Vector β n} (h : i < n) : (xs.zip ys)[i] = (xs[i], ys[i]) :=
  List.getElem_zip ..
@[simp] theorem getElem_zipWith {f : α → β → γ} {ys : Vector β n} (h : i < n) :
    (xs.zipWith f ys)[i] = f xs[i] ys[i] := by
  unfold zipWith; rw [getElem_map, getElem_zip]
end Vector

/-! ## Options, machine numbers -/

@[simp] theorem Option.orElse_eq_or {α : Type u} {o p : Option α} : (o <|> p) = o.or p := by cases o <;> rfl
@[simp] theorem BitVec.shiftLeft_zero {w : Nat} (x : BitVec w) : x <<< 0 = x :=
  BitVec.eq_of_toNat_eq (by show (x.toNat <<< 0) % 2 ^ w = _; exact Nat.mod_eq_of_lt x.isLt)
attribute [simp] List.replicate_append_replicate Fin.add_zero Fin.zero_add
