/-!
# Recursion that ends

What the termination checker finds by itself: arithmetic, conditions of `if`, lexicographic orders, elements of lists.
-/

namespace Termination

/-! ## By arithmetic -/

def log2 (n : Nat) : Nat := if n ≤ 1 then 0 else 1 + log2 (n / 2)

#eval log2 1000
-- info: 9

def up (i n : Nat) : List Nat := if i < n then i :: up (i + 1) n else []

#eval up 3 7
-- info: [3, 4, 5, 6]

def pow (b e : Nat) : Nat :=
  if e = 0 then 1 else if e % 2 = 0 then pow (b * b) (e / 2) else b * pow (b * b) (e / 2)

#eval pow 3 10
-- info: 59049

def digits (b n : Nat) : List Nat := if b < 2 then [] else if n = 0 then [] else n % b :: digits b (n / b)

#eval digits 10 1234
-- info: [4, 3, 2, 1]

def gcd (a b : Nat) : Nat := if h : b = 0 then a else
  have : a % b < b := Nat.mod_lt a (by omega)
  gcd b (a % b)
termination_by b

#eval gcd 12 18
-- info: 6

/-- Binary search: the index is in bounds by arithmetic. -/
def search (xs : Array Nat) (x lo hi : Nat) (h : hi ≤ xs.size) : Option Nat :=
  if _ : lo < hi then
    let mid := (lo + hi) / 2
    if xs[mid] = x then some mid
    else if xs[mid] < x then search xs x (mid + 1) hi h
    else search xs x lo mid (by omega)
  else none

#eval search #[1, 3, 5, 7, 9, 11] 7 0 6 (by decide)
-- info: some 3

def sum (xs : Array Nat) : Nat := go 0 0
where
  go (i acc : Nat) : Nat := if _ : i < xs.size then go (i + 1) (acc + xs[i]) else acc
  termination_by xs.size - i

#eval sum #[1, 2, 3]
-- info: 6

/-! ## By several arguments -/

def ack : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ack m 1
  | m + 1, n + 1 => ack m (ack (m + 1) n)

#eval ack 2 3
-- info: 9

def interleave (xs ys : List Nat) : List Nat :=
  match xs with
  | [] => ys
  | x :: xs => x :: interleave ys xs
termination_by xs.length + ys.length

#eval interleave [1, 3, 5] [2, 4]
-- info: [1, 2, 3, 4, 5]

/-! ## Through lists and arrays -/

inductive Tree where
  | node (value : Nat) (children : List Tree)

namespace Tree
def size : Tree → Nat
  | node _ children => 1 + (children.map size).sum

def flatten : Tree → List Nat
  | node value children => value :: children.flatMap flatten

def depth : Tree → Nat
  | node _ children => children.attach.foldl (fun d ⟨child, _⟩ => max d child.depth) 0 + 1

def all (p : Nat → Bool) : Tree → Bool
  | node value children => p value && children.all (all p)

def example₁ : Tree := node 1 [node 2 [], node 3 [node 4 []]]

#eval (example₁.size, example₁.flatten, example₁.depth, example₁.all (· < 5))
-- info: (4, [1, 2, 3, 4], 3, true)

theorem size_pos (t : Tree) : 0 < t.size := by
  cases t
  simp [size, Nat.add_pos_left]

#print axioms size_pos
end Tree
-- info: 'Termination.Tree.size_pos' depends on axioms: [propext, Quot.sound]

inductive Wide where
  | node (children : Array Wide)

def Wide.size : Wide → Nat
  | node children => 1 + (children.map size).foldl (· + ·) 0

#eval (Wide.node #[.node #[], .node #[]]).size
-- info: 3

/-- A recursion through pairs needs the pair's name. -/
inductive Json where
  | str (s : String)
  | obj (fields : List (String × Json))

def Json.size : Json → Nat
  | str _ => 1
  | obj fields => 1 + (fields.attach.map fun ⟨(key, value), h⟩ =>
      have : sizeOf value < 1 + sizeOf fields := by
        have := List.sizeOf_lt_of_mem h
        simp at this
        omega
      value.size).sum

#eval (Json.obj [("a", .str "x"), ("b", .obj [])]).size
-- info: 3

end Termination
