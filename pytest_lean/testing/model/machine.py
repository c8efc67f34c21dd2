"""The Lean side of a model: a program that reads arguments, calls a function, writes results.

Promises: it is written for the types of one function and uses no notation, no instance and no
``Repr``, so that nothing that a user declares changes it; each of its names is random and begins
with ``_root_``. It never calls itself but in a tail call and keeps a stack for each type instead,
so that the depth of a value has no limit. Reading and writing take time in proportion to length.

The wire: numbers have a space behind them; those that go in are hexadecimal, which Python writes in
any length, those that come out decimal, which Lean writes fast. What goes in is a program for a
stack: an operation's number and, for a leaf, its number, ended by ``;``. What comes out is the
value in prefix order, or ``!`` where a condition on the arguments does not hold.

The program is as short as it can be, with holes where Lean can tell: a Lean server looks at every
name above a text again, each time that the text changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pytest_lean.language.explicit import Local, Term, written
from pytest_lean.testing.model.types import MACHINE, Constructor, Node

END = 0
# The variable that holds the values of each type, by its index.
Stacks: TypeAlias = Mapping[int, str]
_NAT, _CHAR, _STRING = "@_root_.Nat", "@_root_.Char", "@_root_.String"
_CHARS = "(@_root_.List @_root_.Char)"


# What one input leads to: the output with the answer behind it, and the rest of the characters.
ANSWER = f"(@_root_.Prod {_STRING} {_CHARS})"


@dataclass(frozen=True)
class Names:
    """The names of one model's program: all of them begin with what no text has in it."""

    base: str

    def __call__(self, role: str) -> str:
        """Return the name for ``role``, as a declaration or a variable is introduced."""
        return f"{self.base}{role}"

    def declared(self, role: str) -> str:
        """Return the name of a declaration of the program, also inside of itself."""
        return f"@{self.base}{role}"

    def local(self, local: Local) -> str:
        """Return the name of a bound variable."""
        return f"{self.base}l{local.key}"


@dataclass(frozen=True)
class Operations:
    """The number of each operation of the wire that goes in: its node, and what it makes of it."""

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


def _take(names: Names) -> list[str]:
    """Return what takes a number of values off a stack, so that they stand in order again."""
    r, m, a, t, x = (names(one) for one in ("r", "m", "a", "t", "x"))
    items = f"(@_root_.List {r})"
    pair = f"(@_root_.Prod {items} {items})"
    more = f"({names.declared('take')} {r} (@_root_.Nat.sub {m} {_nat(1)}) {t} {_cons(r, x, a)})"
    body = _if(
        f"(@_root_.Nat.beq {m} {_nat(0)})",
        f"(@_root_.Option {pair})",
        f"(@_root_.Option.some _ (@_root_.Prod.mk _ _ {a} {t}))",
        _list_cases(t, f"(@_root_.Option {pair})", "(@_root_.Option.none _)", (x, t), more),
    )
    return [
        f"partial def _root_.{names('take')} ({r} : Type) ({m} : {_NAT}) ({t} {a} : {items}) : "
        f"@_root_.Option {pair} := {body}"
    ]


def basics(names: Names) -> list[str]:
    """Return what every program needs: numbers, strings, conditions."""
    n, num, text = names, names.declared("num"), names.declared("text")
    c, t, a, m = n("c"), n("t"), n("a"), n("m")
    pair = f"(@_root_.Prod {_NAT} {_CHARS})"
    code = f"(@_root_.Char.toNat {c})"
    base = f"(@_root_.Nat.mul {a} {_nat(16)})"
    # A space ends a number; a digit is below the letters.
    step = _if(
        f"(@_root_.Nat.ble {code} {_nat(32)})",
        pair,
        f"(@_root_.Prod.mk _ _ {a} {t})",
        _if(
            f"(@_root_.Nat.ble {code} {_nat(57)})",
            pair,
            f"({num} {t} (@_root_.Nat.add {base} (@_root_.Nat.sub {code} {_nat(48)})))",
            f"({num} {t} (@_root_.Nat.add {base} (@_root_.Nat.sub {code} {_nat(87)})))",
        ),
    )
    empty = "(@_root_.List.nil _)"
    read_num = _list_cases(n("s"), pair, f"(@_root_.Prod.mk _ _ {a} {empty})", (c, t), step)
    string_pair = f"(@_root_.Prod {_STRING} {_CHARS})"
    return [
        f"partial def _root_.{n('num')} ({n('s')} : {_CHARS}) ({a} : {_NAT}) : {pair} := "
        + read_num,
        f"def _root_.{n('put')} ({m} : {_NAT}) ({a} : {_STRING}) : {_STRING} := "
        f"@_root_.String.push (@_root_.String.append {a} (@_root_.Nat.repr {m})) {_char(32)}",
        f"partial def _root_.{n('codes')} ({t} : {_CHARS}) ({a} : {_STRING}) : {_STRING} := "
        + _list_cases(
            t,
            _STRING,
            a,
            (c, n("u")),
            f"({names.declared('codes')} {n('u')} ({names.declared('put')} {code} {a}))",
        ),
        f"partial def _root_.{n('text')} ({m} : {_NAT}) ({t} : {_CHARS}) ({a} : {_STRING}) : "
        f"{string_pair} := "
        + _if(
            f"(@_root_.Nat.beq {m} {_nat(0)})",
            string_pair,
            f"(@_root_.Prod.mk _ _ {a} {t})",
            _pair_cases(
                f"({num} {t} {_nat(0)})",
                string_pair,
                (n("v"), n("u")),
                f"({text} (@_root_.Nat.sub {m} {_nat(1)}) {n('u')} "
                f"(@_root_.String.push {a} (@_root_.Char.ofNat {n('v')})))",
            ),
        ),
        f"partial def _root_.{n('skip')} ({t} : {_CHARS}) : {_CHARS} := "
        + _list_cases(
            t,
            _CHARS,
            empty,
            (c, n("u")),
            _if(
                f"(@_root_.Nat.beq {code} {_nat(ord(';'))})",
                _CHARS,
                n("u"),
                f"({names.declared('skip')} {n('u')})",
            ),
        ),
        f"def _root_.{n('given')} {{{n('p')} : Prop}} ({n('r')} : Type) "
        f"[{n('d')} : @_root_.Decidable {n('p')}] ({n('k')} : {n('p')} → {n('r')}) "
        f"({n('e')} : {n('r')}) : {n('r')} := "
        f"@_root_.dite {n('r')} {n('p')} {n('d')} {n('k')} (fun _ => {n('e')})",
        *_take(names),
    ]


class Machine:
    """The program for one table of types.

    Args:
        names: of the program.
        prefix: tells the machines of one program apart.
        nodes: the table.
        parameters: values on which types in it depend, with their types.
    """

    def __init__(
        self,
        names: Names,
        prefix: str,
        nodes: Sequence[Node],
        parameters: Sequence[tuple[Local, Term]] = (),
    ) -> None:
        self._names = names
        self._prefix = prefix
        self._nodes = nodes
        self._operations = operations(nodes)
        self._given = "".join(f" {names.local(local)}" for local, _ in parameters)
        self._binders = "".join(
            f" ({names.local(local)} : {written(of, names.local)})" for local, of in parameters
        )
        self._stacks = {node.index: self._n(f"s{node.index}") for node in nodes}
        self._cursors = {node.index: self._n(f"c{node.index}") for node in nodes if node.of >= 0}
        self._out = names("out")
        self._fail = f'(@_root_.Prod.mk _ _ (@_root_.String.append {self._out} "!") {self._n("s")})'

    def read(self, chars: str, out: str) -> str:
        """Return a term that reads the program in ``chars`` with empty stacks."""
        empty = "".join(" (@_root_.List.nil _)" for one in self._stacks)
        return f"({self._names.declared(self._prefix + 'R')}{self._given} {chars} {out}{empty})"

    def write(self, node: int, value: str, out: str) -> str:
        """Return a term that writes a value behind ``out``."""
        stacks = dict.fromkeys(self._stacks)
        of = dict.fromkeys(stacks, "(@_root_.List.nil _)")
        of[node] = _cons(self._type(node), value, of[node])
        cursors = dict.fromkeys(self._cursors, "(@_root_.List.nil _)")
        control = _cons(_NAT, _nat(2 * node), "(@_root_.List.nil _)")
        return self._write_on(control, out, of, cursors)

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
            nodes: their types, in the order in which they were put there.
            values: their names.
            result: the type of the whole.
            fail: what it is where a stack is empty.
            then: gives the term for them, from the stacks that are left.
        """
        stacks = dict(self._stacks)
        taken = list(zip(nodes, values, strict=True))
        layers = []
        for depth, (node, value) in enumerate(reversed(taken)):
            rest = self._n(f"z{depth}")
            layers.append((stacks[node], value, rest))
            stacks[node] = rest
        term = then(stacks)
        for stack, value, rest in reversed(layers):
            term = _list_cases(stack, result, fail, (value, rest), term)
        return term

    def reader(self, finish: str) -> str:
        """Return the function that reads one program.

        Args:
            finish: the term for the end of it; the stacks, the output and what is left of the
                characters, ``self.rest``, are in its scope.
        """
        s, op, u = self._n("s"), self._n("op"), self.rest
        by_number = {END: finish}
        for node in self._nodes:
            by_number.update(self._operations_of(node))
        terms = [by_number[number] for number in range(len(by_number))]
        switch = _switch(op, ANSWER, terms, 0, len(terms))
        number = f"({self._names.declared('num')} {s} {_nat(0)})"
        stacks = "".join(
            f" ({name} : @_root_.List {self._type(node)})" for node, name in self._stacks.items()
        )
        return (
            f"partial def _root_.{self._n('R')}{self._binders} ({s} : {_CHARS}) "
            f"({self._out} : {_STRING}){stacks} : {ANSWER} := "
            f"{_pair_cases(number, ANSWER, (op, u), switch)}"
        )

    @property
    def rest(self) -> str:
        """The name of the characters behind what was read."""
        return self._n("u")

    @property
    def fail(self) -> str:
        """A term for an input that is refused."""
        return self._fail

    def _n(self, role: str) -> str:
        return self._names(self._prefix + role)

    def _type(self, index: int) -> str:
        return written(self._nodes[index].term, self._names.local)

    def _operations_of(self, node: Node) -> dict[int, str]:
        """Return what each operation of a type does, by its number."""
        if node.kind == "family":
            return {
                self._operations.of_constructor[node.index, index]: self._construct(node, one)
                for index, one in enumerate(node.constructors)
            }
        number, v, w = self._operations.of_node[node.index], self._n("v"), self._n("w")

        def reading(then: str) -> str:
            read = f"({self._names.declared('num')} {self.rest} {_nat(0)})"
            return _pair_cases(read, ANSWER, (v, w), then)

        if node.kind == "Int":
            return {
                number + sign: reading(self._push(node, f"(@_root_.Int.{one} {v})", w))
                for sign, one in enumerate(("ofNat", "negSucc"))
            }
        if node.kind == "String":
            x, y = self._n("x"), self._n("y")
            read = f'({self._names.declared("text")} {v} {w} "")'
            then = _pair_cases(read, ANSWER, (x, y), self._push(node, x, y))
            return {number: reading(then)}
        if node.of >= 0:
            return {number: reading(self._sequence(node, v, w))}
        if node.kind == "Fin":
            proof = self._n("h")
            made = f"(@_root_.Fin.mk _ {v} {proof})"
            return {number: reading(self.given((proof,), self._push(node, made, w)))}
        return {number: reading(self._push(node, self._leaf(node, v), w))}

    def _leaf(self, node: Node, number: str) -> str:
        """Return the value of a leaf's type that a natural number stands for."""
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
        return written(node.bound, self._names.local)

    def given(self, proofs: Sequence[str], then: str) -> str:
        """Return ``then`` where the propositions of ``proofs`` hold, else a failure."""
        for proof in reversed(proofs):
            then = f"({self._names('given')} {ANSWER} (fun {proof} => {then}) {self._fail})"
        return then

    def _push(self, node: Node, value: str, chars: str, stacks: Stacks | None = None) -> str:
        """Return a term that puts a value on its stack, and reads on."""
        after = dict(self._stacks if stacks is None else stacks)
        after[node.index] = _cons(self._type(node.index), value, after[node.index])
        return (
            f"({self._names.declared(self._prefix + 'R')}{self._given} {chars} {self._out} "
            f"{' '.join(after.values())})"
        )

    def _construct(self, node: Node, constructor: Constructor) -> str:
        """Return what a constructor's operation does: its fields lie on the stacks."""
        names = [self._n(f"f{index}") for index in range(len(constructor.fields))]
        both = list(zip(constructor.fields, names, strict=True))
        data = [(one.node, name) for one, name in both if one.node is not None]
        proofs = [name for one, name in both if one.node is None]
        parameters = " ".join(written(one, self._names.local) for one in node.parameters)
        value = f"(@_root_.{constructor.name} {parameters} {' '.join(names)})"
        return self.pop(
            [one for one, _ in data],
            [name for _, name in data],
            ANSWER,
            self._fail,
            lambda stacks: self.given(proofs, self._push(node, value, self.rest, stacks)),
        )

    def _sequence(self, node: Node, count: str, chars: str) -> str:
        """Return what a sequence's operation does: its elements lie on their stack."""
        of, xs, below = self._type(node.of), self._n("xs"), self._n("below")
        value, proofs = xs, []
        if node.kind != "List":
            value = f"(@_root_.Array.mk _ {xs})"
        if node.kind == "Vector":
            proofs = [self._n("h")]
            value = f"(@_root_.Vector.mk _ _ {value} {proofs[0]})"
        stacks = {**self._stacks, node.of: below}
        then = self.given(proofs, self._push(node, value, chars, stacks))
        taken = (
            f"({self._names.declared('take')} {of} {count} {self._stacks[node.of]} "
            f"(@_root_.List.nil _))"
        )
        x = self._n("x")
        return (
            f"(@_root_.Option.casesOn _ (fun _ => {ANSWER}) {taken} {self._fail} "
            f"(fun {x} => {_pair_cases(x, ANSWER, (xs, below), then)}))"
        )

    def writer(self) -> str:
        """Return the function that writes values.

        It has a list of numbers that says what comes next: ``2 i`` for a value of the type ``i``,
        ``2 i + 1`` for the rest of a sequence of that type.
        """
        t, op, rest = self._n("t"), self._n("op"), self._n("rest")
        terms = []
        for node in self._nodes:
            terms.append(self._write_value(node))
            terms.append(self._write_rest(node) if node.of >= 0 else self._out)
        switch = _switch(op, _STRING, terms, 0, len(terms))
        stacks = "".join(
            f" ({name} : @_root_.List {self._type(node)})" for node, name in self._stacks.items()
        )
        cursors = "".join(
            f" ({name} : @_root_.List (@_root_.List {self._type(self._nodes[node].of)}))"
            for node, name in self._cursors.items()
        )
        return (
            f"partial def _root_.{self._n('W')}{self._binders} ({t} : @_root_.List {_NAT}) "
            f"({self._out} : {_STRING}){stacks}{cursors} : {_STRING} := "
            f"{_list_cases(t, _STRING, self._out, (op, rest), switch)}"
        )

    def _write_on(self, control: str, out: str, stacks: Stacks, cursors: Stacks) -> str:
        values = " ".join((*stacks.values(), *cursors.values()))
        return f"({self._names.declared(self._prefix + 'W')}{self._given} {control} {out} {values})"

    def _control(self, *numbers: int) -> str:
        control = self._n("rest")
        for number in reversed(numbers):
            control = _cons(_NAT, _nat(number), control)
        return control

    def _write_value(self, node: Node) -> str:
        """Return a term that takes a value off its stack and writes it."""
        x, below = self._n("x"), self._n("below")
        stacks = {**self._stacks, node.index: below}
        if node.kind == "family":
            then = self._write_family(node, x, stacks)
        elif node.of >= 0:
            items = x if node.kind == "List" else f"(@_root_.Array.toList _ {x})"
            if node.kind == "Vector":
                items = f"(@_root_.Array.toList _ (@_root_.Vector.toArray _ _ {x}))"
            of = f"(@_root_.List {self._type(node.of)})"
            cursors = {**self._cursors, node.index: _cons(of, items, self._cursors[node.index])}
            control = self._control(2 * node.index + 1)
            then = self._write_on(control, _put(self._out, "[ "), stacks, cursors)
        else:
            then = self._write_on(
                self._control(), self._written_leaf(node, x), stacks, self._cursors
            )
        return _list_cases(self._stacks[node.index], _STRING, self._out, (x, below), then)

    def _write_rest(self, node: Node) -> str:
        """Return a term that writes the next element of a sequence, or its end."""
        x, below, y, ys = (self._n(one) for one in ("x", "below", "y", "ys"))
        of = self._type(node.of)
        ended = self._write_on(
            self._control(),
            _put(self._out, "] "),
            self._stacks,
            {**self._cursors, node.index: below},
        )
        stacks = {**self._stacks, node.of: _cons(of, y, self._stacks[node.of])}
        cursors = {**self._cursors, node.index: _cons(f"(@_root_.List {of})", ys, below)}
        control = self._control(2 * node.of, 2 * node.index + 1)
        more = self._write_on(control, self._out, stacks, cursors)
        inner = _list_cases(x, _STRING, ended, (y, ys), more)
        return _list_cases(self._cursors[node.index], _STRING, self._out, (x, below), inner)

    def _written_leaf(self, node: Node, x: str) -> str:
        """Return the output with a leaf's value behind it."""
        if node.kind == "String":
            codes = self._names.declared("codes")
            return _put(f"({codes} (@_root_.String.toList {x}) {_put(self._out, '[ ')})", "] ")
        if node.kind == "Int" or MACHINE.get(node.kind, (0, False))[1]:
            whole, n = x if node.kind == "Int" else f"(@_root_.{node.kind}.toInt {x})", self._n("n")
            negative = self._number(f"(@_root_.Nat.succ {n})", _put(self._out, "-"))
            return (
                f"(@_root_.Int.casesOn (fun _ => {_STRING}) {whole} "
                f"(fun {n} => {self._number(n, self._out)}) (fun {n} => {negative}))"
            )
        number = {
            "Nat": x,
            "Float": f"(@_root_.UInt64.toNat (@_root_.Float.toBits {x}))",
            "Fin": f"(@_root_.Fin.val _ {x})",
            "BitVec": f"(@_root_.BitVec.toNat _ {x})",
        }.get(node.kind, f"(@_root_.{node.kind}.toNat {x})")
        return self._number(number, self._out)

    def _number(self, number: str, out: str) -> str:
        return f"({self._names.declared('put')} {number} {out})"

    def _write_family(self, node: Node, x: str, stacks: Stacks) -> str:
        """Return a term that writes which constructor it is, and puts its fields on the stacks."""
        parts = []
        for index, constructor in enumerate(node.constructors):
            names = [self._n(f"f{one}") for one in range(len(constructor.fields))]
            both = list(zip(constructor.fields, names, strict=True))
            data = [(one.node, name) for one, name in both if one.node is not None]
            after = dict(stacks)
            for of, name in reversed(data):
                after[of] = _cons(self._type(of), name, after[of])
            tag = self._number(_nat(index), self._out) if len(node.constructors) > 1 else self._out
            control = self._control(*(2 * of for of, _ in data))
            binder = f"fun {' '.join(names)} => " if names else ""
            parts.append(f"({binder}{self._write_on(control, tag, after, self._cursors)})")
        parameters = " ".join(written(one, self._names.local) for one in node.parameters)
        return (
            f"(@_root_.{node.family}.casesOn {parameters} (fun _ => {_STRING}) {x} "
            f"{' '.join(parts)})"
        )


def _nat(number: int) -> str:
    return f"(nat_lit {number})"


def _char(code: int) -> str:
    return f"(@_root_.Char.ofNat {_nat(code)})"


def _put(out: str, text: str) -> str:
    return f'(@_root_.String.append {out} "{text}")'


def _cons(of: str, head: str, tail: str) -> str:
    return f"(@_root_.List.cons _ {head} {tail})"


def _if(condition: str, result: str, then: str, otherwise: str) -> str:
    return f"(@_root_.Bool.casesOn (fun _ => {result}) {condition} {otherwise} {then})"


def _list_cases(value: str, result: str, nil: str, bound: tuple[str, str], cons: str) -> str:
    binder = " ".join(bound)
    return f"(@_root_.List.casesOn _ (fun _ => {result}) {value} {nil} (fun {binder} => {cons}))"


def _pair_cases(value: str, result: str, bound: tuple[str, str], then: str) -> str:
    return (
        f"(@_root_.Prod.casesOn _ _ (fun _ => {result}) {value} (fun {' '.join(bound)} => {then}))"
    )


def _switch(number: str, result: str, terms: Sequence[str], low: int, high: int) -> str:
    """Return a term that picks one of ``terms`` by bisection; a number that is none cannot be."""
    if high - low == 1:
        return terms[low]
    middle = (low + high) // 2
    return _if(
        f"(@_root_.Nat.blt {number} {_nat(middle)})",
        result,
        _switch(number, result, terms, low, middle),
        _switch(number, result, terms, middle, high),
    )
