module
prelude
public import Init.Natives.Commands
public meta import Init.Natives.Commands
/-!
The decision procedures and the search tactics of Lean, bound to the parsers and macros that are
compiled into the binary; the elaborator of each is builtin. What their proofs are made of is in
`Init.Reflect`.
-/

public meta section

set_option autoImplicit false
set_option linter.all false

namespace Lean.Parser.Tactic

/-! ## Linear arithmetic; associative and commutative operations -/

@[extern "native", tactic_parser] opaque omega : Lean.ParserDescr
@[extern "native", tactic_parser] opaque acRfl : Lean.ParserDescr
@[extern "native", tactic_parser] opaque acNf0 : Lean.ParserDescr
@[extern "native", tactic_parser] opaque tacticAc_nf_ : Lean.ParserDescr
@[extern "native", macro tacticAc_nf_]
opaque _aux_Init_Tactics___macroRules_Lean_Parser_Tactic_tacticAc_nf__1 : Lean.Macro

/-! ## Evaluation

`native_decide` runs compiled code and believes it: each use makes an axiom of its own, which `#print axioms`
and every check of axioms show.
-/

@[extern "native", tactic_parser] opaque nativeDecide : Lean.ParserDescr
@[extern "native", tactic_parser] opaque cbv : Lean.ParserDescr
@[extern "native", tactic_parser] opaque decide_cbv : Lean.ParserDescr

/-! ## Search in the library -/

@[extern "native", tactic_parser] opaque exact? : Lean.ParserDescr
@[extern "native", tactic_parser] opaque apply? : Lean.ParserDescr
@[extern "native"] opaque rewrites_forbidden : Lean.ParserDescr
@[extern "native", tactic_parser] opaque rewrites? : Lean.ParserDescr

end Lean.Parser.Tactic
