module
prelude
public import Init.Tactics.Arithmetic
public import Init.Data.Nat.More
public meta import Init.Meta.Macro
/-!
Natural numbers as integers: the lemmas that `norm_cast`, `push_cast` and `exact_mod_cast` move casts
with; divisibility of integers is decided by the remainder.
-/

@[expose] public section

set_option linter.all false

universe u

namespace Int
variable {a b c m n : Nat}

/-! ## Casts -/

@[simp, norm_cast] theorem natCast_zero : ((0 : Nat) : Int) = 0 := rfl
@[simp, norm_cast] theorem natCast_one : ((1 : Nat) : Int) = 1 := rfl
@[simp, norm_cast] theorem _root_.Nat.cast_ofNat_Int :
    (Nat.cast (no_index (OfNat.ofNat n)) : Int) = OfNat.ofNat n := rfl
attribute [simp, norm_cast] natCast_add natCast_mul natCast_inj natCast_ediv natCast_emod ofNat_le ofNat_lt
attribute [norm_cast] natCast_succ
@[simp, norm_cast] theorem natCast_le : (m : Int) ≤ (n : Int) ↔ m ≤ n := ofNat_le
@[simp, norm_cast] theorem natCast_lt : (m : Int) < (n : Int) ↔ m < n := ofNat_lt
@[simp, norm_cast] theorem natCast_sub (h : n ≤ m) : ((m - n : Nat) : Int) = m - n := by omega
@[simp, norm_cast] theorem natCast_pow (b n : Nat) : ((b ^ n : Nat) : Int) = (b : Int) ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, natCast_mul, ih]; rfl
@[simp, norm_cast] theorem natCast_dvd_natCast : (m : Int) ∣ (n : Int) ↔ m ∣ n := by
  constructor
  · intro h
    by_cases hm : m = 0
    · subst hm
      obtain ⟨k, hk⟩ := h
      have h0 : (n : Int) = 0 := by simpa using hk
      have : n = 0 := by omega
      subst this; exact Nat.dvd_refl 0
    · have h := emod_eq_zero_of_dvd h
      rw [← natCast_emod] at h
      exact Nat.dvd_of_mod_eq_zero (by omega)
  · rintro ⟨k, rfl⟩; exact ⟨k, natCast_mul m k⟩
@[simp, norm_cast] theorem natCast_eq_zero : (n : Int) = 0 ↔ n = 0 := by omega
@[norm_cast] theorem natCast_ne_zero : (n : Int) ≠ 0 ↔ n ≠ 0 := by omega
@[norm_cast] theorem natCast_pos : 0 < (n : Int) ↔ 0 < n := by omega
@[simp, norm_cast] theorem natCast_max : ((max m n : Nat) : Int) = max (m : Int) n := by omega
@[simp, norm_cast] theorem natCast_min : ((min m n : Nat) : Int) = min (m : Int) n := by omega
@[simp, norm_cast] theorem natAbs_natCast' (n : Nat) : natAbs (n : Int) = n := rfl
@[simp] theorem toNat_natCast' (n : Nat) : toNat (n : Int) = n := rfl

/-! ## Divisibility -/

instance decidableDvd : DecidableRel (α := Int) (β := Int) (· ∣ ·) := fun a b =>
  decidable_of_iff (b % a = 0) ⟨dvd_of_emod_eq_zero, emod_eq_zero_of_dvd⟩
theorem dvd_iff_emod_eq_zero {a b : Int} : a ∣ b ↔ b % a = 0 := ⟨emod_eq_zero_of_dvd, dvd_of_emod_eq_zero⟩
end Int

/-! ## Operations that `ac_rfl` and `ac_nf` know -/

instance : Std.Associative (α := Int) (· + ·) := ⟨Int.add_assoc⟩
instance : Std.Commutative (α := Int) (· + ·) := ⟨Int.add_comm⟩
instance : Std.LawfulIdentity (α := Int) (· + ·) 0 := ⟨Int.zero_add, Int.add_zero⟩
instance : Std.Associative (α := Int) (· * ·) := ⟨Int.mul_assoc⟩
instance : Std.Commutative (α := Int) (· * ·) := ⟨Int.mul_comm⟩
instance : Std.LawfulIdentity (α := Int) (· * ·) 1 := ⟨Int.one_mul, Int.mul_one⟩
instance : Std.LawfulIdentity (α := Nat) (· * ·) 1 := ⟨Nat.one_mul, Nat.mul_one⟩
instance : Std.Associative (α := Nat) max := ⟨Nat.max_assoc⟩
instance : Std.Commutative (α := Nat) max := ⟨Nat.max_comm⟩
instance : Std.IdempotentOp (α := Nat) max := ⟨Nat.max_self⟩
instance : Std.Associative (α := Nat) min := ⟨Nat.min_assoc⟩
instance : Std.Commutative (α := Nat) min := ⟨Nat.min_comm⟩
instance : Std.IdempotentOp (α := Nat) min := ⟨Nat.min_self⟩
instance : Std.LawfulIdentity And True :=
  ⟨fun a => propext ⟨And.right, fun h => ⟨trivial, h⟩⟩, fun a => propext ⟨And.left, fun h => ⟨h, trivial⟩⟩⟩
instance : Std.Associative Or := ⟨fun a b c => propext or_assoc⟩
instance : Std.Commutative Or := ⟨fun a b => propext or_comm⟩
instance : Std.IdempotentOp Or := ⟨fun a => propext ⟨fun h => h.elim id id, .inl⟩⟩
instance : Std.Commutative Iff := ⟨fun a b => propext Iff.comm⟩
instance : Std.Associative Iff := ⟨fun a b c => propext <| by
  by_cases a <;> by_cases b <;> by_cases c <;> simp [*]⟩
instance : Std.Associative and := ⟨Bool.and_assoc⟩
instance : Std.Commutative and := ⟨Bool.and_comm⟩
instance : Std.IdempotentOp and := ⟨Bool.and_self⟩
instance : Std.Associative or := ⟨Bool.or_assoc⟩
instance : Std.Commutative or := ⟨Bool.or_comm⟩
instance : Std.IdempotentOp or := ⟨Bool.or_self⟩
instance {α : Type u} : Std.Associative (α := List α) (· ++ ·) := ⟨List.append_assoc⟩
instance {α : Type u} : Std.LawfulIdentity (α := List α) (· ++ ·) [] := ⟨List.nil_append, List.append_nil⟩
/-- An equivalence is an equation of propositions. -/
macro_rules | `(tactic| ac_rfl) => `(tactic| (apply Iff.of_eq; ac_rfl))
