"""The example library, broken in fourteen ways: each break fails the right items and no others."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "library"
ITEMS = 92


@dataclass(frozen=True)
class Break:
    """A change of one file, and the items that do not pass after it.

    Attributes:
        file: the file, below the example's folder.
        old: what is changed in it.
        new: what it is changed to.
        failed: the items that fail.
    """

    file: str
    old: str
    new: str
    failed: tuple[str, ...]


EVEN, HORNER = "src/Abacus/Nat/Even.lean", "src/Abacus/Horner.lean"
BREAKS = {
    "a sorry three imports down": Break(
        "src/Abacus/Machine/Code.lean",
        "    rw [ih, computations_cons]; omega",
        "    sorry",
        ("Abacus.Machine.Code::sorry", "Abacus.Compile::sorry", "Abacus.Horner::sorry"),
    ),
    "an axiom in a helper": Break(
        "src/Abacus/List/Sort.lean",
        "theorem holds_sort (n : Nat) (xs : List Nat) (h : Holds n xs) : Holds n (sort xs) := by\n"
        "  unfold Holds at *; rw [sameCounts_sort xs n]; exact h",
        "private axiom helper (n : Nat) (xs : List Nat) (h : Holds n xs) : Holds n (sort xs)\n\n"
        "theorem holds_sort (n : Nat) (xs : List Nat) (h : Holds n xs) : Holds n (sort xs) :=\n"
        "  helper n xs h",
        ("Abacus.List.Sort::axioms", "tests/Lists.lean::holds_example"),
    ),
    "a hypothesis more": Break(
        EVEN,
        "theorem isEven_of_even (n : Nat) (h : Even n)",
        "theorem isEven_of_even (n : Nat) (_ : 0 < n) (h : Even n)",
        ("Abacus.Nat.Even::statements",),
    ),
    "a definition altered under unchanged statements": Break(
        "src/Abacus/Compile.lean",
        "  | some (n :: _) => some n\n",
        "  | some (n :: _) => some n\n  | some [] => none\n",
        ("Abacus.Compile::statements", "Abacus.Horner::statements"),
    ),
    "a statement that is gone": Break(
        HORNER,
        "theorem horner_zero (c : Nat) (cs : List Nat) : horner 0 (c :: cs) = c := by\n"
        "  rw [horner_cons, Nat.zero_mul, Nat.add_zero]\n",
        "",
        ("Abacus.Horner::statements",),
    ),
    "a statement that is new": Break(
        EVEN,
        "end Abacus",
        "theorem even_two : Even 2 := even_double 1\n\nend Abacus",
        ("Abacus.Nat.Even::statements",),
    ),
    "a statement with another name": Break(
        HORNER, "theorem horner_zero", "theorem horner_nought", ("Abacus.Horner::statements",)
    ),
    "a warning of the build": Break(
        EVEN,
        "theorem even_zero : Even 0 := ⟨0, rfl⟩",
        "theorem even_zero : Even 0 := have _h := 1; have unused := 2; ⟨0, rfl⟩",
        ("Abacus.Nat.Even::messages",),
    ),
    "an example that is not proved": Break(
        HORNER, "end Abacus", "example : 1 = 2 := sorry\n\nend Abacus", ("Abacus.Horner::messages",)
    ),
    "a file that stops half-way": Break(
        "tests/Compiler.lean",
        "theorem sample_steps",
        "#exit\n\ntheorem sample_steps",
        (
            "tests/Compiler.lean::file",
            "tests/Compiler.lean::sample_steps",
            "tests/Compiler.lean::polynomial",
        ),
    ),
    "a #guard that turns": Break(
        "tests/Lists.lean",
        "#guard largest [3, 9, 2] == 9",
        "#guard largest [3, 9, 2] == 3",
        ("tests/Lists.lean::guard-2",),
    ),
    "a #guard_msgs that turns": Break(
        "tests/Lists.lean",
        "info: [1, 4, 9]",
        "info: [9, 4, 1]",
        ("tests/Lists.lean::guard_msgs",),
    ),
    "a test that is false": Break(
        "tests/Compiler.lean",
        "[1, 2, 3] = 321",
        "[1, 2, 3] = 123",
        ("tests/Compiler.lean::polynomial",),
    ),
    "a test that is not proved": Break(
        "tests/Arithmetic.lean",
        "theorem double_of_sum : double (sum (power 2) 3) = 14 := rfl",
        "theorem double_of_sum : double (sum (power 2) 3) = 14 := sorry",
        ("tests/Arithmetic.lean::double_of_sum",),
    ),
}

# Breaks that are made in one run: no two of them fail the same item.
TOGETHER = (
    ("a sorry three imports down", "an axiom in a helper", "a hypothesis more"),
    (
        "a definition altered under unchanged statements",
        "a statement that is new",
        "a #guard that turns",
    ),
    (
        "a statement that is gone",
        "a warning of the build",
        "a file that stops half-way",
        "a test that is not proved",
    ),
    (
        "a statement with another name",
        "an example that is not proved",
        "a #guard_msgs that turns",
        "a test that is false",
    ),
)
assert sorted(BREAKS) == sorted(name for names in TOGETHER for name in names)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, in one place, so that its modules are compiled once."""
    return shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("example") / "library")


@pytest.fixture
def example(
    copy: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> pytest.Pytester:
    """pytester in the copy, where nothing has run yet."""
    monkeypatch.chdir(copy)
    shutil.rmtree(copy / ".pytest_cache", ignore_errors=True)
    return pytester


@pytest.fixture
def break_it(copy: Path) -> Iterator[Callable[[Break], None]]:
    """Change a file of the copy, for one test."""
    whole: dict[Path, str] = {}

    def break_it(one: Break) -> None:
        file = copy / one.file
        text = file.read_text(encoding="utf-8")
        assert text.count(one.old) == 1
        whole.setdefault(file, text)
        file.write_text(text.replace(one.old, one.new), encoding="utf-8")

    yield break_it
    for file, text in whole.items():
        file.write_text(text, encoding="utf-8")


def failed(result: pytest.RunResult) -> set[str]:
    """Return the items of a run with ``-v`` that did not pass."""
    told = [line.split() for line in result.outlines if "::" in line and "%]" in line]
    assert len(told) > 10
    return {words[0] for words in told if words[1] != "PASSED"}


@pytest.mark.parametrize("names", TOGETHER, ids=", ".join)
def test_each_break_is_reported_where_it_is_and_only_there(example, break_it, names):
    """The breaks of one run fail different items, so each of them has to be found by itself."""
    for name in names:
        break_it(BREAKS[name])
    expected = [item for name in names for item in BREAKS[name].failed]
    assert len(set(expected)) == len(expected)
    assert failed(example.runpytest("-v")) == set(expected)


def test_pytest_s_own_options_work_on_it(example, break_it):
    """One after the other: ``--co``, ``-k``, ``--junitxml``, ``--durations``, ``-x``, ``--lf``."""
    break_it(BREAKS["a statement that is new"])
    break_it(BREAKS["a test that is false"])
    result = example.runpytest("--co", "-q")
    assert len([line for line in result.outlines if "::" in line]) == ITEMS
    outcomes = example.runpytest("-k", "Nat.Even and not axioms").parseoutcomes()
    assert outcomes == {"failed": 1, "passed": 2, "deselected": ITEMS - 3}
    result = example.runpytest("--junitxml=report.xml", "--durations=3")
    result.assert_outcomes(failed=2, passed=ITEMS - 2)
    result.stdout.fnmatch_lines(["*slowest 3 durations*"])
    cases = ElementTree.parse("report.xml").findall(".//testcase")
    names = {
        (one.get("classname"), one.get("name")) for one in cases if one.find("failure") is not None
    }
    assert names == {("Abacus.Nat.Even", "statements"), ("tests.Compiler.lean", "polynomial")}
    assert example.runpytest("-x").parseoutcomes()["failed"] == 1
    outcomes = example.runpytest("--lf").parseoutcomes()
    assert (outcomes["failed"], outcomes.get("passed", 0)) == (2, 0)


@pytest.mark.parametrize("distribution", ["loadfile", "worksteal"])
def test_xdist_s_distributions_find_the_same(example, break_it, distribution):
    """The default, ``load``, is what CI runs the example with."""
    break_it(BREAKS["a statement that is new"])
    break_it(BREAKS["a test that is false"])
    some = ("tests/Compiler.lean", "Abacus.Nat.Even", "Abacus.Horner")
    result = example.runpytest("-n", "2", "--dist", distribution, *some)
    result.assert_outcomes(failed=2, passed=17)
