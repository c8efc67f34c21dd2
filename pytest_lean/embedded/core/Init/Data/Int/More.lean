module
prelude
public import Init.Data.Int.Cast
/-!
`Int`: what books and their exercises use beyond the first lemmas: order, products and powers, division
and divisibility, `gcd`, and the two other ways to divide (`tdiv` rounds to zero, `fdiv` down).
-/

@[expose] public section

set_option linter.all false

namespace Int
variable {a b c d m n k x y : Int}

/-! ## Sums and order -/

protected theorem eq_of_sub_eq_zero (h : a - b = 0) : a = b := by omega
protected theorem sub_lt_sub_right (h : a < b) (c : Int) : a - c < b - c := by omega
protected theorem sub_lt_sub_left (h : a < b) (c : Int) : c - b < c - a := by omega
protected theorem sub_le_sub (hab : a ≤ b) (hcd : c ≤ d) : a - d ≤ b - c := by omega
protected theorem sub_le_sub_left (h : a ≤ b) (c : Int) : c - b ≤ c - a := by omega
protected theorem sub_le_sub_right (h : a ≤ b) (c : Int) : a - c ≤ b - c := by omega
protected theorem sub_neg_of_lt (h : a < b) : a - b < 0 := by omega
protected theorem le_neg_of_le_neg (h : a ≤ -b) : b ≤ -a := by omega
protected theorem lt_neg_of_lt_neg (h : a < -b) : b < -a := by omega
theorem le_add_one (h : a ≤ b) : a ≤ b + 1 := by omega
theorem add_one_le_iff : a + 1 ≤ b ↔ a < b := Iff.rfl
theorem lt_succ (a : Int) : a < a + 1 := by omega
protected theorem add_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := by omega
protected theorem add_pos (ha : 0 < a) (hb : 0 < b) : 0 < a + b := by omega
protected theorem neg_of_neg_pos (h : 0 < -a) : a < 0 := by omega
@[simp] protected theorem neg_eq_zero : -a = 0 ↔ a = 0 := by omega
@[simp] protected theorem neg_nonneg : 0 ≤ -a ↔ a ≤ 0 := by omega
@[simp] protected theorem neg_pos : 0 < -a ↔ a < 0 := by omega
@[simp] protected theorem neg_nonpos_iff (i : Int) : -i ≤ 0 ↔ 0 ≤ i := by omega
@[simp] protected theorem neg_lt_zero_iff : -a < 0 ↔ 0 < a := by omega
theorem add_eq_zero_iff_eq_neg : a + b = 0 ↔ a = -b := by omega
protected theorem eq_neg_of_add_eq_zero_left (h : a + b = 0) : a = -b := by omega
protected theorem eq_neg_of_eq_neg (h : a = -b) : b = -a := by omega
protected theorem sub_left_inj : a - b = c - b ↔ a = c := by omega
protected theorem sub_right_inj : a - b = a - c ↔ b = c := by omega
protected theorem le_sub_right_of_add_le (h : a + b ≤ c) : a ≤ c - b := by omega
protected theorem add_le_of_le_sub_right (h : a ≤ c - b) : a + b ≤ c := by omega
protected theorem lt_sub_right_of_add_lt (h : a + b < c) : a < c - b := by omega
protected theorem le_add_of_sub_right_le (h : a - c ≤ b) : a ≤ b + c := by omega
protected theorem sub_le_iff_le_add : a - c ≤ b ↔ a ≤ b + c := by omega
protected theorem lt_sub_iff_add_lt : a < c - b ↔ a + b < c := by omega
protected theorem mul_two (n : Int) : n * 2 = n + n := by omega
protected theorem max_comm (a b : Int) : max a b = max b a := by omega
protected theorem min_comm (a b : Int) : min a b = min b a := by omega
protected theorem neg_one_mul (a : Int) : -1 * a = -a := by omega
theorem ofNat_add (n m : Nat) : (↑(n + m) : Int) = n + m := rfl
theorem ofNat_mul (n m : Nat) : (↑(n * m) : Int) = n * m := rfl
@[simp] theorem ofNat_eq_natCast (n : Nat) : Int.ofNat n = n := rfl
theorem exists_add_of_le (h : a ≤ b) : ∃ c : Nat, b = a + c := ⟨(b - a).toNat, by omega⟩
@[elab_as_elim] theorem induction_on {motive : Int → Prop} (i : Int) (zero : motive 0)
    (succ : ∀ i : Nat, motive i → motive (i + 1)) (pred : ∀ i : Nat,
      motive (-i) → motive (-i - 1)) : motive i := by
  have pos : ∀ n : Nat, motive n := fun n => by
    induction n with
    | zero => exact zero
    | succ n ih => exact succ n ih
  have neg : ∀ n : Nat, motive (-(n : Int)) := fun n => by
    induction n with
    | zero => exact zero
    | succ n ih => have h := pred n ih; rwa [show -(n : Int) - 1 = -((n + 1 : Nat) : Int) by omega] at h
  by_cases h : 0 ≤ i
  · have e := pos i.toNat; rwa [show (i.toNat : Int) = i by omega] at e
  · have e := neg (-i).toNat; rwa [show -((-i).toNat : Int) = i by omega] at e

/-! ## Products -/

protected theorem mul_lt_mul_of_pos_left (h : a < b) (hc : 0 < c) : c * a < c * b := by
  have := Int.mul_pos hc (Int.sub_pos.mpr h); rw [Int.mul_sub] at this; omega
protected theorem mul_lt_mul_of_pos_right (h : a < b) (hc : 0 < c) : a * c < b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]; exact Int.mul_lt_mul_of_pos_left h hc
protected theorem le_of_mul_le_mul_left (w : a * b ≤ a * c) (h : 0 < a) : b ≤ c :=
  Int.not_lt.mp fun h' => Int.not_le.mpr (Int.mul_lt_mul_of_pos_left h' h) w
protected theorem le_of_mul_le_mul_right (w : b * a ≤ c * a) (h : 0 < a) : b ≤ c := by
  rw [Int.mul_comm b, Int.mul_comm c] at w; exact Int.le_of_mul_le_mul_left w h
protected theorem mul_le_mul (hac : a ≤ c) (hbd : b ≤ d) (hb : 0 ≤ b) (hc : 0 ≤ c) : a * b ≤ c * d :=
  Int.le_trans (Int.mul_le_mul_of_nonneg_right hac hb) (Int.mul_le_mul_of_nonneg_left hbd hc)
protected theorem mul_neg_of_pos_of_neg (ha : 0 < a) (hb : b < 0) : a * b < 0 := by
  have := Int.mul_pos ha (show 0 < -b by omega); rw [Int.mul_neg] at this; omega
protected theorem mul_neg_of_neg_of_pos (ha : a < 0) (hb : 0 < b) : a * b < 0 := by
  rw [Int.mul_comm]; exact Int.mul_neg_of_pos_of_neg hb ha
protected theorem mul_nonneg_of_nonpos_of_nonpos (ha : a ≤ 0) (hb : b ≤ 0) : 0 ≤ a * b := by
  have := Int.mul_nonneg (show 0 ≤ -a by omega) (show 0 ≤ -b by omega); rwa [Int.neg_mul_neg] at this
protected theorem mul_pos_of_neg_of_neg (ha : a < 0) (hb : b < 0) : 0 < a * b := by
  have := Int.mul_pos (show 0 < -a by omega) (show 0 < -b by omega); rwa [Int.neg_mul_neg] at this
theorem eq_of_mul_eq_mul_right (ha : a ≠ 0) (h : b * a = c * a) : b = c := by
  have : (b - c) * a = 0 := by rw [Int.sub_mul, h, Int.sub_self]
  exact Int.eq_of_sub_eq_zero ((Int.mul_eq_zero.mp this).resolve_right ha)
theorem eq_of_mul_eq_mul_left (ha : a ≠ 0) (h : a * b = a * c) : b = c := by
  rw [Int.mul_comm a, Int.mul_comm a] at h; exact eq_of_mul_eq_mul_right ha h
theorem mul_eq_mul_left_iff (h : c ≠ 0) : c * a = c * b ↔ a = b := ⟨eq_of_mul_eq_mul_left h, fun e => e ▸ rfl⟩
theorem mul_eq_mul_right_iff (h : c ≠ 0) : a * c = b * c ↔ a = b :=
  ⟨eq_of_mul_eq_mul_right h, fun e => e ▸ rfl⟩
protected theorem pow_two (a : Int) : a ^ 2 = a * a := by show 1 * a * a = _; rw [Int.one_mul]
protected theorem pow_succ' (b : Int) (e : Nat) : b ^ (e + 1) = b * b ^ e := by
  rw [Int.pow_succ, Int.mul_comm]
protected theorem pow_add (a : Int) (m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => rw [Nat.add_zero, Int.pow_zero, Int.mul_one]
  | succ n ih => rw [← Nat.add_assoc, Int.pow_succ, ih, Int.pow_succ, Int.mul_assoc]
protected theorem mul_pow (a b : Int) (n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Int.pow_succ, Int.pow_succ, Int.pow_succ, ih]; ac_rfl
@[simp] protected theorem one_pow (n : Nat) : (1 : Int) ^ n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Int.pow_succ, ih]; rfl
theorem natAbs_of_nonneg (h : 0 ≤ a) : (natAbs a : Int) = a := by omega
theorem ofNat_natAbs_of_nonpos (h : a ≤ 0) : (natAbs a : Int) = -a := by omega
@[simp] theorem natAbs_pos : 0 < natAbs a ↔ a ≠ 0 := by omega
theorem natAbs_sub_comm (a b : Int) : natAbs (a - b) = natAbs (b - a) := by omega
theorem natAbs_add_le (a b : Int) : natAbs (a + b) ≤ natAbs a + natAbs b := by omega
theorem natAbs_eq_natAbs_iff : a.natAbs = b.natAbs ↔ a = b ∨ a = -b := by omega
@[simp] theorem toNat_le {n : Nat} : toNat m ≤ n ↔ m ≤ n := by omega
@[simp] theorem lt_toNat {n : Nat} : n < toNat m ↔ (n : Int) < m := by omega
theorem sign_mul_natAbs : ∀ a : Int, sign a * natAbs a = a
  | 0 => rfl
  | ofNat (n + 1) => Int.one_mul _
  | negSucc n => Int.neg_one_mul _

/-! ## Quotient and remainder -/

theorem ediv_add_emod (a b : Int) : b * (a / b) + a % b = a := mul_ediv_add_emod a b
theorem emod_add_ediv (a b : Int) : a % b + b * (a / b) = a := by rw [Int.add_comm, mul_ediv_add_emod]
theorem emod_add_mul_ediv (a b : Int) : a % b + b * (a / b) = a := emod_add_ediv a b
theorem ediv_add_emod' (a b : Int) : a / b * b + a % b = a := by rw [Int.mul_comm]; exact ediv_add_emod a b
theorem emod_two_eq (x : Int) : x % 2 = 0 ∨ x % 2 = 1 := by omega
theorem emod_two_eq_zero_or_one (n : Int) : n % 2 = 0 ∨ n % 2 = 1 := by omega
@[simp] theorem emod_zero : ∀ a : Int, a % 0 = a :=
  fun a => by have := mul_ediv_add_emod a 0; rwa [Int.zero_mul, Int.zero_add] at this
@[simp] theorem zero_emod (b : Int) : 0 % b = 0 := emod_eq_zero_of_dvd ⟨0, (Int.mul_zero b).symm⟩
/-- Halves `s` times, rounding down. -/
protected def shiftRight : Int → Nat → Int
  | ofNat n, s => ofNat (n >>> s)
  | negSucc n, s => negSucc (n >>> s)
instance : HShiftRight Int Nat Int := ⟨Int.shiftRight⟩
@[simp] theorem emod_self : a % a = 0 := emod_eq_zero_of_dvd (Int.dvd_refl a)
@[simp] theorem emod_one (a : Int) : a % 1 = 0 := by omega
@[simp] theorem ediv_one (a : Int) : a / 1 = a := by omega
protected theorem ediv_self (h : a ≠ 0) : a / a = 1 := by
  have := mul_ediv_cancel_left (b := a) 1 h; rwa [Int.mul_one] at this
theorem mul_ediv_cancel (a : Int) (h : b ≠ 0) : a * b / b = a := by
  rw [Int.mul_comm]; exact mul_ediv_cancel_left a h
protected theorem mul_ediv_cancel' (h : a ∣ b) : a * (b / a) = b := by
  have := mul_ediv_add_emod b a; rwa [emod_eq_zero_of_dvd h, Int.add_zero] at this
protected theorem ediv_mul_cancel (h : b ∣ a) : a / b * b = a := by
  rw [Int.mul_comm]; exact Int.mul_ediv_cancel' h
theorem ediv_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a / b := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hb
  rw [← natCast_ediv]; exact natCast_nonneg _
/-- Quotient and remainder are determined by what they satisfy. -/
theorem ediv_emod_unique (h : 0 < b) : a / b = d ∧ a % b = c ↔ c + b * d = a ∧ 0 ≤ c ∧ c < b := by
  constructor
  · rintro ⟨rfl, rfl⟩
    exact ⟨emod_add_ediv a b, emod_nonneg a (by omega), emod_lt_of_pos a h⟩
  · rintro ⟨rfl, h₁, h₂⟩
    have e := mul_ediv_add_emod (c + b * d) b
    have r₁ := emod_nonneg (c + b * d) (show b ≠ 0 by omega)
    have r₂ := emod_lt_of_pos (c + b * d) h
    have q : (c + b * d) / b = d := by
      refine Int.le_antisymm (le_of_lt_add_one (Int.lt_of_mul_lt_mul_left (c := b) ?_ (Int.le_of_lt h)))
        (le_of_lt_add_one (Int.lt_of_mul_lt_mul_left (c := b) ?_ (Int.le_of_lt h)))
      · rw [Int.mul_add, Int.mul_one]; omega
      · rw [Int.mul_add, Int.mul_one]; omega
    exact ⟨q, by rw [q] at e; omega⟩
theorem emod_eq_of_lt (H1 : 0 ≤ a) (H2 : a < b) : a % b = a :=
  ((ediv_emod_unique (d := 0) (by omega)).mpr ⟨by rw [Int.mul_zero, Int.add_zero], H1, H2⟩).2
theorem ediv_eq_zero_of_lt (H1 : 0 ≤ a) (H2 : a < b) : a / b = 0 :=
  ((ediv_emod_unique (c := a) (by omega)).mpr ⟨by rw [Int.mul_zero, Int.add_zero], H1, H2⟩).1
@[simp] theorem add_mul_emod_self_left (a b c : Int) : (a + b * c) % b = a % b := by
  by_cases hb : b = 0
  · subst hb; simp
  · have e := mul_ediv_add_emod a b
    have key : ∀ b : Int, 0 < b → ∀ a c : Int, (a + b * c) % b = a % b := fun b hb a c => by
      have e := mul_ediv_add_emod a b
      refine ((ediv_emod_unique (d := a / b + c) hb).mpr ⟨?_, emod_nonneg a (by omega),
        emod_lt_of_pos a hb⟩).2
      rw [Int.mul_add]; omega
    by_cases hp : 0 < b
    · exact key b hp a c
    · have := key (-b) (by omega) a (-c)
      rw [Int.neg_mul_neg, emod_neg, emod_neg] at this; exact this
@[simp] theorem add_mul_emod_self_right (a b c : Int) : (a + b * c) % c = a % c := by
  rw [Int.mul_comm]; exact add_mul_emod_self_left a c b
theorem add_mul_emod_self {a b c : Int} : (a + b * c) % c = a % c := add_mul_emod_self_right a b c
@[simp] theorem emod_emod (a b : Int) : a % b % b = a % b := by
  have h : a % b = a + b * -(a / b) := by have := emod_add_ediv a b; rw [Int.mul_neg]; omega
  conv => lhs; rw [h]
  exact add_mul_emod_self_left a b _
@[simp] theorem emod_add_emod (m n k : Int) : (m % n + k) % n = (m + k) % n := by
  have h : m % n + k = m + k + n * -(m / n) := by have := emod_add_ediv m n; rw [Int.mul_neg]; omega
  rw [h, add_mul_emod_self_left]
@[simp] theorem add_emod_emod (m n k : Int) : (m + n % k) % k = (m + n) % k := by
  rw [Int.add_comm, emod_add_emod, Int.add_comm]
theorem add_emod (a b n : Int) : (a + b) % n = (a % n + b % n) % n := by simp
theorem mul_emod (a b n : Int) : a * b % n = a % n * (b % n) % n := by
  have ha := emod_add_ediv a n
  have hb := emod_add_ediv b n
  have h : a * b = a % n * (b % n) + n * (a % n * (b / n) + a / n * b) := by
    rw [Int.mul_add, ← Int.mul_assoc n (a % n), Int.mul_comm n (a % n), Int.mul_assoc,
      ← Int.mul_assoc n (a / n)]
    rw [← Int.add_assoc, ← Int.mul_add (a % n), hb, ← Int.add_mul, ha]
  rw [h, add_mul_emod_self_left]
theorem sub_emod (a b n : Int) : (a - b) % n = (a % n - b % n) % n := by
  have h : a % n - b % n = a - b + n * (b / n - a / n) := by
    have := emod_add_ediv a n; have := emod_add_ediv b n; rw [Int.mul_sub]; omega
  rw [h, add_mul_emod_self_left]
theorem emod_emod_of_dvd (n : Int) {m k : Int} (h : m ∣ k) : n % k % m = n % m := by
  obtain ⟨c, rfl⟩ := h
  have e : n % (m * c) = n + m * -(c * (n / (m * c))) := by
    have := emod_add_ediv n (m * c); rw [Int.mul_neg, ← Int.mul_assoc]; omega
  rw [e, add_mul_emod_self_left]
theorem add_mul_ediv_right (a b : Int) {c : Int} (H : c ≠ 0) : (a + b * c) / c = a / c + b := by
  have e := mul_ediv_add_emod (a + b * c) c
  have e' := mul_ediv_add_emod a c
  rw [add_mul_emod_self_right] at e
  apply eq_of_mul_eq_mul_left H
  rw [Int.mul_add, Int.mul_comm c b]; omega
theorem add_mul_ediv_left (a : Int) {b : Int} (c : Int) (H : b ≠ 0) : (a + b * c) / b = a / b + c := by
  rw [Int.mul_comm]; exact add_mul_ediv_right a c H
theorem le_ediv_iff_mul_le (H : 0 < c) : a ≤ b / c ↔ a * c ≤ b := by
  rw [Int.mul_comm]
  refine ⟨fun h => Int.le_trans (Int.mul_le_mul_of_nonneg_left h (Int.le_of_lt H)) ?_, le_ediv_of_mul_le H⟩
  have := mul_ediv_add_emod b c; have := emod_nonneg b (show c ≠ 0 by omega); omega
theorem ediv_lt_iff_lt_mul (H : 0 < c) : a / c < b ↔ a < b * c := by
  rw [← Int.not_le, le_ediv_iff_mul_le H, Int.not_le]

/-! ## Divisibility -/

protected theorem dvd_def (a b : Int) : (a ∣ b) = ∃ c, b = a * c := rfl
@[simp] protected theorem dvd_neg : a ∣ -b ↔ a ∣ b :=
  ⟨fun ⟨k, h⟩ => ⟨-k, by rw [Int.mul_neg, ← h, Int.neg_neg]⟩, fun ⟨k, h⟩ => ⟨-k, by rw [Int.mul_neg, ← h]⟩⟩
@[simp] protected theorem neg_dvd : -a ∣ b ↔ a ∣ b :=
  ⟨fun ⟨k, h⟩ => ⟨-k, by rw [h, Int.neg_mul, Int.mul_neg]⟩, fun ⟨k, h⟩ => ⟨-k, by rw [h, Int.neg_mul_neg]⟩⟩
protected theorem dvd_sub (h₁ : a ∣ b) (h₂ : a ∣ c) : a ∣ b - c := by
  rw [Int.sub_eq_add_neg]; exact Int.dvd_add h₁ (Int.dvd_neg.mpr h₂)
@[simp] protected theorem zero_dvd : 0 ∣ a ↔ a = 0 :=
  ⟨fun ⟨k, h⟩ => by rw [h, Int.zero_mul], fun h => h ▸ Int.dvd_refl 0⟩
@[simp] theorem dvd_natAbs : a ∣ (b.natAbs : Int) ↔ a ∣ b := by
  rcases natAbs_eq b with h | h
  · rw [← h]
  · conv => rhs; rw [h]
    exact Int.dvd_neg.symm
@[simp] theorem natAbs_dvd : (a.natAbs : Int) ∣ b ↔ a ∣ b := by
  rcases natAbs_eq a with h | h
  · rw [← h]
  · conv => rhs; rw [h]
    exact Int.neg_dvd.symm
theorem natAbs_dvd_natAbs : natAbs a ∣ natAbs b ↔ a ∣ b := by
  rw [← natCast_dvd_natCast, natAbs_dvd, dvd_natAbs]
theorem le_of_dvd (bpos : 0 < b) (H : a ∣ b) : a ≤ b := by
  have := Nat.le_of_dvd (show 0 < b.natAbs by omega) (natAbs_dvd_natAbs.mpr H); omega
theorem eq_one_of_dvd_one (H : 0 ≤ a) (H' : a ∣ 1) : a = 1 := by
  have := Nat.eq_one_of_dvd_one (natAbs_dvd_natAbs.mpr H'); omega
theorem dvd_antisymm (H1 : 0 ≤ a) (H2 : 0 ≤ b) (h : a ∣ b) (h' : b ∣ a) : a = b := by
  have := Nat.dvd_antisymm (natAbs_dvd_natAbs.mpr h) (natAbs_dvd_natAbs.mpr h'); omega
theorem dvd_emod_sub_self {x m : Int} : m ∣ x % m - x :=
  ⟨-(x / m), by have := emod_add_ediv x m; rw [Int.mul_neg]; omega⟩
theorem emod_eq_emod_iff_dvd_sub : m % n = k % n ↔ n ∣ m - k := by
  rw [dvd_iff_emod_eq_zero]
  constructor
  · intro h; rw [sub_emod, h, Int.sub_self, zero_emod]
  · intro h
    obtain ⟨c, hc⟩ := dvd_of_emod_eq_zero h
    rw [show m = k + n * c by omega, add_mul_emod_self_left]
theorem emod_eq_emod_iff_emod_sub_eq_zero : m % n = k % n ↔ (m - k) % n = 0 := by
  rw [emod_eq_emod_iff_dvd_sub, dvd_iff_emod_eq_zero]

/-! ## gcd, lcm -/

def lcm (m n : Int) : Nat := m.natAbs.lcm n.natAbs
theorem gcd_eq_natAbs : gcd a b = Nat.gcd a.natAbs b.natAbs := rfl
theorem gcd_comm (a b : Int) : gcd a b = gcd b a := Nat.gcd_comm _ _
theorem gcd_dvd_left (a b : Int) : (gcd a b : Int) ∣ a :=
  dvd_natAbs.mp (natCast_dvd_natCast.mpr (Nat.gcd_dvd_left _ _))
theorem gcd_dvd_right (a b : Int) : (gcd a b : Int) ∣ b := gcd_comm b a ▸ gcd_dvd_left b a
theorem dvd_gcd {k : Int} (h₁ : k ∣ m) (h₂ : k ∣ n) : k.natAbs ∣ gcd m n :=
  Nat.dvd_gcd (natAbs_dvd_natAbs.mpr h₁) (natAbs_dvd_natAbs.mpr h₂)

/-! ## Division that rounds to zero, and down -/

@[extern "lean_int_div"] def tdiv : (@& Int) → (@& Int) → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / (n + 1))
  | negSucc m, ofNat n => -ofNat ((m + 1) / n)
  | negSucc m, negSucc n => ofNat ((m + 1) / (n + 1))
@[extern "lean_int_mod"] def tmod : (@& Int) → (@& Int) → Int
  | ofNat m, ofNat n => ofNat (m % n)
  | ofNat m, negSucc n => ofNat (m % (n + 1))
  | negSucc m, ofNat n => -ofNat ((m + 1) % n)
  | negSucc m, negSucc n => -ofNat ((m + 1) % (n + 1))
theorem tdiv_eq_ediv_of_nonneg : ∀ {a b : Int}, 0 ≤ a → a.tdiv b = a / b
  | ofNat _, ofNat _, _ => rfl
  | ofNat _, negSucc _, _ => rfl
  | negSucc n, _, h => absurd h (by omega)
def fdiv (a b : Int) : Int := if 0 ≤ b then a / b else -a / -b
def fmod (a b : Int) : Int := a - b * fdiv a b
end Int
