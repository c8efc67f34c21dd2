"""What the servers of a process did meanwhile, for the report: memory after each command, restarts.

Nothing is measured for it: a server has seen its memory with each command anyway.
"""

from __future__ import annotations

import time
from typing import Any

from pytest_lean.server.stats import RestartCause


class Activity:
    """What happened since it was last asked. Servers of several threads may tell it."""

    def __init__(self) -> None:
        self._memory: dict[int, float] = {}
        self._restarted: set[int] = set()
        self._samples: list[tuple[float, float]] = []
        self._restarts: list[tuple[float, str]] = []
        self._commands = 0

    def command(self, server: object, memory_mb: float, *, answered: bool) -> None:
        """Note a command.

        Args:
            server: whose it was.
            memory_mb: what that server's Lean used, in MiB.
            answered: whether there was an answer; if not, a Lean that is there now is a new one.
        """
        self._commands += 1
        was_lost = id(server) in self._restarted and not answered
        self._restarted.discard(id(server))
        self.sample(server, 0.0 if was_lost else memory_mb)

    def restart(self, server: object, cause: RestartCause, memory_mb: float) -> None:
        """Note that a server's Lean is started anew, and what the one before used, in MiB."""
        self.sample(server, memory_mb)
        self._restarts.append((time.time(), cause))
        self._restarted.add(id(server))
        self.sample(server, 0.0)

    def sample(self, server: object, memory_mb: float) -> None:
        """Note what a server's Lean uses, in MiB, for which no command is counted."""
        self._memory[id(server)] = memory_mb
        self._samples.append((time.time(), round(sum(self._memory.values()), 1)))

    def take(self) -> dict[str, Any]:
        """Return it as data, and begin anew; moments are in seconds since 1970."""
        samples, self._samples = self._samples, []
        restarts, self._restarts = self._restarts, []
        commands, self._commands = self._commands, 0
        return {"memory": samples, "restarts": restarts, "commands": commands}
