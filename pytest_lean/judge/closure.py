"""What a header imports, as one digest: of the content of all compiled modules that it leads to.

A module is found as Lean finds it: in the first folder of the search path that has its package.
The digest of a file is kept in the cache directory beside its inode, size and times, so that a
file is read once, and not once a run. A file of which one of these has changed is read again; equal
content has an equal digest, on any machine.

Promises: an answer is about the files as they are now, but for those of the toolchain, which are
looked at once in the life of a :class:`Closures`. What is missing or cannot be read has no digest.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pytest_lean.errors import CacheDirError
from pytest_lean.judge.olean import imports_of
from pytest_lean.judge.region import SUFFIXES, OleanError
from pytest_lean.language.purity import reads_the_world
from pytest_lean.language.syntax import imported_by
from pytest_lean.toolchain.cache import write_whole, writing

# What Lean loads of a module: its parts, and what the interpreter runs.
_PARTS = (*SUFFIXES, ".ir")
_NAME_PART = re.compile(r"«([^»]*)»|([^.]+)")
# Below it stand other people's modules, which Lake has downloaded.
_PACKAGES = os.path.join("", ".lake", "packages", "")


@dataclass(frozen=True)
class _Module:
    """What is known of one compiled module.

    Attributes:
        state: inode, size and times of its files, as they were when it was read.
        digest: of the content of its files.
        imports: what it imports.
        reads: whether it mentions a function that reads files, clocks or chance.
    """

    state: tuple[tuple[int, ...], ...]
    digest: str
    imports: tuple[str, ...]
    reads: bool


class Closures:
    """The modules below some folders, as digests. Not for more than one thread at a time.

    Args:
        folders: the search path, in its order.
        fixed: those folders of it whose modules do not change while this process runs.
        cache: the cache directory.
    """

    def __init__(self, folders: Iterable[str], fixed: Iterable[str], cache: Path) -> None:
        kept = frozenset(map(os.path.abspath, fixed))
        self._folders = [
            _Folder(folder, cache / "verdicts" / "modules", is_fixed=folder in kept)
            for folder in dict.fromkeys(map(os.path.abspath, folders))
        ]

    def digest(self, header: Sequence[str]) -> str | None:
        """Return the digest of all that a header leads to; None if it cannot be told.

        It cannot if a module is missing or unreadable. Nor can it if a module mentions a function
        that reads files, clocks or chance, since its tactics and commands may use it; what a
        package of Lake's, or the toolchain, mentions is taken to be of no consequence, as
        Lake itself takes it when it does not build a module again.

        Args:
            header: the lines at the head of a document.
        """
        waiting = [*imported_by(header), *(["Init"] if "prelude" not in header else [])]
        found: dict[str, str] = {}
        packages: dict[str, _Folder | None] = {}
        while waiting:
            name = waiting.pop()
            if name in found:
                continue
            parts = [quoted or plain for quoted, plain in _NAME_PART.findall(name)]
            if parts[0] not in packages:
                has_it = (folder for folder in self._folders if folder.has_package(parts[0]))
                packages[parts[0]] = next(has_it, None)
            folder = packages[parts[0]]
            module = folder.module(name, parts) if folder is not None else None
            if folder is None or module is None or (module.reads and folder.is_own):
                return None
            found[name] = module.digest
            waiting += module.imports
        return _digest(*(f"{name} {digest}" for name, digest in sorted(found.items())))

    def save(self) -> None:
        """Keep what was read, for other processes; a cache that cannot be written is left alone."""
        for folder in self._folders:
            folder.save()


class _Folder:
    """One folder of a search path.

    Args:
        root: its path.
        store: where digests are kept.
        is_fixed: whether its modules do not change while this process runs.
    """

    def __init__(self, root: str, store: Path, *, is_fixed: bool) -> None:
        self._root = root
        self._is_fixed = is_fixed
        self._store = store
        self._file = store / f"{_digest(root)[:32]}.json"
        self._known: dict[str, _Module] | None = None
        self._looked_at = set[str]()
        self._is_saved = True

    @property
    def is_own(self) -> bool:
        """Whether its modules are the user's: neither the toolchain's nor a package's."""
        return not self._is_fixed and _PACKAGES not in self._root

    def has_package(self, name: str) -> bool:
        """Return whether Lean looks here, and nowhere further, for what begins with ``name``."""
        place = os.path.join(self._root, name)
        return os.path.isdir(place) or os.path.isfile(f"{place}.olean")

    def module(self, name: str, parts: Sequence[str]) -> _Module | None:
        """Return what is known of a module, read again if it has changed; None if it cannot be."""
        if self._known is None:
            self._known = _load(self._file)
        known = self._known.get(name)
        if known is not None and name in self._looked_at:
            return known
        place = os.path.join(self._root, *parts)
        if known is None or _state(place) != known.state:
            known = _read(place)
            if known is None:
                return None
            self._known[name] = known
            self._is_saved = False
        if self._is_fixed:
            self._looked_at.add(name)
        return known

    def save(self) -> None:
        """Write what was read, on top of what another process has written meanwhile."""
        if self._is_saved or self._known is None:
            return
        merged = {**_load(self._file), **self._known}
        text = json.dumps({name: asdict(stamp) for name, stamp in merged.items()})
        with contextlib.suppress(CacheDirError), writing(self._store):
            write_whole(self._file, text)
        self._is_saved = True


def _load(file: Path) -> dict[str, _Module]:
    """Return what a file of digests says; nothing if there is none, or if it is damaged."""
    try:
        return {
            name: _Module(
                tuple(tuple(map(int, pair)) for pair in kept["state"]),
                str(kept["digest"]),
                tuple(map(str, kept["imports"])),
                bool(kept["reads"]),
            )
            for name, kept in json.loads(file.read_bytes()).items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _read(place: str) -> _Module | None:
    """Read a module, ``place`` being its path without an ending."""
    state = _state(place)
    try:
        olean = Path(f"{place}{_PARTS[0]}").read_bytes()
        others = [Path(f"{place}{end}").read_bytes() for end in _existing(place)[1:]]
        imports = imports_of(olean)
    except (OSError, OleanError, IndexError):
        return None
    if _state(place) != state:  # it was written meanwhile
        return None
    digest = _digest(*map(_digest_of_bytes, (olean, *others)))
    return _Module(state, digest, imports, any(map(reads_the_world, (olean, *others))))


def _state(place: str) -> tuple[tuple[int, ...], ...]:
    """Return what tells whether one of a module's files is another than it was."""
    found = []
    for number, end in enumerate(_PARTS):
        try:
            status = os.stat(f"{place}{end}")
        except OSError:
            continue
        times = (status.st_mtime_ns, status.st_ctime_ns)
        found.append((number, status.st_dev, status.st_ino, status.st_size, *times))
    return tuple(found)


def _existing(place: str) -> list[str]:
    return [end for end in _PARTS if os.path.isfile(f"{place}{end}")]


def _digest(*texts: str) -> str:
    digest = hashlib.blake2b(digest_size=32)
    for text in texts:
        encoded = text.encode("utf-8", "surrogateescape")
        digest.update(len(encoded).to_bytes(8, "little") + encoded)
    return digest.hexdigest()


def _digest_of_bytes(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=32).hexdigest()
