"""How a message names a setting: as a field for scripts, as an option for users of pytest."""

from __future__ import annotations

import subprocess
import sys

import pytest

SCRIPT = """
from pytest_lean import LeanConfig, LeanError
try:
    LeanConfig(toolchain="embedded", cache_dir={cache!r}).prepare()
except LeanError as error:
    print(error)
"""


@pytest.fixture
def cache(tmp_path) -> str:
    """A cache directory that cannot be made."""
    (tmp_path / "file").write_text("in the way")
    return str(tmp_path / "file" / "cache")


def test_in_a_script_a_message_names_the_field_of_the_configuration(cache):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(cache=cache)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert "Move it with LeanConfig(cache_dir='DIR')" in done.stdout
    assert "--lean" not in done.stdout


def test_in_a_run_of_pytest_a_message_names_the_option(pytester, cache):
    pytester.makepyfile("def test_one(lean): pass")
    options = ("--lean-toolchain=embedded", f"--lean-cache-dir={cache}")
    result = pytester.runpytest(*options)
    result.stdout.fnmatch_lines(["*Move it with --lean-cache-dir DIR*"])
