"""What pytest shows of an exception of ours: the user's frames, and one line in the summary."""

from __future__ import annotations

import linecache
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

_PACKAGE = Path(__file__).parents[1]


class OwnFrames:
    """A plugin that ends the traceback of an exception of ours where the plugin was called."""

    # No wrapper: the exception of a unittest.TestCase is only there once pytest's own first
    # implementation has run.
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """Leave them out, unless ``--full-trace`` asks for them."""
        excinfo = call.excinfo
        if excinfo is None or item.config.getoption("fulltrace", False):
            return
        error = excinfo.value
        if is_own(error) or _is_about_an_argument(error):
            shown = _before_own_frames(error.__traceback__)
            if shown is not None:
                _leave_out_cause(error, item.config.rootpath)
                call.excinfo = pytest.ExceptionInfo.from_exception(error.with_traceback(shown))


def is_own(error: BaseException) -> bool:
    """Return whether it is one of our exceptions."""
    return type(error).__module__.partition(".")[0] == "pytest_lean"


def tell_in_one_line(call: pytest.CallInfo[None], report: pytest.TestReport) -> None:
    """Have the short summary, and all else that shows one line, say what is wrong.

    pytest shows the exception's full name and its first line, of which 80 columns leave little.
    What reads reports takes the line as well: JUnit's message, CTRF's, annotations of GitHub.
    """
    error = call.excinfo.value if call.excinfo else None
    crash: Any = getattr(report.longrepr, "reprcrash", None)
    if error is None or crash is None or not is_own(error):
        return
    summary = getattr(error, "summary", None)
    crash.message = summary or f"no verdict, {type(error).__name__}: {error}"


def rejection(excinfo: pytest.ExceptionInfo[BaseException], path: Path, line: int | None) -> Any:
    """Return what pytest shows of a rejection in an item that is no function of Python's.

    Args:
        excinfo: what the item raised.
        path: the file that it is about.
        line: the line there, the first being 1; None if the item stands in no file, and all that
            it says is shown, since it is a list.

    Returns:
        None for what is no rejection: pytest has words of its own for that.
    """
    from pytest_lean.testing.failure import LeanRejection

    error = excinfo.value
    if not isinstance(error, LeanRejection):
        return None
    if line is None:
        error.show_all = True
    # pytest has no public way to make one; these take the same arguments in pytest 8.4 and 9.
    from _pytest._code import code

    place = None
    if line is not None:
        place = code.ReprFileLocation(str(path), line, type(error).__name__)
    lines = [f"E   {text}".rstrip() for text in str(error).splitlines()]
    entry = code.ReprEntry(lines, None, None, place, "long")
    crash = code.ReprFileLocation(str(path), line or 1, str(error))
    return code.ExceptionChainRepr([(code.ReprTraceback([entry], None, "long"), crash, None)])


def title(item: pytest.Item) -> str:
    """Return what a failure of an item is headed with: its node id.

    Without the space behind it pytest would take it for a dotted name, and write ``::`` for the
    dot of the file's name in its verbose output.
    """
    return f"{item.nodeid} "


def _is_about_an_argument(error: BaseException) -> bool:
    """Return whether it refuses an argument: a statement of ours raises it, and no accident."""
    if not isinstance(error, (TypeError, ValueError)) or error.__traceback__ is None:
        return False
    last = error.__traceback__
    while last.tb_next is not None:
        last = last.tb_next
    file = last.tb_frame.f_code.co_filename
    line = linecache.getline(file, last.tb_lineno).lstrip()
    return _PACKAGE in Path(file).parents and line.startswith("raise ")


def _leave_out_cause(error: BaseException, root: Path) -> None:
    """Leave out the exception that led to ``error`` if no code of the user's raised it."""
    traceback = None if error.__cause__ is None else error.__cause__.__traceback__
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if root in file.parents and _PACKAGE not in file.parents:
            return
        traceback = traceback.tb_next
    error.__cause__, error.__suppress_context__ = None, True


def _before_own_frames(traceback: TracebackType | None) -> TracebackType | None:
    """Return the frames that lead to the plugin, without its own and what those call."""
    frames: list[TracebackType] = []
    while traceback is not None:
        if _PACKAGE in Path(traceback.tb_frame.f_code.co_filename).parents:
            break
        frames.append(traceback)
        traceback = traceback.tb_next
    shown = None
    for frame in reversed(frames):
        shown = TracebackType(shown, frame.tb_frame, frame.tb_lasti, frame.tb_lineno)
    return shown
