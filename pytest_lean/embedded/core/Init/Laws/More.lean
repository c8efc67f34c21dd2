module
prelude
public import Init.Laws.Pieces
public import Init.Control.Lawful
/-!
Laws that stand alone: eliminators of quotients, `decide` of `True` and `False`, `Option`, `Bool`, `Fin`, and
what `run` does to the operations of monad transformers.
-/

@[expose] public section

set_option linter.all false

universe u v w

theorem decide_true (h : Decidable True) : @decide True h = true := decide_eq_true trivial
theorem decide_false (h : Decidable False) : @decide False h = false := decide_eq_false id

/-! ## Quotients -/

namespace Quot
variable {α : Sort u} {r : α → α → Prop} {motive : Quot r → Sort v}
@[elab_as_elim] protected abbrev recOn (q : Quot r) (f : (a : α) → motive (Quot.mk r a))
    (h : (a b : α) → (p : r a b) → Eq.ndrec (f a) (Quot.sound p) = f b) : motive q := q.rec f h
@[elab_as_elim] protected abbrev recOnSubsingleton [h : (a : α) → Subsingleton (motive (Quot.mk r a))]
    (q : Quot r) (f : (a : α) → motive (Quot.mk r a)) : motive q :=
  q.rec f fun _ _ _ => Subsingleton.elim _ _
protected abbrev hrecOn (q : Quot r) (f : (a : α) → motive (Quot.mk r a))
    (c : (a b : α) → (p : r a b) → f a ≍ f b) : motive q :=
  Quot.recOn q f fun a b p =>
    have moved {x y : Quot r} (e : x = y) (v : motive x) :
      Eq.ndrec (motive := motive) v e ≍ v := by cases e; rfl
    eq_of_heq ((moved (Quot.sound p) (f a)).trans (c a b p))
end Quot

namespace Quotient
variable {α : Sort u} {s : Setoid α} {motive : Quotient s → Sort v}
@[elab_as_elim] protected abbrev recOn (q : Quotient s) (f : (a : α) → motive (Quotient.mk s a))
    (h : (a b : α) → (p : a ≈ b) → Eq.ndrec (f a) (Quotient.sound p) = f b) : motive q := Quot.recOn q f h
@[elab_as_elim] protected abbrev recOnSubsingleton [h : (a : α) → Subsingleton (motive (Quotient.mk s a))]
    (q : Quotient s) (f : (a : α) → motive (Quotient.mk s a)) : motive q :=
  Quot.recOnSubsingleton (h := h) q f
protected abbrev hrecOn (q : Quotient s) (f : (a : α) → motive (Quotient.mk s a))
    (c : (a b : α) → (p : a ≈ b) → f a ≍ f b) : motive q := Quot.hrecOn q f c
end Quotient

/-! ## Options and truth values -/

namespace Option
variable {α : Type u} {β : Type v} {γ : Type w} {o : Option α} {a : α}
@[simp] theorem or_some {o : Option α} {a : α} : o.or (some a) = some (o.getD a) := by cases o <;> rfl
@[simp] theorem orElse_none {o : Option α} : (o <|> none) = o := by cases o <;> rfl
@[simp] theorem orElse_some {a : α} {o : Option α} : (some a <|> o) = some a := rfl
theorem isSome_iff_ne_none : o.isSome ↔ o ≠ none := by cases o <;> simp
theorem eq_none_of_isNone : ∀ {o : Option α}, o.isNone → o = none
  | none, _ => rfl
protected theorem «forall» {p : Option α → Prop} : (∀ x, p x) ↔ p none ∧ ∀ x, p (some x) :=
  ⟨fun h => ⟨h _, fun _ => h _⟩, fun h x => match x with
    | none => h.1
    | some _ => h.2 _⟩
protected theorem «exists» {p : Option α → Prop} : (∃ x, p x) ↔ p none ∨ ∃ x, p (some x) :=
  ⟨fun ⟨x, h⟩ => match x, h with
    | none, h => .inl h
    | some x, h => .inr ⟨x, h⟩,
  fun h => match h with
    | .inl h => ⟨_, h⟩
    | .inr ⟨x, h⟩ => ⟨_, h⟩⟩
theorem map_or {f : α → β} {o o' : Option α} : (o.or o').map f = (o.map f).or (o'.map f) := by cases o <;> rfl
theorem bind_eq_none_iff {o : Option α} {f : α → Option β} :
    o.bind f = none ↔ ∀ a, o = some a → f a = none := by
  cases o <;> simp
@[simp] theorem mem_map {f : α → β} {y : β} {o : Option α} : y ∈ o.map f ↔ ∃ x ∈ o, f x = y := by
  cases o <;> simp [Option.mem_def]
@[simp] theorem filter_eq_some_iff {o : Option α} {p : α → Bool} :
    o.filter p = some a ↔ o = some a ∧ p a := by
  cases o with
  | none => simp
  | some b => cases h : p b <;> simp only [Option.filter, h, some.injEq] <;>
      exact ⟨fun e => by cases e <;> exact ⟨rfl, h⟩, fun ⟨e, h'⟩ => by subst e; rw [h] at h'; cases h' <;>
        rfl⟩
@[simp] theorem get_map {f : α → β} {o : Option α} {h : (o.map f).isSome} :
    (o.map f).get h = f (o.get (by cases o with
      | none => cases h
      | some a => rfl)) := by
  cases o with
  | none => cases h
  | some a => rfl
end Option

namespace Bool
theorem dichotomy (b : Bool) : b = false ∨ b = true := by cases b <;> simp
theorem eq_false_iff {b : Bool} : b = false ↔ b ≠ true := by cases b <;> simp
theorem ne_false_iff {b : Bool} : b ≠ false ↔ b = true := by cases b <;> simp
theorem bool_eq_false {b : Bool} : ¬ b = true → b = false := by cases b <;> simp
end Bool

/-! ## Bounded numbers -/

namespace Fin
variable {n : Nat}
theorem exists_iff {p : Fin n → Prop} : (∃ i, p i) ↔ ∃ i, ∃ h, p ⟨i, h⟩ :=
  ⟨fun ⟨⟨i, hi⟩, hp⟩ => ⟨i, hi, hp⟩, fun ⟨i, hi, hp⟩ => ⟨⟨i, hi⟩, hp⟩⟩
theorem forall_iff {p : Fin n → Prop} : (∀ i, p i) ↔ ∀ i, ∀ h, p ⟨i, h⟩ :=
  ⟨fun H i hi => H ⟨i, hi⟩, fun H ⟨i, hi⟩ => H i hi⟩
theorem lt_iff_val_lt_val {a b : Fin n} : a < b ↔ a.val < b.val := Iff.rfl
theorem add_def (a b : Fin n) : a + b = ⟨(a.val + b.val) % n, Nat.mod_lt _ a.pos⟩ := rfl
theorem mul_def (a b : Fin n) : a * b = ⟨(a.val * b.val) % n, Nat.mod_lt _ a.pos⟩ := rfl
@[simp] theorem mk_lt_mk {x y : Nat} {hx : x < n} {hy : y < n} : (⟨x, hx⟩ : Fin n) < ⟨y, hy⟩ ↔ x < y :=
    Iff.rfl
@[simp] theorem mk_le_mk {x y : Nat} {hx : x < n} {hy : y < n} : (⟨x, hx⟩ : Fin n) ≤ ⟨y, hy⟩ ↔ x ≤ y :=
    Iff.rfl
theorem castSucc_lt_last (a : Fin n) : a.castSucc < last n := a.isLt
@[simp] theorem forall_fin_zero {p : Fin 0 → Prop} : (∀ i, p i) ↔ True :=
    ⟨fun _ => trivial, fun _ i => i.elim0⟩
@[simp] theorem exists_fin_zero {p : Fin 0 → Prop} : (∃ i, p i) ↔ False := ⟨fun ⟨i, _⟩ => i.elim0, False.elim⟩
@[simp] theorem val_cast {m : Nat} (h : n = m) (i : Fin n) : (i.cast h).val = i.val := rfl
end Fin

/-! ## What transformers run -/

section
variable {m : Type u → Type v} {α β σ ρ ε : Type u}
namespace StateT
theorem ext {x y : StateT σ m α} (h : ∀ s, x.run s = y.run s) : x = y := funext h
@[simp] theorem run'_eq [Monad m] (x : StateT σ m α) (s : σ) : run' x s = (·.1) <$> run x s := rfl
@[simp] theorem run_pure [Monad m] (a : α) (s : σ) : (pure a : StateT σ m α).run s = pure (a, s) := rfl
@[simp] theorem run_bind [Monad m] (x : StateT σ m α) (f : α → StateT σ m β) (s : σ) :
    (x >>= f).run s = x.run s >>= fun p => (f p.1).run p.2 := rfl
@[simp] theorem run_map [Monad m] [LawfulMonad m] (f : α → β) (x : StateT σ m α) (s : σ) :
    (f <$> x).run s = (fun p : α × σ => (f p.1, p.2)) <$> x.run s := (bind_pure_comp _ _)
@[simp] theorem run_get [Monad m] (s : σ) : (get : StateT σ m σ).run s = pure (s, s) := rfl
@[simp] theorem run_set [Monad m] (s s' : σ) : (set s' : StateT σ m PUnit).run s = pure (⟨⟩, s') := rfl
@[simp] theorem run_modify [Monad m] (f : σ → σ) (s : σ) :
    (modify f : StateT σ m PUnit).run s = pure (⟨⟩, f s) :=
  rfl
@[simp] theorem run_modifyGet [Monad m] (f : σ → α × σ) (s : σ) :
    (modifyGet f : StateT σ m α).run s = pure ((f s).1, (f s).2) := rfl
@[simp] theorem run_lift [Monad m] (x : m α) (s : σ) :
    (StateT.lift x : StateT σ m α).run s = x >>= fun a => pure (a, s) := rfl
end StateT
namespace ReaderT
theorem ext {x y : ReaderT ρ m α} (h : ∀ r, x.run r = y.run r) : x = y := funext h
@[simp] theorem run_pure [Monad m] (a : α) (r : ρ) : (pure a : ReaderT ρ m α).run r = pure a := rfl
@[simp] theorem run_bind [Monad m] (x : ReaderT ρ m α) (f : α → ReaderT ρ m β) (r : ρ) :
    (x >>= f).run r = x.run r >>= fun a => (f a).run r := rfl
@[simp] theorem run_map [Monad m] (f : α → β) (x : ReaderT ρ m α) (r : ρ) :
    (f <$> x).run r = f <$> x.run r := rfl
@[simp] theorem run_read [Monad m] (r : ρ) : (read : ReaderT ρ m ρ).run r = pure r := rfl
end ReaderT
namespace ExceptT
theorem ext {x y : ExceptT ε m α} (h : x.run = y.run) : x = y := h
@[simp] theorem run_mk (x : m (Except ε α)) : (ExceptT.mk x : ExceptT ε m α).run = x := rfl
@[simp] theorem run_pure [Monad m] (a : α) : (pure a : ExceptT ε m α).run = pure (.ok a) := rfl
@[simp] theorem run_throw [Monad m] (e : ε) : (throw e : ExceptT ε m α).run = pure (.error e) := rfl
theorem run_bind [Monad m] (x : ExceptT ε m α) {f : α → ExceptT ε m β} : (x >>= f).run = x.run >>= fun
    | .ok a => (f a).run
    | .error e => pure (.error e) :=
  bind_congr (x := x.run) fun (a : Except ε α) => by cases a <;> rfl
end ExceptT
namespace OptionT
@[simp] theorem run_pure [Monad m] (a : α) : (pure a : OptionT m α).run = pure (some a) := rfl
theorem run_bind [Monad m] (x : OptionT m α) (f : α → OptionT m β) : (x >>= f).run = x.run >>= fun
    | some a => (f a).run
    | none => pure none := bind_congr (x := x.run) fun (a : Option α) => by cases a <;> rfl
end OptionT
namespace Id
@[simp] theorem run_pure {α : Type u} (a : α) : (pure a : Id α).run = a := rfl
@[simp] theorem run_bind {α β : Type u} (x : Id α) (f : α → Id β) : (x >>= f).run = (f x.run).run := rfl
@[simp] theorem run_map {α β : Type u} (x : Id α) (f : α → β) : (f <$> x).run = f x.run := rfl
end Id
end
