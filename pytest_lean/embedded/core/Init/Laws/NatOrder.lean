module
prelude
public import Init.Laws.Propositions
public import Init.Data.Nat.More
/-!
`Nat`: laws about order, successors, sums, differences, `min` and `max` beyond those of the data
modules. Nearly all of them are linear, so `omega` proves them.
-/

@[expose] public section

set_option linter.all false

namespace Nat
variable {a b c d i j k l m n p x y : Nat}

/-! ## Order -/

theorem add_one_ne_self (n : Nat) : n + 1 ≠ n := by omega
theorem le_succ_iff : m ≤ succ n ↔ m ≤ n ∨ m = succ n := by omega
theorem le_add_one_iff : m ≤ n + 1 ↔ m ≤ n ∨ m = n + 1 := by omega
protected theorem lt_of_not_gt (h : ¬n > m) : n ≤ m := Nat.not_lt.mp h
protected theorem not_lt_of_gt (h : b < a) : ¬a < b := Nat.lt_asymm h
protected theorem lt_or_le (a b : Nat) : a < b ∨ b ≤ a := Nat.lt_or_ge a b
protected theorem lt_of_le_and_ne (h₁ : a ≤ b) (h₂ : ¬a = b) : a < b := Nat.lt_of_le_of_ne h₁ h₂
theorem ne_zero_of_pos (h : 0 < n) : n ≠ 0 := Nat.ne_of_gt h
theorem ne_zero_iff_zero_lt : n ≠ 0 ↔ 0 < n := Nat.pos_iff_ne_zero.symm
protected theorem pos_of_lt_add_left (h : n < k + n) : 0 < k := by omega
theorem eq_or_lt_of_not_lt (h : ¬a < b) : a = b ∨ b < a := by omega
theorem eq_of_le_of_lt_succ (h₁ : n ≤ m) (h₂ : m < n + 1) : m = n := by omega
theorem one_lt_two : 1 < 2 := by decide
theorem le_sub_one_iff_lt (h : 0 < b) : a ≤ b - 1 ↔ a < b := by omega
theorem lt_sub_one_iff : a < b - 1 ↔ a + 1 < b := by omega
theorem sub_one_lt_of_le (h₀ : 0 < a) (h₁ : a ≤ b) : a - 1 < b := by omega
theorem le_add_one (n : Nat) : n ≤ n + 1 := Nat.le_succ n
theorem succ_eq_one_add (n : Nat) : succ n = 1 + n := Nat.add_comm n 1
theorem succ_add_eq_add_succ (a b : Nat) : succ a + b = a + succ b := Nat.succ_add a b
protected theorem lt_wf : WellFounded (α := Nat) (· < ·) := Nat.lt_wfRel.wf
theorem forall_lt_succ_right {p : Nat → Prop} : (∀ m, m < n + 1 → p m) ↔ (∀ m, m < n → p m) ∧ p n :=
  ⟨fun h => ⟨fun m hm => h m (by omega), h n (by omega)⟩,
    fun ⟨h, hn⟩ m hm => if e : m = n then e ▸ hn else h m (by omega)⟩
theorem exists_lt_succ_right {p : Nat → Prop} : (∃ m, m < n + 1 ∧ p m) ↔ (∃ m, m < n ∧ p m) ∨ p n :=
  ⟨fun ⟨m, hm, h⟩ => if e : m = n then .inr (e ▸ h) else .inl ⟨m, by omega, h⟩,
    fun h => h.elim (fun ⟨m, hm, h⟩ => ⟨m, by omega, h⟩) fun h => ⟨n, by omega, h⟩⟩
theorem forall_lt_succ_left {p : Nat → Prop} : (∀ m, m < n + 1 → p m) ↔ p 0 ∧ ∀ m, m < n → p (m + 1) :=
  ⟨fun h => ⟨h 0 (by omega), fun m hm => h (m + 1) (by omega)⟩,
    fun ⟨h, g⟩ m hm => match m with | 0 => h | m + 1 => g m (by omega)⟩
theorem exists_lt_succ_left {p : Nat → Prop} : (∃ m, m < n + 1 ∧ p m) ↔ p 0 ∨ ∃ m, m < n ∧ p (m + 1) :=
  ⟨fun ⟨m, hm, h⟩ => match m with | 0 => .inl h | m + 1 => .inr ⟨m, by omega, h⟩,
    fun h => h.elim (fun h => ⟨0, by omega, h⟩) fun ⟨m, hm, h⟩ => ⟨m + 1, by omega, h⟩⟩
theorem and_forall_add_one {p : Nat → Prop} : p 0 ∧ (∀ n, p (n + 1)) ↔ ∀ n, p n :=
  ⟨fun ⟨h, g⟩ n => match n with | 0 => h | n + 1 => g n, fun h => ⟨h 0, fun n => h (n + 1)⟩⟩
theorem or_exists_add_one {p : Nat → Prop} : (p 0 ∨ ∃ n, p (n + 1)) ↔ ∃ n, p n :=
  ⟨fun h => h.elim (⟨0, ·⟩) fun ⟨n, h⟩ => ⟨n + 1, h⟩,
    fun ⟨n, h⟩ => match n with | 0 => .inl h | n + 1 => .inr ⟨n, h⟩⟩

/-! ## Predecessors -/

theorem le_of_pred_lt (h : pred m < n) : m ≤ n := match m with | 0 => Nat.zero_le n | _ + 1 => h
theorem pred_lt_self : ∀ {a : Nat}, 0 < a → pred a < a
  | _ + 1, _ => Nat.lt_succ_self _
theorem le_pred_iff_lt : ∀ {n m : Nat}, 0 < m → (n ≤ pred m ↔ n < m)
  | _, _ + 1, _ => Nat.lt_succ_iff.symm
theorem pred_le_iff : ∀ {n m : Nat}, pred n ≤ m ↔ n ≤ succ m
  | 0, _ => ⟨fun _ => Nat.zero_le _, fun _ => Nat.zero_le _⟩
  | _ + 1, _ => Nat.succ_le_succ_iff.symm
theorem succ_pred_eq_of_ne_zero (h : n ≠ 0) : succ (pred n) = n := succ_pred h
theorem pred_inj (ha : 0 < a) (hb : 0 < b) (h : pred a = pred b) : a = b := by
  simp only [pred_eq_sub_one] at h; omega
theorem pred_eq_of_eq_succ (H : m = n + 1) : m - 1 = n := by omega
theorem lt_pred_iff : ∀ {a b : Nat}, a < pred b ↔ succ a < b
  | _, 0 => ⟨fun h => absurd h (Nat.not_lt_zero _), fun h => absurd h (Nat.not_lt_zero _)⟩
  | _, _ + 1 => Nat.succ_lt_succ_iff.symm
@[simp] theorem pred_add_one (n : Nat) : pred (n + 1) = n := rfl
theorem sub_one_add_one_eq_of_pos : 0 < n → n - 1 + 1 = n := by omega

/-! ## Sums -/

protected theorem add_sub_cancel_right (n m : Nat) : n + m - m = n := Nat.add_sub_cancel n m
private theorem succ_add_eq_succ : m + 1 + n = k + 1 ↔ m + n = k := by
  rw [Nat.add_right_comm]; exact ⟨Nat.succ.inj, congrArg succ⟩
protected theorem add_eq_one_iff : m + n = 1 ↔ m = 0 ∧ n = 1 ∨ m = 1 ∧ n = 0 := by
  cases m with
  | zero => simp
  | succ m => rw [succ_add_eq_succ]; simp
protected theorem add_eq_two_iff : m + n = 2 ↔ m = 0 ∧ n = 2 ∨ m = 1 ∧ n = 1 ∨ m = 2 ∧ n = 0 := by
  cases m with
  | zero => simp
  | succ m => rw [succ_add_eq_succ, Nat.add_eq_one_iff]; simp
protected theorem add_eq_three_iff :
    m + n = 3 ↔ m = 0 ∧ n = 3 ∨ m = 1 ∧ n = 2 ∨ m = 2 ∧ n = 1 ∨ m = 3 ∧ n = 0 := by
  cases m with
  | zero => simp
  | succ m => rw [succ_add_eq_succ, Nat.add_eq_two_iff]; simp
@[simp] protected theorem left_eq_add : a = a + b ↔ b = 0 := by omega
@[simp] protected theorem right_eq_add : b = a + b ↔ a = 0 := by omega
@[simp] protected theorem add_le_left_iff : a + b ≤ a ↔ b = 0 := by omega
@[simp] protected theorem add_le_right_iff : a + b ≤ b ↔ a = 0 := by omega
protected theorem add_lt_of_le_of_lt (h₁ : a ≤ c) (h₂ : b < d) : a + b < c + d := by omega

/-! ## Differences -/

protected theorem sub_lt_self (h₀ : 0 < a) (h₁ : a ≤ b) : b - a < b := by omega
protected theorem sub_lt_of_lt_add (h₁ : b ≤ a) (h : a < c + b) : a - b < c := by omega
protected theorem sub_lt_iff_lt_add' (h : a ≤ b) : b - a < c ↔ b < a + c := by omega
protected theorem sub_eq_iff_eq_add' (h : b ≤ a) : a - b = c ↔ a = b + c := by omega
theorem succ_sub_sub_succ (n m k : Nat) : succ n - m - succ k = n - m - k := by omega
theorem sub_one_sub_lt_of_lt (h : a < b) : b - 1 - a < b := by omega
protected theorem le_sub_iff_add_le' (h : k ≤ m) : n ≤ m - k ↔ k + n ≤ m := by omega
protected theorem lt_sub_iff_add_lt' : a < c - b ↔ b + a < c := by omega
protected theorem le_add_of_sub_le (h : a - b ≤ c) : a ≤ c + b := by omega
protected theorem lt_add_of_sub_lt (h : a - b < c) : a < c + b := by omega
protected theorem lt_of_sub_pos (h : 0 < n - m) : m < n := by omega
theorem exists_eq_add_of_le' (h : m ≤ n) : ∃ k : Nat, n = k + m := ⟨n - m, by omega⟩
protected theorem eq_add_of_sub_eq (hle : b ≤ a) (h : a - b = c) : a = c + b := by omega
protected theorem sub_add_sub_cancel (h₁ : m ≤ n) (h₂ : k ≤ m) : n - m + (m - k) = n - k := by omega
protected theorem sub_sub_sub_cancel_right (h : c ≤ b) : a - c - (b - c) = a - b := by omega
protected theorem sub_sub_sub_cancel_left (h : b ≤ a) : a - c - (a - b) = b - c := by omega
protected theorem add_add_sub_cancel (h : k ≤ m) : n + k + (m - k) = n + m := by omega
protected theorem sub_add_add_cancel (h : k ≤ n) : n - k + (m + k) = n + m := by omega
protected theorem sub_le_sub_iff_right (h : k ≤ m) : n - k ≤ m - k ↔ n ≤ m := by omega
protected theorem sub_le_sub_iff_left (h : k ≤ n) : n - m ≤ n - k ↔ k ≤ m := by omega
protected theorem le_sub_of_add_le' (h : m + k ≤ n) : k ≤ n - m := by omega
theorem add_le_to_le_sub (n : Nat) (h : m ≤ k) : n + m ≤ k ↔ n ≤ k - m := by omega
protected theorem sub_sub_comm (a b c : Nat) : a - b - c = a - c - b := by omega

/-! ## `min` and `max` -/

protected theorem min_eq_left_of_lt (h : a < b) : min a b = a := Nat.min_eq_left (Nat.le_of_lt h)
protected theorem min_eq_right_of_lt (h : b < a) : min a b = b := Nat.min_eq_right (Nat.le_of_lt h)
protected theorem max_eq_left_of_lt (h : b < a) : max a b = a := Nat.max_eq_left (Nat.le_of_lt h)
protected theorem max_eq_right_of_lt (h : a < b) : max a b = b := Nat.max_eq_right (Nat.le_of_lt h)
/-- A function that keeps the order keeps the smaller and the greater of two numbers. -/
private theorem min_map (f : Nat → Nat) (hf : ∀ {x y}, x ≤ y → f x ≤ f y) (a b : Nat) :
    min (f a) (f b) = f (min a b) := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.min_eq_left h, Nat.min_eq_left (hf h)]
  · rw [Nat.min_eq_right h, Nat.min_eq_right (hf h)]
private theorem max_map (f : Nat → Nat) (hf : ∀ {x y}, x ≤ y → f x ≤ f y) (a b : Nat) :
    max (f a) (f b) = f (max a b) := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.max_eq_right h, Nat.max_eq_right (hf h)]
  · rw [Nat.max_eq_left h, Nat.max_eq_left (hf h)]
theorem min_succ_succ (x y : Nat) : min (succ x) (succ y) = succ (min x y) :=
  min_map succ Nat.succ_le_succ x y
theorem max_succ_succ (x y : Nat) : max (succ x) (succ y) = succ (max x y) :=
  max_map succ Nat.succ_le_succ x y
theorem succ_max_succ (x y : Nat) : max (succ x) (succ y) = succ (max x y) := max_succ_succ x y
theorem succ_min_succ (x y : Nat) : min (succ x) (succ y) = succ (min x y) := min_succ_succ x y
protected theorem add_min_add_left (a b c : Nat) : min (a + b) (a + c) = a + min b c :=
  min_map (a + ·) (Nat.add_le_add_left · a) b c
protected theorem add_min_add_right (a b c : Nat) : min (a + c) (b + c) = min a b + c :=
  min_map (· + c) (Nat.add_le_add_right · c) a b
protected theorem add_max_add_left (a b c : Nat) : max (a + b) (a + c) = a + max b c :=
  max_map (a + ·) (Nat.add_le_add_left · a) b c
protected theorem add_max_add_right (a b c : Nat) : max (a + c) (b + c) = max a b + c :=
  max_map (· + c) (Nat.add_le_add_right · c) a b
protected theorem sub_min_sub_right (a b c : Nat) : min (a - c) (b - c) = min a b - c :=
  min_map (· - c) (Nat.sub_le_sub_right · c) a b
protected theorem sub_eq_max_sub (a b : Nat) : a - b = max a b - b := by omega
protected theorem sub_add_eq_max (a b : Nat) : a - b + b = max a b := by omega
protected theorem max_add_min (a b : Nat) : max a b + min a b = a + b := by omega
protected theorem min_add_max (a b : Nat) : min a b + max a b = a + b :=
  Nat.add_comm (max a b) _ ▸ Nat.max_add_min a b
private theorem min_mono (a : Nat) {x y : Nat} (h : x ≤ y) : min a x ≤ min a y :=
  Nat.le_min.mpr ⟨Nat.min_le_left a x, Nat.le_trans (Nat.min_le_right a x) h⟩
private theorem max_mono (a : Nat) {x y : Nat} (h : x ≤ y) : max a x ≤ max a y :=
  Nat.max_le.mpr ⟨Nat.le_max_left a y, Nat.le_trans h (Nat.le_max_right a y)⟩
protected theorem max_min_distrib_left (a b c : Nat) : max a (min b c) = min (max a b) (max a c) :=
  (min_map (max a ·) (max_mono a) b c).symm
protected theorem min_max_distrib_left (a b c : Nat) : min a (max b c) = max (min a b) (min a c) :=
  (max_map (min a ·) (min_mono a) b c).symm
protected theorem max_min_distrib_right (a b c : Nat) : max (min a b) c = min (max a c) (max b c) := by
  rw [Nat.max_comm, Nat.max_min_distrib_left, Nat.max_comm c, Nat.max_comm c]
protected theorem min_max_distrib_right (a b c : Nat) : min (max a b) c = max (min a c) (min b c) := by
  rw [Nat.min_comm, Nat.min_max_distrib_left, Nat.min_comm c, Nat.min_comm c]
@[simp] protected theorem min_sub_self_left (m n : Nat) : min (m - n) m = m - n :=
  Nat.min_eq_left (Nat.sub_le m n)
@[simp] protected theorem min_sub_self_right (m n : Nat) : min m (m - n) = m - n :=
  Nat.min_eq_right (Nat.sub_le m n)
@[simp] protected theorem max_sub_self_left (m n : Nat) : max (m - n) m = m :=
  Nat.max_eq_right (Nat.sub_le m n)
@[simp] protected theorem max_sub_self_right (m n : Nat) : max m (m - n) = m :=
  Nat.max_eq_left (Nat.sub_le m n)
@[simp] protected theorem min_add_left_self (m n : Nat) : min m (n + m) = m :=
  Nat.min_eq_left (Nat.le_add_left m n)
@[simp] protected theorem min_add_right_self (m n : Nat) : min m (m + n) = m :=
  Nat.min_eq_left (Nat.le_add_right m n)
@[simp] protected theorem max_add_left_self (m n : Nat) : max m (n + m) = n + m :=
  Nat.max_eq_right (Nat.le_add_left m n)
@[simp] protected theorem max_add_right_self (m n : Nat) : max m (m + n) = m + n :=
  Nat.max_eq_right (Nat.le_add_right m n)
@[simp] protected theorem min_self_assoc (m n : Nat) : min m (min m n) = min m n :=
  Nat.min_eq_right (Nat.min_le_left m n)
@[simp] protected theorem max_self_assoc (m n : Nat) : max m (max m n) = max m n :=
  Nat.max_eq_right (Nat.le_max_left m n)
protected theorem mul_max_mul_left (a b c : Nat) : max (a * b) (a * c) = a * max b c := by
  rcases Nat.le_total b c with h | h
  · rw [Nat.max_eq_right h, Nat.max_eq_right (Nat.mul_le_mul_left a h)]
  · rw [Nat.max_eq_left h, Nat.max_eq_left (Nat.mul_le_mul_left a h)]
protected theorem mul_min_mul_left (a b c : Nat) : min (a * b) (a * c) = a * min b c := by
  rcases Nat.le_total b c with h | h
  · rw [Nat.min_eq_left h, Nat.min_eq_left (Nat.mul_le_mul_left a h)]
  · rw [Nat.min_eq_right h, Nat.min_eq_right (Nat.mul_le_mul_left a h)]
protected theorem mul_max_mul_right (a b c : Nat) : max (a * c) (b * c) = max a b * c := by
  rw [Nat.mul_comm a, Nat.mul_comm b, Nat.mul_max_mul_left, Nat.mul_comm]
protected theorem mul_min_mul_right (a b c : Nat) : min (a * c) (b * c) = min a b * c := by
  rw [Nat.mul_comm a, Nat.mul_comm b, Nat.mul_min_mul_left, Nat.mul_comm]
theorem div_lt_div_of_lt_of_dvd {a b d : Nat} (hdb : d ∣ b) (h : a < b) : a / d < b / d := by
  obtain ⟨k, e⟩ := hdb
  subst e
  have hd : 0 < d := Nat.pos_of_ne_zero fun e => by subst e; simp at h
  rw [Nat.mul_div_cancel_left k hd]
  exact Nat.div_lt_of_lt_mul h
end Nat
