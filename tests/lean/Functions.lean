/-! Functions: injective, surjective, inverses, composition, extensionality. -/

namespace Functions

universe u v w
variable {α : Type u} {β : Type v} {γ : Type w}

def Injective (f : α → β) : Prop := ∀ ⦃a b⦄, f a = f b → a = b
def Surjective (f : α → β) : Prop := ∀ b, ∃ a, f a = b
def Bijective (f : α → β) : Prop := Injective f ∧ Surjective f

theorem injective_id : Injective (@id α) := fun _ _ h => h

theorem surjective_id : Surjective (@id α) := fun b => ⟨b, rfl⟩

theorem bijective_id : Bijective (@id α) := ⟨injective_id, surjective_id⟩

theorem Injective.comp {g : β → γ} {f : α → β} (hg : Injective g) (hf : Injective f) :
    Injective (g ∘ f) := fun _ _ h => hf (hg h)

theorem Surjective.comp {g : β → γ} {f : α → β} (hg : Surjective g) (hf : Surjective f) :
    Surjective (g ∘ f) := by
  intro c
  obtain ⟨b, rfl⟩ := hg c
  obtain ⟨a, rfl⟩ := hf b
  exact ⟨a, rfl⟩

theorem Injective.of_comp {g : β → γ} {f : α → β} (h : Injective (g ∘ f)) : Injective f := by
  intro a b hab
  apply h
  show g (f a) = g (f b)
  rw [hab]

theorem Surjective.of_comp {g : β → γ} {f : α → β} (h : Surjective (g ∘ f)) : Surjective g := by
  intro c
  rcases h c with ⟨a, ha⟩
  exact ⟨f a, ha⟩

def LeftInverse (g : β → α) (f : α → β) : Prop := ∀ a, g (f a) = a
def RightInverse (g : β → α) (f : α → β) : Prop := LeftInverse f g

theorem LeftInverse.injective {g : β → α} {f : α → β} (h : LeftInverse g f) : Injective f := by
  intro a b hab
  rw [← h a, hab, h b]

theorem RightInverse.surjective {g : β → α} {f : α → β} (h : RightInverse g f) : Surjective f :=
  fun b => ⟨g b, h b⟩

theorem inverse_unique {f : α → β} {g h : β → α} (hg : LeftInverse g f) (hh : RightInverse h f) :
    g = h := by
  funext b
  calc
    g b = g (f (h b)) := by rw [hh b]
    _ = h b := hg (h b)

structure Equiv (α : Type u) (β : Type v) where
  toFun : α → β
  invFun : β → α
  left_inv : LeftInverse invFun toFun
  right_inv : RightInverse invFun toFun

namespace Equiv

infix:25 " ≃ " => Equiv

instance : CoeFun (α ≃ β) (fun _ => α → β) := ⟨toFun⟩

def refl (α : Type u) : α ≃ α := ⟨id, id, fun _ => rfl, fun _ => rfl⟩

def symm (e : α ≃ β) : β ≃ α := ⟨e.invFun, e.toFun, e.right_inv, e.left_inv⟩

def trans (e : α ≃ β) (f : β ≃ γ) : α ≃ γ where
  toFun := f.toFun ∘ e.toFun
  invFun := e.invFun ∘ f.invFun
  left_inv := by
    intro a
    simp [Function.comp, f.left_inv (e.toFun a), e.left_inv a]
  right_inv := by
    intro c
    simp [Function.comp, e.right_inv (f.invFun c), f.right_inv c]

theorem symm_symm (e : α ≃ β) : e.symm.symm = e := rfl

theorem bijective (e : α ≃ β) : Bijective e :=
  ⟨e.left_inv.injective, e.right_inv.surjective⟩

def prodComm (α : Type u) (β : Type v) : α × β ≃ β × α where
  toFun | (a, b) => (b, a)
  invFun | (b, a) => (a, b)
  left_inv _ := rfl
  right_inv _ := rfl

def boolNot : Bool ≃ Bool := ⟨not, not, by intro b; cases b <;> rfl, by intro b; cases b <;> rfl⟩

end Equiv

theorem comp_assoc {δ : Type} (h : γ → δ) (g : β → γ) (f : α → β) : (h ∘ g) ∘ f = h ∘ (g ∘ f) := rfl

theorem id_comp' (f : α → β) : id ∘ f = f := rfl

theorem eta (f : α → β) : (fun a => f a) = f := rfl

theorem ext {f g : α → β} : f = g ↔ ∀ a, f a = g a :=
  ⟨fun h a => congrFun h a, fun h => funext h⟩

theorem ext₂ {f g : α → β → γ} (h : ∀ a b, f a b = g a b) : f = g := by
  funext a b
  exact h a b

theorem succ_injective : Injective Nat.succ := by
  intro a b h
  injection h

theorem succ_not_surjective : ¬Surjective Nat.succ := by
  intro h
  obtain ⟨n, hn⟩ := h 0
  cases hn

theorem double_injective : Injective (fun n : Nat => n + n) := by
  intro a
  induction a with
  | zero =>
    intro b h
    cases b with
    | zero => rfl
    | succ b => exact absurd h.symm (Nat.succ_ne_zero _)
  | succ a ih =>
    intro b h
    cases b with
    | zero => simp at h
    | succ b =>
      have h' : a + a = b + b := by
        simp only [Nat.add_succ, Nat.succ_add] at h
        injection h with h
        injection h
      rw [ih h']

theorem const_not_injective : ¬Injective (fun _ : Bool => 0) := by
  intro h
  have : true = false := h rfl
  contradiction

theorem some_injective : Injective (@some α) := fun _ _ h => Option.some.inj h

theorem pair_injective (a : α) : Injective (fun b : β => (a, b)) := by
  intro b c h
  simp at h
  exact h

/-- No function from a type onto its predicates. -/
theorem cantor (f : α → α → Prop) : ¬Surjective f := by
  intro h
  have ⟨a, ha⟩ := h (fun x => ¬f x x)
  have key : f a a ↔ ¬f a a := by
    have := congrFun ha a
    exact ⟨fun h => this ▸ h, fun h => this.symm ▸ h⟩
  have no : ¬f a a := fun h => key.mp h h
  exact no (key.mpr no)

theorem involution_bijective {f : α → α} (h : ∀ a, f (f a) = a) : Bijective f :=
  ⟨LeftInverse.injective h, fun b => ⟨f b, h b⟩⟩

theorem not_involution : Bijective not := involution_bijective (by simp)

def curry (f : α × β → γ) : α → β → γ := fun a b => f (a, b)

def uncurry (f : α → β → γ) : α × β → γ := fun (a, b) => f a b

theorem curry_uncurry (f : α → β → γ) : curry (uncurry f) = f := rfl

theorem uncurry_curry (f : α × β → γ) : uncurry (curry f) = f := by
  funext ⟨a, b⟩
  rfl

#eval (uncurry (· + ·)) (3, 4)
-- info: 7

#eval ((· * 2) ∘ (· + 1)) 5
-- info: 12

#eval (5 |> (· + 1) |> toString)
-- info: "6"

#eval List.map (fun | 0 => "zero" | _ => "more") <| [0, 1]
-- info: ["zero", "more"]

#check (fun x => x + 1 : Nat → Nat)
-- info: fun x => x + 1 : Nat → Nat

#check @Injective.comp
-- info: @Injective.comp : ∀ {α : Type u_1} {β : Type u_2} {γ : Type u_3} {g : β → γ} {f : α → β},
--|   Injective g → Injective f → Injective (g ∘ f)

example (f : Nat → Nat) (h : Function.Injective f) (a b : Nat) (hab : f a = f b) : a = b := h hab

end Functions
