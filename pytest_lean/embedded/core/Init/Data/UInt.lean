prelude
import Init.Data.Nat.Gcd
import Init.Data.ToString
import Init.Data.Bool
/-!
The machine integers `UInt8`, `UInt16`, `UInt32`, `UInt64`: arithmetic is modulo the size. Their types are in
`Init.Prelude.Types`; each operation is defined through `Nat` and is computed by the runtime's own.
-/

set_option linter.all false

namespace UInt8
@[extern "lean_uint8_of_nat"] protected def ofNat (n : @& Nat) : UInt8 := UInt8.ofNatLT (n % 2 ^ 8) (Nat.mod_lt n (Nat.two_pow_pos 8))
instance instOfNat (n : Nat) : OfNat UInt8 n := ⟨UInt8.ofNat n⟩
instance : Inhabited UInt8 := ⟨0⟩
@[extern "lean_uint8_add"] protected def add (a b : UInt8) : UInt8 := UInt8.ofNat (a.toNat + b.toNat)
@[extern "lean_uint8_sub"] protected def sub (a b : UInt8) : UInt8 := UInt8.ofNat (2 ^ 8 - b.toNat + a.toNat)
@[extern "lean_uint8_mul"] protected def mul (a b : UInt8) : UInt8 := UInt8.ofNat (a.toNat * b.toNat)
@[extern "lean_uint8_div"] protected def div (a b : UInt8) : UInt8 := UInt8.ofNat (a.toNat / b.toNat)
@[extern "lean_uint8_mod"] protected def mod (a b : UInt8) : UInt8 := UInt8.ofNat (a.toNat % b.toNat)
@[extern "lean_uint8_land"] protected def land (a b : UInt8) : UInt8 := UInt8.ofNat (a.toNat &&& b.toNat)
@[extern "lean_uint8_lor"] protected def lor (a b : UInt8) : UInt8 := UInt8.ofNat (a.toNat ||| b.toNat)
@[extern "lean_uint8_xor"] protected def xor (a b : UInt8) : UInt8 := UInt8.ofNat (a.toNat ^^^ b.toNat)
instance : Add UInt8 := ⟨UInt8.add⟩
instance : Sub UInt8 := ⟨UInt8.sub⟩
instance : Mul UInt8 := ⟨UInt8.mul⟩
instance : Div UInt8 := ⟨UInt8.div⟩
instance : Mod UInt8 := ⟨UInt8.mod⟩
instance : AndOp UInt8 := ⟨UInt8.land⟩
instance : OrOp UInt8 := ⟨UInt8.lor⟩
instance : XorOp UInt8 := ⟨UInt8.xor⟩
instance : LT UInt8 := ⟨fun a b => a.toNat < b.toNat⟩
instance : LE UInt8 := ⟨fun a b => a.toNat ≤ b.toNat⟩
instance (a b : UInt8) : Decidable (a < b) := Nat.decLt _ _
instance (a b : UInt8) : Decidable (a ≤ b) := Nat.decLe _ _
theorem eq_of_toBitVec_eq : {x y : UInt8} → x.toBitVec = y.toBitVec → x = y
  | .ofBitVec _, .ofBitVec _, rfl => rfl
instance : DecidableEq UInt8 := fun x y =>
  match decEq x.toBitVec y.toBitVec with
  | isTrue h => isTrue (eq_of_toBitVec_eq h)
  | isFalse h => isFalse fun e => h (congrArg toBitVec e)
end UInt8
@[extern "lean_uint8_of_nat"] def Nat.toUInt8 (n : @& Nat) : UInt8 := UInt8.ofNat n

namespace UInt16
@[extern "lean_uint16_of_nat"] protected def ofNat (n : @& Nat) : UInt16 := UInt16.ofNatLT (n % 2 ^ 16) (Nat.mod_lt n (Nat.two_pow_pos 16))
instance instOfNat (n : Nat) : OfNat UInt16 n := ⟨UInt16.ofNat n⟩
instance : Inhabited UInt16 := ⟨0⟩
@[extern "lean_uint16_add"] protected def add (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat + b.toNat)
@[extern "lean_uint16_sub"] protected def sub (a b : UInt16) : UInt16 := UInt16.ofNat (2 ^ 16 - b.toNat + a.toNat)
@[extern "lean_uint16_mul"] protected def mul (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat * b.toNat)
@[extern "lean_uint16_div"] protected def div (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat / b.toNat)
@[extern "lean_uint16_mod"] protected def mod (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat % b.toNat)
@[extern "lean_uint16_land"] protected def land (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat &&& b.toNat)
@[extern "lean_uint16_lor"] protected def lor (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat ||| b.toNat)
@[extern "lean_uint16_xor"] protected def xor (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat ^^^ b.toNat)
instance : Add UInt16 := ⟨UInt16.add⟩
instance : Sub UInt16 := ⟨UInt16.sub⟩
instance : Mul UInt16 := ⟨UInt16.mul⟩
instance : Div UInt16 := ⟨UInt16.div⟩
instance : Mod UInt16 := ⟨UInt16.mod⟩
instance : AndOp UInt16 := ⟨UInt16.land⟩
instance : OrOp UInt16 := ⟨UInt16.lor⟩
instance : XorOp UInt16 := ⟨UInt16.xor⟩
instance : LT UInt16 := ⟨fun a b => a.toNat < b.toNat⟩
instance : LE UInt16 := ⟨fun a b => a.toNat ≤ b.toNat⟩
instance (a b : UInt16) : Decidable (a < b) := Nat.decLt _ _
instance (a b : UInt16) : Decidable (a ≤ b) := Nat.decLe _ _
theorem eq_of_toBitVec_eq : {x y : UInt16} → x.toBitVec = y.toBitVec → x = y
  | .ofBitVec _, .ofBitVec _, rfl => rfl
instance : DecidableEq UInt16 := fun x y =>
  match decEq x.toBitVec y.toBitVec with
  | isTrue h => isTrue (eq_of_toBitVec_eq h)
  | isFalse h => isFalse fun e => h (congrArg toBitVec e)
end UInt16
@[extern "lean_uint16_of_nat"] def Nat.toUInt16 (n : @& Nat) : UInt16 := UInt16.ofNat n

namespace UInt32
@[extern "lean_uint32_of_nat"] protected def ofNat (n : @& Nat) : UInt32 := UInt32.ofNatLT (n % 2 ^ 32) (Nat.mod_lt n (Nat.two_pow_pos 32))
instance instOfNat (n : Nat) : OfNat UInt32 n := ⟨UInt32.ofNat n⟩
instance : Inhabited UInt32 := ⟨0⟩
@[extern "lean_uint32_add"] protected def add (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat + b.toNat)
@[extern "lean_uint32_sub"] protected def sub (a b : UInt32) : UInt32 := UInt32.ofNat (2 ^ 32 - b.toNat + a.toNat)
@[extern "lean_uint32_mul"] protected def mul (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat * b.toNat)
@[extern "lean_uint32_div"] protected def div (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat / b.toNat)
@[extern "lean_uint32_mod"] protected def mod (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat % b.toNat)
@[extern "lean_uint32_land"] protected def land (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat &&& b.toNat)
@[extern "lean_uint32_lor"] protected def lor (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat ||| b.toNat)
@[extern "lean_uint32_xor"] protected def xor (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat ^^^ b.toNat)
instance : Add UInt32 := ⟨UInt32.add⟩
instance : Sub UInt32 := ⟨UInt32.sub⟩
instance : Mul UInt32 := ⟨UInt32.mul⟩
instance : Div UInt32 := ⟨UInt32.div⟩
instance : Mod UInt32 := ⟨UInt32.mod⟩
instance : AndOp UInt32 := ⟨UInt32.land⟩
instance : OrOp UInt32 := ⟨UInt32.lor⟩
instance : XorOp UInt32 := ⟨UInt32.xor⟩
instance : LT UInt32 := ⟨fun a b => a.toNat < b.toNat⟩
instance : LE UInt32 := ⟨fun a b => a.toNat ≤ b.toNat⟩
instance (a b : UInt32) : Decidable (a < b) := Nat.decLt _ _
instance (a b : UInt32) : Decidable (a ≤ b) := Nat.decLe _ _
end UInt32
@[extern "lean_uint32_of_nat"] def Nat.toUInt32 (n : @& Nat) : UInt32 := UInt32.ofNat n

namespace UInt64
@[extern "lean_uint64_of_nat"] protected def ofNat (n : @& Nat) : UInt64 := UInt64.ofNatLT (n % 2 ^ 64) (Nat.mod_lt n (Nat.two_pow_pos 64))
instance instOfNat (n : Nat) : OfNat UInt64 n := ⟨UInt64.ofNat n⟩
instance : Inhabited UInt64 := ⟨0⟩
@[extern "lean_uint64_add"] protected def add (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat + b.toNat)
@[extern "lean_uint64_sub"] protected def sub (a b : UInt64) : UInt64 := UInt64.ofNat (2 ^ 64 - b.toNat + a.toNat)
@[extern "lean_uint64_mul"] protected def mul (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat * b.toNat)
@[extern "lean_uint64_div"] protected def div (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat / b.toNat)
@[extern "lean_uint64_mod"] protected def mod (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat % b.toNat)
@[extern "lean_uint64_land"] protected def land (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat &&& b.toNat)
@[extern "lean_uint64_lor"] protected def lor (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat ||| b.toNat)
@[extern "lean_uint64_xor"] protected def xor (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat ^^^ b.toNat)
instance : Add UInt64 := ⟨UInt64.add⟩
instance : Sub UInt64 := ⟨UInt64.sub⟩
instance : Mul UInt64 := ⟨UInt64.mul⟩
instance : Div UInt64 := ⟨UInt64.div⟩
instance : Mod UInt64 := ⟨UInt64.mod⟩
instance : AndOp UInt64 := ⟨UInt64.land⟩
instance : OrOp UInt64 := ⟨UInt64.lor⟩
instance : XorOp UInt64 := ⟨UInt64.xor⟩
instance : LT UInt64 := ⟨fun a b => a.toNat < b.toNat⟩
instance : LE UInt64 := ⟨fun a b => a.toNat ≤ b.toNat⟩
instance (a b : UInt64) : Decidable (a < b) := Nat.decLt _ _
instance (a b : UInt64) : Decidable (a ≤ b) := Nat.decLe _ _
theorem eq_of_toBitVec_eq : {x y : UInt64} → x.toBitVec = y.toBitVec → x = y
  | .ofBitVec _, .ofBitVec _, rfl => rfl
instance : DecidableEq UInt64 := fun x y =>
  match decEq x.toBitVec y.toBitVec with
  | isTrue h => isTrue (eq_of_toBitVec_eq h)
  | isFalse h => isFalse fun e => h (congrArg toBitVec e)
end UInt64
@[extern "lean_uint64_of_nat"] def Nat.toUInt64 (n : @& Nat) : UInt64 := UInt64.ofNat n
