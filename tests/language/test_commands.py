"""Finding the commands of a text without Lean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_lean.language.commands import read_commands


def items(text: str) -> list[str]:
    """Return the declarations and checks of a text, by name or else by keyword."""
    found = read_commands(text).found
    return [one.name or one.keyword for one in found if one.declares or one.checks]


CASES = {
    "behind a term that ends in dots": (
        "theorem a : b := c ..\n\nexample : d := e\ntheorem f : g := h |>.\ntheorem i := 1.\n"
        "theorem j : k := l",
        ["a", "example", "f", "i", "j"],
    ),
    "attributes that are named like keywords": (
        "attribute [local instance] foo\nattribute [-instance] foo\n"
        '@[instance, deprecated "theorem x"] def a := 1\n'
        "attribute [local instance 10, simp] b in\ntheorem c : d := e",
        ["a", "c"],
    ),
    "instances": (
        "instance : A := b\ninstance (priority := low) : A := b\n"
        "instance (priority := 100) c.d : A := b\nlocal instance e [F] : A := b\n"
        "deriving instance Repr for G\nstructure H where\n  deriving Repr",
        ["instance", "instance", "c.d", "e", "H"],
    ),
    "mutual blocks": ("mutual\n  theorem a : b := c\n  def d := e\nend", ["a", "d"]),
    "what libraries add": (
        "lemma a : b := c\nalias d := e\nalias ⟨_, f⟩ := g\nalias ⟨h, i⟩ := j\n"
        "noncomputable irreducible_def k := l\ncoinductive m : Prop\nopen N in lemma o : b := c",
        ["a", "d", "f", "h", "k", "m", "o"],
    ),
    "words of libraries inside a term": (
        "def a := do\n  let lemma := 1\n  return alias + lemma",
        ["a"],
    ),
    "quotations": (
        'macro "x" n:ident : command => `(theorem $n : 1 = 1 := rfl)\n'
        "def a : MacroM Syntax := do `(command| example : (1) = 1 := rfl)\n"
        "def b := ``theorem\ndef c := `def",
        ["a", "b", "c"],
    ),
    "strings and characters": (
        "def a := ['\\'', '\"']\ndef b := s!\"theorem {c} \"\ndef d' := f' 'x' \"\\\"def e := 1\"\n"
        'def g := r"\\"\ndef h := r#"def "i"# def j := k⁻¹\' l\ndef «a b».c := 1',
        ["a", "b", "d'", "g", "h", "j", "«a b».c"],
    ),
    "comments": (
        "/- theorem a /- nested -/ theorem b -/ theorem c : d := e -- theorem f\n"
        "/-! theorem g -/\n/-- theorem h -/\ndef i := 1 /- theorem\n",
        ["c", "i"],
    ),
    "a Verso document": (
        'theorem a : b := c\n#doc (Manual) "Title" =>\n\nThis is an example of prose.\n\ntheorem d',
        ["a"],
    ),
    "checks": (
        "#guard 1 = 1\n#guard_msgs in\n#eval 1\n#eval! 2\nrun_cmd pure ()\n"
        "/-- info: 1 -/\n#guard_msgs (drop info) in\n#check 1\n#check 1\n#print axioms a\n"
        "def a := #guard",
        ["#guard", "#guard_msgs", "#eval!", "run_cmd", "#guard_msgs", "a"],
    ),
    "a guarded declaration is the item": (
        "/-- error: x -/\n#guard_msgs in\nexample : 1 = 2 := rfl\n"
        "set_option a true in\n#guard_msgs in\n/-- doc -/\n@[simp] theorem b : c := d",
        ["example", "b"],
    ),
    "words that end in a keyword": (
        "theorem a : b := by\n  set f' := g with f'def\n  exact h?def x.class $e:example http://example.com"
        "\n%example k\n@[simp]theorem i : j := k /- c -/theorem l : m := n",
        ["a", "i", "l"],
    ),
    "several in one line": ("theorem a : b := c theorem d : e := f", ["a", "d"]),
    "universes and roots": (
        "theorem a.{u} : b := c\ntheorem _root_.d.e : f := g",
        ["a", "_root_.d.e"],
    ),
    "without a name": ("theorem : b := c\ndef := 1\ntheorem d : e := f", ["d"]),
    "in a class": ("class inductive A | b\nclass abbrev C := D\nclass E where", ["A", "C", "E"]),
}


@pytest.mark.parametrize("case", CASES)
def test_declarations_and_checks_are_found(case):
    text, expected = CASES[case]
    assert items(text) == expected


@pytest.mark.parametrize(
    "before",
    [
        "/-- doc -/\n",
        "@[simp]\n",
        "open Nat in\n",
        "set_option a.b true in -- why\n",
        "variable (x) in\n  ",
        "private noncomputable ",
        "/-- doc -/ /- c -/ @[a, b] -- d\nprotected ",
        "-- pytest: skip\n/-- doc -/\n",
        "/-- error: x -/\n#guard_msgs in open A in ",
    ],
)
def test_a_command_begins_with_what_belongs_to_it(before):
    text = f"open Foo\n\n{before}theorem a : b := c\n\nend Foo"
    opening, command, end = read_commands(text).found
    assert text[command.start : command.end] == f"{before}theorem a : b := c\n\n"
    assert text[command.at :].startswith("theorem")
    assert (opening.keyword, end.keyword) == ("open", "end")


@pytest.mark.parametrize(
    "between",
    ["\nvariable (h : ∑ i in s, f i = 0)\n", "\nexport A (b)\n", "\n/-! c -/\n", "\n#check d\n"],
)
def test_other_commands_end_a_declaration(between):
    text = f"theorem a : b := c{between}theorem d : e := f"
    first, other, _ = read_commands(text).found
    assert text[first.start : first.end] == "theorem a : b := c\n"
    assert (other.declares, other.checks) == (False, False)


def test_an_open_in_a_proof_begins_no_command():
    text = "theorem a : b := by\n  open Classical in\n  exact c\n  set_option d true in simp\n"
    assert [one.keyword for one in read_commands(text).found] == ["theorem"]


def test_comments_that_are_meant_for_us_belong_to_the_next_command():
    text = (
        "-- pytest: skip why\n/-- doc -/\ntheorem a : b := c\n-- a comment\n"
        "namespace D\n  -- pytest: xfail\n  open E in\n  -- pytest: timeout=5\n  def f := 1\n"
    )
    found = [[c.text for c in one.comments] for one in read_commands(text).found if one.declares]
    assert found == [[": skip why"], [": xfail", ": timeout=5"]]
    assert read_commands(text).stray == ()


@pytest.mark.parametrize(
    "text",
    [
        "-- pytest: skip\nimport A\ntheorem a : b := c",
        "theorem a : b := by\n  -- pytest: skip\n  exact c\ntheorem d : e := f",
        "theorem a : b := c\n-- pytest: skip\n",
        "theorem a : b := c\n-- pytest: skip\nmy_command\ntheorem d : e := f",
        "theorem a : b := by\n  -- pytest: skip\n  open D in\n  exact c\n",
    ],
    ids=["above the header", "in a proof", "at the end", "before another", "in a term"],
)
def test_comments_that_belong_to_no_command_are_stray(text):
    read = read_commands(text)
    assert [one.text for one in read.stray] == [": skip"]
    assert not any(one.comments for one in read.found)


TOKENS = st.sampled_from(
    [
        *("theorem def example instance class inductive lemma alias mutual end namespace".split()),
        *("#guard #guard_msgs in open attribute deriving private @[simp] @[ ] ( ) `( [".split()),
        *("/- -/ /-- /-! -- \" ' « » .. . , := : by where | r\" r#\" \"# 'a' f' x 1 λ".split()),
        *("#doc => import module".split()),
        *("-- pytest: ", "\n", "\t", "\r", "\ufeff", ""),
    ]
)


@settings(max_examples=300)
@given(st.lists(TOKENS, max_size=60), st.sampled_from([" ", "", "\n"]))
def test_the_commands_of_any_text_follow_each_other_without_overlap(tokens, between):
    text = between.join(tokens)
    found = read_commands(text).found
    for one, following in zip(found, [*found[1:], None], strict=False):
        assert one.start <= one.body <= one.at < one.end
        assert one.end == (len(text) if following is None else following.start)


@pytest.mark.quick(4)
@pytest.mark.parametrize(
    "piece",
    [
        "/-",
        "`(",
        "@[",
        "(",
        '"',
        "--",
        "open ",
        "in ",
        "«",
        "'\\",
        "local ",
        "-- pytest:\n",
        "/- -/",
    ],
)
def test_a_long_text_of_any_kind_is_read(piece):
    """If the time grew with the square of the length, this would take minutes."""
    assert len(read_commands("private x\n" + piece * 100_000).found) <= 100_000
