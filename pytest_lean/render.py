"""How Lean's messages are shown to a reader: the source with a caret, then the message."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from pytest_lean.messages import CommandResponse, Message, Pos

_CONTEXT_LINES = 2
_MOST_LINES = 12


def describe(headline: str, response: CommandResponse, messages: Iterable[Message]) -> str:
    """Return ``headline`` and below it each message with its place in the source."""
    parts = [headline]
    for message in messages:
        parts.append(render_message(response.text, message, response.path))
    return "\n\n".join(parts)


def render_message(text: str, message: Message, path: str | None = None) -> str:
    """Return one message: where, what, and the source with a caret under the place."""
    place = f"{path or '<command>'}:{message.start_pos.line}:{message.start_pos.column}"
    code = f" [{message.code}]" if message.code else ""
    head = f"{place}: {message.severity}{code}: {message.data.rstrip()}"
    return f"{head}\n{excerpt(text, message.start_pos, message.end_pos)}"


def excerpt(text: str, start: Pos, end: Pos) -> str:
    """Return the lines from ``start`` to ``end``, numbered, with carets under the range."""
    lines = text.split("\n")
    first = max(1, start.line - _CONTEXT_LINES)
    last = min(end.line, len(lines), start.line + _MOST_LINES)
    gutter = len(str(last))
    shown = []
    for number in range(first, last + 1):
        line = lines[number - 1].rstrip("\r")
        shown.append(f"  {number:>{gutter}} | {line.expandtabs(4)}".rstrip())
        if number >= start.line:
            carets = _carets(line, number, start, end)
            if carets:
                shown.append(f"  {' ' * gutter} | {carets}")
    if last < end.line:
        shown.append(f"  {' ' * gutter} | ... to line {end.line}")
    return "\n".join(shown)


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


def display_width(text: str, start: int) -> int:
    """Return the terminal columns that ``text`` takes from column ``start`` on."""
    column = start
    for char in text:
        if char == "\t":
            column += 4 - column % 4
        elif unicodedata.combining(char):
            continue
        else:
            column += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return column - start
