module
prelude
public import Init.Data.DotRange
public import Init.Data.Array.More
public meta import Init.Meta.Macro
/-!
A part of an array, written with a range in dots: `xs[a...b]`, `xs[a...=b]`, `xs[*...b]`, `xs[a...*]` and so
on.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Std
/-- Things that a range of some kind cuts a slice of. -/
class Rcc.Sliceable (α : Type u) (β : outParam (Type v)) (γ : outParam (Type w)) where
  mkSlice (carrier : α) (range : Rcc β) : γ
class Rco.Sliceable (α : Type u) (β : outParam (Type v)) (γ : outParam (Type w)) where
  mkSlice (carrier : α) (range : Rco β) : γ
class Rci.Sliceable (α : Type u) (β : outParam (Type v)) (γ : outParam (Type w)) where
  mkSlice (carrier : α) (range : Rci β) : γ
class Roc.Sliceable (α : Type u) (β : outParam (Type v)) (γ : outParam (Type w)) where
  mkSlice (carrier : α) (range : Roc β) : γ
class Roo.Sliceable (α : Type u) (β : outParam (Type v)) (γ : outParam (Type w)) where
  mkSlice (carrier : α) (range : Roo β) : γ
class Roi.Sliceable (α : Type u) (β : outParam (Type v)) (γ : outParam (Type w)) where
  mkSlice (carrier : α) (range : Roi β) : γ
class Ric.Sliceable (α : Type u) (β : outParam (Type v)) (γ : outParam (Type w)) where
  mkSlice (carrier : α) (range : Ric β) : γ
class Rio.Sliceable (α : Type u) (β : outParam (Type v)) (γ : outParam (Type w)) where
  mkSlice (carrier : α) (range : Rio β) : γ
class Rii.Sliceable (α : Type u) (β : outParam (Type v)) (γ : outParam (Type w)) where
  mkSlice (carrier : α) (range : Rii β) : γ

section
variable {α : Type u}
instance : Rcc.Sliceable (Array α) Nat (Subarray α) := ⟨fun xs r => xs.toSubarray r.lower (r.upper + 1)⟩
instance : Rco.Sliceable (Array α) Nat (Subarray α) := ⟨fun xs r => xs.toSubarray r.lower r.upper⟩
instance : Rci.Sliceable (Array α) Nat (Subarray α) := ⟨fun xs r => xs.toSubarray r.lower xs.size⟩
instance : Roc.Sliceable (Array α) Nat (Subarray α) := ⟨fun xs r => xs.toSubarray (r.lower + 1) (r.upper + 1)⟩
instance : Roo.Sliceable (Array α) Nat (Subarray α) := ⟨fun xs r => xs.toSubarray (r.lower + 1) r.upper⟩
instance : Roi.Sliceable (Array α) Nat (Subarray α) := ⟨fun xs r => xs.toSubarray (r.lower + 1) xs.size⟩
instance : Ric.Sliceable (Array α) Nat (Subarray α) := ⟨fun xs r => xs.toSubarray 0 (r.upper + 1)⟩
instance : Rio.Sliceable (Array α) Nat (Subarray α) := ⟨fun xs r => xs.toSubarray 0 r.upper⟩
instance : Rii.Sliceable (Array α) Nat (Subarray α) := ⟨fun xs _ => xs.toSubarray 0 xs.size⟩
end

public meta section
macro_rules
  | `($c[*...*]) => `(Rii.Sliceable.mkSlice $c (*...*))
  | `($c[$a...*]) => `(Rci.Sliceable.mkSlice $c ($a...*))
  | `($c[$a<...*]) => `(Roi.Sliceable.mkSlice $c ($a<...*))
  | `($c[*...$b]) => `(Rio.Sliceable.mkSlice $c (*...$b))
  | `($c[$a...$b]) => `(Rco.Sliceable.mkSlice $c ($a...$b))
  | `($c[$a<...$b]) => `(Roo.Sliceable.mkSlice $c ($a<...$b))
  | `($c[*...=$b]) => `(Ric.Sliceable.mkSlice $c (*...=$b))
  | `($c[$a...=$b]) => `(Rcc.Sliceable.mkSlice $c ($a...=$b))
  | `($c[$a<...=$b]) => `(Roc.Sliceable.mkSlice $c ($a<...=$b))
end
end Std
