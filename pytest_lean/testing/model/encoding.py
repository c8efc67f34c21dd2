"""Python values as programs for the Lean side of a model, by the types of Lean.

Promises: a value of a wrong type is a ``TypeError``, one out of range a ``ValueError``; both are
raised before Lean is asked, and name the type and the place in the argument. A value of any depth
and length is written in time proportional to its size.
"""

from __future__ import annotations

import dataclasses
import enum
import math
import operator
import struct
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from pytest_lean.testing.model.classes import (
    PLAIN,
    Some,
    can_be_none,
    constructor_class,
    is_enumeration,
    is_structure,
    python_names,
)
from pytest_lean.testing.model.machine import END, operations
from pytest_lean.testing.model.types import MACHINE, Constructor, Node

# A place in a value: the place of the value around it, and the step from there.
Path: TypeAlias = "tuple[Path, str] | None"
# The operation that makes a value, and the parts that have to be on the stacks before: for each
# its type, its value and its place.
Parts: TypeAlias = "tuple[str, Sequence[tuple[int, Any, str]]]"
NAN = 0x7FF8000000000000
_MOST_SHOWN = 60


class Encoder:
    """Writes values of the types of one table.

    Args:
        nodes: the table.
    """

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._operations = operations(nodes)
        self._leaves: list[Callable[[Any, int | None], str] | None] = [
            self._leaf(node) for node in nodes
        ]

    def program(
        self, values: Sequence[tuple[int, Any, str]], sizes: Mapping[int, int | None]
    ) -> str:
        """Return the program that puts values on their stacks and ends.

        Args:
            values: for each its type, the value, and its name in messages.
            sizes: the sizes of the types that have one, where they are known.

        Raises:
            TypeError, ValueError: a value is not of its type.
        """
        parts: list[str] = []
        for node, value, name in values:
            self._write(parts, node, value, name, sizes)
        parts.append(f"{END} ")
        return "".join(parts)

    def _write(
        self, parts: list[str], node: int, value: Any, name: str, sizes: Mapping[int, int | None]
    ) -> None:
        todo: list[str | tuple[int, Any, Path]] = [(node, value, None)]
        while todo:
            item = todo.pop()
            if isinstance(item, str):
                parts.append(item)
                continue
            index, inner_value, path = item
            leaf = self._leaves[index]
            try:
                if leaf is not None:
                    parts.append(leaf(inner_value, sizes.get(index)))
                    continue
                operation, inner = self._parts(self._nodes[index], inner_value, sizes.get(index))
            except (TypeError, ValueError) as error:
                raise self._located(error, node, name, path) from None
            todo.append(operation)
            todo.extend((of, part, (path, label)) for of, part, label in reversed(inner))

    def _located(
        self, error: TypeError | ValueError, node: int, name: str, path: Path
    ) -> TypeError | ValueError:
        labels: list[str] = []
        while path is not None:
            path, label = path
            labels.append(label)
        place = f", at {''.join(reversed(labels))}" if labels else ""
        kind = ValueError if isinstance(error, ValueError) else TypeError
        return kind(f"{name} is of type {self._nodes[node].shown}{place}: {error}")

    def _leaf(self, node: Node) -> Callable[[Any, int | None], str] | None:
        """Return the function that writes values of a type without parts; else None."""
        if node.kind == "family" or node.of >= 0:
            return None
        number = self._operations.of_node[node.index]
        operation = f"{number:x} "
        if node.kind == "Int":
            negative = f"{number + 1:x} "

            def write_int(value: Any, _: int | None) -> str:
                whole = _whole(value, "Int")
                return f"{operation}{whole:x} " if whole >= 0 else f"{negative}{-whole - 1:x} "

            return write_int
        if node.kind == "String":

            def write_string(value: Any, _: int | None) -> str:
                codes = _codes(value, "String")
                return f"{operation}{len(codes):x} {''.join(f'{code:x} ' for code in codes)}"

            return write_string
        to_number = _NUMBERS.get(node.kind) or _machine(node)

        def write(value: Any, size: int | None) -> str:
            return f"{operation}{to_number(value, size):x} "

        return write

    def _parts(self, node: Node, value: Any, size: int | None) -> Parts:
        if node.of >= 0:
            items = _items(value, node)
            if size is not None and len(items) != size:
                raise ValueError(f"it has {len(items)} elements, not {size}")
            operation = f"{self._operations.of_node[node.index]:x} {len(items):x} "
            return operation, [(node.of, item, f"[{i}]") for i, item in enumerate(items)]
        index, fields, labels = self._constructor(node, value)
        constructor = node.constructors[index]
        data = [field.node for field in constructor.data if field.node is not None]
        operation = f"{self._operations.of_constructor[node.index, index]:x} "
        return operation, list(zip(data, fields, labels, strict=True))

    def _constructor(self, node: Node, value: Any) -> tuple[int, Sequence[Any], Sequence[str]]:
        """Return the index of a value's constructor, its fields, and the places of these."""
        if node.family in PLAIN:
            return self._plain(node, value)
        if is_enumeration(node):
            return _named(node, value), (), ()
        if is_structure(node) and not _is_tagged(node, value):
            names, fields = _fields(node, node.constructors[0], value)
            return 0, fields, [f".{name}" for name in names]
        return _tagged(node, value)

    def _plain(self, node: Node, value: Any) -> tuple[int, Sequence[Any], Sequence[str]]:
        if node.family == "Bool":
            if not isinstance(value, bool):
                raise _wrong(value, "Bool", "a bool")
            return int(value), (), ()
        if node.family == "PUnit":
            if value is not None and value != ():
                raise _wrong(value, "Unit", "None")
            return 0, (), ()
        if node.family == "Option":
            return self._option(node, value)
        return (0, (value,), ("",)) if node.family == "Subtype" else self._pair(node, value)

    def _option(self, node: Node, value: Any) -> tuple[int, Sequence[Any], Sequence[str]]:
        if value is None:
            return 0, (), ()
        if isinstance(value, Some):
            return 1, (value.value,), (".value",)
        if can_be_none(self._nodes, node.constructors[1].data[0].node or 0):
            raise _wrong(value, node.shown, "None or pytest_lean.Some(...)")
        return 1, (value,), ("",)

    def _pair(self, node: Node, value: Any) -> tuple[int, Sequence[Any], Sequence[str]]:
        if not isinstance(value, tuple):
            raise _wrong(value, node.shown, "a tuple")
        if len(value) == 2:
            return 0, value, ("[0]", "[1]")
        second = node.constructors[0].data[1].node or 0
        if len(value) > 2 and self._nodes[second].family == "Prod":
            return 0, (value[0], value[1:]), ("[0]", "[1:]")
        raise ValueError(f"a tuple of {len(value)} is no {node.shown}")


def _is_tagged(node: Node, value: Any) -> bool:
    """Return whether a tuple has the name of the only constructor before the fields."""
    constructor = node.constructors[0]
    return (
        isinstance(value, tuple)
        and len(value) == len(constructor.data) + 1
        and value[0] == constructor.short
    )


def _named(node: Node, value: Any) -> int:
    """Return the index of the constructor that a name or an enumeration member stands for."""
    names = [constructor.short for constructor in node.constructors]
    candidates = [value]
    if isinstance(value, enum.Enum):
        candidates = [value.name, value.value]
    elif isinstance(value, tuple) and len(value) == 1:
        candidates = [value[0]]
    elif _has_class_of(node, value):
        candidates = [type(value).__name__]
    for candidate in candidates:
        if isinstance(candidate, str) and candidate in names:
            return names.index(candidate)
    expected = "one of " + ", ".join(names)
    if any(isinstance(candidate, str) for candidate in candidates):
        raise ValueError(f"{_shown(value)} is no {node.shown}, which is {expected}")
    raise _wrong(value, node.shown, expected)


def _has_class_of(node: Node, value: Any) -> bool:
    return dataclasses.is_dataclass(value) and not isinstance(value, type)


def _tagged(node: Node, value: Any) -> tuple[int, Sequence[Any], Sequence[str]]:
    """Return index, fields and places for a value that names its constructor."""
    for index, candidate in enumerate(node.constructors):
        if type(value) is constructor_class(node, candidate):
            names, fields = _fields(node, candidate, value)
            return index, fields, [f".{name}" for name in names]
    names_of = {candidate.short: index for index, candidate in enumerate(node.constructors)}
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        if value[0] not in names_of:
            raise ValueError(
                f"{value[0]!r} is no constructor of {node.shown}: {', '.join(names_of)}"
            )
        index = names_of[value[0]]
        constructor = node.constructors[index]
        if len(value) - 1 != len(constructor.data):
            raise ValueError(
                f"{constructor.name} has {len(constructor.data)} fields, not {len(value) - 1}"
            )
        return index, value[1:], [f"[{i}]" for i in range(1, len(value))]
    if isinstance(value, (str, enum.Enum)):
        index = _named(node, value)
        if node.constructors[index].data:
            raise ValueError(f"{node.constructors[index].name} has fields, and none are given")
        return index, (), ()
    if _has_class_of(node, value) and type(value).__name__ in names_of:
        index = names_of[type(value).__name__]
        names, fields = _fields(node, node.constructors[index], value)
        return index, fields, [f".{name}" for name in names]
    raise _wrong(
        value, node.shown, f"a tuple that begins with a constructor's name: {', '.join(names_of)}"
    )


def _fields(node: Node, constructor: Constructor, value: Any) -> tuple[Sequence[str], list[Any]]:
    """Return names and values of the fields of a dataclass, a mapping, or a tuple."""
    names = python_names(node, constructor)
    lean_names = [field.name.strip("«»") for field in constructor.data]
    if isinstance(value, Mapping):
        given = dict(value)
        found = [
            given.pop(lean if lean in given else name, _MISSING)
            for lean, name in zip(lean_names, names, strict=True)
        ]
        missing = [
            lean_name for lean_name, what in zip(lean_names, found, strict=True) if what is _MISSING
        ]
        if missing or given:
            wrong = f"no field {missing[0]}" if missing else f"an unknown field {next(iter(given))}"
            raise ValueError(f"it has {wrong}; {node.shown} has {', '.join(lean_names)}")
        return names, found
    if isinstance(value, tuple):
        if len(value) != len(names):
            raise ValueError(f"{node.shown} has {len(names)} fields, not {len(value)}")
        return names, list(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if all(hasattr(value, field) for field in names):
            return names, [getattr(value, field) for field in names]
        raise TypeError(f"{_shown(value)} has not the fields of {node.shown}: {', '.join(names)}")
    raise _wrong(value, node.shown, "a dataclass, a mapping or a tuple of its fields")


_MISSING = object()


def _items(value: Any, node: Node) -> Sequence[Any]:
    if isinstance(value, (str, bytes, bytearray)) or not isinstance(value, Sequence):
        raise _wrong(value, node.shown, "a list")
    return value


def _whole(value: Any, lean_type: str) -> int:
    if isinstance(value, bool):
        raise _wrong(value, lean_type, "an int")
    try:
        return operator.index(value)
    except TypeError:
        raise _wrong(value, lean_type, "an int") from None


def _codes(value: Any, lean_type: str) -> list[int]:
    if not isinstance(value, str):
        raise _wrong(value, lean_type, "a str")
    codes = list(map(ord, value))
    lone = next((code for code in codes if 0xD800 <= code <= 0xDFFF), None)
    if lone is not None:
        raise ValueError(f"it has a lone surrogate in it, U+{lone:04X}, which is no character")
    return codes


def _char(value: Any, _: int | None) -> int:
    codes = _codes(value, "Char")
    if len(codes) != 1:
        raise ValueError(f"{_shown(value)} is no Char: it has {len(codes)} characters")
    return codes[0]


def _natural(value: Any, _: int | None) -> int:
    whole = _whole(value, "Nat")
    if whole < 0:
        raise ValueError(f"{_shown(whole)} is no Nat: it is negative")
    return whole


def _below(value: Any, size: int | None) -> int:
    whole = _natural(value, None)
    if size is not None and whole >= size:
        raise ValueError(f"{_shown(whole)} is no Fin {size}: it is not below {size}")
    return whole


def _bits(value: Any, size: int | None) -> int:
    whole = _natural(value, None)
    if size is not None and whole >> size:
        raise ValueError(f"{_shown(whole)} does not fit into {size} bits")
    return whole


def _float(value: Any, _: int | None) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _wrong(value, "Float", "a float")
    try:
        number = float(value)
    except OverflowError:
        raise ValueError(f"{_shown(value)} is no Float: it is too big") from None
    if isinstance(value, int) and int(number) != value:
        raise ValueError(f"{_shown(value)} is no Float: it would be rounded")
    if math.isnan(number):
        return NAN
    return int.from_bytes(struct.pack(">d", number), "big")


def _machine(node: Node) -> Callable[[Any, int | None], int]:
    bits, signed = MACHINE[node.kind]
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)

    def number(value: Any, _: int | None) -> int:
        whole = _whole(value, node.kind)
        if not low <= whole <= high:
            raise ValueError(f"{_shown(whole)} is no {node.kind}: it is not in {low} to {high}")
        return whole % (1 << bits)

    return number


_NUMBERS: dict[str, Callable[[Any, int | None], int]] = {
    "Nat": _natural,
    "Char": _char,
    "Float": _float,
    "Fin": _below,
    "BitVec": _bits,
}


def _wrong(value: Any, lean_type: str, expected: str) -> TypeError:
    return TypeError(f"{_shown(value)} is no {lean_type}: it takes {expected}")


def _shown(value: Any) -> str:
    """Return a value for a message: its beginning, and its Python type."""
    if type(value) is int and value.bit_length() > 200:
        return f"an int of {value.bit_length()} bits"
    try:
        text = repr(value)
    except Exception as error:  # a user's class
        text = f"a value whose repr raises {type(error).__name__}"
    text = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}..."
    kind = type(value).__name__
    return text if value is None or kind in ("int", "bool") else f"{text} ({kind})"
