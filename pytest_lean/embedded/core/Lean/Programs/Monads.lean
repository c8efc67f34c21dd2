module
public import Lean.Programs.Messages
/-!
The monads of elaborators. What they read and write is the binary's; here it has no parts, so a program
reaches it only by the functions that are bound.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

namespace Lean

/-! ## The monads -/

namespace Core
opaque Context : Type
opaque State : Type
end Core
namespace Meta
opaque Context : Type
opaque State : Type
end Meta
namespace Elab
namespace Term
opaque Context : Type
opaque State : Type
end Term
namespace Tactic
opaque Context : Type
opaque State : Type
end Tactic
namespace Command
opaque Context : Type
opaque State : Type
end Command
end Elab
abbrev Core.CoreM := ReaderT Core.Context (ReaderT (IO.Ref Core.State) (EIO Exception))
export Core (CoreM)
abbrev Meta.MetaM := ReaderT Meta.Context (ReaderT (IO.Ref Meta.State) CoreM)
export Meta (MetaM)
namespace Elab
abbrev Term.TermElabM := ReaderT Term.Context (ReaderT (IO.Ref Term.State) MetaM)
export Term (TermElabM)
abbrev Term.TermElab := Syntax → Option Expr → TermElabM Expr
abbrev Tactic.TacticM := ReaderT Tactic.Context (ReaderT (IO.Ref Tactic.State) TermElabM)
abbrev Tactic.Tactic := Syntax → Tactic.TacticM Unit
abbrev Command.CommandElabM := ReaderT Command.Context (ReaderT (IO.Ref Command.State) (EIO Exception))
abbrev Command.CommandElab := Syntax → Command.CommandElabM Unit
end Elab

/-! ## Classes of monads

An instance of these is an object of the binary's, which its functions are given. Where a program here does
not use what is in it, the class has one field without parts, which at run time is that object.
-/

opaque MonadLogPointed (m : Type → Type) : NonemptyType
class MonadLog (m : Type → Type) where
  native : (MonadLogPointed m).type
instance {m : Type → Type} : Nonempty (MonadLog m) :=
  (MonadLogPointed m).property.elim fun x => ⟨⟨x⟩⟩
opaque MonadOptionsPointed (m : Type → Type) : NonemptyType
class MonadOptions (m : Type → Type) where
  native : (MonadOptionsPointed m).type
instance {m : Type → Type} : Nonempty (MonadOptions m) :=
  (MonadOptionsPointed m).property.elim fun x => ⟨⟨x⟩⟩
opaque MonadMCtxPointed (m : Type → Type) : NonemptyType
class MonadMCtx (m : Type → Type) where
  native : (MonadMCtxPointed m).type
  nonempty : Nonempty (m Unit)
instance {m : Type → Type} [h : Nonempty (m Unit)] : Nonempty (MonadMCtx m) :=
  (MonadMCtxPointed m).property.elim fun x => ⟨⟨x, h⟩⟩
class AddMessageContext (m : Type → Type) where
  addMessageContext : MessageData → m MessageData
export AddMessageContext (addMessageContext)

opaque LocalContextPointed : NonemptyType
def LocalContext : Type := LocalContextPointed.type
instance : Nonempty LocalContext := LocalContextPointed.property
opaque LocalDeclPointed : NonemptyType
def LocalDecl : Type := LocalDeclPointed.type
instance : Nonempty LocalDecl := LocalDeclPointed.property
@[extern "native"] opaque LocalContext.empty : LocalContext
instance : Inhabited LocalContext := ⟨LocalContext.empty⟩
class MonadLCtx (m : Type → Type) where
  getLCtx : m LocalContext
export MonadLCtx (getLCtx)
instance {m n : Type → Type} [MonadLift m n] [MonadLCtx m] : MonadLCtx n := ⟨liftM (getLCtx : m _)⟩

opaque EnvironmentPointed : NonemptyType
def Environment : Type := EnvironmentPointed.type
instance : Nonempty Environment := EnvironmentPointed.property
/-- A program here reads an environment; what changes one is kept from it. -/
class MonadEnv (m : Type → Type) where
  getEnv : m Environment
  private modifyEnv : (Environment → Environment) → m Unit
export MonadEnv (getEnv)
@[no_expose] instance {m n : Type → Type} [MonadLift m n] [MonadEnv m] : MonadEnv n :=
  ⟨liftM (getEnv : m _), fun f => liftM (MonadEnv.modifyEnv f : m _)⟩
@[no_expose] instance {m : Type → Type} [Inhabited (m Environment)] [Inhabited (m Unit)] :
    Inhabited (MonadEnv m) := ⟨default, fun _ => default⟩

/-! ## Lifting -/

instance {ρ : Type} {m : Type → Type} : MonadControl m (ReaderT ρ m) where
  stM α := α
  liftWith f ctx := f fun x => x ctx
  restoreM x _ := x
instance {m n o : Type → Type} [MonadControl n o] [MonadControlT m n] : MonadControlT m o where
  stM α := MonadControlT.stM m n (MonadControl.stM n o α)
  liftWith f := MonadControl.liftWith (m := n) fun x₂ => MonadControlT.liftWith fun x₁ => f (x₁ ∘ x₂)
  restoreM x := MonadControl.restoreM (m := n) (MonadControlT.restoreM x)
instance {m : Type → Type} [Pure m] : MonadControlT m m where
  stM α := α
  liftWith f := f fun x => x
  restoreM x := pure x

instance {ε α : Type} [Inhabited ε] : Nonempty (EIO ε α) := ⟨throw default⟩
instance {α : Type} : Nonempty (CoreM α) := ⟨fun _ _ => throw default⟩
instance {α : Type} : Nonempty (MetaM α) := ⟨fun _ _ _ _ => throw default⟩
instance {α : Type} : Nonempty (Elab.TermElabM α) := ⟨fun _ _ _ _ _ _ => throw default⟩
instance {α : Type} : Nonempty (Elab.Tactic.TacticM α) := ⟨fun _ _ _ _ _ _ _ _ => throw default⟩
instance {α : Type} : Nonempty (Elab.Command.CommandElabM α) := ⟨fun _ _ => throw default⟩
instance {α : Type} : Inhabited (CoreM α) := ⟨throw default⟩
instance {α : Type} : Inhabited (MetaM α) := ⟨throw default⟩
instance {α : Type} : Inhabited (Elab.TermElabM α) := ⟨throw default⟩
instance {α : Type} : Inhabited (Elab.Tactic.TacticM α) := ⟨throw default⟩
instance {α : Type} : Inhabited (Elab.Command.CommandElabM α) := ⟨throw default⟩

end Lean
