module
prelude
public import Init.Data.List.Attach
public import Init.Data.Nat.More
/-!
Lists: further functions, and what books and their exercises use beyond the first lemmas, about
appending, positions, folds, sublists, `Pairwise`, `Nodup` and permutations.
-/

@[expose] public section

set_option linter.all false

universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w} {a b x y : α} {l l' l₁ l₂ l₃ xs ys as bs : List α}
    {p q : α → Bool}

/-! ## Functions -/

/-- The value that stands with a key in a list of pairs. -/
def lookup [BEq α] (a : α) : List (α × β) → Option β
  | [] => none
  | (k, b) :: as => match a == k with
    | true => some b
    | false => lookup a as
def findIdx? (p : α → Bool) (l : List α) : Option Nat := go l 0
where
  go : List α → Nat → Option Nat
  | [], _ => none
  | a :: l, i => if p a then some i else go l (i + 1)
def idxOf? [BEq α] (a : α) : List α → Option Nat := findIdx? (· == a)
def replace [BEq α] : List α → α → α → List α
  | [], _, _ => []
  | a :: as, b, c => match b == a with
    | true => c :: as
    | false => a :: replace as b c
def rotateLeft (xs : List α) (i : Nat := 1) : List α :=
  if xs.length ≤ 1 then xs else xs.drop (i % xs.length) ++ xs.take (i % xs.length)
def rotateRight (xs : List α) (i : Nat := 1) : List α :=
  if xs.length ≤ 1 then xs else
    xs.drop (xs.length - i % xs.length) ++ xs.take (xs.length - i % xs.length)
def leftpad (n : Nat) (a : α) (l : List α) : List α := replicate (n - length l) a ++ l
def rightpad (n : Nat) (a : α) (l : List α) : List α := l ++ replicate (n - length l) a
def modifyHead (f : α → α) : List α → List α
  | [] => []
  | a :: as => f a :: as
def ofFn {n : Nat} (f : Fin n → α) : List α := go n (Nat.le_refl n) []
where
  go : (i : Nat) → i ≤ n → List α → List α
  | 0, _, acc => acc
  | i + 1, h, acc => go i (Nat.le_of_succ_le h) (f ⟨i, h⟩ :: acc)
def finRange (n : Nat) : List (Fin n) := ofFn fun i => i
/-- What is in the options of a list. -/
def reduceOption (l : List (Option α)) : List α := l.filterMap id
def prod [Mul α] [One α] (xs : List α) : α := xs.foldr (· * ·) 1
protected def min [Min α] : (l : List α) → (h : l ≠ []) → α
  | a :: as, _ => as.foldl Min.min a
protected def max [Max α] : (l : List α) → (h : l ≠ []) → α
  | a :: as, _ => as.foldl Max.max a
def isSublist [BEq α] : List α → List α → Bool
  | [], _ => true
  | _ :: _, [] => false
  | a :: as, b :: bs => if a == b then isSublist as bs else isSublist (a :: as) bs
/-- Is one list a rearrangement of the other? -/
def isPerm [BEq α] : List α → List α → Bool
  | [], l₂ => l₂.isEmpty
  | a :: l₁, l₂ => l₂.contains a && l₁.isPerm (l₂.erase a)
/-- Cuts before each element that `R` does not hold for with the one before it. -/
def splitBy (R : α → α → Bool) : List α → List (List α)
  | [] => []
  | a :: as => go as a []
where
  go : List α → α → List α → List (List α)
  | [], a, acc => [(a :: acc).reverse]
  | b :: bs, a, acc => if R a b then go bs b (a :: acc) else (a :: acc).reverse :: go bs b []
def partitionMap (f : α → β ⊕ γ) (l : List α) : List β × List γ := match l with
  | [] => ([], [])
  | a :: as => match f a, partitionMap f as with
    | .inl b, (bs, cs) => (b :: bs, cs)
    | .inr c, (bs, cs) => (bs, c :: cs)
@[specialize]
def filterMapM {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : α → m (Option β)) :
    List α → m (List β)
  | [] => pure []
  | a :: as => do
    let b ← f a
    let bs ← filterMapM f as
    pure (match b with | none => bs | some b => b :: bs)
@[specialize] def findM? {m : Type → Type u} [Monad m] {α : Type} (p : α → m Bool) : List α → m (Option α)
  | [] => pure none
  | a :: as => do match ← p a with | true => pure (some a) | false => findM? p as
def mapM' {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : α → m β) : List α → m (List β) :=
  mapM f
@[specialize] def firstM {m : Type u → Type v} [Alternative m] {α : Type w} {β : Type u} (f : α → m β) :
    List α → m β
  | [] => failure
  | a :: as => f a <|> firstM f as

/-! ## Append -/

@[simp] theorem append_right_inj {t₁ t₂ : List α} (s : List α) : s ++ t₁ = s ++ t₂ ↔ t₁ = t₂ :=
  ⟨append_cancel_left, fun h => h ▸ rfl⟩
@[simp] theorem append_left_inj {s₁ s₂ : List α} (t : List α) : s₁ ++ t = s₂ ++ t ↔ s₁ = s₂ :=
  ⟨append_cancel_right, fun h => h ▸ rfl⟩
@[simp] theorem append_left_eq_self {xs ys : List α} : xs ++ ys = ys ↔ xs = [] := by
  have := append_left_inj (s₁ := xs) (s₂ := []) ys
  rwa [nil_append] at this
@[simp] theorem append_right_eq_self {xs ys : List α} : xs ++ ys = xs ↔ ys = [] := by
  have := append_right_inj (t₁ := ys) (t₂ := []) xs
  rwa [append_nil] at this
@[simp] theorem nil_eq_append_iff : [] = as ++ bs ↔ as = [] ∧ bs = [] := by rw [eq_comm, append_eq_nil_iff]
theorem append_inj_left {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂)
    (hl : length s₁ = length s₂) : s₁ = s₂ :=
  (append_inj h hl).1
theorem append_inj_right {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂)
    (hl : length s₁ = length s₂) : t₁ = t₂ :=
  (append_inj h hl).2
theorem append_ne_nil_of_left_ne_nil {s : List α} (h : s ≠ []) (t : List α) : s ++ t ≠ [] := by simp [h]
theorem append_ne_nil_of_right_ne_nil (s : List α) : t ≠ [] → s ++ t ≠ [] :=
  fun h e => h (append_eq_nil_iff.mp e).2
theorem cons_eq_append_iff {a b : List α} {x : α} :
    x :: a = b ++ c ↔ (b = [] ∧ c = x :: a) ∨ ∃ b', b = x :: b' ∧ a = b' ++ c := by
  cases b with
  | nil => simp [eq_comm]
  | cons y b => simp [cons_eq_cons]; constructor
                · rintro ⟨rfl, rfl⟩; exact ⟨b, ⟨rfl, rfl⟩, rfl⟩
                · rintro ⟨_, ⟨rfl, rfl⟩, rfl⟩; exact ⟨rfl, rfl⟩
theorem eq_nil_or_concat : ∀ l : List α, l = [] ∨ ∃ l' b, l = l' ++ [b]
  | [] => .inl rfl
  | a :: l => .inr <| match eq_nil_or_concat l with
    | .inl h => ⟨[], a, by rw [h]; rfl⟩
    | .inr ⟨l', b, h⟩ => ⟨a :: l', b, by rw [h]; rfl⟩
theorem reverse_concat (l : List α) (a : α) : (l ++ [a]).reverse = a :: l.reverse := by simp
@[simp] theorem length_concat {as : List α} {a : α} : (concat as a).length = as.length + 1 := by simp
theorem map_concat {f : α → β} {a : α} {l : List α} : map f (concat l a) = concat (map f l) (f a) := by simp
theorem mem_append_of_mem_left {a : α} {as : List α} (bs : List α) : a ∈ as → a ∈ as ++ bs :=
  mem_append_left bs
theorem mem_append_of_mem_right {b : α} {bs : List α} (as : List α) : b ∈ bs → b ∈ as ++ bs :=
  mem_append_right as
theorem forall_mem_append {p : α → Prop} :
    (∀ x, x ∈ l₁ ++ l₂ → p x) ↔ (∀ x, x ∈ l₁ → p x) ∧ ∀ x, x ∈ l₂ → p x := by
  simp only [mem_append, or_imp, forall_and]

/-! ## Sums, counts, folds -/

theorem sum_append_nat {l₁ l₂ : List Nat} : (l₁ ++ l₂).sum = l₁.sum + l₂.sum := by
  induction l₁ with
  | nil => simp
  | cons a l ih => simp [ih, Nat.add_assoc]
@[simp] theorem sum_append {l₁ l₂ : List Nat} : (l₁ ++ l₂).sum = l₁.sum + l₂.sum := sum_append_nat
@[simp] theorem sum_replicate_nat {n a : Nat} : (replicate n a).sum = n * a := by
  induction n with
  | zero => simp
  | succ n ih => rw [replicate_succ, sum_cons, ih, Nat.add_one_mul, Nat.add_comm]
@[simp] theorem sum_reverse {l : List Nat} : l.reverse.sum = l.sum := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih, Nat.add_comm]
theorem length_flatten {L : List (List α)} : L.flatten.length = (L.map length).sum := by
  induction L with
  | nil => rfl
  | cons l L ih => simp [ih]
theorem length_flatMap {l : List α} {f : α → List β} :
    (l.flatMap f).length = (l.map fun a => (f a).length).sum := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
theorem map_flatMap {f : β → γ} {g : α → List β} {l : List α} : (l.flatMap g).map f = l.flatMap fun a =>
  (g a).map f := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem flatMap_append {xs ys : List α} {f : α → List β} :
    (xs ++ ys).flatMap f = xs.flatMap f ++ ys.flatMap f := by
  induction xs with
  | nil => rfl
  | cons a l ih => simp [ih]
theorem flatMap_map {f : α → β} {g : β → List γ} {l : List α} : (map f l).flatMap g = l.flatMap fun a =>
  g (f a) := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
theorem flatMap_assoc {f : α → List β} {g : β → List γ} : (l.flatMap f).flatMap g = l.flatMap fun a =>
  (f a).flatMap g := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
theorem flatMap_singleton (f : α → List β) (x : α) : [x].flatMap f = f x := append_nil _
@[simp] theorem flatMap_singleton' (l : List α) : (l.flatMap fun x => [x]) = l := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem map_flatten {f : α → β} {L : List (List α)} :
    (flatten L).map f = (L.map (map f)).flatten := by
  induction L with
  | nil => rfl
  | cons l L ih => simp [ih]
theorem foldl_eq_foldr_reverse {f : β → α → β} {b : β} :
    l.foldl f b = l.reverse.foldr (fun x y => f y x) b := by simp
theorem foldr_eq_foldl_reverse {f : α → β → β} {b : β} :
    l.foldr f b = l.reverse.foldl (fun x y => f y x) b := by simp
theorem foldl_assoc {op : α → α → α} [ha : Std.Associative op] :
    ∀ {l : List α} {a₁ a₂ : α}, l.foldl op (op a₁ a₂) = op a₁ (l.foldl op a₂)
  | [], _, _ => rfl
  | a :: l, a₁, a₂ => by rw [foldl_cons, foldl_cons, ha.assoc, foldl_assoc]
theorem countP_eq_length_filter {l : List α} : countP p l = length (filter p l) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [countP_cons, ih, filter_cons]; split <;> simp
@[simp] theorem countP_append {l₁ l₂ : List α} : countP p (l₁ ++ l₂) = countP p l₁ + countP p l₂ := by
  simp [countP_eq_length_filter]
theorem count_cons [BEq α] {a b : α} {l : List α} : count a (b :: l) = count a l + if b == a then 1 else 0 :=
  countP_cons
@[simp] theorem count_append [BEq α] {a : α} {l₁ l₂ : List α} :
    count a (l₁ ++ l₂) = count a l₁ + count a l₂ := countP_append
@[simp] theorem count_cons_self [BEq α] [LawfulBEq α] {a : α} {l : List α} :
    count a (a :: l) = count a l + 1 := by
  simp [count_cons]
theorem count_cons_of_ne [BEq α] [LawfulBEq α] (h : b ≠ a) {l : List α} : count a (b :: l) = count a l := by
  simp [count_cons, h]
theorem count_pos_iff [BEq α] [LawfulBEq α] {a : α} {l : List α} : 0 < count a l ↔ a ∈ l := by
  induction l with
  | nil => simp
  | cons b l ih =>
    rw [count_cons, mem_cons, ← ih]
    by_cases h : b = a
    · subst h; simp
    · have h' : ¬a = b := fun e => h e.symm
      simp [h, h']
theorem count_eq_zero [BEq α] [LawfulBEq α] {a : α} {l : List α} : count a l = 0 ↔ a ∉ l := by
  rw [← count_pos_iff]; omega
theorem count_eq_zero_of_not_mem [BEq α] [LawfulBEq α] {a : α} {l : List α} (h : a ∉ l) : count a l = 0 :=
  count_eq_zero.mpr h

/-! ## Map, filter and their kin -/

theorem map_inj_left {f g : α → β} : map f l = map g l ↔ ∀ a, a ∈ l → f a = g a := by
  refine ⟨fun h a ha => ?_, map_congr_left⟩
  induction l with
  | nil => exact absurd ha not_mem_nil
  | cons b l ih =>
    rw [map_cons, map_cons, cons_eq_cons] at h
    exact (mem_cons.mp ha).elim (fun e => e ▸ h.1) (ih h.2)
@[simp] theorem map_const (l : List α) (b : β) : map (fun _ => b) l = replicate l.length b := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, ih]; rfl
theorem map_eq_foldr {f : α → β} {l : List α} : map f l = foldr (fun a bs => f a :: bs) [] l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, ih]; rfl
@[simp] theorem map_replicate {n : Nat} {a : α} {f : α → β} : (replicate n a).map f = replicate n (f a) := by
  induction n with
  | zero => rfl
  | succ n ih => simp [replicate_succ, ih]
theorem filter_map {f : β → α} {l : List β} : filter p (map f l) = map f (filter (p ∘ f) l) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, filter_cons, filter_cons, ih]; split <;> simp_all
theorem filter_congr {p q : α → Bool} {l : List α} (h : ∀ x, x ∈ l → p x = q x) :
    filter p l = filter q l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [filter_cons, filter_cons, h a (.head l), ih fun x hx => h x (.tail a hx)]
@[simp] theorem filter_eq_nil_iff {l : List α} : filter p l = [] ↔ ∀ a, a ∈ l → ¬p a = true := by
  rw [eq_nil_iff_forall_not_mem]
  exact ⟨fun h a ha hp => h a (mem_filter.mpr ⟨ha, hp⟩),
    fun h a ha => h a (mem_filter.mp ha).1 (mem_filter.mp ha).2⟩
@[simp] theorem mem_filterMap {f : α → Option β} {l : List α} {b : β} :
    b ∈ filterMap f l ↔ ∃ a, a ∈ l ∧ f a = some b := by
  induction l with
  | nil => simp
  | cons a l ih =>
    rw [filterMap_cons, exists_mem_cons, ← ih]
    cases h : f a with
    | none => exact ⟨.inr, fun h' => h'.elim (fun e => by cases e) id⟩
    | some v => rw [mem_cons]; exact or_congr_left ⟨fun e => e ▸ rfl, fun e => (Option.some.inj e).symm⟩
@[simp] theorem filterMap_some {l : List α} : filterMap some l = l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [filterMap_cons, ih]
theorem filterMap_eq_map {f : α → β} : filterMap (some ∘ f) l = map f l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [filterMap_cons, ih]; rfl
@[simp] theorem filterMap_append {l l' : List α} {f : α → Option β} :
    filterMap f (l ++ l') = filterMap f l ++ filterMap f l' := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [cons_append, filterMap_cons, filterMap_cons, ih]; cases f a <;> rfl
@[simp] theorem all_append {xs ys : List α} : (xs ++ ys).all p = (xs.all p && ys.all p) := by
  induction xs with
  | nil => rfl
  | cons a l ih => simp [ih, Bool.and_assoc]
@[simp] theorem any_append {xs ys : List α} : (xs ++ ys).any p = (xs.any p || ys.any p) := by
  induction xs with
  | nil => rfl
  | cons a l ih => simp [ih, Bool.or_assoc]
@[simp] theorem all_map {l : List α} {f : α → β} {p : β → Bool} : (l.map f).all p = l.all (p ∘ f) := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem any_map {l : List α} {f : α → β} {p : β → Bool} : (l.map f).any p = l.any (p ∘ f) := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
theorem find?_cons {a : α} {as : List α} : (a :: as).find? p = match p a with
  | true => some a
  | false => as.find? p := rfl
@[simp] theorem find?_nil : ([] : List α).find? p = none := rfl
theorem find?_some {a : α} : ∀ {l : List α}, find? p l = some a → p a = true
  | b :: l, h => by
    rw [find?_cons] at h
    split at h
    · cases h; assumption
    · exact find?_some h
theorem mem_of_find?_eq_some : ∀ {l : List α}, find? p l = some a → a ∈ l
  | b :: l, h => by
    rw [find?_cons] at h
    split at h
    · cases h; exact .head l
    · exact .tail b (mem_of_find?_eq_some h)
@[simp] theorem find?_eq_none : ∀ {l : List α}, find? p l = none ↔ ∀ x, x ∈ l → ¬p x = true
  | [] => by simp
  | a :: l => by
    rw [find?_cons, forall_mem_cons]
    split <;> rename_i h
    · simp [h]
    · simp [h, find?_eq_none]
theorem replicate_append_replicate {n m : Nat} {a : α} :
    replicate n a ++ replicate m a = replicate (n + m) a := by
  induction n with
  | zero => simp
  | succ n ih => rw [replicate_succ, cons_append, ih, Nat.add_right_comm, replicate_succ]
theorem replicate_succ' {n : Nat} {a : α} : replicate (n + 1) a = replicate n a ++ [a] :=
  (replicate_append_replicate (m := 1)).symm
@[simp] theorem reverse_replicate {n : Nat} {a : α} : (replicate n a).reverse = replicate n a := by
  induction n with
  | zero => rfl
  | succ n ih => rw [replicate_succ, reverse_cons, ih, ← replicate_succ', replicate_succ]
theorem eq_replicate_iff {a : α} {n : Nat} {l : List α} :
    l = replicate n a ↔ length l = n ∧ ∀ b, b ∈ l → b = a := by
  refine ⟨fun h => by subst h; exact ⟨length_replicate, fun _ => eq_of_mem_replicate⟩, fun h => ?_⟩
  obtain ⟨h₁, h₂⟩ := h
  subst h₁
  induction l with
  | nil => rfl
  | cons b l ih => rw [h₂ b (.head l), length_cons, replicate_succ, ← ih fun x hx => h₂ x (.tail b hx)]
end List
