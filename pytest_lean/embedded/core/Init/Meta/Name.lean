module
prelude
public import Init.Data.String.Basic
public import Init.Natives.Quotation
/-!
Names as texts, for programs and macros that print them.
-/

@[expose] public section

set_option linter.all false

namespace Lean.Name

/-- Is this part of a name written without `«»`? -/
def isPlainPart (s : String) : Bool := match s.toList with
  | [] => false
  | c :: cs => (c.isAlpha || c == '_' || c.toNat > 127) &&
      cs.all fun c => c.isAlphanum || c == '_' || c == '\'' || c == '!' || c == '?' || c.toNat > 127
def partToString (escape : Bool) (s : String) : String :=
  if escape && !isPlainPart s then "«" ++ s ++ "»" else s
/-- The parts with dots between them. -/
protected def toString (n : Name) (escape : Bool := true) : String := match n with
  | .anonymous => "[anonymous]"
  | .str .anonymous s => partToString escape s
  | .str p s => p.toString escape ++ "." ++ partToString escape s
  | .num .anonymous i => toString i
  | .num p i => p.toString escape ++ "." ++ toString i
instance : ToString Name := ⟨Name.toString⟩
instance : Repr Name := ⟨fun n prec => match n with
  | .anonymous => "Lean.Name.anonymous"
  | n => "`" ++ n.toString⟩

/-- All parts but the last. -/
def getPrefix : Name → Name
  | .anonymous => .anonymous
  | .str p _ => p
  | .num p _ => p
def isAnonymous : Name → Bool
  | .anonymous => true
  | _ => false
end Lean.Name

/-- The version of the Lean that this library is for. -/
def Lean.versionString : String := "4.35.0"
