import Abacus.Compile
import Abacus.List.Sort

/-! Polynomials by Horner's rule, as numbers and as expressions of the compiler. -/

namespace Abacus

/-- The value of a polynomial with these coefficients, the lowest first. -/
def horner (x : Nat) : List Nat → Nat
  | [] => 0
  | c :: cs => c + x * horner x cs

/-- The same as an expression in variable 0. -/
def hornerExpr : List Nat → Expr
  | [] => .num 0
  | c :: cs => .add (.num c) (.mul (.var 0) (hornerExpr cs))

theorem horner_nil (x : Nat) : horner x [] = 0 := rfl

theorem horner_cons (x c : Nat) (cs : List Nat) : horner x (c :: cs) = c + x * horner x cs := rfl

theorem horner_single (x c : Nat) : horner x [c] = c := by
  rw [horner_cons, horner_nil, Nat.mul_zero, Nat.add_zero]

theorem horner_zero (c : Nat) (cs : List Nat) : horner 0 (c :: cs) = c := by
  rw [horner_cons, Nat.zero_mul, Nat.add_zero]

theorem horner_one (cs : List Nat) : horner 1 cs = total cs := by
  induction cs with
  | nil => rfl
  | cons c cs ih => rw [horner_cons, ih, Nat.one_mul, total_cons]

theorem horner_sort_one (cs : List Nat) : horner 1 (sort cs) = horner 1 cs := by
  rw [horner_one, horner_one, total_sort]

theorem eval_hornerExpr (env : Env) (cs : List Nat) :
    (hornerExpr cs).eval env = horner (env 0) cs := by
  induction cs with
  | nil => rfl
  | cons c cs ih =>
    show c + env 0 * (hornerExpr cs).eval env = c + env 0 * horner (env 0) cs
    rw [ih]

theorem result_horner (env : Env) (cs : List Nat) :
    result env (compile (hornerExpr cs)) = some (horner (env 0) cs) := by
  rw [result_compile, eval_hornerExpr]

theorem leaves_hornerExpr (cs : List Nat) : (hornerExpr cs).leaves = double (size cs) + 1 := by
  induction cs with
  | nil => rfl
  | cons c cs ih =>
    show 1 + (1 + (hornerExpr cs).leaves) = double (size cs + 1) + 1
    rw [ih, double_succ]; omega

theorem computations_hornerExpr (cs : List Nat) :
    computations (compile (hornerExpr cs)) = double (size cs) := by
  have h := computations_compile (hornerExpr cs)
  rw [leaves_hornerExpr] at h
  omega

theorem even_computations_hornerExpr (cs : List Nat) :
    ∃ k, computations (compile (hornerExpr cs)) = double k := ⟨size cs, computations_hornerExpr cs⟩

end Abacus
