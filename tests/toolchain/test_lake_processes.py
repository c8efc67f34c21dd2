"""One Lake project and many processes: xdist workers, several runs, killed builders.

lake and the full lean are stand-ins (tests/standins); what they compile is compiled by the
real embedded Lean.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

USES_DEMO = """
import pytest

@pytest.mark.parametrize("n", range({tests}))
@pytest.mark.lean(imports=["Demo"])
def test_demo(lean, n):
    lean.check("theorem t : 1 + 1 = 2 := demo")
"""


@pytest.fixture
def project(machine) -> Path:
    """A project with one module."""
    return machine.project(Demo="theorem demo : 1 + 1 = 2 := rfl\n")


@pytest.fixture
def run(machine, project):
    """Start pytest in the project."""
    lean = machine.install_lean(machine.folder / "sysroot", "4.35.0")
    started = []

    def run(*arguments: str) -> subprocess.Popen[str]:
        # That plugin imports all of hypothesis at the end of each run.
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
        command += ["-p", "no:hypothesispytest", *arguments]
        process = subprocess.Popen(
            [*command, f"--lean-toolchain={lean}", "-v"],
            cwd=project,
            env=machine.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("workers", ["2", pytest.param("6", marks=pytest.mark.slow)])
def test_the_workers_of_two_runs_build_once(machine, project, run, workers):
    (project / "test_demo.py").write_text(USES_DEMO.format(tests=12))
    machine.behave(lake_build="sleep 1")
    runs = [run("-n", workers), run("-n", workers)]
    outputs = [one.communicate(timeout=300)[0] for one in runs]
    assert [one.returncode for one in runs] == [0, 0], "\n".join(outputs)
    assert len(machine.calls("lake build begins")) == 1


@pytest.mark.slow
def test_build_always_builds_once_for_all_workers_of_a_run(machine, project, run):
    (project / "test_demo.py").write_text(USES_DEMO.format(tests=4))
    for builds in (1, 2):
        running = run("-n", "2", "--lean-build=always")
        output, _ = running.communicate(timeout=300)
        assert running.returncode == 0, output
        assert len(machine.calls("lake build begins")) == builds


def test_another_process_builds_after_a_killed_builder(machine, project, run):
    (project / "test_demo.py").write_text(USES_DEMO.format(tests=1))
    gate = machine.folder / "gate"
    machine.behave(lake_build=f"wait for {gate}")
    killed = run()
    wait_for(gate.with_name("gate.reached"))
    machine.behave(lake_build="")
    following = run()
    left = machine.processes()
    psutil.Process(killed.pid).send_signal(signal.SIGKILL)
    killed.communicate(timeout=300)
    output, _ = following.communicate(timeout=300)
    assert following.returncode == 0, output
    assert len(machine.calls("lake build begins")) == 2
    assert psutil.wait_procs(left, timeout=300)[1] == [], "the old build outlived its builder"


@pytest.mark.slow
def test_a_failed_build_is_reported_once_for_all_tests_of_all_workers(machine, project, run):
    (project / "test_demo.py").write_text(USES_DEMO.format(tests=8))
    machine.behave(lake_build="fail")
    running = run("-n", "2")
    output, _ = running.communicate(timeout=300)
    assert running.returncode == 1
    assert len(machine.calls("lake build begins")) == 1
    assert output.count("the stand-in fails as it was told") <= 2  # live, and in the report
    assert output.count(" - the same as test_demo.py::") == 7
    assert "8 lean error" in output


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 300
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} did not appear"
        time.sleep(0.01)
