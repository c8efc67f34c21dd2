module
prelude
public import Init.Natives.Decision
public import Init.Reflect.OmegaFacts
public import Init.Reflect.NatLinear
public import Init.Reflect.AC
public import Init.Tactics.Extensible
public meta import Init.Meta.Macro
/-!
What `omega` and `simp +arith` add to the tactics that Lean runs on its own: recursive calls that get
smaller by arithmetic, and indices that are in bounds by arithmetic.
-/

public meta section

set_option linter.all false

macro_rules | `(tactic| decreasing_trivial) => `(tactic| (simp +arith -failIfUnchanged; done))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| omega)
macro_rules | `(tactic| get_elem_tactic_extensible) => `(tactic| omega)
/-- Side conditions of a quotient or remainder by a variable. -/
macro_rules | `(tactic| nat_side_condition) => `(tactic| omega)
