import Lean
/-!
# Elaborators written in Lean: of terms, of tactics, of commands

All that they call is the binary's. A binding whose type is wrong ends the process, so each is called here.
-/

open Lean Meta Elab

namespace Metaprograms

/-! ## Terms in `MetaM` -/

def one : Expr := mkNatLit 1
def two : Expr := mkNatLit 2
def nat : Expr := .const ``Nat []

#eval show MetaM Unit from do logInfo m!"{← mkAppM ``Nat.add #[one, two]} : {← inferType one}"
-- info: Nat.add 1 2 : Nat

#eval show MetaM Unit from do
  let e := mkApp2 (mkConst ``Nat.add) one two
  logInfo m!"{← whnf e} {← whnfR e} {← whnfD e} {← reduce e} {← withReducible (whnf e)} {← withTransparency .all (whnf e)}"
-- info: 3 Nat.add 1 2 3 3 Nat.add 1 2 3

#eval show MetaM Unit from do
  logInfo m!"{← isDefEq one two} {← isDefEq two two} {← isExprDefEq one one} {← isLevelDefEq .zero .zero}"
-- info: false true true true

#eval show MetaM Unit from do
  logInfo m!"{← isProp (mkConst ``True)} {← isProof (mkConst ``True.intro)} {← isType nat} {← isTypeCorrect (mkApp nat nat)}"
-- info: true true true false

#eval show MetaM Unit from do check (mkApp nat one)
-- error: function expected
--|   Nat 1

#eval show MetaM Unit from do
  let m ← mkFreshExprMVar nat
  logInfo m!"{← m.mvarId!.isAssigned}"
  m.mvarId!.assign (mkNatLit 3)
  logInfo m!"{← m.mvarId!.isAssigned} {← instantiateMVars m}"
-- info: false
-- info: true 3

#eval show MetaM Unit from do
  let h ← mkEqRefl one
  logInfo m!"{← inferType (← mkEqSymm h)}, {← inferType (← mkEqTrans h h)}, {← inferType (← mkCongrArg (mkConst ``Nat.succ) h)}"
-- info: 1 = 1, 1 = 1, Nat.succ 1 = Nat.succ 1

#eval show MetaM Unit from do
  logInfo m!"{← mkEq one two}, {← mkLt one two}, {← mkLe one two}, {← mkAdd one two}, {← mkNumeral nat 5}"
-- info: 1 = 2, 1 < 2, 1 ≤ 2, 1 + 2, 5

#eval show MetaM Unit from do
  logInfo m!"{← mkListLit nat [one, two]} {← mkArrayLit nat [one]} {← mkAppM' (mkConst ``Nat.succ) #[one]} {← mkAppOptM ``List.nil #[some nat]}"
-- info: [1, 2] #[1] Nat.succ 1 []

#eval show MetaM Unit from do
  let type ← mkAppM ``Inhabited #[nat]
  logInfo m!"{(← inferType (← synthInstance type))} {(← synthInstance? type).isSome} {(← synthInstance? (← mkAppM ``Inhabited #[mkConst ``False])).isSome}"
-- info: Inhabited Nat true false

#eval show MetaM Unit from do
  logInfo m!"{← inferType (← mkDecideProof (← mkEq one one))} {← getNatValue? two} {← (evalNat two).run} {← isInductivePredicate ``Nat.le}"
-- info: 1 = 1 some (2) some (2) true

#eval show MetaM Unit from do
  let e := mkNatAdd two two
  logInfo m!"{(← kabstract e two).instantiate1 one} {(← kabstract e two (.pos [2])).instantiate1 one}"
-- info: 1 + 1 2 + 1

#eval show MetaM Unit from lambdaTelescope (.lam `x nat (mkApp (mkConst ``Nat.succ) (.bvar 0)) .default) fun xs b => do
  logInfo m!"{xs} {b} {← mkLambdaFVars xs b} {← mkForallFVars xs (mkConst ``True)}"
-- info: #[x] x.succ fun x => x.succ ∀ (x : Nat), True

#eval show MetaM Unit from do
  let type ← inferType (mkConst ``Nat.add_comm)
  forallTelescope type fun xs b => logInfo m!"{xs} {b}"
  forallTelescopeReducing type fun xs b => logInfo m!"{xs} {b}"
  forallBoundedTelescope type (some 1) fun xs b => logInfo m!"{xs} {b}"
-- info: #[n, m] n + m = m + n
-- info: #[n, m] n + m = m + n
-- info: #[n] ∀ (m : Nat), n + m = m + n

#eval show MetaM Unit from do
  let (xs, _, b) ← forallMetaTelescope (← inferType (mkConst ``Nat.add_comm))
  let (ys, _, _) ← forallMetaTelescopeReducing (← inferType (mkConst ``Nat.add_comm)) (some 1)
  let (zs, _, _) ← lambdaMetaTelescope (.lam `x nat (.bvar 0) .default)
  xs[0]!.mvarId!.assign one
  xs[1]!.mvarId!.assign two
  logInfo m!"{← instantiateMVars b} {ys.size} {zs.size}"
-- info: 1 + 2 = 2 + 1 1 1

#eval show MetaM Unit from do
  withLocalDecl `x .implicit nat fun x => do logInfo m!"{x} {← inferType x} {← x.fvarId!.getUserName}"
  withLocalDeclD `y nat fun y => do logInfo m!"{← mkLambdaFVars #[y] y}"
  withLetDecl `z nat two fun z => do logInfo m!"{z} {← whnf z} {(← mkLetFVars #[z] z).isLet} {(← z.fvarId!.getValue?).isSome} {← z.fvarId!.getType}"
-- info: x Nat x
-- info: fun y => y
-- info: z 2 true true Nat

#eval show MetaM Unit from do
  let h ← mkEqRefl one
  let proofs := [← mkCongr (← mkEqRefl (mkConst ``Nat.succ)) h, ← mkCongrFun (← mkEqRefl (mkConst ``Nat.succ)) one]
  for p in proofs do logInfo m!"{← inferType p}"
  logInfo m!"{← inferType (← mkEqMP (← mkEqRefl (mkConst ``True)) (mkConst ``True.intro))} {← inferType (← mkEqMPR (← mkEqRefl (mkConst ``True)) (mkConst ``True.intro))}"
  logInfo m!"{← instantiateForall (← inferType (mkConst ``Nat.le_refl)) #[one]} {← instantiateLambda (.lam `x nat (.bvar 0) .default) #[one]} {← getLevel nat} {← ppExpr two}"
-- info: Nat.succ 1 = Nat.succ 1
-- info: Nat.succ 1 = Nat.succ 1
-- info: True True
-- info: 1 ≤ 1 1 1 2

#eval show MetaM Unit from withLocalDeclD `h (mkConst ``False) fun h => do
  withLocalDeclD `k (mkNot (mkConst ``True)) fun k => do
    logInfo m!"{← inferType (← mkFalseElim nat h)} {← inferType (← mkAbsurd nat (mkConst ``True.intro) k)}"
-- info: Nat Nat

#eval show MetaM Unit from do
  logInfo m!"{(← mkFreshTypeMVar).isMVar} {(← mkFreshLevelMVar) matches .mvar _} {(← mkConstWithFreshMVarLevels ``List.map).hasLevelMVar} {(← mkFreshExprSyntheticOpaqueMVar nat `tag).isMVar} {(← mkSorry nat true).hasSorry} {(← mkFreshUserName `x).hasMacroScopes} {(← getMVars (← mkFreshExprMVar nat)).size} {(← unfoldDefinition? (mkConst ``Nat.lt)).isSome}"
-- info: true true true true true true 1 true

#eval show MetaM Unit from withLocalDeclD `n nat fun n => do
  let succ := mkConst ``Nat.succ
  let same ← mkLambdaFVars #[n] (← mkEqRefl (mkApp succ n))
  logInfo m!"{← inferType (← mkFunExt same)}"
  let iff := mkApp (mkConst ``Iff.rfl) (mkConst ``True)
  logInfo m!"{← inferType (← mkPropExt iff)}"
-- info: Nat.succ = Nat.succ
-- info: True = True

/-! ## Errors, and going back -/

#eval show MetaM Unit from throwError "not {one}"
-- error: not 1

#eval show MetaM Unit from do
  try throwError "a" catch e => logInfo m!"caught: {e.toMessageData}"
  (throwError "b" <|> logInfo "second")
-- info: caught: a
-- info: second

#eval show MetaM Unit from do
  let m ← mkFreshExprMVar nat
  let state ← saveState
  m.mvarId!.assign one
  restoreState state
  logInfo m!"{← m.mvarId!.isAssigned}"
  withoutModifyingState do m.mvarId!.assign one
  logInfo m!"{← m.mvarId!.isAssigned}"
  let failed ← observing? do
    m.mvarId!.assign one
    (throwError "no" : MetaM Unit)
  logInfo m!"{← m.mvarId!.isAssigned} {failed.isNone}"
-- info: false
-- info: false
-- info: false true

#eval show CoreM Unit from do logWarning "careful"
-- warning: careful

/-! ## What is in the environment -/

def constant (n : Name) : MetaM MessageData := do
  match ← getConstInfo n with
  | .inductInfo v => return m!"{v.name} {v.levelParams} {v.numParams} {v.numIndices} {v.ctors} {v.numNested} {v.isRec} {v.isUnsafe} {v.isReflexive}"
  | .ctorInfo v => return m!"{v.name} {v.induct} {v.cidx} {v.numParams} {v.numFields} {v.isUnsafe}"
  | .recInfo v => return m!"{v.name} {v.numParams} {v.numIndices} {v.numMotives} {v.numMinors} {v.rules.map (·.nfields)} {v.k} {v.isUnsafe}"
  | .defnInfo v => return m!"{v.name} {v.value} {v.all} {v.hints matches .abbrev} {v.safety == .safe}"
  | .thmInfo v => return m!"{v.name} {v.type} {v.all}"
  | .axiomInfo v => return m!"{v.name} {v.type} {v.isUnsafe}"
  | .opaqueInfo v => return m!"{v.name} {v.isUnsafe} {v.all}"
  | .quotInfo v => return m!"{v.name} {v.kind matches .lift}"

inductive Vec (α : Type u) : Nat → Type u
  | nil : Vec α 0
  | cons : α → Vec α n → Vec α (n + 1)
inductive Wide | mk : (Nat → Wide) → Wide
inductive Rose | node : List Rose → Rose
opaque hidden : Nat
theorem known : True := trivial
abbrev short := 3
unsafe def risky : Nat := 3

#eval show MetaM Unit from do
  for n in [``Nat, ``Vec, ``Wide, ``Rose, ``Vec.cons, ``Vec.rec, ``Eq.rec] do logInfo (← constant n)
-- info: Nat [] 0 0 [Nat.zero, Nat.succ] 0 true false false
-- info: Metaprograms.Vec [u] 1 1 [Metaprograms.Vec.nil, Metaprograms.Vec.cons] 0 true false false
-- info: Metaprograms.Wide [] 0 0 [Metaprograms.Wide.mk] 0 true false true
-- info: Metaprograms.Rose [] 0 0 [Metaprograms.Rose.node] 1 true false false
-- info: Metaprograms.Vec.cons Metaprograms.Vec 1 1 3 false
-- info: Metaprograms.Vec.rec 1 1 1 2 [0, 3] false false
-- info: Eq.rec 2 1 1 1 [0] true false

#eval show MetaM Unit from do
  for n in [``propext, ``Quot.lift, ``hidden, ``known, ``short, `Metaprograms.risky] do logInfo (← constant n)
-- info: propext ∀ {a b : Prop}, (a ↔ b) → a = b false
-- info: Quot.lift true
-- info: Metaprograms.hidden false [Metaprograms.hidden]
-- info: Metaprograms.known True [Metaprograms.known]
-- info: Metaprograms.short 3 [Metaprograms.short] true true
-- info: Metaprograms.risky 3 [Metaprograms.risky] false false

#eval show CoreM Unit from do
  let env ← getEnv
  logInfo m!"{env.contains ``Nat} {env.contains `nope} {(env.find? ``Nat.add).isSome} {((env.find? ``Nat.add).bind (·.value?)).isSome}"
  discard <| pure env.mainModule
-- info: true false true true

#eval show CoreM Unit from do discard <| getConstInfo `nope
-- error: unknown constant 'nope'

/-! ## Goals -/

#eval show MetaM Unit from do
  let goal ← mkFreshExprMVar (← inferType (mkConst ``Nat.add_comm))
  let (n, g) ← goal.mvarId!.intro `n
  let (_, g) ← g.intro1P
  let (m, _) ← (← mkFreshExprMVar (← inferType (mkConst ``Nat.add_comm))).mvarId!.intro1
  discard <| pure m
  g.withContext do
    logInfo m!"{g} {← n.getType} {← n.getUserName} {(← n.getDecl).userName} {(← getLCtx).getFVars} {← g.getType} {← g.getType'}"
    for decl in ← getLCtx do logInfo m!"{decl.userName} : {decl.type}"
    logInfo m!"{((← getLCtx).findFromUserName? `m).isSome} {(← getLocalDeclFromUserName `n).type} {toString (← ppGoal g)}"
    let lctx ← getLCtx
    let some last := lctx.lastDecl | throwError "none"
    logInfo m!"{last.userName} {last.toExpr} {last.fvarId == n} {last.binderInfo == .default} {last.isLet} {last.value?.isNone} {last.isImplementationDetail}"
    logInfo m!"{lctx.contains n} {(lctx.get! n).userName} {lctx.isEmpty} {LocalContext.empty.isEmpty} {(← n.getBinderInfo) == .default} {lctx.getFVarIds.size}"
  logInfo m!"{(← g.apply (mkConst ``Nat.add_comm)).length} {← instantiateMVars goal}"
-- info: n m : Nat
--| ⊢ n + m = m + n Nat n n #[n, m] n + m = m + n n + m = m + n
-- info: n : Nat
-- info: m : Nat
-- info: true Nat n m : Nat
--| ⊢ n + m = m + n
-- info: m m false true false true false
-- info: true n false true true 2
-- info: 0 fun n m => Nat.add_comm n m

#eval show MetaM Unit from do
  let goal ← mkFreshExprMVar (mkAnd (mkConst ``True) (mkConst ``True))
  for g in ← goal.mvarId!.constructor do discard <| g.applyConst ``True.intro
  let equal ← mkFreshExprMVar (← mkEq one one)
  equal.mvarId!.refl
  let again ← mkFreshExprMVar (← mkEq one one)
  again.mvarId!.applyRfl
  let both ← mkFreshExprMVar (mkAnd (mkConst ``True) (mkConst ``True))
  logInfo m!"{← instantiateMVars goal} {← instantiateMVars equal} {(← both.mvarId!.splitAnd).length}"
  let inhabited ← mkFreshExprMVar (← mkAppM ``Inhabited #[nat])
  inhabited.mvarId!.inferInstance
  logInfo m!"{(← instantiateMVars inhabited).isMVar}"
-- info: { left := True.intro, right := True.intro } Eq.refl 1 2
-- info: false

#eval show MetaM Unit from do
  let goal ← mkFreshExprMVar (some (.forallE `p (.sort .zero) (.forallE `h (.bvar 0) (.bvar 1) .default) .default))
  let (xs, g) ← goal.mvarId!.intros
  g.assumption
  logInfo m!"{xs.size} {← instantiateMVars goal}"
-- info: 2 fun p h => h

#eval show MetaM Unit from do
  let goal ← mkFreshExprMVar (some (.forallE `p (.sort .zero) (.forallE `h (.bvar 0) (.bvar 1) .default) .default))
  let (xs, g) ← goal.mvarId!.introN 2 [`a, `b]
  let (ys, g) ← g.revert #[xs[1]!]
  let g ← g.exfalso
  let (_, g) ← (← g.assert `foo (mkConst ``True) (mkConst ``True.intro)).intro1P
  let (_, g) ← g.note `bar (mkConst ``True.intro)
  let (z, g) ← (← g.define `z nat two).intro1P
  let g ← g.clear z
  let (w, g) ← g.note `w (mkConst ``True.intro)
  let g ← g.tryClear w
  g.setTag `hi
  let g ← g.rename xs[0]! `renamed
  let g ← g.change (mkConst ``False)
  let g ← g.replaceTargetDefEq (mkConst ``False)
  g.headBetaType
  logInfo m!"{ys.size} {← g.getTag} {g}"
  g.admit
  let other ← mkFreshExprMVar (mkConst ``False)
  admitGoal other.mvarId!
  logInfo m!"{(← instantiateMVars other).hasSorry}"
-- info: 1 hi case hi
--| renamed : Prop
--| foo bar : True
--| ⊢ False
-- info: true

#eval show MetaM Unit from do
  let goal ← mkFreshExprMVar (← mkAppM ``Exists #[.lam `n nat (← mkEq one one) .default])
  let g ← goal.mvarId!.existsIntro two
  g.setUserName `named
  let g ← g.replaceTargetEq (← mkEq one one) (← mkEqRefl (← mkEq one one))
  g.refl
  logInfo m!"{← inferType (← instantiateMVars goal)}"
-- info: ∃ n, 1 = 1

/-! ## Tactics -/

section
open Tactic

elab "my_trivial" : tactic => do (← getMainGoal).assign (mkConst ``True.intro)
example : True := by my_trivial

elab "my_assumption" : tactic => withMainContext do
  let target ← getMainTarget
  for decl in ← getLCtx do
    if decl.isImplementationDetail then continue
    if ← isDefEq decl.type target then
      closeMainGoal `my_assumption decl.toExpr
      return
  throwError "no assumption fits {target}"

theorem by_assumption (p q : Prop) (_ : p) (hq : q) : q := by my_assumption

elab "find_it" : tactic => withMainContext do
  let goal ← getMainGoal
  let found ← (← MonadLCtx.getLCtx).findDeclM? fun decl => do
    return if ← isExprDefEq decl.type (← getMainTarget) then some decl.toExpr else none
  match found with
  | some e => closeMainGoal `find_it e
  | none => throwTacticEx `find_it goal m!"nothing is a {← getMainTarget}"

example (p : Prop) (h : p) : p := by find_it

syntax (name := showGoal) "show_goal" : tactic
@[tactic showGoal] def evalShowGoal : Tactic := fun _ => do
  logInfo m!"{← getMainTarget} {(← getGoals).length} {(← getUnsolvedGoals).length}"

example (a b : Nat) (h : a = b) : b = a := by
  show_goal
  exact h.symm
-- info: b = a 1 1

elab "both " a:tactic " then " b:tactic : tactic => do
  evalTactic a
  evalTactic b

example (p : Prop) (h : p) : p ∧ p := by
  constructor
  all_goals both skip then exact h

elab "introduce" : tactic => liftMetaTactic fun goal => do
  let (_, goal) ← goal.intro1P
  return [goal]
elab "introduce_one" : tactic => liftMetaTactic1 fun goal => return some (← goal.intro1P).2
elab "by_refl" : tactic => liftMetaFinishingTactic fun goal => goal.refl

example : ∀ n m : Nat, n = n ∧ m = m := by
  introduce
  introduce_one
  exact ⟨by by_refl, rfl⟩

elab "my_let " n:ident " : " t:term " := " v:term : tactic => withMainContext do
  let t ← Tactic.elabTerm t none
  let v ← Tactic.elabTermEnsuringType v t
  liftMetaTactic fun goal => do return [(← (← goal.define n.getId t v).intro1P).2]

theorem with_let : True := by
  my_let n : Nat := 5
  have : n = 5 := rfl
  trivial

elab "reversed" : tactic => do setGoals (← getGoals).reverse

example : (1 = 1 ∧ 2 = 2) ∧ True := by
  constructor
  reversed
  · trivial
  · exact ⟨rfl, rfl⟩

elab "tries" : tactic => do
  try evalTactic (← `(tactic| (constructor; fail))) catch _ => logInfo m!"caught {(← getGoals).length}"
  (do evalTactic (← `(tactic| (constructor; fail)))) <|> logInfo m!"else {(← getGoals).length}"
  let done ← tryTactic (do evalTactic (← `(tactic| (constructor; fail))))
  let found ← tryTactic? (do evalTactic (← `(tactic| fail)))
  let seen ← observing? (do evalTactic (← `(tactic| (constructor; fail))))
  logInfo m!"{done} {found.isNone} {seen.isNone} {(← getGoals).length}"

example : True ∧ True := by tries; exact ⟨trivial, trivial⟩
-- info: caught 1
-- info: else 1
-- info: false true true 1

elab "goals_of " t:tactic : tactic => do
  let tag ← getMainTag
  let goals ← evalTacticAt t (← getMainGoal)
  logInfo m!"{goals.length} {tag}"
  replaceMainGoal []
  pushGoals goals.tail!
  pushGoal goals.head!
  appendGoals []
  pruneSolvedGoals
  focus do
    evalTactic (← `(tactic| trivial))
    done

example : True ∧ True := by goals_of constructor; trivial
-- info: 2 [anonymous]

elab "clear_it " h:ident : tactic => withMainContext do
  let id ← getFVarId h
  let ids ← getFVarIds #[h]
  liftMetaTactic fun goal => do return [← goal.clear id]
  logInfo m!"{ids.size}"

example (p : Prop) (h : p) : True := by clear_it h; trivial
-- warning: Variable name `h` is not explicitly referenced.
--|
--| Hint: The binding can be removed (if unused) or named `_` (if used implicitly). Alternatively, prefix the name with `_` to silence this warning:
--|   [apply] _h
--|
--| Note: This linter can be disabled with `set_option linter.unusedVariables false`
-- info: 1

elab_rules : tactic
  | `(tactic| show_goal) => logInfo "by a rule"

example : True := by show_goal; trivial
-- info: by a rule

run_elab do
  let goal ← mkFreshExprMVar (mkConst ``True)
  let left ← Tactic.run goal.mvarId! do evalTactic (← `(tactic| trivial))
  logInfo m!"{left.length} {← instantiateMVars goal}"
-- info: 0 True.intro

example : True := by run_tac do evalTactic (← `(tactic| trivial))
end

/-! ## Terms -/

section
open Term

elab "told " x:term : term => do
  let e ← elabTermAndSynthesize x none
  logInfo m!"{e} : {← inferType e}"
  return e

#eval told (1 + 2)
-- info: 3
-- info: 1 + 2 : Nat

syntax (name := fiveTerm) "five" : term
@[term_elab fiveTerm] def elabFive : TermElab := fun _ type? => do
  logInfo m!"{type?}"
  return mkNatLit 5

#check (five : Nat)
-- info: 5 : Nat
-- info: some (Nat)

syntax (name := anonymousConstructor) "⟪" term,* "⟫" : term
@[term_elab anonymousConstructor] def elabAnonymous : TermElab := fun stx type? => do
  tryPostponeIfNoneOrMVar type?
  let some type := type? | throwError "expected type must be known"
  let .const name _ := type.getAppFn | throwError "not of the expected form: {type}"
  let some (.inductInfo info) := (← getEnv).find? name | throwError "no inductive type: {name}"
  let [ctor] := info.ctors | throwError "not exactly one constructor"
  let args := TSyntaxArray.mk stx[1].getSepArgs
  elabTerm (← `($(mkIdent ctor) $args*)) type

#check (⟪1, by decide⟫ : Fin 12)
-- info: { val := 1, isLt := ⋯ } : Fin 12

#check (⟪0⟫ : Nat)
-- error: not exactly one constructor

elab "as_expected " x:term : term <= type => do
  logInfo m!"{type}"
  elabTerm x type

example : Nat := as_expected 3
-- info: Nat

syntax (name := asExpected) "as_wanted " term : term
@[term_elab asExpected] def elabAsExpected : TermElab := fun stx type? => withExpectedType type? fun type => do
  elabTerm stx[1] type

example : Nat := as_wanted 3

elab "typed " x:term " is " t:term : term => do
  let type ← elabType t
  let e ← withSynthesize <| elabTermEnsuringType x type
  synthesizeSyntheticMVarsNoPostponing
  tryPostponeIfMVar e
  if e.isMVar then tryPostpone
  ensureHasType type e

#eval typed 3 is Int
-- info: 3

#check typed "a" is Nat
-- error: Type mismatch
--|   "a"
--| has type
--|   String
--| but is expected to have type
--|   Nat

elab "under " bs:bracketedBinder " => " b:term : term => elabBinders #[bs] fun xs => do
  mkLambdaFVars xs (← elabTermAndSynthesize b none)

#check under (n : Nat) => n + 1
-- info: fun n => n + 1 : Nat → Nat

#check (by_elab return (← mkConst ``Nat.succ))
-- info: Nat.succ : Nat → Nat

elab "once_more " x:term : term => do
  let e ← elabTerm x none
  elabTerm (← exprToSyntax e) none

#check once_more 3
-- info: 3 : Nat

inductive Arith where
  | add (a b : Arith)
  | int (n : Nat)
deriving Repr

declare_syntax_cat arith
syntax num : arith
syntax arith " + " arith : arith
syntax "(" arith ")" : arith

partial def elabArith : Syntax → MetaM Expr
  | `(arith| $n:num) => mkAppM ``Arith.int #[mkNatLit n.getNat]
  | `(arith| $a:arith + $b:arith) => do mkAppM ``Arith.add #[← elabArith a, ← elabArith b]
  | `(arith| ($a:arith)) => elabArith a
  | _ => throwUnsupportedSyntax

elab "[arith|" a:arith "]" : term => elabArith a

#reduce [arith| 1 + (2 + 3)]
end
-- info: (Arith.int 1).add ((Arith.int 2).add (Arith.int 3))

/-! ## Commands -/

section
open Command Term

elab "#there " x:ident : command => do
  if (← getEnv).contains x.getId then logInfo m!"{x.getId} is there" else throwError "no {x.getId}"

#there Nat
-- info: Nat is there

#there Foo.bar
-- error: no Foo.bar

elab "#assert_type " t:term " : " type:term : command => liftTermElabM do
  try
    let type ← elabType type
    discard <| elabTermEnsuringType t type
    synthesizeSyntheticMVarsNoPostponing
    logInfo "success"
  catch _ => throwError "failure"

#assert_type 5 : Nat
-- info: success

syntax (name := hello) "#hello" : command
@[command_elab hello] def elabHello : CommandElab := fun _ => do
  liftCoreM (logInfo "from CoreM")
  runTermElabM fun _ => logInfo "hello"

#hello
-- info: from CoreM
-- info: hello

elab "#twice " c:command : command => do
  elabCommand c
  elabCommand c

#twice #eval 3
-- info: 3
-- info: 3

run_cmd logInfo "a command"
-- info: a command

run_meta logInfo m!"{← inferType one}"
-- info: Nat

run_elab logInfo m!"{← elabTermAndSynthesize (← `(1 + 1)) none}"
-- info: 1 + 1

run_cmd elabCommand (← `(def $(mkIdent `made) := 3))

#eval made
end
-- info: 3

end Metaprograms
