"""A text for Lean that is put together from lines of ours and pieces that a user wrote.

Promises: what Lean says of a user's piece is told as if the piece had been elaborated alone.
What the lines ask, and which answers are trusted, is :mod:`pytest_lean.testing.questions`.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

from pytest_lean.messages import CommandResponse, Message, Pos

# So that no term runs into what stands behind it.
_BARRIER = "/-! -/"
_NEXT_TOKEN = re.compile(r"^unexpected token '[^']*'")
# So begins what Lean traces, if a text has left an option of `trace` on.
_TRACE = re.compile(r"\A\s*\[[A-Za-z][\w.]*\](?:\s|\Z)")
# With these Lean prints a term as it does where no text has set an option of `pp`.
USUAL_NOTATION = (
    "pp.all false",
    "pp.explicit false",
    "pp.natLit false",
    "pp.coercions true",
    "pp.numericTypes false",
    "pp.analyze false",
    "pp.exprSizes false",
)
# A text may have made errors of the warnings that a question can give.
_CALM = "set_option warningAsError false"


@dataclass(frozen=True)
class _Piece:
    """What a user wrote, in a script: its label, its text, and the line before its first."""

    label: str
    text: str
    above: int

    @property
    def lines(self) -> int:
        return self.text.count("\n") + 1


def answers(response: CommandResponse) -> list[Message]:
    """Return what Lean answers in ``response``, without what it traces."""
    return [message for message in response.infos if _TRACE.match(message.data) is None]


def said_on(response: CommandResponse) -> dict[int, str]:
    """Return what Lean answers on each line of what was asked in ``response``."""
    return {message.start_pos.line: message.data for message in answers(response)}


class Script:
    """A text for Lean, line by line, that knows which of its lines a user wrote."""

    def __init__(self, *lines: str) -> None:
        self._lines: list[str] = [part for line in (_CALM, *lines) for part in line.split("\n")]
        self._pieces: list[_Piece] = []

    def __str__(self) -> str:
        return "\n".join(self._lines)

    @property
    def last(self) -> int:
        """The number of the last line."""
        return len(self._lines)

    def line(self, text: str) -> int:
        """Add a line of our own; return its number."""
        self._lines.append(text)
        return len(self._lines)

    def term(self, before: str, label: str, term: str) -> int:
        """Add ``before`` and, on lines of its own, a user's term; return the number of its line."""
        at = self.line(before)
        self._pieces.append(_Piece(label, term, at))
        self._lines += term.split("\n")
        self._lines.append(_BARRIER)
        return at

    def of_a_piece(self, response: CommandResponse) -> CommandResponse:
        """Return ``response`` as if the piece in which its first error lies had been run alone."""
        errors = response.errors or response.messages
        if not errors or not self._pieces:
            return response
        line = errors[0].start_pos.line
        piece = next(
            (candidate for candidate in self._pieces if line <= candidate.above + candidate.lines),
            self._pieces[-1],
        )
        last = Pos(piece.lines, len(piece.text.rpartition("\n")[2]))

        def moved(pos: Pos) -> Pos:
            inside = Pos(pos.line - piece.above, pos.column)
            return min(max(inside, Pos(1, 0)), last)

        def alone(message: Message) -> Message:
            data = message.data
            if moved(message.start_pos) == last:  # what stands there is ours
                data = _NEXT_TOKEN.sub("unexpected end of input", data)
            start, end = moved(message.start_pos), moved(message.end_pos)
            return dataclasses.replace(message, data=data, start_pos=start, end_pos=end)

        messages = tuple(
            alone(message)
            for message in response.messages
            if piece.above <= message.start_pos.line <= piece.above + piece.lines
        )
        if not messages:
            return response
        return dataclasses.replace(
            response, messages=messages, text=piece.text, path=f"<{piece.label}>"
        )
