"""How many workers a machine has room for: by its cores, and by the memory that is free."""

from __future__ import annotations

import os
from pathlib import Path

from pytest_lean.server import machine

# What a worker is expected to take, with what it has loaded, if nothing is said.
_WORKER_MB = 1024
_SHARE_OF_MEMORY = 0.8
_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def auto_workers(memory_mb: int | None = None) -> int:
    """Return for how many workers there is room now; at least 1.

    Args:
        memory_mb: MiB that Lean may take in each of them; None if there is no limit.
    """
    memory = machine.read_memory()
    free = _SHARE_OF_MEMORY * memory.total - memory.used
    return max(1, min(cores(), int(free / ((memory_mb or _WORKER_MB) << 20))))


def cores(quota: Path = _QUOTA) -> int:
    """Return how many cores this process may use: its affinity, and its container's quota."""
    if hasattr(os, "sched_getaffinity"):
        found = len(os.sched_getaffinity(0))
    else:
        found = os.cpu_count() or 1
    try:
        limit, period = quota.read_text().split()
        found = min(found, -(-int(limit) // int(period)))
    except (OSError, ValueError):  # no such file, or "max": no limit
        pass
    return max(1, found)
