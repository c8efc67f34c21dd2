module
prelude
public import Init.Prelude.Types
/-!
The monad classes in the layout that compiled code shares with ours, and the two transformers that
macros run in: `ReaderT` and `EStateM`. Still without notation; their instances for users, the laws
and the other transformers are in `Init.Control`.
-/

@[expose] public section

set_option bootstrap.genMatcherCode false
set_option autoImplicit false
set_option linter.all false

universe u v w u_1 u_2 u_3

/-! ## Functor, Applicative, Monad -/

class Functor (f : Type u → Type v) : Type (max (u+1) v) where
  map : {α β : Type u} → (α → β) → f α → f β
  mapConst : {α β : Type u} → α → f β → f α := Function.comp map (Function.const _)

class Pure (f : Type u → Type v) where
  pure {α : Type u} : α → f α
export Pure (pure)

class Seq (f : Type u → Type v) : Type (max (u+1) v) where
  seq : {α β : Type u} → f (α → β) → (Unit → f α) → f β

class SeqLeft (f : Type u → Type v) : Type (max (u+1) v) where
  seqLeft : {α β : Type u} → f α → (Unit → f β) → f α

class SeqRight (f : Type u → Type v) : Type (max (u+1) v) where
  seqRight : {α β : Type u} → f α → (Unit → f β) → f β

class Bind (m : Type u → Type v) where
  bind : {α β : Type u} → m α → (α → m β) → m β
export Bind (bind)

class Applicative (f : Type u → Type v) extends Functor f, Pure f, Seq f, SeqLeft f, SeqRight f where
  map := fun g x => Seq.seq (pure g) (fun _ => x)
  seqLeft := fun x y => Seq.seq (Functor.map (Function.const _) x) y
  seqRight := fun x y => Seq.seq (Functor.map (Function.const _ id) x) y

class Monad (m : Type u → Type v) : Type (max (u+1) v) extends Applicative m, Bind m where
  map := fun f x => bind x (Function.comp pure f)
  seq := fun f x => bind f (fun g => Functor.map g (x Unit.unit))
  seqLeft := fun x y => bind x (fun a => bind (y Unit.unit) (fun _ => pure a))
  seqRight := fun x y => bind x (fun _ => y Unit.unit)

instance instInhabitedOfMonad {α : Type u} {m : Type u → Type v} [Monad m] [Inhabited α] : Inhabited (m α) :=
  Inhabited.mk (pure default)

/-! ## Lifting, exceptions, state, reading -/

class MonadLift (m : semiOutParam (Type u → Type v)) (n : Type u → Type w) where
  monadLift : {α : Type u} → m α → n α
class MonadLiftT (m : Type u → Type v) (n : Type u → Type w) where
  monadLift : {α : Type u} → m α → n α
export MonadLiftT (monadLift)
@[reducible] def liftM {m : Type u → Type v} {n : Type u → Type w} [self : MonadLiftT m n] {α : Type u} :
    m α → n α := monadLift
@[always_inline] instance instMonadLiftTOfMonadLift (m : Type u → Type u_1) (n : Type u → Type u_2)
    (o : Type u → Type u_3) [MonadLift n o] [MonadLiftT m n] : MonadLiftT m o :=
  MonadLiftT.mk fun x => MonadLift.monadLift (m := n) (monadLift x)
instance instMonadLiftT (m : Type u → Type u_1) : MonadLiftT m m := MonadLiftT.mk fun x => x

class MonadFunctor (m : semiOutParam (Type u → Type v)) (n : Type u → Type w) where
  monadMap {α : Type u} : ({β : Type u} → m β → m β) → n α → n α
class MonadFunctorT (m : Type u → Type v) (n : Type u → Type w) where
  monadMap {α : Type u} : ({β : Type u} → m β → m β) → n α → n α
export MonadFunctorT (monadMap)
@[always_inline] instance instMonadFunctorTOfMonadFunctor (m : Type u → Type u_1) (n : Type u → Type u_2)
    (o : Type u → Type u_3) [MonadFunctor n o] [MonadFunctorT m n] : MonadFunctorT m o :=
  MonadFunctorT.mk fun f => MonadFunctor.monadMap (m := n) (monadMap (m := m) f)
instance monadFunctorRefl (m : Type u → Type u_1) : MonadFunctorT m m := MonadFunctorT.mk fun f => f

class MonadExceptOf (ε : semiOutParam (Type u)) (m : Type v → Type w) where
  throw {α : Type v} : ε → m α
  tryCatch {α : Type v} (body : m α) (handler : ε → m α) : m α
abbrev throwThe (ε : Type u) {m : Type v → Type w} [MonadExceptOf ε m] {α : Type v} (e : ε) : m α :=
  MonadExceptOf.throw e
abbrev tryCatchThe (ε : Type u) {m : Type v → Type w} [MonadExceptOf ε m] {α : Type v} (x : m α)
    (handle : ε → m α) : m α := MonadExceptOf.tryCatch x handle
class MonadExcept (ε : outParam (Type u)) (m : Type v → Type w) where
  throw {α : Type v} : ε → m α
  tryCatch {α : Type v} : m α → (ε → m α) → m α
export MonadExcept (throw tryCatch)
instance instMonadExceptOfMonadExceptOf (ε : Type u) (m : Type v → Type w) [MonadExceptOf ε m] :
    MonadExcept ε m := MonadExcept.mk (throwThe ε) (tryCatchThe ε)

class MonadReaderOf (ρ : semiOutParam (Type u)) (m : Type u → Type v) where
  read : m ρ
@[always_inline, inline] def readThe (ρ : Type u) {m : Type u → Type v} [MonadReaderOf ρ m] : m ρ :=
  MonadReaderOf.read
class MonadReader (ρ : outParam (Type u)) (m : Type u → Type v) where
  read : m ρ
export MonadReader (read)
instance instMonadReaderOfMonadReaderOf (ρ : Type u) (m : Type u → Type v) [MonadReaderOf ρ m] :
    MonadReader ρ m := MonadReader.mk (readThe ρ)
instance instMonadReaderOfOfMonadLift {ρ : Type u} {m : Type u → Type v} {n : Type u → Type w} [MonadLift m n]
    [MonadReaderOf ρ m] : MonadReaderOf ρ n :=
  MonadReaderOf.mk (MonadLift.monadLift (MonadReaderOf.read : m ρ))
class MonadWithReaderOf (ρ : semiOutParam (Type u)) (m : Type u → Type v) where
  withReader {α : Type u} : (ρ → ρ) → m α → m α
@[always_inline, inline]
def withTheReader (ρ : Type u) {m : Type u → Type v} [MonadWithReaderOf ρ m] {α : Type u}
    (f : ρ → ρ) (x : m α) : m α := MonadWithReaderOf.withReader f x
class MonadWithReader (ρ : outParam (Type u)) (m : Type u → Type v) where
  withReader {α : Type u} : (ρ → ρ) → m α → m α
export MonadWithReader (withReader)
instance instMonadWithReaderOfMonadWithReaderOf (ρ : Type u) (m : Type u → Type v) [MonadWithReaderOf ρ m] :
    MonadWithReader ρ m := MonadWithReader.mk (withTheReader ρ)
instance instMonadWithReaderOfOfMonadFunctor {ρ : Type u} {m : Type u → Type v} {n : Type u → Type v}
    [MonadFunctor m n]
    [MonadWithReaderOf ρ m] : MonadWithReaderOf ρ n :=
  MonadWithReaderOf.mk fun f => MonadFunctor.monadMap (m := m) (withTheReader ρ f)

class MonadStateOf (σ : semiOutParam (Type u)) (m : Type u → Type v) where
  get : m σ
  set : σ → m PUnit
  modifyGet {α : Type u} : (σ → Prod α σ) → m α
export MonadStateOf (set)
abbrev getThe (σ : Type u) {m : Type u → Type v} [MonadStateOf σ m] : m σ := MonadStateOf.get
@[always_inline, inline]
abbrev modifyThe (σ : Type u) {m : Type u → Type v} [MonadStateOf σ m] (f : σ → σ) : m PUnit :=
  MonadStateOf.modifyGet fun s => Prod.mk PUnit.unit (f s)
@[always_inline, inline]
abbrev modifyGetThe {α : Type u} (σ : Type u) {m : Type u → Type v} [MonadStateOf σ m]
    (f : σ → Prod α σ) : m α := MonadStateOf.modifyGet f
class MonadState (σ : outParam (Type u)) (m : Type u → Type v) where
  get : m σ
  set : σ → m PUnit
  modifyGet {α : Type u} : (σ → Prod α σ) → m α
export MonadState (get modifyGet)
instance instMonadStateOfMonadStateOf (σ : Type u) (m : Type u → Type v) [MonadStateOf σ m] :
    MonadState σ m :=
  MonadState.mk (getThe σ) MonadStateOf.set (fun f => MonadStateOf.modifyGet f)
@[always_inline, inline]
def modify {σ : Type u} {m : Type u → Type v} [MonadState σ m] (f : σ → σ) : m PUnit :=
  modifyGet fun s => Prod.mk PUnit.unit (f s)
@[always_inline, inline]
def getModify {σ : Type u} {m : Type u → Type v} [MonadState σ m] (f : σ → σ) : m σ :=
  modifyGet fun s => Prod.mk s (f s)
@[always_inline] instance instMonadStateOfOfMonadLift {σ : Type u} {m : Type u → Type v} {n : Type u → Type w}
    [MonadLift m n] [MonadStateOf σ m] : MonadStateOf σ n :=
  MonadStateOf.mk (liftM (m := m) MonadStateOf.get)
    (fun s => liftM (m := m) (MonadStateOf.set s))
    (fun f => monadLift (m := m) (MonadStateOf.modifyGet f))

/-! ## ReaderT -/

def ReaderT (ρ : Type u) (m : Type u → Type v) (α : Type u) : Type (max u v) := (a : @&ρ) → m α
@[always_inline, inline] def ReaderT.mk {ρ : Type u} {m : Type u → Type v} {α : Type u} (x : ρ → m α) :
    ReaderT ρ m α := x
@[always_inline, inline]
def ReaderT.run {ρ : Type u} {m : Type u → Type v} {α : Type u} (x : ReaderT ρ m α) (r : @&ρ) : m α := x r
instance instInhabitedReaderT (ρ : Type u) (m : Type u → Type v) (α : Type u) [Inhabited (m α)] :
    Inhabited (ReaderT ρ m α) := Inhabited.mk fun _ => default

namespace ReaderT
variable {ρ : Type u} {m : Type u → Type v} {α β : Type u}
@[always_inline, inline] protected def read [Monad m] : ReaderT ρ m ρ := pure
@[always_inline, inline] protected def pure [Monad m] (a : α) : ReaderT ρ m α := fun _ => Pure.pure a
@[always_inline, inline] protected def bind [Monad m] (x : ReaderT ρ m α) (f : α → ReaderT ρ m β) :
    ReaderT ρ m β :=
  fun r => Bind.bind (x r) (fun a => f a r)
@[always_inline] instance instFunctorOfMonad [Monad m] : Functor (ReaderT ρ m) :=
  { map := fun f x r => Functor.map f (x r), mapConst := fun a x r => Functor.mapConst a (x r) }
@[always_inline] instance instApplicativeOfMonad [Monad m] : Applicative (ReaderT ρ m) :=
  { pure := ReaderT.pure
    seq := fun f x r => Seq.seq (f r) (fun _ => x Unit.unit r)
    seqLeft := fun a b r => SeqLeft.seqLeft (a r) (fun _ => b Unit.unit r)
    seqRight := fun a b r => SeqRight.seqRight (a r) (fun _ => b Unit.unit r) }
instance instMonad [Monad m] : Monad (ReaderT ρ m) := { bind := ReaderT.bind }
instance instMonadLift : MonadLift m (ReaderT ρ m) := MonadLift.mk fun x _ => x
instance instMonadFunctor (ρ : Type u_1) (m : Type u_1 → Type u_2) : MonadFunctor m (ReaderT ρ m) :=
  MonadFunctor.mk fun f x ctx => f (x ctx)
@[always_inline] instance instMonadExceptOf (ε : Type w) [MonadExceptOf ε m] :
    MonadExceptOf ε (ReaderT ρ m) :=
  MonadExceptOf.mk (fun e _ => throwThe ε e) (fun x h r => tryCatchThe ε (x r) (fun e => h e r))
end ReaderT
instance instMonadReaderOfReaderTOfMonad {ρ : Type u} {m : Type u → Type v} [Monad m] :
    MonadReaderOf ρ (ReaderT ρ m) :=
  MonadReaderOf.mk ReaderT.read
instance instMonadWithReaderOfReaderT {ρ : Type u} {m : Type u → Type v} :
    MonadWithReaderOf ρ (ReaderT ρ m) :=
  MonadWithReaderOf.mk fun f x r => x (f r)

/-! ## EStateM -/

inductive EStateM.Result (ε σ α : Type u) : Type u where
  | ok : α → σ → Result ε σ α
  | error : ε → σ → Result ε σ α

def EStateM (ε σ α : Type u) : Type u := σ → EStateM.Result ε σ α

namespace EStateM
variable {ε σ α β : Type u}
instance instInhabited [Inhabited ε] : Inhabited (EStateM ε σ α) :=
  Inhabited.mk fun s => Result.error default s
@[always_inline, inline] protected def pure (a : α) : EStateM ε σ α := fun s => Result.ok a s
@[always_inline, inline] protected def set (s : σ) : EStateM ε σ PUnit := fun _ => Result.ok PUnit.unit s
@[always_inline, inline] protected def get : EStateM ε σ σ := fun s => Result.ok s s
@[always_inline, inline] protected def modifyGet (f : σ → Prod α σ) : EStateM ε σ α := fun s =>
  match f s with
  | Prod.mk a s => Result.ok a s
@[always_inline, inline] protected def throw (e : ε) : EStateM ε σ α := fun s => Result.error e s
@[always_inline, inline] protected def tryCatch (x : EStateM ε σ α) (h : ε → EStateM ε σ α) : EStateM ε σ α :=
  fun s =>
  match x s with
  | Result.error e s => h e s
  | Result.ok a s => Result.ok a s
@[always_inline, inline] protected def bind (x : EStateM ε σ α) (f : α → EStateM ε σ β) : EStateM ε σ β :=
  fun s =>
  match x s with
  | Result.ok a s => f a s
  | Result.error e s => Result.error e s
@[always_inline, inline] protected def map (f : α → β) (x : EStateM ε σ α) : EStateM ε σ β := fun s =>
  match x s with
  | Result.ok a s => Result.ok (f a) s
  | Result.error e s => Result.error e s
@[always_inline] instance instMonad : Monad (EStateM ε σ) :=
  { bind := EStateM.bind, pure := EStateM.pure, map := EStateM.map }
instance instMonadStateOf : MonadStateOf σ (EStateM ε σ) :=
  MonadStateOf.mk EStateM.get EStateM.set EStateM.modifyGet
instance instMonadExceptOf : MonadExceptOf ε (EStateM ε σ) := MonadExceptOf.mk EStateM.throw EStateM.tryCatch
@[always_inline, inline] def run (x : EStateM ε σ α) (s : σ) : Result ε σ α := x s
@[always_inline, inline] def run' (x : EStateM ε σ α) (s : σ) : Option α :=
  match run x s with
  | Result.ok v _ => some v
  | Result.error _ _ => none
end EStateM
