"""``--lean-report`` and the rows of ``--lean-json``, of real runs."""

from __future__ import annotations

import dataclasses
import json
import re
import sys
from pathlib import Path

import pytest

from pytest_lean.plugin.activity import Activity
from pytest_lean.report.data import TestRow, Trace

pytest.importorskip("jinja2")

DOCS = Path(__file__).parents[2] / "docs" / "report.md"
MIXED = r"""
import os
import pytest

def test_proved(lean): lean.check("example : 1 = 1 := rfl")
def test_refused(lean): lean.check("theorem t : 1 = 2 := by\n  rfl")
def test_python(): assert 1 == 2
@pytest.mark.skip(reason="not today")
def test_skipped(lean): pass
@pytest.mark.xfail(reason="open")
def test_open(lean): lean.check("example : 1 = 2 := rfl")
@pytest.mark.lean(timeout=0.3)
def test_endless(lean):
    lean.check("partial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0")
@pytest.fixture
def broken(): raise RuntimeError("no database")
def test_fixture(broken): pass
"""
OUTCOMES = {
    "test_proved": "passed",
    "test_refused": "failed",
    "test_python": "failed",
    "test_skipped": "skipped",
    "test_open": "xfailed",
    "test_endless": "no verdict",
    "test_fixture": "error",
}


_kept: list[tuple[dict[str, object], str]] = []  # the run of mixed tests, made once


def found_in(pytester: pytest.Pytester) -> dict[str, object]:
    data: dict[str, object] = json.loads((pytester.path / "out" / "lean.json").read_text())
    return data


def by_name(data) -> dict[str, dict[str, object]]:
    return {one["id"].partition("::")[2]: one for one in data["tests"]}


@pytest.fixture
def mixed(pytester):
    """The rows and the page of a run in which tests end in many ways."""
    if not _kept:
        pytester.makepyfile(MIXED)
        pytester.runpytest("--lean-json=out/lean.json", "--lean-report=out/deep/report.html")
        html = (pytester.path / "out" / "deep" / "report.html").read_text()
        _kept.append((found_in(pytester), html))
    return _kept[0]


def documented(heading: str) -> dict[str, str]:
    """Return the fields of a table of the page of reports, with their types."""
    part = DOCS.read_text(encoding="utf-8").partition(heading)[2].partition("\n#")[0]
    return dict(re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", part, re.MULTILINE))


def test_a_run_has_a_row_for_each_test_and_a_page(mixed):
    data, html = mixed
    rows = by_name(data)
    assert {name: one["outcome"] for name, one in rows.items()} == OUTCOMES
    assert rows["test_proved"]["trust"] == "checked"
    assert rows["test_endless"]["trust"] is None
    assert rows["test_python"]["lean"] is None
    assert rows["test_proved"]["commands"] == 1
    assert (
        0
        < rows["test_proved"]["lean_seconds"]
        <= sum(rows["test_proved"][one] for one in ("setup", "call", "teardown"))
    )
    assert rows["test_skipped"]["message"] == "not today"
    assert rows["test_refused"]["message"].startswith("2:2 ")
    assert [one["id"] for one in data["workers"]] == ["main"]
    # At the deadline Lean may drop the command and stay alive; otherwise it is killed.
    told = [cause for _, cause in data["workers"][0]["restarts"]]
    assert told == ["timeout"] * rows["test_endless"]["restarts"]
    assert all(mb >= 0 for _, mb in data["workers"][0]["memory"])
    for words in ("1 of 7 tests passed", "theorem t : 1 = 2", "no database", "Lean did not answer"):
        assert words in html


def test_a_lean_that_is_killed_shows_in_the_memory_curve():
    activity, one, other = Activity(), object(), object()
    activity.command(other, 10.0, answered=True)
    activity.command(one, 30.0, answered=True)
    activity.restart(one, "memory", 90.0)
    activity.command(one, 90.0, answered=False)
    activity.command(one, 31.0, answered=True)
    seen = activity.take()
    assert [mb for _, mb in seen["memory"]] == [10.0, 40.0, 100.0, 10.0, 10.0, 41.0]
    assert [cause for _, cause in seen["restarts"]] == ["memory"]
    assert seen["commands"] == 4
    assert activity.take() == {"memory": [], "restarts": [], "commands": 0}


def test_the_json_is_as_it_is_documented(mixed):
    data, _ = mixed
    assert documented("## The JSON").keys() == data.keys()
    assert documented("### A test").keys() == {one.name for one in dataclasses.fields(TestRow)}
    assert documented("### A process").keys() == {one.name for one in dataclasses.fields(Trace)}
    kinds = {"text": str, "number": (int, float), "count": int, "true or false": bool, "list": list}
    kinds |= {"object": dict}
    for heading, rows in (
        ("## The JSON", [data]),
        ("### A test", data["tests"]),
        ("### A process", data["workers"]),
    ):
        for name, told in documented(heading).items():
            kind, _, or_null = told.partition(", or ")
            for one in rows:
                is_null = one[name] is None and or_null == "`null`"
                assert is_null or isinstance(one[name], kinds[kind]), (name, one[name], told)


def test_a_run_without_tests_of_lean_has_both_files(pytester):
    pytester.makepyfile("def test_it(): pass")
    pytester.runpytest("--lean-json=out/lean.json", "--lean-report=report.html")
    assert [one["outcome"] for one in found_in(pytester)["tests"]] == ["passed"]
    assert "No test of this run used Lean" in (pytester.path / "report.html").read_text()


def test_the_end_of_a_run_says_where_the_page_is(pytester):
    pytester.makepyfile("def test_it(): pass")
    result = pytester.runpytest("--lean-report=report.html")
    result.stdout.fnmatch_lines([f"*Lean report: {pytester.path / 'report.html'}*"])
    assert [one.name for one in pytester.path.iterdir() if one.name.startswith(".report")] == []


@pytest.mark.parametrize("place", [".", "file/report.html", "/dev/null"])
def test_a_page_that_cannot_be_written_is_a_usage_error_at_the_start(pytester, place):
    pytester.makefile("", file="a file")
    pytester.makepyfile("def test_it(): open('ran', 'w')")
    result = pytester.runpytest(f"--lean-report={place}")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: lean_report: *"])
    assert not (pytester.path / "ran").exists()


def test_without_jinja2_it_is_a_usage_error_that_says_what_to_install(pytester, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    result = pytester.runpytest("--lean-report=report.html")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*pip install 'pytest-lean[[]report[]]'"])


def test_an_older_page_stays_until_the_new_one_is_whole(pytester):
    page = pytester.path / "report.html"
    page.write_text("older")
    pytester.makepyfile(f"def test_it(): assert open({str(page)!r}).read() == 'older'")
    pytester.runpytest("--lean-report=report.html").assert_outcomes(passed=1)
    assert "The test passed" in page.read_text()


def test_listing_tests_leaves_an_older_page_alone(pytester):
    page = pytester.path / "report.html"
    page.write_text("older")
    pytester.makepyfile("def test_it(): pass")
    pytester.runpytest("--collect-only", "--lean-report=report.html", "--lean-json=lean.json")
    assert page.read_text() == "older"
    assert not (pytester.path / "lean.json").exists()


def test_a_file_that_cannot_be_collected_has_a_row(pytester):
    pytester.makepyfile("def test_it(: pass")
    pytester.runpytest("--lean-json=out/lean.json", "--lean-report=report.html")
    [row] = found_in(pytester)["tests"]
    assert row["outcome"] == "error"
    assert "SyntaxError" in (pytester.path / "report.html").read_text()


def test_a_run_that_ends_early_says_why(pytester):
    pytester.makepyfile("def test_a(): assert 0\ndef test_b(): pass")
    pytester.runpytest("-x", "--lean-json=out/lean.json")
    data = found_in(pytester)
    assert "stopping after 1 failures" in data["ended"]
    assert [one["outcome"] for one in data["tests"]] == ["failed"]


def test_a_rerun_counts_and_the_last_outcome_holds(pytester):
    pytest.importorskip("pytest_rerunfailures")
    pytester.makepyfile(
        """
        RUNS = []

        def test_it():
            RUNS.append(1)
            assert len(RUNS) == 3
        """
    )
    pytester.runpytest("--reruns=2", "--lean-json=out/lean.json", "--lean-report=report.html")
    [row] = found_in(pytester)["tests"]
    assert (row["outcome"], row["reruns"], row["message"]) == ("passed", 2, "")


@pytest.mark.slow
def test_a_lean_file_and_a_file_of_proofs_have_rows_and_failures(pytester):
    pytester.makefile(".lean", bad="theorem good : 1 = 1 := rfl\n\ntheorem bad : 1 = 2 := rfl\n")
    proof = {"id": "wrong", "text": "theorem no : 2 = 3 := rfl"}
    pytester.makefile(".jsonl", some=json.dumps(proof))
    arguments = ("--lean-files=*.lean", "--lean-proofs=*.jsonl", "--lean-json=out/lean.json")
    pytester.runpytest(*arguments, "--lean-report=report.html")
    rows = by_name(found_in(pytester))
    found = [rows[name]["outcome"] for name in ("good", "bad", "wrong")]
    assert found == ["passed", "failed", "failed"]
    assert rows["wrong"]["memory_mb"] > 0
    html = (pytester.path / "report.html").read_text()
    assert "theorem bad : 1 = 2" in html
    assert "theorem no : 2 = 3" in html


@pytest.mark.slow
def test_a_worker_that_dies_costs_no_row(pytester):
    pytester.makepyfile(MIXED + "\ndef test_dies(lean): os._exit(3)\n")
    arguments = ("-n", "2", "--lean-json=out/lean.json", "--lean-report=report.html")
    pytester.runpytest_subprocess(*arguments)
    data = found_in(pytester)
    rows = by_name(data)
    assert {name: one["outcome"] for name, one in rows.items()} == {
        **OUTCOMES,
        "test_dies": "crashed",
    }
    lost = [one["id"] for one in data["workers"] if one["lost"] is not None]
    assert lost == [rows["test_dies"]["worker"]]
    assert {one["worker"] for one in rows.values()} <= {one["id"] for one in data["workers"]}
    assert "crashed while running" in (pytester.path / "report.html").read_text()
