"""The whole Lean program of a model: it reads inputs, calls the function, and writes answers."""

from __future__ import annotations

from pytest_lean.language.explicit import written
from pytest_lean.testing.model.basics import basics
from pytest_lean.testing.model.machine import Machine
from pytest_lean.testing.model.signature import Argument, Signature
from pytest_lean.testing.model.table import Table
from pytest_lean.testing.model.terms import ANSWER, CHARS, STRING, Names
from pytest_lean.testing.model.writer import Writer

_WIDTH = 80


def program(signature: Signature, names: Names) -> str:
    """Return the program's declarations; the last runs all inputs in a text and prints answers."""
    indices = [argument for argument in signature.values if argument.is_index]
    values = [argument for argument in signature.values if not argument.is_index]
    table = Table(names, "b", signature.nodes, [(index.local, index.type) for index in indices])
    inner, writer = Machine(table), Writer(table)
    lines = [*basics(names), writer.writer()]
    called = _called(signature, names, inner, writer)
    lines.append(inner.reader(_popped(inner, values, names, called)))
    out, s = names("out"), names("s")
    if indices:
        outer = Machine(Table(names, "a", signature.index_nodes))
        lines.append(outer.reader(_popped(outer, indices, names, inner.read(outer.rest, out))))
        inner = outer
    lines.append(
        f"def _root_.{names('one')} ({s} : {CHARS}) ({out} : {STRING}) : {ANSWER} := "
        + inner.read(s, out)
    )
    lines += _loop(names)
    return "\n".join(("set_option linter.unusedVariables false", *map(_wrapped, lines)))


def call(names: Names, inputs: str) -> str:
    """Return the command that answers inputs."""
    return f'#eval {names.declared("go")} "{inputs}"'


def _wrapped(line: str) -> str:
    """Return a line broken into many: a Lean server's time is quadratic in the length of a line."""
    lines, length = [], 0
    for part in line.split(" ("):
        if length > _WIDTH:
            lines.append("\n ")
            length = 0
        lines.append(f" ({part}")
        length += len(part) + 2
    return "".join(lines).removeprefix(" (")


def _loop(names: Names) -> list[str]:
    s, out, x, y = names("s"), names("out"), names("x"), names("y")
    run, skip = names.declared("run"), names.declared("skip")
    step = (
        f"(@_root_.Prod.casesOn _ _ (fun _ => {STRING}) ({names.declared('one')} {s} {out}) "
        f'(fun {x} {y} => ({run} ({skip} {y}) (@_root_.String.append {x} ";"))))'
    )
    show = f"(@_root_.ToString.mk {STRING} (fun ({x} : {STRING}) => {x}))"
    answers = f'({run} (@_root_.String.toList {s}) "{names("begin")}")'
    return [
        f"partial def _root_.{names('run')} ({s} : {CHARS}) ({out} : {STRING}) : {STRING} := "
        f"(@_root_.List.casesOn _ (fun _ => {STRING}) {s} {out} (fun _ _ => {step}))",
        f"def _root_.{names('go')} ({s} : {STRING}) : @_root_.IO @_root_.Unit := "
        f"@_root_.IO.print {STRING} {show} {answers}",
    ]


def _popped(machine: Machine, values: list[Argument], names: Names, then: str) -> str:
    """Return a term that takes the arguments off the stacks and goes on with ``then``."""
    nodes = [argument.node for argument in values]
    locals_ = [names.local(argument.local) for argument in values]
    return machine.pop(nodes, locals_, ANSWER, machine.fail, lambda _: then)


def _called(signature: Signature, names: Names, machine: Machine, writer: Writer) -> str:
    """Return the term that decides the conditions on the arguments and answers with the value."""
    arguments, proofs = [], []
    for argument in signature.arguments:
        if argument.role == "instance":
            arguments.append("(_root_.inferInstance)")
        elif argument.role == "fixed":
            assert argument.fixed is not None
            arguments.append(written(argument.fixed, names.local))
        else:
            arguments.append(names.local(argument.local))
            if argument.role == "proof":
                proofs.append(names.local(argument.local))
    value = f"({names.declared('f')} {' '.join(arguments)})"
    result = signature.result
    if result < 0:
        value = f"(_root_.Decidable.decide {value})"
        result = next(node.index for node in signature.nodes if node.family == "Bool")
    answer = writer.write(result, value, names("out"))
    return machine.given(proofs, f"(@_root_.Prod.mk _ _ {answer} {machine.rest})")
