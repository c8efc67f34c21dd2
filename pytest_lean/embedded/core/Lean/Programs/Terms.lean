module
public import Lean.Programs.Expr
/-!
What makes, takes apart and compares terms: functions of the binary, bound by their names, and those that a
`match` says.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

namespace Lean

/-! ## Constructors that are functions -/

@[extern "native"] opaque mkLit (l : Literal) : Expr
@[extern "native"] opaque mkSort (u : Level) : Expr
@[extern "native"] opaque mkBVar (i : Nat) : Expr
@[extern "native"] opaque mkFVar (id : FVarId) : Expr
@[extern "native"] opaque mkMVar (id : MVarId) : Expr
@[extern "native"] opaque mkMData (m : MData) (e : Expr) : Expr
@[extern "native"] opaque mkProj (s : Name) (i : Nat) (e : Expr) : Expr
@[extern "native"] opaque mkApp (f a : Expr) : Expr
@[extern "native"] opaque mkConst (n : Name) (us : List Level := []) : Expr
@[extern "native"] opaque mkLambda (x : Name) (bi : BinderInfo) (t b : Expr) : Expr
@[extern "native"] opaque mkForall (x : Name) (bi : BinderInfo) (t b : Expr) : Expr
@[extern "native"] opaque mkLet (x : Name) (t v b : Expr) (nondep : Bool := false) : Expr
@[extern "native"] opaque Expr.dbgToString (e : @& Expr) : String

/-! ## Functions on terms -/

@[extern "native"] protected opaque Expr.hash : Expr → UInt64
instance : Hashable Expr := ⟨Expr.hash⟩
@[extern "native"] opaque Expr.eqv (a b : @& Expr) : Bool
instance : BEq Expr := ⟨Expr.eqv⟩
@[extern "native"] opaque Expr.equal (a b : @& Expr) : Bool
@[extern "native"] opaque Expr.quickLt (a b : @& Expr) : Bool
@[extern "native"] opaque Expr.lt (a b : @& Expr) : Bool
instance : ToString Expr := ⟨Expr.dbgToString⟩
@[extern "native"] protected opaque Level.beq (a b : @& Level) : Bool
instance : BEq Level := ⟨Level.beq⟩
@[extern "native"] protected opaque Level.format (u : Level) (mvars : Bool := true)
    (lIndex? : LMVarId → Option Nat := fun _ => none) : Std.Format
instance : Std.ToFormat Level := ⟨fun u => Level.format u⟩
instance : ToString Level := ⟨fun u => (Level.format u).pretty⟩
@[extern "native"] opaque Level.normalize (u : Level) : Level
@[extern "native"] opaque Level.isEquiv (u v : Level) : Bool
def levelZero : Level := .zero
def levelOne : Level := .succ .zero
def Level.one : Level := levelOne
def Level.ofNat : Nat → Level | 0 => .zero | n + 1 => .succ (Level.ofNat n)
protected def Level.dec : Level → Option Level
  | .succ u => some u
  | _ => none

@[extern "native"] opaque Expr.isSorry : Expr → Bool
@[extern "native"] opaque Expr.hasSorry (e : Expr) : Bool
@[extern "native"] opaque Expr.hasFVar : Expr → Bool
@[extern "native"] opaque Expr.hasExprMVar : Expr → Bool
@[extern "native"] opaque Expr.hasLevelMVar : Expr → Bool
@[extern "native"] opaque Expr.hasLevelParam : Expr → Bool
def Expr.hasMVar (e : Expr) : Bool := e.hasExprMVar || e.hasLevelMVar
@[extern "native"] opaque Expr.looseBVarRange : Expr → Nat
def Expr.hasLooseBVars (e : Expr) : Bool := e.looseBVarRange != 0
@[extern "native"] opaque Expr.instantiate1 (e : @& Expr) (subst : @& Expr) : Expr
@[extern "native"] opaque Expr.instantiate (e : @& Expr) (subst : @& Array Expr) : Expr
@[extern "native"] opaque Expr.instantiateRev (e : @& Expr) (subst : @& Array Expr) : Expr
@[extern "native"] opaque Expr.abstract (e : @& Expr) (xs : @& Array Expr) : Expr
@[extern "native"] opaque Expr.lowerLooseBVars (e : @& Expr) (s d : @& Nat) : Expr
@[extern "native"] opaque Expr.liftLooseBVars (e : @& Expr) (s d : @& Nat) : Expr
@[extern "native"] opaque Expr.instantiateLevelParams (e : Expr) (paramNames : List Name)
    (lvls : List Level) : Expr
@[extern "native"] opaque Expr.headBeta (e : Expr) : Expr
@[extern "native"] opaque Expr.beta (f : Expr) (args : Array Expr) : Expr
@[extern "native"] opaque Expr.eta (e : Expr) : Expr
@[extern "native"] opaque Expr.getAppArgs (e : Expr) : Array Expr
@[extern "native"] opaque Expr.replace (f? : Expr → Option Expr) (e : Expr) : Expr
@[extern "native"] opaque Expr.find? (p : Expr → Bool) (e : Expr) : Option Expr
@[extern "native"] opaque Expr.getUsedConstants (e : Expr) : Array Name
@[extern "native"] opaque Expr.consumeMData : Expr → Expr
@[extern "native"] opaque Expr.cleanupAnnotations (e : Expr) : Expr
@[extern "native"] opaque Expr.sizeWithoutSharing (e : Expr) : Nat
@[extern "native"] opaque mkNatLit (n : Nat) : Expr
@[extern "native"] opaque mkStrLit (s : String) : Expr
@[extern "native"] opaque mkRawNatLit (n : Nat) : Expr
@[extern "native"] opaque mkAppN (f : Expr) (args : @& Array Expr) : Expr

namespace Expr
def isApp : Expr → Bool | app .. => true | _ => false
def isConst : Expr → Bool | const .. => true | _ => false
def isFVar : Expr → Bool | fvar .. => true | _ => false
def isMVar : Expr → Bool | mvar .. => true | _ => false
def isBVar : Expr → Bool | bvar .. => true | _ => false
def isSort : Expr → Bool | sort .. => true | _ => false
def isLambda : Expr → Bool | lam .. => true | _ => false
def isForall : Expr → Bool | forallE .. => true | _ => false
def isLet : Expr → Bool | letE .. => true | _ => false
def isLit : Expr → Bool | lit .. => true | _ => false
def isMData : Expr → Bool | mdata .. => true | _ => false
def isProj : Expr → Bool | proj .. => true | _ => false
def isBinding : Expr → Bool | lam .. => true | forallE .. => true | _ => false
def isProp : Expr → Bool | sort .zero => true | _ => false
def isType : Expr → Bool | sort (.succ _) => true | _ => false
def isArrow : Expr → Bool | forallE _ _ b _ => !b.hasLooseBVars | _ => false
def isConstOf : Expr → Name → Bool | const n _, m => n == m | _, _ => false
def getAppFn : Expr → Expr | app f _ => getAppFn f | e => e
def getAppNumArgs : Expr → Nat | app f _ => getAppNumArgs f + 1 | _ => 0
def isAppOf (e : Expr) (n : Name) : Bool := match e.getAppFn with | const c _ => c == n | _ => false
def isAppOfArity (e : Expr) (n : Name) (k : Nat) : Bool := e.isAppOf n && e.getAppNumArgs == k
def appFn! : Expr → Expr | app f _ => f | _ => panic! "application expected"
def appArg! : Expr → Expr | app _ a => a | _ => panic! "application expected"
def constName! : Expr → Name | const n _ => n | _ => panic! "constant expected"
def constName? : Expr → Option Name | const n _ => some n | _ => none
def constLevels! : Expr → List Level | const _ us => us | _ => panic! "constant expected"
def fvarId! : Expr → FVarId | fvar id => id | _ => panic! "fvar expected"
def mvarId! : Expr → MVarId | mvar id => id | _ => panic! "mvar expected"
def sortLevel! : Expr → Level | sort u => u | _ => panic! "sort expected"
def bvarIdx! : Expr → Nat | bvar i => i | _ => panic! "bvar expected"
def bindingName! : Expr → Name
  | lam n _ _ _ => n | forallE n _ _ _ => n | _ => panic! "binding expected"
def bindingDomain! : Expr → Expr
  | lam _ t _ _ => t | forallE _ t _ _ => t | _ => panic! "binding expected"
def bindingBody! : Expr → Expr
  | lam _ _ b _ => b | forallE _ _ b _ => b | _ => panic! "binding expected"
def bindingInfo! : Expr → BinderInfo
  | lam _ _ _ bi => bi | forallE _ _ _ bi => bi | _ => panic! "binding expected"
def letBody! : Expr → Expr | letE _ _ _ b _ => b | _ => panic! "let expression expected"
def letValue! : Expr → Expr | letE _ _ v _ _ => v | _ => panic! "let expression expected"
def natLit? : Expr → Option Nat | lit (.natVal n) => some n | _ => none
def getArg! (e : Expr) (i : Nat) : Expr := e.getAppArgs[i]!
def getAppFnArgs (e : Expr) : Name × Array Expr :=
  match e.getAppFn with | const n _ => (n, e.getAppArgs) | _ => (.anonymous, e.getAppArgs)
@[inline] def withApp {α : Type} (e : Expr) (k : Expr → Array Expr → α) : α := k e.getAppFn e.getAppArgs
def ctorName : Expr → String
  | bvar .. => "bvar" | fvar .. => "fvar" | mvar .. => "mvar" | sort .. => "sort" | const .. => "const"
  | app .. => "app" | lam .. => "lam" | forallE .. => "forallE" | letE .. => "letE" | lit .. => "lit"
  | mdata .. => "mdata" | proj .. => "proj"
def eq? (e : Expr) : Option (Expr × Expr × Expr) := match e with
  | app (app (app (const `Eq _) α) a) b => some (α, a, b) | _ => none
def iff? (e : Expr) : Option (Expr × Expr) := match e with
  | app (app (const `Iff _) a) b => some (a, b) | _ => none
def and? (e : Expr) : Option (Expr × Expr) := match e with
  | app (app (const `And _) a) b => some (a, b) | _ => none
def app1? (e : Expr) (f : Name) : Option Expr := if e.isAppOfArity f 1 then some e.appArg! else none
def app2? (e : Expr) (f : Name) : Option (Expr × Expr) :=
  if e.isAppOfArity f 2 then some (e.appFn!.appArg!, e.appArg!) else none
def app3? (e : Expr) (f : Name) : Option (Expr × Expr × Expr) :=
  if e.isAppOfArity f 3 then some (e.appFn!.appFn!.appArg!, e.appFn!.appArg!, e.appArg!) else none
def not? (e : Expr) : Option Expr := e.app1? `Not
def arrow? (e : Expr) : Option (Expr × Expr) := match e with
  | forallE _ a b _ => if b.hasLooseBVars then none else some (a, b) | _ => none
def isEq (e : Expr) : Bool := e.isAppOfArity `Eq 3
def isFalse (e : Expr) : Bool := e.isConstOf `False
def isTrue (e : Expr) : Bool := e.isConstOf `True
def containsFVar (e : Expr) (id : FVarId) : Bool :=
  e.hasFVar && (e.find? fun | fvar i => i == id | _ => false).isSome
def occurs (e t : Expr) : Bool := (t.find? fun s => s == e).isSome
def replaceFVar (e x v : Expr) : Expr := (e.abstract #[x]).instantiate1 v
end Expr
def mkApp2 (f a b : Expr) : Expr := mkApp (mkApp f a) b
def mkApp3 (f a b c : Expr) : Expr := mkApp (mkApp2 f a b) c
def mkApp4 (f a b c d : Expr) : Expr := mkApp (mkApp3 f a b c) d
def mkApp5 (f a b c d e : Expr) : Expr := mkApp (mkApp4 f a b c d) e
def mkLevelZero : Level := .zero
def mkSimpleThunk (type : Expr) : Expr := .lam `_ (.const `Unit []) type .default
@[extern "native"] opaque mkNot (p : Expr) : Expr
@[extern "native"] opaque mkAnd (p q : Expr) : Expr
@[extern "native"] opaque mkOr (p q : Expr) : Expr
@[extern "native"] opaque mkIff (p q : Expr) : Expr
@[extern "native"] opaque mkNatAdd (a b : Expr) : Expr
@[extern "native"] opaque mkNatEq (a b : Expr) : Expr

class ToExpr (α : Type) where
  toExpr : α → Expr
  toTypeExpr : Expr
export ToExpr (toExpr toTypeExpr)
section
variable {α β : Type} [ToExpr α] [ToExpr β]
instance : ToExpr Nat := ⟨mkNatLit, .const `Nat []⟩
instance : ToExpr String := ⟨mkStrLit, .const `String []⟩
instance : ToExpr Bool :=
    ⟨fun | true => .const `Bool.true [] | false => .const `Bool.false [], .const `Bool []⟩
instance : ToExpr Char := ⟨fun c => mkApp (.const `Char.ofNat []) (mkRawNatLit c.toNat), .const `Char []⟩
instance : ToExpr Unit := ⟨fun _ => .const `Unit.unit [], .const `Unit []⟩
instance : ToExpr Int where
  toExpr i :=
    if i < 0 then mkApp3 (.const `Neg.neg [.zero]) (.const `Int []) (.const `Int.instNegInt []) (lit i.natAbs)
    else lit i.natAbs
  toTypeExpr := .const `Int []
where
  lit (n : Nat) : Expr := mkApp3 (.const `OfNat.ofNat [.zero]) (.const `Int []) (mkRawNatLit n)
    (mkApp (.const `instOfNat []) (mkRawNatLit n))
instance : ToExpr (List α) where
  toExpr as := as.foldr (fun a e => mkApp3 (.const `List.cons [.zero]) (toTypeExpr α) (toExpr a) e)
    (mkApp (.const `List.nil [.zero]) (toTypeExpr α))
  toTypeExpr := mkApp (.const `List [.zero]) (toTypeExpr α)
instance : ToExpr (Array α) where
  toExpr as := mkApp2 (.const `List.toArray [.zero]) (toTypeExpr α) (toExpr as.toList)
  toTypeExpr := mkApp (.const `Array [.zero]) (toTypeExpr α)
instance : ToExpr (Option α) where
  toExpr a? := match a? with
    | none => mkApp (.const `Option.none [.zero]) (toTypeExpr α)
    | some a => mkApp2 (.const `Option.some [.zero]) (toTypeExpr α) (toExpr a)
  toTypeExpr := mkApp (.const `Option [.zero]) (toTypeExpr α)
instance : ToExpr (α × β) where
  toExpr p := mkApp4 (.const `Prod.mk [.zero, .zero]) (toTypeExpr α) (toTypeExpr β) (toExpr p.1) (toExpr p.2)
  toTypeExpr := mkApp2 (.const `Prod [.zero, .zero]) (toTypeExpr α) (toTypeExpr β)
instance : ToExpr Name where
  toExpr := go
  toTypeExpr := .const `Lean.Name []
where
  go : Name → Expr
    | .anonymous => .const `Lean.Name.anonymous []
    | .str p s => mkApp2 (.const `Lean.Name.str []) (go p) (mkStrLit s)
    | .num p i => mkApp2 (.const `Lean.Name.num []) (go p) (mkNatLit i)
end

end Lean
