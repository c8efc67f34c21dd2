"""Where tests run: what is noted of each of them for the report and for JSON, if one is wanted.

Promises: it travels with pytest's own reports, phase by phase, so that an xdist worker that dies
takes with it no more than the phase that it was in. Nothing here changes an outcome.
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
# Of a long text so many characters are kept, from its beginning and its end.
_MOST_CHARACTERS = 20_000


class Recorder:
    """A plugin of each process that runs tests.

    Args:
        activity: what the servers did.
        tells_failures: whether somebody will read more of a failure than one line.
    """

    def __init__(self, activity: Activity, *, tells_failures: bool) -> None:
        self._activity = activity
        self._tells_failures = tells_failures

    # The outermost, so that the report is what everybody else made of it.
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
    """Return ``text`` without its middle if it is long, and without what is no character."""
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
    """Return data with texts that are short enough to send, and that can be sent at all."""
    if isinstance(value, str):
        return shortened(value)
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
