module
public import Init
/-!
What elaborators do with names and syntax beyond what macros need.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

namespace Lean

/-! ## Names -/

namespace Name
@[extern "native"] protected opaque append : Name → Name → Name
instance : Append Name := ⟨Name.append⟩
@[extern "native"] protected opaque beq : (@& Name) → (@& Name) → Bool
instance : BEq Name := ⟨Name.beq⟩
@[extern "native"] opaque isPrefixOf (p : Name) (n : Name) : Bool
@[extern "native"] opaque components (n : Name) : List Name
@[extern "native"] opaque hasMacroScopes (n : Name) : Bool
@[extern "native"] opaque isInternal (n : Name) : Bool
@[extern "native"] opaque getRoot (n : Name) : Name
@[extern "native"] opaque quickLt (n m : Name) : Bool
@[extern "native"] opaque lt (n m : Name) : Bool
def getString! : Name → String
  | str _ s => s
  | _ => panic! "expected a name that ends with a text"
def isStr : Name → Bool | str .. => true | _ => false
def isNum : Name → Bool | num .. => true | _ => false
def appendAfter (n : Name) (suffix : String) : Name := match n with
  | str p s => str p (s ++ suffix)
  | n => str n suffix
def isAtomic : Name → Bool
  | anonymous => true
  | str anonymous _ => true
  | num anonymous _ => true
  | _ => false
end Name

/-! ## Syntax -/

@[extern "native"] opaque mkIdentFrom (src : Syntax) (val : Name) (canonical : Bool := false) : Ident
def mkCIdent (c : Name) : Ident :=
  ⟨.ident .none (toString c).toRawSubstring (addMacroScope `_internal c 0) [.decl c []]⟩
def mkNode (k : SyntaxNodeKind) (args : Array Syntax) : TSyntax [k] := ⟨.node .none k args⟩

namespace Syntax
@[extern "native"] opaque getSepArgs (stx : Syntax) : Array Syntax
@[extern "native"] opaque reprint (stx : Syntax) : Option String
@[extern "native"] opaque formatStx (stx : Syntax) (maxDepth : Option Nat := none)
    (showInfo : Bool := false) :
    Std.Format
@[extern "native"] opaque hasMissing (stx : Syntax) : Bool
@[extern "native"] opaque structEq (stx stx' : Syntax) : Bool
instance : BEq Syntax := ⟨structEq⟩
instance : Std.ToFormat Syntax := ⟨fun stx => stx.formatStx⟩
instance : ToString Syntax := ⟨fun stx => stx.formatStx.pretty⟩
instance {ks : SyntaxNodeKinds} : ToString (TSyntax ks) := ⟨fun stx => toString stx.raw⟩
def mkNumLit (val : String) (info : SourceInfo := .none) : NumLit := ⟨.node info `num #[.atom info val]⟩
def isAtom : Syntax → Bool | atom .. => true | _ => false
def getAtomVal : Syntax → String | atom _ v => v | _ => ""
def toNat (stx : Syntax) : Nat := stx.isNatLit?.getD 0
/-- The syntax that `p` holds of, from the outside in. -/
partial def find? (stx : Syntax) (p : Syntax → Bool) : Option Syntax :=
  if p stx then some stx else stx.getArgs.toList.findSome? fun arg => arg.find? p
end Syntax

end Lean
