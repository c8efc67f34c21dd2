"""A small change to a definition, and whether Lean notices it in the texts behind it.

Promises: a change is noticed by the first declaration or check behind it that Lean no longer
accepts. If that is the changed definition itself, the change makes no valid definition and is not
counted.
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
        definition: the full name of the changed definition.
        text: the index of the changed text, from 0.
        line: the line in that text, from 1.
        source: the content of that line before the change.
        before: what stood at the changed place.
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
    """Return a change to ``text``, which has the given index, as not noticed so far."""
    place = Pos.at(text, change.start)
    source = text.split("\n")[place.line - 1].strip()
    return Mutant(definition, index, place.line, source, change.before, change.after)


def elaborated(
    run: Callable[[str, int | None], CommandResponse], texts: Iterable[str], env: int | None
) -> Iterator[CommandResponse]:
    """Yield Lean's responses to texts that continue each other, elaborated one by one on demand."""
    for text in texts:
        response = run(text, env)
        yield response
        env = response.env


def who_notices(
    responses: Iterator[CommandResponse], definition: str
) -> tuple[str | None, int | None]:
    """Return who notices a change, and the last environment.

    Args:
        responses: what Lean says of the changed text, and of the texts behind it.
        definition: the full name of the changed definition.

    Returns:
        The declaration or check that notices it, "" if there is none, or None if Lean does not
        accept the changed definition; and the handle of the last environment.
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
    """Return the declaration, or else the command, that contains a position."""
    inside = [
        declaration
        for declaration in response.declarations
        if declaration.start_pos <= pos <= declaration.end_pos
    ]
    if inside:
        return max(inside, key=lambda found: found.start_pos)
    for text in reversed(response.text.split("\n")[: pos.line]):
        if match := _COMMAND.match(text):  # Lean reports no examples and checks as declarations
            return Declaration("", match[1], pos, pos)
    return Declaration("", "the text", pos, pos)
