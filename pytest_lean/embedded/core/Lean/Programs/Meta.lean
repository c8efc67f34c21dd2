module
public import Lean.Programs.Contexts
/-!
`MetaM`: terms with metavariables, and goals.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

namespace Lean

/-! ## Terms with metavariables -/

inductive MetavarKind where
  | natural | synthetic | syntheticOpaque
deriving Inhabited, BEq, Repr
@[extern "native"] opaque instantiateMVars {m : Type → Type} [Monad m] [MonadMCtx m] (e : Expr) : m Expr :=
    pure e
@[extern "native"] opaque MVarId.assign {m : Type → Type} [MonadMCtx m] (mvarId : MVarId) (val : Expr) :
    m Unit :=
  Classical.choice MonadMCtx.nonempty
@[extern "native"] opaque MVarId.isAssigned {m : Type → Type} [Monad m] [MonadMCtx m] (mvarId : MVarId) :
    m Bool :=
  pure false

namespace Meta
inductive TransparencyMode where
  | all | default | reducible | instances | none
deriving Inhabited, BEq
@[extern "native"] opaque inferType (e : Expr) : MetaM Expr
@[extern "native"] opaque whnf (e : Expr) : MetaM Expr
@[extern "native"] opaque whnfR (e : Expr) : MetaM Expr
@[extern "native"] opaque whnfD (e : Expr) : MetaM Expr
@[extern "native"] opaque reduce (e : Expr) (explicitOnly skipTypes skipProofs : Bool := true) : MetaM Expr
@[extern "native"] opaque isDefEq (t s : Expr) : MetaM Bool
@[extern "native"] opaque isProp (e : Expr) : MetaM Bool
@[extern "native"] opaque isProof (e : Expr) : MetaM Bool
@[extern "native"] opaque isType (e : Expr) : MetaM Bool
@[extern "native"] opaque isTypeCorrect (e : Expr) : MetaM Bool
@[extern "native"] opaque getLevel (type : Expr) : MetaM Level
@[extern "native"] opaque ppExpr (e : Expr) : MetaM Std.Format
@[extern "native"] opaque ppGoal (mvarId : MVarId) : MetaM Std.Format
@[extern "native"] opaque mkFreshExprMVar (type? : Option Expr) (kind : MetavarKind := .natural)
    (userName : Name := .anonymous) : MetaM Expr
@[extern "native"] opaque mkFreshTypeMVar (kind : MetavarKind := .natural) (userName : Name := .anonymous) :
    MetaM Expr
@[extern "native"] opaque mkFreshLevelMVar : MetaM Level
@[extern "native"] opaque mkConstWithFreshMVarLevels (declName : Name) : MetaM Expr
@[extern "native"] opaque mkAppM (constName : Name) (xs : Array Expr) : MetaM Expr
@[extern "native"] opaque mkAppM' (f : Expr) (xs : Array Expr) : MetaM Expr
@[extern "native"] opaque mkAppOptM (constName : Name) (xs : Array (Option Expr)) : MetaM Expr
@[extern "native"] opaque mkEq (a b : Expr) : MetaM Expr
@[extern "native"] opaque mkEqRefl (a : Expr) : MetaM Expr
@[extern "native"] opaque mkEqSymm (h : Expr) : MetaM Expr
@[extern "native"] opaque mkEqTrans (h₁ h₂ : Expr) : MetaM Expr
@[extern "native"] opaque mkCongrArg (f h : Expr) : MetaM Expr
@[extern "native"] opaque mkCongrFun (h a : Expr) : MetaM Expr
@[extern "native"] opaque mkDecideProof (p : Expr) : MetaM Expr
@[extern "native"] opaque synthInstance (type : Expr) (maxResultSize? : Option Nat := none) : MetaM Expr
@[extern "native"] opaque synthInstance? (type : Expr) (maxResultSize? : Option Nat := none) :
    MetaM (Option Expr)
@[extern "native"] opaque mkListLit (type : Expr) (xs : List Expr) : MetaM Expr
@[extern "native"] opaque getLocalDeclFromUserName (userName : Name) : MetaM LocalDecl
@[extern "native"] opaque evalNat (e : Expr) : OptionT MetaM Nat := OptionT.fail
@[extern "native"] opaque instantiateForall (e : Expr) (ps : Array Expr) : MetaM Expr
@[extern "native"] opaque instantiateLambda (e : Expr) (ps : Array Expr) : MetaM Expr
@[extern "native"] opaque mkLt (a b : Expr) : MetaM Expr
@[extern "native"] opaque mkLe (a b : Expr) : MetaM Expr
@[extern "native"] opaque mkAdd (a b : Expr) : MetaM Expr
@[extern "native"] opaque mkCongr (h₁ h₂ : Expr) : MetaM Expr
@[extern "native"] opaque mkFunExt (h : Expr) : MetaM Expr
@[extern "native"] opaque mkPropExt (h : Expr) : MetaM Expr
@[extern "native"] opaque mkEqMP (eqProof pr : Expr) : MetaM Expr
@[extern "native"] opaque mkEqMPR (eqProof pr : Expr) : MetaM Expr
@[extern "native"] opaque mkAbsurd (e : Expr) (hp hnp : Expr) : MetaM Expr
@[extern "native"] opaque mkFalseElim (targetType : Expr) (falseProof : Expr) : MetaM Expr
@[extern "native"] opaque mkNumeral (type : Expr) (n : Nat) : MetaM Expr
@[extern "native"] opaque mkArrayLit (type : Expr) (xs : List Expr) : MetaM Expr
@[extern "native"] opaque mkSorry (type : Expr) (synthetic : Bool) : MetaM Expr
@[extern "native"] opaque mkFreshExprSyntheticOpaqueMVar (type : Expr) (tag : Name := .anonymous) : MetaM Expr
@[extern "native"] opaque check (e : Expr) (transparency : TransparencyMode := .all) : MetaM Unit
@[extern "native"] opaque isLevelDefEq (u v : Level) : MetaM Bool
@[extern "native"] opaque isExprDefEq (t s : Expr) : MetaM Bool
@[extern "native"] opaque isInductivePredicate (declName : Name) : MetaM Bool
@[extern "native"] opaque unfoldDefinition? (e : Expr) (ignoreTransparency : Bool := false) :
    MetaM (Option Expr)
@[extern "native"] opaque getNatValue? (e : Expr) : MetaM (Option Nat)
@[extern "native"] opaque getMVars (e : Expr) : MetaM (Array MVarId)
@[extern "native"] opaque kabstract (e : Expr) (p : Expr) (occs : Occurrences := .all) : MetaM Expr
@[extern "native"] opaque mkLambdaFVars (xs : Array Expr) (e : Expr) (usedOnly : Bool := false)
    (usedLetOnly : Bool := true) (etaReduce : Bool := false) (binderInfoForMVars : BinderInfo := .implicit)
    (generalizeNondepLet : Bool := true) : MetaM Expr
@[extern "native"] opaque mkForallFVars (xs : Array Expr) (e : Expr) (usedOnly : Bool := false)
    (usedLetOnly : Bool := true) (binderInfoForMVars : BinderInfo := .implicit)
    (generalizeNondepLet : Bool := true) : MetaM Expr
@[extern "native"] opaque mkLetFVars (xs : Array Expr) (e : Expr) (usedLetOnly : Bool := true)
    (binderInfoForMVars : BinderInfo := .implicit) (generalizeNondepLet : Bool := true) : MetaM Expr
@[extern "native"] opaque forallMetaTelescope (e : Expr) (kind : MetavarKind := .natural) :
    MetaM (Array Expr × Array BinderInfo × Expr)
@[extern "native"] opaque forallMetaTelescopeReducing (e : Expr) (maxMVars? : Option Nat := none)
    (kind : MetavarKind := .natural) : MetaM (Array Expr × Array BinderInfo × Expr)
@[extern "native"] opaque lambdaMetaTelescope (e : Expr) (maxMVars? : Option Nat := none) :
    MetaM (Array Expr × Array BinderInfo × Expr)

/-! ## Under binders

Their instances are parameters, used or not, since the binary expects them.
-/

@[extern "native"] opaque forallTelescope {n : Type → Type} [MonadControlT MetaM n] [Monad n] {α : Type}
    (type : Expr) (k : Array Expr → Expr → n α)
    (cleanupAnnotations : Bool := false) : n α := k #[] type
@[extern "native"] opaque forallTelescopeReducing {n : Type → Type} [MonadControlT MetaM n] [Monad n]
    {α : Type} (type : Expr) (k : Array Expr → Expr → n α)
    (cleanupAnnotations whnfType : Bool := false) : n α := k #[] type
@[extern "native"] opaque forallBoundedTelescope {n : Type → Type} [MonadControlT MetaM n] [Monad n]
    {α : Type} (type : Expr) (maxFVars? : Option Nat)
    (k : Array Expr → Expr → n α) (cleanupAnnotations whnfType : Bool := false) : n α := k #[] type
@[extern "native"] opaque lambdaTelescope {n : Type → Type} [MonadControlT MetaM n] [Monad n] {α : Type}
    (e : Expr) (k : Array Expr → Expr → n α)
    (cleanupAnnotations : Bool := false) : n α := k #[] e
inductive LocalDeclKind where
  | default | implDetail | auxDecl
@[extern "native"] opaque withLocalDecl {n : Type → Type} [MonadControlT MetaM n] [Monad n] {α : Type}
    (name : Name) (bi : BinderInfo) (type : Expr) (k : Expr → n α)
    (kind : LocalDeclKind := .default) : n α := k type
@[extern "native"] opaque withLocalDeclD {n : Type → Type} [MonadControlT MetaM n] [Monad n] {α : Type}
    (name : Name) (type : Expr) (k : Expr → n α) : n α := k type
@[extern "native"] opaque withLetDecl {n : Type → Type} [MonadControlT MetaM n] [Monad n] {α : Type}
    (name : Name) (type : Expr) (val : Expr) (k : Expr → n α)
    (nondep : Bool := false) (kind : LocalDeclKind := .default) : n α := k val
@[extern "native"] opaque withTransparency {n : Type → Type} [MonadControlT MetaM n] [Monad n] {α : Type}
    (mode : TransparencyMode) (x : n α) : n α := x
@[extern "native"] opaque withReducible {n : Type → Type} [MonadControlT MetaM n] [Monad n] {α : Type}
    (x : n α) : n α := x
@[extern "native"] opaque _root_.Lean.MVarId.withContext {n : Type → Type} [MonadControlT MetaM n]
    [Monad n] {α : Type} (mvarId : MVarId) (x : n α) : n α := x
@[extern "native"] opaque orElse {α : Type} (x : MetaM α) (y : Unit → MetaM α) : MetaM α
instance {α : Type} : OrElse (MetaM α) := ⟨Meta.orElse⟩
instance : Alternative MetaM where
  failure := throwError "failed"
  orElse := Meta.orElse
@[extern "native"] opaque throwTacticEx {α : Type} (tacticName : Name) (mvarId : MVarId)
    (msg? : Option MessageData := none) : MetaM α
opaque SavedStatePointed : NonemptyType
def SavedState : Type := SavedStatePointed.type
instance : Nonempty SavedState := SavedStatePointed.property
@[extern "native"] protected opaque saveState : MetaM SavedState :=
  fun _ _ _ _ => throw default
@[extern "native"] opaque SavedState.restore (b : SavedState) : MetaM Unit
end Meta

/-! ## States that can be gone back to -/

class MonadBacktrack (s : outParam Type) (m : Type → Type) where
  saveState : m s
  restoreState : s → m Unit
export MonadBacktrack (saveState restoreState)
instance : MonadBacktrack Meta.SavedState MetaM := ⟨Meta.saveState, Meta.SavedState.restore⟩
section
variable {s : Type} {m : Type → Type} {α : Type} [Monad m] [MonadBacktrack s m] [MonadExcept Exception m]
def commitIfNoEx (x : m α) : m α := do
  let s ← saveState
  try x catch e => restoreState s; throw e
def observing? (x : m α) : m (Option α) := do
  let s ← saveState
  try some <$> x catch _ => restoreState s; return none
def commitWhen (x : m Bool) : m Bool := do
  let s ← saveState
  try
    if ← x then return true
    restoreState s
    return false
  catch e => restoreState s; throw e
def withoutModifyingState (x : m α) : m α := do
  let s ← saveState
  try
    let a ← x
    restoreState s
    return a
  catch e => restoreState s; throw e
end

@[extern "native"] opaque Core.mkFreshUserName (n : Name) : CoreM Name
def mkFreshUserName (n : Name) : CoreM Name := Core.mkFreshUserName n
@[extern "native"] opaque realizeGlobalConstNoOverload (id : Syntax) : CoreM Name

/-! ## Goals -/

namespace FVarId
@[extern "native"] opaque getType (fvarId : FVarId) : MetaM Expr
@[extern "native"] opaque getUserName (fvarId : FVarId) : MetaM Name
@[extern "native"] opaque getDecl (fvarId : FVarId) : MetaM LocalDecl
@[extern "native"] opaque getBinderInfo (fvarId : FVarId) : MetaM BinderInfo
@[extern "native"] opaque getValue? (fvarId : FVarId) (allowNondep : Bool := false) : MetaM (Option Expr)
end FVarId

namespace Meta
inductive ApplyNewGoals where
  | nonDependentFirst | nonDependentOnly | all
structure ApplyConfig where
  newGoals : ApplyNewGoals := .nonDependentFirst
  synthAssignedInstances : Bool := true
  allowSynthFailures : Bool := false
  approx : Bool := true
end Meta

namespace MVarId
@[extern "native"] opaque getType (mvarId : MVarId) : MetaM Expr
@[extern "native"] opaque getType' (mvarId : MVarId) : MetaM Expr
@[extern "native"] opaque getTag (mvarId : MVarId) : MetaM Name
@[extern "native"] opaque setTag (mvarId : MVarId) (tag : Name) : MetaM Unit
@[extern "native"] opaque setUserName (mvarId : MVarId) (name : Name) : MetaM Unit
@[extern "native"] opaque intro (mvarId : MVarId) (name : Name) : MetaM (FVarId × MVarId)
@[extern "native"] opaque intro1 (mvarId : MVarId) : MetaM (FVarId × MVarId)
@[extern "native"] opaque intro1P (mvarId : MVarId) : MetaM (FVarId × MVarId)
@[extern "native"] opaque introN (mvarId : MVarId) (n : Nat) (givenNames : List Name := [])
    (useNamesForExplicitOnly : Bool := false) : MetaM (Array FVarId × MVarId)
@[extern "native"] opaque intros (mvarId : MVarId) : MetaM (Array FVarId × MVarId)
@[extern "native"] opaque apply (mvarId : MVarId) (e : Expr) (cfg : Meta.ApplyConfig := {})
    (term? : Option MessageData := none) : MetaM (List MVarId)
@[extern "native"] opaque applyConst (mvarId : MVarId) (c : Name) (cfg : Meta.ApplyConfig := {}) :
    MetaM (List MVarId)
@[extern "native"] opaque constructor (mvarId : MVarId) (cfg : Meta.ApplyConfig := {}) : MetaM (List MVarId)
@[extern "native"] opaque assumption (mvarId : MVarId) : MetaM Unit
@[extern "native"] opaque refl (mvarId : MVarId) (check : Bool := true) : MetaM Unit
@[extern "native"] opaque applyRfl (mvarId : MVarId) : MetaM Unit
@[extern "native"] opaque exfalso (mvarId : MVarId) : MetaM MVarId
@[extern "native"] opaque clear (mvarId : MVarId) (fvarId : FVarId) : MetaM MVarId
@[extern "native"] opaque tryClear (mvarId : MVarId) (fvarId : FVarId) : MetaM MVarId
@[extern "native"] opaque revert (mvarId : MVarId) (fvarIds : Array FVarId) (preserveOrder : Bool := false)
    (clearAuxDeclsInsteadOfRevert : Bool := false) : MetaM (Array FVarId × MVarId)
@[extern "native"] opaque define (mvarId : MVarId) (name : Name) (type val : Expr) : MetaM MVarId
@[extern "native"] opaque assert (mvarId : MVarId) (name : Name) (type val : Expr) : MetaM MVarId
@[extern "native"] opaque note (mvarId : MVarId) (h : Name) (v : Expr) (t? : Option Expr := none) :
    MetaM (FVarId × MVarId)
@[extern "native"] opaque change (mvarId : MVarId) (targetNew : Expr) (checkDefEq : Bool := true) :
    MetaM MVarId
@[extern "native"] opaque replaceTargetDefEq (mvarId : MVarId) (targetNew : Expr) : MetaM MVarId
@[extern "native"] opaque replaceTargetEq (mvarId : MVarId) (targetNew eqProof : Expr) : MetaM MVarId
@[extern "native"] opaque existsIntro (mvarId : MVarId) (w : Expr) : MetaM MVarId
@[extern "native"] opaque splitAnd (mvarId : MVarId) : MetaM (List MVarId)
@[extern "native"] opaque inferInstance (mvarId : MVarId) : MetaM Unit
@[extern "native"] opaque rename (mvarId : MVarId) (fvarId : FVarId) (newUserName : Name) : MetaM MVarId
@[extern "native"] opaque headBetaType (mvarId : MVarId) : MetaM Unit
@[extern "native"] opaque admit (mvarId : MVarId) (synthetic : Bool := true) : MetaM Unit
end MVarId
end Lean
