"""A point in time after which nobody waits any longer.

Counted on the monotonic clock, so that a change of the wall clock moves nothing.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator

from pytest_lean.errors import LeanTimeoutError

# A signal that comes just before a wait begins does not end it (Python sees it afterwards).
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
        """Seconds that one wait may last: Ctrl-C is never lost for longer than that."""
        remaining = self.remaining
        return _LONGEST_WAIT if remaining is None else min(_LONGEST_WAIT, remaining)

    def cancel(self) -> None:
        """Let it expire now. Whoever waits has to be woken by the caller."""
        self.cancelled = True


class Turn:
    """What callers hold one after the other, first come first served, none past its deadline.

    Unlike a lock's, its state is right whenever an interrupt comes.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        # Who holds the turn stands first, who waits for it behind.
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
            with contextlib.suppress(ValueError):  # interrupted before it stood there
                self._queue.remove(ticket)
            with self._changed:
                self._changed.notify_all()
