module
prelude
public import Init.Data.List.Basic
/-!
Arrays: an array is its list of elements, and every function is defined through it; the runtime's own
functions compute the same. The lemmas are in `Init.Data.Array.Lemmas`.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Array
variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## Size, indexing, membership -/

instance instEmptyCollection : EmptyCollection (Array α) := ⟨Array.empty⟩
structure Mem (as : Array α) (a : α) : Prop where
  val : a ∈ as.toList
instance instMembership : Membership α (Array α) := ⟨Mem⟩
def isEmpty (a : Array α) : Bool := a.size = 0
@[inline] def singleton (v : α) : Array α := #[v]
@[extern "lean_mk_array"] def replicate (n : Nat) (v : α) : Array α := ⟨List.replicate n v⟩
instance instGetElemNatLtSize : GetElem (Array α) Nat α fun xs i => i < xs.size where
  getElem xs i h := xs.getInternal i h
instance instGetElem?NatLtSize : GetElem? (Array α) Nat α fun xs i => i < xs.size where
  getElem? xs i := decidableGetElem? xs i
  getElem! xs i := xs.get!Internal i
def back? (xs : Array α) : Option α := xs[xs.size - 1]?
def back! [Inhabited α] (xs : Array α) : α := xs[xs.size - 1]!

/-! ## Changing elements -/

@[extern "lean_array_set"] def set! (xs : Array α) (i : @& Nat) (v : α) : Array α := ⟨xs.toList.set i v⟩
@[inline] def setIfInBounds (xs : Array α) (i : Nat) (v : α) : Array α :=
  if i < xs.size then xs.set! i v else xs
def set (xs : Array α) (i : Nat) (v : α) (h : i < xs.size := by get_elem_tactic) : Array α := xs.set! i v
def modify (xs : Array α) (i : Nat) (f : α → α) : Array α := ⟨xs.toList.modify i f⟩
@[extern "lean_array_pop"] def pop (xs : Array α) : Array α := ⟨xs.toList.dropLast⟩
def swapIfInBounds (xs : Array α) (i j : Nat) : Array α :=
  match xs[i]?, xs[j]? with
  | some a, some b => (xs.set! i b).set! j a
  | _, _ => xs
def insertIdx! (xs : Array α) (i : Nat) (a : α) : Array α := ⟨xs.toList.insertIdx i a⟩
def eraseIdx! (xs : Array α) (i : Nat) : Array α := ⟨xs.toList.eraseIdx i⟩

/-! ## Joining and cutting -/

protected def append (as bs : Array α) : Array α := ⟨as.toList ++ bs.toList⟩
instance instAppend : Append (Array α) := ⟨Array.append⟩
instance instHAppendList : HAppend (Array α) (List α) (Array α) := ⟨fun as bs => ⟨as.toList ++ bs⟩⟩
def take (xs : Array α) (i : Nat) : Array α := ⟨xs.toList.take i⟩
def drop (xs : Array α) (i : Nat) : Array α := ⟨xs.toList.drop i⟩
def reverse (xs : Array α) : Array α := ⟨xs.toList.reverse⟩
def flatten (xss : Array (Array α)) : Array α := ⟨(xss.toList.map toList).flatten⟩
def range (n : Nat) : Array Nat := ⟨List.range n⟩

/-! ## Mapping, folding, filtering -/

@[inline] def map (f : α → β) (xs : Array α) : Array β := ⟨xs.toList.map f⟩
@[inline] def mapIdx (f : Nat → α → β) (xs : Array α) : Array β := ⟨xs.toList.mapIdx f⟩
@[inline] def filter (p : α → Bool) (xs : Array α) : Array α := ⟨xs.toList.filter p⟩
@[inline] def filterMap (f : α → Option β) (xs : Array α) : Array β := ⟨xs.toList.filterMap f⟩
@[inline] def flatMap (f : α → Array β) (xs : Array α) : Array β := ⟨xs.toList.flatMap fun a => (f a).toList⟩
@[inline] def foldl {β : Type v} (f : β → α → β) (init : β) (xs : Array α) : β := xs.toList.foldl f init
@[inline] def foldr {β : Type v} (f : α → β → β) (init : β) (xs : Array α) : β := xs.toList.foldr f init
@[inline] def any (xs : Array α) (p : α → Bool) : Bool := xs.toList.any p
@[inline] def all (xs : Array α) (p : α → Bool) : Bool := xs.toList.all p
@[inline] def contains [BEq α] (xs : Array α) (a : α) : Bool := xs.toList.elem a
@[inline] def find? (p : α → Bool) (xs : Array α) : Option α := xs.toList.find? p
def findIdx? (p : α → Bool) (xs : Array α) : Option Nat :=
  let i := xs.toList.findIdx p; if i < xs.size then some i else none
def idxOf? [BEq α] (xs : Array α) (a : α) : Option Nat := xs.findIdx? (· == a)
@[inline] def zip (xs : Array α) (ys : Array β) : Array (α × β) := ⟨xs.toList.zip ys.toList⟩
@[inline] def zipWith (f : α → β → γ) (xs : Array α) (ys : Array β) : Array γ :=
  ⟨List.zipWith f xs.toList ys.toList⟩
@[inline] def zipIdx (xs : Array α) (start : Nat := 0) : Array (α × Nat) := ⟨xs.toList.zipIdx start⟩
def sum [Add α] [Zero α] (xs : Array α) : α := xs.toList.sum
/-- A stable sort by `lt`. -/
def qsort (xs : Array α) (lt : α → α → Bool := by exact (· < ·)) : Array α :=
  ⟨xs.toList.mergeSort fun a b => !lt b a⟩
def insertionSort (xs : Array α) (lt : α → α → Bool := by exact (· < ·)) : Array α := xs.qsort lt

/-! ## Loops -/

protected def forIn {m : Type u₁ → Type u₂} [Monad m] {β : Type u₁} (xs : Array α) (b : β)
    (f : α → β → m (ForInStep β)) : m β := List.forIn xs.toList b f
instance instForIn {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Array α) α := ⟨Array.forIn⟩
instance instForIn' {m : Type u₁ → Type u₂} [Monad m] : ForIn' m (Array α) α inferInstance where
  forIn' xs b f := forIn' xs.toList b fun a h b => f a ⟨h⟩ b
def forM {m : Type u → Type v} [Monad m] {α : Type w} (f : α → m PUnit) (xs : Array α) : m PUnit :=
  xs.toList.forM f
instance instForM {m : Type u → Type v} [Monad m] {α : Type w} : ForM m (Array α) α := ⟨fun xs f => xs.forM f⟩
def mapM {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : α → m β) (xs : Array α) :
    m (Array β) := do let l ← xs.toList.mapM f; pure ⟨l⟩
def foldlM {m : Type u → Type v} [Monad m] {s : Type u} {α : Type w} (f : s → α → m s) (init : s)
    (xs : Array α) : m s := xs.toList.foldlM f init
instance instFunctor : Functor Array := { map := map }

/-! ## Equality -/

theorem ext_toList_aux : {a b : Array α} → a.toList = b.toList → a = b
  | ⟨_⟩, ⟨_⟩, rfl => rfl
instance instDecidableEq [DecidableEq α] : DecidableEq (Array α) := fun a b =>
  match decEq a.toList b.toList with
  | isTrue h => isTrue (ext_toList_aux h)
  | isFalse h => isFalse fun e => h (congrArg toList e)
instance instBEq [BEq α] : BEq (Array α) := ⟨fun a b => a.toList == b.toList⟩
end Array
