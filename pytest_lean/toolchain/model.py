"""A Lean toolchain, found and ready, as data."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from pytest_lean.errors import ToolchainError
from pytest_lean.messages import OptionValue
from pytest_lean.public import public

Version = tuple[int, int, int]

OLDEST_SUPPORTED: Version = (4, 9, 0)
_PARALLEL_SINCE: Version = (4, 19, 0)
_INCREMENTAL_SINCE: Version = (4, 32, 0)
# Upper bounds: Mathlib has 6 GB of modules and Lean itself 1 GB; all files of the embedded Lean
# together have 250 MB.
_MAPPED_MB = 8192
_MAPPED_EMBEDDED_MB = 256
_VERSION_LINE = re.compile(r"version (\d+)\.(\d+)\.(\d+)([^,)]*)(?:.*?commit ([0-9a-f]+))?")


@public
@dataclass(frozen=True)
class Toolchain:
    """A Lean that can be run. It can be pickled and shared between processes.

    Attributes:
        kind: ``embedded``, or how the full toolchain was found.
        command: the arguments that run ``lean``, before any of its own.
        version: ``(4, 35, 0)``.
        version_text: the whole line of ``lean --version``.
        variables: environment variables that Lean needs, besides those of the process;
            an empty value removes the variable.
        search_path: folders with compiled modules, as in ``LEAN_PATH``.
        watched: those of these folders whose modules may change while a server runs.
        sources: folders with the sources of those modules.
        project: the folder of the Lake project whose modules can be imported, if there is one.
        remarks: what a user should know about how it was found and made ready.
        built: what this process compiled to make it ready; empty if all was compiled before.
        without_project: the toolchain before the project was added, if there is a project.
        chosen_because: why it was chosen; set for the embedded toolchain only.
    """

    kind: Literal["embedded", "explicit", "elan", "sysroot", "path", "lake"]
    command: tuple[str, ...]
    version: Version
    version_text: str
    variables: tuple[tuple[str, str], ...] = ()
    search_path: tuple[str, ...] = ()
    watched: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    project: str = ""
    remarks: tuple[str, ...] = ()
    built: str = ""
    without_project: Toolchain | None = None
    chosen_because: str = field(default="", compare=False)

    @property
    def label(self) -> str:
        """``Lean 4.35.0 (embedded, small core library)``: what reports show."""
        number = ".".join(map(str, self.version))
        note = "embedded, small core library" if self.kind == "embedded" else self.kind
        return f"Lean {number} ({note})"

    @property
    def has_parallel_elaboration(self) -> bool:
        """Whether this Lean knows ``Elab.async`` (4.19 on)."""
        return self.version >= _PARALLEL_SINCE

    @property
    def mapped_mb(self) -> int:
        """The most MiB of its libraries and modules that may be mapped into a Lean process."""
        return _MAPPED_EMBEDDED_MB if self.kind == "embedded" else _MAPPED_MB

    @property
    def notes(self) -> tuple[str, ...]:
        """Its remarks, and one note with the features that this version of Lean lacks."""
        missing = [
            f"{what} (Lean {since[0]}.{since[1]} on)"
            for what, since in (
                ("parallel elaboration", _PARALLEL_SINCE),
                ("incremental diagnostics", _INCREMENTAL_SINCE),
            )
            if self.version < since
        ]
        note = f"{self.label} has no {' and no '.join(missing)}; all else works" if missing else ""
        return (*self.remarks, *filter(None, [note]))

    def environment(self, search_path: Iterable[str] = ()) -> dict[str, str]:
        """Return the environment to run :attr:`command` in.

        Args:
            search_path: further folders with compiled modules. Those of the user's own
                ``LEAN_PATH`` come last.
        """
        result = {**os.environ, **dict(self.variables)}
        for name, value in self.variables:
            if not value:
                del result[name]
        folders = [*self.search_path, *search_path, *inherited_path()]
        result.pop("LEAN_PATH", None)
        if folders:
            result["LEAN_PATH"] = os.pathsep.join(folders)
        return result

    def module_folders(self, search_path: Iterable[str] = ()) -> tuple[str, ...]:
        """Return where Lean looks for compiled modules, its own library last.

        Args:
            search_path: as for :meth:`environment`.
        """
        listed = self.environment(search_path).get("LEAN_PATH", "")
        sysroot = dict(self.variables).get("LEAN_SYSROOT")
        own = [str(Path(sysroot, "lib", "lean"))] if sysroot else []
        return (*filter(None, listed.split(os.pathsep)), *own)


class Wanted(Protocol):
    """What is asked of a toolchain: which Lean, with which modules, and how those are built.

    :class:`~pytest_lean.config.LeanConfig` has all of these and documents each.
    """

    @property
    def toolchain(self) -> str | Toolchain:
        """Which Lean: a name, a path, or a toolchain that was found before."""

    @property
    def lean_version(self) -> str | None:
        """An elan toolchain name."""

    @property
    def install(self) -> bool:
        """Whether elan may download it."""

    @property
    def project(self) -> str | os.PathLike[str] | None:
        """The folder of the Lake project."""

    @property
    def sources(self) -> str | os.PathLike[str] | None:
        """A folder of Lean sources without a lakefile."""

    @property
    def options(self) -> Mapping[str, OptionValue]:
        """Lean options."""

    @property
    def search_path(self) -> tuple[str, ...]:
        """Folders with further compiled modules."""

    @property
    def build(self) -> Literal["auto", "always", "never"]:
        """When the project is built."""

    @property
    def targets(self) -> tuple[str, ...]:
        """What ``lake build`` builds."""

    @property
    def cache_get(self) -> bool:
        """Whether Mathlib's compiled files are downloaded first."""

    @property
    def build_timeout(self) -> float:
        """Seconds that a build, or a download, may take."""

    @property
    def run_id(self) -> str:
        """The run that it is for; empty for the one of this process."""

    @property
    def cache_dir(self) -> str | os.PathLike[str] | None:
        """The cache directory; None for the platform's."""


def inherited_path() -> list[str]:
    """Return the folders of the process's own ``LEAN_PATH``."""
    return [folder for folder in os.environ.get("LEAN_PATH", "").split(os.pathsep) if folder]


def parse_version(line: str) -> Version:
    """Read the version from the line that ``lean --version`` prints.

    Raises:
        ToolchainError: if it is not such a line, or the version is too old.
    """
    match = _VERSION_LINE.search(line)
    if match is None:
        raise ToolchainError(f"this is not what `lean --version` prints: {line.strip()[:200]!r}")
    version = (int(match[1]), int(match[2]), int(match[3]))
    if version < OLDEST_SUPPORTED:
        oldest = ".".join(map(str, OLDEST_SUPPORTED))
        raise ToolchainError(f"{line.strip()}: pytest-lean needs Lean {oldest} or newer")
    return version
