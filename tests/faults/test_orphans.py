"""However a process ends, the Lean that it started ends with it."""

from __future__ import annotations

import contextlib
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import psutil
import pytest
from runaways import RUNAWAYS

SCRIPT = """
import signal, sys
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # `nohup pytest` has it ignored
from pytest_lean import AutoLeanServer, LeanConfig, LeanTimeoutError
server = AutoLeanServer(LeanConfig(toolchain="embedded"))
print(server.pid, flush=True)
while True:
    server.run("theorem t : 1 + 1 = 2 := rfl")
    try:
        server.run(sys.argv[1], timeout=0.5)
    except LeanTimeoutError:
        pass
"""


@contextlib.contextmanager
def started(runaway: str) -> Iterator[tuple[subprocess.Popen[str], psutil.Process]]:
    """Start a process that runs commands on its Lean."""
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, RUNAWAYS[runaway]], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        yield process, psutil.Process(int(process.stdout.readline()))
    finally:
        process.kill()
        process.communicate()


def leans_of(process: subprocess.Popen[str]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


@pytest.mark.parametrize(
    "round_", [0, 1, *(pytest.param(one, marks=pytest.mark.slow) for one in range(2, 10))]
)
def test_kill_9_of_the_parent_at_a_random_moment(round_):
    with started(random.Random(round_).choice(sorted(RUNAWAYS))) as (process, _):
        time.sleep(random.Random(round_).uniform(0, 1.5))  # the moment is what is tested
        leans = leans_of(process)
        process.kill()
        process.wait()
        _, alive = psutil.wait_procs(leans, timeout=300)
        assert alive == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_to_the_parent(number):
    with started("kernel") as (process, lean):
        process.send_signal(number)
        process.wait(timeout=300)
        lean.wait(timeout=300)


def test_a_server_of_a_script_that_just_ends():
    script = (
        "from pytest_lean import LeanServer, LeanConfig\n"
        "server = LeanServer(LeanConfig(toolchain='embedded'))\n"
        "server.run('#check Nat')\nprint(server.pid)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=300
    )
    assert not psutil.pid_exists(int(done.stdout))
