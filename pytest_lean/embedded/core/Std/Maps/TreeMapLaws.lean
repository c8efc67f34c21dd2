module
public import Std.Maps.TreeMap
/-!
The laws of `Std.TreeMap` and `Std.TreeSet`, under Lean's names: what is looked up after a change, sizes, and
the lists
of pairs and keys, which are in order.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Std.TreeMap
variable {α : Type u} {β : Type v} {γ : Type w} {cmp : α → α → Ordering} {t : TreeMap α β cmp} {a k : α}
    {b v : β}

/-! ## What is looked up, written in several ways -/

theorem mem_iff_contains : a ∈ t ↔ t.contains a = true := Iff.rfl
@[simp] theorem contains_iff_mem : t.contains a = true ↔ a ∈ t := Iff.rfl
theorem contains_eq_false_iff_not_mem : t.contains a = false ↔ a ∉ t := (Bool.not_eq_true _).symm.to_iff
theorem contains_eq_isSome_getElem? : t.contains a = t[a]?.isSome := rfl
@[simp] theorem isSome_getElem?_eq_contains : t[a]?.isSome = t.contains a := rfl
theorem mem_iff_isSome_getElem? : a ∈ t ↔ t[a]?.isSome = true := Iff.rfl
theorem isSome_getElem?_iff_mem : t[a]?.isSome = true ↔ a ∈ t := Iff.rfl
theorem getElem?_eq_none_of_contains_eq_false (h : t.contains a = false) : t[a]? = none :=
  Option.not_isSome_iff_eq_none.mp (Bool.eq_false_iff.mp h)
theorem getElem?_eq_none (h : a ∉ t) : t[a]? = none :=
  getElem?_eq_none_of_contains_eq_false (contains_eq_false_iff_not_mem.mpr h)
theorem some_getElem_eq_getElem? (h : a ∈ t) : some (t[a]'h) = t[a]? := Option.some_get h
theorem getElem?_eq_some_getElem (h : a ∈ t) : t[a]? = some (t[a]'h) := (some_getElem_eq_getElem? h).symm
theorem getElem_eq_get_getElem? (h : a ∈ t) : t[a]'h = t[a]?.get h := rfl
@[simp] theorem get_eq_getElem (h : a ∈ t) : t.get a h = t[a]'h := rfl
@[simp] theorem get?_eq_getElem? : t.get? a = t[a]? := rfl
@[simp] theorem get!_eq_getElem! [Inhabited β] : t.get! a = t[a]! := rfl
theorem getD_eq_getD_getElem? {fallback : β} : t.getD a fallback = t[a]?.getD fallback := rfl
theorem getElem!_eq_get!_getElem? [Inhabited β] : t[a]! = t[a]?.get! := by
  show t.get! a = (t.get? a).get!
  unfold get!; cases t.get? a <;> rfl
theorem getD_eq_fallback {fallback : β} (h : a ∉ t) : t.getD a fallback = fallback := by
  rw [getD_eq_getD_getElem?, getElem?_eq_none h]; rfl
theorem getElem!_eq_default [Inhabited β] (h : a ∉ t) : t[a]! = default := by
  rw [getElem!_eq_get!_getElem?, getElem?_eq_none h]; rfl
instance : LawfulGetElem (TreeMap α β cmp) α β fun t a => a ∈ t where
  getElem?_def t a _ := by
    split
    · next h => exact getElem?_eq_some_getElem h
    · next h => exact getElem?_eq_none h
  getElem!_def t a := by rw [getElem!_eq_get!_getElem?]; cases t[a]? <;> rfl

/-! ## The empty map -/

@[simp] theorem getElem?_emptyc : (∅ : TreeMap α β cmp)[a]? = none := rfl
@[simp] theorem not_mem_emptyc : a ∉ (∅ : TreeMap α β cmp) := nofun
@[simp] theorem contains_emptyc : (∅ : TreeMap α β cmp).contains a = false := rfl
@[simp] theorem size_emptyc : (∅ : TreeMap α β cmp).size = 0 := rfl
@[simp] theorem isEmpty_emptyc : (∅ : TreeMap α β cmp).isEmpty = true := rfl
@[simp] theorem getD_emptyc {fallback : β} : (∅ : TreeMap α β cmp).getD a fallback = fallback := rfl
@[simp] theorem toList_emptyc : (∅ : TreeMap α β cmp).toList = [] := rfl

/-! ## The lists -/

theorem foldr_eq_foldr_toL {f : α → β → γ → γ} {c : γ} (t : Tree α β) :
    t.foldr f c = t.toL.foldr (fun p c => f p.1 p.2 c) c := by
  induction t generalizing c with
  | leaf => rfl
  | node n k v l r ihl ihr =>
    show l.foldr f (f k v (r.foldr f c)) = List.foldr _ c (l.toL ++ (k, v) :: r.toL)
    rw [ihl, ihr, List.foldr_append]; rfl
theorem toList_eq_toL : t.toList = t.tree.toL := by
  show t.tree.foldr _ [] = _
  rw [foldr_eq_foldr_toL]
  induction t.tree.toL with
  | nil => rfl
  | cons p l ih => exact congrArg (p :: ·) ih
theorem keys_eq_map_toList : t.keys = t.toList.map (·.1) := by
  show t.tree.foldr _ [] = _
  rw [foldr_eq_foldr_toL, toList_eq_toL]
  induction t.tree.toL with
  | nil => rfl
  | cons p l ih => exact congrArg (p.1 :: ·) ih
@[simp] theorem map_fst_toList_eq_keys : t.toList.map Prod.fst = t.keys := keys_eq_map_toList.symm
@[simp] theorem length_toList : t.toList.length = t.size := by rw [toList_eq_toL, t.sized.length]; rfl
@[simp] theorem length_keys : t.keys.length = t.size := by
  rw [keys_eq_map_toList, List.length_map, length_toList]
@[simp] theorem isEmpty_toList : t.toList.isEmpty = t.isEmpty := by
  rw [Bool.eq_iff_iff, List.isEmpty_iff, ← List.length_eq_zero_iff, length_toList, isEmpty, beq_iff_eq]

section
variable [TransCmp cmp]
theorem ordered_keys_toList : t.toList.Pairwise fun a b => cmp a.1 b.1 = .lt := toList_eq_toL ▸ t.ordered
theorem ordered_keys : t.keys.Pairwise fun a b => cmp a b = .lt :=
  keys_eq_map_toList ▸ List.pairwise_map.mpr ordered_keys_toList
theorem distinct_keys : t.keys.Pairwise fun a b => ¬cmp a b = .eq :=
  ordered_keys.imp fun h => by rw [h]; nofun
/-- What a look into the map is, by the list of its pairs. -/
theorem getElem?_eq_some_iff_toList : t[k]? = some v ↔ ∃ p ∈ t.toList, cmp k p.1 = .eq ∧ p.2 = v := by
  show (t.tree.find? cmp k).map (·.2) = some v ↔ _
  rw [toList_eq_toL, Option.map_eq_some_iff]
  constructor
  · rintro ⟨p, h, rfl⟩; exact ⟨p, ((Tree.find?_eq_some t.ordered).mp h).1,
      ((Tree.find?_eq_some t.ordered).mp h).2, rfl⟩
  · rintro ⟨p, hp, h, rfl⟩; exact ⟨p, (Tree.find?_eq_some t.ordered).mpr ⟨hp, h⟩, rfl⟩
theorem mem_iff_exists_mem_toList : k ∈ t ↔ ∃ p ∈ t.toList, cmp k p.1 = .eq := by
  rw [mem_iff_isSome_getElem?, Option.isSome_iff_exists]
  constructor
  · rintro ⟨v, h⟩; obtain ⟨p, hp, h, _⟩ := getElem?_eq_some_iff_toList.mp h; exact ⟨p, hp, h⟩
  · rintro ⟨p, hp, h⟩; exact ⟨p.2, getElem?_eq_some_iff_toList.mpr ⟨p, hp, h, rfl⟩⟩
theorem mem_toList_iff_getElem?_eq_some [LawfulEqCmp cmp] : (k, v) ∈ t.toList ↔ t[k]? = some v := by
  rw [getElem?_eq_some_iff_toList]
  exact ⟨fun h => ⟨_, h, compare_self, rfl⟩,
    fun ⟨p, hp, e, g⟩ => by cases LawfulEqCmp.eq_of_compare e; cases g; exact hp⟩
@[simp] theorem mem_keys [LawfulEqCmp cmp] : k ∈ t.keys ↔ k ∈ t := by
  rw [keys_eq_map_toList, mem_iff_exists_mem_toList, List.mem_map]
  exact ⟨fun ⟨p, hp, e⟩ => ⟨p, hp, e ▸ compare_self⟩,
    fun ⟨p, hp, e⟩ => ⟨p, hp, (LawfulEqCmp.eq_of_compare e).symm⟩⟩
theorem getElem?_congr (h : cmp a k = .eq) : t[a]? = t[k]? := by
  apply Option.ext; intro v
  rw [getElem?_eq_some_iff_toList, getElem?_eq_some_iff_toList]
  simp only [TransCmp.congr_left h]
theorem mem_congr (h : cmp a k = .eq) : a ∈ t ↔ k ∈ t := by
  rw [mem_iff_isSome_getElem?, mem_iff_isSome_getElem?, getElem?_congr h]
theorem contains_congr (h : cmp a k = .eq) : t.contains a = t.contains k := Bool.eq_iff_iff.mpr (mem_congr h)

/-! ## After an insertion -/

theorem mem_toList_insert {p : α × β} :
    p ∈ (t.insert k v).toList ↔ p = (k, v) ∨ p ∈ t.toList ∧ cmp k p.1 ≠ .eq := by
  rw [toList_eq_toL, toList_eq_toL]
  show p ∈ (t.tree.insert cmp k v).toL ↔ _
  rw [Tree.toL_insert t.ordered, List.mem_append, List.mem_cons, List.mem_filter, List.mem_filter]
  cases cmp k p.1 <;> simp [or_comm]
theorem getElem?_insert : (t.insert k v)[a]? = if cmp k a = .eq then some v else t[a]? := by
  apply Option.ext; intro w
  rw [getElem?_eq_some_iff_toList]
  simp only [mem_toList_insert]
  split
  · next h =>
    constructor
    · rintro ⟨p, rfl | ⟨hp, hn⟩, e, rfl⟩
      · rfl
      · exact absurd (TransCmp.eq_trans h e) hn
    · rintro ⟨⟩; exact ⟨_, .inl rfl, OrientedCmp.eq_symm h, rfl⟩
  · next h =>
    rw [getElem?_eq_some_iff_toList]
    constructor
    · rintro ⟨p, rfl | ⟨hp, hn⟩, e, g⟩
      · exact absurd (OrientedCmp.eq_symm e) h
      · exact ⟨p, hp, e, g⟩
    · rintro ⟨p, hp, e, g⟩
      exact ⟨p, .inr ⟨hp, fun n => h (TransCmp.eq_trans n (OrientedCmp.eq_symm e))⟩, e, g⟩
@[simp] theorem getElem?_insert_self : (t.insert k v)[k]? = some v := by
  rw [getElem?_insert, if_pos compare_self]
@[simp, grind =] theorem contains_insert : (t.insert k v).contains a = (cmp k a == .eq || t.contains a) := by
  show (t.insert k v)[a]?.isSome = (cmp k a == .eq || t[a]?.isSome)
  rw [getElem?_insert]; cases cmp k a <;> rfl
@[simp, grind =] theorem mem_insert : a ∈ t.insert k v ↔ cmp k a = .eq ∨ a ∈ t := by
  rw [mem_iff_contains, contains_insert, Bool.or_eq_true, beq_iff_eq]; rfl
theorem mem_insert_self : k ∈ t.insert k v := mem_insert.mpr (.inl compare_self)
theorem contains_insert_self : (t.insert k v).contains k = true := mem_insert_self
theorem mem_of_mem_insert (h : a ∈ t.insert k v) (n : cmp k a ≠ .eq) : a ∈ t :=
  (mem_insert.mp h).resolve_left n
theorem getElem_insert {h : a ∈ t.insert k v} :
    (t.insert k v)[a]'h = if e : cmp k a = .eq then v else t[a]'(mem_of_mem_insert h e) := by
  apply Option.some.inj
  rw [some_getElem_eq_getElem?, getElem?_insert]
  split
  · rfl
  · rw [some_getElem_eq_getElem?]
@[simp] theorem getElem_insert_self : (t.insert k v)[k]'mem_insert_self = v := by
  rw [getElem_insert, dif_pos compare_self]
theorem getD_insert {fallback : β} :
    (t.insert k v).getD a fallback = if cmp k a = .eq then v else t.getD a fallback := by
  rw [getD_eq_getD_getElem?, getD_eq_getD_getElem?, getElem?_insert]; split <;> rfl
@[simp] theorem getD_insert_self {fallback : β} : (t.insert k v).getD k fallback = v := by
  rw [getD_insert, if_pos compare_self]
theorem getElem!_insert [Inhabited β] : (t.insert k v)[a]! = if cmp k a = .eq then v else t[a]! := by
  rw [getElem!_eq_get!_getElem?, getElem!_eq_get!_getElem?, getElem?_insert]; split <;> rfl
@[simp] theorem getElem!_insert_self [Inhabited β] : (t.insert k v)[k]! = v := by
  rw [getElem!_insert, if_pos compare_self]
theorem length_filter_compare {l : List (α × β)} (h : Tree.Ordered cmp l) (o : Option (α × β))
    (ho : ∀ p, o = some p ↔ p ∈ l ∧ cmp k p.1 = .eq) :
    (l.filter fun p => (cmp k p.1).isNe).length + (if o.isSome then 1 else 0) = l.length := by
  induction h generalizing o with
  | nil =>
    cases o with
    | none => rfl
    | some p => exact nomatch ((ho p).mp rfl).1
  | @cons q l hq _ ih =>
    rw [List.filter_cons]
    by_cases e : cmp k q.1 = .eq
    · rw [(ho q).mpr ⟨.head _, e⟩, e, List.filter_eq_self.mpr]
      · rfl
      · intro p hp
        rw [TransCmp.lt_of_eq_of_lt e (hq p hp)]; rfl
    · have hn : (cmp k q.1).isNe = true := by cases g : cmp k q.1 <;> first | rfl | exact absurd g e
      rw [if_pos hn, List.length_cons, List.length_cons, Nat.add_right_comm, ih o fun p => (ho p).trans
        ⟨fun ⟨h, g⟩ => ⟨(List.mem_cons.mp h).resolve_left fun x => e (x ▸ g), g⟩, fun ⟨h, g⟩ => ⟨.tail _ h,
            g⟩⟩]
theorem length_filter_parts {l : List (α × β)} :
    (l.filter fun p => (cmp k p.1).isGT).length + (l.filter fun p => (cmp k p.1).isLT).length =
      (l.filter fun p => (cmp k p.1).isNe).length := by
  induction l with
  | nil => rfl
  | cons p l ih => rw [List.filter_cons, List.filter_cons,
      List.filter_cons]; cases cmp k p.1 <;> simp <;> omega
theorem length_filter_isNe (k : α) :
    (t.tree.toL.filter fun p => (cmp k p.1).isNe).length + (if k ∈ t then 1 else 0) = t.size := by
  refine .trans ?_ (t.sized.length)
  rw [← length_filter_compare t.ordered (t.tree.find? cmp k) fun p => Tree.find?_eq_some t.ordered]
  have : k ∈ t ↔ (t.tree.find? cmp k).isSome = true := by
    show ((t.tree.find? cmp k).map _).isSome = true ↔ _
    rw [Option.isSome_map]
  simp only [this]
theorem size_insert : (t.insert k v).size = if k ∈ t then t.size else t.size + 1 := by
  have h := length_filter_isNe (t := t) k
  rw [← length_toList, toList_eq_toL]
  show (t.tree.insert cmp k v).toL.length = _
  rw [Tree.toL_insert t.ordered, List.length_append, List.length_cons, ← Nat.add_assoc, length_filter_parts]
  by_cases hk : k ∈ t
  · rw [if_pos hk] at h ⊢; omega
  · rw [if_neg hk] at h ⊢; omega
theorem size_le_size_insert : t.size ≤ (t.insert k v).size := by rw [size_insert]; split <;> omega
theorem size_insert_le : (t.insert k v).size ≤ t.size + 1 := by rw [size_insert]; split <;> omega
theorem isEmpty_iff_forall_not_mem : t.isEmpty = true ↔ ∀ a, ¬a ∈ t := by
  rw [← isEmpty_toList, List.isEmpty_iff, List.eq_nil_iff_forall_not_mem]
  exact ⟨fun h a ha => have ⟨p, hp, _⟩ := mem_iff_exists_mem_toList.mp ha; h p hp,
    fun h p hp => h p.1 (mem_iff_exists_mem_toList.mpr ⟨p, hp, compare_self⟩)⟩
theorem isEmpty_eq_false_iff_exists_mem : t.isEmpty = false ↔ ∃ a, a ∈ t := by
  rw [← Bool.not_eq_true, isEmpty_iff_forall_not_mem]; simp
@[simp] theorem isEmpty_insert : (t.insert k v).isEmpty = false :=
  isEmpty_eq_false_iff_exists_mem.mpr ⟨k, mem_insert_self⟩

/-! ## After a removal -/

theorem mem_toList_erase {p : α × β} : p ∈ (t.erase k).toList ↔ p ∈ t.toList ∧ cmp k p.1 ≠ .eq := by
  rw [toList_eq_toL, toList_eq_toL]
  show p ∈ (t.tree.erase cmp k).toL ↔ _
  rw [Tree.toL_erase t.ordered, List.mem_filter]
  cases cmp k p.1 <;> simp
theorem getElem?_erase : (t.erase k)[a]? = if cmp k a = .eq then none else t[a]? := by
  apply Option.ext; intro w
  rw [getElem?_eq_some_iff_toList]
  simp only [mem_toList_erase]
  split
  · next h =>
    refine ⟨fun ⟨p, ⟨_, hn⟩, e, _⟩ => absurd (TransCmp.eq_trans h e) hn, nofun⟩
  · next h =>
    rw [getElem?_eq_some_iff_toList]
    exact ⟨fun ⟨p, ⟨hp, _⟩, e, g⟩ => ⟨p, hp, e, g⟩,
      fun ⟨p, hp, e, g⟩ => ⟨p, ⟨hp, fun n => h (TransCmp.eq_trans n (OrientedCmp.eq_symm e))⟩, e, g⟩⟩
@[simp] theorem getElem?_erase_self : (t.erase k)[k]? = none := by rw [getElem?_erase, if_pos compare_self]
@[simp, grind =] theorem contains_erase : (t.erase k).contains a = (cmp k a != .eq && t.contains a) := by
  show (t.erase k)[a]?.isSome = (cmp k a != .eq && t[a]?.isSome)
  rw [getElem?_erase]; cases cmp k a <;> rfl
@[simp, grind =] theorem mem_erase : a ∈ t.erase k ↔ cmp k a ≠ .eq ∧ a ∈ t := by
  rw [mem_iff_contains, contains_erase, Bool.and_eq_true, bne_iff_ne]; rfl
theorem not_mem_erase_self : ¬k ∈ t.erase k := fun h => (mem_erase.mp h).1 compare_self
theorem contains_erase_self : (t.erase k).contains k = false :=
  contains_eq_false_iff_not_mem.mpr not_mem_erase_self
theorem mem_of_mem_erase (h : a ∈ t.erase k) : a ∈ t := (mem_erase.mp h).2
@[simp] theorem getElem_erase {h : a ∈ t.erase k} : (t.erase k)[a]'h = t[a]'(mem_of_mem_erase h) := by
  apply Option.some.inj
  rw [some_getElem_eq_getElem?, some_getElem_eq_getElem?, getElem?_erase, if_neg (mem_erase.mp h).1]
theorem getD_erase {fallback : β} :
    (t.erase k).getD a fallback = if cmp k a = .eq then fallback else t.getD a fallback := by
  rw [getD_eq_getD_getElem?, getD_eq_getD_getElem?, getElem?_erase]; split <;> rfl
theorem size_erase : (t.erase k).size = if k ∈ t then t.size - 1 else t.size := by
  have h := length_filter_isNe (t := t) k
  rw [← length_toList, toList_eq_toL]
  show (t.tree.erase cmp k).toL.length = _
  rw [Tree.toL_erase t.ordered]
  by_cases hk : k ∈ t
  · rw [if_pos hk] at h ⊢; omega
  · rw [if_neg hk] at h ⊢; omega
theorem size_erase_le : (t.erase k).size ≤ t.size := by rw [size_erase]; split <;> omega
theorem getElem?_alter {f : Option β → Option β} : (t.alter k f)[a]? = if cmp k a =
    .eq then f t[k]? else t[a]? := by
  have e : t.get? k = t[k]? := rfl
  unfold alter
  rw [e]
  cases f t[k]? with
  | none => exact getElem?_erase
  | some b => exact getElem?_insert
theorem getElem?_insertIfNew : (t.insertIfNew k v)[a]? = if cmp k a =
    .eq ∧ ¬k ∈ t then some v else t[a]? := by
  unfold insertIfNew
  split
  · next h => rw [if_neg fun g => g.2 h]
  · next h =>
    have hk : ¬k ∈ t := h
    rw [getElem?_insert]; simp only [hk, not_false_eq_true, and_true]
end
end Std.TreeMap

namespace Std.TreeSet
variable {α : Type u} {cmp : α → α → Ordering} {t : TreeSet α cmp} {a k : α}

theorem mem_iff_contains : a ∈ t ↔ t.contains a = true := Iff.rfl
@[simp] theorem contains_iff_mem : t.contains a = true ↔ a ∈ t := Iff.rfl
theorem contains_eq_false_iff_not_mem : t.contains a = false ↔ a ∉ t := TreeMap.contains_eq_false_iff_not_mem
@[simp] theorem not_mem_emptyc : a ∉ (∅ : TreeSet α cmp) := nofun
@[simp] theorem contains_emptyc : (∅ : TreeSet α cmp).contains a = false := rfl
@[simp] theorem size_emptyc : (∅ : TreeSet α cmp).size = 0 := rfl
@[simp] theorem isEmpty_emptyc : (∅ : TreeSet α cmp).isEmpty = true := rfl
@[simp] theorem length_toList : t.toList.length = t.size := TreeMap.length_keys
section
variable [TransCmp cmp]
@[simp, grind =] theorem contains_insert : (t.insert k).contains a = (cmp k a == .eq || t.contains a) :=
  TreeMap.contains_insert
@[simp, grind =] theorem mem_insert : a ∈ t.insert k ↔ cmp k a = .eq ∨ a ∈ t := TreeMap.mem_insert
theorem mem_insert_self : k ∈ t.insert k := TreeMap.mem_insert_self
theorem contains_insert_self : (t.insert k).contains k = true := TreeMap.contains_insert_self
theorem size_insert : (t.insert k).size = if k ∈ t then t.size else t.size + 1 := TreeMap.size_insert
@[simp, grind =] theorem contains_erase : (t.erase k).contains a = (cmp k a != .eq && t.contains a) :=
  TreeMap.contains_erase
@[simp, grind =] theorem mem_erase : a ∈ t.erase k ↔ cmp k a ≠ .eq ∧ a ∈ t := TreeMap.mem_erase
theorem not_mem_erase_self : ¬k ∈ t.erase k := TreeMap.not_mem_erase_self
theorem mem_of_mem_erase (h : a ∈ t.erase k) : a ∈ t := (mem_erase.mp h).2
theorem size_erase : (t.erase k).size = if k ∈ t then t.size - 1 else t.size := TreeMap.size_erase
@[simp] theorem isEmpty_insert : (t.insert k).isEmpty = false := TreeMap.isEmpty_insert
theorem isEmpty_iff_forall_not_mem : t.isEmpty = true ↔ ∀ a, ¬a ∈ t := TreeMap.isEmpty_iff_forall_not_mem
@[simp] theorem mem_toList [LawfulEqCmp cmp] : k ∈ t.toList ↔ k ∈ t := TreeMap.mem_keys
theorem ordered_toList : t.toList.Pairwise fun a b => cmp a b = .lt := TreeMap.ordered_keys
end
end Std.TreeSet
