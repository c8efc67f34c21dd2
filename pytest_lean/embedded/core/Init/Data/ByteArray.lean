module
prelude
public import Init.Data.Array.More
public import Init.Data.SInt
public import Init.Data.String.Basic
/-!
Arrays of bytes: each operation is defined through the array of its bytes and is computed by the
runtime's own; and the bytes of a string.
-/

@[expose] public section

set_option linter.all false

universe u v u₁ u₂

namespace ByteArray

@[extern "lean_mk_empty_byte_array"] def emptyWithCapacity (c : @& Nat) : ByteArray := ⟨#[]⟩
def empty : ByteArray := emptyWithCapacity 0
instance : EmptyCollection ByteArray := ⟨empty⟩
instance : Inhabited ByteArray := ⟨empty⟩
@[extern "lean_byte_array_size"] def size (a : @& ByteArray) : Nat := a.data.size
@[extern "lean_byte_array_push"] def push (a : ByteArray) (b : UInt8) : ByteArray := ⟨a.data.push b⟩
@[extern "lean_byte_array_get"] def get! (a : @& ByteArray) (i : @& Nat) : UInt8 := a.data[i]!
@[extern "lean_byte_array_fget"]
def get (a : @& ByteArray) (i : @& Nat) (h : i < a.size := by get_elem_tactic) : UInt8 :=
  a.data[i]
@[extern "lean_byte_array_set"] def set! (a : ByteArray) (i : @& Nat) (b : UInt8) : ByteArray :=
  ⟨a.data.set! i b⟩
instance : GetElem ByteArray Nat UInt8 fun xs i => i < xs.size := ⟨fun xs i h => xs.get i h⟩
instance : GetElem? ByteArray Nat UInt8 fun xs i => i < xs.size where
  getElem? xs i := if h : i < xs.size then some (xs.get i h) else none
  getElem! xs i := xs.get! i
def isEmpty (a : ByteArray) : Bool := a.size == 0
def toList (a : ByteArray) : List UInt8 := a.data.toList
def extract (a : ByteArray) (b e : Nat) : ByteArray := ⟨a.data.extract b e⟩
protected def append (a b : ByteArray) : ByteArray := ⟨a.data ++ b.data⟩
instance : Append ByteArray := ⟨ByteArray.append⟩
def copySlice (src : ByteArray) (srcOff : Nat) (dest : ByteArray) (destOff len : Nat) : ByteArray :=
  dest.extract 0 destOff ++ src.extract srcOff (srcOff + len) ++ dest.extract (destOff + len) dest.size
instance : BEq ByteArray := ⟨fun a b => a.data == b.data⟩
instance : DecidableEq ByteArray := fun
  | ⟨a⟩, ⟨b⟩ => if h : a = b then isTrue (h ▸ rfl) else isFalse fun e => by cases e; exact h rfl
instance : ToString ByteArray := ⟨fun a => toString a.toList⟩
instance : Repr ByteArray := ⟨fun a _ => Std.Format.text "{ data := " ++ repr a.data ++ Std.Format.text " }"⟩
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m ByteArray UInt8 := ⟨fun a b f => forIn a.data b f⟩
@[inline] def foldl {β : Type u} (f : β → UInt8 → β) (init : β) (as : ByteArray) (start := 0)
    (stop := as.size) : β := as.data.foldl f init start stop
@[inline] def foldlM {β : Type u} {m : Type u → Type v} [Monad m] (f : β → UInt8 → m β) (init : β)
    (as : ByteArray) (start := 0) (stop := as.size) : m β := as.data.foldlM f init start stop
end ByteArray
def List.toByteArray (bs : List UInt8) : ByteArray := bs.foldl ByteArray.push .empty
abbrev Array.toByteArray (bs : Array UInt8) : ByteArray := bs.toList.toByteArray

/-! ## The bytes of a string -/

/-- The one to four bytes of a character. -/
def Char.utf8Bytes (c : Char) : List UInt8 :=
  let v := c.toNat
  if v < 0x80 then [v.toUInt8]
  else if v < 0x800 then [(0xc0 + v / 64).toUInt8, (0x80 + v % 64).toUInt8]
  else if v < 0x10000 then [(0xe0 + v / 4096).toUInt8, (0x80 + v / 64 % 64).toUInt8, (0x80 + v % 64).toUInt8]
  else [(0xf0 + v / 262144).toUInt8, (0x80 + v / 4096 % 64).toUInt8, (0x80 + v / 64 % 64).toUInt8,
    (0x80 + v % 64).toUInt8]
@[extern "lean_string_to_utf8"] def String.toUTF8 (s : @& String) : ByteArray :=
  (s.toList.flatMap Char.utf8Bytes).toByteArray
abbrev String.toByteArray (s : String) : ByteArray := s.toUTF8
/-- The characters whose bytes these are, if they are well formed. -/
def String.decodeUTF8 : (fuel : Nat) → List UInt8 → Option (List Char)
  | _, [] => some []
  | 0, _ => none
  | fuel + 1, b :: bs =>
    let v := b.toNat
    let cont (n : Nat) (first : Nat) : Option (List Char) :=
      let more := bs.take n
      if more.length = n ∧ more.all fun b => b.toNat / 64 == 2 then
        let value := more.foldl (fun acc b => acc * 64 + b.toNat % 64) first
        (decodeUTF8 fuel (bs.drop n)).map (Char.ofNat value :: ·)
      else none
    if v < 0x80 then cont 0 v else if v < 0xc0 then none else if v < 0xe0 then cont 1 (v % 32)
    else if v < 0xf0 then cont 2 (v % 16) else if v < 0xf8 then cont 3 (v % 8) else none
def String.fromUTF8? (a : ByteArray) : Option String := (decodeUTF8 a.size a.toList).map String.ofList
def String.fromUTF8! (a : ByteArray) : String := match fromUTF8? a with
  | some s => s
  | none => panic "invalid UTF-8 string"
def String.validateUTF8 (a : ByteArray) : Bool := (fromUTF8? a).isSome

/-! ## Tracing -/

@[never_extract, extern "lean_dbg_trace_if_shared"]
def dbgTraceIfShared {α : Type u} (s : String) (a : α) : α := a
def dbgTraceVal {α : Type u} [ToString α] (a : α) : α := dbgTrace (toString a) fun _ => a
