"""Makes the many runs of pytest cheap that tests have in their own process.

Nothing here changes what a run does. It would import our modules and read what is installed anew
each time, and that takes longer than most of what these runs do.
"""

from __future__ import annotations

import functools
import importlib.metadata
import pkgutil
from importlib.metadata import Distribution

import pytest_lean

# This imports Jinja2, which a test takes away.
_NOT_IMPORTED = "pytest_lean.report"


@functools.cache
def import_all_of_ours() -> None:
    """Import our modules before a run in this process does.

    pytester takes out of ``sys.modules`` what a run has imported, so the next imports it anew.
    """
    for module in pkgutil.walk_packages(pytest_lean.__path__, "pytest_lean."):
        if not module.name.startswith(_NOT_IMPORTED) and not module.name.endswith("__main__"):
            importlib.import_module(module.name)


@functools.cache
def remember_what_is_installed() -> None:
    """Let each run in this process read the names and plugins of all distributions only once.

    pytest asks each of them for its entry points, and each plugin's for its name and version.
    """
    find = importlib.metadata.distributions
    found = tuple(map(_Remembered, find()))
    importlib.metadata.distributions = lambda **where: find(**where) if where else iter(found)


class _Remembered:
    """A distribution whose files are parsed once."""

    def __init__(self, distribution: Distribution) -> None:
        self._distribution = distribution

    def __getattr__(self, name: str) -> object:
        value = getattr(self._distribution, name)
        if name in ("metadata", "entry_points", "version"):
            setattr(self, name, value)
        return value
