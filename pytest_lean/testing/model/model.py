"""Model: a function of Lean as a Python callable."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

from pytest_lean.language.explicit import locals_in, written
from pytest_lean.public import public
from pytest_lean.testing.facts import check_name
from pytest_lean.testing.model.asking import elaborate, evaluated
from pytest_lean.testing.model.batches import Batches
from pytest_lean.testing.model.classes import classes, pasted
from pytest_lean.testing.model.decoding import Decoder
from pytest_lean.testing.model.encoding import Encoder
from pytest_lean.testing.model.module import Modules, Program
from pytest_lean.testing.model.program import program
from pytest_lean.testing.model.signature import Argument, Signature, read_signature
from pytest_lean.testing.model.terms import Names
from pytest_lean.testing.model.types import Node, number_of, shown
from pytest_lean.testing.questions import require_text
from pytest_lean.testing.subject import Server, Subject

# Arguments by position and by name.
Call: TypeAlias = "tuple[tuple[Any, ...], dict[str, Any]]"
_MOST_SHOWN = 300
_MOST_KEPT = 64


@dataclass(frozen=True)
class Compiled:
    """A function with its program, on a server.

    Attributes:
        signature: its arguments and its result.
        program: the program, and where it is.
        sizes: the sizes of types whose size is fixed, by table and type.
    """

    signature: Signature
    program: Program
    sizes: Mapping[tuple[bool, int], int]


_KEPT: WeakKeyDictionary[Server, dict[tuple[object, ...], Compiled]] = WeakKeyDictionary()
_MODULES: WeakKeyDictionary[Server, Modules] = WeakKeyDictionary()


@public
class Model:
    """A function of Lean, called from Python; :meth:`Lean.model` makes it.

    It belongs to the environment in which it was made, whatever is defined later.

    Attributes:
        expression: how it was written.
        implicit: the implicit arguments that were given.
        types: the Python classes of its values, by the names of their types and constructors.
    """

    def __init__(
        self, lean: Subject, compiled: Compiled, implicit: Mapping[str, str] | None = None
    ) -> None:
        signature = compiled.signature
        self._lean = lean
        self._compiled = compiled
        self._signature = signature
        self._encoder = Encoder(signature.nodes)
        self._index_encoder = Encoder(signature.index_nodes)
        self._decoder = Decoder(signature.nodes)
        self.expression = signature.expression
        self.implicit: Mapping[str, str] = MappingProxyType(dict(implicit or {}))
        self.types: Mapping[str, type] = MappingProxyType(classes(signature.nodes))

    @property
    def type(self) -> str:
        """Its type in Lean, as a reader writes it."""
        return shown(self._signature.type)

    @property
    def signature(self) -> Signature:
        """Its arguments and its result, as data."""
        return self._signature

    @property
    def is_compiled(self) -> bool:
        """Whether its calls go to a compiled module, as they do after many calls."""
        return self._compiled.program.module is not None

    @property
    def sizes(self) -> dict[int, int | None]:
        """The sizes of the types in its table that have one; None where it depends on a value."""
        return self._sizes(self._signature.nodes, False, {})

    def __repr__(self) -> str:
        return f"<lean.model {self.expression} : {self.type}>"

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Return the function's value.

        Args:
            arguments: its explicit arguments, in order, without proofs and instances, which Lean
                finds itself.
            named: arguments that are given by their names, implicit ones included.

        Raises:
            TypeError: an argument is not of its type; this is raised before Lean is asked.
            ValueError: an argument is out of range, or a condition on it does not hold.
            LeanServerError: there is no answer, because of a timeout, a crash or lack of memory.
            LeanRejection: Lean refuses to evaluate the call.
        """
        return self._answers([(arguments, named)])[0]

    def map(self, inputs: Iterable[Any]) -> list[Any]:
        """Return the function's values for many inputs, which share commands.

        Args:
            inputs: one argument each; a tuple of arguments if the function takes several.

        Raises:
            TypeError, ValueError, LeanServerError, LeanRejection: as for a call; the message
                names the input.
        """
        several = sum(argument.is_explicit for argument in self._signature.values) != 1
        calls: list[Call] = []
        for index, arguments in enumerate(inputs):
            if several and not isinstance(arguments, (tuple, list)):
                raise TypeError(
                    f"{self.expression} takes several arguments, so input {index} is a tuple of "
                    f"them, not {type(arguments).__name__}"
                )
            calls.append((tuple(arguments) if several else (arguments,), {}))
        return self._answers(calls)

    def program(self, *arguments: Any, **named: Any) -> str:
        """Return an input as it is handed to Lean; two inputs are equal if their arguments are.

        Args:
            arguments: as for a call.
            named: as for a call.

        Raises:
            TypeError, ValueError: as for a call.
        """
        given = self._bound(arguments, named)
        values = self._signature.values
        indices = [argument for argument in values if argument.is_index]
        keys = {
            index.local.key: given[index.name]
            for index in indices
            if isinstance(given[index.name], int)
        }
        text = ""
        if indices:
            text = self._index_encoder.program(
                [(index.node, given[index.name], self._name(index)) for index in indices],
                self._sizes(self._signature.index_nodes, True, {}),
            )
        return text + self._encoder.program(
            [
                (argument.node, given[argument.name], self._name(argument))
                for argument in values
                if not argument.is_index
            ],
            self._sizes(self._signature.nodes, False, keys),
        )

    def result_program(self, value: Any) -> str:
        """Return a value of the result's type as it would be handed to Lean.

        Args:
            value: a value as a call returns it, or as an argument of that type may be given.

        Raises:
            TypeError, ValueError: it is no value of that type.
        """
        return self._encoder.program([(self._result, value, "the result")], self.sizes)

    def answers(self, programs: list[str]) -> list[str | None]:
        """Return what Lean writes for inputs; None for one that does not meet a condition.

        Args:
            programs: the inputs, as :meth:`program` gives them.
        """
        return self._batches([]).answers(programs)

    def value(self, written: str) -> Any:
        """Return the value that Lean wrote.

        Args:
            written: one of :meth:`answers`.
        """
        return self._decoder.value(self._result, written)

    @property
    def _result(self) -> int:
        result = self._signature.result
        if result >= 0:
            return result
        return next(node.index for node in self._signature.nodes if node.family == "Bool")

    def _answers(self, calls: list[Call]) -> list[Any]:
        programs = []
        for index, (arguments, named) in enumerate(calls):
            try:
                programs.append(self.program(*arguments, **named))
            except (TypeError, ValueError) as error:
                if len(calls) == 1:
                    raise
                kind = ValueError if isinstance(error, ValueError) else TypeError
                raise kind(f"input {index}: {error}") from None
        server, program = self._lean.server, self._compiled.program
        _MODULES.setdefault(server, Modules()).settle(server, program)
        started = time.monotonic()
        answers = self._batches(calls).answers(programs)
        if len(calls) == 1:
            program.took(time.monotonic() - started)
        values = []
        for index, answer in enumerate(answers):
            if answer is None:
                raise ValueError(f"{self._described(calls, index)}: {self.conditions()}")
            values.append(self._decoder.value(self._result, answer))
        return values

    def _batches(self, calls: list[Call]) -> Batches:
        program = self._compiled.program
        return Batches(
            lambda text: self._lean.run_on(text, program.env),
            program.names,
            lambda index: self._described(calls, index),
        )

    def _described(self, calls: list[Call], index: int) -> str:
        """Return the call of an input, for a message."""
        if index >= len(calls):
            return f"input {index} of {self.expression}"
        arguments, named = calls[index]
        parts = [pasted(argument) for argument in arguments]
        parts += [f"{name}={pasted(value)}" for name, value in named.items()]
        text = ", ".join(parts)
        text = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}..."
        which = f"input {index}: " if len(calls) > 1 else ""
        return f"{which}{self.expression}({text})"

    def conditions(self) -> str:
        """Return a clause for a message about an input that does not meet a condition."""
        proofs = [
            f"{argument.name} : {shown(argument.type)}"
            for argument in self._signature.arguments
            if argument.role == "proof"
        ]
        if proofs:
            return f"the arguments do not satisfy {', '.join(proofs)}"
        return "an argument does not satisfy the condition that its type has"

    def _name(self, argument: Argument) -> str:
        return f"the argument {argument.name} of {self.expression}"

    def _bound(self, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> dict[str, Any]:
        """Return all values by their names, also those that follow from others."""
        values = self._signature.values
        explicit = [argument for argument in values if argument.is_explicit]
        given = dict(named)
        if len(arguments) > len(explicit):
            names = ", ".join(argument.name for argument in explicit) or "none"
            raise TypeError(
                f"{self.expression} takes {len(explicit)} arguments ({names}), not {len(arguments)}"
            )
        for argument, value in zip(explicit, arguments, strict=False):
            if argument.name in given:
                raise TypeError(f"{self.expression} is given {argument.name} twice")
            given[argument.name] = value
        for argument in values:
            if argument.name not in given:
                given[argument.name] = self._determined(argument, given)
        unknown = [name for name in given if name not in {argument.name for argument in values}]
        if unknown:
            raise TypeError(f"{self.expression} has no argument {unknown[0]}")
        return given

    def _determined(self, argument: Argument, given: Mapping[str, Any]) -> Any:
        """Return the value of an argument that was not given: the size of a given vector.

        Raises:
            TypeError: the argument is no such size.
        """
        for other in self._signature.values:
            node = self._signature.node(other)
            if node.bound == argument.local and node.kind == "Vector" and other.name in given:
                try:
                    return len(given[other.name])
                except TypeError:
                    break
        how = "" if argument.is_explicit else f"; give it by name, {argument.name}=..."
        raise TypeError(
            f"{self.expression} misses its argument {argument.name} : {shown(argument.type)}{how}"
        )

    def _sizes(
        self, nodes: tuple[Node, ...], is_index: bool, values: Mapping[int, int]
    ) -> dict[int, int | None]:
        found: dict[int, int | None] = {}
        for node in nodes:
            if node.bound is not None:
                fixed = self._compiled.sizes.get((is_index, node.index))
                found[node.index] = number_of(node.bound, values) if fixed is None else fixed
        return found


def model(lean: Subject, expression: str, implicit: Mapping[str, str] | None = None) -> Model:
    """Return a function of Lean as a Python callable.

    Raises:
        LeanRejection: Lean does not accept the expression.
        TypeError: values of a type in its signature cannot be handed over.
        ValueError: an empty text.
    """
    expression = require_text("expression", expression)
    fixed = dict(implicit or {})
    for name, text in fixed.items():
        check_name(name)
        fixed[name] = require_text(name, text)
    env = lean.env
    kept = _KEPT.setdefault(lean.server, {})
    key = (env, expression, tuple(sorted(fixed.items())))
    if env is None or key not in kept:
        compiled = _compiled(lean, expression, fixed)
        if lean.env != env:  # the test now uses its preamble as text, no longer as a module
            key = (lean.env, *key[1:])
        kept[key] = compiled
        while len(kept) > _MOST_KEPT:
            kept.pop(next(iter(kept)))
    return Model(lean, kept[key], fixed)


def _compiled(lean: Subject, expression: str, implicit: Mapping[str, str]) -> Compiled:
    names = Names(secrets.choice("abcdefgh") + secrets.token_hex(6))
    found = elaborate(lean, expression, implicit, names("f"))
    signature = read_signature(lean, found.env, expression, found.type, found.given)
    text = program(signature, names)
    response = lean.run_on(text, found.env)
    if response.errors:
        # The program is generated for these types, so an error in it is about one of them.
        said = response.errors[0].data
        raise TypeError(
            f"lean.model: values of {expression} : {shown(found.type)} cannot be handed over: "
            f"Lean says: {said.replace(names.base, '')}"
        )
    made = Program(names, lean.env, response.env, f"{found.text}\n{text}")
    return Compiled(signature, made, _fixed_sizes(lean, found.env, signature))


def _fixed_sizes(lean: Subject, env: int, signature: Signature) -> dict[tuple[bool, int], int]:
    """Return the sizes that are the same for every call, by table and type."""
    found: dict[tuple[bool, int], int] = {}
    asked: dict[tuple[bool, int], str] = {}
    for is_index, nodes in ((False, signature.nodes), (True, signature.index_nodes)):
        for node in nodes:
            if node.bound is None:
                continue
            number = number_of(node.bound, {})
            if number is not None:
                found[is_index, node.index] = number
            elif _is_closed(node):
                asked[is_index, node.index] = written(node.bound, lambda local: local.name)
    if asked:
        for key, size in zip(asked, evaluated(lean, env, asked.values()), strict=True):
            if size is not None:
                found[key] = size
    return found


def _is_closed(node: Node) -> bool:
    return node.bound is not None and not locals_in(node.bound)
