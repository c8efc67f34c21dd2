"""How pytest shows exceptions of pytest-lean: the user's frames, and one line in the summary."""

from __future__ import annotations

import linecache
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

_PACKAGE = Path(__file__).parents[1]


class OwnFrames:
    """A plugin that ends the traceback of our exceptions where the user's code called us."""

    # This is no hook wrapper, which would run too early: for a unittest.TestCase, pytest's own
    # implementation of this hook provides the exception.
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """Leave our own frames out, unless ``--full-trace`` asks for them."""
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
    """Set the one line that the short summary shows of a failure to what is wrong.

    pytest's own line begins with the full name of the exception, so that 80 columns have little
    room for the reason. JUnit, CTRF and GitHub's annotations show this line as well.
    """
    error = call.excinfo.value if call.excinfo else None
    crash: Any = getattr(report.longrepr, "reprcrash", None)
    if error is None or crash is None or not is_own(error):
        return
    summary = getattr(error, "summary", None)
    crash.message = summary or f"no verdict, {type(error).__name__}: {error}"


def rejection(excinfo: pytest.ExceptionInfo[BaseException], path: Path, line: int | None) -> Any:
    """Return what pytest shows of a rejection in an item that is not a Python function.

    Args:
        excinfo: what the item raised.
        path: the file that it is about.
        line: the line there, counted from 1; None if the item is in no file. Its message is then
            a list, which is shown whole.

    Returns:
        None if the exception is no rejection, so that pytest shows it as usual.
    """
    from pytest_lean.testing.failure import LeanRejection

    error = excinfo.value
    if not isinstance(error, LeanRejection):
        return None
    if line is None:
        error.show_all = True
    # pytest has no public API for this; these classes take the same arguments in 8.4 and 9.
    from _pytest._code import code

    place = None
    if line is not None:
        place = code.ReprFileLocation(str(path), line, type(error).__name__)
    lines = [f"E   {text}".rstrip() for text in str(error).splitlines()]
    entry = code.ReprEntry(lines, None, None, place, "long")
    crash = code.ReprFileLocation(str(path), line or 1, str(error))
    return code.ExceptionChainRepr([(code.ReprTraceback([entry], None, "long"), crash, None)])


def title(item: pytest.Item) -> str:
    """Return the title of an item's failure: its node id, and a space.

    Without the space pytest would take the id for a dotted name, and in verbose output would
    replace the dot in the file's name by ``::``.
    """
    return f"{item.nodeid} "


def _is_about_an_argument(error: BaseException) -> bool:
    """Return whether one of our ``raise`` statements refused an argument with ``error``."""
    if not isinstance(error, (TypeError, ValueError)) or error.__traceback__ is None:
        return False
    last = error.__traceback__
    while last.tb_next is not None:
        last = last.tb_next
    file = last.tb_frame.f_code.co_filename
    line = linecache.getline(file, last.tb_lineno).lstrip()
    return _PACKAGE in Path(file).parents and line.startswith("raise ")


def _leave_out_cause(error: BaseException, root: Path) -> None:
    """Leave out the exception that led to ``error``, unless user code took part in it."""
    traceback = None if error.__cause__ is None else error.__cause__.__traceback__
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if root in file.parents and _PACKAGE not in file.parents:
            return
        traceback = traceback.tb_next
    error.__cause__, error.__suppress_context__ = None, True


def _before_own_frames(traceback: TracebackType | None) -> TracebackType | None:
    """Return the frames that lead to the plugin, without its own and those that it calls."""
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
