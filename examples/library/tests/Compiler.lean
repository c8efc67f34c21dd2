import Abacus.Horner

/-! The compiler, by examples. -/

open Abacus

/-- `2 * x + 1` -/
def sample : Expr := .add (.mul (.num 2) (.var 0)) (.num 1)

#guard sample.eval (fun _ => 20) == 41
#guard result (fun _ => 20) (compile sample) == some 41
#guard size (compile sample) == 5
#guard result Env.zero [.plus] == none
#guard size (optimise (.add (.num 0) sample)) == 5

theorem sample_compiled (env : Env) : result env (compile sample) = some (2 * env 0 + 1) :=
  result_compile env sample

theorem sample_optimised (env : Env) :
    result env (optimise sample) = result env (compile sample) :=
  optimise_same env sample

theorem sample_steps : computations (compile sample) = 2 := rfl

theorem polynomial : horner 10 [1, 2, 3] = 321 := rfl
