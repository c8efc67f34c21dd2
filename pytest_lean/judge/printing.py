"""Terms as text, without any code of Lean's or of the module that they come from.

Promises: :func:`print_exactly` writes a term so that Lean, given the text, makes the same term of
it (where every name can be written). :func:`print_for_people` leaves out what a reader does not
need, but only where everything left out was declared by modules that are trusted: a text under
test cannot have its own addition shown as ``+``, nor its own ``2`` as ``2``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from pytest_lean.judge.terms import Terms

# A term whose parts are shared can be exponentially larger as text; a deep one ends Python's stack.
_MAX_NODES, _MAX_DEPTH = 20_000, 150
# Binding powers: what stands around an expression, so that it needs no parentheses below.
_MAX, _APP, _ARROW, _LOW = 1024, 1023, 25, 0
# name -> arguments in all, symbol, own power, powers of the left and right side
_BINARY = {
    "HAdd.hAdd": (6, "+", 65, 65, 66),
    "HSub.hSub": (6, "-", 65, 65, 66),
    "HAppend.hAppend": (6, "++", 65, 65, 66),
    "HMul.hMul": (6, "*", 70, 70, 71),
    "HDiv.hDiv": (6, "/", 70, 70, 71),
    "HMod.hMod": (6, "%", 70, 70, 71),
    "HPow.hPow": (6, "^", 75, 76, 75),
    "LE.le": (4, "≤", 50, 51, 51),
    "LT.lt": (4, "<", 50, 51, 51),
    "GE.ge": (4, "≥", 50, 51, 51),
    "GT.gt": (4, ">", 50, 51, 51),
    "Dvd.dvd": (4, "∣", 50, 51, 51),
    "Eq": (3, "=", 50, 51, 51),
    "Ne": (3, "≠", 50, 51, 51),
    "And": (2, "∧", 35, 36, 35),
    "Or": (2, "∨", 30, 31, 30),
    "Iff": (2, "↔", 20, 21, 21),
    "Prod": (2, "×", 35, 36, 35),
}


def print_exactly(terms: Terms, term: int) -> str:
    """Return ``term`` with every argument and universe level written out.

    Raises:
        ValueError: it is too large.
    """
    printer = _Printer(terms, term, lambda _: False, lambda _: None)
    text = printer.write(term, (), _LOW)
    if printer.left_out:
        raise ValueError("the term is too large to be written out")
    return text


def print_for_people(
    terms: Terms,
    term: int,
    is_trusted: Callable[[int], bool],
    explicit: Callable[[int], Sequence[bool] | None],
) -> str:
    """Return ``term`` with the usual notation.

    Args:
        terms: the store that it is in.
        term: the term.
        is_trusted: tells of a constant whether a trusted module declares it.
        explicit: tells of a constant which of its arguments are written; None if not known.
    """
    return _Printer(terms, term, is_trusted, explicit).write(term, (), _LOW)


class _Printer:
    """Writes one term; ``scope`` holds the names of the bound variables, innermost last."""

    def __init__(
        self,
        terms: Terms,
        term: int,
        is_trusted: Callable[[int], bool],
        explicit: Callable[[int], Sequence[bool] | None],
    ) -> None:
        self._terms = terms
        self._is_trusted = is_trusted
        self._explicit = explicit
        self._trusted_terms: dict[int, bool] = {}
        parts = map(terms.parts, terms.constants_in([term]))
        self._heads = {part[0] for part in parts if part}
        self._left = _MAX_NODES
        self._depth = 0
        self.left_out = False

    def write(self, term: int, scope: tuple[str, ...], power: int) -> str:
        """Return a part of the term, in parentheses where ``power`` asks for them."""
        self._left -= 1
        if self._left < 0 or self._depth > _MAX_DEPTH:
            self.left_out = True
            return "…"
        self._depth += 1
        try:
            return self._write(term, scope, power)
        finally:
            self._depth -= 1

    def _write(  # noqa: PLR0911
        self, term: int, scope: tuple[str, ...], power: int
    ) -> str:
        node = self._terms.nodes[term]
        kind = node[0]
        if kind in ("const", "app"):
            return self._application(term, scope, power)
        if kind in ("lam", "pi", "let"):
            return _wrap(self._binding(term, scope), _LOW, power)
        if kind == "sort":
            return self._sort(node[1], power)
        if kind == "proj":
            return f"{self.write(node[3], scope, _MAX)}.{node[2] + 1}"
        if kind == "bvar":
            return scope[-1 - node[1]] if node[1] < len(scope) else f"#{node[1] - len(scope)}"
        if kind == "text":
            return json.dumps(node[1], ensure_ascii=False)
        return _wrap(f"nat_lit {node[1]}", _APP, power)

    def _binding(self, term: int, scope: tuple[str, ...]) -> str:
        kind, *parts = self._terms.nodes[term]
        if kind == "let":
            name = self._fresh(None, scope)
            type, value = (self.write(part, scope, _LOW) for part in parts[:2])
            return f"let {name} : {type} := {value}; {self.write(parts[2], (*scope, name), _LOW)}"
        type, body = parts
        if kind == "pi" and not self._terms.mentions(body, 0):
            left = self.write(type, scope, _ARROW + 1)
            right = _LOW if self._terms.nodes[body][0] == "pi" else _ARROW
            return f"{left} → {self.write(body, (*scope, '_'), right)}"
        head, arrow = ("∀", ",") if kind == "pi" else ("fun", " =>")
        binders = ""
        while True:
            name = self._fresh(self._terms.binders.get(term), scope)
            binders += f" ({name} : {self.write(type, scope, _LOW)})"
            scope = (*scope, name)
            term = body
            node = self._terms.nodes[term]
            if node[0] != kind or (kind == "pi" and not self._terms.mentions(node[2], 0)):
                return f"{head}{binders}{arrow} {self.write(term, scope, _LOW)}"
            _, type, body = node

    def _fresh(self, hint: int | None, scope: tuple[str, ...]) -> str:
        parts = [] if hint is None else [p for p in self._terms.parts(hint) if isinstance(p, str)]
        base = parts[0] if parts and parts[0].isidentifier() and parts[0] != "_" else "x"
        name, number = base, 0
        while name in scope or name in _WORDS or name in self._heads:
            number += 1
            name = f"{base}_{number}"
        return name

    def _application(self, term: int, scope: tuple[str, ...], power: int) -> str:
        nodes = self._terms.nodes
        arguments: list[int] = []
        head = term
        while nodes[head][0] == "app":
            arguments.append(nodes[head][2])
            head = nodes[head][1]
        arguments.reverse()
        if nodes[head][0] != "const":
            shown, kept = self.write(head, scope, _MAX), arguments
        else:
            short = self._notation(head, arguments, scope, power)
            if short is not None:
                return short
            shown, kept = self._constant(head, arguments)
        if not kept:
            return shown
        texts = [self.write(argument, scope, _MAX) for argument in kept]
        return _wrap(" ".join([shown, *texts]), _APP, power)

    def _constant(self, head: int, arguments: list[int]) -> tuple[str, list[int]]:
        """Return how a constant is written, and which of its arguments are."""
        _, name, levels = self._terms.nodes[head]
        shown = self._terms.show(name)
        written = self._explicit(name) if self._is_trusted(name) else None
        if written is not None:
            marks = [*written, *[True] * len(arguments)][: len(arguments)]
            hidden = [argument for argument, mark in zip(arguments, marks, strict=True) if not mark]
            if len(arguments) >= len(written) and all(map(self._all_trusted, hidden)):
                kept = [argument for argument, mark in zip(arguments, marks, strict=True) if mark]
                return shown, kept
        universes = ", ".join(self._level(level) for level in levels)
        return f"@{shown}" + (f".{{{universes}}}" if levels else ""), arguments

    def _notation(
        self, head: int, arguments: list[int], scope: tuple[str, ...], power: int
    ) -> str | None:
        """Return what people write for it; None if there is no notation that says all."""
        _, name, _ = self._terms.nodes[head]
        if not self._is_trusted(name):
            return None
        shown = self._terms.show(name)
        operator = _BINARY.get(shown)
        if (
            operator
            and len(arguments) == operator[0]
            and all(map(self._all_trusted, arguments[:-2]))
        ):
            left = self.write(arguments[-2], scope, operator[3])
            right = self.write(arguments[-1], scope, operator[4])
            return _wrap(f"{left} {operator[1]} {right}", operator[2], power)
        if shown == "Not" and len(arguments) == 1:
            return _wrap(f"¬{self.write(arguments[0], scope, 40)}", 40, power)
        if shown == "OfNat.ofNat" and len(arguments) == 3 and self._all_trusted(arguments[2]):
            literal = self._terms.nodes[arguments[1]]
            return str(literal[1]) if literal[0] == "nat" else None
        if shown == "Exists" and len(arguments) == 2:
            return self._exists(arguments[1], scope, power)
        return None

    def _exists(self, predicate: int, scope: tuple[str, ...], power: int) -> str | None:
        node = self._terms.nodes[predicate]
        if node[0] != "lam":
            return None
        name = self._fresh(self._terms.binders.get(predicate), scope)
        body = self.write(node[2], (*scope, name), _LOW)
        return _wrap(f"∃ {name} : {self.write(node[1], scope, _LOW)}, {body}", _LOW, power)

    def _all_trusted(self, term: int) -> bool:
        """Tell whether only trusted modules declare what a term speaks of."""
        if term not in self._trusted_terms:
            names = self._terms.constants_in([term])
            self._trusted_terms[term] = all(map(self._is_trusted, names))
        return self._trusted_terms[term]

    def _sort(self, level: int, power: int) -> str:
        node = self._terms.nodes[level]
        if node[0] == "zero":
            return "Prop"
        if node[0] == "succ":
            inner = self._level(node[1])
            return "Type" if inner == "0" else _wrap(f"Type ({inner})", _APP, power)
        return _wrap(f"Sort ({self._level(level)})", _APP, power)

    def _level(self, level: int) -> str:
        kind, *parts = self._terms.nodes[level]
        if kind == "zero":
            return "0"
        if kind == "param":
            return self._terms.show(parts[0])
        if kind == "succ":
            inner = self._level(parts[0])
            return str(int(inner) + 1) if inner.isdecimal() else f"{inner}+1"
        left, right = (self._level(part) for part in parts)
        return f"{kind} ({left}) ({right})"


_WORDS = frozenset(
    "at by do else end for from fun have if in let match nat_lit show then with".split()
)


def _wrap(text: str, own: int, power: int) -> str:
    return f"({text})" if own < power else text
