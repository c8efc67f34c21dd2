"""Texts, environments, and where a command stands in the worker's document.

An environment is a chain of commands. Its document is their text in order, with two
*barriers* before each: module comments, which are commands of Lean's that no other command
can run into. So a text is parsed the same whatever is run on its handle, a command that begins
with ``+ 1`` is an error of its own, not the end of its parent, and whatever a text begins
with, Lean reads the same header.

The barriers hold a number that no other text has. So where two documents begin to differ, a
barrier is the first command that changes, and Lean elaborates all that stands behind it from
scratch. Where that does not hold, :meth:`Document.cut` says what has to be cut off first.

LSP counts lines from 0 and columns in UTF-16 units; all else here is Lean's own
(1-based lines, 0-based codepoint columns, in the command's text).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pytest_lean.language.syntax import NO_HEADER, Header, read_header
from pytest_lean.messages import Message, OptionValue, Pos, Severity
from pytest_lean.server.transport import Json
from pytest_lean.server.worker import common_prefix, utf16_length

_SEVERITIES: dict[int, Severity] = {1: "error", 2: "warning", 3: "info", 4: "info"}
_OPTION_NAME = re.compile(r"[^\W\d][\w'!?]*(\.[^\W\d][\w'!?]*)*")
# With this behind a text, Lean says `Prop : Type` there if it read the text to its end. Its last
# line ends whatever the text may have begun, as what is run on its handle could.
PROBE = f'/-! -/\n#check Prop\n-- "{"#" * 64}» -/'
PROBE_ANSWER = "Prop : Type"

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Source:
    """A command's text, its header split off.

    Attributes:
        text: all of it; positions refer to this.
        header: its header; none for a command that continues an environment.
        preface: ``set_option`` lines that stand above it.
        continues: whether it continues an environment.
        number: stands in its barriers, and in those of no other text; a text that is run
            again is another one. It stays when the text becomes part of an environment.
    """

    text: str
    header: Header = NO_HEADER
    preface: str = ""
    continues: bool = False
    number: int = field(default_factory=_numbers.__next__)

    @property
    def body(self) -> str:
        """The text behind the header."""
        return self.text[self.header.end :]

    @property
    def line_ended_body(self) -> str:
        """The body as it stands in a document, alone or with others behind it.

        White space belongs to the command before it, and Lean elaborates a command again if
        that changes; so a line end stands there from the first.
        """
        return self.body if self.body.endswith("\n") else f"{self.body}\n"


@dataclass
class Environment:
    """What a handle stands for.

    Attributes:
        handle: the number that users see.
        parent: the environment that it continues.
        source: the command that made it.
        header: the lines at the head of its document.
        elaborated_clean: Lean reported no error in it; if it does so later, the
            environment is no longer what it was.
        reaches_end: whether Lean reads a command behind it as a command; None if that
            has to be found out. One that doesn't (an unterminated comment, ``#exit``)
            adds nothing: its handle stands for its parent's environment.
        suspicious: a ``sorry`` in it, or a way to hide one, so that Lean's warnings alone
            don't say what its successors depend on.
        has_sorry: there is a ``sorry`` in it, or in what it continues.
        syntax: what may begin something that it, or what it continues, declares a syntax for.
        may_stop: Lean may stop reading before the end of what continues it, without an error.
        unchecked: how the kernel may have been kept from checking it; None if in no way.
    """

    handle: int
    parent: Environment | None
    source: Source
    header: tuple[str, ...]
    elaborated_clean: bool
    reaches_end: bool | None
    suspicious: bool
    has_sorry: bool = False
    syntax: frozenset[str] = frozenset()
    may_stop: bool = False
    unchecked: str | None = None

    def chain(self) -> list[Environment]:
        """Return the environments from the first to this, those that add nothing left out."""
        chain: list[Environment] = []
        at: Environment | None = self
        while at is not None:
            if at.reaches_end is not False:
                chain.append(at)
            at = at.parent
        chain.reverse()
        return chain


class Document:
    """The worker's document for one command, and the way back from its positions.

    Args:
        header: the lines at its head.
        prologue: text that stands above every command, such as configured options.
        before: the environments that the command continues.
        source: the command.
        kept: how many characters of the command's body Lean may keep of the text that the
            worker has with the same number.
    """

    def __init__(
        self,
        header: tuple[str, ...],
        prologue: str,
        before: Iterable[Environment],
        source: Source,
        kept: int = 0,
    ) -> None:
        self.source = source
        self.base = "".join(f"{line}\n" for line in header) + prologue
        self.header = header
        self._prologue = prologue
        self._prologue_end = line = self.base.count("\n")
        self._before: list[tuple[int, Environment]] = []
        parts = [self.base]
        # Where each text's barriers begin, and where the number in the first of them ends.
        self._barriers: list[tuple[int, int]] = []
        at = len(self.base)
        for environment in before:
            self._barriers.append((at, at + len(_barrier(environment.source))))
            part = _opening(environment.source) + environment.source.line_ended_body
            parts.append(part)
            at += len(part)
            line += part.count("\n")
            self._before.append((line, environment))
        self._barriers.append((at, at + len(_barrier(source))))
        self.prefix = "".join(parts)
        self._own_line = line  # its barrier
        opening = _opening(source)
        self._first_line = self._own_line + opening.count("\n")
        self.text = self.prefix + opening + source.line_ended_body
        self._kept = at + len(opening) + kept
        self._lines = source.text.split("\n")
        head = source.text[: source.header.end]
        self._skipped_lines = head.count("\n")
        self._skipped_columns = len(head) - (head.rfind("\n") + 1)

    def keeping(self, source: Source, kept: int) -> Document:
        """Return this document with its command under the number of an earlier one.

        Args:
            source: the earlier command, which the worker has.
            kept: how many characters of its body Lean may keep.
        """
        before = [environment for _, environment in self._before]
        own = replace(self.source, number=source.number)
        return Document(self.header, self._prologue, before, own, kept)

    def divergence(self, old: str) -> int:
        """Return where the barriers stand at or before which ``old`` begins to differ."""
        shared = common_prefix(old, self.text)
        return max((start for start, _ in self._barriers if start <= shared), default=0)

    def cut(self, old: str) -> int | None:
        """Return where the document ``old`` has to be cut off before it becomes this one.

        None if that can be done in one edit, since a barrier is the first that changes. Lean
        would else keep parts of the command that changes, and not always rightly.
        """
        shared = common_prefix(old, self.text)
        start = self.divergence(old)
        number_end = dict(self._barriers).get(start, 0)
        is_whole = old == self.text or old.startswith("/-!", len(self.text))
        if start <= shared <= number_end or (is_whole and shared == len(self.text)):
            return None
        is_own = start == self._barriers[-1][0]
        return self._kept if is_own and number_end < self._kept <= shared else start

    def messages(self, diagnostics: Iterable[Json]) -> list[Message]:
        """Return the command's own messages among ``diagnostics``, sorted by position."""
        found = []
        for diagnostic in diagnostics:
            span = diagnostic.get("fullRange") or diagnostic["range"]
            severity = _SEVERITIES.get(diagnostic.get("severity", 1), "error")
            silent = diagnostic.get("isSilent") and severity != "error"
            if silent or not self._is_own(span["start"]["line"]):
                continue
            code = diagnostic.get("code")
            found.append(
                Message(
                    start_pos=self.position(span["start"]["line"], span["start"]["character"]),
                    end_pos=self.position(span["end"]["line"], span["end"]["character"]),
                    data=diagnostic["message"],
                    severity=severity,
                    code=None if code is None else str(code),
                )
            )
        return sorted(found, key=lambda message: (message.start_pos, message.end_pos))

    def unloaded(self, diagnostics: Iterable[Json]) -> str | None:
        """Return why Lean could not load what no text imports; nothing is read then.

        What goes wrong with an import that stands in a text is one of that text's messages.
        """
        if self.source.continues and self.header:
            is_known = bool(self._before) and self._before[0][1].elaborated_clean
            asked = self.header if is_known else ()
        else:
            asked = tuple(line for line in self.header if line not in self.source.header.lines)
        start = {"line": 0, "character": 0}
        for diagnostic in diagnostics:
            here = diagnostic["range"] == {"start": start, "end": start}
            if not here or diagnostic.get("severity", 1) != 1:
                continue
            message = str(diagnostic["message"])
            if not self.header or (asked and not _names_one(message, self.source.header.lines)):
                return message
        return None

    def broken_replay(self, diagnostics: Iterable[Json]) -> tuple[Environment, str] | None:
        """Return an environment that had no error once and has one now, and the error."""
        for diagnostic in diagnostics:
            line = diagnostic["range"]["start"]["line"]
            environment = self.replayed_at(line)
            if diagnostic.get("severity", 1) == 1 and environment is not None:
                if environment.elaborated_clean:
                    return environment, diagnostic["message"]
        return None

    def replayed_at(self, line: int) -> Environment | None:
        """Return the environment that a line of the document belongs to; None if to none."""
        if not self._prologue_end < line <= self._own_line:
            return None
        return next(one for end, one in self._before if line <= end)

    def is_above_all(self, line: int) -> bool:
        """Return whether a line of the document stands above every command."""
        return line <= self._prologue_end

    def answers_probe(self, diagnostics: Iterable[Json]) -> bool:
        """Return whether Lean answered :data:`PROBE` behind this document."""
        line = (self.text + PROBE).count("\n") - 1
        return any(
            diagnostic["range"]["start"] == {"line": line, "character": 0}
            and diagnostic["message"] == PROBE_ANSWER
            for diagnostic in diagnostics
        )

    def is_in_command(self, line: int) -> bool:
        """Return whether a line of the document belongs to the command's text."""
        return line >= self._first_line

    def offset(self, pos: Pos) -> int:
        """Return the offset of a place in the command's text."""
        return sum(len(line) + 1 for line in self._lines[: pos.line - 1]) + pos.column

    def position(self, line: int, character: int) -> Pos:
        """Translate a place in the document; one outside the command goes to its edge."""
        if line < len(self.header):
            return self._in_header(line)
        if line < self._first_line:
            return Pos(1, 0)
        index = line - self._first_line + self._skipped_lines
        if index >= len(self._lines):
            return Pos(len(self._lines), len(self._lines[-1]))
        skipped = self._skipped_columns if line == self._first_line else 0
        text = self._lines[index]
        return Pos(index + 1, skipped + _codepoints(text[skipped:], character))

    def lsp_place(self, offset: int) -> tuple[int, int]:
        """Translate an offset in the command's text to a line and column of the document."""
        before = self.source.text[self.source.header.end : offset]
        line = before.count("\n")
        return self._first_line + line, utf16_length(before[before.rfind("\n") + 1 :])

    def _is_own(self, line: int) -> bool:
        if not self._before:
            return True
        # What an unfinished command lacks is reported at the barrier behind it.
        return line > self._own_line or line < self._prologue_end

    def _in_header(self, line: int) -> Pos:
        header = self.source.header
        own = self.header[line] in header.lines
        offset = header.starts[header.lines.index(self.header[line])] if own else 0
        return Pos.at(self.source.text, offset)


def option_lines(options: Mapping[str, OptionValue]) -> str:
    """Return ``options`` as ``set_option`` lines.

    Raises:
        ValueError: for a name or a value that cannot stand there.
    """
    lines = []
    for name, value in options.items():
        if not isinstance(name, str) or not _OPTION_NAME.fullmatch(name):
            raise ValueError(f"not the name of a Lean option: {name!r}")
        lines.append(f"set_option {name} {_option_value(name, value)}\n")
    return "".join(lines)


def split_source(text: str, options: str, *, continues: bool) -> Source:
    """Return ``text`` as a source; its header is read if it does not continue anything."""
    return Source(text, NO_HEADER if continues else read_header(text), options, continues)


def merged_header(imports: Iterable[str], header: Header) -> tuple[str, ...]:
    """Return the document's header: configured imports and those of the text.

    ``module`` and ``prelude`` come first, as Lean wants them.
    """
    first = tuple(line for line in header.lines if line in ("module", "prelude"))
    rest = tuple(line for line in header.lines if line not in first)
    configured = tuple(f"import {name}" for name in imports)
    return first + tuple(line for line in configured if line not in rest) + rest


def _names_one(message: str, lines: Iterable[str]) -> bool:
    """Return whether an error of Lean's is about a header line: its module, or that package."""
    modules = (line.split()[-1] for line in lines)
    names = {name for module in modules for name in (module, module.partition(".")[0])}
    return any(re.search(rf"(?<![\w.]){re.escape(name)}(?![\w.])", message) for name in names)


def _barrier(source: Source) -> str:
    return f"/-! {source.number}"


def _opening(source: Source) -> str:
    # Lean looks two commands ahead, so that one barrier alone could be passed over. One of more
    # than a line is listed among the document's folding ranges.
    barrier = f"{_barrier(source)} -/"
    opening = f"{_barrier(source)}\n-/ {barrier}\n"
    return opening + source.preface + f"{barrier}\n" if source.preface else opening


def _codepoints(line: str, utf16: int) -> int:
    """Return the column in codepoints of the column ``utf16`` in UTF-16 units."""
    if line.isascii():
        return min(utf16, len(line))
    for index, width in enumerate(_widths(line)):
        if utf16 <= 0:
            return index
        utf16 -= width
    return len(line)


def _widths(line: str) -> Iterator[int]:
    return (2 if char > "\uffff" else 1 for char in line)


def _in_string(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return char if char >= " " else f"\\x{ord(char):02x}"


def _option_value(name: str, value: OptionValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and value >= 0:
        return str(value)
    if isinstance(value, str):
        return '"' + "".join(map(_in_string, value)) + '"'
    raise ValueError(f"the Lean option {name} wants a bool, a natural number or a str: {value!r}")
