module
prelude
public import Init.Tactics.Arithmetic
public import Init.Data.Option
/-!
What `simp` knows about the connectives and quantifiers beyond the first lemmas: quantifiers over a
disjunction with an equation, conditions of `if`, functions that are given twice.
-/

@[expose] public section

set_option linter.all false

universe u v w

section
variable {α : Sort u} {β : Sort v} {p q r : α → Prop} {a' : α} {a b c d p' : Prop}

@[simp] theorem forall_eq_or_imp : (∀ a, a = a' ∨ q a → p a) ↔ p a' ∧ ∀ a, q a → p a :=
  ⟨fun h => ⟨h a' (.inl rfl), fun a ha => h a (.inr ha)⟩,
    fun ⟨h₁, h₂⟩ a ha => ha.elim (fun e => e ▸ h₁) (h₂ a)⟩
@[simp] theorem exists_eq_or_imp : (∃ a, (a = a' ∨ q a) ∧ p a) ↔ p a' ∨ ∃ a, q a ∧ p a :=
  ⟨fun ⟨a, h, hp⟩ => h.elim (fun e => .inl (e ▸ hp)) (fun h => .inr ⟨a, h, hp⟩),
   fun h => h.elim (fun hp => ⟨a', .inl rfl, hp⟩) (fun ⟨a, h, hp⟩ => ⟨a, .inr h, hp⟩)⟩
@[simp] theorem exists_eq_right_right : (∃ a, p a ∧ q a ∧ a = a') ↔ p a' ∧ q a' :=
  ⟨fun ⟨_, hp, hq, e⟩ => e ▸ ⟨hp, hq⟩, fun ⟨hp, hq⟩ => ⟨a', hp, hq, rfl⟩⟩
@[simp] theorem exists_eq_right_right' : (∃ a, p a ∧ q a ∧ a' = a) ↔ p a' ∧ q a' :=
  ⟨fun ⟨_, hp, hq, e⟩ => e ▸ ⟨hp, hq⟩, fun ⟨hp, hq⟩ => ⟨a', hp, hq, rfl⟩⟩
attribute [simp] iff_not_self not_iff_self imp_false
@[simp] theorem and_iff_left_iff_imp : (a ∧ b ↔ a) ↔ (a → b) :=
  ⟨fun h ha => (h.mpr ha).2, fun h => ⟨And.left, fun ha => ⟨ha, h ha⟩⟩⟩
@[simp] theorem and_iff_right_iff_imp : (a ∧ b ↔ b) ↔ (b → a) :=
  ⟨fun h ha => (h.mpr ha).1, fun h => ⟨And.right, fun hb => ⟨h hb, hb⟩⟩⟩
@[simp] theorem iff_self_and : (p' ↔ p' ∧ b) ↔ (p' → b) := by rw [@Iff.comm p', and_iff_left_iff_imp]
@[simp] theorem iff_and_self : (p' ↔ b ∧ p') ↔ (p' → b) := by rw [and_comm, iff_self_and]
@[simp] theorem or_iff_left_iff_imp : (a ∨ b ↔ a) ↔ (b → a) :=
  ⟨fun h hb => h.mp (.inr hb), fun h => ⟨fun h' => h'.elim id h, .inl⟩⟩
@[simp] theorem or_iff_right_iff_imp : (a ∨ b ↔ b) ↔ (a → b) :=
  ⟨fun h ha => h.mp (.inl ha), fun h => ⟨fun h' => h'.elim h id, .inr⟩⟩
end

/-! ## Conditions -/

section
variable {α : Sort u} {P : Prop} [Decidable P] {x y : α}
@[simp] theorem ite_eq_left_iff : ite P x y = x ↔ ¬P → y = x := by by_cases h : P <;> simp [h]
@[simp] theorem ite_eq_right_iff : ite P x y = y ↔ P → x = y := by by_cases h : P <;> simp [h]
@[simp] theorem dite_eq_ite : (dite P (fun _ => x) fun _ => y) = ite P x y := rfl
theorem apply_dite {β : Sort v} (f : α → β) (t : P → α) (e : ¬P → α) :
    f (dite P t e) = dite P (fun h => f (t h)) fun h => f (e h) := by by_cases h : P <;> simp [h]
end

/-! ## Functions -/

@[inline] def flip {α : Sort u} {β : Sort v} {φ : Sort w} (f : α → β → φ) : β → α → φ := fun b a => f a b
theorem ne_of_apply_ne {α : Sort u} {β : Sort v} (f : α → β) {x y : α} : f x ≠ f y → x ≠ y := mt (congrArg f)
def Function.onFun {α : Sort u} {β : Sort v} {φ : Sort w} (f : β → β → φ) (g : α → β) : α → α → φ :=
  fun x y => f (g x) (g y)

/-! ## Bool and comparisons -/

@[simp] theorem Bool.coe_iff_coe {a b : Bool} : (a = true ↔ b = true) ↔ a = b := by
  cases a <;> cases b <;> simp
theorem Bool.beq_comm {α : Type u} [BEq α] [LawfulBEq α] {a b : α} : (a == b) = (b == a) := by
  rw [Bool.eq_iff_iff, beq_iff_eq, beq_iff_eq, eq_comm]
theorem Bool.eq_true_of_ne_false : {b : Bool} → b ≠ false → b = true
  | true, _ => rfl
  | false, h => absurd rfl h
@[simp] theorem Bool.forall_bool {p : Bool → Prop} : (∀ b, p b) ↔ p false ∧ p true :=
  ⟨fun h => ⟨h _, h _⟩, fun h b => by cases b <;> simp [h.1, h.2]⟩
@[simp] theorem Bool.exists_bool {p : Bool → Prop} : (∃ b, p b) ↔ p false ∨ p true :=
  ⟨fun ⟨b, h⟩ => by cases b <;> simp [h], fun h => h.elim (⟨_, ·⟩) (⟨_, ·⟩)⟩
attribute [simp] Nat.min_eq_left Nat.min_eq_right Nat.max_eq_left Nat.max_eq_right Nat.sub_eq_zero_of_le

@[simp] protected theorem Nat.mul_pos_iff_of_pos_left {a b : Nat} (h : 0 < a) : 0 < a * b ↔ 0 < b :=
  ⟨fun h' => Nat.pos_of_ne_zero fun e => by subst e; exact Nat.lt_irrefl 0 h', Nat.mul_pos h⟩
@[simp] protected theorem Nat.mul_pos_iff_of_pos_right {a b : Nat} (h : 0 < b) : 0 < a * b ↔ 0 < a := by
  rw [Nat.mul_comm, Nat.mul_pos_iff_of_pos_left h]
protected abbrev Nat.min (n m : Nat) : Nat := Min.min n m
protected abbrev Nat.max (n m : Nat) : Nat := Max.max n m

/-! ## Options, pairs, subtypes -/

namespace Option
variable {α : Type u} {β : Type v} {x : Option α}
theorem bind_eq_some_iff {f : α → Option β} {b : β} : x.bind f = some b ↔ ∃ a, x = some a ∧ f a = some b := by
  cases x <;> simp
theorem ne_none_iff_isSome {o : Option α} : o ≠ none ↔ o.isSome = true := by cases o <;> simp
@[inline] protected def forM {m : Type u → Type v} [Pure m] {α : Type w} : Option α → (α → m PUnit) → m PUnit
  | none, _ => pure ⟨⟩
  | some a, f => f a
@[inline] protected def mapM {m : Type u → Type v} [Applicative m] {α : Type w} {β : Type u} (f : α → m β) :
    Option α → m (Option β)
  | none => pure none
  | some a => some <$> f a
@[inline] def getDM {m : Type u → Type v} [Monad m] (x : Option α) (y : m α) : m α := match x with
  | some a => pure a
  | none => y
@[inline] def toArray : Option α → Array α
  | none => #[]
  | some a => #[a]
@[inline] protected def guard (p : α → Bool) (a : α) : Option α := if p a then some a else none
end Option
theorem Subtype.val_inj {α : Sort u} {p : α → Prop} {a b : Subtype p} : a.val = b.val ↔ a = b :=
  ⟨Subtype.ext, congrArg _⟩
