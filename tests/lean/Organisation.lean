/-! Namespaces, sections, variables, arguments, universes, options and attributes. -/

namespace Organisation

def a : Nat := 1

namespace Inner

def a : Nat := 2

def both : Nat := a + Organisation.a

#eval both
-- info: 3

end Inner

#eval (a, Inner.a)
-- info: (1, 2)

open Inner in
#eval both
-- info: 3

section variables

variable (α : Type) (n : Nat)

def replicate (x : α) : List α := List.replicate n x

#check replicate
-- info: Organisation.replicate (α : Type) (n : Nat) (x : α) : List α

variable {α}

def implicitReplicate (x : α) : List α := List.replicate n x

#eval implicitReplicate 2 'x'
-- info: ['x', 'x']

variable [ToString α]

def shown (x : α) : String := toString x

#check @shown
-- info: @shown : {α : Type} → [ToString α] → α → String

end variables

def named (width height : Nat) (depth : Nat := 10) : Nat := width * 100 + height + depth

#eval named (height := 2) (width := 3)
-- info: 312

#eval named 1 2 (depth := 0)
-- info: 102

def explicit (α : Type) [Inhabited α] : α := default

#eval explicit Nat
-- info: 0

#eval @id Nat 3
-- info: 3

#check @id
-- info: @id : {α : Sort u_1} → α → α

universe u v

def const {α : Type u} {β : Type v} (a : α) : β → α := fun _ => a

#check @const
-- info: @const : {α : Type u_1} → {β : Type u_2} → α → β → α

#check (const.{0, 1} 3 : Type → Nat)
-- info: const 3 : Type → Nat

structure Big where
  type : Type u
  value : type

#check Big
-- info: Organisation.Big.{u} : Type (u + 1)

#check Type 1
-- info: Type 1 : Type 2

#check Prop
-- info: Prop : Type

#check (Nat → Nat : Type)
-- info: Nat → Nat : Type

#check ∀ n : Nat, n = n
-- info: ∀ (n : Nat), n = n : Prop

inductive Poly (α : Type u) : Type (max u 1) where
  | mk (a : α) (β : Type) : Poly α

private def hidden : Nat := 41

def revealed : Nat := hidden + 1

#eval revealed
-- info: 42

protected def Inner.special : Nat := 9

#eval Inner.special
-- info: 9

@[inline] def inlined (n : Nat) : Nat := n + 1

@[reducible] def Number := Nat

instance : Inhabited Number := inferInstanceAs (Inhabited Nat)

abbrev Name := String

def hello (n : Name) : String := "hello " ++ n

#eval hello "you"
-- info: "hello you"

opaque secret : Nat

theorem secret_eq : secret = secret := rfl

example : Nat := by
  exact 3

class Named (α : Type) where
  name : String

instance (priority := low) unknown (α : Type) : Named α := ⟨"something"⟩

instance : Named Nat := ⟨"Nat"⟩

#eval (Named.name Nat, Named.name Bool)
-- info: ("Nat", "something")

section
local instance : Named Bool := ⟨"Bool, here"⟩

#eval Named.name Bool
-- info: "Bool, here"
end

#eval Named.name Bool
-- info: "something"

class Default (α : Type) where
  value : α

instance : Default Nat := ⟨1⟩
instance {α β : Type} [Default α] [Default β] : Default (α × β) := ⟨(Default.value, Default.value)⟩

#eval (Default.value : Nat × Nat × Nat)
-- info: (1, 1, 1)

#synth Default (Nat × Nat)
-- info: instDefaultProd

/-- Adds one, with a comment for readers. -/
def commented (n : Nat) : Nat := n + 1

#print commented
-- info: def Organisation.commented : Nat → Nat :=
--| fun n => n + 1

#print Big
-- info: structure Organisation.Big.{u} : Type (u + 1)
--| number of parameters: 0
--| fields:
--|   Organisation.Big.type : Type u
--|   Organisation.Big.value : self.type
--| constructor:
--|   Organisation.Big.mk.{u} (type : Type u) (value : type) : Big

set_option pp.all true in
#check 1
-- info: @OfNat.ofNat.{0} Nat (nat_lit 1) (instOfNatNat (nat_lit 1)) : Nat

set_option autoImplicit false in
def noAuto {α : Type} (a : α) : α := a

def auto (a : β) : β := a

#check @auto
-- info: @auto : {β : Sort u_1} → β → β

#reduce (fun x => x + 2) 3
-- info: 5

#reduce fun x : Nat => x + 2
-- info: fun x => x.succ.succ

#guard a + 1 == 2

/-- info: 3 -/
#guard_msgs in
#eval a + 2

#guard_msgs (drop info) in
#eval a

mutual
  def ping : Nat → String
    | 0 => "ping"
    | n + 1 => pong n

  def pong : Nat → String
    | 0 => "pong"
    | n + 1 => ping n
end

#eval ping 7
-- info: "pong"

theorem with_where (n : Nat) : n + 0 = n ∧ 0 + n = n := ⟨rfl, zero n⟩
where
  zero (n : Nat) : 0 + n = n := Nat.zero_add n

theorem instance_argument {α : Type} [DecidableEq α] (a b : α) : (if a = b then 1 else 2) ≤ 2 := by
  split <;> decide

def pipeline (xs : List Nat) : Nat := xs |>.map (· + 1) |>.filter (· > 2) |>.length

#eval pipeline [1, 2, 3]
-- info: 2

def anonymous : Nat × String := ⟨1, "one"⟩

#eval anonymous.2
-- info: "one"

def dotted : Option Nat := .some 3

#eval dotted
-- info: some 3

def lambda : Nat → Nat → Nat := fun | 0, n => n | m + 1, n => m * n

#eval lambda 3 4
-- info: 8

def composed : Nat → Nat := (2 * ·) ∘ (· + 1)

#eval composed 4
-- info: 10

end Organisation
