/-! A small language: evaluation, optimization, compilation, and their proofs. -/

namespace Expressions

inductive Op where
  | add | mul
  deriving Repr, DecidableEq

inductive Expr where
  | lit (n : Nat)
  | var (x : String)
  | bin (op : Op) (a b : Expr)
  deriving Repr, DecidableEq

abbrev Env := String → Nat

def Op.eval : Op → Nat → Nat → Nat
  | add, m, n => m + n
  | mul, m, n => m * n

namespace Expr

def eval (env : Env) : Expr → Nat
  | lit n => n
  | var x => env x
  | bin op a b => op.eval (a.eval env) (b.eval env)

def sample : Expr := bin .add (lit 1) (bin .mul (lit 2) (var "x"))

#eval sample.eval (fun _ => 5)
-- info: 11

/-- Removes `0 + e` and `1 * e`. -/
def simplify : Expr → Expr
  | lit n => lit n
  | var x => var x
  | bin op a b =>
    match op, a.simplify, b.simplify with
    | .add, lit 0, b => b
    | .mul, lit 1, b => b
    | op, a, b => bin op a b

#eval simplify (bin .add (lit 0) (bin .mul (lit 1) (var "y")))
-- info: Expressions.Expr.var "y"

theorem simplify_correct (env : Env) (e : Expr) : e.simplify.eval env = e.eval env := by
  induction e with
  | lit n => rfl
  | var x => rfl
  | bin op a b iha ihb =>
    simp only [simplify, eval]
    split
    · next h => rw [← iha, ← ihb, h]; simp [eval, Op.eval]
    · next h => rw [← iha, ← ihb, h]; simp [eval, Op.eval]
    · rw [eval, iha, ihb]

def size : Expr → Nat
  | lit _ | var _ => 1
  | bin _ a b => a.size + b.size + 1

theorem size_pos (e : Expr) : 0 < e.size := by
  cases e <;> simp [size]

def swap : Expr → Expr
  | bin op a b => bin op b.swap a.swap
  | e => e

theorem Op.eval_comm (op : Op) (m n : Nat) : op.eval m n = op.eval n m := by
  cases op
  · exact Nat.add_comm m n
  · exact Nat.mul_comm m n

theorem swap_correct (env : Env) (e : Expr) : e.swap.eval env = e.eval env := by
  induction e with
  | lit n => rfl
  | var x => rfl
  | bin op a b iha ihb => rw [swap, eval, iha, ihb, Op.eval_comm, eval]

theorem swap_swap (e : Expr) : e.swap.swap = e := by
  induction e with
  | lit n => rfl
  | var x => rfl
  | bin op a b iha ihb => simp [swap, iha, ihb]

theorem size_swap (e : Expr) : e.swap.size = e.size := by
  induction e with
  | lit n => rfl
  | var x => rfl
  | bin op a b iha ihb => rw [swap, size, iha, ihb, size, Nat.add_comm a.size]

def vars : Expr → List String
  | lit _ => []
  | var x => [x]
  | bin _ a b => a.vars ++ b.vars

theorem eval_congr {e : Expr} {env env' : Env} (h : ∀ x, x ∈ e.vars → env x = env' x) :
    e.eval env = e.eval env' := by
  induction e with
  | lit n => rfl
  | var x => exact h x (by simp [vars])
  | bin op a b iha ihb =>
    rw [eval, eval]
    rw [iha fun x hx => h x (by simp [vars, hx]), ihb fun x hx => h x (by simp [vars, hx])]

def subst (e : Expr) (x : String) (r : Expr) : Expr :=
  match e with
  | lit n => lit n
  | var y => if y = x then r else var y
  | bin op a b => bin op (a.subst x r) (b.subst x r)

theorem eval_subst (env : Env) (x : String) (r e : Expr) :
    (e.subst x r).eval env = e.eval (fun y => if y = x then r.eval env else env y) := by
  induction e with
  | lit n => rfl
  | var y =>
    simp only [subst, eval]
    split
    · rfl
    · rfl
  | bin op a b iha ihb => rw [subst, eval, iha, ihb, eval]

end Expr

/-! A stack machine. -/

inductive Instr where
  | push (n : Nat)
  | load (x : String)
  | apply (op : Op)
  deriving Repr

abbrev Stack := List Nat

def step (env : Env) : Instr → Stack → Stack
  | .push n, s => n :: s
  | .load x, s => env x :: s
  | .apply op, n :: m :: s => op.eval m n :: s
  | .apply _, s => s

def exec (env : Env) : List Instr → Stack → Stack
  | [], s => s
  | i :: is, s => exec env is (step env i s)

def compile : Expr → List Instr
  | .lit n => [.push n]
  | .var x => [.load x]
  | .bin op a b => compile a ++ compile b ++ [.apply op]

#eval compile Expr.sample
-- info: [Expressions.Instr.push 1,
--|  Expressions.Instr.push 2,
--|  Expressions.Instr.load "x",
--|  Expressions.Instr.apply (Expressions.Op.mul),
--|  Expressions.Instr.apply (Expressions.Op.add)]

#eval exec (fun _ => 5) (compile Expr.sample) []
-- info: [11]

theorem exec_append (env : Env) (is js : List Instr) (s : Stack) :
    exec env (is ++ js) s = exec env js (exec env is s) := by
  induction is generalizing s with
  | nil => rfl
  | cons i is ih => exact ih (step env i s)

theorem compile_correct (env : Env) (e : Expr) (s : Stack) :
    exec env (compile e) s = e.eval env :: s := by
  induction e generalizing s with
  | lit n => rfl
  | var x => rfl
  | bin op a b iha ihb =>
    rw [compile, exec_append, exec_append, iha, ihb]
    rfl

theorem compile_ne_nil (e : Expr) : compile e ≠ [] := by
  cases e <;> simp [compile]

/-! A typed language: only well-typed terms can be written. -/

inductive Ty where
  | nat | bool

def Ty.denote : Ty → Type
  | nat => Nat
  | bool => Bool

inductive Term : Ty → Type where
  | num (n : Nat) : Term .nat
  | plus (a b : Term .nat) : Term .nat
  | le (a b : Term .nat) : Term .bool
  | ite {t : Ty} (c : Term .bool) (a b : Term t) : Term t

def Term.denote : {t : Ty} → Term t → t.denote
  | _, num n => n
  | _, plus a b => Nat.add a.denote b.denote
  | _, le a b => Nat.ble a.denote b.denote
  | _, ite c a b => match (c.denote : Bool) with
    | true => a.denote
    | false => b.denote

example : (Term.ite (.le (.num 1) (.num 2)) (.num 10) (.num 20)).denote = (10 : Nat) := rfl

def Term.fold : {t : Ty} → Term t → Term t
  | _, num n => num n
  | _, plus a b => plus a.fold b.fold
  | _, le a b => le a.fold b.fold
  | _, ite c a b => ite c.fold a.fold b.fold

theorem Term.fold_id {t : Ty} (e : Term t) : e.fold = e := by
  induction e with
  | num n => rfl
  | plus a b iha ihb => rw [fold, iha, ihb]
  | le a b iha ihb => rw [fold, iha, ihb]
  | ite c a b ihc iha ihb => rw [fold, ihc, iha, ihb]

end Expressions
