"""Compares a Python function with its model in Lean on many inputs; reports the smallest failure.

Promises: both sides get the same inputs, and results are compared as values of the model's result
type in Lean. hypothesis makes the inputs, and Lean answers them in a few commands. Only if the
sides disagree on an input, hypothesis makes the inputs again from the same seed, so that it can
shrink that input and keep it in its database. The next run tries inputs from the database first.
"""

from __future__ import annotations

import contextlib
import hashlib
import inspect
import re
import secrets
import unittest
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pytest_lean.checks import check_count
from pytest_lean.public import public
from pytest_lean.testing.assertions.declarations import assert_axioms, assert_declares
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.model.classes import pasted
from pytest_lean.testing.model.model import Model, model
from pytest_lean.testing.model.strategies import (
    Condition,
    Limits,
    for_argument,
    require_hypothesis,
    without_condition,
)
from pytest_lean.testing.render import Failure
from pytest_lean.testing.subject import Subject

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_MOST_ROUNDS = 8


@dataclass(frozen=True)
class Outcome:
    """The result of one side for an input: a value, or an exception.

    Attributes:
        value: the value.
        program: the value as it would be handed to Lean; None if it is not of the result type.
        error: what was raised instead of a result, or why ``value`` is not of the result type.
    """

    value: Any = None
    program: str | None = None
    error: Exception | None = None

    @property
    def shown(self) -> str:
        """The result as a message shows it."""
        if self.error is not None and self.program is None and self.value is None:
            return f"raises {type(self.error).__name__}: {self.error}"
        return pasted(self.value)


class Disagreement(Exception):
    """An input on which the two sides differ."""

    def __init__(self, arguments: tuple[Any, ...], python: Outcome, lean: Outcome) -> None:
        super().__init__(arguments)
        self.arguments = arguments
        self.python = python
        self.lean = lean


@public
@dataclass(frozen=True)
class Agreement:
    """What was compared.

    Attributes:
        model: the model.
        programs: the inputs, as they were handed to Lean.
        expected: what the Python function returns for each, as it would be handed to Lean.
        theorems: the theorems about the model that were given as ``assuming``.
    """

    model: Model
    programs: tuple[str, ...]
    expected: tuple[str, ...]
    theorems: tuple[str, ...] = ()

    @property
    def examples(self) -> int:
        """How many inputs were compared."""
        return len(self.programs)


@dataclass
class _Comparison:
    """Compares both sides on inputs, and keeps their answers.

    Attributes:
        answers: what Lean wrote for each input; None if a condition of the function fails.
        accepted: whether a value meets the condition of the strategy at a position.
        valid: the inputs on which the sides agree, in order, with the result of Python.
    """

    function: Callable[..., Any]
    model: Model
    conditions: Sequence[Condition | None]
    answers: dict[str, str | None] = field(default_factory=dict)
    accepted: dict[tuple[int, str], bool] = field(default_factory=dict)
    valid: dict[str, str] = field(default_factory=dict)

    def compare(self, inputs: Sequence[tuple[Any, ...]]) -> list[Disagreement]:
        """Return those of ``inputs`` on which the two sides differ."""
        inputs = self._accepted(inputs)
        programs = [self.model.program(*values) for values in inputs]
        new = [candidate for candidate in dict.fromkeys(programs) if candidate not in self.answers]
        self.answers.update(zip(new, self.model.answers(new), strict=True))
        found = []
        for arguments, program in zip(inputs, programs, strict=True):
            answer = self.answers[program]
            if answer is None:  # the arguments do not meet a condition of the function
                continue
            value = self.model.value(answer)
            said = Outcome(value, self.model.result_program(value))
            python = self._python(arguments)
            if python.program != said.program:
                found.append(Disagreement(arguments, python, said))
            elif python.program is not None:
                self.valid.setdefault(program, python.program)
        return found

    def _accepted(self, inputs: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """Return the inputs that meet the conditions of their strategies."""
        left = list(inputs)
        for position, condition in enumerate(self.conditions):
            if condition is None:
                continue
            keys = [
                (position, condition.decides.program(arguments[position])) for arguments in left
            ]
            new = {
                key: arguments[position]
                for key, arguments in zip(keys, left, strict=True)
                if key not in self.accepted
            }
            self.accepted.update(zip(new, condition.holds(list(new.values())), strict=True))
            left = [
                arguments for key, arguments in zip(keys, left, strict=True) if self.accepted[key]
            ]
        return left

    def _python(self, arguments: tuple[Any, ...]) -> Outcome:
        try:
            value = self.function(*arguments)
        except Exception as error:  # a user's function may raise whatever it likes
            return Outcome(error=error)
        try:
            return Outcome(value, self.model.result_program(value))
        except (TypeError, ValueError) as error:
            return Outcome(value, error=error)


def agrees(
    lean: Subject,
    function: Callable[..., Any],
    of: str | Model,
    strategies: Sequence[SearchStrategy[Any]],
    *,
    examples: int,
    assuming: str | Iterable[str] | None,
    limits: Limits,
) -> Agreement:
    """Compare a Python function with its model; see :meth:`Lean.agrees`."""
    require_hypothesis("lean.agrees")
    if not callable(function):
        raise TypeError(f"lean.agrees takes a Python function, not {type(function).__name__}")
    check_count("examples", examples, required=True)
    about = of if isinstance(of, Model) else model(lean, of)
    theorems = (assuming,) if isinstance(assuming, str) else tuple(assuming or ())
    for name in theorems:
        _require_theorem(lean, about, name)
    given = [
        without_condition(strategy) for strategy in strategies or _own_strategies(about, limits)
    ]
    explicit = [argument for argument in about.signature.values if argument.is_explicit]
    if len(given) != len(explicit):
        raise TypeError(
            f"{about.expression} takes {len(explicit)} arguments, and {len(given)} strategies "
            "are given"
        )
    _require_arguments(function, about, [argument.name for argument in explicit])
    comparison = _Comparison(function, about, [condition for _, condition in given])
    _search(comparison, [strategy for strategy, _ in given], examples)
    compared = comparison.valid
    return Agreement(about, tuple(compared), tuple(compared.values()), theorems)


def _own_strategies(about: Model, limits: Limits) -> list[SearchStrategy[Any]]:
    explicit = [argument for argument in about.signature.values if argument.is_explicit]
    if any(argument.is_index for argument in about.signature.values):
        raise TypeError(
            f"the types of {about.expression}'s arguments depend on each other: give a strategy "
            "for each"
        )
    return [for_argument(about, argument.node, limits) for argument in explicit]


def _search(
    comparison: _Comparison, strategies: Sequence[SearchStrategy[Any]], examples: int
) -> None:
    """Compare on ``examples`` inputs; if the sides disagree, raise with the smallest such input."""
    import hypothesis

    key = _key(comparison)
    database = hypothesis.settings().database
    kept = None if database is None else _keyed(database, key)
    phase = hypothesis.Phase
    inputs = hypothesis.strategies.tuples(*strategies)
    if kept is not None:
        _shrink(comparison, inputs, _Round((phase.reuse, phase.shrink), examples, 0, kept))
    for attempt in range(_MOST_ROUNDS):
        seed = _seed(key, attempt)
        made = _Round((phase.generate,), examples, seed).collect(inputs)
        found = comparison.compare(made)
        if found:
            # The same inputs again. Lean's answers to them are known; only shrinking needs more.
            again = _Round((phase.generate, phase.shrink), examples, seed, kept)
            _shrink(comparison, inputs, again)
            raise _rejection(
                comparison, min(found, key=lambda failure: len(repr(failure.arguments)))
            )
        if len(comparison.valid) >= examples or _is_all(made, comparison):
            return
    if not comparison.valid:
        raise ValueError(
            f"none of {examples * _MOST_ROUNDS} inputs meets the conditions on them; a strategy "
            "that makes more such inputs helps"
        )


def _is_all(made: Sequence[tuple[Any, ...]], comparison: _Comparison) -> bool:
    """Return whether nearly all inputs were valid, so that another round would add little.

    A type with few values may have fewer inputs than are wanted.
    """
    programs = {comparison.model.program(*arguments) for arguments in made}
    good = sum(program in comparison.valid for program in programs)
    return good * 10 >= len(programs) * 9 and bool(programs)


@dataclass(frozen=True)
class _Round:
    """How hypothesis is run: see its settings."""

    phases: tuple[Any, ...]
    examples: int
    seed: int
    database: Any = None

    def run(self, inputs: SearchStrategy[Any], test: Callable[[tuple[Any, ...]], None]) -> None:
        """Run ``test`` on inputs; raise what it raises on the smallest failing input."""
        import hypothesis

        settings = hypothesis.settings(
            max_examples=self.examples,
            phases=self.phases,
            database=self.database,
            deadline=None,
            derandomize=False,
            report_multiple_bugs=False,
            print_blob=False,
            suppress_health_check=list(hypothesis.HealthCheck),
            verbosity=hypothesis.Verbosity.quiet,
        )
        # hypothesis skips if it may only reuse inputs and its database has none.
        with contextlib.suppress(unittest.SkipTest):
            # The seed decorator removes the database, so the settings are applied after it.
            settings(hypothesis.seed(self.seed)(hypothesis.given(inputs)(test)))()

    def collect(self, inputs: SearchStrategy[Any]) -> list[tuple[Any, ...]]:
        """Return the inputs that hypothesis makes if none of them fails."""
        made: list[tuple[Any, ...]] = []

        def keep(arguments: tuple[Any, ...]) -> None:
            made.append(arguments)

        self.run(inputs, keep)
        return made


def _shrink(comparison: _Comparison, inputs: SearchStrategy[Any], how: _Round) -> None:
    """Let hypothesis look for an input that disagrees, shrink it and keep it.

    Raises:
        LeanRejection: there is one; the message shows the smallest.
    """
    import hypothesis

    def agree(arguments: tuple[Any, ...]) -> None:
        for difference in comparison.compare([arguments]):
            raise difference

    try:
        how.run(inputs, agree)
    except Disagreement as found:
        raise _rejection(comparison, found) from found.python.error
    except hypothesis.errors.Flaky:
        return  # a side answers differently each time; the caller reports what it saw first


def _rejection(comparison: _Comparison, found: Disagreement) -> LeanRejection:
    name = getattr(comparison.function, "__name__", "python_function")
    name = name if name.isidentifier() else "python_function"
    about = comparison.model.expression
    call = ", ".join(map(pasted, found.arguments))
    labels = [f"{name} in Python", f"{about} in Lean"] if name == about else [name, about]
    width = max(map(len, labels))
    lines = [
        f"smallest input:  {call}",
        f"  {labels[0]:{width}}  {found.python.shown}",
        f"  {labels[1]:{width}}  {found.lean.shown}",
    ]
    if found.python.error is not None and found.python.value is not None:
        lines.append(f"  ({found.python.error})")
    test = f"assert {name}({call}) == lean.model({about!r})({call})"
    return LeanRejection(
        Failure(
            f"{name} does not agree with its model {about}",
            ("\n".join(lines), f"a line for a regression test:\n  {test}"),
        )
    )


def _require_arguments(function: Callable[..., Any], about: Model, names: list[str]) -> None:
    """Raise a TypeError if a function cannot be called with the arguments of its model."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # some built-in functions have no known signature
        return
    try:
        signature.bind(*names)
    except TypeError as error:
        called = getattr(function, "__name__", "the function")
        raise TypeError(
            f"lean.agrees: {called}{signature} cannot be called with the arguments of "
            f"{about.expression}, which takes {', '.join(names) or 'none'}: {error}"
        ) from None


def _require_theorem(lean: Subject, about: Model, name: str) -> None:
    """Check that a theorem about the model is proved, from axioms that are allowed.

    Raises:
        LeanRejection: it is not proved so, or it does not mention the model.
    """
    facts = assert_declares(lean, name)
    if facts.kind != "theorem":
        raise LeanRejection(f"assuming: {name} is no theorem: Lean calls it {facts.kind}")
    assert_axioms(lean, name)
    if not says_something_about(lean, facts.exact, about.expression):
        raise LeanRejection(
            Failure(
                f"assuming: {name} says nothing about {about.expression}",
                (f"it states:  {facts.signature}",),
            )
        )


_NAMES = re.compile(r"[^\W\d][\w'!?]*(?:\.[^\W\d][\w'!?]*)*")
_MOST_LEVELS = 3


def says_something_about(lean: Subject, statement: str, expression: str) -> bool:
    """Return whether a statement mentions a name of an expression, directly or by a definition.

    Args:
        lean: prints the definitions that the statement mentions.
        statement: the statement as Lean prints it in full.
        expression: a name, or an expression.
    """
    wanted = {word.rpartition(".")[2] for word in _NAMES.findall(expression)} - {"fun"}
    names, seen = set(_NAMES.findall(statement)), set[str]()
    for _ in range(_MOST_LEVELS):
        if wanted & {full_name.rpartition(".")[2] for full_name in names}:
            return True
        new = sorted(names - seen)
        if not new:
            return False
        seen |= names
        asked = "\n".join(f"#print _root_.{made}" for made in new)
        response = lean.run_on(f"set_option pp.all true\n{asked}", lean.env)
        names = {name for message in response.infos for name in _NAMES.findall(message.data)}
    return False


def _key(comparison: _Comparison) -> bytes:
    """Return the key of a comparison in hypothesis' database."""
    function = comparison.function
    parts = (
        getattr(function, "__module__", ""),
        getattr(function, "__qualname__", repr(type(function))),
        comparison.model.expression,
        comparison.model.type,
    )
    return hashlib.sha256("\0".join(map(str, parts)).encode()).digest()


def _seed(key: bytes, attempt: int) -> int:
    import hypothesis

    if hypothesis.settings().derandomize:
        return int.from_bytes(key[:8], "big") + attempt
    return secrets.randbits(64)


def _keyed(database: Any, key: bytes) -> Any:
    """Return a view of hypothesis' database for one comparison only.

    hypothesis keys its entries by the source of the test function. Here that is the same function
    of ours for every comparison, so ``key`` is added.
    """
    from hypothesis.database import ExampleDatabase

    class Keyed(ExampleDatabase):
        def _key(self, inner: bytes) -> bytes:
            return hashlib.sha256(key + inner).digest()

        def save(self, inner: bytes, value: bytes) -> None:
            database.save(self._key(inner), value)

        def fetch(self, inner: bytes) -> Iterable[bytes]:
            return database.fetch(self._key(inner))  # type: ignore[no-any-return]

        def delete(self, inner: bytes, value: bytes) -> None:
            database.delete(self._key(inner), value)

    return Keyed()
