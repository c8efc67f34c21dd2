prelude
import Init.Data.Option
/-!
The laws of functors and monads, for `Id`, `Option`, `Except`, `StateT` and `ReaderT`.
-/

set_option linter.all false

universe u v w

class LawfulFunctor (f : Type u → Type v) [Functor f] : Prop where
  map_const : ∀ {α β : Type u}, (Functor.mapConst : α → f β → f α) = Functor.map ∘ Function.const β
  id_map : ∀ {α : Type u} (x : f α), id <$> x = x
  comp_map : ∀ {α β γ : Type u} (g : α → β) (h : β → γ) (x : f α), (h ∘ g) <$> x = h <$> g <$> x
export LawfulFunctor (map_const id_map comp_map)

class LawfulMonad (m : Type u → Type v) [Monad m] : Prop extends LawfulFunctor m where
  bind_pure_comp : ∀ {α β : Type u} (f : α → β) (x : m α), (x >>= fun a => pure (f a)) = f <$> x
  bind_map : ∀ {α β : Type u} (f : m (α → β)) (x : m α), (f >>= fun g => g <$> x) = f <*> x
  pure_bind : ∀ {α β : Type u} (x : α) (f : α → m β), pure x >>= f = f x
  bind_assoc : ∀ {α β γ : Type u} (x : m α) (f : α → m β) (g : β → m γ), x >>= f >>= g = x >>= fun a => f a >>= g
export LawfulMonad (bind_pure_comp bind_map pure_bind bind_assoc)
attribute [simp] id_map pure_bind bind_assoc bind_pure_comp

@[simp] theorem bind_pure {m : Type u → Type v} [Monad m] [LawfulMonad m] {α : Type u} (x : m α) : x >>= pure = x := by
  have h := bind_pure_comp (m := m) id x
  rw [id_map] at h; exact h
theorem map_eq_pure_bind {m : Type u → Type v} [Monad m] [LawfulMonad m] {α β : Type u} (f : α → β) (x : m α) : f <$> x = x >>= fun a => pure (f a) := (bind_pure_comp f x).symm

instance : LawfulMonad Id where
  map_const := rfl
  id_map _ := rfl
  comp_map _ _ _ := rfl
  bind_pure_comp _ _ := rfl
  bind_map _ _ := rfl
  pure_bind _ _ := rfl
  bind_assoc _ _ _ := rfl
instance : LawfulMonad Option where
  map_const := rfl
  id_map x := by cases x <;> rfl
  comp_map _ _ x := by cases x <;> rfl
  bind_pure_comp _ x := by cases x <;> rfl
  bind_map f x := by cases f <;> rfl
  pure_bind _ _ := rfl
  bind_assoc x _ _ := by cases x <;> rfl
instance {ε : Type u} : LawfulMonad (Except ε) where
  map_const := rfl
  id_map x := by cases x <;> rfl
  comp_map _ _ x := by cases x <;> rfl
  bind_pure_comp _ x := by cases x <;> rfl
  bind_map f x := by cases f <;> rfl
  pure_bind _ _ := rfl
  bind_assoc x _ _ := by cases x <;> rfl
instance {ρ : Type u} {m : Type u → Type v} [Monad m] [LawfulMonad m] : LawfulMonad (ReaderT ρ m) where
  map_const := funext fun a => funext fun x => funext fun r => congrFun (congrFun (map_const (f := m)) a) (x r)
  id_map x := funext fun r => id_map (x r)
  comp_map g h x := funext fun r => comp_map g h (x r)
  bind_pure_comp f x := funext fun r => bind_pure_comp f (x r)
  bind_map f x := funext fun r => bind_map (f r) (x r)
  pure_bind a f := funext fun r => pure_bind a (fun a => f a r)
  bind_assoc x f g := funext fun r => bind_assoc (x r) (fun a => f a r) (fun b => g b r)
