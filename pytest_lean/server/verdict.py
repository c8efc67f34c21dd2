"""Is it proved? What stands between Lean's messages and a verdict.

Lean's messages alone can be fooled: the warning about ``sorry`` can be switched off, an
error can be swallowed, and ``#exit`` ends a file unread. Here such ways are looked for,
and where one is possible Lean is asked what the declarations really depend on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pytest_lean.messages import Declaration, Message, Pos, Sorry
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.declarations import find_declarations
from pytest_lean.server.document import Document
from pytest_lean.server.scan import tokens, words
from pytest_lean.server.worker import Elaboration, Worker, utf16_length

_SORRY_WORDS = ("sorry", "admit", "sorryAx")
_SORRY_WARNING = re.compile(r"declaration uses [`'‘]?sorry")
# What can keep the warning about a `sorry` from being shown.
_HIDING = re.compile(
    r"warn»?\.«?sorry|guard_msgs|\bdebug\b|_elab\b|\baddDecl|\bmodifyEnv\b"
    r"|\b(?:elab|elab_rules|run_cmd|run_elab|run_meta|Elab|Meta|MetaM|Core|CoreM)\b"
)
# What keeps a warning back, wherever it stands, and an option that means nothing here.
_QUIET = re.compile(r"«?warn»?\.«?sorry\b»?")
_GUARDED = re.compile(r"#guard_msgs(?:\s*\([^()]*\))?\s*(?:\bin\b)?")
_NEUTRAL = "pp.letVarTypes"
# What an `example` is called while its axioms are asked for: it has no name of its own.
_EXAMPLE = "pytestLeanExample"
_OUT_OF_MEMORY = re.compile(r"(?:\(kernel\) )?excessive memory consumption detected\b")
_AXIOMS = re.compile(r"depends on axioms:\s*\[(.*)\]\s*\Z", re.DOTALL)
_NO_AXIOMS = "does not depend on any axioms"


def may_stop_early(text: str) -> bool:
    """Return whether Lean might stop reading before the end of ``text`` without an error."""
    return "#exit" in text


def unread(text: str) -> list[Message]:
    """Return an error if code stands behind the first ``#exit``, which Lean ignores."""
    found = None
    for kind, start, end in tokens(text):
        if found is not None and kind != "comment":
            at = Pos.at(text, found)
            to = Pos(at.line, at.column + len("#exit"))
            return [Message(at, to, "Lean stopped reading here: the rest was not checked", "error")]
        if found is None and kind == "word" and text[start - 1 : end] == "#exit":
            found = start - 1
    return []


@dataclass(frozen=True)
class Judgement:
    """What one elaboration means.

    Attributes:
        messages: the command's own, sorted by position.
        clean: Lean reported no error in it.
        suspicious: see :class:`~pytest_lean.server.document.Environment`.
    """

    messages: list[Message]
    sorries: tuple[Sorry, ...]
    declarations: tuple[Declaration, ...]
    has_sorry: bool
    clean: bool
    suspicious: bool


def judge(
    worker: Worker,
    document: Document,
    elaboration: Elaboration,
    doubtful: bool,
    deadline: Deadline,
) -> Judgement:
    """Read what Lean said, and ask for what it may not have said.

    Args:
        worker: has just elaborated ``document``.
        document: the document.
        elaboration: what came of it.
        doubtful: what the command continues, or imports, may depend on ``sorry``.
        deadline: of the command.
    """
    messages = document.messages(elaboration.diagnostics)
    declarations = find_declarations(
        document,
        elaboration.info,
        lambda: worker.ask("textDocument/documentSymbol", {}, deadline) or [],
    )
    sorries = find_sorries(worker, document, deadline)
    has_sorry = bool(sorries) or warns_of_sorry(messages)
    doubtful = doubtful or can_hide_sorry(document)
    if doubtful and not has_sorry:
        has_sorry = depends_on_sorry(worker, document, declarations, deadline)
    return Judgement(
        messages=messages,
        sorries=sorries,
        declarations=declarations,
        has_sorry=has_sorry,
        clean=not any(message.severity == "error" for message in messages),
        suspicious=has_sorry or doubtful,
    )


def warns_of_sorry(messages: Iterable[Message]) -> bool:
    """Return whether Lean itself warns that a declaration uses ``sorry``."""
    return any(
        message.severity != "info" and _SORRY_WARNING.search(message.data) for message in messages
    )


def tells_of_memory(message: Message) -> bool:
    """Return whether Lean gave up for want of memory, which says nothing about the text."""
    return message.severity == "error" and bool(_OUT_OF_MEMORY.match(message.data))


def can_hide_sorry(document: Document) -> bool:
    """Return whether the command, or an option, could keep Lean from warning about a ``sorry``."""
    source = document.source
    return _HIDING.search(document.base + source.preface + source.text) is not None


def find_sorries(worker: Worker, document: Document, deadline: Deadline) -> tuple[Sorry, ...]:
    """Return each ``sorry`` that was elaborated, with its goal."""
    text = document.source.text
    if not any(word in text for word in _SORRY_WORDS):
        return ()
    found = []
    for word, offset in words(text):
        if word not in _SORRY_WORDS:
            continue
        line, character = document.lsp_place(offset)
        goal = _goal(worker, word, line, character, deadline)
        if goal is not None:
            start = document.position(line, character)
            end = document.position(line, character + utf16_length(word))
            found.append(Sorry(start, end, goal))
    return tuple(found)


def depends_on_sorry(
    worker: Worker, document: Document, declarations: Iterable[Declaration], deadline: Deadline
) -> bool:
    """Ask Lean for the axioms of ``declarations``; True if one is ``sorryAx``, or unknown.

    A macro can declare what has no name to ask for, so nothing may keep Lean's own warnings back.
    """
    text, examples = name_examples(document)
    loud = _GUARDED.sub(_blank, _QUIET.sub(_NEUTRAL, text))
    names = [*(declaration.name for declaration in declarations), *examples]
    if not names and loud == text:
        return False
    text = loud
    tail = "/-! -/" + "".join(f"\n#print axioms _root_.{name}" for name in names)
    elaboration = worker.elaborate(text + tail, deadline)
    if warns_of_sorry(document.messages(elaboration.diagnostics)):
        return True
    first = text.count("\n") + 1
    answers: dict[int, frozenset[str]] = {}
    for diagnostic in elaboration.diagnostics:
        axioms = axioms_in(diagnostic["message"])
        if axioms is not None:
            answers[diagnostic["range"]["start"]["line"]] = axioms
    return any("sorryAx" in answers.get(first + i, {"sorryAx"}) for i in range(len(names)))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def name_examples(document: Document) -> tuple[str, list[str]]:
    """Return the document with each ``example`` of its command given a name, and the names."""
    body = document.source.line_ended_body
    parts, names, end = [document.text.removesuffix(body)], list[str](), 0
    for word, offset in words(body):
        if word == "example":
            names.append(f"{_EXAMPLE}{len(names)}")
            parts += body[end:offset], f"def _root_.{names[-1]}"
            end = offset + len(word)
    return "".join([*parts, body[end:]]), names


def axioms_in(answer: str) -> frozenset[str] | None:
    """Read the answer to ``#print axioms``; None if it is not one.

    Lean wraps a long list: only the names between the brackets count, not the lines.
    """
    if answer.rstrip().endswith(_NO_AXIOMS):
        return frozenset()
    match = _AXIOMS.search(answer)
    return None if match is None else frozenset(re.split(r",\s*", match[1].strip()))


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
