"""A file of proofs, a JSON object on each line.

Promises: whatever a line holds, it is a proof or a :class:`Misread` with its number, and the lines
behind it are read.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import IO, Any

from pytest_lean.judge.disk_map import DiskMap, digest_of
from pytest_lean.judge.proof import Id, Misread, Proof
from pytest_lean.judge.verdict_file import Done, RecordsError
from pytest_lean.judge.work import Setup, Work

_FIELDS = frozenset(spec.name for spec in fields(Proof))
_LONGEST_LINE = 64 << 20
_BLOCK = 1 << 20
_MOST_UNKNOWN = 100
_BOM = b"\xef\xbb\xbf"
# How files begin in which no line is a proof, and what they are.
_NO_TEXT = {
    b"\x1f\x8b": "compressed (gzip)",
    b"\x28\xb5\x2f\xfd": "compressed (zstd)",
    b"\xfd7zXZ": "compressed (xz)",
    b"BZh": "compressed (bzip2)",
    b"PK\x03\x04": "an archive (zip)",
    b"PAR1": "a Parquet table",
    b"\xff\xfe": "a text in UTF-16",
    b"\xfe\xff": "a text in UTF-16",
}


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
            if shard.count > 1 and not shard.has(item.id if item.problem is None else item.problem):
                continue
            known = done.count > 0 and _is_known(item, number, setup, done)
        reading.lines += 1
        reading.done += known
        if not known:
            yield item


def check_content(path: Path) -> None:
    """Refuse a file in which no line can be a proof, since it is no text in UTF-8.

    Raises:
        OSError: it cannot be read.
        RecordsError: says what it is.
    """
    with open(path, "rb") as file:
        head = file.read(max(map(len, _NO_TEXT)))
    for magic, kind in _NO_TEXT.items():
        if head.startswith(magic):
            raise RecordsError(
                f"{path}: it is {kind}, not a text in UTF-8 with a JSON object on each line"
            )


def read_file(path: Path) -> Iterator[tuple[int, Proof | Misread]]:
    """Yield the number of each line of a file of proofs that is not empty, and what it holds.

    Raises:
        OSError: it cannot be read.
        RecordsError: it is no text.
    """
    check_content(path)
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
    key = digest_of(repr(proof.id))
    if seen.add(key, str(number).encode()):
        return proof
    before = (seen.get(key) or b"").decode()
    return Misread(number, f"the id {proof.id!r} stands on line {before} already")


def _is_known(proof: Proof, number: int, setup: Setup, done: Done) -> bool:
    digest = done.digest(proof.id)
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
        if not is_whole:
            _pass_over_line(file, reading)
            yield number, None
            continue
        if number == 1:
            line = line.removeprefix(_BOM)
        line = line.strip()
        if line:
            yield number, line


def _pass_over_line(file: IO[bytes], reading: Reading) -> None:
    while rest := file.readline(_BLOCK):
        reading.bytes += len(rest)
        if rest.endswith(b"\n"):
            return


def _parse(line: bytes | None, number: int, reading: Reading) -> Proof | Misread:
    try:
        record = _record(line)
        if not record.keys() <= _FIELDS:
            _check_others(record)
            if len(reading.unknown) < _MOST_UNKNOWN:
                reading.unknown |= record.keys() - _FIELDS
            record = {name: value for name, value in record.items() if name in _FIELDS}
        if "imports" in record and isinstance(record["imports"], list):
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
        text = line.decode("utf-8")
        record, end = _decoder.raw_decode(text)
        if end != len(text):
            json.loads(text)  # which tells what is wrong
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8: {error}") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON: {error.msg} (column {error.colno})") from error
    except _Twice as error:
        raise ValueError(str(error)) from error
    except (ValueError, RecursionError) as error:
        raise ValueError(f"it is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise ValueError("it is no JSON object")
    for name in ("id", "text"):
        if record.get(name) is None:
            raise ValueError(f"it has no {name}")
    return record


class _Twice(ValueError):
    """A field stands in a record twice, so that nobody could say what it asks for."""


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        for name in names:
            if name in _FIELDS and names.count(name) > 1:
                raise _Twice(f"it has the field {name!r} twice")
    return record


_decoder = json.JSONDecoder(object_pairs_hook=_without_doubles)


def _check_others(record: dict[str, Any]) -> None:
    """Refuse a field that looks like a misspelt one, which would be a check that is not made.

    Raises:
        ValueError: there is one.
    """
    for other in sorted(record.keys() - _FIELDS):
        meant = difflib.get_close_matches(other, sorted(_FIELDS), 1, 0.8)
        if meant:
            raise ValueError(f"it has no field {other!r}: {meant[0]!r} may be meant")
