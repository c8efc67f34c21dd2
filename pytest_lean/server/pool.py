"""The warm workers of one server: one per header, the least recently used ended first.

It holds them, and no more: which of them runs a command, and what a failure means, is decided in
:mod:`pytest_lean.server.workers`.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Container

from pytest_lean.server.imports import Header, ImportWatch
from pytest_lean.server.worker import Worker


class WorkerPool:
    """At most ``size`` workers, keyed by the header of their document.

    Args:
        size: how many stay warm.
        start: starts a worker on a document.
        imports: notes what each of them imports.
    """

    def __init__(self, size: int, start: Callable[[str], Worker], imports: ImportWatch) -> None:
        self._size = size
        self._start = start
        self._imports = imports
        # Another thread may end workers while one runs a command.
        self._lock = threading.RLock()
        self._workers: OrderedDict[Header, Worker] = OrderedDict()

    def get(self, header: Header) -> Worker | None:
        """Return the worker for ``header``, if there is one; it is the last used now."""
        with self._lock:
            if header not in self._workers:
                return None
            self._workers.move_to_end(header)
            return self._workers[header]

    def start(self, header: Header, text: str) -> Worker:
        """Start a worker for ``header`` on the document ``text``, in place of an old one."""
        with self._lock:
            self.drop(header)
            while len(self._workers) >= self._size:
                self.drop(next(iter(self._workers)))
            # Read before the worker starts: a file that changes while Lean loads it is then seen
            # to have changed.
            stamps = self._imports.read(header)
            worker = self._start(text)
            self._imports.note(header, stamps)
            self._workers[header] = worker
            return worker

    def drop(self, header: Header) -> None:
        """End the worker for ``header``, if there is one."""
        with self._lock:
            worker = self._workers.pop(header, None)
            self._imports.forget(header)
        if worker is not None:
            worker.close()

    def discard(self, pids: Container[int]) -> None:
        """Let go of the dead workers that have these process ids."""
        for header, worker in self._entries():
            if worker.pid in pids and not worker.is_alive():
                self.drop(header)

    def close(self) -> None:
        """End all workers."""
        for header, _ in self._entries():
            self.drop(header)

    def __contains__(self, header: Header) -> bool:
        return header in self._workers

    def drop_dead(self) -> tuple[Header, bool] | None:
        """Forget the workers that have died.

        Returns:
            The header of the last used of them, and whether it had loaded that.
        """
        dead = [
            (header, worker.load_seconds is not None)
            for header, worker in self._entries()
            if not worker.is_alive()
        ]
        for header, _ in dead:
            self.drop(header)
        return dead[-1] if dead else None

    def workers(self) -> list[Worker]:
        """Return the workers, the least recently used first."""
        return [worker for _, worker in self._entries()]

    def pids(self) -> list[int]:
        """Return their process ids, in the same order."""
        return [worker.pid for worker in self.workers()]

    def _entries(self) -> list[tuple[Header, Worker]]:
        with self._lock:
            return list(self._workers.items())
