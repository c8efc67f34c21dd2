"""The page about a run of ``pytest-lean judge``: computes what the template shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from pytest_lean.report import charts, words
from pytest_lean.report.page import render

_VERDICTS = ("proved", "rejected", "none", "skipped")
_SIGNS = {"proved": "✓", "rejected": "✕", "none": "?", "skipped": "–"}
_MOST_REASONS = 200


@dataclass
class Reason:
    """A reason, and how many verdicts have it.

    Attributes:
        verdict: ``rejected`` or ``none``.
        text: its first line.
        count: how many verdicts have it.
        examples: the ids of the first few.
    """

    verdict: str
    text: str
    count: int = 0
    examples: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Kept:
    """A proof without a verdict.

    Attributes:
        id: the id of the proof.
        cause: why there is no verdict: ``timeout``, ``memory``, ``crash`` ...
        reason: the cause as a sentence.
        messages: what Lean had said by then.
        seconds: how long it took.
    """

    id: str
    cause: str
    reason: str
    messages: str
    seconds: float


@dataclass
class JudgeData:
    """A run of the judge.

    Attributes:
        title: what was judged.
        command: how the command was called.
        began: when it began, in seconds since 1970.
        seconds: how long it took.
        ended: why it stopped early; empty if it did not.
        lean: the label of the Lean.
        workers: how many workers there were.
        lean_cpu_seconds: CPU time of Lean; 0 if it is not known.
        now: how many verdicts were reached in this run.
        earlier: how many verdicts an earlier run has left in the file.
        verdicts: how many verdicts there are of each kind, in this run and the earlier one.
        causes: how many proofs have no verdict, by cause.
        trust: how far the verdicts proved and rejected were checked: how many of each level.
        cached: how many proofs got the verdict of an equal proof.
        retried: how many were tried more than once.
        lost: moments at which the first workers were replaced.
        lost_in_all: how many workers were replaced in all.
        rate: moments, and verdicts a second until then.
        slowest: seconds, id and verdict, the slowest first.
        reasons: why proofs were rejected, or have no verdict; the most frequent first.
        other_reasons: how many verdicts have a reason that is not among these.
        none: the first proofs without a verdict.
        none_left_out: how many more proofs have no verdict.
    """

    title: str
    command: str
    began: float
    seconds: float = 0.0
    ended: str = ""
    lean: str = ""
    workers: int = 0
    lean_cpu_seconds: float = 0.0
    now: int = 0
    earlier: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)
    trust: Counter[str] = field(default_factory=Counter)
    cached: int = 0
    retried: int = 0
    lost: list[float] = field(default_factory=list)
    lost_in_all: int = 0
    rate: list[tuple[float, float]] = field(default_factory=list)
    slowest: list[tuple[float, str, str]] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    other_reasons: int = 0
    none: list[Kept] = field(default_factory=list)
    none_left_out: int = 0


def page(data: JudgeData) -> str:
    """Return the page."""
    total = sum(data.verdicts.values())
    highest = max((rate for _, rate in data.rate), default=0.0)
    longest = max((seconds for seconds, _, _ in data.slowest), default=0.0)
    shown = data.reasons[:_MOST_REASONS]
    most = max((reason.count for reason in shown), default=1)
    others = data.other_reasons + sum(reason.count for reason in data.reasons[_MOST_REASONS:])
    return render(
        "judge.html",
        title=f"{data.verdicts['proved']} of {total} proved · {data.title}",
        data=data,
        total=total,
        signs=_SIGNS,
        verdict=_verdict(data, total),
        counts=[(word, data.verdicts[word]) for word in _VERDICTS if data.verdicts[word]],
        facts=_facts(data),
        line=charts.line(data.rate, data.seconds, highest * 1.05, data.seconds),
        highest=highest,
        ticks=charts.ticks(data.seconds),
        lost=[charts.percent(at, data.seconds) for at in data.lost],
        slowest=[
            (seconds, id, verdict, charts.percent(seconds, longest))
            for seconds, id, verdict in data.slowest
        ],
        reasons=[(reason, charts.percent(reason.count, most)) for reason in shown],
        other_reasons=others,
    )


def _verdict(data: JudgeData, total: int) -> str:
    if not total:
        return "Nothing was judged"
    if data.verdicts["proved"] == total:
        return f"All {words.plural(total, 'proof')} hold" if total > 1 else "The proof holds"
    proved = words.count(data.verdicts["proved"])
    return f"{proved} of {words.plural(total, 'proof')} hold"


def _facts(data: JudgeData) -> list[tuple[str, str]]:
    on = words.plural(data.workers, "worker")
    facts: list[tuple[str, Any]] = [("took", f"{words.duration(data.seconds)} on {on}")]
    facts.append(("Lean", data.lean))
    rate = data.now / data.seconds if data.seconds else 0.0
    facts.append(("rate", f"{rate:.1f} a second"))
    if data.lean_cpu_seconds:
        used = words.share(data.lean_cpu_seconds, data.workers * data.seconds)
        facts.append(("Lean used", f"{used} of that many cores"))
    if data.trust:
        reached = (f"{words.count(number)} {trust}" for trust, number in data.trust.most_common())
        facts.append(("how far checked", ", ".join(reached)))
    for name, number in (
        ("answers to equal proofs", data.cached),
        ("tried again", data.retried),
        ("from an earlier run", data.earlier),
        ("workers replaced", data.lost_in_all),
    ):
        if number:
            facts.append((name, words.count(number)))
    return facts
