module
prelude
public import Init.Data.List.Index
public import Init.Data.Nat.Decide
/-!
What `ac_rfl` and `ac_nf` compute: expressions over one associative operation, their normal form, and
its proof.
-/

@[expose] public section

set_option linter.all false

universe u
namespace Std
class Associative {α : Sort u} (op : α → α → α) : Prop where
  assoc : ∀ a b c : α, op (op a b) c = op a (op b c)
class Commutative {α : Sort u} (op : α → α → α) : Prop where
  comm : ∀ a b : α, op a b = op b a
class IdempotentOp {α : Sort u} (op : α → α → α) : Prop where
  idempotent : ∀ a : α, op a a = a
class LawfulIdentity {α : Sort u} (op : α → α → α) (o : outParam α) : Prop where
  left_id : ∀ a : α, op o a = a
  right_id : ∀ a : α, op a o = a
end Std
instance : Std.Associative (α := Nat) (· + ·) := ⟨Nat.add_assoc⟩
instance : Std.Commutative (α := Nat) (· + ·) := ⟨Nat.add_comm⟩
instance : Std.Associative (α := Nat) (· * ·) := ⟨Nat.mul_assoc⟩
instance : Std.Commutative (α := Nat) (· * ·) := ⟨Nat.mul_comm⟩
instance : Std.LawfulIdentity (α := Nat) (· + ·) 0 := ⟨Nat.zero_add, Nat.add_zero⟩
instance : Std.Associative And :=
  ⟨fun a b c => propext ⟨fun ⟨⟨x, y⟩, z⟩ => ⟨x, y, z⟩, fun ⟨x, y, z⟩ => ⟨⟨x, y⟩, z⟩⟩⟩
instance : Std.Commutative And := ⟨fun a b => propext ⟨fun ⟨x, y⟩ => ⟨y, x⟩, fun ⟨x, y⟩ => ⟨y, x⟩⟩⟩
instance : Std.IdempotentOp And := ⟨fun a => propext ⟨fun ⟨x, _⟩ => x, fun x => ⟨x, x⟩⟩⟩
namespace Lean.Data.AC
inductive Expr where
  | var (x : Nat)
  | op (lhs rhs : Expr)
structure Variable {α : Sort u} (op : α → α → α) : Type u where
  value : α
  neutral : Option (PLift (Std.LawfulIdentity op value))
structure Context (α : Sort u) where
  op : α → α → α
  assoc : Std.Associative op
  comm : Option (PLift (Std.Commutative op))
  idem : Option (PLift (Std.IdempotentOp op))
  vars : List (Variable op)
  arbitrary : α
variable {α : Sort u}
def look {op : α → α → α} : List (Variable op) → α → Nat → α
  | [], d, _ => d
  | v :: _, _, 0 => v.value
  | _ :: vs, d, n + 1 => look vs d n
def Context.var (ctx : Context α) (n : Nat) : α := look ctx.vars ctx.arbitrary n
def eval (α : Sort u) (ctx : Context α) : Expr → α
  | .var x => ctx.var x
  | .op l r => ctx.op (eval α ctx l) (eval α ctx r)
def toList : Expr → List Nat
  | .var x => [x]
  | .op l r => toList l ++ toList r
def evalList (ctx : Context α) : List Nat → α
  | [] => ctx.arbitrary
  | [x] => ctx.var x
  | x :: y :: xs => ctx.op (ctx.var x) (evalList ctx (y :: xs))
def insert (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => match Nat.ble x y with
    | true => x :: y :: ys
    | false => y :: insert x ys
def sort : List Nat → List Nat
  | [] => []
  | x :: xs => insert x (sort xs)
def isNeutral {op : α → α → α} : List (Variable op) → Nat → Bool
  | [], _ => false
  | v :: _, 0 => match v.neutral with
    | some _ => true
    | none => false
  | _ :: vs, n + 1 => isNeutral vs n
def dropNeutral (ctx : Context α) : List Nat → List Nat
  | [] => []
  | x :: xs => bif isNeutral ctx.vars x then dropNeutral ctx xs else x :: dropNeutral ctx xs
/-- Without neutral elements; of a sum that has no others the first stays. -/
def withoutNeutral (ctx : Context α) : List Nat → List Nat
  | [] => []
  | x :: xs => bif (dropNeutral ctx (x :: xs)).isEmpty then [x] else dropNeutral ctx (x :: xs)
def sorted (ctx : Context α) (xs : List Nat) : List Nat := match ctx.comm with
  | none => xs
  | some _ => sort xs
/-- Of equal neighbours one stays. -/
def dedup : List Nat → List Nat
  | [] => []
  | [x] => [x]
  | x :: y :: ys => bif Nat.beq x y then dedup (y :: ys) else x :: dedup (y :: ys)
def deduped (ctx : Context α) (xs : List Nat) : List Nat := match ctx.idem with
  | none => xs
  | some _ => dedup xs
def norm (ctx : Context α) (e : Expr) : List Nat :=
  deduped ctx (sorted ctx (withoutNeutral ctx (toList e)))
theorem evalList_cons (ctx : Context α) (x : Nat) :
    ∀ xs : List Nat, xs ≠ [] → evalList ctx (x :: xs) = ctx.op (ctx.var x) (evalList ctx xs)
  | [], h => absurd rfl h
  | _ :: _, _ => rfl
theorem evalList_append (ctx : Context α) :
    ∀ xs ys : List Nat, xs ≠ [] → ys ≠ [] → evalList ctx (xs ++ ys) = ctx.op (evalList ctx xs)
    (evalList ctx ys)
  | [], _, h, _ => absurd rfl h
  | [x], ys, _, h => evalList_cons ctx x ys h
  | x :: y :: xs, ys, _, h => by
    show evalList ctx (x :: (y :: xs ++ ys)) = ctx.op (ctx.op _ _) _
    rw [evalList_cons ctx x (y :: xs ++ ys) (by intro e; cases e),
      evalList_append ctx (y :: xs) ys (by intro e; cases e) h, ctx.assoc.assoc]
theorem toList_ne_nil : ∀ e : Expr, toList e ≠ []
  | .var _ => by intro e; cases e
  | .op l r => fun h => by
    have := toList_ne_nil l
    unfold toList at h
    cases hl : toList l with
    | nil => exact this hl
    | cons a as => rw [hl] at h; cases h
theorem eval_eq (ctx : Context α) : ∀ e : Expr, eval α ctx e = evalList ctx (toList e)
  | .var _ => rfl
  | .op l r => by
    show ctx.op (eval α ctx l) (eval α ctx r) = evalList ctx (toList l ++ toList r)
    rw [evalList_append ctx _ _ (toList_ne_nil l) (toList_ne_nil r), eval_eq ctx l, eval_eq ctx r]
theorem insert_ne_nil (x : Nat) (ys : List Nat) : insert x ys ≠ [] := by
  cases ys with
  | nil => intro e; cases e
  | cons y ys => unfold insert; split <;> (intro e; cases e)
theorem evalList_insert (ctx : Context α) (hc : Std.Commutative ctx.op) (x : Nat) :
    ∀ ys : List Nat, evalList ctx (insert x ys) = evalList ctx (x :: ys)
  | [] => rfl
  | y :: ys => by
    unfold insert
    split
    · rfl
    · rw [evalList_cons ctx y _ (insert_ne_nil x ys), evalList_insert ctx hc x ys]
      cases ys with
      | nil => exact hc.comm _ _
      | cons z zs =>
        show ctx.op _ (ctx.op _ _) = ctx.op _ (ctx.op _ _)
        rw [← ctx.assoc.assoc, hc.comm (ctx.var y), ctx.assoc.assoc]
theorem evalList_sort (ctx : Context α) (hc : Std.Commutative ctx.op) :
    ∀ xs : List Nat, evalList ctx (sort xs) = evalList ctx xs
  | [] => rfl
  | [x] => rfl
  | x :: y :: xs => by
    show evalList ctx (insert x (sort (y :: xs))) = _
    rw [evalList_insert ctx hc, evalList_cons ctx x (sort (y :: xs)) (insert_ne_nil y (sort xs)),
      evalList_cons ctx x _ (by intro e; cases e), evalList_sort ctx hc (y :: xs)]
/-- `a` changes nothing on either side. -/
def Neutral (ctx : Context α) (a : α) : Prop := (∀ b, ctx.op a b = b) ∧ ∀ b, ctx.op b a = b
theorem neutral_look {op : α → α → α} (d : α) :
    ∀ (vs : List (Variable op)) (n : Nat), isNeutral vs n = true →
      (∀ b, op (look vs d n) b = b) ∧ ∀ b, op b (look vs d n) = b
  | [], _, h => by cases h
  | ⟨_, none⟩ :: _, 0, h => by cases h
  | ⟨_, some law⟩ :: _, 0, _ => ⟨law.down.left_id, law.down.right_id⟩
  | _ :: vs, n + 1, h => neutral_look d vs n h
theorem evalList_dropNeutral (ctx : Context α) : ∀ xs : List Nat,
    (dropNeutral ctx xs = [] → xs ≠ [] → Neutral ctx (evalList ctx xs)) ∧
    (dropNeutral ctx xs ≠ [] → evalList ctx (dropNeutral ctx xs) = evalList ctx xs)
  | [] => ⟨fun _ h => absurd rfl h, fun h => absurd rfl h⟩
  | [x] => by
    show (cond (isNeutral ctx.vars x) [] [x] = [] → _) ∧
      (cond (isNeutral ctx.vars x) [] [x] ≠ [] →
        evalList ctx (cond (isNeutral ctx.vars x) [] [x]) = ctx.var x)
    cases hx : isNeutral ctx.vars x with
    | true => exact ⟨fun _ _ => neutral_look ctx.arbitrary ctx.vars x hx, fun h => absurd rfl h⟩
    | false => exact ⟨(fun h => nomatch h), fun _ => rfl⟩
  | x :: y :: ys => by
    have ih := evalList_dropNeutral ctx (y :: ys)
    have ne : y :: ys ≠ [] := fun h => nomatch h
    have step : dropNeutral ctx (x :: y :: ys) =
      cond (isNeutral ctx.vars x) (dropNeutral ctx (y :: ys)) (x :: dropNeutral ctx (y :: ys)) := rfl
    show (_ → _ → Neutral ctx (ctx.op (ctx.var x) (evalList ctx (y :: ys)))) ∧
      (_ → _ = ctx.op (ctx.var x) (evalList ctx (y :: ys)))
    rw [step]
    cases hx : isNeutral ctx.vars x with
    | true =>
      have law := (neutral_look ctx.arbitrary ctx.vars x hx).1 (evalList ctx (y :: ys))
      exact ⟨fun h _ => law.symm ▸ ih.1 h ne, fun h => (ih.2 h).trans law.symm⟩
    | false =>
      refine ⟨(fun h => nomatch h), fun _ => ?_⟩
      show evalList ctx (x :: dropNeutral ctx (y :: ys)) = _
      cases hd : dropNeutral ctx (y :: ys) with
      | nil => exact ((ih.1 hd ne).2 _).symm
      | cons z zs =>
        rw [hd] at ih
        exact congrArg (ctx.op _) (ih.2 fun h => nomatch h)
theorem evalList_withoutNeutral (ctx : Context α) :
    ∀ xs : List Nat, evalList ctx (withoutNeutral ctx xs) = evalList ctx xs
  | [] => rfl
  | x :: xs => by
    have law := evalList_dropNeutral ctx (x :: xs)
    show evalList ctx (cond (dropNeutral ctx (x :: xs)).isEmpty [x] (dropNeutral ctx (x :: xs))) = _
    cases hd : dropNeutral ctx (x :: xs) with
    | cons y ys =>
      rw [hd] at law
      exact law.2 fun h => nomatch h
    | nil => cases xs with
      | nil => rfl
      | cons y ys =>
        have hd :
          cond (isNeutral ctx.vars x) (dropNeutral ctx (y :: ys)) (x :: dropNeutral ctx (y :: ys)) = [] := hd
        cases hx : isNeutral ctx.vars x with
        | false => rw [hx] at hd; cases hd
        | true =>
          rw [hx] at hd
          exact (((evalList_dropNeutral ctx (y :: ys)).1 hd fun h => nomatch h).2 _).symm
theorem evalList_dedup (ctx : Context α) (hi : Std.IdempotentOp ctx.op) :
    ∀ xs : List Nat, evalList ctx (dedup xs) = evalList ctx xs ∧ (xs ≠ [] → dedup xs ≠ [])
  | [] => ⟨rfl, id⟩
  | [x] => ⟨rfl, id⟩
  | x :: y :: ys => by
    have ih := evalList_dedup ctx hi (y :: ys)
    have ne : dedup (y :: ys) ≠ [] := ih.2 fun h => nomatch h
    show evalList ctx (cond (Nat.beq x y) (dedup (y :: ys)) (x :: dedup (y :: ys))) = _ ∧
      (_ → cond (Nat.beq x y) (dedup (y :: ys)) (x :: dedup (y :: ys)) ≠ [])
    cases hb : Nat.beq x y with
    | false => exact ⟨(evalList_cons ctx x _ ne).trans (congrArg _ ih.1), fun _ h => nomatch h⟩
    | true =>
      cases Nat.eq_of_beq_eq_true hb
      refine ⟨ih.1.trans ?_, fun _ => ne⟩
      cases ys with
      | nil => exact (hi.idempotent _).symm
      | cons z zs => exact ((ctx.assoc.assoc _ _ _).symm.trans (congrArg (ctx.op · _) (hi.idempotent _))).symm
theorem eval_norm (ctx : Context α) (e : Expr) : evalList ctx (norm ctx e) = eval α ctx e := by
  refine Eq.trans ?_ ((evalList_withoutNeutral ctx (toList e)).trans (eval_eq ctx e).symm)
  unfold norm deduped sorted
  cases ctx.idem with
  | none => cases ctx.comm with
    | none => rfl
    | some comm => exact evalList_sort ctx comm.down _
  | some idem => cases ctx.comm with
    | none => exact (evalList_dedup ctx idem.down _).1
    | some comm => exact (evalList_dedup ctx idem.down _).1.trans (evalList_sort ctx comm.down _)
theorem eq_of_listBeq : ∀ {xs ys : List Nat}, (xs == ys) = true → xs = ys
  | [], [], _ => rfl
  | [], _ :: _, h => by cases h
  | _ :: _, [], h => by cases h
  | x :: xs, y :: ys, h => by
    have h' : ((x == y) && (xs == ys)) = true := h
    rw [Bool.and_eq_true] at h'
    rw [eq_of_beq h'.1, eq_of_listBeq h'.2]
theorem Context.eq_of_norm (ctx : Context α) (a b : Expr) (h : (norm ctx a == norm ctx b) = true) :
    eval α ctx a = eval α ctx b := by
  have key : norm ctx a = norm ctx b := eq_of_listBeq h
  rw [← eval_norm ctx a, ← eval_norm ctx b, key]
end Lean.Data.AC
