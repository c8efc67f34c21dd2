"""How costs grow: with a document, a chain of handles, branches, tests, workers and imports.

Each function returns points: what grew, and the cost as a multiple of the first point's, or of what
its docstring names, all from one run. ``python -m benchmarks`` prints and draws them.
"""

from __future__ import annotations

import dataclasses
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pytest_lean import Command, LeanConfig, LeanServer, Toolchain
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane.lane import Lane

sys.path.insert(0, str(Path(__file__).parent))

import plugin

Points = list[tuple[int, float]]

SMALL = "theorem t{0} (a b : Nat) (h : a = b + {0}) : b + {0} = a := h.symm\n"
LINK = "theorem d{0} (a b : Nat) : a + b = b + a := by omega\n"
CHAIN = (
    "theorem a{0} (a b : Nat) (h : a < b) : a + {0} < b + {0} := by omega",
    "def f{0} (x : Nat) : Nat := x + {0}",
    "theorem r{0} : {0} + 0 = {0} := rfl",
    "@[simp] theorem s{0} (x : Nat) (h : x = {0}) : {0} = x := by simp [h]",
)
_WINDOW = 12
_REPEATS = 7
_ROUNDS = 3
_TESTS = "import pytest\n\n\n@pytest.mark.parametrize('n', range({0}))\ndef test_it(lean, n):\n"
_FAST = "    lean.check(f'theorem t (a : Nat) (h : a = {n}) : {n} = a := h.symm')\n"
_SLOW = (
    "    lean.check(f'theorem t : (List.range {40 + n % 8}).length = {40 + n % 8} := by decide')\n"
)


def seconds(call: Callable[[int], object], repeats: int = _REPEATS) -> float:
    """Return the median of the seconds that ``call`` takes, called with one number each time."""
    taken = []
    for number in range(repeats + 1):
        started = time.perf_counter()
        call(number)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken[1:])  # the first may load or elaborate what stays


def relative(points: Iterable[tuple[int, float]]) -> Points:
    """Return points as multiples of the first."""
    points = list(points)
    return [(at, cost / points[0][1]) for at, cost in points]


def document_length(server: LeanServer, lengths: Sequence[int]) -> Points:
    """Return what one text of so many small theorems costs."""

    def cost(length: int) -> float:
        text = "".join(map(SMALL.format, range(length)))
        return seconds(lambda number: server.run(f"-- {number}\n{text}"))

    return relative((length, cost(length)) for length in lengths)


def chain_depth(config: LeanConfig, depths: Sequence[int], *, seal: bool = True) -> Points:
    """Return what the commands of a growing chain cost, so many commands deep.

    Each continues the one before. At a depth, it is the mean of the twelve commands that lead to
    it, three of each kind; at the first depth, of those around it.

    Args:
        config: how the server is set up.
        depths: where it is told, in rising order.
        seal: whether the beginning of the chain is compiled as it grows.
    """
    env: int | None = None
    taken = []
    with LeanServer(dataclasses.replace(config, seal_chains=seal)) as server:
        for number in range(max(depths[-1], depths[0] + _WINDOW // 2)):
            text = CHAIN[number % len(CHAIN)].format(number)
            started = time.perf_counter()
            env = server.run(Command(text, env)).env
            taken.append(time.perf_counter() - started)
    ends = [depths[0] + _WINDOW // 2, *depths[1:]]
    return relative(
        (depth, statistics.mean(taken[end - _WINDOW : end]))
        for depth, end in zip(depths, ends, strict=True)
    )


def branches(server: LeanServer, children: int) -> tuple[float, float]:
    """Return what a child costs, of one handle and then of one of its children.

    Both are multiples of the same text on the same handle, run again and again.
    """
    root = server.run("".join(map(LINK.format, range(5)))).env
    ratios = []
    for _ in range(2):
        of_children, again, made = [], [], root
        for number in range(children):
            started = time.perf_counter()
            made = server.run(Command(LINK.format(f"_{root}_{number}"), root)).env
            between = time.perf_counter()
            server.run(Command(LINK.format("_again"), root))
            of_children.append(between - started)
            again.append(time.perf_counter() - between)
        ratios.append(statistics.median(of_children) / statistics.median(again))
        root = made
    return ratios[0], ratios[1]


def number_of_tests(numbers: Sequence[int]) -> Points:
    """Return what a run of so many small tests takes, as multiples of the first run."""
    texts = {count: _TESTS.format(count) + _FAST for count in numbers}
    return relative(best(numbers, lambda folder, count: run(folder, texts[count])))


def workers(numbers: Sequence[int], tests: int) -> Points:
    """Return how many times faster so many xdist workers are than the first number of them."""
    text = _TESTS.format(tests) + _SLOW
    taken = best(numbers, lambda folder, count: run(folder, text, f"-n{count}"))
    return [(count, taken[0][1] / one) for count, one in taken]


def run(folder: Path, tests: str, *arguments: str) -> float:
    """Return the seconds that pytest takes for a file of ``tests``."""
    return plugin.pytest_run(folder, tests, "--lean-toolchain=embedded", *arguments).wall


def best(numbers: Sequence[int], run: Callable[[Path, int], float]) -> list[tuple[int, float]]:
    """Return the shortest time that ``run`` takes for each number, in rounds that alternate."""
    with tempfile.TemporaryDirectory() as name:
        rounds = [[run(Path(name), number) for number in numbers] for _ in range(_ROUNDS)]
    return [(number, min(taken)) for number, *taken in zip(numbers, *rounds, strict=True)]


def size_of_imports(toolchain: Toolchain, modules: Sequence[int]) -> Points:
    """Return what a small text costs that imports so many modules of 20 theorems each."""
    with tempfile.TemporaryDirectory() as name, Lane(toolchain, sandbox="off") as lane:
        folder = Path(name)
        made = 0
        points = []
        for count in modules:
            for number in range(made, count):
                theorems = "".join(LINK.format(f"{number}_{index}") for index in range(20))
                _compile(lane, folder, f"M{number}", theorems)
            made = max(made, count)
            imports = tuple(f"M{number}" for number in range(count))
            config = LeanConfig(toolchain=toolchain, imports=imports, search_path=(name,))
            with LeanServer(config) as server:
                points.append((count, seconds(lambda number: server.run(SMALL.format(number)))))
        return relative(points)


def _compile(lane: Lane, folder: Path, module: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as own:
        done = lane.compile(text, Path(own), Deadline(600), module=module)
        assert done.olean is not None
        done.olean.rename(folder / done.olean.name)


def svg(points: Points, across: str, up: str) -> str:
    """Return a picture of points, joined; it is readable on light and on dark pages."""
    left, bottom, width, height = 60, 210, 480, 190
    most = max(cost for _, cost in points) * 1.1
    places = [
        (left + width * index / max(1, len(points) - 1), bottom - height * cost / most)
        for index, (_, cost) in enumerate(points)
    ]
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 260" '
        'font-family="sans-serif" font-size="13" fill="#808080">',
        f'<path d="M{left} 10V{bottom}H{left + width}" stroke="#808080" fill="none"/>',
        f'<polyline points="{line}" stroke="#3f51b5" stroke-width="2" fill="none"/>',
    ]
    for (at, cost), (x, y) in zip(points, places, strict=True):
        parts += [
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="#3f51b5"/>',
            f'<text x="{x:.0f}" y="{y - 8:.0f}" text-anchor="middle">{cost:.2f}</text>',
            f'<text x="{x:.0f}" y="{bottom + 18}" text-anchor="middle">{at:,}</text>',
        ]
    parts += [
        f'<text x="{left + width / 2:.0f}" y="{bottom + 42}" text-anchor="middle">{across}</text>',
        f'<text x="14" y="120" text-anchor="middle" transform="rotate(-90 14 120)">{up}</text>',
    ]
    return "\n".join([*parts, "</svg>", ""])
