module
public import Std.Maps.HashMap
/-!
The laws of `Std.HashMap`, under Lean's names: what is looked up after a change, sizes, and the lists of
pairs and keys.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Std.HashMap
variable {α : Type u} {β : Type v} {γ : Type w} [BEq α] [Hashable α] {m : HashMap α β} {a k : α} {b v : β}

/-! ## What is looked up, written in several ways -/

theorem mem_iff_contains : a ∈ m ↔ m.contains a = true := Iff.rfl
@[simp] theorem contains_iff_mem : m.contains a = true ↔ a ∈ m := Iff.rfl
theorem contains_eq_false_iff_not_mem : m.contains a = false ↔ a ∉ m := (Bool.not_eq_true _).symm.to_iff
theorem contains_eq_isSome_getElem? : m.contains a = m[a]?.isSome := rfl
@[simp] theorem isSome_getElem?_eq_contains : m[a]?.isSome = m.contains a := rfl
theorem mem_iff_isSome_getElem? : a ∈ m ↔ m[a]?.isSome = true := Iff.rfl
theorem isSome_getElem?_iff_mem : m[a]?.isSome = true ↔ a ∈ m := Iff.rfl
theorem getElem?_eq_none_of_contains_eq_false (h : m.contains a = false) : m[a]? = none :=
  Option.not_isSome_iff_eq_none.mp (Bool.eq_false_iff.mp h)
theorem getElem?_eq_none (h : a ∉ m) : m[a]? = none :=
  getElem?_eq_none_of_contains_eq_false (contains_eq_false_iff_not_mem.mpr h)
theorem some_getElem_eq_getElem? (h : a ∈ m) : some (m[a]'h) = m[a]? := Option.some_get h
theorem getElem?_eq_some_getElem (h : a ∈ m) : m[a]? = some (m[a]'h) := (some_getElem_eq_getElem? h).symm
theorem getElem_eq_get_getElem? (h : a ∈ m) : m[a]'h = m[a]?.get h := rfl
@[simp] theorem get_eq_getElem (h : a ∈ m) : m.get a h = m[a]'h := rfl
@[simp] theorem get?_eq_getElem? : m.get? a = m[a]? := rfl
@[simp] theorem get!_eq_getElem! [Inhabited β] : m.get! a = m[a]! := rfl
theorem getD_eq_getD_getElem? {fallback : β} : m.getD a fallback = m[a]?.getD fallback := rfl
theorem getElem!_eq_get!_getElem? [Inhabited β] : m[a]! = m[a]?.get! := by
  show m.get! a = (m.get? a).get!
  unfold get!; cases m.get? a <;> rfl
theorem getD_eq_getElem {fallback : β} (h : a ∈ m) : m.getD a fallback = m[a]'h := by
  rw [getD_eq_getD_getElem?, getElem?_eq_some_getElem h]; rfl
theorem getD_eq_fallback {fallback : β} (h : a ∉ m) : m.getD a fallback = fallback := by
  rw [getD_eq_getD_getElem?, getElem?_eq_none h]; rfl
theorem getElem!_eq_default [Inhabited β] (h : a ∉ m) : m[a]! = default := by
  rw [getElem!_eq_get!_getElem?, getElem?_eq_none h]; rfl
instance : LawfulGetElem (HashMap α β) α β fun m a => a ∈ m where
  getElem?_def m a _ := by
    split
    · next h => exact getElem?_eq_some_getElem h
    · next h => exact getElem?_eq_none h
  getElem!_def m a := by rw [getElem!_eq_get!_getElem?]; cases m[a]? <;> rfl

/-- What a look into the map is: one into the bucket of the key. -/
theorem getElem?_eq_get?_slot : m[a]? = Bucket.get? a (slot m.buckets ((hash a).toNat % m.buckets.size)) :=
  rfl

/-! ## The empty map -/

theorem buckets_emptyWithCapacity {n : Nat} :
    (emptyWithCapacity n : HashMap α β).buckets = Array.replicate (max n 8) [] := by
      unfold emptyWithCapacity; rfl
theorem slot_emptyWithCapacity {n i : Nat} : slot (emptyWithCapacity n : HashMap α β).buckets i = [] := by
  rw [slot_eq, buckets_emptyWithCapacity, Array.toList_replicate]
  rw [List.getElem?_replicate]; split <;> rfl
@[simp] theorem getElem?_emptyWithCapacity {n : Nat} : (emptyWithCapacity n : HashMap α β)[a]? = none := by
  show get? _ a = none
  rw [get?, bucket, slot_emptyWithCapacity]; rfl
@[simp] theorem getElem?_empty : (∅ : HashMap α β)[a]? = none := getElem?_emptyWithCapacity
@[simp] theorem not_mem_empty : a ∉ (∅ : HashMap α β) := by
  rw [mem_iff_isSome_getElem?, getElem?_empty]; nofun
@[simp] theorem contains_empty : (∅ : HashMap α β).contains a = false :=
  contains_eq_false_iff_not_mem.mpr not_mem_empty
@[simp] theorem size_empty : (∅ : HashMap α β).size = 0 := rfl
@[simp] theorem isEmpty_empty : (∅ : HashMap α β).isEmpty = true := rfl
@[simp] theorem getD_empty {fallback : β} : (∅ : HashMap α β).getD a fallback = fallback :=
  getD_eq_fallback not_mem_empty
@[simp] theorem getElem!_empty [Inhabited β] : (∅ : HashMap α β)[a]! = default :=
  getElem!_eq_default not_mem_empty
@[simp] theorem toList_empty : (∅ : HashMap α β).toList = [] := by
  rw [toList]
  show (emptyWithCapacity 8).buckets.toList.flatten = []
  rw [buckets_emptyWithCapacity, Array.toList_replicate, List.flatten_replicate_nil]
@[simp] theorem keys_empty : (∅ : HashMap α β).keys = [] := by rw [keys, toList_empty]; rfl

/-! ## After an insertion -/

section
variable [EquivBEq α] [LawfulHashable α]
theorem mem_congr (h : a == k) : a ∈ m ↔ k ∈ m := by
  have e : m.indexOf a = m.indexOf k := by unfold indexOf; rw [LawfulHashable.hash_eq a k h]
  have g : ∀ l : List (α × β), Bucket.get? a l = Bucket.get? k l := fun l => by
    induction l with
    | nil => rfl
    | cons p l ih => rw [Bucket.get?_cons, Bucket.get?_cons, ih, BEq.congr_right h]
  show (Bucket.get? a (slot m.buckets _)).isSome = true ↔ (Bucket.get? k (slot m.buckets _)).isSome = true
  rw [e, g]
theorem getElem?_congr (h : a == k) : m[a]? = m[k]? := by
  have e : m.indexOf a = m.indexOf k := by unfold indexOf; rw [LawfulHashable.hash_eq a k h]
  show Bucket.get? a (slot m.buckets _) = Bucket.get? k (slot m.buckets _)
  rw [e]
  induction slot m.buckets (m.indexOf k) with
  | nil => rfl
  | cons p l ih => rw [Bucket.get?_cons, Bucket.get?_cons, ih, BEq.congr_right h]
theorem contains_congr (h : a == k) : m.contains a = m.contains k :=
  congrArg Option.isSome (getElem?_congr (m := m) h)
omit [EquivBEq α] in
theorem getElem?_grow : m.grow[a]? = m[a]? := by
  have hs : m.grow.buckets.size = 2 * m.buckets.size := by
    rw [grow, Array.size_append, Array.size_map, Array.size_map, Nat.two_mul]
  have hb : m.grow.buckets =
      m.buckets.map (half m.buckets.size false) ++ m.buckets.map (half m.buckets.size true) := by
    unfold grow; rfl
  rw [getElem?_eq_get?_slot, getElem?_eq_get?_slot, hs, hb,
      slot_halves _ _ (Nat.mod_lt _ (Nat.mul_pos Nat.two_pos m.pos)), mod_two_mul_mod]
  exact Bucket.get?_filter fun q h => by rw [LawfulHashable.hash_eq _ _ h, beq_self_eq_true]
theorem getElem?_insertHere : (m.insertHere k v)[a]? = if k == a then some v else m[a]? := by
  have hb : (m.insertHere k v).buckets = m.buckets.set! (m.indexOf k) (Bucket.put k v (m.bucket k)) := by
    unfold insertHere setBucket; rfl
  rw [getElem?_eq_get?_slot, hb, slot_set! _ _ _ _ (m.indexOf_lt k), Array.size_set!]
  split
  · next e => rw [Bucket.get?_put, bucket, e, getElem?_eq_get?_slot]
  · next e => rw [if_neg fun h => e (by unfold indexOf; rw [LawfulHashable.hash_eq k a h]),
      getElem?_eq_get?_slot]
theorem getElem?_insert : (m.insert k v)[a]? = if k == a then some v else m[a]? := by
  rw [insert, growIfFull]
  split
  · rw [getElem?_grow, getElem?_insertHere]
  · rw [getElem?_insertHere]
@[simp] theorem getElem?_insert_self : (m.insert k v)[k]? = some v := by rw [getElem?_insert, if_pos BEq.rfl]
@[simp, grind =] theorem contains_insert : (m.insert k v).contains a = (k == a || m.contains a) := by
  show (m.insert k v)[a]?.isSome = (k == a || m[a]?.isSome)
  rw [getElem?_insert]; cases k == a <;> rfl
@[simp, grind =] theorem mem_insert : a ∈ m.insert k v ↔ k == a ∨ a ∈ m := by
  rw [mem_iff_contains, contains_insert, Bool.or_eq_true]; rfl
theorem contains_of_contains_insert (h : (m.insert k v).contains a) (n : (k == a) = false)
    : m.contains a := by
  rw [contains_insert, n] at h; exact h
theorem mem_of_mem_insert (h : a ∈ m.insert k v) (n : (k == a) = false) : a ∈ m :=
  contains_of_contains_insert h n
theorem contains_insert_self : (m.insert k v).contains k = true := by simp
theorem mem_insert_self : k ∈ m.insert k v := by simp
omit [EquivBEq α] [LawfulHashable α] in
@[grind =]
theorem size_insert : (m.insert k v).size = if k ∈ m then m.size else m.size + 1 := by
  have h : (m.insertHere k v).size = if k ∈ m then m.size else m.size + 1 := rfl
  rw [insert, growIfFull]
  split <;> exact h
omit [EquivBEq α] [LawfulHashable α] in
theorem size_le_size_insert : m.size ≤ (m.insert k v).size := by rw [size_insert]; split <;> omega
omit [EquivBEq α] [LawfulHashable α] in
theorem size_insert_le : (m.insert k v).size ≤ m.size + 1 := by rw [size_insert]; split <;> omega
@[grind =]
theorem getElem_insert {h : a ∈ m.insert k v} :
    (m.insert k v)[a]'h = if e : k == a then v else m[a]'(mem_of_mem_insert h (Bool.eq_false_iff.mpr e)) := by
  apply Option.some.inj
  rw [some_getElem_eq_getElem?, getElem?_insert]
  split
  · rfl
  · rw [some_getElem_eq_getElem?]
@[simp] theorem getElem_insert_self : (m.insert k v)[k]'mem_insert_self = v := by
  rw [getElem_insert, dif_pos BEq.rfl]
theorem getElem!_insert [Inhabited β] : (m.insert k v)[a]! = if k == a then v else m[a]! := by
  rw [getElem!_eq_get!_getElem?, getElem!_eq_get!_getElem?, getElem?_insert]; split <;> rfl
@[simp] theorem getElem!_insert_self [Inhabited β] : (m.insert k v)[k]! = v := by
  rw [getElem!_insert, if_pos BEq.rfl]
theorem getD_insert {fallback : β} : (m.insert k v).getD a fallback =
    if k == a then v else m.getD a fallback := by
  rw [getD_eq_getD_getElem?, getD_eq_getD_getElem?, getElem?_insert]; split <;> rfl
@[simp] theorem getD_insert_self {fallback : β} : (m.insert k v).getD k fallback = v := by
  rw [getD_insert, if_pos BEq.rfl]

/-! ## Sizes -/

theorem mem_toList_bucket {p : α × β} : p ∈ m.toList ↔ p ∈ m.bucket p.1 := by
  show p ∈ m.buckets.toList.flatten ↔ p ∈ slot m.buckets _
  rw [slot_eq, List.mem_flatten]
  constructor
  · rintro ⟨l, hl, hp⟩
    obtain ⟨i, hi, e⟩ := List.getElem_of_mem hl
    have hs : slot m.buckets i = l := by rw [slot_eq, List.getElem?_eq_getElem hi, e]; rfl
    have := m.valid.place i p (hs ▸ hp)
    rw [← slot_eq]
    show p ∈ slot m.buckets (_ % _)
    rw [this, hs]; exact hp
  · intro h
    cases e : m.buckets.toList[m.indexOf p.1]? with
    | none => rw [e] at h; cases h
    | some l => rw [e] at h; exact ⟨l, List.mem_of_getElem? e, h⟩
@[simp, grind =] theorem length_toList : m.toList.length = m.size := m.valid.count
@[simp, grind =] theorem length_keys : m.keys.length = m.size := (List.length_map ..).trans length_toList
@[simp] theorem length_values : m.values.length = m.size := (List.length_map ..).trans length_toList
@[simp] theorem size_toArray : m.toArray.size = m.size := length_toList
theorem mem_iff_exists_mem_toList : a ∈ m ↔ ∃ p ∈ m.toList, (p.1 == a) = true := by
  show (Bucket.get? a _).isSome = true ↔ _
  rw [Bucket.get?_isSome, List.any_eq_true]
  constructor
  · rintro ⟨p, hp, e⟩
    refine ⟨p, mem_toList_bucket.mpr ?_, e⟩
    unfold bucket indexOf; rw [LawfulHashable.hash_eq _ _ e]; exact hp
  · rintro ⟨p, hp, e⟩
    refine ⟨p, ?_, e⟩
    have := mem_toList_bucket.mp hp
    unfold bucket indexOf at this; rw [LawfulHashable.hash_eq _ _ e] at this; exact this
theorem isEmpty_iff_forall_not_mem : m.isEmpty = true ↔ ∀ a, a ∉ m := by
  unfold isEmpty
  rw [beq_iff_eq, ← length_toList, List.length_eq_zero_iff, List.eq_nil_iff_forall_not_mem]
  constructor
  · intro h a ha
    obtain ⟨p, hp, _⟩ := mem_iff_exists_mem_toList.mp ha
    exact h p hp
  · intro h p hp
    exact h p.1 (mem_iff_exists_mem_toList.mpr ⟨p, hp, BEq.rfl⟩)
theorem isEmpty_iff_forall_contains : m.isEmpty = true ↔ ∀ a, m.contains a = false :=
  isEmpty_iff_forall_not_mem.trans (forall_congr' fun _ => contains_eq_false_iff_not_mem.symm)
theorem isEmpty_eq_false_iff_exists_mem : m.isEmpty = false ↔ ∃ a, a ∈ m := by
  rw [← Bool.not_eq_true, isEmpty_iff_forall_not_mem]; simp
theorem isEmpty_eq_size_eq_zero : m.isEmpty = decide (m.size = 0) := by
  unfold isEmpty; cases m.size <;> rfl
@[simp, grind =] theorem isEmpty_insert : (m.insert k v).isEmpty = false :=
  isEmpty_eq_false_iff_exists_mem.mpr ⟨k, mem_insert_self⟩

/-! ## After a removal -/

@[grind =]
theorem getElem?_erase : (m.erase k)[a]? = if k == a then none else m[a]? := by
  have hb : (m.erase k).buckets = m.buckets.set! (m.indexOf k) ((m.bucket k).filter fun p => !p.1 == k) := by
    unfold erase setBucket; rfl
  rw [getElem?_eq_get?_slot, hb, slot_set! _ _ _ _ (m.indexOf_lt k), Array.size_set!]
  by_cases h : (k == a) = true
  · rw [if_pos h, if_pos (by unfold indexOf; rw [LawfulHashable.hash_eq k a h]), Bucket.get?_eq_none]
    intro q hq g
    have := (List.mem_filter.mp hq).2
    rw [BEq.congr_right h, g] at this
    cases this
  · rw [if_neg h]
    split
    · next e =>
      rw [Bucket.get?_filter fun q hq => ?_, bucket, e, getElem?_eq_get?_slot]
      cases g : q.1 == k with
      | false => rfl
      | true => exact absurd (BEq.trans (BEq.symm g) hq) h
    · rw [getElem?_eq_get?_slot]
@[simp] theorem getElem?_erase_self : (m.erase k)[k]? = none := by rw [getElem?_erase, if_pos BEq.rfl]
@[simp, grind =] theorem contains_erase : (m.erase k).contains a = (!(k == a) && m.contains a) := by
  show (m.erase k)[a]?.isSome = (!(k == a) && m[a]?.isSome)
  rw [getElem?_erase]; cases k == a <;> rfl
@[simp, grind =] theorem mem_erase : a ∈ m.erase k ↔ (k == a) = false ∧ a ∈ m := by
  rw [mem_iff_contains, contains_erase, Bool.and_eq_true, Bool.not_eq_true']; rfl
theorem contains_erase_self : (m.erase k).contains k = false := by simp
theorem not_mem_erase_self : k ∉ m.erase k := by simp
theorem mem_of_mem_erase (h : a ∈ m.erase k) : a ∈ m := (mem_erase.mp h).2
theorem contains_of_contains_erase (h : (m.erase k).contains a) : m.contains a := mem_of_mem_erase h
omit [EquivBEq α] [LawfulHashable α] in
@[grind =] theorem size_erase : (m.erase k).size = if k ∈ m then m.size - 1 else m.size := rfl
omit [EquivBEq α] [LawfulHashable α] in
theorem size_erase_le : (m.erase k).size ≤ m.size := by rw [size_erase]; split <;> omega
@[simp] theorem getElem_erase {h : a ∈ m.erase k} : (m.erase k)[a]'h = m[a]'(mem_of_mem_erase h) := by
  apply Option.some.inj
  rw [some_getElem_eq_getElem?, some_getElem_eq_getElem?, getElem?_erase,
    if_neg (by rw [(mem_erase.mp h).1]; nofun)]
theorem getD_erase {fallback : β} :
    (m.erase k).getD a fallback = if k == a then fallback else m.getD a fallback := by
  rw [getD_eq_getD_getElem?, getD_eq_getD_getElem?, getElem?_erase]; split <;> rfl
@[simp] theorem getD_erase_self {fallback : β} : (m.erase k).getD k fallback = fallback := by
  rw [getD_erase, if_pos BEq.rfl]
theorem getElem!_erase [Inhabited β] : (m.erase k)[a]! = if k == a then default else m[a]! := by
  rw [getElem!_eq_get!_getElem?, getElem!_eq_get!_getElem?, getElem?_erase]; split <;> rfl
@[simp] theorem isEmpty_erase : (m.erase k).isEmpty = (m.isEmpty || m.size == 1 && m.contains k) := by
  show ((if k ∈ m then m.size - 1 else m.size) == 0) = (m.size == 0 || m.size == 1 && m.contains k)
  by_cases h : k ∈ m
  · rw [if_pos h, mem_iff_contains.mp h, Bool.and_true, Bool.eq_iff_iff, Bool.or_eq_true, beq_iff_eq,
      beq_iff_eq, beq_iff_eq]; omega
  · rw [if_neg h, contains_eq_false_iff_not_mem.mpr h, Bool.and_false, Bool.or_false]

/-! ## Insertion of what is new, changes of a value -/

theorem getElem?_insertIfNew : (m.insertIfNew k v)[a]? = if k == a ∧ k ∉ m then some v else m[a]? := by
  unfold insertIfNew
  split
  · next h => rw [if_neg fun g => g.2 h]
  · next h =>
    have hk : k ∉ m := h
    rw [getElem?_insert]; simp only [hk, not_false_eq_true, and_true]
@[simp] theorem contains_insertIfNew : (m.insertIfNew k v).contains a = (k == a || m.contains a) := by
  unfold insertIfNew
  split
  · next h =>
    cases e : k == a with
    | false => rfl
    | true => exact (contains_congr e).symm.trans h
  · exact contains_insert
@[simp] theorem mem_insertIfNew : a ∈ m.insertIfNew k v ↔ k == a ∨ a ∈ m := by
  rw [mem_iff_contains, contains_insertIfNew, Bool.or_eq_true]; rfl
omit [EquivBEq α] [LawfulHashable α] in
theorem size_insertIfNew : (m.insertIfNew k v).size = if k ∈ m then m.size else m.size + 1 := by
  unfold insertIfNew
  split
  · next h => exact (if_pos h).symm
  · exact size_insert
theorem getElem?_alter {f : Option β → Option β} : (m.alter k f)[a]? = if k == a then f m[k]? else m[a]? := by
  have e : m.get? k = m[k]? := rfl
  unfold alter
  rw [e]
  cases f m[k]? with
  | none => exact getElem?_erase
  | some b => exact getElem?_insert
@[simp] theorem getElem?_alter_self {f : Option β → Option β} : (m.alter k f)[k]? = f m[k]? := by
  rw [getElem?_alter, if_pos BEq.rfl]
theorem getElem?_modify {f : β → β} : (m.modify k f)[a]? = if k == a then m[a]?.map f else m[a]? := by
  have e : m.get? k = m[k]? := rfl
  unfold modify
  rw [e]
  split
  · next b hb => rw [getElem?_insert]; split
                 · next h => rw [← getElem?_congr h, hb]; rfl
                 · rfl
  · next hb => split
               · next h => rw [← getElem?_congr h, hb]; rfl
               · rfl
@[simp] theorem getElem?_modify_self {f : β → β} : (m.modify k f)[k]? = m[k]?.map f := by
  rw [getElem?_modify, if_pos BEq.rfl]

/-! ## Lists of pairs -/

theorem mem_toList_iff_getElem?_eq_some [LawfulBEq α] : (k, v) ∈ m.toList ↔ m[k]? = some v := by
  rw [mem_toList_bucket]
  refine ⟨Bucket.get?_of_mem (m.valid.distinct _), fun h => ?_⟩
  obtain ⟨q, hq, e, rfl⟩ := Bucket.mem_of_get? h
  cases eq_of_beq e; exact hq
@[simp] theorem mem_keys [LawfulBEq α] : k ∈ m.keys ↔ k ∈ m := by
  show k ∈ m.toList.map _ ↔ _
  rw [List.mem_map, mem_iff_exists_mem_toList]
  exact ⟨fun ⟨p, hp, e⟩ => ⟨p, hp, by rw [e]; exact BEq.rfl⟩, fun ⟨p, hp, e⟩ => ⟨p, hp, eq_of_beq e⟩⟩
@[simp] theorem contains_keys [LawfulBEq α] : m.keys.contains k = m.contains k := by
  rw [Bool.eq_iff_iff, List.contains_iff_mem, mem_keys]; rfl
omit [EquivBEq α] [LawfulHashable α] in
theorem fold_eq_foldl_toList {δ : Type w} {f : δ → α → β → δ} {init : δ} :
    m.fold f init = m.toList.foldl (fun a b => f a b.1 b.2) init := rfl
omit [EquivBEq α] [LawfulHashable α] in
@[simp] theorem isEmpty_toList [EquivBEq α] [LawfulHashable α] : m.toList.isEmpty = m.isEmpty := by
  rw [Bool.eq_iff_iff, List.isEmpty_iff, ← List.length_eq_zero_iff, length_toList]
  unfold isEmpty; rw [beq_iff_eq]
end

/-! ## Maps of lists, maps of maps -/

@[simp] theorem ofList_nil : ofList ([] : List (α × β)) = ∅ := by rw [ofList, List.foldl_nil]
@[simp] theorem ofList_singleton : ofList [(k, v)] = (∅ : HashMap α β).insert k v := by
  rw [ofList, List.foldl_cons, List.foldl_nil]
theorem ofList_cons {tl : List (α × β)} :
    ofList ((k, v) :: tl) = tl.foldl (fun m (a, b) => m.insert a b) ((∅ : HashMap α β).insert k v) := by
  rw [ofList, List.foldl_cons]
theorem getElem?_map {f : α → β → γ} [LawfulBEq α] : (m.map f)[a]? = m[a]?.map (f a) := by
  have hb : (m.map f).buckets = m.buckets.map (·.map fun (a, b) => (a, f a b)) := by rw [map]
  have h (i : Nat) : slot (m.buckets.map (·.map fun (a, b) => (a, f a b))) i =
      (slot m.buckets i).map fun (a, b) => (a, f a b) := by
    rw [slot_eq, slot_eq]
    show ((m.buckets.toList.map _)[i]?).getD [] = _
    rw [List.getElem?_map]; cases m.buckets.toList[i]? <;> rfl
  rw [getElem?_eq_get?_slot, getElem?_eq_get?_slot, hb, h, Array.size_map]
  induction slot m.buckets _ with
  | nil => rfl
  | cons p l ih =>
    rw [List.map_cons, Bucket.get?_cons, Bucket.get?_cons]
    show (if (p.1 == a) = true then _ else _) = _
    split
    · next e => rw [← eq_of_beq e]; rfl
    · exact ih
@[simp] theorem size_map {f : α → β → γ} : (m.map f).size = m.size := by rw [map]
@[simp] theorem isEmpty_map {f : α → β → γ} : (m.map f).isEmpty = m.isEmpty := by
  rw [isEmpty, isEmpty, size_map]
end Std.HashMap
