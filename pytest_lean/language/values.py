"""Python values out of what Lean's ``#eval`` prints."""

from __future__ import annotations

import re
from typing import Any

_SCALARS = {"Nat", "Int", "Bool", "String", "Char"}
_PIECE = 4000
_MOST_BITS = 13_000
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", '"': '"', "'": "'", "0": "\0"}
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_TOKEN = re.compile(
    r"""\s*(?:(?P<int>-?\d+) | (?P<str>"(?:\\.|[^"\\])*") | (?P<char>'(?:\\.[^']*|[^'\\])')
    | (?P<word>true|false|none|some) | (?P<open>\#?\[|\() | (?P<close>[\])]) | (?P<comma>,))""",
    re.VERBOSE | re.DOTALL,
)


def read_value(printed: str, lean_type: str) -> Any:
    """Return the Python value of what Lean printed for an expression of ``lean_type``.

    The printed text itself is returned where the type is not made of Nat, Int, Bool, String,
    Char, List, Array, Option and products, since another type may print like one of them.
    """
    # `#eval` of a decidable proposition prints whether it is true.
    if lean_type == "Prop" and printed in ("true", "false"):
        return printed == "true"
    if not is_known_type(lean_type):
        return printed
    reader = _Reader(printed)
    try:
        value = reader.value()
    except ValueError:
        return printed
    return value if reader.at_end() else printed


def whole(text: str) -> int:
    """Return a number of any length; Python's own ``int`` refuses one above 4,300 digits."""
    if len(text) <= _PIECE:
        return int(text)
    digits = text.removeprefix("-")
    value = 0
    for start in range(0, len(digits), _PIECE):
        piece = digits[start : start + _PIECE]
        value = value * 10 ** len(piece) + int(piece)
    return -value if text.startswith("-") else value


def is_known_type(lean_type: str) -> bool:
    """Return whether values of ``lean_type`` are read as Python values."""
    words = set(re.findall(r"[^\s()×]+", _plain(lean_type)))
    return bool(words) and words <= _SCALARS | {"List", "Array", "Option"}


def lean_literal(value: object, lean_type: str = "") -> str:
    """Return how a Python value is written in Lean, at ``lean_type`` where that matters.

    Args:
        value: an int, bool, str, None, or a list or tuple of such.
        lean_type: as ``#check`` prints it; it tells a List from an Array, a Char from a String,
            and where ``some`` belongs.

    Raises:
        TypeError: for another value.
    """
    head, *arguments = _type_parts(_plain(lean_type))
    if head == "Option" and value is not None:
        return f"some ({lean_literal(value, arguments[0])})"
    if value is None or isinstance(value, (bool, int, str)):
        return _scalar(value, head)
    if isinstance(value, list):
        of = arguments[0] if head in ("List", "Array") else ""
        items = ", ".join(lean_literal(item, of) for item in value)
        return f"#[{items}]" if head == "Array" else f"[{items}]"
    if isinstance(value, tuple) and value:
        types = arguments if head == "×" and len(arguments) == len(value) else [""] * len(value)
        items = ", ".join(lean_literal(item, of) for item, of in zip(value, types, strict=True))
        return f"({items})" if len(value) > 1 else items
    raise TypeError(
        "a value is an int, a bool, a str, None, or a list or a tuple of such, "
        f"not {type(value).__name__}"
    )


def _scalar(value: bool | int | str | None, head: str) -> str:
    if value is None or isinstance(value, bool):
        return {None: "none", True: "true", False: "false"}[value]
    if isinstance(value, int):
        # Python prints no decimal number above 4,300 digits.
        digits = str(abs(value)) if abs(value).bit_length() < _MOST_BITS else hex(abs(value))
        return digits if value >= 0 else f"(-{digits})"
    return _quoted(value, "'" if head == "Char" and len(value) == 1 else '"')


def _plain(lean_type: str) -> str:
    """Return a type with Mathlib's ``ℕ`` and ``ℤ`` written as ``Nat`` and ``Int``."""
    return lean_type.replace("ℕ", "Nat").replace("ℤ", "Int")


def _type_parts(lean_type: str) -> list[str]:
    """Return the head of a type and its arguments; a product's head is ``×``."""
    parts, depth = [""], 0
    for char in lean_type.strip():
        depth += (char == "(") - (char == ")")
        if depth == 0 and char in " ×":
            parts += [char, ""] if char == "×" else [""]
        else:
            parts[-1] += char
    parts = [part for part in parts if part]
    if "×" in parts:
        factors = " ".join(parts).split(" × ")
        return ["×", *factors]
    if len(parts) == 1 and parts[0].startswith("(") and parts[0].endswith(")"):
        return _type_parts(parts[0][1:-1])
    return [*parts, ""] if parts else [""]


def _quoted(text: str, quote: str) -> str:
    shown = text.replace("\\", "\\\\").replace(quote, f"\\{quote}")
    shown = shown.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    shown = "".join(char if char >= " " else f"\\x{ord(char):02x}" for char in shown)
    return f"{quote}{shown}{quote}"


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
            return whole(text)
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

    def character(match: re.Match[str]) -> str:
        if match[1] or match[2]:
            return chr(int(match[1] or match[2], 16))
        return _ESCAPES.get(match[3], match[3])

    return _ESCAPE.sub(character, literal)


def option_value(text: str) -> bool | int | str:
    """Read the value of a Lean option from text: ``true``, ``false``, a number or a text."""
    if text in ("true", "false"):
        return text == "true"
    return int(text) if text.isdecimal() else text
