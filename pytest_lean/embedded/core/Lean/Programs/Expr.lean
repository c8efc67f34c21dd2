module
public import Lean.Programs.Syntax
/-!
The terms of Lean as a program sees them: levels and expressions, laid out in memory as in the binary, which
makes and reads them too. Each carries a word of data (a hash, and what occurs in it) that a constructor here
computes as the binary's does; `tests/lean/Metaprograms.lean` compares the two.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

namespace Lean

/-! ## What terms are made of -/

structure FVarId where
  name : Name
deriving Inhabited, BEq, Hashable
structure MVarId where
  name : Name
deriving Inhabited, BEq, Hashable
structure LevelMVarId where
  name : Name
deriving Inhabited, BEq, Hashable
instance : Repr FVarId := ⟨fun id => reprPrec id.name⟩
instance : Repr MVarId := ⟨fun id => reprPrec id.name⟩
instance : Repr LevelMVarId := ⟨fun id => reprPrec id.name⟩
abbrev LMVarId := LevelMVarId

inductive Literal where
  | natVal (val : Nat)
  | strVal (val : String)
deriving Inhabited, BEq, Repr
@[extern "native"] opaque Literal.hash : Literal → UInt64
instance : Hashable Literal := ⟨Literal.hash⟩

inductive BinderInfo where
  | default | implicit | strictImplicit | instImplicit
deriving Inhabited, BEq, Repr

/-! ## Universe levels -/

abbrev Level.Data := UInt64
@[extern "native"] opaque Level.mkData (h : UInt64) (depth : Nat := 0) (hasMVar : Bool := false)
    (hasParam : Bool := false) : Level.Data
@[extern "native"] opaque Level.Data.hash : Level.Data → UInt64
@[extern "native"] opaque Level.Data.hasMVar : Level.Data → Bool
@[extern "native"] opaque Level.Data.hasParam : Level.Data → Bool
@[extern "native"] opaque Level.Data.depth : Level.Data → UInt32

inductive Level where
  | zero
  | succ (u : Level)
  | max (u v : Level)
  | imax (u v : Level)
  | param (name : Name)
  | mvar (id : LMVarId)
with
  @[computed_field] data : Level → Level.Data
    | .zero => Level.mkData 2221 0 false false
    | .mvar id => Level.mkData (mixHash 2237 (hash id)) 0 true false
    | .param name => Level.mkData (mixHash 2239 (hash name)) 0 false true
    | .succ u => Level.mkData (mixHash 2243 u.data.hash) (u.data.depth.toNat + 1)
        u.data.hasMVar u.data.hasParam
    | .max u v => Level.mkData (mixHash 2251 (mixHash u.data.hash v.data.hash))
        (Nat.max u.data.depth.toNat v.data.depth.toNat + 1)
        (u.data.hasMVar || v.data.hasMVar) (u.data.hasParam || v.data.hasParam)
    | .imax u v => Level.mkData (mixHash 2267 (mixHash u.data.hash v.data.hash))
        (Nat.max u.data.depth.toNat v.data.depth.toNat + 1)
        (u.data.hasMVar || v.data.hasMVar) (u.data.hasParam || v.data.hasParam)

instance : Inhabited Level := ⟨.zero⟩
deriving instance Repr for Level
@[extern "native"] opaque mkLevelSucc (u : Level) : Level
@[extern "native"] opaque mkLevelMax (u v : Level) : Level
@[extern "native"] opaque mkLevelIMax (u v : Level) : Level
@[extern "native"] opaque mkLevelParam (n : Name) : Level
@[extern "native"] opaque mkLevelMVar (id : LMVarId) : Level

/-! ## Terms -/

opaque MDataPointed : NonemptyType
/-- Notes on a term; what they are is not told here. -/
def MData : Type := MDataPointed.type
instance : Nonempty MData := MDataPointed.property
@[extern "native"] opaque MData.empty : MData
instance : Inhabited MData := ⟨MData.empty⟩
instance : Repr MData := ⟨fun _ _ => "..."⟩

abbrev Expr.Data := UInt64
@[extern "native"] opaque Expr.mkData (h : UInt64) (looseBVarRange : Nat := 0) (approxDepth : UInt32 := 0)
    (hasFVar : Bool := false) (hasExprMVar : Bool := false) (hasLevelMVar : Bool := false)
    (hasLevelParam : Bool := false) : Expr.Data
@[extern "native"] opaque Expr.mkDataForBinder (h : UInt64) (looseBVarRange : Nat) (approxDepth : UInt32)
    (hasFVar hasExprMVar hasLevelMVar hasLevelParam : Bool) : Expr.Data
@[extern "native"] opaque Expr.mkDataForLet (h : UInt64) (looseBVarRange : Nat) (approxDepth : UInt32)
    (hasFVar hasExprMVar hasLevelMVar hasLevelParam : Bool) : Expr.Data
@[extern "native"] opaque Expr.mkAppData (fData : Expr.Data) (aData : Expr.Data) : Expr.Data
@[extern "native"] opaque Expr.Data.hash : Expr.Data → UInt64
@[extern "native"] opaque Expr.Data.looseBVarRange : Expr.Data → UInt32
@[extern "native"] opaque Expr.Data.approxDepth : Expr.Data → UInt8
@[extern "native"] opaque Expr.Data.hasFVar : Expr.Data → Bool
@[extern "native"] opaque Expr.Data.hasExprMVar : Expr.Data → Bool
@[extern "native"] opaque Expr.Data.hasLevelMVar : Expr.Data → Bool
@[extern "native"] opaque Expr.Data.hasLevelParam : Expr.Data → Bool
def Expr.Data.depth (d : Expr.Data) : UInt32 := d.approxDepth.toUInt32
def Expr.Data.bvars (d : Expr.Data) : Nat := d.looseBVarRange.toNat
def Expr.dataOfBinder (t b : Expr.Data) : Expr.Data :=
  let d := (if t.depth < b.depth then b.depth else t.depth) + 1
  Expr.mkDataForBinder (mixHash d.toUInt64 (mixHash t.hash b.hash)) (Nat.max t.bvars (b.bvars - 1)) d
    (t.hasFVar || b.hasFVar) (t.hasExprMVar || b.hasExprMVar)
    (t.hasLevelMVar || b.hasLevelMVar) (t.hasLevelParam || b.hasLevelParam)
@[extern "native"] opaque Level.hash : Level → UInt64
@[extern "native"] opaque Level.hasMVar : Level → Bool
@[extern "native"] opaque Level.hasParam : Level → Bool
instance : Hashable Level := ⟨Level.hash⟩

inductive Expr where
  | bvar (deBruijnIndex : Nat)
  | fvar (fvarId : FVarId)
  | mvar (mvarId : MVarId)
  | sort (u : Level)
  | const (declName : Name) (us : List Level)
  | app (fn : Expr) (arg : Expr)
  | lam (binderName : Name) (binderType : Expr) (body : Expr) (binderInfo : BinderInfo)
  | forallE (binderName : Name) (binderType : Expr) (body : Expr) (binderInfo : BinderInfo)
  | letE (declName : Name) (type : Expr) (value : Expr) (body : Expr) (nondep : Bool)
  | lit : Literal → Expr
  | mdata (data : MData) (expr : Expr)
  | proj (typeName : Name) (idx : Nat) (struct : Expr)
with
  @[computed_field] data : Expr → Expr.Data
    | .const n us => Expr.mkData (mixHash 5 (mixHash (hash n) (hash us))) 0 0 false false
        (us.any Level.hasMVar) (us.any Level.hasParam)
    | .bvar i => Expr.mkData (mixHash 7 (hash i)) (i + 1)
    | .sort u => Expr.mkData (mixHash 11 (hash u)) 0 0 false false u.hasMVar u.hasParam
    | .fvar id => Expr.mkData (mixHash 13 (hash id)) 0 0 true
    | .mvar id => Expr.mkData (mixHash 17 (hash id)) 0 0 false true
    | .mdata _ e => Expr.mkData (mixHash (e.data.depth + 1).toUInt64 e.data.hash)
        e.data.bvars (e.data.depth + 1)
            e.data.hasFVar e.data.hasExprMVar e.data.hasLevelMVar e.data.hasLevelParam
    | .proj s i e => Expr.mkData
        (mixHash (e.data.depth + 1).toUInt64 (mixHash (hash s) (mixHash (hash i) e.data.hash)))
        e.data.bvars (e.data.depth + 1)
            e.data.hasFVar e.data.hasExprMVar e.data.hasLevelMVar e.data.hasLevelParam
    | .app f a => Expr.mkAppData f.data a.data
    | .lam _ t b _ => Expr.dataOfBinder t.data b.data
    | .forallE _ t b _ => Expr.dataOfBinder t.data b.data
    | .letE _ t v b _ =>
      let m := if t.data.depth < v.data.depth then v.data.depth else t.data.depth
      let d := (if m < b.data.depth then b.data.depth else m) + 1
      Expr.mkDataForLet (mixHash d.toUInt64 (mixHash t.data.hash (mixHash v.data.hash b.data.hash)))
        (Nat.max (Nat.max t.data.bvars v.data.bvars) (b.data.bvars - 1)) d
        (t.data.hasFVar || v.data.hasFVar || b.data.hasFVar)
        (t.data.hasExprMVar || v.data.hasExprMVar || b.data.hasExprMVar)
        (t.data.hasLevelMVar || v.data.hasLevelMVar || b.data.hasLevelMVar)
        (t.data.hasLevelParam || v.data.hasLevelParam || b.data.hasLevelParam)
    | .lit v => Expr.mkData (mixHash 3 (hash v))

instance : Inhabited Expr := ⟨.const `default []⟩
instance : Nonempty Expr := ⟨default⟩
deriving instance Repr for Expr
end Lean
