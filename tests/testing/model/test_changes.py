"""Small changes to the text of a definition."""

from __future__ import annotations

import pytest

from pytest_lean.testing.model.changes import changes


def changed(text):
    return {one.applied(text) for one in changes(text, 0, len(text))}


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("def f := 0", {"def f := 1"}),
        ("def f := 2", {"def f := 1", "def f := 3"}),
        ("def f (a b : Nat) := a < b", {"def f (a b : Nat) := a ≤ b"}),
        (
            "def f (a : Nat) := if a = 1 then a else a",
            {
                "def f (a : Nat) := if a ≠ 1 then a else a",
                "def f (a : Nat) := if a = 0 then a else a",
                "def f (a : Nat) := if a = 2 then a else a",
                "def f (a : Nat) := if ¬(a = 1) then a else a",
            },
        ),
        ("def f a b := g a (b c)", {"def f a b := g (b c) a"}),
        ("def f xs := true :: xs", {"def f xs := false :: xs", "def f xs := xs"}),
        ("def f\n  | a :: b => a\n  | c => d", {"def f\n  | a :: b => d\n  | c => a"}),
        ("def f xs := xs.take n", {"def f xs := xs.drop n"}),
        ('def f a := "1 + 2" -- 3 < 4', set()),
        ("def f (a : T 1) : T a b := c", set()),
        ("def f := fun x => x\ntermination_by 1 + 2", set()),
    ],
)
def test_only_the_code_of_a_definition_is_changed(text, others):
    assert changed(text) == others
