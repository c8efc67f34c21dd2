import Std.Data.HashMap
import Std.Data.HashSet
import Std.Data.TreeMap.Basic
/-!
# Containers: maps and sets by hash values and by order, vectors, slices, ranges, thunks, tasks
-/

namespace Containers
open Std (HashMap HashSet TreeMap TreeSet)

def counts (text : String) : HashMap Char Nat :=
  text.foldl (init := {}) fun m c => m.insert c (m.getD c 0 + 1)

#eval (counts "hello").get? 'l'
-- info: some 2

#eval ((counts "hello").size, (counts "hello")['h']?, (counts "hello").contains 'x', (counts "hello")['o']!)
-- info: (4, some 1, false, 1)

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

def byKey : TreeMap Nat String := TreeMap.ofList [(3, "c"), (1, "a"), (2, "b")]

#eval (byKey.toList, byKey.minKey?, byKey[2]?, (byKey.erase 2).keys, byKey.getKeyGT? 2)
-- info: ([(1, "a"), (2, "b"), (3, "c")], some 1, some "b", [1, 3], some 3)

-- A thousand insertions and five hundred removals leave what a list of the rest has.
#eval Id.run do
  let mut t : TreeMap Nat Nat := {}
  for i in [0:1000] do t := t.insert (i * 389 % 1009) i
  for i in [0:500] do t := t.erase (i * 389 % 1009)
  return (t.size, t.keys == (List.range 1009).filter fun k => (List.range' 500 500).any (· * 389 % 1009 == k))
-- info: (500, true)

#eval ((TreeSet.ofList [3, 1, 2, 3]).toList, (TreeSet.ofList ["b", "a"]).max?)
-- info: ([1, 2, 3], some "b")

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

#eval (#v[1, 2, 3].map (· * 2), #v[1, 2, 3, 4].drop 1 |>.toList, #v['a', 'b'].zipIdx.toList)
-- info: (#v[2, 4, 6], [2, 3, 4], [('a', 0), ('b', 1)])

#eval #v[1, 2].mapM fun n => if n < 3 then some (n + 1) else none
-- info: some #v[2, 3]

end Containers
