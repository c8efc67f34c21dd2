"""A module's declarations, given to the kernel one by one on top of the trusted modules.

Promises: when :func:`replay` returns, the kernel has accepted every constant of the module that a
proof can rest on, in an environment that holds nothing else but the trusted modules, and each has
the kind and the type there that the file says. ``unsafe`` and ``partial`` constants are left out,
so that what rests on one is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from pytest_lean.judge.constants import Constant
from pytest_lean.judge.kernel import KernelRefusal
from pytest_lean.judge.olean import ModuleFile
from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.terms import Terms

# What the kernel computes or makes by name: where the trusted modules do not declare one of
# them, a text must not either.
RESERVED = (
    "Nat Nat.zero Nat.succ Nat.add Nat.sub Nat.mul Nat.pow Nat.gcd Nat.mod Nat.div Nat.beq "
    "Nat.ble Nat.land Nat.lor Nat.xor Nat.shiftLeft Nat.shiftRight Nat.log2 Nat.pred Bool "
    "Bool.true Bool.false String String.mk String.ofList Char Char.ofNat List List.nil List.cons "
    "Lean.reduceBool Lean.reduceNat Lean.ofReduceBool Lean.ofReduceNat Lean.trustCompiler Quot "
    "Quot.mk Quot.lift Quot.ind Eq Eq.refl eagerReduce Int Int.ofNat Int.negSucc"
).split()


class Checker(Protocol):
    """What accepts declarations; a :class:`~pytest_lean.judge.kernel.Kernel` is one."""

    def add(self, constant: Constant) -> None:
        """Check a declaration and add it."""

    def add_inductive(
        self,
        level_params: Sequence[int],
        parameters: int,
        types: Sequence[tuple[Constant, Sequence[Constant]]],
    ) -> None:
        """Check inductive types and add them."""

    def has(self, constant: Constant) -> bool:
        """Tell whether it has just this constant."""


def replay(kernel: Checker, file: ModuleFile, terms: Terms) -> None:
    """Give what ``file`` declares to the kernel.

    Raises:
        Refusal: the kernel refuses a constant, or the file holds what a text cannot declare.
        OleanError: the file is malformed.
    """
    reserved = {terms.name(name) for name in RESERVED}
    live: dict[int, Constant] = {}
    for name in file.names:
        if name in reserved:
            raise Refusal("kernel", f"{terms.show(name)} is a name that the kernel computes with")
        constant = file.constant(name)
        if constant.kind == "quotient":
            raise Refusal("kernel", f"{terms.show(name)} is the kernel's own quotient")
        if constant.safety == "safe":
            live[name] = constant
    for name in _in_order(live, file):
        try:
            if live[name].kind == "inductive":
                _add_group(kernel, live, live[name])
            else:
                kernel.add(live[name])
        except KernelRefusal as error:
            raise Refusal("kernel", f"{terms.show(name)}: {error}") from error
    for name, constant in live.items():
        if not kernel.has(constant):
            reason = f"{terms.show(name)}: the kernel made another {constant.kind} of it, or none"
            raise Refusal("kernel", reason)


def _in_order(live: Mapping[int, Constant], file: ModuleFile) -> Iterator[int]:
    """Yield the constants to be added, each behind all that it rests on.

    Constructors and recursors come with their inductive types, and these in one piece.
    """
    started = set[int]()
    for root in live:
        waiting = [(_leader(live, root), False)]
        while waiting:
            name, is_ready = waiting.pop()
            if is_ready:
                yield name
            elif name not in started:
                started.add(name)
                waiting.append((name, True))
                used = set[int]()
                for member in _members(live, name):
                    used |= file.uses(member)
                leaders = {_leader(live, member) for member in used if member in live}
                waiting += [(leader, False) for leader in sorted(leaders - started, reverse=True)]


def _leader(live: Mapping[int, Constant], name: int) -> int:
    """Return the constant with which another one is added to the environment."""
    constant = live[name]
    if constant.parent is not None and constant.parent in live:
        constant = live[constant.parent]
    if constant.kind in ("inductive", "recursor") and constant.group:
        first = constant.group[0]
        if first in live and live[first].kind == "inductive":
            return first
    return constant.name


def _members(live: Mapping[int, Constant], name: int) -> Iterator[int]:
    """Yield a constant, and for an inductive type its whole group with all constructors."""
    yield name
    if live[name].kind == "inductive":
        for member in live[name].group:
            if member in live:
                yield member
                yield from (made for made in live[member].constructors if made in live)


def _add_group(kernel: Checker, live: Mapping[int, Constant], first: Constant) -> None:
    types = []
    for name in first.group:
        type = live.get(name)
        if type is None or type.kind != "inductive" or type.group != first.group:
            raise KernelRefusal("its group of inductive types is not whole")
        constructors = [live[made] for made in type.constructors if made in live]
        if len(constructors) != len(type.constructors):
            raise KernelRefusal("it has a constructor that is not there")
        types.append((type, constructors))
    kernel.add_inductive(first.level_params, first.counts[0], types)
