"""Where a command stands in the worker's document.

The document of an environment, which is a chain of commands
(:mod:`~pytest_lean.server.environment`), is their text in order, with two *barriers* before each:
module comments, which are commands of Lean's that no other command can run into. So a text is
parsed the same whatever is run on its handle, a command that begins with ``+ 1`` is an error of
its own, not the end of its parent, and whatever a text begins with, Lean reads the same header.

The barriers hold a number that no other text has. So where two documents begin to differ, a
barrier is the first command that changes, and Lean elaborates all that stands behind it from
scratch. Where that does not hold, :meth:`Document.cut` says what has to be cut off first.

LSP counts lines from 0 and columns in UTF-16 units; all else here is Lean's own
(1-based lines, 0-based codepoint columns, in the command's text).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from pytest_lean.language.guard_msgs import expectations
from pytest_lean.language.positions import codepoints, common_prefix, end_of
from pytest_lean.language.quoted import move_places
from pytest_lean.language.syntax import words
from pytest_lean.messages import Message, Pos, Severity
from pytest_lean.server.environment import Environment, Source
from pytest_lean.server.hints import Hints
from pytest_lean.server.hints import read as read_hints
from pytest_lean.server.layout import (
    COMMANDS,
    MODULE_COMMENTS,
    Heading,
    Part,
    first_part,
    next_part,
)
from pytest_lean.server.transport import Json

_SEVERITIES: dict[int, Severity] = {1: "error", 2: "warning", 3: "info", 4: "info"}
_SET_OPTION = re.compile(r"set_option \S+ (?:\"(?:\\\\.|[^\"\\\\])*\"|\S+)")
# With this behind a text, Lean says `Prop : Type` there if it read the text to its end. Its last
# line ends whatever the text may have begun, as what is run on its handle could. Its first two are
# a barrier that Lean lists.
PROBE = f'/-!\n-/\n#check Prop\n-- "{"#" * 64}» -/'
PROBE_ANSWER = "Prop : Type"

_DEFAULT_ERROR_LIMIT = 100
_ERROR_LIMIT = re.compile(r"^set_option maxErrors (\d+)$", re.MULTILINE)


class Document:
    """The worker's document for one command, and the way back from its positions.

    Args:
        header: the lines at its head.
        prologue: options that stand above every command.
        before: the environments that the command continues, as far as they stand in it.
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
        self.header = header
        self.base = "".join(f"{line} " for line in header) + _on_one_line(prologue)
        self._prologue = prologue
        self.before = list(before)
        sources = [*(environment.source for environment in self.before), source]
        self._barriers = COMMANDS if self._has_verso(sources) else MODULE_COMMENTS
        text, line = self.base, 0
        self._parts: list[Part] = []
        for earlier in sources:
            part = self._part(earlier, len(text), line)
            body = _quoting(earlier, part.shift)
            text += part.above + body
            line = part.line + body.count("\n")
            self._parts.append(part)
        self.text = text
        self._own = self._parts[-1]
        self.prefix = text[: self._own.start]
        self.above = text[: self._own.body]
        self._kept = self._own.body + kept

    def keeping(self, source: Source, kept: int) -> Document:
        """Return this document with its command under the number of an earlier one.

        Args:
            source: the earlier command, which the worker has.
            kept: how many characters of its body Lean may keep.
        """
        own = replace(self.source, number=source.number)
        return Document(self.header, self._prologue, self.before, own, kept)

    @cached_property
    def hints(self) -> Hints:
        """What the command's text, with its options, gives as reasons to ask Lean more."""
        return read_hints(self.source.text, self.base + self.source.preface)

    @cached_property
    def words(self) -> list[tuple[str, int]]:
        """The words of the command's code, with their offsets."""
        return list(words(self.source.text))

    @cached_property
    def _lines(self) -> list[str]:
        """The lines of the command's text, without their ends."""
        return self.source.text.split("\n")

    @cached_property
    def _line_starts(self) -> list[int]:
        """The offset at which each of them begins."""
        lengths = accumulate(len(line) + 1 for line in self._lines)
        return [0, *lengths][:-1]

    def read_ahead(self) -> None:
        """Read the text while Lean elaborates it, so that its answer is understood sooner."""
        _ = self.hints, self.words

    @property
    def has_listed_barriers(self) -> bool:
        """Whether Lean lists the barriers behind an environment among the folding ranges."""
        return self._barriers is MODULE_COMMENTS

    def divergence(self, old: str) -> int:
        """Return where the text begins at, or above, which ``old`` begins to differ."""
        shared = common_prefix(old, self.text)
        return max(
            (part.start for part in self._parts if part.start <= shared), default=len(self.base)
        )

    def cut(self, old: str) -> int | None:
        """Return where the document ``old`` has to be cut off before it becomes this one.

        None if that can be done in one edit, since a barrier is the first that changes. Lean
        would else keep parts of the command that changes, and not always rightly.
        """
        shared = common_prefix(old, self.text)
        is_whole = old == self.text or old.startswith("/-!", len(self.text))
        if is_whole and shared == len(self.text):
            return None
        part = next((part for part in reversed(self._parts) if part.start <= shared), None)
        if part is None or shared <= part.number_end:
            return None
        is_kept = part is self._own and self._own.body < self._kept <= shared
        return self._kept if is_kept else part.start

    def messages(self, diagnostics: Iterable[Json]) -> list[Message]:
        """Return the command's own messages among ``diagnostics``, sorted by position."""
        found = []
        for diagnostic in diagnostics:
            span = diagnostic.get("fullRange") or diagnostic["range"]
            severity = _SEVERITIES.get(diagnostic.get("severity", 1), "error")
            silent = diagnostic.get("isSilent") and severity != "error"
            if silent or not self._is_own(_place(span["start"])):
                continue
            code = diagnostic.get("code")
            found.append(
                Message(
                    start_pos=self.position(*_place(span["start"])),
                    end_pos=self.position(*_place(span["end"])),
                    data=self._words(diagnostic["message"]),
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
            is_known = bool(self.before) and self.before[0].elaborated_clean
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
            environment = self.replayed_at(*_place(diagnostic["range"]["start"]))
            if diagnostic.get("severity", 1) == 1 and environment is not None:
                if environment.elaborated_clean:
                    return environment, diagnostic["message"]
        return None

    def stands(self, diagnostics: Iterable[Json]) -> bool:
        """Return whether Lean tells of no error above the command."""
        return not any(
            diagnostic.get("severity", 1) == 1
            and _place(diagnostic["range"]["start"]) <= self._own.barrier
            for diagnostic in diagnostics
        )

    def has_clean(self, environments: Collection[Environment], diagnostics: Iterable[Json]) -> bool:
        """Return whether Lean tells of no error, and of no ``sorry``, in ``environments``."""
        handles = {environment.handle for environment in environments}
        for diagnostic in diagnostics if handles else ():
            if diagnostic.get("severity", 1) == 1 or "sorry" in diagnostic["message"]:
                at = self.replayed_at(*_place(diagnostic["range"]["start"]))
                if at is not None and at.handle in handles:
                    return False
        return True

    def refused_option(self, diagnostics: Iterable[Json]) -> tuple[str, str] | None:
        """Return a ``set_option`` that stands above the text and is an error, and the error.

        Those are the configured options and the command's own, not those of a text.
        """
        lines = self.above.split("\n")
        for diagnostic in diagnostics:
            line, character = _place(diagnostic["range"]["start"])
            is_configured = line == 0 and character < len(self.base)
            is_own = self._own.barrier < (line, character) < (self._own.line, self._own.column)
            if not (is_configured or is_own) or diagnostic.get("severity", 1) != 1:
                continue
            found = _SET_OPTION.findall(lines[line][: character + 1])
            begun = _SET_OPTION.search(lines[line], max(0, character - 1))
            name = begun[0] if begun is not None else (found[-1] if found else "")
            if name:
                return name, str(diagnostic["message"])
        return None

    def replayed_at(self, line: int, character: int) -> Environment | None:
        """Return the environment to which a place of the document belongs; None if to none."""
        place = line, character
        if self.is_above_all(*place) or place > self._own.barrier:
            return None
        ends = [part.barrier for part in self._parts[1:]]
        # What an unfinished command lacks is reported at the barrier behind it.
        return next(shift for end, shift in zip(ends, self.before, strict=True) if place <= end)

    def is_above_all(self, line: int, character: int) -> bool:
        """Return whether a place of the document stands above every command."""
        return (line, character) <= self._parts[0].barrier

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
        return line >= self._own.line

    def offset(self, pos: Pos) -> int:
        """Return the offset of a place in the command's text."""
        return self._line_starts[pos.line - 1] + pos.column

    def place(self, offset: int) -> Pos:
        """Return the place of an offset in the command's text."""
        starts = self._line_starts
        line = bisect_right(starts, offset)
        return Pos(line, offset - starts[line - 1])

    def position(self, line: int, character: int) -> Pos:
        """Translate a place in the document; one outside the command goes to its edge."""
        own, lines = self._own, self._lines
        if line == 0 and character < len(self.base):
            return self._in_header(character)
        if (line, character) < (own.line, own.column):
            return Pos(1, 0)
        index = line - own.shift
        if index >= len(lines):
            return Pos(len(lines), len(lines[-1]))
        if line > own.line:
            return Pos(index + 1, codepoints(lines[index], character))
        skipped = self.source.header_columns
        column = skipped + codepoints(lines[index][skipped:], character - own.column)
        return Pos(index + 1, column)

    def lsp_place(self, offset: int) -> tuple[int, int]:
        """Translate an offset in the command's text to a line and column of the document."""
        before = self.source.text[self.source.header.end : offset]
        return end_of(before, self._own.line, self._own.column)

    def reported(self, messages: Sequence[Message]) -> list[Message]:
        """Return ``messages`` as far as ``lean`` reports them: it stops at the error limit.

        Lean takes the limit from ``-D`` alone, in whose place the configured options and those of
        a command stand; what the text sets does not count.
        """
        limit = self._error_limit()
        errors = [index for index, message in enumerate(messages) if message.severity == "error"]
        if not limit or len(errors) <= limit:
            return list(messages)
        last = errors[limit]
        words = f"maximum number of errors ({limit}; from option `maxErrors`) reached, exiting"
        return [*messages[:last], replace(messages[last], data=words, code=None)]

    def _error_limit(self) -> int:
        prefaces = [environment.source.preface for environment in self.before]
        options = "".join([self._prologue, *prefaces, self.source.preface])
        found = _ERROR_LIMIT.findall(options)
        return int(found[-1]) if found else _DEFAULT_ERROR_LIMIT

    def _part(self, source: Source, start: int, line: int) -> Part:
        heading = Heading(source.number, _on_one_line(source.preface), self._barriers)
        if start > len(self.base):
            return next_part(start, line, heading)
        head = source.text[: source.header.end]
        return first_part(self.base, head, source.line_ended_body, heading)

    def _has_verso(self, sources: Iterable[Source]) -> bool:
        texts = (text for source in sources for text in (source.preface, source.body))
        return any("verso" in text for text in (self._prologue, *texts))

    def _is_own(self, place: tuple[int, int]) -> bool:
        if not self.before:
            return True
        # What an unfinished command lacks is reported at the barrier behind it.
        return place > self._own.barrier or place < (0, len(self.base))

    def _words(self, message: str) -> str:
        """Return a message with the places that it names as those of the text they are in."""
        if not any(part.shift for part in self._parts):
            return message
        return move_places(message, self._line_in_text)

    def _line_in_text(self, line: int) -> int | None:
        """Return the line of a document's line in the text that it belongs to, both from 1."""
        sources = [*(environment.source for environment in self.before), self.source]
        for part, source in zip(reversed(self._parts), reversed(sources), strict=True):
            if line > part.line:
                moved = line - part.shift
                return moved if source.has_line(moved) else None
        return None

    def _in_header(self, character: int) -> Pos:
        header, end = self.source.header, 0
        for line in self.header:
            end += len(line) + 1
            if character < end and line in header.lines:
                return Pos.at(self.source.text, header.starts[header.lines.index(line)])
            if character < end:
                break
        return Pos(1, 0)


def _names_one(message: str, lines: Iterable[str]) -> bool:
    """Return whether an error of Lean's is about a header line: its module, or that package."""
    modules = (line.split()[-1] for line in lines)
    names = {name for module in modules for name in (module, module.partition(".")[0])}
    return any(re.search(rf"(?<![\w.]){re.escape(name)}(?![\w.])", message) for name in names)


def _on_one_line(options: str) -> str:
    return options.replace("\n", " ")


def _place(at: Json) -> tuple[int, int]:
    return at["line"], at["character"]


def _quoting(source: Source, shift: int) -> str:
    """Return the body of a text as it stands in a document, ``shift`` lines further down.

    What ``#guard_msgs`` expects may quote places of the text: Lean compares it with what it says
    of the document's.
    """
    body = source.line_ended_body
    if not shift or "guard_msgs" not in body:
        return body

    def moved(line: int) -> int | None:
        return line + shift if source.has_line(line) else None

    parts, at = list[str](), 0
    for start, end in expectations(body):
        parts += body[at:start], move_places(body[start:end], moved)
        at = end
    return "".join([*parts, body[at:]])
