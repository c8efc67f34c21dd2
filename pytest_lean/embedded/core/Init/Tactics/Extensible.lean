module
prelude
public import Init.Core.WF
public import Init.Meta.Macro
public import Init.Data.Nat.Div
public meta import Init.Meta.Macro
/-!
The tactics that Lean runs on its own: `decreasing_tactic` shows that a recursive call gets smaller,
`get_elem_tactic` that an index is in bounds. Their syntax and outer shape are bound in
`Init.Natives.Tactics`; here are the rules, which a user may extend with further `macro_rules`.
-/

@[expose] public section

set_option linter.all false

universe u v w

/-! ## Termination -/

/-- Carries the name of one binder over to another; the elaborator reads and removes it. -/
@[simp] def binderNameHint {α : Sort u} {β : Sort v} {γ : Sort w} (_ : α) (_ : β) (e : γ) : γ := e
/-- Makes the condition of an `if` available to the termination proof. -/
@[wf_preprocess] theorem ite_eq_dite {α : Sort u} {P : Prop} [Decidable P] {a b : α} :
    (if P then a else b) = if h : P then binderNameHint h () a else binderNameHint h () b :=
      (dif_eq_if P a b).symm


macro_rules
  | `(tactic| clean_wf) =>
      `(tactic| try simp +unfoldPartialApp +zetaDelta -failIfUnchanged only [invImage, InvImage, Prod.lex,
        Prod.instWellFoundedRelation, instWellFoundedRelationOfSizeOf, Nat.lt_wfRel, sizeOf_nat, measure,
        sizeOfWFRel, WellFoundedRelation.rel, Nat.lt_eq])
macro_rules
  | `(tactic| simp_wf) =>
      `(tactic| try simp +unfoldPartialApp +zetaDelta [invImage, InvImage, Prod.lex, sizeOfWFRel, measure,
        Nat.lt_wfRel, WellFoundedRelation.rel])
/-- Side conditions of the rules below, about `Nat`. -/
syntax "nat_side_condition" : tactic
macro_rules | `(tactic| nat_side_condition) => `(tactic| (simp_all [Nat.pos_iff_ne_zero]; done))
macro_rules | `(tactic| nat_side_condition) => `(tactic| exact Nat.pos_of_ne_zero (by assumption))
macro_rules
  | `(tactic| nat_side_condition) => `(tactic| exact Nat.lt_of_lt_of_le (Nat.zero_lt_succ _) (by assumption))
macro_rules
  | `(tactic| nat_side_condition) => `(tactic| exact Nat.lt_of_le_of_lt (Nat.zero_le _) (by assumption))
macro_rules
  | `(tactic| nat_side_condition) =>
      `(tactic| exact Nat.lt_of_lt_of_le (Nat.zero_lt_succ _) (Nat.le_of_not_lt (by assumption)))
macro_rules
  | `(tactic| nat_side_condition) =>
      `(tactic| exact Nat.lt_of_le_of_lt (Nat.zero_le _) (Nat.lt_of_not_le (by assumption)))
macro_rules | `(tactic| nat_side_condition) => `(tactic| decide)
macro_rules | `(tactic| nat_side_condition) => `(tactic| assumption)

macro_rules | `(tactic| decreasing_trivial) => `(tactic| (simp_all; done))
macro_rules
  | `(tactic| decreasing_trivial) => `(tactic| (simp [Nat.add_comm, Nat.add_left_comm, Nat.add_assoc]; done))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| exact Nat.sub_succ_lt_self (by assumption))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| (apply Nat.lt_succ_of_le; simp; done))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| (apply Nat.mod_lt; nat_side_condition))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| (apply Nat.div_lt_self <;> nat_side_condition))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| (apply Nat.sub_lt <;> nat_side_condition))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| (simp; done))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| assumption)
macro_rules
  | `(tactic| decreasing_tactic) =>
      `(tactic| decreasing_with (first | decreasing_trivial | (subst_vars; decreasing_trivial)))

/-! ## Indexing -/

macro_rules | `(tactic| get_elem_tactic_extensible) => `(tactic| (simp; done))
macro_rules | `(tactic| get_elem_tactic_extensible) => `(tactic| decide)
macro_rules | `(tactic| get_elem_tactic_extensible) => `(tactic| assumption)
