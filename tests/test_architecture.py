"""The architecture: which module may import which, and that no imports go in a circle."""

from __future__ import annotations

import ast
import runpy
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "pytest_lean"
# The floors from the bottom up: a module imports from its own floor and from those before it.
FLOORS = (
    ("public", "errors", "messages", "checks"),
    ("language",),
    ("toolchain",),
    ("config",),
    ("report",),
    ("server",),
    ("judge",),
    ("testing",),
    ("plugin", "__main__"),
)
# These modules run in a process of their own, where the package cannot be imported.
STAND_ALONE = {"embedded.host", "toolchain.guard"}


def _modules() -> dict[str, Path]:
    paths = sorted(PACKAGE.rglob("*.py"))
    names = (".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in paths)
    return {name.removesuffix(".__init__"): path for name, path in zip(names, paths, strict=True)}


MODULES = _modules()


def _imports(path: Path) -> Iterator[str]:
    """Yield what a file imports of the package, in functions and for type checkers as well."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                full = f"{node.module}.{alias.name}".removeprefix("pytest_lean.")
                if node.module.partition(".")[0] == "pytest_lean":
                    is_module = full in MODULES
                    yield full if is_module else node.module.removeprefix("pytest_lean.")
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("pytest_lean."):
                    yield alias.name.removeprefix("pytest_lean.")


@pytest.fixture(scope="module")
def graph() -> dict[str, set[str]]:
    """What each module imports."""
    return {name: set(_imports(path)) & MODULES.keys() for name, path in MODULES.items()}


def _floor(module: str) -> int:
    top = module.partition(".")[0]
    return next(number for number, names in enumerate(FLOORS) if top in names)


def _placed() -> list[str]:
    return [name for name in MODULES if name != "__init__" and name not in STAND_ALONE]


def test_every_module_has_a_floor():
    tops = {name.partition(".")[0] for name in _placed()}
    assert tops - {name for names in FLOORS for name in names} <= {"embedded"}


def test_no_import_goes_in_a_circle(graph):
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("module", [name for name in _placed() if "." in name or name == "config"])
def test_nothing_imports_upward(graph, module):
    assert {other for other in graph[module] if _floor(other) > _floor(module)} == set()


def test_a_file_that_runs_by_itself_imports_nothing_of_the_package(graph):
    assert {name: graph[name] for name in STAND_ALONE} == {name: set() for name in STAND_ALONE}


@pytest.mark.parametrize("folder", ["language", "toolchain", "server", "judge"])
def test_the_engine_does_not_know_pytest(folder):
    for path in (PACKAGE / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & {"pytest", "_pytest"}, path


def test_the_page_shows_the_tree_as_it_is():
    script = runpy.run_path(str(PACKAGE.parent / "docs" / "architecture.py"))
    text = script["PAGE"].read_text(encoding="utf-8")
    assert script["page"](text) == text, "python docs/architecture.py writes it"
