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
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from pytest_lean.errors import LeanBuildError
from pytest_lean.toolchain.cache import recorded_digest
from pytest_lean.toolchain.file_state import FileState, file_state


class TrustedFiles:
    """Remembers the files that verdicts rest on.

    Attributes:
        states: what each file was when it was verified last.
    """

    def __init__(self) -> None:
        self._key = os.urandom(32)
        self._states: dict[str, FileState] = {}
        self._digests: dict[str, bytes] = {}
        self._lock = threading.Lock()
        self.states: Mapping[str, FileState] = MappingProxyType(self._states)

    def verify(self, paths: Iterable[str]) -> None:
        """Make sure that files are what they were.

        Raises:
            LeanBuildError: one is missing, or not what it was.
        """
        with self._lock:
            for path in paths:
                self._verify(path)

    def are_known(self, paths: Iterable[str]) -> bool:
        """Tell whether files were verified before."""
        return all(path in self._states for path in paths)

    def have_changed(self, paths: Iterable[str]) -> bool:
        """Tell whether a file that was verified is there no more, or another one."""
        with self._lock:
            known = [(path, self._states[path]) for path in paths if path in self._states]
        return any(file_state(path) != state for path, state in known)

    def forget(self, paths: Iterable[str]) -> None:
        """Let files be what they are now: they were built again."""
        with self._lock:
            for path in paths:
                self._states.pop(path, None)
                self._digests.pop(path, None)

    def _verify(self, path: str) -> None:
        state, known = file_state(path), self._digests.get(path)
        if state is not None and self._states.get(path) == state:
            return
        try:
            content = Path(path).read_bytes()
        except OSError as error:
            raise LeanBuildError(f"a file that verdicts rest on is gone: {error}") from error
        digest = hashlib.blake2b(content, key=self._key, digest_size=32).digest()
        recorded = recorded_digest(Path(path))
        is_recorded = recorded in (None, hashlib.sha256(content).hexdigest())
        if not is_recorded or (known is not None and known != digest):
            since = "since this run began" if is_recorded else "since it was built"
            raise LeanBuildError(
                f"{path} was changed {since}: no verdict can rest on it. Remove its folder from "
                "the cache directory, and find out which program wrote there; "
                "a text under test can where it has no sandbox"
            )
        if state is not None:  # it came while it was looked at: the next look tells what it is
            self._states[path], self._digests[path] = state, digest
