"""What became of the baselines of a run, by file.

The module is light enough to be loaded in a run that has no baselines.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

FOLDER = "baselines"

Status = Literal["as committed", "written", "changed", "different", "missing"]


class BaselineLog:
    """What became of the baselines of a run, by file.

    Attributes:
        status: what became of each file.
        texts: for each file, the text that a test of this process compared or wrote.
        digests: the digest of that text, from all processes.
        conflicts: files for which two workers had different texts.
    """

    def __init__(self) -> None:
        self.status: dict[str, Status] = {}
        self.texts: dict[str, str] = {}
        self.digests: dict[str, str] = {}
        self.conflicts: set[str] = set()

    def add(self, path: str, status: Status) -> None:
        """Record what became of ``path``; a status other than "as committed" stays."""
        if self.status.get(path, "as committed") == "as committed":
            self.status[path] = status

    def merge(self, path: str, status: Status, digest: str) -> None:
        """Add what became of ``path`` in a worker."""
        self.add(path, status)
        if self.digests.setdefault(path, digest) != digest:
            self.conflicts.add(path)

    def of(self, status: Status) -> list[str]:
        """Return the files of one status."""
        return sorted(path for path, found in self.status.items() if found == status)


def folder_of(test_file: Path) -> Path:
    """Return the folder of the baselines of a test file."""
    return test_file.parent / FOLDER / test_file.stem


def shown_path(root: Path, path: Path) -> str:
    """Return ``path`` relative to ``root``, if it is in it."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
