/-! Simplification: simp sets, hypotheses, our own lemmas, and what it leaves. -/

namespace Simp

variable {p q r : Prop} {a b c : Nat} {xs ys : List Nat}

theorem zero_right : a + 0 = a := by simp
theorem zero_left : 0 + a = a := by simp
theorem one_mul' : 1 * a = a := by simp
theorem mul_zero' : a * 0 = 0 := by simp
theorem sub_self' : a - a = 0 := by simp
theorem add_cancel : a + b = a + c ↔ b = c := by simp
theorem succ_cancel : a + 1 = b + 1 ↔ a = b := by simp
theorem not_succ_zero : ¬a + 1 = 0 := by simp
theorem zero_le' : 0 ≤ a := by simp
theorem not_lt_zero' : ¬a < 0 := by simp
theorem numerals : 2 + 3 * 4 = 14 := by simp
theorem comparisons : 3 < 5 ∧ ¬7 ≤ 2 := by simp

theorem and_true_left : True ∧ p ↔ p := by simp
theorem or_true_right : p ∨ True := by simp
theorem imp_self' : p → p := by simp
theorem not_false' : ¬False := by simp
theorem iff_self' : p ↔ p := by simp
theorem ne_self : ¬(a ≠ a) := by simp
theorem exists_eq' : ∃ x, x = a := by simp
theorem forall_eq' : (∀ x, x = a → x = b) ↔ a = b := by simp
theorem and_self_iff' : p ∧ p ↔ p := by simp

theorem append_nil' : xs ++ [] = xs := by simp
theorem nil_append' : [] ++ xs = xs := by simp
theorem length_append' : (xs ++ ys).length = xs.length + ys.length := by simp
theorem cons_inj : a :: xs = b :: ys ↔ a = b ∧ xs = ys := by simp
theorem map_cons' (f : Nat → Nat) : (a :: xs).map f = f a :: xs.map f := by simp
theorem mem_singleton' : a ∈ [b] ↔ a = b := by simp
theorem mem_append' : a ∈ xs ++ ys ↔ a ∈ xs ∨ a ∈ ys := by simp
theorem not_mem_nil' : a ∉ ([] : List Nat) := by simp

theorem some_inj' : some a = some b ↔ a = b := by simp
theorem some_ne : some a ≠ none := by simp
theorem pair_inj : (a, b) = (b, a) ↔ a = b ∧ b = a := by simp
theorem bool_ne : true ≠ false := by simp
theorem and_bool : (true && false) = false := by simp
theorem bool_eq_true (x y : Bool) : (x && y) = true ↔ x = true ∧ y = true := by simp
theorem fst_pair : (a, b).1 = a := by simp

theorem ite_true' : (if True then a else b) = a := by simp
theorem ite_of_hyp (h : p) [Decidable p] : (if p then a else b) = a := by simp [h]
theorem ite_of_not (h : ¬p) [Decidable p] : (if p then a else b) = b := by simp [h]

theorem with_hyp (h : a = b) : a + c = b + c := by simp [h]
theorem with_hyps (h₁ : a = b) (h₂ : b = c) : a = c := by simp [h₁, h₂]
theorem with_reverse (h : b = a) : a + 0 = b := by simp [← h]
theorem simp_hyp (h : a + 0 = b) : a = b := by
  simp at h
  exact h
theorem simp_both (h : a + 0 = b + 0) : 0 + a = b := by
  simp at h ⊢
  exact h
theorem simp_star (h₁ : a = b) (h₂ : a = 0 + c) : b = c := by
  simp [h₁] at *
  exact h₂
theorem simpa_using (h : a + 0 = 0 + b) : a = b := by simpa using h
theorem simpa_goal (h : b = a) : a = b := by simpa using h.symm
theorem simp_all_style (h₁ : p → q) (h₂ : p) : q ∧ p := by simp_all
theorem simp_only_style : a + 0 + 0 = a := by simp only [Nat.add_zero]
theorem simp_false (h : a + 1 = 0) : p := by simp at h
theorem simp_contra (h : (1 : Nat) = 2) : p := by simp at h

/-- A definition that `simp` unfolds when it is told to. -/
def double (n : Nat) : Nat := n + n

theorem double_zero : double 0 = 0 := by simp [double]
theorem double_succ : double (a + 1) = double a + 2 := by
  simp only [double, Nat.add_assoc, Nat.add_comm 1 (a + 1)]

@[simp] def triple (n : Nat) : Nat := n + n + n

theorem triple_two : triple 2 = 6 := by simp

def twice (f : Nat → Nat) (n : Nat) : Nat := f (f n)

@[simp] theorem twice_id : twice id a = a := rfl

@[simp] theorem twice_apply (f : Nat → Nat) : twice f a = f (f a) := rfl

theorem twice_twice : twice (twice (· + 1)) a = a + 4 := by simp

/-- An involution of our own, with its simp lemmas. -/
inductive Light where
  | on | off
  deriving DecidableEq

namespace Light

def toggle : Light → Light
  | on => off
  | off => on

@[simp] theorem toggle_on : on.toggle = off := rfl
@[simp] theorem toggle_off : off.toggle = on := rfl
@[simp] theorem toggle_toggle (l : Light) : l.toggle.toggle = l := by cases l <;> rfl

theorem four_toggles (l : Light) : l.toggle.toggle.toggle.toggle = l := by simp

theorem toggle_ne (l : Light) : l.toggle ≠ l := by cases l <;> simp

def flips : Nat → Light → Light
  | 0, l => l
  | n + 1, l => flips n l.toggle

theorem flips_even (n : Nat) (l : Light) : flips (2 * n) l = l := by
  induction n with
  | zero => rfl
  | succ n ih => simp [Nat.mul_add, flips, ih]

end Light

@[simp] theorem own_iff : (p ∧ q → r) = (p → q → r) := by simp

theorem uses_own (h : p → q → r) : p ∧ q → r := by simpa using h

attribute [local simp] Nat.add_comm in
theorem local_attribute : a + b = b + a := by simp

theorem minus_attribute : a + 0 = a := by
  simp only [Nat.add_zero]

theorem dsimp_style : (fun x : Nat => x + 0) a = a := by
  dsimp

theorem funext_simp (f : Nat → Nat) (h : ∀ n, f n = n) : (fun n => f (f n)) = fun n => n := by
  simp [h]

theorem conditional (h : ∀ n, 0 < n → c = n) : c = 3 := by
  exact h 3 (by simp)

theorem contextual : (a = b → a + a = b + b) := by
  intro h
  simp [h]

theorem congr_under_if [Decidable p] (h : p → a = b) : (if p then a else 0) = if p then b else 0 := by
  split
  · next hp => exact h hp
  · rfl

theorem arith_chain (h₁ : a = b + 1) (h₂ : b = 2) : a * a = 9 := by simp [h₁, h₂]

example (f : Nat → Nat) (h₁ : f 0 = 1) (h₂ : ∀ n, f (n + 1) = 2 * f n) : f 3 = 8 := by
  simp [h₁, h₂]

example : ¬(p ∧ ¬p) := by simp

example (h : xs = []) : xs.length = 0 := by simp [h]

example (x : Nat) (h : x = 1 ∨ x = 2) : x < 3 := by
  rcases h with h | h <;> simp [h]

end Simp
