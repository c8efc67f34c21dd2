"""An xdist worker hears at once that its run ends, and does not wait for Lean then.

xdist alone lets the test that runs finish at ``--maxfail``, and gives it five seconds when the
controller is interrupted or dies. The controller tells each worker through a channel of our
own, which also closes when the controller goes.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Generator
from typing import Any

import pluggy
import pytest

_CHANNEL = "lean_run_ends"
_ENDING = pytest.StashKey["RunEnding"]()
# How often a worker whose run ends is looked at again while no command of it runs.
_POLL_SECONDS = 0.05


def connect(node: Any) -> None:
    """In the controller: let ``node``, which is about to start, hear when the run ends."""
    plugins = node.config.pluginmanager
    controller = plugins.get_plugin(_CHANNEL)
    if controller is None:
        controller = _Controller(node.config)
        plugins.register(controller, _CHANNEL)
    node.workerinput[_CHANNEL] = channel = node.gateway.newchannel()
    controller.channels.append(channel)


def join(config: pytest.Config) -> None:
    """In a worker: get ready to hear it. Nothing happens anywhere else."""
    channel = getattr(config, "workerinput", {}).get(_CHANNEL)
    if channel is not None:
        config.stash[_ENDING] = ending = RunEnding(channel)
        config.pluginmanager.register(ending)


def run_ending(config: pytest.Config) -> RunEnding | None:
    """Return how this process hears of the end of its run; None outside an xdist worker."""
    return config.stash.get(_ENDING, None)


class _Controller:
    """A plugin that tells the workers when ``--maxfail`` is reached."""

    def __init__(self, config: pytest.Config) -> None:
        self.channels: list[Any] = []
        self._config = config

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self) -> None:
        session = self._config.pluginmanager.get_plugin("session")
        if session is not None and session.shouldfail:
            while self.channels:
                with contextlib.suppress(OSError):  # that worker is gone
                    self.channels.pop().send(str(session.shouldfail))


class RunEnding:
    """A plugin that interrupts the test of a worker which waits for Lean when the run ends.

    Args:
        channel: brings the reason, or closes with the controller.
    """

    def __init__(self, channel: Any) -> None:
        self._channel = channel
        self._lock = threading.Lock()
        self._in_test = False
        self._reason: str | None = None

    def watch(self, is_busy: Callable[[], bool], abandon: Callable[[], None]) -> Callable[[], None]:
        """Watch for the end of the run in a thread.

        Args:
            is_busy: whether the test waits for Lean now.
            abandon: called when nobody hears of this worker any more.

        Returns:
            what to call when there is nothing left to end.
        """
        over = threading.Event()
        threading.Thread(
            target=self._watch, args=(is_busy, abandon, over), name="pytest-lean-run", daemon=True
        ).start()
        return over.set

    # Of the old style, because the frames of the new one stand in every traceback.
    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, pluggy.Result[None], None]:
        """Let the body be interrupted; then it has no verdict, and no test comes after it."""
        with self._lock:
            self._in_test = True
        outcome = yield
        with self._lock:
            self._in_test = False
        if self._reason is not None and isinstance(outcome.exception, KeyboardInterrupt):
            item.session.shouldstop = self._reason
            what = f"no verdict: the run ended while Lean was at work ({self._reason})"
            skipped = pytest.skip.Exception(what)
            skipped._use_item_location = True
            outcome.force_exception(skipped)

    pytest_runtest_setup = pytest_runtest_teardown = pytest_runtest_call

    def _watch(
        self, is_busy: Callable[[], bool], abandon: Callable[[], None], over: threading.Event
    ) -> None:
        try:
            self._reason = self._channel.receive()
        except (EOFError, self._channel.RemoteError):
            self._reason = None
        while not over.wait(_POLL_SECONDS):
            with self._lock:
                if self._in_test and is_busy():
                    _interrupt_main_thread()
                    return
            if self._reason is None:
                abandon()


def _interrupt_main_thread() -> None:
    """Interrupt the test that runs as Ctrl-C does, also while it waits."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:  # Windows
        import _thread

        _thread.interrupt_main()
