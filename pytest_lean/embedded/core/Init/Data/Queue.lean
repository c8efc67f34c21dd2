module
prelude
public import Init.Data.Array.Lemmas
/-!
`Std.Queue`, where what came first leaves first: two lists, one to add to and one to take from.
-/

@[expose] public section

set_option linter.all false

universe u

namespace Std
/-- Elements are taken from the front of `dList`; when it is empty, `eList` is turned around. -/
structure Queue (α : Type u) where
  eList : List α := []
  dList : List α := []

namespace Queue
variable {α : Type u}
def empty : Queue α := {}
instance : EmptyCollection (Queue α) := ⟨empty⟩
instance : Inhabited (Queue α) := ⟨∅⟩
def isEmpty (q : Queue α) : Bool := q.dList.isEmpty && q.eList.isEmpty
def enqueue (v : α) (q : Queue α) : Queue α := { q with eList := v :: q.eList }
/-- Adds the elements of a list, the last one first. -/
def enqueueAll (vs : List α) (q : Queue α) : Queue α := { q with eList := vs ++ q.eList }
def dequeue? (q : Queue α) : Option (α × Queue α) :=
  match q.dList with
  | d :: ds => some (d, { q with dList := ds })
  | [] => match q.eList.reverse with
    | [] => none
    | d :: ds => some (d, { eList := [], dList := ds })
def toArray (q : Queue α) : Array α := q.dList.toArray ++ q.eList.toArray.reverse
end Queue
end Std
