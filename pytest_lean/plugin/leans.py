"""The Leans of one run: what the settings name, found once per process and kept.

A Lean that cannot be had, or a project whose build failed, is kept as well: each test that
needs it fails with the same error at once, and nothing is tried twice.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import cast

import pytest

from pytest_lean.config import LeanConfig
from pytest_lean.errors import LeanError
from pytest_lean.plugin.outcome import summary
from pytest_lean.plugin.progress import ProgressPrinter
from pytest_lean.plugin.settings import settings, toolchain_id
from pytest_lean.toolchain.find import find_toolchain
from pytest_lean.toolchain.lake import find_project
from pytest_lean.toolchain.model import Toolchain

_Known = dict[tuple[str | None, Path | None], "Toolchain | LeanError"]
_KNOWN = pytest.StashKey[_Known]()


def project_of(config: pytest.Config) -> Path | None:
    """Return the folder of the run's Lake project: the setting, or found from ``rootdir`` up."""
    chosen = settings(config).project
    return find_project(config.rootpath) if chosen == "auto" else chosen


def lean_config(
    config: pytest.Config, chosen: str | None = None, project: Path | None = None
) -> LeanConfig:
    """Return what the settings of a run say.

    Args:
        config: pytest's.
        chosen: another toolchain than the setting's, one of ``lean_toolchains``.
        project: the folder of the Lake project.
    """
    values = settings(config)
    found = LeanConfig(
        toolchain=values.toolchain,
        lean_version=values.version,
        project=project,
        install=values.install,
        build=values.build,
        targets=values.targets,
        cache_get=values.cache_get,
        build_timeout=values.build_timeout,
        search_path=values.search_path,
        imports=values.imports,
        options=values.options,
        memory_hard_limit_mb=values.memory,
        enable_incremental_optimization=values.incremental,
        enable_parallel_elaboration=values.parallel,
        threads=values.threads,
        cache_dir=values.cache_dir,
        verbose=values.verbose,
        timeout=values.timeout,
    )
    if chosen is not None:
        found = dataclasses.replace(found, toolchain=chosen, lean_version=None)
    if found.toolchain == "embedded" and values.project == "auto" and project == project_of(config):
        # The embedded Lean was asked for, and the project was only come upon.
        found = dataclasses.replace(found, project=None)
    return found


def toolchain_for(
    config: pytest.Config, chosen: str | None = None, project: Path | None = None
) -> Toolchain:
    """Return the toolchain for ``chosen`` and ``project``, as in :func:`lean_config`.

    Raises:
        ToolchainError: one of its kinds; the same again for the same arguments.
    """
    known = config.stash.setdefault(_KNOWN, {})
    key = chosen, project
    if key not in known:
        try:
            known[key] = _find(config, chosen, project)
        except LeanError as error:
            known[key] = error
    found = known[key]
    if isinstance(found, LeanError):
        raise found.with_traceback(None)
    return found


def check_matrix(config: pytest.Config) -> None:
    """Refuse a matrix that cannot work.

    Raises:
        pytest.UsageError: for a Lake project and more than one Lean that would build it.
    """
    builders = [name for name in settings(config).toolchains if name != "embedded"]
    project = project_of(config)
    if len(builders) > 1 and project is not None:
        raise pytest.UsageError(
            f"lean_toolchains: {', '.join(builders)} cannot run the tests of the Lake project "
            f"{project} in one run, since its compiled modules are of one Lean; run pytest once "
            "for each, with --lean-toolchain, or without the project: --lean-project none"
        )


def parametrize(metafunc: pytest.Metafunc) -> None:
    """Run a test that uses Lean on each of ``lean_toolchains``, if there are any."""
    chosen = settings(metafunc.config).toolchains
    if not chosen or "lean_toolchain" not in metafunc.fixturenames:
        return
    given = (mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
    if not any("lean_toolchain" in argnames for argnames in given):
        ids = [toolchain_id(name) for name in chosen]
        metafunc.parametrize("lean_toolchain", chosen, ids=ids, indirect=True, scope="session")


def _find(config: pytest.Config, chosen: str | None, project: Path | None) -> Toolchain:
    found = find_toolchain(
        lean_config(config, chosen, project),
        start=project or config.rootpath,
        progress=ProgressPrinter(config),
    )
    total = summary(config)
    total.builds += bool(found.built)
    total.notes += [note for note in found.notes if note not in total.notes]
    adjusted = config.hook.pytest_lean_toolchain(config=config, toolchain=found)
    return found if adjusted is None else cast(Toolchain, adjusted)
