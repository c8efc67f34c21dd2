module
prelude
public import Init.Core.Classical
/-!
Functions as objects: composition, injective, surjective and bijective functions, inverses.
-/

@[expose] public section

set_option linter.all false

universe u v w x

namespace Function
variable {α : Sort u} {β : Sort v} {γ : Sort w} {δ : Sort x}

@[simp] theorem comp_apply {f : β → δ} {g : α → β} {x : α} : (f ∘ g) x = f (g x) := rfl
theorem comp_def (f : β → δ) (g : α → β) : f ∘ g = fun x => f (g x) := rfl
@[simp] theorem const_apply {y : β} {x : α} : const α y x = y := rfl
@[simp] theorem id_comp (f : α → β) : id ∘ f = f := rfl
@[simp] theorem comp_id (f : α → β) : f ∘ id = f := rfl
theorem comp_assoc (f : γ → δ) (g : β → γ) (h : α → β) : (f ∘ g) ∘ h = f ∘ (g ∘ h) := rfl
@[simp] theorem const_comp {f : α → β} {c : γ} : const β c ∘ f = const α c := rfl
@[simp] theorem comp_const {f : β → γ} {b : β} : f ∘ const α b = const α (f b) := rfl
def swap {φ : α → β → Sort w} (f : ∀ x y, φ x y) : ∀ y x, φ x y := fun y x => f x y
@[inline] def curry {α : Type u} {β : Type v} {φ : Type w} : (α × β → φ) → α → β → φ := fun f a b => f (a, b)
@[inline] def uncurry {α : Type u} {β : Type v} {φ : Type w} : (α → β → φ) → α × β → φ := fun f a => f a.1 a.2
@[simp] theorem curry_uncurry {α : Type u} {β : Type v} {φ : Type w} (f : α → β → φ) :
    curry (uncurry f) = f := rfl
@[simp] theorem uncurry_curry {α : Type u} {β : Type v} {φ : Type w} (f : α × β → φ) :
    uncurry (curry f) = f := funext fun _ => rfl

/-- Different arguments have different values. -/
def Injective (f : α → β) : Prop := ∀ ⦃a₁ a₂⦄, f a₁ = f a₂ → a₁ = a₂
/-- Every element of the target is a value. -/
def Surjective (f : α → β) : Prop := ∀ b, ∃ a, f a = b
def Bijective (f : α → β) : Prop := Injective f ∧ Surjective f
def LeftInverse (g : β → α) (f : α → β) : Prop := ∀ x, g (f x) = x
def HasLeftInverse (f : α → β) : Prop := ∃ finv : β → α, LeftInverse finv f
def RightInverse (g : β → α) (f : α → β) : Prop := LeftInverse f g
def HasRightInverse (f : α → β) : Prop := ∃ finv : β → α, RightInverse finv f

theorem injective_id : Injective (@id α) := fun _ _ h => h
theorem Injective.comp {g : β → γ} {f : α → β} (hg : Injective g) (hf : Injective f) : Injective (g ∘ f) :=
  fun _ _ h => hf (hg h)
theorem Injective.eq_iff {f : α → β} (I : Injective f) {a b : α} : f a = f b ↔ a = b := ⟨@I _ _, congrArg f⟩
theorem Injective.ne {f : α → β} (hf : Injective f) {a₁ a₂ : α} : a₁ ≠ a₂ → f a₁ ≠ f a₂ := mt (@hf a₁ a₂)
theorem Injective.of_comp {g : β → γ} {f : α → β} (h : Injective (g ∘ f)) : Injective f :=
  fun _ _ e => h (congrArg g e)
theorem surjective_id : Surjective (@id α) := fun a => ⟨a, rfl⟩
theorem Surjective.comp {g : β → γ} {f : α → β} (hg : Surjective g) (hf : Surjective f) :
    Surjective (g ∘ f) := fun c =>
  let ⟨b, hb⟩ := hg c
  let ⟨a, ha⟩ := hf b
  ⟨a, (congrArg g ha).trans hb⟩
theorem Surjective.of_comp {g : β → γ} {f : α → β} (h : Surjective (g ∘ f)) : Surjective g :=
  fun c => let ⟨a, ha⟩ := h c; ⟨f a, ha⟩
theorem bijective_id : Bijective (@id α) := ⟨injective_id, surjective_id⟩
theorem Bijective.injective {f : α → β} (hf : Bijective f) : Injective f := hf.1
theorem Bijective.surjective {f : α → β} (hf : Bijective f) : Surjective f := hf.2
theorem Bijective.comp {g : β → γ} {f : α → β} (hg : Bijective g) (hf : Bijective f) : Bijective (g ∘ f) :=
  ⟨hg.1.comp hf.1, hg.2.comp hf.2⟩
theorem LeftInverse.injective {g : β → α} {f : α → β} (h : LeftInverse g f) : Injective f :=
  fun a b e => (h a).symm.trans ((congrArg g e).trans (h b))
theorem HasLeftInverse.injective {f : α → β} : HasLeftInverse f → Injective f := fun ⟨_, h⟩ => h.injective
theorem RightInverse.surjective {g : β → α} {f : α → β} (h : RightInverse g f) : Surjective f :=
  fun b => ⟨g b, h b⟩
theorem LeftInverse.surjective {g : β → α} {f : α → β} (h : LeftInverse g f) : Surjective g :=
  fun a => ⟨f a, h a⟩
theorem HasRightInverse.surjective {f : α → β} : HasRightInverse f → Surjective f :=
  fun ⟨_, h⟩ => h.surjective
theorem LeftInverse.id {g : β → α} {f : α → β} (h : LeftInverse g f) : g ∘ f = id := funext h
/-- A choice of a preimage for each element of the target. -/
noncomputable def surjInv {f : α → β} (h : Surjective f) (b : β) : α := Classical.choose (h b)
theorem surjInv_eq {f : α → β} (h : Surjective f) (b : β) : f (surjInv h b) = b := Classical.choose_spec (h b)
theorem Surjective.hasRightInverse {f : α → β} (h : Surjective f) : HasRightInverse f :=
  ⟨surjInv h, surjInv_eq h⟩

/-- No surjection onto the subsets. -/
theorem cantor_surjective (f : α → α → Prop) : ¬Surjective f := fun h =>
  let ⟨a, ha⟩ := h fun x => ¬f x x
  iff_not_self (iff_of_eq (congrFun ha a))
end Function
