"""Finds and examines the libraries that a run sweeps.

Promises: in each process the modules are found once, and examined once for all checks. Under xdist,
the first worker that needs the result examines them, and the others take its result. ``lean.lock``
is read once, and written once in each process that was told to update it, under a file lock.
"""

from __future__ import annotations

import functools
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_lean.errors import LeanBuildError
from pytest_lean.judge.lock import NAME, Lock, LockError, Statement, read_lock, updated
from pytest_lean.judge.region import OleanError, module_parts
from pytest_lean.judge.sweep import Sweep, find_modules, sweep
from pytest_lean.judge.terms import name_parts
from pytest_lean.plugin.settings import Settings
from pytest_lean.toolchain.built import BuildMessages, messages_of
from pytest_lean.toolchain.cache import cache_path, locked, remove_left, write_whole, writing
from pytest_lean.toolchain.folder import CompiledFolder, compile_folder, with_folder
from pytest_lean.toolchain.model import Toolchain

if TYPE_CHECKING:
    from pytest_lean.config import LeanConfig
    from pytest_lean.plugin.leans import Leans
    from pytest_lean.plugin.swept_costs import SweptCosts
    from pytest_lean.testing.baseline_log import BaselineLog

_SHARED = "sweeps"


class SweptLibraries:
    """The libraries that the setting ``sweep`` names.

    Args:
        config: pytest's.
        settings: the settings of the run.
        leans: the Leans of the run; of ``lean_toolchains``, the first is used.
        log: records whether the lock was written.
    """

    def __init__(
        self, config: pytest.Config, settings: Settings, leans: Leans, log: BaselineLog
    ) -> None:
        self._config = config
        self._settings = settings
        self._leans = leans
        self._log = log
        self._updated: dict[str, tuple[Statement, ...]] = {}
        self.path = config.rootpath / NAME
        self.is_updating = settings.update
        self._compares = "statements" in settings.sweep_checks
        self.compares_costs = "costs" in settings.sweep_checks

    @functools.cached_property
    def lean_config(self) -> LeanConfig:
        """The configuration of the Lean that compiled the modules.

        Raises:
            ToolchainError: there is no usable Lean, or the libraries cannot be built.
        """
        chosen = next(iter(self._settings.toolchains), None)
        try:
            toolchain = self._leans.toolchain(chosen, self._leans.project)
        except LeanBuildError:
            if self.folder is None:
                raise
            # Some module of the plain folder has errors: the others are swept all the same.
            toolchain = with_folder(self._leans.bare(chosen, self._leans.project), self.folder)
        return self._leans.server_config(toolchain, self._leans.project)

    @functools.cached_property
    def toolchain(self) -> Toolchain:
        """The Lean itself; raises as :attr:`lean_config` does."""
        assert isinstance(self.lean_config.toolchain, Toolchain)
        return self.lean_config.toolchain

    @property
    def version(self) -> str:
        """The version of that Lean: ``4.35.0``."""
        return ".".join(map(str, self.toolchain.version))

    @functools.cached_property
    def folder(self) -> CompiledFolder | None:
        """The folder of the setting ``sources``, compiled; None if it is not set."""
        chosen = next(iter(self._settings.toolchains), None)
        wanted = self._leans.config(chosen, self._leans.project)
        if wanted.sources is None:
            return None
        return compile_folder(self._leans.bare(chosen, self._leans.project), wanted)

    @functools.cached_property
    def folders(self) -> tuple[str, ...]:
        """The folders in which compiled modules are looked for."""
        return self.toolchain.module_folders(self.lean_config.search_path)

    @functools.cached_property
    def modules(self) -> dict[str, Path]:
        """The modules of the libraries that are compiled: name -> ``.olean``.

        Raises:
            pytest.UsageError: a library has none.
            ToolchainError: as for :attr:`lean_config`.
        """
        found: dict[str, Path] = {}
        for root in self._settings.sweep:
            modules = {
                name: file
                for name, file in find_modules(self.folders, root).items()
                if self._has_source(name, file)
            }
            if not modules and not any(_is_in(broken, root) for broken in self.broken):
                raise pytest.UsageError(
                    f"lean_sweep: no compiled module {root}, or below it, was found (looked in "
                    f"{', '.join(self.folders)}); --lean-sources compiles a folder without a "
                    "lakefile, and --lean-search-path names folders with compiled modules"
                )
            found |= modules
        return dict(sorted(found.items()))

    @functools.cached_property
    def broken(self) -> dict[str, str]:
        """The modules of the libraries that could not be compiled, and why."""
        failed = self.folder.failed if self.folder is not None else {}
        roots = self._settings.sweep
        return {
            module: why for module, why in failed.items() if any(_is_in(module, r) for r in roots)
        }

    @functools.cached_property
    def gone(self) -> list[str]:
        """The modules that have statements in the lock, and no longer exist."""
        if self.lock is None:
            return []
        locked_modules = {
            module for root in self._settings.sweep for module in self.lock.modules(root)
        }
        return sorted(locked_modules - {*self.modules, *self.broken})

    @functools.cached_property
    def lock(self) -> Lock | None:
        """The content of ``lean.lock``; None if it is missing, or statements are not compared.

        Raises:
            pytest.UsageError: the file is no lock, or has nothing of one of the libraries.
        """
        if not self._compares:
            return None
        try:
            lock = read_lock(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (LockError, OSError, UnicodeDecodeError) as error:
            raise pytest.UsageError(f"{self.path} is no lock that can be read: {error}") from error
        if not self._settings.update:
            others = [root for root in self._settings.sweep if not lock.holds(root)]
            if others:
                raise pytest.UsageError(
                    f"{self.path} is the lock of {', '.join(lock.libraries)}, and holds nothing of "
                    f"{', '.join(others)}; --lean-update adds it"
                )
        return lock

    def require_lock(self) -> None:
        """Refuse a run that should compare statements and has no lock to compare them with.

        Raises:
            pytest.UsageError: there is no lock, or as for :attr:`lock`.
        """
        if self._compares and self.lock is None and not self._settings.update:
            others = " ".join(
                check for check in self._settings.sweep_checks if check != "statements"
            )
            raise pytest.UsageError(
                f"lean_sweep: there is no {self.path}, which the statements of "
                f"{', '.join(self._settings.sweep)} are compared with; --lean-update writes it, "
                f"and --lean-sweep-checks '{others}' does without"
            )

    @functools.cached_property
    def found(self) -> Sweep:
        """What was found in all modules.

        Raises:
            LeanBuildError: a module cannot be read.
            CacheDirError: the result cannot be written for the other workers.
        """
        run_id = getattr(self._config, "workerinput", {}).get("testrunuid")
        if run_id is None:
            return self._look()
        cache = cache_path(self.lean_config.cache_dir)
        path = cache / _SHARED / f"{run_id}-{self._state()}.json"
        with writing(cache), locked(cache, _SHARED):
            remove_left(path.parent)
            if path.is_file():
                return Sweep.from_data(json.loads(path.read_bytes()))
            found = self._look()
            write_whole(path, json.dumps(found.as_data()))
        return found

    @functools.cached_property
    def costs(self) -> SweptCosts:
        """What their declarations cost, and ``lean.costs``."""
        from pytest_lean.plugin.swept_costs import SweptCosts  # few sweeps ask for it

        return SweptCosts(self, self._settings, self._config.rootpath, self._log)

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """The names of all statements of the libraries."""
        modules = self.found.modules.values()
        return frozenset(statement.name for found in modules for statement in found.statements)

    def messages(self, module: str) -> BuildMessages | None:
        """Return what the build printed for a module; None if it kept nothing."""
        if self.folder is not None and module in self.folder.messages:
            return self.folder.messages[module]
        return messages_of(self.modules[module]) if module in self.modules else None

    def update(self, module: str) -> None:
        """Let :meth:`write_lock` write the statements of a module when the run ends."""
        found = self.found.modules.get(module)
        self._updated[module] = found.statements if found is not None else ()

    def write(self) -> None:
        """Write the files that items of this process have updated."""
        self.write_lock()
        if "costs" in vars(self):
            self.costs.write()

    def write_lock(self) -> None:
        """Write the statements of the modules that :meth:`update` was called for."""
        if not self._updated:
            return
        with locked(cache_path(self.lean_config.cache_dir), _SHARED):
            self.__dict__.pop("lock", None)  # another worker may have written it meanwhile
            before = self.lock
            new = updated(
                before, self._settings.sweep, self.version, self._updated, self.found.definitions
            )
            if before is None or before.text() != new.text():
                write_whole(self.path, new.text())
                self._log.add(NAME, "written" if before is None else "changed")
            else:
                self._log.add(NAME, "as committed")

    def _look(self) -> Sweep:
        try:
            own = self.toolchain.watched
            if self.folder is not None:
                own = (*own, str(self.folder.output))
            return sweep(self.folders, list(self.modules), own)
        except OleanError as error:
            raise LeanBuildError(f"the compiled modules cannot be looked at: {error}") from error

    def _state(self) -> str:
        """Return a digest of the modules' state, so that modules built anew are examined anew."""
        digest = hashlib.sha256()
        for name, file in self.modules.items():
            for part in module_parts(file):
                status = part.stat()
                digest.update(f"{name} {part} {status.st_mtime_ns} {status.st_size}\n".encode())
        return digest.hexdigest()[:16]

    def source(self, module: str) -> Path | None:
        """Return the file that a module is compiled from; None if it is in no known folder."""
        folder = self.lean_config.sources
        folders = [*([] if folder is None else [Path(folder)]), *map(Path, self.toolchain.sources)]
        *above, last = map(str, name_parts(module))
        below = Path(*above, f"{last}.lean")
        return next((place / below for place in folders if (place / below).is_file()), None)

    def _has_source(self, module: str, file: Path) -> bool:
        """Return whether a module that Lake built still has its source.

        If a source is deleted, Lake leaves its compiled module behind.
        """
        is_built = any(Path(folder) in file.parents for folder in self.toolchain.watched)
        if not is_built or not self.toolchain.sources:
            return True
        return self.source(module) is not None


def remove_shared(run_id: str, cache_dir: Path | None) -> None:
    """In the controller: remove the result that the workers of a run shared; the run has ended."""
    for left in (cache_path(cache_dir) / _SHARED).glob(f"{run_id}-*.json"):
        left.unlink(missing_ok=True)


def _is_in(module: str, root: str) -> bool:
    return module == root or module.startswith(f"{root}.")
