"""A map from digests to bytes whose memory does not grow with its length.

A run over millions of proofs has to know which ids it has seen and which texts it has judged.
That is kept in a temporary file of SQLite's, which is gone as soon as the process is, however it
ends. A map may be made in one thread and used in another, but in one at a time.
"""

from __future__ import annotations

import hashlib
import sqlite3

_CACHE_KIB = 4096


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

    def get(self, key: str) -> bytes | None:
        """Return what was put there, None if nothing was."""
        query = "SELECT value FROM map WHERE key = ?"
        found = self._database.execute(query, (_digest(key),)).fetchone()
        return None if found is None else bytes(found[0])

    def put(self, key: str, value: bytes = b"") -> None:
        """Put a value there, in place of an older one."""
        query = "INSERT OR REPLACE INTO map VALUES (?, ?)"
        self._database.execute(query, (_digest(key), value))

    def add(self, key: str, value: bytes = b"") -> bool:
        """Put a value there if there is none; return whether there was none."""
        query = "INSERT OR IGNORE INTO map VALUES (?, ?)"
        return self._database.execute(query, (_digest(key), value)).rowcount == 1

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def close(self) -> None:
        """Remove it."""
        self._database.close()


def _digest(key: str) -> bytes:
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()
