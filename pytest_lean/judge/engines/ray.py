"""The Ray engine: actors on the machines of a Ray cluster, each with its own Lean.

Promises: an actor that is lost, or whose machine is, costs what it was just examining; another one
takes its place where there is room, and what waited behind that goes elsewhere. The toolchain and
the core library of a machine are made ready once, under that machine's own lock. Lean keeps the
limits of memory and time, since those of Ray are only for planning.

It is the extra ``ray``; each machine needs this package in the Python that Ray runs there.
"""

from __future__ import annotations

import contextlib
import dataclasses
import importlib
import threading
import time
from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from pytest_lean.errors import LeanCrashError
from pytest_lean.judge.answer import Answer
from pytest_lean.judge.engines.protocol import EngineStats, Reply
from pytest_lean.judge.engines.seat import Seat
from pytest_lean.judge.engines.worker import CpuMeter
from pytest_lean.judge.examiner import Examiner
from pytest_lean.judge.work import Setup, Work

# Ray has no way to end a wait from another thread, so none is longer than this, in seconds.
_LONGEST_WAIT = 0.05
# An actor that has not answered for so much longer than its proof may take is ended. The first
# answer of an actor comes when its imports are loaded.
_GRACE, _LOAD_SECONDS = 120.0, 3600.0
# Before an actor that could not be made is tried again; so many failures in a row are enough.
_PAUSE_SECONDS, _MOST_FAILED_STARTS = 1.0, 3


class Actor:
    """What runs in the process of an actor.

    Args:
        setup: what all proofs have in common; the toolchain is found on the actor's own machine.
    """

    def __init__(self, setup: Setup) -> None:
        config = dataclasses.replace(setup.config, toolchain=setup.config.prepare())
        self._examiner = Examiner(dataclasses.replace(setup, config=config))
        self._cpu = CpuMeter()
        self._turn = threading.Lock()
        self._running: int | None = None

    def ready(self) -> bool:
        """Return True, which tells that there is a Lean."""
        return True

    def examine(self, number: int, work: Work) -> tuple[Answer, float | None]:
        """Examine a proof; return what it came to, and the CPU time of Lean so far."""
        with self._turn:
            self._running = number
            try:
                return Answer.of(self._examiner.examine(work)), self._cpu.read()
            finally:
                self._running = None

    def cancel(self, number: int) -> None:
        """End what is examined, if it is that."""
        if self._running == number:
            self._examiner.cancel()


@dataclass(eq=False)
class _Handle:
    """An actor, as its driver sees it."""

    actor: Any = None
    seat: Seat = field(default_factory=Seat)
    kept: list[tuple[int, Work]] = field(default_factory=list)
    pending: dict[int, Any] = field(default_factory=dict)
    has_answered: bool = False
    late_at: float = float("inf")
    probe: Any = None
    is_up: bool = False
    begin_at: float = 0.0
    cpu_before: float = 0.0
    cpu_now: float = 0.0

    def set_alarm(self) -> None:
        """Say when it should have answered."""
        timeout = self.seat.waiting[0][1].timeout if self.seat.waiting else None
        spare = _GRACE if self.has_answered else _LOAD_SECONDS
        self.late_at = float("inf") if timeout is None else time.monotonic() + timeout + spare


class RayEngine:
    """Actors.

    Args:
        setup: what all proofs have in common.
        workers: how many actors; None for as many as the cluster has CPUs.
        address: of the cluster, ``auto`` for the one that runs; None to start one here.

    Raises:
        ValueError: Ray is not installed.
    """

    def __init__(self, setup: Setup, workers: int | None, address: str | None) -> None:
        try:
            self._ray: Any = importlib.import_module("ray")  # an extra, with few types
        except ImportError as error:
            raise ValueError("Ray is not installed: pip install 'pytest-lean[ray]'") from error
        ray = self._ray
        self._is_ours = not ray.is_initialized()
        if self._is_ours:
            local = {} if address else {"_node_ip_address": "127.0.0.1", "num_cpus": workers}
            ray.init(address=address, include_dashboard=None if address else False,
                     log_to_driver=False, logging_level="ERROR", **local)  # fmt: skip
        count = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        self.stats = EngineStats(workers=count)
        self._setup = setup
        self._handles: list[_Handle] = []
        self._by_ref: dict[Any, tuple[int, _Handle]] = {}
        self._kind: Any = None
        self._last_up = time.monotonic()
        self._failed_starts = 0

    def start(self) -> None:
        """Start the actors; wait until the first is there.

        Raises:
            LeanCrashError: none can be started.
        """
        # Calls to an actor that Ray starts again wait until there is room for it, which may be
        # never; so a lost one stays lost, and a new one takes its place.
        kind = self._ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0, max_concurrency=4)
        self._kind = kind(Actor)
        self._handles = [_Handle() for _ in range(self.stats.workers)]
        self._last_up = time.monotonic()
        while not any(handle.is_up for handle in self._handles):
            self._probe()
            time.sleep(_LONGEST_WAIT)

    def room(self) -> int:
        """Return how many more pieces of work the actors want."""
        return sum(actor.seat.room for actor in self._handles if actor.is_up)

    def headers_wanted(self) -> Collection[tuple[str, ...]]:
        """Return the headers that are loaded where the next work goes."""
        return self._next().seat.headers

    def submit(self, number: int, work: Work, header: tuple[str, ...]) -> None:
        """Give work to the actor that has least to do."""
        self._give(self._next(), number, work, header)

    def cancel(self, number: int) -> None:
        """Tell the actor that examines it to end it."""
        for handle in self._handles:
            if number in handle.pending:
                handle.actor.cancel.remote(number)

    def wait(self, seconds: float) -> list[Reply]:
        """Return what is done; wait shortly if nothing is."""
        self._probe()
        if not self._by_ref:
            time.sleep(min(seconds, _LONGEST_WAIT))
            return []
        refs = list(self._by_ref)
        done, _ = self._ray.wait(refs, num_returns=1, timeout=min(seconds, _LONGEST_WAIT))
        if done:
            done, _ = self._ray.wait(refs, num_returns=len(refs), timeout=0)
        replies = [reply for ref in done if ref in self._by_ref for reply in self._hear(ref)]
        for handle in self._handles:
            if handle.seat.waiting and time.monotonic() > handle.late_at:
                handle.late_at = float("inf")
                self._ray.kill(handle.actor)
        return replies

    def wake(self) -> None:
        """Do nothing: no wait is long."""

    def close(self) -> None:
        """End the actors, and what was started here."""
        for handle in self._handles:
            if handle.actor is not None:
                with contextlib.suppress(Exception):
                    self._ray.kill(handle.actor)
        self._handles.clear()
        self._by_ref.clear()
        if self._is_ours:
            self._ray.shutdown()

    def _next(self) -> _Handle:
        up = (actor for actor in self._handles if actor.is_up)
        return max(up, key=lambda actor: (actor.seat.room, actor.has_answered))

    def _give(
        self, handle: _Handle, number: int, work: Work, header: tuple[str, ...] | None = None
    ) -> None:
        handle.seat.give(number, work, work.header if header is None else header)
        if len(handle.seat.waiting) == 1:
            handle.set_alarm()
        ref = handle.actor.examine.remote(number, work)
        handle.pending[number] = ref
        self._by_ref[ref] = number, handle

    def _hear(self, ref: Any) -> list[Reply]:
        """Take in what came of a call."""
        number, handle = self._by_ref.pop(ref)
        try:
            answer, cpu_seconds = self._ray.get(ref)
        except self._ray.exceptions.RayError as error:
            return self._lose(number, handle, error)
        del handle.pending[number]
        handle.has_answered = True
        handle.seat.waiting = deque(entry for entry in handle.seat.waiting if entry[0] != number)
        handle.set_alarm()
        if cpu_seconds is not None:
            self._count_cpu(handle, cpu_seconds)
        return [Reply(number, answer)]

    def _lose(self, number: int, handle: _Handle, error: Exception) -> list[Reply]:
        """Return the reply for what a lost actor was examining; move what waited behind it."""
        self.stats.lost += 1
        waiting = list(handle.seat.waiting)
        handle.seat.waiting.clear()
        for ref in handle.pending.values():
            self._by_ref.pop(ref, None)
        handle.pending.clear()
        handle.has_answered = False
        handle.cpu_before, handle.cpu_now = handle.cpu_before + handle.cpu_now, 0.0
        handle.is_up, handle.begin_at = False, time.monotonic()
        told = str(error).strip().split("\n")[0]
        first, *others = waiting
        for other, work in others:
            # Where no actor is left, the work waits until this one has a successor.
            up = [known for known in self._handles if known.is_up]
            if up:
                self._give(max(up, key=lambda known: known.seat.room), other, work)
            else:
                handle.kept.append((other, work))
        return [Reply(first[0], None, "crash", f"the actor was lost: {told}")]

    def _probe(self) -> None:
        """Start actors in place of those that are lost, and see which of them are there.

        Raises:
            LeanCrashError: none is, and none has been for long.
        """
        for handle in self._handles:
            if handle.is_up:
                continue
            if handle.probe is None and time.monotonic() >= handle.begin_at:
                handle.actor = self._kind.remote(self._setup)
                handle.probe = handle.actor.ready.remote()
            elif handle.probe is not None and self._ray.wait([handle.probe], timeout=0)[0]:
                self._see(handle)
        if any(handle.is_up for handle in self._handles):
            self._last_up = time.monotonic()
            self._failed_starts = 0
        elif time.monotonic() - self._last_up > _LOAD_SECONDS:
            raise LeanCrashError("there is no actor, and there has been none for long")

    def _see(self, handle: _Handle) -> None:
        """Take in whether a new actor could be made."""
        try:
            handle.is_up = self._ray.get(handle.probe)
        except self._ray.exceptions.RayError as error:
            self._failed_starts += 1
            if self._failed_starts > _MOST_FAILED_STARTS + len(self._handles):
                raise LeanCrashError(f"no actor can be started: {error}", cause="start") from error
            handle.begin_at = time.monotonic() + _PAUSE_SECONDS
        handle.probe = None
        if handle.is_up:
            for number, work in handle.kept:
                self._give(handle, number, work)
            handle.kept.clear()

    def _count_cpu(self, handle: _Handle, seconds: float) -> None:
        handle.cpu_now = seconds
        self.stats.lean_cpu_seconds = sum(
            actor.cpu_before + actor.cpu_now for actor in self._handles
        )
