"""The ``fib`` snippet of the page that this began from: what the second run costs.

Both runs share the definition and the evaluation; only the theorem behind them differs. The
second should be at least 20 times faster. Printed with it: the same pair without incremental
elaboration, where the second run pays for all of it again.

Run: ``python benchmarks/incremental.py [N]`` (``fib N``; 33 takes some seconds).
"""

from __future__ import annotations

import sys
import time

from pytest_lean import Command, LeanConfig, LeanServer

TEXT = """
def fib : Nat → Nat
| 0 => 0
| 1 => 1
| n + 2 => fib (n + 1) + fib n
#eval fib {n}
theorem {theorem} := by rfl
#check {name}
"""


def seconds(server: LeanServer, name: str, theorem: str, n: int) -> float:
    """Return how long one run of the snippet takes."""
    started = time.perf_counter()
    response = server.run(Command(cmd=TEXT.format(n=n, theorem=theorem, name=name)), timeout=None)
    elapsed = time.perf_counter() - started
    assert response.ok, response.messages
    return elapsed


def pair(config: LeanConfig, n: int) -> tuple[float, float]:
    """Return the times of the two runs on a fresh server that has loaded its imports."""
    with LeanServer(config) as server:
        server.run("#check Nat")
        return (
            seconds(server, "foo", "foo : n = n", n),
            seconds(server, "foo2", "foo2 : n = n+0", n),
        )


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 33
    toolchain = LeanConfig().prepare()
    print(f"{toolchain.label}, fib {n}")
    for incremental in (True, False):
        config = LeanConfig(toolchain=toolchain, enable_incremental_optimization=incremental)
        first, second = pair(config, n)
        print(
            f"incremental elaboration {'on ' if incremental else 'off'}: first run {first:.3f} s, "
            f"second run {second:.4f} s, ratio {first / second:.1f}"
        )


if __name__ == "__main__":
    main()
