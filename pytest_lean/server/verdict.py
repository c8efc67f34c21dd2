"""Is it proved? What stands between Lean's messages and a verdict.

Lean's messages alone can be fooled: the warning about ``sorry`` can be switched off, an
error can be swallowed, and ``#exit`` ends a file unread. Here such ways are looked for,
and where one is possible Lean is asked what the declarations really depend on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pytest_lean.language.positions import utf16_length
from pytest_lean.language.syntax import code, tokens, words
from pytest_lean.messages import Declaration, Message, Pos, Sorry
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.declarations import find_declarations
from pytest_lean.server.document import Document
from pytest_lean.server.mailbox import Elaboration
from pytest_lean.server.worker import Worker

_SORRY_WORDS = ("sorry", "admit", "sorryAx")
_SORRY_WARNING = re.compile(r"declaration uses [`'‘]?sorry")
# What can keep the warning about a `sorry` from being shown.
_HIDING = re.compile(
    r"guard_msgs|\bdebug\b|_elab\b|\baddDecl|\bmodifyEnv\b"
    r"|\b(?:elab|elab_rules|run_cmd|run_elab|run_meta|Elab|Meta|MetaM|Core|CoreM)\b"
    r"|\bset_option\s*\$|Parser\.\w+\.set_option"  # an option that is not written out
)
# What keeps a warning back, wherever it stands, and an option that means nothing here.
_QUIET = re.compile(r"«?warn»?\.«?sorry\b»?")
_KEEPS_BACK = re.compile(rf"{_QUIET.pattern}|#guard_msgs(?:\s*\([^()]*\))?\s*(?:\bin\b)?")
_NEUTRAL = "pp.letVarTypes"
# What can put a declaration into the environment that the kernel has not checked; a mention is
# enough, since macros can make an option's name of strings.
_UNCHECKED = re.compile(r"skipKernelTC|addDeclWithoutChecking|addDeclCore")
_DROPS_ERRORS = re.compile(r"#guard_msgs\s*\([^)]*\bdrop\s+(?:error|all)\b")
_SYNTAX = re.compile(r"\b(?:syntax|macro|elab|notation3?|infix[lr]?|prefix|postfix)\b")
_STOPS = re.compile(r"#exit\b|\b(?:eoi|exit)\b")
UNREAD = "Lean stopped reading here: the rest was not checked"
_EXIT_WARNING = "using 'exit' to interrupt Lean"
# What an `example` is called while its axioms are asked for: it has no name of its own.
_EXAMPLE = "pytestLeanExample"
# A message of its own, or what a tactic says that the kernel said.
_OUT_OF_MEMORY = re.compile(
    r"^\s*(?:\(kernel\) )?excessive memory consumption detected\b", re.MULTILINE
)
_AXIOMS = re.compile(r"depends on axioms:\s*\[(.*)\]\s*\Z", re.DOTALL)
_NO_AXIOMS = "does not depend on any axioms"


def may_stop_early(text: str) -> bool:
    """Return whether Lean might stop reading before the end of ``text`` without an error."""
    return _STOPS.search(text) is not None


def unread(text: str, messages: Iterable[Message]) -> list[Message]:
    """Return an error if code stands behind the place where Lean stopped reading.

    Args:
        text: a command, of which Lean is known not to have read what stands behind it.
        messages: what Lean said of it, no error among them.
    """
    place, to = Pos.at(text, 0), Pos.at(text, len(text))
    for message in messages:
        if _EXIT_WARNING in message.data:
            place, to = message.start_pos, message.end_pos
            rest = text[to.offset_in(text) :]
            if all(kind == "comment" for kind, _, _ in tokens(rest)):
                return []
    return [Message(place, to, UNREAD, "error")]


def syntax_in(text: str) -> frozenset[str]:
    """Return what can begin a command or a term whose syntax ``text`` declares, and more."""
    if _SYNTAX.search(text) is None:
        return frozenset()
    strings = (text[start:end] for kind, start, end in tokens(text) if kind == "string")
    return frozenset({"macro_rules", *(one.strip(" \"'") for one in strings)} - {""})


def unchecked(document: Document) -> str | None:
    """Return how the command, or an option, can keep the kernel from checking; None if not."""
    source = document.source
    match = _UNCHECKED.search(source.text)
    if match is not None:
        line = Pos.at(source.text, match.start()).line
        return f"line {line} keeps the kernel from checking a declaration ({match[0]})"
    match = _UNCHECKED.search(document.base + source.preface)
    return match and f"an option keeps the kernel from checking declarations ({match[0]})"


def drops_errors(text: str) -> str | None:
    """Return how ``text`` keeps errors from being reported; None if in no way."""
    match = _DROPS_ERRORS.search(code(text))
    if match is None:
        return None
    line = Pos.at(text, match.start()).line
    return f"line {line} drops errors unseen ({' '.join(match[0].split())}...)"


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
    deadline: Deadline,
    *,
    doubtful: bool,
    tainted: frozenset[str],
) -> Judgement:
    """Read what Lean said, and ask for what it may not have said.

    Args:
        worker: has just elaborated ``document``.
        document: the document.
        elaboration: what came of it.
        deadline: of the command.
        doubtful: what the command continues, or imports, may depend on ``sorry``.
        tainted: if what it continues does, what may begin a declaration without a name.
    """
    messages = document.messages(elaboration.diagnostics)
    declarations = find_declarations(
        document,
        elaboration.info,
        lambda: worker.ask("textDocument/documentSymbol", {}, deadline) or [],
    )
    sorries = find_sorries(worker, document, deadline)
    has_sorry = bool(sorries) or warns_of_sorry(messages)
    source = document.source
    doubtful = doubtful or can_hide_sorry(source.text, document.base + source.preface)
    if doubtful and not has_sorry:
        text = code(source.text)
        has_sorry = any(one in text for one in tainted) or depends_on_sorry(
            worker, document, declarations, deadline
        )
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
    return message.severity == "error" and bool(_OUT_OF_MEMORY.search(message.data))


def can_hide_sorry(text: str, options: str = "") -> bool:
    """Return whether ``text``, or an option, could keep Lean from warning about a ``sorry``."""
    return bool(_QUIET.search(options + text) or _HIDING.search(options + code(text)))


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
    named, examples = name_examples(document)
    text = _loud(named)
    names = [*(declaration.name for declaration in declarations), *examples]
    if not names and text == named:
        return False
    tail = "/-! -/" + "".join(f"\n#print axioms _root_.{name}" for name in names)
    elaboration = worker.elaborate(text + tail, deadline, document.cut(text))
    if warns_of_sorry(document.messages(elaboration.diagnostics)):
        return True
    first = text.count("\n") + 1
    answers: dict[int, frozenset[str]] = {}
    for diagnostic in elaboration.diagnostics:
        axioms = axioms_in(diagnostic["message"])
        if axioms is not None:
            answers[diagnostic["range"]["start"]["line"]] = axioms
    return any("sorryAx" in answers.get(first + i, {"sorryAx"}) for i in range(len(names)))


def _loud(text: str) -> str:
    """Return a document in which nothing written out keeps Lean's warnings back."""
    shape, plain = text, text
    for kind, start, end in tokens(text):
        if kind == "string":  # may be a part of an option's name, or be counted
            shape = shape[:start] + "\0" * (end - start) + shape[end:]
        elif kind == "comment" and not text.startswith("/-!", start):  # those are barriers
            blank = re.sub(r"[^\n]", " ", text[start:end])
            shape = shape[:start] + blank + shape[end:]
            plain = plain[:start] + blank + plain[end:]
    parts, at = list[str](), 0
    for match in _KEEPS_BACK.finditer(shape):
        quiet = _QUIET.fullmatch(match[0])
        parts += plain[at : match.start()], _NEUTRAL if quiet else re.sub(r"[^\n]", " ", match[0])
        at = match.end()
    return "".join([*parts, plain[at:]]) if parts else text


def name_examples(document: Document) -> tuple[str, list[str]]:
    """Return the document with each ``example`` of its command given a name, and the names."""
    body = document.source.line_ended_body
    parts, names, end = [document.text.removesuffix(body)], list[str](), 0
    for word, offset in words(body):
        # In a quotation it is no command, and behind a dot a part of a name.
        if word == "example" and not body[:offset].rstrip().endswith((".", "`(", "|")):
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
