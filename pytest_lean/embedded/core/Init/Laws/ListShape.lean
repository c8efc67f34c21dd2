module
prelude
public import Init.Laws.NatOrder
public import Init.Data.List.Attach
public import Init.Data.List.Positions
/-!
Lists: laws about positions, ends and pieces (`[i]`, `head`, `getLast`, `take`, `drop`, `set`, `zip`, `range`)
beyond those of the data modules.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w} {l l₁ l₂ xs ys : List α} {a b : α} {i j n m : Nat}

/-! ## Lengths and ends -/

theorem length_pos {l : List α} : 0 < length l ↔ l ≠ [] := length_pos_iff
theorem exists_mem_of_length_pos : ∀ {l : List α}, 0 < length l → ∃ a, a ∈ l
  | a :: _, _ => ⟨a, mem_cons_self⟩
theorem length_pos_iff_exists_mem : 0 < length l ↔ ∃ a, a ∈ l :=
  ⟨exists_mem_of_length_pos, fun ⟨_, h⟩ => length_pos_of_mem h⟩
theorem exists_cons_of_length_pos : ∀ {l : List α}, 0 < l.length → ∃ h t, l = h :: t
  | h :: t, _ => ⟨h, t, rfl⟩
theorem length_eq_two {l : List α} : l.length = 2 ↔ ∃ a b, l = [a, b] :=
  ⟨fun h => match l, h with | [a, b], _ => ⟨a, b, rfl⟩, fun ⟨_, _, h⟩ => h ▸ rfl⟩
theorem length_eq_three {l : List α} : l.length = 3 ↔ ∃ a b c, l = [a, b, c] :=
  ⟨fun h => match l, h with | [a, b, c], _ => ⟨a, b, c, rfl⟩, fun ⟨_, _, _, h⟩ => h ▸ rfl⟩
theorem length_concat' {as : List α} {a : α} : (as.concat a).length = as.length + 1 := by simp
theorem length_take_le (n) (l : List α) : length (take n l) ≤ n := by rw [length_take]; omega
theorem length_take_le' (n) (l : List α) : length (take n l) ≤ l.length := by rw [length_take]; omega
theorem length_take_of_le (h : n ≤ length l) : length (take n l) = n := by rw [length_take]; omega
@[simp] theorem length_zipIdx : ∀ {l : List α} {n : Nat}, (zipIdx l n).length = l.length
  | [], _ => rfl
  | _ :: l, n => congrArg (· + 1) (length_zipIdx (l := l) (n := n + 1))
@[simp] theorem length_iota : ∀ n : Nat, length (iota n) = n
  | 0 => rfl
  | n + 1 => congrArg (· + 1) (length_iota n)
@[simp] theorem head?_eq_none_iff : l.head? = none ↔ l = [] := by cases l <;> simp
theorem head?_eq_some_iff : l.head? = some a ↔ ∃ ys, l = a :: ys := by cases l <;> simp
theorem head_eq_iff_head?_eq_some (h : l ≠ []) : l.head h = a ↔ l.head? = some a := by
  cases l <;> simp at h ⊢
theorem head?_eq_getElem? : ∀ {l : List α}, head? l = l[0]? := by intro l; cases l <;> rfl
theorem head_append_of_ne_nil : ∀ {l l' : List α} {w₁} (w₂ : l ≠ []), head (l ++ l') w₁ = head l w₂
  | _ :: _, _, _, _ => rfl
@[simp] theorem head?_isSome : l.head?.isSome ↔ l ≠ [] := by cases l <;> simp
theorem mem_of_mem_tail (h : a ∈ tail l) : a ∈ l := by
  cases l with
  | nil => exact h
  | cons b l => exact mem_cons_of_mem b h
theorem mem_of_mem_dropLast : ∀ {l : List α}, a ∈ dropLast l → a ∈ l
  | [], h => h
  | [_], h => absurd h not_mem_nil
  | b :: c :: l, h => by
    rw [dropLast_cons_cons, mem_cons] at h
    exact h.elim (fun e => e ▸ mem_cons_self) fun h => mem_cons_of_mem b (mem_of_mem_dropLast h)
@[simp] theorem getLast?_eq_none_iff : l.getLast? = none ↔ l = [] := by
  cases l <;> simp [getLast?]
theorem getLast_eq_getElem : ∀ {l : List α} (h : l ≠ []),
    getLast l h = l[l.length - 1]'(by have := length_pos_iff.mpr h; omega)
  | [_], _ => rfl
  | _ :: b :: l, _ => by rw [getLast_cons_cons, getLast_eq_getElem (l := b :: l) nofun]; rfl
theorem getLast?_cons : (a :: l).getLast? = some (l.getLast?.getD a) := by
  cases l <;> rfl
theorem dropLast_append_getLast? : ∀ {l : List α}, ∀ a ∈ l.getLast?, dropLast l ++ [a] = l := by
  intro l a h
  cases l with
  | nil => simp at h
  | cons b l =>
    cases (show some ((b :: l).getLast (cons_ne_nil b l)) = some a from h)
    exact dropLast_append_getLast _
@[simp] theorem dropLast_cons₂ : dropLast (a :: b :: l) = a :: dropLast (b :: l) := rfl
theorem dropLast_cons_of_ne_nil {h : α} {l : List α} (hl : l ≠ []) : (h :: l).dropLast = h :: l.dropLast := by
  cases l with
  | nil => exact absurd rfl hl
  | cons _ _ => rfl
theorem dropLast_eq_take : ∀ {l : List α}, l.dropLast = l.take (l.length - 1)
  | [] => rfl
  | [_] => rfl
  | a :: b :: l => by rw [dropLast_cons₂, dropLast_eq_take (l := b :: l)]; rfl
theorem tail_eq_drop_one : l.tail = l.drop 1 := by cases l <;> rfl
theorem mem_singleton_self (a : α) : a ∈ [a] := mem_cons_self
theorem nil_ne_cons : [] ≠ a :: l := nofun
@[simp] theorem ne_cons_self : l ≠ a :: l := fun h => by have := congrArg length h; simp at this
theorem ne_of_not_mem_cons (h : a ∉ b :: l) : a ≠ b := fun e => h (e ▸ mem_cons_self)
theorem not_mem_of_not_mem_cons (h : a ∉ b :: l) : a ∉ l := fun e => h (mem_cons_of_mem b e)
theorem not_mem_cons_of_ne_of_not_mem (h₁ : a ≠ b) (h₂ : a ∉ l) : a ∉ b :: l := by simp [h₁, h₂]
theorem ne_and_not_mem_of_not_mem_cons (h : a ∉ b :: l) : a ≠ b ∧ a ∉ l :=
  ⟨ne_of_not_mem_cons h, not_mem_of_not_mem_cons h⟩
@[simp] theorem isEmpty_eq_false_iff : l.isEmpty = false ↔ l ≠ [] := by cases l <;> simp
theorem isEmpty_iff_length_eq_zero : l.isEmpty ↔ l.length = 0 := by rw [isEmpty_iff, length_eq_zero_iff]
theorem isEmpty_eq_false_iff_exists_mem : l.isEmpty = false ↔ ∃ x, x ∈ l := by
  rw [isEmpty_eq_false_iff, ← length_pos_iff, length_pos_iff_exists_mem]

/-! ## Elements by position -/

theorem getElem_cons {l : List α} (w : i < (a :: l).length) :
    (a :: l)[i] = if h : i = 0 then a
      else l[i - 1]'(match i, h with | _ + 1, _ => Nat.succ_lt_succ_iff.mp w) := by
  cases i <;> rfl
theorem getElem?_cons : (a :: l)[i]? = if i = 0 then some a else l[i - 1]? := by
  cases i <;> simp
theorem getElem_zero {l : List α} (h : 0 < l.length) : l[0] = l.head (length_pos_iff.mp h) :=
  match l, h with
  | _ :: _, _ => rfl
theorem getElem_of_eq {l l' : List α} (h : l = l') {i : Nat} (w : i < l.length) : l[i] = l'[i]'(h ▸ w) := by
  subst h; rfl
theorem getElem_eq_iff {l : List α} {i : Nat} (h : i < l.length) : l[i] = a ↔ l[i]? = some a := by
  rw [getElem?_eq_getElem h]; simp
theorem mem_of_getElem {l : List α} {i : Nat} {h} {a : α} (e : l[i] = a) : a ∈ l := e ▸ getElem_mem h
theorem mem_iff_get {a} {l : List α} : a ∈ l ↔ ∃ n, l.get n = a :=
  ⟨fun h => match getElem_of_mem h with | ⟨i, hi, e⟩ => ⟨⟨i, hi⟩, e⟩, fun ⟨⟨_, hi⟩, e⟩ => e ▸ getElem_mem hi⟩
@[simp] theorem get_eq_getElem {l : List α} {i : Fin l.length} : l.get i = l[i.1]'i.2 := rfl
theorem get_mem (l : List α) (n : Fin l.length) : l.get n ∈ l := getElem_mem n.isLt
theorem get_cons_zero : get (a :: l) ⟨0, Nat.zero_lt_succ _⟩ = a := rfl
theorem forall_getElem {l : List α} {p : α → Prop} : (∀ (i : Nat) h, p (l[i]'h)) ↔ ∀ a, a ∈ l → p a :=
  ⟨fun h a ha => match getElem_of_mem ha with | ⟨i, hi, e⟩ => e ▸ h i hi, fun h i hi => h _ (getElem_mem hi)⟩
theorem getElem_append {l₁ l₂ : List α} {i : Nat} (h : i < (l₁ ++ l₂).length) :
    (l₁ ++ l₂)[i] = if h' :
        i < l₁.length then l₁[i] else l₂[i - l₁.length]'(by rw [length_append] at h; omega) := by
  split
  · exact getElem_append_left _
  · exact getElem_append_right (by omega)
theorem getElem_concat_length {l : List α} {a : α} {i : Nat} (h : i = l.length) (w) :
    (l ++ [a])[i]'w = a := by
  subst h; rw [getElem_append_right (Nat.le_refl _)]; simp
theorem getElem_tail {l : List α} {i : Nat} (h : i < l.tail.length) :
    (tail l)[i] = l[i + 1]'(by rw [length_tail] at h; omega) := by
  cases l with
  | nil => simp at h
  | cons a l => rfl
theorem getElem_dropLast : ∀ {xs : List α} {i : Nat} (h : i < xs.dropLast.length),
    xs.dropLast[i] = xs[i]'(by rw [length_dropLast] at h; omega)
  | _ :: _ :: _, 0, _ => rfl
  | _ :: b :: xs, i + 1, h => getElem_dropLast (xs := b :: xs) (Nat.lt_of_succ_lt_succ h)
theorem getElem?_take {l : List α} : (l.take i)[j]? = if j < i then l[j]? else none := by
  split
  · exact getElem?_take_of_lt ‹_›
  · apply getElem?_eq_none; rw [length_take]; omega
theorem getElem?_set_self (h : i < l.length) : (l.set i a)[i]? = some a := by
  rw [getElem?_eq_getElem (by simpa using h), getElem_set_self]
theorem getElem?_set : (l.set i a)[j]? = if i = j then if i < l.length then some a else none else l[j]? := by
  by_cases h : i = j
  · subst h
    by_cases hi : i < l.length
    · simp [hi, getElem?_set_self hi]
    · simp only [hi, if_true, if_false]
      apply getElem?_eq_none; rw [length_set]; omega
  · rw [if_neg h, getElem?_set_ne h]
theorem getElem?_range {i n : Nat} (h : i < n) : (range n)[i]? = some i := by
  rw [getElem?_eq_getElem (by simpa using h), getElem_range]
theorem ext_get {l₁ l₂ : List α} (hl : length l₁ = length l₂)
    (h : ∀ n h₁ h₂, get l₁ ⟨n, h₁⟩ = get l₂ ⟨n, h₂⟩) : l₁ = l₂ := ext_getElem hl h
@[ext] theorem ext_getElem?' : ∀ {l₁ l₂ : List α}, (∀ i : Nat, l₁[i]? = l₂[i]?) → l₁ = l₂ := ext_getElem?
theorem getD_append (l l' : List α) (d : α) (n : Nat) (h : n < l.length) :
    (l ++ l').getD n d = l.getD n d := by
  rw [getD_eq_getElem?_getD, getD_eq_getElem?_getD, getElem?_append_left h]

/-! ## `take`, `drop` -/

theorem take_succ_nil : ([] : List α).take (i + 1) = [] := rfl
theorem drop_eq_nil_of_le (h : l.length ≤ i) : l.drop i = [] := drop_eq_nil_iff.mpr h
theorem take_all_of_le (h : l.length ≤ i) : take i l = l := take_of_length_le h
theorem take_drop : ∀ {i j : Nat} {l : List α}, take i (drop j l) = drop j (take (j + i) l)
  | _, 0, _ => by simp
  | _, _ + 1, [] => by simp
  | i, j + 1, a :: l => by
    rw [drop_succ_cons, Nat.add_right_comm, take_succ_cons, drop_succ_cons, take_drop]
theorem drop_take : ∀ {i j : Nat} {l : List α}, drop i (take j l) = take (j - i) (drop i l)
  | 0, _, _ => by simp
  | _ + 1, 0, _ => by simp
  | _ + 1, _ + 1, [] => by simp
  | i + 1, j + 1, a :: l => by
    rw [take_succ_cons, drop_succ_cons, drop_succ_cons, drop_take, Nat.succ_sub_succ]
@[simp] theorem map_take {f : α → β} : ∀ {l : List α} {i : Nat}, (l.take i).map f = (l.map f).take i
  | [], _ => by simp
  | _, 0 => by simp
  | a :: l, i + 1 => by rw [take_succ_cons, map_cons, map_cons, take_succ_cons, map_take]
@[simp] theorem map_drop {f : α → β} : ∀ {l : List α} {i : Nat}, (l.drop i).map f = (l.map f).drop i
  | [], _ => by simp
  | _, 0 => by simp
  | a :: l, i + 1 => by rw [drop_succ_cons, map_cons, drop_succ_cons, map_drop]
theorem drop_append_of_le_length {l₁ l₂ : List α} (h : i ≤ l₁.length) :
    (l₁ ++ l₂).drop i = l₁.drop i ++ l₂ := by
  rw [drop_append, Nat.sub_eq_zero_of_le h, drop_zero]
theorem cons_getElem_drop_succ {l : List α} {i : Nat} {h : i < l.length} :
    l[i] :: l.drop (i + 1) = l.drop i :=
  (drop_eq_getElem_cons h).symm
theorem take_concat_getElem : ∀ {l : List α} {i : Nat} (h : i < l.length), take i l ++ [l[i]] = take (i + 1) l
  | _ :: _, 0, _ => rfl
  | a :: l, i + 1, h => by
    rw [take_succ_cons, take_succ_cons, cons_append, ← take_concat_getElem (Nat.lt_of_succ_lt_succ h)]; rfl
theorem take_succ_eq_append_getElem (h : i < l.length) : l.take (i + 1) = l.take i ++ [l[i]] :=
  (take_concat_getElem h).symm
theorem take_succ {l : List α} {i : Nat} : l.take (i + 1) = l.take i ++ l[i]?.toList := by
  by_cases h : i < l.length
  · rw [take_succ_eq_append_getElem h, getElem?_eq_getElem h]; rfl
  · rw [getElem?_eq_none (by omega), take_of_length_le (by omega), take_of_length_le (by omega)]
    exact (append_nil l).symm
theorem take_add {l : List α} {i j : Nat} : l.take (i + j) = l.take i ++ (l.drop i).take j := by
  induction l generalizing i with
  | nil => simp
  | cons a l ih =>
    cases i with
    | zero => simp
    | succ i => rw [Nat.add_right_comm, take_succ_cons, take_succ_cons, drop_succ_cons, ih]; rfl
theorem take_one : ∀ {l : List α}, l.take 1 = l.head?.toList
  | [] => rfl
  | _ :: _ => rfl
@[simp] theorem take_replicate : ∀ {i n : Nat}, take i (replicate n a) = replicate (min i n) a
  | 0, _ => by simp
  | _ + 1, 0 => by simp
  | i + 1, n + 1 => by rw [replicate_succ, take_succ_cons, take_replicate, Nat.min_succ_succ]; rfl
@[simp] theorem drop_replicate : ∀ {i n : Nat}, drop i (replicate n a) = replicate (n - i) a
  | 0, _ => by simp
  | _ + 1, 0 => by simp
  | i + 1, n + 1 => by rw [replicate_succ, drop_succ_cons, drop_replicate, Nat.succ_sub_succ]
theorem take_reverse {i : Nat} : l.reverse.take i = (l.drop (l.length - i)).reverse := by
  conv => lhs; rw [← take_append_drop (l.length - i) l]
  rw [reverse_append, take_append, length_reverse, length_drop, take_of_length_le (by simp; omega)]
  by_cases h : i ≤ l.length
  · rw [show i - (l.length - (l.length - i)) = 0 by omega]; simp
  · rw [show l.length - i = 0 by omega]; simp
theorem drop_reverse {i : Nat} : l.reverse.drop i = (l.take (l.length - i)).reverse := by
  have h := take_reverse (l := l.reverse) (i := l.length - i)
  rw [reverse_reverse, length_reverse] at h
  rw [h, reverse_reverse]
  by_cases hi : i ≤ l.length
  · rw [show l.length - (l.length - i) = i by omega]
  · rw [show l.length - (l.length - i) = l.length by omega, drop_eq_nil_of_le (by simp; omega),
      drop_eq_nil_of_le (by simp)]
theorem mem_take_iff_getElem {l : List α} {a : α} : a ∈ l.take n ↔ ∃ (i : Nat) (hm :
    i < min n l.length), l[i] = a := by
  rw [mem_iff_getElem]
  constructor
  · rintro ⟨i, hi, e⟩
    rw [length_take] at hi
    exact ⟨i, hi, by rw [← e, getElem_take]⟩
  · rintro ⟨i, hi, e⟩
    exact ⟨i, by rw [length_take]; exact hi, by rw [getElem_take, e]⟩
theorem set_eq_of_length_le : ∀ {l : List α} {i : Nat}, l.length ≤ i → l.set i a = l
  | [], _, _ => rfl
  | _ :: _, _ + 1, h => congrArg (_ :: ·) (set_eq_of_length_le (Nat.le_of_succ_le_succ h))
@[simp] theorem set_set : ∀ {l : List α} {i : Nat}, (l.set i a).set i b = l.set i b
  | [], _ => rfl
  | _ :: _, 0 => rfl
  | _ :: _, _ + 1 => congrArg (_ :: ·) set_set
theorem set_comm (a b : α) : ∀ {i j : Nat} {l : List α}, i ≠ j → (l.set i a).set j b = (l.set j b).set i a
  | _, _, [], _ => rfl
  | 0, 0, _ :: _, h => absurd rfl h
  | 0, _ + 1, _ :: _, _ => rfl
  | _ + 1, 0, _ :: _, _ => rfl
  | _ + 1, _ + 1, _ :: _, h => congrArg (_ :: ·) (set_comm a b fun e => h (congrArg (· + 1) e))
@[simp] theorem set_getElem_self : ∀ {l : List α} {i : Nat} (h : i < l.length), l.set i l[i] = l
  | _ :: _, 0, _ => rfl
  | _ :: _, _ + 1, h => congrArg (_ :: ·) (set_getElem_self (Nat.lt_of_succ_lt_succ h))
theorem mem_or_eq_of_mem_set : ∀ {l : List α} {i : Nat} {a b : α}, a ∈ l.set i b → a ∈ l ∨ a = b
  | _ :: _, 0, _, _, h => (mem_cons.mp h).elim .inr fun h => .inl (mem_cons_of_mem _ h)
  | _ :: _, _ + 1, _, _, h => (mem_cons.mp h).elim (fun e => .inl (e ▸ mem_cons_self)) fun h =>
    (mem_or_eq_of_mem_set h).imp_left (mem_cons_of_mem _)
theorem map_set {f : α → β} : ∀ {l : List α} {i : Nat}, (l.set i a).map f = (l.map f).set i (f a)
  | [], _ => rfl
  | _ :: _, 0 => rfl
  | _ :: _, _ + 1 => congrArg (_ :: ·) map_set
@[simp] theorem map_tail {f : α → β} {l : List α} : l.tail.map f = (l.map f).tail := by cases l <;> rfl
@[simp] theorem eraseIdx_zero {l : List α} : l.eraseIdx 0 = l.tail := by cases l <;> rfl
@[simp] theorem eraseIdx_cons_succ : (a :: l).eraseIdx (i + 1) = a :: l.eraseIdx i := rfl
@[simp] theorem eraseIdx_cons_zero : (a :: l).eraseIdx 0 = l := rfl
theorem eraseIdx_eq_take_drop_succ : ∀ (l : List α) (i : Nat), l.eraseIdx i = l.take i ++ l.drop (i + 1)
  | [], i => by simp [eraseIdx]
  | _ :: _, 0 => rfl
  | a :: l, i + 1 => by rw [eraseIdx_cons_succ, eraseIdx_eq_take_drop_succ]; rfl
theorem length_eraseIdx (l : List α) (i : Nat) :
    (l.eraseIdx i).length = if i < l.length then l.length - 1 else l.length := by
  rw [eraseIdx_eq_take_drop_succ, length_append, length_take, length_drop]; split <;> omega
theorem length_eraseIdx_of_lt (h : i < l.length) : (l.eraseIdx i).length = l.length - 1 := by
  rw [length_eraseIdx, if_pos h]

/-! ## `zip`, `zipWith`, `range` -/

@[simp] theorem getElem_zipWith {f : α → β → γ} : ∀ {l : List α} {l' : List β} {i : Nat}
    {h : i < (zipWith f l l').length}, (zipWith f l l')[i] =
      f (l[i]'(by rw [length_zipWith] at h; omega)) (l'[i]'(by rw [length_zipWith] at h; omega))
  | _ :: _, _ :: _, 0, _ => rfl
  | _ :: l, _ :: l', i + 1, h => getElem_zipWith (l := l) (l' := l') (h := Nat.lt_of_succ_lt_succ h)
@[simp] theorem getElem_zip {l : List α} {l' : List β} {i : Nat} {h : i < (zip l l').length} :
    (zip l l')[i] = (l[i]'(by rw [length_zip] at h; omega), l'[i]'(by rw [length_zip] at h; omega)) :=
  getElem_zipWith (h := h)
theorem zip_eq_zipWith : ∀ {l₁ : List α} {l₂ : List β}, zip l₁ l₂ = zipWith Prod.mk l₁ l₂ := rfl
theorem zipWith_comm (f : α → β → γ) : ∀ (la : List α) (lb : List β), zipWith f la lb = zipWith (fun b a =>
  f a b) lb la
  | [], _ => by simp
  | _ :: _, [] => rfl
  | _ :: as, _ :: bs => congrArg _ (zipWith_comm f as bs)
theorem zipWith_comm_of_comm {f : α → α → β} (comm : ∀ x y : α, f x y = f y x) {l l' : List α} :
    zipWith f l l' = zipWith f l' l := by
  rw [zipWith_comm]; simp only [comm]
theorem zip_append : ∀ {l₁ r₁ : List α} {l₂ r₂ : List β}, length l₁ = length l₂ →
    zip (l₁ ++ r₁) (l₂ ++ r₂) = zip l₁ l₂ ++ zip r₁ r₂
  | [], _, [], _, _ => rfl
  | _ :: _, _, _ :: _, _, h => congrArg _ (zip_append (Nat.succ.inj h))
@[simp] theorem map_fst_zip : ∀ {l₁ : List α} {l₂ :
    List β}, l₁.length ≤ l₂.length → map Prod.fst (zip l₁ l₂) = l₁
  | [], _, _ => by simp
  | _ :: _, _ :: _, h => congrArg (_ :: ·) (map_fst_zip (Nat.le_of_succ_le_succ h))
@[simp] theorem map_snd_zip : ∀ {l₁ : List α} {l₂ :
    List β}, l₂.length ≤ l₁.length → map Prod.snd (zip l₁ l₂) = l₂
  | [], [], _ => rfl
  | _ :: _, [], _ => rfl
  | _ :: _, _ :: _, h => congrArg (_ :: ·) (map_snd_zip (Nat.le_of_succ_le_succ h))
theorem zip_map {f : α → γ} {g : β → δ} : ∀ {l₁ : List α} {l₂ : List β},
    zip (l₁.map f) (l₂.map g) = (zip l₁ l₂).map (Prod.map f g)
  | [], _ => by simp
  | _ :: _, [] => rfl
  | _ :: _, _ :: _ => congrArg _ zip_map
theorem mem_of_mem_zip : ∀ {l₁ : List α} {l₂ : List β} {a : α} {b : β}, (a, b) ∈ zip l₁ l₂ → a ∈ l₁ ∧ b ∈ l₂
  | _ :: _, _ :: _, _, _, h => by
    rw [zip_cons_cons, mem_cons, Prod.mk.injEq] at h
    exact h.elim (fun ⟨ha, hb⟩ => ⟨ha ▸ mem_cons_self, hb ▸ mem_cons_self⟩) fun h =>
      ⟨mem_cons_of_mem _ (mem_of_mem_zip h).1, mem_cons_of_mem _ (mem_of_mem_zip h).2⟩
@[simp] theorem zip_unzip : ∀ l : List (α × β), zip (unzip l).1 (unzip l).2 = l
  | [] => rfl
  | (a, b) :: l => by rw [unzip_cons]; exact congrArg ((a, b) :: ·) (zip_unzip l)
theorem range'_succ (s n step) : range' s (n + 1) step = s :: range' (s + step) n step := rfl
@[simp] theorem range'_zero : range' s 0 step = [] := rfl
@[simp] theorem range'_one {s step : Nat} : range' s 1 step = [s] := rfl
theorem range'_append : ∀ {s m n step :
    Nat}, range' s m step ++ range' (s + step * m) n step = range' s (m + n) step
  | _, 0, _, _ => by simp
  | s, m + 1, n, step => by
    rw [range'_succ, Nat.add_right_comm m 1 n, range'_succ, cons_append, Nat.mul_succ,
        Nat.add_comm (step * m),
      ← Nat.add_assoc, range'_append]
theorem range'_concat {s n : Nat} : range' s (n + 1) step = range' s n step ++ [s + step * n] :=
  range'_append.symm
theorem range_loop_range' : ∀ s n : Nat, range.loop s (range' s n) = range' 0 (n + s)
  | 0, _ => rfl
  | s + 1, n => by rw [← Nat.add_assoc, Nat.add_right_comm n s 1]; exact range_loop_range' s (n + 1)
theorem range_eq_range' {n : Nat} : range n = range' 0 n :=
  (range_loop_range' n 0).trans (by rw [Nat.zero_add])
theorem mem_range' : ∀ {n s step : Nat}, m ∈ range' s n step ↔ ∃ i < n, m = s + step * i
  | 0, _, _ => by simp
  | n + 1, s, step => by
    rw [range'_succ, mem_cons, mem_range', Nat.exists_lt_succ_left, Nat.mul_zero, Nat.add_zero]
    simp only [Nat.mul_succ, Nat.add_assoc, Nat.add_comm step]
@[simp] theorem mem_range'_1 {m : Nat} : m ∈ range' s n ↔ s ≤ m ∧ m < s + n := by
  rw [mem_range']
  exact ⟨fun ⟨i, hi, e⟩ => by omega, fun h => ⟨m - s, by omega, by omega⟩⟩
theorem map_add_range' {a : Nat} : ∀ s n step : Nat, map (a + ·) (range' s n step) = range' (a + s) n step
  | _, 0, _ => rfl
  | s, n + 1, step => by rw [range'_succ, map_cons, map_add_range', range'_succ, Nat.add_assoc]
theorem range_add {n m : Nat} : range (n + m) = range n ++ (range m).map (n + ·) := by
  rw [range_eq_range', range_eq_range', range_eq_range', map_add_range', ← range'_append (s := 0) (step :=
      1)]; simp
theorem iota_succ : iota (n + 1) = (n + 1) :: iota n := rfl
end List
