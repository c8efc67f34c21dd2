"""The warm workers of one server: one per header, the least recently used ended first.

It holds them, and no more: which of them runs a command, and what a failure means, is decided in
:mod:`pytest_lean.server.workers`.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Container

from pytest_lean.server.imports import Header, ImportWatch, is_sealed
from pytest_lean.server.worker import Worker

# How many workers that have the beginning of a chain as a module are kept beside the others.
_BESIDE = 2


class WorkerPool:
    """At most ``size`` workers, keyed by the header of their document.

    Those that import the compiled beginning of a chain are counted by themselves, so that none of
    them takes the place of a worker with the imports that somebody asked for.

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

    def start(self, header: Header, text: str, *, is_used: bool = True) -> Worker:
        """Start a worker for ``header`` on the document ``text``, in place of an old one.

        Args:
            header: the header.
            text: the document.
            is_used: whether it counts as the last used.
        """
        with self._lock:
            self.drop(header)
            beside = is_sealed(header)
            alike = [one for one in self._workers if is_sealed(one) is beside]
            for one in alike[: len(alike) + 1 - (_BESIDE if beside else self._size)]:
                self.drop(one)
            # Read before the worker starts: a file that changes while Lean loads it is then seen
            # to have changed.
            stamps = self._imports.read(header)
            worker = self._start(text)
            self._imports.note(header, stamps)
            self._workers[header] = worker
            self._workers.move_to_end(header, last=is_used)
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

    def workers(self, *, sealed: bool = True) -> list[Worker]:
        """Return the workers, the least recently used first.

        Args:
            sealed: whether those are among them that import the compiled beginning of a chain.
        """
        return [worker for header, worker in self._entries() if sealed or not is_sealed(header)]

    def pids(self) -> list[int]:
        """Return their process ids, in the same order."""
        return [worker.pid for worker in self.workers()]

    def _entries(self) -> list[tuple[Header, Worker]]:
        with self._lock:
            return list(self._workers.items())
