module
public import Init
/-!
`Std.TreeMap`: a map ordered by its keys. It is a search tree whose sides are kept
within a factor of three of each other in size. What is proved here is that the keys stay in order and that
a node knows its size; the laws are in `Std.Maps.TreeMapLaws`.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

namespace Std

/-- A search tree of pairs; an inner node knows how many pairs it holds. -/
inductive TreeMap.Tree (α : Type u) (β : Type v) where
  | leaf
  | node (size : Nat) (key : α) (value : β) (left right : Tree α β)

namespace TreeMap.Tree
variable {α : Type u} {β : Type v} {γ : Type w}

@[inline] def size : Tree α β → Nat
  | leaf => 0
  | node n _ _ _ _ => n
@[inline] def bin (k : α) (v : β) (l r : Tree α β) : Tree α β := node (l.size + r.size + 1) k v l r
/-- Turns a tree whose right side is too heavy. -/
def rotateLeft (k : α) (v : β) (l r : Tree α β) : Tree α β := match r with
  | leaf => bin k v l r
  | node _ rk rv rl rr =>
    if rl.size < 2 * rr.size then bin rk rv (bin k v l rl) rr
    else match rl with
      | leaf => bin rk rv (bin k v l rl) rr
      | node _ mk mv ml mr => bin mk mv (bin k v l ml) (bin rk rv mr rr)
/-- Turns a tree whose left side is too heavy. -/
def rotateRight (k : α) (v : β) (l r : Tree α β) : Tree α β := match l with
  | leaf => bin k v l r
  | node _ lk lv ll lr =>
    if lr.size < 2 * ll.size then bin lk lv ll (bin k v lr r)
    else match lr with
      | leaf => bin lk lv ll (bin k v lr r)
      | node _ mk mv ml mr => bin mk mv (bin lk lv ll ml) (bin k v mr r)
/-- A node whose sides may differ by one insertion or removal too many. -/
def balance (k : α) (v : β) (l r : Tree α β) : Tree α β :=
  if l.size + r.size ≤ 1 then bin k v l r
  else if r.size > 3 * l.size then rotateLeft k v l r
  else if l.size > 3 * r.size then rotateRight k v l r
  else bin k v l r
variable (cmp : α → α → Ordering)
def find? (a : α) : Tree α β → Option (α × β)
  | leaf => none
  | node _ k v l r => match cmp a k with
    | .lt => find? a l
    | .gt => find? a r
    | .eq => some (k, v)
def insert (a : α) (b : β) : Tree α β → Tree α β
  | leaf => bin a b leaf leaf
  | node n k v l r => match cmp a k with
    | .lt => balance k v (insert a b l) r
    | .gt => balance k v l (insert a b r)
    | .eq => node n a b l r
/-- The first pair and the rest. -/
def popMin (k : α) (v : β) : (l r : Tree α β) → (α × β) × Tree α β
  | leaf, r => ((k, v), r)
  | node _ lk lv ll lr, r => let (first, l) := popMin lk lv ll lr; (first, balance k v l r)
/-- Joins two sides between which a pair was removed. -/
def glue (l : Tree α β) : Tree α β → Tree α β
  | leaf => l
  | node _ rk rv rl rr => let ((k, v), r) := popMin rk rv rl rr; balance k v l r
def erase (a : α) : Tree α β → Tree α β
  | leaf => leaf
  | node _ k v l r => match cmp a k with
    | .lt => balance k v (erase a l) r
    | .gt => balance k v l (erase a r)
    | .eq => glue l r
def foldr (f : α → β → γ → γ) : Tree α β → γ → γ
  | leaf, c => c
  | node _ k v l r, c => foldr f l (f k v (foldr f r c))
def map (f : α → β → γ) : Tree α β → Tree α γ
  | leaf => leaf
  | node n k v l r => node n k (f k v) (map f l) (map f r)
def min? : Tree α β → Option (α × β)
  | leaf => none
  | node _ k v leaf _ => some (k, v)
  | node _ _ _ l _ => min? l
def max? : Tree α β → Option (α × β)
  | leaf => none
  | node _ k v _ leaf => some (k, v)
  | node _ _ _ _ r => max? r
/-- The first pair whose key is not before `a`, or, if `strict`, after it. -/
def above? (strict : Bool) (a : α) : Tree α β → Option (α × β)
  | leaf => none
  | node _ k v l r => match cmp a k with
    | .lt => (above? strict a l).or (some (k, v))
    | .eq => if strict then above? strict a r else some (k, v)
    | .gt => above? strict a r
/-- The last pair whose key is not after `a`, or, if `strict`, before it. -/
def below? (strict : Bool) (a : α) : Tree α β → Option (α × β)
  | leaf => none
  | node _ k v l r => match cmp a k with
    | .gt => (below? strict a r).or (some (k, v))
    | .eq => if strict then below? strict a l else some (k, v)
    | .lt => below? strict a l
/-- The pair with so many before it. -/
def atIdx? : Tree α β → Nat → Option (α × β)
  | leaf, _ => none
  | node _ k v l r, n =>
    if n < l.size then atIdx? l n else if n = l.size then some (k, v) else atIdx? r (n - l.size - 1)

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
      rw [filter_all hl Ordering.isGT, filter_all hl Ordering.isLT, filter_all hr Ordering.isGT, filter_all hr Ordering.isLT]; simp [toL]
theorem Ordered.insert (h : Ordered cmp t.toL) : Ordered cmp (insert cmp a b t).toL := by
  rw [toL_insert h]
  refine List.pairwise_append.mpr ⟨h.filter _, List.pairwise_cons.mpr ⟨fun p hp => ?_, h.filter _⟩, fun p hp q hq => ?_⟩
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
end TreeMap.Tree

/-- A map from `α` to `β` whose keys are ordered by `cmp`. -/
structure TreeMap (α : Type u) (β : Type v) (cmp : α → α → Ordering := by exact compare) where
  tree : TreeMap.Tree α β
  sized : tree.Sized
  ordered [TransCmp cmp] : TreeMap.Tree.Ordered cmp tree.toL

namespace TreeMap
variable {α : Type u} {β : Type v} {γ : Type w} {cmp : α → α → Ordering}

@[inline] def empty : TreeMap α β cmp := ⟨.leaf, trivial, .nil⟩
instance : EmptyCollection (TreeMap α β cmp) := ⟨empty⟩
instance : Inhabited (TreeMap α β cmp) := ⟨empty⟩
@[inline] def size (t : TreeMap α β cmp) : Nat := t.tree.size
@[inline] def isEmpty (t : TreeMap α β cmp) : Bool := t.size == 0

/-! ## Looking up -/

@[inline] def get? (t : TreeMap α β cmp) (a : α) : Option β := (t.tree.find? cmp a).map (·.2)
@[inline] def contains (t : TreeMap α β cmp) (a : α) : Bool := (t.get? a).isSome
instance : Membership α (TreeMap α β cmp) := ⟨fun t a => t.contains a = true⟩
instance {t : TreeMap α β cmp} {a : α} : Decidable (a ∈ t) :=
  inferInstanceAs (Decidable (t.contains a = true))
@[inline] def get (t : TreeMap α β cmp) (a : α) (h : a ∈ t) : β := (t.get? a).get h
@[inline] def getD (t : TreeMap α β cmp) (a : α) (fallback : β) : β := (t.get? a).getD fallback
@[inline] def get! [Inhabited β] (t : TreeMap α β cmp) (a : α) : β := match t.get? a with
  | some b => b
  | none => panic "Key is not present in map"
instance : GetElem (TreeMap α β cmp) α β fun t a => a ∈ t := ⟨get⟩
instance : GetElem? (TreeMap α β cmp) α β fun t a => a ∈ t where
  getElem? t a := t.get? a
  getElem! t a := t.get! a
@[inline] def getKey? (t : TreeMap α β cmp) (a : α) : Option α := (t.tree.find? cmp a).map (·.1)
@[inline] def minEntry? (t : TreeMap α β cmp) : Option (α × β) := t.tree.min?
@[inline] def maxEntry? (t : TreeMap α β cmp) : Option (α × β) := t.tree.max?
@[inline] def minKey? (t : TreeMap α β cmp) : Option α := t.minEntry?.map (·.1)
@[inline] def maxKey? (t : TreeMap α β cmp) : Option α := t.maxEntry?.map (·.1)
@[inline] def minKey! [Inhabited α] (t : TreeMap α β cmp) : α := t.minKey?.get!
@[inline] def maxKey! [Inhabited α] (t : TreeMap α β cmp) : α := t.maxKey?.get!
@[inline] def minEntry! [Inhabited (α × β)] (t : TreeMap α β cmp) : α × β := t.minEntry?.get!
@[inline] def maxEntry! [Inhabited (α × β)] (t : TreeMap α β cmp) : α × β := t.maxEntry?.get!
@[inline] def getEntryGE? (t : TreeMap α β cmp) (a : α) : Option (α × β) := t.tree.above? cmp false a
@[inline] def getEntryGT? (t : TreeMap α β cmp) (a : α) : Option (α × β) := t.tree.above? cmp true a
@[inline] def getEntryLE? (t : TreeMap α β cmp) (a : α) : Option (α × β) := t.tree.below? cmp false a
@[inline] def getEntryLT? (t : TreeMap α β cmp) (a : α) : Option (α × β) := t.tree.below? cmp true a
@[inline] def getKeyGE? (t : TreeMap α β cmp) (a : α) : Option α := (t.getEntryGE? a).map (·.1)
@[inline] def getKeyGT? (t : TreeMap α β cmp) (a : α) : Option α := (t.getEntryGT? a).map (·.1)
@[inline] def getKeyLE? (t : TreeMap α β cmp) (a : α) : Option α := (t.getEntryLE? a).map (·.1)
@[inline] def getKeyLT? (t : TreeMap α β cmp) (a : α) : Option α := (t.getEntryLT? a).map (·.1)
@[inline] def entryAtIdx? (t : TreeMap α β cmp) (n : Nat) : Option (α × β) := t.tree.atIdx? n
@[inline] def keyAtIdx? (t : TreeMap α β cmp) (n : Nat) : Option α := (t.entryAtIdx? n).map (·.1)

/-! ## Changing -/

@[inline] def insert (t : TreeMap α β cmp) (a : α) (b : β) : TreeMap α β cmp := ⟨t.tree.insert cmp a b, t.sized.insert cmp, t.ordered.insert⟩
instance : Singleton (α × β) (TreeMap α β cmp) := ⟨fun (a, b) => (∅ : TreeMap α β cmp).insert a b⟩
instance : Insert (α × β) (TreeMap α β cmp) := ⟨fun (a, b) t => t.insert a b⟩
@[inline] def insertIfNew (t : TreeMap α β cmp) (a : α) (b : β) : TreeMap α β cmp :=
  if t.contains a then t else t.insert a b
@[inline] def containsThenInsert (t : TreeMap α β cmp) (a : α) (b : β) : Bool × TreeMap α β cmp :=
  (t.contains a, t.insert a b)
@[inline] def erase (t : TreeMap α β cmp) (a : α) : TreeMap α β cmp :=
  ⟨t.tree.erase cmp a, t.sized.erase cmp, by intro _; rw [Tree.toL_erase t.ordered]; exact t.ordered.filter _⟩
/-- Changes, adds or removes the value of a key. -/
def alter (t : TreeMap α β cmp) (a : α) (f : Option β → Option β) : TreeMap α β cmp := match f (t.get? a) with
  | some b => t.insert a b
  | none => t.erase a
def modify (t : TreeMap α β cmp) (a : α) (f : β → β) : TreeMap α β cmp := match t.get? a with
  | some b => t.insert a (f b)
  | none => t

/-! ## All pairs, in the order of their keys -/

@[inline] def foldr (f : α → β → γ → γ) (init : γ) (t : TreeMap α β cmp) : γ := t.tree.foldr f init
def toList (t : TreeMap α β cmp) : List (α × β) := t.foldr (fun a b l => (a, b) :: l) []
def toArray (t : TreeMap α β cmp) : Array (α × β) := t.toList.toArray
def keys (t : TreeMap α β cmp) : List α := t.foldr (fun a _ l => a :: l) []
def keysArray (t : TreeMap α β cmp) : Array α := t.keys.toArray
def values (t : TreeMap α β cmp) : List β := t.foldr (fun _ b l => b :: l) []
def valuesArray (t : TreeMap α β cmp) : Array β := t.values.toArray
@[inline] def foldl (f : γ → α → β → γ) (init : γ) (t : TreeMap α β cmp) : γ :=
  t.toList.foldl (fun c (a, b) => f c a b) init
@[inline]
def foldlM {m : Type w → Type u₁} [Monad m] (f : γ → α → β → m γ) (init : γ) (t : TreeMap α β cmp) : m γ :=
  t.toList.foldlM (fun c (a, b) => f c a b) init
@[inline] def forM {m : Type w → Type u₁} [Monad m] (f : α → β → m PUnit) (t : TreeMap α β cmp) : m PUnit :=
  t.toList.forM fun (a, b) => f a b
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (TreeMap α β cmp) (α × β) :=
  ⟨fun t b f => forIn t.toList b f⟩
def any (t : TreeMap α β cmp) (p : α → β → Bool) : Bool := t.toList.any fun (a, b) => p a b
def all (t : TreeMap α β cmp) (p : α → β → Bool) : Bool := t.toList.all fun (a, b) => p a b
def insertMany {ρ : Type w} [ForIn Id ρ (α × β)] (t : TreeMap α β cmp) (l : ρ) : TreeMap α β cmp := Id.run do
  let mut t := t
  for (a, b) in l do t := t.insert a b
  return t
def ofList (l : List (α × β)) (cmp : α → α → Ordering := by exact compare) : TreeMap α β cmp :=
  l.foldl (fun t (a, b) => t.insert a b) ∅
def ofArray (l : Array (α × β)) (cmp : α → α → Ordering := by exact compare) : TreeMap α β cmp :=
  ofList l.toList cmp
@[inline] def map (f : α → β → γ) (t : TreeMap α β cmp) : TreeMap α γ cmp :=
  ⟨t.tree.map f, t.sized.map, by intro _; rw [Tree.toL_map]; exact List.pairwise_map.mpr t.ordered⟩
def filter (f : α → β → Bool) (t : TreeMap α β cmp) : TreeMap α β cmp :=
  ofList (t.toList.filter fun (a, b) => f a b) cmp
def filterMap (f : α → β → Option γ) (t : TreeMap α β cmp) : TreeMap α γ cmp :=
  ofList (t.toList.filterMap fun (a, b) => (f a b).map ((a, ·))) cmp
/-- All pairs of both; a key of both has the value that `f` makes of the two. -/
def mergeWith (f : α → β → β → β) (t₁ t₂ : TreeMap α β cmp) : TreeMap α β cmp :=
  t₂.foldl (init := t₁) fun t a b => t.alter a fun
    | some b₁ => some (f a b₁ b)
    | none => some b
instance [BEq α] [BEq β] : BEq (TreeMap α β cmp) := ⟨fun t₁ t₂ => t₁.toList == t₂.toList⟩
instance [Repr α] [Repr β] : Repr (TreeMap α β cmp) where
  reprPrec t prec := Repr.addAppParen (Std.Format.text "Std.TreeMap.ofList " ++ repr t.toList) prec
end TreeMap

/-- A set whose elements are ordered by `cmp`. -/
structure TreeSet (α : Type u) (cmp : α → α → Ordering := by exact compare) where
  inner : TreeMap α Unit cmp

namespace TreeSet
variable {α : Type u} {β : Type v} {cmp : α → α → Ordering}

@[inline] def empty : TreeSet α cmp := ⟨∅⟩
instance : EmptyCollection (TreeSet α cmp) := ⟨empty⟩
instance : Inhabited (TreeSet α cmp) := ⟨empty⟩
@[inline] def size (s : TreeSet α cmp) : Nat := s.inner.size
@[inline] def isEmpty (s : TreeSet α cmp) : Bool := s.inner.isEmpty
@[inline] def contains (s : TreeSet α cmp) (a : α) : Bool := s.inner.contains a
instance : Membership α (TreeSet α cmp) := ⟨fun s a => s.contains a = true⟩
instance {s : TreeSet α cmp} {a : α} : Decidable (a ∈ s) := inferInstanceAs (Decidable (s.contains a = true))
@[inline] def insert (s : TreeSet α cmp) (a : α) : TreeSet α cmp := ⟨s.inner.insert a ()⟩
instance : Singleton α (TreeSet α cmp) := ⟨fun a => (∅ : TreeSet α cmp).insert a⟩
instance : Insert α (TreeSet α cmp) := ⟨fun a s => s.insert a⟩
@[inline] def containsThenInsert (s : TreeSet α cmp) (a : α) : Bool × TreeSet α cmp :=
  (s.contains a, s.insert a)
@[inline] def erase (s : TreeSet α cmp) (a : α) : TreeSet α cmp := ⟨s.inner.erase a⟩
@[inline] def get? (s : TreeSet α cmp) (a : α) : Option α := s.inner.getKey? a
@[inline] def min? (s : TreeSet α cmp) : Option α := s.inner.minKey?
@[inline] def max? (s : TreeSet α cmp) : Option α := s.inner.maxKey?
@[inline] def min! [Inhabited α] (s : TreeSet α cmp) : α := s.min?.get!
@[inline] def max! [Inhabited α] (s : TreeSet α cmp) : α := s.max?.get!
@[inline] def getGE? (s : TreeSet α cmp) (a : α) : Option α := s.inner.getKeyGE? a
@[inline] def getGT? (s : TreeSet α cmp) (a : α) : Option α := s.inner.getKeyGT? a
@[inline] def getLE? (s : TreeSet α cmp) (a : α) : Option α := s.inner.getKeyLE? a
@[inline] def getLT? (s : TreeSet α cmp) (a : α) : Option α := s.inner.getKeyLT? a
@[inline] def atIdx? (s : TreeSet α cmp) (n : Nat) : Option α := s.inner.keyAtIdx? n
def toList (s : TreeSet α cmp) : List α := s.inner.keys
def toArray (s : TreeSet α cmp) : Array α := s.inner.keysArray
@[inline] def foldl (f : β → α → β) (init : β) (s : TreeSet α cmp) : β := s.toList.foldl f init
@[inline] def foldr (f : α → β → β) (init : β) (s : TreeSet α cmp) : β := s.toList.foldr f init
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m (TreeSet α cmp) α := ⟨fun s b f => forIn s.toList b f⟩
def any (s : TreeSet α cmp) (p : α → Bool) : Bool := s.toList.any p
def all (s : TreeSet α cmp) (p : α → Bool) : Bool := s.toList.all p
def insertMany {ρ : Type w} [ForIn Id ρ α] (s : TreeSet α cmp) (l : ρ) : TreeSet α cmp := Id.run do
  let mut s := s
  for a in l do s := s.insert a
  return s
def ofList (l : List α) (cmp : α → α → Ordering := by exact compare) : TreeSet α cmp := l.foldl insert ∅
def ofArray (l : Array α) (cmp : α → α → Ordering := by exact compare) : TreeSet α cmp := ofList l.toList cmp
def filter (p : α → Bool) (s : TreeSet α cmp) : TreeSet α cmp := ofList (s.toList.filter p) cmp
def merge (s₁ s₂ : TreeSet α cmp) : TreeSet α cmp := s₂.foldl insert s₁
instance : Union (TreeSet α cmp) := ⟨merge⟩
instance : Inter (TreeSet α cmp) := ⟨fun s₁ s₂ => s₁.filter s₂.contains⟩
instance : SDiff (TreeSet α cmp) := ⟨fun s₁ s₂ => s₁.filter fun a => !s₂.contains a⟩
instance [BEq α] : BEq (TreeSet α cmp) := ⟨fun s₁ s₂ => s₁.toList == s₂.toList⟩
instance [Repr α] : Repr (TreeSet α cmp) where
  reprPrec s prec := Repr.addAppParen (Std.Format.text "Std.TreeSet.ofList " ++ repr s.toList) prec
end TreeSet
end Std
