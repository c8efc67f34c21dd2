"""Makes small changes to the definitions of a model, and finds out who notices each.

Promises: each change is elaborated together with all texts of the test's environment. It is noticed
by the first declaration or check behind it that Lean no longer accepts, or by an agreement that no
longer holds on the inputs of the test. A changed definition that Lean does not accept is not
counted. :mod:`~pytest_lean.testing.model.library` does the same for the definitions of a library.
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
    """The part of a test's ``Lean`` that is needed to build its environment again."""

    def texts(self) -> tuple[str, ...]:
        """Return the texts that its environment is made of, in order; imports come before all."""

    def inside(self, env: int) -> Subject:
        """Return the ``Lean`` for another environment."""

    def run_on(self, text: str, env: int | None) -> CommandResponse:
        """Elaborate a text."""


def mutants(
    lean: Origin, agreements: Sequence[Agreement], is_known: Callable[[Mutant], bool]
) -> Iterator[Mutant]:
    """Yield each change to the definitions that the models of ``agreements`` are made of.

    Args:
        lean: the ``Lean`` of the test.
        agreements: what the test has compared.
        is_known: says whether a change was noticed already; it is then left out.

    Raises:
        LeanServerError: Lean gives no verdict on the unchanged texts.
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
    """Return which agreement fails in the environment of ``lean``: "" for none.

    None means that the changed model cannot be called at all.
    """
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
