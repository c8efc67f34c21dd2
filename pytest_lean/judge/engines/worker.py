"""A worker process of the local engine: it examines what it is sent, one after the other.

Promises: it ends when its driver does, for whatever reason, and takes Lean with it. It is started
by :mod:`pytest_lean.judge.engines.local` with the number of its socket.
"""

from __future__ import annotations

import contextlib
import os
import queue
import threading
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import psutil

from pytest_lean.judge.answer import Answer
from pytest_lean.judge.examiner import Examiner
from pytest_lean.judge.work import Outcome, Setup, Work

# The CPU time of all processes below this one is read at most so often.
_CPU_SECONDS = 3.0


@dataclass(frozen=True)
class Loading:
    """Imports are loaded, which is no part of any proof's time."""


@dataclass(frozen=True)
class Begun:
    """The worker is there, or a proof's own time begins."""


def done(number: int, outcome: Outcome, cpu_seconds: float | None = None) -> tuple[Any, ...]:
    """Return the message that a proof was examined: a plain tuple, which a driver reads fastest.

    Args:
        number: that of the work.
        outcome: what it came to.
        cpu_seconds: of Lean since the worker began; None if it was not read.
    """
    return number, cpu_seconds, tuple(Answer.of(outcome))


@dataclass(frozen=True)
class Cancel:
    """End the work of this number if it runs."""

    number: int


def main(file: int) -> None:
    """Serve a driver until it is gone."""
    os.set_inheritable(file, False)
    connection = Connection(file)
    worker = _Worker(connection)
    with contextlib.suppress(EOFError, OSError):
        worker.serve()
    worker.end()
    os._exit(0)


class _Worker:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._jobs: queue.SimpleQueue[tuple[int, Work]] = queue.SimpleQueue()
        self._examiner: Examiner | None = None
        self._lock = threading.Lock()
        self._running: int | None = None
        self._cancelled: set[int] = set()
        self._cpu = CpuMeter()

    def serve(self) -> None:
        """Take what the driver sends, while another thread examines."""
        setup = self._connection.recv()
        assert isinstance(setup, Setup)
        self._examiner = Examiner(setup, self._tell_loading)
        threading.Thread(target=self._examine, daemon=True).start()
        self._connection.send(Begun())
        while True:
            message = self._connection.recv()
            if isinstance(message, Cancel):
                self._cancel(message.number)
            else:
                number, *fields = message
                self._jobs.put((number, Work(*fields)))

    def end(self) -> None:
        if self._examiner is not None:
            self._examiner.close()

    def _cancel(self, number: int) -> None:
        assert self._examiner is not None
        with self._lock:
            if self._running == number:
                self._examiner.cancel()
            else:
                self._cancelled.add(number)

    def _tell_loading(self, begins: bool) -> None:
        self._connection.send(Loading() if begins else Begun())

    def _examine(self) -> None:
        assert self._examiner is not None
        with contextlib.suppress(OSError):  # the driver is gone
            while True:
                number, work = self._jobs.get()
                with self._lock:
                    self._running = number
                    is_wanted = number not in self._cancelled
                    self._cancelled.clear()  # what is older is done, and nothing stands behind it
                outcome = Outcome("none", work.trust, "it was cancelled", "crash")
                if is_wanted:
                    outcome = self._examiner.examine(work)
                with self._lock:
                    self._running = None
                self._connection.send(done(number, outcome, self._cpu.read()))


class CpuMeter:
    """The CPU time of all that this process has started, those that have ended included."""

    def __init__(self) -> None:
        self._own = psutil.Process()
        self._seen: dict[tuple[int, float], float] = {}
        self._read_at = time.monotonic()

    def read(self) -> float | None:
        """Return the seconds so far; None if it was read just now."""
        if time.monotonic() - self._read_at < _CPU_SECONDS:
            return None
        for process in self._own.children(recursive=True):
            with contextlib.suppress(psutil.Error):
                times = process.cpu_times()
                self._seen[process.pid, process.create_time()] = sum(times[:4])
        self._read_at = time.monotonic()
        return sum(self._seen.values())
