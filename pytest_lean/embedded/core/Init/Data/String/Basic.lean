prelude
import Init.Data.Ord
import Init.Data.List.Index
/-!
Characters and strings. A string is its list of characters, so each function is a function on lists; `length`, `++`, `push`
and equality are the runtime's own when a program runs.
-/

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
  | fuel + 1, n, ds => if n / base = 0 then (n % base).digitChar :: ds else toDigitsCore base fuel (n / base) ((n % base).digitChar :: ds)
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
@[simp] theorem length_append (s t : String) : (s ++ t).length = s.length + t.length := List.length_append
@[simp] theorem length_empty : "".length = 0 := rfl
@[simp] theorem length_push (s : String) (c : Char) : (s.push c).length = s.length + 1 := List.length_append
@[simp] theorem append_empty (s : String) : s ++ "" = s := ext (List.append_nil _)
@[simp] theorem empty_append (s : String) : "" ++ s = s := rfl
theorem append_assoc (s t u : String) : s ++ t ++ u = s ++ (t ++ u) := ext (List.append_assoc _ _ _)
@[simp] theorem length_ofList (cs : List Char) : (String.ofList cs).length = cs.length := rfl

/-! ## Making and joining -/

def replicate (n : Nat) (c : Char) : String := String.ofList (List.replicate n c)
def pushn (s : String) (c : Char) (n : Nat) : String := s ++ replicate n c
def join (l : List String) : String := l.foldl (· ++ ·) ""
def intercalate (s : String) : List String → String
  | [] => ""
  | [a] => a
  | a :: b :: as => a ++ s ++ intercalate s (b :: as)
def isEmpty (s : String) : Bool := s.length = 0
def reverse (s : String) : String := String.ofList s.toList.reverse
@[inline] def map (f : Char → Char) (s : String) : String := String.ofList (s.toList.map f)
def toUpper (s : String) : String := s.map Char.toUpper
def toLower (s : String) : String := s.map Char.toLower
def capitalize (s : String) : String := match s.toList with
  | [] => ""
  | c :: cs => String.ofList (c.toUpper :: cs)
def decapitalize (s : String) : String := match s.toList with
  | [] => ""
  | c :: cs => String.ofList (c.toLower :: cs)

/-! ## Parts and tests -/

def take (s : String) (n : Nat) : String := String.ofList (s.toList.take n)
def drop (s : String) (n : Nat) : String := String.ofList (s.toList.drop n)
def takeRight (s : String) (n : Nat) : String := s.drop (s.length - n)
def dropRight (s : String) (n : Nat) : String := s.take (s.length - n)
def takeWhile (s : String) (p : Char → Bool) : String := String.ofList (s.toList.takeWhile p)
def dropWhile (s : String) (p : Char → Bool) : String := String.ofList (s.toList.dropWhile p)
def trimLeft (s : String) : String := s.dropWhile Char.isWhitespace
def trimRight (s : String) : String := (s.reverse.dropWhile Char.isWhitespace).reverse
def trim (s : String) : String := s.trimLeft.trimRight
def trimAscii (s : String) : String := s.trim
def front (s : String) : Char := s.toList.headD default
def back (s : String) : Char := s.toList.getLastD default
def contains (s : String) (c : Char) : Bool := s.toList.contains c
def any (s : String) (p : Char → Bool) : Bool := s.toList.any p
def all (s : String) (p : Char → Bool) : Bool := s.toList.all p
def startsWith (s pre : String) : Bool := pre.toList.isPrefixOf s.toList
def endsWith (s post : String) : Bool := post.toList.isSuffixOf s.toList
def isPrefixOf (p s : String) : Bool := s.startsWith p
@[inline] def foldl {α : Type u} (f : α → Char → α) (init : α) (s : String) : α := s.toList.foldl f init
@[inline] def foldr {α : Type u} (f : Char → α → α) (init : α) (s : String) : α := s.toList.foldr f init
def get? (s : String) (i : Nat) : Option Char := s.toList[i]?

/-- Cuts a list at each element that satisfies `p`. -/
def splitList (p : Char → Bool) : List Char → List Char → List String
  | [], acc => [String.ofList acc.reverse]
  | c :: cs, acc => if p c then String.ofList acc.reverse :: splitList p cs [] else splitList p cs (c :: acc)
def split (s : String) (p : Char → Bool) : List String := splitList p s.toList []
/-- Cuts a list at each occurrence of `sep`; `skip` characters belong to the last one found. -/
def splitOnList (sep : List Char) : (skip : Nat) → List Char → List Char → List String
  | _, [], acc => [String.ofList acc.reverse]
  | skip + 1, _ :: cs, acc => splitOnList sep skip cs acc
  | 0, c :: cs, acc => if sep.isPrefixOf (c :: cs) then String.ofList acc.reverse :: splitOnList sep (sep.length - 1) cs [] else splitOnList sep 0 cs (c :: acc)
def splitOn (s : String) (sep : String := " ") : List String := if sep.isEmpty then [s] else splitOnList sep.toList 0 s.toList []
def lines (s : String) : List String := s.split (· = '\n')
def replace (s pattern replacement : String) : String := if pattern.isEmpty then s else replacement.intercalate (s.splitOn pattern)

/-! ## Numbers -/

def isNat (s : String) : Bool := !s.isEmpty && s.all Char.isDigit
def toNat? (s : String) : Option Nat := if s.isNat then some (s.foldl (fun n c => n * 10 + (c.toNat - 48)) 0) else none
def toNat! (s : String) : Nat := s.toNat?.getD 0
def toInt? (s : String) : Option Int := match s.toList with
  | '-' :: cs => (String.ofList cs).toNat?.map fun n => -(Int.ofNat n)
  | _ => s.toNat?.map Int.ofNat
def isInt (s : String) : Bool := s.toInt?.isSome

instance {m : Type u → Type v} [Monad m] : ForIn m String Char := ⟨fun s b f => forIn s.toList b f⟩
end String
abbrev List.asString (cs : List Char) : String := String.ofList cs
@[inline] def hexDigitRepr (n : Nat) : String := String.singleton n.digitChar
