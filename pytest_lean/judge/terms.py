"""Names, universe levels and expressions as numbers, such that equal means equal.

Promises: a :class:`Terms` gives every term a number; two terms get the same number exactly if
they are equal up to the names and kinds of their binders and up to metadata. A term's parts have
smaller numbers than the term, so that a loop in their order needs no recursion, however deep the
term is. What names the binders had is kept beside the terms, for printing alone.

The nodes:

- names: ``("anonymous",)``, ``("string", prefix, text)``, ``("number", prefix, n)``
- levels: ``("zero",)``, ``("succ", l)``, ``("max", a, b)``, ``("imax", a, b)``, ``("param", name)``
- expressions: ``("bvar", i)``, ``("sort", level)``, ``("const", name, levels)``,
  ``("app", function, argument)``, ``("lam", type, body)``, ``("pi", type, body)``,
  ``("let", type, value, body)``, ``("nat", n)``, ``("text", s)``, ``("proj", name, i, e)``
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

Node = tuple[Any, ...]
# Which parts of an expression's node are expressions; the last stands below the binder, if any.
EXPRESSIONS_IN: dict[str, tuple[int, ...]] = {
    "bvar": (),
    "sort": (),
    "const": (),
    "nat": (),
    "text": (),
    "app": (1, 2),
    "lam": (1, 2),
    "pi": (1, 2),
    "let": (1, 2, 3),
    "proj": (3,),
}

_PART = re.compile(r"«([^«»]*)»|([^.«»]+)")
_PLAIN = re.compile(r"[^\W\d][\w!?'₀-₉ₐ-ₜᵢ-ᵪ]*")


class Terms:
    """A store of terms, shared by all files that are compared with each other."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.binders: dict[int, int] = {}
        self._numbers: dict[Node, int] = {}
        self._names: dict[str, int] = {}
        self.anonymous = self.make(("anonymous",))
        self.zero = self.make(("zero",))

    def make(self, node: Node) -> int:
        """Return the number of ``node``, whose parts are numbers of this store."""
        number = self._numbers.get(node)
        if number is None:
            number = self._numbers[node] = len(self.nodes)
            self.nodes.append(node)
        return number

    def name(self, text: str) -> int:
        """Return the number of a name that is written as in Lean: ``A.b``, ``«a b».c``, ``a.1``.

        Raises:
            ValueError: this is not how a name is written.
        """
        number = self._names.get(text)
        if number is None:
            number = self.anonymous
            for part in name_parts(text):
                kind = "number" if isinstance(part, int) else "string"
                number = self.make((kind, number, part))
            self._names[text] = number
        return number

    def parts(self, name: int) -> tuple[str | int, ...]:
        """Return the components of a name, outermost first."""
        parts: list[str | int] = []
        node = self.nodes[name]
        while node[0] != "anonymous":
            parts.append(node[2])
            node = self.nodes[node[1]]
        return tuple(reversed(parts))

    def show(self, name: int) -> str:
        """Return a name as Lean writes it, ``«»`` around what is no plain identifier."""
        return ".".join(map(_show_part, self.parts(name))) or "[anonymous]"

    def constants_in(self, terms: Iterable[int]) -> set[int]:
        """Return the names of the constants that expressions speak of."""
        found, seen = set[int](), set[int]()
        stack = list(terms)
        while stack:
            number = stack.pop()
            if number not in seen:
                seen.add(number)
                node = self.nodes[number]
                if node[0] in ("const", "proj"):
                    found.add(node[1])
                stack.extend(node[part] for part in EXPRESSIONS_IN[node[0]])
        return found

    def mentions(self, term: int, index: int) -> bool:
        """Tell whether an expression speaks of the bound variable ``index`` around it."""
        seen = set[tuple[int, int]]()
        stack = [(term, index)]
        while stack:
            place = stack.pop()
            if place in seen:
                continue
            seen.add(place)
            node = self.nodes[place[0]]
            if node[0] == "bvar":
                if node[1] == place[1]:
                    return True
                continue
            *outer, last = EXPRESSIONS_IN[node[0]] or (0,)
            stack.extend((node[part], place[1]) for part in outer)
            if last:
                deeper = node[0] in ("lam", "pi", "let")
                stack.append((node[last], place[1] + deeper))
        return False


def name_parts(text: str) -> tuple[str | int, ...]:
    """Split a name that is written as in Lean.

    Raises:
        ValueError: this is not how a name is written.
    """
    parts: list[str | int] = []
    at = 0
    while True:
        match = _PART.match(text, at)
        if match is None:
            raise ValueError(f"{text!r} is not the name of a declaration")
        quoted, plain = match.groups()
        is_number = plain is not None and plain.isascii() and plain.isdecimal()
        parts.append(int(plain) if is_number else quoted if plain is None else plain)
        at = match.end()
        if at == len(text):
            return tuple(parts)
        if text[at] != ".":
            raise ValueError(f"{text!r} is not the name of a declaration")
        at += 1


def _show_part(part: str | int) -> str:
    if isinstance(part, int) or _PLAIN.fullmatch(part):
        return str(part)
    return f"«{part}»"
