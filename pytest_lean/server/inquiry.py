"""The inquiry: one more elaboration of a text, which asks Lean what the text may have hidden.

The text is elaborated again with three changes. Options and ``#guard_msgs`` that would hide
messages are blanked, each ``example`` gets a name, and questions are added at the end: the axioms
of each declaration, beside controls whose answers are known. If the text can spell the names of
options, Lean also traces what it elaborates, so that each ``set_option`` is seen, whichever macro
wrote it.

Promises: an answer that is missing, or is not of the form that Lean gives, counts against the text.
The names that we add are random, and do not occur in the document.
"""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pytest_lean.language.positions import end_of
from pytest_lean.language.syntax import tokens
from pytest_lean.language.written import GUARD, declarations, masked
from pytest_lean.messages import Declaration, Message, Pos
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.document import Document
from pytest_lean.server.environment import Source
from pytest_lean.server.hints import QUIET
from pytest_lean.server.tracing import NAMING, TRACING, Shown, count_commands, is_trace, read
from pytest_lean.server.transport import Json
from pytest_lean.server.worker import Worker

# Stands in place of an option that hides messages, and takes its value; it changes no verdict.
_NEUTRAL = "pp.beta"
# Lean's answers are read. In an open namespace `A` it else prints the axiom `A.propext` as
# `propext`, and an option of a text can put an `@` or a size before a name.
PLAIN_NAMES = ("pp.fullNames true", "pp.analyze false", "pp.exprSizes false")
# Ends a string, a quoted name or a comment that the text has left open.
_CLOSING = f'-- "{"#" * 64}» -/'
_KEYWORD = "example"
_ANSWER = re.compile(r"\A'(?P<name>.*)' (?:depends on|does not depend on any) axioms", re.DOTALL)
_AXIOMS = re.compile(r"depends on axioms:\s*\[(.*)\]\s*\Z", re.DOTALL)
_NO_AXIOMS = "does not depend on any axioms"
_PRIVATE = re.compile(r"^_private\..*?\.\d+\.")
# With `pp.universes` Lean prints them behind each name.
_UNIVERSES = re.compile(r"\.\{[^{}]*\}")


@dataclass(frozen=True)
class Example:
    """An ``example``, and the name that it has in the inquiry.

    Attributes:
        name: the name.
        start: the offset of the keyword in the command's text.
        place: its line and its UTF-16 column in the document.
    """

    name: str
    start: int
    place: tuple[int, int]

    @property
    def written(self) -> str:
        """What stands for the keyword."""
        return f"def _root_.{self.name}"


@dataclass(frozen=True)
class Answers:
    """What Lean answered.

    Attributes:
        read_to_end: whether Lean read the questions behind the text.
        goes_on: whether Lean answered the control, so that it would read a command behind the text.
        trusted: whether the controls came out as they must.
        axioms: the axioms of each declaration, by its name; None where Lean gave no answer.
        examples: the examples of the text.
        messages: what Lean says of the text when nothing hides its messages.
        shown: what its trace shows; empty if no trace was asked for.
        is_traced: whether the trace goes to the end, or none was asked for.
        unsafe_proofs: the unsafe declarations that state a proposition.
        further: the declarations, beside those that Lean told of, that were asked about; None
            if nobody looked for such.
    """

    read_to_end: bool
    goes_on: bool
    trusted: bool
    axioms: dict[str, frozenset[str] | None]
    examples: tuple[Example, ...]
    messages: tuple[Message, ...]
    shown: Shown = field(default_factory=Shown)
    is_traced: bool = True
    unsafe_proofs: frozenset[str] = frozenset()
    further: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Question:
    """What Lean is asked about.

    Attributes:
        document: what the worker has just elaborated.
        source: its command, in the form that later commands continue.
        declared: the command's declarations, as Lean told them.
        messages: the command's messages.
        about_unsafe: whether to ask which declarations are unsafe.
        trace: whether Lean shows what it elaborates, macro by macro.
        first_rule: the offset in the document at which the trace may begin; None if all of the
            command is traced.
        further: full names of declarations to ask about beside ``declared``; None if it is not
            known whether there are any.
    """

    document: Document
    source: Source
    declared: tuple[Declaration, ...]
    messages: list[Message]
    about_unsafe: bool = False
    trace: bool = False
    first_rule: int | None = None
    further: tuple[str, ...] | None = None


def inquire(
    worker: Worker, question: Question, deadline: Deadline, tracing: str = TRACING
) -> Answers:
    """Ask Lean about a command.

    Args:
        worker: the worker that has just elaborated the document.
        question: what Lean is asked about.
        deadline: the command's deadline.
        tracing: the options that switch the trace on, if the question wants one.
    """
    start = question.first_rule
    if start is not None and "guard_msgs" not in question.source.text:
        answers = _ask(worker, question, deadline, start, tracing)
        if answers is not None and _reads_alike(question, answers):
            return answers
    answers = _ask(worker, question, deadline, len(question.document.above.rstrip()), tracing)
    assert answers is not None, "no example stands above a text"
    if not answers.is_traced and question.document.before:
        # A text that ends a section of an earlier one ends what was set there, the trace too.
        whole = _ask(worker, question, deadline, len(question.document.base), tracing)
        return whole or answers
    return answers


def inquire_by_name(worker: Worker, question: Question, deadline: Deadline) -> Answers | None:
    """Ask about all declarations, also those that macros make, by the names that a trace shows.

    Returns:
        The answers; None if something is declared for which the trace shows no name.
    """
    told = inquire(worker, replace(question, about_unsafe=False), deadline, NAMING)
    known = _names_in(question.declared, told.examples)
    further = told.shown.names_of_all(known)
    if further is None:
        return None
    return inquire(worker, replace(question, further=further), deadline)


def _ask(
    worker: Worker, question: Question, deadline: Deadline, start: int, tracing: str
) -> Answers | None:
    """Ask, with a trace from ``start`` on if one is wanted; None if it cannot begin there."""
    document = question.document
    names = _Names(document.text)
    text, examples = _named(document, question.source, names)
    text = _loud(text)
    longer = [_Longer(found.place, len(found.written) - len(_KEYWORD)) for found in examples]
    if question.trace:
        begin = end_of(document.text[:start])
        if any(example.place < begin for example in examples):
            return None
        text, trace = _traced(document, text, start, tracing)
        longer.append(trace)
    asked = [*_names_in(question.declared, examples), *(question.further or ())]
    tail = _Tail(text, document, names, list(dict.fromkeys(asked)), question)
    # What differs from the text that was just elaborated is elaborated from scratch.
    cut = None if text.startswith(document.text) else document.divergence(text)
    elaboration = worker.elaborate(text + str(tail), deadline, cut)
    return tail.answers(elaboration.diagnostics, tuple(examples), longer)


def _names_in(declared: Iterable[Declaration], examples: Iterable[Example]) -> list[str]:
    return [*(declaration.name for declaration in declared), *(found.name for found in examples)]


def _reads_alike(question: Question, answers: Answers) -> bool:
    """Return whether Lean read the text as before, so that the trace's options changed nothing."""
    known = {message.start_pos for message in question.messages if message.severity == "error"}
    wrong = {message.start_pos for message in answers.messages if message.severity == "error"}
    return wrong <= known and answers.read_to_end and answers.is_traced


@dataclass(frozen=True)
class _Longer:
    """A place of the document at which the inquiry's text is ``by`` columns longer."""

    place: tuple[int, int]
    by: int


class _Names:
    """Random names that do not stand in a document."""

    def __init__(self, text: str) -> None:
        self._text = text

    def new(self) -> str:
        while True:
            name = secrets.choice("abcdefgh") + secrets.token_hex(secrets.choice((6, 7, 8)))
            if name not in self._text:
                return name


class _Tail:
    """The questions behind a text, and how their answers are read."""

    def __init__(
        self, text: str, document: Document, names: _Names, asked: list[str], question: Question
    ) -> None:
        self._document = document
        self._traces = question.trace
        self._further = question.further
        self._first = text.count("\n")
        self._lines = _barrier(document, "\n").split("\n")
        self._lines += [f"set_option {option}" for option in (*PLAIN_NAMES, "warningAsError false")]
        space, axiom, known = names.new(), names.new(), names.new()
        self._axiom, self._known = f"{space}.{axiom}", known
        self._line(f"axiom _root_.{self._axiom} : Type")
        self._definition = self._line(f"noncomputable def _root_.{known} := @_root_.{self._axiom}")
        self._line(f"open {space}")
        self._control = self._line(f"#print axioms _root_.{known}")
        self._questions = {name: self._line(f"#print axioms _root_.{name}") for name in asked}
        self._unsafe: dict[str, tuple[int, int]] = {}
        if question.about_unsafe:
            proof = names.new()
            self._line(f"def _root_.{proof} {{p : Prop}} (_ : p) : Prop := p")
            for name in asked:
                safe = self._line(f"noncomputable def _root_.{names.new()} := @_root_.{name}")
                check = self._line(f"#check @_root_.{proof} _ (@_root_.{name})")
                self._unsafe[name] = safe, check
        self._lines.append(_CLOSING)

    def __str__(self) -> str:
        return "\n".join(self._lines)

    def _line(self, text: str) -> int:
        """Add a line; return its number in the document, counted from 0."""
        self._lines.append(text)
        return self._first + len(self._lines) - 1

    def answers(
        self, diagnostics: list[Json], examples: tuple[Example, ...], longer: list[_Longer]
    ) -> Answers:
        own = [
            diagnostic
            for diagnostic in diagnostics
            if _line_of(diagnostic) < self._first and not is_trace(diagnostic)
        ]
        behind: dict[int, list[Json]] = {}
        for diagnostic in diagnostics:
            if _line_of(diagnostic) >= self._first and not is_trace(diagnostic):
                behind.setdefault(_line_of(diagnostic), []).append(diagnostic)
        control = self._answer(behind, self._control, self._known)
        axioms = {name: self._answer(behind, at, name) for name, at in self._questions.items()}
        traces = [diagnostic for diagnostic in diagnostics if is_trace(diagnostic)]
        return Answers(
            read_to_end=self._control in behind,
            goes_on=any(
                diagnostic.get("severity") == 3 for diagnostic in behind.get(self._control, [])
            ),
            trusted=control == frozenset({self._axiom}) and self._is_elaborated_as_written(traces),
            axioms=axioms,
            examples=examples,
            messages=tuple(
                self._document.messages([_moved_back(diagnostic, longer) for diagnostic in own])
            ),
            shown=self._shown(traces, longer) if self._traces else Shown(),
            # The trace went to the end if it shows the questions there.
            is_traced=not self._traces
            or {self._definition, self._control} <= {_line_of(trace) for trace in traces},
            unsafe_proofs=frozenset(
                name for name in self._unsafe if self._is_unsafe_proof(behind, name)
            ),
            further=self._further,
        )

    def _is_elaborated_as_written(self, traces: list[Json]) -> bool:
        """Return whether no rule of the text's made another command of a question.

        A rule can tell a question from the control by its name, or by its place behind it. The
        trace shows each command that is elaborated on a line.
        """
        commands = Counter[int]()
        for trace in traces:
            commands[_line_of(trace)] += count_commands(trace["message"])
        return all(commands[line] <= 1 for line in (self._control, *self._questions.values()))

    def _shown(self, traces: list[Json], longer: list[_Longer]) -> Shown:
        """Return what the trace shows of the text, without the options that switch the trace on."""
        ours = longer[-1]
        end = ours.place[0], ours.place[1] + ours.by
        above = end_of(self._document.above.rstrip())
        texts = [
            trace["message"]
            for trace in traces
            if self._axiom not in trace["message"]
            and not ours.place <= _place_of(trace) < end
            and above <= _place_of(_moved_back(trace, longer))  # it may begin in an earlier text
        ]
        return read(texts)

    def _answer(self, behind: dict[int, list[Json]], line: int, name: str) -> frozenset[str] | None:
        """Return the axioms of ``name`` if there is exactly one answer and it is about ``name``."""
        found = [
            match
            for diagnostic in behind.get(line, [])
            if diagnostic.get("severity") == 3
            and (match := _ANSWER.match(diagnostic["message"])) is not None
        ]
        if len(found) != 1 or _plain(found[0]["name"]) != _plain(name):
            return None
        return axioms_in(found[0].string)

    def _is_unsafe_proof(self, behind: dict[int, list[Json]], name: str) -> bool:
        safe, check = self._unsafe[name]
        is_unsafe = any(
            diagnostic.get("severity") == 1 and "unsafe" in diagnostic["message"]
            for diagnostic in behind.get(safe, [])
        )
        return is_unsafe and any(
            diagnostic.get("severity") == 3 for diagnostic in behind.get(check, [])
        )


def axioms_in(answer: str) -> frozenset[str] | None:
    """Read the answer to ``#print axioms``; None if it is not one.

    Lean wraps a long list: only the names between the brackets count, not the lines.
    """
    if answer.rstrip().endswith(_NO_AXIOMS):
        return frozenset()
    match = _AXIOMS.search(answer)
    if match is None:
        return None
    names = re.split(r",\s*", _UNIVERSES.sub("", match[1].strip()))
    # What stands before some names distinguishes them from others in an open namespace.
    return frozenset(name.removeprefix("_root_.") for name in names)


def blank_exit(text: str, at: Pos) -> str:
    """Return ``text`` with the ``#exit`` at ``at`` blanked, every offset kept."""
    start = at.offset_in(text)
    end = start + len("#exit")
    return text[:start] + " " * len("#exit") + text[end:] if text[start:end] == "#exit" else text


def _named(document: Document, source: Source, names: _Names) -> tuple[str, list[Example]]:
    """Return the document with a name for each ``example`` of its command, and the examples."""
    body, skipped = source.line_ended_body, source.header.end
    parts, examples, end = [document.above], list[Example](), 0
    for declaration in declarations(body):
        if declaration.keyword == "example":
            start = declaration.start + skipped
            examples.append(Example(names.new(), start, document.lsp_place(start)))
            parts += body[end : declaration.start], examples[-1].written
            end = declaration.start + len(_KEYWORD)
    return "".join([*parts, body[end:]]), examples


def _loud(text: str) -> str:
    """Return the document without the comments, options and guards that can hide messages."""
    plain, at = list[str](), 0
    for kind, start, end in tokens(text):
        if kind == "comment" and not text.startswith("/-!", start):  # those are barriers
            plain += text[at:start], re.sub(r"[^\n]", " ", text[start:end])
            at = end
    without_comments = "".join([*plain, text[at:]])
    shape = masked(text)
    keeps_back = re.compile(f"{QUIET.pattern}|{GUARD.pattern}")
    parts, at = list[str](), 0
    for match in keeps_back.finditer(shape):
        quiet = QUIET.fullmatch(match[0])
        blank = _NEUTRAL.ljust(len(match[0])) if quiet else re.sub(r"[^\n]", " ", match[0])
        parts += without_comments[at : match.start()], blank
        at = match.end()
    return "".join([*parts, without_comments[at:]]) if parts else text


def _traced(document: Document, text: str, start: int, tracing: str) -> tuple[str, _Longer]:
    """Return ``text`` with a trace that begins at ``start``, and where that makes it longer."""
    added = f" {tracing} {_barrier(document)} "
    return f"{text[:start]}{added}{text[start:]}", _Longer(end_of(text[:start]), len(added))


def _barrier(document: Document, gap: str = " ") -> str:
    """Return a command that no command before it can swallow, with ``gap`` in it.

    It is a module comment, except in Verso documents, which do not allow one. Lean lists module
    comments of more than one line, and so sees that the next text differs from the one it has.
    """
    return f'#print{gap}""' if "verso" in document.text else f"/-!{gap}-/"


def _line_of(diagnostic: Json) -> int:
    return int(diagnostic["range"]["start"]["line"])


def _place_of(diagnostic: Json) -> tuple[int, int]:
    start = diagnostic["range"]["start"]
    return start["line"], start["character"]


def _moved_back(diagnostic: Json, longer: Iterable[_Longer]) -> Json:
    """Return a diagnostic of the inquiry's text with its places in the original text."""
    lines = [
        insertion
        for insertion in longer
        if insertion.place[0] == diagnostic["range"]["start"]["line"]
    ]
    if not lines:
        return diagnostic
    moved = dict(diagnostic)
    for key in ("range", "fullRange"):
        if key in diagnostic:
            moved[key] = {edge: _place_back(at, lines) for edge, at in diagnostic[key].items()}
    return moved


def _place_back(at: Json, longer: Iterable[_Longer]) -> Json:
    line, character = at["line"], at["character"]
    added = 0
    for insertion in sorted(longer, key=lambda insertion: insertion.place):
        if insertion.place[0] == line and insertion.place[1] + added < character:
            added += min(insertion.by, character - insertion.place[1] - added)
    return {"line": line, "character": character - added}


def _plain(name: str) -> str:
    """Return a name without its quotation marks, its private prefix and its universes."""
    bare = re.sub(r"[«»✝]", "", _UNIVERSES.sub("", name)).removeprefix("_root_.")
    return _PRIVATE.sub("", bare)
