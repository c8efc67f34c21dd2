module
prelude
public import Init.Data.Bool
public import Init.Control.Transformers
public import Init.Meta.Macro
public meta import Init.Meta.Macro
/-!
`Option`, `Prod`, `Sum`, `Except`, `Subtype`: functions and lemmas; notation for the class of a value in
a quotient.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Option
variable {α : Type u} {β : Type v} {γ : Type w}

@[inline] protected def bind : Option α → (α → Option β) → Option β
  | none, _ => none
  | some a, f => f a
@[inline] def isSome : Option α → Bool
  | some _ => true
  | none => false
@[inline] def isNone : Option α → Bool
  | some _ => false
  | none => true
@[inline] def get : (o : Option α) → isSome o = true → α
  | some x, _ => x
@[inline] def get! [Inhabited α] : Option α → α
  | some x => x
  | none => default
@[inline] protected def filter (p : α → Bool) : Option α → Option α
  | some a => if p a then some a else none
  | none => none
@[inline] protected def all (p : α → Bool) : Option α → Bool
  | some a => p a
  | none => true
@[inline] protected def any (p : α → Bool) : Option α → Bool
  | some a => p a
  | none => false
@[macro_inline] protected def orElse : Option α → (Unit → Option α) → Option α
  | some a, _ => some a
  | none, b => b ()
@[macro_inline] protected def or : Option α → Option α → Option α
  | some a, _ => some a
  | none, b => b
@[inline] protected def elim : Option α → β → (α → β) → β
  | some x, _, f => f x
  | none, y, _ => y
def toList : Option α → List α
  | none => []
  | some a => [a]
def join (x : Option (Option α)) : Option α := x.bind id
@[inline] def toMonad {m : Type → Type} {α : Type} [Monad m] [Alternative m] : Option α → m α
  | none => failure
  | some a => pure a
instance instMembership : Membership α (Option α) := ⟨fun b a => b = some a⟩
instance [DecidableEq α] : DecidableEq (Option α)
  | none, none => isTrue rfl
  | none, some _ => isFalse nofun
  | some _, none => isFalse nofun
  | some a, some b => match decEq a b with
    | isTrue h => isTrue (congrArg some h)
    | isFalse h => isFalse fun e => h (by cases e; rfl)
instance instBEq [BEq α] : BEq (Option α) :=
  ⟨fun | none, none => true | some a, some b => a == b | _, _ => false⟩

@[simp] theorem mem_def {a : α} {b : Option α} : a ∈ b ↔ b = some a := Iff.rfl
theorem some_ne_none (x : α) : some x ≠ none := nofun
theorem ne_none_iff_exists {o : Option α} : o ≠ none ↔ ∃ x, some x = o := by cases o <;> simp
theorem eq_none_iff_forall_ne_some {o : Option α} : o = none ↔ ∀ a, o ≠ some a :=
  ⟨fun h a e => Option.noConfusion rfl (heq_of_eq (h.symm.trans e)), fun h => match o, h with
    | none, _ => rfl
    | some a, h => absurd rfl (h a)⟩
theorem ext {o₁ o₂ : Option α} (h : ∀ a, o₁ = some a ↔ o₂ = some a) : o₁ = o₂ := by
  cases o₁ with
  | none => cases o₂ with
    | none => rfl
    | some b => exact absurd ((h b).mpr rfl) nofun
  | some a => exact ((h a).mp rfl).symm
theorem some_inj {a b : α} : some a = some b ↔ a = b := by simp
@[simp] theorem map_none {f : α → β} : none.map f = none := rfl
@[simp] theorem map_some {f : α → β} {a : α} : (some a).map f = some (f a) := rfl
@[simp] theorem map_id (o : Option α) : o.map id = o := by cases o <;> rfl
@[simp] theorem map_map {g : β → γ} {f : α → β} {o : Option α} : (o.map f).map g = o.map (g ∘ f) := by
  cases o <;> rfl
@[simp] theorem map_eq_none_iff {f : α → β} {o : Option α} : o.map f = none ↔ o = none := by cases o <;> simp
@[simp] theorem map_eq_some_iff {f : α → β} {o : Option α} {b : β} :
    o.map f = some b ↔ ∃ a, o = some a ∧ f a = b := by cases o <;> simp
@[simp] theorem map_eq_map {α β : Type u} (f : α → β) (o : Option α) : f <$> o = o.map f := by cases o <;> rfl
@[simp] theorem bind_none {f : α → Option β} : none.bind f = none := rfl
@[simp] theorem bind_some {a : α} {f : α → Option β} : (some a).bind f = f a := rfl
@[simp] theorem bind_some_right (o : Option α) : o.bind some = o := by cases o <;> rfl
@[simp] theorem bind_eq_bind {α β : Type u} (o : Option α) (f : α → Option β) : o >>= f = o.bind f := by
  cases o <;> rfl
@[simp] theorem pure_def {α : Type u} (a : α) : (pure a : Option α) = some a := rfl
theorem bind_assoc (o : Option α) (f : α → Option β) (g : β → Option γ) : (o.bind f).bind g = o.bind fun y =>
  (f y).bind g := by cases o <;> rfl
@[simp] theorem isSome_none : (none : Option α).isSome = false := rfl
@[simp] theorem isSome_some {a : α} : (some a).isSome = true := rfl
@[simp] theorem isNone_none : (none : Option α).isNone = true := rfl
@[simp] theorem isNone_some {a : α} : (some a).isNone = false := rfl
theorem isSome_iff_exists {o : Option α} : o.isSome = true ↔ ∃ a, o = some a := by cases o <;> simp
@[simp] theorem isNone_iff_eq_none {o : Option α} : o.isNone = true ↔ o = none := by cases o <;> simp
@[simp] theorem getD_none {d : α} : (none : Option α).getD d = d := rfl
@[simp] theorem getD_some {a d : α} : (some a).getD d = a := rfl
@[simp] theorem get_some (a : α) (h : (some a).isSome = true) : (some a).get h = a := rfl
@[simp] theorem some_get : {o : Option α} → (h : o.isSome = true) → some (o.get h) = o
  | some _, _ => rfl
@[simp] theorem some_orElse (a : α) (f : Unit → Option α) : (some a).orElse f = some a := rfl
@[simp] theorem none_orElse (f : Unit → Option α) : (none : Option α).orElse f = f () := rfl
end Option

/-! ## Prod -/

namespace Prod
variable {α : Type u} {β : Type v} {γ : Type w}
@[inline] def map {α₁ : Type u} {α₂ : Type v} {β₁ : Type w} {β₂ : Type x} (f : α₁ → α₂) (g : β₁ → β₂) :
    α₁ × β₁ → α₂ × β₂ := fun p => (f p.1, g p.2)
def swap : α × β → β × α := fun p => (p.2, p.1)
theorem mk.inj {a c : α} {b d : β} (h : (a, b) = (c, d)) : a = c ∧ b = d :=
  ⟨congrArg (·.1) h, congrArg (·.2) h⟩
@[simp] theorem mk.injEq (a : α) (b : β) (c : α) (d : β) : ((a, b) = (c, d)) = (a = c ∧ b = d) :=
  propext ⟨mk.inj, fun ⟨h, h'⟩ => h ▸ h' ▸ rfl⟩
@[simp] theorem mk.eta : {p : α × β} → (p.1, p.2) = p := rfl
@[ext] theorem ext : {p q : α × β} → p.1 = q.1 → p.2 = q.2 → p = q
  | (_, _), (_, _), rfl, rfl => rfl
@[simp] theorem swap_swap (p : α × β) : p.swap.swap = p := rfl
@[simp] theorem fst_swap {p : α × β} : p.swap.1 = p.2 := rfl
@[simp] theorem snd_swap {p : α × β} : p.swap.2 = p.1 := rfl
@[simp] theorem «forall» {p : α × β → Prop} : (∀ x, p x) ↔ ∀ a b, p (a, b) :=
  ⟨fun h a b => h (a, b), fun h (a, b) => h a b⟩
@[simp] theorem «exists» {p : α × β → Prop} : (∃ x, p x) ↔ ∃ a b, p (a, b) :=
  ⟨fun ⟨⟨a, b⟩, h⟩ => ⟨a, b, h⟩, fun ⟨a, b, h⟩ => ⟨⟨a, b⟩, h⟩⟩
instance [Inhabited α] [Inhabited β] : Inhabited (α × β) := ⟨(default, default)⟩
end Prod
instance instDecidableEqProd {α : Type u} {β : Type v} [DecidableEq α] [DecidableEq β] :
    DecidableEq (α × β) := fun (a, b) (a', b') =>
  match decEq a a' with
  | isTrue h₁ => match decEq b b' with
    | isTrue h₂ => isTrue (h₁ ▸ h₂ ▸ rfl)
    | isFalse h => isFalse fun e => h (by cases e; rfl)
  | isFalse h => isFalse fun e => h (by cases e; rfl)
instance instBEqProd {α : Type u} {β : Type v} [BEq α] [BEq β] : BEq (α × β) :=
  ⟨fun (a, b) (a', b') => a == a' && b == b'⟩

/-! ## Sum -/

namespace Sum
variable {α : Type u} {β : Type v} {γ : Type w}
protected def elim {γ : Sort w} (f : α → γ) (g : β → γ) : α ⊕ β → γ
  | inl a => f a
  | inr b => g b
protected def map {α' : Type w} {β' : Type x} (f : α → α') (g : β → β') : α ⊕ β → α' ⊕ β'
  | inl a => inl (f a)
  | inr b => inr (g b)
def swap : α ⊕ β → β ⊕ α
  | inl a => inr a
  | inr b => inl b
def isLeft : α ⊕ β → Bool
  | inl _ => true
  | inr _ => false
def isRight : α ⊕ β → Bool
  | inl _ => false
  | inr _ => true
def getLeft? : α ⊕ β → Option α
  | inl a => some a
  | inr _ => none
def getRight? : α ⊕ β → Option β
  | inr b => some b
  | inl _ => none
@[simp] theorem elim_inl {γ : Sort w} (f : α → γ) (g : β → γ) (x : α) : Sum.elim f g (inl x) = f x := rfl
@[simp] theorem elim_inr {γ : Sort w} (f : α → γ) (g : β → γ) (x : β) : Sum.elim f g (inr x) = g x := rfl
@[simp] theorem swap_swap (x : α ⊕ β) : x.swap.swap = x := by cases x <;> rfl
@[simp] theorem «forall» {p : α ⊕ β → Prop} : (∀ x, p x) ↔ (∀ a, p (inl a)) ∧ ∀ b, p (inr b) :=
  ⟨fun h => ⟨fun a => h _, fun b => h _⟩, fun ⟨h₁, h₂⟩ x => match x with | inl a => h₁ a | inr b => h₂ b⟩
@[simp] theorem «exists» {p : α ⊕ β → Prop} : (∃ x, p x) ↔ (∃ a, p (inl a)) ∨ ∃ b, p (inr b) :=
  ⟨fun ⟨x, h⟩ => match x, h with
    | inl a, h => .inl ⟨a, h⟩
    | inr b, h => .inr ⟨b, h⟩, fun h => h.elim (fun ⟨a, h⟩ => ⟨inl a, h⟩) (fun ⟨b, h⟩ => ⟨inr b, h⟩)⟩
end Sum
instance instDecidableEqSum {α : Type u} {β : Type v} [DecidableEq α] [DecidableEq β] : DecidableEq (α ⊕ β)
  | .inl a, .inl b => match decEq a b with
      | isTrue h => isTrue (congrArg _ h)
      | isFalse h => isFalse fun e => h (by cases e; rfl)
  | .inr a, .inr b => match decEq a b with
      | isTrue h => isTrue (congrArg _ h)
      | isFalse h => isFalse fun e => h (by cases e; rfl)
  | .inl _, .inr _ => isFalse nofun
  | .inr _, .inl _ => isFalse nofun

/-! ## Subtype, PUnit, Empty -/

namespace Subtype
variable {α : Sort u} {p : α → Prop}
@[ext] protected theorem ext : ∀ {a1 a2 : {x // p x}}, a1.val = a2.val → a1 = a2
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl
protected theorem eq {a1 a2 : {x // p x}} (h : a1.val = a2.val) : a1 = a2 := Subtype.ext h
@[simp] theorem eta (a : {x // p x}) (h : p a.val) : (⟨a.val, h⟩ : {x // p x}) = a := rfl
@[simp] theorem coe_eta (a : {x // p x}) (h : p a.val) : (⟨a.val, h⟩ : {x // p x}) = a := rfl
@[simp] protected theorem «forall» {q : {a // p a} → Prop} : (∀ x, q x) ↔ ∀ a b, q ⟨a, b⟩ :=
  ⟨fun h a b => h ⟨a, b⟩, fun h ⟨a, b⟩ => h a b⟩
@[simp] protected theorem «exists» {q : {a // p a} → Prop} : (∃ x, q x) ↔ ∃ a b, q ⟨a, b⟩ :=
  ⟨fun ⟨⟨a, b⟩, h⟩ => ⟨a, b, h⟩, fun ⟨a, b, h⟩ => ⟨⟨a, b⟩, h⟩⟩
instance instDecidableEq {α : Type u} {p : α → Prop} [DecidableEq α] : DecidableEq {x : α // p x} :=
  fun ⟨a, h₁⟩ ⟨b, h₂⟩ =>
  if h : a = b then isTrue (Subtype.ext h) else isFalse fun e => h (congrArg Subtype.val e)
end Subtype
instance : DecidableEq PUnit := fun _ _ => isTrue rfl
@[macro_inline] def Empty.elim {C : Sort u} : Empty → C := Empty.rec (fun _ => C)
instance : DecidableEq Empty := fun a => a.elim
instance {ε : Type u} {α : Type v} [DecidableEq ε] [DecidableEq α] : DecidableEq (Except ε α)
  | .ok a, .ok b => match decEq a b with
      | isTrue h => isTrue (congrArg _ h)
      | isFalse h => isFalse fun e => h (by cases e; rfl)
  | .error a, .error b => match decEq a b with
      | isTrue h => isTrue (congrArg _ h)
      | isFalse h => isFalse fun e => h (by cases e; rfl)
  | .ok _, .error _ => isFalse nofun
  | .error _, .ok _ => isFalse nofun
