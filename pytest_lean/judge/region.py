"""The bytes of a compiled module, as Lean objects whose every bound is checked.

Promises: whatever the bytes are, a method returns what the format says or raises
:class:`OleanError`; it never reads outside the file, and since each object lies above all that it
points to, there are no cycles. What the objects mean is left to :mod:`pytest_lean.judge.olean`.

Two formats are known. Version 2 (seen from Lean 4.35) has a header of 88 bytes: ``olean``, the
version, flags (bit 0: numbers are GMP's), Lean's version (33 bytes), its commit (40), the address
that the file wants to be mapped to, and behind it the address of the root object. Version 1 (older
Leans) has a header of 56 bytes, and the root's address is the last word of the file, in an object
with the tag 255. A module of Lean's module system has up to three parts that point into each other.
"""

from __future__ import annotations

import mmap
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

ARRAY, STRING, BIG_NUMBER = 246, 249, 250
_TERMINATOR = 255
_HEADER, _OLD_HEADER = 96, 56
_MARK = b"olean"
# Lean maps each part of a module at the next multiple of 64 KiB behind the part before it.
_GAP = 1 << 17
_MAX_STRING = 1 << 24
# Lean can compute numbers of any size; a literal of more bits than this is not worth a wait.
_MAX_BITS = 1 << 22
SUFFIXES = (".olean", ".olean.server", ".olean.private")


class OleanError(Exception):
    """A compiled module is not what the format says, or of a format that is not known."""


def constructor(tag: int, fields: int, scalars: int = 0) -> int:
    """Return the first word of an object: its tag, size and number of pointers."""
    size = 8 + 8 * fields + (scalars + 7) // 8 * 8
    return size << 32 | fields << 48 | tag << 56


class Region:
    """A compiled module's objects; an object is named by the index of its first word.

    Args:
        parts: the bytes of ``.olean``, and of ``.olean.server`` and ``.olean.private``
            where the module has them.

    Attributes:
        words: the file as 64-bit words.
        base: the address of word 0.
        root: the module's data.
        version: Lean's version as the file tells it, empty in version 1 of the format.

    Raises:
        OleanError: it is no such file.
    """

    def __init__(self, parts: Sequence[bytes | mmap.mmap]) -> None:
        headers = [_Header(part) for part in parts]
        if not headers or len({(header.format, header.uses_gmp) for header in headers}) > 1:
            raise OleanError("the parts of the module are not of one format")
        data: bytes | mmap.mmap = parts[0] if len(parts) == 1 else _joined(parts, headers)
        self.words = memoryview(data)[: len(data) // 8 * 8].cast("Q")
        self.base: int = headers[0].base
        self.version = headers[0].version
        self.first = headers[0].size // 8
        self.uses_gmp = headers[0].uses_gmp
        self._bytes: bytes | mmap.mmap = data
        self.root: int = self.index(headers[-1].root)

    def index(self, pointer: int, below: int | None = None) -> int:
        """Return the object that ``pointer`` points to.

        Args:
            pointer: as it stands in the file.
            below: the object that it stands in, which has to lie above.
        """
        end = len(self.words) if below is None else below
        index = (pointer - self.base) >> 3
        if pointer & 7 or not self.first <= index < end:
            raise OleanError(f"the pointer {pointer:#x} leads to no object")
        return index

    def fields(self, index: int, tag: int, count: int, scalars: int = 0) -> tuple[int, ...]:
        """Return the pointers of an object that has to be of this shape."""
        words = self.words
        if words[index] != constructor(tag, count, scalars):
            raise OleanError(f"the object at {index * 8:#x} is not of the kind that belongs here")
        if index + 1 + count + (scalars + 7) // 8 > len(words):
            raise OleanError("an object reaches beyond the end of the file")
        return tuple(words[index + 1 : index + 1 + count])

    def byte(self, index: int, fields: int, offset: int) -> int:
        """Return a byte behind the pointers of an object that :meth:`fields` has looked at."""
        value: int = self._bytes[8 * (index + 1 + fields) + offset]
        return value

    def tag(self, index: int) -> int:
        """Return the tag of an object."""
        return self.words[index] >> 56

    def text(self, pointer: int, below: int | None = None) -> str:
        """Return the string that ``pointer`` points to."""
        index = self.index(pointer, below)
        words = self.words
        if words[index] >> 56 != STRING or words[index] & 0xFFFFFFFF or index + 4 > len(words):
            raise OleanError("there is no string where one belongs")
        size, length = words[index + 1], words[index + 3]
        start = 8 * (index + 4)
        if not 1 <= size <= _MAX_STRING or start + size > len(self._bytes):
            raise OleanError("a string is longer than the file")
        raw = self._bytes[start : start + size]
        try:
            text = raw[:-1].decode("utf-8")
        except UnicodeDecodeError as error:
            raise OleanError("a string is not UTF-8") from error
        if raw[-1] or len(text) != length:
            raise OleanError("a string has another length than it says")
        return text

    def array(self, pointer: int) -> Sequence[int]:
        """Return the pointers of an array."""
        index = self.index(pointer)
        words = self.words
        if words[index] >> 56 != ARRAY or words[index] & 0xFFFFFFFF or index + 3 > len(words):
            raise OleanError("there is no array where one belongs")
        if words[index + 1] > len(words) - index - 3:
            raise OleanError("an array is longer than the file")
        return words[index + 3 : index + 3 + words[index + 1]]

    def number(self, pointer: int, below: int | None = None) -> int:
        """Return a natural number of any size."""
        if pointer & 1:
            return pointer >> 1
        index = self.index(pointer, below)
        words = self.words
        if words[index] >> 56 != BIG_NUMBER or index + 4 > len(words):
            raise OleanError("there is no number where one belongs")
        # GMP: allocated and used limbs (64 bits), then a pointer. Else: sign, digits (32 bits).
        count = words[index + 1] >> 32 if self.uses_gmp else words[index + 2]
        width, place = (8, 2) if self.uses_gmp else (4, 3)
        limbs = words[index + place] - self.base
        if not self.uses_gmp and words[index + 1] & 0xFF:
            raise OleanError("a number is negative")
        if not 0 < count * width * 8 <= _MAX_BITS:
            raise OleanError("a number is too large")
        if not 8 * self.first <= limbs <= len(self._bytes) - count * width:
            raise OleanError("a number reaches beyond the file")
        value = int.from_bytes(self._bytes[limbs : limbs + count * width], "little")
        if value < 1 << 63:
            raise OleanError("a small number is written as a large one")
        return value

    def linked(self, pointer: int) -> list[int]:
        """Return the pointers in a linked list."""
        items: list[int] = []
        below = None
        while pointer != 1:
            below = self.index(pointer, below)
            head, pointer = self.fields(below, 1, 2)
            items.append(head)
            if len(items) > 1 << 16:
                raise OleanError("a list is too long")
        return items


class _Header:
    """What stands at the head of a file, and where its root is."""

    base: int
    root: int

    def __init__(self, data: bytes | mmap.mmap) -> None:
        # A part that adds nothing of its own is a header alone, with the root of an earlier part.
        if len(data) < _HEADER or data[:5] != _MARK:
            raise OleanError("this is no compiled module of Lean's")
        self.format = data[5]
        if self.format == 2:
            self.size, self.uses_gmp = _HEADER, bool(data[6] & 1)
            self.version = data[7:40].rstrip(b"\0").decode("ascii", "replace")
            self.base, self.root = struct.unpack_from("<QQ", data, 80)
        elif self.format == 1:
            self.size, self.uses_gmp, self.version = _OLD_HEADER, True, ""
            (self.base,) = struct.unpack_from("<Q", data, 48)
            head, self.root = struct.unpack_from("<QQ", data, len(data) // 8 * 8 - 16)
            if head >> 56 != _TERMINATOR:
                raise OleanError("the compiled module has no end: it was cut off")
        else:
            raise OleanError(f"version {self.format} of the format is not known")
        if self.base & 7:
            raise OleanError("the module's own address is none")


def _joined(parts: Sequence[bytes | mmap.mmap], headers: Sequence[_Header]) -> bytes:
    """Lay the parts as far apart as they will be in memory, so that one base serves all."""
    order = sorted(zip(headers, parts, strict=True), key=lambda pair: pair[0].base)
    if order[0][0] is not headers[0]:
        raise OleanError("the parts of the module are not in their order")
    joined = bytearray()
    for header, part in order:
        gap = header.base - headers[0].base - len(joined)
        if not 0 <= gap <= _GAP:
            raise OleanError("the parts of the module do not belong together")
        joined += bytes(gap) + part
    return bytes(joined)


def module_parts(path: Path) -> list[Path]:
    """Return the files of the module whose ``.olean`` is ``path``."""
    return [found for end in SUFFIXES if (found := path.with_suffix(end)).is_file()]


def read_parts(path: Path) -> list[bytes | mmap.mmap]:
    """Return the files of a module that nobody changes meanwhile, mapped where that is free.

    Raises:
        OleanError: one cannot be read.
    """
    try:
        return [_contents(part) for part in module_parts(path) or [path]]
    except (OSError, ValueError) as error:  # an empty file cannot be mapped
        raise OleanError(f"{path} cannot be read: {error}") from error


def _contents(path: Path) -> bytes | mmap.mmap:
    with path.open("rb") as file:
        if sys.version_info < (3, 13):  # a map keeps a file open: a library has too many of them
            return file.read()
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ, trackfd=False)
