import Abacus.Nat.Basic

/-! Even and odd numbers. -/

namespace Abacus

/-- A number is even if it is twice another one. -/
def Even (n : Nat) : Prop := ∃ k, n = double k

/-- A number is odd if it is one more than an even one. -/
def Odd (n : Nat) : Prop := ∃ k, n = double k + 1

/-- Whether a number is even, computed. -/
def isEven : Nat → Bool
  | 0 => true
  | n + 1 => !isEven n

theorem even_zero : Even 0 := ⟨0, rfl⟩

theorem odd_one : Odd 1 := ⟨0, rfl⟩

theorem even_double (n : Nat) : Even (double n) := ⟨n, rfl⟩

theorem odd_succ_of_even (n : Nat) (h : Even n) : Odd (n + 1) := by
  obtain ⟨k, hk⟩ := h
  exact ⟨k, by rw [hk]⟩

theorem even_succ_of_odd (n : Nat) (h : Odd n) : Even (n + 1) := by
  obtain ⟨k, hk⟩ := h
  exact ⟨k + 1, by rw [hk, double_succ]⟩

theorem even_add (n m : Nat) (hn : Even n) (hm : Even m) : Even (n + m) := by
  obtain ⟨k, hk⟩ := hn
  obtain ⟨l, hl⟩ := hm
  exact ⟨k + l, by rw [hk, hl, double_add]⟩

theorem even_add_of_odd (n m : Nat) (hn : Odd n) (hm : Odd m) : Even (n + m) := by
  obtain ⟨k, hk⟩ := hn
  obtain ⟨l, hl⟩ := hm
  exact ⟨k + l + 1, by unfold double at *; omega⟩

theorem not_even_and_odd (n : Nat) (he : Even n) (ho : Odd n) : False := by
  obtain ⟨k, hk⟩ := he
  obtain ⟨l, hl⟩ := ho
  unfold double at *
  omega

theorem even_or_odd (n : Nat) : Even n ∨ Odd n := by
  induction n with
  | zero => exact Or.inl even_zero
  | succ n ih =>
    cases ih with
    | inl h => exact Or.inr (odd_succ_of_even n h)
    | inr h => exact Or.inl (even_succ_of_odd n h)

theorem isEven_zero : isEven 0 = true := rfl

theorem isEven_succ (n : Nat) : isEven (n + 1) = !isEven n := rfl

theorem isEven_add_two (n : Nat) : isEven (n + 2) = isEven n := by
  show (!(!isEven n)) = isEven n
  cases isEven n <;> rfl

theorem isEven_double (n : Nat) : isEven (double n) = true := by
  induction n with
  | zero => rfl
  | succ n ih => rw [double_succ, isEven_add_two, ih]

theorem isEven_of_even (n : Nat) (h : Even n) : isEven n = true := by
  obtain ⟨k, hk⟩ := h
  rw [hk, isEven_double]

end Abacus
