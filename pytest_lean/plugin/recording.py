"""Records, in each process that runs tests, what the report and the JSON need of each test.

Promises: the records are sent with pytest's own reports, phase by phase, so that only the current
phase is lost if an xdist worker dies. Nothing here changes an outcome.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import asdict
from typing import Any

import pytest

from pytest_lean.plugin.activity import Activity
from pytest_lean.plugin.outcome import IS_ERROR
from pytest_lean.report.data import Failure, Part

ATTRIBUTE = "lean_recorded"
# A longer text is shortened to this many characters, from its beginning and its end.
_MOST_CHARACTERS = 20_000


class Recorder:
    """A plugin of each process that runs tests.

    Args:
        activity: what the servers did.
        tells_failures: whether details of failures are wanted, and not only one line.
    """

    def __init__(self, activity: Activity, *, tells_failures: bool) -> None:
        self._activity = activity
        self._tells_failures = tells_failures

    # The outermost wrapper, so that the report is final: other wrappers have changed it by then.
    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Put what happened into the report, which xdist sends along."""
        report = yield
        recorded = self._activity.take()
        if report.failed and self._tells_failures:
            recorded["failure"] = _plain(asdict(_failure(item, call, report)))
        vars(report)[ATTRIBUTE] = recorded
        return report


def one_line(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Return what is wrong, or why a test was skipped, in one line."""
    told = str(getattr(report, IS_ERROR, ""))
    if not told and isinstance(report.longrepr, tuple):
        told = str(report.longrepr[2]).removeprefix("Skipped: ")
    if not told and hasattr(report, "wasxfail"):
        told = str(report.wasxfail).removeprefix("reason: ")
    if not told and isinstance(report.longrepr, str):
        told = report.longrepr
    if not told:
        crash = getattr(report.longrepr, "reprcrash", None)
        told = crash.message if crash is not None else report.longreprtext
    words = next((line for line in told.splitlines() if line.strip()), "")
    return shortened(words.strip(), 300)


def shortened(text: str, most: int = _MOST_CHARACTERS) -> str:
    """Return ``text`` without its middle if it is long, and with lone surrogates replaced."""
    if len(text) > most:
        text = f"{text[: most // 2]} [... {len(text) - most} characters ...] {text[-most // 2 :]}"
    return text.encode("utf-8", "replace").decode("utf-8")


def _failure(item: pytest.Item, call: pytest.CallInfo[None], report: pytest.TestReport) -> Failure:
    from pytest_lean.testing.failure import LeanRejection

    error = call.excinfo.value if call.excinfo is not None else None
    sections = tuple((title, text) for title, text in report.sections if text.strip())
    if isinstance(error, LeanRejection):
        traceback = report.longreprtext if isinstance(item, pytest.Function) else ""
        parts = tuple(_part(part) for part in error.failure.parts)
        return Failure(error.failure.headline, parts, traceback, sections)
    told = str(getattr(report, IS_ERROR, ""))
    if told:
        kind, _, words = told.partition(": ")
        return Failure(kind, (Part(words),), report.longreprtext, sections)
    return Failure(one_line(report), (), report.longreprtext, sections)


def _part(part: object) -> Part:
    from pytest_lean.testing.render import Said, excerpt_lines, trim

    if not isinstance(part, Said):
        return Part(trim(str(part), full=True))
    message, at = part.message, part.message.start_pos
    place = f"{part.path or 'line'}{':' if part.path else ' '}{at.line}:{at.column}"
    source = excerpt_lines(part.text, at, message.end_pos)
    return Part(trim(message.data.rstrip(), full=True), place, message.severity, tuple(source))


def _plain(value: Any) -> Any:
    """Return data with all texts shortened and valid Unicode, and tuples as lists, for sending."""
    if isinstance(value, str):
        return shortened(value)
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
