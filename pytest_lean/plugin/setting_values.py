"""How the text of a setting becomes a value.

Each function reads a value as a command line, a variable or a configuration file gives it, or
raises a ValueError that says what it should be, worded to follow "... is not".
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
# The checks that a sweep of a library makes of each module.
CHECKS = ("axioms", "sorry", "statements", "messages")
# The last one elaborates the library once more, so it is made on request.
ALL_CHECKS = (*CHECKS, "costs")
_FILE_TIMEOUTS = "a list of SECONDS or PATTERN=SECONDS"
SECONDS = "a number of seconds above 0, or none"
MEBIBYTES = "a whole number of MiB above 0, or none"
_COUNT = "a whole number of at least 1"
OPTIONAL_COUNT = f"{_COUNT}, or none"


def text(value: object) -> str:
    """Read a text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text that is not empty")
    return value.strip()


def boolean(value: object) -> bool:
    """Read a yes or no, in the words of pytest's own settings."""
    if isinstance(value, bool):
        return value
    known = {"true": True, "yes": True, "on": True, "1": True}
    known |= {"false": False, "no": False, "off": False, "0": False}
    try:
        return known[str(value).strip().lower()]
    except KeyError:
        raise ValueError("true or false") from None


def number(kind: Callable[[str], T], above: float, what: str) -> Callable[[object], T]:
    """Return a function that reads a number above ``above``; ``what`` describes it in an error."""

    def parse(value: object) -> T:
        try:
            found = kind(str(value))
        except ValueError:
            raise ValueError(what) from None
        if isinstance(value, bool) or not float(str(found)) > above:
            raise ValueError(what)
        return found

    return parse


def optional(parse: Callable[[object], T], what: str) -> Callable[[object], T | None]:
    """Return a function that reads ``none`` as None, and all else as ``parse`` does."""

    def parse_optional(value: object) -> T | None:
        if isinstance(value, str) and value.strip().lower() == "none":
            return None
        try:
            return parse(value)
        except ValueError:
            raise ValueError(what) from None

    return parse_optional


def share(value: object) -> float:
    """Read a share above 0 and up to 1."""
    found = number(float, 0, "a share above 0 and up to 1")(value)
    if found > 1:
        raise ValueError("a share above 0 and up to 1")
    return found


def choice(*choices: str) -> Callable[[object], str]:
    """Return a function that reads one of ``choices``."""

    def parse(value: object) -> str:
        if value not in choices:
            raise ValueError(" or ".join(choices))
        return str(value)

    parse.choices = choices  # type: ignore[attr-defined]
    return parse


def words(value: object) -> tuple[str, ...]:
    """Read a list of words, separated as in a shell; ``none`` is the empty list."""
    if isinstance(value, str):
        try:
            found = shlex.split(value)
        except ValueError:
            raise ValueError("a list of texts: a quotation mark has no partner") from None
        return () if found == ["none"] else tuple(found)
    if isinstance(value, Sequence) and all(isinstance(text, str) for text in value):
        return () if list(value) == ["none"] else tuple(value)
    raise ValueError("a list of texts")


def names(value: object) -> tuple[str, ...]:
    """Read a list of words that may also be separated by commas."""
    parted = (word.split(",") if "«" not in word else [word] for word in words(value))
    return tuple(name.strip() for parts in parted for name in parts if name.strip())


def modules(value: object) -> tuple[str, ...]:
    """Read names of modules."""
    return _dotted(value, "a list of module names")


def axioms(value: object) -> tuple[str, ...]:
    """Read full names of axioms."""
    return _dotted(value, "a list of full names of axioms")


def _dotted(value: object, what: str) -> tuple[str, ...]:
    from pytest_lean.language.syntax import is_module_name

    found = names(value)
    if not all(map(is_module_name, found)):
        raise ValueError(what)
    return found


def checks(value: object) -> tuple[str, ...]:
    """Read which checks a sweep makes, in the order in which it makes them."""
    chosen = names(value)
    if not chosen or not set(chosen) <= set(ALL_CHECKS):
        raise ValueError(f"a list of some of {', '.join(ALL_CHECKS)}")
    return tuple(check for check in ALL_CHECKS if check in chosen)


def file_timeouts(value: object) -> tuple[tuple[str, float], ...]:
    """Read pairs of a pattern and seconds."""
    found = []
    for word in words(value):
        pattern, _, seconds = word.rpartition("=")
        found.append((pattern or "*", number(float, 0, _FILE_TIMEOUTS)(seconds)))
    return tuple(found)


def file_marks(value: object) -> tuple[tuple[str, str], ...]:
    """Read pairs of a pattern and a marker."""
    found = []
    for word in words(value):
        pattern, equals, name = word.rpartition("=")
        if not pattern or not equals or not name.isidentifier():
            raise ValueError("a list of PATTERN=MARKER")
        found.append((pattern, name))
    return tuple(found)


def lean_options(value: object) -> dict[str, bool | int | str]:
    """Read options of Lean, each with its value."""
    from pytest_lean.language.values import option_value

    found: dict[str, bool | int | str] = {}
    for word in words(value):
        name, equals, text = word.partition("=")
        if not name or not equals:
            raise ValueError("a list of NAME=VALUE")
        found[name] = option_value(text)
    return found


whole = number(int, 0, _COUNT)
