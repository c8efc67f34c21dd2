"""Messages between an xdist worker and its controller, through a channel of our own.

A worker tells the controller which Lean its collected tests use, for the header, or what is wrong
with a marker, since xdist itself passes no usage errors on. The controller tells a worker at once
that the run ends, so that it does not wait for Lean any longer: xdist itself lets the current test
finish at ``--maxfail``, and gives it five seconds when the controller is interrupted or dies. The
channel closes when the controller ends.
"""

from __future__ import annotations

import contextlib
from typing import Any

import pytest

from pytest_lean.plugin import header
from pytest_lean.plugin.run import run_of

_CHANNEL = "lean_run_ends"


def connect(node: Any) -> None:
    """In the controller: open a channel to ``node``, a worker that is about to start."""
    plugins = node.config.pluginmanager
    controller = plugins.get_plugin(_CHANNEL)
    if controller is None:
        controller = _Controller(node.config)
        plugins.register(controller, _CHANNEL)
    # With the workers' id, they take over what the controller builds for the header.
    run_of(node.config).id = node.workerinput["testrunuid"]
    node.workerinput[_CHANNEL] = channel = node.gateway.newchannel()
    controller.channels.append(channel)


def join(config: pytest.Config) -> None:
    """In a worker: listen for the end of the run. In any other process, do nothing."""
    channel = getattr(config, "workerinput", {}).get(_CHANNEL)
    if channel is not None:
        from pytest_lean.plugin.ending import RunEnding

        run_of(config).ending = ending = RunEnding(channel)
        config.pluginmanager.register(ending)


def tell_collected(config: pytest.Config, deciding: list[str] | None) -> None:
    """In a worker: tell the controller what :func:`.header.deciding` returned, if anything."""
    ending = run_of(config).ending
    if ending is not None and deciding is not None:
        ending.channel.send({"deciding": deciding})


def tell_usage_error(config: pytest.Config, error: pytest.UsageError) -> bool:
    """In a worker: tell the controller, which then ends the run; False in any other process."""
    ending = run_of(config).ending
    if ending is not None:
        ending.channel.send({"error": str(error)})
    return ending is not None


class _Controller:
    """A plugin that tells workers when ``--maxfail`` is reached, and reads what they collected."""

    def __init__(self, config: pytest.Config) -> None:
        self.channels: list[Any] = []
        self._config = config
        self._has_header = False

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: Any) -> None:
        channel = node.workerinput[_CHANNEL]
        try:
            told = channel.receive(timeout=0)  # the worker sent it before its collection
        except (EOFError, channel.TimeoutError, channel.RemoteError):
            return
        if "error" in told:
            raise pytest.UsageError(told["error"])
        terminal = self._config.pluginmanager.get_plugin("terminalreporter")
        if terminal is not None and not self._has_header:
            self._has_header = True
            for line in header.text(self._config, told["deciding"]):
                terminal.ensure_newline()
                terminal.write_line(line)

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self) -> None:
        session = self._config.pluginmanager.get_plugin("session")
        if session is not None and session.shouldfail:
            while self.channels:
                with contextlib.suppress(OSError):  # the worker has ended already
                    self.channels.pop().send(str(session.shouldfail))
