"""The cost of a request, on a compiled base: our server against what is below and beside it.

Runs 200 small theorems, in one run on one machine, through

- the raw worker: an edit and its barrier, nothing around it;
- ``LeanServer.run``;
- a ``lean`` process for each theorem;
- one batch: all of them in one ``lean`` process;
- leanclient's async client, if it is installed (``pip install leanclient``), on the same texts.

Prints p50 and p95 in milliseconds per theorem and the ratios that matter.
``LeanServer.run`` should be at most 1.5 times the raw worker.
"""

from __future__ import annotations

import asyncio
import os
import shlex
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pytest_lean import LeanConfig, LeanServer
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.worker import Worker

THEOREMS = [
    f"theorem t{n} (a b : Nat) (h : a = b + {n}) : b + {n} = a := h.symm\n" for n in range(200)
]
PROCESSES = 20


def milliseconds(run: Callable[[str], object], text: str) -> float:
    """Return how long ``run`` takes for ``text``."""
    started = time.perf_counter()
    run(text)
    return (time.perf_counter() - started) * 1000


def worker_and_server(config: LeanConfig) -> tuple[list[float], list[float]]:
    """Time both on each theorem in turn, so that what else the machine does hits both."""
    toolchain = config.prepare()
    worker = Worker(toolchain, "", toolchain.environment())
    worker.elaborate("", Deadline(60))
    with LeanServer(config) as server:
        server.run("#check Nat")
        raw, ours = [], []
        for text in THEOREMS:
            raw.append(milliseconds(lambda text: worker.elaborate(text, Deadline(60)), text))
            ours.append(milliseconds(server.run, text))
    worker.close()
    return raw, ours


def process_each(config: LeanConfig, folder: Path) -> list[float]:
    return [
        milliseconds(lambda text: run_lean(config, folder, text), text)
        for text in THEOREMS[:PROCESSES]
    ]


def batch(config: LeanConfig, folder: Path) -> list[float]:
    whole = milliseconds(lambda text: run_lean(config, folder, text), "".join(THEOREMS))
    return [whole / len(THEOREMS)]


def run_lean(config: LeanConfig, folder: Path, text: str) -> None:
    toolchain = config.prepare()
    file = folder / "Bench.lean"
    file.write_text(text)
    subprocess.run([*toolchain.command, str(file)], env=toolchain.environment(), check=True)


async def leanclient(config: LeanConfig, folder: Path) -> list[float]:
    from leanclient.aio import AsyncLeanLSPClient

    toolchain = config.prepare()
    lean = folder / "lean"  # the watchdog starts its worker by this path
    lean.write_text(f'#!/bin/sh\nexec {shlex.join(toolchain.command)} "$@"\n')
    lean.chmod(0o755)
    os.environ.update(toolchain.environment(), LEAN_WORKER_PATH=str(lean))
    (folder / "Client.lean").write_text("")
    command = [str(lean), "--server", "-Dserver.reportDelayMs=0"]
    client = AsyncLeanLSPClient(str(folder), server_command=command, check_version=False)
    await client.start()
    try:
        await client.open("Client.lean")
        await client.diagnostics("Client.lean")
        times = []
        for text in THEOREMS:
            started = time.perf_counter()
            await client.update("Client.lean", text)
            report = await client.diagnostics("Client.lean")
            assert not report.has_errors
            times.append((time.perf_counter() - started) * 1000)
        return times
    finally:
        await client.close()


def main() -> None:
    config = LeanConfig(toolchain="embedded")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        raw, ours = worker_and_server(config)
        rows = {
            "raw worker, an edit": raw,
            "LeanServer.run": ours,
            "a process per theorem": process_each(config, folder),
            "one batch": batch(config, folder),
        }
        try:
            rows["leanclient, async"] = asyncio.run(leanclient(config, folder))
        except ImportError as error:
            print(f"leanclient left out: {error}")
    print(f"{'':24}{'p50 ms':>9}{'p95 ms':>9}")
    for name, times in rows.items():
        p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        print(f"{name:24}{statistics.median(times):9.2f}{p95:9.2f}")
    median = {name: statistics.median(times) for name, times in rows.items()}
    request = median.pop("LeanServer.run")
    print(f"\nLeanServer.run / raw worker: {request / median.pop('raw worker, an edit'):.2f}")
    for name, time_of_it in median.items():
        print(f"{name} / LeanServer.run: {time_of_it / request:.2f}")


if __name__ == "__main__":
    main()
