module
prelude
public import Init.Data.List.Basic
/-!
Arrays: an array is its list of elements, and every function is defined through it; the runtime's own
functions compute the same. What takes `start` and `stop` runs over the extract between them, which is the
array itself by default. The lemmas are in `Init.Data.Array.Lemmas`.
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
@[inline] def filter (p : α → Bool) (as : Array α) (start := 0) (stop := as.size) : Array α :=
  ⟨(as.extract start stop).toList.filter p⟩
@[inline] def filterMap (f : α → Option β) (as : Array α) (start := 0) (stop := as.size) : Array β :=
  ⟨(as.extract start stop).toList.filterMap f⟩
@[inline] def flatMap (f : α → Array β) (xs : Array α) : Array β := ⟨xs.toList.flatMap fun a => (f a).toList⟩
@[inline] def foldl {α : Type u} {β : Type v} (f : β → α → β) (init : β) (as : Array α) (start := 0)
    (stop := as.size) : β := (as.extract start stop).toList.foldl f init
/-- The elements below `start` and from `stop` on, taken from the last one. -/
@[inline] def foldr {α : Type u} {β : Type v} (f : α → β → β) (init : β) (as : Array α) (start := as.size)
    (stop := 0) : β := (as.extract stop start).toList.foldr f init
@[inline] def any (as : Array α) (p : α → Bool) (start := 0) (stop := as.size) : Bool :=
  (as.extract start stop).toList.any p
@[inline] def all (as : Array α) (p : α → Bool) (start := 0) (stop := as.size) : Bool :=
  (as.extract start stop).toList.all p
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
def forM {α : Type u} {m : Type v → Type w} [Monad m] (f : α → m PUnit) (as : Array α) (start := 0)
    (stop := as.size) : m PUnit := (as.extract start stop).toList.forM f
instance instForM {m : Type u → Type v} [Monad m] {α : Type w} : ForM m (Array α) α := ⟨fun xs f => xs.forM f⟩
def mapM {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : α → m β) (xs : Array α) :
    m (Array β) := do let l ← xs.toList.mapM f; pure ⟨l⟩
def foldlM {α : Type u} {β : Type v} {m : Type v → Type w} [Monad m] (f : β → α → m β) (init : β)
    (as : Array α) (start := 0) (stop := as.size) : m β := (as.extract start stop).toList.foldlM f init
instance instFunctor : Functor Array := { map := map }

/-! ## Equality -/

theorem extractList_length : ∀ l : List α, extractList 0 l.length l = l
  | [] => rfl
  | _ :: l => congrArg _ (extractList_length l)
@[simp] theorem extract_size {as : Array α} : as.extract 0 as.size = as := congrArg mk (extractList_length _)
theorem ext_toList_aux : {a b : Array α} → a.toList = b.toList → a = b
  | ⟨_⟩, ⟨_⟩, rfl => rfl
instance instDecidableEq [DecidableEq α] : DecidableEq (Array α) := fun a b =>
  match decEq a.toList b.toList with
  | isTrue h => isTrue (ext_toList_aux h)
  | isFalse h => isFalse fun e => h (congrArg toList e)
instance instBEq [BEq α] : BEq (Array α) := ⟨fun a b => a.toList == b.toList⟩
end Array
