module
prelude
public import Init.Tactics.Arithmetic
public import Init.Data.Nat.Gcd
/-!
`Nat`: what books and their exercises use beyond the first lemmas: cancellation and monotonicity of
products and powers, division and divisibility, `gcd`, `lcm` and coprime numbers, principles of
induction.
-/

@[expose] public section

set_option linter.all false

universe u

namespace Nat
variable {n m k l a b c d x y z : Nat}

/-! ## Order -/

theorem gt_of_not_le (h : ¬n ≤ m) : n > m := by omega
theorem pos_of_lt (h : m < n) : 0 < n := by omega
theorem one_pos : 0 < 1 := by omega
theorem one_le_of_lt (h : a < b) : 1 ≤ b := by omega
theorem succ_le_iff : succ m ≤ n ↔ m < n := Iff.rfl
theorem le_one_iff_eq_zero_or_eq_one : ∀ {n : Nat}, n ≤ 1 ↔ n = 0 ∨ n = 1 := by omega
protected theorem le_or_lt (a b : Nat) : a ≤ b ∨ b < a := by omega
protected theorem eq_or_lt_of_le (h : a ≤ b) : a = b ∨ a < b := by omega
protected theorem lt_min : a < min b c ↔ a < b ∧ a < c := by omega
protected theorem max_lt : max a b < c ↔ a < c ∧ b < c := by omega
protected theorem sub_add_eq (a b c : Nat) : a - (b + c) = a - b - c := by omega
protected theorem sub_lt_sub_right (h : c ≤ a) (h' : a < b) : a - c < b - c := by omega
protected theorem sub_lt_left_of_lt_add (H : n ≤ k) (h : k < n + m) : k - n < m := by omega
protected theorem sub_lt_right_of_lt_add (H : n ≤ k) (h : k < m + n) : k - n < m := by omega
protected theorem sub_le_of_le_add (h : a ≤ c + b) : a - b ≤ c := by omega
protected theorem lt_sub_of_add_lt' (h : a + b < c) : b < c - a := by omega
protected theorem sub_add_min_cancel (n m : Nat) : n - m + min n m = n := by omega
theorem pred_lt' (h : m < n) : pred n < n := by cases n <;> simp at *
theorem add_self_eq (a : Nat) : a + a = 2 * a := by omega
theorem le_lt_asymm (h : a ≤ b) : ¬b < a := by omega
theorem lt_le_asymm (h : a < b) : ¬b ≤ a := by omega
protected theorem add_left_eq_self : a + b = b ↔ a = 0 := by omega
protected theorem add_right_eq_self : a + b = a ↔ b = 0 := by omega
theorem eq_sub_of_add_eq' (h : b + a = c) : a = c - b := by omega

/-! ## Products -/

theorem mul_self_sub_mul_self_eq (a b : Nat) : a * a - b * b = (a + b) * (a - b) := by
  rw [Nat.mul_sub, Nat.add_mul, Nat.add_mul, Nat.sub_add_eq, Nat.mul_comm b a, Nat.add_sub_cancel]
protected theorem mul_mul_mul_comm (a b c d : Nat) : a * b * (c * d) = a * c * (b * d) := by
  rw [Nat.mul_assoc, Nat.mul_assoc, Nat.mul_left_comm b]
protected theorem mul_left_cancel (np : 0 < n) (h : n * m = n * k) : m = k := Nat.eq_of_mul_eq_mul_left np h
protected theorem mul_right_cancel (mp : 0 < m) (h : n * m = k * m) : n = k := Nat.eq_of_mul_eq_mul_right mp h
@[simp] protected theorem mul_right_inj (ha : a ≠ 0) : a * b = a * c ↔ b = c :=
  ⟨Nat.mul_left_cancel (Nat.pos_of_ne_zero ha), fun h => h ▸ rfl⟩
@[simp] protected theorem mul_left_inj (ha : a ≠ 0) : b * a = c * a ↔ b = c :=
  ⟨Nat.mul_right_cancel (Nat.pos_of_ne_zero ha), fun h => h ▸ rfl⟩
protected theorem mul_lt_mul_left (a0 : 0 < a) : a * b < a * c ↔ b < c :=
  ⟨Nat.lt_of_mul_lt_mul_left, fun h => Nat.mul_lt_mul_of_pos_left h a0⟩
protected theorem mul_lt_mul_right (a0 : 0 < a) : b * a < c * a ↔ b < c := by
  rw [Nat.mul_comm b, Nat.mul_comm c, Nat.mul_lt_mul_left a0]
protected theorem mul_lt_mul_of_le_of_lt (hac : a ≤ c) (hbd : b < d) (hc : 0 < c) : a * b < c * d :=
  Nat.lt_of_le_of_lt (Nat.mul_le_mul_right b hac) ((Nat.mul_lt_mul_left hc).mpr hbd)
protected theorem mul_lt_mul_of_lt_of_le (hac : a < c) (hbd : b ≤ d) (hd : 0 < d) : a * b < c * d :=
  Nat.lt_of_le_of_lt (Nat.mul_le_mul_left a hbd) ((Nat.mul_lt_mul_right hd).mpr hac)
protected theorem mul_lt_mul'' (hac : a < c) (hbd : b < d) : a * b < c * d :=
  Nat.mul_lt_mul_of_lt_of_le hac (Nat.le_of_lt hbd) (Nat.zero_lt_of_lt hbd)
protected theorem mul_eq_left (ha : a ≠ 0) : a * b = a ↔ b = 1 := by
  have := Nat.mul_right_inj (b := b) (c := 1) ha
  rwa [Nat.mul_one] at this
protected theorem mul_eq_right (hb : b ≠ 0) : a * b = b ↔ a = 1 := by rw [Nat.mul_comm, Nat.mul_eq_left hb]
protected theorem mul_self_inj : m * m = n * n ↔ m = n := by
  refine ⟨fun h => ?_, fun h => h ▸ rfl⟩
  rcases Nat.lt_trichotomy m n with h' | h' | h'
  · exact absurd h (Nat.ne_of_lt (Nat.mul_lt_mul'' h' h'))
  · exact h'
  · exact absurd h (Nat.ne_of_gt (Nat.mul_lt_mul'' h' h'))

/-! ## Powers -/

protected theorem pow_lt_pow_left (h : a < b) (hn : n ≠ 0) : a ^ n < b ^ n := by
  cases n with
  | zero => exact absurd rfl hn
  | succ n =>
    rw [Nat.pow_succ, Nat.pow_succ]
    exact Nat.mul_lt_mul_of_le_of_lt (Nat.pow_le_pow_left (Nat.le_of_lt h) n) h
      (Nat.pow_pos (Nat.zero_lt_of_lt h))
protected theorem pow_lt_pow_right (ha : 1 < a) (h : m < n) : a ^ m < a ^ n :=
  Nat.lt_of_lt_of_le (Nat.pow_lt_pow_succ ha) (Nat.pow_le_pow_right (Nat.le_of_lt ha) h)
protected theorem lt_pow_self (hb : 1 < b) : n < b ^ n := by
  induction n with
  | zero => exact Nat.pow_pos (Nat.zero_lt_of_lt hb)
  | succ n ih => exact Nat.lt_of_le_of_lt ih (Nat.pow_lt_pow_succ hb)
theorem one_lt_two_pow (h : n ≠ 0) : 1 < 2 ^ n :=
  Nat.lt_of_le_of_lt (Nat.pos_of_ne_zero h) Nat.lt_two_pow_self
protected theorem pow_le_pow_iff_right (h : 1 < a) : a ^ n ≤ a ^ m ↔ n ≤ m :=
  ⟨fun h' => Nat.not_lt.mp fun hlt => Nat.not_le_of_gt (Nat.pow_lt_pow_right h hlt) h',
   Nat.pow_le_pow_right (Nat.le_of_lt h)⟩
protected theorem pow_lt_pow_iff_right (h : 1 < a) : a ^ n < a ^ m ↔ n < m := by
  rw [← Nat.not_le, ← Nat.not_le, Nat.pow_le_pow_iff_right h]
protected theorem pow_le_pow_iff_left (hn : n ≠ 0) : a ^ n ≤ b ^ n ↔ a ≤ b :=
  ⟨fun h => Nat.not_lt.mp fun hlt => Nat.not_le_of_gt (Nat.pow_lt_pow_left hlt hn) h,
    fun h => Nat.pow_le_pow_left h n⟩
theorem pow_dvd_pow (a : Nat) (h : m ≤ n) : a ^ m ∣ a ^ n := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
  exact ⟨a ^ k, Nat.pow_add a m k⟩
protected theorem pow_right_inj (ha : 1 < a) : a ^ m = a ^ n ↔ m = n := by
  refine ⟨fun h => ?_, fun h => h ▸ rfl⟩
  exact Nat.le_antisymm ((Nat.pow_le_pow_iff_right ha).mp (Nat.le_of_eq h))
    ((Nat.pow_le_pow_iff_right ha).mp (Nat.le_of_eq h.symm))
protected theorem sq_sub_sq (a b : Nat) : a ^ 2 - b ^ 2 = (a + b) * (a - b) := by
  rw [Nat.pow_two, Nat.pow_two, mul_self_sub_mul_self_eq]

/-! ## Division and remainder -/

@[elab_as_elim] def mod.inductionOn {motive : Nat → Nat → Sort u} (x y : Nat)
    (ind : ∀ x y, 0 < y ∧ y ≤ x → motive (x - y) y → motive x y)
    (base : ∀ x y, ¬(0 < y ∧ y ≤ x) → motive x y) : motive x y :=
  if h : 0 < y ∧ y ≤ x then ind x y h (mod.inductionOn (x - y) y ind base) else base x y h
@[elab_as_elim] def div.inductionOn {motive : Nat → Nat → Sort u} (x y : Nat)
    (ind : ∀ x y, 0 < y ∧ y ≤ x → motive (x - y) y → motive x y)
    (base : ∀ x y, ¬(0 < y ∧ y ≤ x) → motive x y) : motive x y := mod.inductionOn x y ind base
theorem mul_add_div (m_pos : m > 0) (x y : Nat) : (m * x + y) / m = x + y / m := by
  rw [Nat.add_comm, Nat.add_mul_div_left _ _ m_pos, Nat.add_comm]
theorem mul_add_mod (a b c : Nat) : (a * b + c) % a = c % a := by simp [Nat.add_mod]
theorem mod_def (m k : Nat) : m % k = m - k * (m / k) := by have := mod_add_div m k; omega
theorem div_eq_of_lt_le (lo : k * n ≤ m) (hi : m < (k + 1) * n) : m / n = k := by
  have hn : 0 < n := Nat.pos_of_ne_zero fun h => by subst h; omega
  exact Nat.le_antisymm (le_of_lt_succ ((div_lt_iff_lt_mul hn).mpr hi)) ((le_div_iff_mul_le hn).mpr lo)
protected theorem mul_div_assoc (m : Nat) (H : k ∣ n) : m * n / k = m * (n / k) := by
  obtain ⟨l, rfl⟩ := H
  by_cases hk : k = 0
  · subst hk; simp
  · have hk := Nat.pos_of_ne_zero hk
    rw [Nat.mul_left_comm, Nat.mul_div_right _ hk, Nat.mul_div_right _ hk]
protected theorem mul_div_mul_left (n k : Nat) (H : 0 < m) : m * n / (m * k) = n / k := by
  rw [← Nat.div_div_eq_div_mul, Nat.mul_div_right _ H]
protected theorem mul_div_mul_right (n k : Nat) (H : 0 < m) : n * m / (k * m) = n / k := by
  rw [Nat.mul_comm, Nat.mul_comm k, Nat.mul_div_mul_left n k H]
protected theorem div_eq_iff_eq_mul_right (H : 0 < b) (H' : b ∣ a) : a / b = c ↔ a = b * c :=
  ⟨fun h => h ▸ (Nat.mul_div_cancel' H').symm, Nat.div_eq_of_eq_mul_right H⟩
protected theorem div_eq_iff_eq_mul_left (H : 0 < b) (H' : b ∣ a) : a / b = c ↔ a = c * b := by
  rw [Nat.mul_comm]; exact Nat.div_eq_iff_eq_mul_right H H'
protected theorem div_le_of_le_mul {m n : Nat} : ∀ {k}, m ≤ k * n → m / k ≤ n
  | 0, h => by simp
  | k + 1, h => le_of_lt_succ ((div_lt_iff_lt_mul (zero_lt_succ k)).mpr
      (Nat.lt_of_le_of_lt h
        (by rw [Nat.mul_comm]; exact (Nat.mul_lt_mul_right (zero_lt_succ k)).mpr (lt_succ_self n))))
@[simp] theorem mul_mod_mod (m n l : Nat) : m * (n % l) % l = m * n % l := by rw [mul_mod, mod_mod, ← mul_mod]
@[simp] theorem mod_mul_mod (m n l : Nat) : m % n * l % n = m * l % n := by rw [mul_mod, mod_mod, ← mul_mod]
theorem mod_two_add_succ_mod_two (m : Nat) : m % 2 + (m + 1) % 2 = 1 := by omega
@[simp] theorem mod_two_not_eq_zero : ¬n % 2 = 0 ↔ n % 2 = 1 := by omega
@[simp] theorem mod_two_not_eq_one : ¬n % 2 = 1 ↔ n % 2 = 0 := by omega

/-! ## Divisibility -/

protected theorem dvd_add_right {m k : Nat} (h : k ∣ m) : k ∣ m + n ↔ k ∣ n := (Nat.dvd_add_iff_right h).symm
protected theorem dvd_add_left {m k : Nat} (h : k ∣ m) : k ∣ n + m ↔ k ∣ n := (Nat.dvd_add_iff_left h).symm
@[simp] protected theorem dvd_add_self_left : m ∣ m + n ↔ m ∣ n := Nat.dvd_add_right (Nat.dvd_refl m)
@[simp] protected theorem dvd_add_self_right : m ∣ n + m ↔ m ∣ n := Nat.dvd_add_left (Nat.dvd_refl m)
theorem pos_of_dvd_of_pos (H1 : m ∣ n) (H2 : 0 < n) : 0 < m :=
  Nat.pos_of_ne_zero fun h => by subst h; rw [Nat.eq_zero_of_zero_dvd H1] at H2; exact Nat.lt_irrefl 0 H2
theorem dvd_sub' (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m - n := Nat.dvd_sub h₁ h₂
theorem dvd_mod_iff (h : k ∣ n) : k ∣ m % n ↔ k ∣ m := by
  have := Nat.dvd_add_left (n := m % n) (Nat.dvd_mul_right_of_dvd h (m / n))
  rwa [mod_add_div, Iff.comm] at this
protected theorem mul_dvd_mul_left {b c : Nat} (a : Nat) (h : b ∣ c) : a * b ∣ a * c :=
  Nat.mul_dvd_mul (Nat.dvd_refl a) h
protected theorem mul_dvd_mul_right {a b : Nat} (h : a ∣ b) (c : Nat) : a * c ∣ b * c :=
  Nat.mul_dvd_mul h (Nat.dvd_refl c)
protected theorem dvd_of_mul_dvd_mul_left (kpos : 0 < k) (H : k * m ∣ k * n) : m ∣ n := by
  obtain ⟨l, H⟩ := H
  rw [Nat.mul_assoc] at H
  exact ⟨l, Nat.mul_left_cancel kpos H⟩
protected theorem dvd_of_mul_dvd_mul_right (kpos : 0 < k) (H : m * k ∣ n * k) : m ∣ n := by
  rw [Nat.mul_comm m, Nat.mul_comm n] at H; exact Nat.dvd_of_mul_dvd_mul_left kpos H
theorem dvd_of_mul_right_dvd (h : m * k ∣ n) : m ∣ n := Nat.dvd_trans (Nat.dvd_mul_right m k) h
theorem dvd_of_mul_left_dvd (h : m * k ∣ n) : k ∣ n := Nat.dvd_trans (Nat.dvd_mul_left k m) h
theorem eq_of_dvd_of_lt_two_mul (ha : a ≠ 0) (hd : b ∣ a) (hlt : a < 2 * b) : a = b := by
  obtain ⟨k, rfl⟩ := hd
  match k, hlt, ha with
  | 0, _, ha => exact absurd (Nat.mul_zero b) ha
  | 1, _, _ => exact Nat.mul_one b
  | k + 2, hlt, _ =>
      exact absurd hlt (Nat.not_lt.mpr (by rw [Nat.mul_comm 2]; exact Nat.mul_le_mul_left b (by omega)))

/-! ## gcd and lcm -/

theorem gcd_pos_of_pos_right (m : Nat) (h : 0 < n) : 0 < gcd m n := gcd_comm n m ▸ gcd_pos_of_pos_left m h
theorem gcd_eq_left {m n : Nat} (h : m ∣ n) : gcd m n = m :=
  Nat.dvd_antisymm (gcd_dvd_left m n) (dvd_gcd (Nat.dvd_refl m) h)
theorem gcd_eq_right {m n : Nat} (h : n ∣ m) : gcd m n = n := by rw [gcd_comm, gcd_eq_left h]
theorem gcd_le_left (n : Nat) (h : 0 < m) : gcd m n ≤ m := le_of_dvd h (gcd_dvd_left m n)
theorem gcd_le_right (m : Nat) (h : 0 < n) : gcd m n ≤ n := le_of_dvd h (gcd_dvd_right m n)
theorem gcd_eq_zero_iff {i j : Nat} : gcd i j = 0 ↔ i = 0 ∧ j = 0 :=
  ⟨fun h => ⟨Nat.eq_zero_of_zero_dvd (h ▸ gcd_dvd_left i j), Nat.eq_zero_of_zero_dvd (h ▸ gcd_dvd_right i j)⟩,
   fun ⟨h₁, h₂⟩ => by rw [h₁, h₂]; rfl⟩
theorem gcd_mul_left (m n k : Nat) : gcd (m * n) (m * k) = m * gcd n k := by
  induction n, k using gcd.induction with
  | H0 k => simp
  | H1 n k h ih =>
    by_cases hm : m = 0
    · subst hm; simp
    · have e : m * k % (m * n) = m * (k % n) := by
        have h₁ := mod_add_div k n
        have h₂ : m * k = m * (k % n) + (m * n) * (k / n) := by rw [Nat.mul_assoc, ← Nat.mul_add, h₁]
        rw [h₂, add_mul_mod_self_left, mod_eq_of_lt]
        exact (Nat.mul_lt_mul_left (Nat.pos_of_ne_zero hm)).mpr (mod_lt k h)
      rw [gcd_rec, e, ih, ← gcd_rec]
theorem gcd_mul_right (m n k : Nat) : gcd (m * n) (k * n) = gcd m k * n := by
  rw [Nat.mul_comm m, Nat.mul_comm k, gcd_mul_left, Nat.mul_comm]
@[simp] theorem gcd_add_self_right (m n : Nat) : gcd m (n + m) = gcd m n := by
  rw [gcd_rec, add_mod_right, ← gcd_rec]
@[simp] theorem gcd_self_add_right (m n : Nat) : gcd m (m + n) = gcd m n := by
  rw [Nat.add_comm, gcd_add_self_right]
@[simp] theorem gcd_add_self_left (m n : Nat) : gcd (n + m) m = gcd n m := by
  rw [gcd_comm, gcd_add_self_right, gcd_comm]
@[simp] theorem gcd_mul_right_right (m n : Nat) : gcd n (m * n) = n := gcd_eq_left (Nat.dvd_mul_left n m)
@[simp] theorem gcd_mul_left_right (m n : Nat) : gcd n (n * m) = n := gcd_eq_left (Nat.dvd_mul_right n m)

theorem gcd_mul_lcm (m n : Nat) : gcd m n * lcm m n = m * n :=
  Nat.mul_div_cancel' (Nat.dvd_trans (gcd_dvd_left m n) (Nat.dvd_mul_right m n))
theorem lcm_comm (m n : Nat) : lcm m n = lcm n m := by unfold lcm; rw [Nat.mul_comm, gcd_comm]
@[simp] theorem lcm_zero_left (m : Nat) : lcm 0 m = 0 := by simp [lcm]
@[simp] theorem lcm_zero_right (m : Nat) : lcm m 0 = 0 := by simp [lcm]
@[simp] theorem lcm_one_left (m : Nat) : lcm 1 m = m := by simp [lcm]
@[simp] theorem lcm_one_right (m : Nat) : lcm m 1 = m := by simp [lcm]
theorem dvd_lcm_left (m n : Nat) : m ∣ lcm m n :=
  ⟨n / gcd m n, by unfold lcm; exact Nat.mul_div_assoc m (gcd_dvd_right m n)⟩
theorem dvd_lcm_right (m n : Nat) : n ∣ lcm m n := lcm_comm n m ▸ dvd_lcm_left n m
theorem lcm_dvd {m n k : Nat} (H1 : m ∣ k) (H2 : n ∣ k) : lcm m n ∣ k := by
  by_cases hk : k = 0
  · subst hk; exact Nat.dvd_zero _
  · have hm : 0 < m := pos_of_dvd_of_pos H1 (Nat.pos_of_ne_zero hk)
    refine Nat.dvd_of_mul_dvd_mul_left (gcd_pos_of_pos_left n hm) ?_
    rw [gcd_mul_lcm, ← gcd_mul_right]
    refine dvd_gcd ?_ ?_
    · rw [Nat.mul_comm m n]; rw [Nat.mul_comm m k]
      exact Nat.mul_comm n m ▸ Nat.mul_comm k m ▸ Nat.mul_dvd_mul_left m H2
    · rw [Nat.mul_comm n k]; exact Nat.mul_dvd_mul_right H1 n
@[simp] theorem lcm_self (m : Nat) : lcm m m = m :=
  Nat.dvd_antisymm (lcm_dvd (Nat.dvd_refl m) (Nat.dvd_refl m)) (dvd_lcm_left m m)
theorem lcm_assoc (m n k : Nat) : lcm (lcm m n) k = lcm m (lcm n k) :=
  Nat.dvd_antisymm
    (lcm_dvd (lcm_dvd (dvd_lcm_left m _) (Nat.dvd_trans (dvd_lcm_left n k) (dvd_lcm_right m _)))
      (Nat.dvd_trans (dvd_lcm_right n k) (dvd_lcm_right m _)))
    (lcm_dvd (Nat.dvd_trans (dvd_lcm_left m n) (dvd_lcm_left _ k))
      (lcm_dvd (Nat.dvd_trans (dvd_lcm_right m n) (dvd_lcm_left _ k)) (dvd_lcm_right _ k)))

/-! ## Coprime numbers -/

theorem coprime_iff_gcd_eq_one : gcd m n = 1 ↔ Coprime m n := Iff.rfl
theorem Coprime.gcd_eq_one : Coprime m n → gcd m n = 1 := id
theorem Coprime.symm : Coprime n m → Coprime m n := (gcd_comm m n).trans
theorem coprime_comm : Coprime n m ↔ Coprime m n := ⟨.symm, .symm⟩
theorem coprime_one_left : ∀ n, Coprime 1 n := gcd_one_left
theorem coprime_one_right : ∀ n, Coprime n 1 := gcd_one_right
@[simp] theorem coprime_self (n : Nat) : Coprime n n ↔ n = 1 := by simp [Coprime]
@[simp] theorem coprime_zero_left (n : Nat) : Coprime 0 n ↔ n = 1 := by simp [Coprime]
@[simp] theorem coprime_zero_right (n : Nat) : Coprime n 0 ↔ n = 1 := by simp [Coprime]
theorem Coprime.dvd_of_dvd_mul_right (H1 : Coprime k n) (H2 : k ∣ m * n) : k ∣ m := by
  have t := dvd_gcd (Nat.dvd_mul_left k m) H2
  rwa [gcd_mul_left, H1.gcd_eq_one, Nat.mul_one] at t
theorem Coprime.dvd_of_dvd_mul_left (H1 : Coprime k m) (H2 : k ∣ m * n) : k ∣ n :=
  H1.dvd_of_dvd_mul_right (by rwa [Nat.mul_comm])
theorem Coprime.coprime_dvd_left (H1 : m ∣ k) (H2 : Coprime k n) : Coprime m n :=
  Nat.eq_one_of_dvd_one (H2.gcd_eq_one ▸ dvd_gcd (Nat.dvd_trans (gcd_dvd_left m n) H1) (gcd_dvd_right m n))
theorem Coprime.coprime_dvd_right (H1 : n ∣ m) (H2 : Coprime k m) : Coprime k n :=
  (H2.symm.coprime_dvd_left H1).symm
theorem Coprime.mul_left (H1 : Coprime m k) (H2 : Coprime n k) : Coprime (m * n) k :=
  Nat.eq_one_of_dvd_one <| by
    have h : Coprime (gcd (m * n) k) m := Coprime.coprime_dvd_left (gcd_dvd_right _ k) H1.symm
    exact H2.gcd_eq_one ▸ dvd_gcd (h.dvd_of_dvd_mul_left (gcd_dvd_left _ k)) (gcd_dvd_right _ k)
theorem Coprime.mul (H1 : Coprime m k) (H2 : Coprime n k) : Coprime (m * n) k := H1.mul_left H2
theorem Coprime.mul_right (H1 : Coprime k m) (H2 : Coprime k n) : Coprime k (m * n) :=
  (H1.symm.mul_left H2.symm).symm
theorem Coprime.pow_left (n : Nat) (H1 : Coprime m k) : Coprime (m ^ n) k := by
  induction n with
  | zero => exact coprime_one_left k
  | succ n ih => rw [Nat.pow_succ]; exact ih.mul_left H1
theorem Coprime.pow_right (n : Nat) (H1 : Coprime k m) : Coprime k (m ^ n) := (H1.symm.pow_left n).symm
theorem Coprime.pow {k l : Nat} (m n : Nat) (H1 : Coprime k l) : Coprime (k ^ m) (l ^ n) :=
  (H1.pow_left m).pow_right n
theorem Coprime.mul_dvd_of_dvd_of_dvd (H1 : Coprime k n) (H2 : k ∣ m) (H3 : n ∣ m) : k * n ∣ m := by
  obtain ⟨a, rfl⟩ := H3
  exact Nat.mul_comm n k ▸ Nat.mul_dvd_mul_left n (H1.dvd_of_dvd_mul_left H2)
theorem exists_coprime (m n : Nat) : ∃ m' n', Coprime m' n' ∧ m = m' * gcd m n ∧ n = n' * gcd m n := by
  by_cases h : gcd m n = 0
  · obtain ⟨rfl, rfl⟩ := gcd_eq_zero_iff.mp h
    exact ⟨1, 1, gcd_one_left 1, by simp, by simp⟩
  · have hpos := Nat.pos_of_ne_zero h
    refine ⟨m / gcd m n, n / gcd m n, ?_, (Nat.div_mul_cancel (gcd_dvd_left m n)).symm,
      (Nat.div_mul_cancel (gcd_dvd_right m n)).symm⟩
    refine Nat.mul_right_cancel hpos ?_
    rw [← gcd_mul_right, Nat.div_mul_cancel (gcd_dvd_left m n), Nat.div_mul_cancel (gcd_dvd_right m n),
      Nat.one_mul]

/-! ## Induction -/

theorem case_strong_induction_on {p : Nat → Prop} (a : Nat) (hz : p 0)
    (hi : ∀ n, (∀ m, m ≤ n → p m) → p (n + 1)) :
    p a := by
  induction a using Nat.strongInductionOn with
  | _ n ih => cases n with
    | zero => exact hz
    | succ n => exact hi n fun m hm => ih m (by omega)
@[elab_as_elim] theorem le_induction {m : Nat} {P : ∀ n, m ≤ n → Prop} (base : P m (Nat.le_refl m))
    (succ : ∀ n (hmn : m ≤ n), P n hmn → P (n + 1) (by omega)) : ∀ n (hmn : m ≤ n), P n hmn
  | n, h => by
    induction h with
    | refl => exact base
    | step h ih => exact succ _ h ih
end Nat
