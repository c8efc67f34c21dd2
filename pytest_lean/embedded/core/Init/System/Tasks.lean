module
prelude
public import Init.System.Files
public import Init.System.Ref
public import Init.Natives.Tasks
/-!
Actions that run as tasks and tell of their errors, and random numbers.
-/

@[expose] public section

set_option linter.all false

variable {α β ε : Type}

/-! ## Tasks -/

/-- Starts an action as a task; what it throws is the task's value. -/
def EIO.asTask (act : EIO ε α) (prio := Task.Priority.default) : BaseIO (Task (Except ε α)) :=
  act.toBaseIO.asTask prio
def EIO.mapTask (f : α → EIO ε β) (t : Task α) (prio := Task.Priority.default) (sync := false) :
    BaseIO (Task (Except ε β)) := BaseIO.mapTask (fun a => (f a).toBaseIO) t prio sync
@[inherit_doc EIO.asTask] def IO.asTask (act : IO α) (prio := Task.Priority.default) :
    BaseIO (Task (Except IO.Error α)) := EIO.asTask act prio
def IO.mapTask (f : α → IO β) (t : Task α) (prio := Task.Priority.default) (sync := false) :
    BaseIO (Task (Except IO.Error β)) := EIO.mapTask f t prio sync
def IO.waitAll (ts : List (Task α)) : BaseIO (List α) := ts.mapM IO.wait

/-- The message of an error. -/
protected def IO.Error.toString (e : IO.Error) : String := ToString.toString e

/-! ## Random numbers -/

class RandomGen (g : Type) where
  /-- The least and the greatest number that `next` gives. -/
  range : g → Nat × Nat
  next : g → Nat × g
  split : g → g × g

/-- The state of L'Ecuyer's generator: two linear congruences whose difference has a long period. -/
structure StdGen where
  s1 : Nat
  s2 : Nat
deriving Inhabited, Repr

def stdRange : Nat × Nat := (1, 2147483562)
def stdNext : StdGen → Nat × StdGen
  | ⟨s1, s2⟩ =>
    let s1 := 40014 * s1 % 2147483563
    let s2 := 40692 * s2 % 2147483399
    let z := (s1 + 2147483562 - s2 % 2147483562) % 2147483562
    (if z = 0 then 2147483562 else z, ⟨s1, s2⟩)
def stdSplit (gen : StdGen) : StdGen × StdGen :=
  let other := (stdNext gen).2
  (⟨gen.s1 % 2147483562 + 1, other.s2⟩, ⟨other.s1, (gen.s2 + 2147483397) % 2147483398 + 1⟩)
instance : RandomGen StdGen := ⟨fun _ => stdRange, stdNext, stdSplit⟩
def mkStdGen (s : Nat := 31415) : StdGen := ⟨s % 2147483562 + 1, s / 2147483562 % 2147483398 + 1⟩

/-- A number from `lo` to `hi`, and the generator that goes on. -/
def randNat {gen : Type} [RandomGen gen] (g : gen) (lo hi : Nat) : Nat × gen :=
  let (lo, hi) := if lo ≤ hi then (lo, hi) else (hi, lo)
  let (least, greatest) := RandomGen.range g
  let base := greatest - least + 1
  let count := hi - lo + 1
  let rec draw : (fuel span value : Nat) → gen → Nat × gen
    | 0, _, value, g => (lo + value % count, g)
    | fuel + 1, span, value, g =>
      if span ≥ count * 1000 then (lo + value % count, g)
      else let (x, g) := RandomGen.next g; draw fuel (span * base) (value * base + (x - least)) g
  draw (count.log2 + 2) 1 0 g
def randBool {gen : Type} [RandomGen gen] (g : gen) : Bool × gen := let (n, g) := randNat g 0 1; (n == 1, g)

/-- A number from `lo` to `hi` that the operating system chooses. -/
def IO.rand (lo hi : Nat) : IO Nat := do
  let bytes ← IO.getRandomBytes 16
  return (randNat (mkStdGen (bytes.data.foldl (fun n b => n * 256 + b.toNat) 0)) lo hi).1
