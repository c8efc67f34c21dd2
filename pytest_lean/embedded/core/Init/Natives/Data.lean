module
prelude
public import Init.Natives.Commands
public meta import Init.Natives.Commands
/-!
The notation of single data types, bound to the parsers and macros that are compiled into the binary:
exclusive or, bit vectors, slices of arrays, ranges.
-/

public meta section

set_option autoImplicit false
set_option linter.all false

@[extern "native", term_parser] opaque Bool.«term_^^_» : Lean.TrailingParserDescr
@[extern "native", macro Bool.«term_^^_»]
opaque Bool.«_aux_Init_Data_Bool___macroRules_Bool_term_^^__1» : Lean.Macro
@[extern "native", term_parser] opaque BitVec.«term__#__» : Lean.ParserDescr
@[extern "native", macro BitVec.«term__#__»]
opaque BitVec.«_aux_Init_Data_BitVec_Basic___macroRules_BitVec_term__#___1» : Lean.Macro
@[extern "native", term_parser] opaque Array.«term__[_:_]» : Lean.TrailingParserDescr
@[extern "native", macro Array.«term__[_:_]»]
opaque Array.«_aux_Init_Data_Array_Subarray___macroRules_Array_term__[_:_]_1» : Lean.Macro
@[extern "native", term_parser] opaque Array.«term__[_:]» : Lean.TrailingParserDescr
@[extern "native", macro Array.«term__[_:]»]
opaque Array.«_aux_Init_Data_Array_Subarray___macroRules_Array_term__[_:]_1» : Lean.Macro
@[extern "native", term_parser] opaque Array.«term__[:_]» : Lean.TrailingParserDescr
@[extern "native", macro Array.«term__[:_]»]
opaque Array.«_aux_Init_Data_Array_Subarray___macroRules_Array_term__[:_]_1» : Lean.Macro

/-! ## Ranges with `...` -/

@[extern "native", term_parser] opaque Std.«term_..._» : Lean.TrailingParserDescr
@[extern "native", macro Std.«term_..._»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term_...__1» : Lean.Macro
@[extern "native", term_parser] opaque Std.«term_...=_» : Lean.TrailingParserDescr
@[extern "native", macro Std.«term_...=_»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term_...=__1» : Lean.Macro
@[extern "native", term_parser] opaque Std.«term_...*» : Lean.TrailingParserDescr
@[extern "native", macro Std.«term_...*»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term_...*_1» : Lean.Macro
@[extern "native", term_parser] opaque Std.«term_<..._» : Lean.TrailingParserDescr
@[extern "native", macro Std.«term_<..._»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term_<...__1» : Lean.Macro
@[extern "native", term_parser] opaque Std.«term_<...<_» : Lean.TrailingParserDescr
@[extern "native", macro Std.«term_<...<_»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term_<...<__1» : Lean.Macro
@[extern "native", term_parser] opaque Std.«term_...<_» : Lean.TrailingParserDescr
@[extern "native", macro Std.«term_...<_»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term_...<__1» : Lean.Macro
@[extern "native", term_parser] opaque Std.«term_<...=_» : Lean.TrailingParserDescr
@[extern "native", macro Std.«term_<...=_»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term_<...=__1» : Lean.Macro
@[extern "native", term_parser] opaque Std.«term_<...*» : Lean.TrailingParserDescr
@[extern "native", macro Std.«term_<...*»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term_<...*_1» : Lean.Macro
@[extern "native", term_parser] opaque Std.«term*..._» : Lean.ParserDescr
@[extern "native", macro Std.«term*..._»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term*...__1» : Lean.Macro
@[extern "native", term_parser] opaque Std.«term*...<_» : Lean.ParserDescr
@[extern "native", macro Std.«term*...<_»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term*...<__1» : Lean.Macro
@[extern "native", term_parser] opaque Std.«term*...=_» : Lean.ParserDescr
@[extern "native", macro Std.«term*...=_»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term*...=__1» : Lean.Macro
@[extern "native", term_parser] opaque Std.«term*...*» : Lean.ParserDescr
@[extern "native", macro Std.«term*...*»]
opaque Std.«_aux_Init_Data_Range_Polymorphic_PRange___macroRules_Std_term*...*_1» : Lean.Macro
