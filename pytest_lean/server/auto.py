"""AutoLeanServer: a LeanServer that comes back by itself, within limits.

Promises: after any failure the next command finds a working server, or a named error says
why there is none; no handle is lost; no command is run on a server that it found dead
without that being counted; one poison command costs two workers, never a run.
"""

from __future__ import annotations

import contextlib
import logging
import math
import time
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NoReturn, Protocol

from pytest_lean.checks import check_share, check_whole
from pytest_lean.config import LeanConfig
from pytest_lean.errors import (
    LeanCrashError,
    LeanError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
)
from pytest_lean.messages import Command, CommandResponse, Request
from pytest_lean.public import public
from pytest_lean.server.aio import AsyncRunner
from pytest_lean.server.deadline import Deadline, Turn
from pytest_lean.server.machine import read_memory
from pytest_lean.server.request import CONFIGURED, Timeout, text_of
from pytest_lean.server.server import LeanServer
from pytest_lean.server.session import SessionCache
from pytest_lean.server.stats import RestartCause, ServerStats
from pytest_lean.toolchain.model import Toolchain

# Lines of the server's own log that a report can show.
_LOG_LINES = 50

_log = logging.getLogger("pytest_lean.server")

_FIRST_BACKOFF = 0.1
_LONGEST_BACKOFF = 1.0
_WAIT_FOR_MEMORY = 1.0
# Reading it takes a fifth of a small command: it is not read more often than this.
_MEMORY_AGE = 0.2
# What a fresh worker needs at least: below it, a restart gives nothing back.
_FRESH_MB = 64.0


class Observer(Protocol):
    """Sees what a server does. It is called in the thread of the caller and must not raise."""

    def command(self, request: Request, outcome: CommandResponse | LeanError) -> None:
        """Called after each command, with what came of it."""

    def restart(self, cause: RestartCause) -> None:
        """Called at each restart."""


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
        check_whole("max_restart_attempts", max_restart_attempts, required=True)
        check_whole("max_commands", max_commands)
        if max_minutes is not None and not max_minutes > 0:
            raise ValueError(f"max_minutes must be above 0, or None: {max_minutes!r}")
        self._server = LeanServer(config)
        self.config = self._server.config
        self.session = SessionCache(self._server.forget)
        self._max_total_memory = max_total_memory
        self._max_process_memory = max_process_memory
        self._max_restart_attempts = max_restart_attempts
        self._max_commands = max_commands
        self._max_seconds = None if max_minutes is None else max_minutes * 60
        self._turn = Turn()
        self._async = AsyncRunner()
        self._observer = observer
        self._memory_seen = -math.inf
        # Over all commands: who starts no more is not asked five times for each of them.
        self._failed_starts = 0
        self._over: str | None = None
        self._kills = 0
        self._is_killed = False
        self.log: deque[str] = deque(maxlen=_LOG_LINES)
        self._new_life()

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

    def is_alive(self) -> bool:
        """Return whether the next command can be answered without a restart."""
        return self._server.is_alive()

    def is_busy(self) -> bool:
        """Return whether a command runs now, in any thread."""
        return self._turn.is_taken()

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
            request: a text, a :class:`Command` or a :class:`FileCommand`.
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
        response = self.run_until(request, self._server.deadline(timeout))
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
        """:meth:`run` for asyncio: never blocks the loop; cancelling it stops the command."""
        self._server.check_owner()
        response = await self._async.run(
            self.run_until, self._server.wake, request, self._server.deadline(timeout)
        )
        if add_to_session_cache:
            self.session.add(response.env)
        return response

    def run_until(self, request: Request, deadline: Deadline) -> CommandResponse:
        """:meth:`run` with a deadline that began before."""
        self._server.check_owner()
        try:
            with self._turn.take(deadline, text_of(request)):
                kills = self._kills
                self._recycle_if_due()
                self._check_total_memory(deadline, request)
                response = self._attempt(request, deadline, kills)
        except LeanError as error:
            self._note(f"{type(error).__name__}: {error.args[0]}")
            if self._observer is not None:
                self._observer.command(request, error)
            raise
        if self._observer is not None:
            self._observer.command(request, response)
        return response

    def knows(self, env: int) -> bool:
        """Return whether ``env`` is a handle of this server."""
        return self._server.knows(env)

    def is_stale(self) -> bool:
        """Return whether what it imports changed on disk: then it is read again when needed."""
        return self._server.is_stale()

    def import_state(self, imports: Iterable[str]) -> str:
        """Return a text that tells apart the states on disk of what ``imports`` lead to."""
        return self._server.import_state(imports)

    def restart(self) -> None:
        """End every worker and start anew. All handles stay valid."""
        self._server.check_owner()
        with self._turn.take(Deadline(None)):
            if self._over is not None:
                raise LeanServerError(self._over)
            kills, self._is_killed = self._kills, False
            self._count_restart("asked")
            self._server.restart(self.session)
            if self._is_ended(kills):
                self._server.kill()

    def kill(self) -> None:
        """End every worker, and the command that runs. The next one starts a worker again."""
        self._kills += 1
        self._is_killed = True
        self._server.kill()

    def shut_down(self, why: str) -> None:
        """End every worker for good, from any thread.

        Args:
            why: what the command that runs, and each one after it, raises as the text of a
                :class:`LeanServerError`.
        """
        self._over = why
        self._server.kill()

    def __enter__(self) -> AutoLeanServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def __reduce__(self) -> NoReturn:
        self._server.__reduce__()

    def _attempt(self, request: Request, deadline: Deadline, kills: int) -> CommandResponse:
        """Run the request; a worker that dies is replaced and asked once more.

        Args:
            request: the request.
            deadline: of the request.
            kills: how often the server had been killed when the request had its turn.
        """
        crashes = 0
        while True:
            if not (self._is_ended(kills) or self._server.is_alive()):
                self._revive(self._why_dead())
            if self._is_ended(kills):
                self._server.kill()  # what was started in the meantime
                raise LeanServerError(
                    self._over or "the server was killed", command=text_of(request)
                )
            try:
                response = self._server.run_until(request, deadline)
                self._failed_starts = 0
                return response
            except LeanServerError as error:
                if self._is_ended(kills):
                    continue
                if not isinstance(error, LeanCrashError):
                    self._revive_after(error)
                    raise
                if error.cause == "start":
                    error.command = None  # it is not to blame
                    self._failed_starts += 1
                    if self._failed_starts >= self._max_restart_attempts:
                        note = f"{self._max_restart_attempts} starts in a row failed"
                        _add_note(error, note)
                        raise
                    self._back_off(self._failed_starts, deadline, error)
                    continue
                crashes += 1
                self._revive("crash")
                if crashes > 1:
                    self._check_replay(request, deadline)
                    _add_note(error, "the command ended two workers")
                    raise

    def _check_replay(self, request: Request, deadline: Deadline) -> None:
        """Raise :class:`LeanCrashError` if what ``request`` continues ends a worker by itself."""
        env = None if isinstance(request, str) else request.env
        if env is None:
            return
        try:
            self._server.forget(self._server.run_until(Command("", env), deadline).env)
        except LeanCrashError as error:
            self._revive("crash")
            if error.cause == "start":
                return
            error.command = error.line = None
            _add_note(error, f"environment {env} cannot be elaborated again, nor what continues it")
            raise
        except LeanServerError as error:  # nothing is known then
            self._revive_after(error)

    def _revive_after(self, error: LeanServerError) -> None:
        if isinstance(error, LeanTimeoutError) and error.server_stayed_warm is False:
            self._revive("timeout")
        elif isinstance(error, LeanMemoryError):
            self._revive("memory")

    def _is_ended(self, kills: int) -> bool:
        """Return whether somebody ended the server since it had been killed ``kills`` times."""
        return self._over is not None or self._kills != kills

    def _why_dead(self) -> RestartCause:
        if self._is_killed:
            return "asked"
        return "start" if self._failed_starts else "crash"

    def _revive(self, cause: RestartCause) -> None:
        kills, self._is_killed = self._kills, False
        self._count_restart(cause)
        with contextlib.suppress(LeanError):  # a start that fails is met by the command
            self._server.revive(self.session)
        if self._is_ended(kills):
            self._server.kill()

    def _count_restart(self, cause: RestartCause) -> None:
        self._note(f"restart: {cause}")
        self._server.stats.count_restart(cause)
        self._new_life()
        if self._observer is not None:
            self._observer.restart(cause)

    def _note(self, line: str) -> None:
        _log.info("%s", line)
        self.log.append(f"{time.strftime('%H:%M:%S')} {line}")

    def _back_off(self, failures: int, deadline: Deadline, error: LeanCrashError) -> None:
        pause = min(_LONGEST_BACKOFF, _FIRST_BACKOFF * 2 ** (failures - 1))
        remaining = deadline.remaining
        if remaining is not None and remaining <= pause:
            raise error
        time.sleep(pause)

    def _new_life(self) -> None:
        self._born = time.monotonic()
        self._commands_before = self._server.stats.commands

    def _recycle_if_due(self) -> None:
        commands = self._server.stats.commands - self._commands_before
        limit = self.config.memory_hard_limit_mb
        if self._max_commands is not None and commands >= self._max_commands:
            self._recycle("recycled")
        elif self._max_seconds is not None and time.monotonic() - self._born >= self._max_seconds:
            self._recycle("recycled")
        elif limit is not None and commands:
            if self.get_memory_usage() > limit * self._max_process_memory:
                self._recycle("memory")

    def _recycle(self, cause: RestartCause) -> None:
        self._server.kill()
        self._revive(cause)

    def _check_total_memory(self, deadline: Deadline, request: Request) -> None:
        """Wait shortly, or recycle, while too much of the machine's memory is used."""
        if time.monotonic() - self._memory_seen < _MEMORY_AGE:
            return
        for _ in self._patiently(deadline):
            memory = read_memory()
            excess = memory.used - self._max_total_memory * memory.total
            if excess <= 0:
                self._memory_seen = time.monotonic()
                return
            own = self.get_memory_usage()
            if (own - _FRESH_MB) * 1024 * 1024 >= excess:
                self._recycle("memory")
        raise LeanMemoryError(
            f"{memory.share:.0%} of the memory is in use, above max_total_memory = "
            f"{self._max_total_memory:.0%}; Lean holds {own:.0f} MiB of it, so a restart of Lean "
            "would not help: free memory, use fewer xdist workers, or raise the limit",
            command=text_of(request),
            peak_mb=own,
        )

    @staticmethod
    def _patiently(deadline: Deadline) -> Iterator[None]:
        """Yield several times within a short, bounded wait."""
        remaining = deadline.remaining
        patience = Deadline(
            _WAIT_FOR_MEMORY if remaining is None else min(_WAIT_FOR_MEMORY, remaining)
        )
        yield
        while not patience.expired:
            time.sleep(0.05)
            yield


def _add_note(error: LeanCrashError, note: str) -> None:
    error.args = (f"{error.args[0]}; {note}",)
