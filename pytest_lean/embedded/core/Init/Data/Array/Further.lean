module
prelude
public import Init.Data.List.Attach
public import Init.Data.Array.More
public import Init.Data.Ord
public import Init.System.IO
/-!
Arrays and slices: further functions, the order by first difference, and the decisions about it.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Array
variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## Changing -/

@[inline] def swapAt! (xs : Array α) (i : Nat) (v : α) : α × Array α :=
  if h : i < xs.size then xs.swapAt i v h
  else
    have : Inhabited (α × Array α) := ⟨(v, xs)⟩
    panic! ("index " ++ toString i ++ " out of bounds")
@[inline] def modifyM {m : Type u → Type v} [Monad m] (xs : Array α) (i : Nat) (f : α → m α) : m (Array α) :=
  if h : i < xs.size then do return xs.set i (← f xs[i]) h else pure xs
def popWhile (p : α → Bool) (as : Array α) : Array α := ⟨(as.toList.reverse.dropWhile p).reverse⟩
def replace [BEq α] (xs : Array α) (a b : α) : Array α := ⟨xs.toList.replace a b⟩
def eraseP (as : Array α) (p : α → Bool) : Array α := ⟨as.toList.eraseP p⟩
def leftpad (n : Nat) (a : α) (xs : Array α) : Array α := replicate (n - xs.size) a ++ xs
def rightpad (n : Nat) (a : α) (xs : Array α) : Array α := xs ++ replicate (n - xs.size) a

/-! ## Making -/

def range' (start size : Nat) (step : Nat := 1) : Array Nat := ⟨List.range' start size step⟩
def pmap {P : α → Prop} (f : ∀ a, P a → β) (xs : Array α) (H : ∀ a, a ∈ xs → P a) : Array β :=
  ⟨xs.toList.pmap f fun a h => H a ⟨h⟩⟩
@[inline] def reduceOption (as : Array (Option α)) : Array α := as.filterMap id
/-- The elements at even positions. -/
def getEvenElems (as : Array α) : Array α :=
  (as.foldl (init := (true, #[])) fun (even, acc) a => (!even, if even then acc.push a else acc)).2
/-- As long as the longer one; where one has ended, there is `none`. -/
def zipWithAll (f : Option α → Option β → γ) (as : Array α) (bs : Array β) : Array γ :=
  ofFn fun i : Fin (max as.size bs.size) => f as[i.val]? bs[i.val]?
@[specialize] def flatMapM {m : Type v → Type w} [Monad m] (f : α → m (Array β)) (as : Array α) : m
    (Array β) :=
  as.foldlM (init := #[]) fun bs a => do return bs ++ (← f a)
@[inline] def toListRev (as : Array α) : List α := as.toList.reverse
@[inline] def toListAppend (as : Array α) (l : List α) : List α := as.toList ++ l
protected def appendList (as : Array α) (bs : List α) : Array α := ⟨as.toList ++ bs⟩

/-! ## Looking for elements -/

/-- Are all elements different? -/
def allDiff [BEq α] (as : Array α) : Bool := go as.toList
where
  go : List α → Bool
    | [] => true
    | a :: as => as.all (a != ·) && go as
@[inline] def findRev? {α : Type} (p : α → Bool) (as : Array α) : Option α := as.reverse.find? p
@[inline] def findSomeRev? (f : α → Option β) (as : Array α) : Option β := as.reverse.findSome? f
@[inline] def findFinIdx? (p : α → Bool) (as : Array α) : Option (Fin as.size) :=
  let i := as.findIdx p
  if h : i < as.size then some ⟨i, h⟩ else none
@[inline] def finIdxOf? [BEq α] (xs : Array α) (v : α) : Option (Fin xs.size) := xs.findFinIdx? (· == v)
@[specialize] def findSomeM? {m : Type v → Type w} [Monad m] (f : α → m (Option β)) (as : Array α) :
    m (Option β) := go as.toList
where
  go : List α → m (Option β)
    | [] => pure none
    | a :: as => do
      match ← f a with
      | some b => pure (some b)
      | none => go as
@[inline] def findSomeRevM? {m : Type v → Type w} [Monad m] (f : α → m (Option β)) (as : Array α) :
    m (Option β) := as.reverse.findSomeM? f
@[inline] def findM? {α : Type} {m : Type → Type} [Monad m] (p : α → m Bool) (as : Array α) : m (Option α) :=
  as.findSomeM? fun a => do return if ← p a then some a else none
@[inline] def findRevM? {α : Type} {m : Type → Type w} [Monad m] (p : α → m Bool) (as : Array α) :
    m (Option α) := as.findSomeRevM? fun a => do return if ← p a then some a else none
@[inline] def findIdxM? {m : Type → Type w} [Monad m] (p : α → m Bool) (as : Array α) : m (Option Nat) :=
  as.zipIdx.findSomeM? fun (a, i) => do return if ← p a then some i else none
@[inline] def firstM {m : Type v → Type w} [Alternative m] (f : α → m β) (as : Array α) : m β :=
  as.toList.firstM f

/-! ## Order -/

instance instLT [LT α] : LT (Array α) := ⟨fun as bs => as.toList < bs.toList⟩
instance instLE [LT α] : LE (Array α) := ⟨fun as bs => as.toList ≤ bs.toList⟩
instance instDecidableLT [DecidableEq α] [LT α] [DecidableLT α] : DecidableLT (Array α) :=
  fun as bs => inferInstanceAs (Decidable (as.toList < bs.toList))
instance instDecidableLE [DecidableEq α] [LT α] [DecidableLT α] : DecidableLE (Array α) :=
  fun as bs => inferInstanceAs (Decidable (as.toList ≤ bs.toList))
end Array

/-! ## Slices -/

namespace Subarray
variable {α : Type u} {β : Type v}
def empty : Subarray α := (#[] : Array α).toSubarray
instance : EmptyCollection (Subarray α) := ⟨empty⟩
instance : Inhabited (Subarray α) := ⟨empty⟩
/-- Without the first `i` elements. -/
def drop (s : Subarray α) (i : Nat) : Subarray α where
  array := s.array
  start := min (s.start + i) s.stop
  stop := s.stop
  start_le_stop := Nat.min_le_right _ _
  stop_le_array_size := s.stop_le_array_size
/-- At most the first `i` elements. -/
def take (s : Subarray α) (i : Nat) : Subarray α where
  array := s.array
  start := s.start
  stop := min (s.start + i) s.stop
  start_le_stop := Nat.le_min.mpr ⟨Nat.le_add_right _ _, s.start_le_stop⟩
  stop_le_array_size := Nat.le_trans (Nat.min_le_right _ _) s.stop_le_array_size
def split (s : Subarray α) (i : Fin s.size.succ) : Subarray α × Subarray α := (s.take i.val, s.drop i.val)
@[inline] def getD (s : Subarray α) (i : Nat) (v₀ : α) : α := if h : i < s.size then s.get i h else v₀
@[inline] def get! [Inhabited α] (s : Subarray α) (i : Nat) : α := s.getD i default
@[inline] def foldr (f : α → β → β) (init : β) (s : Subarray α) : β := s.toArray.foldr f init
@[inline] def findRev? {α : Type} (s : Subarray α) (p : α → Bool) : Option α := s.toArray.findRev? p
section
variable {m : Type v → Type w} [Monad m]
@[inline] def foldlM (f : β → α → m β) (init : β) (s : Subarray α) : m β := s.toArray.foldlM f init
@[inline] def foldrM (f : α → β → m β) (init : β) (s : Subarray α) : m β := s.toArray.foldrM f init
@[inline] def forM (f : α → m PUnit) (s : Subarray α) : m PUnit := s.toArray.forM f
@[inline] def forRevM (f : α → m PUnit) (s : Subarray α) : m PUnit := s.toArray.forRevM f
end
@[inline] def anyM {m : Type → Type w} [Monad m] (p : α → m Bool) (s : Subarray α) : m Bool :=
  s.toArray.anyM p
@[inline] def allM {m : Type → Type w} [Monad m] (p : α → m Bool) (s : Subarray α) : m Bool :=
  s.toArray.allM p
end Subarray
