"""What an xdist worker and its controller tell each other, through a channel of our own.

A worker tells what it collected: which Lean its tests use, for the header, or what is wrong
with a marker, since xdist has no way for a usage error. And it hears at once that its run
ends, and does not wait for Lean then: xdist alone lets the test that runs finish at
``--maxfail``, and gives it five seconds when the controller is interrupted or dies. The
channel closes when the controller goes.
"""

from __future__ import annotations

import contextlib
from typing import Any

import pytest

from pytest_lean.plugin import header
from pytest_lean.plugin.run import run_of

_CHANNEL = "lean_run_ends"


def connect(node: Any) -> None:
    """In the controller: let ``node``, which is about to start, hear when the run ends."""
    plugins = node.config.pluginmanager
    controller = plugins.get_plugin(_CHANNEL)
    if controller is None:
        controller = _Controller(node.config)
        plugins.register(controller, _CHANNEL)
    run_of(node.config).id = node.workerinput[
        "testrunuid"
    ]  # what is built for the header is theirs
    node.workerinput[_CHANNEL] = channel = node.gateway.newchannel()
    controller.channels.append(channel)


def join(config: pytest.Config) -> None:
    """In a worker: get ready to hear it. Nothing happens anywhere else."""
    channel = getattr(config, "workerinput", {}).get(_CHANNEL)
    if channel is not None:
        from pytest_lean.plugin.ending import RunEnding

        run_of(config).ending = ending = RunEnding(channel)
        config.pluginmanager.register(ending)


def tell_collected(config: pytest.Config, deciding: list[str] | None) -> None:
    """In a worker: tell what its tests use of Lean; see :func:`.header.deciding`."""
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
    """A plugin that tells the workers when ``--maxfail`` is reached, and hears what they say."""

    def __init__(self, config: pytest.Config) -> None:
        self.channels: list[Any] = []
        self._config = config
        self._has_header = False

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: Any) -> None:
        channel = node.workerinput[_CHANNEL]
        try:
            told = channel.receive(timeout=0)  # it was sent before the collection was
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
                with contextlib.suppress(OSError):  # that worker is gone
                    self.channels.pop().send(str(session.shouldfail))
