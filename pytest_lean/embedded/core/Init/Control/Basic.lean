module
prelude
public import Init.Data.ToString
/-!
`do` notation: `Id`, loops (`ForIn`), coercions between monads, exceptions with `finally`, and
`MonadEval`, which `#eval` walks.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

/-! ## Id -/

def Id (type : Type u) : Type u := type
namespace Id
@[always_inline] instance instMonad : Monad Id where
  pure := fun x => x
  bind := fun x f => f x
  map := fun f x => f x
@[always_inline, inline, implicit_reducible] protected def run {α : Type u} (x : Id α) : α := x
instance instInhabited {α : Type u} [Inhabited α] : Inhabited (Id α) := ⟨(default : α)⟩
instance instOfNat {α : Type u} {n : Nat} [OfNat α n] : OfNat (Id α) n := inferInstanceAs (OfNat α n)
end Id
abbrev pureId {α : Type u} (a : α) : Id α := a

/-! ## Loops -/

inductive ForInStep (α : Type u) where
  | done : α → ForInStep α
  | yield : α → ForInStep α
instance instInhabitedForInStep {α : Type u} [Inhabited α] : Inhabited (ForInStep α) := ⟨.done default⟩
def ForInStep.value {α : Type u} : ForInStep α → α
  | .done a => a
  | .yield a => a

class ForIn (m : Type u₁ → Type u₂) (ρ : Type u) (α : outParam (Type v)) where
  forIn {β : Type u₁} (xs : ρ) (b : β) (f : α → β → m (ForInStep β)) : m β
export ForIn (forIn)
class ForIn' (m : Type u₁ → Type u₂) (ρ : Type u) (α : outParam (Type v))
    (d : outParam (Membership α ρ)) where
  forIn' {β : Type u₁} (x : ρ) (b : β) (f : (a : α) → a ∈ x → β → m (ForInStep β)) : m β
export ForIn' (forIn')
class ForM (m : Type u → Type v) (γ : Type w₁) (α : outParam (Type w₂)) where
  forM : γ → (α → m PUnit) → m PUnit
export ForM (forM)
instance instForInOfForIn' {m : Type u₁ → Type u₂} {ρ : Type u} {α : Type v} {d : Membership α ρ}
    [ForIn' m ρ α d] : ForIn m ρ α where
  forIn x b f := forIn' x b fun a _ => f a

/-- What a `do` block with `return`, `break` or `continue` in a nested action evaluates to. -/
inductive DoResultPRBC (α β σ : Type u) where
  | pure : α → σ → DoResultPRBC α β σ
  | return : β → σ → DoResultPRBC α β σ
  | break : σ → DoResultPRBC α β σ
  | continue : σ → DoResultPRBC α β σ
inductive DoResultPR (α β σ : Type u) where
  | pure : α → σ → DoResultPR α β σ
  | return : β → σ → DoResultPR α β σ
inductive DoResultBC (σ : Type u) where
  | break : σ → DoResultBC σ
  | continue : σ → DoResultBC σ
inductive DoResultSBC (α σ : Type u) where
  | pureReturn : α → σ → DoResultSBC α σ
  | break : σ → DoResultSBC α σ
  | continue : σ → DoResultSBC α σ

/-- The collection behind `repeat` and `while`: an endless one. -/
inductive Lean.Loop where
  | mk
@[inline] partial def Lean.Loop.forIn {β : Type u} {m : Type u → Type v} [Monad m] (_ : Lean.Loop) (init : β)
    (f : Unit → β → m (ForInStep β)) : m β :=
  let rec @[specialize] loop (b : β) : m β := do
    match ← f () b with
    | .done b => pure b
    | .yield b => loop b
  loop init

instance Lean.instForInLoopUnit {m : Type u → Type v} [Monad m] : ForIn m Lean.Loop Unit := ⟨Lean.Loop.forIn⟩

/-- A collection that gives its elements one at a time: what `for x in xs, y in ys` draws the second from. -/
class Std.Stream (stream : Type u) (value : outParam (Type v)) : Type (max u v) where
  next? : stream → Option (value × stream)
class Std.ToStream (collection : Type u) (stream : outParam (Type v)) : Type (max u v) where
  toStream : collection → stream
instance instToStreamList {α : Type u} : Std.ToStream (List α) (List α) := ⟨fun c => c⟩
instance instStreamList {α : Type u} : Std.Stream (List α) α := ⟨fun | [] => none | a :: as => some (a, as)⟩
instance instToStreamArray {α : Type u} : Std.ToStream (Array α) (List α) := ⟨fun c => c.toList⟩

/-! ## Running one monad in another -/

class MonadEval (m : semiOutParam (Type u → Type v)) (n : Type u → Type w) where
  monadEval : {α : Type u} → m α → n α
class MonadEvalT (m : Type u → Type v) (n : Type u → Type w) where
  monadEval : {α : Type u} → m α → n α
instance instMonadEvalTOfMonadEval (m : Type u → Type v) (n : Type u → Type w) (o : Type u → Type u₁)
    [MonadEval n o] [MonadEvalT m n] : MonadEvalT m o :=
  ⟨fun x => MonadEval.monadEval (m := n) (MonadEvalT.monadEval x)⟩
instance instMonadEvalT (m : Type u → Type v) : MonadEvalT m m := ⟨fun x => x⟩

class MonadControl (m : semiOutParam (Type u → Type v)) (n : Type u → Type w) where
  stM : Type u → Type u
  liftWith : {α : Type u} → (({β : Type u} → n β → m (stM β)) → m α) → n α
  restoreM : {α : Type u} → m (stM α) → n α
class MonadControlT (m : Type u → Type v) (n : Type u → Type w) where
  stM : Type u → Type u
  liftWith : {α : Type u} → (({β : Type u} → n β → m (stM β)) → m α) → n α
  restoreM {α : Type u} : stM α → n α

class MonadFinally (m : Type u → Type v) where
  tryFinally' {α β : Type u} : (x : m α) → (f : Option α → m β) → m (α × β)
export MonadFinally (tryFinally')
@[always_inline, inline]
def tryFinally {m : Type u → Type v} {α β : Type u} [MonadFinally m] [Functor m] (x : m α)
    (finalizer : m β) : m α :=
  (·.1) <$> tryFinally' x fun _ => finalizer
instance Id.finally : MonadFinally Id := ⟨fun x h => (x, h (some x))⟩

/-! ## Control operators -/

namespace MonadExcept
variable {ε : Type u} {m : Type v → Type w} {α : Type v}
@[always_inline, inline] protected def orElse [MonadExcept ε m] (t₁ : m α) (t₂ : Unit → m α) : m α :=
  tryCatch t₁ fun _ => t₂ ()
instance instOrElse [MonadExcept ε m] : OrElse (m α) := ⟨MonadExcept.orElse⟩
end MonadExcept
@[always_inline, inline]
def observing {ε α : Type u} {m : Type u → Type v} [Monad m] [MonadExcept ε m] (x : m α) : m (Except ε α) :=
  tryCatch (do let a ← x; pure (.ok a)) (fun ex => pure (.error ex))
def liftExcept {ε : Type u} {m : Type v → Type w} {α : Type v} [MonadExceptOf ε m] [Pure m] : Except ε α → m α
  | .ok a => pure a
  | .error e => throw e
