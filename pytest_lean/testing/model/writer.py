"""The writer of results in the Lean side of a model.

The wire format is described in :mod:`~pytest_lean.testing.model.machine`.
"""

from __future__ import annotations

from pytest_lean.language.explicit import written
from pytest_lean.testing.model.table import Stacks, Table
from pytest_lean.testing.model.terms import NAT, STRING, cons, list_cases, nat, put, switch
from pytest_lean.testing.model.types import MACHINE, Node


class Writer:
    """Writes the Lean function that writes values, for one table of types.

    Args:
        table: the types, and the names of the variables for them.
    """

    def __init__(self, table: Table) -> None:
        self._table = table

    def write(self, node: int, value: str, out: str) -> str:
        """Return a term that appends a value to ``out``."""
        stacks = dict.fromkeys(self._table.stacks)
        of = dict.fromkeys(stacks, "(@_root_.List.nil _)")
        of[node] = cons(self._table.type(node), value, of[node])
        cursors = dict.fromkeys(self._table.cursors, "(@_root_.List.nil _)")
        control = cons(NAT, nat(2 * node), "(@_root_.List.nil _)")
        return self._write_on(control, out, of, cursors)

    def writer(self) -> str:
        """Return the Lean function that writes values.

        Its first argument is a list of numbers that says what to write next: ``2 i`` for a value
        of the type ``i``, ``2 i + 1`` for the rest of a sequence of that type.
        """
        t, op, rest = self._table.name("t"), self._table.name("op"), self._table.name("rest")
        terms = []
        for node in self._table.nodes:
            terms.append(self._write_value(node))
            terms.append(self._write_rest(node) if node.of >= 0 else self._table.out)
        chosen = switch(op, STRING, terms, 0, len(terms))
        elements = {
            node.index: self._table.type(node.of) for node in self._table.nodes if node.of >= 0
        }
        cursors = "".join(
            f" ({name} : @_root_.List (@_root_.List {elements[node]}))"
            for node, name in self._table.cursors.items()
        )
        return (
            f"partial def _root_.{self._table.name('W')}{self._table.binders} "
            f"({t} : @_root_.List {NAT}) ({self._table.out} : {STRING})"
            f"{self._table.stack_binders}{cursors} : {STRING} := "
            f"{list_cases(t, STRING, self._table.out, (op, rest), chosen)}"
        )

    def _write_on(self, control: str, out: str, stacks: Stacks, cursors: Stacks) -> str:
        values = " ".join((*stacks.values(), *cursors.values()))
        return f"({self._table.declared('W')}{self._table.given} {control} {out} {values})"

    def _control(self, *numbers: int) -> str:
        control = self._table.name("rest")
        for number in reversed(numbers):
            control = cons(NAT, nat(number), control)
        return control

    def _write_value(self, node: Node) -> str:
        """Return a term that takes a value off its stack and writes it."""
        x, below = self._table.name("x"), self._table.name("below")
        stacks = {**self._table.stacks, node.index: below}
        if node.kind == "family":
            then = self._write_family(node, x, stacks)
        elif node.of >= 0:
            items = x if node.kind == "List" else f"(@_root_.Array.toList _ {x})"
            if node.kind == "Vector":
                items = f"(@_root_.Array.toList _ (@_root_.Vector.toArray _ _ {x}))"
            of = f"(@_root_.List {self._table.type(node.of)})"
            cursors = {
                **self._table.cursors,
                node.index: cons(of, items, self._table.cursors[node.index]),
            }
            control = self._control(2 * node.index + 1)
            then = self._write_on(control, put(self._table.out, "[ "), stacks, cursors)
        else:
            then = self._write_on(
                self._control(), self._written_leaf(node, x), stacks, self._table.cursors
            )
        return list_cases(self._table.stacks[node.index], STRING, self._table.out, (x, below), then)

    def _write_rest(self, node: Node) -> str:
        """Return a term that writes the next element of a sequence, or its end."""
        x, below, y, ys = (self._table.name(letter) for letter in ("x", "below", "y", "ys"))
        of = self._table.type(node.of)
        ended = self._write_on(
            self._control(),
            put(self._table.out, "] "),
            self._table.stacks,
            {**self._table.cursors, node.index: below},
        )
        stacks = {**self._table.stacks, node.of: cons(of, y, self._table.stacks[node.of])}
        cursors = {**self._table.cursors, node.index: cons(f"(@_root_.List {of})", ys, below)}
        control = self._control(2 * node.of, 2 * node.index + 1)
        more = self._write_on(control, self._table.out, stacks, cursors)
        inner = list_cases(x, STRING, ended, (y, ys), more)
        return list_cases(
            self._table.cursors[node.index], STRING, self._table.out, (x, below), inner
        )

    def _written_leaf(self, node: Node, x: str) -> str:
        """Return a term that appends a leaf's value to the output."""
        if node.kind == "String":
            codes = self._table.names.declared("codes")
            return put(f"({codes} (@_root_.String.toList {x}) {put(self._table.out, '[ ')})", "] ")
        if node.kind == "Int" or MACHINE.get(node.kind, (0, False))[1]:
            whole, n = (
                x if node.kind == "Int" else f"(@_root_.{node.kind}.toInt {x})",
                self._table.name("n"),
            )
            negative = self._number(f"(@_root_.Nat.succ {n})", put(self._table.out, "-"))
            return (
                f"(@_root_.Int.casesOn (fun _ => {STRING}) {whole} "
                f"(fun {n} => {self._number(n, self._table.out)}) (fun {n} => {negative}))"
            )
        number = {
            "Nat": x,
            "Float": f"(@_root_.UInt64.toNat (@_root_.Float.toBits {x}))",
            "Fin": f"(@_root_.Fin.val _ {x})",
            "BitVec": f"(@_root_.BitVec.toNat _ {x})",
        }.get(node.kind, f"(@_root_.{node.kind}.toNat {x})")
        return self._number(number, self._table.out)

    def _number(self, number: str, out: str) -> str:
        return f"({self._table.names.declared('put')} {number} {out})"

    def _write_family(self, node: Node, x: str, stacks: Stacks) -> str:
        """Return a term that writes a constructor's number, and pushes the fields to write them."""
        parts = []
        for index, constructor in enumerate(node.constructors):
            names = [self._table.name(f"f{number}") for number in range(len(constructor.fields))]
            both = list(zip(constructor.fields, names, strict=True))
            data = [(field.node, name) for field, name in both if field.node is not None]
            after = dict(stacks)
            for of, name in reversed(data):
                after[of] = cons(self._table.type(of), name, after[of])
            tag = (
                self._number(nat(index), self._table.out)
                if len(node.constructors) > 1
                else self._table.out
            )
            control = self._control(*(2 * of for of, _ in data))
            binder = f"fun {' '.join(names)} => " if names else ""
            parts.append(f"({binder}{self._write_on(control, tag, after, self._table.cursors)})")
        parameters = " ".join(
            written(parameter, self._table.names.local) for parameter in node.parameters
        )
        return (
            f"(@_root_.{node.family}.casesOn {parameters} (fun _ => {STRING}) {x} "
            f"{' '.join(parts)})"
        )
