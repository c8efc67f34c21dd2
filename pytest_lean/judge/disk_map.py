"""A map from digests to bytes whose memory does not grow with its length.

A run over millions of proofs has to know which ids it has seen and which texts it has judged. The
last few thousand entries are in memory. The others are in temporary files without a name, which
are gone as soon as the process is, however it ends: the values one behind the other in one file,
and where they stand in files of sorted rows. Of such files a few of one size are merged into a
larger one, so that there are never many to look into. A map may be made in one thread and used in
another, but in one at a time.
"""

from __future__ import annotations

import hashlib
import heapq
import itertools
import struct
import tempfile
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import IO

# So much is in memory: entries, and bytes of their values.
_BATCH, _BATCH_BYTES = 10_000, 2 << 20
# So many files of one size become one.
_MERGED = 8
# Bits of a filter, of which each key on the disk sets two: of a key that is new, one of them is
# mostly not set, and then nobody has to look there. With 5,000,000 keys that is so of four new
# ones in five.
_FILTER_BITS = 24
_UNUSED_BITS = 32 - _FILTER_BITS
_halves = struct.Struct(">II8x").unpack
_DIGEST_BYTES = 16
# The digest, and where its value begins and ends; of two with one digest the later is the greater.
_ROW = struct.Struct(">16sQQ")
_ROWS_IN_BLOCK = 32
_BLOCK = _ROWS_IN_BLOCK * _ROW.size


def digest_of(text: str) -> bytes:
    """Return what stands for a text as a key."""
    data = text.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=_DIGEST_BYTES).digest()


class DiskMap:
    """Maps digests (16 bytes, of :func:`digest_of` or as evenly spread) to bytes.

    Its methods raise OSError if the temporary folder is full, or cannot be written.
    """

    def __init__(self) -> None:
        self._filter = bytearray((1 << (32 - _UNUSED_BITS)) // 8)
        self._unwritten: dict[bytes, bytes] = {}
        self._unwritten_bytes = 0
        self._values = _File()
        self._sizes: list[list[_Rows]] = []  # the files of each size, the smallest first

    def get(self, key: bytes) -> bytes | None:
        """Return what was put there last, None if nothing was."""
        value = self._unwritten.get(key)
        if value is not None or not self._sizes:
            return value
        known = self._filter
        first, second = _halves(key)
        first, second = first >> _UNUSED_BITS, second >> _UNUSED_BITS
        if not (known[first >> 3] >> (first & 7) & known[second >> 3] >> (second & 7) & 1):
            return None
        for files in self._sizes:
            for rows in reversed(files):
                place = rows.find(key)
                if place is not None:
                    return self._values.read(*place)
        return None

    def put(self, key: bytes, value: bytes = b"") -> None:
        """Put a value there, in place of an older one."""
        unwritten = self._unwritten
        unwritten[key] = value
        self._unwritten_bytes += len(value)
        if len(unwritten) >= _BATCH or self._unwritten_bytes >= _BATCH_BYTES:
            self._write()

    def add(self, key: bytes, value: bytes = b"") -> bool:
        """Put a value there if there is none; return whether there was none."""
        is_new = self.get(key) is None
        if is_new:
            self.put(key, value)
        return is_new

    def __contains__(self, key: bytes) -> bool:
        return self.get(key) is not None

    def close(self) -> None:
        """Remove it."""
        self._values.close()
        for rows in itertools.chain(*self._sizes):
            rows.close()

    def _write(self) -> None:
        rows = []
        at = self._values.size
        known = self._filter
        for key, value in self._unwritten.items():
            first, second = _halves(key)
            first, second = first >> _UNUSED_BITS, second >> _UNUSED_BITS
            known[first >> 3] |= 1 << (first & 7)
            known[second >> 3] |= 1 << (second & 7)
            rows.append(_ROW.pack(key, at, at + len(value)))
            at += len(value)
        self._values.append(b"".join(self._unwritten.values()))
        self._keep(_Rows(sorted(rows)), 0)
        self._unwritten.clear()
        self._unwritten_bytes = 0

    def _keep(self, rows: _Rows, size: int) -> None:
        """Take a file in; where there are many of its size now, make one of them."""
        if size == len(self._sizes):
            self._sizes.append([])
        files = self._sizes[size]
        files.append(rows)
        if len(files) >= _MERGED:
            merged = _Rows(_latest(heapq.merge(*files)))
            for old in files:
                old.close()
            files.clear()
            self._keep(merged, size + 1)


class _File:
    """A temporary file, which is made when something is written to it."""

    def __init__(self) -> None:
        self.size = 0
        self._file: IO[bytes] | None = None

    def append(self, data: bytes) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(buffering=0, prefix="pytest-lean-judge-")  # noqa: SIM115
        self._file.seek(self.size)
        self.size += len(data)
        while data:
            data = data[self._file.write(data) :]

    def read(self, start: int, end: int) -> bytes:
        if self._file is None or start == end:
            return b""
        self._file.seek(start)
        return self._file.read(end - start)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()


class _Rows:
    """Sorted rows in a file; of each block of them it is known how its first one begins."""

    def __init__(self, rows: Iterable[bytes]) -> None:
        self._file = _File()
        self._heads = array("Q")
        rows = iter(rows)
        while block := b"".join(itertools.islice(rows, _ROWS_IN_BLOCK)):
            self._heads.append(_head(block))
            self._file.append(block)

    def find(self, key: bytes) -> tuple[int, int] | None:
        """Return where the value of a key begins and ends; None if the key is not here."""
        head = _head(key)
        first = max(0, bisect_left(self._heads, head) - 1)
        data = self._file.read(first * _BLOCK, bisect_right(self._heads, head) * _BLOCK)
        at = data.find(key)
        while at >= 0 and at % _ROW.size:  # by chance, across two columns
            at = data.find(key, at + 1)
        if at < 0:
            return None
        _, start, end = _ROW.unpack_from(data, at)
        return start, end

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, self._file.size, _BLOCK):
            data = self._file.read(start, start + _BLOCK)
            for at in range(0, len(data), _ROW.size):
                yield data[at : at + _ROW.size]

    def close(self) -> None:
        self._file.close()


def _latest(rows: Iterable[bytes]) -> Iterator[bytes]:
    """Yield, of sorted rows with one digest, the last."""
    for _, same in itertools.groupby(rows, lambda row: row[:_DIGEST_BYTES]):
        *_, last = same
        yield last


def _head(row: bytes) -> int:
    return int.from_bytes(row[:8], "big")
