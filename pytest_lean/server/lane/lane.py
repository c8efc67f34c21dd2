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
import shutil
import tempfile
import weakref
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from typing import Any

from pytest_lean.errors import (
    CacheDirError,
    LeanBuildError,
    LeanCrashError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
)
from pytest_lean.language.quoted import MODULE
from pytest_lean.language.syntax import read_header
from pytest_lean.messages import Message
from pytest_lean.server.deadline import Deadline, Turn
from pytest_lean.server.death import death
from pytest_lean.server.lane import output, way
from pytest_lean.server.lane.folders import OwnFolder
from pytest_lean.server.lane.forkserver import (
    NO_NETWORK,
    Ended,
    ForkServer,
    Job,
    SandboxError,
    Talk,
)
from pytest_lean.server.lane.sandbox import MODES, Held, Mode, Plan
from pytest_lean.server.lane.snapshots import SINCE, Snapshots, lines
from pytest_lean.server.transport import Json
from pytest_lean.toolchain.cache import cache_path
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
        if sandbox not in MODES:
            raise ValueError(f"sandbox must be one of {', '.join(MODES)}, not {sandbox!r}")
        self.toolchain = toolchain
        self._search_path = tuple(search_path)
        self._arguments = tuple(arguments)
        self._memory_mb = memory_mb
        self._mode: Mode = sandbox
        self._file_mb = file_mb
        self._notes: list[str] = []
        self._cache = cache_path(cache_dir)
        self._way = way.by_fork(toolchain) or way.by_program(toolchain)
        self._server = self._new_server(self._way)
        self._checked = False
        self._turn = Turn()
        self._snapshots: dict[tuple[str, ...], Snapshots] = {}
        self._folder = OwnFolder("pytest-lean-lane-")
        self._finalizer = weakref.finalize(self, _end, self._server, self._folder)

    @property
    def pid(self) -> int | None:
        """The process id of the warm process; None while there is none."""
        return self._server.pid

    @property
    def notes(self) -> tuple[str, ...]:
        """Why it does not work in the fastest, or the safest, way, where that was found out."""
        return tuple(self._notes)

    def is_alive(self) -> bool:
        """Return whether the next text can be answered; the warm process starts when needed."""
        return self._finalizer.alive

    def is_busy(self) -> bool:
        """Return whether a text is elaborated now, in any thread."""
        return self._turn.is_taken()

    @property
    def place(self) -> Path:
        """The folder in which the folders of the processes are, until it is closed."""
        return self._folder.path

    def start(self) -> None:
        """Start the warm process, without waiting for it."""
        self._server.start()

    def compile(
        self,
        text: str,
        folder: Path,
        deadline: Deadline,
        *,
        module: str = "Proof",
        search_path: Iterable[str] = (),
    ) -> Compiled:
        """Compile ``text`` into ``folder``, the one place that its process can write to.

        All its processes are gone when this returns, so what is there stays as it is.

        Args:
            text: the source of a module.
            folder: an empty folder.
            deadline: when to end it.
            module: the module's name.
            search_path: further folders with compiled modules, for this text; a snapshot of
                what it imports from there is made for the second such text.

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
            ended, how = self._lean(arguments, text, folder, deadline, tuple(search_path))
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
            ended, how = self._lean(arguments, text, folder, deadline)
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
        self._check(deadline)
        job = self._job(arguments, text, folder)
        job = replace(job, environment={**job.environment, **variables})
        return self._server.open(job, deadline)

    @contextlib.contextmanager
    def folder(self) -> Any:
        """Yield a new folder for one process; it is gone afterwards."""
        folder = Path(tempfile.mkdtemp(dir=self._folder.path)).resolve()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def wake(self) -> None:
        """Make whoever waits look at its deadline again."""
        self._server.wake()

    def close(self) -> None:
        """End the warm process and what it runs, from any thread."""
        self._finalizer()

    def __enter__(self) -> Lane:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _lean(
        self,
        arguments: Sequence[str],
        text: str,
        folder: Path,
        deadline: Deadline,
        search_path: tuple[str, ...] = (),
    ) -> tuple[Ended, str]:
        """Run ``lean --json``; return what came of it, and how."""
        self._check(deadline)
        header = read_header(text).lines
        arguments = ("--json", *arguments)
        snapshots = self._snapshots_for(search_path)
        snapshot = None if snapshots is None else snapshots.last(header)
        ended: Ended | None = None

        def on_snapshot(path: Path) -> Job:
            return self._job(
                (f"--incr-load={path}", *arguments), text, folder, search_path, path.parent
            )

        if snapshots is not None and snapshot is not None:
            # Whether its modules are what they were is looked up while Lean already reads it.
            job = on_snapshot(snapshot)
            ended = self._server.run_if(job, deadline, lambda: snapshots.is_current(header))
        if ended is None:
            snapshot = self._snapshot(snapshots, header, deadline, search_path)
            if snapshot is not None:
                ended = self._server.run(on_snapshot(snapshot), deadline)
        if ended is not None and _is_verdict(ended):
            return ended, f"{self._way.name}, snapshot"
        job = self._job(arguments, text, folder, search_path)
        ended = self._server.run(job, deadline)
        if snapshots is not None and snapshot is not None and _is_verdict(ended):
            _log.warning("Lean came to no end on a snapshot of its imports: it is not used again")
            snapshots.discard(header)
        return ended, self._way.name

    def _snapshots_for(self, search_path: tuple[str, ...]) -> Snapshots | None:
        if self.toolchain.version < SINCE:
            return None
        if search_path not in self._snapshots:
            roots = way.folders(self._environment(search_path), self._library())
            identity = (
                self.toolchain.version_text,
                *self.toolchain.command,
                self._way.name,
                *self._way.command,
                *self._arguments,
                str(self._server.place),
            )
            self._snapshots[search_path] = Snapshots(self._cache, identity, roots)
        return self._snapshots[search_path]

    def _snapshot(
        self,
        snapshots: Snapshots | None,
        header: tuple[str, ...],
        deadline: Deadline,
        search_path: tuple[str, ...],
    ) -> Path | None:
        if snapshots is None:
            return None

        def make(path: Path) -> bool:
            with self.folder() as folder:
                source, saved = folder / "Header.lean", folder / path.name
                source.write_text(lines(header), encoding="utf-8")
                arguments = (f"--incr-header-save={saved}", source.name)
                job = self._job(arguments, None, folder, search_path)
                ended = self._server.run(job, deadline)
                parts = [saved, saved.with_name(f"{saved.name}.deps")]
                if ended.code != 0 or not all(map(_regular, parts)):
                    return False
                for part in parts:
                    shutil.copyfile(part, path.with_name(part.name))
            return True

        try:
            # A text with folders of its own has imports that may never come again.
            at_once = not search_path
            return snapshots.get(header, make, deadline.remaining, at_once=at_once)
        except LeanTimeoutError:
            raise
        except (CacheDirError, LeanBuildError, LeanCrashError, LeanMemoryError) as error:
            _log.info("no snapshot of the imports: %s", error)
            snapshots.discard(header)
            return None

    def _check(self, deadline: Deadline) -> None:
        """Find out, once, in which way Lean runs here."""
        if self._checked:
            return
        if self._way.host and not self._answers(deadline):
            self._go(way.by_program(self.toolchain), "a fork of a warm process does not answer")
        if self._mode == "auto" and self._way.execute and not self._answers(deadline):
            self._mode = "off"
            self._notes.append("Lean does not start in the sandbox")
        self._checked = True

    def _answers(self, deadline: Deadline) -> bool:
        """Return whether Lean, as it is run here, says that it is the version that it is."""
        with self.folder() as folder:
            job = self._job(("--version",), None, folder)
            try:
                ended = self._server.run(job, deadline)
            except (LeanTimeoutError, SandboxError):
                raise
            except LeanServerError as error:
                _log.info("%s, as a %s: %s", self.toolchain.label, self._way.name, error)
                return False
        said = ended.stdout.decode(errors="replace").strip()
        return ended.code == 0 and said == self.toolchain.version_text.strip()

    def _go(self, other: way.Way, why: str) -> None:
        self._notes.append(f"{self.toolchain.label}: {why}; each text has a plain process")
        _log.info("%s", self._notes[-1])
        self._server.close()
        self._way = other
        self._server = self._new_server(other)
        self._snapshots.clear()
        self._finalizer.detach()
        self._finalizer = weakref.finalize(self, _end, self._server, self._folder)

    def _job(
        self,
        arguments: Sequence[str],
        text: str | None,
        folder: Path,
        search_path: tuple[str, ...] = (),
        snapshot: Path | None = None,
    ) -> Job:
        environment = self._environment(search_path)
        read = [*self._way.read, *way.folders(environment, self._library())]
        read += [str(snapshot)] if snapshot is not None else []
        plan = Plan(self._mode, tuple(read), str(folder), self._way.execute, self._file_mb)
        command = (*self._way.command, *self._arguments, *arguments)
        return Job(command, environment, plan, self._memory_mb, text)

    def _new_server(self, chosen: way.Way) -> ForkServer:
        arguments = chosen.host if self._mode == "off" else (*chosen.host, NO_NETWORK)
        return ForkServer(arguments, self._environment())

    def _environment(self, search_path: tuple[str, ...] = ()) -> dict[str, str]:
        folders = (*search_path, *self._search_path)
        # The addresses behind a `panic!` differ from run to run, and take a second to find.
        environment = self.toolchain.environment(folders) | {"LEAN_BACKTRACE": "0"}
        root = way.sysroot(self.toolchain)
        if root is not None:
            environment["LEAN_SYSROOT"] = root
        return environment if self._mode == "off" else way.few_variables(environment)

    def _library(self) -> tuple[str, ...]:
        root = way.sysroot(self.toolchain)
        return () if root is None else (str(Path(root) / "lib" / "lean"),)

    def _require_verdict(self, ended: Ended, text: str) -> None:
        """Raise unless Lean came to an end of its own."""
        if _is_verdict(ended):
            return
        error = death(ended.code, ended.stderr, "its process ended", who="Lean")
        error.command = text
        if isinstance(error, LeanMemoryError):
            error.peak_mb = ended.peak_mb
        raise error


def _is_verdict(ended: Ended) -> bool:
    """Return whether Lean came to an end of its own, and said something of the text if it failed.

    It prints messages about a text; that it cannot read a file goes to stderr.
    """
    return ended.code == 0 or (ended.code == 1 and bool(ended.stdout))


def _regular(path: Path) -> Path | None:
    """Return ``path`` if it is a file; a text may have put a link or a pipe there."""
    try:
        return path if S_ISREG(path.lstat().st_mode) else None
    except OSError:
        return None


def _read_info(path: Path) -> Json | None:
    if _regular(path) is None:
        return None
    try:
        info = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return info if isinstance(info, dict) else None


def _end(server: ForkServer, folder: OwnFolder) -> None:
    server.close()
    folder.remove()
