"""A map from digests to bytes whose memory does not grow with its length.

A run over millions of proofs has to know which ids it has seen and which texts it has judged.
That is kept in a temporary file of SQLite's, which is gone as soon as the process is, however it
ends. A map may be made in one thread and used in another, but in one at a time.
"""

from __future__ import annotations

import hashlib
import sqlite3

_CACHE_KIB = 4096
# What is put there is written so many at a time, which costs a fourth of one by one.
_BATCH = 500
# Bits of a filter, of which each key sets two: of a key that is new, one of them is mostly not set,
# and then nobody has to look on the disk. With 5,000,000 keys that is so of four new ones in five.
_FILTER_BYTES = 3


class DiskMap:
    """Maps texts to bytes."""

    def __init__(self) -> None:
        # An empty name is that of a temporary database, which SQLite removes by itself.
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("CREATE TABLE map (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
        self._database.execute("BEGIN")
        self._filter = bytearray(1 << (8 * _FILTER_BYTES - 3))
        self._unwritten: dict[bytes, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Return what was put there, None if nothing was."""
        return self._find(_digest(key))

    def put(self, key: str, value: bytes = b"") -> None:
        """Put a value there, in place of an older one."""
        self._put(_digest(key), value)

    def add(self, key: str, value: bytes = b"") -> bool:
        """Put a value there if there is none; return whether there was none."""
        digest = _digest(key)
        if self._find(digest) is not None:
            return False
        self._put(digest, value)
        return True

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def close(self) -> None:
        """Remove it."""
        self._database.close()

    def _find(self, digest: bytes) -> bytes | None:
        known = self._filter
        first, second = _bits(digest)
        if not (known[first >> 3] >> (first & 7) & known[second >> 3] >> (second & 7) & 1):
            return None
        if digest in self._unwritten:
            return self._unwritten[digest]
        found = self._database.execute("SELECT value FROM map WHERE key = ?", (digest,)).fetchone()
        return None if found is None else bytes(found[0])

    def _put(self, digest: bytes, value: bytes) -> None:
        for at in _bits(digest):
            self._filter[at >> 3] |= 1 << (at & 7)
        self._unwritten[digest] = value
        if len(self._unwritten) >= _BATCH:
            query = "INSERT OR REPLACE INTO map VALUES (?, ?)"
            self._database.executemany(query, self._unwritten.items())
            self._unwritten.clear()


def _digest(key: str) -> bytes:
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _bits(digest: bytes) -> tuple[int, int]:
    """Return the places of a digest in the filter."""
    both = int.from_bytes(digest[: 2 * _FILTER_BYTES], "big")
    return both >> (8 * _FILTER_BYTES), both & ((1 << (8 * _FILTER_BYTES)) - 1)
