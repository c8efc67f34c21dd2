"""Honest texts are certified: the chapters of ``tests/lean``, cut into their theorems."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lengths import some_of

from pytest_lean.judge.second_look import SecondLook
from pytest_lean.language.syntax import code

CHAPTERS = sorted((Path(__file__).parents[1] / "lean").glob("*.lean"))
_COMMAND = re.compile(
    r"^(?=[^\s)\]}|])(?!(?:where|termination_by|decreasing_by|deriving)\b)", re.MULTILINE
)
_THEOREM = re.compile(r"(?:@\[[^\]]*\]\s*|protected\s+)*theorem\s+([\w.'₀-₉?!]+)")
_OPENS = re.compile(r"(?:namespace\s+(\S+)|(?:noncomputable\s+)?section\b|mutual\b)")
_ENDS = re.compile(r"end\b")
_DOCUMENTED = re.compile(r"^(?=/--)", re.MULTILINE)
_EXPECTS_ERROR = re.compile(r"^--+ error:", re.MULTILINE)


@dataclass(frozen=True)
class Piece:
    """A theorem, and the chapter up to it."""

    chapter: str
    name: str
    text: str


def pieces(path: Path) -> Iterator[Piece]:
    """Cut a chapter; what it expects Lean to reject is left out."""
    kept: list[str] = []
    namespaces: list[str] = []
    for command in _commands(path.read_text(encoding="utf-8")):
        if _EXPECTS_ERROR.search(command):
            continue
        kept.append(command)
        shape = code(command).strip()
        if opening := _OPENS.match(shape):
            namespaces.append(opening[1] or "")
        elif _ENDS.match(shape) and namespaces:
            namespaces.pop()
        elif match := _THEOREM.match(shape):
            name = match[1].removeprefix("_root_.")
            inside = [] if name != match[1] else [one for one in namespaces if one]
            yield Piece(path.stem, ".".join([*inside, name]), "".join(kept))


def _commands(text: str) -> list[str]:
    """Cut a text where a line begins at its margin.

    A comment belongs to what stands above it, unless it documents what stands below it.
    """
    documented = (match.start() for match in _DOCUMENTED.finditer(text))
    starts = sorted({*documented, *(match.start() for match in _COMMAND.finditer(code(text)))})
    return [text[a:b] for a, b in itertools.pairwise([*starts, len(text)])]


ALL = [piece for path in CHAPTERS for piece in pieces(path)]
FIRST = [next(found) for _, found in itertools.groupby(ALL, lambda piece: piece.chapter)]


def certify(look: SecondLook, piece: Piece) -> None:
    found = look.certify(piece.text, theorem=piece.name, timeout=120)
    assert found.theorem == piece.name


@pytest.mark.quick(8)
@pytest.mark.parametrize("piece", FIRST, ids=lambda piece: piece.chapter)
def test_the_first_theorem_of_each_chapter_is_certified(look: SecondLook, piece: Piece) -> None:
    certify(look, piece)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", some_of(ALL, "HONEST_EVERY"), ids=lambda piece: f"{piece.chapter}-{piece.name}"
)
def test_a_theorem_in_the_middle_of_a_chapter_is_certified(look: SecondLook, piece: Piece) -> None:
    certify(look, piece)


def test_there_are_500_of_them() -> None:
    assert len(ALL) >= 500
