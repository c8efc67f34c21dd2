"""LeanServer: commands in, verdicts out, environments that outlive every worker.

Promises: an answer is what Lean says about exactly that text after exactly that
environment, read to its end; everything else is an exception. Requests of many threads
are answered one after the other, and a deadline counts the wait. The server belongs to
the process that made it. Whether it restarts by itself is a matter of its policy
(:mod:`pytest_lean.server.policy`): without one it does not.
"""

from __future__ import annotations

import dataclasses
import logging
import os
import time
from collections.abc import Iterable, Mapping
from typing import NoReturn

from pytest_lean.checks import check_number
from pytest_lean.config import LeanConfig, check_config
from pytest_lean.errors import (
    LeanError,
    LeanServerError,
    shorten,
)
from pytest_lean.messages import Command, CommandResponse, OptionValue, Request
from pytest_lean.public import public
from pytest_lean.server.aio import AsyncRunner
from pytest_lean.server.answering import Answers
from pytest_lean.server.deadline import Deadline, Turn
from pytest_lean.server.document import Document
from pytest_lean.server.environment import (
    Source,
    option_lines,
)
from pytest_lean.server.launch import Launcher
from pytest_lean.server.log import log_to_stderr
from pytest_lean.server.policy import OneAttempt, Policy
from pytest_lean.server.request import (
    CONFIGURED,
    Asked,
    Configured,
    Timeout,
    as_request,
    read_request,
)
from pytest_lean.server.stats import ServerStats
from pytest_lean.server.workers import Phase, Workers
from pytest_lean.toolchain.model import Toolchain

# How long a thread that is told to end may take for it.
_STOP_SECONDS = 1.0

_log = logging.getLogger("pytest_lean.server")


@public
class LeanServer:
    """A Lean that answers one command at a time.

    Args:
        config: how it is set up; the defaults if None.
        policy: what happens when a worker is lost; by default nothing, until :meth:`restart`.

    Raises:
        ToolchainError: if there is no usable Lean.
        LeanServerError: if it cannot be started.
        TypeError: if ``config`` is no configuration.

    Attributes:
        config: how it is set up.
        stats: what it did so far.
        imports: what its workers import, and whether that changed on disk.
    """

    def __init__(self, config: LeanConfig | None = None, *, policy: Policy | None = None) -> None:
        self.config = LeanConfig() if config is None else config
        check_config(self.config)
        if self.config.verbose:
            log_to_stderr()
        self.stats = ServerStats()
        self._policy = OneAttempt() if policy is None else policy
        self._owner = os.getpid()
        self._turn = Turn()
        self._launcher = Launcher(self.config, self.config.prepare())
        prologue = option_lines(self.config.options)
        self._workers = Workers(self.config, self._launcher, prologue, self.stats)
        self._answers = Answers(self.config, self._launcher, self._workers, self.stats)
        self._handles = self._answers.handles
        self.imports = self._workers.imports
        self._async = AsyncRunner()
        self._workers.start()

    @property
    def toolchain(self) -> Toolchain:
        """The Lean that it runs."""
        return self._launcher.toolchain

    @property
    def lean_version(self) -> str:
        """The version of Lean, such as ``4.35.0``."""
        return ".".join(map(str, self.toolchain.version))

    @property
    def pid(self) -> int | None:
        """The process id of the worker that was used last; None while there is none."""
        pids = self._workers.pids()
        return pids[-1] if pids else None

    def is_alive(self) -> bool:
        """Return whether the next command can be answered without a restart."""
        return self._workers.are_alive()

    def is_busy(self) -> bool:
        """Return whether a command runs now, in any thread."""
        return self._turn.is_taken()

    def get_memory_usage(self) -> float:
        """Return the private memory of all its workers, in MiB."""
        return self._workers.memory_mb()

    def run(self, request: Request, *, timeout: Timeout = CONFIGURED) -> CommandResponse:
        """Elaborate ``request`` and return what Lean says.

        Args:
            request: a text, a path of a file, a :class:`Command` or a :class:`FileCommand`.
            timeout: seconds that it may take, queueing and replay included; None for no
                limit; by default the configured one.

        Raises:
            LeanTimeoutError, LeanMemoryError, LeanCrashError: there is no verdict.
            UnknownEnvError: ``env`` is no handle of this server.
            LeanServerError: the server was ended, or its environment is not what it was.
            TypeError, ValueError: the request is none, or no Unicode text.
            LeanFileError: the file cannot be read.
            ToolchainError: what it imports has to be built again, and cannot be.
        """
        return self._run_until(request, self._deadline(timeout))

    async def async_run(
        self, request: Request, *, timeout: Timeout = CONFIGURED
    ) -> CommandResponse:
        """:meth:`run` for asyncio: never blocks the loop; cancelling it stops the command.

        Args:
            request: as for :meth:`run`.
            timeout: as for :meth:`run`.
        """
        self._check_owner()
        return await self._async.run(
            self._run_until, self._workers.wake, request, self._deadline(timeout)
        )

    def check_options(
        self,
        options: Mapping[str, OptionValue],
        imports: tuple[str, ...] | None = None,
        *,
        timeout: Timeout = CONFIGURED,
    ) -> None:
        """Have Lean read its options, the configured ones and these; it counts as no command.

        Args:
            options: further options.
            imports: the modules that may declare them; by default the configured ones.
            timeout: as for :meth:`run`.

        Raises:
            LeanSettingsError: Lean refuses one of them; it is named.
            LeanError: one of those of :meth:`run`.
        """
        self._check_owner()
        asked = dataclasses.replace(
            read_request(Command("", None, options, None, imports)), counts=False
        )
        deadline = self._deadline(timeout)
        with self._turn.take(deadline, asked.shown):
            self._workers.admit()
            self._policy.answer(self, asked, deadline)

    def restart(self, warm_up: Iterable[int] = ()) -> None:
        """End every worker and start anew. All handles stay valid.

        Args:
            warm_up: handles whose environments are elaborated again at once: with each set of
                imports the last, with all that it continues.

        Raises:
            LeanServerError: the server was ended for good.
        """
        self._check_owner()
        with self._turn.take(Deadline(None)):
            self._workers.admit()
            if (why := self.why_ended()) is not None:
                raise LeanServerError(why)
            self._policy.restarted(self, "asked")
            self.rest()
            self._workers.start(self._handles.known(warm_up))

    def knows(self, env: int) -> bool:
        """Return whether this server has such a handle.

        Args:
            env: a handle, as responses have it.
        """
        return env in self._handles

    def text_of(self, env: int) -> str:
        """Return all that leads to a handle's environment, as one text for ``lean``.

        Args:
            env: the handle.

        Returns:
            Imports, options and the texts in order, with a comment between each two, as a worker
            elaborates them.

        Raises:
            UnknownEnvError: there is no such handle.
        """
        known = self._handles.get(env)
        return Document(known.header, self._answers.prologue, known.chain(), Source("")).text

    def seconds_of(self, env: int) -> float:
        """Return the seconds that all commands took that lead to a handle's environment.

        Args:
            env: the handle.

        Raises:
            UnknownEnvError: there is no such handle.
        """
        return sum(environment.seconds for environment in self._handles.get(env).chain())

    def suppose(self, command: Command) -> int:
        """Return a handle of what a text leads to, supposing that Lean accepts it.

        It is elaborated with the first command that is run on the handle. If it is not accepted
        then, that command raises :class:`~pytest_lean.server.request.NotSupposed`, and so does
        each later one.

        Args:
            command: the text and where it stands.

        Raises:
            NotSupposed: it can give a reason to ask Lean more than its messages.
        """
        self._check_owner()
        return self._answers.suppose(command)

    def forget(self, env: int) -> None:
        """Drop a handle. What was run on it keeps what it needs.

        Args:
            env: the handle.

        Raises:
            UnknownEnvError: there is no such handle.
        """
        self._handles.drop(env)

    def kill(self) -> None:
        """End every worker; :meth:`restart` brings the server back."""
        self._check_owner()
        self._stop(Phase.KILLED, "it was killed")

    def shut_down(self, why: str) -> None:
        """End every worker for good, from any thread.

        Args:
            why: what the command that runs, and each one after it, raises as the text of a
                :class:`LeanServerError`.
        """
        self._stop(Phase.OVER, why)

    def is_at_rest(self) -> bool:
        """Return whether it was ended on purpose, before the command that runs."""
        return self._workers.phase is Phase.AT_REST

    def why_ended(self) -> str | None:
        """Return why a command must not go on, if somebody ended the server meanwhile."""
        return self._workers.why_ended()

    def rest(self) -> None:
        """End every worker; :meth:`revive` starts them again. Its caller has to have the turn."""
        self._stop(Phase.AT_REST, "it is restarted")

    def revive(self, warm_up: Iterable[int] = ()) -> None:
        """Run again after a worker was lost; workers with other imports stay warm.

        Its caller has to have the turn: a policy, in the middle of a command.

        Args:
            warm_up: as for :meth:`restart`.
        """
        self._workers.revive(self._handles.known(warm_up))

    def attempt(self, asked: Asked, deadline: Deadline) -> CommandResponse:
        """Run a command once, on the worker that is there. Its caller has to have the turn.

        Args:
            asked: the command, as a policy gets it.
            deadline: when it is given up; the policy's as well.
        """
        return self._answers.answer(asked, deadline)

    def __enter__(self) -> LeanServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a Lean server belongs to one process and cannot be pickled; "
            "pickle its LeanConfig and make a server from it in the other process"
        )

    def _stop(self, phase: Phase, why: str) -> None:
        """End all that runs for it."""
        self._answers.sealer.give_up()
        self._workers.stop(phase, why)
        self._answers.sealer.wait(_STOP_SECONDS)

    def _deadline(self, timeout: Timeout) -> Deadline:
        """Return the deadline of a command that comes in now.

        Raises:
            TypeError: ``timeout`` is no number of seconds.
        """
        if isinstance(timeout, Configured):
            return Deadline(self.config.timeout)
        check_number("timeout", timeout)
        return Deadline(timeout)

    def _run_until(self, request: Request, deadline: Deadline) -> CommandResponse:
        """:meth:`run` with a deadline that began before."""
        self._check_owner()
        request = as_request(request)
        try:
            asked = read_request(request)
            with self._turn.take(deadline, asked.shown):
                self._workers.admit()
                response = self._measured(asked, deadline)
        except LeanError as error:
            self._policy.seen(request, error)
            raise
        self._policy.seen(request, response)
        return response

    def _measured(self, asked: Asked, deadline: Deadline) -> CommandResponse:
        """Let the policy answer; count the command, and where its time went."""
        before, started = self.stats.lean_seconds, time.monotonic()
        try:
            return self._policy.answer(self, asked, deadline)
        finally:
            in_lean = self.stats.lean_seconds - before
            _log.info("%.3f s in Lean: %s", in_lean, shorten(asked.command.cmd, 80))
            self.stats.commands += 1
            self.stats.other_seconds += time.monotonic() - started - in_lean

    def _check_owner(self) -> None:
        """Raise :class:`LeanServerError` in any process but the one that made the server."""
        if os.getpid() != self._owner:
            raise LeanServerError(
                f"this Lean server belongs to process {self._owner}, not to {os.getpid()} that "
                "was forked from it; make a server of its own in each process from one LeanConfig"
            )
