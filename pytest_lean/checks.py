"""Checks of arguments: a wrong value is refused where it is given, by the name of the argument.

Each check raises TypeError for a value of another type and ValueError for a value that makes no
sense. A check of a number lets None pass, as it often means "no limit", unless a value is
``required``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable


def check_modules(name: str, value: object) -> None:
    """Refuse an argument ``name`` that is no list of modules that Lean could import.

    Raises:
        TypeError: it is no list or tuple of texts.
        ValueError: one of them is no module's name.
    """
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise TypeError(f"{name} must be a list or a tuple of module names, not {value!r}")
    if not value:
        return  # the usual case, so that loading the plugin does not import the module below
    from pytest_lean.language.syntax import is_module_name

    wrong = next((item for item in value if not is_module_name(item)), None)
    if wrong is not None:
        raise ValueError(f"{name}: {wrong!r} is not the name of a module")


def check_axioms(name: str, value: object) -> None:
    """Refuse an argument ``name`` that is no list of full names of axioms.

    Raises:
        TypeError: it is no collection of texts.
        ValueError: one of them is no name.
    """
    if not isinstance(value, (list, tuple, set, frozenset)):
        raise TypeError(f"{name} must be a list of full names of axioms, not {value!r}")
    if not value:
        return
    from pytest_lean.language.syntax import is_module_name

    for item in value:
        if not isinstance(item, str):
            raise TypeError(f"{name} must be a list of full names of axioms, not {value!r}")
        if not is_module_name(item):
            raise ValueError(f"{name}: {item!r} is not the full name of an axiom")


def check_number(name: str, value: object) -> None:
    """Refuse an argument ``name`` that is neither a number nor None.

    Raises:
        TypeError: it is of another type, or NaN.
    """
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if value is not None and (not is_number or (isinstance(value, float) and math.isnan(value))):
        raise TypeError(f"{name} must be a number, not {value!r}")


def check_positive(name: str, value: float | None) -> None:
    """Refuse an argument ``name`` that is neither a number above 0 nor None.

    Raises:
        TypeError: it is no number.
        ValueError: it is 0 or less.
    """
    check_number(name, value)
    if value is not None and not value > 0:
        raise ValueError(f"{name} must be above 0, not {value!r}")


def check_whole(name: str, value: int | None, *, required: bool = False) -> None:
    """Refuse an argument ``name`` that is neither a whole number above 0 nor None.

    Args:
        name: of the argument.
        value: what was given.
        required: whether None is refused as well.

    Raises:
        TypeError: it is no whole number.
        ValueError: it is 0 or less.
    """
    if (value is not None or required) and not _is_whole(value):
        raise TypeError(f"{name} must be a whole number, not {value!r}")
    check_positive(name, value)


def check_count(name: str, value: int | None, hint: str = "", *, required: bool = False) -> None:
    """Refuse an argument ``name`` that is neither a whole number from 1 on nor None.

    Args:
        name: of the argument.
        value: what was given.
        hint: what is added to the message of a ValueError.
        required: whether None is refused as well.

    Raises:
        TypeError: it is no whole number.
        ValueError: it is 0 or less.
    """
    if value is None and not required:
        return
    if value is None or not _is_whole(value):
        raise TypeError(f"{name} is a whole number, not {value!r}")
    if value < 1:
        raise ValueError(f"{name} is at least 1, not {value}{hint}")


def check_share(name: str, value: float) -> None:
    """Refuse an argument ``name`` that is no share of a whole: a number above 0 and up to 1.

    Raises:
        TypeError: it is no number.
        ValueError: it is None, or outside of that range.
    """
    check_number(name, value)
    if value is None or not 0 < value <= 1:
        raise ValueError(f"{name} is a share above 0 and up to 1, not {value!r}")


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean X?`` if one of ``known`` is close to ``word``, else nothing."""
    import difflib  # imported late, since only a mistake needs it

    close = difflib.get_close_matches(word, list(known), 1, 0.7)
    return f"; did you mean {close[0]}?" if close else ""
