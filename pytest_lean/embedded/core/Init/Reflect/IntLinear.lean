module
prelude
public import Init.Reflect.NatLinear
public import Init.Laws.Division
/-!
What `simp +arith` computes on `Int`: linear expressions, their normal form, and its proof. Each theorem
has the
arguments that the simplifier passes; the check that it makes before is written here in its own way.
-/

@[expose] public section

set_option linter.all false

namespace Int
theorem not_le_eq (a b : Int) : (¬a ≤ b) = (b + 1 ≤ a) := propext (by omega)
theorem not_ge_eq (a b : Int) : (¬a ≥ b) = (a + 1 ≤ b) := propext (by omega)
theorem not_lt_eq (a b : Int) : (¬a < b) = (b ≤ a) := propext (by omega)
theorem not_gt_eq (a b : Int) : (¬a > b) = (a ≤ b) := propext (by omega)

namespace Internal.Linear

abbrev Var := Nat
abbrev Context := Lean.RArray Int
noncomputable def Var.denote (ctx : Context) (v : Var) : Int := ctx.get v

/-! ## Expressions and sums -/

inductive Expr where
  | num (v : Int)
  | var (i : Var)
  | add (a b : Expr)
  | sub (a b : Expr)
  | neg (a : Expr)
  | mulL (k : Int) (a : Expr)
  | mulR (a : Expr) (k : Int)
noncomputable def Expr.denote (ctx : Context) : Expr → Int
  | .num k => k
  | .var i => Var.denote ctx i
  | .add a b => denote ctx a + denote ctx b
  | .sub a b => denote ctx a - denote ctx b
  | .neg a => -denote ctx a
  | .mulL k a => k * denote ctx a
  | .mulR a k => denote ctx a * k

/-- A sum of variables with coefficients, and a constant. -/
inductive Poly where
  | num (k : Int)
  | add (k : Int) (v : Var) (p : Poly)
noncomputable def Poly.denote (ctx : Context) : Poly → Int
  | .num k => k
  | .add k v p => k * Var.denote ctx v + denote ctx p
/-- A summand as it is shown: without the coefficient 1. -/
noncomputable def Poly.term (ctx : Context) (k : Int) (v : Var) : Int :=
  bif k == 1 then Var.denote ctx v else k * Var.denote ctx v
noncomputable def Poly.rest (ctx : Context) (sum : Int) : Poly → Int
  | .num k => bif k == 0 then sum else sum + k
  | .add k v p => rest ctx (sum + term ctx k v) p
/-- The sum as it is shown: bracketed to the left, without a constant 0. -/
noncomputable def Poly.denote' (ctx : Context) : Poly → Int
  | .num k => k
  | .add k v p => rest ctx (term ctx k v) p

theorem Poly.term_eq (ctx : Context) (k : Int) (v : Var) : term ctx k v = k * Var.denote ctx v := by
  unfold term
  cases h : k == 1
  · rfl
  · rw [eq_of_beq h, Int.one_mul]; rfl
theorem Poly.rest_eq (ctx : Context) (p : Poly) : ∀ s, rest ctx s p = s + p.denote ctx := by
  induction p with
  | num k =>
    intro s
    show (bif k == 0 then s else s + k) = s + k
    cases h : k == 0
    · rfl
    · rw [eq_of_beq h, Int.add_zero]; rfl
  | add k v p ih => intro s; exact (ih _).trans (by rw [term_eq, Int.add_assoc]; rfl)
theorem Poly.denote'_eq (ctx : Context) (p : Poly) : p.denote' ctx = p.denote ctx := match p with
  | .num k => rfl
  | .add k v p => (rest_eq ctx p _).trans (by rw [term_eq]; rfl)

/-! ## Normal forms -/

def Poly.insert (k : Int) (v : Var) : Poly → Poly
  | .num c => .add k v (.num c)
  | .add k' v' p =>
    bif Nat.beq v v' then (bif k + k' == 0 then p else .add (k + k') v p)
    else bif Nat.ble v v' then .add k v (.add k' v' p) else .add k' v' (insert k v p)
def Poly.addConst (c : Int) : Poly → Poly
  | .num k => .num (c + k)
  | .add k v p => .add k v (addConst c p)
def Poly.plus (q : Poly) : Poly → Poly
  | .num c => q.addConst c
  | .add k v p => insert k v (plus q p)
def Poly.times (n : Int) : Poly → Poly
  | .num c => .num (n * c)
  | .add k v p => .add (n * k) v (times n p)
def Poly.tidy : Poly → Poly
  | .num c => .num c
  | .add k v p => bif k == 0 then p.tidy else insert k v p.tidy
def Expr.norm : Expr → Poly
  | .num k => .num k
  | .var v => .add 1 v (.num 0)
  | .add a b => (norm a).plus (norm b)
  | .sub a b => (norm a).plus ((norm b).times (-1))
  | .neg a => (norm a).times (-1)
  | .mulL k a => ((norm a).times k).tidy
  | .mulR a k => ((norm a).times k).tidy
def Poly.same : Poly → Poly → Bool
  | .num c, .num c' => c == c'
  | .add k v p, .add k' v' p' => k == k' && (Nat.beq v v' && same p p')
  | _, _ => false
def Poly.const : Poly → Int
  | .num c => c
  | .add _ _ p => p.const
def Poly.linear : Poly → Poly
  | .num _ => .num 0
  | .add k v p => .add k v p.linear
/-- Is every coefficient a multiple? The constant may be none. -/
def Poly.divides (n : Int) : Poly → Bool
  | .num _ => true
  | .add k _ p => k % n == 0 && divides n p
def Poly.gcd (n : Int) : Poly → Int
  | .num _ => n
  | .add k _ p => gcd (Int.gcd n k) p

theorem Poly.same_eq : ∀ {p q : Poly}, p.same q = true → p = q
  | .num c, .num c', h => congrArg _ (eq_of_beq (show (c == c') = true from h))
  | .add k v p, .add k' v' p', h => by
    simp only [same, Bool.and_eq_true] at h
    rw [eq_of_beq h.1, Nat.eq_of_beq_eq_true h.2.1, same_eq h.2.2]
theorem Poly.denote_insert (ctx : Context) (k : Int) (v : Var) : ∀ p : Poly,
    (p.insert k v).denote ctx = k * Var.denote ctx v + p.denote ctx
  | .num c => rfl
  | .add k' v' p => by
    unfold insert
    cases h : Nat.beq v v'
    · cases Nat.ble v v'
      · show k' * _ + (p.insert k v).denote ctx = k * _ + (k' * _ + p.denote ctx)
        rw [denote_insert ctx k v p]; omega
      · rfl
    · have e := Nat.eq_of_beq_eq_true h
      subst e
      have e :
        (k + k') * Var.denote ctx v + p.denote ctx = k * Var.denote ctx v + (Poly.add k' v p).denote ctx := by
        rw [Int.add_mul, Int.add_assoc]; rfl
      show Poly.denote ctx (bif k + k' == 0 then p else .add (k + k') v p) = _
      cases h : k + k' == 0
      · exact e
      · rw [← e, eq_of_beq h, Int.zero_mul, Int.zero_add]; rfl
theorem Poly.denote_addConst (ctx : Context) (c : Int) :
    ∀ p : Poly, (p.addConst c).denote ctx = c + p.denote ctx
  | .num k => rfl
  | .add k v p => by
    show k * _ + (p.addConst c).denote ctx = c + (k * _ + p.denote ctx)
    rw [denote_addConst ctx c p]; omega
theorem Poly.denote_plus (ctx : Context) (q : Poly) : ∀ p, (q.plus p).denote ctx = q.denote ctx + p.denote ctx
  | .num c => by rw [plus, denote_addConst, Int.add_comm]; rfl
  | .add k v p => by
    rw [plus, denote_insert, denote_plus ctx q p]
    show _ = q.denote ctx + (k * _ + p.denote ctx)
    omega
theorem Poly.denote_times (ctx : Context) (n : Int) : ∀ p : Poly, (p.times n).denote ctx = n * p.denote ctx
  | .num c => rfl
  | .add k v p => by
    show n * k * _ + (p.times n).denote ctx = n * (k * _ + p.denote ctx)
    rw [denote_times ctx n p, Int.mul_add, Int.mul_assoc]
theorem Poly.denote_tidy (ctx : Context) : ∀ p : Poly, p.tidy.denote ctx = p.denote ctx
  | .num c => rfl
  | .add k v p => by
    show Poly.denote ctx (bif k == 0 then p.tidy else p.tidy.insert k v) = k * _ + p.denote ctx
    cases h : k == 0
    · exact (denote_insert ..).trans (by rw [denote_tidy ctx p])
    · rw [eq_of_beq h, Int.zero_mul, Int.zero_add]; exact denote_tidy ctx p
theorem Expr.denote_norm (ctx : Context) : ∀ e : Expr, e.norm.denote ctx = e.denote ctx
  | .num k => rfl
  | .var v => by show 1 * _ + 0 = _; rw [Int.one_mul, Int.add_zero]; rfl
  | .add a b => by rw [norm, Poly.denote_plus, denote_norm ctx a, denote_norm ctx b]; rfl
  | .sub a b => by
    rw [norm, Poly.denote_plus, Poly.denote_times, denote_norm ctx a, denote_norm ctx b]
    show _ = a.denote ctx - b.denote ctx
    omega
  | .neg a => by
    rw [norm, Poly.denote_times, denote_norm ctx a]
    show _ = -a.denote ctx
    omega
  | .mulL k a => by rw [norm, Poly.denote_tidy, Poly.denote_times, denote_norm ctx a]; rfl
  | .mulR a k => by rw [norm, Poly.denote_tidy, Poly.denote_times, denote_norm ctx a, Int.mul_comm]; rfl
theorem Poly.denote_linear (ctx : Context) : ∀ p : Poly, p.denote ctx = p.linear.denote ctx + p.const
  | .num c => (Int.zero_add c).symm
  | .add k v p => by
    show k * _ + p.denote ctx = k * _ + p.linear.denote ctx + p.const
    rw [denote_linear ctx p, Int.add_assoc]
theorem Poly.dvd_linear (ctx : Context) {n : Int} : ∀ {p : Poly}, p.divides n = true → n ∣ p.linear.denote ctx
  | .num _, _ => Int.dvd_zero n
  | .add k v p, h => by
    simp only [divides, Bool.and_eq_true] at h
    exact Int.dvd_add (Int.dvd_mul_of_dvd_left (Int.dvd_of_emod_eq_zero (eq_of_beq h.1)) _) (dvd_linear ctx
      h.2)

/-! ## Equations -/

section
variable (ctx : Context) (lhs rhs : Expr)

/-- Is the difference of two expressions this sum? -/
def isDifference (lhs rhs : Expr) (p : Poly) : Bool := (lhs.sub rhs).norm.same p.tidy
theorem difference {ctx : Context} {lhs rhs : Expr} {p : Poly} (h : isDifference lhs rhs p = true) :
    lhs.denote ctx - rhs.denote ctx = p.denote ctx := by
  rw [← Poly.denote_tidy, ← Poly.same_eq h, Expr.denote_norm]; rfl

theorem Expr.eq_of_norm_eq (ctx : Context) (e : Expr) (p : Poly) (h : (e.norm.same p.tidy) = true) :
    e.denote ctx = p.denote' ctx := by
  rw [Poly.denote'_eq, ← Poly.denote_tidy, ← Poly.same_eq h, Expr.denote_norm]
theorem norm_eq (p : Poly) (h : isDifference lhs rhs p = true) :
    (lhs.denote ctx = rhs.denote ctx) = (p.denote' ctx = 0) := by
  have := difference (ctx := ctx) h
  rw [Poly.denote'_eq]; exact propext (by omega)
theorem norm_le (p : Poly) (h : isDifference lhs rhs p = true) :
    (lhs.denote ctx ≤ rhs.denote ctx) = (p.denote' ctx ≤ 0) := by
  have := difference (ctx := ctx) h
  rw [Poly.denote'_eq]; exact propext (by omega)
theorem norm_eq_var (x y : Var) (h : isDifference lhs rhs (.add 1 x (.add (-1) y (.num 0))) = true) :
    (lhs.denote ctx = rhs.denote ctx) = (x.denote ctx = y.denote ctx) := by
  have := difference (ctx := ctx) h
  simp only [Poly.denote] at this
  exact propext (by omega)
theorem norm_eq_var_const (x : Var) (k : Int) (h : isDifference lhs rhs (.add 1 x (.num (-k))) = true) :
    (lhs.denote ctx = rhs.denote ctx) = (x.denote ctx = k) := by
  have := difference (ctx := ctx) h
  simp only [Poly.denote] at this
  exact propext (by omega)
def isMultiple (lhs rhs : Expr) (p : Poly) (k : Int) : Bool :=
    decide (0 < k) && isDifference lhs rhs (p.times k)
theorem norm_eq_coeff (p : Poly) (k : Int) (h : isMultiple lhs rhs p k = true) :
    (lhs.denote ctx = rhs.denote ctx) = (p.denote' ctx = 0) := by
  simp only [isMultiple, Bool.and_eq_true, decide_eq_true_eq] at h
  have e := difference (ctx := ctx) h.2
  rw [Poly.denote_times] at e
  rw [Poly.denote'_eq]
  refine propext ⟨fun he => ?_, fun he => ?_⟩
  · have : k * p.denote ctx = 0 := by omega
    exact (Int.mul_eq_zero.mp this).resolve_left (by omega)
  · rw [he, Int.mul_zero] at e; omega
theorem norm_le_coeff (p : Poly) (k : Int) (h : isMultiple lhs rhs p k = true) :
    (lhs.denote ctx ≤ rhs.denote ctx) = (p.denote' ctx ≤ 0) := by
  simp only [isMultiple, Bool.and_eq_true, decide_eq_true_eq] at h
  have e := difference (ctx := ctx) h.2
  rw [Poly.denote_times] at e
  rw [Poly.denote'_eq]
  refine propext ⟨fun he => ?_, fun he => ?_⟩
  · apply Int.le_of_mul_le_mul_left (a := k) _ h.1
    rw [Int.mul_zero]; omega
  · have := Int.mul_le_mul_of_nonneg_left he (Int.le_of_lt h.1)
    rw [Int.mul_zero] at this; omega
/-- Is the sum the difference divided by a number, with the constant rounded up? -/
def isTight (lhs rhs : Expr) (p : Poly) (k : Int) : Bool :=
  decide (0 < k) && ((lhs.sub rhs).norm.linear.same (p.linear.times k).tidy &&
    p.const == -(-(lhs.sub rhs).norm.const / k))
theorem norm_le_coeff_tight (p : Poly) (k : Int) (h : isTight lhs rhs p k = true) :
    (lhs.denote ctx ≤ rhs.denote ctx) = (p.denote' ctx ≤ 0) := by
  simp only [isTight, Bool.and_eq_true, decide_eq_true_eq] at h
  have hk := h.1
  have e : lhs.denote ctx - rhs.denote ctx = (lhs.sub rhs).norm.denote ctx :=
    (Expr.denote_norm ctx (.sub lhs rhs)).symm
  rw [Poly.denote_linear, Poly.same_eq h.2.1, Poly.denote_tidy, Poly.denote_times] at e
  rw [Poly.denote'_eq, Poly.denote_linear, eq_of_beq h.2.2]
  have d := Int.le_ediv_iff_mul_le (a := p.linear.denote ctx) (b := -(lhs.sub rhs).norm.const) hk
  rw [Int.mul_comm] at d
  exact propext (by omega)

/-! ## What is true or false for all values -/

theorem eq_eq_true (h : isDifference lhs rhs (.num 0) = true) :
    (lhs.denote ctx = rhs.denote ctx) = True := by
  have : _ = (0 : Int) := difference (ctx := ctx) h
  exact eq_true (by omega)
def isConst (p : Poly) (ok : Int → Bool) : Bool := match p with
  | .num c => ok c
  | .add _ _ _ => false
theorem const_of {ok : Int → Bool} (h : isConst (lhs.sub rhs).norm ok = true) :
    ∃ c, lhs.denote ctx - rhs.denote ctx = c ∧ ok c = true := by
  have e : lhs.denote ctx - rhs.denote ctx = (lhs.sub rhs).norm.denote ctx :=
    (Expr.denote_norm ctx (.sub lhs rhs)).symm
  generalize (lhs.sub rhs).norm = p at h e
  match p, h with
  | .num c, h => exact ⟨c, e, h⟩
theorem eq_eq_false (h : isConst (lhs.sub rhs).norm (· != 0) = true) :
    (lhs.denote ctx = rhs.denote ctx) = False := by
  obtain ⟨c, e, h⟩ := const_of ctx lhs rhs h
  have : c ≠ 0 := by simpa using h
  exact eq_false (by omega)
theorem le_eq_true (h : isConst (lhs.sub rhs).norm (decide <| · ≤ 0) = true) :
    (lhs.denote ctx ≤ rhs.denote ctx) = True := by
  obtain ⟨c, e, h⟩ := const_of ctx lhs rhs h
  have : c ≤ 0 := by simpa using h
  exact eq_true (by omega)
theorem le_eq_false (h : isConst (lhs.sub rhs).norm (decide <| 0 < ·) = true) :
    (lhs.denote ctx ≤ rhs.denote ctx) = False := by
  obtain ⟨c, e, h⟩ := const_of ctx lhs rhs h
  have : 0 < c := by simpa using h
  exact eq_false (by omega)
theorem eq_eq_false_of_divCoeff (k : Int)
    (h : ((lhs.sub rhs).norm.divides k && (lhs.sub rhs).norm.const % k != 0) = true) :
    (lhs.denote ctx = rhs.denote ctx) = False := by
  simp only [Bool.and_eq_true, bne_iff_ne] at h
  have e : lhs.denote ctx - rhs.denote ctx = (lhs.sub rhs).norm.denote ctx :=
    (Expr.denote_norm ctx (.sub lhs rhs)).symm
  rw [Poly.denote_linear] at e
  refine eq_false fun he => h.2 ?_
  apply Int.emod_eq_zero_of_dvd
  obtain ⟨m, hm⟩ := Poly.dvd_linear ctx h.1
  exact ⟨-m, by rw [Int.mul_neg, ← hm]; omega⟩

/-! ## Divisibility -/

theorem norm_dvd (k : Int) (e : Expr) (p : Poly) (h : (e.norm.same p.tidy) = true) :
    (k ∣ e.denote ctx) = (k ∣ p.denote' ctx) := by rw [Expr.eq_of_norm_eq ctx e p h]
theorem norm_dvd_gcd (k₁ : Int) (e₁ : Expr) (k₂ : Int) (p₂ : Poly) (g : Int)
    (h : (g != 0 && (k₁ == g * k₂ && e₁.norm.same (p₂.times g).tidy)) = true) :
    (k₁ ∣ e₁.denote ctx) = (k₂ ∣ p₂.denote' ctx) := by
  simp only [Bool.and_eq_true, bne_iff_ne] at h
  rw [Poly.denote'_eq, ← Expr.denote_norm, Poly.same_eq h.2.2, Poly.denote_tidy, Poly.denote_times,
    eq_of_beq h.2.1]
  exact propext ⟨fun ⟨m, hm⟩ => ⟨m, Int.eq_of_mul_eq_mul_left h.1 (by rw [hm, Int.mul_assoc])⟩,
    fun ⟨m, hm⟩ => ⟨m, by rw [hm, Int.mul_assoc]⟩⟩
theorem Poly.gcd_spec (n : Int) : ∀ p : Poly, p.gcd n ∣ n ∧ p.gcd n ∣ p.linear.denote ctx
  | .num _ => ⟨Int.dvd_refl n, Int.dvd_zero _⟩
  | .add k v p => by
    have ⟨h, h'⟩ := gcd_spec (Int.gcd n k) p
    exact ⟨Int.dvd_trans h (Int.gcd_dvd_left ..), Int.dvd_add
      (Int.dvd_mul_of_dvd_left (Int.dvd_trans h (Int.gcd_dvd_right ..)) _) h'⟩
theorem dvd_eq_false (k : Int) (e : Expr) (h : (e.norm.const % e.norm.gcd k != 0) = true) :
    (k ∣ e.denote ctx) = False := by
  refine eq_false fun hd => bne_iff_ne.mp h ?_
  apply Int.emod_eq_zero_of_dvd
  have ⟨hk, hl⟩ := Poly.gcd_spec ctx k e.norm
  rw [← Expr.denote_norm, Poly.denote_linear] at hd
  obtain ⟨a, ha⟩ := Int.dvd_trans hk hd
  obtain ⟨b, hb⟩ := hl
  exact ⟨a - b, by rw [Int.mul_sub, ← ha, ← hb]; omega⟩
end
end Internal.Linear
end Int
