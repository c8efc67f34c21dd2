"""The cost of a request, on a compiled base: our server against what is below and beside it.

Runs 200 small theorems, in one run on one machine, through

- the raw worker: an edit and its barrier, nothing around it;
- ``LeanServer.run``;
- ``LeanServer.run`` on a handle 10 and 100 texts deep;
- a ``lean`` process for each theorem (the first two of each block);
- one batch: all of them in one ``lean`` process, once for each block;
- leanclient's async client, if it is installed (``pip install leanclient``).

All get the same texts, in blocks, each block in another order, so that what else the machine
does hits all of them. The raw worker and ``LeanServer.run`` take turns theorem by theorem, so that
their ratio can be believed on a busy machine, and the CPU time of both sides is told for them:
Python's, all threads together, and Lean's. Prints p50 and p95 in milliseconds per theorem and the
ratios that matter. ``LeanServer.run`` should be at most 1.15 times the raw worker.
"""

from __future__ import annotations

import asyncio
import contextlib
import shlex
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_lean import Command, LeanConfig, LeanServer
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.worker import WarmWorker

THEOREMS = [
    f"theorem t{n} (a b : Nat) (h : a = b + {n}) : b + {n} = a := h.symm\n" for n in range(200)
]
BLOCK = 20
RAW, OURS = "raw worker, an edit", "LeanServer.run"
DEPTHS = (10, 100)


@dataclass
class Contender:
    """What takes part: ``run`` a text, of ``size`` theorems, ``per_block`` times a block."""

    name: str
    run: Callable[[str], object]
    per_block: int = BLOCK
    text: str | None = None
    size: int = 1
    pid: int | None = None
    times: list[float] = field(default_factory=list)
    python: list[float] = field(default_factory=list)
    lean: list[float] = field(default_factory=list)

    def race(self, block: list[str]) -> None:
        for text in block[: self.per_block]:
            self.take(text)

    def take(self, text: str) -> None:
        lean, python = cpu_ms(self.pid), time.process_time()
        started = time.perf_counter()
        self.run(self.text or text)
        self.times.append((time.perf_counter() - started) * 1000 / self.size)
        self.python.append((time.process_time() - python) * 1000)
        self.lean.append(cpu_ms(self.pid) - lean)


@dataclass
class InTurn:
    """Two contenders that take turns, text by text."""

    first: Contender
    second: Contender

    def race(self, block: list[str]) -> None:
        for index, text in enumerate(block):
            order = (self.first, self.second) if index % 2 else (self.second, self.first)
            for one in order:
                one.take(text)


def cpu_ms(pid: int | None) -> float:
    """Return the CPU time that all threads of a process have used, where Linux tells it."""
    used = 0
    for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with contextlib.suppress(OSError):
            used += int(thread.read_text().split()[0])
    return used / 1e6


@contextlib.contextmanager
def raw_worker(config: LeanConfig) -> Iterator[Contender]:
    toolchain = config.prepare()
    worker = WarmWorker(toolchain, "", toolchain.environment())
    worker.elaborate("#check Nat\n", Deadline(60))
    yield Contender(RAW, lambda text: worker.elaborate(text, Deadline(60)), pid=worker.pid)
    worker.close()


@contextlib.contextmanager
def our_server(config: LeanConfig) -> Iterator[Contender]:
    with LeanServer(config) as server:
        server.run("#check Nat")
        yield Contender(OURS, server.run, pid=server.pid)


@contextlib.contextmanager
def deep_handle(config: LeanConfig, depth: int) -> Iterator[Contender]:
    with LeanServer(config) as server:
        env: int | None = None
        for n in range(depth):
            env = server.run(
                Command(f"theorem d{n} (a b : Nat) : a + b = b + a := by omega", env)
            ).env
        yield Contender(f"{OURS}, {depth} deep", lambda text: server.run(Command(text, env)))


@contextlib.contextmanager
def processes(config: LeanConfig, folder: Path) -> Iterator[tuple[Contender, Contender]]:
    toolchain = config.prepare()
    file = folder / "Bench.lean"

    def run(text: str) -> None:
        file.write_text(text)
        subprocess.run([*toolchain.command, str(file)], env=toolchain.environment(), check=True)

    yield (
        Contender("a process per theorem", run, per_block=2),
        Contender("one batch", run, per_block=1, text="".join(THEOREMS), size=len(THEOREMS)),
    )


def new_leanclient(config: LeanConfig, folder: Path, files: list[str]) -> Any:
    """Return a leanclient of the embedded Lean, not started, with ``files`` to be opened."""
    from leanclient.aio import AsyncLeanLSPClient

    toolchain = config.prepare()
    lean = folder / "lean"  # the watchdog starts its worker by this path
    path = toolchain.environment(config.search_path)["LEAN_PATH"]
    variables = {"LEAN_PATH": path, "LEAN_WORKER_PATH": str(lean)}
    exports = [f"export {name}={shlex.quote(value)}" for name, value in variables.items()]
    run = f'exec {shlex.join(toolchain.command)} "$@"'
    lean.write_text("\n".join(["#!/bin/sh", *exports, run, ""]))
    lean.chmod(0o755)
    for file in files:
        (folder / file).write_text("#check Nat\n")
    command = [str(lean), "--server", "-Dserver.reportDelayMs=0"]
    return AsyncLeanLSPClient(str(folder), server_command=command, check_version=False)


@contextlib.contextmanager
def leanclient(config: LeanConfig, folder: Path) -> Iterator[Contender]:
    client = new_leanclient(config, folder, ["Client.lean"])

    async def check(text: str) -> None:
        await client.update("Client.lean", text)
        report = await client.diagnostics("Client.lean")
        assert not report.has_errors

    with contextlib.closing(asyncio.new_event_loop()) as loop:
        wait = loop.run_until_complete
        wait(client.start())
        try:
            wait(client.open("Client.lean"))
            wait(client.diagnostics("Client.lean"))
            yield Contender("leanclient, async", lambda text: wait(check(text)))
        finally:
            wait(client.close())


def report(contenders: list[Contender]) -> None:
    print(f"{'':24}{'p50 ms':>9}{'p95 ms':>9}{'runs':>7}")
    for one in contenders:
        p95 = statistics.quantiles(one.times, n=20)[-1]
        print(f"{one.name:24}{statistics.median(one.times):9.2f}{p95:9.2f}{len(one.times):7}")
    median = {one.name: statistics.median(one.times) for one in contenders}
    request = median.pop(OURS)
    for one in contenders:
        if one.name in (RAW, OURS):
            python, lean = statistics.median(one.python), statistics.median(one.lean)
            print(f"CPU of {one.name}: Python {python:.2f} ms, Lean {lean:.2f} ms")
    print(f"\n{OURS} / {RAW}: {request / median.pop(RAW):.2f} (goal: at most 1.15)")
    for name, time_of_it in median.items():
        print(f"{name} / {OURS}: {time_of_it / request:.2f}")


def main() -> None:
    config = LeanConfig(toolchain="embedded")
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        raw = stack.enter_context(raw_worker(config))
        ours = stack.enter_context(our_server(config))
        contenders = [
            *(stack.enter_context(deep_handle(config, depth)) for depth in DEPTHS),
            *stack.enter_context(processes(config, folder)),
        ]
        try:
            contenders.append(stack.enter_context(leanclient(config, folder)))
        except ImportError as error:
            print(f"leanclient left out: {error}")
        racers: list[Contender | InTurn] = [InTurn(raw, ours), *contenders]
        for index in range(0, len(THEOREMS), BLOCK):
            turn = index // BLOCK % len(racers)
            for racer in racers[turn:] + racers[:turn]:
                racer.race(THEOREMS[index : index + BLOCK])
        report([raw, ours, *contenders])


if __name__ == "__main__":
    main()
