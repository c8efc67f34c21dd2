"""Ends Lean in an xdist worker as soon as the run ends, so that no test still waits for it.

xdist itself lets the current test finish at ``--maxfail``, and gives it five seconds when the
controller is interrupted or dies.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from typing import Any

import pluggy
import pytest


class RunEnding:
    """A plugin that shuts Lean down when the run ends; the current test then has no verdict.

    Args:
        channel: a channel from the controller, which sends the reason; it closes if that dies.
    """

    def __init__(self, channel: Any) -> None:
        self.channel = channel
        self._reason: str | None = None

    def when_it_ends(self, shut_down: Callable[[str], None]) -> None:
        """Call ``shut_down`` with the reason when the run ends, from a thread of its own."""

        def wait() -> None:
            try:
                self._reason = self.channel.receive()
            except (EOFError, self.channel.RemoteError):
                self._reason = "its controller is gone"
            shut_down(f"the run ended: {self._reason}")

        threading.Thread(target=wait, name="pytest-lean-run", daemon=True).start()

    # An old-style wrapper, since a new-style one would show its frames in every traceback.
    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, pluggy.Result[None], None]:
        """After the end of the run, start no further test, and skip one that lost its Lean."""
        outcome = yield
        if self._reason is None:
            return
        from pytest_lean.errors import LeanServerError

        item.session.shouldstop = self._reason
        if isinstance(outcome.exception, LeanServerError):
            skipped = pytest.skip.Exception(f"no verdict: {outcome.exception.args[0]}")
            skipped._use_item_location = True
            outcome.force_exception(skipped)

    pytest_runtest_setup = pytest_runtest_teardown = pytest_runtest_call
