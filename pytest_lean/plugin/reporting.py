"""Sets up the report (``--lean-report``) and the JSON (``--lean-json``) of a run.

This module is loaded only if one of them is wanted. If the report cannot be written, that is an
error before the first test runs.
"""

from __future__ import annotations

import pytest

from pytest_lean.plugin.activity import Activity
from pytest_lean.plugin.collecting import Collector
from pytest_lean.plugin.recording import Recorder
from pytest_lean.plugin.settings import Settings
from pytest_lean.plugin.summary import Summary
from pytest_lean.report.output import OutputError, check_output


def record(config: pytest.Config, settings: Settings) -> Activity:
    """Register what records tests in this process; return the log for what its servers do."""
    activity = Activity()
    wants_page = settings.report is not None
    config.pluginmanager.register(Recorder(activity, tells_failures=wants_page))
    return activity


class Reporting:
    """Writes report and JSON at the end of a run, in the process that gets all reports.

    Args:
        config: pytest's.
        settings: the settings of the run.
        summary: the summary of the run.

    Raises:
        pytest.UsageError: the report cannot be written.
    """

    def __init__(self, config: pytest.Config, settings: Settings, summary: Summary) -> None:
        self._report_path = settings.report
        if settings.report is not None:
            try:
                check_output(settings.report)
            except OutputError as error:
                raise pytest.UsageError(f"lean_report: {error}") from None
        self._collector = Collector(config, summary, settings.json, settings.report)
        self._is_written = False
        config.pluginmanager.register(self._collector)

    def finish(self, session: pytest.Session, exit_code: int) -> None:
        """Write both, but not after ``--collect-only``, which editors run all the time."""
        if session.config.option.collectonly:
            return
        self._is_written = self._collector.finish(_why_ended(session, exit_code))

    def write_summary(self, terminal: pytest.TerminalReporter) -> None:
        """Say where the report is."""
        if self._report_path is not None and self._is_written:
            terminal.write_sep("-", f"Lean report: {self._report_path}")


def _why_ended(session: pytest.Session, exit_code: int) -> str:
    if exit_code == pytest.ExitCode.INTERRUPTED and not session.shouldstop:
        return "it was interrupted"
    if exit_code == pytest.ExitCode.INTERNAL_ERROR:
        return "pytest met an internal error"
    if exit_code == pytest.ExitCode.USAGE_ERROR:
        return "the command line, a marker or a setting is wrong"
    return str(session.shouldfail or session.shouldstop or "")
