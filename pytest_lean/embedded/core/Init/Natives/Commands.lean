module
prelude
public import Init.Natives.Conv
public meta import Init.Natives.Conv
/-!
Attributes and commands of Lean, bound to the parsers that are compiled into the binary; their
elaborators are builtin. A line binds the syntax kind of its name.
-/

public meta section

set_option autoImplicit false
set_option linter.all false

/-! ## Attributes -/

@[extern "native"] opaque Lean.Parser.Attr.extFlat : Lean.ParserDescr
@[extern "native"] opaque Lean.Parser.Attr.extIff : Lean.ParserDescr
@[extern "native"] opaque Lean.Parser.Attr.normCastLabel : Lean.ParserDescr
@[extern "native", attr_parser] opaque Lean.Parser.Attr.simp : Lean.ParserDescr
@[extern "native", attr_parser] opaque Lean.Parser.Attr.norm_cast : Lean.ParserDescr
@[extern "native", attr_parser] opaque Lean.Parser.Attr.ext : Lean.ParserDescr
@[extern "native", attr_parser] opaque Lean.Parser.Attr.wf_preprocess : Lean.ParserDescr
@[extern "native", attr_parser] opaque Lean.Parser.Attr.method_specs_simp : Lean.ParserDescr
@[extern "native", attr_parser] opaque Lean.deprecated : Lean.ParserDescr
@[extern "native", attr_parser] opaque Lean.suggest_for : Lean.ParserDescr
@[extern "native", attr_parser] opaque Lean.univ_out_params : Lean.ParserDescr

/-! ## Commands -/

@[extern "native", command_parser] opaque Lean.reduceCmd : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.guardMsgsCmd : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.Parser.Command.guardCmd : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.Parser.Command.guardExprCmd : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.Parser.timeCmd : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.runCmd : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.runElab : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.runMeta : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.Parser.commandSeal__ : Lean.ParserDescr
@[extern "native", macro Lean.Parser.commandSeal__]
opaque Lean.Parser._aux_Init_Notation___macroRules_Lean_Parser_commandSeal___1 : Lean.Macro
@[extern "native", command_parser] opaque Lean.Parser.commandUnseal__ : Lean.ParserDescr
@[extern "native", macro Lean.Parser.commandUnseal__]
opaque Lean.Parser._aux_Init_Notation___macroRules_Lean_Parser_commandUnseal___1 : Lean.Macro
@[extern "native", command_parser] opaque Lean.Parser.Command.classAbbrev : Lean.ParserDescr
@[extern "native", macro Lean.Parser.Command.classAbbrev]
opaque _aux_Init_NotationExtra___macroRules_Lean_Parser_Command_classAbbrev_1 : Lean.Macro
@[extern "native", command_parser] opaque Lean.«command__Unif_hint____Where_|_-⊢__» : Lean.ParserDescr
@[extern "native", macro Lean.«command__Unif_hint____Where_|_-⊢__»]
opaque Lean.«_aux_Init_NotationExtra___macroRules_Lean_command__Unif_hint____Where_|_-⊢___1» : Lean.Macro
@[extern "native", command_parser] opaque Lean.Parser.checkTactic : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.Parser.checkTacticFailure : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.Parser.checkSimp : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.Parser.checkSimpFailure : Lean.ParserDescr
@[extern "native", command_parser] opaque Lean.guardPanicCmd : Lean.ParserDescr

