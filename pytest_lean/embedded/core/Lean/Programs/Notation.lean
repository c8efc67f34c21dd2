module
public import Lean.Programs.Logging
public meta import Init
/-!
`m!"..."`, `throwError` and `throwErrorAt`, bound to the parsers and macros of the binary.
-/

public meta section

set_option linter.all false

namespace Lean
@[extern "native", term_parser] opaque «termM!_» : ParserDescr
@[extern "native", macro Lean.«termM!_»]
opaque «_aux_Lean_Message___macroRules_Lean_termM!__1» : Macro
@[extern "native", term_parser] opaque termThrowError__ : ParserDescr
@[extern "native", macro Lean.termThrowError__]
opaque «_aux_Lean_Exception___macroRules_Lean_termThrowError___1» : Macro
@[extern "native", term_parser] opaque termThrowErrorAt____ : ParserDescr
@[extern "native", macro Lean.termThrowErrorAt____]
opaque «_aux_Lean_Exception___macroRules_Lean_termThrowErrorAt_____1» : Macro
end Lean
