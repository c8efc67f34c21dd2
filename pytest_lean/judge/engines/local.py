"""The local engine: worker processes on this machine, each with its own Lean.

Promises: a worker that dies, or does not answer, costs what it was just examining; it is replaced
and what waited behind that goes on. Work goes where its imports are loaded. When the driver ends,
for whatever reason, so do all workers. A worker is a new Python, not a copy of the driver, and the
user's own script is not imported in it.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection
from typing import IO

from pytest_lean.errors import LeanCrashError
from pytest_lean.judge.answer import Answer
from pytest_lean.judge.engines.channel import Channel
from pytest_lean.judge.engines.protocol import EngineStats, Reply
from pytest_lean.judge.engines.seat import Seat
from pytest_lean.judge.engines.worker import Begun, Cancel, Loading
from pytest_lean.judge.work import Setup, Work

# What a worker may take beyond the time of its proof before it is taken for hung, in seconds:
# ending what passed its deadline, and reading the CPU time of a machine with many processes.
_GRACE = 30.0
_LOAD_SECONDS = 3600.0
_END_SECONDS = 5.0
# So many workers in a row that end before they are ready: the next would do so as well.
_MOST_FAILED_STARTS = 3
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); "
    "from {0} import {1}; {1}(int(sys.argv[1]))"
)
_WAKE = object()


class LocalEngine:
    """Worker processes.

    Args:
        setup: what all proofs have in common.
        workers: how many.
        main: what a worker runs, as its module and the name in it.
    """

    def __init__(
        self,
        setup: Setup,
        workers: int,
        main: tuple[str, str] = ("pytest_lean.judge.engines.worker", "main"),
    ) -> None:
        self.stats = EngineStats(workers=workers)
        self._setup = setup
        self._main = main
        self._workers: list[_Process] = []
        # Workers with nothing to do, and those with room behind what they do, in the order in
        # which they came there; dicts, since there may be thousands.
        self._idle: dict[_Process, None] = {}
        self._half: dict[_Process, None] = {}
        self._selector = selectors.DefaultSelector()
        self._woken, self._wake = socket.socketpair()
        self._woken.setblocking(False)
        self._wake.setblocking(False)
        self._selector.register(self._woken, selectors.EVENT_READ, _WAKE)
        self._failed_starts = 0
        self._looked = time.monotonic()

    def start(self) -> None:
        """Start the workers."""
        for _ in range(self.stats.workers):
            self._add()

    def room(self) -> int:
        """Return whether a worker wants more work."""
        return len(self._idle) + len(self._half)

    def headers_wanted(self) -> Collection[tuple[str, ...]]:
        """Return the headers that the worker has loaded that gets the next work."""
        return self._next().seat.headers

    def submit(self, number: int, work: Work, header: tuple[str, ...]) -> None:
        """Give work to an idle worker, else to one that has room for it."""
        worker = self._next()
        worker.give(number, work, header)
        self._sort(worker)

    def cancel(self, number: int) -> None:
        """Tell the worker that has it to end it."""
        for worker in self._workers:
            if any(waiting == number for waiting, _ in worker.seat.waiting):
                worker.send(Cancel(number))

    def wait(self, seconds: float) -> list[Reply]:
        """Return what is done, at the latest after so many seconds."""
        replies: list[Reply] = []
        for key, _ in self._selector.select(seconds):
            if key.data is _WAKE:
                with contextlib.suppress(BlockingIOError):
                    self._woken.recv(4096)
            else:
                self._hear(key.data, replies)
        if time.monotonic() - self._looked > 1:
            self._looked = time.monotonic()
            for worker in list(self._workers):
                if worker.is_late():
                    replies += self._lose(worker, late=True)
        return replies

    def wake(self) -> None:
        """End a wait."""
        with contextlib.suppress(OSError):
            self._wake.send(b"w")

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.let_go()
        end = time.monotonic() + _END_SECONDS
        for worker in self._workers:
            worker.end(max(0.0, end - time.monotonic()))
        self._workers.clear()
        self._selector.close()
        self._woken.close()
        self._wake.close()

    def _next(self) -> _Process:
        return next(iter(self._idle or self._half))

    def _sort(self, worker: _Process) -> None:
        """Put a worker where its work, which has changed, says that it belongs."""
        self._idle.pop(worker, None)
        self._half.pop(worker, None)
        if not worker.seat.waiting:
            self._idle[worker] = None
        elif worker.seat.room:
            self._half[worker] = None

    def _add(self) -> None:
        worker = _Process(self._setup, self._main)
        self._workers.append(worker)
        self._idle[worker] = None
        self._selector.register(worker.connection, selectors.EVENT_READ, worker)

    def _hear(self, worker: _Process, replies: list[Reply]) -> None:
        """Take in what a worker sends."""
        try:
            messages = worker.connection.receive()
        except Exception:  # the end, or the half of a message of one that was killed
            replies += self._lose(worker)
            return
        before, count = worker.cpu_seconds, len(replies)
        for message in messages:
            if type(message) is tuple:
                number, cpu_seconds, answer = message
                worker.hear_done(number, cpu_seconds)
                replies.append(Reply(number, Answer(*answer)))
                continue
            worker.hear(message)
            if isinstance(message, Begun):
                self._failed_starts = 0
        if len(replies) > count:
            self._sort(worker)
            self.stats.lean_cpu_seconds += worker.cpu_seconds - before

    def _lose(self, worker: _Process, *, late: bool = False) -> list[Reply]:
        """Replace a worker; return the reply for what it was examining, and move the rest."""
        self._selector.unregister(worker.connection)
        self._workers.remove(worker)
        self._idle.pop(worker, None)
        self._half.pop(worker, None)
        code, told = worker.end(0 if late else 1)
        self.stats.lost += 1
        if not worker.is_ready:
            self._failed_starts += 1
            if self._failed_starts >= max(_MOST_FAILED_STARTS, len(self._workers) + 1):
                raise LeanCrashError(
                    f"{self._failed_starts} workers in a row ended before they were ready",
                    cause="start",
                    exit_code=code,
                    stderr_tail=told,
                )
        self._add()
        replies = []
        if worker.seat.waiting and not worker.is_ready:
            for number, work in worker.seat.waiting:
                self._workers[-1].give(number, work, work.header)
        elif worker.seat.waiting:
            (number, _), *rest = worker.seat.waiting
            if late:
                reply = Reply(number, None, "timeout", "the worker did not answer and was killed")
            else:
                why = f"the worker process ended (exit code {code}) {told[-300:]}".strip()
                reply = Reply(number, None, "crash", why)
            replies.append(reply)
            for proof_number, work in rest:
                self._workers[-1].give(proof_number, work, work.header)
        self._sort(self._workers[-1])
        return replies


class _Process:
    """One worker, as its driver sees it."""

    def __init__(self, setup: Setup, main: tuple[str, str]) -> None:
        ours, theirs = socket.socketpair()
        self._stderr: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `end`)
        command = [sys.executable, "-c", _BOOT.format(*main), str(theirs.fileno())]
        try:
            self._process = subprocess.Popen(
                [*command, json.dumps(sys.path)],
                stdin=subprocess.DEVNULL,
                stdout=self._stderr,
                stderr=self._stderr,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # Ctrl-C is for the driver, which ends its workers
            )
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        self.connection = Channel(ours.detach())
        self.seat = Seat()
        self.is_ready = False
        self.cpu_seconds = 0.0
        self._late_at = time.monotonic() + _LOAD_SECONDS
        self.send(setup)

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, message: object) -> None:
        with contextlib.suppress(OSError):  # that it is gone is heard soon
            self.connection.send(message)

    def give(self, number: int, work: Work, header: tuple[str, ...]) -> None:
        self.seat.give(number, work, header)
        if len(self.seat.waiting) == 1 and self.is_ready:
            self._set_alarm()
        self.send((number, *work))

    def hear(self, message: object) -> None:
        if isinstance(message, Loading):
            self._late_at = time.monotonic() + _LOAD_SECONDS
            return
        self.is_ready = True
        self._set_alarm()

    def hear_done(self, number: int, cpu_seconds: float | None) -> None:
        first, _ = self.seat.waiting.popleft()
        assert first == number
        if cpu_seconds is not None:
            self.cpu_seconds = cpu_seconds
        self.is_ready = True
        self._set_alarm()

    def is_late(self) -> bool:
        return bool(self.seat.waiting) and time.monotonic() > self._late_at

    def let_go(self) -> None:
        """Let it end by itself: it sees that its driver is gone."""
        self.connection.close()

    def end(self, seconds: float) -> tuple[int | None, str]:
        """End it within so many seconds; return its exit code and what it wrote to stderr."""
        self.let_go()
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(_END_SECONDS)
        with self._stderr as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - 4000))
            told = file.read().decode(errors="replace")
        return self._process.returncode, told.strip()

    def _set_alarm(self) -> None:
        if self.seat.waiting:
            timeout = self.seat.waiting[0][1].timeout
            seconds = float("inf") if timeout is None else timeout + _GRACE
            self._late_at = time.monotonic() + seconds
