module
prelude
public import Init.Laws.NatOrder
public import Init.Data.Int.More
/-!
`Int`: laws about sums, order, products, absolute value, sign, `toNat`, `min` and `max` beyond those of
the data modules. `omega` proves those without products.
-/

@[expose] public section

set_option linter.all false

namespace Int
variable {a b c d i j k m n x y : Int}

/-! ## Sums and differences -/

protected theorem neg_add_cancel (a : Int) : -a + a = 0 := Int.add_left_neg a
protected theorem add_neg_cancel (a : Int) : a + -a = 0 := Int.add_right_neg a
protected theorem sub_neg (a b : Int) : a - -b = a + b := by omega
protected theorem sub_sub_self (a b : Int) : a - (a - b) = b := by omega
protected theorem neg_ne_zero : -a ≠ 0 ↔ a ≠ 0 := not_congr Int.neg_eq_zero
protected theorem sub_left_cancel (h : a - b = a - c) : b = c := by omega
protected theorem sub_right_cancel (h : a - b = c - b) : a = c := by omega
protected theorem sub_add_sub_cancel (a b c : Int) : a - b + (b - c) = a - c := by omega
protected theorem sub_right_comm (a b c : Int) : a - b - c = a - c - b := by omega
protected theorem add_sub_add_right (n k m : Int) : n + k - (m + k) = n - m := by omega
protected theorem add_sub_add_left (k n m : Int) : k + n - (k + m) = n - m := by omega
protected theorem add_eq_zero_iff_eq_neg' : a + b = 0 ↔ b = -a := by omega
protected theorem eq_add_of_sub_eq (h : a - c = b) : a = b + c := by omega
protected theorem sub_eq_of_eq_add (h : a = c + b) : a - b = c := by omega
protected theorem eq_sub_of_add_eq (h : a + c = b) : a = b - c := by omega
protected theorem eq_add_of_add_neg_eq (h : a + -c = b) : a = b + c := by omega

/-! ## Order -/

protected theorem le_antisymm_iff : a = b ↔ a ≤ b ∧ b ≤ a := by omega
protected theorem le_of_not_le : ¬a ≤ b → b ≤ a := (Int.le_total a b).resolve_left
protected theorem lt_of_not_ge (h : ¬a ≤ b) : b < a := Int.not_le.mp h
protected theorem not_lt_of_ge (h : b ≤ a) : ¬a < b := Int.not_lt.mpr h
protected theorem not_le_of_gt (h : b < a) : ¬a ≤ b := Int.not_le.mpr h
protected theorem lt_iff_le_not_le : a < b ↔ a ≤ b ∧ ¬b ≤ a := by omega
protected theorem lt_or_eq_of_le (h : a ≤ b) : a < b ∨ a = b := Int.le_iff_lt_or_eq.mp h
protected theorem lt_or_le (a b : Int) : a < b ∨ b ≤ a := Int.lt_or_ge a b
protected theorem le_or_lt (a b : Int) : a ≤ b ∨ b < a := (Int.lt_or_ge b a).symm
theorem lt_add_one (a : Int) : a < a + 1 := Int.lt_succ a
theorem le_sub_one_iff : m ≤ n - 1 ↔ m < n := by omega
theorem le_sub_one_of_lt (H : a < b) : a ≤ b - 1 := by omega
theorem lt_of_le_sub_one (H : a ≤ b - 1) : a < b := by omega
theorem sub_one_lt (a : Int) : a - 1 < a := by omega
theorem lt_of_add_one_le (H : a + 1 ≤ b) : a < b := H
protected theorem zero_lt_one : (0 : Int) < 1 := by decide
protected theorem zero_le_one : (0 : Int) ≤ 1 := by decide
protected theorem one_pos : (0 : Int) < 1 := by decide
protected theorem one_ne_zero : (1 : Int) ≠ 0 := by decide
protected theorem zero_ne_one : (0 : Int) ≠ 1 := by decide
protected theorem pos_iff_one_le : 0 < a ↔ 1 ≤ a := Iff.rfl
theorem eq_succ_of_zero_lt (h : 0 < a) : ∃ n : Nat, a = n + 1 := ⟨(a - 1).toNat, by omega⟩
protected theorem add_lt_add_of_le_of_lt (h₁ : a ≤ b) (h₂ : c < d) : a + c < b + d := by omega
protected theorem add_lt_add_of_lt_of_le (h₁ : a < b) (h₂ : c ≤ d) : a + c < b + d := by omega
protected theorem lt_of_add_lt_add_left (h : a + b < a + c) : b < c := by omega
protected theorem lt_of_add_lt_add_right (h : a + b < c + b) : a < c := by omega
protected theorem le_add_of_nonneg_right (h : 0 ≤ b) : a ≤ a + b := by omega
protected theorem le_add_of_nonneg_left (h : 0 ≤ b) : a ≤ b + a := by omega
protected theorem lt_add_of_pos_right (a : Int) {b : Int} (h : 0 < b) : a < a + b := by omega
protected theorem lt_add_of_pos_left (a : Int) {b : Int} (h : 0 < b) : a < b + a := by omega
protected theorem add_pos_of_pos_of_nonneg (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b := by omega
protected theorem add_pos_of_nonneg_of_pos (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b := by omega
protected theorem add_nonpos (ha : a ≤ 0) (hb : b ≤ 0) : a + b ≤ 0 := by omega
protected theorem add_neg (ha : a < 0) (hb : b < 0) : a + b < 0 := by omega
protected theorem add_neg_of_neg_of_nonpos (ha : a < 0) (hb : b ≤ 0) : a + b < 0 := by omega
protected theorem add_neg_of_nonpos_of_neg (ha : a ≤ 0) (hb : b < 0) : a + b < 0 := by omega
protected theorem sub_pos_of_lt (h : b < a) : 0 < a - b := Int.sub_pos.mpr h
protected theorem lt_of_sub_pos (h : 0 < a - b) : b < a := Int.sub_pos.mp h
protected theorem sub_nonpos_of_le (h : a ≤ b) : a - b ≤ 0 := by omega
protected theorem le_of_sub_nonpos (h : a - b ≤ 0) : a ≤ b := by omega
protected theorem lt_of_sub_neg (h : a - b < 0) : a < b := by omega
protected theorem sub_lt_sub (hab : a < b) (hcd : c < d) : a - d < b - c := by omega
protected theorem sub_le_self (a : Int) {b : Int} (h : 0 ≤ b) : a - b ≤ a := by omega
protected theorem sub_lt_self (a : Int) {b : Int} (h : 0 < b) : a - b < a := by omega
protected theorem add_le_of_le_neg_add (h : b ≤ -a + c) : a + b ≤ c := by omega
protected theorem le_neg_add_of_add_le (h : a + b ≤ c) : b ≤ -a + c := by omega
protected theorem add_le_of_le_sub_left (h : b ≤ c - a) : a + b ≤ c := by omega
protected theorem le_sub_left_of_add_le (h : a + b ≤ c) : b ≤ c - a := by omega
protected theorem le_add_of_sub_left_le (h : a - b ≤ c) : a ≤ b + c := by omega
protected theorem sub_left_le_of_le_add (h : a ≤ b + c) : a - b ≤ c := by omega
protected theorem sub_right_le_of_le_add (h : a ≤ b + c) : a - c ≤ b := by omega
protected theorem add_lt_of_lt_sub_left (h : b < c - a) : a + b < c := by omega
protected theorem lt_sub_left_of_add_lt (h : a + b < c) : b < c - a := by omega
protected theorem add_lt_of_lt_sub_right (h : a < c - b) : a + b < c := by omega
protected theorem lt_add_of_sub_left_lt (h : a - b < c) : a < b + c := by omega
protected theorem sub_left_lt_of_lt_add (h : a < b + c) : a - b < c := by omega
protected theorem lt_add_of_sub_right_lt (h : a - c < b) : a < b + c := by omega
protected theorem sub_right_lt_of_lt_add (h : a < b + c) : a - c < b := by omega
theorem add_le_iff_le_sub : a + b ≤ c ↔ a ≤ c - b := by omega
theorem le_sub_iff_add_le : a ≤ c - b ↔ a + b ≤ c := by omega
theorem add_lt_iff_lt_sub : a + b < c ↔ a < c - b := by omega
protected theorem sub_lt_iff_lt_add : a - b < c ↔ a < c + b := by omega
theorem add_le_zero_iff_le_neg : a + b ≤ 0 ↔ a ≤ -b := by omega
theorem add_nonneg_iff_neg_le : 0 ≤ a + b ↔ -b ≤ a := by omega
@[simp] protected theorem neg_le_neg_iff : -a ≤ -b ↔ b ≤ a := by omega
@[simp] protected theorem neg_lt_neg_iff : -a < -b ↔ b < a := by omega
protected theorem le_of_neg_le_neg (h : -b ≤ -a) : a ≤ b := by omega
protected theorem lt_of_neg_lt_neg (h : -b < -a) : a < b := by omega
protected theorem neg_nonpos_of_nonneg (h : 0 ≤ a) : -a ≤ 0 := by omega
protected theorem neg_nonneg_of_nonpos (h : a ≤ 0) : 0 ≤ -a := by omega
protected theorem neg_neg_of_pos (h : 0 < a) : -a < 0 := by omega
protected theorem neg_pos_of_neg (h : a < 0) : 0 < -a := by omega
protected theorem nonneg_of_neg_nonpos (h : -a ≤ 0) : 0 ≤ a := by omega
protected theorem nonpos_of_neg_nonneg (h : 0 ≤ -a) : a ≤ 0 := by omega
protected theorem pos_of_neg_neg (h : -a < 0) : 0 < a := by omega
protected theorem neg_le_of_neg_le (h : -a ≤ b) : -b ≤ a := by omega
protected theorem neg_lt_of_neg_lt (h : -a < b) : -b < a := by omega
theorem neg_add_le_iff_le_add : -b + a ≤ c ↔ a ≤ b + c := by omega
theorem neg_natCast_le_natCast (n m : Nat) : -(n : Int) ≤ m := by omega
theorem zero_le_ofNat (n : Nat) : 0 ≤ (no_index (OfNat.ofNat n) : Int) := ofNat_nonneg n

/-! ## Products -/

theorem mul_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 := fun h => (Int.mul_eq_zero.mp h).elim ha hb
protected theorem mul_ne_zero_iff : a * b ≠ 0 ↔ a ≠ 0 ∧ b ≠ 0 := by rw [ne_eq, Int.mul_eq_zero, not_or]
protected theorem eq_zero_or_eq_zero_of_mul_eq_zero (h : a * b = 0) : a = 0 ∨ b = 0 := Int.mul_eq_zero.mp h
protected theorem mul_neg_one (a : Int) : a * -1 = -a := by omega
protected theorem neg_mul_eq_neg_mul (a b : Int) : -(a * b) = -a * b := (Int.neg_mul a b).symm
protected theorem neg_mul_eq_mul_neg (a b : Int) : -(a * b) = a * -b := (Int.mul_neg a b).symm
protected theorem neg_mul_comm (a b : Int) : -a * b = a * -b := by rw [Int.neg_mul, Int.mul_neg]
theorem eq_one_of_mul_eq_self_left (Hpos : a ≠ 0) (H : b * a = a) : b = 1 :=
  Int.eq_of_mul_eq_mul_right Hpos (by rw [Int.one_mul, H])
theorem eq_one_of_mul_eq_self_right (Hpos : b ≠ 0) (H : b * a = b) : a = 1 :=
  Int.eq_of_mul_eq_mul_left Hpos (by rw [Int.mul_one, H])
protected theorem mul_nonpos_of_nonneg_of_nonpos (ha : 0 ≤ a) (hb : b ≤ 0) : a * b ≤ 0 := by
  have := Int.mul_nonneg ha (show 0 ≤ -b by omega); rw [Int.mul_neg] at this; omega
protected theorem mul_nonpos_of_nonpos_of_nonneg (ha : a ≤ 0) (hb : 0 ≤ b) : a * b ≤ 0 := by
  rw [Int.mul_comm]; exact Int.mul_nonpos_of_nonneg_of_nonpos hb ha
protected theorem mul_le_mul_of_nonpos_right (h : b ≤ a) (hc : c ≤ 0) : a * c ≤ b * c := by
  have := Int.mul_nonpos_of_nonneg_of_nonpos (show 0 ≤ a - b by omega) hc; rw [Int.sub_mul] at this; omega
protected theorem mul_le_mul_of_nonpos_left (ha : a ≤ 0) (h : c ≤ b) : a * b ≤ a * c := by
  rw [Int.mul_comm a b, Int.mul_comm a c]; exact Int.mul_le_mul_of_nonpos_right h ha
protected theorem mul_lt_mul_of_neg_left (h : b < a) (hc : c < 0) : c * a < c * b := by
  have := Int.mul_pos (show 0 < a - b by omega) (show 0 < -c by omega)
  rw [Int.sub_mul, Int.mul_neg, Int.mul_neg, Int.mul_comm a, Int.mul_comm b] at this; omega
protected theorem mul_lt_mul_of_neg_right (h : b < a) (hc : c < 0) : a * c < b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]; exact Int.mul_lt_mul_of_neg_left h hc
protected theorem mul_lt_mul (h₁ : a < c) (h₂ : b ≤ d) (h₃ : 0 < b) (h₄ : 0 ≤ c) : a * b < c * d :=
  Int.lt_of_lt_of_le (Int.mul_lt_mul_of_pos_right h₁ h₃) (Int.mul_le_mul_of_nonneg_left h₂ h₄)
protected theorem mul_lt_mul' (h₁ : a ≤ c) (h₂ : b < d) (h₃ : 0 ≤ b) (h₄ : 0 < c) : a * b < c * d :=
  Int.lt_of_le_of_lt (Int.mul_le_mul_of_nonneg_right h₁ h₃) (Int.mul_lt_mul_of_pos_left h₂ h₄)
protected theorem mul_self_le_mul_self (h1 : 0 ≤ a) (h2 : a ≤ b) : a * a ≤ b * b :=
  Int.mul_le_mul h2 h2 h1 (Int.le_trans h1 h2)
protected theorem mul_self_lt_mul_self (h1 : 0 ≤ a) (h2 : a < b) : a * a < b * b :=
  Int.mul_lt_mul' (Int.le_of_lt h2) h2 h1 (Int.lt_of_le_of_lt h1 h2)
protected theorem mul_nonneg_iff_of_pos_left (h : 0 < b) : 0 ≤ b * c ↔ 0 ≤ c :=
  ⟨fun h' => Int.not_lt.mp fun hc => by
    have := Int.mul_lt_mul_of_pos_left hc h; rw [Int.mul_zero] at this; omega,
        Int.mul_nonneg (Int.le_of_lt h)⟩
protected theorem mul_pos_iff_of_pos_left (h : 0 < b) : 0 < b * c ↔ 0 < c :=
  ⟨fun h' => Int.not_le.mp fun hc => by
    have := Int.mul_nonpos_of_nonneg_of_nonpos (Int.le_of_lt h) hc; omega, Int.mul_pos h⟩
protected theorem mul_le_mul_left (h : 0 < a) : a * b ≤ a * c ↔ b ≤ c :=
  ⟨fun h' => Int.le_of_mul_le_mul_left h' h, fun h' => Int.mul_le_mul_of_nonneg_left h' (Int.le_of_lt h)⟩
protected theorem mul_le_mul_right (h : 0 < a) : b * a ≤ c * a ↔ b ≤ c := by
  rw [Int.mul_comm b, Int.mul_comm c]; exact Int.mul_le_mul_left h
protected theorem mul_lt_mul_left (h : 0 < a) : a * b < a * c ↔ b < c := by
  rw [← Int.not_le, ← Int.not_le, Int.mul_le_mul_left h]
protected theorem mul_lt_mul_right (h : 0 < a) : b * a < c * a ↔ b < c := by
  rw [← Int.not_le, ← Int.not_le, Int.mul_le_mul_right h]
protected theorem pos_of_mul_pos_left (h : 0 < a * b) (ha : 0 < a) : 0 < b :=
  (Int.mul_pos_iff_of_pos_left ha).mp h
theorem mul_self_eq_zero : a * a = 0 ↔ a = 0 := by rw [Int.mul_eq_zero, or_self]

/-! ## Absolute value and sign -/

@[simp] theorem natAbs_one : natAbs 1 = 1 := rfl
@[simp] theorem natAbs_natCast (n : Nat) : natAbs (n : Int) = n := rfl
theorem natAbs_ne_zero : a.natAbs ≠ 0 ↔ a ≠ 0 := not_congr natAbs_eq_zero
theorem eq_zero_of_natAbs_eq_zero (h : natAbs a = 0) : a = 0 := natAbs_eq_zero.mp h
theorem natAbs_sub_le (a b : Int) : natAbs (a - b) ≤ natAbs a + natAbs b := by omega
@[simp] theorem natAbs_mul_self : ∀ {a : Int}, ((natAbs a * natAbs a : Nat) : Int) = a * a
  | ofNat _ => rfl
  | negSucc _ => rfl
theorem natAbs_mul_self' (a : Int) : (natAbs a * natAbs a : Int) = a * a := natAbs_mul_self
theorem natAbs_mul_natAbs_eq {a b : Int} {c : Nat} (h : a * b = (c : Int)) : a.natAbs * b.natAbs = c := by
  rw [← natAbs_mul, h, natAbs_natCast]
theorem natAbs_pow (n : Int) (k : Nat) : natAbs (n ^ k) = natAbs n ^ k := by
  induction k with
  | zero => rfl
  | succ k ih => rw [Int.pow_succ, Nat.pow_succ, natAbs_mul, ih]
theorem natAbs_lt_natAbs_of_nonneg_of_lt (w₁ : 0 ≤ a) (w₂ : a < b) : a.natAbs < b.natAbs := by omega
theorem eq_natAbs_of_nonneg (h : 0 ≤ a) : a = natAbs a := by omega
theorem natAbs_sub_pos_iff : 0 < natAbs (i - j) ↔ i ≠ j := by omega
@[simp] theorem sign_zero : sign 0 = 0 := rfl
@[simp] theorem sign_one : sign 1 = 1 := rfl
theorem sign_neg_one : sign (-1) = -1 := rfl
theorem sign_eq_one_of_pos (h : 0 < a) : sign a = 1 := match a, h with
  | ofNat (_ + 1), _ => rfl
  | ofNat 0, h => absurd h (Int.lt_irrefl 0)
  | negSucc n, h => absurd h (Int.lt_asymm (negSucc_lt_zero n))
theorem sign_eq_neg_one_of_neg (h : a < 0) : sign a = -1 := match a, h with
  | negSucc _, _ => rfl
  | ofNat n, h => absurd h (Int.not_lt.mpr (ofNat_nonneg n))
theorem sign_of_add_one (x : Nat) : sign (x + 1 : Int) = 1 := sign_eq_one_of_pos (by omega)
theorem sign_eq_one_iff_pos : sign a = 1 ↔ 0 < a :=
  ⟨fun h => match a, h with
    | ofNat (n + 1), _ => by simp only [ofNat_eq_coe]; omega
    | ofNat 0, h => absurd (show (0 : Int) = 1 from h) (by decide)
    | negSucc _, h => absurd (show (-1 : Int) = 1 from h) (by decide), sign_eq_one_of_pos⟩
theorem sign_eq_neg_one_iff_neg : sign a = -1 ↔ a < 0 :=
  ⟨fun h => match a, h with
    | negSucc n, _ => negSucc_lt_zero n
    | ofNat 0, h => absurd (show (0 : Int) = -1 from h) (by decide)
    | ofNat (_ + 1), h => absurd (show (1 : Int) = -1 from h) (by decide), sign_eq_neg_one_of_neg⟩
@[simp] theorem sign_eq_zero_iff_zero : sign a = 0 ↔ a = 0 :=
  ⟨fun h => match a, h with
    | ofNat 0, _ => rfl
    | ofNat (_ + 1), h => absurd (show (1 : Int) = 0 from h) (by decide)
    | negSucc _, h => absurd (show (-1 : Int) = 0 from h) (by decide), fun h => by subst h; rfl⟩
@[simp] theorem sign_neg : ∀ z : Int, sign (-z) = -sign z
  | 0 => rfl
  | ofNat (_ + 1) => rfl
  | negSucc _ => rfl
@[simp] theorem sign_sign : ∀ z : Int, sign (sign z) = sign z
  | 0 => rfl
  | ofNat (_ + 1) => rfl
  | negSucc _ => rfl
/-! ## `toNat` -/

@[simp] theorem toNat_natCast (n : Nat) : toNat (n : Int) = n := rfl
@[simp] theorem toNat_zero : (0 : Int).toNat = 0 := rfl
@[simp] theorem toNat_one : (1 : Int).toNat = 1 := rfl
theorem toNat_of_nonpos (h : a ≤ 0) : a.toNat = 0 := by omega
theorem self_le_toNat (a : Int) : a ≤ toNat a := by omega
@[simp] theorem le_toNat {n : Nat} {z : Int} (h : 0 ≤ z) : n ≤ z.toNat ↔ (n : Int) ≤ z := by omega
@[simp] theorem toNat_lt {n : Nat} {z : Int} (h : 0 ≤ z) : z.toNat < n ↔ z < (n : Int) := by omega
theorem toNat_lt_of_lt {n : Nat} {z : Int} (h : z < n) (hn : 0 < n) : z.toNat < n := by omega
theorem toNat_add (ha : 0 ≤ a) (hb : 0 ≤ b) : (a + b).toNat = a.toNat + b.toNat := by omega
theorem toNat_sub (m n : Nat) : toNat (m - n) = m - n := by omega
theorem toNat_add_nat (ha : 0 ≤ a) (n : Nat) : (a + n).toNat = a.toNat + n := by omega
theorem toNat_eq_zero : a.toNat = 0 ↔ a ≤ 0 := by omega
theorem toNat_le_toNat (h : a ≤ b) : a.toNat ≤ b.toNat := by omega
theorem toNat_add_toNat_neg_eq_natAbs (a : Int) : a.toNat + (-a).toNat = a.natAbs := by omega
theorem toNat_sub_toNat_neg (a : Int) : (a.toNat : Int) - (-a).toNat = a := by omega
@[simp] theorem ofNat_toNat (a : Int) : (a.toNat : Int) = max a 0 := by omega
theorem toNat_mul (ha : 0 ≤ a) (hb : 0 ≤ b) : (a * b).toNat = a.toNat * b.toNat := by
  have h : (((a * b).toNat : Nat) : Int) = ((a.toNat * b.toNat : Nat) : Int) := by
    rw [natCast_mul, toNat_of_nonneg ha, toNat_of_nonneg hb, toNat_of_nonneg (Int.mul_nonneg ha hb)]
  exact ofNat_inj.mp h
theorem ofNat_succ (n : Nat) : ((n + 1 : Nat) : Int) = n + 1 := rfl
theorem ofNat_pos {n : Nat} : 0 < (n : Int) ↔ 0 < n := ofNat_lt
theorem ofNat_ne_zero {n : Nat} : (n : Int) ≠ 0 ↔ n ≠ 0 := not_congr ofNat_inj
theorem negSucc_not_nonneg (n : Nat) : 0 ≤ negSucc n ↔ False := iff_false_intro nofun
theorem negSucc_not_pos (n : Nat) : 0 < negSucc n ↔ False := iff_false_intro nofun
theorem negSucc_coe (n : Nat) : negSucc n = -((n + 1 : Nat) : Int) := rfl

/-! ## `min` and `max` -/

protected theorem min_self (a : Int) : min a a = a := by omega
protected theorem max_self (a : Int) : max a a = a := by omega
protected theorem min_eq_left (h : a ≤ b) : min a b = a := by omega
protected theorem min_eq_right (h : b ≤ a) : min a b = b := by omega
protected theorem max_eq_left (h : b ≤ a) : max a b = a := by omega
protected theorem max_eq_right (h : a ≤ b) : max a b = b := by omega
protected theorem le_min : c ≤ min a b ↔ c ≤ a ∧ c ≤ b := by omega
protected theorem lt_min : c < min a b ↔ c < a ∧ c < b := by omega
protected theorem max_le : max a b ≤ c ↔ a ≤ c ∧ b ≤ c := by omega
protected theorem max_lt : max a b < c ↔ a < c ∧ b < c := by omega
protected theorem min_assoc (a b c : Int) : min (min a b) c = min a (min b c) := Int.le_antisymm
  (Int.le_min.mpr ⟨Int.le_trans (Int.min_le_left _ _) (Int.min_le_left _ _),
    Int.le_min.mpr ⟨Int.le_trans (Int.min_le_left _ _) (Int.min_le_right _ _), Int.min_le_right _ _⟩⟩)
  (Int.le_min.mpr ⟨
    Int.le_min.mpr ⟨Int.min_le_left _ _, Int.le_trans (Int.min_le_right _ _) (Int.min_le_left _ _)⟩,
    Int.le_trans (Int.min_le_right _ _) (Int.min_le_right _ _)⟩)
protected theorem max_assoc (a b c : Int) : max (max a b) c = max a (max b c) := Int.le_antisymm
  (Int.max_le.mpr ⟨
    Int.max_le.mpr ⟨Int.le_max_left _ _, Int.le_trans (Int.le_max_left _ _) (Int.le_max_right _ _)⟩,
    Int.le_trans (Int.le_max_right _ _) (Int.le_max_right _ _)⟩)
  (Int.max_le.mpr ⟨Int.le_trans (Int.le_max_left _ _) (Int.le_max_left _ _),
    Int.max_le.mpr ⟨Int.le_trans (Int.le_max_right _ _) (Int.le_max_left _ _), Int.le_max_right _ _⟩⟩)
protected theorem neg_min (a b : Int) : -min a b = max (-a) (-b) := by omega
protected theorem neg_max (a b : Int) : -max a b = min (-a) (-b) := by omega
instance : Std.Associative (α := Int) min := ⟨Int.min_assoc⟩
instance : Std.Associative (α := Int) max := ⟨Int.max_assoc⟩
attribute [simp] Int.min_self Int.max_self
end Int
