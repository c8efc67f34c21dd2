/-! What Lean derives: Repr, BEq, DecidableEq, Inhabited, Ord, Hashable. -/

namespace Deriving

inductive Day where
  | monday | tuesday | wednesday | thursday | friday | saturday | sunday
  deriving Repr, BEq, DecidableEq, Inhabited, Ord, Hashable

open Day

#eval tuesday
-- info: Deriving.Day.tuesday

#eval monday == tuesday
-- info: false

#eval (default : Day)
-- info: Deriving.Day.monday

#eval compare monday sunday
-- info: Ordering.lt

#eval hash monday == hash monday
-- info: true

#eval hash monday == hash tuesday
-- info: false

def Day.next : Day → Day
  | monday => tuesday
  | tuesday => wednesday
  | wednesday => thursday
  | thursday => friday
  | friday => saturday
  | saturday => sunday
  | sunday => monday

theorem next_ne (d : Day) : d.next ≠ d := by cases d <;> decide

theorem next_injective (c d : Day) (h : c.next = d.next) : c = d := by
  cases c <;> cases d <;> first | rfl | contradiction

def Day.isWeekend (d : Day) : Bool := d == saturday || d == sunday

#eval [monday, saturday].map Day.isWeekend
-- info: [false, true]

inductive Expr where
  | const (n : Int)
  | var (name : String)
  | add (left right : Expr)
  deriving Repr, BEq, DecidableEq, Inhabited

#eval Expr.add (.const 1) (.var "x")
-- info: Deriving.Expr.add (Deriving.Expr.const 1) (Deriving.Expr.var "x")

#eval Expr.const (-1)
-- info: Deriving.Expr.const (-1)

#eval Expr.add (.const 1) (.var "x") == Expr.add (.const 1) (.var "y")
-- info: false

#eval decide (Expr.var "x" = Expr.var "x")
-- info: true

#eval (default : Expr)
-- info: Deriving.Expr.const 0

inductive Tree (α : Type) where
  | leaf
  | node (left : Tree α) (value : α) (right : Tree α)
  deriving Repr, BEq, DecidableEq

#eval Tree.node .leaf 3 .leaf
-- info: Deriving.Tree.node (Deriving.Tree.leaf) 3 (Deriving.Tree.leaf)

#eval Tree.node .leaf 3 .leaf == .leaf
-- info: false

theorem leaf_ne_node {α : Type} (l : Tree α) (a : α) (r : Tree α) : Tree.leaf ≠ .node l a r := by
  intro h
  injection h

structure Version where
  major : Nat
  minor : Nat
  patch : Nat := 0
  deriving Repr, BEq, DecidableEq, Ord, Hashable, Inhabited

#eval ({ major := 1, minor := 2 } : Version)
-- info: { major := 1, minor := 2, patch := 0 }

#eval compare (Version.mk 1 2 3) (Version.mk 1 3 0)
-- info: Ordering.lt

#eval compare (Version.mk 1 2 3) (Version.mk 1 2 3)
-- info: Ordering.eq

#eval (Version.mk 1 2 3) == { major := 1, minor := 2, patch := 3 }
-- info: true

instance : LE Version := leOfOrd
instance : LT Version := ltOfOrd

#eval decide (Version.mk 1 2 3 < Version.mk 2 0 0)
-- info: true

structure Wrapped (α : Type) where
  value : α
  note : Option String := none
  deriving Repr, BEq

#eval ({ value := [1, 2] } : Wrapped (List Nat))
-- info: { value := [1, 2], note := none }

#eval ({ value := 'c', note := some "char" } : Wrapped Char)
-- info: { value := 'c', note := some "char" }

inductive Shape where
  | circle (radius : Nat)
  | rectangle (width height : Nat)

deriving instance Repr, BEq for Shape

#eval Shape.rectangle 2 3
-- info: Deriving.Shape.rectangle 2 3

#eval Shape.circle 2 == Shape.circle 2
-- info: true

mutual
  inductive Term where
    | atom (s : String)
    | list (ts : Terms)
    deriving Repr

  inductive Terms where
    | nil
    | cons (t : Term) (ts : Terms)
    deriving Repr
end

#eval Term.list (.cons (.atom "a") .nil)
-- info: Deriving.Term.list (Deriving.Terms.cons (Deriving.Term.atom "a") (Deriving.Terms.nil))

inductive Rose where
  | rose (label : Nat) (children : List Rose)
  deriving Repr, Inhabited

#eval Rose.rose 1 [.rose 2 [], .rose 3 []]
-- info: Deriving.Rose.rose 1 [Deriving.Rose.rose 2 [], Deriving.Rose.rose 3 []]

/-! Instances by hand, where the derived ones are not what is wanted. -/

instance : ToString Day where
  toString d := s!"<{repr d}>"

#eval s!"{monday}"
-- info: "<Deriving.Day.monday>"

structure Mod7 where
  value : Nat

instance : BEq Mod7 := ⟨fun a b => a.value % 7 == b.value % 7⟩

#eval Mod7.mk 1 == Mod7.mk 8
-- info: true

instance : Repr Mod7 where
  reprPrec m _ := s!"{m.value % 7} (mod 7)"

#eval Mod7.mk 10
-- info: 3 (mod 7)

instance : Inhabited (Nat → Mod7) := ⟨Mod7.mk⟩

#eval (default : Nat → Mod7) 4
-- info: 4 (mod 7)

example : monday ≠ tuesday := by decide
example : Expr.const 1 ≠ Expr.const 2 := by decide
example : (Version.mk 1 2 3).major = 1 := rfl
example (a b : Nat) (h : Shape.circle a = .circle b) : a = b := by cases h; rfl
example (a b c d : Nat) (h : Shape.rectangle a b = .rectangle c d) : b = d := by
  injection h
example (d : Day) (h : d = monday) : d.next = tuesday := by rw [h]; rfl
example (a b : Nat) : Shape.circle a ≠ .rectangle a b := by simp

end Deriving
