"""LeanServer: commands in, verdicts out, environments that outlive every worker.

Promises: an answer is what Lean says about exactly that text after exactly that
environment, read to its end; everything else is an exception. Requests of many threads
are answered one after the other, and a deadline counts the wait. The server belongs to
the process that made it. Whether it restarts by itself is a matter of its policy
(:mod:`pytest_lean.server.policy`): without one it does not.
"""

from __future__ import annotations

import dataclasses
import itertools
import logging
import os
import time
from collections.abc import Iterable, Mapping
from typing import NoReturn

from pytest_lean.checks import check_number
from pytest_lean.config import LeanConfig, check_config
from pytest_lean.errors import (
    LeanCrashError,
    LeanError,
    LeanMemoryError,
    LeanServerError,
    LeanSettingsError,
    UnknownEnvError,
    shorten,
)
from pytest_lean.messages import Command, CommandResponse, Message, OptionValue, Request
from pytest_lean.public import public
from pytest_lean.server import verdict
from pytest_lean.server.aio import AsyncRunner
from pytest_lean.server.deadline import Deadline, Turn
from pytest_lean.server.document import PROBE, Document
from pytest_lean.server.environment import (
    Environment,
    Source,
    merged_header,
    option_lines,
    split_source,
)
from pytest_lean.server.findings import Before
from pytest_lean.server.hints import is_plain
from pytest_lean.server.imports import Header
from pytest_lean.server.launch import Launcher
from pytest_lean.server.log import log_to_stderr
from pytest_lean.server.mailbox import Elaboration
from pytest_lean.server.policy import OneAttempt, Policy
from pytest_lean.server.request import (
    CONFIGURED,
    Asked,
    Configured,
    NotSupposed,
    Timeout,
    as_request,
    read_request,
)
from pytest_lean.server.reuse import Beginnings, elaborate
from pytest_lean.server.stats import ServerStats
from pytest_lean.server.trust import NOTHING_YET
from pytest_lean.server.workers import Phase, Workers
from pytest_lean.toolchain.model import Toolchain
from pytest_lean.toolchain.wording import missing_module

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
        self._environments: dict[int, Environment] = {}
        self._handles = itertools.count()
        self._beginnings = Beginnings(self.config.enable_incremental_optimization)
        self._prologue = option_lines(self.config.options)
        self._launcher = Launcher(self.config, self.config.prepare())
        self._workers = Workers(self.config, self._launcher, self._prologue, self.stats)
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
            self._workers.start(self._known(warm_up))

    def knows(self, env: int) -> bool:
        """Return whether this server has such a handle.

        Args:
            env: a handle, as responses have it.
        """
        return env in self._environments

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
        known = self._environment(env)
        return Document(known.header, self._prologue, known.chain(), Source("")).text

    def seconds_of(self, env: int) -> float:
        """Return the seconds that all commands took that lead to a handle's environment.

        Args:
            env: the handle.

        Raises:
            UnknownEnvError: there is no such handle.
        """
        return sum(environment.seconds for environment in self._environment(env).chain())

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
        parent = None if command.env is None else self._environment(command.env, command.cmd)
        preface = self._preface(command)
        source = split_source(command.cmd, preface, continues=parent is not None)
        header = parent.header if parent else self._header(command, source)
        continues_plain = parent is None or (
            parent.trust == NOTHING_YET and parent.reaches_end is True
        )
        if (
            not continues_plain
            or not is_plain(source.text, self._prologue + preface)
            or self.imports.axioms(header)
        ):
            raise NotSupposed
        environment = Environment(
            handle=next(self._handles),
            parent=parent,
            source=source,
            header=header,
            elaborated_clean=True,
            reaches_end=True,
            trust=NOTHING_YET,
            seconds=0.0,
            is_supposed=True,
        )
        self._environments[environment.handle] = environment
        return environment.handle

    def forget(self, env: int) -> None:
        """Drop a handle. What was run on it keeps what it needs.

        Args:
            env: the handle.

        Raises:
            UnknownEnvError: there is no such handle.
        """
        if self._environments.pop(env, None) is None:
            raise self._unknown(env)

    def kill(self) -> None:
        """End every worker; :meth:`restart` brings the server back."""
        self._check_owner()
        self._workers.stop(Phase.KILLED, "it was killed")

    def shut_down(self, why: str) -> None:
        """End every worker for good, from any thread.

        Args:
            why: what the command that runs, and each one after it, raises as the text of a
                :class:`LeanServerError`.
        """
        self._workers.stop(Phase.OVER, why)

    def is_at_rest(self) -> bool:
        """Return whether it was ended on purpose, before the command that runs."""
        return self._workers.phase is Phase.AT_REST

    def why_ended(self) -> str | None:
        """Return why a command must not go on, if somebody ended the server meanwhile."""
        return self._workers.why_ended()

    def rest(self) -> None:
        """End every worker; :meth:`revive` starts them again. Its caller has to have the turn."""
        self._workers.stop(Phase.AT_REST, "it is restarted")

    def revive(self, warm_up: Iterable[int] = ()) -> None:
        """Run again after a worker was lost; workers with other imports stay warm.

        Its caller has to have the turn: a policy, in the middle of a command.

        Args:
            warm_up: as for :meth:`restart`.
        """
        self._workers.revive(self._known(warm_up))

    def attempt(self, asked: Asked, deadline: Deadline) -> CommandResponse:
        """Run a command once, on the worker that is there. Its caller has to have the turn.

        Args:
            asked: the command, as a policy gets it.
            deadline: when it is given up; the policy's as well.
        """
        return self._answer(asked, deadline)

    def __enter__(self) -> LeanServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a Lean server belongs to one process and cannot be pickled; "
            "pickle its LeanConfig and make a server from it in the other process"
        )

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

    def _answer(self, asked: Asked, deadline: Deadline) -> CommandResponse:
        command, parent = asked.command, None
        if command.env is not None:
            parent = self._environment(command.env, command.cmd)
            self._settle(parent, deadline)
        source = split_source(command.cmd, self._preface(command), continues=parent is not None)
        header = parent.header if parent else self._header(command, source)
        chain = parent.chain() if parent else []
        allowed = frozenset((*self.config.allowed_axioms, *command.axioms))
        document = Document(header, self._prologue, chain, source)
        with self._workers.using(document, deadline, count=asked.counts) as worker:
            document, elaboration = self._beginnings.elaborate(worker, document, deadline)
            source = document.source
            # What is wrong is raised outside, since this worker is as good as before.
            judged = None
            supposed = [link for link in chain if link.is_supposed]
            if document.has_clean(supposed, elaboration.diagnostics):
                self._check_replay(document, elaboration)
                before = self._before(command, parent, header, allowed)
                judged = verdict.judge(worker, document, elaboration, deadline, before)
                self._check_memory(judged.messages, source.text)
        if judged is None:
            raise NotSupposed
        for link in supposed:
            link.is_supposed = False
        environment = Environment(
            handle=next(self._handles),
            parent=parent,
            source=judged.source,
            header=header,
            elaborated_clean=judged.clean,
            reaches_end=judged.reaches_end,
            trust=judged.trust,
            seconds=deadline.elapsed,
        )
        self._environments[environment.handle] = environment
        return CommandResponse(
            env=environment.handle,
            messages=tuple(document.reported(judged.messages)),
            sorries=judged.sorries,
            declarations=judged.declarations,
            elapsed=deadline.elapsed,
            text=source.text,
            path=asked.path,
            unproved=judged.trust.unproved(allowed),
            unread=judged.unread,
        )

    def _header(self, command: Command, source: Source) -> Header:
        """Return the header of the document that ``source``, which continues nothing, begins."""
        imports = self.config.imports if command.imports is None else command.imports
        return merged_header(imports, source.header)

    def _before(
        self,
        command: Command,
        parent: Environment | None,
        header: Header,
        allowed: frozenset[str],
    ) -> Before:
        """Return what bears on ``command`` from outside its text."""
        return Before(
            trust=parent.trust if parent else NOTHING_YET,
            # They may have been built again since the environment was made.
            imports=self.imports.axioms(header),
            options={**self.config.options, **(command.options or {})},
            allowed=allowed,
            asks=command.asks,
            spans=command.spans,
            details=command.details,
        )

    def _settle(self, environment: Environment, deadline: Deadline) -> None:
        """Find out whether Lean reads what stands behind ``environment``."""
        if environment.reaches_end is not None:
            return
        before = environment.parent.chain() if environment.parent else []
        document = Document(environment.header, self._prologue, before, environment.source)
        with self._workers.using(document, deadline) as worker:
            elaboration = elaborate(worker, document, deadline, PROBE)
            self._check_replay(document, elaboration)
        environment.reaches_end = document.answers_probe(elaboration.diagnostics)

    def _check_replay(self, document: Document, elaboration: Elaboration) -> None:
        """Raise unless the command stands where it should: on its library, and its environment."""
        unloaded = document.unloaded(elaboration.diagnostics)
        if unloaded is not None and document.header:
            advice = missing_module(unloaded)
            raise LeanServerError(
                f"Lean could not load what is to be imported for the text: {unloaded}"
                + (f"\n{advice}" if advice else ""),
                command=document.source.text,
            )
        if unloaded is not None:
            raise LeanCrashError(f"Lean could not load its library: {unloaded}", cause="start")
        refused = document.refused_option(elaboration.diagnostics)
        if refused is not None:
            line, message = refused
            _, name, value = line.split(" ", 2)
            raise LeanSettingsError(
                f"Lean refuses {name}={value}, which is set for the text by `options`, so it says "
                f"nothing about any text: {message}"
            )
        broken = document.broken_replay(elaboration.diagnostics)
        if broken is not None:
            raise LeanServerError(
                f"environment {broken[0].handle} was without error when it was made and is not "
                f"any more, so nothing can be said about what continues it: {broken[1]}",
                command=document.source.text,
            )

    def _check_memory(self, messages: Iterable[Message], command: str) -> None:
        """Raise if Lean gave up for want of memory: it says so, and it did use that much."""
        if any(map(verdict.tells_of_memory, messages)) and self._workers.are_short_of_memory():
            raise LeanMemoryError("Lean passed its memory limit", command=command)

    def _check_owner(self) -> None:
        """Raise :class:`LeanServerError` in any process but the one that made the server."""
        if os.getpid() != self._owner:
            raise LeanServerError(
                f"this Lean server belongs to process {self._owner}, not to {os.getpid()} that "
                "was forked from it; make a server of its own in each process from one LeanConfig"
            )

    def _preface(self, command: Command) -> str:
        options: dict[str, OptionValue] = dict(command.options or {})
        if command.parallel is not None and self._launcher.knows_parallel():
            options["Elab.async"] = command.parallel
        return option_lines(options)

    def _known(self, handles: Iterable[int]) -> list[Environment]:
        """Return the environments of ``handles``; another thread may have dropped some."""
        return [
            known for handle in handles if (known := self._environments.get(handle)) is not None
        ]

    def _environment(self, env: int, command: str | None = None) -> Environment:
        known = self._environments.get(env)
        if known is None:
            raise self._unknown(env, command)
        return known

    def _unknown(self, env: object, command: str | None = None) -> UnknownEnvError:
        return UnknownEnvError(
            f"{env!r} is no environment of this server; handles come from "
            "CommandResponse.env and are not shared between servers",
            command=command,
        )
