"""10,000 mixed commands with a fault every 100: are all verdicts right, is nothing growing?

Usage: ``python benchmarks/soak.py [COMMANDS]``. Prints, each tenth of the way, the memory of
our process and of Lean, the threads, the open files and the zombies; ends with the counts.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

import psutil

from pytest_lean import (
    AutoLeanServer,
    Command,
    LeanConfig,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
)

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from runaways import EATERS, RUNAWAYS

FAULT_EVERY = 100


class Soak:
    """Commands whose answers are known, on one server."""

    def __init__(self) -> None:
        config = LeanConfig(toolchain="embedded", memory_hard_limit_mb=300)
        self.server = AutoLeanServer(config)
        self.random = random.Random(7)
        self.wrong = 0
        self.handles: list[tuple[int, int]] = []

    def command(self, number: int) -> None:
        """Run one command; count it if the verdict is not the known one."""
        kind = self.random.randrange(5)
        if kind == 0:
            self.expect(self.server.run(f"theorem t : {number} = {number} := rfl").ok)
        elif kind == 1:
            self.expect(not self.server.run(f"theorem t : {number} = {number + 1} := rfl").ok)
        elif kind == 2:
            self.expect(self.server.run("theorem t : 1 = 2 := sorry").has_sorry)
        elif kind == 3 or not self.handles:
            response = self.server.run(f"def a := {number}")
            self.expect(response.ok)
            self.handles = [*self.handles[-20:], (response.env, number)]
        else:
            env, value = self.random.choice(self.handles)
            response = self.server.run(Command("#eval a + 1", env))
            self.expect([message.data for message in response.messages] == [str(value + 1)])

    def fault(self, number: int) -> None:
        """Do something to the server, or let it run into a limit."""
        kind = (number // FAULT_EVERY) % 4
        if kind == 0:
            os.kill(self.pid(), signal.SIGKILL)
        elif kind == 1:
            self.expect_error(LeanTimeoutError, RUNAWAYS["kernel"], 0.3)
        elif kind == 2:
            psutil.Process(self.pid()).suspend()
            self.expect_error(LeanTimeoutError, "#check Nat", 0.2)
        else:
            self.expect_error(LeanMemoryError, EATERS["bignum"], 60)

    def pid(self) -> int:
        assert self.server.pid is not None
        return self.server.pid

    def expect(self, right: bool) -> None:
        self.wrong += not right

    def expect_error(self, kind: type[LeanServerError], text: str, timeout: float) -> None:
        try:
            self.server.run(text, timeout=timeout)
        except kind:
            return
        self.wrong += 1

    def state(self) -> str:
        own = psutil.Process()
        children = own.children(recursive=True)
        zombies = sum(child.status() == psutil.STATUS_ZOMBIE for child in children)
        return (
            f"we {own.memory_info().rss / 2**20:6.1f} MiB, Lean "
            f"{self.server.get_memory_usage():6.1f} MiB, {own.num_threads()} threads, "
            f"{own.num_fds()} files, {len(children)} processes, {zombies} zombies"
        )


def main() -> None:
    commands = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    soak = Soak()
    started = time.monotonic()
    for number in range(1, commands + 1):
        if number % FAULT_EVERY == 0:
            soak.fault(number)
        soak.command(number)
        if number % (commands // 10) == 0:
            print(f"{number:6} commands: {soak.state()}", flush=True)
    print(f"wrong verdicts: {soak.wrong}; {time.monotonic() - started:.0f} s; {soak.server.stats}")
    soak.server.kill()
    sys.exit(bool(soak.wrong))


if __name__ == "__main__":
    main()
