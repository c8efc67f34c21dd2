/-! Optional values and errors. -/

namespace OptionExcept

def head? {α : Type} : List α → Option α
  | [] => none
  | a :: _ => some a

#eval head? [1, 2]
-- info: some 1

#eval head? ([] : List Nat)
-- info: none

#eval (head? [1, 2]).isSome
-- info: true

#eval (none : Option Nat).getD 5
-- info: 5

#eval (some 4).map (· + 1)
-- info: some 5

#eval (some 4) >>= fun n => if n > 3 then none else some n
-- info: none

#eval (none <|> some 2 : Option Nat)
-- info: some 2

#eval match head? [7, 8] with
  | some n => s!"first: {n}"
  | none => "nothing"
-- info: "first: 7"

def lookup {α β : Type} [BEq α] (a : α) : List (α × β) → Option β
  | [] => none
  | (a', b) :: rest => if a == a' then some b else lookup a rest

def ages : List (String × Nat) := [("ada", 36), ("alan", 41)]

#eval lookup "alan" ages
-- info: some 41

def sumOfAges (a b : String) : Option Nat := do
  let x ← lookup a ages
  let y ← lookup b ages
  return x + y

#eval sumOfAges "ada" "alan"
-- info: some 77

#eval sumOfAges "ada" "grace"
-- info: none

theorem map_id {α : Type} (o : Option α) : o.map id = o := by
  cases o <;> rfl

theorem map_comp {α β γ : Type} (g : β → γ) (f : α → β) (o : Option α) :
    (o.map f).map g = o.map (g ∘ f) := by
  cases o with
  | none => rfl
  | some a => rfl

theorem bind_some {α : Type} (o : Option α) : o.bind some = o := by cases o <;> rfl

theorem bind_assoc {α β γ : Type} (o : Option α) (f : α → Option β) (g : β → Option γ) :
    (o.bind f).bind g = o.bind (fun a => (f a).bind g) := by
  cases o <;> rfl

theorem some_ne_none {α : Type} (a : α) : some a ≠ none := by
  intro h
  cases h

theorem some_inj {α : Type} {a b : α} : some a = some b ↔ a = b := by
  constructor
  · intro h
    injection h
  · rintro rfl
    rfl

theorem eq_none_or_some {α : Type} (o : Option α) : o = none ∨ ∃ a, o = some a := by
  rcases o with _ | a
  · exact Or.inl rfl
  · exact Or.inr ⟨a, rfl⟩

theorem lookup_head {α β : Type} [BEq α] [LawfulBEq α] (a : α) (b : β) (rest : List (α × β)) :
    lookup a ((a, b) :: rest) = some b := by
  simp [lookup]

example (x : Nat) (h : some x = some 3) : x = 3 := by simpa using h

example (x : Nat) (h : some x = none) : 1 = 2 := by simp at h

example (x : Nat) (h : head? [x] = none) : False := by simp [head?] at h

inductive Fault where
  | divisionByZero
  | negative (by' : Nat)
  deriving Repr, DecidableEq

def div (m n : Nat) : Except Fault Nat :=
  if n = 0 then .error .divisionByZero else .ok (m / n)

def sub (m n : Nat) : Except Fault Nat :=
  if m < n then throw (.negative (n - m)) else return m - n

def calculate (a b c : Nat) : Except Fault Nat := do
  let q ← div a b
  let r ← sub q c
  return r + 1

deriving instance Repr for Except

#eval calculate 20 2 3
-- info: Except.ok 8

#eval calculate 20 0 3
-- info: Except.error (OptionExcept.Fault.divisionByZero)

#eval calculate 20 2 30
-- info: Except.error (OptionExcept.Fault.negative 20)

def recovered (a b c : Nat) : Except Fault Nat :=
  try calculate a b c
  catch
    | .divisionByZero => return 0
    | e => throw e

#eval recovered 20 0 3
-- info: Except.ok 0

def toString' : Except Fault Nat → String
  | .ok n => toString n
  | .error .divisionByZero => "division by zero"
  | .error (.negative n) => s!"negative by {n}"

#eval toString' (calculate 1 1 5)
-- info: "negative by 4"

theorem div_ok {m n : Nat} (h : n ≠ 0) : div m n = .ok (m / n) := by simp [div, h]

theorem div_zero (m : Nat) : div m 0 = .error .divisionByZero := rfl

theorem sub_ok {m n : Nat} (h : ¬m < n) : sub m n = .ok (m - n) := by
  unfold sub
  rw [if_neg h]
  rfl

theorem ok_injective {ε α : Type} {a b : α} (h : (Except.ok a : Except ε α) = .ok b) : a = b := by
  cases h
  rfl

theorem ok_ne_error {ε α : Type} (a : α) (e : ε) : Except.ok a ≠ Except.error e := nofun

def both {ε α β : Type} (x : Except ε α) (y : Except ε β) : Except ε (α × β) :=
  match x, y with
  | .ok a, .ok b => .ok (a, b)
  | .error e, _ => .error e
  | _, .error e => .error e

theorem both_ok {ε α β : Type} (a : α) (b : β) : both (ε := ε) (.ok a) (.ok b) = .ok (a, b) := rfl

inductive Validate (ε α : Type) where
  | valid (a : α)
  | errors (es : List ε)

instance {ε : Type} : Functor (Validate ε) where
  map f
    | .valid a => .valid (f a)
    | .errors es => .errors es

def Validate.both {ε α β : Type} : Validate ε α → Validate ε β → Validate ε (α × β)
  | .valid a, .valid b => .valid (a, b)
  | .valid _, .errors es => .errors es
  | .errors es, .valid _ => .errors es
  | .errors es, .errors fs => .errors (es ++ fs)

def Validate.count {ε α : Type} : Validate ε α → Nat
  | .valid _ => 0
  | .errors es => es.length

#eval (Validate.both (.errors ["a", "b"]) (.errors ["c"] : Validate String Nat) : Validate String (Nat × Nat)).count
-- info: 3

#eval ((· + 1) <$> (.valid 2 : Validate String Nat)).count
-- info: 0

end OptionExcept
