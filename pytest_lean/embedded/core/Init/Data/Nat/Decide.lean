module
prelude
public import Init.Data.Nat.Div
/-!
`Nat`: what `decide` and the simplification procedures of `simp` call: bounded quantifiers, and
equations and inequations between sums with a literal.
-/

@[expose] public section

set_option linter.all false

/-! ## Bounded quantifiers -/

namespace Nat

instance decidableBallLT : ∀ (n : Nat) (P : ∀ k, k < n → Prop) [∀ n h, Decidable (P n h)],
  Decidable (∀ n h, P n h)
  | 0, _, _ => isTrue fun _ h => absurd h (not_lt_zero _)
  | n + 1, P, H =>
    match decidableBallLT n (fun k h => P k (lt_succ_of_lt h)) with
    | isFalse h => isFalse fun h' => h fun n hn => h' n _
    | isTrue h =>
      if p : P n (lt_succ_self n) then
        isTrue fun k hk => match Nat.lt_or_eq_of_le (le_of_lt_succ hk) with
          | .inl h' => h k h'
          | .inr rfl => p
      else isFalse fun h' => p (h' _ _)
instance decidableForallLT {n : Nat} {P : Nat → Prop} [DecidablePred P] : Decidable (∀ k, k < n → P k) :=
  decidableBallLT n fun k _ => P k
instance decidableForallFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] : Decidable (∀ i, P i) :=
  decidable_of_iff (∀ k (h : k < n), P ⟨k, h⟩) ⟨fun h ⟨k, hk⟩ => h k hk, fun h k hk => h ⟨k, hk⟩⟩
instance decidableBallLE (n : Nat) (P : ∀ k, k ≤ n → Prop) [∀ n h, Decidable (P n h)] :
    Decidable (∀ n h, P n h) :=
  decidable_of_iff (∀ k (h : k < n + 1), P k (le_of_lt_succ h)) ⟨fun m k h => m k (lt_succ_of_le h),
    fun m k _ => m k _⟩
instance decidableExistsLT {p : Nat → Prop} [h : DecidablePred p] : DecidablePred fun n =>
  ∃ m : Nat, m < n ∧ p m
  | 0 => isFalse fun ⟨_, h, _⟩ => not_lt_zero _ h
  | n + 1 =>
    match decidableExistsLT (p := p) n with
    | isTrue hp => isTrue (let ⟨m, h, hp⟩ := hp; ⟨m, lt_succ_of_lt h, hp⟩)
    | isFalse hn =>
      if hp : p n then isTrue ⟨n, lt_succ_self n, hp⟩
      else isFalse fun ⟨m, h, hm⟩ => match Nat.lt_or_eq_of_le (le_of_lt_succ h) with
        | .inl h' => hn ⟨m, h', hm⟩
        | .inr e => hp (e ▸ hm)
instance decidableExistsLE {p : Nat → Prop} [DecidablePred p] : DecidablePred fun n =>
  ∃ m : Nat, m ≤ n ∧ p m :=
  fun n => decidable_of_iff (∃ m, m < n + 1 ∧ p m) (exists_congr fun _ => and_congr_left' Nat.lt_succ_iff)
instance decidableExistsFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] : Decidable (∃ i, P i) :=
  decidable_of_iff (∃ k, k < n ∧ ∃ h : k < n, P ⟨k, h⟩)
    ⟨fun ⟨k, _, h, p⟩ => ⟨⟨k, h⟩, p⟩, fun ⟨⟨k, h⟩, p⟩ => ⟨k, h, h, p⟩⟩

/-! ## Comparison with Booleans -/

@[simp] theorem beq_eq (a b : Nat) : (Nat.beq a b = true) = (a = b) :=
  propext ⟨Nat.eq_of_beq_eq_true, fun h => h ▸ Nat.beq_refl a⟩
@[simp] theorem ble_eq (a b : Nat) : (Nat.ble a b = true) = (a ≤ b) :=
  propext ⟨Nat.le_of_ble_eq_true, Nat.ble_eq_true_of_le⟩
def blt (n m : Nat) : Bool := ble n.succ m
@[simp] theorem blt_eq (a b : Nat) : (Nat.blt a b = true) = (a < b) := ble_eq (a + 1) b

/-! ## What the simplification procedures ask for -/

namespace Simproc
theorem sub_add_eq_comm (a b c : Nat) : a - (b + c) = a - c - b := by rw [Nat.add_comm, Nat.sub_sub]
theorem add_sub_add_le (a c : Nat) {b d : Nat} (h : b ≤ d) : a + b - (c + d) = a - (c + (d - b)) := by
  obtain ⟨k, rfl⟩ := exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.add_comm b k, ← Nat.add_assoc, Nat.add_sub_add_right]
theorem add_sub_add_ge (a c : Nat) {b d : Nat} (h : b ≥ d) : a + b - (c + d) = a + (b - d) - c := by
  obtain ⟨k, rfl⟩ := exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.add_comm d k, ← Nat.add_assoc, Nat.add_sub_add_right]
theorem add_sub_le (a : Nat) {b c : Nat} (h : b ≤ c) : a + b - c = a - (c - b) := by
  obtain ⟨k, rfl⟩ := exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.add_comm b k, Nat.add_sub_add_right]
theorem add_eq_gt (a : Nat) {b c : Nat} (h : b > c) : (a + b = c) = False :=
  eq_false fun e => Nat.not_le_of_gt h (e ▸ le_add_left b a)
theorem eq_add_gt (a : Nat) {b c : Nat} (h : c > a) : (a = b + c) = False :=
  eq_false fun e => Nat.not_le_of_gt h (e ▸ le_add_left c b)
theorem add_eq_le (a : Nat) {b c : Nat} (h : b ≤ c) : (a + b = c) = (a = c - b) :=
  propext ⟨fun e => by rw [← e, Nat.add_sub_cancel], fun e => by rw [e, Nat.sub_add_cancel h]⟩
theorem eq_add_le {a : Nat} (b : Nat) {c : Nat} (h : c ≤ a) : (a = b + c) = (b = a - c) := by
  exact (propext eq_comm).trans (add_eq_le b h)
theorem add_eq_add_le (a c : Nat) {b d : Nat} (h : b ≤ d) : (a + b = c + d) = (a = c + (d - b)) := by
  rw [add_eq_le a (Nat.le_trans h (le_add_left d c)), Nat.add_sub_assoc h]
theorem add_eq_add_ge (a c : Nat) {b d : Nat} (h : b ≥ d) : (a + b = c + d) = (a + (b - d) = c) := by
  exact (propext eq_comm).trans ((add_eq_add_le c a h).trans (propext eq_comm))
theorem add_le_add_le (a c : Nat) {b d : Nat} (h : b ≤ d) : (a + b ≤ c + d) = (a ≤ c + (d - b)) := by
  obtain ⟨k, rfl⟩ := exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.add_comm b k, ← Nat.add_assoc]; exact propext Nat.add_le_add_iff_right
theorem add_le_add_ge (a c : Nat) {b d : Nat} (h : b ≥ d) : (a + b ≤ c + d) = (a + (b - d) ≤ c) := by
  obtain ⟨k, rfl⟩ := exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.add_comm d k, ← Nat.add_assoc]; exact propext Nat.add_le_add_iff_right
theorem add_le_le (a : Nat) {b c : Nat} (h : b ≤ c) : (a + b ≤ c) = (a ≤ c - b) :=
  propext (Nat.le_sub_iff_add_le h).symm
theorem add_le_gt (a : Nat) {b c : Nat} (h : b > c) : (a + b ≤ c) = False :=
  eq_false fun e => Nat.not_le_of_gt h (Nat.le_trans (le_add_left b a) e)
theorem le_add_le (a : Nat) {b c : Nat} (h : a ≤ c) : (a ≤ b + c) = True :=
  eq_true (Nat.le_trans h (le_add_left c b))
theorem le_add_ge (a : Nat) {b c : Nat} (h : a ≥ c) : (a ≤ b + c) = (a - c ≤ b) :=
  propext Nat.sub_le_iff_le_add.symm
end Simproc

end Nat

/-! ## `≥` and `>` are `≤` and `<` for `simp` -/

@[simp] theorem ge_iff_le {α : Type u} [LE α] {x y : α} : x ≥ y ↔ y ≤ x := Iff.rfl
@[simp] theorem gt_iff_lt {α : Type u} [LT α] {x y : α} : x > y ↔ y < x := Iff.rfl
