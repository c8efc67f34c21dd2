module
prelude
public import Init.Tactics.Extensible
public import Init.Data.Array.More
public meta import Init.Meta.Macro
public meta import Init.Data.Array.More
public meta import Init.Data.Option
/-!
The settings of a tactic in the older form, `simp (config := { contextual := true })`, and the tactics whose
settings are in their names (`simp!`). Both become the newer form, `simp (contextual := true)`.
-/

set_option linter.all false

/-- Which of the places where a pattern occurs are meant, as in `rw (occs := .pos [2]) [h]`. -/
public inductive Lean.Meta.Occurrences where
  | all
  | pos (idxs : List Nat)
  | neg (idxs : List Nat)

public meta section

open Lean

namespace Lean.Parser.Tactic

/-- The first identifier of a syntax tree. -/
partial def firstIdent (stx : Syntax) : Option Syntax := match stx with
  | .ident .. => some stx
  | _ => stx.getArgs.toList.findSome? firstIdent

def isConfig : Syntax → Bool
  | .atom _ v => v == "config"
  | .ident _ _ (.str .anonymous v) _ => v == "config"
  | _ => false

/-- `f := v` of a structure instance as a setting of its own; `item` lends its brackets. -/
def settingOfField (item field : Syntax) : Option Syntax := do
  let name ← firstIdent field
  let definition ← (field.getArg 1).getArgs.back?
  let value ← definition.getArgs.back?
  let setting := item.getArg 0
  let parts := setting.getArgs
  return item.setArgs #[setting.setArgs #[parts[0]!, name, parts[2]!, value, parts[4]!]]

/-- The settings that `(config := { ... })` stands for. -/
def spreadItem (item : Syntax) : Option (Array Syntax) := do
  let setting := item.getArg 0
  guard (setting.isOfKind `Lean.Parser.Tactic.valConfigItem && setting.getArgs.size == 5)
  guard (isConfig (setting.getArg 1))
  let value := setting.getArg 3
  guard (value.isOfKind `Lean.Parser.Term.structInst)
  let fields := ((value.getArg 2).getArg 0).getArgs.toList.filter fun | .atom .. => false | _ => true
  let settings ← fields.mapM (settingOfField item)
  return settings.toArray

/-- The same settings with each `(config := { ... })` spread out; nothing where there is none. -/
def spreadSettings (settings : Syntax) : Option Syntax := do
  let items := (settings.getArg 0).getArgs.toList
  guard (items.any fun item => (spreadItem item).isSome)
  let all := items.flatMap fun item => match spreadItem item with
    | some parts => parts.toList
    | none => [item]
  return settings.setArgs #[(settings.getArg 0).setArgs all.toArray]

/-- The tactic with its settings spread out, whether they stand in it or in the rest of its arguments. -/
def spreadTactic (depth : Nat) (stx : Syntax) : Option Syntax :=
  if stx.isOfKind `Lean.Parser.Tactic.optConfig then spreadSettings stx
  else match depth with
    | 0 => none
    | depth + 1 => (inArgs depth stx.getArgs.toList).map fun args => stx.setArgs args.toArray
where
  inArgs (depth : Nat) : List Syntax → Option (List Syntax)
    | [] => none
    | arg :: args => match spreadTactic depth arg with
      | some arg => some (arg :: args)
      | none => (inArgs depth args).map (arg :: ·)

def expandConfig : Macro := fun stx =>
  match spreadTactic 2 stx with
  | some spread => pure spread
  | none => Macro.throwUnsupported

attribute [macro Lean.Parser.Tactic.simp] expandConfig
attribute [macro Lean.Parser.Tactic.simpAll] expandConfig
attribute [macro Lean.Parser.Tactic.dsimp] expandConfig
attribute [macro Lean.Parser.Tactic.simpa] expandConfig
attribute [macro Lean.Parser.Tactic.simpTrace] expandConfig
attribute [macro Lean.Parser.Tactic.simpAllTrace] expandConfig
attribute [macro Lean.Parser.Tactic.rewriteSeq] expandConfig
attribute [macro Lean.Parser.Tactic.omega] expandConfig
attribute [macro Lean.Parser.Tactic.decide] expandConfig

/-- `simp!` and its kin: the tactic of kind `kind` that starts with `token`, with `(autoUnfold := true)`. -/
def unfolding (kind : SyntaxNodeKind) (token : String) : Macro := fun stx => do
  let `(tactic| simp $setting:optConfig) ← `(tactic| simp (autoUnfold := true)) | Macro.throwUnsupported
  let args := stx.getArgs
  let settings := args[1]!
  let all := (settings.getArg 0).getArgs ++ (setting.raw.getArg 0).getArgs
  let settings := settings.setArgs #[(settings.getArg 0).setArgs all]
  return .node (SourceInfo.fromRef stx) kind ((args.set! 0 (mkAtom token)).set! 1 settings)

@[macro Lean.Parser.Tactic.simpAutoUnfold] def expandSimpBang : Macro :=
  unfolding `Lean.Parser.Tactic.simp "simp"
@[macro Lean.Parser.Tactic.simpAllAutoUnfold] def expandSimpAllBang : Macro :=
  unfolding `Lean.Parser.Tactic.simpAll "simp_all"
@[macro Lean.Parser.Tactic.dsimpAutoUnfold] def expandDsimpBang : Macro :=
  unfolding `Lean.Parser.Tactic.dsimp "dsimp"
end Lean.Parser.Tactic
