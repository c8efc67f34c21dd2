"""A project that has the plugin installed and does not use it is not affected by it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = (
    "psutil",
    "filelock",
    "platformdirs",
    "wcwidth",
    "asyncio",
    "pytest_lean.server",
    "pytest_lean.report",
    "jinja2",
    "concurrent",
)


@pytest.fixture
def idle_project(pytester, monkeypatch):
    """A project with a test that is not about Lean, and a cache directory that must stay empty."""
    pytester.makepyfile("def test_nothing(): pass")
    monkeypatch.setenv("PYTEST_LEAN_CACHE_DIR", str(pytester.path / "cache"))
    return pytester


def test_no_file_is_written(idle_project):
    result = idle_project.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1)
    of_pytester = ("stdout", "stderr", "runpytest", "__pycache__")
    names = {path.name for path in idle_project.path.iterdir()}
    left = {name for name in names if not name.startswith(of_pytester)}
    assert left == {"test_no_file_is_written.py"}


def test_nothing_is_printed(idle_project):
    idle_project.runpytest_subprocess().stdout.no_re_match_line("(?i).*lean (4|error)|^lean:")


def test_no_process_is_started(idle_project):
    idle_project.makeconftest(
        """
        import sys

        def refuse(event, args):
            if event in ("subprocess.Popen", "os.posix_spawn", "os.fork", "os.exec"):
                raise RuntimeError(f"{event} {args}")

        sys.addaudithook(refuse)
        """
    )
    # pytest-metadata, which pytest-html needs, starts a process to find out the platform.
    others = ("-p", "no:html", "-p", "no:metadata")
    idle_project.runpytest_subprocess(*others).assert_outcomes(passed=1)


def test_nothing_heavy_is_imported(idle_project):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import pytest_lean.plugin.hooks"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    with_plugin = _imported(done.stderr)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import pytest"],
        capture_output=True,
        text=True,
        check=True,
    )
    added = with_plugin - _imported(done.stderr)
    assert "pytest_lean.plugin.hooks" in added
    heavy = {name for name in added if name.startswith(HEAVY)}
    assert heavy == set()


def _imported(importtime: str) -> set[str]:
    return {line.rpartition("|")[2].strip() for line in importtime.splitlines()}
