module
prelude
public import Init.Data.Int.Basic
/-!
`Std.Format`, the document type that `Repr` produces and the compiled pretty printer lays out.
-/

@[expose] public section

set_option linter.all false
set_option genSizeOf false

namespace Std

inductive Format.FlattenBehavior where
  | allOrNone
  | fill

inductive Format where
  | nil : Format
  | line : Format
  | align (force : Bool) : Format
  | text : String → Format
  | nest (indent : Int) (f : Format) : Format
  | append : Format → Format → Format
  | group (f : Format) (behavior : Format.FlattenBehavior := .allOrNone) : Format
  | tag : Nat → Format → Format

class ToFormat (α : Type u) where
  format : α → Format
export ToFormat (format)

namespace Format
instance : Inhabited Format := ⟨nil⟩
instance : Append Format := ⟨Format.append⟩
instance : Coe String Format := ⟨text⟩
instance : ToFormat Format := ⟨id⟩
instance : ToFormat String := ⟨text⟩

def fill (f : Format) : Format := group f .fill
@[inline] def paren (f : Format) : Format := group (nest 1 (append (append (text "(") f) (text ")")))
@[inline] def bracket (l : String) (x : Format) (r : String) : Format :=
  group (nest (Int.ofNat l.toList.length) (append (append (text l) x) (text r)))
@[inline] def sbracket (f : Format) : Format := bracket "[" f "]"
@[inline] def bracketFill (l : String) (x : Format) (r : String) : Format :=
  fill (nest (Int.ofNat l.toList.length) (append (append (text l) x) (text r)))
def defIndent : Nat := 2
def defWidth : Nat := 120
def nestD (f : Format) : Format := nest 2 f
def indentD (f : Format) : Format := nestD (append line f)
def joinSep {α : Type u} [ToFormat α] : List α → Format → Format
  | [], _ => nil
  | [a], _ => format a
  | a :: as, sep => append (append (format a) sep) (joinSep as sep)
def join (xs : List Format) : Format :=
  match xs with
  | [] => nil
  | x :: xs => append x (join xs)
def isNil : Format → Bool
  | nil => true
  | _ => false
end Format
end Std
export Std (Format ToFormat)
