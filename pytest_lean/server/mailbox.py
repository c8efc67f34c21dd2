"""What a worker has said: the messages for its document, and the state of its life.

Promises: the state is one enum and changes in one place, :meth:`Mailbox.turn`, which knows what may
follow what; a message for an earlier version of the document is not taken for one of the current.
The reader thread delivers, any thread may wait on ``changed``.
"""

from __future__ import annotations

import enum
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from pytest_lean.server.deadline import Deadline
from pytest_lean.server.transport import PROGRESS, Json

# How many of Lean's messages about its progress are kept. That many of an earlier version would
# have to come late to hide one of this version.
_LAST_PROGRESS = 16


@dataclass
class Elaboration:
    """What Lean said about one version of the document, in LSP's own coordinates.

    ``barrier`` is the request whose answer ends it: that of an earlier version must not.
    ``progress`` are Lean's last messages about how far it is, this version's or an earlier one's,
    the newest last; ``info`` is its ``ileanInfoFinal``: what is declared where. Where further
    questions are dear, since the process is gone that could answer, ``complete`` asks for an
    ``info`` that has the places of whole declarations, also of a document with an error.
    """

    version: int
    barrier: int = -1
    diagnostics: list[Json] = field(default_factory=list)
    progress: list[Json] = field(default_factory=list)
    info: Json | None = None
    finished: bool = False
    complete: Callable[[Deadline], Json | None] | None = None

    def busy_place(self) -> tuple[int, int] | None:
        """Return the first place of the document that Lean has not finished, if it has told."""
        for report in reversed(self.progress):
            try:
                message = json.loads(report["unparsed"]) if "unparsed" in report else report
                params = message["params"]
                if params["textDocument"].get("version") == self.version:
                    starts = (part["range"]["start"] for part in params["processing"])
                    return min(((at["line"], at["character"]) for at in starts), default=None)
            except (ValueError, KeyError, TypeError):
                continue  # not what Lean sends
        return None


class State(enum.Enum):
    """Where a worker is in its life."""

    STARTING = "its process runs and has sent nothing yet"
    LOADING = "it has sent something, and has not answered for its first document"
    IDLE = "it has answered for its document"
    BUSY = "it elaborates its document"
    LOST = "its process has ended by itself, or sent what is not its protocol"
    CLOSED = "its server ended it"


# The states that may follow each state. Any other change is refused: a message that comes late
# from a lost worker does not make it a running one again.
_FOLLOWING = {
    State.STARTING: {State.LOADING, State.LOST, State.CLOSED},
    State.LOADING: {State.IDLE, State.BUSY, State.LOST, State.CLOSED},
    State.IDLE: {State.BUSY, State.LOST, State.CLOSED},
    State.BUSY: {State.IDLE, State.LOST, State.CLOSED},
    State.LOST: {State.CLOSED},
    State.CLOSED: set[State](),
}
ENDED = frozenset({State.LOST, State.CLOSED})


class Mailbox:
    """Where the reader thread leaves messages, callers wait for them, and the state changes.

    Attributes:
        state: what the messages so far say; :meth:`turn` alone changes it.
        last: the last state in which the worker could answer.
        end: why nothing more will come, once it is lost.
        loaded: when it had answered for its first document, on the monotonic clock.
    """

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.state = self.last = State.STARTING
        self.current = Elaboration(version=0)
        self.replies: dict[int, Json] = {}
        self.awaited: set[int] = set()
        self.first_barrier = -1
        self.loaded: float | None = None
        self.end = "the process ended"

    def turn(self, state: State) -> bool:
        """Change the state, if ``state`` may follow it; return whether it did.

        To be called with ``changed`` held, and followed by a notification of those who wait.
        """
        if state not in _FOLLOWING[self.state]:
            return False
        self.state = state
        if state not in ENDED:
            self.last = state
        return True

    def deliver(self, message: Json) -> None:
        """Take a message of the worker's; what is of no use is left out."""
        method = message.get("method")
        with self.changed:
            if self.state is State.STARTING:
                self.turn(State.LOADING)
            if method is None:
                self._reply(message)
            elif method == "textDocument/publishDiagnostics":
                self._diagnostics(message["params"])
            elif method == "$/lean/ileanInfoFinal":
                params = message["params"]
                if params["version"] == self.current.version:
                    self.current.info = params
            elif method == PROGRESS:
                self.current.progress.append(message)
                del self.current.progress[:-_LAST_PROGRESS]
            # A method with an id is a request of the worker's; none of those needs a reply.

    def lose(self, reason: str) -> None:
        """Note that nothing more will come."""
        with self.changed:
            if self.turn(State.LOST):
                self.end = reason
            self.changed.notify_all()

    def edit(self, version: int) -> None:
        """Note that the document has changed to ``version``; it has no barrier yet."""
        with self.changed:
            self.current = Elaboration(version=version)
            if self.state is State.IDLE:
                self.turn(State.BUSY)

    def _reply(self, message: Json) -> None:
        request = message.get("id")
        if request == self.first_barrier:
            self.loaded = time.monotonic()
            if self.state is State.LOADING:
                self.turn(State.BUSY)
        if request == self.current.barrier and "error" in message:
            self.lose(f"what came is not its protocol: {message['error']}")
        elif request == self.current.barrier:
            self.current.finished = True
            self.turn(State.IDLE)
        elif request in self.awaited:
            self.replies[request] = message
        else:
            return
        self.changed.notify_all()

    def _diagnostics(self, params: Json) -> None:
        if params.get("version") != self.current.version:
            return
        if not params.get("isIncremental", False):
            self.current.diagnostics.clear()
        self.current.diagnostics.extend(params["diagnostics"])
