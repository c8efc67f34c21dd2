"""The side of the warm process: it forks for each job, watches it, and ends all that it started.

Promises: a job is told about once, when nothing of it runs any more. It gets its own stdin,
stdout and stderr and never the channel on which jobs come and results go, so nothing that it
writes is taken for a result. When the caller ends, for whatever reason, everything ends.

One job runs at a time. The process must have one Python thread, since it forks.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn

from pytest_lean.server.lane import namespaces, wire
from pytest_lean.server.lane.calls import libc, prctl
from pytest_lean.server.lane.processes import (
    descendants,
    folder_bytes,
    kill_children,
    private_bytes,
)
from pytest_lean.server.lane.sandbox import (
    Plan,
    SandboxUnavailable,
    close_first_wall,
    close_second_wall,
)

# What a job runs in the child that was forked for it; it returns the exit code, or never.
Run = Callable[[Sequence[str]], int]
Why = Literal["ended", "killed", "memory", "disk"]

# How often a job is looked at: with a memory limit (Lean was seen to grow by 100 MB/s), without.
_SAMPLE_SECONDS, _SELDOM_SECONDS = 0.02, 0.1
_PR_SET_CHILD_SUBREAPER = 36
_MIB = 1024 * 1024
# The exit code of a child in which no job ran.
_NOT_RUN = 125


def execute(arguments: Sequence[str]) -> NoReturn:
    """Become the program ``arguments``: the plain way to run a job."""
    os.execvpe(arguments[0], list(arguments), dict(os.environ))


def serve(
    control: socket.socket,
    run: Run = execute,
    place: int | None = None,
    *,
    has_no_network: bool = False,
) -> None:
    """Run jobs until the caller is gone.

    Args:
        control: where jobs come from and results go.
        run: runs a job, in a child of its own.
        place: the address of what was loaded, if it is the same whenever it is loaded.
        has_no_network: whether this process has left the network.
    """
    # A collection would write to every page that a child shares with this process.
    gc.disable()
    gc.freeze()
    _adopt_orphans()
    wire.send(control, {"place": place})
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    os.set_blocking(woken, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    first_wall_missing: str | None = None
    try:
        while (received := wire.receive(control)) is not None:
            message, files = received
            if "job" not in message:  # it wants a job ended that has ended by itself
                continue
            job = _Job(control, run, message["job"], files, woken, (wake,), has_no_network)
            end = job.run_to_its_end(first_wall_missing)
            if end is None:
                return
            first_wall_missing = job.first_wall_missing
            wire.send(control, {"end": end})
    except OSError:  # the caller is gone
        pass
    finally:
        kill_children()


def _adopt_orphans() -> None:
    """Become the parent of what a job leaves behind when its own parent ends."""
    if sys.platform.startswith("linux"):
        prctl("PR_SET_CHILD_SUBREAPER", _PR_SET_CHILD_SUBREAPER, 1)


@dataclass
class _Report:
    """What a job's process told before the text ran."""

    lines: bytes = b""

    def values(self) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for line in self.lines.splitlines():
            with contextlib.suppress(ValueError):  # it was killed in the middle of it
                values.update(json.loads(line))
        return values


@dataclass
class _Job:
    """One job, from its fork until nothing of it is left.

    Attributes:
        first_wall_missing: why there are no namespaces, once that was found out.
    """

    control: socket.socket
    run: Run
    wanted: dict[str, Any]
    files: list[int]
    woken: int
    private: tuple[int, ...]
    has_no_network: bool = False
    first_wall_missing: str | None = None
    peak: float = 0.0
    user: tuple[int, int] = field(default_factory=lambda: (os.geteuid(), os.getegid()))
    report: _Report = field(default_factory=_Report)

    def run_to_its_end(self, first_wall_missing: str | None) -> dict[str, Any] | None:
        """Run it; return what came of it, None if the caller is gone."""
        started = time.monotonic()
        self.first_wall_missing = first_wall_missing
        plan = Plan.from_json(self.wanted["plan"])
        wants_namespaces = plan.mode != "off" and first_wall_missing is None
        try:
            why, status = self._attempt(plan, in_namespaces=wants_namespaces)
            failed = self.report.values().get("no_namespaces")
            if failed is not None and why == "ended":
                self.first_wall_missing = str(failed)
                self.report = _Report()
                why, status = self._attempt(plan, in_namespaces=False)
        except ConnectionResetError:
            return None
        finally:
            for file in self.files:
                os.close(file)
        told = self.report.values()
        return {
            "why": why,
            "status": status,
            "failed": told.get("failed"),
            "held": told.get("held"),
            "peak_mb": self.peak / _MIB,
            "seconds": time.monotonic() - started,
        }

    def _attempt(self, plan: Plan, *, in_namespaces: bool) -> tuple[Why, int | None]:
        told, tells = os.pipe()
        os.set_blocking(told, False)
        try:
            try:
                child = self._fork(in_namespaces=in_namespaces)
            except OSError as error:
                if not in_namespaces:
                    raise
                os.write(tells, _line(no_namespaces=f"no namespaces: {error}"))
                os.close(tells)
                tells = -1
                self._hear(told)
                return "ended", None
            if child == 0:
                os.close(told)
                self._become_child(plan, tells, in_namespaces=in_namespaces)
            os.close(tells)
            tells = -1
            return self._watch(child, told, plan)
        finally:
            os.close(told)
            if tells >= 0:
                os.close(tells)

    def _fork(self, *, in_namespaces: bool) -> int:
        if in_namespaces:
            return namespaces.fork_into_new(has_no_network=self.has_no_network)
        return os.fork()

    def _watch(self, child: int, told: int, plan: Plan) -> tuple[Why, int | None]:
        """Wait until the job ends, or has to be ended; then end all that it started."""
        waiting = [self.control.fileno(), self.woken, told]
        pause = _SELDOM_SECONDS if self.wanted.get("memory_mb") is None else _SAMPLE_SECONDS
        looked = time.monotonic()
        while True:
            ready, _, _ = select.select(waiting, [], [], pause)
            if told in ready and not self._hear(told):
                waiting.remove(told)
            if self.woken in ready:
                with contextlib.suppress(BlockingIOError):
                    os.read(self.woken, 65536)
            status = _reap(child)
            if status is not None:
                kill_children()
                while self._hear(told):
                    pass
                return "ended", status
            why = self._asked_to_end(ready)
            if why is None and time.monotonic() - looked >= pause:
                why, looked = self._over_limit(plan), time.monotonic()
            if why is not None:
                kill_children()
                return why, None

    def _hear(self, told: int) -> bool:
        """Take in what the job's processes tell; return whether there was something."""
        try:
            part = os.read(told, 65536)
        except BlockingIOError:
            return False
        self.report.lines += part
        return bool(part)

    def _asked_to_end(self, ready: list[int]) -> Why | None:
        if self.control.fileno() not in ready:
            return None
        if wire.receive(self.control) is None:
            kill_children()
            raise ConnectionResetError
        return "killed"

    def _over_limit(self, plan: Plan) -> Why | None:
        used = float(sum(map(private_bytes, descendants(os.getpid()))))
        self.peak = max(self.peak, used)
        limit = self.wanted.get("memory_mb")
        if limit is not None and used > limit * _MIB:
            return "memory"
        if plan.mode != "off" and folder_bytes(plan.write) > plan.file_mb * _MIB:
            return "disk"
        return None

    def _become_child(self, plan: Plan, tells: int, *, in_namespaces: bool) -> NoReturn:
        """Prepare what was forked, and run the job in it; nothing may return from here."""
        try:
            signal.set_wakeup_fd(-1)
            for number in (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_DFL)
            self.control.close()
            for file in (self.woken, *self.private):
                os.close(file)
            if sys.platform.startswith("linux"):
                namespaces.end_with_parent()
            if in_namespaces:
                self._close_first_wall(plan, tells)
            self._run(plan, tells, in_namespaces=in_namespaces)
        except BaseException as error:
            with contextlib.suppress(OSError):
                os.write(tells, _line(failed=f"{type(error).__name__}: {error}"))
        os._exit(_NOT_RUN)

    def _close_first_wall(self, plan: Plan, tells: int) -> None:
        try:
            close_first_wall(plan, *self.user)
        except OSError as error:
            os.write(tells, _line(no_namespaces=f"no namespaces: {error.strerror or error}"))
            os._exit(_NOT_RUN)

    def _run(self, plan: Plan, tells: int, *, in_namespaces: bool) -> NoReturn:
        os.setsid()
        for number, file in enumerate(self.files):
            os.dup2(file, number)
        for file in self.files:
            os.close(file)
        os.environ.clear()
        os.environ.update(self.wanted["environment"])
        os.chdir(plan.write)
        missing = () if self.first_wall_missing is None else (self.first_wall_missing,)
        try:
            held = close_second_wall(plan, in_namespaces=in_namespaces, missing=missing)
        except SandboxUnavailable as error:
            os.write(tells, _line(failed=f"sandbox: {error}"))
            os._exit(_NOT_RUN)
        os.write(tells, _line(held=held.to_json()))
        arguments = self.wanted["arguments"]
        if self.run is execute:
            execute(arguments)  # the kernel closes `tells`
        os.close(tells)
        code = self.run(arguments)
        libc.fflush(None)
        os._exit(code)


def _reap(child: int) -> int | None:
    """Wait for every child that has ended; return the status of ``child`` if it is one of them."""
    found = None
    with contextlib.suppress(ChildProcessError):
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                break
            if pid == child:
                found = status
    return found


def _line(**values: object) -> bytes:
    return json.dumps(values).encode() + b"\n"
