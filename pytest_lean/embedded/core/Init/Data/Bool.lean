module
prelude
public import Init.Core.Connectives
public import Init.Core.Classes
/-!
`Bool`: the algebra of `&&`, `||`, `!`, `==`, and its relation to propositions; lawful Boolean equality.
-/

@[expose] public section

set_option linter.all false

universe u v

namespace Bool
variable {a b c : Bool} {p q : Prop}

@[reducible] def xor : Bool → Bool → Bool := bne
def toNat (b : Bool) : Nat := cond b 1 0
theorem eq_false_or_eq_true : (b : Bool) → b = true ∨ b = false
  | true => .inl rfl
  | false => .inr rfl
@[simp] theorem not_true : (!true) = false := rfl
@[simp] theorem not_false : (!false) = true := rfl
@[simp] theorem true_and (b : Bool) : (true && b) = b := rfl
@[simp] theorem and_true (b : Bool) : (b && true) = b := by cases b <;> rfl
@[simp] theorem false_and (b : Bool) : (false && b) = false := rfl
@[simp] theorem and_false (b : Bool) : (b && false) = false := by cases b <;> rfl
@[simp] theorem true_or (b : Bool) : (true || b) = true := rfl
@[simp] theorem or_true (b : Bool) : (b || true) = true := by cases b <;> rfl
@[simp] theorem false_or (b : Bool) : (false || b) = b := rfl
@[simp] theorem or_false (b : Bool) : (b || false) = b := by cases b <;> rfl
@[simp] theorem and_self (b : Bool) : (b && b) = b := by cases b <;> rfl
@[simp] theorem or_self (b : Bool) : (b || b) = b := by cases b <;> rfl
@[simp] theorem not_eq_true (b : Bool) : (¬(b = true)) = (b = false) := by cases b <;> simp
@[simp] theorem not_eq_false (b : Bool) : (¬(b = false)) = (b = true) := by cases b <;> simp
@[simp] theorem false_eq_true : (false = true) = False := eq_false nofun
@[simp] theorem true_eq_false : (true = false) = False := eq_false nofun
theorem eq_true_of_not_eq_false : ¬b = false → b = true := by cases b <;> simp
theorem eq_false_of_not_eq_true : ¬b = true → b = false := by cases b <;> simp
theorem eq_iff_iff : a = b ↔ (a = true ↔ b = true) := by cases a <;> cases b <;> simp
theorem ext_iff_aux (h : a = true ↔ b = true) : a = b := eq_iff_iff.mpr h

/-! ## and, or, not -/

@[simp] theorem and_eq_true (a b : Bool) : ((a && b) = true) = (a = true ∧ b = true) := by
  cases a <;> cases b <;> simp
@[simp] theorem or_eq_true (a b : Bool) : ((a || b) = true) = (a = true ∨ b = true) := by
  cases a <;> cases b <;> simp
@[simp] theorem not_eq_true' (b : Bool) : ((!b) = true) = (b = false) := by cases b <;> simp
@[simp] theorem not_eq_false' (b : Bool) : ((!b) = false) = (b = true) := by cases b <;> simp
@[simp] theorem and_eq_false_iff (a b : Bool) : ((a && b) = false) ↔ (a = false ∨ b = false) := by
  cases a <;> cases b <;> simp
@[simp] theorem or_eq_false_iff (a b : Bool) : ((a || b) = false) ↔ (a = false ∧ b = false) := by
  cases a <;> cases b <;> simp
theorem and_eq_true_iff : (a && b) = true ↔ a = true ∧ b = true := by simp
theorem or_eq_true_iff : (a || b) = true ↔ a = true ∨ b = true := by simp
@[simp] theorem not_not (b : Bool) : (!!b) = b := by cases b <;> rfl
@[simp] theorem and_not_self (b : Bool) : (b && !b) = false := by cases b <;> rfl
@[simp] theorem not_and_self (b : Bool) : (!b && b) = false := by cases b <;> rfl
@[simp] theorem or_not_self (b : Bool) : (b || !b) = true := by cases b <;> rfl
@[simp] theorem not_or_self (b : Bool) : (!b || b) = true := by cases b <;> rfl
theorem and_comm (a b : Bool) : (a && b) = (b && a) := by cases a <;> cases b <;> rfl
theorem or_comm (a b : Bool) : (a || b) = (b || a) := by cases a <;> cases b <;> rfl
theorem and_assoc (a b c : Bool) : (a && b && c) = (a && (b && c)) := by cases a <;> rfl
theorem or_assoc (a b c : Bool) : (a || b || c) = (a || (b || c)) := by cases a <;> rfl
theorem and_left_comm (a b c : Bool) : (a && (b && c)) = (b && (a && c)) := by cases a <;> cases b <;> rfl
theorem or_left_comm (a b c : Bool) : (a || (b || c)) = (b || (a || c)) := by cases a <;> cases b <;> rfl
theorem and_or_distrib_left (a b c : Bool) : (a && (b || c)) = (a && b || a && c) := by cases a <;> rfl
theorem and_or_distrib_right (a b c : Bool) : ((a || b) && c) = (a && c || b && c) := by
  cases a <;> cases b <;> cases c <;> rfl
theorem or_and_distrib_left (a b c : Bool) : (a || b && c) = ((a || b) && (a || c)) := by cases a <;> rfl
theorem or_and_distrib_right (a b c : Bool) : (a && b || c) = ((a || c) && (b || c)) := by
  cases a <;> cases b <;> cases c <;> rfl
@[simp] theorem not_and (a b : Bool) : (!(a && b)) = (!a || !b) := by cases a <;> rfl
@[simp] theorem not_or (a b : Bool) : (!(a || b)) = (!a && !b) := by cases a <;> rfl
theorem not_inj : (!a) = (!b) → a = b := by cases a <;> cases b <;> simp
@[simp] theorem not_inj_iff : (!a) = (!b) ↔ a = b := by cases a <;> cases b <;> simp
@[simp] theorem beq_true (b : Bool) : (b == true) = b := by cases b <;> rfl
@[simp] theorem beq_false (b : Bool) : (b == false) = !b := by cases b <;> rfl
@[simp] theorem true_beq (b : Bool) : (true == b) = b := by cases b <;> rfl
@[simp] theorem false_beq (b : Bool) : (false == b) = !b := by cases b <;> rfl
@[simp] theorem bne_true (b : Bool) : (b != true) = !b := by cases b <;> rfl
@[simp] theorem bne_false (b : Bool) : (b != false) = b := by cases b <;> rfl
@[simp] theorem xor_self (b : Bool) : xor b b = false := by cases b <;> rfl
theorem xor_comm (a b : Bool) : xor a b = xor b a := by cases a <;> cases b <;> rfl
@[simp] theorem decide_eq_true (b : Bool) : decide (b = true) = b := by cases b <;> rfl
@[simp] theorem decide_eq_false (b : Bool) : decide (b = false) = !b := by cases b <;> rfl
@[simp] theorem decide_and (p q : Prop) [dpq : Decidable (p ∧ q)] [dp : Decidable p] [dq : Decidable q] :
    decide (p ∧ q) = (decide p && decide q) :=
  eq_iff_iff.mpr (by rw [and_eq_true, decide_eq_true_eq, decide_eq_true_eq, decide_eq_true_eq])
@[simp] theorem decide_or (p q : Prop) [dpq : Decidable (p ∨ q)] [dp : Decidable p] [dq : Decidable q] :
    decide (p ∨ q) = (decide p || decide q) :=
  eq_iff_iff.mpr (by rw [or_eq_true, decide_eq_true_eq, decide_eq_true_eq, decide_eq_true_eq])
@[simp] theorem cond_true {α : Sort u} (x y : α) : cond true x y = x := rfl
@[simp] theorem cond_false {α : Sort u} (x y : α) : cond false x y = y := rfl
theorem cond_eq_ite {α : Sort u} (b : Bool) (x y : α) : cond b x y = if b then x else y := by cases b <;> rfl
instance instDecidableForallOfDecidablePred {p : Bool → Prop} [DecidablePred p] : Decidable (∀ x, p x) :=
  decidable_of_iff (p true ∧ p false) ⟨fun h x => match x with
    | true => h.1
    | false => h.2, fun h => ⟨h _, h _⟩⟩
instance instDecidableExistsOfDecidablePred {p : Bool → Prop} [DecidablePred p] : Decidable (∃ x, p x) :=
  decidable_of_iff (p true ∨ p false) ⟨fun h => h.elim (⟨_, ·⟩) (⟨_, ·⟩), fun ⟨x, h⟩ => match x, h with
    | true, h => .inl h
    | false, h => .inr h⟩
instance instLE : LE Bool := ⟨fun a b => a = true → b = true⟩
instance instLT : LT Bool := ⟨fun a b => a = false ∧ b = true⟩
end Bool
export Bool (xor)

export Bool (cond_true cond_false)
theorem Bool.of_not_eq_true {b : Bool} : ¬b = true → b = false := Bool.eq_false_of_not_eq_true
@[simp] theorem Bool.if_true_left (p : Prop) [h : Decidable p] (f : Bool) :
    (if p then true else f) = (decide p || f) := by cases h <;> rfl
@[simp] theorem Bool.if_false_left (p : Prop) [h : Decidable p] (f : Bool) :
    (if p then false else f) = (!decide p && f) := by cases h <;> rfl
@[simp] theorem Bool.if_true_right (p : Prop) [h : Decidable p] (t : Bool) :
    (if p then t else true) = (!decide p || t) := by cases h <;> cases t <;> rfl
@[simp] theorem Bool.if_false_right (p : Prop) [h : Decidable p] (t : Bool) :
    (if p then t else false) = (decide p && t) := by cases h <;> cases t <;> rfl
theorem bool_if_eq_true {b : Bool} {α : Sort u} {x y : α} (h : b = true) : (if b then x else y) = x :=
  if_pos h

/-! ## Lawful Boolean equality -/

class ReflBEq (α : Type u) [BEq α] : Prop where
  protected rfl {a : α} : (a == a) = true
class LawfulBEq (α : Type u) [BEq α] : Prop extends ReflBEq α where
  eq_of_beq : {a b : α} → (a == b) = true → a = b
export LawfulBEq (eq_of_beq)

section
variable {α : Type u} [BEq α]
@[simp] theorem BEq.rfl [ReflBEq α] {a : α} : (a == a) = true := ReflBEq.rfl
@[simp] theorem beq_self_eq_true [ReflBEq α] (a : α) : (a == a) = true := ReflBEq.rfl
theorem beq_of_eq [ReflBEq α] {a b : α} (h : a = b) : (a == b) = true := h ▸ ReflBEq.rfl
@[simp] theorem beq_iff_eq [LawfulBEq α] {a b : α} : (a == b) = true ↔ a = b := ⟨eq_of_beq, beq_of_eq⟩
@[simp] theorem bne_iff_ne [LawfulBEq α] {a b : α} : (a != b) = true ↔ a ≠ b := by
  show (!(a == b)) = true ↔ _
  rw [Bool.not_eq_true', ← Bool.not_eq_true, beq_iff_eq]
theorem beq_eq_false_iff_ne [LawfulBEq α] {a b : α} : (a == b) = false ↔ a ≠ b := by
  rw [← Bool.not_eq_true, beq_iff_eq]
attribute [simp] beq_eq_false_iff_ne
theorem bne_self_eq_false [ReflBEq α] (a : α) : (a != a) = false := by
  show (!(a == a)) = false; rw [beq_self_eq_true]; rfl
attribute [simp] bne_self_eq_false
theorem ne_of_beq_false [ReflBEq α] {a b : α} (h : (a == b) = false) : a ≠ b :=
  fun e => by rw [e, beq_self_eq_true] at h; cases h
theorem beq_false_of_ne [LawfulBEq α] {a b : α} (h : a ≠ b) : (a == b) = false := beq_eq_false_iff_ne.mpr h
end
instance instLawfulBEqOfDecidableEq {α : Type u} [DecidableEq α] : LawfulBEq α where
  rfl := of_decide_eq_self_eq_true _
  eq_of_beq := of_decide_eq_true
theorem beq_eq_decide {α : Type u} [DecidableEq α] (a b : α) : (a == b) = decide (a = b) := rfl

namespace Nat
theorem beq_eq_true_eq (a b : Nat) : ((a == b) = true) = (a = b) := propext beq_iff_eq
namespace Simproc
theorem beqEqOfEqEq {a b c d : Nat} (p : (a = b) = (c = d)) : (a == b) = (c == d) := by
  rw [Bool.eq_iff_iff, beq_iff_eq, beq_iff_eq]; exact iff_of_eq p
theorem beqFalseOfEqFalse {a b : Nat} (p : (a = b) = False) : (a == b) = false :=
  beq_false_of_ne (of_eq_false p)
theorem bneEqOfEqEq {a b c d : Nat} (p : (a = b) = (c = d)) : (a != b) = (c != d) :=
  congrArg not (beqEqOfEqEq p)
theorem bneTrueOfEqFalse {a b : Nat} (p : (a = b) = False) : (a != b) = true :=
  congrArg not (beqFalseOfEqFalse p)
end Simproc
end Nat
