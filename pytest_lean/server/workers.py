"""The life of a server's workers: who gets one, what a failure means, when nothing is lent.

Promises: whatever goes wrong while a worker is used is settled in one place
(:meth:`Workers._settle`), and raised as one of the named errors with the command, the exit code
and the last lines of stderr. Whether workers are lent at all is one enum, :class:`Phase`, which
changes in one place (:meth:`Workers._turn`).
"""

from __future__ import annotations

import contextlib
import enum
import logging
import threading
import time
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from pytest_lean.config import LeanConfig
from pytest_lean.errors import LeanCrashError, LeanMemoryError, LeanServerError, LeanTimeoutError
from pytest_lean.language.syntax import NO_HEADER
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.document import Document
from pytest_lean.server.environment import Environment, Source, merged_header
from pytest_lean.server.imports import Header, ImportWatch, is_sealed
from pytest_lean.server.launch import Launcher
from pytest_lean.server.memory import MemoryWatch, private_mb
from pytest_lean.server.pool import WorkerPool
from pytest_lean.server.reuse import compares
from pytest_lean.server.stats import ServerStats
from pytest_lean.server.worker import WarmWorker, Worker

# A worker gets at least and at most so many seconds to stop when the command that it elaborates is
# edited away. In between it gets half of the time that a new worker would take to load the imports.
_SHORTEST_GRACE = 0.15
_LONGEST_GRACE = 2.0
# Lean's own limit is looked at now and then, and the sampled peak lags behind: so much of the
# limit has to be used for Lean's word that its memory ran out to be believed.
_NEAR_THE_LIMIT = 0.5

_log = logging.getLogger("pytest_lean.server")

_Failure: TypeAlias = LeanTimeoutError | LeanCrashError | LeanMemoryError


class Phase(enum.Enum):
    """Whether a server's workers are lent."""

    RUNNING = "they are lent, and started if need be"
    LOST = "one was lost in a command; none is lent until they are started again"
    KILLED = "somebody ended them all, and the command that runs with them"
    AT_REST = "they were ended on purpose, and may be started again"
    OVER = "somebody ended them for good"


# What may follow each phase. A server that was killed while a command runs stays killed, whatever
# that command tries: only the next command, or a restart, may start workers again.
_FOLLOWING = {
    Phase.RUNNING: {Phase.RUNNING, Phase.LOST, Phase.AT_REST, Phase.KILLED, Phase.OVER},
    Phase.LOST: {Phase.RUNNING, Phase.AT_REST, Phase.KILLED, Phase.OVER},
    Phase.AT_REST: {Phase.RUNNING, Phase.AT_REST, Phase.KILLED, Phase.OVER},
    Phase.KILLED: {Phase.AT_REST, Phase.KILLED, Phase.OVER},
    Phase.OVER: set[Phase](),
}


class Workers:
    """Starts, lends, replaces and ends the workers of a server.

    Args:
        config: how the server is set up.
        launcher: starts them.
        prologue: text that stands above every command.
        stats: where time, warm and cold answers and memory are counted.

    Attributes:
        imports: what they import, and whether that changed on disk.
        phase: whether they are lent.
    """

    def __init__(
        self, config: LeanConfig, launcher: Launcher, prologue: str, stats: ServerStats
    ) -> None:
        self.imports = ImportWatch(launcher.stamps)
        self.phase = Phase.AT_REST
        self._why = "it was not started"
        # Held while the phase changes and while a worker is started, so that a kill finds every
        # worker that was started before it, and none is started after it.
        self._lock = threading.RLock()
        self._config = config
        self._launcher = launcher
        self._prologue = prologue
        self._stats = stats
        self._memory = MemoryWatch(config.memory_hard_limit_mb)
        self._pool = WorkerPool(
            config.max_warm_headers, lambda text: launcher.start(WarmWorker, text), self.imports
        )
        self._lost: tuple[Header, bool] | None = None
        self._active: Worker | None = None

    def pids(self) -> list[int]:
        """Return the process ids, the one that was used last at the end."""
        return self._pool.pids()

    def are_alive(self) -> bool:
        """Return whether the next command can be answered without a restart."""
        is_running = self.phase is Phase.RUNNING
        return is_running and all(worker.is_alive() for worker in self._pool.workers(sealed=False))

    def memory_mb(self) -> float:
        """Return the private memory of all workers, in MiB."""
        return sum(private_mb(pid) for pid in self._pool.pids())

    def are_short_of_memory(self) -> bool:
        """Return whether the command that runs came near the memory limit, if there is one."""
        limit = self._config.memory_hard_limit_mb
        return limit is not None and self._memory.peak_of_active_mb() > limit * _NEAR_THE_LIMIT

    def start(self, environments: Iterable[Environment] = ()) -> None:
        """Start workers at once, so that imports load before the first command comes.

        Args:
            environments: what they elaborate at once, the last of each header with all that
                it continues; without any, one worker loads the configured imports.
        """
        if not self._turn(Phase.RUNNING):
            return
        self._launcher.make_ready(Deadline(None))
        header = merged_header(self._config.imports, NO_HEADER)
        documents = self._documents(environments) or {header: self._base(header)}
        for header, document in list(documents.items())[-self._config.max_warm_headers :]:
            self._start(header, document.text)

    def revive(self, environments: Iterable[Environment]) -> None:
        """Replace what was lost; workers with other imports stay warm.

        A worker that died before its first document was answered is only replaced by the next
        command that needs it: it would die again.

        Args:
            environments: as for :meth:`start`.
        """
        lost = self._pool.drop_dead() or self._lost
        self._lost = None
        if not self._turn(Phase.RUNNING):
            return
        if not self._launcher.is_ready():
            return  # the next command has built what is missing, within its deadline
        if lost is None:
            self.start(environments)
            return
        header, was_loaded = lost
        if was_loaded and header not in self._pool and not is_sealed(header):
            self._start(header, self._documents(environments).get(header, self._base(header)).text)

    def start_beside(self, document: Document) -> Worker | None:
        """Start a worker on a document, from any thread; None if the server was ended.

        Nothing is lent for its header before its caller has told of it.
        """
        return self._start(document.header, document.text, is_used=False)

    def stop(self, phase: Phase, why: str) -> None:
        """End every worker, from any thread.

        Args:
            phase: what follows.
            why: what a command that finds none is told.
        """
        self._turn(phase, why)
        self._lost = None
        self._pool.close()
        self._launcher.close()

    def admit(self) -> None:
        """Let workers be started again after a kill: something begins that came after it."""
        with self._lock:
            if self.phase is Phase.KILLED:
                self._turn(Phase.AT_REST, self._why)

    def why_ended(self) -> str | None:
        """Return why the command that runs must not go on; None if nobody ended the server."""
        if self.phase is Phase.KILLED:
            return "the server was killed"
        return self._why if self.phase is Phase.OVER else None

    def wake(self) -> None:
        """Make the command that runs look at its deadline again."""
        worker = self._active
        if worker is not None:
            worker.wake()

    @contextlib.contextmanager
    def using(
        self, document: Document, deadline: Deadline, *, count: bool = False
    ) -> Iterator[Worker]:
        """Run the body on the worker for ``document``.

        Args:
            document: what it will elaborate.
            deadline: of the command.
            count: whether the answer counts as warm or cold.

        Raises:
            LeanTimeoutError, LeanCrashError, LeanMemoryError: as the body did, settled.
            LeanServerError: no worker is lent now.
        """
        worker = self._worker(document, deadline, count=count)
        self._active = worker
        self._memory.watch(self._pool.pids())
        started = time.monotonic()
        try:
            try:
                with self._memory.active(worker.pid):
                    yield worker
                    worker.rest()
            except (LeanTimeoutError, LeanCrashError, LeanMemoryError) as error:
                raise self._settle(error, worker, document, deadline) from None
        except LeanServerError:
            raise
        except BaseException:
            # The interrupt may have come in the middle of an edit, so it is not known which
            # document the worker has.
            self._pool.drop(document.header)
            raise
        finally:
            self._active = None
            self._pool.discard(self._memory.sacrificed())
            self._stats.lean_seconds += time.monotonic() - started
            self._stats.load_seconds = worker.load_seconds or self._stats.load_seconds
            self._stats.memory_mb = max(self._memory.last_peak_mb, worker.peak_mb)
            peaks = self._stats.peak_memory_mb, self._memory.peak_mb, worker.peak_mb
            self._stats.peak_memory_mb = max(peaks)
            if worker.held and worker.held not in self._stats.sandboxes:
                self._stats.sandboxes = (*self._stats.sandboxes, worker.held)

    def _settle(
        self, error: _Failure, worker: Worker, document: Document, deadline: Deadline
    ) -> _Failure:
        """Decide what becomes of ``worker``, and of the server, and return what to raise.

        A command that passed its deadline is edited away, and the worker is kept if that stops it.
        A worker that died, sent nonsense or passed its memory limit is ended; then nothing is lent
        until workers are started again, so that whoever restarts them sees that one was lost.
        One whose texts have a process each is as good as before.
        """
        if isinstance(error, LeanTimeoutError):
            error = LeanTimeoutError(
                f"Lean did not answer within {deadline.elapsed:.2f} s",
                command=document.source.text,
                stderr_tail=worker.stderr_tail(),
            )
            _tell_place(error, worker, document)
            error.server_stayed_warm = _take_back(worker, document)
            why = "the worker did not stop and was killed"
            kept = "the server dropped the command and stayed warm"
            _add(error, kept if error.server_stayed_warm else why)
            error.elapsed = deadline.elapsed
            if error.server_stayed_warm:
                return error
            why = f"{why} after {deadline.elapsed:.2f} s"
        elif worker.stays and worker.is_alive():
            error.command = document.source.text
            return error
        else:
            if not worker.is_alive():
                error = self._memory.verdict(worker.pid) or worker.death()
                error.command = document.source.text
                error.exit_code = worker.exit_code()
            if isinstance(error, LeanMemoryError):
                error.peak_mb = error.peak_mb or self._memory.last_peak_mb
            error.stderr_tail = worker.stderr_tail()
            _tell_place(error, worker, document)
            why = str(error.args[0])
        self._pool.drop(document.header)
        # Nobody sees the error of a command that was cancelled, so the next command gets a new
        # worker without a restart being asked for.
        is_told = not (isinstance(error, LeanTimeoutError) and deadline.cancelled)
        if is_told and self._turn(Phase.LOST, why):
            self._lost = document.header, worker.load_seconds is not None
        return error

    def _worker(self, document: Document, deadline: Deadline, *, count: bool) -> Worker:
        header = document.header
        self._check_running(document)
        worker = self._pool.get(header)
        if worker is not None and is_sealed(header) and not worker.is_alive():
            self._pool.drop(header)  # nobody asked for it, so nobody has lost it
            worker = None
        if worker is not None and not worker.is_alive():
            raise self._settle(worker.death(), worker, document, deadline)
        if worker is not None and (changed := self.imports.changed(header)):
            _log.info("%s changed: a fresh worker for its new content", changed)
            self._stats.stale += 1
            worker = None
        if worker is not None and not compares(worker, document, deadline):
            _log.info("Lean would not compare this text with the last one: a fresh worker")
            worker = None
        if count:
            warm = worker is not None and worker.answered is not None
            self._stats.warm += warm
            self._stats.cold += not warm
        if worker is None:
            self._launcher.make_ready(deadline, document.source.text)
            worker = self._start(header, document.base)
        if worker is None:
            raise self._not_running(document)
        return worker

    def _start(self, header: Header, text: str, *, is_used: bool = True) -> Worker | None:
        """Start a worker, unless another thread ended the server meanwhile."""
        with self._lock:
            if self.phase is not Phase.RUNNING:
                return None
            return self._pool.start(header, text, is_used=is_used)

    def _turn(self, phase: Phase, why: str = "") -> bool:
        """Change the phase, if ``phase`` may follow it; return whether it did."""
        with self._lock:
            if phase not in _FOLLOWING[self.phase]:
                return False
            self.phase, self._why = phase, why
            return True

    def _check_running(self, document: Document) -> None:
        if self.phase is not Phase.RUNNING:
            raise self._not_running(document)

    def _not_running(self, document: Document) -> LeanServerError:
        return LeanServerError(
            f"the Lean server is not running: {self._why}; call restart(), or use AutoLeanServer",
            command=document.source.text,
        )

    def _base(self, header: Header) -> Document:
        """Return the document of no command, which loads what ``header`` imports."""
        return Document(header, self._prologue, [], Source(""))

    def _documents(self, environments: Iterable[Environment]) -> dict[Header, Document]:
        """Return the document that holds the last environment of each header, that one last."""
        documents: dict[Header, Document] = {}
        for environment in environments:
            documents.pop(environment.header, None)
            documents[environment.header] = Document(
                environment.header, self._prologue, environment.chain(), Source("")
            )
        return documents


def _take_back(worker: Worker, document: Document) -> bool:
    """Edit a command away that passed its deadline; return whether the worker stopped at it."""
    grace = min(_LONGEST_GRACE, (worker.load_seconds or 0.0) / 2)
    is_known = (worker.answered or "").startswith(document.prefix)
    rest = document.prefix if is_known else document.base
    return worker.drop(rest, max(_SHORTEST_GRACE, grace))


def _tell_place(error: LeanServerError, worker: Worker, document: Document) -> None:
    """Say in ``error`` what the worker is busy with, if it has told."""
    place = worker.busy_place()
    if place is None:
        return
    replayed = document.replayed_at(*place)
    if replayed is not None:
        # A worker that dies at once may have elaborated more than its last message said, so
        # a crash names no environment (test_a_failed_replay_is_reported_for_its_handle).
        if not isinstance(error, LeanCrashError):
            _add(error, f"it was elaborating environment {replayed.handle} again")
    elif worker.load_seconds is None and document.is_above_all(*place):
        _add(error, "it was loading the imports")
    else:
        error.line = document.position(*place).line


def _add(error: LeanServerError, what: str) -> None:
    error.args = (f"{error.args[0]}; {what}",)
