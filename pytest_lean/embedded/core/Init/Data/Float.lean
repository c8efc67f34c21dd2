module
prelude
public import Init.Natives.Float
public import Init.Data.ToString
/-!
Decimal literals (`OfScientific`), and the arithmetic, comparison and printing of `Float`.
-/

@[expose] public section

set_option linter.all false

universe u

/-- Types with decimal literals: `ofScientific m true e` is `m * 10 ^ -e`, `ofScientific m false e` is
`m * 10 ^ e`. -/
class OfScientific (α : Type u) where
  ofScientific (mantissa : Nat) (exponentSign : Bool) (decimalExponent : Nat) : α

namespace Float
instance : Inhabited Float := ⟨Float.ofNat 0⟩
instance : Add Float := ⟨Float.add⟩
instance : Sub Float := ⟨Float.sub⟩
instance : Mul Float := ⟨Float.mul⟩
instance : Div Float := ⟨Float.div⟩
instance : Neg Float := ⟨Float.neg⟩
instance : BEq Float := ⟨Float.beq⟩
instance : HomogeneousPow Float := ⟨Float.pow⟩
instance floatDecLt (a b : Float) : Decidable (a < b) := Float.decLt a b
instance floatDecLe (a b : Float) : Decidable (a ≤ b) := Float.decLe a b
instance : Min Float := ⟨fun a b => if a ≤ b then a else b⟩
instance : Max Float := ⟨fun a b => if a ≤ b then b else a⟩
instance instOfNat {n : Nat} : OfNat Float n := ⟨Float.ofNat n⟩
@[default_instance 499] instance instOfScientific : OfScientific Float := ⟨Float.ofScientific⟩
instance : NatCast Float := ⟨Float.ofNat⟩
instance : IntCast Float := ⟨Float.ofInt⟩
instance : ToString Float := ⟨Float.toString⟩
/-- A number as Lean reads it: a negative one is in parentheses where it stands as an argument. -/
instance : Repr Float where
  reprPrec n prec :=
    if n < 0 then Repr.addAppParen (Std.Format.text n.toString) prec else Std.Format.text n.toString
instance : ReprAtom Float := ⟨⟩
end Float
def Nat.toFloat (n : Nat) : Float := Float.ofNat n
def Int.toFloat (n : Int) : Float := Float.ofInt n
