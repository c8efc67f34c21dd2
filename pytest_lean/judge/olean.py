"""Compiled modules (``.olean`` files) as data: imports, constants, types and values.

Promises: nothing of the module is run, and whatever the bytes are, a method returns what they
say or raises :class:`~pytest_lean.judge.region.OleanError`. A file of Lean's module system is
read whole, with its private part, since its public part lists theorems as axioms.

Constants are read when they are asked for; :meth:`ModuleFile.uses` tells what one speaks of
without making terms of it, which is all that a question about axioms needs.
"""

from __future__ import annotations

import functools
import mmap
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from pytest_lean.judge.constants import Constant, Kind, Rule
from pytest_lean.judge.places import declaration_lines
from pytest_lean.judge.region import OleanError, Region, constructor, read_parts
from pytest_lean.judge.term_reader import TermReader
from pytest_lean.judge.terms import Terms

KINDS: tuple[Kind, ...] = (
    "axiom",
    "definition",
    "theorem",
    "opaque",
    "quotient",
    "inductive",
    "constructor",
    "recursor",
)
# Pointers and bytes of scalars of what each kind keeps, in the order of KINDS.
_SHAPES = ((1, 1), (4, 1), (3, 0), (3, 1), (1, 1), (6, 3), (5, 1), (7, 2))
_SAFETY: tuple[Literal["unsafe", "safe", "partial"], ...] = ("unsafe", "safe", "partial")
_MAX_COUNT = 1 << 31


class ModuleFile:
    """One compiled module.

    Args:
        name: what the module is called, for messages.
        parts: the bytes of its files: ``.olean`` and, where there are, ``.olean.server`` and
            ``.olean.private``.
        terms: where its terms go.

    Attributes:
        imports: the modules that it imports.
        is_module: whether it is of Lean's module system.
        names: its constants, in the file's order.

    Raises:
        OleanError: it is no compiled module, or a malformed one.
    """

    def __init__(self, name: str, parts: Sequence[bytes | mmap.mmap], terms: Terms) -> None:
        self.name = name
        self.is_module = _is_module(Region(parts[:1]))
        if self.is_module and len(parts) < 3:
            raise OleanError(f"{name} is a `module`, and its proofs (.olean.private) are not there")
        self._region = region = Region(parts if self.is_module else parts[:1])
        self._terms = terms
        self._read = TermReader(region, terms)
        self._constants: dict[int, Constant] = {}
        fields = region.words[region.root + 1 : region.root + 6]
        self.imports = tuple(dict.fromkeys(map(self._import, region.array(fields[0]))))
        names, places = region.array(fields[1]), region.array(fields[2])
        if len(names) != len(places):
            raise OleanError("the file has not as many constants as names of constants")
        self._places: dict[int, int] = {}
        for pointer, place in zip(names, places, strict=True):
            constant = self._read.name(pointer)
            if constant in self._places:
                raise OleanError(f"the file has two constants {terms.show(constant)}")
            self._places[constant] = place
        self.names = self._places.keys()
        self._entries = fields[4]

    @functools.cached_property
    def lines(self) -> Mapping[int, int] | None:
        """The lines that its author wrote declarations in; None if the file keeps none.

        What Lean made by itself (``f.match_1``, ``T.rec``, ``f.eq_1``) is not in it.
        """
        return declaration_lines(self._region, self._read, self._terms, self._entries)

    @classmethod
    def open(cls, name: str, path: Path, terms: Terms) -> ModuleFile:
        """Read the module whose ``.olean`` is ``path`` and that nobody changes meanwhile."""
        return cls(name, read_parts(path), terms)

    def constant(self, name: int) -> Constant:
        """Return what the file says of one of its constants."""
        if name not in self._constants:
            constant = self._constant(name)
            if constant.name != name:
                shown = self._terms.show(name)
                raise OleanError(f"the constant under the name {shown} has another name")
            self._constants[name] = constant
        return self._constants[name]

    def kind(self, name: int) -> Kind:
        """Return what one of its constants is."""
        return KINDS[self._shape(name)[0]]

    def uses(self, name: int) -> frozenset[int]:
        """Return the names of the constants that one of its constants rests on.

        They are those of its type and value, an inductive type's group and constructors, a
        constructor's inductive type, and what a recursor computes with.
        """
        kind, _, fields = self._shape(name)
        region, read = self._region, self._read
        roots = [self._heading(fields[0])[2]]
        others: tuple[int, ...] = ()
        if KINDS[kind] in ("definition", "theorem", "opaque"):
            roots.append(fields[1])
        elif KINDS[kind] == "inductive":
            others = read.names(fields[3]) + read.names(fields[4])
        elif KINDS[kind] == "constructor":
            others = (read.name(fields[1]),)
        elif KINDS[kind] == "recursor":
            rules = [region.fields(region.index(rule), 0, 3) for rule in region.linked(fields[6])]
            roots += [value for _, _, value in rules]
            others = read.names(fields[1]) + tuple(read.name(made) for made, _, _ in rules)
        return frozenset(read.constants_in(roots).union(others))

    def explicit(self, name: int) -> tuple[bool, ...]:
        """Tell of each argument in the type of one of its constants whether it is written."""
        region = self._region
        marks: list[bool] = []
        place = region.index(self._heading(self._shape(name)[2][0])[2])
        while region.words[place] == constructor(7, 3, 9):
            _, _, body = region.fields(place, 7, 3, 9)
            marks.append(region.byte(place, 3, 8) == 0)
            place = region.index(body, place)
        return tuple(marks)

    def _import(self, pointer: int) -> str:
        region = self._region
        index = region.index(pointer)
        return self._terms.show(self._read.name(region.fields(index, 0, 1, 8)[0]))

    def _shape(self, name: int) -> tuple[int, int, tuple[int, ...]]:
        """Return a constant's kind, the object that holds it, and that object's pointers."""
        region = self._region
        outer = region.index(self._places[name])
        kind = region.tag(outer)
        if kind >= len(KINDS):
            raise OleanError(f"a constant of the kind {kind} is not known")
        inner = region.index(region.fields(outer, kind, 1)[0])
        return kind, inner, region.fields(inner, 0, *_SHAPES[kind])

    def _heading(self, pointer: int) -> tuple[int, ...]:
        """Return the pointers to a constant's name, universe parameters and type."""
        return self._region.fields(self._region.index(pointer), 0, 3)

    def _constant(self, name: int) -> Constant:
        kind, inner, fields = self._shape(name)
        own, levels, type = self._heading(fields[0])
        made: dict[str, Any] = _READERS[KINDS[kind]](self, inner, fields)
        read = self._read
        return Constant(
            read.name(own), KINDS[kind], read.names(levels), read.expression(type), **made
        )

    def _safety(self, inner: int, kind: Kind, offset: int = 0) -> str:
        fields = _SHAPES[KINDS.index(kind)][0]
        return "unsafe" if self._flag(inner, fields, offset) else "safe"

    def _flag(self, inner: int, fields: int, offset: int) -> bool:
        value = self._region.byte(inner, fields, offset)
        if value > 1:
            raise OleanError("a truth value is neither true nor false")
        return bool(value)

    def _count(self, pointer: int) -> int:
        number = self._region.number(pointer)
        if number > _MAX_COUNT:
            raise OleanError(f"the number {number} is too large here")
        return number

    def _axiom(self, inner: int, _: tuple[int, ...]) -> dict[str, Any]:
        return {"safety": self._safety(inner, "axiom")}

    def _definition(self, inner: int, fields: tuple[int, ...]) -> dict[str, Any]:
        _, value, hints, group = fields
        region, safety = self._region, self._region.byte(inner, 4, 0)
        if safety >= len(_SAFETY):
            raise OleanError("a definition's safety is not known")
        height: str | int
        if hints in (1, 3):
            height = "opaque" if hints == 1 else "abbrev"
        else:
            place = region.index(hints)
            region.fields(place, 2, 0, 4)
            height = region.words[place + 1] & 0xFFFFFFFF
        return {
            "value": self._read.expression(value),
            "hints": height,
            "safety": _SAFETY[safety],
            "group": self._read.names(group),
        }

    def _theorem(self, _: int, fields: tuple[int, ...]) -> dict[str, Any]:
        return {
            "value": self._read.expression(fields[1]),
            "group": self._read.names(fields[2]),
        }

    def _opaque(self, inner: int, fields: tuple[int, ...]) -> dict[str, Any]:
        return {**self._theorem(inner, fields), "safety": self._safety(inner, "opaque")}

    def _quotient(self, *_: object) -> dict[str, Any]:
        return {}

    def _inductive(self, inner: int, fields: tuple[int, ...]) -> dict[str, Any]:
        _, parameters, indices, group, constructors, nested = fields
        flags = [self._flag(inner, 6, i) for i in range(3)]
        return {
            "group": self._read.names(group),
            "constructors": self._read.names(constructors),
            "counts": tuple(map(self._count, (parameters, indices, nested))),
            "safety": "unsafe" if flags[1] else "safe",
        }

    def _constructor(self, inner: int, fields: tuple[int, ...]) -> dict[str, Any]:
        _, parent, *counts = fields
        return {
            "parent": self._read.name(parent),
            "counts": tuple(map(self._count, counts)),
            "safety": self._safety(inner, "constructor"),
        }

    def _recursor(self, inner: int, fields: tuple[int, ...]) -> dict[str, Any]:
        _, group, *counts, rules = fields
        made = []
        for pointer in self._region.linked(rules):
            constructor, count, value = self._region.fields(self._region.index(pointer), 0, 3)
            rule = Rule(
                self._read.name(constructor), self._count(count), self._read.expression(value)
            )
            made.append(rule)
        return {
            "group": self._read.names(group),
            "counts": tuple(map(self._count, counts)),
            "rules": tuple(made),
            "safety": self._safety(inner, "recursor", 1),
        }


def imports_of(olean: bytes) -> tuple[str, ...]:
    """Return what a module imports.

    Args:
        olean: the bytes of its ``.olean`` file; its other parts say nothing of imports.

    Raises:
        OleanError: it is no compiled module, or a malformed one.
    """
    region, terms = Region((olean,)), Terms()
    _is_module(region)
    read = TermReader(region, terms)
    places = map(region.index, region.array(region.words[region.root + 1]))
    names = (read.name(region.fields(place, 0, 1, 8)[0]) for place in places)
    return tuple(dict.fromkeys(map(terms.show, names)))


_READERS: dict[Kind, Callable[[ModuleFile, int, tuple[int, ...]], dict[str, Any]]] = {
    "axiom": ModuleFile._axiom,
    "definition": ModuleFile._definition,
    "theorem": ModuleFile._theorem,
    "opaque": ModuleFile._opaque,
    "quotient": ModuleFile._quotient,
    "inductive": ModuleFile._inductive,
    "constructor": ModuleFile._constructor,
    "recursor": ModuleFile._recursor,
}


def _is_module(region: Region) -> bool:
    """Look at the root of a module's public part: which shape it has, and what its flag says."""
    words, root = region.words, region.root
    fields = words[root] >> 48 & 0xFF
    scalars = (words[root] >> 32 & 0xFFFF) - 8 - 8 * fields
    if fields < 5 or scalars not in (0, 8):
        raise OleanError("the root of the file is no module")
    region.fields(root, 0, fields, scalars)
    return scalars == 8 and bool(region.byte(root, fields, 0) & 1)
