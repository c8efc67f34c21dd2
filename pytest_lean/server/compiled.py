"""Which axioms a compiled module brings along, read from its ``.olean`` file as data.

Promises: what cannot be read for sure is unknown, never clean. This looks for axioms that are
declared in a module and for words of what can make one (``native_decide``); what the module's
theorems depend on is asked of Lean. The format is that of Lean 4.35 (version 2): 88 bytes of
header with the base address at 80, the root's address at 88, then objects with 8 bytes of header
(reference count, size, number of fields, tag). An older Lean's files are unknown.
"""

from __future__ import annotations

import struct
from pathlib import Path

from pytest_lean.server.trust import SORRY, STANDARD_AXIOMS, UNKNOWN

_MARK, _VERSION = b"olean", 2
_BASE_AT, _ROOT_AT, _FIRST = 80, 88, 96
_ARRAY, _STRING = 246, 249
# Tags of `ConstantInfo.axiomInfo` and of the two kinds of names.
_AXIOM, _STR, _NUM = 0, 1, 2
_LONGEST_NAME = 100
# What a macro or a metaprogram of the module mentions if it can make an axiom, or leave the
# kernel out. A string in the file ends in a zero byte.
_SUSPECT = tuple(
    f"{word}\0".encode()
    for word in (
        "axiom",
        "native",  # of `decide +native`
        "nativeDecide",
        "native_decide",
        "bvDecide",
        "ofReduceBool",
        "ofReduceNat",
        "trustCompiler",
        "skipKernelTC",
        "addDecl",
        "addDeclWithoutChecking",
    )
)


def axioms_of(olean: Path) -> frozenset[str]:
    """Return the full names of the axioms that a module declares or mentions, beyond Lean's three.

    ``sorryAx`` is among them if the module mentions it, and :data:`UNKNOWN` if there may be more.

    Args:
        olean: its compiled file.
    """
    found = set[str]()
    try:
        data = olean.read_bytes()
        private = Path(f"{olean}.private")
        # The files of a module of Lean's module system point into each other, and are not read.
        if private.exists():
            found.add(UNKNOWN)
            data += private.read_bytes()
        else:
            found.update(_Reader(data).axioms())
    except (OSError, _Unreadable):
        return frozenset({UNKNOWN, SORRY})
    if b"sorryAx" in data:
        found.add(SORRY)
    if any(word in data for word in _SUSPECT):
        found.add(UNKNOWN)
    return frozenset(found) - STANDARD_AXIOMS


def constants_of(olean: Path) -> frozenset[str] | None:
    """Return the full names of all that a module declares; None if it cannot be read.

    Args:
        olean: its compiled file.
    """
    try:
        return frozenset(_Reader(olean.read_bytes()).names())
    except (OSError, _Unreadable):
        return None


class _Unreadable(Exception):
    """The file is not as this reader knows it."""


class _Reader:
    """Reads the constants of a module, every bound checked."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _FIRST or data[:5] != _MARK or data[5] != _VERSION:
            raise _Unreadable("another format")
        self._data = data
        self._base = self._word(_BASE_AT)

    def axioms(self) -> set[str]:
        """Return the names of the axioms that the module declares."""
        module = self._object(self._word(_ROOT_AT))
        constants = self._array(self._field(module, 2))
        found = set[str]()
        for pointer in constants:
            info = self._object(pointer)
            if self._data[info + 7] == _AXIOM:
                value = self._object(self._field(info, 0))
                constant = self._object(self._field(value, 0))
                found.add(self._name(self._field(constant, 0)))
        return found

    def names(self) -> list[str]:
        """Return the names of the constants that the module declares."""
        module = self._object(self._word(_ROOT_AT))
        return [self._name(pointer) for pointer in self._array(self._field(module, 1))]

    def _word(self, at: int) -> int:
        if at < 0 or at + 8 > len(self._data):
            raise _Unreadable("a place behind the end of the file")
        return int(struct.unpack_from("<Q", self._data, at)[0])

    def _object(self, pointer: int) -> int:
        """Return the offset of the object at an address."""
        at = pointer - self._base
        if pointer & 7 or not _FIRST <= at <= len(self._data) - 8:
            raise _Unreadable("an address outside of the file")
        return at

    def _field(self, at: int, index: int) -> int:
        if index >= self._data[at + 6]:
            raise _Unreadable("an object with too few fields")
        return self._word(at + 8 + 8 * index)

    def _array(self, pointer: int) -> list[int]:
        at = self._object(pointer)
        size = self._word(at + 8)
        if self._data[at + 7] != _ARRAY or at + 24 + 8 * size > len(self._data):
            raise _Unreadable("no array where one has to be")
        return list(struct.unpack_from(f"<{size}Q", self._data, at + 24))

    def _name(self, pointer: int) -> str:
        parts = list[str]()
        while not pointer & 1:  # the anonymous name is no object
            at = self._object(pointer)
            tag, last = self._data[at + 7], self._field(at, 1)
            if tag not in (_STR, _NUM) or len(parts) > _LONGEST_NAME:
                raise _Unreadable("no name where one has to be")
            parts.append(self._string(last) if tag == _STR else str(last >> 1))
            pointer = self._field(at, 0)
        return ".".join(reversed(parts))

    def _string(self, pointer: int) -> str:
        at = self._object(pointer)
        size = self._word(at + 8)
        if self._data[at + 7] != _STRING or not 1 <= size <= len(self._data) - at - 32:
            raise _Unreadable("no string where one has to be")
        return self._data[at + 32 : at + 31 + size].decode("utf-8", "replace")
