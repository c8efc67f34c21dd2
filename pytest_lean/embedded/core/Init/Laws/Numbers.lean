module
prelude
public import Init.Laws.Division
public import Init.Laws.Pieces
/-!
Numbers, characters, pairs and injectivity: what programs and exercises name beyond the laws of order
and division.
-/

@[expose] public section

set_option linter.all false

universe u v

/-! ## Injectivity of constructors that are declared before `injEq` is generated -/

theorem Nat.succ.injEq (u v : Nat) : (u.succ = v.succ) = (u = v) :=
  propext ⟨Nat.succ.inj, congrArg _⟩
@[simp] theorem Subtype.mk.injEq {α : Sort u} {p : α → Prop} (a : α) (ha : p a) (b : α) (hb : p b) :
    ((⟨a, ha⟩ : Subtype p) = ⟨b, hb⟩) = (a = b) :=
  propext ⟨congrArg Subtype.val, fun h => by cases h; rfl⟩
theorem Subtype.mk.inj {α : Sort u} {p : α → Prop} {a b : α} {ha : p a} {hb : p b}
    (h : (⟨a, ha⟩ : Subtype p) = ⟨b, hb⟩) : a = b := congrArg Subtype.val h
theorem Prod.mk_inj {α : Type u} {β : Type v} {a₁ a₂ : α} {b₁ b₂ : β} :
    (a₁, b₁) = (a₂, b₂) ↔ a₁ = a₂ ∧ b₁ = b₂ := by simp
protected theorem Eq.comm {α : Sort u} {a b : α} : a = b ↔ b = a := ⟨Eq.symm, Eq.symm⟩
theorem Function.const_def {α : Sort u} {β : Sort v} {y : β} : (fun _ : α => y) = Function.const α y := rfl
theorem Nonempty.map {α : Sort u} {β : Sort v} (f : α → β) : Nonempty α → Nonempty β
  | ⟨a⟩ => ⟨f a⟩
@[simp] theorem Bool.true_eq_decide_iff {p : Prop} [h : Decidable p] : true = decide p ↔ p := by
  rw [eq_comm, decide_eq_true_eq]
@[simp] theorem Bool.false_eq_decide_iff {p : Prop} [h : Decidable p] : false = decide p ↔ ¬p := by
  rw [eq_comm, decide_eq_false_iff_not]
/-- The decision whether two truth values are equal. -/
@[inline] def Bool.decEq (x y : Bool) : Decidable (x = y) := instDecidableEqBool x y

namespace Nat
variable {a b c d m n k i : Nat}
protected theorem lt.base (n : Nat) : n < succ n := Nat.lt_succ_self n
protected theorem lt.step {n m : Nat} (h : n < m) : n < succ m := Nat.lt_succ_of_lt h
protected theorem zero_lt_sub_of_lt (h : i < a) : 0 < a - i := by omega
theorem add_sub_self_left (a b : Nat) : (a + b) - a = b := by omega
theorem add_sub_self_right (a b : Nat) : (a + b) - b = a := by omega
theorem lt_two_iff {n : Nat} : n < 2 ↔ n = 0 ∨ n = 1 := by omega
theorem of_le_succ {n m : Nat} (h : n ≤ succ m) : n ≤ m ∨ n = succ m := by omega
theorem le_mul_self : ∀ n : Nat, n ≤ n * n
  | 0 => Nat.le_refl 0
  | n + 1 => Nat.le_mul_of_pos_left (n + 1) (Nat.succ_pos n)
protected theorem pos_of_mul_pos_left {a b : Nat} (h : 0 < a * b) : 0 < b := by
  rcases Nat.eq_zero_or_pos b with e | h'
  · rw [e, Nat.mul_zero] at h; exact absurd h (Nat.lt_irrefl 0)
  · exact h'
protected theorem pos_of_mul_pos_right {a b : Nat} (h : 0 < a * b) : 0 < a :=
  Nat.pos_of_mul_pos_left (Nat.mul_comm a b ▸ h)
protected theorem mul_lt_mul_of_lt_of_lt {a b c d : Nat} (hac : a < c) (hbd : b < d) : a * b < c * d :=
  Nat.mul_lt_mul_of_lt_of_le hac (Nat.le_of_lt hbd) (Nat.lt_of_le_of_lt (Nat.zero_le b) hbd)
protected theorem mul_self_lt_mul_self_iff {m n : Nat} : m * m < n * n ↔ m < n :=
  ⟨fun h => Nat.lt_of_not_le fun h' => Nat.not_le_of_lt h (Nat.mul_le_mul h' h'),
    fun h => Nat.mul_lt_mul_of_lt_of_lt h h⟩
protected theorem lt_mul_iff_one_lt_right (h : 0 < a) : a < a * b ↔ 1 < b := by
  have e := Nat.mul_lt_mul_left (b := 1) (c := b) h
  rwa [Nat.mul_one] at e
theorem lt_mul_self_iff : n < n * n ↔ 1 < n := by
  rcases Nat.eq_zero_or_pos n with e | h
  · subst e; simp
  · exact Nat.lt_mul_iff_one_lt_right h
theorem add_one_mul_add_one (a b : Nat) : (a + 1) * (b + 1) = a * b + a + b + 1 := by
  rw [Nat.add_mul, Nat.mul_add, Nat.one_mul, Nat.mul_one]; omega
theorem not_coprime_of_dvd_of_dvd (hd : 1 < d) (hm : d ∣ m) (hn : d ∣ n) : ¬Coprime m n := fun h => by
  have e : d ∣ 1 := h ▸ Nat.dvd_gcd hm hn
  exact absurd (Nat.le_of_dvd Nat.zero_lt_one e) (Nat.not_le_of_lt hd)
theorem compare_def (a b : Nat) : compare a b = if a < b then .lt else if b < a then .gt else .eq := by
  show (if a < b then Ordering.lt else if a = b then .eq else .gt) = _
  by_cases h : a < b
  · rw [if_pos h, if_pos h]
  · rw [if_neg h, if_neg h]
    by_cases h' : b < a
    · rw [if_pos h', if_neg (by omega)]
    · rw [if_neg h', if_pos (by omega)]
theorem compare_eq_lt {a b : Nat} : compare a b = .lt ↔ a < b := by
  rw [compare_def]
  by_cases h : a < b
  · simp [h]
  · rw [if_neg h]; split <;> simp <;> omega
theorem compare_eq_gt {a b : Nat} : compare a b = .gt ↔ b < a := by
  rw [compare_def]
  by_cases h : a < b
  · rw [if_pos h]; simp; omega
  · rw [if_neg h]; split <;> simp_all
theorem compare_eq_eq {a b : Nat} : compare a b = .eq ↔ a = b := by
  rw [compare_def]
  by_cases h : a < b
  · rw [if_pos h]; simp; omega
  · rw [if_neg h]
    by_cases h' : b < a
    · rw [if_pos h']; simp; omega
    · rw [if_neg h']; simp; omega
/-- Runs an action for each number below `n`. -/
@[inline] def forM {m : Type → Type v} [Monad m] (n : Nat) (f : (i : Nat) → i < n → m Unit) : m Unit :=
  loop n (Nat.le_refl n)
where
  @[specialize] loop : (i : Nat) → i ≤ n → m Unit
  | 0, _ => pure ()
  | i + 1, h => do f (n - i - 1) (by omega); loop i (Nat.le_of_succ_le h)
instance decidableExistsLT' {p : (k : Nat) → k < m → Prop} [(k : Nat) → (h : k < m) → Decidable (p k h)] :
    Decidable (∃ (k : Nat) (h : k < m), p k h) :=
  decidable_of_iff (¬∀ (k : Nat) (h : k < m), ¬p k h)
    ⟨fun h => Classical.byContradiction fun hn => h fun k hk hp => hn ⟨k, hk, hp⟩,
      fun ⟨k, hk, hp⟩ h => h k hk hp⟩
instance decidableExistsLE' {p : (k : Nat) → k ≤ m → Prop} [(k : Nat) → (h : k ≤ m) → Decidable (p k h)] :
    Decidable (∃ (k : Nat) (h : k ≤ m), p k h) :=
  decidable_of_iff (∃ (k : Nat) (h : k < m + 1), p k (Nat.le_of_lt_succ h))
    ⟨fun ⟨k, h, hp⟩ => ⟨k, Nat.le_of_lt_succ h, hp⟩, fun ⟨k, h, hp⟩ => ⟨k, Nat.lt_succ_of_le h, hp⟩⟩
end Nat

namespace Int
variable {a b c : Int}
theorem dvd_coe_gcd_iff {a b c : Int} : c ∣ (gcd a b : Int) ↔ c ∣ a ∧ c ∣ b := by
  rw [← Int.natAbs_dvd (a := c), Int.natCast_dvd_natCast]
  show _ ∣ Nat.gcd a.natAbs b.natAbs ↔ _
  rw [Nat.dvd_gcd_iff, Int.natAbs_dvd_natAbs, Int.natAbs_dvd_natAbs]
theorem dvd_gcd_iff {a b : Int} {c : Nat} : c ∣ gcd a b ↔ (c : Int) ∣ a ∧ (c : Int) ∣ b := by
  rw [← dvd_coe_gcd_iff, Int.natCast_dvd_natCast]
theorem natAbs_eq_iff {a : Int} {n : Nat} : a.natAbs = n ↔ a = n ∨ a = -n := by omega
theorem eq_zero_of_dvd_of_nonneg_of_lt {a b : Int} (w₁ : 0 ≤ a) (w₂ : a < b) (h : b ∣ a) : a = 0 := by
  obtain ⟨k, e⟩ := h
  rcases Int.lt_trichotomy k 0 with hk | hk | hk
  · have := Int.mul_lt_mul_of_pos_left hk (show 0 < b by omega); rw [← e, Int.mul_zero] at this; omega
  · rw [e, hk, Int.mul_zero]
  · have := Int.mul_le_mul_of_nonneg_left (show 1 ≤ k by omega) (show 0 ≤ b by omega)
    rw [← e, Int.mul_one] at this; omega
end Int

theorem NeZero.ne {R : Type u} [Zero R] (n : R) [h : NeZero n] : n ≠ 0 := h.out
theorem NeZero.ne' {R : Type u} [Zero R] (n : R) [h : NeZero n] : 0 ≠ n := fun e => h.out e.symm

namespace Nat
@[simp] theorem shiftLeft_zero (n : Nat) : n <<< 0 = n := rfl
@[simp] theorem shiftRight_zero (n : Nat) : n >>> 0 = n := rfl
protected theorem sub_ne_zero_iff_lt {n m : Nat} : n - m ≠ 0 ↔ m < n := by omega
/-- The rules by which `simp` decides whether a numeral divides another. -/
theorem dvd_eq_true_of_mod_eq_zero {m n : Nat} (h : n % m == 0) : (m ∣ n) = True :=
  eq_true (Nat.dvd_of_mod_eq_zero (beq_iff_eq.mp h))
theorem dvd_eq_false_of_mod_ne_zero {m n : Nat} (h : n % m != 0) : (m ∣ n) = False :=
  eq_false fun d => absurd (Nat.mod_eq_zero_of_dvd d) (bne_iff_ne.mp h)
end Nat
theorem Int.dvd_eq_true_of_mod_eq_zero {m n : Int} (h : n % m == 0) : (m ∣ n) = True :=
  eq_true (Int.dvd_of_emod_eq_zero (beq_iff_eq.mp h))
theorem Int.dvd_eq_false_of_mod_ne_zero {m n : Int} (h : n % m != 0) : (m ∣ n) = False :=
  eq_false fun d => absurd (Int.emod_eq_zero_of_dvd d) (bne_iff_ne.mp h)

namespace Char
@[simp] theorem length_toString (c : Char) : c.toString.length = 1 := rfl
theorem utf8Size_eq (c : Char) : c.utf8Size = 1 ∨ c.utf8Size = 2 ∨ c.utf8Size = 3 ∨ c.utf8Size = 4 := by
  unfold utf8Size; (repeat' split) <;> simp
theorem utf8Size_pos (c : Char) : 0 < c.utf8Size := by
  rcases utf8Size_eq c with h | h | h | h <;> rw [h] <;> decide
@[simp] theorem ofNat_toNat (c : Char) : Char.ofNat c.toNat = c := by
  have h : c.toNat.isValidChar := c.valid
  unfold Char.ofNat; rw [dif_pos h]; rfl
end Char
@[simp] theorem String.length_singleton (c : Char) : (String.singleton c).length = 1 := rfl
@[simp] theorem String.append_eq (s t : String) : s.append t = s ++ t := rfl
theorem String.ofList_injective {l₁ l₂ : List Char} (h : String.ofList l₁ = String.ofList l₂) : l₁ = l₂ :=
  congrArg String.toList h

namespace Fin
variable {α : Sort u} {n : Nat}
@[simp] theorem foldl_zero (f : α → Fin 0 → α) (x : α) : foldl 0 f x = x := by
  unfold foldl foldl.loop; rfl
@[simp] theorem foldr_zero (f : Fin 0 → α → α) (x : α) : foldr 0 f x = x := rfl
end Fin

namespace Option
variable {α : Type u} {o o' : Option α} {a : α}
@[simp] theorem or_eq_some_iff : o.or o' = some a ↔ o = some a ∨ o = none ∧ o' = some a := by cases o <;> simp
@[simp] theorem or_eq_none_iff : o.or o' = none ↔ o = none ∧ o' = none := by cases o <;> simp
theorem get_eq_getD {fallback : α} : ∀ {o : Option α} {h : o.isSome}, o.get h = o.getD fallback
  | some _, _ => rfl
end Option
