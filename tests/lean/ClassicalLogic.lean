/-! Classical reasoning: excluded middle, choice, and what depends on them. -/

namespace ClassicalLogic

open Classical

variable {p q r : Prop} {α : Type} {P Q : α → Prop}

theorem excluded_middle (p : Prop) : p ∨ ¬p := em p

theorem double_negation : ¬¬p ↔ p := by
  constructor
  · intro h
    cases em p with
    | inl hp => exact hp
    | inr hnp => exact absurd hnp h
  · intro hp hnp
    exact hnp hp

theorem by_contra (h : ¬p → False) : p := byContradiction h

theorem contraposition : (p → q) ↔ (¬q → ¬p) := by
  constructor
  · intro h hnq hp
    exact hnq (h hp)
  · intro h hp
    apply byContradiction
    intro hnq
    exact h hnq hp

theorem not_and' : ¬(p ∧ q) ↔ ¬p ∨ ¬q := by
  constructor
  · intro h
    by_cases hp : p
    · right
      intro hq
      exact h ⟨hp, hq⟩
    · exact Or.inl hp
  · rintro (h | h) ⟨hp, hq⟩
    · exact h hp
    · exact h hq

theorem imp_iff_or : (p → q) ↔ ¬p ∨ q := by
  constructor
  · intro h
    by_cases hp : p
    · exact Or.inr (h hp)
    · exact Or.inl hp
  · rintro (hnp | hq) hp
    · contradiction
    · exact hq

theorem not_imp' : ¬(p → q) ↔ p ∧ ¬q := by
  constructor
  · intro h
    refine ⟨byContradiction fun hnp => h fun hp => absurd hp hnp, fun hq => h fun _ => hq⟩
  · rintro ⟨hp, hnq⟩ h
    exact hnq (h hp)

theorem peirce : ((p → q) → p) → p := by
  intro h
  by_cases hp : p
  · exact hp
  · exact h (fun hp' => absurd hp' hp)

theorem dummett : (p → q) ∨ (q → p) := by
  by_cases hp : p
  · exact Or.inr (fun _ => hp)
  · exact Or.inl (fun h => absurd h hp)

theorem not_forall' : (¬∀ x, P x) ↔ ∃ x, ¬P x := by
  constructor
  · intro h
    apply byContradiction
    intro hne
    apply h
    intro x
    apply byContradiction
    intro hx
    exact hne ⟨x, hx⟩
  · rintro ⟨x, hx⟩ h
    exact hx (h x)

theorem forall_or_left' : (∀ x, p ∨ P x) ↔ p ∨ ∀ x, P x := by
  constructor
  · intro h
    by_cases hp : p
    · exact Or.inl hp
    · right
      intro x
      exact (h x).resolve_left hp
  · rintro (hp | h) x
    · exact Or.inl hp
    · exact Or.inr (h x)

/-- In every nonempty bar there is somebody who, if he drinks, everybody drinks. -/
theorem drinker (a : α) (P : α → Prop) : ∃ x, P x → ∀ y, P y := by
  by_cases h : ∀ y, P y
  · exact ⟨a, fun _ => h⟩
  · obtain ⟨x, hx⟩ := not_forall'.mp h
    exact ⟨x, fun hPx => absurd hPx hx⟩

theorem cases_iff (p : Prop) : (p ↔ True) ∨ (p ↔ False) := by
  rcases em p with h | h
  · exact Or.inl ⟨fun _ => trivial, fun _ => h⟩
  · exact Or.inr ⟨h, False.elim⟩

theorem prop_ext (h : p ↔ q) : p = q := propext h

theorem prop_complete (p : Prop) : p = True ∨ p = False := by
  rcases cases_iff p with h | h
  · exact Or.inl (propext h)
  · exact Or.inr (propext h)

theorem proof_irrelevance (h₁ h₂ : p) : h₁ = h₂ := rfl

noncomputable def someElement (h : ∃ x, P x) : α := choose h

theorem someElement_spec (h : ∃ x, P x) : P (someElement h) := choose_spec h

theorem skolem {β : Type} {R : α → β → Prop} (h : ∀ a, ∃ b, R a b) : ∃ f : α → β, ∀ a, R a (f a) :=
  ⟨fun a => choose (h a), fun a => choose_spec (h a)⟩

theorem right_inverse {β : Type} {f : α → β} (h : ∀ b, ∃ a, f a = b) : ∃ g : β → α, ∀ b, f (g b) = b :=
  skolem h

noncomputable def indicator (P : α → Prop) (a : α) : Nat := if P a then 1 else 0

theorem indicator_of {a : α} (h : P a) : indicator P a = 1 := by simp [indicator, h]

theorem indicator_le (a : α) : indicator P a ≤ 1 := by
  unfold indicator
  split <;> decide

theorem indicator_not (a : α) : indicator P a + indicator (fun x => ¬P x) a = 1 := by
  by_cases h : P a <;> simp [indicator, h]

theorem least_of_exists {P : Nat → Prop} (h : ∃ n, P n) : ∃ n, P n ∧ ∀ m, m < n → ¬P m := by
  obtain ⟨n, hn⟩ := h
  induction n using Nat.strongRecOn with
  | ind n ih =>
    by_cases hex : ∃ m, m < n ∧ P m
    · obtain ⟨m, hmn, hm⟩ := hex
      exact ih m hmn hm
    · exact ⟨n, hn, fun m hmn hm => hex ⟨m, hmn, hm⟩⟩

theorem iff_not_self_of_not_false (h : ¬(p ↔ ¬p) → False) : False := by
  apply h
  intro hiff
  have hnp : ¬p := fun hp => (hiff.mp hp) hp
  exact hnp (hiff.mpr hnp)

theorem exists_not_of (h : ¬∀ n : Nat, n = 0) : ∃ n : Nat, n ≠ 0 := not_forall'.mp h

theorem nonempty_choice (h : Nonempty α) : ∃ _ : α, True := ⟨choice h, trivial⟩

example : ¬¬(p ∨ ¬p) := fun h => h (Or.inr fun hp => h (Or.inl hp))

example (h : ¬p → q) (h' : ¬q) : p := by
  apply Decidable.byContradiction
  intro hnp
  exact h' (h hnp)

example [DecidableEq α] (a b : α) : a = b ∨ a ≠ b := Decidable.em (a = b)

#print axioms contraposition
-- info: 'ClassicalLogic.contraposition' depends on axioms: [propext, choice, Quot.sound]

#print axioms prop_ext
-- info: 'ClassicalLogic.prop_ext' depends on axioms: [propext]

#print axioms proof_irrelevance
-- info: 'ClassicalLogic.proof_irrelevance' does not depend on any axioms

#print axioms someElement
-- info: 'ClassicalLogic.someElement' depends on axioms: [choice]

end ClassicalLogic
