module
prelude
public import Init.Reflect.Grind
public import Init.Laws.Bool
public import Init.Laws.ListSearch
public import Init.Laws.Pieces
/-!
The rest of what `grind` works with: what its proofs say about `Bool`, `decide`, `if` and casts, the
equations that
bring a goal into its normal form, what it splits by cases, and the lemmas of this library that it may
instantiate.
-/

@[expose] public section

set_option linter.all false

universe u v

namespace Lean.Grind

/-! ## Truth values -/

theorem rfl_true : true = true := rfl
namespace Bool
variable {a b : Bool}
theorem and_eq_of_eq_true_left (h : a = true) : (a && b) = b := by subst h; rfl
theorem and_eq_of_eq_true_right (h : b = true) : (a && b) = a := by subst h; cases a <;> rfl
theorem and_eq_of_eq_false_left (h : a = false) : (a && b) = false := by subst h; rfl
theorem and_eq_of_eq_false_right (h : b = false) : (a && b) = false := by subst h; cases a <;> rfl
theorem eq_true_of_and_eq_true_left (h : (a && b) = true) : a = true := (Bool.and_eq_true_iff.mp h).1
theorem eq_true_of_and_eq_true_right (h : (a && b) = true) : b = true := (Bool.and_eq_true_iff.mp h).2
theorem or_eq_of_eq_true_left (h : a = true) : (a || b) = true := by subst h; rfl
theorem or_eq_of_eq_true_right (h : b = true) : (a || b) = true := by subst h; cases a <;> rfl
theorem or_eq_of_eq_false_left (h : a = false) : (a || b) = b := by subst h; rfl
theorem or_eq_of_eq_false_right (h : b = false) : (a || b) = a := by subst h; cases a <;> rfl
theorem eq_false_of_or_eq_false_left (h : (a || b) = false) : a = false := by
  cases a <;> first | rfl | exact h | cases h | exact absurd rfl h
theorem eq_false_of_or_eq_false_right (h : (a || b) = false) : b = false := by
  cases a <;> first | rfl | exact h | cases h | exact absurd rfl h
theorem not_eq_of_eq_true (h : a = true) : (!a) = false := by subst h; rfl
theorem not_eq_of_eq_false (h : a = false) : (!a) = true := by subst h; rfl
theorem eq_false_of_not_eq_true (h : (!a) = true) : a = false := by
  cases a <;> first | rfl | exact h | cases h | exact absurd rfl h
theorem eq_true_of_not_eq_false (h : (!a) = false) : a = true := by
  cases a <;> first | rfl | exact h | cases h | exact absurd rfl h
theorem eq_false_of_not_eq_true' (h : ¬a = true) : a = false := by
  cases a <;> first | rfl | exact h | cases h | exact absurd rfl h
theorem eq_true_of_not_eq_false' (h : ¬a = false) : a = true := by
  cases a <;> first | rfl | exact h | cases h | exact absurd rfl h
theorem false_of_not_eq_self (h : (!a) = a) : False := by cases a <;> cases h
theorem ne_of_eq_true_of_eq_false (h₁ : a = true) (h₂ : b = false) : (a = b) = False := by
  subst h₁ h₂; exact eq_false nofun
theorem ne_of_eq_false_of_eq_true (h₁ : a = false) (h₂ : b = true) : (a = b) = False := by
  subst h₁ h₂; exact eq_false nofun
end Bool

section
variable {α : Type u} {a b : α}
theorem beq_eq_true_of_eq {_ : BEq α} {_ : LawfulBEq α} (h : a = b) : (a == b) = true := beq_iff_eq.mpr h
theorem beq_eq_false_of_diseq {_ : BEq α} {_ : LawfulBEq α} (h : ¬a = b) : (a == b) = false :=
    beq_eq_false_iff_ne.mpr h
theorem eq_of_beq_eq_true {_ : BEq α} {_ : LawfulBEq α} (h : (a == b) = true) : a = b := beq_iff_eq.mp h
theorem ne_of_beq_eq_false {_ : BEq α} {_ : LawfulBEq α} (h : (a == b) = false) : (a = b) = False :=
    eq_false (beq_eq_false_iff_ne.mp h)
end
section
variable {p : Prop} {_ : Decidable p}
theorem of_decide_eq_true (h : decide p = true) : p = True := eq_true (decide_eq_true_iff.mp h)
theorem of_decide_eq_false (h : decide p = false) : p = False := eq_false (_root_.of_decide_eq_false h)
theorem decide_eq_true (h : p = True) : decide p = true := _root_.decide_eq_true (of_eq_true h)
theorem decide_eq_false (h : p = False) : decide p = false := _root_.decide_eq_false (of_eq_false h)
end

/-! ## Quantifiers, `if`, casts -/

theorem forall_propagator (p : Prop) (q : p → Prop) (q' : Prop) (h₁ : p = True) (h₂ :
    q (of_eq_true h₁) = q') :
    (∀ hp : p, q hp) = q' := propext ⟨fun h => h₂ ▸ h _, fun h _ => (h₂.symm ▸ h : q (of_eq_true h₁))⟩
theorem of_forall_eq_false (α : Sort u) (p : α → Prop) (h : (∀ x, p x) = False) : ∃ x, ¬p x :=
  Classical.not_forall.mp (of_eq_false h)
theorem dite_cond_eq_true' {α : Sort u} {c : Prop} {_ : Decidable c} {a : c → α} {b : ¬c → α} {r : α}
    (h₁ : c = True) (h₂ : a (of_eq_true h₁) = r) : dite c a b = r := (dif_pos (of_eq_true h₁)).trans h₂
theorem dite_cond_eq_false' {α : Sort u} {c : Prop} {_ : Decidable c} {a : c → α} {b : ¬c → α} {r : α}
    (h₁ : c = False) (h₂ : b (of_eq_false h₁) = r) : dite c a b = r := (dif_neg (of_eq_false h₁)).trans h₂
theorem eqRec_heq.{u_1, u_2} {α : Sort u_2} {a : α} {motive : (x : α) → a = x → Sort u_1}
    (v : motive a (Eq.refl a)) {b : α} (h : a = b) : @Eq.rec α a motive v b h ≍ v := by subst h; rfl
theorem eqRecOn_heq.{u_1, u_2} {α : Sort u_2} {a : α} {motive : (x : α) → a = x → Sort u_1} {b : α}
    (h : a = b) (v : motive a (Eq.refl a)) : @Eq.recOn α a motive b h v ≍ v := by subst h; rfl
theorem eqNDRec_heq.{u_1, u_2} {α : Sort u_2} {a : α} {motive : α → Sort u_1} (v : motive a) {b : α}
    (h : a = b) : @Eq.ndrec α a motive v b h ≍ v := by subst h; rfl
theorem of_lookahead (p : Prop) (h : ¬p → False) : p = True := eq_true (Classical.byContradiction h)

/-! ## Normal forms -/

theorem iff_eq (p q : Prop) : (p ↔ q) = (p = q) := propext ⟨propext, fun h => h ▸ Iff.rfl⟩
theorem eq_true_eq (p : Prop) : (p = True) = p := propext ⟨of_eq_true, eq_true⟩
theorem eq_false_eq (p : Prop) : (p = False) = ¬p := propext ⟨of_eq_false, eq_false⟩
theorem true_imp_eq (p : Prop) : (True → p) = p := propext ⟨fun h => h trivial, fun h _ => h⟩
theorem false_imp_eq (p : Prop) : (False → p) = True := eq_true False.elim
theorem imp_true_eq (p : Prop) : (p → True) = True := eq_true fun _ => trivial
theorem imp_false_eq (p : Prop) : (p → False) = ¬p := rfl
theorem imp_self_eq (p : Prop) : (p → p) = True := eq_true id
theorem not_ite {p : Prop} {_ : Decidable p} (q r : Prop) : (¬ite p q r) = ite p (¬q) (¬r) := by
  split <;> rfl
theorem ite_true_false {p : Prop} {_ : Decidable p} : ite p True False = p := by
  by_cases h : p <;> simp [h]
theorem ite_false_true {p : Prop} {_ : Decidable p} : ite p False True = ¬p := by
  by_cases h : p <;> simp [h]
theorem cond_eq_ite {α : Type u} (c : _root_.Bool) (a b : α) : cond c a b = ite (c = true) a b := by
  cases c <;> rfl
theorem beq_eq_decide_eq {α : Type u} {_ : BEq α} [LawfulBEq α] [DecidableEq α] (a b : α) :
    (a == b) = decide (a = b) := by
  by_cases h : a = b
  · rw [beq_iff_eq.mpr h, _root_.decide_eq_true h]
  · rw [beq_eq_false_iff_ne.mpr h, _root_.decide_eq_false h]
theorem bne_eq_decide_not_eq {α : Type u} {_ : BEq α} [LawfulBEq α] [DecidableEq α] (a b : α) :
    (a != b) = decide (¬a = b) := by
  by_cases h : a = b
  · subst h; rw [bne_self_eq_false, _root_.decide_eq_false (fun h => h rfl)]
  · rw [bne_iff_ne.mpr h, _root_.decide_eq_true h]
theorem xor_eq (a b : _root_.Bool) : (a ^^ b) = (a != b) := rfl
theorem flip_bool_eq (a b : _root_.Bool) : (a = b) = (b = a) := propext eq_comm
theorem bool_eq_to_prop (a b : _root_.Bool) : (a = b) = ((a = true) = (b = true)) := by
  cases a <;> cases b <;> simp
theorem Nat.lt_eq (a b : Nat) : (a < b) = (a + 1 ≤ b) := rfl
theorem ge_eq {α : Type u} [LE α] (a b : α) : (a ≥ b) = (b ≤ a) := rfl
theorem gt_eq {α : Type u} [LT α] (a b : α) : (a > b) = (b < a) := rfl
theorem forall_and {α : Sort u} {p q : α → Prop} : (∀ x, p x ∧ q x) = ((∀ x, p x) ∧ ∀ x, q x) :=
  propext _root_.forall_and
theorem forall_true (p : True → Prop) : (∀ h, p h) = p True.intro := propext ⟨fun h => h _, fun h _ => h⟩
theorem forall_imp_eq_or {α : Sort u} (p : α → Prop) (q : Prop) : ((∀ a, p a) → q) = ((∃ a, ¬p a) ∨ q) :=
  propext ⟨fun h => (Classical.em (∀ a, p a)).elim (.inr ∘ h) (.inl ∘ Classical.not_forall.mp),
    fun h hp => h.elim (fun ⟨a, ha⟩ => absurd (hp a) ha) id⟩
theorem forall_or_forall {α : Sort u} {β : α → Sort v} (p : α → Prop) (q : (a : α) → β a → Prop) :
    (∀ a, p a ∨ ∀ b, q a b) = ∀ a b, p a ∨ q a b :=
  propext ⟨fun h a b => (h a).imp id (· b), fun h a => Classical.byCases (p := p a) .inl fun hp =>
    .inr fun b => (h a b).resolve_left hp⟩
theorem forall_forall_or {α : Sort u} {β : α → Sort v} (p : α → Prop) (q : (a : α) → β a → Prop) :
    (∀ a, (∀ b, q a b) ∨ p a) = ∀ a b, q a b ∨ p a :=
  propext ⟨fun h a b => (h a).imp (· b) id, fun h a => Classical.byCases (p := p a) .inr fun hp =>
    .inl fun b => (h a b).resolve_right hp⟩

attribute [grind norm ↓] not_and not_or not_ite not_forall not_exists Nat.not_ge_eq Nat.not_le_eq
attribute [grind norm] Classical.not_not ne_eq iff_eq eq_self heq_eq_eq forall_or_forall forall_forall_or
  eq_true_eq eq_false_eq not_eq_prop _root_.not_true not_false_eq_true
  true_imp_eq false_imp_eq imp_true_eq imp_false_eq imp_self_eq
  and_true true_and and_false false_and and_assoc or_true true_or or_false false_or or_assoc
  ite_true ite_false ite_true_false ite_false_true dite_eq_ite
  _root_.forall_and forall_true forall_imp_eq_or exists_const exists_or exists_prop exists_and_left
  exists_and_right
  cond_eq_ite Bool.or_false Bool.or_true Bool.false_or Bool.true_or Bool.or_eq_true Bool.or_assoc
  Bool.and_false Bool.and_true Bool.false_and Bool.true_and Bool.and_eq_true Bool.and_assoc Bool.not_not
  xor_eq beq_iff_eq beq_eq_decide_eq beq_self_eq_true bne_iff_ne bne_eq_decide_not_eq
  Bool.not_eq_true Bool.not_eq_false decide_eq_true_eq decide_not
  Nat.le_zero_eq Nat.lt_eq Nat.succ_eq_add_one ge_eq gt_eq
  Function.const_apply Function.comp_apply

/-! ## Cases and instances -/

attribute [grind cases] Or
attribute [grind cases eager] And Prod False Empty True PUnit Exists Subtype
end Lean.Grind

attribute [grind =] Option.isSome_some Option.isSome_none Option.isNone_some Option.isNone_none
  Option.getD_some
  Option.getD_none Option.map_some Option.map_none Option.bind_some Option.bind_none
  List.length_nil List.length_cons List.length_append List.length_map List.length_reverse
  List.length_replicate List.length_range List.getElem?_eq_getElem List.mem_cons List.mem_append List.mem_map
  List.mem_filter List.mem_reverse List.append_assoc List.reverse_append List.reverse_cons List.reverse_nil
  List.map_append List.map_cons List.map_nil List.filter_nil List.foldl_nil List.foldl_cons List.foldr_nil
  List.foldr_cons List.nil_append List.cons_append List.append_nil List.head?_cons List.head?_nil
  List.getElem?_nil List.sum_nil List.sum_cons
  Array.size_push Array.size_map Array.size_append Array.size_set Array.size_swap Array.getElem_push_eq
  Nat.min_def Nat.max_def
