"""What each declaration of a text costs, in thousands of heartbeats.

Promises: each is measured as :func:`pytest_lean.heartbeats` measures a text, behind all that
stands above it, serially. Costs that were committed are confirmed without measuring: Lean
elaborates the text once, with a limit at each declaration; only what passes its limit is measured.

A line belongs to a command of the text that declares something by name, and has the name that
stands first in it: a ``mutual`` block, or a function with local ones in a ``where``, is one
declaration here. An ``example`` has no name, and what stands under a ``#guard_msgs`` none that
stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pytest_lean.language.commands import SourceCommand, read_commands
from pytest_lean.language.syntax import code
from pytest_lean.messages import CommandResponse, Declaration
from pytest_lean.public import public
from pytest_lean.testing.assertions.cost import MOST, OPTION, needed, passed, passed_limit
from pytest_lean.testing.cost_table import RESOLUTION, CostChange, CostTable, allowed
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.render import Failure, said
from pytest_lean.testing.subject import Subject, Text, text_of

_OWN_LIMIT = re.compile(rf"(?<=\b{OPTION} )\s*\d+")
_INSIDE = frozenset(("constructor", "field"))


@dataclass(frozen=True)
class _Piece:
    """A command that declares something: the name of that, and where it stands in the text."""

    name: str
    start: int
    end: int
    line: int


@public
class Costs:
    """What the declarations of a text cost; :meth:`Lean.costs` makes one.

    ``lean.baseline(name, costs)`` holds them against a committed file.
    """

    def __init__(self, lean: Subject, text: Text) -> None:
        self._lean = lean
        self._text = text_of(text)
        response = lean.run_on(self._text, lean.env, parallel=False)
        if response.errors:
            headline = "Lean does not accept the text, so nothing can be said of its cost"
            raise LeanRejection(Failure(headline, said(response, response.errors)), response)
        self._pieces = tuple(_pieces(self._text, response.declarations))

    @property
    def lean(self) -> str:
        """The version of the Lean that they are measured with."""
        return ".".join(map(str, self._lean.server.toolchain.version))

    @property
    def names(self) -> tuple[str, ...]:
        """The full names of the declarations, in the order of the text."""
        return tuple(piece.name for piece in self._pieces)

    @cached_property
    def measured(self) -> Mapping[str, int]:
        """The costs by full name, in thousands of heartbeats; each is found by bisection.

        Raises:
            LeanRejection: a declaration is not accepted by itself, behind what stands above it.
        """
        return self.near({})

    def near(self, before: Mapping[str, int]) -> Mapping[str, int]:
        """Return the costs, and for those that are known as exactly as can be told, what is known.

        Args:
            before: costs by full name, as they were measured at another time.

        Raises:
            LeanRejection: as for :attr:`measured`.
        """
        return {
            piece.name: self._cost(piece, env, before.get(piece.name))
            for piece, env in zip(self._pieces, self._environments(), strict=True)
        }

    def changes(self, before: Mapping[str, int], tolerance: float) -> list[CostChange]:
        """Return how they differ from what was committed, by more than is tolerated.

        What became cheaper is no difference.

        Args:
            before: the committed costs by full name.
            tolerance: by which share a declaration may take more.

        Raises:
            LeanRejection: Lean accepts the text only without limits.
        """
        known = {name: allowed(before[name], tolerance) for name in self.names if name in before}
        over = self._over(known)
        found = []
        for piece in self._pieces:
            if piece.name in over or piece.name not in known:
                after = over.get(piece.name) or self._cost(piece, self._above(piece), None)
                found.append(CostChange(piece.name, before.get(piece.name), after, piece.line))
        gone = sorted(before.keys() - known.keys())
        return [*found, *(CostChange(name, before[name], None) for name in gone)]

    def table(self, before: Mapping[str, int]) -> CostTable:
        """Return the costs as a table of one text.

        Args:
            before: as for :meth:`near`.
        """
        return CostTable(self.lean, {"": self.near(before)})

    def _over(self, limits: Mapping[str, int]) -> dict[str, int]:
        """Return what takes more than its limit, and how much it takes.

        What Lean refused may have made a later declaration fail, or cost less; so what stands
        first is measured, and all others are looked at again without a limit for it.
        """
        limits, found = dict(limits), dict[str, int]()
        while refused := self._refused(limits):
            for piece in refused:
                cost = self._cost(piece, self._above(piece), None)
                if cost > limits[piece.name]:
                    found[piece.name] = cost
                limits[piece.name] = MOST
        return found

    def _refused(self, limits: Mapping[str, int]) -> list[_Piece]:
        """Return whose limit is passed first, in one elaboration of the text; empty if none is.

        What Lean makes of a definition when a later proof asks for it, such as its equations, is
        under the limit of the definition. So the limit that was passed says whose it is, and is
        that of several declarations if they have the same.
        """
        text, starts = "", list[int]()
        at = 0
        for piece in self._pieces:
            text += self._text[at : piece.start]
            starts.append(len(text))
            text += self._limited(piece, limits.get(piece.name, MOST))
            at = piece.end
        text += self._text[at:]
        response = self._lean.run_on(text, self._lean.env, parallel=False, asks=False)
        over = passed(response)
        if over:
            place = over[0].start_pos.offset_in(text)
            above = self._pieces[: sum(start <= place for start in starts)]
            limit = passed_limit(over[0])
            own = [piece for piece in above if limits.get(piece.name) == limit < MOST]
            if own:
                return own[-1:] if own[-1] is above[-1] else own
        if response.errors:
            headline = "Lean accepts the text only without limits of heartbeats"
            raise LeanRejection(Failure(headline, said(response, response.errors)), response)
        return []

    def _cost(self, piece: _Piece, env: int | None, before: int | None) -> int:
        """Return what one declaration takes on ``env``."""

        def run(limit: int) -> CommandResponse:
            text = self._limited(piece, limit)
            return self._lean.run_on(text, env, parallel=False, asks=False)

        if before is not None and not passed(run(before + RESOLUTION)):
            less = before - RESOLUTION - 1
            if less < 1 or passed(run(less)):
                return before
        cost, response = needed(run, 0)
        if response.errors:
            headline = f"Lean does not accept {piece.name} by itself, behind what stands above it"
            raise LeanRejection(Failure(headline, said(response, response.errors)), response)
        return cost

    def _environments(self) -> Iterator[int | None]:
        """Yield the environment that each declaration stands in, in their order."""
        env, at = self._lean.env, 0
        for piece in self._pieces:
            env = self._behind(self._text[at : piece.start], env)
            at = piece.start
            yield env

    def _above(self, piece: _Piece) -> int | None:
        return self._behind(self._text[: piece.start], self._lean.env)

    def _behind(self, text: str, env: int | None) -> int | None:
        if not text.strip():
            return env
        return self._lean.run_on(text, env, parallel=False, asks=False).env

    def _limited(self, piece: _Piece, limit: int) -> str:
        """Return the text of a declaration under a limit, its own one included."""
        text = self._text[piece.start : piece.end]
        for own in reversed(list(_OWN_LIMIT.finditer(code(text)))):
            text = f"{text[: own.start()]}{limit}{text[own.end() :]}"
        return f"set_option {OPTION} {limit} in {text}"


def _pieces(text: str, declarations: Sequence[Declaration]) -> Iterator[_Piece]:
    """Yield the commands of ``text`` that declare something, each under its first name."""
    outer = [
        (declaration.start_pos.offset_in(text), declaration)
        for declaration in declarations
        if declaration.kind not in _INSIDE
    ]
    for start, end in _spans(read_commands(text).found):
        inside = [(at, declaration) for at, declaration in outer if start <= at < end]
        if inside:
            _, first = min(inside, key=lambda pair: pair[0])
            yield _Piece(first.name, start, end, first.start_pos.line)


def _spans(commands: Sequence[SourceCommand]) -> Iterator[tuple[int, int]]:
    """Yield where declarations begin and end; a ``mutual`` block is one."""
    start: int | None = None
    for command in commands:
        if start is not None:
            if command.keyword == "end":
                yield start, command.end
                start = None
        elif command.keyword == "mutual":
            start = command.start
        elif command.declares and not command.is_guarded:
            yield command.start, command.end
