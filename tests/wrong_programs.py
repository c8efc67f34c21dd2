"""Programs that are wrong, each with what Lean says about it.

One entry: what is wrong -> the program, and a regular expression that has to match one of
its messages, written as ``severity: text``.
"""

from __future__ import annotations

from typing import NamedTuple


class Wrong(NamedTuple):
    """A wrong program and the message that it gets."""

    program: str
    message: str


FALSE_THEOREMS = {
    "decide": Wrong(
        "theorem wrong : 1 = 2 := by decide",
        r"error: Tactic `decide` proved that the proposition\s+1 = 2\s+is false",
    ),
    "decide a bounded quantifier": Wrong(
        "theorem wrong : ∀ n : Nat, n < 3 → n = 0 := by decide",
        r"error: Tactic `decide` proved that .*\sis false",
    ),
    "decide integers": Wrong("theorem wrong : (1 : Int) = -1 := by decide", r"error: .*is false"),
    "decide characters": Wrong("theorem wrong : 'a' = 'b' := by decide", r"error: .*is false"),
    "decide strings": Wrong('theorem wrong : "a" = "b" := by decide', r"error: .*is false"),
    "decide with a variable": Wrong(
        'theorem wrong (s : String) : s = s ++ "x" := by decide',
        r"error: Expected type must not contain free variables",
    ),
    "decide by hand": Wrong(
        "theorem wrong : 2 < 1 := of_decide_eq_true rfl",
        r"error: .*but is expected to have type\s+decide \(2 < 1\) = true",
    ),
    "omega": Wrong(
        "theorem wrong (a b : Nat) (h : a ≤ b) : a < b := by omega",
        r"error: omega could not prove the goal:\s+a possible counterexample",
    ),
    "omega beyond its scope": Wrong(
        "theorem wrong (a b : Nat) : a * b ≤ a := by omega",
        r"error: omega could not prove the goal",
    ),
    "simp with linear arithmetic": Wrong(
        "theorem wrong (a : Nat) : a + 1 ≤ a := by simp +arith", r"error: unsolved goals.*⊢ False"
    ),
    "ac_rfl": Wrong(
        "theorem wrong (a b : Nat) : a - b = b - a := by ac_rfl", r"error: Tactic `rfl` failed"
    ),
    "grind": Wrong(
        "theorem wrong (a b : Nat) (h : a ≤ b) : b ≤ a := by grind",
        r"error: `grind` could not prove the goal; in the embedded core library its only arith",
    ),
    "grind with products": Wrong(
        "theorem wrong (a b : Int) : (a + b) ^ 2 = a ^ 2 + b ^ 2 := by grind",
        r"error: `grind` could not prove the goal",
    ),
    "grind with a lemma": Wrong(
        "theorem wrong (f : Nat → Nat) (h : ∀ x, f x = x) : f 1 = 2 := by grind [h]",
        r"error: `grind` could not prove the goal",
    ),
    "exact?": Wrong("theorem wrong (a : Nat) : a = a + 1 := by exact?", r"error: "),
    "a cast": Wrong(
        "theorem wrong (a b : Nat) (h : (a : Int) ≤ b) : a < b := by exact_mod_cast h",
        r"error: .*but is expected to have type\s+a < b",
    ),
    "a difference that is cast": Wrong(
        "theorem wrong (a b : Nat) : ((a - b : Nat) : Int) = a - b := by push_cast; rfl", r"error: "
    ),
    "decide divisibility of integers": Wrong(
        "theorem wrong : (2 : Int) ∣ 7 := by decide", r"error: .*is false"
    ),
    "decide floating point numbers": Wrong(
        "theorem wrong : (1.0 : Float) = 1.0 + 0.0 := by decide", r"error: failed to synthesize"
    ),
    "decide bit vectors": Wrong(
        "theorem wrong : 255#8 + 1#8 = 1#8 := by decide", r"error: .*is false"
    ),
    "a size that comes round": Wrong(
        "theorem wrong (a : UInt8) : a < a + 1 := by decide",
        r"error: Expected type must not contain",
    ),
    "a task is its value": Wrong(
        "theorem wrong : (Task.spawn fun _ => 1).get = 2 := by decide", r"error: .*is false"
    ),
    "simp": Wrong("theorem wrong : 1 = 2 := by simp", r"error: unsolved goals\s+⊢ False"),
    "simp with arithmetic": Wrong(
        "theorem wrong (n : Nat) : n - n = 1 := by simp", r"error: unsolved goals.*⊢ False"
    ),
    "simp an open term": Wrong(
        "theorem wrong (n : Nat) : n + 1 = n := by simp", r"error: unsolved goals.*⊢ False"
    ),
    "simp on lists": Wrong(
        "theorem wrong : [1, 2] = [2, 1] := by simp", r"error: unsolved goals\s+⊢ False"
    ),
    "simp only": Wrong(
        "theorem wrong (a b : Nat) : a + b = b := by simp only [Nat.zero_add]",
        r"error: `simp` made no progress",
    ),
    "simp with a hypothesis": Wrong(
        "theorem wrong (a b c : Nat) (h : a = b) : a = c := by simp [h]",
        r"error: unsolved goals.*⊢ b = c",
    ),
    "simp at a hypothesis": Wrong(
        "theorem wrong (a b : Nat) (h : a + 0 = b) : b = 0 := by simp at h; exact h",
        r"error: Type mismatch",
    ),
    "simp_all": Wrong(
        "theorem wrong (p q : Prop) (h : p → q) : q := by simp_all",
        r"error: simp_all made no progress",
    ),
    "rfl, the tactic": Wrong(
        "theorem wrong : 1 = 2 := by rfl",
        r"error: Tactic `rfl` failed: The left-hand side\s+1\s+is not definitionally equal",
    ),
    "rfl, the term": Wrong(
        "theorem wrong : 1 = 2 := rfl", r"error: Type mismatch\s+rfl\s+has type.*1 = 2"
    ),
    "rfl on strings": Wrong('theorem wrong : "a" = "b" := by rfl', r"error: Tactic `rfl` failed"),
    "Eq.refl": Wrong(
        "theorem wrong (x : Nat) : x = x + 0 + 1 := Eq.refl x",
        r"error: Type mismatch\s+Eq\.refl x",
    ),
    "exact": Wrong(
        "theorem wrong (n m : Nat) : n + m = n := by exact Nat.add_zero n",
        r"error: Type mismatch\s+Nat\.add_zero n\s+has type\s+n \+ 0 = n",
    ),
    "apply": Wrong(
        "theorem wrong (p q r : Prop) (h : p → q) (hp : p) : r := by apply h",
        r"error: Tactic `apply` failed: could not unify the conclusion of `h`",
    ),
    "assumption": Wrong(
        "theorem wrong (p q : Prop) (hp : p) : q := by assumption",
        r"error: Tactic `assumption` failed",
    ),
    "constructor": Wrong(
        "theorem wrong (p q : Prop) (hp : p) : p ∧ q := by constructor; exact hp",
        r"error: unsolved goals\s+case right.*⊢ q",
    ),
    "exists": Wrong(
        "theorem wrong (n : Nat) : ∃ m, m < n := by exists 0", r"error: unsolved goals.*⊢ 0 < n"
    ),
    "cases": Wrong(
        "theorem wrong (n : Nat) (h : 0 < n) : n = 0 := by\n"
        "  cases n with\n  | zero => rfl\n  | succ n => rfl",
        r"error: Tactic `rfl` failed.*case succ",
    ),
    "cases without a case": Wrong(
        "theorem wrong (p q : Prop) (h : p ∨ q) : p := by\n  cases h with\n  | inl h => exact h",
        r"error: Alternative `inr` has not been provided",
    ),
    "rcases": Wrong(
        "theorem wrong (p q : Prop) (h : p ∨ q) : p := by rcases h with h | h <;> exact h",
        r"error: Type mismatch\s+h\s+has type\s+q",
    ),
    "rintro": Wrong(
        "theorem wrong (p q : Prop) : p ∧ q → p := by rintro (h | h)",
        r"error: Tactic `rcases` failed: .* is not an inductive datatype",
    ),
    "obtain": Wrong(
        "theorem wrong (p : Nat → Prop) (h : ∃ x, p x) : p 0 := by obtain ⟨x, hx⟩ := h; exact hx",
        r"error: Type mismatch\s+hx\s+has type\s+p x",
    ),
    "induction": Wrong(
        "theorem wrong (n : Nat) : n < 5 := by\n"
        "  induction n with\n  | zero => decide\n  | succ n ih => exact ih",
        r"error: Type mismatch\s+ih\s+has type\s+n < 5",
    ),
    "induction on lists": Wrong(
        "theorem wrong (xs : List Nat) : xs.reverse = xs := by\n"
        "  induction xs with\n  | nil => rfl\n  | cons x xs ih => exact ih",
        r"error: Type mismatch\s+ih",
    ),
    "contradiction": Wrong(
        "theorem wrong (p q : Prop) (hp : p) (hq : q) : False := by contradiction",
        r"error: Tactic `contradiction` failed",
    ),
    "split": Wrong(
        "theorem wrong (n : Nat) : (if n = 0 then 1 else 2) = 1 := by split <;> rfl",
        r"error: Tactic `rfl` failed.*case isFalse",
    ),
    "by_cases": Wrong(
        "theorem wrong (p : Prop) : p := by\n  by_cases h : p\n  · exact h\n  · exact h",
        r"error: Type mismatch\s+h\s+has type\s+¬p",
    ),
    "unfold": Wrong(
        "def f (n : Nat) := n + 1\ntheorem wrong : f 2 = 4 := by unfold f; rfl",
        r"error: Tactic `rfl` failed: The left-hand side\s+2 \+ 1",
    ),
    "rw": Wrong(
        "theorem wrong (a b c : Nat) (h : a = b) : a = c := by rw [h]",
        r"error: unsolved goals.*⊢ b = c",
    ),
    "rw without the pattern": Wrong(
        "theorem wrong (a b c : Nat) (h : a = b) : c = b := by rw [h]",
        r"error: Tactic `rewrite` failed: Did not find an occurrence of the pattern\s+a",
    ),
    "rw with what is no equation": Wrong(
        "theorem wrong (a b : Nat) (h : a ≤ b) : a = b := by rw [h]",
        r"error: Invalid rewrite argument: Expected an equality or iff proof",
    ),
    "calc with a wrong step": Wrong(
        "theorem wrong : 1 = 3 :=\n  calc\n    1 = 2 := rfl\n    _ = 3 := rfl",
        r"error: Type mismatch\s+rfl",
    ),
    "calc with another conclusion": Wrong(
        "theorem wrong (a b c : Nat) (h : a = b) (h' : b ≤ c) : a = c :=\n"
        "  calc\n    a = b := h\n    _ ≤ c := h'",
        r"error: 'calc' expression has type\s+a ≤ c",
    ),
    "calc that does not join": Wrong(
        "theorem wrong (a b c d : Nat) (h : a = b) (h' : c = d) : a = d :=\n"
        "  calc\n    a = b := h\n    c = d := h'",
        r"error: invalid 'calc' step, left-hand side is\s+c",
    ),
    "conv": Wrong(
        "theorem wrong (a b : Nat) : a + b = b := by\n  conv => lhs; rw [Nat.zero_add]",
        r"error: Tactic `rewrite` failed: Did not find an occurrence",
    ),
    "first": Wrong(
        "theorem wrong : False := by first | trivial | decide | assumption",
        r"error: Tactic `assumption` failed",
    ),
    "injection": Wrong(
        "theorem wrong (a b : Nat) (h : some a = some b) : a = 3 := by injection h",
        r"error: unsolved goals.*⊢ a = 3",
    ),
    "subst": Wrong(
        "theorem wrong (a b : Nat) (h : a = b + 1) : a = b := by subst h; rfl",
        r"error: Tactic `rfl` failed: The left-hand side\s+b \+ 1",
    ),
    "funext": Wrong(
        "theorem wrong : (fun n : Nat => n) = (fun n => n + 1) := by funext n; rfl",
        r"error: Tactic `rfl` failed: The left-hand side\s+n",
    ),
    "congr": Wrong(
        "theorem wrong (f : Nat → Nat) (a b : Nat) : f a = f b := by congr",
        r"error: unsolved goals.*⊢ a = b",
    ),
    "show": Wrong(
        "theorem wrong (n : Nat) : n = n + 1 := by show n = n; rfl",
        r"error: 'show' tactic failed",
    ),
    "change": Wrong(
        "theorem wrong (n : Nat) : n = n + 1 := by change n = n; rfl",
        r"error: 'change' tactic failed",
    ),
    "exfalso": Wrong("theorem wrong : 1 = 2 := by exfalso", r"error: unsolved goals\s+⊢ False"),
    "the law of excluded middle as data": Wrong(
        "theorem wrong (p : Prop) (h : p ∨ ¬p) : p :=\n"
        "  match h with\n  | .inl hp => hp\n  | .inr hp => hp",
        r"error: Type mismatch\s+hp\s+has type\s+¬p",
    ),
    "an eliminator into data": Wrong(
        "def wrong (p q : Prop) (h : p ∨ q) : Nat := by\n  cases h\n  · exact 0\n  · exact 1",
        r"error: Type mismatch when assigning motive.*p ∨ q → Prop",
    ),
    "a proof that leaves a goal": Wrong(
        "theorem wrong : 1 = 2 := by skip", r"error: unsolved goals\s+⊢ 1 = 2"
    ),
    "a proof with too much": Wrong(
        "theorem right : 1 = 1 := by\n  rfl\n  rfl", r"error: No goals to be solved"
    ),
    "a proof by nothing": Wrong("theorem wrong : 1 = 2 := by done", r"error: .*⊢ 1 = 2"),
}

ENDLESS = {
    "recursion upwards": Wrong(
        "def loop (n : Nat) : Nat := loop (n + 1)",
        r"error: fail to show termination for\s+loop",
    ),
    "recursion in place": Wrong(
        "def bad (n : Nat) : False := bad n", r"error: fail to show termination for\s+bad"
    ),
    "a theorem by itself": Wrong(
        "theorem wrong : False := wrong", r"error: fail to show termination for\s+wrong"
    ),
    "the Collatz function": Wrong(
        "def collatz (n : Nat) : Nat :=\n"
        "  if n = 1 then 0 else if n % 2 = 0 then collatz (n / 2) else collatz (3 * n + 1)",
        r"error: .*failed to infer structural recursion",
    ),
    "mutual recursion": Wrong(
        "mutual\ndef a (n : Nat) : Bool := b (n + 1)\ndef b (n : Nat) : Bool := a (n + 1)\nend",
        r"error: .*Could not find a decreasing measure",
    ),
    "a measure that does not decrease": Wrong(
        "def f (n : Nat) : Nat := if n = 0 then 0 else f (n + 1)\ntermination_by n",
        r"error: failed to prove termination",
    ),
    "a wrong decreasing_by": Wrong(
        "def f (n : Nat) : Nat := f (n + 1)\ntermination_by n\ndecreasing_by decide",
        r"error: Expected type must not contain free variables",
    ),
    "a partial function into the empty type": Wrong(
        "partial def wrong (n : Nat) : False := wrong n",
        r"error: failed to compile 'partial' definition `wrong`",
    ),
    "an unsafe proof": Wrong(
        "unsafe def cheat : False := cheat\ntheorem wrong : False := cheat",
        r"error: \(kernel\) invalid declaration, it uses unsafe declaration 'cheat'",
    ),
}

UNIVERSES = {
    "Type in Type": Wrong("def wrong : Type := Type", r"error: Type mismatch\s+Type\s+has type"),
    "too large a field": Wrong(
        "inductive Wrong : Type where\n  | mk (α : Type) : Wrong",
        r"error: Invalid universe level in constructor `Wrong\.mk`",
    ),
    "a universe too low": Wrong(
        "def wrong.{u} (α : Type u) : Type := α", r"error: Type mismatch\s+α\s+has type\s+Type u"
    ),
    "an unknown universe": Wrong(
        "set_option autoImplicit false\ndef wrong (α : Type w) : α → α := id",
        r"error: unknown universe level `w`",
    ),
    "a large elimination": Wrong(
        "def wrong (h : ∃ n : Nat, n = n) : Nat :=\n  match h with\n  | ⟨n, _⟩ => n",
        r"error: .*can only eliminate into `Prop`",
    ),
}

INSTANCES = {
    "no Add": Wrong("def f (α : Type) (a : α) := a + a", r"error: .*HAdd α α"),
    "no BEq": Wrong(
        "def f (α : Type) (a b : α) : Bool := a == b",
        r"error: failed to synthesize instance of type class\s+BEq α",
    ),
    "no Decidable": Wrong(
        "def f (α : Type) (a b : α) : Nat := if a = b then 1 else 2",
        r"error: failed to synthesize instance of type class\s+Decidable \(a = b\)",
    ),
    "no Inhabited": Wrong(
        "def f : Inhabited False := inferInstance",
        r"error: failed to synthesize instance of type class\s+Inhabited False",
    ),
    "nothing to print": Wrong(
        "#eval fun n : Nat => n", r"error: could not synthesize a `Repr` or `ToString` instance"
    ),
    "nothing to derive from": Wrong(
        "structure S where\n  f : Nat → Nat\n  deriving Repr",
        r"error: failed to synthesize instance of type class\s+Repr \(Nat → Nat\)",
    ),
    "no numerals": Wrong(
        "def f : Bool := 3", r"error: failed to synthesize instance of type class\s+OfNat Bool 3"
    ),
    "no monad": Wrong("def f : List Nat := do\n  let x ← [1]\n  return x", r"error: .*List"),
}

NAMES = {
    "ambiguous": Wrong(
        "namespace A\ndef x := 1\nend A\nnamespace B\ndef x := true\nend B\n"
        'open A B\ndef y : String := "" ++ x',
        r"error: Ambiguous term\s+x\s+Possible interpretations",
    ),
    "unknown": Wrong("#eval nothing + 1", r"error: Unknown identifier `nothing`"),
    "unknown lemma": Wrong(
        "theorem wrong : 1 = 2 := by rw [Nat.one_eq_two]", r"error: Unknown constant"
    ),
    "unknown field": Wrong("#eval [1].nothing", r"error: Invalid field `nothing`"),
    "twice": Wrong("def a := 1\ndef a := 2", r"error: `a` has already been declared"),
    "an unknown namespace": Wrong("open Nowhere", r"error: unknown namespace `Nowhere`"),
    "an end without a beginning": Wrong("end Nowhere", r"error: Invalid `end`"),
    "private, from elsewhere": Wrong(
        "theorem wrong : 1 = 2 := _private.Nowhere", r"error: Unknown (identifier|constant)"
    ),
}

SYNTAX = {
    "no name": Wrong("theorem : 1 = 1 := rfl", r"error: unexpected token ':'; expected identifier"),
    "a number for a name": Wrong("def 3 := 4", r"error: unexpected token; expected identifier"),
    "an operand missing": Wrong(
        "theorem t : 1 + = 2 := rfl", r"error: unexpected token '='; expected term"
    ),
    "an open parenthesis": Wrong(
        "theorem t (h : 1 = 1 := rfl", r"error: unexpected .*expected '\)'"
    ),
    "an unknown command": Wrong("frobnicate 3", r"error: unexpected identifier; expected command"),
    "an unknown tactic": Wrong(
        "theorem t : 1 = 1 := by frobnicate", r"error: (<input>:)?.*unknown tactic"
    ),
    "an unknown option": Wrong(
        "set_option no.such.option true", r"error: Unknown option `no\.such\.option`"
    ),
    "an unterminated string": Wrong('def s := "abc', r"error: unterminated string literal"),
    "an unterminated comment": Wrong("/- abc", r"error: unterminated comment"),
    "a bad escape": Wrong(r'def s := "\q"', r"error: invalid escape sequence"),
}

TYPES = {
    "a function of itself": Wrong(
        "inductive Odd where\n  | mk (f : Odd → Nat) : Odd",
        r"error: \(kernel\) arg #1 of 'Odd\.mk' has a non positive occurrence",
    ),
    "a doubly negative type": Wrong(
        "inductive Odd (α : Type) where\n  | mk (f : (Odd α → Nat) → Nat) : Odd α",
        r"error: \(kernel\) arg #2 of 'Odd\.mk' has a non positive occurrence",
    ),
    "a paradoxical structure": Wrong(
        "structure Loop where\n  next : Loop → False",
        r"error: \(kernel\) arg #1 of 'Loop\.mk' has a non positive occurrence",
    ),
    "a missing case": Wrong(
        "def head : List Nat → Nat\n  | x :: _ => x", r"error: Missing cases:\s+\[\]"
    ),
    "a missing constructor": Wrong(
        "def f (b : Bool) : Nat := match b with | true => 1", r"error: Missing cases:\s+false"
    ),
    "a case too many": Wrong(
        "def f (b : Bool) : Nat := match b with | true => 1 | false => 2 | _ => 3",
        r"error: Redundant alternative",
    ),
    "a string for a number": Wrong(
        'def n : Nat := "one"', r'error: Type mismatch\s+"one"\s+has type\s+String'
    ),
    "an argument of another type": Wrong(
        "def n : Nat := Nat.succ true", r"error: Application type mismatch: The argument\s+true"
    ),
    "too many arguments": Wrong("def n : Nat := Nat.succ 1 2", r"error: Function expected"),
    "a missing field": Wrong(
        "structure P where\n  x : Nat\n  y : Nat\ndef p : P := { x := 1 }",
        r"error: Fields missing: `y`",
    ),
    "a field too many": Wrong(
        "structure P where\n  x : Nat\ndef p : P := { x := 1, z := 2 }", r"error: .*`z`"
    ),
    "an index out of range": Wrong("#eval [1, 2][5]", r"error: failed to prove index is valid"),
    "a hypothesis of another type": Wrong(
        "theorem t (h : 1 = 1) : 2 = 2 := h", r"error: Type mismatch\s+h\s+has type\s+1 = 1"
    ),
    "a def that is not computable": Wrong(
        "def f (h : ∃ n : Nat, n > 3) : Nat := Classical.choose h",
        r"error: .*noncomputable",
    ),
}

REPORTED = {
    "sorry, the tactic": Wrong(
        "theorem t : 1 = 2 := by sorry", r"warning: declaration uses `sorry`"
    ),
    "sorry, the term": Wrong("theorem t : 1 = 2 := sorry", r"warning: declaration uses `sorry`"),
    "sorry deep in a proof": Wrong(
        "theorem t (n : Nat) : n = 0 ∨ n ≠ 0 := by\n  cases n\n  · left; rfl\n  · right; sorry",
        r"warning: declaration uses `sorry`",
    ),
    "admit": Wrong("theorem t : 1 = 2 := by admit", r"warning: declaration uses `sorry`"),
    "sorryAx": Wrong(
        "theorem t : 1 = 2 := sorryAx _ false\n#print axioms t",
        r"info: 't' depends on axioms: \[sorryAx\]",
    ),
    "the axioms of a sorry": Wrong(
        "theorem t : 1 = 2 := sorry\n#print axioms t", r"info: 't' depends on axioms: \[sorryAx\]"
    ),
    "an axiom": Wrong(
        "axiom cheat : 1 = 2\ntheorem t : 1 = 2 := cheat\n#print axioms t",
        r"info: 't' depends on axioms: \[cheat\]",
    ),
    "native_decide": Wrong(
        "def f (n : Nat) := n + 1\n@[implemented_by f] def g (n : Nat) := n\n"
        "theorem t : g 1 = 2 := by native_decide\n#print axioms t",
        r"info: 't' depends on axioms: \[t\._native\.native_decide\.ax_1_1\]",
    ),
    "native_decide on what is false": Wrong(
        "theorem t : 2 < 1 := by native_decide",
        r"error: Tactic `native_decide` evaluated that the proposition\s+2 < 1\s+is false",
    ),
    "a definition with a mistake": Wrong(
        'def f : Nat := "a"', r"error: Type mismatch\s+\"a\"\s+has type\s+String"
    ),
    "running what is not proved": Wrong(
        "theorem t : 1 = 2 := sorry\ndef f : Nat := t ▸ 3\n#eval f", r"(error|warning): .*sorry"
    ),
}

UNAVAILABLE = {
    tactic: Wrong(
        f"theorem t (a b : Nat) : a + b = b + a := by {tactic}",
        rf"error: the tactic `{tactic}` is not available in the embedded core library; ",
    )
    for tactic in ("bv_decide", "mvcgen")
}
UNAVAILABLE |= {
    tactic: Wrong(
        f"theorem t (a b : Nat) (h : a < b) : a ≤ b := by {tactic}",
        rf"error: the tactic `{tactic.split()[0]}` is Mathlib's, which the embedded Lean does not ",
    )
    for tactic in (
        *("ring", "ring_nf at h", "linarith", "nlinarith [h]", "positivity", "norm_num at h"),
        *("field_simp", "push_neg at h", "tauto", "aesop", "use 3", "by_contra h'", "contrapose"),
        *("interval_cases a", "gcongr"),
    )
}

WRONG_PROGRAMS = {
    f"{title}: {name}": wrong
    for title, group in {
        "false theorem": FALSE_THEOREMS,
        "endless": ENDLESS,
        "universes": UNIVERSES,
        "instances": INSTANCES,
        "names": NAMES,
        "syntax": SYNTAX,
        "types": TYPES,
        "reported": REPORTED,
        "unavailable": UNAVAILABLE,
    }.items()
    for name, wrong in group.items()
}
