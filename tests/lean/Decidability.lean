/-! Decidability: booleans, deciding propositions, proofs by `decide`. -/

namespace Decidability

def isZero (n : Nat) : Bool := n == 0

#eval isZero 0
-- info: true

theorem isZero_iff (n : Nat) : isZero n = true ↔ n = 0 := by
  cases n with
  | zero => simp [isZero]
  | succ n => simp [isZero]

theorem bool_cases (b : Bool) : b = true ∨ b = false := by
  cases b
  · right; rfl
  · left; rfl

theorem and_comm' (a b : Bool) : (a && b) = (b && a) := by
  cases a <;> cases b <;> rfl

theorem de_morgan (a b : Bool) : (!(a && b)) = (!a || !b) := by
  cases a <;> cases b <;> rfl

theorem xor_self' : ∀ b : Bool, xor b b = false := by decide

theorem all_bools : ∀ a b c : Bool, (a && (b || c)) = (a && b || a && c) := by decide

theorem not_injective : ∀ a b : Bool, (!a) = (!b) → a = b := by decide

theorem two_times_two : 2 * 2 = 4 := by decide

theorem eleven_not_even : ¬∃ k, k < 11 ∧ 11 = 2 * k := by
  rintro ⟨k, hk, h⟩
  have : ∀ k, k < 11 → 11 ≠ 2 * k := by decide
  exact this k hk h

def Prime (n : Nat) : Prop := 2 ≤ n ∧ ∀ d, d < n → 2 ≤ d → ¬n % d = 0

instance (n : Nat) : Decidable (Prime n) := inferInstanceAs (Decidable (_ ∧ _))

theorem prime_seven : Prime 7 := by decide

theorem not_prime_nine : ¬Prime 9 := by decide

#eval (List.range 20).filter (fun n => decide (Prime n))
-- info: [2, 3, 5, 7, 11, 13, 17, 19]

inductive Color where
  | red | green | blue
  deriving DecidableEq, Repr

namespace Color

def next : Color → Color
  | red => green
  | green => blue
  | blue => red

theorem next_three (c : Color) : c.next.next.next = c := by cases c <;> rfl

theorem next_ne (c : Color) : c.next ≠ c := by cases c <;> decide

def all : List Color := [red, green, blue]

theorem mem_all (c : Color) : c ∈ all := by cases c <;> decide

#eval if red = green then "same" else "different"
-- info: "different"

#eval red == red
-- info: true

end Color

/-- Equality of trees is decidable. -/
inductive Tree where
  | leaf
  | node (left : Tree) (label : Nat) (right : Tree)
  deriving DecidableEq

#eval decide (Tree.node .leaf 1 .leaf = .node .leaf 1 .leaf)
-- info: true

#eval decide (Tree.node .leaf 1 .leaf = .leaf)
-- info: false

instance decidableAllBelow (p : Nat → Prop) [DecidablePred p] : (n : Nat) → Decidable (∀ m, m < n → p m)
  | 0 => isTrue (fun _ h => absurd h (Nat.not_lt_zero _))
  | n + 1 =>
    match decidableAllBelow p n with
    | isFalse h => isFalse (fun hall => h (fun m hm => hall m (Nat.lt_succ_of_lt hm)))
    | isTrue h =>
      if hn : p n then
        isTrue (fun m hm => by
          rcases Nat.lt_or_eq_of_le (Nat.le_of_lt_succ hm) with h' | rfl
          · exact h m h'
          · exact hn)
      else
        isFalse (fun hall => hn (hall n (Nat.lt_succ_self n)))

theorem em_of_decidable (p : Prop) [Decidable p] : p ∨ ¬p :=
  if h : p then Or.inl h else Or.inr h

theorem not_not_of_decidable {p : Prop} [Decidable p] (h : ¬¬p) : p :=
  match (inferInstance : Decidable p) with
  | isTrue hp => hp
  | isFalse hnp => absurd hnp h

theorem decide_true {p : Prop} [Decidable p] (h : p) : decide p = true := by simp [h]

theorem of_decide {p : Prop} [Decidable p] (h : decide p = true) : p := of_decide_eq_true h

theorem ite_self {α : Type} (p : Prop) [Decidable p] (a : α) : (if p then a else a) = a := by
  split <;> rfl

theorem ite_pos {p : Prop} [Decidable p] (h : p) (a b : Nat) : (if p then a else b) = a := by
  rw [if_pos h]

theorem ite_neg {p : Prop} [Decidable p] (h : ¬p) (a b : Nat) : (if p then a else b) = b :=
  if_neg h

def max' (a b : Nat) : Nat := if a < b then b else a

theorem le_max'_left (a b : Nat) : a ≤ max' a b := by
  unfold max'
  split
  · exact Nat.le_of_lt ‹a < b›
  · exact Nat.le_refl a

theorem max'_eq (a b : Nat) : max' a b = a ∨ max' a b = b := by
  simp only [max']
  by_cases h : a < b
  · simp [h]
  · simp [h]

def search (p : Nat → Bool) : Nat → Option Nat
  | 0 => none
  | n + 1 =>
    match search p n with
    | some m => some m
    | none => if p n then some n else none

theorem search_sound (p : Nat → Bool) : ∀ n m, search p n = some m → p m = true := by
  intro n
  induction n with
  | zero =>
    intro m h
    simp [search] at h
  | succ n ih =>
    intro m h
    unfold search at h
    split at h
    · next k hk =>
      injection h with h
      subst h
      exact ih k hk
    · split at h
      · next hn =>
        injection h with h
        rw [← h]
        exact hn
      · contradiction

example : 10 < 20 ∧ 3 ≠ 4 := by decide
example : "abc" ≠ "abd" := by decide
example : 'a' ≠ 'b' := by decide
example : [1, 2, 3].length = 3 ∧ [1, 2] ≠ [2, 1] := by decide
example : some 3 ≠ none := by decide
example : (1, 'x') = (1, 'x') := by decide
example : ∃ n, n < 10 ∧ n * n = 81 := ⟨9, by decide⟩
example : ∀ i : Fin 5, i.val < 5 := by decide
example : ¬(2 + 2 = 5) := of_decide_eq_false rfl

#eval if 3 ∣ 12 then 1 else 0
-- info: 1

#eval decide (∀ m, m < 10 → m * m < 100)
-- info: true

def sumBelow : Nat → Nat
  | 0 => 0
  | n + 1 => n + sumBelow n

example : sumBelow 10 = 45 := by cbv
example : [1, 2].length = 2 ∧ "ab" ≠ "ac" := by cbv
example : ¬sumBelow 4 = 7 := by decide_cbv

theorem wrong : sumBelow 4 = 7 := by decide_cbv
-- error: `decide_cbv` failed: the proposition evaluates to `false`

#synth Decidable (3 < 4)
-- info: Nat.decLt 3 4

end Decidability
