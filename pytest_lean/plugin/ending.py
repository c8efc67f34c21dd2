"""How an xdist worker hears that its run ends: Lean is taken from the test that runs.

xdist alone lets the test that runs finish at ``--maxfail``, and gives it five seconds when the
controller is interrupted or dies.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from typing import Any

import pluggy
import pytest


class RunEnding:
    """A plugin that takes Lean from a worker when the run ends; its test then has no verdict.

    Args:
        channel: brings the reason, or closes with the controller.
    """

    def __init__(self, channel: Any) -> None:
        self.channel = channel
        self._reason: str | None = None

    def when_it_ends(self, shut_down: Callable[[str], None]) -> None:
        """Call ``shut_down`` with the reason, in a thread of its own."""

        def wait() -> None:
            try:
                self._reason = self.channel.receive()
            except (EOFError, self.channel.RemoteError):
                self._reason = "its controller is gone"
            shut_down(f"the run ended: {self._reason}")

        threading.Thread(target=wait, name="pytest-lean-run", daemon=True).start()

    # Of the old style, because the frames of the new one stand in every traceback.
    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, pluggy.Result[None], None]:
        """Let no test come after the end of the run."""
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
