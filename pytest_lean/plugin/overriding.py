"""The fixtures of ours that a conftest overrides, and which of them a test sees.

pytest makes a fixture of the session once, from what the first test saw of the fixtures that
it asks for. Here it is made again for a test that sees others, as pytest itself does for
other parameters: so a folder's ``lean_toolchain`` counts for its tests, and for no others.
"""

from __future__ import annotations

from typing import Any

import pytest

from pytest_lean.plugin.run import run_of

# Each asks for some of those before it.
_FIXTURES = ("lean_project", "lean_toolchain", "lean_config", "lean_server")


def is_overridden(item: pytest.Item, fixture: str) -> bool:
    """Return whether ``item`` sees another fixture of that name than the plugin's."""
    return len(_definitions(item, fixture)) > 1


def make_again_for(item: pytest.Item) -> None:
    """Have pytest make what was made from other fixtures than those that ``item`` sees."""
    definitions = [_definitions(item, name) for name in _FIXTURES]
    if not all(definitions):
        return
    seen = [found[-1] for found in definitions]
    run = run_of(item.config)
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
