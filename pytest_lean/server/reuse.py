"""What Lean may keep of the text that a worker elaborated before.

Lean keeps every command up to the first one that changed, and it also keeps parts *inside* that one
(members of ``mutual``, tactic steps). Keeping parts is not always right: a false theorem can pass
(lean4#8223). So Lean is never given the occasion: each text is elaborated from scratch behind the
commands that it continues, because the numbers in its barriers differ from those of the text before
(:mod:`pytest_lean.server.document`). There is one exception, for texts that begin alike and take
long: whole commands are kept, and the old text is cut off at the beginning of the first other one
before the new text is given to Lean.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pytest_lean.errors import LeanServerError
from pytest_lean.language.positions import common_prefix
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.document import Document
from pytest_lean.server.mailbox import Elaboration
from pytest_lean.server.transport import Json
from pytest_lean.server.worker import Worker

# Asking Lean where the commands of a text begin takes some milliseconds: below this, in seconds,
# elaborating all of it again is as fast.
WORTH_SECONDS = 0.05

# A text that mentions one of these can change how Lean reads what follows, or Lean's options.
_CHANGES_READING = re.compile(
    r"syntax|macro|elab|notation|infix|prefix|postfix|quot|run_|pars|init|internal"
    r"|Elab|Meta|Core|Syntax|\bLean\b"
)
# The beginning of a command, up to the end of the keyword that says which command it is.
_KEYWORD = re.compile(r"@?[\[\w]+[^\w]")


def elaborate(
    worker: Worker, document: Document, deadline: Deadline, tail: str = ""
) -> Elaboration:
    """Elaborate ``document``, and ``tail`` behind it, without keeping part of a command.

    Raises:
        LeanTimeoutError, LeanCrashError, LeanMemoryError: as :meth:`Worker.elaborate` does.
    """
    cut = document.cut(worker.text)
    return worker.elaborate(document.text + tail, deadline, cut, document.read_ahead)


def compares(worker: Worker, document: Document, deadline: Deadline) -> bool:
    """Return whether Lean will see where ``document`` differs from what the worker has.

    With ``internal.cmdlineSnapshots`` Lean forgets the syntax of commands, and then takes a changed
    command for the one it had: a text would get the answer of the one before it. A text can set
    that option in many ways, so Lean is asked whether it still knows the barrier at that place.
    """
    old, start = worker.text, document.divergence(worker.text)
    beginning = document.text[:start]
    if beginning in worker.compared or not old[start:].strip():
        return True
    if start == len(document.base):  # only configured options stand before it
        known = "internal" not in document.base
    elif not document.has_listed_barriers:
        known = _CHANGES_READING.search(beginning) is None
    else:
        line = old.count("\n", 0, start)
        try:
            ranges: list[Json] = worker.ask("textDocument/foldingRange", {}, deadline) or []
        except LeanServerError:
            return False
        known = any(
            folding["startLine"] == line and folding.get("kind") == "comment" for folding in ranges
        )
    if known:
        worker.compared.add(beginning)
    return known


@dataclass(frozen=True)
class _Last:
    """A text that was slow and has no error, so that the next may keep its beginning.

    ``seconds`` is what it took from scratch.
    """

    worker: Worker
    document: Document
    seconds: float


class Beginnings:
    """Lets a text keep whole commands of the one before it, if both begin alike.

    Args:
        enabled: without it each text is elaborated from scratch.
    """

    def __init__(self, enabled: bool) -> None:
        self._enabled = enabled
        self._last: _Last | None = None

    def elaborate(
        self, worker: Worker, document: Document, deadline: Deadline
    ) -> tuple[Document, Elaboration]:
        """Elaborate ``document``; return it as it was given to Lean, and what came of it.

        Raises:
            LeanTimeoutError, LeanCrashError, LeanMemoryError: as :meth:`Worker.elaborate` does.
        """
        last, self._last = self._last, None
        kept = 0 if last is None else _kept(last, worker, document, deadline)
        if last is not None and kept:
            document = document.keeping(last.document.source, kept)
        started = time.monotonic()
        elaboration = elaborate(worker, document, deadline)
        seconds = time.monotonic() - started
        if last is not None and kept:
            seconds = max(seconds, last.seconds)
        if self._enabled and seconds >= WORTH_SECONDS and not _has_error(elaboration):
            if not _CHANGES_READING.search(document.text):
                self._last = _Last(worker, document, seconds)
        return document, elaboration


def _kept(last: _Last, worker: Worker, document: Document, deadline: Deadline) -> int:
    """Return how many characters of the command's body are whole commands that Lean may keep."""
    old, new = last.document, document
    old_body, body = old.source.line_ended_body, new.source.line_ended_body
    if (
        worker is not last.worker
        or old.prefix != new.prefix
        or old.source.preface != new.source.preface
        or old_body == body  # files and clocks may have changed: all of it is run again
        or not worker.text.startswith(old.text)
        or _CHANGES_READING.search(body)
    ):
        return 0
    may_begin = _line_beginnings(old_body, common_prefix(old_body, body))
    if not may_begin:  # Lean's list has the whole document in it, what the text continues as well
        return 0
    first = worker.text.count("\n", 0, len(old.text) - len(old_body))
    symbols: list[Json] = worker.ask("textDocument/documentSymbol", {}, deadline) or []
    begun = {line - first for line, character in _starts(symbols) if character == 0}
    return max((may_begin[line] for line in begun & may_begin.keys()), default=0)


def _line_beginnings(body: str, end: int) -> dict[int, int]:
    """Return the lines of ``body``, but its first, at whose beginning a command may begin.

    Args:
        body: a text.
        end: where the keyword of a command has to end at the latest.

    Returns:
        The offset at which each begins, by its number; the first line is 0.
    """
    found, number = dict[int, int](), 0
    start = body.find("\n", 0, end) + 1
    while start:
        number += 1
        keyword = _KEYWORD.match(body, start)
        if keyword is not None and keyword.end() <= end:
            found[number] = start
        start = body.find("\n", start, end) + 1
    return found


def _starts(symbols: Iterable[Json]) -> Iterator[tuple[int, int]]:
    """Yield where the commands begin that Lean lists as a document's symbols."""
    for symbol in symbols:
        start = symbol["range"]["start"]
        yield start["line"], start["character"]
        yield from _starts(symbol.get("children") or [])


def _has_error(elaboration: Elaboration) -> bool:
    return any(diagnostic.get("severity", 1) == 1 for diagnostic in elaboration.diagnostics)
