module
public import Std.Maps.HashSet
public import Std.Maps.HashMapLaws
/-!
The laws of `Std.HashSet`, under Lean's names.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Std.HashSet
variable {α : Type u} [BEq α] [Hashable α] {m : HashSet α} {a k : α}

theorem mem_iff_contains : a ∈ m ↔ m.contains a = true := Iff.rfl
@[simp] theorem contains_iff_mem : m.contains a = true ↔ a ∈ m := Iff.rfl
theorem contains_eq_false_iff_not_mem : m.contains a = false ↔ a ∉ m := HashMap.contains_eq_false_iff_not_mem
@[simp] theorem not_mem_empty : a ∉ (∅ : HashSet α) := HashMap.not_mem_empty (a := a)
@[simp] theorem contains_empty : (∅ : HashSet α).contains a = false :=
  contains_eq_false_iff_not_mem.mpr not_mem_empty
@[simp] theorem size_empty : (∅ : HashSet α).size = 0 := HashMap.size_empty
@[simp] theorem isEmpty_empty : (∅ : HashSet α).isEmpty = true := HashMap.isEmpty_empty
@[simp] theorem toList_empty : (∅ : HashSet α).toList = [] := HashMap.keys_empty

section
variable [EquivBEq α] [LawfulHashable α]
theorem mem_congr (h : a == k) : a ∈ m ↔ k ∈ m := HashMap.mem_congr h
theorem contains_congr (h : a == k) : m.contains a = m.contains k := HashMap.contains_congr h
@[simp, grind =] theorem contains_insert : (m.insert k).contains a = (k == a || m.contains a) :=
  HashMap.contains_insertIfNew
@[simp, grind =] theorem mem_insert : a ∈ m.insert k ↔ k == a ∨ a ∈ m := HashMap.mem_insertIfNew
theorem mem_insert_self : k ∈ m.insert k := by simp
theorem contains_insert_self : (m.insert k).contains k = true := by simp
theorem mem_of_mem_insert (h : a ∈ m.insert k) (n : (k == a) = false) : a ∈ m :=
  (mem_insert.mp h).resolve_left (by rw [n]; nofun)
@[grind =] theorem size_insert : (m.insert k).size = if k ∈ m then m.size else m.size + 1 :=
  HashMap.size_insertIfNew
theorem size_le_size_insert : m.size ≤ (m.insert k).size := by rw [size_insert]; split <;> omega
theorem size_insert_le : (m.insert k).size ≤ m.size + 1 := by rw [size_insert]; split <;> omega
@[simp, grind =] theorem contains_erase : (m.erase k).contains a = (!(k == a) && m.contains a) :=
  HashMap.contains_erase
@[simp, grind =] theorem mem_erase : a ∈ m.erase k ↔ (k == a) = false ∧ a ∈ m := HashMap.mem_erase
theorem contains_erase_self : (m.erase k).contains k = false := by simp
theorem not_mem_erase_self : k ∉ m.erase k := by simp
theorem mem_of_mem_erase (h : a ∈ m.erase k) : a ∈ m := (mem_erase.mp h).2
@[grind =] theorem size_erase : (m.erase k).size = if k ∈ m then m.size - 1 else m.size := HashMap.size_erase
theorem size_erase_le : (m.erase k).size ≤ m.size := HashMap.size_erase_le
theorem isEmpty_iff_forall_not_mem : m.isEmpty = true ↔ ∀ a, a ∉ m := HashMap.isEmpty_iff_forall_not_mem
theorem isEmpty_eq_false_iff_exists_mem : m.isEmpty = false ↔ ∃ a, a ∈ m :=
  HashMap.isEmpty_eq_false_iff_exists_mem
theorem isEmpty_eq_size_eq_zero : m.isEmpty = (m.size == 0) := rfl
@[simp] theorem isEmpty_insert : (m.insert k).isEmpty = false :=
  isEmpty_eq_false_iff_exists_mem.mpr ⟨k, mem_insert_self⟩
@[simp] theorem length_toList : m.toList.length = m.size := HashMap.length_keys
@[simp] theorem mem_toList [LawfulBEq α] : k ∈ m.toList ↔ k ∈ m := HashMap.mem_keys
@[simp] theorem contains_toList [LawfulBEq α] : m.toList.contains k = m.contains k := HashMap.contains_keys
theorem mem_foldl_insert {l : List α} {m : HashSet α} : k ∈ l.foldl insert m ↔ l.contains k ∨ k ∈ m := by
  induction l generalizing m with
  | nil => rw [List.foldl_nil, List.contains_nil]; exact ⟨.inr, fun h => h.resolve_left nofun⟩
  | cons a l ih =>
    rw [List.foldl_cons, ih, mem_insert, List.contains_cons, Bool.or_eq_true, BEq.comm (a := k), or_assoc,
      or_left_comm]
@[simp] theorem mem_ofList {l : List α} : k ∈ ofList l ↔ l.contains k = true := by
  rw [ofList, mem_foldl_insert]; exact ⟨fun h => h.resolve_right not_mem_empty, .inl⟩
@[simp] theorem contains_ofList {l : List α} : (ofList l).contains k = l.contains k := by
  rw [Bool.eq_iff_iff]; exact mem_ofList
end
@[simp] theorem ofList_nil : ofList ([] : List α) = ∅ := by rw [ofList, List.foldl_nil]
@[simp] theorem ofList_singleton : ofList [k] = (∅ : HashSet α).insert k := by
  rw [ofList, List.foldl_cons, List.foldl_nil]
end Std.HashSet
