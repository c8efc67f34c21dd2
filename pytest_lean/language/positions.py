"""Positions in a text, and their conversion between Lean's units and the language server's.

Lean counts columns in codepoints and lines from 1; the language server's protocol counts columns
in UTF-16 units and lines from 0.
"""

from __future__ import annotations

from collections.abc import Iterator


def utf16_length(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units."""
    return len(text) + (0 if text.isascii() else sum(char > "\uffff" for char in text))


def codepoints(line: str, utf16: int) -> int:
    """Return a column of ``line`` in codepoints, from the same column in UTF-16 units.

    For a column behind the line's end, the length of the line is returned.
    """
    if line.isascii():
        return min(utf16, len(line))
    for index, width in enumerate(_widths(line)):
        if utf16 <= 0:
            return index
        utf16 -= width
    return len(line)


def offset_of(text: str, line: int, character: int) -> int:
    """Return the offset in ``text`` of a position of the protocol."""
    start = 0
    for _ in range(line):
        start = text.index("\n", start) + 1
    end = text.find("\n", start)
    return start + codepoints(text[start : end if end >= 0 else len(text)], character)


def end_of(text: str, line: int = 0, character: int = 0) -> tuple[int, int]:
    """Return where ``text`` ends, as a position of the protocol, given where it begins."""
    lines = text.count("\n")
    if lines:
        return line + lines, utf16_length(text[text.rfind("\n") + 1 :])
    return line, character + utf16_length(text)


def common_prefix(a: str, b: str) -> int:
    """Return how many characters ``a`` and ``b`` share at their start."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _widths(line: str) -> Iterator[int]:
    return (2 if char > "\uffff" else 1 for char in line)
