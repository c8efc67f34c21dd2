"""A point in time after which nobody waits any longer.

Counted on the monotonic clock, so that a change of the wall clock moves nothing.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator

from pytest_lean.errors import LeanTimeoutError

# Python handles a signal that comes just before a wait begins only when the wait has ended. So no
# wait is longer than this, in seconds.
_LONGEST_WAIT = 0.2


class Deadline:
    """``seconds`` from now; None means never.

    One deadline travels with a command through everything that it waits for: the queue,
    the start of a worker, the replay of its environment, the elaboration.
    """

    def __init__(self, seconds: float | None) -> None:
        self.started = time.monotonic()
        self._end = None if seconds is None else self.started + seconds
        self.cancelled = False

    @property
    def elapsed(self) -> float:
        """Seconds since the deadline was made."""
        return time.monotonic() - self.started

    @property
    def expired(self) -> bool:
        """True once the time is over or the command was cancelled."""
        remaining = self.remaining
        return remaining is not None and remaining <= 0

    @property
    def remaining(self) -> float | None:
        """Seconds left, never below 0; None if there is no end."""
        if self.cancelled:
            return 0.0
        return None if self._end is None else max(0.0, self._end - time.monotonic())

    @property
    def next_look(self) -> float:
        """Seconds that one wait may last, so that Ctrl-C is handled soon."""
        remaining = self.remaining
        return _LONGEST_WAIT if remaining is None else min(_LONGEST_WAIT, remaining)

    def cancel(self) -> None:
        """Let it expire now. Whoever waits has to be woken by the caller."""
        self.cancelled = True


class Turn:
    """Callers hold it one after the other, in the order in which they came, within their deadlines.

    Unlike a lock's, its state is right whenever an interrupt comes.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        # The first ticket is that of the caller who holds the turn; the others wait behind it.
        self._queue: list[object] = []

    def is_taken(self) -> bool:
        """Return whether somebody holds the turn."""
        return bool(self._queue)

    @contextlib.contextmanager
    def take(self, deadline: Deadline, command: str | None = None) -> Iterator[None]:
        """Hold the turn for the body.

        Raises:
            LeanTimeoutError: if the turn did not come before ``deadline``.
        """
        ticket = object()
        try:
            with self._changed:
                self._queue.append(ticket)
                while self._queue[0] is not ticket and not deadline.expired:
                    self._changed.wait(deadline.next_look)
            if deadline.expired:
                raise LeanTimeoutError(
                    f"the command waited {deadline.elapsed:.2f} s for its turn and was not started",
                    command=command,
                    elapsed=deadline.elapsed,
                )
            yield
        finally:
            # An interrupt may have come before the ticket was in the queue.
            with contextlib.suppress(ValueError):
                self._queue.remove(ticket)
            with self._changed:
                self._changed.notify_all()
