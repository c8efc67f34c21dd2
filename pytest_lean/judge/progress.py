"""How far a run is, on standard error: how many verdicts, how fast, and how long it may take."""

from __future__ import annotations

import sys
import time

from pytest_lean.judge.records import Reading
from pytest_lean.judge.tally import Tally

_SECONDS_ON_A_TERMINAL, _SECONDS_ELSEWHERE = 0.5, 10.0


class Progress:
    """Tells now and then how far a run is.

    Args:
        tally: what came of it so far.
        reading: how far the proofs are read.
        size: of the file of proofs in bytes; None if that is not known.
        quiet: whether nothing is told.
    """

    def __init__(
        self, tally: Tally, reading: Reading, size: int | None, *, quiet: bool = False
    ) -> None:
        self._tally = tally
        self._reading = reading
        self._size = size
        self._is_terminal = sys.stderr.isatty()
        self._told_at = time.monotonic()
        self._width = 0
        self._quiet = quiet

    def tick(self) -> None:
        """Tell, if the last time is long enough ago."""
        pause = _SECONDS_ON_A_TERMINAL if self._is_terminal else _SECONDS_ELSEWHERE
        if not self._quiet and time.monotonic() - self._told_at >= pause:
            self._told_at = time.monotonic()
            self._tell(self.line())

    def end(self) -> None:
        """Take the line away."""
        if self._width:
            self._tell("")
            sys.stderr.write("\r")

    def line(self) -> str:
        """Return what there is to tell."""
        tally, reading = self._tally, self._reading
        rate = tally.total / max(tally.seconds, 1e-9)
        total = reading.done + tally.total
        counts = ", ".join(f"{count} {verdict}" for verdict, count in tally.verdicts.items())
        text = f"{total} verdicts ({counts or 'none yet'}), {rate:.1f} a second"
        if self._size and reading.bytes and rate:
            # What was read tells how long the rest is.
            all_lines = reading.lines * self._size / reading.bytes
            left = max(0.0, all_lines - total) / rate
            text += f", about {_duration(left)} left"
        return text

    def _tell(self, text: str) -> None:
        if self._is_terminal:
            sys.stderr.write(f"\r{text.ljust(self._width)}")
            self._width = len(text)
        else:
            sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
