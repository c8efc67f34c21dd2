"""``--lean-mutate`` with a sweep: makes small changes to a library, and records who notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_lean.plugin.lean_files.item import LeanItem
from pytest_lean.plugin.mutate import record, shown_path
from pytest_lean.plugin.run import run_of
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.model.library import LibraryError, LibraryFile, library_mutants
from pytest_lean.testing.render import Failure

if TYPE_CHECKING:
    import pytest

    from pytest_lean.plugin.swept import SweptLibraries


def examine_module(item: pytest.Item, swept: SweptLibraries, module: str) -> None:
    """Change the definitions of a module that is swept, and record who notices.

    The files that may notice are those of the swept libraries, and the ``.lean`` files that have
    a test in this run.

    Args:
        item: the item ``changes`` of the module.
        swept: the libraries.
        module: the name of the module.

    Raises:
        LeanRejection: the changes cannot be tried; the message says why.
        LeanError: Lean gives no verdict even on the unchanged text.
    """
    run, files = run_of(item.config), _files(item.session, swept)
    path = swept.source(module)
    assert path is not None
    shown = shown_path(item, path)
    server = run.servers.get(swept.lean_config)
    try:
        record(
            run.mutants,
            lambda mutant: f"{shown}:{mutant.line}",
            lambda is_known: library_mutants(server.run, files, module, is_known),
        )
    except LibraryError as error:
        told = f"the definitions of {module} cannot be changed: {error}"
        raise LeanRejection(Failure(told)) from None


def _files(session: pytest.Session, swept: SweptLibraries) -> dict[str, LibraryFile]:
    """Return the files of the libraries, and of the tests in ``.lean`` files, by their names."""
    paths = {name: path for name in swept.modules if (path := swept.source(name)) is not None}
    tests = {item.path for item in session.items if isinstance(item, LeanItem)} - {*paths.values()}
    paths |= {str(path): path for path in sorted(tests)}
    return {
        name: LibraryFile(name, path.read_text(encoding="utf-8", errors="replace"))
        for name, path in paths.items()
    }
