/-! Quotients, subtypes and sigma types. -/

namespace Quotients

/-- Remainders modulo two, by hand. -/
def sameParity : Setoid Nat where
  r m n := m % 2 = n % 2
  iseqv := {
    refl := fun _ => rfl
    symm := fun h => h.symm
    trans := fun h₁ h₂ => h₁.trans h₂
  }

def Parity : Type := Quotient sameParity

namespace Parity

def mk (n : Nat) : Parity := Quotient.mk sameParity n

def even : Parity := mk 0
def odd : Parity := mk 1

theorem sound {m n : Nat} (h : m % 2 = n % 2) : mk m = mk n := Quotient.sound h

theorem exact {m n : Nat} (h : mk m = mk n) : m % 2 = n % 2 := Quotient.exact h

def toBool (p : Parity) : Bool :=
  Quotient.lift (fun n : Nat => n % 2 == 0) (fun m n (h : m % 2 = n % 2) => by simp [h]) p

#eval (mk 10).toBool
-- info: true

#eval odd.toBool
-- info: false

theorem toBool_mk (n : Nat) : (mk n).toBool = (n % 2 == 0) := rfl

theorem even_ne_odd : even ≠ odd := by
  intro h
  have : 0 % 2 = 1 % 2 := exact h
  contradiction

theorem cases (p : Parity) : p = even ∨ p = odd := by
  induction p using Quotient.inductionOn with
  | h n =>
    rcases Nat.mod_two_eq_zero_or_one n with h | h
    · left
      exact Quotient.sound h
    · right
      exact Quotient.sound h

def succ : Parity → Parity :=
  Quotient.lift (fun n => mk (n + 1)) (by
    intro m n (h : m % 2 = n % 2)
    apply sound
    rw [Nat.add_mod, h, ← Nat.add_mod])

theorem succ_even : even.succ = odd := rfl

theorem succ_succ (p : Parity) : p.succ.succ = p := by
  rcases cases p with rfl | rfl
  · exact sound rfl
  · exact sound rfl

end Parity

/-- Unordered pairs. -/
inductive Swapped {α : Type} : α × α → α × α → Prop where
  | same (p : α × α) : Swapped p p
  | swap (a b : α) : Swapped (a, b) (b, a)

theorem swapped_symm {α : Type} {p q : α × α} (h : Swapped p q) : Swapped q p := by
  cases h with
  | same => exact .same _
  | swap a b => exact .swap b a

theorem swapped_trans {α : Type} {p q r : α × α} (h₁ : Swapped p q) (h₂ : Swapped q r) : Swapped p r := by
  cases h₁ with
  | same => exact h₂
  | swap a b =>
    cases h₂ with
    | same => exact .swap a b
    | swap => exact .same _

instance unordered (α : Type) : Setoid (α × α) :=
  ⟨Swapped, ⟨.same, swapped_symm, swapped_trans⟩⟩

def UPair (α : Type) := Quotient (unordered α)

namespace UPair

variable {α : Type}

def mk (a b : α) : UPair α := Quotient.mk _ (a, b)

theorem mk_comm (a b : α) : mk a b = mk b a := Quotient.sound (.swap a b)

def Mem (x : α) (p : UPair α) : Prop :=
  Quotient.liftOn p (fun q => x = q.1 ∨ x = q.2) (by
    intro p q h
    cases h with
    | same => rfl
    | swap a b =>
      apply propext
      constructor
      · rintro (h | h)
        · exact Or.inr h
        · exact Or.inl h
      · rintro (h | h)
        · exact Or.inr h
        · exact Or.inl h)

instance : Membership α (UPair α) := ⟨fun p x => Mem x p⟩

theorem mem_mk (x a b : α) : x ∈ mk a b ↔ x = a ∨ x = b := Iff.rfl

theorem mem_left (a b : α) : a ∈ mk a b := Or.inl rfl

end UPair

def sum (p : UPair Nat) : Nat :=
  Quotient.lift (fun (a, b) => a + b) (by
    intro p q h
    cases h with
    | same => rfl
    | swap a b => exact Nat.add_comm a b) p

#eval sum (UPair.mk 3 4)
-- info: 7

theorem sum_mk (a b : Nat) : sum (UPair.mk a b) = a + b := rfl

theorem function_ext {α β : Type} (f g : α → β) (h : ∀ a, f a = g a) : f = g := funext h

/-! Subtypes: values with a proof. -/

def Positive : Type := { n : Nat // 0 < n }

namespace Positive

def one : Positive := ⟨1, Nat.zero_lt_one⟩

def add (a b : Positive) : Positive := ⟨a.val + b.val, Nat.add_pos_left a.property b.val⟩

instance : Add Positive := ⟨add⟩

theorem val_ne_zero (a : Positive) : a.val ≠ 0 := Nat.ne_of_gt a.2

theorem ext {a b : Positive} (h : a.val = b.val) : a = b := Subtype.ext h

theorem add_comm (a b : Positive) : a + b = b + a := ext (Nat.add_comm a.val b.val)

def pred (a : Positive) : Nat := a.val - 1

theorem pred_succ (a : Positive) : a.pred + 1 = a.val := Nat.sub_add_cancel a.2

#eval (one + one).val
-- info: 2

end Positive

def evens : List { n : Nat // n % 2 = 0 } := [⟨0, rfl⟩, ⟨2, rfl⟩, ⟨4, by decide⟩]

#eval evens.map (·.val)
-- info: [0, 2, 4]

/-! Dependent pairs and finite types. -/

def Packed : Type := (n : Nat) × Fin (n + 1)

def packed : Packed := ⟨3, 2⟩

#eval (packed.1, packed.2)
-- info: (3, 2)

#eval (Fin.mk 2 (by decide) : Fin 3)
-- info: 2

#eval (3 : Fin 5) + 4
-- info: 2

theorem fin_lt {n : Nat} (i : Fin n) : i.val < n := i.isLt

theorem fin_ext {n : Nat} {i j : Fin n} (h : i.val = j.val) : i = j := Fin.ext h

theorem fin_zero_elim (i : Fin 0) : False := Nat.not_lt_zero i.val i.isLt

theorem fin_one (i j : Fin 1) : i = j := by
  apply Fin.ext
  have hi := Nat.lt_one_iff.mp i.isLt
  have hj := Nat.lt_one_iff.mp j.isLt
  rw [hi, hj]

example : (2 : Fin 3) ≠ 1 := by decide

example : (Sum.inl 3 : Nat ⊕ Bool) ≠ Sum.inr true := nofun

#print axioms UPair.mk_comm
-- info: 'Quotients.UPair.mk_comm' depends on axioms: [Quot.sound]

#print axioms function_ext
-- info: 'Quotients.function_ext' depends on axioms: [Quot.sound]

/-! ## Dependent functions on quotients -/

/-- A proof about a quotient from one about representatives. -/
theorem exists_rep {s : Setoid α} (q : Quotient s) : ∃ a, Quotient.mk s a = q :=
  q.recOn (fun a => ⟨a, rfl⟩) fun _ _ _ => rfl

instance {s : Setoid α} (p : Quotient s → Prop) [h : (a : α) → Decidable (p (Quotient.mk s a))]
    (q : Quotient s) : Decidable (p q) :=
  q.recOnSubsingleton h

end Quotients
