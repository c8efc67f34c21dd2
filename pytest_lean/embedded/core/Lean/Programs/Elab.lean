module
public import Lean.Programs.Meta
/-!
Elaborators of terms, tactics and commands.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

namespace Lean.Elab

/-! ## Terms -/

namespace Term
@[extern "native"] opaque elabTerm (stx : Syntax) (expectedType? : Option Expr)
    (catchExPostpone : Bool := true)
    (implicitLambda : Bool := true) : TermElabM Expr
@[extern "native"] opaque elabTermEnsuringType (stx : Syntax) (expectedType? : Option Expr)
    (catchExPostpone implicitLambda : Bool := true) (errorMsgHeader? : Option String := none) : TermElabM Expr
@[extern "native"] opaque elabTermAndSynthesize (stx : Syntax) (expectedType? : Option Expr) : TermElabM Expr
@[extern "native"] opaque elabType (stx : Syntax) : TermElabM Expr
@[extern "native"] opaque elabBinders {α : Type} (binders : Array Syntax) (k : Array Expr → TermElabM α) :
    TermElabM α
@[extern "native"] opaque ensureHasType (expectedType? : Option Expr) (e : Expr)
    (errorMsgHeader? : Option String := none) (f? : Option Expr := none) : TermElabM Expr
@[extern "native"] opaque synthesizeSyntheticMVarsNoPostponing (ignoreStuckTC : Bool := false) :
    TermElabM Unit
@[extern "native"] opaque tryPostpone : TermElabM Unit
@[extern "native"] opaque tryPostponeIfMVar (e : Expr) : TermElabM Unit
@[extern "native"] opaque tryPostponeIfNoneOrMVar (e? : Option Expr) : TermElabM Unit
@[extern "native"] opaque mkConst (constName : Name) (explicitLevels : List Level := []) : TermElabM Expr
@[extern "native"] opaque withExpectedType (expectedType? : Option Expr) (x : Expr → TermElabM Expr) :
    TermElabM Expr
@[extern "native"] opaque exprToSyntax (e : Expr) : TermElabM Lean.Term
inductive PostponeBehavior where
  | yes | no | «partial»
@[extern "native"] opaque withSynthesize {m : Type → Type} {α : Type} [MonadFunctorT TermElabM m] (k : m α)
    (postpone : PostponeBehavior := .no) : m α := k
end Term

/-! ## Tactics -/

namespace Tactic
@[extern "native"] opaque getGoals : TacticM (List MVarId)
@[extern "native"] opaque setGoals (mvarIds : List MVarId) : TacticM Unit
@[extern "native"] opaque getUnsolvedGoals : TacticM (List MVarId)
@[extern "native"] opaque pruneSolvedGoals : TacticM Unit
@[extern "native"] opaque getMainGoal : TacticM MVarId
@[extern "native"] opaque getMainTarget : TacticM Expr
@[extern "native"] opaque getMainTag : TacticM Name
@[extern "native"] opaque replaceMainGoal (mvarIds : List MVarId) : TacticM Unit
@[extern "native"] opaque appendGoals (mvarIds : List MVarId) : TacticM Unit
@[extern "native"] opaque pushGoal (mvarId : MVarId) : TacticM Unit
@[extern "native"] opaque pushGoals (mvarIds : List MVarId) : TacticM Unit
@[extern "native"] opaque closeMainGoal (tacName : Name) (val : Expr) (checkUnassigned : Bool := true) :
    TacticM Unit
@[extern "native"] opaque withMainContext {α : Type} (x : TacticM α) : TacticM α
@[extern "native"] opaque liftMetaTactic (tactic : MVarId → MetaM (List MVarId)) : TacticM Unit
@[extern "native"] opaque liftMetaTactic1 (tactic : MVarId → MetaM (Option MVarId)) : TacticM Unit
@[extern "native"] opaque liftMetaFinishingTactic (tac : MVarId → MetaM Unit) : TacticM Unit
@[extern "native"] opaque evalTactic (stx : Syntax) : TacticM Unit
@[extern "native"] opaque evalTacticAt (tac : Syntax) (mvarId : MVarId) : TacticM (List MVarId)
@[extern "native"] opaque elabTerm (stx : Syntax) (expectedType? : Option Expr)
    (mayPostpone : Bool := false) :
    TacticM Expr
@[extern "native"] opaque elabTermEnsuringType (stx : Syntax) (expectedType? : Option Expr)
    (mayPostpone : Bool := false) : TacticM Expr
@[extern "native"] opaque getFVarId (id : Syntax) : TacticM FVarId
@[extern "native"] opaque getFVarIds (ids : Array Syntax) : TacticM (Array FVarId)
@[extern "native"] opaque focus {α : Type} (x : TacticM α) : TacticM α
@[extern "native"] opaque done : TacticM Unit
@[extern "native"] opaque tryTactic {α : Type} (x : TacticM α) : TacticM Bool
@[extern "native"] opaque tryTactic? {α : Type} (x : TacticM α) : TacticM (Option α)
@[extern "native"] opaque run (mvarId : MVarId) (x : TacticM Unit) : TermElabM (List MVarId)
@[extern "native", instance] opaque instMonadExceptExceptionTacticM : MonadExcept Exception TacticM :=
  ⟨throw, fun x _ => x⟩
@[extern "native"] protected opaque orElse {α : Type} (x : TacticM α) (y : Unit → TacticM α) : TacticM α
instance {α : Type} : OrElse (TacticM α) := ⟨Tactic.orElse⟩
instance : Alternative TacticM where
  failure := throwError "failed"
  orElse := Tactic.orElse
opaque SavedStatePointed : NonemptyType
def SavedState : Type := SavedStatePointed.type
instance : Nonempty SavedState := SavedStatePointed.property
@[extern "native"] protected opaque saveState : TacticM SavedState :=
  fun _ _ _ _ _ _ _ _ => throw default
@[extern "native"] opaque SavedState.restore (b : SavedState) (restoreInfo : Bool := false) : TacticM Unit
instance : MonadBacktrack SavedState TacticM := ⟨Tactic.saveState, fun b => b.restore⟩
end Tactic
@[extern "native"] opaque admitGoal (mvarId : MVarId) (synthetic : Bool := true) : MetaM Unit
end Lean.Elab
