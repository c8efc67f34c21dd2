"""--lean-mutate: which small changes to a model are noticed."""

from __future__ import annotations

import pytest

pytest.importorskip("hypothesis")

TEST = """
import pytest
from hypothesis import strategies as st

MODEL = '''
def double (n : Nat) : Nat := n + n
def capped (n : Nat) : Nat := if n < 100 then double n else 7
theorem double_two : double 2 = 4 := rfl
'''

@pytest.fixture(scope="module")
def lean_preamble():
    return MODEL

def capped(n):
    return 2 * n if n < 100 else 7

def test_small(lean):
    lean.agrees(capped, "capped", st.integers(0, 5), examples=6)

def test_big(lean):
    lean.agrees(capped, "capped", st.integers(110, 200), examples=50)
"""


@pytest.mark.slow
def test_what_nobody_notices_is_reported_with_its_place(pytester):
    pytester.makepyfile(test_it=TEST)
    result = pytester.runpytest("--lean-mutate", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(
        [
            "*Lean models, changed*",
            "7 changes: 4 noticed (57 %), 1 of them by a theorem, 3 by an agreement; 3 not noticed",
            "not noticed: test_it.py:6: capped: 100 -> 101",
            "    def capped (n : Nat) : Nat := if n < 100 then double n else 7",
            "not noticed: test_it.py:6: capped: 100 -> 99",
            "not noticed: test_it.py:6: capped: < -> ≤",
        ]
    )


def test_nothing_is_changed_without_the_option(pytester):
    pytester.makepyfile(test_it=TEST)
    result = pytester.runpytest("-p", "no:cacheprovider")
    result.assert_outcomes(passed=2)
    result.stdout.no_fnmatch_line("*changes*")


@pytest.mark.slow
def test_xdist_workers_are_counted_together(pytester):
    pytester.makepyfile(test_it=TEST)
    result = pytester.runpytest("--lean-mutate", "-p", "no:cacheprovider", "-n", "2")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["7 changes: 4 noticed (57 %)*"])
