"""``@pytest.mark.lean(...)``: what a test changes about its Lean."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_lean.config import TRUSTS
from pytest_lean.plugin.summary import plural

if TYPE_CHECKING:
    import inspect

NAME = "lean"


def _is_modules(value: object) -> bool:
    from pytest_lean.checks import check_modules

    return _is_accepted(check_modules, "imports", value)


def _is_axioms(value: object) -> bool:
    from pytest_lean.checks import check_axioms

    return _is_accepted(check_axioms, "axioms", value)


def _is_text(value: object) -> bool:
    from pytest_lean.server.request import check_text

    return isinstance(value, str) and _is_accepted(check_text, value)


def _is_accepted(check: Callable[..., object], *arguments: object) -> bool:
    try:
        check(*arguments)
    except (TypeError, ValueError):
        return False
    return True


def _is_above_zero(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return 0 < value <= sys.float_info.max


def _is_options(value: object) -> bool:
    from pytest_lean.server.environment import option_lines

    return isinstance(value, Mapping) and _is_accepted(option_lines, value)


# What the marker takes: of each argument what it must be, and the test of that.
_ARGUMENTS: dict[str, tuple[str, Callable[[object], bool]]] = {
    "imports": ("a list of module names", _is_modules),
    "preamble": ("a text", _is_text),
    "timeout": (
        "a number of seconds above 0, or None",
        lambda value: value is None or _is_above_zero(value),
    ),
    "memory": (
        "a whole number of MiB above 0, or None",
        lambda value: value is None or (_is_above_zero(value) and isinstance(value, int)),
    ),
    "parallel": ("True or False", lambda value: isinstance(value, bool)),
    "options": ("a dict of Lean options", _is_options),
    "trust": ("elaborated, checked or certified", lambda value: value in TRUSTS),
    "isolated": ("True or False", lambda value: isinstance(value, bool)),
    "project": ("a folder", lambda value: isinstance(value, (str, Path)) and bool(str(value))),
    "axioms": ("a list of full names of axioms", _is_axioms),
}
HELP = (
    f"lean({', '.join(f'{name}=' for name in _ARGUMENTS)}): what the test changes about its Lean. "
    "Markers of function, class and module merge key by key, the closest wins. timeout is in "
    "seconds, None for none; memory in MiB."
)


def arguments(item: pytest.Item) -> dict[str, Any]:
    """Return the marker arguments of ``item`` that are given, the closest marker winning.

    Raises:
        pytest.UsageError: for a wrong keyword or a wrong type; it names the test.
    """
    merged: dict[str, Any] = {}
    for node in reversed(item.listchain()):
        for mark in _closest_first(node):
            for name, value in _checked(mark, item.nodeid).items():
                merged.setdefault(name, value)
    return merged


def check_all(items: Iterable[pytest.Item]) -> None:
    """Check the markers of all tests that are going to run.

    Raises:
        pytest.UsageError: it tells each marker that is wrong, with the first of its tests.
    """
    wrong: dict[str, list[str]] = {}
    for item in items:
        try:
            arguments(item)
        except pytest.UsageError as error:
            wrong.setdefault(str(error).removeprefix(f"{item.nodeid}: "), []).append(item.nodeid)
    if wrong:
        raise pytest.UsageError("\n".join(_told(what, names) for what, names in wrong.items()))


def _told(what: str, names: list[str]) -> str:
    others = f" (and {plural(len(names) - 1, 'more test')})" if len(names) > 1 else ""
    return f"{names[0]}{others}: {what}"


def _closest_first(node: Any) -> list[pytest.Mark]:
    """Return the node's own markers: a parameter's before its function's, a class's before
    those of the classes that it inherits from. pytest lists both the other way round.
    """
    marks = [mark for mark in node.own_markers if mark.name == NAME]
    if isinstance(node, pytest.Class):
        given = [_marks_of(one) for one in node.obj.__mro__]
        places = {id(mark): place for place, own in enumerate(given) for mark in own}
        marks.sort(key=lambda mark: places.get(id(mark), -1))
    elif isinstance(node, pytest.Function) and hasattr(node, "callspec"):
        marks.sort(key=lambda mark: all(mark is not one for one in node.callspec.marks))
    return marks


def _marks_of(cls: type) -> list[pytest.Mark]:
    given: Any = vars(cls).get("pytestmark", [])
    marks: list[Any] = given if isinstance(given, list) else [given]
    return [getattr(one, "mark", one) for one in marks]


@functools.cache
def _signature() -> inspect.Signature:
    import inspect

    keyword = inspect.Parameter.KEYWORD_ONLY
    return inspect.Signature(
        [inspect.Parameter(name, keyword, default=None) for name in _ARGUMENTS]
    )


def _checked(mark: pytest.Mark, nodeid: str) -> dict[str, Any]:
    try:
        bound = _signature().bind(*mark.args, **mark.kwargs)
    except TypeError as error:
        from pytest_lean.checks import did_you_mean

        unknown = next((name for name in mark.kwargs if name not in _ARGUMENTS), "")
        raise pytest.UsageError(
            f"{nodeid}: @pytest.mark.{NAME}: {error}; it takes {', '.join(_ARGUMENTS)}"
            f"{did_you_mean(unknown, _ARGUMENTS)}"
        ) from None
    wrong = [
        f"{name} must be {_ARGUMENTS[name][0]}, not {value!r}"
        for name, value in bound.arguments.items()
        if not _ARGUMENTS[name][1](value)
    ]
    if wrong:
        raise pytest.UsageError(f"{nodeid}: @pytest.mark.{NAME}: {'; '.join(wrong)}")
    return dict(bound.arguments)
