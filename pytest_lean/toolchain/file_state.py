"""The state of a file by its metadata, to recognise that it was written again or replaced.

``ctime`` is part of it because only the system sets it; a program can set ``mtime`` back.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class FileState(NamedTuple):
    """Metadata of a file; some of it differs after the file was written or replaced."""

    device: int
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


NOTHING_SEEN: Mapping[str, FileState] = MappingProxyType({})


def file_state(path: str) -> FileState | None:
    """Return the state of a file; None if the file does not exist or cannot be reached."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return FileState(
        found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
    )
