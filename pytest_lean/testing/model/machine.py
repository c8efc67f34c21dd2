"""The Lean side of a model: a program that reads arguments, calls a function, writes results.

Promises: it is written for the types of one function and uses no notation, no instance and no
``Repr``, so that nothing that a user declares changes it; each of its names is random and begins
with ``_root_``. Its functions call themselves only in tail calls, and keep values on one stack for
each type, so that the depth of a value has no limit. Reading and writing take time proportional to
length.

The wire format: each number is followed by a space. Input numbers are hexadecimal, which Python
writes in any length; output numbers are decimal, which Lean writes fast. An input is a program for
a stack machine: the numbers of operations, each followed by a number for a leaf, ended by ``;``. An
output is the value in prefix order, or ``!`` if a condition on the arguments does not hold.

The program is as short as possible, with ``_`` for what Lean can infer, since a Lean server looks
at every name above a text again each time that the text changes. This module has the reader;
:mod:`~pytest_lean.testing.model.writer` has the writer, and
:mod:`~pytest_lean.testing.model.program` puts both together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pytest_lean.language.explicit import written
from pytest_lean.testing.model.table import Stacks, Table
from pytest_lean.testing.model.terms import (
    ANSWER,
    CHARS,
    STRING,
    cons,
    list_cases,
    nat,
    pair_cases,
    switch,
)
from pytest_lean.testing.model.types import MACHINE, Constructor, Node

END = 0


@dataclass(frozen=True)
class Operations:
    """The numbers of the input operations, by type, or by type and constructor."""

    of_node: dict[int, int]
    of_constructor: dict[tuple[int, int], int]


def operations(nodes: Sequence[Node]) -> Operations:
    """Number the operations for a table of types; an Int has two, for its two constructors."""
    count = END + 1
    of_node, of_constructor = {}, {}
    for node in nodes:
        if node.kind == "family":
            for index in range(len(node.constructors)):
                of_constructor[node.index, index] = count
                count += 1
        else:
            of_node[node.index] = count
            count += 2 if node.kind == "Int" else 1
    return Operations(of_node, of_constructor)


class Machine:
    """Writes the Lean function that reads arguments, for one table of types.

    Args:
        table: the types, and the names of the variables for them.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._operations = operations(table.nodes)
        out = f'(@_root_.String.append {table.out} "!")'
        self._fail = f"(@_root_.Prod.mk _ _ {out} {table.name('s')})"

    def read(self, chars: str, out: str) -> str:
        """Return a term that reads the program in ``chars`` with empty stacks."""
        empty = "".join(" (@_root_.List.nil _)" for stack in self._table.stacks)
        return f"({self._table.declared('R')}{self._table.given} {chars} {out}{empty})"

    def pop(
        self,
        nodes: Sequence[int],
        values: Sequence[str],
        result: str,
        fail: str,
        then: Callable[[Stacks], str],
    ) -> str:
        """Return a term that takes values off their stacks.

        Args:
            nodes: the types of the values, in the order in which they were pushed.
            values: the names that the values get.
            result: the type of the whole term.
            fail: the term for the case that a stack is empty.
            then: returns the term that uses the values, given the stacks that are left.
        """
        stacks = dict(self._table.stacks)
        taken = list(zip(nodes, values, strict=True))
        layers = []
        for depth, (node, value) in enumerate(reversed(taken)):
            rest = self._table.name(f"z{depth}")
            layers.append((stacks[node], value, rest))
            stacks[node] = rest
        term = then(stacks)
        for stack, value, rest in reversed(layers):
            term = list_cases(stack, result, fail, (value, rest), term)
        return term

    def reader(self, finish: str) -> str:
        """Return the function that reads one program.

        Args:
            finish: the term for the end of the program; it may use the stacks, the output and
                the remaining characters, ``self.rest``.
        """
        s, op, u = self._table.name("s"), self._table.name("op"), self.rest
        by_number = {END: finish}
        for node in self._table.nodes:
            by_number.update(self._operations_of(node))
        terms = [by_number[number] for number in range(len(by_number))]
        chosen = switch(op, ANSWER, terms, 0, len(terms))
        number = f"({self._table.names.declared('num')} {s} {nat(0)})"
        return (
            f"partial def _root_.{self._table.name('R')}{self._table.binders} ({s} : {CHARS}) "
            f"({self._table.out} : {STRING}){self._table.stack_binders} : {ANSWER} := "
            f"{pair_cases(number, ANSWER, (op, u), chosen)}"
        )

    @property
    def rest(self) -> str:
        """The variable for the characters that remain to be read."""
        return self._table.name("u")

    @property
    def fail(self) -> str:
        """The term for an input that is refused."""
        return self._fail

    def _operations_of(self, node: Node) -> dict[int, str]:
        """Return the term for each operation of a type, by the operation's number."""
        if node.kind == "family":
            return {
                self._operations.of_constructor[node.index, index]: self._construct(
                    node, constructor
                )
                for index, constructor in enumerate(node.constructors)
            }
        number, v, w = (
            self._operations.of_node[node.index],
            self._table.name("v"),
            self._table.name("w"),
        )

        def reading(then: str) -> str:
            read = f"({self._table.names.declared('num')} {self.rest} {nat(0)})"
            return pair_cases(read, ANSWER, (v, w), then)

        if node.kind == "Int":
            return {
                number + sign: reading(self._push(node, f"(@_root_.Int.{constructor} {v})", w))
                for sign, constructor in enumerate(("ofNat", "negSucc"))
            }
        if node.kind == "String":
            x, y = self._table.name("x"), self._table.name("y")
            read = f'({self._table.names.declared("text")} {v} {w} "")'
            then = pair_cases(read, ANSWER, (x, y), self._push(node, x, y))
            return {number: reading(then)}
        if node.of >= 0:
            return {number: reading(self._sequence(node, v, w))}
        if node.kind == "Fin":
            proof = self._table.name("h")
            made = f"(@_root_.Fin.mk _ {v} {proof})"
            return {number: reading(self.given((proof,), self._push(node, made, w)))}
        return {number: reading(self._push(node, self._leaf(node, v), w))}

    def _leaf(self, node: Node, number: str) -> str:
        """Return the term for a leaf's value, given the natural number that encodes it."""
        if node.kind == "Nat":
            return number
        if node.kind == "Char":
            return f"(@_root_.Char.ofNat {number})"
        if node.kind == "Float":
            return f"(@_root_.Float.ofBits (@_root_.UInt64.ofNat {number}))"
        if node.kind == "BitVec":
            return f"(@_root_.BitVec.ofNat {self._bound(node)} {number})"
        if MACHINE[node.kind][1]:
            return f"(@_root_.{node.kind}.ofInt (@_root_.Int.ofNat {number}))"
        return f"(@_root_.{node.kind}.ofNat {number})"

    def _bound(self, node: Node) -> str:
        assert node.bound is not None
        return written(node.bound, self._table.names.local)

    def given(self, proofs: Sequence[str], then: str) -> str:
        """Return a term that is ``then`` if the propositions of ``proofs`` hold, else a failure."""
        for proof in reversed(proofs):
            then = f"({self._table.names('given')} {ANSWER} (fun {proof} => {then}) {self._fail})"
        return then

    def _push(self, node: Node, value: str, chars: str, stacks: Stacks | None = None) -> str:
        """Return a term that pushes a value and reads on."""
        after = dict(self._table.stacks if stacks is None else stacks)
        after[node.index] = cons(self._table.type(node.index), value, after[node.index])
        return (
            f"({self._table.declared('R')}{self._table.given} {chars} {self._table.out} "
            f"{' '.join(after.values())})"
        )

    def _construct(self, node: Node, constructor: Constructor) -> str:
        """Return the term for a constructor's operation, which takes its fields off the stacks."""
        names = [self._table.name(f"f{index}") for index in range(len(constructor.fields))]
        both = list(zip(constructor.fields, names, strict=True))
        data = [(field.node, name) for field, name in both if field.node is not None]
        proofs = [name for field, name in both if field.node is None]
        parameters = " ".join(
            written(parameter, self._table.names.local) for parameter in node.parameters
        )
        value = f"(@_root_.{constructor.name} {parameters} {' '.join(names)})"
        return self.pop(
            [field for field, _ in data],
            [name for _, name in data],
            ANSWER,
            self._fail,
            lambda stacks: self.given(proofs, self._push(node, value, self.rest, stacks)),
        )

    def _sequence(self, node: Node, count: str, chars: str) -> str:
        """Return the term for a sequence's operation, which takes elements off their stack."""
        of, xs, below = self._table.type(node.of), self._table.name("xs"), self._table.name("below")
        value, proofs = xs, []
        if node.kind != "List":
            value = f"(@_root_.Array.mk _ {xs})"
        if node.kind == "Vector":
            proofs = [self._table.name("h")]
            value = f"(@_root_.Vector.mk _ _ {value} {proofs[0]})"
        stacks = {**self._table.stacks, node.of: below}
        then = self.given(proofs, self._push(node, value, chars, stacks))
        taken = (
            f"({self._table.names.declared('take')} {of} {count} {self._table.stacks[node.of]} "
            f"(@_root_.List.nil _))"
        )
        x = self._table.name("x")
        return (
            f"(@_root_.Option.casesOn _ (fun _ => {ANSWER}) {taken} {self._fail} "
            f"(fun {x} => {pair_cases(x, ANSWER, (xs, below), then)}))"
        )
