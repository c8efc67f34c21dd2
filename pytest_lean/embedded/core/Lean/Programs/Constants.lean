module
public import Lean.Programs.Terms
/-!
What an environment holds of each constant, laid out in memory as in the binary.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

namespace Lean

inductive ReducibilityHints where
  | «opaque» | «abbrev» | regular (height : UInt32)
deriving Inhabited, BEq
inductive DefinitionSafety where
  | «unsafe» | safe | «partial»
deriving Inhabited, BEq
inductive QuotKind where
  | type | ctor | lift | ind
deriving Inhabited, BEq

structure ConstantVal where
  name : Name
  levelParams : List Name
  type : Expr
deriving Inhabited
structure AxiomVal extends ConstantVal where
  isUnsafe : Bool
deriving Inhabited
structure DefinitionVal extends ConstantVal where
  value : Expr
  hints : ReducibilityHints
  safety : DefinitionSafety
  all : List Name := [name]
deriving Inhabited
structure TheoremVal extends ConstantVal where
  value : Expr
  all : List Name := [name]
deriving Inhabited
structure OpaqueVal extends ConstantVal where
  value : Expr
  isUnsafe : Bool
  all : List Name := [name]
deriving Inhabited
structure QuotVal extends ConstantVal where
  kind : QuotKind
deriving Inhabited
structure InductiveVal extends ConstantVal where
  numParams : Nat
  numIndices : Nat
  all : List Name
  ctors : List Name
  numNested : Nat
  isRec : Bool
  isUnsafe : Bool
  isReflexive : Bool
deriving Inhabited
structure ConstructorVal extends ConstantVal where
  induct : Name
  cidx : Nat
  numParams : Nat
  numFields : Nat
  isUnsafe : Bool
deriving Inhabited
structure RecursorRule where
  ctor : Name
  nfields : Nat
  rhs : Expr
deriving Inhabited
structure RecursorVal extends ConstantVal where
  all : List Name
  numParams : Nat
  numIndices : Nat
  numMotives : Nat
  numMinors : Nat
  rules : List RecursorRule
  k : Bool
  isUnsafe : Bool
deriving Inhabited

inductive ConstantInfo where
  | axiomInfo (val : AxiomVal)
  | defnInfo (val : DefinitionVal)
  | thmInfo (val : TheoremVal)
  | opaqueInfo (val : OpaqueVal)
  | quotInfo (val : QuotVal)
  | inductInfo (val : InductiveVal)
  | ctorInfo (val : ConstructorVal)
  | recInfo (val : RecursorVal)
deriving Inhabited

namespace ConstantInfo
def toConstantVal : ConstantInfo → ConstantVal
  | axiomInfo v => v.toConstantVal
  | defnInfo v => v.toConstantVal
  | thmInfo v => v.toConstantVal
  | opaqueInfo v => v.toConstantVal
  | quotInfo v => v.toConstantVal
  | inductInfo v => v.toConstantVal
  | ctorInfo v => v.toConstantVal
  | recInfo v => v.toConstantVal
def name (info : ConstantInfo) : Name := info.toConstantVal.name
def levelParams (info : ConstantInfo) : List Name := info.toConstantVal.levelParams
def type (info : ConstantInfo) : Expr := info.toConstantVal.type
def isUnsafe : ConstantInfo → Bool
  | axiomInfo v => v.isUnsafe
  | defnInfo v => v.safety == .«unsafe»
  | opaqueInfo v => v.isUnsafe
  | inductInfo v => v.isUnsafe
  | ctorInfo v => v.isUnsafe
  | recInfo v => v.isUnsafe
  | _ => false
def isTheorem : ConstantInfo → Bool | thmInfo _ => true | _ => false
def isDefinition : ConstantInfo → Bool | defnInfo _ => true | _ => false
def isAxiom : ConstantInfo → Bool | axiomInfo _ => true | _ => false
def isCtor : ConstantInfo → Bool | ctorInfo _ => true | _ => false
def isInductive : ConstantInfo → Bool | inductInfo _ => true | _ => false
def inductiveVal! : ConstantInfo → InductiveVal
  | inductInfo v => v
  | _ => panic! "expected an inductive type"
end ConstantInfo
def InductiveVal.numCtors (v : InductiveVal) : Nat := v.ctors.length
end Lean
