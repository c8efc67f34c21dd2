import Abacus.Expr.Eval
import Abacus.List.Basic

/-! The instructions of a stack machine. -/

namespace Abacus

/-- An instruction. -/
inductive Instr where
  | push (n : Nat)
  | load (i : Nat)
  | plus
  | times

/-- A program. -/
abbrev Code := List Instr

/-- The numbers that a program works on, the top first. -/
abbrev Stack := List Nat

namespace Instr

/-- How many numbers an instruction needs. -/
def needs : Instr → Nat
  | push _ => 0
  | load _ => 0
  | plus => 2
  | times => 2

/-- Whether an instruction computes something from the stack. -/
def computes : Instr → Bool
  | push _ => false
  | load _ => false
  | plus => true
  | times => true

theorem needs_push (n : Nat) : (push n).needs = 0 := rfl

theorem needs_load (i : Nat) : (load i).needs = 0 := rfl

theorem needs_plus : plus.needs = 2 := rfl

theorem needs_times : times.needs = 2 := rfl

theorem needs_le_two (i : Instr) : i.needs ≤ 2 := by
  cases i with
  | push n => exact Nat.zero_le 2
  | load i => exact Nat.zero_le 2
  | plus => exact Nat.le_refl 2
  | times => exact Nat.le_refl 2

theorem needs_of_computes (i : Instr) (h : i.computes = true) : i.needs = 2 := by
  cases i with
  | push n => exact nomatch h
  | load i => exact nomatch h
  | plus => rfl
  | times => rfl

end Instr

/-- How many instructions of a program compute something. -/
def computations : Code → Nat
  | [] => 0
  | i :: is => (if i.computes then 1 else 0) + computations is

theorem computations_nil : computations [] = 0 := rfl

theorem computations_cons (i : Instr) (is : Code) :
    computations (i :: is) = (if i.computes then 1 else 0) + computations is := rfl

theorem computations_join (is js : Code) :
    computations (join is js) = computations is + computations js := by
  induction is with
  | nil => show computations js = 0 + computations js; omega
  | cons i is ih =>
    show (if i.computes then 1 else 0) + computations (join is js) = _
    rw [ih, computations_cons]; omega

theorem computations_le_size (is : Code) : computations is ≤ size is := by
  induction is with
  | nil => exact Nat.le_refl 0
  | cons i is ih =>
    rw [computations_cons]; show _ ≤ size is + 1
    split <;> omega

end Abacus
