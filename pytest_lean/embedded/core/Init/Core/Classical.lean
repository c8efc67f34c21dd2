module
prelude
public import Init.Core.Connectives
/-!
Classical reasoning: choice, excluded middle (which follows from choice, `propext` and `funext`), proof by
contradiction, the De Morgan laws that need them.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Classical

noncomputable def indefiniteDescription {α : Sort u} (p : α → Prop) (h : ∃ x, p x) : {x // p x} :=
  choice (let ⟨x, px⟩ := h; ⟨⟨x, px⟩⟩)
noncomputable def choose {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : α := (indefiniteDescription p h).val
theorem choose_spec {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : p (choose h) :=
  (indefiniteDescription p h).property

/-- Diaconescu's argument: choose from two sets of truth values that are equal exactly when `p` holds. -/
theorem em (p : Prop) : p ∨ ¬p :=
  let U (x : Prop) : Prop := x = True ∨ p
  let V (x : Prop) : Prop := x = False ∨ p
  have exU : ∃ x, U x := ⟨True, .inl rfl⟩
  have exV : ∃ x, V x := ⟨False, .inl rfl⟩
  have hu : U (choose exU) := choose_spec exU
  have hv : V (choose exV) := choose_spec exV
  have differ : choose exU ≠ choose exV ∨ p :=
    hu.elim (fun h₁ => hv.elim (fun h₂ => .inl (by rw [h₁, h₂]; exact fun e => e ▸ trivial)) .inr) .inr
  have same : p → choose exU = choose exV := fun hp =>
    have e : U = V := funext fun x => propext ⟨fun _ => .inr hp, fun _ => .inr hp⟩
    have key : ∀ (P Q : Prop → Prop) (e : P = Q) (hP : ∃ x, P x) (hQ : ∃ x, Q x), choose hP = choose hQ := by
      intro P Q e; subst e; intros; rfl
    key U V e exU exV
  differ.elim (fun h => .inr (mt same h)) .inl

theorem exists_true_of_nonempty {α : Sort u} : Nonempty α → ∃ _ : α, True := fun ⟨a⟩ => ⟨a, trivial⟩
@[reducible] noncomputable def inhabited_of_nonempty {α : Sort u} (h : Nonempty α) : Inhabited α := ⟨choice h⟩
@[reducible] noncomputable def inhabited_of_exists {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : Inhabited α :=
  inhabited_of_nonempty (h.elim fun w _ => ⟨w⟩)
noncomputable scoped instance (priority := low) propDecidable (a : Prop) : Decidable a :=
  choice (match em a with
    | .inl h => ⟨isTrue h⟩
    | .inr h => ⟨isFalse h⟩)
@[reducible] noncomputable def decidableInhabited (a : Prop) : Inhabited (Decidable a) := ⟨propDecidable a⟩
@[reducible] noncomputable def typeDecidableEq (α : Sort u) : DecidableEq α := fun _ _ => propDecidable _
theorem propComplete (a : Prop) : a = True ∨ a = False := (em a).imp eq_true eq_false
theorem byCases {p q : Prop} (hpq : p → q) (hnpq : ¬p → q) : q := (em p).elim hpq hnpq
theorem byContradiction {p : Prop} (h : ¬p → False) : p := (em p).elim id (fun hn => (h hn).elim)
theorem of_not_not {a : Prop} (h : ¬¬a) : a := byContradiction h
@[simp] theorem not_not {a : Prop} : ¬¬a ↔ a := ⟨of_not_not, not_not_intro⟩
theorem not_forall_not {α : Sort u} {p : α → Prop} : (¬∀ a, ¬p a) ↔ ∃ a, p a :=
  ⟨fun h => byContradiction fun hn => h fun a ha => hn ⟨a, ha⟩, fun ⟨a, ha⟩ h => h a ha⟩
@[simp] theorem not_forall {α : Sort u} {p : α → Prop} : (¬∀ x, p x) ↔ ∃ x, ¬p x :=
  ⟨fun h => byContradiction fun hn => h fun x => byContradiction fun hx => hn ⟨x, hx⟩,
    fun ⟨x, hx⟩ h => hx (h x)⟩
theorem not_exists_not {α : Sort u} {p : α → Prop} : (¬∃ x, ¬p x) ↔ ∀ x, p x :=
  ⟨fun h x => byContradiction fun hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => hx (h x)⟩
theorem exists_not_of_not_forall {α : Sort u} {p : α → Prop} (h : ¬∀ x, p x) : ∃ x, ¬p x := not_forall.mp h
theorem forall_or_exists_not {α : Sort u} (p : α → Prop) : (∀ a, p a) ∨ ∃ a, ¬p a := by
  rw [← not_forall]; exact em _
theorem exists_or_forall_not {α : Sort u} (p : α → Prop) : (∃ a, p a) ∨ ∀ a, ¬p a := by
  rw [← not_exists]; exact em _
variable {a b : Prop}
@[simp] theorem not_imp : ¬(a → b) ↔ a ∧ ¬b :=
  ⟨fun h => ⟨byContradiction fun hn => h fun ha => absurd ha hn, fun hb => h fun _ => hb⟩,
    fun ⟨ha, hb⟩ h => hb (h ha)⟩
theorem not_and_iff_not_or_not : ¬(a ∧ b) ↔ ¬a ∨ ¬b :=
  ⟨fun h => (em a).elim (fun ha => .inr fun hb => h ⟨ha, hb⟩) .inl,
    fun h ⟨ha, hb⟩ => h.elim (fun hn => hn ha) (fun hn => hn hb)⟩
theorem or_iff_not_imp_left : a ∨ b ↔ (¬a → b) :=
  ⟨fun h hn => h.elim (absurd · hn) id, fun h => (em a).elim .inl (fun hn => .inr (h hn))⟩
theorem or_iff_not_imp_right : a ∨ b ↔ (¬b → a) := or_comm.trans or_iff_not_imp_left
theorem imp_iff_not_or : (a → b) ↔ (¬a ∨ b) :=
  ⟨fun h => (em a).elim (fun ha => .inr (h ha)) .inl, fun h ha => h.elim (absurd ha) id⟩
theorem imp_iff_or_not {b a : Prop} : b → a ↔ a ∨ ¬b := imp_iff_not_or.trans or_comm
theorem and_iff_not_or_not : a ∧ b ↔ ¬(¬a ∨ ¬b) := by rw [← not_and_iff_not_or_not, not_not]
theorem or_iff_not_and_not : a ∨ b ↔ ¬(¬a ∧ ¬b) := by rw [← not_or, not_not]
theorem not_iff : ¬(a ↔ b) ↔ (¬a ↔ b) :=
  ⟨fun h => ⟨fun hn => byContradiction fun hb => h ⟨fun ha => absurd ha hn, fun hb' => absurd hb' hb⟩,
    fun hb ha => h ⟨fun _ => hb, fun _ => ha⟩⟩,
   fun h h' => iff_not_self (h'.trans h.symm)⟩
theorem contrapositive : (¬a → ¬b) ↔ (b → a) := ⟨fun h hb => byContradiction fun ha => h ha hb, mt⟩
theorem imp_and_neg_imp_iff (p q : Prop) : ((p → q) ∧ (¬p → q)) ↔ q :=
  ⟨fun ⟨h₁, h₂⟩ => byCases h₁ h₂, fun h => ⟨fun _ => h, fun _ => h⟩⟩
theorem peirce : ((a → b) → a) → a := fun h => byContradiction fun hn => hn (h fun ha => absurd ha hn)
theorem skolem {α : Sort u} {β : α → Sort v} {p : ∀ x, β x → Prop} :
    (∀ x, ∃ y, p x y) ↔ ∃ f : ∀ x, β x, ∀ x, p x (f x) :=
  ⟨fun h => ⟨fun x => choose (h x), fun x => choose_spec (h x)⟩, fun ⟨f, h⟩ x => ⟨f x, h x⟩⟩
theorem axiomOfChoice {α : Sort u} {β : α → Sort v} {r : ∀ x, β x → Prop} (h : ∀ x, ∃ y, r x y) :
    ∃ f : ∀ x, β x, ∀ x, r x (f x) := skolem.mp h

end Classical


noncomputable abbrev Exists.choose {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : α := Classical.choose h
theorem Exists.choose_spec {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : p h.choose := Classical.choose_spec h

