/-! Positions in a string that are known to be valid, and loops over them. -/

namespace StringPlaces

def countOf (s : String) (c : Char) : Nat := Id.run do
  let mut place := s.startPos
  let mut n := 0
  while h : place ≠ s.endPos do
    if place.get h == c then n := n + 1
    place := place.next h
  return n

#eval countOf "déjà été" 'é'
-- info: 3

/-- A recursion over positions ends, since `next` is closer to the end. -/
def lengthFrom (s : String) (place : s.Pos) : Nat :=
  if h : place = s.endPos then 0 else lengthFrom s (place.next h) + 1
termination_by place

#eval lengthFrom "abéd" "abéd".startPos
-- info: 4

#eval ("".startPos.get?, "xy".startPos.get?, "xy".endPos.get?)
-- info: (none, some 'x', none)

#eval ("key=value".find? '=').map fun p => ("key=value".sliceTo p, "key=value".sliceFrom p)
-- info: some ("key", "=value")

#eval "ab-cd".extract ("ab-cd".find "b") ("ab-cd".find "d")
-- info: "b-c"

#eval ("abc".startPos.next! |>.get!, ("abc".startPos.nextn 7) == "abc".endPos)
-- info: ('b', true)

#eval "aé".bytes.toList
-- info: [97, 195, 169]

theorem advances (s : String) (p : s.Pos) (h : p ≠ s.endPos) : p < p.next h := p.lt_next h
theorem shrinks (s : String) (p : s.Pos) (h : p ≠ s.endPos) : (p.next h).remainingBytes < p.remainingBytes :=
  p.remainingBytes_next_lt h

theorem appended (s t : String) : s.append t = s ++ t := by simp
theorem one_character (c : Char) (s : String) : (c.toString ++ s).length = 1 + s.length := by simp

/-- The fuel of the recursion is found, because `simp` knows the length of one character. -/
def padLeft (s : String) (c : Char) (n : Nat) : String :=
  if s.length ≥ n then s else padLeft (c.toString ++ s) c n
termination_by n - s.length

#eval padLeft "7" '0' 3
-- info: "007"

end StringPlaces
