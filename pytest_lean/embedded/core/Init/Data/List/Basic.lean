module
prelude
public import Init.Control.Transformers
public import Init.Data.Nat.Basic
public import Init.Tactics.Extensible
public meta import Init.Meta.Macro
/-!
The functions on lists. Their lemmas are in `Init.Data.List.Lemmas` and its neighbours.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## Length, indexing, membership -/

@[simp] theorem length_nil : length ([] : List α) = 0 := rfl
@[simp] theorem length_cons (a : α) (as : List α) : (a :: as).length = as.length + 1 := rfl
@[simp] theorem length_singleton {a : α} : [a].length = 1 := rfl

inductive Mem (a : α) : List α → Prop where
  | head (as : List α) : Mem a (a :: as)
  | tail (b : α) {as : List α} : Mem a as → Mem a (b :: as)
instance instMembership : Membership α (List α) := ⟨fun l a => Mem a l⟩
instance instEmptyCollection : EmptyCollection (List α) := ⟨[]⟩


instance instGetElemNatLtLength : GetElem (List α) Nat α fun as i => i < as.length where
  getElem as i h := as.get ⟨i, h⟩
def get?Internal : List α → Nat → Option α
  | [], _ => none
  | a :: _, 0 => some a
  | _ :: as, n + 1 => get?Internal as n
def get!Internal [Inhabited α] : List α → Nat → α
  | [], _ => default
  | a :: _, 0 => a
  | _ :: as, n + 1 => get!Internal as n
instance instGetElem?NatLtLength : GetElem? (List α) Nat α fun as i => i < as.length where
  getElem? as i := as.get?Internal i
  getElem! as i := as.get!Internal i
def getD (as : List α) (i : Nat) (fallback : α) : α := (as[i]?).getD fallback

def isEmpty : List α → Bool
  | [] => true
  | _ :: _ => false
def head : (as : List α) → as ≠ [] → α
  | a :: _, _ => a
def head? : List α → Option α
  | [] => none
  | a :: _ => some a
def headD : List α → α → α
  | [], d => d
  | a :: _, _ => a
def head! [Inhabited α] : List α → α
  | [] => default
  | a :: _ => a
def tail : List α → List α
  | [] => []
  | _ :: as => as
def tail? : List α → Option (List α)
  | [] => none
  | _ :: as => some as
def tail! : List α → List α
  | [] => []
  | _ :: as => as
def tailD (l fallback : List α) : List α := match l with | [] => fallback | _ :: tl => tl
def getLast : (as : List α) → as ≠ [] → α
  | [a], _ => a
  | _ :: b :: as, _ => getLast (b :: as) nofun
def getLast? : List α → Option α
  | [] => none
  | a :: as => some (getLast (a :: as) nofun)
def getLastD : List α → α → α
  | [], d => d
  | a :: as, _ => getLast (a :: as) nofun
def getLast! [Inhabited α] : List α → α
  | [] => default
  | a :: as => getLast (a :: as) nofun
def dropLast : List α → List α
  | [] => []
  | [_] => []
  | a :: b :: as => a :: dropLast (b :: as)

/-! ## Mapping, folding, filtering -/

@[specialize] def map (f : α → β) : List α → List β
  | [] => []
  | a :: as => f a :: map f as
@[specialize] def filter (p : α → Bool) : List α → List α
  | [] => []
  | a :: as => match p a with
    | true => a :: filter p as
    | false => filter p as
@[specialize] def filterMap (f : α → Option β) : List α → List β
  | [] => []
  | a :: as => match f a with
    | none => filterMap f as
    | some b => b :: filterMap f as
@[specialize] def foldr (f : α → β → β) (init : β) : List α → β
  | [] => init
  | a :: as => f a (foldr f init as)
@[specialize] def foldl {α : Type u} {β : Type v} (f : α → β → α) (init : α) : List β → α
  | [] => init
  | b :: bs => foldl f (f init b) bs
def concat : List α → α → List α
  | [], b => [b]
  | a :: as, b => a :: concat as b
def reverseAux : List α → List α → List α
  | [], r => r
  | a :: l, r => reverseAux l (a :: r)
def reverse (as : List α) : List α := reverseAux as []
def flatten : List (List α) → List α
  | [] => []
  | l :: L => l ++ flatten L
@[inline] def flatMap (b : α → List β) (as : List α) : List β := flatten (map b as)
@[inline] protected def pure (a : α) : List α := [a]
@[inline] def singleton (a : α) : List α := [a]
def replicate : Nat → α → List α
  | 0, _ => []
  | n + 1, a => a :: replicate n a

/-! ## Sublists by position or predicate -/

def take : Nat → List α → List α
  | 0, _ => []
  | _ + 1, [] => []
  | n + 1, a :: as => a :: take n as
def drop : Nat → List α → List α
  | 0, a => a
  | _ + 1, [] => []
  | n + 1, _ :: as => drop n as
@[inline] def splitAt (n : Nat) (l : List α) : List α × List α := (l.take n, l.drop n)
def takeWhile (p : α → Bool) : List α → List α
  | [] => []
  | a :: as => match p a with
    | true => a :: takeWhile p as
    | false => []
def dropWhile (p : α → Bool) : List α → List α
  | [] => []
  | a :: as => match p a with
    | true => dropWhile p as
    | false => a :: as
@[inline] def span (p : α → Bool) (as : List α) : List α × List α := (as.takeWhile p, as.dropWhile p)
@[inline] def partition (p : α → Bool) (as : List α) : List α × List α :=
  (as.filter p, as.filter fun a => !p a)
def find? (p : α → Bool) : List α → Option α
  | [] => none
  | a :: as => match p a with
    | true => some a
    | false => find? p as
def findSome? (f : α → Option β) : List α → Option β
  | [] => none
  | a :: as => match f a with
    | some b => some b
    | none => findSome? f as
@[inline] def findIdx (p : α → Bool) (l : List α) : Nat := go l 0
where
  @[specialize] go : List α → Nat → Nat
  | [], n => n
  | a :: l, n => bif p a then n else go l (n + 1)
def idxOf [BEq α] (a : α) : List α → Nat := findIdx (· == a)
def set : List α → Nat → α → List α
  | _ :: as, 0, b => b :: as
  | a :: as, n + 1, b => a :: set as n b
  | [], _, _ => []
def modify (l : List α) (i : Nat) (f : α → α) : List α := match l, i with
  | [], _ => []
  | a :: as, 0 => f a :: as
  | a :: as, n + 1 => a :: modify as n f
def insertIdx : List α → Nat → α → List α
  | as, 0, b => b :: as
  | [], _ + 1, _ => []
  | a :: as, n + 1, b => a :: insertIdx as n b
def eraseIdx : List α → Nat → List α
  | [], _ => []
  | _ :: as, 0 => as
  | a :: as, n + 1 => a :: eraseIdx as n

/-! ## Predicates -/

def any : List α → (α → Bool) → Bool
  | [], _ => false
  | h :: t, p => p h || any t p
def all : List α → (α → Bool) → Bool
  | [], _ => true
  | h :: t, p => p h && all t p
def or (bs : List Bool) : Bool := bs.any id
def and (bs : List Bool) : Bool := bs.all id
def elem [BEq α] (a : α) : List α → Bool
  | [] => false
  | b :: bs => match a == b with
    | true => true
    | false => elem a bs
abbrev contains [BEq α] (as : List α) (a : α) : Bool := elem a as
protected def beq [BEq α] : List α → List α → Bool
  | [], [] => true
  | a :: as, b :: bs => a == b && List.beq as bs
  | _, _ => false
instance instBEq [BEq α] : BEq (List α) := ⟨List.beq⟩
def isPrefixOf [BEq α] : List α → List α → Bool
  | [], _ => true
  | _, [] => false
  | a :: as, b :: bs => a == b && isPrefixOf as bs
def isSuffixOf [BEq α] (l₁ l₂ : List α) : Bool := isPrefixOf l₁.reverse l₂.reverse
def countP (p : α → Bool) (l : List α) : Nat := go l 0
where
  @[specialize] go : List α → Nat → Nat
  | [], acc => acc
  | x :: xs, acc => bif p x then go xs (acc + 1) else go xs acc
def count [BEq α] (a : α) : List α → Nat := countP (· == a)

/-! ## Several lists -/

@[specialize] def zipWith (f : α → β → γ) : List α → List β → List γ
  | x :: xs, y :: ys => f x y :: zipWith f xs ys
  | _, _ => []
def zip : List α → List β → List (α × β) := zipWith Prod.mk
def unzip : List (α × β) → List α × List β
  | [] => ([], [])
  | (a, b) :: t => match unzip t with | (as, bs) => (a :: as, b :: bs)
def zipIdx : (l : List α) → (n : Nat := 0) → List (α × Nat)
  | [], _ => []
  | x :: xs, n => (x, n) :: zipIdx xs (n + 1)
@[inline] def mapIdx (f : Nat → α → β) (as : List α) : List β := (as.zipIdx).map fun (a, i) => f i a
def intersperse (sep : α) : List α → List α
  | [] => []
  | [x] => [x]
  | x :: y :: xs => x :: sep :: intersperse sep (y :: xs)
def intercalate (sep : List α) (xs : List (List α)) : List α := (intersperse sep xs).flatten

/-! ## Removing, sorting, ranges, sums -/

protected def erase [BEq α] : List α → α → List α
  | [], _ => []
  | a :: as, b => match a == b with
    | true => as
    | false => a :: List.erase as b
def eraseP (p : α → Bool) : List α → List α
  | [] => []
  | a :: as => bif p a then as else a :: eraseP p as
@[inline] protected def insert [BEq α] (a : α) (l : List α) : List α := if l.elem a then l else a :: l
instance [BEq α] : Insert α (List α) := ⟨List.insert⟩
instance : Singleton α (List α) := ⟨fun a => [a]⟩
protected def removeAll [BEq α] (xs ys : List α) : List α := xs.filter fun x => !ys.elem x
def eraseDups [BEq α] (as : List α) : List α := loop as []
where
  loop : List α → List α → List α
  | [], bs => bs.reverse
  | a :: as, bs => match bs.elem a with
    | true => loop as bs
    | false => loop as (a :: bs)
def range' : (start len : Nat) → (step : Nat := 1) → List Nat
  | _, 0, _ => []
  | s, n + 1, step => s :: range' (s + step) n step
def range (n : Nat) : List Nat := loop n []
where
  loop : Nat → List Nat → List Nat
  | 0, ns => ns
  | n + 1, ns => loop n (n :: ns)
def iota : Nat → List Nat
  | 0 => []
  | m + 1 => (m + 1) :: iota m
def sum [Add α] [Zero α] : List α → α := foldr (· + ·) 0
protected def max? [Max α] : List α → Option α
  | [] => none
  | a :: as => some (as.foldl max a)
protected def min? [Min α] : List α → Option α
  | [] => none
  | a :: as => some (as.foldl min a)
/-- Merges two lists that are sorted by `le`. -/
def merge (xs ys : List α) (le : α → α → Bool := by exact fun a b => a ≤ b) : List α :=
  match xs with
  | [] => ys
  | x :: xs => step (fun zs => merge xs zs le) x ys
where
  step (rest : List α → List α) (x : α) : List α → List α
  | [] => x :: rest []
  | y :: ys => if le x y then x :: rest (y :: ys) else y :: step rest x ys
/-- Insertion of an element into a list that is sorted by `le`. -/
def orderedInsert_ (le : α → α → Bool) (a : α) : List α → List α
  | [] => [a]
  | b :: l => if le a b then a :: b :: l else b :: orderedInsert_ le a l
/-- A stable sort by `le`. -/
def mergeSort (xs : List α) (le : α → α → Bool := by exact fun a b => a ≤ b) : List α :=
  xs.foldr (orderedInsert_ le) []

/-! ## Relations between lists -/

inductive Sublist {α : Type u} : List α → List α → Prop where
  | slnil : Sublist [] []
  | cons a : Sublist l₁ l₂ → Sublist l₁ (a :: l₂)
  | cons₂ a : Sublist l₁ l₂ → Sublist (a :: l₁) (a :: l₂)
def IsPrefix (l₁ l₂ : List α) : Prop := ∃ t, l₁ ++ t = l₂
def IsSuffix (l₁ l₂ : List α) : Prop := ∃ t, t ++ l₁ = l₂
def IsInfix (l₁ l₂ : List α) : Prop := ∃ s t, s ++ l₁ ++ t = l₂
infixl:50 " <+ " => Sublist
infixl:50 " <+: " => IsPrefix
infixl:50 " <:+ " => IsSuffix
infixl:50 " <:+: " => IsInfix
protected def Subset (l₁ l₂ : List α) : Prop := ∀ ⦃a : α⦄, a ∈ l₁ → a ∈ l₂
instance instHasSubset : HasSubset (List α) := ⟨List.Subset⟩
inductive Pairwise {α : Type u} (R : α → α → Prop) : List α → Prop where
  | nil : Pairwise R []
  | cons : ∀ {a : α} {l : List α}, (∀ a', a' ∈ l → R a a') → Pairwise R l → Pairwise R (a :: l)
def Nodup (l : List α) : Prop := Pairwise (· ≠ ·) l
inductive Perm {α : Type u} : List α → List α → Prop where
  | nil : Perm [] []
  | cons (x : α) {l₁ l₂ : List α} : Perm l₁ l₂ → Perm (x :: l₁) (x :: l₂)
  | swap (x y : α) (l : List α) : Perm (y :: x :: l) (x :: y :: l)
  | trans {l₁ l₂ l₃ : List α} : Perm l₁ l₂ → Perm l₂ l₃ → Perm l₁ l₃
inductive Lex (r : α → α → Prop) : List α → List α → Prop where
  | nil {a l} : Lex r [] (a :: l)
  | rel {a₁ l₁ a₂ l₂} (h : r a₁ a₂) : Lex r (a₁ :: l₁) (a₂ :: l₂)
  | cons {a l₁ l₂} (h : Lex r l₁ l₂) : Lex r (a :: l₁) (a :: l₂)
instance instLT [LT α] : LT (List α) := ⟨Lex (· < ·)⟩

/-! ## Monadic traversals -/

@[inline] protected def forIn {m : Type u₁ → Type u₂} {β : Type u₁} [Monad m] (as : List α) (init : β)
    (f : α → β → m (ForInStep β)) : m β :=
  let rec @[specialize] loop : List α → β → m β
    | [], b => pure b
    | a :: as, b => do
      match ← f a b with
      | .done b => pure b
      | .yield b => loop as b
  loop as init
instance instForIn {m : Type u₁ → Type u₂} [Monad m] : ForIn m (List α) α := ⟨List.forIn⟩
@[specialize]
protected def forIn'_go {m : Type u₁ → Type u₂} {β : Type u₁} [Monad m] (l : List α)
    (f : (a : α) → a ∈ l → β → m (ForInStep β)) :
    (as : List α) → (∀ a, a ∈ as → a ∈ l) → β → m β
  | [], _, b => pure b
  | a :: as, h, b => do
    match ← f a (h a (.head as)) b with
    | .done b => pure b
    | .yield b => List.forIn'_go l f as (fun x hx => h x (.tail a hx)) b
instance instForIn' {m : Type u₁ → Type u₂} [Monad m] : ForIn' m (List α) α inferInstance where
  forIn' l init f := List.forIn'_go l f l (fun _ h => h) init
def forM {m : Type u → Type v} [Monad m] {α : Type w} (as : List α) (f : α → m PUnit) : m PUnit :=
  match as with
  | [] => pure ⟨⟩
  | a :: as => do f a; forM as f
instance instForM {m : Type u → Type v} [Monad m] {α : Type w} : ForM m (List α) α := ⟨List.forM⟩
@[specialize] def mapM {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : α → m β) :
    List α → m (List β)
  | [] => pure []
  | a :: as => do let b ← f a; let bs ← mapM f as; pure (b :: bs)
@[specialize] def mapA {m : Type u → Type v} [Applicative m] {α : Type w} {β : Type u} (f : α → m β) :
    List α → m (List β)
  | [] => pure []
  | a :: as => List.cons <$> f a <*> mapA f as
@[specialize] def filterM {m : Type → Type v} [Monad m] {α : Type} (p : α → m Bool) : List α → m (List α)
  | [] => pure []
  | a :: as => do let b ← p a; let bs ← filterM p as; pure (if b then a :: bs else bs)
@[specialize] def foldlM {m : Type u → Type v} [Monad m] {s : Type u} {α : Type w} (f : s → α → m s) :
    (init : s) → List α → m s
  | s, [] => pure s
  | s, a :: as => do let s' ← f s a; foldlM f s' as
@[inline] def foldrM {m : Type u → Type v} [Monad m] {s : Type u} {α : Type w} (f : α → s → m s) (init : s)
    (l : List α) : m s := l.reverse.foldlM (fun s a => f a s) init
@[specialize] def anyM {m : Type → Type u} [Monad m] {α : Type v} (p : α → m Bool) : List α → m Bool
  | [] => pure false
  | a :: as => do match ← p a with | true => pure true | false => anyM p as
@[specialize] def allM {m : Type → Type u} [Monad m] {α : Type v} (p : α → m Bool) : List α → m Bool
  | [] => pure true
  | a :: as => do match ← p a with | true => allM p as | false => pure false
instance instFunctor : Functor List := { map := List.map }
end List
