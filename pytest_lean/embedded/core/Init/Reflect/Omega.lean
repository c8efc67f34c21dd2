module
prelude
public import Init.Reflect.OmegaConstraint
/-!
The reflection part of `omega`, second half: normalising a constraint, balanced remainders, linear
combinations of atoms and what their arithmetic means.
-/

@[expose] public section

set_option linter.all false

namespace Lean.Omega
open Int
open Constraint

/-! The tidy form of a constraint on a row: the first coefficient that is not zero is positive, and the
coefficients have no common divisor. The kernel computes these functions in each proof, so what they
need is computed once and told apart by constructors. -/

/-- The constraint on a row with this greatest common divisor, when the row is divided by it. -/
def Constraint.reduce (c : Constraint) : (gcd : Nat) → Constraint
  | 0 => bif c.holdsAtZero then .trivial else .impossible
  | 1 => c
  | g + 2 => c.div (g + 2)
/-- A row with this greatest common divisor, divided by it. -/
noncomputable def Coeffs.reduce (x : Coeffs) : (gcd : Nat) → Coeffs
  | 0 => x
  | 1 => x
  | g + 2 => Coeffs.sdiv x ((g + 2 : Nat) : Int)
noncomputable def tidyConstraint (s : Constraint) (x : Coeffs) : Constraint :=
  Constraint.reduce (bif Coeffs.startsNegative x then s.neg else s) (Coeffs.gcd x)
noncomputable def tidyCoeffs (_ : Constraint) (x : Coeffs) : Coeffs :=
  Coeffs.reduce (bif Coeffs.startsNegative x then Coeffs.smul x (-1) else x) (Coeffs.gcd x)

theorem reduce_sat {c : Constraint} {x v : Coeffs} (h : c.sat' x v) :
    ∀ g, Coeffs.gcd x = g → (c.reduce g).sat' (Coeffs.reduce x g) v
  | 0, hg => by
    have h0 : Coeffs.dot x v = 0 := Coeffs.dot_of_isZero v (Coeffs.isZero_of_gcd hg)
    have hc : c.holdsAtZero = true := holdsAtZero_of_sat (by
      have h' : c.sat (Coeffs.dot x v) := h
      rwa [h0] at h')
    show (bif c.holdsAtZero then Constraint.trivial else Constraint.impossible).sat' x v
    rw [hc]; exact ⟨True.intro, True.intro⟩
  | 1, _ => h
  | g + 2, hg => by
    have e := Coeffs.dvd_of_gcd_dvd (Nat.dvd_refl (Coeffs.gcd x)) v
    have h' : c.sat (Coeffs.dot x v) := h
    rw [e, hg] at h'
    exact div_sat (ofNat_lt.mpr (Nat.succ_pos (g + 1))) h'
theorem gcd_smul_neg_one : ∀ x : Coeffs, Coeffs.gcd (Coeffs.smul x (-1)) = Coeffs.gcd x
  | [] => rfl
  | a :: x => by
    show Nat.gcd (-1 * a).natAbs (Coeffs.gcd (Coeffs.smul x (-1))) = Nat.gcd a.natAbs (Coeffs.gcd x)
    rw [gcd_smul_neg_one x, Int.neg_mul, Int.one_mul, Int.natAbs_neg]
theorem tidy_sat {s : Constraint} {x v : Coeffs} (h : s.sat' x v) :
    (tidyConstraint s x).sat' (tidyCoeffs s x) v := by
  unfold tidyConstraint tidyCoeffs
  cases Coeffs.startsNegative x with
  | false => exact reduce_sat h _ rfl
  | true =>
    refine reduce_sat ?_ _ (gcd_smul_neg_one x)
    show s.neg.sat (Coeffs.dot (Coeffs.smul x (-1)) v)
    rw [Coeffs.dot_smul, Int.neg_mul, Int.one_mul]
    exact neg_sat h
theorem combo_sat' (s t : Constraint) (a : Int) (x : Coeffs) (b : Int) (y : Coeffs) (v : Coeffs)
    (wx : s.sat' x v) (wy : t.sat' y v) :
    (Constraint.combo a s b t).sat' (Coeffs.combo a x b y) v := by
  show Constraint.sat _ (Coeffs.dot (Coeffs.combo a x b y) v)
  rw [Coeffs.dot_combo]
  exact add_sat (scale_sat a wx) (scale_sat b wy)

/-! Hard equalities: a new variable. -/
noncomputable def bmod_div_term (m : Nat) (a b : Coeffs) : Int :=
  (Int.bmod (Coeffs.dot a b) m - Coeffs.dot (Coeffs.bmod a m) b) / m
noncomputable def bmod_coeffs (m : Nat) (i : Nat) (x : Coeffs) : Coeffs := Coeffs.set (Coeffs.bmod x m) i m
private theorem dot_sub_dot_bmod (m : Nat) :
    ∀ x v : List Int, ∃ k, Coeffs.dot x v - Coeffs.dot (Coeffs.bmod x m) v = (m : Int) * k
  | [], _ => ⟨0, (Int.mul_zero _).symm⟩
  | _ :: _, [] => ⟨0, (Int.mul_zero _).symm⟩
  | x :: xs, z :: zs => by
    obtain ⟨k, hk⟩ := dot_sub_dot_bmod m xs zs
    obtain ⟨j, hj⟩ := dvd_sub_bmod x m
    refine ⟨j * z + k, ?_⟩
    show x * z + Coeffs.dot xs zs - (Int.bmod x m * z + Coeffs.dot (Coeffs.bmod xs m) zs) = m * (j * z + k)
    rw [Int.mul_add, ← hk, ← Int.mul_assoc, ← hj, Int.sub_mul]
    generalize x * z = p
    generalize Int.bmod x m * z = q
    generalize Coeffs.dot xs zs = r
    generalize Coeffs.dot (Coeffs.bmod xs m) zs = s
    rw [Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.neg_add, Int.add_assoc, Int.add_assoc,
      Int.add_left_comm r]
private theorem length_bmod (m : Nat) : ∀ x : List Int, List.length (Coeffs.bmod x m) = List.length x
  | [] => rfl
  | _ :: x => congrArg (· + 1) (length_bmod m x)
private theorem sub_sub_sub (b c r : Int) : r - c - (r - b) = b - c := by
  rw [Int.sub_eq_add_neg (a := r - c), Int.neg_sub, Int.sub_eq_add_neg, Int.sub_eq_add_neg,
    Int.add_right_comm, Int.add_left_comm r b, Int.add_right_neg, Int.add_zero]; rfl
theorem bmod_sat (m : Nat) (r : Int) (i : Nat) (x v : Coeffs) (h : x.length ≤ i)
    (p : Coeffs.get v i = bmod_div_term m x v)
    (w : (exact r).sat' x v) : (exact (Int.bmod r m)).sat' (bmod_coeffs m i x) v := by
  have hr : r = Coeffs.dot x v := Int.le_antisymm w.1 w.2
  have hl : List.length (Coeffs.bmod x m) ≤ i := by
    rw [length_bmod]; exact h
  have key : (m : Int) * bmod_div_term m x v = Int.bmod r m - Coeffs.dot (Coeffs.bmod x m) v := by
    unfold bmod_div_term
    rw [← hr]
    obtain ⟨k, hk⟩ := dot_sub_dot_bmod m x v
    obtain ⟨j, hj⟩ := dvd_sub_bmod r m
    have e : Int.bmod r m - Coeffs.dot (Coeffs.bmod x m) v = m * (k - j) := by
      rw [Int.mul_sub, ← hk, ← hj, ← hr, sub_sub_sub]
    rw [e]
    by_cases hm : (m : Int) = 0
    · rw [hm, Int.zero_mul, Int.zero_mul]
    · rw [mul_ediv_cancel_left _ hm]
  have d : Coeffs.dot (bmod_coeffs m i x) v = Int.bmod r m := by
    unfold bmod_coeffs
    rw [Coeffs.dot_set _ _ _ _ hl, p, key, Int.add_comm, Int.sub_add_cancel]
  show Constraint.sat _ (Coeffs.dot (bmod_coeffs m i x) v)
  rw [d]
  exact ⟨Int.le_refl _, Int.le_refl _⟩

/-! Linear combinations. -/
structure LinearCombo where
  const : Int := 0
  coeffs : Coeffs := []
namespace LinearCombo
def eval (lc : LinearCombo) (v : Coeffs) : Int := lc.const + Coeffs.dot lc.coeffs v
def coordinate (i : Nat) : LinearCombo := ⟨0, Coeffs.set [] i 1⟩
noncomputable instance : Add LinearCombo := ⟨fun a b => ⟨a.const + b.const, Coeffs.add a.coeffs b.coeffs⟩⟩
noncomputable instance : Sub LinearCombo := ⟨fun a b => ⟨a.const - b.const, Coeffs.sub a.coeffs b.coeffs⟩⟩
noncomputable instance : Neg LinearCombo := ⟨fun a => ⟨-a.const, Coeffs.neg a.coeffs⟩⟩
noncomputable def mul (a b : LinearCombo) : LinearCombo :=
  ⟨a.const * b.const, Coeffs.add (Coeffs.smul a.coeffs b.const) (Coeffs.smul b.coeffs a.const)⟩
theorem coordinate_eval (i : Nat) (v : Coeffs) : (coordinate i).eval v = Coeffs.get v i := by
  show 0 + Coeffs.dot (Coeffs.set [] i 1) v = _
  rw [Coeffs.dot_set_nil, Int.one_mul, Int.zero_add]
theorem coordinate_eval_0 {a0 : Int} {t : List Int} : (coordinate 0).eval (Coeffs.ofList (a0 :: t)) = a0 :=
  coordinate_eval 0 _
theorem coordinate_eval_1 {a0 a1 : Int} {t : List Int} :
    (coordinate 1).eval (Coeffs.ofList (a0 :: a1 :: t)) = a1 := coordinate_eval 1 _
theorem coordinate_eval_2 {a0 a1 a2 : Int} {t : List Int} :
    (coordinate 2).eval (Coeffs.ofList (a0 :: a1 :: a2 :: t)) = a2 := coordinate_eval 2 _
theorem coordinate_eval_3 {a0 a1 a2 a3 : Int} {t : List Int} :
    (coordinate 3).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: t)) = a3 := coordinate_eval 3 _
theorem coordinate_eval_4 {a0 a1 a2 a3 a4 : Int} {t : List Int} :
    (coordinate 4).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: t)) = a4 := coordinate_eval 4 _
theorem coordinate_eval_5 {a0 a1 a2 a3 a4 a5 : Int} {t : List Int} :
    (coordinate 5).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: t)) = a5 := coordinate_eval 5 _
theorem coordinate_eval_6 {a0 a1 a2 a3 a4 a5 a6 : Int} {t : List Int} :
    (coordinate 6).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: t)) = a6 :=
  coordinate_eval 6 _
theorem coordinate_eval_7 {a0 a1 a2 a3 a4 a5 a6 a7 : Int} {t : List Int} :
    (coordinate 7).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: t)) = a7 :=
  coordinate_eval 7 _
theorem coordinate_eval_8 {a0 a1 a2 a3 a4 a5 a6 a7 a8 : Int} {t : List Int} :
    (coordinate 8).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: a8 :: t)) = a8 :=
  coordinate_eval 8 _
theorem coordinate_eval_9 {a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 : Int} {t : List Int} :
    (coordinate 9).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: a8 :: a9 :: t)) =
        a9 := coordinate_eval 9 _
theorem add_eval (l₁ l₂ : LinearCombo) (v : Coeffs) : (l₁ + l₂).eval v = l₁.eval v + l₂.eval v := by
  show l₁.const + l₂.const + Coeffs.dot (Coeffs.add _ _) v = l₁.const + _ + (l₂.const + _)
  rw [Coeffs.dot_add, Int.add_assoc, Int.add_assoc, Int.add_left_comm l₂.const]
theorem neg_eval (lc : LinearCombo) (v : Coeffs) : (-lc).eval v = -lc.eval v := by
  show -lc.const + Coeffs.dot (Coeffs.neg _) v = -(lc.const + _)
  rw [Coeffs.dot_neg, Int.neg_add]
theorem sub_eval (l₁ l₂ : LinearCombo) (v : Coeffs) : (l₁ - l₂).eval v = l₁.eval v - l₂.eval v := by
  show l₁.const - l₂.const + Coeffs.dot (Coeffs.sub _ _) v = l₁.const + _ - (l₂.const + _)
  rw [Coeffs.dot_sub, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.neg_add, Int.add_assoc,
    Int.add_assoc, Int.add_left_comm (-l₂.const)]
theorem mul_eval (l₁ l₂ : LinearCombo) (v : Coeffs) (h : Coeffs.isZero l₁.coeffs ∨ Coeffs.isZero l₂.coeffs) :
    (mul l₁ l₂).eval v = l₁.eval v * l₂.eval v := by
  show l₁.const * l₂.const + Coeffs.dot (Coeffs.add _ _) v = (l₁.const + _) * (l₂.const + _)
  rw [Coeffs.dot_add, Coeffs.dot_smul, Coeffs.dot_smul]
  cases h with
  | inl h => rw [Coeffs.dot_of_isZero v h, Int.mul_zero, Int.zero_add, Int.add_zero, Int.mul_add]
  | inr h =>
      rw [Coeffs.dot_of_isZero v h, Int.mul_zero, Int.add_zero, Int.add_zero, Int.add_mul,
        Int.mul_comm l₂.const]
end LinearCombo
end Lean.Omega
