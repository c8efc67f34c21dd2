"""The Leans of one run: the toolchains that the settings name, found once per process and kept.

A failure is kept as well: if a Lean was not found or a project did not build, each test that
needs it fails with the same error at once, and nothing is tried twice.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from pytest_lean.config import LeanConfig
from pytest_lean.errors import LeanError
from pytest_lean.plugin.progress import ProgressPrinter
from pytest_lean.plugin.settings import Settings, toolchain_id
from pytest_lean.plugin.summary import Summary
from pytest_lean.toolchain.cache import cache_path
from pytest_lean.toolchain.find import find_toolchain
from pytest_lean.toolchain.lake import find_project
from pytest_lean.toolchain.model import Toolchain


class Leans:
    """The toolchains and server configurations that the settings of a run lead to.

    Args:
        config: pytest's.
        settings: the settings of the run.
        summary: counts builds, and gets notes for the user.
        run_id: returns the id of the run, which xdist sets later than this object is made.
    """

    def __init__(
        self,
        config: pytest.Config,
        settings: Settings,
        summary: Summary,
        run_id: Callable[[], str],
    ) -> None:
        self.run_id = run_id
        self._config = config
        self._settings = settings
        self._summary = summary
        self._server_configs: dict[tuple[Toolchain, Path | None], LeanConfig] = {}
        self._known: dict[tuple[str | None, Path | None, bool], Toolchain | LeanError] = {}

    @functools.cached_property
    def project(self) -> Path | None:
        """The folder of the run's Lake project: the setting, or found from ``rootdir`` up."""
        chosen = self._settings.project
        return find_project(self._config.rootpath) if chosen == "auto" else chosen

    def config(self, chosen: str | None = None, project: Path | None = None) -> LeanConfig:
        """Return the settings as a configuration.

        Args:
            chosen: one of ``lean_toolchains``, in place of the setting ``toolchain``.
            project: the folder of the Lake project.
        """
        values = self._settings
        found = LeanConfig(project=project, run_id=self.run_id(), **values.lean_config())
        if chosen is not None:
            found = dataclasses.replace(found, toolchain=chosen, lean_version=None)
        if found.toolchain == "embedded" and values.project == "auto" and project == self.project:
            # The user asked for the embedded Lean; the project was only found by search.
            found = dataclasses.replace(found, project=None)
        return found

    def toolchain(self, chosen: str | None = None, project: Path | None = None) -> Toolchain:
        """Return the toolchain for ``chosen`` and ``project``, as in :meth:`config`.

        Raises:
            ToolchainError: there is no usable Lean; the same error again for the same arguments.
        """
        return self._once((chosen, project, True), lambda: self._with_sources(chosen, project))

    def bare(self, chosen: str | None = None, project: Path | None = None) -> Toolchain:
        """Return the toolchain without the modules of the setting ``sources``.

        Raises:
            ToolchainError: as for :meth:`toolchain`.
        """
        return self._once((chosen, project, False), lambda: self._find(chosen, project))

    def server_config(self, toolchain: Toolchain, project: Path | None) -> LeanConfig:
        """Return the configuration of the servers for a toolchain and a Lake project, made once."""
        key = toolchain, project
        if key not in self._server_configs:
            self._server_configs[key] = self._make_server_config(toolchain, project)
        return self._server_configs[key]

    def check_matrix(self) -> None:
        """Refuse a matrix that cannot work.

        Raises:
            pytest.UsageError: more than one Lean would build the same Lake project.
        """
        builders = [name for name in self._settings.toolchains if name != "embedded"]
        if len(builders) > 1 and self.project is not None:
            raise pytest.UsageError(
                f"lean_toolchains: {', '.join(builders)} cannot run the tests of the Lake project "
                f"{self.project} in one run, since its compiled modules are of one Lean; run "
                "pytest once for each, with --lean-toolchain, or without the project: "
                "--lean-project none"
            )

    def parametrize(self, metafunc: pytest.Metafunc) -> None:
        """Run a test that uses Lean on each of ``lean_toolchains``, if there are any."""
        chosen = self._settings.toolchains
        if not chosen or "lean_toolchain" not in metafunc.fixturenames:
            return
        given = (mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
        if not any("lean_toolchain" in argnames for argnames in given):
            ids = [toolchain_id(name) for name in chosen]
            metafunc.parametrize("lean_toolchain", chosen, ids=ids, indirect=True, scope="session")

    def _make_server_config(self, toolchain: Toolchain, project: Path | None) -> LeanConfig:
        from pytest_lean.testing.preamble import search_path

        made, hooks = self.config(project=project), self._config.hook
        answers = hooks.pytest_lean_allowed_axioms(config=self._config)
        made = dataclasses.replace(
            made,
            toolchain=toolchain,
            search_path=(*made.search_path, search_path(cache_path(made.cache_dir))),
            allowed_axioms=(*made.allowed_axioms, *(name for answer in answers for name in answer)),
        )
        adjusted = hooks.pytest_lean_config(config=self._config, lean_config=made)
        return made if adjusted is None else cast(LeanConfig, adjusted)

    def _once(
        self, key: tuple[str | None, Path | None, bool], find: Callable[[], Toolchain]
    ) -> Toolchain:
        if key not in self._known:
            try:
                self._known[key] = find()
            except LeanError as error:
                self._known[key] = error
        found = self._known[key]
        if isinstance(found, LeanError):
            raise found.with_traceback(None)
        return found

    def _with_sources(self, chosen: str | None, project: Path | None) -> Toolchain:
        bare = self.bare(chosen, project)
        wanted = self.config(chosen, project)
        if wanted.sources is None:
            return bare
        from pytest_lean.toolchain.folder import prepare_folder

        found = prepare_folder(bare, wanted, ProgressPrinter(self._config))
        self._summary.builds += found.built != bare.built
        return found

    def _find(self, chosen: str | None, project: Path | None) -> Toolchain:
        found = find_toolchain(
            dataclasses.replace(self.config(chosen, project), sources=None),
            start=project or self._config.rootpath,
            progress=ProgressPrinter(self._config),
        )
        total = self._summary
        total.builds += bool(found.built)
        total.notes += [note for note in found.notes if note not in total.notes]
        adjusted = self._config.hook.pytest_lean_toolchain(config=self._config, toolchain=found)
        return found if adjusted is None else cast(Toolchain, adjusted)
