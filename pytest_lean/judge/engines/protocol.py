"""What a run needs of an engine."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from pytest_lean.judge.answer import Answer
from pytest_lean.judge.proof import Cause
from pytest_lean.judge.work import Work


class Reply(NamedTuple):
    """What became of one piece of work.

    Attributes:
        number: that of the work.
        answer: what it came to; None if the process that had it was lost.
        cause: why it was lost.
        reason: the same, for a reader.
    """

    number: int
    answer: Answer | None
    cause: Cause | None = None
    reason: str = ""


@dataclass
class EngineStats:
    """What an engine used.

    Attributes:
        workers: how many processes, or actors, it has.
        lost: how many of them ended before their time and were replaced.
        lean_cpu_seconds: CPU time of Lean, as far as it was told.
    """

    workers: int = 0
    lost: int = 0
    lean_cpu_seconds: float = 0.0


class Engine(Protocol):
    """Runs work on several workers at once. One thread uses it, but for :meth:`wake`."""

    stats: EngineStats

    def start(self) -> None:
        """Start the workers."""

    def room(self) -> int:
        """Return whether it wants more work now, as a number above 0."""

    def headers_wanted(self) -> Collection[tuple[str, ...]]:
        """Return the headers that are loaded where the next work goes, if there is room."""

    def submit(self, number: int, work: Work, header: tuple[str, ...]) -> None:
        """Take work, and what it imports; :meth:`room` has to be above 0."""

    def cancel(self, number: int) -> None:
        """End a piece of work soon; there will be a reply all the same."""

    def wait(self, seconds: float) -> list[Reply]:
        """Return what is done; wait for something to be so, or to be woken, but not longer.

        Raises:
            LeanError: no worker can be had.
        """

    def wake(self) -> None:
        """End a wait, from another thread."""

    def close(self) -> None:
        """End all workers, whatever they do."""
