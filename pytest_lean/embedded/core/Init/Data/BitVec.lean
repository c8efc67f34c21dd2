module
prelude
public import Init.Data.UInt
public import Init.Natives.Data
public import Init.Data.String.Basic
public import Init.Reflect.AC
public import Init.Data.Fin
public import Init.Tactics.Arithmetic
public import Init.Data.Nat.More
/-!
Bit vectors: numbers of a fixed number of bits. Each operation is defined through `Nat`; arithmetic is
modulo `2 ^ w`.
-/

@[expose] public section

set_option linter.all false

namespace BitVec
variable {w v n m : Nat}

/-! ## Numbers -/

def toNat (x : BitVec w) : Nat := x.toFin.val
protected def ofNatLT (i : Nat) (p : i < 2 ^ w) : BitVec w := ⟨⟨i, p⟩⟩
protected def ofNat (n i : Nat) : BitVec n := ⟨⟨i % 2 ^ n, Nat.mod_lt _ (Nat.two_pow_pos n)⟩⟩
instance instOfNat {i : Nat} : OfNat (BitVec w) i := ⟨BitVec.ofNat w i⟩
instance : Inhabited (BitVec w) := ⟨BitVec.ofNat w 0⟩
@[simp] theorem isLt (x : BitVec w) : x.toNat < 2 ^ w := x.toFin.isLt
@[simp] theorem toNat_ofNat (x w : Nat) : (BitVec.ofNat w x).toNat = x % 2 ^ w := rfl
theorem eq_of_toNat_eq : ∀ {x y : BitVec n}, x.toNat = y.toNat → x = y
  | ⟨⟨_, _⟩⟩, ⟨⟨_, _⟩⟩, rfl => rfl
theorem toNat_inj {x y : BitVec n} : x.toNat = y.toNat ↔ x = y := ⟨eq_of_toNat_eq, congrArg _⟩
@[simp] theorem ofNat_toNat (x : BitVec w) : BitVec.ofNat w x.toNat = x :=
  eq_of_toNat_eq (Nat.mod_eq_of_lt x.isLt)
/-- The top bit counts negatively. -/
protected def toInt (x : BitVec n) : Int :=
  if 2 * x.toNat < 2 ^ n then x.toNat else (x.toNat : Int) - (2 ^ n : Nat)
protected def ofInt (n : Nat) (i : Int) : BitVec n := BitVec.ofNat n (i % ((2 ^ n : Nat) : Int)).toNat

/-! ## Arithmetic -/

protected def add (x y : BitVec n) : BitVec n := .ofNat n (x.toNat + y.toNat)
protected def sub (x y : BitVec n) : BitVec n := .ofNat n (2 ^ n - y.toNat + x.toNat)
protected def neg (x : BitVec n) : BitVec n := .ofNat n (2 ^ n - x.toNat)
protected def mul (x y : BitVec n) : BitVec n := .ofNat n (x.toNat * y.toNat)
def udiv (x y : BitVec n) : BitVec n := .ofNat n (x.toNat / y.toNat)
def umod (x y : BitVec n) : BitVec n := .ofNat n (x.toNat % y.toNat)
instance : Add (BitVec n) := ⟨BitVec.add⟩
instance : Sub (BitVec n) := ⟨BitVec.sub⟩
instance : Neg (BitVec n) := ⟨BitVec.neg⟩
instance : Mul (BitVec n) := ⟨BitVec.mul⟩
instance : Div (BitVec n) := ⟨udiv⟩
instance : Mod (BitVec n) := ⟨umod⟩
instance : LT (BitVec n) := ⟨fun x y => x.toNat < y.toNat⟩
instance : LE (BitVec n) := ⟨fun x y => x.toNat ≤ y.toNat⟩
instance (x y : BitVec n) : Decidable (x < y) := inferInstanceAs (Decidable (x.toNat < y.toNat))
instance (x y : BitVec n) : Decidable (x ≤ y) := inferInstanceAs (Decidable (x.toNat ≤ y.toNat))
protected def ult (x y : BitVec n) : Bool := x.toNat < y.toNat
protected def ule (x y : BitVec n) : Bool := x.toNat ≤ y.toNat
protected def slt (x y : BitVec n) : Bool := x.toInt < y.toInt
protected def sle (x y : BitVec n) : Bool := x.toInt ≤ y.toInt
theorem lt_def {x y : BitVec n} : x < y ↔ x.toNat < y.toNat := .rfl
theorem le_def {x y : BitVec n} : x ≤ y ↔ x.toNat ≤ y.toNat := .rfl
@[simp] theorem toNat_add (x y : BitVec w) : (x + y).toNat = (x.toNat + y.toNat) % 2 ^ w := rfl
@[simp] theorem toNat_mul (x y : BitVec w) : (x * y).toNat = (x.toNat * y.toNat) % 2 ^ w := rfl
theorem toNat_sub (x y : BitVec w) : (x - y).toNat = (2 ^ w - y.toNat + x.toNat) % 2 ^ w := rfl
protected theorem add_comm (x y : BitVec w) : x + y = y + x := eq_of_toNat_eq (by simp [Nat.add_comm])
protected theorem add_assoc (x y z : BitVec w) : x + y + z = x + (y + z) :=
  eq_of_toNat_eq (by simp [Nat.add_assoc])
protected theorem mul_comm (x y : BitVec w) : x * y = y * x := eq_of_toNat_eq (by simp [Nat.mul_comm])
@[simp] protected theorem add_zero (x : BitVec w) : x + 0#w = x := eq_of_toNat_eq (by simp [Nat.mod_eq_of_lt])
@[simp] protected theorem zero_add (x : BitVec w) : 0#w + x = x := by rw [BitVec.add_comm, BitVec.add_zero]

instance : Std.Associative (α := BitVec w) (· + ·) := ⟨BitVec.add_assoc⟩
instance : Std.Commutative (α := BitVec w) (· + ·) := ⟨BitVec.add_comm⟩
instance : Std.Commutative (α := BitVec w) (· * ·) := ⟨BitVec.mul_comm⟩

/-! ## Bits -/

protected def and (x y : BitVec n) : BitVec n := .ofNat n (x.toNat &&& y.toNat)
protected def or (x y : BitVec n) : BitVec n := .ofNat n (x.toNat ||| y.toNat)
protected def xor (x y : BitVec n) : BitVec n := .ofNat n (x.toNat ^^^ y.toNat)
protected def not (x : BitVec n) : BitVec n := .ofNat n (2 ^ n - 1 - x.toNat)
protected def shiftLeft (x : BitVec n) (s : Nat) : BitVec n := .ofNat n (x.toNat <<< s)
def ushiftRight (x : BitVec n) (s : Nat) : BitVec n := .ofNat n (x.toNat >>> s)
instance : AndOp (BitVec n) := ⟨BitVec.and⟩
instance : OrOp (BitVec n) := ⟨BitVec.or⟩
instance : XorOp (BitVec n) := ⟨BitVec.xor⟩
instance : Complement (BitVec n) := ⟨BitVec.not⟩
instance : HShiftLeft (BitVec w) Nat (BitVec w) := ⟨BitVec.shiftLeft⟩
instance : HShiftRight (BitVec w) Nat (BitVec w) := ⟨ushiftRight⟩
instance : HShiftLeft (BitVec w) (BitVec n) (BitVec w) := ⟨fun x y => x <<< y.toNat⟩
instance : HShiftRight (BitVec w) (BitVec n) (BitVec w) := ⟨fun x y => x >>> y.toNat⟩
def getLsbD (x : BitVec w) (i : Nat) : Bool := x.toNat.testBit i
def getMsbD (x : BitVec w) (i : Nat) : Bool := i < w && x.getLsbD (w - 1 - i)
protected def msb (x : BitVec n) : Bool := x.getMsbD 0
instance : GetElem (BitVec w) Nat Bool fun _ i => i < w := ⟨fun x i _ => x.getLsbD i⟩
def setWidth (v : Nat) (x : BitVec w) : BitVec v := .ofNat v x.toNat
abbrev zeroExtend (v : Nat) (x : BitVec w) : BitVec v := x.setWidth v
abbrev truncate (v : Nat) (x : BitVec w) : BitVec v := x.setWidth v
def signExtend (v : Nat) (x : BitVec w) : BitVec v := .ofInt v x.toInt
def append (x : BitVec n) (y : BitVec m) : BitVec (n + m) := .ofNat (n + m) (x.toNat <<< m ||| y.toNat)
instance : HAppend (BitVec w) (BitVec v) (BitVec (w + v)) := ⟨append⟩
def extractLsb' (start len : Nat) (x : BitVec n) : BitVec len := .ofNat len (x.toNat >>> start)
def extractLsb (hi lo : Nat) (x : BitVec n) : BitVec (hi - lo + 1) := x.extractLsb' lo _
def zero (n : Nat) : BitVec n := .ofNat n 0
def allOnes (n : Nat) : BitVec n := .ofNat n (2 ^ n - 1)
def ofBool (b : Bool) : BitVec 1 := if b then 1#1 else 0#1
def fill (w : Nat) (b : Bool) : BitVec w := if b then allOnes w else zero w
protected def cast (eq : n = m) (x : BitVec n) : BitVec m := .ofNat m x.toNat
def rotateLeft (x : BitVec w) (n : Nat) : BitVec w := x <<< (n % w) ||| x >>> (w - n % w)
def rotateRight (x : BitVec w) (n : Nat) : BitVec w := x >>> (n % w) ||| x <<< (w - n % w)

/-! ## Printing -/

/-- The digits in base 16, as many as the width needs. -/
protected def toHex (x : BitVec n) : String :=
  let ds := Nat.toDigits 16 x.toNat
  String.ofList (List.replicate ((n + 3) / 4 - ds.length) '0' ++ ds)
instance : ToString (BitVec n) := ⟨fun x => "0x" ++ x.toHex ++ "#" ++ toString n⟩
instance : Repr (BitVec n) := ⟨fun x _ => Std.Format.text (toString x)⟩
instance : Hashable (BitVec n) := ⟨fun x => hash x.toNat⟩
end BitVec
