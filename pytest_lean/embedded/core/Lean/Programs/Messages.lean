module
public import Lean.Programs.Constants
/-!
Messages, whose make is the binary's own, and the exceptions of elaborators.
-/

@[expose] public section

set_option autoImplicit false
set_option linter.all false

namespace Lean

/-! ## What is told -/

opaque MessageDataPointed : NonemptyType
def MessageData : Type := MessageDataPointed.type
instance : Nonempty MessageData := MessageDataPointed.property
namespace MessageData
@[extern "native"] opaque ofFormat (fmt : Std.Format) : MessageData
@[extern "native"] opaque ofExpr (e : Expr) : MessageData
@[extern "native"] opaque ofName (n : Name) : MessageData
@[extern "native"] opaque ofConstName (n : Name) (fullNames : Bool := false) : MessageData
@[extern "native"] opaque ofLevel (l : Level) : MessageData
@[extern "native"] opaque ofSyntax (stx : Syntax) : MessageData
@[extern "native"] opaque nil : MessageData
@[extern "native"] opaque instAppend : Append MessageData := ⟨fun a _ => a⟩
attribute [instance] instAppend
@[extern "native"] opaque nestD (m : MessageData) : MessageData
@[extern "native"] opaque bracket (l : String) (f : MessageData) (r : String) : MessageData
@[extern "native"] opaque paren (f : MessageData) : MessageData
@[extern "native"] opaque sbracket (f : MessageData) : MessageData
@[extern "native"] opaque joinSep : List MessageData → MessageData → MessageData
@[extern "native"] protected opaque toString (m : MessageData) : BaseIO String
end MessageData
instance : Inhabited MessageData := ⟨MessageData.nil⟩
@[extern "native"] opaque stringToMessageData (s : String) : MessageData
@[extern "native"] opaque indentD (msg : MessageData) : MessageData
@[extern "native"] opaque indentExpr (e : Expr) : MessageData
class ToMessageData (α : Type) where
  toMessageData : α → MessageData
export ToMessageData (toMessageData)
@[extern "native"] opaque instToMessageDataMVarId : ToMessageData MVarId := ⟨fun _ => default⟩
attribute [instance] instToMessageDataMVarId
instance {α : Type} [Std.ToFormat α] : ToMessageData α := ⟨fun a => MessageData.ofFormat (Std.format a)⟩
instance : ToMessageData Expr := ⟨MessageData.ofExpr⟩
instance : ToMessageData Level := ⟨MessageData.ofLevel⟩
instance : ToMessageData Name := ⟨MessageData.ofName⟩
instance : ToMessageData String := ⟨stringToMessageData⟩
instance : ToMessageData Syntax := ⟨MessageData.ofSyntax⟩
instance {k : SyntaxNodeKinds} : ToMessageData (TSyntax k) := ⟨fun s => MessageData.ofSyntax s.raw⟩
instance : ToMessageData MessageData := ⟨id⟩
instance {α : Type} [ToMessageData α] : ToMessageData (List α) :=
  ⟨fun as => MessageData.sbracket (MessageData.joinSep (as.map toMessageData) (stringToMessageData ", "))⟩
instance {α : Type} [ToMessageData α] : ToMessageData (Array α) :=
  ⟨fun as => stringToMessageData "#" ++ toMessageData as.toList⟩
instance {α : Type} [ToMessageData α] : ToMessageData (Option α) :=
  ⟨fun | none => stringToMessageData "none"
       | some a => stringToMessageData "some (" ++ toMessageData a ++ stringToMessageData ")"⟩
instance {α β : Type} [ToMessageData α] [ToMessageData β] : ToMessageData (α × β) :=
  ⟨fun (a, b) => MessageData.paren (toMessageData a ++ stringToMessageData ", " ++ toMessageData b)⟩
instance : Coe String MessageData := ⟨stringToMessageData⟩
instance : Coe Expr MessageData := ⟨MessageData.ofExpr⟩
instance : Coe Name MessageData := ⟨MessageData.ofName⟩
instance : Coe Syntax MessageData := ⟨MessageData.ofSyntax⟩
instance {ks : SyntaxNodeKinds} : CoeOut (TSyntax ks) MessageData := ⟨fun stx => MessageData.ofSyntax stx.raw⟩
instance : Coe Level MessageData := ⟨MessageData.ofLevel⟩
instance : Coe MVarId MessageData := ⟨toMessageData⟩
instance : Coe Std.Format MessageData := ⟨MessageData.ofFormat⟩

/-! ## Exceptions -/

structure InternalExceptionId where
  idx : Nat := 0
inductive DataValue where
  | ofString (v : String) | ofBool (v : Bool) | ofName (v : Name) | ofNat (v : Nat) | ofInt (v : Int)
  | ofSyntax (v : Syntax)
structure KVMap where
  entries : List (Name × DataValue) := []
inductive Exception where
  | error (ref : Syntax) (msg : MessageData)
  | internal (id : InternalExceptionId) (extra : KVMap := {})
instance : Inhabited Exception := ⟨.error .missing default⟩
@[extern "native"] opaque Exception.toMessageData : Exception → MessageData
def Exception.getRef : Exception → Syntax | .error ref _ => ref | .internal .. => .missing
@[extern "native"] opaque Elab.unsupportedSyntaxExceptionId : InternalExceptionId := ⟨0⟩

end Lean
