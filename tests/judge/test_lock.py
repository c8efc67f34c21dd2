"""`lean.lock`: a sorted text of what a library states, and the comparison with it."""

from __future__ import annotations

import dataclasses

import pytest

from pytest_lean.judge.lock import (
    Definition,
    Lock,
    LockError,
    Statement,
    compare,
    new_axioms,
    read_lock,
    updated,
)

F = Definition("L.f", "L.A", "definition", "Nat → Nat := fun (n : Nat) => n", "f1", ("L.T",))
T = Definition("L.T", "L.A", "inductive", "Type | L.T.mk : L.T", "t1")
A = Statement("L.a", "L.A", "theorem", "L.f 1 = 1", "a1", "A1", ("propext",), 3, ("L.f",))
B = Statement("L.b", "L.B", "theorem", "2 = 2", "b1", "B1", line=1)
DEFINITIONS = {one.name: one for one in (F, T)}
MODULES = {"L.A": [A], "L.B": [B]}
LOCK = updated(None, ["L"], "4.35.0", MODULES, DEFINITIONS)


def changed(statement: Statement, **values: object) -> Statement:
    return dataclasses.replace(statement, **values)


def test_the_text_is_sorted_and_read_back():
    text = LOCK.text()
    names = [line.split()[1] for line in text.splitlines() if line.startswith(("th", "def", "ind"))]
    assert names == ["L.T", "L.a", "L.b", "L.f"]
    assert read_lock(text).text() == text
    assert "\n\ntheorem L.a\n  in L.A\n  says L.f 1 = 1\n  axioms propext\n  hash a1 A1\n" in text


def test_what_is_as_it_was_is_no_difference():
    assert compare(read_lock(LOCK.text()), "L.A", [A], DEFINITIONS) == []


def test_a_changed_statement_is_told_with_both_texts():
    new = changed(A, text="L.f 1 ≤ 1", hash="a2", whole="A2")
    [told] = compare(LOCK, "L.A", [new], DEFINITIONS)
    assert (told.kind, told.line) == ("changed", 3)
    assert (told.before, told.after) == ("L.f 1 = 1", "L.f 1 ≤ 1")


def test_a_theorem_that_became_an_axiom_is_changed():
    [told] = compare(LOCK, "L.A", [changed(A, kind="axiom")], DEFINITIONS)
    assert (told.kind, told.after) == ("changed", "(axiom) L.f 1 = 1")


def test_an_altered_definition_is_told_however_far_below():
    new = {
        **DEFINITIONS,
        "L.T": dataclasses.replace(T, text="Type | L.T.mk : Nat → L.T", hash="t2"),
    }
    [told] = compare(LOCK, "L.A", [changed(A, whole="A2")], new)
    assert told.kind == "definition"
    assert told.altered == (("L.T", T.text, "Type | L.T.mk : Nat → L.T"),)


def test_new_and_vanished_statements_are_told():
    told = compare(LOCK, "L.A", [changed(B, name="L.c", module="L.A")], DEFINITIONS)
    assert [(one.kind, one.name) for one in told] == [("new", "L.c"), ("vanished", "L.a")]


def test_a_statement_that_moved_to_another_module_is_no_difference():
    moved = changed(A, module="L.B")
    assert compare(LOCK, "L.A", [], DEFINITIONS, ["L.a", "L.b"]) == []
    assert compare(LOCK, "L.B", [moved, B], DEFINITIONS) == []


def test_two_modules_may_have_a_statement_of_one_name():
    other = changed(B, name="L.a", module="L.B")
    lock = read_lock(updated(None, ["L"], "", {"L.A": [A], "L.B": [other]}, DEFINITIONS).text())
    assert compare(lock, "L.A", [A], DEFINITIONS, ["L.a"]) == []
    assert compare(lock, "L.B", [other], DEFINITIONS, ["L.a"]) == []
    [told] = compare(lock, "L.B", [], DEFINITIONS, ["L.a"])
    assert told.kind == "vanished"


def test_every_axiom_that_a_theorem_did_not_rest_on_is_told():
    assert new_axioms(LOCK, changed(A, axioms=("Classical.choice",))) == ("Classical.choice",)
    assert new_axioms(LOCK, changed(A, axioms=("oracle", "propext"))) == ("oracle",)


def test_an_axiom_that_a_theorem_needs_no_more_is_no_difference():
    assert new_axioms(LOCK, changed(A, axioms=())) == ()


def test_an_update_of_one_module_leaves_the_others():
    new = updated(LOCK, ["L"], "4.35.0", {"L.B": [changed(B, hash="b2")]}, DEFINITIONS)
    assert new.statements["L.a"] == A
    assert new.statements["L.b"].hash == "b2"
    assert set(new.definitions) == set(DEFINITIONS)


def test_an_update_forgets_what_is_gone():
    new = updated(LOCK, ["L"], "4.35.0", {"L.A": []}, {})
    assert set(new.statements) == {"L.b"}
    assert new.definitions == {}


def test_an_update_of_one_library_leaves_another():
    other = Statement("M.a", "M", "theorem", "1 = 1", "m", "M")
    both = updated(LOCK, ["M"], "4.35.0", {"M": [other]}, {})
    assert both.libraries == ("L", "M")
    assert set(both.statements) == {"L.a", "L.b", "M.a"}
    assert set(both.definitions) == set(DEFINITIONS)


def test_it_holds_the_parts_of_its_libraries():
    assert LOCK.holds("L")
    assert LOCK.holds("L.A")
    assert not LOCK.holds("Lx")
    assert not Lock((), "").holds("L")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("theorem L.b", "<<<<<<< HEAD\ntheorem L.b", "line *: a conflict of a merge"),
        ("format 1", "format 2", "format 1"),
        ("  hash b1 B1", "", "no entry"),
        ("  hash b1 B1", "  hash b1", "no entry"),
        ("  says 2 = 2", "", "no entry"),
        ("theorem L.b\n  in L.B", "theorem L.a\n  in L.A", "twice"),
    ],
)
def test_what_is_no_lock_is_refused_by_its_line(old, new, why):
    text = LOCK.text()
    assert old in text
    with pytest.raises(LockError, match=why.replace("*", r"\d+")):
        read_lock(text.replace(old, new))
