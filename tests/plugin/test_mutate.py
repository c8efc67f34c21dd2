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
def test_a_change_that_nobody_notices_is_reported_with_its_place(pytester):
    pytester.makepyfile(test_it=TEST)
    result = pytester.runpytest("--lean-mutate", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(
        [
            "*Lean definitions, changed*",
            "7 changes: 4 noticed (57 %), 1 of them by Lean, 3 by an agreement; 3 not noticed",
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


LIBRARY = {
    "lib/L.lean": "import L.Use\n",
    "lib/L/Base.lean": (
        "namespace L\n"
        "def twice (n : Nat) : Nat := n * 2\n"
        "def isSmall (n : Nat) : Bool := n < 10\n"
        "def unused (n : Nat) : Nat := n + 1\n"
        "theorem isSmall_three : isSmall 3 = true := rfl\n"
        "end L\n"
    ),
    "lib/L/Use.lean": (
        "import L.Base\nnamespace L\nopen Nat\ntheorem twice_three : twice 3 = 6 := rfl\nend L\n"
    ),
    "tests/Small.lean": "import L.Base\n#guard L.isSmall 9 && !L.isSmall 10\n",
}


@pytest.fixture
def library(pytester):
    pytester.makeini(
        "[pytest]\nlean_toolchain = embedded\nlean_sources = lib\nlean_sweep = L\n"
        "lean_sweep_checks = sorry\nlean_files = tests/*.lean\n"
    )
    for name, text in LIBRARY.items():
        file = pytester.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return pytester


@pytest.mark.slow
def test_changes_to_a_library_are_noticed_by_all_files_that_import_it(library):
    result = library.runpytest("--lean-mutate", "-v", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=8)
    result.stdout.fnmatch_lines(
        [
            "*L.Base::changes PASSED*",
            "9 changes: 6 noticed (67 %), 6 of them by Lean, 0 by an agreement; 3 not noticed",
            "not noticed: lib/L/Base.lean:4: L.unused: + -> -",
            "    def unused (n : Nat) : Nat := n + 1",
            "not noticed: lib/L/Base.lean:4: L.unused: 1 -> 0",
            "not noticed: lib/L/Base.lean:4: L.unused: 1 -> 2",
        ]
    )


@pytest.mark.slow
def test_files_that_cannot_share_a_document_fail_with_the_reason(library):
    (library.path / "lib/L/Use.lean").write_text(
        "import L.Base\nnamespace L\nprivate def twin := 1\nend L\n"
    )
    (library.path / "tests/Small.lean").write_text(
        "import L.Use\nnamespace L\ndef twin := 2\nprivate def twin' := 3\nend L\nend L\n"
    )
    result = library.runpytest("--lean-mutate", "L.Base", "tests", "-p", "no:cacheprovider")
    result.stdout.fnmatch_lines(
        ["*the definitions of L.Base cannot be changed: Lean does not accept *Small.lean behind*"]
    )
