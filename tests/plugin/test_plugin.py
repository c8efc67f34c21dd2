"""The plugin as a user meets it: a real pytest run on the real, embedded Lean."""

from __future__ import annotations

import pytest

FALSE_THEOREM = """
def test_bad(lean):
    lean.check("theorem bad : 1 + 1 = 3 := by decide")
"""


def test_a_false_theorem_fails_with_lean_s_message_and_its_place(pytester):
    pytester.makepyfile(FALSE_THEOREM)
    result = pytester.runpytest()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(
        [
            "*LeanRejection: Lean reports an error*",
            "E*<command>:1:30: error: *decide*",
            "E*1 + 1 = 3*",
            "E*1 | theorem bad : 1 + 1 = 3 := by decide",
            "E*|                               ^^^^^^",
            "*1 failed*",
        ]
    )


def test_the_traceback_of_a_rejection_has_no_frame_of_the_plugin(pytester):
    pytester.makepyfile(FALSE_THEOREM)
    result = pytester.runpytest()
    result.stdout.no_fnmatch_line("*pytest_lean*.py*")
    result.stdout.no_fnmatch_line("*def check(*")


def test_a_sorry_fails_with_its_goal(pytester):
    pytester.makepyfile(
        """
        def test_open(lean):
            lean.check("theorem t (n : Nat) : n = 0 := by\\n  sorry")
        """
    )
    result = pytester.runpytest()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*not proved: the text uses `sorry`*", "E*goal of the sorry:*"])
    result.stdout.fnmatch_lines(["E*n : Nat*", "E*⊢ n = 0*"])


def test_each_test_starts_from_the_same_environment(pytester):
    pytester.makepyfile(
        """
        def test_defines(lean):
            lean.define("def a := 1")
            assert lean.eval("a") == 1

        def test_does_not_see_it(lean):
            assert not lean.run("#eval a").ok
        """
    )
    pytester.runpytest().assert_outcomes(passed=2)


def test_every_xdist_worker_has_its_own_server(pytester, monkeypatch):
    pytester.makepyfile(
        """
        import os, pytest

        @pytest.mark.parametrize("n", range(8))
        def test_server(lean_server, n):
            assert lean_server.run(f"example : {n} = {n} := rfl").ok
            with open(os.environ["PIDS"], "a") as pids:
                pids.write(f"{os.getpid()} {lean_server.pid}\\n")
        """
    )
    pids = pytester.path / "pids"
    monkeypatch.setenv("PIDS", str(pids))
    result = pytester.runpytest("-n", "2")
    result.assert_outcomes(passed=8)
    pairs = {tuple(line.split()) for line in pids.read_text().splitlines()}
    assert len(pairs) == len({worker for worker, _ in pairs}) == len({lean for _, lean in pairs})
    result.stdout.fnmatch_lines(["*Lean 4.35.0 (embedded, small core library)*", "8 commands, *"])
