"""What a fresh process for each text costs, as multiples of a warm edit, in one run.

``python benchmarks/lane.py [ROUNDS] [MODULES]``: the same small proof by an edit of a warm worker,
isolated (``LeanConfig(isolated=True)``) with the sandbox and without, compiled on the lane, and by
a plain ``lean`` process; the median of each, interleaved, so that a busy machine is as busy for
all of them. Then the same with an import of MODULES generated modules (0 leaves that out), which
take long to compile: the folder that ``BENCHMARK_MODULES`` names keeps them for the next run.
"""

from __future__ import annotations

import contextlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pytest_lean import LeanConfig, LeanServer, Toolchain
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane.lane import Lane

TEXT = "theorem t{0} (a b : Nat) : a + b + {0} = b + a + {0} := by rw [Nat.add_comm a b]\n"
FALSE = "theorem t{0} : {0} = {0} + 1 := by decide\n"
THEOREMS = 100
IMPORT = "import All\n"


def main(rounds: int, modules: int) -> None:
    """Print the tables."""
    toolchain = LeanConfig(toolchain="embedded").prepare()
    measure("the core library", toolchain, rounds, (), "")
    if modules:
        with generated(toolchain, modules) as (folder, header):
            title = f"{modules} modules with {THEOREMS} theorems each"
            measure(title, toolchain, rounds, (folder,), header)


def measure(
    title: str, toolchain: Toolchain, rounds: int, folders: tuple[str, ...], header: str
) -> None:
    """Print the table of one set of imports."""
    seconds: dict[str, list[float]] = {}
    with contextlib.ExitStack() as stack:
        ways = dict(ways_to_elaborate(stack, toolchain, folders, header))
        order = list(ways.items())
        for i in range(-2, rounds):
            # What comes behind a large process finds its caches empty: that must hit all alike.
            random.shuffle(order)
            for way, run in order:
                started = time.perf_counter()
                run(i + 10)
                if i >= 0:
                    seconds.setdefault(way, []).append(time.perf_counter() - started)
    medians = {way: statistics.median(seconds[way]) for way in ways}
    print(f"{title}:")
    for way, taken in medians.items():
        edit, whole = taken / medians["a warm edit"], taken / medians["a lean process"]
        print(f"  {way:<28} {edit:6.2f} edits {whole:6.2f} processes")


def ways_to_elaborate(
    stack: contextlib.ExitStack, toolchain: Toolchain, folders: tuple[str, ...], header: str
) -> Iterator[tuple[str, Callable[[int], object]]]:
    """Yield each way's name, and what elaborates the text of a number."""

    def server(**changes: object) -> LeanServer:
        config = LeanConfig(toolchain=toolchain, search_path=folders, **changes)  # type: ignore[arg-type]
        return stack.enter_context(LeanServer(config))

    warm, boxed, free = server(), server(isolated=True), server(isolated=True, sandbox="off")
    lane = stack.enter_context(Lane(toolchain, search_path=folders))
    place = Path(stack.enter_context(tempfile.TemporaryDirectory()))

    def accept(one: LeanServer, i: int) -> None:
        assert one.run(header + TEXT.format(i)).ok

    def compile(i: int) -> None:
        with tempfile.TemporaryDirectory(dir=place) as folder:
            done = lane.compile(header + TEXT.format(i), Path(folder), Deadline(60))
            assert done.olean is not None

    def process(i: int) -> None:
        source = place / "T.lean"
        source.write_text(header + TEXT.format(i), encoding="utf-8")
        command = [*toolchain.command, "--json", str(source)]
        environment = toolchain.environment(folders)
        subprocess.run(command, env=environment, check=True, capture_output=True)

    yield "a warm edit", lambda i: accept(warm, i)
    yield "isolated, in the sandbox", lambda i: accept(boxed, i)
    yield "isolated, without it", lambda i: accept(free, i)
    yield "isolated, rejected", lambda i: boxed.run(header + FALSE.format(i))
    yield "compiled on the lane", compile
    yield "a lean process", process


@contextlib.contextmanager
def generated(toolchain: Toolchain, modules: int) -> Iterator[tuple[str, str]]:
    """Yield the folder of so many modules, and the import of them all; "" for none."""
    kept = os.environ.get("BENCHMARK_MODULES")
    with tempfile.TemporaryDirectory() as folder:
        if kept and modules:
            folder = os.path.join(kept, f"{modules} of {THEOREMS}")  # noqa: PLW2901
            os.makedirs(folder, exist_ok=True)
        is_there = os.path.exists(os.path.join(folder, "All.ilean"))
        if modules and not is_there:
            generate(toolchain, Path(folder), modules)
        yield folder, IMPORT if modules else ""


def generate(toolchain: Toolchain, folder: Path, modules: int) -> None:
    """Compile ``modules`` modules, and one that imports them all."""
    texts = {
        f"M{index}": "\n".join(
            f"theorem m{index}_{i} (a : Nat) : a + {i} = a + {i} := rfl" for i in range(THEOREMS)
        )
        for index in range(modules)
    }
    texts["All"] = "".join(f"import {module}\n" for module in texts)
    with Lane(toolchain, sandbox="off") as lane:
        for module, text in texts.items():
            own = folder / f"{module} files"
            own.mkdir()
            search = (str(folder),) if module == "All" else ()
            done = lane.compile(text, own, Deadline(600), module=module, search_path=search)
            assert done.olean is not None
            assert done.ilean is not None
            for file in (done.olean, done.ilean):  # without the latter nobody knows its imports
                file.rename(folder / file.name)


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*given, *(30, 0)[len(given) :])
