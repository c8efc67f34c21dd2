"""Small changes to the text of a definition, each of which should change what it defines.

Promises: a change is in one place of the code of a definition, never in a comment, a string or
its name. Whether Lean accepts the changed text is left to others.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pytest_lean.language.syntax import tokens

# The replacements for each symbol or word: what an author could have written by mistake.
_OTHERS = {
    "<": ("≤",),
    "≤": ("<",),
    "<=": ("<",),
    ">": ("≥",),
    "≥": (">",),
    ">=": (">",),
    "=": ("≠",),
    "≠": ("=",),
    "==": ("!=",),
    "!=": ("==",),
    "+": ("-",),
    "-": ("+",),
    "*": ("+",),
    "/": ("*",),
    "%": ("/",),
    "^": ("*",),
    "&&": ("||",),
    "||": ("&&",),
    "∧": ("∨",),
    "∨": ("∧",),
    "true": ("false",),
    "false": ("true",),
    "min": ("max",),
    "max": ("min",),
    "any": ("all",),
    "all": ("any",),
    "foldl": ("foldr",),
    "foldr": ("foldl",),
    "take": ("drop",),
    "drop": ("take",),
}
_PIECE = re.compile(
    r"(?P<number>(?<![\w.])\d+(?![\w.]))"
    r"|(?P<name>[^\W\d][\w'!?]*(?:\.[^\W\d][\w'!?]*)*)"
    r"|(?P<symbol>:=|=>|->|<-|<\|>|\|>\.?|<\||::|\+\+|<=|>=|==|!=|&&|\|\||[^\w\s])"
)
# Swapping the two arguments of these changes nothing.
_COMMUTATIVE = frozenset("min max gcd lcm and or xor Nat.add Nat.mul Int.add Int.mul".split())
_KEYWORDS = frozenset(
    "def abbrev instance where if then else match with fun let have do return by at in for "
    "termination_by decreasing_by structural mut unless while try catch partial private protected "
    "noncomputable unsafe inductive structure deriving".split()
)
_END = re.compile(r"\b(?:termination_by|decreasing_by|deriving)\b")
_OPENING, _CLOSING = "([{⟨", ")]}⟩"


@dataclass(frozen=True)
class Change:
    """A change: its place in a text, what stands there, and what replaces it."""

    start: int
    end: int
    before: str
    after: str

    def applied(self, text: str) -> str:
        """Return ``text`` with the change."""
        return text[: self.start] + self.after + text[self.end :]


@dataclass(frozen=True)
class _Piece:
    kind: str
    text: str
    start: int
    end: int


def changes(text: str, start: int, end: int) -> list[Change]:
    """Return the changes to the definition between ``start`` and ``end`` of a text."""
    pieces = _pieces(text, start, end)
    body = next((i for i, piece in enumerate(pieces) if piece.text in (":=", "|", "where")), None)
    if body is None:
        return []
    inside = pieces[body:]
    found = [
        *_replaced(inside),
        *_negated(text, inside),
        *_swapped_arguments(text, inside),
        *_swapped_results(text, inside, end),
        *_dropped_heads(text, inside),
    ]
    unique = {
        (change.start, change.end, change.after): change
        for change in found
        if change.before != change.after
    }
    return sorted(unique.values(), key=lambda change: (change.start, change.end))


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    """Return the code of a definition in pieces, up to a termination proof or ``deriving``."""
    masked = list(text)
    for kind, first, last in tokens(text):
        if kind in ("comment", "string"):
            masked[first:last] = " " * (last - first)
    code = "".join(masked)
    if (stop := _END.search(code, start, end)) is not None:
        end = stop.start()
    return [
        _Piece(str(match.lastgroup), match[0], match.start(), match.end())
        for match in _PIECE.finditer(code, start, end)
    ]


def _replaced(pieces: list[_Piece]) -> Iterator[Change]:
    """Yield changes of a number, an operator or a word."""
    for index, piece in enumerate(pieces):
        others: tuple[str, ...] = ()
        if piece.kind == "number":
            number = int(piece.text)
            others = (str(number + 1),) if number == 0 else (str(number + 1), str(number - 1))
        elif piece.text in _OTHERS and _is_operator(pieces, index):
            others = _OTHERS[piece.text]
        elif piece.kind == "name":  # a method: xs.take
            head, dot, last = piece.text.rpartition(".")
            others = tuple(f"{head}.{other}" for other in _OTHERS.get(last, ()) if dot)
        for other in others:
            yield Change(piece.start, piece.end, piece.text, other)


def _is_operator(pieces: list[_Piece], index: int) -> bool:
    """Return whether a piece stands by itself, and is not part of a longer symbol."""
    piece = pieces[index]
    if piece.kind != "symbol":
        return True
    around = [pieces[at] for at in (index - 1, index + 1) if 0 <= at < len(pieces)]
    touching = [
        p for p in around if p.kind == "symbol" and (p.end == piece.start or p.start == piece.end)
    ]
    return all(p.text in _OPENING + _CLOSING + "," for p in touching)


def _negated(text: str, pieces: list[_Piece]) -> Iterator[Change]:
    """Yield changes that take the other branch of an ``if``."""
    for index, piece in enumerate(pieces):
        if piece.text != "if":
            continue
        then = next((p for p in pieces[index:] if p.text == "then"), None)
        if then is None:
            continue
        begin = pieces[index + 1].start
        if index + 2 < len(pieces) and pieces[index + 2].text == ":":  # if h : condition
            begin = pieces[index + 3].start
        condition = text[begin : then.start].strip()
        yield Change(begin, begin + len(condition), condition, f"¬({condition})")


def _atoms(pieces: list[_Piece]) -> list[tuple[int, int, str]]:
    """Return start, end and kind of each name, number and bracketed term, at every depth."""
    found = []
    for index, piece in enumerate(pieces):
        if piece.kind == "number" or (piece.kind == "name" and piece.text not in _KEYWORDS):
            found.append((piece.start, piece.end, piece.kind))
        elif piece.text in tuple(_OPENING):
            depth = 0
            for other in pieces[index:]:
                depth += (other.text in tuple(_OPENING)) - (other.text in tuple(_CLOSING))
                if depth == 0:
                    found.append((piece.start, other.end, "bracket"))
                    break
    return found


def _swapped_arguments(text: str, pieces: list[_Piece]) -> Iterator[Change]:
    """Yield changes that swap two neighbouring arguments of a function."""
    atoms = _atoms(pieces)
    by_start = {start: (start, end, kind) for start, end, kind in atoms}

    def next_atom(end: int) -> tuple[int, int, str] | None:
        at = end
        while at < len(text) and text[at] in " \t":
            at += 1
        return by_start.get(at) if at > end else None

    for start, end, kind in atoms:
        if kind != "name" or text[start:end] in _COMMUTATIVE:
            continue
        first = next_atom(end)
        while first is not None and (second := next_atom(first[1])) is not None:
            one, two = text[first[0] : first[1]], text[second[0] : second[1]]
            between = text[first[1] : second[0]]
            yield Change(first[0], second[1], f"{one}{between}{two}", f"{two}{between}{one}")
            first = second


def _swapped_results(text: str, pieces: list[_Piece], end: int) -> Iterator[Change]:
    """Yield changes that swap the results of neighbouring alternatives."""
    arms = []
    for index, piece in enumerate(pieces):
        if piece.text == "=>":
            line = text.rfind("\n", 0, piece.start) + 1
            if not text[line : piece.start].lstrip().startswith("|"):
                continue
            stop = next(
                (
                    p.start
                    for p in pieces[index:]
                    if p.text == "|" and text[text.rfind("\n", 0, p.start) + 1 : p.start].isspace()
                ),
                end,
            )
            last = max((p.end for p in pieces[index:] if p.end <= stop), default=stop)
            arms.append((pieces[index + 1].start if index + 1 < len(pieces) else stop, last))
    for (a, b), (c, d) in itertools.pairwise(arms):
        if a < b <= c < d:
            before = text[a:d]
            yield Change(a, d, before, text[c:d] + text[b:c] + text[a:b])


def _dropped_heads(text: str, pieces: list[_Piece]) -> Iterator[Change]:
    """Yield changes that leave out ``x ::`` before a list."""
    atoms = {end: start for start, end, _ in _atoms(pieces)}
    for index, piece in enumerate(pieces):
        if piece.text != "::" or index + 1 >= len(pieces):
            continue
        at = pieces[index - 1].end
        line = text[text.rfind("\n", 0, piece.start) + 1 : piece.start]
        is_pattern = line.lstrip().startswith("|") and "=>" not in line
        if at in atoms and not is_pattern:
            after = pieces[index + 1].start
            yield Change(atoms[at], after, text[atoms[at] : after], "")
