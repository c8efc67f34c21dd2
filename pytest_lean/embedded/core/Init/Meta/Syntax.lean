module
prelude
public import Init.Prelude.Monad
/-!
The types of metaprogramming: `Name`, `Syntax`, parser descriptions, and the monads of macros and
unexpanders. The elaborator is compiled against its own copy of these types, so the order of the
constructors and the fields is part of the contract. What operates on them is bound in
`Init.Natives`.
-/

@[expose] public section

set_option bootstrap.genMatcherCode false
set_option autoImplicit false
set_option linter.all false
set_option genSizeOf false
set_option genInjectivity false

universe u v w

/-! ## Hashing -/

class Hashable (α : Sort u) where
  hash : α → UInt64
export Hashable (hash)

instance instInhabitedUInt64 : Inhabited UInt64 := Inhabited.mk (UInt64.ofNatLT 0 (Nat.le_of_ble_eq_true rfl))
@[extern "lean_uint64_mix_hash"] opaque mixHash (u₁ u₂ : UInt64) : UInt64
@[extern "lean_string_hash"] protected opaque String.hash (s : @& String) : UInt64

namespace Lean

/-! ## Names -/

/-- A hierarchical name; compiled code stores the hash in the object, hence the computed field. -/
inductive Name where
  | anonymous : Name
  | str (pre : Name) (str : String)
  | num (pre : Name) (i : Nat)
with
  @[computed_field] hash : Name → UInt64
    | .anonymous => UInt64.ofNatLT 1723 (Nat.le_of_ble_eq_true rfl)
    | .str p s => mixHash p.hash s.hash
    | .num p v => mixHash p.hash
        (dite (LT.lt v (HPow.hPow 2 64)) (fun h => UInt64.ofNatLT v h)
          (fun _ => UInt64.ofNatLT 17 (Nat.le_of_ble_eq_true rfl)))

instance : Inhabited Name := Inhabited.mk Name.anonymous

/-! ## Syntax trees -/

inductive SourceInfo where
  | original (leading : Substring.Raw) (pos : String.Pos.Raw) (trailing : Substring.Raw)
      (endPos : String.Pos.Raw)
  | synthetic (pos : String.Pos.Raw) (endPos : String.Pos.Raw) (canonical : Bool := false)
  | none

instance : Inhabited SourceInfo := Inhabited.mk SourceInfo.none

abbrev SyntaxNodeKind := Name

inductive Syntax.Preresolved where
  | namespace (ns : Name)
  | decl (n : Name) (fields : List String)

inductive Syntax where
  | missing : Syntax
  | node (info : SourceInfo) (kind : SyntaxNodeKind) (args : Array Syntax) : Syntax
  | atom (info : SourceInfo) (val : String) : Syntax
  | ident (info : SourceInfo) (rawVal : Substring.Raw) (val : Name)
      (preresolved : List Syntax.Preresolved) : Syntax

instance : Inhabited Syntax := Inhabited.mk Syntax.missing

abbrev SyntaxNodeKinds := List SyntaxNodeKind

structure TSyntax (ks : SyntaxNodeKinds) where
  mk ::
  raw : Syntax

instance (ks : SyntaxNodeKinds) : Inhabited (TSyntax ks) := Inhabited.mk (TSyntax.mk Syntax.missing)

abbrev TSyntaxArray (ks : SyntaxNodeKinds) : Type := Array (TSyntax ks)

structure Syntax.SepArray (sep : String) where
  elemsAndSeps : Array Syntax
structure Syntax.TSepArray (ks : SyntaxNodeKinds) (sep : String) where
  elemsAndSeps : Array Syntax

/-! ## Parser descriptions: what `syntax` commands are compiled to -/

inductive ParserDescr where
  | const (name : Name)
  | unary (name : Name) (p : ParserDescr)
  | binary (name : Name) (p₁ p₂ : ParserDescr)
  | node (kind : SyntaxNodeKind) (prec : Nat) (p : ParserDescr)
  | trailingNode (kind : SyntaxNodeKind) (prec lhsPrec : Nat) (p : ParserDescr)
  | symbol (val : String)
  | nonReservedSymbol (val : String) (includeIdent : Bool)
  | cat (catName : Name) (rbp : Nat)
  | parser (declName : Name)
  | nodeWithAntiquot (name : String) (kind : SyntaxNodeKind) (p : ParserDescr)
  | sepBy (p : ParserDescr) (sep : String) (psep : ParserDescr) (allowTrailingSep : Bool := false)
  | sepBy1 (p : ParserDescr) (sep : String) (psep : ParserDescr) (allowTrailingSep : Bool := false)
  | unicodeSymbol (val asciiVal : String) (preserveForPP : Bool)

instance : Inhabited ParserDescr := Inhabited.mk (ParserDescr.symbol "")
abbrev TrailingParserDescr := ParserDescr

/-! ## Monads that know where they are and how to make fresh names -/

abbrev MacroScope := Nat

class MonadRef (m : Type → Type) where
  getRef : m Syntax
  withRef {α : Type} : Syntax → m α → m α
export MonadRef (getRef)

class MonadQuotation (m : Type → Type) extends MonadRef m where
  getCurrMacroScope : m MacroScope
  getContext : m Name
  withFreshMacroScope {α : Type} : m α → m α
export MonadQuotation (getCurrMacroScope withFreshMacroScope)

/-! ## Macros and unexpanders -/

/-- The elaborator's services to a macro, opaque to us. -/
opaque Macro.MethodsRef : Type

structure Macro.Context where
  methods : Macro.MethodsRef
  quotContext : Name
  currMacroScope : MacroScope
  currRecDepth : Nat := 0
  maxRecDepth : Nat := 512
  ref : Syntax

inductive Macro.Exception where
  | error : Syntax → String → Macro.Exception
  | unsupportedSyntax : Macro.Exception

structure Macro.State where
  macroScope : MacroScope
  expandedMacroDecls : List Name := List.nil
  traceMsgs : List (Prod Name String) := List.nil

instance : Inhabited Macro.Exception := Inhabited.mk Macro.Exception.unsupportedSyntax

abbrev MacroM := ReaderT Macro.Context (EStateM Macro.Exception Macro.State)
abbrev Macro := Syntax → MacroM Syntax

namespace PrettyPrinter
abbrev UnexpandM := ReaderT Syntax (EStateM Unit Unit)
abbrev Unexpander := Syntax → UnexpandM Syntax
end PrettyPrinter

end Lean

/-! ## Names from their parts -/

namespace Lean.Name
abbrev mkStr (p : Name) (s : String) : Name := .str p s
abbrev mkNum (p : Name) (v : Nat) : Name := .num p v
abbrev mkSimple (s : String) : Name := .str .anonymous s
abbrev mkStr1 (s₁ : String) : Name := .str .anonymous s₁
abbrev mkStr2 (s₁ s₂ : String) : Name := .str (mkStr1 s₁) s₂
abbrev mkStr3 (s₁ s₂ s₃ : String) : Name := .str (mkStr2 s₁ s₂) s₃
abbrev mkStr4 (s₁ s₂ s₃ s₄ : String) : Name := .str (mkStr3 s₁ s₂ s₃) s₄
abbrev mkStr5 (s₁ s₂ s₃ s₄ s₅ : String) : Name := .str (mkStr4 s₁ s₂ s₃ s₄) s₅
abbrev mkStr6 (s₁ s₂ s₃ s₄ s₅ s₆ : String) : Name := .str (mkStr5 s₁ s₂ s₃ s₄ s₅) s₆
abbrev mkStr7 (s₁ s₂ s₃ s₄ s₅ s₆ s₇ : String) : Name := .str (mkStr6 s₁ s₂ s₃ s₄ s₅ s₆) s₇
abbrev mkStr8 (s₁ s₂ s₃ s₄ s₅ s₆ s₇ s₈ : String) : Name := .str (mkStr7 s₁ s₂ s₃ s₄ s₅ s₆ s₇) s₈
end Lean.Name

namespace Lean
abbrev choiceKind : SyntaxNodeKind := .mkSimple "choice"
abbrev nullKind : SyntaxNodeKind := .mkSimple "null"
abbrev groupKind : SyntaxNodeKind := .mkSimple "group"
abbrev identKind : SyntaxNodeKind := .mkSimple "ident"
abbrev strLitKind : SyntaxNodeKind := .mkSimple "str"
abbrev charLitKind : SyntaxNodeKind := .mkSimple "char"
abbrev numLitKind : SyntaxNodeKind := .mkSimple "num"
abbrev scientificLitKind : SyntaxNodeKind := .mkSimple "scientific"
abbrev nameLitKind : SyntaxNodeKind := .mkSimple "name"
abbrev fieldIdxKind : SyntaxNodeKind := .mkSimple "fieldIdx"
abbrev hygieneInfoKind : SyntaxNodeKind := .mkSimple "hygieneInfo"
abbrev interpolatedStrLitKind : SyntaxNodeKind := .mkSimple "interpolatedStrLitKind"
abbrev interpolatedStrKind : SyntaxNodeKind := .mkSimple "interpolatedStrKind"

namespace Syntax
abbrev Term := TSyntax (.cons (.mkSimple "term") .nil)
abbrev Command := TSyntax (.cons (.mkSimple "command") .nil)
abbrev Tactic := TSyntax (.cons (.mkSimple "tactic") .nil)
abbrev Ident := TSyntax (.cons identKind .nil)
abbrev StrLit := TSyntax (.cons strLitKind .nil)
abbrev CharLit := TSyntax (.cons charLitKind .nil)
abbrev NumLit := TSyntax (.cons numLitKind .nil)
abbrev NameLit := TSyntax (.cons nameLitKind .nil)
abbrev HygieneInfo := TSyntax (.cons hygieneInfoKind .nil)
end Syntax
export Syntax (Term Command Ident StrLit CharLit NumLit NameLit HygieneInfo)
end Lean

/-! ## Default values, so that opaque constants of these types can be declared -/

namespace Lean
instance : Inhabited Substring.Raw :=
  Inhabited.mk (Substring.Raw.mk "" (String.Pos.Raw.mk 0) (String.Pos.Raw.mk 0))
instance (sep : String) : Inhabited (Syntax.SepArray sep) := Inhabited.mk (Syntax.SepArray.mk Array.empty)
instance (ks : SyntaxNodeKinds) (sep : String) : Inhabited (Syntax.TSepArray ks sep) :=
  Inhabited.mk (Syntax.TSepArray.mk Array.empty)
instance (ks : SyntaxNodeKinds) : Inhabited (TSyntaxArray ks) :=
  Inhabited.mk (Array.empty : Array (TSyntax ks))
instance {m : Type → Type} [Monad m] : Inhabited (MonadQuotation m) :=
  Inhabited.mk { getRef := pure default, withRef := fun _ x => x, getCurrMacroScope := pure (0 : Nat),
                 getContext := pure default, withFreshMacroScope := fun x => x }
end Lean

/-! ## Syntax categories: a constant each, so that an editor can point at them -/

namespace Lean.Parser
structure Category
namespace Category
def command : Category := Category.mk
def term : Category := Category.mk
def tactic : Category := Category.mk
def doElem : Category := Category.mk
def attr : Category := Category.mk
def stx : Category := Category.mk
def prec : Category := Category.mk
def prio : Category := Category.mk
def level : Category := Category.mk
end Category
end Lean.Parser

/-- Marks a parameter that a tactic fills in when it is not given. -/
@[reducible] def autoParam (α : Sort u) (tactic : Lean.Syntax) : Sort u := α
