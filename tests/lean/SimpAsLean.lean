/-! `simp` closes neither more nor less than Lean's own, in cases that proofs of public repositories show. -/

namespace SimpAsLean

variable {α β : Type} {l : List α} {p : α → Bool}

/-! ## What it leaves for `omega` -/

theorem sum_positive (a b : Nat) (h : 0 < a) : 0 < a + b := by
  fail_if_success simp
  omega
theorem no_refl_of_order (n : Nat) : n ≤ n := by
  fail_if_success rfl
  simp
theorem rewriting_leaves_order (a b : Nat) (h : a = b) : a ≤ b := by
  rw [h]
  exact Nat.le_refl b

/-- `simp_wf` unfolds sizes, so `omega` sees them. -/
inductive Tree where
  | leaf
  | node (label : Nat) (left right : Tree)
def Tree.flat : Tree → List Nat
  | leaf => []
  | node n l r => l.flat ++ n :: r.flat
termination_by t => (sizeOf t, 0)
decreasing_by
  all_goals
    simp_wf
    apply Prod.Lex.left
    omega

/-! ## What it does -/

theorem index_in_range (i : Nat) (h : i < l.length) : l[i]? = some l[i] := by simp [h]
theorem index_or_default (d : α) (i : Nat) (h : i < l.length) : l.getD i d = l[i] := by simp [h]
theorem filter_all (h : ∀ a, a ∈ l → p a = true) : l.filter p = l := by simp; exact h
theorem filter_pairs (r : Nat) (rest : List (Nat × Nat)) (h : ∀ a b, (a, b) ∈ rest → ¬a = r) :
    rest.filter (fun x => !(x.fst == r)) = rest := by
  simp
  exact h
theorem filterMap_known (f : Nat → Option Nat) (h : f 3 = none) (k : f 4 = some 5) :
    [3, 4].filterMap f = [5] := by simp [h, k]
theorem no_duplicates [BEq α] : ([] : List α).eraseDups = [] := by simp
theorem duplicates_cons [BEq α] (a : α) :
    (a :: l).eraseDups = a :: (l.filter fun b => !b == a).eraseDups := List.eraseDups_cons
theorem not_empty (h : l ≠ []) : l.isEmpty = false := by simp [h]
theorem cancel (x : Int) : 3 * x / 3 = x := by simp
theorem no_shift (n : Nat) : n <<< 0 = n ∧ n >>> 0 = n := by simp
theorem divides : 3 ∣ 12 ∧ ¬5 ∣ 12 := by simp
theorem divides_int : (3 : Int) ∣ -12 ∧ ¬(5 : Int) ∣ 12 := by simp
theorem folded {γ : Sort 1} (f : γ → Fin 0 → γ) (x : γ) : Fin.foldl 0 f x = x := by simp
theorem different {n m : Nat} : n - m ≠ 0 ↔ m < n := Nat.sub_ne_zero_iff_lt
theorem not_zero (n : Nat) [NeZero n] : n ≠ 0 := NeZero.ne n
theorem lexicographic {a b : Nat} (h : a ≤ b) : Prod.Lex Nat.lt (fun x y : Nat => x < y) (a, 1) (b, 2) :=
  Prod.Lex.right' _ h (by decide)

theorem values_of_two (f : Fin 2 → Nat) : List.ofFn f = [f 0, f 1] := by simp
theorem quotients {a b d : Nat} (hdb : d ∣ b) (h : a < b) : a / d < b / d := Nat.div_lt_div_of_lt_of_dvd hdb h
#eval (#v[1, 5, 3].findFinIdx? (· > 2), #v[1].findFinIdx? (· > 2))
-- info: (some 1, none)

/-! ## Lengths in types and proofs: `(a :: l).length` and `l.length + 1` are one -/

theorem last_of_cons (x : Int) (xs : List Int) : (x :: xs)[xs.length]?.getD 0 = (x :: xs)[xs.length] := by simp
theorem pair_of_bounded (a b : Nat) (rest : List Nat) (r : {r : List Nat // r.length < (a :: rest).length})
    (h : (a, (⟨rest, by simp⟩ : {r : List Nat // r.length < (a :: rest).length})) = (b, r)) : a = b := by
  simp at h
  exact h.1
theorem inner_access (xs : Array Nat) (i : Nat) (h : i < xs.size) : xs.getInternal i h = xs[i] := by simp
theorem string_length (s : String) : s.toList.length = s.length := by simp

end SimpAsLean
