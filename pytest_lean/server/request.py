"""What callers may hand to a server, and what is made of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from pytest_lean.checks import check_axioms, check_modules
from pytest_lean.errors import LeanFileError
from pytest_lean.messages import Command, FileCommand, Pos, Request


class Configured:
    """The type of :data:`CONFIGURED`."""

    def __repr__(self) -> str:
        return "CONFIGURED"


CONFIGURED: Final = Configured()
Timeout: TypeAlias = float | Configured | None


@dataclass(frozen=True)
class Asked:
    """A request as it was read.

    Attributes:
        command: it, with its text.
        path: of the file that it came from; None if from none.
        counts: whether it is one of its caller's commands, and not a question of our own.
    """

    command: Command
    path: str | None = None
    counts: bool = True

    @property
    def shown(self) -> str:
        """What an error shows of it: its path, else its text."""
        return self.command.cmd if self.path is None else self.path


class NotSupposed(Exception):
    """A text that was supposed to be accepted is not, or something more has to be asked about it.

    It says nothing about any text, so it is no :class:`~pytest_lean.errors.LeanError`.
    """


def as_request(given: object) -> Command | FileCommand | str:
    """Return what a caller gave, a path as the file that it names.

    Raises:
        TypeError: if it is nothing that could be run; it says what could.
    """
    if isinstance(given, (str, Command, FileCommand)):
        return given
    if isinstance(given, os.PathLike):
        return FileCommand(given)
    hint = ""
    if isinstance(given, (bytes, bytearray)):
        hint = "; decode it first"
    elif isinstance(given, (list, tuple)):
        hint = "; give its texts one by one, or joined"
    raise TypeError(
        "wanted is Lean source, as a str, or a file, as a pathlib.Path or a FileCommand, "
        f"not {type(given).__name__}{hint}"
    )


def text_of(request: Request) -> str:
    """Return what an error shows of ``request``: its text, or its path."""
    if isinstance(request, (FileCommand, os.PathLike)):
        return os.fspath(request.path if isinstance(request, FileCommand) else request)
    return request.cmd if isinstance(request, Command) else request


def read_request(request: Request) -> Asked:
    """Return ``request``, with the text of its file if it names one.

    Raises:
        TypeError: if it is no request.
        ValueError: if its text is no Unicode text (it has a lone surrogate), or its imports
            name no modules, or would be ignored.
        LeanFileError: if the file cannot be read, or is not UTF-8.
    """
    request = as_request(request)
    if isinstance(request, str):
        request = Command(request)
    if isinstance(request, Command):
        if not isinstance(request.cmd, str):
            raise TypeError(
                f"Command.cmd is Lean source, as a str, not {type(request.cmd).__name__}"
            )
        check_text(request.cmd)
        _check_names(request)
        return Asked(request)
    _check_names(request)
    path = Path(request.path).absolute()
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise LeanFileError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise LeanFileError(f"{path} is not UTF-8: {error}") from error
    command = Command(
        text, request.env, request.options, request.parallel, request.imports, request.axioms
    )
    return Asked(command, str(path))


def check_text(text: str) -> None:
    """Refuse what cannot be sent: Lean would judge a text with another character in its place.

    Raises:
        ValueError: it has a lone surrogate.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        at = Pos.at(text, error.start)
        raise ValueError(
            f"{at.line}:{at.column}: {text[error.start]!r} is a lone surrogate, which no UTF-8 "
            "text has; decode the text with its real encoding"
        ) from error


def _check_names(request: Command | FileCommand) -> None:
    check_axioms("axioms", request.axioms)
    if request.imports is None:
        return
    check_modules("imports", request.imports)
    if request.env is not None:
        raise ValueError(
            f"imports={request.imports!r} cannot be had with env={request.env}: what continues an "
            "environment has the imports of that"
        )
