"""Each ``sorry`` of a text, and the goal that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pytest_lean.language.positions import utf16_length
from pytest_lean.language.syntax import words
from pytest_lean.messages import Message, Sorry

if TYPE_CHECKING:
    from pytest_lean.server.deadline import Deadline
    from pytest_lean.server.document import Document
    from pytest_lean.server.worker import Worker

_WORDS = ("sorry", "admit", "sorryAx")
# Lean prints the term, as the text's options and notations have it: `sorry`, `@sorryAx`, or, with
# `pp.all`, `sorryAx.{0} ...` over several lines.
_WARNING = re.compile(r"\Adeclaration uses (?:[`'‘]|sorry\b)")


def warns_of_sorry(message: Message) -> bool:
    """Return whether Lean itself says that a declaration uses ``sorry``."""
    return message.severity != "info" and _WARNING.match(message.data) is not None


def find_sorries(
    worker: Worker, document: Document, messages: Iterable[Message], deadline: Deadline
) -> tuple[Sorry, ...]:
    """Return each ``sorry`` that was elaborated, with its goal.

    ``admit`` is also a good name for a hypothesis, a field or a constructor: it counts only
    where Lean warns of a ``sorry``, or has an error that hides the warning.
    """
    text = document.source.text
    if not any(word in text for word in _WORDS):
        return ()
    admits = any(message.severity == "error" or warns_of_sorry(message) for message in messages)
    found = []
    for word, offset in words(text):
        if word not in _WORDS or (word == "admit" and not admits) or text.endswith(".", 0, offset):
            continue
        line, character = document.lsp_place(offset)
        goal = _goal(worker, word, line, character, deadline)
        if goal is not None:
            start = document.position(line, character)
            end = document.position(line, character + utf16_length(word))
            found.append(Sorry(start, end, goal))
    return tuple(found)


def _goal(worker: Worker, word: str, line: int, character: int, deadline: Deadline) -> str | None:
    """Return the goal of the ``word`` that begins there; None if none was elaborated there.

    Inside a quotation Lean answers with the goal of what stands around it: the range tells.
    """
    term = worker.ask_at("$/lean/plainTermGoal", line, character, deadline)
    if term and term["range"]["start"] == {"line": line, "character": character}:
        end = {"line": line, "character": character + len(word)}
        # A mere mention (`#check sorryAx`, a notation) is not applied to anything.
        mention = word == "sorryAx" and term["range"]["end"] == end
        return None if mention else str(term["goal"])
    tactic = worker.ask_at("$/lean/plainGoal", line, character, deadline)
    return "\n\n".join(tactic["goals"]) if tactic and tactic["goals"] else None
