module
prelude
public import Init.Laws.Propositions
public import Init.Natives.Data
/-!
Laws about `Bool` beyond the everyday ones: exclusive or, the order `false ≤ true`, truth values as numbers,
quantifiers, `if` and `cond` with truth values. A law in a few variables is proved by trying all values.
-/

@[expose] public section

set_option linter.all false

namespace Bool

/-! ## Connectives -/

@[simp] theorem and_self_left : ∀ a b : Bool, (a && (a && b)) = (a && b) := by decide
@[simp] theorem and_self_right : ∀ a b : Bool, ((a && b) && b) = (a && b) := by decide
@[simp] theorem or_self_left : ∀ a b : Bool, (a || (a || b)) = (a || b) := by decide
@[simp] theorem or_self_right : ∀ a b : Bool, ((a || b) || b) = (a || b) := by decide
theorem and_right_comm : ∀ x y z : Bool, ((x && y) && z) = ((x && z) && y) := by decide
theorem or_right_comm : ∀ x y z : Bool, ((x || y) || z) = ((x || z) || y) := by decide
theorem and_or_inj_left : ∀ {m x y : Bool}, (m && x) = (m && y) → (m || x) = (m || y) → x = y := by decide
theorem and_or_inj_right : ∀ {m x y : Bool}, (x && m) = (y && m) → (x || m) = (y || m) → x = y := by decide
@[simp] theorem not_eq_not : ∀ {a b : Bool}, (¬a = !b) ↔ a = b := by decide
@[simp] theorem not_not_eq : ∀ {a b : Bool}, (¬(!a) = b) ↔ a = b := by decide
@[simp] theorem not_eq_self : ∀ b : Bool, ((!b) = b) ↔ False := by decide
@[simp] theorem eq_not_self : ∀ b : Bool, (b = (!b)) ↔ False := by decide
theorem eq_not : ∀ {a b : Bool}, (a = !b) ↔ (a ≠ b) := by decide
theorem not_eq : ∀ {a b : Bool}, ((!a) = b) ↔ (a ≠ b) := by decide
theorem eq_not_iff : ∀ {a b : Bool}, a = !b ↔ a ≠ b := by decide
theorem not_eq_iff : ∀ {a b : Bool}, !a = b ↔ a ≠ b := by decide
theorem ne_not {a b : Bool} : a ≠ !b ↔ a = b := not_eq_not
theorem not_ne {a b : Bool} : (!a) ≠ b ↔ a = b := not_not_eq
@[simp] theorem not_eq_eq_eq_not : ∀ {a b : Bool}, ((!a) = b) ↔ (a = !b) := by decide
@[simp] theorem coe_true_iff_false : ∀ {a b : Bool}, (a ↔ b = false) ↔ a = (!b) := by decide
@[simp] theorem coe_false_iff_true : ∀ {a b : Bool}, (a = false ↔ b) ↔ (!a) = b := by decide
@[simp] theorem coe_false_iff_false : ∀ {a b : Bool}, (a = false ↔ b = false) ↔ (!a) = (!b) := by decide
@[simp] theorem and_iff_left_iff_imp : ∀ {a b : Bool}, ((a && b) = a) ↔ (a → b) := by decide
@[simp] theorem and_iff_right_iff_imp : ∀ {a b : Bool}, ((a && b) = b) ↔ (b → a) := by decide
@[simp] theorem iff_self_and : ∀ {a b : Bool}, (a = (a && b)) ↔ (a → b) := by decide
@[simp] theorem iff_and_self : ∀ {a b : Bool}, (b = (a && b)) ↔ (b → a) := by decide
@[simp] theorem or_iff_left_iff_imp : ∀ {a b : Bool}, ((a || b) = a) ↔ (b → a) := by decide
@[simp] theorem or_iff_right_iff_imp : ∀ {a b : Bool}, ((a || b) = b) ↔ (a → b) := by decide
@[simp] theorem iff_self_or : ∀ {a b : Bool}, (a = (a || b)) ↔ (b → a) := by decide
@[simp] theorem iff_or_self : ∀ {a b : Bool}, (b = (a || b)) ↔ (a → b) := by decide
theorem eq_false_imp_eq_true : ∀ {b : Bool}, (b = false → b = true) ↔ (b = true) := by decide
theorem eq_true_imp_eq_false : ∀ {b : Bool}, (b = true → b = false) ↔ (b = false) := by decide
theorem and_eq_decide (x y : Bool) : (x && y) = decide (x ∧ y) := by revert x y; decide
theorem or_eq_decide (x y : Bool) : (x || y) = decide (x ∨ y) := by revert x y; decide
theorem not_eq_decide (x : Bool) : (!x) = decide (x = false) := by revert x; decide
theorem true_ne_false : true ≠ false := nofun
theorem of_decide_true {p : Prop} [Decidable p] : decide p → p := of_decide_eq_true
theorem of_decide_false {p : Prop} [Decidable p] : decide p = false → ¬p := of_decide_eq_false
theorem decide_coe (b : Bool) [Decidable (b = true)] : decide (b = true) = b := by
  cases b
  · exact _root_.decide_eq_false Bool.noConfusion
  · exact _root_.decide_eq_true rfl

/-! ## Exclusive or -/

@[simp] theorem false_xor : ∀ x : Bool, (false ^^ x) = x := by decide
@[simp] theorem xor_false : ∀ x : Bool, (x ^^ false) = x := by decide
@[simp] theorem true_xor : ∀ x : Bool, (true ^^ x) = !x := by decide
@[simp] theorem xor_true : ∀ x : Bool, (x ^^ true) = !x := by decide
@[simp] theorem not_xor_self : ∀ x : Bool, (!x ^^ x) = true := by decide
@[simp] theorem xor_not_self : ∀ x : Bool, (x ^^ !x) = true := by decide
theorem not_xor : ∀ x y : Bool, (!x ^^ y) = !(x ^^ y) := by decide
theorem xor_not : ∀ x y : Bool, (x ^^ !y) = !(x ^^ y) := by decide
@[simp] theorem not_xor_not : ∀ x y : Bool, (!x ^^ !y) = (x ^^ y) := by decide
theorem xor_left_comm : ∀ x y z : Bool, (x ^^ (y ^^ z)) = (y ^^ (x ^^ z)) := by decide
theorem xor_right_comm : ∀ x y z : Bool, ((x ^^ y) ^^ z) = ((x ^^ z) ^^ y) := by decide
theorem xor_assoc : ∀ x y z : Bool, ((x ^^ y) ^^ z) = (x ^^ (y ^^ z)) := by decide
theorem xor_right_inj : ∀ {x y z : Bool}, (x ^^ y) = (x ^^ z) ↔ y = z := by decide
theorem xor_left_inj : ∀ {x y z : Bool}, (x ^^ z) = (y ^^ z) ↔ x = y := by decide
theorem and_xor_distrib_left : ∀ x y z : Bool, (x && (y ^^ z)) = ((x && y) ^^ (x && z)) := by decide
theorem and_xor_distrib_right : ∀ x y z : Bool, ((x ^^ y) && z) = ((x && z) ^^ (y && z)) := by decide
@[simp] theorem bne_eq_xor : bne = xor := by funext x y; revert x y; decide
instance : Std.Associative (· ^^ ·) := ⟨xor_assoc⟩
instance : Std.Commutative (· ^^ ·) := ⟨xor_comm⟩

/-! ## `==` -/

theorem bne_comm (a b : Bool) : (a != b) = (b != a) := by revert a b; decide
@[simp] theorem beq_self_left : ∀ a b : Bool, (a == (a == b)) = b := by decide
@[simp] theorem beq_self_right : ∀ a b : Bool, ((a == b) == b) = a := by decide
theorem beq_assoc : ∀ x y z : Bool, ((x == y) == z) = (x == (y == z)) := by decide
theorem bne_assoc : ∀ x y z : Bool, ((x != y) != z) = (x != (y != z)) := by decide
/-! ## Order -/

instance : LE Bool := ⟨fun x y => x → y⟩
instance : LT Bool := ⟨fun x y => !x && y⟩
instance (x y : Bool) : Decidable (x ≤ y) := inferInstanceAs (Decidable (x → y))
instance (x y : Bool) : Decidable (x < y) := inferInstanceAs (Decidable (!x && y))
instance : Max Bool := ⟨or⟩
instance : Min Bool := ⟨and⟩
protected theorem le_refl : ∀ x : Bool, x ≤ x := by decide
@[simp] protected theorem le_true : ∀ x : Bool, x ≤ true := by decide
@[simp] protected theorem false_le : ∀ x : Bool, false ≤ x := by decide
protected theorem le_trans : ∀ {x y z : Bool}, x ≤ y → y ≤ z → x ≤ z := by decide
protected theorem le_antisymm : ∀ {x y : Bool}, x ≤ y → y ≤ x → x = y := by decide
protected theorem le_total : ∀ x y : Bool, x ≤ y ∨ y ≤ x := by decide
protected theorem lt_irrefl : ∀ {x : Bool}, ¬x < x := by decide
protected theorem lt_trans : ∀ {x y z : Bool}, x < y → y < z → x < z := by decide
protected theorem lt_iff_le_not_le : ∀ {x y : Bool}, x < y ↔ x ≤ y ∧ ¬y ≤ x := by decide
protected theorem le_of_lt : ∀ {x y : Bool}, x < y → x ≤ y := by decide
protected theorem le_of_eq : ∀ {x y : Bool}, x = y → x ≤ y := by decide
protected theorem lt_of_le_of_lt : ∀ {x y z : Bool}, x ≤ y → y < z → x < z := by decide
protected theorem lt_of_lt_of_le : ∀ {x y z : Bool}, x < y → y ≤ z → x < z := by decide
theorem and_le_left : ∀ x y : Bool, (x && y) ≤ x := by decide
theorem and_le_right : ∀ x y : Bool, (x && y) ≤ y := by decide
theorem left_le_or : ∀ x y : Bool, x ≤ (x || y) := by decide
theorem right_le_or : ∀ x y : Bool, y ≤ (x || y) := by decide

/-! ## Numbers -/

@[simp] theorem toNat_false : false.toNat = 0 := rfl
@[simp] theorem toNat_true : true.toNat = 1 := rfl
theorem toNat_le : ∀ c : Bool, c.toNat ≤ 1 := by decide
theorem toNat_lt : ∀ b : Bool, b.toNat < 2 := by decide
@[simp] theorem toNat_eq_zero : ∀ {b : Bool}, b.toNat = 0 ↔ b = false := by decide
@[simp] theorem toNat_eq_one : ∀ {b : Bool}, b.toNat = 1 ↔ b = true := by decide
def toInt (b : Bool) : Int := cond b 1 0
@[simp] theorem toInt_false : false.toInt = 0 := rfl
@[simp] theorem toInt_true : true.toInt = 1 := rfl

/-! ## Quantifiers, `cond`, `if` -/

theorem forall_bool' {p : Bool → Prop} (b : Bool) : (∀ x, p x) ↔ p b ∧ p !b :=
  ⟨fun h => ⟨h _, h _⟩, fun ⟨h, h'⟩ x => by cases b <;> cases x <;> assumption⟩
theorem exists_bool' {p : Bool → Prop} (b : Bool) : (∃ x, p x) ↔ p b ∨ p !b :=
  ⟨fun ⟨x, hx⟩ => by cases b <;> cases x <;> first | exact .inl hx | exact .inr hx,
    fun h => h.elim (⟨_, ·⟩) (⟨_, ·⟩)⟩
universe u v
variable {α : Type u}
@[simp] theorem cond_not (b : Bool) (t e : α) : cond (!b) t e = cond b e t := by cases b <;> rfl
@[simp] theorem cond_self (c : Bool) (t : α) : cond c t t = t := by cases c <;> rfl
theorem cond_neg (b : Bool) (t e : α) : cond (!b) t e = cond b e t := cond_not b t e
theorem apply_cond {β : Type v} (f : α → β) {b : Bool} {a a' : α} :
    f (bif b then a else a') = bif b then f a else f a' := by cases b <;> rfl
@[simp] theorem cond_true_left : ∀ c f : Bool, cond c true f = (c || f) := by decide
@[simp] theorem cond_false_left : ∀ c f : Bool, cond c false f = (!c && f) := by decide
@[simp] theorem cond_true_right : ∀ c t : Bool, cond c t true = (!c || t) := by decide
@[simp] theorem cond_false_right : ∀ c t : Bool, cond c t false = (c && t) := by decide
theorem cond_eq_true_distrib : ∀ c t f :
    Bool, (cond c t f = true) = ite (c = true) (t = true) (f = true) := by
  intro c t f; cases c <;> rfl
@[simp] theorem ite_eq_true_distrib (p : Prop) [h : Decidable p] (t f : Bool) :
    (ite p t f = true) = ite p (t = true) (f = true) := by
  by_cases hp : p <;> simp [hp]
@[simp] theorem ite_eq_false_distrib (p : Prop) [h : Decidable p] (t f : Bool) :
    (ite p t f = false) = ite p (t = false) (f = false) := by
  by_cases hp : p <;> simp [hp]
@[simp] theorem default_bool : default = false := rfl
end Bool
