module
prelude
public import Init.Core.Classes
/-!
What `syntax`, `macro` and `macro_rules` compile to, beyond the bound functions: the coercions between
kinds of syntax, the reading of literals, and `quote`.
-/

@[expose] public section

set_option linter.all false

universe u v

/-! ## Arrays that quotations build -/

/-- The array of a list (bound to the runtime's). -/
@[match_pattern] abbrev List.toArray {α : Type u} (xs : List α) : Array α := Array.mk xs

namespace Lean

/-! ## Coercions: a kind is a set of kinds, an identifier is a term, typed syntax is syntax -/

instance : Coe SyntaxNodeKind SyntaxNodeKinds := ⟨fun k => [k]⟩
instance {ks : SyntaxNodeKinds} : CoeOut (TSyntax ks) Syntax := ⟨TSyntax.raw⟩
instance {ks : SyntaxNodeKinds} {k' : SyntaxNodeKind} : Coe (TSyntax ks) (TSyntax (k' :: ks)) :=
  ⟨fun s => ⟨s.raw⟩⟩
instance : Coe Ident Term := ⟨fun s => ⟨s.raw⟩⟩
/-- A name as the name of a declaration. -/
instance : Coe Ident (TSyntax `Lean.Parser.Command.declId) :=
  ⟨fun s => ⟨.node .none `Lean.Parser.Command.declId [s.raw, .node .none `null [].toArray].toArray⟩⟩
instance : Coe Ident (TSyntax `Lean.Parser.Term.funBinder) := ⟨fun s => ⟨s.raw⟩⟩
instance : Coe Term (TSyntax `Lean.Parser.Term.funBinder) := ⟨fun s => ⟨s.raw⟩⟩
instance : Coe NumLit Term := ⟨fun s => ⟨s.raw⟩⟩
instance : Coe StrLit Term := ⟨fun s => ⟨s.raw⟩⟩
instance : Coe CharLit Term := ⟨fun s => ⟨s.raw⟩⟩
instance : Coe NameLit Term := ⟨fun s => ⟨s.raw⟩⟩
instance : CoeDep Term ⟨Syntax.ident i ss n res⟩ Ident := ⟨⟨.ident i ss n res⟩⟩

/-- The untyped array; the same object at run time. -/
unsafe def TSyntaxArray.rawImpl {ks : SyntaxNodeKinds} (as : TSyntaxArray ks) : Array Syntax := unsafeCast as
@[implemented_by TSyntaxArray.rawImpl] opaque TSyntaxArray.raw {ks : SyntaxNodeKinds} (as : TSyntaxArray ks) :
    Array Syntax
unsafe def TSyntaxArray.mkImpl {ks : SyntaxNodeKinds} (as : Array Syntax) : TSyntaxArray ks := unsafeCast as
@[implemented_by TSyntaxArray.mkImpl] opaque TSyntaxArray.mk {ks : SyntaxNodeKinds} (as : Array Syntax) :
    TSyntaxArray ks
instance {ks : SyntaxNodeKinds} : CoeOut (TSyntaxArray ks) (Array Syntax) := ⟨TSyntaxArray.raw⟩
instance {ks : SyntaxNodeKinds} {sep : String} : CoeOut (Syntax.TSepArray ks sep) (TSyntaxArray ks) :=
  ⟨Syntax.TSepArray.getElems⟩
instance {ks : SyntaxNodeKinds} {sep : String} : Coe (TSyntaxArray ks) (Syntax.TSepArray ks sep) :=
  ⟨Syntax.TSepArray.ofElems⟩
instance {sep : String} : Coe (Array Syntax) (Syntax.SepArray sep) := ⟨Syntax.SepArray.ofElems⟩

/-! ## Positions for synthetic syntax -/

@[always_inline, inline] def MonadRef.mkInfoFromRefPos {m : Type → Type} [Monad m] [MonadRef m] :
    m SourceInfo := do
  let ref ← getRef
  pure (SourceInfo.fromRef ref)
@[always_inline, inline]
def withRef {m : Type → Type} [Monad m] [MonadRef m] {α : Type} (ref : Syntax) (x : m α) : m α :=
  MonadRef.withRef ref x
def MonadQuotation.addMacroScope {m : Type → Type} [MonadQuotation m] [Monad m] (n : Name) : m Name := do
  let ctx ← MonadQuotation.getContext
  let scp ← getCurrMacroScope
  pure (Lean.addMacroScope ctx n scp)

/-! ## Reading syntax -/

abbrev TSyntax.getId (s : Ident) : Name := s.raw.getId
def TSyntax.getNat (s : NumLit) : Nat := s.raw.isNatLit?.getD 0
def TSyntax.getString (s : StrLit) : String := s.raw.isStrLit?.getD ""
def TSyntax.getChar (s : CharLit) : Char := s.raw.isCharLit?.getD default
instance : GetElem Syntax Nat Syntax fun _ _ => True where
  getElem stx i _ := stx.getArg i

/-! ## Values as syntax -/

class Quote (α : Type) (k : SyntaxNodeKind := `term) where
  quote : α → TSyntax k
export Quote (quote)
instance : Quote Nat `num := ⟨fun n => Syntax.mkNatLit n⟩
instance : Quote String `str := ⟨fun s => Syntax.mkStrLit s⟩
instance : Quote Char `char := ⟨fun c => Syntax.mkCharLit c⟩
instance : Quote Nat := ⟨fun n => Syntax.mkNatLit n⟩
instance : Quote String := ⟨fun s => Syntax.mkStrLit s⟩
instance : Quote Char := ⟨fun c => Syntax.mkCharLit c⟩
instance : Quote Term := ⟨id⟩
instance : Quote Bool := ⟨fun | true => mkIdent `Bool.true | false => mkIdent `Bool.false⟩
end Lean
