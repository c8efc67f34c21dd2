"""Does a model constrain anything? Small changes to its definitions, and who notices them.

Promises: each change is elaborated with all that the test's environment is made of. It is noticed
by the first declaration or check behind it that Lean does not accept any more, or by an agreement
that does not hold any more on the inputs of the test; what Lean does not accept as a definition
counts for nothing. The definitions of a library are changed by
:mod:`~pytest_lean.testing.model.library`, in the same way.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from pytest_lean.errors import LeanServerError
from pytest_lean.messages import CommandResponse, Declaration
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.model.agreement import Agreement
from pytest_lean.testing.model.changes import changes
from pytest_lean.testing.model.model import model
from pytest_lean.testing.model.noticing import (
    DEFINITIONS,
    Mutant,
    elaborated,
    mutant,
    who_notices,
)
from pytest_lean.testing.subject import Subject

_WORD = re.compile(r"[^\W\d][\w'!?]*")


class Origin(Protocol):
    """The Lean of a test, as far as what it is made of can be made anew."""

    def texts(self) -> tuple[str, ...]:
        """Return the texts that its environment is made of, the first one on the imports."""

    def inside(self, env: int) -> Subject:
        """Return the Lean of another environment."""

    def run_on(self, text: str, env: int | None) -> CommandResponse:
        """Elaborate a text."""


def mutants(
    lean: Origin, agreements: Sequence[Agreement], is_known: Callable[[Mutant], bool]
) -> Iterator[Mutant]:
    """Yield each change to the definitions that the models of ``agreements`` are made of.

    Args:
        lean: of the test.
        agreements: what the test has compared.
        is_known: tells whether somebody has noticed a change already, which then is left out.

    Raises:
        LeanServerError: Lean cannot elaborate the texts without a change.
    """
    texts = lean.texts()
    original = list(elaborated(lean.run_on, texts, None))
    if any(response.errors for response in original):
        return
    heads = [None, *(answer.env for answer in original)]
    for index, declaration in _used(
        original, [agreement.model.expression for agreement in agreements]
    ):
        text, env = texts[index], heads[index]
        start = declaration.start_pos.offset_in(text)
        end = declaration.end_pos.offset_in(text)
        for change in changes(text, start, end):
            found = mutant(change, text, index, declaration.name)
            if not is_known(found):
                responses = elaborated(
                    lean.run_on, [change.applied(text), *texts[index + 1 :]], env
                )
                noticed, last = who_notices(responses, declaration.name)
                if noticed == "" and last is not None:
                    noticed = _disagreement(lean.inside(last), agreements)
                yield dataclasses.replace(found, noticed_by=noticed)


def _disagreement(lean: Subject, agreements: Iterable[Agreement]) -> str | None:
    """Return the agreement that does not hold in another environment; "" if all do."""
    for agreement in agreements:
        about = agreement.model
        try:
            changed = model(lean, about.expression, about.implicit)
            answers = changed.answers(list(agreement.programs))
        except LeanServerError as error:
            return f"the agreement with {about.expression}: {type(error).__name__}"
        except (LeanRejection, TypeError):
            return None
        for answer, expected in zip(answers, agreement.expected, strict=True):
            if answer is None or changed.result_program(changed.value(answer)) != expected:
                return f"the agreement with {about.expression}"
    return ""


def _used(
    responses: Sequence[CommandResponse], expressions: Iterable[str]
) -> Iterator[tuple[int, Declaration]]:
    """Yield the definitions that expressions are made of, directly or through others."""
    where = {
        found.name: (index, found)
        for index, response in enumerate(responses)
        for found in response.declarations
        if found.kind in DEFINITIONS
    }
    short = {name.rpartition(".")[2]: name for name in where}
    todo = {word for expression in expressions for word in _WORD.findall(expression)}
    seen: set[str] = set()
    while todo:
        word = todo.pop()
        name = short.get(word)
        if name is None or name in seen:
            continue
        seen.add(name)
        index, declaration = where[name]
        text = responses[index].text
        start = declaration.start_pos.offset_in(text)
        todo |= set(_WORD.findall(text[start : declaration.end_pos.offset_in(text)]))
    yield from (where[name] for name in where if name in seen)
