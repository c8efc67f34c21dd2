module
prelude
public import Init.Core.Classes
/-!
`Int`: the type, its arithmetic, its order, and the decision procedures for `=`, `<` and `≤`. The lemmas
are in `Init.Data.Int.Lemmas`.
-/

@[expose] public section

set_option linter.all false

set_option genCtorIdx false in
/-- An integer is a natural number, or minus the successor of one. -/
inductive Int : Type where
  | ofNat : Nat → Int
  | negSucc : Nat → Int

attribute [extern "lean_nat_to_int"] Int.ofNat
attribute [extern "lean_int_neg_succ_of_nat"] Int.negSucc

class NatCast (R : Type u) where
  natCast : Nat → R
class IntCast (R : Type u) where
  intCast : Int → R
@[coe, reducible, match_pattern] protected def Nat.cast {R : Type u} [NatCast R] : Nat → R := NatCast.natCast
@[coe, reducible, match_pattern] protected def Int.cast {R : Type u} [IntCast R] : Int → R := IntCast.intCast
instance instCoeTailNatOfNatCast {R : Type u} [NatCast R] : CoeTail Nat R := ⟨Nat.cast⟩
instance instCoeHTCTNatOfNatCast {R : Type u} [NatCast R] : CoeHTCT Nat R := ⟨Nat.cast⟩
instance instCoeTailIntOfIntCast {R : Type u} [IntCast R] : CoeTail Int R := ⟨Int.cast⟩
instance instCoeHTCTIntOfIntCast {R : Type u} [IntCast R] : CoeHTCT Int R := ⟨Int.cast⟩
instance instNatCastNat : NatCast Nat := ⟨id⟩
instance instNatCastInt : NatCast Int := ⟨Int.ofNat⟩
instance instIntCastInt : IntCast Int := ⟨id⟩
instance instOfNat {n : Nat} : OfNat Int n := ⟨Int.ofNat n⟩

namespace Int
instance instInhabited : Inhabited Int := ⟨ofNat 0⟩

def negOfNat : Nat → Int
  | 0 => 0
  | n + 1 => negSucc n
@[extern "lean_int_neg"] protected def neg : Int → Int
  | ofNat n => negOfNat n
  | negSucc n => ofNat (n + 1)
@[default_instance 500] instance instNegInt : Neg Int := ⟨Int.neg⟩

def subNatNat (m n : Nat) : Int :=
  match n - m with
  | 0 => ofNat (m - n)
  | k + 1 => negSucc k

@[extern "lean_int_add"] protected def add : Int → Int → Int
  | ofNat m, ofNat n => ofNat (m + n)
  | ofNat m, negSucc n => subNatNat m (n + 1)
  | negSucc m, ofNat n => subNatNat n (m + 1)
  | negSucc m, negSucc n => negSucc (m + n + 1)
instance instAdd : Add Int := ⟨Int.add⟩

@[extern "lean_int_mul"] protected def mul : Int → Int → Int
  | ofNat m, ofNat n => ofNat (m * n)
  | ofNat m, negSucc n => negOfNat (m * (n + 1))
  | negSucc m, ofNat n => negOfNat ((m + 1) * n)
  | negSucc m, negSucc n => ofNat ((m + 1) * (n + 1))
instance instMul : Mul Int := ⟨Int.mul⟩

@[extern "lean_int_sub"] protected def sub (m n : Int) : Int := m + -n
instance instSub : Sub Int := ⟨Int.sub⟩

inductive NonNeg : Int → Prop where
  | mk (n : Nat) : NonNeg (ofNat n)
protected def le (a b : Int) : Prop := NonNeg (b - a)
instance instLEInt : LE Int := ⟨Int.le⟩
protected def lt (a b : Int) : Prop := (a + 1) ≤ b
instance instLTInt : LT Int := ⟨Int.lt⟩

/-- A proposition that separates the two constructors. -/
@[reducible] def IsOfNat (a : Int) : Prop := Int.rec (fun _ => True) (fun _ => False) a

noncomputable def magnitude (a : Int) : Nat := Int.rec (motive := fun _ => Nat) (fun n => n) (fun n => n) a

theorem NonNeg.isOfNat {a : Int} (h : NonNeg a) : IsOfNat a :=
  NonNeg.rec (motive := fun a _ => IsOfNat a) (fun _ => trivial) h

@[extern "lean_int_dec_eq"] protected def decEq (a b : Int) : Decidable (a = b) :=
  match a, b with
  | ofNat a, ofNat b => match decEq a b with
    | isTrue h => isTrue (congrArg ofNat h)
    | isFalse h => isFalse (fun e => h (congrArg magnitude e))
  | ofNat _, negSucc _ => isFalse (fun e => Eq.mp (congrArg IsOfNat e) trivial)
  | negSucc _, ofNat _ => isFalse (fun e => Eq.mpr (congrArg IsOfNat e) trivial)
  | negSucc a, negSucc b => match decEq a b with
    | isTrue h => isTrue (congrArg negSucc h)
    | isFalse h => isFalse (fun e => h (congrArg magnitude e))
instance instDecidableEq : DecidableEq Int := Int.decEq

@[extern "lean_int_dec_nonneg"] def decNonneg (m : Int) : Decidable (NonNeg m) :=
  match m with
  | ofNat m => isTrue (NonNeg.mk m)
  | negSucc _ => isFalse (fun h => h.isOfNat)
@[extern "lean_int_dec_le"] instance decLe (a b : Int) : Decidable (a ≤ b) := decNonneg (b - a)
@[extern "lean_int_dec_lt"] instance decLt (a b : Int) : Decidable (a < b) := decNonneg (b - (a + 1))

@[extern "lean_nat_abs"] def natAbs (m : @& Int) : Nat :=
  match m with
  | ofNat m => m
  | negSucc m => m + 1
end Int
attribute [gen_constructor_elims] Int
namespace Int

def sign : Int → Int
  | ofNat (_ + 1) => 1
  | ofNat 0 => 0
  | negSucc _ => -1
def toNat : Int → Nat
  | ofNat n => n
  | negSucc _ => 0
def toNat? : Int → Option Nat
  | ofNat n => some n
  | negSucc _ => none
protected def pow (m : Int) : Nat → Int
  | 0 => 1
  | n + 1 => Int.pow m n * m
instance instNatPow : NatPow Int := ⟨Int.pow⟩
instance instMin : Min Int := ⟨fun a b => if a ≤ b then a else b⟩
instance instMax : Max Int := ⟨fun a b => if a ≤ b then b else a⟩
end Int
