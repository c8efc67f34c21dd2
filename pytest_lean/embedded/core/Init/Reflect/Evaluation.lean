module
prelude
public import Init.Data.SInt
public import Init.Data.Rat
public import Init.Data.BitVec
public import Init.Data.Int.DivMod
public import Init.Data.String.Basic
public meta import Init.Meta.Macro
public meta import Init.Control.Lawful
/-!
What the proofs of `cbv` and `decide_cbv` are made of: a condition that has been evaluated chooses a
branch, and a comparison of literals is `True` or `False` because its decision is.
-/

@[expose] public section

set_option linter.all false

universe u

namespace Lean.Sym
variable {α : Sort u}

/-! ## Connectives -/

theorem ne_self (a : α) : (a ≠ a) = False := eq_false fun h => h rfl
theorem not_true_eq : (¬True) = False := eq_false fun h => h trivial
theorem not_false_eq : (¬False) = True := eq_true id
theorem or_eq_true_left (a b : Prop) (h : a = True) : (a ∨ b) = True := eq_true (.inl (of_eq_true h))
theorem or_eq_right (a b : Prop) (h : a = False) : (a ∨ b) = b :=
  propext ⟨fun | .inl ha => (of_eq_false h ha).elim | .inr hb => hb, .inr⟩
theorem and_eq_false_left (a b : Prop) (h : a = False) : (a ∧ b) = False :=
  eq_false fun hab => of_eq_false h hab.1
theorem and_eq_left (a b : Prop) (h : a = True) : (a ∧ b) = b :=
  propext ⟨And.right, fun hb => ⟨of_eq_true h, hb⟩⟩

/-! ## Conditions -/

theorem ite_cond_congr (c : Prop) {inst : Decidable c} (a b : α) (c' : Prop) {inst' : Decidable c'}
    (h : c = c') : @ite α c inst a b = @ite α c' inst' a b := by
  cases h; cases Subsingleton.elim inst inst'; rfl
theorem ite_true (c : Prop) {inst : Decidable c} (a b : α) {ht : c} : @ite α c inst a b = a := if_pos ht
theorem ite_true_congr (c : Prop) {inst : Decidable c} (a b : α) (c' : Prop) (h : c = c') {ht : c'} :
    @ite α c inst a b = a := if_pos (h ▸ ht)
theorem ite_false (c : Prop) {inst : Decidable c} (a b : α) {ht : ¬c} : @ite α c inst a b = b := if_neg ht
theorem ite_false_congr (c : Prop) {inst : Decidable c} (a b : α) (c' : Prop) (h : c = c') {ht : ¬c'} :
    @ite α c inst a b = b := if_neg (h ▸ ht)
theorem ite_of_decide_eq_true (c : Prop) {inst : Decidable c} (a b : α) {ht : decide c = true} :
    @ite α c inst a b = a := if_pos (of_decide_eq_true ht)
theorem ite_of_decide_eq_false (c : Prop) {inst : Decidable c} (a b : α) {ht : decide c = false} :
    @ite α c inst a b = b := if_neg (of_decide_eq_false ht)
theorem ite_of_decide_eq_true_congr (c : Prop) {inst : Decidable c} (a b : α) (c' : Prop) (h : c = c')
    {_ : Decidable c'} {ht : decide c' = true} : @ite α c inst a b = a := if_pos (h ▸ of_decide_eq_true ht)
theorem ite_of_decide_eq_false_congr (c : Prop) {inst : Decidable c} (a b : α) (c' : Prop) (h : c = c')
    {_ : Decidable c'} {ht : decide c' = false} : @ite α c inst a b = b := if_neg (h ▸ of_decide_eq_false ht)
theorem dite_true (c : Prop) {inst : Decidable c} (a : c → α) (b : ¬c → α) {ht : c} :
    @dite α c inst a b = a ht := dif_pos ht
theorem dite_true_congr (c : Prop) {inst : Decidable c} (a : c → α) (b : ¬c → α) (c' : Prop) (h : c = c')
    {ht : c'} : @dite α c inst a b = a (h.mpr_prop ht) := dif_pos _
theorem dite_false (c : Prop) {inst : Decidable c} (a : c → α) (b : ¬c → α) {ht : ¬c} :
    @dite α c inst a b = b ht := dif_neg ht
theorem dite_false_congr (c : Prop) {inst : Decidable c} (a : c → α) (b : ¬c → α) (c' : Prop) (h : c = c')
    {ht : ¬c'} : @dite α c inst a b = b (h.mpr_not ht) := dif_neg _
theorem dite_cond_congr (c : Prop) {inst : Decidable c} (a : c → α) (b : ¬c → α) (c' : Prop)
    {inst' : Decidable c'} (h : c = c') : @dite α c inst a b =
      @dite α c' inst' (fun h' => a (h.mpr_prop h')) (fun h' => b (h.mpr_not h')) := by
  cases h; cases Subsingleton.elim inst inst'; rfl
theorem cond_cond_eq_true (c : Bool) (a b : α) (h : c = true) : cond c a b = a := h ▸ rfl
theorem cond_cond_eq_false (c : Bool) (a b : α) (h : c = false) : cond c a b = b := h ▸ rfl
theorem cond_cond_congr (c : Bool) (a b : α) (c' : Bool) (h : c = c') : cond c a b = cond c' a b := h ▸ rfl

/-! ## Decisions -/

theorem decide_isTrue (p : Prop) {inst : Decidable p} {h : p} : decide p = true := decide_eq_true h
theorem decide_isTrue_congr (p p' : Prop) (heq : p = p') {inst : Decidable p} {hp : p'} : decide p = true :=
  decide_eq_true (heq ▸ hp)
theorem decide_isFalse (p : Prop) {inst : Decidable p} {h : ¬p} : decide p = false := decide_eq_false h
theorem decide_isFalse_congr (p p' : Prop) (heq : p = p') {inst : Decidable p} {hnp : ¬p'} :
    decide p = false := decide_eq_false (heq ▸ hnp)
theorem decide_congr_reduction (p p' : Prop) (heq : p = p') {inst : Decidable p} {inst' : Decidable p'}
    {b : Bool} {h : inst'.decide = b} : inst.decide = b := by
  cases heq; cases Subsingleton.elim inst inst'; exact h
theorem decide_prop_eq_true (p : Prop) {inst : Decidable p} (h : p = True) : decide p = true :=
  decide_eq_true (of_eq_true h)
theorem decide_prop_eq_false (p : Prop) {inst : Decidable p} (h : p = False) : decide p = false :=
  decide_eq_false (of_eq_false h)

theorem decide_eq_congr (p p' : Prop) (h : p = p') (inst : Decidable p) (inst' : Decidable p') (b : Bool)
    (hb : @decide p' inst' = b) : @decide p inst = b := by
  cases h; cases Subsingleton.elim inst inst'; exact hb

/-! ## Comparisons of literals -/

/-- `decisions T "op" op`: the comparison `op` of a type is `True` or `False` as its decision says. -/
local macro "decisions " T:ident op:str r:ident : command =>
  let yes := mkIdent (.str T.getId (op.getString ++ "_eq_true"))
  let no := mkIdent (.str T.getId (op.getString ++ "_eq_false"))
  `(theorem $yes (a b : $T) (h : decide ($r a b) = true) : $r a b = True := eq_true (of_decide_eq_true h)
    theorem $no (a b : $T) (h : decide ($r a b) = false) : $r a b = False := eq_false (of_decide_eq_false h))
/-- All comparisons of a type. -/
local macro "comparisons " T:ident : command =>
  `(decisions $T "lt" LT.lt
    decisions $T "le" LE.le
    decisions $T "eq" Eq)

comparisons Nat
comparisons Int
comparisons Rat
comparisons Int8
comparisons Int16
comparisons Int32
comparisons Int64
comparisons UInt8
comparisons UInt16
comparisons UInt32
comparisons UInt64
comparisons String
comparisons Char
decisions Bool "eq" Eq
decisions Nat "dvd" Dvd.dvd
decisions Int "dvd" Dvd.dvd

variable {n : Nat}
theorem Fin.lt_eq_true (a b : Fin n) (h : decide (a < b) = true) : (a < b) = True :=
  eq_true (of_decide_eq_true h)
theorem Fin.lt_eq_false (a b : Fin n) (h : decide (a < b) = false) : (a < b) = False :=
  eq_false (of_decide_eq_false h)
theorem Fin.le_eq_true (a b : Fin n) (h : decide (a ≤ b) = true) : (a ≤ b) = True :=
  eq_true (of_decide_eq_true h)
theorem Fin.le_eq_false (a b : Fin n) (h : decide (a ≤ b) = false) : (a ≤ b) = False :=
  eq_false (of_decide_eq_false h)
theorem Fin.eq_eq_true (a b : Fin n) (h : decide (a = b) = true) : (a = b) = True :=
  eq_true (of_decide_eq_true h)
theorem Fin.eq_eq_false (a b : Fin n) (h : decide (a = b) = false) : (a = b) = False :=
  eq_false (of_decide_eq_false h)
theorem BitVec.lt_eq_true (a b : BitVec n) (h : decide (a < b) = true) : (a < b) = True :=
  eq_true (of_decide_eq_true h)
theorem BitVec.lt_eq_false (a b : BitVec n) (h : decide (a < b) = false) : (a < b) = False :=
  eq_false (of_decide_eq_false h)
theorem BitVec.le_eq_true (a b : BitVec n) (h : decide (a ≤ b) = true) : (a ≤ b) = True :=
  eq_true (of_decide_eq_true h)
theorem BitVec.le_eq_false (a b : BitVec n) (h : decide (a ≤ b) = false) : (a ≤ b) = False :=
  eq_false (of_decide_eq_false h)
theorem BitVec.eq_eq_true (a b : BitVec n) (h : decide (a = b) = true) : (a = b) = True :=
  eq_true (of_decide_eq_true h)
theorem BitVec.eq_eq_false (a b : BitVec n) (h : decide (a = b) = false) : (a = b) = False :=
  eq_false (of_decide_eq_false h)
end Lean.Sym
