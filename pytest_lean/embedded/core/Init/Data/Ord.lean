module
prelude
public import Init.Data.Option
public import Init.Data.UInt
/-!
Comparison (`Ordering`, `Ord`, `compare`) and hashing (`Hashable`): the classes and the instances of the
basic types.
-/

@[expose] public section

set_option linter.all false

universe u v w

/-! ## Ordering -/

deriving instance DecidableEq, Inhabited for Ordering

namespace Ordering
def swap : Ordering → Ordering
  | .lt => .gt
  | .eq => .eq
  | .gt => .lt
@[macro_inline] def «then» (a b : Ordering) : Ordering :=
  match a with
  | .eq => b
  | a => a
def isLE : Ordering → Bool
  | .gt => false
  | _ => true
def isLT : Ordering → Bool
  | .lt => true
  | _ => false
def isGT : Ordering → Bool
  | .gt => true
  | _ => false
def isGE : Ordering → Bool
  | .lt => false
  | _ => true
def isEq : Ordering → Bool
  | .eq => true
  | _ => false
def isNe : Ordering → Bool
  | .eq => false
  | _ => true
@[simp] theorem swap_swap {o : Ordering} : o.swap.swap = o := by cases o <;> rfl
@[simp] theorem eq_then {o : Ordering} : Ordering.eq.then o = o := rfl
@[simp] theorem lt_then {o : Ordering} : Ordering.lt.then o = .lt := rfl
@[simp] theorem gt_then {o : Ordering} : Ordering.gt.then o = .gt := rfl
end Ordering

/-! ## Ord -/

class Ord (α : Type u) where
  compare : α → α → Ordering
export Ord (compare)

@[inline]
def compareOfLessAndEq {α : Type u} (x y : α) [LT α] [Decidable (x < y)] [DecidableEq α] : Ordering :=
  if x < y then .lt else if x = y then .eq else .gt
@[inline] def compareOfLessAndBEq {α : Type u} (x y : α) [LT α] [Decidable (x < y)] [BEq α] : Ordering :=
  if x < y then .lt else if x == y then .eq else .gt
@[inline] def compareLex {α : Type u} {β : Type v} (cmp₁ cmp₂ : α → β → Ordering) (a : α) (b : β) :
    Ordering := (cmp₁ a b).then (cmp₂ a b)
@[inline] def compareOn {α : Type u} {β : Type v} [ord : Ord β] (f : α → β) (x y : α) : Ordering :=
  compare (f x) (f y)

instance instOrdNat : Ord Nat := ⟨fun n m => compareOfLessAndEq n m⟩
instance instOrdInt : Ord Int := ⟨fun n m => compareOfLessAndEq n m⟩
instance instOrdBool : Ord Bool := ⟨fun | false, true => .lt | true, false => .gt | _, _ => .eq⟩
instance instOrdFin (n : Nat) : Ord (Fin n) := ⟨fun x y => compare x.val y.val⟩
instance instOrdChar : Ord Char := ⟨fun x y => compare x.toNat y.toNat⟩
instance instOrdUInt8 : Ord UInt8 := ⟨fun x y => compare x.toNat y.toNat⟩
instance instOrdUInt16 : Ord UInt16 := ⟨fun x y => compare x.toNat y.toNat⟩
instance instOrdUInt32 : Ord UInt32 := ⟨fun x y => compare x.toNat y.toNat⟩
instance instOrdUInt64 : Ord UInt64 := ⟨fun x y => compare x.toNat y.toNat⟩
instance instOrdUnit : Ord Unit := ⟨fun _ _ => .eq⟩
def List.compareAux {α : Type u} [Ord α] : List α → List α → Ordering
  | [], [] => .eq
  | [], _ :: _ => .lt
  | _ :: _, [] => .gt
  | a :: as, b :: bs => (compare a b).then (compareAux as bs)
instance List.instOrd {α : Type u} [Ord α] : Ord (List α) := ⟨List.compareAux⟩
instance Array.instOrd {α : Type u} [Ord α] : Ord (Array α) := ⟨fun a b => compare a.toList b.toList⟩
instance String.instOrd : Ord String := ⟨fun s t => compare s.toList t.toList⟩
instance instOrdOption {α : Type u} [Ord α] : Ord (Option α) :=
  ⟨fun | none, none => .eq | none, some _ => .lt | some _, none => .gt | some a, some b => compare a b⟩
def Ordering.rank : Ordering → Nat
  | .lt => 0
  | .eq => 1
  | .gt => 2
instance instOrdOrdering : Ord Ordering := ⟨fun a b => compare a.rank b.rank⟩
@[reducible] def lexOrd {α : Type u} {β : Type v} [Ord α] [Ord β] : Ord (α × β) :=
  ⟨compareLex (compareOn (·.1)) (compareOn (·.2))⟩
instance instOrdProd {α : Type u} {β : Type v} [Ord α] [Ord β] : Ord (α × β) := lexOrd
namespace Ord
@[reducible] protected def opposite {α : Type u} (ord : Ord α) : Ord α := ⟨fun x y => ord.compare y x⟩
@[reducible] def toBEq {α : Type u} (ord : Ord α) : BEq α := ⟨fun x y => ord.compare x y == .eq⟩
end Ord
@[reducible] def ltOfOrd {α : Type u} [Ord α] : LT α := ⟨fun a b => compare a b = .lt⟩
@[reducible] def leOfOrd {α : Type u} [Ord α] : LE α := ⟨fun a b => (compare a b).isLE = true⟩
instance instDecidableRelLtOfOrd {α : Type u} [Ord α] : DecidableRel (@LT.lt α ltOfOrd) :=
  fun a b => inferInstanceAs (Decidable (compare a b = .lt))
instance instDecidableRelLeOfOrd {α : Type u} [Ord α] : DecidableRel (@LE.le α leOfOrd) :=
  fun a b => inferInstanceAs (Decidable ((compare a b).isLE = true))
@[reducible] def maxOfLe {α : Type u} [LE α] [DecidableRel (· ≤ · : α → α → Prop)] : Max α :=
  ⟨fun x y => if x ≤ y then y else x⟩
@[reducible] def minOfLe {α : Type u} [LE α] [DecidableRel (· ≤ · : α → α → Prop)] : Min α :=
  ⟨fun x y => if x ≤ y then x else y⟩

/-! ## Hashable -/

instance instHashableNat : Hashable Nat := ⟨fun n => UInt64.ofNat n⟩
instance instHashableInt : Hashable Int :=
  ⟨fun | .ofNat n => UInt64.ofNat (2 * n) | .negSucc n => UInt64.ofNat (2 * n + 1)⟩
instance instHashableBool : Hashable Bool := ⟨fun | true => 11 | false => 13⟩
instance instHashableUnit : Hashable PUnit := ⟨fun _ => 11⟩
instance instHashableString : Hashable String := ⟨String.hash⟩
instance instHashableChar : Hashable Char := ⟨fun c => UInt64.ofNat c.toNat⟩
instance instHashableFin {n : Nat} : Hashable (Fin n) := ⟨fun i => hash i.val⟩
instance instHashableUInt64 : Hashable UInt64 := ⟨fun n => n⟩
instance instHashableOption {α : Type u} [Hashable α] : Hashable (Option α) :=
  ⟨fun | none => 11 | some a => mixHash (hash a) 13⟩
instance instHashableProd {α : Type u} {β : Type v} [Hashable α] [Hashable β] : Hashable (α × β) :=
  ⟨fun (a, b) => mixHash (hash a) (hash b)⟩
def List.hashFrom {α : Type u} [Hashable α] (r : UInt64) : List α → UInt64
  | [] => r
  | a :: as => hashFrom (mixHash r (hash a)) as
instance instHashableList {α : Type u} [Hashable α] : Hashable (List α) := ⟨List.hashFrom 7⟩
instance instHashableArray {α : Type u} [Hashable α] : Hashable (Array α) := ⟨fun a => hash a.toList⟩
instance instHashableSubtype {α : Type u} {p : α → Prop} [Hashable α] : Hashable (Subtype p) :=
  ⟨fun s => hash s.val⟩
namespace Lean
instance : Hashable Name := ⟨Name.hash⟩
end Lean
