module
prelude
public import Init.Laws.Equality
public import Init.Laws.Fin
public import Init.Data.Array.Further
/-!
Lists of a function's values on `Fin n`, taken apart at the first; the search for a place in a vector.
-/

@[expose] public section

set_option linter.all false

universe u

namespace List
variable {α : Type u}
@[simp] theorem ofFn_zero {f : Fin 0 → α} : ofFn f = [] := rfl
@[simp] theorem ofFn_succ {n : Nat} {f : Fin (n + 1) → α} : ofFn f = f 0 :: ofFn fun i => f i.succ := by
  apply ext_getElem
  · simp
  · intro i h₁ h₂
    cases i <;> simp <;> rfl
end List

/-- The first place whose element passes a test. -/
@[inline] def Vector.findFinIdx? {α : Type u} {n : Nat} (p : α → Bool) (xs : Vector α n) : Option (Fin n) :=
  (xs.toArray.findFinIdx? p).map (Fin.cast xs.size_toArray)
