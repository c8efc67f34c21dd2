/-! Arrays, and ranges. -/

namespace Arrays

def squares : Array Nat := #[0, 1, 4, 9]

#eval squares
-- info: #[0, 1, 4, 9]

#eval squares.size
-- info: 4

#eval squares[2]
-- info: 4

#eval squares[7]?
-- info: none

#eval squares[3]!
-- info: 9

#eval squares.push 16
-- info: #[0, 1, 4, 9, 16]

#eval squares.map (· + 1)
-- info: #[1, 2, 5, 10]

#eval squares.foldl (· + ·) 0
-- info: 14

#eval squares.toList
-- info: [0, 1, 4, 9]

#eval [3, 1, 2].toArray
-- info: #[3, 1, 2]

#eval #[1, 2] ++ #[3]
-- info: #[1, 2, 3]

#eval squares.filter (· % 2 == 0)
-- info: #[0, 4]

#eval squares.contains 4
-- info: true

#eval squares.reverse
-- info: #[9, 4, 1, 0]

#eval squares.any (· > 8)
-- info: true

#eval squares.all (· > 8)
-- info: false

#eval squares.pop
-- info: #[0, 1, 4]

#eval squares.back?
-- info: some 9

#eval squares.set! 1 100
-- info: #[0, 100, 4, 9]

#eval Array.range 5
-- info: #[0, 1, 2, 3, 4]

#eval (#[] : Array Nat).isEmpty
-- info: true

#eval #["a", "b"]
-- info: #["a", "b"]

#eval Array.replicate 3 'x'
-- info: #['x', 'x', 'x']

#eval squares == #[0, 1, 4, 9]
-- info: true

def sum (xs : Array Nat) : Nat := Id.run do
  let mut total := 0
  for x in xs do
    total := total + x
  return total

#eval sum squares
-- info: 14

def indexOf (xs : Array Nat) (a : Nat) : Option Nat := do
  for h : i in [0:xs.size] do
    if xs[i] == a then
      return i
  none

#eval (indexOf squares 9, indexOf squares 5)
-- info: (some 3, none)

def sieve (n : Nat) : List Nat := Id.run do
  let mut composite := Array.replicate (n + 1) false
  let mut primes := #[]
  for i in [2:n + 1] do
    unless composite[i]! do
      primes := primes.push i
      for k in [i:n / i + 1] do
        composite := composite.set! (i * k) true
  return primes.toList

#eval sieve 30
-- info: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]

def swapEnds (xs : Array Nat) : Array Nat :=
  if h : 0 < xs.size then
    let first := xs[0]
    let last := xs[xs.size - 1]'(Nat.sub_lt h Nat.zero_lt_one)
    (xs.set! 0 last).set! (xs.size - 1) first
  else xs

#eval swapEnds #[1, 2, 3]
-- info: #[3, 2, 1]

def transpose (m : Array (Array Nat)) (n : Nat) : Array (Array Nat) :=
  (Array.range n).map fun j => m.map fun row => row[j]!

#eval transpose #[#[1, 2], #[3, 4], #[5, 6]] 2
-- info: #[#[1, 3, 5], #[2, 4, 6]]

def insertionSort (xs : Array Nat) : Array Nat := Id.run do
  let mut sorted : Array Nat := #[]
  for x in xs do
    let mut next := #[]
    let mut placed := false
    for y in sorted do
      if !placed && x ≤ y then
        next := next.push x
        placed := true
      next := next.push y
    unless placed do
      next := next.push x
    sorted := next
  return sorted

#eval insertionSort #[3, 1, 4, 1, 5, 9, 2, 6]
-- info: #[1, 1, 2, 3, 4, 5, 6, 9]

structure Stack (α : Type) where
  items : Array α := #[]
  deriving Repr

namespace Stack

variable {α : Type}

def empty : Stack α := {}

def push (s : Stack α) (a : α) : Stack α := { s with items := s.items.push a }

def pop? (s : Stack α) : Option (α × Stack α) :=
  match s.items.back? with
  | none => none
  | some a => some (a, { s with items := s.items.pop })

def size (s : Stack α) : Nat := s.items.size

theorem size_push (s : Stack α) (a : α) : (s.push a).size = s.size + 1 := by
  simp [push, size]

#eval ((empty.push 1).push 2).pop?.map (·.1)
-- info: some 2

#eval (empty.push 'a')
-- info: { items := #['a'] }

end Stack

theorem size_singleton (a : Nat) : #[a].size = 1 := rfl

theorem size_push' (xs : Array Nat) (a : Nat) : (xs.push a).size = xs.size + 1 := by simp

example : #[1, 2, 3].size = 3 := by decide

example : #[1, 2, 3][1] = 2 := rfl

example (xs : Array Nat) (i : Nat) (h : i < xs.size) : xs[i]? = some xs[i] := by simp [h]

def first (xs : Array Nat) (h : 0 < xs.size) : Nat := xs[0]

#eval first #[5, 6] (by decide)
-- info: 5

example (xs : Array Nat) (h : 0 < xs.size) : (xs.set 0 7)[0]'(by simpa using h) = 7 := by simp
example (xs ys : Array Nat) (h : xs.push 1 = ys.push 1) : xs = ys := by simpa using h
example (xs : Array Nat) : xs.all (· < 3) = true ↔ ∀ (i : Nat) (h : i < xs.size), xs[i] < 3 := by simp
example (xs ys : Array Nat) (h : (xs ++ ys) = #[]) : ys = #[] := by simp_all
example (l : List Nat) (h : (l.mergeSort).length = 2) : l.length = 2 := by simpa using h
example (l : List Nat) : l.mergeSort.Perm l := l.mergeSort_perm _

/-! ## Indices of type `Fin`, and laws of every container -/

example (xs : Array Nat) (i : Fin xs.size) : xs[i] = xs[i.val] := by simp
example (xs : List Nat) (i : Fin xs.length) : xs[i] ∈ xs := by simp
example (xs : Array Nat) (i : Nat) (h : i < xs.size) : xs[i]! = xs[i] := by rw [getElem!_pos]
example (xs : List Nat) (i : Nat) (h : ¬i < xs.length) : xs[i]? = none := getElem?_neg xs i h

structure Pair where
  first : Nat
  second : Nat

instance : GetElem Pair Nat Nat fun _ i => i < 2 := ⟨fun p i _ => if i = 0 then p.first else p.second⟩

#eval (fun (p : Pair) (i : Fin 2) => p[i]) ⟨3, 4⟩ 1
-- info: 4

example : Fin.foldl 3 (fun (x : Nat) i => x + i.val) 0 = 3 := by simp [Fin.foldl_succ]
example (f : Fin 2 → Nat) : Fin.foldr 2 (fun i x => f i + x) 0 = f 0 + (f 1 + 0) := by simp [Fin.foldr_succ]
example (i : Fin 4) : i ∈ List.finRange 4 := by simp
example (l : List Nat) : (l.intersperse 0).length = 2 * l.length - 1 := by simp
example (l : List Nat) : l.sum = l.foldl (· + ·) 0 := List.sum_eq_foldl

#eval (#[1, 3, 5, 7, 9].binSearch 7 (· < ·), #[1, 3, 5].binSearchContains 4 (· < ·), #[0].binSearch 1 (· < ·))
-- info: (some 7, false, none)

#eval ((#[] : Array Nat).binSearch 1 (· < ·), (List.range 20).all fun i => (Array.range 20).binSearchContains i (· < ·))
-- info: (none, true)

#eval (#[3, 1, 2].min (by simp), #[3, 1, 2].max (by simp), #[5, 6][(1 : USize)])
-- info: (1, 3, 6)

example (f : Char → Char) (s : String) : (s.map f).toList = s.toList.map f := by simp
example (l : List String) : (String.join l).toList = l.flatMap String.toList := by simp

/-! A loop's index carries its bounds and its step. -/

def evenly (xs ys : Array Nat) (h : xs.size = ys.size) : Array Nat := Id.run do
  let mut out := #[]
  for hi : i in [0:xs.size:2] do
    have hx : i < xs.size := hi.upper
    out := out.push (xs[i] + ys[i]'(h ▸ hx))
  return out

#eval evenly #[1, 2, 3] #[10, 20, 30] rfl
-- info: #[11, 33]

example (i n : Nat) (h : i ∈ [4:n:3]) : 4 ≤ i ∧ i < n ∧ (i - 4) % 3 = 0 := ⟨h.lower, h.upper, h.step⟩

end Arrays
