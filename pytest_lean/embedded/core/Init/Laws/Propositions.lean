module
prelude
public import Init.Data.Option
public import Init.Data.Function
public import Init.Tactics.Arithmetic
/-!
Laws about propositions beyond the everyday ones: the classical laws for a decidable proposition, quantifiers
over proofs and equations, `if` whose branches are propositions, relations.
-/

@[expose] public section

set_option linter.all false

universe u v w

variable {a b c d p q : Prop} {α : Sort u}

/-! ## Connectives -/

theorem and_self_iff : a ∧ a ↔ a := ⟨And.left, fun h => ⟨h, h⟩⟩
theorem or_self_iff : a ∨ a ↔ a := ⟨fun h => h.elim id id, .inl⟩
theorem and_not_self_iff (a : Prop) : a ∧ ¬a ↔ False := iff_false_intro fun ⟨h, hn⟩ => hn h
theorem not_and_self_iff (a : Prop) : ¬a ∧ a ↔ False := iff_false_intro fun ⟨hn, h⟩ => hn h
theorem not_and' : ¬(a ∧ b) ↔ b → ¬a := ⟨fun h hb ha => h ⟨ha, hb⟩, fun h ⟨ha, hb⟩ => h hb ha⟩
@[simp] theorem and_congr_left_iff : (a ∧ c ↔ b ∧ c) ↔ (c → (a ↔ b)) :=
  ⟨fun h hc => ⟨fun ha => (h.mp ⟨ha, hc⟩).1, fun hb => (h.mpr ⟨hb, hc⟩).1⟩, and_congr_left⟩
@[simp] theorem and_congr_right_iff : (a ∧ b ↔ a ∧ c) ↔ (a → (b ↔ c)) :=
  ⟨fun h ha => ⟨fun hb => (h.mp ⟨ha, hb⟩).2, fun hc => (h.mpr ⟨ha, hc⟩).2⟩, and_congr_right⟩
theorem false_imp_iff (a : Prop) : (False → a) ↔ True := iff_true_intro False.elim
theorem true_imp_iff {α : Prop} : (True → α) ↔ α := imp_iff_right trivial
theorem imp_imp_imp {a b c d : Prop} (h₀ : c → a) (h₁ : b → d) : (a → b) → (c → d) := (h₁ ∘ · ∘ h₀)
theorem or_or_or_comm : (a ∨ b) ∨ c ∨ d ↔ (a ∨ c) ∨ b ∨ d := by rw [← or_assoc, or_right_comm (a :=
  a), or_assoc]
theorem or_or_distrib_left : a ∨ b ∨ c ↔ (a ∨ b) ∨ a ∨ c := by
  rw [or_or_or_comm, or_self_iff]
theorem or_or_distrib_right : (a ∨ b) ∨ c ↔ (a ∨ c) ∨ b ∨ c := by
  rw [or_or_or_comm, or_self_iff]
theorem or_rotate : a ∨ b ∨ c ↔ b ∨ c ∨ a := by rw [or_left_comm, Or.comm (a := a)]
theorem or_rotate' : a ∨ b ∨ c ↔ c ∨ a ∨ b := or_rotate.trans or_rotate
theorem and_rotate : a ∧ b ∧ c ↔ b ∧ c ∧ a := by rw [and_left_comm, And.comm (a := a)]
theorem and_and_left : a ∧ (b ∧ c) ↔ (a ∧ b) ∧ a ∧ c := by rw [and_and_and_comm, and_self_iff]
theorem and_and_right : (a ∧ b) ∧ c ↔ (a ∧ c) ∧ b ∧ c := by rw [and_and_and_comm, and_self_iff]
theorem and_iff_left_iff_imp' : (a ∧ b ↔ a) ↔ (a → b) := ⟨fun h ha => (h.mpr ha).2, and_iff_left_of_imp⟩
theorem not_imp_of_and_not' (h : a ∧ ¬b) : ¬(a → b) := not_imp_of_and_not h
theorem iff_and_or_not_and_not_of (h : a ∧ b ∨ ¬a ∧ ¬b) : a ↔ b :=
  h.elim (fun ⟨ha, hb⟩ => iff_of_true ha hb) (fun ⟨ha, hb⟩ => iff_of_false ha hb)
def Or.by_cases [Decidable p] {α : Sort u} (h : p ∨ q) (h₁ : p → α) (h₂ : q → α) : α :=
  if hp : p then h₁ hp else h₂ (h.resolve_left hp)
def Or.by_cases' [Decidable q] {α : Sort u} (h : p ∨ q) (h₁ : p → α) (h₂ : q → α) : α :=
  if hq : q then h₂ hq else h₁ (h.resolve_right hq)
theorem proof_irrel {a : Prop} (h₁ h₂ : a) : h₁ = h₂ := rfl
theorem proof_irrel_heq {p q : Prop} (hp : p) (hq : q) : HEq hp hq := by
  have e : p = q := propext ⟨fun _ => hq, fun _ => hp⟩
  subst e; rfl

/-! ## Quantifiers -/

theorem forall_not_of_not_exists {p : α → Prop} (h : ¬∃ x, p x) (x : α) : ¬p x := fun hx => h ⟨x, hx⟩
theorem forall_prop_of_false {p : Prop} {q : p → Prop} (hn : ¬p) : (∀ h' : p, q h') ↔ True :=
  iff_true_intro fun h => absurd h hn
theorem exists_prop_of_false {p : Prop} {q : p → Prop} (hn : ¬p) : ¬∃ h' : p, q h' := fun ⟨h, _⟩ => hn h
theorem exists_prop_eq {p : (a : α) → a = a' → Prop} : (∃ (a : α) (h : a = a'), p a h) ↔ p a' rfl :=
  ⟨fun ⟨_, e, h⟩ => e ▸ h, fun h => ⟨a', rfl, h⟩⟩
theorem exists_prop_eq' {p : (a : α) → a' = a → Prop} : (∃ (a : α) (h : a' = a), p a h) ↔ p a' rfl :=
  ⟨fun ⟨_, e, h⟩ => e ▸ h, fun h => ⟨a', rfl, h⟩⟩
@[simp] theorem exists_apply_eq_apply {α : Sort u} {β : Sort v} (f : α → β) (a' : α) : ∃ a, f a = f a' :=
  ⟨a', rfl⟩
@[simp] theorem exists_apply_eq_apply' {α : Sort u} {β : Sort v} (f : α → β) (a' : α) : ∃ a, f a' = f a :=
  ⟨a', rfl⟩
@[simp] theorem exists_eq_or_imp {p q : α → Prop} {a' : α} :
    (∃ a, (a = a' ∨ q a) ∧ p a) ↔ p a' ∨ ∃ a, q a ∧ p a :=
  ⟨fun ⟨a, h, hp⟩ => h.elim (fun e => .inl (e ▸ hp)) (fun hq => .inr ⟨a, hq, hp⟩),
    fun h => h.elim (fun hp => ⟨a', .inl rfl, hp⟩) (fun ⟨a, hq, hp⟩ => ⟨a, .inr hq, hp⟩)⟩
@[simp] theorem forall_eq_or_imp {p q : α → Prop} {a' : α} :
    (∀ a, a = a' ∨ q a → p a) ↔ p a' ∧ ∀ a, q a → p a :=
  ⟨fun h => ⟨h a' (.inl rfl), fun a hq => h a (.inr hq)⟩, fun ⟨h, g⟩ a e => e.elim (· ▸ h) (g a)⟩
@[simp] theorem exists_eq_right_right {p q : α → Prop} {a' : α} : (∃ a, p a ∧ q a ∧ a = a') ↔ p a' ∧ q a' :=
  ⟨fun ⟨_, hp, hq, e⟩ => e ▸ ⟨hp, hq⟩, fun ⟨hp, hq⟩ => ⟨a', hp, hq, rfl⟩⟩
@[simp] theorem exists_eq_right_right' {p q : α → Prop} {a' : α} : (∃ a, p a ∧ q a ∧ a' = a) ↔ p a' ∧ q a' :=
  ⟨fun ⟨_, hp, hq, e⟩ => e ▸ ⟨hp, hq⟩, fun ⟨hp, hq⟩ => ⟨a', hp, hq, rfl⟩⟩
@[simp] theorem exists_or_eq_left (y : α) (p : α → Prop) : ∃ x, x = y ∨ p x := ⟨y, .inl rfl⟩
@[simp] theorem exists_or_eq_right (y : α) (p : α → Prop) : ∃ x, p x ∨ x = y := ⟨y, .inr rfl⟩
@[simp] theorem exists_or_eq_left' (y : α) (p : α → Prop) : ∃ x, y = x ∨ p x := ⟨y, .inl rfl⟩
@[simp] theorem exists_or_eq_right' (y : α) (p : α → Prop) : ∃ x, p x ∨ y = x := ⟨y, .inr rfl⟩
@[simp] theorem imp_not_self : (a → ¬a) ↔ ¬a := ⟨fun h ha => h ha ha, fun h _ => h⟩
attribute [simp] forall_exists_index forall_apply_eq_imp_iff
@[simp] theorem forall_eq_apply_imp_iff {α : Sort u} {β : Sort v} {f : α → β} {p : β → Prop} :
    (∀ b a, b = f a → p b) ↔ ∀ a, p (f a) := ⟨fun h a => h _ a rfl, fun h _ a e => e ▸ h a⟩
@[simp] theorem forall_apply_eq_imp_iff₂ {α : Sort u} {β : Sort v} {f : α → β} {p : α → Prop} {q : β → Prop} :
    (∀ b a, p a → f a = b → q b) ↔ ∀ a, p a → q (f a) :=
        ⟨fun h a ha => h _ a ha rfl, fun h _ a ha e => e ▸ h a ha⟩
theorem forall_or_of_or_forall {p : α → Prop} (h : b ∨ ∀ x, p x) (x : α) : b ∨ p x := h.imp_right (· x)
theorem exists_imp_of_forall_imp {p : α → Prop} (a : α) (h : (∀ x, p x) → b) (hp : ∀ x, p x) : b := h hp
theorem forall_exists_of_exists_forall {β : Sort v} {p : α → β → Prop} :
    (∃ b, ∀ a, p a b) → ∀ a, ∃ b, p a b :=
  fun ⟨b, h⟩ a => ⟨b, h a⟩

/-! ## Classical laws for decidable propositions -/

namespace Decidable
theorem not_imp_not [Decidable a] : (¬a → ¬b) ↔ (b → a) :=
  ⟨fun h hb => byContradiction fun ha => h ha hb, fun h ha hb => ha (h hb)⟩
theorem not_imp_symm [Decidable a] (h : ¬a → b) (hb : ¬b) : a := byContradiction fun ha => hb (h ha)
theorem not_imp_comm [Decidable a] [Decidable b] : (¬a → b) ↔ (¬b → a) := ⟨not_imp_symm, not_imp_symm⟩
theorem not_imp_self [Decidable a] : (¬a → a) ↔ a :=
  ⟨fun h => byContradiction fun ha => ha (h ha), fun h _ => h⟩
theorem or_iff_not_imp_left [Decidable a] : a ∨ b ↔ (¬a → b) :=
  ⟨Or.resolve_left, fun h => if ha : a then .inl ha else .inr (h ha)⟩
theorem or_iff_not_imp_right [Decidable b] : a ∨ b ↔ (¬b → a) := Or.comm.trans or_iff_not_imp_left
theorem or_iff_not_not_and_not [Decidable a] [Decidable b] : a ∨ b ↔ ¬(¬a ∧ ¬b) := by
  rw [← not_or]; exact not_not.symm
theorem and_iff_not_not_or_not [Decidable a] [Decidable b] : a ∧ b ↔ ¬(¬a ∨ ¬b) := by
  rw [not_or]; exact and_congr not_not.symm not_not.symm
theorem imp_iff_not_or [Decidable a] : (a → b) ↔ (¬a ∨ b) := by
  by_cases ha : a <;> simp [ha]
theorem imp_iff_or_not [Decidable b] : (b → a) ↔ a ∨ ¬b := imp_iff_not_or.trans Or.comm
theorem not_imp_iff_and_not [Decidable a] : ¬(a → b) ↔ a ∧ ¬b := by
  by_cases ha : a <;> simp [ha]
theorem not_iff_not [Decidable a] [Decidable b] : (¬a ↔ ¬b) ↔ (a ↔ b) := by
  by_cases ha : a <;> by_cases hb : b <;> simp [ha, hb]
theorem not_iff_comm [Decidable a] [Decidable b] : (¬a ↔ b) ↔ (¬b ↔ a) := by
  by_cases ha : a <;> by_cases hb : b <;> simp [ha, hb]
theorem not_iff [Decidable b] : ¬(a ↔ b) ↔ (¬a ↔ b) := by
  by_cases hb : b <;> simp [hb]
theorem iff_not_comm [Decidable a] [Decidable b] : (a ↔ ¬b) ↔ (b ↔ ¬a) := by
  by_cases ha : a <;> by_cases hb : b <;> simp [ha, hb]
theorem iff_iff_and_or_not_and_not {a b : Prop} [Decidable b] : (a ↔ b) ↔ (a ∧ b) ∨ (¬a ∧ ¬b) := by
  by_cases hb : b <;> simp [hb]
theorem peirce (a b : Prop) [Decidable a] : ((a → b) → a) → a :=
  fun h => byContradiction fun ha => ha (h fun h' => absurd h' ha)
theorem or_not_self (a : Prop) [Decidable a] : a ∨ ¬a := em a
theorem not_or_self (a : Prop) [Decidable a] : ¬a ∨ a := (em a).symm
theorem not_and_not_right [Decidable b] : ¬(a ∧ ¬b) ↔ (a → b) :=
  ⟨fun h ha => byContradiction fun hb => h ⟨ha, hb⟩, fun h ⟨ha, hb⟩ => hb (h ha)⟩
theorem imp_or [Decidable a] : (a → b ∨ c) ↔ (a → b) ∨ (a → c) := by
  by_cases ha : a <;> simp [ha]
theorem imp_or' [Decidable b] : (a → b ∨ c) ↔ (a → b) ∨ (a → c) :=
  ⟨fun h => if hb : b then .inl fun _ => hb else .inr fun ha => (h ha).resolve_left hb,
    fun h ha => h.imp (· ha) (· ha)⟩
theorem not_forall {p : α → Prop} [Decidable (∃ x, ¬p x)] [∀ x, Decidable (p x)] : (¬∀ x, p x) ↔ ∃ x, ¬p x :=
  ⟨fun h => byContradiction fun hn => h fun x => byContradiction fun hx => hn ⟨x, hx⟩, fun ⟨x, hx⟩ h =>
      hx (h x)⟩
theorem not_exists_not {p : α → Prop} [∀ x, Decidable (p x)] : (¬∃ x, ¬p x) ↔ ∀ x, p x :=
  ⟨fun h x => byContradiction fun hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => hx (h x)⟩
theorem not_forall_not {p : α → Prop} [Decidable (∃ x, p x)] : (¬∀ x, ¬p x) ↔ ∃ x, p x :=
  ⟨fun h => byContradiction fun hn => h fun x hx => hn ⟨x, hx⟩, fun ⟨x, hx⟩ h => h x hx⟩
theorem forall_or_left {q : Prop} {p : α → Prop} [Decidable q] : (∀ x, q ∨ p x) ↔ q ∨ ∀ x, p x :=
  ⟨fun h => if hq : q then .inl hq else .inr fun x => (h x).resolve_left hq, forall_or_of_or_forall⟩
theorem not_not_iff (a : Prop) [Decidable a] : ¬¬a ↔ a := not_not
end Decidable

namespace Classical
theorem imp_or {a b c : Prop} : (a → b ∨ c) ↔ (a → b) ∨ (a → c) := by
  by_cases ha : a <;> simp [ha]
theorem not_imp_comm : (¬a → b) ↔ (¬b → a) := Decidable.not_imp_comm
theorem or_not (a : Prop) : a ∨ ¬a := em a
theorem imp_iff_not_or' : (a → b) ↔ ¬a ∨ b := Decidable.imp_iff_not_or
theorem forall_or_left {q : Prop} {p : α → Prop} : (∀ x, q ∨ p x) ↔ q ∨ ∀ x, p x := Decidable.forall_or_left
noncomputable def strongIndefiniteDescription (p : α → Prop) (h : Nonempty α) : {x : α // (∃ y, p y) → p x} :=
  if hp : ∃ y, p y then ⟨choose hp, fun _ => choose_spec hp⟩ else ⟨choice h, fun h => absurd h hp⟩
/-- Some element with the property, if there is one. -/
noncomputable def epsilon [h : Nonempty α] (p : α → Prop) : α := (strongIndefiniteDescription p h).val
theorem epsilon_spec_aux (h : Nonempty α) (p : α → Prop) : (∃ y, p y) → p (@epsilon α h p) :=
  (strongIndefiniteDescription p h).property
theorem epsilon_spec {p : α → Prop} (hex : ∃ y, p y) : p (@epsilon α (hex.elim fun x _ => ⟨x⟩) p) :=
  epsilon_spec_aux _ p hex
@[simp] theorem dite_not [hn : Decidable (¬p)] (x : ¬p → α) (y : ¬¬p → α) :
    dite (¬p) x y = dite p (fun h => y (not_not_intro h)) x := by
  by_cases h : p <;> simp [h]
end Classical

/-! ## `if` and `decide` -/

@[simp] theorem ite_then_self {p q : Prop} [h : Decidable p] : (if p then p else q) ↔ (¬p → q) := by
  by_cases hp : p <;> simp [hp]
@[simp] theorem ite_else_self {p q : Prop} [h : Decidable p] : (if p then q else p) ↔ (p ∧ q) := by
  by_cases hp : p <;> simp [hp]
@[simp] theorem ite_then_not_self {p : Prop} [Decidable p] {q : Prop} : (if p then ¬p else q) ↔ ¬p ∧ q := by
  by_cases hp : p <;> simp [hp]
@[simp] theorem ite_else_not_self {p : Prop} [Decidable p] {q : Prop} : (if p then q else ¬p) ↔ p → q := by
  by_cases hp : p <;> simp [hp]
@[simp] theorem dite_eq_left_iff {p : Prop} [Decidable p] {x : α} {y : ¬p → α} :
    dite p (fun _ => x) y = x ↔ ∀ h, y h = x :=
  ⟨fun e h => by rwa [dif_neg h] at e, fun h => if hp : p then dif_pos hp else by rw [dif_neg hp]; exact h hp⟩
@[simp] theorem dite_eq_right_iff {p : Prop} [Decidable p] {x : p → α} {y : α} :
    dite p x (fun _ => y) = y ↔ ∀ h, x h = y :=
  ⟨fun e h => by rwa [dif_pos h] at e, fun h => if hp : p then by rw [dif_pos hp]; exact h hp else dif_neg hp⟩
@[simp] theorem ite_some_none_eq_none {α : Type u} {x : α} [Decidable p] :
    (if p then some x else none) = none ↔ ¬p := by
  by_cases hp : p <;> simp [hp]
@[simp] theorem ite_some_none_eq_some {α : Type u} {x y : α} [Decidable p] :
    (if p then some x else none) = some y ↔ p ∧ x = y := by
  by_cases hp : p <;> simp [hp]
theorem ite_eq_or_eq [Decidable p] (x y : α) : (if p then x else y) = x ∨ (if p then x else y) = y := by
  by_cases hp : p <;> simp [hp]
theorem ite_and [Decidable p] [Decidable q] (x y : α) :
    (if p ∧ q then x else y) = if p then (if q then x else y) else y := by
  by_cases hp : p <;> by_cases hq : q <;> simp [hp, hq]
theorem ite_or [Decidable p] [Decidable q] (x y : α) :
    (if p ∨ q then x else y) = if p then x else if q then x else y := by
  by_cases hp : p <;> by_cases hq : q <;> simp [hp, hq]
@[simp] theorem decide_eq_decide {p q : Prop} {_ : Decidable p} {_ : Decidable q} :
    decide p = decide q ↔ (p ↔ q) := by
  by_cases hp : p <;> by_cases hq : q <;> simp [hp, hq]
theorem decide_implies (u v : Prop) [duv : Decidable (u → v)] [du : Decidable u] {dv : u → Decidable v} :
    decide (u → v) = if h : u then @decide v (dv h) else true := by
  by_cases h : u <;> simp [h]

/-! ## Equality across types -/

theorem cast_cast : ∀ {α β γ : Sort u} (ha : α = β) (hb : β = γ) (a :
    α), cast hb (cast ha a) = cast (ha.trans hb) a
  | _, _, _, rfl, rfl, _ => rfl
theorem eq_rec_heq {φ : α → Sort v} : {a a' : α} → (h : a = a') → (p : φ a) → HEq (h ▸ p : φ a') p
  | _, _, rfl, p => HEq.refl p
/-! ## Relations -/

namespace Std
class Refl (r : α → α → Prop) : Prop where
  refl (a : α) : r a a
class Irrefl (r : α → α → Prop) : Prop where
  irrefl (a : α) : ¬r a a
class Antisymm (r : α → α → Prop) : Prop where
  antisymm (a b : α) (hab : r a b) (hba : r b a) : a = b
class Asymm (r : α → α → Prop) : Prop where
  asymm (a b : α) : r a b → ¬r b a
class Symm (r : α → α → Prop) : Prop where
  symm (a b : α) : r a b → r b a
class Total (r : α → α → Prop) : Prop where
  total (a b : α) : r a b ∨ r b a
class Trichotomous (r : α → α → Prop) : Prop where
  trichotomous (a b : α) : ¬r a b → ¬r b a → a = b
instance [Total r] : Refl (α := α) r := ⟨fun a => (Total.total (r := r) a a).elim id id⟩
instance [Asymm r] : Irrefl (α := α) r := ⟨fun a h => Asymm.asymm (r := r) a a h h⟩
instance : Refl (α := Nat) (· ≤ ·) := ⟨Nat.le_refl⟩
instance : Antisymm (α := Nat) (· ≤ ·) := ⟨fun _ _ => Nat.le_antisymm⟩
instance : Total (α := Nat) (· ≤ ·) := ⟨Nat.le_total⟩
instance : Asymm (α := Nat) (· < ·) := ⟨fun _ _ => Nat.lt_asymm⟩
instance : Antisymm (α := Int) (· ≤ ·) := ⟨fun _ _ => Int.le_antisymm⟩
instance : Total (α := Int) (· ≤ ·) := ⟨Int.le_total⟩
instance : Asymm (α := Int) (· < ·) := ⟨fun _ _ => Int.lt_asymm⟩
end Std

/-- The steps of a relation, one or more of them. -/
inductive Relation.TransGen {α : Sort u} (r : α → α → Prop) : α → α → Prop where
  | single {a b : α} : r a b → TransGen r a b
  | tail {a b c : α} : TransGen r a b → r b c → TransGen r a c
theorem Relation.TransGen.trans {α : Sort u} {r : α → α → Prop} {a b c : α} :
    TransGen r a b → TransGen r b c → TransGen r a c := by
  intro hab hbc
  induction hbc with
  | single h => exact .tail hab h
  | tail _ h ih => exact .tail ih h
instance {α : Sort u} {r : α → α → Prop} :
    Trans (Relation.TransGen r) (Relation.TransGen r) (Relation.TransGen r) :=
  ⟨Relation.TransGen.trans⟩
theorem Acc.transGen {α : Sort u} {r : α → α → Prop} {a : α} (h : Acc r a) : Acc (Relation.TransGen r) a := by
  induction h with
  | intro x h ih =>
    refine ⟨x, fun y hy => ?_⟩
    cases hy with
    | single h' => exact ih y h'
    | tail hyb hb => exact (ih _ hb).inv hyb
theorem WellFounded.transGen {α : Sort u} {r : α → α → Prop} (h : WellFounded r) :
    WellFounded (Relation.TransGen r) :=
  ⟨fun a => (h.apply a).transGen⟩

/-! ## `==` that is an equivalence -/

class PartialEquivBEq (α : Type u) [BEq α] : Prop where
  symm {a b : α} : a == b → b == a
  trans {a b c : α} : a == b → b == c → a == c
class EquivBEq (α : Type u) [BEq α] : Prop extends PartialEquivBEq α, ReflBEq α
instance {α : Type u} [BEq α] [LawfulBEq α] : EquivBEq α where
  symm h := by rw [beq_iff_eq] at h ⊢; exact h.symm
  trans h g := by rw [beq_iff_eq] at h g ⊢; exact h.trans g
  rfl := BEq.rfl
theorem BEq.symm {α : Type u} [BEq α] [PartialEquivBEq α] {a b : α} : a == b → b == a := PartialEquivBEq.symm
theorem BEq.trans {α : Type u} [BEq α] [PartialEquivBEq α] {a b c : α} : a == b → b == c → a == c :=
  PartialEquivBEq.trans
theorem BEq.comm {α : Type u} [BEq α] [PartialEquivBEq α] {a b : α} : (a == b) = (b == a) :=
  Bool.eq_iff_iff.mpr ⟨BEq.symm, BEq.symm⟩
theorem BEq.congr_left {α : Type u} [BEq α] [PartialEquivBEq α] {a b c : α} (h : a == b) :
    (a == c) = (b == c) :=
  Bool.eq_iff_iff.mpr ⟨BEq.trans (BEq.symm h), BEq.trans h⟩
theorem BEq.congr_right {α : Type u} [BEq α] [PartialEquivBEq α] {a b c : α} (h : b == c) :
    (a == b) = (a == c) :=
  Bool.eq_iff_iff.mpr ⟨fun e => BEq.trans e h, fun e => BEq.trans e (BEq.symm h)⟩
theorem BEq.symm_false {α : Type u} [BEq α] [PartialEquivBEq α] {a b : α} :
    (a == b) = false → (b == a) = false :=
  fun h => BEq.comm.symm.trans h
theorem bne_comm {α : Type u} [BEq α] [PartialEquivBEq α] {a b : α} : (a != b) = (b != a) := by
  rw [bne, BEq.comm, bne]
class LawfulHashable (α : Type u) [BEq α] [Hashable α] : Prop where
  hash_eq (a b : α) : a == b → hash a = hash b
instance {α : Type u} [BEq α] [Hashable α] [LawfulBEq α] : LawfulHashable α :=
  ⟨fun _ _ h => by rw [eq_of_beq h]⟩
