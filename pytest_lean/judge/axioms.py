"""Which axioms declarations rest on, found by walking their terms.

Promises: the answer comes from the terms alone, not from what a module says of itself. A
declaration rests on an axiom if its type or value speaks of it, or of a declaration that does.
:class:`AxiomMap` answers for all declarations of a library at the price of one walk;
:func:`axioms_below` for a few of them.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from typing import Protocol

from pytest_lean.judge.constants import Kind


class Declarations(Protocol):
    """What declarations rest on; a :class:`~pytest_lean.judge.library.Library` is one."""

    def kind(self, name: int) -> Kind:
        """Return what a declaration is."""

    def uses(self, name: int) -> frozenset[int]:
        """Return the declarations that it rests on directly."""


def axioms_below(declarations: Declarations, names: Iterable[int]) -> frozenset[int]:
    """Return the axioms that some declarations rest on; an axiom rests on itself."""
    return frozenset(
        name for name in _all_below(declarations, names) if declarations.kind(name) == "axiom"
    )


def chain(declarations: Declarations, name: int, axiom: int) -> tuple[int, ...]:
    """Return a shortest way from a declaration to an axiom, both included; empty if none."""
    came_from: dict[int, int | None] = {name: None}
    waiting = deque([name])
    while waiting and axiom not in came_from:
        at = waiting.popleft()
        for used in sorted(declarations.uses(at)):
            if used not in came_from:
                came_from[used] = at
                waiting.append(used)
    way: list[int] = []
    step: int | None = axiom if axiom in came_from else None
    while step is not None:
        way.append(step)
        step = came_from[step]
    return tuple(reversed(way))


class AxiomMap:
    """The axioms of many declarations at once.

    Args:
        declarations: what they rest on.
        names: the declarations that are asked for.

    Attributes:
        axioms: name of a declaration -> the axioms that it rests on.
    """

    def __init__(self, declarations: Declarations, names: Iterable[int]) -> None:
        wanted = list(names)
        users: dict[int, list[int]] = defaultdict(list)
        everything = _all_below(declarations, wanted)
        for name in everything:
            for used in declarations.uses(name):
                users[used].append(name)
        resting: dict[int, set[int]] = {name: set() for name in wanted}
        self._toward: dict[int, dict[int, int]] = {}
        for axiom in everything:
            if declarations.kind(axiom) == "axiom":
                self._toward[axiom] = toward = _ways_to(axiom, users)
                for name in toward:
                    if name in resting:
                        resting[name].add(axiom)
        self.axioms: Mapping[int, frozenset[int]] = {
            name: frozenset(found) for name, found in resting.items()
        }

    def chain(self, name: int, axiom: int) -> tuple[int, ...]:
        """Return a shortest way from a declaration to an axiom, both included; empty if none."""
        toward = self._toward.get(axiom, {})
        if name not in toward:
            return ()
        way = [name]
        while way[-1] != axiom:
            way.append(toward[way[-1]])
        return tuple(way)


def _all_below(declarations: Declarations, names: Iterable[int]) -> set[int]:
    found = set(names)
    waiting = list(found)
    while waiting:
        new = declarations.uses(waiting.pop()) - found
        found |= new
        waiting += new
    return found


def _ways_to(axiom: int, users: Mapping[int, list[int]]) -> dict[int, int]:
    """Return, for each declaration above an axiom, the next one on a shortest way to it."""
    toward = {axiom: axiom}
    waiting = deque([axiom])
    while waiting:
        at = waiting.popleft()
        for user in sorted(users.get(at, ())):
            if user not in toward:
                toward[user] = at
                waiting.append(user)
    return toward
