"""What a run of the judge came to, kept for a page, in memory that does not grow.

Promises: counts are exact; of reasons, of the slowest, and of what has no verdict so many are kept
as a reader would look at, and how many were left out is known.
"""

from __future__ import annotations

import heapq
import re
import time
from collections import Counter
from collections.abc import Mapping
from typing import Any

from pytest_lean.errors import shorten
from pytest_lean.report.judge_page import JudgeData, Kept, Reason

_SLOWEST = 20
_MOST_REASONS = 1000
_MOST_NONE = 300
_MOST_MESSAGES, _MOST_CHARACTERS = 5, 2000
_EXAMPLES = 5
_MOST_LOST = 100  # moments
# The rate is counted in so many spans at most; when they are full, two become one.
_MOST_SPANS, _MOST_SHOWN_SPANS = 240, 80
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Account:
    """Takes verdicts in, as they stand in the file of verdicts.

    Args:
        title: what is judged.
        command: how the command was called.
    """

    def __init__(self, title: str, command: str) -> None:
        self._data = JudgeData(title, command, time.time())
        self._began = time.monotonic()
        self._reasons: dict[tuple[str, str], Reason] = {}
        self._slowest: list[tuple[float, int, str, str]] = []
        self._span = 0.25
        self._rate: Counter[int] = Counter()
        self._number = 0

    def earlier(self, row: Mapping[str, Any]) -> None:
        """Count a verdict that an earlier run has left."""
        self._data.earlier += 1
        self._count(row)

    def add(self, row: Mapping[str, Any]) -> None:
        """Count a verdict that was reached now."""
        self._data.now += 1
        self._rate[int(self._seconds() / self._span)] += 1
        if max(self._rate) >= _MOST_SPANS:
            self._widen()
        self._count(row)

    def lost(self, count: int) -> None:
        """Note how many workers were replaced so far."""
        if count > self._data.lost_in_all:
            if len(self._data.lost) < _MOST_LOST:
                self._data.lost.append(self._seconds())
            self._data.lost_in_all = count

    def end(self, *, lean: str, workers: int, cpu_seconds: float, ended: str) -> JudgeData:
        """Return all of it.

        Args:
            lean: what the Lean is called.
            workers: how many there were.
            cpu_seconds: CPU time of Lean.
            ended: why the run did not come to its end; empty if it did.
        """
        data = self._data
        data.seconds = self._seconds()
        data.lean, data.workers, data.lean_cpu_seconds, data.ended = (
            lean,
            workers,
            cpu_seconds,
            ended,
        )
        while data.seconds / self._span > _MOST_SHOWN_SPANS:
            self._widen()
        spans = range(int(data.seconds / self._span) + 1)
        data.rate = [(self._span * span, self._rate[span] / self._span) for span in spans]
        data.reasons = sorted(self._reasons.values(), key=lambda reason: reason.count, reverse=True)
        slowest = sorted(self._slowest, reverse=True)
        data.slowest = [(seconds, id, verdict) for seconds, _, id, verdict in slowest]
        return data

    def _count(self, row: Mapping[str, Any]) -> None:
        data, verdict = self._data, str(row["verdict"])
        data.verdicts[verdict] += 1
        if row.get("cause"):
            data.causes[str(row["cause"])] += 1
        if verdict in ("proved", "rejected"):
            data.trust[str(row.get("trust"))] += 1
        data.cached += bool(row.get("cached"))
        data.retried += int(row.get("attempts") or 0) > 1
        self._count_reason(row, verdict)
        self._count_time(row, verdict)
        if verdict == "none":
            self._keep(row)

    def _count_reason(self, row: Mapping[str, Any], verdict: str) -> None:
        if verdict not in ("rejected", "none"):
            return
        first = str(row.get("reason") or row.get("cause") or "no reason").partition("\n")[0]
        text = shorten(first)
        key = verdict, _NUMBER.sub("0", text)  # places and seconds make no other reason
        if key not in self._reasons:
            if len(self._reasons) >= _MOST_REASONS:
                self._data.other_reasons += 1
                return
            self._reasons[key] = Reason(verdict, text)
        reason = self._reasons[key]
        reason.count += 1
        if len(reason.examples) < _EXAMPLES:
            reason.examples.append(_name(row))

    def _count_time(self, row: Mapping[str, Any], verdict: str) -> None:
        seconds = float(row.get("seconds") or 0)
        if row.get("cached") or not seconds:
            return
        self._number += 1
        entry = (seconds, -self._number, _name(row), verdict)
        if len(self._slowest) < _SLOWEST:
            heapq.heappush(self._slowest, entry)
        else:
            heapq.heappushpop(self._slowest, entry)

    def _keep(self, row: Mapping[str, Any]) -> None:
        if len(self._data.none) >= _MOST_NONE:
            self._data.none_left_out += 1
            return
        messages = [
            f"{message['line']}:{message['column']} {message['severity']}: {message['data']}"
            for message in (row.get("messages") or ())[:_MOST_MESSAGES]
        ]
        words = shorten("\n".join(messages), _MOST_CHARACTERS)
        reason = shorten(str(row.get("reason") or ""), _MOST_CHARACTERS)
        cause = str(row.get("cause") or "none")
        kept = Kept(_name(row), cause, reason, words, float(row.get("seconds") or 0))
        self._data.none.append(kept)

    def _widen(self) -> None:
        """Make one span of each two."""
        self._span *= 2
        wider: Counter[int] = Counter()
        for span, number in self._rate.items():
            wider[span // 2] += number
        self._rate = wider

    def _seconds(self) -> float:
        return time.monotonic() - self._began


def _name(row: Mapping[str, Any]) -> str:
    name = f"line {row.get('line')}" if row.get("id") is None else str(row["id"])
    return shorten(name, 200)
