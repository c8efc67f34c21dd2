module
prelude
public import Init.Laws.Pieces
public import Init.Laws.More
public import Init.Tactics.Arithmetic
/-!
`Fin n`: laws of numerals, of the order, of successors, predecessors and casts, and the arithmetic modulo
`n` beyond those of the data module; the eliminators that go downwards or along a sum.
-/

@[expose] public section

set_option linter.all false

universe u v

namespace Fin
variable {n m k : Nat} {a b c i j : Fin n}

/-! ## Values -/

theorem mod_def (a m : Fin n) : a % m = ⟨a.val % m.val, Nat.lt_of_le_of_lt (Nat.mod_le _ _) a.isLt⟩ := rfl
theorem div_def (a b : Fin n) : a / b = ⟨a.val / b.val, Nat.lt_of_le_of_lt (Nat.div_le_self _ _) a.isLt⟩ :=
  rfl
theorem pos' : ∀ [Nonempty (Fin n)], 0 < n
  | ⟨i⟩ => i.pos
theorem pos_iff_nonempty {n : Nat} : 0 < n ↔ Nonempty (Fin n) := ⟨fun h => ⟨⟨0, h⟩⟩, fun ⟨i⟩ => i.pos⟩
protected theorem mk.inj_iff {n a b : Nat} {ha : a < n} {hb : b < n} :
    (⟨a, ha⟩ : Fin n) = ⟨b, hb⟩ ↔ a = b := ⟨congrArg val, fun h => Fin.ext h⟩
theorem mk_eq_mk {n a b : Nat} {ha : a < n} {hb : b < n} : (⟨a, ha⟩ : Fin n) = ⟨b, hb⟩ ↔ a = b := mk.inj_iff
theorem eq_mk_iff_val_eq {a : Fin n} {k : Nat} {hk : k < n} : a = ⟨k, hk⟩ ↔ a.val = k := val_inj.symm
@[simp] theorem mod_val (a b : Fin n) : (a % b).val = a.val % b.val := rfl
@[simp] theorem div_val (a b : Fin n) : (a / b).val = a.val / b.val := rfl
@[simp] theorem val_eq_zero (a : Fin 1) : a.val = 0 := Nat.lt_one_iff.mp a.isLt
@[simp] theorem val_eq_zero_iff [NeZero n] {a : Fin n} : a.val = 0 ↔ a = 0 :=
  ⟨fun h => Fin.ext (h.trans (val_zero n).symm), fun h => h ▸ val_zero n⟩
theorem val_ne_zero_iff [NeZero n] {a : Fin n} : a.val ≠ 0 ↔ a ≠ 0 := not_congr val_eq_zero_iff
theorem ite_val {c : Prop} [Decidable c] {x : c → Fin n} (y : ¬c → Fin n) :
    (if h : c then x h else y h).val = if h : c then (x h).val else (y h).val := by split <;> rfl
theorem dite_val {c : Prop} [Decidable c] {x y : Fin n} :
    (if c then x else y).val = if c then x.val else y.val := by split <;> rfl
@[simp] theorem ofNat_self [NeZero n] : Fin.ofNat n n = 0 :=
  Fin.ext ((Nat.mod_self n).trans (val_zero n).symm)
@[simp] theorem ofNat_val_eq_self [NeZero n] (x : Fin n) : Fin.ofNat n x.val = x :=
  Fin.ext (Nat.mod_eq_of_lt x.isLt)
@[simp] theorem val_two {n : Nat} : (2 : Fin (n + 3)).val = 2 := rfl
attribute [simp] val_one val_ofNat

/-! ## Order -/

attribute [simp] Fin.le_refl Fin.lt_irrefl
protected theorem lt_asymm {a b : Fin n} (h : a < b) : ¬b < a := Nat.lt_asymm h
theorem is_le (i : Fin (n + 1)) : i.val ≤ n := Nat.le_of_lt_succ i.isLt
@[simp] theorem is_le' {a : Fin n} : a.val ≤ n := Nat.le_of_lt a.isLt
protected theorem le_antisymm_iff {x y : Fin n} : x = y ↔ x ≤ y ∧ y ≤ x :=
  ⟨fun h => h ▸ ⟨Nat.le_refl _, Nat.le_refl _⟩, fun h => Fin.le_antisymm h.1 h.2⟩
protected theorem lt_of_le_of_ne {a b : Fin n} (h : a ≤ b) (g : a ≠ b) : a < b :=
  Nat.lt_of_le_of_ne h fun e => g (Fin.ext e)
protected theorem lt_iff_le_and_ne {a b : Fin n} : a < b ↔ a ≤ b ∧ a ≠ b :=
  ⟨fun h => ⟨Fin.le_of_lt h, Fin.ne_of_lt h⟩, fun h => Fin.lt_of_le_of_ne h.1 h.2⟩
theorem mk_lt_of_lt_val {b : Fin n} {a : Nat} (h : a < b.val) : (⟨a, Nat.lt_trans h b.isLt⟩ : Fin n) < b := h
theorem mk_le_of_le_val {b : Fin n} {a : Nat} (h : a ≤ b.val) :
    (⟨a, Nat.lt_of_le_of_lt h b.isLt⟩ : Fin n) ≤ b := h
@[simp] theorem not_lt_zero [NeZero n] (a : Fin n) : ¬a < 0 := by
  rw [lt_def, val_zero]; exact Nat.not_lt_zero _
@[simp] theorem le_zero_iff [NeZero n] {k : Fin n} : k ≤ 0 ↔ k = 0 := by
  rw [le_def, val_zero, Nat.le_zero_eq, val_eq_zero_iff]
theorem one_pos : (0 : Fin (n + 2)) < 1 := Nat.zero_lt_one
theorem zero_ne_one : (0 : Fin (n + 2)) ≠ 1 := Fin.ne_of_lt one_pos
@[simp] theorem zero_eq_one_iff [NeZero n] : (0 : Fin n) = 1 ↔ n = 1 := by
  have hn := Nat.pos_of_neZero n
  rw [← val_inj, val_zero]
  show 0 = 1 % n ↔ n = 1
  rcases Nat.lt_or_ge 1 n with h | h
  · rw [Nat.mod_eq_of_lt h]; omega
  · have e : n = 1 := by omega
    subst e; exact ⟨fun _ => rfl, fun _ => rfl⟩
@[simp] theorem one_eq_zero_iff [NeZero n] : (1 : Fin n) = 0 ↔ n = 1 := eq_comm.trans zero_eq_one_iff
theorem subsingleton_iff_le_one : Subsingleton (Fin n) ↔ n ≤ 1 := by
  match n with
  | 0 => exact ⟨fun _ => by decide, fun _ => inferInstance⟩
  | 1 => exact ⟨fun _ => by decide, fun _ => inferInstance⟩
  | n + 2 => exact ⟨fun h => absurd (h.elim 0 1) zero_ne_one, fun h => by omega⟩
theorem fin_one_eq_zero (a : Fin 1) : a = 0 := eq_zero a

/-! ## The last number; the reversal -/

attribute [simp] le_last
@[simp] theorem last_zero : Fin.last 0 = 0 := rfl
@[simp] theorem zero_eq_last_iff {n : Nat} : (0 : Fin (n + 1)) = last n ↔ n = 0 :=
  ⟨fun h => (congrArg val h).symm, fun h => by subst h; rfl⟩
@[simp] theorem last_eq_zero_iff {n : Nat} : Fin.last n = 0 ↔ n = 0 := eq_comm.trans zero_eq_last_iff
theorem last_pos : (0 : Fin (n + 2)) < last (n + 1) := Nat.succ_pos _
theorem eq_last_of_not_lt {i : Fin (n + 1)} (h : ¬i.val < n) : i = last n :=
  Fin.ext (Nat.le_antisymm (is_le i) (Nat.not_lt.mp h))
theorem val_lt_last {i : Fin (n + 1)} (h : i ≠ last n) : i.val < n :=
  Nat.lt_of_le_of_ne (is_le i) fun e => h (Fin.ext e)
@[simp] theorem last_le_iff {n : Nat} {k : Fin (n + 1)} : last n ≤ k ↔ k = last n :=
  ⟨fun h => Fin.le_antisymm (le_last k) h, fun h => h ▸ Nat.le_refl _⟩
theorem lt_last_iff_ne_last {a : Fin (n + 1)} : a < last n ↔ a ≠ last n := ⟨Fin.ne_of_lt, val_lt_last⟩
@[simp] theorem val_rev (i : Fin n) : (rev i).val = n - (i.val + 1) := rfl
@[simp] theorem rev_inj {i j : Fin n} : rev i = rev j ↔ i = j :=
  ⟨fun h => by rw [← rev_rev i, h, rev_rev], congrArg rev⟩
@[simp] theorem rev_le_rev {i j : Fin n} : rev i ≤ rev j ↔ j ≤ i := by
  have := i.isLt; have := j.isLt
  rw [le_def, le_def, val_rev, val_rev]; omega
@[simp] theorem rev_lt_rev {i j : Fin n} : rev i < rev j ↔ j < i := by
  have := i.isLt; have := j.isLt
  rw [lt_def, lt_def, val_rev, val_rev]; omega
theorem rev_eq {n a : Nat} (i : Fin (n + 1)) (h : n = a + i.val) :
    rev i = ⟨a, Nat.lt_succ_of_le (h ▸ Nat.le_add_right ..)⟩ := Fin.ext (by rw [val_rev]; dsimp only; omega)
@[simp] theorem rev_last (n : Nat) : rev (last n) = 0 :=
  Fin.ext (by rw [val_rev, val_last, val_zero, Nat.sub_self])
@[simp] theorem rev_zero (n : Nat) : rev 0 = last n := by rw [← rev_last, rev_rev]

/-! ## One more -/

theorem val_add_one_of_lt {n : Nat} {i : Fin n.succ} (h : i < last _) : (i + 1).val = i.val + 1 := by
  match n with
  | 0 => exact absurd h (Nat.not_lt_zero _)
  | n + 1 => rw [val_add, val_one]; exact Nat.mod_eq_of_lt (Nat.succ_lt_succ h)
@[simp] theorem last_add_one : ∀ n, last n + 1 = 0
  | 0 => rfl
  | n + 1 => Fin.ext (Nat.mod_self (n + 2))
theorem val_add_one {n : Nat} (i : Fin (n + 1)) :
    (i + 1 : Fin (n + 1)).val = if i = last _ then 0 else i.val + 1 := by
  split
  · rename_i h; rw [h, last_add_one]; rfl
  · rename_i h; exact val_add_one_of_lt (val_lt_last h)
theorem add_one_pos (i : Fin (n + 1)) (h : i < Fin.last n) : (0 : Fin (n + 1)) < i + 1 := by
  rw [lt_def, val_add_one_of_lt h]; exact Nat.succ_pos _
@[simp] theorem add_one_lt_iff {n : Nat} {k : Fin (n + 2)} : k + 1 < k ↔ k = last _ := by
  rw [lt_def, val_add_one]
  split
  · rename_i h; subst h; exact ⟨fun _ => rfl, fun _ => Nat.succ_pos _⟩
  · rename_i h; exact ⟨fun g => absurd g (by omega), fun g => absurd g h⟩
@[simp] theorem add_one_le_iff {n : Nat} {k : Fin (n + 1)} : k + 1 ≤ k ↔ k = last _ := by
  rw [le_def, val_add_one]
  split
  · rename_i h; subst h; exact ⟨fun _ => rfl, fun _ => Nat.zero_le _⟩
  · rename_i h; exact ⟨fun g => absurd g (by omega), fun g => absurd g h⟩
@[simp] theorem lt_add_one_iff {n : Nat} {k : Fin (n + 1)} : k < k + 1 ↔ k < last n := by
  rw [← Fin.not_le, add_one_le_iff, lt_last_iff_ne_last]

/-! ## Successors and predecessors -/

@[simp] theorem succ_pos (a : Fin n) : (0 : Fin (n + 1)) < a.succ := Nat.succ_pos _
attribute [simp] succ_inj succ_ne_zero
@[simp] theorem succ_zero_eq_one : Fin.succ (0 : Fin (n + 1)) = 1 := rfl
@[simp] theorem succ_one_eq_two : Fin.succ (1 : Fin (n + 2)) = 2 := rfl
@[simp] theorem succ_mk (n i : Nat) (h : i < n) : Fin.succ ⟨i, h⟩ = ⟨i + 1, Nat.succ_lt_succ h⟩ := rfl
theorem mk_succ_pos (i : Nat) (h : i < n) : (0 : Fin (n + 1)) < ⟨i.succ, Nat.add_lt_add_right h 1⟩ :=
  Nat.succ_pos i
theorem one_lt_succ_succ (a : Fin n) : (1 : Fin (n + 2)) < a.succ.succ := Nat.succ_lt_succ (Nat.succ_pos _)
theorem succ_succ_ne_one (a : Fin n) : Fin.succ (Fin.succ a) ≠ 1 := Fin.ne_of_gt (one_lt_succ_succ a)
@[simp] theorem succ_last (n : Nat) : (last n).succ = last n.succ := rfl
@[simp] theorem succ_eq_last_succ {n : Nat} {i : Fin n.succ} : i.succ = last (n + 1) ↔ i = last n := by
  rw [← succ_last, succ_inj]
@[simp] theorem val_pred (j : Fin (n + 1)) (h : j ≠ 0) : (j.pred h).val = j.val - 1 := rfl
theorem coe_pred (j : Fin (n + 1)) (h : j ≠ 0) : (j.pred h).val = j.val - 1 := rfl
theorem pred_eq_iff_eq_succ {n : Nat} {i : Fin (n + 1)} (hi : i ≠ 0) {j : Fin n} :
    i.pred hi = j ↔ i = j.succ :=
  ⟨fun h => by rw [← h, succ_pred], fun h => by subst h; rfl⟩
@[simp] theorem pred_mk_succ' (i : Nat) (h₁ : i + 1 < n + 1 + 1) (h₂) :
    Fin.pred ⟨i + 1, h₁⟩ h₂ = ⟨i, Nat.lt_of_succ_lt_succ h₁⟩ := rfl
@[simp] theorem pred_le_pred_iff {n : Nat} {a b : Fin n.succ} {ha : a ≠ 0} {hb : b ≠ 0} :
    a.pred ha ≤ b.pred hb ↔ a ≤ b := by rw [← succ_le_succ_iff, succ_pred, succ_pred]
@[simp] theorem pred_lt_pred_iff {n : Nat} {a b : Fin n.succ} {ha : a ≠ 0} {hb : b ≠ 0} :
    a.pred ha < b.pred hb ↔ a < b := by rw [← succ_lt_succ_iff, succ_pred, succ_pred]
@[simp] theorem pred_inj {a b : Fin (n + 1)} {ha : a ≠ 0} {hb : b ≠ 0} : a.pred ha = b.pred hb ↔ a = b := by
  rw [← succ_inj, succ_pred, succ_pred]
@[simp] theorem pred_one {n : Nat} : Fin.pred (1 : Fin (n + 2)) (Ne.symm (Fin.ne_of_lt one_pos)) = 0 := rfl

/-! ## Casts -/

@[simp] theorem val_castLT (i : Fin m) (h : i.val < n) : (castLT i h).val = i.val := rfl
@[simp] theorem castLT_mk (i n m : Nat) (hn : i < n) (hm : i < m) : castLT ⟨i, hn⟩ hm = ⟨i, hm⟩ := rfl
@[simp] theorem val_castLE (h : n ≤ m) (i : Fin n) : (castLE h i).val = i.val := rfl
@[simp] theorem castLE_mk (i n m : Nat) (hn : i < n) (h : n ≤ m) :
    castLE h ⟨i, hn⟩ = ⟨i, Nat.lt_of_lt_of_le hn h⟩ := rfl
@[simp] theorem castLE_zero {n m : Nat} (h : n.succ ≤ m.succ) : castLE h 0 = 0 := rfl
@[simp] theorem castLE_succ {m n : Nat} (h : m + 1 ≤ n + 1) (i : Fin m) :
    castLE h i.succ = (castLE (Nat.succ_le_succ_iff.mp h) i).succ := rfl
@[simp] theorem castLE_castLE {k m n} (km : k ≤ m) (mn : m ≤ n) (i : Fin k) :
    Fin.castLE mn (Fin.castLE km i) = Fin.castLE (Nat.le_trans km mn) i := rfl
theorem coe_castLT (i : Fin m) (h : i.val < n) : (castLT i h).val = i.val := rfl
theorem coe_castLE (h : n ≤ m) (i : Fin n) : (castLE h i).val = i.val := rfl
theorem coe_cast (h : n = m) (i : Fin n) : (i.cast h).val = i.val := rfl
theorem coe_castAdd (m : Nat) (i : Fin n) : (castAdd m i).val = i.val := rfl
theorem coe_castSucc (i : Fin n) : i.castSucc.val = i.val := rfl
theorem coe_addNat (m : Nat) (i : Fin n) : (addNat i m).val = i.val + m := rfl
theorem coe_natAdd (n : Nat) {m : Nat} (i : Fin m) : (natAdd n i).val = n + i.val := rfl
@[simp] theorem cast_mk (h : n = m) (i : Nat) (hn : i < n) : Fin.cast h ⟨i, hn⟩ = ⟨i, h ▸ hn⟩ := rfl
@[simp] theorem cast_refl (n : Nat) (h : n = n) : Fin.cast h = id := rfl
@[simp] theorem cast_trans {k : Nat} (h : n = m) (h' : m = k) {i : Fin n} :
    (i.cast h).cast h' = i.cast (h.trans h') := rfl
@[simp] theorem cast_last {n' : Nat} {h : n + 1 = n' + 1} : (last n).cast h = last n' :=
  Fin.ext (Nat.succ.inj h)
theorem castAdd_lt {m : Nat} (n : Nat) (i : Fin m) : (castAdd n i).val < m := i.isLt
@[simp] theorem castAdd_mk (m : Nat) (i : Nat) (h : i < n) : castAdd m ⟨i, h⟩ = ⟨i, Nat.lt_add_right m h⟩ :=
  rfl
@[simp] theorem castAdd_castLT (m : Nat) (i : Fin (n + m)) (hi : i.val < n) : castAdd m (castLT i hi) = i :=
  rfl
@[simp] theorem castSucc_mk (n i : Nat) (h : i < n) : castSucc ⟨i, h⟩ = ⟨i, Nat.lt_succ_of_lt h⟩ := rfl
theorem castSucc_lt_succ {i : Fin n} : i.castSucc < i.succ := Nat.lt_succ_self _
theorem lt_succ {a : Fin n} : a.castSucc < a.succ := Nat.lt_succ_self _
theorem le_castSucc_iff {i : Fin (n + 1)} {j : Fin n} : i ≤ j.castSucc ↔ i < j.succ := Nat.lt_succ_iff.symm
theorem castSucc_lt_iff_succ_le {n : Nat} {i : Fin n} {j : Fin (n + 1)} : i.castSucc < j ↔ i.succ ≤ j :=
  Iff.rfl
@[simp] theorem castSucc_castLT (i : Fin (n + 1)) (h : i.val < n) : (castLT i h).castSucc = i := rfl
@[simp] theorem castLT_castSucc {n : Nat} (a : Fin n) (h : a.castSucc.val < n) : castLT a.castSucc h = a :=
  rfl
@[simp] theorem castSucc_lt_castSucc_iff {a b : Fin n} : a.castSucc < b.castSucc ↔ a < b := Iff.rfl
@[simp] theorem castSucc_le_castSucc_iff {a b : Fin n} : a.castSucc ≤ b.castSucc ↔ a ≤ b := Iff.rfl
@[simp] theorem castSucc_inj {a b : Fin n} : a.castSucc = b.castSucc ↔ a = b :=
  ⟨fun h => Fin.ext (Fin.mk.inj h), congrArg castSucc⟩
@[simp] theorem castSucc_zero : castSucc (0 : Fin (n + 1)) = 0 := rfl
@[simp] theorem castSucc_one {n : Nat} : castSucc (1 : Fin (n + 2)) = 1 := Fin.ext rfl
theorem castSucc_pos {i : Fin (n + 1)} (h : 0 < i) : 0 < i.castSucc := h
@[simp] theorem castSucc_eq_zero_iff {a : Fin (n + 1)} : a.castSucc = 0 ↔ a = 0 := by
  rw [← castSucc_zero, castSucc_inj]
theorem castSucc_ne_zero_iff {a : Fin (n + 1)} : a.castSucc ≠ 0 ↔ a ≠ 0 := not_congr castSucc_eq_zero_iff
theorem succ_castSucc {n : Nat} (i : Fin n) : i.castSucc.succ = i.succ.castSucc := rfl
@[simp] theorem coeSucc_eq_succ {a : Fin n} : a.castSucc + 1 = a.succ :=
  Fin.ext (val_add_one_of_lt (i := a.castSucc) a.isLt)
theorem castSucc_add_one_eq_succ {a : Fin n} : a.castSucc + 1 = a.succ := coeSucc_eq_succ
theorem exists_castSucc_eq {n : Nat} {i : Fin (n + 1)} : (∃ j, castSucc j = i) ↔ i ≠ last n :=
  ⟨fun ⟨j, hj⟩ => hj ▸ Fin.ne_of_lt (castSucc_lt_last j), fun h => ⟨i.castLT (val_lt_last h), rfl⟩⟩
@[simp] theorem addNat_zero (n : Nat) (i : Fin n) : addNat i 0 = i := rfl
@[simp] theorem addNat_one {i : Fin n} : addNat i 1 = i.succ := rfl
@[simp] theorem addNat_mk (n i : Nat) (hi : i < m) :
    addNat ⟨i, hi⟩ n = ⟨i + n, Nat.add_lt_add_right hi n⟩ := rfl
@[simp] theorem natAdd_mk (n i : Nat) (hi : i < m) :
    natAdd n ⟨i, hi⟩ = ⟨n + i, Nat.add_lt_add_left hi n⟩ := rfl
@[simp] theorem natAdd_last {m n : Nat} : natAdd n (last m) = last (n + m) := rfl
@[simp] theorem val_subNat (i : Fin (n + m)) (h : m ≤ i.val) : (i.subNat m h).val = i.val - m := rfl
@[simp] theorem subNat_mk {i : Nat} (h₁ : i < n + m) (h₂ : m ≤ i) :
    subNat m ⟨i, h₁⟩ h₂ = ⟨i - m, by omega⟩ := rfl
@[simp] theorem addNat_subNat {i : Fin (n + m)} (h : m ≤ i.val) : addNat (subNat m i h) m = i :=
  Fin.ext (Nat.sub_add_cancel h)
@[simp] theorem subNat_addNat (i : Fin n) (m : Nat) (h : m ≤ (addNat i m).val) :
    subNat m (addNat i m) h = i := Fin.ext (Nat.add_sub_cancel i.val m)
theorem rev_succ (k : Fin n) : rev (succ k) = castSucc (rev k) :=
  Fin.ext (Nat.add_sub_add_right n 1 (k.val + 1))
theorem rev_castSucc (k : Fin n) : rev (castSucc k) = succ (rev k) := by
  rw [← rev_rev k, ← rev_succ, rev_rev, rev_rev]

/-! ## Arithmetic -/

protected theorem coe_sub (a b : Fin n) : (a - b).val = ((n - b.val) + a.val) % n := rfl
theorem coe_mul {n : Nat} (a b : Fin n) : (a * b).val = a.val * b.val % n := rfl
@[simp] protected theorem sub_self [NeZero n] {x : Fin n} : x - x = 0 :=
  Fin.ext (by rw [val_sub, val_zero, Nat.sub_add_cancel (Nat.le_of_lt x.isLt), Nat.mod_self])
theorem val_sub_cases (a b : Fin n) :
    (b ≤ a ∧ (a - b).val = a.val - b.val) ∨ (a < b ∧ (a - b).val = n + a.val - b.val) := by
  have ha := a.isLt
  have hb := b.isLt
  rcases Nat.lt_or_ge a.val b.val with h | h
  · exact .inr ⟨h, by rw [val_sub, Nat.mod_eq_of_lt (by omega)]; omega⟩
  · refine .inl ⟨h, ?_⟩
    rw [val_sub, show n - b.val + a.val = (a.val - b.val) + n by omega, Nat.add_mod_right]
    exact Nat.mod_eq_of_lt (by omega)
theorem coe_sub_iff_le {a b : Fin n} : (a - b).val = a.val - b.val ↔ b ≤ a := by
  have := a.isLt; have := b.isLt
  rcases val_sub_cases a b with ⟨h, e⟩ | ⟨h, e⟩
  · exact ⟨fun _ => h, fun _ => e⟩
  · rw [e]; rw [lt_def] at h; rw [le_def]; omega
theorem coe_sub_iff_lt {a b : Fin n} : (a - b).val = n + a.val - b.val ↔ a < b := by
  have := a.isLt; have := b.isLt
  rcases val_sub_cases a b with ⟨h, e⟩ | ⟨h, e⟩
  · rw [e]; rw [le_def] at h; rw [lt_def]; omega
  · exact ⟨fun _ => h, fun _ => e⟩
theorem sub_val_of_le {a b : Fin n} (h : b ≤ a) : (a - b).val = a.val - b.val := coe_sub_iff_le.mpr h
theorem val_sub_one_of_ne_zero [NeZero n] {i : Fin n} (hi : i ≠ 0) : (i - 1).val = i.val - 1 := by
  have hi : i.val ≠ 0 := val_ne_zero_iff.mpr hi
  have hn := i.isLt
  have h1 : (1 : Fin n).val = 1 := Nat.mod_eq_of_lt (Nat.lt_of_le_of_lt (Nat.pos_of_ne_zero hi) hn)
  rw [sub_val_of_le (by rw [le_def, h1]; exact Nat.pos_of_ne_zero hi), h1]
protected theorem mul_assoc (a b c : Fin n) : a * b * c = a * (b * c) :=
  Fin.ext (by simp only [val_mul, Nat.mod_mul_mod, Nat.mul_mod_mod, Nat.mul_assoc])
@[simp] protected theorem mul_one [NeZero n] (k : Fin n) : k * 1 = k :=
  Fin.ext (by
    show k.val * (1 % n) % n = k.val
    rw [Nat.mul_mod_mod, Nat.mul_one, Nat.mod_eq_of_lt k.isLt])
@[simp] protected theorem one_mul [NeZero n] (k : Fin n) : 1 * k = k := by rw [Fin.mul_comm, Fin.mul_one]
@[simp] protected theorem mul_zero [NeZero n] (k : Fin n) : k * 0 = 0 :=
  Fin.ext (by rw [val_mul, val_zero, Nat.mul_zero, Nat.zero_mod])
@[simp] protected theorem zero_mul [NeZero n] (k : Fin n) : 0 * k = 0 := by rw [Fin.mul_comm, Fin.mul_zero]
instance : Std.Associative (α := Fin n) (· + ·) := ⟨Fin.add_assoc⟩
instance : Std.Commutative (α := Fin n) (· + ·) := ⟨Fin.add_comm⟩
instance : Std.Associative (α := Fin n) (· * ·) := ⟨Fin.mul_assoc⟩
instance : Std.Commutative (α := Fin n) (· * ·) := ⟨Fin.mul_comm⟩
protected theorem neg_def (a : Fin n) : -a = ⟨(n - a.val) % n, Nat.mod_lt _ a.pos⟩ := rfl
protected theorem sub_eq_add_neg (a b : Fin n) : a - b = a + -b :=
  Fin.ext (by
    show (n - b.val + a.val) % n = (a.val + (n - b.val) % n) % n
    rw [Nat.add_mod_mod, Nat.add_comm])
protected theorem add_left_comm (a b c : Fin n) : a + (b + c) = b + (a + c) := by
  rw [← Fin.add_assoc, Fin.add_comm a b, Fin.add_assoc]
theorem ofNat_add [NeZero n] (x : Nat) (y : Fin n) : Fin.ofNat n x + y = Fin.ofNat n (x + y.val) :=
  Fin.ext (Nat.mod_add_mod ..)
theorem add_ofNat [NeZero n] (x : Fin n) (y : Nat) : x + Fin.ofNat n y = Fin.ofNat n (x.val + y) :=
  Fin.ext (Nat.add_mod_mod ..)

/-! ## Eliminators -/

@[elab_as_elim] def succRec {motive : ∀ n, Fin n → Sort u} (zero : ∀ n, motive n.succ (0 : Fin (n + 1)))
    (succ : ∀ n i, motive n i → motive n.succ i.succ) : ∀ {n : Nat} (i : Fin n), motive n i
  | 0, i => i.elim0
  | n + 1, ⟨0, _⟩ => zero n
  | _ + 1, ⟨i + 1, h⟩ => succ _ _ (succRec zero succ ⟨i, Nat.lt_of_succ_lt_succ h⟩)
@[elab_as_elim] def succRecOn {n : Nat} (i : Fin n) {motive : ∀ n, Fin n → Sort u}
    (zero : ∀ n, motive (n + 1) 0) (succ : ∀ n i, motive n i → motive (Nat.succ n) i.succ) : motive n i :=
  i.succRec zero succ
@[simp] theorem induction_zero {motive : Fin (n + 1) → Sort u} (zero : motive 0)
    (hs : ∀ i : Fin n, motive (castSucc i) → motive i.succ) :
    (induction zero hs : ∀ i : Fin (n + 1), motive i) 0 = zero := rfl
@[simp] theorem induction_succ {motive : Fin (n + 1) → Sort u} (zero : motive 0)
    (succ : ∀ i : Fin n, motive (castSucc i) → motive i.succ) (i : Fin n) :
    induction (motive := motive) zero succ i.succ = succ i (induction zero succ (castSucc i)) := rfl
@[simp] theorem cases_zero {n} {motive : Fin (n + 1) → Sort u} {zero succ} :
    @Fin.cases n motive zero succ 0 = zero := rfl
@[simp] theorem cases_succ {n} {motive : Fin (n + 1) → Sort u} {zero succ} (i : Fin n) :
    @Fin.cases n motive zero succ i.succ = succ i := rfl
@[simp] theorem lastCases_last {n : Nat} {motive : Fin (n + 1) → Sort u} {last cast} :
    (Fin.lastCases last cast (Fin.last n) : motive (Fin.last n)) = last := dif_pos rfl
@[simp] theorem lastCases_castSucc {n : Nat} {motive : Fin (n + 1) → Sort u} {last cast} (i : Fin n) :
    (Fin.lastCases last cast (Fin.castSucc i) : motive (Fin.castSucc i)) = cast i :=
  dif_neg (Fin.ne_of_lt (castSucc_lt_last i))
/-- From the last number downwards. -/
@[elab_as_elim] def reverseInduction {motive : Fin (n + 1) → Sort u} (last : motive (Fin.last n))
    (cast : ∀ i : Fin n, motive i.succ → motive (castSucc i)) (i : Fin (n + 1)) : motive i :=
  go (n - i.val) i (Nat.sub_add_cancel (is_le i))
where
  go : ∀ (k : Nat) (i : Fin (n + 1)), k + i.val = n → motive i
    | 0, i, h => have e : i = Fin.last n := Fin.ext ((Nat.zero_add _).symm.trans h); e ▸ last
    | k + 1, i, h =>
      cast ⟨i.val, by omega⟩ (go k (Fin.succ ⟨i.val, by omega⟩) (by simp only [val_succ]; omega))
/-- A number below a sum is below the first summand or comes after it. -/
@[elab_as_elim] def addCases {m n : Nat} {motive : Fin (m + n) → Sort u} (left : ∀ i, motive (castAdd n i))
    (right : ∀ i, motive (natAdd m i)) (i : Fin (m + n)) : motive i :=
  if hi : i.val < m then left (castLT i hi)
  else
    have e : natAdd m ⟨i.val - m, by have := i.isLt; omega⟩ = i :=
      Fin.ext (by rw [val_natAdd]; dsimp only; omega)
    e ▸ right _
@[simp] theorem addCases_left {m n : Nat} {motive : Fin (m + n) → Sort u} {left right} (i : Fin m) :
    addCases (motive := motive) left right (Fin.castAdd n i) = left i := dif_pos i.isLt
end Fin

/-! ## Numbers as residues, where a file asks for it -/

namespace Fin.NatCast
/-- The residue of a natural number. -/
@[instance_reducible] def instNatCast (n : Nat) [NeZero n] : NatCast (Fin n) := ⟨Fin.ofNat n⟩
attribute [scoped instance] instNatCast
end Fin.NatCast
