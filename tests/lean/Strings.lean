/-! Strings and characters. -/

namespace Strings

#eval "Hello, " ++ "Lean" ++ "!"
-- info: "Hello, Lean!"

#eval "Lean".length
-- info: 4

#eval s!"{1 + 1} is two, {"text"} is text, {[1, 2]} is a list"
-- info: "2 is two, text is text, [1, 2] is a list"

#eval "a\tb\"c\\"
-- info: "a\tb\"c\\"

#eval 'x'
-- info: 'x'

#eval 'a'.toNat
-- info: 97

#eval Char.ofNat 955
-- info: 'λ'

#eval "αβγ".length
-- info: 3

#eval "abc".toList
-- info: ['a', 'b', 'c']

#eval String.ofList ['x', 'y']
-- info: "xy"

#eval "abc".push 'd'
-- info: "abcd"

#eval "abc" == "abc"
-- info: true

#eval "abc" < "abd"
-- info: true

#eval toString 42 ++ toString true ++ toString 'c' ++ toString "s"
-- info: "42truecs"

#eval String.join ["a", "b", "c"]
-- info: "abc"

#eval ", ".intercalate ["x", "y", "z"]
-- info: "x, y, z"

#eval "Hello".toUpper
-- info: "HELLO"

#eval "42".toNat?
-- info: some 42

#eval "x42".toNat?
-- info: none

#eval "a,b,c".splitOn ","
-- info: ["a", "b", "c"]

#eval "".isEmpty
-- info: true

#eval 'a'.isAlpha && '7'.isDigit && ' '.isWhitespace
-- info: true

#eval ('a'.isUpper, 'A'.isUpper)
-- info: (false, true)

#eval "abc".any (· == 'b')
-- info: true

#eval repr "quoted"
-- info: "quoted"

#eval r"raw \ text"
-- info: "raw \\ text"

def shout (s : String) : String := s.toUpper ++ "!"

#eval shout "lean"
-- info: "LEAN!"

def rot13 (c : Char) : Char :=
  if c.isLower then shift c 'a' else if c.isUpper then shift c 'A' else c
where
  shift (c base : Char) : Char := Char.ofNat ((c.toNat - base.toNat + 13) % 26 + base.toNat)

#eval "Hello, Lean".map rot13
-- info: "Uryyb, Yrna"

#eval ("Hello".map rot13).map rot13
-- info: "Hello"

def countVowels (s : String) : Nat :=
  s.foldl (fun n c => if c ∈ ['a', 'e', 'i', 'o', 'u'] then n + 1 else n) 0

#eval countVowels "textbook"
-- info: 3

def isPalindrome (s : String) : Bool := s.toList == s.toList.reverse

#eval (isPalindrome "level", isPalindrome "lean")
-- info: (true, false)

def parseDigit (c : Char) : Option Nat :=
  if c.isDigit then some (c.toNat - '0'.toNat) else none

def parseNat (s : String) : Option Nat :=
  if s.isEmpty then none
  else s.toList.foldl (fun acc c => do return (← acc) * 10 + (← parseDigit c)) (some 0)

#eval parseNat "1234"
-- info: some 1234

#eval parseNat "12x4"
-- info: none

def binary (n : Nat) : String :=
  if h : n < 2 then toString n else
    have : n / 2 < n := Nat.div_lt_self (Nat.lt_of_lt_of_le (by decide) (Nat.le_of_not_lt h)) (by decide)
    binary (n / 2) ++ toString (n % 2)

#eval binary 10
-- info: "1010"

inductive Token where
  | number (n : Nat)
  | operator (c : Char)
  deriving Repr, BEq

def tokens (s : String) : List Token :=
  go s.toList none []
where
  flush (n : Option Nat) (acc : List Token) : List Token :=
    match n with
    | none => acc
    | some n => .number n :: acc
  go : List Char → Option Nat → List Token → List Token
    | [], n, acc => (flush n acc).reverse
    | c :: cs, n, acc =>
      match parseDigit c with
      | some d => go cs (some (n.getD 0 * 10 + d)) acc
      | none => go cs none (if c == ' ' then flush n acc else .operator c :: flush n acc)

#eval tokens "12 + 3"
-- info: [Strings.Token.number 12, Strings.Token.operator '+', Strings.Token.number 3]

#eval ("a,b,,c".split ',').toList
-- info: ["a", "b", "", "c"]

#eval ("one\r\ntwo\n".lines.map (·.length)).toArray
-- info: #[3, 3]

#eval ("abab!".dropSuffix '!', "abab".dropEndWhile "ab", "x.lean".endsWith ".lean", "abc".revChars.toList)
-- info: ("abab", "", true, ['c', 'b', 'a'])

example : "ab" ++ "c" = "abc" := by decide
example : "abc" ≠ "abd" := by decide
example : 'a' ≠ 'b' := by decide
example : 'a'.toNat = 97 := rfl
example : "abc".length = 3 := rfl

theorem char_eq_or_ne (c d : Char) : c = d ∨ c ≠ d :=
  if h : c = d then Or.inl h else Or.inr h

theorem append_congr {s t : String} (h : s = t) (u : String) : s ++ u = t ++ u := by rw [h]

theorem greeting_cases (s : String) : (if s = "hi" then 1 else 2) < 3 := by
  split
  · decide
  · decide

end Strings
