module
prelude
public import Init.Natives.Files
public import Init.Data.Thunk
/-!
Actions that run as tasks, bound to the functions of the runtime by their names. To a proof a task is
its value.
-/

@[expose] public section

set_option linter.all false

variable {α β : Type}

@[extern "native"] opaque BaseIO.asTask (act : BaseIO α) (prio := Task.Priority.default) : BaseIO (Task α) :=
  return .pure (← act)
@[extern "native"] opaque BaseIO.mapTask (f : α → BaseIO β) (t : Task α) (prio := Task.Priority.default)
    (sync := false) : BaseIO (Task β) := return .pure (← f t.get)
@[extern "native"] opaque BaseIO.bindTask (t : Task α) (f : α → BaseIO (Task β))
    (prio := Task.Priority.default) (sync := false) : BaseIO (Task β) := f t.get
/-- Waits until a task has ended. -/
@[extern "native"] opaque IO.wait (t : Task α) : BaseIO α := return t.get
@[extern "native"] opaque IO.cancel : @& Task α → BaseIO Unit
@[extern "native"] opaque IO.checkCanceled : BaseIO Bool
