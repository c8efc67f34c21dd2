"""Docstrings of what is public: the reference is made from them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from types import FunctionType, MethodType
from typing import Any

import pytest

import pytest_lean

# A docstring may refer to another one that describes the arguments.
_ELSEWHERE = re.compile(r"\bSee :\w+:`|\barguments are those of :func:`")


def public_functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield each public function and method, by its name."""
    for name in pytest_lean.__all__:
        value = getattr(pytest_lean, name)
        if inspect.isfunction(value):
            yield name, value
        for attribute in vars(value) if inspect.isclass(value) else ():
            method = getattr(value, attribute)
            if not attribute.startswith("_") and isinstance(method, (FunctionType, MethodType)):
                yield f"{name}.{attribute}", method


@pytest.mark.parametrize(
    "function", [pytest.param(function, id=name) for name, function in public_functions()]
)
def test_a_public_function_says_what_each_argument_is(function):
    text = inspect.getdoc(function) or ""
    if _ELSEWHERE.search(text):
        return
    names = [one for one in inspect.signature(function).parameters if one not in ("self", "cls")]
    missing = [one for one in names if not re.search(rf"^ +(\w+, )*{one}(, \w+)*: ", text, re.M)]
    assert not missing, f"its docstring does not say what {', '.join(missing)} is"
