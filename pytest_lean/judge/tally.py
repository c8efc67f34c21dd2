"""What came of a run so far, counted, in memory that does not grow."""

from __future__ import annotations

import heapq
import time
from collections import Counter
from dataclasses import dataclass, field

from pytest_lean.judge.answer import Reached
from pytest_lean.judge.engines.protocol import EngineStats
from pytest_lean.judge.proof import Id

_SLOWEST = 5


@dataclass
class Tally:
    """Counts of a run.

    Attributes:
        verdicts: how many of each.
        causes: why there were none.
        cached: how many answers came from the cache of earlier runs.
        duplicates: how many came from an equal proof of this run.
        retried: how many were tried more than once.
        engine: what the engine used.
        slowest: seconds and id of the slowest, the slowest first.
    """

    verdicts: Counter[str] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)
    cached: int = 0
    duplicates: int = 0
    retried: int = 0
    engine: EngineStats = field(default_factory=EngineStats)
    began: float = field(default_factory=time.monotonic)
    _slowest: list[tuple[float, int, Id]] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many verdicts there are."""
        return sum(self.verdicts.values())

    @property
    def seconds(self) -> float:
        """How long the run has taken."""
        return time.monotonic() - self.began

    @property
    def slowest(self) -> list[tuple[float, Id]]:
        """Seconds and id of the slowest, the slowest first."""
        return [(seconds, id) for seconds, _, id in sorted(self._slowest, reverse=True)]

    def count(self, reached: Reached) -> None:
        """Count one more."""
        self.verdicts[reached.verdict] += 1
        if reached.cause is not None:
            self.causes[reached.cause] += 1
        self.retried += reached.attempts > 1
        if reached.id is None or reached.cached:
            return
        if len(self._slowest) < _SLOWEST:
            heapq.heappush(self._slowest, (reached.seconds, -self.total, reached.id))
        elif reached.seconds > self._slowest[0][0]:
            heapq.heapreplace(self._slowest, (reached.seconds, -self.total, reached.id))

    def lines(self, workers: int) -> list[str]:
        """Return the summary for people.

        Args:
            workers: how many there were.
        """
        if not self.total:
            return ["nothing was left to judge"]
        words = ("proved", "rejected", "none", "skipped")
        counts = ", ".join(f"{self.verdicts[word]} {word}" for word in words if self.verdicts[word])
        if self.causes:
            told = ", ".join(f"{count} {cause}" for cause, count in self.causes.most_common())
            counts += f" (no verdict because of: {told})"
        rate = self.total / max(self.seconds, 1e-9)
        lines = [f"{self.total} verdicts: {counts}"]
        lines.append(f"{self.seconds:.1f} s on {workers} workers, {rate:.1f} a second")
        if self.engine.lean_cpu_seconds:
            share = self.engine.lean_cpu_seconds / (workers * self.seconds)
            lines[-1] += f"; Lean used {share:.0%} of that many cores"
        parts = {
            "from the cache": self.cached,
            "equal to another": self.duplicates,
            "tried again": self.retried,
            "workers replaced": self.engine.lost,
        }
        told = ", ".join(f"{count} {what}" for what, count in parts.items() if count)
        if told:
            lines.append(told)
        slow = ", ".join(f"{id} ({seconds:.1f} s)" for seconds, id in self.slowest[:3])
        if slow:
            lines.append(f"slowest: {slow}")
        return lines
