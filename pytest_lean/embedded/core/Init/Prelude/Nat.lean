module
prelude
public import Init.Prelude.Logic
/-!
`Bool`, `Decidable`, `Nat` with its arithmetic and decidable order, and the classes behind the
arithmetic notation. The definitions of `Nat.add`, `Nat.mul`, ... are the recursive ones;
their `extern` names tell the compiler which runtime function computes the same value.
-/

@[expose] public section

set_option genCtorIdx false
set_option genSizeOf false
set_option genInjectivity false
set_option bootstrap.genMatcherCode false
set_option autoImplicit false
set_option linter.all false

universe u v w u_1 u_2 u_3

/-! ## Bool, Decidable, Nat -/

inductive Bool : Type where
  | false : Bool
  | true : Bool

export Bool (false true)

/-- What a truth value says about `p`: `true` is a proof of it, `false` a refutation. -/
@[reducible] def Decidable.Evidence (p : Prop) (b : Bool) : Prop :=
  Bool.rec (motive := fun _ => Prop) (Not p) p b

/-- A decided proposition: its truth value, which is all that remains at run time, and the evidence. -/
class Decidable (p : Prop) where
  mk ::
  decide (p) : Bool
  evidence : Decidable.Evidence p decide

@[match_pattern] abbrev Decidable.isTrue {p : Prop} (h : p) : Decidable p := Decidable.mk true h
@[match_pattern] abbrev Decidable.isFalse {p : Prop} (h : Not p) : Decidable p := Decidable.mk false h

export Decidable (isTrue isFalse decide)

inductive Nat where
  | zero : Nat
  | succ (n : Nat) : Nat

instance instInhabitedBool : Inhabited Bool := Inhabited.mk false
instance instInhabitedNat : Inhabited Nat := Inhabited.mk Nat.zero

@[reducible] def DecidablePred {α : Sort u} (r : α → Prop) := (a : α) → Decidable (r a)
@[reducible] def DecidableRel {α : Sort u} {β : Sort v} (r : α → β → Prop) :=
  (a : α) → (b : β) → Decidable (r a b)
@[reducible] def DecidableEq (α : Sort u) := (a b : α) → Decidable (Eq a b)

/-- What `sorry` stands for; every theorem that uses it shows it in `#print axioms`. -/
@[extern "lean_sorry", never_extract]
axiom sorryAx (α : Sort u) (synthetic : Bool := false) : α

@[macro_inline] def cond {α : Sort u} (c : Bool) (x y : α) : α :=
  match c with
  | true => x
  | false => y
@[macro_inline] def Bool.or (x y : Bool) : Bool :=
  match x with
  | true => true
  | false => y
@[macro_inline] def Bool.and (x y : Bool) : Bool :=
  match x with
  | true => y
  | false => false
@[inline] def Bool.not : Bool → Bool
  | true => false
  | false => true

export Bool (or and not)

@[macro_inline] def ite {α : Sort u} (c : Prop) [h : Decidable c] (t e : α) : α :=
  match h with
  | isTrue _ => t
  | isFalse _ => e
@[macro_inline] def dite {α : Sort u} (c : Prop) [h : Decidable c] (t : c → α) (e : Not c → α) : α :=
  match h with
  | isTrue h => t h
  | isFalse h => e h

@[inline] def decEq {α : Sort u} [inst : DecidableEq α] (a b : α) : Decidable (Eq a b) := inst a b

/-- A proposition that separates the two Booleans. -/
@[reducible] def Bool.Holds (b : Bool) : Prop := Bool.rec False True b

theorem noConfusion_of_Bool {x : Bool} (h₁ : Eq x true) (h₂ : Eq x false) : False :=
  @Eq.ndrec Bool true Bool.Holds True.intro false (Eq.trans (Eq.symm h₁) h₂)

/-! ## The classes behind the arithmetic notation -/

class OfNat (α : Type u) (_ : Nat) where
  ofNat : α

@[default_instance 100] instance instOfNatNat (n : Nat) : OfNat Nat n := OfNat.mk n

class LE (α : Type u) where
  le : α → α → Prop
class LT (α : Type u) where
  lt : α → α → Prop
@[reducible] def GE.ge {α : Type u} [LE α] (a b : α) : Prop := LE.le b a
@[reducible] def GT.gt {α : Type u} [LT α] (a b : α) : Prop := LT.lt b a
abbrev DecidableLE (α : Type u) [LE α] := DecidableRel (LE.le : α → α → Prop)
abbrev DecidableLT (α : Type u) [LT α] := DecidableRel (LT.lt : α → α → Prop)

class BEq (α : Type u) where
  beq : α → α → Bool
class Max (α : Type u) where
  max : α → α → α
export Max (max)
class Min (α : Type u) where
  min : α → α → α
export Min (min)

class HAdd (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAdd : α → β → γ
class HSub (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hSub : α → β → γ
class HMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hMul : α → β → γ
class HDiv (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hDiv : α → β → γ
class HMod (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hMod : α → β → γ
class HPow (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hPow : α → β → γ
class HSMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hSMul : α → β → γ
class HAppend (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAppend : α → β → γ
class HOrElse (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hOrElse : α → (Unit → β) → γ
class HAndThen (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAndThen : α → (Unit → β) → γ
class HAnd (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAnd : α → β → γ
class HXor (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hXor : α → β → γ
class HOr (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hOr : α → β → γ
class HShiftLeft (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hShiftLeft : α → β → γ
class HShiftRight (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hShiftRight : α → β → γ

class Zero (α : Type u) where
  zero : α
class One (α : Type u) where
  one : α
instance (priority := 300) Zero.toOfNat0 {α : Type u} [Zero α] : OfNat α 0 := OfNat.mk Zero.zero
instance (priority := 200) Zero.ofOfNat0 {α : Type u} [OfNat α 0] : Zero α := Zero.mk 0
instance (priority := 300) One.toOfNat1 {α : Type u} [One α] : OfNat α 1 := OfNat.mk One.one
instance (priority := 200) One.ofOfNat1 {α : Type u} [OfNat α 1] : One α := One.mk 1
instance instZeroNat : Zero Nat := Zero.mk 0
instance instOneNat : One Nat := One.mk 1
/-- What makes the literals of `Fin n` make sense. -/
class NeZero {R : Type u} [Zero R] (n : R) : Prop where
  out : Not (Eq n 0)
class Add (α : Type u) where
  add : α → α → α
class Sub (α : Type u) where
  sub : α → α → α
class Mul (α : Type u) where
  mul : α → α → α
class Neg (α : Type u) where
  neg : α → α
class Inv (α : Type u) where
  inv : α → α
class Div (α : Type u) where
  div : α → α → α
class Mod (α : Type u) where
  mod : α → α → α
class Dvd (α : Type u_1) where
  dvd : α → α → Prop
class Pow (α : Type u) (β : Type v) where
  pow : α → β → α
class NatPow (α : Type u) where
  pow : α → Nat → α
/-- Powers whose exponent is of the type of the base: a numeral without a type becomes one of that type. -/
class HomogeneousPow (α : Type u) where
  pow : α → α → α
class SMul (M : Type u) (α : Type v) where
  smul : M → α → α
class Append (α : Type u) where
  append : α → α → α
class OrElse (α : Type u) where
  orElse : α → (Unit → α) → α
class AndThen (α : Type u) where
  andThen : α → (Unit → α) → α
class AndOp (α : Type u) where
  and : α → α → α
class XorOp (α : Type u) where
  xor : α → α → α
class OrOp (α : Type u) where
  or : α → α → α
class Complement (α : Type u) where
  complement : α → α
class ShiftLeft (α : Type u) where
  shiftLeft : α → α → α
class ShiftRight (α : Type u) where
  shiftRight : α → α → α

@[default_instance] instance instHAdd {α : Type u_1} [Add α] : HAdd α α α := HAdd.mk Add.add
@[default_instance] instance instHSub {α : Type u_1} [Sub α] : HSub α α α := HSub.mk Sub.sub
@[default_instance] instance instHMul {α : Type u_1} [Mul α] : HMul α α α := HMul.mk Mul.mul
@[default_instance] instance instHDiv {α : Type u_1} [Div α] : HDiv α α α := HDiv.mk Div.div
@[default_instance] instance instHMod {α : Type u_1} [Mod α] : HMod α α α := HMod.mk Mod.mod
@[default_instance] instance instHPow {α : Type u_1} {β : Type u_2} [Pow α β] : HPow α β α := HPow.mk Pow.pow
@[default_instance] instance instPowNat {α : Type u_1} [NatPow α] : Pow α Nat := Pow.mk NatPow.pow
@[default_instance] instance instPowOfHomogeneousPow {α : Type u_1} [HomogeneousPow α] : Pow α α :=
  Pow.mk HomogeneousPow.pow
@[default_instance] instance instHSMul {α : Type u_1} {β : Type u_2} [SMul α β] : HSMul α β β :=
  HSMul.mk SMul.smul
@[default_instance] instance instHAppendOfAppend {α : Type u_1} [Append α] : HAppend α α α :=
  HAppend.mk Append.append
@[default_instance] instance instHOrElseOfOrElse {α : Type u_1} [OrElse α] : HOrElse α α α :=
  HOrElse.mk OrElse.orElse
@[default_instance] instance instHAndThenOfAndThen {α : Type u_1} [AndThen α] : HAndThen α α α :=
  HAndThen.mk AndThen.andThen
@[default_instance] instance instHAndOfAndOp {α : Type u_1} [AndOp α] : HAnd α α α := HAnd.mk AndOp.and
@[default_instance] instance instHXorOfXorOp {α : Type u_1} [XorOp α] : HXor α α α := HXor.mk XorOp.xor
@[default_instance] instance instHOrOfOrOp {α : Type u_1} [OrOp α] : HOr α α α := HOr.mk OrOp.or
@[default_instance] instance instHShiftLeftOfShiftLeft {α : Type u_1} [ShiftLeft α] : HShiftLeft α α α :=
  HShiftLeft.mk ShiftLeft.shiftLeft
@[default_instance] instance instHShiftRightOfShiftRight {α : Type u_1} [ShiftRight α] : HShiftRight α α α :=
  HShiftRight.mk ShiftRight.shiftRight

attribute [match_pattern] HAdd.hAdd Add.add Neg.neg

class Membership (α : outParam (Type u)) (γ : Type v) where
  mem (γ : γ) (a : α) : Prop

/-! ## Arithmetic of `Nat` -/

@[instance_reducible, extern "lean_nat_add"] protected def Nat.add : Nat → Nat → Nat
  | n, .zero => n
  | n, .succ m => .succ (Nat.add n m)
attribute [match_pattern] Nat.add

instance instAddNat : Add Nat := Add.mk Nat.add

@[extern "lean_nat_mul"] protected def Nat.mul : Nat → Nat → Nat
  | _, .zero => .zero
  | n, .succ m => Nat.add (Nat.mul n m) n

instance instMulNat : Mul Nat := Mul.mk Nat.mul

@[extern "lean_nat_pow"] protected def Nat.pow (m : Nat) : Nat → Nat
  | .zero => 1
  | .succ n => Nat.mul (Nat.pow m n) m

instance instNatPowNat : NatPow Nat := NatPow.mk Nat.pow

@[extern "lean_nat_pred"] def Nat.pred : Nat → Nat
  | .zero => .zero
  | .succ n => n

@[extern "lean_nat_sub"] protected def Nat.sub : Nat → Nat → Nat
  | n, .zero => n
  | n, .succ m => Nat.pred (Nat.sub n m)

instance instSubNat : Sub Nat := Sub.mk Nat.sub

@[extern "lean_nat_dec_eq"] def Nat.beq : Nat → Nat → Bool
  | .zero, .zero => true
  | .zero, .succ _ => false
  | .succ _, .zero => false
  | .succ n, .succ m => Nat.beq n m

@[extern "lean_nat_dec_le"] def Nat.ble : Nat → Nat → Bool
  | .zero, .zero => true
  | .zero, .succ _ => true
  | .succ _, .zero => false
  | .succ n, .succ m => Nat.ble n m

inductive Nat.le (n : Nat) : Nat → Prop where
  | refl : Nat.le n n
  | step {m : Nat} : Nat.le n m → Nat.le n (.succ m)

protected def Nat.lt (n m : Nat) : Prop := Nat.le (Nat.add n 1) m

instance instLENat : LE Nat := LE.mk Nat.le
instance instLTNat : LT Nat := LT.mk Nat.lt

/-! ## Deciding `=`, `≤` and `<` on `Nat` -/

theorem Nat.eq_of_beq_eq_true : {n m : Nat} → Eq (Nat.beq n m) true → Eq n m
  | .zero, .zero, _ => rfl
  | .zero, .succ _, h => False.elim (noConfusion_of_Bool h rfl)
  | .succ _, .zero, h => False.elim (noConfusion_of_Bool h rfl)
  | .succ _, .succ _, h => congrArg Nat.succ (Nat.eq_of_beq_eq_true h)

theorem Nat.beq_refl : (n : Nat) → Eq (Nat.beq n n) true
  | .zero => rfl
  | .succ n => Nat.beq_refl n

theorem Nat.ne_of_beq_eq_false {n m : Nat} (h : Eq (Nat.beq n m) false) : Not (Eq n m) :=
  fun e => noConfusion_of_Bool (Eq.ndrec (motive := fun x => Eq (Nat.beq n x) true) (Nat.beq_refl n) e) h

@[reducible, extern "lean_nat_dec_eq"] protected def Nat.decEq (n m : Nat) : Decidable (Eq n m) :=
  match h : Nat.beq n m with
  | true => isTrue (Nat.eq_of_beq_eq_true h)
  | false => isFalse (Nat.ne_of_beq_eq_false h)

@[inline] instance instDecidableEqNat : DecidableEq Nat := Nat.decEq

set_option genCtorIdx true
attribute [gen_constructor_elims] Bool
attribute [gen_constructor_elims] Nat
attribute [gen_constructor_elims] Prod

/-- Case distinction on a decided proposition, for `cases` and `rcases`. -/
@[elab_as_elim, cases_eliminator, induction_eliminator]
def Decidable.falseTrueCases {p : Prop} {motive : Decidable p → Sort u}
    (isFalse : (h : Not p) → motive (Decidable.isFalse h)) (isTrue : (h : p) → motive (Decidable.isTrue h))
    (t : Decidable p) : motive t :=
  match t with
  | .mk true h => isTrue h
  | .mk false h => isFalse h

theorem Nat.zero_le : (n : Nat) → LE.le 0 n
  | .zero => Nat.le.refl
  | .succ n => Nat.le.step (Nat.zero_le n)

theorem Nat.succ_le_succ {n m : Nat} (h : LE.le n m) : LE.le (Nat.succ n) (Nat.succ m) :=
  Nat.le.rec (motive := fun k _ => Nat.le (Nat.succ n) (Nat.succ k)) .refl (fun _ ih => .step ih) h

protected theorem Nat.le_trans {n m k : Nat} (h₁ : LE.le n m) (h₂ : LE.le m k) : LE.le n k :=
  Nat.le.rec (motive := fun x _ => Nat.le n x) h₁ (fun _ ih => .step ih) h₂

theorem Nat.pred_le : (n : Nat) → LE.le (Nat.pred n) n
  | .zero => Nat.le.refl
  | .succ _ => Nat.le.step Nat.le.refl

theorem Nat.pred_le_pred {n m : Nat} (h : LE.le n m) : LE.le (Nat.pred n) (Nat.pred m) :=
  Nat.le.rec (motive := fun x _ => Nat.le (Nat.pred n) (Nat.pred x)) .refl
    (fun {x} hx _ => @Nat.le_trans (Nat.pred n) n x (Nat.pred_le n) hx) h

theorem Nat.le_of_succ_le_succ {n m : Nat} (h : LE.le (Nat.succ n) (Nat.succ m)) : LE.le n m :=
  Nat.pred_le_pred h

/-- A proposition that separates zero from the successors. -/
@[reducible] def Nat.IsSucc (n : Nat) : Prop := Nat.rec False (fun _ _ => True) n

theorem Nat.not_succ_le_zero (n : Nat) : Not (LE.le (Nat.succ n) 0) :=
  fun h => @Nat.le.rec (Nat.succ n) (fun x _ => Nat.IsSucc x) True.intro (fun _ _ => True.intro) 0 h

theorem Nat.le_of_ble_eq_true : {n m : Nat} → Eq (Nat.ble n m) true → LE.le n m
  | .zero, m, _ => Nat.zero_le m
  | .succ _, .zero, h => False.elim (noConfusion_of_Bool h rfl)
  | .succ _, .succ _, h => Nat.succ_le_succ (Nat.le_of_ble_eq_true h)

theorem Nat.ble_self_eq_true : (n : Nat) → Eq (Nat.ble n n) true
  | .zero => rfl
  | .succ n => Nat.ble_self_eq_true n

theorem Nat.ble_eq_true_of_le : {n m : Nat} → LE.le n m → Eq (Nat.ble n m) true
  | .zero, .zero, _ => rfl
  | .zero, .succ _, _ => rfl
  | .succ n, .zero, h => False.elim (Nat.not_succ_le_zero n h)
  | .succ n, .succ m, h => @Nat.ble_eq_true_of_le n m (@Nat.le_of_succ_le_succ n m h)

theorem Nat.not_le_of_not_ble_eq_true {n m : Nat} (h : Not (Eq (Nat.ble n m) true)) : Not (LE.le n m) :=
  fun h' => h (Nat.ble_eq_true_of_le h')

theorem Bool.eq_false_of_ne_true : {b : Bool} → Not (Eq b true) → Eq b false
  | true, h => False.elim (h rfl)
  | false, _ => rfl
theorem Bool.ne_true_of_eq_false {b : Bool} (h : Eq b false) : Not (Eq b true) :=
  fun h' => noConfusion_of_Bool h' h

@[inline] instance instDecidableEqBool : DecidableEq Bool
  | false, false => isTrue rfl
  | false, true => isFalse (fun h => @noConfusion_of_Bool true rfl (Eq.symm h))
  | true, false => isFalse (fun h => @noConfusion_of_Bool true rfl h)
  | true, true => isTrue rfl

@[reducible, extern "lean_nat_dec_le"] instance Nat.decLe (n m : Nat) : Decidable (LE.le n m) :=
  dite (Eq (Nat.ble n m) true)
    (fun h => isTrue (Nat.le_of_ble_eq_true h))
    (fun h => isFalse (Nat.not_le_of_not_ble_eq_true h))

@[reducible, extern "lean_nat_dec_lt"] instance Nat.decLt (n m : Nat) : Decidable (LT.lt n m) :=
  Nat.decLe (Nat.succ n) m

instance instMinNat : Min Nat := Min.mk fun n m => ite (LE.le n m) n m
instance Nat.instMax : Max Nat := Max.mk fun n m => ite (LE.le n m) m n

theorem noConfusion_of_Nat {α : Sort u} (f : α → Nat) {a b : α} (h : Eq a b) :
    (Nat.beq (f a) (f b)).rec False True :=
  @Eq.ndrec α a (fun x => Bool.Holds (Nat.beq (f a) (f x)))
    (@Eq.ndrec Bool true Bool.Holds True.intro (Nat.beq (f a) (f a)) (Eq.symm (Nat.beq_refl (f a)))) b h
