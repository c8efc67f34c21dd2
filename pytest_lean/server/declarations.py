"""What a command declares: names, kinds and places.

Lean sends the places of whole declarations only for those that refer to something, and
the place of the name for all. Where the former is missing, the document's outline has it.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pytest_lean.messages import Declaration, Pos
from pytest_lean.server.document import Document
from pytest_lean.server.transport import Json

Place = tuple[int, int, int, int]

_PRIVATE = re.compile(r"^_private\..*?\.\d+\.")
# What Lean makes of an `example` and of a `macro` or `notation`.
_INTERNAL = re.compile(r"(?:^|\.)«?_(?:example|aux_|(?:app_)?unexpand)")
_CLASS_INDUCTIVE = re.compile(r"class\s+inductive\b")
# How many characters before a name its keyword is looked for.
_LONGEST_GAP = 1000
_KINDS = frozenset(
    "theorem lemma def abbrev instance inductive structure class axiom opaque coinductive "
    "macro syntax notation elab initialize".split()
)


def is_internal(name: str) -> bool:
    """Return whether Lean made up ``name``, for an ``example`` or what a ``macro`` expands to."""
    return _INTERNAL.search(name) is not None


@dataclass(frozen=True)
class _Declared:
    """One declaration in the document's coordinates; ``whole`` is None if Lean did not say."""

    name: str
    at: Place
    whole: Place | None
    parent: str


def find_declarations(
    document: Document, info: Json | None, outline: Callable[[], list[Json]]
) -> tuple[Declaration, ...]:
    """Return the command's own declarations, in the order of the text.

    Args:
        document: the document that was elaborated.
        info: Lean's ``ileanInfoFinal`` for it; None if none came.
        outline: asks for the document's symbols; called only if need be.
    """
    own = list(_declared(info or {}, document.is_in_command))
    keywords = _Keywords(document) if own else None
    places: dict[Place, Place] | None = None
    whole: Place | None
    kinds: dict[str, str] = {}
    found = []
    for declared in sorted(own, key=lambda declared: declared.at):
        if declared.parent in kinds and not _is_defined(document, declared.at):
            kind, whole = _member(document, declared.at, kinds[declared.parent]), declared.at
        else:
            assert keywords is not None
            kind, start = keywords.before(declared.at)
            kinds[declared.name] = kind
            if declared.whole is None and places is None:
                places = _outline_places(outline())
            whole = declared.whole or (places or {}).get(declared.at)
        at = whole or declared.at
        start_pos = document.position(at[0], at[1]) if whole else start
        found.append(
            Declaration(
                _PRIVATE.sub("", declared.name), kind, start_pos, document.position(at[2], at[3])
            )
        )
    return tuple(sorted(found, key=lambda declaration: (declaration.start_pos, declaration.name)))


def _declared(info: Json, is_wanted: Callable[[int], bool]) -> Iterator[_Declared]:
    """Yield what is declared on the lines that are wanted; all else is only looked at."""
    decls = info.get("decls") or {}
    whole = {name: place for name, place in decls.items() if is_wanted(place[4])}
    names = set(whole)
    for key, reference in (info.get("references") or {}).items():
        definition = reference.get("definition")
        if definition is None or not is_wanted(definition[0]):
            continue
        name = json.loads(key).get("c", {}).get("n")
        if name is None or is_internal(name):
            continue
        names.discard(name)
        parent = definition[4] if len(definition) > 4 and definition[4] != name else ""
        yield _Declared(name, _place(definition), _maybe(whole.get(name)), parent)
    for name in names:
        if is_internal(name):
            continue
        yield _Declared(name, _place(whole[name][4:]), _place(whole[name]), "")


def _place(numbers: list[int]) -> Place:
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _maybe(numbers: list[int] | None) -> Place | None:
    return None if numbers is None else _place(numbers)


def _outline_places(symbols: list[Json]) -> dict[Place, Place]:
    """Return the place of each whole declaration by the place of its name."""
    places: dict[Place, Place] = {}
    for symbol in symbols:
        places[_range(symbol["selectionRange"])] = _range(symbol["range"])
        places |= _outline_places(symbol.get("children") or [])
    return places


def _range(span: Json) -> Place:
    start, end = span["start"], span["end"]
    return start["line"], start["character"], end["line"], end["character"]


def _is_defined(document: Document, at: Place) -> bool:
    """Return whether a keyword stands before the name at ``at``: of several in ``mutual``."""
    name = document.offset(document.position(at[0], at[1]))
    before = document.source.text[max(0, name - _LONGEST_GAP) : name].split()[-1:]
    return bool(before) and before[0] in _KINDS


def _member(document: Document, at: Place, parent: str) -> str:
    """Return what is declared at ``at`` inside a declaration of the kind ``parent``."""
    end = document.offset(document.position(at[2], at[3]))
    if parent == "inductive" or re.match(r"\s*::", document.source.text[end:]):
        return "constructor"
    return "field" if parent in ("structure", "class") else parent


class _Keywords:
    """The words of a command's text that begin a declaration, found once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.source.text
        found = [(at, word) for word, at in document.words if word in _KINDS]
        self._offsets = [at for at, _ in found]
        self._words = [word for _, word in found]

    def before(self, at: Place) -> tuple[str, Pos]:
        """Return the keyword of the declaration whose name is at ``at``, and where that stands."""
        text, name = self._text, self._document.offset(self._document.position(at[0], at[1]))
        index = bisect_left(self._offsets, name) - 1
        kind, offset = (self._words[index], self._offsets[index]) if index >= 0 else ("def", name)
        if text.startswith("instance", name):
            kind, offset = "instance", name  # an anonymous one: its "name" is the keyword itself
        if kind == "class" and _CLASS_INDUCTIVE.match(text, offset):
            kind = "inductive"
        return kind, self._document.place(offset)
