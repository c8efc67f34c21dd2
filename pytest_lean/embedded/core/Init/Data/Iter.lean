module
prelude
public import Init.Data.Array.More
public import Init.Data.Ord
/-!
`Std.Iter`: what `xs.iter`, `s.chars` and `s.split p` give. Here an iterator is the list of what it
yields, so each of its functions is one of lists, and there are no infinite ones.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

namespace Std

/-- An iterator that yields the elements of a list. -/
structure Iter (β : Type u) where
  ofList ::
  toList : List β

namespace Iter
variable {β : Type u} {γ : Type v} {it : Iter β}

/-! ## Consumers -/

@[inline] def toArray (it : Iter β) : Array β := it.toList.toArray
@[inline] def toListRev (it : Iter β) : List β := it.toList.reverse
@[inline] def fold (f : γ → β → γ) (init : γ) (it : Iter β) : γ := it.toList.foldl f init
@[inline]
def foldM {m : Type v → Type w} [Monad m] (f : γ → β → m γ) (init : γ) (it : Iter β) : m γ :=
  it.toList.foldlM f init
@[inline] def any (p : β → Bool) (it : Iter β) : Bool := it.toList.any p
@[inline] def all (p : β → Bool) (it : Iter β) : Bool := it.toList.all p
@[inline] def find? (it : Iter β) (p : β → Bool) : Option β := it.toList.find? p
@[inline] def findSome? (it : Iter β) (f : β → Option γ) : Option γ := it.toList.findSome? f
@[inline] def first? (it : Iter β) : Option β := it.toList.head?
@[inline] def isEmpty (it : Iter β) : Bool := it.toList.isEmpty
@[inline] def length (it : Iter β) : Nat := it.toList.length
@[inline] def count (it : Iter β) : Nat := it.length
@[inline] def sum [Add β] [Zero β] (it : Iter β) : β := it.toList.sum
@[inline] def atIdxSlow? (n : Nat) (it : Iter β) : Option β := it.toList[n]?
@[inline] def atIdx? (n : Nat) (it : Iter β) : Option β := it.toList[n]?
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Iter β) β := ⟨fun it b f => forIn it.toList b f⟩
instance {m : Type u₁ → Type u₂} [Monad m] : ForM m (Iter β) β := ⟨fun it f => it.toList.forM f⟩

/-! ## Combinators -/

@[inline] def map (f : β → γ) (it : Iter β) : Iter γ := ⟨it.toList.map f⟩
@[inline] def filter (p : β → Bool) (it : Iter β) : Iter β := ⟨it.toList.filter p⟩
@[inline] def filterMap (f : β → Option γ) (it : Iter β) : Iter γ := ⟨it.toList.filterMap f⟩
@[inline] def flatMap (f : β → Iter γ) (it : Iter β) : Iter γ := ⟨it.toList.flatMap fun b => (f b).toList⟩
@[inline] def take (n : Nat) (it : Iter β) : Iter β := ⟨it.toList.take n⟩
@[inline] def drop (n : Nat) (it : Iter β) : Iter β := ⟨it.toList.drop n⟩
@[inline] def takeWhile (p : β → Bool) (it : Iter β) : Iter β := ⟨it.toList.takeWhile p⟩
@[inline] def dropWhile (p : β → Bool) (it : Iter β) : Iter β := ⟨it.toList.dropWhile p⟩
@[inline] def zip (left : Iter β) (right : Iter γ) : Iter (β × γ) := ⟨left.toList.zip right.toList⟩
@[inline] def append (a b : Iter β) : Iter β := ⟨a.toList ++ b.toList⟩
instance : Append (Iter β) := ⟨append⟩
/-- All iterators end here. -/
@[inline] def ensureTermination (it : Iter β) : Iter β := it
@[inline] def allowNontermination (it : Iter β) : Iter β := it

/-! ## What a combinator yields -/

@[simp] theorem toList_toArray : it.toArray.toList = it.toList := rfl
@[simp] theorem toArray_toList : it.toList.toArray = it.toArray := rfl
theorem toListRev_eq : it.toListRev = it.toList.reverse := rfl
@[simp] theorem toList_map {f : β → γ} : (it.map f).toList = it.toList.map f := rfl
@[simp] theorem toArray_map {f : β → γ} : (it.map f).toArray = it.toArray.map f := rfl
@[simp] theorem toList_filter {p : β → Bool} : (it.filter p).toList = it.toList.filter p := rfl
@[simp] theorem toArray_filter {p : β → Bool} : (it.filter p).toArray = it.toArray.filter p :=
  Array.ext' (by rw [Array.toList_filter]; rfl)
@[simp] theorem toList_filterMap {f : β → Option γ} : (it.filterMap f).toList = it.toList.filterMap f := rfl
@[simp] theorem toList_take {n : Nat} : (it.take n).toList = it.toList.take n := rfl
@[simp] theorem toList_drop {n : Nat} : (it.drop n).toList = it.toList.drop n := rfl
@[simp] theorem toList_takeWhile {p : β → Bool} : (it.takeWhile p).toList = it.toList.takeWhile p := rfl
@[simp] theorem toList_dropWhile {p : β → Bool} : (it.dropWhile p).toList = it.toList.dropWhile p := rfl
@[simp] theorem toList_zip {right : Iter γ} : (it.zip right).toList = it.toList.zip right.toList := rfl
theorem foldl_toList {f : γ → β → γ} {init : γ} : it.toList.foldl f init = it.fold f init := rfl
theorem fold_eq_foldl {f : γ → β → γ} {init : γ} : it.fold f init = it.toList.foldl f init := rfl
@[simp] theorem all_toList {p : β → Bool} : it.toList.all p = it.all p := rfl
@[simp] theorem any_toList {p : β → Bool} : it.toList.any p = it.any p := rfl
@[simp] theorem length_toList_eq_length : it.toList.length = it.length := rfl
@[simp] theorem size_toArray_eq_length : it.toArray.size = it.length := rfl
@[simp] theorem sum_toList [Add β] [Zero β] : it.toList.sum = it.sum := rfl
/-- The slices as strings, which they are here. -/
def toStringList (it : Iter String) : List String := it.toList
end Iter

/-- An iterator whose steps are actions; one that gives `none` yields nothing. -/
structure IterM (m : Type u → Type w) (β : Type u) where
  ofSteps ::
  steps : List (m (Option β))
namespace IterM
variable {m : Type u → Type w} [Monad m] {β γ : Type u}
@[inline] def mapM (f : β → m γ) (it : IterM m β) : IterM m γ :=
  ⟨it.steps.map fun step => do match ← step with
    | some b => return some (← f b)
    | none => return none⟩
@[inline] def filterMapM (f : β → m (Option γ)) (it : IterM m β) : IterM m γ :=
  ⟨it.steps.map fun step => do match ← step with
    | some b => f b
    | none => return none⟩
@[inline] def map (f : β → γ) (it : IterM m β) : IterM m γ := it.mapM fun b => pure (f b)
@[inline] def filterMap (f : β → Option γ) (it : IterM m β) : IterM m γ := it.filterMapM fun b => pure (f b)
@[inline] def filter (p : β → Bool) (it : IterM m β) : IterM m β :=
  it.filterMap fun b => if p b then some b else none
/-- Takes the steps one after the other. -/
@[inline] def foldM (f : γ → β → m γ) (init : γ) (it : IterM m β) : m γ :=
  it.steps.foldlM (fun c step => do match ← step with
    | some b => f c b
    | none => return c) init
@[inline] def fold (f : γ → β → γ) (init : γ) (it : IterM m β) : m γ :=
  it.foldM (fun c b => pure (f c b)) init
@[inline] def toArray (it : IterM m β) : m (Array β) := it.fold Array.push #[]
@[inline] def toList (it : IterM m β) : m (List β) := do return (← it.toArray).toList
@[inline] def drain (it : IterM m β) : m PUnit := it.fold (fun _ _ => ⟨⟩) ⟨⟩
instance : ForIn m (IterM m β) β := ⟨fun it init f => forIn it.steps init fun step c => do match ← step with
  | some b => f b c
  | none => return .yield c⟩
@[inline] def ensureTermination (it : IterM m β) : IterM m β := it
@[inline] def allowNontermination (it : IterM m β) : IterM m β := it
end IterM

namespace Iter
variable {m : Type u → Type w} [Monad m] {β γ : Type u}
@[inline] def mapM (f : β → m γ) (it : Iter β) : IterM m γ := ⟨it.toList.map fun b => some <$> f b⟩
@[inline] def filterMapM (f : β → m (Option γ)) (it : Iter β) : IterM m γ := ⟨it.toList.map f⟩
end Iter
end Std

variable {α : Type u}
/-- Yields the elements from the first on. -/
@[inline] def List.iter (l : List α) : Std.Iter α := ⟨l⟩
@[inline] def Array.iter (xs : Array α) : Std.Iter α := ⟨xs.toList⟩
@[inline] def Subarray.iter (s : Subarray α) : Std.Iter α := ⟨s.toList⟩
@[simp] theorem List.toList_iter {l : List α} : l.iter.toList = l := rfl
@[simp] theorem List.toArray_iter {l : List α} : l.iter.toArray = l.toArray := rfl
@[simp] theorem Array.toList_iter {xs : Array α} : xs.iter.toList = xs.toList := rfl
@[simp] theorem Array.toArray_iter {xs : Array α} : xs.iter.toArray = xs := rfl
