"""What is judged, and what comes of it, as frozen data.

A :class:`Proof` is one attempt of a prover; a :class:`Judgement` is the verdict on it. Their JSON
is that of :mod:`pytest_lean.judge.records` and :mod:`pytest_lean.judge.answer`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from pytest_lean.checks import check_modules, check_positive
from pytest_lean.language.syntax import full_name, leaves_open
from pytest_lean.messages import Message
from pytest_lean.public import public
from pytest_lean.server.request import check_text

Id: TypeAlias = "str | int"
Rung: TypeAlias = Literal["elaborated", "checked", "certified"]
Verdict: TypeAlias = Literal["proved", "rejected", "none", "skipped"]
Cause: TypeAlias = Literal["timeout", "memory", "crash", "toolchain", "sandbox", "input"]
RUNGS: tuple[Rung, ...] = get_args(Rung)
# More than three years; what is longer would be too long for a wait of the system.
LONGEST_TIMEOUT = 100_000_000


@public
@dataclass(frozen=True)
class Proof:
    """One text that claims to be a proof.

    Args:
        id: names it in the verdict; a text or a whole number.
        text: Lean source; it may begin with imports.
        theorem: the full name of the theorem that it has to prove; None if whatever it
            declares is to hold.
        statement: the proposition that the theorem has to state, read where the text has not
            begun, behind the imports alone. With no ``theorem``, the last one of the text.
        imports: modules to import instead of the configured ones; None for those.
        problem: names what it is an attempt at, for ``first_pass_wins``.
        timeout: seconds that judging it may take; None for the configured number.
        trust: how far it is to be checked; None for what the run asks for.

    Raises:
        TypeError, ValueError: an argument is not what it should be.
    """

    id: Id
    text: str
    theorem: str | None = None
    statement: str | None = None
    imports: tuple[str, ...] | None = None
    problem: Id | None = None
    timeout: float | None = None
    trust: Rung | None = None

    def __post_init__(self) -> None:
        _check_id("id", self.id)
        _check_source("text", self.text, optional=False)
        if self.theorem is not None:
            _check_source("theorem", self.theorem, optional=True)
            bare = full_name(self.theorem.strip())
            if bare is None:
                raise ValueError(f"theorem is the full name of a theorem, not {self.theorem!r:.80}")
            object.__setattr__(self, "theorem", bare)
        if self.statement is not None:
            _check_source("statement", self.statement, optional=True)
            if leaves_open(self.statement):
                raise ValueError("statement: a comment or a string in it does not end")
        if self.imports is not None:
            check_modules("imports", self.imports)
            object.__setattr__(self, "imports", tuple(self.imports))
        if self.problem is not None:
            _check_id("problem", self.problem)
        if self.timeout is not None:
            check_positive("timeout", self.timeout)
            if self.timeout > LONGEST_TIMEOUT:
                raise ValueError(
                    f"timeout is at most {LONGEST_TIMEOUT} seconds, or None, not {self.timeout!r}"
                )
        if self.trust is not None and self.trust not in RUNGS:
            raise ValueError(f"trust is one of {', '.join(RUNGS)}, not {self.trust!r}")


@public
@dataclass(frozen=True)
class Judgement:
    """The verdict on a proof.

    Attributes:
        id: that of the proof; None for a line of a file that is no proof.
        verdict: ``proved``; ``rejected``: Lean, or a check, says no; ``none``: there is no
            answer, and ``cause`` says why; ``skipped``: another attempt at the problem won.
        trust: how far it was checked: ``elaborated``, ``checked`` or ``certified``.
        reason: one sentence or a few, for a reader; empty for what is proved.
        cause: why there is no verdict: ``timeout``, ``memory``, ``crash``, ``toolchain``,
            ``sandbox``, or ``input`` for what cannot be judged as it is.
        messages: what Lean said of the text; of very many the first.
        axioms: what the proof rests on, where it was certified; else None, and no axiom is
            among them that was not allowed.
        seconds: how long it took, all attempts together; 0 if nothing was asked.
        cached: whether the answer is that to an equal proof, of this run or an earlier one.
        attempts: how often it was tried; 0 if it was not.
        problem: that of the proof.
        line: the number of the line, from 1, of what is no proof.
        digest: tells apart proofs that differ in more than id and problem.
    """

    id: Id | None
    verdict: Verdict
    trust: Rung
    reason: str = ""
    cause: Cause | None = None
    messages: tuple[Message, ...] = ()
    axioms: tuple[str, ...] | None = None
    seconds: float = 0.0
    cached: bool = False
    attempts: int = 0
    problem: Id | None = None
    line: int | None = None
    digest: str = ""


@dataclass(frozen=True)
class Misread:
    """A line of a file that is no proof.

    Attributes:
        line: its number, from 1.
        reason: what is wrong with it.
    """

    line: int
    reason: str


def _check_id(name: str, value: object) -> None:
    if isinstance(value, str):
        if not value:
            raise ValueError(f"{name} is empty")
        if not value.isascii():
            check_text(value)
    elif isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} is a text or a whole number, not {value!r}")


def _check_source(name: str, value: object, *, optional: bool) -> None:
    if value is None and optional:
        return
    if not isinstance(value, str):
        raise TypeError(f"{name} is a text, not {value!r:.80}")
    if not value.isascii():
        try:
            check_text(value)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
    if optional and not value.strip():
        raise ValueError(f"{name} is empty")
