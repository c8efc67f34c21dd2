module
prelude
public import Init.Reflect.Omega
public import Init.Data.Fin
public import Init.Data.Option
/-! The facts that `omega` uses to read goals and hypotheses. -/

@[expose] public section
set_option linter.all false
open Int

theorem le_of_le_of_eq {α : Type u} {a b c : α} [LE α] (h₁ : a ≤ b) (h₂ : b = c) : a ≤ c := h₂ ▸ h₁

namespace Int
theorem natCast_ediv (m n : Nat) : ((m / n : Nat) : Int) = (m : Int) / n := rfl
theorem natCast_emod (m n : Nat) : ((m % n : Nat) : Int) = (m : Int) % n := rfl
protected theorem min_def (a b : Int) : min a b = if a ≤ b then a else b := rfl
protected theorem max_def (a b : Int) : max a b = if a ≤ b then b else a := rfl
protected theorem le_max_left (a b : Int) : a ≤ max a b := by
  show a ≤ if a ≤ b then b else a
  split
  · assumption
  · exact Int.le_refl a
protected theorem le_max_right (a b : Int) : b ≤ max a b := by
  show b ≤ if a ≤ b then b else a
  split
  · exact Int.le_refl b
  · rename_i h; exact Int.le_of_lt (Int.not_le.mp h)
protected theorem min_le_left (a b : Int) : min a b ≤ a := by
  show (if a ≤ b then a else b) ≤ a
  split
  · exact Int.le_refl a
  · rename_i h; exact Int.le_of_lt (Int.not_le.mp h)
protected theorem min_le_right (a b : Int) : min a b ≤ b := by
  show (if a ≤ b then a else b) ≤ b
  split
  · assumption
  · exact Int.le_refl b
theorem toNat_eq_max : ∀ a : Int, (a.toNat : Int) = max a 0
  | ofNat 0 => rfl
  | ofNat (n + 1) => by
    show _ = if (ofNat (n + 1)) ≤ 0 then (0 : Int) else ofNat (n + 1)
    rw [if_neg]; rfl
    exact Int.not_le.mpr (ofNat_lt.mpr (Nat.zero_lt_succ n))
  | negSucc n => by
    show (0 : Int) = if negSucc n ≤ 0 then (0 : Int) else negSucc n
    rw [if_pos (Int.le_of_lt (negSucc_lt_zero n))]
protected theorem lt_or_gt_of_ne {a b : Int} (h : a ≠ b) : a < b ∨ a > b :=
  (Int.lt_trichotomy a b).imp id fun h' => h'.resolve_left h
theorem add_one_le_of_lt {a b : Int} (h : a < b) : a + 1 ≤ b := h
protected theorem sub_eq_zero_of_eq {a b : Int} (h : a = b) : a - b = 0 := Int.sub_eq_zero.mpr h
theorem emod_pos_of_not_dvd {a b : Int} (h : ¬a ∣ b) : a = 0 ∨ 0 < b % a := by
  by_cases ha : a = 0
  · exact .inl ha
  · exact .inr (Int.lt_of_le_of_ne (emod_nonneg b ha) fun e => h (dvd_of_emod_eq_zero e.symm))
theorem le_natAbs : ∀ {a : Int}, a ≤ natAbs a
  | ofNat n => Int.le_refl _
  | negSucc n => Int.le_of_lt (Int.lt_of_lt_of_le (negSucc_lt_zero n) (ofNat_nonneg _))
end Int
namespace Nat
theorem emod_pos_of_not_dvd {a b : Nat} (h : ¬a ∣ b) : 0 < b % a :=
  Nat.pos_of_ne_zero fun e => h (Nat.dvd_of_mod_eq_zero e)
end Nat
namespace Fin
variable {n : Nat} {i j : Fin n}
theorem val_congr {a b : Fin n} (h : a = b) : a.val = b.val := congrArg Fin.val h
theorem val_le_of_le {a b : Fin n} (h : a ≤ b) : a.val ≤ b.val := h
theorem val_le_of_ge {a b : Fin n} (h : a ≥ b) : b.val ≤ a.val := h
theorem val_add_one_le_of_lt {a b : Fin n} (h : a < b) : a.val + 1 ≤ b.val := h
theorem val_add_one_le_of_gt {a b : Fin n} (h : a > b) : b.val + 1 ≤ a.val := h
end Fin

theorem Decidable.not_or_of_imp {p q : Prop} [Decidable p] (h : p → q) : ¬p ∨ q :=
  if hp : p then .inr (h hp) else .inl hp
namespace Lean.Omega
theorem ite_disjunction {α : Type u} {P : Prop} [Decidable P] {a b : α} :
    (P ∧ (if P then a else b) = a) ∨ (¬P ∧ (if P then a else b) = b) := by
  by_cases h : P
  · exact .inl ⟨h, if_pos h⟩
  · exact .inr ⟨h, if_neg h⟩
theorem and_not_not_of_not_or {p q : Prop} (h : ¬(p ∨ q)) : ¬p ∧ ¬q :=
  ⟨fun hp => h (.inl hp), fun hq => h (.inr hq)⟩
namespace Decidable
theorem or_not_not_of_not_and {p q : Prop} [Decidable p] [Decidable q] (h : ¬(p ∧ q)) : ¬p ∨ ¬q :=
  if hp : p then .inr fun hq => h ⟨hp, hq⟩ else .inl hp
theorem and_or_not_and_not_of_iff {p q : Prop} [Decidable q] (h : p ↔ q) : (p ∧ q) ∨ (¬p ∧ ¬q) :=
  if hq : q then .inl ⟨h.mpr hq, hq⟩ else .inr ⟨fun hp => hq (h.mp hp), hq⟩
theorem and_not_or_not_and_of_not_iff {p q : Prop} [Decidable p] [Decidable q] (h : ¬(p ↔ q)) :
    (p ∧ ¬q) ∨ (¬p ∧ q) :=
  if hp : p then .inl ⟨hp, fun hq => h ⟨fun _ => hq, fun _ => hp⟩⟩
  else .inr ⟨hp, if hq : q then hq else absurd ⟨fun h => absurd h hp, fun h => absurd h hq⟩ h⟩
theorem and_not_of_not_imp {p q : Prop} [Decidable p] (h : ¬(p → q)) : p ∧ ¬q :=
  ⟨if hp : p then hp else absurd (fun h' => absurd h' hp) h, fun hq => h fun _ => hq⟩
end Decidable
namespace Nat
theorem lt_of_gt {x y : Nat} (h : x > y) : y < x := h
theorem le_of_ge {x y : Nat} (h : x ≥ y) : y ≤ x := h
end Nat
namespace Int
theorem lt_of_gt {x y : Int} (h : x > y) : y < x := h
theorem le_of_ge {x y : Int} (h : x ≥ y) : y ≤ x := h
theorem lt_of_not_le {x y : Int} (h : ¬x ≤ y) : y < x := Int.not_le.mp h
theorem le_of_not_lt {x y : Int} (h : ¬x < y) : y ≤ x := Int.not_lt.mp h
theorem ofNat_lt_of_lt {x y : Nat} (h : x < y) : (x : Int) < (y : Int) := Int.ofNat_lt.mpr h
theorem ofNat_le_of_le {x y : Nat} (h : x ≤ y) : (x : Int) ≤ (y : Int) := Int.ofNat_le.mpr h
theorem ofNat_congr {x y : Nat} (h : x = y) : (x : Int) = (y : Int) := congrArg _ h
theorem add_congr {a b c d : Int} (h₁ : a = b) (h₂ : c = d) : a + c = b + d := h₁ ▸ h₂ ▸ rfl
theorem sub_congr {a b c d : Int} (h₁ : a = b) (h₂ : c = d) : a - c = b - d := h₁ ▸ h₂ ▸ rfl
theorem mul_congr {a b c d : Int} (h₁ : a = b) (h₂ : c = d) : a * c = b * d := h₁ ▸ h₂ ▸ rfl
theorem neg_congr {a b : Int} (h : a = b) : -a = -b := h ▸ rfl
theorem natCast_ofNat {x : Nat} : ((OfNat.ofNat x : Nat) : Int) = OfNat.ofNat x := rfl
theorem ofNat_sub_sub {a b c : Nat} : ((a - b - c : Nat) : Int) = ((a - (b + c) : Nat) : Int) :=
  congrArg _ (Nat.sub_sub a b c)
theorem ofNat_mul_nonneg {a b : Nat} : 0 ≤ (a : Int) * b := Int.ofNat_nonneg (a * b)
theorem ofNat_pow (a : Nat) : ∀ b : Nat, ((a ^ b : Nat) : Int) = (a : Int) ^ b
  | 0 => rfl
  | b + 1 => congrArg (· * (a : Int)) (ofNat_pow a b)
theorem ofNat_fst_mk {β : Type u} {x : Nat} {y : β} : (((x, y) : Nat × β).fst : Int) = x := rfl
theorem ofNat_snd_mk {α : Type u} {x : α} {y : Nat} : (((x, y) : α × Nat).snd : Int) = y := rfl
theorem ofNat_min (a b : Nat) : ((min a b : Nat) : Int) = min (a : Int) b := by
  rw [Nat.min_def, Int.min_def]
  by_cases h : a ≤ b
  · rw [if_pos h, if_pos (Int.ofNat_le.mpr h)]
  · rw [if_neg h, if_neg (fun h' => h (Int.ofNat_le.mp h'))]
theorem ofNat_max (a b : Nat) : ((max a b : Nat) : Int) = max (a : Int) b := by
  rw [Nat.max_def, Int.max_def]
  by_cases h : a ≤ b
  · rw [if_pos h, if_pos (Int.ofNat_le.mpr h)]
  · rw [if_neg h, if_neg (fun h' => h (Int.ofNat_le.mp h'))]
theorem ofNat_natAbs : ∀ a : Int, (a.natAbs : Int) = if 0 ≤ a then a else -a
  | .ofNat n => (if_pos (Int.ofNat_nonneg n)).symm
  | .negSucc n => (if_neg (Int.not_le.mpr (Int.negSucc_lt_zero n))).symm
theorem neg_le_natAbs : ∀ {a : Int}, -a ≤ a.natAbs
  | .ofNat n => by
    show -(n : Int) ≤ n
    have h := Int.ofNat_nonneg n
    exact Int.le_trans (by have := Int.neg_le_neg h; exact this) h
  | .negSucc n => Int.le_refl _
theorem ofNat_shiftLeft_eq {x y : Nat} : ((x <<< y : Nat) : Int) = (x : Int) * (2 ^ y : Nat) :=
  congrArg _ (Nat.shiftLeft_eq x y)
theorem ofNat_shiftRight_eq_div_pow {x y : Nat} : ((x >>> y : Nat) : Int) = (x : Int) / (2 ^ y : Nat) :=
  congrArg _ (Nat.shiftRight_eq_div_pow x y)
theorem ofNat_sub_dichotomy {a b : Nat} :
    b ≤ a ∧ ((a - b : Nat) : Int) = a - b ∨ a < b ∧ ((a - b : Nat) : Int) = 0 :=
  if h : b ≤ a then .inl ⟨h, Int.ofNat_sub h⟩
  else .inr ⟨Nat.not_le.mp h, by rw [Nat.sub_eq_zero_of_le (Nat.le_of_lt (Nat.not_le.mp h))]; rfl⟩
theorem emod_ofNat_nonneg {x : Nat} {y : Int} : 0 ≤ (x : Int) % y := Int.ofNat_nonneg _
theorem ofNat_pos_of_pos {a : Nat} (h : 0 < a) : 0 < (a : Int) := Int.ofNat_lt.mpr h
theorem pos_pow_of_pos (a : Int) : ∀ (n : Nat), 0 < a → 0 < a ^ n
  | 0, _ => Int.ofNat_lt.mpr Nat.zero_lt_one
  | n + 1, h => Int.mul_pos (pos_pow_of_pos a n h) h
end Int
namespace Prod
theorem fst_mk {α : Type u} {β : Type v} {x : α} {y : β} : (x, y).fst = x := rfl
theorem snd_mk {α : Type u} {β : Type v} {x : α} {y : β} : (x, y).snd = y := rfl
theorem of_lex {α : Type u} {β : Type v} {r : α → α → Prop} {s : β → β → Prop} {p q : α × β}
    (w : Prod.Lex r s p q) : r p.fst q.fst ∨ p.fst = q.fst ∧ s p.snd q.snd := Prod.lex_def.mp w
theorem of_not_lex {α : Type u} {β : Type v} {r : α → α → Prop} [DecidableEq α] {s : β → β → Prop}
    {p q : α × β} (w : ¬Prod.Lex r s p q) :
    ¬r p.fst q.fst ∧ (p.fst ≠ q.fst ∨ ¬s p.snd q.snd) :=
  ⟨fun h => w (Prod.lex_def.mpr (.inl h)),
    if e : p.fst = q.fst then .inr fun h => w (Prod.lex_def.mpr (.inr ⟨e, h⟩)) else .inl e⟩
end Prod
namespace Fin
variable {n : Nat}
theorem lt_or_gt_of_ne {i j : Fin n} (h : i ≠ j) : i < j ∨ i > j :=
  _root_.Nat.lt_or_gt_of_ne (Fin.val_ne_of_ne h)
theorem lt_of_not_le {i j : Fin n} (h : ¬i ≤ j) : j < i := _root_.Nat.not_le.mp h
theorem le_of_not_lt {i j : Fin n} (h : ¬i < j) : j ≤ i := _root_.Nat.not_lt.mp h
theorem ofNat_val_add {x y : Fin n} :
    (((x + y : Fin n).val : Nat) : Int) = ((x.val : Int) + (y.val : Int)) % n := rfl
theorem ofNat_val_sub {x y : Fin n} :
    (((x - y : Fin n).val : Nat) : Int) = (((n - y.val : Nat) + x.val : Nat) : Int) % n := rfl
theorem ofNat_val_mul {x y : Fin n} :
    (((x * y : Fin n).val : Nat) : Int) = ((x.val : Int) * (y.val : Int)) % n := rfl
theorem ofNat_val_natCast {n x y : Nat} (h : y = x % (n + 1)) :
    (((OfNat.ofNat x : Fin (n + 1)).val : Nat) : Int) = (OfNat.ofNat y : Int) := congrArg Int.ofNat h.symm
end Fin
end Lean.Omega
