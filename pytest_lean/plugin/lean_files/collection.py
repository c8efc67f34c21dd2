"""Collects ``.lean`` files that are tests, and their items, without running Lean."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_lean.plugin.lean_files.item import LeanItem
from pytest_lean.plugin.run import run_of
from pytest_lean.plugin.settings import toolchain_id

if TYPE_CHECKING:
    from pytest_lean.plugin.lean_files.plan import Target

_NAMED = pytest.StashKey[frozenset[Path]]()


def is_test_file(path: Path, config: pytest.Config) -> bool:
    """Return whether ``path`` is named on the command line, or matches the setting ``files``."""
    if path.suffix != ".lean":
        return False
    return matches(path, run_of(config).settings.files, config) or path in _named(config)


def matches(path: Path, patterns: Iterable[str], config: pytest.Config) -> bool:
    """Return whether ``path`` matches one of ``patterns``.

    A pattern without a slash is compared with the name, else with the path from ``rootdir``.
    """
    is_below = config.rootpath in path.parents
    shown = path.relative_to(config.rootpath).as_posix() if is_below else str(path)
    return any(
        fnmatch.fnmatch(shown if "/" in pattern else path.name, pattern) for pattern in patterns
    )


class LeanFile(pytest.File):
    """A ``.lean`` file."""

    def collect(self) -> Iterator[LeanItem]:
        """Yield the item of the file, and those of its commands, for each toolchain.

        Raises:
            CollectError: a ``-- pytest:`` comment in it is wrong.
        """
        from pytest_lean.plugin.lean_files.check import FileCheck
        from pytest_lean.plugin.lean_files.plan import WHOLE, make_plan
        from pytest_lean.server.request import CONFIGURED

        run = run_of(self.config)
        # Read as bytes, since Python would change line ends, and Lean reads the file as it is.
        text = self.path.read_bytes().decode("utf-8", errors="replace")
        try:
            plan = make_plan(text)
        except ValueError as error:
            raise self.CollectError(f"{self.path}: {error}") from None
        limits = run.settings.files_timeout
        own = (limit for pattern, limit in limits if matches(self.path, (pattern,), self.config))
        timeout = next(own, CONFIGURED)
        for chosen in run.settings.toolchains or (None,):
            check = FileCheck(run, self.path, chosen, plan, timeout)
            label = "" if chosen is None else f"[{toolchain_id(chosen)}]"
            for target in (None, *plan.targets):
                name = (WHOLE if target is None else target.name) + label
                item = LeanItem.from_parent(self, name=name, check=check, target=target)
                self._mark(item, target)
                yield item

    def _mark(self, item: LeanItem, target: Target | None) -> None:
        """Add the markers that the settings and the comments in the file give an item."""
        for pattern, name in run_of(self.config).settings.files_marks:
            if matches(self.path, (pattern,), self.config):
                item.add_marker(name)
        if target is not None and target.expected.skip is not None:
            item.add_marker(pytest.mark.skip(reason=target.expected.skip))
        if target is not None and target.expected.xfail is not None:
            item.add_marker(pytest.mark.xfail(reason=target.expected.xfail))


def _named(config: pytest.Config) -> frozenset[Path]:
    """Return the ``.lean`` files that the command line names, whatever the settings say."""
    if _NAMED not in config.stash:
        here = config.invocation_params.dir
        names = (argument.partition("::")[0] for argument in config.args)
        config.stash[_NAMED] = frozenset(here / name for name in names if name.endswith(".lean"))
    return config.stash[_NAMED]
