module
prelude
public import Init.Data.Nat.Basic
public import Init.Core.Classes
/-!
`Nat`: how `+`, `*`, `-`, `^`, `min` and `max` go with the order, and `Trans` instances for `calc`.
-/

@[expose] public section

set_option linter.all false

universe u v w

/-! ## `calc` -/

instance instTransEq {α : Sort u} {γ : Sort v} (r : α → γ → Sort w) : Trans Eq r r := ⟨fun h₁ h₂ => h₁ ▸ h₂⟩
instance instTransEq_1 {α : Sort u} {γ : Sort v} (r : α → γ → Sort w) : Trans r Eq r := ⟨fun h₁ h₂ => h₂ ▸ h₁⟩
instance instTransIff : Trans Iff Iff Iff := ⟨Iff.trans⟩
instance Nat.instTransLt : Trans (α := Nat) (· < ·) (· < ·) (· < ·) := ⟨Nat.lt_trans⟩
instance Nat.instTransLe : Trans (α := Nat) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨Nat.le_trans⟩
instance Nat.instTransLtLe : Trans (α := Nat) (· < ·) (· ≤ ·) (· < ·) := ⟨Nat.lt_of_lt_of_le⟩
instance Nat.instTransLeLt : Trans (α := Nat) (· ≤ ·) (· < ·) (· < ·) := ⟨Nat.lt_of_le_of_lt⟩

namespace Nat
protected theorem add_add_add_comm (a b c d : Nat) : a + b + (c + d) = a + c + (b + d) := by
  rw [Nat.add_assoc, Nat.add_left_comm b, ← Nat.add_assoc]
variable {n m k a b c d : Nat}

/-! ## Addition and order -/

theorem le_add_right : ∀ n k : Nat, n ≤ n + k
  | _, 0 => Nat.le_refl _
  | n, k + 1 => le_succ_of_le (le_add_right n k)
theorem le_add_left (n m : Nat) : n ≤ m + n := Nat.add_comm n m ▸ le_add_right n m
attribute [simp] Nat.le_add_right Nat.le_add_left
theorem le_add_right_of_le (h : n ≤ m) : n ≤ m + k := Nat.le_trans h (le_add_right m k)
theorem le_add_left_of_le (h : n ≤ m) : n ≤ k + m := Nat.le_trans h (le_add_left m k)
theorem lt_add_left (c : Nat) (h : a < b) : a < c + b := Nat.lt_of_lt_of_le h (le_add_left b c)
theorem lt_add_right (c : Nat) (h : a < b) : a < b + c := Nat.lt_of_lt_of_le h (le_add_right b c)
protected theorem add_le_add_left {n m : Nat} (h : n ≤ m) (k : Nat) : k + n ≤ k + m := by
  obtain ⟨w, rfl⟩ := exists_eq_add_of_le h
  rw [← Nat.add_assoc]; exact le_add_right _ _
protected theorem add_le_add_right {n m : Nat} (h : n ≤ m) (k : Nat) : n + k ≤ m + k := by
  rw [Nat.add_comm n, Nat.add_comm m]; exact Nat.add_le_add_left h k
protected theorem add_le_add (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  Nat.le_trans (Nat.add_le_add_right h₁ c) (Nat.add_le_add_left h₂ b)
protected theorem add_lt_add_left {n m : Nat} (h : n < m) (k : Nat) : k + n < k + m :=
  Nat.add_le_add_left (n := n + 1) h k
protected theorem add_lt_add_right {n m : Nat} (h : n < m) (k : Nat) : n + k < m + k := by
  rw [Nat.add_comm n, Nat.add_comm m]; exact Nat.add_lt_add_left h k
protected theorem add_lt_add (h₁ : a < b) (h₂ : c < d) : a + c < b + d :=
  Nat.lt_trans (Nat.add_lt_add_right h₁ c) (Nat.add_lt_add_left h₂ b)
protected theorem add_lt_add_of_lt_of_le (h₁ : a < b) (h₂ : c ≤ d) : a + c < b + d :=
  Nat.lt_of_lt_of_le (Nat.add_lt_add_right h₁ c) (Nat.add_le_add_left h₂ b)
protected theorem add_lt_add_of_le_of_lt (h₁ : a ≤ b) (h₂ : c < d) : a + c < b + d :=
  Nat.lt_of_le_of_lt (Nat.add_le_add_right h₁ c) (Nat.add_lt_add_left h₂ b)
protected theorem le_of_add_le_add_left (h : a + b ≤ a + c) : b ≤ c := by
  obtain ⟨w, hw⟩ := exists_eq_add_of_le h
  rw [Nat.add_assoc] at hw
  exact Nat.le.intro (Nat.add_left_cancel hw).symm
protected theorem le_of_add_le_add_right (h : a + b ≤ c + b) : a ≤ c := by
  rw [Nat.add_comm a, Nat.add_comm c] at h; exact Nat.le_of_add_le_add_left h
protected theorem lt_of_add_lt_add_left (h : n + k < n + m) : k < m :=
  Nat.le_of_add_le_add_left (b := k + 1) h
protected theorem lt_of_add_lt_add_right (h : k + n < m + n) : k < m := by
  rw [Nat.add_comm k, Nat.add_comm m] at h; exact Nat.lt_of_add_lt_add_left h
@[simp] protected theorem add_le_add_iff_left {n : Nat} : n + m ≤ n + k ↔ m ≤ k :=
  ⟨Nat.le_of_add_le_add_left, fun h => Nat.add_le_add_left h n⟩
@[simp] protected theorem add_le_add_iff_right {n : Nat} : m + n ≤ k + n ↔ m ≤ k :=
  ⟨Nat.le_of_add_le_add_right, fun h => Nat.add_le_add_right h n⟩
@[simp] protected theorem add_lt_add_iff_left {n : Nat} : n + k < n + m ↔ k < m :=
  ⟨Nat.lt_of_add_lt_add_left, fun h => Nat.add_lt_add_left h n⟩
@[simp] protected theorem add_lt_add_iff_right {n : Nat} : k + n < m + n ↔ k < m :=
  ⟨Nat.lt_of_add_lt_add_right, fun h => Nat.add_lt_add_right h n⟩
protected theorem lt_add_of_pos_right (h : 0 < k) : n < n + k := Nat.add_lt_add_left h n
protected theorem lt_add_of_pos_left (h : 0 < k) : n < k + n := Nat.add_comm n k ▸ Nat.lt_add_of_pos_right h
protected theorem pos_of_lt_add_right (h : n < n + k) : 0 < k := Nat.lt_of_add_lt_add_left h
@[simp] protected theorem lt_add_right_iff_pos : n < n + k ↔ 0 < k :=
  ⟨Nat.pos_of_lt_add_right, Nat.lt_add_of_pos_right⟩
@[simp] protected theorem lt_add_left_iff_pos : n < k + n ↔ 0 < k := by
  rw [Nat.add_comm]; exact Nat.lt_add_right_iff_pos
protected theorem add_pos_left (h : 0 < m) (n : Nat) : 0 < m + n := Nat.lt_of_lt_of_le h (le_add_right m n)
protected theorem add_pos_right (m : Nat) (h : 0 < n) : 0 < m + n := Nat.lt_of_lt_of_le h (le_add_left n m)
protected theorem add_pos_iff_pos_or_pos : 0 < n + m ↔ 0 < n ∨ 0 < m := by
  constructor
  · intro h
    cases n with
    | zero => rw [Nat.zero_add] at h; exact .inr h
    | succ n => exact .inl (zero_lt_succ n)
  · intro h; exact h.elim (fun h => Nat.add_pos_left h m) (fun h => Nat.add_pos_right n h)
protected theorem le_of_add_right_le (h : n + k ≤ m) : n ≤ m := Nat.le_trans (le_add_right n k) h
protected theorem le_of_add_left_le (h : n + k ≤ m) : k ≤ m := Nat.le_trans (le_add_left k n) h
protected theorem lt_of_add_right_lt (h : n + k < m) : n < m := Nat.lt_of_le_of_lt (le_add_right n k) h
theorem add_self_ne_one : ∀ n, n + n ≠ 1
  | 0 => nofun
  | n + 1 => fun h => absurd (succ.inj ((add_one_add n (n + 1)).symm.trans h)) nofun

/-! ## Subtraction -/

@[simp] protected theorem sub_zero (n : Nat) : n - 0 = n := rfl
theorem sub_succ (n m : Nat) : n - succ m = pred (n - m) := rfl
theorem sub_one (n : Nat) : n - 1 = pred n := rfl
@[simp] theorem add_one_sub_one (n : Nat) : n + 1 - 1 = n := rfl
theorem succ_sub_one (n : Nat) : succ n - 1 = n := rfl
@[simp] protected theorem zero_sub : ∀ n : Nat, 0 - n = 0
  | 0 => rfl
  | n + 1 => by rw [← succ_eq_add_one, sub_succ, Nat.zero_sub n]; rfl
theorem succ_sub_succ_eq_sub (n m : Nat) : succ n - succ m = n - m := by
  induction m with
  | zero => rfl
  | succ m ih => rw [sub_succ, ← succ_eq_add_one, ih, ← sub_succ]
theorem succ_sub_succ (n m : Nat) : succ n - succ m = n - m := succ_sub_succ_eq_sub n m
@[simp] theorem add_sub_add_right (n k m : Nat) : n + k - (m + k) = n - m := by
  induction k with
  | zero => rfl
  | succ k ih => exact (succ_sub_succ_eq_sub _ _).trans ih
@[simp] theorem add_sub_add_left (k n m : Nat) : k + n - (k + m) = n - m := by
  rw [Nat.add_comm k, Nat.add_comm k, add_sub_add_right]
@[simp] protected theorem add_sub_cancel (n m : Nat) : n + m - m = n := by
  have h := add_sub_add_right n m 0
  rwa [Nat.zero_add] at h
@[simp] protected theorem add_sub_cancel_left (n m : Nat) : n + m - n = m := by
  rw [Nat.add_comm, Nat.add_sub_cancel]
@[simp] protected theorem sub_self (n : Nat) : n - n = 0 := by
  have h := Nat.add_sub_cancel 0 n
  rwa [Nat.zero_add] at h
protected theorem sub_eq_of_eq_add (h : a = c + b) : a - b = c := by rw [h, Nat.add_sub_cancel]
protected theorem sub_eq_of_eq_add' (h : a = b + c) : a - b = c := by rw [h, Nat.add_sub_cancel_left]
theorem sub_le (n m : Nat) : n - m ≤ n := by
  induction m with
  | zero => exact Nat.le_refl n
  | succ m ih => exact Nat.le_trans (pred_le (n - m)) ih
attribute [simp] sub_le
theorem sub_eq_zero_of_le (h : n ≤ m) : n - m = 0 := by
  obtain ⟨k, rfl⟩ := exists_eq_add_of_le h
  induction k with
  | zero => exact Nat.sub_self n
  | succ k ih => rw [← Nat.add_assoc, ← succ_eq_add_one, sub_succ, ih (le_add_right n k)]; rfl
protected theorem sub_add_cancel (h : m ≤ n) : n - m + m = n := by
  obtain ⟨k, rfl⟩ := exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.add_comm]
protected theorem add_sub_of_le (h : a ≤ b) : a + (b - a) = b := by rw [Nat.add_comm, Nat.sub_add_cancel h]
protected theorem add_sub_cancel' (h : m ≤ n) : m + (n - m) = n := Nat.add_sub_of_le h
theorem le_of_sub_eq_zero : n - m = 0 → n ≤ m := fun h => by
  cases Nat.le_total n m with
  | inl h' => exact h'
  | inr h' => have e := Nat.sub_add_cancel h'; rw [h, Nat.zero_add] at e; exact Nat.le_of_eq e.symm
protected theorem sub_eq_zero_iff_le : n - m = 0 ↔ n ≤ m := ⟨le_of_sub_eq_zero, sub_eq_zero_of_le⟩
protected theorem sub_pos_of_lt (h : m < n) : 0 < n - m :=
  Nat.pos_of_ne_zero fun e => Nat.not_le_of_gt h (le_of_sub_eq_zero e)
protected theorem sub_pos_iff_lt : 0 < n - m ↔ m < n :=
  ⟨fun h => Nat.lt_of_not_le fun h' => Nat.lt_irrefl 0 (sub_eq_zero_of_le h' ▸ h), Nat.sub_pos_of_lt⟩
attribute [simp] Nat.sub_pos_iff_lt
theorem sub_lt : ∀ {n m : Nat}, 0 < n → 0 < m → n - m < n
  | n + 1, m + 1, _, _ => by
    rw [add_sub_add_right]; exact lt_succ_of_le (sub_le n m)
theorem sub_one_lt_of_lt (h : m < n) : n - 1 < n := Nat.sub_lt (zero_lt_of_lt h) zero_lt_one
theorem sub_one_add_one (h : a ≠ 0) : a - 1 + 1 = a := by
  cases a with | zero => exact absurd rfl h | succ a => rfl
theorem sub_succ_lt_self (h : m < n) : n - (m + 1) < n - m := by
  rw [← succ_eq_add_one, sub_succ]; exact pred_lt (Nat.ne_of_gt (Nat.sub_pos_of_lt h))
protected theorem sub_sub (n m k : Nat) : n - m - k = n - (m + k) := by
  induction k with
  | zero => rfl
  | succ k ih => rw [← Nat.add_assoc, ← succ_eq_add_one, ← succ_eq_add_one, sub_succ, sub_succ, ih]
protected theorem sub_right_comm (m n k : Nat) : m - n - k = m - k - n := by
  rw [Nat.sub_sub, Nat.sub_sub, Nat.add_comm]
protected theorem add_sub_assoc (h : k ≤ m) (n : Nat) : n + m - k = n + (m - k) := by
  obtain ⟨l, rfl⟩ := exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.add_left_comm, Nat.add_sub_cancel_left]
protected theorem sub_add_comm (h : k ≤ n) : n + m - k = n - k + m := by
  rw [Nat.add_comm n, Nat.add_sub_assoc h, Nat.add_comm]
theorem succ_sub (h : m ≤ n) : succ n - m = succ (n - m) := by
  obtain ⟨k, rfl⟩ := exists_eq_add_of_le h
  rw [succ_eq_add_one, Nat.add_assoc, Nat.add_sub_cancel_left, Nat.add_sub_cancel_left]
protected theorem sub_le_sub_right (h : n ≤ m) (k : Nat) : n - k ≤ m - k := by
  cases Nat.le_total k n with
  | inl hk =>
    obtain ⟨l, rfl⟩ := exists_eq_add_of_le hk
    obtain ⟨j, rfl⟩ := exists_eq_add_of_le h
    rw [Nat.add_sub_cancel_left, Nat.add_assoc, Nat.add_sub_cancel_left]; exact le_add_right l j
  | inr hk => rw [sub_eq_zero_of_le hk]; exact zero_le _
protected theorem sub_le_sub_left (h : n ≤ m) (k : Nat) : k - m ≤ k - n := by
  obtain ⟨l, rfl⟩ := exists_eq_add_of_le h
  rw [← Nat.sub_sub]; exact sub_le _ _
protected theorem sub_lt_sub_left (h₁ : k < m) (h₂ : k < n) : m - n < m - k := by
  obtain ⟨l, rfl⟩ := exists_eq_add_of_lt h₂
  rw [Nat.add_assoc, ← Nat.sub_sub]; exact Nat.sub_lt (Nat.sub_pos_of_lt h₁) (zero_lt_succ l)
protected theorem le_sub_iff_add_le (h : k ≤ m) : n ≤ m - k ↔ n + k ≤ m := by
  obtain ⟨l, rfl⟩ := exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.add_comm k l]; exact Nat.add_le_add_iff_right.symm
protected theorem le_sub_of_add_le (h : a + b ≤ c) : a ≤ c - b :=
  (Nat.le_sub_iff_add_le (Nat.le_of_add_left_le h)).mpr h
protected theorem add_le_of_le_sub (h : b ≤ c) : a ≤ c - b → a + b ≤ c := (Nat.le_sub_iff_add_le h).mp
protected theorem sub_le_iff_le_add : a - b ≤ c ↔ a ≤ c + b := by
  cases Nat.le_total b a with
  | inl h =>
      obtain ⟨l, rfl⟩ := exists_eq_add_of_le h; rw [Nat.add_sub_cancel_left,
        Nat.add_comm b l]; exact Nat.add_le_add_iff_right.symm
  | inr h => rw [sub_eq_zero_of_le h]; exact iff_of_true (zero_le c) (le_add_left_of_le h)
protected theorem sub_le_iff_le_add' : a - b ≤ c ↔ a ≤ b + c := by
  rw [Nat.add_comm]; exact Nat.sub_le_iff_le_add
protected theorem lt_sub_iff_add_lt : a < c - b ↔ a + b < c := by
  rw [← Nat.not_le, ← Nat.not_le, Nat.sub_le_iff_le_add]
protected theorem lt_sub_of_add_lt (h : a + b < c) : a < c - b := Nat.lt_sub_iff_add_lt.mpr h
protected theorem add_lt_of_lt_sub (h : a < c - b) : a + b < c := Nat.lt_sub_iff_add_lt.mp h
protected theorem sub_lt_iff_lt_add (h : b ≤ a) : a - b < c ↔ a < c + b := by
  obtain ⟨l, rfl⟩ := exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.add_comm b l]; exact Nat.add_lt_add_iff_right.symm
protected theorem sub_sub_self (h : m ≤ n) : n - (n - m) = m :=
  Nat.sub_eq_of_eq_add' (Nat.sub_add_cancel h).symm
protected theorem eq_sub_of_add_eq (h : c + b = a) : c = a - b := (Nat.sub_eq_of_eq_add h.symm).symm
protected theorem sub_eq_iff_eq_add (h : b ≤ a) : a - b = c ↔ a = c + b :=
  ⟨fun e => e ▸ (Nat.sub_add_cancel h).symm, Nat.sub_eq_of_eq_add⟩
protected theorem sub_ne_zero_of_lt (h : a < b) : b - a ≠ 0 := Nat.ne_of_gt (Nat.sub_pos_of_lt h)
theorem le_sub_one_of_lt (h : a < b) : a ≤ b - 1 := Nat.le_sub_of_add_le h
theorem le_pred_of_lt (h : n < m) : n ≤ pred m := le_sub_one_of_lt h
theorem sub_one_lt_iff : n - 1 < n ↔ 0 < n := ⟨fun h => zero_lt_of_lt h, fun h => Nat.sub_lt h zero_lt_one⟩
protected theorem mul_sub_one (n m : Nat) : n * (m - 1) = n * m - n := by
  cases m with
  | zero => rw [Nat.mul_zero, Nat.zero_sub]
  | succ m => exact (Nat.add_sub_cancel (n * m) n).symm
protected theorem sub_mul (n m k : Nat) : (n - m) * k = n * k - m * k := by
  cases Nat.le_total m n with
  | inl h =>
      obtain ⟨l, rfl⟩ := exists_eq_add_of_le h; rw [Nat.add_sub_cancel_left, Nat.add_mul,
        Nat.add_sub_cancel_left]
  | inr h =>
      obtain ⟨l, rfl⟩ := exists_eq_add_of_le h; rw [sub_eq_zero_of_le h, Nat.zero_mul, Nat.add_mul,
        sub_eq_zero_of_le (le_add_right _ _)]
protected theorem mul_sub (k n m : Nat) : k * (n - m) = k * n - k * m := by
  rw [Nat.mul_comm, Nat.sub_mul, Nat.mul_comm n, Nat.mul_comm m]

/-! ## Multiplication and order -/

protected theorem mul_le_mul_left {m n : Nat} (k : Nat) (h : m ≤ n) : k * m ≤ k * n := by
  obtain ⟨w, rfl⟩ := exists_eq_add_of_le h; rw [Nat.mul_add]; exact le_add_right _ _
protected theorem mul_le_mul_right {m n : Nat} (k : Nat) (h : m ≤ n) : m * k ≤ n * k := by
  rw [Nat.mul_comm m, Nat.mul_comm n]; exact Nat.mul_le_mul_left k h
protected theorem mul_le_mul (h₁ : a ≤ b) (h₂ : c ≤ d) : a * c ≤ b * d :=
  Nat.le_trans (Nat.mul_le_mul_right c h₁) (Nat.mul_le_mul_left b h₂)
protected theorem mul_lt_mul_of_pos_left (h : n < m) (hk : k > 0) : k * n < k * m :=
  Nat.lt_of_lt_of_le (Nat.lt_add_of_pos_right hk) (Nat.mul_le_mul_left k (m := n + 1) h)
protected theorem mul_lt_mul_of_pos_right (h : n < m) (hk : k > 0) : n * k < m * k := by
  rw [Nat.mul_comm n, Nat.mul_comm m]; exact Nat.mul_lt_mul_of_pos_left h hk
protected theorem mul_pos (h₁ : 0 < n) (h₂ : 0 < m) : 0 < n * m := by
  have h := Nat.mul_lt_mul_of_pos_left h₂ h₁; rwa [Nat.mul_zero] at h
protected theorem pos_of_mul_pos_left_aux (h : 0 < n * m) : 0 < n :=
  Nat.pos_of_ne_zero fun e => by rw [e, Nat.zero_mul] at h; exact Nat.lt_irrefl 0 h
protected theorem le_of_mul_le_mul_left (h : k * n ≤ k * m) (hk : 0 < k) : n ≤ m :=
  Nat.le_of_not_lt fun hlt => Nat.not_le_of_gt (Nat.mul_lt_mul_of_pos_left hlt hk) h
protected theorem le_of_mul_le_mul_right (h : n * k ≤ m * k) (hk : 0 < k) : n ≤ m := by
  rw [Nat.mul_comm n, Nat.mul_comm m] at h; exact Nat.le_of_mul_le_mul_left h hk
protected theorem lt_of_mul_lt_mul_left (h : k * n < k * m) : n < m :=
  Nat.lt_of_not_le fun h' => Nat.not_le_of_gt h (Nat.mul_le_mul_left k h')
protected theorem lt_of_mul_lt_mul_right (h : n * k < m * k) : n < m :=
  Nat.lt_of_not_le fun h' => Nat.not_le_of_gt h (Nat.mul_le_mul_right k h')
protected theorem eq_of_mul_eq_mul_left (hk : 0 < k) (h : k * n = k * m) : n = m :=
  Nat.le_antisymm (Nat.le_of_mul_le_mul_left (Nat.le_of_eq h) hk)
    (Nat.le_of_mul_le_mul_left (Nat.le_of_eq h.symm) hk)
protected theorem eq_of_mul_eq_mul_right (hk : 0 < k) (h : n * k = m * k) : n = m := by
  rw [Nat.mul_comm n, Nat.mul_comm m] at h; exact Nat.eq_of_mul_eq_mul_left hk h
protected theorem mul_left_cancel_iff (hk : 0 < k) : k * n = k * m ↔ n = m :=
  ⟨Nat.eq_of_mul_eq_mul_left hk, fun h => h ▸ rfl⟩
protected theorem mul_right_cancel_iff (hk : 0 < k) : n * k = m * k ↔ n = m :=
  ⟨Nat.eq_of_mul_eq_mul_right hk, fun h => h ▸ rfl⟩
protected theorem le_mul_of_pos_right (n : Nat) (h : 0 < m) : n ≤ n * m := by
  have := Nat.mul_le_mul_left n (m := 1) h; rwa [Nat.mul_one] at this
protected theorem le_mul_of_pos_left (m : Nat) (h : 0 < n) : m ≤ n * m :=
  Nat.mul_comm m n ▸ Nat.le_mul_of_pos_right m h
protected theorem mul_self_le_mul_self (h : m ≤ n) : m * m ≤ n * n := Nat.mul_le_mul h h
protected theorem mul_self_lt_mul_self (h : m < n) : m * m < n * n :=
  Nat.lt_of_le_of_lt (Nat.mul_le_mul_left m (le_of_lt h)) (Nat.mul_lt_mul_of_pos_right h (zero_lt_of_lt h))
protected theorem mul_eq_one_iff : m * n = 1 ↔ m = 1 ∧ n = 1 := by
  constructor
  · intro h
    cases m with
    | zero => rw [Nat.zero_mul] at h; exact absurd h nofun
    | succ m =>
      cases n with
      | zero => exact absurd h nofun
      | succ n =>
        rw [mul_add_one, ← Nat.add_assoc] at h
        have h₀ := Nat.succ.inj h
        have h₁ := Nat.eq_zero_of_add_eq_zero_left h₀
        subst h₁
        rw [Nat.zero_add, Nat.one_mul, Nat.add_zero] at h₀
        subst h₀
        exact ⟨rfl, rfl⟩
  · intro ⟨h₁, h₂⟩; rw [h₁, h₂]
protected theorem two_pos : 0 < 2 := Nat.zero_lt_two

/-! ## Powers -/

@[simp] protected theorem pow_zero (b : Nat) : b ^ 0 = 1 := rfl
protected theorem pow_succ {b n : Nat} : b ^ (n + 1) = b ^ n * b := rfl
protected theorem pow_add_one (b n : Nat) : b ^ (n + 1) = b ^ n * b := rfl
protected theorem pow_succ' {b n : Nat} : b ^ (n + 1) = b * b ^ n := Nat.mul_comm _ _
@[simp] protected theorem pow_one (b : Nat) : b ^ 1 = b := Nat.one_mul b
protected theorem pow_two (b : Nat) : b ^ 2 = b * b := by rw [Nat.pow_succ, Nat.pow_one]
protected theorem pow_add (a m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => exact (Nat.mul_one _).symm
  | succ n ih => rw [← Nat.add_assoc, Nat.pow_succ, ih, Nat.pow_succ, Nat.mul_assoc]
protected theorem pow_mul (a m n : Nat) : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [mul_add_one, Nat.pow_add, ih, Nat.pow_succ]
protected theorem mul_pow (a b n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ n ih =>
      rw [Nat.pow_succ, Nat.pow_succ, Nat.pow_succ, ih, Nat.mul_assoc, Nat.mul_left_comm (b ^ n),
        ← Nat.mul_assoc]
@[simp] protected theorem one_pow (n : Nat) : 1 ^ n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, ih]
@[simp] protected theorem zero_pow (h : 0 < n) : 0 ^ n = 0 := by
  cases n with
  | zero => exact absurd h (Nat.lt_irrefl 0)
  | succ n => rfl
protected theorem pow_pos (h : 0 < b) : 0 < b ^ n := by
  induction n with
  | zero => exact zero_lt_one
  | succ n ih => exact Nat.mul_pos ih h
protected theorem pos_pow_of_pos (n : Nat) (h : 0 < b) : 0 < b ^ n := Nat.pow_pos h
theorem two_pow_pos (w : Nat) : 0 < 2 ^ w := Nat.pow_pos Nat.zero_lt_two
theorem pow_le_pow_left (h : m ≤ n) (i : Nat) : m ^ i ≤ n ^ i := by
  induction i with
  | zero => exact Nat.le_refl 1
  | succ i ih => exact Nat.mul_le_mul ih h
theorem pow_le_pow_right (h : 0 < n) (hmk : m ≤ k) : n ^ m ≤ n ^ k := by
  obtain ⟨l, rfl⟩ := exists_eq_add_of_le hmk
  rw [Nat.pow_add]; exact Nat.le_mul_of_pos_right _ (Nat.pow_pos h)
protected theorem pow_lt_pow_succ (h : 1 < a) : a ^ n < a ^ (n + 1) := by
  have := Nat.mul_lt_mul_of_pos_left h (Nat.pow_pos (n := n) (Nat.lt_trans zero_lt_one h))
  rwa [Nat.mul_one] at this
protected theorem lt_two_pow_self : n < 2 ^ n := by
  induction n with
  | zero => exact zero_lt_one
  | succ n ih => rw [Nat.pow_succ, Nat.mul_two]; exact Nat.add_lt_add_of_lt_of_le ih (Nat.two_pow_pos n)

/-! ## Minimum and maximum -/

protected theorem min_def : min n m = if n ≤ m then n else m := rfl
protected theorem max_def : max n m = if n ≤ m then m else n := rfl
protected theorem min_eq_left (h : a ≤ b) : min a b = a := if_pos h
protected theorem min_eq_right (h : b ≤ a) : min a b = b := by
  rw [Nat.min_def]; split
  · rename_i h'; exact Nat.le_antisymm h' h
  · rfl
protected theorem max_eq_right (h : a ≤ b) : max a b = b := if_pos h
protected theorem max_eq_left (h : b ≤ a) : max a b = a := by
  rw [Nat.max_def]; split
  · rename_i h'; exact Nat.le_antisymm h h'
  · rfl
protected theorem min_le_left (a b : Nat) : min a b ≤ a := by
  cases Nat.le_total a b with
  | inl h => exact Nat.le_of_eq (Nat.min_eq_left h)
  | inr h => rw [Nat.min_eq_right h]; exact h
protected theorem min_le_right (a b : Nat) : min a b ≤ b := by
  cases Nat.le_total a b with
  | inl h => rw [Nat.min_eq_left h]; exact h
  | inr h => exact Nat.le_of_eq (Nat.min_eq_right h)
protected theorem le_max_left (a b : Nat) : a ≤ max a b := by
  cases Nat.le_total a b with
  | inl h => rw [Nat.max_eq_right h]; exact h
  | inr h => exact Nat.le_of_eq (Nat.max_eq_left h).symm
protected theorem le_max_right (a b : Nat) : b ≤ max a b := by
  cases Nat.le_total a b with
  | inl h => exact Nat.le_of_eq (Nat.max_eq_right h).symm
  | inr h => rw [Nat.max_eq_left h]; exact h
protected theorem min_comm (a b : Nat) : min a b = min b a := by
  cases Nat.le_total a b with
    | inl h => rw [Nat.min_eq_left h, Nat.min_eq_right h]
    | inr h => rw [Nat.min_eq_right h, Nat.min_eq_left h]
protected theorem max_comm (a b : Nat) : max a b = max b a := by
  cases Nat.le_total a b with
    | inl h => rw [Nat.max_eq_right h, Nat.max_eq_left h]
    | inr h => rw [Nat.max_eq_left h, Nat.max_eq_right h]
protected theorem le_min : a ≤ min b c ↔ a ≤ b ∧ a ≤ c :=
  ⟨fun h => ⟨Nat.le_trans h (Nat.min_le_left b c), Nat.le_trans h (Nat.min_le_right b c)⟩,
    fun h => by rw [Nat.min_def]; split; exact h.1; exact h.2⟩
protected theorem max_le : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨Nat.le_trans (Nat.le_max_left a b) h, Nat.le_trans (Nat.le_max_right a b) h⟩,
    fun h => by rw [Nat.max_def]; split; exact h.2; exact h.1⟩
protected theorem le_min_of_le_of_le (h₁ : a ≤ b) (h₂ : a ≤ c) : a ≤ min b c := Nat.le_min.mpr ⟨h₁, h₂⟩
protected theorem max_le_of_le_of_le (h₁ : a ≤ c) (h₂ : b ≤ c) : max a b ≤ c := Nat.max_le.mpr ⟨h₁, h₂⟩
@[simp] protected theorem min_self (a : Nat) : min a a = a := Nat.min_eq_left (Nat.le_refl a)
@[simp] protected theorem max_self (a : Nat) : max a a = a := Nat.max_eq_right (Nat.le_refl a)
@[simp] protected theorem zero_min (a : Nat) : min 0 a = 0 := Nat.min_eq_left (zero_le a)
@[simp] protected theorem min_zero (a : Nat) : min a 0 = 0 := Nat.min_eq_right (zero_le a)
@[simp] protected theorem zero_max (a : Nat) : max 0 a = a := Nat.max_eq_right (zero_le a)
@[simp] protected theorem max_zero (a : Nat) : max a 0 = a := Nat.max_eq_left (zero_le a)
protected theorem min_assoc (a b c : Nat) : min (min a b) c = min a (min b c) :=
  Nat.le_antisymm
    (Nat.le_min.mpr ⟨Nat.le_trans (Nat.min_le_left _ _) (Nat.min_le_left a b),
      Nat.le_min.mpr ⟨Nat.le_trans (Nat.min_le_left _ _) (Nat.min_le_right a b), Nat.min_le_right _ _⟩⟩)
    (Nat.le_min.mpr ⟨Nat.le_min.mpr ⟨Nat.min_le_left _ _,
      Nat.le_trans (Nat.min_le_right _ _) (Nat.min_le_left b c)⟩,
      Nat.le_trans (Nat.min_le_right _ _) (Nat.min_le_right b c)⟩)
protected theorem max_assoc (a b c : Nat) : max (max a b) c = max a (max b c) :=
  Nat.le_antisymm
    (Nat.max_le.mpr ⟨Nat.max_le.mpr ⟨Nat.le_max_left _ _,
      Nat.le_trans (Nat.le_max_left b c) (Nat.le_max_right _ _)⟩,
      Nat.le_trans (Nat.le_max_right b c) (Nat.le_max_right _ _)⟩)
    (Nat.max_le.mpr ⟨Nat.le_trans (Nat.le_max_left a b) (Nat.le_max_left _ _),
      Nat.max_le.mpr ⟨Nat.le_trans (Nat.le_max_right a b) (Nat.le_max_left _ _), Nat.le_max_right _ _⟩⟩)

end Nat
