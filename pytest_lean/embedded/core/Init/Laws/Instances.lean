module
prelude
public import Init.Laws.ListSearch
public import Init.Data.Array.More
/-!
Comparison with an empty list, array or option, which can be decided whatever the elements are; `≥` and `>` in
`calc`.
-/

@[expose] public section

set_option linter.all false

universe u v

instance List.instDecidableEqNil {α : Type u} (as : List α) : Decidable (as = []) := match as with
  | [] => isTrue rfl
  | _ :: _ => isFalse nofun
instance List.instDecidableNilEq {α : Type u} (as : List α) : Decidable ([] = as) := match as with
  | [] => isTrue rfl
  | _ :: _ => isFalse nofun
instance Array.instDecidableEqEmp {α : Type u} (xs : Array α) : Decidable (xs = #[]) := match xs with
  | ⟨[]⟩ => isTrue rfl
  | ⟨_ :: _⟩ => isFalse nofun
instance Option.decidableEqNone {α : Type u} (o : Option α) : Decidable (o = none) := match o with
  | none => isTrue rfl
  | some _ => isFalse nofun

/-! ## Types with an element -/

instance Prod.instNonempty {α : Type u} {β : Type v} [h₁ : Nonempty α] [h₂ : Nonempty β] : Nonempty (α × β) :=
  match h₁, h₂ with
  | ⟨a⟩, ⟨b⟩ => ⟨(a, b)⟩
instance MProd.instNonempty {α β : Type u} [h₁ : Nonempty α] [h₂ : Nonempty β] : Nonempty (MProd α β) :=
  match h₁, h₂ with
  | ⟨a⟩, ⟨b⟩ => ⟨⟨a, b⟩⟩
instance Sum.nonemptyLeft {α : Type u} {β : Type v} [h : Nonempty α] : Nonempty (α ⊕ β) :=
  match h with | ⟨a⟩ => ⟨.inl a⟩
instance Sum.nonemptyRight {α : Type u} {β : Type v} [h : Nonempty β] : Nonempty (α ⊕ β) :=
  match h with | ⟨b⟩ => ⟨.inr b⟩

/-! ## The recursor of `Nat` in programs -/

/-- What a program that uses `Nat.rec` runs. -/
def Nat.recCompiled {motive : Nat → Sort u} (zero : motive 0) (succ : (n : Nat) → motive n → motive (n + 1)) :
    (t : Nat) → motive t
  | 0 => zero
  | n + 1 => succ n (recCompiled zero succ n)
@[csimp] theorem Nat.rec_eq_recCompiled : @Nat.rec = @Nat.recCompiled := by
  funext motive zero succ t
  induction t with
  | zero => rfl
  | succ n ih => exact congrArg (succ n) ih

/-! ## `calc` from the greater to the smaller -/

instance Nat.instTransGe : Trans (α := Nat) (· ≥ ·) (· ≥ ·) (· ≥ ·) := ⟨fun h g => Nat.le_trans g h⟩
instance Nat.instTransGt : Trans (α := Nat) (· > ·) (· > ·) (· > ·) := ⟨fun h g => Nat.lt_trans g h⟩
instance Nat.instTransGtGe : Trans (α := Nat) (· > ·) (· ≥ ·) (· > ·) := ⟨fun h g => Nat.lt_of_le_of_lt g h⟩
instance Nat.instTransGeGt : Trans (α := Nat) (· ≥ ·) (· > ·) (· > ·) := ⟨fun h g => Nat.lt_of_lt_of_le g h⟩
instance Int.instTransGe : Trans (α := Int) (· ≥ ·) (· ≥ ·) (· ≥ ·) := ⟨fun h g => Int.le_trans g h⟩
instance Int.instTransGt : Trans (α := Int) (· > ·) (· > ·) (· > ·) := ⟨fun h g => Int.lt_trans g h⟩
instance Int.instTransGtGe : Trans (α := Int) (· > ·) (· ≥ ·) (· > ·) := ⟨fun h g => Int.lt_of_le_of_lt g h⟩
instance Int.instTransGeGt : Trans (α := Int) (· ≥ ·) (· > ·) (· > ·) := ⟨fun h g => Int.lt_of_lt_of_le g h⟩
