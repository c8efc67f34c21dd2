"""Python classes for values of inductive types: frozen dataclasses and enumerations.

Promises: a type of Lean has the same class everywhere in a process, so that equal values of
different models are equal in Python. A value is also equal to the tuple that a model accepts in
its place: a structure to its fields, another value to its constructor's name and its fields.
Values can be copied and pickled: their classes are in no module, so the pickle says how to make
them again.
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

# Families whose values are plain Python values, such as None, bool and tuple.
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
    return len(node.constructors) > 1 and not any(
        constructor.data for constructor in node.constructors
    )


def is_structure(node: Node) -> bool:
    """Return whether a family has one constructor, so that values need not name it."""
    return len(node.constructors) == 1


def python_names(node: Node, constructor: Constructor) -> tuple[str, ...]:
    """Return the names of a constructor's data fields as Python attributes."""
    names: list[str] = []
    for field in constructor.data:
        name = _FIELDS.get(node.family) or attribute_name(field.name)
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
    constructors = tuple((constructor.name, constructor.short) for constructor in node.constructors)
    return _enumeration(node.family, constructors)


def _enumeration(family: str, constructors: tuple[tuple[str, str], ...]) -> type[enum.Enum]:
    key = (family, *(name for name, _ in constructors))
    if key not in _MADE:
        members = [(attribute_name(short), short) for _, short in constructors]
        made: Any = enum.Enum  # type checkers accept its functional form only with literals
        made = made(short_name(family), members, type=str)

        def __reduce_ex__(self: enum.Enum, protocol: object) -> Any:
            return _member, (family, constructors, self.value)

        made.__reduce_ex__ = __reduce_ex__
        _MADE[key] = made
    return _MADE[key]


def _member(family: str, constructors: tuple[tuple[str, str], ...], value: str) -> enum.Enum:
    """Return the member for a pickled one; this process may not have made its class yet."""
    return _enumeration(family, constructors)(value)


def constructor_class(node: Node, constructor: Constructor) -> type:
    """Return the frozen dataclass for the values of one constructor."""
    tag = () if is_structure(node) else (constructor.short,)
    return _constructor_class(node.family, constructor.name, tag, python_names(node, constructor))


def _constructor_class(
    whole_family: str, constructor: str, tag: tuple[str, ...], names: tuple[str, ...]
) -> type:
    key = (whole_family, constructor, *names)
    if key not in _MADE:
        family = short_name(whole_family)
        name = attribute_name(*tag or (family,))

        def __reduce__(self: object) -> Any:
            return _value, (whole_family, constructor, tag, names, _fields(self, names))

        made = dataclasses.make_dataclass(
            name,
            [(field_name, Any) for field_name in names],
            frozen=True,
            eq=False,
            namespace={
                "__eq__": _equality(tag, names),
                "__hash__": _hash(tag, names),
                "__reduce__": __reduce__,
                "__module__": "lean",
                "__doc__": f"A value of Lean's {constructor}.",
            },
        )
        made.__qualname__ = f"{family}.{tag[0]}" if tag else name
        made.lean_tag = tag  # type: ignore[attr-defined]
        _MADE[key] = made
    return _MADE[key]


def _value(
    family: str,
    constructor: str,
    tag: tuple[str, ...],
    names: tuple[str, ...],
    values: tuple[Any, ...],
) -> object:
    """Return the value for a pickled one; this process may not have made its class yet."""
    return _constructor_class(family, constructor, tag, names)(*values)


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
        for constructor in node.constructors:
            name = node.family if is_structure(node) else constructor.name
            found[name] = constructor_class(node, constructor)
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
        names = [field.name for field in dataclasses.fields(value)]  # type: ignore[arg-type]
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
