/-! Recursion: structural, nested, mutual, well-founded, partial. -/

namespace Recursion

def factorial : Nat → Nat
  | 0 => 1
  | n + 1 => (n + 1) * factorial n

theorem factorial_pos : ∀ n, 0 < factorial n
  | 0 => by decide
  | n + 1 => Nat.mul_pos (Nat.succ_pos n) (factorial_pos n)

theorem factorial_succ (n : Nat) : factorial (n + 1) = (n + 1) * factorial n := rfl

#eval factorial 20
-- info: 2432902008176640000

def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib n + fib (n + 1)

#eval fib 20
-- info: 6765

theorem fib_step (n : Nat) : fib (n + 2) = fib n + fib (n + 1) := rfl

def fibPair (n : Nat) : Nat × Nat :=
  match n with
  | 0 => (0, 1)
  | n + 1 =>
    let (a, b) := fibPair n
    (b, a + b)

theorem fibPair_eq (n : Nat) : fibPair n = (fib n, fib (n + 1)) := by
  induction n with
  | zero => rfl
  | succ n ih => simp [fibPair, ih, fib]

#eval (fibPair 100).1
-- info: 354224848179261915075

def ackermann : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ackermann m 1
  | m + 1, n + 1 => ackermann m (ackermann (m + 1) n)
termination_by m n => (m, n)

#eval ackermann 2 3
-- info: 9

theorem ackermann_zero (n : Nat) : ackermann 0 n = n + 1 := by rw [ackermann]

theorem ackermann_one (n : Nat) : ackermann 1 n = n + 2 := by
  induction n with
  | zero => rw [ackermann, ackermann]
  | succ n ih => rw [ackermann, ih, ackermann]

def gcd (m n : Nat) : Nat :=
  if h : n = 0 then m else
    have : m % n < n := Nat.mod_lt m (Nat.pos_of_ne_zero h)
    gcd n (m % n)
termination_by n

#eval gcd 48 36
-- info: 12

theorem gcd_zero (m : Nat) : gcd m 0 = m := by
  rw [gcd]
  simp

theorem gcd_step (m n : Nat) : gcd m (n + 1) = gcd (n + 1) (m % (n + 1)) := by
  rw [gcd]
  simp

def log2 (n : Nat) : Nat :=
  if h : n ≤ 1 then 0 else
    have : n / 2 < n := Nat.div_lt_self (Nat.lt_trans Nat.zero_lt_one (Nat.lt_of_not_le h)) (by decide)
    log2 (n / 2) + 1
termination_by n

#eval log2 1000000
-- info: 19

def collatz (fuel n : Nat) : Option Nat :=
  match fuel with
  | 0 => none
  | fuel + 1 =>
    if n = 1 then some 0
    else if n % 2 = 0 then (collatz fuel (n / 2)).map (· + 1)
    else (collatz fuel (3 * n + 1)).map (· + 1)

#eval collatz 200 27
-- info: some 111

#eval collatz 10 27
-- info: none

mutual
  def isEven : Nat → Bool
    | 0 => true
    | n + 1 => isOdd n

  def isOdd : Nat → Bool
    | 0 => false
    | n + 1 => isEven n
end

#eval (isEven 10, isOdd 10)
-- info: (true, false)

theorem not_isEven (n : Nat) : isOdd n = !isEven n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [isEven, isOdd, ih]

mutual
  inductive Tree where
    | node (label : Nat) (children : Forest)

  inductive Forest where
    | nil
    | cons (t : Tree) (f : Forest)
end

mutual
  def Tree.size : Tree → Nat
    | .node _ children => children.size + 1

  def Forest.size : Forest → Nat
    | .nil => 0
    | .cons t f => t.size + f.size
end

theorem Tree.size_pos : ∀ t : Tree, 0 < t.size
  | .node _ _ => Nat.succ_pos _

#eval (Tree.node 1 (.cons (.node 2 .nil) (.cons (.node 3 .nil) .nil))).size
-- info: 3

inductive Rose (α : Type) where
  | rose (label : α) (children : List (Rose α))

namespace Rose

variable {α β : Type}

mutual
  def size : Rose α → Nat
    | rose _ children => sizes children + 1

  def sizes : List (Rose α) → Nat
    | [] => 0
    | t :: ts => size t + sizes ts
end

mutual
  def map (f : α → β) : Rose α → Rose β
    | rose a ts => rose (f a) (maps f ts)

  def maps (f : α → β) : List (Rose α) → List (Rose β)
    | [] => []
    | t :: ts => map f t :: maps f ts
end

mutual
  theorem size_map (f : α → β) : ∀ t : Rose α, (t.map f).size = t.size
    | rose _ ts => by simp [map, size, sizes_maps f ts]

  theorem sizes_maps (f : α → β) : ∀ ts : List (Rose α), sizes (maps f ts) = sizes ts
    | [] => rfl
    | t :: ts => by simp [maps, sizes, size_map f t, sizes_maps f ts]
end

#eval (rose 1 [rose 2 [], rose 3 [rose 4 []]]).size
-- info: 4

end Rose

partial def collatzLength (n : Nat) : Nat :=
  if n ≤ 1 then 0
  else if n % 2 == 0 then collatzLength (n / 2) + 1
  else collatzLength (3 * n + 1) + 1

#eval collatzLength 27
-- info: 111

def interleave {α : Type} : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: interleave ys xs
termination_by xs ys => xs.length + ys.length
decreasing_by
  show ys.length + xs.length < xs.length + 1 + ys.length
  rw [Nat.add_comm ys.length, Nat.add_right_comm]
  exact Nat.lt_succ_self _

#eval interleave [1, 3, 5] [2, 4]
-- info: [1, 2, 3, 4, 5]

def sumWith (f : Nat → Nat) (n : Nat) : Nat := go n 0
where
  go : Nat → Nat → Nat
    | 0, acc => acc
    | n + 1, acc => go n (acc + f n)

#eval sumWith (fun i => i * i) 4
-- info: 14

def reverse {α : Type} (xs : List α) : List α :=
  let rec loop : List α → List α → List α
    | [], acc => acc
    | x :: xs, acc => loop xs (x :: acc)
  loop xs []

#eval reverse [1, 2, 3]
-- info: [3, 2, 1]

def digits (n : Nat) : List Nat :=
  if h : n < 10 then [n] else
    have h10 : 10 ≤ n := Nat.le_of_not_lt h
    have : n / 10 < n := by
      apply Nat.div_lt_self
      · exact Nat.lt_of_lt_of_le (by decide) h10
      · decide
    digits (n / 10) ++ [n % 10]
termination_by n

#eval digits 2024
-- info: [2, 0, 2, 4]

def iterate {α : Type} (f : α → α) : Nat → α → α
  | 0, a => a
  | n + 1, a => iterate f n (f a)

theorem iterate_add {α : Type} (f : α → α) (m n : Nat) (a : α) :
    iterate f (m + n) a = iterate f n (iterate f m a) := by
  induction m generalizing a with
  | zero => rw [Nat.zero_add]; rfl
  | succ m ih => rw [Nat.succ_add]; exact ih (f a)

theorem iterate_id {α : Type} (n : Nat) (a : α) : iterate id n a = a := by
  induction n with
  | zero => rfl
  | succ n ih => exact ih

unsafe def spin (n : Nat) : Nat := spin (n + 1)

noncomputable def pick {α : Type} (h : Nonempty α) : α := Classical.choice h

end Recursion
