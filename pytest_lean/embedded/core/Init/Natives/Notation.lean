module
prelude
public import Init.Natives.Quotation
public meta import Init.Natives.Quotation
/-!
The term notation of Lean, bound to the parsers and macros that are compiled into the binary. A line
`opaque «term_+_»` binds the parser of the syntax kind of that name; a line
`opaque «_aux_..._macroRules_term_+__N»` the N-th macro of that kind (a later one is tried first, so
that `_2`, which elaborates the arithmetic tree as a whole, comes after `_1`).
-/

public meta section

set_option autoImplicit false
set_option linter.all false

/-! ## Precedences, priorities, and the items of `syntax` -/

@[extern "native", prec_parser] opaque precMax : Lean.ParserDescr
@[extern "native", macro precMax] opaque _aux_Init_Notation___macroRules_precMax_1 : Lean.Macro
@[extern "native", prec_parser] opaque precArg : Lean.ParserDescr
@[extern "native", macro precArg] opaque _aux_Init_Notation___macroRules_precArg_1 : Lean.Macro
@[extern "native", prec_parser] opaque precLead : Lean.ParserDescr
@[extern "native", macro precLead] opaque _aux_Init_Notation___macroRules_precLead_1 : Lean.Macro
@[extern "native", prec_parser] opaque precMin : Lean.ParserDescr
@[extern "native", macro precMin] opaque _aux_Init_Notation___macroRules_precMin_1 : Lean.Macro
@[extern "native", prec_parser] opaque precMin1 : Lean.ParserDescr
@[extern "native", macro precMin1] opaque _aux_Init_Notation___macroRules_precMin1_1 : Lean.Macro
@[extern "native", prec_parser] opaque «prec(_)» : Lean.ParserDescr
@[extern "native", macro «prec(_)»] opaque «_aux_Init_Notation___macroRules_prec(_)_1» : Lean.Macro

@[extern "native", prec_parser] opaque Lean.Parser.Syntax.addPrec : Lean.TrailingParserDescr
@[extern "native", macro Lean.Parser.Syntax.addPrec]
opaque Lean._aux_Init_Meta___macroRules_Lean_Parser_Syntax_addPrec_1 : Lean.Macro
@[extern "native", prec_parser] opaque Lean.Parser.Syntax.subPrec : Lean.TrailingParserDescr
@[extern "native", macro Lean.Parser.Syntax.subPrec]
opaque Lean._aux_Init_Meta___macroRules_Lean_Parser_Syntax_subPrec_1 : Lean.Macro
@[extern "native", prio_parser] opaque prioDefault : Lean.ParserDescr
@[extern "native", macro prioDefault] opaque _aux_Init_Notation___macroRules_prioDefault_1 : Lean.Macro
@[extern "native", prio_parser] opaque prioLow : Lean.ParserDescr
@[extern "native", macro prioLow] opaque _aux_Init_Notation___macroRules_prioLow_1 : Lean.Macro
@[extern "native", prio_parser] opaque prioMid : Lean.ParserDescr
@[extern "native", macro prioMid] opaque _aux_Init_Notation___macroRules_prioMid_1 : Lean.Macro
@[extern "native", prio_parser] opaque prioHigh : Lean.ParserDescr
@[extern "native", macro prioHigh] opaque _aux_Init_Notation___macroRules_prioHigh_1 : Lean.Macro
@[extern "native", prio_parser] opaque «prio(_)» : Lean.ParserDescr
@[extern "native", macro «prio(_)»] opaque «_aux_Init_Notation___macroRules_prio(_)_1» : Lean.Macro
@[extern "native", prio_parser] opaque Lean.Parser.Syntax.addPrio : Lean.TrailingParserDescr
@[extern "native", macro Lean.Parser.Syntax.addPrio]
opaque Lean._aux_Init_Meta___macroRules_Lean_Parser_Syntax_addPrio_1 : Lean.Macro
@[extern "native", prio_parser] opaque Lean.Parser.Syntax.subPrio : Lean.TrailingParserDescr
@[extern "native", macro Lean.Parser.Syntax.subPrio]
opaque Lean._aux_Init_Meta___macroRules_Lean_Parser_Syntax_subPrio_1 : Lean.Macro
@[extern "native", stx_parser] opaque «stx_+» : Lean.TrailingParserDescr
@[extern "native", macro «stx_+»] opaque «_aux_Init_Notation___macroRules_stx_+_1» : Lean.Macro
@[extern "native", stx_parser] opaque «stx_*» : Lean.TrailingParserDescr
@[extern "native", macro «stx_*»] opaque «_aux_Init_Notation___macroRules_stx_*_1» : Lean.Macro
@[extern "native", stx_parser] opaque stx_? : Lean.TrailingParserDescr
@[extern "native", macro stx_?] opaque _aux_Init_Notation___macroRules_stx_?_1 : Lean.Macro
@[extern "native", stx_parser] opaque «stx_<|>_» : Lean.TrailingParserDescr
@[extern "native", macro «stx_<|>_»] opaque «_aux_Init_Notation___macroRules_stx_<|>__1» : Lean.Macro
@[extern "native", stx_parser] opaque «stx_,*» : Lean.TrailingParserDescr
@[extern "native", macro «stx_,*»] opaque «_aux_Init_Notation___macroRules_stx_,*_1» : Lean.Macro
@[extern "native", stx_parser] opaque «stx_,+» : Lean.TrailingParserDescr
@[extern "native", macro «stx_,+»] opaque «_aux_Init_Notation___macroRules_stx_,+_1» : Lean.Macro
@[extern "native", stx_parser] opaque «stx_,*,?» : Lean.TrailingParserDescr
@[extern "native", macro «stx_,*,?»] opaque «_aux_Init_Notation___macroRules_stx_,*,?_1» : Lean.Macro
@[extern "native", stx_parser] opaque «stx_,+,?» : Lean.TrailingParserDescr
@[extern "native", macro «stx_,+,?»] opaque «_aux_Init_Notation___macroRules_stx_,+,?_1» : Lean.Macro
@[extern "native", stx_parser] opaque stx!_ : Lean.ParserDescr
@[extern "native", macro stx!_] opaque _aux_Init_Notation___macroRules_stx!__1 : Lean.Macro

/-! ## Logic -/

@[extern "native", term_parser] opaque «term_∧_» : Lean.TrailingParserDescr
@[extern "native", macro «term_∧_»] opaque «_aux_Init_Notation___macroRules_term_∧__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_∨_» : Lean.TrailingParserDescr
@[extern "native", macro «term_∨_»] opaque «_aux_Init_Notation___macroRules_term_∨__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_=_» : Lean.TrailingParserDescr
@[extern "native", macro «term_=_»] opaque «_aux_Init_Notation___macroRules_term_=__1» : Lean.Macro
@[extern "native", macro «term_=_»] opaque «_aux_Init_Notation___macroRules_term_=__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_≠_» : Lean.TrailingParserDescr
@[extern "native", macro «term_≠_»] opaque «_aux_Init_Core___macroRules_term_≠__1» : Lean.Macro
@[extern "native", macro «term_≠_»] opaque «_aux_Init_Core___macroRules_term_≠__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_≍_» : Lean.TrailingParserDescr
@[extern "native", macro «term_≍_»] opaque «_aux_Init_Notation___macroRules_term_≍__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_↔_» : Lean.TrailingParserDescr
@[extern "native", macro «term_↔_»] opaque «_aux_Init_Core___macroRules_term_↔__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_<->_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<->_»] opaque «_aux_Init_Core___macroRules_term_<->__1» : Lean.Macro
@[extern "native", term_parser] opaque «term¬_» : Lean.ParserDescr
@[extern "native", macro «term¬_»] opaque «_aux_Init_Notation___macroRules_term¬__1» : Lean.Macro

/-! ## Order and membership -/

@[extern "native", term_parser] opaque «term_≤_» : Lean.TrailingParserDescr
@[extern "native", macro «term_≤_»] opaque «_aux_Init_Notation___macroRules_term_≤__1» : Lean.Macro
@[extern "native", macro «term_≤_»] opaque «_aux_Init_Notation___macroRules_term_≤__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_<_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<_»] opaque «_aux_Init_Notation___macroRules_term_<__1» : Lean.Macro
@[extern "native", macro «term_<_»] opaque «_aux_Init_Notation___macroRules_term_<__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_≥_» : Lean.TrailingParserDescr
@[extern "native", macro «term_≥_»] opaque «_aux_Init_Notation___macroRules_term_≥__1» : Lean.Macro
@[extern "native", macro «term_≥_»] opaque «_aux_Init_Notation___macroRules_term_≥__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_>_»] opaque «_aux_Init_Notation___macroRules_term_>__1» : Lean.Macro
@[extern "native", macro «term_>_»] opaque «_aux_Init_Notation___macroRules_term_>__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_∈_» : Lean.TrailingParserDescr
@[extern "native", macro «term_∈_»] opaque «_aux_Init_Notation___macroRules_term_∈__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_∉_» : Lean.TrailingParserDescr
@[extern "native", macro «term_∉_»] opaque «_aux_Init_Notation___macroRules_term_∉__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_⊆_» : Lean.TrailingParserDescr
@[extern "native", macro «term_⊆_»] opaque «_aux_Init_Core___macroRules_term_⊆__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_⊂_» : Lean.TrailingParserDescr
@[extern "native", macro «term_⊂_»] opaque «_aux_Init_Core___macroRules_term_⊂__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_⊇_» : Lean.TrailingParserDescr
@[extern "native", macro «term_⊇_»] opaque «_aux_Init_Core___macroRules_term_⊇__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_⊃_» : Lean.TrailingParserDescr
@[extern "native", macro «term_⊃_»] opaque «_aux_Init_Core___macroRules_term_⊃__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_≈_» : Lean.TrailingParserDescr
@[extern "native", macro «term_≈_»] opaque «_aux_Init_Core___macroRules_term_≈__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_∣_» : Lean.TrailingParserDescr
@[extern "native", macro «term_∣_»] opaque «_aux_Init_Notation___macroRules_term_∣__1» : Lean.Macro

/-! ## Arithmetic -/

@[extern "native", term_parser] opaque «term_+_» : Lean.TrailingParserDescr
@[extern "native", macro «term_+_»] opaque «_aux_Init_Notation___macroRules_term_+__1» : Lean.Macro
@[extern "native", macro «term_+_»] opaque «_aux_Init_Notation___macroRules_term_+__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_-_» : Lean.TrailingParserDescr
@[extern "native", macro «term_-_»] opaque «_aux_Init_Notation___macroRules_term_-__1» : Lean.Macro
@[extern "native", macro «term_-_»] opaque «_aux_Init_Notation___macroRules_term_-__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_*_» : Lean.TrailingParserDescr
@[extern "native", macro «term_*_»] opaque «_aux_Init_Notation___macroRules_term_*__1» : Lean.Macro
@[extern "native", macro «term_*_»] opaque «_aux_Init_Notation___macroRules_term_*__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_/_» : Lean.TrailingParserDescr
@[extern "native", macro «term_/_»] opaque «_aux_Init_Notation___macroRules_term_/__1» : Lean.Macro
@[extern "native", macro «term_/_»] opaque «_aux_Init_Notation___macroRules_term_/__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_%_» : Lean.TrailingParserDescr
@[extern "native", macro «term_%_»] opaque «_aux_Init_Notation___macroRules_term_%__1» : Lean.Macro
@[extern "native", macro «term_%_»] opaque «_aux_Init_Notation___macroRules_term_%__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_^_» : Lean.TrailingParserDescr
@[extern "native", macro «term_^_»] opaque «_aux_Init_Notation___macroRules_term_^__1» : Lean.Macro
@[extern "native", macro «term_^_»] opaque «_aux_Init_Notation___macroRules_term_^__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_++_» : Lean.TrailingParserDescr
@[extern "native", macro «term_++_»] opaque «_aux_Init_Notation___macroRules_term_++__1» : Lean.Macro
@[extern "native", macro «term_++_»] opaque «_aux_Init_Notation___macroRules_term_++__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_•_» : Lean.TrailingParserDescr
@[extern "native", macro «term_•_»] opaque «_aux_Init_Notation___macroRules_term_•__1» : Lean.Macro
@[extern "native", macro «term_•_»] opaque «_aux_Init_Notation___macroRules_term_•__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_⁻¹» : Lean.TrailingParserDescr
@[extern "native", macro «term_⁻¹»] opaque «_aux_Init_Notation___macroRules_term_⁻¹_1» : Lean.Macro
@[extern "native", term_parser] opaque «term_&&&_» : Lean.TrailingParserDescr
@[extern "native", macro «term_&&&_»] opaque «_aux_Init_Notation___macroRules_term_&&&__1» : Lean.Macro
@[extern "native", macro «term_&&&_»] opaque «_aux_Init_Notation___macroRules_term_&&&__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_|||_» : Lean.TrailingParserDescr
@[extern "native", macro «term_|||_»] opaque «_aux_Init_Notation___macroRules_term_|||__1» : Lean.Macro
@[extern "native", macro «term_|||_»] opaque «_aux_Init_Notation___macroRules_term_|||__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_^^^_» : Lean.TrailingParserDescr
@[extern "native", macro «term_^^^_»] opaque «_aux_Init_Notation___macroRules_term_^^^__1» : Lean.Macro
@[extern "native", macro «term_^^^_»] opaque «_aux_Init_Notation___macroRules_term_^^^__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_<<<_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<<<_»] opaque «_aux_Init_Notation___macroRules_term_<<<__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_>>>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_>>>_»] opaque «_aux_Init_Notation___macroRules_term_>>>__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_∩_» : Lean.TrailingParserDescr
@[extern "native", macro «term_∩_»] opaque «_aux_Init_Core___macroRules_term_∩__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_∪_» : Lean.TrailingParserDescr
@[extern "native", macro «term_∪_»] opaque «_aux_Init_Core___macroRules_term_∪__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_\_» : Lean.TrailingParserDescr
@[extern "native", macro «term_\_»] opaque «_aux_Init_Core___macroRules_term_\__1» : Lean.Macro
@[extern "native", term_parser] opaque «term-_» : Lean.ParserDescr
@[extern "native", macro «term-_»] opaque «_aux_Init_Notation___macroRules_term-__1» : Lean.Macro
@[extern "native", macro «term-_»] opaque «_aux_Init_Notation___macroRules_term-__2» : Lean.Macro
@[extern "native", term_parser] opaque «term~~~_» : Lean.ParserDescr
@[extern "native", macro «term~~~_»] opaque «_aux_Init_Notation___macroRules_term~~~__1» : Lean.Macro

/-! ## Bool -/

@[extern "native", term_parser] opaque «term_&&_» : Lean.TrailingParserDescr
@[extern "native", macro «term_&&_»] opaque «_aux_Init_Notation___macroRules_term_&&__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_||_» : Lean.TrailingParserDescr
@[extern "native", macro «term_||_»] opaque «_aux_Init_Notation___macroRules_term_||__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_==_» : Lean.TrailingParserDescr
@[extern "native", macro «term_==_»] opaque «_aux_Init_Notation___macroRules_term_==__1» : Lean.Macro
@[extern "native", macro «term_==_»] opaque «_aux_Init_Notation___macroRules_term_==__2» : Lean.Macro
@[extern "native", term_parser] opaque «term_!=_» : Lean.TrailingParserDescr
@[extern "native", macro «term_!=_»] opaque «_aux_Init_Core___macroRules_term_!=__1» : Lean.Macro
@[extern "native", macro «term_!=_»] opaque «_aux_Init_Core___macroRules_term_!=__2» : Lean.Macro
@[extern "native", term_parser] opaque term!_ : Lean.ParserDescr
@[extern "native", macro term!_] opaque _aux_Init_Notation___macroRules_term!__1 : Lean.Macro
@[extern "native", term_parser] opaque boolIfThenElse : Lean.ParserDescr
@[extern "native", macro boolIfThenElse] opaque _aux_Init_Notation___macroRules_boolIfThenElse_1 : Lean.Macro
@[extern "native", term_parser] opaque termIfThenElse : Lean.ParserDescr
@[extern "native", macro termIfThenElse] opaque _aux_Init_Notation___macroRules_termIfThenElse_1 : Lean.Macro
@[extern "native", term_parser] opaque termDepIfThenElse : Lean.ParserDescr
@[extern "native", macro termDepIfThenElse]
opaque _aux_Init_Notation___macroRules_termDepIfThenElse_1 : Lean.Macro
@[extern "native", term_parser] opaque termIfLet : Lean.ParserDescr
@[extern "native", macro termIfLet] opaque _aux_Init_Notation___macroRules_termIfLet_1 : Lean.Macro

/-! ## Functions and pipes -/

@[extern "native", term_parser] opaque «term_∘_» : Lean.TrailingParserDescr
@[extern "native", macro «term_∘_»] opaque «_aux_Init_Notation___macroRules_term_∘__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_<|_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<|_»] opaque «_aux_Init_Notation___macroRules_term_<|__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_|>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_|>_»] opaque «_aux_Init_Notation___macroRules_term_|>__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_$__» : Lean.TrailingParserDescr
@[extern "native", macro «term_$__»] opaque «_aux_Init_Notation___macroRules_term_$___1» : Lean.Macro

/-! ## Monads -/

@[extern "native", term_parser] opaque «term_>>=_» : Lean.TrailingParserDescr
@[extern "native", macro «term_>>=_»] opaque «_aux_Init_Notation___macroRules_term_>>=__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_>>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_>>_»] opaque «_aux_Init_Notation___macroRules_term_>>__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_=<<_» : Lean.TrailingParserDescr
@[extern "native", macro «term_=<<_»] opaque «_aux_Init_Control_Basic___macroRules_term_=<<__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_>=>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_>=>_»] opaque «_aux_Init_Control_Basic___macroRules_term_>=>__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_<=<_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<=<_»] opaque «_aux_Init_Control_Basic___macroRules_term_<=<__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_<$>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<$>_»] opaque «_aux_Init_Notation___macroRules_term_<$>__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_<&>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<&>_»] opaque «_aux_Init_Control_Basic___macroRules_term_<&>__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_<*>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<*>_»] opaque «_aux_Init_Notation___macroRules_term_<*>__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_<*_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<*_»] opaque «_aux_Init_Notation___macroRules_term_<*__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_*>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_*>_»] opaque «_aux_Init_Notation___macroRules_term_*>__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_<|>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<|>_»] opaque «_aux_Init_Notation___macroRules_term_<|>__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_<&&>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<&&>_»] opaque «_aux_Init_Control_Basic___macroRules_term_<&&>__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_<||>_» : Lean.TrailingParserDescr
@[extern "native", macro «term_<||>_»] opaque «_aux_Init_Control_Basic___macroRules_term_<||>__1» : Lean.Macro

/-! ## Types -/

@[extern "native", term_parser] opaque «term_×_» : Lean.TrailingParserDescr
@[extern "native", macro «term_×_»] opaque «_aux_Init_Notation___macroRules_term_×__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_×__1» : Lean.ParserDescr
@[extern "native", macro «term_×__1»] opaque «_aux_Init_NotationExtra___macroRules_term_×__1_1» : Lean.Macro
@[extern "native", term_parser] opaque «term_×'_» : Lean.TrailingParserDescr
@[extern "native", macro «term_×'_»] opaque «_aux_Init_Notation___macroRules_term_×'__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_×'__1» : Lean.ParserDescr
@[extern "native", macro «term_×'__1»] opaque «_aux_Init_NotationExtra___macroRules_term_×'__1_1» : Lean.Macro
@[extern "native", term_parser] opaque «term_⊕_» : Lean.TrailingParserDescr
@[extern "native", macro «term_⊕_»] opaque «_aux_Init_Core___macroRules_term_⊕__1» : Lean.Macro
@[extern "native", term_parser] opaque «term_⊕'_» : Lean.TrailingParserDescr
@[extern "native", macro «term_⊕'_»] opaque «_aux_Init_Core___macroRules_term_⊕'__1» : Lean.Macro
@[extern "native", term_parser] opaque «term{_:_//_}» : Lean.ParserDescr
@[extern "native", macro «term{_:_//_}»] opaque «_aux_Init_Notation___macroRules_term{_:_//_}_1» : Lean.Macro
@[extern "native", term_parser] opaque «termΣ_,_» : Lean.ParserDescr
@[extern "native", macro «termΣ_,_»] opaque «_aux_Init_NotationExtra___macroRules_termΣ_,__1» : Lean.Macro
@[extern "native", term_parser] opaque «termΣ'_,_» : Lean.ParserDescr
@[extern "native", macro «termΣ'_,_»] opaque «_aux_Init_NotationExtra___macroRules_termΣ'_,__1» : Lean.Macro

/-! ## Lists, sets, indexing -/

@[extern "native", term_parser] opaque «term_::_» : Lean.TrailingParserDescr
@[extern "native", macro «term_::_»] opaque «_aux_Init_Notation___macroRules_term_::__1» : Lean.Macro
@[extern "native", term_parser] opaque «term[_]» : Lean.ParserDescr
@[extern "native", macro «term[_]»]
opaque Lean.«_aux_Init_Data_List_Notation___macroRules_term[_]_1» : Lean.Macro
@[extern "native", term_parser] opaque «term%[_|_]» : Lean.ParserDescr
@[extern "native", macro «term%[_|_]»] opaque «_aux_Init_NotationExtra___macroRules_term%[_|_]_1» : Lean.Macro
@[extern "native", term_parser] opaque «term#[_,]» : Lean.ParserDescr
@[extern "native", macro «term#[_,]»]
opaque «_aux_Init_Data_Array_Basic___macroRules_term#[_,]_1» : Lean.Macro
@[extern "native", term_parser] opaque Vector.«term#v[_,]» : Lean.ParserDescr
@[extern "native", macro Vector.«term#v[_,]»]
opaque Vector.«_aux_Init_Data_Vector_Basic___macroRules_Vector_term#v[_,]_1» : Lean.Macro
@[extern "native", term_parser] opaque «term∅» : Lean.ParserDescr
@[extern "native", macro «term∅»] opaque «_aux_Init_Core___macroRules_term∅_1» : Lean.Macro
@[extern "native", term_parser] opaque «term{}» : Lean.ParserDescr
@[extern "native", macro «term{}»] opaque «_aux_Init_Core___macroRules_term{}_1» : Lean.Macro
@[extern "native", term_parser] opaque «term{_}» : Lean.ParserDescr
@[extern "native", macro «term{_}»] opaque «_aux_Init_NotationExtra___macroRules_term{_}_1» : Lean.Macro
@[extern "native", term_parser] opaque «term__[_]» : Lean.TrailingParserDescr
@[extern "native", macro «term__[_]»]
opaque Std.«_aux_Init_Data_Slice_Notation___macroRules_term__[_]_1» : Lean.Macro
@[extern "native", macro «term__[_]»] opaque «_aux_Init_GetElem___macroRules_term__[_]_1» : Lean.Macro
@[extern "native", term_parser] opaque «term__[_]'_» : Lean.TrailingParserDescr
@[extern "native", macro «term__[_]'_»] opaque «_aux_Init_GetElem___macroRules_term__[_]'__1» : Lean.Macro
@[extern "native", term_parser] opaque «term__[_]_?» : Lean.TrailingParserDescr
@[extern "native", macro «term__[_]_?»] opaque «_aux_Init_GetElem___macroRules_term__[_]_?_1» : Lean.Macro
@[extern "native", term_parser] opaque «term__[_]_!» : Lean.TrailingParserDescr
@[extern "native", macro «term__[_]_!»] opaque «_aux_Init_GetElem___macroRules_term__[_]_!_1» : Lean.Macro

/-! ## Ranges -/

@[extern "native", term_parser] opaque Std.Legacy.Range.«term[:_]» : Lean.ParserDescr
@[extern "native", macro Std.Legacy.Range.«term[:_]»]
opaque Std.Legacy.Range.«_aux_Init_Data_Range_Basic___macroRules_Std_Legacy_Range_term[:_]_1» : Lean.Macro
@[extern "native", term_parser] opaque Std.Legacy.Range.«term[_:_]» : Lean.ParserDescr
@[extern "native", macro Std.Legacy.Range.«term[_:_]»]
opaque Std.Legacy.Range.«_aux_Init_Data_Range_Basic___macroRules_Std_Legacy_Range_term[_:_]_1» : Lean.Macro
@[extern "native", term_parser] opaque Std.Legacy.Range.«term[:_:_]» : Lean.ParserDescr
@[extern "native", macro Std.Legacy.Range.«term[:_:_]»]
opaque Std.Legacy.Range.«_aux_Init_Data_Range_Basic___macroRules_Std_Legacy_Range_term[:_:_]_1» : Lean.Macro
@[extern "native", term_parser] opaque Std.Legacy.Range.«term[_:_:_]» : Lean.ParserDescr
@[extern "native", macro Std.Legacy.Range.«term[_:_:_]»]
opaque Std.Legacy.Range.«_aux_Init_Data_Range_Basic___macroRules_Std_Legacy_Range_term[_:_:_]_1» : Lean.Macro

/-! ## Quantifiers and binder groups -/

declare_syntax_cat binderPred
@[extern "native"] opaque Lean.binderIdent : Lean.ParserDescr
@[extern "native"] opaque Lean.unbracketedExplicitBinders : Lean.ParserDescr
@[extern "native"] opaque Lean.bracketedExplicitBinders : Lean.ParserDescr
@[extern "native"] opaque Lean.explicitBinders : Lean.ParserDescr
@[extern "native", term_parser] opaque «term∃_,_» : Lean.ParserDescr
@[extern "native", macro «term∃_,_»] opaque «_aux_Init_NotationExtra___macroRules_term∃_,__1» : Lean.Macro
@[extern "native", term_parser] opaque «termExists_,_» : Lean.ParserDescr
@[extern "native", macro «termExists_,_»]
opaque «_aux_Init_NotationExtra___macroRules_termExists_,__1» : Lean.Macro
@[extern "native", term_parser] opaque Lean.«term∃__,_» : Lean.ParserDescr
@[extern "native", macro Lean.«term∃__,_»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_term∃__,__1» : Lean.Macro
@[extern "native", term_parser] opaque Lean.«term∀__,_» : Lean.ParserDescr
@[extern "native", macro Lean.«term∀__,_»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_term∀__,__1» : Lean.Macro
@[extern "native", binderPred_parser] opaque Lean.«binderPred<_» : Lean.ParserDescr
@[extern "native", binderPred_parser] opaque Lean.«binderPred>_» : Lean.ParserDescr
@[extern "native", binderPred_parser] opaque Lean.«binderPred≤_» : Lean.ParserDescr
@[extern "native", binderPred_parser] opaque Lean.«binderPred≥_» : Lean.ParserDescr
@[extern "native", binderPred_parser] opaque Lean.«binderPred≠_» : Lean.ParserDescr
@[extern "native", binderPred_parser] opaque Lean.«binderPred∈_» : Lean.ParserDescr
@[extern "native", binderPred_parser] opaque Lean.«binderPred∉_» : Lean.ParserDescr
@[extern "native", binderPred_parser] opaque Lean.«binderPred⊆_» : Lean.ParserDescr
@[extern "native", binderPred_parser] opaque Lean.«binderPred⊂_» : Lean.ParserDescr
@[extern "native", binderPred_parser] opaque Lean.«binderPred⊇_» : Lean.ParserDescr
@[extern "native", binderPred_parser] opaque Lean.«binderPred⊃_» : Lean.ParserDescr
@[extern "native", term_parser] opaque Lean.«termSatisfies_binder_pred%__» : Lean.ParserDescr
@[extern "native", macro Lean.«termSatisfies_binder_pred%__»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_termSatisfies_binder_pred%___1» : Lean.Macro
@[extern "native", macro Lean.«termSatisfies_binder_pred%__»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_termSatisfies_binder_pred%___2» : Lean.Macro
@[extern "native", macro Lean.«termSatisfies_binder_pred%__»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_termSatisfies_binder_pred%___3» : Lean.Macro
@[extern "native", macro Lean.«termSatisfies_binder_pred%__»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_termSatisfies_binder_pred%___4» : Lean.Macro
@[extern "native", macro Lean.«termSatisfies_binder_pred%__»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_termSatisfies_binder_pred%___5» : Lean.Macro
@[extern "native", macro Lean.«termSatisfies_binder_pred%__»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_termSatisfies_binder_pred%___6» : Lean.Macro
@[extern "native", macro Lean.«termSatisfies_binder_pred%__»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_termSatisfies_binder_pred%___7» : Lean.Macro
@[extern "native", macro Lean.«termSatisfies_binder_pred%__»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_termSatisfies_binder_pred%___8» : Lean.Macro
@[extern "native", macro Lean.«termSatisfies_binder_pred%__»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_termSatisfies_binder_pred%___9» : Lean.Macro
@[extern "native", macro Lean.«termSatisfies_binder_pred%__»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_termSatisfies_binder_pred%___10» : Lean.Macro
@[extern "native", macro Lean.«termSatisfies_binder_pred%__»]
opaque Lean.«_aux_Init_BinderPredicates___macroRules_Lean_termSatisfies_binder_pred%___11» : Lean.Macro

declare_syntax_cat rawStx (behavior := both)
/-! ## Miscellaneous -/

@[extern "native", term_parser] opaque «term‹_›» : Lean.ParserDescr
@[extern "native", macro «term‹_›»] opaque «_aux_Init_Tactics___macroRules_term‹_›_1» : Lean.Macro
@[extern "native", term_parser] opaque Std.termF!_ : Lean.ParserDescr
@[extern "native", macro Std.termF!_]
opaque Std._aux_Init_Data_Format_Macro___macroRules_Std_termF!__1 : Lean.Macro
@[extern "native", term_parser] opaque termS!_ : Lean.ParserDescr
@[extern "native", macro termS!_] opaque _aux_Init_Data_ToString_Macro___macroRules_termS!__1 : Lean.Macro
@[extern "native", term_parser] opaque termMax_prec : Lean.ParserDescr
@[extern "native", macro termMax_prec] opaque _aux_Init_Notation___macroRules_termMax_prec_1 : Lean.Macro
@[extern "native", term_parser] opaque coeNotation : Lean.ParserDescr
@[extern "native", term_parser] opaque coeFunNotation : Lean.ParserDescr
@[extern "native", term_parser] opaque coeSortNotation : Lean.ParserDescr
@[extern "native", term_parser] opaque rawNatLit : Lean.ParserDescr
@[extern "native", term_parser] opaque Lean.Parser.Tactic.by? : Lean.ParserDescr
@[extern "native", macro Lean.Parser.Tactic.by?]
opaque Lean.Parser.Tactic._aux_Init_Tactics___macroRules_Lean_Parser_Tactic_by?_1 : Lean.Macro
@[extern "native", term_parser] opaque Lean.Parser.Tactic.showTermElab : Lean.ParserDescr
@[extern "native", macro Lean.Parser.Tactic.showTermElab]
opaque Lean.Parser.Tactic._aux_Init_Tactics___macroRules_Lean_Parser_Tactic_showTermElab_1 : Lean.Macro
@[extern "native", term_parser] opaque termWithout_expected_type_ : Lean.ParserDescr
@[extern "native", macro termWithout_expected_type_]
opaque _aux_Init_Notation___macroRules_termWithout_expected_type__1 : Lean.Macro
@[extern "native", term_parser] opaque termPrintln!__ : Lean.ParserDescr
@[extern "native", macro termPrintln!__] opaque _aux_Init_System_IO___macroRules_termPrintln!___1 : Lean.Macro
@[extern "native"] opaque Lean.cdotTk : Lean.ParserDescr
@[extern "native", term_parser] opaque Lean.«term_Matches_|» : Lean.TrailingParserDescr
@[extern "native", macro Lean.«term_Matches_|»]
opaque Lean.«_aux_Init_NotationExtra___macroRules_Lean_term_Matches_|_1» : Lean.Macro
@[extern "native", term_parser] opaque Lean.byElab : Lean.ParserDescr
@[extern "native", term_parser] opaque Lean.withAnnotateTerm : Lean.ParserDescr
@[extern "native", term_parser] opaque Lean.includeStr : Lean.ParserDescr

