"""Children that are forked ahead: confined, and waiting, before it is known what they run.

To fork, and to build the walls of a sandbox, takes longer than to elaborate a small text, and
needs nothing of the text but its plan. So it is done between two jobs, and a job that has the
plan that was foreseen begins at once.

Promises: a child runs one job, or none. One that waits is used only while what its walls were
built from is what it was: the same folders and files under the same names, and the same mounts.
It was forked from a process that runs nothing of any text. What it is told to run, and what that
prints, goes through files that no other child has.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn, TypeAlias

from pytest_lean.server.lane import namespaces, wire
from pytest_lean.server.lane.calls import libc
from pytest_lean.server.lane.modules import Modules
from pytest_lean.server.lane.sandbox import (
    Plan,
    SandboxUnavailable,
    close_first_wall,
    close_second_wall,
)

# What a job runs in the child that was forked for it; it returns the exit code, or never.
Run = Callable[[Sequence[str]], int]

# The exit code of a child in which no job ran.
_NOT_RUN = 125


def execute(arguments: Sequence[str]) -> NoReturn:
    """Become the program ``arguments``: the plain way to run a job."""
    os.execvpe(arguments[0], list(arguments), dict(os.environ))


# Which file or folder a path names: device and inode; None if there is none.
Identity: TypeAlias = "tuple[int, int] | None"


class Child:
    """A child that was forked for a plan, from its fork to its end.

    Args:
        ask: the socket on which it is told its job.
        seen: which files and folders the paths of the plan were before it was forked.

    Attributes:
        pid: its process id.
        plan: what it may do.
        in_namespaces: whether it was forked into namespaces of its own.
        told: the file in which it tells how far it came, until the job runs.
    """

    def __init__(
        self,
        pid: int,
        plan: Plan,
        *,
        in_namespaces: bool,
        told: int,
        ask: socket.socket,
        seen: tuple[Identity, ...],
    ) -> None:
        self.pid = pid
        self.plan = plan
        self.in_namespaces = in_namespaces
        self.told = told
        self._ask = ask
        self._seen = seen
        self._lines = b""
        self._has_ended = False

    def waits(self) -> bool:
        """Return whether it waits for a job: somebody may have ended it."""
        self._has_ended = self._has_ended or os.waitpid(self.pid, os.WNOHANG) != (0, 0)
        return not self._has_ended

    def is_current(self) -> bool:
        """Return whether the paths of its plan name the files and folders that they did."""
        return self._seen == _identities(self.plan)

    def give(self, wanted: Mapping[str, Any], files: Sequence[int]) -> None:
        """Tell it what to run, and with which stdin, stdout and stderr."""
        job = {name: wanted[name] for name in ("arguments", "environment", "mapped")}
        with contextlib.suppress(OSError):  # it has ended: its status and its report tell why
            wire.send(self._ask, job, files)
        self._ask.close()

    def hear(self) -> bool:
        """Take in what it tells; return whether there was something."""
        try:
            part = os.read(self.told, 65536)
        except BlockingIOError:
            return False
        self._lines += part
        return bool(part)

    def report(self) -> dict[str, Any]:
        """Return what it told before the job ran."""
        values: dict[str, Any] = {}
        for line in self._lines.splitlines():
            with contextlib.suppress(ValueError):  # it was killed in the middle of it
                values.update(json.loads(line))
        return values

    def discard(self) -> None:
        """End one that waits; whoever waits for all children waits for it, too."""
        if self.waits():
            os.kill(self.pid, signal.SIGKILL)
        self.close()

    def close(self) -> None:
        """Close the files that lead to it."""
        self._ask.close()
        os.close(self.told)


class Forker:
    """Forks children from this process, which must have one Python thread.

    Args:
        run: runs a job, in a child of its own.
        private: what no child may have open.
        has_no_network: whether this process has left the network.

    Attributes:
        modules: the compiled modules that a child has from the first.
        first_wall_missing: why there are no namespaces, once that was found out.
    """

    def __init__(self, run: Run, private: Sequence[int], *, has_no_network: bool) -> None:
        self._run = run
        self._private = tuple(private)
        self._has_no_network = has_no_network
        self._user = os.geteuid(), os.getegid()
        self._mounts = _Mounts()
        self._waiting: Child | None = None
        self.modules = Modules()
        self.first_wall_missing: str | None = None

    def take(self, plan: Plan, files: Sequence[int]) -> Child:
        """Return a child that waits for a job, one that was forked ahead if it fits.

        Args:
            plan: that of the job.
            files: what a child that is forked now must not have open before it is given them.

        Raises:
            OSError: none can be forked.
        """
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            if waiting.plan == plan and waiting.waits() and self._is_current(waiting):
                return waiting
            waiting.discard()
        return self._fork(plan, files)

    def fork_ahead(self, plan: Plan) -> None:
        """Fork the child of the next job, if that can be had; it waits."""
        with contextlib.suppress(OSError):
            self._mounts.have_changed()  # what counts is what changes from now on
            self._waiting = self._fork(plan)

    def look_after(self) -> None:
        """Let go of a child that was ended while it waited."""
        if self._waiting is not None and not self._waiting.waits():
            self._waiting.close()
            self._waiting = None

    def _is_current(self, child: Child) -> bool:
        """Return whether a child forked now would have the same walls."""
        wants_namespaces = self._wants_namespaces(child.plan)
        if child.in_namespaces != wants_namespaces or self._mounts.have_changed():
            return False
        return child.is_current()

    def _wants_namespaces(self, plan: Plan) -> bool:
        return plan.mode != "off" and self.first_wall_missing is None

    def _fork(self, plan: Plan, files: Sequence[int] = ()) -> Child:
        told, tells = os.pipe()
        asked, ask = socket.socketpair()
        seen = _identities(plan)  # before the child builds its walls, so never newer than these
        try:
            os.set_blocking(told, False)
            pid, in_namespaces = self._fork_with_walls(plan)
            if pid == 0:
                ask.close()
                for file in (told, *files):
                    os.close(file)
                self._become_child(plan, tells, asked, in_namespaces=in_namespaces)
            return Child(pid, plan, in_namespaces=in_namespaces, told=told, ask=ask, seen=seen)
        except BaseException:
            os.close(told)
            ask.close()
            raise
        finally:
            os.close(tells)
            asked.close()

    def _fork_with_walls(self, plan: Plan) -> tuple[int, bool]:
        """Fork, into namespaces if they can be had; return whether they could."""
        if self._wants_namespaces(plan):
            try:
                return namespaces.fork_into_new(has_no_network=self._has_no_network), True
            except OSError as error:
                self.first_wall_missing = f"no namespaces: {error}"
        return os.fork(), False

    def _become_child(
        self, plan: Plan, tells: int, asked: socket.socket, *, in_namespaces: bool
    ) -> NoReturn:
        """Prepare what was forked, and run the job in it; nothing may return from here."""
        try:
            signal.set_wakeup_fd(-1)
            for number in (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_DFL)
            for file in (*self._private, *self._mounts.files):
                os.close(file)
            if sys.platform.startswith("linux"):
                namespaces.end_with_parent()
            if in_namespaces:
                self._close_first_wall(plan, tells)
            self._close_second_wall(plan, tells, in_namespaces=in_namespaces)
            self._run_what_comes(tells, asked)
        except BaseException as error:
            with contextlib.suppress(OSError):
                os.write(tells, _line(failed=f"{type(error).__name__}: {error}"))
        os._exit(_NOT_RUN)

    def _close_first_wall(self, plan: Plan, tells: int) -> None:
        try:
            close_first_wall(plan, *self._user)
        except OSError as error:
            os.write(tells, _line(no_namespaces=f"no namespaces: {error.strerror or error}"))
            os._exit(_NOT_RUN)

    def _close_second_wall(self, plan: Plan, tells: int, *, in_namespaces: bool) -> None:
        os.setsid()
        os.chdir(plan.write)
        missing = () if self.first_wall_missing is None else (self.first_wall_missing,)
        try:
            held = close_second_wall(plan, in_namespaces=in_namespaces, missing=missing)
        except SandboxUnavailable as error:
            os.write(tells, _line(failed=f"sandbox: {error}"))
            os._exit(_NOT_RUN)
        os.write(tells, _line(held=held.to_json()))

    def _run_what_comes(self, tells: int, asked: socket.socket) -> None:
        """Wait for the job, which comes only once, and run it."""
        received = wire.receive(asked)
        if received is None:  # none comes
            os._exit(_NOT_RUN)
        asked.close()
        job, files = received
        for number, file in enumerate(files):
            os.dup2(file, number)
        for file in files:
            os.close(file)
        mapped = job["mapped"]
        is_mapped = mapped is not None and mapped["states"] == self.modules.states
        os.write(tells, _line(begun=True, mapped=is_mapped))
        os.environ.clear()
        os.environ.update(job["environment"])
        if self._run is execute:
            execute(job["arguments"])  # the kernel closes `tells`
        os.close(tells)
        if not is_mapped:
            self.modules.let_go()
        code = self._run(mapped["arguments"] if is_mapped else job["arguments"])
        libc.fflush(None)
        os._exit(code)


class _Mounts:
    """What is mounted where this process is; the kernel tells when that changes."""

    def __init__(self) -> None:
        self.files: tuple[int, ...] = ()
        with contextlib.suppress(OSError):  # without /proc there are no walls either
            self.files = (os.open("/proc/self/mountinfo", os.O_RDONLY | os.O_CLOEXEC),)

    def have_changed(self) -> bool:
        """Return whether something was mounted or unmounted since this was asked last."""
        _, _, changed = select.select([], [], self.files, 0)
        return bool(changed)


def _identities(plan: Plan) -> tuple[Identity, ...]:
    """Return which files and folders the paths of a plan are now."""
    return tuple(map(_identity, (*plan.read, plan.write)))


def _identity(path: str) -> Identity:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _line(**values: object) -> bytes:
    return json.dumps(values).encode() + b"\n"
