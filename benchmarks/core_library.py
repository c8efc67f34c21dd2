"""The embedded core library: lines, sizes and compile times per module, and start-up time.

Compiles every module by itself, in the order of imports, into a temporary folder; then
builds the whole library as a user's first run does (modules in parallel, into a cache of
its own). To be: at most 15 s for the whole on 2 cores, and at most 0.15 s for a file that
imports it.

Usage: ``python benchmarks/core_library.py``
"""

from __future__ import annotations

import graphlib
import os
import re
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from pytest_lean.toolchain.cache import compile_module
from pytest_lean.toolchain.embedded import core_sources, find_embedded
from pytest_lean.toolchain.model import Toolchain

STARTS = 20
_IMPORT = re.compile(r"^(?:public |meta )*import (?:all )?([\w.]+)", re.MULTILINE)


@dataclass(frozen=True)
class Module:
    """What one module costs; ``seconds`` is its compilation, start-up of Lean included."""

    name: str
    lines: int
    size: int
    seconds: float


def in_order(sources: dict[str, Path]) -> list[str]:
    """Return the modules, each after what it imports."""
    graph = {
        name: set(_IMPORT.findall(path.read_text(encoding="utf-8"))) & set(sources)
        for name, path in sources.items()
    }
    return list(graphlib.TopologicalSorter(graph).static_order())


def compile_all(toolchain: Toolchain, folder: Path) -> list[Module]:
    """Compile the modules one after the other, and nothing beside them."""
    sources = core_sources()
    lean = replace(toolchain, search_path=(str(folder),))
    root = sources["Init"].parent
    modules = []
    for name in in_order(sources):
        output = folder.joinpath(*name.split(".")).with_suffix(".olean")
        started = time.perf_counter()
        compile_module(lean, root, sources[name], output, cache=folder)
        seconds = time.perf_counter() - started
        lines = len(sources[name].read_text(encoding="utf-8").splitlines())
        modules.append(Module(name, lines, output.stat().st_size, seconds))
    return modules


def start_up(toolchain: Toolchain, *arguments: str) -> float:
    """Return the median time of a Lean process with these arguments, in seconds."""
    times = []
    for _ in range(STARTS):
        started = time.perf_counter()
        subprocess.run(
            [*toolchain.command, *arguments],
            env=toolchain.environment(),
            check=True,
            capture_output=True,
        )
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def main() -> None:
    with tempfile.TemporaryDirectory() as cache:
        started = time.perf_counter()
        toolchain = find_embedded(cache)
        whole = time.perf_counter() - started
        folder = Path(cache, "modules")
        modules = compile_all(toolchain, folder)
        importing = Path(cache, "importing.lean")
        importing.write_text("#check Nat\n", encoding="utf-8")
        alone = start_up(toolchain, "--version")
        with_library = start_up(toolchain, str(importing))

    print(f"{'module':<28} {'lines':>6} {'.olean KiB':>11} {'seconds':>8}")
    for module in modules:
        kib = module.size / 1024
        print(f"{module.name:<28} {module.lines:>6} {kib:>11.0f} {module.seconds:>8.2f}")
    lines = sum(module.lines for module in modules)
    kib = sum(module.size for module in modules) / 1024
    seconds = sum(module.seconds for module in modules)
    print(f"{f'all {len(modules)}':<28} {lines:>6} {kib:>11.0f} {seconds:>8.2f}")
    print(f"\nfirst build, as a user has it, on {os.cpu_count()} cores: {whole:.1f} s")
    print(f"`lean --version`:                {alone:.3f} s")
    print(f"a file that imports the library: {with_library:.3f} s ({with_library / alone:.2f} x)")


if __name__ == "__main__":
    main()
