module
prelude
public import Init.Data.List.Lemmas
public import Init.Data.Nat.Gcd
/-!
Lists by position: `xs[i]`, `xs[i]?`, `getD`, `head`, `getLast`, `take`, `drop`, `range`, `zip`, and the
relations between lists (prefix, subset, `Nodup`, `Perm`).
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w} {a b : α} {l l₁ l₂ l₃ as bs : List α}

/-! ## Indexing -/

@[simp] theorem getElem_cons_zero {h : 0 < (a :: as).length} : (a :: as)[0] = a := rfl
@[simp] theorem getElem_cons_succ {i : Nat} {h : i + 1 < (a :: as).length} :
    (a :: as)[i + 1] = as[i]'(Nat.lt_of_succ_lt_succ h) := rfl
@[simp] theorem getElem?_nil {i : Nat} : ([] : List α)[i]? = none := rfl
@[simp] theorem getElem?_cons_zero : (a :: as)[0]? = some a := rfl
@[simp] theorem getElem?_cons_succ {i : Nat} : (a :: as)[i + 1]? = as[i]? := rfl
@[simp] theorem getElem?_eq_none : ∀ {l : List α} {i : Nat}, l.length ≤ i → l[i]? = none
  | [], _, _ => rfl
  | _ :: l, i + 1, h => getElem?_eq_none (l := l) (Nat.le_of_succ_le_succ h)
@[simp] theorem getElem?_eq_getElem : ∀ {l : List α} {i : Nat} (h : i < l.length), l[i]? = some l[i]
  | _ :: _, 0, _ => rfl
  | _ :: l, i + 1, h => getElem?_eq_getElem (l := l) (Nat.le_of_succ_le_succ h)
@[simp] theorem getElem?_eq_none_iff {l : List α} {i : Nat} : l[i]? = none ↔ l.length ≤ i :=
  ⟨fun h => Nat.le_of_not_lt fun hi =>
    Option.noConfusion rfl (heq_of_eq (h.symm.trans (getElem?_eq_getElem hi))), getElem?_eq_none⟩
theorem getElem_mem : ∀ {l : List α} {i : Nat} (h : i < l.length), l[i] ∈ l
  | _ :: _, 0, _ => .head _
  | _ :: l, i + 1, h => .tail _ (getElem_mem (l := l) (Nat.le_of_succ_le_succ h))
attribute [simp] getElem_mem
theorem mem_iff_getElem {a : α} {l : List α} : a ∈ l ↔ ∃ (i : Nat) (h : i < l.length), l[i] = a := by
  constructor
  · intro h
    induction h with
    | head l => exact ⟨0, Nat.zero_lt_succ _, rfl⟩
    | tail b _ ih => obtain ⟨i, h, e⟩ := ih; exact ⟨i + 1, Nat.succ_lt_succ h, e⟩
  · intro ⟨i, h, e⟩; rw [← e]; exact getElem_mem h
theorem ext_getElem? : ∀ {l₁ l₂ : List α}, (∀ i : Nat, l₁[i]? = l₂[i]?) → l₁ = l₂
  | [], [], _ => rfl
  | [], b :: l₂, h => by have := h 0; cases this
  | a :: l₁, [], h => by have := h 0; cases this
  | a :: l₁, b :: l₂, h => by
    have h0 : some a = some b := h 0
    cases h0
    rw [ext_getElem? (l₁ := l₁) (l₂ := l₂) fun i => h (i + 1)]
@[simp] theorem getElem?_map {f : α → β} {l : List α} {i : Nat} : (map f l)[i]? = (l[i]?).map f := by
  induction l generalizing i with
  | nil => rfl
  | cons a l ih => cases i with
    | zero => rfl
    | succ i => exact ih
@[simp] theorem getElem_map {f : α → β} {l : List α} {i : Nat} {h : i < (map f l).length} :
    (map f l)[i] = f (l[i]'(by rw [length_map] at h; exact h)) := by
  induction l generalizing i with
  | nil => cases h
  | cons a l ih => cases i with
    | zero => rfl
    | succ i => exact ih
theorem getElem?_append_left {l₁ l₂ : List α} {i : Nat} (h : i < l₁.length) : (l₁ ++ l₂)[i]? = l₁[i]? := by
  induction l₁ generalizing i with
  | nil => cases h
  | cons a l₁ ih => cases i with
    | zero => rfl
    | succ i => exact ih (Nat.lt_of_succ_lt_succ h)
theorem getElem?_append_right {l₁ l₂ : List α} {i : Nat} (h : l₁.length ≤ i) :
    (l₁ ++ l₂)[i]? = l₂[i - l₁.length]? := by
  induction l₁ generalizing i with
  | nil => rfl
  | cons a l₁ ih => cases i with
    | zero => cases h
    | succ i => rw [length_cons, Nat.add_sub_add_right]; exact ih (Nat.le_of_succ_le_succ h)
@[simp] theorem getD_nil {d : α} {i : Nat} : getD [] i d = d := rfl
@[simp] theorem getD_cons_zero {x d : α} {xs : List α} : getD (x :: xs) 0 d = x := rfl
@[simp] theorem getD_cons_succ {x d : α} {xs : List α} {n : Nat} : getD (x :: xs) (n + 1) d = getD xs n d :=
  rfl
@[simp] theorem getD_eq_getElem?_getD {l : List α} {i : Nat} {d : α} : getD l i d = (l[i]?).getD d := rfl
theorem getD_eq_getElem {l : List α} {i : Nat} {d : α} (h : i < l.length) : getD l i d = l[i] := by
  rw [getD_eq_getElem?_getD, getElem?_eq_getElem h]; rfl
theorem getD_eq_default {l : List α} {i : Nat} {d : α} (h : l.length ≤ i) : getD l i d = d := by
  rw [getD_eq_getElem?_getD, getElem?_eq_none h]; rfl

/-! ## First and last -/

@[simp] theorem head_cons {h : a :: l ≠ []} : head (a :: l) h = a := rfl
@[simp] theorem head?_nil : head? ([] : List α) = none := rfl
@[simp] theorem head?_cons : head? (a :: l) = some a := rfl
@[simp] theorem headD_cons {d : α} : headD (a :: l) d = a := rfl
@[simp] theorem tail_nil : ([] : List α).tail = [] := rfl
@[simp] theorem tail_cons : (a :: l).tail = l := rfl
@[simp] theorem length_tail {l : List α} : l.tail.length = l.length - 1 := by cases l <;> rfl
theorem head_mem : ∀ {l : List α} (h : l ≠ []), head l h ∈ l
  | _ :: _, _ => .head _
theorem cons_head_tail (h : l ≠ []) : head l h :: tail l = l := match l, h with | _ :: _, _ => rfl
@[simp] theorem getLast_singleton {h : [a] ≠ []} : getLast [a] h = a := rfl
theorem getLast_cons_cons {h : a :: b :: l ≠ []} :
    getLast (a :: b :: l) h = getLast (b :: l) (cons_ne_nil b l) := rfl
theorem getLast_append_singleton {l : List α} {h : l ++ [a] ≠ []} : getLast (l ++ [a]) h = a := by
  induction l with
  | nil => rfl
  | cons b l ih => cases l with
    | nil => rfl
    | cons c l => exact ih (h := by simp)
attribute [simp] getLast_append_singleton
@[simp] theorem getLast?_nil : getLast? ([] : List α) = none := rfl
@[simp] theorem dropLast_nil : ([] : List α).dropLast = [] := rfl
@[simp] theorem dropLast_singleton : [a].dropLast = [] := rfl
@[simp] theorem dropLast_cons_cons : (a :: b :: l).dropLast = a :: (b :: l).dropLast := rfl
theorem dropLast_append_getLast : ∀ {l : List α} (h : l ≠ []), dropLast l ++ [getLast l h] = l
  | [a], _ => rfl
  | a :: b :: l, h => congrArg (cons a) (dropLast_append_getLast (cons_ne_nil b l))

/-! ## take and drop -/

@[simp] theorem take_zero {l : List α} : l.take 0 = [] := rfl
@[simp] theorem take_nil {i : Nat} : ([] : List α).take i = [] := by cases i <;> rfl
@[simp] theorem take_succ_cons {i : Nat} : (a :: l).take (i + 1) = a :: l.take i := rfl
@[simp] theorem drop_zero {l : List α} : l.drop 0 = l := rfl
@[simp] theorem drop_nil {i : Nat} : ([] : List α).drop i = [] := by cases i <;> rfl
@[simp] theorem drop_succ_cons {i : Nat} : (a :: l).drop (i + 1) = l.drop i := rfl
@[simp] theorem take_append_drop (i : Nat) (l : List α) : l.take i ++ l.drop i = l := by
  induction l generalizing i with
  | nil => simp
  | cons a l ih => cases i with
    | zero => rfl
    | succ i => rw [take_succ_cons, drop_succ_cons, cons_append, ih]
@[simp] theorem length_take {i : Nat} {l : List α} : (l.take i).length = min i l.length := by
  induction l generalizing i with
  | nil => simp
  | cons a l ih => cases i with
    | zero => simp
    | succ i =>
      rw [take_succ_cons, length_cons, length_cons, ih, Nat.min_def, Nat.min_def]
      by_cases h : i ≤ l.length
      · rw [if_pos h, if_pos (Nat.succ_le_succ h)]
      · rw [if_neg h, if_neg (fun h' => h (Nat.le_of_succ_le_succ h'))]
@[simp] theorem length_drop {i : Nat} {l : List α} : (l.drop i).length = l.length - i := by
  induction l generalizing i with
  | nil => simp
  | cons a l ih => cases i with
    | zero => rfl
    | succ i => rw [drop_succ_cons, ih, length_cons, Nat.add_sub_add_right]
theorem take_of_length_le {i : Nat} {l : List α} (h : l.length ≤ i) : take i l = l := by
  induction l generalizing i with
  | nil => simp
  | cons a l ih => cases i with
    | zero => cases h
    | succ i => rw [take_succ_cons, ih (Nat.le_of_succ_le_succ h)]
theorem drop_of_length_le {i : Nat} {l : List α} (h : l.length ≤ i) : drop i l = [] := by
  induction l generalizing i with
  | nil => simp
  | cons a l ih => cases i with
    | zero => cases h
    | succ i => rw [drop_succ_cons, ih (Nat.le_of_succ_le_succ h)]
@[simp] theorem take_length {l : List α} : l.take l.length = l := take_of_length_le (Nat.le_refl _)
@[simp] theorem drop_length {l : List α} : l.drop l.length = [] := drop_of_length_le (Nat.le_refl _)
@[simp] theorem drop_drop {i j : Nat} {l : List α} : drop i (drop j l) = drop (j + i) l := by
  induction l generalizing j with
  | nil => simp
  | cons a l ih => cases j with
    | zero => rw [Nat.zero_add]; rfl
    | succ j => rw [drop_succ_cons, Nat.add_right_comm, drop_succ_cons, ih]
theorem take_append_of_le_length {l₁ l₂ : List α} {i : Nat} (h : i ≤ l₁.length) :
    (l₁ ++ l₂).take i = l₁.take i := by
  induction l₁ generalizing i with
  | nil => rw [Nat.eq_zero_of_le_zero h]; rfl
  | cons a l₁ ih => cases i with
    | zero => rfl
    | succ i => rw [cons_append, take_succ_cons, take_succ_cons, ih (Nat.le_of_succ_le_succ h)]
@[simp] theorem take_left {l₁ l₂ : List α} : take (length l₁) (l₁ ++ l₂) = l₁ := by
  rw [take_append_of_le_length (Nat.le_refl _), take_length]
@[simp] theorem drop_left {l₁ l₂ : List α} : drop (length l₁) (l₁ ++ l₂) = l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih => exact ih
theorem mem_of_mem_take {i : Nat} (h : a ∈ l.take i) : a ∈ l := by
  rw [← take_append_drop i l]; exact mem_append_left _ h
theorem mem_of_mem_drop {i : Nat} (h : a ∈ l.drop i) : a ∈ l := by
  rw [← take_append_drop i l]; exact mem_append_right _ h
@[simp] theorem takeWhile_nil {p : α → Bool} : takeWhile p [] = [] := rfl
@[simp] theorem dropWhile_nil {p : α → Bool} : dropWhile p [] = [] := rfl
theorem takeWhile_append_dropWhile {p : α → Bool} {l : List α} : takeWhile p l ++ dropWhile p l = l := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    show (match p a with | true => a :: takeWhile p l | false => []) ++ (match p a with
      | true => dropWhile p l
      | false => a :: l) = a :: l
    cases p a
    · rfl
    · exact congrArg (cons a) ih
attribute [simp] takeWhile_append_dropWhile

/-! ## range, zip -/

theorem range_loop_eq (n : Nat) (ns : List Nat) : range.loop n ns = range.loop n [] ++ ns := by
  induction n generalizing ns with
  | zero => rfl
  | succ n ih => show range.loop n (n :: ns) = range.loop n [n] ++ ns; rw [ih, ih [n], append_assoc]; rfl
@[simp] theorem range_zero : range 0 = [] := rfl
theorem range_succ {n : Nat} : range (n + 1) = range n ++ [n] := range_loop_eq n [n]
@[simp] theorem length_range {n : Nat} : (range n).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [range_succ, length_append, ih]; rfl
@[simp] theorem mem_range {m n : Nat} : m ∈ range n ↔ m < n := by
  induction n with
  | zero => simp
  | succ n ih => rw [range_succ, mem_append, ih, mem_singleton, Nat.lt_succ_iff, Nat.le_iff_lt_or_eq]
@[simp] theorem zip_nil_left {l : List β} : zip ([] : List α) l = [] := rfl
@[simp] theorem zip_nil_right {l : List α} : zip l ([] : List β) = [] := by cases l <;> rfl
@[simp] theorem zip_cons_cons {b : β} {bs : List β} : zip (a :: as) (b :: bs) = (a, b) :: zip as bs := rfl
@[simp] theorem zipWith_nil_left {f : α → β → γ} {l : List β} : zipWith f [] l = [] := rfl
@[simp] theorem zipWith_nil_right {f : α → β → γ} {l : List α} : zipWith f l [] = [] := by cases l <;> rfl
@[simp] theorem zipWith_cons_cons {f : α → β → γ} {b : β} {bs : List β} :
    zipWith f (a :: as) (b :: bs) = f a b :: zipWith f as bs := rfl
@[simp] theorem length_zipWith {f : α → β → γ} {as : List α} {bs : List β} :
    (zipWith f as bs).length = min as.length bs.length := by
  induction as generalizing bs with
  | nil => simp
  | cons a as ih => cases bs with
    | nil => simp
    | cons b bs =>
      rw [zipWith_cons_cons, length_cons, length_cons, length_cons, ih, Nat.min_def, Nat.min_def]
      by_cases h : as.length ≤ bs.length
      · rw [if_pos h, if_pos (Nat.succ_le_succ h)]
      · rw [if_neg h, if_neg (fun h' => h (Nat.le_of_succ_le_succ h'))]
@[simp] theorem length_zip {as : List α} {bs : List β} : (zip as bs).length = min as.length bs.length :=
  length_zipWith
@[simp] theorem unzip_nil : unzip ([] : List (α × β)) = ([], []) := rfl
theorem unzip_cons {h : α × β} {t : List (α × β)} :
    unzip (h :: t) = (h.1 :: (unzip t).1, h.2 :: (unzip t).2) := rfl
theorem countP_go_eq_aux {p : α → Bool} (l : List α) (n : Nat) : countP.go p l n = n + countP.go p l 0 := by
  induction l generalizing n with
  | nil => rfl
  | cons a l ih =>
    show (bif p a then countP.go p l (n + 1) else countP.go p l n) =
      n + bif p a then countP.go p l (0 + 1) else countP.go p l 0
    cases p a
    · exact ih n
    · exact (ih (n + 1)).trans ((Nat.add_assoc n 1 _).trans (congrArg (n + ·) (ih 1).symm))
@[simp] theorem countP_nil {p : α → Bool} : countP p [] = 0 := rfl
theorem countP_cons {p : α → Bool} {a : α} {l : List α} :
    countP p (a :: l) = countP p l + if p a then 1 else 0 := by
  show (bif p a then countP.go p l (0 + 1) else countP.go p l 0) = countP.go p l 0 + _
  cases p a
  · rfl
  · exact (countP_go_eq_aux l 1).trans (Nat.add_comm _ _)
@[simp] theorem count_nil [BEq α] {a : α} : count a [] = 0 := rfl

/-! ## Relations between lists -/

@[simp] theorem nil_subset (l : List α) : [] ⊆ l := fun _ h => absurd h not_mem_nil
protected theorem Subset.refl (l : List α) : l ⊆ l := fun _ h => h
protected theorem Subset.trans {l₁ l₂ l₃ : List α} (h₁ : l₁ ⊆ l₂) (h₂ : l₂ ⊆ l₃) : l₁ ⊆ l₃ :=
  fun _ h => h₂ (h₁ h)
theorem subset_def {l₁ l₂ : List α} : l₁ ⊆ l₂ ↔ ∀ {a : α}, a ∈ l₁ → a ∈ l₂ :=
  ⟨fun h _ ha => h ha, fun h _ ha => h ha⟩
theorem subset_cons_self (a : α) (l : List α) : l ⊆ a :: l := fun _ h => .tail a h
theorem subset_append_left (l₁ l₂ : List α) : l₁ ⊆ l₁ ++ l₂ := fun _ h => mem_append_left _ h
theorem subset_append_right (l₁ l₂ : List α) : l₂ ⊆ l₁ ++ l₂ := fun _ h => mem_append_right _ h
@[simp] theorem nil_sublist : ∀ l : List α, [] <+ l
  | [] => .slnil
  | a :: l => .cons a (nil_sublist l)
@[simp] protected theorem Sublist.refl : ∀ l : List α, l <+ l
  | [] => .slnil
  | a :: l => .cons₂ a (Sublist.refl l)
theorem Sublist.subset {l₁ l₂ : List α} (h : l₁ <+ l₂) : l₁ ⊆ l₂ := by
  induction h with
  | slnil => exact nil_subset []
  | cons b _ ih => exact fun _ h => .tail b (ih h)
  | cons₂ b _ ih => exact fun x h =>
      (eq_or_mem_of_mem_cons h).elim (fun e => e ▸ .head _) (fun h => .tail b (ih h))
theorem Sublist.length_le {l₁ l₂ : List α} (h : l₁ <+ l₂) : l₁.length ≤ l₂.length := by
  induction h with
  | slnil => exact Nat.le_refl 0
  | cons b _ ih => exact Nat.le_succ_of_le ih
  | cons₂ b _ ih => exact Nat.succ_le_succ ih
theorem filter_sublist {p : α → Bool} : ∀ {l : List α}, filter p l <+ l
  | [] => .slnil
  | a :: l => by
    rw [filter_cons]
    by_cases h : p a = true
    · rw [if_pos h]; exact .cons₂ a filter_sublist
    · rw [if_neg h]; exact .cons a filter_sublist
@[simp] theorem prefix_append (l₁ l₂ : List α) : l₁ <+: l₁ ++ l₂ := ⟨l₂, rfl⟩
@[simp] theorem suffix_append (l₁ l₂ : List α) : l₂ <:+ l₁ ++ l₂ := ⟨l₁, rfl⟩
theorem prefix_rfl : l <+: l := ⟨[], append_nil l⟩
theorem IsPrefix.trans {l₁ l₂ l₃ : List α} : l₁ <+: l₂ → l₂ <+: l₃ → l₁ <+: l₃
  | ⟨t, h⟩, ⟨t', h'⟩ => ⟨t ++ t', by rw [← append_assoc, h, h']⟩
theorem nil_prefix {l : List α} : [] <+: l := ⟨l, rfl⟩
@[simp] theorem pairwise_cons {R : α → α → Prop} {a : α} {l : List α} :
    Pairwise R (a :: l) ↔ (∀ a', a' ∈ l → R a a') ∧ Pairwise R l :=
  ⟨fun h => by cases h with | cons h₁ h₂ => exact ⟨h₁, h₂⟩, fun h => .cons h.1 h.2⟩
instance instDecidablePairwise {R : α → α → Prop} [DecidableRel R] : (l : List α) → Decidable (Pairwise R l)
  | [] => isTrue .nil
  | a :: l =>
    have : Decidable (Pairwise R l) := instDecidablePairwise l
    decidable_of_iff ((∀ a', a' ∈ l → R a a') ∧ Pairwise R l) pairwise_cons.symm
@[simp] theorem nodup_nil : Nodup ([] : List α) := .nil
@[simp] theorem nodup_cons {a : α} {l : List α} : Nodup (a :: l) ↔ a ∉ l ∧ Nodup l := by
  show Pairwise _ _ ↔ _ ∧ Pairwise _ _
  rw [pairwise_cons]
  exact and_congr_left' ⟨fun h hm => h a hm rfl, fun h b hb e => h (e ▸ hb)⟩
instance nodupDecidable [DecidableEq α] : (l : List α) → Decidable (Nodup l) :=
  fun l => instDecidablePairwise l
@[refl, simp] protected theorem Perm.refl : ∀ l : List α, Perm l l
  | [] => .nil
  | a :: l => .cons a (Perm.refl l)
protected theorem Perm.rfl {l : List α} : Perm l l := Perm.refl l
@[symm] protected theorem Perm.symm {l₁ l₂ : List α} (h : Perm l₁ l₂) : Perm l₂ l₁ := by
  induction h with
  | nil => exact .nil
  | cons a _ ih => exact .cons a ih
  | swap a b l => exact .swap b a l
  | trans _ _ ih₁ ih₂ => exact .trans ih₂ ih₁
theorem Perm.length_eq {l₁ l₂ : List α} (h : Perm l₁ l₂) : l₁.length = l₂.length := by
  induction h with
  | nil => rfl
  | cons a _ ih => rw [length_cons, length_cons, ih]
  | swap a b l => rfl
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂
theorem Perm.mem_iff {a : α} {l₁ l₂ : List α} (h : Perm l₁ l₂) : a ∈ l₁ ↔ a ∈ l₂ := by
  induction h with
  | nil => rfl
  | cons b _ ih => rw [mem_cons, mem_cons, ih]
  | swap b c l => rw [mem_cons, mem_cons, mem_cons, mem_cons, or_left_comm]
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

/-! ## The lexicographic order -/

instance decidableLex [DecidableEq α] (r : α → α → Prop) [DecidableRel r] :
    (l₁ l₂ : List α) → Decidable (Lex r l₁ l₂)
  | [], [] => isFalse nofun
  | [], _ :: _ => isTrue .nil
  | _ :: _, [] => isFalse nofun
  | a :: as, b :: bs =>
    if h₁ : r a b then isTrue (.rel h₁)
    else if h₂ : a = b then
      match decidableLex r as bs with
      | isTrue h => isTrue (h₂ ▸ .cons h)
      | isFalse h => isFalse fun h' => by cases h' with | rel h' => exact h₁ h' | cons h' => exact h h'
    else isFalse fun h' => by cases h' with | rel h' => exact h₁ h' | cons h' => exact h₂ rfl
instance decidableLT [DecidableEq α] [LT α] [DecidableLT α] (l₁ l₂ : List α) : Decidable (l₁ < l₂) :=
  decidableLex (· < ·) l₁ l₂
instance instLE [LT α] : LE (List α) := ⟨fun l₁ l₂ => ¬l₂ < l₁⟩
instance decidableLE [DecidableEq α] [LT α] [DecidableLT α] (l₁ l₂ : List α) : Decidable (l₁ ≤ l₂) :=
  inferInstanceAs (Decidable (¬_))
end List
