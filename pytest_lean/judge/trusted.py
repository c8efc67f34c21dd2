"""Trusted files: whether they are what they were when they were first looked at, or built.

Promises: a file is read whole once in the life of a :class:`TrustedFiles`, and its digest compared
with the one that was recorded when the cache was built, where there is one. Later looks compare
inode, size and times, which a program cannot set back all together (``ctime`` is the system's), and
read it again if one of them changed. The digests are keyed with a secret of this process, so that
nothing that was prepared elsewhere can match them.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterable
from pathlib import Path

from pytest_lean.errors import LeanBuildError
from pytest_lean.toolchain.cache import recorded_digest

_State = tuple[int, ...]


class TrustedFiles:
    """Remembers the files that verdicts rest on."""

    def __init__(self) -> None:
        self._key = os.urandom(32)
        self._known: dict[str, tuple[_State, bytes]] = {}
        self._lock = threading.Lock()

    def verify(self, paths: Iterable[str]) -> None:
        """Make sure that files are what they were.

        Raises:
            LeanBuildError: one is missing, or not what it was.
        """
        with self._lock:
            for path in paths:
                self._verify(path)

    def have_changed(self, paths: Iterable[str]) -> bool:
        """Tell whether a file that was verified is there no more, or another one."""
        with self._lock:
            known = [(path, self._known[path][0]) for path in paths if path in self._known]
        return any(_state_if_there(path) != state for path, state in known)

    def forget(self, paths: Iterable[str]) -> None:
        """Let files be what they are now: they were built again."""
        with self._lock:
            for path in paths:
                self._known.pop(path, None)

    def _verify(self, path: str) -> None:
        try:
            state = _state(path)
            known = self._known.get(path)
            if known is not None and known[0] == state:
                return
            content = Path(path).read_bytes()
        except OSError as error:
            raise LeanBuildError(f"a file that verdicts rest on is gone: {error}") from error
        digest = hashlib.blake2b(content, key=self._key, digest_size=32).digest()
        recorded = recorded_digest(Path(path))
        is_recorded = recorded in (None, hashlib.sha256(content).hexdigest())
        if not is_recorded or (known is not None and known[1] != digest):
            since = "since this run began" if is_recorded else "since it was built"
            raise LeanBuildError(
                f"{path} was changed {since}: no verdict can rest on it. Remove its folder from "
                "the cache directory, and find out which program wrote there; "
                "a text under test can where it has no sandbox"
            )
        self._known[path] = state, digest


def _state_if_there(path: str) -> _State | None:
    try:
        return _state(path)
    except OSError:
        return None


def _state(path: str) -> _State:
    found = os.stat(path)
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
