"""What stands below "collected N items" when some of them use Lean."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from pytest_lean.options import settings

_FIXTURE = "lean_toolchain"
# A conftest with its own one of these knows better than the settings which Lean it will be.
_DECIDING = ("lean_toolchain", "lean_project", "lean_config")


def lines(config: pytest.Config, items: Iterable[pytest.Item]) -> list[str]:
    """Return the header line; none if no test uses Lean.

    The toolchain is found, and built if need be, for it: the first test would wait for that
    anyway, and says less about it. One that a conftest provides is left to the conftest.
    """
    using = [item for item in items if _FIXTURE in getattr(item, "fixturenames", ())]
    if not using or config.getoption("collectonly", False):
        return []
    overridden = [name for name in _DECIDING if any(_is_overridden(item, name) for item in using)]
    if overridden:
        return [f"lean: the conftest's {', '.join(overridden)}, {_limits(config)}"]
    return [f"lean: {_toolchains(config)}, {_limits(config)}"]


def _toolchains(config: pytest.Config) -> str:
    from pytest_lean.choice import project_of, toolchain_for
    from pytest_lean.errors import LeanError

    labels = []
    for chosen in settings(config).toolchains or (None,):
        try:
            labels.append(toolchain_for(config, chosen, project_of(config)).label)
        except LeanError as error:  # its tests will say the rest
            labels.append(f"none ({type(error).__name__})")
    return ", ".join(labels)


def _limits(config: pytest.Config) -> str:
    chosen = settings(config)
    timeout = "none" if chosen.timeout is None else f"{chosen.timeout:g} s"
    memory = "none" if chosen.memory is None else f"{chosen.memory} MiB"
    return f"timeout {timeout}, memory limit {memory}"


def _is_overridden(item: pytest.Item, fixture: str) -> bool:
    info = getattr(item, "_fixtureinfo", None)
    definitions = info.name2fixturedefs.get(fixture, ()) if info is not None else ()
    return len(definitions) > 1
