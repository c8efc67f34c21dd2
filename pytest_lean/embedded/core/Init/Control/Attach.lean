module
prelude
public import Init.Control.Lawful
/-!
`MonadAttach`: actions whose results carry what is known about them.
-/

@[expose] public section

set_option linter.all false

universe u v

/-- A monad in which a result can be given together with the fact that the action returned it. -/
class MonadAttach (m : Type u → Type v) where
  CanReturn {α : Type u} : (x : m α) → (a : α) → Prop
  attach {α : Type u} (x : m α) : m (Subtype (CanReturn x))

/-- Whoever forgets the fact has the action itself. -/
class WeaklyLawfulMonadAttach (m : Type u → Type v) [Monad m] [MonadAttach m] : Prop where
  map_attach {α : Type u} {x : m α} : Subtype.val <$> MonadAttach.attach x = x
/-- The fact is the strongest one. -/
class LawfulMonadAttach (m : Type u → Type v) [Monad m] [MonadAttach m] : Prop extends
    WeaklyLawfulMonadAttach m where
  canReturn_map_imp {α : Type u} {P : α → Prop} {x : m (Subtype P)} {a : α} :
    MonadAttach.CanReturn (Subtype.val <$> x) a → P a

/-- Goes on with a result and the fact that the action returned it. -/
@[inline] def MonadAttach.pbind {m : Type u → Type v} {α β : Type u} [Monad m] [MonadAttach m] (x : m α)
    (f : (a : α) → MonadAttach.CanReturn x a → m β) : m β :=
  MonadAttach.attach x >>= fun ⟨a, h⟩ => f a h

instance : MonadAttach Id where
  CanReturn x a := x.run = a
  attach x := pure ⟨x.run, rfl⟩
instance : MonadAttach Option where
  CanReturn x a := x = some a
  attach
    | none => none
    | some a => some ⟨a, rfl⟩
instance {ε : Type u} : MonadAttach (Except ε) where
  CanReturn x a := x = .ok a
  attach
    | .error e => .error e
    | .ok a => .ok ⟨a, rfl⟩
instance {ε : Type u} {m : Type u → Type v} [Monad m] [MonadAttach m] : MonadAttach (ExceptT ε m) where
  CanReturn x a := MonadAttach.CanReturn (m := m) x.run (.ok a)
  attach x := show m (Except ε _) from do
    match ← MonadAttach.attach (m := m) x.run with
    | ⟨.ok a, h⟩ => pure (.ok ⟨a, h⟩)
    | ⟨.error e, _⟩ => pure (.error e)
instance {m : Type u → Type v} [Monad m] [MonadAttach m] : MonadAttach (OptionT m) where
  CanReturn x a := MonadAttach.CanReturn (m := m) x.run (some a)
  attach x := show m (Option _) from do
    match ← MonadAttach.attach (m := m) x.run with
    | ⟨some a, h⟩ => pure (some ⟨a, h⟩)
    | ⟨none, _⟩ => pure none
instance {ρ : Type u} {m : Type u → Type v} [Monad m] [MonadAttach m] : MonadAttach (ReaderT ρ m) where
  CanReturn x a := ∃ r, MonadAttach.CanReturn (x r) a
  attach x := fun r => do
    let ⟨a, h⟩ ← MonadAttach.attach (x r)
    pure ⟨a, r, h⟩
instance {σ : Type u} {m : Type u → Type v} [Monad m] [MonadAttach m] : MonadAttach (StateT σ m) where
  CanReturn x a := ∃ s s', MonadAttach.CanReturn (m := m) (x.run s) (a, s')
  attach x := fun s => do
    let ⟨(a, s'), h⟩ ← MonadAttach.attach (m := m) (x.run s)
    pure (⟨a, s, s', h⟩, s')
instance : WeaklyLawfulMonadAttach Id := ⟨rfl⟩
instance : LawfulMonadAttach Id := ⟨fun {_ _ x _} h => h ▸ x.run.2⟩
instance : WeaklyLawfulMonadAttach Option := ⟨fun {_ x} => by cases x <;> rfl⟩
instance : LawfulMonadAttach Option := ⟨fun {_ _ x a} h => by
  cases x with
  | none => cases h
  | some b => cases h; exact b.2⟩
