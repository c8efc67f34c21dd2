"""Waiting for what another thread or process does, with a deadline."""

from __future__ import annotations

import time
from collections.abc import Callable

_SECONDS = 60.0


def wait_until(holds: Callable[[], bool]) -> None:
    """Return when ``holds()`` is true; fail the test if it is not within a generous deadline."""
    deadline = time.monotonic() + _SECONDS
    while not holds():
        assert time.monotonic() < deadline, f"{holds} did not come to hold in {_SECONDS:g} s"
        time.sleep(0.01)
