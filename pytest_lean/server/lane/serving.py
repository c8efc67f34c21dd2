"""The side of the warm process: it forks for each job, watches it, and ends all that it started.

Promises: a job is told about once, when nothing of it runs any more. It gets its own stdin,
stdout and stderr and never the channel on which jobs come and results go, so nothing that it
writes is taken for a result. When the caller ends, for whatever reason, everything ends.

One job runs at a time; the child of the next one is forked when it has ended, if the caller
foresees that. The process must have one Python thread, since it forks.
"""

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import socket
import sys
import time
from dataclasses import dataclass
from typing import Any, Literal

from pytest_lean.server.lane import wire
from pytest_lean.server.lane.calls import prctl
from pytest_lean.server.lane.children import Child, Forker, Run, execute
from pytest_lean.server.lane.processes import (
    descendants,
    folder_bytes,
    kill_children,
    private_bytes,
)
from pytest_lean.server.lane.sandbox import Plan

Why = Literal["ended", "killed", "memory", "disk"]

# How often a job is looked at: with a memory limit (Lean was seen to grow by 100 MB/s), without.
_SAMPLE_SECONDS, _SELDOM_SECONDS = 0.02, 0.1
_PR_SET_CHILD_SUBREAPER = 36
_MIB = 1024 * 1024
_MOST_ATTEMPTS = 3


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
    forker = Forker(run, (control.fileno(), woken, wake), has_no_network=has_no_network)
    try:
        while (received := _next(control, woken, forker)) is not None:
            message, files = received
            if "job" not in message:  # it wants a job ended that has ended by itself
                continue
            end = _Job(control, woken, forker, message["job"], files).run_to_its_end()
            if end is None:
                return
            wire.send(control, {"end": end})
            _foresee(forker, message["job"])
    except OSError:  # the caller is gone
        pass
    finally:
        kill_children()


def _foresee(forker: Forker, job: dict[str, Any]) -> None:
    """Make ready for the job behind this one, if the caller says what it will be."""
    if job["next"] is not None:
        if job["mapped"] is not None:
            forker.modules.hold(job["mapped"]["states"])
        forker.fork_ahead(Plan.from_json(job["next"]))


def _next(
    control: socket.socket, woken: int, forker: Forker
) -> tuple[dict[str, Any], list[int]] | None:
    """Return the next message; None if the caller is gone."""
    while True:
        ready, _, _ = select.select([control.fileno(), woken], [], [])
        if woken in ready:
            _drain(woken)
            forker.look_after()
        if control.fileno() in ready:
            return wire.receive(control)


def _adopt_orphans() -> None:
    """Become the parent of what a job leaves behind when its own parent ends."""
    if sys.platform.startswith("linux"):
        prctl("PR_SET_CHILD_SUBREAPER", _PR_SET_CHILD_SUBREAPER, 1)


@dataclass
class _Job:
    """One job, from its child until nothing of it is left."""

    control: socket.socket
    woken: int
    forker: Forker
    wanted: dict[str, Any]
    files: list[int]
    peak: float = 0.0

    def run_to_its_end(self) -> dict[str, Any] | None:
        """Run it; return what came of it, None if the caller is gone."""
        started = time.monotonic()
        plan = Plan.from_json(self.wanted["plan"])
        try:
            for _ in range(_MOST_ATTEMPTS):
                why, status, told = self._attempt(plan)
                if why != "ended" or "begun" in told or "failed" in told:
                    break
                # Nothing of the job has run: a wall is missing, or somebody ended what waited.
                self.forker.first_wall_missing = told.get(
                    "no_namespaces", self.forker.first_wall_missing
                )
        except ConnectionResetError:
            return None
        finally:
            for file in self.files:
                os.close(file)
        return {
            "why": why,
            "status": status,
            "failed": told.get("failed"),
            "held": told.get("held"),
            "mapped": told.get("mapped", False),
            **self._not_mapped(),
            "peak_mb": self.peak / _MIB,
            "seconds": time.monotonic() - started,
        }

    def _not_mapped(self) -> dict[str, Any]:
        mapped, modules = self.wanted["mapped"], self.forker.modules
        states = "" if mapped is None else mapped["states"]
        return {"not_mapped": modules.refused.get(states), "is_taken": states in modules.taken}

    def _attempt(self, plan: Plan) -> tuple[Why, int | None, dict[str, Any]]:
        child = self.forker.take(plan, self.files)
        try:
            child.give(self.wanted, self.files)
            why, status = self._watch(child)
            return why, status, child.report()
        finally:
            child.close()

    def _watch(self, child: Child) -> tuple[Why, int | None]:
        """Wait until the job ends, or has to be ended; then end all that it started."""
        waiting = [self.control.fileno(), self.woken, child.told]
        pause = _SELDOM_SECONDS if self.wanted.get("memory_mb") is None else _SAMPLE_SECONDS
        looked = time.monotonic()
        while True:
            ready, _, _ = select.select(waiting, [], [], pause)
            if child.told in ready and not child.hear():
                waiting.remove(child.told)
            if self.woken in ready:
                _drain(self.woken)
            status = _reap(child.pid)
            if status is not None:
                kill_children()
                while child.hear():
                    pass
                return "ended", status
            why = self._asked_to_end(ready)
            if why is None and time.monotonic() - looked >= pause:
                why, looked = self._over_limit(child.plan), time.monotonic()
            if why is not None:
                kill_children()
                return why, None

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


def _drain(woken: int) -> None:
    with contextlib.suppress(BlockingIOError):
        os.read(woken, 65536)
