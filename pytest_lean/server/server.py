"""LeanServer: commands in, verdicts out, environments that outlive every worker.

Promises: an answer is what Lean says about exactly that text after exactly that
environment, read to its end; everything else is an exception. Requests of many threads
are answered one after the other, and a deadline counts the wait. The server belongs to
the process that made it. It does not restart by itself: that is
:class:`~pytest_lean.server.auto.AutoLeanServer`'s work.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from pytest_lean.config import LeanConfig
from pytest_lean.errors import (
    LeanCrashError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
    UnknownEnvError,
    shorten,
)
from pytest_lean.messages import Command, CommandResponse, Message, OptionValue, Request
from pytest_lean.server import verdict
from pytest_lean.server.aio import AsyncRunner
from pytest_lean.server.deadline import Deadline, Turn
from pytest_lean.server.document import (
    PROBE,
    Document,
    Environment,
    Source,
    merged_header,
    option_lines,
    split_source,
)
from pytest_lean.server.limits import MemoryWatch, private_mb
from pytest_lean.server.log import log_to_stderr
from pytest_lean.server.pool import Header, WorkerPool
from pytest_lean.server.requests import CONFIGURED, Configured, Timeout, read_request
from pytest_lean.server.scan import NO_HEADER
from pytest_lean.server.staleness import ImportStamps
from pytest_lean.server.stats import ServerStats
from pytest_lean.server.worker import Elaboration, Worker
from pytest_lean.toolchain.embedded import restored
from pytest_lean.toolchain.model import inherited_path

# How long a runaway may take to stop once it is edited away, at the least and at the most.
# In between it is worth half of what killing the worker would cost: loading the imports.
_SHORTEST_GRACE = 0.2
_LONGEST_GRACE = 2.0

_log = logging.getLogger("pytest_lean.server")


class LeanServer:
    """A Lean that answers one command at a time.

    Args:
        config: how it is set up; the defaults if None.

    Raises:
        ToolchainError: if there is no usable Lean.
        LeanServerError: if it cannot be started.
    """

    def __init__(self, config: LeanConfig | None = None) -> None:
        self.config = config or LeanConfig()
        if self.config.verbose:
            log_to_stderr()
        self.toolchain = self.config.prepare()
        self.stats = ServerStats()
        self._owner = os.getpid()
        self._turn = Turn()
        self._environments: dict[int, Environment] = {}
        self._handles = itertools.count()
        self._marks = itertools.count(1)
        self._prologue = option_lines(self.config.options)
        self._memory = MemoryWatch(self.config.memory_hard_limit_mb)
        self._pool = WorkerPool(self.config.max_warm_headers, self._start_worker, self._stamp)
        self._stopped: str | None = None
        self._lost: Header | None = None
        self._active: Worker | None = None
        self._async = AsyncRunner()
        self._start()

    @property
    def lean_version(self) -> str:
        """The version of Lean, such as ``4.35.0``."""
        return ".".join(map(str, self.toolchain.version))

    @property
    def pid(self) -> int | None:
        """The process id of the worker that was used last; None while there is none."""
        pids = self._pool.pids()
        return pids[-1] if pids else None

    def is_alive(self) -> bool:
        """Return whether the next command can be answered without a restart."""
        return self._stopped is None and all(worker.is_alive() for worker in self._pool.workers())

    def get_memory_usage(self) -> float:
        """Return the private memory of all its workers, in MiB."""
        return sum(private_mb(pid) for pid in self._pool.pids())

    def run(self, request: Request, *, timeout: Timeout = CONFIGURED) -> CommandResponse:
        """Elaborate ``request`` and return what Lean says.

        Args:
            request: a text, a :class:`Command` or a :class:`FileCommand`.
            timeout: seconds that it may take, queueing and replay included; None for no
                limit; by default the configured one.

        Raises:
            LeanTimeoutError, LeanMemoryError, LeanCrashError: there is no verdict.
            UnknownEnvError: ``env`` is no handle of this server.
            LeanFileError: the file cannot be read.
        """
        return self.run_until(request, self.deadline(timeout))

    async def async_run(
        self, request: Request, *, timeout: Timeout = CONFIGURED
    ) -> CommandResponse:
        """:meth:`run` for asyncio: never blocks the loop; cancelling it stops the command."""
        return await self._async.run(self.run_until, self.wake, request, self.deadline(timeout))

    def deadline(self, timeout: Timeout) -> Deadline:
        """Return the deadline of a command that comes in now."""
        return Deadline(self.config.timeout if isinstance(timeout, Configured) else timeout)

    def run_until(self, request: Request, deadline: Deadline) -> CommandResponse:
        """:meth:`run` with a deadline that began before."""
        self.check_owner()
        command, path = read_request(request)
        with self._turn.take(deadline, command.cmd):
            before, started = self.stats.lean_seconds, time.monotonic()
            try:
                return self._answer(command, path, deadline)
            finally:
                in_lean = self.stats.lean_seconds - before
                _log.info("%.3f s in Lean: %s", in_lean, shorten(command.cmd, 80))
                self.stats.commands += 1
                self.stats.other_seconds += time.monotonic() - started - in_lean
                self.stats.peak_memory_mb = max(self.stats.peak_memory_mb, self._memory.peak_mb)

    def import_state(self, imports: Iterable[str]) -> str:
        """Return a text that tells apart the states on disk of what ``imports`` lead to."""
        return self._stamp(merged_header(imports, NO_HEADER)).identity()

    def wake(self) -> None:
        """Make the command that runs look at its deadline again."""
        worker = self._active
        if worker is not None:
            worker.wake()

    def restart(self) -> None:
        """End every worker and start anew. All handles stay valid."""
        self.check_owner()
        with self._turn.take(Deadline(None)):
            self._pool.close()
            self._start()

    def revive(self, warm_up: int | None = None) -> None:
        """Run again after a worker was lost; workers with other imports stay warm.

        Args:
            warm_up: a handle whose environment is elaborated again at once.
        """
        self.check_owner()
        with self._turn.take(Deadline(None)):
            lost = self._pool.drop_dead() or self._lost
            self._start(None if warm_up is None else self._environments.get(warm_up), lost)

    def forget(self, env: int) -> None:
        """Drop a handle. What was run on it keeps what it needs."""
        if self._environments.pop(env, None) is None:
            raise self._unknown(env)

    def kill(self) -> None:
        """End every worker; :meth:`restart` brings the server back."""
        self.check_owner()
        self._stopped = "it was killed"
        self._pool.close()

    def __enter__(self) -> LeanServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a Lean server belongs to one process and cannot be pickled; "
            "pickle its LeanConfig and make a server from it in the other process"
        )

    def _answer(self, command: Command, path: str | None, deadline: Deadline) -> CommandResponse:
        parent = None
        if command.env is not None:
            parent = self._environments.get(command.env)
            if parent is None:
                raise self._unknown(command.env, command.cmd)
            self._settle(parent, deadline)
        source = split_source(command.cmd, self._preface(command), continues=parent is not None)
        imports = self.config.imports if command.imports is None else command.imports
        header = parent.header if parent else merged_header(imports, source.header)
        mark = "" if self.config.enable_incremental_optimization else str(next(self._marks))
        chain = parent.chain() if parent else []
        document = Document(header, self._prologue, chain, source, mark)
        with self._lean(document, deadline, count=True) as worker:
            elaboration = worker.elaborate(document.text, deadline)
            self._check_replay(document, elaboration)
            doubtful = parent.suspicious if parent else self._pool.may_have_sorry(header)
            judged = verdict.judge(worker, document, elaboration, doubtful, deadline)
        environment = Environment(
            handle=-1,
            parent=parent,
            source=source,
            header=header,
            elaborated_clean=judged.clean,
            reaches_end=None if not judged.clean or verdict.may_stop_early(source.text) else True,
            suspicious=judged.suspicious,
        )
        messages = judged.messages
        if verdict.may_stop_early(source.text):
            self._settle(environment, deadline)
            if not environment.reaches_end:
                messages = sorted([*messages, *verdict.unread(source.text)], key=_start)
        environment.handle = next(self._handles)
        self._environments[environment.handle] = environment
        return CommandResponse(
            env=environment.handle,
            messages=tuple(messages),
            sorries=judged.sorries,
            declarations=judged.declarations,
            has_sorry=judged.has_sorry,
            elapsed=deadline.elapsed,
            text=source.text,
            path=path,
        )

    def _settle(self, environment: Environment, deadline: Deadline) -> None:
        """Find out whether Lean reads what stands behind ``environment``."""
        if environment.reaches_end is not None:
            return
        before = environment.parent.chain() if environment.parent else []
        document = Document(environment.header, self._prologue, before, environment.source)
        with self._lean(document, deadline) as worker:
            elaboration = worker.elaborate(document.text + PROBE, deadline)
        environment.reaches_end = document.answers_probe(elaboration.diagnostics)

    def _check_replay(self, document: Document, elaboration: Elaboration) -> None:
        broken = document.broken_replay(elaboration.diagnostics)
        if broken is not None:
            raise LeanServerError(
                f"environment {broken[0].handle} was without error when it was made and is not "
                f"any more, so nothing can be said about what continues it: {broken[1]}",
                command=document.source.text,
            )

    @contextlib.contextmanager
    def _lean(
        self, document: Document, deadline: Deadline, *, count: bool = False
    ) -> Iterator[Worker]:
        """Run the body on the worker for ``document``; what goes wrong is decided here, once."""
        worker = self._worker(document, count)
        self._active = worker
        started = time.monotonic()
        try:
            with self._memory.active(worker.pid):
                yield worker
        except LeanTimeoutError:
            raise self._timed_out(worker, document, deadline) from None
        except (LeanCrashError, LeanMemoryError):
            self._died(worker, document)
        except LeanServerError:
            raise
        except BaseException:
            # Interrupted anywhere: what the worker has may not be what we think it has.
            self._pool.drop(document.header)
            raise
        finally:
            self._active = None
            self.stats.lean_seconds += time.monotonic() - started

    def _worker(self, document: Document, count: bool) -> Worker:
        header = document.header
        self._check_running(document)
        worker = self._pool.get(header)
        if worker is not None and not worker.is_alive():
            self._died(worker, document)
        if worker is not None and (changed := self._pool.stale(header)):
            _log.info("%s changed: a fresh worker for its new content", changed)
            self.stats.stale += 1
            worker = None
        if count:
            warm = worker is not None and worker.has_answered
            self.stats.warm += warm
            self.stats.cold += not warm
        if worker is None:
            worker = self._pool.start(header, document.base)
            self._memory.watch(self._pool.pids())
            try:
                self._check_running(document)
            except LeanServerError:  # killed by another thread, after its workers were ended
                self._pool.drop(header)
                raise
        return worker

    def _check_running(self, document: Document) -> None:
        if self._stopped is not None:
            raise LeanServerError(
                f"the Lean server is not running: {self._stopped}; "
                "call restart(), or use AutoLeanServer",
                command=document.source.text,
            )

    def _timed_out(
        self, worker: Worker, document: Document, deadline: Deadline
    ) -> LeanTimeoutError:
        """Stop a command that passed its deadline, and return the error to raise."""
        elapsed = deadline.elapsed
        stderr = worker.stderr_tail()
        grace = min(_LONGEST_GRACE, (worker.load_seconds or 0.0) / 2)
        warm = worker.drop(document.base, max(_SHORTEST_GRACE, grace))
        what = "the server dropped the command and stayed warm"
        if not warm:
            self._lose(document.header)
            what = "the worker did not stop and was killed"
            if not deadline.cancelled:  # who cancelled a task is not told that it stopped
                self._stopped = f"{what} after {elapsed:.2f} s"
        return LeanTimeoutError(
            f"Lean did not answer within {elapsed:.2f} s; {what}",
            command=document.source.text,
            elapsed=deadline.elapsed,
            server_stayed_warm=warm,
            stderr_tail=stderr,
        )

    def _died(self, worker: Worker, document: Document) -> NoReturn:
        """Report the death of ``worker``."""
        error = self._memory.verdict(worker.pid) or worker.death()
        if isinstance(error, LeanMemoryError):
            error.peak_mb = error.peak_mb or self._memory.peak_mb
        error.command = document.source.text
        error.exit_code, error.stderr_tail = worker.exit_code(), worker.stderr_tail()
        self._lose(document.header)
        self._stopped = str(error.args[0])
        raise error from None

    def _start(self, environment: Environment | None = None, header: Header | None = None) -> None:
        """Start a worker at once, so that its imports load before the first command comes."""
        self._stopped = self._lost = None
        if environment is not None:
            header = environment.header
        elif header is None:
            header = merged_header(self.config.imports, NO_HEADER)
        before = environment.chain() if environment else []
        document = Document(header, self._prologue, before, Source(""))
        self._pool.start(header, document.text)
        self._memory.watch(self._pool.pids())

    def _lose(self, header: Header) -> None:
        self._pool.drop(header)
        self._lost = header

    def _start_worker(self, text: str) -> Worker:
        self.toolchain = restored(self.toolchain, self.config.cache_dir)
        arguments: list[str] = []
        if self.config.threads is not None:
            arguments.append(f"-j{self.config.threads}")
        if self.config.memory_hard_limit_mb is not None:
            arguments.append(f"-M{self.config.memory_hard_limit_mb}")
        if not self.config.enable_parallel_elaboration and self._knows_parallel():
            arguments.append("-DElab.async=false")
        environment = self.toolchain.environment(self.config.search_path)
        worker = Worker(self.toolchain, text, environment, arguments)
        _log.info("started %s, process %d", self.toolchain.label, worker.pid)
        return worker

    def _stamp(self, header: Header) -> ImportStamps:
        folders = [*self.config.search_path, *self.toolchain.watched, *inherited_path()]
        return ImportStamps(header, map(Path, folders))

    def _preface(self, command: Command) -> str:
        options: dict[str, OptionValue] = dict(command.options or {})
        if command.parallel is not None and self._knows_parallel():
            options["Elab.async"] = command.parallel
        return option_lines(options)

    def _knows_parallel(self) -> bool:
        if not self.toolchain.has_parallel_elaboration:
            _warn_once_of(self.toolchain.label)
            return False
        return True

    def _unknown(self, env: object, command: str | None = None) -> UnknownEnvError:
        return UnknownEnvError(
            f"{env!r} is no environment of this server; handles come from "
            "CommandResponse.env and are not shared between servers",
            command=command,
        )

    def check_owner(self) -> None:
        """Raise :class:`LeanServerError` in any process but the one that made the server."""
        if os.getpid() != self._owner:
            raise LeanServerError(
                f"this Lean server belongs to process {self._owner}, not to {os.getpid()} that "
                "was forked from it; make a server of its own in each process from one LeanConfig"
            )


_warned_of: set[str] = set()


def _warn_once_of(label: str) -> None:
    if label not in _warned_of:
        _warned_of.add(label)
        _log.warning("%s has no parallel elaboration (Lean 4.19 on): the setting is ignored", label)


def _start(message: Message) -> tuple[int, int]:
    return message.start_pos.line, message.start_pos.column
