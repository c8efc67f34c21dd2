"""How values of inductive types look in Python: frozen dataclasses and enumerations.

Promises: the same type of Lean is the same class everywhere in a process, so that values of
several models are equal when they are. A value is also equal to the tuple that a model takes in
its place: a structure to its fields, another value to its constructor's name and its fields.
"""

from __future__ import annotations

import dataclasses
import enum
import keyword
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pytest_lean.public import public
from pytest_lean.testing.model.types import Constructor, Node

# Families with a Python value of their own.
PLAIN = frozenset(("Bool", "PUnit", "Option", "Prod", "Subtype"))
_FIELDS = {"Except": "value", "Sum": "value"}
_MADE: dict[tuple[str, ...], type] = {}


@public
@dataclass(frozen=True)
class Some:
    """An ``Option.some`` of something that can be None itself, as in ``Option (Option Nat)``.

    Attributes:
        value: what it holds, which may be None.
    """

    value: Any


def is_enumeration(node: Node) -> bool:
    """Return whether no constructor of a family has data."""
    return len(node.constructors) > 1 and not any(one.data for one in node.constructors)


def is_structure(node: Node) -> bool:
    """Return whether a family has one constructor, whose name need not be told."""
    return len(node.constructors) == 1


def python_names(node: Node, constructor: Constructor) -> tuple[str, ...]:
    """Return the names of the data of a constructor as attributes of Python."""
    names: list[str] = []
    for one in constructor.data:
        name = _FIELDS.get(node.family) or attribute_name(one.name)
        while name in names:
            name += "_"
        names.append(name)
    return tuple(names)


def attribute_name(name: str) -> str:
    """Return a name of Lean's as one of Python's: ``x'`` is ``x_``, ``from`` is ``from_``."""
    changed = re.sub(r"\W", "_", name.strip("«»")) or "_"
    if keyword.iskeyword(changed) or changed == "mro":
        changed += "_"
    return changed if not changed[0].isdigit() else f"_{changed}"


def short_name(family: str) -> str:
    """Return the last part of the name of a family."""
    return family.rpartition(".")[2] or family


def enumeration(node: Node) -> type[enum.Enum]:
    """Return the enumeration for a family whose constructors have no data."""
    key = (node.family, *(one.name for one in node.constructors))
    if key not in _MADE:
        members = [(attribute_name(one.short), one.short) for one in node.constructors]
        made: Any = enum.Enum  # its functional form, which type checkers only know of literals
        _MADE[key] = made(short_name(node.family), members, type=str)
    return _MADE[key]


def constructor_class(node: Node, constructor: Constructor) -> type:
    """Return the frozen dataclass for the values of one constructor."""
    names = python_names(node, constructor)
    key = (node.family, constructor.name, *names)
    if key not in _MADE:
        tag = () if is_structure(node) else (constructor.short,)
        family = short_name(node.family)
        name = attribute_name(family if not tag else constructor.short)
        made = dataclasses.make_dataclass(
            name,
            [(one, Any) for one in names],
            frozen=True,
            eq=False,
            namespace={
                "__eq__": _equality(tag, names),
                "__hash__": _hash(tag, names),
                "__qualname__": f"{family}.{constructor.short}" if tag else name,
                "__module__": "lean",
                "__doc__": f"A value of Lean's {constructor.name}.",
            },
        )
        made.__qualname__ = f"{family}.{constructor.short}" if tag else name
        made.lean_tag = tag  # type: ignore[attr-defined]
        _MADE[key] = made
    return _MADE[key]


def _fields(value: object, names: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(value, name) for name in names)


def _equality(tag: tuple[str, ...], names: Sequence[str]) -> Any:
    def __eq__(self: object, other: object) -> Any:
        if type(other) is type(self):
            return _fields(self, names) == _fields(other, names)
        if isinstance(other, tuple):
            return (*tag, *_fields(self, names)) == other
        return NotImplemented

    return __eq__


def _hash(tag: tuple[str, ...], names: Sequence[str]) -> Any:
    def __hash__(self: object) -> int:
        return hash((*tag, *_fields(self, names)))

    return __hash__


def classes(nodes: Sequence[Node]) -> dict[str, type]:
    """Return the classes for a table of types, by the names that Lean's users know."""
    found: dict[str, type] = {}
    for node in nodes:
        if node.kind != "family" or node.family in PLAIN:
            continue
        if is_enumeration(node):
            found[node.family] = enumeration(node)
            continue
        for one in node.constructors:
            name = node.family if is_structure(node) else one.name
            found[name] = constructor_class(node, one)
    return found


def can_be_none(nodes: Sequence[Node], index: int) -> bool:
    """Return whether None is a value of a type."""
    node = nodes[index]
    if node.family == "Subtype":
        return can_be_none(nodes, node.constructors[0].data[0].node or 0)
    return node.family in ("PUnit", "Option")


def pasted(value: object) -> str:
    """Return a value as Python source that a model takes in its place."""
    if isinstance(value, enum.Enum) and type(value) in _MADE.values():
        return repr(value.value)
    if type(value) in _MADE.values():
        names = [one.name for one in dataclasses.fields(value)]  # type: ignore[arg-type]
        tag = getattr(type(value), "lean_tag", ())
        return _pasted_tuple((*tag, *_fields(value, names)))
    if type(value) is tuple:
        return _pasted_tuple(value)
    if type(value) is list:
        return f"[{', '.join(map(pasted, value))}]"
    return f"Some({pasted(value.value)})" if isinstance(value, Some) else _pasted_leaf(value)


def _pasted_leaf(value: object) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return f"float('{value}')"
    try:
        return repr(value)
    except ValueError:  # Python prints no decimal number above 4,300 digits
        return hex(value) if isinstance(value, int) else object.__repr__(value)


def _pasted_tuple(value: tuple[object, ...]) -> str:
    return f"({', '.join(map(pasted, value))}{',' if len(value) == 1 else ''})"
