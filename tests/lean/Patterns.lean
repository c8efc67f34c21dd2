/-! Taking hypotheses apart: `cases`, `rcases`, `obtain`, `rintro`, `match`, `injection`. -/

namespace Patterns

variable {p q r s : Prop}

theorem deep (h : p ∧ (q ∨ (r ∧ s))) : (p ∧ q) ∨ (r ∧ p) := by
  rcases h with ⟨hp, hq | ⟨hr, -⟩⟩
  · left
    exact ⟨hp, hq⟩
  · right
    exact ⟨hr, hp⟩

theorem rintro_or : p ∨ q ∨ r → r ∨ q ∨ p := by
  rintro (hp | hq | hr)
  · exact .inr (.inr hp)
  · exact .inr (.inl hq)
  · exact .inl hr

theorem obtain_witness (h : ∃ n : Nat, n > 2 ∧ n < 4) : ∃ m : Nat, m ≥ 2 := by
  obtain ⟨n, hgt, _⟩ := h
  exact ⟨n, Nat.le_of_lt hgt⟩

theorem obtain_have (hp : p) (hpq : p → q ∧ r) : r := by
  obtain ⟨_, hr⟩ := hpq hp
  exact hr

theorem obtain_typed : ∃ n : Nat, n * n = 16 := by
  obtain ⟨n, hn⟩ : ∃ n : Nat, n = 4 := ⟨4, rfl⟩
  subst hn
  exact ⟨4, rfl⟩

theorem rfl_pattern (f : Nat → Nat) (a b : Nat) : a = b ∧ f a = 3 → f b = 3 := by
  rintro ⟨rfl, h⟩
  exact h

theorem cases_named (n : Nat) (h : n ≠ 0) : ∃ m, n = m + 1 := by
  cases hn : n with
  | zero => exact absurd hn h
  | succ m => exact ⟨m, rfl⟩

theorem cases_star (b c : Bool) : (b || c) = (c || b) := by
  rcases b <;> rcases c <;> rfl

theorem match_tactic (o : Option Nat) (h : o ≠ none) : ∃ n, o = some n := by
  match o, h with
  | some n, _ => exact ⟨n, rfl⟩
  | none, h => exact absurd rfl h

theorem match_with_eq (xs : List Nat) : xs = [] ∨ 0 < xs.length := by
  match h : xs with
  | [] => left; rfl
  | x :: rest => right; exact Nat.succ_pos _

theorem injection_named {a b : Nat} {xs ys : List Nat} (h : a :: xs = b :: ys) : xs = ys ∧ a = b := by
  injection h with hab hxy
  exact ⟨hxy, hab⟩

theorem no_confusion (n : Nat) (h : n + 1 = 0) : p := by
  cases h

theorem no_confusion' (n : Nat) : ¬(n + 1 = 0) := by
  rintro ⟨⟩

theorem fun_pattern : (p ∧ q) ∧ r → p := fun ⟨⟨hp, _⟩, _⟩ => hp

theorem nested_intro : (p → q) ∧ (q → r) → p → r := by
  intro ⟨hpq, hqr⟩ hp
  exact hqr (hpq hp)

theorem next_style (h : p ∨ q) (hpr : p → r) (hqr : q → r) : r := by
  cases h
  next hp => exact hpr hp
  next hq => exact hqr hq

theorem rename_style (h : p ∧ q) : q ∧ p := by
  cases h
  rename_i hp hq
  exact ⟨hq, hp⟩

theorem case_style (h : p ∨ q) (hpr : p → r) (hqr : q → r) : r := by
  cases h
  case inr h => exact hqr h
  case inl h => exact hpr h

/-- Even numbers, as an inductive predicate. -/
inductive Even : Nat → Prop where
  | zero : Even 0
  | step {n : Nat} : Even n → Even (n + 2)

theorem even_four : Even 4 := .step (.step .zero)

theorem not_even_one : ¬Even 1 := by
  intro h
  cases h

theorem not_even_three : ¬Even 3
  | .step h => nomatch h

theorem Even.pred {n : Nat} (h : Even (n + 2)) : Even n := by
  cases h with
  | step h => exact h

theorem Even.add {m n : Nat} (hm : Even m) (hn : Even n) : Even (m + n) := by
  induction hn with
  | zero => exact hm
  | step _ ih => exact ih.step

theorem Even.double (n : Nat) : Even (n + n) := by
  induction n with
  | zero => exact .zero
  | succ n ih =>
    rw [Nat.add_succ, Nat.succ_add]
    exact .step ih

theorem even_iff {n : Nat} : Even n ↔ ∃ k, n = k + k := by
  constructor
  · intro h
    induction h with
    | zero => exact ⟨0, rfl⟩
    | step _ ih =>
      obtain ⟨k, rfl⟩ := ih
      exact ⟨k + 1, by rw [Nat.add_add_add_comm]⟩
  · rintro ⟨k, rfl⟩
    exact .double k

/-- The transitive closure of a relation. -/
inductive Plus {α : Type} (r : α → α → Prop) : α → α → Prop where
  | single {a b : α} : r a b → Plus r a b
  | tail {a b c : α} : Plus r a b → r b c → Plus r a c

theorem Plus.trans {α : Type} {r : α → α → Prop} {a b c : α} (h₁ : Plus r a b) (h₂ : Plus r b c) :
    Plus r a c := by
  induction h₂ with
  | single h => exact .tail h₁ h
  | tail _ h ih => exact .tail ih h

theorem Plus.mono {α : Type} {r s : α → α → Prop} (h : ∀ a b, r a b → s a b) {a b : α}
    (hr : Plus r a b) : Plus s a b := by
  induction hr with
  | single hab => exact .single (h _ _ hab)
  | tail _ hbc ih => exact .tail ih (h _ _ hbc)

theorem Plus.lt {a b : Nat} (h : Plus (fun m n => n = m + 1) a b) : a < b := by
  induction h with
  | single h =>
    subst h
    exact Nat.lt_succ_self _
  | tail _ h ih =>
    subst h
    exact Nat.lt_succ_of_lt ih

/-- Vectors: lists that know their length. -/
inductive Vec (α : Type) : Nat → Type where
  | nil : Vec α 0
  | cons {n : Nat} : α → Vec α n → Vec α (n + 1)

namespace Vec

variable {α β : Type} {n : Nat}

def head : Vec α (n + 1) → α
  | cons a _ => a

def tail : Vec α (n + 1) → Vec α n
  | cons _ v => v

def map (f : α → β) : {n : Nat} → Vec α n → Vec β n
  | _, nil => nil
  | _, cons a v => cons (f a) (map f v)

def toList : {n : Nat} → Vec α n → List α
  | _, nil => []
  | _, cons a v => a :: toList v

def zip : {n : Nat} → Vec α n → Vec β n → Vec (α × β) n
  | _, nil, nil => nil
  | _, cons a v, cons b w => cons (a, b) (zip v w)

def get : {n : Nat} → Vec α n → Fin n → α
  | _, cons a _, ⟨0, _⟩ => a
  | _, cons _ v, ⟨i + 1, h⟩ => get v ⟨i, Nat.lt_of_succ_lt_succ h⟩

theorem length_toList (v : Vec α n) : v.toList.length = n := by
  induction v with
  | nil => rfl
  | cons a v ih => rw [toList, List.length_cons, ih]

theorem head_cons_tail (v : Vec α (n + 1)) : cons v.head v.tail = v := by
  cases v with
  | cons a v => rfl

theorem toList_map (f : α → β) (v : Vec α n) : (v.map f).toList = v.toList.map f := by
  induction v with
  | nil => rfl
  | cons a v ih => rw [map, toList, ih]; rfl

theorem eq_nil (v : Vec α 0) : v = nil := by
  cases v
  rfl

#eval (cons 1 (cons 2 nil)).toList
-- info: [1, 2]

#eval ((cons 1 (cons 2 nil)).zip (cons 'a' (cons 'b' nil))).toList
-- info: [(1, 'a'), (2, 'b')]

#eval (cons 'x' (cons 'y' nil)).get 1
-- info: 'y'

end Vec

/-! ## Array literals -/

def few : Array Nat → Nat
  | #[] => 0
  | #[a] => a
  | #[a, b] => a + b
  | _ => 100

#eval (few #[], few #[4], few #[4, 5], few #[1, 2, 3])
-- info: (0, 4, 9, 100)

/-! ## A name for what a pattern matches -/

inductive Tree (α : Type) where
  | leaf
  | node (l : Tree α) (x : α) (r : Tree α)

namespace Tree

def insert [Ord α] (x : α) : Tree α → Tree α
  | leaf => node leaf x leaf
  | t@(node l y r) => match compare x y with
    | .lt => node (l.insert x) y r
    | .eq => t
    | .gt => node l y (r.insert x)

def toList : Tree α → List α
  | leaf => []
  | node l x r => l.toList ++ x :: r.toList

#eval ([3, 1, 4, 1, 5].foldl (fun t x => t.insert x) leaf).toList
-- info: [1, 3, 4, 5]

end Tree

def firstOfTwo : List α → Option (α × List α)
  | xs@(x :: _ :: _) => some (x, xs)
  | _ => none

theorem firstOfTwo_cons (x y : α) (xs : List α) : firstOfTwo (x :: y :: xs) = some (x, x :: y :: xs) := rfl

end Patterns
