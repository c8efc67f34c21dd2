"""How a page writes numbers, durations and moments."""

from __future__ import annotations

import time


def count(number: int) -> str:
    """Return a whole number with thousands separators."""
    return f"{number:,}"


def plural(number: int, noun: str) -> str:
    """Return ``1 test`` or ``2,000 tests``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def duration(seconds: float) -> str:
    """Return seconds in a unit that suits them: ``3.1 ms``, ``0.42 s``, ``12 min 5 s``."""
    if seconds < 0.0995:
        return f"{seconds * 1000:.0f} ms" if seconds >= 0.00995 else f"{seconds * 1000:.1f} ms"
    if seconds < 59.95:
        return f"{seconds:.2f} s" if seconds < 9.995 else f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"


def memory(mebibytes: float) -> str:
    """Return an amount of memory."""
    return f"{mebibytes / 1024:.1f} GiB" if mebibytes >= 1024 else f"{mebibytes:.0f} MiB"


def share(part: float, whole: float) -> str:
    """Return a share in per cent."""
    if whole <= 0:
        return "0 %"
    percent = 100 * part / whole
    return "below 1 %" if 0 < percent < 1 else f"{percent:.0f} %"


def moment(since_1970: float) -> str:
    """Return a moment as the machine's clock shows it."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(since_1970))
