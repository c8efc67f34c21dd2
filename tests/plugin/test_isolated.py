"""``isolated`` and ``sandbox``: a test whose texts have a fresh process each."""

from __future__ import annotations

import pytest

# A test that uses all that `lean` offers.
WORKS = """
import pytest

@pytest.mark.lean(isolated=True)
def test_all(lean, lean_toolchain):
    lean.define("def double (n : Nat) := n + n")
    assert lean.eval("double 4") == 8
    assert lean.type_of("double") == "Nat → Nat"
    lean.check("theorem t (n : Nat) : double n = n + n := rfl")
    assert not lean.run("theorem bad : 1 + 1 = 3 := by decide").ok
    lean.assert_proves("1 + 1 = 2", "rfl")
    lean.assert_declares("double", kind="def")
    lean.assert_axioms("double", [])
    lean.assert_goal("theorem g (a : Nat) : a = a := by sorry", "a = a")
    with pytest.raises(AssertionError):
        lean.check("theorem s : 1 = 2 := by sorry")
"""


@pytest.fixture
def run(pytester: pytest.Pytester):
    def run(source: str, *arguments: str) -> pytest.RunResult:
        pytester.makepyfile(source)
        return pytester.runpytest("--lean-toolchain=embedded", *arguments)

    return run


@pytest.mark.slow
def test_all_of_it_works_in_an_isolated_test(run) -> None:
    run(WORKS).assert_outcomes(passed=1)


@pytest.mark.quick(1)
@pytest.mark.parametrize("how", ["option", "variable", "ini"])
def test_the_setting_isolates_every_test(
    run, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    arguments = []
    if how == "option":
        arguments = ["--lean-isolated=true"]
    elif how == "variable":
        monkeypatch.setenv("PYTEST_LEAN_ISOLATED", "1")
    else:
        pytester.makeini("[pytest]\nlean_isolated = true\n")
    result = run(
        """
        def test_one(lean, lean_server):
            assert lean_server.config.isolated
            lean.check("theorem t : 1 + 1 = 2 := rfl")
        """,
        *arguments,
    )
    result.assert_outcomes(passed=1)


@pytest.mark.slow
def test_a_test_can_be_excepted(run) -> None:
    result = run(
        """
        import pytest

        @pytest.mark.lean(isolated=False)
        def test_one(lean):
            assert not lean.server.config.isolated
            lean.check("theorem t : 1 + 1 = 2 := rfl")
        """,
        "--lean-isolated=true",
    )
    result.assert_outcomes(passed=1)


def test_no_isolated_test_sees_a_file_that_another_wrote(run, pytester: pytest.Pytester) -> None:
    result = run(
        """
        import pytest

        @pytest.mark.lean(isolated=True)
        @pytest.mark.parametrize("number", range(2))
        def test_one(lean, number):
            assert lean.run('#eval IO.FS.readFile "left.txt"').errors
            lean.run('#eval IO.FS.writeFile "left.txt" "seen"')
            assert lean.run('#eval IO.FS.readFile "left.txt"').errors
        """
    )
    result.assert_outcomes(passed=2)
    assert not (pytester.path / "left.txt").exists()


@pytest.mark.slow
def test_a_missing_verdict_is_reported_as_such(run) -> None:
    result = run(
        """
        import pytest

        @pytest.mark.lean(isolated=True, timeout=1)
        def test_endless(lean):
            lean.check("partial def spin (n : Nat) : Nat := spin (n + 1)\\n#eval spin 0")

        @pytest.mark.lean(isolated=True)
        def test_ends(lean):
            lean.check("#eval (IO.Process.exit 0 : IO Unit)")

        @pytest.mark.lean(isolated=True)
        def test_fine(lean):
            lean.check("theorem t : 1 + 1 = 2 := rfl")
        """
    )
    result.stdout.fnmatch_lines(
        [
            "*LEAN ERROR *::test_endless - LeanTimeoutError: Lean did not answer within*",
            "*LEAN ERROR *::test_ends - LeanCrashError: *before the end of the text*",
            "*1 passed*",
        ]
    )


def test_a_wrong_sandbox_is_a_usage_error(run) -> None:
    result = run("def test_one(lean): pass", "--lean-sandbox=none")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*--lean-sandbox: 'none' is not require or auto or off*"])


@pytest.mark.slow
def test_the_setting_decides_which_sandbox_is_used(run) -> None:
    result = run(
        """
        import pytest

        @pytest.mark.lean(isolated=True)
        def test_one(lean, tmp_path):
            target = tmp_path / "target"
            lean.check(f'#eval IO.FS.writeFile "{target}" "x"')
            assert target.read_text() == "x"
        """,
        "--lean-sandbox=off",
    )
    result.assert_outcomes(passed=1)
