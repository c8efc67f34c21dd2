module
prelude
public import Init.Laws.IntOrder
/-!
`Nat` and `Int`: laws about division, divisibility, powers and `gcd` beyond those of the data modules.
-/

@[expose] public section

set_option linter.all false

namespace Nat
variable {a b c d i j k m n p x y : Nat}

/-! ## Products and powers -/

protected theorem mul_eq_zero_iff : m * n = 0 ↔ m = 0 ∨ n = 0 := Nat.mul_eq_zero
protected theorem eq_zero_of_mul_eq_zero : ∀ {m n : Nat}, n * m = 0 → n = 0 ∨ m = 0 := Nat.mul_eq_zero.mp
protected theorem mul_ne_zero_iff : m * n ≠ 0 ↔ m ≠ 0 ∧ n ≠ 0 := by rw [ne_eq, Nat.mul_eq_zero, not_or]
protected theorem pos_of_mul_pos (h : 0 < m * n) : 0 < m :=
  Nat.pos_of_ne_zero fun e => by rw [e, Nat.zero_mul] at h; exact absurd h (Nat.lt_irrefl 0)
protected theorem mul_sub_right_distrib (n m k : Nat) : (n - m) * k = n * k - m * k := Nat.sub_mul n m k
protected theorem mul_sub_left_distrib (n m k : Nat) : n * (m - k) = n * m - n * k := Nat.mul_sub n m k
protected theorem sub_one_mul (n m : Nat) : (n - 1) * m = n * m - m := by rw [Nat.sub_mul, Nat.one_mul]
protected theorem mul_le_mul_left_iff (h : 0 < a) : a * b ≤ a * c ↔ b ≤ c :=
  ⟨fun h' => Nat.le_of_mul_le_mul_left h' h, Nat.mul_le_mul_left a⟩
protected theorem mul_le_mul_right_iff (h : 0 < a) : b * a ≤ c * a ↔ b ≤ c :=
  ⟨fun h' => Nat.le_of_mul_le_mul_right h' h, Nat.mul_le_mul_right a⟩
theorem eq_one_of_mul_eq_one_right (H : m * n = 1) : m = 1 := Nat.eq_one_of_dvd_one ⟨n, H.symm⟩
theorem eq_one_of_mul_eq_one_left (H : m * n = 1) : n = 1 :=
  Nat.eq_one_of_dvd_one ⟨m, (Nat.mul_comm m n ▸ H).symm⟩
protected theorem lt_mul_iff_one_lt_left (h : 0 < b) : b < a * b ↔ 1 < a := by
  conv => lhs; lhs; rw [← Nat.one_mul b]
  exact ⟨fun g => Nat.not_le.mp fun hle => absurd (Nat.mul_le_mul_right b hle) (Nat.not_le.mpr g),
    fun g => Nat.mul_lt_mul_of_pos_right g h⟩
theorem one_le_two_pow : 1 ≤ 2 ^ n := Nat.pow_pos (by decide)
theorem lt_two_pow (n : Nat) : n < 2 ^ n := Nat.lt_two_pow_self
theorem two_pow_succ (n : Nat) : 2 ^ (n + 1) = 2 ^ n + 2 ^ n := by rw [Nat.pow_succ, Nat.mul_two]
protected theorem pow_right_comm (a m n : Nat) : (a ^ m) ^ n = (a ^ n) ^ m := by
  rw [← Nat.pow_mul, Nat.mul_comm, Nat.pow_mul]
@[simp] theorem pow_eq_zero_iff (h : n ≠ 0) : a ^ n = 0 ↔ a = 0 :=
  ⟨fun e => Nat.eq_zero_of_le_zero (Nat.not_lt.mp fun ha => by
    have := Nat.pow_pos (n := n) ha; omega), fun e => by subst e; exact Nat.zero_pow (Nat.pos_of_ne_zero h)⟩
theorem pow_left_inj (hn : n ≠ 0) : a ^ n = b ^ n ↔ a = b := by
  refine ⟨fun e => ?_, congrArg (· ^ n)⟩
  rcases Nat.lt_trichotomy a b with h | h | h
  · have := Nat.pow_lt_pow_left h hn; omega
  · exact h
  · have := Nat.pow_lt_pow_left h hn; omega
theorem pow_lt_pow_iff_left (hn : n ≠ 0) : a ^ n < b ^ n ↔ a < b :=
  ⟨fun h => Nat.not_le.mp fun hle => absurd (Nat.pow_le_pow_left hle n) (Nat.not_le.mpr h), fun h =>
    Nat.pow_lt_pow_left h hn⟩
theorem pow_two_sub_pow_two (a b : Nat) : a ^ 2 - b ^ 2 = (a + b) * (a - b) := by
  rw [Nat.pow_two, Nat.pow_two, Nat.mul_self_sub_mul_self_eq]
theorem pow_sub_mul_pow (a : Nat) (h : m ≤ n) : a ^ (n - m) * a ^ m = a ^ n := by
  rw [← Nat.pow_add, Nat.sub_add_cancel h]

/-! ## Division and remainders -/

theorem mod_eq_iff {a b c : Nat} : a % b = c ↔ (b = 0 ∧ a = c) ∨ (c < b ∧ ∃ k, a = b * k + c) := by
  constructor
  · intro h
    rcases Nat.eq_zero_or_pos b with hb | hb
    · subst hb; rw [mod_zero] at h; exact .inl ⟨rfl, h⟩
    · exact .inr ⟨h ▸ mod_lt a hb, a / b, by rw [← h, div_add_mod]⟩
  · rintro (⟨rfl, rfl⟩ | ⟨hc, k, rfl⟩)
    · exact mod_zero _
    · rw [mul_add_mod, mod_eq_of_lt hc]
theorem mul_mod_mul_left (z x y : Nat) : (z * x) % (z * y) = z * (x % y) := by
  rcases Nat.eq_zero_or_pos y with hy | hy
  · subst hy; rw [Nat.mul_zero, mod_zero, mod_zero]
  rcases Nat.eq_zero_or_pos z with hz | hz
  · subst hz; rw [Nat.zero_mul, Nat.zero_mul, Nat.zero_mul, mod_zero]
  have h : z * x = z * y * (x / y) + z * (x % y) := by rw [Nat.mul_assoc, ← Nat.mul_add, div_add_mod]
  rw [h, mul_add_mod, mod_eq_of_lt (Nat.mul_lt_mul_of_pos_left (mod_lt x hy) hz)]
theorem mul_mod_mul_right (z x y : Nat) : (x * z) % (y * z) = (x % y) * z := by
  rw [Nat.mul_comm x, Nat.mul_comm y, mul_mod_mul_left, Nat.mul_comm]
theorem mul_add_mod' (a b c : Nat) : (a * b + c) % b = c % b := by rw [Nat.mul_comm, mul_add_mod]
theorem mul_add_mod_of_lt (h : c < b) : (a * b + c) % b = c := by rw [mul_add_mod', mod_eq_of_lt h]
theorem mod_mul_left_mod (a b c : Nat) : a % (b * c) % c = a % c := mod_mod_of_dvd a ⟨b, Nat.mul_comm b c⟩
theorem mod_mul_right_mod (a b c : Nat) : a % (b * c) % b = a % b := mod_mod_of_dvd a ⟨c, rfl⟩
theorem div_le_div_left (hcb : c ≤ b) (hc : 0 < c) : a / b ≤ a / c :=
  (Nat.le_div_iff_mul_le hc).mpr (Nat.le_trans (Nat.mul_le_mul_left _ hcb) (Nat.div_mul_le_self a b))
theorem div_le_div (h1 : a ≤ b) (h2 : d ≤ c) (h3 : d ≠ 0) : a / c ≤ b / d :=
  Nat.le_trans (Nat.div_le_div_right h1) (div_le_div_left h2 (Nat.pos_of_ne_zero h3))
theorem div_pos_iff : 0 < a / b ↔ 0 < b ∧ b ≤ a := by
  rcases Nat.eq_zero_or_pos b with hb | hb
  · subst hb; simp
  · exact ⟨fun h => ⟨hb, Nat.not_lt.mp fun hlt =>
      by rw [div_eq_of_lt hlt] at h; exact absurd h (Nat.lt_irrefl 0)⟩,
      fun h => Nat.div_pos h.2 h.1⟩
theorem div_eq_zero_iff : a / b = 0 ↔ b = 0 ∨ a < b := by
  have h := div_pos_iff (a := a) (b := b)
  constructor
  · intro e; rw [e] at h; omega
  · intro e
    exact Nat.eq_zero_of_le_zero (Nat.not_lt.mp fun hp => by have := h.mp hp; omega)
theorem div_eq_zero_iff_lt (h : 0 < b) : a / b = 0 ↔ a < b := by
  rw [div_eq_zero_iff]; omega
theorem div_ne_zero_iff : a / b ≠ 0 ↔ b ≠ 0 ∧ b ≤ a := by rw [ne_eq, div_eq_zero_iff]; omega
theorem lt_div_mul_add (hb : 0 < b) : a < a / b * b + b := by
  have := div_add_mod a b; have := mod_lt a hb; rw [Nat.mul_comm]; omega
theorem div_two_lt_of_pos (h : 0 < n) : n / 2 < n := by omega
theorem succ_mod_two_eq_zero_iff : (m + 1) % 2 = 0 ↔ m % 2 = 1 := by omega
theorem succ_mod_two_eq_one_iff : (m + 1) % 2 = 1 ↔ m % 2 = 0 := by omega
theorem two_mul_ne_two_mul_add_one : 2 * n ≠ 2 * m + 1 := by omega
theorem div_div_self (h : a ∣ b) (h' : b ≠ 0) : b / (b / a) = a := by
  obtain ⟨k, rfl⟩ := h
  have ha : 0 < a := Nat.pos_of_ne_zero fun e => h' (by rw [e, Nat.zero_mul])
  have hk : 0 < k := Nat.pos_of_ne_zero fun e => h' (by rw [e, Nat.mul_zero])
  rw [Nat.mul_div_cancel_left k ha, Nat.mul_div_cancel a hk]
theorem add_div_of_dvd_right (h : c ∣ a) : (a + b) / c = a / c + b / c := by
  rcases Nat.eq_zero_or_pos c with hc | hc
  · subst hc; simp
  · obtain ⟨k, rfl⟩ :=
      h; rw [Nat.mul_div_cancel_left k hc, Nat.add_comm, Nat.add_mul_div_left _ _ hc, Nat.add_comm]
theorem add_div_of_dvd_left (h : c ∣ b) : (a + b) / c = a / c + b / c := by
  rw [Nat.add_comm, add_div_of_dvd_right h, Nat.add_comm]

/-! ## Divisibility -/

theorem dvd_of_eq (h : a = b) : a ∣ b := h ▸ Nat.dvd_refl a
theorem not_dvd_of_pos_of_lt (h₁ : 0 < n) (h₂ : n < m) : ¬m ∣ n :=
  fun h => absurd (le_of_dvd h₁ h) (Nat.not_le.mpr h₂)
theorem eq_zero_of_dvd_of_lt (w : a ∣ b) (h : b < a) : b = 0 :=
  (Nat.eq_zero_or_pos b).resolve_right fun hb => not_dvd_of_pos_of_lt hb h w
theorem div_dvd_of_dvd (h : b ∣ a) : a / b ∣ a := ⟨b, (Nat.div_mul_cancel h).symm⟩
theorem dvd_div_of_mul_dvd (h : a * b ∣ c) : b ∣ c / a := by
  rcases Nat.eq_zero_or_pos a with ha | ha
  · subst ha; simp
  · obtain ⟨k, rfl⟩ := h; rw [Nat.mul_assoc, Nat.mul_div_cancel_left _ ha]; exact ⟨k, rfl⟩
theorem mul_dvd_of_dvd_div (hcb : c ∣ b) (h : a ∣ b / c) : c * a ∣ b := by
  obtain ⟨k, hk⟩ := h
  exact ⟨k, by rw [Nat.mul_assoc, ← hk, Nat.mul_div_cancel' hcb]⟩
theorem dvd_iff_div_mul_eq (n d : Nat) : d ∣ n ↔ n / d * d = n :=
  ⟨Nat.div_mul_cancel, fun h => ⟨n / d, by rw [Nat.mul_comm, h]⟩⟩
theorem eq_mul_of_div_eq_right (h : b ∣ a) (e : a / b = c) : a = b * c := by rw [← e, Nat.mul_div_cancel' h]
theorem eq_mul_of_div_eq_left (h : b ∣ a) (e : a / b = c) : a = c * b := by rw [← e, Nat.div_mul_cancel h]
theorem dvd_sub_iff_right (h : n ≤ m) (hn : k ∣ m) : k ∣ m - n ↔ k ∣ n := by
  refine ⟨fun hd => ?_, Nat.dvd_sub hn⟩
  have := Nat.dvd_sub hn hd; rwa [Nat.sub_sub_self h] at this
theorem dvd_sub_iff_left (h : n ≤ m) (hn : k ∣ n) : k ∣ m - n ↔ k ∣ m := by
  refine ⟨fun hd => ?_, fun hm => Nat.dvd_sub hm hn⟩
  have := Nat.dvd_add hd hn; rwa [Nat.sub_add_cancel h] at this
protected theorem mul_dvd_mul_iff_left (h : 0 < a) : a * b ∣ a * c ↔ b ∣ c :=
  ⟨Nat.dvd_of_mul_dvd_mul_left h, Nat.mul_dvd_mul_left a⟩
protected theorem mul_dvd_mul_iff_right (h : 0 < c) : a * c ∣ b * c ↔ a ∣ b := by
  rw [Nat.mul_comm a, Nat.mul_comm b, Nat.mul_dvd_mul_iff_left h]
theorem dvd_left_iff_eq : (∀ a : Nat, a ∣ m ↔ a ∣ n) ↔ m = n :=
  ⟨fun h => Nat.dvd_antisymm ((h m).mp (Nat.dvd_refl m)) ((h n).mpr (Nat.dvd_refl n)), fun h _ => h ▸ Iff.rfl⟩
theorem dvd_right_iff_eq : (∀ a : Nat, m ∣ a ↔ n ∣ a) ↔ m = n :=
  ⟨fun h => Nat.dvd_antisymm ((h n).mpr (Nat.dvd_refl n)) ((h m).mp (Nat.dvd_refl m)), fun h _ => h ▸ Iff.rfl⟩
theorem lcm_pos (hm : 0 < m) (hn : 0 < n) : 0 < lcm m n :=
  Nat.pos_of_ne_zero fun e => by
    have := gcd_mul_lcm m n; rw [e, Nat.mul_zero] at this
    exact absurd this.symm (Nat.ne_of_gt (Nat.mul_pos hm hn))
theorem lcm_ne_zero (hm : m ≠ 0) (hn : n ≠ 0) : lcm m n ≠ 0 :=
  Nat.ne_of_gt (lcm_pos (Nat.pos_of_ne_zero hm) (Nat.pos_of_ne_zero hn))
theorem lcm_dvd_iff : lcm m n ∣ k ↔ m ∣ k ∧ n ∣ k :=
  ⟨fun h => ⟨Nat.dvd_trans (dvd_lcm_left m n) h, Nat.dvd_trans (dvd_lcm_right m n) h⟩, fun h =>
      lcm_dvd h.1 h.2⟩
theorem lcm_dvd_mul (m n : Nat) : lcm m n ∣ m * n := lcm_dvd (Nat.dvd_mul_right m n) (Nat.dvd_mul_left n m)
theorem gcd_eq_left_iff_dvd : gcd m n = m ↔ m ∣ n := ⟨fun h => h ▸ gcd_dvd_right m n, gcd_eq_left⟩
theorem gcd_eq_right_iff_dvd : gcd n m = m ↔ m ∣ n := by rw [gcd_comm, gcd_eq_left_iff_dvd]
theorem Coprime.eq_one_of_dvd (H : Coprime k n) (d : k ∣ n) : k = 1 := by
  rw [← H.gcd_eq_one]; exact (gcd_eq_left d).symm
theorem coprime_of_dvd (H : ∀ k, 1 < k → k ∣ m → ¬k ∣ n) (h : 0 < gcd m n) : Coprime m n :=
  Classical.byContradiction fun hc => by
    have h1 : gcd m n ≠ 1 := hc
    exact H (gcd m n) (by omega) (gcd_dvd_left m n) (gcd_dvd_right m n)

/-! ## Induction -/

@[elab_as_elim] theorem strong_induction_on' {p : Nat → Prop} (n : Nat) (h :
    ∀ n, (∀ m, m < n → p m) → p n) : p n :=
  Nat.strongRecOn n h
@[elab_as_elim] protected def caseStrongInductionOn {motive : Nat → Prop} (a : Nat) (zero : motive 0)
    (ind : ∀ n, (∀ m, m ≤ n → motive m) → motive (n + 1)) : motive a :=
        Nat.case_strong_induction_on a zero ind
end Nat

namespace Int
variable {a b c d k m n : Int}

/-! ## Divisibility -/

theorem emod_eq_zero_iff_dvd : b % a = 0 ↔ a ∣ b := dvd_iff_emod_eq_zero.symm
protected theorem dvd_mul_of_dvd_left (h : a ∣ b) (c : Int) : a ∣ b * c :=
  Int.dvd_trans h (Int.dvd_mul_right b c)
protected theorem dvd_mul_of_dvd_right (h : a ∣ c) (b : Int) : a ∣ b * c :=
  Int.dvd_trans h (Int.dvd_mul_left c b)
protected theorem dvd_add_right (H : a ∣ b) : a ∣ b + c ↔ a ∣ c :=
  ⟨fun h => by have := Int.dvd_sub h H; rwa [Int.add_sub_cancel_left] at this, Int.dvd_add H⟩
protected theorem dvd_add_left (H : a ∣ c) : a ∣ b + c ↔ a ∣ b := by rw [Int.add_comm, Int.dvd_add_right H]
protected theorem dvd_sub_right (H : a ∣ b) : a ∣ b - c ↔ a ∣ c := by
  rw [Int.sub_eq_add_neg, Int.dvd_add_right H, Int.dvd_neg]
protected theorem dvd_sub_left (H : a ∣ c) : a ∣ b - c ↔ a ∣ b := by
  rw [Int.sub_eq_add_neg, Int.dvd_add_left (Int.dvd_neg.mpr H)]
protected theorem mul_dvd_mul (h : a ∣ b) (g : c ∣ d) : a * c ∣ b * d := by
  obtain ⟨x, rfl⟩ := h; obtain ⟨y, rfl⟩ := g
  exact ⟨x * y, by rw [Int.mul_assoc, Int.mul_left_comm x, ← Int.mul_assoc]⟩
protected theorem mul_dvd_mul_left (a : Int) (h : b ∣ c) : a * b ∣ a * c := Int.mul_dvd_mul (Int.dvd_refl a) h
protected theorem mul_dvd_mul_right (a : Int) (h : b ∣ c) : b * a ∣ c * a :=
  Int.mul_dvd_mul h (Int.dvd_refl a)
protected theorem dvd_of_mul_dvd_mul_left (ha : a ≠ 0) (h : a * m ∣ a * n) : m ∣ n := by
  obtain ⟨k, hk⟩ := h
  exact ⟨k, Int.eq_of_mul_eq_mul_left ha (by rw [hk, Int.mul_assoc])⟩
theorem dvd_self_sub_emod {x m : Int} : m ∣ x - x % m := ⟨x / m, by have := emod_add_mul_ediv x m; omega⟩
theorem dvd_sub_self_of_emod_eq (h : a % b = c) : b ∣ c - a := by rw [← h]; exact dvd_emod_sub_self
theorem natCast_dvd {m : Nat} : (m : Int) ∣ n ↔ m ∣ n.natAbs := by rw [← natAbs_dvd_natAbs, natAbs_natCast]
theorem dvd_natCast {n : Nat} : m ∣ (n : Int) ↔ m.natAbs ∣ n := by rw [← natAbs_dvd_natAbs, natAbs_natCast]
theorem ofNat_dvd {m n : Nat} : (m : Int) ∣ (n : Int) ↔ m ∣ n := natCast_dvd_natCast
theorem ofNat_dvd_left {n : Nat} : (n : Int) ∣ m ↔ n ∣ m.natAbs := natCast_dvd

/-! ## Division and remainders -/

theorem emod_lt (a : Int) (H : b ≠ 0) : a % b < b.natAbs := by
  rcases Int.lt_trichotomy b 0 with h | h | h
  · rw [← emod_neg]; have := emod_lt_of_pos a (show 0 < -b by omega); omega
  · exact absurd h H
  · have := emod_lt_of_pos a h; omega
@[simp] theorem add_emod_right (a b : Int) : (a + b) % b = a % b := by
  have := add_mul_emod_self_left a b 1; rwa [Int.mul_one] at this
@[simp] theorem add_emod_left (a b : Int) : (a + b) % a = b % a := by rw [Int.add_comm, add_emod_right]
theorem add_emod_self (a b : Int) : (a + b) % b = a % b := add_emod_right a b
@[simp] theorem mul_emod_left (a b : Int) : a * b % b = 0 := emod_eq_zero_of_dvd (Int.dvd_mul_left b a)
@[simp] theorem mul_emod_right (a b : Int) : a * b % a = 0 := emod_eq_zero_of_dvd (Int.dvd_mul_right a b)
theorem emod_sub_emod (m n k : Int) : (m % n - k) % n = (m - k) % n := by
  rw [sub_emod, emod_emod, ← sub_emod]
theorem sub_emod_emod (m n k : Int) : (m - n % k) % k = (m - n) % k := by
  rw [sub_emod, emod_emod, ← sub_emod]
theorem emod_two_ne_zero : ¬a % 2 = 0 ↔ a % 2 = 1 := by omega
theorem emod_two_ne_one : ¬a % 2 = 1 ↔ a % 2 = 0 := by omega
theorem neg_emod_two (i : Int) : -i % 2 = i % 2 := by omega
theorem lt_ediv_add_one_mul_self (a : Int) (H : 0 < b) : a < (a / b + 1) * b := by
  have := emod_add_mul_ediv a b; have := emod_lt_of_pos a H
  rw [Int.add_mul, Int.one_mul, Int.mul_comm (a / b)]; omega
theorem ediv_mul_le (a : Int) (H : b ≠ 0) : a / b * b ≤ a := by
  have := emod_add_mul_ediv a b; have := emod_nonneg a H; rw [Int.mul_comm]; omega
theorem ediv_le_ediv (H : 0 < c) (H' : a ≤ b) : a / c ≤ b / c :=
  (Int.le_ediv_iff_mul_le H).mpr (Int.le_trans (ediv_mul_le a (Int.ne_of_gt H)) H')
theorem ediv_lt_of_lt_mul (H : 0 < c) (H' : a < b * c) : a / c < b := (Int.ediv_lt_iff_lt_mul H).mpr H'
theorem ediv_le_self (b : Int) (Ha : 0 ≤ a) : a / b ≤ a := by
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le Ha
  match b with
  | ofNat m => exact ofNat_le.mpr (Nat.div_le_self n m)
  | negSucc m =>
    rw [show (n : Int) / negSucc m = -((n / (m + 1) : Nat) : Int) from rfl]
    exact Int.le_trans (Int.neg_nonpos_of_nonneg (ofNat_nonneg _)) Ha
theorem ediv_eq_of_eq_mul_right (H1 : b ≠ 0) (H2 : a = b * c) : a / b = c :=
  by rw [H2, mul_ediv_cancel_left c H1]
theorem ediv_eq_of_eq_mul_left (H1 : b ≠ 0) (H2 : a = c * b) : a / b = c := by rw [H2, mul_ediv_cancel c H1]
theorem add_ediv_of_dvd_right (H : c ∣ b) : (a + b) / c = a / c + b / c := by
  rcases Int.lt_trichotomy c 0 with h | h | h
  · obtain ⟨k, rfl⟩ := H
    rw [add_mul_ediv_left a k (Int.ne_of_lt h), mul_ediv_cancel_left k (Int.ne_of_lt h)]
  · subst h; simp
  · obtain ⟨k, rfl⟩ := H
    rw [add_mul_ediv_left a k (Int.ne_of_gt h), mul_ediv_cancel_left k (Int.ne_of_gt h)]
theorem add_ediv_of_dvd_left (H : c ∣ a) : (a + b) / c = a / c + b / c := by
  rw [Int.add_comm, add_ediv_of_dvd_right H, Int.add_comm]
protected theorem mul_ediv_assoc (a : Int) (H : c ∣ b) : a * b / c = a * (b / c) := by
  by_cases hc : c = 0
  · subst hc; simp
  · obtain ⟨k, rfl⟩ := H
    rw [Int.mul_left_comm, mul_ediv_cancel_left _ hc, mul_ediv_cancel_left _ hc]
theorem ediv_dvd_of_dvd (h : n ∣ m) : m / n ∣ m := ⟨n, (Int.ediv_mul_cancel h).symm⟩
theorem neg_ediv_of_dvd (H : b ∣ a) : -a / b = -(a / b) := by
  by_cases hb : b = 0
  · subst hb; simp
  · obtain ⟨k, rfl⟩ := H
    rw [← Int.mul_neg, mul_ediv_cancel_left _ hb, mul_ediv_cancel_left _ hb]

/-! ## Powers -/

theorem pow_one (a : Int) : a ^ 1 = a := by rw [Int.pow_succ, Int.pow_zero, Int.one_mul]
theorem zero_pow : ∀ {n : Nat}, n ≠ 0 → (0 : Int) ^ n = 0
  | 0, h => absurd rfl h
  | n + 1, _ => by rw [Int.pow_succ, Int.mul_zero]
theorem pow_pos {n : Int} {m : Nat} (h : 0 < n) : 0 < n ^ m := by
  induction m with
  | zero => exact Int.zero_lt_one
  | succ m ih => rw [Int.pow_succ]; exact Int.mul_pos ih h
theorem pow_nonneg {n : Int} {m : Nat} (h : 0 ≤ n) : 0 ≤ n ^ m := by
  induction m with
  | zero => exact Int.zero_le_one
  | succ m ih => rw [Int.pow_succ]; exact Int.mul_nonneg ih h
theorem pow_ne_zero {n : Int} {m : Nat} (h : n ≠ 0) : n ^ m ≠ 0 := by
  induction m with
  | zero => exact Int.one_ne_zero
  | succ m ih => rw [Int.pow_succ]; exact Int.mul_ne_zero ih h
theorem pow_le_pow_left {a b : Int} (ha : 0 ≤ a) (h : a ≤ b) (n : Nat) : a ^ n ≤ b ^ n := by
  induction n with
  | zero => exact Int.le_refl 1
  | succ n ih =>
    rw [Int.pow_succ, Int.pow_succ]; exact Int.mul_le_mul ih h ha (pow_nonneg (Int.le_trans ha h))
theorem pow_mul (a : Int) (n m : Nat) : a ^ (n * m) = (a ^ n) ^ m := by
  induction m with
  | zero => rfl
  | succ m ih => rw [Nat.mul_succ, Int.pow_add, ih, Int.pow_succ]

/-! ## `gcd` -/

theorem gcd_zero_left (a : Int) : gcd 0 a = natAbs a := Nat.gcd_zero_left _
theorem gcd_zero_right (a : Int) : gcd a 0 = natAbs a := Nat.gcd_zero_right _
theorem one_gcd (a : Int) : gcd 1 a = 1 := Nat.gcd_one_left _
theorem gcd_one (a : Int) : gcd a 1 = 1 := Nat.gcd_one_right _
theorem gcd_self (a : Int) : gcd a a = natAbs a := Nat.gcd_self _
theorem neg_gcd {a b : Int} : gcd (-a) b = gcd a b := by rw [gcd, natAbs_neg, gcd]
theorem gcd_neg {a b : Int} : gcd a (-b) = gcd a b := by rw [gcd, natAbs_neg, gcd]
theorem dvd_coe_gcd {a b c : Int} (ha : c ∣ a) (hb : c ∣ b) : c ∣ (gcd a b : Int) :=
  dvd_natCast.mpr (dvd_gcd ha hb)
theorem gcd_assoc (a b c : Int) : gcd (gcd a b) c = gcd a (gcd b c) := Nat.gcd_assoc _ _ _
end Int
