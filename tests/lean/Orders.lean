/-! Orders: on numbers, and in general. -/

namespace Orders

section numbers

variable {a b c d : Nat}

theorem le_chain (h₁ : a ≤ b) (h₂ : b ≤ c) (h₃ : c ≤ d) : a ≤ d :=
  Nat.le_trans h₁ (Nat.le_trans h₂ h₃)

theorem le_chain' (h₁ : a ≤ b) (h₂ : b < c) (h₃ : c ≤ d) : a < d := by
  calc
    a ≤ b := h₁
    _ < c := h₂
    _ ≤ d := h₃

theorem eq_of_le_of_ge (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b := Nat.le_antisymm h₁ h₂

theorem le_or_ge (a b : Nat) : a ≤ b ∨ b ≤ a := Nat.le_total a b

theorem lt_or_eq_or_gt (a b : Nat) : a < b ∨ a = b ∨ a > b := Nat.lt_trichotomy a b

theorem not_lt_self (a : Nat) : ¬a < a := Nat.lt_irrefl a

theorem lt_asymm' (h : a < b) : ¬b < a := fun h' => Nat.lt_irrefl a (Nat.lt_trans h h')

theorem add_le (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d := Nat.add_le_add h₁ h₂

theorem mul_le (h₁ : a ≤ b) (h₂ : c ≤ d) : a * c ≤ b * d := Nat.mul_le_mul h₁ h₂

theorem le_iff_exists : a ≤ b ↔ ∃ k, b = a + k := by
  constructor
  · intro h
    exact ⟨b - a, (Nat.add_sub_cancel' h).symm⟩
  · rintro ⟨k, rfl⟩
    exact Nat.le_add_right a k

theorem lt_iff_succ_le : a < b ↔ a + 1 ≤ b := Iff.rfl

theorem le_max_left' : a ≤ max a b := Nat.le_max_left a b

theorem min_le_left' : min a b ≤ a := Nat.min_le_left a b

theorem max_of_le (h : a ≤ b) : max a b = b := Nat.max_eq_right h

theorem min_of_le (h : a ≤ b) : min a b = a := by
  simp [h]

theorem sub_lt' (h : 0 < a) : a - 1 < a := Nat.sub_lt h Nat.zero_lt_one

theorem zero_or_pos (a : Nat) : a = 0 ∨ 0 < a := Nat.eq_zero_or_pos a

theorem le_of_succ_le_succ' (h : a + 1 ≤ b + 1) : a ≤ b := Nat.le_of_succ_le_succ h

theorem le_zero (h : a ≤ 0) : a = 0 := by
  cases h
  rfl

theorem dichotomy (a b : Nat) : a < b ∨ a ≥ b := by
  by_cases h : a < b
  · exact Or.inl h
  · exact Or.inr (Nat.le_of_not_lt h)

example : 3 < 5 := by decide
example : ¬5 ≤ 3 := by decide
example : 2 ≤ 2 := Nat.le_refl 2
example : (7 : Nat) ≥ 3 := by simp
example (h : a < b) : a ≤ b := Nat.le_of_lt h
example (h : a < b) : a ≠ b := Nat.ne_of_lt h
example (h : ¬a < b) : b ≤ a := Nat.ge_of_not_lt h
example (h : a ≤ b) : a < b + 1 := Nat.lt_succ_of_le h
example (h : a < b + 1) : a ≤ b := Nat.le_of_lt_succ h
example (h : a ≤ b) : c + a ≤ c + b := Nat.add_le_add_left h c
example (h : a ≤ b) : a - c ≤ b - c := Nat.sub_le_sub_right h c
example (h : a ∣ b) : a ∣ b * c := Nat.dvd_trans h ⟨c, rfl⟩

end numbers

class PartialOrder' (α : Type) extends LE α where
  refl : ∀ a : α, a ≤ a
  trans : ∀ {a b c : α}, a ≤ b → b ≤ c → a ≤ c
  antisymm : ∀ {a b : α}, a ≤ b → b ≤ a → a = b

namespace PartialOrder'

instance : PartialOrder' Nat where
  refl := Nat.le_refl
  trans := Nat.le_trans
  antisymm := Nat.le_antisymm

variable {α : Type} [PartialOrder' α] {a b c : α}

theorem le_of_eq (h : a = b) : a ≤ b := h ▸ refl a

theorem ge_trans (h₁ : b ≤ a) (h₂ : c ≤ b) : c ≤ a := trans h₂ h₁

def IsLeast (p : α → Prop) (a : α) : Prop := p a ∧ ∀ b, p b → a ≤ b

theorem IsLeast.unique {p : α → Prop} (ha : IsLeast p a) (hb : IsLeast p b) : a = b :=
  antisymm (ha.2 b hb.1) (hb.2 a ha.1)

instance : Trans (α := α) (β := α) (γ := α) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨trans⟩

theorem calc_style {d : α} (h₁ : a ≤ b) (h₂ : b = c) (h₃ : c ≤ d) : a ≤ d :=
  calc a
    _ ≤ b := h₁
    _ = c := h₂
    _ ≤ d := h₃

def Monotone {β : Type} [PartialOrder' β] (f : α → β) : Prop := ∀ {a b}, a ≤ b → f a ≤ f b

theorem Monotone.comp {β γ : Type} [PartialOrder' β] [PartialOrder' γ] {g : β → γ} {f : α → β}
    (hg : Monotone g) (hf : Monotone f) : Monotone (g ∘ f) := fun h => hg (hf h)

theorem monotone_id : Monotone (id : α → α) := fun h => h

theorem monotone_double : Monotone (fun n : Nat => n + n) := fun h => Nat.add_le_add h h

end PartialOrder'

/-- The product order. -/
instance {α β : Type} [PartialOrder' α] [PartialOrder' β] : PartialOrder' (α × β) where
  le p q := p.1 ≤ q.1 ∧ p.2 ≤ q.2
  refl p := ⟨PartialOrder'.refl p.1, PartialOrder'.refl p.2⟩
  trans h₁ h₂ := ⟨PartialOrder'.trans h₁.1 h₂.1, PartialOrder'.trans h₁.2 h₂.2⟩
  antisymm h₁ h₂ := Prod.ext (PartialOrder'.antisymm h₁.1 h₂.1) (PartialOrder'.antisymm h₁.2 h₂.2)

/-- Divisibility as an order of its own type. -/
structure Dvd' where
  val : Nat

instance : PartialOrder' Dvd' where
  le a b := a.val ∣ b.val
  refl a := Nat.dvd_refl a.val
  trans := Nat.dvd_trans
  antisymm {a b} h₁ h₂ := by
    cases a
    cases b
    exact congrArg Dvd'.mk (Nat.dvd_antisymm h₁ h₂)

example : ((1, 2) : Nat × Nat) ≤ (3, 2) := ⟨by decide, by decide⟩

#eval max 3 7
-- info: 7

#eval compare 3 7
-- info: Ordering.lt

#eval (compare "b" "a", compare 'a' 'a')
-- info: (Ordering.gt, Ordering.eq)

#eval decide ("apple" < "banana")
-- info: true

#eval [decide (3 ≤ 4), decide (4 ≤ 3)]
-- info: [true, false]

end Orders
