module
prelude
public import Init.Meta.Syntax
/-!
What syntax quotations and macros call, bound to the functions that are compiled into the binary. The
binary finds each by the declaration's name; the string after `extern` is not looked at.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

universe u v w

/-! ## Arrays of syntax -/

/-- `#[]` of a known size, used where a quotation matches or builds a node. -/
@[extern "native"] opaque Array.mkArray0 {α : Type u} : Array α
@[extern "native"] opaque Array.mkArray1 {α : Type u} (a₁ : α) : Array α
@[extern "native"] opaque Array.mkArray2 {α : Type u} (a₁ a₂ : α) : Array α
@[extern "native"] opaque Array.mkArray3 {α : Type u} (a₁ a₂ a₃ : α) : Array α
@[extern "native"] opaque Array.mkArray4 {α : Type u} (a₁ a₂ a₃ a₄ : α) : Array α
@[extern "native"] opaque Array.mkArray5 {α : Type u} (a₁ a₂ a₃ a₄ a₅ : α) : Array α
@[extern "native"] opaque Array.mkArray6 {α : Type u} (a₁ a₂ a₃ a₄ a₅ a₆ : α) : Array α
@[extern "native"] opaque Array.mkArray7 {α : Type u} (a₁ a₂ a₃ a₄ a₅ a₆ a₇ : α) : Array α
@[extern "native"] opaque Array.mkArray8 {α : Type u} (a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈ : α) : Array α
/-- Concatenation, for spliced arguments. -/
@[extern "native"] opaque Array.appendCore {α : Type u} (as bs : Array α) : Array α
/-- So many elements of a list after so many others. -/
def Array.extractList {α : Type u} : (skip count : Nat) → List α → List α
  | _, _, .nil => .nil
  | Nat.succ n, count, .cons _ l => extractList n count l
  | .zero, .zero, .cons _ _ => .nil
  | .zero, Nat.succ n, .cons a l => .cons a (extractList .zero n l)
/-- The part between two indices, for matching around a splice. -/
@[extern "native"] def Array.extract {α : Type u} (as : Array α) (start : Nat := 0) (stop : Nat := as.size) :
    Array α := ⟨extractList start (Nat.sub stop start) as.toList⟩

namespace Lean

/-! ## Looking at syntax -/

/-- Is this a node of that kind? -/
@[extern "native"] opaque Syntax.isOfKind (stx : Syntax) (k : SyntaxNodeKind) : Bool
/-- The kind of a node, an atom or an identifier. -/
@[extern "native"] opaque Syntax.getKind (stx : Syntax) : SyntaxNodeKind
/-- The i-th argument of a node, or `missing`. -/
@[extern "native"] opaque Syntax.getArg (stx : Syntax) (i : Nat) : Syntax
/-- All arguments of a node. -/
@[extern "native"] opaque Syntax.getArgs (stx : Syntax) : Array Syntax
/-- How many arguments a node has. -/
@[extern "native"] opaque Syntax.getNumArgs (stx : Syntax) : Nat
/-- Is this the null node with n arguments? -/
@[extern "native"] opaque Syntax.matchesNull (stx : Syntax) (n : Nat) : Bool
/-- Is this the identifier? -/
@[extern "native"] opaque Syntax.matchesIdent (stx : Syntax) (id : Name) : Bool
/-- Is this a literal of that kind with that text? -/
@[extern "native"] opaque Syntax.matchesLit (stx : Syntax) (k : SyntaxNodeKind) (val : String) : Bool
/-- The node of an optional piece of syntax. -/
@[extern "native"] opaque Syntax.getOptional? (stx : Syntax) : Option Syntax
/-- Is this `missing`? -/
@[extern "native"] opaque Syntax.isMissing (stx : Syntax) : Bool
/-- Is this an identifier? -/
@[extern "native"] opaque Syntax.isIdent (stx : Syntax) : Bool
/-- Is this the empty optional node? -/
@[extern "native"] opaque Syntax.isNone (stx : Syntax) : Bool
/-- The name of an identifier. -/
@[extern "native"] opaque Syntax.getId (stx : Syntax) : Name
/-- The value of a numeral. -/
@[extern "native"] opaque Syntax.isNatLit? (stx : Syntax) : Option Nat
/-- The value of a string literal. -/
@[extern "native"] opaque Syntax.isStrLit? (stx : Syntax) : Option String
/-- The value of a character literal. -/
@[extern "native"] opaque Syntax.isCharLit? (stx : Syntax) : Option Char
/-- The source position of a piece of syntax. -/
@[extern "native"]
opaque Syntax.getPos? (stx : Syntax) (canonicalOnly : Bool := false) : Option String.Pos.Raw
/-- The same with the arguments replaced. -/
@[extern "native"] opaque Syntax.setArgs (stx : Syntax) (args : Array Syntax) : Syntax
/-- The same with one argument replaced. -/
@[extern "native"] opaque Syntax.setArg (stx : Syntax) (i : Nat) (arg : Syntax) : Syntax

/-! ## Building syntax -/

/-- Nodes with one to eight arguments. -/
@[extern "native"] opaque Syntax.node1 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ : Syntax) : Syntax
@[extern "native"] opaque Syntax.node2 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ : Syntax) : Syntax
@[extern "native"]
opaque Syntax.node3 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ : Syntax) : Syntax
@[extern "native"]
opaque Syntax.node4 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ : Syntax) : Syntax
@[extern "native"]
opaque Syntax.node5 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ : Syntax) : Syntax
@[extern "native"]
opaque Syntax.node6 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ : Syntax) : Syntax
@[extern "native"]
opaque Syntax.node7 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ a₇ : Syntax) : Syntax
@[extern "native"]
opaque Syntax.node8 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈ : Syntax) : Syntax
/-- An atom without a position. -/
@[extern "native"] opaque mkAtom (val : String) : Syntax
/-- An identifier without a position. -/
@[extern "native"]
opaque mkIdent (val : Name) : TSyntax (List.cons (Name.str Name.anonymous "ident") List.nil)
/-- The null node. -/
@[extern "native"] opaque mkNullNode (args : Array Syntax := Array.empty) : Syntax
/-- Interleaves an array with a separator. -/
@[extern "native"] opaque mkSepArray (as : Array Syntax) (sep : Syntax) : Array Syntax
/-- Drops the separators. -/
@[extern "native"] opaque Array.getSepElems {α : Type u} (as : Array α) : Array α
/-- Numerals, strings, characters and names as syntax. -/
@[extern "native"]
opaque Syntax.mkNatLit (val : Nat) (info : SourceInfo := SourceInfo.none) :
    TSyntax (List.cons (Name.str Name.anonymous "num") List.nil)
@[extern "native"]
opaque Syntax.mkStrLit (val : String) (info : SourceInfo := SourceInfo.none) :
    TSyntax (List.cons (Name.str Name.anonymous "str") List.nil)
@[extern "native"]
opaque Syntax.mkCharLit (val : Char) (info : SourceInfo := SourceInfo.none) :
    TSyntax (List.cons (Name.str Name.anonymous "char") List.nil)
@[extern "native"]
opaque quoteNameMk (n : Name) : TSyntax (List.cons (Name.str Name.anonymous "term") List.nil)
/-- An application. -/
@[extern "native"]
opaque Syntax.mkApp (fn : TSyntax (List.cons (Name.str Name.anonymous "term") List.nil))
    (args : TSyntaxArray (List.cons (Name.str Name.anonymous "term") List.nil)) :
    TSyntax (List.cons (Name.str Name.anonymous "term") List.nil)
/-- A position for synthetic syntax. -/
@[extern "native"] opaque SourceInfo.fromRef (ref : Syntax) (canonical : Bool := false) : SourceInfo
/-- Marks a name as made by one run of a macro. -/
@[extern "native"] opaque addMacroScope (mainModule : Name) (n : Name) (scp : MacroScope) : Name
/-- The name as the user wrote it. -/
@[extern "native"] opaque Name.eraseMacroScopes (n : Name) : Name
/-- Separated lists from their elements. -/
@[extern "native"] opaque Syntax.SepArray.ofElems {sep : String} (elems : Array Syntax) : Syntax.SepArray sep
@[extern "native"]
opaque Syntax.TSepArray.ofElems {sep : String} {k : SyntaxNodeKinds} (elems : TSyntaxArray k) :
    Syntax.TSepArray k sep
@[extern "native"] opaque Syntax.SepArray.getElems {sep : String} (sa : Syntax.SepArray sep) : Array Syntax
@[extern "native"]
opaque Syntax.TSepArray.getElems {sep : String} {k : SyntaxNodeKinds} (sa : Syntax.TSepArray k sep) :
    TSyntaxArray k

/-! ## The services of the macro monads -/

/-- The position and the fresh names of `MacroM`. -/
@[extern "native", instance] opaque Macro.instMonadQuotationMacroM : MonadQuotation MacroM
/-- The position and the fresh names of `UnexpandM`. -/
@[extern "native", instance]
opaque PrettyPrinter.instMonadQuotationUnexpandM : MonadQuotation PrettyPrinter.UnexpandM
/-- Expands a macro by one step. -/
@[extern "native"] opaque expandMacros (stx : Syntax) (p : SyntaxNodeKind → Bool) : MacroM Syntax
@[extern "native"] opaque Macro.expandMacro? (stx : Syntax) : MacroM (Option Syntax)
/-- Fails with a message, or lets the next macro try. -/
@[extern "native"] opaque Macro.throwError {α : Type} (msg : String) : MacroM α
@[extern "native"] opaque Macro.throwErrorAt {α : Type} (ref : Syntax) (msg : String) : MacroM α
@[extern "native"] opaque Macro.throwUnsupported {α : Type} : MacroM α
/-- Is there a declaration of that name? -/
@[extern "native"] opaque Macro.hasDecl (declName : Name) : MacroM Bool
@[extern "native"] opaque Macro.getCurrNamespace : MacroM Name

end Lean

/-- The text of an identifier in a quotation. -/
@[extern "native"] opaque String.toRawSubstring (s : String) : Substring.Raw
@[extern "native"] opaque String.toRawSubstring' (s : String) : Substring.Raw
