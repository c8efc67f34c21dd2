module
prelude
public import Init.Data.Int.Lemmas
/-!
`Int`: order, absolute value, sign, division and divisibility.
-/

@[expose] public section

set_option linter.all false

namespace Int
variable {a b c d : Int} {m n k : Nat}

/-! ## The order -/

theorem le_def {a b : Int} : a ≤ b ↔ NonNeg (b - a) := Iff.rfl
theorem lt_iff_add_one_le {a b : Int} : a < b ↔ a + 1 ≤ b := Iff.rfl
theorem nonneg_def {a : Int} : NonNeg a ↔ ∃ n : Nat, a = n := ⟨fun ⟨n⟩ => ⟨n, rfl⟩, fun ⟨n, h⟩ => h ▸ ⟨n⟩⟩
theorem le.intro {a b : Int} (n : Nat) (h : a + n = b) : a ≤ b := by
  show NonNeg (b - a)
  rw [← h, Int.add_sub_cancel_left]; exact ⟨n⟩
theorem le.dest {a b : Int} (h : a ≤ b) : ∃ n : Nat, a + n = b := by
  obtain ⟨n, hn⟩ := nonneg_def.mp h
  exact ⟨n, by rw [← hn, Int.add_comm, Int.sub_add_cancel]⟩
theorem lt.intro {a b : Int} (n : Nat) (h : a + (n + 1 : Nat) = b) : a < b :=
  le.intro n (by rw [← h, natCast_succ, Int.add_comm (n : Int), Int.add_assoc])
theorem lt.dest {a b : Int} (h : a < b) : ∃ n : Nat, a + (n + 1 : Nat) = b := by
  obtain ⟨n, hn⟩ := le.dest h
  exact ⟨n, by rw [← hn, natCast_succ, Int.add_comm (n : Int), Int.add_assoc]⟩
@[simp] theorem ofNat_le {m n : Nat} : (m : Int) ≤ (n : Int) ↔ m ≤ n := by
  constructor
  · intro h; obtain ⟨k, hk⟩ := le.dest h; rw [← natCast_add, ofNat_inj] at hk; exact Nat.le.intro hk
  · intro h; obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h; exact le.intro k rfl
@[simp] theorem ofNat_lt {m n : Nat} : (m : Int) < (n : Int) ↔ m < n := ofNat_le (m := m + 1)
theorem ofNat_nonneg (n : Nat) : 0 ≤ (n : Int) := le.intro n (Int.zero_add _)
attribute [simp] ofNat_nonneg
theorem natCast_nonneg (n : Nat) : 0 ≤ (n : Int) := ofNat_nonneg n
theorem eq_ofNat_of_zero_le (h : 0 ≤ a) : ∃ n : Nat, a = n := by
  obtain ⟨n, hn⟩ := le.dest h; rw [Int.zero_add] at hn; exact ⟨n, hn.symm⟩
theorem negSucc_lt_zero (n : Nat) : negSucc n < 0 := lt.intro n (Int.add_left_neg (n + 1 : Nat))
@[simp] protected theorem le_refl (a : Int) : a ≤ a := le.intro 0 (Int.add_zero a)
protected theorem le_rfl {a : Int} : a ≤ a := Int.le_refl a
protected theorem le_of_eq (h : a = b) : a ≤ b := h ▸ Int.le_refl a
protected theorem le_trans (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c := by
  obtain ⟨m, rfl⟩ := le.dest h₁; obtain ⟨n, rfl⟩ := le.dest h₂
  exact le.intro (m + n) (by rw [natCast_add, Int.add_assoc])
protected theorem le_antisymm (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b := by
  obtain ⟨m, rfl⟩ := le.dest h₁; obtain ⟨n, hn⟩ := le.dest h₂
  have h : ((m + n : Nat) : Int) = ((0 : Nat) : Int) :=
    Int.add_left_cancel (a := a) (by rw [natCast_add, ← Int.add_assoc, hn]; exact (Int.add_zero a).symm)
  rw [(Nat.eq_zero_of_add_eq_zero (ofNat_inj.mp h)).1]; exact (Int.add_zero a).symm
theorem lt_add_one_of_le (h : a ≤ b) : a < b + 1 := by
  obtain ⟨n, rfl⟩ := le.dest h; exact le.intro n (by rw [Int.add_right_comm])
theorem le_of_lt_add_one (h : a < b + 1) : a ≤ b := by
  obtain ⟨n, hn⟩ := le.dest h
  exact le.intro n (Int.add_right_cancel (b := 1) (by rw [Int.add_right_comm]; exact hn))
theorem lt_add_one_iff : a < b + 1 ↔ a ≤ b := ⟨le_of_lt_add_one, lt_add_one_of_le⟩
protected theorem le_of_lt (h : a < b) : a ≤ b := by obtain ⟨n, rfl⟩ := lt.dest h; exact le.intro (n + 1) rfl
@[simp] protected theorem lt_irrefl (a : Int) : ¬a < a := fun h => by
  obtain ⟨n, hn⟩ := lt.dest h
  exact absurd
    (ofNat_inj.mp (Int.add_left_cancel (a := a) (c := ((0 : Nat) : Int)) (hn.trans (Int.add_zero a).symm)))
    (Nat.succ_ne_zero n)
protected theorem lt_of_le_of_lt (h₁ : a ≤ b) (h₂ : b < c) : a < c := by
  obtain ⟨m, rfl⟩ := le.dest h₁; obtain ⟨n, rfl⟩ := lt.dest h₂
  exact lt.intro (m + n) (by rw [Nat.add_assoc, natCast_add, Int.add_assoc])
protected theorem lt_of_lt_of_le (h₁ : a < b) (h₂ : b ≤ c) : a < c := Int.le_trans h₁ h₂
protected theorem lt_trans (h₁ : a < b) (h₂ : b < c) : a < c := Int.lt_of_le_of_lt (Int.le_of_lt h₁) h₂
instance instTransLe : Trans (α := Int) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨Int.le_trans⟩
instance instTransLt : Trans (α := Int) (· < ·) (· < ·) (· < ·) := ⟨Int.lt_trans⟩
instance instTransLtLe : Trans (α := Int) (· < ·) (· ≤ ·) (· < ·) := ⟨Int.lt_of_lt_of_le⟩
instance instTransLeLt : Trans (α := Int) (· ≤ ·) (· < ·) (· < ·) := ⟨Int.lt_of_le_of_lt⟩
protected theorem ne_of_lt (h : a < b) : a ≠ b := fun e => Int.lt_irrefl b (e ▸ h)
protected theorem ne_of_gt (h : b < a) : a ≠ b := fun e => Int.lt_irrefl b (e ▸ h)
protected theorem le_total (a b : Int) : a ≤ b ∨ b ≤ a := by
  obtain ⟨n, h⟩ := eq_ofNat_or_neg (b - a)
  cases h with
  | inl h => exact .inl (le.intro n (by rw [← h, Int.add_comm, Int.sub_add_cancel]))
  | inr h =>
      exact .inr (le.intro n (by rw [← Int.neg_neg (n : Int), ← h, Int.neg_sub, Int.add_comm,
        Int.sub_add_cancel]))
protected theorem lt_of_le_of_ne (h₁ : a ≤ b) (h₂ : a ≠ b) : a < b := by
  obtain ⟨n, rfl⟩ := le.dest h₁
  cases n with
  | zero => exact absurd (Int.add_zero a).symm h₂
  | succ n => exact lt.intro n rfl
protected theorem lt_iff_le_and_ne : a < b ↔ a ≤ b ∧ a ≠ b :=
  ⟨fun h => ⟨Int.le_of_lt h, Int.ne_of_lt h⟩, fun h => Int.lt_of_le_of_ne h.1 h.2⟩
protected theorem le_iff_lt_or_eq : a ≤ b ↔ a < b ∨ a = b :=
  ⟨fun h => if e : a = b then .inr e else .inl (Int.lt_of_le_of_ne h e),
    fun h => h.elim Int.le_of_lt Int.le_of_eq⟩
@[simp] protected theorem not_le : ¬a ≤ b ↔ b < a :=
  ⟨fun h => Int.lt_of_le_of_ne ((Int.le_total a b).resolve_left h) (fun e => h (Int.le_of_eq e.symm)),
    fun h h' => Int.lt_irrefl b (Int.lt_of_lt_of_le h h')⟩
@[simp] protected theorem not_lt : ¬a < b ↔ b ≤ a := by rw [← Int.not_le]; exact Decidable.not_not
protected theorem lt_trichotomy (a b : Int) : a < b ∨ a = b ∨ b < a :=
  if e : a = b then .inr (.inl e) else (Int.le_total a b).imp (Int.lt_of_le_of_ne · e)
    (fun h => .inr (Int.lt_of_le_of_ne h (Ne.symm e)))
protected theorem lt_or_ge (a b : Int) : a < b ∨ b ≤ a := if h : a < b then .inl h else .inr (Int.not_lt.mp h)
protected theorem lt_asymm (h : a < b) : ¬b < a := Int.not_lt.mpr (Int.le_of_lt h)
protected theorem add_le_add_left (h : a ≤ b) (c : Int) : c + a ≤ c + b := by
  obtain ⟨n, rfl⟩ := le.dest h; exact le.intro n (Int.add_assoc c a n)
protected theorem add_le_add_right (h : a ≤ b) (c : Int) : a + c ≤ b + c := by
  rw [Int.add_comm a, Int.add_comm b]; exact Int.add_le_add_left h c
protected theorem add_le_add (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  Int.le_trans (Int.add_le_add_right h₁ c) (Int.add_le_add_left h₂ b)
protected theorem le_of_add_le_add_left (h : a + b ≤ a + c) : b ≤ c := by
  have := Int.add_le_add_left h (-a); rwa [neg_add_cancel_left, neg_add_cancel_left] at this
protected theorem le_of_add_le_add_right (h : a + b ≤ c + b) : a ≤ c := by
  rw [Int.add_comm a, Int.add_comm c] at h; exact Int.le_of_add_le_add_left h
@[simp] protected theorem add_le_add_iff_left (c : Int) : c + a ≤ c + b ↔ a ≤ b :=
  ⟨Int.le_of_add_le_add_left, fun h => Int.add_le_add_left h c⟩
@[simp] protected theorem add_le_add_iff_right (c : Int) : a + c ≤ b + c ↔ a ≤ b :=
  ⟨Int.le_of_add_le_add_right, fun h => Int.add_le_add_right h c⟩
protected theorem add_lt_add_left (h : a < b) (c : Int) : c + a < c + b := by
  show c + a + 1 ≤ c + b; rw [Int.add_assoc]; exact Int.add_le_add_left h c
protected theorem add_lt_add_right (h : a < b) (c : Int) : a + c < b + c := by
  rw [Int.add_comm a, Int.add_comm b]; exact Int.add_lt_add_left h c
protected theorem add_lt_add (h₁ : a < b) (h₂ : c < d) : a + c < b + d :=
  Int.lt_trans (Int.add_lt_add_right h₁ c) (Int.add_lt_add_left h₂ b)
@[simp] protected theorem add_lt_add_iff_left (c : Int) : c + a < c + b ↔ a < b := by
  rw [← Int.not_le, ← Int.not_le, Int.add_le_add_iff_left]
@[simp] protected theorem add_lt_add_iff_right (c : Int) : a + c < b + c ↔ a < b := by
  rw [← Int.not_le, ← Int.not_le, Int.add_le_add_iff_right]
protected theorem neg_le_neg (h : a ≤ b) : -b ≤ -a := by
  obtain ⟨n, rfl⟩ := le.dest h
  exact le.intro n (by rw [Int.neg_add, Int.add_assoc, Int.add_left_neg, Int.add_zero])
protected theorem neg_lt_neg (h : a < b) : -b < -a :=
  Int.lt_of_le_of_ne (Int.neg_le_neg (Int.le_of_lt h)) (fun e => Int.ne_of_lt h (neg_inj.mp e).symm)
protected theorem sub_nonneg_of_le (h : b ≤ a) : 0 ≤ a - b := by
  obtain ⟨n, rfl⟩ := le.dest h; rw [Int.add_sub_cancel_left]; exact ofNat_nonneg n
protected theorem le_of_sub_nonneg (h : 0 ≤ a - b) : b ≤ a := by
  have := Int.add_le_add_right h b; rwa [Int.zero_add, Int.sub_add_cancel] at this
protected theorem sub_nonneg : 0 ≤ a - b ↔ b ≤ a := ⟨Int.le_of_sub_nonneg, Int.sub_nonneg_of_le⟩
protected theorem sub_pos : 0 < a - b ↔ b < a := by
  rw [← Int.not_le, ← Int.not_le]
  exact not_congr ⟨fun h => by have := Int.add_le_add_right h b; rwa [Int.zero_add,
    Int.sub_add_cancel] at this, fun h => by
    have := Int.add_le_add_right h (-b); rwa [Int.add_right_neg] at this⟩
protected theorem mul_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha; obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hb; rw [← natCast_mul]
  exact ofNat_nonneg _
protected theorem mul_pos (ha : 0 < a) (hb : 0 < b) : 0 < a * b :=
  Int.lt_of_le_of_ne (Int.mul_nonneg (Int.le_of_lt ha) (Int.le_of_lt hb)) fun e =>
    (Int.mul_eq_zero.mp e.symm).elim (Int.ne_of_gt ha) (Int.ne_of_gt hb)
protected theorem mul_le_mul_of_nonneg_left (h : a ≤ b) (hc : 0 ≤ c) : c * a ≤ c * b := by
  have := Int.mul_nonneg hc (Int.sub_nonneg_of_le h); rw [Int.mul_sub] at this
  exact Int.le_of_sub_nonneg this
protected theorem mul_le_mul_of_nonneg_right (h : a ≤ b) (hc : 0 ≤ c) : a * c ≤ b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]; exact Int.mul_le_mul_of_nonneg_left h hc
theorem mul_self_nonneg (a : Int) : 0 ≤ a * a := match Int.le_total 0 a with
  | .inl h => Int.mul_nonneg h h
  | .inr h => by have h' := Int.neg_le_neg h; have := Int.mul_nonneg h' h'; rwa [Int.neg_mul_neg] at this

/-! ## Absolute value and sign -/

@[simp] theorem natAbs_ofNat (n : Nat) : natAbs (n : Int) = n := rfl
@[simp] theorem natAbs_negSucc (n : Nat) : natAbs (negSucc n) = n + 1 := rfl
@[simp] theorem natAbs_zero : natAbs 0 = 0 := rfl
@[simp] theorem natAbs_neg : ∀ a : Int, natAbs (-a) = natAbs a
  | ofNat 0 => rfl
  | ofNat (_ + 1) => rfl
  | negSucc _ => rfl
theorem natAbs_eq : ∀ a : Int, a = natAbs a ∨ a = -(natAbs a : Int)
  | ofNat _ => .inl rfl
  | negSucc _ => .inr rfl
theorem natAbs_eq_zero : natAbs a = 0 ↔ a = 0 :=
  ⟨fun h => match a, h with | ofNat 0, _ => rfl, fun h => h ▸ rfl⟩
attribute [simp] natAbs_eq_zero
theorem natAbs_mul (a b : Int) : natAbs (a * b) = natAbs a * natAbs b := by
  have neg : ∀ n : Nat, natAbs (negOfNat n) = n := fun n => match n with | 0 => rfl | _ + 1 => rfl
  match a, b with
  | ofNat _, ofNat _ => rfl
  | ofNat _, negSucc _ => exact neg _
  | negSucc _, ofNat _ => exact neg _
  | negSucc _, negSucc _ => rfl
theorem toNat_of_nonneg (h : 0 ≤ a) : (toNat a : Int) = a := by obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le h; rfl
@[simp] theorem toNat_ofNat (n : Nat) : toNat (n : Int) = n := rfl

/-! ## Division: the remainder by a positive number is never negative -/

@[extern "lean_int_ediv"] def ediv : @& Int → @& Int → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / (n + 1))
  | negSucc _, 0 => 0
  | negSucc m, ofNat (n + 1) => negSucc (m / (n + 1))
  | negSucc m, negSucc n => ofNat (m / (n + 1) + 1)
@[extern "lean_int_emod"] def emod : @& Int → @& Int → Int
  | ofNat m, n => ofNat (m % natAbs n)
  | negSucc m, n => subNatNat (natAbs n) (m % natAbs n + 1)
instance instDiv : Div Int := ⟨ediv⟩
instance instMod : Mod Int := ⟨emod⟩
instance instDvd : Dvd Int := ⟨fun a b => ∃ c, b = a * c⟩
def gcd (m n : Int) : Nat := m.natAbs.gcd n.natAbs

@[simp] theorem ofNat_ediv (m n : Nat) : ((m / n : Nat) : Int) = (m : Int) / n := rfl
@[simp] theorem ofNat_emod (m n : Nat) : ((m % n : Nat) : Int) = (m : Int) % n := rfl
@[simp] protected theorem ediv_zero : ∀ a : Int, a / 0 = 0
  | ofNat n => congrArg ofNat (Nat.div_zero n)
  | negSucc _ => rfl
@[simp] protected theorem zero_ediv : ∀ a : Int, 0 / a = 0
  | ofNat n => congrArg ofNat (Nat.zero_div n)
  | negSucc n => by show -ofNat (0 / (n + 1)) = 0; rw [Nat.zero_div]; rfl
protected theorem dvd_refl (a : Int) : a ∣ a := ⟨1, (Int.mul_one a).symm⟩
protected theorem dvd_zero (a : Int) : a ∣ 0 := ⟨0, (Int.mul_zero a).symm⟩
protected theorem one_dvd (a : Int) : 1 ∣ a := ⟨a, (Int.one_mul a).symm⟩
attribute [simp] Int.dvd_refl Int.dvd_zero Int.one_dvd
protected theorem dvd_mul_right (a b : Int) : a ∣ a * b := ⟨b, rfl⟩
protected theorem dvd_mul_left (a b : Int) : a ∣ b * a := ⟨b, Int.mul_comm b a⟩
protected theorem dvd_trans (h₁ : a ∣ b) (h₂ : b ∣ c) : a ∣ c := by
  obtain ⟨x, rfl⟩ := h₁; obtain ⟨y, rfl⟩ := h₂; exact ⟨x * y, Int.mul_assoc a x y⟩
protected theorem dvd_add (h₁ : a ∣ b) (h₂ : a ∣ c) : a ∣ b + c := by
  obtain ⟨x, rfl⟩ := h₁; obtain ⟨y, rfl⟩ := h₂; exact ⟨x + y, (Int.mul_add a x y).symm⟩
end Int
