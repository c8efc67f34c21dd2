"""What of a text an import of it carries, as far as the text tells."""

from __future__ import annotations

import pytest

from pytest_lean.language import carried as module
from pytest_lean.language.carried import REFUSED, Kind, carried, tells

# Written down once more, so that none of them goes without a test that fails.
WORDS = """
private local scoped public meta export include omit import initialize builtin_initialize init_quot
suppress_compilation unsuppress_compilation attribute add_decl_doc seal unseal termination_by?
exact? apply? rw? simp? simp_all? dsimp? simp_arith? decide? try? grind? hint show_term says
solve_by_elim library_search syntax declare_syntax_cat macro macro_rules elab elab_rules notation
notation3 infix infixl infixr prefix postfix simproc dsimproc simproc_decl dsimproc_decl unif_hint
grind_pattern binder_predicate register_simp_attr register_option register_builtin_option recall
by_elab panic! unreachable! assert! todo! dbg_trace dbg_trace_if_shared
dbgTrace dbgTraceVal decl_name% include_str include_bytes file! sorryAx unsafe partial native_decide
bv_decide maxHeartbeats maxRecDepth maxErrors locals suggestions set_library_suggestions
grind_propagator cbv_simproc module prelude export assert_exists assert_not_exists
assert_not_imported deprecated_module deprecated_syntax init_grind_norm
recommended_spelling register_tactic_tag tactic_extension unlock_limits with_weak_namespace
library_note proof_wanted compile_inductive norm_cast_add_elim setRandSeed setCurrentDir setStdin
setStdout setStderr
""".split()

MODULES = (
    "theorem a (n : Nat) : n + 0 = n := by omega",
    "/-- What it says. -/\n@[simp, reducible]\nprotected def a (n : Nat) : Nat := n + 1",
    "noncomputable def a : Nat := Classical.choice ⟨1⟩",
    "@[simp ←] theorem a : 1 = 1 := rfl",
    "instance (priority := low) : Add T := ⟨fun x _ => x⟩",
    "structure S extends R where\n  x : Nat := 1\n  deriving Repr",
    "class inductive C\n  | a\n  | b",
    "namespace N\ntheorem a : 1 = 1 := rfl\nend N",
    "namespace N.M\nopen Nat\nvariable (n : Nat)\ndef a := n\nend N.M",
    "open Nat in\ntheorem a : 1 = 1 := rfl",
    "set_option pp.all true in\ntheorem a : 1 = 1 := rfl",
    "mutual\ndef a := 1\ndef b := 2\nend",
    "theorem a : True := trivial\n#check a",
    'def a := ["-- it\'s!", "?"] -- a tail.\'',
)
SCOPES = (
    "namespace N",
    "end N",
    "section\nvariable (n : Nat)",
    "noncomputable section",
    "open Nat Int",
    "universe u v",
    "set_option pp.all true",
)
NOTHINGS = ("#check Nat", "example : 1 = 1 := rfl", "#eval 1", "#print axioms a", "#synth Add Nat")
UNKNOWN = (
    "",
    "-- nothing",
    "foo",
    "foo\ntheorem a : True := trivial",
    "theorem a : True := trivial\nfoo",
    "@[csimp] theorem a : 1 = 1 := rfl",
    "@[simp, local instance] def a := 1",
    "set_option maxSize 3",
    "set_option maxSize 3 in\ntheorem a : True := trivial",
    "deriving instance Repr for T",
    "theorem a : True := trivial\n  deriving  instance Repr for T",
    "#print a",
    "#print axioms a b",
    "#where",
    "theorem a : True := trivial\n#eval 1",
    'def a := s!"{b}"',
    "theorem a : True := by\n\ttrivial",
    "open Nat\ntheorem a : True := trivial",
    "namespace N\ntheorem a : True := trivial",
    "end N\ntheorem a : True := trivial",
    "variable (n : Nat)\ntheorem a : n = n := rfl",
    "mutual\ndef a := 1",
    "import Std",
    "set_option doc.verso true",
    "theorem a : True := trivial -- verso",
    "theorem a : True := trivial\nrun_cmd b",
    "axiom a : True",
    "theorem",
    'def a := s! "{b}"',
    "def a := x +/-1",
    "theorem a : True := b._proof_1",
    "theorem a : True := b.match_1",
    "theorem a : True := f x⁻¹panic! b",
    "def a := 1set_option maxSize 3 in\ntheorem b : True := trivial",
)
# Lean wants no line for a command, and no column.
COMMANDS = (
    *("open N", "namespace N", "section", "end N", "variable (n : Nat)", "universe u", "mutual"),
    *("set_option pp.all true", "#check a", "alias b := a"),
)
# What is no comment, no string and no two names, so that the command behind it is one.
ODD = (
    "def a := {x : Int //-1 < x}",
    "def a := True \\/-1 = 1",
    "def a := ['\n', '\"']",
    'def «\n"» := 1',
    "def «\n/-» := 1",
)
# Lean makes a function of what is here, which it shares with an equal one of an earlier text.
SHARING = (
    "def a : Nat → Nat\n  | 0 => 1\n  | n + 1 => n",
    "def a (n : Nat) := match n with\n  | 0 => 1\n  | n + 1 => n",
    "def a := fun (x, y) => x + y",
    "def a := fun ⟨x, y⟩ => x + y",
    "def a := fun\n  | 0 => 1\n  | n + 1 => n",
    "def a (x : Nat × Nat) := let (a, b) := x; a",
    "def a (x : Nat × Nat) := let ⟨a, b⟩ := x; a",
    "def a (x : Option Nat) := if let some y := x then y else 0",
    "def a (x : Empty) : Nat := nomatch x",
    "def a : Empty → Nat := nofun",
    "def a : Id Nat := do\n  let mut s := 0\n  return s",
    "def a (x : Nat) : Bool := x matches 0",
    "def a (x : Empty) : Nat := by\n  intro ⟨y⟩",
    "inductive T\n  | a\n  deriving DecidableEq",
    "structure S where\n  x : Nat\n  deriving Repr",
    "instance : Add T where\n  add\n  | .a, x => x\n  | x, _ => x",
    "theorem a (x : Nat) : (match x with | 0 => 1 | _ => 1) = 1 := by simp",
    "theorem a : ∀ n : Nat, n = n\n  | 0 => rfl\n  | _ => rfl",
    "theorem a (x : Nat) : f x = 1 := by\n  show (match x with | 0 => 1 | _ => 1) = 1\n  simp",
    "theorem a : ∃ f : Nat × Nat → Nat, True := ⟨fun (x, y) => x, trivial⟩",
    "theorem a : ∀ (x, y) ∈ l, True := trivial",
    "def a (x : Option (Nat × Nat)) := if let some (y, z) := x then y + z else 0",
    "def a (x : List Nat) := if let y :: _ := x then y else 0",
    "def a (x : Option Nat) := if let none := x then 1 else 0",
    "def a (x : Nat × Nat) := haveI ⟨y, z⟩ := x; y",
    "def a : Nat → Nat × Nat → Nat := by\n  intro x ⟨y, z⟩\n  exact y",
    "theorem a : True := by\n  let f : Nat → Nat\n    | 0 => 1\n    | n + 1 => n\n  trivial",
    "theorem a : True := trivial\nwhere\n  f : Nat → Nat\n    | 0 => 1\n    | n + 1 => n",
    "theorem a : ∃ x, x = 1 := ⟨by\n  have ⟨y, z⟩ := (1, 1)\n  exact y, rfl⟩",
)
NOT_SHARING = (
    "def a (n : Nat) : Nat := n + 1",
    "def a := fun x (y : Nat) _ => x + y",
    "def a := fun (x y : Nat) {z : Nat} [Add Nat] => x + y",
    "def a (n : Nat) := let x := n; let y : Nat := x; have h : x = n := rfl; y",
    "def a (x y : Bool) := x || y && x",
    "inductive T\n  | a\n  | b (n : Nat)",
    "theorem a (n : Nat) : n = n := by\n  induction n with\n  | zero => rfl\n  | succ n ih => rfl",
    "theorem a : ∃ x, x = 1 := ⟨1, rfl⟩",
    "theorem a (h : ∃ x : Nat, x = 1) : True := by\n  have ⟨x, hx⟩ := h\n  trivial",
    "theorem a (h : p ∧ q) : p := by\n  obtain ⟨hp, hq⟩ := h\n  exact hp",
)


def kind(text: str) -> Kind | None:
    known = carried(text)
    return None if known is None else known.kind


@pytest.mark.parametrize("text", MODULES)
def test_what_declares_something_is_carried_by_a_module(text):
    assert kind(text) is Kind.MODULE


@pytest.mark.parametrize("text", SCOPES)
def test_what_opens_or_closes_has_to_be_repeated(text):
    assert kind(text) is Kind.SCOPE


@pytest.mark.parametrize("text", NOTHINGS)
def test_what_only_asks_leaves_nothing(text):
    assert kind(text) is Kind.NOTHING


@pytest.mark.parametrize("text", UNKNOWN)
def test_of_all_else_nothing_is_known(text):
    assert carried(text) is None


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("between", [" ", "\n  ", "\n/- -/ "])
def test_a_command_inside_of_a_line_keeps_a_text_from_being_known(command, between):
    for text in ("def a := 1", "example : 1 = 1 := rfl", "#check a"):
        assert carried(text) is not None
        assert carried(f"{text}{between}{command}") is None


@pytest.mark.parametrize("text", ODD)
def test_what_looks_like_a_comment_or_a_string_hides_nothing(text):
    assert carried(f"{text}\nprivate def b := 1\ndef c := ['\"']\ndef d := 2") is None


def test_an_open_inside_of_a_term_or_a_tactic_ends_with_it():
    assert (
        carried("theorem a : 1 = 1 := by\n  open Nat in set_option pp.all true in rfl") is not None
    )


@pytest.mark.parametrize("text", ["inductive B | «A»", "def B.«A».c := 1", "namespace «A»"])
def test_names_are_those_between_quotes_too(text):
    known = carried(text)
    assert known is not None
    assert "A" in known.names


@pytest.mark.parametrize("word", WORDS)
def test_each_word_that_is_refused_decides_by_itself(monkeypatch, word):
    text = f"theorem a : True := trivial\n  {word} b"
    assert carried(text) is None
    monkeypatch.setattr(module, "REFUSED", REFUSED - {word})
    assert carried(text) is not None


def test_no_word_is_refused_without_a_test():
    assert set(WORDS) == REFUSED


@pytest.mark.parametrize("text", SHARING)
def test_what_lean_makes_a_function_of_is_told(text):
    known = carried(text)
    assert known is not None
    assert known.shares


@pytest.mark.parametrize("text", NOT_SHARING)
def test_what_it_makes_none_of_that_shows_is_not(text):
    known = carried(text)
    assert known is not None
    assert not known.shares


def test_names_and_opened_namespaces_are_told():
    declared, opened = carried("namespace N.M\ndef K.a := 1\nend N.M"), carried("open K.L")
    assert declared is not None
    assert declared.names == {"N", "M", "K", "a"}
    assert opened is not None
    assert {"K", "L"} <= opened.opens


@pytest.mark.parametrize(
    "message",
    [
        "⊢ { val := 1, isLt := w1._proof_1 } = 0",
        "q1.match_1 : Nat",
        "(deterministic) timeout at `whnf`, maximum number of heartbeats (20) has been reached",
        "maximum recursion depth has been reached",
        "invalid, declaration is in an imported module",
        "`g1` has not been defined in this file",
        "PANIC at pa _stdin:1:40: no",
        "f.eq_1 : f 0 = 0",
    ],
)
def test_a_message_about_names_that_lean_makes_may_differ(message):
    assert tells(message)


def test_other_messages_do_not_differ():
    assert not tells("unsolved goals\nx✝ : Nat\n⊢ f (x✝ + 1) = match x✝ with\n  | 0 => 1")


def test_reading_a_long_text_takes_linear_time():
    assert carried("def a := fun " + "x" * 20_000 + " (") is not None
    assert carried("def a := fun " + "x " * 20_000 + "(") is not None
