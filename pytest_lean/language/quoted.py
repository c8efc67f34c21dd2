"""Positions that Lean quotes inside its messages, and how they are moved to another text.

Each message has a position, and the text of some messages names further positions: the table of a
termination proof (``1) 3:48-65``), the errors of an overloaded name (``4:9 ...``), the name of a
``sorry``, a panic, a dump of what was elaborated. Each form here was seen in a message of Lean
4.35. A form that names a module is moved only if it names :data:`MODULE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# What Lean calls the module of a file that stands on its command line, and the server's document.
MODULE = "_stdin"

# From a line number, as Lean counts it, to that in the other text; None to leave it as it is.
Move = Callable[[int], "int | None"]

_PLACE = r"(?P<line>\d+):\d+"
_RANGE = rf"{_PLACE}-(?:(?P<line2>\d+):)?\d+"
# Lines of a text under #guard_msgs begin with a sign where it differs from what was expected.
_INDENT = "^[-+ ]*"
_ROW = re.compile(rf"{_INDENT}\d+\) {_RANGE}")
_TABLE = re.compile(r"^[^\n]*\n(?:[-+ ]*\d+\) \d+:\d+-\d+(?::\d+)? [^\n]*(?:\n|\Z))+", re.MULTILINE)
_FORMS = tuple(
    re.compile(form, re.MULTILINE)
    for form in (
        rf"{_INDENT}Call from \S+ to \S+ at {_RANGE}",
        # `sorry` with its source, and a panic.
        rf"\b{MODULE}»?:{_PLACE}\b",
        # The name of a `sorry`: both its ends, then their columns once more.
        rf"\b{MODULE}\.(?P<line>\d+)\.\d+\.(?P<line2>\d+)\.\d+(?=\.\d+\.\d+\._sorry)",
        # The arguments of a panic: the module, the declaration, the place.
        rf'"{MODULE}" (?:"[^"\n]*" )?(?P<line>\d+) \d+\b',
        r"⟨(?P<line>\d+), \d+⟩†?-⟨(?P<line2>\d+), \d+⟩",
    )
)
_OVERLOADED = re.compile(rf"^[-+ ]+{_PLACE} ", re.MULTILINE)
# Under `pp.all` the numbers are terms: both ends of a `sorry`, the place of a panic.
_TERM = r"\(@OfNat\.ofNat\.\{0\} Nat \(nat_lit \d+\)\s+\(instOfNatNat \(nat_lit \d+\)\)\)"
_TERMS = re.compile(
    rf'Lean\.Name\.anonymous\s+"{MODULE}"\)(?:\s*{_TERM}\)){{4}}'
    rf'|"{MODULE}"\s+"[^"\n]*"(?:\s+{_TERM}){{2}}'
)
_LITERAL = re.compile(r"(?<=nat_lit )\d+")


def move_places(text: str, move: Move) -> str:
    """Return a message of Lean's with the positions that it names moved to another text."""
    if ":" not in text and MODULE not in text and "-⟨" not in text:
        return text
    text = _TABLE.sub(lambda table: _moved_table(table[0], move), text)
    for form in _FORMS:
        text = form.sub(lambda match: _moved(match, move), text)
    if "overloaded" in text:
        text = _OVERLOADED.sub(lambda match: _moved(match, move), text)
    return _TERMS.sub(lambda match: _moved_terms(match[0], move), text)


def names_places(text: str) -> bool:
    """Return whether there is something in a message that :func:`move_places` would move."""
    return move_places(text, lambda line: line + 1) != text


def _moved(match: re.Match[str], move: Move) -> str:
    text, at = match[0], match.start()
    groups = match.groupdict()
    for line in ("line2", "line"):
        if groups.get(line) is not None:
            moved = move(int(match[line]))
            if moved is None:
                return match[0]
            text = text[: match.start(line) - at] + str(moved) + text[match.end(line) - at :]
    return text


def _moved_table(table: str, move: Move) -> str:
    """Return the table of a termination proof with its calls moved, and its columns realigned."""
    head, *rows = table.split("\n")
    calls = [_ROW.match(row) for row in rows]
    width = max(len(call[0]) for call in calls if call)
    moved = [_moved(call, move) if call else "" for call in calls]
    new_width = max(map(len, moved))
    if not head[:width].strip():
        head = " " * new_width + head[width:]
    lines = (
        new.ljust(new_width) + row[width:] if call else row
        for new, row, call in zip(moved, rows, calls, strict=True)
    )
    return "\n".join([head, *lines])


def _moved_terms(text: str, move: Move) -> str:
    """Return ``text`` with positions moved that are terms: line and column, each number twice."""
    found = list(_LITERAL.finditer(text))
    for index in reversed(range(0, len(found), 4)):
        moved = move(int(found[index][0]))
        if moved is None:
            return text
        for match in (found[index + 1], found[index]):
            text = text[: match.start()] + str(moved) + text[match.end() :]
    return text
