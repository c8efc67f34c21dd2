module
prelude
public import Init.Core.Classical
/-!
Well-founded relations and recursion: accessibility, `WellFounded.fix` with its equation, and the
relations that `termination_by` builds its measure from (`<` on `Nat`, inverse images, lexicographic
products).
-/

@[expose] public section

set_option linter.all false

universe u v w

inductive Acc {α : Sort u} (r : α → α → Prop) : α → Prop where
  | intro (x : α) (h : (y : α) → r y x → Acc r y) : Acc r x

theorem Acc.inv {α : Sort u} {r : α → α → Prop} {x y : α} (h₁ : Acc r x) (h₂ : r y x) : Acc r y := by
  cases h₁ with
  | intro _ h => exact h y h₂

inductive WellFounded {α : Sort u} (r : α → α → Prop) : Prop where
  | intro (h : ∀ a, Acc r a) : WellFounded r

class WellFoundedRelation (α : Sort u) where
  rel : α → α → Prop
  wf : WellFounded rel

namespace WellFounded

theorem apply {α : Sort u} {r : α → α → Prop} (wf : WellFounded r) (a : α) : Acc r a := by
  cases wf with
  | intro h => exact h a

theorem recursion {α : Sort u} {r : α → α → Prop} (hwf : WellFounded r) {C : α → Prop} (a : α)
    (h : ∀ x, (∀ y, r y x → C y) → C x) : C a := by
  induction hwf.apply a with
  | intro x _ ih => exact h x ih

theorem induction {α : Sort u} {r : α → α → Prop} (hwf : WellFounded r) {C : α → Prop} (a : α)
    (h : ∀ x, (∀ y, r y x → C y) → C x) : C a := hwf.recursion a h

variable {α : Sort u} {C : α → Sort v} {r : α → α → Prop}

noncomputable def fixF (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (a : Acc r x) : C x :=
  Acc.rec (motive := fun x _ => C x) (fun x _ ih => F x ih) a

theorem fixF_eq (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (acx : Acc r x) :
    fixF F x acx = F x (fun (y : α) (p : r y x) => fixF F y (acx.inv p)) := by
  cases acx; rfl

noncomputable def fix (hwf : WellFounded r) (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) : C x :=
  fixF F x (hwf.apply x)

theorem fix_eq (hwf : WellFounded r) (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) :
    hwf.fix F x = F x (fun y _ => hwf.fix F y) := fixF_eq F x (hwf.apply x)

end WellFounded

/-! ## Building relations -/

@[reducible] def emptyRelation {α : Sort u} (_ _ : α) : Prop := False
@[reducible] def emptyWf {α : Sort u} : WellFoundedRelation α :=
  ⟨emptyRelation, ⟨fun a => ⟨a, fun _ h => h.elim⟩⟩⟩

theorem Subrelation.accessible {α : Sort u} {r q : α → α → Prop} {a : α} (h₁ : ∀ {x y}, q x y → r x y)
    (ac : Acc r a) : Acc q a := by
  induction ac with
  | intro x _ ih => exact ⟨x, fun y h => ih y (h₁ h)⟩
theorem Subrelation.wf {α : Sort u} {r q : α → α → Prop} (h₁ : ∀ {x y}, q x y → r x y) (h₂ : WellFounded r) :
    WellFounded q :=
  ⟨fun a => Subrelation.accessible h₁ (h₂.apply a)⟩

@[reducible] def InvImage {α : Sort u} {β : Sort v} (r : β → β → Prop) (f : α → β) : α → α → Prop :=
  fun a₁ a₂ => r (f a₁) (f a₂)
theorem InvImage.accessible {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) {a : α}
    (ac : Acc r (f a)) : Acc (InvImage r f) a := by
  have key : ∀ b, Acc r b → ∀ x, f x = b → Acc (InvImage r f) x := by
    intro b hb
    induction hb with
    | intro b _ ih => intro x e; subst e; exact ⟨x, fun y h => ih (f y) h y rfl⟩
  exact key _ ac a rfl
theorem InvImage.wf {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) (h : WellFounded r) :
    WellFounded (InvImage r f) :=
  ⟨fun a => InvImage.accessible f (h.apply (f a))⟩
@[reducible] def invImage {α : Sort u} {β : Sort v} (f : α → β) (h : WellFoundedRelation β) :
    WellFoundedRelation α :=
  ⟨InvImage h.rel f, InvImage.wf f h.wf⟩

theorem Nat.lt_or_eq_of_le_aux {n m : Nat} (h : n ≤ m) : n < m ∨ n = m := by
  cases h with
  | refl => exact .inr rfl
  | step h => exact .inl (Nat.succ_le_succ h)

theorem Nat.acc_lt (n : Nat) : Acc (· < ·) n := by
  induction n with
  | zero => exact ⟨_, fun y h => absurd h (Nat.not_succ_le_zero y)⟩
  | succ n ih =>
    refine ⟨_, fun y h => ?_⟩
    cases Nat.lt_or_eq_of_le_aux (Nat.le_of_succ_le_succ h) with
    | inl h => exact ih.inv h
    | inr h => exact h ▸ ih
theorem Nat.lt_wfRel_wf : WellFounded (fun (a b : Nat) => a < b) := ⟨Nat.acc_lt⟩
@[reducible] def Nat.lt_wfRel : WellFoundedRelation Nat := ⟨(· < ·), Nat.lt_wfRel_wf⟩

@[reducible] def measure {α : Sort u} (f : α → Nat) : WellFoundedRelation α := invImage f Nat.lt_wfRel
@[reducible] def sizeOfWFRel {α : Sort u} [SizeOf α] : WellFoundedRelation α := measure sizeOf
instance (priority := low) instWellFoundedRelationOfSizeOf {α : Sort u} [SizeOf α] : WellFoundedRelation α :=
  sizeOfWFRel

/-- Recursion along `<` on a measure: computes in the kernel, unlike the general `fix`. -/
theorem WellFounded.Nat.fix_wf {α : Sort u} (h : α → Nat) :
    WellFounded (InvImage (· < · : Nat → Nat → Prop) h) := (measure h).wf

noncomputable def WellFounded.Nat.fix {α : Sort u} {motive : α → Sort v} (h : α → Nat)
    (F : (x : α) → ((y : α) → InvImage (· < · : Nat → Nat → Prop) h y x → motive y) → motive x)
      (x : α) : motive x :=
  WellFounded.fix (measure h).wf F x
theorem WellFounded.Nat.fix_eq {α : Sort u} {motive : α → Sort v} (h : α → Nat)
    (F : (x : α) → ((y : α) → InvImage (· < · : Nat → Nat → Prop) h y x → motive y) → motive x) (x : α) :
    WellFounded.Nat.fix h F x = F x (fun y _ => WellFounded.Nat.fix h F y) :=
      WellFounded.fix_eq (measure h).wf F x

/-! ## Lexicographic products -/

namespace Prod
variable {α : Type u} {β : Type v} (ra : α → α → Prop) (rb : β → β → Prop)

protected inductive Lex : α × β → α × β → Prop where
  | left {a₁} (b₁) {a₂} (b₂) (h : ra a₁ a₂) : Prod.Lex (a₁, b₁) (a₂, b₂)
  | right (a) {b₁ b₂} (h : rb b₁ b₂) : Prod.Lex (a, b₁) (a, b₂)

theorem lex_def {r : α → α → Prop} {s : β → β → Prop} {p q : α × β} :
    Prod.Lex r s p q ↔ r p.1 q.1 ∨ p.1 = q.1 ∧ s p.2 q.2 := by
  constructor
  · intro h
    cases h with
    | left _ _ h => exact .inl h
    | right _ h => exact .inr ⟨rfl, h⟩
  · intro h
    cases p with
    | mk a b =>
      cases q with
      | mk c d =>
        cases h with
        | inl h => exact .left _ _ h
        | inr h => cases h with | intro e h => cases e; exact .right _ h

variable {ra rb}
theorem Lex.right' (rb : β → β → Prop) {a₂ : Nat} {b₂ : β} {a₁ : Nat} {b₁ : β} (h₁ : a₁ ≤ a₂)
    (h₂ : rb b₁ b₂) : Prod.Lex Nat.lt rb (a₁, b₁) (a₂, b₂) :=
  match Nat.lt_or_eq_of_le_aux h₁ with
  | .inl h => .left _ _ h
  | .inr h => h ▸ .right _ h₂
theorem lexAccessible {a : α} (aca : Acc ra a) (acb : (b : β) → Acc rb b) (b : β) :
    Acc (Prod.Lex ra rb) (a, b) := by
  induction aca generalizing b with
  | intro xa _ iha =>
    induction acb b with
    | intro xb _ ihb =>
      refine ⟨_, fun p lt => ?_⟩
      cases lt with
      | left _ _ h => exact iha _ h _
      | right _ h => exact ihb _ h

@[reducible] def lex (ha : WellFoundedRelation α) (hb : WellFoundedRelation β) :
    WellFoundedRelation (α × β) :=
  ⟨Prod.Lex ha.rel hb.rel, ⟨fun (a, b) => lexAccessible (ha.wf.apply a) hb.wf.apply b⟩⟩
instance instWellFoundedRelation [ha : WellFoundedRelation α] [hb : WellFoundedRelation β] :
    WellFoundedRelation (α × β) := lex ha hb
end Prod

namespace PSigma
variable {α : Sort u} {β : α → Sort v}
inductive Lex (r : α → α → Prop) (s : ∀ a, β a → β a → Prop) : PSigma β → PSigma β → Prop where
  | left {a₁ : α} (b₁ : β a₁) {a₂ : α} (b₂ : β a₂) : r a₁ a₂ → Lex r s ⟨a₁, b₁⟩ ⟨a₂, b₂⟩
  | right (a : α) {b₁ b₂ : β a} : s a b₁ b₂ → Lex r s ⟨a, b₁⟩ ⟨a, b₂⟩

theorem lexAccessible {r : α → α → Prop} {s : ∀ a, β a → β a → Prop} {a : α} (aca : Acc r a)
    (acb : ∀ a, WellFounded (s a)) (b : β a) : Acc (Lex r s) ⟨a, b⟩ := by
  induction aca with
  | intro xa _ iha =>
    induction (acb xa).apply b with
    | intro xb _ ihb =>
      refine ⟨_, fun p lt => ?_⟩
      cases lt with
      | left _ _ h => exact iha _ h _
      | right _ h => exact ihb _ h

@[reducible] def lex (ha : WellFoundedRelation α) (hb : ∀ a, WellFoundedRelation (β a)) :
    WellFoundedRelation (PSigma β) :=
  ⟨Lex ha.rel (fun a => (hb a).rel), ⟨fun ⟨_, b⟩ => lexAccessible (ha.wf.apply _) (fun a => (hb a).wf) b⟩⟩
instance instWellFoundedRelation [ha : WellFoundedRelation α] [hb : ∀ a, WellFoundedRelation (β a)] :
    WellFoundedRelation (PSigma β) := lex ha hb
end PSigma

/-! ## What the elaborator of recursive definitions wraps terms in -/

@[implicit_reducible] def wfParam {α : Sort u} (a : α) : α := a
opaque Lean.opaqueId {α : Sort u} (x : α) : α := x
theorem Nat.lt_eq (m n : Nat) : Nat.lt m n = (m < n) := rfl
