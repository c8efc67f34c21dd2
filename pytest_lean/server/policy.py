"""What a server does when a worker was lost: nothing, or start another one and ask again.

Promises of :class:`RestartPolicy`: after any failure the next command finds a working server, or
a named error says why there is none; no command is run on a server that was found dead without
that being counted; a command that kills every worker costs two of them, never a run.
"""

from __future__ import annotations

import contextlib
import logging
import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Protocol

from pytest_lean.checks import check_whole
from pytest_lean.errors import (
    LeanCrashError,
    LeanError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
)
from pytest_lean.messages import Command, CommandResponse, Request
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.request import Asked
from pytest_lean.server.stats import RestartCause, ServerStats

# Lines of the server's own log that a report can show.
_LOG_LINES = 50
_FIRST_BACKOFF = 0.1
_LONGEST_BACKOFF = 1.0

_log = logging.getLogger("pytest_lean.server")


class LogLine(str):
    """A line of a server's log.

    Attributes:
        at: when it was written, in seconds of the monotonic clock.
    """

    __slots__ = ("at",)

    def __new__(cls, text: str) -> LogLine:
        """Return the line as it is written now."""
        line = super().__new__(cls, text)
        line.at = time.monotonic()
        return line

    at: float


class Observer(Protocol):
    """Sees what a server does. It is called in the thread of the caller and must not raise."""

    def command(self, request: Request, outcome: CommandResponse | LeanError) -> None:
        """Called after each command, with what came of it."""

    def restart(self, cause: RestartCause) -> None:
        """Called at each restart."""


class Server(Protocol):
    """What a policy may do with its server, which gave it the turn."""

    stats: ServerStats

    def is_alive(self) -> bool:
        """Return whether a command can be answered without a restart."""

    def is_at_rest(self) -> bool:
        """Return whether it was ended on purpose, before the command that runs."""

    def why_ended(self) -> str | None:
        """Return why the command must not go on, if somebody ended the server meanwhile."""

    def attempt(self, asked: Asked, deadline: Deadline) -> CommandResponse:
        """Run a command once, on the worker that is there."""

    def revive(self, warm_up: Iterable[int]) -> None:
        """Start again what was lost, unless somebody ended the server meanwhile."""

    def rest(self) -> None:
        """End every worker; :meth:`revive` starts them again."""

    def forget(self, env: int) -> None:
        """Drop a handle."""


class Policy(Protocol):
    """Decides how often a command is tried, and on what."""

    def answer(self, server: Server, asked: Asked, deadline: Deadline) -> CommandResponse:
        """Run a command and return what Lean says; called with the turn."""

    def seen(self, request: Request, outcome: CommandResponse | LeanError) -> None:
        """Called after each command, with what came of it."""

    def restarted(self, server: Server, cause: RestartCause) -> None:
        """Called when all workers are started anew because somebody asked for it."""


class OneAttempt:
    """Each command is tried once; a server that lost a worker runs nothing until a restart."""

    def answer(self, server: Server, asked: Asked, deadline: Deadline) -> CommandResponse:
        """Run the command."""
        return server.attempt(asked, deadline)

    def seen(self, request: Request, outcome: CommandResponse | LeanError) -> None:
        """Do nothing."""

    def restarted(self, server: Server, cause: RestartCause) -> None:
        """Do nothing."""


class RestartPolicy:
    """A worker that is lost is replaced; a command that ended one is asked once more.

    Args:
        max_restart_attempts: how many starts may fail in a row; then each command tries once.
        observer: sees each command and each restart.
        before: called before each command, with the turn; it may call :meth:`recycle`.

    Attributes:
        log: the last lines of what happened.
        warm_up: handles whose environments are elaborated again at once after a restart.
        born: when the server was last started, on the monotonic clock.
    """

    def __init__(
        self,
        max_restart_attempts: int = 5,
        *,
        observer: Observer | None = None,
        before: Callable[[Asked, Deadline], None] | None = None,
    ) -> None:
        check_whole("max_restart_attempts", max_restart_attempts, required=True)
        self._max_restart_attempts = max_restart_attempts
        self._observer = observer
        self._before = before
        # Counted over all commands, so that a Lean that does not start is tried five times by
        # the first command, and once by each later one.
        self._failed_starts = 0
        self._commands_before = 0
        self.log: deque[str] = deque(maxlen=_LOG_LINES)
        self.warm_up: Iterable[int] = ()
        self.born = time.monotonic()

    def answer(self, server: Server, asked: Asked, deadline: Deadline) -> CommandResponse:
        """Run the command; a worker that dies is replaced, and asked once more."""
        if self._before is not None:
            self._before(asked, deadline)
        crashes = 0
        while True:
            if server.why_ended() is None and not server.is_alive():
                self._revive(server, self._why_dead(server))
            if (why := server.why_ended()) is not None:
                raise LeanServerError(why, command=asked.shown)
            try:
                response = server.attempt(asked, deadline)
                self._failed_starts = 0
                return response
            except LeanServerError as error:
                if server.why_ended() is not None:
                    continue
                if not isinstance(error, LeanCrashError):
                    self._revive_after(server, error)
                    raise
                if error.cause == "start":
                    self._try_another_start(error, deadline)
                    continue
                crashes += 1
                self._revive(server, "crash")
                if crashes > 1:
                    self._check_replay(server, asked, deadline)
                    _add_note(error, "the command ended two workers")
                    raise

    def seen(self, request: Request, outcome: CommandResponse | LeanError) -> None:
        """Tell the observer, and the log if there is no answer."""
        if isinstance(outcome, LeanError):
            first = str(outcome.args[0]).partition("\n")[0]
            self._note(f"{type(outcome).__name__}: {first}")
        if self._observer is not None:
            self._observer.command(request, outcome)

    def restarted(self, server: Server, cause: RestartCause) -> None:
        """Count a restart, tell the observer and the log."""
        self._note(f"restart: {cause}")
        server.stats.count_restart(cause)
        self.born = time.monotonic()
        self._commands_before = server.stats.commands
        if self._observer is not None:
            self._observer.restart(cause)

    def recycle(self, server: Server, cause: RestartCause) -> None:
        """End every worker between two commands, and start anew."""
        server.rest()
        self._revive(server, cause)

    def commands(self, server: Server) -> int:
        """Return how many commands the server has run since it was last started."""
        return server.stats.commands - self._commands_before

    def _try_another_start(self, error: LeanCrashError, deadline: Deadline) -> None:
        """Wait a while before the next start, or raise ``error``: there were enough, or no time."""
        error.command = None  # the command is not why Lean does not start
        self._failed_starts += 1
        if self._failed_starts >= self._max_restart_attempts:
            _add_note(error, f"{self._max_restart_attempts} starts in a row failed")
            raise error
        pause = min(_LONGEST_BACKOFF, _FIRST_BACKOFF * 2 ** (self._failed_starts - 1))
        remaining = deadline.remaining
        if remaining is not None and remaining <= pause:
            raise error
        time.sleep(pause)

    def _check_replay(self, server: Server, asked: Asked, deadline: Deadline) -> None:
        """Raise :class:`LeanCrashError` if what a command continues ends a worker by itself."""
        env = asked.command.env
        if env is None:
            return
        try:
            server.forget(server.attempt(Asked(Command("", env)), deadline).env)
        except LeanCrashError as error:
            self._revive(server, "crash")
            if error.cause == "start":
                return
            error.command = error.line = None
            _add_note(error, f"environment {env} cannot be elaborated again, nor what continues it")
            raise
        except LeanServerError as error:  # this does not tell whether the environment is to blame
            self._revive_after(server, error)

    def _revive_after(self, server: Server, error: LeanServerError) -> None:
        if isinstance(error, LeanTimeoutError) and error.server_stayed_warm is False:
            self._revive(server, "timeout")
        elif isinstance(error, LeanMemoryError):
            self._revive(server, "memory")

    def _why_dead(self, server: Server) -> RestartCause:
        if server.is_at_rest():
            return "asked"
        return "start" if self._failed_starts else "crash"

    def _revive(self, server: Server, cause: RestartCause) -> None:
        self.restarted(server, cause)
        # If a start fails now, the command that follows starts a worker too, and tells the error.
        with contextlib.suppress(LeanError):
            server.revive(self.warm_up)

    def _note(self, line: str) -> None:
        _log.info("%s", line)
        self.log.append(LogLine(f"{time.strftime('%H:%M:%S')} {line}"))


def _add_note(error: LeanCrashError, note: str) -> None:
    error.args = (f"{error.args[0]}; {note}",)
