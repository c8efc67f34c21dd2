"""Where a text stands in the worker's document, and the barriers above it.

A text that begins a document stands on the lines that it has by itself, if its first line has no
code: then the header, the options and the barriers fit on that line, and whatever Lean says of
lines is true of the text. Else the text begins one line further down. A text that continues
others stands below them, with its columns kept.

Two barriers, with the text's number in them, stand above each text. They are module comments.
Where a document uses Verso's documentation, which Lean does not let mix with module comments,
they are commands whose messages are dropped.
"""

from __future__ import annotations

from dataclasses import dataclass

from pytest_lean.language.positions import end_of
from pytest_lean.language.syntax import tokens


@dataclass(frozen=True)
class Part:
    """One text in a document. Places are the protocol's.

    Attributes:
        start: the offset in the document at which what stands above the text begins.
        number_end: the offset behind the number in its first barrier.
        barrier: the place of its first barrier.
        above: all that stands above the text.
        line: the line of the document on which the text's body begins.
        column: the column at which it begins.
        first_line: the line of the body's beginning in the text.
    """

    start: int
    number_end: int
    barrier: tuple[int, int]
    above: str
    line: int
    column: int
    first_line: int

    @property
    def shift(self) -> int:
        """By how many lines the text stands further down in the document."""
        return self.line - self.first_line

    @property
    def body(self) -> int:
        """The offset in the document at which the body begins."""
        return self.start + len(self.above)


@dataclass(frozen=True)
class Barriers:
    """How barriers are written: what stands before the number, and behind it."""

    before: str
    behind: str


@dataclass(frozen=True)
class Heading:
    """What stands above a text: barriers with its number, and its options on one line."""

    number: int
    preface: str
    barriers: Barriers


MODULE_COMMENTS = Barriers("/-! ", " -/")
COMMANDS = Barriers('#guard_msgs (drop all) in #print "', '"')


def first_part(base: str, head: str, body: str, heading: Heading) -> Part:
    """Return where a document's first text stands.

    Args:
        base: what stands at the document's head, on one line.
        head: the header of the text, as it is written there.
        body: what stands behind it.
        heading: what stands above it.
    """
    first_line = head.count("\n")
    glue = "\n" * first_line
    first = f"{heading.barriers.before}{heading.number}"
    one = f"{first}{heading.barriers.behind} "
    opening = one + one + heading.preface + (one if heading.preface else "")
    if not _is_free(body):
        opening = opening.rstrip() + "\n" + " " * (len(head) - (head.rfind("\n") + 1))
    above = glue + opening
    place = end_of(base)
    line, column = end_of(above, *place)
    return Part(
        start=len(base),
        number_end=len(base) + len(glue) + len(first),
        barrier=end_of(glue, *place),
        above=above,
        line=line,
        column=column,
        first_line=first_line,
    )


def next_part(start: int, line: int, heading: Heading) -> Part:
    """Return where a text stands that continues others.

    Args:
        start: the offset in the document at which those end.
        line: the document's line there; the text's barriers stand at its beginning.
        heading: what stands above it.
    """
    # One that has more than a line is listed among the document's folding ranges.
    first = f"{heading.barriers.before}{heading.number}"
    behind = heading.barriers.behind
    one = f"{first}{behind} "
    opening = f"{first}\n{behind.lstrip()} {one}{heading.preface}"
    above = (opening + (one if heading.preface else "")).rstrip() + "\n"
    return Part(
        start=start,
        number_end=start + len(first),
        barrier=(line, 0),
        above=above,
        line=line + above.count("\n"),
        column=0,
        first_line=0,
    )


def _is_free(body: str) -> bool:
    """Return whether no code stands on the first line of ``body``."""
    for kind, start, _ in tokens(body):
        if kind != "comment":
            return "\n" in body[:start]
    return True
