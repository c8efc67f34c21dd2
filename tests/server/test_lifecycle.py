"""However a run ends, no Lean is left; other plugins and modes work."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import ClassVar

import psutil
import pytest

SPIN = "partial def spin (n : Nat) : Nat := spin (n + 1)\\n#eval spin 0"
LONG = f"""
import os, pathlib, pytest

@pytest.mark.parametrize("n", range(2))
def test_long(lean, lean_server, n):
    lean.check("#check Nat")
    pathlib.Path(f"{{os.environ.get('PYTEST_XDIST_WORKER', 'main')}}.pid").write_text(
        f"{{os.getpid()}} {{lean_server.pid}}"
    )
    lean.check("{SPIN}")
"""


@pytest.fixture(autouse=True)
def nothing_stays_after_a_failure(pytester):
    yield
    for run in Run.started:
        with contextlib.suppress(psutil.NoSuchProcess):
            run.process.kill()
        run.process.wait()
    Run.started.clear()
    for path in pytester.path.glob("*.pid"):
        for pid in map(int, path.read_text().split()):
            with contextlib.suppress(psutil.NoSuchProcess):
                psutil.Process(pid).kill()


class Run:
    """A pytest run in the background."""

    started: ClassVar[list[Run]] = []

    def __init__(self, pytester, *arguments: str, text: str = LONG) -> None:
        pytester.makepyfile(text)
        self._output = pytester.path / "output"
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
        command += ["--lean-timeout=600", *arguments]  # no end comes by itself
        with self._output.open("wb") as output:
            self.process = subprocess.Popen(
                command, cwd=pytester.path, stdout=output, stderr=subprocess.STDOUT
            )
        self.started.append(self)

    def finish(self) -> str:
        """Wait for its end; return what it printed."""
        self.process.wait(timeout=300)
        return self._output.read_text()


def wait_for(path: Path) -> tuple[int, psutil.Process]:
    """Wait until a worker runs its long test; return its process id and its Lean."""
    deadline = time.monotonic() + 300
    while not (path.exists() and path.read_text().strip().count(" ")):
        assert time.monotonic() < deadline, f"{path.name} did not come"
        time.sleep(0.02)
    worker, lean = map(int, path.read_text().split())
    return worker, psutil.Process(lean)


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("number", "workers"),
    [
        (signal.SIGINT, "2"),
        (signal.SIGTERM, "0"),
        pytest.param(signal.SIGINT, "0", marks=pytest.mark.slow),
        pytest.param(signal.SIGTERM, "2", marks=pytest.mark.slow),
    ],
)
def test_an_interrupt_in_the_middle_of_an_elaboration(pytester, number, workers):
    run = Run(pytester, "-n", workers)
    names = ["main"] if workers == "0" else ["gw0", "gw1"]
    leans = [wait_for(pytester.path / f"{name}.pid")[1] for name in names]
    run.process.send_signal(number)
    run.finish()
    assert run.process.returncode != 0
    _, alive = psutil.wait_procs(leans, timeout=300)
    assert alive == []


# Without this, xdist itself interrupts a test after five seconds.
PATIENT_XDIST = """
from execnet.gateway_base import WorkerGateway

WorkerGateway._terminate_execution = lambda self: self._execpool.trigger_shutdown()
"""


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(signal.SIGINT, marks=pytest.mark.slow),
        pytest.param(signal.SIGTERM, marks=pytest.mark.slow),
        signal.SIGKILL,
    ],
)
def test_workers_do_not_wait_for_lean_when_the_controller_ends(pytester, number):
    pytester.makeconftest(PATIENT_XDIST)
    run = Run(pytester, "-n", "2")
    leans = [wait_for(pytester.path / f"{name}.pid")[1] for name in ["gw0", "gw1"]]
    run.process.send_signal(number)
    run.finish()
    _, alive = psutil.wait_procs(leans, timeout=300)
    assert alive == []


@pytest.mark.slow
def test_an_idle_lean_ends_with_the_controller_while_its_worker_goes_on(pytester):
    pytester.makeconftest(PATIENT_XDIST)
    long = LONG.replace(f'lean.check("{SPIN}")', "import time; time.sleep(600)")
    run = Run(pytester, "-n", "1", text=long)
    worker, lean = wait_for(pytester.path / "gw0.pid")
    run.process.kill()
    lean.wait(timeout=300)
    assert psutil.pid_exists(worker)


BAD = """
import pathlib, time

def test_bad(lean):
    while not list(pathlib.Path().glob("gw?.pid")):
        time.sleep(0.01)
    lean.check("example : 1 = 2 := rfl")
"""


@pytest.mark.slow
def test_maxfail_ends_what_other_workers_elaborate(pytester):
    pytester.makepyfile(test_other=BAD)
    text = LONG.replace("range(2)", "range(6)")
    arguments = ["-n2", "-x", "-rs", "--dist=loadfile"]
    output = Run(pytester, *arguments, text=text).finish()
    assert "1 failed, 1 skipped" in output
    assert "no verdict: the run ended: stopping after 1 failures" in output
    assert "crashed" not in output


def test_a_crashed_xdist_worker_leaves_no_lean(pytester):
    run = Run(pytester, "-n", "1", "--max-worker-restart=0")
    worker, lean = wait_for(pytester.path / "gw0.pid")
    os.kill(worker, signal.SIGKILL)
    assert "crashed" in run.finish()
    lean.wait(timeout=300)


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments", [pytest.param(["-x"], marks=pytest.mark.slow), ["--maxfail=1", "-n", "2"]]
)
def test_stopping_at_the_first_failure_leaves_no_lean(pytester, arguments):
    run = Run(pytester, "--lean-timeout=0.5", *arguments)
    assert "LEAN ERROR" in run.finish()
    for path in pytester.path.glob("*.pid"):
        assert not psutil.pid_exists(int(path.read_text().split()[1]))


PASSING = """
def test_one(lean): lean.check("example : 1 = 1 := rfl")
def test_two(lean): lean.check("example : 2 = 2 := rfl")
"""


@pytest.mark.quick(2)
@pytest.mark.parametrize(
    ("arguments", "passed"),
    [
        (["-p", "no:xdist"], 2),
        (["-n0"], 2),
        pytest.param(["--dist", "each", "--tx", "2*popen"], 4, marks=pytest.mark.slow),
        pytest.param(["-n", "2", "--dist", "loadgroup"], 2, marks=pytest.mark.slow),
        (["-p", "no:cacheprovider"], 2),
        (["--import-mode=importlib"], 2),
        (["-p", "no:terminal", "-n0"], None),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_ways_to_run(pytester, arguments, passed):
    pytester.makepyfile(PASSING)
    result = pytester.runpytest(*arguments)
    assert result.ret == pytest.ExitCode.OK
    if passed is not None:
        result.assert_outcomes(passed=passed)


def test_last_failed_runs_what_failed_and_what_had_no_verdict(pytester):
    pytester.makepyfile(
        f"""
        import pytest

        def test_good(lean): lean.check("example : 1 = 1 := rfl")
        def test_bad(lean): lean.check("example : 1 = 2 := rfl")

        @pytest.mark.lean(timeout=0.3)
        def test_slow(lean): lean.check("{SPIN}")
        """
    )
    pytester.runpytest()
    result = pytester.runpytest("--lf", "-v")
    result.stdout.fnmatch_lines(["*test_bad FAILED*", "*test_slow LEAN ERROR*"])
    result.stdout.no_fnmatch_line("*test_good*")


@pytest.mark.slow
def test_pytest_main_twice_in_one_process(pytester):
    pytester.makepyfile(test_it=PASSING)
    script = pytester.makepyfile(
        twice="""
        import psutil, pytest

        assert [pytest.main(["test_it.py"]) for _ in range(2)] == [0, 0]
        assert psutil.Process().children() == []
        """
    )
    assert pytester.runpython(script).ret == 0


@pytest.mark.slow
def test_pytest_timeout_interrupts_a_command_and_the_next_test_is_right(pytester):
    pytest.importorskip("pytest_timeout")
    pytester.makepyfile(
        f"""
        import pytest

        @pytest.mark.timeout(1, func_only=True)
        def test_long(lean): lean.check("{SPIN}")

        def test_next(lean): lean.check("example : 1 = 1 := rfl")
        """
    )
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(failed=1, passed=1)


def test_pytest_rerunfailures_runs_a_test_again(pytester):
    pytest.importorskip("pytest_rerunfailures")
    pytester.makepyfile(
        """
        calls = []

        def test_flaky(lean):
            calls.append(1)
            lean.check(f"example : {len(calls)} = 2 := rfl")
        """
    )
    result = pytester.runpytest("--reruns", "1")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*1 rerun*"])
