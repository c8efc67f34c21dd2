/-! Propositions: conjunction, disjunction, implication, negation, equivalence. -/

namespace Propositions

variable {p q r s : Prop}

theorem modus_ponens (hpq : p → q) (hp : p) : q := hpq hp

theorem and_swap (h : p ∧ q) : q ∧ p := ⟨h.right, h.left⟩

theorem and_swap_iff : p ∧ q ↔ q ∧ p := ⟨and_swap, and_swap⟩

theorem and_assoc' : (p ∧ q) ∧ r ↔ p ∧ (q ∧ r) := by
  constructor
  · rintro ⟨⟨hp, hq⟩, hr⟩
    exact ⟨hp, hq, hr⟩
  · rintro ⟨hp, hq, hr⟩
    exact ⟨⟨hp, hq⟩, hr⟩

theorem or_swap (h : p ∨ q) : q ∨ p :=
  h.elim (fun hp => Or.inr hp) (fun hq => Or.inl hq)

theorem or_assoc' : (p ∨ q) ∨ r ↔ p ∨ (q ∨ r) := by
  constructor
  · intro h
    rcases h with (hp | hq) | hr
    · exact Or.inl hp
    · exact Or.inr (Or.inl hq)
    · exact Or.inr (Or.inr hr)
  · intro h
    rcases h with hp | hq | hr
    · left; left; assumption
    · left; right; assumption
    · right; assumption

theorem and_or_distrib : p ∧ (q ∨ r) ↔ (p ∧ q) ∨ (p ∧ r) := by
  constructor
  · rintro ⟨hp, hq | hr⟩
    · exact .inl ⟨hp, hq⟩
    · exact .inr ⟨hp, hr⟩
  · rintro (⟨hp, hq⟩ | ⟨hp, hr⟩)
    · exact ⟨hp, .inl hq⟩
    · exact ⟨hp, .inr hr⟩

theorem curry : (p ∧ q → r) ↔ (p → q → r) :=
  Iff.intro (fun h hp hq => h ⟨hp, hq⟩) (fun h ⟨hp, hq⟩ => h hp hq)

theorem or_imp' : (p ∨ q → r) ↔ (p → r) ∧ (q → r) where
  mp h := ⟨fun hp => h (.inl hp), fun hq => h (.inr hq)⟩
  mpr := fun ⟨hpr, hqr⟩ h => match h with
    | .inl hp => hpr hp
    | .inr hq => hqr hq

theorem de_morgan_or : ¬(p ∨ q) ↔ ¬p ∧ ¬q := by
  constructor
  · intro h
    exact ⟨fun hp => h (Or.inl hp), fun hq => h (Or.inr hq)⟩
  · intro ⟨hnp, hnq⟩ h
    cases h with
    | inl hp => exact hnp hp
    | inr hq => exact hnq hq

theorem de_morgan_and_half (h : ¬p ∨ ¬q) : ¬(p ∧ q) := by
  intro ⟨hp, hq⟩
  cases h
  case inl hnp => exact hnp hp
  case inr hnq => exact hnq hq

theorem not_both : ¬(p ∧ ¬p) := fun ⟨hp, hnp⟩ => hnp hp

theorem explosion (hp : p) (hnp : ¬p) : q := absurd hp hnp

theorem explosion' (h : False) : q := by contradiction

theorem explosion'' (hp : p) (hnp : ¬p) : q := by
  exfalso
  exact hnp hp

theorem contrapositive (h : p → q) : ¬q → ¬p := fun hnq hp => hnq (h hp)

theorem not_not_intro' (hp : p) : ¬¬p := fun hnp => hnp hp

theorem triple_negation : ¬¬¬p ↔ ¬p :=
  ⟨fun h hp => h (fun hnp => hnp hp), fun hnp hnnp => hnnp hnp⟩

theorem not_iff_self : ¬(p ↔ ¬p) := by
  intro h
  have hnp : ¬p := fun hp => h.mp hp hp
  exact hnp (h.mpr hnp)

theorem iff_trans (h₁ : p ↔ q) (h₂ : q ↔ r) : p ↔ r := by
  rw [h₁, h₂]

theorem and_true' : p ∧ True ↔ p := by simp

theorem or_false' : p ∨ False ↔ p := by simp

theorem false_and' : False ∧ p ↔ False := by simp

theorem not_true' : ¬True ↔ False := by simp

theorem and_self' : p ∧ p ↔ p := ⟨And.left, fun h => ⟨h, h⟩⟩

theorem imp_trans (hpq : p → q) (hqr : q → r) : p → r := hqr ∘ hpq

theorem suffices_style (hp : p) (hpq : p → q) (hqr : q → r) : r := by
  suffices hq : q from hqr hq
  exact hpq hp

theorem have_style (hp : p) (hpq : p → q) (hqr : q → r) : r := by
  have hq : q := hpq hp
  have hr := hqr hq
  exact hr

theorem show_style (h : p ∧ q ∧ r) : r ∧ q ∧ p := by
  obtain ⟨hp, hq, hr⟩ := h
  refine ⟨?_, ?_, ?_⟩
  case refine_1 => show r; exact hr
  case refine_2 => show q; exact hq
  case refine_3 => show p; exact hp

example (h : p ∨ (q ∧ r)) : (p ∨ q) ∧ (p ∨ r) := by
  apply And.intro <;> rcases h with hp | ⟨hq, hr⟩
  all_goals
    first
    | exact Or.inl hp
    | exact Or.inr hq
    | exact Or.inr hr

example (hp : p) : p := ‹p›

example (hp : p) (hq : q) (hr : r) (hs : s) : (p ∧ q) ∧ (r ∧ s) := by
  repeat' constructor
  all_goals assumption

example : p → p := id

example (h : p ↔ q) (hp : p) : q := by rwa [h] at hp

example (h : p = q) (hp : p) : q := h ▸ hp

example : ¬(True → False) := by decide

#check @and_swap
-- info: @and_swap : ∀ {p q : Prop}, p ∧ q → q ∧ p

#check curry
-- info: Propositions.curry {p q r : Prop} : p ∧ q → r ↔ p → q → r

#print axioms de_morgan_or
-- info: 'Propositions.de_morgan_or' does not depend on any axioms

end Propositions
