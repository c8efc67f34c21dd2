"""How a message tells its reader to change a setting.

A script sets a field of :class:`~pytest_lean.config.LeanConfig`; a user of pytest gives an option.
The plugin calls :func:`tell_with` once, so that messages name options from then on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

# Lean has two messages: one for a missing library, one for a missing module of a known library.
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
    """Name settings with ``words`` in all messages that are made from now on."""
    global _words  # noqa: PLW0603 - one process has one kind of reader
    _words = words
