module
prelude
public import Init.Laws.Arrays
public import Init.Laws.ListMore
public import Init.Laws.Pieces
/-!
The laws that every container with an index has (`LawfulGetElem`), and indices of type `Fin`; the lists that
`ofFn` and `finRange` make, and a few laws of lists and strings as a whole.
-/

@[expose] public section

set_option linter.all false

universe u v w

/-! ## Containers -/

/-- `c[i]?` and `c[i]!` say what `c[i]` says, where that is allowed. -/
class LawfulGetElem (cont : Type u) (idx : Type v) (elem : outParam (Type w))
    (dom : outParam (cont → idx → Prop)) [ge : GetElem? cont idx elem dom] : Prop where
  getElem?_def (c : cont) (i : idx) [Decidable (dom c i)] :
      c[i]? = if h : dom c i then some (c[i]'h) else none := by
    intros; first | rfl | (simp [getElem?]; done)
  getElem!_def [Inhabited elem] (c : cont) (i : idx) :
      c[i]! = match c[i]? with | some e => e | none => default := by
    intros; first | rfl | (simp [getElem!, getElem?]; done)
export LawfulGetElem (getElem?_def getElem!_def)

/-- What can be indexed, and tells whether an index is valid, can be indexed with `?` and `!`. -/
instance (priority := low) instGetElem?OfGetElemOfDecidable {cont : Type u} {idx : Type v} {elem : Type w}
    {dom : cont → idx → Prop} [GetElem cont idx elem dom] [∀ xs i, Decidable (dom xs i)] :
    GetElem? cont idx elem dom where
  getElem? xs i := if h : dom xs i then some (xs[i]'h) else none

section
variable {cont : Type u} {idx : Type v} {elem : Type w} {dom : cont → idx → Prop} [GetElem? cont idx elem dom]
  [LawfulGetElem cont idx elem dom]
theorem getElem?_pos (c : cont) (i : idx) (h : dom c i) : c[i]? = some (c[i]'h) :=
  have : Decidable (dom c i) := .isTrue h
  (getElem?_def c i).trans (dif_pos h)
theorem getElem?_neg (c : cont) (i : idx) (h : ¬dom c i) : c[i]? = none :=
  have : Decidable (dom c i) := .isFalse h
  (getElem?_def c i).trans (dif_neg h)
theorem getElem!_pos [Inhabited elem] (c : cont) (i : idx) (h : dom c i) : c[i]! = c[i]'h := by
  rw [getElem!_def, getElem?_pos c i h]
theorem getElem!_neg [Inhabited elem] (c : cont) (i : idx) (h : ¬dom c i) : c[i]! = default := by
  rw [getElem!_def, getElem?_neg c i h]
@[simp] theorem getElem?_eq_none_iff (c : cont) (i : idx) [Decidable (dom c i)] : c[i]? = none ↔ ¬dom c i :=
  ⟨fun e h => (nomatch (getElem?_pos c i h).symm.trans e), getElem?_neg c i⟩
@[simp] theorem none_eq_getElem?_iff (c : cont) (i : idx) [Decidable (dom c i)] : none = c[i]? ↔ ¬dom c i :=
  eq_comm.trans (getElem?_eq_none_iff c i)
theorem of_getElem?_eq_some {e : elem} {c : cont} {i : idx} [Decidable (dom c i)]
    (h : c[i]? = some e) : dom c i :=
  Decidable.byContradiction fun n => by rw [getElem?_neg c i n] at h; cases h
theorem getElem?_eq_some_iff {e : elem} {c : cont} {i : idx} [Decidable (dom c i)] :
    c[i]? = some e ↔ ∃ h : dom c i, c[i] = e :=
  ⟨fun h => ⟨of_getElem?_eq_some h, Option.some.inj ((getElem?_pos c i _).symm.trans h)⟩,
    fun ⟨h, e⟩ => e ▸ getElem?_pos c i h⟩
theorem some_eq_getElem?_iff {e : elem} {c : cont} {i : idx} [Decidable (dom c i)] :
    some e = c[i]? ↔ ∃ h : dom c i, c[i] = e := eq_comm.trans getElem?_eq_some_iff
theorem getElem_of_getElem? {e : elem} {c : cont} {i : idx} [Decidable (dom c i)] (h : c[i]? = some e) :
    ∃ h : dom c i, c[i] = e := getElem?_eq_some_iff.mp h
@[simp] theorem isSome_getElem? (c : cont) (i : idx) [Decidable (dom c i)] : c[i]?.isSome = dom c i := by
  by_cases h : dom c i
  · rw [getElem?_pos c i h]; exact propext ⟨fun _ => h, fun _ => rfl⟩
  · rw [getElem?_neg c i h]; exact propext ⟨nofun, fun g => absurd g h⟩
end

instance List.instLawfulGetElem {α : Type u} : LawfulGetElem (List α) Nat α fun as i => i < as.length where
  getElem?_def as i _ := by
    by_cases h : i < as.length
    · rw [dif_pos h]; exact List.getElem?_eq_getElem h
    · rw [dif_neg h]; exact List.getElem?_eq_none (Nat.le_of_not_lt h)
  getElem!_def as i := by rw [List.getElem!_eq_getElem?_getD]; cases as[i]? <;> rfl
instance Array.instLawfulGetElem {α : Type u} : LawfulGetElem (Array α) Nat α fun xs i => i < xs.size where
  getElem?_def xs i _ := by
    by_cases h : i < xs.size
    · rw [dif_pos h]; exact Array.getElem?_eq_getElem h
    · rw [dif_neg h]; exact Array.getElem?_eq_none (Nat.le_of_not_lt h)
  getElem!_def xs i := by
    by_cases h : i < xs.size
    · rw [Array.getElem!_pos xs i h, Array.getElem?_eq_getElem h]
    · rw [Array.getElem!_neg xs i h, Array.getElem?_eq_none (Nat.le_of_not_lt h)]

namespace Fin
variable {n : Nat} {cont : Type u} {elem : Type v} {dom : cont → Nat → Prop}
instance [GetElem? cont Nat elem dom] [h : LawfulGetElem cont Nat elem dom] :
    LawfulGetElem cont (Fin n) elem fun xs i => dom xs i.val where
  getElem?_def c i _ := h.getElem?_def c i.val
  getElem!_def c i := h.getElem!_def c i.val
@[simp] theorem getElem_fin [GetElem cont Nat elem dom] (a : cont) (i : Fin n) (h : dom a i) :
    a[i] = a[i.1] := rfl
@[simp] theorem getElem?_fin [GetElem? cont Nat elem dom] (a : cont) (i : Fin n) : a[i]? = a[i.1]? := rfl
@[simp] theorem getElem!_fin [GetElem? cont Nat elem dom] (a : cont) (i : Fin n) [Inhabited elem] :
    a[i]! = a[i.1]! := rfl
end Fin

/-! ## Lists -/

namespace List
variable {α : Type u} {n : Nat} {l : List α}
theorem mem_ofFn_go {f : Fin n → α} {a : α} : ∀ (i : Nat) (h : i ≤ n) (acc : List α),
    a ∈ ofFn.go f i h acc ↔ (∃ j : Fin n, j.val < i ∧ f j = a) ∨ a ∈ acc
  | 0, _, _ => ⟨.inr, fun h => h.elim (fun ⟨_, h, _⟩ => absurd h (Nat.not_lt_zero _)) id⟩
  | i + 1, h, acc => (mem_ofFn_go i (Nat.le_of_succ_le h) (f ⟨i, h⟩ :: acc)).trans <| by
    rw [mem_cons]
    constructor
    · rintro (⟨j, hj, e⟩ | e | e)
      · exact .inl ⟨j, Nat.lt_succ_of_lt hj, e⟩
      · exact .inl ⟨⟨i, h⟩, Nat.lt_succ_self i, e.symm⟩
      · exact .inr e
    · rintro (⟨j, hj, e⟩ | e)
      · rcases Nat.lt_or_eq_of_le (Nat.le_of_lt_succ hj) with hj | hj
        · exact .inl ⟨j, hj, e⟩
        · cases j; cases hj; exact .inr (.inl e.symm)
      · exact .inr (.inr e)
@[simp] theorem mem_ofFn {f : Fin n → α} {a : α} : a ∈ ofFn f ↔ ∃ i, f i = a :=
  (mem_ofFn_go n (Nat.le_refl n) []).trans
    ⟨fun h => h.elim (fun ⟨i, _, e⟩ => ⟨i, e⟩) nofun, fun ⟨i, e⟩ => .inl ⟨i, i.isLt, e⟩⟩
@[simp] theorem length_finRange {n : Nat} : (finRange n).length = n := length_ofFn
@[simp] theorem mem_finRange (a : Fin n) : a ∈ finRange n := mem_ofFn.mpr ⟨a, rfl⟩
@[simp] theorem filterMap_eq_nil_iff {β : Type v} {f : α → Option β} :
    filterMap f l = [] ↔ ∀ a ∈ l, f a = none := by
  induction l with
  | nil => simp
  | cons a l ih => cases h : f a <;> simp [filterMap_cons, h, ih]
@[simp] theorem length_intersperse {sep : α} : (intersperse sep l).length = 2 * l.length - 1 := by
  induction l with
  | nil => rfl
  | cons x l ih => cases l with
    | nil => rfl
    | cons y l =>
      show (intersperse sep (y :: l)).length + 2 = _
      rw [ih]; simp only [length_cons]; omega
theorem sum_eq_foldl [Zero α] [Add α] [Std.Associative (α := α) (· + ·)]
    [h : Std.LawfulIdentity (α := α) (· + ·) 0] :
    l.sum = l.foldl (init := 0) (· + ·) := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [sum_cons, ih, foldl_cons]
    show a + _ = foldl (· + ·) (0 + a) l
    rw [show (0 : α) + a = a + 0 from (h.left_id a).trans (h.right_id a).symm]
    exact (foldl_assoc (op := (· + ·))).symm
end List

/-! ## Machine words -/

/-- The simplifier computes with it on literals that fit in any machine word. -/
theorem USize.toNat_ofNat_of_lt_32 {n : Nat} (h : n < 4294967296) : (USize.ofNat n).toNat = n := by
  rw [USize.toNat_ofNat]
  refine Nat.mod_eq_of_lt (Nat.lt_of_lt_of_le h ?_)
  rcases System.Platform.numBits_eq with e | e <;> rw [e] <;> decide

/-! ## Strings -/

namespace String
@[simp] theorem toList_map {f : Char → Char} {s : String} : (s.map f).toList = s.toList.map f :=
  toList_ofList _
theorem toList_join_go (l : List String) : ∀ s : String,
    (l.foldl (· ++ ·) s).toList = s.toList ++ l.flatMap toList := by
  induction l with
  | nil => intro s; exact (List.append_nil _).symm
  | cons a l ih => intro s; exact (ih (s ++ a)).trans (by rw [toList_append, List.append_assoc]; rfl)
@[simp] theorem toList_join {l : List String} : (join l).toList = l.flatMap toList := toList_join_go l ""
end String
