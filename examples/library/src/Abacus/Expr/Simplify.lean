import Abacus.Expr.Eval

/-! Simplification: sums with 0 and products with 0 and 1 go away, and nothing else changes. -/

namespace Abacus.Expr

/-- A sum, without 0. -/
def smartAdd : Expr → Expr → Expr
  | num 0, b => b
  | a, num 0 => a
  | a, b => add a b

/-- A product, without 0 on the left and 1. -/
def smartMul : Expr → Expr → Expr
  | num 0, _ => num 0
  | num 1, b => b
  | a, num 1 => a
  | a, b => mul a b

/-- Simplify an expression from its leaves up. -/
def simplify : Expr → Expr
  | num n => num n
  | var i => var i
  | add a b => smartAdd a.simplify b.simplify
  | mul a b => smartMul a.simplify b.simplify

theorem same_smartAdd (a b : Expr) : Same (smartAdd a b) (add a b) := by
  intro env
  unfold smartAdd
  split
  · rw [eval_add, eval_num, Nat.zero_add]
  · rw [eval_add, eval_num, Nat.add_zero]
  · rfl

theorem same_smartMul (a b : Expr) : Same (smartMul a b) (mul a b) := by
  intro env
  unfold smartMul
  split
  · rw [eval_mul, eval_num, Nat.zero_mul]
  · rw [eval_mul, eval_num, Nat.one_mul]
  · rw [eval_mul, eval_num, Nat.mul_one]
  · rfl

theorem same_simplify (e : Expr) : Same e.simplify e := by
  induction e with
  | num n => exact same_refl _
  | var i => exact same_refl _
  | add a b iha ihb => exact same_trans _ _ _ (same_smartAdd _ _) (same_add _ _ _ _ iha ihb)
  | mul a b iha ihb => exact same_trans _ _ _ (same_smartMul _ _) (same_mul _ _ _ _ iha ihb)

theorem eval_simplify (env : Env) (e : Expr) : e.simplify.eval env = e.eval env :=
  same_simplify e env

theorem simplify_num (n : Nat) : (num n).simplify = num n := rfl

theorem simplify_var (i : Nat) : (var i).simplify = var i := rfl

theorem smartAdd_zero_left (b : Expr) : smartAdd (num 0) b = b := by cases b <;> rfl

theorem smartMul_zero_left (b : Expr) : smartMul (num 0) b = num 0 := by cases b <;> rfl

theorem simplify_zero_add (i : Nat) : (add (num 0) (var i)).simplify = var i := rfl

theorem simplify_zero_mul (i : Nat) : (mul (num 0) (var i)).simplify = num 0 := rfl

theorem size_smartAdd_le (a b : Expr) : (smartAdd a b).size ≤ a.size + b.size + 1 := by
  unfold smartAdd
  split
  · omega
  · omega
  · exact Nat.le_refl _

theorem size_smartMul_le (a b : Expr) : (smartMul a b).size ≤ a.size + b.size + 1 := by
  unfold smartMul
  split
  · show 1 ≤ _; omega
  · omega
  · omega
  · exact Nat.le_refl _

theorem size_simplify_le (e : Expr) : e.simplify.size ≤ e.size := by
  induction e with
  | num n => exact Nat.le_refl _
  | var i => exact Nat.le_refl _
  | add a b iha ihb =>
    have h := size_smartAdd_le a.simplify b.simplify
    show (smartAdd a.simplify b.simplify).size ≤ a.size + b.size + 1
    omega
  | mul a b iha ihb =>
    have h := size_smartMul_le a.simplify b.simplify
    show (smartMul a.simplify b.simplify).size ≤ a.size + b.size + 1
    omega

end Abacus.Expr
