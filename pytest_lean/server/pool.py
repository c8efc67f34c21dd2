"""The warm workers of one server: one per header, the least recently used ended first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Container

from pytest_lean.server.imports import ImportStamps
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
        # Another thread may end workers while one runs a command.
        self._lock = threading.RLock()
        self._workers: OrderedDict[Header, tuple[Worker, ImportStamps]] = OrderedDict()

    def get(self, header: Header) -> Worker | None:
        """Return the worker for ``header``, if there is one; it is the last used now."""
        with self._lock:
            if header not in self._workers:
                return None
            self._workers.move_to_end(header)
            return self._workers[header][0]

    def start(self, header: Header, text: str) -> Worker:
        """Start a worker for ``header`` on the document ``text``, in place of an old one."""
        with self._lock:
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
        _, stamps = self._workers.get(header, (None, None))
        return None if stamps is None else stamps.changed()

    def is_stale(self) -> bool:
        """Return whether a module of any worker changed since that started."""
        return any(self.stale(header) for header, _ in self._entries())

    def may_have_sorry(self, header: Header) -> bool:
        """Return whether what ``header`` imports, as its worker loaded it, may use ``sorry``."""
        _, stamps = self._workers.get(header, (None, None))
        return stamps is None or stamps.may_have_sorry

    def drop(self, header: Header) -> None:
        """End the worker for ``header``, if there is one."""
        with self._lock:
            worker, _ = self._workers.pop(header, (None, None))
        if worker is not None:
            worker.close()

    def discard(self, pids: Container[int]) -> None:
        """Let go of the dead workers that have these process ids."""
        for header, (worker, _) in self._entries():
            if worker.pid in pids and not worker.is_alive():
                self.drop(header)

    def close(self) -> None:
        """End all workers."""
        for header, _ in self._entries():
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
            for header, (worker, _) in self._entries()
            if not worker.is_alive()
        ]
        for header, _ in dead:
            self.drop(header)
        return dead[-1] if dead else None

    def workers(self) -> list[Worker]:
        """Return the workers, the least recently used first."""
        return [worker for _, (worker, _) in self._entries()]

    def pids(self) -> list[int]:
        """Return their process ids, in the same order."""
        return [worker.pid for worker in self.workers()]

    def _entries(self) -> list[tuple[Header, tuple[Worker, ImportStamps]]]:
        with self._lock:
            return list(self._workers.items())
