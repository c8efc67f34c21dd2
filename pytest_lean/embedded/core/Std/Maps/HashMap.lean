module
public import Init
/-!
`Std.HashMap`: a map by hash values, to compute with. There are no lemmas about it here, and what order
a loop runs in is not Lean's.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

namespace Std

/-- Buckets of pairs; the pair of a key is in the bucket that its hash value names. -/
structure HashMap (α : Type u) (β : Type v) [BEq α] [Hashable α] where
  buckets : Array (List (α × β))
  size : Nat

namespace HashMap
variable {α : Type u} {β : Type v} {γ : Type w} [BEq α] [Hashable α]

/-! ## Buckets -/

/-- An empty map with room for so many pairs. -/
def emptyWithCapacity (capacity : Nat := 8) : HashMap α β := ⟨Array.replicate (max capacity 8) [], 0⟩
@[inline] def empty : HashMap α β := emptyWithCapacity
instance : EmptyCollection (HashMap α β) := ⟨empty⟩
instance : Inhabited (HashMap α β) := ⟨empty⟩
@[inline] def indexOf (m : HashMap α β) (a : α) : Nat := (hash a).toNat % m.buckets.size
@[inline] def bucket (m : HashMap α β) (a : α) : List (α × β) := m.buckets.getD (m.indexOf a) []
/-- Replaces the pair of the key, or puts it first. -/
def put (a : α) (b : β) : List (α × β) → List (α × β)
  | [] => [(a, b)]
  | (k, v) :: rest => if k == a then (a, b) :: rest else (k, v) :: put a b rest
/-- Twice as many buckets. -/
def grow (m : HashMap α β) : HashMap α β :=
  let n := m.buckets.size * 2
  let buckets := m.buckets.foldl (init := Array.replicate n []) fun all bucket =>
    bucket.foldl (init := all) fun all (k, v) => all.modify ((hash k).toNat % n) ((k, v) :: ·)
  ⟨buckets, m.size⟩

/-! ## Looking up -/

def get? (m : HashMap α β) (a : α) : Option β :=
  (m.bucket a).findSome? fun (k, v) => if k == a then some v else none
def contains (m : HashMap α β) (a : α) : Bool := (m.bucket a).any fun (k, _) => k == a
instance : Membership α (HashMap α β) := ⟨fun m a => m.contains a = true⟩
instance {m : HashMap α β} {a : α} : Decidable (a ∈ m) := inferInstanceAs (Decidable (m.contains a = true))
theorem isSome_get? {m : HashMap α β} {a : α} (h : a ∈ m) : (m.get? a).isSome = true := by
  have h : (m.bucket a).any (fun (k, _) => k == a) = true := h
  unfold get?
  generalize m.bucket a = l at h
  induction l with
  | nil => cases h
  | cons p l ih =>
    obtain ⟨k, v⟩ := p
    show (match (if (k == a) = true then some v else none) with
      | some b => some b
      | none => l.findSome? _).isSome = true
    by_cases hk : (k == a) = true
    · rw [if_pos hk]; rfl
    · rw [if_neg hk]; exact ih (by simpa [hk] using h)
@[inline] def get (m : HashMap α β) (a : α) (h : a ∈ m) : β := (m.get? a).get (isSome_get? h)
@[inline] def getD (m : HashMap α β) (a : α) (fallback : β) : β := (m.get? a).getD fallback
@[inline] def get! [Inhabited β] (m : HashMap α β) (a : α) : β := match m.get? a with
  | some b => b
  | none => panic "key is not present in hash table"
instance : GetElem (HashMap α β) α β fun m a => a ∈ m := ⟨get⟩
instance : GetElem? (HashMap α β) α β fun m a => a ∈ m where
  getElem? m a := m.get? a
  getElem! m a := m.get! a
def getKey? (m : HashMap α β) (a : α) : Option α := ((m.bucket a).find? fun (k, _) => k == a).map (·.1)
@[inline] def isEmpty (m : HashMap α β) : Bool := m.size == 0

/-! ## Changing -/

def insert (m : HashMap α β) (a : α) (b : β) : HashMap α β :=
  let i := m.indexOf a
  if m.contains a then ⟨m.buckets.modify i (put a b), m.size⟩
  else
    let m : HashMap α β := ⟨m.buckets.modify i ((a, b) :: ·), m.size + 1⟩
    if m.buckets.size * 3 < m.size * 4 then m.grow else m
instance : Singleton (α × β) (HashMap α β) := ⟨fun (a, b) => (∅ : HashMap α β).insert a b⟩
instance : Insert (α × β) (HashMap α β) := ⟨fun (a, b) m => m.insert a b⟩
@[inline] def insertIfNew (m : HashMap α β) (a : α) (b : β) : HashMap α β :=
  if m.contains a then m else m.insert a b
@[inline] def containsThenInsert (m : HashMap α β) (a : α) (b : β) : Bool × HashMap α β :=
  (m.contains a, m.insert a b)
def erase (m : HashMap α β) (a : α) : HashMap α β :=
  if m.contains a then ⟨m.buckets.modify (m.indexOf a) (·.eraseP fun (k, _) => k == a), m.size - 1⟩ else m
/-- Changes, adds or removes the value of a key. -/
def alter (m : HashMap α β) (a : α) (f : Option β → Option β) : HashMap α β := match f (m.get? a) with
  | some b => m.insert a b
  | none => m.erase a
def modify (m : HashMap α β) (a : α) (f : β → β) : HashMap α β := match m.get? a with
  | some b => m.insert a (f b)
  | none => m

/-! ## All pairs -/

def toList (m : HashMap α β) : List (α × β) := m.buckets.toList.flatten
def toArray (m : HashMap α β) : Array (α × β) := m.toList.toArray
def keys (m : HashMap α β) : List α := m.toList.map (·.1)
def keysArray (m : HashMap α β) : Array α := m.keys.toArray
def values (m : HashMap α β) : List β := m.toList.map (·.2)
def valuesArray (m : HashMap α β) : Array β := m.values.toArray
@[inline] def iter (m : HashMap α β) : Iter (α × β) := ⟨m.toList⟩
@[inline] def keysIter (m : HashMap α β) : Iter α := ⟨m.keys⟩
@[inline] def valuesIter (m : HashMap α β) : Iter β := ⟨m.values⟩
@[inline] def fold (f : γ → α → β → γ) (init : γ) (m : HashMap α β) : γ :=
  m.toList.foldl (fun c (a, b) => f c a b) init
@[inline]
def foldM {m' : Type w → Type w} [Monad m'] (f : γ → α → β → m' γ) (init : γ) (m : HashMap α β) : m' γ :=
  m.toList.foldlM (fun c (a, b) => f c a b) init
@[inline] def forM {m' : Type w → Type w} [Monad m'] (f : α → β → m' PUnit) (m : HashMap α β) : m' PUnit :=
  m.toList.forM fun (a, b) => f a b
instance {m' : Type u₁ → Type u₂} [Monad m'] : ForIn m' (HashMap α β) (α × β) :=
  ⟨fun m b f => forIn m.toList b f⟩
def insertMany {ρ : Type w} [ForIn Id ρ (α × β)] (m : HashMap α β) (l : ρ) : HashMap α β := Id.run do
  let mut m := m
  for (a, b) in l do m := m.insert a b
  return m
def ofList (l : List (α × β)) : HashMap α β := l.foldl (fun m (a, b) => m.insert a b) ∅
def ofArray (l : Array (α × β)) : HashMap α β := ofList l.toList
def filter (f : α → β → Bool) (m : HashMap α β) : HashMap α β := ofList (m.toList.filter fun (a, b) => f a b)
def map (f : α → β → γ) (m : HashMap α β) : HashMap α γ :=
  ⟨m.buckets.map (·.map fun (a, b) => (a, f a b)), m.size⟩
def filterMap (f : α → β → Option γ) (m : HashMap α β) : HashMap α γ :=
  ofList (m.toList.filterMap fun (a, b) => (f a b).map ((a, ·)))
def all (m : HashMap α β) (p : α → β → Bool) : Bool := m.toList.all fun (a, b) => p a b
def any (m : HashMap α β) (p : α → β → Bool) : Bool := m.toList.any fun (a, b) => p a b
def partition (f : α → β → Bool) (m : HashMap α β) : HashMap α β × HashMap α β :=
  (m.filter f, m.filter fun a b => !f a b)
def union (m₁ m₂ : HashMap α β) : HashMap α β := m₂.fold insert m₁
instance : Union (HashMap α β) := ⟨union⟩
instance [Repr α] [Repr β] : Repr (HashMap α β) where
  reprPrec m prec := Repr.addAppParen (Std.Format.text "Std.HashMap.ofList " ++ repr m.toList) prec
end HashMap
end Std
