/-! Structures, classes and instances. -/

namespace Structures

structure Point where
  x : Nat
  y : Nat
  deriving Repr, DecidableEq, Inhabited

namespace Point

def origin : Point := { x := 0, y := 0 }

def add (p q : Point) : Point := ⟨p.x + q.x, p.y + q.y⟩

instance : Add Point := ⟨Point.add⟩

def flip (p : Point) : Point := { p with x := p.y, y := p.x }

@[ext] theorem ext' {p q : Point} (hx : p.x = q.x) (hy : p.y = q.y) : p = q := by
  cases p
  cases q
  simp_all

theorem flip_flip (p : Point) : p.flip.flip = p := rfl

theorem add_def (p q : Point) : p + q = ⟨p.x + q.x, p.y + q.y⟩ := rfl

theorem add_comm (p q : Point) : p + q = q + p := by
  simp only [add_def, Nat.add_comm]

theorem add_origin (p : Point) : p + origin = p := rfl

theorem eta (p : Point) : p = ⟨p.x, p.y⟩ := rfl

end Point

#eval Point.origin
-- info: { x := 0, y := 0 }

#eval (Point.mk 1 2 + Point.mk 3 4).y
-- info: 6

#eval decide (Point.mk 1 2 = Point.mk 1 3)
-- info: false

#eval (default : Point)
-- info: { x := 0, y := 0 }

structure Point3 extends Point where
  z : Nat := 7
  deriving Repr

def lifted : Point3 := { x := 1, y := 2 }

#eval lifted
-- info: { toPoint := { x := 1, y := 2 }, z := 7 }

#eval lifted.x + lifted.z
-- info: 8

#eval lifted.toPoint.flip
-- info: { x := 2, y := 1 }

structure Pair (α β : Type) where
  fst : α
  snd : β

def Pair.swap {α β : Type} (p : Pair α β) : Pair β α := ⟨p.snd, p.fst⟩

theorem Pair.swap_swap {α β : Type} (p : Pair α β) : p.swap.swap = p := by
  cases p
  rfl

def Pair.map {α β γ δ : Type} (f : α → γ) (g : β → δ) : Pair α β → Pair γ δ
  | ⟨a, b⟩ => ⟨f a, g b⟩

/-- A type with an associative operation and a unit. -/
class Monoid' (α : Type) where
  op : α → α → α
  unit : α
  assoc : ∀ a b c, op (op a b) c = op a (op b c)
  unit_left : ∀ a, op unit a = a
  unit_right : ∀ a, op a unit = a

infixl:65 " ⋆ " => Monoid'.op

instance : Monoid' Nat where
  op := (· + ·)
  unit := 0
  assoc := Nat.add_assoc
  unit_left := Nat.zero_add
  unit_right := Nat.add_zero

instance {α : Type} : Monoid' (List α) where
  op := List.append
  unit := []
  assoc := List.append_assoc
  unit_left := List.nil_append
  unit_right := List.append_nil

instance {α β : Type} [Monoid' α] [Monoid' β] : Monoid' (α × β) where
  op p q := (p.1 ⋆ q.1, p.2 ⋆ q.2)
  unit := (Monoid'.unit, Monoid'.unit)
  assoc := by intro a b c; simp [Monoid'.assoc]
  unit_left := by intro a; simp [Monoid'.unit_left]
  unit_right := by intro a; simp [Monoid'.unit_right]

def mconcat {α : Type} [Monoid' α] : List α → α
  | [] => Monoid'.unit
  | a :: as => a ⋆ mconcat as

#eval mconcat [1, 2, 3]
-- info: 6

#eval mconcat [[1], [2, 3]]
-- info: [1, 2, 3]

#eval mconcat [(1, [1]), (2, [2])]
-- info: (3, [1, 2])

theorem mconcat_append {α : Type} [Monoid' α] (xs ys : List α) :
    mconcat (xs ++ ys) = mconcat xs ⋆ mconcat ys := by
  induction xs with
  | nil => simp [mconcat, Monoid'.unit_left]
  | cons x xs ih => simp [mconcat, Monoid'.assoc, ih]

theorem unit_unique {α : Type} [Monoid' α] (e : α) (h : ∀ a, e ⋆ a = a) : e = Monoid'.unit := by
  rw [← Monoid'.unit_right e, h]

class Group' (α : Type) extends Monoid' α where
  inv : α → α
  inv_left : ∀ a, op (inv a) a = unit

theorem Group'.cancel_left {α : Type} [Group' α] {a b c : α} (h : a ⋆ b = a ⋆ c) : b = c := by
  have h' : Group'.inv a ⋆ (a ⋆ b) = Group'.inv a ⋆ (a ⋆ c) := by rw [h]
  rw [← Monoid'.assoc, ← Monoid'.assoc, Group'.inv_left] at h'
  rw [Monoid'.unit_left, Monoid'.unit_left] at h'
  exact h'

class Shape (α : Type) where
  area : α → Nat
  name : α → String := fun _ => "a shape"

structure Square where
  side : Nat

structure Rectangle where
  width : Nat
  height : Nat

instance : Shape Square where
  area s := s.side * s.side
  name _ := "a square"

instance : Shape Rectangle where
  area r := r.width * r.height

def describe {α : Type} [Shape α] (a : α) : String :=
  s!"{Shape.name a} of area {Shape.area a}"

#eval describe (Square.mk 3)
-- info: "a square of area 9"

#eval describe ({ width := 2, height := 5 } : Rectangle)
-- info: "a shape of area 10"

instance : Coe Square Rectangle := ⟨fun s => ⟨s.side, s.side⟩⟩

def asRectangle (s : Square) : Rectangle := s

#eval (asRectangle ⟨4⟩).height
-- info: 4

instance : CoeFun Point (fun _ => Nat → Nat) := ⟨fun p n => p.x * n + p.y⟩

#eval (Point.mk 2 1) 10
-- info: 21

instance : ToString Point := ⟨fun p => s!"({p.x}, {p.y})"⟩

#eval s!"at {Point.mk 1 2}"
-- info: "at (1, 2)"

abbrev Grid := List Point

def Grid.area (g : Grid) : Nat := g.length

#eval Grid.area [Point.origin, ⟨1, 1⟩]
-- info: 2

#check Point.mk
-- info: Structures.Point.mk (x y : Nat) : Point

#check @Monoid'.op
-- info: @Monoid'.op : {α : Type} → [self : Monoid' α] → α → α → α

end Structures
