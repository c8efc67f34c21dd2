"""Memory limits, kept by watching and killing.

An address-space limit does not work for Lean (each of its threads reserves 1 GiB of stack).
``lean -M`` counts mapped ``.olean`` files as used, and only the interpreter and, now and then,
the kernel look at it: it is the second line, set above what can be mapped. So a thread samples
the private memory of the workers, shared ``.olean`` mappings not counted, and kills at the limit.
"""

from __future__ import annotations

import contextlib
import math
import os
import sys
import threading
import time
import weakref
from collections.abc import Iterable, Iterator

import psutil

from pytest_lean.errors import LeanMemoryError
from pytest_lean.toolchain.wording import how_to_set

# Lean was seen to grow by 30 to 100 MB/s, so between two samples it grows by 2 MB or less.
_SAMPLE_SECONDS = 0.02
_MIB = 1024 * 1024


def private_mb(pid: int) -> float:
    """Return the private memory of a process in MiB; 0 if there is no such process."""
    try:
        if sys.platform == "linux":
            # It is read after each command, and psutil takes 20 times as long for it.
            with open(f"/proc/{pid}/statm", "rb", buffering=0) as statm:
                _, resident, shared, *_ = statm.read().split()
            return (int(resident) - int(shared)) * os.sysconf("SC_PAGE_SIZE") / _MIB
        return float(psutil.Process(pid).memory_full_info().uss) / _MIB
    except (psutil.Error, OSError, ValueError):
        return 0.0


class MemoryWatch:
    """Keeps the memory of a server's workers below a limit while a command runs.

    All workers are counted together. Above the limit idle ones are killed first, then the
    one that runs the command. Without a limit it only notes the peak.

    Args:
        limit_mb: the limit in MiB, or None.
    """

    def __init__(self, limit_mb: int | None) -> None:
        self.limit_mb = limit_mb
        self.peak_mb = 0.0
        self.last_peak_mb = 0.0
        self._measured = -math.inf
        self._state = _State()
        self._thread: threading.Thread | None = None
        self._finalizer = weakref.finalize(self, self._state.end)

    def watch(self, pids: Iterable[int]) -> None:
        """Watch these processes and no others."""
        self._state.pids = tuple(pids)

    @contextlib.contextmanager
    def active(self, pid: int) -> Iterator[None]:
        """Enforce the limit while the body runs a command on the process ``pid``."""
        self._state.active = pid
        self._state.peak = 0.0
        if self.limit_mb is not None:
            self._ensure_thread(self.limit_mb)
            self._state.running.set()
        is_due = True
        try:
            yield
            is_due = time.monotonic() - self._measured > _SAMPLE_SECONDS
        finally:
            self._state.running.clear()
            if is_due:
                self._measured = time.monotonic()
                self.last_peak_mb = max(self._state.peak, private_mb(pid))
            self.peak_mb = max(self.peak_mb, self.last_peak_mb, self._state.peak)

    def peak_of_active_mb(self) -> float:
        """Return the most memory that the command which runs now was seen to use, in MiB."""
        return max(self._state.peak, private_mb(self._state.active))

    def verdict(self, pid: int) -> LeanMemoryError | None:
        """Return why ``pid`` was killed, if it was the watch that did it."""
        peak = self._state.killed.pop(pid, None)
        if peak is None:
            return None
        return LeanMemoryError(
            f"Lean used {peak:.0f} MiB of private memory, above its limit of {self.limit_mb} MiB, "
            f"and was killed; if the command needs that much, raise it: "
            f"{how_to_set('memory_hard_limit_mb', 2 * (self.limit_mb or 0))}",
            peak_mb=peak,
        )

    def sacrificed(self) -> set[int]:
        """Return the idle processes that were killed since it was last asked, and forget them."""
        idle = {pid for pid in list(self._state.killed) if pid != self._state.active}
        for pid in idle:
            self._state.killed.pop(pid)
        return idle

    def _ensure_thread(self, limit_mb: int) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(
                target=self._state.loop, args=(limit_mb,), name="pytest-lean-memory", daemon=True
            )
            self._thread.start()


class _State:
    """What the sampling thread shares with its watch; it must not keep the watch alive."""

    def __init__(self) -> None:
        self.pids: tuple[int, ...] = ()
        self.active = 0
        self.peak = 0.0
        self.killed: dict[int, float] = {}
        self.running = threading.Event()
        self._over = False

    def end(self) -> None:
        self._over = True
        self.running.set()

    def loop(self, limit_mb: int) -> None:
        while True:
            self.running.wait()
            if self._over:
                return
            self._sample(limit_mb)
            time.sleep(_SAMPLE_SECONDS)

    def _sample(self, limit_mb: int) -> None:
        used = {pid: private_mb(pid) for pid in self.pids}
        total = sum(used.values())
        self.peak = max(self.peak, total)
        for pid in sorted(used, key=lambda pid: pid == self.active):
            if total <= limit_mb:
                return
            self.killed[pid] = total
            with contextlib.suppress(psutil.Error):
                psutil.Process(pid).kill()
            total -= used[pid]
