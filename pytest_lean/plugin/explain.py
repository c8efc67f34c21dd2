"""Explains a plain ``assert`` that failed on values from Lean.

pytest shows the values of a failed comparison. Where these are messages, responses or snapshots,
they are shown here as our own assertions show them. Nothing here changes an outcome.
"""

from __future__ import annotations

import linecache
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from pytest_lean.plugin.summary import plural

if TYPE_CHECKING:
    from pytest_lean.messages import CommandResponse, Message

_VERBOSE = 2
SECTION = "Lean's messages"


def compare(op: str, left: object, right: object) -> list[str] | None:
    """Explain a comparison of messages or of snapshots; None for any other."""
    if op != "==" or not _in_use():
        return None
    from pytest_lean.testing.facts import Snapshot

    if isinstance(left, Snapshot) and isinstance(right, Snapshot):
        return ["the two environments differ", *left.diff(right).lines()]
    ours, two = _messages(left), _messages(right)
    if ours is None or two is None or not (ours or two):
        return None
    lines = [f"{plural(len(ours), 'message')} of Lean's == {len(two)}"]
    lines += [f"- {_line(message)}" for message in two if message not in ours]
    lines += [f"+ {_line(message)}" for message in ours if message not in two]
    return lines


def add_sections(
    config: pytest.Config, call: pytest.CallInfo[None], report: pytest.TestReport
) -> None:
    """Show what Lean said in each response whose variable stands in the failed statement."""
    error = call.excinfo.value if call.excinfo else None
    if not isinstance(error, AssertionError) or not _in_use():
        return
    from pytest_lean.testing.failure import LeanRejection
    from pytest_lean.testing.render import Failure, all_said

    if isinstance(error, LeanRejection):
        return
    full = config.get_verbosity(pytest.Config.VERBOSITY_ASSERTIONS) >= _VERBOSE
    for name, response in _responses(error):
        shown = Failure(f"{name}: {response!r}", all_said(response)).render(full=full)
        report.sections.append((SECTION, shown))


def show_all(config: pytest.Config, call: pytest.CallInfo[None]) -> None:
    """Make a rejection show long texts whole if pytest runs with ``-vv``."""
    error = call.excinfo.value if call.excinfo else None
    if error is None or not _in_use():
        return
    from pytest_lean.testing.failure import LeanRejection

    if isinstance(error, LeanRejection):
        error.show_all = config.get_verbosity() >= _VERBOSE


def _in_use() -> bool:
    """Return whether a test used Lean; if none did, nothing of Lean needs to be imported."""
    return "pytest_lean.testing.failure" in sys.modules


def _responses(error: AssertionError) -> Iterator[tuple[str, CommandResponse]]:
    from pytest_lean.messages import CommandResponse

    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    if traceback is None:
        return
    frame = traceback.tb_frame
    statement = linecache.getline(frame.f_code.co_filename, traceback.tb_lineno)
    for name, value in frame.f_locals.items():
        if isinstance(value, CommandResponse) and re.search(rf"\b{re.escape(name)}\b", statement):
            yield name, value


def _messages(value: object) -> list[Message] | None:
    from pytest_lean.messages import Message

    if not isinstance(value, (list, tuple)):
        return None
    messages = [item for item in value if isinstance(item, Message)]
    return messages if len(messages) == len(value) else None


def _line(message: Message) -> str:
    code = f" [{message.code}]" if message.code else ""
    return f"{message.start_pos.line}:{message.start_pos.column}: {message.severity}{code}: " + (
        " ".join(message.data.split())
    )
