module
prelude
public import Init.Data.List.Positions
public import Init.Data.Array.Lemmas
public import Init.Tactics.Arithmetic
/-!
Arrays: indices of type `Fin`, further functions, slices, and the lemmas about reading and writing at a
position.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

namespace Array
variable {α : Type u} {β : Type v} {a : α} {xs ys : Array α}

/-! ## Functions -/

instance instGetElemUSize : GetElem (Array α) USize α fun xs i => i.toNat < xs.size :=
  ⟨fun xs i h => xs[i.toNat]⟩
def uget (xs : Array α) (i : USize) (h : i.toNat < xs.size) : α := xs[i.toNat]
@[extern "lean_array_fswap"] def swap (xs : Array α) (i j : @& Nat) (hi : i < xs.size := by get_elem_tactic)
    (hj : j < xs.size := by get_elem_tactic) : Array α := (xs.set! i xs[j]).set! j xs[i]
def swapAt (xs : Array α) (i : Nat) (v : α) (hi : i < xs.size := by get_elem_tactic) : α × Array α :=
  (xs[i], xs.set i v hi)
@[extern "lean_array_uset"] def uset (xs : Array α) (i : USize) (v : α) (h : i.toNat < xs.size) : Array α :=
  xs.set i.toNat v h
@[inline] def back (xs : Array α) (h : 0 < xs.size := by get_elem_tactic) : α := xs[xs.size - 1]'(by omega)
def isEqv (xs ys : Array α) (p : α → α → Bool) : Bool :=
  xs.size == ys.size && (xs.toList.zip ys.toList).all fun (a, b) => p a b
@[inline] def findIdx (p : α → Bool) (xs : Array α) : Nat := xs.toList.findIdx p
@[inline] def idxOf [BEq α] (a : α) (xs : Array α) : Nat := xs.toList.idxOf a
@[inline] def findSome? (f : α → Option β) (xs : Array α) : Option β := xs.toList.findSome? f
@[inline] def count [BEq α] (a : α) (xs : Array α) : Nat := xs.toList.count a
@[inline] def countP (p : α → Bool) (xs : Array α) : Nat := xs.toList.countP p
@[inline] def partition (p : α → Bool) (xs : Array α) : Array α × Array α :=
  (xs.filter p, xs.filter fun a => !p a)
@[inline] def takeWhile (p : α → Bool) (xs : Array α) : Array α := ⟨xs.toList.takeWhile p⟩
def erase [BEq α] (xs : Array α) (a : α) : Array α := ⟨xs.toList.erase a⟩
def eraseIdx (xs : Array α) (i : Nat) (h : i < xs.size := by get_elem_tactic) : Array α :=
  ⟨xs.toList.eraseIdx i⟩
def eraseIdxIfInBounds (xs : Array α) (i : Nat) : Array α := ⟨xs.toList.eraseIdx i⟩
def insertIdx (xs : Array α) (i : Nat) (a : α) (h : i ≤ xs.size := by get_elem_tactic) : Array α :=
  ⟨xs.toList.insertIdx i a⟩
def ofFn {n : Nat} (f : Fin n → α) : Array α := ⟨List.ofFn f⟩
def finRange (n : Nat) : Array (Fin n) := ofFn fun i => i
def eraseReps [BEq α] (xs : Array α) : Array α := xs.foldl (init := #[]) fun acc a =>
  if acc.back? == some a then acc else acc.push a
def isPrefixOf [BEq α] (as bs : Array α) : Bool := as.toList.isPrefixOf bs.toList
def mergeSort (xs : Array α) (le : α → α → Bool := by exact fun a b => a ≤ b) : Array α :=
  ⟨xs.toList.mergeSort le⟩
@[inline] def qsortOrd [ord : Ord α] (xs : Array α) : Array α := xs.qsort fun a b => (compare a b).isLT
def max? [Max α] (xs : Array α) : Option α := xs.toList.max?
def min? [Min α] (xs : Array α) : Option α := xs.toList.min?
protected def max [Max α] (xs : Array α) (h : xs ≠ #[]) : α := xs.toList.max fun e => h (ext_toList_aux e)
protected def min [Min α] (xs : Array α) (h : xs ≠ #[]) : α := xs.toList.min fun e => h (ext_toList_aux e)
/-- Looks for `k` between two positions of an array that `lt` sorts. -/
@[specialize]
def binSearchAux {β : Type v} (lt : α → α → Bool) (found : Option α → β) (xs : Array α) (k : α) :
    (fuel lo hi : Nat) → β
  | 0, _, _ => found none
  | fuel + 1, lo, hi =>
    let mid := (lo + hi) / 2
    match xs[mid]? with
    | none => found none
    | some a =>
      if lt a k then if hi ≤ mid then found none else binSearchAux lt found xs k fuel (mid + 1) hi
      else if lt k a then if mid ≤ lo then found none else binSearchAux lt found xs k fuel lo (mid - 1)
      else found (some a)
@[inline] def binSearch (xs : Array α) (k : α) (lt : α → α → Bool) (lo := 0) (hi := xs.size - 1) : Option α :=
  if lo ≤ hi then binSearchAux lt id xs k (hi + 1 - lo) lo (min hi (xs.size - 1)) else none
@[inline]
def binSearchContains (xs : Array α) (k : α) (lt : α → α → Bool) (lo := 0) (hi := xs.size - 1) : Bool :=
  if lo ≤ hi then binSearchAux lt Option.isSome xs k (hi + 1 - lo) lo (min hi (xs.size - 1)) else false
/-- The greatest element by `lt` between two positions. -/
@[specialize] def getMax? (xs : Array α) (lt : α → α → Bool) : Option α := match xs.toList with
  | [] => none
  | a :: as => some (as.foldl (fun best a => if lt best a then a else best) a)
def unzip (xs : Array (α × β)) : Array α × Array β := (xs.map (·.1), xs.map (·.2))
def shrink (xs : Array α) (n : Nat) : Array α := xs.take n
@[specialize] def filterM {α : Type} {m : Type → Type v} [Monad m] (p : α → m Bool) (as : Array α)
    (start := 0) (stop := as.size) : m (Array α) := do
  return ⟨← (as.extract start stop).toList.filterM p⟩
@[specialize] def filterRevM {α : Type} {m : Type → Type v} [Monad m] (p : α → m Bool) (as : Array α)
    (start := as.size) (stop := 0) : m (Array α) := do
  return ⟨(← (as.extract stop start).toList.reverse.filterM p).reverse⟩
@[specialize] def filterMapM {α : Type u} {β : Type v} {m : Type v → Type w} [Monad m] (f : α → m (Option β))
    (as : Array α) (start := 0) (stop := as.size) : m (Array β) :=
  as.foldlM (start := start) (stop := stop) (init := #[]) fun bs a => do
    match ← f a with
    | some b => pure (bs.push b)
    | none => pure bs
@[specialize] def foldrM {α : Type u} {β : Type v} {m : Type v → Type w} [Monad m] (f : α → β → m β)
    (init : β) (as : Array α) (start := as.size) (stop := 0) : m β :=
  (as.extract stop start).toList.foldrM f init
@[inline] def forRevM {α : Type u} {m : Type v → Type w} [Monad m] (f : α → m PUnit) (as : Array α)
    (start := as.size) (stop := 0) : m PUnit := as.foldrM (fun a _ => f a) ⟨⟩ start stop
@[specialize] def anyM {α : Type u} {m : Type → Type w} [Monad m] (p : α → m Bool) (as : Array α) (start := 0)
    (stop := as.size) : m Bool := (as.extract start stop).toList.anyM p
@[specialize] def allM {α : Type u} {m : Type → Type w} [Monad m] (p : α → m Bool) (as : Array α) (start := 0)
    (stop := as.size) : m Bool := (as.extract start stop).toList.allM p
def mapIdxM {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : Nat → α → m β) (xs : Array α) :
    m (Array β) :=
  xs.zipIdx.mapM fun (a, i) => f i a
@[inline] def mapFinIdx (xs : Array α) (f : (i : Nat) → α → i < xs.size → β) : Array β :=
  ofFn fun i : Fin xs.size => f i.val xs[i.val] i.isLt

/-! ## Lemmas -/

section
variable {as bs : Array α} {start start' stop stop' : Nat} {m : Type v → Type w} [Monad m]
@[congr] theorem foldrM_congr (h₀ : as = bs) {f g : α → β → m β} (h₁ : f = g) {a b : β} (h₂ : a = b)
    (h₃ : start = start') (h₄ : stop = stop') : as.foldrM f a start stop = bs.foldrM g b start' stop' := by
  subst h₀ h₁ h₂ h₃ h₄; rfl
@[congr] theorem anyM_congr {m : Type → Type w} [Monad m] (w : as = bs) {p q : α → m Bool}
    (h : ∀ a, p a = q a) (wstart : start = start') (wstop : stop = stop') :
    as.anyM p start stop = bs.anyM q start' stop' := by
  have h := funext h; subst w h wstart wstop; rfl
@[congr] theorem allM_congr {m : Type → Type w} [Monad m] (w : as = bs) {p q : α → m Bool}
    (h : ∀ a, p a = q a) (wstart : start = start') (wstop : stop = stop') :
    as.allM p start stop = bs.allM q start' stop' := by
  have h := funext h; subst w h wstart wstop; rfl
end
@[ext] theorem ext {xs ys : Array α} (h₁ : xs.size = ys.size)
    (h₂ : ∀ (i : Nat) (hi₁ : i < xs.size) (hi₂ : i < ys.size), xs[i] = ys[i]) : xs = ys :=
  ext' (List.ext_getElem h₁ h₂)
@[simp] theorem getElem_mem {xs : Array α} {i : Nat} (h : i < xs.size) : xs[i] ∈ xs := ⟨List.getElem_mem h⟩
theorem getElem_set_self {xs : Array α} {i : Nat} (h : i < xs.size) {v : α} :
    (xs.set i v h)[i]'(by simp [h]) = v :=
  List.getElem_set_self (by simpa using h)
attribute [simp] getElem_set_self
theorem getElem_set_ne {xs : Array α} {i : Nat} (h' : i < xs.size) {v : α} {j : Nat} (pj : j < xs.size)
    (h : i ≠ j) :
    (xs.set i v h')[j]'(by simp [pj]) = xs[j] := List.getElem_set_ne h _
theorem getElem_push_lt {xs : Array α} {x : α} {i : Nat} (h : i < xs.size) :
    (xs.push x)[i]'(by simp; omega) = xs[i] :=
  List.getElem_append_left h
theorem getElem_push_eq {xs : Array α} {x : α} : (xs.push x)[xs.size]'(by simp) = x := by
  have h : (xs.toList ++ [x])[xs.toList.length]? = some x := by
    rw [List.getElem?_append_right (Nat.le_refl _), Nat.sub_self]; rfl
  have h' := List.getElem?_eq_getElem (l := xs.toList ++ [x]) (i := xs.toList.length) (by simp)
  exact Option.some.inj (h'.symm.trans h)
@[simp] theorem getElem_push_eq' {xs : Array α} {x : α} : (xs.push x)[xs.size]'(by simp) = x :=
  getElem_push_eq
theorem getElem_push {xs : Array α} {x : α} {i : Nat} (h : i < (xs.push x).size) :
    (xs.push x)[i] = if h : i < xs.size then xs[i] else x := by
  by_cases hi : i < xs.size
  · rw [dif_pos hi]; exact getElem_push_lt hi
  · rw [dif_neg hi]
    have e : i = xs.size := by rw [size_push] at h; omega
    subst e; exact getElem_push_eq
theorem getElem!_eq_getD [Inhabited α] {xs : Array α} {i : Nat} : xs[i]! = xs.getD i default := rfl
@[simp] theorem getElem_map {f : α → β} {xs : Array α} {i : Nat} (h : i < (xs.map f).size) :
    (xs.map f)[i] = f (xs[i]'(by simpa using h)) := List.getElem_map
theorem extractList_eq (l : List α) : ∀ n k, extractList n k l = (l.drop n).take k := by
  induction l with
  | nil => intro n k; simp [extractList]
  | cons a l ih =>
    intro n k
    match n, k with
    | n + 1, k => simp only [extractList, List.drop_succ_cons, ih]
    | 0, 0 => rfl
    | 0, k + 1 => simp only [extractList, ih, List.drop_zero, List.take_succ_cons]
theorem toList_extract_ {as : Array α} {start stop : Nat} :
    (as.extract start stop).toList = (as.toList.drop start).take (stop - start) := extractList_eq ..
@[simp] theorem size_extract {xs : Array α} {start stop : Nat} :
    (xs.extract start stop).size = min stop xs.size - start := by
  show (xs.extract start stop).toList.length = min stop xs.toList.length - start
  rw [toList_extract_, List.length_take, List.length_drop]; omega
@[simp] theorem size_pop {xs : Array α} : xs.pop.size = xs.size - 1 := List.length_dropLast
@[simp] theorem size_swap {xs : Array α} {i j : Nat} {hi hj} : (xs.swap i j hi hj).size = xs.size := by
  show ((xs.set! i xs[j]).set! j xs[i]).size = _
  simp
@[simp] theorem size_ofFn {n : Nat} {f : Fin n → α} : (ofFn f).size = n := by
  show (List.ofFn.go f n (Nat.le_refl n) []).length = n
  suffices h : ∀ (i : Nat) (hi : i ≤ n) (acc : List α), (List.ofFn.go f i hi acc).length = i + acc.length by
    rw [h]; rfl
  intro i
  induction i with
  | zero => intro _ acc; exact (Nat.zero_add _).symm
  | succ i ih => intro hi acc; show (List.ofFn.go f i _ (_ :: acc)).length = _; rw [ih]; simp; omega
@[simp] theorem size_zip {xs : Array α} {ys : Array β} : (xs.zip ys).size = min xs.size ys.size :=
  List.length_zip
theorem size_filter_le {p : α → Bool} {xs : Array α} : (xs.filter p).size ≤ xs.size := by
  rw [size_eq_length_toList, toList_filter]; exact List.length_filter_le _ _
@[simp] theorem foldl_push_eq_append {bs : Array β} {f : α → β} {stop : Nat} (w : stop = xs.size) :
    xs.foldl (fun acc a => acc.push (f a)) bs 0 stop = bs ++ xs.map f := by
  subst w
  apply ext'
  rw [← foldl_toList, toList_append, toList_map]
  generalize xs.toList = l
  induction l generalizing bs with
  | nil => simp
  | cons a l ih => simp [ih]
theorem isEmpty_iff {xs : Array α} : xs.isEmpty = true ↔ xs = #[] := by
  unfold isEmpty
  rw [decide_eq_true_eq]
  exact ⟨fun h => ext' (List.eq_nil_of_length_eq_zero h), fun h => h ▸ rfl⟩
@[simp] theorem size_eq_zero_iff {xs : Array α} : xs.size = 0 ↔ xs = #[] :=
  ⟨fun h => ext' (List.eq_nil_of_length_eq_zero h), fun h => h ▸ rfl⟩

end Array

/-! ## Slices -/

/-- The part of an array between two positions. -/
structure Subarray (α : Type u) where
  array : Array α
  start : Nat
  stop : Nat
  start_le_stop : start ≤ stop
  stop_le_array_size : stop ≤ array.size

def Array.toSubarray {α : Type u} (as : Array α) (start : Nat := 0) (stop : Nat := as.size) : Subarray α :=
  let e := min stop as.size
  ⟨as, min start e, e, Nat.min_le_right _ _, Nat.min_le_right _ _⟩
/-- The part between two positions as an array of its own. -/
def Array.ofSubarray {α : Type u} (s : Subarray α) : Array α := (s.array.take s.stop).drop s.start

namespace Subarray
variable {α : Type u} {β : Type v}
def size (s : Subarray α) : Nat := s.stop - s.start
def toArray (s : Subarray α) : Array α := Array.ofSubarray s
def toList (s : Subarray α) : List α := s.toArray.toList
@[inline] protected def get (s : Subarray α) (i : Nat) (h : i < s.size) : α :=
  s.array[s.start + i]'(by have := s.stop_le_array_size; unfold size at h; omega)
instance : GetElem (Subarray α) Nat α fun s i => i < s.size := ⟨fun s i h => s.get i h⟩
instance : GetElem? (Subarray α) Nat α fun s i => i < s.size where
  getElem? s i := if h : i < s.size then some (s.get i h) else none
  getElem! s i := s.toArray[i]!
@[inline] def foldl (f : β → α → β) (init : β) (s : Subarray α) : β := s.toArray.foldl f init
@[inline] def all (p : α → Bool) (s : Subarray α) : Bool := s.toArray.all p
@[inline] def any (p : α → Bool) (s : Subarray α) : Bool := s.toArray.any p
def popFront (s : Subarray α) : Subarray α :=
  if h : s.start < s.stop then { s with start := s.start + 1, start_le_stop := h } else s
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (Subarray α) α := ⟨fun s b f => forIn s.toArray b f⟩
instance [Repr α] : Repr (Subarray α) := ⟨fun s _ => repr s.toArray ++ Std.Format.text ".toSubarray"⟩
instance [ToString α] : ToString (Subarray α) := ⟨fun s => toString s.toArray⟩
end Subarray
instance {α : Type u} : Coe (Subarray α) (Array α) := ⟨Array.ofSubarray⟩
instance {α : Type u} : Append (Subarray α) := ⟨fun a b => (a.toArray ++ b.toArray).toSubarray⟩
