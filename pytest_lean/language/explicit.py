"""Terms of Lean as data, read from what Lean prints under ``pp.all``.

Promises: under ``pp.all`` Lean uses no notation, neither its own nor a user's, and names
everything in full, so the grammar here is all there is: applications, functions, function types,
sorts and literals. What does not fit it is a ``ValueError``. A term can be written back as a
term that Lean reads the same in every namespace and under every notation.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

_IDENTIFIER = r"(?:«[^»\n]+»|[^\W\d][\w'!?✝⁰-⁹₀-₉]*)"
_TOKEN = re.compile(
    rf"""\s*(?:(?P<name>@?{_IDENTIFIER}(?:\.(?:{_IDENTIFIER}|\d+))*)(?P<levels>\.\{{[^}}]*\}})?
    | (?P<hole>\?[\w.]*) | (?P<number>\d+) | (?P<string>"(?:\\.|[^"\\])*")
    | (?P<symbol>:=|=>|→|∀|⦃|⦄|[(){{}}\[\]:,⋯]))""",
    re.VERBOSE | re.DOTALL,
)
_CLOSING = {"(": ")", "{": "}", "[": "]", "⦃": "⦄"}
_SORTS = {"Prop", "Type", "Sort"}
_NUMBERS = re.compile(r"\.\{[\d,\s]*\}")
_FRESH = itertools.count()


@dataclass(frozen=True)
class Const:
    """A declaration, by its full name; ``levels`` are its universes, where Lean wrote numbers."""

    name: str
    levels: str = field(default="", compare=False)


@dataclass(frozen=True)
class Local:
    """A bound variable; ``key`` distinguishes it from others of the same name."""

    key: int
    name: str


@dataclass(frozen=True)
class App:
    """A function applied to arguments, implicit ones included; the function is no application."""

    function: Term
    arguments: tuple[Term, ...]


@dataclass(frozen=True)
class Binder:
    """A bound variable with its type; ``opening`` is the bracket that Lean prints before it."""

    local: Local
    opening: str
    type: Term


@dataclass(frozen=True)
class Pi:
    """A function type, or a proposition about all values of a type."""

    binder: Binder
    body: Term


@dataclass(frozen=True)
class Lam:
    """A function."""

    binder: Binder
    body: Term


@dataclass(frozen=True)
class Sort:
    """``Prop``, or a universe of types (``Type u``, ``Sort u``), whose level is not kept."""

    is_prop: bool


@dataclass(frozen=True)
class Literal:
    """A number or a string, as it is written."""

    text: str


@dataclass(frozen=True)
class Hole:
    """What Lean could not determine."""


Term: TypeAlias = "Const | Local | App | Pi | Lam | Sort | Literal | Hole"


def read_term(text: str) -> Term:
    """Return the term that ``text`` is.

    Raises:
        ValueError: ``text`` is no term in the grammar above.
    """
    reader = _Reader(text)
    term = reader.term({})
    reader.end()
    return term


def read_typed(text: str) -> tuple[Term, Term]:
    """Return the term and the type of what ``#check`` prints.

    Raises:
        ValueError: ``text`` is not of the form ``term : type``.
    """
    reader = _Reader(text)
    term = reader.term({})
    reader.expect(":")
    of = reader.term({})
    reader.end()
    return term, of


def substitute(term: Term, values: Mapping[int, Term]) -> Term:
    """Return ``term`` with values in the place of bound variables, and applied functions applied.

    Args:
        term: where.
        values: by the key of the variable.
    """
    if isinstance(term, Local):
        return values.get(term.key, term)
    if isinstance(term, App):
        return apply(
            substitute(term.function, values),
            *(substitute(argument, values) for argument in term.arguments),
        )
    if isinstance(term, (Pi, Lam)):
        binder = term.binder
        typed = Binder(binder.local, binder.opening, substitute(binder.type, values))
        return type(term)(typed, substitute(term.body, values))
    return term


def apply(function: Term, *arguments: Term) -> Term:
    """Return a function applied to arguments; a ``fun`` is applied by substitution."""
    while arguments and isinstance(function, Lam):
        function = substitute(function.body, {function.binder.local.key: arguments[0]})
        arguments = arguments[1:]
    if not arguments:
        return function
    if isinstance(function, App):
        return App(function.function, (*function.arguments, *arguments))
    return App(function, arguments)


def spine(term: Term) -> tuple[Term, tuple[Term, ...]]:
    """Return the function of a term, and what it is applied to."""
    return (term.function, term.arguments) if isinstance(term, App) else (term, ())


def telescope(term: Term) -> tuple[tuple[Binder, ...], Term]:
    """Return the arguments of a function type, and its result."""
    binders = []
    while isinstance(term, Pi):
        binders.append(term.binder)
        term = term.body
    return tuple(binders), term


def locals_in(term: Term) -> frozenset[int]:
    """Return the keys of the variables that are free in ``term``."""
    if isinstance(term, Local):
        return frozenset({term.key})
    if isinstance(term, App):
        return locals_in(term.function).union(*map(locals_in, term.arguments))
    if isinstance(term, (Pi, Lam)):
        inner = locals_in(term.body) - {term.binder.local.key}
        return inner | locals_in(term.binder.type)
    return frozenset()


def has_holes(term: Term) -> bool:
    """Return whether there is something in ``term`` that Lean could not determine."""
    if isinstance(term, App):
        return has_holes(term.function) or any(map(has_holes, term.arguments))
    if isinstance(term, (Pi, Lam)):
        return has_holes(term.binder.type) or has_holes(term.body)
    return isinstance(term, Hole)


def written(term: Term, name_of: Callable[[Local], str]) -> str:
    """Return ``term`` as Lean reads it anywhere: in full, in parentheses, without notation.

    Args:
        term: what to write.
        name_of: gives the name of a bound variable, which must be one that no user's notation
            can have made a token.

    Raises:
        ValueError: there is a part in it that Lean did not determine.
    """
    if isinstance(term, Const):  # it has no arguments from which Lean could infer its universes
        return f"@_root_.{term.name}{term.levels}"
    if isinstance(term, Local):
        return name_of(term)
    if isinstance(term, App):
        head = term.function
        if isinstance(head, Const):
            head = Const(head.name)
        parts = [written(part, name_of) for part in (head, *term.arguments)]
        return f"({' '.join(parts)})"
    if isinstance(term, (Pi, Lam)):
        binder = f"({name_of(term.binder.local)} : {written(term.binder.type, name_of)})"
        body = written(term.body, name_of)
        return f"({binder} → {body})" if isinstance(term, Pi) else f"(fun {binder} => {body})"
    if isinstance(term, Literal):
        return f"(nat_lit {term.text})" if term.text.isdecimal() else term.text
    if isinstance(term, Sort):
        return "Prop" if term.is_prop else "Type"
    raise ValueError("Lean did not determine all of it")


class _Reader:
    """A reader of one text, a token at a time."""

    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, str]] = []
        self._levels: dict[int, str] = {}  # by the place of their token
        at, text = 0, text.rstrip()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                raise ValueError(f"not a term as Lean prints it: {text[at : at + 60]!r}")
            kind = "name" if match["name"] else str(match.lastgroup)
            if match["levels"] and _NUMBERS.fullmatch(match["levels"]):
                self._levels[len(self._tokens)] = match["levels"]
            self._tokens.append((kind, match[kind]))
            at = match.end()
        self._at = 0

    def end(self) -> None:
        if self._at < len(self._tokens):
            raise ValueError(f"a term goes on unexpectedly at {self._tokens[self._at][1]!r}")

    def expect(self, symbol: str) -> None:
        if self._next() != ("symbol", symbol):
            raise ValueError(f"a term has no {symbol!r} where it should have one")

    def term(self, scope: Mapping[str, Local]) -> Term:
        if self._is("∀"):
            self._next()
            return self._bound(Pi, ",", scope)
        if self._is_binder():
            return self._arrow(scope)
        left = self._application(scope)
        if self._is("→"):
            self._next()
            return Pi(Binder(Local(next(_FRESH), "_"), "(", left), self.term(scope))
        return left

    def _arrow(self, scope: Mapping[str, Local]) -> Term:
        binders, inner = self._binders(scope)
        self.expect("→")
        body = self.term(inner)
        for binder in reversed(binders):
            body = Pi(binder, body)
        return body

    def _bound(self, kind: type[Pi] | type[Lam], symbol: str, scope: Mapping[str, Local]) -> Term:
        binders: list[Binder] = []
        while not self._is(symbol):
            found, scope = self._binders(scope)
            binders += found
        self._next()
        body = self.term(scope)
        for binder in reversed(binders):
            body = kind(binder, body)
        return body

    def _binders(self, scope: Mapping[str, Local]) -> tuple[list[Binder], dict[str, Local]]:
        """Read ``(x y : T)`` or its like; an instance may have no name."""
        _, opening = self._next()
        names = []
        if self._is_binder(-1):
            while self._tokens[self._at][0] == "name":
                names.append(self._next()[1])
            self.expect(":")
        of = self.term(scope)
        if self._is(":="):  # a default value
            self._next()
            self.term(scope)
        self.expect(_CLOSING[opening])
        made = [Local(next(_FRESH), name) for name in names or ["inst"]]
        inner = {**scope, **{binder.name: binder for binder in made}}
        return [Binder(binder, opening, of) for binder in made], inner

    def _application(self, scope: Mapping[str, Local]) -> Term:
        function = self._atom(scope)
        arguments = []
        while self._begins_atom():
            arguments.append(self._atom(scope))
        return apply(function, *arguments)

    def _atom(self, scope: Mapping[str, Local]) -> Term:
        kind, text = self._next()
        if kind == "name":
            return self._named(text.removeprefix("@"), scope)
        if kind in ("number", "string"):
            return Literal(text)
        if kind == "hole" or text == "⋯":
            return Hole()
        if text == "(":
            inner = self.term(scope)
            self.expect(")")
            return inner
        raise ValueError(f"a term begins with {text!r}")

    def _named(self, name: str, scope: Mapping[str, Local]) -> Term:
        levels = self._levels.get(self._at - 1, "")
        if name == "fun":
            return self._bound(Lam, "=>", scope)
        if name in scope:
            return scope[name]
        if name == "nat_lit":
            return Literal(self._next()[1])
        if name in _SORTS:
            if name != "Prop" and self._begins_atom():
                self._level()
            return Sort(name == "Prop")
        if name in ("let", "have", "_"):
            raise ValueError(f"a term with {name!r} is not read")
        return Const(name.removeprefix("_root_."), levels)

    def _level(self) -> None:
        """Read past a universe level."""
        depth = 0
        while True:
            _, text = self._next()
            depth += (text == "(") - (text == ")")
            if depth == 0:
                return

    def _begins_atom(self) -> bool:
        if self._at >= len(self._tokens):
            return False
        kind, text = self._tokens[self._at]
        return kind != "symbol" or text in ("(", "⋯")

    def _is_binder(self, ahead: int = 0) -> bool:
        """Return whether ``(x y : `` or its like stands here; any square bracket is a binder."""
        rest = self._tokens[self._at + ahead : self._at + ahead + 40]
        if not rest or rest[0][0] != "symbol" or rest[0][1] not in _CLOSING:
            return False
        if rest[0][1] == "[" and ahead == 0:
            return True
        index = 1
        while index < len(rest) and rest[index][0] == "name":
            index += 1
        return 1 < index < len(rest) and rest[index] == ("symbol", ":")

    def _is(self, symbol: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at] == ("symbol", symbol)

    def _next(self) -> tuple[str, str]:
        if self._at >= len(self._tokens):
            raise ValueError("a term ends too early")
        self._at += 1
        return self._tokens[self._at - 1]
