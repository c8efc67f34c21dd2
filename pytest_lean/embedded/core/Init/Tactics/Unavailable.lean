module
prelude
public import Init.Meta.Macro
public import Init.Control.Transformers
public meta import Init.Meta.Macro
/-!
Tactics of Lean that this library can't offer, because they build proofs from lemmas that are not here, or run compiled
code. Each is parsed and then fails with a message that says so.
-/

public meta section

set_option linter.all false

namespace Lean.Parser.Tactic.Unavailable

/-- The failure of all tactics of this file. -/
def fail (tac instead : String) : MacroM Syntax.Tactic :=
  Macro.throwError ("the tactic `" ++ tac ++ "` is not available in the embedded core library; " ++ instead)

private def byHand : String := "use `simp`, `decide`, `rw` and lemmas about `Nat` and `Int`, or a full Lean toolchain"
private def byName : String := "name the lemma, or use a full Lean toolchain"

syntax "lia" : tactic
macro_rules | `(tactic| lia) => fail "lia" byHand
syntax "grind" (" [" term,* "]")? : tactic
macro_rules | `(tactic| grind $[[$_,*]]?) => fail "grind" byHand
syntax "native_decide" : tactic
macro_rules | `(tactic| native_decide) => fail "native_decide" "use `decide`, which the kernel checks"
syntax "bv_decide" : tactic
macro_rules | `(tactic| bv_decide) => fail "bv_decide" "use `decide`"
syntax "bv_omega" : tactic
macro_rules | `(tactic| bv_omega) => fail "bv_omega" byHand
syntax "try?" : tactic
macro_rules | `(tactic| try?) => fail "try?" byName
syntax "cutsat" : tactic
macro_rules | `(tactic| cutsat) => fail "cutsat" byHand
syntax "mvcgen" : tactic
macro_rules | `(tactic| mvcgen) => fail "mvcgen" "use `simp`"

end Lean.Parser.Tactic.Unavailable
