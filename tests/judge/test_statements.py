"""What counts as another statement, and what does not."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from library import Library

from pytest_lean.judge.lock import Difference, compare, read_lock, updated
from pytest_lean.judge.sweep import sweep

Differ = Callable[[str, str], list[Difference]]

START = """
namespace L
inductive Tree | leaf | node (left : Tree) (n : Nat) (right : Tree)
def one (n : Nat) : Nat := n + 1
def two (n : Nat) : Nat := one (one n)
def Tree.size : Tree → Nat
  | .leaf => 0
  | .node l _ r => l.size + 1 + r.size
class Small (n : Nat) : Prop where
  small : n < 10
instance : Small 3 := ⟨by decide⟩
theorem plain (n m : Nat) (h : n = m) : m = n := h.symm
theorem of_two (n : Nat) : two n = n + 2 := rfl
theorem of_size : Tree.leaf.size = 0 := rfl
theorem universal (α : Type u) (β : Type v) (p : α × β) : p = (p.1, p.2) := rfl
private theorem hidden : 1 = 1 := rfl
theorem cased (n : Nat) : (match n with | 0 => True | _ + 1 => True) := by cases n <;> trivial
end L
"""


@pytest.fixture
def differ(library: Library) -> Differ:
    """Return how the statements of a module differ between two of its texts."""

    def statements(text: str):
        library.compile("L", text)
        return sweep([*library.toolchain.search_path, *library.path], ["L"])

    def differ(before: str, after: str) -> list[Difference]:
        old, new = statements(before), statements(after)
        lock = updated(None, ["L"], "", {"L": old.modules["L"].statements}, old.definitions)
        found = new.modules["L"].statements
        return compare(read_lock(lock.text()), "L", found, new.definitions)

    return differ


NOTHING_ELSE = {
    "a proof": ("h.symm", "by rw [h]"),
    "the name of a variable": (
        "(n m : Nat) (h : n = m) : m = n",
        "(a b : Nat) (h : a = b) : b = a",
    ),
    "what is private": ("hidden : 1 = 1", "another : 2 = 2"),
    "the names of universes": ("(α : Type u) (β : Type v)", "(α : Type a) (β : Type b)"),
    "what is declared before, and its matches": (
        "theorem cased",
        "def more (n : Nat) : Nat := match n with | 0 => 1 | k + 1 => k\ntheorem cased",
    ),
    "a proof that an instance holds": ("⟨by decide⟩", "⟨by omega⟩"),
}


def test_what_is_no_other_statement_is_no_difference(differ):
    """One text with all such changes: whichever counts is told by name."""
    text = START
    for old, new in NOTHING_ELSE.values():
        assert old in text
        text = text.replace(old, new)
    assert differ(START, text) == []


SOMETHING_ELSE = {
    "plain": ("m = n := h.symm", "m = n ∨ m = 0 := .inl h.symm"),
    "of_two": ("def one (n : Nat) : Nat := n + 1", "def one (n : Nat) : Nat := 1 + n"),
    "of_size": ("l.size + 1 + r.size", "1 + l.size + r.size"),
    "universal": ("(β : Type v)", "(β : Type u)"),
    "instSmallOfNatNat": ("Small 3", "Small 4"),
    "cased": ("| 0 => True |", "| 0 => 1 = 1 |"),
}


def test_what_is_another_statement_is_told(differ):
    text = START.replace("two n = n + 2 := rfl", "two n = n + 2 := by simp [two, one]; try omega")
    changed = text
    for old, new in SOMETHING_ELSE.values():
        assert old in changed
        changed = changed.replace(old, new)
    told = {one.name: one for one in differ(text, changed)}
    names = ("plain", "universal", "cased", "instSmallOfNatNat")
    assert {f"L.{name}" for name in names} == {
        name for name, one in told.items() if one.kind == "changed"
    }
    assert {"L.of_two", "L.of_size"} == {
        name for name, one in told.items() if one.kind == "definition"
    }
    assert [name for name, _, _ in told["L.of_two"].altered] == ["L.one"]


@pytest.mark.slow
def test_a_type_below_a_statement_is_told(differ):
    told = differ(
        START, START.replace("(n : Nat) (right", "(n m : Nat) (right").replace("l _ r", "l _ _ r")
    )
    assert [one.name for one in told] == ["L.of_size"]
    assert {name for name, _, _ in told[0].altered} == {"L.Tree", "L.Tree.size"}


# A statement about the number k, and a weaker one that is proved alike.
WEAKER = [
    ("(n : Nat) : n + {k} = {k} + n", "(n : Nat) (_ : n < {k}) : n + {k} = {k} + n"),
    ("(n : Nat) (h : {k} < n) : {k} < n", "(n : Nat) (h : {k} < n) : {k} ≤ n"),
    ("(n : Nat) (h : n = {k}) : n = {k}", "(n : Nat) (h : n = {k}) : n ≤ {k}"),
    ("(n : Nat) : n ≤ n + {k}", "(n : Nat) : n ≤ n + {k} + 1"),
    ("(n : Nat) (h : n ≤ {k}) : n < {k} + 1", "(n : Nat) (h : n < {k}) : n < {k} + 1"),
    ("(n m : Nat) (h : n ≤ m) : n ≤ m + {k}", "(n : Nat) (h : n ≤ n) : n ≤ n + {k}"),
    ("(p : Prop) (h : p) : p ∧ {k} = {k}", "(p : Prop) (h : p) : p ∨ {k} = {k}"),
    ("(n : Int) : n + {k} = {k} + n", "(n : Nat) : n + {k} = {k} + n"),
    ("(n : Nat) : n * {k} = {k} * n", "(n : Nat) : n = 0 → n * {k} = {k} * n"),
    ("(n : Nat) (h : n ≠ {k}) : ¬ n = {k}", "(n : Nat) (h : n ≠ {k}) : ¬ n = {k} ∨ n = {k}"),
]


@pytest.mark.slow
def test_a_hundred_weakened_statements_are_found(differ):
    def text(which: int) -> str:
        proof = "first | omega | (exact ⟨h, rfl⟩) | (exact Or.inl h)"
        lines = (
            f"theorem L.t{k} {pair[which].format(k=k)} := by {proof}"
            for k, pair in zip(range(2, 102), itertools.cycle(WEAKER), strict=False)
        )
        return "\n".join([*lines, "theorem L.same (n : Nat) : n = n := rfl"])

    told = differ(text(0), text(1))
    assert {one.name for one in told} == {f"L.t{k}" for k in range(2, 102)}
    assert {one.kind for one in told} == {"changed"}
