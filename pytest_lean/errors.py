"""The exceptions of pytest-lean, one tree under :class:`LeanError`.

An exception here always means that Lean could not give a verdict (no toolchain, a
dead or silent worker, a wrong call). A proof that Lean rejects is never an exception:
it is data in a :class:`~pytest_lean.messages.CommandResponse`.

Every exception can be pickled, so that it survives xdist and ``multiprocessing``.
"""

from __future__ import annotations

from typing import Literal

from pytest_lean.public import public

CrashCause = Literal["start", "stack overflow", "killed", "aborted", "protocol", "exited"]


@public
class LeanError(Exception):
    """Base of everything that pytest-lean raises."""


@public
class ToolchainError(LeanError):
    """A Lean toolchain is there but cannot be used."""


@public
class ToolchainNotFoundError(ToolchainError):
    """No Lean toolchain was found where it was looked for."""


@public
class LeanBuildError(ToolchainError):
    """Compiling Lean sources failed: the core library's, a preamble's or a project's."""


@public
class CacheDirError(ToolchainError):
    """The cache directory cannot be written; the message names it and how to move it."""


@public
class LeanServerError(LeanError):
    """The Lean server could not answer.

    Attributes:
        command: the text of the command that was running, or None.
        exit_code: the worker's exit code, negative for a signal, None while it lives.
        stderr_tail: the last lines that the worker wrote to stderr.
        line: the first line of ``command`` that Lean had not finished, counted from 1, by the
            last progress that it reported; None if it reported none.
    """

    line: int | None = None

    def __init__(
        self,
        message: str,
        *,
        command: str | None = None,
        exit_code: int | None = None,
        stderr_tail: str = "",
    ) -> None:
        super().__init__(message)
        self.command = command
        self.exit_code = exit_code
        self.stderr_tail = stderr_tail

    def __str__(self) -> str:
        parts = [str(self.args[0]) if self.args else type(self).__name__]
        if self.exit_code is not None:
            parts.append(f"exit code: {self.exit_code}")
        if self.command is not None:
            parts.append(f"command: {shorten(self.command)}")
            lines = self.command.split("\n")
            if self.line is not None and len(lines) > 1:
                parts.append(f"not finished: line {self.line}: {shorten(lines[self.line - 1])}")
        if self.stderr_tail:
            parts.append("stderr:\n" + _few_lines(self.stderr_tail))
        return "\n".join(parts)


@public
class LeanTimeoutError(LeanServerError, TimeoutError):
    """A command passed its deadline.

    Attributes:
        elapsed: seconds from the call to the error, queueing and replay included.
        server_stayed_warm: True if the worker dropped the command and kept its imports,
            False if it had to be killed, None if the command never reached the worker.
    """

    def __init__(
        self,
        message: str,
        *,
        command: str | None = None,
        elapsed: float = 0.0,
        server_stayed_warm: bool | None = None,
        exit_code: int | None = None,
        stderr_tail: str = "",
    ) -> None:
        super().__init__(message, command=command, exit_code=exit_code, stderr_tail=stderr_tail)
        self.elapsed = elapsed
        self.server_stayed_warm = server_stayed_warm


@public
class LeanMemoryError(LeanServerError, MemoryError):
    """Lean passed its memory limit, or there was no memory left to start it.

    Attributes:
        peak_mb: the most private memory that was seen, in MiB.
    """

    def __init__(
        self,
        message: str,
        *,
        command: str | None = None,
        peak_mb: float = 0.0,
        exit_code: int | None = None,
        stderr_tail: str = "",
    ) -> None:
        super().__init__(message, command=command, exit_code=exit_code, stderr_tail=stderr_tail)
        self.peak_mb = peak_mb


@public
class LeanCrashError(LeanServerError, ConnectionError):
    """The worker died, or sent something that is not its protocol.

    Attributes:
        cause: why, read from the exit code and stderr.
    """

    def __init__(
        self,
        message: str,
        *,
        cause: CrashCause = "exited",
        command: str | None = None,
        exit_code: int | None = None,
        stderr_tail: str = "",
    ) -> None:
        super().__init__(message, command=command, exit_code=exit_code, stderr_tail=stderr_tail)
        self.cause: CrashCause = cause


@public
class UnknownEnvError(LeanServerError, KeyError):
    """An environment handle that this server never gave out, or that was removed."""

    __str__ = LeanServerError.__str__


@public
class LeanSettingsError(LeanServerError):
    """What every text starts from is wrong: a Lean option, or a preamble, that Lean refuses.

    Nothing is said about any text then: each would be rejected, whatever it proves.
    """


@public
class LeanFileError(LeanError):
    """A file given to FileCommand is missing, unreadable or not UTF-8."""


def _few_lines(text: str) -> str:
    """Return the first and the last lines of ``text``; :attr:`stderr_tail` has more."""
    lines = text.rstrip("\n").split("\n")
    return "\n".join(lines if len(lines) <= 12 else [*lines[:4], "[...]", *lines[-7:]])


def shorten(text: str, limit: int = 300) -> str:
    """Return ``text`` for an error message: its middle cut out above ``limit`` characters."""
    if len(text) <= limit:
        return text
    half = limit // 2
    return f"{text[:half]} [... {len(text) - 2 * half} characters ...] {text[-half:]}"
