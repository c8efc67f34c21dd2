"""What writes results in the Lean side of a model; the wire is described in
:mod:`~pytest_lean.testing.model.machine`.
"""

from __future__ import annotations

from pytest_lean.language.explicit import written
from pytest_lean.testing.model.table import Stacks, Table
from pytest_lean.testing.model.terms import NAT, STRING, cons, list_cases, nat, put, switch
from pytest_lean.testing.model.types import MACHINE, Node


class Writer:
    """What writes values of one table of types.

    Args:
        table: the types, and what the variables for them are called.
    """

    def __init__(self, table: Table) -> None:
        self._its = table

    def write(self, node: int, value: str, out: str) -> str:
        """Return a term that writes a value behind ``out``."""
        stacks = dict.fromkeys(self._its.stacks)
        of = dict.fromkeys(stacks, "(@_root_.List.nil _)")
        of[node] = cons(self._its.type(node), value, of[node])
        cursors = dict.fromkeys(self._its.cursors, "(@_root_.List.nil _)")
        control = cons(NAT, nat(2 * node), "(@_root_.List.nil _)")
        return self._write_on(control, out, of, cursors)

    def writer(self) -> str:
        """Return the function that writes values.

        It has a list of numbers that says what comes next: ``2 i`` for a value of the type ``i``,
        ``2 i + 1`` for the rest of a sequence of that type.
        """
        t, op, rest = self._its.name("t"), self._its.name("op"), self._its.name("rest")
        terms = []
        for node in self._its.nodes:
            terms.append(self._write_value(node))
            terms.append(self._write_rest(node) if node.of >= 0 else self._its.out)
        chosen = switch(op, STRING, terms, 0, len(terms))
        cursors = "".join(
            f" ({name} : @_root_.List (@_root_.List {self._its.type(self._its.nodes[node].of)}))"
            for node, name in self._its.cursors.items()
        )
        return (
            f"partial def _root_.{self._its.name('W')}{self._its.binders} "
            f"({t} : @_root_.List {NAT}) ({self._its.out} : {STRING})"
            f"{self._its.stack_binders}{cursors} : {STRING} := "
            f"{list_cases(t, STRING, self._its.out, (op, rest), chosen)}"
        )

    def _write_on(self, control: str, out: str, stacks: Stacks, cursors: Stacks) -> str:
        values = " ".join((*stacks.values(), *cursors.values()))
        return f"({self._its.declared('W')}{self._its.given} {control} {out} {values})"

    def _control(self, *numbers: int) -> str:
        control = self._its.name("rest")
        for number in reversed(numbers):
            control = cons(NAT, nat(number), control)
        return control

    def _write_value(self, node: Node) -> str:
        """Return a term that takes a value off its stack and writes it."""
        x, below = self._its.name("x"), self._its.name("below")
        stacks = {**self._its.stacks, node.index: below}
        if node.kind == "family":
            then = self._write_family(node, x, stacks)
        elif node.of >= 0:
            items = x if node.kind == "List" else f"(@_root_.Array.toList _ {x})"
            if node.kind == "Vector":
                items = f"(@_root_.Array.toList _ (@_root_.Vector.toArray _ _ {x}))"
            of = f"(@_root_.List {self._its.type(node.of)})"
            cursors = {
                **self._its.cursors,
                node.index: cons(of, items, self._its.cursors[node.index]),
            }
            control = self._control(2 * node.index + 1)
            then = self._write_on(control, put(self._its.out, "[ "), stacks, cursors)
        else:
            then = self._write_on(
                self._control(), self._written_leaf(node, x), stacks, self._its.cursors
            )
        return list_cases(self._its.stacks[node.index], STRING, self._its.out, (x, below), then)

    def _write_rest(self, node: Node) -> str:
        """Return a term that writes the next element of a sequence, or its end."""
        x, below, y, ys = (self._its.name(letter) for letter in ("x", "below", "y", "ys"))
        of = self._its.type(node.of)
        ended = self._write_on(
            self._control(),
            put(self._its.out, "] "),
            self._its.stacks,
            {**self._its.cursors, node.index: below},
        )
        stacks = {**self._its.stacks, node.of: cons(of, y, self._its.stacks[node.of])}
        cursors = {**self._its.cursors, node.index: cons(f"(@_root_.List {of})", ys, below)}
        control = self._control(2 * node.of, 2 * node.index + 1)
        more = self._write_on(control, self._its.out, stacks, cursors)
        inner = list_cases(x, STRING, ended, (y, ys), more)
        return list_cases(self._its.cursors[node.index], STRING, self._its.out, (x, below), inner)

    def _written_leaf(self, node: Node, x: str) -> str:
        """Return the output with a leaf's value behind it."""
        if node.kind == "String":
            codes = self._its.names.declared("codes")
            return put(f"({codes} (@_root_.String.toList {x}) {put(self._its.out, '[ ')})", "] ")
        if node.kind == "Int" or MACHINE.get(node.kind, (0, False))[1]:
            whole, n = (
                x if node.kind == "Int" else f"(@_root_.{node.kind}.toInt {x})",
                self._its.name("n"),
            )
            negative = self._number(f"(@_root_.Nat.succ {n})", put(self._its.out, "-"))
            return (
                f"(@_root_.Int.casesOn (fun _ => {STRING}) {whole} "
                f"(fun {n} => {self._number(n, self._its.out)}) (fun {n} => {negative}))"
            )
        number = {
            "Nat": x,
            "Float": f"(@_root_.UInt64.toNat (@_root_.Float.toBits {x}))",
            "Fin": f"(@_root_.Fin.val _ {x})",
            "BitVec": f"(@_root_.BitVec.toNat _ {x})",
        }.get(node.kind, f"(@_root_.{node.kind}.toNat {x})")
        return self._number(number, self._its.out)

    def _number(self, number: str, out: str) -> str:
        return f"({self._its.names.declared('put')} {number} {out})"

    def _write_family(self, node: Node, x: str, stacks: Stacks) -> str:
        """Return a term that writes which constructor it is, and puts its fields on the stacks."""
        parts = []
        for index, constructor in enumerate(node.constructors):
            names = [self._its.name(f"f{number}") for number in range(len(constructor.fields))]
            both = list(zip(constructor.fields, names, strict=True))
            data = [(field.node, name) for field, name in both if field.node is not None]
            after = dict(stacks)
            for of, name in reversed(data):
                after[of] = cons(self._its.type(of), name, after[of])
            tag = (
                self._number(nat(index), self._its.out)
                if len(node.constructors) > 1
                else self._its.out
            )
            control = self._control(*(2 * of for of, _ in data))
            binder = f"fun {' '.join(names)} => " if names else ""
            parts.append(f"({binder}{self._write_on(control, tag, after, self._its.cursors)})")
        parameters = " ".join(
            written(parameter, self._its.names.local) for parameter in node.parameters
        )
        return (
            f"(@_root_.{node.family}.casesOn {parameters} (fun _ => {STRING}) {x} "
            f"{' '.join(parts)})"
        )
