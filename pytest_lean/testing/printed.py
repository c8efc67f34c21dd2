"""What Lean prints of an expression: its type, and its value where Python has one.

Promises: the answer is that of the expression, whatever options, notation or comments the test's
text has; a failure shows the command that a user would write.
"""

from __future__ import annotations

import re
from typing import Any

from pytest_lean.language.quoted import names_places
from pytest_lean.language.values import is_known_type, read_value
from pytest_lean.messages import CommandResponse
from pytest_lean.testing.failure import LeanRejection, require_proved
from pytest_lean.testing.questions import require_text
from pytest_lean.testing.render import Failure, all_said
from pytest_lean.testing.script import USUAL_NOTATION, answers
from pytest_lean.testing.subject import Subject

_OPENING, _CLOSING = "([{⟨", ")]}⟩"
# Strings, characters, names (which may end in quotes), symbols; a lone colon is one as well.
_PRINTED = re.compile(
    r""""(?:\\.|[^"\\])*" | '(?:\\.[^']*|[^'\\])' | [\w.!?][\w.!?']* | «[^»]*» | :+=? | \S""",
    re.VERBOSE | re.DOTALL,
)
_WIDE = ("format.width 1000000",)
# However a text wants terms printed: a type has to be known to read a value of it.
_READABLE = (
    *USUAL_NOTATION,
    "pp.universes false",
    "pp.notation true",
    "pp.maxSteps 5000",
)


def value_of(lean: Subject, expression: str) -> Any:
    """Return the value of an expression; see :meth:`pytest_lean.Lean.eval`."""
    options = (*_WIDE, *_READABLE)
    response = _ask(lean, "#eval", "#check", expression=expression, options=options)
    printed = [message.data for message in answers(response)]
    if len(printed) != 2:
        headline = "Lean evaluated the expression and printed no value"
        raise LeanRejection(Failure(headline, all_said(response)), response)
    of = _type_in(printed[1])
    value = read_value(printed[0], of)
    # A text of the value that looks like a place was moved like one, and with a user's `Repr`
    # it can be no value: then Lean is asked in a way that neither touches.
    if is_known_type(of) and (value is printed[0] or names_places(printed[0])):
        from pytest_lean.testing.model.model import model  # few tests need it

        return model(lean, f"(\n{expression}\n)", None)()
    return value


def type_of(lean: Subject, expression: str) -> str:
    """Return the type of an expression; see :meth:`pytest_lean.Lean.type_of`."""
    return _type_of(lean, expression, _WIDE)


def readable_type_of(lean: Subject, expression: str) -> str:
    """Return the type of an expression as Lean prints it by itself, whatever the text wants."""
    return _type_of(lean, expression, (*_WIDE, *_READABLE))


def _type_of(lean: Subject, expression: str, options: tuple[str, ...]) -> str:
    response = _ask(lean, "#check", expression=expression, options=options)
    said = answers(response)
    if len(said) != 1:
        headline = "Lean gives no type for the expression"
        raise LeanRejection(Failure(headline, all_said(response)), response)
    return _type_in(said[0].data)


def _ask(
    lean: Subject, *commands: str, expression: str, options: tuple[str, ...]
) -> CommandResponse:
    require_text("expression", expression)
    # On lines of their own, so that a comment in the expression ends where it should.
    above = "".join(f"set_option {option} in\n" for option in options)
    asked = "\n".join(f"{above}{command} (\n{expression}\n)" for command in commands)
    response = lean.run_on(asked, lean.env)
    if response.errors:  # a failure shows what a user would write, without our lines
        require_proved(lean.run_on(f"{commands[0]} {expression}", lean.env))
    require_proved(response)
    return response


def _type_in(printed: str) -> str:
    """Return the type in what ``#check`` prints: what follows the last colon at depth 0."""
    depth, end = 0, 0
    for token in _PRINTED.finditer(printed):
        if token[0] in _OPENING:
            depth += 1
        elif token[0] in _CLOSING:
            depth -= 1
        elif token[0] == ":" and depth == 0:
            end = token.end()
    return printed[end:].strip()
