"""Whether two modules mean the same by a statement, term by term and definition by definition.

Promises: a statement is taken for the same only if its terms are equal up to the names of bound
variables and of universe parameters, and if everything below it that no trusted module declares
is declared alike on both sides. Only what Lean makes for itself (``t.match_1``, ``t._proof_1``)
may be called differently; it is then compared by content.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pytest_lean.judge.constants import Constant
from pytest_lean.judge.olean import ModuleFile
from pytest_lean.judge.terms import Node, Terms

_MADE_BY_LEAN = re.compile(r"(?:match|_proof|proof|_aux|_simp|_unary)_\d+(?:_\d+)*|match_\d+.*")


class Comparison:
    """Compares what a text proves with the statement that was asked for.

    Args:
        terms: the store that both files' terms are in.
        asked: the module with the statement.
        given: the module with the proof.
        is_known: tells of a name whether a trusted module declares it.

    Attributes:
        differences: what was found to differ, in the words of a report.
    """

    def __init__(
        self,
        terms: Terms,
        asked: ModuleFile,
        given: ModuleFile,
        is_known: Callable[[int], bool],
    ) -> None:
        self._terms = terms
        self._asked, self._given = asked, given
        self._is_known = is_known
        self._pairs: dict[int, int] = {}
        self._waiting: list[tuple[int, int]] = []
        self.differences: list[str] = []

    def theorem(self, asked: int, given: int) -> bool:
        """Compare the types of two theorems, and all that they speak of."""
        first, second = self._asked.constant(asked), self._given.constant(given)
        levels: dict[int, int] = {}
        if len(first.level_params) != len(second.level_params):
            self._differ(given, "number of universe parameters")
        elif not self._same(first.type, second.type, levels, is_free=True):
            self._differ(given, "type")
        while self._waiting and not self.differences:
            self._compare(*self._waiting.pop())
        return not self.differences

    def _compare(self, asked: int, given: int) -> None:
        if asked not in self._asked.names or given not in self._given.names:
            missing = asked if asked in self._asked.names else given
            self.differences.append(f"{self._terms.show(missing)} is declared on one side only")
            return
        first, second = self._asked.constant(asked), self._given.constant(given)
        for what, of in _FACTS.items():
            if of(first) != of(second):
                self._differ(given, what)
                return
        levels = dict(zip(first.level_params, second.level_params, strict=True))
        if not self._same(first.type, second.type, levels):
            self._differ(given, "type")
        elif first.kind in ("definition", "opaque"):
            assert first.value is not None
            assert second.value is not None
            if not self._same(first.value, second.value, levels):
                self._differ(given, "value")
        names = zip(_names_of(first), _names_of(second), strict=True)
        if not all(self._pair(a, b) for a, b in names):
            self._differ(given, "parts")

    def _differ(self, name: int, what: str) -> None:
        self.differences.append(f"the {what} of {self._terms.show(name)} is another")

    def _pair(self, asked: int, given: int) -> bool:
        """Tell whether one name may stand for the other, and note what is still to be compared."""
        if self._is_known(asked) or self._is_known(given):
            return asked == given
        if asked in self._pairs:
            return self._pairs[asked] == given
        if asked != given and not (self._is_made(asked) and self._is_made(given)):
            return False
        self._pairs[asked] = given
        self._waiting.append((asked, given))
        return True

    def _is_made(self, name: int) -> bool:
        last = self._terms.parts(name)[-1:]
        return bool(last) and _MADE_BY_LEAN.fullmatch(str(last[0])) is not None

    def _same(
        self, asked: int, given: int, levels: dict[int, int], *, is_free: bool = False
    ) -> bool:
        """Compare two expressions; ``is_free``: universe parameters may be called otherwise."""
        nodes = self._terms.nodes
        seen, stack = set[tuple[int, int]](), [(asked, given)]
        while stack:
            place = stack.pop()
            if place not in seen:
                seen.add(place)
                first, second = nodes[place[0]], nodes[place[1]]
                if first[0] != second[0] or len(first) != len(second):
                    return False
                if first[0] == "param":
                    if is_free and first[1] not in levels and second[1] not in levels.values():
                        levels[first[1]] = second[1]
                    if levels.get(first[1]) != second[1]:
                        return False
                elif not self._same_node(first, second, stack):
                    return False
        return True

    def _same_node(self, first: Node, second: Node, parts: list[tuple[int, int]]) -> bool:
        """Compare two nodes of one kind; what stands below them goes to ``parts``."""
        kind = first[0]
        if kind == "const":
            parts += zip(first[2], second[2], strict=False)
            return len(first[2]) == len(second[2]) and self._pair(first[1], second[1])
        if kind == "proj":
            parts.append((first[3], second[3]))
            return bool(first[2] == second[2]) and self._pair(first[1], second[1])
        if kind in ("bvar", "nat", "text"):
            return first == second
        parts += zip(first[1:], second[1:], strict=True)
        return True


_FACTS: dict[str, Callable[[Constant], Any]] = {
    "kind": lambda constant: constant.kind,
    "safety": lambda constant: constant.safety,
    "number of universe parameters": lambda constant: len(constant.level_params),
    "shape": lambda constant: (constant.counts, *(len(part) for part in _groups(constant))),
}


def _groups(constant: Constant) -> tuple[tuple[int, ...], ...]:
    is_type = constant.kind in ("inductive", "recursor")
    return (constant.group, constant.constructors) if is_type else ()


def _names_of(constant: Constant) -> Iterator[int]:
    """Yield the other constants that an inductive type, constructor or recursor belongs to."""
    for group in _groups(constant):
        yield from group
    if constant.parent is not None:
        yield constant.parent
