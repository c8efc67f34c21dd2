/-! Notation and macros. -/

namespace Notations

infixl:65 " ⊞ " => fun (a b : Nat) => a + b + 1
infixr:67 " ⊳ " => fun (a b : Nat) => a - b
prefix:max "♯" => List.length
postfix:max "!" => fun n => List.foldl (· * ·) 1 (List.range' 1 n)

#eval 2 ⊞ 3 ⊞ 4
-- info: 11

#eval 10 ⊳ 5 ⊳ 3
-- info: 8

#eval ♯[1, 2, 3]
-- info: 3

#eval 5!
-- info: 120

notation "‖" a ", " b "‖" => (a - b) + (b - a)

#eval ‖3, 8‖
-- info: 5

notation:50 a " divides " b:50 => ∃ k, b = a * k

theorem divides_refl (n : Nat) : n divides n := ⟨1, by simp⟩

theorem divides_trans {a b c : Nat} : (a divides b) → (b divides c) → a divides c := by
  rintro ⟨k, rfl⟩ ⟨l, rfl⟩
  exact ⟨k * l, Nat.mul_assoc a k l⟩

def modEq (n a b : Nat) : Prop := a % n = b % n

notation:50 a " ≡ " b " [mod " n "]" => modEq n a b

theorem modEq_refl (n a : Nat) : a ≡ a [mod n] := rfl

theorem modEq_symm {n a b : Nat} (h : a ≡ b [mod n]) : b ≡ a [mod n] := Eq.symm h

theorem modEq_trans {n a b c : Nat} (h₁ : a ≡ b [mod n]) (h₂ : b ≡ c [mod n]) : a ≡ c [mod n] :=
  Eq.trans h₁ h₂

instance (n a b : Nat) : Decidable (a ≡ b [mod n]) := inferInstanceAs (Decidable (a % n = b % n))

example : 17 ≡ 5 [mod 12] := by decide

example : 17 ≡ 5 [mod 12] := rfl

#check 17 ≡ 5 [mod 12]
-- info: 17 ≡ 5 [mod 12] : Prop

local notation "origin" => ((0, 0) : Nat × Nat)

#eval origin
-- info: (0, 0)

scoped infix:50 " ∼ " => fun (a b : Nat) => a % 2 = b % 2

example : 3 ∼ 5 := rfl

section vectors

structure Vec where
  x : Int
  y : Int
  deriving Repr, DecidableEq

instance : Add Vec := ⟨fun v w => ⟨v.x + w.x, v.y + w.y⟩⟩
instance : Neg Vec := ⟨fun v => ⟨-v.x, -v.y⟩⟩
instance : Sub Vec := ⟨fun v w => v + -w⟩
instance : HMul Int Vec Vec := ⟨fun a v => ⟨a * v.x, a * v.y⟩⟩
instance : OfNat Vec 0 := ⟨⟨0, 0⟩⟩

notation "⟪" a ", " b "⟫" => Vec.mk a b

#eval (2 : Int) * ⟪1, -1⟫ + ⟪0, 3⟫
-- info: { x := 2, y := 1 }

#eval -⟪1, 2⟫ - ⟪1, 1⟫
-- info: { x := -2, y := -3 }

example : ⟪1, 2⟫ + 0 = ⟪1, 2⟫ := rfl

instance : HAppend Vec Vec (List Vec) := ⟨fun v w => [v, w]⟩

#eval (⟪1, 2⟫ ++ ⟪3, 4⟫).length
-- info: 2

end vectors

macro "answer" : term => `(42)

#eval answer + 1
-- info: 43

macro "twice! " x:term : term => `(let y := $x; y + y)

#eval twice! 21
-- info: 42

syntax "maximum " term:max term:max : term

macro_rules
  | `(maximum $a $b) => `(if $a < $b then $b else $a)

#eval maximum 3 7
-- info: 7

syntax "any! " "[" term,* "]" : term

macro_rules
  | `(any! []) => `(false)
  | `(any! [$x]) => `($x)
  | `(any! [$x, $xs,*]) => `($x || any! [$xs,*])

#eval any! [1 == 2, 2 == 2, 3 == 4]
-- info: true

macro "crush" : tactic => `(tactic| first | rfl | assumption | simp_all | decide)

example (p : Prop) (h : p) : p := by crush
example : 2 + 2 = 4 := by crush
example : 3 < 7 := by crush

macro "split_and" : tactic => `(tactic| (refine ⟨?_, ?_⟩ <;> crush))

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by split_and

syntax "intro_all" : tactic

macro_rules
  | `(tactic| intro_all) => `(tactic| repeat intro)

example : ∀ a b : Nat, a = b → b = a := by
  intro_all
  exact Eq.symm ‹_›

syntax "absurd! " ident ident : tactic

macro_rules
  | `(tactic| absurd! $h $h') => `(tactic| exact absurd $h $h')

example (p : Prop) (h : p) (h' : ¬p) : 1 = 2 := by absurd! h h'

macro "#twice " t:term : command => `(#eval $t + $t)

#twice 4
-- info: 8

macro "constant! " x:ident " := " v:term : command => `(def $x : Nat := $v)

constant! seven := 7

#eval seven
-- info: 7

declare_syntax_cat arith

syntax num : arith
syntax:50 arith:50 " + " arith:51 : arith
syntax:60 arith:60 " * " arith:61 : arith
syntax "(" arith ")" : arith
syntax "[arith| " arith "]" : term

inductive Arith where
  | num (n : Nat)
  | add (a b : Arith)
  | mul (a b : Arith)
  deriving Repr

macro_rules
  | `([arith| $n:num]) => `(Arith.num $n)
  | `([arith| $a + $b]) => `(Arith.add [arith| $a] [arith| $b])
  | `([arith| $a * $b]) => `(Arith.mul [arith| $a] [arith| $b])
  | `([arith| ($a)]) => `([arith| $a])

def Arith.eval : Arith → Nat
  | num n => n
  | add a b => a.eval + b.eval
  | mul a b => a.eval * b.eval

#eval [arith| 1 + 2 * (3 + 4)].eval
-- info: 15

#eval [arith| 1 + 2 * 3]
-- info: Notations.Arith.add (Notations.Arith.num 1) (Notations.Arith.mul (Notations.Arith.num 2) (Notations.Arith.num 3))

theorem arith_example : [arith| 2 * 3].eval = 6 := rfl

/-! Hygiene: a macro's own names do not capture the user's. -/

macro "const! " e:term : term => `(fun _ => $e)

#eval let x := 5; (const! x) 3
-- info: 5

macro "with_y! " e:term : term => `(let y := 100; y - y + $e)

#eval let y := 5; with_y! y
-- info: 5

open Nat in
#check succ
-- info: Nat.succ (n : Nat) : Nat

/-! The two ways to type an order. -/

#check 1 <= 2
-- info: 1 ≤ 2 : Prop

#check (2 : Int) >= 1
-- info: 2 ≥ 1 : Prop

export Vec (x)

#eval x ⟪8, 9⟫
-- info: 8

end Notations

open Notations in
example : 2 ∼ 4 := rfl
