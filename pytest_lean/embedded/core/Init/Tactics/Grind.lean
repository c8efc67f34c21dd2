module
prelude
public import Init.Reflect.Grind
public import Init.Tactics.Arithmetic
public import Init.Tactics.Polynomials
public meta import Init.Natives.Grind
public meta import Init.Meta.Macro
public meta import Init.Control.Lawful
public meta import Init.Data.List.Basic
/-!
`grind` as far as it goes here. Lean's own runs without its arithmetic modules, whose lemmas are not in
this library; what it leaves is tried by `omega`, `simp_all`, `ac_rfl` and `polynomial_arith`, the last after
a simplification with the lemmas and definitions that were given. So it proves less than Lean's, and
nothing else.
-/

public meta section

set_option linter.all false

/-- Proves goals by congruence, case splits and instances of lemmas. -/
syntax (name := grindTactic) "grind" Lean.Parser.Tactic.optConfig (&" only")?
  (" [" Lean.Parser.Tactic.grindParam,* "]")? : tactic

open Lean in
macro_rules | `(tactic| grind%$tk $cfg:optConfig $[only%$o]? $[[$ps,*]]?) => do
  let stx ← `(tactic| grind%$tk $cfg:optConfig $[only%$o]? $[[$ps,*]]?)
  let switches ← `(Parser.Tactic.optConfig| -ring -linarith -lia -order -ac)
  let items := Array.appendCore cfg.raw[0].getArgs switches.raw[0].getArgs
  -- The same syntax under the kind that Lean's own elaborator is registered for.
  let native : TSyntax `tactic := ⟨.node (.fromRef stx) `Lean.Parser.Tactic.grind
    #[stx.raw[0], cfg.raw.setArg 0 (mkNullNode items), stx.raw[2], stx.raw[3], mkNullNode]⟩
  let mut lemmas : Array (TSyntax [`Lean.Parser.Tactic.simpStar, `Lean.Parser.Tactic.simpErase,
    `Lean.Parser.Tactic.simpLemma]) := #[]
  if let some given := ps then
    for p in (given.elemsAndSeps).toList do
      let last := p[0].getArg (p[0].getNumArgs - 1)
      if last.isIdent then
        let lemma ← `(Parser.Tactic.simpLemma| $(⟨last⟩):term)
        lemmas := lemmas.push ⟨lemma.raw⟩
  let unfolded ← `(tactic| (simp only [$lemmas,*] at *; polynomial_arith))
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
    | (intros; $unfolded:tactic)
    | fail "`grind` could not prove the goal; in the embedded core library it has no arithmetic of its own")

/-- Linear arithmetic on integers: `omega` proves it here. -/
syntax "lia" : tactic
macro_rules | `(tactic| lia) => `(tactic| omega)
syntax "cutsat" : tactic
macro_rules | `(tactic| cutsat) => `(tactic| omega)
