"""Framed JSON-RPC over the pipes of one child process.

Responsibilities, and nothing else: start the process in a session of its own, write and
read whole messages, keep the last lines of stderr, and say once, to one place, why
nothing more will come. Whatever goes wrong with the stream (end of file, a malformed
header, a body that is not UTF-8 JSON, a message too large) ends the process: a stream
that lost its framing cannot be trusted again.

The threads hold no reference to the :class:`Transport`, so dropping it ends everything.
"""

from __future__ import annotations

import collections
import contextlib
import json
import os
import queue
import re
import secrets
import select
import signal
import subprocess
import threading
import time
import weakref
from collections.abc import Callable, Mapping, Sequence
from typing import IO, Any, Protocol, TypeAlias

Json: TypeAlias = "dict[str, Any]"

MAX_MESSAGE_BYTES = 512 * 1024 * 1024
_STDERR_FIRST_LINES = 5
_STDERR_LAST_LINES = 35
_STDERR_LINE_BYTES = 4096
# How long to wait for the reader of stderr once the process has ended.
_STDERR_SECONDS = 2.0
_HEADER = re.compile(rb"Content-Length: ([0-9]{1,18})\r\n")
_METHOD = b'{"jsonrpc":"2.0","method":"'
# This message is not used here and grows with the document, so it is not even parsed.
_UNREAD = _METHOD + b'$/lean/ileanInfoUpdate"'
# Of these there are several to a command, and only a command that fails has one of them read.
PROGRESS = "$/lean/fileProgress"
_LATE = _METHOD + PROGRESS.encode() + b'"'


def new_id() -> int:
    """Return the number of a request.

    It cannot be guessed: what Lean elaborates can write to the same pipe as Lean, and would
    else answer in its place.
    """
    return secrets.randbits(62)


def next_version(last: int = 0) -> int:
    """Return the number of the version that follows a document's version ``last``.

    It is greater, as the protocol wants it, and cannot be guessed either.
    """
    return last + 1 + secrets.randbits(31)


class Channel(Protocol):
    """What a worker needs of its transport; tests put one without a process in its place."""

    @property
    def pid(self) -> int:
        """The process id."""

    def exit_code(self) -> int | None:
        """Return the exit code of the process; None while it runs."""

    def send(self, *messages: Json) -> None:
        """Send messages, in this order and nothing between them; never blocks."""

    def ended_for(self) -> float | None:
        """Return for how many seconds the process has been seen to be gone; None if it is not."""

    def stderr_tail(self) -> str:
        """Return the first and the last lines of stderr."""

    def close(self) -> None:
        """Kill the process if it lives."""


Connect: TypeAlias = Callable[
    [Sequence[str], Mapping[str, str], Callable[[Json], None], Callable[[str], None]], Channel
]


class Transport:
    """One child process that speaks the base protocol of LSP on stdin and stdout.

    Args:
        argv: the command line.
        env: its whole environment.
        on_message: called on the reader thread with each message. Of a :data:`PROGRESS` it gets
            the method and, as ``unparsed``, the whole message as bytes.
        on_end: called once, on the reader thread, with the reason, when no message can
            come any more. It must not raise.
    """

    def __init__(
        self,
        argv: Sequence[str],
        env: Mapping[str, str],
        on_message: Callable[[Json], None],
        on_end: Callable[[str], None],
    ) -> None:
        self.process = subprocess.Popen(
            argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=dict(env),
            start_new_session=True,
        )
        process = self.process
        assert process.stdin
        assert process.stderr
        self._input = _Input(process.stdin)
        self._stderr = _Lines()
        self._ended: float | None = None
        self._owner = os.getpid()
        self._finalizer = weakref.finalize(self, _end, process, self._input, self._owner)
        name = f"pytest-lean-{process.pid}"
        self._stderr_reader = threading.Thread(
            target=_drain, args=(process.stderr, self._stderr), name=f"{name}-stderr", daemon=True
        )
        threads = [
            self._stderr_reader,
            threading.Thread(target=self._input.write_rest, name=f"{name}-in", daemon=True),
            threading.Thread(
                target=_read, args=(process, on_message, on_end), name=f"{name}-out", daemon=True
            ),
        ]
        for thread in threads:
            thread.start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self.process.pid

    def exit_code(self) -> int | None:
        """Return the exit code of the process, negative for a signal; None while it runs."""
        return self.process.poll()

    def send(self, *messages: Json) -> None:
        """Send messages; never blocks. A dead process is reported through ``on_end``."""
        bodies = (json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages)
        self._input.write(
            b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)
        )

    def ended_for(self) -> float | None:
        """Return for how many seconds the process has been seen to be gone; None if it is not.

        What it started in its session goes with it: that may hold its pipes open.
        """
        if self.process.poll() is None:
            return None
        if self._ended is None:
            self._ended = time.monotonic()
            # In a forked child `poll` says of every process that it is gone, so nothing is killed
            # there. An OSError says that nothing is left of the group.
            if os.getpid() == self._owner:
                with contextlib.suppress(AttributeError, OSError):
                    os.killpg(self.process.pid, signal.SIGKILL)
        return time.monotonic() - self._ended

    def stderr_tail(self) -> str:
        """Return the first and the last lines of stderr; all that counts once it has ended."""
        if self.process.poll() is not None:
            self._stderr_reader.join(timeout=_STDERR_SECONDS)
        return self._stderr.text()

    def close(self) -> None:
        """Kill the process if it lives, and reap it."""
        self._finalizer()


def _end(process: subprocess.Popen[bytes], stdin: _Input, owner: int) -> None:
    if os.getpid() != owner:  # a forked child inherits the finalizer; the process is its parent's
        return
    stdin.close()
    _kill(process)
    process.wait()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the process and what it started: its session is its own."""
    if process.poll() is not None:
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, OSError):  # no process groups here, or it has just ended
        process.kill()


class _Input:
    """The stdin of a process.

    What the pipe has room for is written at once, where pipes can be asked for that; a thread
    waits until there is room for the rest. So nobody else waits for a process that does not read,
    and a command that is small is not handed from thread to thread.
    """

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._rest: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        # Guards the two below. What is written at once must neither overtake what waits, nor go
        # to a pipe that was closed: its number may belong to another file by then.
        self._lock = threading.Lock()
        self._waiting = 0
        self._closed = False
        self._at_once = hasattr(select, "poll")
        if self._at_once:
            os.set_blocking(pipe.fileno(), False)

    def write(self, data: bytes) -> None:
        """Write all of ``data``, or see to it that it is written; never blocks."""
        with self._lock:
            if self._closed:
                return
            if self._at_once and not self._waiting:
                try:
                    data = data[os.write(self._pipe.fileno(), data) :]
                except BlockingIOError:
                    pass
                except OSError:
                    return  # the process is gone, which the reader reports
            if data:
                self._waiting += 1
                self._rest.put(data)

    def close(self) -> None:
        """Close it behind what waits to be written."""
        self._rest.put(None)

    def write_rest(self) -> None:
        """Write what waits, until :meth:`close`; a thread of its own does nothing else."""
        try:
            while (data := self._rest.get()) is not None:
                self._write(data)
                with self._lock:
                    self._waiting -= 1
        except OSError:
            pass  # the process is gone, which the reader reports
        finally:
            with self._lock:
                self._closed = True
                with contextlib.suppress(OSError):
                    self._pipe.close()

    def _write(self, data: bytes) -> None:
        number, rest = self._pipe.fileno(), memoryview(data)
        while rest:
            if self._at_once:
                has_room = select.poll()
                has_room.register(number, select.POLLOUT)
                has_room.poll()
            with contextlib.suppress(BlockingIOError):
                rest = rest[os.write(number, rest) :]


class _Lines:
    """The first lines of a stream, where a cause is named, and the last ones."""

    def __init__(self) -> None:
        self._first: list[bytes] = []
        self._last: collections.deque[bytes] = collections.deque(maxlen=_STDERR_LAST_LINES)
        self._left_out = 0

    def append(self, line: bytes) -> None:
        if len(self._first) < _STDERR_FIRST_LINES:
            self._first.append(line)
            return
        self._left_out += len(self._last) == _STDERR_LAST_LINES
        self._last.append(line)

    def text(self) -> str:
        gap = [b"[... %d lines ...]\n" % self._left_out] if self._left_out else []
        return b"".join([*self._first, *gap, *self._last]).decode(errors="replace")


def _drain(stderr: IO[bytes], lines: _Lines) -> None:
    with stderr:
        while line := stderr.readline(_STDERR_LINE_BYTES):
            lines.append(line)


def _read(
    process: subprocess.Popen[bytes],
    on_message: Callable[[Json], None],
    on_end: Callable[[str], None],
) -> None:
    stdout = process.stdout
    assert stdout
    reason = "the process closed its output"
    with stdout:
        try:
            while (body := _read_body(stdout)) is not None:
                if not body.startswith((_LATE, _UNREAD)):
                    on_message(json.loads(body))
                    continue
                if b"\r" in body:  # JSON has none: the frame is forged, and others are in it
                    raise ValueError("a message with others in it")
                if body.startswith(_LATE):
                    on_message({"method": PROGRESS, "unparsed": body})
        except Exception as error:
            reason = f"the process sent what is not its protocol: {error}"
            _kill(process)
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            _kill(process)
            process.wait()
    on_end(reason)


def _read_body(stdout: IO[bytes]) -> bytes | None:
    """Read one message; None at a clean end of file.

    Its header is read as Lean writes it, to the byte: with more than that, a text could make one
    message out of the half of another.
    """
    line = stdout.readline(1024)
    if not line:
        return None
    header = _HEADER.fullmatch(line)
    if header is None or stdout.readline(1024) != b"\r\n":
        raise ValueError(f"bad header line {line[:80]!r}")
    length = int(header[1])
    if length > MAX_MESSAGE_BYTES:
        raise ValueError(f"a message of {length} bytes")
    body = stdout.read(length)
    if len(body) < length:
        raise ValueError(f"the output ended after {len(body)} of {length} bytes of a message")
    return body
