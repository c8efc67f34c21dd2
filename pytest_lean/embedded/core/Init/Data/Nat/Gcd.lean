module
prelude
public import Init.Data.Nat.Div
/-!
`Nat`: greatest common divisors, least common multiples, `log2`, factorial-free odds and ends, and the bitwise
operations that the kernel computes with big integers.
-/

@[expose] public section

set_option linter.all false

namespace Nat
variable {n m k a b c : Nat}

/-! ## gcd -/

/-- Euclid's algorithm; `fuel` bounds the number of steps. -/
def gcdGo : (fuel m n : Nat) → Nat
  | 0, _, n => n
  | fuel + 1, m, n => if m = 0 then n else gcdGo fuel (n % m) m
@[extern "lean_nat_gcd"] def gcd (m n : @& Nat) : Nat := gcdGo m m n

private theorem gcdGo_fuel : ∀ (f g m n : Nat), m ≤ f → m ≤ g → gcdGo f m n = gcdGo g m n
  | 0, 0, _, _, _, _ => rfl
  | 0, g + 1, m, n, hf, _ => (if_pos (eq_zero_of_le_zero hf)).symm
  | f + 1, 0, m, n, _, hg => if_pos (eq_zero_of_le_zero hg)
  | f + 1, g + 1, m, n, hf, hg => by
    by_cases h : m = 0
    · exact (if_pos h).trans (if_pos h).symm
    · have hlt : n % m < m := mod_lt n (Nat.pos_of_ne_zero h)
      exact (if_neg h).trans
        ((gcdGo_fuel f g (n % m) m (le_of_lt_succ (Nat.lt_of_lt_of_le hlt hf))
        (le_of_lt_succ (Nat.lt_of_lt_of_le hlt hg))).trans (if_neg h).symm)

theorem gcd_rec (m n : Nat) : gcd m n = gcd (n % m) m := by
  cases m with
  | zero => rw [Nat.mod_zero]; show n = gcdGo n n 0
            cases n with
            | zero => rfl
            | succ n => show n + 1 = gcdGo n (0 % (n + 1)) (n + 1)
                        rw [zero_mod]; cases n <;> rfl
  | succ m =>
    show gcdGo m (n % (m + 1)) (m + 1) = gcdGo (n % (m + 1)) (n % (m + 1)) (m + 1)
    exact gcdGo_fuel _ _ _ _ (le_of_lt_succ (mod_lt n (zero_lt_succ m))) (Nat.le_refl _)
@[simp] theorem gcd_zero_left (n : Nat) : gcd 0 n = n := rfl
@[simp] theorem gcd_zero_right (n : Nat) : gcd n 0 = n := by rw [gcd_rec, zero_mod, gcd_zero_left]
theorem gcd_succ (m n : Nat) : gcd (succ m) n = gcd (n % succ m) (succ m) := gcd_rec (succ m) n
@[simp] theorem gcd_self (n : Nat) : gcd n n = n := by rw [gcd_rec, mod_self, gcd_zero_left]
@[elab_as_elim]
theorem gcd.induction {P : Nat → Nat → Prop} (m n : Nat) (H0 : ∀ n, P 0 n)
    (H1 : ∀ m n, 0 < m → P (n % m) m → P m n) : P m n := by
  induction m using Nat.strongInductionOn generalizing n with
  | _ m ih =>
    cases Nat.eq_zero_or_pos m with
    | inl h => subst h; exact H0 n
    | inr h => exact H1 m n h (ih (n % m) (mod_lt n h) m)
theorem gcd_dvd (m n : Nat) : gcd m n ∣ m ∧ gcd m n ∣ n := by
  induction m, n using gcd.induction with
  | H0 n => exact ⟨Nat.dvd_zero _, Nat.dvd_refl _⟩
  | H1 m n _ ih =>
    rw [gcd_rec]
    refine ⟨ih.2, ?_⟩
    have h := Nat.dvd_add ih.1 (Nat.dvd_mul_right_of_dvd ih.2 (n / m))
    rwa [mod_add_div] at h
theorem gcd_dvd_left (m n : Nat) : gcd m n ∣ m := (gcd_dvd m n).1
theorem gcd_dvd_right (m n : Nat) : gcd m n ∣ n := (gcd_dvd m n).2
theorem dvd_gcd : k ∣ m → k ∣ n → k ∣ gcd m n := by
  induction m, n using gcd.induction with
  | H0 n => intro _ h; exact h
  | H1 m n _ ih =>
    intro h₁ h₂
    rw [gcd_rec]
    refine ih ?_ h₁
    have h := Nat.dvd_sub h₂ (Nat.dvd_mul_right_of_dvd h₁ (n / m))
    rw [← mod_add_div n m, Nat.add_mul_div_left _ _ (by assumption), div_eq_of_lt (mod_lt n (by assumption)),
      Nat.zero_add, Nat.add_sub_cancel] at h
    exact h
theorem dvd_gcd_iff : k ∣ gcd m n ↔ k ∣ m ∧ k ∣ n :=
  ⟨fun h => ⟨Nat.dvd_trans h (gcd_dvd_left m n), Nat.dvd_trans h (gcd_dvd_right m n)⟩,
    fun h => dvd_gcd h.1 h.2⟩
theorem gcd_comm (m n : Nat) : gcd m n = gcd n m :=
  Nat.dvd_antisymm (dvd_gcd (gcd_dvd_right m n) (gcd_dvd_left m n))
    (dvd_gcd (gcd_dvd_right n m) (gcd_dvd_left n m))
theorem gcd_assoc (m n k : Nat) : gcd (gcd m n) k = gcd m (gcd n k) :=
  Nat.dvd_antisymm
    (dvd_gcd (Nat.dvd_trans (gcd_dvd_left _ k) (gcd_dvd_left m n))
      (dvd_gcd (Nat.dvd_trans (gcd_dvd_left _ k) (gcd_dvd_right m n)) (gcd_dvd_right _ k)))
    (dvd_gcd (dvd_gcd (gcd_dvd_left m _) (Nat.dvd_trans (gcd_dvd_right m _) (gcd_dvd_left n k)))
      (Nat.dvd_trans (gcd_dvd_right m _) (gcd_dvd_right n k)))
@[simp] theorem gcd_one_left (n : Nat) : gcd 1 n = 1 := Nat.eq_one_of_dvd_one (gcd_dvd_left 1 n)
@[simp] theorem gcd_one_right (n : Nat) : gcd n 1 = 1 := Nat.eq_one_of_dvd_one (gcd_dvd_right n 1)
theorem gcd_pos_of_pos_left (n : Nat) (h : 0 < m) : 0 < gcd m n :=
  Nat.pos_of_ne_zero fun e => Nat.ne_of_gt h (Nat.eq_zero_of_zero_dvd (e ▸ gcd_dvd_left m n))
/-- Numbers with no common divisor. -/
@[reducible] def Coprime (m n : Nat) : Prop := gcd m n = 1
def lcm (m n : Nat) : Nat := m * n / gcd m n

/-! ## Logarithm and bits -/

/-- The number of halvings that it takes to reach 1. -/
def log2Go : (fuel n : Nat) → Nat
  | 0, _ => 0
  | fuel + 1, n => if 2 ≤ n then log2Go fuel (n / 2) + 1 else 0
@[extern "lean_nat_log2"] def log2 (n : @& Nat) : Nat := log2Go n n

/-- Combines two numbers bit by bit. -/
def bitwiseGo (f : Bool → Bool → Bool) : (fuel n m : Nat) → Nat
  | 0, n, m => if n = 0 then (if f false true then m else 0) else (if f true false then n else 0)
  | fuel + 1, n, m =>
    if n = 0 then (if f false true then m else 0)
    else if m = 0 then (if f true false then n else 0)
    else
      let r := bitwiseGo f fuel (n / 2) (m / 2)
      if f (decide (n % 2 = 1)) (decide (m % 2 = 1)) then r + r + 1 else r + r
def bitwise (f : Bool → Bool → Bool) (n m : Nat) : Nat := bitwiseGo f n n m
@[extern "lean_nat_land"] def land : @& Nat → @& Nat → Nat := bitwise and
@[extern "lean_nat_lor"] def lor : @& Nat → @& Nat → Nat := bitwise or
@[extern "lean_nat_lxor"] def xor : @& Nat → @& Nat → Nat := bitwise bne
@[extern "lean_nat_shiftl"] def shiftLeft : @& Nat → @& Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftLeft (2 * n) m
@[extern "lean_nat_shiftr"] def shiftRight : @& Nat → @& Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftRight n m / 2
instance instAndOp : AndOp Nat := ⟨land⟩
instance instOrOp : OrOp Nat := ⟨lor⟩
instance instXorOp : XorOp Nat := ⟨xor⟩
instance instShiftLeft : ShiftLeft Nat := ⟨shiftLeft⟩
instance instShiftRight : ShiftRight Nat := ⟨shiftRight⟩
theorem shiftLeft_eq (a b : Nat) : a <<< b = a * 2 ^ b := by
  show shiftLeft a b = a * 2 ^ b
  induction b generalizing a with
  | zero => exact (Nat.mul_one a).symm
  | succ b ih =>
      exact (ih (2 * a)).trans (by rw [Nat.pow_succ, Nat.mul_comm 2, Nat.mul_assoc, Nat.mul_comm 2])
theorem shiftRight_eq_div_pow (a b : Nat) : a >>> b = a / 2 ^ b := by
  show shiftRight a b = a / 2 ^ b
  induction b with
  | zero => exact (Nat.div_one a).symm
  | succ b ih => rw [Nat.pow_succ, ← Nat.div_div_eq_div_mul, ← ih]; rfl
def testBit (m n : Nat) : Bool := 1 &&& (m >>> n) != 0
def isPowerOfTwo (n : Nat) : Prop := ∃ k, n = 2 ^ k

/-! ## Iteration -/

@[specialize] def fold {α : Type u} : (n : Nat) → (f : (i : Nat) → i < n → α → α) → (init : α) → α
  | 0, _, a => a
  | n + 1, f, a => f n (lt_succ_self n) (fold n (fun i h => f i (lt_succ_of_lt h)) a)
/-- As `fold`, from the greatest number down. -/
@[specialize] def foldRev {α : Type u} : (n : Nat) → (f : (i : Nat) → i < n → α → α) → (init : α) → α
  | 0, _, a => a
  | n + 1, f, a => foldRev n (fun i h => f i (lt_succ_of_lt h)) (f n (lt_succ_self n) a)
@[specialize] def «repeat» {α : Type u} (f : α → α) : (n : Nat) → (a : α) → α
  | 0, a => a
  | n + 1, a => f («repeat» f n a)
def all : (n : Nat) → (f : (i : Nat) → i < n → Bool) → Bool
  | 0, _ => true
  | n + 1, f => all n (fun i h => f i (lt_succ_of_lt h)) && f n (lt_succ_self n)
def any : (n : Nat) → (f : (i : Nat) → i < n → Bool) → Bool
  | 0, _ => false
  | n + 1, f => any n (fun i h => f i (lt_succ_of_lt h)) || f n (lt_succ_self n)

end Nat
