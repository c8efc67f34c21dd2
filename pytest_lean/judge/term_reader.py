"""Names, levels and expressions of a compiled module's objects.

Promises: each object is read once; no depth of a term needs recursion; the result is a term
of a :class:`~pytest_lean.judge.terms.Terms`, made anew from what was read: what Lean caches in
the objects (hashes, bounds, flags) is never looked at. Free variables, metavariables and
numbers that no term can have are refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pytest_lean.judge.region import OleanError, Region, constructor
from pytest_lean.judge.terms import Node, Terms

# An index beyond 2^21 makes Lean's own constructor of terms panic, and no term comes near.
_MAX_INDEX = 1 << 16
_MAX_FIELD = 1 << 16

# First word of an object -> what it is, and which of its fields are of the same sort.
_NAMES = {constructor(1, 2, 8): ("string", (1,)), constructor(2, 2, 8): ("number", (1,))}
_LEVELS = {
    constructor(1, 1, 8): ("succ", (1,)),
    constructor(2, 2, 8): ("max", (1, 2)),
    constructor(3, 2, 8): ("imax", (1, 2)),
    constructor(4, 1, 8): ("param", ()),
}
_EXPRESSIONS = {
    constructor(0, 1, 8): ("bvar", ()),
    constructor(3, 1, 8): ("sort", ()),
    constructor(4, 2, 8): ("const", ()),
    constructor(5, 2, 8): ("app", (1, 2)),
    constructor(6, 3, 9): ("lam", (2, 3)),
    constructor(7, 3, 9): ("pi", (2, 3)),
    constructor(8, 4, 9): ("let", (2, 3, 4)),
    constructor(9, 1, 8): ("literal", ()),
    constructor(10, 2, 8): ("mdata", (2,)),
    constructor(11, 3, 8): ("proj", (3,)),
}
_Shapes = Mapping[int, tuple[str, tuple[int, ...]]]


class TermReader:
    """Reads terms out of a region.

    Args:
        region: the objects.
        terms: where the terms go.
    """

    def __init__(self, region: Region, terms: Terms) -> None:
        self._region = region
        self._terms = terms
        self._names: dict[int, int] = {}
        self._levels: dict[int, int] = {}
        self._lists: dict[int, tuple[int, ...]] = {}
        self._expressions: dict[int, int] = {}

    def name(self, pointer: int, below: int | None = None) -> int:
        """Return the name that ``pointer`` points to."""
        if pointer == 1:
            return self._terms.anonymous
        index = self._region.index(pointer, below)
        if index not in self._names:
            for unread in self._unread(index, self._names, _NAMES):
                self._names[unread] = self._make_name(unread)
        return self._names[index]

    def names(self, pointer: int) -> tuple[int, ...]:
        """Return the names in a list."""
        return tuple(self.name(element) for element in self._region.linked(pointer))

    def level(self, pointer: int, below: int | None = None) -> int:
        """Return the universe level that ``pointer`` points to."""
        if pointer == 1:
            return self._terms.zero
        index = self._region.index(pointer, below)
        if index not in self._levels:
            for unread in self._unread(index, self._levels, _LEVELS):
                self._levels[unread] = self._make_level(unread)
        return self._levels[index]

    def expression(self, pointer: int) -> int:
        """Return the expression that ``pointer`` points to."""
        index = self._region.index(pointer)
        if index not in self._expressions:
            for unread in self._unread(index, self._expressions, _EXPRESSIONS):
                self._expressions[unread] = self._make_expression(unread)
        return self._expressions[index]

    def constants_in(self, pointers: Iterable[int]) -> set[int]:
        """Return the names of the constants that expressions speak of, without making terms."""
        region, words = self._region, self._region.words
        found = set[int]()
        seen = dict[int, int]()
        for pointer in pointers:
            for index in self._unread(region.index(pointer), seen, _EXPRESSIONS):
                seen[index] = 1
                if words[index] >> 56 in (
                    4,
                    11,
                ):  # a constant, a projection: both begin with a name
                    found.add(self.name(words[index + 1], index))
        return found

    def _unread(self, root: int, known: dict[int, int], shapes: _Shapes) -> list[int]:
        """Return the objects at and below ``root`` that are not ``known``, the lowest first.

        The parts of an object lie below it, so each comes after all its parts.
        """
        words, base, first = self._region.words, self._region.base, self._region.first
        end = len(words)
        found = {root}
        stack = [root]
        while stack:
            index = stack.pop()
            shape = shapes.get(words[index])
            if shape is None:
                raise OleanError(f"the object at {index * 8:#x} is no term of the kind wanted")
            if index + (words[index] >> 35 & 0x1FFF) > end:
                raise OleanError("an object reaches beyond the end of the file")
            for place in shape[1]:
                pointer = words[index + place]
                child = (pointer - base) >> 3
                if pointer == 1 and shapes is not _EXPRESSIONS:  # anonymous, or level zero
                    continue
                if pointer & 7 or not first <= child < index:
                    raise OleanError(f"the pointer {pointer:#x} leads to no part of a term")
                if child not in known and child not in found:
                    found.add(child)
                    stack.append(child)
        return sorted(found)

    def _make_name(self, index: int) -> int:
        words = self._region.words
        prefix = self.name(words[index + 1], index)
        if words[index] >> 56 == 1:
            return self._terms.make(("string", prefix, self._region.text(words[index + 2], index)))
        return self._terms.make(("number", prefix, self._region.number(words[index + 2], index)))

    def _make_level(self, index: int) -> int:
        words = self._region.words
        kind, places = _LEVELS[words[index]]
        if kind == "param":
            return self._terms.make((kind, self.name(words[index + 1], index)))
        return self._terms.make((kind, *(self.level(words[index + i], index) for i in places)))

    def _make_expression(self, index: int) -> int:
        words, base, made = self._region.words, self._region.base, self._expressions
        kind, places = _EXPRESSIONS[words[index]]
        parts = [made[(words[index + place] - base) >> 3] for place in places]
        if kind == "app":
            return self._terms.make((kind, *parts))
        if kind == "mdata":
            return parts[0]
        if kind in ("lam", "pi"):
            number = self._terms.make((kind, *parts))
            if number not in self._terms.binders:
                self._terms.binders[number] = self.name(words[index + 1], index)
            return number
        return self._terms.make(self._leaf(kind, index, parts))

    def _leaf(self, kind: str, index: int, parts: list[int]) -> Node:
        """Return the node of an expression that has more than expressions in it."""
        region, words = self._region, self._region.words
        first = words[index + 1]
        if kind == "const":
            return kind, self.name(first, index), self._level_list(words[index + 2])
        if kind == "proj":
            field = _small(region.number(words[index + 2], index), _MAX_FIELD)
            return kind, self.name(first, index), field, parts[0]
        if kind == "sort":
            return kind, self.level(first, index)
        if kind == "bvar":
            return kind, _small(region.number(first, index), _MAX_INDEX)
        return self._literal(region.index(first, index)) if kind == "literal" else (kind, *parts)

    def _literal(self, index: int) -> Node:
        region = self._region
        if region.tag(index) == 0:
            return "nat", region.number(region.fields(index, 0, 1)[0], index)
        return "text", region.text(region.fields(index, 1, 1)[0], index)

    def _level_list(self, pointer: int) -> tuple[int, ...]:
        if pointer not in self._lists:
            self._lists[pointer] = tuple(
                self.level(element) for element in self._region.linked(pointer)
            )
        return self._lists[pointer]


def _small(number: int, limit: int) -> int:
    if number >= limit:
        raise OleanError(f"the number {number} is too large here")
    return number
