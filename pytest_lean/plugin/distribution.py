"""How tests are spread over xdist's workers."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from pytest_lean.plugin import marker
from pytest_lean.plugin.run import run_of


def workers_by_memory(config: pytest.Config, by_cores: int) -> int:
    """Return how many workers ``-n auto`` starts.

    Args:
        config: pytest's; the setting ``auto_workers`` decides.
        by_cores: the number that xdist itself would start, which is never exceeded.
    """
    run = run_of(config)
    chosen = run.settings
    if chosen.auto_workers != "memory" or os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS"):
        return by_cores
    from pytest_lean.plugin.capacity import WorkerMemory

    return min(by_cores, WorkerMemory(chosen, run.leans.project).most_workers())


def keep_together(config: pytest.Config, items: Sequence[pytest.Item]) -> None:
    """Under ``--dist loadgroup``, keep tests with the same unusual imports on one worker.

    Tests with the configured imports stay free: every worker has those loaded anyway.
    """
    if not getattr(config.option, "loadgroup", False):
        return
    usual = run_of(config).settings.imports
    for item in items:
        try:
            given = marker.arguments(item)
        except pytest.UsageError:  # `marker.check_all` reports it, if the test is selected
            continue
        imports = (*given.get("imports", usual), *_imports_of(given.get("preamble", "")))
        if imports != usual and item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group("lean: " + " ".join(imports)))


def _imports_of(preamble: str) -> list[str]:
    if "import" not in preamble:
        return []
    from pytest_lean.language.syntax import read_header

    return [line.removeprefix("import ") for line in read_header(preamble).lines]
