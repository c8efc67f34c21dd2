"""A server's worker that elaborates each document in a process of its own.

It has what the rest of the engine needs of a :class:`~pytest_lean.server.worker.Worker`. The
whole document is elaborated each time, what a command continues included: so no answer rests
on what an earlier text left behind, not even one of the same test. A runaway is killed at its
deadline and takes nothing with it; the next document finds the lane as warm as before.
"""

from __future__ import annotations

import functools
import json
import time
from collections.abc import Callable
from typing import Any

from pytest_lean.errors import LeanCrashError, LeanMemoryError
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.declarations import is_internal
from pytest_lean.server.lane.dialogue import Dialogue
from pytest_lean.server.lane.lane import Lane
from pytest_lean.server.mailbox import Elaboration
from pytest_lean.server.transport import Json


class FreshWorker:
    """The worker of one header.

    Args:
        lane: where documents are elaborated; it is another's to close.
        text: the first document; its imports are loaded when it is first used.
    """

    def __init__(self, lane: Lane, text: str) -> None:
        self._lane = lane
        self._dialogue: Dialogue | None = None
        self._version = 0
        self._is_closed = False
        self._asked_about = text
        self._load_seconds: float | None = None
        # Nothing is kept of a document, so nothing of it can be reused for the next.
        self.text = ""
        self.compared: set[str] = set()
        self.answered: str | None = None
        self.stays = True
        self.peak_mb = 0.0
        self.held = ""
        lane.start()

    @property
    def pid(self) -> int:
        """The process id of the warm process, whose children elaborate; 0 if there is none."""
        return self._lane.pid or 0

    @property
    def load_seconds(self) -> float | None:
        """What the first document took, in seconds; None until it is answered."""
        return self._load_seconds

    def is_alive(self) -> bool:
        """Return whether the next document can be elaborated."""
        return not self._is_closed and self._lane.is_alive()

    def elaborate(
        self,
        text: str,
        deadline: Deadline,
        cut: int | None = None,
        meanwhile: Callable[[], object] | None = None,
    ) -> Elaboration:
        """Elaborate ``text`` in a fresh process and return what Lean says about all of it.

        Args:
            text: the document.
            deadline: when to end it.
            cut: without effect, since there is no old document.
            meanwhile: is not called: what it would do is done when it is needed.

        Raises:
            LeanTimeoutError, LeanMemoryError, LeanCrashError: there is no answer.
        """
        self._end_dialogue()
        self._asked_about, self.answered, self.peak_mb = text, None, 0.0
        started = time.monotonic()
        found = self._lane.elaborate(text, deadline)
        if self._load_seconds is None:
            self._load_seconds = time.monotonic() - started
        self.peak_mb, self.held = found.peak_mb, str(found.held)
        self.answered = text
        self._version += 1
        return Elaboration(
            version=self._version,
            diagnostics=found.diagnostics,
            info=found.info,
            finished=True,
            complete=functools.partial(self._complete, found.info),
        )

    def ask_at(self, method: str, line: int, character: int, deadline: Deadline) -> Any:
        """Send a request about a place in the document; return its result, None if none."""
        return self.ask(method, {"position": {"line": line, "character": character}}, deadline)

    def ask(self, method: str, params: Json, deadline: Deadline) -> Any:
        """Send a request about the document; return its result, None if there is none."""
        return self._talk(deadline).ask(method, params, deadline)

    def rest(self) -> None:
        """Have what could be asked about the document ended: the next one finds a child ready."""
        if self._dialogue is not None:
            self._dialogue.stop()

    def wake(self) -> None:
        """Make whoever waits look at its deadline again."""
        self._lane.wake()

    def drop(self, text: str, grace: float) -> bool:
        """Return whether the lane is idle again: what ran was killed at its deadline."""
        self._end_dialogue()
        return self.is_alive()

    def close(self) -> None:
        """End what runs."""
        self._is_closed = True
        self._end_dialogue()

    def exit_code(self) -> int | None:
        """Return None: a process that elaborated says itself how it ended."""
        return None

    def busy_place(self) -> tuple[int, int] | None:
        """Return None: ``lean`` does not tell where it is."""
        return None

    def stderr_tail(self) -> str:
        """Return nothing: the error of a process has what that wrote."""
        return ""

    def death(self) -> LeanCrashError | LeanMemoryError:
        """Return the exception that says that it was closed."""
        return LeanCrashError("the lane was closed", cause="killed")

    def _complete(self, info: Json | None, deadline: Deadline) -> Json | None:
        """Return the index of the last document with the places of whole declarations.

        Lean writes none of a document with an error.
        """
        return self._talk(deadline).info if info is None or _lacks_places(info) else info

    def _talk(self, deadline: Deadline) -> Dialogue:
        if self._dialogue is None or not self._dialogue.is_open:
            self._end_dialogue()
            self._dialogue = Dialogue(self._lane, self._asked_about, deadline)
        return self._dialogue

    def _end_dialogue(self) -> None:
        dialogue, self._dialogue = self._dialogue, None
        if dialogue is not None:
            dialogue.close()


def _lacks_places(info: Json) -> bool:
    """Return whether a declaration is there whose place is not.

    ``lean -i`` tells the places of those that refer to another constant, a server also of those
    that refer to a variable of their own.
    """
    for key, reference in info["references"].items():
        definition = reference["definition"]
        name = json.loads(key).get("c", {}).get("n")
        if definition is None or name is None or name in info["decls"]:
            continue
        if len(definition) < 5 and not is_internal(name):
            return True
    return False
