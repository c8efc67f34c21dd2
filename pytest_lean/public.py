"""What is public says so: it tells the package as its home, from where users import it."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def public(definition: T) -> T:
    """Return a class or a function that tells ``pytest_lean`` as its module.

    A traceback then shows ``pytest_lean.LeanTimeoutError``, and a pickle finds it under a name
    that stays when modules move.
    """
    definition.__module__ = "pytest_lean"
    return definition
