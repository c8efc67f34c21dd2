"""A fresh process for each text, at less than a process's price, in a sandbox.

Promises: no text sees anything that another one did, since each has a process of its own that
ends, with all that it started, before the answer is given. A process that crashes, passes a
limit or its deadline costs nothing but itself. What a text prints or writes is data; that Lean
read it to its end is told by its exit code together with a file that only Lean knows the name of.

Where a warm process and a snapshot of the imports can be had a text costs little more than an
edit of a warm worker; elsewhere a plain process does the same. :attr:`Compiled.how` tells.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pytest_lean.errors import (
    LeanCrashError,
    LeanMemoryError,
)
from pytest_lean.language.quoted import MODULE
from pytest_lean.messages import Message
from pytest_lean.server.deadline import Deadline, Turn
from pytest_lean.server.death import death
from pytest_lean.server.lane import output
from pytest_lean.server.lane.running import Runner, is_regular, is_verdict
from pytest_lean.server.lane.sandbox import Held, Mode
from pytest_lean.server.lane.talk import Ended, Talk
from pytest_lean.server.transport import Json
from pytest_lean.toolchain.file_state import NOTHING_SEEN, FileState
from pytest_lean.toolchain.model import Toolchain

_log = logging.getLogger("pytest_lean.lane")


@dataclass(frozen=True)
class Compiled:
    """What compiling a text left behind.

    Attributes:
        olean: the compiled module; None if Lean wrote none, or if what is there is no file.
        ilean: what it declares where, as Lean writes it for editors; None likewise.
        messages: what was printed, with positions in the text. A text can forge them.
        exit_code: 0 if Lean reported no error, else 1.
        held: what confined the process.
        how: how the process was made: ``zygote`` or ``process``, with or without a snapshot.
        seconds: how long it ran.
        peak_mb: the most private memory that was seen, in MiB.
        stderr: the first and last of what it wrote there.
    """

    olean: Path | None
    ilean: Path | None
    messages: tuple[Message, ...]
    exit_code: int
    held: Held
    how: str
    seconds: float
    peak_mb: float
    stderr: str


@dataclass(frozen=True)
class Elaborated:
    """What elaborating a document left behind, as a server's worker would tell it.

    Attributes:
        diagnostics: what Lean said, in the order in which it was printed.
        info: what is declared where; None for a document with an error.
        held: what confined the process.
        how: see :class:`Compiled`.
        peak_mb: the most private memory that was seen, in MiB.
    """

    diagnostics: list[Json]
    info: Json | None
    held: Held
    how: str
    peak_mb: float


class Lane:
    """Fresh processes of one Lean.

    Args:
        toolchain: the Lean.
        search_path: further folders with compiled modules.
        arguments: further arguments for every text, such as ``-j1``.
        memory_mb: MiB of private memory above which a text's processes are killed.
        sandbox: ``require``, ``auto`` or ``off``.
        file_mb: MiB that a file, and all files, of a text may have in a sandbox.
        cache_dir: the cache directory, for snapshots; None for the default one.
    """

    def __init__(
        self,
        toolchain: Toolchain,
        *,
        search_path: Iterable[str] = (),
        arguments: Iterable[str] = (),
        memory_mb: int | None = None,
        sandbox: Mode = "auto",
        file_mb: int = 1024,
        cache_dir: str | os.PathLike[str] | None = None,
    ) -> None:
        self.toolchain = toolchain
        self._runner = Runner(
            toolchain,
            search_path=search_path,
            arguments=arguments,
            memory_mb=memory_mb,
            sandbox=sandbox,
            file_mb=file_mb,
            cache_dir=cache_dir,
        )
        self._turn = Turn()

    @property
    def pid(self) -> int | None:
        """The process id of the warm process; None while there is none."""
        return self._runner.pid

    @property
    def notes(self) -> tuple[str, ...]:
        """Why it does not work in the fastest, or the safest, way, where that was found out."""
        return tuple(self._runner.notes)

    @property
    def place(self) -> Path:
        """The folder in which the folders of the processes are, until it is closed."""
        return self._runner.place

    def is_alive(self) -> bool:
        """Return whether the next text can be answered; the warm process starts when needed."""
        return self._runner.is_alive()

    def is_busy(self) -> bool:
        """Return whether a text is elaborated now, in any thread."""
        return self._turn.is_taken()

    def start(self) -> None:
        """Start the warm process, without waiting for it."""
        self._runner.start()

    def compile(
        self,
        text: str,
        folder: Path,
        deadline: Deadline,
        *,
        module: str = "Proof",
        search_path: Iterable[str] = (),
        seen: Mapping[str, FileState] = NOTHING_SEEN,
    ) -> Compiled:
        """Compile ``text`` into ``folder``, the one place that its process can write to.

        All its processes are gone when this returns, so what is there stays as it is.

        Args:
            text: the source of a module.
            folder: an empty folder; one of :meth:`folder` may have a child that waits for it.
            deadline: when to end it.
            module: the module's name.
            search_path: further folders with compiled modules, for this text; a snapshot of
                what it imports from there is made for the second such text.
            seen: the states of modules that the caller answers for: it looks whether they still
                are so behind this. Whether a snapshot is current is told by them.

        Raises:
            LeanTimeoutError, LeanMemoryError, LeanCrashError: there is no result.
            SandboxError: ``require``, and not all of the sandbox can be had.
        """
        folder = folder.resolve()
        base = folder.joinpath(*module.split("."))
        base.parent.mkdir(parents=True, exist_ok=True)
        source = base.with_suffix(".lean")
        source.write_text(text, encoding="utf-8")
        olean, ilean = base.with_suffix(".olean"), base.with_suffix(".ilean")
        arguments = ("-R", str(folder), "-o", str(olean), "-i", str(ilean), str(source))
        with self._turn.take(deadline, text):
            ended, how = self._runner.lean(
                arguments, text, folder, deadline, search_path=tuple(search_path), seen=seen
            )
        self._require_verdict(ended, text)
        messages, _ = output.read_lines(ended.stdout)
        return Compiled(
            olean=_regular(olean),
            ilean=_regular(ilean),
            messages=output.plain_messages(messages),
            exit_code=ended.code,
            held=ended.held,
            how=how,
            seconds=ended.seconds,
            peak_mb=ended.peak_mb,
            stderr=ended.stderr,
        )

    def elaborate(self, text: str, deadline: Deadline) -> Elaborated:
        """Elaborate ``text`` and return what Lean says about all of it.

        Raises:
            LeanTimeoutError, LeanMemoryError, LeanCrashError: there is no answer.
            SandboxError: ``require``, and not all of the sandbox can be had.
        """
        with self._turn.take(deadline, text), self.folder() as folder:
            source = folder / f"{MODULE}.lean"
            source.write_text(text, encoding="utf-8")
            ilean = folder / f"{secrets.token_hex(16)}.ilean"
            arguments = ("-i", str(ilean), source.name)
            ended, how = self._runner.lean(arguments, text, folder, deadline)
            self._require_verdict(ended, text)
            messages, others = output.read_lines(ended.stdout)
            info = _read_info(ilean)
        has_error = any(message["severity"] == "error" for message in messages)
        if others or has_error != (ended.code == 1) or (ended.code == 0 and info is None):
            shown = others[0][:200] if others else b""
            raise LeanCrashError(
                "what Lean printed is not all of what it found"
                + (f": the text wrote {shown!r} to its stdout" if others else "")
                + ("" if has_error or others else ", or it ended before the end of the text"),
                cause="protocol" if others else "exited",
                command=text,
                exit_code=ended.code,
                stderr_tail=ended.stderr,
            )
        found = output.diagnostics(messages, text)
        return Elaborated(found, info, ended.held, how, ended.peak_mb)

    def talk(
        self,
        arguments: Sequence[str],
        folder: Path,
        text: str,
        deadline: Deadline,
        variables: Mapping[str, str],
    ) -> Talk:
        """Start a Lean that is talked to over its stdin and stdout; it has to be closed.

        Args:
            arguments: those of Lean.
            folder: its working directory, of :meth:`folder`.
            text: the document, for errors.
            deadline: for its start.
            variables: further environment variables.

        Raises:
            LeanTimeoutError, LeanCrashError, SandboxError: it could not be started.
        """
        return self._runner.talk(arguments, folder, text, deadline, variables)

    def folder(self) -> contextlib.AbstractContextManager[Path]:
        """Return what has a new folder for one process; it is gone afterwards."""
        return self._runner.folder()

    def wake(self) -> None:
        """Make whoever waits look at its deadline again."""
        self._runner.wake()

    def close(self) -> None:
        """End the warm process and what it runs, from any thread."""
        self._runner.close()

    def __enter__(self) -> Lane:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _require_verdict(self, ended: Ended, text: str) -> None:
        """Raise unless Lean came to an end of its own."""
        if is_verdict(ended):
            return
        error = death(ended.code, ended.stderr, "its process ended", who="Lean")
        error.command = text
        if isinstance(error, LeanMemoryError):
            error.peak_mb = ended.peak_mb
        raise error


def _regular(path: Path) -> Path | None:
    return path if is_regular(path) else None


def _read_info(path: Path) -> Json | None:
    if _regular(path) is None:
        return None
    try:
        info = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return info if isinstance(info, dict) else None
