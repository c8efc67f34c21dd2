"""How a message tells its reader to change a setting.

Whoever calls us from a script sets a field of :class:`~pytest_lean.config.LeanConfig`; whoever
runs pytest gives an option. The plugin says once in which words its users are told.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Words: TypeAlias = Callable[[str, "str | bool"], str]


def _as_field(name: str, value: str | bool) -> str:
    return f"LeanConfig({name}={value!r})"


_words: Words = _as_field


def how_to_set(name: str, value: str | bool) -> str:
    """Return how the reader of a message sets the field ``name`` to ``value``."""
    return _words(name, value)


def tell_with(words: Words) -> None:
    """Have messages that are made from now on name a setting with ``words``."""
    global _words  # noqa: PLW0603 - one process has one kind of reader
    _words = words
