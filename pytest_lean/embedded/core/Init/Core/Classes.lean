module
prelude
public import Init.Core.Quot
/-!
The remaining notation classes (collections, indexing, `Bool`-valued equality) and the functions that
notation for monads unfolds to.
-/

@[expose] public section

set_option linter.all false

universe u v w

/-! ## Boolean equality -/

export BEq (beq)
@[inline] def bne {α : Type u} [BEq α] (a b : α) : Bool := !(a == b)
instance instBEqOfDecidableEq {α : Type u} [DecidableEq α] : BEq α := ⟨fun a b => decide (a = b)⟩

/-! ## Collections -/

class EmptyCollection (α : Type u) where
  emptyCollection : α
class Insert (α : outParam (Type u)) (γ : Type v) where
  insert : α → γ → γ
class Singleton (α : outParam (Type u)) (β : Type v) where
  singleton : α → β
class LawfulSingleton (α : Type u) (β : Type v) [EmptyCollection β] [Insert α β] [Singleton α β] : Prop where
  insert_empty_eq (x : α) : (Insert.insert x (∅ : β)) = Singleton.singleton x
export Insert (insert)
export Singleton (singleton)
class HasSubset (α : Type u) where
  Subset : α → α → Prop
class HasSSubset (α : Type u) where
  SSubset : α → α → Prop
export HasSubset (Subset)
export HasSSubset (SSubset)
abbrev Superset {α : Type u} [HasSubset α] (a b : α) := Subset b a
abbrev SSuperset {α : Type u} [HasSSubset α] (a b : α) := SSubset b a
class Union (α : Type u) where
  union : α → α → α
class Inter (α : Type u) where
  inter : α → α → α
class SDiff (α : Type u) where
  sdiff : α → α → α

/-! ## Indexing: `xs[i]`, `xs[i]?`, `xs[i]!` -/

class GetElem (coll : Type u) (idx : Type v) (elem : outParam (Type w))
    (valid : outParam (coll → idx → Prop)) where
  getElem (xs : coll) (i : idx) (h : valid xs i) : elem
export GetElem (getElem)

class GetElem? (coll : Type u) (idx : Type v) (elem : outParam (Type w))
    (valid : outParam (coll → idx → Prop))
    extends GetElem coll idx elem valid where
  getElem? : coll → idx → Option elem
  getElem! [Inhabited elem] (xs : coll) (i : idx) : elem :=
    match getElem? xs i with
    | some e => e
    | none => default
export GetElem? (getElem? getElem!)

abbrev decidableGetElem? {coll : Type u} {idx : Type v} {elem : Type w} {valid : coll → idx → Prop}
    [GetElem coll idx elem valid] (xs : coll) (i : idx) [Decidable (valid xs i)] : Option elem :=
  if h : valid xs i then some (GetElem.getElem xs i h) else none

/-! ## Functions behind monad notation -/

@[reducible] def Functor.mapRev {f : Type u → Type v} [Functor f] {α β : Type u} : f α → (α → β) → f β :=
  fun a f => f <$> a
@[always_inline, inline] def Functor.discard {f : Type u → Type v} {α : Type u} [Functor f] (x : f α) :
    f PUnit := Functor.mapConst PUnit.unit x
export Functor (discard)
@[always_inline, inline]
protected def Bind.bindLeft {α β : Type u} {m : Type u → Type v} [Bind m] (f : α → m β) (ma : m α) : m β :=
  ma >>= f
@[always_inline, inline]
protected def Bind.kleisliRight {α : Type w} {β γ : Type u} {m : Type u → Type v} [Bind m] (f₁ : α → m β)
    (f₂ : β → m γ) (a : α) : m γ := f₁ a >>= f₂
@[always_inline, inline]
protected def Bind.kleisliLeft {α : Type w} {β γ : Type u} {m : Type u → Type v} [Bind m] (f₂ : β → m γ)
    (f₁ : α → m β) (a : α) : m γ := f₁ a >>= f₂

class Alternative (f : Type u → Type v) extends Applicative f where
  failure : {α : Type u} → f α
  orElse : {α : Type u} → f α → (Unit → f α) → f α
instance instOrElseOfAlternative (f : Type u → Type v) (α : Type u) [Alternative f] : OrElse (f α) :=
  ⟨Alternative.orElse⟩
export Alternative (failure)
@[always_inline, inline] def guard {f : Type → Type v} [Alternative f] (p : Prop) [Decidable p] : f Unit :=
  if p then pure () else failure
@[always_inline, inline] def optional {f : Type u → Type v} [Alternative f] {α : Type u} (x : f α) :
    f (Option α) := some <$> x <|> pure none

class ToBool (α : Type u) where
  toBool : α → Bool
export ToBool (toBool)
instance instToBoolBool : ToBool Bool := ⟨id⟩
@[macro_inline] def bool {β : Type u} {α : Type v} [ToBool β] (f t : α) (b : β) : α :=
  match toBool b with
  | true => t
  | false => f
@[macro_inline] def orM {m : Type u → Type v} {β : Type u} [Monad m] [ToBool β] (x y : m β) : m β := do
  let b ← x
  match toBool b with
  | true => pure b
  | false => y
@[macro_inline] def andM {m : Type u → Type v} {β : Type u} [Monad m] [ToBool β] (x y : m β) : m β := do
  let b ← x
  match toBool b with
  | true => y
  | false => pure b
@[macro_inline] def notM {m : Type → Type v} [Functor m] (x : m Bool) : m Bool := not <$> x
@[always_inline, inline] def when {m : Type → Type v} [Monad m] (c : Prop) [Decidable c] (x : m Unit) :
    m Unit := if c then x else pure ()
