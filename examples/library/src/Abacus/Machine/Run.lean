import Abacus.Machine.Code

/-! Running a program. A program that finds too few numbers stops. -/

namespace Abacus

/-- One step. -/
def step (env : Env) : Instr → Stack → Option Stack
  | .push n, st => some (n :: st)
  | .load i, st => some (env i :: st)
  | .plus, b :: a :: st => some ((a + b) :: st)
  | .times, b :: a :: st => some ((a * b) :: st)
  | .plus, _ => none
  | .times, _ => none

/-- All steps. -/
def run (env : Env) : Code → Stack → Option Stack
  | [], st => some st
  | i :: is, st =>
    match step env i st with
    | some st' => run env is st'
    | none => none

theorem run_nil (env : Env) (st : Stack) : run env [] st = some st := rfl

theorem step_push (env : Env) (n : Nat) (st : Stack) : step env (.push n) st = some (n :: st) := rfl

theorem step_load (env : Env) (i : Nat) (st : Stack) :
    step env (.load i) st = some (env i :: st) := rfl

theorem step_plus (env : Env) (a b : Nat) (st : Stack) :
    step env .plus (b :: a :: st) = some ((a + b) :: st) := rfl

theorem step_times (env : Env) (a b : Nat) (st : Stack) :
    step env .times (b :: a :: st) = some ((a * b) :: st) := rfl

theorem step_plus_nil (env : Env) : step env .plus [] = none := rfl

theorem step_times_nil (env : Env) : step env .times [] = none := rfl

theorem step_plus_single (env : Env) (a : Nat) : step env .plus [a] = none := rfl

theorem run_push (env : Env) (n : Nat) (is : Code) (st : Stack) :
    run env (.push n :: is) st = run env is (n :: st) := rfl

theorem run_load (env : Env) (i : Nat) (is : Code) (st : Stack) :
    run env (.load i :: is) st = run env is (env i :: st) := rfl

theorem run_plus (env : Env) (a b : Nat) (is : Code) (st : Stack) :
    run env (.plus :: is) (b :: a :: st) = run env is ((a + b) :: st) := rfl

theorem run_times (env : Env) (a b : Nat) (is : Code) (st : Stack) :
    run env (.times :: is) (b :: a :: st) = run env is ((a * b) :: st) := rfl

theorem run_join (env : Env) (is js : Code) (st st' : Stack) (h : run env is st = some st') :
    run env (join is js) st = run env js st' := by
  induction is generalizing st with
  | nil =>
    have e : st = st' := Option.some.inj h
    rw [e]; rfl
  | cons i is ih =>
    show (match step env i st with
      | some s => run env (join is js) s
      | none => none) = run env js st'
    have g : (match step env i st with
      | some s => run env is s
      | none => none) = some st' := h
    cases hs : step env i st with
    | none => rw [hs] at g; exact nomatch g
    | some s => rw [hs] at g; exact ih s g

end Abacus
