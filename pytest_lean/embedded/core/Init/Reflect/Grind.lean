module
prelude
public import Init.Natives.Grind
public import Init.Tactics.Arithmetic
public import Init.Core.Simp
/-!
What the proofs of `grind` are made of, as far as it goes here: the connectives, equality, congruence,
instances of given lemmas. Its arithmetic (rings, linear orders) needs a library that is not here;
`Init.Tactics.Grind` goes on from there.
-/

@[expose] public section

set_option linter.all false

universe u

namespace Lean.Grind
variable {a b c : Prop}
theorem and_eq_of_eq_true_left (h : a = True) : (a ∧ b) = b := by
  subst h; exact propext ⟨fun h => h.2, fun h => ⟨trivial, h⟩⟩
theorem and_eq_of_eq_true_right (h : b = True) : (a ∧ b) = a := by
  subst h; exact propext ⟨fun h => h.1, fun h => ⟨h, trivial⟩⟩
theorem and_eq_of_eq_false_left (h : a = False) : (a ∧ b) = False := by
  subst h; exact propext ⟨fun h => h.1, fun h => h.elim⟩
theorem and_eq_of_eq_false_right (h : b = False) : (a ∧ b) = False := by
  subst h; exact propext ⟨fun h => h.2, fun h => h.elim⟩
theorem eq_true_of_and_eq_true_left (h : (a ∧ b) = True) : a = True := eq_true (of_eq_true h).1
theorem eq_true_of_and_eq_true_right (h : (a ∧ b) = True) : b = True := eq_true (of_eq_true h).2
theorem or_of_and_eq_false (h : (a ∧ b) = False) : ¬a ∨ ¬b :=
  Classical.byCases (p := a) (fun ha => .inr fun hb => (of_eq_false h ⟨ha, hb⟩)) .inl
theorem or_eq_of_eq_true_left (h : a = True) : (a ∨ b) = True := eq_true (.inl (of_eq_true h))
theorem or_eq_of_eq_true_right (h : b = True) : (a ∨ b) = True := eq_true (.inr (of_eq_true h))
theorem or_eq_of_eq_false_left (h : a = False) : (a ∨ b) = b :=
  propext ⟨fun h' => h'.elim (fun ha => (of_eq_false h ha).elim) id, .inr⟩
theorem or_eq_of_eq_false_right (h : b = False) : (a ∨ b) = a :=
  propext ⟨fun h' => h'.elim id (fun ha => (of_eq_false h ha).elim), .inl⟩
theorem eq_false_of_or_eq_false_left (h : (a ∨ b) = False) : a = False :=
  eq_false fun ha => of_eq_false h (.inl ha)
theorem eq_false_of_or_eq_false_right (h : (a ∨ b) = False) : b = False :=
  eq_false fun ha => of_eq_false h (.inr ha)
theorem not_eq_of_eq_true (h : a = True) : (¬a) = False := eq_false fun hn => hn (of_eq_true h)
theorem not_eq_of_eq_false (h : a = False) : (¬a) = True := eq_true (of_eq_false h)
theorem eq_false_of_not_eq_true (h : (¬a) = True) : a = False := eq_false (of_eq_true h)
theorem eq_true_of_not_eq_false (h : (¬a) = False) : a = True :=
  eq_true (Classical.byContradiction fun hn => of_eq_false h hn)
theorem false_of_not_eq_self (h : (¬a) = a) : False :=
  have hn : ¬a := fun ha => (h.symm ▸ ha : ¬a) ha; hn (h ▸ hn)
theorem eq_eq_of_eq_true_left (h : a = True) : (a = b) = b := by
  subst h; exact propext ⟨fun e => e ▸ trivial, fun hb => (eq_true hb).symm⟩
theorem eq_eq_of_eq_true_right (h : b = True) : (a = b) = a := by
  subst h; exact propext ⟨fun e => e ▸ trivial, fun hb => eq_true hb⟩
theorem eq_congr {α : Sort u} {a₁ b₁ a₂ b₂ : α} (h₁ : a₁ = a₂) (h₂ : b₁ = b₂) : (a₁ = b₁) = (a₂ = b₂) :=
  h₁ ▸ h₂ ▸ rfl
theorem eq_congr' {α : Sort u} {a₁ b₁ a₂ b₂ : α} (h₁ : a₁ = b₂) (h₂ : b₁ = a₂) : (a₁ = b₁) = (a₂ = b₂) :=
  h₁ ▸ h₂ ▸ propext ⟨Eq.symm, Eq.symm⟩
theorem ne_of_ne_of_eq_left {α : Sort u} {a b c : α} (h₁ : a = b) (h₂ : b ≠ c) : a ≠ c := h₁ ▸ h₂
theorem ne_of_ne_of_eq_right {α : Sort u} {a b c : α} (h₁ : a = c) (h₂ : b ≠ c) : b ≠ a := h₁ ▸ h₂
def nestedProof (p : Prop) {h : p} : p := h
theorem nestedProof_congr (p q : Prop) (h : p = q) (hp : p) (hq : q) :
    HEq (@nestedProof p hp) (@nestedProof q hq) := by subst h; exact HEq.rfl
def nestedDecidable {p : Prop} (h : Decidable p) : Decidable p := h
def intro_with_eq.{v} (p p' : Prop) (q : Sort v) (he : p = p') (h : p' → q) : p → q := fun hp => h (he ▸ hp)
def intro_with_eq'.{v} (p p' : Prop) (q : p → Sort v) (he : p = p') (h : (h : p') → q (he ▸ h)) :
    (h : p) → q h := by subst he; exact h
theorem of_eq_eq_true {a b : Prop} (h : (a = b) = True) : (¬a ∨ b) ∧ (¬b ∨ a) := by
  have h := of_eq_true h; subst h; exact ⟨(Classical.em a).symm.imp id id, (Classical.em a).symm.imp id id⟩
theorem of_eq_eq_false {a b : Prop} (h : (a = b) = False) : (¬a ∨ ¬b) ∧ (a ∨ b) :=
  have h := of_eq_false h
  ⟨Classical.byCases (p := a) (fun ha => .inr fun hb => h (propext ⟨fun _ => hb, fun _ => ha⟩)) .inl,
   Classical.byCases (p := a) .inl
     (fun ha => .inr (Classical.byContradiction fun hb =>
     h (propext ⟨fun h => (ha h).elim, fun h => (hb h).elim⟩)))⟩
theorem imp_eq_of_eq_false_left (h : a = False) : (a → b) = True := eq_true fun ha => (of_eq_false h ha).elim
theorem imp_eq_of_eq_true_right (h : b = True) : (a → b) = True := eq_true fun _ => of_eq_true h
theorem imp_eq_of_eq_true_left (h : a = True) : (a → b) = b := by
  subst h; exact propext ⟨fun h => h trivial, fun h _ => h⟩
theorem eq_true_of_imp_eq_false (h : (a → b) = False) : a = True :=
  eq_true (Classical.byContradiction fun hn => of_eq_false h fun ha => (hn ha).elim)
theorem eq_false_of_imp_eq_false (h : (a → b) = False) : b = False :=
  eq_false fun hb => of_eq_false h fun _ => hb
theorem eq_false_of_imp_eq_true (h₁ : (a → b) = True) (h₂ : b = False) : a = False :=
  eq_false fun ha => of_eq_false h₂ (of_eq_true h₁ ha)
theorem em (p : Prop) : p ∨ ¬p := Classical.em p
def alreadyNorm (p : Prop) : Prop := p
theorem not_and (p q : Prop) : (¬(p ∧ q)) = (¬p ∨ ¬q) :=
  propext ⟨fun h => or_of_and_eq_false (eq_false h), fun h ⟨hp, hq⟩ => h.elim (· hp) (· hq)⟩
theorem not_or (p q : Prop) : (¬(p ∨ q)) = (¬p ∧ ¬q) :=
  propext ⟨fun h => ⟨fun hp => h (.inl hp), fun hq => h (.inr hq)⟩, fun ⟨hp, hq⟩ h => h.elim hp hq⟩
theorem not_not (p : Prop) : (¬¬p) = p := propext Classical.not_not
theorem not_implies (p q : Prop) : (¬(p → q)) = (p ∧ ¬q) := propext Classical.not_imp
theorem not_true : (¬True) = False := eq_false fun h => h trivial
theorem not_false : (¬False) = True := eq_true id
theorem not_eq_prop (p q : Prop) : (¬(p = q)) = (p = ¬q) :=
  propext ⟨fun h => propext ⟨fun hp hq => h (propext ⟨fun _ => hq, fun _ => hp⟩),
    fun hq => Classical.byContradiction fun hp =>
    h (propext ⟨fun h => (hp h).elim, fun h => (hq h).elim⟩)⟩, fun h e => by
      subst e; exact false_of_not_eq_self h.symm⟩
theorem not_forall {α : Sort u} (p : α → Prop) : (¬∀ x, p x) = ∃ x, ¬p x := propext Classical.not_forall
theorem not_exists {α : Sort u} (p : α → Prop) : (¬∃ x, p x) = ∀ x, ¬p x :=
  propext ⟨fun h x hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => h x hx⟩
end Lean.Grind

/-! ## Orders -/

namespace Std
class IsPreorder (α : Type u) [LE α] : Prop where
  le_refl : ∀ a : α, a ≤ a
  le_trans : ∀ a b c : α, a ≤ b → b ≤ c → a ≤ c
class IsPartialOrder (α : Type u) [LE α] : Prop extends IsPreorder α where
  le_antisymm : ∀ a b : α, a ≤ b → b ≤ a → a = b
class IsLinearPreorder (α : Type u) [LE α] : Prop extends IsPreorder α where
  le_total : ∀ a b : α, a ≤ b ∨ b ≤ a
class IsLinearOrder (α : Type u) [LE α] : Prop extends IsPartialOrder α, IsLinearPreorder α
class LawfulOrderLT (α : Type u) [LT α] [LE α] : Prop where
  lt_iff : ∀ a b : α, a < b ↔ a ≤ b ∧ ¬b ≤ a
end Std
instance : Std.IsLinearOrder Nat where
  le_refl := Nat.le_refl
  le_trans _ _ _ := Nat.le_trans
  le_antisymm _ _ := Nat.le_antisymm
  le_total := Nat.le_total
instance : Std.LawfulOrderLT Nat := ⟨fun _ _ => Nat.lt_iff_le_not_le⟩
