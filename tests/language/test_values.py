"""Values between Lean and Python."""

from __future__ import annotations

import pytest

from pytest_lean.language.values import lean_literal, read_value


@pytest.mark.parametrize(
    ("printed", "lean_type", "value"),
    [
        ("42", "Nat", 42),
        ("-3", "Int", -3),
        ("true", "Bool", True),
        (r'"a\"b\n∀"', "String", 'a"b\n∀'),
        ("'x'", "Char", "x"),
        ("[1, 2]", "List Nat", [1, 2]),
        ("[]", "List Nat", []),
        ('#["a"]', "Array String", ["a"]),
        ("none", "Option Nat", None),
        ("some 3", "Option Nat", 3),
        ("(1, true, [none, some 2])", "Nat × Bool × List (Option Nat)", (1, True, [None, 2])),
        ("[(1, -2)]", "List (ℕ × ℤ)", [(1, -2)]),
        ("Color.red", "Color", "Color.red"),
        ("5", "Color", "5"),
        ("weird", "Nat", "weird"),
    ],
)
def test_a_printed_value_is_read(printed, lean_type, value):
    assert read_value(printed, lean_type) == value


@pytest.mark.parametrize(
    ("value", "lean_type", "literal"),
    [
        (3, "Nat", "3"),
        (-3, "Int", "(-3)"),
        (True, "Bool", "true"),
        ('a"\n\\\x01', "String", '"a\\"\\n\\\\\\x01"'),
        ("'", "Char", "'\\''"),
        ([1, 2], "List Nat", "[1, 2]"),
        ([1], "Array Nat", "#[1]"),
        (None, "Option Nat", "none"),
        (3, "Option Nat", "some (3)"),
        ([None, 2], "List (Option Nat)", "[none, some (2)]"),
        ((1, [2], "x"), "Nat × Array Nat × Char", "(1, #[2], 'x')"),
    ],
)
def test_a_python_value_is_written_for_lean(value, lean_type, literal):
    assert lean_literal(value, lean_type) == literal


@pytest.mark.parametrize("value", [1.5, {1: 2}, b"x", (), object()])
def test_a_value_without_a_literal_is_refused(value):
    with pytest.raises(TypeError, match="a value is an int"):
        lean_literal(value)


@pytest.mark.parametrize(
    ("value", "lean_type"),
    [
        (0, "Nat"),
        (-12, "Int"),
        ("∀ \t\"'\\ 中", "String"),
        ([[1], []], "List (List Nat)"),
        ((1, -2, "x"), "Nat × Int × String"),
        ([True, False], "Array Bool"),
    ],
)
def test_a_value_survives_the_way_through_lean(lean, value, lean_type):
    assert lean.eval(f"({lean_literal(value, lean_type)} : {lean_type})") == value
