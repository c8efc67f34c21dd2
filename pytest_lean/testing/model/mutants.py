"""Does a model constrain anything? Small changes to its definitions, and who notices them.

Promises: each change is elaborated with all that the test's environment is made of. It is noticed
by the first theorem that is not proved any more, or by an agreement that does not hold any more
on the inputs of the test; what Lean does not accept as a definition counts for nothing.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pytest_lean.errors import LeanServerError
from pytest_lean.messages import CommandResponse, Declaration, Pos
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.model.agreement import Agreement
from pytest_lean.testing.model.changes import changes
from pytest_lean.testing.model.model import model
from pytest_lean.testing.subject import Subject

_DEFINITIONS = frozenset(("def", "abbrev"))
_PROVED = frozenset(("theorem", "lemma", "example", "instance"))
_WORD = re.compile(r"[^\W\d][\w'!?]*")


class Origin(Protocol):
    """The Lean of a test, as far as what it is made of can be made anew."""

    def texts(self) -> tuple[str, ...]:
        """Return the texts that its environment is made of, the first one on the imports."""

    def inside(self, env: int) -> Subject:
        """Return the Lean of another environment."""

    def run_on(self, text: str, env: int | None) -> CommandResponse:
        """Elaborate a text."""


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
        noticed_by: the theorem or the agreement that noticed it; "" if none did; None if Lean
            does not accept it.
    """

    definition: str
    text: int
    line: int
    source: str
    before: str
    after: str
    noticed_by: str | None = ""


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
    original = _elaborated(lean, texts, None)
    if any(response.errors for response in original):
        return
    heads = [None, *(one.env for one in original)]
    for index, declaration in _used(original, [one.model.expression for one in agreements]):
        text, env = texts[index], heads[index]
        start = declaration.start_pos.offset_in(text)
        end = declaration.end_pos.offset_in(text)
        for change in changes(text, start, end):
            place = Pos.at(text, change.start)
            mutant = Mutant(
                declaration.name,
                index,
                place.line,
                text.split("\n")[place.line - 1].strip(),
                change.before,
                change.after,
            )
            if not is_known(mutant):
                changed = [change.applied(text), *texts[index + 1 :]]
                noticed = _noticed(lean, changed, env, agreements)
                yield dataclasses.replace(mutant, noticed_by=noticed)


def _elaborated(lean: Origin, texts: Iterable[str], env: int | None) -> list[CommandResponse]:
    """Elaborate texts, one on top of the other."""
    found = []
    for text in texts:
        response = lean.run_on(text, env)
        found.append(response)
        env = response.env
    return found


def _noticed(
    lean: Origin, texts: Iterable[str], env: int | None, agreements: Sequence[Agreement]
) -> str | None:
    """Return who notices a change in ``texts``; "" if nobody does, None if it is no program."""
    try:
        responses = _elaborated(lean, texts, env)
    except LeanServerError as error:
        return f"Lean, which gives no answer: {type(error).__name__}"
    broken = ""
    for response in responses:
        for message in response.errors:
            at = _around(response, message.start_pos)
            if at is None or at.kind not in _PROVED:
                return None
            broken = broken or f"{at.kind} {at.name or 'without a name'}"
    return broken or _disagreement(lean.inside(responses[-1].env), agreements)


def _around(response: CommandResponse, pos: Pos) -> Declaration | None:
    """Return the declaration that a place lies in."""
    inside = [one for one in response.declarations if one.start_pos <= pos <= one.end_pos]
    if inside:
        return max(inside, key=lambda one: one.start_pos)
    line = response.text.split("\n")[: pos.line]
    for text in reversed(line):  # an example is no declaration that Lean tells of
        if match := re.match(r"(?:@\[.*?\]\s*)?(\w+)", text):
            kind = "example" if match[1] == "example" else match[1]
            return Declaration("", kind, pos, pos)
    return None


def _disagreement(lean: Subject, agreements: Iterable[Agreement]) -> str | None:
    """Return the agreement that does not hold in another environment; "" if all do."""
    for one in agreements:
        about = one.model
        try:
            changed = model(lean, about.expression, about.implicit)
            answers = changed.answers(list(one.programs))
        except LeanServerError as error:
            return f"the agreement with {about.expression}: {type(error).__name__}"
        except (LeanRejection, TypeError):
            return None
        for answer, expected in zip(answers, one.expected, strict=True):
            if answer is None or changed.result_program(changed.value(answer)) != expected:
                return f"the agreement with {about.expression}"
    return ""


def _used(
    responses: Sequence[CommandResponse], expressions: Iterable[str]
) -> Iterator[tuple[int, Declaration]]:
    """Yield the definitions that expressions are made of, directly or through others."""
    where = {
        one.name: (index, one)
        for index, response in enumerate(responses)
        for one in response.declarations
        if one.kind in _DEFINITIONS
    }
    short = {name.rpartition(".")[2]: name for name in where}
    todo = {word for one in expressions for word in _WORD.findall(one)}
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
