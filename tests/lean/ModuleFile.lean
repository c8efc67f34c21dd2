module

public import Init

/-!
# A file of the module system

What is public can be imported, what is exposed can also be unfolded there; the rest stays in the file.
-/

@[expose] public section

namespace ModuleFile

structure Point where
  x : Nat
  y : Nat
deriving Repr, BEq, DecidableEq, Inhabited, Hashable, Ord

inductive Tree (α : Type u) where
  | leaf
  | node (l : Tree α) (a : α) (r : Tree α)
deriving Repr

def Tree.size : Tree α → Nat
  | leaf => 0
  | node l _ r => l.size + 1 + r.size

theorem Tree.size_leaf : (Tree.leaf : Tree α).size = 0 := rfl

@[simp] theorem Tree.size_node (l r : Tree α) (a : α) : (Tree.node l a r).size = l.size + 1 + r.size := by
  simp [size]

private def step (n : Nat) : Nat := n * 2

def steps : Nat → Nat
  | 0 => 1
  | n + 1 => steps n + steps n

theorem steps_succ (n : Nat) : steps (n + 1) = 2 * steps n := by
  rw [steps, Nat.two_mul]

def gcd (a b : Nat) : Nat :=
  if b = 0 then a else gcd b (a % b)
termination_by b
decreasing_by exact Nat.mod_lt _ (Nat.pos_of_ne_zero ‹_›)

/-! Notation and macros of the file's own run in the same file. -/

syntax "twice! " term : term
macro_rules
  | `(twice! $x) => `($x + $x)

macro "close_it" : tactic => `(tactic| simp)

notation:50 a " ~~ " b => a = b

theorem two : (1 + 1 ~~ 2) := by close_it

#eval twice! 21
-- info: 42

#eval Point.mk 1 2
-- info: { x := 1, y := 2 }

#eval gcd 12 18
-- info: 6

#eval step 4
-- info: 8

def main : IO Unit := do
  for i in [0:2] do
    IO.println s!"line {i}"

#eval main
-- info: line 0
--| line 1

#print axioms steps_succ
-- info: 'ModuleFile.steps_succ' does not depend on any axioms

/-! A body that is not exposed is no part of what others see, and so no public theorem is by `rfl` about it. -/

@[no_expose] def secret : Nat := 7

theorem secret_is_seven : secret = 7 := by
  unfold secret
  rfl

end ModuleFile
