module
prelude
public import Init.Data.Int.Order
public import Init.Data.List.Index
public import Init.Data.Nat.Decide
/-!
What `simp +arith` computes on `Nat`: linear expressions, their normal form, and its proof.
-/

@[expose] public section
set_option linter.all false
def eagerReduce {α : Sort u} (a : α) : α := a
namespace Lean
inductive RArray (α : Type u) : Type u where
  | leaf : α → RArray α
  | branch : Nat → RArray α → RArray α → RArray α
noncomputable def RArray.get {α : Type u} (a : RArray α) (n : Nat) : α :=
  RArray.rec (fun x => x) (fun p _ _ l r => (Nat.ble p n).rec l r) a
end Lean
namespace Nat
theorem not_le_eq (a b : Nat) : (¬a ≤ b) = (b + 1 ≤ a) := propext Nat.not_le
theorem not_ge_eq (a b : Nat) : (¬a ≥ b) = (a + 1 ≤ b) := propext Nat.not_le
theorem not_lt_eq (a b : Nat) : (¬a < b) = (b ≤ a) := propext Nat.not_lt
theorem not_gt_eq (a b : Nat) : (¬a > b) = (a ≤ b) := propext Nat.not_lt
namespace Internal.Linear
abbrev Var := Nat
abbrev Context := Lean.RArray Nat
noncomputable def Var.denote (ctx : Context) (v : Var) : Nat := ctx.get v
inductive Expr where
  | num (v : Nat)
  | var (i : Var)
  | add (a b : Expr)
  | mulL (k : Nat) (a : Expr)
  | mulR (a : Expr) (k : Nat)
noncomputable def Expr.denote (ctx : Context) : Expr → Nat
  | .num k => k
  | .var i => Var.denote ctx i
  | .add a b => denote ctx a + denote ctx b
  | .mulL k a => k * denote ctx a
  | .mulR a k => denote ctx a * k
structure ExprCnstr where
  eq : Bool
  lhs : Expr
  rhs : Expr
def ExprCnstr.denote (ctx : Context) (c : ExprCnstr) : Prop := match c.eq with
  | true => c.lhs.denote ctx = c.rhs.denote ctx
  | false => c.lhs.denote ctx ≤ c.rhs.denote ctx
/-- A sum with a constant: the constant, then coefficients with variables in increasing order. -/
abbrev Mon := Nat × Var
noncomputable def sum (ctx : Context) : List Mon → Nat
  | [] => 0
  | (k, v) :: p => k * Var.denote ctx v + sum ctx p
def ins (k : Nat) (v : Var) : List Mon → List Mon
  | [] => [(k, v)]
  | (k', v') :: p =>
      bif Nat.beq v v' then (k + k', v') :: p else bif Nat.ble v v' then (k, v) :: (k', v') :: p else (k',
        v') :: ins k v p
def addTo (q : List Mon) : List Mon → List Mon
  | [] => q
  | (k, v) :: p => ins k v (addTo q p)
def scale (k : Nat) : List Mon → List Mon
  | [] => []
  | (k', v) :: p => (k * k', v) :: scale k p
structure P where
  c : Nat
  p : List Mon
noncomputable def P.denote (ctx : Context) (p : P) : Nat := p.c + sum ctx p.p
def P.add (p q : P) : P := ⟨p.c + q.c, addTo q.p p.p⟩
def P.scale (k : Nat) (p : P) : P := bif Nat.beq k 0 then ⟨0, []⟩ else ⟨k * p.c, Linear.scale k p.p⟩
def Expr.norm : Expr → P
  | .num k => ⟨k, []⟩
  | .var v => ⟨0, [(1, v)]⟩
  | .add a b => a.norm.add b.norm
  | .mulL k a => a.norm.scale k
  | .mulR a k => a.norm.scale k
def beqL : List Mon → List Mon → Bool
  | [], [] => true
  | (k, v) :: p, (k', v') :: q => Nat.beq k k' && Nat.beq v v' && beqL p q
  | _, _ => false
def P.beq (p q : P) : Bool := Nat.beq p.c q.c && beqL p.p q.p
def leL : List Mon → List Mon → Bool
  | [], _ => true
  | _ :: _, [] => false
  | (k, v) :: p, (k', v') :: q => bif Nat.beq v v' then Nat.ble k k' && leL p q else leL ((k, v) :: p) q

theorem sum_ins (ctx : Context) (k : Nat) (v : Var) :
    ∀ p, sum ctx (ins k v p) = k * Var.denote ctx v + sum ctx p
  | [] => rfl
  | (k', v') :: p => by
    unfold ins
    cases h : Nat.beq v v' with
    | true =>
      have e := Nat.eq_of_beq_eq_true h; subst e
      show (k + k') * _ + sum ctx p = k * _ + (k' * _ + sum ctx p)
      rw [Nat.add_mul, Nat.add_assoc]
    | false =>
      cases Nat.ble v v' with
      | true => rfl
      | false =>
        show k' * _ + sum ctx (ins k v p) = k * _ + (k' * _ + sum ctx p)
        rw [sum_ins ctx k v p, Nat.add_left_comm]
theorem sum_addTo (ctx : Context) (q : List Mon) : ∀ p, sum ctx (addTo q p) = sum ctx p + sum ctx q
  | [] => (Nat.zero_add _).symm
  | (k, v) :: p => by
    show sum ctx (ins k v (addTo q p)) = k * _ + sum ctx p + sum ctx q
    rw [sum_ins, sum_addTo ctx q p, Nat.add_assoc]
theorem sum_scale (ctx : Context) (k : Nat) : ∀ p, sum ctx (scale k p) = k * sum ctx p
  | [] => rfl
  | (k', v) :: p => by
    show k * k' * _ + sum ctx (scale k p) = k * (k' * _ + sum ctx p)
    rw [sum_scale ctx k p, Nat.mul_add, Nat.mul_assoc]
theorem P.denote_scale (ctx : Context) (k : Nat) (p : P) : (p.scale k).denote ctx = k * p.denote ctx := by
  unfold P.scale
  cases h : Nat.beq k 0 with
  | true => have e := Nat.eq_of_beq_eq_true h; subst e; exact (Nat.zero_mul (p.denote ctx)).symm
  | false =>
      show k * p.c + sum ctx (Linear.scale k p.p) = k * (p.c + sum ctx p.p); rw [sum_scale, Nat.mul_add]
theorem Expr.denote_norm (ctx : Context) : ∀ e : Expr, e.norm.denote ctx = e.denote ctx
  | .num k => rfl
  | .var v => by show 0 + (1 * _ + 0) = _; rw [Nat.zero_add, Nat.one_mul]; rfl
  | .add a b => by
    show a.norm.c + b.norm.c + sum ctx (addTo b.norm.p a.norm.p) = a.denote ctx + b.denote ctx
    rw [sum_addTo, ← denote_norm ctx a, ← denote_norm ctx b]
    show _ = (a.norm.c + sum ctx a.norm.p) + (b.norm.c + sum ctx b.norm.p)
    rw [Nat.add_assoc, Nat.add_assoc, Nat.add_left_comm b.norm.c]
  | .mulL k a =>
      by show (a.norm.scale k).denote ctx = k * a.denote ctx; rw [P.denote_scale, denote_norm ctx a]
  | .mulR a k =>
      by show (a.norm.scale k).denote ctx = a.denote ctx * k; rw [P.denote_scale, denote_norm ctx a,
        Nat.mul_comm]
theorem eq_of_beqL : ∀ {p q : List Mon}, beqL p q = true → p = q
  | [], [], _ => rfl
  | [], _ :: _, h => by cases h
  | _ :: _, [], h => by cases h
  | (k, v) :: p, (k', v') :: q, h => by
    have h : (Nat.beq k k' && Nat.beq v v' && beqL p q) = true := h
    rw [Bool.and_eq_true, Bool.and_eq_true] at h
    rw [Nat.eq_of_beq_eq_true h.1.1, Nat.eq_of_beq_eq_true h.1.2, eq_of_beqL h.2]
theorem P.eq_of_beq {p q : P} (h : p.beq q = true) : p = q := by
  obtain ⟨c, p⟩ := p; obtain ⟨d, q⟩ := q
  have h : (Nat.beq c d && beqL p q) = true := h
  rw [Bool.and_eq_true] at h
  rw [Nat.eq_of_beq_eq_true h.1, eq_of_beqL h.2]
theorem sum_le (ctx : Context) : ∀ {p q : List Mon}, leL p q = true → sum ctx p ≤ sum ctx q
  | [], _, _ => Nat.zero_le _
  | _ :: _, [], h => by cases h
  | (k, v) :: p, (k', v') :: q, h => by
    unfold leL at h
    cases e : Nat.beq v v' with
    | true =>
      rw [e] at h
      have h : (Nat.ble k k' && leL p q) = true := h
      rw [Bool.and_eq_true] at h
      have e' := Nat.eq_of_beq_eq_true e; subst e'
      exact Nat.add_le_add (Nat.mul_le_mul (Nat.le_of_ble_eq_true h.1) (Nat.le_refl _)) (sum_le ctx h.2)
    | false =>
      rw [e] at h
      exact Nat.le_trans (sum_le ctx (p := (k, v) :: p) (q := q) h) (Nat.le_add_left _ _)
theorem Expr.eq_of_toNormPoly_eq (ctx : Context) (e e' : Expr) (h : P.beq e.norm e'.norm = true) :
    e.denote ctx = e'.denote ctx := by
  rw [← denote_norm ctx e, ← denote_norm ctx e', P.eq_of_beq h]
def ExprCnstr.same (c d : ExprCnstr) : Bool :=
  (c.eq == d.eq) && P.beq (Expr.add c.lhs d.rhs).norm (Expr.add d.lhs c.rhs).norm
theorem ExprCnstr.eq_of_toNormPoly_eq (ctx : Context) (c d : ExprCnstr) (h : c.same d = true) :
    c.denote ctx = d.denote ctx := by
  obtain ⟨ec, l, r⟩ := c; obtain ⟨ed, l', r'⟩ := d
  have h : ((ec == ed) && P.beq (Expr.add l r').norm (Expr.add l' r).norm) = true := h
  rw [Bool.and_eq_true] at h
  have key : l.denote ctx + r'.denote ctx = l'.denote ctx + r.denote ctx :=
    Expr.eq_of_toNormPoly_eq ctx (.add l r') (.add l' r) h.2
  have e : ec = ed := eq_of_beq h.1
  subst e
  generalize hl : l.denote ctx = a at key
  generalize hr : r.denote ctx = b at key
  generalize hl' : l'.denote ctx = a' at key
  generalize hr' : r'.denote ctx = b' at key
  cases ec with
  | true =>
      show (l.denote ctx = r.denote ctx) =
        (l'.denote ctx = r'.denote ctx); rw [hl, hr, hl',
        hr']; exact propext ⟨fun e =>
        by subst e; rw [Nat.add_comm a'] at key; exact (Nat.add_left_cancel key).symm, fun e =>
          by subst e; rw [Nat.add_comm] at key; exact Nat.add_left_cancel key⟩
  | false =>
    show (l.denote ctx ≤ r.denote ctx) = (l'.denote ctx ≤ r'.denote ctx); rw [hl, hr, hl', hr']
    exact propext ⟨fun e => by
        have := Nat.add_le_add e (Nat.le_refl b'); rw [key, Nat.add_comm a'] at this
        exact Nat.le_of_add_le_add_left this,
      fun e => by
        have := Nat.add_le_add e (Nat.le_refl b); rw [← key, Nat.add_comm a] at this
        exact Nat.le_of_add_le_add_left this⟩
def P.le (p q : P) : Bool := Nat.ble p.c q.c && leL p.p q.p
def P.lt (p q : P) : Bool := Nat.ble (p.c + 1) q.c && leL p.p q.p
theorem P.denote_le (ctx : Context) {p q : P} (h : p.le q = true) : p.denote ctx ≤ q.denote ctx := by
  have h : (Nat.ble p.c q.c && leL p.p q.p) = true := h
  rw [Bool.and_eq_true] at h
  exact Nat.add_le_add (Nat.le_of_ble_eq_true h.1) (sum_le ctx h.2)
theorem P.denote_lt (ctx : Context) {p q : P} (h : p.lt q = true) : p.denote ctx < q.denote ctx := by
  have h : (Nat.ble (p.c + 1) q.c && leL p.p q.p) = true := h
  rw [Bool.and_eq_true] at h
  have := Nat.add_le_add (Nat.le_of_ble_eq_true h.1) (sum_le ctx h.2)
  rw [Nat.add_right_comm] at this; exact this
def ExprCnstr.valid (c : ExprCnstr) : Bool :=
  bif c.eq then P.beq c.lhs.norm c.rhs.norm else P.le c.lhs.norm c.rhs.norm
def ExprCnstr.unsat (c : ExprCnstr) : Bool :=
  P.lt c.rhs.norm c.lhs.norm || (c.eq && P.lt c.lhs.norm c.rhs.norm)
theorem ExprCnstr.eq_true_of_isValid (ctx : Context) (c : ExprCnstr) (h : c.valid = true) :
    c.denote ctx = True := by
  obtain ⟨ec, l, r⟩ := c
  cases ec with
  | true => exact eq_true (Expr.eq_of_toNormPoly_eq ctx l r h)
  | false =>
      refine eq_true ?_; show l.denote ctx ≤ r.denote ctx; rw [← Expr.denote_norm ctx l,
        ← Expr.denote_norm ctx r]; exact P.denote_le ctx h
theorem ExprCnstr.eq_false_of_isUnsat (ctx : Context) (c : ExprCnstr) (h : c.unsat = true) :
    c.denote ctx = False := by
  obtain ⟨ec, l, r⟩ := c
  have h : (P.lt r.norm l.norm || (ec && P.lt l.norm r.norm)) = true := h
  cases ec with
  | true =>
    refine eq_false fun e => ?_
    have e : l.denote ctx = r.denote ctx := e
    rw [← Expr.denote_norm ctx l, ← Expr.denote_norm ctx r] at e
    cases h₁ : P.lt r.norm l.norm with
    | true => exact Nat.ne_of_gt (P.denote_lt ctx h₁) e
    | false => rw [h₁] at h; exact Nat.ne_of_lt (P.denote_lt ctx h) e
  | false =>
    refine eq_false fun e => ?_
    have e : l.denote ctx ≤ r.denote ctx := e
    rw [← Expr.denote_norm ctx l, ← Expr.denote_norm ctx r] at e
    cases h₁ : P.lt r.norm l.norm with
    | true => exact Nat.not_le_of_gt (P.denote_lt ctx h₁) e
    | false => rw [h₁] at h; cases h
end Internal.Linear
end Nat
