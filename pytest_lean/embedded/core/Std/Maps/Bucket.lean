module
public import Init
/-!
The bucket of a key in a `Std.HashMap`: a list of pairs, how a key is looked up in it and put into it, and
the laws of that.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Std

/-! ## The bucket of a key -/

namespace HashMap.Bucket
variable {α : Type u} {β : Type v} [BEq α]

/-- The value of a key. -/
def get? (a : α) : List (α × β) → Option β
  | [] => none
  | p :: rest => if p.1 == a then some p.2 else get? a rest
/-- Replaces the pair of a key, or puts it last. -/
def put (a : α) (b : β) : List (α × β) → List (α × β)
  | [] => [(a, b)]
  | p :: rest => if p.1 == a then (a, b) :: rest else p :: put a b rest
/-- No two pairs have the same key. -/
def Distinct (l : List (α × β)) : Prop := l.Pairwise fun p q => ¬(p.1 == q.1) = true

variable {l : List (α × β)} {a k : α} {b : β}
theorem get?_cons {p : α × β} : get? a (p :: l) = if (p.1 == a) = true then some p.2 else get? a l := rfl
theorem put_cons {p : α × β} :
    put a b (p :: l) = if (p.1 == a) = true then (a, b) :: l else p :: put a b l := rfl
theorem get?_isSome : (get? a l).isSome = l.any (·.1 == a) := by
  induction l with
  | nil => rfl
  | cons p l ih => simp only [get?_cons, List.any_cons]; cases p.1 == a <;> simp [ih]
theorem get?_put [EquivBEq α] : get? k (put a b l) = if (a == k) = true then some b else get? k l := by
  induction l with
  | nil => rfl
  | cons p l ih =>
    rw [put_cons, get?_cons]
    by_cases h : (p.1 == a) = true
    · rw [if_pos h, get?_cons, BEq.congr_left h]; cases a == k <;> rfl
    · rw [if_neg h, get?_cons, ih]
      by_cases hk : (a == k) = true
      · rw [if_pos hk, if_pos hk, if_neg fun e => h (BEq.trans e (BEq.symm hk))]
      · rw [if_neg hk, if_neg hk]
theorem get?_filter {p : α × β → Bool} (h : ∀ q : α × β, (q.1 == k) = true → p q = true) :
    get? k (l.filter p) = get? k l := by
  induction l with
  | nil => rfl
  | cons q l ih =>
    rw [get?_cons]
    by_cases hk : (q.1 == k) = true
    · rw [List.filter_cons_of_pos (h q hk), get?_cons, if_pos hk, if_pos hk]
    · rw [if_neg hk]
      by_cases hp : p q = true
      · rw [List.filter_cons_of_pos hp, get?_cons, if_neg hk, ih]
      · rw [List.filter_cons_of_neg hp, ih]
theorem get?_eq_none : get? k l = none ↔ ∀ q ∈ l, ¬(q.1 == k) = true := by
  rw [← Option.not_isSome_iff_eq_none, get?_isSome, List.any_eq_true]
  exact ⟨fun h q hq e => h ⟨q, hq, e⟩, fun h ⟨q, hq, e⟩ => h q hq e⟩
theorem mem_of_get? (h : get? k l = some b) : ∃ q ∈ l, (q.1 == k) = true ∧ q.2 = b := by
  induction l with
  | nil => cases h
  | cons q l ih =>
    rw [get?_cons] at h
    split at h
    · next e => cases h; exact ⟨q, .head _, e, rfl⟩
    · obtain ⟨q, hq, h⟩ := ih h; exact ⟨q, .tail _ hq, h⟩
theorem get?_of_mem [EquivBEq α] (d : Distinct l) (h : (k, b) ∈ l) : get? k l = some b := by
  induction d with
  | nil => cases h
  | cons hd _ ih =>
    rw [get?_cons]
    cases h with
    | head => rw [if_pos BEq.rfl]
    | tail _ h => rw [if_neg (hd _ h), ih h]
theorem length_put : (put a b l).length = if (get? a l).isSome then l.length else l.length + 1 := by
  induction l with
  | nil => rfl
  | cons q l ih =>
    rw [put_cons, get?_cons]
    by_cases h : (q.1 == a) = true
    · simp only [if_pos h]; rfl
    · simp only [if_neg h, List.length_cons, ih]; split <;> rfl
theorem mem_put {q : α × β} (h : q ∈ put a b l) : q = (a, b) ∨ q ∈ l := by
  induction l with
  | nil => cases h with | head => exact .inl rfl | tail _ h => cases h
  | cons p l ih =>
    rw [put_cons] at h
    split at h
    · cases h with | head => exact .inl rfl | tail _ h => exact .inr (.tail _ h)
    · cases h with
      | head => exact .inr (.head _)
      | tail _ h => exact (ih h).imp_right (.tail _)
theorem distinct_put [EquivBEq α] (d : Distinct l) : Distinct (put a b l) := by
  induction d with
  | nil => exact .cons nofun .nil
  | cons hd d ih =>
    rw [put_cons]
    split
    · next e => exact .cons (fun q hq h => hd q hq (BEq.trans e h)) d
    · next e => exact .cons (fun q hq => (mem_put hq).elim (fun h => h ▸ e) (hd q)) ih
theorem length_filter_bne [EquivBEq α] (d : Distinct l) :
    (l.filter fun q => !q.1 == a).length + (if (get? a l).isSome then 1 else 0) = l.length := by
  induction d with
  | nil => rfl
  | @cons p l hd d ih =>
    rw [get?_cons]
    by_cases h : (p.1 == a) = true
    · rw [List.filter_cons_of_neg (by simp [h]), if_pos h, List.filter_eq_self.mpr]
      · rfl
      · intro q hq
        cases e : q.1 == a with
        | false => rfl
        | true => exact absurd (BEq.trans h (BEq.symm e)) (hd q hq)
    · rw [List.filter_cons_of_pos (by simpa using h), if_neg h, List.length_cons, List.length_cons,
        Nat.add_right_comm, ih]
end HashMap.Bucket
end Std
