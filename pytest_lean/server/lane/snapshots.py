"""Snapshots of imports: what Lean has in memory after a header, in a file of the cache.

``lean --incr-header-save`` writes one and ``--incr-load`` maps it, in place of reading the
modules. Lean itself checks of its modules only that they are there, so a snapshot is used only
while each of them is the file that it was (size, times, inode), and while none stands before
it in the search path. Seen to fit Lean 4.35; older versions are not asked. Beside each stands the
same snapshot for who has its modules mapped already (:mod:`.modules`).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import operator
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pytest_lean.toolchain.cache import LOCK_TIMEOUT, locked, writing
from pytest_lean.toolchain.file_state import NOTHING_SEEN, FileState, file_state
from pytest_lean.toolchain.model import Version

SINCE: Version = (4, 35, 0)
_FOLDER = "snapshot"
_NAME, _STAMPS = "header.snap", "stamps.json"
# The same snapshot under a name beside which no modules are named, and what stands there.
_BARE, _NO_MODULES = "bare.snap", "[]"
_COMPILED = ".olean"
# What `_stamp_of` takes of a state.
_STAMP_IN_STATUS = operator.attrgetter("st_mtime_ns", "st_ctime_ns", "st_size", "st_ino")
# A file may have changed while it was read; file systems count time in steps.
_CLOCK_NS = 20_000_000
_MOST_BYTES = 1 << 30

Make = Callable[[Path], bool]
Stamps = dict[str, "list[int] | None"]


class _JustChangedError(Exception):
    """A module may have changed while it was read."""


class Snapshots:
    """The snapshots of one Lean with one set of options.

    Args:
        cache: the cache directory.
        identity: all that a snapshot depends on, its header and its modules not counted.
        roots: the folders of compiled modules, in the order in which Lean looks there.
    """

    def __init__(self, cache: Path, identity: Sequence[str], roots: Sequence[str]) -> None:
        self._cache = cache
        self._identity = tuple(identity)
        self._roots = tuple(roots)
        self._known: dict[tuple[str, ...], tuple[Path, _Modules]] = {}
        self._useless: set[tuple[str, ...]] = set()
        self._asked: set[tuple[str, ...]] = set()

    def get(
        self, header: tuple[str, ...], make: Make, seconds: float | None, *, at_once: bool = True
    ) -> Path | None:
        """Return the snapshot of ``header``, made if need be; None if there can be none.

        Args:
            header: the lines at the head of the texts that it is for.
            make: writes a snapshot to the path that it is given; returns whether it did.
            seconds: how long another process may take that makes the same one.
            at_once: whether the first text with this header is worth making one; else the
                second is.

        Raises:
            CacheDirError, LeanBuildError: there is no place for it.
        """
        if header in self._useless:
            return None
        if self.is_current(header):
            return self.last(header)
        if not at_once and header not in self._asked:
            self._asked.add(header)
            return None
        folder = self._cache / _FOLDER / self._key(header)
        wait = LOCK_TIMEOUT if seconds is None else seconds
        with writing(self._cache), locked(self._cache, f"{_FOLDER}-{folder.name}", wait):
            try:
                found = self._find(folder) or self._make(folder, make)
            except _JustChangedError:
                return None  # the next text may have one
        if found is None:
            self._useless.add(header)
            return None
        self._known[header] = found
        return found[0]

    def last(self, header: tuple[str, ...]) -> Path | None:
        """Return the snapshot of ``header`` that was used last, which may be an old one by now."""
        return None if header in self._useless else self._known.get(header, (None, None))[0]

    def is_current(
        self, header: tuple[str, ...], seen: Mapping[str, FileState] = NOTHING_SEEN
    ) -> bool:
        """Return whether the snapshot that was used last is that of the modules as they are.

        Args:
            header: the lines at the head of the text.
            seen: the states of files that the caller answers for.
        """
        return header in self._known and self._known[header][1].are_unchanged(seen)

    def discard(self, header: tuple[str, ...]) -> None:
        """Use no snapshot for ``header`` any more: it was seen to do harm."""
        self._useless.add(header)
        path, _ = self._known.pop(header, (None, None))
        if path is not None:
            shutil.rmtree(path.parent, ignore_errors=True)

    def _key(self, header: tuple[str, ...]) -> str:
        parts = [_BARE, *self._identity, "", *self._roots, "", *header]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]

    def _find(self, folder: Path) -> tuple[Path, _Modules] | None:
        for path in sorted(folder.glob(f"*/{_STAMPS}")):
            with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
                modules = _Modules(json.loads(path.read_bytes()))
                if modules.are_unchanged():
                    os.utime(path)  # it is in use
                    return path.with_name(_NAME), modules
        return None

    def _make(self, folder: Path, make: Make) -> tuple[Path, _Modules] | None:
        folder.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".", dir=folder))
        started = time.time_ns()
        try:
            if not make(work / _NAME):
                return None
            stamps = dict(self._stamp(_dependencies(work / _NAME)))
            if any(stamp and max(stamp[:2]) > started - _CLOCK_NS for stamp in stamps.values()):
                raise _JustChangedError
            (work / _STAMPS).write_text(json.dumps(stamps), encoding="utf-8")
            (work / _BARE).symlink_to(_NAME)
            _dependencies(work / _BARE).write_text(_NO_MODULES, encoding="utf-8")
            for old in folder.iterdir():  # of modules that are not there any more
                if old != work:
                    shutil.rmtree(old, ignore_errors=True)
            final = folder / work.name.lstrip(".")
            os.replace(work, final)
        finally:
            shutil.rmtree(work, ignore_errors=True)
        _make_room(folder.parent, final)
        return final / _NAME, _Modules(stamps)

    def _stamp(self, dependencies: Path) -> Iterator[tuple[str, list[int] | None]]:
        """Yield each module's file and its state, and the places where none may come first."""
        for path in sorted(set(_paths(json.loads(dependencies.read_bytes())))):
            yield path, _state(path)
            for root in self._roots:
                if path.startswith(f"{root}{os.sep}"):
                    break
            else:
                continue
            package = path[len(root) + 1 :].split(os.sep)[0].split(".")[0]
            for before in self._roots[: self._roots.index(root)]:
                for place in (os.path.join(before, package), f"{before}/{package}{_COMPILED}"):
                    yield place, _state(place)


def states_of(snapshot: Path) -> Path:
    """Return the file with the states of a snapshot's modules."""
    return snapshot.with_name(_STAMPS)


def bare(snapshot: Path) -> Path:
    """Return the name of a snapshot for who has its modules mapped already."""
    return snapshot.with_name(_BARE)


def _dependencies(snapshot: Path) -> Path:
    """Return the file in which Lean looks for the modules of a snapshot."""
    return snapshot.with_name(f"{snapshot.name}.deps")


def _paths(value: Any) -> Iterator[str]:
    if isinstance(value, str) and os.sep in value:
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _paths(item)


def _state(path: str) -> list[int] | None:
    state = file_state(path)
    return None if state is None else _stamp_of(state)


def _stamp_of(state: FileState) -> list[int]:
    """Return what of a state is still the same when the machine was started again."""
    return [state.mtime_ns, state.ctime_ns, state.size, state.inode]


class _Modules:
    """The modules that a snapshot has, and the places where none may come before them.

    There are twice as many of the latter as there are packages, for each folder that Lean looks
    in before; one look at the folder tells that nothing came into it.
    """

    def __init__(self, stamps: Stamps) -> None:
        self._files = {path: tuple(stamp) for path, stamp in stamps.items() if stamp is not None}
        self._places: dict[str, list[str]] = {}
        for path, stamp in stamps.items():
            if stamp is None:
                self._places.setdefault(os.path.dirname(path), []).append(path)
        self._empty: dict[str, FileState] = {}

    def are_unchanged(self, seen: Mapping[str, FileState] = NOTHING_SEEN) -> bool:
        """Return whether all of it is as it was; see :meth:`Snapshots.is_current`."""
        unseen = dict(self._files)
        for path in self._files.keys() & seen.keys():
            if tuple(_stamp_of(seen[path])) != unseen.pop(path):
                return False
        try:  # there may be thousands, and this is done for each text
            found = map(_STAMP_IN_STATUS, map(os.stat, unseen))
            if not all(map(operator.eq, found, unseen.values())):
                return False
        except OSError:
            return False
        return all(map(self._is_empty, self._places))

    def _is_empty(self, folder: str) -> bool:
        """Return whether no place in a folder is taken."""
        now = time.time_ns()
        state = file_state(folder)
        if state is None or self._empty.get(folder) == state:
            return True
        if any(map(os.path.lexists, self._places[folder])):
            return False
        if state.ctime_ns < now - _CLOCK_NS:  # else it could change and look the same
            self._empty[folder] = state
        return True


def _make_room(folder: Path, newest: Path) -> None:
    """Remove the snapshots that were not used for longest, if all of them are too large."""
    entries = []
    for path in folder.glob(f"*/*/{_STAMPS}"):
        with contextlib.suppress(OSError):
            size = path.with_name(_NAME).stat().st_size
            entries.append((path.stat().st_mtime, size, path.parent))
    total = sum(size for _, size, _ in entries)
    for _, size, path in sorted(entries, key=lambda entry: entry[0]):
        if total <= _MOST_BYTES:
            return
        if path != newest:
            shutil.rmtree(path, ignore_errors=True)
            total -= size


def lines(header: Iterable[str]) -> str:
    """Return the text whose snapshot serves all texts with this header."""
    return "".join(f"{line}\n" for line in header)
