"""What the declarations of swept libraries cost, held against ``lean.costs``.

Promises: the source of a module is elaborated as it stands, on the modules that it imports, and no
declaration may take more than was committed, but for a tolerance. The file is read once, and
written once in each process that was told to update it, under a file lock.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from pytest_lean.testing.cost_table import (
    CostChange,
    CostTable,
    CostTableError,
    headline,
    other_lean,
    read_costs,
)
from pytest_lean.testing.costs import Costs
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.lean import Lean
from pytest_lean.testing.render import Failure
from pytest_lean.testing.subject import Server, Start
from pytest_lean.toolchain.cache import cache_path, locked, write_whole

if TYPE_CHECKING:
    from pytest_lean.config import LeanConfig
    from pytest_lean.plugin.settings import Settings
    from pytest_lean.testing.baseline_log import BaselineLog

NAME = "lean.costs"
_LOCK = "sweeps"


class Libraries(Protocol):
    """What is known of the libraries that are swept."""

    @property
    def lean_config(self) -> LeanConfig:
        """The configuration of the Lean that compiled them."""

    @property
    def version(self) -> str:
        """The version of that Lean."""

    @property
    def modules(self) -> Mapping[str, Path]:
        """Their modules that are compiled."""

    @property
    def broken(self) -> Mapping[str, str]:
        """Their modules that could not be compiled."""

    def source(self, module: str) -> Path | None:
        """Return the file that a module is compiled from; None if it is in no known folder."""


class SweptCosts:
    """The costs of the libraries that are swept.

    Args:
        swept: the libraries.
        settings: the settings of the run.
        root: the folder of the file.
        log: gets to know that the file was written.
    """

    def __init__(self, swept: Libraries, settings: Settings, root: Path, log: BaselineLog) -> None:
        self._swept = swept
        self._settings = settings
        self._path = root / NAME
        self._log = log
        self._updated: dict[str, Mapping[str, int]] = {}

    @functools.cached_property
    def table(self) -> CostTable | None:
        """What was committed; None if there is no file.

        Raises:
            pytest.UsageError: it is no such file.
        """
        try:
            return read_costs(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (CostTableError, OSError, UnicodeDecodeError) as error:
            raise pytest.UsageError(
                f"{self._path} is no table of costs that can be read: {error}; mend it, or remove "
                "the file and write it anew with --lean-update"
            ) from error

    def require_table(self) -> None:
        """Refuse a run that compares costs with nothing.

        Raises:
            pytest.UsageError: there is no file, or none that can be read.
        """
        if self.table is None and not self._settings.update:
            raise pytest.UsageError(
                f"lean_sweep: there is no {self._path}, which the costs of "
                f"{', '.join(self._settings.sweep)} are compared with; --lean-update writes it, "
                "and --lean-sweep-checks without costs does without"
            )

    @property
    def gone(self) -> list[str]:
        """The modules of the libraries that have costs, and are no more."""
        known = self.table.modules if self.table is not None else ()
        there = {*self._swept.modules, *self._swept.broken}
        roots = self._settings.sweep
        return sorted(
            module
            for module in known
            if module not in there
            and any(module == root or module.startswith(f"{root}.") for root in roots)
        )

    def compare(self, module: str, server: Callable[[], Server]) -> None:
        """Compare the costs of a module with what was committed, or have them written.

        Args:
            module: its name.
            server: returns a server of the Lean that compiled it.

        Raises:
            LeanRejection: a declaration is dearer, new or gone, or Lean does not accept the module.
            LeanError: Lean gives no answer.
        """
        before = self.table.of(module) if self.table is not None else {}
        path = self._swept.source(module) if module in self._swept.modules else None
        if path is None:
            changes = [CostChange(name, before[name], None) for name in sorted(before)]
            if self._settings.update:
                self._updated[module] = {}
                return
        else:
            costs = Costs(Lean(server(), Start(imports=())), path)
            if self._settings.update:
                self._updated[module] = costs.near(before)
                return
            changes = costs.changes(before, self._settings.cost_tolerance)
        if changes:
            assert self.table is not None
            parts = [change.sentence(self._settings.cost_tolerance) for change in changes]
            parts += other_lean(self.table, self._swept.version)
            raise LeanRejection(Failure(headline(changes, NAME), tuple(parts)))

    def write(self) -> None:
        """Write the costs that the tests of this process were to update."""
        if not self._updated:
            return
        with locked(cache_path(self._swept.lean_config.cache_dir), _LOCK):
            self.__dict__.pop("table", None)  # another worker may have written it meanwhile
            before = self.table
            modules = {**(before.modules if before is not None else {}), **self._updated}
            left = {module: costs for module, costs in modules.items() if costs}
            text = CostTable(self._swept.version, left).text()
            if before is None or before.text() != text:
                write_whole(self._path, text)
                self._log.add(NAME, "written" if before is None else "changed")
            else:
                self._log.add(NAME, "as committed")
