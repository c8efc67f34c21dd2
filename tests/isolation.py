"""Makes the tests independent of what is installed and set up on the machine.

The first pytest process does this before it starts xdist's workers, which inherit all of it.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from pytest_lean.toolchain.cache import CACHE_VARIABLE, cache_path

# Variables that change what Lean, elan, lake, or pytest inside pytest do.
_PREFIXES = ("PYTEST_LEAN_", "PYTEST_XDIST_", "LEAN", "LAKE", "ELAN", "RUST_", "GITHUB_", "TOX_")
# Under one of these pytest, and some of ours, act as in CI: long summary lines, nothing updated.
_CI = ("CI", "BUILD_NUMBER")
# Set for the tests, if they run in CI: what they start shall not know it, they themselves shall.
ALL_TESTS_MUST_RUN = "ALL_TESTS_MUST_RUN"
_TOOLS = ("elan", "lake", "lean")


def isolate() -> None:
    """Change the environment of this process, and so of all that it starts.

    One cache directory is shared, so that the core library is built once. The home is an empty
    folder in it. No elan, lake or lean is on PATH, and no variable configures them. Programs that
    the tests start do not see whether they run in CI.
    """
    cache = _writable_cache()
    home = cache / "home of the tests"
    home.mkdir(exist_ok=True)
    if os.environ.get("CI"):
        os.environ[ALL_TESTS_MUST_RUN] = "1"
    for name in [name for name in os.environ if name.startswith(_PREFIXES) or name in _CI]:
        del os.environ[name]
    os.environ[CACHE_VARIABLE] = str(cache)
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(home)
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    os.environ["PATH"] = os.pathsep.join(without_tools(folder) for folder in folders)


def _writable_cache() -> Path:
    """Return the user's cache directory, or a temporary one if that cannot be written."""
    cache = cache_path()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=cache):
            return cache
    except OSError:
        temporary = Path(tempfile.mkdtemp(prefix="pytest-lean-tests-"))
        atexit.register(shutil.rmtree, temporary, ignore_errors=True)
        return temporary


def without_tools(folder: str) -> str:
    """Return ``folder``, or one with links to all that is in it but elan, lake and lean."""
    if not any(os.path.lexists(os.path.join(folder, tool)) for tool in _TOOLS):
        return folder
    links = Path(tempfile.mkdtemp(prefix="pytest-lean-path-"))
    atexit.register(shutil.rmtree, links, ignore_errors=True)
    for entry in os.scandir(folder):
        if entry.name not in _TOOLS:
            (links / entry.name).symlink_to(os.path.abspath(entry.path))
    return str(links)
