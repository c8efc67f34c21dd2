module
prelude
public import Init.Natives.Decision
public meta import Init.Natives.Decision
/-!
The tactic `grind` and the attributes that give it lemmas, bound to the parsers that are compiled into
the binary.
-/

public meta section

set_option autoImplicit false
set_option linter.all false

declare_syntax_cat grind_mod (behavior := both)
declare_syntax_cat grind (behavior := both)
declare_syntax_cat grind_filter (behavior := both)
declare_syntax_cat grind_ref (behavior := both)

namespace Lean.Parser.Tactic
@[extern "native"] opaque anchor : Lean.ParserDescr
@[extern "native"] opaque grindErase : Lean.ParserDescr
@[extern "native"] opaque grindLemma : Lean.ParserDescr
@[extern "native"] opaque grindLemmaMin : Lean.ParserDescr
@[extern "native"] opaque grindParam : Lean.ParserDescr
end Lean.Parser.Tactic

/-! ## Attributes -/

@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindGen : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindEq : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindEqBoth : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindEqRhs : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindEqBwd : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindFwd : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindBwd : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindRL : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindLR : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindUsr : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindCases : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindCasesEager : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindIntro : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindExt : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindInj : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindFunCC : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindNorm : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindUnfold : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindSym : Lean.ParserDescr
@[extern "native", grind_mod_parser] opaque Lean.Parser.Attr.grindDef : Lean.ParserDescr
@[extern "native"] opaque Lean.Parser.Attr.grindMod : Lean.ParserDescr
@[extern "native", attr_parser] opaque Lean.Parser.Attr.grind : Lean.ParserDescr
@[extern "native", attr_parser] opaque Lean.Parser.Attr.grind? : Lean.ParserDescr
