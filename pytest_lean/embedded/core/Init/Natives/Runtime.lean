module
prelude
public import Init.System.IO
/-!
What programs call at run time, bound to the functions that are compiled into the binary: references,
files, the clock, the message of an error. The binary finds each by the declaration's name.
-/

@[expose] public section

set_option linter.all false

/-! ## References -/

namespace ST
/-- A new cell with a value in it. -/
@[extern "native"]
opaque Prim.mkRef {σ α : Type} (a : α) :
    ST σ (Ref σ α) := fun s => .mk ⟨Classical.choice Cell.property, ⟨a⟩⟩ s
/-- What is in the cell. -/
@[extern "native"]
opaque Prim.Ref.get {σ α : Type} (r : @& Ref σ α) : ST σ α := fun s => .mk (Classical.choice r.holds) s
/-- Puts a value into the cell. -/
@[extern "native"] opaque Prim.Ref.set {σ α : Type} (r : @& Ref σ α) (a : α) : ST σ Unit
instance {σ α : Type} [h : Nonempty α] : Nonempty (Ref σ α) := match h with
  | ⟨a⟩ => ⟨⟨Classical.choice Cell.property, ⟨a⟩⟩⟩
end ST

/-! ## Errors, time, the environment -/

/-- The message of an error. -/
@[extern "native", instance] opaque IO.Error.instToString : ToString IO.Error

namespace IO
/-- Milliseconds of a clock that never goes back. -/
@[extern "native"] opaque monoMsNow : BaseIO Nat
/-- Nanoseconds of that clock. -/
@[extern "native"] opaque monoNanosNow : BaseIO Nat
/-- The value of a variable of the process's environment. -/
@[extern "native"] opaque getEnv (var : @& String) : BaseIO (Option String)
/-- So many bytes of the system's source of randomness. -/
@[extern "native"] opaque getRandomBytes (nBytes : USize) : IO ByteArray
/-- Waits so many milliseconds. -/
@[extern "native"] opaque sleep (ms : UInt32) : BaseIO Unit
/-- Ends the process. -/
@[extern "native"] opaque Process.exit {α : Type} (code : UInt8) : IO α := fun s => .error default s
end IO
