"""The workers of one server: which of them holds a document, and what its failure means.

Promises: whatever goes wrong while a worker is used is decided in one place
(:meth:`Workers.using`), and raised as one of the named errors with the command, the exit
code and the last lines of stderr. After a failure nothing runs until :meth:`Workers.start`.
"""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, wait
from pathlib import Path
from typing import NoReturn

from pytest_lean.config import LeanConfig
from pytest_lean.errors import LeanCrashError, LeanMemoryError, LeanServerError, LeanTimeoutError
from pytest_lean.language.syntax import NO_HEADER
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.document import Document, Environment, Source, merged_header
from pytest_lean.server.imports import ImportStamps
from pytest_lean.server.memory import MemoryWatch, private_mb
from pytest_lean.server.pool import Header, WorkerPool
from pytest_lean.server.reuse import compares
from pytest_lean.server.stats import ServerStats
from pytest_lean.server.worker import Worker
from pytest_lean.toolchain.model import Toolchain, inherited_path
from pytest_lean.toolchain.upkeep import Upkeep

# How long a runaway may take to stop once it is edited away, at the least and at the most.
# In between it is worth half of what killing the worker would cost: loading the imports.
_SHORTEST_GRACE = 0.15
_LONGEST_GRACE = 2.0

_log = logging.getLogger("pytest_lean.server")


class Workers:
    """Starts, lends, replaces and ends the workers of a server.

    Args:
        config: how the server is set up.
        toolchain: the Lean to run.
        prologue: text that stands above every command.
        stats: where time, warm and cold answers and memory are counted.
    """

    def __init__(
        self, config: LeanConfig, toolchain: Toolchain, prologue: str, stats: ServerStats
    ) -> None:
        self._upkeep = Upkeep(toolchain, config)
        self._config = config
        self._prologue = prologue
        self._stats = stats
        self._memory = MemoryWatch(config.memory_hard_limit_mb)
        self._pool = WorkerPool(config.max_warm_headers, self._start_worker, self._stamp)
        self._stopped: str | None = None
        self._lost: tuple[Header, bool] | None = None
        self._active: Worker | None = None

    @property
    def toolchain(self) -> Toolchain:
        """The Lean that they run."""
        return self._upkeep.toolchain

    def pids(self) -> list[int]:
        """Return the process ids, the one that was used last at the end."""
        return self._pool.pids()

    def are_alive(self) -> bool:
        """Return whether the next command can be answered without a restart."""
        return self._stopped is None and all(worker.is_alive() for worker in self._pool.workers())

    def memory_mb(self) -> float:
        """Return the private memory of all workers, in MiB."""
        return sum(private_mb(pid) for pid in self._pool.pids())

    def knows_parallel(self) -> bool:
        """Return whether this Lean has parallel elaboration; warn once if it has not."""
        if not self.toolchain.has_parallel_elaboration:
            _warn_once_of(self.toolchain.label)
            return False
        return True

    def is_stale(self) -> bool:
        """Return whether a worker's imports changed on disk since it loaded them."""
        return self._pool.is_stale()

    def may_have_sorry(self, header: Header) -> bool:
        """Return whether a module that ``header`` imports may depend on ``sorry``."""
        return self._pool.may_have_sorry(header)

    def import_state(self, imports: Iterable[str]) -> str:
        """Return a text that tells apart the states on disk of what ``imports`` lead to."""
        return self._stamp(merged_header(imports, NO_HEADER)).identity()

    def start(self, environments: Iterable[Environment] = ()) -> None:
        """Start workers at once, so that imports load before the first command comes.

        Args:
            environments: what they elaborate at once, the last of each header with all that
                it continues; without any, one worker loads the configured imports.
        """
        self._stopped = self._lost = None
        self._upkeep.make_ready(lambda build: self._wait_for(build, Deadline(None)))
        header = merged_header(self._config.imports, NO_HEADER)
        base = Document(header, self._prologue, [], Source(""))
        documents = self._documents(environments) or {header: base}
        for header, document in list(documents.items())[-self._config.max_warm_headers :]:
            self._pool.start(header, document.text)

    def revive(self, environments: Iterable[Environment]) -> None:
        """Replace what was lost; workers with other imports stay warm.

        A worker that died before its first document was answered is only replaced by the next
        command that needs it: it would die again.

        Args:
            environments: as for :meth:`start`.
        """
        lost = self._pool.drop_dead() or self._lost
        self._stopped = self._lost = None
        if not self._upkeep.is_ready():
            return  # the next command has it built, within its deadline
        if lost is None:
            self.start(environments)
            return
        header, was_loaded = lost
        if was_loaded and header not in self._pool:
            base = Document(header, self._prologue, [], Source(""))
            self._pool.start(header, self._documents(environments).get(header, base).text)

    def _documents(self, environments: Iterable[Environment]) -> dict[Header, Document]:
        """Return the document that holds the last environment of each header, that one last."""
        documents: dict[Header, Document] = {}
        for one in environments:
            documents.pop(one.header, None)
            documents[one.header] = Document(one.header, self._prologue, one.chain(), Source(""))
        return documents

    def stop(self, why: str) -> None:
        """End every worker; nothing runs until :meth:`start`."""
        self._stopped = why
        self._pool.close()

    def wake(self) -> None:
        """Make the command that runs look at its deadline again."""
        worker = self._active
        if worker is not None:
            worker.wake()

    @contextlib.contextmanager
    def using(
        self, document: Document, deadline: Deadline, *, count: bool = False
    ) -> Iterator[Worker]:
        """Run the body on the worker for ``document``; what goes wrong is decided here, once."""
        worker = self._worker(document, deadline, count=count)
        self._active = worker
        self._memory.watch(self._pool.pids())
        started = time.monotonic()
        try:
            try:
                with self._memory.active(worker.pid):
                    yield worker
            except LeanTimeoutError:
                raise self._timed_out(worker, document, deadline) from None
            except (LeanCrashError, LeanMemoryError) as error:
                if not worker.is_alive():
                    self._died(worker, document)
                self._replace(worker, document, error)
        except LeanServerError:
            raise
        except BaseException:
            # Interrupted anywhere: what the worker has may not be what we think it has.
            self._pool.drop(document.header)
            raise
        finally:
            self._active = None
            self._pool.discard(self._memory.sacrificed())
            self._stats.lean_seconds += time.monotonic() - started
            self._stats.peak_memory_mb = max(self._stats.peak_memory_mb, self._memory.peak_mb)

    def _worker(self, document: Document, deadline: Deadline, *, count: bool) -> Worker:
        header = document.header
        self._check_running(document)
        worker = self._pool.get(header)
        if worker is not None and not worker.is_alive():
            self._died(worker, document)
        if worker is not None and (changed := self._pool.stale(header)):
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
            self._upkeep.make_ready(
                lambda build: self._wait_for(build, deadline, document.source.text)
            )
            worker = self._pool.start(header, document.base)
            try:
                self._check_running(document)
            except LeanServerError:  # killed by another thread, after its workers were ended
                self._pool.drop(header)
                raise
        return worker

    def _wait_for(
        self, build: Future[Toolchain], deadline: Deadline, command: str | None = None
    ) -> None:
        """Wait until ``build`` has ended.

        Raises:
            LeanTimeoutError: at the deadline.
        """
        while not build.done():
            if deadline.expired:
                raise LeanTimeoutError(
                    f"{self._upkeep.reason}; that takes longer than {deadline.elapsed:.2f} s",
                    command=command,
                    elapsed=deadline.elapsed,
                )
            wait([build], timeout=deadline.next_look)

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
        error = LeanTimeoutError(
            f"Lean did not answer within {deadline.elapsed:.2f} s",
            command=document.source.text,
            stderr_tail=worker.stderr_tail(),
        )
        _tell_place(error, worker, document)
        grace = min(_LONGEST_GRACE, (worker.load_seconds or 0.0) / 2)
        known = (worker.answered or "").startswith(document.prefix)
        rest = document.prefix if known else document.base
        warm = worker.drop(rest, max(_SHORTEST_GRACE, grace))
        what = "the server dropped the command and stayed warm"
        if not warm:
            self._lose(document.header)
            what = "the worker did not stop and was killed"
            if not deadline.cancelled:  # who cancelled a task is not told that it stopped
                self._stopped = f"{what} after {deadline.elapsed:.2f} s"
        _add(error, what)
        error.elapsed = deadline.elapsed
        error.server_stayed_warm = warm
        return error

    def _died(self, worker: Worker, document: Document) -> NoReturn:
        """Report the death of ``worker``."""
        error = self._memory.verdict(worker.pid) or worker.death()
        error.command = document.source.text
        error.exit_code = worker.exit_code()
        self._replace(worker, document, error)

    def _replace(
        self, worker: Worker, document: Document, error: LeanCrashError | LeanMemoryError
    ) -> NoReturn:
        """End a worker that is dead, or of no use any more, and say so."""
        if isinstance(error, LeanMemoryError):
            error.peak_mb = error.peak_mb or self._memory.last_peak_mb
        error.stderr_tail = worker.stderr_tail()
        _tell_place(error, worker, document)
        self._lose(document.header)
        self._stopped = str(error.args[0])
        raise error from None

    def _lose(self, header: Header) -> None:
        worker = self._pool.get(header)
        self._lost = header, worker is not None and worker.load_seconds is not None
        self._pool.drop(header)

    def _start_worker(self, text: str) -> Worker:
        arguments: list[str] = []
        if self._config.threads is not None:
            arguments.append(f"-j{self._config.threads}")
        if self._config.memory_hard_limit_mb is not None:
            # Lean counts what is mapped too: `.olean` files must not use up the limit.
            limit = self._config.memory_hard_limit_mb + self.toolchain.mapped_mb
            arguments.append(f"-M{limit}")
        if not self._config.enable_parallel_elaboration and self.knows_parallel():
            arguments.append("-DElab.async=false")
        # The addresses behind a `panic!` differ from run to run, and take a second to find.
        backtrace = {"LEAN_BACKTRACE": "0"}
        environment = backtrace | self.toolchain.environment(self._config.search_path)
        worker = Worker(self.toolchain, text, environment, arguments)
        _log.info("started %s, process %d", self.toolchain.label, worker.pid)
        return worker

    def _stamp(self, header: Header) -> ImportStamps:
        folders = [*self._config.search_path, *self.toolchain.watched, *inherited_path()]
        return ImportStamps(header, map(Path, folders), map(Path, self._upkeep.sources))


def _tell_place(error: LeanServerError, worker: Worker, document: Document) -> None:
    """Say in ``error`` what the worker is busy with, if it has told."""
    place = worker.busy_place()
    if place is None:
        return
    replayed = document.replayed_at(*place)
    if replayed is not None:
        # Who dies at once may have been further than it told.
        if not isinstance(error, LeanCrashError):
            _add(error, f"it was elaborating environment {replayed.handle} again")
    elif worker.load_seconds is None and document.is_above_all(*place):
        _add(error, "it was loading the imports")
    else:
        error.line = document.position(*place).line


def _add(error: LeanServerError, what: str) -> None:
    error.args = (f"{error.args[0]}; {what}",)


_warned_of: set[str] = set()


def _warn_once_of(label: str) -> None:
    if label not in _warned_of:
        _warned_of.add(label)
        _log.warning("%s has no parallel elaboration (Lean 4.19 on): the setting is ignored", label)
