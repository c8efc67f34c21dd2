"""How failures are shown to a reader: the source with a caret, then Lean's message.

Promises: the text has no colours (pytest may add its own) and no control characters; carets stand
under the source that they point at, whatever its width; long texts are cut in the middle, but not
at the place that the message is about, and the full form (``-vv``) has all of them. Nothing here
decides an outcome.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pytest_lean.messages import CommandResponse, Message, Pos

_CONTEXT_LINES = 2
_MOST_LINES = 12
_MOST_COLUMNS = 160
_MOST_OTHERS = 5
# How many lines of a long text are shown from its beginning and from its end, and how many
# characters of a long line.
_HEAD, _TAIL = 24, 12
_MOST_CHARACTERS = 1000
_TAB = 4
_BIDIRECTIONAL = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True)
class Said:
    """A message of Lean's with the text that it is about."""

    message: Message
    text: str
    path: str | None = None

    @property
    def summary(self) -> str:
        """The position and the message, in one line."""
        file = "" if self.path is None else f"{self.path.rpartition('/')[2]}:"
        at = self.message.start_pos
        return f"{file}{at.line}:{at.column} {_one_line(self.message.data)}"

    def render(self, *, full: bool = False) -> str:
        """Return position and message, and the source with a caret."""
        return render_message(self.text, self.message, self.path, full=full)


@dataclass(frozen=True)
class Failure:
    """What a failed assertion shows: a headline, then texts and messages of Lean's.

    ``is_said`` is true if the messages matter more than the headline, which only introduces them.
    """

    headline: str
    parts: tuple[str | Said, ...] = ()
    is_said: bool = False

    @property
    def summary(self) -> str:
        """What is wrong, in one line that begins with the most important words."""
        said = [part for part in self.parts if isinstance(part, Said)]
        if not self.is_said or not said:
            return _one_line(self.headline)
        count = f"{len(said)} errors, " if len(said) > 1 else ""
        return count + said[0].summary

    def render(self, *, full: bool = False) -> str:
        """Return it as text; long parts are cut in the middle unless ``full``."""
        shown = [
            part.render(full=full) if isinstance(part, Said) else trim(part, full=full)
            for part in self.parts
        ]
        return "\n\n".join([visible(self.headline), *filter(None, shown)])


def said(response: CommandResponse, messages: Iterable[Message]) -> tuple[Said, ...]:
    """Return ``messages`` of ``response`` with their source."""
    return tuple(Said(message, response.text, response.path) for message in messages)


def all_said(response: CommandResponse, but: Iterable[Message] = ()) -> tuple[str | Said, ...]:
    """Return the first few messages for the end of a failure, errors before the others."""
    ranks = {"error": 0, "warning": 1, "info": 2}
    left = [message for message in response.messages if message not in tuple(but)]
    left.sort(key=lambda message: ranks[message.severity])
    rest = len(left) - _MOST_OTHERS
    more = (f"... and {rest} more messages",) if rest > 0 else ()
    return (*said(response, left[:_MOST_OTHERS]), *more)


def render_message(
    text: str, message: Message, path: str | None = None, *, full: bool = False
) -> str:
    """Return position and text of a message, and the source with a caret under the position."""
    place = f"{path or '<command>'}:{message.start_pos.line}:{message.start_pos.column}"
    code = f" [{message.code}]" if message.code else ""
    data = trim(message.data.rstrip(), full=full)
    shown = excerpt(text, message.start_pos, message.end_pos, full=full)
    return f"{place}: {message.severity}{code}: {data}\n{shown}"


def excerpt(text: str, start: Pos, end: Pos, *, full: bool = False) -> str:
    """Return the lines from ``start`` to ``end``, numbered, with carets under the range."""
    rows = excerpt_lines(text, start, end, full=full)
    gutter = max((len(str(number)) for number, _, _ in rows if number is not None), default=1)
    shown = []
    for number, source, carets in rows:
        shown.append(f"  {number or '':>{gutter}} | {source}".rstrip())
        if carets:
            shown.append(f"  {'':>{gutter}} | {carets}")
    return "\n".join(shown)


def excerpt_lines(
    text: str, start: Pos, end: Pos, *, full: bool = False
) -> list[tuple[int | None, str, str]]:
    """Return number, text and carets of the lines from ``start`` to ``end``, and those above.

    A line without a number says what was left out.
    """
    lines = text.split("\n")
    first = max(1, start.line - _CONTEXT_LINES)
    last = min(end.line, len(lines))
    if not full:
        last = min(last, start.line + _MOST_LINES)
    rows: list[tuple[int | None, str, str]] = []
    for number in range(first, last + 1):
        line = lines[number - 1].rstrip("\r")
        source, carets = _expand(line), ""
        if number >= start.line:
            carets = _carets(line, number, start, end)
        if not full:
            source, carets = _window(source, carets)
        rows.append((number, source, carets))
    if last < end.line:
        rows.append((None, f"... to line {end.line}", ""))
    return rows


def trim(text: str, *, full: bool = False) -> str:
    """Return ``text`` for a failure: control characters made visible, cut unless ``full``."""
    lines = visible(text).split("\n")
    if full:
        return "\n".join(lines)
    cut = len(lines) - _HEAD - _TAIL
    if cut > 1:
        lines[_HEAD:-_TAIL] = [f"[... {cut} lines; -vv shows all ...]"]
    return "\n".join(map(_trim_line, lines))


def visible(text: str) -> str:
    """Return ``text`` with each character that a terminal would interpret replaced by a sign."""
    return "".join(map(_sign, text))


def display_width(text: str, start: int) -> int:
    """Return the terminal columns that ``text`` takes from column ``start`` on."""
    first, *behind_tabs = text.split("\t")
    column = start + _columns(first)
    for part in behind_tabs:
        column += _TAB - column % _TAB + _columns(part)
    return column - start


def _sign(char: str) -> str:
    if char in _BIDIRECTIONAL:
        return "\N{REPLACEMENT CHARACTER}"
    if char in "\n\t" or unicodedata.category(char) != "Cc":
        return char
    return chr(0x2400 + ord(char)) if ord(char) < 0x20 else "\N{REPLACEMENT CHARACTER}"


def _one_line(text: str) -> str:
    """Return ``text`` on one line, without backquotes, for a list of failures."""
    return " ".join(visible(text).replace("`", "").split())


def _columns(text: str) -> int:
    """Return the terminal columns of a text without tabs, as :func:`visible` shows it."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # imported late, since its tables take time to load

    return wcswidth(visible(text))


def _graphemes(text: str) -> Iterable[str]:
    """Return the parts of ``text`` that a terminal shows as one character each."""
    if text.isascii():
        return text
    from wcwidth import iter_graphemes

    return iter_graphemes(text)


def _trim_line(line: str) -> str:
    cut = len(line) - _MOST_CHARACTERS
    if cut <= 0:
        return line
    half = _MOST_CHARACTERS // 2
    return f"{line[:half]}[... {cut} characters; -vv shows all ...]{line[-half:]}"


def _expand(line: str) -> str:
    """Return ``line`` with its tabs expanded to blanks."""
    shown, *behind_tabs = visible(line).split("\t")
    for part in behind_tabs:
        shown += " " * (_TAB - _columns(shown) % _TAB) + part
    return shown


def _carets(line: str, number: int, start: Pos, end: Pos) -> str:
    begin = start.column if number == start.line else len(line) - len(line.lstrip())
    stop = end.column if number == end.line else len(line)
    if number == start.line:
        stop = max(stop, begin + 1)
    if stop <= begin:
        return ""
    before, marked = line[:begin], line[begin:stop]
    width = display_width(before + marked, 0) - display_width(before, 0)
    return " " * display_width(before, 0) + "^" * max(1, width)


def _window(source: str, carets: str) -> tuple[str, str]:
    """Cut a long source line on both sides of what the carets point at."""
    if display_width(source, 0) <= _MOST_COLUMNS:
        return source, carets
    at = len(carets) - len(carets.lstrip())
    left = max(0, at - _MOST_COLUMNS // 3)
    column, kept = 0, []
    for char in _graphemes(source):
        width = _columns(char)
        if left <= column < left + _MOST_COLUMNS:
            kept.append(char)
        elif kept:
            break
        elif column < left < column + width:
            left = column + width  # a wide character on the edge is left out as a whole
        column += width
    lead = "... " if left else ""
    tail = " ..." if column < display_width(source, 0) else ""
    marks = carets[left : left + _MOST_COLUMNS]
    return f"{lead}{''.join(kept)}{tail}", f"{' ' * len(lead)}{marks}".rstrip()
