"""Sealing: the settled beginning of a long chain is compiled, beside the commands that go on.

Promises: no command waits for it. It takes one thread of the server, one process that compiles at
a time in all of this process, and one more worker; :meth:`Sealer.give_up` ends them. Whatever goes
wrong (a full disk, a killed process, a limit), the chain stays text. What is compiled lies in
a folder of the cache directory that is removed with the server.
"""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import shutil
import threading
import weakref
from dataclasses import dataclass
from pathlib import Path

import psutil

from pytest_lean.config import LeanConfig
from pytest_lean.errors import LeanError
from pytest_lean.language.carried import knows_options
from pytest_lean.language.quoted import MODULE
from pytest_lean.server.compiled import axioms_of, constants_of
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.document import Document
from pytest_lean.server.environment import Environment, Seal, Source
from pytest_lean.server.imports import Header, Stamp, stamp_of
from pytest_lean.server.launch import Launcher
from pytest_lean.server.memory import private_mb
from pytest_lean.server.seals import (
    Stretch,
    can_stand_behind,
    compiled_of,
    kept_of,
    stretch_to,
)
from pytest_lean.server.worker import Worker
from pytest_lean.server.workers import Workers
from pytest_lean.toolchain.cache import cache_path, remove_left, writing
from pytest_lean.toolchain.process import run_tool

# What one command below a handle costs each command on it, and what a module costs, in seconds.
# They are Lean's on some machine: only their proportions matter.
_INDEX_SECONDS = 0.00025
_MODULE_SECONDS = 0.5
_MODULE_SECONDS_EACH = 0.003
# The limits of the process that compiles, and of the worker that loads what it leaves.
_COMPILE_SECONDS = 60.0
_LOAD_SECONDS = 30.0
_LOOK_SECONDS = 0.05
# How often the commands are caught up with that came while a module was made.
_ROUNDS = 4
_FOLDER = "seals"
_MATCHER = ".match_"

# One module is compiled at a time, whatever servers this process has.
_compiling = threading.Semaphore(1)
_log = logging.getLogger("pytest_lean.server")


class _Given(Exception):
    """What was to be sealed is left as it is, for the reason that it says."""


@dataclass(frozen=True)
class Worth:
    """When a chain is worth a module.

    Attributes:
        after: so many commands of it are text before the first of them are sealed, or sealed once
            more: below that a module, and a worker that loads it, cost more than they save.
        share: its index takes at least this share of the time that its commands take.
        price: it is compiled anew, as one text, once commands that can stand behind no module of it
            took so many times what that is expected to take.
    """

    after: int = 48
    share: float = 0.1
    price: float = 1.0


@dataclass
class _Job:
    """What is being sealed.

    Attributes:
        stretch: what is compiled.
        latest: the environment that the last command continued.
        stopped: whether the server was ended meanwhile.
    """

    stretch: Stretch
    latest: Environment
    stopped: bool = False


class Sealer:
    """Seals the chains of one server, and knows which commands can stand behind a seal.

    Args:
        config: how the server is set up.
        launcher: of its workers.
        workers: that it has.
        options: what stands above each text.

    Attributes:
        worth: when it seals.
    """

    def __init__(
        self, config: LeanConfig, launcher: Launcher, workers: Workers, options: str
    ) -> None:
        self._config = config
        self._launcher = launcher
        self._workers = workers
        self._options = options
        self._is_on = config.seal_chains and not config.isolated and knows_options(config.options)
        self.worth = Worth()
        self._job: _Job | None = None
        self._thread: threading.Thread | None = None
        # Seconds that commands took behind texts since they could not stand behind a seal.
        self._paid = 0.0
        # The command that Lean did not survive behind a seal, and what it continues.
        self._crashed: tuple[Stretch, str] | None = None

    def behind(self, parent: Environment | None, source: Source) -> Stretch | None:
        """Return behind what a command can be run instead of its chain's text, if it can.

        Args:
            parent: what the command continues.
            source: the command.
        """
        if parent is None or not self._may_be_sealed(parent):
            return None
        if self._crashed is not None and self._crashed[1] == source.text:
            return None
        stretch = stretch_to(parent, self._launcher.toolchain)
        if stretch is None or not can_stand_behind(stretch, source, self._options):
            return None
        return stretch

    def holds(self, stretch: Stretch) -> bool:
        """Return whether the files of a stretch's seal are still what they were."""
        return stretch.seal is not None and stretch.seal.is_whole(self._launcher.toolchain)

    def crashed(self, stretch: Stretch, source: Source) -> None:
        """Note that Lean did not survive a command behind a seal: it is asked behind the texts."""
        self._crashed = stretch, source.text

    def drop(self, stretch: Stretch) -> None:
        """Have a stretch as text for good: behind its seal Lean does not say the same of it."""
        assert stretch.seal is not None
        stretch.seal.is_broken = stretch.end.stays_text = True

    def answered(
        self, parent: Environment | None, source: Source, seconds: float, *, sealed: bool
    ) -> None:
        """Note that a command was answered, and begin to seal what it continues if that pays.

        Args:
            parent: what the command continues.
            source: the command.
            seconds: what it took.
            sealed: whether it was run behind a seal.
        """
        if self._crashed is not None and self._crashed[1] == source.text and not sealed:
            self.drop(self._crashed[0])  # Lean survives it behind the texts
            self._crashed = None
        if parent is None or not self._may_be_sealed(parent):
            return
        job = self._job
        if job is not None:
            job.latest = parent
            return
        stretch = stretch_to(parent, self._launcher.toolchain)
        if stretch is not None and stretch.shares:
            # Only one module of all of it has what Lean shares in it.
            self._paid += 0.0 if sealed else seconds
            expected = _MODULE_SECONDS + _MODULE_SECONDS_EACH * parent.depth
            if self._paid > self.worth.price * expected:
                stretch = stretch_to(parent, self._launcher.toolchain, whole=True)
                self._begin(stretch)
        elif stretch is not None and self._is_worth_it(stretch):
            self._begin(stretch)

    def wait(self, seconds: float) -> None:
        """Wait until what is being sealed is sealed, or given up, at most so long."""
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(seconds)

    def give_up(self) -> None:
        """Have what is being sealed end, and its process; its worker is ended with the others."""
        job = self._job
        if job is not None:
            job.stopped = True

    def _may_be_sealed(self, end: Environment) -> bool:
        return self._is_on and end.depth >= self.worth.after and not end.stays_text

    def _is_worth_it(self, stretch: Stretch) -> bool:
        count, worth = len(stretch.tail), self.worth
        if count < worth.after:
            return False
        seconds = sum(environment.seconds for environment in stretch.tail)
        return _INDEX_SECONDS * count >= worth.share * seconds / count

    def _begin(self, stretch: Stretch | None) -> None:
        if stretch is None:
            return
        end = stretch.end
        if stretch.is_opened_later():
            end.stays_text = True
            return
        self._paid = 0.0
        self._job = _Job(stretch, stretch.end)
        self._thread = threading.Thread(
            target=self._run, args=(self._job,), name="pytest-lean-seal", daemon=True
        )
        try:
            self._thread.start()
        except RuntimeError as error:  # the machine has no room for a thread
            self._job = self._thread = None
            _log.info("a chain of commands stays text: %s", error)

    def _run(self, job: _Job) -> None:
        try:
            while not _compiling.acquire(timeout=_LOOK_SECONDS):
                _check_runs(job)
            try:
                seal = self._compiled(job)
            finally:
                _compiling.release()
            self._load(seal, job)
            job.stretch.end.seal = seal
            for environment in job.stretch.tail:
                environment.forget_reading()
        except (_Given, LeanError, OSError, psutil.Error) as error:
            _log.info("a chain of commands stays text: %s", error)
        finally:
            end = job.stretch.end
            end.stays_text = end.seal is None and not job.stopped
            self._job = None

    def _compiled(self, job: _Job) -> Seal:
        """Compile a module.

        Raises:
            _Given: it is none that can stand for the text.
        """
        stretch, toolchain = job.stretch, self._launcher.toolchain
        header = stretch.header
        name = f"S{secrets.token_hex(8)}"
        root = self._root()
        source = root / MODULE / f"{name}.lean"
        output = source.with_suffix(".olean")
        below = stretch.seal
        files = self._imported(stretch.end.header) if below is None else below.files
        text = Document(header, self._options, compiled_of(stretch), Source("")).text
        with writing(cache_path(self._config.cache_dir)):
            source.parent.mkdir(parents=True, exist_ok=True)
            source.write_text(text, encoding="utf-8", newline="")
        command = [*toolchain.command, *self._launcher.arguments(), "-R", str(root)]
        run_tool(
            [*command, "-o", str(output), str(source)],
            environment=self._launcher.environment((f"import {MODULE}.{name}",)),
            seconds=_COMPILE_SECONDS,
            watch=lambda pid: self._check_compiler(job, pid),
        ).require_success()
        stamp = stamp_of(str(output))
        constants = constants_of(output)
        if stamp is None or constants is None or axioms_of(output):
            raise _Given("its module cannot be read, or has more in it than was told")
        shares = any(_MATCHER in constant for constant in constants)
        if shares and below is not None and below.shares:
            raise _Given("Lean made functions for it that it might have shared")
        seal = Seal(
            header=(*job.stretch.end.header, f"import {MODULE}.{name}"),
            kept=kept_of(stretch),
            files=(*files, (str(output), stamp)),
            shares=shares or (below is not None and below.shares),
            toolchain=toolchain,
        )
        weakref.finalize(seal, _remove_module, output, os.getpid())
        return seal

    def _check_compiler(self, job: _Job, pid: int) -> None:
        """Raise if the process that compiles, below that of ``pid``, is not to go on."""
        _check_runs(job)
        limit = self._config.memory_hard_limit_mb
        if limit is not None and _memory_below(pid) > limit:
            raise _Given(f"Lean passed {limit} MiB")

    def _imported(self, header: Header) -> tuple[tuple[str, Stamp | None], ...]:
        """Return the files that ``header`` leads to, with their state before Lean reads them.

        Raises:
            _Given: they may have axioms in them.
        """
        imports = self._launcher.stamps(header)
        if imports.axioms:
            raise _Given("the modules that it imports may have axioms in them")
        return imports.files

    def _load(self, seal: Seal, job: _Job) -> None:
        """Start a worker on a seal, with the commands that came meanwhile.

        Raises:
            _Given: Lean does not say the same of the chain as before.
        """
        deadline = Deadline(_LOAD_SECONDS)
        document = Document(seal.header, self._options, seal.kept, Source(""))
        worker = self._workers.start_beside(document)
        if worker is None:
            job.stopped = True  # it is tried once more when the server runs again
            raise _Given("the server was ended")
        caught_up: Environment | None = None
        for _ in range(_ROUNDS):
            _require_no_error(worker, document, deadline)
            latest = job.latest
            texts = _texts_from(latest, job.stretch.end)
            if latest is caught_up or texts is None:
                return
            caught_up = latest
            document = Document(seal.header, self._options, [*seal.kept, *texts], Source(""))

    def _root(self) -> Path:
        """Return the folder of this server's modules."""
        folder = self._launcher.seals
        if folder is None:
            parent = cache_path(self._config.cache_dir) / _FOLDER
            remove_left(parent)
            folder = parent / secrets.token_hex(12)
            weakref.finalize(self, _remove, folder, os.getpid())
            self._launcher.seals = folder
        return folder


def _check_runs(job: _Job) -> None:
    if job.stopped:
        raise _Given("the server was ended")


def _texts_from(latest: Environment, sealed: Environment) -> list[Environment] | None:
    """Return the environments between a sealed one and ``latest``; None if some stays text."""
    texts: list[Environment] = []
    at: Environment | None = latest
    while at is not None and at is not sealed:
        if at.carried is None:
            return None
        texts.append(at)
        at = at.parent
    return texts[::-1] if at is sealed else None


def _require_no_error(worker: Worker, document: Document, deadline: Deadline) -> None:
    cut = document.cut(worker.text)
    found = worker.elaborate(document.text, deadline, cut).diagnostics
    error = next((one for one in found if one.get("severity", 1) == 1), None)
    if error is not None:
        raise _Given(f"behind its module Lean says: {error['message']}")


def _memory_below(pid: int) -> float:
    """Return the private memory of all processes below that of ``pid``, in MiB."""
    try:
        children = psutil.Process(pid).children(recursive=True)
    except psutil.Error:
        return 0.0
    return sum(private_mb(child.pid) for child in children)


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # and not in a process that was forked from it
        shutil.rmtree(folder, ignore_errors=True)


def _remove_module(output: Path, owner: int) -> None:
    if os.getpid() == owner:
        for path in (output, output.with_suffix(".lean")):
            with contextlib.suppress(OSError):
                path.unlink()
