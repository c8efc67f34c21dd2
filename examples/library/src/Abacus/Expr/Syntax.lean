import Abacus.Nat.Basic

/-! Arithmetic expressions over numbered variables. -/

namespace Abacus

/-- An expression. -/
inductive Expr where
  | num (n : Nat)
  | var (i : Nat)
  | add (a b : Expr)
  | mul (a b : Expr)

namespace Expr

/-- How many nodes an expression has. -/
def size : Expr → Nat
  | num _ => 1
  | var _ => 1
  | add a b => a.size + b.size + 1
  | mul a b => a.size + b.size + 1

/-- How deep an expression is. -/
def depth : Expr → Nat
  | num _ => 1
  | var _ => 1
  | add a b => (if a.depth ≤ b.depth then b.depth else a.depth) + 1
  | mul a b => (if a.depth ≤ b.depth then b.depth else a.depth) + 1

/-- How many numbers and variables stand in an expression. -/
def leaves : Expr → Nat
  | num _ => 1
  | var _ => 1
  | add a b => a.leaves + b.leaves
  | mul a b => a.leaves + b.leaves

/-- No variable stands in an expression. -/
def Closed : Expr → Prop
  | num _ => True
  | var _ => False
  | add a b => a.Closed ∧ b.Closed
  | mul a b => a.Closed ∧ b.Closed

theorem size_pos (e : Expr) : 0 < e.size := by
  cases e <;> (unfold size; omega)

theorem depth_pos (e : Expr) : 0 < e.depth := by
  cases e <;> (unfold depth; omega)

theorem leaves_pos (e : Expr) : 0 < e.leaves := by
  induction e with
  | num n => exact Nat.zero_lt_one
  | var i => exact Nat.zero_lt_one
  | add a b iha ihb => show 0 < a.leaves + b.leaves; omega
  | mul a b iha ihb => show 0 < a.leaves + b.leaves; omega

theorem depth_le_size (e : Expr) : e.depth ≤ e.size := by
  induction e with
  | num n => exact Nat.le_refl 1
  | var i => exact Nat.le_refl 1
  | add a b iha ihb =>
    show (if a.depth ≤ b.depth then b.depth else a.depth) + 1 ≤ a.size + b.size + 1
    split <;> omega
  | mul a b iha ihb =>
    show (if a.depth ≤ b.depth then b.depth else a.depth) + 1 ≤ a.size + b.size + 1
    split <;> omega

theorem size_eq_leaves (e : Expr) : e.size + 1 = double e.leaves := by
  induction e with
  | num n => rfl
  | var i => rfl
  | add a b iha ihb =>
    show a.size + b.size + 1 + 1 = double (a.leaves + b.leaves)
    rw [double_add]; omega
  | mul a b iha ihb =>
    show a.size + b.size + 1 + 1 = double (a.leaves + b.leaves)
    rw [double_add]; omega

theorem closed_num (n : Nat) : (num n).Closed := trivial

theorem not_closed_var (i : Nat) : ¬ (var i).Closed := fun h => h

theorem closed_add (a b : Expr) (ha : a.Closed) (hb : b.Closed) : (add a b).Closed := ⟨ha, hb⟩

theorem closed_mul (a b : Expr) (ha : a.Closed) (hb : b.Closed) : (mul a b).Closed := ⟨ha, hb⟩

theorem size_add (a b : Expr) : (add a b).size = a.size + b.size + 1 := rfl

theorem size_mul (a b : Expr) : (mul a b).size = a.size + b.size + 1 := rfl

theorem leaves_add (a b : Expr) : (add a b).leaves = a.leaves + b.leaves := rfl

theorem leaves_mul (a b : Expr) : (mul a b).leaves = a.leaves + b.leaves := rfl

end Expr
end Abacus
