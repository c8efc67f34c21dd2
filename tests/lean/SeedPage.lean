/-! The program of the seed page. -/

def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib (n + 1) + fib n

#eval fib 20
-- info: 6765

theorem foo : n = n := by rfl
#check foo
-- info: foo.{u_1} {α✝ : Sort u_1} {n : α✝} : n = n

theorem foo2 : n = n+0 := by rfl
#check foo2
-- info: foo2 {n : Nat} : n = n + 0
