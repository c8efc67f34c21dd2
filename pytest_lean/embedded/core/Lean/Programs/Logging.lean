module
public import Lean.Programs.Instances
/-!
Messages and errors of an elaborator, and how `#eval` and `run_cmd` run one.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

namespace Lean

/-! ## Messages and errors -/

inductive MessageSeverity where
  | information | warning | error
deriving Inhabited, BEq
@[extern "native"] opaque logAt {m : Type → Type} [Monad m] [MonadLog m] [AddMessageContext m]
    [MonadOptions m]
    (ref : Syntax) (msgData : MessageData) (severity : MessageSeverity := .error) (isSilent : Bool := false) :
    m Unit := pure ()
section
variable {m : Type → Type} [Monad m] [MonadLog m] [AddMessageContext m] [MonadOptions m]
def logInfoAt (ref : Syntax) (msg : MessageData) : m Unit := logAt ref msg .information
def logWarningAt (ref : Syntax) (msg : MessageData) : m Unit := logAt ref msg .warning
def logErrorAt (ref : Syntax) (msg : MessageData) : m Unit := logAt ref msg .error
variable [MonadRef m]
def logInfo (msg : MessageData) : m Unit := do logInfoAt (← getRef) msg
def logWarning (msg : MessageData) : m Unit := do logWarningAt (← getRef) msg
def logError (msg : MessageData) : m Unit := do logErrorAt (← getRef) msg
end

class MonadError (m : Type → Type) extends MonadExceptOf Exception m, MonadRef m, AddMessageContext m
instance {m : Type → Type} [MonadExceptOf Exception m] [MonadRef m] [AddMessageContext m] : MonadError m := {}
section
variable {m : Type → Type} {α : Type} [Monad m] [MonadError m]
protected def throwError (msg : MessageData) : m α := do
  let ref ← getRef
  let msg ← addMessageContext msg
  throw (.error ref msg)
protected def throwErrorAt (ref : Syntax) (msg : MessageData) : m α := do
  let msg ← addMessageContext msg
  throw (.error ref msg)
end
def Elab.throwUnsupportedSyntax {m : Type → Type} {α : Type} [MonadExceptOf Exception m] : m α :=
  throw (Exception.internal Elab.unsupportedSyntaxExceptionId)
def ofExcept {m : Type → Type} {ε α : Type} [Monad m] [MonadError m] [ToMessageData ε] (x : Except ε α) :
    m α := match x with
  | .ok a => pure a
  | .error e => Lean.throwError (toMessageData e)

/-! ## What `#eval` runs -/

namespace Elab.Command
@[extern "native"] opaque liftTermElabM {α : Type} (x : TermElabM α) : CommandElabM α
@[extern "native"] opaque liftCoreM {α : Type} (x : CoreM α) : CommandElabM α
@[extern "native"] opaque runTermElabM {α : Type} (elabFn : Array Expr → TermElabM α) : CommandElabM α
@[extern "native"] opaque elabCommand (stx : Syntax) : CommandElabM Unit
instance : MonadEval TermElabM CommandElabM := ⟨liftTermElabM⟩
instance : MonadEval CoreM CommandElabM := ⟨liftCoreM⟩
instance : MonadEval MetaM CommandElabM :=
  ⟨fun x => liftTermElabM (liftM x : TermElabM _)⟩
end Elab.Command

end Lean
