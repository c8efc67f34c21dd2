module
prelude
public import Init.Data.Option
public import Init.Control.Transformers
/-!
The laws of functors, applicative functors and monads, for `Id`, `Option`, `Except`, `StateT`, `ReaderT`
and `ExceptT`.
-/

@[expose] public section

set_option linter.all false

universe u v w

/-! ## The classes -/

class LawfulFunctor (f : Type u → Type v) [Functor f] : Prop where
  map_const : ∀ {α β : Type u}, (Functor.mapConst : α → f β → f α) = Functor.map ∘ Function.const β
  id_map : ∀ {α : Type u} (x : f α), id <$> x = x
  comp_map : ∀ {α β γ : Type u} (g : α → β) (h : β → γ) (x : f α), (h ∘ g) <$> x = h <$> g <$> x
export LawfulFunctor (map_const id_map comp_map)

class LawfulApplicative (f : Type u → Type v) [Applicative f] : Prop extends LawfulFunctor f where
  seqLeft_eq : ∀ {α β : Type u} (x : f α) (y : f β), x <* y = Function.const β <$> x <*> y
  seqRight_eq : ∀ {α β : Type u} (x : f α) (y : f β), x *> y = Function.const α id <$> x <*> y
  pure_seq : ∀ {α β : Type u} (g : α → β) (x : f α), pure g <*> x = g <$> x
  map_pure : ∀ {α β : Type u} (g : α → β) (x : α), g <$> (pure x : f α) = pure (g x)
  seq_pure : ∀ {α β : Type u} (g : f (α → β)) (x : α), g <*> pure x = (fun h : α → β => h x) <$> g
  seq_assoc : ∀ {α β γ : Type u} (x : f α) (g : f (α → β)) (h : f (β → γ)),
    h <*> (g <*> x) = (@Function.comp α β γ) <$> h <*> g <*> x
  comp_map g h x := (by rw [← pure_seq h, ← pure_seq g x, seq_assoc, map_pure, pure_seq, map_pure, pure_seq])
export LawfulApplicative (seqLeft_eq seqRight_eq pure_seq map_pure seq_pure seq_assoc)

class LawfulMonad (m : Type u → Type v) [Monad m] : Prop extends LawfulApplicative m where
  bind_pure_comp : ∀ {α β : Type u} (f : α → β) (x : m α), (x >>= fun a => pure (f a)) = f <$> x
  bind_map : ∀ {α β : Type u} (f : m (α → β)) (x : m α), (f >>= fun g => g <$> x) = f <*> x
  pure_bind : ∀ {α β : Type u} (x : α) (f : α → m β), pure x >>= f = f x
  bind_assoc : ∀ {α β γ : Type u} (x : m α) (f : α → m β) (g : β → m γ), x >>= f >>= g = x >>= fun a =>
    f a >>= g
  map_pure g x := (by rw [← bind_pure_comp, pure_bind])
  seq_pure g x := (by simp only [← bind_map, ← bind_pure_comp, pure_bind])
  seq_assoc x g h := (by simp only [← bind_pure_comp, ← bind_map, bind_assoc, pure_bind]; rfl)
export LawfulMonad (bind_pure_comp bind_map pure_bind bind_assoc)
attribute [simp] id_map map_pure seq_pure pure_bind bind_assoc bind_pure_comp bind_map

section
variable {m : Type u → Type v} [Monad m] [LawfulMonad m] {α β γ : Type u}
@[simp] theorem id_map' {f : Type u → Type v} [Functor f] [LawfulFunctor f] {α : Type u} (x : f α) :
    (fun a => a) <$> x = x := id_map x
@[simp] theorem bind_pure (x : m α) : x >>= pure = x := by
  have h := bind_pure_comp (m := m) id x
  rw [id_map] at h; exact h
theorem map_eq_pure_bind (f : α → β) (x : m α) : f <$> x = x >>= fun a => pure (f a) :=
  (bind_pure_comp f x).symm
theorem seq_eq_bind_map {α β : Type u} (f : m (α → β)) (x : m α) : f <*> x = f >>= (· <$> x) :=
  (bind_map f x).symm
theorem bind_congr {m : Type u → Type v} [Bind m] {x : m α} {f g : α → m β} (h : ∀ a, f a = g a) :
    x >>= f = x >>= g := by
  rw [show f = g from funext h]
theorem map_congr {m : Type u → Type v} [Functor m] {x : m α} {f g : α → β} (h : ∀ a, f a = g a) :
    f <$> x = g <$> x := by
  rw [show f = g from funext h]
theorem map_bind (f : β → γ) (x : m α) (g : α → m β) : f <$> (x >>= g) = x >>= fun a => f <$> g a := by
  rw [← bind_pure_comp, bind_assoc]; simp only [bind_pure_comp]
@[simp] theorem bind_map_left (f : α → β) (x : m α) (g : β → m γ) : ((f <$> x) >>= g) = x >>= fun a =>
  g (f a) := by
  rw [← bind_pure_comp]; simp only [bind_assoc, pure_bind]
theorem seqRight_eq_bind (x : m α) (y : m β) : x *> y = x >>= fun _ => y := by
  rw [seqRight_eq, seq_eq_bind_map, ← bind_pure_comp, bind_assoc]
  simp only [pure_bind]
  exact congrArg (x >>= ·) (funext fun _ => id_map y)
theorem seqLeft_eq_bind (x : m α) (y : m β) : x <* y = x >>= fun a => y >>= fun _ => pure a := by
  rw [seqLeft_eq, seq_eq_bind_map, ← bind_pure_comp, bind_assoc]
  simp only [pure_bind]
  exact congrArg (x >>= ·) (funext fun a => (bind_pure_comp (Function.const β a) y).symm)
end

/-- The laws of a monad from the three that say something, where the other operations are the default ones. -/
theorem LawfulMonad.mk' (m : Type u → Type v) [Monad m]
    (id_map : ∀ {α : Type u} (x : m α), id <$> x = x)
    (pure_bind : ∀ {α β : Type u} (x : α) (f : α → m β), pure x >>= f = f x)
    (bind_assoc : ∀ {α β γ : Type u} (x : m α) (f : α → m β) (g : β → m γ),
      x >>= f >>= g = x >>= fun x => f x >>= g)
    (map_const : ∀ {α β : Type u} (x : α) (y : m β), Functor.mapConst x y = Function.const β x <$> y := by
      intros; rfl)
    (seqLeft_eq : ∀ {α β : Type u} (x : m α) (y : m β), x <* y = (x >>= fun a => y >>= fun _ => pure a) := by
      intros; rfl)
    (seqRight_eq : ∀ {α β : Type u} (x : m α) (y : m β), x *> y = (x >>= fun _ => y) := by intros; rfl)
    (bind_pure_comp : ∀ {α β : Type u} (f : α → β) (x : m α), x >>= (fun y => pure (f y)) = f <$> x := by
      intros; rfl)
    (bind_map : ∀ {α β : Type u} (f : m (α → β)) (x : m α), f >>= (fun g => g <$> x) = f <*> x := by
      intros; rfl) : LawfulMonad m where
  map_const := funext fun x => funext fun y => map_const x y
  id_map := id_map
  pure_bind := pure_bind
  bind_assoc := bind_assoc
  bind_pure_comp := bind_pure_comp
  bind_map := bind_map
  pure_seq g x := by rw [← bind_map, pure_bind]
  seqLeft_eq x y := by
    rw [seqLeft_eq, ← bind_map, ← bind_pure_comp, bind_assoc]
    exact congrArg (x >>= ·) (funext fun a => by rw [pure_bind, ← bind_pure_comp]; rfl)
  seqRight_eq x y := by
    rw [seqRight_eq, ← bind_map, ← bind_pure_comp, bind_assoc]
    exact congrArg (x >>= ·) (funext fun _ => by rw [pure_bind]; exact (id_map y).symm)

/-! ## The monads -/

instance : LawfulMonad Id := LawfulMonad.mk' _ (fun _ => rfl) (fun _ _ => rfl) (fun _ _ _ => rfl)
instance : LawfulMonad Option := LawfulMonad.mk' _
  (fun x => by cases x <;> rfl) (fun _ _ => rfl) (fun x _ _ => by cases x <;> rfl)
  (seqLeft_eq := fun x y => by cases x <;> cases y <;> rfl)
    (seqRight_eq := fun x y => by cases x <;> cases y <;> rfl)
  (bind_pure_comp := fun _ x => by cases x <;> rfl) (bind_map := fun f x => by cases f <;> rfl)
instance {ε : Type u} : LawfulMonad (Except ε) := LawfulMonad.mk' _
  (fun x => by cases x <;> rfl) (fun _ _ => rfl) (fun x _ _ => by cases x <;> rfl)
  (seqLeft_eq := fun x y => by cases x <;> cases y <;> rfl)
    (seqRight_eq := fun x y => by cases x <;> cases y <;> rfl)
  (bind_pure_comp := fun _ x => by cases x <;> rfl) (bind_map := fun f x => by cases f <;> rfl)
instance {σ : Type u} {m : Type u → Type v} [Monad m] [LawfulMonad m] : LawfulMonad (StateT σ m) :=
  LawfulMonad.mk' _
  (fun x => funext fun s => by
    show (x s >>= fun p => pure (id p.1, p.2)) = x s
    exact bind_pure (x s))
  (fun _ _ => funext fun _ => pure_bind _ _)
  (fun _ _ _ => funext fun _ => bind_assoc _ _ _)
instance {ρ : Type u} {m : Type u → Type v} [Monad m] [LawfulMonad m] : LawfulMonad (ReaderT ρ m) where
  map_const := funext fun a => funext fun x => funext fun r =>
    congrFun (congrFun (map_const (f := m)) a) (x r)
  id_map x := funext fun r => id_map (x r)
  seqLeft_eq x y := funext fun r => seqLeft_eq (x r) (y r)
  seqRight_eq x y := funext fun r => seqRight_eq (x r) (y r)
  pure_seq g x := funext fun r => pure_seq g (x r)
  bind_pure_comp f x := funext fun r => bind_pure_comp f (x r)
  bind_map f x := funext fun r => bind_map (f r) (x r)
  pure_bind a f := funext fun r => pure_bind a (fun a => f a r)
  bind_assoc x f g := funext fun r => bind_assoc (x r) (fun a => f a r) (fun b => g b r)
