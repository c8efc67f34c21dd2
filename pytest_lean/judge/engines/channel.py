"""The driver's end of a socket to a worker, which has a ``multiprocessing`` connection at its own.

A driver has a thousand of them, and takes in as many messages a second: each costs one call of the
system here, and two and a good deal of Python there.
"""

from __future__ import annotations

import os
import pickle
import struct

_LENGTH = struct.Struct("!i")
# What `multiprocessing.connection` sends before the length of a longer message.
_LONGER = -1
_LONG_LENGTH = struct.Struct("!iQ")
_MOST = 0x7FFFFFFF
_BLOCK = 1 << 16


class Channel:
    """Messages to and from a worker.

    Args:
        file: the socket; it is closed with this.
    """

    def __init__(self, file: int) -> None:
        self._file = file
        self._read = b""

    def fileno(self) -> int:
        """Return the number of the socket, for those who wait for it."""
        return self._file

    def send(self, message: object) -> None:
        """Send a message.

        Raises:
            OSError: the worker is gone.
        """
        body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        size = len(body)
        data = (_LENGTH.pack(size) if size <= _MOST else _LONG_LENGTH.pack(_LONGER, size)) + body
        written = os.write(self._file, data)
        while written < len(data):
            written += os.write(self._file, memoryview(data)[written:])

    def receive(self) -> list[object]:
        """Take in what has come; return the messages that are whole, in order.

        Raises:
            EOFError, OSError: the worker is gone.
            Exception: what came is no message.
        """
        part = os.read(self._file, _BLOCK)
        if not part:
            raise EOFError
        data = self._read + part if self._read else part
        at, messages = 0, []
        while (body := _next(data, at)) is not None:
            start, at = body
            messages.append(pickle.loads(memoryview(data)[start:at]))
        self._read = data[at:]
        return messages

    def close(self) -> None:
        """Close the socket; the worker sees that."""
        if self._file >= 0:
            file, self._file = self._file, -1
            os.close(file)


def _next(data: bytes, at: int) -> tuple[int, int] | None:
    """Return where the next message begins and ends; None if it is not whole yet."""
    start = at + _LENGTH.size
    if len(data) < start:
        return None
    size: int
    [size] = _LENGTH.unpack_from(data, at)
    if size == _LONGER:
        start = at + _LONG_LENGTH.size
        if len(data) < start:
            return None
        size = _LONG_LENGTH.unpack_from(data, at)[1]
    end = start + size
    return (start, end) if end <= len(data) else None
