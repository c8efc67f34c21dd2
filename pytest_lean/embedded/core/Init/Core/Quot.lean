module
prelude
public import Init.Core.Logic
/-!
Quotients (`Quot`, `Setoid`, `Quotient`), function extensionality, which follows from them, and the
classical principles: `em`, `choose`, `byContradiction`.
-/

@[expose] public section

set_option linter.all false

universe u v w

/-! ## Quot and function extensionality -/

namespace Quot
variable {α : Sort u} {r : α → α → Prop} {motive : Quot r → Sort v}

theorem liftBeta {β : Sort v} (f : α → β) (c : ∀ a b, r a b → f a = f b) (a : α) :
    lift f c (Quot.mk r a) = f a := rfl
theorem indBeta {motive : Quot r → Prop} (p : ∀ a, motive (Quot.mk r a)) (a : α) :
    (ind p (Quot.mk r a) : motive (Quot.mk r a)) = p a := rfl
@[elab_as_elim] theorem inductionOn {motive : Quot r → Prop} (q : Quot r) (h : ∀ a, motive (Quot.mk r a)) :
    motive q := ind h q
theorem exists_rep (q : Quot r) : ∃ a, Quot.mk r a = q :=
  Quot.inductionOn (motive := fun q => ∃ a, Quot.mk r a = q) q fun a => ⟨a, rfl⟩
@[reducible] protected def liftOn {β : Sort v} (q : Quot r) (f : α → β) (c : ∀ a b, r a b → f a = f b) : β :=
  lift f c q
@[reducible, macro_inline] protected def indep (f : (a : α) → motive (Quot.mk r a)) (a : α) : PSigma motive :=
  ⟨Quot.mk r a, f a⟩
protected theorem indepCoherent (f : (a : α) → motive (Quot.mk r a))
    (h : (a b : α) → (p : r a b) → Eq.ndrec (f a) (sound p) = f b) : (a b : α) → r a b → Quot.indep f a =
      Quot.indep f b := by
  intro a b e
  have key : ∀ (q : Quot r) (e : Quot.mk r a = q) (y : motive q), Eq.ndrec (f a) e = y →
      (⟨Quot.mk r a, f a⟩ : PSigma motive) = ⟨q, y⟩ := by
    intro q e y hy; subst e; subst hy; rfl
  exact key _ (sound e) _ (h a b e)
protected theorem liftIndepPr1 (f : (a : α) → motive (Quot.mk r a))
    (h : ∀ (a b : α) (p : r a b), Eq.ndrec (f a) (sound p) = f b) (q : Quot r) :
    (lift (Quot.indep f) (Quot.indepCoherent f h) q).1 = q := by
  induction q using Quot.ind with
  | _ a => rfl
@[reducible, elab_as_elim] protected def rec (f : (a : α) → motive (Quot.mk r a))
    (h : (a b : α) → (p : r a b) → Eq.ndrec (f a) (sound p) = f b) (q : Quot r) : motive q :=
  Eq.ndrec (lift (Quot.indep f) (Quot.indepCoherent f h) q).2 (Quot.liftIndepPr1 f h q)
end Quot

theorem funext {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : ∀ x, f x = g x) : f = g := by
  let eqv (f g : (x : α) → β x) := ∀ x, f x = g x
  let extfun (f : Quot eqv) (x : α) : β x := Quot.liftOn f (fun f => f x) (fun _ _ h => h x)
  exact (show extfun (Quot.mk eqv f) = extfun (Quot.mk eqv g) from congrArg extfun (Quot.sound h))

attribute [ext] funext
theorem pi_congr {α : Sort u} {β β' : α → Sort v} (h : ∀ a, β a = β' a) : (∀ a, β a) = ∀ a, β' a :=
  (funext h : β = β') ▸ rfl
instance Pi.instSubsingleton {α : Sort u} {β : α → Sort v} [∀ a, Subsingleton (β a)] :
    Subsingleton (∀ a, β a) :=
  ⟨fun f g => funext fun a => Subsingleton.elim (f a) (g a)⟩
theorem let_congr {α : Sort u} {β : Sort v} {a a' : α} {b b' : α → β} (h₁ : a = a') (h₂ : ∀ x, b x = b' x) :
    (let x := a; b x) = (let x := a'; b' x) := h₁ ▸ (funext h₂ : b = b') ▸ rfl

/-! ## Setoids and quotients by them -/

class HasEquiv (α : Sort u) where
  Equiv : α → α → Sort v

structure Equivalence {α : Sort u} (r : α → α → Prop) : Prop where
  refl : ∀ x, r x x
  symm : ∀ {x y}, r x y → r y x
  trans : ∀ {x y z}, r x y → r y z → r x z

class Setoid (α : Sort u) where
  r : α → α → Prop
  iseqv : Equivalence r

instance instHasEquivOfSetoid {α : Sort u} [Setoid α] : HasEquiv α := ⟨Setoid.r⟩

namespace Setoid
variable {α : Sort u} [Setoid α]
theorem refl (a : α) : a ≈ a := iseqv.refl a
theorem symm {a b : α} (h : a ≈ b) : b ≈ a := iseqv.symm h
theorem trans {a b c : α} (h₁ : a ≈ b) (h₂ : b ≈ c) : a ≈ c := iseqv.trans h₁ h₂
end Setoid

def Quotient {α : Sort u} (s : Setoid α) : Sort u := @Quot α Setoid.r

namespace Quotient
variable {α : Sort u} {β : Sort v}
@[inline] protected def mk (s : Setoid α) (a : α) : Quotient s := Quot.mk Setoid.r a
@[inline] protected def mk' [s : Setoid α] (a : α) : Quotient s := Quotient.mk s a
theorem sound {s : Setoid α} {a b : α} : a ≈ b → Quotient.mk s a = Quotient.mk s b := Quot.sound
protected abbrev lift {s : Setoid α} (f : α → β) : ((a b : α) → a ≈ b → f a = f b) → Quotient s → β :=
  Quot.lift f
@[elab_as_elim] protected theorem ind {s : Setoid α} {motive : Quotient s → Prop} :
    ((a : α) → motive (Quotient.mk s a)) → (q : Quotient s) → motive q := Quot.ind
protected abbrev liftOn {s : Setoid α} (q : Quotient s) (f : α → β) (c : (a b : α) → a ≈ b → f a = f b) : β :=
  Quot.liftOn q f c
@[elab_as_elim] protected theorem inductionOn {s : Setoid α} {motive : Quotient s → Prop} (q : Quotient s)
    (h : (a : α) → motive (Quotient.mk s a)) : motive q := Quot.inductionOn q h
theorem exists_rep {s : Setoid α} (q : Quotient s) : ∃ a : α, Quotient.mk s a = q := Quot.exists_rep q
@[inline, reducible, elab_as_elim] protected def rec {s : Setoid α} {motive : Quotient s → Sort v}
    (f : (a : α) → motive (Quotient.mk s a))
    (h : (a b : α) → (p : a ≈ b) → Eq.ndrec (f a) (Quotient.sound p) = f b) (q : Quotient s) : motive q :=
      Quot.rec f h q
protected abbrev lift₂ {α' : Sort w} {s₁ : Setoid α} {s₂ : Setoid α'} (f : α → α' → β)
    (c : ∀ a₁ b₁ a₂ b₂, a₁ ≈ a₂ → b₁ ≈ b₂ → f a₁ b₁ = f a₂ b₂) (q₁ : Quotient s₁) (q₂ : Quotient s₂) : β :=
  Quotient.lift (fun a₁ => Quotient.lift (f a₁) (fun a b => c a₁ a a₁ b (Setoid.refl a₁)) q₂)
    (fun a b h => Quotient.ind (motive := fun q =>
      Quotient.lift (f a) (fun x y => c a x a y (Setoid.refl a)) q =
        Quotient.lift (f b) (fun x y => c b x b y (Setoid.refl b)) q)
      (fun a' => c a a' b a' h (Setoid.refl a')) q₂) q₁
@[elab_as_elim]
protected theorem ind₂ {α' : Sort w} {s₁ : Setoid α} {s₂ : Setoid α'}
    {motive : Quotient s₁ → Quotient s₂ → Prop}
    (h : ∀ a b, motive (Quotient.mk s₁ a) (Quotient.mk s₂ b)) (q₁ : Quotient s₁)
      (q₂ : Quotient s₂) : motive q₁ q₂ :=
  Quotient.ind (fun a => Quotient.ind (fun b => h a b) q₂) q₁
private def rel {s : Setoid α} (q₁ q₂ : Quotient s) : Prop :=
  Quotient.lift₂ (fun a b => a ≈ b)
    (fun _ _ _ _ h₁ h₂ => propext ⟨fun h => Setoid.trans (Setoid.symm h₁) (Setoid.trans h h₂),
      fun h => Setoid.trans h₁ (Setoid.trans h (Setoid.symm h₂))⟩) q₁ q₂
theorem exact {s : Setoid α} {a b : α} (h : Quotient.mk s a = Quotient.mk s b) : a ≈ b :=
  (h ▸ (Setoid.refl a : rel (Quotient.mk s a) (Quotient.mk s a)) : rel (Quotient.mk s a) (Quotient.mk s b))
end Quotient
