"""However a process ends, the Lean that it started ends with it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time

import psutil
import pytest
from runaways import RUNAWAYS

SCRIPT = """
import sys
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


def start(runaway: str) -> tuple[subprocess.Popen[str], psutil.Process]:
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, RUNAWAYS[runaway]], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    return process, psutil.Process(int(process.stdout.readline()))


def leans_of(process: subprocess.Popen[str]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


@pytest.mark.parametrize("round_", range(10))
def test_kill_9_of_the_parent_at_a_random_moment(round_):
    process, _ = start(random.Random(round_).choice(sorted(RUNAWAYS)))
    time.sleep(random.Random(round_).uniform(0, 1.5))  # the moment is what is tested
    leans = leans_of(process)
    process.kill()
    process.wait()
    _, alive = psutil.wait_procs(leans, timeout=10)
    assert alive == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_to_the_parent(number):
    process, lean = start("kernel")
    process.send_signal(number)
    process.wait(timeout=20)
    lean.wait(timeout=10)


def test_a_server_of_a_script_that_just_ends():
    script = (
        "from pytest_lean import LeanServer, LeanConfig\n"
        "server = LeanServer(LeanConfig(toolchain='embedded'))\n"
        "server.run('#check Nat')\nprint(server.pid)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert not psutil.pid_exists(int(done.stdout))
