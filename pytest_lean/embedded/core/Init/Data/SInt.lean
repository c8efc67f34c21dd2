module
prelude
public import Init.Data.BitVec
public import Init.Data.Int.More
public import Init.Data.Ord
/-!
The machine integers with a sign, `Int8` to `Int64` and `ISize`: numbers modulo the size, read as two's
complement.
-/

@[expose] public section

set_option linter.all false

/-- Integers of 8 bits. -/
structure Int8 where
  ofBits ::
  toBits : UInt8
deriving DecidableEq

namespace Int8
/-- The number, which is negative if its top bit is set. -/
def toInt (a : Int8) : Int := (BitVec.ofNat 8 a.toBits.toNat).toInt
def ofInt (i : Int) : Int8 := ⟨UInt8.ofNat (i % ((2 ^ 8 : Nat) : Int)).toNat⟩
def ofNat (n : Nat) : Int8 := ⟨UInt8.ofNat n⟩
def toNat (a : Int8) : Nat := a.toInt.toNat
def toUInt8 (a : Int8) : UInt8 := a.toBits
instance (n : Nat) : OfNat Int8 n := ⟨ofNat n⟩
instance : Inhabited Int8 := ⟨0⟩
instance : Neg Int8 := ⟨fun a => ofInt (-a.toInt)⟩
instance : Add Int8 := ⟨fun a b => ⟨a.toBits + b.toBits⟩⟩
instance : Sub Int8 := ⟨fun a b => ⟨a.toBits - b.toBits⟩⟩
instance : Mul Int8 := ⟨fun a b => ⟨a.toBits * b.toBits⟩⟩
instance : Div Int8 := ⟨fun a b => ofInt (a.toInt.tdiv b.toInt)⟩
instance : Mod Int8 := ⟨fun a b => ofInt (a.toInt.tmod b.toInt)⟩
instance : AndOp Int8 := ⟨fun a b => ⟨a.toBits &&& b.toBits⟩⟩
instance : OrOp Int8 := ⟨fun a b => ⟨a.toBits ||| b.toBits⟩⟩
instance : XorOp Int8 := ⟨fun a b => ⟨a.toBits ^^^ b.toBits⟩⟩
instance : ShiftLeft Int8 := ⟨fun a b => ⟨a.toBits <<< UInt8.ofNat (b.toInt % 8).toNat⟩⟩
instance : ShiftRight Int8 := ⟨fun a b => ofInt (a.toInt / ((2 ^ (b.toInt % 8).toNat : Nat) : Int))⟩
instance : Complement Int8 := ⟨fun a => ⟨~~~a.toBits⟩⟩
instance : LT Int8 := ⟨fun a b => a.toInt < b.toInt⟩
instance : LE Int8 := ⟨fun a b => a.toInt ≤ b.toInt⟩
instance (a b : Int8) : Decidable (a < b) := inferInstanceAs (Decidable (a.toInt < b.toInt))
instance (a b : Int8) : Decidable (a ≤ b) := inferInstanceAs (Decidable (a.toInt ≤ b.toInt))
instance : Ord Int8 := ⟨fun a b => compare a.toInt b.toInt⟩
instance : Hashable UInt8 := ⟨fun n => hash n.toNat⟩
instance : Hashable Int8 := ⟨fun a => hash a.toBits⟩
instance : ToString Int8 := ⟨fun a => toString a.toInt⟩
instance : Repr Int8 := ⟨fun a prec => reprPrec a.toInt prec⟩
def minValue : Int8 := ofInt (-(2 ^ (8 - 1) : Nat))
def maxValue : Int8 := ofInt ((2 ^ (8 - 1) - 1 : Nat) : Int)
end Int8
def Int.toInt8 (i : Int) : Int8 := .ofInt i
def _root_.Bool.toInt8 (b : Bool) : Int8 := if b then 1 else 0
def Nat.toInt8 (n : Nat) : Int8 := .ofNat n

/-- Integers of 16 bits. -/
structure Int16 where
  ofBits ::
  toBits : UInt16
deriving DecidableEq

namespace Int16
/-- The number, which is negative if its top bit is set. -/
def toInt (a : Int16) : Int := (BitVec.ofNat 16 a.toBits.toNat).toInt
def ofInt (i : Int) : Int16 := ⟨UInt16.ofNat (i % ((2 ^ 16 : Nat) : Int)).toNat⟩
def ofNat (n : Nat) : Int16 := ⟨UInt16.ofNat n⟩
def toNat (a : Int16) : Nat := a.toInt.toNat
def toUInt16 (a : Int16) : UInt16 := a.toBits
instance (n : Nat) : OfNat Int16 n := ⟨ofNat n⟩
instance : Inhabited Int16 := ⟨0⟩
instance : Neg Int16 := ⟨fun a => ofInt (-a.toInt)⟩
instance : Add Int16 := ⟨fun a b => ⟨a.toBits + b.toBits⟩⟩
instance : Sub Int16 := ⟨fun a b => ⟨a.toBits - b.toBits⟩⟩
instance : Mul Int16 := ⟨fun a b => ⟨a.toBits * b.toBits⟩⟩
instance : Div Int16 := ⟨fun a b => ofInt (a.toInt.tdiv b.toInt)⟩
instance : Mod Int16 := ⟨fun a b => ofInt (a.toInt.tmod b.toInt)⟩
instance : AndOp Int16 := ⟨fun a b => ⟨a.toBits &&& b.toBits⟩⟩
instance : OrOp Int16 := ⟨fun a b => ⟨a.toBits ||| b.toBits⟩⟩
instance : XorOp Int16 := ⟨fun a b => ⟨a.toBits ^^^ b.toBits⟩⟩
instance : ShiftLeft Int16 := ⟨fun a b => ⟨a.toBits <<< UInt16.ofNat (b.toInt % 16).toNat⟩⟩
instance : ShiftRight Int16 := ⟨fun a b => ofInt (a.toInt / ((2 ^ (b.toInt % 16).toNat : Nat) : Int))⟩
instance : Complement Int16 := ⟨fun a => ⟨~~~a.toBits⟩⟩
instance : LT Int16 := ⟨fun a b => a.toInt < b.toInt⟩
instance : LE Int16 := ⟨fun a b => a.toInt ≤ b.toInt⟩
instance (a b : Int16) : Decidable (a < b) := inferInstanceAs (Decidable (a.toInt < b.toInt))
instance (a b : Int16) : Decidable (a ≤ b) := inferInstanceAs (Decidable (a.toInt ≤ b.toInt))
instance : Ord Int16 := ⟨fun a b => compare a.toInt b.toInt⟩
instance : Hashable UInt16 := ⟨fun n => hash n.toNat⟩
instance : Hashable Int16 := ⟨fun a => hash a.toBits⟩
instance : ToString Int16 := ⟨fun a => toString a.toInt⟩
instance : Repr Int16 := ⟨fun a prec => reprPrec a.toInt prec⟩
def minValue : Int16 := ofInt (-(2 ^ (16 - 1) : Nat))
def maxValue : Int16 := ofInt ((2 ^ (16 - 1) - 1 : Nat) : Int)
end Int16
def Int.toInt16 (i : Int) : Int16 := .ofInt i
def _root_.Bool.toInt16 (b : Bool) : Int16 := if b then 1 else 0
def Nat.toInt16 (n : Nat) : Int16 := .ofNat n

/-- Integers of 32 bits. -/
structure Int32 where
  ofBits ::
  toBits : UInt32
deriving DecidableEq

namespace Int32
/-- The number, which is negative if its top bit is set. -/
def toInt (a : Int32) : Int := (BitVec.ofNat 32 a.toBits.toNat).toInt
def ofInt (i : Int) : Int32 := ⟨UInt32.ofNat (i % ((2 ^ 32 : Nat) : Int)).toNat⟩
def ofNat (n : Nat) : Int32 := ⟨UInt32.ofNat n⟩
def toNat (a : Int32) : Nat := a.toInt.toNat
def toUInt32 (a : Int32) : UInt32 := a.toBits
instance (n : Nat) : OfNat Int32 n := ⟨ofNat n⟩
instance : Inhabited Int32 := ⟨0⟩
instance : Neg Int32 := ⟨fun a => ofInt (-a.toInt)⟩
instance : Add Int32 := ⟨fun a b => ⟨a.toBits + b.toBits⟩⟩
instance : Sub Int32 := ⟨fun a b => ⟨a.toBits - b.toBits⟩⟩
instance : Mul Int32 := ⟨fun a b => ⟨a.toBits * b.toBits⟩⟩
instance : Div Int32 := ⟨fun a b => ofInt (a.toInt.tdiv b.toInt)⟩
instance : Mod Int32 := ⟨fun a b => ofInt (a.toInt.tmod b.toInt)⟩
instance : AndOp Int32 := ⟨fun a b => ⟨a.toBits &&& b.toBits⟩⟩
instance : OrOp Int32 := ⟨fun a b => ⟨a.toBits ||| b.toBits⟩⟩
instance : XorOp Int32 := ⟨fun a b => ⟨a.toBits ^^^ b.toBits⟩⟩
instance : ShiftLeft Int32 := ⟨fun a b => ⟨a.toBits <<< UInt32.ofNat (b.toInt % 32).toNat⟩⟩
instance : ShiftRight Int32 := ⟨fun a b => ofInt (a.toInt / ((2 ^ (b.toInt % 32).toNat : Nat) : Int))⟩
instance : Complement Int32 := ⟨fun a => ⟨~~~a.toBits⟩⟩
instance : LT Int32 := ⟨fun a b => a.toInt < b.toInt⟩
instance : LE Int32 := ⟨fun a b => a.toInt ≤ b.toInt⟩
instance (a b : Int32) : Decidable (a < b) := inferInstanceAs (Decidable (a.toInt < b.toInt))
instance (a b : Int32) : Decidable (a ≤ b) := inferInstanceAs (Decidable (a.toInt ≤ b.toInt))
instance : Ord Int32 := ⟨fun a b => compare a.toInt b.toInt⟩
instance : Hashable UInt32 := ⟨fun n => hash n.toNat⟩
instance : Hashable Int32 := ⟨fun a => hash a.toBits⟩
instance : ToString Int32 := ⟨fun a => toString a.toInt⟩
instance : Repr Int32 := ⟨fun a prec => reprPrec a.toInt prec⟩
def minValue : Int32 := ofInt (-(2 ^ (32 - 1) : Nat))
def maxValue : Int32 := ofInt ((2 ^ (32 - 1) - 1 : Nat) : Int)
end Int32
def Int.toInt32 (i : Int) : Int32 := .ofInt i
def _root_.Bool.toInt32 (b : Bool) : Int32 := if b then 1 else 0
def Nat.toInt32 (n : Nat) : Int32 := .ofNat n

/-- Integers of 64 bits. -/
structure Int64 where
  ofBits ::
  toBits : UInt64
deriving DecidableEq

namespace Int64
/-- The number, which is negative if its top bit is set. -/
def toInt (a : Int64) : Int := (BitVec.ofNat 64 a.toBits.toNat).toInt
def ofInt (i : Int) : Int64 := ⟨UInt64.ofNat (i % ((2 ^ 64 : Nat) : Int)).toNat⟩
def ofNat (n : Nat) : Int64 := ⟨UInt64.ofNat n⟩
def toNat (a : Int64) : Nat := a.toInt.toNat
def toUInt64 (a : Int64) : UInt64 := a.toBits
instance (n : Nat) : OfNat Int64 n := ⟨ofNat n⟩
instance : Inhabited Int64 := ⟨0⟩
instance : Neg Int64 := ⟨fun a => ofInt (-a.toInt)⟩
instance : Add Int64 := ⟨fun a b => ⟨a.toBits + b.toBits⟩⟩
instance : Sub Int64 := ⟨fun a b => ⟨a.toBits - b.toBits⟩⟩
instance : Mul Int64 := ⟨fun a b => ⟨a.toBits * b.toBits⟩⟩
instance : Div Int64 := ⟨fun a b => ofInt (a.toInt.tdiv b.toInt)⟩
instance : Mod Int64 := ⟨fun a b => ofInt (a.toInt.tmod b.toInt)⟩
instance : AndOp Int64 := ⟨fun a b => ⟨a.toBits &&& b.toBits⟩⟩
instance : OrOp Int64 := ⟨fun a b => ⟨a.toBits ||| b.toBits⟩⟩
instance : XorOp Int64 := ⟨fun a b => ⟨a.toBits ^^^ b.toBits⟩⟩
instance : ShiftLeft Int64 := ⟨fun a b => ⟨a.toBits <<< UInt64.ofNat (b.toInt % 64).toNat⟩⟩
instance : ShiftRight Int64 := ⟨fun a b => ofInt (a.toInt / ((2 ^ (b.toInt % 64).toNat : Nat) : Int))⟩
instance : Complement Int64 := ⟨fun a => ⟨~~~a.toBits⟩⟩
instance : LT Int64 := ⟨fun a b => a.toInt < b.toInt⟩
instance : LE Int64 := ⟨fun a b => a.toInt ≤ b.toInt⟩
instance (a b : Int64) : Decidable (a < b) := inferInstanceAs (Decidable (a.toInt < b.toInt))
instance (a b : Int64) : Decidable (a ≤ b) := inferInstanceAs (Decidable (a.toInt ≤ b.toInt))
instance : Ord Int64 := ⟨fun a b => compare a.toInt b.toInt⟩
instance : Hashable Int64 := ⟨fun a => hash a.toBits⟩
instance : ToString Int64 := ⟨fun a => toString a.toInt⟩
instance : Repr Int64 := ⟨fun a prec => reprPrec a.toInt prec⟩
def minValue : Int64 := ofInt (-(2 ^ (64 - 1) : Nat))
def maxValue : Int64 := ofInt ((2 ^ (64 - 1) - 1 : Nat) : Int)
end Int64
def Int.toInt64 (i : Int) : Int64 := .ofInt i
def _root_.Bool.toInt64 (b : Bool) : Int64 := if b then 1 else 0
def Nat.toInt64 (n : Nat) : Int64 := .ofNat n

/-- Integers of a machine word. -/
structure ISize where
  ofBits ::
  toBits : USize
deriving DecidableEq

namespace ISize
/-- The number, which is negative if its top bit is set. -/
def toInt (a : ISize) : Int := (BitVec.ofNat System.Platform.numBits a.toBits.toNat).toInt
def ofInt (i : Int) : ISize := ⟨USize.ofNat (i % ((2 ^ System.Platform.numBits : Nat) : Int)).toNat⟩
def ofNat (n : Nat) : ISize := ⟨USize.ofNat n⟩
def toNat (a : ISize) : Nat := a.toInt.toNat
def toUSize (a : ISize) : USize := a.toBits
instance (n : Nat) : OfNat ISize n := ⟨ofNat n⟩
instance : Inhabited ISize := ⟨0⟩
instance : Neg ISize := ⟨fun a => ofInt (-a.toInt)⟩
instance : Add ISize := ⟨fun a b => ⟨a.toBits + b.toBits⟩⟩
instance : Sub ISize := ⟨fun a b => ⟨a.toBits - b.toBits⟩⟩
instance : Mul ISize := ⟨fun a b => ⟨a.toBits * b.toBits⟩⟩
instance : Div ISize := ⟨fun a b => ofInt (a.toInt.tdiv b.toInt)⟩
instance : Mod ISize := ⟨fun a b => ofInt (a.toInt.tmod b.toInt)⟩
instance : AndOp ISize := ⟨fun a b => ⟨a.toBits &&& b.toBits⟩⟩
instance : OrOp ISize := ⟨fun a b => ⟨a.toBits ||| b.toBits⟩⟩
instance : XorOp ISize := ⟨fun a b => ⟨a.toBits ^^^ b.toBits⟩⟩
instance : Complement ISize := ⟨fun a => ⟨~~~a.toBits⟩⟩
instance : LT ISize := ⟨fun a b => a.toInt < b.toInt⟩
instance : LE ISize := ⟨fun a b => a.toInt ≤ b.toInt⟩
instance (a b : ISize) : Decidable (a < b) := inferInstanceAs (Decidable (a.toInt < b.toInt))
instance (a b : ISize) : Decidable (a ≤ b) := inferInstanceAs (Decidable (a.toInt ≤ b.toInt))
instance : Ord ISize := ⟨fun a b => compare a.toInt b.toInt⟩
instance : Hashable USize := ⟨fun n => hash n.toNat⟩
instance : Hashable ISize := ⟨fun a => hash a.toBits⟩
instance : ToString ISize := ⟨fun a => toString a.toInt⟩
instance : Repr ISize := ⟨fun a prec => reprPrec a.toInt prec⟩
def minValue : ISize := ofInt (-(2 ^ (System.Platform.numBits - 1) : Nat))
def maxValue : ISize := ofInt ((2 ^ (System.Platform.numBits - 1) - 1 : Nat) : Int)
end ISize
def Int.toISize (i : Int) : ISize := .ofInt i
def Nat.toISize (n : Nat) : ISize := .ofNat n
