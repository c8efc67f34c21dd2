"""What a compiled module says of one declaration, as data.

A constant is given as Lean's kernel keeps it; names and terms are numbers of one
:class:`~pytest_lean.judge.terms.Terms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "axiom", "definition", "theorem", "opaque", "quotient", "inductive", "constructor", "recursor"
]


@dataclass(frozen=True)
class Rule:
    """How a recursor computes on one constructor."""

    constructor: int
    fields: int
    value: int


@dataclass(frozen=True)
class Constant:
    """A declaration.

    Attributes:
        name: its full name.
        kind: what it is.
        level_params: the names of its universe parameters.
        type: its type.
        value: of a definition, theorem or opaque constant; else None.
        safety: what it may do; only ``safe`` constants can be part of a proof.
        hints: of a definition: ``opaque``, ``abbrev`` or its height.
        group: the constants that it was declared together with; an inductive type's own group.
        constructors: of an inductive type.
        parent: of a constructor: its inductive type.
        counts: of inductive types, constructors and recursors: the numbers that the kernel keeps.
        rules: of a recursor.
    """

    name: int
    kind: Kind
    level_params: tuple[int, ...]
    type: int
    value: int | None = None
    safety: Literal["safe", "unsafe", "partial"] = "safe"
    hints: str | int = "opaque"
    group: tuple[int, ...] = ()
    constructors: tuple[int, ...] = ()
    parent: int | None = None
    counts: tuple[int, ...] = ()
    rules: tuple[Rule, ...] = ()
