"""Which file a path names, and when that was written last: what tells that it was built again.

A program can set a file's ``mtime``, and not its ``ctime``, which is the system's.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class FileState(NamedTuple):
    """What differs when a file was written, or replaced."""

    device: int
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


NOTHING_SEEN: Mapping[str, FileState] = MappingProxyType({})


def file_state(path: str) -> FileState | None:
    """Return the state of a file; None if there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return FileState(
        found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
    )
