module
prelude
public import Init.Control.Basic
/-!
The monads `Option`, `Except` and `StateM` and the transformers `OptionT`, `ExceptT`, `StateT`
(`ReaderT` and `EStateM` are in `Init.Prelude.Monad`).
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

/-! ## Option -/

@[inline] protected def Option.map {α : Type u} {β : Type v} (f : α → β) : Option α → Option β
  | some x => some (f x)
  | none => none
instance instMonadOption : Monad Option where
  pure := some
  bind := fun x f => match x with | none => none | some a => f a
  map := Option.map
instance instAlternativeOption : Alternative Option where
  failure := none
  orElse := fun x y => match x with | none => y () | some a => some a
instance instMonadExceptOfUnitOption : MonadExceptOf Unit Option where
  throw := fun _ => none
  tryCatch := fun x h => match x with | none => h () | some a => some a

def OptionT (m : Type u → Type v) (α : Type u) : Type v := m (Option α)
namespace OptionT
variable {m : Type u → Type v} {α β : Type u}
@[always_inline, inline] def run (x : OptionT m α) : m (Option α) := x
@[always_inline, inline] protected def mk (x : m (Option α)) : OptionT m α := x
@[always_inline, inline] protected def bind [Monad m] (x : OptionT m α) (f : α → OptionT m β) : OptionT m β :=
  OptionT.mk do
  match ← x.run with
  | some a => (f a).run
  | none => pure none
@[always_inline] instance instMonad [Monad m] : Monad (OptionT m) where
  pure := fun a => OptionT.mk (pure (some a))
  bind := OptionT.bind
@[always_inline, inline] protected def fail [Monad m] : OptionT m α := OptionT.mk (pure none)
@[always_inline, inline] protected def orElse [Monad m] (x : OptionT m α) (y : Unit → OptionT m α) :
    OptionT m α := OptionT.mk do
  match ← x.run with
  | some a => pure (some a)
  | none => (y ()).run
instance instAlternative [Monad m] : Alternative (OptionT m) where
  failure := OptionT.fail
  orElse := OptionT.orElse
instance instMonadLift [Monad m] : MonadLift m (OptionT m) :=
  ⟨fun x => OptionT.mk (do let a ← x; pure (some a))⟩
instance instMonadFunctor : MonadFunctor m (OptionT m) := ⟨fun f x => f x⟩
instance instMonadExceptOfPUnit [Monad m] : MonadExceptOf Unit (OptionT m) :=
  ⟨fun _ => OptionT.fail, fun x h => OptionT.orElse x fun _ => h ()⟩
instance instMonadExceptOf {ε : Type u₁} [MonadExceptOf ε m] : MonadExceptOf ε (OptionT m) :=
  ⟨fun e => OptionT.mk (throwThe ε e), fun x h => OptionT.mk (tryCatchThe ε x h)⟩
instance [Monad m] : Inhabited (OptionT m α) := ⟨OptionT.fail⟩
end OptionT

/-! ## Except -/

namespace Except
variable {ε ε' : Type u} {α β : Type v}
@[always_inline, inline] protected def pure (a : α) : Except ε α := .ok a
@[always_inline, inline] protected def map (f : α → β) : Except ε α → Except ε β
  | .error e => .error e
  | .ok a => .ok (f a)
@[always_inline, inline] def mapError (f : ε → ε') : Except ε α → Except ε' α
  | .error e => .error (f e)
  | .ok a => .ok a
@[always_inline, inline] protected def bind (x : Except ε α) (f : α → Except ε β) : Except ε β :=
  match x with
  | .error e => .error e
  | .ok a => f a
@[always_inline, inline] protected def toBool : Except ε α → Bool
  | .ok _ => true
  | .error _ => false
@[always_inline, inline] protected def isOk : Except ε α → Bool := Except.toBool
@[always_inline, inline] def toOption : Except ε α → Option α
  | .ok a => some a
  | .error _ => none
@[always_inline, inline] protected def tryCatch (x : Except ε α) (h : ε → Except ε α) : Except ε α :=
  match x with
  | .ok a => .ok a
  | .error e => h e
@[always_inline] instance instMonad : Monad (Except ε) where
  pure := Except.pure
  bind := Except.bind
  map := Except.map
def orElseLazy (x : Except ε α) (y : Unit → Except ε α) : Except ε α :=
  match x with
  | .ok a => .ok a
  | .error _ => y ()
end Except
instance instMonadExceptOfExcept {ε : Type u} : MonadExceptOf ε (Except ε) := ⟨Except.error, Except.tryCatch⟩

def ExceptT (ε : Type u) (m : Type u → Type v) (α : Type u) : Type v := m (Except ε α)
@[always_inline, inline] def ExceptT.mk {ε : Type u} {m : Type u → Type v} {α : Type u} (x : m (Except ε α)) :
    ExceptT ε m α := x
@[always_inline, inline] def ExceptT.run {ε : Type u} {m : Type u → Type v} {α : Type u} (x : ExceptT ε m α) :
    m (Except ε α) := x
namespace ExceptT
variable {ε ε' : Type u} {m : Type u → Type v} {α β : Type u}
@[always_inline, inline] protected def bindCont [Monad m] (f : α → ExceptT ε m β) :
    Except ε α → m (Except ε β)
  | .ok a => f a
  | .error e => pure (.error e)
@[always_inline, inline] protected def bind [Monad m] (ma : ExceptT ε m α) (f : α → ExceptT ε m β) :
    ExceptT ε m β := ExceptT.mk (ma >>= ExceptT.bindCont f)
@[always_inline] instance instMonad [Monad m] : Monad (ExceptT ε m) where
  pure := fun a => ExceptT.mk (pure (.ok a))
  bind := ExceptT.bind
  map := fun f x => ExceptT.mk (x >>= fun | .ok a => pure (.ok (f a)) | .error e => pure (.error e))
@[always_inline, inline] protected def lift [Monad m] (t : m α) : ExceptT ε m α :=
  ExceptT.mk (Except.ok <$> t)
instance instMonadLift [Monad m] : MonadLift m (ExceptT ε m) := ⟨ExceptT.lift⟩
instance instMonadLiftExcept [Monad m] : MonadLift (Except ε) (ExceptT ε m) := ⟨fun e => ExceptT.mk (pure e)⟩
instance instMonadFunctor : MonadFunctor m (ExceptT ε m) := ⟨fun f x => f x⟩
@[always_inline, inline] protected def tryCatch [Monad m] (ma : ExceptT ε m α) (handle : ε → ExceptT ε m α) :
    ExceptT ε m α :=
  ExceptT.mk (ma >>= fun | .ok a => pure (.ok a) | .error e => handle e)
@[always_inline, inline] protected def adapt [Monad m] (f : ε → ε') : ExceptT ε m α → ExceptT ε' m α :=
  fun x => ExceptT.mk (Except.mapError f <$> x)
end ExceptT
instance instMonadExceptOfExceptT (m : Type u → Type v) (ε₁ ε₂ : Type u) [MonadExceptOf ε₁ m] :
    MonadExceptOf ε₁ (ExceptT ε₂ m) :=
  ⟨fun e => ExceptT.mk (throwThe ε₁ e), fun x handle => ExceptT.mk (tryCatchThe ε₁ x handle)⟩
/-- Tried first: `throw` throws to the innermost handler. -/
instance instMonadExceptOfExceptTOfMonad (m : Type u → Type v) (ε : Type u) [Monad m] :
    MonadExceptOf ε (ExceptT ε m) := ⟨fun e => ExceptT.mk (pure (.error e)), ExceptT.tryCatch⟩
instance instInhabitedExceptTOfMonad {ε : Type u} {m : Type u → Type v} {α : Type u} [Monad m] [Inhabited ε] :
    Inhabited (ExceptT ε m α) := ⟨ExceptT.mk (pure (.error default))⟩
@[always_inline] instance ExceptT.finally {m : Type u → Type v} {ε : Type u} [MonadFinally m] [Monad m] :
    MonadFinally (ExceptT ε m) where
  tryFinally' := fun x h => ExceptT.mk do
    let r ← tryFinally' x fun
      | some (.ok a) => h (some a)
      | _ => h none
    match r with
    | (.ok a, .ok b) => pure (.ok (a, b))
    | (_, .error e) => pure (.error e)
    | (.error e, _) => pure (.error e)

/-! ## StateT -/

def StateT (σ : Type u) (m : Type u → Type v) (α : Type u) : Type (max u v) := σ → m (α × σ)
@[always_inline, inline] def StateT.mk {σ : Type u} {m : Type u → Type v} {α : Type u} (x : σ → m (α × σ)) :
    StateT σ m α := x
@[always_inline, inline]
def StateT.run {σ : Type u} {m : Type u → Type v} {α : Type u} (x : StateT σ m α) (s : σ) : m (α × σ) := x s
@[always_inline, inline]
def StateT.run' {σ : Type u} {m : Type u → Type v} [Functor m] {α : Type u} (x : StateT σ m α) (s : σ) :
    m α := (·.1) <$> x s
@[reducible] def StateM (σ α : Type u) : Type u := StateT σ Id α
namespace StateT
variable {σ : Type u} {m : Type u → Type v} {α β : Type u} [Monad m]
@[always_inline, inline] protected def pure (a : α) : StateT σ m α := fun s => pure (a, s)
@[always_inline, inline] protected def bind (x : StateT σ m α) (f : α → StateT σ m β) : StateT σ m β :=
  fun s => do let (a, s) ← x s; f a s
@[always_inline, inline] protected def map (f : α → β) (x : StateT σ m α) : StateT σ m β :=
  fun s => do let (a, s) ← x s; pure (f a, s)
@[always_inline] instance instMonad : Monad (StateT σ m) where
  bind := StateT.bind
  pure := StateT.pure
  map := StateT.map
@[always_inline, inline] protected def get : StateT σ m σ := fun s => pure (s, s)
@[always_inline, inline] protected def set : σ → StateT σ m PUnit := fun s _ => pure (⟨⟩, s)
@[always_inline, inline] protected def modifyGet (f : σ → α × σ) : StateT σ m α := fun s => pure (f s)
@[always_inline, inline] protected def lift (t : m α) : StateT σ m α := fun s => do let a ← t; pure (a, s)
instance instMonadLift : MonadLift m (StateT σ m) := ⟨StateT.lift⟩
omit [Monad m] in
@[always_inline] instance instMonadFunctor : MonadFunctor m (StateT σ m) := ⟨fun f x s => f (x s)⟩
@[always_inline, inline] protected def failure [Alternative m] : StateT σ m α := fun _ => failure
@[always_inline, inline] protected def orElse [Alternative m] (x₁ : StateT σ m α) (x₂ : Unit → StateT σ m α) :
    StateT σ m α := fun s => x₁ s <|> x₂ () s
instance instAlternative [Alternative m] : Alternative (StateT σ m) := ⟨StateT.failure, StateT.orElse⟩
omit [Monad m] in
@[always_inline] instance instMonadExceptOf (ε : Type u₁) [MonadExceptOf ε m] :
    MonadExceptOf ε (StateT σ m) :=
  ⟨fun e _ => throwThe ε e, fun x c s => tryCatchThe ε (x s) (fun e => c e s)⟩
instance [Inhabited α] : Inhabited (StateT σ m α) := ⟨pure default⟩
end StateT
@[always_inline] instance instMonadStateOfStateTOfMonad {σ : Type u} {m : Type u → Type v} [Monad m] :
    MonadStateOf σ (StateT σ m) := ⟨StateT.get, StateT.set, StateT.modifyGet⟩
@[always_inline] instance StateT.tryFinally {m : Type u → Type v} {σ : Type u} [MonadFinally m] [Monad m] :
    MonadFinally (StateT σ m) where
  tryFinally' := fun x h s => do
    let ((a, _), (b, s'')) ← tryFinally' (x s) fun
      | some (a, s') => h (some a) s'
      | none => h none s
    pure ((a, b), s'')
@[always_inline] instance ReaderT.tryFinally {m : Type u → Type v} {ρ : Type u} [MonadFinally m] :
    MonadFinally (ReaderT ρ m) where
  tryFinally' := fun x h ctx => tryFinally' (x ctx) (fun a? => h a? ctx)
@[reducible] def ReaderM (ρ α : Type u) : Type u := ReaderT ρ Id α
instance ReaderT.instAlternativeOfMonad {m : Type u → Type v} {ρ : Type u} [Alternative m] [Monad m] :
    Alternative (ReaderT ρ m) :=
  ⟨fun _ => failure, fun x y r => x r <|> y () r⟩

/-! ## Leaving a `do` block early: what `return`, `break` and `continue` inside a loop elaborate to -/

abbrev EarlyReturnT (ρ : Type u) (m : Type u → Type v) (α : Type u) : Type v := ExceptT ρ m α
abbrev BreakT (m : Type u → Type v) (α : Type u) : Type v := OptionT m α
abbrev ContinueT (m : Type u → Type v) (α : Type u) : Type v := OptionT m α
@[always_inline, inline]
abbrev EarlyReturnT.return {ρ : Type u} {m : Type u → Type v} {α : Type u} [Monad m] (r : ρ) :
    EarlyReturnT ρ m α := ExceptT.mk (pure (.error r))
@[always_inline, inline] abbrev BreakT.break {α : Type u} {m : Type u → Type v} [Monad m] : BreakT m α :=
  OptionT.mk (pure none)
@[always_inline, inline] abbrev ContinueT.continue {α : Type u} {m : Type u → Type v} [Monad m] :
    ContinueT m α := OptionT.mk (pure none)

/-! ## `for` over what has `forM` -/

/-- Runs the body through `forM`, with the variables of the loop as a state and `break` as an exception. -/
@[inline] def ForM.forIn {m : Type u → Type v} {ρ : Type w₁} {α : Type w₂} {β : Type u} [Monad m]
    [ForM (StateT β (ExceptT β m)) ρ α] (x : ρ) (b : β) (f : α → β → m (ForInStep β)) : m β :=
  let body (a : α) : StateT β (ExceptT β m) PUnit := fun b => show m (Except β (PUnit × β)) from do
    match ← f a b with
    | .yield b => pure (.ok (⟨⟩, b))
    | .done b => pure (.error b)
  bind (m := m) ((forM x body : StateT β (ExceptT β m) PUnit) b) fun
    | .ok (_, b) => pure b
    | .error b => pure b
