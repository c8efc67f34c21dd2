"""How long the long tests are: a variable sets it, and without the variable they are short.

``WALK_STEPS=1000 pytest -m "" tests/server/test_reuse_walks.py`` makes one longer; with ``LONG=1``
each is as long as it has been run by hand. CONTRIBUTING.md has the table of them. No variable
begins with ``PYTEST_LEAN_``: tests/isolation.py takes those away.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

Case = TypeVar("Case")


class Length(NamedTuple):
    """The length of a test without its variable, and with ``LONG=1``; and what it counts."""

    short: int
    long: int
    of: str


LENGTHS = {
    "CHAPTERS_EVERY": Length(6, 1, "the isolated chapters: every so many of them"),
    "DOCUMENT_TREES": Length(15, 200, "trees of commands that the command-line Lean is asked of"),
    "HONEST_EVERY": Length(8, 1, "the chapters' theorems that are certified: every so many"),
    "JUDGE_KILLS": Length(10, 50, "how often a run of the judge is killed"),
    "MODEL_DEPTH": Length(
        30_000, 100_000, "how long a list, and how deep a tree, a model is given"
    ),
    "MODEL_VALUES": Length(40, 1000, "random values of each type that a model is given"),
    "MUTATED_MODULES": Length(1500, 5000, "changed compiled modules that are read"),
    "OMEGA_GOALS": Length(30, 3000, "random goals for omega"),
    "SEALED_CHAINS": Length(10, 2000, "random chains of commands, sealed and as texts"),
    "SHUFFLED": Length(12, 500, "shuffled `.lean` files"),
    "THREAD_COMMANDS": Length(60, 200, "commands of each of eight threads"),
    "TRUNCATED_EVERY": Length(10_000, 50, "samples that are cut off: at every so many bytes"),
    "WALK_SEED": Length(1, 1, "which random walks they are"),
    "WALK_STEPS": Length(20, 1000, "steps of a walk against a server without reuse"),
}


def length(variable: str) -> int:
    """Return the length of a test, by the name of its variable."""
    known = LENGTHS[variable]
    return int(os.environ.get(variable) or (known.long if os.environ.get("LONG") else known.short))


def some_of(cases: Sequence[Case], variable: str) -> Sequence[Case]:
    """Return a selection of the cases at equal distances; the variable sets the distance."""
    every = length(variable)
    return cases[every // 2 :: every]
