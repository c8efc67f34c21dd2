module
import Std
/-! Maps and sets in a file of the module system, whose code is run. -/

namespace ModuleMaps
open Std (HashMap HashSet TreeMap)

def vowels : HashSet Char := .ofList ['a', 'e', 'i', 'o', 'u']

def countVowels (s : String) : Nat := (s.chars.filter (· ∈ vowels)).length

#eval countVowels "education"
-- info: 5

def first (m : HashMap Nat String) (t : TreeMap Nat String) : Option String := m[1]? <|> t[1]?

#eval (first {} (.ofList [(1, "a")]), first (.ofList [(1, "b")]) {}, first {} {})
-- info: (some "a", some "b", none)

end ModuleMaps
