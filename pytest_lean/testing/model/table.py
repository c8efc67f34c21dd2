"""The types of one machine, and the names of the variables for their values in its program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from pytest_lean.language.explicit import Local, Term, written
from pytest_lean.testing.model.terms import Names
from pytest_lean.testing.model.types import Node

# The variable that holds the values of each type, by its index.
Stacks: TypeAlias = Mapping[int, str]


class Table:
    """A table of types in a program.

    Args:
        names: the names of the program.
        prefix: distinguishes the machines of one program.
        nodes: the types.
        parameters: variables on which types of the table depend, with their types.

    Attributes:
        names: as given, like ``prefix`` and ``nodes``.
        given: the parameters, as arguments of a call.
        binders: the parameters, as binders of a declaration.
        stacks: for each type, the variable for the stack of its values.
        cursors: for each type of sequences, the variable for the stack of sequences that are
            being written, each with its remaining elements.
        out: the variable of the output.
    """

    def __init__(
        self,
        names: Names,
        prefix: str,
        nodes: Sequence[Node],
        parameters: Sequence[tuple[Local, Term]] = (),
    ) -> None:
        self.names = names
        self.prefix = prefix
        self.nodes = nodes
        self.given = "".join(f" {names.local(local)}" for local, _ in parameters)
        self.binders = "".join(
            f" ({names.local(local)} : {written(of, names.local)})" for local, of in parameters
        )
        self.stacks = {node.index: self.name(f"s{node.index}") for node in nodes}
        self.cursors = {node.index: self.name(f"c{node.index}") for node in nodes if node.of >= 0}
        self.out = names("out")

    @property
    def stack_binders(self) -> str:
        """The stacks, as binders of a declaration."""
        return "".join(
            f" ({name} : @_root_.List {self.type(node)})" for node, name in self.stacks.items()
        )

    def name(self, role: str) -> str:
        """Return the name of a variable or declaration of this machine."""
        return self.names(self.prefix + role)

    def declared(self, role: str) -> str:
        """Return the name of a declaration of this machine, for a use of it."""
        return self.names.declared(self.prefix + role)

    def type(self, index: int) -> str:
        """Return a type as a term."""
        return written(self.nodes[index].term, self.names.local)
