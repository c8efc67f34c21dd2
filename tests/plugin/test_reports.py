"""What a run prints and writes: header, status words, sections, summary, JUnit, JSON."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

MIXED = """
import pytest

def test_good(lean): lean.check("example : 1 = 1 := rfl")
def test_bad(lean): lean.check("example : 1 = 2 := rfl")

@pytest.mark.lean(timeout=0.3)
def test_slow(lean):
    lean.check("partial def spin (n : Nat) : Nat := spin (n + 1)\\n#eval spin 0")

def test_after(lean): lean.check("example : 2 = 2 := rfl")
"""


@pytest.fixture
def mixed(pytester):
    """A project with a good, a bad and an endless test."""
    pytester.makepyfile(test_mixed=MIXED)
    return pytester


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """Run that project with a number of workers, once for all tests of this file.

    The function returns the exit code, what was printed, and the folder.
    """

    @functools.cache
    def finished(workers: str) -> tuple[int, pytest.LineMatcher, Path]:
        folder = tmp_path_factory.mktemp("mixed")
        (folder / "test_mixed.py").write_text(MIXED)
        command = [sys.executable, "-m", "pytest", "-p", "no:hypothesispytest", "-v"]
        done = subprocess.run(
            [*command, "-p", "no:randomly", "-n", workers, "--lean-json=out/lean.json"],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        return done.returncode, pytest.LineMatcher(done.stdout.splitlines()), folder

    return finished


def test_the_header_names_toolchain_and_limits(mixed):
    result = mixed.runpytest("--lean-toolchain=embedded", "--lean-memory=900")
    result.stdout.fnmatch_lines(
        [
            "lean: Lean 4.35.0 (embedded, small core library), timeout 60 s, "
            "memory limit 900 MiB, trust checked",
            "lean: the embedded one because lean_toolchain = embedded",
        ]
    )


@pytest.mark.parametrize("workers", ["0", pytest.param("2", marks=pytest.mark.slow)])
def test_an_infrastructure_failure_has_its_own_word_and_section(finished, workers):
    code, output, _ = finished(workers)
    assert code == pytest.ExitCode.TESTS_FAILED
    output.fnmatch_lines(
        [
            "*LEAN ERRORS: no verdict was reached*",
            "*test_mixed.py::test_slow*",
            "*LeanTimeoutError: Lean did not answer within 0.3*",
            "*1 failed, 2 passed, 1 lean error*",
        ]
    )
    output.no_fnmatch_line("FAILED*test_slow*")
    words = [line for line in output.lines if "test_slow" in line and " LEAN ERROR " in line]
    assert len(words) == 1


def test_the_letter_of_an_infrastructure_failure(mixed):
    mixed.runpytest().stdout.fnmatch_lines(["test_mixed.py .FL.*"])


@pytest.mark.quick(1)
@pytest.mark.parametrize("workers", ["0", "2"])
def test_the_summary_counts_all_workers(finished, workers):
    _, output, _ = finished(workers)
    output.fnmatch_lines(
        [
            "*- Lean 4.35.0 (embedded, small core library) -*",
            "4 commands, *% warm; peak * MiB*",
            "slowest in Lean:",
            "*test_mixed.py::test_slow",
        ]
    )


def test_junit_has_the_properties_of_each_test(mixed):
    mixed.runpytest("--junitxml=report.xml", "-k", "good")
    case = ET.parse(mixed.path / "report.xml").find(".//testcase")
    assert case is not None
    found = {one.get("name"): one.get("value") for one in case.iter("property")}
    assert found["lean_version"] == "Lean 4.35.0 (embedded, small core library)"
    assert float(found["lean_seconds"] or 0) > 0
    assert found["lean_restarts"] == "0"


@pytest.mark.quick(1)
@pytest.mark.parametrize("workers", ["0", "2"])
def test_the_summary_can_be_written_as_json(finished, workers):
    _, _, folder = finished(workers)
    found = json.loads((folder / "out" / "lean.json").read_text())
    assert found["lean"] == ["Lean 4.35.0 (embedded, small core library)"]
    assert found["commands"] == 4
    assert found["peak_memory_mb"] > 1
    assert any(nodeid.endswith("::test_slow") for _, nodeid in found["slowest"])


def test_a_run_without_a_verdict_replaces_an_older_json(pytester):
    pytester.makefile(".json", lean='{"commands": 4}')
    pytester.makepyfile("def test_it(lean): pass")
    result = pytester.runpytest("--lean-json=lean.json", "--lean-toolchain=/no/such")
    result.stdout.fnmatch_lines(["*1 lean error*"])
    assert json.loads((pytester.path / "lean.json").read_text())["commands"] == 0


def test_json_that_cannot_be_written_is_reported(pytester):
    pytester.makepyfile("def test_it(lean): lean.check('#eval 1')")
    result = pytester.runpytest("--lean-json=.")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["note: the summary could not be written as JSON: *"])


def test_a_death_shows_stderr_and_the_servers_log(pytester):
    pytester.makepyfile(
        """
        def test_abort(lean):
            lean.check('@[extern "no_such"] opaque gone (n : UInt8) : IO Unit\\n#eval gone 3')
        """
    )
    result = pytester.runpytest()
    result.stdout.fnmatch_lines(["*LeanCrashError: *aborted*"])
    result.stdout.fnmatch_lines(["*- Lean stderr -*", "*Could not find native implementation*"])
    result.stdout.fnmatch_lines(["*- Lean server log -*", "*restart: crash*"])


def test_the_same_infrastructure_failure_is_shown_once(pytester):
    pytester.makeconftest(
        """
        import pytest
        from pytest_lean import ToolchainError

        @pytest.fixture(scope="session")
        def lean_toolchain(): raise ToolchainError("broken beyond repair")
        """
    )
    pytester.makepyfile("def test_a(lean): pass\ndef test_b(lean): pass\ndef test_c(lean): pass")
    result = pytester.runpytest()
    result.stdout.fnmatch_lines(
        [
            "E   *ToolchainError: broken beyond repair",
            "LEAN ERROR *::test_a - ToolchainError: broken beyond repair",
            "* and 2 more tests for the same reason",
            "*3 lean errors*",
        ]
    )
    assert "\n".join(result.outlines).count("broken beyond repair") == 3
    result = pytester.runpytest("-v")
    result.stdout.fnmatch_lines(
        [f"LEAN ERROR *::test_{one} - the same as *::test_a" for one in "bc"]
    )


@pytest.mark.slow
def test_an_xfail_expects_no_infrastructure_failure_unless_it_names_it(pytester):
    pytester.makepyfile(
        """
        import pytest
        from pytest_lean import LeanTimeoutError

        SPIN = "partial def spin (n : Nat) : Nat := spin (n + 1)\\n#eval spin 0"

        @pytest.mark.xfail(strict=True)
        def test_unproved(lean): lean.check("theorem x : 1 = 2 := sorry")

        @pytest.mark.xfail(reason="not proved yet")
        @pytest.mark.lean(timeout=0.5)
        def test_endless(lean): lean.check(SPIN)

        @pytest.mark.xfail(raises=LeanTimeoutError)
        @pytest.mark.lean(timeout=0.5)
        def test_named(lean): lean.check(SPIN)
        """
    )
    result = pytester.runpytest("-v")
    result.stdout.fnmatch_lines(
        ["*::test_unproved XFAIL*", "*::test_endless LEAN ERROR*", "*::test_named XFAIL*"]
    )
    result = pytester.runpytest("--lean-toolchain=/no/such")
    result.stdout.fnmatch_lines(["*3 lean error*"])
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_a_unittest_shows_no_frames_of_the_plugin(pytester):
    pytester.makepyfile(
        """
        import unittest
        import pytest

        class TestIt(unittest.TestCase):
            @pytest.fixture(autouse=True)
            def _lean(self, lean): self.lean = lean

            def test_false(self): self.lean.check("theorem t : 1 = 2 := rfl")
        """
    )
    result = pytester.runpytest()
    result.stdout.fnmatch_lines(["*test_a_unittest*.py:*: LeanRejection"])
    result.stdout.no_fnmatch_line("*facade.py*")


def test_junit_names_the_missing_verdict_and_reruns_leave_one_of_each_property(pytester):
    pytest.importorskip("pytest_rerunfailures")
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.lean(timeout=0.3)
        def test_it(lean):
            lean.check("partial def spin (n : Nat) : Nat := spin (n + 1)\\n#eval spin 0")
        """
    )
    pytester.runpytest("--junitxml=report.xml", "--reruns=1", "--lean-json=lean.json")
    case = ET.parse(pytester.path / "report.xml").find(".//testcase[last()]")
    assert case is not None
    names = [one.get("name") for one in case.iter("property")]
    of_a_run = ["lean_restarts", "lean_seconds", "lean_trust", "lean_version"]
    assert sorted(names) == ["lean_error", *of_a_run]
    assert json.loads((pytester.path / "lean.json").read_text())["lean_errors"] == 1


def test_no_tracebacks_are_shown_where_pytest_shows_none(pytester):
    pytester.makepyfile("def test_it(lean): pass")
    result = pytester.runpytest("--lean-toolchain=/no/such", "--tb=no")
    result.stdout.no_fnmatch_line("*LEAN ERRORS*")
    result.stdout.fnmatch_lines(["LEAN ERROR *::test_it - ToolchainNotFoundError: *"])


@pytest.mark.parametrize(("arguments", "shown"), [((), 1), (("-q",), 0), (("--no-header",), 0)])
@pytest.mark.parametrize("workers", ["0", pytest.param("2", marks=pytest.mark.slow)])
def test_the_header_is_shown_where_pytest_shows_its_own(pytester, workers, arguments, shown):
    pytester.makepyfile("def test_a(lean): pass\ndef test_b(lean): pass")
    result = pytester.runpytest("-n", workers, *arguments)
    found = [line for line in result.outlines if line.startswith("lean: Lean 4.35.0")]
    assert len(found) == shown


def test_the_header_is_shown_once_under_xdist(finished):
    _, output, _ = finished("2")
    assert sum(line.startswith("lean: Lean 4.35.0") for line in output.lines) == 1


def test_a_rerun_that_reaches_a_verdict_is_no_infrastructure_failure(pytester):
    pytest.importorskip("pytest_rerunfailures")
    pytester.makepyfile(
        """
        import pytest
        from pytest_lean import LeanCrashError

        RUNS = []

        def test_it(lean):
            lean.check("example : 1 = 1 := rfl")
            RUNS.append(1)
            if len(RUNS) == 1:
                raise LeanCrashError("the first time")
        """
    )
    arguments = ("--junitxml=report.xml", "--reruns=1", "--lean-json=lean.json")
    pytester.runpytest(*arguments).stdout.fnmatch_lines(["*1 passed, 1 rerun*"])
    runs = ET.parse(pytester.path / "report.xml").iter("testcase")
    told = [[one.get("name") for one in case.iter("property")] for case in runs]
    assert ["lean_error" in names for names in told] == [True, False]
    assert json.loads((pytester.path / "lean.json").read_text())["lean_errors"] == 0


@pytest.mark.parametrize("workers", ["0", pytest.param("2", marks=pytest.mark.slow)])
def test_a_missing_verdict_inside_a_group_a_doctest_or_a_teardown_is_reported_as_such(
    pytester, workers
):
    pytester.makepyfile(
        helper='''
        import pytest_lean

        def doubled():
            """
            >>> raise pytest_lean.LeanCrashError("in a doctest")
            """
        ''',
        test_it="""
        import sys
        import pytest
        from pytest_lean import LeanCrashError

        if sys.version_info < (3, 11):
            from exceptiongroup import ExceptionGroup

        def test_group(lean):
            raise ExceptionGroup("tasks", [LeanCrashError("in a group")])

        @pytest.mark.xfail(reason="not proved yet")
        def test_expected(lean):
            raise ExceptionGroup("tasks", [ExceptionGroup("more", [LeanCrashError("deep")])])

        def test_mixed(lean):
            raise ExceptionGroup("tasks", [LeanCrashError("one"), AssertionError("another")])

        @pytest.fixture
        def broken(lean):
            yield
            raise LeanCrashError("in a teardown")

        def test_teardown(broken): pass
        """,
    )
    result = pytester.runpytest("-n", workers, "--doctest-modules", "--junitxml=report.xml")
    result.stdout.fnmatch_lines_random(
        [
            "LEAN ERROR helper.py::helper.doubled - LeanCrashError: in a doctest",
            "LEAN ERROR test_it.py::test_group - LeanCrashError: in a group",
            "LEAN ERROR test_it.py::test_expected - LeanCrashError: deep",
            "LEAN ERROR test_it.py::test_teardown - LeanCrashError: in a teardown",
            "FAILED test_it.py::test_mixed *",
        ]
    )
    cases = ET.parse(pytester.path / "report.xml").iter("testcase")
    told = {
        case.get("name")
        for case in cases
        if any(one.get("name") == "lean_error" for one in case.iter("property"))
    }
    assert told >= {"test_group", "test_expected", "test_teardown"}
    assert "test_mixed" not in told


@pytest.mark.parametrize(
    "option", ["--setup-plan", "--fixtures", "--fixtures-per-test", "--collect-only"]
)
def test_a_run_that_executes_no_test_needs_no_lean(pytester, option):
    pytester.makepyfile("def test_it(lean): pass")
    result = pytester.runpytest(option, f"--lean-cache-dir={pytester.path / 'cache'}")
    assert result.ret == 0
    assert not (pytester.path / "cache").exists()


def test_syrupy_matches_a_response_in_the_next_run(pytester):
    pytest.importorskip("syrupy")
    pytester.makepyfile(
        "def test_it(lean, snapshot):\n"
        "    lean.run('def before := 1')\n"
        "    assert lean.run('#eval 1 + 1') == snapshot\n"
        "    assert [lean.run('#eval 2')] == snapshot(exclude=lambda prop, path: prop == 'text')\n"
    )
    pytester.runpytest("--snapshot-update").assert_outcomes(passed=1)
    [written] = pytester.path.glob("__snapshots__/*.ambr")
    text = written.read_text(encoding="utf-8")
    assert "data='2'" in text
    assert not {"env=", "elapsed="} & set(text.replace("\n", " ").split())
    assert text.count("text=") == 1
    result = pytester.runpytest("-k", "test_it")
    result.assert_outcomes(passed=1)
    pytester.makepyfile("def test_it(lean, snapshot): assert lean.run('#eval 3') == snapshot\n")
    pytester.runpytest().assert_outcomes(failed=1)


def test_responses_of_the_same_text_are_equal(server):
    first, second = (server.run("#eval 1") for _ in range(2))
    assert first.env != second.env
    assert first == second
    assert first != server.run("#eval 2")
