/-! What programs of public repositories use: queues, effects in iterators, recursors that run. -/

namespace RealPrograms

/-! ## Queues -/

def drainAll (q : Std.Queue Nat) : (fuel : Nat) → List Nat
  | 0 => []
  | n + 1 => match q.dequeue? with
    | some (a, q) => a :: drainAll q n
    | none => []

#eval drainAll ((((∅ : Std.Queue Nat).enqueue 1).enqueue 2).enqueue 3) 5
-- info: [1, 2, 3]
#eval ((∅ : Std.Queue Nat).enqueueAll [10, 20]).toArray
-- info: #[20, 10]
example : (Std.Queue.empty : Std.Queue Nat).isEmpty := rfl
example (q : Std.Queue Nat) : (q.dList ++ q.eList.reverse).toArray = q.toArray := by
  simp [Std.Queue.toArray]

/-! ## Iterators with effects: the steps are taken by the consumer, one after the other -/

def numbers (s : String) : Except String (List Nat) :=
  ((s.split ",").mapM fun t => match t.toNat? with
    | some n => Except.ok n
    | none => .error s!"no number: {t}").toList

#eval numbers "1,2,3"
-- info: Except.ok [1, 2, 3]
#eval numbers "1,x,y"
-- info: Except.error "no number: x"
#eval (show StateM Nat (List Nat) from
  ([5, 6].iter.mapM fun n => modifyGet fun k => (n + k, k + 1)).toList).run 1 |>.run
-- info: ([6, 8], 3)
#eval (([1, 2, 3].iter.mapM fun n => if n < 3 then some n else none).fold (· + ·) 0)
-- info: none
#eval do
  for x in [1, 2].iter.mapM (fun n => do IO.println s!"step {n}"; pure n) do
    IO.println s!"used {x}"
-- info: step 1
--| used 1
--| step 2
--| used 2

/-! ## Recursors in programs, numerals of `Id`, equality of propositions -/

def factorial (n : Nat) : Nat := Nat.rec (motive := fun _ => Nat) 1 (fun n ih => (n + 1) * ih) n
#eval factorial 5
-- info: 120
theorem factorial_succ (n : Nat) : factorial (n + 1) = (n + 1) * factorial n := rfl

def ten : Id Nat := 10
#eval ten.run
-- info: 10
#guard (True ∧ False) = False
#guard ¬((1 = 1) = (1 = 2))

structure Row (α : Type) where
  cells : List α
instance {α : Type} : GetElem (Row α) Nat α fun r i => i < r.cells.length := ⟨fun r i h => r.cells[i]⟩
/-- `?` and `!` come with `GetElem`, if it can be decided whether an index is valid. -/
def second (r : Row Nat) : Option Nat × Nat := (r[1]?, r[7]!)
#eval (second ⟨[4, 5]⟩).1
-- info: some 5

theorem map_is_map {α β : Type} (f : α → β) (x : Option α) : f <$> x = Option.map f x := rfl
theorem some_pair (α β : Type) [Nonempty α] [Nonempty β] : Nonempty (α × β) := inferInstance

/-! ## Single functions -/

#eval (Task.mapList List.sum [Task.spawn fun _ => 1, Task.spawn fun _ => 2, .pure 4]).get
-- info: 7
#eval ((5 : Int) >>> 1, (-5 : Int) >>> 1, (7 : Int) / 2, (-5 : Int) / 2)
-- info: (2, -3, 3, -3)
#eval ((1 : Int64) <<< 6, (-8 : Int64) >>> 1, (1 : Int8) <<< 7, true.toInt64)
-- info: (64, -4, -128, 1)
#eval Nat.foldRev 3 (fun i _ l => i :: l) []
-- info: [0, 1, 2]
#eval f!"{1 + 1} lines"
-- info: 2 lines
#eval [some 1, none, some 3].reduceOption
-- info: [1, 3]
#eval (IO.userError "no").toString
-- info: "no"
unsafe def same (a b : List Nat) : Bool := ptrEq a b
#check @List.min
-- info: @List.min : {α : Type u_1} → [Min α] → (l : List α) → l ≠ [] → α
example : [3, 1, 2].min (h := by simp) = 1 := rfl

end RealPrograms
