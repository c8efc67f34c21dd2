module
prelude
public import Init.Data.Int.More
public import Init.Tactics.Arithmetic
/-!
`polynomial_arith`, which `grind` tries where products are not linear: it multiplies out products and powers
on `Nat` and `Int`, brings every monomial to one form with its factor in front, and leaves the rest, in
which monomials are unknowns, to `omega`. So an equation that needs a hypothesis multiplied by something is
not proved.
-/

@[expose] public section

set_option linter.all false

namespace Lean.Grind

/-- A product whose first factor is a literal. The simplifier puts factors in its own order, and does not see
into this. -/
def natScale (n a : Nat) : Nat := n * a
theorem natScale_eq (n a : Nat) : natScale n a = n * a := rfl
theorem nat_mul_literal (a n : Nat) [OfNat Nat n] : a * no_index (OfNat.ofNat n) =
    natScale (OfNat.ofNat n) a :=
  Nat.mul_comm ..
theorem nat_mul_scale (a b n : Nat) : a * natScale n b = natScale n (a * b) := Nat.mul_left_comm ..
def intScale (n a : Int) : Int := n * a
theorem intScale_eq (n a : Int) : intScale n a = n * a := rfl
theorem int_mul_literal (a : Int) (n : Nat) [OfNat Int n] :
    a * no_index (OfNat.ofNat n) = intScale (OfNat.ofNat n) a := Int.mul_comm ..
theorem int_mul_scale (a b n : Int) : a * intScale n b = intScale n (a * b) := Int.mul_left_comm ..

/-- Proves what is linear in monomials, once products are multiplied out. -/
syntax "polynomial_arith" : tactic
macro_rules | `(tactic| polynomial_arith) => `(tactic| (
  (try subst_vars)
  (try simp only [Nat.add_mul, Nat.mul_add, Nat.sub_mul, Nat.mul_sub, Nat.pow_succ, Nat.pow_zero,
    Nat.one_mul, Nat.mul_one, Nat.zero_mul, Nat.mul_zero, Nat.mul_assoc, Nat.mul_comm, Nat.mul_left_comm,
    Nat.reduceMul, Int.add_mul, Int.mul_add, Int.sub_mul, Int.mul_sub, Int.neg_mul, Int.mul_neg,
    Int.pow_succ, Int.pow_zero, Int.one_mul, Int.mul_one, Int.zero_mul, Int.mul_zero, Int.mul_assoc,
    Int.mul_comm, Int.mul_left_comm, Int.reduceMul] at *)
  (try simp only [nat_mul_literal, nat_mul_scale, int_mul_literal, int_mul_scale] at *)
  (try simp only [natScale_eq, intScale_eq] at *)
  all_goals omega))

end Lean.Grind
