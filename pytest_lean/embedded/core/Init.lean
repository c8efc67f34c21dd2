prelude
import Init.Core.Classical
import Init.Core.WF
import Init.Data.Bool
import Init.Data.Function
import Init.Data.Option
import Init.Data.Nat.Gcd
import Init.Data.Nat.Decide
import Init.Data.Int.Order
import Init.Data.Fin
import Init.Data.UInt
import Init.Data.Ord
import Init.Data.List.Index
import Init.Data.Array.Lemmas
import Init.Data.String.Basic
import Init.Data.Range
import Init.Control.Lawful
import Init.System.Ref
import Init.Tactics.Extensible
import Init.Tactics.Unavailable
import Init.Natives.Unexpanders
/-!
# The core library of the embedded Lean

A small library for a Lean binary that comes without one. A file without `prelude` imports it. In reading order:

- `Init.Prelude.*`: the types that everything else is made of (equality, connectives, `Nat`, `Bool`, `Decidable`, lists,
  characters, strings, arrays, monad classes), written before there is any notation;
- `Init.Meta.*`: names, syntax trees, parser descriptions, the macro monad;
- `Init.Natives.*`: every binding of a parser, macro or function that is compiled into the binary, and nothing else
  (single functions of the runtime that a definition here is compiled to are marked `extern` where they are defined);
- `Init.Core.*`: coercions, logic, quotients, classical principles, well-founded recursion;
- `Init.Data.*`: the data types with their functions and lemmas;
- `Init.Control.*`, `Init.System.IO`: monads and programs;
- `Init.Tactics.*`: the rules behind termination and index proofs; the tactics that can't be had.

The axioms are `propext`, `Quot.sound` and `Classical.choice` (and `sorryAx`, which only `sorry` uses). The `lc*` constants and
`Quot.lcInv` belong to the compiler and are `unsafe`.

Lean must run with `-Dinterpreter.prefer_native=false`: otherwise a definition whose name the binary also has is run as the
binary's, which expects the binary's own types and arguments.
-/
