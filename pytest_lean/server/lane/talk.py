"""A job that a warm process has forked for: what it is told, what it says, and its end.

Promises: what a job prints is data and cannot end or change another job; no wait passes its
deadline; what it printed before its end is told with it. Why there is no result is told as one of
the exceptions of :mod:`pytest_lean.errors`.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from pytest_lean.errors import (
    LeanCrashError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
)
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane import wire
from pytest_lean.server.lane.sandbox import Held, Plan
from pytest_lean.toolchain.wording import how_to_set

_MOST_OUTPUT = 256 * 1024 * 1024
_STDERR_HEAD, _STDERR_TAIL = 8192, 65536
_END_SECONDS = 5.0
# For what a job left in its pipes; a process that escaped its end may hold them open.
_PIPE_SECONDS = 1.0


class SandboxError(LeanServerError):
    """``lean_sandbox`` is ``require`` and this machine does not allow all of the sandbox."""


@dataclass(frozen=True)
class Mapped:
    """What a child does for which the modules of its imports are mapped already.

    Attributes:
        states: the file that names the modules; see :mod:`.modules`.
        arguments: the command line, in place of the job's own.
    """

    states: str
    arguments: Sequence[str]


@dataclass(frozen=True)
class Job:
    """What a forked child runs.

    Attributes:
        arguments: a command line.
        environment: its environment variables, all of them.
        plan: what it may do.
        memory_mb: MiB of private memory, of all its processes, above which it is killed.
        text: the Lean text that it is about, for errors.
        next: what the job behind it may do, if that can be foreseen: a child that waits for it
            is forked when this one has ended.
        mapped: what it does if it has the modules of its imports from the first; that they are
            mapped for the job behind it, if that is foreseen.
    """

    arguments: Sequence[str]
    environment: Mapping[str, str]
    plan: Plan
    memory_mb: int | None = None
    text: str | None = None
    next: Plan | None = None
    mapped: Mapped | None = None


@dataclass(frozen=True)
class Ended:
    """How a job ended.

    Attributes:
        code: its exit code; negative for a signal.
        stdout: what it wrote there; data of the text's.
        stderr: the first and last of what it wrote there.
        held: what confined it.
        peak_mb: the most private memory that was seen, looked at every 20 ms.
        seconds: how long it took, from its fork to its end.
        is_mapped: whether it had the modules of its imports from the first.
        not_mapped: why these cannot be mapped, if it was tried.
        is_taken: whether the reason is that something is at an address that they want.
    """

    code: int
    stdout: bytes
    stderr: str
    held: Held
    peak_mb: float
    seconds: float
    is_mapped: bool = False
    not_mapped: str | None = None
    is_taken: bool = False


class Warm(Protocol):
    """The process that forks for jobs, as a talk sees it."""

    control: socket.socket

    def is_alive(self) -> bool:
        """Return whether it runs."""

    def death(self) -> LeanCrashError:
        """Return the exception that says that it is gone."""

    def close(self) -> None:
        """End it."""


class Talk:
    """A job that runs: what it is told, what it says, and its end."""

    def __init__(self, process: Warm, job: Job, woken: int) -> None:
        self._process = process
        self._job = job
        self._woken = woken
        self._end: dict[str, Any] | None = None
        self._stderr = _Ends()
        self._is_stopped = False
        self.stdout = bytearray()
        theirs_in, self._in = os.pipe()
        self._out, theirs_out = os.pipe()
        self._err, theirs_err = os.pipe()
        self._open = [self._out, self._err]
        message = {
            "arguments": list(job.arguments),
            "environment": dict(job.environment),
            "plan": job.plan.to_json(),
            "memory_mb": job.memory_mb,
            "next": None if job.next is None else job.next.to_json(),
            "mapped": None if job.mapped is None else vars(job.mapped),
        }
        try:
            files = (theirs_in, theirs_out, theirs_err)
            wire.send(process.control, {"job": message}, files)
        except OSError:
            self._close_own()
            raise process.death() from None
        finally:
            for file in (theirs_in, theirs_out, theirs_err):
                os.close(file)

    @property
    def is_open(self) -> bool:
        """Whether it can be talked to: it was neither stopped nor closed."""
        return self._out >= 0 and not self._is_stopped

    def say(self, data: bytes) -> None:
        """Write to the job's stdin; it has to read."""
        with contextlib.suppress(BrokenPipeError):  # its end is told by `listen`
            while data:
                data = data[os.write(self._in, data) :]

    def listen(self, deadline: Deadline) -> bool:
        """Take in what comes next, or wait a little for it; return whether the job still runs.

        Raises:
            LeanTimeoutError: at the deadline.
            LeanCrashError: the warm process is gone, or the job prints without end.
        """
        if self._end is not None:
            return False
        if deadline.expired:
            raise LeanTimeoutError(
                f"Lean did not answer within {deadline.elapsed:.2f} s",
                command=self._job.text,
                elapsed=deadline.elapsed,
                stderr_tail=self._stderr.text(),
            )
        control = self._process.control
        waiting = [control.fileno(), self._woken, *self._open]
        ready, _, _ = select.select(waiting, [], [], deadline.next_look)
        drain(self._woken)
        self._read(ready)
        if control.fileno() in ready:
            received = wire.receive(control)
            if received is None:
                raise self._process.death()
            self._end = received[0]["end"]
        return self._end is None

    def finish(self, deadline: Deadline) -> Ended:
        """Wait for the end of the job, and return it.

        Raises:
            LeanTimeoutError, LeanMemoryError, LeanCrashError, SandboxError: see
                :meth:`ForkServer.run`.
        """
        self._close_in()
        while self.listen(deadline):
            pass
        self._read_rest()
        return self._ended()

    def stop(self) -> None:
        """Have the job ended without waiting for that; it still has to be closed."""
        if self._end is None and not self._is_stopped:
            self._is_stopped = True
            with contextlib.suppress(OSError):  # the warm process is gone: `close` finds that
                wire.send(self._process.control, {"kill": True})

    def close(self) -> None:
        """End the job if it runs."""
        try:
            if self._end is None and self._process.is_alive():
                self._kill()
        finally:
            self._close_own()

    def _kill(self) -> None:
        patience = Deadline(_END_SECONDS)
        self.stop()
        try:
            while self.listen(patience):
                pass
        except (OSError, LeanServerError):  # it does not answer: it is of no use any more
            self._process.close()

    def _read(self, ready: Sequence[int]) -> None:
        for file in list(self._open):
            if file not in ready:
                continue
            part = os.read(file, 1 << 16)
            if not part:
                self._open.remove(file)
            elif file == self._err:
                self._stderr.add(part)
            else:
                self.stdout += part
        if len(self.stdout) > _MOST_OUTPUT:
            raise LeanCrashError(
                f"Lean printed more than {_MOST_OUTPUT >> 20} MiB and was killed",
                cause="protocol",
                command=self._job.text,
            )

    def _read_rest(self) -> None:
        end = time.monotonic() + _PIPE_SECONDS
        while self._open and (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select(self._open, [], [], left)
            self._read(ready)

    def _ended(self) -> Ended:
        end = self._end
        assert end is not None
        text, stderr, why = self._job.text, self._stderr.text(), end["why"]
        peak = float(end["peak_mb"])
        if why == "memory":
            raise LeanMemoryError(
                f"Lean used {peak:.0f} MiB of private memory, above its limit of "
                f"{self._job.memory_mb} MiB, and was killed; if the command needs that much, "
                f"raise it: {how_to_set('memory_hard_limit_mb', 2 * (self._job.memory_mb or 0))}",
                command=text,
                peak_mb=peak,
                stderr_tail=stderr,
            )
        if why == "disk":
            raise LeanCrashError(
                f"Lean wrote more than {self._job.plan.file_mb} MiB into its folder and was killed",
                cause="killed",
                command=text,
                stderr_tail=stderr,
            )
        failed = end["failed"]
        if failed is not None and failed.startswith("sandbox: "):
            raise SandboxError(
                f"lean_sandbox is require, and not all of it can be had here: {failed[9:]}"
            )
        if failed is not None or end["status"] is None or end["held"] is None:
            raise LeanCrashError(
                f"Lean could not be started: {failed or 'its process ended before it ran'}",
                cause="start",
                command=text,
                stderr_tail=stderr,
            )
        code = os.waitstatus_to_exitcode(end["status"])
        held = Held.from_json(end["held"])
        return Ended(
            code,
            bytes(self.stdout),
            stderr,
            held,
            peak,
            float(end["seconds"]),
            is_mapped=end["mapped"],
            not_mapped=end["not_mapped"],
            is_taken=end["is_taken"],
        )

    def _close_in(self) -> None:
        if self._in >= 0:
            os.close(self._in)
            self._in = -1

    def _close_own(self) -> None:
        self._close_in()
        for file in (self._out, self._err):
            if file >= 0:
                os.close(file)
        self._out = self._err = -1
        self._open.clear()


@dataclass
class _Ends:
    """The beginning of a stream, where a cause is named, and its end."""

    head: bytes = b""
    tail: bytes = b""
    left_out: int = 0
    _limit: int = field(default=_STDERR_TAIL, repr=False)

    def add(self, part: bytes) -> None:
        free = _STDERR_HEAD - len(self.head)
        self.head += part[:free] if free > 0 else b""
        self.tail += part[max(0, free) :]
        if len(self.tail) > 2 * self._limit:
            self.left_out += len(self.tail) - self._limit
            self.tail = self.tail[-self._limit :]

    def text(self) -> str:
        gap = b"\n[... %d bytes ...]\n" % self.left_out if self.left_out else b""
        return (self.head + gap + self.tail).decode(errors="replace")


def drain(woken: int) -> None:
    """Take out what was written to wake whoever waits."""
    with contextlib.suppress(BlockingIOError):
        os.read(woken, 4096)
