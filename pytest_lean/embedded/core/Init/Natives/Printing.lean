module
prelude
public import Init.Data.Format
/-!
How values become text, bound to the functions that are compiled into the binary: decimal digits,
quotation marks and escapes, the layout of documents. The binary finds each by the declaration's name.
-/

@[expose] public section

set_option linter.all false

/-- The decimal digits of a number. -/
@[extern "native"] opaque Nat.reprFast (n : Nat) : String
/-- The escaped form of a string, with its quotation marks. -/
@[extern "native"] opaque String.quote (s : String) : String
/-- The escaped form of a character, with its quotation marks. -/
@[extern "native"] opaque Char.quote (c : Char) : String
/-- A document laid out in lines of at most `width` characters. -/
@[extern "native"]
opaque Std.Format.pretty (f : Std.Format) (width : Nat := Std.Format.defWidth) (indent : Nat := 0)
    (column : Nat := 0) :
    String
