"""AutoLeanServer: a LeanServer that comes back by itself, within limits.

It is a :class:`LeanServer` with a :class:`RestartPolicy`; what it adds is a look at the limits
between two commands: how old Lean is, and how much memory it and the machine use.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Iterator, Mapping
from typing import NoReturn

from pytest_lean.checks import check_share, check_whole
from pytest_lean.config import LeanConfig
from pytest_lean.errors import LeanMemoryError
from pytest_lean.messages import Command, CommandResponse, OptionValue, Request
from pytest_lean.public import public
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.machine import Memory, read_memory
from pytest_lean.server.policy import Observer, RestartPolicy
from pytest_lean.server.request import CONFIGURED, Asked, Timeout
from pytest_lean.server.server import LeanServer
from pytest_lean.server.session import SessionCache
from pytest_lean.server.stats import RestartCause, ServerStats
from pytest_lean.toolchain.model import Toolchain

_WAIT_FOR_MEMORY = 1.0
# Reading the machine's memory takes as long as a fifth of a small command, so what was read
# counts for so many seconds.
_MEMORY_AGE = 0.2
# A fresh worker needs at least this much, so a server that holds less gives nothing back by a
# restart.
_FRESH_MB = 64.0


@public
class AutoLeanServer:
    """A server that restarts on crashes, timeouts and memory limits.

    Args:
        config: how it is set up; the defaults if None.
        max_total_memory: share of the machine's, or the container's, memory (0 to 1) above
            which no command is started; the server is recycled if that can help.
        max_process_memory: share of ``memory_hard_limit_mb`` (0 to 1) above which the
            server is recycled between two commands.
        max_restart_attempts: how many starts may fail in a row; then each command tries once.
        max_commands: recycle the server after so many commands.
        max_minutes: recycle the server after so many minutes.
        observer: sees each command and each restart.

    Raises:
        ToolchainError: if there is no usable Lean.

    Attributes:
        config: how it is set up.
        imports: what its workers import, and whether that changed on disk.
        session: the environments that are elaborated again at once after a restart.
    """

    def __init__(
        self,
        config: LeanConfig | None = None,
        max_total_memory: float = 0.8,
        max_process_memory: float = 0.8,
        max_restart_attempts: int = 5,
        *,
        max_commands: int | None = None,
        max_minutes: float | None = None,
        observer: Observer | None = None,
    ) -> None:
        check_share("max_total_memory", max_total_memory)
        check_share("max_process_memory", max_process_memory)
        check_whole("max_commands", max_commands)
        if max_minutes is not None and not max_minutes > 0:
            raise ValueError(f"max_minutes must be above 0, or None: {max_minutes!r}")
        self._policy = RestartPolicy(
            max_restart_attempts, observer=observer, before=self._keep_limits
        )
        self._server = LeanServer(config, policy=self._policy)
        self.config = self._server.config
        self.imports = self._server.imports
        self.session = SessionCache(self._server.forget)
        self._policy.warm_up = self.session
        self._max_total_memory = max_total_memory
        self._max_process_memory = max_process_memory
        self._max_commands = max_commands
        self._max_seconds = None if max_minutes is None else max_minutes * 60
        self._memory_seen = -math.inf

    @property
    def toolchain(self) -> Toolchain:
        """The Lean that it runs."""
        return self._server.toolchain

    @property
    def lean_version(self) -> str:
        """The version of Lean, such as ``4.35.0``."""
        return self._server.lean_version

    @property
    def pid(self) -> int | None:
        """The process id of the worker that was used last; None while there is none."""
        return self._server.pid

    @property
    def stats(self) -> ServerStats:
        """What the server did so far; a copy."""
        return self._server.stats.snapshot()

    @property
    def log(self) -> deque[str]:
        """The last lines of its own log, which a report can show."""
        return self._policy.log

    def is_alive(self) -> bool:
        """Return whether the next command can be answered without a restart."""
        return self._server.is_alive()

    def is_busy(self) -> bool:
        """Return whether a command runs now, in any thread."""
        return self._server.is_busy()

    def get_memory_usage(self) -> float:
        """Return the private memory of all its workers, in MiB."""
        return self._server.get_memory_usage()

    def run(
        self,
        request: Request,
        *,
        timeout: Timeout = CONFIGURED,
        add_to_session_cache: bool = False,
    ) -> CommandResponse:
        """Elaborate ``request`` and return what Lean says, on a new worker if need be.

        Args:
            request: a text, a path of a file, a :class:`Command` or a :class:`FileCommand`.
            timeout: seconds that it may take, queueing, restarts and replay included; None
                for no limit; by default the configured one.
            add_to_session_cache: elaborate its environment again at once after a restart.
                All others come back too, when they are next used.

        Raises:
            LeanTimeoutError: at the deadline.
            LeanMemoryError: above a memory limit.
            LeanCrashError: the command ended two workers, or none can be started.
            UnknownEnvError: ``env`` is no handle of this server.
            LeanServerError: the server was ended, or its environment is not what it was.
            TypeError, ValueError: the request is none, or no Unicode text.
            LeanFileError: the file cannot be read.
            ToolchainError: what it imports has to be built again, and cannot be.
        """
        response = self._server.run(request, timeout=timeout)
        if add_to_session_cache:
            self.session.add(response.env)
        return response

    async def async_run(
        self,
        request: Request,
        *,
        timeout: Timeout = CONFIGURED,
        add_to_session_cache: bool = False,
    ) -> CommandResponse:
        """:meth:`run` for asyncio: never blocks the loop; cancelling it stops the command.

        Args:
            request: as for :meth:`run`.
            timeout: as for :meth:`run`.
            add_to_session_cache: as for :meth:`run`.
        """
        response = await self._server.async_run(request, timeout=timeout)
        if add_to_session_cache:
            self.session.add(response.env)
        return response

    def check_options(
        self,
        options: Mapping[str, OptionValue],
        imports: tuple[str, ...] | None = None,
        *,
        timeout: Timeout = CONFIGURED,
    ) -> None:
        """See :meth:`LeanServer.check_options`."""
        self._server.check_options(options, imports, timeout=timeout)

    def knows(self, env: int) -> bool:
        """Return whether this server has such a handle.

        Args:
            env: a handle, as responses have it.
        """
        return self._server.knows(env)

    def text_of(self, env: int) -> str:
        """See :meth:`LeanServer.text_of`."""
        return self._server.text_of(env)

    def seconds_of(self, env: int) -> float:
        """See :meth:`LeanServer.seconds_of`."""
        return self._server.seconds_of(env)

    def suppose(self, command: Command) -> int:
        """Return a handle of what a text leads to, supposing that Lean accepts it.

        Args:
            command: the text and where it stands; see :meth:`LeanServer.suppose`.

        Raises:
            NotSupposed: it can give a reason to ask Lean more than its messages.
        """
        return self._server.suppose(command)

    def restart(self) -> None:
        """End every worker and start anew. All handles stay valid."""
        self._server.restart(self.session)

    def kill(self) -> None:
        """End every worker, and the command that runs. The next one starts a worker again."""
        self._server.kill()

    def shut_down(self, why: str) -> None:
        """End every worker for good, from any thread.

        Args:
            why: what the command that runs, and each one after it, raises as the text of a
                :class:`LeanServerError`.
        """
        self._server.shut_down(why)

    def __enter__(self) -> AutoLeanServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def __reduce__(self) -> NoReturn:
        self._server.__reduce__()

    def _keep_limits(self, asked: Asked, deadline: Deadline) -> None:
        """Recycle the server if a limit wants it, before a command.

        Raises:
            LeanMemoryError: too much of the machine's memory is used by others.
        """
        cause = self._due()
        if cause is not None:
            self._policy.recycle(self._server, cause)
        self._wait_for_memory(asked, deadline)

    def _due(self) -> RestartCause | None:
        """Return why the server is to be recycled, if it is."""
        commands = self._policy.commands(self._server)
        limit = self.config.memory_hard_limit_mb
        if self._max_commands is not None and commands >= self._max_commands:
            return "recycled"
        seconds = time.monotonic() - self._policy.born
        if self._max_seconds is not None and seconds >= self._max_seconds:
            return "recycled"
        if limit is not None and commands:
            if self.get_memory_usage() > limit * self._max_process_memory:
                return "memory"
        return None

    def _wait_for_memory(self, asked: Asked, deadline: Deadline) -> None:
        """Wait shortly, or recycle, while too much of the machine's memory is used."""
        if time.monotonic() - self._memory_seen < _MEMORY_AGE:
            return
        for _ in _patiently(deadline):
            memory, own = read_memory(), self.get_memory_usage()
            excess = self._excess(memory)
            if excess > 0 and (own - _FRESH_MB) * 1024 * 1024 >= excess:
                self._policy.recycle(self._server, "memory")
                # The restart may have taken all the patience there is.
                memory, own = read_memory(), self.get_memory_usage()
                excess = self._excess(memory)
            if excess <= 0:
                self._memory_seen = time.monotonic()
                return
        raise LeanMemoryError(
            f"{memory.share:.0%} of the memory is in use, above max_total_memory = "
            f"{self._max_total_memory:.0%}; Lean holds {own:.0f} MiB of it, so a restart of Lean "
            "would not help: free memory, use fewer xdist workers, or raise the limit",
            command=asked.shown,
            peak_mb=own,
        )

    def _excess(self, memory: Memory) -> float:
        """Return by how many bytes more is used than may be."""
        return memory.used - self._max_total_memory * memory.total


def _patiently(deadline: Deadline) -> Iterator[None]:
    """Yield several times within a short, bounded wait."""
    remaining = deadline.remaining
    patience = Deadline(_WAIT_FOR_MEMORY if remaining is None else min(_WAIT_FOR_MEMORY, remaining))
    yield
    while not patience.expired:
        time.sleep(0.05)
        yield
