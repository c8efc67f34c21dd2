module
public import Lean.Programs.Logging
public import Lean.Programs.Notation
/-!
What a program sees of an environment and of a local context. It cannot change an environment.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

namespace Lean

/-! ## Environments -/

@[extern "native"] opaque Environment.contains (env : Environment) (n : Name) (skipRealize : Bool := true) :
    Bool
@[extern "native"] opaque Environment.find? (env : Environment) (n : Name) (skipRealize : Bool := false) :
    Option ConstantInfo
@[extern "native"] opaque Environment.mainModule (env : Environment) : Name
@[extern "native"] opaque ConstantInfo.value? (info : ConstantInfo) (allowOpaque : Bool := false) :
    Option Expr
def getConstInfo {m : Type → Type} [Monad m] [MonadEnv m] [MonadError m] (n : Name) : m ConstantInfo := do
  match (← getEnv).find? n with
  | some info => pure info
  | none => throwError "unknown constant '{n}'"

/-! ## Local contexts -/

@[extern "native"] opaque LocalDecl.fvarId : LocalDecl → FVarId
@[extern "native"] opaque LocalDecl.userName : LocalDecl → Name
@[extern "native"] opaque LocalDecl.type : LocalDecl → Expr
@[extern "native"] opaque LocalDecl.toExpr (d : LocalDecl) : Expr
@[extern "native"] opaque LocalDecl.binderInfo : LocalDecl → BinderInfo
@[extern "native"] opaque LocalDecl.isLet (d : LocalDecl) (allowNondep : Bool := false) : Bool
@[extern "native"] opaque LocalDecl.value? (d : LocalDecl) (allowNondep : Bool := false) : Option Expr
@[extern "native"] opaque LocalDecl.isImplementationDetail (d : LocalDecl) : Bool
def LocalDecl.isAuxDecl (d : LocalDecl) : Bool := d.isImplementationDetail
@[extern "native"] opaque LocalContext.findFromUserName? (lctx : LocalContext) (n : Name) : Option LocalDecl
@[extern "native"] opaque LocalContext.getFVarIds (lctx : LocalContext) : Array FVarId
@[extern "native"] opaque LocalContext.contains (lctx : LocalContext) (fvarId : FVarId) : Bool
@[extern "native"] opaque LocalContext.get! (lctx : LocalContext) (fvarId : FVarId) : LocalDecl
def LocalContext.find? (lctx : LocalContext) (fvarId : FVarId) : Option LocalDecl :=
  if lctx.contains fvarId then some (lctx.get! fvarId) else none
@[extern "native"] opaque LocalContext.lastDecl (lctx : LocalContext) : Option LocalDecl
@[extern "native"] opaque LocalContext.isEmpty (lctx : LocalContext) : Bool
def LocalContext.getFVars (lctx : LocalContext) : Array Expr := lctx.getFVarIds.map .fvar
def LocalContext.decls (lctx : LocalContext) : List LocalDecl :=
  lctx.getFVarIds.toList.filterMap lctx.find?
instance {m : Type → Type} [Monad m] : ForIn m LocalContext LocalDecl :=
    ⟨fun lctx b f => forIn lctx.decls b f⟩
def LocalContext.findDecl? {α : Type} (lctx : LocalContext) (f : LocalDecl → Option α) : Option α :=
  lctx.decls.findSome? f
def LocalContext.findDeclM? {m : Type → Type} [Monad m] {α : Type} (lctx : LocalContext)
    (f : LocalDecl → m (Option α)) : m (Option α) := do
  for d in lctx.decls do
    if let some a ← f d then return some a
  return none
def LocalContext.forM {m : Type → Type} [Monad m] (lctx : LocalContext) (f : LocalDecl → m Unit) : m Unit :=
  lctx.decls.forM f
def LocalContext.foldl {α : Type} (lctx : LocalContext) (f : α → LocalDecl → α) (init : α) : α :=
  lctx.decls.foldl f init

end Lean
