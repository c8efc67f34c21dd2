module
prelude
public import Init.Data.Int.More
public import Init.Data.Float
public import Init.Data.Ord
/-!
Rational numbers to compute with: fractions in lowest terms with a positive denominator. There are no
lemmas about them.
-/

@[expose] public section

set_option linter.all false

/-- A fraction in lowest terms. -/
structure Rat where
  num : Int
  den : Nat := 1
  den_nz : den ≠ 0 := by decide
  reduced : num.natAbs.Coprime den := by decide

namespace Rat
instance : DecidableEq Rat := fun
  | ⟨a, b, _, _⟩, ⟨c, d, _, _⟩ =>
    if h : a = c ∧ b = d then isTrue (by obtain ⟨rfl, rfl⟩ := h; rfl) else isFalse fun e =>
      h (by cases e; exact ⟨rfl, rfl⟩)
/-- The fraction, reduced. -/
def normalize (num : Int) (den : Nat := 1) (den_nz : den ≠ 0 := by decide) : Rat where
  num := num.tdiv (num.natAbs.gcd den)
  den := den / num.natAbs.gcd den
  den_nz h := by
    have hg := Nat.gcd_pos_of_pos_right num.natAbs (Nat.pos_of_ne_zero den_nz)
    have := Nat.div_mul_cancel (Nat.gcd_dvd_right num.natAbs den)
    rw [h, Nat.zero_mul] at this
    exact den_nz this.symm
  reduced := by
    have hg := Nat.gcd_pos_of_pos_right num.natAbs (Nat.pos_of_ne_zero den_nz)
    have e : (num.tdiv (num.natAbs.gcd den)).natAbs = num.natAbs / num.natAbs.gcd den := by
      generalize num.natAbs.gcd den = g
      cases num with
      | ofNat n => rfl
      | negSucc n => show (-(Int.ofNat ((n + 1) / g))).natAbs = (n + 1) / g; rw [Int.natAbs_neg]; rfl
    rw [e]
    refine Nat.mul_right_cancel hg ?_
    rw [← Nat.gcd_mul_right, Nat.div_mul_cancel (Nat.gcd_dvd_left _ _),
      Nat.div_mul_cancel (Nat.gcd_dvd_right _ _), Nat.one_mul]
def ofInt (num : Int) : Rat := ⟨num, 1, by decide, Nat.coprime_one_right _⟩
instance : IntCast Rat := ⟨ofInt⟩
instance : NatCast Rat := ⟨fun n => ofInt n⟩
instance {n : Nat} : OfNat Rat n := ⟨ofInt n⟩
instance : Inhabited Rat := ⟨0⟩
/-- The quotient of two integers; 0 if the divisor is. -/
def divInt (a b : Int) : Rat :=
  if h : b.natAbs = 0 then 0 else normalize (b.sign * a) b.natAbs h
def mkRat (num : Int) (den : Nat) : Rat := divInt num den
protected def add (a b : Rat) : Rat := divInt (a.num * b.den + b.num * a.den) (a.den * b.den : Nat)
protected def neg (a : Rat) : Rat :=
  { a with num := -a.num, reduced := by rw [Int.natAbs_neg]; exact a.reduced }
protected def sub (a b : Rat) : Rat := divInt (a.num * b.den - b.num * a.den) (a.den * b.den : Nat)
protected def mul (a b : Rat) : Rat := divInt (a.num * b.num) (a.den * b.den : Nat)
protected def inv (a : Rat) : Rat := divInt a.den a.num
protected def pow (a : Rat) : Nat → Rat
  | 0 => 1
  | n + 1 => Rat.mul (Rat.pow a n) a
instance : Add Rat := ⟨Rat.add⟩
instance : Neg Rat := ⟨Rat.neg⟩
instance : Sub Rat := ⟨Rat.sub⟩
instance : Mul Rat := ⟨Rat.mul⟩
instance : Inv Rat := ⟨Rat.inv⟩
instance : Div Rat := ⟨fun a b => a * b.inv⟩
instance : NatPow Rat := ⟨Rat.pow⟩
instance : OfScientific Rat where
  ofScientific m s e := if s then divInt m (10 ^ e : Nat) else ofInt (m * 10 ^ e : Nat)
instance : LT Rat := ⟨fun a b => a.num * b.den < b.num * a.den⟩
instance : LE Rat := ⟨fun a b => a.num * b.den ≤ b.num * a.den⟩
instance (a b : Rat) : Decidable (a < b) := inferInstanceAs (Decidable (a.num * b.den < b.num * a.den))
instance (a b : Rat) : Decidable (a ≤ b) := inferInstanceAs (Decidable (a.num * b.den ≤ b.num * a.den))
instance : Min Rat := ⟨fun a b => if a ≤ b then a else b⟩
instance : Max Rat := ⟨fun a b => if a ≤ b then b else a⟩
protected def abs (a : Rat) : Rat := if a < 0 then -a else a
protected def floor (a : Rat) : Int := a.num / a.den
protected def ceil (a : Rat) : Int := -((-a.num) / a.den)
def toFloat (a : Rat) : Float := a.num.toFloat / a.den.toFloat
instance : ToString Rat :=
  ⟨fun a => if a.den = 1 then toString a.num else toString a.num ++ "/" ++ toString a.den⟩
instance : Repr Rat := ⟨fun a _ => if a.den = 1 then repr a.num else
  Std.Format.text ("(" ++ toString a.num ++ " : Rat)/" ++ toString a.den)⟩
instance : Hashable Rat := ⟨fun a => mixHash (hash a.num) (hash a.den)⟩
end Rat
def mkRat (num : Int) (den : Nat) : Rat := Rat.mkRat num den
