"""Where the author of a module declared what is in it, as Lean's own table tells.

Lean keeps for each declaration that stands in the source the lines that it takes
(``Lean.declRangeExt``, read by editors for "go to definition"). What Lean adds by itself has no
entry, so the table also tells what is an author's and what is not.
"""

from __future__ import annotations

from pytest_lean.judge.region import Region
from pytest_lean.judge.term_reader import TermReader
from pytest_lean.judge.terms import Terms

_TABLE = "Lean.declRangeExt"


def declaration_lines(
    region: Region, read: TermReader, terms: Terms, entries: int
) -> dict[int, int] | None:
    """Return the lines of the declarations of a module, counted from 1.

    Args:
        region: the module's objects.
        read: reads their names.
        terms: where the names go.
        entries: the pointer to what the module keeps for Lean's extensions.

    Returns:
        name of a declaration -> its first line; None if the module has no such table.

    Raises:
        OleanError: the table is not as its format says.
    """
    table = terms.name(_TABLE)
    for pointer in region.array(entries):
        extension, values = region.fields(region.index(pointer), 0, 2)
        if read.name(extension) == table:
            return dict(_entry(region, read, entry) for entry in region.array(values))
    return None


def _entry(region: Region, read: TermReader, pointer: int) -> tuple[int, int]:
    """Read ``(name, (range, range of the name))``; a range begins with ``(line, column)``."""
    name, ranges = region.fields(region.index(pointer), 0, 2)
    whole, _ = region.fields(region.index(ranges), 0, 2)
    start, *_ = region.fields(region.index(whole), 0, 4)
    line, _ = region.fields(region.index(start), 0, 2)
    return read.name(name), region.number(line)
