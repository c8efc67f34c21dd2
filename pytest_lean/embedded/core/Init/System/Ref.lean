module
prelude
public import Init.Natives.Runtime
/-!
References: mutable cells for programs in `IO` and `ST`, over the operations of the runtime.
-/

@[expose] public section

set_option linter.all false

namespace ST
variable {σ α β : Type} {m : Type → Type}

def mkRef [STWorld σ m] [MonadLiftT (ST σ) m] (a : α) : m (Ref σ α) := liftM (m := ST σ) (Prim.mkRef a)

namespace Ref
def get [MonadLiftT (ST σ) m] (r : Ref σ α) : m α := liftM (m := ST σ) (Prim.Ref.get r)
def set [MonadLiftT (ST σ) m] (r : Ref σ α) (a : α) : m Unit := liftM (m := ST σ) (Prim.Ref.set r a)
def modifyGet [MonadLiftT (ST σ) m] (r : Ref σ α) (f : α → β × α) : m β :=
  liftM (m := ST σ) do
    let a ← Prim.Ref.get r
    let (b, a) := f a
    Prim.Ref.set r a
    return b
def modify [MonadLiftT (ST σ) m] (r : Ref σ α) (f : α → α) : m Unit := r.modifyGet fun a => ((), f a)
def swap [MonadLiftT (ST σ) m] (r : Ref σ α) (a : α) : m α := r.modifyGet fun b => (b, a)
end Ref
end ST

def IO.mkRef {α : Type} (a : α) : BaseIO (IO.Ref α) := ST.mkRef a
