"""Collects pytest's reports as rows, one for each test, and writes page and JSON from them.

Promises: there is one row for each test that was begun, in whatever process, and for each file
that could not be collected. If a process dies, the row of its last test lacks only what that
process had not reported. The files are written whole, at the end of the run, however it ends; if
one cannot be written, a note in the summary says so.
"""

from __future__ import annotations

import json
import shlex
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from pytest_lean.plugin.outcome import IS_ERROR
from pytest_lean.plugin.recording import ATTRIBUTE, one_line
from pytest_lean.plugin.summary import Summary
from pytest_lean.report.data import WORST_FIRST, Failure, Outcome, RunData, TestRow, Trace
from pytest_lean.toolchain.cache import write_whole

FORMAT = 1  # of the JSON
_MAIN = "main"
# Details of failures are kept until they have this many characters, all together.
_MOST_CHARACTERS = 4_000_000
# Of more memory samples of one process, the higher of each two neighbours is kept.
_MOST_SAMPLES = 4000


class Collector:
    """A plugin of the process that gets all reports: the controller, or the only process.

    Args:
        config: pytest's.
        summary: the summary of the run.
        json_path: where the JSON goes; None for no JSON.
        report_path: where the page goes; None for no page.
    """

    def __init__(
        self,
        config: pytest.Config,
        summary: Summary,
        json_path: Path | None,
        report_path: Path | None,
    ) -> None:
        self._summary = summary
        self._json_path = json_path
        self._report_path = report_path
        self._rows: dict[str, TestRow] = {}
        self._traces: dict[str, Trace] = {}
        self._started: dict[str, float] = {}
        self._kept = 0
        command = shlex.join(["pytest", *map(str, config.invocation_params.args)])
        self._data = RunData(time.time(), root=config.rootpath.name, command=command)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Note when a test began, for a report that has no start time of its own."""
        self._started[nodeid] = time.time()

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Make one row for what could not be collected; each xdist worker reports it."""
        if report.failed:
            row = self._rows.setdefault(report.nodeid, TestRow(report.nodeid, file=report.nodeid))
            row.outcome, row.message, row.began = "error", one_line(report), self._now()
            self._keep(row, Failure(row.message, (), report.longreprtext))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add what the report of one phase says to the row of its test."""
        row = self._rows.get(report.nodeid)
        if row is None or (report.when == "setup" and row.began):
            row = self._rows[report.nodeid] = self._row(report, row)
        if str(report.outcome) == "rerun":  # pytest-rerunfailures will run the test again
            row.reruns += 1
        outcome = _outcome(report)
        if WORST_FIRST.index(outcome) < WORST_FIRST.index(row.outcome):
            row.outcome, row.message = outcome, one_line(report)
        if report.when in ("setup", "call", "teardown"):
            seconds = getattr(row, report.when) + report.duration
            setattr(row, report.when, round(seconds, 6))
        elif outcome == "crashed":
            row.call = max(0.0, self._now() - row.began)
        recorded = getattr(report, ATTRIBUTE, {})
        self._note_activity(row, recorded)
        self._note_properties(row, dict(report.user_properties))
        if report.failed:
            told = recorded.get("failure")
            is_one_line = isinstance(report.longrepr, str)
            words = Failure(one_line(report), (), "" if is_one_line else report.longreprtext)
            self._keep(row, Failure.from_data(told) if told else words)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """Note that an xdist worker died."""
        if error:
            self._trace(node.gateway.id).lost = self._now()

    def finish(self, ended: str) -> bool:
        """Write JSON and page, as far as they are wanted; return whether a page was written.

        Args:
            ended: why the run stopped early; empty if it did not.
        """
        data = self._data
        data.seconds, data.ended = self._now(), ended
        data.tests = sorted(self._rows.values(), key=lambda row: row.began)
        data.workers = sorted(self._traces.values(), key=lambda trace: _natural(trace.id))
        data.summary = asdict(self._summary)
        has_page = False
        if self._report_path is not None:
            has_page = self._write("report could not be written", self._report_path, _page(data))
        if self._json_path is not None:
            self._write("summary could not be written as JSON", self._json_path, as_json(data))
        return has_page

    def _write(self, problem: str, path: Path, text: str) -> bool:
        try:
            write_whole(path, text)
        except OSError as error:
            self._summary.notes.append(f"the {problem}: {error}")
            return False
        return True

    def _row(self, report: pytest.TestReport, before: TestRow | None) -> TestRow:
        file, line, _ = report.location
        worker = getattr(report, "worker_id", None) or _gateway(report) or _MAIN
        began = getattr(report, "start", 0.0) or self._started.get(report.nodeid, time.time())
        self._trace(worker)
        return TestRow(
            report.nodeid,
            file=file,
            line=None if line is None else line + 1,
            worker=worker,
            began=round(began - self._data.began, 6),
            reruns=before.reruns if before is not None else 0,
        )

    def _note_activity(self, row: TestRow, recorded: Mapping[str, Any]) -> None:
        trace = self._trace(row.worker)
        moments = [(round(at - self._data.began, 3), mb) for at, mb in recorded.get("memory", ())]
        trace.memory += moments
        if len(trace.memory) > _MOST_SAMPLES:
            trace.memory = thinned(trace.memory)
        restarts = recorded.get("restarts", ())
        trace.restarts += [(round(at - self._data.began, 3), cause) for at, cause in restarts]
        row.commands += recorded.get("commands", 0)
        most = max((mb for _, mb in moments), default=0.0)
        if most:
            row.memory_mb = max(most, row.memory_mb or 0.0)

    def _note_properties(self, row: TestRow, told: Mapping[str, Any]) -> None:
        if "lean_version" in told:
            row.lean = str(told["lean_version"])
            row.lean_seconds = float(told["lean_seconds"])
            row.restarts = int(told["lean_restarts"])
            row.cached = "lean_cached" in told
            row.trust = str(told["lean_trust"])
        if row.outcome in ("no verdict", "crashed", "skipped"):
            row.trust = None

    def _keep(self, row: TestRow, failure: Failure) -> None:
        """Keep the details of a failure for the page, until the limit of characters is reached."""
        if self._report_path is None or row.id in self._data.failures:
            return
        size = len(failure.traceback) + sum(len(text) for _, text in failure.sections)
        size += sum(len(part.words) + 80 * len(part.source) for part in failure.parts)
        if self._kept + size <= _MOST_CHARACTERS:
            self._kept += size
            self._data.failures[row.id] = failure

    def _trace(self, worker: str) -> Trace:
        return self._traces.setdefault(worker, Trace(worker))

    def _now(self) -> float:
        return round(time.time() - self._data.began, 3)


def thinned(samples: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return half as many samples: the higher of each two neighbours."""
    pairs = zip(samples[::2], samples[1::2], strict=False)
    rest = samples[-1:] if len(samples) % 2 else []
    return [max(pair, key=lambda sample: sample[1]) for pair in pairs] + rest


def as_json(data: RunData) -> str:
    """Return a run as JSON: the summary, and a line for each test and each process."""
    fields: dict[str, Any] = {"format": FORMAT, **data.summary}
    fields |= {"began": data.began, "seconds": data.seconds, "ended": data.ended}
    parts = [f'  "{name}": {json.dumps(value)}' for name, value in fields.items()]
    parts.append(f'  "workers": [\n{_lines(asdict(worker) for worker in data.workers)}\n  ]')
    parts.append(f'  "tests": [\n{_lines(asdict(row) for row in data.tests)}\n  ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(rows: Iterable[Mapping[str, Any]]) -> str:
    return ",\n".join(f"    {json.dumps(row)}" for row in rows)


def _page(data: RunData) -> str:
    from pytest_lean.report.run_page import page

    return page(data)


def _outcome(report: pytest.TestReport) -> Outcome:
    if report.when not in ("setup", "call", "teardown"):  # xdist's report of a crashed worker
        return "crashed"
    if report.failed and getattr(report, IS_ERROR, False):
        return "no verdict"
    if report.failed:
        return "failed" if report.when == "call" else "error"
    if hasattr(report, "wasxfail"):
        return "xfailed" if report.skipped else "xpassed"
    return "skipped" if report.skipped else "passed"


def _gateway(report: pytest.TestReport) -> str | None:
    gateway = getattr(getattr(report, "node", None), "gateway", None)
    return getattr(gateway, "id", None)


def _natural(name: str) -> tuple[str, int]:
    letters = name.rstrip("0123456789")
    return letters, int(name[len(letters) :] or 0)
