module
prelude
public import Init.Data.Int.DivMod
public import Init.Data.List.Index
/-! The reflection part of `omega`: linear combinations, constraints, and what each step of the procedure proves. -/

@[expose] public section
set_option linter.all false
namespace Lean.Omega
open Int

abbrev Coeffs := List Int
namespace Coeffs
def ofList (xs : List Int) : Coeffs := xs
def toList (xs : Coeffs) : List Int := xs
def length (xs : Coeffs) : Nat := List.length xs
def get : List Int → Nat → Int
  | [], _ => 0
  | a :: _, 0 => a
  | _ :: as, n + 1 => get as n
def set : List Int → Nat → Int → List Int
  | [], 0, y => [y]
  | [], n + 1, y => 0 :: set [] n y
  | _ :: xs, 0, y => y :: xs
  | x :: xs, n + 1, y => x :: set xs n y
def dot : List Int → List Int → Int
  | [], _ => 0
  | _ :: _, [] => 0
  | x :: xs, y :: ys => x * y + dot xs ys
def combo (a : Int) : List Int → Int → List Int → List Int
  | [], b, ys => ys.map (b * ·)
  | x :: xs, b, [] => a * x :: combo a xs b []
  | x :: xs, b, y :: ys => (a * x + b * y) :: combo a xs b ys
def add : List Int → List Int → List Int
  | [], ys => ys
  | x :: xs, [] => x :: xs
  | x :: xs, y :: ys => (x + y) :: add xs ys
def neg (xs : List Int) : List Int := xs.map fun x => -x
def sub : List Int → List Int → List Int
  | [], ys => neg ys
  | x :: xs, [] => x :: xs
  | x :: xs, y :: ys => (x - y) :: sub xs ys
def smul (xs : List Int) (k : Int) : List Int := xs.map (k * ·)
def sdiv (xs : List Int) (k : Int) : List Int := xs.map (· / k)
def gcd : List Int → Nat
  | [] => 0
  | x :: xs => Nat.gcd x.natAbs (gcd xs)
def leading : List Int → Int
  | [] => 0
  | x :: xs => if x = 0 then leading xs else x
def bmod (xs : List Int) (m : Nat) : List Int := xs.map (Int.bmod · m)
def isZero (xs : List Int) : Prop := xs.all (fun x => decide (x = 0)) = true
instance (xs : List Int) : Decidable (isZero xs) := instDecidableEqBool _ _

theorem dot_nil_right : ∀ xs : List Int, dot xs [] = 0
  | [] => rfl
  | _ :: _ => rfl
theorem dot_smul (k : Int) : ∀ xs v : List Int, dot (smul xs k) v = k * dot xs v
  | [], _ => (Int.mul_zero k).symm
  | _ :: _, [] => (Int.mul_zero k).symm
  | x :: xs, y :: ys => by
    show k * x * y + dot (smul xs k) ys = k * (x * y + dot xs ys)
    rw [dot_smul k xs ys, Int.mul_add, Int.mul_assoc]
theorem dot_neg : ∀ xs v : List Int, dot (neg xs) v = -dot xs v
  | [], _ => rfl
  | _ :: _, [] => rfl
  | x :: xs, y :: ys => by
    show -x * y + dot (neg xs) ys = -(x * y + dot xs ys)
    rw [dot_neg xs ys, Int.neg_add, Int.neg_mul]
theorem dot_add : ∀ xs ys v : List Int, dot (add xs ys) v = dot xs v + dot ys v
  | [], ys, v => (Int.zero_add _).symm
  | x :: xs, [], v => (Int.add_zero _).symm
  | _ :: _, _ :: _, [] => rfl
  | x :: xs, y :: ys, z :: zs => by
    show (x + y) * z + dot (add xs ys) zs = x * z + dot xs zs + (y * z + dot ys zs)
    rw [dot_add xs ys zs, Int.add_mul, Int.add_assoc, Int.add_assoc, Int.add_left_comm (y * z)]
theorem dot_sub : ∀ xs ys v : List Int, dot (sub xs ys) v = dot xs v - dot ys v
  | [], ys, v => (dot_neg ys v).trans (Int.zero_sub _).symm
  | x :: xs, [], v => (Int.sub_zero _).symm
  | _ :: _, _ :: _, [] => rfl
  | x :: xs, y :: ys, z :: zs => by
    show (x - y) * z + dot (sub xs ys) zs = x * z + dot xs zs - (y * z + dot ys zs)
    rw [dot_sub xs ys zs, Int.sub_mul, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.neg_add, Int.add_assoc, Int.add_assoc, Int.add_left_comm (-(y * z))]
theorem dot_combo (a : Int) : ∀ (xs : List Int) (b : Int) (ys v : List Int), dot (combo a xs b ys) v = a * dot xs v + b * dot ys v
  | [], b, ys, v => by
    show dot (smul ys b) v = a * 0 + b * dot ys v
    rw [dot_smul, Int.mul_zero, Int.zero_add]
  | _ :: _, _, [], [] => by show 0 = a * 0 + _ * 0; rw [Int.mul_zero, Int.mul_zero]; rfl
  | _ :: _, _, _ :: _, [] => by show 0 = a * 0 + _ * 0; rw [Int.mul_zero, Int.mul_zero]; rfl
  | x :: xs, b, [], z :: zs => by
    show a * x * z + dot (combo a xs b []) zs = a * (x * z + dot xs zs) + b * 0
    rw [dot_combo a xs b [] zs, Int.mul_add, Int.mul_assoc, Int.add_assoc]; rfl
  | x :: xs, b, y :: ys, z :: zs => by
    show (a * x + b * y) * z + dot (combo a xs b ys) zs = a * (x * z + dot xs zs) + b * (y * z + dot ys zs)
    rw [dot_combo a xs b ys zs, Int.mul_add, Int.mul_add, Int.add_mul, Int.mul_assoc, Int.mul_assoc, Int.add_assoc, Int.add_assoc, Int.add_left_comm (b * (y * z))]
theorem dot_set_nil : ∀ (i : Nat) (y : Int) (v : List Int), dot (set [] i y) v = y * get v i
  | 0, y, [] => (Int.mul_zero y).symm
  | 0, y, z :: zs => Int.add_zero (y * z)
  | i + 1, y, [] => (Int.mul_zero y).symm
  | i + 1, y, z :: zs => by
    show 0 * z + dot (set [] i y) zs = y * get zs i
    rw [dot_set_nil i y zs, Int.zero_mul, Int.zero_add]
theorem dot_set : ∀ (xs : List Int) (i : Nat) (y : Int) (v : List Int), List.length xs ≤ i → dot (set xs i y) v = dot xs v + y * get v i
  | [], i, y, v, _ => by rw [dot_set_nil]; exact (Int.zero_add _).symm
  | _ :: _, _ + 1, y, [], _ => by show 0 = 0 + y * 0; rw [Int.mul_zero]; rfl
  | x :: xs, i + 1, y, z :: zs, h => by
    show x * z + dot (set xs i y) zs = x * z + dot xs zs + y * get zs i
    rw [dot_set xs i y zs (Nat.le_of_succ_le_succ h), Int.add_assoc]
theorem dot_of_isZero : ∀ {xs : List Int} (v : List Int), isZero xs → dot xs v = 0
  | [], _, _ => rfl
  | _ :: _, [], _ => rfl
  | x :: xs, z :: zs, h => by
    unfold isZero at h
    rw [List.all_cons, Bool.and_eq_true] at h
    rw [show dot (x :: xs) (z :: zs) = x * z + dot xs zs from rfl, of_decide_eq_true h.1, dot_of_isZero zs h.2, Int.zero_mul]; rfl
theorem dvd_of_gcd_dvd : ∀ {k : Nat} {xs : List Int}, k ∣ gcd xs → ∀ v, dot xs v = k * dot (sdiv xs k) v
  | k, [], _, _ => (Int.mul_zero _).symm
  | k, _ :: _, _, [] => (Int.mul_zero _).symm
  | k, x :: xs, h, z :: zs => by
    show x * z + dot xs zs = k * (x / k * z + dot (sdiv xs k) zs)
    have h₁ : k ∣ x.natAbs := Nat.dvd_trans h (Nat.gcd_dvd_left _ _)
    have h₂ : k ∣ gcd xs := Nat.dvd_trans h (Nat.gcd_dvd_right _ _)
    have h₃ : (k : Int) * (x / k) = x := by
      obtain ⟨c, hc⟩ := h₁
      have : x % k = 0 := emod_eq_zero_of_dvd (by
        cases natAbs_eq x with
        | inl e => exact ⟨c, by rw [e, hc]; rfl⟩
        | inr e => exact ⟨-c, by rw [Int.mul_neg, e, hc]; rfl⟩)
      have e := mul_ediv_add_emod x k
      rwa [this, Int.add_zero] at e
    rw [Int.mul_add, ← Int.mul_assoc, h₃, ← dvd_of_gcd_dvd h₂]
theorem isZero_of_gcd : ∀ {xs : List Int}, gcd xs = 0 → isZero xs
  | [], _ => rfl
  | x :: xs, h => by
    have h₁ : Nat.gcd x.natAbs (gcd xs) = 0 := h
    have hx : x.natAbs = 0 := Nat.eq_zero_of_zero_dvd (h₁ ▸ Nat.gcd_dvd_left _ _)
    have hxs : gcd xs = 0 := Nat.eq_zero_of_zero_dvd (h₁ ▸ Nat.gcd_dvd_right _ _)
    show List.all (x :: xs) _ = true
    rw [List.all_cons, Bool.and_eq_true]
    exact ⟨decide_eq_true (natAbs_eq_zero.mp hx), isZero_of_gcd hxs⟩
end Coeffs

structure Constraint where
  lowerBound : Option Int
  upperBound : Option Int
namespace Constraint
def okLower : Option Int → Int → Prop
  | none, _ => True
  | some b, t => b ≤ t
def okUpper : Option Int → Int → Prop
  | none, _ => True
  | some b, t => t ≤ b
def sat (c : Constraint) (t : Int) : Prop := okLower c.lowerBound t ∧ okUpper c.upperBound t
def sat' (c : Constraint) (x y : Coeffs) : Prop := c.sat (Coeffs.dot x y)
def exact (r : Int) : Constraint := ⟨some r, some r⟩
def trivial : Constraint := ⟨none, none⟩
def impossible : Constraint := ⟨some 1, some 0⟩
def isImpossible : Constraint → Bool
  | ⟨some l, some u⟩ => decide (u < l)
  | _ => false
def combine (s t : Constraint) : Constraint where
  lowerBound := match s.lowerBound, t.lowerBound with
    | none, y => y
    | some x, none => some x
    | some x, some y => some (max x y)
  upperBound := match s.upperBound, t.upperBound with
    | none, y => y
    | some x, none => some x
    | some x, some y => some (min x y)
def scale (k : Int) (c : Constraint) : Constraint :=
  if k = 0 then ⟨some 0, some 0⟩
  else if 0 < k then ⟨c.lowerBound.map (k * ·), c.upperBound.map (k * ·)⟩
  else ⟨c.upperBound.map (k * ·), c.lowerBound.map (k * ·)⟩
def addBound : Option Int → Option Int → Option Int
  | some x, some y => some (x + y)
  | _, _ => none
def add (s t : Constraint) : Constraint := ⟨addBound s.lowerBound t.lowerBound, addBound s.upperBound t.upperBound⟩
def combo (a : Int) (s : Constraint) (b : Int) (t : Constraint) : Constraint := (scale a s).add (scale b t)
def neg (c : Constraint) : Constraint := ⟨c.upperBound.map (- ·), c.lowerBound.map (- ·)⟩
def div (c : Constraint) (k : Nat) : Constraint := ⟨c.lowerBound.map fun x => -(-x / k), c.upperBound.map fun y => y / k⟩
def holdsAtZero (c : Constraint) : Bool :=
  (match c.lowerBound with | none => true | some b => decide (b ≤ 0)) && (match c.upperBound with | none => true | some b => decide (0 ≤ b))

theorem not_sat'_of_isImpossible {c : Constraint} (h : isImpossible c = true) {x y : Coeffs} : ¬sat' c x y := by
  intro hs
  obtain ⟨l, u⟩ := c
  cases l with
  | none => cases h
  | some l => cases u with
    | none => cases h
    | some u => exact Int.not_le.mpr (of_decide_eq_true h) (Int.le_trans hs.1 hs.2)
theorem addInequality_sat {c : Int} {x y : Coeffs} (w : c + Coeffs.dot x y ≥ 0) : sat' ⟨some (-c), none⟩ x y := by
  refine ⟨?_, True.intro⟩
  show -c ≤ Coeffs.dot x y
  have h := Int.add_le_add_left w (-c)
  rwa [Int.add_zero, Int.neg_add_cancel_left] at h
theorem addEquality_sat {c : Int} {x y : Coeffs} (w : c + Coeffs.dot x y = 0) : sat' ⟨some (-c), some (-c)⟩ x y := by
  have h : -c = Coeffs.dot x y := Int.neg_eq_of_add_eq_zero w
  exact ⟨Int.le_of_eq h, Int.le_of_eq h.symm⟩
theorem max_le' {a b c : Int} (h₁ : a ≤ c) (h₂ : b ≤ c) : max a b ≤ c := by
  show (if a ≤ b then b else a) ≤ c
  split <;> assumption
theorem le_min' {a b c : Int} (h₁ : c ≤ a) (h₂ : c ≤ b) : c ≤ min a b := by
  show c ≤ (if a ≤ b then a else b)
  split <;> assumption
theorem combine_sat' {s t : Constraint} {x y : Coeffs} (hs : s.sat' x y) (ht : t.sat' x y) : (s.combine t).sat' x y := by
  obtain ⟨sl, su⟩ := s
  obtain ⟨tl, tu⟩ := t
  constructor
  · cases sl with
    | none => exact ht.1
    | some a => cases tl with
      | none => exact hs.1
      | some b => exact max_le' hs.1 ht.1
  · cases su with
    | none => exact ht.2
    | some a => cases tu with
      | none => exact hs.2
      | some b => exact le_min' hs.2 ht.2
theorem scale_sat {c : Constraint} {t : Int} (k : Int) (h : c.sat t) : (scale k c).sat (k * t) := by
  obtain ⟨l, u⟩ := c
  unfold scale
  split
  · rename_i hk; subst hk; rw [Int.zero_mul]; exact ⟨Int.le_refl 0, Int.le_refl 0⟩
  · rename_i hk
    split
    · rename_i hp
      constructor
      · cases l with
        | none => exact True.intro
        | some l => exact Int.mul_le_mul_of_nonneg_left h.1 (Int.le_of_lt hp)
      · cases u with
        | none => exact True.intro
        | some u => exact Int.mul_le_mul_of_nonneg_left h.2 (Int.le_of_lt hp)
    · rename_i hp
      have hk' : 0 ≤ -k := by have := Int.neg_le_neg (Int.not_lt.mp hp); exact this
      have flip : ∀ {p q : Int}, p ≤ q → k * q ≤ k * p := fun {p q} hpq => by
        have := Int.mul_le_mul_of_nonneg_left hpq hk'
        rw [Int.neg_mul, Int.neg_mul] at this
        have := Int.neg_le_neg this
        rwa [Int.neg_neg, Int.neg_neg] at this
      constructor
      · cases u with
        | none => exact True.intro
        | some u => exact flip h.2
      · cases l with
        | none => exact True.intro
        | some l => exact flip h.1
theorem add_sat {c d : Constraint} {s t : Int} (h₁ : c.sat s) (h₂ : d.sat t) : (c.add d).sat (s + t) := by
  obtain ⟨l, u⟩ := c
  obtain ⟨l', u'⟩ := d
  constructor
  · cases l with
    | none => exact True.intro
    | some l => cases l' with
      | none => exact True.intro
      | some l' => exact Int.add_le_add h₁.1 h₂.1
  · cases u with
    | none => exact True.intro
    | some u => cases u' with
      | none => exact True.intro
      | some u' => exact Int.add_le_add h₁.2 h₂.2
theorem div_sat {c : Constraint} {t : Int} {k : Nat} (hk : 0 < (k : Int)) (h : c.sat (k * t)) : (c.div k).sat t := by
  obtain ⟨l, u⟩ := c
  constructor
  · cases l with
    | none => exact True.intro
    | some l =>
      show -(-l / k) ≤ t
      have h' : (k : Int) * -t ≤ -l := by rw [Int.mul_neg]; exact Int.neg_le_neg h.1
      have := Int.neg_le_neg (le_ediv_of_mul_le hk h')
      rwa [Int.neg_neg] at this
  · cases u with
    | none => exact True.intro
    | some u => exact le_ediv_of_mul_le hk h.2
theorem neg_sat {c : Constraint} {t : Int} (h : c.sat t) : c.neg.sat (-t) := by
  obtain ⟨l, u⟩ := c
  constructor
  · cases u with
    | none => exact True.intro
    | some u => exact Int.neg_le_neg h.2
  · cases l with
    | none => exact True.intro
    | some l => exact Int.neg_le_neg h.1
theorem holdsAtZero_of_sat {c : Constraint} (h : c.sat 0) : c.holdsAtZero = true := by
  obtain ⟨l, u⟩ := c
  cases l with
  | none => cases u with
    | none => rfl
    | some u => exact decide_eq_true h.2
  | some l => cases u with
    | none => show (decide (l ≤ 0) && true) = true; rw [decide_eq_true (show l ≤ 0 from h.1)]; rfl
    | some u => show (decide (l ≤ 0) && decide (0 ≤ u)) = true; rw [decide_eq_true (show l ≤ 0 from h.1), decide_eq_true (show 0 ≤ u from h.2)]; rfl
end Constraint
open Constraint

def normalize? (p : Constraint × Coeffs) : Option (Constraint × Coeffs) :=
  if Coeffs.gcd p.2 = 0 then if p.1.holdsAtZero = true then some (trivial, p.2) else some (impossible, p.2)
  else if Coeffs.gcd p.2 = 1 then none
  else some (p.1.div (Coeffs.gcd p.2), Coeffs.sdiv p.2 (Coeffs.gcd p.2))
def normalize (p : Constraint × Coeffs) : Constraint × Coeffs := (normalize? p).getD p
def positivize (p : Constraint × Coeffs) : Constraint × Coeffs :=
  if 0 ≤ Coeffs.leading p.2 then p else (p.1.neg, Coeffs.smul p.2 (-1))
def tidy (p : Constraint × Coeffs) : Constraint × Coeffs := normalize (positivize p)
def tidyConstraint (s : Constraint) (x : Coeffs) : Constraint := (tidy (s, x)).1
def tidyCoeffs (s : Constraint) (x : Coeffs) : Coeffs := (tidy (s, x)).2

theorem normalize_sat (p : Constraint × Coeffs) (v : Coeffs) (h : p.1.sat' p.2 v) : (normalize p).1.sat' (normalize p).2 v := by
  obtain ⟨s, x⟩ := p
  unfold normalize normalize?
  simp only
  split
  · rename_i hg
    have h0 : Coeffs.dot x v = 0 := Coeffs.dot_of_isZero v (Coeffs.isZero_of_gcd hg)
    split
    · exact ⟨True.intro, True.intro⟩
    · rename_i hn
      exact absurd (holdsAtZero_of_sat (by have h' : s.sat (Coeffs.dot x v) := h; rwa [h0] at h')) hn
  · rename_i hg
    split
    · exact h
    · have e := Coeffs.dvd_of_gcd_dvd (Nat.dvd_refl (Coeffs.gcd x)) v
      have h' : s.sat (Coeffs.dot x v) := h
      rw [e] at h'
      exact div_sat (ofNat_lt.mpr (Nat.pos_of_ne_zero hg)) h'
theorem positivize_sat (p : Constraint × Coeffs) (v : Coeffs) (h : p.1.sat' p.2 v) : (positivize p).1.sat' (positivize p).2 v := by
  obtain ⟨s, x⟩ := p
  unfold positivize
  split
  · exact h
  · have := neg_sat h
    show s.neg.sat (Coeffs.dot (Coeffs.smul x (-1)) v)
    rwa [Coeffs.dot_smul, Int.neg_mul, Int.one_mul]
theorem tidy_sat {s : Constraint} {x v : Coeffs} (h : s.sat' x v) : (tidyConstraint s x).sat' (tidyCoeffs s x) v :=
  normalize_sat _ v (positivize_sat (s, x) v h)
theorem combo_sat' (s t : Constraint) (a : Int) (x : Coeffs) (b : Int) (y : Coeffs) (v : Coeffs) (wx : s.sat' x v) (wy : t.sat' y v) :
    (Constraint.combo a s b t).sat' (Coeffs.combo a x b y) v := by
  show Constraint.sat _ (Coeffs.dot (Coeffs.combo a x b y) v)
  rw [Coeffs.dot_combo]
  exact add_sat (scale_sat a wx) (scale_sat b wy)

/-! Hard equalities: a new variable. -/
def bmod_div_term (m : Nat) (a b : Coeffs) : Int := (Int.bmod (Coeffs.dot a b) m - Coeffs.dot (Coeffs.bmod a m) b) / m
def bmod_coeffs (m : Nat) (i : Nat) (x : Coeffs) : Coeffs := Coeffs.set (Coeffs.bmod x m) i m
private theorem dot_sub_dot_bmod (m : Nat) : ∀ x v : List Int, ∃ k, Coeffs.dot x v - Coeffs.dot (Coeffs.bmod x m) v = (m : Int) * k
  | [], _ => ⟨0, (Int.mul_zero _).symm⟩
  | _ :: _, [] => ⟨0, (Int.mul_zero _).symm⟩
  | x :: xs, z :: zs => by
    obtain ⟨k, hk⟩ := dot_sub_dot_bmod m xs zs
    obtain ⟨j, hj⟩ := dvd_sub_bmod x m
    refine ⟨j * z + k, ?_⟩
    show x * z + Coeffs.dot xs zs - (Int.bmod x m * z + Coeffs.dot (Coeffs.bmod xs m) zs) = m * (j * z + k)
    rw [Int.mul_add, ← hk, ← Int.mul_assoc, ← hj, Int.sub_mul]
    generalize x * z = p
    generalize Int.bmod x m * z = q
    generalize Coeffs.dot xs zs = r
    generalize Coeffs.dot (Coeffs.bmod xs m) zs = s
    rw [Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.neg_add, Int.add_assoc, Int.add_assoc, Int.add_left_comm r]
private theorem sub_sub_sub (b c r : Int) : r - c - (r - b) = b - c := by
  rw [Int.sub_eq_add_neg (a := r - c), Int.neg_sub, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.add_right_comm, Int.add_left_comm r b, Int.add_right_neg, Int.add_zero]; rfl
theorem bmod_sat (m : Nat) (r : Int) (i : Nat) (x v : Coeffs) (h : x.length ≤ i) (p : Coeffs.get v i = bmod_div_term m x v)
    (w : (exact r).sat' x v) : (exact (Int.bmod r m)).sat' (bmod_coeffs m i x) v := by
  have hr : r = Coeffs.dot x v := Int.le_antisymm w.1 w.2
  have hl : List.length (Coeffs.bmod x m) ≤ i := by show List.length (List.map _ x) ≤ i; rw [List.length_map]; exact h
  have key : (m : Int) * bmod_div_term m x v = Int.bmod r m - Coeffs.dot (Coeffs.bmod x m) v := by
    unfold bmod_div_term
    rw [← hr]
    obtain ⟨k, hk⟩ := dot_sub_dot_bmod m x v
    obtain ⟨j, hj⟩ := dvd_sub_bmod r m
    have e : Int.bmod r m - Coeffs.dot (Coeffs.bmod x m) v = m * (k - j) := by
      rw [Int.mul_sub, ← hk, ← hj, ← hr, sub_sub_sub]
    rw [e]
    by_cases hm : (m : Int) = 0
    · rw [hm, Int.zero_mul, Int.zero_mul]
    · rw [mul_ediv_cancel_left _ hm]
  have d : Coeffs.dot (bmod_coeffs m i x) v = Int.bmod r m := by
    unfold bmod_coeffs
    rw [Coeffs.dot_set _ _ _ _ hl, p, key, Int.add_comm, Int.sub_add_cancel]
  show Constraint.sat _ (Coeffs.dot (bmod_coeffs m i x) v)
  rw [d]
  exact ⟨Int.le_refl _, Int.le_refl _⟩

/-! Linear combinations. -/
structure LinearCombo where
  const : Int := 0
  coeffs : Coeffs := []
namespace LinearCombo
def eval (lc : LinearCombo) (v : Coeffs) : Int := lc.const + Coeffs.dot lc.coeffs v
def coordinate (i : Nat) : LinearCombo := ⟨0, Coeffs.set [] i 1⟩
instance : Add LinearCombo := ⟨fun a b => ⟨a.const + b.const, Coeffs.add a.coeffs b.coeffs⟩⟩
instance : Sub LinearCombo := ⟨fun a b => ⟨a.const - b.const, Coeffs.sub a.coeffs b.coeffs⟩⟩
instance : Neg LinearCombo := ⟨fun a => ⟨-a.const, Coeffs.neg a.coeffs⟩⟩
def mul (a b : LinearCombo) : LinearCombo := ⟨a.const * b.const, Coeffs.add (Coeffs.smul a.coeffs b.const) (Coeffs.smul b.coeffs a.const)⟩
theorem coordinate_eval (i : Nat) (v : Coeffs) : (coordinate i).eval v = Coeffs.get v i := by
  show 0 + Coeffs.dot (Coeffs.set [] i 1) v = _
  rw [Coeffs.dot_set_nil, Int.one_mul, Int.zero_add]
theorem coordinate_eval_0 {a0 : Int} {t : List Int} : (coordinate 0).eval (Coeffs.ofList (a0 :: t)) = a0 := coordinate_eval 0 _
theorem coordinate_eval_1 {a0 a1 : Int} {t : List Int} : (coordinate 1).eval (Coeffs.ofList (a0 :: a1 :: t)) = a1 := coordinate_eval 1 _
theorem coordinate_eval_2 {a0 a1 a2 : Int} {t : List Int} : (coordinate 2).eval (Coeffs.ofList (a0 :: a1 :: a2 :: t)) = a2 := coordinate_eval 2 _
theorem coordinate_eval_3 {a0 a1 a2 a3 : Int} {t : List Int} : (coordinate 3).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: t)) = a3 := coordinate_eval 3 _
theorem coordinate_eval_4 {a0 a1 a2 a3 a4 : Int} {t : List Int} : (coordinate 4).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: t)) = a4 := coordinate_eval 4 _
theorem coordinate_eval_5 {a0 a1 a2 a3 a4 a5 : Int} {t : List Int} : (coordinate 5).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: t)) = a5 := coordinate_eval 5 _
theorem coordinate_eval_6 {a0 a1 a2 a3 a4 a5 a6 : Int} {t : List Int} : (coordinate 6).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: t)) = a6 := coordinate_eval 6 _
theorem coordinate_eval_7 {a0 a1 a2 a3 a4 a5 a6 a7 : Int} {t : List Int} : (coordinate 7).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: t)) = a7 := coordinate_eval 7 _
theorem coordinate_eval_8 {a0 a1 a2 a3 a4 a5 a6 a7 a8 : Int} {t : List Int} : (coordinate 8).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: a8 :: t)) = a8 := coordinate_eval 8 _
theorem coordinate_eval_9 {a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 : Int} {t : List Int} : (coordinate 9).eval (Coeffs.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: a8 :: a9 :: t)) = a9 := coordinate_eval 9 _
theorem add_eval (l₁ l₂ : LinearCombo) (v : Coeffs) : (l₁ + l₂).eval v = l₁.eval v + l₂.eval v := by
  show l₁.const + l₂.const + Coeffs.dot (Coeffs.add _ _) v = l₁.const + _ + (l₂.const + _)
  rw [Coeffs.dot_add, Int.add_assoc, Int.add_assoc, Int.add_left_comm l₂.const]
theorem neg_eval (lc : LinearCombo) (v : Coeffs) : (-lc).eval v = -lc.eval v := by
  show -lc.const + Coeffs.dot (Coeffs.neg _) v = -(lc.const + _)
  rw [Coeffs.dot_neg, Int.neg_add]
theorem sub_eval (l₁ l₂ : LinearCombo) (v : Coeffs) : (l₁ - l₂).eval v = l₁.eval v - l₂.eval v := by
  show l₁.const - l₂.const + Coeffs.dot (Coeffs.sub _ _) v = l₁.const + _ - (l₂.const + _)
  rw [Coeffs.dot_sub, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.neg_add, Int.add_assoc, Int.add_assoc, Int.add_left_comm (-l₂.const)]
theorem mul_eval (l₁ l₂ : LinearCombo) (v : Coeffs) (h : Coeffs.isZero l₁.coeffs ∨ Coeffs.isZero l₂.coeffs) : (mul l₁ l₂).eval v = l₁.eval v * l₂.eval v := by
  show l₁.const * l₂.const + Coeffs.dot (Coeffs.add _ _) v = (l₁.const + _) * (l₂.const + _)
  rw [Coeffs.dot_add, Coeffs.dot_smul, Coeffs.dot_smul]
  cases h with
  | inl h => rw [Coeffs.dot_of_isZero v h, Int.mul_zero, Int.zero_add, Int.add_zero, Int.mul_add]
  | inr h => rw [Coeffs.dot_of_isZero v h, Int.mul_zero, Int.add_zero, Int.add_zero, Int.add_mul, Int.mul_comm l₂.const]
end LinearCombo
end Lean.Omega
