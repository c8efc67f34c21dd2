"""hypothesis strategies from types of Lean.

Promises: a strategy generates values of its type, as :mod:`pytest_lean.testing.model.decoding`
would return them; Lean decides the conditions in a type, and a predicate that is given in Lean.
hypothesis is an optional dependency: it is imported when a strategy is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from pytest_lean.checks import check_whole
from pytest_lean.testing.model.classes import (
    PLAIN,
    Some,
    can_be_none,
    constructor_class,
    enumeration,
    is_enumeration,
)
from pytest_lean.testing.model.model import Model, model
from pytest_lean.testing.model.types import MACHINE, Constructor, Node
from pytest_lean.testing.questions import require_text
from pytest_lean.testing.subject import Subject

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

MAX_SIZE = 20
MAX_VALUE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """How big generated values may be.

    Attributes:
        max_size: the most elements of a sequence, and characters of a string.
        max_value: the biggest Nat; an Int is between its negative and it.
    """

    max_size: int = MAX_SIZE
    max_value: int = MAX_VALUE


@dataclass(frozen=True)
class Condition:
    """Decides for values of one type whether the conditions in the type and a predicate hold.

    Attributes:
        decides: a model from the type to Bool.
    """

    decides: Model

    def holds(self, values: list[Any]) -> list[bool]:
        """Return for each value whether it meets the condition, in one command."""
        return [self._is_true(answer) for answer in self.decides.answers(self._programs(values))]

    def __call__(self, value: Any) -> bool:
        """Return whether one value meets the condition, as a filter for hypothesis."""
        return self.holds([value])[0]

    def _programs(self, values: list[Any]) -> list[str]:
        return [self.decides.program(value) for value in values]

    def _is_true(self, answer: str | None) -> bool:
        return answer is not None and bool(self.decides.value(answer))


# For each strategy of ours with a condition: the strategy without it, and the condition.
_CONDITIONED: WeakKeyDictionary[Any, tuple[Any, Condition]] = WeakKeyDictionary()


def require_hypothesis(what: str) -> Any:
    """Return the module hypothesis.

    Raises:
        ImportError: it is not installed; the message says how to install it.
    """
    try:
        import hypothesis
    except ImportError:
        raise ImportError(
            f"{what} needs hypothesis: pip install 'pytest-lean[hypothesis]'"
        ) from None
    return hypothesis


def strategy(
    lean: Subject, type: str, *, max_size: int, max_value: int, where: str | None
) -> SearchStrategy[Any]:
    """Return a strategy for the values of a type of Lean; see :meth:`Lean.strategy`."""
    require_hypothesis("lean.strategy")
    type = require_text("type", type)
    for name, number in (("max_size", max_size), ("max_value", max_value)):
        check_whole(name, number, required=True)
    # The user's text stands on lines of its own, so that a comment in it ends there.
    try:
        same = model(lean, f"fun (x :\n{type}\n) => x")
    except TypeError as error:
        if error.__cause__ is None:
            raise
        # The error's own message is about a function that the user has not written.
        raise TypeError(f"lean.strategy has no values of {type}: {error.__cause__}") from None
    of = same.signature
    found = from_nodes(of.nodes, of.values[0].node, same.sizes, Limits(max_size, max_value))
    if where is None and not _has_conditions(of.nodes):
        return found
    text = "true" if where is None else f"(\n{require_text('where', where)}\n) x"
    return conditioned(found, Condition(model(lean, f"fun (x :\n{type}\n) => {text}")))


def conditioned(base: SearchStrategy[Any], condition: Condition) -> SearchStrategy[Any]:
    """Return a strategy for those values of ``base`` that meet a condition."""
    found = base.filter(condition)
    _CONDITIONED[found] = base, condition
    return found


def without_condition(
    strategy: SearchStrategy[Any],
) -> tuple[SearchStrategy[Any], Condition | None]:
    """Return a strategy without its condition, and the condition, to decide many values at once."""
    return _CONDITIONED.get(strategy, (strategy, None))


def for_argument(of: Model, node: int, limits: Limits) -> SearchStrategy[Any]:
    """Return a strategy for a type in the table of a model."""
    return from_nodes(of.signature.nodes, node, of.sizes, limits)


def from_nodes(
    nodes: tuple[Node, ...], index: int, sizes: dict[int, int | None], limits: Limits
) -> SearchStrategy[Any]:
    """Return a strategy for a type of a table."""
    return _Maker(nodes, sizes, limits).of(index)


def _has_conditions(nodes: tuple[Node, ...]) -> bool:
    return any(
        field.node is None
        for node in nodes
        for constructor in node.constructors
        for field in constructor.fields
    )


class _Maker:
    """Makes the strategies for one table of types, each once, since types may be recursive."""

    def __init__(
        self, nodes: tuple[Node, ...], sizes: dict[int, int | None], limits: Limits
    ) -> None:
        self._nodes = nodes
        self._sizes = sizes
        self._limits = limits
        self._made: dict[int, SearchStrategy[Any]] = {}

    def of(self, index: int) -> SearchStrategy[Any]:
        import hypothesis.strategies as st

        if index not in self._made:
            node = self._nodes[index]
            self._made[index] = st.deferred(lambda: self._strategy(node))
        return self._made[index]

    def _strategy(self, node: Node) -> SearchStrategy[Any]:
        import hypothesis.strategies as st

        if node.of >= 0:
            size = self._sizes.get(node.index)
            most = self._limits.max_size if node.kind != "Vector" else self._size(node)
            return st.lists(self.of(node.of), min_size=size or 0, max_size=most)
        if node.kind != "family":
            return self._leaf(node)
        if node.family == "Bool":
            return st.booleans()
        if is_enumeration(node):
            return st.sampled_from(list(enumeration(node)))
        # Constructors without recursion come first: they are simpler, and hypothesis shrinks to
        # the first.
        indices = sorted(
            range(len(node.constructors)),
            key=lambda which: (self._is_recursive(node, node.constructors[which]), which),
        )
        return st.one_of([self._construct(node, index) for index in indices])

    def _leaf(self, node: Node) -> SearchStrategy[Any]:
        import hypothesis.strategies as st

        limits = self._limits
        characters = st.characters(exclude_categories=["Cs"])
        if node.kind in MACHINE:
            bits, signed = MACHINE[node.kind]
            low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
            return st.integers(low, high)
        if node.kind in ("Fin", "BitVec"):
            size = self._size(node)
            count = size if node.kind == "Fin" else 1 << size
            return st.integers(0, count - 1) if count else st.nothing()
        made: dict[str, Callable[[], SearchStrategy[Any]]] = {
            "Nat": lambda: st.integers(0, limits.max_value),
            "Int": lambda: st.integers(-limits.max_value, limits.max_value),
            "Char": lambda: characters,
            "String": lambda: st.text(characters, max_size=limits.max_size),
            "Float": st.floats,
        }
        return made[node.kind]()

    def _size(self, node: Node) -> int:
        size = self._sizes.get(node.index)
        if size is None:
            raise TypeError(
                f"lean.strategy: the size of {node.shown} depends on another value, or Lean does "
                "not compute it; give a strategy of your own"
            )
        return size

    def _construct(self, node: Node, which: int) -> SearchStrategy[Any]:
        import hypothesis.strategies as st

        constructor = node.constructors[which]
        data = [self.of(field.node) for field in constructor.data if field.node is not None]
        build = self._builder(node, constructor)
        return st.tuples(*data).map(build) if data else st.builds(lambda: build(()))

    def _builder(self, node: Node, constructor: Constructor) -> Callable[[tuple[Any, ...]], Any]:
        if node.family not in PLAIN:
            made = constructor_class(node, constructor)
            return lambda items: made(*items)
        if not constructor.data:
            return lambda _: None
        last = constructor.data[-1].node or 0
        if node.family == "Prod":
            if self._nodes[last].family == "Prod":
                return lambda items: (items[0], *items[1])
            return lambda items: items
        if node.family == "Option" and can_be_none(self._nodes, last):
            return lambda items: Some(items[0])
        return lambda items: items[0]

    def _is_recursive(self, node: Node, constructor: Constructor) -> bool:
        seen: set[int] = set()
        todo = [field.node for field in constructor.data if field.node is not None]
        while todo:
            index = todo.pop()
            if index == node.index:
                return True
            if index in seen:
                continue
            seen.add(index)
            inner = self._nodes[index]
            todo += [inner.of] if inner.of >= 0 else []
            todo += [
                field.node
                for part in inner.constructors
                for field in part.data
                if field.node is not None
            ]
        return False
