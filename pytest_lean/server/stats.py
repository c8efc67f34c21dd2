"""What a server did, as data."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

RestartCause = Literal["timeout", "memory", "crash", "start", "recycled", "asked"]


@dataclass
class ServerStats:
    """Counts over the life of one server.

    Attributes:
        commands: requests that were answered or failed, each once.
        warm: requests to a worker that had answered before; ``cold``: to one that was
            starting, or had to be started.
        sealed: requests that were answered behind a module of what they continue.
        stale: workers replaced because an imported module changed on disk.
        restarts: by cause.
        peak_memory_mb: the most private memory seen, in MiB, all workers together.
        memory_mb: what was seen of it with the last command.
        sandboxes: what confined its texts, where each has a process of its own.
        load_seconds: what a worker took to start and to load its imports; of the one that was used
            last. 0 until one has.
        lean_seconds: time spent waiting for Lean; ``other_seconds`` is the rest of the time
            inside ``run``, the wait for a turn not counted.
    """

    commands: int = 0
    warm: int = 0
    cold: int = 0
    sealed: int = 0
    stale: int = 0
    restarts: dict[RestartCause, int] = field(default_factory=dict)
    peak_memory_mb: float = 0.0
    memory_mb: float = 0.0
    sandboxes: tuple[str, ...] = ()
    load_seconds: float = 0.0
    lean_seconds: float = 0.0
    other_seconds: float = 0.0

    def count_restart(self, cause: RestartCause) -> None:
        """Count one restart."""
        self.restarts[cause] = self.restarts.get(cause, 0) + 1

    def snapshot(self) -> ServerStats:
        """Return a copy that no longer changes."""
        return replace(self, restarts=dict(self.restarts))
