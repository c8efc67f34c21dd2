module
prelude
public import Init.Meta.Macro
public import Init.Control.Transformers
public meta import Init.Meta.Macro
/-!
Tactics of Lean that this library can't offer, because they build proofs from lemmas that are not here.
Each is parsed and then fails with a message that says so.
-/

public meta section

set_option linter.all false

namespace Lean.Parser.Tactic.Unavailable

/-- The failure of all tactics of this file. -/
def fail (tac instead : String) : MacroM Syntax.Tactic :=
  Macro.throwError ("the tactic `" ++ tac ++ "` is not available in the embedded core library; " ++ instead)

private def byHand : String :=
  "use `simp`, `decide`, `rw` and lemmas about `Nat` and `Int`, or a full Lean toolchain"
private def byName : String := "name the lemma, or use a full Lean toolchain"

syntax "bv_decide" : tactic
macro_rules | `(tactic| bv_decide) => fail "bv_decide" "use `decide`"
syntax "bv_omega" : tactic
macro_rules | `(tactic| bv_omega) => fail "bv_omega" byHand
syntax "try?" : tactic
macro_rules | `(tactic| try?) => fail "try?" byName
syntax "mvcgen" : tactic
macro_rules | `(tactic| mvcgen) => fail "mvcgen" "use `simp`"

/-! ## Tactics of Mathlib -/

/-- The failure of a tactic that is Mathlib's. -/
def mathlib (tac instead : String) : MacroM Syntax.Tactic :=
  Macro.throwError
    ("the tactic `" ++ tac ++ "` is Mathlib's, which the embedded Lean does not have; " ++ instead)

private def arithmetic : String := "`omega` proves linear arithmetic on `Nat` and `Int`"
private def logic : String := "use `simp`, `intro`, `constructor`, `cases`, `exact`"

syntax &"ring" : tactic
macro_rules | `(tactic| ring) => mathlib "ring" arithmetic
syntax &"ring_nf" (Lean.Parser.Tactic.location)? : tactic
macro_rules | `(tactic| ring_nf $[$_:location]?) => mathlib "ring_nf" arithmetic
syntax &"linarith" (" [" term,* "]")? : tactic
macro_rules | `(tactic| linarith $[[$_,*]]?) => mathlib "linarith" arithmetic
syntax &"nlinarith" (" [" term,* "]")? : tactic
macro_rules | `(tactic| nlinarith $[[$_,*]]?) => mathlib "nlinarith" arithmetic
syntax &"positivity" : tactic
macro_rules | `(tactic| positivity) => mathlib "positivity" arithmetic
syntax &"norm_num" (" [" Lean.Parser.Tactic.simpLemma,* "]")? (Lean.Parser.Tactic.location)? : tactic
macro_rules
  | `(tactic| norm_num $[[$_,*]]? $[$_:location]?) =>
      mathlib "norm_num" "`simp` and `decide` compute with literals"
syntax &"field_simp" : tactic
macro_rules | `(tactic| field_simp) => mathlib "field_simp" arithmetic
syntax &"push_neg" (Lean.Parser.Tactic.location)? : tactic
macro_rules
  | `(tactic| push_neg $[$_:location]?) =>
      mathlib "push_neg" "use `simp only [Classical.not_forall, not_exists, not_and, not_or]`"
syntax &"tauto" : tactic
macro_rules | `(tactic| tauto) => mathlib "tauto" logic
syntax &"aesop" : tactic
macro_rules | `(tactic| aesop) => mathlib "aesop" logic
syntax &"use " term,+ : tactic
macro_rules | `(tactic| use $_,*) => mathlib "use" "use `exists`, or `exact ⟨_, _⟩`"
syntax &"by_contra " (colGt ident)? : tactic
macro_rules
  | `(tactic| by_contra $[$_]?) => mathlib "by_contra" "use `apply Classical.byContradiction; intro h`"
syntax &"contrapose" : tactic
macro_rules | `(tactic| contrapose) => mathlib "contrapose" "use `intro h; apply Classical.byContradiction`"
syntax &"interval_cases " term : tactic
macro_rules | `(tactic| interval_cases $_) => mathlib "interval_cases" "use `match` or `cases` and `omega`"
syntax &"gcongr" : tactic
macro_rules | `(tactic| gcongr) => mathlib "gcongr" "name the lemma, as `Nat.add_le_add`"

end Lean.Parser.Tactic.Unavailable
