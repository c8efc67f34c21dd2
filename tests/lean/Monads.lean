/-! Monads: `Id`, `Option`, `StateM`, `ReaderM`, `ExceptT`, and monads of our own. -/

namespace Monads

def sumOfSquares (n : Nat) : Nat := Id.run do
  let mut total := 0
  for i in [1:n + 1] do
    total := total + i * i
  return total

#eval sumOfSquares 4
-- info: 30

def firstMultiple (d : Nat) (xs : List Nat) : Option Nat := do
  for x in xs do
    if x % d == 0 then
      return x
  failure

#eval (firstMultiple 5 [3, 10, 15], firstMultiple 7 [3, 10])
-- info: (some 10, none)

def countdown (n : Nat) : List Nat := Id.run do
  let mut n := n
  let mut out := []
  while n > 0 do
    out := n :: out
    n := n - 1
  return out

#eval countdown 4
-- info: [1, 2, 3, 4]

def oddsBelow (limit : Nat) (xs : List Nat) : List Nat := Id.run do
  let mut out := #[]
  for x in xs do
    if x % 2 == 0 then
      continue
    if x ≥ limit then
      break
    out := out.push x
  return out.toList

#eval oddsBelow 8 [1, 2, 3, 4, 5, 9, 7]
-- info: [1, 3, 5]

def pairs (xs : List Nat) (ys : List Char) : List (Nat × Char) := Id.run do
  let mut out := []
  for x in xs, y in ys do
    out := (x, y) :: out
  return out.reverse

#eval pairs [1, 2, 3] ['a', 'b']
-- info: [(1, 'a'), (2, 'b')]

def nested (n : Nat) : Nat := Id.run do
  let mut count := 0
  for i in [0:n] do
    for j in [0:i] do
      if (i + j) % 2 == 1 then
        count := count + 1
  return count

#eval nested 5
-- info: 6

def divMod (m n : Nat) : Nat × Nat := Id.run do
  let mut (q, r) := (0, m)
  while r ≥ n do
    (q, r) := (q + 1, r - n)
  return (q, r)

#eval divMod 17 5
-- info: (3, 2)

def fresh : StateM Nat Nat := do
  let n ← get
  set (n + 1)
  return n

def label (xs : List String) : StateM Nat (List (Nat × String)) :=
  xs.mapM fun x => return (← fresh, x)

#eval (label ["a", "b"]).run 10
-- info: ([(10, "a"), (11, "b")], 12)

def tick : StateM Nat Unit := modify (· + 1)

#eval ((do tick; tick; tick) : StateM Nat Unit).run' 0 |> fun _ => "done"
-- info: "done"

#eval ((do for _ in [0:7] do tick) : StateM Nat Unit).run 0 |>.2
-- info: 7

def fibState (n : Nat) : Nat :=
  let step : StateM (Nat × Nat) Unit := modify fun (a, b) => (b, a + b)
  let loop : StateM (Nat × Nat) Unit := do
    for _ in [0:n] do
      step
  (loop.run (0, 1)).2.1

#eval fibState 30
-- info: 832040

structure Config where
  indent : Nat
  name : String

def header : ReaderM Config String := do
  let config ← read
  return String.ofList (List.replicate config.indent ' ') ++ config.name

#eval header.run { indent := 2, name := "title" }
-- info: "  title"

def deeper {α : Type} : ReaderM Config α → ReaderM Config α :=
  withReader fun c => { c with indent := c.indent + 1 }

#eval (deeper (deeper header)).run { indent := 0, name := "x" }
-- info: "  x"

abbrev Machine := ExceptT String (StateM (List Int))

def push (n : Int) : Machine Unit := modify (n :: ·)

def pop : Machine Int := do
  match ← get with
  | [] => throw "empty stack"
  | n :: rest =>
    set rest
    return n

def binop (f : Int → Int → Int) : Machine Unit := do
  let b ← pop
  let a ← pop
  push (f a b)

def program : Machine Int := do
  push 3
  push 4
  binop (· * ·)
  push 2
  binop (· - ·)
  pop

def outcome (r : Except String Int × List Int) : String :=
  match r with
  | (.ok n, rest) => s!"ok {n} {rest}"
  | (.error e, rest) => s!"error {e} {rest}"

#eval outcome (program.run.run [])
-- info: "ok 10 []"

#eval outcome ((do push 1; binop (· + ·); pop : Machine Int).run.run [])
-- info: "error empty stack []"

def guarded : Machine Int := do
  try
    pop
  catch _ =>
    return -1

#eval outcome (guarded.run.run [])
-- info: "ok -1 []"

def leaving (xs : List Nat) : Machine Nat := do
  let mut total := 0
  for x in xs do
    try
      if x == 0 then continue
      if x == 7 then break
      if x == 9 then return 100
      if x == 5 then throw "five"
      total := total + x
    catch e =>
      push e.length
  return total

def shown (r : Except String Nat × List Int) : String :=
  match r with
  | (.ok n, rest) => s!"{n} {rest}"
  | (.error e, rest) => s!"{e} {rest}"

#eval shown ((leaving [1, 0, 2, 5, 3, 7, 50]).run.run [])
-- info: "6 [4]"

#eval shown ((leaving [5, 1, 9, 7]).run.run [])
-- info: "100 [4]"

def safeDiv (m n : Nat) : OptionT (StateM Nat) Nat := do
  modify (· + 1)
  guard (n ≠ 0)
  return m / n

#eval ((safeDiv 8 2).run.run 0, (safeDiv 8 0).run.run 0)
-- info: ((some 4, 1), none, 1)

def counter : StateT Nat (Except String) Unit := do
  if (← get) ≥ 3 then
    throw "too many"
  modify (· + 1)

#eval match (do counter; counter).run 1 with
  | .ok ((), n) => s!"ok {n}"
  | .error e => e
-- info: "ok 3"

#eval match (do counter; counter).run 2 with
  | .ok ((), n) => s!"ok {n}"
  | .error e => e
-- info: "too many"

/-- A monad of our own: values with a log. -/
structure Writer (α : Type) where
  value : α
  log : List String
  deriving Repr

instance : Monad Writer where
  pure a := ⟨a, []⟩
  bind w f :=
    let next := f w.value
    ⟨next.value, w.log ++ next.log⟩

def Writer.tell (line : String) : Writer Unit := ⟨(), [line]⟩

def factorial : Nat → Writer Nat
  | 0 => return 1
  | n + 1 => do
    let f ← factorial n
    Writer.tell s!"{n + 1} * {f}"
    return (n + 1) * f

#eval factorial 3
-- info: { value := 6, log := ["1 * 1", "2 * 1", "3 * 2"] }

theorem Writer.pure_bind {α β : Type} (a : α) (f : α → Writer β) : (pure a >>= f) = f a := rfl

theorem Writer.bind_pure {α : Type} (w : Writer α) : (w >>= pure) = w := by
  cases w
  simp [bind, pure]

theorem Writer.bind_assoc {α β γ : Type} (w : Writer α) (f : α → Writer β) (g : β → Writer γ) :
    ((w >>= f) >>= g) = (w >>= fun a => f a >>= g) := by
  simp [bind, List.append_assoc]

/-- Programs that choose. -/
inductive Tree (α : Type) where
  | leaf (a : α)
  | fork (l r : Tree α)

def Tree.bind {α β : Type} : Tree α → (α → Tree β) → Tree β
  | leaf a, f => f a
  | fork l r, f => fork (l.bind f) (r.bind f)

instance : Monad Tree where
  pure := .leaf
  bind := .bind

theorem Tree.bind_leaf {α : Type} (t : Tree α) : t.bind leaf = t := by
  induction t with
  | leaf a => rfl
  | fork l r ihl ihr => rw [Tree.bind, ihl, ihr]

def Tree.leaves {α : Type} : Tree α → List α
  | leaf a => [a]
  | fork l r => l.leaves ++ r.leaves

def bits : Nat → Tree (List Nat)
  | 0 => return []
  | n + 1 => do
    let rest ← bits n
    .fork (.leaf (0 :: rest)) (.leaf (1 :: rest))

#eval (bits 2).leaves
-- info: [[0, 0], [1, 0], [0, 1], [1, 1]]

theorem option_pure_bind {α β : Type} (a : α) (f : α → Option β) : (pure a >>= f) = f a := rfl

theorem id_run (a : Nat) : Id.run (pure a) = a := rfl

theorem state_get_set {σ : Type} (s : σ) : (do set (← get) : StateM σ PUnit).run s = ((), s) := rfl

def sequence {m : Type → Type} [Monad m] {α : Type} : List (m α) → m (List α)
  | [] => pure []
  | x :: xs => do return (← x) :: (← sequence xs)

#eval sequence [some 1, some 2]
-- info: some [1, 2]

#eval sequence [some 1, none]
-- info: none

#eval (fun x y => x * y) <$> some 6 <*> some 7
-- info: some 42

#eval [1, 2, 3].foldlM (fun acc x => if x < 3 then some (acc + x) else none) 0
-- info: none

#eval (some 3 <* some 'a', some 3 *> some 'b')
-- info: (some 3, some 'b')

#eval some 2 >>= (fun n => some (n + 1)) >>= fun n => some (n * 10)
-- info: some 30

/-! ## What transformers run -/

def tickOnce : StateT Nat (Except String) Nat := do
  let n ← get
  if n > 9 then throw "full"
  set (n + 1)
  return n

example (n : Nat) (h : n ≤ 9) : tickOnce.run n = .ok (n, n + 1) := by
  have h' : ¬ n > 9 := by omega
  simp [tickOnce, h']
  rfl

example : (do modify (· * 2); modify (· + 1) : StateM Nat Unit).run n = ((), n * 2 + 1) := rfl

example (x : ReaderT Nat Option α) (f : α → ReaderT Nat Option β) :
    (x >>= f).run 3 = x.run 3 >>= fun a => (f a).run 3 := by simp

end Monads
