module
prelude
public import Init.Data.Int.Order
public import Init.Data.Nat.Gcd
/-! Division of integers: what `omega` needs. -/

@[expose] public section
set_option linter.all false
namespace Int
variable {a b c : Int}

theorem ediv_neg : ∀ a b : Int, a / -b = -(a / b)
  | ofNat m, ofNat 0 => by show ofNat (m / 0) = -ofNat (m / 0); rw [Nat.div_zero]; rfl
  | ofNat m, ofNat (n + 1) => rfl
  | ofNat m, negSucc n => (Int.neg_neg _).symm
  | negSucc m, ofNat 0 => rfl
  | negSucc m, ofNat (n + 1) => rfl
  | negSucc m, negSucc n => rfl

theorem emod_neg (a b : Int) : a % -b = a % b := by
  cases a <;> (show emod _ _ = emod _ _; simp only [emod, natAbs_neg])

private theorem mul_ediv_add_emod_ofNat : ∀ (a : Int) (n : Nat), (n : Int) * (a / n) + a % n = a
  | ofNat m, n => congrArg ofNat (Nat.div_add_mod m n)
  | negSucc m, 0 => by
    show (0 : Int) * _ + subNatNat 0 (m % 0 + 1) = _
    rw [Int.zero_mul, Nat.mod_zero, Int.zero_add]
    rw [subNatNat_of_lt (Nat.zero_lt_succ m)]; rfl
  | negSucc m, n + 1 => by
    show ((n + 1 : Nat) : Int) * negSucc (m / (n + 1)) + subNatNat (n + 1) (m % (n + 1) + 1) = _
    rw [subNatNat_eq_coe, negSucc_eq, negSucc_eq, Int.mul_neg, Int.mul_add, Int.mul_one, ← natCast_mul,
      Int.neg_add, natCast_succ (m % (n + 1))]
    rw [show ∀ x y z : Int, -x + -y + (y - z) = -(x + z) from fun x y z => by
      rw [Int.add_assoc, ← Int.add_sub_assoc, Int.add_left_neg, Int.zero_sub, Int.neg_add]]
    rw [← Int.add_assoc, ← natCast_add, Nat.div_add_mod]

theorem mul_ediv_add_emod (a b : Int) : b * (a / b) + a % b = a := by
  obtain ⟨n, rfl | rfl⟩ := eq_ofNat_or_neg b
  · exact mul_ediv_add_emod_ofNat a n
  · rw [ediv_neg, emod_neg, Int.neg_mul_neg]; exact mul_ediv_add_emod_ofNat a n

protected theorem emod_def (a b : Int) : a % b = a - b * (a / b) := by
  rw [Int.eq_sub_iff_add_eq, Int.add_comm, mul_ediv_add_emod]

private theorem emod_nat_bounds : ∀ (a : Int) (n : Nat), 0 < n → 0 ≤ a % (n : Int) ∧ a % (n : Int) < n
  | ofNat m, n, h => ⟨ofNat_nonneg _, ofNat_lt.mpr (Nat.mod_lt m h)⟩
  | negSucc m, n, h => by
    show 0 ≤ subNatNat n (m % n + 1) ∧ subNatNat n (m % n + 1) < n
    rw [subNatNat_of_le (Nat.mod_lt m h)]
    exact ⟨ofNat_nonneg _, ofNat_lt.mpr (Nat.sub_lt h (Nat.zero_lt_succ _))⟩

theorem emod_nonneg (a : Int) {b : Int} (h : b ≠ 0) : 0 ≤ a % b := by
  obtain ⟨n, rfl | rfl⟩ := eq_ofNat_or_neg b
  · exact (emod_nat_bounds a n (Nat.pos_of_ne_zero fun e => h (e ▸ rfl))).1
  · rw [emod_neg]; exact (emod_nat_bounds a n (Nat.pos_of_ne_zero fun e => h (e ▸ rfl))).1
theorem emod_lt_of_pos (a : Int) {b : Int} (h : 0 < b) : a % b < b := by
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le (Int.le_of_lt h)
  exact (emod_nat_bounds a n (ofNat_lt.mp h)).2

theorem mul_ediv_self_le {x k : Int} (h : k ≠ 0) : k * (x / k) ≤ x := by
  have e := Int.add_le_add_left (emod_nonneg x h) (k * (x / k))
  rwa [mul_ediv_add_emod, Int.add_zero] at e
theorem lt_mul_ediv_self_add {x k : Int} (h : 0 < k) : x < k * (x / k) + k := by
  have e := Int.add_lt_add_left (emod_lt_of_pos x h) (k * (x / k))
  rwa [mul_ediv_add_emod] at e

protected theorem lt_of_mul_lt_mul_left (h : c * a < c * b) (hc : 0 ≤ c) : a < b :=
  Int.not_le.mp fun hle => Int.not_lt.mpr (Int.mul_le_mul_of_nonneg_left hle hc) h
theorem le_ediv_of_mul_le (hc : 0 < c) (h : c * a ≤ b) : a ≤ b / c := by
  refine le_of_lt_add_one (Int.lt_of_mul_lt_mul_left (c := c) ?_ (Int.le_of_lt hc))
  rw [Int.mul_add, Int.mul_one]
  exact Int.lt_of_le_of_lt h (lt_mul_ediv_self_add hc)
@[simp] theorem mul_ediv_cancel_left (a : Int) (h : b ≠ 0) : b * a / b = a := by
  obtain ⟨n, rfl | rfl⟩ := eq_ofNat_or_neg b
  · have hn : (0 : Int) < n := ofNat_lt.mpr (Nat.pos_of_ne_zero fun e => h (e ▸ rfl))
    refine Int.le_antisymm ?_ (le_ediv_of_mul_le hn (Int.le_refl _))
    refine le_of_lt_add_one (Int.lt_of_mul_lt_mul_left (c := n) ?_ (Int.le_of_lt hn))
    refine Int.lt_of_le_of_lt (mul_ediv_self_le h) ?_
    rw [Int.mul_add, Int.mul_one]
    have := Int.add_lt_add_left hn (n * a); rwa [Int.add_zero] at this
  · have hn : (0 : Int) < n := ofNat_lt.mpr (Nat.pos_of_ne_zero fun e => h (e ▸ rfl))
    have h' : (n : Int) ≠ 0 := fun e => h (by rw [e]; rfl)
    rw [ediv_neg, Int.neg_mul, ← Int.mul_neg]
    have key : ∀ a : Int, (n : Int) * a / n = a := fun a => by
      refine Int.le_antisymm ?_ (le_ediv_of_mul_le hn (Int.le_refl _))
      refine le_of_lt_add_one (Int.lt_of_mul_lt_mul_left (c := n) ?_ (Int.le_of_lt hn))
      refine Int.lt_of_le_of_lt (mul_ediv_self_le h') ?_
      rw [Int.mul_add, Int.mul_one]
      have := Int.add_lt_add_left hn (n * a); rwa [Int.add_zero] at this
    rw [key, Int.neg_neg]
theorem emod_eq_zero_of_dvd (h : a ∣ b) : b % a = 0 := by
  obtain ⟨c, rfl⟩ := h
  by_cases ha : a = 0
  · subst ha; rw [Int.zero_mul]; rfl
  · rw [Int.emod_def, mul_ediv_cancel_left c ha, Int.sub_self]
theorem dvd_of_emod_eq_zero (h : b % a = 0) : a ∣ b :=
  ⟨b / a, by have e := mul_ediv_add_emod b a; rw [h, Int.add_zero] at e; exact e.symm⟩

/-- The remainder of least absolute value. -/
def bmod (x : Int) (m : Nat) : Int :=
  let r := x % m
  if r < ((m : Int) + 1) / 2 then r else r - m
theorem dvd_sub_bmod (x : Int) (m : Nat) : ∃ k, x - bmod x m = (m : Int) * k := by
  have e := mul_ediv_add_emod x m
  unfold bmod; simp only; split
  · exact ⟨x / m, by rw [Int.sub_eq_iff_eq_add]; exact e.symm⟩
  · exact ⟨x / m + 1, by rw [Int.mul_add, Int.mul_one, Int.sub_eq_iff_eq_add, Int.add_assoc,
    Int.add_comm (m : Int), Int.sub_add_cancel]; exact e.symm⟩
end Int
