module
public import Std.Maps.Tree
/-!
What inserting and removing do to the pairs of a search tree in their order: they stay in order, and each
node knows
how many pairs it holds.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Std.TreeMap.Tree
variable {α : Type u} {β : Type v} {γ : Type w} (cmp : α → α → Ordering)

/-! ## What a change does to the pairs in their order -/

/-- The pairs in their order. -/
def toL : Tree α β → List (α × β)
  | leaf => []
  | node _ k v l r => toL l ++ (k, v) :: toL r
/-- Each node knows how many pairs it holds. -/
def Sized : Tree α β → Prop
  | leaf => True
  | node n _ _ l r => n = l.size + r.size + 1 ∧ Sized l ∧ Sized r
/-- The keys of a list grow. -/
def Ordered (l : List (α × β)) : Prop := l.Pairwise fun p q => cmp p.1 q.1 = .lt
variable {k a : α} {v b : β} {l r t : Tree α β}
theorem Sized.length (h : Sized t) : t.toL.length = t.size := by
  induction t with
  | leaf => rfl
  | node n k v l r ihl ihr =>
    obtain ⟨e, hl, hr⟩ := h
    show (toL l ++ (k, v) :: toL r).length = n
    rw [List.length_append, List.length_cons, ihl hl, ihr hr, e]; rfl
theorem toL_bin : (bin k v l r).toL = l.toL ++ (k, v) :: r.toL := rfl
theorem Sized.bin (hl : Sized l) (hr : Sized r) : Sized (bin k v l r) := ⟨rfl, hl, hr⟩
theorem toL_rotateLeft : (rotateLeft k v l r).toL = l.toL ++ (k, v) :: r.toL := by
  unfold rotateLeft
  split
  · rfl
  · split
    · simp [toL_bin, toL]
    · split <;> simp [toL_bin, toL]
theorem Sized.rotateLeft (hl : Sized l) (hr : Sized r) : Sized (rotateLeft k v l r) := by
  unfold TreeMap.Tree.rotateLeft
  split
  · exact .bin hl hr
  · obtain ⟨_, h₁, h₂⟩ := hr
    split
    · exact .bin (.bin hl h₁) h₂
    · split
      · exact .bin (.bin hl h₁) h₂
      · obtain ⟨_, h₃, h₄⟩ := h₁; exact .bin (.bin hl h₃) (.bin h₄ h₂)
theorem toL_rotateRight : (rotateRight k v l r).toL = l.toL ++ (k, v) :: r.toL := by
  unfold rotateRight
  split
  · rfl
  · split
    · simp [toL_bin, toL]
    · split <;> simp [toL_bin, toL]
theorem Sized.rotateRight (hl : Sized l) (hr : Sized r) : Sized (rotateRight k v l r) := by
  unfold TreeMap.Tree.rotateRight
  split
  · exact .bin hl hr
  · obtain ⟨_, h₁, h₂⟩ := hl
    split
    · exact .bin h₁ (.bin h₂ hr)
    · split
      · exact .bin h₁ (.bin h₂ hr)
      · obtain ⟨_, h₃, h₄⟩ := h₂; exact .bin (.bin h₁ h₃) (.bin h₄ hr)
theorem toL_balance : (balance k v l r).toL = l.toL ++ (k, v) :: r.toL := by
  unfold balance
  split
  · rfl
  · split
    · exact toL_rotateLeft
    · split
      · exact toL_rotateRight
      · rfl
theorem Sized.balance (hl : Sized l) (hr : Sized r) : Sized (balance k v l r) := by
  unfold TreeMap.Tree.balance
  split
  · exact .bin hl hr
  · split
    · exact .rotateLeft hl hr
    · split
      · exact .rotateRight hl hr
      · exact .bin hl hr
theorem Sized.insert (h : Sized t) : Sized (insert cmp a b t) := by
  induction t with
  | leaf => exact .bin trivial trivial
  | node n k v l r ihl ihr =>
    obtain ⟨e, hl, hr⟩ := h
    unfold TreeMap.Tree.insert
    split
    · exact .balance (ihl hl) hr
    · exact .balance hl (ihr hr)
    · exact ⟨e, hl, hr⟩
theorem toL_popMin : (popMin k v l r).1 :: (popMin k v l r).2.toL = l.toL ++ (k, v) :: r.toL := by
  induction l generalizing k v r with
  | leaf => rfl
  | node n lk lv ll lr ih _ =>
    show (popMin lk lv ll lr).1 :: (balance k v (popMin lk lv ll lr).2 r).toL = _
    rw [toL_balance, ← List.cons_append, ih]; rfl
theorem Sized.popMin (hl : Sized l) (hr : Sized r) : Sized (popMin k v l r).2 := by
  induction l generalizing k v r with
  | leaf => exact hr
  | node n lk lv ll lr ih _ => exact .balance (ih hl.2.1 hl.2.2) hr
theorem toL_glue : (glue l r).toL = l.toL ++ r.toL := by
  cases r with
  | leaf => exact (List.append_nil _).symm
  | node n rk rv rl rr =>
    show (balance (popMin rk rv rl rr).1.1 (popMin rk rv rl rr).1.2 l (popMin rk rv rl rr).2).toL = _
    rw [toL_balance]
    exact congrArg (l.toL ++ ·) toL_popMin
theorem Sized.glue (hl : Sized l) (hr : Sized r) : Sized (glue l r) := by
  cases r with
  | leaf => exact hl
  | node n rk rv rl rr => exact .balance hl (.popMin hr.2.1 hr.2.2)
theorem Sized.erase (h : Sized t) : Sized (erase cmp a t) := by
  induction t with
  | leaf => trivial
  | node n k v l r ihl ihr =>
    obtain ⟨e, hl, hr⟩ := h
    unfold TreeMap.Tree.erase
    split
    · exact .balance (ihl hl) hr
    · exact .balance hl (ihr hr)
    · exact .glue hl hr
theorem toL_map {f : α → β → γ} : (map f t).toL = t.toL.map fun p => (p.1, f p.1 p.2) := by
  induction t with
  | leaf => rfl
  | node n k v l r ihl ihr =>
    show (map f l).toL ++ _ :: (map f r).toL = List.map _ (l.toL ++ (k, v) :: r.toL)
    rw [ihl, ihr, List.map_append]; rfl
theorem size_map {f : α → β → γ} : (map f t).size = t.size := by cases t <;> rfl
theorem Sized.map {f : α → β → γ} (h : Sized t) : Sized (map f t) := by
  induction t with
  | leaf => trivial
  | node n k v l r ihl ihr =>
    exact ⟨by show n = (TreeMap.Tree.map f l).size + (TreeMap.Tree.map f r).size + 1
              rw [size_map, size_map]; exact h.1, ihl h.2.1, ihr h.2.2⟩

section
variable {cmp} [TransCmp cmp]
/-- How the pairs beside a node compare with a key before or after the node's. -/
theorem Ordered.node {n : Nat} (h : Ordered cmp (node n k v l r).toL) :
    Ordered cmp l.toL ∧ Ordered cmp r.toL ∧ (∀ p ∈ l.toL, cmp p.1 k = .lt) ∧ ∀ p ∈ r.toL, cmp k p.1 = .lt :=
  have ⟨hl, hr, h⟩ := List.pairwise_append.mp h
  have ⟨hk, hr⟩ := List.pairwise_cons.mp hr
  ⟨hl, hr, fun p hp => h p hp _ (.head _), hk⟩
theorem filter_all {l : List (α × β)} {o : Ordering} (h : ∀ p ∈ l, cmp a p.1 = o) (q : Ordering → Bool) :
    (l.filter fun p => q (cmp a p.1)) = if q o then l else [] := by
  split
  · next e => exact List.filter_eq_self.mpr fun p hp => by rw [h p hp]; exact e
  · next e => exact List.filter_eq_nil_iff.mpr fun p hp => by rw [h p hp]; exact e
theorem toL_insert (h : Ordered cmp t.toL) : (insert cmp a b t).toL =
    (t.toL.filter fun p => (cmp a p.1).isGT) ++ (a, b) :: t.toL.filter fun p => (cmp a p.1).isLT := by
  induction t with
  | leaf => rfl
  | node n k v l r ihl ihr =>
    obtain ⟨hl, hr, hlk, hkr⟩ := h.node
    show _ = (List.filter _ (l.toL ++ (k, v) :: r.toL)) ++ _ :: List.filter _ (l.toL ++ (k, v) :: r.toL)
    rw [List.filter_append, List.filter_append, List.filter_cons, List.filter_cons]
    unfold insert
    cases e : cmp a k with
    | lt =>
      have hr : ∀ p ∈ r.toL, cmp a p.1 = .lt := fun p hp => TransCmp.lt_trans e (hkr p hp)
      rw [filter_all hr Ordering.isGT, filter_all hr Ordering.isLT]; simp [toL_balance, ihl hl]
    | gt =>
      have hl : ∀ p ∈ l.toL, cmp a p.1 = .gt := fun p hp =>
        OrientedCmp.gt_of_lt (TransCmp.lt_trans (hlk p hp) (OrientedCmp.lt_of_gt e))
      rw [filter_all hl Ordering.isGT, filter_all hl Ordering.isLT]; simp [toL_balance, ihr hr]
    | eq =>
      have hl : ∀ p ∈ l.toL, cmp a p.1 = .gt := fun p hp =>
        OrientedCmp.gt_of_lt (TransCmp.lt_of_lt_of_eq (hlk p hp) (OrientedCmp.eq_symm e))
      have hr : ∀ p ∈ r.toL, cmp a p.1 = .lt := fun p hp => TransCmp.lt_of_eq_of_lt e (hkr p hp)
      rw [filter_all hl Ordering.isGT, filter_all hl Ordering.isLT, filter_all hr Ordering.isGT,
          filter_all hr Ordering.isLT]; simp [toL]
theorem Ordered.insert (h : Ordered cmp t.toL) : Ordered cmp (insert cmp a b t).toL := by
  rw [toL_insert h]
  refine List.pairwise_append.mpr ⟨h.filter _, List.pairwise_cons.mpr ⟨fun p hp => ?_, h.filter _⟩,
      fun p hp q hq => ?_⟩
  · have := (List.mem_filter.mp hp).2; cases e : cmp a p.1 <;> rw [e] at this <;> first | rfl | cases this
  · have hp := (List.mem_filter.mp hp).2
    have hp : cmp p.1 a = .lt := OrientedCmp.lt_of_gt <| by
      cases e : cmp a p.1 <;> rw [e] at hp <;> first | rfl | cases hp
    cases hq with
    | head => exact hp
    | tail _ hq =>
      have hq := (List.mem_filter.mp hq).2
      refine TransCmp.lt_trans hp ?_
      cases e : cmp a q.1 <;> rw [e] at hq <;> first | rfl | cases hq
theorem toL_erase (h : Ordered cmp t.toL) :
    (erase cmp a t).toL = t.toL.filter fun p => (cmp a p.1).isNe := by
  induction t with
  | leaf => rfl
  | node n k v l r ihl ihr =>
    obtain ⟨hl, hr, hlk, hkr⟩ := h.node
    show _ = List.filter _ (l.toL ++ (k, v) :: r.toL)
    rw [List.filter_append, List.filter_cons]
    unfold erase
    cases e : cmp a k with
    | lt =>
      have hr : ∀ p ∈ r.toL, cmp a p.1 = .lt := fun p hp => TransCmp.lt_trans e (hkr p hp)
      rw [filter_all hr Ordering.isNe]; simp [toL_balance, ihl hl]
    | gt =>
      have hl : ∀ p ∈ l.toL, cmp a p.1 = .gt := fun p hp =>
        OrientedCmp.gt_of_lt (TransCmp.lt_trans (hlk p hp) (OrientedCmp.lt_of_gt e))
      rw [filter_all hl Ordering.isNe]; simp [toL_balance, ihr hr]
    | eq =>
      have hl : ∀ p ∈ l.toL, cmp a p.1 = .gt := fun p hp =>
        OrientedCmp.gt_of_lt (TransCmp.lt_of_lt_of_eq (hlk p hp) (OrientedCmp.eq_symm e))
      have hr : ∀ p ∈ r.toL, cmp a p.1 = .lt := fun p hp => TransCmp.lt_of_eq_of_lt e (hkr p hp)
      rw [filter_all hl Ordering.isNe, filter_all hr Ordering.isNe]; simp [toL_glue]
theorem find?_eq_some {p : α × β} (h : Ordered cmp t.toL) :
    find? cmp a t = some p ↔ p ∈ t.toL ∧ cmp a p.1 = .eq := by
  induction t with
  | leaf => exact ⟨nofun, fun h => nomatch h.1⟩
  | node n k v l r ihl ihr =>
    obtain ⟨hl, hr, hlk, hkr⟩ := h.node
    show _ ↔ p ∈ l.toL ++ (k, v) :: r.toL ∧ _
    rw [List.mem_append, List.mem_cons]
    unfold find?
    cases e : cmp a k with
    | lt =>
      refine (ihl hl).trans ⟨fun h => ⟨.inl h.1, h.2⟩, fun ⟨h, g⟩ => ⟨?_, g⟩⟩
      rcases h with h | rfl | h
      · exact h
      · rw [e] at g; cases g
      · rw [TransCmp.lt_trans e (hkr p h)] at g; cases g
    | gt =>
      refine (ihr hr).trans ⟨fun h => ⟨.inr (.inr h.1), h.2⟩, fun ⟨h, g⟩ => ⟨?_, g⟩⟩
      rcases h with h | rfl | h
      · have := TransCmp.lt_trans (hlk p h) (OrientedCmp.lt_of_gt e)
        rw [OrientedCmp.eq_symm g] at this; cases this
      · rw [e] at g; cases g
      · exact h
    | eq =>
      refine ⟨fun h => ?_, fun ⟨h, g⟩ => ?_⟩
      · cases h; exact ⟨.inr (.inl rfl), e⟩
      · rcases h with h | rfl | h
        · have := TransCmp.lt_of_lt_of_eq (hlk p h) (OrientedCmp.eq_symm e)
          rw [OrientedCmp.eq_symm g] at this; cases this
        · rfl
        · rw [TransCmp.lt_of_eq_of_lt e (hkr p h)] at g; cases g
end
end Std.TreeMap.Tree
