/-! Input and output, and `main`. -/

namespace InputOutput

#eval IO.println "hello"
-- info: hello

def greet (name : String) : IO Unit := do
  IO.print "Hello, "
  IO.println s!"{name}!"

#eval greet "Lean"
-- info: Hello, Lean!

def countTo (n : Nat) : IO Unit := do
  for i in [1:n + 1] do
    IO.println s!"{i}"

#eval countTo 3
-- info: 1
--| 2
--| 3

def divide (m n : Nat) : IO Nat := do
  if n = 0 then
    throw (IO.userError "division by zero")
  return m / n

#eval divide 7 2
-- info: 3

#eval divide 7 0
-- error: division by zero

def recovered : IO String := do
  try
    let n ← divide 7 0
    return s!"{n}"
  catch e =>
    return s!"caught: {e}"

#eval recovered
-- info: "caught: division by zero"

def withFinally : IO Nat := do
  try
    return 1
  finally
    IO.println "cleaned up"

#eval withFinally
-- info: cleaned up
-- info: 1

def counter : IO Nat := do
  let ref ← IO.mkRef 0
  for i in [0:10] do
    ref.modify (· + i)
  ref.get

#eval counter
-- info: 45

def cells : IO (Nat × Nat) := do
  let ref ← IO.mkRef 1
  ref.set 5
  let old ← ref.swap 7
  let doubled ← ref.modifyGet fun n => (2 * n, n + 1)
  return (old + doubled, ← ref.get)

#eval cells
-- info: (19, 8)

def firstSquareAbove (n : Nat) : IO Nat := do
  let mut found := 0
  for i in [0:100] do
    if i * i > n then
      found := i
      break
  return found

#eval firstSquareAbove 50
-- info: 8

def collatz (start : Nat) : IO Nat := do
  let mut n := start
  let mut steps := 0
  while n ≠ 1 do
    n := if n % 2 = 0 then n / 2 else 3 * n + 1
    steps := steps + 1
  return steps

#eval collatz 27
-- info: 111

def unlessZero (n : Nat) : IO Unit := do
  unless n = 0 do
    IO.println s!"{n} is not zero"

#eval unlessZero 5
-- info: 5 is not zero

#eval unlessZero 0

def whenPositive (n : Int) : IO Unit := do
  if n ≤ 0 then
    return
  IO.println "positive"

#eval whenPositive 3
-- info: positive

#eval whenPositive (-3)

def interact (ask : IO String) : IO Unit := do
  let line ← ask
  match line.toNat? with
  | some n => IO.println s!"twice that is {2 * n}"
  | none => IO.println "not a number"

#eval interact (pure "21")
-- info: twice that is 42

#eval interact (pure "many")
-- info: not a number

def runAll (actions : List (IO Unit)) : IO Unit :=
  match actions with
  | [] => pure ()
  | a :: as => do a; runAll as

#eval runAll [IO.println "a", IO.println "b"]
-- info: a
--| b

#eval ["x", "y"].forM IO.println
-- info: x
--| y

def stateful : StateT Nat IO Unit := do
  modify (· + 5)
  IO.println s!"state {← get}"
  modify (· * 2)

#eval do
  let ((), n) ← stateful.run 1
  IO.println s!"end {n}"
-- info: state 6
--| end 12

def failing : ExceptT String IO Unit := do
  IO.println "before"
  throw "stop"

#eval do
  match ← failing.run with
  | .ok () => IO.println "fine"
  | .error e => IO.println s!"failed: {e}"
-- info: before
--| failed: stop

def monadicLift : ReaderT Nat IO Unit := do
  let n ← read
  IO.println s!"read {n}"

#eval monadicLift.run 9
-- info: read 9

end InputOutput

def main (args : List String) : IO UInt32 := do
  IO.println s!"arguments: {args}"
  return 0

#eval main ["a", "b"]
-- info: arguments: [a, b]
-- info: 0

#check main
-- info: main (args : List String) : IO UInt32
