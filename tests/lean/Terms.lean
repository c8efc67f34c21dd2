import Lean
/-!
# Terms and levels: what a constructor makes here is what the binary's own function makes

A term carries a word of data, which holds its hash and what occurs in it. The kernel relies on it.
-/

open Lean

namespace Terms

def u : Level := .param `u
def v : Level := mkLevelMVar ⟨`v⟩
def c : Expr := mkConst `A [u, v]
def deep (make : Expr → Expr → Expr) : Nat → Expr
  | 0 => c
  | n + 1 => make (deep make n) c
def large := deep mkApp 300

def levels : List (Level × Level) :=
  [(.succ .zero, mkLevelSucc .zero), (.succ u, mkLevelSucc u), (.max u v, mkLevelMax u v), (.imax u v, mkLevelIMax u v),
    (.param `u, mkLevelParam `u), (.mvar ⟨`v⟩, mkLevelMVar ⟨`v⟩),
    (.max (.imax u (.succ u)) v, mkLevelMax (mkLevelIMax u (mkLevelSucc u)) v)]

#eval levels.all fun (ours, theirs) => ours.data == theirs.data && ours == theirs
-- info: true

def terms : List (Expr × Expr) :=
  [(.const `A [u, v], mkConst `A [u, v]), (.const `A [], mkConst `A), (.bvar 3, mkBVar 3), (.sort u, mkSort u),
    (.sort v, mkSort v), (.fvar ⟨`x⟩, mkFVar ⟨`x⟩), (.mvar ⟨`x⟩, mkMVar ⟨`x⟩), (.lit (.natVal 3), mkLit (.natVal 3)),
    (.lit (.strVal "a"), mkLit (.strVal "a")), (.app (.app c c) (.bvar 2), mkApp2 c c (mkBVar 2))] ++
  [c, mkApp c c, mkBVar 0, mkBVar 5, mkFVar ⟨`x⟩, mkMVar ⟨`x⟩, large].flatMap fun e =>
    [(.mdata .empty e, mkMData .empty e), (.proj `P 2 e, mkProj `P 2 e), (.app e (.bvar 2), mkApp e (mkBVar 2)),
      (.lam `x e (.bvar 2) .implicit, mkLambda `x .implicit e (mkBVar 2)), (.lam `x c e .default, mkLambda `x .default c e),
      (.forallE `x e (.bvar 0) .instImplicit, mkForall `x .instImplicit e (mkBVar 0)),
      (.forallE `x c e .strictImplicit, mkForall `x .strictImplicit c e),
      (.letE `x e (.bvar 7) (.bvar 2) true, mkLet `x e (mkBVar 7) (mkBVar 2) true),
      (.letE `x c e (.bvar 0) false, mkLet `x c e (mkBVar 0)), (.letE `x c c e false, mkLet `x c c e)]

#eval (terms.length, terms.all fun (ours, theirs) => ours.data == theirs.data && ours == theirs && ours.equal theirs)
-- info: (80, true)

#eval (deep .app 300).data == large.data
-- info: true

/-! What the binary makes is taken apart here. -/

def parts : Expr → String
  | .lam n t b i => s!"{repr i} {n} {t} {b}"
  | .forallE n t b i => s!"{repr i} {n} {t} {b}"
  | .letE n t v b nondep => s!"{n} {t} {v} {b} {nondep}"
  | .proj s i e => s!"{s} {i} {e}"
  | .app f a => s!"{f} to {a}"
  | .mdata _ e => s!"note on {e}"
  | .lit (.natVal n) => s!"{n}"
  | .lit (.strVal s) => s
  | .bvar i => s!"#{i}"
  | .fvar id => s!"{id.name}"
  | .mvar id => s!"?{id.name}"
  | .sort (.succ l) => s!"above {l}"
  | .sort l => s!"{l}"
  | .const n us => s!"{n} {us}"

#eval [mkLambda `x .implicit c (mkBVar 2), mkForall `x .instImplicit c (mkBVar 2), mkLet `x c c c true,
  mkProj `P 2 c, mkApp c c, mkMData .empty c, mkLit (.natVal 3), mkLit (.strVal "a"), mkBVar 1, mkFVar ⟨`y⟩,
  mkMVar ⟨`z⟩, mkSort (mkLevelSucc u), mkSort (mkLevelMax u v), c].map parts
-- info: ["Lean.BinderInfo.implicit x A.{u, ?v} #2", "Lean.BinderInfo.instImplicit x A.{u, ?v} #2",
--|   "x A.{u, ?v} A.{u, ?v} A.{u, ?v} true", "P 2 A.{u, ?v}", "A.{u, ?v} to A.{u, ?v}", "note on A.{u, ?v}", "3", "a",
--|   "#1", "y", "?z", "above u", "max u v", "A [u, v]"]

/-! ## Functions -/

def f : Expr := .const `f []
def fxy : Expr := mkAppN f #[.fvar ⟨`x⟩, .fvar ⟨`y⟩]

#eval (fxy.getAppFn == f, fxy.getAppNumArgs, fxy.getAppArgs.size, fxy.isAppOf `f, fxy.isAppOfArity `f 2, fxy.hasFVar)
-- info: (true, 2, 2, true, true, true)

#eval (fxy.abstract #[.fvar ⟨`x⟩]).instantiate1 (.const `c [])
-- info: Lean.Expr.app (Lean.Expr.app (Lean.Expr.const `f []) (Lean.Expr.const `c [])) (Lean.Expr.fvar `y)

#eval (fxy.replaceFVar (.fvar ⟨`x⟩) (.fvar ⟨`y⟩), fxy.containsFVar ⟨`y⟩, fxy.containsFVar ⟨`z⟩)
-- info: (Lean.Expr.app (Lean.Expr.app (Lean.Expr.const `f []) (Lean.Expr.fvar `y)) (Lean.Expr.fvar `y), true, false)

#eval fxy.replace fun | .fvar ⟨`x⟩ => some (mkNatLit 3) | _ => none
-- info: Lean.Expr.app
--|   (Lean.Expr.app
--|     (Lean.Expr.const `f [])
--|     (Lean.Expr.app
--|       (Lean.Expr.app
--|         (Lean.Expr.app (Lean.Expr.const `OfNat.ofNat [Lean.Level.zero]) (Lean.Expr.const `Nat []))
--|         (Lean.Expr.lit (Lean.Literal.natVal 3)))
--|       (Lean.Expr.app (Lean.Expr.const `instOfNatNat []) (Lean.Expr.lit (Lean.Literal.natVal 3)))))
--|   (Lean.Expr.fvar `y)

#eval (fxy.find? (·.isFVar)).isSome && (fxy.find? (·.isLit)).isNone
-- info: true

#eval (Expr.app (.lam `x f (.bvar 0) .default) f).headBeta == f
-- info: true

#eval (Expr.lam `x f (.bvar 1) .default).looseBVarRange
-- info: 1

#eval toString (toExpr [some (1, 'a'), none]) == "" || (toExpr (-3 : Int)).isAppOf ``Neg.neg
-- info: true

#eval repr (Expr.app (.const `f []) (.bvar 0))
-- info: Lean.Expr.app (Lean.Expr.const `f []) (Lean.Expr.bvar 0)

#eval (`a.b ++ `c, (`a.b.c).components, (`a).isPrefixOf `a.b, (`a.b).getString!, (`a.b).getRoot, `a == `a, `a == `b)
-- info: (`a.b.c, [`a, `b, `c], true, "b", `a, true, false)

#eval [Level.max u (.succ u), .imax u v, .zero, .succ (.succ .zero), .succ u, .mvar ⟨`m⟩].map toString
-- info: ["max u (u + 1)", "imax u v", "0", "2", "u + 1", "m"]

#eval ((Level.max u (.succ u)).normalize, (Level.max u u).isEquiv u, u == v, u.hasParam, v.hasMVar, hash u == hash u)
-- info: (Lean.Level.succ (Lean.Level.param `u), true, false, true, true, true)

#eval (fxy.eta == fxy, (Expr.lam `x f (.app f (.bvar 0)) .default).eta == f, f.equal f, f.lt fxy || fxy.lt f, f.quickLt f)
-- info: (true, true, true, true, false)

#eval ((Expr.bvar 3).lowerLooseBVars 2 1, (Expr.bvar 0).liftLooseBVars 0 2,
  (mkApp (.bvar 0) (.bvar 1)).instantiate #[f, .const `g []], (mkApp (.bvar 0) (.bvar 1)).instantiateRev #[f, .const `g []])
-- info: (Lean.Expr.bvar 2,
--|  Lean.Expr.bvar 2,
--|  Lean.Expr.app (Lean.Expr.const `f []) (Lean.Expr.const `g []),
--|  Lean.Expr.app (Lean.Expr.const `g []) (Lean.Expr.const `f []))

#eval (c.instantiateLevelParams [`u] [.zero], (Expr.lam `x f (.bvar 0) .default).beta #[f], fxy.getUsedConstants,
  (mkMData .empty f).consumeMData, (mkMData .empty f).cleanupAnnotations, fxy.sizeWithoutSharing)
-- info: (Lean.Expr.const `A [Lean.Level.zero, Lean.Level.mvar `v],
--|  Lean.Expr.const `f [],
--|  #[`f],
--|  Lean.Expr.const `f [],
--|  Lean.Expr.const `f [],
--|  5)

#eval [mkNot f, mkAnd f f, mkOr f f, mkIff f f, mkNatAdd f f, mkNatEq f f].map Expr.getAppNumArgs
-- info: [1, 2, 2, 2, 6, 3]

#eval (f.isSorry, f.hasSorry, c.hasLevelParam, c.hasLevelMVar, f.hasExprMVar, mkStrLit "a", mkRawNatLit 3, f.dbgToString, f.hash == f.hash)
-- info: (false,
--|  false,
--|  true,
--|  true,
--|  false,
--|  Lean.Expr.lit (Lean.Literal.strVal "a"),
--|  Lean.Expr.lit (Lean.Literal.natVal 3),
--|  "f",
--|  true)

/-! ## Names and syntax -/

#eval ((`a).isInternal, (`a).hasMacroScopes, (`a).quickLt `b || (`b).quickLt `a, (`a).lt `b)
-- info: (false, false, true, true)

#eval show CoreM Unit from do
  let stx ← `(f (1 + 2))
  logInfo m!"{stx} {stx.raw.reprint.isNone} {stx.raw.hasMissing} {stx.raw.structEq stx.raw} {(stx.raw.find? (·.isOfKind `num)).isSome}"
  logInfo m!"{mkIdentFrom stx `x} {mkCIdent ``Nat} {Syntax.mkNumLit "3"} {toString (Syntax.mkNumLit "3")} {(mkAtom "a").getAtomVal}"
  logInfo m!"{(mkNode `k #[mkAtom "a", mkAtom ",", mkAtom "b"]).raw.getSepArgs.size} {(mkNode `k #[mkAtom "a"]).raw.formatStx (some 1)}"
-- info: f✝ (1 + 2) false false true true
-- info: x Nat✝ 3 (num "3") a
-- info: 2 (k "a")

#eval show MetaM Unit from do logInfo m!"{← realizeGlobalConstNoOverload (mkIdent `Nat.add)}"
-- info: Nat.add

/-! ## Messages -/

#eval show CoreM Unit from do
  logInfo (.paren (.ofExpr f) ++ .sbracket (.ofName `n) ++ .bracket "<" (.ofLevel u) ">" ++ .nil ++ .nestD "x" ++ indentD "y")
  logInfo m!"{MessageData.ofConstName ``Nat} {MessageData.ofFormat "fmt"} {indentExpr f} {[1, 2]} {#[1]} {(1, `a)} {(none : Option Nat)}"
  logInfo (MessageData.joinSep [m!"a", m!"b"] ", ")
  logInfo m!"{← m!"as a text {1}".toString} {MessageData.ofSyntax (mkIdent `s)}"
-- info: (f)[n]<u>x
--|   y
-- info: Nat fmt 
--|   f [1, 2] #[1] (1, a) none
-- info: a, b
-- info: as a text 1 s

end Terms
