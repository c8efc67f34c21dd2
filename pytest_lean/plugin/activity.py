"""What the servers of a process did during a test, for the report: commands, memory, restarts.

Nothing is measured for it: a server samples its memory with each command anyway.
"""

from __future__ import annotations

import time
from typing import Any

from pytest_lean.server.stats import RestartCause


class Activity:
    """What happened since :meth:`take` was last called. Servers in several threads may report."""

    def __init__(self) -> None:
        self._memory: dict[int, float] = {}
        self._restarted: set[int] = set()
        self._samples: list[tuple[float, float]] = []
        self._restarts: list[tuple[float, str]] = []
        self._commands = 0

    def command(self, server: object, memory_mb: float, *, answered: bool) -> None:
        """Note a command.

        Args:
            server: the server that was given the command.
            memory_mb: what that server's Lean used, in MiB.
            answered: whether there was an answer. If there was none, and Lean was restarted
                meanwhile, the Lean that used this memory is gone, and 0 is noted.
        """
        self._commands += 1
        was_lost = id(server) in self._restarted and not answered
        self._restarted.discard(id(server))
        self.sample(server, 0.0 if was_lost else memory_mb)

    def restart(self, server: object, cause: RestartCause, memory_mb: float) -> None:
        """Note that a server's Lean is restarted, and how many MiB the old process used."""
        self.sample(server, memory_mb)
        self._restarts.append((time.time(), cause))
        self._restarted.add(id(server))
        self.sample(server, 0.0)

    def sample(self, server: object, memory_mb: float) -> None:
        """Note how many MiB a server's Lean uses, without counting a command."""
        self._memory[id(server)] = memory_mb
        self._samples.append((time.time(), round(sum(self._memory.values()), 1)))

    def take(self) -> dict[str, Any]:
        """Return what was noted as data, and start over; times are in seconds since 1970."""
        samples, self._samples = self._samples, []
        restarts, self._restarts = self._restarts, []
        commands, self._commands = self._commands, 0
        return {"memory": samples, "restarts": restarts, "commands": commands}
