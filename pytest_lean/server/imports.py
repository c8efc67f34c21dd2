"""Did an imported module change on disk since the worker loaded it?

Lean maps the ``.olean`` files of the header once. The modules of the user's own folders, and
their sources in a Lake project, are compared before each command, by size and modification
time; the toolchain's own library is taken as fixed.
"""

from __future__ import annotations

import functools
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pytest_lean.language.quoted import MODULE
from pytest_lean.language.syntax import imported_by
from pytest_lean.server.compiled import axioms_of
from pytest_lean.server.trust import UNKNOWN

Header = tuple[str, ...]
Stamp = tuple[int, ...]
_COMPILED = ".olean"
_NAME_PART = re.compile(r"«([^»]*)»|([^.]+)")


class ImportWatch:
    """What the workers of one server import, as it was when each was started.

    Args:
        read: returns the state on disk of what a header imports.
    """

    def __init__(self, read: Callable[[Header], ImportStamps]) -> None:
        self.read = read
        self._loaded: dict[Header, ImportStamps] = {}

    def note(self, header: Header, stamps: ImportStamps) -> None:
        """Note that a worker has loaded ``header``, as its imports were before it started."""
        self._loaded[header] = stamps

    def forget(self, header: Header) -> None:
        """Forget ``header``: no worker has it loaded any more."""
        self._loaded.pop(header, None)

    def changed(self, header: Header) -> str | None:
        """Return the path of a module of ``header`` that changed since its worker started."""
        stamps = self._loaded.get(header)
        return None if stamps is None else stamps.changed()

    def is_stale(self) -> bool:
        """Return whether a module of any worker changed since that started.

        The compiled beginnings of chains are not counted: they are ours to remove.
        """
        loaded = list(self._loaded.items())
        return any(stamps.changed() for header, stamps in loaded if not is_sealed(header))

    def axioms(self, header: Header) -> frozenset[str]:
        """Return the axioms that ``header`` brings along, as its worker loaded what it imports."""
        stamps = self._loaded.get(header)
        return frozenset({UNKNOWN}) if stamps is None else stamps.axioms

    def state(self, imports: Iterable[str]) -> str:
        """Return a text that tells apart the states on disk of what ``imports`` lead to."""
        return self.read(tuple(f"import {name}" for name in imports)).identity()


class ImportStamps:
    """The state on disk of all modules that a header imports, directly or not.

    Args:
        header: the lines at the head of the document.
        roots: the folders in which modules that may change are looked for.
        sources: the folders in which their sources are.
    """

    def __init__(
        self, header: Iterable[str], roots: Iterable[Path], sources: Iterable[Path] = ()
    ) -> None:
        self._roots = tuple(roots)
        self._sources = tuple(sources)
        self._is_whole = True
        self._stamps = dict(self._scan(header)) if self._roots else {}

    def changed(self) -> str | None:
        """Return the path of a module, or a source, that is not as it was; None if all are."""
        for path, stamp in self._stamps.items():
            if stamp_of(path) != stamp:
                return path
        return None

    @functools.cached_property
    def axioms(self) -> frozenset[str]:
        """The axioms that the modules declare or mention, beyond Lean's own three.

        :data:`~pytest_lean.server.trust.UNKNOWN` is among them if what a module imports is not
        known, or if a module may bring along more than can be read in it.
        """
        compiled = [
            Path(path) for path, stamp in self._stamps.items() if stamp and path.endswith(_COMPILED)
        ]
        found = frozenset[str]().union(*map(axioms_of, compiled))
        return found if self._is_whole else found | {UNKNOWN}

    @property
    def files(self) -> tuple[tuple[str, Stamp | None], ...]:
        """The path and the state of each file that was looked for; None if it is not there."""
        return tuple(self._stamps.items())

    def identity(self) -> str:
        """Return a text that differs between any two states on disk."""
        return repr(sorted(self._stamps.items()))

    def _scan(self, header: Iterable[str]) -> Iterator[tuple[str, Stamp | None]]:
        waiting = imported_by(header)
        seen: set[str] = set()
        while waiting:
            module = waiting.pop()
            if module in seen:
                continue
            seen.add(module)
            parts = [quoted or plain for quoted, plain in _NAME_PART.findall(module)]
            for source in self._sources:
                path = f"{source.joinpath(*parts)}.lean"
                yield path, stamp_of(path)
            for root in self._roots:
                base = root.joinpath(*parts)
                stamp = stamp_of(f"{base}{_COMPILED}")
                # A module that is not there is noted too: when somebody adds it, Lean takes it
                # and not the one of a later root.
                yield f"{base}{_COMPILED}", stamp
                if stamp is not None:
                    further = _imports(Path(f"{base}.ilean"))
                    self._is_whole = self._is_whole and further is not None
                    waiting += further or []
                    break


def is_sealed(header: Header) -> bool:
    """Return whether a header imports a compiled beginning (:mod:`pytest_lean.server.seals`)."""
    return bool(header) and header[-1].startswith(f"import {MODULE}.")


def stamp_of(path: str) -> Stamp | None:
    """Return what tells apart the states of a file on disk; None if there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _imports(ilean: Path) -> list[str] | None:
    """Return what the module of an ``.ilean`` file imports; None if it cannot be read."""
    try:
        entries = json.loads(ilean.read_bytes())["directImports"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return [str(entry[0] if isinstance(entry, list) else entry) for entry in entries]
