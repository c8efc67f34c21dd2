"""Marks public classes and functions as defined in the package, from which users import them."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def public(definition: T) -> T:
    """Return a class or a function with ``pytest_lean`` as its ``__module__``.

    A traceback then shows ``pytest_lean.LeanTimeoutError``, and a pickle finds it under a name
    that stays when modules move.
    """
    definition.__module__ = "pytest_lean"
    return definition
