"""The page of numbers: ``python -m benchmarks`` measures in one run, and writes the page.

A short run takes some minutes; ``--long`` goes further along each curve and takes more rounds. Of
``docs/benchmarks.md`` it writes what stands between its two marks. Such a page should come from an
idle machine: the load that it began and ended with stands there.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pytest_lean import LeanConfig, LeanServer

sys.path.insert(0, str(Path(__file__).parent))

import assertions
import curves
import engine
import memory
import plugin

DOCS = Path(__file__).parent.parent / "docs"
BEGIN, END = "<!-- python -m benchmarks -->", "<!-- the end of what it writes -->"


@dataclass(frozen=True)
class Line:
    """A line of the table.

    Attributes:
        what: what was measured.
        against: what it is a multiple of.
        reached: the ratio, or milliseconds where ``against`` says so.
        goal: what was aimed at; None if this is only told.
        limit: what keeps it from being less, or more.
    """

    what: str
    against: str
    reached: float
    goal: float | None = None
    limit: str = ""

    def __str__(self) -> str:
        goal = "" if self.goal is None else f"{self.goal:g}"
        return f"| {self.what} | {self.against} | {self.reached:.2f} | {goal} | {self.limit} |"


# What limits a line, by the words that it begins with.
LIMITS = {
    "a small text": "Lean's elaboration; ours is about a tenth",
    "95 of 100": "what else the machine does",
    "`assert_axioms`": "first: the controls, which are five commands",
    "`assert_declares`": "Lean prints the declaration three times",
    "`assert_type`": "first: the controls, and the texts of the test once more; second: the term",
    "`assert_proves`": "the statement stands before the texts of the test, which follow once more, "
    "and again in the claim",
    "`assert_defeq`": "both terms stand before the test's texts, which follow once more",
    "`assert_reducible_to`": "four commands: the question, `#reduce` and the usual notation",
    "`assert_eval`": "four commands: the type, the comparison, what is laid before the texts",
    "one of 100": "Lean's elaboration",
    "loading": "modules of Python: hooks, settings, their values",
    "`pytest --co`": "the marker and the fixtures of each test are looked at",
    "a small test": "reports, the summary, the fixture",
    "`-n 2`": "what happens once in each worker: pytest, Lean's start",
    "`-n 8`": "eight Leans start on two cores",
    "a handle": "four numbers, two objects, a place in a table",
    "an xdist worker": "modules of Python; Lean has its own process",
    "a text": "Lean reports the references of the whole document after each edit",
}


def requests(config: LeanConfig, rounds: int) -> Iterator[Line]:
    """Yield what a small text costs, beside what else could run it."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        raw = stack.enter_context(engine.raw_worker(config))
        ours = stack.enter_context(engine.our_server(config))
        beside = [*stack.enter_context(engine.processes(config, folder))]
        with contextlib.suppress(ImportError):
            beside.append(stack.enter_context(engine.leanclient(config, folder)))
        for index in range(rounds):
            block = engine.THEOREMS[index * engine.BLOCK : (index + 1) * engine.BLOCK]
            for racer in (engine.InTurn(raw, ours), *beside):
                racer.race(block)
        request = statistics.median(ours.times)
        yield Line("a small text", "the bare edit", request / statistics.median(raw.times), 1.10)
        p95 = statistics.quantiles(ours.times, n=20)[-1]
        yield Line("95 of 100 such texts, at most", "the median", p95 / request, 2.0)
        for one in beside:
            yield Line(one.name, "a small text", statistics.median(one.times) / request)


def asked(server: LeanServer, rounds: int) -> Iterator[Line]:
    """Yield what assertions cost."""
    assertions.measure(server, 1)  # what is made once
    costs = assertions.measure(server, rounds)
    edit = statistics.median(costs["edit"].seconds)
    goals = {"first": 3.0, "second": 1.0}
    for name, cost in costs.items():
        if name != "edit":
            ratio = statistics.median(cost.seconds) / edit
            yield Line(f"`{name.replace(',', '`,')}", "an edit", ratio, goals[name.split()[-1]])


def drawn(
    config: LeanConfig, server: LeanServer, *, long: bool
) -> dict[str, tuple[str, str, curves.Points]]:
    """Return the curves by name: what grows, what is told of it, and the points."""
    more = long
    depths = (10, 30, 100, 300, *((590, 1000) if more else ()))
    edit = "times the first"
    return {
        "length": (
            "theorems in a text", edit,
            curves.document_length(server, (1, 10, 100, 300, *((1000,) if more else ()))),
        ),
        "depth": (
            "commands below a handle, sealed", edit, curves.chain_depth(config, depths),
        ),
        "depth-text": (
            "commands below a handle, as text", edit,
            curves.chain_depth(config, depths, seal=False),
        ),
        "tests": (
            "tests in a run", edit,
            curves.number_of_tests((10, 100, 400, *((2000,) if more else ()))),
        ),
        "workers": (
            "xdist workers", "times as fast",
            curves.workers((1, 2, 4, *((8,) if more else ())), 200 if more else 60),
        ),
        "imports": (
            "modules imported", edit,
            curves.size_of_imports(config.prepare(), (0, 5, 20, *((200,) if more else ()))),
        ),
    }  # fmt: skip


def page(lines: list[Line], drawings: dict[str, tuple[str, str, curves.Points]], how: str) -> str:
    """Return what stands between the marks."""
    parts = [
        BEGIN,
        "",
        "## One run",
        "",
        how,
        "",
        "| what | against | reached | goal | what limits it |",
        "|---|---|---|---|---|",
    ]
    parts += [*map(str, map(_with_limit, lines)), ""]
    for name, (across, up, points) in drawings.items():
        told = ", ".join(f"{cost:.2f} at {at:,}" for at, cost in points)
        parts += [f"![{across}, {up}: {told}](plots/growth-{name}.svg)", ""]
    return "\n".join([*parts, END])


def _with_limit(line: Line) -> Line:
    """Return a line with what limits it."""
    found = [limit for begin, limit in LIMITS.items() if line.what.startswith(begin)]
    return dataclasses.replace(line, limit=found[0] if found else "")


def shown(lines: Iterator[Line]) -> Iterator[Line]:
    """Yield lines, each printed as soon as it is known, so that a later failure takes none."""
    for line in lines:
        print(_with_limit(line), flush=True)
        yield line


def of_the_plugin(*, long: bool) -> Iterator[Line]:
    """Yield what the plugin costs in runs of pytest, and what xdist's workers bring."""
    rounds = 3 if long else 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cost, _ = plugin.loading(folder, 15 if long else 3)
        yield Line("loading the plugin", "`-p no:lean`, in ms of CPU", cost * 1000, 20)
        count = 10_000 if long else 1_000
        ratio = plugin.collecting(folder, count, rounds)
        yield Line(f"`pytest --co` of {count:,} tests", "the same without the plugin", ratio, 1.15)
        ours, _, _ = plugin.small_test(folder, 500 if long else 100, rounds)
        yield Line("a small test", "engine and pytest, in ms of CPU above", ours * 1000, 0.8)
        two, eight = plugin.workers(folder, 40 if long else 8, 29 if long else 24, min(rounds, 2))
        yield Line("`-n 2`", "what two bare servers give", two, 0.97)
        yield Line("`-n 8`", "the time of `-n 2`", eight, 1.0)


def of_memory(config: LeanConfig, *, long: bool) -> Iterator[Line]:
    """Yield what is kept in memory."""
    yield Line("a handle", "bytes beyond its text", memory.bytes_of_a_handle(config, 1000), 300)
    count = 20_000 if long else 2_000
    grown = memory.growth(config, count)
    yield Line(f"{count:,} commands, their handles dropped", "MiB that we grow", grown, 1)
    yield Line("an xdist worker", "MiB above one without Lean", memory.worker_mebibytes(), 60)
    modules = 100 if long else 10
    shared = memory.shared_part(modules)
    yield Line(f"two Leans with {modules} modules imported", "the part that is shared", shared)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--long", action="store_true", help="further along each curve")
    long = parser.parse_args().long
    config = LeanConfig(toolchain="embedded", timeout=600)
    began = os.getloadavg()[0]
    lines = list(shown(requests(config, 10 if long else 2)))
    with LeanServer(config) as server:
        lines += shown(asked(server, 12 if long else 3))
        first, second = curves.branches(server, 100)
        against = "a command on that handle"
        lines += [Line("one of 100 children of a handle", against, first, 1.1)]
        lines += [Line("one of 100 children of one of those", against, second, 1.1)]
        drawings = drawn(config, server, long=long)
    for name, sealed in (("depth", "sealed"), ("depth-text", "as text")):
        deepest, cost = drawings[name][2][-1]
        goal = 3.0 if name == "depth" else None
        lines.append(Line(f"a text {deepest:,} commands deep, {sealed}", "10 deep", cost, goal))
    lines += shown(of_the_plugin(long=long))
    lines += shown(of_memory(config, long=long))
    how = (
        f"Written by `python -m benchmarks{' --long' if long else ''}`: {os.cpu_count()} cores, "
        f"{platform.system()} on {platform.machine()}, Python {platform.python_version()}, "
        f"{config.prepare().label}; load {began:.1f} at its begin and {os.getloadavg()[0]:.1f} at "
        "its end. All ratios are of this one run."
    )
    if began > (os.cpu_count() or 1):
        how += (
            " The machine had more to do than it has cores, so what starts processes (the curves "
            "of tests, workers and imports) says little."
        )
    path = DOCS / "benchmarks.md"
    text = path.read_text(encoding="utf-8")
    if BEGIN not in text:
        text += f"\n{BEGIN}\n{END}\n"
    head, rest = text.split(BEGIN)
    path.write_text(head + page(lines, drawings, how) + rest.split(END)[1], encoding="utf-8")
    for name, (across, up, points) in drawings.items():
        picture = curves.svg(points, across, up)
        (DOCS / "plots" / f"growth-{name}.svg").write_text(picture, encoding="utf-8")
    print(f"written: {path}")


if __name__ == "__main__":
    main()
