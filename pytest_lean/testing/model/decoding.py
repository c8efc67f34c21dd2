"""Reads what the Lean side of a model writes, as Python values, by the types of Lean."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pytest_lean.language.values import whole
from pytest_lean.testing.model.classes import (
    PLAIN,
    Some,
    can_be_none,
    constructor_class,
    enumeration,
    is_enumeration,
)
from pytest_lean.testing.model.types import Node


@dataclass
class _Open:
    """A value whose parts are being read: what builds it, and the types of its parts."""

    build: Callable[[list[Any]], Any]
    parts: Sequence[int]
    of: int = -1  # the element type of a sequence, whose end is written as `]`
    items: list[Any] = field(default_factory=list)

    def wanted(self) -> int:
        """Return the type of the next part."""
        return self.of if self.of >= 0 else self.parts[len(self.items)]


class Decoder:
    """Reads values of the types of one table.

    Args:
        nodes: the table.
    """

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._builders = {
            node.index: [self._builder(node, index) for index in range(len(node.constructors))]
            for node in nodes
            if node.kind == "family"
        }

    def value(self, node: int, written: str) -> Any:
        """Return the value of type ``node`` that was written.

        Raises:
            ValueError: the text is no value of that type.
        """
        tokens = written.split()
        tokens.reverse()  # so that the next one is taken off the end
        open_: list[_Open] = []
        wanted = node
        while True:
            begun = self._begin(wanted, tokens)
            if isinstance(begun, _Open) and not _is_complete(begun, tokens):
                open_.append(begun)
                wanted = begun.wanted()
                continue
            value = begun.build(begun.items) if isinstance(begun, _Open) else begun
            while open_:
                open_[-1].items.append(value)
                if not _is_complete(open_[-1], tokens):
                    break
                done = open_.pop()
                value = done.build(done.items)
            if not open_:
                if tokens:
                    raise ValueError("Lean wrote more than one value")
                return value
            wanted = open_[-1].wanted()

    def _begin(self, index: int, tokens: list[str]) -> Any:
        """Return a value that has no parts, or an open one whose parts are yet to be read."""
        node = self._nodes[index]
        if node.kind == "family":
            which = whole(tokens.pop()) if len(node.constructors) > 1 else 0
            parts = [
                field.node for field in node.constructors[which].data if field.node is not None
            ]
            return _Open(self._builders[index][which], parts)
        if node.of >= 0:
            _expect(tokens, "[")
            return _Open(list, (), node.of)
        if node.kind == "String":
            _expect(tokens, "[")
            codes = []
            while (token := tokens.pop()) != "]":
                codes.append(chr(int(token)))
            return "".join(codes)
        number = whole(tokens.pop())
        if node.kind == "Char":
            return chr(number)
        if node.kind == "Float":
            return struct.unpack(">d", number.to_bytes(8, "big"))[0]
        return number

    def _builder(self, node: Node, which: int) -> Callable[[list[Any]], Any]:
        """Return the function that makes a value from the data of constructor ``which``."""
        constructor = node.constructors[which]
        if node.family in PLAIN:
            return self._plain_builder(node, which)
        if is_enumeration(node):
            member = enumeration(node)(constructor.short)
            return lambda _: member
        made = constructor_class(node, constructor)
        return lambda items: made(*items)

    def _plain_builder(self, node: Node, which: int) -> Callable[[list[Any]], Any]:
        if node.family == "Bool":
            return lambda _: bool(which)
        data = node.constructors[which].data
        if not data:  # Unit, and Option's none
            return lambda _: None
        last = self._nodes[data[-1].node or 0]
        if node.family == "Prod":
            if last.family == "Prod":
                return lambda items: (items[0], *items[1])
            return lambda items: (items[0], items[1])
        if node.family == "Option" and can_be_none(self._nodes, last.index):
            return lambda items: Some(items[0])
        return lambda items: items[0]


def _expect(tokens: list[str], token: str) -> None:
    if not tokens or tokens.pop() != token:
        raise ValueError("Lean wrote no value of that type")


def _is_complete(open_: _Open, tokens: list[str]) -> bool:
    """Return whether all parts are read; for a sequence, also read its end."""
    if open_.of < 0:
        return len(open_.items) == len(open_.parts)
    if tokens and tokens[-1] == "]":
        tokens.pop()
        return True
    return False
