module
prelude
/-!
The first file: no notation, no numerals, no tactic. It declares the compiler's erasure constants,
the identity-like functions, equality, the connectives as types, products, and the three axioms.
Names and argument orders are the ones that Lean's elaborators ask for.
-/

@[expose] public section

set_option genCtorIdx false
set_option genSizeOf false
set_option genInjectivity false
set_option bootstrap.genMatcherCode false
set_option autoImplicit false
set_option linter.all false

universe u v w u_1 u_2 u_3

/-! ## The compiler's constants: `unsafe`, hence out of reach of every theorem -/

unsafe axiom lcErased : Type
unsafe axiom lcVoid : Type
unsafe axiom lcAny : Type
unsafe axiom lcProof {p : Prop} : p
unsafe axiom lcUnreachable {α : Sort u} : α
unsafe axiom lcCast {α : Sort u} {β : Sort v} (a : α) : β

/-! ## Marks that elaborators look for in binder types -/

@[reducible] def outParam (α : Sort u) : Sort u := α
@[reducible] def semiOutParam (α : Sort u) : Sort u := α
@[reducible] def optParam (α : Sort u) (default : α) : Sort u := α

/-! ## Functions -/

@[inline] def id {α : Sort u} (a : α) : α := a
@[inline] def Function.comp {α : Sort u} {β : Sort v} {δ : Sort w} (f : β → δ) (g : α → β) : α → δ :=
  fun x => f (g x)
@[inline] def Function.const {α : Sort u} (β : Sort v) (a : α) : β → α := fun _ => a

set_option checkBinderAnnotations false in
@[reducible] def inferInstance {α : Sort u} [i : α] : α := i

/-! ## The one-element type -/

set_option bootstrap.inductiveCheckResultingUniverse false in
inductive PUnit : Sort u where
  | unit : PUnit

abbrev Unit : Type := PUnit
@[match_pattern] abbrev Unit.unit : Unit := PUnit.unit

/-! ## Equality -/

inductive Eq {α : Sort u} : α → α → Prop where
  | refl (a : α) : Eq a a
/-- What the pattern `x@a` stands for. -/
@[reducible] def namedPattern {α : Sort u} (x a : α) (h : Eq x a) : α := a

@[simp] abbrev Eq.ndrec.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1}
    (m : motive a) {b : α} (h : Eq a b) : motive b :=
  Eq.rec (motive := fun x _ => motive x) m h

@[match_pattern] def rfl {α : Sort u} {a : α} : Eq a a := Eq.refl a

theorem Eq.subst {α : Sort u} {motive : α → Prop} {a b : α} (h₁ : Eq a b) (h₂ : motive a) : motive b :=
  Eq.ndrec h₂ h₁
@[symm] theorem Eq.symm {α : Sort u} {a b : α} (h : Eq a b) : Eq b a :=
  Eq.ndrec (motive := fun x => Eq x a) rfl h
theorem Eq.trans {α : Sort u} {a b c : α} (h₁ : Eq a b) (h₂ : Eq b c) : Eq a c :=
  Eq.ndrec (motive := fun x => Eq a x) h₁ h₂

@[simp] abbrev Eq.ndrec_symm.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1}
    (m : motive a) {b : α} (h : Eq b a) : motive b := Eq.ndrec m (Eq.symm h)

@[macro_inline] def cast {α β : Sort u} (h : Eq α β) (a : α) : β :=
  Eq.rec (motive := fun x _ => x) a h

theorem congrArg {α : Sort u} {β : Sort v} {a₁ a₂ : α} (f : α → β) (h : Eq a₁ a₂) :
    Eq (f a₁) (f a₂) :=
  Eq.ndrec (motive := fun x => Eq (f a₁) (f x)) rfl h
theorem congrFun {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : Eq f g) (a : α) :
    Eq (f a) (g a) :=
  Eq.ndrec (motive := fun (x : (x : α) → β x) => Eq (f a) (x a)) rfl h
theorem congrFun' {α : Sort u} {β : Sort v} {f g : α → β} (h : Eq f g) (a : α) : Eq (f a) (g a) :=
  congrFun h a
theorem congr {α : Sort u} {β : Sort v} {f₁ f₂ : α → β} {a₁ a₂ : α} (h₁ : Eq f₁ f₂)
    (h₂ : Eq a₁ a₂) : Eq (f₁ a₁) (f₂ a₂) :=
  Eq.trans (congrArg f₁ h₂) (congrFun h₁ a₂)

/-! ## Heterogeneous equality -/

inductive HEq : {α : Sort u} → α → {β : Sort u} → β → Prop where
  | refl {α : Sort u} (a : α) : HEq a a

@[match_pattern] protected def HEq.rfl {α : Sort u} {a : α} : HEq a a := HEq.refl a

theorem eq_of_heq {α : Sort u} {a a' : α} (h : HEq a a') : Eq a a' :=
  have key : (α β : Sort u) → (a : α) → (b : β) → HEq a b → (e : Eq α β) → Eq (cast e a) b :=
    fun _ _ _ _ h₁ => HEq.rec (fun _ => rfl) h₁
  key α α a a' h rfl
theorem heq_of_eq {α : Sort u} {a a' : α} (h : Eq a a') : HEq a a' :=
  Eq.ndrec (motive := fun x => HEq a x) (HEq.refl a) h

/-! ## False, True and the connectives -/

inductive False : Prop
inductive True : Prop where
  | intro : True

set_option bootstrap.inductiveCheckResultingUniverse false in
inductive PEmpty : Sort u where
inductive Empty : Type

def Not (a : Prop) : Prop := a → False
@[macro_inline] def False.elim {C : Sort u} (h : False) : C := False.rec (fun _ => C) h
@[macro_inline] def absurd {a : Prop} {b : Sort v} (h₁ : a) (h₂ : Not a) : b := False.elim (h₂ h₁)
theorem trivial : True := True.intro
theorem mt {a b : Prop} (h₁ : a → b) (h₂ : Not b) : Not a := fun ha => h₂ (h₁ ha)

@[reducible] def Ne {α : Sort u} (a b : α) : Prop := Not (Eq a b)
@[symm] theorem Ne.symm {α : Sort u} {a b : α} (h : Ne a b) : Ne b a := fun e => h (Eq.symm e)

structure And (a b : Prop) : Prop where
  intro ::
  left : a
  right : b

inductive Or (a b : Prop) : Prop where
  | inl (h : a) : Or a b
  | inr (h : b) : Or a b

theorem Or.intro_left {a : Prop} (b : Prop) (h : a) : Or a b := Or.inl h
theorem Or.intro_right {b : Prop} (a : Prop) (h : b) : Or a b := Or.inr h
theorem Or.elim {a b c : Prop} (h : Or a b) (left : a → c) (right : b → c) : c :=
  Or.rec (motive := fun _ => c) left right h

structure Iff (a b : Prop) : Prop where
  intro ::
  mp : a → b
  mpr : b → a

inductive Exists {α : Sort u} (p : α → Prop) : Prop where
  | intro (w : α) (h : p w) : Exists p

/-! ## Products, lifts, subtypes -/

@[unbox] structure Prod (α : Type u) (β : Type v) where
  mk ::
  fst : α
  snd : β

structure PProd (α : Sort u) (β : Sort v) where
  mk ::
  fst : α
  snd : β

structure MProd (α β : Type u) where
  mk ::
  fst : α
  snd : β

structure PLift (α : Sort u) : Type u where
  up ::
  down : α

structure PULift.{r, s} (α : Sort s) : Sort (max s r 1) where
  up ::
  down : α

structure ULift.{r, s} (α : Type s) : Type (max s r) where
  up ::
  down : α

structure Subtype {α : Sort u} (p : α → Prop) where
  mk ::
  val : α
  property : p val

/-- Reinterprets a value at another type; only `unsafe` code can call it. -/
@[inline] unsafe def unsafeCast {α : Sort u} {β : Sort v} (a : α) : β := 
  PULift.down.{max u v, v} (cast lcProof (PULift.up.{max u v, u} a))

/-! ## Inhabited types, and the three axioms -/

class inductive Nonempty (α : Sort u) : Prop where
  | intro (val : α) : Nonempty α

class Inhabited (α : Sort u) where
  mk ::
  default : α

export Inhabited (default)

theorem Nonempty.elim {α : Sort u} {p : Prop} (h₁ : Nonempty α) (h₂ : α → p) : p :=
  Nonempty.rec (motive := fun _ => p) h₂ h₁
instance (priority := 100) instNonemptyOfInhabited {α : Sort u} [i : Inhabited α] : Nonempty α :=
  Nonempty.intro i.default

axiom propext {a b : Prop} : Iff a b → Eq a b

init_quot
unsafe axiom Quot.lcInv {α : Sort u} {r : α → α → Prop} (q : Quot r) : α
axiom Quot.sound : ∀ {α : Sort u} {r : α → α → Prop} {a b : α}, r a b → Eq (Quot.mk r a) (Quot.mk r b)

axiom Classical.choice {α : Sort u} : Nonempty α → α

noncomputable def Classical.ofNonempty {α : Sort u} [h : Nonempty α] : α := Classical.choice h

instance instInhabitedSort : Inhabited (Sort u) := Inhabited.mk PUnit
instance instInhabitedProp : Inhabited Prop := Inhabited.mk True
instance instInhabitedPUnit : Inhabited PUnit := Inhabited.mk PUnit.unit
instance instInhabitedForall {α : Sort u} {β : Sort v} [i : Inhabited β] : Inhabited (α → β) :=
  Inhabited.mk fun _ => default
instance Pi.instInhabited {α : Sort u} {β : α → Sort v} [i : (a : α) → Inhabited (β a)] :
    Inhabited ((a : α) → β a) :=
  Inhabited.mk fun _ => default
instance instNonemptyForall {α : Sort u} {β : α → Sort v} [i : (a : α) → Nonempty (β a)] :
    Nonempty ((a : α) → β a) :=
  Nonempty.intro fun _ => Classical.ofNonempty

theorem Subtype.existsOfSubtype {α : Type u} {p : α → Prop} (h : Subtype p) : Exists p :=
  Exists.intro h.val h.property

/-! ## Relations -/

@[reducible] def inline {α : Sort u} (x : α) : α := x
class Trans {α : Sort u_1} {β : Sort u_2} {γ : Sort u_3} (r : α → β → Sort u) (s : β → γ → Sort v)
    (t : outParam (α → γ → Sort w)) where
  trans {a : α} {b : β} {c : γ} : r a b → s b c → t a c

export Trans (trans)
