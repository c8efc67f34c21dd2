"""Messages between a caller and the process that forks for it: JSON with a length before it."""

from __future__ import annotations

import array
import json
import os
import socket
import struct
from collections.abc import Sequence
from typing import Any

_LENGTH = struct.Struct("!I")
_MOST_FILES = 3


def send(control: socket.socket, message: dict[str, Any], files: Sequence[int] = ()) -> None:
    """Send ``message``, and with it open files for the other side.

    Raises:
        OSError: the other side is gone.
    """
    body = json.dumps(message).encode()
    head = _LENGTH.pack(len(body))
    passed = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", files))] if files else []
    control.sendmsg([head], passed)
    control.sendall(body)


def receive(control: socket.socket) -> tuple[dict[str, Any], list[int]] | None:
    """Return the next message and the files that came with it; None if the other side is gone."""
    files = array.array("i")
    try:
        space = socket.CMSG_SPACE(_MOST_FILES * files.itemsize)
        head, passed, _, _ = control.recvmsg(_LENGTH.size, space)
        for level, kind, data in passed:
            if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
                files.frombytes(data[: len(data) - len(data) % files.itemsize])
        head += _exactly(control, _LENGTH.size - len(head)) if head else b""
        if not head:
            return None
        body = _exactly(control, _LENGTH.unpack(head)[0])
    except OSError:
        return None
    for file in files:
        os.set_inheritable(file, False)
    return json.loads(body), files.tolist()


def _exactly(control: socket.socket, length: int) -> bytes:
    parts = []
    while length:
        part = control.recv(min(length, 1 << 20))
        if not part:
            raise ConnectionResetError("the other side is gone in the middle of a message")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
