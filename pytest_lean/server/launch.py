"""Starting workers: with which arguments, and on which modules.

Promises: what a worker needs and is missing on disk is built again before it starts, within the
deadline of the command that needs it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, wait
from pathlib import Path

from pytest_lean.config import LeanConfig
from pytest_lean.errors import LeanTimeoutError
from pytest_lean.language.syntax import imported_by, read_header
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.imports import Header, ImportStamps, is_sealed
from pytest_lean.server.lane.fresh import FreshWorker
from pytest_lean.server.lane.lane import Lane
from pytest_lean.server.worker import Worker
from pytest_lean.toolchain.cache import own_modules
from pytest_lean.toolchain.model import Toolchain, inherited_path
from pytest_lean.toolchain.upkeep import Upkeep

# Makes a worker of a Lean, a first document, an environment and further arguments.
Kind = Callable[[Toolchain, str, Mapping[str, str], Sequence[str]], Worker]

_log = logging.getLogger("pytest_lean.server")


class Launcher:
    """Starts the workers of one server.

    Args:
        config: how the server is set up.
        toolchain: the Lean to run.

    Attributes:
        seals: the folder with the compiled beginnings of chains, if there are any.
    """

    def __init__(self, config: LeanConfig, toolchain: Toolchain) -> None:
        self._config = config
        self._upkeep = Upkeep(toolchain, config)
        self._lane: Lane | None = None
        self.seals: Path | None = None

    @property
    def toolchain(self) -> Toolchain:
        """The Lean that they run."""
        return self._upkeep.toolchain

    def knows_parallel(self) -> bool:
        """Return whether this Lean has parallel elaboration; warn once if it has not."""
        if not self.toolchain.has_parallel_elaboration:
            _warn_once_of(self.toolchain.label)
            return False
        return True

    def is_ready(self) -> bool:
        """Return whether a worker can be started without building anything.

        Raises:
            ToolchainError: if the project's Lake is gone.
        """
        return self._upkeep.is_ready()

    def make_ready(self, deadline: Deadline, command: str | None = None) -> None:
        """Have built again what a worker needs and is missing, or out of date.

        Args:
            deadline: when to give up; the build goes on.
            command: the text that needs it, for the error.

        Raises:
            LeanTimeoutError: at the deadline.
            ToolchainError: one of its kinds, if it cannot be built.
        """

        def wait_for(build: Future[Toolchain]) -> None:
            while not build.done():
                if deadline.expired:
                    raise LeanTimeoutError(
                        f"{self._upkeep.reason}; that takes longer than {deadline.elapsed:.2f} s",
                        command=command,
                        elapsed=deadline.elapsed,
                    )
                wait([build], timeout=deadline.next_look)

        self._upkeep.make_ready(wait_for)

    def start(self, kind: Kind, text: str) -> Worker:
        """Start a worker.

        Args:
            kind: what makes one that stays warm; an isolated one is made here.
            text: its first document.

        Raises:
            LeanCrashError: if its process cannot be started.
        """
        toolchain, arguments = self.toolchain, self.arguments()
        if self._config.isolated:
            return FreshWorker(self._lane_with(arguments), text)
        environment = self.environment(read_header(text).lines)
        worker = kind(toolchain, text, environment, arguments)
        _log.info("started %s, process %d", toolchain.label, worker.pid)
        return worker

    def arguments(self) -> list[str]:
        """Return the arguments by which any Lean of the server keeps to the configuration."""
        config, arguments = self._config, list[str]()
        if config.threads is not None:
            arguments.append(f"-j{config.threads}")
        if config.memory_hard_limit_mb is not None:
            # Lean counts mapped files as used memory too, so that much is added to the limit.
            arguments.append(f"-M{config.memory_hard_limit_mb + self.toolchain.mapped_mb}")
        if not config.enable_parallel_elaboration and self.knows_parallel():
            arguments.append("-DElab.async=false")
        return arguments

    def environment(self, header: Iterable[str]) -> dict[str, str]:
        """Return the environment variables of a Lean whose document begins with ``header``."""
        # Without it, Lean prints a backtrace after a `panic!`: that takes a second, and the
        # addresses in it differ from run to run.
        backtrace = {"LEAN_BACKTRACE": "0"}
        return backtrace | self.toolchain.environment(self._folders(tuple(header)))

    def close(self) -> None:
        """End what it keeps for isolated workers, from any thread."""
        lane, self._lane = self._lane, None
        if lane is not None:
            lane.close()

    def _lane_with(self, arguments: Sequence[str]) -> Lane:
        """Return where isolated texts are elaborated, made if need be."""
        config = self._config
        if self._lane is None or self._lane.toolchain != self.toolchain:
            self.close()
            self._lane = Lane(
                self.toolchain,
                search_path=config.search_path,
                arguments=arguments,
                memory_mb=config.memory_hard_limit_mb,
                sandbox=config.sandbox,
                cache_dir=config.cache_dir,
            )
        return self._lane

    def _folders(self, header: Header) -> tuple[str, ...]:
        """Return the folders with compiled modules that a warm worker looks in first.

        Lean names them all when it does not find a module, so the one with modules of this process
        is among them only if ``header`` imports one of those.
        """
        own = own_modules(self._config.cache_dir)
        folders = self._config.search_path
        if any((own / name.partition(".")[0]).is_dir() for name in imported_by(header)):
            folders = (*folders, str(own))
        if self.seals is not None and is_sealed(header):
            folders = (*folders, str(self.seals))
        return folders

    def stamps(self, header: Header) -> ImportStamps:
        """Return the state on disk of what ``header`` imports."""
        folders = [*self._folders(header), *self.toolchain.watched, *inherited_path()]
        return ImportStamps(header, map(Path, folders), map(Path, self._upkeep.sources))


_warned_of: set[str] = set()


def _warn_once_of(label: str) -> None:
    if label not in _warned_of:
        _warned_of.add(label)
        _log.warning("%s has no parallel elaboration (Lean 4.19 on): the setting is ignored", label)
