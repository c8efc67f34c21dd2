"""Run: what one pytest run keeps about Lean in this process, in one place.

:func:`run_of` makes it when it is first called. The parts of a run are given what they need when
they are made, and have no reference to the run. Parts that need the engine are made, and imported,
when they are first used.
"""

from __future__ import annotations

import functools
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from pytest_lean.plugin.setting_sources import read_settings
from pytest_lean.plugin.settings import Settings
from pytest_lean.plugin.summary import Summary

if TYPE_CHECKING:
    from pytest_lean.plugin.activity import Activity
    from pytest_lean.plugin.ending import RunEnding
    from pytest_lean.plugin.leans import Leans
    from pytest_lean.plugin.reporting import Reporting
    from pytest_lean.plugin.servers import ServerSet
    from pytest_lean.plugin.swept import SweptLibraries
    from pytest_lean.plugin.verdicts import Verdicts
    from pytest_lean.testing.baseline_log import BaselineLog
    from pytest_lean.testing.mutant_log import MutantLog


class Run:
    """One pytest run in this process.

    Args:
        config: pytest's.

    Attributes:
        id: the same in all processes of the run, and in no other run.
        summary: what was used of Lean.
        ending: ends Lean in an xdist worker when the run ends; None in any other process.
        activity: what the servers of this process did, where a report or JSON is wanted.
        reporting: writes report and JSON; None in an xdist worker, or if neither is wanted.
        seen_fixtures: the definitions of our fixtures that the last test saw.
        seen_at: the module or class of that test.
    """

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self.id: str = getattr(config, "workerinput", {}).get("testrunuid") or uuid.uuid4().hex
        self.summary = Summary()
        self.ending: RunEnding | None = None
        self.activity: Activity | None = None
        self.reporting: Reporting | None = None
        self.seen_fixtures: list[Any] | None = None
        self.seen_at: pytest.Collector | None = None

    @functools.cached_property
    def settings(self) -> Settings:
        """The settings of the run.

        Raises:
            pytest.UsageError: for a wrong value; it names the setting and where it was given.
        """
        return read_settings(self._config)

    @functools.cached_property
    def baselines(self) -> BaselineLog:
        """What became of the baselines."""
        from pytest_lean.testing.baseline_log import BaselineLog

        return BaselineLog()

    @functools.cached_property
    def mutants(self) -> MutantLog:
        """What became of changes to models."""
        from pytest_lean.testing.mutant_log import MutantLog

        return MutantLog()

    @functools.cached_property
    def leans(self) -> Leans:
        """The Leans that the settings name."""
        from pytest_lean.plugin.leans import Leans

        return Leans(self._config, self.settings, self.summary, lambda: self.id)

    @functools.cached_property
    def servers(self) -> ServerSet:
        """The servers of this process, those of tests and of ``.lean`` files alike."""
        from pytest_lean.plugin.servers import ServerSet

        return ServerSet(
            self._config,
            settings=self.settings,
            leans=self.leans,
            summary=self.summary,
            baselines=self.baselines,
            mutants=self.mutants,
            ending=self.ending,
            activity=self.activity,
        )

    @functools.cached_property
    def swept(self) -> SweptLibraries:
        """The libraries that are swept."""
        from pytest_lean.plugin.swept import SweptLibraries

        return SweptLibraries(self._config, self.settings, self.leans, self.baselines)

    @functools.cached_property
    def verdicts(self) -> Verdicts | None:
        """The verdicts on files from earlier runs; None if the setting ``cache`` is off."""
        from pytest_lean.plugin.verdicts import Verdicts

        return Verdicts(self.settings.cache_dir) if self.settings.cache else None

    def end_servers(self) -> None:
        """End the servers, if there were any."""
        if "verdicts" in vars(self) and self.verdicts is not None:
            self.verdicts.end()
        if "servers" in vars(self):
            self.servers.end()


_RUN = pytest.StashKey[Run]()


def run_of(config: pytest.Config) -> Run:
    """Return the run that ``config`` belongs to."""
    if _RUN not in config.stash:
        config.stash[_RUN] = Run(config)
    return config.stash[_RUN]
