"""``@pytest.mark.lean(...)``: the arguments of the marker, checked and merged for each test."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, eq=False, repr=False)
class Argument:
    """One argument of the marker.

    Attributes:
        wanted: what its value must be, for messages.
        accepts: says whether a value is accepted.
        help: what it changes.
    """

    wanted: str
    accepts: Callable[[object], bool]
    help: str


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


ARGUMENTS = {
    "imports": Argument(
        "a list of module names", _is_modules, "modules to start from, in place of the settings'"
    ),
    "preamble": Argument("a text", _is_text, "text to start from, in place of `lean_preamble`"),
    "timeout": Argument(
        "a number of seconds above 0, or None",
        lambda value: value is None or _is_above_zero(value),
        "how long a command may take",
    ),
    "memory": Argument(
        "a whole number of MiB above 0, or None",
        lambda value: value is None or (_is_above_zero(value) and isinstance(value, int)),
        "how much private memory Lean may take",
    ),
    "parallel": Argument("True or False", _is_bool, "parallel elaboration"),
    "options": Argument(
        "a dict of Lean options", _is_options, "Lean options, besides those of the settings"
    ),
    "trust": Argument(
        "elaborated, checked or certified", lambda value: value in TRUSTS, "how far a verdict looks"
    ),
    "isolated": Argument("True or False", _is_bool, "a fresh process for each text"),
    "project": Argument(
        "a folder",
        lambda value: isinstance(value, (str, Path)) and bool(str(value)),
        "another Lake project, from `rootdir` if it is no full path",
    ),
    "axioms": Argument(
        "a list of full names of axioms", _is_axioms, "axioms that are allowed as well"
    ),
}
HELP = (
    f"lean({', '.join(f'{name}=' for name in ARGUMENTS)}): what the test changes about its Lean. "
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
        pytest.UsageError: it names each wrong marker once, with the first of its tests.
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
    """Return the node's own markers, the closest first.

    A parameter's come before its function's, and a class's before those of its base classes:
    pytest lists both the other way round.
    """
    marks = [mark for mark in node.own_markers if mark.name == NAME]
    if isinstance(node, pytest.Class):
        given = [_marks_of(owner) for owner in node.obj.__mro__]
        places = {id(mark): place for place, own in enumerate(given) for mark in own}
        marks.sort(key=lambda mark: places.get(id(mark), -1))
    elif isinstance(node, pytest.Function) and hasattr(node, "callspec"):
        marks.sort(
            key=lambda mark: all(mark is not given_mark for given_mark in node.callspec.marks)
        )
    return marks


def _marks_of(cls: type) -> list[pytest.Mark]:
    given: Any = vars(cls).get("pytestmark", [])
    marks: list[Any] = given if isinstance(given, list) else [given]
    return [getattr(mark, "mark", mark) for mark in marks]


@functools.cache
def _signature() -> inspect.Signature:
    import inspect

    keyword = inspect.Parameter.KEYWORD_ONLY
    return inspect.Signature([inspect.Parameter(name, keyword, default=None) for name in ARGUMENTS])


def _checked(mark: pytest.Mark, nodeid: str) -> dict[str, Any]:
    try:
        bound = _signature().bind(*mark.args, **mark.kwargs)
    except TypeError as error:
        from pytest_lean.checks import did_you_mean

        unknown = next((name for name in mark.kwargs if name not in ARGUMENTS), "")
        raise pytest.UsageError(
            f"{nodeid}: @pytest.mark.{NAME}: {error}; it takes {', '.join(ARGUMENTS)}"
            f"{did_you_mean(unknown, ARGUMENTS)}"
        ) from None
    wrong = [
        f"{name} must be {ARGUMENTS[name].wanted}, not {value!r}"
        for name, value in bound.arguments.items()
        if not ARGUMENTS[name].accepts(value)
    ]
    if wrong:
        raise pytest.UsageError(f"{nodeid}: @pytest.mark.{NAME}: {'; '.join(wrong)}")
    return dict(bound.arguments)
