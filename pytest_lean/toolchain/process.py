"""Running elan, lake and lean as tools: with a deadline, and never as orphans.

Promises: :func:`run_tool` returns what the tool printed and its exit code, or raises; it
never waits past its deadline, and whatever the tool started ends with it, also when this
process is killed. Output is read as it comes, so the tool never waits for a full pipe.
"""

from __future__ import annotations

import collections
import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pytest_lean.errors import ToolchainError

Progress = Callable[[str], None]

# The deadline of a tool that only answers a question.
QUESTION_SECONDS = 60.0
_KEPT_LINES = 20_000
_LONGEST_LINE = 65_536
_END_SECONDS = 5.0
_GUARD = Path(__file__).with_name("guard.py")
_WATCH_SECONDS = 0.05


@dataclass(frozen=True)
class ToolOutput:
    """What a tool did.

    Attributes:
        command: its arguments.
        code: its exit code.
        out: its stdout.
        err: its stderr.
        printed: both, in the order in which the lines came.
    """

    command: tuple[str, ...]
    code: int
    out: str
    err: str
    printed: str

    def require_success(
        self, hint: str = "", error: type[ToolchainError] = ToolchainError
    ) -> ToolOutput:
        """Return this output; raise ``error`` with what was printed if the tool failed."""
        if self.code == 0:
            return self
        raise error(
            f"`{shown(self.command)}` failed (exit code {self.code})"
            + (f"; {hint}" if hint else "")
            + (f":\n{tail(self.printed)}" if self.printed.strip() else ", and printed nothing")
        )


def run_tool(
    command: Sequence[str],
    *,
    cwd: str | os.PathLike[str] | None = None,
    environment: Mapping[str, str] | None = None,
    seconds: float = QUESTION_SECONDS,
    progress: Progress | None = None,
    error: type[ToolchainError] = ToolchainError,
    watch: Callable[[int], object] | None = None,
) -> ToolOutput:
    """Run ``command`` to its end and return its output and exit code.

    Args:
        command: the tool and its arguments; it gets no input.
        cwd: the folder to run it in.
        environment: all of its environment variables; None for this process's.
        seconds: how long it may take.
        progress: gets each line when it comes, from other threads.
        error: the type of exception to raise.
        watch: called now and then with a process id, below whose process the command runs. If it
            raises an exception, the command's processes are killed.

    Raises:
        error: if the command did not end in time; its processes are killed then.
    """
    process = subprocess.Popen(
        [sys.executable, "-S", "-E", str(_GUARD), *command],
        cwd=cwd,
        env=None if environment is None else dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    reader = _Reader(progress)
    threads = [reader.start(process.stdout, 0), reader.start(process.stderr, 1)]
    late = False
    deadline = time.monotonic() + seconds
    try:
        if watch is not None:
            _watch(process, watch, deadline)
        process.wait(max(0.0, deadline - time.monotonic()))
        # A process that the tool left behind may hold its output open.
        _join(threads, min(deadline, time.monotonic() + _END_SECONDS))
    except subprocess.TimeoutExpired:
        late = True
    finally:
        with contextlib.suppress(OSError):
            process.stdin.close()  # makes the guard kill what still runs
        _end(process)
        _join(threads, time.monotonic() + _END_SECONDS)
    output = ToolOutput(
        tuple(command), process.returncode, reader.text(0), reader.text(1), reader.text(None)
    )
    if late:
        raise error(
            f"`{shown(command)}` did not end within {seconds:g} s and was killed"
            + (f"; it printed:\n{tail(output.printed)}" if output.printed.strip() else "")
        )
    return output


def shown(command: Sequence[str]) -> str:
    """Return ``command`` for a message: the tool by its name, not by its path."""
    return " ".join([Path(command[0]).name, *command[1:]])


def tail(text: str, lines: int = 60) -> str:
    """Return the last lines of ``text``, and how many were left out."""
    kept = text.rstrip().splitlines()
    if len(kept) <= lines:
        return "\n".join(kept)
    return "\n".join([f"[{len(kept) - lines} lines above this]", *kept[-lines:]])


class _Reader:
    """Reads both streams of a process, each in a thread, and keeps their last lines."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._lines: collections.deque[tuple[int, str]] = collections.deque(maxlen=_KEPT_LINES)

    def start(self, stream: IO[bytes], number: int) -> threading.Thread:
        thread = threading.Thread(
            target=self._read, args=(stream, number), name="pytest-lean-tool", daemon=True
        )
        thread.start()
        return thread

    def text(self, number: int | None) -> str:
        return "".join(
            line for source, line in list(self._lines) if number is None or source == number
        )

    def _read(self, stream: IO[bytes], number: int) -> None:
        with contextlib.suppress(ValueError, OSError), stream:
            for raw in iter(lambda: stream.readline(_LONGEST_LINE), b""):
                line = raw.decode("utf-8", errors="replace")
                self._lines.append((number, line))
                if self._progress is not None and line.strip():
                    self._progress(line.rstrip())


def _watch(process: subprocess.Popen[bytes], watch: Callable[[int], object], until: float) -> None:
    """Call ``watch`` now and then while a process runs, until a time on the monotonic clock."""
    while process.poll() is None and time.monotonic() < until:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_WATCH_SECONDS)
        watch(process.pid)


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _join(threads: Sequence[threading.Thread], until: float) -> None:
    for thread in threads:
        thread.join(max(0.0, until - time.monotonic()))
