module
public import Init
/-!
The search trees of `Std.TreeMap`: looking up, inserting, removing, and keeping the sides of a node within a
factor of
three of each other in size.
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
end TreeMap.Tree
end Std
