"""Proofs and verdicts as lines of JSON.

Promises: whatever a line of a file of proofs holds, it is a proof or a :class:`Misread` with its
number, and the lines behind it are read. A file of verdicts is written in whole lines, which are
handed to the system at once, so that a killed run leaves at the most half of one; the next run
mends that, knows what is done, and refuses to go on with a file that is not its own.
"""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import json
import operator
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import IO, Any

from pytest_lean.judge.disk_map import DiskMap
from pytest_lean.judge.proof import Id, Judgement, Misread, Proof
from pytest_lean.judge.work import Setup, Work
from pytest_lean.messages import Message

_FIELDS = frozenset(spec.name for spec in fields(Proof))
_LONGEST_LINE = 64 << 20
_BLOCK = 1 << 20
_MOST_UNKNOWN = 100
_BOM = b"\xef\xbb\xbf"
_ALWAYS = "id verdict trust reason cause messages axioms seconds cached attempts digest".split()
_values = operator.attrgetter(*_ALWAYS)


class RecordsError(Exception):
    """A file cannot be read or written, or is not what it should be."""


@dataclass(frozen=True)
class Shard:
    """One of several parts of a file, which several machines judge.

    All attempts at a problem are in the same part.

    Attributes:
        index: which, from 1.
        count: how many there are.
    """

    index: int = 1
    count: int = 1

    def has(self, key: Id) -> bool:
        """Return whether what has this key is in this part."""
        if self.count == 1:
            return True
        digest = hashlib.blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=8)
        return int.from_bytes(digest.digest(), "big") % self.count == self.index - 1


@dataclass
class Reading:
    """How far a file of proofs has been read.

    Attributes:
        lines: how many lines, empty ones left out, belong to this run.
        done: how many of them have their verdict from an earlier run.
        unknown: names of fields that mean nothing here.
        bytes: how much of the file.
    """

    lines: int = 0
    done: int = 0
    unknown: set[str] = field(default_factory=set)
    bytes: int = 0


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
            self.solved.put(repr(row["problem"]))

    def digest(self, id: Id | None, line: int | None = None) -> str | None:
        """Return the digest of what was judged; None if it was not."""
        found = self._digests.get(_key({"id": id, "line": line}))
        return None if found is None else found.decode()


def read(
    file: IO[bytes], setup: Setup, done: Done, shard: Shard, reading: Reading
) -> Iterator[Proof | Misread]:
    """Yield what a file of proofs has, but for what is done.

    Args:
        file: the file.
        setup: that of the run.
        done: what an earlier run has judged.
        shard: which part of the file.
        reading: is kept up to date.

    Raises:
        RecordsError: a verdict is there for another proof with the same id.
    """
    for number, item in _items(file, reading):
        if isinstance(item, Misread):
            if (number - 1) % shard.count != shard.index - 1:
                continue
            known = done.digest(None, number) is not None
        else:
            if not shard.has(item.id if item.problem is None else item.problem):
                continue
            known = _is_known(item, number, setup, done)
        reading.lines += 1
        reading.done += known
        if not known:
            yield item


def read_file(path: Path) -> Iterator[tuple[int, Proof | Misread]]:
    """Yield the number of each line of a file of proofs that is not empty, and what it holds."""
    with open(path, "rb") as file:
        yield from _items(file, Reading())


def _items(file: IO[bytes], reading: Reading) -> Iterator[tuple[int, Proof | Misread]]:
    seen = DiskMap()
    try:
        for number, line in _lines(file, reading):
            item = _parse(line, number, reading)
            yield number, _unless_twice(item, number, seen) if isinstance(item, Proof) else item
    finally:
        seen.close()


def _unless_twice(proof: Proof, number: int, seen: DiskMap) -> Proof | Misread:
    if seen.add(repr(proof.id), str(number).encode()):
        return proof
    before = (seen.get(repr(proof.id)) or b"").decode()
    return Misread(number, f"the id {proof.id!r} stands on line {before} already")


def _is_known(proof: Proof, number: int, setup: Setup, done: Done) -> bool:
    digest = done.digest(proof.id) if done.count else None
    if digest is None:
        return False
    if digest != Work.of(proof, setup).digest:
        raise RecordsError(
            f"line {number}: there is a verdict for {proof.id!r} already, about another text, "
            "theorem or statement; give another --out"
        )
    return True


def _lines(file: IO[bytes], reading: Reading) -> Iterator[tuple[int, bytes | None]]:
    """Yield number and content of each line that is not empty; None for one that is too long."""
    number = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        reading.bytes += len(line)
        is_whole = line.endswith(b"\n") or len(line) < _LONGEST_LINE
        while not is_whole:
            rest = file.readline(_BLOCK)
            reading.bytes += len(rest)
            is_whole = not rest or rest.endswith(b"\n")
            line = b""
        if not line:
            yield number, None
        elif line.removeprefix(_BOM if number == 1 else b"").strip():
            yield number, line.removeprefix(_BOM if number == 1 else b"")


def _parse(line: bytes | None, number: int, reading: Reading) -> Proof | Misread:
    try:
        record = _record(line)
        if not record.keys() <= _FIELDS:
            if len(reading.unknown) < _MOST_UNKNOWN:
                reading.unknown |= record.keys() - _FIELDS
            record = {name: value for name, value in record.items() if name in _FIELDS}
        if isinstance(record.get("imports"), list):
            record["imports"] = tuple(record["imports"])
        return Proof(**record)
    except (TypeError, ValueError) as error:
        return Misread(number, str(error))


def _record(line: bytes | None) -> dict[str, Any]:
    """Return what a line holds.

    Raises:
        ValueError: it is no record of a proof; says why.
    """
    if line is None:
        raise ValueError(f"it is longer than {_LONGEST_LINE >> 20} MiB")
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8: {error}") from error
    except (ValueError, RecursionError) as error:
        raise ValueError(f"it is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise ValueError("it is no JSON object")
    for name in ("id", "text"):
        if record.get(name) is None:
            raise ValueError(f"it has no {name}")
    # A misspelt field would be a check that is not made.
    for other in sorted(record.keys() - _FIELDS):
        meant = difflib.get_close_matches(other, sorted(_FIELDS), 1, 0.8)
        if meant:
            raise ValueError(f"it has no field {other!r}: {meant[0]!r} may be meant")
    return record


# `json.dumps` makes an encoder for each call that wants anything but ASCII.
_encode = json.JSONEncoder(ensure_ascii=False).encode


def to_json(judgement: Judgement, run: str = "") -> bytes:
    """Return a verdict as one line.

    Args:
        judgement: the verdict.
        run: the digest of the settings under which it was reached.
    """
    row = to_row(judgement, run)
    try:
        return _encode(row).encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # half of a character, in something that Lean said
        return json.dumps(row).encode("ascii") + b"\n"


def to_row(judgement: Judgement, run: str = "") -> dict[str, Any]:
    """Return a verdict as data; the arguments are those of :func:`to_json`."""
    row: dict[str, Any] = dict(zip(_ALWAYS, _values(judgement), strict=True))
    row["messages"] = [_message_to_json(message) for message in judgement.messages]
    for name in ("problem", "line"):
        if getattr(judgement, name) is not None:
            row[name] = getattr(judgement, name)
    if run:
        row["run"] = run
    return row


def _message_to_json(message: Message) -> dict[str, Any]:
    return {
        "severity": message.severity,
        "line": message.start_pos.line,
        "column": message.start_pos.column,
        "end_line": message.end_pos.line,
        "end_column": message.end_pos.column,
        "data": message.data,
    }


class VerdictFile:
    """A file of verdicts that is continued.

    Args:
        path: the file, or None for standard output, which cannot be continued.
        run: the digest of the settings.
        retry_none: whether verdicts that are ``none`` are taken out, to be reached anew.

    Raises:
        RecordsError: it cannot be written, another process writes to it, or it is something else.
    """

    def __init__(self, path: Path | None, run: str, *, retry_none: bool = False) -> None:
        self.done = Done()
        self._path = path
        self._run = run
        if path is None:
            self._file = os.dup(sys.stdout.fileno())
            return
        with _told(path):
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
        if self._path is None:
            return
        with _told(self._path), open(os.dup(self._file), "rb") as file:
            file.seek(0)
            yield from filter(None, map(_row, file))

    def write(self, judgements: Iterable[Judgement]) -> None:
        """Append verdicts, and hand them to the system at once."""
        data = b"".join(to_json(judgement, self._run) for judgement in judgements)
        with _told(self._path):
            while data:
                data = data[os.write(self._file, data) :]

    def close(self) -> None:
        """Close the file, and let the next run have it."""
        if self._path is not None:
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
        """Write the file anew without the verdicts that are none, for lines that are proofs."""
        assert self._path is not None
        kept = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            with open(os.dup(self._file), "rb") as old, open(kept, "wb") as new:
                old.seek(0)
                self.done = Done()
                for line in old:
                    row = _row(line)
                    if row is not None and (row["verdict"] != "none" or row["id"] is None):
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
    is_verdict = isinstance(row, dict) and "verdict" in row and "id" in row
    return row if is_verdict and (row["id"] is not None or "line" in row) else None


def _key(row: dict[str, Any]) -> str:
    return f"line {row['line']}" if row["id"] is None else repr(row["id"])


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
