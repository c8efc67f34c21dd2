"""The lines below "collected N items" that say which Lean is used, if any item uses one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pytest

from pytest_lean.plugin.overriding import is_overridden
from pytest_lean.plugin.run import run_of

_USING = {"lean", "lean_server", "lean_config", "lean_toolchain"}
_FINDING = "lean_toolchain"
_RUNS_NOTHING = ("collectonly", "setupplan", "showfixtures", "show_fixtures_per_test")


def lines(config: pytest.Config, items: Iterable[pytest.Item]) -> list[str]:
    """Return the header line; none if no test uses Lean, or if pytest shows no header."""
    found = deciding(items)
    session: pytest.Session | None = config.pluginmanager.get_plugin("session")
    if found is None or (session is not None and session.testsfailed):
        return []
    return text(config, found)


def deciding(items: Iterable[pytest.Item]) -> list[str] | None:
    """Return the conftest fixtures that decide which Lean is used; None if no test uses Lean."""
    using = [item for item in items if not _USING.isdisjoint(getattr(item, "fixturenames", ()))]
    if not using:
        return None
    # What an item sees depends on where it stands, and thousands of cases stand in one place.
    places = {(item.parent, _finds(item)): item for item in using}
    return sorted({name for item in places.values() for name in _deciding(item)})


def text(config: pytest.Config, deciding: Sequence[str]) -> list[str]:
    """Return the header, if pytest shows headers: one line, and why the embedded Lean is used.

    To name the toolchain, it is found and built here: the first test would wait for that
    anyway, and could show less about it. If a conftest provides it, only the fixture is named.
    """
    hidden = config.get_verbosity() < 0 or config.getoption("no_header", False)
    if hidden or any(config.getoption(option, False) for option in _RUNS_NOTHING):
        return []
    if deciding:
        return [f"lean: the conftest's {', '.join(deciding)}, {_limits(config)}"]
    labels, reasons = _toolchains(config)
    first = f"lean: {', '.join(labels)}, {_limits(config)}"
    return [first, *(f"lean: the embedded one because {reason}" for reason in reasons)]


def _deciding(item: pytest.Item) -> Iterator[str]:
    """Yield the fixtures of a conftest that decide, in place of the settings, which Lean it is."""
    names = [_FINDING, "lean_project"] if _finds(item) else ["lean_config", "lean_server"]
    yield from (name for name in names if is_overridden(item, name))


def _finds(item: pytest.Item) -> bool:
    return _FINDING in getattr(item, "fixturenames", ())


def _toolchains(config: pytest.Config) -> tuple[list[str], list[str]]:
    """Return the labels of the run's Leans, and why the embedded Lean is among them, if it is."""
    from pytest_lean.errors import LeanError

    run = run_of(config)
    labels, reasons = [], []
    for chosen in run.settings.toolchains or (None,):
        try:
            toolchain = run.leans.toolchain(chosen, run.leans.project)
        except LeanError as error:  # the tests that need it fail with the whole error
            labels.append(f"none ({type(error).__name__})")
            continue
        labels.append(toolchain.label)
        if toolchain.chosen_because:
            reasons.append(toolchain.chosen_because)
    return labels, reasons


def _limits(config: pytest.Config) -> str:
    chosen = run_of(config).settings
    timeout = "none" if chosen.timeout is None else f"{chosen.timeout:g} s"
    memory = "none" if chosen.memory is None else f"{chosen.memory} MiB"
    limits = f"timeout {timeout}, memory limit {memory}, trust {chosen.trust}"
    if not chosen.isolated and chosen.trust != "certified":
        return limits
    from pytest_lean.server.lane.probe import sandbox_that_holds

    return f"{limits}, sandbox: {sandbox_that_holds(chosen.sandbox)}"
