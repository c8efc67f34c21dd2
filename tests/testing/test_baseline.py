"""Baselines: texts that are committed beside the test, compared, and written on demand."""

from __future__ import annotations

import pytest

TESTS = """
def test_messages(lean):
    lean.baseline("messages", lean.run("#check nope\\n#eval 1 + 1"))

def test_facts(lean):
    lean.define("theorem t (p q : Prop) (h : p ↔ q) : p = q := propext h")
    lean.baseline("facts", lean.facts("t"))
    lean.baseline("axioms", lean.axioms("t"))

def test_signatures(lean):
    api = lean.signatures("def a := 1\\nprivate def b := 2\\ntheorem c : a = 1 := rfl")
    lean.baseline("api", api)
"""
WRITTEN = {
    "messages": "error: Unknown identifier `nope`\n---\ninfo: 2\n",
    "facts": "theorem t (p q : Prop) (h : p ↔ q) : p = q\n  axioms: propext\n",
    "axioms": "propext\n",
    "api": "def a : Nat\ntheorem c : a = 1\n",
}


@pytest.fixture
def project(pytester):
    pytester.makepyfile(test_x=TESTS)
    return pytester


@pytest.fixture
def folder(project):
    return project.path / "baselines" / "test_x"


def test_update_writes_what_the_next_run_compares_with(project, folder):
    result = project.runpytest("--lean-update")
    result.assert_outcomes(passed=3)
    assert {one.stem: one.read_text(encoding="utf-8") for one in folder.iterdir()} == WRITTEN
    result.stdout.fnmatch_lines(
        ["*Lean baselines*", *(f"written: baselines/test_x/{name}.txt" for name in sorted(WRITTEN))]
    )
    result = project.runpytest()
    result.assert_outcomes(passed=3)
    result.stdout.no_fnmatch_line("*Lean baselines*")


def test_a_missing_baseline_fails_and_says_how_to_write_it(project):
    result = project.runpytest("-k", "messages")
    result.assert_outcomes(failed=1, deselected=2)
    result.stdout.fnmatch_lines(
        [
            "E*there is no baseline baselines/test_x/messages.txt; --lean-update writes it",
            "E*error: Unknown identifier `nope`",
            "missing: baselines/test_x/messages.txt",
        ]
    )


def test_a_difference_fails_line_by_line_and_update_accepts_it(project, folder):
    project.runpytest("--lean-update")
    (folder / "messages.txt").write_text("error: Unknown identifier `nope`\n---\ninfo: 3\n")
    result = project.runpytest()
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        [
            "E*not as in the baseline baselines/test_x/messages.txt; --lean-update accepts it",
            "E*  error: Unknown identifier `nope`",
            "E*- info: 3",
            "E*+ info: 2",
            "different: baselines/test_x/messages.txt",
        ]
    )
    result = project.runpytest("--lean-update")
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(["changed: baselines/test_x/messages.txt"])
    result.stdout.no_fnmatch_line("changed: *facts.txt")
    assert (folder / "messages.txt").read_text() == WRITTEN["messages"]


def test_a_file_that_no_test_asks_for_is_named_if_all_tests_ran_and_passed(project, folder):
    project.runpytest("--lean-update")
    (folder / "old.txt").write_text("x")
    project.runpytest().stdout.fnmatch_lines(["unused: baselines/test_x/old.txt"])
    project.runpytest("-k", "facts").stdout.no_fnmatch_line("unused:*")
    project.runpytest("test_x.py::test_facts").stdout.no_fnmatch_line("unused:*")
    (folder / "messages.txt").write_text("other")
    project.runpytest().stdout.no_fnmatch_line("unused:*")


def test_update_is_refused_in_ci_unless_forced(project, folder, monkeypatch):
    monkeypatch.setenv("CI", "true")
    result = project.runpytest("--lean-update")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(
        ["*--lean-update is refused because*CI is set*--lean-update-force*"]
    )
    assert not folder.exists()
    project.runpytest("--lean-update", "--lean-update-force").assert_outcomes(passed=3)
    assert len(list(folder.iterdir())) == len(WRITTEN)


def test_ci_compares(project, monkeypatch):
    project.runpytest("--lean-update")
    monkeypatch.setenv("CI", "1")
    project.runpytest().assert_outcomes(passed=3)


@pytest.mark.slow
def test_workers_of_xdist_report_to_one_summary(project, folder):
    result = project.runpytest("-n", "2", "--lean-update")
    result.assert_outcomes(passed=3)
    assert {one.stem: one.read_text(encoding="utf-8") for one in folder.iterdir()} == WRITTEN
    result.stdout.fnmatch_lines(
        [f"written: baselines/test_x/{name}.txt" for name in sorted(WRITTEN)]
    )
    (folder / "old.txt").write_text("x")
    (folder / "axioms.txt").write_text("other")
    result = project.runpytest("-n", "2", "--lean-update")
    result.stdout.fnmatch_lines(
        ["changed: baselines/test_x/axioms.txt", "unused: baselines/test_x/old.txt"]
    )


def test_one_baseline_is_not_written_twice_with_different_texts(pytester):
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.parametrize("n", [1, 2])
        def test_value(lean, n):
            lean.baseline("value", f"value {n}")
        """
    )
    result = pytester.runpytest("--lean-update")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["E*two different texts were written to one baseline*"])


def test_a_snapshot_and_texts_are_baselines(pytester):
    pytester.makepyfile(
        test_y="""
        import pytest
        @pytest.mark.lean(axioms=["b"])
        def test_all(lean):
            lean.define("def a := 1\\naxiom b : a = 1")
            lean.baseline("snapshot", lean.snapshot())
            lean.baseline("set", {"b", "a"})
            lean.baseline("list", ["b", "a"])
            lean.baseline("nothing", lean.run("def c := 1"))
        """
    )
    pytester.runpytest("--lean-update").assert_outcomes(passed=1)
    texts = {one.stem: one.read_text() for one in (pytester.path / "baselines/test_y").iterdir()}
    assert texts == {
        "snapshot": "def a : Nat\naxiom b : a = 1\n  axioms: b\n",
        "set": "a\nb\n",
        "list": "b\na\n",
        "nothing": "(nothing)\n",
    }


@pytest.mark.slow
def test_two_workers_that_write_different_texts_are_told(pytester):
    pytester.makepyfile(
        test_z="""
        import os, pytest

        @pytest.mark.parametrize("n", range(8))
        def test_value(lean, n):
            lean.baseline("worker", os.environ["PYTEST_XDIST_WORKER"])
        """
    )
    result = pytester.runpytest("-n", "2", "--dist", "each", "--lean-update")
    result.stdout.fnmatch_lines(
        ["different texts were written by two workers: baselines/test_z/worker.txt"]
    )


@pytest.mark.parametrize(
    ("name", "what", "error", "words"),
    [
        (3, "x", TypeError, "is a str, not int"),
        ("../x", "x", ValueError, "letters, digits"),
        ("", "x", ValueError, "letters, digits"),
        ("x", 3, TypeError, "not of int"),
        ("x", [3], TypeError, "made of texts"),
    ],
)
def test_wrong_use_is_refused(lean, name, what, error, words):
    with pytest.raises(error, match=words):
        lean.baseline(name, what)


def test_a_lean_without_a_test_has_no_baselines(server):
    from pytest_lean import Lean

    with pytest.raises(TypeError, match="does not belong to a test"):
        Lean(server).baseline("x", "y")
