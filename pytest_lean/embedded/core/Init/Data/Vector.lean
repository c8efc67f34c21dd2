module
prelude
public import Init.Data.Array.More
public import Init.Data.String.Basic
/-!
`Vector α n`: arrays whose size is known.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

/-- An array of `n` elements. -/
structure Vector (α : Type u) (n : Nat) where
  toArray : Array α
  size_toArray : toArray.size = n

namespace Vector
variable {α : Type u} {β : Type v} {γ : Type w} {n m : Nat}

@[ext] protected theorem ext' {xs ys : Vector α n} (h : xs.toArray = ys.toArray) : xs = ys := by
  obtain ⟨_, _⟩ := xs; obtain ⟨_, _⟩ := ys; cases h; rfl
instance [DecidableEq α] : DecidableEq (Vector α n) := fun xs ys =>
  decidable_of_iff (xs.toArray = ys.toArray) ⟨Vector.ext', congrArg _⟩
instance [BEq α] : BEq (Vector α n) := ⟨fun xs ys => xs.toArray == ys.toArray⟩
instance [Repr α] : Repr (Vector α n) := ⟨fun xs prec => Repr.addAppParen
  (Std.Format.text "#v" ++ Std.Format.text (((toString (repr xs.toArray)).drop 1).copy)) 0⟩
instance [ToString α] : ToString (Vector α n) := ⟨fun xs => "#v" ++ (toString xs.toArray).drop 1⟩
def size (_ : Vector α n) : Nat := n
def get (xs : Vector α n) (i : Fin n) : α := xs.toArray[i.val]'(by rw [xs.size_toArray]; exact i.isLt)
instance : GetElem (Vector α n) Nat α fun _ i => i < n := ⟨fun xs i h => xs.get ⟨i, h⟩⟩
instance : GetElem (Vector α n) (Fin n) α fun _ _ => True := ⟨fun xs i _ => xs.get i⟩
instance : GetElem? (Vector α n) Nat α fun _ i => i < n where
  getElem? xs i := xs.toArray[i]?
  getElem! xs i := xs.toArray[i]!
def toList (xs : Vector α n) : List α := xs.toArray.toList
def mkEmpty (capacity : Nat := 0) : Vector α 0 := ⟨#[], rfl⟩
def empty : Vector α 0 := ⟨#[], rfl⟩
def replicate (n : Nat) (v : α) : Vector α n := ⟨.replicate n v, Array.size_replicate⟩
instance [Inhabited α] : Inhabited (Vector α n) := ⟨replicate n default⟩
def ofFn (f : Fin n → α) : Vector α n := ⟨.ofFn f, Array.size_ofFn⟩
def range (n : Nat) : Vector Nat n := ⟨.range n, Array.size_range⟩
def push (xs : Vector α n) (x : α) : Vector α (n + 1) :=
  ⟨xs.toArray.push x, by rw [Array.size_push, xs.size_toArray]⟩
def pop (xs : Vector α n) : Vector α (n - 1) := ⟨xs.toArray.pop, by rw [Array.size_pop, xs.size_toArray]⟩
def set (xs : Vector α n) (i : Nat) (x : α) (h : i < n := by get_elem_tactic) : Vector α n :=
  ⟨xs.toArray.set! i x, by rw [Array.size_set!, xs.size_toArray]⟩
def set! (xs : Vector α n) (i : Nat) (x : α) : Vector α n :=
  ⟨xs.toArray.set! i x, by rw [Array.size_set!, xs.size_toArray]⟩
def setIfInBounds (xs : Vector α n) (i : Nat) (x : α) : Vector α n := xs.set! i x
def append (xs : Vector α n) (ys : Vector α m) : Vector α (n + m) :=
  ⟨xs.toArray ++ ys.toArray, by rw [Array.size_append, xs.size_toArray, ys.size_toArray]⟩
instance : HAppend (Vector α n) (Vector α m) (Vector α (n + m)) := ⟨append⟩
def map (f : α → β) (xs : Vector α n) : Vector β n :=
  ⟨xs.toArray.map f, by rw [Array.size_map, xs.size_toArray]⟩
def zip (xs : Vector α n) (ys : Vector β n) : Vector (α × β) n :=
  ⟨xs.toArray.zip ys.toArray, by rw [Array.size_zip, xs.size_toArray, ys.size_toArray, Nat.min_self]⟩
def zipWith (f : α → β → γ) (xs : Vector α n) (ys : Vector β n) : Vector γ n :=
  (xs.zip ys).map fun (a, b) => f a b
def reverse (xs : Vector α n) : Vector α n :=
  ⟨xs.toArray.reverse, by rw [Array.size_reverse, xs.size_toArray]⟩
@[inline] def foldl (f : β → α → β) (init : β) (xs : Vector α n) : β := xs.toArray.foldl f init
@[inline] def foldr (f : α → β → β) (init : β) (xs : Vector α n) : β := xs.toArray.foldr f init
def sum [Add α] [Zero α] (xs : Vector α n) : α := xs.toArray.sum
def contains [BEq α] (xs : Vector α n) (a : α) : Bool := xs.toArray.contains a
@[inline] def any (xs : Vector α n) (p : α → Bool) : Bool := xs.toArray.any p
@[inline] def all (xs : Vector α n) (p : α → Bool) : Bool := xs.toArray.all p
@[inline] def singleton (v : α) : Vector α 1 := ⟨#[v], rfl⟩
@[inline] def extract (xs : Vector α n) (start : Nat := 0) (stop : Nat :=
    n) : Vector α (min stop n - start) :=
  ⟨xs.toArray.extract start stop, by rw [Array.size_extract, xs.size_toArray]⟩
@[inline] def take (xs : Vector α n) (i : Nat) : Vector α (min i n) :=
  ⟨xs.toArray.take i, by
    show (xs.toArray.toList.take i).length = _
    rw [List.length_take]; exact congrArg _ xs.size_toArray⟩
@[inline] def drop (xs : Vector α n) (i : Nat) : Vector α (n - i) :=
  ⟨xs.toArray.extract i, by rw [Array.size_extract, xs.size_toArray, Nat.min_self]⟩
@[inline] def tail (xs : Vector α n) : Vector α (n - 1) := xs.drop 1
@[inline] def back? (xs : Vector α n) : Option α := xs.toArray.back?
@[inline] def find? (xs : Vector α n) (p : α → Bool) : Option α := xs.toArray.find? p
@[inline] def zipIdx (xs : Vector α n) (k : Nat := 0) : Vector (α × Nat) n := .ofFn fun i => (xs.get i, k + i)
@[inline] def foldlM {m : Type u₁ → Type u₂} [Monad m] {β : Type u₁} (f : β → α → m β) (b : β)
    (xs : Vector α n) : m β := xs.toArray.foldlM f b
/-- The results of an action on each element. -/
def mapM {m : Type u₁ → Type u₂} [Monad m] {β : Type u₁} (f : α → m β) (xs : Vector α n) : m (Vector β n) :=
  go n (Nat.le_refl n)
where
  go : (i : Nat) → i ≤ n → m (Vector β i)
  | 0, _ => pure empty
  | i + 1, h => do
    let done ← go i (Nat.le_of_succ_le h)
    return done.push (← f (xs.get ⟨i, h⟩))
instance : Membership α (Vector α n) := ⟨fun xs a => a ∈ xs.toArray⟩
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Vector α n) α := ⟨fun xs b f => forIn xs.toArray b f⟩
end Vector
def Array.toVector {α : Type u} (xs : Array α) : Vector α xs.size := ⟨xs, rfl⟩
