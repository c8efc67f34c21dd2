"""Drawings of a page as numbers: where bars and lines are, in per cent of the width.

Promises: the number of bars and points is bounded, however many tests or samples there are. Tests
that are narrower than a stroke are drawn as one bar with neighbours of the same kind, so a failed
test is never hidden in a bar of passed ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pytest_lean.report.data import TestRow

# The width of a stroke that is visible on a wide screen, in per cent of the screen.
_STROKE = 0.07
_POINTS = 400
_TICKS = 6


@dataclass(frozen=True)
class Bar:
    """One test, or several that are too short to be drawn apart.

    Attributes:
        left: where it begins, in per cent.
        width: how wide it is.
        kind: ``fine``, ``wrong``, ``none`` (no verdict) or ``skipped``.
        lean: the share of its time that was spent in Lean, in per cent.
    """

    left: float
    width: float
    kind: str
    lean: float


@dataclass(frozen=True)
class Tick:
    """A mark on the axis of time.

    Attributes:
        left: where it is, in per cent.
        text: its label.
    """

    left: float
    text: str


def kind_of(outcome: str) -> str:
    """Return the kind of bar that an outcome is drawn as."""
    if outcome in ("no verdict", "crashed"):
        return "none"
    if outcome in ("failed", "error"):
        return "wrong"
    return "skipped" if outcome == "skipped" else "fine"


def bars(rows: Iterable[TestRow], seconds: float) -> list[Bar]:
    """Return the bars of one process's tests.

    Args:
        rows: its tests, in the order in which they began.
        seconds: how long the run took: the whole width.
    """
    drawn: list[Bar] = []
    group: list[TestRow] = []
    for row in rows:
        if group and not _belongs(row, group, seconds):
            drawn.append(_bar(group, seconds))
            group = []
        group.append(row)
    if group:
        drawn.append(_bar(group, seconds))
    return drawn


def line(samples: Sequence[tuple[float, float]], seconds: float, highest: float, end: float) -> str:
    """Return samples as the points of a step line in a box of 1000 by 100, 0 at the bottom.

    Args:
        samples: times in seconds, and values.
        seconds: the time at the right edge.
        highest: the value at the top.
        end: the time at which the line ends.
    """
    if not samples or highest <= 0 or seconds <= 0:
        return ""
    points = [f"M{_x(samples[0][0], seconds)},100"]
    for at, value in _highest(samples, seconds):
        y = 100 - 100 * min(1.0, value / highest)
        points.append(f"H{_x(at, seconds)}V{y:.1f}")
    return "".join([*points, f"H{_x(end, seconds)}"])


def ticks(seconds: float) -> list[Tick]:
    """Return marks of an axis from 0 to ``seconds``, at round numbers."""
    if seconds <= 0:
        return []
    rough = seconds / _TICKS
    power = 10 ** math.floor(math.log10(rough))
    steps = [power * factor for factor in (1, 2, 5, 10)]
    if rough >= 5:
        steps = [5, 10, 15, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 43200, 86400]
    step = next((width for width in steps if width >= rough), steps[-1])
    marks = range(int(seconds * 0.97 / step) + 1)
    return [
        Tick(round(100 * mark * step / seconds, 3), _clock(mark * step, step)) for mark in marks
    ]


def percent(at: float, seconds: float) -> float:
    """Return where a time is, in per cent of the width."""
    return round(min(100.0, max(0.0, 100 * at / seconds)), 3) if seconds > 0 else 0.0


def _belongs(row: TestRow, group: list[TestRow], seconds: float) -> bool:
    """Return whether a test is drawn as one bar with those before it."""
    stroke = _STROKE * seconds / 100
    last = group[-1]
    if kind_of(row.outcome) != kind_of(last.outcome):
        return False
    gap = row.began - (last.began + last.seconds)
    is_full = row.began + row.seconds - group[0].began > 8 * stroke
    return gap < stroke and row.seconds < stroke and last.seconds < stroke and not is_full


def _bar(group: list[TestRow], seconds: float) -> Bar:
    left = percent(group[0].began, seconds)
    right = percent(group[-1].began + group[-1].seconds, seconds)
    took = sum(member.seconds for member in group)
    in_lean = sum(min(member.lean_seconds, member.seconds) for member in group)
    kind = kind_of(group[0].outcome)
    width = round(max(right - left, _STROKE), 3)
    return Bar(left, width, kind, round(100 * in_lean / took) if took else 0)


def _highest(
    samples: Sequence[tuple[float, float]], seconds: float
) -> Iterable[tuple[float, float]]:
    """Yield samples; if there are many, only the highest of those drawn at the same place."""
    if len(samples) <= _POINTS:
        yield from samples
        return
    best: dict[int, tuple[float, float]] = {}
    for at, value in samples:
        place = int(_POINTS * at / seconds)
        if place not in best or value >= best[place][1]:
            best[place] = (at, value)
    yield from (best[place] for place in sorted(best))


def _x(at: float, seconds: float) -> str:
    return f"{10 * percent(at, seconds):.1f}"


def _clock(seconds: float, step: float) -> str:
    if step < 1:
        return f"{seconds:.{max(1, -math.floor(math.log10(step)))}f} s"
    if step < 10:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
