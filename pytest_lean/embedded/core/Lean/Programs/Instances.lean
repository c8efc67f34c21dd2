module
public import Lean.Programs.Monads
/-!
The instances of the monads of elaborators. Those that are bound are the binary's; those of `TermElabM` and
`TacticM` are lifted from `MetaM`.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

namespace Lean

namespace Core
@[extern "native", instance] opaque instMonadLogCoreM : MonadLog CoreM
@[extern "native", instance] opaque instMonadOptionsCoreM : MonadOptions CoreM
@[extern "native", instance] opaque instAddMessageContextCoreM : AddMessageContext CoreM :=
  ⟨fun _ => throw default⟩
@[extern "native", instance] opaque instMonadRefCoreM : MonadRef CoreM := ⟨default, fun _ => id⟩
@[extern "native", instance] opaque instMonadQuotationCoreM : MonadQuotation CoreM :=
  { getRef := default, withRef := fun _ => id, getCurrMacroScope := throw default, getContext := default,
    withFreshMacroScope := id }
@[extern "native", instance] opaque instMonadEnvCoreM : MonadEnv CoreM := default
@[extern "native", instance] opaque instMonadLiftIOCoreM : MonadLift IO CoreM := ⟨fun _ => default⟩
end Core

namespace Meta
@[extern "native", instance] opaque instAddMessageContextMetaM : AddMessageContext MetaM :=
  ⟨fun _ => throw default⟩
@[extern "native", instance] opaque instMonadMCtxMetaM : MonadMCtx MetaM
@[extern "native", instance] opaque instMonadLCtxMetaM : MonadLCtx MetaM := ⟨throw default⟩
end Meta

namespace Elab.Command
@[extern "native", instance] opaque instMonadLogCommandElabM : MonadLog CommandElabM
@[extern "native", instance] opaque instMonadOptionsCommandElabM : MonadOptions CommandElabM
@[extern "native", instance] opaque instAddMessageContextCommandElabM : AddMessageContext CommandElabM :=
  ⟨fun _ => throw default⟩
@[extern "native", instance] opaque instMonadRefCommandElabM : MonadRef CommandElabM := ⟨default, fun _ => id⟩
@[extern "native", instance] opaque instMonadQuotationCommandElabM : MonadQuotation CommandElabM :=
  { getRef := default, withRef := fun _ => id, getCurrMacroScope := throw default, getContext := default,
    withFreshMacroScope := id }
@[extern "native", instance] opaque instMonadEnvCommandElabM : MonadEnv CommandElabM := default
@[extern "native", instance] opaque instMonadLiftTIOCommandElabM : MonadLiftT IO CommandElabM :=
  ⟨fun _ => default⟩
end Elab.Command

/-! ## Lifted -/

@[extern "native", instance] opaque instMonadLogOfMonadLift (m n : Type → Type) [MonadLift m n] [MonadLog m] :
    MonadLog n
@[extern "native", instance] opaque instMonadOptionsOfMonadLift (m n : Type → Type) [MonadLift m n]
    [MonadOptions m] : MonadOptions n
@[extern "native", instance] opaque instMonadMCtxOfMonadLift (m n : Type → Type) [MonadLift m n]
    [MonadMCtx m] : MonadMCtx n :=
  ⟨Classical.choice (MonadMCtxPointed n).property,
    (MonadMCtx.nonempty (m := m)).elim fun x => ⟨MonadLift.monadLift x⟩⟩
instance {m n : Type → Type} [MonadLift m n] [MonadFunctor m n] [MonadRef m] : MonadRef n where
  getRef := liftM (getRef : m _)
  withRef ref x := MonadFunctor.monadMap (m := m) (MonadRef.withRef ref) x
instance {m n : Type → Type} [MonadLift m n] [MonadFunctor m n] [MonadQuotation m] : MonadQuotation n where
  getCurrMacroScope := liftM (getCurrMacroScope : m _)
  getContext := liftM (MonadQuotation.getContext : m _)
  withFreshMacroScope x := MonadFunctor.monadMap (m := m) withFreshMacroScope x
instance : AddMessageContext Elab.TermElabM := ⟨fun m => (addMessageContext m : MetaM _)⟩
instance : AddMessageContext Elab.Tactic.TacticM := ⟨fun m => (addMessageContext m : MetaM _)⟩

end Lean
