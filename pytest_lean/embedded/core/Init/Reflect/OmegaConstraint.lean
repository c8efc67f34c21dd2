module
prelude
public import Init.Data.Int.DivMod
public import Init.Data.List.Index
/-!
The reflection part of `omega`, first half: rows of coefficients, constraints on a value, and what each
step of the procedure proves.
-/

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
/-! What the kernel computes in each proof is written with the recursor of lists, which it reduces at
once; what a pattern match compiles to takes it several times as long. -/

noncomputable def add (xs : List Int) : List Int → List Int :=
  List.rec (fun ys => ys) (fun x xs sum ys => List.rec (x :: xs) (fun y ys _ => (x + y) :: sum ys) ys) xs
noncomputable def neg (xs : List Int) : List Int := List.rec [] (fun x _ rest => -x :: rest) xs
noncomputable def sub (xs : List Int) : List Int → List Int :=
  List.rec neg (fun x xs diff ys => List.rec (x :: xs) (fun y ys _ => (x - y) :: diff ys) ys) xs
noncomputable def smul (xs : List Int) (k : Int) : List Int := List.rec [] (fun x _ rest => k * x :: rest) xs
noncomputable def sdiv (xs : List Int) (k : Int) : List Int := List.rec [] (fun x _ rest => x / k :: rest) xs
noncomputable def combo (a : Int) (xs : List Int) (b : Int) : List Int → List Int :=
  List.rec (fun ys => smul ys b)
    (fun x _ sum ys => List.rec (a * x :: sum []) (fun y ys _ => (a * x + b * y) :: sum ys) ys) xs
noncomputable def gcd (xs : List Int) : Nat := List.rec 0 (fun x _ g => Nat.gcd x.natAbs g) xs
/-- Is the first coefficient that is not zero negative? -/
noncomputable def startsNegative (xs : List Int) : Bool :=
  List.rec false (fun x _ rest => Int.rec (fun n => Nat.rec rest (fun _ _ => false) n) (fun _ => true) x) xs
noncomputable def bmod (xs : List Int) (m : Nat) : List Int :=
  List.rec [] (fun x _ rest => Int.bmod x m :: rest) xs
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
    rw [dot_sub xs ys zs, Int.sub_mul, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.sub_eq_add_neg,
      Int.neg_add, Int.add_assoc, Int.add_assoc, Int.add_left_comm (-(y * z))]
theorem dot_combo (a : Int) :
    ∀ (xs : List Int) (b : Int) (ys v : List Int), dot (combo a xs b ys) v = a * dot xs v + b * dot ys v
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
    rw [dot_combo a xs b ys zs, Int.mul_add, Int.mul_add, Int.add_mul, Int.mul_assoc, Int.mul_assoc,
      Int.add_assoc, Int.add_assoc, Int.add_left_comm (b * (y * z))]
theorem dot_set_nil : ∀ (i : Nat) (y : Int) (v : List Int), dot (set [] i y) v = y * get v i
  | 0, y, [] => (Int.mul_zero y).symm
  | 0, y, z :: zs => Int.add_zero (y * z)
  | i + 1, y, [] => (Int.mul_zero y).symm
  | i + 1, y, z :: zs => by
    show 0 * z + dot (set [] i y) zs = y * get zs i
    rw [dot_set_nil i y zs, Int.zero_mul, Int.zero_add]
theorem dot_set : ∀ (xs : List Int) (i : Nat) (y : Int) (v : List Int),
  List.length xs ≤ i → dot (set xs i y) v = dot xs v + y * get v i
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
    rw [show dot (x :: xs) (z :: zs) = x * z + dot xs zs from rfl, of_decide_eq_true h.1,
      dot_of_isZero zs h.2, Int.zero_mul]; rfl
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
def add (s t : Constraint) : Constraint :=
  ⟨addBound s.lowerBound t.lowerBound, addBound s.upperBound t.upperBound⟩
def combo (a : Int) (s : Constraint) (b : Int) (t : Constraint) : Constraint := (scale a s).add (scale b t)
def neg (c : Constraint) : Constraint := ⟨c.upperBound.map (- ·), c.lowerBound.map (- ·)⟩
def div (c : Constraint) (k : Nat) : Constraint :=
  ⟨c.lowerBound.map fun x => -(-x / k), c.upperBound.map fun y => y / k⟩
def holdsAtZero (c : Constraint) : Bool :=
  (match c.lowerBound with | none => true | some b => decide (b ≤ 0)) && (match c.upperBound with
    | none => true
    | some b => decide (0 ≤ b))

theorem not_sat'_of_isImpossible {c : Constraint} (h : isImpossible c = true) {x y : Coeffs} :
    ¬sat' c x y := by
  intro hs
  obtain ⟨l, u⟩ := c
  cases l with
  | none => cases h
  | some l => cases u with
    | none => cases h
    | some u => exact Int.not_le.mpr (of_decide_eq_true h) (Int.le_trans hs.1 hs.2)
theorem addInequality_sat {c : Int} {x y : Coeffs} (w : c + Coeffs.dot x y ≥ 0) :
    sat' ⟨some (-c), none⟩ x y := by
  refine ⟨?_, True.intro⟩
  show -c ≤ Coeffs.dot x y
  have h := Int.add_le_add_left w (-c)
  rwa [Int.add_zero, Int.neg_add_cancel_left] at h
theorem addEquality_sat {c : Int} {x y : Coeffs} (w : c + Coeffs.dot x y = 0) :
    sat' ⟨some (-c), some (-c)⟩ x y := by
  have h : -c = Coeffs.dot x y := Int.neg_eq_of_add_eq_zero w
  exact ⟨Int.le_of_eq h, Int.le_of_eq h.symm⟩
theorem max_le' {a b c : Int} (h₁ : a ≤ c) (h₂ : b ≤ c) : max a b ≤ c := by
  show (if a ≤ b then b else a) ≤ c
  split <;> assumption
theorem le_min' {a b c : Int} (h₁ : c ≤ a) (h₂ : c ≤ b) : c ≤ min a b := by
  show c ≤ (if a ≤ b then a else b)
  split <;> assumption
theorem combine_sat' {s t : Constraint} {x y : Coeffs} (hs : s.sat' x y) (ht : t.sat' x y) :
    (s.combine t).sat' x y := by
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
theorem div_sat {c : Constraint} {t : Int} {k : Nat} (hk : 0 < (k : Int)) (h : c.sat (k * t)) :
    (c.div k).sat t := by
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
    | some u =>
        show (decide (l ≤ 0) && decide (0 ≤ u)) =
          true; rw [decide_eq_true (show l ≤ 0 from h.1), decide_eq_true (show 0 ≤ u from h.2)]; rfl
end Constraint
end Lean.Omega
