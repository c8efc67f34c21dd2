module
prelude
public import Init.Data.UInt
/-!
Where a value stands in memory: for unsafe code only, since nothing can be proved about it.
-/

@[expose] public section

set_option linter.all false

universe u

/-- Where a value stands in memory, which is another place in another run. -/
@[extern "lean_ptr_addr"] unsafe opaque ptrAddrUnsafe {α : Type u} (a : @& α) : USize
/-- Whether two values are one in memory. -/
@[inline] unsafe def ptrEq {α : Type u} (a b : α) : Bool := ptrAddrUnsafe a == ptrAddrUnsafe b
