"""What became of the baselines of a run: written, changed, missing, unused.

Promises: the result is the same with xdist as without; a file counts as unused only if every test
of its module has run and passed; nothing is written where ``CI`` is set, unless that is forced.
The module is light enough to be loaded in a run that has no baselines.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from typing import Any

import pytest

from pytest_lean.plugin.run import run_of
from pytest_lean.testing.baseline_log import folder_of, shown_path

_OUTPUT = "lean_baselines"


def refuse_in_ci(config: pytest.Config) -> None:
    """Raise a usage error for an update in CI, where baselines are to be compared."""
    chosen = run_of(config).settings
    in_ci = os.environ.get("CI", "").strip().lower() not in ("", "0", "false", "no")
    if chosen.update and in_ci and not chosen.update_force:
        raise pytest.UsageError(
            "--lean-update is refused because the environment variable CI is set: there the "
            "baselines are to be compared; --lean-update-force writes them all the same"
        )


def finish(config: pytest.Config) -> None:
    """Send what became of the baselines to the controller, if this is an xdist worker."""
    output = getattr(config, "workeroutput", None)
    if output is not None:
        found = run_of(config).baselines
        output[_OUTPUT] = {
            path: (status, hashlib.sha256(found.texts.get(path, "").encode()).hexdigest())
            for path, status in found.status.items()
        }


def add_worker(config: pytest.Config, output: dict[str, Any]) -> None:
    """Add what became of the baselines of an xdist worker that has ended."""
    for path, (status, digest) in output.get(_OUTPUT, {}).items():
        run_of(config).baselines.merge(path, status, digest)


def write_summary(terminal: pytest.TerminalReporter) -> None:
    """Write which baselines were written, changed, missing or unused, if any."""
    lines = list(summary_lines(terminal))
    if lines:
        terminal.write_sep("-", "Lean baselines")
        for line in lines:
            terminal.write_line(line)


def summary_lines(terminal: pytest.TerminalReporter) -> Iterator[str]:
    """Yield the lines of the summary."""
    found = run_of(terminal.config).baselines
    for status in ("written", "changed", "different", "missing"):
        for path in found.of(status):
            yield f"{status}: {path}"
    if run_of(terminal.config).settings.update:
        for path in sorted(found.conflicts):
            yield f"different texts were written by two workers: {path}"
    for path in _unused(terminal):
        yield f"unused: {path}"


def _unused(terminal: pytest.TerminalReporter) -> list[str]:
    """Return the files that no test used, of the modules whose tests all ran and passed."""
    config = terminal.config
    if _is_a_selection(config):
        return []
    used = run_of(config).baselines.status
    left: list[str] = []
    for module in sorted(_passed_modules(terminal)):
        folder = folder_of(config.rootpath / module)
        if folder.is_dir():
            files = (shown_path(config.rootpath, path) for path in sorted(folder.glob("*.txt")))
            left += [path for path in files if path not in used]
    return left


def _is_a_selection(config: pytest.Config) -> bool:
    option = config.option
    names = ("keyword", "markexpr", "deselect", "lf", "stepwise", "maxfail", "collectonly")
    return any(getattr(option, name, None) for name in names) or any(
        "::" in argument for argument in config.args
    )


def _passed_modules(terminal: pytest.TerminalReporter) -> set[str]:
    modules: set[str] = set()
    others: set[str] = set()
    for outcome, reports in terminal.stats.items():
        for report in reports:
            nodeid = getattr(report, "nodeid", None)
            if isinstance(nodeid, str) and nodeid:
                (modules if outcome in ("passed", "") else others).add(nodeid.split("::")[0])
    return modules - others
