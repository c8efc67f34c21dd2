"""Lean: what the fixture hands to a test."""

from __future__ import annotations

import pytest

from pytest_lean import FileCommand, LeanRejection


def test_run_leaves_the_environment_as_it_is(lean):
    lean.run("def a := 1")
    assert not lean.run("#eval a").ok


def test_define_moves_on_and_check_does_not(lean):
    lean.check("def a := 1")
    lean.define("def b := 2")
    assert lean.eval("b") == 2
    assert not lean.run("#eval a").ok


def test_check_shows_the_error(lean):
    with pytest.raises(LeanRejection) as caught:
        lean.check("theorem t : 1 = 2 := by decide")
    assert caught.value.response.errors
    assert "  1 | theorem t : 1 = 2 := by decide\n    |                         ^^^^^^" in str(
        caught.value
    )


def test_a_file_is_run_and_named_in_its_errors(lean, tmp_path):
    path = tmp_path / "bad.lean"
    path.write_text("example : 1 = 2 := rfl\n")
    with pytest.raises(LeanRejection, match=r"bad\.lean:1:19: error: Type mismatch"):
        lean.check(FileCommand(path))


@pytest.mark.parametrize(
    ("expression", "value"),
    [("2 + 3", 5), ("[1, 2] -- a comment", [1, 2]), ('("a", true)', ("a", True))],
)
def test_eval_returns_a_python_value(lean, expression, value):
    assert lean.eval(expression) == value


def test_eval_of_what_has_no_value_is_a_rejection(lean):
    with pytest.raises(LeanRejection):
        lean.eval("fun x : Nat => x")
    with pytest.raises(LeanRejection):
        lean.eval("nope")


def test_type_of_is_one_line(lean):
    assert lean.type_of("fun (n : Nat) => [n]") == "Nat → List Nat"


def test_declarations_are_those_of_the_texts_that_led_here(lean):
    lean.define("def a := 1")
    lean.run("def never := 1")
    lean.define("theorem b : a = 1 := rfl")
    assert [one.name for one in lean.declarations] == ["a", "b"]


def test_facts_of_a_declaration(lean):
    lean.define("private theorem t (n : Nat) : n = n := rfl")
    facts = lean.facts("t")
    assert (facts.kind, facts.signature) == ("theorem", "t (n : Nat) : n = n")
    assert facts.is_private
    assert facts.axioms == frozenset()


def test_a_long_type_is_neither_wrapped_nor_shortened(lean):
    summands = " + ".join(["n"] * 400)
    lean.define(
        f"set_option maxRecDepth 100000\ntheorem t (n : Nat) : {summands} = {summands} := rfl"
    )
    assert lean.facts("t").signature == f"t (n : Nat) : {summands} = {summands}"


def test_signatures_are_the_public_ones(lean, tmp_path):
    path = tmp_path / "module.lean"
    path.write_text("def a := 1\nprivate def b := 2\ntheorem c : a = 1 := rfl\n")
    assert lean.signatures(FileCommand(path)) == ("def a : Nat", "theorem c : a = 1")
    assert lean.declarations == ()


def test_the_public_names_are_there_and_tell_the_package_as_their_home():
    import pytest_lean

    for name in pytest_lean.__all__:
        value = getattr(pytest_lean, name)
        assert value is not None
        if callable(value):
            assert value.__module__ == "pytest_lean", name


@pytest.mark.parametrize(
    ("expression", "value", "lean_type"),
    [
        ('"a: b"', "a: b", "String"),
        ('"("', "(", "String"),
        ("')'", ")", "Char"),
        ("1 :: [2]", [1, 2], "List Nat"),
        ("if h : 1 = 1 then 2 else 3", 2, "Nat"),
        ("let y : Nat := 1; y", 1, "Nat"),
        ("1 < 2", True, "Prop"),
        ("""("x' : y", '"')""", ("x' : y", '"'), "String × Char"),
    ],
)
def test_colons_brackets_and_long_numbers_do_not_hide_a_value(lean, expression, value, lean_type):
    assert lean.eval(expression) == value
    assert lean.type_of(expression) == lean_type


@pytest.mark.parametrize("expression", ["", " ", "-- nothing", "/- nothing -/"])
def test_an_empty_expression_is_refused(lean, expression):
    for ask in (lean.eval, lean.type_of):
        with pytest.raises(ValueError, match="expression is empty"):
            ask(expression)


def test_a_number_that_python_does_not_print_is_read_and_compared(lean):
    number = 10**5000 + 7
    assert lean.eval("10 ^ 5000 + 7") == number
    assert lean.eval("[-(10 ^ 5000 + 7 : Int)]") == [-number]
    lean.assert_eval("10 ^ 5000 + 7", number)


@pytest.mark.parametrize("option", ["all", "explicit", "universes", "notation", "natLit"])
def test_a_value_is_the_same_however_terms_are_printed(lean, option):
    lean.define(f"set_option pp.{option} {'false' if option == 'notation' else 'true'}")
    assert lean.eval("(1, [2, 3], some true)") == (1, [2, 3], True)


@pytest.mark.parametrize("text", ["_stdin:3:4", "⟨5, 6⟩-⟨7, 8⟩", "1:2", "\x00\x7f\u2028😀"])
def test_eval_gives_a_text_as_it_is_also_one_that_looks_like_a_place(lean, text):
    lean.define("def first := 1\n\ndef second := 2")
    assert lean.eval(f'[("{text}", second)]') == [(text, 2)]


def test_eval_gives_a_number_whatever_a_user_prints_for_it(lean):
    lean.define('instance : Repr Nat := ⟨fun _ _ => "?"⟩')
    assert lean.eval("2 + 3") == 5
