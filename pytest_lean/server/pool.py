"""The warm workers of one server: one per header, the least recently used ended first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from pytest_lean.server.staleness import ImportStamps
from pytest_lean.server.worker import Worker

Header = tuple[str, ...]


class WorkerPool:
    """At most ``size`` workers, keyed by the header of their document.

    Args:
        size: how many stay warm.
        start: starts a worker on a document.
        stamp: reads the state on disk of what a header imports.
    """

    def __init__(
        self,
        size: int,
        start: Callable[[str], Worker],
        stamp: Callable[[Header], ImportStamps],
    ) -> None:
        self._size = size
        self._start = start
        self._stamp = stamp
        self._workers: OrderedDict[Header, tuple[Worker, ImportStamps]] = OrderedDict()

    def get(self, header: Header) -> Worker | None:
        """Return the worker for ``header``, if there is one; it is the last used now."""
        if header not in self._workers:
            return None
        self._workers.move_to_end(header)
        return self._workers[header][0]

    def start(self, header: Header, text: str) -> Worker:
        """Start a worker for ``header`` on the document ``text``, in place of an old one."""
        self.drop(header)
        while len(self._workers) >= self._size:
            self.drop(next(iter(self._workers)))
        # Stamped before Lean reads the files: a change in between must not go unseen.
        stamps = self._stamp(header)
        worker = self._start(text)
        self._workers[header] = worker, stamps
        return worker

    def stale(self, header: Header) -> str | None:
        """Return the path of a module of ``header`` that changed since its worker started."""
        return self._workers[header][1].changed()

    def may_have_sorry(self, header: Header) -> bool:
        """Return whether what ``header`` imports, as its worker loaded it, may use ``sorry``."""
        return self._workers[header][1].may_have_sorry

    def drop(self, header: Header) -> None:
        """End the worker for ``header``, if there is one."""
        worker, _ = self._workers.pop(header, (None, None))
        if worker is not None:
            worker.close()

    def close(self) -> None:
        """End all workers."""
        for header in list(self._workers):
            self.drop(header)

    def __contains__(self, header: Header) -> bool:
        return header in self._workers

    def drop_dead(self) -> tuple[Header, bool] | None:
        """Let go of the workers that have died.

        Returns:
            The header of the last used of them, and whether it had loaded that.
        """
        dead = [
            (header, worker.load_seconds is not None)
            for header, (worker, _) in self._workers.items()
            if not worker.is_alive()
        ]
        for header, _ in dead:
            self.drop(header)
        return dead[-1] if dead else None

    def workers(self) -> list[Worker]:
        """Return the workers, the least recently used first."""
        # A copy: the thread that runs a command may change it meanwhile.
        return [worker for worker, _ in list(self._workers.values())]

    def pids(self) -> list[int]:
        """Return their process ids, in the same order."""
        return [worker.pid for worker in self.workers()]
