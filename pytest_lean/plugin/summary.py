"""What a run used of Lean, summed over all xdist workers, and shown as lines of text."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pytest_lean.server.stats import ServerStats
    from pytest_lean.toolchain.model import Toolchain

_SLOWEST = 5
_OUTPUT = "lean"


@dataclass
class Summary:
    """What a run used of Lean, all xdist workers together."""

    lean: list[str] = field(default_factory=list)
    commands: int = 0
    warm: int = 0
    lean_seconds: float = 0.0
    peak_memory_mb: float = 0.0
    builds: int = 0
    restarts: dict[str, int] = field(default_factory=dict)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lean_errors: int = 0
    trust: dict[str, int] = field(default_factory=dict)
    files: int = 0
    cached: int = 0
    proofs: int = 0
    cached_proofs: int = 0
    sandbox: list[str] = field(default_factory=list)

    def add(self, other: Summary) -> None:
        """Add what another process, or one test, used."""
        self.lean += [label for label in other.lean if label not in self.lean]
        self.sandbox += [box for box in other.sandbox if box not in self.sandbox]
        self.notes += [note for note in other.notes if note not in self.notes]
        self.commands += other.commands
        self.warm += other.warm
        self.lean_seconds += other.lean_seconds
        self.peak_memory_mb = max(self.peak_memory_mb, other.peak_memory_mb)
        self.builds += other.builds
        self.lean_errors += other.lean_errors
        self.files += other.files
        self.cached += other.cached
        self.proofs += other.proofs
        self.cached_proofs += other.cached_proofs
        for cause, count in other.restarts.items():
            self.restarts[cause] = self.restarts.get(cause, 0) + count
        for trust, count in other.trust.items():
            self.trust[trust] = self.trust.get(trust, 0) + count
        self.slowest = sorted([*self.slowest, *map(_pair, other.slowest)], reverse=True)[:_SLOWEST]

    def count_verdict(self, trust: str) -> None:
        """Count a verdict, by how far it was checked."""
        self.trust[trust] = self.trust.get(trust, 0) + 1

    def lines(self) -> list[str]:
        """Return the summary as text."""
        share = f"{self.warm / self.commands:.0%} warm" if self.commands else "none warm"
        parts = [
            f"{plural(self.commands, 'command')}, {share}",
            f"peak {self.peak_memory_mb:.0f} MiB",
        ]
        if self.files:
            parts.append(f"{self.cached} of {self.files} files from the cache")
        if self.proofs:
            parts.append(f"{self.cached_proofs} of {self.proofs} proofs from the cache")
        if self.builds:
            parts.append(f"{self.builds} built")
        if self.restarts:
            causes = ", ".join(f"{cause}: {count}" for cause, count in self.restarts.items())
            parts.append(f"restarts: {sum(self.restarts.values())} ({causes})")
        if self.trust:
            reached = (f"{count} {trust}" for trust, count in sorted(self.trust.items()))
            parts.append(f"verdicts: {', '.join(reached)}")
        slow = [f"{seconds:8.3f} s  {nodeid}" for seconds, nodeid in self.slowest if seconds >= 0.1]
        notes = [f"note: {note}" for note in self.notes]
        boxes = [f"sandbox: {box}" for box in self.sandbox]
        return ["; ".join(parts), *boxes, *notes, *(["slowest in Lean:", *slow] if slow else [])]

    def add_server(self, toolchain: Toolchain, stats: ServerStats) -> None:
        """Add all that a server did, when it ends."""
        self.add(
            Summary(
                lean=[toolchain.label] if stats.commands else [],
                commands=stats.commands,
                warm=stats.warm,
                lean_seconds=round(stats.lean_seconds, 6),
                peak_memory_mb=round(stats.peak_memory_mb, 1),
                sandbox=list(stats.sandboxes),
                restarts={str(cause): count for cause, count in stats.restarts.items()},
            )
        )

    def add_file(self, label: str, *, is_known: bool = False) -> None:
        """Count a file whose verdict can be cached, and whether it was found in the cache."""
        self.add(Summary(lean=[label], files=1, cached=int(is_known)))

    def add_proof(self, label: str, *, is_known: bool) -> None:
        """Count a proof whose verdict can be cached, and whether it was found in the cache."""
        self.add(Summary(lean=[label], proofs=1, cached_proofs=int(is_known)))

    def send(self, output: dict[str, Any]) -> None:
        """In an xdist worker: put the summary into the output that goes to the controller."""
        output[_OUTPUT] = asdict(self)

    def receive(self, output: dict[str, Any]) -> None:
        """In the controller: add the summary that an xdist worker sent when it ended."""
        if _OUTPUT in output:
            self.add(Summary(**output[_OUTPUT]))


def plural(count: int, noun: str) -> str:
    """Return ``1 test`` or ``2 tests``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _pair(entry: Any) -> tuple[float, str]:
    return float(entry[0]), str(entry[1])
