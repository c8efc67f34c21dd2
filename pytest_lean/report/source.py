"""Lines of Lean with carets under them, for a page whose font may lack some of Lean's characters.

In such a font characters differ in width, and spaces would not bring a caret to the right column.
So the page puts the text that precedes the caret, made invisible, in front of it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from pytest_lean.report.data import SourceLine


def carets(lines: Iterable[SourceLine]) -> list[tuple[int | None, str, str, str]]:
    """Return number and text of each line, the text that precedes its carets, and the carets."""
    found = []
    for number, text, under in lines:
        marks = under.lstrip(" ")
        found.append((number, text, _before(text, len(under) - len(marks)), marks))
    return found


def _before(text: str, columns: int) -> str:
    """Return the beginning of ``text`` that takes up ``columns`` columns of a terminal."""
    taken = 0
    for index, char in enumerate(text):
        if taken >= columns:
            return text[:index]
        if unicodedata.category(char) not in ("Mn", "Me", "Cf"):
            taken += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return text + " " * (columns - taken)
