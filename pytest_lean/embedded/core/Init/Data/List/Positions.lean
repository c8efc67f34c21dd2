module
prelude
public import Init.Data.List.More
/-!
Lists: further lemmas about positions, first and last elements, parts, sublists, `Pairwise`, `Nodup` and
permutations.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w} {a b x y : α} {l l' l₁ l₂ l₃ xs ys as bs : List α}
    {p q : α → Bool}

/-! ## Positions -/

theorem mem_iff_getElem? {a : α} {l : List α} : a ∈ l ↔ ∃ i : Nat, l[i]? = some a := by
  rw [mem_iff_getElem]
  constructor
  · rintro ⟨i, h, rfl⟩; exact ⟨i, getElem?_eq_getElem h⟩
  · rintro ⟨i, h⟩
    by_cases hi : i < l.length
    · rw [getElem?_eq_getElem hi] at h; exact ⟨i, hi, Option.some.inj h⟩
    · rw [getElem?_eq_none (Nat.not_lt.mp hi)] at h; cases h
theorem getElem_of_mem {a : α} {l : List α} (h : a ∈ l) : ∃ (i : Nat) (h : i < l.length), l[i] = a :=
  mem_iff_getElem.mp h
theorem getElem?_of_mem {a : α} {l : List α} (h : a ∈ l) : ∃ i : Nat, l[i]? = some a := mem_iff_getElem?.mp h
theorem mem_of_getElem? {l : List α} {i : Nat} {a : α} (h : l[i]? = some a) : a ∈ l :=
  mem_iff_getElem?.mpr ⟨i, h⟩
theorem getElem?_eq_some_iff {l : List α} {i : Nat} {a : α} :
    l[i]? = some a ↔ ∃ h : i < l.length, l[i] = a := by
  constructor
  · intro h
    by_cases hi : i < l.length
    · rw [getElem?_eq_getElem hi] at h; exact ⟨hi, Option.some.inj h⟩
    · rw [getElem?_eq_none (Nat.not_lt.mp hi)] at h; cases h
  · rintro ⟨h, rfl⟩; exact getElem?_eq_getElem h
theorem ext_getElem {l₁ l₂ : List α} (hl : length l₁ = length l₂)
    (h : ∀ (i : Nat) (h₁ : i < length l₁) (h₂ : i < length l₂), l₁[i] = l₂[i]) : l₁ = l₂ :=
      ext_getElem? fun i => by
  by_cases hi : i < l₁.length
  · rw [getElem?_eq_getElem hi, getElem?_eq_getElem (hl ▸ hi), h i hi (hl ▸ hi)]
  · rw [getElem?_eq_none (Nat.not_lt.mp hi), getElem?_eq_none (hl ▸ Nat.not_lt.mp hi)]
theorem getElem?_append {l₁ l₂ : List α} {i : Nat} :
    (l₁ ++ l₂)[i]? = if i < l₁.length then l₁[i]? else l₂[i - l₁.length]? := by
  split <;> rename_i h
  · exact getElem?_append_left h
  · exact getElem?_append_right (Nat.not_lt.mp h)
theorem getElem_append_left {as bs : List α} {i : Nat} (h : i < as.length) {h' : i < (as ++ bs).length} :
    (as ++ bs)[i] = as[i] := by
  have := getElem?_append_left (l₂ := bs) h
  rw [getElem?_eq_getElem h', getElem?_eq_getElem h] at this
  exact Option.some.inj this
theorem getElem_append_right {as bs : List α} {i : Nat} (h₁ : as.length ≤ i) {h₂ : i < (as ++ bs).length} :
    (as ++ bs)[i]'h₂ = bs[i - as.length]'(by rw [length_append] at h₂; omega) := by
  have := getElem?_append_right (l₂ := bs) h₁
  rw [getElem?_eq_getElem h₂, getElem?_eq_getElem (by rw [length_append] at h₂; omega)] at this
  exact Option.some.inj this
@[simp] theorem length_set : ∀ {l : List α} {i : Nat} {a : α}, (l.set i a).length = l.length
  | [], _, _ => rfl
  | _ :: _, 0, _ => rfl
  | _ :: l, i + 1, a => congrArg (· + 1) length_set
@[simp] theorem set_nil (i : Nat) (a : α) : [].set i a = [] := by cases i <;> rfl
@[simp] theorem set_cons_zero {x : α} {xs : List α} {a : α} : (x :: xs).set 0 a = a :: xs := rfl
@[simp] theorem set_cons_succ {x : α} {xs : List α} {i : Nat} {a : α} : (x :: xs).set (i + 1) a = x ::
    xs.set i a := rfl
@[simp]
theorem getElem_set_self : ∀ {l : List α} {i : Nat} {a : α} (h : i < (l.set i a).length), (l.set i a)[i] = a
  | [], _, _, h => by simp at h
  | _ :: _, 0, _, _ => rfl
  | _ :: l, i + 1, a, h => getElem_set_self (l := l) (by simp at h ⊢; exact h)
theorem getElem?_set_ne : ∀ {l : List α} {i j : Nat} {a : α}, i ≠ j → (l.set i a)[j]? = l[j]?
  | [], _, _, _, _ => by simp
  | _ :: _, 0, 0, _, h => absurd rfl h
  | _ :: _, 0, j + 1, _, _ => rfl
  | _ :: _, i + 1, 0, _, _ => rfl
  | _ :: l, i + 1, j + 1, a, h => getElem?_set_ne (l := l) fun e => h (congrArg (· + 1) e)
theorem getElem_set_ne {l : List α} {i j : Nat} (h : i ≠ j) {a : α} (hj : j < (l.set i a).length) :
    (l.set i a)[j] = l[j]'(by simp at hj; exact hj) := by
  have := getElem?_set_ne (l := l) (a := a) h
  rw [getElem?_eq_getElem hj, getElem?_eq_getElem (by simp at hj; exact hj)] at this
  exact Option.some.inj this
theorem getElem_set {l : List α} {i j : Nat} {a : α} (h : j < (l.set i a).length) :
    (l.set i a)[j] = if i = j then a else l[j]'(by simp at h; exact h) := by
  by_cases hij : i = j
  · subst hij; simp
  · rw [if_neg hij, getElem_set_ne hij h]
@[simp] theorem getElem_replicate {a : α} {n i : Nat} (h : i < (replicate n a).length) :
    (replicate n a)[i] = a :=
  eq_of_mem_replicate (getElem_mem h)
theorem getElem?_take_of_lt : ∀ {l : List α} {i j : Nat}, i < j → (l.take j)[i]? = l[i]?
  | [], _, _, _ => by simp
  | _ :: _, 0, _ + 1, _ => rfl
  | _ :: l, i + 1, j + 1, h => getElem?_take_of_lt (l := l) (Nat.lt_of_succ_lt_succ h)
@[simp] theorem getElem?_drop : ∀ {l : List α} {i j : Nat}, (l.drop i)[j]? = l[i + j]?
  | l, 0, j => by rw [drop_zero, Nat.zero_add]
  | [], i + 1, j => by simp
  | a :: l, i + 1, j => by rw [drop_succ_cons, getElem?_drop, Nat.add_right_comm]; rfl
@[simp] theorem getElem_take {l : List α} {i j : Nat} {h : i < (l.take j).length} :
    (l.take j)[i] = l[i]'(by rw [length_take] at h; omega) := by
  have hl : i < l.length := by rw [length_take] at h; omega
  have hj : i < j := by rw [length_take] at h; omega
  have := getElem?_take_of_lt (l := l) hj
  rw [getElem?_eq_getElem h, getElem?_eq_getElem hl] at this
  exact Option.some.inj this
@[simp] theorem getElem_drop {l : List α} {i j : Nat} {h : j < (l.drop i).length} :
    (l.drop i)[j] = l[i + j]'(by rw [length_drop] at h; omega) := by
  have := getElem?_drop (l := l) (i := i) (j := j)
  rw [getElem?_eq_getElem h, getElem?_eq_getElem (by rw [length_drop] at h; omega)] at this
  exact Option.some.inj this
theorem getElem?_reverse {l : List α} {i : Nat} (h : i < l.length) :
    l.reverse[i]? = l[l.length - 1 - i]? := by
  induction l with
  | nil => cases h
  | cons a l ih =>
    rw [reverse_cons]
    by_cases hi : i < l.length
    · rw [getElem?_append_left (by simpa using hi), ih hi, length_cons,
        show l.length + 1 - 1 - i = l.length - 1 - i + 1 by omega]
      rfl
    · have : i = l.length := by simp at h; omega
      subst this
      rw [getElem?_append_right (by simp), length_reverse, Nat.sub_self, length_cons, Nat.add_sub_cancel,
        Nat.sub_self]
      rfl
@[simp] theorem getElem_reverse {l : List α} {i : Nat} (h : i < l.reverse.length) :
    l.reverse[i] = l[l.length - 1 - i]'(by simp at h; omega) := by
  have hl : i < l.length := by simpa using h
  have := getElem?_reverse hl
  rw [getElem?_eq_getElem h, getElem?_eq_getElem (by omega)] at this
  exact Option.some.inj this
@[simp] theorem getElem_range {n i : Nat} (h : i < (range n).length) : (range n)[i] = i := by
  induction n with
  | zero => simp at h
  | succ n ih =>
    have h' : i < n + 1 := by simpa using h
    simp only [range_succ]
    by_cases hi : i < n
    · rw [getElem_append_left (by simpa using hi)]; exact ih (by simpa using hi)
    · have e : i = n := by omega
      rw [getElem_append_right (by simp; omega)]
      simp [e]

/-! ## First and last -/

theorem getLast_mem : ∀ {as : List α} (h : as ≠ []), getLast as h ∈ as
  | [a], _ => .head []
  | _ :: b :: as, _ => .tail _ (getLast_mem (as := b :: as) (cons_ne_nil b as))
theorem getLast_cons {a : α} {as : List α} (h : as ≠ []) :
    getLast (a :: as) (cons_ne_nil a as) = getLast as h := by
  cases as with
  | nil => exact absurd rfl h
  | cons b as => rfl
theorem getLast?_eq_getLast {l : List α} (h : l ≠ []) : getLast? l = some (getLast l h) := by
  cases l with
  | nil => exact absurd rfl h
  | cons a l => rfl
theorem getLast?_concat {l : List α} {a : α} : getLast? (l ++ [a]) = some a := by
  rw [getLast?_eq_getLast (by simp), getLast_append_singleton]
@[simp] theorem getLast?_append_singleton_aux (l : List α) (a : α) : (l ++ [a]).getLast? = some a :=
  getLast?_concat
@[simp] theorem dropLast_concat : dropLast (l₁ ++ [b]) = l₁ := by
  induction l₁ with
  | nil => rfl
  | cons a l ih => cases l with
    | nil => rfl
    | cons c l => show a :: dropLast (c :: l ++ [b]) = _; rw [ih]
@[simp] theorem length_dropLast : ∀ {xs : List α}, xs.dropLast.length = xs.length - 1
  | [] => rfl
  | [_] => rfl
  | _ :: b :: xs => by rw [dropLast_cons_cons, length_cons, length_dropLast]; simp
theorem head?_eq_some_head {l : List α} (h : l ≠ []) : head? l = some (head l h) := by
  cases l with
  | nil => exact absurd rfl h
  | cons a l => rfl
@[simp] theorem head?_append {l : List α} : (l ++ l').head? = l.head?.or l'.head? := by cases l <;> rfl
@[simp] theorem head_map {f : α → β} {l : List α} (h : map f l ≠ []) :
    (map f l).head h = f (l.head (by simpa using h)) := by
  cases l with
  | nil => exact absurd rfl h
  | cons a l => rfl
@[simp] theorem head?_map {f : α → β} {l : List α} : (map f l).head? = l.head?.map f := by cases l <;> rfl
@[simp] theorem head?_reverse {l : List α} : l.reverse.head? = l.getLast? := by
  rcases eq_nil_or_concat l with rfl | ⟨l', b, rfl⟩
  · rfl
  · rw [reverse_concat, getLast?_concat]; rfl
@[simp] theorem getLast?_reverse {l : List α} : l.reverse.getLast? = l.head? := by
  rw [← head?_reverse, reverse_reverse]

/-! ## Parts -/

theorem take_append {l₁ l₂ : List α} {i : Nat} :
    take i (l₁ ++ l₂) = take i l₁ ++ take (i - l₁.length) l₂ := by
  induction l₁ generalizing i with
  | nil => simp
  | cons a l ih => cases i with
    | zero => simp
    | succ i => simp [ih, Nat.add_sub_add_right]
theorem drop_append {l₁ l₂ : List α} {i : Nat} :
    drop i (l₁ ++ l₂) = drop i l₁ ++ drop (i - l₁.length) l₂ := by
  induction l₁ generalizing i with
  | nil => simp
  | cons a l ih => cases i with
    | zero => simp
    | succ i => simp [ih, Nat.add_sub_add_right]
@[simp] theorem take_take {i j : Nat} : ∀ {l : List α}, take i (take j l) = take (min i j) l := by
  intro l
  induction l generalizing i j with
  | nil => simp
  | cons a l ih =>
    cases i with
    | zero => show take 0 _ = take (if 0 ≤ j then 0 else j) _; simp
    | succ i => cases j with
      | zero => show take _ (take 0 _) = take (if i + 1 ≤ 0 then i + 1 else 0) _; simp
      | succ j =>
        rw [take_succ_cons, take_succ_cons, ih]
        show a :: take (if i ≤ j then i else j) l = take (if i + 1 ≤ j + 1 then i + 1 else j + 1) (a :: l)
        by_cases h : i ≤ j
        · rw [if_pos h, if_pos (Nat.succ_le_succ h)]; rfl
        · rw [if_neg h, if_neg fun h' => h (Nat.le_of_succ_le_succ h')]; rfl
@[simp] theorem drop_one : ∀ {l : List α}, drop 1 l = tail l
  | [] => rfl
  | _ :: _ => rfl
@[simp] theorem take_eq_nil_iff {l : List α} {i : Nat} : take i l = [] ↔ i = 0 ∨ l = [] := by
  cases l <;> cases i <;> simp
@[simp] theorem drop_eq_nil_iff {l : List α} {i : Nat} : drop i l = [] ↔ l.length ≤ i := by
  rw [← length_eq_zero_iff, length_drop]; omega
theorem drop_eq_getElem_cons : ∀ {i : Nat} {l : List α} (h : i < l.length), drop i l = l[i] :: drop (i + 1) l
  | 0, a :: l, _ => rfl
  | i + 1, a :: l, h => drop_eq_getElem_cons (l := l) (Nat.lt_of_succ_lt_succ h)
theorem takeWhile_cons {a : α} {l : List α} : (a :: l).takeWhile p = if p a then a ::
    l.takeWhile p else [] := by
  show (match p a with | true => _ | false => _) = _
  cases p a <;> rfl
theorem dropWhile_cons {a : α} {l : List α} :
    (a :: l).dropWhile p = if p a then l.dropWhile p else a :: l := by
  show (match p a with | true => _ | false => _) = _
  cases p a <;> rfl
theorem range_succ_eq_map {n : Nat} : range (n + 1) = 0 :: map Nat.succ (range n) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    have h : map Nat.succ (range (n + 1)) = map Nat.succ (range n) ++ [n + 1] := by
      rw [range_succ, map_append]; rfl
    rw [h, range_succ (n := n + 1), ih]; rfl
@[simp] theorem length_range' : ∀ {s n step : Nat}, (range' s n step).length = n
  | _, 0, _ => rfl
  | _, n + 1, _ => congrArg (· + 1) length_range'

/-! ## Subsets and sublists -/

@[simp] theorem cons_subset {l m : List α} : a :: l ⊆ m ↔ a ∈ m ∧ l ⊆ m := by
  constructor
  · exact fun h => ⟨h (.head l), fun _ hx => h (.tail a hx)⟩
  · rintro ⟨h₁, h₂⟩ x hx; exact (mem_cons.mp hx).elim (fun e => e ▸ h₁) (h₂ ·)
theorem subset_cons_of_subset (a : α) : l₁ ⊆ l₂ → l₁ ⊆ a :: l₂ := fun h _ hx => .tail a (h hx)
@[simp] theorem append_subset : l₁ ++ l₂ ⊆ l ↔ l₁ ⊆ l ∧ l₂ ⊆ l :=
  ⟨fun h => ⟨fun _ hx => h (mem_append_left _ hx), fun _ hx => h (mem_append_right _ hx)⟩,
   fun ⟨h₁, h₂⟩ _ hx => (mem_append.mp hx).elim (h₁ ·) (h₂ ·)⟩
theorem subset_append_of_subset_left (l₂ : List α) : l ⊆ l₁ → l ⊆ l₁ ++ l₂ :=
  fun h _ hx => mem_append_left _ (h hx)
theorem subset_append_of_subset_right (l₁ : List α) : l ⊆ l₂ → l ⊆ l₁ ++ l₂ :=
  fun h _ hx => mem_append_right _ (h hx)
@[simp] theorem subset_nil {l : List α} : l ⊆ [] ↔ l = [] :=
  ⟨fun h => eq_nil_iff_forall_not_mem.mpr fun _ hx => absurd (h hx) not_mem_nil, fun h => h ▸ nil_subset []⟩
theorem map_subset {l₁ l₂ : List α} (f : α → β) (h : l₁ ⊆ l₂) : map f l₁ ⊆ map f l₂ := fun _ hx =>
  let ⟨a, ha, e⟩ := mem_map.mp hx; mem_map.mpr ⟨a, h ha, e⟩
theorem filter_subset' (l : List α) : filter p l ⊆ l := fun _ hx => (mem_filter.mp hx).1
instance [DecidableEq α] (l₁ l₂ : List α) : Decidable (l₁ ⊆ l₂) :=
  decidable_of_iff (∀ a, a ∈ l₁ → a ∈ l₂) ⟨fun h a ha => h a ha, fun h a ha => h ha⟩
theorem Sublist.trans {l₁ l₂ l₃ : List α} (h₁ : l₁ <+ l₂) (h₂ : l₂ <+ l₃) : l₁ <+ l₃ := by
  induction h₂ generalizing l₁ with
  | slnil => exact h₁
  | cons a _ ih => exact .cons a (ih h₁)
  | cons₂ a _ ih => cases h₁ with
    | cons _ h₁ => exact .cons a (ih h₁)
    | cons₂ _ h₁ => exact .cons₂ a (ih h₁)
@[simp] theorem sublist_cons_self (a : α) (l : List α) : l <+ a :: l := .cons a (.refl l)
theorem Sublist.mem {a : α} (hx : a ∈ l₁) (hl : l₁ <+ l₂) : a ∈ l₂ := hl.subset hx
@[simp] theorem sublist_nil {l : List α} : l <+ [] ↔ l = [] := ⟨fun h => by cases h; rfl, fun h => h ▸ .slnil⟩
@[simp] theorem cons_sublist_cons {a : α} : a :: l₁ <+ a :: l₂ ↔ l₁ <+ l₂ :=
  ⟨fun h => by cases h with | cons _ h => exact (sublist_cons_self a l₁).trans h | cons₂ _ h => exact h,
    .cons₂ a⟩
@[simp] theorem sublist_append_left (l₁ l₂ : List α) : l₁ <+ l₁ ++ l₂ := by
  induction l₁ with
  | nil => exact nil_sublist _
  | cons a l ih => exact .cons₂ a ih
@[simp] theorem sublist_append_right (l₁ l₂ : List α) : l₂ <+ l₁ ++ l₂ := by
  induction l₁ with
  | nil => exact .refl _
  | cons a l ih => exact .cons a ih
theorem Sublist.map (f : α → β) {l₁ l₂ : List α} (h : l₁ <+ l₂) : map f l₁ <+ map f l₂ := by
  induction h with
  | slnil => exact .slnil
  | cons a _ ih => exact .cons _ ih
  | cons₂ a _ ih => exact .cons₂ _ ih
theorem take_sublist (i : Nat) (l : List α) : take i l <+ l := by
  have := sublist_append_left (take i l) (drop i l); rwa [take_append_drop] at this
theorem drop_sublist (i : Nat) (l : List α) : drop i l <+ l := by
  have := sublist_append_right (take i l) (drop i l); rwa [take_append_drop] at this

/-! ## Pairwise, Nodup, Perm -/

theorem pairwise_append {R : α → α → Prop} {l₁ l₂ : List α} :
    (l₁ ++ l₂).Pairwise R ↔ l₁.Pairwise R ∧ l₂.Pairwise R ∧ ∀ a, a ∈ l₁ → ∀ b, b ∈ l₂ → R a b := by
  induction l₁ with
  | nil => simp [Pairwise.nil]
  | cons a l ih =>
    rw [cons_append, pairwise_cons, pairwise_cons, ih, forall_mem_append]
    constructor
    · rintro ⟨⟨h₁, h₂⟩, h₃, h₄, h₅⟩
      exact ⟨⟨h₁, h₃⟩, h₄, fun x hx => (mem_cons.mp hx).elim (fun e => e ▸ h₂) (h₅ x)⟩
    · rintro ⟨⟨h₁, h₃⟩, h₄, h⟩
      exact ⟨⟨h₁, h a (.head l)⟩, h₃, h₄, fun x hx => h x (.tail a hx)⟩
theorem Pairwise.imp {R S : α → α → Prop} (H : ∀ {a b}, R a b → S a b) {l : List α} (h : l.Pairwise R) :
    l.Pairwise S := by
  induction h with
  | nil => exact .nil
  | cons h _ ih => exact .cons (fun x hx => H (h x hx)) ih
theorem Pairwise.sublist {R : α → α → Prop} (h : l₁ <+ l₂) (h₂ : l₂.Pairwise R) : l₁.Pairwise R := by
  induction h with
  | slnil => exact .nil
  | cons _ _ ih => cases h₂ with | cons _ h => exact ih h
  | cons₂ _ hs ih => cases h₂ with | cons h₁ h => exact .cons (fun x hx => h₁ x (hs.subset hx)) (ih h)
theorem Pairwise.filter {R : α → α → Prop} (p : α → Bool) (h : l.Pairwise R) : (l.filter p).Pairwise R :=
  h.sublist filter_sublist
theorem Nodup.sublist (h : l₁ <+ l₂) : Nodup l₂ → Nodup l₁ := Pairwise.sublist h
theorem Nodup.filter (p : α → Bool) {l : List α} : Nodup l → Nodup (l.filter p) := Pairwise.filter p
theorem Perm.of_eq (h : l₁ = l₂) : Perm l₁ l₂ := h ▸ .refl l₁
theorem Perm.subset {l₁ l₂ : List α} (p : Perm l₁ l₂) : l₁ ⊆ l₂ := fun _ => p.mem_iff.mp
theorem Perm.append_right {l₁ l₂ : List α} (t₁ : List α) (p : Perm l₁ l₂) : Perm (l₁ ++ t₁) (l₂ ++ t₁) := by
  induction p with
  | nil => exact .refl _
  | cons a _ ih => exact .cons a ih
  | swap a b l => exact .swap a b _
  | trans _ _ ih₁ ih₂ => exact .trans ih₁ ih₂
theorem Perm.append_left {t₁ t₂ : List α} : ∀ l : List α, Perm t₁ t₂ → Perm (l ++ t₁) (l ++ t₂)
  | [], p => p
  | a :: l, p => .cons a (p.append_left l)
theorem Perm.append {l₁ l₂ t₁ t₂ : List α} (p₁ : Perm l₁ l₂) (p₂ : Perm t₁ t₂) : Perm (l₁ ++ t₁) (l₂ ++ t₂) :=
  (p₁.append_right t₁).trans (p₂.append_left l₂)
theorem perm_middle {a : α} : ∀ {l₁ l₂ : List α}, Perm (l₁ ++ a :: l₂) (a :: (l₁ ++ l₂))
  | [], _ => .refl _
  | b :: l₁, l₂ => (Perm.cons b perm_middle).trans (.swap a b (l₁ ++ l₂))
theorem perm_append_comm : ∀ {l₁ l₂ : List α}, Perm (l₁ ++ l₂) (l₂ ++ l₁)
  | [], l₂ => .of_eq (append_nil l₂).symm
  | a :: l₁, l₂ => (Perm.cons a perm_append_comm).trans perm_middle.symm
theorem perm_append_singleton (a : α) (l : List α) : Perm (l ++ [a]) (a :: l) := perm_append_comm
@[simp] theorem reverse_perm : ∀ l : List α, Perm l.reverse l
  | [] => .nil
  | a :: l => by rw [reverse_cons]; exact (perm_append_singleton a l.reverse).trans ((reverse_perm l).cons a)
theorem Perm.map (f : α → β) {l₁ l₂ : List α} (p : Perm l₁ l₂) : Perm (map f l₁) (map f l₂) := by
  induction p with
  | nil => exact .nil
  | cons a _ ih => exact .cons _ ih
  | swap a b l => exact .swap _ _ _
  | trans _ _ ih₁ ih₂ => exact .trans ih₁ ih₂
theorem Perm.filter (p : α → Bool) {l₁ l₂ : List α} (h : Perm l₁ l₂) : Perm (l₁.filter p) (l₂.filter p) := by
  induction h with
  | nil => exact .nil
  | cons a _ ih =>
    rw [filter_cons, filter_cons]
    split
    · exact .cons a ih
    · exact ih
  | swap a b l =>
    simp only [filter_cons]
    split <;> split <;> first | exact .swap a b _ | exact .refl _
  | trans _ _ ih₁ ih₂ => exact .trans ih₁ ih₂
theorem Perm.sum_nat {l₁ l₂ : List Nat} (h : Perm l₁ l₂) : l₁.sum = l₂.sum := by
  induction h with
  | nil => rfl
  | cons a _ ih => simp [ih]
  | swap a b l => simp; omega
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂
theorem Perm.count_eq [BEq α] {l₁ l₂ : List α} (p : Perm l₁ l₂) (a : α) : count a l₁ = count a l₂ := by
  induction p with
  | nil => rfl
  | cons b _ ih => rw [count_cons, count_cons, ih]
  | swap b c l => rw [count_cons, count_cons, count_cons, count_cons]; omega
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂
@[simp] theorem nil_perm {l₁ : List α} : Perm [] l₁ ↔ l₁ = [] :=
  ⟨fun h => eq_nil_of_length_eq_zero h.length_eq.symm, fun h => h ▸ .nil⟩
@[simp] theorem perm_nil {l₁ : List α} : Perm l₁ [] ↔ l₁ = [] :=
  ⟨fun h => eq_nil_of_length_eq_zero h.length_eq, fun h => h ▸ .nil⟩
theorem perm_cons_erase [BEq α] [LawfulBEq α] {a : α} {l : List α} (h : a ∈ l) : Perm l (a :: l.erase a) := by
  induction l with
  | nil => exact absurd h not_mem_nil
  | cons b l ih =>
    show Perm (b :: l) (a :: match b == a with | true => l | false => b :: l.erase a)
    by_cases hb : b = a
    · subst hb; simp
    · have hb' : (b == a) = false := by simp [hb]
      rw [hb']
      have h' : a ∈ l := (mem_cons.mp h).elim (fun e => absurd e.symm hb) id
      exact (Perm.cons b (ih h')).trans (.swap a b _)
end List
