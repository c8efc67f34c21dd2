"""The report (``--lean-report``) and the JSON (``--lean-json``) of a run: who makes them, and when.

Loaded only where one of them is wanted. That the report cannot be written is found out before the
first test runs.
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
    """Have what is needed noted in this process; return where servers tell what they do."""
    activity = Activity()
    wants_page = settings.report is not None
    config.pluginmanager.register(Recorder(activity, tells_failures=wants_page))
    return activity


class Reporting:
    """What is written at the end of a run, in the process in which all reports come together.

    Args:
        config: pytest's.
        settings: those of the run.
        summary: that of the run.

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
        """Write it, unless tests were only to be listed: an editor does that all the time."""
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
