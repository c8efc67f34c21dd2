"""Lets the conftest of a folder override our session fixtures for the tests of that folder.

pytest makes a session fixture once, from the fixtures that the first test sees. If a later test
sees another ``lean_toolchain``, say, the fixtures that depend on it are made again here, as pytest
itself does for another parameter. So an override counts for the tests of its folder only.
"""

from __future__ import annotations

from typing import Any

import pytest

from pytest_lean.plugin.run import run_of

# Each of these depends on some of those before it.
_FIXTURES = ("lean_project", "lean_toolchain", "lean_config", "lean_server")


def is_overridden(item: pytest.Item, fixture: str) -> bool:
    """Return whether ``item`` sees another fixture of that name than the plugin's."""
    return len(_definitions(item, fixture)) > 1


def make_again_for(item: pytest.Item) -> None:
    """Finish the session fixtures that depend on others than ``item`` sees: pytest remakes them."""
    run = run_of(item.config)
    if item.parent is run.seen_at:  # they see the same, and thousands of cases stand in one place
        return
    definitions = [_definitions(item, name) for name in _FIXTURES]
    if not all(definitions):
        return
    run.seen_at = item.parent
    seen = [found[-1] for found in definitions]
    before = run.seen_fixtures or seen
    run.seen_fixtures = seen
    for place in range(1, len(_FIXTURES)):
        if seen[:place] != before[:place]:
            definitions[place][0].finish(item._request)  # type: ignore[attr-defined]


def _definitions(item: pytest.Item, fixture: str) -> list[Any]:
    """Return the definitions of ``fixture`` that ``item`` sees: ours first, its own last.

    An item without fixtures, such as one of a ``.lean`` file, sees none.
    """
    if not hasattr(item, "_request"):
        return []
    return list(item.session._fixturemanager.getfixturedefs(fixture, item) or ())
