module
prelude
public import Init.Data.Ord
public import Init.Data.List.Index
public import Init.Data.Iter
public import Init.System.IO
/-!
Characters and strings. A string is its list of characters, so each function is a function on lists;
`length`, `++`, `push` and equality are the runtime's own when a program runs.
-/

@[expose] public section

set_option linter.all false

/-! ## Characters -/

namespace Char
instance instLT : LT Char := ⟨fun a b => a.val < b.val⟩
instance instLE : LE Char := ⟨fun a b => a.val ≤ b.val⟩
instance instDecidableLt (a b : Char) : Decidable (a < b) := inferInstanceAs (Decidable (a.val < b.val))
instance instDecidableLe (a b : Char) : Decidable (a ≤ b) := inferInstanceAs (Decidable (a.val ≤ b.val))
def isWhitespace (c : Char) : Bool := c = ' ' || c = '\t' || c = '\r' || c = '\n'
def isUpper (c : Char) : Bool := 65 ≤ c.toNat && c.toNat ≤ 90
def isLower (c : Char) : Bool := 97 ≤ c.toNat && c.toNat ≤ 122
def isAlpha (c : Char) : Bool := c.isUpper || c.isLower
def isDigit (c : Char) : Bool := 48 ≤ c.toNat && c.toNat ≤ 57
def isAlphanum (c : Char) : Bool := c.isAlpha || c.isDigit
def toLower (c : Char) : Char := if c.isUpper then ofNat (c.toNat + 32) else c
def toUpper (c : Char) : Char := if c.isLower then ofNat (c.toNat - 32) else c
def digitToNat? (c : Char) : Option Nat := if c.isDigit then some (c.toNat - 48) else none
end Char
/-- The digit for a number below 16, else `*`. -/
def Nat.digitChar (n : Nat) : Char :=
  if n < 10 then Char.ofNat (48 + n) else if n < 16 then Char.ofNat (87 + n) else '*'
/-- The digits in a base, the most significant first. -/
def Nat.toDigitsCore (base : Nat) : (fuel n : Nat) → List Char → List Char
  | 0, _, ds => ds
  | fuel + 1, n, ds =>
      if n / base = 0 then (n % base).digitChar :: ds else toDigitsCore base fuel (n / base)
        ((n % base).digitChar :: ds)
def Nat.toDigits (base n : Nat) : List Char := toDigitsCore base (n + 1) n []

namespace String

/-! ## Lists of characters -/

@[ext] theorem ext {s t : String} (h : s.toList = t.toList) : s = t := eq_of_toList_eq h
abbrev data (s : String) : List Char := s.toList
abbrev mk (cs : List Char) : String := String.ofList cs
@[simp] theorem toList_ofList (cs : List Char) : (String.ofList cs).toList = cs := rfl
@[simp] theorem ofList_toList (s : String) : String.ofList s.toList = s := rfl
theorem toList_inj {s t : String} : s.toList = t.toList ↔ s = t := ⟨ext, congrArg _⟩

@[extern "lean_string_length"] def length (s : @& String) : Nat := s.toList.length
@[extern "lean_string_push"] def push (s : String) (c : Char) : String := String.ofList (s.toList ++ [c])
instance instLT : LT String := ⟨fun s t => s.toList < t.toList⟩
instance decidableLT (s t : String) : Decidable (s < t) := List.decidableLT s.toList t.toList
instance instLE : LE String := ⟨fun s t => ¬t < s⟩
instance decidableLE (s t : String) : Decidable (s ≤ t) := inferInstanceAs (Decidable (¬_))
instance : EmptyCollection String := ⟨""⟩

@[simp] theorem toList_append (s t : String) : (s ++ t).toList = s.toList ++ t.toList := rfl
@[simp] theorem length_toList {s : String} : s.toList.length = s.length := rfl
@[simp] theorem length_append (s t : String) : (s ++ t).length = s.length + t.length := List.length_append
@[simp] theorem length_empty : "".length = 0 := rfl
@[simp] theorem length_push (s : String) (c : Char) : (s.push c).length = s.length + 1 := List.length_append
@[simp] theorem append_empty (s : String) : s ++ "" = s := ext (List.append_nil _)
@[simp] theorem empty_append (s : String) : "" ++ s = s := rfl
theorem append_assoc (s t u : String) : s ++ t ++ u = s ++ (t ++ u) := ext (List.append_assoc _ _ _)
@[simp] theorem length_ofList (cs : List Char) : (String.ofList cs).length = cs.length := rfl

/-! ## Making and joining -/

def pushn (s : String) (c : Char) (n : Nat) : String := s ++ String.ofList (List.replicate n c)
def join (l : List String) : String := l.foldl (· ++ ·) ""
def intercalate (s : String) : List String → String
  | [] => ""
  | [a] => a
  | a :: b :: as => a ++ s ++ intercalate s (b :: as)
def isEmpty (s : String) : Bool := s.length = 0
@[inline] def map (f : Char → Char) (s : String) : String := String.ofList (s.toList.map f)
def toUpper (s : String) : String := s.map Char.toUpper
def toLower (s : String) : String := s.map Char.toLower
def capitalize (s : String) : String := match s.toList with
  | [] => ""
  | c :: cs => String.ofList (c.toUpper :: cs)
def decapitalize (s : String) : String := match s.toList with
  | [] => ""
  | c :: cs => String.ofList (c.toLower :: cs)

/-! ## Patterns: a character, a test of characters, or a string -/

/-- A part of a string. Here it is a string of its own. -/
abbrev Slice : Type := String
/-- What can be searched for at the start of a list of characters, and at the end of one that is given
backwards: how many of them match, if it matches. -/
class Pattern {ρ : Type} (pat : ρ) where
  matchLength? : List Char → Option Nat
  matchBackwards? : List Char → Option Nat := matchLength?
namespace Pattern
@[default_instance] instance {p : Char → Bool} : Pattern p where
  matchLength?
    | c :: _ => if p c then some 1 else none
    | [] => none
instance {p : Char → Prop} [DecidablePred p] : Pattern p where
  matchLength?
    | c :: _ => if p c then some 1 else none
    | [] => none
instance {a : Char} : Pattern a where
  matchLength?
    | c :: _ => if c = a then some 1 else none
    | [] => none
instance {s : String} : Pattern s where
  matchLength? cs := if s.toList.isPrefixOf cs then some s.length else none
  matchBackwards? cs := if s.toList.reverse.isPrefixOf cs then some s.length else none
@[inline] def isMatch {ρ : Type} (pat : ρ) [Pattern pat] (cs : List Char) : Bool :=
  (matchLength? pat cs).isSome
/-- Drops what matches at the start, as often as it does; `fuel` bounds the number of steps. -/
def dropAll (find : List Char → Option Nat) : (fuel : Nat) → List Char → List Char
  | 0, cs => cs
  | fuel + 1, cs => match find cs with
    | some (n + 1) => dropAll find fuel (cs.drop (n + 1))
    | _ => cs
/-- Is there a place where it matches? -/
def occursIn {ρ : Type} (pat : ρ) [Pattern pat] : List Char → Bool
  | [] => isMatch pat []
  | c :: cs => isMatch pat (c :: cs) || occursIn pat cs
/-- Cuts at each match; `skip` characters belong to the last one found. -/
def cut {ρ : Type} (pat : ρ) [Pattern pat] : (skip : Nat) → List Char → List Char → List String
  | _, [], acc => [String.ofList acc.reverse]
  | skip + 1, _ :: cs, acc => cut pat skip cs acc
  | 0, c :: cs, acc => match matchLength? pat (c :: cs) with
    | some (n + 1) => String.ofList acc.reverse :: cut pat n cs []
    | _ => cut pat 0 cs (c :: acc)
end Pattern

/-! ## Parts and tests -/

section
variable {ρ : Type}
def take (s : String) (n : Nat) : String := String.ofList (s.toList.take n)
def drop (s : String) (n : Nat) : String := String.ofList (s.toList.drop n)
def takeEnd (s : String) (n : Nat) : String := s.drop (s.length - n)
def dropEnd (s : String) (n : Nat) : String := s.take (s.length - n)
def dropWhile (s : String) (pat : ρ) [Pattern pat] : String :=
  String.ofList (Pattern.dropAll (Pattern.matchLength? pat) s.length s.toList)
def takeWhile (s : String) (pat : ρ) [Pattern pat] : String := s.take (s.length - (s.dropWhile pat).length)
def dropEndWhile (s : String) (pat : ρ) [Pattern pat] : String :=
  String.ofList (Pattern.dropAll (Pattern.matchBackwards? pat) s.length s.toList.reverse).reverse
def takeEndWhile (s : String) (pat : ρ) [Pattern pat] : String :=
  s.takeEnd (s.length - (s.dropEndWhile pat).length)
abbrev takeRight (s : String) (n : Nat) : String := s.takeEnd n
abbrev dropRight (s : String) (n : Nat) : String := s.dropEnd n
abbrev takeRightWhile (s : String) (p : Char → Bool) : String := s.takeEndWhile p
abbrev dropRightWhile (s : String) (p : Char → Bool) : String := s.dropEndWhile p
def trimAsciiStart (s : String) : String := s.dropWhile Char.isWhitespace
def trimAsciiEnd (s : String) : String := s.dropEndWhile Char.isWhitespace
def trimAscii (s : String) : String := s.trimAsciiStart.trimAsciiEnd
abbrev trimLeft (s : String) : String := s.trimAsciiStart
abbrev trimRight (s : String) : String := s.trimAsciiEnd
abbrev trim (s : String) : String := s.trimAscii
def front (s : String) : Char := s.toList.headD default
def front? (s : String) : Option Char := s.toList.head?
def back (s : String) : Char := s.toList.getLastD default
def back? (s : String) : Option Char := s.toList.getLast?
def contains (s : String) (pat : ρ) [Pattern pat] : Bool := Pattern.occursIn pat s.toList
def any (s : String) (p : Char → Bool) : Bool := s.toList.any p
def all (s : String) (p : Char → Bool) : Bool := s.toList.all p
def startsWith (s : String) (pat : ρ) [Pattern pat] : Bool := Pattern.isMatch pat s.toList
def endsWith (s : String) (pat : ρ) [Pattern pat] : Bool :=
  (Pattern.matchBackwards? pat s.toList.reverse).isSome
def isPrefixOf (p s : String) : Bool := s.startsWith p
def dropPrefix? (s : String) (pat : ρ) [Pattern pat] : Option String :=
  (Pattern.matchLength? pat s.toList).map s.drop
def dropPrefix (s : String) (pat : ρ) [Pattern pat] : String := (s.dropPrefix? pat).getD s
def dropSuffix? (s : String) (pat : ρ) [Pattern pat] : Option String :=
  (Pattern.matchBackwards? pat s.toList.reverse).map s.dropEnd
def dropSuffix (s : String) (pat : ρ) [Pattern pat] : String := (s.dropSuffix? pat).getD s
abbrev stripPrefix (s pre : String) : String := s.dropPrefix pre
abbrev stripSuffix (s post : String) : String := s.dropSuffix post
@[inline] def foldl {α : Type u} (f : α → Char → α) (init : α) (s : String) : α := s.toList.foldl f init
@[inline] def foldr {α : Type u} (f : Char → α → α) (init : α) (s : String) : α := s.toList.foldr f init
/-- What stands between the matches. -/
def split (s : String) (pat : ρ) [Pattern pat] : Std.Iter Slice := ⟨Pattern.cut pat 0 s.toList []⟩
def splitToList (s : String) (p : Char → Bool) : List String := (s.split p).toList
def splitOn (s : String) (sep : String := " ") : List String :=
  if sep.isEmpty then [s] else (s.split sep).toList
/-- The lines without their ends, `\n` or `\r\n`. -/
def lines (s : String) : Std.Iter Slice :=
  let ls := (s.split '\n').toList
  let ls := if ls.getLast? = some "" then ls.dropLast else ls
  ⟨ls.map fun l => if l.toList.getLast? = some '\r' then l.dropEnd 1 else l⟩
def replace (s : String) (pat : ρ) [Pattern pat] (replacement : String) : String :=
  replacement.intercalate (s.split pat).toList
/-- The string itself: a slice is a string here. -/
@[inline] def copy (s : String) : String := s
@[inline] def toSlice (s : String) : Slice := s
@[inline] def Slice.copy (s : Slice) : String := s
@[inline] def Slice.toString (s : Slice) : String := s
abbrev Slice.isEmpty (s : Slice) : Bool := String.isEmpty s
abbrev Slice.drop (s : Slice) (n : Nat) : Slice := String.drop s n
abbrev Slice.dropEnd (s : Slice) (n : Nat) : Slice := String.dropEnd s n
abbrev Slice.take (s : Slice) (n : Nat) : Slice := String.take s n
abbrev Slice.trimAscii (s : Slice) : Slice := String.trimAscii s
abbrev Slice.toNat? (s : Slice) : Option Nat :=
  s.toList.foldl (fun n c => n.bind fun n => if c.isDigit then some (n * 10 + (c.toNat - 48)) else none)
    (if s.isEmpty then none else some 0)
def chars (s : String) : Std.Iter Char := ⟨s.toList⟩
def revChars (s : String) : Std.Iter Char := ⟨s.toList.reverse⟩
@[simp] theorem toList_chars (s : String) : s.chars.toList = s.toList := rfl
@[simp] theorem toList_revChars (s : String) : s.revChars.toList = s.toList.reverse := rfl

/-! ## Positions, counted in bytes -/

def _root_.Char.utf8Size (c : Char) : Nat :=
  if c.toNat < 0x80 then 1 else if c.toNat < 0x800 then 2 else if c.toNat < 0x10000 then 3 else 4
def utf8ByteSize (s : String) : Nat := s.toList.foldl (fun n c => n + c.utf8Size) 0
/-- The character that begins at a byte. -/
def getAt : List Char → (here : Nat) → (i : Nat) → Option Char
  | [], _, _ => none
  | c :: cs, here, i => if here = i then some c else getAt cs (here + c.utf8Size) i
instance : OfNat Pos.Raw (nat_lit 0) := ⟨⟨0⟩⟩
instance : DecidableEq Pos.Raw := fun
  | ⟨a⟩, ⟨b⟩ => if h : a = b then isTrue (h ▸ rfl) else isFalse fun e => by cases e; exact h rfl
instance : LT Pos.Raw := ⟨fun a b => a.byteIdx < b.byteIdx⟩
instance : LE Pos.Raw := ⟨fun a b => a.byteIdx ≤ b.byteIdx⟩
instance (a b : Pos.Raw) : Decidable (a < b) := inferInstanceAs (Decidable (a.byteIdx < b.byteIdx))
instance (a b : Pos.Raw) : Decidable (a ≤ b) := inferInstanceAs (Decidable (a.byteIdx ≤ b.byteIdx))
instance : Inhabited Pos.Raw := ⟨0⟩
def rawEndPos (s : String) : Pos.Raw := ⟨s.utf8ByteSize⟩
def Pos.Raw.get? (s : String) (p : Pos.Raw) : Option Char := getAt s.toList 0 p.byteIdx
def Pos.Raw.get (s : String) (p : Pos.Raw) : Char := (p.get? s).getD default
def Pos.Raw.get! (s : String) (p : Pos.Raw) : Char := match p.get? s with
  | some c => c
  | none => panic "invalid position"
def Pos.Raw.next (s : String) (p : Pos.Raw) : Pos.Raw := ⟨p.byteIdx + (p.get s).utf8Size⟩
def Pos.Raw.atEnd (s : String) (p : Pos.Raw) : Bool := p.byteIdx ≥ s.utf8ByteSize
abbrev get (s : String) (p : Pos.Raw) : Char := p.get s
abbrev next (s : String) (p : Pos.Raw) : Pos.Raw := p.next s
abbrev atEnd (s : String) (p : Pos.Raw) : Bool := p.atEnd s
/-- The part between two positions. -/
def Pos.Raw.extract (s : String) (b e : Pos.Raw) : String := String.ofList (go s.toList 0)
where
  go : List Char → Nat → List Char
  | [], _ => []
  | c :: cs, here =>
    if b.byteIdx ≤ here ∧ here < e.byteIdx then c :: go cs (here + c.utf8Size) else go cs (here + c.utf8Size)
end

/-! ## Numbers -/

def isNat (s : String) : Bool := !s.isEmpty && s.all Char.isDigit
def toNat? (s : String) : Option Nat :=
  if s.isNat then some (s.foldl (fun n c => n * 10 + (c.toNat - 48)) 0) else none
def toNat! (s : String) : Nat := match s.toNat? with
  | some n => n
  | none => panic "Nat expected"
abbrev Slice.toNat! (s : Slice) : Nat := String.toNat! s
def toInt? (s : String) : Option Int := match s.toList with
  | '-' :: cs => (String.ofList cs).toNat?.map fun n => -(Int.ofNat n)
  | _ => s.toNat?.map Int.ofNat
def toInt! (s : String) : Int := match s.toInt? with
  | some n => n
  | none => panic "Int expected"
def isInt (s : String) : Bool := s.toInt?.isSome

instance {m : Type u → Type v} [Monad m] : ForIn m String Char := ⟨fun s b f => forIn s.toList b f⟩
end String
abbrev List.asString (cs : List Char) : String := String.ofList cs
@[inline] def hexDigitRepr (n : Nat) : String := String.singleton n.digitChar
