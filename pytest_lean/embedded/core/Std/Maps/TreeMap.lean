module
public import Init
public import Std.Maps.TreeOrder
public meta import Std.Maps.Tree
/-!
`Std.TreeMap`: a map ordered by its keys, a search tree (`Std.Maps.Tree`) with the proof that its keys are in
order.
The laws are in `Std.Maps.TreeMapLaws`.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

namespace Std

/-- A map from `α` to `β` whose keys are ordered by `cmp`. -/
structure TreeMap (α : Type u) (β : Type v) (cmp : α → α → Ordering := by exact compare) where
  tree : TreeMap.Tree α β
  sized : tree.Sized
  ordered [TransCmp cmp] : TreeMap.Tree.Ordered cmp tree.toL

namespace TreeMap
variable {α : Type u} {β : Type v} {γ : Type w} {cmp : α → α → Ordering}

@[inline] def empty : TreeMap α β cmp := ⟨.leaf, trivial, .nil⟩
instance : EmptyCollection (TreeMap α β cmp) := ⟨empty⟩
instance : Inhabited (TreeMap α β cmp) := ⟨empty⟩
@[inline] def size (t : TreeMap α β cmp) : Nat := t.tree.size
@[inline] def isEmpty (t : TreeMap α β cmp) : Bool := t.size == 0

/-! ## Looking up -/

@[inline] def get? (t : TreeMap α β cmp) (a : α) : Option β := (t.tree.find? cmp a).map (·.2)
@[inline] def contains (t : TreeMap α β cmp) (a : α) : Bool := (t.get? a).isSome
instance : Membership α (TreeMap α β cmp) := ⟨fun t a => t.contains a = true⟩
instance {t : TreeMap α β cmp} {a : α} : Decidable (a ∈ t) :=
  inferInstanceAs (Decidable (t.contains a = true))
@[inline] def get (t : TreeMap α β cmp) (a : α) (h : a ∈ t) : β := (t.get? a).get h
@[inline] def getD (t : TreeMap α β cmp) (a : α) (fallback : β) : β := (t.get? a).getD fallback
@[inline] def get! [Inhabited β] (t : TreeMap α β cmp) (a : α) : β := match t.get? a with
  | some b => b
  | none => panic "Key is not present in map"
instance : GetElem (TreeMap α β cmp) α β fun t a => a ∈ t := ⟨get⟩
instance : GetElem? (TreeMap α β cmp) α β fun t a => a ∈ t where
  getElem? t a := t.get? a
  getElem! t a := t.get! a
@[inline] def getKey? (t : TreeMap α β cmp) (a : α) : Option α := (t.tree.find? cmp a).map (·.1)
@[inline] def minEntry? (t : TreeMap α β cmp) : Option (α × β) := t.tree.min?
@[inline] def maxEntry? (t : TreeMap α β cmp) : Option (α × β) := t.tree.max?
@[inline] def minKey? (t : TreeMap α β cmp) : Option α := t.minEntry?.map (·.1)
@[inline] def maxKey? (t : TreeMap α β cmp) : Option α := t.maxEntry?.map (·.1)
@[inline] def minKey! [Inhabited α] (t : TreeMap α β cmp) : α := t.minKey?.get!
@[inline] def maxKey! [Inhabited α] (t : TreeMap α β cmp) : α := t.maxKey?.get!
@[inline] def minEntry! [Inhabited (α × β)] (t : TreeMap α β cmp) : α × β := t.minEntry?.get!
@[inline] def maxEntry! [Inhabited (α × β)] (t : TreeMap α β cmp) : α × β := t.maxEntry?.get!
@[inline] def getEntryGE? (t : TreeMap α β cmp) (a : α) : Option (α × β) := t.tree.above? cmp false a
@[inline] def getEntryGT? (t : TreeMap α β cmp) (a : α) : Option (α × β) := t.tree.above? cmp true a
@[inline] def getEntryLE? (t : TreeMap α β cmp) (a : α) : Option (α × β) := t.tree.below? cmp false a
@[inline] def getEntryLT? (t : TreeMap α β cmp) (a : α) : Option (α × β) := t.tree.below? cmp true a
@[inline] def getKeyGE? (t : TreeMap α β cmp) (a : α) : Option α := (t.getEntryGE? a).map (·.1)
@[inline] def getKeyGT? (t : TreeMap α β cmp) (a : α) : Option α := (t.getEntryGT? a).map (·.1)
@[inline] def getKeyLE? (t : TreeMap α β cmp) (a : α) : Option α := (t.getEntryLE? a).map (·.1)
@[inline] def getKeyLT? (t : TreeMap α β cmp) (a : α) : Option α := (t.getEntryLT? a).map (·.1)
@[inline] def entryAtIdx? (t : TreeMap α β cmp) (n : Nat) : Option (α × β) := t.tree.atIdx? n
@[inline] def keyAtIdx? (t : TreeMap α β cmp) (n : Nat) : Option α := (t.entryAtIdx? n).map (·.1)

/-! ## Changing -/

@[inline] def insert (t : TreeMap α β cmp) (a : α) (b : β) : TreeMap α β cmp :=
  ⟨t.tree.insert cmp a b, t.sized.insert cmp, t.ordered.insert⟩
instance : Singleton (α × β) (TreeMap α β cmp) := ⟨fun (a, b) => (∅ : TreeMap α β cmp).insert a b⟩
instance : Insert (α × β) (TreeMap α β cmp) := ⟨fun (a, b) t => t.insert a b⟩
@[inline] def insertIfNew (t : TreeMap α β cmp) (a : α) (b : β) : TreeMap α β cmp :=
  if t.contains a then t else t.insert a b
@[inline] def containsThenInsert (t : TreeMap α β cmp) (a : α) (b : β) : Bool × TreeMap α β cmp :=
  (t.contains a, t.insert a b)
@[inline] def erase (t : TreeMap α β cmp) (a : α) : TreeMap α β cmp :=
  ⟨t.tree.erase cmp a, t.sized.erase cmp, by intro _; rw [Tree.toL_erase t.ordered]; exact t.ordered.filter _⟩
/-- Changes, adds or removes the value of a key. -/
def alter (t : TreeMap α β cmp) (a : α) (f : Option β → Option β) : TreeMap α β cmp := match f (t.get? a) with
  | some b => t.insert a b
  | none => t.erase a
def modify (t : TreeMap α β cmp) (a : α) (f : β → β) : TreeMap α β cmp := match t.get? a with
  | some b => t.insert a (f b)
  | none => t

/-! ## All pairs, in the order of their keys -/

@[inline] def foldr (f : α → β → γ → γ) (init : γ) (t : TreeMap α β cmp) : γ := t.tree.foldr f init
def toList (t : TreeMap α β cmp) : List (α × β) := t.foldr (fun a b l => (a, b) :: l) []
def toArray (t : TreeMap α β cmp) : Array (α × β) := t.toList.toArray
def keys (t : TreeMap α β cmp) : List α := t.foldr (fun a _ l => a :: l) []
def keysArray (t : TreeMap α β cmp) : Array α := t.keys.toArray
def values (t : TreeMap α β cmp) : List β := t.foldr (fun _ b l => b :: l) []
def valuesArray (t : TreeMap α β cmp) : Array β := t.values.toArray
@[inline] def foldl (f : γ → α → β → γ) (init : γ) (t : TreeMap α β cmp) : γ :=
  t.toList.foldl (fun c (a, b) => f c a b) init
@[inline]
def foldlM {m : Type w → Type u₁} [Monad m] (f : γ → α → β → m γ) (init : γ) (t : TreeMap α β cmp) : m γ :=
  t.toList.foldlM (fun c (a, b) => f c a b) init
@[inline] def forM {m : Type w → Type u₁} [Monad m] (f : α → β → m PUnit) (t : TreeMap α β cmp) : m PUnit :=
  t.toList.forM fun (a, b) => f a b
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (TreeMap α β cmp) (α × β) :=
  ⟨fun t b f => forIn t.toList b f⟩
def any (t : TreeMap α β cmp) (p : α → β → Bool) : Bool := t.toList.any fun (a, b) => p a b
def all (t : TreeMap α β cmp) (p : α → β → Bool) : Bool := t.toList.all fun (a, b) => p a b
def insertMany {ρ : Type w} [ForIn Id ρ (α × β)] (t : TreeMap α β cmp) (l : ρ) : TreeMap α β cmp := Id.run do
  let mut t := t
  for (a, b) in l do t := t.insert a b
  return t
def ofList (l : List (α × β)) (cmp : α → α → Ordering := by exact compare) : TreeMap α β cmp :=
  l.foldl (fun t (a, b) => t.insert a b) ∅
def ofArray (l : Array (α × β)) (cmp : α → α → Ordering := by exact compare) : TreeMap α β cmp :=
  ofList l.toList cmp
@[inline] def map (f : α → β → γ) (t : TreeMap α β cmp) : TreeMap α γ cmp :=
  ⟨t.tree.map f, t.sized.map, by intro _; rw [Tree.toL_map]; exact List.pairwise_map.mpr t.ordered⟩
def filter (f : α → β → Bool) (t : TreeMap α β cmp) : TreeMap α β cmp :=
  ofList (t.toList.filter fun (a, b) => f a b) cmp
def filterMap (f : α → β → Option γ) (t : TreeMap α β cmp) : TreeMap α γ cmp :=
  ofList (t.toList.filterMap fun (a, b) => (f a b).map ((a, ·))) cmp
/-- All pairs of both; a key of both has the value that `f` makes of the two. -/
def mergeWith (f : α → β → β → β) (t₁ t₂ : TreeMap α β cmp) : TreeMap α β cmp :=
  t₂.foldl (init := t₁) fun t a b => t.alter a fun
    | some b₁ => some (f a b₁ b)
    | none => some b
instance [BEq α] [BEq β] : BEq (TreeMap α β cmp) := ⟨fun t₁ t₂ => t₁.toList == t₂.toList⟩
instance [Repr α] [Repr β] : Repr (TreeMap α β cmp) where
  reprPrec t prec := Repr.addAppParen (Std.Format.text "Std.TreeMap.ofList " ++ repr t.toList) prec
end TreeMap

/-- A set whose elements are ordered by `cmp`. -/
structure TreeSet (α : Type u) (cmp : α → α → Ordering := by exact compare) where
  inner : TreeMap α Unit cmp

namespace TreeSet
variable {α : Type u} {β : Type v} {cmp : α → α → Ordering}

@[inline] def empty : TreeSet α cmp := ⟨∅⟩
instance : EmptyCollection (TreeSet α cmp) := ⟨empty⟩
instance : Inhabited (TreeSet α cmp) := ⟨empty⟩
@[inline] def size (s : TreeSet α cmp) : Nat := s.inner.size
@[inline] def isEmpty (s : TreeSet α cmp) : Bool := s.inner.isEmpty
@[inline] def contains (s : TreeSet α cmp) (a : α) : Bool := s.inner.contains a
instance : Membership α (TreeSet α cmp) := ⟨fun s a => s.contains a = true⟩
instance {s : TreeSet α cmp} {a : α} : Decidable (a ∈ s) := inferInstanceAs (Decidable (s.contains a = true))
@[inline] def insert (s : TreeSet α cmp) (a : α) : TreeSet α cmp := ⟨s.inner.insert a ()⟩
instance : Singleton α (TreeSet α cmp) := ⟨fun a => (∅ : TreeSet α cmp).insert a⟩
instance : Insert α (TreeSet α cmp) := ⟨fun a s => s.insert a⟩
@[inline] def containsThenInsert (s : TreeSet α cmp) (a : α) : Bool × TreeSet α cmp :=
  (s.contains a, s.insert a)
@[inline] def erase (s : TreeSet α cmp) (a : α) : TreeSet α cmp := ⟨s.inner.erase a⟩
@[inline] def get? (s : TreeSet α cmp) (a : α) : Option α := s.inner.getKey? a
@[inline] def min? (s : TreeSet α cmp) : Option α := s.inner.minKey?
@[inline] def max? (s : TreeSet α cmp) : Option α := s.inner.maxKey?
@[inline] def min! [Inhabited α] (s : TreeSet α cmp) : α := s.min?.get!
@[inline] def max! [Inhabited α] (s : TreeSet α cmp) : α := s.max?.get!
@[inline] def getGE? (s : TreeSet α cmp) (a : α) : Option α := s.inner.getKeyGE? a
@[inline] def getGT? (s : TreeSet α cmp) (a : α) : Option α := s.inner.getKeyGT? a
@[inline] def getLE? (s : TreeSet α cmp) (a : α) : Option α := s.inner.getKeyLE? a
@[inline] def getLT? (s : TreeSet α cmp) (a : α) : Option α := s.inner.getKeyLT? a
@[inline] def atIdx? (s : TreeSet α cmp) (n : Nat) : Option α := s.inner.keyAtIdx? n
def toList (s : TreeSet α cmp) : List α := s.inner.keys
def toArray (s : TreeSet α cmp) : Array α := s.inner.keysArray
@[inline] def foldl (f : β → α → β) (init : β) (s : TreeSet α cmp) : β := s.toList.foldl f init
@[inline] def foldr (f : α → β → β) (init : β) (s : TreeSet α cmp) : β := s.toList.foldr f init
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (TreeSet α cmp) α := ⟨fun s b f => forIn s.toList b f⟩
def any (s : TreeSet α cmp) (p : α → Bool) : Bool := s.toList.any p
def all (s : TreeSet α cmp) (p : α → Bool) : Bool := s.toList.all p
def insertMany {ρ : Type w} [ForIn Id ρ α] (s : TreeSet α cmp) (l : ρ) : TreeSet α cmp := Id.run do
  let mut s := s
  for a in l do s := s.insert a
  return s
def ofList (l : List α) (cmp : α → α → Ordering := by exact compare) : TreeSet α cmp := l.foldl insert ∅
def ofArray (l : Array α) (cmp : α → α → Ordering := by exact compare) : TreeSet α cmp := ofList l.toList cmp
def filter (p : α → Bool) (s : TreeSet α cmp) : TreeSet α cmp := ofList (s.toList.filter p) cmp
def merge (s₁ s₂ : TreeSet α cmp) : TreeSet α cmp := s₂.foldl insert s₁
instance : Union (TreeSet α cmp) := ⟨merge⟩
instance : Inter (TreeSet α cmp) := ⟨fun s₁ s₂ => s₁.filter s₂.contains⟩
instance : SDiff (TreeSet α cmp) := ⟨fun s₁ s₂ => s₁.filter fun a => !s₂.contains a⟩
instance [BEq α] : BEq (TreeSet α cmp) := ⟨fun s₁ s₂ => s₁.toList == s₂.toList⟩
instance [Repr α] : Repr (TreeSet α cmp) where
  reprPrec s prec := Repr.addAppParen (Std.Format.text "Std.TreeSet.ofList " ++ repr s.toList) prec
end TreeSet
end Std
