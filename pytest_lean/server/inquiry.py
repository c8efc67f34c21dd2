"""The inquiry: one more elaboration of a text, which asks Lean what the text may keep back.

In it nothing that is written out keeps a message back, each ``example`` has a name, and behind
the text stand questions: the axioms of each declaration, beside controls whose answers are known.
If the text can spell the names of options, Lean also traces what it elaborates, so that each
``set_option`` shows, whichever macro wrote it.

Promises: an answer that does not come, or comes otherwise than it must, is none; it is never
taken for the better one. The names of ours are random, and checked not to be in the document.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from pytest_lean.language.syntax import tokens
from pytest_lean.messages import Declaration, Message, Pos
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.document import Document, Source
from pytest_lean.server.hints import QUIET, is_for_developers
from pytest_lean.server.transport import Json
from pytest_lean.server.worker import Worker
from pytest_lean.server.written import GUARD, declarations, masked

# Means nothing here and is as long as `warn.sorry`: a macro may count letters.
_NEUTRAL = "pp.letVarTypes"
# Closes what the text may have begun: a string, a quoted name, a comment.
_CLOSING = f'-- "{"#" * 64}» -/'
_TRACES = ("trace.Elab.command", "trace.Elab.step")
_TRACING = " ".join(
    [
        *(f"set_option {name} true" for name in _TRACES),
        "set_option pp.rawOnError true set_option maxTraceChildren 1000000000",
    ]
)
_TRACE = re.compile(r"\[Elab\.(?:command|step)\]")
_SET_OPTION = re.compile(
    r"""\bset_option"?\s+`?(?P<name>[^\s\[\]()"]+)\s+(?:\[\]\s*)?"?(?P<value>[\w]+)?"""
)
_COMMAND = re.compile(r"^\s*\[Elab\.command\]\s*\S*\s*(.*)", re.MULTILINE)
_MODIFIERS = (
    r"(?:@\[[^\]]*\]\s*|(?:private|protected|public|noncomputable|unsafe|nonrec|local|scoped)\s+)*"
)
_MADE = re.compile(
    rf"{_MODIFIERS}(?:theorem|lemma|example|instance)\b|\(Command\.(?:theorem|example|instance)"
)
_AXIOM = re.compile(rf"{_MODIFIERS}axiom\b|\(Command\.axiom")
_KEYWORD = "example"
_ANSWER = re.compile(r"\A'(?P<name>.*)' (?:depends on|does not depend on any) axioms", re.DOTALL)
_AXIOMS = re.compile(r"depends on axioms:\s*\[(.*)\]\s*\Z", re.DOTALL)
_NO_AXIOMS = "does not depend on any axioms"
_PRIVATE = re.compile(r"^_private\..*?\.\d+\.")


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
        read_to_end: it read what stands behind the text.
        goes_on: it read that as it stands there, so that more could stand behind it.
        trusted: the controls came out as they must.
        axioms: those of each declaration, by its name; None where it gave no answer.
        examples: the examples of the text.
        messages: what it says of the text when nothing is kept back.
        options: the options for Lean's developers that were set.
        made: how many declarations, other than definitions, it showed; 0 if it was not asked.
        axioms_made: how many axioms it showed; 0 if it was not asked.
        is_traced: it showed what it elaborates, if it was asked to.
        unsafe_proofs: the unsafe declarations that state a proposition.
    """

    read_to_end: bool
    goes_on: bool
    trusted: bool
    axioms: dict[str, frozenset[str] | None]
    examples: tuple[Example, ...]
    messages: tuple[Message, ...]
    options: tuple[str, ...] = ()
    made: int = 0
    axioms_made: int = 0
    is_traced: bool = True
    unsafe_proofs: frozenset[str] = frozenset()


def inquire(
    worker: Worker,
    document: Document,
    source: Source,
    declared: Iterable[Declaration],
    deadline: Deadline,
    *,
    trace: bool = False,
    about_unsafe: bool = False,
) -> Answers:
    """Ask Lean about the command of ``document``.

    Args:
        worker: has just elaborated the document.
        document: the document.
        source: the command, as what continues it has it.
        declared: the command's declarations, as Lean told them.
        deadline: of the command.
        trace: whether Lean shows what it elaborates, macro by macro.
        about_unsafe: whether to ask which declarations are unsafe.
    """
    names = _Names(document.text)
    text, examples = _named(document, source, names)
    text = _loud(text)
    if trace:
        text = _traced(document, text)
    asked = list(dict.fromkeys([one.name for one in declared] + [one.name for one in examples]))
    tail = _Tail(text, _barrier(document), names, asked, about_unsafe=about_unsafe)
    # What differs from the text that was just elaborated is elaborated from scratch.
    cut = None if text.startswith(document.text) else document.divergence(text)
    elaboration = worker.elaborate(text + str(tail), deadline, cut)
    return tail.answers(document, elaboration.diagnostics, tuple(examples), trace=trace)


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
        self, text: str, barrier: str, names: _Names, asked: list[str], *, about_unsafe: bool
    ) -> None:
        self._first = text.count("\n")
        self._asked = asked
        self._lines = [barrier, "set_option pp.fullNames true", "set_option warningAsError false"]
        space, axiom, known = names.new(), names.new(), names.new()
        self._axiom, self._known = f"{space}.{axiom}", known
        self._line(f"axiom _root_.{self._axiom} : Type")
        self._line(f"noncomputable def _root_.{known} := @_root_.{self._axiom}")
        self._line(f"open {space}")
        self._control = self._line(f"#print axioms _root_.{known}")
        self._questions = {name: self._line(f"#print axioms _root_.{name}") for name in asked}
        self._unsafe: dict[str, tuple[int, int]] = {}
        if about_unsafe:
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
        self,
        document: Document,
        diagnostics: list[Json],
        examples: tuple[Example, ...],
        *,
        trace: bool,
    ) -> Answers:
        own = [one for one in diagnostics if one["range"]["start"]["line"] < self._first]
        behind: dict[int, list[Json]] = {}
        for one in diagnostics:
            if one["range"]["start"]["line"] >= self._first and not _is_trace(one):
                behind.setdefault(one["range"]["start"]["line"], []).append(one)
        control = self._answer(behind, self._control, self._known)
        axioms = {name: self._answer(behind, at, name) for name, at in self._questions.items()}
        shown = [one["message"] for one in diagnostics if _is_trace(one)]
        traces = [one for one in shown if self._axiom not in one]
        return Answers(
            read_to_end=self._control in behind,
            goes_on=any(one.get("severity") == 3 for one in behind.get(self._control, [])),
            trusted=control == frozenset({self._axiom}),
            axioms=axioms,
            examples=examples,
            messages=tuple(
                document.messages([_moved_back(one, examples) for one in own if not _is_trace(one)])
            ),
            options=_options_set(traces) if trace else (),
            made=_count(_MADE, traces) if trace else 0,
            axioms_made=_count(_AXIOM, traces) if trace else 0,
            is_traced=bool(traces) or not trace,
            unsafe_proofs=frozenset(
                name for name in self._unsafe if self._is_unsafe_proof(behind, name)
            ),
        )

    def _answer(self, behind: dict[int, list[Json]], line: int, name: str) -> frozenset[str] | None:
        """Return the axioms of ``name``, if exactly one answer is there and it is about that."""
        infos = [one["message"] for one in behind.get(line, []) if one.get("severity") == 3]
        match = _ANSWER.match(infos[0]) if len(infos) == 1 else None
        if match is None or _plain(match["name"]) != _plain(name):
            return None
        return axioms_in(infos[0])

    def _is_unsafe_proof(self, behind: dict[int, list[Json]], name: str) -> bool:
        safe, check = self._unsafe[name]
        is_unsafe = any(
            one.get("severity") == 1 and "unsafe" in one["message"] for one in behind.get(safe, [])
        )
        return is_unsafe and any(one.get("severity") == 3 for one in behind.get(check, []))


def axioms_in(answer: str) -> frozenset[str] | None:
    """Read the answer to ``#print axioms``; None if it is not one.

    Lean wraps a long list: only the names between the brackets count, not the lines.
    """
    if answer.rstrip().endswith(_NO_AXIOMS):
        return frozenset()
    match = _AXIOMS.search(answer)
    return None if match is None else frozenset(re.split(r",\s*", match[1].strip()))


def blank_exit(text: str, at: Pos) -> str:
    """Return ``text`` with the ``#exit`` at ``at`` blanked, every offset kept."""
    start = at.offset_in(text)
    end = start + len("#exit")
    return text[:start] + " " * len("#exit") + text[end:] if text[start:end] == "#exit" else text


def _named(document: Document, source: Source, names: _Names) -> tuple[str, list[Example]]:
    """Return the document with a name for each ``example`` of its command, and those."""
    body, skipped = source.line_ended_body, source.header.end
    parts, examples, end = [document.above], list[Example](), 0
    for one in declarations(body):
        if one.keyword == "example":
            start = one.start + skipped
            examples.append(Example(names.new(), start, document.lsp_place(start)))
            parts += body[end : one.start], examples[-1].written
            end = one.start + len(_KEYWORD)
    return "".join([*parts, body[end:]]), examples


def _loud(text: str) -> str:
    """Return a document in which nothing that is written out keeps Lean's messages back."""
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
        blank = _NEUTRAL if quiet else re.sub(r"[^\n]", " ", match[0])
        parts += without_comments[at : match.start()], blank
        at = match.end()
    return "".join([*parts, without_comments[at:]]) if parts else text


def _traced(document: Document, text: str) -> str:
    """Return ``text`` with tracing switched on for the command, on the line of its barriers."""
    opening = len(document.above.rstrip("\n"))
    return f"{text[:opening].rstrip()} {_TRACING} {_barrier(document)} {text[opening:]}"


def _barrier(document: Document) -> str:
    """Return a command that no other can run into; Verso does not let module comments in."""
    return '#print ""' if "verso" in document.text else "/-! -/"


def _options_set(traces: Iterable[str]) -> tuple[str, ...]:
    """Return the options that take proofs, their check, or the trace itself away."""
    found = dict[str, None]()
    for trace in traces:
        for match in _SET_OPTION.finditer(trace):
            name, value = match["name"].replace("«", "").replace("»", ""), match["value"] or ""
            name = name.rstrip("✝⁰¹²³⁴⁵⁶⁷⁸⁹")
            if is_for_developers(name, value) or (name in _TRACES and value == "false"):
                found[name] = None
    return tuple(found)


def _count(pattern: re.Pattern[str], traces: Iterable[str]) -> int:
    return sum(pattern.match(command) is not None for command in _commands(traces))


def _commands(traces: Iterable[str]) -> list[str]:
    """Return the commands that a trace shows, each from its first line on."""
    return [match[1] for trace in traces for match in _COMMAND.finditer(trace)]


def _moved_back(diagnostic: Json, examples: Iterable[Example]) -> Json:
    """Return a diagnostic of the text with names for examples, as if they had none."""
    lines = [one for one in examples if one.place[0] == diagnostic["range"]["start"]["line"]]
    if not lines:
        return diagnostic
    moved = dict(diagnostic)
    for key in ("range", "fullRange"):
        if key in diagnostic:
            moved[key] = {edge: _place_back(at, lines) for edge, at in diagnostic[key].items()}
    return moved


def _place_back(at: Json, examples: Iterable[Example]) -> Json:
    line, character = at["line"], at["character"]
    added = 0
    for one in sorted(examples, key=lambda example: example.place):
        if one.place[0] == line and one.place[1] + added < character:
            longer = len(one.written) - len(_KEYWORD)
            added += min(longer, character - one.place[1] - added)
    return {"line": line, "character": character - added}


def _is_trace(diagnostic: Json) -> bool:
    return _TRACE.match(diagnostic["message"]) is not None


def _plain(name: str) -> str:
    """Return a name without its quotation marks and its private prefix."""
    return _PRIVATE.sub("", re.sub(r"[«»✝]", "", name)).removeprefix("_root_.")
