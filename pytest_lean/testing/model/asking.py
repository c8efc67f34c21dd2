"""Asks Lean for the type of a function, and for what the types in it are made of.

Promises: an expression is elaborated once, in the environment of the test and by Lean's own
elaborator; its type is printed under ``pp.all``, so no notation or option of a user affects it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pytest_lean.language.explicit import Sort, Term, locals_in, read_term, read_typed, telescope
from pytest_lean.testing.facts import WHOLE
from pytest_lean.testing.model.types import Facts, Types
from pytest_lean.testing.script import Script, said_on
from pytest_lean.testing.subject import Subject

EXPLICIT = (
    *WHOLE,
    "set_option pp.all true",
    "set_option pp.piBinderNames true",
)
_IDENTIFIER = r"(?:«[^»\n]+»|[^\W\d][\w'!?]*)"
_NAME = re.compile(rf"{_IDENTIFIER}(?:\.(?:{_IDENTIFIER}|\d+))*")
_IN = " in ".join((*EXPLICIT, ""))


@dataclass(frozen=True)
class Elaborated:
    """An expression that Lean has accepted.

    Attributes:
        env: the environment in which it is defined under a name.
        text: the text that defines it.
        type: its type.
        given: the terms that were given for its implicit arguments, by their names.
    """

    env: int
    text: str
    type: Term
    given: dict[str, Term]


def elaborate(lean: Subject, expression: str, implicit: Mapping[str, str], name: str) -> Elaborated:
    """Define ``name`` as the expression, and read its type.

    Raises:
        LeanRejection: Lean does not accept the expression.
    """
    script = Script()
    bare = _NAME.fullmatch(expression) is not None
    # Reducible, so that Lean sees through the name when it looks for instances.
    script.term(
        f"@[reducible] def _root_.{name} :=", "expression", f"@{expression}" if bare else expression
    )
    asked = script.line(f"{_IN}#check @_root_.{name}")
    lines = {}
    for key, text in implicit.items():
        lines[key] = script.term(f"{_IN}#check", key, f"({text})")
    response = lean.run_on(str(script), lean.env)
    if response.errors or response.has_sorry:
        headline = f"Lean does not accept {expression} as a function to be called"
        raise lean.questions.refusal(headline, script, response)
    said = said_on(response)
    given = {key: read_typed(said[line])[0] for key, line in lines.items()}
    return Elaborated(response.env, str(script), read_typed(said[asked])[1], given)


def ask(lean: Subject, env: int, names: Iterable[str]) -> dict[str, Facts]:
    """Return what Lean says of names that stand at the heads of types."""
    script = Script(*EXPLICIT)
    lines = {}
    for name in names:
        lines[name] = script.line(f"#check @_root_.{name}.casesOn")
        script.line(f"#check @_root_.{name}")
        script.line(f"#print _root_.{name}")
    said = said_on(lean.run_on(str(script), env))
    found = {}
    for name, line in lines.items():
        cases, sort = (_type_of(said.get(at)) for at in (line, line + 1))
        found[name] = Facts(cases, _definition(said.get(line + 2, "")), sort)
    return found


def complete(lean: Subject, env: int, types: Types) -> bool:
    """Ask Lean for the facts that ``types`` misses; return whether it missed any."""
    if not types.missing:
        return False
    types.facts.update(ask(lean, env, sorted(types.missing)))
    types.restart()
    return True


def evaluated(lean: Subject, env: int, numbers: Iterable[str]) -> list[int | None]:
    """Return the values of terms of type Nat; None where Lean does not compute one."""
    script = Script()
    lines = [
        script.line(
            "#eval @_root_.IO.print @_root_.String "
            f"(@_root_.ToString.mk @_root_.String (fun (_ : @_root_.String) => "
            f'@_root_.Nat.repr {number})) ""'
        )
        for number in numbers
    ]
    said = said_on(lean.run_on(str(script), env))
    return [int(said[at]) if said.get(at, "").isdecimal() else None for at in lines]


def _type_of(printed: str | None) -> Term | None:
    try:
        return None if printed is None else read_typed(printed)[1]
    except ValueError:
        return None


def _definition(printed: str) -> Term | None:
    """Return the body of a definition that ``#print`` printed; None if it is no closed term."""
    head, found, body = printed.partition(" :=\n")
    if not found or not re.search(r"\bdef\b", head):
        return None
    try:
        term = read_term(body)
    except ValueError:
        return None
    return term if not locals_in(term) else None


def is_type(term: Term) -> bool:
    """Return whether values of ``term`` are types, or families of types."""
    return isinstance(telescope(term)[1], Sort)
