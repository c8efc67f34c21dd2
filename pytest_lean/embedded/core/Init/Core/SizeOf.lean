module
prelude
public import Init.Core.Simp
/-!
The sizes of types that are declared before `SizeOf`, so that the sizes of a user's types that are made
of them are lemmas.
-/

@[expose] public section

set_option linter.all false

universe u v

instance Prod._sizeOf_inst (α : Type u) (β : Type v) [SizeOf α] [SizeOf β] : SizeOf (α × β) :=
  ⟨fun p => 1 + sizeOf p.1 + sizeOf p.2⟩
@[simp] theorem Prod.mk.sizeOf_spec {α : Type u} {β : Type v} [SizeOf α] [SizeOf β] (fst : α) (snd : β) :
    sizeOf (fst, snd) = 1 + sizeOf fst + sizeOf snd := rfl
instance Subtype._sizeOf_inst {α : Sort u} (p : α → Prop) [SizeOf α] : SizeOf (Subtype p) :=
  ⟨fun x => 1 + sizeOf x.val⟩
@[simp] theorem Subtype.mk.sizeOf_spec {α : Sort u} {p : α → Prop} [SizeOf α] (val : α) (property : p val) :
    sizeOf (Subtype.mk val property) = 1 + sizeOf val := rfl
