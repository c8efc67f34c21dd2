"""What is kept in memory: of a handle, of many commands, of an xdist worker, of large imports.

Each function measures one thing and returns a number:

- :func:`bytes_of_a_handle`: what Python keeps for a handle beyond its text;
- :func:`growth`: how much our process grows from a tenth of many commands to the last of them,
  all of whose handles are dropped;
- :func:`worker_mebibytes`: what an xdist worker that uses Lean has for itself above one that does
  not;
- :func:`shared_part`: which part of the memory of two Leans with the same large imports is in the
  files that both have mapped, and stands in memory once.

Run: ``python benchmarks/memory.py [COMMANDS] [MODULES]``; the modules are those of ``lane.py``.
"""

from __future__ import annotations

import contextlib
import gc
import sys
import tempfile
import tracemalloc
from pathlib import Path

import psutil

from pytest_lean import Command, LeanConfig, LeanServer

sys.path.insert(0, str(Path(__file__).parent))

import curves
import lane

THEOREM = "theorem x{0} (a : Nat) : a + {0} = a + {0} := rfl"
_SEEN = "seen"
# The worker itself writes what it has: a process that ended cannot be asked any more.
TEST = f"""
import gc, pathlib, psutil

def test_it({{0}}):
    {{1}}
    gc.collect()
    own = psutil.Process().memory_full_info().uss
    pathlib.Path("{_SEEN}").write_text(str(own))
"""


def bytes_of_a_handle(config: LeanConfig, handles: int) -> float:
    """Return the bytes that Python keeps for each of so many children of one handle.

    What Python needs for the text itself is left out, as are the numbers that the user holds.
    """
    texts = [THEOREM.format(number) for number in range(2 * handles)]
    with LeanServer(config) as server:
        base = server.run("def base := 1").env
        for text in texts[:handles]:  # what is made once, and what is kept of the last few
            server.run(Command(text, base))
        gc.collect()
        tracemalloc.start()
        for text in texts[handles:]:
            server.run(Command(text, base))
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return kept / handles


def growth(config: LeanConfig, commands: int) -> float:
    """Return how many MiB our process grows over the last nine tenths of so many commands."""
    own = psutil.Process()
    before = 0
    with LeanServer(config) as server:
        for number in range(commands):
            if number == commands // 10:
                gc.collect()
                before = own.memory_info().rss
            server.forget(server.run(THEOREM.format(number)).env)
        gc.collect()
        return (own.memory_info().rss - before) / 2**20


def worker_mebibytes() -> float:
    """Return what an xdist worker with a Lean has for itself, above one whose test has none."""

    def own(fixture: str, body: str) -> int:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            curves.run(folder, TEST.format(fixture, body), "-n1")
            return int((folder / _SEEN).read_text())

    with_lean = own("lean", "lean.check('theorem t : 1 = 1 := rfl')")
    return (with_lean - own("", "pass")) / 2**20


def shared_part(modules: int) -> float:
    """Return the part of two Leans' memory, with so many modules imported, that both share.

    It is 1 less the sum of their proportional set sizes, in which a page that two processes have
    counts half for each, over the sum of their resident set sizes.
    """
    toolchain = LeanConfig(toolchain="embedded").prepare()
    with contextlib.ExitStack() as stack:
        folder, header = stack.enter_context(lane.generated(toolchain, modules))
        config = LeanConfig(toolchain=toolchain, search_path=(folder,))
        servers = [stack.enter_context(LeanServer(config)) for _ in range(2)]
        for server in servers:
            assert server.run(header + THEOREM.format(1)).ok
        told = [psutil.Process(server.pid).memory_full_info() for server in servers]
        return 1 - sum(one.pss for one in told) / sum(one.rss for one in told)


def main(commands: int = 10_000, modules: int = 40) -> None:
    config = LeanConfig(toolchain="embedded")
    print(f"a handle: {bytes_of_a_handle(config, 1000):.0f} bytes beyond its text")
    print(f"{commands:,} commands, handles dropped: {growth(config, commands):+.1f} MiB")
    print(f"an xdist worker: {worker_mebibytes():.1f} MiB above one without Lean")
    print(f"two Leans with {modules} modules imported: {shared_part(modules):.2f} is shared")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
