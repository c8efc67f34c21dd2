"""How the lane runs Lean: in which way, on which snapshot, behind which walls, and what comes next.

Promises: what comes of a ``lean`` command line is what a plain process would make of it. A fork of
a warm process, a snapshot of the imports and a child that was forked ahead save time where they
can be had; where one of them is not what it has to be, it is left out, and the rest is done again.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from stat import S_ISREG

from pytest_lean.errors import (
    CacheDirError,
    LeanBuildError,
    LeanCrashError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
)
from pytest_lean.language.syntax import read_header
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane import way
from pytest_lean.server.lane.folders import OwnFolder
from pytest_lean.server.lane.forkserver import NO_NETWORK, ForkServer
from pytest_lean.server.lane.sandbox import MODES, Mode, Plan
from pytest_lean.server.lane.snapshots import SINCE, Snapshots, bare, lines, states_of
from pytest_lean.server.lane.talk import Ended, Job, Mapped, SandboxError, Talk
from pytest_lean.toolchain.cache import cache_path
from pytest_lean.toolchain.file_state import NOTHING_SEEN, FileState
from pytest_lean.toolchain.model import Toolchain

_log = logging.getLogger("pytest_lean.lane")
# Of the warm process, for free addresses: each costs as much as some texts.
_MOST_LIVES = 3


class Runner:
    """Runs ``lean`` command lines in fresh processes of one Lean.

    Args:
        toolchain: the Lean.
        search_path: further folders with compiled modules.
        arguments: further arguments for every command line.
        memory_mb: MiB of private memory above which its processes are killed.
        sandbox: ``require``, ``auto`` or ``off``.
        file_mb: MiB that a file, and all files, of a command may have in a sandbox.
        cache_dir: the cache directory, for snapshots; None for the default one.

    Attributes:
        notes: why it does not work in the fastest, or the safest, way, as far as was found out.
    """

    def __init__(
        self,
        toolchain: Toolchain,
        *,
        search_path: Iterable[str],
        arguments: Iterable[str],
        memory_mb: int | None,
        sandbox: Mode,
        file_mb: int,
        cache_dir: str | os.PathLike[str] | None,
    ) -> None:
        if sandbox not in MODES:
            raise ValueError(f"sandbox must be one of {', '.join(MODES)}, not {sandbox!r}")
        self.toolchain = toolchain
        self.notes: list[str] = []
        self._search_path = tuple(search_path)
        self._arguments = tuple(arguments)
        self._memory_mb = memory_mb
        self._mode: Mode = sandbox
        self._file_mb = file_mb
        self._cache = cache_path(cache_dir)
        self._way = way.by_fork(toolchain) or way.by_program(toolchain)
        self._server = self._new_server(self._way)
        self._checked = False
        self._snapshots: dict[tuple[str, ...], Snapshots] = {}
        self._folder = OwnFolder("pytest-lean-lane-")
        self._place = self._folder.path.resolve()
        self._next_folders: list[Path] = []
        self._last_plan: Plan | None = None
        self._maps_modules = True
        self._lives = 1
        self._finalizer = weakref.finalize(self, _end, self._server, self._folder)

    @property
    def pid(self) -> int | None:
        """The process id of the warm process; None while there is none."""
        return self._server.pid

    @property
    def place(self) -> Path:
        """The folder in which the folders of the processes are, until it is closed."""
        return self._folder.path

    def is_alive(self) -> bool:
        """Return whether it was not closed."""
        return self._finalizer.alive

    def start(self) -> None:
        """Start the warm process, without waiting for it."""
        self._server.start()

    def wake(self) -> None:
        """Make whoever waits look at its deadline again."""
        self._server.wake()

    def close(self) -> None:
        """End the warm process and what it runs, from any thread."""
        self._finalizer()

    @contextlib.contextmanager
    def folder(self) -> Iterator[Path]:
        """Yield an empty folder for one process; it is gone afterwards."""
        try:
            folder = self._next_folders.pop()  # a child may wait that can write to it
        except IndexError:
            folder = self._new_folder()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def talk(
        self,
        arguments: Sequence[str],
        folder: Path,
        text: str,
        deadline: Deadline,
        variables: Mapping[str, str],
    ) -> Talk:
        """Start a Lean that is talked to; see :meth:`~pytest_lean.server.lane.lane.Lane.talk`."""
        self._check(deadline)
        # It cannot use the snapshot, but may read it: so it has the plan of its text's other run.
        snapshots = self._snapshots_for(())
        snapshot = None if snapshots is None else snapshots.last(read_header(text).lines)
        job = self._job(arguments, text, folder, (), None if snapshot is None else snapshot.parent)
        job = replace(job, environment={**job.environment, **variables})
        return self._server.open(job, deadline)

    def lean(
        self,
        arguments: Sequence[str],
        text: str,
        folder: Path,
        deadline: Deadline,
        *,
        search_path: tuple[str, ...] = (),
        seen: Mapping[str, FileState] = NOTHING_SEEN,
    ) -> tuple[Ended, str]:
        """Run ``lean --json``; return what came of it, and how.

        Args:
            arguments: those of Lean.
            text: what it reads, whose imports a snapshot may have.
            folder: what it may write to.
            deadline: when to end it.
            search_path: further folders with compiled modules, for this text.
            seen: the states of modules that the caller answers for.
        """
        self._check(deadline)
        header = read_header(text).lines
        arguments = ("--json", *arguments)
        snapshots = self._snapshots_for(search_path)
        snapshot = None if snapshots is None else snapshots.last(header)
        ended: Ended | None = None

        def on_snapshot(path: Path) -> Job:
            load = f"--incr-load={path}"
            job = self._job((load, *arguments), text, folder, search_path, path.parent)
            if not (self._maps_modules and self._way.host):
                return job
            ready = (f"--incr-load={bare(path)}" if one == load else one for one in job.arguments)
            return replace(job, mapped=Mapped(str(states_of(path)), tuple(ready)))

        if snapshots is not None and snapshot is not None:
            # Whether its modules are what they were is looked up while Lean already reads it.
            job = on_snapshot(snapshot)
            ended = self._server.run_if(job, deadline, lambda: snapshots.is_current(header, seen))
        if ended is None:
            snapshot = self._snapshot(snapshots, header, deadline, search_path)
            if snapshot is not None:
                ended = self._server.run(on_snapshot(snapshot), deadline)
        if ended is not None and is_verdict(ended):
            if ended.not_mapped is not None and not (ended.is_taken and self._starts_again()):
                self._note(f"the modules of imports are not mapped ahead: {ended.not_mapped}")
            return ended, f"{self._way.name}, snapshot"
        without = self._server.run(self._job(arguments, text, folder, search_path), deadline)
        if snapshots is not None and ended is not None and is_verdict(without):
            if ended.is_mapped:
                self._maps_modules = False
                self._note("Lean came to no end with modules that were mapped ahead: no more of it")
            elif not self._starts_again():
                _log.warning("Lean came to no end on a snapshot of its imports: no more of it")
                snapshots.discard(header)
        return without, self._way.name

    def _starts_again(self) -> bool:
        """Have the warm process start again, for free addresses; return whether it will.

        A snapshot and its modules can be used only at their own addresses. Lean's heap stands at
        one that is chosen at random in each life of the process, so another life frees others.
        """
        self._lives += 1
        if self._lives > _MOST_LIVES:
            return False
        _log.info("the warm process starts again: an address that a snapshot wants is taken")
        self._server.close()
        return True

    def _note(self, why: str) -> None:
        """Tell, once, why a text costs more than it could."""
        if why not in self.notes:
            self.notes.append(why)
            _log.warning("%s", why)

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
                if ended.code != 0 or not all(map(is_regular, parts)):
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
            self.notes.append("Lean does not start in the sandbox")
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
        self.notes.append(f"{self.toolchain.label}: {why}; each text has a plain process")
        _log.info("%s", self.notes[-1])
        self._server.close()
        self._way = other
        self._server = self._new_server(other)
        self._snapshots.clear()
        self._last_plan = None
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
        return Job(command, environment, plan, self._memory_mb, text, self._foresee(plan))

    def _foresee(self, plan: Plan) -> Plan | None:
        """Return the plan of the job behind that of ``plan``, if it will be such a one.

        It will if the last one was. Its folder is made here, and given to whoever wants one next.
        """
        last, self._last_plan = self._last_plan, plan
        is_like_last = last is not None and replace(last, write=plan.write) == plan
        if not is_like_last or Path(plan.write).parent != self._place:
            return None
        if not self._next_folders:
            self._next_folders.append(self._new_folder())
        return replace(plan, write=str(self._next_folders[-1]))

    def _new_folder(self) -> Path:
        return Path(tempfile.mkdtemp(dir=self._place))

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


def is_verdict(ended: Ended) -> bool:
    """Return whether Lean came to an end of its own, and said something of the text if it failed.

    It prints messages about a text; that it cannot read a file goes to stderr.
    """
    return ended.code == 0 or (ended.code == 1 and bool(ended.stdout))


def is_regular(path: Path) -> bool:
    """Return whether ``path`` is a file; a text may have put a link or a pipe there."""
    try:
        return S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _end(server: ForkServer, folder: OwnFolder) -> None:
    server.close()
    folder.remove()
