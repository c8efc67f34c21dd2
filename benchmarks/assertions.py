"""What an assertion costs, in edits of the same warm server, and in commands.

Each round makes a test of its own: a ``Lean`` with one theorem defined. In it each assertion is
made twice, about different things, between edits (``lean.run`` of one small example). Printed are
the medians as multiples of the edit's, and how many commands each took. The goals are 3 edits for
the first, and 1 for the second on the same environment.

Run: ``python benchmarks/assertions.py [ROUNDS]``.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from pytest_lean import LeanConfig, LeanServer
from pytest_lean.testing.lean import Lean

DEFINED = "theorem t{0} (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨hp, hq⟩"
EDIT = "theorem e (a b : Nat) (h : a = b + {0}) : b + {0} = a := h.symm"
ASSERTIONS: dict[str, Callable[[Lean, int], object]] = {
    "assert_axioms": lambda lean, n: lean.assert_axioms(f"t{n % 2}"),
    "assert_declares": lambda lean, n: lean.assert_declares(f"t{n % 2}"),
    "assert_type": lambda lean, n: lean.assert_type(f"{n} + 1", "Nat"),
    "assert_proves": lambda lean, n: lean.assert_proves(f"{n} + 2 = {n + 2}", "rfl"),
    "assert_defeq": lambda lean, n: lean.assert_defeq(f"{n} + 2", f"{n + 2}"),
    "assert_reducible_to": lambda lean, n: lean.assert_reducible_to(f"{n} + 2", f"{n + 2}"),
    "assert_eval": lambda lean, n: lean.assert_eval(f"{n} + 2", n + 2),
}


@dataclass
class Cost:
    """What calls took: seconds, and commands of the server."""

    seconds: list[float] = field(default_factory=list)
    commands: list[int] = field(default_factory=list)

    def take(self, server: LeanServer, call: Callable[..., object], *given: object) -> None:
        commands, started = server.stats.commands, time.perf_counter()
        call(*given)
        self.seconds.append(time.perf_counter() - started)
        self.commands.append(server.stats.commands - commands)


def measure(server: LeanServer, rounds: int) -> dict[str, Cost]:
    """Return the costs of an edit, and of the first and second of each assertion."""
    costs: dict[str, Cost] = defaultdict(Cost)
    for number in range(rounds):
        for name, assertion in ASSERTIONS.items():
            lean = Lean(server)
            lean.define(f"{DEFINED.format(0)}\n{DEFINED.format(1)}")
            costs["edit"].take(server, lean.run, EDIT.format(number))
            for which in ("first", "second"):
                index = 2 * number + (which == "second")
                costs[f"{name}, {which}"].take(server, assertion, lean, index)
    return costs


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    with LeanServer(LeanConfig(toolchain="embedded")) as server:
        measure(server, 1)  # what is made once
        costs = measure(server, rounds)
    edit = statistics.median(costs["edit"].seconds)
    print(f"{'':30}{'edits':>7}{'commands':>10}")
    for name, cost in costs.items():
        ratio = statistics.median(cost.seconds) / edit
        print(f"{name:30}{ratio:7.2f}{statistics.median(cost.commands):10.0f}")


if __name__ == "__main__":
    main()
