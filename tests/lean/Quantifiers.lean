/-! Quantifiers: universal and existential statements, equality, unique existence. -/

namespace Quantifiers

variable {α β : Type} {p q : α → Prop}

theorem forall_and' : (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ (∀ x, q x) := by
  constructor
  · intro h
    exact ⟨fun x => (h x).left, fun x => (h x).right⟩
  · intro ⟨hp, hq⟩ x
    exact ⟨hp x, hq x⟩

theorem forall_mono (h : ∀ x, p x → q x) (hp : ∀ x, p x) : ∀ x, q x :=
  fun x => h x (hp x)

theorem forall_or_half (h : (∀ x, p x) ∨ (∀ x, q x)) : ∀ x, p x ∨ q x := by
  intro x
  cases h with
  | inl hp => exact Or.inl (hp x)
  | inr hq => exact Or.inr (hq x)

theorem exists_or' : (∃ x, p x ∨ q x) ↔ (∃ x, p x) ∨ (∃ x, q x) := by
  constructor
  · rintro ⟨x, hp | hq⟩
    · exact Or.inl ⟨x, hp⟩
    · exact Or.inr ⟨x, hq⟩
  · rintro (⟨x, hp⟩ | ⟨x, hq⟩)
    · exact ⟨x, Or.inl hp⟩
    · exact ⟨x, Or.inr hq⟩

theorem exists_and_half (h : ∃ x, p x ∧ q x) : (∃ x, p x) ∧ (∃ x, q x) := by
  obtain ⟨x, hp, hq⟩ := h
  exact ⟨⟨x, hp⟩, ⟨x, hq⟩⟩

theorem not_exists' : (¬∃ x, p x) ↔ ∀ x, ¬p x := by
  constructor
  · intro h x hx
    exact h ⟨x, hx⟩
  · intro h ⟨x, hx⟩
    exact h x hx

theorem not_forall_of_exists_not (h : ∃ x, ¬p x) : ¬∀ x, p x :=
  fun hall => h.elim fun x hx => hx (hall x)

theorem exists_const (a : α) {r : Prop} : (∃ _ : α, r) ↔ r :=
  ⟨fun ⟨_, hr⟩ => hr, fun hr => ⟨a, hr⟩⟩

theorem exists_imp' {r : Prop} : ((∃ x, p x) → r) ↔ ∀ x, p x → r where
  mp h x hx := h ⟨x, hx⟩
  mpr h := fun ⟨x, hx⟩ => h x hx

theorem exists_swap {s : α → β → Prop} (h : ∃ x, ∃ y, s x y) : ∃ y, ∃ x, s x y := by
  let ⟨x, y, hxy⟩ := h
  exact ⟨y, x, hxy⟩

theorem exists_forall {s : α → β → Prop} (h : ∃ x, ∀ y, s x y) : ∀ y, ∃ x, s x y := by
  intro y
  cases h with
  | intro x hx => exists x; exact hx y

theorem eq_is_symm {a b : α} (h : a = b) : b = a := by
  subst h
  rfl

theorem eq_is_trans {a b c : α} (h₁ : a = b) (h₂ : b = c) : a = c := h₁ ▸ h₂

theorem leibniz {a b : α} : a = b ↔ ∀ r : α → Prop, r a → r b := by
  constructor
  · intro h r ha
    rw [← h]
    exact ha
  · intro h
    exact h (fun x => a = x) rfl

theorem congr_fun' {f g : α → β} (h : f = g) (a : α) : f a = g a := by rw [h]

theorem congr_arg' (f : α → β) {a b : α} (h : a = b) : f a = f b := congrArg f h

theorem one_point (a : α) : (∀ x, x = a → p x) ↔ p a := by
  constructor
  · intro h
    exact h a rfl
  · rintro ha x rfl
    exact ha

theorem one_point_exists (a : α) : (∃ x, x = a ∧ p x) ↔ p a := by
  constructor
  · rintro ⟨x, rfl, hx⟩
    exact hx
  · intro ha
    exact ⟨a, rfl, ha⟩

/-- There is one, and only one. -/
def Unique (p : α → Prop) : Prop := ∃ x, p x ∧ ∀ y, p y → y = x

theorem Unique.exists (h : Unique p) : ∃ x, p x :=
  match h with
  | ⟨x, hx, _⟩ => ⟨x, hx⟩

theorem Unique.eq (h : Unique p) {a b : α} (ha : p a) (hb : p b) : a = b := by
  obtain ⟨x, _, hx⟩ := h
  calc
    a = x := hx a ha
    _ = b := (hx b hb).symm

theorem unique_zero : Unique (fun n : Nat => ∀ m, n + m = m) := by
  refine ⟨0, fun m => Nat.zero_add m, ?_⟩
  intro n h
  have h0 := h 0
  simpa using h0

theorem bounded_forall : ∀ n : Nat, n < 4 → n * n < 10 := by decide

theorem some_square : ∃ n : Nat, n * n = 49 := ⟨7, rfl⟩

theorem some_pair : ∃ m n : Nat, m + n = 10 ∧ m * n = 21 := ⟨3, 7, by decide⟩

theorem no_largest : ¬∃ n : Nat, ∀ m : Nat, m ≤ n := by
  rintro ⟨n, h⟩
  exact Nat.not_succ_le_self n (h (n + 1))

theorem always_greater : ∀ n : Nat, ∃ m, m > n := fun n => ⟨n + 1, Nat.lt_succ_self n⟩

example : ∃ x, x > 3 ∧ x < 5 := by
  exists 4

example (f : α → α) (h : ∀ x, f (f x) = x) (a : α) : f (f (f (f a))) = a := by
  rw [h, h]

example (f : α → α) (h : ∀ x, f x = x) (a : α) : f (f (f a)) = a := by simp [h]

example (h : ∀ x, p x → q x) : (∃ x, p x) → ∃ x, q x
  | ⟨x, hx⟩ => ⟨x, h x hx⟩

example (a : α) (h : ∀ x, p x) : ∃ x, p x := by
  specialize h a
  exact ⟨a, h⟩

example : (∀ _ : α, ∀ _ : β, True) := by
  intros
  trivial

#check (∃ n : Nat, n = 3)
-- info: ∃ n, n = 3 : Prop

#check ∀ n : Nat, n ≥ 0
-- info: ∀ (n : Nat), n ≥ 0 : Prop

end Quantifiers
