"""A file of verdicts: it is written in whole lines, and gone on with after a run was killed.

Promises: lines are handed to the system at once, so that a killed run leaves at the most half of
one; the next run mends that, knows what is done, and refuses to go on with a file that is not its
own.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

from pytest_lean.judge.answer import Reached
from pytest_lean.judge.disk_map import DiskMap, digest_of
from pytest_lean.judge.proof import Id, Verdict

_BLOCK = 1 << 20
_VERDICTS = get_args(Verdict)


class RecordsError(Exception):
    """A file cannot be read or written, or is not what it should be."""


class Done:
    """What a file of verdicts already has.

    Attributes:
        solved: the problems of what is proved.
        count: how many verdicts there are.
        missing: how many of them are ``none``.
    """

    def __init__(self) -> None:
        self._digests = DiskMap()
        self.solved = DiskMap()
        self.count = self.missing = 0

    def add(self, row: dict[str, Any]) -> None:
        """Add a verdict."""
        self.count += 1
        self.missing += row["verdict"] == "none"
        self._digests.put(_key(row), str(row.get("digest", "")).encode())
        if row["verdict"] == "proved" and row.get("problem") is not None:
            self.solved.put(digest_of(repr(row["problem"])))

    def digest(self, id: Id | None, line: int | None = None) -> str | None:
        """Return the digest of what was judged; None if it was not."""
        found = self._digests.get(_key({"id": id, "line": line}))
        return None if found is None else found.decode()


class VerdictFile:
    """A file of verdicts that is continued.

    Args:
        path: the file, or None for standard output, which cannot be continued, as a pipe cannot.
        run: the digest of the settings.
        retry_none: whether verdicts that are ``none`` are taken out, to be reached anew.

    Raises:
        RecordsError: it cannot be written, another process writes to it, or it is something else.
    """

    def __init__(self, path: Path | None, run: str, *, retry_none: bool = False) -> None:
        self.done = Done()
        self._path = path
        self._run = run
        self._is_kept = False
        if path is None:
            if sys.stdout is None:
                raise RecordsError("standard output is closed: give --out")
            self._file = os.dup(sys.stdout.fileno())
            return
        with _told(path):
            if path.exists() and not path.is_file() and not path.is_dir():  # a pipe, or a device
                self._file = os.open(path, os.O_WRONLY)
                return
            self._is_kept = True
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, 0o666)
        try:
            _lock(self._file, path)
            with _told(path):
                self._mend()
                self._take_over()
                if retry_none:
                    self._take_out_none()
        except BaseException:
            os.close(self._file)
            raise

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the verdicts that are there."""
        if not self._is_kept:
            return
        with _told(self._path), open(os.dup(self._file), "rb") as file:
            file.seek(0)
            yield from filter(None, map(_row, file))

    def write(self, batch: Iterable[Reached]) -> None:
        """Append verdicts, and hand them to the system at once."""
        data = "".join([reached.to_json(self._run) for reached in batch]).encode("utf-8")
        with _told(self._path):
            while data:
                data = data[os.write(self._file, data) :]

    def close(self) -> None:
        """Close the file, and let the next run have it."""
        if self._is_kept:
            _unlock(self._file)
        os.close(self._file)

    def _mend(self) -> None:
        """Take away, or complete, what a killed run left of its last line."""
        size = os.fstat(self._file).st_size
        end, tail = size, b""
        while end and b"\n" not in tail:
            start = max(0, end - _BLOCK)
            tail = os.pread(self._file, end - start, start) + tail
            end = start
        rest = tail[tail.rfind(b"\n") + 1 :]
        if not rest:
            return
        if _row(rest) is not None:
            os.write(self._file, b"\n")
        else:
            os.ftruncate(self._file, size - len(rest))

    def _take_over(self) -> None:
        """Read what is there.

        Raises:
            RecordsError: it is no file of verdicts, or one of another run.
        """
        with open(os.dup(self._file), "rb") as file:
            file.seek(0)
            for number, line in enumerate(file, 1):
                row = _row(line)
                if row is None:
                    raise RecordsError(
                        f"{self._path}: line {number} is no verdict; is it the right file?"
                    )
                if row.get("run", self._run) != self._run:
                    raise RecordsError(
                        f"{self._path}: line {number} was reached with other settings (trust, "
                        "isolation, imports, options, axioms, toolchain or version); give the "
                        "same ones, or another --out"
                    )
                self.done.add(row)

    def _take_out_none(self) -> None:
        """Write the file anew without the verdicts that are none."""
        assert self._path is not None
        kept = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            with open(os.dup(self._file), "rb") as old, open(kept, "wb") as new:
                old.seek(0)
                self.done = Done()
                for line in old:
                    row = _row(line)
                    if row is not None and row["verdict"] != "none":
                        new.write(line)
                        self.done.add(row)
            os.replace(kept, self._path)
        finally:
            kept.unlink(missing_ok=True)
        os.close(self._file)
        self._file = os.open(self._path, os.O_RDWR | os.O_APPEND | _BINARY)
        _lock(self._file, self._path)


_BINARY = getattr(os, "O_BINARY", 0)


def _row(line: bytes) -> dict[str, Any] | None:
    """Return a verdict as it stands in a file; None if the line is something else."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or row.get("verdict") not in _VERDICTS or "id" not in row:
        return None
    name = row["id"] if row["id"] is not None else row.get("line")
    is_name = isinstance(name, int if row["id"] is None else (str, int))
    return row if is_name and not isinstance(name, bool) else None


def _key(row: dict[str, Any]) -> bytes:
    return digest_of(f"line {row['line']}" if row["id"] is None else repr(row["id"]))


def _lock(file: int, path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # two runs at once are then the user's affair
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise RecordsError(f"{path}: another run writes to it") from None
    except OSError:  # a file system without locks
        return


def _unlock(file: int) -> None:
    """Give the lock back, also where a process that is just being started has the file as well."""
    with contextlib.suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(file, fcntl.LOCK_UN)


@contextlib.contextmanager
def _told(path: Path | None) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        name = "standard output" if path is None else path
        raise RecordsError(f"{name}: {error.strerror or error}") from error
