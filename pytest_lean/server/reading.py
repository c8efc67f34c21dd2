"""Which commands of a text Lean did read, as far as it tells.

A declaration with a name is among those that Lean tells of. An ``example`` or a ``#guard`` declares
nothing; but the names in it are in Lean's index of references, and its first word has a semantic
token. Where there is neither, Lean did not read a command: it stopped reading before, or took the
words for something else.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from pytest_lean.server.document import Document
from pytest_lean.server.transport import Json

# The offsets in the text at which the first word of a command begins and the command ends.
Span = tuple[int, int]
_NUMBERS_PER_TOKEN = 5


def unread_spans(
    spans: Sequence[Span],
    document: Document,
    info: Json | None,
    tokens: Callable[[], Json | None],
) -> tuple[int, ...]:
    """Return the numbers of the spans in which Lean read no command.

    Args:
        spans: where commands are thought to be.
        document: the document that was elaborated.
        info: Lean's ``ileanInfoFinal`` for it; None if none came.
        tokens: asks for the document's semantic tokens; called only if need be.
    """
    if not spans:
        return ()
    places = sorted(_offsets(document, _places(info or {})))
    doubtful = [
        number for number, (start, end) in enumerate(spans) if not _has_one(places, start, end)
    ]
    if not doubtful:
        return ()
    read = set(_offsets(document, _token_places((tokens() or {}).get("data") or [])))
    return tuple(number for number in doubtful if spans[number][0] not in read)


def _has_one(places: Sequence[int], start: int, end: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


def _places(info: Json) -> Iterable[tuple[int, int]]:
    """Yield where the document refers to something, or defines it."""
    for key, reference in (info.get("references") or {}).items():
        if "c" not in json.loads(key):
            continue
        if reference.get("definition") is not None:
            yield tuple(reference["definition"][:2])
        for usage in reference.get("usages") or ():
            yield tuple(usage[:2])


def _token_places(data: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Yield where tokens begin: each is told relative to the one before it."""
    line = character = 0
    for at in range(0, len(data) - _NUMBERS_PER_TOKEN + 1, _NUMBERS_PER_TOKEN):
        lines, characters = data[at], data[at + 1]
        line += lines
        character = characters if lines else character + characters
        yield line, character


def _offsets(document: Document, places: Iterable[tuple[int, int]]) -> Iterable[int]:
    return (
        document.offset(document.position(line, character))
        for line, character in places
        if document.is_in_command(line)
    )
