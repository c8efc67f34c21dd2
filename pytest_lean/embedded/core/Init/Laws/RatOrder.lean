module
prelude
public import Init.Laws.Rat
public import Init.Data.Int.Cast
/-!
Rational numbers: inverses, powers, casts, the order, and rounding.
-/

@[expose] public section

set_option linter.all false

namespace Rat
variable {a b c : Rat} {n : Int} {d : Nat}

/-! ## Inverses and division -/

theorem inv_def (a : Rat) : a⁻¹ = (a.den : Int) /. a.num := rfl
@[simp] protected theorem inv_zero : (0 : Rat)⁻¹ = 0 := rfl
@[simp] theorem inv_divInt (n d : Int) : (n /. d)⁻¹ = d /. n := by
  by_cases z : d = 0
  · subst z; rw [divInt_zero, zero_divInt, Rat.inv_zero]
  · cases e : n /. d with
    | mk' n' d' z' c =>
      obtain ⟨m, hm, h₁, h₂⟩ := divInt_num_den z e
      rw [inv_def, h₁, h₂, divInt_mul_right hm]
protected theorem divInt_mul_divInt (n₁ n₂ : Int) {d₁ d₂ : Int} :
    (n₁ /. d₁) * (n₂ /. d₂) = (n₁ * n₂) /. (d₁ * d₂) := by
  by_cases z₁ : d₁ = 0
  · subst z₁; rw [Int.zero_mul, divInt_zero, divInt_zero, Rat.zero_mul]
  by_cases z₂ : d₂ = 0
  · subst z₂; rw [Int.mul_zero, divInt_zero, divInt_zero, Rat.mul_zero]
  obtain ⟨m₁, e₁, h₁, r₁, c₁⟩ := divInt_eq_mkRat_ n₁ z₁
  obtain ⟨m₂, e₂, h₂, r₂, c₂⟩ := divInt_eq_mkRat_ n₂ z₂
  rw [r₁, r₂, mkRat_mul_mkRat, ← divInt_ofNat, divInt_eq_divInt_iff
    (natCast_ne_zero_ (Nat.mul_ne_zero h₁ h₂)) (fun e => (Int.mul_eq_zero.mp e).elim z₁ z₂), Int.natCast_mul]
  calc m₁ * m₂ * (d₁ * d₂) = (m₁ * d₁) * (m₂ * d₂) := by ac_rfl
    _ = n₁ * n₂ * (e₁ * e₂) := by rw [c₁, c₂]; ac_rfl
theorem divInt_mul_divInt' (n₁ n₂ : Int) {d₁ d₂ : Int} (_ : d₁ ≠ 0) (_ : d₂ ≠ 0) :
    (n₁ /. d₁) * (n₂ /. d₂) = (n₁ * n₂) /. (d₁ * d₂) := Rat.divInt_mul_divInt ..
theorem num_ne_zero : a.num ≠ 0 ↔ a ≠ 0 :=
  not_congr ⟨fun h => eq_of_cross_ (by rw [h, num_zero, Int.zero_mul, Int.zero_mul]), fun h => h ▸ rfl⟩
@[simp] theorem num_eq_zero {q : Rat} : q.num = 0 ↔ q = 0 :=
  Decidable.not_iff_not.mp num_ne_zero
protected theorem mul_inv_cancel (a : Rat) (h : a ≠ 0) : a * a⁻¹ = 1 := by
  rw [inv_def]
  conv => lhs; lhs; rw [← num_divInt_den a]
  rw [Rat.divInt_mul_divInt, Int.mul_comm, divInt_self']
  exact fun e => (Int.mul_eq_zero.mp e).elim (natCast_ne_zero_ a.den_nz) (num_ne_zero.mpr h)
protected theorem inv_mul_cancel (a : Rat) (h : a ≠ 0) : a⁻¹ * a = 1 := by
  rw [Rat.mul_comm, Rat.mul_inv_cancel a h]
@[simp] protected theorem inv_inv (a : Rat) : a⁻¹⁻¹ = a := by
  conv => lhs; rw [← num_divInt_den a]
  rw [inv_divInt, inv_divInt, num_divInt_den]
protected theorem mul_eq_zero {a b : Rat} : a * b = 0 ↔ a = 0 ∨ b = 0 := by
  constructor
  · intro h
    by_cases hb : b = 0
    · exact .inr hb
    · have := congrArg (· * b⁻¹) h
      simp only [Rat.mul_assoc, Rat.mul_inv_cancel b hb, Rat.mul_one, Rat.zero_mul] at this
      exact .inl this
  · rintro (h | h) <;> simp [h]
protected theorem mul_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 :=
  fun h => (Rat.mul_eq_zero.mp h).elim ha hb
protected theorem inv_eq_of_mul_eq_one (h : a * b = 1) : a⁻¹ = b := by
  have ha : a ≠ 0 := by rintro rfl; rw [Rat.zero_mul] at h; exact absurd h (by decide)
  rw [← Rat.mul_one a⁻¹, ← h, ← Rat.mul_assoc, Rat.inv_mul_cancel a ha, Rat.one_mul]
protected theorem inv_mul_rev (a b : Rat) : (a * b)⁻¹ = b⁻¹ * a⁻¹ := by
  by_cases ha : a = 0
  · subst ha; simp
  by_cases hb : b = 0
  · subst hb; simp
  apply Rat.inv_eq_of_mul_eq_one
  rw [Rat.mul_assoc, ← Rat.mul_assoc b, Rat.mul_inv_cancel b hb, Rat.one_mul, Rat.mul_inv_cancel a ha]
protected theorem mul_right_cancel (hc : c ≠ 0) (h : a * c = b * c) : a = b := by
  have := congrArg (· * c⁻¹) h
  simpa only [Rat.mul_assoc, Rat.mul_inv_cancel c hc, Rat.mul_one] using this
protected theorem mul_left_cancel (hc : c ≠ 0) (h : c * a = c * b) : a = b :=
  Rat.mul_right_cancel hc (by rw [Rat.mul_comm a, Rat.mul_comm b, h])
theorem div_def (a b : Rat) : a / b = a * b⁻¹ := rfl
@[simp] protected theorem div_zero (a : Rat) : a / 0 = 0 := by rw [div_def, Rat.inv_zero, Rat.mul_zero]
@[simp] protected theorem zero_div (a : Rat) : 0 / a = 0 := by rw [div_def, Rat.zero_mul]
@[simp] protected theorem div_one (a : Rat) : a / 1 = a := by
  rw [div_def]; exact Rat.mul_one a
protected theorem div_self (h : a ≠ 0) : a / a = 1 := Rat.mul_inv_cancel a h
protected theorem div_mul_cancel (hb : b ≠ 0) : a / b * b = a := by
  rw [div_def, Rat.mul_assoc, Rat.inv_mul_cancel b hb, Rat.mul_one]
protected theorem mul_div_cancel (hb : b ≠ 0) : a * b / b = a := by
  rw [div_def, Rat.mul_assoc, Rat.mul_inv_cancel b hb, Rat.mul_one]
protected theorem add_div (a b c : Rat) : (a + b) / c = a / c + b / c := Rat.add_mul ..
theorem divInt_eq_div (a b : Int) : a /. b = a / b := by
  show a /. b = (a : Rat) * (b : Rat)⁻¹
  rw [inv_def, num_intCast, den_intCast]
  have h : (a : Rat) = a /. 1 := (num_divInt_den (a : Rat)).symm
  rw [h, Rat.divInt_mul_divInt]
  show _ = (a * 1) /. (1 * b)
  rw [Int.mul_one, Int.one_mul]
theorem mkRat_eq_div (a : Int) (b : Nat) : mkRat a b = a / b := divInt_eq_div a b
theorem num_div_den (r : Rat) : (r.num : Rat) / (r.den : Rat) = r :=
  (mkRat_eq_div ..).symm.trans (mkRat_self r)

/-! ## Powers -/

theorem pow_def (q : Rat) (n : Nat) : q ^ n = Rat.pow q n := rfl
@[simp] theorem num_pow (q : Rat) (n : Nat) : (q ^ n).num = q.num ^ n := rfl
@[simp] theorem den_pow (q : Rat) (n : Nat) : (q ^ n).den = q.den ^ n := rfl
@[simp] protected theorem pow_zero (q : Rat) : q ^ 0 = 1 := rfl
protected theorem pow_succ (q : Rat) (n : Nat) : q ^ (n + 1) = q ^ n * q := by
  apply eq_of_cross_
  rw [num_pow, den_pow, Int.pow_succ, Nat.pow_succ]
  exact (normalize_cross_ (Nat.mul_ne_zero (q ^ n).den_nz q.den_nz)).symm
@[simp] protected theorem pow_one (q : Rat) : q ^ 1 = q := by
  rw [Rat.pow_succ, Rat.pow_zero, Rat.one_mul]
protected theorem pow_two (q : Rat) : q ^ 2 = q * q := by rw [Rat.pow_succ, Rat.pow_one]
protected theorem pow_add (q : Rat) (m n : Nat) : q ^ (m + n) = q ^ m * q ^ n := by
  induction n with
  | zero => rw [Nat.add_zero, Rat.pow_zero, Rat.mul_one]
  | succ n ih => rw [← Nat.add_assoc, Rat.pow_succ, ih, Rat.pow_succ, Rat.mul_assoc]
protected theorem zpow_zero (q : Rat) : q ^ (0 : Int) = 1 := rfl
protected theorem zpow_natCast (q : Rat) (n : Nat) : q ^ (n : Int) = q ^ n := rfl
protected theorem zpow_neg (q : Rat) (n : Int) : q ^ (-n : Int) = (q ^ n)⁻¹ := by
  match n with
  | .ofNat 0 => rfl
  | .ofNat (n + 1) => rfl
  | .negSucc n => exact (Rat.inv_inv _).symm

/-! ## Casts -/

@[simp, norm_cast] theorem intCast_natCast (n : Nat) : ((n : Int) : Rat) = (n : Rat) := rfl
@[simp, norm_cast] theorem intCast_inj {a b : Int} : (a : Rat) = (b : Rat) ↔ a = b :=
  ⟨congrArg num, congrArg _⟩
@[simp, norm_cast] theorem natCast_inj {a b : Nat} : (a : Rat) = (b : Rat) ↔ a = b :=
  ⟨fun h => Int.ofNat.inj (congrArg num h), congrArg _⟩
protected theorem intCast_zero : ((0 : Int) : Rat) = 0 := rfl
protected theorem intCast_one : ((1 : Int) : Rat) = 1 := rfl
@[simp, norm_cast] protected theorem intCast_ofNat (n : Nat) :
    ((no_index (OfNat.ofNat n) : Int) : Rat) = OfNat.ofNat n := rfl
@[simp, norm_cast] protected theorem natCast_ofNat (n : Nat) :
    ((no_index (OfNat.ofNat n) : Nat) : Rat) = OfNat.ofNat n := rfl
@[simp, norm_cast] protected theorem intCast_add (a b : Int) : ((a + b : Int) : Rat) = a + b :=
  (mkRat_self ((a + b : Int) : Rat)).symm.trans <| by
    rw [add_def']
    show mkRat (a + b) 1 = mkRat (a * 1 + b * 1) 1
    rw [Int.mul_one, Int.mul_one]
@[simp, norm_cast] protected theorem intCast_mul (a b : Int) : ((a * b : Int) : Rat) = a * b :=
  eq_of_cross_ (normalize_cross_ (n := a * b) (d := 1 * 1) (by decide)).symm
@[simp, norm_cast] protected theorem intCast_neg (a : Int) : ((-a : Int) : Rat) = -(a : Rat) := rfl
@[simp, norm_cast] protected theorem intCast_sub (a b : Int) : ((a - b : Int) : Rat) = a - b := by
  rw [Int.sub_eq_add_neg, Rat.intCast_add, Rat.intCast_neg, Rat.sub_eq_add_neg]
@[simp, norm_cast] protected theorem natCast_add (a b : Nat) : ((a + b : Nat) : Rat) = a + b :=
  Rat.intCast_add a b
@[simp, norm_cast] protected theorem natCast_mul (a b : Nat) : ((a * b : Nat) : Rat) = a * b :=
  Rat.intCast_mul a b
@[simp, norm_cast] protected theorem intCast_pow (a : Int) (n : Nat) : ((a ^ n : Int) : Rat) = (a :
    Rat) ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Int.pow_succ, Rat.intCast_mul, ih, Rat.pow_succ]
@[simp, norm_cast] protected theorem natCast_pow (a n : Nat) : ((a ^ n : Nat) : Rat) = (a : Rat) ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, Rat.natCast_mul, ih, Rat.pow_succ]

/-! ## Scientific notation -/

theorem ofScientific_true_def {m e : Nat} : Rat.ofScientific m true e = mkRat m (10 ^ e) :=
  normalize_eq_mkRat (Nat.ne_of_gt (Nat.pow_pos (by decide)))
theorem ofScientific_false_def {m e : Nat} : Rat.ofScientific m false e = (m * 10 ^ e : Nat) := rfl
theorem ofScientific_def {m e : Nat} {s : Bool} : Rat.ofScientific m s e =
    if s then mkRat m (10 ^ e) else (m * 10 ^ e : Nat) := by
  cases s
  · exact ofScientific_false_def
  · exact ofScientific_true_def

/-! ## The order -/

protected theorem lt_iff (a b : Rat) : a < b ↔ a.num * b.den < b.num * a.den := decide_eq_true_iff
@[simp] protected theorem not_le {a b : Rat} : ¬a ≤ b ↔ b < a := by
  show ¬b.blt a = false ↔ b.blt a = true
  rw [Bool.not_eq_false]
@[simp] protected theorem not_lt {a b : Rat} : ¬a < b ↔ b ≤ a := by
  show ¬a.blt b = true ↔ a.blt b = false
  rw [Bool.not_eq_true]
protected theorem le_iff (a b : Rat) : a ≤ b ↔ a.num * b.den ≤ b.num * a.den := by
  rw [← Rat.not_lt, Rat.lt_iff, Int.not_lt]
theorem den_pos_ (a : Rat) : (0 : Int) < a.den := Int.natCast_pos.mpr a.den_pos
@[simp] theorem num_nonneg {q : Rat} : 0 ≤ q.num ↔ 0 ≤ q := by
  rw [Rat.le_iff, num_zero, den_zero, Int.zero_mul]
  show _ ↔ 0 ≤ q.num * 1
  rw [Int.mul_one]
@[simp] theorem num_pos {q : Rat} : 0 < q.num ↔ 0 < q := by
  rw [Rat.lt_iff, num_zero, den_zero, Int.zero_mul]
  show _ ↔ 0 < q.num * 1
  rw [Int.mul_one]
@[simp] protected theorem le_refl {a : Rat} : a ≤ a := (Rat.le_iff a a).mpr (Int.le_refl _)
protected theorem le_rfl {a : Rat} : a ≤ a := Rat.le_refl
@[simp] protected theorem lt_irrefl {a : Rat} : ¬a < a := Rat.not_lt.mpr Rat.le_refl
protected theorem le_total {a b : Rat} : a ≤ b ∨ b ≤ a := by
  rw [Rat.le_iff, Rat.le_iff]; exact Int.le_total _ _
protected theorem le_trans {a b c : Rat} (hab : a ≤ b) (hbc : b ≤ c) : a ≤ c := by
  rw [Rat.le_iff] at *
  apply Int.le_of_mul_le_mul_right _ (den_pos_ b)
  calc a.num * c.den * b.den = a.num * b.den * c.den := by ac_rfl
    _ ≤ b.num * a.den * c.den := Int.mul_le_mul_of_nonneg_right hab (Int.le_of_lt (den_pos_ c))
    _ = b.num * c.den * a.den := by ac_rfl
    _ ≤ c.num * b.den * a.den := Int.mul_le_mul_of_nonneg_right hbc (Int.le_of_lt (den_pos_ a))
    _ = c.num * a.den * b.den := by ac_rfl
protected theorem le_antisymm {a b : Rat} (hab : a ≤ b) (hba : b ≤ a) : a = b :=
  eq_of_cross_ (Int.le_antisymm ((Rat.le_iff ..).mp hab) ((Rat.le_iff ..).mp hba))
protected theorem le_of_lt {a b : Rat} (h : a < b) : a ≤ b :=
  Rat.le_total.resolve_right fun h' => Rat.not_lt.mpr h' h
protected theorem ne_of_lt {a b : Rat} (h : a < b) : a ≠ b := by
  rintro rfl; exact Rat.lt_irrefl h
protected theorem ne_of_gt {a b : Rat} (h : a < b) : b ≠ a := (Rat.ne_of_lt h).symm
protected theorem lt_of_le_of_ne {a b : Rat} (ha : a ≤ b) (hb : a ≠ b) : a < b :=
  Rat.not_le.mp fun h => hb (Rat.le_antisymm ha h)
protected theorem lt_of_lt_of_le {a b c : Rat} (h : a < b) (g : b ≤ c) : a < c :=
  Rat.not_le.mp fun h' => Rat.not_lt.mpr (Rat.le_trans g h') h
protected theorem lt_of_le_of_lt {a b c : Rat} (h : a ≤ b) (g : b < c) : a < c :=
  Rat.not_le.mp fun h' => Rat.not_lt.mpr (Rat.le_trans h' h) g
protected theorem lt_trans {a b c : Rat} (h : a < b) (g : b < c) : a < c :=
  Rat.lt_of_lt_of_le h (Rat.le_of_lt g)
protected theorem lt_iff_le_and_ne {a b : Rat} : a < b ↔ a ≤ b ∧ a ≠ b :=
  ⟨fun h => ⟨Rat.le_of_lt h, Rat.ne_of_lt h⟩, fun h => Rat.lt_of_le_of_ne h.1 h.2⟩
protected theorem le_iff_lt_or_eq {a b : Rat} : a ≤ b ↔ a < b ∨ a = b :=
  ⟨fun h => if e : a = b then .inr e else .inl (Rat.lt_of_le_of_ne h e),
    fun h => h.elim Rat.le_of_lt fun e => e ▸ Rat.le_refl⟩
protected theorem lt_or_ge (a b : Rat) : a < b ∨ b ≤ a := if h : a < b then .inl h else .inr (Rat.not_lt.mp h)
protected theorem lt_trichotomy (a b : Rat) : a < b ∨ a = b ∨ b < a :=
  (Rat.lt_or_ge a b).elim .inl fun h => (Rat.le_iff_lt_or_eq.mp h).elim (.inr ∘ .inr) fun e => .inr
    (.inl e.symm)
instance : Trans (α := Rat) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨Rat.le_trans⟩
instance : Trans (α := Rat) (· < ·) (· < ·) (· < ·) := ⟨Rat.lt_trans⟩
instance : Trans (α := Rat) (· ≤ ·) (· < ·) (· < ·) := ⟨Rat.lt_of_le_of_lt⟩
instance : Trans (α := Rat) (· < ·) (· ≤ ·) (· < ·) := ⟨Rat.lt_of_lt_of_le⟩
theorem mkRat_nonneg_iff_ (h : d ≠ 0) : 0 ≤ mkRat n d ↔ 0 ≤ n := by
  have e := (eq_mkRat_iff_ h).mp (rfl : mkRat n d = mkRat n d)
  have hd : (0 : Int) < d := Int.natCast_pos.mpr (Nat.pos_of_ne_zero h)
  rw [← num_nonneg, ← Int.mul_le_mul_right (a := (d : Int)) (b := 0) hd, Int.zero_mul, e,
    ← Int.mul_le_mul_right (b := 0) (c := n) (den_pos_ (mkRat n d)), Int.zero_mul]
protected theorem le_iff_sub_nonneg (a b : Rat) : a ≤ b ↔ 0 ≤ b - a := by
  rw [sub_def', mkRat_nonneg_iff_ (Nat.mul_ne_zero b.den_nz a.den_nz), Rat.le_iff]
  omega
protected theorem sub_nonneg {a b : Rat} : 0 ≤ a - b ↔ b ≤ a := (Rat.le_iff_sub_nonneg b a).symm
protected theorem add_le_add_left {a b c : Rat} : c + a ≤ c + b ↔ a ≤ b := by
  rw [Rat.le_iff_sub_nonneg, Rat.le_iff_sub_nonneg a]
  have e : c + b - (c + a) = b - a := by
    rw [Rat.sub_eq_add_neg, Rat.neg_add, Rat.add_comm c b, Rat.add_assoc, ← Rat.add_assoc c,
      Rat.add_neg_cancel, Rat.zero_add, ← Rat.sub_eq_add_neg]
  rw [e]
protected theorem add_le_add_right {a b c : Rat} : a + c ≤ b + c ↔ a ≤ b := by
  rw [Rat.add_comm a, Rat.add_comm b, Rat.add_le_add_left]
protected theorem add_le_add {a b c d : Rat} (hab : a ≤ b) (hcd : c ≤ d) : a + c ≤ b + d :=
  Rat.le_trans (Rat.add_le_add_right.mpr hab) (Rat.add_le_add_left.mpr hcd)
protected theorem add_lt_add_left {a b c : Rat} : c + a < c + b ↔ a < b := by
  rw [← Rat.not_le, Rat.add_le_add_left, Rat.not_le]
protected theorem add_lt_add_right {a b c : Rat} : a + c < b + c ↔ a < b := by
  rw [← Rat.not_le, Rat.add_le_add_right, Rat.not_le]
protected theorem lt_iff_sub_pos (a b : Rat) : a < b ↔ 0 < b - a := by
  rw [← Rat.add_lt_add_right (c := -a), Rat.add_neg_cancel, Rat.sub_eq_add_neg]
protected theorem sub_pos {a b : Rat} : 0 < a - b ↔ b < a := (Rat.lt_iff_sub_pos b a).symm
@[simp] protected theorem neg_le_neg_iff {a b : Rat} : -a ≤ -b ↔ b ≤ a := by
  rw [Rat.le_iff_sub_nonneg, Rat.le_iff_sub_nonneg b, Rat.sub_eq_add_neg, Rat.neg_neg, Rat.add_comm,
    ← Rat.sub_eq_add_neg]
protected theorem neg_le_neg {a b : Rat} (h : a ≤ b) : -b ≤ -a := Rat.neg_le_neg_iff.mpr h
@[simp] protected theorem neg_lt_neg_iff {a b : Rat} : -a < -b ↔ b < a := by
  rw [← Rat.not_le, Rat.neg_le_neg_iff, Rat.not_le]
protected theorem neg_lt_neg {a b : Rat} (h : a < b) : -b < -a := Rat.neg_lt_neg_iff.mpr h
protected theorem nonneg_antisymm {q : Rat} (h : 0 ≤ q) (g : 0 ≤ -q) : q = 0 := by
  rw [← num_nonneg] at h g
  rw [num_neg] at g
  exact num_eq_zero.mp (by omega)
protected theorem nonneg_total (a : Rat) : 0 ≤ a ∨ 0 ≤ -a := by
  rw [← num_nonneg, ← num_nonneg, num_neg]; omega
protected theorem add_nonneg {a b : Rat} (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := by
  have := Rat.add_le_add ha hb
  rwa [Rat.add_zero] at this
protected theorem mul_nonneg {a b : Rat} (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  rw [mul_def', mkRat_nonneg_iff_ (Nat.mul_ne_zero a.den_nz b.den_nz)]
  exact Int.mul_nonneg (num_nonneg.mpr ha) (num_nonneg.mpr hb)
protected theorem mul_pos {a b : Rat} (ha : 0 < a) (hb : 0 < b) : 0 < a * b :=
  Rat.lt_of_le_of_ne (Rat.mul_nonneg (Rat.le_of_lt ha) (Rat.le_of_lt hb))
    (Rat.mul_ne_zero (Rat.ne_of_gt ha) (Rat.ne_of_gt hb)).symm
protected theorem mul_le_mul_of_nonneg_left {a b c : Rat} (h : a ≤ b) (hc : 0 ≤ c) : c * a ≤ c * b := by
  rw [Rat.le_iff_sub_nonneg, ← Rat.mul_sub]
  exact Rat.mul_nonneg hc ((Rat.le_iff_sub_nonneg a b).mp h)
protected theorem mul_le_mul_of_nonneg_right {a b c : Rat} (h : a ≤ b) (hc : 0 ≤ c) : a * c ≤ b * c := by
  rw [Rat.mul_comm a, Rat.mul_comm b]; exact Rat.mul_le_mul_of_nonneg_left h hc
protected theorem mul_lt_mul_of_pos_left {a b c : Rat} (h : a < b) (hc : 0 < c) : c * a < c * b := by
  rw [Rat.lt_iff_sub_pos, ← Rat.mul_sub]
  exact Rat.mul_pos hc ((Rat.lt_iff_sub_pos a b).mp h)
protected theorem mul_lt_mul_of_pos_right {a b c : Rat} (h : a < b) (hc : 0 < c) : a * c < b * c := by
  rw [Rat.mul_comm a, Rat.mul_comm b]; exact Rat.mul_lt_mul_of_pos_left h hc
protected theorem le_of_mul_le_mul_right {a b c : Rat} (h : a * c ≤ b * c) (hc : 0 < c) : a ≤ b :=
  Rat.not_lt.mp fun g => Rat.not_lt.mpr h (Rat.mul_lt_mul_of_pos_right g hc)
protected theorem le_of_mul_le_mul_left {a b c : Rat} (h : c * a ≤ c * b) (hc : 0 < c) : a ≤ b :=
  Rat.not_lt.mp fun g => Rat.not_lt.mpr h (Rat.mul_lt_mul_of_pos_left g hc)
protected theorem mul_self_nonneg (a : Rat) : 0 ≤ a * a :=
  (Rat.nonneg_total a).elim (fun h => Rat.mul_nonneg h h) fun h => by
    have := Rat.mul_nonneg h h
    rwa [Rat.neg_mul, Rat.mul_neg, Rat.neg_neg] at this
protected theorem inv_pos {a : Rat} (h : 0 < a) : 0 < a⁻¹ :=
  Rat.not_le.mp fun g => by
    have := Rat.mul_le_mul_of_nonneg_right g (Rat.le_of_lt h)
    rw [Rat.inv_mul_cancel a (Rat.ne_of_gt h), Rat.zero_mul] at this
    exact absurd this (by decide)
protected theorem inv_nonneg {a : Rat} (h : 0 ≤ a) : 0 ≤ a⁻¹ :=
  (Rat.le_iff_lt_or_eq.mp h).elim (fun h => Rat.le_of_lt (Rat.inv_pos h)) fun e => by
    rw [← e, Rat.inv_zero]; exact Rat.le_refl
protected theorem div_pos {a b : Rat} (ha : 0 < a) (hb : 0 < b) : 0 < a / b := Rat.mul_pos ha (Rat.inv_pos hb)
protected theorem div_nonneg {a b : Rat} (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a / b :=
  Rat.mul_nonneg ha (Rat.inv_nonneg hb)
protected theorem le_div_iff {a b c : Rat} (hc : 0 < c) : a ≤ b / c ↔ a * c ≤ b := by
  have e := Rat.div_mul_cancel (a := b) (Rat.ne_of_gt hc)
  exact ⟨fun h => e ▸ Rat.mul_le_mul_of_nonneg_right h (Rat.le_of_lt hc),
    fun h => Rat.le_of_mul_le_mul_right (e.symm ▸ h) hc⟩
protected theorem div_lt_iff {a b c : Rat} (hc : 0 < c) : a / c < b ↔ a < b * c := by
  have e := Rat.div_mul_cancel (a := a) (Rat.ne_of_gt hc)
  exact ⟨fun h => by
    have := Rat.mul_lt_mul_of_pos_right h hc
    rwa [e] at this, fun h => Rat.not_le.mp fun g => by
    have := Rat.mul_le_mul_of_nonneg_right g (Rat.le_of_lt hc)
    rw [e] at this
    exact Rat.not_lt.mpr this h⟩
@[simp, norm_cast] theorem intCast_le_intCast {a b : Int} : (a : Rat) ≤ b ↔ a ≤ b := by
  rw [Rat.le_iff]
  show a * 1 ≤ b * 1 ↔ _
  rw [Int.mul_one, Int.mul_one]
@[simp, norm_cast] theorem intCast_lt_intCast {a b : Int} : (a : Rat) < b ↔ a < b := by
  rw [← Rat.not_le, intCast_le_intCast, Int.not_le]
@[simp, norm_cast] theorem natCast_le_natCast {a b : Nat} : (a : Rat) ≤ b ↔ a ≤ b :=
  intCast_le_intCast.trans Int.ofNat_le
@[simp, norm_cast] theorem natCast_lt_natCast {a b : Nat} : (a : Rat) < b ↔ a < b :=
  intCast_lt_intCast.trans Int.ofNat_lt
@[simp] protected theorem natCast_nonneg {a : Nat} : (0 : Rat) ≤ a := num_nonneg.mp (Int.natCast_nonneg a)
protected theorem abs_of_nonneg {a : Rat} (h : 0 ≤ a) : a.abs = a := if_pos h
protected theorem abs_of_nonpos {a : Rat} (h : a ≤ 0) : a.abs = -a := by
  unfold Rat.abs
  split
  · rename_i g; rw [Rat.le_antisymm h g]; rfl
  · rfl
protected theorem abs_nonneg {a : Rat} : 0 ≤ a.abs := by
  unfold Rat.abs
  split
  · assumption
  · exact (Rat.nonneg_total a).resolve_left ‹_›

/-! ## Rounding -/

theorem floor_def (a : Rat) : a.floor = a.num / a.den := by
  unfold Rat.floor
  split
  · rename_i h; rw [h]; exact (Int.ediv_one _).symm
  · rfl
@[simp] theorem floor_intCast (a : Int) : (a : Rat).floor = a := rfl
@[simp] theorem floor_natCast (a : Nat) : (a : Rat).floor = a := rfl
@[simp] theorem ceil_intCast (a : Int) : (a : Rat).ceil = a := rfl
@[simp] theorem ceil_natCast (a : Nat) : (a : Rat).ceil = a := rfl
theorem le_floor_iff {x : Int} {a : Rat} : x ≤ a.floor ↔ (x : Rat) ≤ a := by
  rw [floor_def, Int.le_ediv_iff_mul_le (den_pos_ a), Rat.le_iff]
  show _ ↔ x * a.den ≤ a.num * 1
  rw [Int.mul_one]
theorem floor_lt_iff {x : Int} {a : Rat} : a.floor < x ↔ a < x := by
  rw [← Int.not_le, le_floor_iff, Rat.not_le]
theorem floor_le (a : Rat) : (a.floor : Rat) ≤ a := le_floor_iff.mp (Int.le_refl _)
theorem lt_floor (a : Rat) : a < (a.floor + 1 : Int) := floor_lt_iff.mp (Int.lt_succ _)
theorem floor_monotone {a b : Rat} (h : a ≤ b) : a.floor ≤ b.floor :=
  le_floor_iff.mpr (Rat.le_trans (floor_le a) h)
theorem ceil_eq_neg_floor_neg (a : Rat) : a.ceil = -((-a).floor) := by
  unfold Rat.ceil
  rw [floor_def, num_neg, den_neg]
  split
  · rename_i h
    rw [h]
    show a.num = -(-a.num / 1)
    rw [Int.ediv_one, Int.neg_neg]
  · rename_i h
    have hd : (1 : Int) < a.den := by have := a.den_pos; omega
    have hm : a.num % a.den ≠ 0 := fun e => by
      have hdvd : (a.den : Int) ∣ a.num := Int.dvd_of_emod_eq_zero e
      have := Nat.dvd_gcd (Int.ofNat_dvd_left.mp hdvd) (Nat.dvd_refl a.den)
      rw [show a.num.natAbs.gcd a.den = 1 from a.reduced] at this
      exact h (Nat.dvd_one.mp this)
    have hp := Int.emod_nonneg a.num (natCast_ne_zero_ a.den_nz)
    have hl := Int.emod_lt_of_pos a.num (den_pos_ a)
    have hq := Int.mul_ediv_add_emod a.num a.den
    generalize a.num / (a.den : Int) = q at *
    generalize a.num % (a.den : Int) = r at *
    have e : -a.num = (a.den - r) + a.den * (-q - 1) := by
      rw [← hq, Int.mul_sub, Int.mul_neg, Int.mul_one]; omega
    rw [e, Int.add_mul_ediv_left _ _ (natCast_ne_zero_ a.den_nz), Int.ediv_eq_zero_of_lt (by omega) (by
    omega)]
    omega
theorem ceil_le_iff {x : Int} {a : Rat} : a.ceil ≤ x ↔ a ≤ x := by
  rw [ceil_eq_neg_floor_neg, ← Rat.neg_le_neg_iff, ← Rat.intCast_neg, ← le_floor_iff]
  omega
theorem lt_ceil_iff {x : Int} {a : Rat} : x < a.ceil ↔ (x : Rat) < a := by
  rw [← Int.not_le, ceil_le_iff, Rat.not_le]
theorem le_ceil (a : Rat) : a ≤ a.ceil := ceil_le_iff.mp (Int.le_refl _)
theorem ceil_monotone {a b : Rat} (h : a ≤ b) : a.ceil ≤ b.ceil :=
  ceil_le_iff.mpr (Rat.le_trans h (le_ceil b))
end Rat
