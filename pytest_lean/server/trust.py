"""Trust: all that is known of one environment about "is it proved?", as a frozen value.

Promises: it is made in one place (:func:`pytest_lean.server.verdict.judge`), inherited by one
rule (:meth:`Trust.then`), and read in one place (:meth:`Trust.unproved`). The allowed axioms are
not part of it; who reads it passes them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pytest_lean.messages import Declaration, Pos, Reason
from pytest_lean.server.hints import NO_SYNTAX, Syntax

STANDARD_AXIOMS = frozenset({"propext", "Quot.sound", "Classical.choice"})
"""Lean's own three axioms, which any proof may use."""
COMPILER_AXIOMS = frozenset({"Lean.trustCompiler", "Lean.ofReduceBool", "Lean.ofReduceNat"})
SORRY = "sorryAx"
# Stands among the axioms for those that are not known, such as the axioms of a module's imports.
UNKNOWN = "?"


@dataclass(frozen=True)
class Claim:
    """What a declaration depends on.

    Attributes:
        name: its full name; "" for an ``example``.
        pos: where it is declared.
        axioms: all axioms that it depends on, by their full names.
        is_axiom: whether it is an axiom itself.
    """

    name: str
    pos: Pos
    axioms: frozenset[str]
    is_axiom: bool = False


@dataclass(frozen=True, slots=True)
class Trust:
    """What is known of an environment: of its last command, and of the commands before that.

    Attributes:
        reasons: why the command is not proved, whatever axioms are allowed.
        lasting: why no command that continues it is proved.
        claims: what its declarations depend on, where Lean was asked.
        around: axioms that a command that continues it may use without naming them.
        own_axioms: the axioms that the command and those before it declare themselves; UNKNOWN is
            among them if a macro declares one.
        syntax: the syntax that the command and those before it declare.
        may_stop: whether Lean may stop reading a command that continues it before its end, without
            an error.
    """

    reasons: tuple[Reason, ...] = ()
    lasting: tuple[Reason, ...] = ()
    claims: tuple[Claim, ...] = ()
    around: frozenset[str] = frozenset()
    own_axioms: frozenset[str] = frozenset()
    syntax: Syntax = NO_SYNTAX
    may_stop: bool = False

    def then(self, own: Trust) -> Trust:
        """Return the trust of a command that continues this; ``own`` is what it adds."""
        if own == NOTHING_YET and self == NOTHING_YET:
            return NOTHING_YET
        told = tuple(
            dataclasses.replace(reason, sentence=_below(reason.sentence), pos=None)
            for reason in self.lasting
        )
        return Trust(
            reasons=own.reasons + told,
            lasting=own.lasting + told,
            claims=own.claims,
            around=self.around | own.around,
            own_axioms=self.own_axioms | own.own_axioms,
            syntax=self.syntax.then(own.syntax),
            may_stop=self.may_stop or own.may_stop,
        )

    def unproved(self, allowed: Collection[str] = ()) -> tuple[Reason, ...]:
        """Return why the command is not proved.

        Args:
            allowed: full names of axioms that may be used besides Lean's own three.
        """
        accepted = allowlist(allowed)
        return self.reasons + tuple(_of_axioms(self.claims, accepted, self.own_axioms))


# What is known before a text that continues no environment.
NOTHING_YET = Trust()


def allowlist(allowed: Collection[str]) -> frozenset[str]:
    """Return the axioms that may be used: Lean's own three, and those of ``allowed``."""
    return STANDARD_AXIOMS | frozenset(allowed)


def beyond(
    axioms: Collection[str], accepted: frozenset[str], own: Collection[str] = ()
) -> frozenset[str]:
    """Return those of ``axioms`` that are not accepted.

    ``native_decide`` makes an axiom of its own for each use: it is accepted if the compiler is
    trusted, which is what ``Lean.trustCompiler`` and ``Lean.ofReduceBool`` say. A text can declare
    an axiom under such a name; that one is accepted only by its name.

    Args:
        axioms: full names.
        accepted: those that may be used.
        own: those that texts declare themselves; UNKNOWN is among them if a macro declares one.
    """
    trusts_compiler = UNKNOWN not in own and not COMPILER_AXIOMS.isdisjoint(accepted)
    return frozenset(
        axiom
        for axiom in axioms
        if axiom not in accepted
        and (axiom in own or not trusts_compiler or not _tells_of_compiler(axiom))
    )


def is_of_compiler(axiom: str) -> bool:
    """Return whether ``native_decide`` has made an axiom, as its name tells."""
    return "._native." in axiom or "native_decide" in axiom


def _tells_of_compiler(axiom: str) -> bool:
    return axiom in COMPILER_AXIOMS or is_of_compiler(axiom)


def as_claim(declaration: Declaration, axioms: frozenset[str]) -> Claim:
    """Return the claim of a declaration; one that depends on itself is an axiom."""
    name = declaration.name
    return Claim(name, declaration.start_pos, axioms, declaration.kind == "axiom")


def _of_axioms(
    claims: Collection[Claim], accepted: frozenset[str], own: frozenset[str]
) -> Iterator[Reason]:
    """Yield a reason for each declaration that depends on an axiom that is not accepted."""
    for claim in claims:
        if claim.is_axiom and claim.name not in accepted:
            sentence = (
                f"`{claim.name}` is an axiom, which nothing proves: to use it, allow it by its "
                "full name (allowed_axioms)"
            )
            yield Reason("axiom", sentence, claim.pos, claim.name)
            continue
        what = f"`{claim.name}`" if claim.name else f"the example on line {claim.pos.line}"
        if SORRY in claim.axioms:
            yield Reason("sorry", f"{what} depends on `sorry`", claim.pos, claim.name or None)
        wrong = sorted(beyond(claim.axioms - {SORRY}, accepted, own))
        if wrong:
            word = "an axiom that is" if len(wrong) == 1 else "axioms that are"
            names = ", ".join(f"`{axiom}`" for axiom in wrong)
            is_trusting = own.isdisjoint((*wrong, UNKNOWN)) and all(map(_tells_of_compiler, wrong))
            trusting = " (the proof trusts the compiler)" if is_trusting else ""
            sentence = f"{what} depends on {word} not allowed: {names}{trusting}"
            yield Reason("axiom", sentence, claim.pos, claim.name or None)


def _below(sentence: str) -> str:
    below = "what the text continues is not proved: "
    return sentence if sentence.startswith(below) else below + sentence
