module
prelude
public import Init.Laws.Access
/-!
What is at a position of a list of one element repeated; deciding whether one list begins, ends or is within
another; a few laws of subtraction and `Option` that exercises use.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace List
variable {α : Type u} {a : α} {n m : Nat}
theorem getElem?_replicate : (replicate n a)[m]? = if m < n then some a else none := by
  split
  · next h => rw [getElem?_eq_getElem (by rw [length_replicate]; exact h), getElem_replicate]
  · next h => exact getElem?_eq_none (by rw [length_replicate]; exact Nat.le_of_not_lt h)
@[simp] theorem getElem?_replicate_of_lt (h : m < n) : (replicate n a)[m]? = some a := by
  rw [getElem?_replicate, if_pos h]
@[simp] theorem flatten_replicate_nil : (replicate n ([] : List α)).flatten = [] := by
  induction n with
  | zero => rfl
  | succ n ih => exact ih
@[simp] theorem contains_nil [BEq α] : ([] : List α).contains a = false := rfl
instance [DecidableEq α] (l₁ l₂ : List α) : Decidable (l₁ <+: l₂) :=
  decidable_of_iff (l₁.isPrefixOf l₂) isPrefixOf_iff_prefix
@[simp] theorem reverse_suffix {l₁ l₂ : List α} : reverse l₁ <:+ reverse l₂ ↔ l₁ <+: l₂ := by
  constructor
  · rintro ⟨t, e⟩
    exact ⟨t.reverse, by rw [← reverse_reverse l₂, ← e, reverse_append, reverse_reverse]⟩
  · rintro ⟨t, e⟩
    exact ⟨t.reverse, by rw [← e, reverse_append]⟩
@[simp] theorem reverse_prefix {l₁ l₂ : List α} : reverse l₁ <+: reverse l₂ ↔ l₁ <:+ l₂ := by
  rw [← reverse_suffix, reverse_reverse, reverse_reverse]
@[simp] theorem isSuffixOf_iff_suffix [BEq α] [LawfulBEq α] {l₁ l₂ : List α} :
    l₁.isSuffixOf l₂ ↔ l₁ <:+ l₂ := by
  unfold isSuffixOf; rw [isPrefixOf_iff_prefix, reverse_prefix]
instance [DecidableEq α] (l₁ l₂ : List α) : Decidable (l₁ <:+ l₂) :=
  decidable_of_iff (l₁.isSuffixOf l₂) isSuffixOf_iff_suffix
instance [DecidableEq α] (l₁ l₂ : List α) : Decidable (l₁ <+ l₂) :=
  decidable_of_iff (l₁.isSublist l₂) isSublist_iff_sublist
end List

namespace Array
variable {α : Type u} {a : α} {n i : Nat} {xs : Array α}
theorem getElem?_replicate : (replicate n a)[i]? = if i < n then some a else none := by
  rw [← getElem?_toList]; exact List.getElem?_replicate
end Array

namespace Option
@[simp] theorem map_id_apply {α : Type u} {x : Option α} : Option.map id x = x := by cases x <;> rfl
end Option

@[simp] theorem Functor.map_map {f : Type u → Type v} {α β γ : Type u} [Functor f] [LawfulFunctor f]
    (m : α → β) (g : β → γ) (x : f α) : g <$> m <$> x = (fun a => g (m a)) <$> x := (comp_map _ _ _).symm

namespace Nat
protected theorem ne_zero_of_mul_ne_zero_right {n m : Nat} (h : n * m ≠ 0) : m ≠ 0 :=
  fun e => h (by rw [e, Nat.mul_zero])
protected theorem ne_zero_of_mul_ne_zero_left {n m : Nat} (h : n * m ≠ 0) : n ≠ 0 :=
  fun e => h (by rw [e, Nat.zero_mul])
protected theorem sub_sub_right {b c : Nat} (a : Nat) (h : c ≤ b) : a - (b - c) = a + c - b := by omega
protected theorem sub_sub_eq_min : (a b : Nat) → a - (a - b) = min a b := fun a b => by omega
end Nat
