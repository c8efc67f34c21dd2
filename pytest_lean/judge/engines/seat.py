"""What one worker has been given, and what it has loaded: the same for every engine."""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, field

from pytest_lean.judge.work import Work

# A worker has one proof that it examines and one that waits, so that it never waits for the driver.
DEPTH = 2
# As many as a server keeps warm.
_HEADERS = 2


@dataclass
class Seat:
    """The work of one worker, in the order in which it was given.

    Attributes:
        waiting: the work, what is examined first.
        headers: the imports of the last work, which are loaded there.
    """

    waiting: deque[tuple[int, Work]] = field(default_factory=deque)
    headers: OrderedDict[tuple[str, ...], None] = field(default_factory=OrderedDict)

    @property
    def room(self) -> int:
        """How much more work it wants."""
        return DEPTH - len(self.waiting)

    def give(self, number: int, work: Work, header: tuple[str, ...]) -> None:
        """Note that it was given work, and what that imports."""
        self.waiting.append((number, work))
        if header in self.headers:
            self.headers.move_to_end(header)
            return
        self.headers[header] = None
        if len(self.headers) > _HEADERS:
            self.headers.popitem(last=False)
