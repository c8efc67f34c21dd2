module
prelude
public import Init.Data.Nat.Lemmas
/-!
`Nat`: division and remainder by repeated subtraction (the kernel and the runtime compute the same with
big integers), their lemmas, divisibility, `gcd`, `lcm`, parity, and `log2`.
-/

@[expose] public section

set_option linter.all false

universe u

/-! ## Division with remainder -/

/-- Subtracts `y` as often as it goes, at most `fuel` times, and counts. -/
def Nat.divGo (y : Nat) : (fuel x : Nat) → Nat
  | 0, _ => 0
  | fuel + 1, x => if 0 < y ∧ y ≤ x then divGo y fuel (x - y) + 1 else 0
/-- What remains of `x` then. -/
def Nat.modGo (y : Nat) : (fuel x : Nat) → Nat
  | 0, x => x
  | fuel + 1, x => if 0 < y ∧ y ≤ x then modGo y fuel (x - y) else x

@[extern "lean_nat_div"] protected def Nat.div (x y : @& Nat) : Nat := Nat.divGo y x x
@[extern "lean_nat_mod"] protected def Nat.mod (x y : @& Nat) : Nat := Nat.modGo y x x
instance Nat.instDiv : Div Nat := ⟨Nat.div⟩
instance Nat.instMod : Mod Nat := ⟨Nat.mod⟩
instance Nat.instDvd : Dvd Nat := ⟨fun a b => ∃ c, b = a * c⟩

namespace Nat
variable {n m k a b c d x y : Nat}

private theorem divGo_fuel (hy : 0 < y) : ∀ (f g x : Nat), x ≤ f → x ≤ g → divGo y f x = divGo y g x
  | 0, 0, _, _, _ => rfl
  | 0, g + 1, x, hf, _ => by
    have hx := Nat.eq_zero_of_le_zero hf
    subst hx
    exact (if_neg (fun h => Nat.not_le_of_gt h.1 h.2)).symm
  | f + 1, 0, x, _, hg => by
    have hx := Nat.eq_zero_of_le_zero hg
    subst hx
    exact if_neg (fun h => Nat.not_le_of_gt h.1 h.2)
  | f + 1, g + 1, x, hf, hg => by
    by_cases h : 0 < y ∧ y ≤ x
    · have hlt : x - y < x := Nat.sub_lt (Nat.lt_of_lt_of_le hy h.2) hy
      show (if 0 < y ∧ y ≤ x then divGo y f (x - y) + 1 else 0) = if 0 < y ∧
        y ≤ x then divGo y g (x - y) + 1 else 0
      rw [if_pos h, if_pos h,
        divGo_fuel hy f g (x - y) (le_of_lt_succ (Nat.lt_of_lt_of_le hlt hf))
        (le_of_lt_succ (Nat.lt_of_lt_of_le hlt hg))]
    · exact (if_neg h).trans (if_neg h).symm
private theorem modGo_fuel (hy : 0 < y) : ∀ (f g x : Nat), x ≤ f → x ≤ g → modGo y f x = modGo y g x
  | 0, 0, _, _, _ => rfl
  | 0, g + 1, x, hf, _ => by
    have hx := Nat.eq_zero_of_le_zero hf
    subst hx
    exact (if_neg (fun h => Nat.not_le_of_gt h.1 h.2)).symm
  | f + 1, 0, x, _, hg => by
    have hx := Nat.eq_zero_of_le_zero hg
    subst hx
    exact if_neg (fun h => Nat.not_le_of_gt h.1 h.2)
  | f + 1, g + 1, x, hf, hg => by
    by_cases h : 0 < y ∧ y ≤ x
    · have hlt : x - y < x := Nat.sub_lt (Nat.lt_of_lt_of_le hy h.2) hy
      show (if 0 < y ∧ y ≤ x then modGo y f (x - y) else x) = if 0 < y ∧ y ≤ x then modGo y g (x - y) else x
      rw [if_pos h, if_pos h,
        modGo_fuel hy f g (x - y) (le_of_lt_succ (Nat.lt_of_lt_of_le hlt hf))
        (le_of_lt_succ (Nat.lt_of_lt_of_le hlt hg))]
    · exact (if_neg h).trans (if_neg h).symm

theorem div_eq (x y : Nat) : x / y = if 0 < y ∧ y ≤ x then (x - y) / y + 1 else 0 := by
  cases x with
  | zero => exact (if_neg (fun h => Nat.not_le_of_gt h.1 h.2)).symm
  | succ x =>
    show (if 0 < y ∧ y ≤ x + 1 then divGo y x (x + 1 - y) + 1 else 0) = if 0 < y ∧
      y ≤ x + 1 then divGo y (x + 1 - y) (x + 1 - y) + 1 else 0
    by_cases h : 0 < y ∧ y ≤ x + 1
    · rw [if_pos h, if_pos h,
      divGo_fuel h.1 x (x + 1 - y) _ (le_of_lt_succ (Nat.sub_lt (zero_lt_succ x) h.1)) (Nat.le_refl _)]
    · rw [if_neg h, if_neg h]
theorem mod_eq (x y : Nat) : x % y = if 0 < y ∧ y ≤ x then (x - y) % y else x := by
  cases x with
  | zero => exact (if_neg (fun h => Nat.not_le_of_gt h.1 h.2)).symm
  | succ x =>
    show (if 0 < y ∧ y ≤ x + 1 then modGo y x (x + 1 - y) else x + 1) = if 0 < y ∧
      y ≤ x + 1 then modGo y (x + 1 - y) (x + 1 - y) else x + 1
    by_cases h : 0 < y ∧ y ≤ x + 1
    · rw [if_pos h, if_pos h,
      modGo_fuel h.1 x (x + 1 - y) _ (le_of_lt_succ (Nat.sub_lt (zero_lt_succ x) h.1)) (Nat.le_refl _)]
    · rw [if_neg h, if_neg h]

@[simp] protected theorem div_zero (n : Nat) : n / 0 = 0 := by
  rw [div_eq, if_neg (fun h => Nat.lt_irrefl 0 h.1)]
@[simp] theorem mod_zero (n : Nat) : n % 0 = n := by rw [mod_eq, if_neg (fun h => Nat.lt_irrefl 0 h.1)]
theorem div_eq_of_lt (h : a < b) : a / b = 0 := by rw [div_eq, if_neg (fun h' => Nat.not_le_of_gt h h'.2)]
theorem mod_eq_of_lt (h : a < b) : a % b = a := by rw [mod_eq, if_neg (fun h' => Nat.not_le_of_gt h h'.2)]
theorem div_eq_sub_div (h₁ : 0 < b) (h₂ : b ≤ a) : a / b = (a - b) / b + 1 := by rw [div_eq, if_pos ⟨h₁, h₂⟩]
theorem mod_eq_sub_mod (h : b ≤ a) : a % b = (a - b) % b := by
  cases Nat.eq_zero_or_pos b with
  | inl hb => rw [hb, Nat.sub_zero]
  | inr hb => rw [mod_eq, if_pos ⟨hb, h⟩]

/-- Induction along repeated subtraction. -/
@[elab_as_elim] theorem divModInduction {motive : Nat → Nat → Prop} (x y : Nat)
    (step : ∀ x y, 0 < y ∧ y ≤ x → motive (x - y) y → motive x y) (base : ∀ x y,
      ¬(0 < y ∧ y ≤ x) → motive x y) : motive x y := by
  induction x using Nat.strongInductionOn with
  | _ x ih =>
    by_cases h : 0 < y ∧ y ≤ x
    · exact step x y h (ih (x - y) (Nat.sub_lt (Nat.lt_of_lt_of_le h.1 h.2) h.1))
    · exact base x y h

theorem mod_lt (x : Nat) {y : Nat} (hy : y > 0) : x % y < y := by
  induction x using Nat.strongInductionOn with
  | _ x ih =>
    by_cases h : y ≤ x
    · rw [mod_eq_sub_mod h]; exact ih (x - y) (Nat.sub_lt (Nat.lt_of_lt_of_le hy h) hy)
    · rw [mod_eq_of_lt (Nat.lt_of_not_le h)]; exact Nat.lt_of_not_le h
theorem div_add_mod (m n : Nat) : n * (m / n) + m % n = m := by
  induction m using Nat.strongInductionOn with
  | _ m ih =>
    by_cases h : 0 < n ∧ n ≤ m
    · rw [div_eq_sub_div h.1 h.2, mod_eq_sub_mod h.2, mul_add_one, Nat.add_right_comm,
      ih (m - n) (Nat.sub_lt (Nat.lt_of_lt_of_le h.1 h.2) h.1), Nat.sub_add_cancel h.2]
    · rw [div_eq, mod_eq, if_neg h, if_neg h, Nat.mul_zero, Nat.zero_add]
theorem mod_add_div (m k : Nat) : m % k + k * (m / k) = m := by rw [Nat.add_comm, div_add_mod]
theorem mod_add_div' (m k : Nat) : m % k + m / k * k = m := by rw [Nat.mul_comm, mod_add_div]
theorem div_add_mod' (a b : Nat) : a / b * b + a % b = a := by rw [Nat.mul_comm, div_add_mod]
theorem mod_le (x y : Nat) : x % y ≤ x := by
  have h := le_add_right (x % y) (y * (x / y)); rwa [mod_add_div] at h
theorem mod_two_eq_zero_or_one (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 := by
  have h := mod_lt n (y := 2) Nat.zero_lt_two
  cases lt_or_eq_of_le (le_of_lt_succ h) with
  | inl h => exact .inl (lt_one_iff.mp h)
  | inr h => exact .inr h
theorem mod_two_ne_zero : ¬n % 2 = 0 ↔ n % 2 = 1 :=
  ⟨fun h => (mod_two_eq_zero_or_one n).resolve_left h, fun h => by rw [h]; nofun⟩
theorem mod_two_ne_one : ¬n % 2 = 1 ↔ n % 2 = 0 :=
  ⟨fun h => (mod_two_eq_zero_or_one n).resolve_right h, fun h => by rw [h]; nofun⟩
attribute [simp] mod_two_ne_zero mod_two_ne_one

/-- Quotient and remainder are determined by their equation. -/
theorem div_mod_unique (hk : 0 < k) (e : k * a + b = n) (hb : b < k) : n / k = a ∧ n % k = b := by
  induction a generalizing n with
  | zero =>
    rw [Nat.mul_zero, Nat.zero_add] at e
    subst e
    exact ⟨div_eq_of_lt hb, mod_eq_of_lt hb⟩
  | succ a ih =>
    have hle : k ≤ n := by rw [← e, mul_add_one, Nat.add_right_comm]; exact le_add_left k _
    have e' : k * a + b = n - k := by rw [← e, mul_add_one, Nat.add_right_comm, Nat.add_sub_cancel]
    have ⟨h₁, h₂⟩ := ih e'
    rw [div_eq_sub_div hk hle, mod_eq_sub_mod hle, h₁, h₂]
    exact ⟨rfl, rfl⟩

@[simp] protected theorem zero_div (b : Nat) : 0 / b = 0 := by
  rw [div_eq, if_neg (fun h => Nat.not_le_of_gt h.1 h.2)]
@[simp] theorem zero_mod (b : Nat) : 0 % b = 0 := by rw [mod_eq, if_neg (fun h => Nat.not_le_of_gt h.1 h.2)]
@[simp] protected theorem div_one (n : Nat) : n / 1 = n :=
  (div_mod_unique (b := 0) zero_lt_one (Nat.one_mul n) zero_lt_one).1
theorem mod_one (n : Nat) : n % 1 = 0 := (div_mod_unique (b := 0) zero_lt_one (Nat.one_mul n) zero_lt_one).2
attribute [simp] mod_one
@[simp] theorem mod_self (n : Nat) : n % n = 0 := by
  rw [mod_eq_sub_mod (Nat.le_refl n), Nat.sub_self, zero_mod]
protected theorem div_self (h : 0 < n) : n / n = 1 := by
  rw [div_eq_sub_div h (Nat.le_refl n), Nat.sub_self, Nat.zero_div]
@[simp] theorem mod_mod (a n : Nat) : a % n % n = a % n := by
  cases Nat.eq_zero_or_pos n with
  | inl h => rw [h, Nat.mod_zero]
  | inr h => exact mod_eq_of_lt (mod_lt a h)
theorem add_mod_right (x z : Nat) : (x + z) % z = x % z := by
  rw [mod_eq_sub_mod (le_add_left z x), Nat.add_sub_cancel]
theorem add_mod_left (x z : Nat) : (x + z) % x = z % x := by rw [Nat.add_comm, add_mod_right]
attribute [simp] add_mod_right add_mod_left
theorem add_mul_mod_self_left (x y z : Nat) : (x + y * z) % y = x % y := by
  induction z with
  | zero => rfl
  | succ z ih => rw [mul_add_one, ← Nat.add_assoc, add_mod_right, ih]
theorem add_mul_mod_self_right (x y z : Nat) : (x + y * z) % z = x % z := by
  rw [Nat.mul_comm, add_mul_mod_self_left]
attribute [simp] add_mul_mod_self_left add_mul_mod_self_right
@[simp] theorem mul_mod_right (m n : Nat) : m * n % m = 0 := by
  have h := add_mul_mod_self_left 0 m n; rwa [Nat.zero_add, zero_mod] at h
@[simp] theorem mul_mod_left (m n : Nat) : m * n % n = 0 := by rw [Nat.mul_comm, mul_mod_right]
theorem add_div_right (x : Nat) (h : 0 < z) : (x + z) / z = x / z + 1 := by
  rw [div_eq_sub_div h (le_add_left z x), Nat.add_sub_cancel]
theorem add_div_left (x : Nat) (h : 0 < z) : (z + x) / z = x / z + 1 := by
  rw [Nat.add_comm, add_div_right x h]
theorem add_mul_div_left (x z : Nat) (h : 0 < y) : (x + y * z) / y = x / y + z := by
  induction z with
  | zero => rfl
  | succ z ih => rw [mul_add_one, ← Nat.add_assoc, add_div_right _ h, ih, Nat.add_assoc]
theorem add_mul_div_right (x y : Nat) (h : 0 < z) : (x + y * z) / z = x / z + y := by
  rw [Nat.mul_comm, add_mul_div_left x y h]
@[simp] protected theorem mul_div_right (n : Nat) (h : 0 < m) : m * n / m = n := by
  have e := add_mul_div_left 0 n h; rwa [Nat.zero_add, Nat.zero_div, Nat.zero_add] at e
@[simp] protected theorem mul_div_left (m : Nat) (h : 0 < n) : m * n / n = m := by
  rw [Nat.mul_comm, Nat.mul_div_right m h]
protected theorem mul_div_cancel (m : Nat) (h : 0 < n) : m * n / n = m := Nat.mul_div_left m h
protected theorem mul_div_cancel_left (m : Nat) (h : 0 < n) : n * m / n = m := Nat.mul_div_right m h
theorem add_mod (a b n : Nat) : (a + b) % n = (a % n + b % n) % n := by
  rw [← mod_add_div a n, ← mod_add_div b n]
  rw [show a % n + n * (a / n) + (b % n + n * (b / n)) = a % n + b % n + n * (a / n) + n * (b / n) by
    rw [Nat.add_assoc, Nat.add_assoc, Nat.add_assoc, Nat.add_left_comm (n * (a / n))]]
  rw [add_mul_mod_self_left, add_mul_mod_self_left, add_mul_mod_self_left, add_mul_mod_self_left,
    mod_mod, mod_mod]
@[simp] theorem mod_add_mod (m n k : Nat) : (m % n + k) % n = (m + k) % n := by
  rw [add_mod, mod_mod, ← add_mod]
@[simp] theorem add_mod_mod (m n k : Nat) : (m + n % k) % k = (m + n) % k := by
  rw [add_mod, mod_mod, ← add_mod]
theorem mul_mod (a b n : Nat) : a * b % n = (a % n) * (b % n) % n := by
  have h : a * b = (a % n) * (b % n) + n * ((a / n) * b + (a % n) * (b / n)) := by
    conv => lhs; rw [← mod_add_div a n]
    rw [Nat.add_mul, Nat.mul_add, Nat.mul_assoc, ← Nat.add_assoc, Nat.add_right_comm]
    congr 1
    conv => lhs; rw [← mod_add_div b n]
    rw [Nat.mul_add, Nat.mul_left_comm]
  rw [h, add_mul_mod_self_left]
theorem pow_mod (a b n : Nat) : a ^ b % n = (a % n) ^ b % n := by
  induction b with
  | zero => rfl
  | succ b ih => rw [Nat.pow_succ, Nat.pow_succ, mul_mod, ih, mul_mod (_ ^ _), mod_mod]

theorem div_mul_le_self (m n : Nat) : m / n * n ≤ m := by
  have h := le_add_right (m / n * n) (m % n); rwa [div_add_mod'] at h
theorem mul_div_le (m n : Nat) : n * (m / n) ≤ m := by rw [Nat.mul_comm]; exact div_mul_le_self m n
theorem div_le_self (n k : Nat) : n / k ≤ n := by
  cases Nat.eq_zero_or_pos k with
  | inl h => rw [h, Nat.div_zero]; exact zero_le n
  | inr h => exact Nat.le_trans (Nat.le_mul_of_pos_right _ h) (div_mul_le_self n k)
attribute [simp] div_le_self
theorem lt_mul_div_succ (a : Nat) (h : 0 < b) : a < b * (a / b + 1) := by
  conv => lhs; rw [← div_add_mod a b]
  exact Nat.add_lt_add_left (mod_lt a h) _
theorem div_lt_iff_lt_mul (h : 0 < k) : x / k < y ↔ x < y * k := by
  constructor
  · intro hlt
    exact Nat.lt_of_lt_of_le (lt_mul_div_succ x h) (by rw [Nat.mul_comm]; exact Nat.mul_le_mul_right k hlt)
  · intro hlt
    exact Nat.lt_of_mul_lt_mul_right (Nat.lt_of_le_of_lt (div_mul_le_self x k) hlt)
theorem le_div_iff_mul_le (h : 0 < k) : x ≤ y / k ↔ x * k ≤ y := by
  rw [← Nat.not_lt, ← Nat.not_lt, div_lt_iff_lt_mul h]
theorem div_lt_of_lt_mul (h : m < n * k) : m / n < k := by
  have hn : 0 < n := Nat.pos_of_ne_zero fun e => by rw [e, Nat.zero_mul] at h; exact not_lt_zero m h
  rw [div_lt_iff_lt_mul hn, Nat.mul_comm]; exact h
theorem div_lt_self (h₁ : 0 < n) (h₂ : 1 < b) : n / b < n := by
  rw [div_lt_iff_lt_mul (Nat.lt_trans zero_lt_one h₂)]
  have h := Nat.mul_lt_mul_of_pos_left h₂ h₁; rwa [Nat.mul_one] at h
theorem div_pos (h₁ : b ≤ a) (h₂ : 0 < b) : 0 < a / b := by rw [div_eq_sub_div h₂ h₁]; exact zero_lt_succ _
protected theorem div_le_div_right {c : Nat} (h : a ≤ b) : a / c ≤ b / c := by
  cases Nat.eq_zero_or_pos c with
  | inl hc => rw [hc, Nat.div_zero]; exact zero_le _
  | inr hc => rw [le_div_iff_mul_le hc]; exact Nat.le_trans (div_mul_le_self a c) h
protected theorem div_div_eq_div_mul (m n k : Nat) : m / n / k = m / (n * k) := by
  cases Nat.eq_zero_or_pos k with
  | inl h => rw [h, Nat.mul_zero, Nat.div_zero, Nat.div_zero]
  | inr hk =>
    cases Nat.eq_zero_or_pos n with
    | inl h => rw [h, Nat.zero_mul, Nat.div_zero, Nat.zero_div]
    | inr hn =>
      apply Nat.le_antisymm
      · rw [le_div_iff_mul_le (Nat.mul_pos hn hk), Nat.mul_comm n, ← Nat.mul_assoc]
        exact Nat.le_trans (Nat.mul_le_mul_right n (div_mul_le_self _ k)) (div_mul_le_self m n)
      · rw [le_div_iff_mul_le hk, le_div_iff_mul_le hn, Nat.mul_assoc, Nat.mul_comm k]
        exact div_mul_le_self m (n * k)
theorem div_eq_iff_eq_mul_left_aux (h : 0 < b) (e : a = c * b) : a / b = c := by
  rw [e, Nat.mul_div_cancel c h]
protected theorem div_eq_of_eq_mul_left (h : 0 < b) (e : a = c * b) : a / b = c :=
  div_eq_iff_eq_mul_left_aux h e
protected theorem div_eq_of_eq_mul_right (h : 0 < b) (e : a = b * c) : a / b = c := by
  rw [e, Nat.mul_div_right c h]

/-! ## Divisibility -/

protected theorem dvd_refl (a : Nat) : a ∣ a := ⟨1, (Nat.mul_one a).symm⟩
protected theorem dvd_zero (a : Nat) : a ∣ 0 := ⟨0, rfl⟩
protected theorem one_dvd (n : Nat) : 1 ∣ n := ⟨n, (Nat.one_mul n).symm⟩
attribute [simp] Nat.dvd_refl Nat.dvd_zero Nat.one_dvd
protected theorem dvd_mul_right (a b : Nat) : a ∣ a * b := ⟨b, rfl⟩
protected theorem dvd_mul_left (a b : Nat) : a ∣ b * a := ⟨b, Nat.mul_comm b a⟩
attribute [simp] Nat.dvd_mul_right Nat.dvd_mul_left
protected theorem dvd_trans (h₁ : a ∣ b) (h₂ : b ∣ c) : a ∣ c := by
  obtain ⟨x, rfl⟩ := h₁; obtain ⟨y, rfl⟩ := h₂; exact ⟨x * y, Nat.mul_assoc a x y⟩
instance : Trans (α := Nat) (· ∣ ·) (· ∣ ·) (· ∣ ·) := ⟨Nat.dvd_trans⟩
theorem eq_zero_of_zero_dvd (h : 0 ∣ a) : a = 0 := by obtain ⟨c, rfl⟩ := h; exact Nat.zero_mul c
@[simp] protected theorem zero_dvd {n : Nat} : 0 ∣ n ↔ n = 0 :=
  ⟨Nat.eq_zero_of_zero_dvd, fun h => h ▸ Nat.dvd_zero 0⟩
protected theorem dvd_add (h₁ : a ∣ b) (h₂ : a ∣ c) : a ∣ b + c := by
  obtain ⟨x, rfl⟩ := h₁; obtain ⟨y, rfl⟩ := h₂; exact ⟨x + y, (Nat.mul_add a x y).symm⟩
protected theorem dvd_sub (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m - n := by
  obtain ⟨x, rfl⟩ := h₁; obtain ⟨y, rfl⟩ := h₂; exact ⟨x - y, (Nat.mul_sub k x y).symm⟩
protected theorem dvd_add_iff_right (h : k ∣ m) : k ∣ n ↔ k ∣ m + n :=
  ⟨fun h' => Nat.dvd_add h h', fun h' => by have := Nat.dvd_sub h' h; rwa [Nat.add_sub_cancel_left] at this⟩
protected theorem dvd_add_iff_left (h : k ∣ n) : k ∣ m ↔ k ∣ m + n := by
  rw [Nat.add_comm]; exact Nat.dvd_add_iff_right h
protected theorem dvd_mul_right_of_dvd (h : a ∣ b) (c : Nat) : a ∣ b * c :=
  Nat.dvd_trans h (Nat.dvd_mul_right b c)
protected theorem dvd_mul_left_of_dvd (h : a ∣ b) (c : Nat) : a ∣ c * b :=
  Nat.dvd_trans h (Nat.dvd_mul_left b c)
protected theorem mul_dvd_mul (h₁ : a ∣ b) (h₂ : c ∣ d) : a * c ∣ b * d := by
  obtain ⟨x, rfl⟩ := h₁; obtain ⟨y, rfl⟩ := h₂
  exact ⟨x * y, by rw [Nat.mul_assoc, Nat.mul_assoc, Nat.mul_left_comm x]⟩
theorem mod_eq_zero_of_dvd (h : a ∣ b) : b % a = 0 := by obtain ⟨c, rfl⟩ := h; exact mul_mod_right a c
theorem dvd_of_mod_eq_zero (h : n % k = 0) : k ∣ n :=
  ⟨n / k, by have e := div_add_mod n k; rw [h, Nat.add_zero] at e; exact e.symm⟩
theorem dvd_iff_mod_eq_zero : k ∣ n ↔ n % k = 0 := ⟨mod_eq_zero_of_dvd, dvd_of_mod_eq_zero⟩
theorem mod_eq_zero_iff_dvd : n % k = 0 ↔ k ∣ n := dvd_iff_mod_eq_zero.symm
instance decidable_dvd : @DecidableRel Nat Nat (· ∣ ·) :=
  fun k n => decidable_of_decidable_of_iff (p := n % k = 0) dvd_iff_mod_eq_zero.symm
theorem le_of_dvd (h₁ : 0 < n) (h₂ : m ∣ n) : m ≤ n := by
  obtain ⟨c, rfl⟩ := h₂
  exact Nat.le_mul_of_pos_right m (Nat.pos_of_ne_zero fun e => by rw [e] at h₁; exact Nat.lt_irrefl 0 h₁)
protected theorem dvd_antisymm (h₁ : m ∣ n) (h₂ : n ∣ m) : m = n := by
  cases Nat.eq_zero_or_pos n with
  | inl h => subst h; exact Nat.eq_zero_of_zero_dvd h₂
  | inr hn =>
    have hm : 0 < m := Nat.pos_of_ne_zero fun e =>
      by subst e; exact Nat.ne_of_gt hn (Nat.eq_zero_of_zero_dvd h₁)
    exact Nat.le_antisymm (le_of_dvd hn h₁) (le_of_dvd hm h₂)
protected theorem mul_div_cancel' (h : n ∣ m) : n * (m / n) = m := by
  have e := div_add_mod m n; rwa [mod_eq_zero_of_dvd h, Nat.add_zero] at e
protected theorem div_mul_cancel (h : n ∣ m) : m / n * n = m := by
  rw [Nat.mul_comm]; exact Nat.mul_div_cancel' h
protected theorem eq_one_of_dvd_one (h : n ∣ 1) : n = 1 := Nat.dvd_antisymm h (Nat.one_dvd n)
@[simp] protected theorem dvd_one {n : Nat} : n ∣ 1 ↔ n = 1 :=
  ⟨Nat.eq_one_of_dvd_one, fun h => h ▸ Nat.dvd_refl 1⟩
theorem mod_mod_of_dvd (a : Nat) (h : c ∣ b) : a % b % c = a % c := by
  obtain ⟨d, rfl⟩ := h
  conv => rhs; rw [← mod_add_div a (c * d)]
  rw [Nat.mul_assoc, add_mul_mod_self_left]

end Nat
