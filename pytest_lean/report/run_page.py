"""The page about a pytest run: computes what the template shows from the run's data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pytest_lean.report import charts, words
from pytest_lean.report.data import IS_WRONG, WORST_FIRST, Failure, RunData, TestRow, Trace
from pytest_lean.report.page import render

_SLOWEST = 15
_MOST_FAILURES = 300
_MOST_RESTARTS = 100  # drawn for one process
_OUTCOMES = ("passed", "failed", "error", "no verdict", "crashed", "xfailed", "xpassed", "skipped")
SIGNS = {
    "passed": "✓",
    "failed": "✕",
    "error": "!",
    "no verdict": "?",
    "crashed": "?",
    "xfailed": "x",
    "xpassed": "X",
    "skipped": "–",
}
_TRUST = (
    ("certified", "and its compiled file was replayed through Lean’s kernel in another process"),
    ("checked", "and axioms, options, and that Lean read all of the text"),
    ("elaborated", "Lean’s errors, and sorry, alone"),
)
WITHOUT = "without Lean"
NONE = "no verdict"


@dataclass(frozen=True)
class _Told:
    """A failure on the page.

    Attributes:
        row: the test.
        failure: the details of the failure.
        others: further tests with the same failure.
    """

    row: TestRow
    failure: Failure
    others: list[TestRow]


def page(data: RunData) -> str:
    """Return the page."""
    outcomes: Counter[str] = Counter(row.outcome for row in data.tests)
    told, untold = _failures(data)
    shown = _shown_seconds(data)
    return render(
        "run.html",
        title=_title(data, outcomes),
        data=data,
        total=len(data.tests),
        counts=[(outcome, outcomes[outcome]) for outcome in _OUTCOMES if outcomes[outcome]],
        signs=SIGNS,
        verdict=_verdict(data, outcomes),
        facts=_facts(data),
        uses_lean=any(row.lean for row in data.tests),
        trust=_trust(data.tests),
        lanes=[_lane(worker, data, shown) for worker in data.workers],
        ticks=charts.ticks(shown),
        restart_causes=sorted({cause for worker in data.workers for _, cause in worker.restarts}),
        times=_times(data),
        slowest=_slowest(data.tests),
        failures=told,
        wrong=sum(row.outcome in IS_WRONG for row in data.tests),
        untold=untold,
        rows=_rows(data, told, shown),
    )


def _title(data: RunData, outcomes: Counter[str]) -> str:
    return f"{outcomes['passed']} of {len(data.tests)} passed · {data.root}"


def _verdict(data: RunData, outcomes: Counter[str]) -> str:
    """Return the page's first sentence."""
    total = len(data.tests)
    if not total:
        return "No test was run"
    if outcomes["passed"] == total:
        return f"All {words.plural(total, 'test')} passed" if total > 1 else "The test passed"
    return f"{words.count(outcomes['passed'])} of {words.plural(total, 'test')} passed"


def _facts(data: RunData) -> list[tuple[str, str]]:
    """Return the key facts of the run, as names and values."""
    summary, workers = data.summary, data.workers
    facts = [("took", words.duration(data.seconds))]
    count = sum(worker.id != "main" for worker in workers)
    if count:
        facts[0] = ("took", f"{facts[0][1]} on {words.plural(count, 'xdist worker')}")
    facts.append(("Lean", ", ".join(summary["lean"]) or "none was used"))
    commands = max(summary["commands"], sum(row.commands for row in data.tests))
    if commands:
        facts.append(("commands", words.count(commands)))
        if summary["commands"]:
            warm = words.share(summary["warm"], summary["commands"])
            facts[-1] = ("commands", f"{words.count(commands)}, {warm} warm")
    seen = [mb for worker in workers for _, mb in worker.memory]
    peak = max(summary["peak_memory_mb"], max(seen, default=0.0))
    if peak:
        facts.append(("most memory", f"{words.memory(peak)} in one process"))
    causes = Counter(cause for worker in workers for _, cause in worker.restarts)
    if causes:
        told = ", ".join(f"{number} {cause}" for cause, number in causes.most_common())
        facts.append(("restarts", told))
    lost = sum(worker.lost is not None for worker in workers)
    if lost:
        facts.append(("died", words.plural(lost, "xdist worker")))
    kept = [
        f"{words.count(summary[known])} of {words.plural(summary[noun + 's'], noun)}"
        for noun, known in (("file", "cached"), ("proof", "cached_proofs"))
        if summary[noun + "s"]
    ]
    if kept:
        facts.append(("from the cache", ", ".join(kept)))
    if summary["sandbox"]:
        facts.append(("sandbox", "; ".join(summary["sandbox"])))
    return facts


def _trust(tests: Sequence[TestRow]) -> list[tuple[str, int, str]]:
    """Return how far verdicts were checked: the word, how many, and what it means."""
    reached = Counter(row.trust for row in tests if row.trust)
    found = [(level, reached[level], f"Lean’s messages, {what}") for level, what in _TRUST[:2]]
    found.append((*_TRUST[2][:1], reached["elaborated"], _TRUST[2][1]))
    none = sum(row.outcome in ("no verdict", "crashed") for row in tests)
    return [*found, (NONE, none, "Lean did not answer, or the process died: neither yes nor no")]


def _shown_seconds(data: RunData) -> float:
    """Return how many seconds of the run are drawn: up to a little after the last event."""
    ends = [row.began + row.seconds for row in data.tests]
    ends += [at for worker in data.workers for at, _ in worker.restarts]
    ends += [worker.lost for worker in data.workers if worker.lost is not None]
    return min(data.seconds, 1.02 * max(ends, default=data.seconds))


def _lane(trace: Trace, data: RunData, seconds: float) -> dict[str, Any]:
    """Return what is drawn of one process."""
    rows = [row for row in data.tests if row.worker == trace.id]
    highest = max((mb for worker in data.workers for _, mb in worker.memory), default=0.0)
    end = seconds if trace.lost is None else trace.lost
    return {
        "id": trace.id,
        "count": len(rows),
        "bars": charts.bars(rows, seconds),
        "line": charts.line(trace.memory, seconds, highest * 1.05, end),
        "peak": max((mb for _, mb in trace.memory), default=0.0),
        "restarts": [
            (charts.percent(at, seconds), cause) for at, cause in trace.restarts[:_MOST_RESTARTS]
        ],
        "lost": None if trace.lost is None else charts.percent(trace.lost, seconds),
    }


def _times(data: RunData) -> list[dict[str, Any]]:
    """Return how each process spent its time; with several, their sum comes first."""
    found = []
    for trace in data.workers:
        rows = [row for row in data.tests if row.worker == trace.id]
        end = trace.lost if trace.lost is not None else data.seconds
        in_tests = sum(row.seconds for row in rows)
        in_lean = min(in_tests, sum(row.lean_seconds for row in rows))
        whole = max(end, in_tests)
        found.append(_time(trace.id, in_lean, in_tests - in_lean, whole - in_tests))
    if len(found) > 1:
        sums = [sum(shares[part] for shares in found) for part in ("lean", "tests", "rest")]
        found.insert(0, _time("all", *sums))
    return found


def _time(name: str, lean: float, tests: float, rest: float) -> dict[str, Any]:
    whole = lean + tests + rest
    return {
        "name": name,
        "lean": lean,
        "tests": tests,
        "rest": rest,
        "widths": [charts.percent(seconds, whole) for seconds in (lean, tests, rest)],
        "share": words.share(lean, whole),
    }


def _slowest(tests: Sequence[TestRow]) -> list[dict[str, Any]]:
    in_lean = [row for row in tests if row.lean_seconds >= 0.0005]
    order = sorted(in_lean, key=lambda row: row.lean_seconds, reverse=True)[:_SLOWEST]
    longest = max((row.seconds for row in order), default=0.0)
    return [
        {
            "row": row,
            "lean": charts.percent(row.lean_seconds, longest),
            "rest": charts.percent(max(0.0, row.seconds - row.lean_seconds), longest),
        }
        for row in order
    ]


def _failures(data: RunData) -> tuple[list[_Told], int]:
    """Return the failures to show, and how many more there are.

    Tests without a verdict for the same reason are one failure.
    """
    told: list[_Told] = []
    known: dict[Failure, _Told] = {}
    untold = 0
    wrong = [row for row in data.tests if row.outcome in IS_WRONG]
    wrong.sort(key=lambda row: WORST_FIRST.index(row.outcome))
    for row in wrong:
        failure = data.failures.get(row.id)
        if failure is None:
            untold += 1
            continue
        same = Failure(failure.headline, failure.parts)
        if row.outcome == "no verdict" and same in known:
            known[same].others.append(row)
        elif len(told) < _MOST_FAILURES:
            known[same] = _Told(row, failure, [])
            told.append(known[same])
        else:
            untold += 1
    return told, untold


def _rows(data: RunData, told: Iterable[_Told], seconds: float) -> dict[str, Any]:
    """Return the table as compact data: rows are lists, and refer to repeated names by index."""
    places: dict[str, int] = {}
    for number, failure in enumerate(told):
        places |= {row.id: number for row in (failure.row, *failure.others)}
    workers = [worker.id for worker in data.workers]
    trusts = [*(word for word, _ in _TRUST), NONE, WITHOUT]
    rows = [
        [
            row.id,
            _OUTCOMES.index(row.outcome),
            trusts.index(_checked(row)),
            workers.index(row.worker) if row.worker in workers else -1,
            round(row.began, 3),
            round(row.setup, 4),
            round(row.call, 4),
            round(row.teardown, 4),
            round(row.lean_seconds, 4),
            row.commands,
            row.restarts,
            row.memory_mb or 0,
            row.message,
            f"{row.file}:{row.line}" if row.line else row.file,
            places.get(row.id, -1),
            int(row.cached),
            row.reruns,
        ]
        for row in data.tests
    ]
    signs = [SIGNS[outcome] for outcome in _OUTCOMES]
    return {
        "outcomes": _OUTCOMES,
        "signs": signs,
        "trusts": trusts,
        "workers": workers,
        "seconds": seconds,
        "rows": rows,
    }


def _checked(row: TestRow) -> str:
    if row.outcome in ("no verdict", "crashed"):
        return NONE
    return row.trust or WITHOUT
