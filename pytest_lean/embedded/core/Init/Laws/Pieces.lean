module
prelude
public import Init.Laws.IntOrder
public import Init.Data.Fin
public import Init.Data.UInt
public import Init.Data.String.Basic
/-!
`Option`, `Fin`, `Char`, quotients: laws and functions beyond those of the data modules.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace Option
variable {α : Type u} {β : Type v} {γ : Type w} {o o₁ o₂ : Option α} {a b : α}
theorem none_ne_some (a : α) : none ≠ some a := nofun
@[simp] theorem not_isSome : o.isSome = false ↔ o.isNone = true := by cases o <;> simp
theorem not_isSome_iff_eq_none : ¬o.isSome = true ↔ o = none := by cases o <;> simp
theorem isSome_of_mem (h : a ∈ o) : o.isSome := by rw [mem_def.mp h]; rfl
theorem isSome_of_eq_some (h : o = some a) : o.isSome := by rw [h]; rfl
theorem eq_none_iff_forall_not_mem : o = none ↔ ∀ a, a ∉ o := eq_none_iff_forall_ne_some
theorem eq_some_iff_get_eq : o = some a ↔ ∃ h : o.isSome, o.get h = a :=
  ⟨fun e => ⟨isSome_of_eq_some e, by cases e; rfl⟩, fun ⟨h, e⟩ => by rw [← e, some_get]⟩
theorem get_mem : ∀ {o : Option α} (h : o.isSome), o.get h ∈ o
  | some _, _ => rfl
theorem get_of_mem : ∀ {o : Option α} (h : o.isSome), a ∈ o → o.get h = a
  | _, _, rfl => rfl
theorem get_of_eq_some : ∀ {o : Option α} (h : o.isSome), o = some a → o.get h = a
  | _, _, rfl => rfl
theorem mem_unique (ha : a ∈ o) (hb : b ∈ o) : a = b := some.inj (ha.symm.trans hb)
@[simp] theorem mem_some {a b : α} : a ∈ some b ↔ b = a := by simp
theorem mem_some_self (a : α) : a ∈ some a := rfl
theorem not_mem_none (a : α) : a ∉ (none : Option α) := nofun
theorem ext_iff : o₁ = o₂ ↔ ∀ a, o₁ = some a ↔ o₂ = some a := ⟨fun h _ => h ▸ Iff.rfl, ext⟩
@[simp] theorem get!_some [Inhabited α] {a : α} : (some a).get! = a := rfl
@[simp] theorem get!_none [Inhabited α] : (none : Option α).get! = default := rfl
@[simp] theorem isSome_map {f : α → β} : (o.map f).isSome = o.isSome := by cases o <;> rfl
@[simp] theorem isNone_map {f : α → β} : (o.map f).isNone = o.isNone := by cases o <;> rfl
theorem getD_map (f : α → β) (x : α) (o : Option α) : (o.map f).getD (f x) = f (o.getD x) :=
  by cases o <;> rfl
theorem getD_of_ne_none (h : o ≠ none) (a : α) : some (o.getD a) = o := by cases o <;> simp at h ⊢
theorem getD_eq_iff {b : α} : o.getD a = b ↔ o = some b ∨ o = none ∧ a = b := by cases o <;> simp
theorem map_congr {f g : α → β} (h : ∀ a, o = some a → f a = g a) : o.map f = o.map g := by
  cases o with
  | none => rfl
  | some a => exact congrArg some (h a rfl)
@[simp] theorem map_comp_map (f : α → β) (g : β → γ) : Option.map g ∘ Option.map f = Option.map (g ∘ f) := by
  funext o; cases o <;> rfl
theorem bind_map {f : α → β} {g : β → Option γ} : (o.map f).bind g = o.bind (g ∘ f) := by cases o <;> rfl
theorem map_bind {f : α → Option β} {g : β → γ} : (o.bind f).map g = o.bind (fun a => (f a).map g) :=
  by cases o <;> rfl
theorem bind_congr {f g : α → Option β} (h : ∀ a, o = some a → f a = g a) : o.bind f = o.bind g := by
  cases o with
  | none => rfl
  | some a => exact h a rfl
theorem bind_eq_some_iff' {f : α → Option β} {b : β} :
    o.bind f = some b ↔ ∃ a, o = some a ∧ f a = some b := by
  cases o <;> simp
theorem bind_eq_none_iff' {f : α → Option β} : o.bind f = none ↔ ∀ a, o = some a → f a = none := by
  cases o <;> simp
theorem eq_some_of_isSome : ∀ {o : Option α} (h : o.isSome), o = some (o.get h)
  | some _, _ => rfl
@[simp] theorem none_or : (none : Option α).or o = o := rfl
@[simp] theorem some_or : (some a).or o = some a := rfl
@[simp] theorem or_none : o.or none = o := by cases o <;> rfl
@[simp] theorem or_self : o.or o = o := by cases o <;> rfl
theorem or_assoc : ∀ {o₁ o₂ o₃ : Option α}, (o₁.or o₂).or o₃ = o₁.or (o₂.or o₃)
  | some _, _, _ => rfl
  | none, _, _ => rfl
@[simp] theorem all_none (p : α → Bool) : (none : Option α).all p = true := rfl
@[simp] theorem all_some {p : α → Bool} : (some a).all p = p a := rfl
@[simp] theorem any_none (p : α → Bool) : (none : Option α).any p = false := rfl
@[simp] theorem any_some {p : α → Bool} : (some a).any p = p a := rfl
@[simp] theorem elim_none (x : β) (f : α → β) : (none : Option α).elim x f = x := rfl
@[simp] theorem elim_some (x : β) (f : α → β) (a : α) : (some a).elim x f = f a := rfl
@[simp] theorem filter_none (p : α → Bool) : (none : Option α).filter p = none := rfl
theorem filter_some {p : α → Bool} : (some a).filter p = if p a then some a else none := by
  cases h : p a <;> simp [Option.filter, h]
@[simp] theorem toList_some (a : α) : (some a).toList = [a] := rfl
@[simp] theorem toList_none : (none : Option α).toList = [] := rfl
@[simp] theorem default_eq_none : (default : Option α) = none := rfl
def merge (f : α → α → α) : Option α → Option α → Option α
  | none, o => o
  | o, none => o
  | some a, some b => some (f a b)
end Option

/-! ## `Fin` -/

namespace Fin
variable {n m k : Nat} {a b c i j : Fin n}

@[simp] theorem val_zero (n : Nat) [NeZero n] : ((0 : Fin n) : Nat) = 0 := Nat.zero_mod n
theorem val_one (n : Nat) : ((1 : Fin (n + 2)) : Nat) = 1 := rfl
@[simp] theorem val_mk {m n : Nat} (h : m < n) : (⟨m, h⟩ : Fin n).val = m := rfl
@[simp] theorem mk_val (i : Fin n) (h : i.val < n) : (⟨i.val, h⟩ : Fin n) = i := rfl
@[simp] theorem mk_zero : (⟨0, Nat.succ_pos n⟩ : Fin (n + 1)) = 0 := rfl
@[simp] theorem mk_one : (⟨1, Nat.succ_lt_succ (Nat.succ_pos n)⟩ : Fin (n + 2)) = 1 := rfl
theorem ne_of_val_ne {i j : Fin n} (h : i.val ≠ j.val) : i ≠ j := fun e => h (e ▸ rfl)
theorem val_ne_iff {a b : Fin n} : a.val ≠ b.val ↔ a ≠ b := not_congr val_inj
theorem val_ofNat (n : Nat) [NeZero n] (a : Nat) : (Fin.ofNat n a).val = a % n := rfl
theorem sub_def (a b : Fin n) : a - b = ⟨((n - b.val) + a.val) % n, Nat.mod_lt _ a.pos⟩ := rfl
theorem val_sub (a b : Fin n) : (a - b).val = ((n - b.val) + a.val) % n := rfl
protected theorem le_refl (a : Fin n) : a ≤ a := Nat.le_refl _
protected theorem le_rfl {a : Fin n} : a ≤ a := Nat.le_refl _
protected theorem le_trans {a b c : Fin n} (h : a ≤ b) (g : b ≤ c) : a ≤ c := Nat.le_trans h g
protected theorem le_antisymm {a b : Fin n} (h : a ≤ b) (g : b ≤ a) : a = b := Fin.ext (Nat.le_antisymm h g)
protected theorem le_total (a b : Fin n) : a ≤ b ∨ b ≤ a := Nat.le_total _ _
protected theorem lt_irrefl (a : Fin n) : ¬a < a := Nat.lt_irrefl _
protected theorem lt_trans {a b c : Fin n} (h : a < b) (g : b < c) : a < c := Nat.lt_trans h g
protected theorem lt_of_le_of_lt {a b c : Fin n} (h : a ≤ b) (g : b < c) : a < c := Nat.lt_of_le_of_lt h g
protected theorem lt_of_lt_of_le {a b c : Fin n} (h : a < b) (g : b ≤ c) : a < c := Nat.lt_of_lt_of_le h g
protected theorem le_of_lt {a b : Fin n} (h : a < b) : a ≤ b := Nat.le_of_lt h
protected theorem ne_of_lt {a b : Fin n} (h : a < b) : a ≠ b := fun e => Nat.ne_of_lt h (congrArg val e)
protected theorem ne_of_gt {a b : Fin n} (h : a < b) : b ≠ a := (Fin.ne_of_lt h).symm
@[simp] protected theorem not_le {a b : Fin n} : ¬a ≤ b ↔ b < a := Nat.not_le
@[simp] protected theorem not_lt {a b : Fin n} : ¬a < b ↔ b ≤ a := Nat.not_lt
protected theorem lt_or_ge (a b : Fin n) : a < b ∨ a ≥ b := Nat.lt_or_ge _ _
protected theorem le_of_eq {a b : Fin n} (h : a = b) : a ≤ b := h ▸ Nat.le_refl _
@[simp] protected theorem zero_le (a : Fin (n + 1)) : 0 ≤ a := Nat.zero_le _
protected theorem pos_iff_ne_zero {a : Fin (n + 1)} : 0 < a ↔ a ≠ 0 :=
  ⟨fun h e => by subst e; exact Nat.lt_irrefl _ h, fun h => Nat.pos_of_ne_zero fun e => h (Fin.ext e)⟩
theorem zero_lt_one : (0 : Fin (n + 2)) < 1 := Nat.zero_lt_one
protected theorem zero_add [NeZero n] (k : Fin n) : 0 + k = k :=
  Fin.ext (by rw [val_add, val_zero, Nat.zero_add, Nat.mod_eq_of_lt k.isLt])
protected theorem add_zero [NeZero n] (k : Fin n) : k + 0 = k := by rw [Fin.add_comm, Fin.zero_add]
theorem succ_ne_zero (k : Fin n) : k.succ ≠ 0 := fun h => Nat.succ_ne_zero _ (congrArg val h)
@[simp] theorem succ_lt_succ_iff {a b : Fin n} : a.succ < b.succ ↔ a < b := Nat.succ_lt_succ_iff
@[simp] theorem succ_le_succ_iff {a b : Fin n} : a.succ ≤ b.succ ↔ a ≤ b := Nat.succ_le_succ_iff
theorem eq_zero_or_eq_succ : ∀ i : Fin (n + 1), i = 0 ∨ ∃ j : Fin n, i = j.succ
  | ⟨0, _⟩ => .inl rfl
  | ⟨i + 1, h⟩ => .inr ⟨⟨i, Nat.lt_of_succ_lt_succ h⟩, rfl⟩
theorem eq_succ_of_ne_zero {i : Fin (n + 1)} (hi : i ≠ 0) : ∃ j : Fin n, i = j.succ :=
  (eq_zero_or_eq_succ i).resolve_left hi
theorem eq_zero : ∀ i : Fin 1, i = 0 := by decide
instance : Subsingleton (Fin 1) := ⟨fun a b => (eq_zero a).trans (eq_zero b).symm⟩
instance : Subsingleton (Fin 0) := ⟨fun a => a.elim0⟩
theorem forall_fin_succ {P : Fin (n + 1) → Prop} : (∀ i, P i) ↔ P 0 ∧ ∀ i : Fin n, P i.succ :=
  ⟨fun h => ⟨h 0, fun i => h i.succ⟩, fun ⟨h, g⟩ i => i.cases h g⟩
theorem exists_fin_succ {P : Fin (n + 1) → Prop} : (∃ i, P i) ↔ P 0 ∨ ∃ i : Fin n, P i.succ :=
  ⟨fun ⟨i, h⟩ => (eq_zero_or_eq_succ i).elim (fun e => .inl (e ▸ h)) fun ⟨j, e⟩ => .inr ⟨j, e ▸ h⟩,
    fun h => h.elim (⟨0, ·⟩) fun ⟨i, h⟩ => ⟨i.succ, h⟩⟩
theorem forall_fin_two {p : Fin 2 → Prop} : (∀ i, p i) ↔ p 0 ∧ p 1 :=
  forall_fin_succ.trans (and_congr Iff.rfl Fin.forall_fin_one)
theorem exists_fin_one {p : Fin 1 → Prop} : (∃ i, p i) ↔ p 0 := ⟨fun ⟨i, h⟩ => eq_zero i ▸ h, fun h => ⟨0, h⟩⟩
theorem exists_fin_two {p : Fin 2 → Prop} : (∃ i, p i) ↔ p 0 ∨ p 1 :=
  exists_fin_succ.trans (or_congr Iff.rfl exists_fin_one)
def pred {n : Nat} (i : Fin (n + 1)) (h : i ≠ 0) : Fin n :=
  ⟨i.val - 1, by have := i.isLt; have : i.val ≠ 0 := fun e => h (Fin.ext e); omega⟩
@[simp] theorem pred_succ (i : Fin n) {h : i.succ ≠ 0} : i.succ.pred h = i := rfl
@[simp] theorem succ_pred (i : Fin (n + 1)) (h : i ≠ 0) : (i.pred h).succ = i := by
  have : i.val ≠ 0 := fun e => h (Fin.ext e)
  exact Fin.ext (by show i.val - 1 + 1 = i.val; omega)
def castAdd (m : Nat) : Fin n → Fin (n + m) := castLE (Nat.le_add_right n m)
def addNat (i : Fin n) (m : Nat) : Fin (n + m) := ⟨i.val + m, Nat.add_lt_add_right i.isLt m⟩
def natAdd (n : Nat) (i : Fin m) : Fin (n + m) := ⟨n + i.val, Nat.add_lt_add_left i.isLt n⟩
def subNat (m : Nat) (i : Fin (n + m)) (h : m ≤ i.val) : Fin n := ⟨i.val - m, by have := i.isLt; omega⟩
@[simp] theorem val_castAdd (m : Nat) (i : Fin n) : (castAdd m i).val = i.val := rfl
@[simp] theorem val_addNat (m : Nat) (i : Fin n) : (addNat i m).val = i.val + m := rfl
@[simp] theorem val_natAdd (n : Nat) (i : Fin m) : (natAdd n i).val = n + i.val := rfl
@[elab_as_elim] def induction {motive : Fin (n + 1) → Sort u} (zero : motive 0)
    (succ : ∀ i : Fin n, motive (castSucc i) → motive i.succ) : ∀ i : Fin (n + 1), motive i
  | ⟨i, hi⟩ => go i hi
where
  go : ∀ (i : Nat) (hi : i < n + 1), motive ⟨i, hi⟩
    | 0, hi => by rwa [Fin.mk_zero]
    | i + 1, hi => succ ⟨i, Nat.lt_of_succ_lt_succ hi⟩ (go i (Nat.lt_of_succ_lt hi))
@[elab_as_elim] def inductionOn (i : Fin (n + 1)) {motive : Fin (n + 1) → Sort u} (zero : motive 0)
    (succ : ∀ i : Fin n, motive (castSucc i) → motive i.succ) : motive i := induction zero succ i
@[elab_as_elim] def lastCases {motive : Fin (n + 1) → Sort u} (last : motive (Fin.last n))
    (cast : ∀ i : Fin n, motive (castSucc i)) (i : Fin (n + 1)) : motive i :=
  if hi : i = Fin.last n then hi ▸ last
  else cast ⟨i.val, Nat.lt_of_le_of_ne (Nat.le_of_lt_succ i.isLt) fun h => hi (Fin.ext h)⟩
@[inline] def foldl (n : Nat) (f : α → Fin n → α) (init : α) : α := loop init 0
where
  loop (x : α) (i : Nat) : α := if h : i < n then loop (f x ⟨i, h⟩) (i + 1) else x
  termination_by n - i
@[inline] def foldr (n : Nat) (f : Fin n → α → α) (init : α) : α := loop n (Nat.le_refl n) init
where
  loop : (i : Nat) → i ≤ n → α → α
    | 0, _, x => x
    | i + 1, h, x => loop i (Nat.le_of_lt h) (f ⟨i, h⟩ x)
variable {α : Sort u} {n : Nat}
theorem foldl_loop_succ (f : α → Fin (n + 1) → α) (k : Nat) : ∀ (x : α) (m : Nat), n - m = k →
    foldl.loop (n + 1) f x (m + 1) = foldl.loop n (fun x i => f x i.succ) x m := by
  induction k with
  | zero =>
    intro x m h
    have h : n ≤ m := Nat.le_of_sub_eq_zero h
    rw [foldl.loop, foldl.loop, dif_neg (Nat.not_lt.mpr (Nat.succ_le_succ h)), dif_neg (Nat.not_lt.mpr h)]
  | succ k ih =>
    intro x m h
    have hm : m < n := by omega
    rw [foldl.loop, dif_pos (Nat.succ_lt_succ hm), ih _ (m + 1) (by omega)]
    exact ((foldl.loop.eq_1 n _ x m).trans (dif_pos hm)).symm
theorem foldl_succ (f : α → Fin (n + 1) → α) (x) :
    foldl (n + 1) f x = foldl n (fun x i => f x i.succ) (f x 0) := by
  unfold foldl
  rw [foldl.loop, dif_pos (Nat.zero_lt_succ n), foldl_loop_succ f n _ 0 rfl]
  rfl
theorem foldr_loop_succ (f : Fin (n + 1) → α → α) : ∀ (m : Nat) (h : m + 1 ≤ n + 1) (x : α),
    foldr.loop (n + 1) f (m + 1) h x = f 0 (foldr.loop n (fun i => f i.succ) m (Nat.le_of_succ_le_succ h) x)
  | 0, _, _ => rfl
  | m + 1, h, x => foldr_loop_succ f m (Nat.le_of_succ_le h) (f ⟨m + 1, h⟩ x)
theorem foldr_succ (f : Fin (n + 1) → α → α) (x) : foldr (n + 1) f x = f 0 (foldr n (fun i => f i.succ) x) :=
  foldr_loop_succ f n (Nat.le_refl _) x
theorem foldr_loop_castSucc (f : Fin (n + 1) → α → α) : ∀ (m : Nat) (h : m ≤ n) (x : α),
    foldr.loop (n + 1) f m (Nat.le_succ_of_le h) x = foldr.loop n (fun i => f i.castSucc) m h x
  | 0, _, _ => rfl
  | m + 1, h, x => foldr_loop_castSucc f m (Nat.le_of_succ_le h) _
theorem foldr_succ_last (f : Fin (n + 1) → α → α) (x) :
    foldr (n + 1) f x = foldr n (fun i => f i.castSucc) (f (last n) x) :=
  foldr_loop_castSucc f n (Nat.le_refl n) _
end Fin

/-! ## `Char` -/

namespace Char
theorem ext {a b : Char} (h : a.val = b.val) : a = b := by cases a; cases b; cases h; rfl
theorem ext_iff {a b : Char} : a = b ↔ a.val = b.val := ⟨congrArg val, ext⟩
theorem toNat_inj {a b : Char} : a.toNat = b.toNat ↔ a = b := by
  refine ⟨fun h => ext ?_, congrArg toNat⟩
  exact UInt32.toNat_inj.mp h
theorem le_def {a b : Char} : a ≤ b ↔ a.val ≤ b.val := Iff.rfl
theorem lt_def {a b : Char} : a < b ↔ a.val < b.val := Iff.rfl
protected theorem le_refl (a : Char) : a ≤ a := Nat.le_refl a.toNat
protected theorem le_trans {a b c : Char} : a ≤ b → b ≤ c → a ≤ c := Nat.le_trans (n := a.toNat) (m :=
  b.toNat)
protected theorem lt_trans {a b c : Char} : a < b → b < c → a < c := Nat.lt_trans (n := a.toNat) (m :=
  b.toNat)
protected theorem lt_irrefl (a : Char) : ¬a < a := Nat.lt_irrefl a.toNat
protected theorem le_total (a b : Char) : a ≤ b ∨ b ≤ a := Nat.le_total a.toNat b.toNat
protected theorem le_antisymm {a b : Char} (h : a ≤ b) (g : b ≤ a) : a = b :=
  toNat_inj.mp (Nat.le_antisymm h g)
@[simp] protected theorem not_le {a b : Char} : ¬a ≤ b ↔ b < a := Nat.not_le (n := a.toNat) (m := b.toNat)
@[simp] protected theorem not_lt {a b : Char} : ¬a < b ↔ b ≤ a := Nat.not_lt (n := a.toNat) (m := b.toNat)
protected theorem le_of_lt {a b : Char} : a < b → a ≤ b := Nat.le_of_lt (n := a.toNat) (m := b.toNat)
def toUInt8 (n : Char) : UInt8 := UInt8.ofNat n.toNat
def ofUInt8 (n : UInt8) : Char := Char.ofNat n.toNat
end Char
/-- A slice is a string here, so this changes nothing. -/
abbrev String.toString (s : String) : String := s
def UInt8.toChar (n : UInt8) : Char := Char.ofUInt8 n

/-! ## Quotients -/

namespace Quotient
variable {α : Sort u} {β : Sort v} {φ : Sort w}
@[elab_as_elim] protected theorem inductionOn₂ {s₁ : Setoid α} {s₂ : Setoid β} {motive :
    Quotient s₁ → Quotient s₂ → Prop}
    (q₁ : Quotient s₁) (q₂ : Quotient s₂) (h : ∀ (a : α) (b :
        β), motive (Quotient.mk s₁ a) (Quotient.mk s₂ b)) :
    motive q₁ q₂ := by
  induction q₁ using Quotient.ind with | _ a => induction q₂ using Quotient.ind with | _ b => exact h a b
@[elab_as_elim] protected theorem inductionOn₃ {γ : Sort w} {s₁ : Setoid α} {s₂ : Setoid β} {s₃ : Setoid γ}
    {motive : Quotient s₁ → Quotient s₂ → Quotient s₃ → Prop} (q₁ : Quotient s₁) (q₂ : Quotient s₂) (q₃ :
        Quotient s₃)
    (h : ∀ a b c, motive (Quotient.mk s₁ a) (Quotient.mk s₂ b) (Quotient.mk s₃ c)) : motive q₁ q₂ q₃ := by
  induction q₁ using Quotient.ind with
  | _ a => induction q₂ using Quotient.ind with
    | _ b => induction q₃ using Quotient.ind with | _ c => exact h a b c
protected abbrev liftOn₂ {s₁ : Setoid α} {s₂ : Setoid β} (q₁ : Quotient s₁) (q₂ : Quotient s₂) (f : α → β → φ)
    (c : ∀ (a₁ : α) (b₁ : β) (a₂ : α) (b₂ : β), a₁ ≈ a₂ → b₁ ≈ b₂ → f a₁ b₁ = f a₂ b₂) : φ :=
  Quotient.lift₂ f c q₁ q₂
end Quotient
/-- The truth of having an element, as a quotient: a function out of it can't tell elements apart. -/
def Squash (α : Sort u) : Sort u := Quot fun _ _ : α => True
def Squash.mk {α : Sort u} (x : α) : Squash α := Quot.mk _ x
theorem Squash.ind {α : Sort u} {motive : Squash α → Prop} (h : ∀ a, motive (Squash.mk a)) :
    ∀ q, motive q := Quot.ind h
@[inline] def Squash.lift {α : Sort u} {β : Sort v} [Subsingleton β] (s : Squash α) (f : α → β) : β :=
  Quot.lift f (fun _ _ _ => Subsingleton.elim _ _) s
instance {α : Sort u} : Subsingleton (Squash α) :=
  ⟨Squash.ind fun a => Squash.ind fun b => Quot.sound trivial⟩
