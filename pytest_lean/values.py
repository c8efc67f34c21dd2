"""Python values out of what Lean's ``#eval`` prints."""

from __future__ import annotations

import re
from typing import Any

_SCALARS = {"Nat", "Int", "Bool", "String", "Char"}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", '"': '"', "'": "'", "0": "\0"}
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_TOKEN = re.compile(
    r"""\s*(?:(?P<int>-?\d+) | (?P<str>"(?:\\.|[^"\\])*") | (?P<char>'(?:\\.[^']*|[^'\\])')
    | (?P<word>true|false|none|some) | (?P<open>\#?\[|\() | (?P<close>[\])]) | (?P<comma>,))""",
    re.VERBOSE | re.DOTALL,
)


def read_value(printed: str, lean_type: str) -> Any:
    """Return the Python value of what Lean printed for an expression of ``lean_type``.

    It is the text itself where the type is not made of Nat, Int, Bool, String, Char, List,
    Array, Option and products: another type may print like one of them.
    """
    if not _is_known(lean_type):
        return printed
    reader = _Reader(printed)
    try:
        value = reader.value()
    except ValueError:
        return printed
    return value if reader.at_end() else printed


def _is_known(lean_type: str) -> bool:
    words = set(re.findall(r"[^\s()×]+", lean_type))
    return bool(words) and words <= _SCALARS | {"List", "Array", "Option"}


class _Reader:
    """A reader of Lean's notation for values, one token at a time."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def at_end(self) -> bool:
        return not self._text[self._at :].strip()

    def value(self) -> Any:
        kind, text = self._next()
        if kind == "int":
            return int(text)
        if kind == "str":
            return unescape(text[1:-1])
        if kind == "char":
            return unescape(text[1:-1])
        if kind == "word":
            return self.value() if text == "some" else {"true": True, "false": False}.get(text)
        if text == "(":
            items = self._items(")")
            return items[0] if len(items) == 1 else tuple(items)
        if kind == "open":
            return self._items("]")
        raise ValueError(text)

    def _items(self, close: str) -> list[Any]:
        items: list[Any] = []
        if self._peek() == close:
            self._next()
            return items
        while True:
            items.append(self.value())
            _, text = self._next()
            if text == close:
                return items
            if text != ",":
                raise ValueError(text)

    def _peek(self) -> str:
        match = _TOKEN.match(self._text, self._at)
        return match[0].strip() if match else ""

    def _next(self) -> tuple[str, str]:
        match = _TOKEN.match(self._text, self._at)
        if match is None or match.lastgroup is None:
            raise ValueError(self._text[self._at :])
        self._at = match.end()
        return match.lastgroup, match[match.lastgroup]


def unescape(literal: str) -> str:
    """Return the text that the inside of a Lean string or character literal stands for."""

    def one(match: re.Match[str]) -> str:
        if match[1] or match[2]:
            return chr(int(match[1] or match[2], 16))
        return _ESCAPES.get(match[3], match[3])

    return _ESCAPE.sub(one, literal)
