"""A small change to a definition, and whether Lean notices it in the texts that it bears on.

Promises: it is noticed by the first declaration or check behind it that Lean does not accept any
more. Where that is the changed definition itself, the change makes no program and counts for
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pytest_lean.errors import LeanServerError
from pytest_lean.messages import CommandResponse, Declaration, Pos
from pytest_lean.testing.model.changes import Change

DEFINITIONS = frozenset(("def", "abbrev"))
_COMMAND = re.compile(r"(?:@\[.*?\]\s*)?(#?\w+)")


@dataclass(frozen=True)
class Mutant:
    """A change and what became of it.

    Attributes:
        definition: the full name of what was changed.
        text: which of the texts, from 0.
        line: the line in that text, from 1.
        source: that line.
        before: what stood there.
        after: what stands there now.
        noticed_by: the declaration, check or agreement that noticed it; "" if none did; None if
            Lean does not accept it.
    """

    definition: str
    text: int
    line: int
    source: str
    before: str
    after: str
    noticed_by: str | None = ""


def mutant(change: Change, text: str, index: int, definition: str) -> Mutant:
    """Return a change to ``text``, the one of that index, as one of which nobody knows yet."""
    place = Pos.at(text, change.start)
    source = text.split("\n")[place.line - 1].strip()
    return Mutant(definition, index, place.line, source, change.before, change.after)


def elaborated(
    run: Callable[[str, int | None], CommandResponse], texts: Iterable[str], env: int | None
) -> Iterator[CommandResponse]:
    """Yield what Lean says of texts, of which each is elaborated when it is asked for."""
    for text in texts:
        response = run(text, env)
        yield response
        env = response.env


def who_notices(
    responses: Iterator[CommandResponse], definition: str
) -> tuple[str | None, int | None]:
    """Return who notices a change, and the last environment.

    Args:
        responses: what Lean says of the changed text, and of those behind it.
        definition: the full name of what was changed.

    Returns:
        "" if nobody does, None if it is no program.
    """
    env = None
    try:
        for response in responses:
            env = response.env
            broken = [_around(response, error.start_pos) for error in response.errors]
            if any(declaration.name == definition for declaration in broken):
                return None, env
            if broken:
                return f"{broken[0].kind} {broken[0].name}".rstrip(), env
    except LeanServerError as error:
        return f"Lean, which gives no answer: {type(error).__name__}", env
    return "", env


def _around(response: CommandResponse, pos: Pos) -> Declaration:
    """Return the declaration, or else the command, that a place lies in."""
    inside = [
        declaration
        for declaration in response.declarations
        if declaration.start_pos <= pos <= declaration.end_pos
    ]
    if inside:
        return max(inside, key=lambda found: found.start_pos)
    for text in reversed(response.text.split("\n")[: pos.line]):
        if match := _COMMAND.match(text):  # Lean does not tell of an example, or of a check
            return Declaration("", match[1], pos, pos)
    return Declaration("", "the text", pos, pos)
