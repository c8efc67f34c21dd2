"""The terms that the Lean side of a model is made of, as texts.

Each names everything in full, and uses ``@`` and constructors and recursors in place of notation,
so that nothing that a user declares changes its meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pytest_lean.language.explicit import Local

NAT, STRING = "@_root_.Nat", "@_root_.String"
CHARS = "(@_root_.List @_root_.Char)"
# The type of the result for one input: the output so far, and the remaining characters.
ANSWER = f"(@_root_.Prod {STRING} {CHARS})"


@dataclass(frozen=True)
class Names:
    """The names of one model's program; they begin with a random word, which no text contains."""

    base: str

    def __call__(self, role: str) -> str:
        """Return the name for ``role``, to introduce a declaration or a variable."""
        return f"{self.base}{role}"

    def declared(self, role: str) -> str:
        """Return the name of a declaration of the program, for a use of it."""
        return f"@{self.base}{role}"

    def local(self, local: Local) -> str:
        """Return the name of a bound variable."""
        return f"{self.base}l{local.key}"


def nat(number: int) -> str:
    """Return a raw literal, for which Lean does not look for an instance of ``OfNat``."""
    return f"(nat_lit {number})"


def char(code: int) -> str:
    """Return a character by its code."""
    return f"(@_root_.Char.ofNat {nat(code)})"


def put(out: str, text: str) -> str:
    """Return a term that appends a text to an output."""
    return f'(@_root_.String.append {out} "{text}")'


def cons(of: str, head: str, tail: str) -> str:
    """Return a list with one more element at its head."""
    return f"(@_root_.List.cons _ {head} {tail})"


def when(condition: str, result: str, then: str, otherwise: str) -> str:
    """Return a term of the type ``result`` that is one of two terms, by a condition."""
    return f"(@_root_.Bool.casesOn (fun _ => {result}) {condition} {otherwise} {then})"


def list_cases(value: str, result: str, nil: str, bound: tuple[str, str], cons: str) -> str:
    """Return a term of the type ``result``, by cases on a list; ``bound`` names head and tail."""
    binder = " ".join(bound)
    return f"(@_root_.List.casesOn _ (fun _ => {result}) {value} {nil} (fun {binder} => {cons}))"


def pair_cases(value: str, result: str, bound: tuple[str, str], then: str) -> str:
    """Return a term of the type ``result`` that uses both parts of a pair; ``bound`` names them."""
    return (
        f"(@_root_.Prod.casesOn _ _ (fun _ => {result}) {value} (fun {' '.join(bound)} => {then}))"
    )


def switch(number: str, result: str, terms: Sequence[str], low: int, high: int) -> str:
    """Return a term that picks a term by its index, which ``number`` must be, by bisection."""
    if high - low == 1:
        return terms[low]
    middle = (low + high) // 2
    return when(
        f"(@_root_.Nat.blt {number} {nat(middle)})",
        result,
        switch(number, result, terms, low, middle),
        switch(number, result, terms, middle, high),
    )
