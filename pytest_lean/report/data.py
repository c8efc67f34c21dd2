"""A pytest run as data, test by test: the rows of ``--lean-json``, and what the page shows.

Durations are in seconds. Moments are in seconds since the run began, by the machine's clock, which
all processes of the run share.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Outcome: TypeAlias = Literal[
    "passed", "failed", "no verdict", "error", "crashed", "skipped", "xfailed", "xpassed"
]
# If the phases or repeated runs of a test have different outcomes, the first of these counts.
WORST_FIRST: tuple[Outcome, ...] = (
    "crashed",
    "no verdict",
    "failed",
    "error",
    "xpassed",
    "xfailed",
    "skipped",
    "passed",
)
IS_WRONG = frozenset(("crashed", "no verdict", "failed", "error"))
SourceLine: TypeAlias = "tuple[int | None, str, str]"


@dataclass(frozen=True)
class Part:
    """One part of a failure: a message of Lean's, or a text of ours.

    Attributes:
        words: the text.
        place: file, line and column, if it is about a place.
        severity: the severity of a message of Lean's; empty for other texts.
        source: the lines that it is about: number, text, and carets under the text.
    """

    words: str
    place: str = ""
    severity: str = ""
    source: tuple[SourceLine, ...] = ()


@dataclass(frozen=True)
class Failure:
    """What is wrong with a test.

    Attributes:
        headline: what is wrong, in one line.
        parts: the details, the most important first.
        traceback: the failure as pytest shows it; empty if that adds nothing.
        sections: title and text of what pytest shows below: output, Lean's stderr and log.
    """

    headline: str
    parts: tuple[Part, ...] = ()
    traceback: str = ""
    sections: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Failure:
        """Return the failure that ``dataclasses.asdict`` made ``data`` of."""
        parts = [
            Part(**{**part, "source": tuple(tuple(line) for line in part["source"])})
            for part in data["parts"]
        ]
        sections = tuple((title, text) for title, text in data["sections"])
        return cls(data["headline"], tuple(parts), data["traceback"], sections)


@dataclass
class TestRow:
    """One test of a run.

    Attributes:
        id: its node id.
        outcome: its outcome.
        message: what is wrong, or why it was skipped, in one line; empty if it passed.
        file: where it stands, relative to the root folder.
        line: the line there, from 1; None if it has none.
        worker: the xdist worker that ran it, or ``main``.
        began: the moment at which it began.
        setup: seconds that its fixtures took.
        call: seconds that the test itself took.
        teardown: seconds that the end of its fixtures took.
        lean: the Lean that it used; None if it used none.
        lean_seconds: how long it waited for Lean.
        commands: how many commands Lean was given, where that is counted.
        trust: how far its verdict was checked: ``elaborated``, ``checked`` or ``certified``; None
            for a test without Lean, and for one without a verdict.
        cached: whether the verdict was found in the verdict cache.
        restarts: how often Lean was restarted during the test.
        memory_mb: the most private memory of Lean that was measured, in MiB; None if it was not.
        reruns: how often it was run before the run that counts.
    """

    __test__ = False  # keeps pytest from collecting a class whose name begins with Test

    id: str
    outcome: Outcome = "passed"
    message: str = ""
    file: str = ""
    line: int | None = None
    worker: str = "main"
    began: float = 0.0
    setup: float = 0.0
    call: float = 0.0
    teardown: float = 0.0
    lean: str | None = None
    lean_seconds: float = 0.0
    commands: int = 0
    trust: str | None = None
    cached: bool = False
    restarts: int = 0
    memory_mb: float | None = None
    reruns: int = 0

    @property
    def seconds(self) -> float:
        """How long all three phases took together."""
        return self.setup + self.call + self.teardown


@dataclass
class Trace:
    """What Lean did in one process of the run.

    Attributes:
        id: the xdist worker, or ``main``.
        memory: moments, and MiB of private memory that Lean had then.
        restarts: moments at which Lean was restarted, and why: ``timeout``, ``memory``,
            ``crash``, ``start``, ``recycled`` or ``asked``.
        lost: the moment at which the process itself died; None if it did not.
    """

    id: str
    memory: list[tuple[float, float]] = field(default_factory=list)
    restarts: list[tuple[float, str]] = field(default_factory=list)
    lost: float | None = None


@dataclass
class RunData:
    """A run.

    Attributes:
        began: when it began, in seconds since 1970.
        seconds: how long it took.
        root: the name of the folder that was tested.
        command: how pytest was called.
        ended: why it stopped early; empty if it did not.
        tests: its tests, in the order in which they began.
        workers: its processes.
        failures: the details of failures, by node id; if there are very many, of the first ones.
        summary: what was used of Lean, as ``--lean-json`` has it.
    """

    began: float
    seconds: float = 0.0
    root: str = ""
    command: str = ""
    ended: str = ""
    tests: list[TestRow] = field(default_factory=list)
    workers: list[Trace] = field(default_factory=list)
    failures: dict[str, Failure] = field(default_factory=dict)
    summary: dict[str, Any] = field(default_factory=dict)
