prelude
import Init.System.IO
/-!
What programs call at run time, bound to the functions that are compiled into the binary: references, files, the clock,
the message of an error. The binary finds each by the declaration's name.
-/

set_option linter.all false

/-! ## References -/

namespace ST
/-- A new cell with a value in it. -/
@[extern "native"] opaque Prim.mkRef {σ α : Type} (a : α) : ST σ (Ref σ α) := fun s => .mk ⟨Classical.choice Cell.property, ⟨a⟩⟩ s
/-- What is in the cell. -/
@[extern "native"] opaque Prim.Ref.get {σ α : Type} (r : @& Ref σ α) : ST σ α := fun s => .mk (Classical.choice r.holds) s
/-- Puts a value into the cell. -/
@[extern "native"] opaque Prim.Ref.set {σ α : Type} (r : @& Ref σ α) (a : α) : ST σ Unit
end ST

/-! ## Errors, files, time -/

/-- The message of an error. -/
@[extern "native", instance] opaque IO.Error.instToString : ToString IO.Error

namespace IO
/-- Milliseconds of a clock that never goes back. -/
@[extern "native"] opaque monoMsNow : BaseIO Nat
/-- The content of a file. -/
@[extern "native"] opaque FS.readFile (fname : String) : IO String
/-- Makes a text the content of a file. -/
@[extern "native"] opaque FS.writeFile (fname : String) (content : String) : IO Unit
/-- Waits so many milliseconds. -/
@[extern "native"] opaque sleep (ms : UInt32) : BaseIO Unit
/-- Ends the process. -/
@[extern "native"] opaque Process.exit {α : Type} (code : UInt8) : IO α := fun s => .error default s
end IO
