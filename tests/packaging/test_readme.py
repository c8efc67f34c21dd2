"""The README is true: its Python runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from pytest_lean.plugin import hooks, hookspecs

CHECKOUT = Path(__file__).parents[2]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
PLUGIN = (CHECKOUT / "docs" / "plugin.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```", README + PLUGIN, re.MULTILINE | re.DOTALL)


def test_the_tests_in_the_readme_pass(pytester):
    tests = [block for block in BLOCKS if "def test_" in block]
    assert len(tests) >= 2
    pytester.makepyfile("\n\n".join(tests))
    names = re.findall(r"def test_", "".join(tests))
    pytester.runpytest("--lean-toolchain=embedded").assert_outcomes(passed=len(names))


def test_the_scripts_in_the_readme_run():
    scripts = [block for block in BLOCKS if "def test_" not in block]
    assert len(scripts) >= 2
    for script in scripts:
        embedded = script.replace("LeanConfig(", 'LeanConfig(toolchain="embedded", ')
        done = subprocess.run(
            [sys.executable, "-c", embedded],
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        )
        assert "data='2'" in done.stdout


def test_every_page_that_the_readme_names_is_there():
    pages = re.findall(r"\]\((docs/[^)]+)\)", README)
    assert len(pages) >= 5
    for page in pages:
        assert (CHECKOUT / page).is_file(), page


def test_the_page_of_the_plugin_lists_every_fixture_and_hook():
    fixtures = [name for name in hooks.__all__ if name.startswith("lean")]
    specs = [name for name in vars(hookspecs) if name.startswith("pytest_lean_")]
    assert len(fixtures) >= 7
    assert len(specs) >= 5
    for name in fixtures:
        assert f"| `{name}` |" in PLUGIN
    for name in specs:
        assert f"| `{name}(" in PLUGIN
