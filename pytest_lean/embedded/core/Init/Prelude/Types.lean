module
prelude
public import Init.Prelude.Nat
/-!
`SizeOf` and the lemmas that Lean needs to generate injectivity and size lemmas for an inductive
type; then the basic data types: options, lists, sums, `Fin`, machine integers, `Char`, `String`,
`Array`. Still without notation.
-/

@[expose] public section

set_option bootstrap.genMatcherCode false
set_option autoImplicit false
set_option linter.all false
set_option genSizeOf false
set_option genInjectivity false

universe u v w u_1 u_2 u_3

/-! ## What generated lemmas are made of -/

class SizeOf (α : Sort u) where
  sizeOf : α → Nat

export SizeOf (sizeOf)

protected def default.sizeOf (α : Sort u) (_ : α) : Nat := 0
instance (priority := 100) instSizeOfDefault (α : Sort u) : SizeOf α := SizeOf.mk (default.sizeOf α)
instance instSizeOfNat : SizeOf Nat := SizeOf.mk fun n => n
instance instSizeOfForallUnit {α : Type u} [SizeOf α] : SizeOf (Unit → α) :=
  SizeOf.mk fun f => sizeOf (f Unit.unit)

@[simp] theorem sizeOf_default {α : Sort u} (n : α) : Eq (sizeOf n) 0 := rfl
@[simp] theorem sizeOf_nat (n : Nat) : Eq (sizeOf n) n := rfl
@[simp] theorem sizeOf_thunk {α : Type u} [SizeOf α] (f : Unit → α) : Eq (sizeOf f) (sizeOf (f Unit.unit)) :=
  rfl

theorem Eq.propIntro {a b : Prop} (h₁ : a → b) (h₂ : b → a) : Eq a b := propext (Iff.intro h₁ h₂)
theorem Lean.injEq_helper {P Q R : Prop} (h : P → Q → R) : And P Q → R := fun hpq => h hpq.left hpq.right

@[reducible] def HEq.homo_ndrec.{u1, u2} {α : Sort u2} {a : α} (motive : α → Sort u1) (m : motive a) {b : α}
    (h : HEq a b) : motive b := Eq.ndrec m (eq_of_heq h)
@[reducible]
def HEq.homo_ndrec_symm.{u1, u2} {α : Sort u2} {a : α} (motive : α → Sort u1) (m : motive a) {b : α}
    (h : HEq b a) : motive b := Eq.ndrec m (Eq.symm (eq_of_heq h))

set_option genSizeOf true
set_option genInjectivity true

attribute [gen_constructor_elims] PProd

/-! ## Options, lists, sums -/

inductive Option (α : Type u) where
  | none : Option α
  | some (val : α) : Option α

export Option (none some)

inductive List (α : Type u) where
  | nil : List α
  | cons (head : α) (tail : List α) : List α

inductive Sum (α : Type u) (β : Type v) where
  | inl (val : α) : Sum α β
  | inr (val : β) : Sum α β

inductive PSum (α : Sort u) (β : Sort v) where
  | inl (val : α) : PSum α β
  | inr (val : β) : PSum α β

structure Sigma {α : Type u} (β : α → Type v) where
  mk ::
  fst : α
  snd : β fst

structure PSigma {α : Sort u} (β : α → Sort v) where
  mk ::
  fst : α
  snd : β fst

inductive Except (ε : Type u) (α : Type v) where
  | error : ε → Except ε α
  | ok : α → Except ε α

inductive Ordering where
  | lt | eq | gt

attribute [unbox] Option Except Sigma

instance instInhabitedOption {α : Type u} : Inhabited (Option α) := Inhabited.mk none
instance instInhabitedList {α : Type u} : Inhabited (List α) := Inhabited.mk List.nil
instance instInhabitedExcept {ε : Type u} {α : Type v} [Inhabited ε] : Inhabited (Except ε α) :=
  Inhabited.mk (Except.error default)

/-! How a `do` block goes on after a loop or a nested action that may have left early: the elaborator
calls these and also the match functions that their definitions give rise to, so they are the first to
match on `Option` and `Except`. -/

@[always_inline, inline]
abbrev EarlyReturn.runK {ρ α : Type u} {β : Type v} (x : Except ρ α) (returnK : ρ → β)
    (successK : α → β) : β :=
  match x with
  | .ok a => successK a
  | .error r => returnK r
@[always_inline, inline]
abbrev Break.runK {α : Type u} {β : Type v} (x : Option α) (breakK : Unit → β) (successK : α → β) : β :=
  match x with
  | some a => successK a
  | none => breakK Unit.unit
@[always_inline, inline]
abbrev Continue.runK {α : Type u} {β : Type v} (x : Option α) (continueK : Unit → β) (successK : α → β) : β :=
  match x with
  | some a => successK a
  | none => continueK Unit.unit

@[macro_inline] def Option.getD {α : Type u} (o : Option α) (dflt : α) : α :=
  match o with
  | some x => x
  | none => dflt

protected def List.append {α : Type u} : (xs ys : List α) → List α
  | .nil, ys => ys
  | .cons x xs, ys => .cons x (List.append xs ys)
instance List.instAppend {α : Type u} : Append (List α) := Append.mk List.append

/-- Unfolded where implicit arguments are compared, so that `(a :: l).length` and `l.length + 1` are one. -/
@[implicit_reducible] def List.length {α : Type u} : List α → Nat
  | .nil => 0
  | .cons _ xs => HAdd.hAdd (List.length xs) 1


/-! ## Fin, bit vectors, machine integers -/

structure Fin (n : Nat) where
  mk ::
  val : Nat
  isLt : LT.lt val n

def List.get {α : Type u} : (as : List α) → Fin as.length → α
  | .cons a _, Fin.mk .zero _ => a
  | .cons _ as, Fin.mk (.succ i) h => List.get as (Fin.mk i (Nat.le_of_succ_le_succ h))

attribute [coe] Fin.val

theorem Fin.eq_of_val_eq {n : Nat} : {i j : Fin n} → Eq i.val j.val → Eq i j
  | .mk _ _, .mk _ _, rfl => rfl
theorem Fin.val_eq_of_eq {n : Nat} {i j : Fin n} (h : Eq i j) : Eq i.val j.val := congrArg Fin.val h

instance instDecidableEqFin (n : Nat) : DecidableEq (Fin n) := fun i j =>
  match decEq i.val j.val with
  | isTrue h => isTrue (Fin.eq_of_val_eq h)
  | isFalse h => isFalse (fun e => h (Fin.val_eq_of_eq e))

instance instLTFin {n : Nat} : LT (Fin n) := LT.mk fun a b => LT.lt a.val b.val
instance instLEFin {n : Nat} : LE (Fin n) := LE.mk fun a b => LE.le a.val b.val
instance Fin.decLt {n : Nat} (a b : Fin n) : Decidable (LT.lt a b) := Nat.decLt _ _
instance Fin.decLe {n : Nat} (a b : Fin n) : Decidable (LE.le a b) := Nat.decLe _ _

structure BitVec (w : Nat) where
  ofFin ::
  toFin : Fin (HPow.hPow 2 w)

structure UInt8 where
  ofBitVec ::
  toBitVec : BitVec 8
structure UInt16 where
  ofBitVec ::
  toBitVec : BitVec 16
structure UInt32 where
  ofBitVec ::
  toBitVec : BitVec 32
structure UInt64 where
  ofBitVec ::
  toBitVec : BitVec 64

/-- The number of bits of the machine that runs the program: 32 or 64; nothing else is known about it. -/
@[extern "lean_system_platform_nbits"] opaque System.Platform.getNumBits :
    Unit → Subtype fun n : Nat => Or (Eq n 32) (Eq n 64) := fun _ => Subtype.mk 64 (Or.inr rfl)
def System.Platform.numBits : Nat := (getNumBits Unit.unit).val
theorem System.Platform.numBits_eq : Or (Eq numBits 32) (Eq numBits 64) := (getNumBits Unit.unit).property
structure USize where
  ofBitVec ::
  toBitVec : BitVec System.Platform.numBits

attribute [extern "lean_usize_of_nat_mk"] USize.ofBitVec
attribute [extern "lean_usize_to_nat"] USize.toBitVec
attribute [extern "lean_uint8_of_nat_mk"] UInt8.ofBitVec
attribute [extern "lean_uint8_to_nat"] UInt8.toBitVec
attribute [extern "lean_uint16_of_nat_mk"] UInt16.ofBitVec
attribute [extern "lean_uint16_to_nat"] UInt16.toBitVec
attribute [extern "lean_uint32_of_nat_mk"] UInt32.ofBitVec
attribute [extern "lean_uint32_to_nat"] UInt32.toBitVec
attribute [extern "lean_uint64_of_nat_mk"] UInt64.ofBitVec
attribute [extern "lean_uint64_to_nat"] UInt64.toBitVec

@[extern "lean_usize_to_nat"] def USize.toNat (n : USize) : Nat := n.toBitVec.toFin.val
@[extern "lean_uint8_to_nat"] def UInt8.toNat (n : UInt8) : Nat := n.toBitVec.toFin.val
@[extern "lean_uint16_to_nat"] def UInt16.toNat (n : UInt16) : Nat := n.toBitVec.toFin.val
@[extern "lean_uint32_to_nat"] def UInt32.toNat (n : UInt32) : Nat := n.toBitVec.toFin.val
@[extern "lean_uint64_to_nat"] def UInt64.toNat (n : UInt64) : Nat := n.toBitVec.toFin.val

@[extern "lean_uint32_of_nat"] def UInt32.ofNatLT (n : Nat) (h : LT.lt n (HPow.hPow 2 32)) : UInt32 :=
  UInt32.ofBitVec (BitVec.ofFin (Fin.mk n h))
@[extern "lean_usize_of_nat"]
def USize.ofNatLT (n : Nat) (h : LT.lt n (HPow.hPow 2 System.Platform.numBits)) : USize :=
  USize.ofBitVec (BitVec.ofFin (Fin.mk n h))
@[extern "lean_uint64_of_nat"] def UInt64.ofNatLT (n : Nat) (h : LT.lt n (HPow.hPow 2 64)) : UInt64 :=
  UInt64.ofBitVec (BitVec.ofFin (Fin.mk n h))
@[extern "lean_uint8_of_nat"] def UInt8.ofNatLT (n : Nat) (h : LT.lt n (HPow.hPow 2 8)) : UInt8 :=
  UInt8.ofBitVec (BitVec.ofFin (Fin.mk n h))
@[extern "lean_uint16_of_nat"] def UInt16.ofNatLT (n : Nat) (h : LT.lt n (HPow.hPow 2 16)) : UInt16 :=
  UInt16.ofBitVec (BitVec.ofFin (Fin.mk n h))

theorem BitVec.eq_of_toFin_eq {w : Nat} : {x y : BitVec w} → Eq x.toFin y.toFin → Eq x y
  | .ofFin _, .ofFin _, rfl => rfl

instance instDecidableEqBitVec {w : Nat} : DecidableEq (BitVec w) := fun x y =>
  match decEq x.toFin y.toFin with
  | isTrue h => isTrue (BitVec.eq_of_toFin_eq h)
  | isFalse h => isFalse (fun e => h (congrArg BitVec.toFin e))

theorem UInt32.eq_of_toBitVec_eq : {x y : UInt32} → Eq x.toBitVec y.toBitVec → Eq x y
  | .ofBitVec _, .ofBitVec _, rfl => rfl
@[extern "lean_uint32_dec_eq"] def UInt32.decEq (x y : UInt32) : Decidable (Eq x y) :=
  match _root_.decEq x.toBitVec y.toBitVec with
  | isTrue h => isTrue (UInt32.eq_of_toBitVec_eq h)
  | isFalse h => isFalse (fun e => h (congrArg UInt32.toBitVec e))
instance instDecidableEqUInt32 : DecidableEq UInt32 := UInt32.decEq

/-! ## Characters and strings -/

abbrev UInt32.isValidChar (n : UInt32) : Prop :=
  Or (LT.lt n.toNat 0xd800) (And (LT.lt 0xdfff n.toNat) (LT.lt n.toNat 0x110000))
abbrev Nat.isValidChar (n : Nat) : Prop :=
  Or (LT.lt n 0xd800) (And (LT.lt 0xdfff n) (LT.lt n 0x110000))

structure Char where
  mk ::
  val : UInt32
  valid : val.isValidChar

theorem Nat.isValidChar_lt {n : Nat} (h : n.isValidChar) : LT.lt n (HPow.hPow 2 32) :=
  Or.elim h
    (fun h => Nat.le_trans h (Nat.le_of_ble_eq_true rfl))
    (fun h => Nat.le_trans h.right (Nat.le_of_ble_eq_true rfl))

@[extern "lean_uint32_of_nat"] def Char.ofNatAux (n : Nat) (h : n.isValidChar) : Char :=
  Char.mk (UInt32.ofNatLT n (Nat.isValidChar_lt h)) h

instance instDecidableOr {p q : Prop} [dp : Decidable p] [dq : Decidable q] : Decidable (Or p q) :=
  match dp with
  | isTrue hp => isTrue (Or.inl hp)
  | isFalse hp =>
    match dq with
    | isTrue hq => isTrue (Or.inr hq)
    | isFalse hq => isFalse (fun h => Or.elim h hp hq)
instance instDecidableAnd {p q : Prop} [dp : Decidable p] [dq : Decidable q] : Decidable (And p q) :=
  match dp with
  | isTrue hp =>
    match dq with
    | isTrue hq => isTrue (And.intro hp hq)
    | isFalse hq => isFalse (fun h => hq h.right)
  | isFalse hp => isFalse (fun h => hp h.left)
instance instDecidableNot {p : Prop} [dp : Decidable p] : Decidable (Not p) :=
  match dp with
  | isTrue hp => isFalse (absurd hp)
  | isFalse hp => isTrue hp

@[noinline, extern "lean_uint32_of_nat"] def Char.ofNat (n : Nat) : Char :=
  dite n.isValidChar (fun h => Char.ofNatAux n h)
    (fun _ => Char.ofNatAux 0 (Or.inl (Nat.le_of_ble_eq_true rfl)))

@[extern "lean_uint32_to_nat"] def Char.toNat (c : Char) : Nat := c.val.toNat

theorem Char.eq_of_val_eq : {c d : Char} → Eq c.val d.val → Eq c d
  | .mk _ _, .mk _ _, rfl => rfl
instance instDecidableEqChar : DecidableEq Char := fun c d =>
  match decEq c.val d.val with
  | isTrue h => isTrue (Char.eq_of_val_eq h)
  | isFalse h => isFalse (fun e => h (congrArg Char.val e))
instance Char.instInhabited : Inhabited Char := Inhabited.mk (Char.ofNat 65)

/-- A string is its list of characters. At run time it is a UTF-8 array: the constructor, the
projection and the functions below marked `extern` are the runtime's own. -/
structure String where
  ofList ::
  toList : List Char

attribute [extern "lean_string_mk"] String.ofList
attribute [extern "lean_string_data"] String.toList

@[extern "lean_string_append"] def String.append (s t : String) : String :=
  String.ofList (List.append s.toList t.toList)
instance instAppendString : Append String := Append.mk String.append

theorem List.cons_ne_nil_aux {α : Type u} {a : α} {as : List α} (h : Eq (List.cons a as) List.nil) : False :=
  Nat.not_succ_le_zero as.length
    (@Eq.ndrec (List α) (List.cons a as) (fun x =>
    LE.le (List.cons a as).length x.length) Nat.le.refl List.nil h)

@[reducible] protected def List.hasDecEq {α : Type u} [DecidableEq α] :
    (as bs : List α) → Decidable (Eq as bs)
  | .nil, .nil => isTrue rfl
  | .cons _ _, .nil => isFalse List.cons_ne_nil_aux
  | .nil, .cons _ _ => isFalse (fun h => List.cons_ne_nil_aux (Eq.symm h))
  | .cons a as, .cons b bs =>
    match decEq a b with
    | isTrue hab =>
      match List.hasDecEq as bs with
      | isTrue h => isTrue (congr (congrArg List.cons hab) h)
      | isFalse h => isFalse (fun e => List.noConfusion rfl (heq_of_eq e) (fun _ h' => h (eq_of_heq h')))
    | isFalse hab => isFalse (fun e => List.noConfusion rfl (heq_of_eq e) (fun h' _ => hab (eq_of_heq h')))

instance instDecidableEqList {α : Type u} [DecidableEq α] : DecidableEq (List α) := List.hasDecEq

theorem String.eq_of_toList_eq : {s t : String} → Eq s.toList t.toList → Eq s t
  | .ofList _, .ofList _, rfl => rfl

@[extern "lean_string_dec_eq"] def String.decEq (s t : String) : Decidable (Eq s t) :=
  match _root_.decEq s.toList t.toList with
  | isTrue h => isTrue (String.eq_of_toList_eq h)
  | isFalse h => isFalse (fun e => h (congrArg String.toList e))
instance instDecidableEqString : DecidableEq String := String.decEq
instance String.instInhabited : Inhabited String := Inhabited.mk ""

/-- A position in a string, counted in bytes. -/
structure String.Pos.Raw where
  mk ::
  byteIdx : Nat := 0

structure Substring.Raw where
  mk ::
  str : String
  startPos : String.Pos.Raw
  stopPos : String.Pos.Raw

/-! ## Arrays -/

structure Array (α : Type u) where
  mk ::
  toList : List α

attribute [extern "lean_array_to_list"] Array.toList
attribute [extern "lean_array_mk"] Array.mk

@[extern "lean_mk_empty_array_with_capacity"] def Array.mkEmpty {α : Type u} (c : @& Nat) : Array α :=
  Array.mk List.nil
@[extern "lean_mk_empty_array_with_capacity"]
def Array.emptyWithCapacity {α : Type u} (c : @& Nat) : Array α :=
  Array.mk List.nil
@[inline] def Array.empty {α : Type u} : Array α := Array.emptyWithCapacity 0
@[instance_reducible, extern "lean_array_get_size"]
def Array.size {α : Type u} (a : @& Array α) : Nat := a.toList.length
@[extern "lean_array_fget"]
def Array.getInternal {α : Type u} (a : @& Array α) (i : @& Nat) (h : LT.lt i a.size) : α :=
  List.get a.toList (Fin.mk i h)
@[extern "lean_array_fget_borrowed"]
def Array.getInternalBorrowed {α : Type u} (a : @& Array α) (i : @& Nat) (h : LT.lt i a.size) : α :=
  List.get a.toList (Fin.mk i h)
@[extern "lean_array_get_borrowed"]
def Array.get!InternalBorrowed {α : Type u} [Inhabited α] (a : @& Array α) (i : @& Nat) : α :=
  dite (LT.lt i a.size) (fun h => List.get a.toList (Fin.mk i h)) (fun _ => default)
@[inline] abbrev Array.getD {α : Type u} (a : Array α) (i : Nat) (v₀ : α) : α :=
  dite (LT.lt i a.size) (fun h => a.getInternal i h) (fun _ => v₀)
@[extern "lean_array_get"]
def Array.get!Internal {α : Type u} [Inhabited α] (a : @& Array α) (i : @& Nat) : α :=
  Array.getD a i default
@[extern "lean_array_push"] def Array.push {α : Type u} (a : Array α) (v : α) : Array α :=
  Array.mk (List.append a.toList (List.cons v List.nil))

instance Array.instInhabited {α : Type u} : Inhabited (Array α) := Inhabited.mk Array.empty

/-! ## Arrays of bytes -/

structure ByteArray where
  mk ::
  data : Array UInt8

attribute [extern "lean_byte_array_mk"] ByteArray.mk
attribute [extern "lean_byte_array_data"] ByteArray.data
