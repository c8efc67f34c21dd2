"""A false statement: that Lean rejects it is what is tested here."""

import pytest


def test_lean_rejects_a_false_statement(lean):
    response = lean.run("theorem bad : 1 + 1 = 3 := by decide")
    assert not response.ok
    [error] = response.errors
    assert error.start_pos.line == 1
    assert "1 + 1 = 3" in error.data


@pytest.mark.xfail(raises=AssertionError, reason="nobody has proved it yet")
def test_an_open_problem(lean):
    lean.check("theorem open_problem (n : Nat) : n * n = n := by sorry")
