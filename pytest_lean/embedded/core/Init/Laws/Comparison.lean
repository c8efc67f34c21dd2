module
prelude
public import Init.Data.DotRange
public import Init.Data.SInt
public import Init.Laws.More
/-!
Comparisons that are orders: the classes that say so (`Std.TransCmp` and its kin), and the instances of the
basic types.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Ordering
@[simp] theorem isLT_lt : Ordering.lt.isLT = true := rfl
@[simp] theorem isLT_eq : Ordering.eq.isLT = false := rfl
@[simp] theorem isLT_gt : Ordering.gt.isLT = false := rfl
@[simp] theorem isLE_lt : Ordering.lt.isLE = true := rfl
@[simp] theorem isLE_eq : Ordering.eq.isLE = true := rfl
@[simp] theorem isLE_gt : Ordering.gt.isLE = false := rfl
@[simp] theorem isEq_lt : Ordering.lt.isEq = false := rfl
@[simp] theorem isEq_eq : Ordering.eq.isEq = true := rfl
@[simp] theorem isEq_gt : Ordering.gt.isEq = false := rfl
@[simp] theorem isNe_lt : Ordering.lt.isNe = true := rfl
@[simp] theorem isNe_eq : Ordering.eq.isNe = false := rfl
@[simp] theorem isNe_gt : Ordering.gt.isNe = true := rfl
@[simp] theorem isGE_lt : Ordering.lt.isGE = false := rfl
@[simp] theorem isGE_eq : Ordering.eq.isGE = true := rfl
@[simp] theorem isGE_gt : Ordering.gt.isGE = true := rfl
@[simp] theorem isGT_lt : Ordering.lt.isGT = false := rfl
@[simp] theorem isGT_eq : Ordering.eq.isGT = false := rfl
@[simp] theorem isGT_gt : Ordering.gt.isGT = true := rfl
theorem isLE_iff_ne_gt {o : Ordering} : o.isLE ↔ o ≠ .gt := by cases o <;> decide
@[simp] theorem isLT_iff_eq_lt {o : Ordering} : o.isLT ↔ o = .lt := by cases o <;> decide
@[simp] theorem isGT_iff_eq_gt {o : Ordering} : o.isGT ↔ o = .gt := by cases o <;> decide
@[simp] theorem isEq_iff_eq_eq {o : Ordering} : o.isEq ↔ o = .eq := by cases o <;> decide
end Ordering

namespace Std
variable {α : Type u} {β : Type v}

class ReflCmp (cmp : α → α → Ordering) : Prop where
  compare_self {a : α} : cmp a a = .eq
abbrev ReflOrd (α : Type u) [Ord α] : Prop := ReflCmp (compare : α → α → Ordering)
export ReflCmp (compare_self)
/-- `compare_self` for the simplifier: on any comparison it would be tried on every term. -/
@[simp] theorem compare_self_ord [Ord α] [ReflOrd α] {a : α} : compare a a = .eq :=
  compare_self (cmp := compare)
class OrientedCmp (cmp : α → α → Ordering) : Prop where
  eq_swap {a b : α} : cmp a b = (cmp b a).swap
abbrev OrientedOrd (α : Type u) [Ord α] : Prop := OrientedCmp (compare : α → α → Ordering)
class TransCmp (cmp : α → α → Ordering) : Prop extends OrientedCmp cmp where
  isLE_trans {a b c : α} : (cmp a b).isLE → (cmp b c).isLE → (cmp a c).isLE
abbrev TransOrd (α : Type u) [Ord α] : Prop := TransCmp (compare : α → α → Ordering)
class LawfulEqCmp (cmp : α → α → Ordering) : Prop extends ReflCmp cmp where
  eq_of_compare {a b : α} : cmp a b = .eq → a = b
abbrev LawfulEqOrd (α : Type u) [Ord α] : Prop := LawfulEqCmp (compare : α → α → Ordering)

variable {cmp : α → α → Ordering} {a b c : α}

namespace OrientedCmp
instance [OrientedCmp cmp] : ReflCmp cmp where
  compare_self {a} := by
    have h := eq_swap (cmp := cmp) (a := a) (b := a)
    cases e : cmp a a with
    | eq => rfl
    | lt => rw [e] at h; cases h
    | gt => rw [e] at h; cases h
theorem gt_iff_lt [OrientedCmp cmp] : cmp a b = .gt ↔ cmp b a = .lt := by
  rw [eq_swap (cmp := cmp) (a := a) (b := b)]; cases cmp b a <;> decide
theorem lt_of_gt [OrientedCmp cmp] (h : cmp a b = .gt) : cmp b a = .lt := gt_iff_lt.mp h
theorem gt_of_lt [OrientedCmp cmp] (h : cmp a b = .lt) : cmp b a = .gt := gt_iff_lt.mpr h
theorem eq_comm [OrientedCmp cmp] : cmp a b = .eq ↔ cmp b a = .eq := by
  rw [eq_swap (cmp := cmp) (a := a) (b := b)]; cases cmp b a <;> decide
theorem eq_symm [OrientedCmp cmp] (h : cmp a b = .eq) : cmp b a = .eq := eq_comm.mp h
theorem not_lt_of_lt [OrientedCmp cmp] (h : cmp a b = .lt) : cmp b a ≠ .lt := by rw [gt_of_lt h]; nofun
end OrientedCmp

@[simp] theorem LawfulEqCmp.compare_eq_iff_eq [LawfulEqCmp cmp] : cmp a b = .eq ↔ a = b :=
  ⟨eq_of_compare, fun h => h ▸ compare_self⟩

namespace TransCmp
variable [TransCmp cmp]
theorem isLE_of_eq_lt {o : Ordering} (h : o = .lt) : o.isLE = true := h ▸ rfl
theorem lt_of_lt_of_isLE (h : cmp a b = .lt) (g : (cmp b c).isLE) : cmp a c = .lt := by
  have l : (cmp a c).isLE := isLE_trans (isLE_of_eq_lt h) g
  cases e : cmp a c with
  | lt => rfl
  | gt => rw [e] at l; cases l
  | eq =>
    have := isLE_trans g (by rw [OrientedCmp.eq_symm e]; rfl : (cmp c a).isLE)
    rw [OrientedCmp.gt_of_lt h] at this; cases this
theorem lt_of_isLE_of_lt (h : (cmp a b).isLE) (g : cmp b c = .lt) : cmp a c = .lt := by
  have l : (cmp a c).isLE := isLE_trans h (isLE_of_eq_lt g)
  cases e : cmp a c with
  | lt => rfl
  | gt => rw [e] at l; cases l
  | eq =>
    have := isLE_trans (by rw [OrientedCmp.eq_symm e]; rfl : (cmp c a).isLE) h
    rw [OrientedCmp.gt_of_lt g] at this; cases this
theorem lt_trans (h : cmp a b = .lt) (g : cmp b c = .lt) : cmp a c = .lt :=
  lt_of_lt_of_isLE h (isLE_of_eq_lt g)
theorem lt_of_lt_of_eq (h : cmp a b = .lt) (g : cmp b c = .eq) : cmp a c = .lt := lt_of_lt_of_isLE h (g ▸ rfl)
theorem lt_of_eq_of_lt (h : cmp a b = .eq) (g : cmp b c = .lt) : cmp a c = .lt := lt_of_isLE_of_lt (h ▸ rfl) g
theorem gt_trans (h : cmp a b = .gt) (g : cmp b c = .gt) : cmp a c = .gt :=
  OrientedCmp.gt_of_lt (lt_trans (OrientedCmp.lt_of_gt g) (OrientedCmp.lt_of_gt h))
theorem congr_left (h : cmp a b = .eq) : cmp a c = cmp b c := by
  cases e : cmp b c with
  | lt => exact lt_of_eq_of_lt h e
  | gt => exact OrientedCmp.gt_of_lt (lt_of_lt_of_eq (OrientedCmp.lt_of_gt e) (OrientedCmp.eq_symm h))
  | eq =>
    cases g : cmp a c with
    | eq => rfl
    | lt => rw [lt_of_eq_of_lt (OrientedCmp.eq_symm h) g] at e; cases e
    | gt =>
      have := lt_of_lt_of_eq (OrientedCmp.lt_of_gt g) h
      rw [OrientedCmp.eq_symm e] at this; cases this
theorem congr_right (h : cmp b c = .eq) : cmp a b = cmp a c := by
  rw [OrientedCmp.eq_swap (cmp := cmp), congr_left h, ← OrientedCmp.eq_swap]
theorem eq_trans (h : cmp a b = .eq) (g : cmp b c = .eq) : cmp a c = .eq := (congr_left h).trans g
end TransCmp

/-! ## Instances -/

/-- What a comparison by `<` needs to be an order. -/
theorem TransCmp.of_lt [LT α] [DecidableRel (· < · : α → α → Prop)] [DecidableEq α]
    (trans : ∀ {a b c : α}, a < b → b < c → a < c) (irrefl : ∀ a : α, ¬a < a)
    (total : ∀ a b : α, a < b ∨ a = b ∨ b < a) : TransCmp fun a b : α => compareOfLessAndEq a b := by
  have le {a b : α} : (compareOfLessAndEq a b).isLE = true ↔ a < b ∨ a = b := by
    unfold compareOfLessAndEq
    split
    · next h => exact ⟨fun _ => .inl h, fun _ => rfl⟩
    · next h => split
                · next e => exact ⟨fun _ => .inr e, fun _ => rfl⟩
                · next e => exact ⟨nofun, fun g => (g.elim h e).elim⟩
  refine { eq_swap := fun {a b} => ?_, isLE_trans := fun {a b c} => ?_ }
  · show compareOfLessAndEq a b = (compareOfLessAndEq b a).swap
    unfold compareOfLessAndEq
    rcases total a b with h | rfl | h
    · rw [if_pos h, if_neg fun g => irrefl _ (trans h g),
        if_neg fun e => irrefl _ (by rw [e] at h; exact h)]; rfl
    · rw [if_neg (irrefl a), if_pos rfl]; rfl
    · rw [if_pos h, if_neg fun g => irrefl _ (trans h g),
        if_neg fun e => irrefl _ (by rw [e] at h; exact h)]; rfl
  · show (compareOfLessAndEq a b).isLE → (compareOfLessAndEq b c).isLE → (compareOfLessAndEq a c).isLE
    rw [le, le, le]
    rintro (h | rfl) (g | rfl)
    · exact .inl (trans h g)
    · exact .inl h
    · exact .inl g
    · exact .inr rfl
theorem TransCmp.comap (f : β → α) [TransCmp cmp] : TransCmp fun x y => cmp (f x) (f y) where
  eq_swap := OrientedCmp.eq_swap
  isLE_trans := isLE_trans
instance : TransOrd Nat := TransCmp.of_lt Nat.lt_trans Nat.lt_irrefl Nat.lt_trichotomy
instance : TransOrd Int := TransCmp.of_lt Int.lt_trans Int.lt_irrefl Int.lt_trichotomy
instance {n : Nat} : TransOrd (Fin n) := TransCmp.comap (cmp := (compare : Nat → Nat → Ordering)) Fin.val
instance : TransOrd Char := TransCmp.comap (cmp := (compare : Nat → Nat → Ordering)) Char.toNat
instance : TransOrd UInt8 := TransCmp.comap (cmp := (compare : Nat → Nat → Ordering)) UInt8.toNat
instance : TransOrd UInt16 := TransCmp.comap (cmp := (compare : Nat → Nat → Ordering)) UInt16.toNat
instance : TransOrd UInt32 := TransCmp.comap (cmp := (compare : Nat → Nat → Ordering)) UInt32.toNat
instance : TransOrd UInt64 := TransCmp.comap (cmp := (compare : Nat → Nat → Ordering)) UInt64.toNat
instance : TransOrd Bool where
  eq_swap {a b} := by cases a <;> cases b <;> rfl
  isLE_trans {a b c} := by cases a <;> cases b <;> cases c <;> decide
theorem swap_then (o p : Ordering) : (o.then p).swap = o.swap.then p.swap := by cases o <;> rfl
instance [Ord α] [TransOrd α] : TransOrd (List α) where
  eq_swap {a b} := by
    induction a generalizing b with
    | nil => cases b <;> rfl
    | cons x l ih =>
      cases b with
      | nil => rfl
      | cons y k =>
        show (compare x y).then (compare l k) = ((compare y x).then (compare k l)).swap
        rw [swap_then, ← OrientedCmp.eq_swap, ← ih]
  isLE_trans {a b c} := by
    induction a generalizing b c with
    | nil => intro _ _; cases c <;> rfl
    | cons x l ih =>
      cases b with
      | nil => intro h; cases h
      | cons y k => cases c with
        | nil => intro _ h; cases h
        | cons z n =>
          show ((compare x y).then (compare l k)).isLE → ((compare y z).then (compare k n)).isLE →
            ((compare x z).then (compare l n)).isLE
          intro h g
          cases e₁ : compare x y with
          | gt => rw [e₁] at h; cases h
          | lt => cases e₂ : compare y z with
            | gt => rw [e₂] at g; cases g
            | lt => rw [TransCmp.lt_trans e₁ e₂]; rfl
            | eq => rw [TransCmp.lt_of_lt_of_eq e₁ e₂]; rfl
          | eq => rw [TransCmp.congr_left e₁]; cases e₂ : compare y z with
            | gt => rw [e₂] at g; cases g
            | lt => rfl
            | eq => rw [e₁] at h; rw [e₂] at g; exact ih h g
instance : TransOrd String :=
  TransCmp.comap (cmp := (compare : List Char → List Char → Ordering)) String.toList

theorem LawfulEqCmp.of_lt [LT α] [DecidableRel (· < · : α → α → Prop)] [DecidableEq α]
    (irrefl : ∀ a : α, ¬a < a) :
    LawfulEqCmp fun a b : α => compareOfLessAndEq a b where
  compare_self {a} := by
    show compareOfLessAndEq a a = _; rw [compareOfLessAndEq, if_neg (irrefl a), if_pos rfl]
  eq_of_compare {a b} := by
    show compareOfLessAndEq a b = _ → _
    unfold compareOfLessAndEq
    split
    · nofun
    · split
      · next e => exact fun _ => e
      · nofun
instance : LawfulEqOrd Nat := LawfulEqCmp.of_lt Nat.lt_irrefl
instance : LawfulEqOrd Int := LawfulEqCmp.of_lt Int.lt_irrefl
theorem LawfulEqCmp.comap (f : β → α) (inj : ∀ {x y}, f x = f y → x = y) [LawfulEqCmp cmp] :
    LawfulEqCmp fun x y => cmp (f x) (f y) where
  compare_self := compare_self
  eq_of_compare h := inj (eq_of_compare h)
instance {n : Nat} : LawfulEqOrd (Fin n) :=
  LawfulEqCmp.comap (cmp := (compare : Nat → Nat → Ordering)) Fin.val Fin.eq_of_val_eq
instance : LawfulEqOrd Char :=
  LawfulEqCmp.comap (cmp := (compare : Nat → Nat → Ordering)) Char.toNat Char.toNat_inj.mp
instance : LawfulEqOrd Bool where
  compare_self {a} := by cases a <;> rfl
  eq_of_compare {a b} := by cases a <;> cases b <;> decide
instance [Ord α] [LawfulEqOrd α] : LawfulEqOrd (List α) where
  compare_self {a} := by
    induction a with
    | nil => rfl
    | cons x l ih =>
      show (compare x x).then (compare l l) = .eq
      rw [compare_self (cmp := compare)]; exact ih
  eq_of_compare {a b} := by
    induction a generalizing b with
    | nil => cases b with | nil => exact fun _ => rfl | cons => nofun
    | cons x l ih => cases b with
      | nil => nofun
      | cons y k =>
        show (compare x y).then (compare l k) = .eq → _
        intro h
        cases e : compare x y with
        | lt => rw [e] at h; cases h
        | gt => rw [e] at h; cases h
        | eq => rw [e] at h; rw [LawfulEqCmp.eq_of_compare e, ih h]
instance : LawfulEqOrd String :=
  LawfulEqCmp.comap (cmp := (compare : List Char → List Char → Ordering)) String.toList String.eq_of_toList_eq
end Std
