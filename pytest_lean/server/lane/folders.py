"""Temporary folders that do not outlive their owner for long, even if that is killed.

Promises: an owner that ends removes its folder. The folder of one that was killed is removed by the
next process that wants one of the same kind. A folder whose owner lives is never touched: the owner
holds a lock on a file in it, which the system gives back when the process is gone, however that
ended, and which counts in all containers of a machine that share the place.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

_LOCK = ".owner"
# A folder that is younger may not have its lock yet.
_YOUNG_SECONDS = 60.0
_swept: set[tuple[str, str]] = set()


class OwnFolder:
    """A folder of this process's own.

    Args:
        kind: what its name begins with.

    Attributes:
        path: the folder.
    """

    def __init__(self, kind: str) -> None:
        sweep_once(kind)
        self.path = Path(tempfile.mkdtemp(prefix=kind))
        self._owner = os.getpid()
        self._lock: int | None = os.open(self.path / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
        _try_lock(self._lock)

    def remove(self) -> None:
        """Remove it; in a process that was forked from its owner, nothing happens."""
        if os.getpid() != self._owner:
            return
        shutil.rmtree(self.path, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def sweep_once(kind: str) -> None:
    """Remove what dead owners left, if this process has not done so yet."""
    place = tempfile.gettempdir(), kind
    if place not in _swept:
        _swept.add(place)
        sweep(kind)


def sweep(kind: str, young: float = _YOUNG_SECONDS) -> list[Path]:
    """Remove the folders of a kind whose owners are dead; return them.

    Args:
        kind: what their names begin with.
        young: seconds; a folder that is younger is left alone.
    """
    removed = []
    for folder in Path(tempfile.gettempdir()).glob(f"{kind}*"):
        with contextlib.suppress(OSError):
            status = folder.lstat()
            is_own = not hasattr(os, "getuid") or status.st_uid == os.getuid()
            if folder.is_symlink() or not is_own or time.time() - status.st_mtime < young:
                continue
            if _is_abandoned(folder):
                shutil.rmtree(folder, ignore_errors=True)
                removed.append(folder)
    return removed


def _is_abandoned(folder: Path) -> bool:
    lock = os.open(folder / _LOCK, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        return _try_lock(lock)
    finally:
        os.close(lock)


def _try_lock(lock: int) -> bool:
    """Return whether the lock was free, and is held now."""
    try:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True
