module
prelude
public import Init.Laws.Division
public import Init.Data.Float
public import Init.Data.Ord
/-!
Rational numbers: fractions in lowest terms with a positive denominator, their arithmetic and order. Every
operation computes a fraction and reduces it. The laws are in `Init.Laws.Rat` and `Init.Laws.RatOrder`.
-/

@[expose] public section

set_option linter.all false

/-- A fraction in lowest terms. -/
structure Rat where
  mk' ::
  num : Int
  den : Nat := 1
  den_nz : den ≠ 0 := by decide
  reduced : num.natAbs.Coprime den := by decide

instance : DecidableEq Rat := fun
  | ⟨a, b, _, _⟩, ⟨c, d, _, _⟩ =>
    if h : a = c ∧ b = d then isTrue (by obtain ⟨rfl, rfl⟩ := h; rfl) else isFalse fun e =>
      h (by cases e; exact ⟨rfl, rfl⟩)
theorem Rat.den_pos (self : Rat) : 0 < self.den := Nat.pos_of_ne_zero self.den_nz

theorem Rat.normalize.den_nz {num : Int} {den g : Nat} (den_nz : den ≠ 0) (e : g = num.natAbs.gcd den) :
    den / g ≠ 0 := by
  subst e
  intro h
  have := Nat.div_mul_cancel (Nat.gcd_dvd_right num.natAbs den)
  rw [h, Nat.zero_mul] at this
  exact den_nz this.symm
theorem Rat.normalize.reduced {num : Int} {den g : Nat} (den_nz : den ≠ 0) (e : g = num.natAbs.gcd den) :
    (num / g).natAbs.Coprime (den / g) := by
  subst e
  have hg := Nat.gcd_pos_of_pos_right num.natAbs (Nat.pos_of_ne_zero den_nz)
  have e : (num / (num.natAbs.gcd den : Nat)).natAbs = num.natAbs / num.natAbs.gcd den := by
    generalize hk : num.natAbs.gcd den = g at hg
    obtain ⟨k, hk⟩ : (g : Int) ∣ num := Int.ofNat_dvd_left.mpr (hk ▸ Nat.gcd_dvd_left _ _)
    rw [hk, Int.mul_ediv_cancel_left _ (Int.ne_of_gt (Int.natCast_pos.mpr hg)), Int.natAbs_mul,
      Int.natAbs_natCast, Nat.mul_div_cancel_left _ hg]
  rw [e]
  refine Nat.mul_right_cancel hg ?_
  rw [← Nat.gcd_mul_right, Nat.div_mul_cancel (Nat.gcd_dvd_left _ _),
    Nat.div_mul_cancel (Nat.gcd_dvd_right _ _), Nat.one_mul]
/-- The fraction, reduced. -/
def Rat.normalize (num : Int) (den : Nat := 1) (den_nz : den ≠ 0 := by decide) : Rat where
  num := num / (num.natAbs.gcd den : Nat)
  den := den / num.natAbs.gcd den
  den_nz := normalize.den_nz den_nz rfl
  reduced := normalize.reduced den_nz rfl
/-- The fraction, reduced; 0 if the denominator is. -/
def mkRat (num : Int) (den : Nat) : Rat :=
  if den_nz : den = 0 then { num := 0 } else Rat.normalize num den den_nz

namespace Rat
def ofInt (num : Int) : Rat := { num, reduced := Nat.coprime_one_right _ }
instance : IntCast Rat := ⟨ofInt⟩
instance : NatCast Rat := ⟨fun n => ofInt n⟩
instance {n : Nat} : OfNat Rat n := ⟨n⟩
instance : Inhabited Rat := ⟨0⟩
/-- Has the fraction the denominator 1? -/
@[inline] protected def isInt (a : Rat) : Bool := a.den == 1
/-- The quotient of two integers; 0 if the divisor is. -/
def divInt : Int → Int → Rat
  | n, .ofNat d => mkRat n d
  | n, .negSucc d => normalize (-n) d.succ nofun
@[inherit_doc] scoped infixl:70 " /. " => Rat.divInt

protected def add (a b : Rat) : Rat :=
  normalize (a.num * b.den + b.num * a.den) (a.den * b.den) (Nat.mul_ne_zero a.den_nz b.den_nz)
protected def neg (a : Rat) : Rat :=
  { a with num := -a.num, reduced := by rw [Int.natAbs_neg]; exact a.reduced }
protected def sub (a b : Rat) : Rat :=
  normalize (a.num * b.den - b.num * a.den) (a.den * b.den) (Nat.mul_ne_zero a.den_nz b.den_nz)
protected def mul (a b : Rat) : Rat :=
  normalize (a.num * b.num) (a.den * b.den) (Nat.mul_ne_zero a.den_nz b.den_nz)
/-- The inverse; that of 0 is 0. -/
protected def inv (a : Rat) : Rat := divInt a.den a.num
protected def pow (q : Rat) (n : Nat) : Rat where
  num := q.num ^ n
  den := q.den ^ n
  den_nz := Nat.ne_of_gt (Nat.pow_pos q.den_pos)
  reduced := by rw [Int.natAbs_pow]; exact q.reduced.pow _ _
instance : Add Rat := ⟨Rat.add⟩
instance : Neg Rat := ⟨Rat.neg⟩
instance : Sub Rat := ⟨Rat.sub⟩
instance : Mul Rat := ⟨Rat.mul⟩
instance : Inv Rat := ⟨Rat.inv⟩
protected def div (a b : Rat) : Rat := a * b⁻¹
instance : Div Rat := ⟨Rat.div⟩
instance : Pow Rat Nat := ⟨Rat.pow⟩
protected def zpow (q : Rat) (i : Int) : Rat := match i with
  | .ofNat n => q ^ n
  | .negSucc n => (q ^ (n + 1))⁻¹
instance : Pow Rat Int := ⟨Rat.zpow⟩
/-- `123.4e-5` is read as `ofScientific 1234 true 6`. -/
protected def ofScientific (m : Nat) (s : Bool) (e : Nat) : Rat :=
  if s then normalize m (10 ^ e) (Nat.ne_of_gt (Nat.pow_pos (by decide))) else (m * 10 ^ e : Nat)
instance : OfScientific Rat := ⟨fun m s e => Rat.ofScientific m s e⟩

/-! ## Order -/

protected def blt (a b : Rat) : Bool := a.num * b.den < b.num * a.den
instance : LT Rat := ⟨fun a b => a.blt b = true⟩
instance : LE Rat := ⟨fun a b => b.blt a = false⟩
instance (a b : Rat) : Decidable (a < b) := inferInstanceAs (Decidable (_ = true))
instance (a b : Rat) : Decidable (a ≤ b) := inferInstanceAs (Decidable (_ = false))
instance : Min Rat := ⟨fun a b => if a ≤ b then a else b⟩
instance : Max Rat := ⟨fun a b => if a ≤ b then b else a⟩
instance : Ord Rat := ⟨fun a b => if a < b then .lt else if a = b then .eq else .gt⟩
protected def abs (a : Rat) : Rat := if 0 ≤ a then a else -a
protected def floor (a : Rat) : Int := if a.den = 1 then a.num else a.num / a.den
protected def ceil (a : Rat) : Int := if a.den = 1 then a.num else a.num / a.den + 1

/-! ## Other types -/

def toFloat (a : Rat) : Float := a.num.toFloat / a.den.toFloat
instance : ToString Rat :=
  ⟨fun a => if a.den = 1 then toString a.num else toString a.num ++ "/" ++ toString a.den⟩
instance : Repr Rat := ⟨fun a _ => if a.den = 1 then repr a.num else
  Std.Format.text ("(" ++ toString a.num ++ " : Rat)/" ++ toString a.den)⟩
instance : Hashable Rat := ⟨fun a => mixHash (hash a.num) (hash a.den)⟩
end Rat
