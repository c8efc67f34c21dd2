"""The assertion about the goal at a ``sorry``: Lean itself holds it against the expected one."""

from __future__ import annotations

from collections.abc import Mapping

from pytest_lean.checks import check_count
from pytest_lean.messages import CommandResponse, Pos, Sorry
from pytest_lean.public import public
from pytest_lean.testing.failure import LeanRejection, require_proved
from pytest_lean.testing.questions import TYPES, Questions, require_text
from pytest_lean.testing.render import Failure, excerpt
from pytest_lean.testing.subject import Subject, Text, check_lean, text_of


@public
def assert_goal(
    lean: Subject,
    text: Text,
    goal: str,
    *,
    hypotheses: Mapping[str, str] | None = None,
    line: int | None = None,
) -> Sorry:
    """Assert what is to be proved at a ``sorry``, up to definitional equality.

    Args:
        lean: where ``text`` is run.
        text: Lean source, or a file, with a ``sorry``.
        goal: a proposition (or a type) in the words of that place.
        hypotheses: types of hypotheses and variables, by their names there.
        line: the line of the ``sorry``, counted from 1; it may be the only one if None.

    Returns:
        The ``sorry``, with its goal as Lean prints it.

    Raises:
        LeanRejection: with the goal that is there.
        TypeError, ValueError: for a wrong argument.
    """
    check_lean("assert_goal", lean)
    hypotheses = dict(hypotheses or {})
    source = text_of(text)
    require_text("text", source)
    for what, value in [("goal", goal), *hypotheses.items()]:
        require_text(what, value)
    check_count("line", line)
    ask = lean.questions
    env = ask.kit(TYPES)
    response = lean.run_on(source, env)
    if response.errors:
        require_proved(response)
    found = _chosen(response, line)
    if _holds(lean, env, response, found, ask.name("no")):
        raise LeanRejection(
            "no answer can be trusted: Lean takes any goal for the one at the `sorry`", response
        )
    if not _holds(lean, env, response, found, _line(goal)):
        raise _another(response, found, f"expected:  ⊢ {goal}")
    for name, type_text in hypotheses.items():
        check = _of_type(ask, name, type_text)
        if not _holds(lean, env, response, found, _line(goal), check=check):
            raise _another(response, found, f"expected:  {name} : {type_text}")
    return found


def _chosen(response: CommandResponse, line: int | None) -> Sorry:
    there = [found for found in response.sorries if line in (None, found.start_pos.line)]
    if len(there) == 1:
        return there[0]
    where = "in the text" if line is None else f"on line {line}"
    lines = ", ".join(str(found.start_pos.line) for found in response.sorries)
    known = f"; there is one on each of the lines {lines}" if lines else ""
    count = f"{len(there)} of them" if there else "no `sorry`"
    raise LeanRejection(f"there is {count} {where}{known}", response)


def _holds(
    lean: Subject, env: int, response: CommandResponse, at: Sorry, goal: str, *, check: str = ""
) -> bool:
    """Return whether Lean accepts the text with a check of the goal before the ``sorry``."""
    word = _between(response.text, at.start_pos, at.end_pos)
    tactic = f"(change {goal}; {check}{word})"
    term = f"(by change {goal}; {check}{word})"
    start, end = (pos.offset_in(response.text) for pos in (at.start_pos, at.end_pos))
    for checked in (tactic, term):
        text = response.text[:start] + checked + response.text[end:]
        if _is_accepted(lean.run_on(text, env)):
            return True
    return False


def _is_accepted(response: CommandResponse) -> bool:
    return response.ok and response.has_sorry


def _of_type(ask: Questions, name: str, type_text: str) -> str:
    """Return a tactic that fails unless ``name`` is of the type, without a coercion."""
    statement = f"{ask.name('hastype')} {name} ({_line(type_text)})"
    return f"have {ask.name('checked')} : {statement} := {ask.name('owntype')} {name}; "


def _another(response: CommandResponse, found: Sorry, expected: str) -> LeanRejection:
    parts = (
        expected,
        f"the goal is:\n{found.goal}",
        excerpt(response.text, found.start_pos, found.end_pos),
    )
    return LeanRejection(Failure("the goal at the `sorry` is another", parts), response)


def _line(text: str) -> str:
    if "--" in text:
        raise ValueError(f"no comment can stand in a goal: {text!r}")
    return " ".join(text.split())


def _between(text: str, start: Pos, end: Pos) -> str:
    return text[start.offset_in(text) : end.offset_in(text)]
