"""What the plugin costs, and what workers bring, in real pytest runs.

Each function measures one thing in runs that alternate, and returns a number:

- :func:`loading`: what the plugin takes where no test is one of Lean, over ``-p no:lean``;
- :func:`collecting`: ``pytest --co`` of many Lean tests, against the same without the plugin;
- :func:`small_test`: what is ours of a small test, above pytest's own part and the engine's;
- :func:`workers`: ``-n 2`` against two bare servers, and ``-n 8`` against ``-n 2``.

CPU time is that of the run and all its processes, so that other work on the machine counts less;
of a small test it is that of Python's process alone, since Lean does the same with pytest and
without.

Run: ``python benchmarks/plugin.py``; ``python -m benchmarks`` has them on its page.
"""

from __future__ import annotations

import contextlib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pytest_lean import LeanConfig, LeanServer

EMPTY = """
import pytest

@pytest.mark.parametrize("n", range({0}))
def test_nothing(n): pass
"""
SMALL = """
import pytest

@pytest.mark.parametrize("n", range({0}))
def test_small(lean, n):
    lean.check(f"theorem t (a : Nat) (h : a = {{n}}) : {{n}} = a := h.symm")
"""
# The same requests, without pytest.
REQUESTS = """
import told_at_exit
from pytest_lean import LeanConfig, LeanServer

with LeanServer(LeanConfig(toolchain="embedded")) as server:
    for n in range({0}):
        server.run(f"theorem t (a : Nat) (h : a = {{n}}) : {{n}} = a := h.symm")
"""
# A module that lets a process tell what itself took, without those that it started.
OWN = """
import atexit, pathlib, time

@atexit.register
def tell(): pathlib.Path("own_cpu").write_text(str(time.process_time()))
"""
# A fixture that is no fixture of ours, for a run without the plugin.
WITHOUT = """
import pytest

@pytest.fixture
def lean(): pass
"""
HEAVY = '''
import pytest

FIB = """
def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib (n + 1) + fib n
"""

@pytest.mark.lean(parallel=False)
@pytest.mark.parametrize("n", range({0}))
def test_heavy(lean, n):
    lean.check(FIB.replace("fib", f"fib{n}") + f"#eval fib{n} {1}")
'''
BURN = """
def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib (n + 1) + fib n
#eval fib {0}
"""


@dataclass(frozen=True)
class Taken:
    """What a run took: seconds on the clock, and of the processor."""

    wall: float
    cpu: float


def taken(folder: Path, *command: str) -> Taken:
    """Run a command of Python's; return what it took, with all processes that it ended."""
    # What other plugins the environment has would be measured with ours.
    environment = {**os.environ, "CI": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # users have their bytecode
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, *command],
        check=True,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        env=environment,
    )
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def pytest_run(folder: Path, text: str, *arguments: str, plugin: bool = True) -> Taken:
    """Return what a pytest run on a file with ``text`` takes, with the plugin or without it."""
    (folder / "test_bench.py").write_text(text)
    plugins = ("-p", "no:cacheprovider", "-p", "xdist", *(("-p", "lean") if plugin else ()))
    return taken(folder, "-m", "pytest", "-q", *plugins, *arguments, "test_bench.py")


def median(values: list[float]) -> float:
    return statistics.median(values)


def loading(folder: Path, rounds: int) -> tuple[float, float]:
    """Return the CPU seconds that loading the plugin takes, and those of pytest without it."""
    text = EMPTY.format(1)
    both: list[tuple[float, float]] = []
    for _ in range(rounds + 1):
        with_plugin = pytest_run(folder, text).cpu
        both.append((with_plugin, pytest_run(folder, text, plugin=False).cpu))
    both = both[1:]  # the first writes bytecode
    without = median([alone for _, alone in both])
    return median([with_plugin for with_plugin, _ in both]) - without, without


def collecting(folder: Path, tests: int, rounds: int) -> float:
    """Return what ``pytest --co`` of Lean tests takes, as a multiple of the same without us."""
    text = SMALL.format(tests)
    with_plugin, without = [], []
    for _ in range(rounds):
        with_plugin.append(pytest_run(folder, text, "--co").cpu)
        (folder / "conftest.py").write_text(WITHOUT)
        without.append(pytest_run(folder, text, "--co", plugin=False).cpu)
        (folder / "conftest.py").unlink()
    return median(with_plugin) / median(without)


def small_test(folder: Path, tests: int, rounds: int) -> tuple[float, float, float]:
    """Return the CPU seconds of Python per small test that are ours, pytest's and the engine's.

    Each is the difference of a long run and a short one, so that what happens once counts for none.
    """
    few = max(1, tests // 5)
    (folder / "told_at_exit.py").write_text(OWN)

    def requests(count: int) -> None:
        (folder / "requests_.py").write_text(REQUESTS.format(count))
        taken(folder, "requests_.py")

    def run(text: str, *options: str) -> None:
        pytest_run(folder, text, "-p", "told_at_exit", *options)

    def own(start: Callable[[int], None], count: int) -> float:
        start(count)
        return float((folder / "own_cpu").read_text())

    def each(start: Callable[[int], None]) -> float:
        return (own(start, tests) - own(start, few)) / (tests - few)

    whole, alone, engine = [], [], []
    for _ in range(rounds):
        whole.append(each(lambda count: run(SMALL.format(count), "--lean-toolchain=embedded")))
        alone.append(each(lambda count: run(EMPTY.format(count))))
        engine.append(each(requests))
    of_pytest, of_engine = median(alone), median(engine)
    return median(whole) - of_pytest - of_engine, of_pytest, of_engine


def workers(folder: Path, tests: int, depth: int, rounds: int) -> tuple[float, float]:
    """Return what ``-n 2`` gives of what two bare servers give, and ``-n 8`` against ``-n 2``.

    Args:
        folder: where the runs are.
        tests: how many tests that need the processor.
        depth: how much each computes: the argument of a function that is slow on purpose.
        rounds: of runs that alternate.
    """
    text = HEAVY.replace("{0}", str(tests)).replace("{1}", str(depth))
    seconds: dict[str, list[float]] = {"0": [], "2": [], "8": []}
    alone, both = [], []
    for _ in range(rounds):
        for count, found in seconds.items():
            run = pytest_run(folder, text, "--lean-toolchain=embedded", "-n", count)
            found.append(run.wall)
        alone.append(servers_seconds(1, depth + 3))
        both.append(servers_seconds(2, depth + 3))
    faster = median(seconds["0"]) / median(seconds["2"])
    machine = 2 * median(alone) / median(both)
    return faster / machine, median(seconds["8"]) / median(seconds["2"])


def servers_seconds(count: int, depth: int) -> float:
    """Return how long ``count`` servers take that burn CPU at the same time."""
    with contextlib.ExitStack() as stack:
        config = LeanConfig(toolchain="embedded", timeout=600)
        servers = [stack.enter_context(LeanServer(config)) for _ in range(count)]
        for server in servers:
            server.run("#check Nat")
        started = time.perf_counter()
        with ThreadPoolExecutor(count) as threads:
            list(threads.map(lambda server: server.run(BURN.format(depth)), servers))
        return time.perf_counter() - started


def main() -> None:
    LeanConfig(toolchain="embedded").prepare()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cost, without = loading(folder, 15)
        print(f"loading the plugin: {cost * 1000:.0f} ms on {without * 1000:.0f} ms")
        print(f"collecting 10,000 tests: {collecting(folder, 10_000, 3):.2f} of the same without")
        ours, alone, engine = small_test(folder, 500, 3)
        print(f"a small test: pytest alone {alone * 1000:.2f} ms, the engine {engine * 1000:.2f},")
        print(f"  the rest {ours * 1000:.2f}")
        two, eight = workers(folder, 40, 29, 2)
        print(f"-n 2: {two:.2f} of what two bare servers give; -n 8: {eight:.2f} of -n 2's time")


if __name__ == "__main__":
    main()
