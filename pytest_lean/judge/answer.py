"""What came of a proof, in the form in which a driver of a thousand workers can take it in.

A driver looks at a few fields of an answer and hands the rest on, so a worker writes that as JSON
once, and nobody reads it again unless somebody wants a :class:`~pytest_lean.judge.Judgement`.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any, Literal, NamedTuple

from pytest_lean.judge.proof import Cause, Id, Judgement, Rung, Verdict
from pytest_lean.judge.work import Outcome
from pytest_lean.messages import Message, Pos

# `json.dumps` makes an encoder for each call that wants anything but ASCII.
_encode = json.JSONEncoder(ensure_ascii=False).encode


class Answer(NamedTuple):
    """What one attempt came to.

    Attributes:
        verdict: as in a judgement, as ``cause``.
        cause: see there.
        seconds: how long it took.
        is_cached: whether it was reached in an earlier run.
        told: a part of a JSON object: ``verdict``, ``trust``, ``reason``, ``cause``,
            ``messages`` and ``axioms``; it can be written as UTF-8.
    """

    verdict: Literal["proved", "rejected", "none"]
    cause: Cause | None
    seconds: float
    is_cached: bool
    told: str

    @classmethod
    def of(cls, outcome: Outcome) -> Answer:
        """Return the answer for what an examiner found."""
        told = told_of(
            outcome.verdict,
            outcome.trust,
            outcome.reason,
            outcome.cause,
            messages=outcome.messages,
            axioms=outcome.axioms,
        )
        return cls(
            outcome.verdict, outcome.cause, round(outcome.seconds, 6), outcome.is_cached, told
        )


class Reached(NamedTuple):
    """The verdict on a proof, or on a line that is none.

    Attributes:
        told: see :class:`Answer`; the others are those of a
            :class:`~pytest_lean.judge.Judgement`.
    """

    id: Id | None
    verdict: Verdict
    cause: Cause | None
    told: str
    seconds: float = 0.0
    cached: bool = False
    attempts: int = 0
    digest: str = ""
    problem: Id | None = None
    line: int | None = None

    def to_json(self, run: str = "") -> str:
        """Return it as a line of a file of verdicts.

        Args:
            run: the digest of the settings under which it was reached.
        """
        more = ""
        if self.problem is not None:
            more = f', "problem": {_name(self.problem)}'
        if self.line is not None:
            more += f', "line": {self.line}'
        if run:
            more += f', "run": "{run}"'
        return (
            f'{{"id": {_name(self.id)}, {self.told}, "seconds": {self.seconds}, '
            f'"cached": {"true" if self.cached else "false"}, "attempts": {self.attempts}, '
            f'"digest": "{self.digest}"{more}}}\n'
        )

    def judgement(self) -> Judgement:
        """Return it as it is told to a caller."""
        told = json.loads(f"{{{self.told}}}")
        axioms = told["axioms"]
        return Judgement(
            id=self.id,
            verdict=self.verdict,
            trust=told["trust"],
            reason=told["reason"],
            cause=self.cause,
            messages=tuple(map(_message, told["messages"])),
            axioms=None if axioms is None else tuple(axioms),
            seconds=self.seconds,
            cached=self.cached,
            attempts=self.attempts,
            problem=self.problem,
            line=self.line,
            digest=self.digest,
        )


def told_of(
    verdict: Verdict,
    trust: Rung,
    reason: str = "",
    cause: Cause | None = None,
    *,
    messages: tuple[Message, ...] = (),
    axioms: tuple[str, ...] | None = None,
) -> str:
    """Return what an answer tells but does not look at, as a part of a JSON object."""
    row = {
        "verdict": verdict,
        "trust": trust,
        "reason": reason,
        "cause": cause,
        "messages": [_record(message) for message in messages],
        "axioms": axioms,
    }
    told = _encode(row)
    try:
        told.encode("utf-8")
    except UnicodeEncodeError:  # half of a character, in something that Lean said
        told = json.dumps(row)
    return told[1:-1]


def _name(id: Id | None) -> str:
    if isinstance(id, str):
        return encode_basestring(id)
    return "null" if id is None else str(id)


def _record(message: Message) -> dict[str, Any]:
    record = {
        "severity": message.severity,
        "line": message.start_pos.line,
        "column": message.start_pos.column,
        "end_line": message.end_pos.line,
        "end_column": message.end_pos.column,
        "data": message.data,
    }
    return record if message.code is None else {**record, "code": message.code}


def _message(record: dict[str, Any]) -> Message:
    return Message(
        Pos(record["line"], record["column"]),
        Pos(record["end_line"], record["end_column"]),
        record["data"],
        record["severity"],
        record.get("code"),
    )
