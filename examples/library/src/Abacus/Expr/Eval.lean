import Abacus.Expr.Syntax

/-! What an expression is worth. -/

namespace Abacus

/-- The value of each variable. -/
abbrev Env := Nat → Nat

/-- All variables are 0. -/
def Env.zero : Env := fun _ => 0

/-- One variable gets a new value. -/
def Env.set (env : Env) (i n : Nat) : Env := fun j => if j = i then n else env j

namespace Expr

/-- The value of an expression. -/
def eval (env : Env) : Expr → Nat
  | num n => n
  | var i => env i
  | add a b => a.eval env + b.eval env
  | mul a b => a.eval env * b.eval env

/-- Two expressions are worth the same, whatever the variables are. -/
def Same (a b : Expr) : Prop := ∀ env, a.eval env = b.eval env

theorem eval_num (env : Env) (n : Nat) : (num n).eval env = n := rfl

theorem eval_var (env : Env) (i : Nat) : (var i).eval env = env i := rfl

theorem eval_add (env : Env) (a b : Expr) : (add a b).eval env = a.eval env + b.eval env := rfl

theorem eval_mul (env : Env) (a b : Expr) : (mul a b).eval env = a.eval env * b.eval env := rfl

theorem set_same (env : Env) (i n : Nat) : env.set i n i = n := if_pos rfl

theorem set_other (env : Env) (i j n : Nat) (h : j ≠ i) : env.set i n j = env j := if_neg h

theorem eval_closed (e : Expr) (env env' : Env) (h : e.Closed) : e.eval env = e.eval env' := by
  induction e with
  | num n => rfl
  | var i => exact h.elim
  | add a b iha ihb => rw [eval_add, eval_add, iha h.1, ihb h.2]
  | mul a b iha ihb => rw [eval_mul, eval_mul, iha h.1, ihb h.2]

theorem same_refl (a : Expr) : Same a a := fun _ => rfl

theorem same_symm (a b : Expr) (h : Same a b) : Same b a := fun env => (h env).symm

theorem same_trans (a b c : Expr) (h : Same a b) (k : Same b c) : Same a c :=
  fun env => (h env).trans (k env)

theorem same_add (a a' b b' : Expr) (h : Same a a') (k : Same b b') :
    Same (add a b) (add a' b') := by
  intro env; rw [eval_add, eval_add, h env, k env]

theorem same_mul (a a' b b' : Expr) (h : Same a a') (k : Same b b') :
    Same (mul a b) (mul a' b') := by
  intro env; rw [eval_mul, eval_mul, h env, k env]

theorem same_add_comm (a b : Expr) : Same (add a b) (add b a) := by
  intro env; rw [eval_add, eval_add, Nat.add_comm]

theorem same_mul_comm (a b : Expr) : Same (mul a b) (mul b a) := by
  intro env; rw [eval_mul, eval_mul, Nat.mul_comm]

theorem same_add_zero (a : Expr) : Same (add a (num 0)) a := by
  intro env; rw [eval_add, eval_num, Nat.add_zero]

theorem same_mul_one (a : Expr) : Same (mul a (num 1)) a := by
  intro env; rw [eval_mul, eval_num, Nat.mul_one]

theorem same_mul_zero (a : Expr) : Same (mul a (num 0)) (num 0) := by
  intro env; rw [eval_mul, eval_num, Nat.mul_zero]

end Expr
end Abacus
