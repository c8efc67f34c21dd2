"""The signature of a function of Lean as data: its arguments, their roles, and its result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal as OneOf

from pytest_lean.language.explicit import (
    Binder,
    Const,
    Local,
    Pi,
    Sort,
    Term,
    locals_in,
    substitute,
    telescope,
)
from pytest_lean.testing.model.asking import complete, is_type
from pytest_lean.testing.model.types import Node, Types, Unsupported, shown
from pytest_lean.testing.subject import Subject

Role = OneOf["value", "proof", "instance", "fixed"]


@dataclass(frozen=True)
class Argument:
    """An argument of a function.

    Attributes:
        local: the variable that stands for it in the types of other arguments.
        name: its name in Lean, or its position as ``#1`` if it has no usable name.
        role: a value is handed over; a proof is decided by Lean; an instance is found by Lean; a
            fixed argument was given when the model was made.
        is_explicit: whether a call in Lean writes it.
        type: its type.
        node: the index of its type in the table; -1 if it is no value.
        fixed: the term of a fixed argument.
        is_index: whether the types of other arguments, or of the result, depend on it.
    """

    local: Local
    name: str
    role: Role
    is_explicit: bool
    type: Term
    node: int = -1
    fixed: Term | None = None
    is_index: bool = False


@dataclass(frozen=True)
class Signature:
    """A function.

    Attributes:
        expression: how the user wrote it.
        arguments: all its arguments, in order.
        nodes: the types of the values that are no indices, and of the result.
        index_nodes: the types of the indices.
        result: the type of the result; -1 for a proposition, which Lean decides.
        type: the type of the function.
    """

    expression: str
    arguments: tuple[Argument, ...]
    nodes: tuple[Node, ...]
    index_nodes: tuple[Node, ...]
    result: int
    type: Term

    @property
    def values(self) -> tuple[Argument, ...]:
        """The arguments that are handed over, in order."""
        return tuple(argument for argument in self.arguments if argument.role == "value")

    def node(self, argument: Argument) -> Node:
        """Return the type of an argument that is a value."""
        return (self.index_nodes if argument.is_index else self.nodes)[argument.node]


def read_signature(
    lean: Subject, env: int, expression: str, type: Term, given: Mapping[str, Term]
) -> Signature:
    """Return the signature of a function; ask Lean for what its types are made of.

    Raises:
        TypeError: an argument or the result cannot be handed over; the message says which, and
            of what type it is.
    """
    types, index_types = Types(), Types()
    index_types.facts = types.facts
    while True:
        binders, result = _unfolded(types, type, given)
        found = _arguments(expression, (types, index_types), binders, result, given)
        result_node = -1
        if not (isinstance(result, Sort) and result.is_prop):
            result_node = _result(expression, types, result)
        types.missing |= index_types.missing
        if not complete(lean, env, types):
            break
        index_types.restart()
    unknown = [name for name in given if name not in {argument.name for argument in found}]
    if unknown:
        raise TypeError(f"{expression} has no argument {unknown[0]} that could be given")
    if result_node < 0:
        types.node(Const("Bool"))
    return Signature(
        expression, found, tuple(types.nodes), tuple(index_types.nodes), result_node, type
    )


def _unfolded(types: Types, type: Term, given: Mapping[str, Term]) -> tuple[list[Binder], Term]:
    """Return arguments and result of a function whose type may be a name for a function type."""
    binders: list[Binder] = []
    values: dict[int, Term] = {}
    term = type
    while True:
        term = types.unfold(term)
        if not isinstance(term, Pi):
            return binders, term
        found, result = telescope(term)
        for binder in found:
            of = substitute(binder.type, values)
            binders.append(Binder(binder.local, binder.opening, of))
            if binder.local.name in given:
                values[binder.local.key] = given[binder.local.name]
        term = substitute(result, values)


def _arguments(
    expression: str,
    tables: tuple[Types, Types],
    binders: Sequence[Binder],
    result: Term,
    given: Mapping[str, Term],
) -> tuple[Argument, ...]:
    types, index_types = tables
    roles = [_role(types, binder, given) for binder in binders]
    used = [locals_in(result)]
    for binder, role in zip(binders, roles, strict=True):
        if role == "value":
            used.append(locals_in(binder.type))
    depended = frozenset().union(*used)
    found: list[Argument] = []
    names = _names(binders)
    for binder, name, role in zip(binders, names, roles, strict=True):
        local, explicit = binder.local, binder.opening == "("
        is_index = role == "value" and local.key in depended
        node = -1
        if role == "value":
            if is_index and locals_in(binder.type):
                raise _refusal(
                    expression, binder, name, "types depend on it, and its own on others"
                )
            try:
                node = (index_types if is_index else types).node(binder.type)
            except Unsupported as error:
                raise _refusal(expression, binder, name, str(error)) from error
        found.append(
            Argument(
                local, name, role, explicit, binder.type, node, given.get(local.name), is_index
            )
        )
    return tuple(found)


def _names(binders: Sequence[Binder]) -> list[str]:
    """Return a name for each argument, all different; without a usable name of its own, ``#N``."""
    names: list[str] = []
    for position, binder in enumerate(binders, start=1):
        name = binder.local.name
        is_own = name.isidentifier() or name.rstrip("'").isidentifier()
        names.append(name if is_own and name != "_" and name not in names else f"#{position}")
    return names


def _role(types: Types, binder: Binder, given: Mapping[str, Term]) -> Role:
    if binder.local.name in given:
        return "fixed"
    if binder.opening == "[":
        return "instance"
    return "proof" if types.is_proposition(binder.type) else "value"


def _result(expression: str, types: Types, result: Term) -> int:
    if types.is_proposition(result):
        raise TypeError(f"lean.model: {expression} is a proof of {shown(result)}, and no function")
    try:
        return types.node(result)
    except Unsupported as error:
        raise TypeError(
            f"lean.model: the result of {expression} is of type {shown(result)}: {error}"
        ) from None


def _refusal(expression: str, binder: Binder, name: str, why: str) -> TypeError:
    if is_type(binder.type):
        return TypeError(
            f"lean.model: {expression} works for every {name}: say which, such as "
            f'lean.model({expression!r}, implicit={{"{name}": "Nat"}})'
        )
    return TypeError(
        f"lean.model: the argument {name} of {expression} is of type {shown(binder.type)}: {why}"
    )
