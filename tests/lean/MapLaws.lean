import Std.Data.HashMap
import Std.Data.HashSet
import Std.Data.TreeMap
/-!
# Laws of maps and sets: what is looked up after a change, sizes, lists of pairs
-/

namespace MapLaws
open Std

/-! ## Maps by hash values -/

section
variable (m : HashMap Nat String) (k a : Nat) (v w : String)

example : (m.insert k v)[a]? = if k == a then some v else m[a]? := HashMap.getElem?_insert

example : (m.insert k v)[k]? = some v := by simp

example (h : k ≠ a) : (m.insert k v)[a]? = m[a]? := by simp [HashMap.getElem?_insert, h]

example : a ∈ m.insert k v ↔ k = a ∨ a ∈ m := by simp

example : (m.erase k)[a]? = if k == a then none else m[a]? := HashMap.getElem?_erase

example : k ∉ m.erase k := by simp

example (h : k ∉ m) : (m.insert k v).size = m.size + 1 := by simp [HashMap.size_insert, h]

example : m.isEmpty ↔ ∀ a, a ∉ m := HashMap.isEmpty_iff_forall_not_mem

example : (m.alter k fun _ => some v)[k]? = some v := by simp

example : (k, v) ∈ m.toList ↔ m[k]? = some v := HashMap.mem_toList_iff_getElem?_eq_some

example : m.toList.length = m.size := by simp

example (h : a ≠ k) : ((m.insert a v).insert k w)[a]? = ((m.insert k w).insert a v)[a]? := by
  simp only [HashMap.getElem?_insert]; split <;> simp_all
end

/-- What was computed once, with the proof that it is right. -/
structure Memo (f : Nat → Nat) where
  map : HashMap Nat Nat
  right : ∀ k v, map[k]? = some v → v = f k

def Memo.add (m : Memo f) (k : Nat) : Memo f where
  map := m.map.insert k (f k)
  right a v h := by
    rw [HashMap.getElem?_insert] at h
    split at h
    · simp_all
    · exact m.right a v h

#eval (Memo.add (f := (· ^ 2)) ⟨∅, by simp⟩ 12).map[12]?
-- info: some 144

/-- The first occurrences, in one pass with a set. -/
def firsts (xs : List Nat) : List Nat := go xs ∅
where
  go : List Nat → HashSet Nat → List Nat
  | [], _ => []
  | x :: xs, seen => if x ∈ seen then go xs seen else x :: go xs (seen.insert x)

theorem mem_go (xs : List Nat) (seen : HashSet Nat) (a : Nat) :
    a ∈ firsts.go xs seen ↔ a ∈ xs ∧ a ∉ seen := by
  induction xs generalizing seen with
  | nil => simp [firsts.go]
  | cons x xs ih =>
    unfold firsts.go
    split
    · rw [ih]; simp; grind
    · simp [ih]; grind

theorem mem_firsts (xs : List Nat) (a : Nat) : a ∈ firsts xs ↔ a ∈ xs := by
  rw [firsts, mem_go]; simp

-- The laws hold after the buckets have doubled many times, and a run agrees with them.
#eval Id.run do
  let mut m : HashMap Nat Nat := {}
  for i in [0:1000] do m := m.insert i (i + 1)
  for i in [0:500] do m := m.erase (2 * i)
  return (m.size, m.toList.length, m[7]?, m[8]?, m.keys.all (· % 2 == 1))
-- info: (500, 500, some 8, none, true)

/-! ## Maps by order -/

section
variable (t : TreeMap Nat String) (k a : Nat) (v : String)

example : (t.insert k v)[a]? = if compare k a = .eq then some v else t[a]? := TreeMap.getElem?_insert

example (h : k ≠ a) : (t.insert k v)[a]? = t[a]? := by simp [TreeMap.getElem?_insert, h]

example : a ∈ t.erase k ↔ k ≠ a ∧ a ∈ t := by simp

example : (t.insert k v).size ≤ t.size + 1 := TreeMap.size_insert_le

example : (t.erase k).size = if k ∈ t then t.size - 1 else t.size := TreeMap.size_erase

example : t.keys.Pairwise fun a b => compare a b = .lt := TreeMap.ordered_keys

example : k ∈ t.keys ↔ k ∈ t := by simp
end

example (t : TreeMap String Nat) : (t.insert "a" 1)["a"]? = some 1 := by simp

example (s : TreeSet Nat) (a : Nat) : a ∈ s.insert a := TreeSet.mem_insert_self

end MapLaws
