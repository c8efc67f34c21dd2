/-! Chains of equations and inequalities, and rewriting in a chosen place. -/

namespace CalcConv

variable {a b c d : Nat}

theorem chain (h₁ : a = b) (h₂ : b = c + 1) (h₃ : c = d) : a = 1 + d :=
  calc
    a = b := h₁
    _ = c + 1 := h₂
    _ = d + 1 := by rw [h₃]
    _ = 1 + d := Nat.add_comm d 1

theorem chain_tactic (h₁ : a < b) (h₂ : b ≤ c) (h₃ : c = d) : a < d := by
  calc a
    _ < b := h₁
    _ ≤ c := h₂
    _ = d := h₃

theorem chain_mixed (h₁ : a ≤ b) (h₂ : b < c) : a ≤ c :=
  Nat.le_of_lt (calc
    a ≤ b := h₁
    _ < c := h₂)

theorem chain_iff {p q r : Prop} (h₁ : p ↔ q) (h₂ : q ↔ r) : p ↔ r :=
  calc
    p ↔ q := h₁
    q ↔ r := h₂

theorem square_add (a b : Nat) : (a + b) * (a + b) = a * a + 2 * (a * b) + b * b :=
  calc
    (a + b) * (a + b) = (a + b) * a + (a + b) * b := Nat.mul_add _ _ _
    _ = a * a + b * a + (a * b + b * b) := by rw [Nat.add_mul, Nat.add_mul]
    _ = a * a + (a * b + (a * b + b * b)) := by rw [Nat.mul_comm b a, Nat.add_assoc]
    _ = a * a + (a * b + a * b + b * b) := by rw [← Nat.add_assoc (a * b)]
    _ = a * a + (2 * (a * b) + b * b) := by rw [← Nat.two_mul]
    _ = a * a + 2 * (a * b) + b * b := (Nat.add_assoc _ _ _).symm

theorem divides_sum {k m n : Nat} (hm : ∃ x, m = k * x) (hn : ∃ y, n = k * y) : ∃ z, m + n = k * z := by
  obtain ⟨x, hx⟩ := hm
  obtain ⟨y, hy⟩ := hn
  refine ⟨x + y, ?_⟩
  calc
    m + n = k * x + k * y := by rw [hx, hy]
    _ = k * (x + y) := (Nat.mul_add k x y).symm

theorem trans_of_own {α : Type} (r : α → α → Prop) (t : ∀ {x y z}, r x y → r y z → r x z)
    {w x y z : α} (h₁ : r w x) (h₂ : r x y) (h₃ : r y z) : r w z :=
  let _ : Trans r r r := ⟨t⟩
  calc
    r w x := h₁
    r x y := h₂
    r y z := h₃

theorem rw_basic (h : a = b) (h' : b + c = d) : a + c = d := by
  rw [h]
  exact h'

theorem rw_reverse (h : a = b) (h' : a + c = d) : b + c = d := by
  rw [← h]
  exact h'

theorem rw_at (h : a = b) (h' : a + c = d) : b + c = d := by
  rw [h] at h'
  exact h'

theorem rw_several (h₁ : a = b) (h₂ : b = c) : a + a = c + c := by
  rw [h₁, h₂]

theorem rwa_style (h : a = b) (h' : b = c) : a = c := by
  rwa [h]

theorem rw_goal_and_hyp (f : Nat → Nat) (h : ∀ x, f x = x) (h' : f a = f b) : a = b := by
  rw [h, h] at h'
  exact h'

theorem rw_argument (h : ∀ x y : Nat, x * y = y * x) : a * (b * c) = a * (c * b) := by
  rw [h b c]

theorem conv_lhs : a + b + (c + d) = b + a + (c + d) := by
  conv => lhs; rw [Nat.add_comm a b]

theorem conv_rhs : a + b = b + a := by
  conv =>
    rhs
    rw [Nat.add_comm]

theorem conv_arg : a * (b + c) = a * (c + b) := by
  conv =>
    lhs
    arg 2
    rw [Nat.add_comm]

theorem conv_enter (f : Nat → Nat → Nat) : f (a + b) (c + d) = f (a + b) (d + c) := by
  conv =>
    lhs
    enter [2]
    rw [Nat.add_comm]

theorem conv_fun : (fun x : Nat => 0 + x) = (fun x => x) := by
  conv =>
    lhs
    ext x
    rw [Nat.zero_add]

theorem conv_simp (f : Nat → Nat) : f (a + 0) = f a := by
  conv =>
    lhs
    simp

theorem conv_at (h : a + b = c) : b + a = c := by
  conv at h =>
    lhs
    rw [Nat.add_comm]
  exact h

theorem conv_congr : a + b = c + d → b + a = d + c := by
  intro h
  conv =>
    congr
    · rw [Nat.add_comm]
    · rw [Nat.add_comm]
  exact h

theorem conv_pattern : a + b + (b + c) = a + b + (c + b) := by
  conv in b + c => rw [Nat.add_comm]

theorem change_goal : a + 1 = Nat.succ a := by
  show a + 1 = a + 1
  rfl

theorem change_style (h : a + 0 = b) : a = b := by
  change a = b at h
  exact h

theorem unfold_style : (fun x : Nat => x + 1) a = a.succ := by
  show a + 1 = _
  rfl

theorem congr_style (f : Nat → Nat → Nat) (h₁ : a = b) (h₂ : c = d) : f a c = f b d := by
  congr

theorem symm_style (h : a = b) : b = a := by
  symm
  exact h

theorem trans_style (h₁ : a = b) (h₂ : b = c) : a = c := by
  apply Eq.trans
  · exact h₁
  · exact h₂

theorem ac_by_simp : a + b + c = c + b + a := by
  simp only [Nat.add_comm, Nat.add_left_comm]

theorem subst_style (h : a = b + 1) (h' : c = a) : c = b + 1 := by
  subst h
  subst h'
  rfl

theorem triangle (f : Nat → Nat) (h : ∀ n, f n = n) : f (f (f a)) = a := by
  calc f (f (f a))
    _ = f (f a) := h _
    _ = f a := h _
    _ = a := h _

theorem heq_style (h : a = b) : HEq a b := by
  subst h
  exact HEq.rfl

theorem cast_style {α β : Type} (h : α = β) (x : α) : HEq (cast h x) x := by
  subst h
  rfl

theorem forward (hab : a = b) (hbc : b = c) : c = a := (hab.trans hbc).symm

theorem with_have (h : a = b) : a + a = b + b := by
  have h₂ : a + a = b + a := by rw [h]
  have h₃ : b + a = b + b := congrArg (b + ·) h
  exact h₂.trans h₃

end CalcConv
