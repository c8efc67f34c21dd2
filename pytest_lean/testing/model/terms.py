"""The terms that the Lean side of a model is made of, as texts.

Each is fully named and applied with ``@`` or by constructors and recursors alone, so that nothing
that a user declares changes what it means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pytest_lean.language.explicit import Local

NAT, STRING = "@_root_.Nat", "@_root_.String"
CHARS = "(@_root_.List @_root_.Char)"
# What one input leads to: the output with the answer behind it, and the rest of the characters.
ANSWER = f"(@_root_.Prod {STRING} {CHARS})"


@dataclass(frozen=True)
class Names:
    """The names of one model's program: all of them begin with what no text has in it."""

    base: str

    def __call__(self, role: str) -> str:
        """Return the name for ``role``, as a declaration or a variable is introduced."""
        return f"{self.base}{role}"

    def declared(self, role: str) -> str:
        """Return the name of a declaration of the program, also inside of itself."""
        return f"@{self.base}{role}"

    def local(self, local: Local) -> str:
        """Return the name of a bound variable."""
        return f"{self.base}l{local.key}"


def nat(number: int) -> str:
    """Return a literal, for which no instance is looked for."""
    return f"(nat_lit {number})"


def char(code: int) -> str:
    """Return a character by its code."""
    return f"(@_root_.Char.ofNat {nat(code)})"


def put(out: str, text: str) -> str:
    """Return an output with a text behind it."""
    return f'(@_root_.String.append {out} "{text}")'


def cons(of: str, head: str, tail: str) -> str:
    """Return a list with one more at its head."""
    return f"(@_root_.List.cons _ {head} {tail})"


def when(condition: str, result: str, then: str, otherwise: str) -> str:
    """Return one of two terms of the type ``result``, by a condition."""
    return f"(@_root_.Bool.casesOn (fun _ => {result}) {condition} {otherwise} {then})"


def list_cases(value: str, result: str, nil: str, bound: tuple[str, str], cons: str) -> str:
    """Return a term of the type ``result`` by whether a list is empty; ``bound`` is its parts."""
    binder = " ".join(bound)
    return f"(@_root_.List.casesOn _ (fun _ => {result}) {value} {nil} (fun {binder} => {cons}))"


def pair_cases(value: str, result: str, bound: tuple[str, str], then: str) -> str:
    """Return a term of the type ``result`` from both parts of a pair, which ``bound`` names."""
    return (
        f"(@_root_.Prod.casesOn _ _ (fun _ => {result}) {value} (fun {' '.join(bound)} => {then}))"
    )


def switch(number: str, result: str, terms: Sequence[str], low: int, high: int) -> str:
    """Return a term that picks one of ``terms`` by bisection; a number that is none cannot be."""
    if high - low == 1:
        return terms[low]
    middle = (low + high) // 2
    return when(
        f"(@_root_.Nat.blt {number} {nat(middle)})",
        result,
        switch(number, result, terms, low, middle),
        switch(number, result, terms, middle, high),
    )
