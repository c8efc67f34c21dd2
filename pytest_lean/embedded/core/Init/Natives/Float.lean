module
prelude
public import Init.Data.Fin
public import Init.Data.UInt
/-!
`Float`, the numbers of the machine (IEEE 754, 64 bits): the type, and its operations bound to the
functions of the runtime. Nothing can be proved about them, as in Lean; a program computes with them.
-/

@[expose] public section

set_option linter.all false

universe u

/-- What is known of floating point numbers: they can be compared. -/
structure FloatSpec where
  float : Type
  val : float
  lt : float → float → Prop
  le : float → float → Prop
  decLt : DecidableRel lt
  decLe : DecidableRel le
opaque floatSpec : FloatSpec :=
  ⟨Unit, (), fun _ _ => True, fun _ _ => True, fun _ _ => isTrue trivial, fun _ _ => isTrue trivial⟩

/-- A floating point number of the machine. -/
structure Float where
  val : floatSpec.float
instance Float.instNonempty : Nonempty Float := ⟨⟨floatSpec.val⟩⟩

namespace Float

@[extern "native"] opaque add : Float → Float → Float
@[extern "native"] opaque sub : Float → Float → Float
@[extern "native"] opaque mul : Float → Float → Float
@[extern "native"] opaque div : Float → Float → Float
@[extern "native"] opaque neg : Float → Float
@[extern "native"] protected opaque beq (a b : Float) : Bool
def lt : Float → Float → Prop := fun a b => floatSpec.lt a.val b.val
def le : Float → Float → Prop := fun a b => floatSpec.le a.val b.val
instance instLT : LT Float := ⟨Float.lt⟩
instance instLE : LE Float := ⟨Float.le⟩
@[extern "native"] opaque decLt (a b : Float) : Decidable (a < b) := floatSpec.decLt a.val b.val
@[extern "native"] opaque decLe (a b : Float) : Decidable (a ≤ b) := floatSpec.decLe a.val b.val

@[extern "native"] protected opaque toString : Float → String
@[extern "native"]
protected opaque ofScientific (mantissa : Nat) (exponentSign : Bool) (decimalExponent : Nat) : Float
@[extern "native"] protected opaque ofNat : (@& Nat) → Float
@[extern "native"] protected opaque ofInt : Int → Float
@[extern "native"] opaque ofBits : UInt64 → Float
@[extern "native"] opaque toBits : Float → UInt64
@[extern "native"] opaque toUInt8 : Float → UInt8
@[extern "native"] opaque toUInt16 : Float → UInt16
@[extern "native"] opaque toUInt32 : Float → UInt32
@[extern "native"] opaque toUInt64 : Float → UInt64
@[extern "native"] opaque isNaN : Float → Bool
@[extern "native"] opaque isFinite : Float → Bool
@[extern "native"] opaque isInf : Float → Bool
@[extern "native"] opaque frExp (x : Float) : Float × Int := ⟨x, 0⟩
@[extern "native"] opaque scaleB (x : Float) (i : @& Int) : Float

@[extern "native"] opaque sin : Float → Float
@[extern "native"] opaque cos : Float → Float
@[extern "native"] opaque tan : Float → Float
@[extern "native"] opaque asin : Float → Float
@[extern "native"] opaque acos : Float → Float
@[extern "native"] opaque atan : Float → Float
@[extern "native"] opaque atan2 : Float → Float → Float
@[extern "native"] opaque sinh : Float → Float
@[extern "native"] opaque cosh : Float → Float
@[extern "native"] opaque tanh : Float → Float
@[extern "native"] opaque exp : Float → Float
@[extern "native"] opaque exp2 : Float → Float
@[extern "native"] opaque log : Float → Float
@[extern "native"] opaque log2 : Float → Float
@[extern "native"] opaque log10 : Float → Float
@[extern "native"] opaque pow : Float → Float → Float
@[extern "native"] opaque sqrt : Float → Float
@[extern "native"] opaque cbrt : Float → Float
@[extern "native"] opaque ceil : Float → Float
@[extern "native"] opaque floor : Float → Float
@[extern "native"] opaque round : Float → Float
@[extern "native"] opaque abs : Float → Float

end Float

@[extern "native"] opaque UInt8.toFloat (n : UInt8) : Float
@[extern "native"] opaque UInt16.toFloat (n : UInt16) : Float
@[extern "native"] opaque UInt32.toFloat (n : UInt32) : Float
@[extern "native"] opaque UInt64.toFloat (n : UInt64) : Float
