module
public import Init
public import Std.Maps.HashMap
/-!
`Std.HashSet`: a set by hash values, a `Std.HashMap` without values; the laws are in `Std.Maps.HashSetLaws`.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

namespace Std

structure HashSet (α : Type u) [BEq α] [Hashable α] where
  inner : HashMap α Unit

namespace HashSet
variable {α : Type u} {γ : Type w} [BEq α] [Hashable α]
@[inline] def emptyWithCapacity (capacity : Nat := 8) : HashSet α := ⟨.emptyWithCapacity capacity⟩
@[inline] def empty : HashSet α := emptyWithCapacity
instance : EmptyCollection (HashSet α) := ⟨empty⟩
instance : Inhabited (HashSet α) := ⟨empty⟩
@[inline] def insert (m : HashSet α) (a : α) : HashSet α := ⟨m.inner.insertIfNew a ()⟩
instance : Singleton α (HashSet α) := ⟨fun a => (∅ : HashSet α).insert a⟩
instance : Insert α (HashSet α) := ⟨fun a m => m.insert a⟩
@[inline] def contains (m : HashSet α) (a : α) : Bool := m.inner.contains a
instance : Membership α (HashSet α) := ⟨fun m a => a ∈ m.inner⟩
instance {m : HashSet α} {a : α} : Decidable (a ∈ m) := inferInstanceAs (Decidable (a ∈ m.inner))
@[inline] def containsThenInsert (m : HashSet α) (a : α) : Bool × HashSet α := (m.contains a, m.insert a)
@[inline] def erase (m : HashSet α) (a : α) : HashSet α := ⟨m.inner.erase a⟩
@[inline] def size (m : HashSet α) : Nat := m.inner.size
@[inline] def isEmpty (m : HashSet α) : Bool := m.inner.isEmpty
def get? (m : HashSet α) (a : α) : Option α := m.inner.getKey? a
def toList (m : HashSet α) : List α := m.inner.keys
def toArray (m : HashSet α) : Array α := m.toList.toArray
@[inline] def fold (f : γ → α → γ) (init : γ) (m : HashSet α) : γ := m.toList.foldl f init
instance {m' : Type u₁ → Type u₂} [Monad m'] : ForIn m' (HashSet α) α := ⟨fun m b f => forIn m.toList b f⟩
def ofList (l : List α) : HashSet α := l.foldl insert ∅
def ofArray (l : Array α) : HashSet α := ofList l.toList
def insertMany {ρ : Type w} [ForIn Id ρ α] (m : HashSet α) (l : ρ) : HashSet α := Id.run do
  let mut m := m
  for a in l do m := m.insert a
  return m
def filter (f : α → Bool) (m : HashSet α) : HashSet α := ofList (m.toList.filter f)
def all (m : HashSet α) (p : α → Bool) : Bool := m.toList.all p
def any (m : HashSet α) (p : α → Bool) : Bool := m.toList.any p
def union (m₁ m₂ : HashSet α) : HashSet α := m₂.fold insert m₁
def inter (m₁ m₂ : HashSet α) : HashSet α := m₁.filter m₂.contains
def diff (m₁ m₂ : HashSet α) : HashSet α := m₁.filter fun a => !m₂.contains a
instance : Union (HashSet α) := ⟨union⟩
instance : Inter (HashSet α) := ⟨inter⟩
instance : SDiff (HashSet α) := ⟨diff⟩
instance [Repr α] : Repr (HashSet α) where
  reprPrec m prec := Repr.addAppParen (Std.Format.text "Std.HashSet.ofList " ++ repr m.toList) prec
end HashSet
end Std
