module
prelude
public import Init.Core.WF
/-!
`Nat`: its order and the arithmetic of `+`, `*`, `-`, `^`, `min` and `max`. Division is in
`Init.Data.Nat.Div`.
-/

@[expose] public section

set_option linter.all false

universe u v

namespace Nat
variable {n m k a b c d : Nat}

/-! ## Recursion principles and constructors -/

@[elab_as_elim]
protected noncomputable abbrev recAux {motive : Nat → Sort u} (zero : motive 0)
    (succ : ∀ n, motive n → motive (n + 1)) (t : Nat) : motive t :=
  Nat.rec zero succ t
@[elab_as_elim]
protected abbrev casesAuxOn {motive : Nat → Sort u} (t : Nat) (zero : motive 0)
    (succ : (n : Nat) → motive (n + 1)) : motive t :=
  Nat.casesOn t zero succ
attribute [induction_eliminator] Nat.recAux
attribute [cases_eliminator] Nat.casesAuxOn

@[simp] theorem zero_eq : Nat.zero = 0 := rfl
@[simp] theorem succ_eq_add_one (n : Nat) : succ n = n + 1 := rfl
@[simp] theorem add_eq (a b : Nat) : Nat.add a b = a + b := rfl
@[simp] theorem mul_eq (a b : Nat) : Nat.mul a b = a * b := rfl
@[simp] theorem sub_eq (a b : Nat) : Nat.sub a b = a - b := rfl
attribute [simp] Nat.lt_eq
@[simp] theorem le_eq (a b : Nat) : Nat.le a b = (a ≤ b) := rfl
theorem succ_ne_zero (n : Nat) : succ n ≠ 0 := nofun
theorem zero_ne_add_one (n : Nat) : 0 ≠ n + 1 := nofun
@[simp] theorem add_one_ne_zero (n : Nat) : n + 1 ≠ 0 := nofun
@[simp] theorem zero_ne_one : 0 ≠ (1 : Nat) := nofun
@[simp] theorem one_ne_zero : 1 ≠ (0 : Nat) := nofun
theorem succ.inj : succ m = succ n → m = n := fun h => by cases h; rfl
theorem succ_inj' : succ m = succ n ↔ m = n := ⟨succ.inj, congrArg _⟩
theorem succ_inj : succ m = succ n ↔ m = n := succ_inj'
theorem add_one_inj : a + 1 = b + 1 ↔ a = b := succ_inj'
@[simp] theorem pred_zero : pred 0 = 0 := rfl
@[simp] theorem pred_succ (n : Nat) : pred (succ n) = n := rfl
theorem pred_eq_sub_one (n : Nat) : pred n = n - 1 := rfl
theorem exists_eq_succ_of_ne_zero : ∀ {n}, n ≠ 0 → ∃ k, n = succ k
  | 0, h => absurd rfl h
  | k + 1, _ => ⟨k, rfl⟩
theorem exists_eq_add_one_of_ne_zero {n : Nat} (h : n ≠ 0) : ∃ k, n = k + 1 := exists_eq_succ_of_ne_zero h
theorem eq_zero_or_eq_succ_pred : ∀ n, n = 0 ∨ n = succ (pred n)
  | 0 => .inl rfl
  | _ + 1 => .inr rfl

/-! ## Addition -/

@[simp] protected theorem add_zero (n : Nat) : n + 0 = n := rfl
@[simp] protected theorem zero_add : ∀ n : Nat, 0 + n = n
  | 0 => rfl
  | n + 1 => congrArg succ (Nat.zero_add n)
theorem add_succ (n m : Nat) : n + succ m = succ (n + m) := rfl
theorem add_one (n : Nat) : n + 1 = succ n := rfl
theorem succ_add : ∀ n m : Nat, succ n + m = succ (n + m)
  | _, 0 => rfl
  | n, m + 1 => congrArg succ (succ_add n m)
theorem add_one_add (n m : Nat) : n + 1 + m = n + m + 1 := succ_add n m
theorem one_add (n : Nat) : 1 + n = succ n := by rw [succ_add, Nat.zero_add]
protected theorem add_comm : ∀ n m : Nat, n + m = m + n
  | n, 0 => (Nat.zero_add n).symm
  | n, m + 1 => by rw [← Nat.succ_eq_add_one, add_succ, succ_add, Nat.add_comm n m]
protected theorem add_assoc : ∀ n m k : Nat, n + m + k = n + (m + k)
  | _, _, 0 => rfl
  | n, m, k + 1 => congrArg succ (Nat.add_assoc n m k)
protected theorem add_left_comm (n m k : Nat) : n + (m + k) = m + (n + k) := by
  rw [← Nat.add_assoc, Nat.add_comm n m, Nat.add_assoc]
protected theorem add_right_comm (n m k : Nat) : n + m + k = n + k + m := by
  rw [Nat.add_assoc, Nat.add_comm m k, Nat.add_assoc]
protected theorem add_left_cancel {n m k : Nat} : n + m = n + k → m = k := by
  induction n with
  | zero => intro h; rwa [Nat.zero_add, Nat.zero_add] at h
  | succ n ih =>
    intro h
    rw [add_one_add, add_one_add] at h
    exact ih (succ.inj h)
protected theorem add_right_cancel {n m k : Nat} (h : n + m = k + m) : n = k := by
  rw [Nat.add_comm n, Nat.add_comm k] at h; exact Nat.add_left_cancel h
@[simp] protected theorem add_left_cancel_iff {n : Nat} : n + m = n + k ↔ m = k :=
  ⟨Nat.add_left_cancel, fun h => h ▸ rfl⟩
@[simp] protected theorem add_right_cancel_iff {n : Nat} : m + n = k + n ↔ m = k :=
  ⟨Nat.add_right_cancel, fun h => h ▸ rfl⟩
protected theorem add_left_inj {m k n : Nat} : m + n = k + n ↔ m = k := Nat.add_right_cancel_iff
protected theorem add_right_inj {m k n : Nat} : n + m = n + k ↔ m = k := Nat.add_left_cancel_iff
theorem eq_zero_of_add_eq_zero : ∀ {n m : Nat}, n + m = 0 → n = 0 ∧ m = 0
  | 0, 0, _ => ⟨rfl, rfl⟩
  | _ + 1, 0, h => absurd h nofun
protected theorem eq_zero_of_add_eq_zero_left (h : n + m = 0) : m = 0 := (eq_zero_of_add_eq_zero h).2
protected theorem eq_zero_of_add_eq_zero_right (h : n + m = 0) : n = 0 := (eq_zero_of_add_eq_zero h).1
@[simp] protected theorem add_eq_zero_iff : n + m = 0 ↔ n = 0 ∧ m = 0 :=
  ⟨eq_zero_of_add_eq_zero, fun ⟨h₁, h₂⟩ => by rw [h₁, h₂]⟩
@[simp] protected theorem add_eq_left {a b : Nat} : a + b = a ↔ b = 0 :=
  ⟨fun h => Nat.add_left_cancel (n := a) (k := 0) h, fun h => by subst h; rfl⟩
@[simp] protected theorem add_eq_right {a b : Nat} : a + b = b ↔ a = 0 := by
  rw [Nat.add_comm]; exact Nat.add_eq_left
theorem one_add_one_eq_two : 1 + 1 = (2 : Nat) := rfl
theorem succ_ne_self (n : Nat) : succ n ≠ n :=
  fun h => absurd (Nat.add_left_cancel (n := n) (m := 1) (k := 0) h) nofun
theorem ne_add_one (n : Nat) : n ≠ n + 1 := fun h => succ_ne_self n h.symm

/-! ## Multiplication -/

@[simp] protected theorem mul_zero (n : Nat) : n * 0 = 0 := rfl
theorem mul_succ (n m : Nat) : n * succ m = n * m + n := rfl
theorem mul_add_one (n m : Nat) : n * (m + 1) = n * m + n := rfl
@[simp] protected theorem zero_mul : ∀ n : Nat, 0 * n = 0
  | 0 => rfl
  | n + 1 => by rw [mul_add_one, Nat.zero_mul n]
theorem succ_mul (n m : Nat) : succ n * m = n * m + m := by
  induction m with
  | zero => rfl
  | succ m ih =>
      rw [mul_add_one, ih, mul_add_one, succ_eq_add_one, Nat.add_assoc, Nat.add_assoc, ← Nat.add_assoc m,
        ← Nat.add_assoc n, Nat.add_comm m n]
theorem add_one_mul (n m : Nat) : (n + 1) * m = n * m + m := succ_mul n m
protected theorem mul_comm : ∀ n m : Nat, n * m = m * n
  | n, 0 => (Nat.zero_mul n).symm
  | n, m + 1 => by rw [mul_add_one, add_one_mul, Nat.mul_comm n m]
@[simp] protected theorem mul_one (n : Nat) : n * 1 = n := Nat.zero_add n
@[simp] protected theorem one_mul (n : Nat) : 1 * n = n := by rw [Nat.mul_comm, Nat.mul_one]
protected theorem left_distrib (n m k : Nat) : n * (m + k) = n * m + n * k := by
  induction n with
  | zero => rw [Nat.zero_mul, Nat.zero_mul, Nat.zero_mul]
  | succ n ih =>
    rw [add_one_mul, add_one_mul, add_one_mul, ih, Nat.add_assoc, Nat.add_assoc, Nat.add_left_comm (n * k)]
protected theorem mul_add (k m n : Nat) : k * (m + n) = k * m + k * n := Nat.left_distrib k m n
protected theorem right_distrib (n m k : Nat) : (n + m) * k = n * k + m * k := by
  rw [Nat.mul_comm, Nat.mul_add, Nat.mul_comm k, Nat.mul_comm k]
protected theorem add_mul (n m k : Nat) : (n + m) * k = n * k + m * k := Nat.right_distrib n m k
protected theorem mul_assoc (n m k : Nat) : n * m * k = n * (m * k) := by
  induction k with
  | zero => rfl
  | succ k ih => rw [mul_add_one, mul_add_one, ih, Nat.mul_add]
protected theorem mul_left_comm (n m k : Nat) : n * (m * k) = m * (n * k) := by
  rw [← Nat.mul_assoc, Nat.mul_comm n m, Nat.mul_assoc]
protected theorem mul_right_comm (n m k : Nat) : n * m * k = n * k * m := by
  rw [Nat.mul_assoc, Nat.mul_comm m k, Nat.mul_assoc]
protected theorem mul_two (n : Nat) : n * 2 = n + n := by rw [mul_add_one, Nat.mul_one]
protected theorem two_mul (n : Nat) : 2 * n = n + n := by rw [Nat.mul_comm, Nat.mul_two]
theorem mul_eq_zero : ∀ {m n : Nat}, n * m = 0 ↔ n = 0 ∨ m = 0
  | 0, _ => ⟨fun _ => .inr rfl, fun _ => rfl⟩
  | m + 1, 0 => ⟨fun _ => .inl rfl, fun _ => Nat.zero_mul _⟩
  | m + 1, n + 1 => ⟨nofun, fun h => h.elim nofun nofun⟩
attribute [simp] mul_eq_zero
theorem mul_ne_zero (hn : n ≠ 0) (hm : m ≠ 0) : n * m ≠ 0 := fun h => (mul_eq_zero.mp h).elim hn hm

/-! ## Order -/

protected theorem le_refl (n : Nat) : n ≤ n := .refl
attribute [simp] Nat.le_refl
protected theorem le_of_eq (h : n = m) : n ≤ m := h ▸ Nat.le_refl n
protected theorem le.intro (h : n + k = m) : n ≤ m :=
  h ▸ (Nat.rec (Nat.le_refl n) (fun _ ih => .step ih) k : n ≤ n + k)
protected theorem lt_trans (h₁ : n < m) : m < k → n < k := Nat.le_trans (.step h₁)
theorem le_succ (n : Nat) : n ≤ succ n := .step .refl
theorem le_succ_of_le (h : n ≤ m) : n ≤ succ m := .step h
theorem le_add_one_of_le (h : n ≤ m) : n ≤ m + 1 := .step h
theorem le_of_lt (h : n < m) : n ≤ m := Nat.le_trans (le_succ n) h
theorem le_of_succ_le (h : succ n ≤ m) : n ≤ m := le_of_lt h
theorem lt_succ_of_le (h : n ≤ m) : n < succ m := succ_le_succ h
theorem lt_add_one_of_le (h : n ≤ m) : n < m + 1 := succ_le_succ h
theorem le_of_lt_succ (h : m < succ n) : m ≤ n := le_of_succ_le_succ h
theorem le_of_lt_add_one (h : m < n + 1) : m ≤ n := le_of_succ_le_succ h
theorem lt_succ : m < succ n ↔ m ≤ n := ⟨le_of_lt_succ, lt_succ_of_le⟩
protected theorem lt_add_one_iff : m < n + 1 ↔ m ≤ n := lt_succ
theorem lt_succ_iff : m < succ n ↔ m ≤ n := lt_succ
theorem succ_le_of_lt (h : n < m) : succ n ≤ m := h
theorem lt_of_succ_le (h : succ n ≤ m) : n < m := h
theorem succ_le : succ n ≤ m ↔ n < m := Iff.rfl
theorem add_one_le_iff : n + 1 ≤ m ↔ n < m := Iff.rfl
theorem lt_iff_add_one_le : n < m ↔ n + 1 ≤ m := Iff.rfl
theorem add_one_le_of_lt (h : n < m) : n + 1 ≤ m := h
protected theorem lt_of_lt_of_le : n < m → m ≤ k → n < k := Nat.le_trans
protected theorem lt_of_le_of_lt (h₁ : n ≤ m) : m < k → n < k := Nat.le_trans (succ_le_succ h₁)
protected theorem lt_of_lt_of_eq (h₁ : n < m) (h₂ : m = k) : n < k := h₂ ▸ h₁
protected theorem le_of_le_of_eq_aux (h₁ : n ≤ m) (h₂ : m = k) : n ≤ k := h₂ ▸ h₁
theorem not_lt_zero (n : Nat) : ¬n < 0 := not_succ_le_zero n
@[simp] theorem not_lt_zero' : ¬n < 0 := not_succ_le_zero n
@[simp] theorem zero_le' : 0 ≤ n := zero_le n
attribute [simp] Nat.zero_le Nat.not_lt_zero
theorem zero_lt_succ (n : Nat) : 0 < succ n := succ_le_succ (zero_le n)
@[simp] theorem zero_lt_succ' : 0 < n + 1 := zero_lt_succ n
theorem succ_pos (n : Nat) : 0 < succ n := zero_lt_succ n
theorem add_one_pos (n : Nat) : 0 < n + 1 := zero_lt_succ n
theorem zero_lt_one : 0 < (1 : Nat) := zero_lt_succ 0
protected theorem zero_lt_two : 0 < (2 : Nat) := zero_lt_succ 1
protected theorem lt_irrefl (n : Nat) : ¬n < n := by
  induction n with
  | zero => exact not_lt_zero 0
  | succ n ih => exact fun h => ih (le_of_succ_le_succ h)
attribute [simp] Nat.lt_irrefl
theorem not_succ_le_self (n : Nat) : ¬succ n ≤ n := Nat.lt_irrefl n
theorem not_add_one_le_self (n : Nat) : ¬n + 1 ≤ n := Nat.lt_irrefl n
protected theorem ne_of_lt {a b : Nat} (h : a < b) : a ≠ b := fun e => Nat.lt_irrefl a (e ▸ h)
protected theorem ne_of_gt {a b : Nat} (h : b < a) : a ≠ b := fun e => Nat.lt_irrefl a (e ▸ h)
protected theorem ne_of_lt' {a b : Nat} (h : a < b) : b ≠ a := (Nat.ne_of_lt h).symm
protected theorem le_antisymm (h₁ : n ≤ m) (h₂ : m ≤ n) : n = m := by
  cases h₁ with
  | refl => rfl
  | step h => exact absurd (Nat.lt_of_le_of_lt h h₂) (Nat.lt_irrefl _)
protected theorem le_antisymm_iff {a b : Nat} : a = b ↔ a ≤ b ∧ b ≤ a :=
  ⟨fun h => h ▸ ⟨Nat.le_refl _, Nat.le_refl _⟩, fun h => Nat.le_antisymm h.1 h.2⟩
protected theorem lt_or_ge : ∀ n m : Nat, n < m ∨ n ≥ m
  | n, 0 => .inr (zero_le n)
  | n, m + 1 => match Nat.lt_or_ge n m with
    | .inl h => .inl (le_succ_of_le h)
    | .inr h => match Nat.lt_or_eq_of_le_aux h with
      | .inl h => .inr h
      | .inr h => .inl (h ▸ Nat.le_refl _)
protected theorem le_total (m n : Nat) : m ≤ n ∨ n ≤ m := (Nat.lt_or_ge m n).imp le_of_lt id
theorem lt_or_eq_of_le (h : n ≤ m) : n < m ∨ n = m := lt_or_eq_of_le_aux h
protected theorem le_iff_lt_or_eq : n ≤ m ↔ n < m ∨ n = m :=
  ⟨lt_or_eq_of_le, fun h => h.elim le_of_lt Nat.le_of_eq⟩
protected theorem lt_trichotomy (a b : Nat) : a < b ∨ a = b ∨ b < a :=
  (Nat.lt_or_ge a b).imp id fun h => (lt_or_eq_of_le h).symm.imp Eq.symm id
protected theorem lt_or_gt_of_ne {a b : Nat} (h : a ≠ b) : a < b ∨ a > b :=
  (Nat.lt_trichotomy a b).imp id fun h' => h'.resolve_left h
protected theorem ne_iff_lt_or_gt {a b : Nat} : a ≠ b ↔ a < b ∨ a > b :=
  ⟨Nat.lt_or_gt_of_ne, fun h => h.elim Nat.ne_of_lt Nat.ne_of_gt⟩
protected theorem not_le {n m : Nat} : ¬n ≤ m ↔ m < n :=
  ⟨fun h => (Nat.lt_or_ge m n).resolve_right h, fun h h' => Nat.lt_irrefl _ (Nat.lt_of_le_of_lt h' h)⟩
protected theorem not_lt {n m : Nat} : ¬n < m ↔ m ≤ n :=
  ⟨fun h => (Nat.lt_or_ge n m).resolve_left h, fun h h' => Nat.lt_irrefl _ (Nat.lt_of_le_of_lt h h')⟩
attribute [simp] Nat.not_le Nat.not_lt
protected theorem not_le_of_gt {a b : Nat} (h : a > b) : ¬a ≤ b := Nat.not_le.mpr h
protected theorem not_le_of_lt {a b : Nat} (h : b < a) : ¬a ≤ b := Nat.not_le.mpr h
protected theorem not_lt_of_ge {a b : Nat} (h : b ≥ a) : ¬b < a := Nat.not_lt.mpr h
protected theorem not_lt_of_le {a b : Nat} (h : a ≤ b) : ¬b < a := Nat.not_lt.mpr h
protected theorem lt_of_not_ge {a b : Nat} (h : ¬b ≥ a) : b < a := Nat.not_le.mp h
protected theorem lt_of_not_le {a b : Nat} (h : ¬a ≤ b) : b < a := Nat.not_le.mp h
protected theorem le_of_not_gt {a b : Nat} (h : ¬b > a) : b ≤ a := Nat.not_lt.mp h
protected theorem le_of_not_lt {a b : Nat} (h : ¬a < b) : b ≤ a := Nat.not_lt.mp h
protected theorem ge_of_not_lt {a b : Nat} (h : ¬a < b) : a ≥ b := Nat.not_lt.mp h
protected theorem le_of_not_ge {a b : Nat} (h : ¬b ≥ a) : b ≤ a := le_of_lt (Nat.not_le.mp h)
protected theorem le_of_not_le {a b : Nat} (h : ¬b ≤ a) : a ≤ b := le_of_lt (Nat.not_le.mp h)
protected theorem lt_asymm {a b : Nat} (h : a < b) : ¬b < a := Nat.not_lt.mpr (le_of_lt h)
protected theorem lt_iff_le_not_le {m n : Nat} : m < n ↔ m ≤ n ∧ ¬n ≤ m :=
  ⟨fun h => ⟨le_of_lt h, Nat.not_le.mpr h⟩, fun h => Nat.not_le.mp h.2⟩
protected theorem lt_of_le_of_ne {n m : Nat} (h₁ : n ≤ m) (h₂ : n ≠ m) : n < m :=
  (lt_or_eq_of_le h₁).resolve_right h₂
protected theorem lt_iff_le_and_ne {m n : Nat} : m < n ↔ m ≤ n ∧ m ≠ n :=
  ⟨fun h => ⟨le_of_lt h, Nat.ne_of_lt h⟩, fun h => Nat.lt_of_le_of_ne h.1 h.2⟩
theorem lt_add_one (n : Nat) : n < n + 1 := Nat.le_refl _
theorem lt_succ_self (n : Nat) : n < succ n := Nat.le_refl _
theorem lt_succ_of_lt (h : a < b) : a < succ b := le_succ_of_le h
theorem lt_add_one_of_lt (h : a < b) : a < b + 1 := le_succ_of_le h
theorem lt_of_succ_lt (h : succ n < m) : n < m := le_of_lt h
theorem lt_of_succ_lt_succ (h : succ n < succ m) : n < m := le_of_succ_le_succ h
theorem succ_lt_succ (h : n < m) : succ n < succ m := succ_le_succ h
theorem succ_le_succ_iff : succ a ≤ succ b ↔ a ≤ b := ⟨le_of_succ_le_succ, succ_le_succ⟩
theorem succ_lt_succ_iff : succ a < succ b ↔ a < b := succ_le_succ_iff
protected theorem add_one_le_add_one_iff : a + 1 ≤ b + 1 ↔ a ≤ b := succ_le_succ_iff
protected theorem add_one_lt_add_one_iff : a + 1 < b + 1 ↔ a < b := succ_lt_succ_iff
theorem eq_zero_of_le_zero (h : n ≤ 0) : n = 0 := Nat.le_antisymm h (zero_le n)
@[simp] protected theorem le_zero_eq (a : Nat) : (a ≤ 0) = (a = 0) :=
  propext ⟨eq_zero_of_le_zero, fun h => h ▸ Nat.le_refl 0⟩
theorem le_zero : n ≤ 0 ↔ n = 0 := iff_of_eq (Nat.le_zero_eq n)
protected theorem pos_of_ne_zero (h : n ≠ 0) : 0 < n :=
  (lt_or_eq_of_le (zero_le n)).resolve_right fun e => h e.symm
theorem zero_lt_of_ne_zero (h : n ≠ 0) : 0 < n := Nat.pos_of_ne_zero h
theorem zero_lt_of_lt : {a b : Nat} → a < b → 0 < b
  | _, 0, h => absurd h (not_lt_zero _)
  | _, b + 1, _ => zero_lt_succ b
theorem ne_zero_of_lt (h : b < a) : a ≠ 0 := fun e => not_lt_zero b (e ▸ h)
theorem not_eq_zero_of_lt (h : b < a) : a ≠ 0 := ne_zero_of_lt h
theorem pos_iff_ne_zero : 0 < n ↔ n ≠ 0 := ⟨ne_zero_of_lt, Nat.pos_of_ne_zero⟩
protected theorem eq_zero_or_pos (n : Nat) : n = 0 ∨ 0 < n := (lt_or_eq_of_le (zero_le n)).symm.imp Eq.symm id
theorem eq_zero_of_not_pos (h : ¬0 < n) : n = 0 := (Nat.eq_zero_or_pos n).resolve_right h
theorem succ_pred (h : n ≠ 0) : succ (pred n) = n := by
  cases n with | zero => exact absurd rfl h | succ n => rfl
theorem succ_pred_eq_of_pos (h : 0 < n) : succ (pred n) = n := succ_pred (ne_zero_of_lt h)
theorem lt_one_iff : n < 1 ↔ n = 0 := lt_succ.trans le_zero
attribute [simp] lt_one_iff
theorem one_le_iff_ne_zero : 1 ≤ n ↔ n ≠ 0 := pos_iff_ne_zero
theorem pred_lt : ∀ {n : Nat}, n ≠ 0 → pred n < n
  | 0, h => absurd rfl h
  | n + 1, _ => lt_succ_self n
theorem sub_one_lt (h : n ≠ 0) : n - 1 < n := pred_lt h
theorem exists_eq_add_of_le : ∀ {m n : Nat}, m ≤ n → ∃ k, n = m + k
  | m, _, .refl => ⟨0, rfl⟩
  | m, _, .step h => let ⟨k, hk⟩ := exists_eq_add_of_le h; ⟨k + 1, congrArg succ hk⟩
theorem exists_eq_add_of_lt {m n : Nat} (h : m < n) : ∃ k, n = m + k + 1 :=
  let ⟨k, hk⟩ := exists_eq_add_of_le h; ⟨k, hk.trans (add_one_add m k)⟩
theorem le.dest {n m : Nat} (h : n ≤ m) : ∃ k, n + k = m := let ⟨k, hk⟩ := exists_eq_add_of_le h; ⟨k, hk.symm⟩

end Nat

/-! ## Strong induction -/

@[elab_as_elim]
protected noncomputable def Nat.strongRecOn {motive : Nat → Sort u} (n : Nat)
    (ind : ∀ n, (∀ m, m < n → motive m) → motive n) : motive n :=
  Nat.lt_wfRel.wf.fix ind n
@[elab_as_elim]
protected theorem Nat.strongInductionOn {p : Nat → Prop} (n : Nat) (h : ∀ n, (∀ m, m < n → p m) → p n) :
    p n := Nat.strongRecOn n h
@[elab_as_elim]
protected theorem Nat.strong_induction_on {p : Nat → Prop} (n : Nat) (h : ∀ n, (∀ m, m < n → p m) → p n) :
    p n := Nat.strongRecOn n h
@[elab_as_elim]
protected noncomputable def Nat.caseStrongRecOn {motive : Nat → Sort u} (a : Nat) (zero : motive 0)
    (ind : ∀ n, (∀ m, m ≤ n → motive m) → motive (n + 1)) : motive a :=
  Nat.strongRecOn a fun
    | 0, _ => zero
    | n + 1, h => ind n fun _ hm => h _ (Nat.lt_succ_of_le hm)
