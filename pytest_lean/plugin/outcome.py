"""What a test's outcome says about Lean: status words, report sections, JUnit properties."""

from __future__ import annotations

import collections
import contextlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_lean.plugin import frames
from pytest_lean.plugin.summary import Summary, plural

if TYPE_CHECKING:
    from pytest_lean.errors import LeanError
    from pytest_lean.server.auto import AutoLeanServer

OUTCOME = "lean error"
LETTER = "L"
WORD = "LEAN ERROR"
IS_ERROR = "lean_error"
SERVER = "lean_server"  # an item's own, where it has no fixtures
_BEGAN = pytest.StashKey[float]()  # on the monotonic clock
_INSTALLED = {"site-packages", "dist-packages"}


@contextlib.contextmanager
def recorded(
    item: pytest.Item, server: AutoLeanServer, summary: Summary, trust: str
) -> Iterator[None]:
    """Record what a test uses of a server in the body, and how far its verdict is checked."""
    before = server.stats
    try:
        yield
    finally:
        after = server.stats
        seconds = round(after.lean_seconds - before.lean_seconds, 6)
        _set_properties(
            item,
            lean_version=server.toolchain.label,
            lean_seconds=seconds,
            lean_trust=trust,
            lean_restarts=sum(after.restarts.values()) - sum(before.restarts.values()),
        )
        summary.add(Summary(slowest=[(seconds, item.nodeid)]))


def note(
    item: pytest.Item, summary: Summary, *, lean: str, seconds: float, trust: str, restarts: int
) -> None:
    """Record what a test used of a Lean that is no server.

    Args:
        item: the test.
        summary: the summary, which is added to.
        lean: the label of the Lean.
        seconds: how long Lean took.
        trust: how far the verdict is checked.
        restarts: how often Lean was started again.
    """
    seconds = round(seconds, 6)
    _set_properties(
        item, lean_version=lean, lean_seconds=seconds, lean_trust=trust, lean_restarts=restarts
    )
    summary.add(
        Summary(lean=[lean], commands=1, lean_seconds=seconds, slowest=[(seconds, item.nodeid)])
    )


def recorded_as_known(item: pytest.Item, lean: str, trust: str) -> None:
    """Record that the verdict of a test came from the cache, and that it used no server.

    Args:
        item: the test.
        lean: the label of the Lean.
        trust: how far the verdict is checked.
    """
    _set_properties(
        item,
        lean_version=lean,
        lean_seconds=0.0,
        lean_trust=trust,
        lean_restarts=0,
        lean_cached="true",
    )


def _set_properties(item: pytest.Item, **values: str | float) -> None:
    """Set properties of a test for JUnit, in place of those of an earlier run of it."""
    kept = [entry for entry in item.user_properties if entry[0] not in values]
    item.user_properties[:] = [*kept, *values.items()]


def explain(item: pytest.Item, call: pytest.CallInfo[None], report: pytest.TestReport) -> None:
    """Mark a failure without a verdict as such in ``report``; leave out frames that say nothing."""
    from pytest_lean.errors import LeanServerError
    from pytest_lean.testing.failure import LeanRejection

    assert call.excinfo is not None
    raised = call.excinfo.value
    where = "" if report.when == "call" else f" in {report.when}"
    # An item that is not a Python function shows a rejection by its own `repr_failure`.
    is_shown = report.when == "call" and isinstance(raised, LeanRejection)
    if frames.is_own(raised) and not is_shown and not _in_user_code(item, call.excinfo):
        report.longrepr = f"{type(raised).__name__}{where}: {raised}"
    error = _no_verdict(raised)
    if error is None:
        return
    # pytest sends extra attributes of a report from an xdist worker to the controller.
    vars(report)[IS_ERROR] = f"{type(error).__name__}: {error}"
    _set_properties(item, lean_error=type(error).__name__)
    report.user_properties = list(item.user_properties)
    if isinstance(error, LeanServerError) and error.stderr_tail:
        report.sections.append(("Lean stderr", error.stderr_tail))
    used = getattr(item, "funcargs", {})
    own = getattr(item, SERVER, None)
    server = getattr(used.get("lean"), "server", used.get("lean_server", own))
    began = item.stash.get(_BEGAN, 0.0)
    if log := [line for line in getattr(server, "log", ()) if line.at >= began]:
        report.sections.append(("Lean server log", "\n".join(log)))


def refuse_xfail(item: pytest.Item, call: pytest.CallInfo[None], report: pytest.TestReport) -> None:
    """Count a test without a verdict as failed, even under ``xfail``, unless ``raises`` is given.

    An ``xfail`` says that Lean rejects something, and here Lean did not decide.
    """
    assert call.excinfo is not None
    if not hasattr(report, "wasxfail") or _no_verdict(call.excinfo.value) is None:
        return
    if all(mark.kwargs.get("raises") is None for mark in item.iter_markers("xfail")):
        del report.wasxfail
        report.outcome = "failed"


def begin(item: pytest.Item) -> None:
    """Note when a test begins, and forget that an earlier run of it ended without a verdict."""
    item.user_properties[:] = [entry for entry in item.user_properties if entry[0] != IS_ERROR]
    item.stash[_BEGAN] = time.monotonic()


class ErrorCount:
    """A plugin of the process that gets all reports: it counts verdicts, and failures without."""

    def __init__(self, summary: Summary) -> None:
        self._summary = summary

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a report; a run that ``--reruns`` repeats has the outcome ``rerun``, not failed."""
        if report.failed and getattr(report, IS_ERROR, False):
            self._summary.lean_errors += 1
        if report.when != "teardown":
            return
        told = dict(report.user_properties)
        if "lean_trust" in told and IS_ERROR not in told:
            self._summary.count_verdict(str(told["lean_trust"]))


def _no_verdict(error: BaseException) -> LeanError | None:
    """Return the ``LeanError`` that ``error`` is or consists of; None for any other exception.

    An exception group has parts, and so does the failure of a doctest. If all parts are
    ``LeanError``s, the first is returned.
    """
    from pytest_lean.errors import LeanError

    if isinstance(error, LeanError):
        return error
    parts = getattr(error, "exceptions", None) or getattr(error, "failures", None)
    if parts is None:
        parts = getattr(error, "exc_info", (None,))[1:2]
    found = [_no_verdict(part) for part in parts if isinstance(part, BaseException)]
    return found[0] if found and all(found) else None


def _in_user_code(item: pytest.Item, excinfo: pytest.ExceptionInfo[BaseException]) -> bool:
    """Return whether the traceback has a frame of the user's own code."""
    root = item.config.rootpath
    paths = [Path(entry.path) for entry in excinfo.traceback]
    return any(root in path.parents and _INSTALLED.isdisjoint(path.parts) for path in paths)


def status(report: pytest.TestReport) -> tuple[str, str, tuple[str, dict[str, bool]]] | None:
    """Return the status word of a failure without a verdict; None for any other report."""
    if report.failed and getattr(report, IS_ERROR, False):
        return OUTCOME, LETTER, (WORD, {"red": True})
    return None


def write_summary(terminal: pytest.TerminalReporter, total: Summary) -> None:
    """Write the failures without a verdict, and the summary of what was used of Lean."""
    errors = terminal.stats.get(OUTCOME, [])
    firsts = {getattr(report, IS_ERROR): report for report in reversed(errors)}
    if errors and terminal.config.option.tbstyle != "no":
        _write_errors(terminal, list(reversed(firsts.values())))
    if total.commands or total.notes or total.files or total.proofs:
        terminal.write_sep("-", ", ".join(total.lean) or "Lean")
        for line in total.lines():
            terminal.write_line(line)
    _list_errors(terminal, errors, firsts)
    if len(errors) > 1:  # pytest forms a plural only of its own words
        terminal.stats[f"{OUTCOME}s"] = terminal.stats.pop(OUTCOME)
        terminal._set_main_color()


def _list_errors(
    terminal: pytest.TerminalReporter,
    errors: Sequence[pytest.TestReport],
    firsts: Mapping[str, pytest.TestReport],
) -> None:
    """List failures without a verdict, which pytest's own list leaves out.

    One reason, such as a failed build, may hold for many tests: it is shown with the first of
    them, with the number of the others, or with their names under ``-v``.
    """
    counts = collections.Counter(getattr(report, IS_ERROR) for report in errors)
    for report in errors:
        told = getattr(report, IS_ERROR)
        first = firsts[told]
        if report is first:
            terminal.write_line(f"{WORD} {report.nodeid} - {told.partition(chr(10))[0]}")
            if counts[told] > 1 and terminal.verbosity < 1:
                more = plural(counts[told] - 1, "more test")
                terminal.write_line(f"{' ' * len(WORD)} and {more} for the same reason")
        elif terminal.verbosity >= 1:
            terminal.write_line(f"{WORD} {report.nodeid} - the same as {first.nodeid}")


def _write_errors(terminal: pytest.TerminalReporter, errors: Iterable[pytest.TestReport]) -> None:
    terminal.write_sep("=", f"{WORD}S: no verdict was reached", red=True, bold=True)
    for report in errors:
        terminal.write_sep("_", report.nodeid, red=True, bold=True)
        report.toterminal(terminal._tw)
        for title, content in report.sections:
            terminal.write_sep("-", title)
            terminal.write_line(content.rstrip("\n"))
