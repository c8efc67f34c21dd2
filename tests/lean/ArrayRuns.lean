/-!
# Runs over a part of an array

`foldl`, `any`, `filter` and their kin take the positions between which they run; the laws that `simp` uses
know the end of the run. Array literals are computed by `simp`, by `decide` and by compiled code.
-/

namespace ArrayRuns

def squares : Array Nat := #[0, 1, 4, 9]

/-! ## From, and up to -/

#eval squares.foldl (init := 0) (start := 2) (· + ·)
-- info: 13

#eval squares.foldl (init := 0) (start := 1) (stop := 3) (· + ·)
-- info: 5

#eval squares.foldr (fun a l => a :: l) [] (start := 3)
-- info: [0, 1, 4]

#eval squares.foldr (fun a l => a :: l) [] (start := 30) (stop := 1)
-- info: [1, 4, 9]

#eval (squares.any (start := 1) (· == 0), squares.all (stop := 3) (· < 9), squares.any (· == 0) (stop := 0))
-- info: (false, true, false)

#eval squares.filter (· % 2 == 0) (start := 1)
-- info: #[4]

#eval squares.filterMap (fun n => if n > 0 then some (n * n) else none) (stop := 3)
-- info: #[1, 16]

#eval squares.forM (start := 2) fun n => IO.println n
-- info: 4
--| 9

#eval squares.forRevM (start := 2) fun n => IO.println n
-- info: 1
--| 0

#eval squares.foldlM (m := Option) (fun a n => if n == 9 then none else some (a + n)) 0 (stop := 3)
-- info: some 5

example : squares.foldl (· + ·) 0 (start := 2) = 13 := by decide

example : squares.foldl (· + ·) 0 (start := 2) = 13 := rfl

example : squares.foldr (· :: ·) [] (start := 2) = [0, 1] := by decide

/-! ## Laws -/

example (xs : Array Nat) (n : Nat) : (xs.push n).foldl (· + ·) 0 = xs.foldl (· + ·) 0 + n := by simp

example (xs ys : Array Nat) : (xs ++ ys).foldl (· + ·) 0 = ys.foldl (· + ·) (xs.foldl (· + ·) 0) := by simp

example (xs : Array Nat) : xs.reverse.foldr (· + ·) 0 = xs.foldl (fun a b => b + a) 0 := by simp

example (xs : Array Nat) : (xs.map (· + 1)).all (0 < ·) = true := by simp

example (xs : Array Nat) (n : Nat) (h : n % 2 = 1) : (xs.push n).filter (· % 2 = 0) = xs.filter (· % 2 = 0) := by
  simp [h]

example (xs : Array Nat) : xs.foldl (fun ys n => ys.push (n + 1)) #[] = xs.map (· + 1) := by simp

example (xs : Array Nat) (p : Nat → Bool) : (xs.filter p).size ≤ xs.size := Array.size_filter_le

example (xs : Array Nat) (p : Nat → Bool) (i : Nat) (hi : i < xs.size) (h : xs.all p) : p xs[i] := by
  simp at h; exact h i hi

example (xs : Array Nat) : xs.foldl (init := 0) (fun n _ => n + 1) = xs.size :=
  Array.foldl_induction (as := xs) (fun i n => n = i) rfl fun _ _ h => congrArg (· + 1) h

example (xs ys : Array Nat) (h : xs = ys) : xs.all (0 < ·) = ys.all (0 < ·) := by simp only [h]

example (xs ys : Array Nat) (h : xs = ys) : xs.extract 1 = ys.extract 1 := by simp only [h]

/-! ## Literals -/

example : #[1, 2, 3, 4].filter (· < 3) = #[1, 2] := by simp

example : #[1, 2, 3].swap 0 2 = #[3, 2, 1] := by decide

example : #[1, 2, 3].flatMap (fun n => #[n, n]) = #[1, 1, 2, 2, 3, 3] := by simp

example : #[1, 2, 3][1] = 2 ∧ #[1, 2, 3].sum = 6 ∧ #[1, 2, 3].find? (· > 1) = some 2 := by simp

example : (#[1, 2, 3].set 0 5).extract 0 2 = #[5, 2] := by simp

example (xs : Array Nat) : xs.foldr (fun n l => n :: l) [] = xs.toList := by simp

example (xs : Array Nat) : xs.foldl (fun l n => (n + 1) :: l) [] = (xs.map (· + 1)).toList.reverse := by simp

example (l : List Nat) : l.toArray.foldl (· + ·) 0 = l.foldl (· + ·) 0 := by simp

example (xs : Array Nat) (n : Nat) : (xs.push n).back! = n ∧ (xs.push n)[xs.size]? = some n := by simp

example (xs : Array Nat) (i : Nat) (h : i < xs.size) : (xs.modify i (· + 1))[i]'(by simpa) = xs[i] + 1 := by
  simp [Array.getElem_modify]

/-! ## Further functions, and slices -/

#eval (squares.allDiff, squares.findRev? (· < 9), squares.finIdxOf? 4, decide (#[1, 2] < #[1, 3]))
-- info: (true, some 4, some 2, true)

#eval (squares.popWhile (· > 0), squares.replace 4 5, #[some 1, none].reduceOption, Array.range' 2 3)
-- info: (#[0], #[0, 1, 5, 9], #[1], #[2, 3, 4])

#eval (squares[1:].take 2, (squares[1:].drop 2)[0]!, squares[1:3].foldr (· :: ·) [])
-- info: (#[1, 4].toSubarray, 9, [1, 4])

#eval (squares.findM? fun n => do IO.println n; return n == 1)
-- info: 0
--| 1
-- info: some 1

example (xs : Array Nat) (n : Nat) : xs.any (· == n) = true ↔ n ∈ xs := by simp

example (xs : Array Nat) (p : Nat → Bool) : xs.countP p ≤ xs.size := Array.countP_le_size

example (xs : Array Nat) (p : Nat → Bool) (h : p 3) : (xs.push 3).countP p = xs.countP p + 1 := by simp [h]

/-! ## Recursion through the functions -/

inductive Rose where
  | node (value : Nat) (children : Array Rose)

def Rose.sum : Rose → Nat
  | .node n children => n + children.foldr (fun t acc => acc + t.sum) 0

def Rose.leaves : Rose → Array Nat
  | .node n children => if children.isEmpty then #[n] else children.flatMap fun t => t.leaves

#eval (Rose.node 1 #[.node 2 #[], .node 3 #[.node 4 #[]]]).sum
-- info: 10

#eval (Rose.node 1 #[.node 2 #[], .node 3 #[.node 4 #[]]]).leaves
-- info: #[2, 4]

end ArrayRuns
