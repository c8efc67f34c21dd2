module
prelude
public import Init.Data.Rat
public import Init.Laws.Numbers
public import Init.Laws.More
public import Init.Tactics.Polynomials
public import Init.Tactics.Grind
/-!
Rational numbers: when two fractions are equal, and the arithmetic. Each law is one of fractions of integers:
two of them are equal if the products across are, which is polynomial arithmetic.
-/

@[expose] public section

set_option linter.all false

namespace Rat
variable {a b c : Rat} {n n₁ n₂ : Int} {d d₁ d₂ : Nat}

/-! ## Parts -/

theorem ext : {p q : Rat} → p.num = q.num → p.den = q.den → p = q
  | ⟨_, _, _, _⟩, ⟨_, _, _, _⟩, rfl, rfl => rfl
@[simp] theorem mk_den_one {r : Int} :
    (⟨r, 1, Nat.one_ne_zero, Nat.coprime_one_right _⟩ : Rat) = (r : Rat) := rfl
@[simp] theorem num_zero : (0 : Rat).num = 0 := rfl
@[simp] theorem den_zero : (0 : Rat).den = 1 := rfl
@[simp] theorem num_one : (1 : Rat).num = 1 := rfl
@[simp] theorem den_one : (1 : Rat).den = 1 := rfl
theorem zero_num : (0 : Rat).num = 0 := rfl
theorem zero_den : (0 : Rat).den = 1 := rfl
theorem one_num : (1 : Rat).num = 1 := rfl
theorem one_den : (1 : Rat).den = 1 := rfl
@[simp] theorem num_ofNat {n : Nat} : (no_index (OfNat.ofNat n) : Rat).num = OfNat.ofNat n := rfl
@[simp] theorem den_ofNat {n : Nat} : (no_index (OfNat.ofNat n) : Rat).den = 1 := rfl
@[simp] theorem ofInt_num : (ofInt n : Rat).num = n := rfl
@[simp] theorem ofInt_den : (ofInt n : Rat).den = 1 := rfl
@[simp] theorem num_intCast (a : Int) : (a : Rat).num = a := rfl
@[simp] theorem den_intCast (a : Int) : (a : Rat).den = 1 := rfl
@[simp] theorem num_natCast (a : Nat) : (a : Rat).num = a := rfl
@[simp] theorem den_natCast (a : Nat) : (a : Rat).den = 1 := rfl
theorem intCast_num (a : Int) : (a : Rat).num = a := rfl
theorem intCast_den (a : Int) : (a : Rat).den = 1 := rfl
@[simp] theorem den_ne_zero (a : Rat) : a.den ≠ 0 := a.den_nz
@[simp] theorem num_neg (a : Rat) : (-a).num = -a.num := rfl
@[simp] theorem den_neg (a : Rat) : (-a).den = a.den := rfl
theorem neg_num (a : Rat) : (-a).num = -a.num := rfl
theorem neg_den (a : Rat) : (-a).den = a.den := rfl

/-! ## When fractions are equal -/

/-- Two fractions in lowest terms with equal products across are the same. -/
theorem eq_of_cross_ {a b : Rat} (h : a.num * b.den = b.num * a.den) : a = b := by
  have hn : a.num.natAbs * b.den = b.num.natAbs * a.den := by
    have := congrArg Int.natAbs h
    rwa [Int.natAbs_mul, Int.natAbs_mul, Int.natAbs_natCast, Int.natAbs_natCast] at this
  have h₁ : a.den ∣ b.den :=
    Nat.Coprime.dvd_of_dvd_mul_left a.reduced.symm (hn ▸ Nat.dvd_mul_left a.den b.num.natAbs)
  have h₂ : b.den ∣ a.den :=
    Nat.Coprime.dvd_of_dvd_mul_left b.reduced.symm (hn ▸ Nat.dvd_mul_left b.den a.num.natAbs)
  have hd : a.den = b.den := Nat.dvd_antisymm h₁ h₂
  refine ext ?_ hd
  rw [hd] at h
  exact Int.eq_of_mul_eq_mul_right (fun e => b.den_nz (Int.natCast_eq_zero.mp e)) h
theorem eq_iff_mul_eq_mul {p q : Rat} : p = q ↔ p.num * q.den = q.num * p.den :=
  ⟨fun h => h ▸ rfl, eq_of_cross_⟩
theorem normalize_eq {num den} (den_nz) : normalize num den den_nz =
    { num := num / (num.natAbs.gcd den : Nat), den := den / num.natAbs.gcd den
      den_nz := normalize.den_nz den_nz rfl, reduced := normalize.reduced den_nz rfl } := rfl
theorem normalize_num_den' (num den nz) : ∃ d : Nat, d ≠ 0 ∧ num = (normalize num den nz).num * d ∧
    den = (normalize num den nz).den * d :=
  ⟨num.natAbs.gcd den, Nat.ne_of_gt (Nat.gcd_pos_of_pos_right _ (Nat.pos_of_ne_zero nz)),
    (Int.ediv_mul_cancel (Int.ofNat_dvd_left.mpr (Nat.gcd_dvd_left _ _))).symm,
    (Nat.div_mul_cancel (Nat.gcd_dvd_right _ _)).symm⟩
theorem natCast_ne_zero_ (h : d ≠ 0) : (d : Int) ≠ 0 := fun e => h (Int.natCast_eq_zero.mp e)
theorem normalize_cross_ (h : d ≠ 0) : (normalize n d h).num * d = n * (normalize n d h).den := by
  obtain ⟨g, _, hn, hd⟩ := normalize_num_den' n d h
  generalize normalize n d h = x at hn hd
  rw [hn, hd, Int.natCast_mul]; ac_rfl
theorem normalize_eq_iff (z₁ : d₁ ≠ 0) (z₂ : d₂ ≠ 0) :
    normalize n₁ d₁ z₁ = normalize n₂ d₂ z₂ ↔ n₁ * d₂ = n₂ * d₁ := by
  obtain ⟨g₁, hg₁, e₁, f₁⟩ := normalize_num_den' n₁ d₁ z₁
  obtain ⟨g₂, hg₂, e₂, f₂⟩ := normalize_num_den' n₂ d₂ z₂
  rw [eq_iff_mul_eq_mul]
  generalize normalize n₁ d₁ z₁ = x at e₁ f₁ ⊢
  generalize normalize n₂ d₂ z₂ = y at e₂ f₂ ⊢
  rw [e₁, e₂, f₁, f₂, Int.natCast_mul, Int.natCast_mul]
  have h₁ : x.num * (g₁ : Int) * (y.den * g₂) = (x.num * y.den) * (g₁ * g₂) := by ac_rfl
  have h₂ : y.num * (g₂ : Int) * (x.den * g₁) = (y.num * x.den) * (g₁ * g₂) := by ac_rfl
  rw [h₁, h₂]
  refine ⟨fun h => by rw [h], fun h => Int.eq_of_mul_eq_mul_right (fun e => ?_) h⟩
  exact (Int.mul_eq_zero.mp e).elim (natCast_ne_zero_ hg₁) (natCast_ne_zero_ hg₂)
theorem normalize_self (r : Rat) : normalize r.num r.den r.den_nz = r :=
  eq_of_cross_ (normalize_cross_ r.den_nz)
theorem mk_eq_normalize (num den nz c) : (⟨num, den, nz, c⟩ : Rat) = normalize num den nz :=
  (normalize_self ⟨num, den, nz, c⟩).symm
@[simp] theorem normalize_zero {d : Nat} (nz) : normalize 0 d nz = 0 :=
  eq_of_cross_ (by
    show 0 / _ * (1 : Int) = 0 * _
    rw [Int.zero_ediv, Int.zero_mul, Int.zero_mul])
theorem normalize_mul_left {a : Nat} (d0 : d ≠ 0) (a0 : a ≠ 0) :
    normalize (↑a * n) (a * d) (Nat.mul_ne_zero a0 d0) = normalize n d d0 :=
  (normalize_eq_iff _ _).mpr (by rw [Int.natCast_mul]; ac_rfl)
theorem normalize_mul_right {a : Nat} (d0 : d ≠ 0) (a0 : a ≠ 0) :
    normalize (n * a) (d * a) (Nat.mul_ne_zero d0 a0) = normalize n d d0 :=
  (normalize_eq_iff _ _).mpr (by rw [Int.natCast_mul]; ac_rfl)
theorem normalize_num_den {n' d' z z' c} (h : normalize n d z = ⟨n', d', z', c⟩) :
    ∃ m : Nat, m ≠ 0 ∧ n = n' * m ∧ d = d' * m := by
  have := normalize_num_den' n d z; rwa [h] at this
theorem normalize_eq_mkRat {num den} (den_nz) : normalize num den den_nz = mkRat num den :=
  (dif_neg den_nz).symm
theorem mkRat_def (n d) : mkRat n d = if d0 : d = 0 then 0 else normalize n d d0 := rfl
@[simp] theorem mkRat_self (a : Rat) : mkRat a.num a.den = a := by
  rw [← normalize_eq_mkRat a.den_nz, normalize_self]
theorem mk_eq_mkRat (num den nz c) : (⟨num, den, nz, c⟩ : Rat) = mkRat num den :=
  (mkRat_self ⟨num, den, nz, c⟩).symm
@[simp] theorem zero_mkRat (n) : mkRat 0 n = 0 := by
  rw [mkRat_def]; split
  · rfl
  · exact normalize_zero _
@[simp] theorem mkRat_zero (n) : mkRat n 0 = 0 := rfl
theorem mkRat_eq_iff (z₁ : d₁ ≠ 0) (z₂ : d₂ ≠ 0) : mkRat n₁ d₁ = mkRat n₂ d₂ ↔ n₁ * d₂ = n₂ * d₁ := by
  rw [← normalize_eq_mkRat z₁, ← normalize_eq_mkRat z₂, normalize_eq_iff]
theorem mkRat_eq_zero (d0 : d ≠ 0) : mkRat n d = 0 ↔ n = 0 := by
  rw [← zero_mkRat 1, mkRat_eq_iff d0 Nat.one_ne_zero, Int.zero_mul]
  show n * 1 = 0 ↔ n = 0
  rw [Int.mul_one]
theorem mkRat_ne_zero (d0 : d ≠ 0) : mkRat n d ≠ 0 ↔ n ≠ 0 := not_congr (mkRat_eq_zero d0)
@[simp] theorem normalize_eq_zero (d0 : d ≠ 0) : normalize n d d0 = 0 ↔ n = 0 := by
  rw [normalize_eq_mkRat, mkRat_eq_zero d0]
theorem mkRat_mul_left {a : Nat} (a0 : a ≠ 0) : mkRat (↑a * n) (a * d) = mkRat n d := by
  by_cases d0 : d = 0
  · subst d0; rfl
  · exact (mkRat_eq_iff (Nat.mul_ne_zero a0 d0) d0).mpr (by rw [Int.natCast_mul]; ac_rfl)
theorem mkRat_mul_right {a : Nat} (a0 : a ≠ 0) : mkRat (n * a) (d * a) = mkRat n d := by
  rw [Int.mul_comm, Nat.mul_comm, mkRat_mul_left a0]
theorem eq_mkRat_iff_ (z : d ≠ 0) : a = mkRat n d ↔ a.num * d = n * a.den := by
  rw [← mkRat_eq_iff a.den_nz z, mkRat_self]

/-! ## Quotients of integers -/

@[simp] theorem divInt_ofNat (num : Int) (den : Nat) : num /. (den : Int) = mkRat num den := rfl
theorem divInt_negSucc_ (n : Int) (d : Nat) : divInt n (Int.negSucc d) = mkRat (-n) (d + 1) :=
  normalize_eq_mkRat (Nat.succ_ne_zero d)
theorem mk_eq_divInt (num den nz c) : (⟨num, den, nz, c⟩ : Rat) = num /. (den : Nat) := mk_eq_mkRat ..
theorem num_divInt_den (a : Rat) : a.num /. a.den = a := mkRat_self a
theorem mk'_eq_divInt {n d h c} : (⟨n, d, h, c⟩ : Rat) = n /. d := mk_eq_mkRat ..
theorem divInt_self (a : Rat) : a.num /. a.den = a := mkRat_self a
@[simp] theorem zero_divInt (n) : 0 /. n = 0 := by
  cases n with
  | ofNat n => exact zero_mkRat n
  | negSucc n => rw [divInt_negSucc_, Int.neg_zero, zero_mkRat]
@[simp] theorem divInt_zero (n) : n /. 0 = 0 := rfl
theorem divInt_neg' (num den : Int) : num /. -den = -num /. den := by
  match den with
  | .ofNat 0 => rw [show -(Int.ofNat 0) = 0 from rfl]; exact (divInt_zero _).trans (divInt_zero _).symm
  | .ofNat (n + 1) => exact divInt_negSucc_ num n
  | .negSucc n => rw [divInt_negSucc_, Int.neg_neg]; rfl
theorem neg_divInt_neg (num den : Int) : -num /. -den = num /. den := by rw [divInt_neg', Int.neg_neg]
theorem divInt_eq_mkRat_ (n : Int) {d : Int} (h : d ≠ 0) : ∃ (m : Int) (e : Nat), e ≠ 0 ∧ n /. d = mkRat m e ∧
    m * d = n * e := by
  match d, h with
  | .ofNat (e + 1), _ => exact ⟨n, e + 1, Nat.succ_ne_zero e, rfl, rfl⟩
  | .negSucc e, _ =>
    refine ⟨-n, e + 1, Nat.succ_ne_zero e, divInt_negSucc_ n e, ?_⟩
    rw [show Int.negSucc e = -((e + 1 : Nat) : Int) from rfl, Int.neg_mul_neg]
theorem divInt_eq_divInt_iff {n₁ n₂ d₁ d₂ : Int} (z₁ : d₁ ≠ 0) (z₂ : d₂ ≠ 0) :
    n₁ /. d₁ = n₂ /. d₂ ↔ n₁ * d₂ = n₂ * d₁ := by
  obtain ⟨m₁, e₁, h₁, r₁, c₁⟩ := divInt_eq_mkRat_ n₁ z₁
  obtain ⟨m₂, e₂, h₂, r₂, c₂⟩ := divInt_eq_mkRat_ n₂ z₂
  rw [r₁, r₂, mkRat_eq_iff h₁ h₂]
  have hd : d₁ * d₂ ≠ 0 := fun e => (Int.mul_eq_zero.mp e).elim z₁ z₂
  have he : (e₁ * e₂ : Int) ≠ 0 :=
    fun e => (Int.mul_eq_zero.mp e).elim (natCast_ne_zero_ h₁) (natCast_ne_zero_ h₂)
  constructor
  · intro h
    apply Int.eq_of_mul_eq_mul_right he
    calc n₁ * d₂ * (e₁ * e₂ : Int) = n₁ * e₁ * d₂ * e₂ := by ac_rfl
      _ = (m₁ * e₂) * (d₁ * d₂) := by rw [← c₁]; ac_rfl
      _ = (m₂ * d₂) * (e₁ * d₁) := by rw [h]; ac_rfl
      _ = n₂ * d₁ * (e₁ * e₂) := by rw [c₂]; ac_rfl
  · intro h
    apply Int.eq_of_mul_eq_mul_right hd
    calc m₁ * e₂ * (d₁ * d₂) = m₁ * d₁ * (e₂ * d₂) := by ac_rfl
      _ = (n₁ * d₂) * (e₁ * e₂) := by rw [c₁]; ac_rfl
      _ = n₂ * e₂ * (e₁ * d₁) := by rw [h]; ac_rfl
      _ = m₂ * e₁ * (d₁ * d₂) := by rw [← c₂]; ac_rfl
theorem divInt_eq_iff {n₁ n₂ d₁ d₂ : Int} (z₁ : d₁ ≠ 0) (z₂ : d₂ ≠ 0) :
    n₁ /. d₁ = n₂ /. d₂ ↔ n₁ * d₂ = n₂ * d₁ := divInt_eq_divInt_iff z₁ z₂
theorem divInt_mul_left {n d a : Int} (a0 : a ≠ 0) : (a * n) /. (a * d) = n /. d := by
  by_cases h : d = 0
  · subst h; rw [Int.mul_zero]; rfl
  · exact (divInt_eq_divInt_iff (fun e => (Int.mul_eq_zero.mp e).elim a0 h) h).mpr (by ac_rfl)
theorem divInt_mul_right {n d a : Int} (a0 : a ≠ 0) : (n * a) /. (d * a) = n /. d := by
  rw [Int.mul_comm, Int.mul_comm d, divInt_mul_left a0]
theorem divInt_self' {n : Int} (hn : n ≠ 0) : n /. n = 1 :=
  (divInt_eq_divInt_iff (n₂ := 1) (d₂ := 1) hn (by decide)).mpr (by rw [Int.mul_one, Int.one_mul])
theorem divInt_num_den {n d n' : Int} {d' : Nat} {z' c} (z : d ≠ 0) (h : n /. d = ⟨n', d', z', c⟩) :
    ∃ m, m ≠ 0 ∧ n = n' * m ∧ d = d' * m := by
  match d, z with
  | .ofNat (e + 1), _ =>
    have h : normalize n (e + 1) (Nat.succ_ne_zero e) = _ := h
    obtain ⟨m, hm, e₁, e₂⟩ := normalize_num_den h
    exact ⟨m, natCast_ne_zero_ hm, e₁, (congrArg Int.ofNat e₂).trans (Int.natCast_mul ..)⟩
  | .negSucc e, _ =>
    have h : normalize (-n) (e + 1) (Nat.succ_ne_zero e) = _ := h
    obtain ⟨m, hm, e₁, e₂⟩ := normalize_num_den h
    refine ⟨-m, fun h => natCast_ne_zero_ hm (Int.neg_eq_zero.mp h), ?_, ?_⟩
    · rw [Int.mul_neg, ← e₁, Int.neg_neg]
    · rw [Int.mul_neg, ← Int.natCast_mul, ← e₂]; rfl
/-- Every rational number is a fraction in lowest terms. -/
@[elab_as_elim] def numDenCasesOn.{u} {C : Rat → Sort u} :
    ∀ (a : Rat) (_ : ∀ n d, 0 < d → (Int.natAbs n).Coprime d → C (n /. d)), C a
  | ⟨n, d, h, c⟩, H => by rw [mk'_eq_divInt]; exact H n d (Nat.pos_of_ne_zero h) c
@[elab_as_elim] def numDenCasesOn'.{u} {C : Rat → Sort u} (a : Rat)
    (H : ∀ (n : Int) (d : Nat), d ≠ 0 → C (n /. d)) : C a :=
  numDenCasesOn a fun n d h _ => H n d (Nat.ne_of_gt h)

/-! ## Addition -/

theorem add_def (a b : Rat) : a + b =
    normalize (a.num * b.den + b.num * a.den) (a.den * b.den) (Nat.mul_ne_zero a.den_nz b.den_nz) := rfl
theorem add_def' (a b : Rat) : a + b = mkRat (a.num * b.den + b.num * a.den) (a.den * b.den) :=
  normalize_eq_mkRat (Nat.mul_ne_zero a.den_nz b.den_nz)
theorem normalize_add_normalize (n₁ n₂) {d₁ d₂} (z₁ z₂) : normalize n₁ d₁ z₁ + normalize n₂ d₂ z₂ =
    normalize (n₁ * d₂ + n₂ * d₁) (d₁ * d₂) (Nat.mul_ne_zero z₁ z₂) := by
  rw [add_def, normalize_eq_iff]
  obtain ⟨g₁, _, e₁, f₁⟩ := normalize_num_den' n₁ d₁ z₁
  obtain ⟨g₂, _, e₂, f₂⟩ := normalize_num_den' n₂ d₂ z₂
  generalize normalize n₁ d₁ z₁ = x at e₁ f₁ ⊢
  generalize normalize n₂ d₂ z₂ = y at e₂ f₂ ⊢
  rw [e₁, e₂, f₁, f₂]
  simp only [Int.natCast_mul, Int.add_mul]
  congr 1 <;> ac_rfl
theorem mkRat_add_mkRat (n₁ n₂ : Int) {d₁ d₂} (z₁ : d₁ ≠ 0) (z₂ : d₂ ≠ 0) :
    mkRat n₁ d₁ + mkRat n₂ d₂ = mkRat (n₁ * d₂ + n₂ * d₁) (d₁ * d₂) := by
  rw [← normalize_eq_mkRat z₁, ← normalize_eq_mkRat z₂, normalize_add_normalize, normalize_eq_mkRat]
@[simp] protected theorem add_zero (a : Rat) : a + 0 = a :=
  (add_def' a 0).trans (by simp only [num_zero, den_zero]; simp)
protected theorem add_comm (a b : Rat) : a + b = b + a := by
  rw [add_def', add_def', Int.add_comm, Nat.mul_comm]
@[simp] protected theorem zero_add (a : Rat) : 0 + a = a := by rw [Rat.add_comm, Rat.add_zero]
protected theorem add_assoc (a b c : Rat) : a + b + c = a + (b + c) := by
  rw [← mkRat_self a, ← mkRat_self b, ← mkRat_self c]
  have := a.den_nz; have := b.den_nz; have := c.den_nz
  generalize a.num = x, a.den = d at *
  generalize b.num = y, b.den = e at *
  generalize c.num = z, c.den = f at *
  rw [mkRat_add_mkRat _ _ ‹_› ‹_›, mkRat_add_mkRat _ _ (Nat.mul_ne_zero ‹_› ‹_›) ‹_›,
    mkRat_add_mkRat _ _ ‹_› ‹_›, mkRat_add_mkRat _ _ ‹_› (Nat.mul_ne_zero ‹_› ‹_›), Nat.mul_assoc]
  simp only [Int.natCast_mul, Int.add_mul, Int.add_assoc]
  congr 2
  · ac_rfl
  · congr 1 <;> ac_rfl
protected theorem add_left_comm (a b c : Rat) : a + (b + c) = b + (a + c) := by
  rw [← Rat.add_assoc, Rat.add_comm a, Rat.add_assoc]
protected theorem neg_add_cancel (a : Rat) : -a + a = 0 := by
  rw [add_def', num_neg, den_neg, Int.neg_mul, Int.add_left_neg, zero_mkRat]
protected theorem add_neg_cancel (a : Rat) : a + -a = 0 := by rw [Rat.add_comm, Rat.neg_add_cancel]
protected theorem add_right_cancel {a b : Rat} (c : Rat) (h : a + c = b + c) : a = b := by
  have := congrArg (· + -c) h
  simpa only [Rat.add_assoc, Rat.add_neg_cancel, Rat.add_zero] using this
protected theorem add_left_cancel {a b : Rat} (c : Rat) (h : c + a = c + b) : a = b :=
  Rat.add_right_cancel c (by rw [Rat.add_comm a, Rat.add_comm b, h])
theorem neg_mkRat (n d) : -mkRat n d = mkRat (-n) d := by
  by_cases z : d = 0
  · subst z; rfl
  · apply (eq_mkRat_iff_ z).mpr
    rw [num_neg, den_neg, Int.neg_mul, Int.neg_mul]
    exact congrArg _ ((eq_mkRat_iff_ z).mp rfl)
theorem neg_normalize (n d z) : -normalize n d z = normalize (-n) d z := by
  rw [normalize_eq_mkRat, normalize_eq_mkRat, neg_mkRat]
@[simp] theorem neg_divInt (n d) : -(n /. d) = -n /. d := by
  cases d with
  | ofNat d => exact neg_mkRat n d
  | negSucc d => rw [divInt_negSucc_, divInt_negSucc_, neg_mkRat]
@[simp] protected theorem neg_neg (a : Rat) : - -a = a := ext (Int.neg_neg _) rfl
@[simp] protected theorem neg_zero : -(0 : Rat) = 0 := rfl
theorem sub_def (a b : Rat) : a - b =
    normalize (a.num * b.den - b.num * a.den) (a.den * b.den) (Nat.mul_ne_zero a.den_nz b.den_nz) := rfl
theorem sub_def' (a b : Rat) : a - b = mkRat (a.num * b.den - b.num * a.den) (a.den * b.den) :=
  normalize_eq_mkRat (Nat.mul_ne_zero a.den_nz b.den_nz)
protected theorem sub_eq_add_neg (a b : Rat) : a - b = a + -b := by
  rw [sub_def', add_def', num_neg, den_neg, Int.neg_mul, Int.sub_eq_add_neg]
@[simp] protected theorem sub_self (a : Rat) : a - a = 0 := by rw [Rat.sub_eq_add_neg, Rat.add_neg_cancel]
@[simp] protected theorem sub_zero (a : Rat) : a - 0 = a := by
  rw [Rat.sub_eq_add_neg, Rat.neg_zero, Rat.add_zero]
@[simp] protected theorem zero_sub (a : Rat) : 0 - a = -a := by rw [Rat.sub_eq_add_neg, Rat.zero_add]
protected theorem neg_add (a b : Rat) : -(a + b) = -a + -b := by
  apply Rat.add_right_cancel (a + b)
  rw [Rat.neg_add_cancel, Rat.add_assoc, Rat.add_left_comm (-b), Rat.neg_add_cancel, Rat.add_zero,
    Rat.neg_add_cancel]
protected theorem neg_sub (a b : Rat) : -(a - b) = b - a := by
  rw [Rat.sub_eq_add_neg, Rat.neg_add, Rat.neg_neg, Rat.add_comm, ← Rat.sub_eq_add_neg]
protected theorem sub_add_cancel (a b : Rat) : a - b + b = a := by
  rw [Rat.sub_eq_add_neg, Rat.add_assoc, Rat.neg_add_cancel, Rat.add_zero]
protected theorem add_sub_cancel (a b : Rat) : a + b - b = a := by
  rw [Rat.sub_eq_add_neg, Rat.add_assoc, Rat.add_neg_cancel, Rat.add_zero]
protected theorem sub_eq_zero_iff {a b : Rat} : a - b = 0 ↔ a = b :=
  ⟨fun h => by rw [← Rat.sub_add_cancel a b, h, Rat.zero_add], fun h => by rw [h, Rat.sub_self]⟩

/-! ## Multiplication -/

theorem mul_def (a b : Rat) :
    a * b = normalize (a.num * b.num) (a.den * b.den) (Nat.mul_ne_zero a.den_nz b.den_nz) := rfl
theorem mul_def' (a b : Rat) : a * b = mkRat (a.num * b.num) (a.den * b.den) :=
  normalize_eq_mkRat (Nat.mul_ne_zero a.den_nz b.den_nz)
protected theorem mul_comm (a b : Rat) : a * b = b * a := by
  rw [mul_def', mul_def', Int.mul_comm, Nat.mul_comm]
@[simp] protected theorem zero_mul (a : Rat) : 0 * a = 0 := by
  rw [mul_def', num_zero, Int.zero_mul, zero_mkRat]
@[simp] protected theorem mul_zero (a : Rat) : a * 0 = 0 := by rw [Rat.mul_comm, Rat.zero_mul]
@[simp] protected theorem one_mul (a : Rat) : 1 * a = a := by
  rw [mul_def', num_one, den_one, Int.one_mul, Nat.one_mul, mkRat_self]
@[simp] protected theorem mul_one (a : Rat) : a * 1 = a := by rw [Rat.mul_comm, Rat.one_mul]
theorem normalize_mul_normalize (n₁ n₂) {d₁ d₂} (z₁ z₂) : normalize n₁ d₁ z₁ * normalize n₂ d₂ z₂ =
    normalize (n₁ * n₂) (d₁ * d₂) (Nat.mul_ne_zero z₁ z₂) := by
  rw [mul_def, normalize_eq_iff]
  obtain ⟨g₁, _, e₁, f₁⟩ := normalize_num_den' n₁ d₁ z₁
  obtain ⟨g₂, _, e₂, f₂⟩ := normalize_num_den' n₂ d₂ z₂
  generalize normalize n₁ d₁ z₁ = x at e₁ f₁ ⊢
  generalize normalize n₂ d₂ z₂ = y at e₂ f₂ ⊢
  rw [e₁, e₂, f₁, f₂]
  simp only [Int.natCast_mul]
  ac_rfl
@[simp] theorem mkRat_mul_mkRat (n₁ n₂ : Int) (d₁ d₂) :
    mkRat n₁ d₁ * mkRat n₂ d₂ = mkRat (n₁ * n₂) (d₁ * d₂) := by
  by_cases z₁ : d₁ = 0
  · subst z₁; rw [mkRat_zero, Rat.zero_mul, Nat.zero_mul, mkRat_zero]
  by_cases z₂ : d₂ = 0
  · subst z₂; rw [mkRat_zero, Rat.mul_zero, Nat.mul_zero, mkRat_zero]
  rw [← normalize_eq_mkRat z₁, ← normalize_eq_mkRat z₂, normalize_mul_normalize, normalize_eq_mkRat]
protected theorem mul_assoc (a b c : Rat) : a * b * c = a * (b * c) := by
  rw [← mkRat_self a, ← mkRat_self b, ← mkRat_self c]
  simp only [mkRat_mul_mkRat, Int.mul_assoc, Nat.mul_assoc]
protected theorem mul_left_comm (a b c : Rat) : a * (b * c) = b * (a * c) := by
  rw [← Rat.mul_assoc, Rat.mul_comm a, Rat.mul_assoc]
protected theorem add_mul (a b c : Rat) : (a + b) * c = a * c + b * c := by
  rw [← mkRat_self a, ← mkRat_self b, ← mkRat_self c]
  have := a.den_nz; have := b.den_nz; have := c.den_nz
  generalize a.num = x, a.den = d at *
  generalize b.num = y, b.den = e at *
  generalize c.num = z, c.den = f at *
  rw [mkRat_add_mkRat _ _ ‹_› ‹_›, mkRat_mul_mkRat, mkRat_mul_mkRat, mkRat_mul_mkRat,
    mkRat_add_mkRat _ _ (Nat.mul_ne_zero ‹_› ‹_›) (Nat.mul_ne_zero ‹_› ‹_›), mkRat_eq_iff
      (Nat.mul_ne_zero (Nat.mul_ne_zero ‹_› ‹_›) ‹_›)
      (Nat.mul_ne_zero (Nat.mul_ne_zero ‹_› ‹_›) (Nat.mul_ne_zero ‹_› ‹_›))]
  simp only [Int.natCast_mul, Int.add_mul]
  congr 1 <;> ac_rfl
protected theorem mul_add (a b c : Rat) : a * (b + c) = a * b + a * c := by
  rw [Rat.mul_comm, Rat.add_mul, Rat.mul_comm, Rat.mul_comm c a]
protected theorem neg_mul (a b : Rat) : -a * b = -(a * b) := by
  apply Rat.add_right_cancel (a * b)
  rw [← Rat.add_mul, Rat.neg_add_cancel, Rat.neg_add_cancel, Rat.zero_mul]
protected theorem mul_neg (a b : Rat) : a * -b = -(a * b) := by
  rw [Rat.mul_comm, Rat.neg_mul, Rat.mul_comm]
protected theorem sub_mul (a b c : Rat) : (a - b) * c = a * c - b * c := by
  rw [Rat.sub_eq_add_neg, Rat.add_mul, Rat.neg_mul, ← Rat.sub_eq_add_neg]
protected theorem mul_sub (a b c : Rat) : a * (b - c) = a * b - a * c := by
  rw [Rat.sub_eq_add_neg, Rat.mul_add, Rat.mul_neg, ← Rat.sub_eq_add_neg]
instance : Std.Associative (α := Rat) (· + ·) := ⟨Rat.add_assoc⟩
instance : Std.Commutative (α := Rat) (· + ·) := ⟨Rat.add_comm⟩
instance : Std.LawfulIdentity (α := Rat) (· + ·) 0 where
  left_id := Rat.zero_add
  right_id := Rat.add_zero
instance : Std.Associative (α := Rat) (· * ·) := ⟨Rat.mul_assoc⟩
instance : Std.Commutative (α := Rat) (· * ·) := ⟨Rat.mul_comm⟩
instance : Std.LawfulIdentity (α := Rat) (· * ·) 1 where
  left_id := Rat.one_mul
  right_id := Rat.mul_one
end Rat
