module
prelude
public import Init.Data.Range
public import Init.Data.Iter
public import Init.Natives.Data
public meta import Init.Meta.Macro
/-!
Ranges written with dots: `a...b` without `b`, `a...=b` with it, `a<...b` without `a`, `*...b` from the
least element. Here loops run over ranges of `Nat` and `Int`.
-/

@[expose] public section

set_option linter.all false

universe u u₁ u₂

namespace Std
/-- The range from `lower` to `upper`, both included. -/
structure Rcc (α : Type u) where
  lower : α
  upper : α
/-- The range from `lower`, included, to `upper`, excluded. -/
structure Rco (α : Type u) where
  lower : α
  upper : α
/-- The range from `lower` on. -/
structure Rci (α : Type u) where
  lower : α
/-- The range above `lower`, to `upper`, included. -/
structure Roc (α : Type u) where
  lower : α
  upper : α
/-- The range between `lower` and `upper`, both excluded. -/
structure Roo (α : Type u) where
  lower : α
  upper : α
/-- The range above `lower`. -/
structure Roi (α : Type u) where
  lower : α
/-- The range up to `upper`, included. -/
structure Ric (α : Type u) where
  upper : α
/-- The range below `upper`. -/
structure Rio (α : Type u) where
  upper : α
/-- The range everything. -/
structure Rii (α : Type u) where

/-! ## Ranges of natural numbers -/

namespace Rcc
instance : Membership Nat (Rcc Nat) := ⟨fun r i => r.lower ≤ i ∧ i < r.upper + 1⟩
def toLegacy (r : Rcc Nat) : Std.Legacy.Range := ⟨r.lower, r.upper + 1, 1, Nat.zero_lt_one⟩
def toList (r : Rcc Nat) : List Nat := r.toLegacy.toList
def toArray (r : Rcc Nat) : Array Nat := r.toList.toArray
def iter (r : Rcc Nat) : Iter Nat := ⟨r.toList⟩
def size (r : Rcc Nat) : Nat := (r.upper + 1) - (r.lower)
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Rcc Nat) Nat := ⟨fun r b f => forIn r.toLegacy b f⟩
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn' m (Rcc Nat) Nat inferInstance where
  forIn' r b f := forIn' r.toLegacy b fun i (h : i ∈ r.toLegacy) b => f i ⟨h.1, h.2.1⟩ b
end Rcc

namespace Rco
instance : Membership Nat (Rco Nat) := ⟨fun r i => r.lower ≤ i ∧ i < r.upper⟩
def toLegacy (r : Rco Nat) : Std.Legacy.Range := ⟨r.lower, r.upper, 1, Nat.zero_lt_one⟩
def toList (r : Rco Nat) : List Nat := r.toLegacy.toList
def toArray (r : Rco Nat) : Array Nat := r.toList.toArray
def iter (r : Rco Nat) : Iter Nat := ⟨r.toList⟩
def size (r : Rco Nat) : Nat := (r.upper) - (r.lower)
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Rco Nat) Nat := ⟨fun r b f => forIn r.toLegacy b f⟩
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn' m (Rco Nat) Nat inferInstance where
  forIn' r b f := forIn' r.toLegacy b fun i (h : i ∈ r.toLegacy) b => f i ⟨h.1, h.2.1⟩ b
theorem lt_upper {i a n : Nat} (h : i ∈ (⟨a, n⟩ : Rco Nat)) : i < n := h.2
end Rco

namespace Roc
instance : Membership Nat (Roc Nat) := ⟨fun r i => r.lower + 1 ≤ i ∧ i < r.upper + 1⟩
def toLegacy (r : Roc Nat) : Std.Legacy.Range := ⟨r.lower + 1, r.upper + 1, 1, Nat.zero_lt_one⟩
def toList (r : Roc Nat) : List Nat := r.toLegacy.toList
def toArray (r : Roc Nat) : Array Nat := r.toList.toArray
def iter (r : Roc Nat) : Iter Nat := ⟨r.toList⟩
def size (r : Roc Nat) : Nat := (r.upper + 1) - (r.lower + 1)
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Roc Nat) Nat := ⟨fun r b f => forIn r.toLegacy b f⟩
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn' m (Roc Nat) Nat inferInstance where
  forIn' r b f := forIn' r.toLegacy b fun i (h : i ∈ r.toLegacy) b => f i ⟨h.1, h.2.1⟩ b
end Roc

namespace Roo
instance : Membership Nat (Roo Nat) := ⟨fun r i => r.lower + 1 ≤ i ∧ i < r.upper⟩
def toLegacy (r : Roo Nat) : Std.Legacy.Range := ⟨r.lower + 1, r.upper, 1, Nat.zero_lt_one⟩
def toList (r : Roo Nat) : List Nat := r.toLegacy.toList
def toArray (r : Roo Nat) : Array Nat := r.toList.toArray
def iter (r : Roo Nat) : Iter Nat := ⟨r.toList⟩
def size (r : Roo Nat) : Nat := (r.upper) - (r.lower + 1)
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Roo Nat) Nat := ⟨fun r b f => forIn r.toLegacy b f⟩
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn' m (Roo Nat) Nat inferInstance where
  forIn' r b f := forIn' r.toLegacy b fun i (h : i ∈ r.toLegacy) b => f i ⟨h.1, h.2.1⟩ b
end Roo

namespace Ric
instance : Membership Nat (Ric Nat) := ⟨fun r i => 0 ≤ i ∧ i < r.upper + 1⟩
def toLegacy (r : Ric Nat) : Std.Legacy.Range := ⟨0, r.upper + 1, 1, Nat.zero_lt_one⟩
def toList (r : Ric Nat) : List Nat := r.toLegacy.toList
def toArray (r : Ric Nat) : Array Nat := r.toList.toArray
def iter (r : Ric Nat) : Iter Nat := ⟨r.toList⟩
def size (r : Ric Nat) : Nat := (r.upper + 1) - (0)
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Ric Nat) Nat := ⟨fun r b f => forIn r.toLegacy b f⟩
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn' m (Ric Nat) Nat inferInstance where
  forIn' r b f := forIn' r.toLegacy b fun i (h : i ∈ r.toLegacy) b => f i ⟨h.1, h.2.1⟩ b
end Ric

namespace Rio
instance : Membership Nat (Rio Nat) := ⟨fun r i => 0 ≤ i ∧ i < r.upper⟩
def toLegacy (r : Rio Nat) : Std.Legacy.Range := ⟨0, r.upper, 1, Nat.zero_lt_one⟩
def toList (r : Rio Nat) : List Nat := r.toLegacy.toList
def toArray (r : Rio Nat) : Array Nat := r.toList.toArray
def iter (r : Rio Nat) : Iter Nat := ⟨r.toList⟩
def size (r : Rio Nat) : Nat := (r.upper) - (0)
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Rio Nat) Nat := ⟨fun r b f => forIn r.toLegacy b f⟩
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn' m (Rio Nat) Nat inferInstance where
  forIn' r b f := forIn' r.toLegacy b fun i (h : i ∈ r.toLegacy) b => f i ⟨h.1, h.2.1⟩ b
theorem lt_upper {i n : Nat} (h : i ∈ (⟨n⟩ : Rio Nat)) : i < n := h.2
end Rio

/-! ## Ranges of integers -/

def Rcc.ints (r : Rcc Int) : List Int := (List.range ((r.upper + 1) - (r.lower)).toNat).map fun i : Nat =>
  r.lower + (i : Int)
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Rcc Int) Int := ⟨fun r b f => forIn r.ints b f⟩
def Rco.ints (r : Rco Int) : List Int := (List.range ((r.upper) - (r.lower)).toNat).map fun i : Nat =>
  r.lower + (i : Int)
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Rco Int) Int := ⟨fun r b f => forIn r.ints b f⟩
def Roc.ints (r : Roc Int) : List Int := (List.range ((r.upper + 1) - (r.lower + 1)).toNat).map fun i : Nat =>
  r.lower + 1 + (i : Int)
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Roc Int) Int := ⟨fun r b f => forIn r.ints b f⟩
def Roo.ints (r : Roo Int) : List Int := (List.range ((r.upper) - (r.lower + 1)).toNat).map fun i : Nat =>
  r.lower + 1 + (i : Int)
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Roo Int) Int := ⟨fun r b f => forIn r.ints b f⟩
end Std

/-- What is in such a range is below its upper bound. -/
macro_rules | `(tactic| get_elem_tactic_extensible) => `(tactic| (apply Std.Rco.lt_upper; assumption))
macro_rules | `(tactic| get_elem_tactic_extensible) => `(tactic| (apply Std.Rio.lt_upper; assumption))
