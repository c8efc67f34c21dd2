"""A warm process that forks for each job, seen from the caller's side.

Promises: :meth:`ForkServer.run` returns what a job printed and how it ended when nothing of it
runs any more, or raises; it never waits past its deadline. What a job prints is data and
cannot end or change another job. A job that fails leaves the warm process as it is.

The process belongs to the one that made it, ends with it, and is started again if it dies.
One job runs at a time: a new one ends one that is still talked to, and the caller sees to it
that two threads do not run one each.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from pytest_lean.errors import (
    CrashCause,
    LeanCrashError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
)
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane import wire
from pytest_lean.server.lane.sandbox import Held, Plan
from pytest_lean.toolchain.wording import how_to_set

_HOST = Path(__file__).with_name("host.py")
# An argument of it: no job may reach a network.
NO_NETWORK = "--no-network"
_MOST_OUTPUT = 256 * 1024 * 1024
_STDERR_HEAD, _STDERR_TAIL = 8192, 65536
_END_SECONDS = 5.0
# For what a job left in its pipes; a process that escaped its end may hold them open.
_PIPE_SECONDS = 1.0


class SandboxError(LeanServerError):
    """``lean_sandbox`` is ``require`` and this machine does not allow all of the sandbox."""


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
    """

    arguments: Sequence[str]
    environment: Mapping[str, str]
    plan: Plan
    memory_mb: int | None = None
    text: str | None = None
    next: Plan | None = None


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
    """

    code: int
    stdout: bytes
    stderr: str
    held: Held
    peak_mb: float
    seconds: float


class ForkServer:
    """The warm process. It is started by the first job.

    Args:
        arguments: those of ``host.py`` behind the control socket's number.
        environment: the environment variables of the process itself.
    """

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self._arguments = tuple(arguments)
        self._environment = dict(environment)
        self._process: _Process | None = None
        self._talk: Talk | None = None
        self._lock = threading.Lock()
        self._woken, self._wake = os.pipe()
        os.set_blocking(self._woken, False)
        os.set_blocking(self._wake, False)
        self._finalizer = weakref.finalize(self, _close_files, self._woken, self._wake)

    @property
    def pid(self) -> int | None:
        """The process id of the warm process; None while there is none."""
        process = self._process
        return None if process is None else process.pid

    @property
    def place(self) -> int | None:
        """The address of what it has loaded, if that is the same in each of its lives."""
        process = self._process
        return None if process is None else process.place

    def is_alive(self) -> bool:
        """Return whether the warm process runs."""
        process = self._process
        return process is not None and process.is_alive()

    def start(self) -> None:
        """Start the warm process, if it does not run, without waiting for it.

        Raises:
            LeanCrashError: it cannot be started.
        """
        with self._lock:
            if self._process is None or not self._process.is_alive():
                if self._process is not None:
                    self._process.close()
                self._process = _Process(self._arguments, self._environment)

    def run(self, job: Job, deadline: Deadline) -> Ended:
        """Run ``job`` to its end.

        Raises:
            LeanTimeoutError: it did not end in time; all of it is ended.
            LeanMemoryError: above its memory limit.
            LeanCrashError: it was ended by a signal, or by the limits of its plan.
            SandboxError: its plan requires what this machine does not allow.
        """
        ended = self.run_if(job, deadline, lambda: True)
        assert ended is not None
        return ended

    def run_if(self, job: Job, deadline: Deadline, is_wanted: Callable[[], bool]) -> Ended | None:
        """Run ``job`` to its end, or end it at once; see :meth:`run`.

        Args:
            job: the job.
            deadline: when to end it.
            is_wanted: is asked while the job already runs; None is returned if it says no.
        """
        talk = self.open(job, deadline)
        try:
            return talk.finish(deadline) if is_wanted() else None
        finally:
            talk.close()

    def open(self, job: Job, deadline: Deadline) -> Talk:
        """Start ``job`` and return what talks to it; it has to be closed.

        Raises:
            LeanTimeoutError: the warm process was not ready in time.
            LeanCrashError: there is no warm process.
        """
        if self._talk is not None:
            self._talk.close()
        self.start()
        process = self._process
        if process is None:  # another thread closed it in the meantime
            raise LeanCrashError("the process that forks for Lean was ended", cause="killed")
        process.wait_until_ready(deadline, self._woken)
        self._talk = Talk(process, job, self._woken)
        return self._talk

    def wake(self) -> None:
        """Make whoever waits look at its deadline again."""
        with contextlib.suppress(OSError):
            os.write(self._wake, b"w")

    def close(self) -> None:
        """End the warm process and the job that runs in it, from any thread."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.close()


class _Process:
    """One life of the warm process."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self.control, theirs = socket.socketpair()
        self._stderr: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the process)
        command = [sys.executable, "-S", "-E", str(_HOST), str(theirs.fileno()), *arguments]
        try:
            self._process = subprocess.Popen(
                command,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=self._stderr,
                stderr=self._stderr,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        except OSError as error:
            self.control.close()
            raise LeanCrashError(
                f"the process that forks for Lean could not be started: {error}", cause="start"
            ) from error
        finally:
            theirs.close()
        self.is_ready = False
        self.place: int | None = None
        self._finalizer = weakref.finalize(
            self, _end, self._process, self.control, self._stderr, os.getpid()
        )

    @property
    def pid(self) -> int:
        return self._process.pid

    def is_alive(self) -> bool:
        return self._finalizer.alive and self._process.poll() is None

    def wait_until_ready(self, deadline: Deadline, woken: int) -> None:
        while not self.is_ready:
            if deadline.expired:
                raise LeanTimeoutError(
                    "the process that forks for Lean was not ready in time",
                    elapsed=deadline.elapsed,
                )
            ready, _, _ = select.select([self.control.fileno(), woken], [], [], deadline.next_look)
            _drain(woken)
            if self.control.fileno() in ready:
                received = wire.receive(self.control)
                if received is None:
                    raise self.death()
                self.place = received[0]["place"]
                self.is_ready = True

    def death(self) -> LeanCrashError:
        """Return the exception that says that the warm process is gone."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_PIPE_SECONDS)
        code = self._process.poll()
        cause: CrashCause = "exited" if self.is_ready else "start"
        if code is not None and code < 0:
            cause = "killed" if -code in (signal.SIGKILL, signal.SIGTERM) else "aborted"
        return LeanCrashError(
            "the process that forks for Lean ended",
            cause=cause,
            exit_code=code,
            stderr_tail=self._told(),
        )

    def close(self) -> None:
        self._finalizer()

    def _told(self) -> str:
        try:
            self._stderr.seek(0)
            return self._stderr.read()[-_STDERR_TAIL:].decode(errors="replace")
        except (OSError, ValueError):
            return ""


class Talk:
    """A job that runs: what it is told, what it says, and its end."""

    def __init__(self, process: _Process, job: Job, woken: int) -> None:
        self._process = process
        self._job = job
        self._woken = woken
        self._end: dict[str, Any] | None = None
        self._stderr = _Ends()
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
        """Whether it has not been closed."""
        return self._out >= 0

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
        _drain(self._woken)
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

    def close(self) -> None:
        """End the job if it runs."""
        try:
            if self._end is None and self._process.is_alive():
                self._kill()
        finally:
            self._close_own()

    def _kill(self) -> None:
        patience = Deadline(_END_SECONDS)
        try:
            wire.send(self._process.control, {"kill": True})
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
        return Ended(code, bytes(self.stdout), stderr, held, peak, float(end["seconds"]))

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


def _drain(woken: int) -> None:
    with contextlib.suppress(BlockingIOError):
        os.read(woken, 4096)


def _close_files(*files: int) -> None:
    for file in files:
        with contextlib.suppress(OSError):
            os.close(file)


def _end(
    process: subprocess.Popen[bytes], control: socket.socket, stderr: IO[bytes], owner: int
) -> None:
    """End the warm process: it ends all that it started when its socket is shut."""
    if os.getpid() != owner:  # a forked child inherits the finalizer, not the process
        return
    with contextlib.suppress(OSError):
        control.shutdown(socket.SHUT_RDWR)
    try:
        process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    stderr.close()
