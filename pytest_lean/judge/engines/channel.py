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
_BLOCK = 1 << 18


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
        while data:
            data = data[os.write(self._file, data) :]

    def receive(self) -> list[object]:
        """Take in what has come; return the messages that are whole, in order.

        Raises:
            EOFError, OSError: the worker is gone.
            Exception: what came is no message.
        """
        part = os.read(self._file, _BLOCK)
        if not part:
            raise EOFError
        self._read = self._read + part if self._read else part
        messages = []
        while (message := self._next()) is not None:
            messages.append(pickle.loads(message))
        return messages

    def close(self) -> None:
        """Close the socket; the worker sees that."""
        if self._file >= 0:
            file, self._file = self._file, -1
            os.close(file)

    def _next(self) -> bytes | None:
        """Take out the next whole message."""
        data = self._read
        if len(data) < _LENGTH.size:
            return None
        start, [size] = _LENGTH.size, _LENGTH.unpack_from(data)
        if size == _LONGER:
            if len(data) < _LONG_LENGTH.size:
                return None
            start, size = _LONG_LENGTH.size, _LONG_LENGTH.unpack_from(data)[1]
        end = start + size
        if len(data) < end:
            return None
        self._read = data[end:]
        return data[start:end]
