module
prelude
public import Init.Data.Nat.Gcd
public import Init.Data.ToString
public import Init.Data.Bool
/-!
The machine integers `UInt8`, `UInt16`, `UInt32`, `UInt64` and `USize`: arithmetic is modulo the size.
Their types are in `Init.Prelude.Types`; each operation is defined through `Nat` and is computed by the
runtime's own.
-/

@[expose] public section

set_option linter.all false

/-- The size of a machine word is a power of two above any literal here. -/
theorem USize.size_pos : 0 < 2 ^ System.Platform.numBits := Nat.two_pow_pos _

namespace UInt8
@[extern "lean_uint8_of_nat"] protected def ofNat (n : @& Nat) : UInt8 :=
  UInt8.ofNatLT (n % 2 ^ 8) (Nat.mod_lt n (Nat.two_pow_pos 8))
abbrev size : Nat := 256
def ofFin (a : Fin size) : UInt8 := .ofNatLT a.val a.isLt
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
@[extern "lean_uint8_shift_left"] protected def shiftLeft (a b : UInt8) : UInt8 :=
  UInt8.ofNat (a.toNat <<< (b.toNat % 8))
@[extern "lean_uint8_shift_right"] protected def shiftRight (a b : UInt8) : UInt8 :=
  UInt8.ofNat (a.toNat >>> (b.toNat % 8))
@[extern "lean_uint8_complement"] protected def complement (a : UInt8) : UInt8 :=
  UInt8.ofNat (2 ^ 8 - 1 - a.toNat)
@[extern "lean_uint8_neg"] protected def neg (a : UInt8) : UInt8 := UInt8.ofNat (2 ^ 8 - a.toNat)
instance : Add UInt8 := ⟨UInt8.add⟩
instance : Sub UInt8 := ⟨UInt8.sub⟩
instance : Mul UInt8 := ⟨UInt8.mul⟩
instance : Div UInt8 := ⟨UInt8.div⟩
instance : Mod UInt8 := ⟨UInt8.mod⟩
instance : Neg UInt8 := ⟨UInt8.neg⟩
instance : AndOp UInt8 := ⟨UInt8.land⟩
instance : OrOp UInt8 := ⟨UInt8.lor⟩
instance : XorOp UInt8 := ⟨UInt8.xor⟩
instance : ShiftLeft UInt8 := ⟨UInt8.shiftLeft⟩
instance : ShiftRight UInt8 := ⟨UInt8.shiftRight⟩
instance : Complement UInt8 := ⟨UInt8.complement⟩
instance : LT UInt8 := ⟨fun a b => a.toNat < b.toNat⟩
instance : LE UInt8 := ⟨fun a b => a.toNat ≤ b.toNat⟩
@[extern "lean_uint8_dec_lt"] instance decLt (a b : UInt8) : Decidable (a < b) := Nat.decLt _ _
@[extern "lean_uint8_dec_le"] instance decLe (a b : UInt8) : Decidable (a ≤ b) := Nat.decLe _ _
instance : Max UInt8 := ⟨fun a b => if a ≤ b then b else a⟩
instance : Min UInt8 := ⟨fun a b => if a ≤ b then a else b⟩
theorem eq_of_toBitVec_eq : {x y : UInt8} → x.toBitVec = y.toBitVec → x = y
  | .ofBitVec _, .ofBitVec _, rfl => rfl
@[extern "lean_uint8_dec_eq"] protected def decEq (x y : UInt8) : Decidable (x = y) :=
  match _root_.decEq x.toBitVec y.toBitVec with
  | isTrue h => isTrue (eq_of_toBitVec_eq h)
  | isFalse h => isFalse fun e => h (congrArg toBitVec e)
instance : DecidableEq UInt8 := UInt8.decEq
theorem lt_iff_toNat_lt {a b : UInt8} : a < b ↔ a.toNat < b.toNat := .rfl
theorem le_iff_toNat_le {a b : UInt8} : a ≤ b ↔ a.toNat ≤ b.toNat := .rfl
@[ext] protected theorem toNat_inj_aux {a b : UInt8} (h : a.toNat = b.toNat) : a = b :=
  match a, b, h with
  | .ofBitVec (.ofFin ⟨_, _⟩), .ofBitVec (.ofFin ⟨_, _⟩), rfl => rfl
protected theorem toNat_inj {a b : UInt8} : a.toNat = b.toNat ↔ a = b := ⟨UInt8.toNat_inj_aux, congrArg toNat⟩
theorem toNat_lt (a : UInt8) : a.toNat < 2 ^ 8 := a.toBitVec.toFin.isLt
@[simp] theorem toNat_ofNat {n : Nat} : (UInt8.ofNat n).toNat = n % 2 ^ 8 := rfl
@[simp] protected theorem toNat_add (a b : UInt8) : (a + b).toNat = (a.toNat + b.toNat) % 2 ^ 8 := rfl
@[simp] protected theorem toNat_mul (a b : UInt8) : (a * b).toNat = a.toNat * b.toNat % 2 ^ 8 := rfl
protected theorem toNat_sub (a b : UInt8) : (a - b).toNat = (2 ^ 8 - b.toNat + a.toNat) % 2 ^ 8 := rfl
end UInt8
@[extern "lean_uint8_of_nat"] def Nat.toUInt8 (n : @& Nat) : UInt8 := UInt8.ofNat n

namespace UInt16
@[extern "lean_uint16_of_nat"] protected def ofNat (n : @& Nat) : UInt16 :=
  UInt16.ofNatLT (n % 2 ^ 16) (Nat.mod_lt n (Nat.two_pow_pos 16))
abbrev size : Nat := 65536
def ofFin (a : Fin size) : UInt16 := .ofNatLT a.val a.isLt
instance instOfNat (n : Nat) : OfNat UInt16 n := ⟨UInt16.ofNat n⟩
instance : Inhabited UInt16 := ⟨0⟩
@[extern "lean_uint16_add"] protected def add (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat + b.toNat)
@[extern "lean_uint16_sub"] protected def sub (a b : UInt16) : UInt16 :=
  UInt16.ofNat (2 ^ 16 - b.toNat + a.toNat)
@[extern "lean_uint16_mul"] protected def mul (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat * b.toNat)
@[extern "lean_uint16_div"] protected def div (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat / b.toNat)
@[extern "lean_uint16_mod"] protected def mod (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat % b.toNat)
@[extern "lean_uint16_land"] protected def land (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat &&& b.toNat)
@[extern "lean_uint16_lor"] protected def lor (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat ||| b.toNat)
@[extern "lean_uint16_xor"] protected def xor (a b : UInt16) : UInt16 := UInt16.ofNat (a.toNat ^^^ b.toNat)
@[extern "lean_uint16_shift_left"] protected def shiftLeft (a b : UInt16) : UInt16 :=
  UInt16.ofNat (a.toNat <<< (b.toNat % 16))
@[extern "lean_uint16_shift_right"] protected def shiftRight (a b : UInt16) : UInt16 :=
  UInt16.ofNat (a.toNat >>> (b.toNat % 16))
@[extern "lean_uint16_complement"] protected def complement (a : UInt16) : UInt16 :=
  UInt16.ofNat (2 ^ 16 - 1 - a.toNat)
@[extern "lean_uint16_neg"] protected def neg (a : UInt16) : UInt16 := UInt16.ofNat (2 ^ 16 - a.toNat)
instance : Add UInt16 := ⟨UInt16.add⟩
instance : Sub UInt16 := ⟨UInt16.sub⟩
instance : Mul UInt16 := ⟨UInt16.mul⟩
instance : Div UInt16 := ⟨UInt16.div⟩
instance : Mod UInt16 := ⟨UInt16.mod⟩
instance : Neg UInt16 := ⟨UInt16.neg⟩
instance : AndOp UInt16 := ⟨UInt16.land⟩
instance : OrOp UInt16 := ⟨UInt16.lor⟩
instance : XorOp UInt16 := ⟨UInt16.xor⟩
instance : ShiftLeft UInt16 := ⟨UInt16.shiftLeft⟩
instance : ShiftRight UInt16 := ⟨UInt16.shiftRight⟩
instance : Complement UInt16 := ⟨UInt16.complement⟩
instance : LT UInt16 := ⟨fun a b => a.toNat < b.toNat⟩
instance : LE UInt16 := ⟨fun a b => a.toNat ≤ b.toNat⟩
@[extern "lean_uint16_dec_lt"] instance decLt (a b : UInt16) : Decidable (a < b) := Nat.decLt _ _
@[extern "lean_uint16_dec_le"] instance decLe (a b : UInt16) : Decidable (a ≤ b) := Nat.decLe _ _
instance : Max UInt16 := ⟨fun a b => if a ≤ b then b else a⟩
instance : Min UInt16 := ⟨fun a b => if a ≤ b then a else b⟩
theorem eq_of_toBitVec_eq : {x y : UInt16} → x.toBitVec = y.toBitVec → x = y
  | .ofBitVec _, .ofBitVec _, rfl => rfl
@[extern "lean_uint16_dec_eq"] protected def decEq (x y : UInt16) : Decidable (x = y) :=
  match _root_.decEq x.toBitVec y.toBitVec with
  | isTrue h => isTrue (eq_of_toBitVec_eq h)
  | isFalse h => isFalse fun e => h (congrArg toBitVec e)
instance : DecidableEq UInt16 := UInt16.decEq
theorem lt_iff_toNat_lt {a b : UInt16} : a < b ↔ a.toNat < b.toNat := .rfl
theorem le_iff_toNat_le {a b : UInt16} : a ≤ b ↔ a.toNat ≤ b.toNat := .rfl
@[ext] protected theorem toNat_inj_aux {a b : UInt16} (h : a.toNat = b.toNat) : a = b :=
  match a, b, h with
  | .ofBitVec (.ofFin ⟨_, _⟩), .ofBitVec (.ofFin ⟨_, _⟩), rfl => rfl
protected theorem toNat_inj {a b : UInt16} : a.toNat = b.toNat ↔ a = b :=
  ⟨UInt16.toNat_inj_aux, congrArg toNat⟩
theorem toNat_lt (a : UInt16) : a.toNat < 2 ^ 16 := a.toBitVec.toFin.isLt
@[simp] theorem toNat_ofNat {n : Nat} : (UInt16.ofNat n).toNat = n % 2 ^ 16 := rfl
@[simp] protected theorem toNat_add (a b : UInt16) : (a + b).toNat = (a.toNat + b.toNat) % 2 ^ 16 := rfl
@[simp] protected theorem toNat_mul (a b : UInt16) : (a * b).toNat = a.toNat * b.toNat % 2 ^ 16 := rfl
protected theorem toNat_sub (a b : UInt16) : (a - b).toNat = (2 ^ 16 - b.toNat + a.toNat) % 2 ^ 16 := rfl
end UInt16
@[extern "lean_uint16_of_nat"] def Nat.toUInt16 (n : @& Nat) : UInt16 := UInt16.ofNat n

namespace UInt32
@[extern "lean_uint32_of_nat"] protected def ofNat (n : @& Nat) : UInt32 :=
  UInt32.ofNatLT (n % 2 ^ 32) (Nat.mod_lt n (Nat.two_pow_pos 32))
abbrev size : Nat := 4294967296
def ofFin (a : Fin size) : UInt32 := .ofNatLT a.val a.isLt
instance instOfNat (n : Nat) : OfNat UInt32 n := ⟨UInt32.ofNat n⟩
instance : Inhabited UInt32 := ⟨0⟩
@[extern "lean_uint32_add"] protected def add (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat + b.toNat)
@[extern "lean_uint32_sub"] protected def sub (a b : UInt32) : UInt32 :=
  UInt32.ofNat (2 ^ 32 - b.toNat + a.toNat)
@[extern "lean_uint32_mul"] protected def mul (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat * b.toNat)
@[extern "lean_uint32_div"] protected def div (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat / b.toNat)
@[extern "lean_uint32_mod"] protected def mod (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat % b.toNat)
@[extern "lean_uint32_land"] protected def land (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat &&& b.toNat)
@[extern "lean_uint32_lor"] protected def lor (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat ||| b.toNat)
@[extern "lean_uint32_xor"] protected def xor (a b : UInt32) : UInt32 := UInt32.ofNat (a.toNat ^^^ b.toNat)
@[extern "lean_uint32_shift_left"] protected def shiftLeft (a b : UInt32) : UInt32 :=
  UInt32.ofNat (a.toNat <<< (b.toNat % 32))
@[extern "lean_uint32_shift_right"] protected def shiftRight (a b : UInt32) : UInt32 :=
  UInt32.ofNat (a.toNat >>> (b.toNat % 32))
@[extern "lean_uint32_complement"] protected def complement (a : UInt32) : UInt32 :=
  UInt32.ofNat (2 ^ 32 - 1 - a.toNat)
@[extern "lean_uint32_neg"] protected def neg (a : UInt32) : UInt32 := UInt32.ofNat (2 ^ 32 - a.toNat)
instance : Add UInt32 := ⟨UInt32.add⟩
instance : Sub UInt32 := ⟨UInt32.sub⟩
instance : Mul UInt32 := ⟨UInt32.mul⟩
instance : Div UInt32 := ⟨UInt32.div⟩
instance : Mod UInt32 := ⟨UInt32.mod⟩
instance : Neg UInt32 := ⟨UInt32.neg⟩
instance : AndOp UInt32 := ⟨UInt32.land⟩
instance : OrOp UInt32 := ⟨UInt32.lor⟩
instance : XorOp UInt32 := ⟨UInt32.xor⟩
instance : ShiftLeft UInt32 := ⟨UInt32.shiftLeft⟩
instance : ShiftRight UInt32 := ⟨UInt32.shiftRight⟩
instance : Complement UInt32 := ⟨UInt32.complement⟩
instance : LT UInt32 := ⟨fun a b => a.toNat < b.toNat⟩
instance : LE UInt32 := ⟨fun a b => a.toNat ≤ b.toNat⟩
@[extern "lean_uint32_dec_lt"] instance decLt (a b : UInt32) : Decidable (a < b) := Nat.decLt _ _
@[extern "lean_uint32_dec_le"] instance decLe (a b : UInt32) : Decidable (a ≤ b) := Nat.decLe _ _
instance : Max UInt32 := ⟨fun a b => if a ≤ b then b else a⟩
instance : Min UInt32 := ⟨fun a b => if a ≤ b then a else b⟩
theorem lt_iff_toNat_lt {a b : UInt32} : a < b ↔ a.toNat < b.toNat := .rfl
theorem le_iff_toNat_le {a b : UInt32} : a ≤ b ↔ a.toNat ≤ b.toNat := .rfl
@[ext] protected theorem toNat_inj_aux {a b : UInt32} (h : a.toNat = b.toNat) : a = b :=
  match a, b, h with
  | .ofBitVec (.ofFin ⟨_, _⟩), .ofBitVec (.ofFin ⟨_, _⟩), rfl => rfl
protected theorem toNat_inj {a b : UInt32} : a.toNat = b.toNat ↔ a = b :=
  ⟨UInt32.toNat_inj_aux, congrArg toNat⟩
theorem toNat_lt (a : UInt32) : a.toNat < 2 ^ 32 := a.toBitVec.toFin.isLt
@[simp] theorem toNat_ofNat {n : Nat} : (UInt32.ofNat n).toNat = n % 2 ^ 32 := rfl
@[simp] protected theorem toNat_add (a b : UInt32) : (a + b).toNat = (a.toNat + b.toNat) % 2 ^ 32 := rfl
@[simp] protected theorem toNat_mul (a b : UInt32) : (a * b).toNat = a.toNat * b.toNat % 2 ^ 32 := rfl
protected theorem toNat_sub (a b : UInt32) : (a - b).toNat = (2 ^ 32 - b.toNat + a.toNat) % 2 ^ 32 := rfl
end UInt32
@[extern "lean_uint32_of_nat"] def Nat.toUInt32 (n : @& Nat) : UInt32 := UInt32.ofNat n

namespace UInt64
@[extern "lean_uint64_of_nat"] protected def ofNat (n : @& Nat) : UInt64 :=
  UInt64.ofNatLT (n % 2 ^ 64) (Nat.mod_lt n (Nat.two_pow_pos 64))
abbrev size : Nat := 18446744073709551616
def ofFin (a : Fin size) : UInt64 := .ofNatLT a.val a.isLt
instance instOfNat (n : Nat) : OfNat UInt64 n := ⟨UInt64.ofNat n⟩
instance : Inhabited UInt64 := ⟨0⟩
@[extern "lean_uint64_add"] protected def add (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat + b.toNat)
@[extern "lean_uint64_sub"] protected def sub (a b : UInt64) : UInt64 :=
  UInt64.ofNat (2 ^ 64 - b.toNat + a.toNat)
@[extern "lean_uint64_mul"] protected def mul (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat * b.toNat)
@[extern "lean_uint64_div"] protected def div (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat / b.toNat)
@[extern "lean_uint64_mod"] protected def mod (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat % b.toNat)
@[extern "lean_uint64_land"] protected def land (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat &&& b.toNat)
@[extern "lean_uint64_lor"] protected def lor (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat ||| b.toNat)
@[extern "lean_uint64_xor"] protected def xor (a b : UInt64) : UInt64 := UInt64.ofNat (a.toNat ^^^ b.toNat)
@[extern "lean_uint64_shift_left"] protected def shiftLeft (a b : UInt64) : UInt64 :=
  UInt64.ofNat (a.toNat <<< (b.toNat % 64))
@[extern "lean_uint64_shift_right"] protected def shiftRight (a b : UInt64) : UInt64 :=
  UInt64.ofNat (a.toNat >>> (b.toNat % 64))
@[extern "lean_uint64_complement"] protected def complement (a : UInt64) : UInt64 :=
  UInt64.ofNat (2 ^ 64 - 1 - a.toNat)
@[extern "lean_uint64_neg"] protected def neg (a : UInt64) : UInt64 := UInt64.ofNat (2 ^ 64 - a.toNat)
instance : Add UInt64 := ⟨UInt64.add⟩
instance : Sub UInt64 := ⟨UInt64.sub⟩
instance : Mul UInt64 := ⟨UInt64.mul⟩
instance : Div UInt64 := ⟨UInt64.div⟩
instance : Mod UInt64 := ⟨UInt64.mod⟩
instance : Neg UInt64 := ⟨UInt64.neg⟩
instance : AndOp UInt64 := ⟨UInt64.land⟩
instance : OrOp UInt64 := ⟨UInt64.lor⟩
instance : XorOp UInt64 := ⟨UInt64.xor⟩
instance : ShiftLeft UInt64 := ⟨UInt64.shiftLeft⟩
instance : ShiftRight UInt64 := ⟨UInt64.shiftRight⟩
instance : Complement UInt64 := ⟨UInt64.complement⟩
instance : LT UInt64 := ⟨fun a b => a.toNat < b.toNat⟩
instance : LE UInt64 := ⟨fun a b => a.toNat ≤ b.toNat⟩
@[extern "lean_uint64_dec_lt"] instance decLt (a b : UInt64) : Decidable (a < b) := Nat.decLt _ _
@[extern "lean_uint64_dec_le"] instance decLe (a b : UInt64) : Decidable (a ≤ b) := Nat.decLe _ _
instance : Max UInt64 := ⟨fun a b => if a ≤ b then b else a⟩
instance : Min UInt64 := ⟨fun a b => if a ≤ b then a else b⟩
theorem eq_of_toBitVec_eq : {x y : UInt64} → x.toBitVec = y.toBitVec → x = y
  | .ofBitVec _, .ofBitVec _, rfl => rfl
@[extern "lean_uint64_dec_eq"] protected def decEq (x y : UInt64) : Decidable (x = y) :=
  match _root_.decEq x.toBitVec y.toBitVec with
  | isTrue h => isTrue (eq_of_toBitVec_eq h)
  | isFalse h => isFalse fun e => h (congrArg toBitVec e)
instance : DecidableEq UInt64 := UInt64.decEq
theorem lt_iff_toNat_lt {a b : UInt64} : a < b ↔ a.toNat < b.toNat := .rfl
theorem le_iff_toNat_le {a b : UInt64} : a ≤ b ↔ a.toNat ≤ b.toNat := .rfl
@[ext] protected theorem toNat_inj_aux {a b : UInt64} (h : a.toNat = b.toNat) : a = b :=
  match a, b, h with
  | .ofBitVec (.ofFin ⟨_, _⟩), .ofBitVec (.ofFin ⟨_, _⟩), rfl => rfl
protected theorem toNat_inj {a b : UInt64} : a.toNat = b.toNat ↔ a = b :=
  ⟨UInt64.toNat_inj_aux, congrArg toNat⟩
theorem toNat_lt (a : UInt64) : a.toNat < 2 ^ 64 := a.toBitVec.toFin.isLt
@[simp] theorem toNat_ofNat {n : Nat} : (UInt64.ofNat n).toNat = n % 2 ^ 64 := rfl
@[simp] protected theorem toNat_add (a b : UInt64) : (a + b).toNat = (a.toNat + b.toNat) % 2 ^ 64 := rfl
@[simp] protected theorem toNat_mul (a b : UInt64) : (a * b).toNat = a.toNat * b.toNat % 2 ^ 64 := rfl
protected theorem toNat_sub (a b : UInt64) : (a - b).toNat = (2 ^ 64 - b.toNat + a.toNat) % 2 ^ 64 := rfl
end UInt64
@[extern "lean_uint64_of_nat"] def Nat.toUInt64 (n : @& Nat) : UInt64 := UInt64.ofNat n

namespace USize
@[extern "lean_usize_of_nat"] protected def ofNat (n : @& Nat) : USize :=
  USize.ofNatLT (n % 2 ^ System.Platform.numBits) (Nat.mod_lt n (Nat.two_pow_pos _))
abbrev size : Nat := 2 ^ System.Platform.numBits
instance instOfNat (n : Nat) : OfNat USize n := ⟨USize.ofNat n⟩
instance : Inhabited USize := ⟨0⟩
@[extern "lean_usize_add"] protected def add (a b : USize) : USize := USize.ofNat (a.toNat + b.toNat)
@[extern "lean_usize_sub"] protected def sub (a b : USize) : USize :=
  USize.ofNat (2 ^ System.Platform.numBits - b.toNat + a.toNat)
@[extern "lean_usize_mul"] protected def mul (a b : USize) : USize := USize.ofNat (a.toNat * b.toNat)
@[extern "lean_usize_div"] protected def div (a b : USize) : USize := USize.ofNat (a.toNat / b.toNat)
@[extern "lean_usize_mod"] protected def mod (a b : USize) : USize := USize.ofNat (a.toNat % b.toNat)
@[extern "lean_usize_land"] protected def land (a b : USize) : USize := USize.ofNat (a.toNat &&& b.toNat)
@[extern "lean_usize_lor"] protected def lor (a b : USize) : USize := USize.ofNat (a.toNat ||| b.toNat)
@[extern "lean_usize_xor"] protected def xor (a b : USize) : USize := USize.ofNat (a.toNat ^^^ b.toNat)
@[extern "lean_usize_shift_left"] protected def shiftLeft (a b : USize) : USize :=
  USize.ofNat (a.toNat <<< (b.toNat % System.Platform.numBits))
@[extern "lean_usize_shift_right"] protected def shiftRight (a b : USize) : USize :=
  USize.ofNat (a.toNat >>> (b.toNat % System.Platform.numBits))
@[extern "lean_usize_complement"] protected def complement (a : USize) : USize :=
  USize.ofNat (2 ^ System.Platform.numBits - 1 - a.toNat)
@[extern "lean_usize_neg"] protected def neg (a : USize) : USize :=
  USize.ofNat (2 ^ System.Platform.numBits - a.toNat)
instance : Add USize := ⟨USize.add⟩
instance : Sub USize := ⟨USize.sub⟩
instance : Mul USize := ⟨USize.mul⟩
instance : Div USize := ⟨USize.div⟩
instance : Mod USize := ⟨USize.mod⟩
instance : Neg USize := ⟨USize.neg⟩
instance : AndOp USize := ⟨USize.land⟩
instance : OrOp USize := ⟨USize.lor⟩
instance : XorOp USize := ⟨USize.xor⟩
instance : ShiftLeft USize := ⟨USize.shiftLeft⟩
instance : ShiftRight USize := ⟨USize.shiftRight⟩
instance : Complement USize := ⟨USize.complement⟩
instance : LT USize := ⟨fun a b => a.toNat < b.toNat⟩
instance : LE USize := ⟨fun a b => a.toNat ≤ b.toNat⟩
@[extern "lean_usize_dec_lt"] instance decLt (a b : USize) : Decidable (a < b) := Nat.decLt _ _
@[extern "lean_usize_dec_le"] instance decLe (a b : USize) : Decidable (a ≤ b) := Nat.decLe _ _
instance : Max USize := ⟨fun a b => if a ≤ b then b else a⟩
instance : Min USize := ⟨fun a b => if a ≤ b then a else b⟩
theorem eq_of_toBitVec_eq : {x y : USize} → x.toBitVec = y.toBitVec → x = y
  | .ofBitVec _, .ofBitVec _, rfl => rfl
@[extern "lean_usize_dec_eq"] protected def decEq (x y : USize) : Decidable (x = y) :=
  match _root_.decEq x.toBitVec y.toBitVec with
  | isTrue h => isTrue (eq_of_toBitVec_eq h)
  | isFalse h => isFalse fun e => h (congrArg toBitVec e)
instance : DecidableEq USize := USize.decEq
theorem lt_iff_toNat_lt {a b : USize} : a < b ↔ a.toNat < b.toNat := .rfl
theorem le_iff_toNat_le {a b : USize} : a ≤ b ↔ a.toNat ≤ b.toNat := .rfl
@[ext] protected theorem toNat_inj_aux {a b : USize} (h : a.toNat = b.toNat) : a = b :=
  match a, b, h with
  | .ofBitVec (.ofFin ⟨_, _⟩), .ofBitVec (.ofFin ⟨_, _⟩), rfl => rfl
protected theorem toNat_inj {a b : USize} : a.toNat = b.toNat ↔ a = b := ⟨USize.toNat_inj_aux, congrArg toNat⟩
theorem toNat_lt (a : USize) : a.toNat < 2 ^ System.Platform.numBits := a.toBitVec.toFin.isLt
@[simp] theorem toNat_ofNat {n : Nat} : (USize.ofNat n).toNat = n % 2 ^ System.Platform.numBits := rfl
@[simp] protected theorem toNat_add (a b : USize) :
    (a + b).toNat = (a.toNat + b.toNat) % 2 ^ System.Platform.numBits := rfl
@[simp] protected theorem toNat_mul (a b : USize) :
    (a * b).toNat = a.toNat * b.toNat % 2 ^ System.Platform.numBits := rfl
protected theorem toNat_sub (a b : USize) :
    (a - b).toNat = (2 ^ System.Platform.numBits - b.toNat + a.toNat) % 2 ^ System.Platform.numBits := rfl
end USize
@[extern "lean_usize_of_nat"] def Nat.toUSize (n : @& Nat) : USize := USize.ofNat n

/-! ## From one size to another -/

@[extern "lean_uint8_to_uint16"] def UInt8.toUInt16 (a : UInt8) : UInt16 := UInt16.ofNat a.toNat
@[extern "lean_uint8_to_uint32"] def UInt8.toUInt32 (a : UInt8) : UInt32 := UInt32.ofNat a.toNat
@[extern "lean_uint8_to_uint64"] def UInt8.toUInt64 (a : UInt8) : UInt64 := UInt64.ofNat a.toNat
@[extern "lean_uint8_to_usize"] def UInt8.toUSize (a : UInt8) : USize := USize.ofNat a.toNat
@[extern "lean_uint16_to_uint8"] def UInt16.toUInt8 (a : UInt16) : UInt8 := UInt8.ofNat a.toNat
@[extern "lean_uint16_to_uint32"] def UInt16.toUInt32 (a : UInt16) : UInt32 := UInt32.ofNat a.toNat
@[extern "lean_uint16_to_uint64"] def UInt16.toUInt64 (a : UInt16) : UInt64 := UInt64.ofNat a.toNat
@[extern "lean_uint16_to_usize"] def UInt16.toUSize (a : UInt16) : USize := USize.ofNat a.toNat
@[extern "lean_uint32_to_uint8"] def UInt32.toUInt8 (a : UInt32) : UInt8 := UInt8.ofNat a.toNat
@[extern "lean_uint32_to_uint16"] def UInt32.toUInt16 (a : UInt32) : UInt16 := UInt16.ofNat a.toNat
@[extern "lean_uint32_to_uint64"] def UInt32.toUInt64 (a : UInt32) : UInt64 := UInt64.ofNat a.toNat
@[extern "lean_uint32_to_usize"] def UInt32.toUSize (a : UInt32) : USize := USize.ofNat a.toNat
@[extern "lean_uint64_to_uint8"] def UInt64.toUInt8 (a : UInt64) : UInt8 := UInt8.ofNat a.toNat
@[extern "lean_uint64_to_uint16"] def UInt64.toUInt16 (a : UInt64) : UInt16 := UInt16.ofNat a.toNat
@[extern "lean_uint64_to_uint32"] def UInt64.toUInt32 (a : UInt64) : UInt32 := UInt32.ofNat a.toNat
@[extern "lean_uint64_to_usize"] def UInt64.toUSize (a : UInt64) : USize := USize.ofNat a.toNat
@[extern "lean_usize_to_uint8"] def USize.toUInt8 (a : USize) : UInt8 := UInt8.ofNat a.toNat
@[extern "lean_usize_to_uint16"] def USize.toUInt16 (a : USize) : UInt16 := UInt16.ofNat a.toNat
@[extern "lean_usize_to_uint32"] def USize.toUInt32 (a : USize) : UInt32 := UInt32.ofNat a.toNat
@[extern "lean_usize_to_uint64"] def USize.toUInt64 (a : USize) : UInt64 := UInt64.ofNat a.toNat
