"""What the plugin costs, and what workers bring, in real pytest runs.

Prints, from one run on one machine:

- loading the plugin in a project without Lean tests, against ``-p no:lean`` (at most 20 ms);
- 400 small tests: the time per test, what pytest alone takes for 400 empty ones, what the
  engine takes for 400 requests, and the rest (at most 3 ms a test);
- a test through ``lean`` against a ``lean`` process per theorem (at least 8 times faster);
- ``-n 2`` against ``-n 0`` on CPU-bound tests (at least 1.8 times faster), and what the machine
  gives to two servers at once without pytest.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pytest_lean import LeanConfig, LeanServer

TESTS = 400
ROUNDS = 7
EMPTY = f"""
import pytest

@pytest.mark.parametrize("n", range({TESTS}))
def test_nothing(n): pass
"""
SMALL = f"""
import pytest

@pytest.mark.parametrize("n", range({TESTS}))
def test_small(lean, n):
    lean.check(f"theorem t (a : Nat) (h : a = {{n}}) : {{n}} = a := h.symm")
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
@pytest.mark.parametrize("n", range(40))
def test_heavy(lean, n):
    lean.check(FIB.replace("fib", f"fib{n}") + f"#eval fib{n} 31")
'''
BURN = """
def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib (n + 1) + fib n
#eval fib 34
"""


def pytest_seconds(folder: Path, text: str, *arguments: str) -> float:
    """Return how long a pytest run on a file with ``text`` takes."""
    file = folder / "test_bench.py"
    file.write_text(text)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        *arguments,
        str(file),
    ]
    started = time.perf_counter()
    subprocess.run(
        command, check=True, cwd=folder, stdout=subprocess.DEVNULL, env={**os.environ, "CI": ""}
    )
    return time.perf_counter() - started


def median(values: list[float]) -> float:
    return statistics.median(values)


def loading(folder: Path) -> None:
    text = "def test_nothing(): pass"
    with_plugin, without = [], []
    for _ in range(ROUNDS * 3):
        with_plugin.append(pytest_seconds(folder, text))
        without.append(pytest_seconds(folder, text, "-p", "no:lean"))
    cost = median(with_plugin) - median(without)
    print(f"loading the plugin: {cost * 1000:.0f} ms on {median(without) * 1000:.0f} ms")


def small_tests(folder: Path) -> None:
    run = [pytest_seconds(folder, SMALL) for _ in range(3)]
    alone = [pytest_seconds(folder, EMPTY) for _ in range(3)]
    with LeanServer(LeanConfig(toolchain="embedded")) as server:
        server.run("#check Nat")
        started = time.perf_counter()
        for n in range(TESTS):
            server.run(f"theorem t (a : Nat) (h : a = {n}) : {n} = a := h.symm")
        engine = time.perf_counter() - started
        toolchain = server.toolchain
    file = folder / "Small.lean"
    file.write_text("theorem t (a : Nat) (h : a = 1) : 1 = a := h.symm")
    process = []
    for _ in range(20):
        started = time.perf_counter()
        subprocess.run([*toolchain.command, str(file)], env=toolchain.environment(), check=True)
        process.append(time.perf_counter() - started)
    each = median(run) / TESTS * 1000
    rest = each - (median(alone) + engine) / TESTS * 1000
    print(
        f"{TESTS} small tests: {each:.2f} ms each; pytest alone {median(alone) / TESTS * 1000:.2f},"
    )
    print(f"  the engine {engine / TESTS * 1000:.2f}, the rest {rest:.2f} ms")
    longer = 1000 * median(process) / each
    print(f"  a process per theorem: {median(process) * 1000:.0f} ms, {longer:.1f} times as long")


def two_workers(folder: Path) -> None:
    one, two, alone, both = [], [], [], []
    for _ in range(3):
        one.append(pytest_seconds(folder, HEAVY, "-n", "0"))
        two.append(pytest_seconds(folder, HEAVY, "-n", "2"))
        alone.append(servers_seconds(1))
        both.append(servers_seconds(2))
    print(f"CPU-bound: -n 0 {median(one):.1f} s, -n 2 {median(two):.1f} s,", end=" ")
    print(f"{median(one) / median(two):.2f} times faster")
    machine = 2 * median(alone) / median(both)
    print(f"  two servers at once, without pytest: {machine:.2f} times faster")


def servers_seconds(count: int) -> float:
    """Return how long ``count`` servers take that burn CPU at the same time."""
    with contextlib.ExitStack() as stack:
        config = LeanConfig(toolchain="embedded")
        servers = [stack.enter_context(LeanServer(config)) for _ in range(count)]
        for server in servers:
            server.run("#check Nat")
        started = time.perf_counter()
        with ThreadPoolExecutor(count) as threads:
            list(threads.map(lambda server: server.run(BURN), servers))
        return time.perf_counter() - started


def main() -> None:
    LeanConfig(toolchain="embedded").prepare()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        loading(folder)
        small_tests(folder)
        two_workers(folder)


if __name__ == "__main__":
    main()
