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
import weakref
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from pytest_lean.errors import (
    CrashCause,
    LeanCrashError,
    LeanTimeoutError,
)
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane import wire
from pytest_lean.server.lane.talk import Ended, Job, Talk, drain

_HOST = Path(__file__).with_name("host.py")
# An argument of it: no job may reach a network.
NO_NETWORK = "--no-network"
_STDERR_TAIL = 65536
_END_SECONDS = 5.0
# Between the end of its socket and that of the process.
_DEATH_SECONDS = 1.0


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
        self._place: int | None = None
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
        return self._place

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
        self._place = process.place
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
            drain(woken)
            if self.control.fileno() in ready:
                received = wire.receive(self.control)
                if received is None:
                    raise self.death()
                self.place = received[0]["place"]
                self.is_ready = True

    def death(self) -> LeanCrashError:
        """Return the exception that says that the warm process is gone."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_DEATH_SECONDS)
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
