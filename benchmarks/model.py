"""Calls of a model: against ``server.run`` of the same ``#eval``, in batches, and by size.

Printed are ratios of things that ran in turns: a single call (goal: at most 1.3 times the
``#eval``), before and after the model is compiled; how many comparisons a second ``map`` makes on
small inputs (goal: 1,000); what a model costs when it is made; and how the time of a call grows
with the value, from 10 to 100,000 elements there and back.

Run: ``python benchmarks/model.py [ROUNDS]``.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from pytest_lean import Command, LeanConfig, LeanServer
from pytest_lean.testing.lean import Lean

MODEL = """
def insert' (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => if x ≤ y then x :: y :: ys else y :: insert' x ys
def sort' : List Nat → List Nat
  | [] => []
  | x :: xs => insert' x (sort' xs)
"""
SIZES = (10, 100, 1_000, 10_000, 100_000)


def seconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def single(lean: Lean, rounds: int) -> None:
    """Print the ratio of a call to an ``#eval`` of the same expression."""
    model = lean.model("sort'")
    evals, calls, compiled, spent = [], [], [], 0.0
    while len(compiled) < rounds:
        number = len(calls) + len(compiled)
        text = f"#eval sort' [3, 1, {number}]"
        evals.append(seconds(lambda text=text: lean.server.run(Command(text, lean.env))))
        taken = seconds(lambda number=number: model([3, 1, number]))
        if not model.is_compiled:
            calls.append(taken)
        elif not spent:
            spent = taken
        else:
            compiled.append(taken)
    each = statistics.median(evals)
    print(
        f"a single call / the same #eval, in turns: {statistics.median(compiled) / each:.2f} by "
        f"medians, {min(compiled) / min(evals):.2f} by minima; {len(calls)} calls before it was "
        f"compiled: {statistics.median(calls) / each:.2f}; compiling it: {spent / each:.1f}"
    )


def batches(lean: Lean, rounds: int) -> None:
    """Print how many comparisons a second ``map`` makes, and against calls one by one."""
    model = lean.model("sort'")
    inputs = [[number % 7, number, 3, number % 11] for number in range(1000)]
    expected = [sorted(one) for one in inputs]
    times = []
    for shift in range(rounds):
        moved = [[*one, shift] for one in inputs]
        wanted = [sorted(one) for one in moved]
        times.append(seconds(lambda moved=moved, wanted=wanted: check(model.map(moved), wanted)))
    one_by_one = seconds(lambda: check([model(one) for one in inputs[:30]], expected[:30])) / 30
    best = 1000 / statistics.median(times)
    print(
        f"map: {best:.0f} comparisons a second (best {1000 / min(times):.0f}); "
        f"an input costs 1/{one_by_one / (statistics.median(times) / 1000):.0f} of a call"
    )


def check(found: object, expected: object) -> None:
    assert found == expected


def sizes(lean: Lean) -> None:
    """Print how the time of a call grows with the value, as a multiple of that of 10 elements."""
    kinds: dict[str, tuple[str, Callable[[int], object]]] = {
        "List Nat": ("List Nat", lambda size: list(range(size))),
        "String": ("String", lambda size: "ab" * (size // 2)),
        "List (Nat × Bool)": ("List (Nat × Bool)", lambda size: [(1, True)] * size),
    }
    for name, (of, make) in kinds.items():
        model = lean.model(f"fun (x : {of}) => x")
        times = []
        for size in SIZES:
            value = make(size)
            times.append(min(seconds(lambda m=model, v=value: check(m(v), v)) for _ in range(2)))
        shown = ", ".join(
            f"{size}: {taken / times[0]:.1f}" for size, taken in zip(SIZES, times, strict=True)
        )
        each = (times[-1] - times[-2]) / (SIZES[-1] - SIZES[-2]) / times[0]
        print(f"{name}, time / time of 10 elements: {shown}; each element {each:.1e}")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with LeanServer(LeanConfig()) as server:
        lean = Lean(server)
        lean.define(MODEL)
        print(server.toolchain.label)
        made = seconds(lambda: lean.model("sort'"))
        run = statistics.median(
            seconds(lambda n=n: server.run(Command(f"#eval {n}", lean.env))) for n in range(5)
        )
        print(f"making a model: {made / run:.1f} times an #eval; known ones are kept")
        single(lean, rounds)
        batches(lean, max(rounds // 3, 3))
        sizes(lean)


if __name__ == "__main__":
    main()
