"""Unchanged ``.lean`` files are not elaborated again."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

import pytest

GOOD = "theorem a : 1 = 1 := rfl\n\nexample : 2 = 2 := rfl\n"
BAD = "theorem a : 1 = 2 := rfl\n"


def _write(project, name: str, text: str) -> None:
    (project.path / name).write_text(f"{text}-- {project.mark}\n")


@pytest.fixture
def project(pytester, monkeypatch):
    """A project with the tests' cache directory, in which none of its texts is known."""
    monkeypatch.setenv("PYTEST_LEAN_CACHE", "on")
    pytester.makeini("[pytest]\nlean_files = *.lean\nlean_toolchain = embedded\n")
    pytester.mark = uuid.uuid4()
    _write(pytester, "Good.lean", GOOD)
    _write(pytester, "Bad.lean", BAD)
    return pytester


def _summary(result) -> str:
    return next(line for line in result.outlines if "from the cache" in line)


def test_the_second_run_has_the_same_outcomes_without_lean(project):
    first = project.runpytest("-v")
    second = project.runpytest("-v")
    assert _summary(first).startswith("2 commands")
    assert "0 of 2 files from the cache" in _summary(first)
    assert _summary(second).startswith("0 commands")
    assert "2 of 2 files from the cache" in _summary(second)
    shown = [
        [line for line in result.outlines if line.startswith(("Bad.lean::", "Good.lean::"))]
        for result in (first, second)
    ]
    assert shown[0] == shown[1]
    for result in (first, second):
        result.assert_outcomes(passed=4, failed=1)
        result.stdout.fnmatch_lines(["*Bad.lean:1:*: error: *", "*theorem a : 1 = 2 := rfl"])


def test_a_changed_file_is_elaborated_again(project):
    project.runpytest()
    _write(project, "Bad.lean", GOOD)
    result = project.runpytest()
    assert "1 of 2 files from the cache" not in _summary(result)  # the same text as the other's
    assert "2 of 2 files from the cache" in _summary(result)
    _write(project, "Bad.lean", BAD + "\n")
    assert "1 of 2 files from the cache" in _summary(project.runpytest())


def test_another_setting_elaborates_the_file_again(project):
    project.runpytest()
    for option in ("--lean-options=autoImplicit=false", "--lean-allowed-axioms=Foo.bar"):
        assert "0 of 2 files from the cache" in _summary(project.runpytest(option))


@pytest.mark.slow
def test_a_timeout_is_not_cached(project):
    (project.path / "Bad.lean").unlink()
    text = "theorem a : 1 = 1 := by\n  repeat (first | skip)\n  rfl\n"
    _write(project, "Good.lean", text)
    for _ in range(2):
        result = project.runpytest("--lean-timeout=1")
        result.stdout.fnmatch_lines(["*2 lean error*"])
        assert "from the cache" not in result.stdout.str()


def test_a_text_that_runs_code_is_elaborated_again(project):
    (project.path / "Bad.lean").unlink()
    value = project.path / "value.txt"
    (project.path / "Good.lean").write_text(
        f'#eval do\n  let text ← IO.FS.readFile "{value}"\n'
        '  unless text == "right" do throw (IO.userError "wrong")\n'
    )
    value.write_text("right")
    project.runpytest().assert_outcomes(passed=2)
    value.write_text("wrong")
    project.runpytest().assert_outcomes(passed=1, failed=1)


@pytest.mark.slow
def test_a_changed_module_elaborates_the_files_that_import_it_again(project, library):
    (project.path / "Bad.lean").unlink()
    _write(project, "Good.lean", "import Base\ntheorem a : base = 1 := rfl\n")
    option = f"--lean-search-path={library.folder}"
    library.compile("Base", "def base := 1\n")
    project.runpytest(option).assert_outcomes(passed=2)
    assert "1 of 1 files from the cache" in _summary(project.runpytest(option))
    library.compile("Base", "def base := 2\n")
    project.runpytest(option).assert_outcomes(passed=1, failed=1)


def test_the_cache_can_be_switched_off(project):
    project.runpytest()
    result = project.runpytest("--lean-cache=off")
    assert "from the cache" not in result.stdout.str()
    result.stdout.fnmatch_lines(["2 commands, *"])


def test_a_damaged_entry_is_written_again(project, warm_cache: Path, monkeypatch):
    monkeypatch.setenv("PYTEST_LEAN_CACHE_DIR", str(warm_cache))
    project.runpytest()
    entries = [one for one in (warm_cache / "verdicts").glob("??/*") if len(one.name) == 64]
    assert len(entries) == 2
    for entry in entries:
        os.truncate(entry, 20)
    result = project.runpytest()
    result.assert_outcomes(passed=4, failed=1)
    assert "0 of 2 files from the cache" in _summary(result)


def test_a_cache_without_locks_takes_no_verdict_away(project, warm_cache: Path, monkeypatch):
    monkeypatch.setenv("PYTEST_LEAN_CACHE_DIR", str(warm_cache))
    for first in range(256):
        (warm_cache / "locks" / f"verdict-{first:02x}.lock").mkdir(parents=True)
    project.runpytest().assert_outcomes(passed=4, failed=1)


@pytest.mark.slow
def test_two_workers_elaborate_a_file_once(project):
    (project.path / "Bad.lean").unlink()
    (project.path / "Good.lean").write_text(
        "theorem a : 1 = 1 := rfl\nexample : 1 = 1 := rfl\n" * 1
    )
    result = project.runpytest("-n", "2")
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(["1 command, *"])
