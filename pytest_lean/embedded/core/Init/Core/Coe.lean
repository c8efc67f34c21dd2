module
prelude
public import Init.Natives.Commands
/-!
Coercions: the classes that the elaborator walks through when it inserts `↑`, from the coerced value's
end (`CoeHead`, `CoeOut`), through chains of `Coe`, to the expected type's end (`CoeTail`).
-/

@[expose] public section

set_option linter.all false

universe u v w w'

class Coe (α : semiOutParam (Sort u)) (β : Sort v) where
  coe : α → β
class CoeTC (α : Sort u) (β : Sort v) where
  coe : α → β
class CoeOut (α : Sort u) (β : semiOutParam (Sort v)) where
  coe : α → β
class CoeOTC (α : Sort u) (β : Sort v) where
  coe : α → β
class CoeHead (α : Sort u) (β : semiOutParam (Sort v)) where
  coe : α → β
class CoeHTC (α : Sort u) (β : Sort v) where
  coe : α → β
class CoeTail (α : semiOutParam (Sort u)) (β : Sort v) where
  coe : α → β
class CoeHTCT (α : Sort u) (β : Sort v) where
  coe : α → β
class CoeDep (α : Sort u) (_ : α) (β : Sort v) where
  coe : β
class CoeT (α : Sort u) (_ : α) (β : Sort v) where
  coe : β
class CoeFun (α : Sort u) (γ : outParam (α → Sort v)) where
  coe : (f : α) → γ f
class CoeSort (α : Sort u) (β : outParam (Sort v)) where
  coe : α → β

attribute [coe_decl] Coe.coe CoeTC.coe CoeOut.coe CoeOTC.coe CoeHead.coe CoeHTC.coe CoeTail.coe
  CoeHTCT.coe CoeDep.coe CoeT.coe CoeFun.coe CoeSort.coe

section
variable {α : Sort u} {β : Sort v} {γ : Sort w}

@[coe_decl] instance instCoeTCOfCoe [Coe β γ] [CoeTC α β] : CoeTC α γ := ⟨fun a => Coe.coe (CoeTC.coe a : β)⟩
@[coe_decl] instance instCoeTCOfCoe_1 [Coe α β] : CoeTC α β := ⟨Coe.coe⟩
@[coe_decl] instance instCoeTC : CoeTC α α := ⟨fun a => a⟩
@[coe_decl] instance instCoeOTCOfCoeOut [CoeOut α β] [CoeOTC β γ] : CoeOTC α γ :=
  ⟨fun a => CoeOTC.coe (CoeOut.coe a : β)⟩
@[coe_decl] instance instCoeOTCOfCoeTC [CoeTC α β] : CoeOTC α β := ⟨CoeTC.coe⟩
@[coe_decl] instance instCoeOTC : CoeOTC α α := ⟨fun a => a⟩
@[coe_decl] instance instCoeHTCOfCoeHeadOfCoeOTC [CoeHead α β] [CoeOTC β γ] : CoeHTC α γ :=
  ⟨fun a => CoeOTC.coe (CoeHead.coe a : β)⟩
@[coe_decl] instance instCoeHTCOfCoeOTC [CoeOTC α β] : CoeHTC α β := ⟨CoeOTC.coe⟩
@[coe_decl] instance instCoeHTC : CoeHTC α α := ⟨fun a => a⟩
@[coe_decl] instance instCoeHTCTOfCoeTailOfCoeHTC [CoeTail β γ] [CoeHTC α β] : CoeHTCT α γ :=
  ⟨fun a => CoeTail.coe (CoeHTC.coe a : β)⟩
@[coe_decl] instance instCoeHTCTOfCoeHTC [CoeHTC α β] : CoeHTCT α β := ⟨CoeHTC.coe⟩
@[coe_decl] instance instCoeHTCT : CoeHTCT α α := ⟨fun a => a⟩
@[coe_decl] instance instCoeTOfCoeHTCT {a : α} [CoeHTCT α β] : CoeT α a β := ⟨CoeHTCT.coe a⟩
@[coe_decl] instance instCoeTOfCoeDep {a : α} [CoeDep α a β] : CoeT α a β := ⟨CoeDep.coe a⟩
@[coe_decl] instance instCoeT {a : α} : CoeT α a α := ⟨a⟩
@[coe_decl] instance instCoeOutOfCoeFun [CoeFun α fun _ => β] : CoeOut α β := ⟨fun a => CoeFun.coe a⟩
@[coe_decl] instance instCoeOutOfCoeSort [CoeSort α β] : CoeOut α β := ⟨fun a => CoeSort.coe a⟩
end

/-! ## The coercions between Booleans and propositions, and into options -/

instance boolToProp : Coe Bool Prop := ⟨fun b => b = true⟩
instance boolToSort : CoeSort Bool Prop := ⟨fun b => b = true⟩
instance decPropToBool (p : Prop) [Decidable p] : CoeDep Prop p Bool := ⟨decide p⟩
instance optionCoe {α : Type u} : Coe α (Option α) := ⟨some⟩
instance subtypeCoe {α : Sort u} {p : α → Prop} : CoeOut (Subtype p) α := ⟨Subtype.val⟩

/-! ## Lifting between monads counts as a coercion -/

@[coe_decl] abbrev Lean.Internal.liftCoeM {m : Type u → Type v} {n : Type u → Type w} {α β : Type u}
    [MonadLiftT m n] [∀ a, CoeT α a β] [Monad n] (x : m α) : n β := do
  let a ← liftM x
  pure (CoeT.coe a)
@[coe_decl] abbrev Lean.Internal.coeM {m : Type u → Type v} {α β : Type u} [∀ a, CoeT α a β] [Monad m]
    (x : m α) : m β := do
  let a ← x
  pure (CoeT.coe a)
