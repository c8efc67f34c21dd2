module
prelude
public import Init.Core.Classical
public import Init.Core.WF
public import Init.Data.Bool
public import Init.Data.Function
public import Init.Data.Option
public import Init.Data.Nat.Gcd
public import Init.Data.Nat.Decide
public import Init.Data.Int.Order
public import Init.Data.Fin
public import Init.Data.UInt
public import Init.Data.Ord
public import Init.Data.List.Index
public import Init.Data.Array.Lemmas
public import Init.Data.List.Attach
public import Init.Data.List.Positions
public import Init.Core.SizeOf
public import Init.Data.Array.More
public import Init.Data.Array.Further
public import Init.Data.BitVec
public import Init.Data.Int.More
public import Init.Data.Thunk
public import Init.Data.SInt
public import Init.Data.Rat
public import Init.Data.Vector
public import Init.Data.Queue
public import Init.Data.ByteArray
public import Init.Data.Float
public import Init.Data.String.Basic
public import Init.Data.DotRange
public import Init.Data.Slices
public import Init.Control.Lawful
public import Init.System.Ref
public import Init.System.Files
public import Init.Tactics.Arithmetic
public import Init.Tactics.Grind
public import Init.Tactics.Unavailable
public import Init.Natives.Unexpanders
public import Init.System.Tasks
public import Init.System.Memory
public import Init.Tactics.Config
public import Init.Laws.Bool
public import Init.Laws.Division
public import Init.Laws.Instances
public import Init.Laws.Pieces
public import Init.Laws.Bits
public import Init.Laws.ListMore
public import Init.Laws.ListLiterals
public import Init.Laws.More
public import Init.Laws.Fin
public import Init.Laws.Rat
public import Init.Laws.RatOrder
public import Init.Laws.Arrays
public import Init.Laws.ArrayFolds
public import Init.Laws.ArrayLists
public import Init.Laws.Access
public import Init.Data.String.Places
public import Init.Laws.Elements
public import Init.Laws.Equality
public import Init.Laws.OfFn
public import Init.Laws.Comparison
public import Init.Laws.Equations
public import Init.Control.Attach
public import Init.Meta.Name
public import Init.Reflect.Evaluation
public import Init.Reflect.IntLinear
public import Init.Reflect.GrindNorm
public import Init.Natives.Process
/-!
# The core library of the embedded Lean

A small library for a Lean binary that comes without one. A file without `prelude` imports it. In
reading order:

- `Init.Prelude.*`: the types that everything else is made of (equality, connectives, `Nat`, `Bool`,
  `Decidable`, lists, characters, strings, arrays, monad classes), written before there is any notation;
- `Init.Meta.*`: names, syntax trees, parser descriptions, the macro monad;
- `Init.Natives.*`: every binding of a parser, macro or function that is compiled into the binary, and
  nothing else (single functions of the runtime that a definition here is compiled to are marked
  `extern` where they are defined);
- `Init.Core.*`: coercions, logic, quotients, classical principles, well-founded recursion;
- `Init.Data.*`: the data types with their functions and lemmas;
- `Init.Control.*`, `Init.System.*`: monads and programs;
- `Init.Laws.*`: what books and their exercises use of the data types beyond the first lemmas;
- `Init.Tactics.*`: the rules behind termination and index proofs; the tactics that can't be had.

The axioms are `propext`, `Quot.sound` and `Classical.choice` (and `sorryAx`, which only `sorry` uses).
The `lc*` constants and `Quot.lcInv` belong to the compiler and are `unsafe`.

Lean must run with `-Dinterpreter.prefer_native=false`: otherwise a definition whose name the binary
also has is run as the binary's, which expects the binary's own types and arguments.
-/
