module
prelude
public import Init.Data.Array.More
public import Init.System.Files
/-!
Values that are computed when they are first asked for (`Thunk`), and values that another thread
computes (`Task`). At run time both are the runtime's own; to a proof a thunk is its function and a task
is its value.
-/

@[expose] public section

set_option linter.all false

universe u v

/-! ## Thunk -/

structure Thunk (α : Type u) : Type u where
  mk ::
  fn : Unit → α

attribute [extern "lean_mk_thunk"] Thunk.mk

namespace Thunk
variable {α : Type u} {β : Type v}
@[extern "lean_thunk_pure"] protected def pure (a : α) : Thunk α := ⟨fun _ => a⟩
@[extern "lean_thunk_get_own"] protected def get (x : @& Thunk α) : α := x.fn ()
@[inline] protected def map (f : α → β) (x : Thunk α) : Thunk β := ⟨fun _ => f x.get⟩
@[inline] protected def bind (x : Thunk α) (f : α → Thunk β) : Thunk β := ⟨fun _ => (f x.get).get⟩
instance [Inhabited α] : Inhabited (Thunk α) := ⟨.pure default⟩
instance : CoeTail α (Thunk α) := ⟨fun a => .pure a⟩
end Thunk

/-! ## Task -/

/-- A value that may still be computed by another thread. -/
structure Task (α : Type u) : Type u where
  pure ::
  get : α

attribute [extern "lean_task_pure"] Task.pure
attribute [extern "lean_task_get_own"] Task.get

/-- How urgent a task is: 0 to 8; 9 is a thread of its own. -/
abbrev Task.Priority : Type := Nat
namespace Task
variable {α : Type u} {β : Type v}
def Priority.default : Priority := 0
def Priority.max : Priority := 8
def Priority.dedicated : Priority := 9
@[noinline, extern "lean_task_spawn"] protected def spawn (fn : Unit → α) (prio := Priority.default) :
    Task α := ⟨fn ()⟩
@[noinline, extern "lean_task_map"] protected def map (f : α → β) (x : Task α) (prio := Priority.default)
    (sync := false) : Task β := ⟨f x.get⟩
@[noinline, extern "lean_task_bind"]
protected def bind (x : Task α) (f : α → Task β) (prio := Priority.default)
    (sync := false) : Task β := ⟨(f x.get).get⟩
/-- Applies a function to what all the tasks give. -/
def mapList (f : List α → β) (tasks : List (Task α)) (prio := Priority.default) (sync := false) : Task β :=
  go tasks []
where
  go : List (Task α) → List α → Task β
  | [], as => .pure (f as.reverse)
  | [t], as => t.map (fun a => f (a :: as).reverse) prio sync
  | t :: ts, as => t.bind (fun a => go ts (a :: as)) prio sync
instance [Inhabited α] : Inhabited (Task α) := ⟨.pure default⟩
end Task
