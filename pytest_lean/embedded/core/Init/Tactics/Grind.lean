module
prelude
public import Init.Reflect.Grind
public import Init.Tactics.Arithmetic
public import Init.Tactics.Polynomials
public meta import Init.Natives.Grind
public meta import Init.Meta.Macro
public meta import Init.Control.Lawful
public meta import Init.Data.Array.Basic
/-!
`grind` as far as it goes here. Lean's own runs without its arithmetic modules, whose lemmas are not in
this library; what it leaves is tried by `omega`, `simp_all`, `ac_rfl` and `polynomial_arith`, also after a
simplification with the lemmas and definitions that were given. So it proves less than Lean's, and nothing
else.
-/

public meta section

set_option linter.all false

/-- Proves goals by congruence, case splits and instances of lemmas. -/
syntax (name := grindTactic) "grind" Lean.Parser.Tactic.optConfig (&" only")?
  (" [" Lean.Parser.Tactic.grindParam,* "]")? : tactic

namespace Lean.Grind
open Lean Parser.Tactic

/-- Those of the parameters of `grind` that `simp` can rewrite with. -/
def rewriting (params : Option (Syntax.TSepArray ``Parser.Tactic.grindParam ",")) :
    Array (TSyntax ``simpLemma) := Id.run do
  let mut found := #[]
  if let some params := params then
    for param in params.getElems do
      let given := param.raw[0]
      if given.isOfKind `Lean.Parser.Tactic.grindLemma && given[1].isIdent then
        found := found.push ⟨.node .none ``simpLemma #[mkNullNode, mkNullNode, given[1]]⟩
  return found

end Lean.Grind

open Lean in
macro_rules | `(tactic| grind%$tk $cfg:optConfig $[only%$o]? $[[$ps,*]]?) => do
  let stx ← `(tactic| grind%$tk $cfg:optConfig $[only%$o]? $[[$ps,*]]?)
  let switches ← `(Parser.Tactic.optConfig| -ring -linarith -lia -order -ac)
  let items := Array.appendCore cfg.raw[0].getArgs switches.raw[0].getArgs
  -- The same syntax under the kind that Lean's own elaborator is registered for.
  let native : TSyntax `tactic := ⟨.node (.fromRef stx) `Lean.Parser.Tactic.grind
    #[stx.raw[0], cfg.raw.setArg 0 (mkNullNode items), stx.raw[2], stx.raw[3], mkNullNode]⟩
  let known := Grind.rewriting ps
  let arith ← `(tactic| first | omega | polynomial_arith)
  `(tactic| first
    | omega
    | (intros; omega)
    | $native:tactic
    | (simp_all; done)
    | (simp_all; omega)
    | (intros; simp_all; omega)
    | (intros; split <;> simp_all <;> omega)
    | (constructor <;> intros <;> first | omega | $native:tactic | (simp_all; done))
    | (refine Classical.byContradiction fun _ => ?_; simp_all; done)
    | (intros; ac_rfl)
    | (intros; polynomial_arith)
    | (intros; simp only [$[$known:simpLemma],*] at * <;> $arith:tactic)
    | (intros; simp_all [$[$known:simpLemma],*] <;> $arith:tactic)
    | (intros; simp only [$[$known:simpLemma],*] at *; (repeat' split) <;> (try simp_all) <;> $arith:tactic)
    | fail "`grind` could not prove the goal; in the embedded core library its only arithmetic is `omega`")

/-- Linear arithmetic on integers: `omega` proves it here. -/
syntax "lia" : tactic
macro_rules | `(tactic| lia) => `(tactic| omega)
syntax "cutsat" : tactic
macro_rules | `(tactic| cutsat) => `(tactic| omega)
