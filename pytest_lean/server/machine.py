"""How much memory there is: the container's if it has a limit, else the machine's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

_CGROUPS = Path("/sys/fs/cgroup")


@dataclass(frozen=True)
class Memory:
    """Memory in bytes: ``total``, and ``used`` without what can be given back at once."""

    total: int
    used: int

    @property
    def share(self) -> float:
        """The share that is used, from 0 to 1."""
        return self.used / self.total


def read_memory(root: Path = _CGROUPS, own: Path = Path("/proc/self/cgroup")) -> Memory:
    """Return the memory that this process may use.

    Of all cgroups above the process (v1 and v2) and the machine itself, the tightest counts.
    """
    machine = psutil.virtual_memory()
    tightest = Memory(machine.total, machine.total - machine.available)
    for folder in _own_cgroups(root, own):
        limited = _limit(folder)
        if limited and limited.total < machine.total:
            if limited.total - limited.used < tightest.total - tightest.used:
                tightest = limited
    return tightest


def _own_cgroups(root: Path, own: Path) -> Iterator[Path]:
    """Yield the folder of each cgroup that this process is in, up to the root."""
    try:
        lines = own.read_text().splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        base = root if not controllers else root / "memory"
        if controllers and "memory" not in controllers.split(","):
            continue
        folder = base / path.lstrip("/")
        while True:
            yield folder
            if folder == base or base not in folder.parents:
                break
            folder = folder.parent


def _limit(folder: Path) -> Memory | None:
    """Return a cgroup's memory, None if it sets no limit."""
    for limit, usage, cache in (
        ("memory.max", "memory.current", "inactive_file"),
        ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
    ):
        try:
            total = int((folder / limit).read_text())
            used = int((folder / usage).read_text())
            statistics = (folder / "memory.stat").read_text().split()
        except (OSError, ValueError):  # no such file, or "max": no limit here
            continue
        reclaimable = dict(zip(statistics[::2], statistics[1::2], strict=False)).get(cache, "0")
        return Memory(total, max(0, used - int(reclaimable)))
    return None
