"""All that a process has started, and what it uses: read from ``/proc``, without psutil.

It serves the process that forks for each text, which has no site-packages. Where there is no
``/proc`` only the process itself and its group are known.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator

_PAGE = os.sysconf("SC_PAGE_SIZE")
_KILL_SECONDS = 5.0


def children(pid: int) -> list[int]:
    """Return the processes that ``pid`` has started and that have not been waited for."""
    found: list[int] = []
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children", "rb") as file:
                found += map(int, file.read().split())
    except FileNotFoundError:
        if not os.path.exists("/proc/self/task"):
            return found
        if not os.path.exists(f"/proc/self/task/{os.getpid()}/children"):
            return [pid_of_child for pid_of_child, parent in _parents() if parent == pid]
    except OSError:  # it is gone
        pass
    return found


def descendants(pid: int) -> list[int]:
    """Return all processes below ``pid``, parents before their children."""
    found = children(pid)
    for child in found:
        found += children(child)
    return found


def private_bytes(pid: int) -> int:
    """Return the private memory of a process, shared mappings not counted; 0 if it is gone."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as file:
            _, resident, shared = file.read().split()[:3]
    except (OSError, ValueError):
        return 0
    return (int(resident) - int(shared)) * _PAGE


def folder_bytes(folder: str) -> int:
    """Return the size of all files below ``folder``."""
    total = 0
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    total += folder_bytes(entry.path)
                else:
                    total += entry.stat(follow_symlinks=False).st_blocks * 512
    return total


def kill_children() -> bool:
    """Kill all that this process has started, whatever group it moved to, and wait for it.

    They are stopped before they are killed, so that none starts another in the meantime.

    Returns:
        Whether nothing is left.
    """
    end = time.monotonic() + _KILL_SECONDS
    while _has_children():
        pids = descendants(os.getpid())
        for number in (signal.SIGSTOP, signal.SIGKILL):
            for pid in pids:
                with contextlib.suppress(OSError):
                    os.kill(pid, number)
        if time.monotonic() > end:
            return False
        time.sleep(0.001)
    return True


def _has_children() -> bool:
    """Wait for the children that have ended; return whether there are others."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True


def _parents() -> Iterator[tuple[int, int]]:
    for name in os.listdir("/proc"):
        if name.isdecimal():
            try:
                with open(f"/proc/{name}/stat", "rb") as file:
                    parent = int(file.read().rpartition(b")")[2].split()[1])
            except (OSError, ValueError, IndexError):  # it is gone
                continue
            yield int(name), parent
