"""How well limits hold: overshoot past deadlines, memory peaks, the price of a restart.

Prints, from one run on one machine:

- the overshoot past a 1 s deadline over 50 runaways, and the time to the first good answer
  after each (to be: at most 0.25 s at p95, and at most 0.5 s);
- the peak of three memory eaters under a limit of 512 MiB, 20 times each (at most 640 MiB);
- restart to first answer against a raw worker start to its first answer (at most 1.3).

Usage: ``python benchmarks/limits.py [--rounds N]``; N is the number of rounds of eaters.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import sys
import time
from pathlib import Path

from pytest_lean import (
    AutoLeanServer,
    Command,
    LeanConfig,
    LeanMemoryError,
    LeanTimeoutError,
    Toolchain,
)
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.worker import WarmWorker

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from runaways import EATERS, RUNAWAYS

RUNS = 50
STARTS = 20


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def overshoot(toolchain: Toolchain) -> None:
    server = AutoLeanServer(LeanConfig(toolchain=toolchain))
    server.run("#check Nat")
    past, after, warm = [], [], 0
    cases = itertools.cycle(itertools.product(RUNAWAYS.values(), (True, False)))
    for text, parallel in itertools.islice(cases, RUNS):
        started = time.monotonic()
        try:
            server.run(Command(text, parallel=parallel), timeout=1)
        except LeanTimeoutError as error:
            past.append(time.monotonic() - started - 1)
            warm += bool(error.server_stayed_warm)
        started = time.monotonic()
        assert server.run("theorem t : 1 + 1 = 2 := rfl").ok
        after.append(time.monotonic() - started)
    server.kill()
    assert len(past) == RUNS, "a runaway came to an end"
    print(f"overshoot past 1 s over {RUNS} runaways: p50 {statistics.median(past):.3f} s,")
    print(f"  p95 {p95(past):.3f} s, most {max(past):.3f} s; stayed warm: {warm}")
    print(f"first good answer after it: p50 {statistics.median(after):.3f} s,")
    print(f"  p95 {p95(after):.3f} s, most {max(after):.3f} s")


def eaters(toolchain: Toolchain, rounds: int) -> None:
    server = AutoLeanServer(LeanConfig(toolchain=toolchain, memory_hard_limit_mb=512))
    for kind in ("elaborator", "kernel", "bignum"):
        peaks = []
        for _ in range(rounds):
            try:
                server.run(EATERS[kind], timeout=120)
            except LeanMemoryError as error:
                peaks.append(error.peak_mb)
            assert server.run("theorem t : 1 + 1 = 2 := rfl").ok
        assert len(peaks) == rounds, f"the {kind} eater was not stopped"
        print(f"peak of the {kind} eater, {rounds} times: {max(peaks):.0f} MiB at the most")
    server.kill()


def restart(toolchain: Toolchain) -> None:
    server = AutoLeanServer(LeanConfig(toolchain=toolchain))
    ours, raw = [], []
    for _ in range(STARTS):
        started = time.monotonic()
        server.restart()
        server.run("#check Nat")
        ours.append(time.monotonic() - started)
        started = time.monotonic()
        worker = WarmWorker(toolchain, "#check Nat", toolchain.environment())
        worker.elaborate("#check Nat", Deadline(60))
        raw.append(time.monotonic() - started)
        worker.close()
    server.kill()
    ratio = statistics.median(ours) / statistics.median(raw)
    print(f"restart to first answer: {statistics.median(ours) * 1000:.0f} ms;", end=" ")
    print(f"raw worker: {statistics.median(raw) * 1000:.0f} ms; ratio {ratio:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    toolchain = LeanConfig(toolchain="embedded").prepare()
    overshoot(toolchain)
    restart(toolchain)
    eaters(toolchain, rounds)


if __name__ == "__main__":
    main()
