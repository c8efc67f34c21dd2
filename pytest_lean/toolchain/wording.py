"""How a message tells its reader to change a setting.

Whoever calls us from a script sets a field of :class:`~pytest_lean.config.LeanConfig`; whoever
runs pytest gives an option. The plugin says once in which words its users are told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

# Lean's two messages: for a library that is not there, and for a module of one that is.
_MISSING_MODULE = re.compile(
    r"(?:unknown module prefix '(?P<name>[^']+)'|object file '[^']*' of module (?P<other>\S+) does)"
)
_LIBRARIES = (
    "Mathlib",
    "Batteries",
    "Aesop",
    "Std",
    "Lean",
    "Lake",
    "Qq",
    "ProofWidgets",
    "Plausible",
)

Words: TypeAlias = Callable[[str, "str | int"], str]


def _as_field(name: str, value: str | int) -> str:
    return f"LeanConfig({name}={value!r})"


_words: Words = _as_field


def how_to_set(name: str, value: str | int) -> str:
    """Return how the reader of a message sets the field ``name`` to ``value``."""
    return _words(name, value)


def missing_module(message: str) -> str | None:
    """Return what to do about a module that Lean does not find; None for any other message."""
    found = _MISSING_MODULE.match(message)
    if found is None:
        return None
    name = found["name"] or found["other"]
    only = ""
    if name.partition(".")[0] in _LIBRARIES:
        only = ", and the embedded Lean has nothing but a small core library"
    return (
        f"The module {name} is in no folder that Lean looks in{only}. Run the tests on a full Lean "
        f"toolchain, in a Lake project that requires it ({how_to_set('project', 'FOLDER')} if "
        "it is not found from the tests' folder upward)."
    )


def tell_with(words: Words) -> None:
    """Have messages that are made from now on name a setting with ``words``."""
    global _words  # noqa: PLW0603 - one process has one kind of reader
    _words = words
