import Abacus.Expr.Simplify
import Abacus.Machine.Run

/-! A compiler from expressions to the stack machine, and the proof that it is right. -/

namespace Abacus

/-- Compile an expression. -/
def compile : Expr → Code
  | .num n => [.push n]
  | .var i => [.load i]
  | .add a b => join (compile a) (join (compile b) [.plus])
  | .mul a b => join (compile a) (join (compile b) [.times])

/-- Simplify an expression, then compile it. -/
def optimise (e : Expr) : Code := compile e.simplify

/-- Run a program from an empty stack, and take what it leaves on top. -/
def result (env : Env) (is : Code) : Option Nat :=
  match run env is [] with
  | some (n :: _) => some n
  | _ => none

theorem compile_num (n : Nat) : compile (.num n) = [.push n] := rfl

theorem compile_var (i : Nat) : compile (.var i) = [.load i] := rfl

theorem compile_correct (env : Env) (e : Expr) (st : Stack) :
    run env (compile e) st = some (e.eval env :: st) := by
  induction e generalizing st with
  | num n => rfl
  | var i => rfl
  | add a b iha ihb =>
    show run env (join (compile a) (join (compile b) [.plus])) st = _
    rw [run_join env _ _ st _ (iha st), run_join env _ _ _ _ (ihb _)]; rfl
  | mul a b iha ihb =>
    show run env (join (compile a) (join (compile b) [.times])) st = _
    rw [run_join env _ _ st _ (iha st), run_join env _ _ _ _ (ihb _)]; rfl

theorem optimise_correct (env : Env) (e : Expr) (st : Stack) :
    run env (optimise e) st = some (e.eval env :: st) := by
  unfold optimise
  rw [compile_correct, Expr.eval_simplify]

theorem result_compile (env : Env) (e : Expr) : result env (compile e) = some (e.eval env) := by
  unfold result; rw [compile_correct]

theorem result_optimise (env : Env) (e : Expr) : result env (optimise e) = some (e.eval env) := by
  unfold result; rw [optimise_correct]

theorem optimise_same (env : Env) (e : Expr) :
    result env (optimise e) = result env (compile e) := by
  rw [result_optimise, result_compile]

theorem size_compile (e : Expr) : size (compile e) = e.size := by
  induction e with
  | num n => rfl
  | var i => rfl
  | add a b iha ihb =>
    show size (join (compile a) (join (compile b) [.plus])) = a.size + b.size + 1
    rw [size_join, size_join, iha, ihb]; show a.size + (b.size + 1) = a.size + b.size + 1; omega
  | mul a b iha ihb =>
    show size (join (compile a) (join (compile b) [.times])) = a.size + b.size + 1
    rw [size_join, size_join, iha, ihb]; show a.size + (b.size + 1) = a.size + b.size + 1; omega

theorem size_optimise_le (e : Expr) : size (optimise e) ≤ size (compile e) := by
  unfold optimise
  rw [size_compile, size_compile]
  exact Expr.size_simplify_le e

theorem computations_compile (e : Expr) : computations (compile e) + 1 = e.leaves := by
  induction e with
  | num n => rfl
  | var i => rfl
  | add a b iha ihb =>
    show computations (join (compile a) (join (compile b) [.plus])) + 1 = a.leaves + b.leaves
    rw [computations_join, computations_join]
    show computations (compile a) + (computations (compile b) + 1) + 1 = a.leaves + b.leaves
    omega
  | mul a b iha ihb =>
    show computations (join (compile a) (join (compile b) [.times])) + 1 = a.leaves + b.leaves
    rw [computations_join, computations_join]
    show computations (compile a) + (computations (compile b) + 1) + 1 = a.leaves + b.leaves
    omega

theorem compile_ne_nil (e : Expr) : 0 < size (compile e) := by
  rw [size_compile]; exact Expr.size_pos e

theorem result_closed (env env' : Env) (e : Expr) (h : e.Closed) :
    result env (compile e) = result env' (compile e) := by
  rw [result_compile, result_compile, Expr.eval_closed e env env' h]

end Abacus
