"""Compiled modules: the address that each is compiled for, and copies for another address.

Lean maps a compiled module at the address that stands in its head, and all pointers in it are
meant for that. The parts of a module (``.olean``, ``.olean.server``, ``.olean.private``) have
addresses behind each other, and point into each other. Seen to fit Lean 4.35.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

# A mark, the version of the format, what made it, an address.
_HEAD = struct.Struct("<5sB74xQ")
HEAD_BYTES = _HEAD.size
_MARK, _FORMATS = b"olean", (2, 3)
_WORD = struct.Struct("<Q")


def address_of(head: bytes) -> int:
    """Return the address that a module, or a part of it, is compiled for.

    Args:
        head: its first :data:`HEAD_BYTES` bytes.

    Raises:
        ValueError: it is no compiled module, or one of an unknown format.
    """
    if len(head) < HEAD_BYTES:
        raise ValueError("no compiled module")
    mark, version, address = _HEAD.unpack_from(head)
    if mark != _MARK or version not in _FORMATS:
        raise ValueError("no compiled module of a known format")
    return int(address)


def moved(parts: Sequence[bytes], address: int) -> list[bytes]:
    """Return the parts of a module as they would be if it were compiled for another address.

    Every aligned word that is an address within the parts is taken for a pointer. That a number or
    a text in a module has such a value by chance is as good as excluded in a small one.

    Args:
        parts: the bytes of its files.
        address: that of the first part; a multiple of 64 KiB.

    Raises:
        ValueError: one is no compiled module, or one of an unknown format.
    """
    places = [(address_of(part), len(part)) for part in parts]
    by = address - places[0][0]

    def new(word: int) -> int:
        return word + by if any(start <= word < start + size for start, size in places) else word

    return [
        b"".join(_WORD.pack(new(word)) for (word,) in _WORD.iter_unpack(part)) for part in parts
    ]
