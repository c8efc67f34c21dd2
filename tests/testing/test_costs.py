"""Costs of declarations: measured one by one, and held against a committed table."""

from __future__ import annotations

import fnmatch

import pytest

from pytest_lean import LeanRejection
from pytest_lean.testing.baseline import Baselines
from pytest_lean.testing.baseline_log import BaselineLog
from pytest_lean.testing.cost_table import CostTable, CostTableError, allowed, read_costs

CHEAP = "theorem b (n : Nat) : n = n := rfl"
DEAR = "theorem b (n : Nat) : n = n := (fun (h : n + 0 + 0 + 0 = n) => h) (by simp)"
TEXT = f"""\
namespace A
theorem a (p q r : Prop) : p ∧ q ∧ r → r ∧ q ∧ p := by
  intro h
  simp [h]
{CHEAP}
end A
"""


@pytest.fixture
def committed(lean) -> dict[str, int]:
    return dict(lean.costs(TEXT).measured)


def test_each_declaration_costs_what_its_text_costs_by_itself(lean, committed):
    first, second = TEXT.index("theorem a"), TEXT.index(CHEAP)
    assert list(committed) == ["A.a", "A.b"]
    assert abs(committed["A.a"] - lean.heartbeats(TEXT[first:second])) <= 1
    assert abs(committed["A.b"] - lean.heartbeats(CHEAP)) <= 1


def test_costs_that_are_committed_are_confirmed_in_two_elaborations(lean, committed):
    before = lean.server.stats.commands
    assert lean.costs(TEXT).changes(committed, 0.2) == []
    assert lean.server.stats.commands == before + 2


def test_what_became_dearer_is_new_or_gone_is_told_with_its_line(lean, committed):
    text = TEXT.replace(CHEAP, f"{DEAR}\ntheorem c : 1 = 1 := rfl")
    found = lean.costs(text).changes({**committed, "A.old": 4}, 0.2)
    dearer, new, gone = found
    assert (dearer.name, dearer.before, dearer.line) == ("A.b", committed["A.b"], 5)
    assert dearer.after > allowed(committed["A.b"], 0.2)
    assert (new.name, new.before, new.line) == ("A.c", None, 6)
    assert (gone.name, gone.before, gone.after) == ("A.old", 4, None)


def test_a_dear_declaration_does_not_hide_a_later_one(lean, committed):
    found = lean.costs(TEXT).changes({"A.a": 1, "A.b": 1}, 0.2)
    assert {change.name: change.after for change in found} == committed


def test_what_became_cheaper_is_no_change(lean, committed):
    before = {name: 10 * cost for name, cost in committed.items()}
    assert lean.costs(TEXT).changes(before, 0) == []


def test_a_committed_cost_stays_if_it_differs_by_no_more_than_can_be_measured(lean, committed):
    near = {name: cost + 1 for name, cost in committed.items()}
    assert lean.costs(TEXT).near(near) == near
    far = {name: cost + 4 for name, cost in committed.items()}
    assert lean.costs(TEXT).near(far) == committed


def test_a_limit_of_the_text_s_own_does_not_hide_a_cost(lean, committed):
    own = TEXT.replace(CHEAP, f"set_option maxHeartbeats 400000 in\n{DEAR}")
    assert [change.name for change in lean.costs(own).changes(committed, 0.2)] == ["A.b"]
    tight = TEXT.replace("namespace A", "set_option maxHeartbeats 500\nnamespace A")
    assert lean.costs(tight).measured == committed


def test_equations_that_a_proof_makes_of_a_definition_are_charged_to_nobody_s_limit(lean):
    text = """\
inductive T | leaf | node (a b : T)
def T.size : T → Nat | leaf => 1 | node a b => a.size + b.size
theorem T.positive : ∀ t : T, 0 < t.size := by
  intro t
  induction t with
  | leaf => simp [size]
  | node a b first second => simp [size]; omega
"""
    costs = lean.costs(text)
    committed = dict(costs.measured)
    assert costs.changes(committed, 0) == []
    [change] = costs.changes({**committed, "T.size": committed["T.size"] // 2}, 0.2)
    assert (change.name, change.after) == ("T.size", committed["T.size"])


@pytest.mark.slow
def test_a_mutual_block_and_local_functions_are_one_declaration_each(lean):
    text = """\
mutual
def even : Nat → Bool | 0 => true | n + 1 => odd n
def odd : Nat → Bool | 0 => false | n + 1 => even n
end
def f (n : Nat) : Nat := go n where
  go : Nat → Nat | 0 => 0 | n + 1 => go n
example : f 0 = 0 := rfl
#guard f 2 == 0
open Nat in
/-- A comment. -/
@[simp] theorem last : f 0 = 0 := rfl theorem beside : 1 = 1 := rfl
"""
    assert lean.costs(text).names == ("even", "f", "last", "beside")
    assert all(cost > 0 for cost in lean.costs(text).measured.values())


def test_a_text_may_use_what_the_test_defined(lean):
    lean.define("def two := 2")
    assert list(lean.costs("theorem t : two = 2 := rfl").measured) == ["t"]


def test_a_rejected_text_has_no_costs(lean):
    with pytest.raises(LeanRejection, match="nothing can be said of its cost"):
        lean.costs("theorem t : 1 = 2 := rfl")


def test_a_table_is_read_as_it_is_written():
    table = CostTable("4.35.0", {"M": {"M.«a b»": 3, "M.a": 2}, "L.X": {"x": 1}})
    text = table.text()
    assert text.splitlines()[1:] == ["# Lean 4.35.0", "[L.X]", "x 1", "[M]", "M.a 2", "M.«a b» 3"]
    assert read_costs(text) == table
    assert read_costs(text).text() == text


@pytest.mark.parametrize("line", ["a", "a b", "a -1", "<<<<<<< HEAD", "a 1\na 2", "[]"])
def test_a_line_that_is_no_cost_is_refused_by_its_number(line):
    with pytest.raises(CostTableError, match=r"^line [23]"):
        read_costs(f"# Lean 4.35.0\n{line}\n")


@pytest.mark.parametrize(
    ("cost", "tolerance", "most"),
    [(1, 0.2, 2), (4, 0.2, 5), (10, 0.2, 12), (10, 0.1, 11), (100, 0.3, 130), (7, 0, 8)],
)
def test_a_cost_may_rise_by_the_tolerance_and_by_what_cannot_be_measured(cost, tolerance, most):
    assert allowed(cost, tolerance) == most


TESTS = f'''
TEXT = """{TEXT}"""

def test_costs(lean):
    lean.baseline("costs", lean.costs(TEXT))

def test_strict(lean):
    lean.baseline("strict", lean.costs(TEXT), tolerance=0)
'''


@pytest.fixture
def project(pytester):
    """A project with two baselines of costs, written."""
    pytester.makepyfile(test_x=TESTS)
    pytester.runpytest("--lean-update").assert_outcomes(passed=2)
    return pytester


@pytest.fixture
def baseline(project):
    return project.path / "baselines" / "test_x" / "costs.txt"


@pytest.mark.slow
def test_a_baseline_of_costs_is_a_sorted_table_and_passes(project, baseline):
    found = read_costs(baseline.read_text(encoding="utf-8"))
    assert list(found.of("")) == ["A.a", "A.b"]
    result = project.runpytest()
    result.assert_outcomes(passed=2)
    result.stdout.no_fnmatch_line("*Lean baselines*")


def test_a_proof_that_became_dearer_fails_until_it_is_accepted(project, baseline):
    project.makepyfile(test_x=TESTS.replace(CHEAP, DEAR))
    result = project.runpytest("-k", "test_costs")
    result.assert_outcomes(failed=1, deselected=1)
    result.stdout.fnmatch_lines(
        [
            "E*a declaration is dearer than in the baseline baselines/test_x/costs.txt; "
            "--lean-update accepts it",
            "E*dearer: A.b (line 5) took * and takes *, * % more; accepted is * (20 % more)",
            "different: baselines/test_x/costs.txt",
        ]
    )
    project.runpytest("--lean-update").assert_outcomes(passed=2)
    project.runpytest().assert_outcomes(passed=2)


@pytest.mark.slow
def test_a_setting_says_how_much_dearer_is_tolerated(project, baseline):
    project.makepyfile(test_x=TESTS.replace(CHEAP, DEAR))
    project.runpytest("--lean-cost-tolerance=1000").assert_outcomes(passed=1, failed=1)


@pytest.mark.slow
def test_a_baseline_that_is_missing_or_damaged_fails_and_says_what_to_do(project, baseline):
    baseline.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    result = project.runpytest("-k", "test_costs")
    result.stdout.fnmatch_lines(["E*is no table of costs (line 1 *); --lean-update writes it"])
    baseline.unlink()
    result = project.runpytest("-k", "test_costs")
    result.stdout.fnmatch_lines(["E*there is no baseline *costs.txt; --lean-update writes it"])
    assert not baseline.exists()


@pytest.mark.slow
def test_another_lean_is_told_beside_what_became_dearer(project, baseline):
    baseline.write_text("# Lean 4.9.0\nA.a 1\nA.b 1\n", encoding="utf-8")
    result = project.runpytest("-k", "test_costs")
    result.stdout.fnmatch_lines(["E*it was measured with Lean 4.9.0, and this is Lean *"])


@pytest.mark.parametrize(
    ("what", "tolerance", "told"),
    [
        ("'a text'", "0.1", "TypeError: tolerance is for lean.costs(...), not for str"),
        ("lean.costs(TEXT)", "'x'", "TypeError: tolerance is a number, not str"),
        ("lean.costs(TEXT)", "-1", "ValueError: tolerance is a share of at least 0*"),
        ("lean.costs(TEXT)", "float('nan')", "ValueError: tolerance is a share of at least 0*"),
    ],
)
def test_a_tolerance_that_makes_no_sense_is_refused(lean, what, tolerance, told, tmp_path):
    baselines = Baselines(
        BaselineLog(), tmp_path / "test_x.py", root=tmp_path, update=False, tolerance=0.2
    )
    names = {"lean": lean, "TEXT": TEXT}
    with pytest.raises((TypeError, ValueError)) as raised:
        baselines.compare("x", eval(what, names), eval(tolerance))
    assert fnmatch.fnmatch(f"{raised.type.__name__}: {raised.value}", told)
