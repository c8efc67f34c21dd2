"""Writes the bytecode of our modules once, for all the processes that the tests start.

Where ``PYTHONDONTWRITEBYTECODE`` is set, each of many hundred processes would compile all of ours
that it imports, which takes longer than most of what they do. They go on to write none themselves:
a file that a test writes is compiled anew, however soon after another of its size.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys

import pytest
from inner_runs import import_all_of_ours

import pytest_lean

_VARIABLE = "PYTHONDONTWRITEBYTECODE"
_DEADLINE = 600


def write_bytecode() -> None:
    """Write it, if Python does not do so by itself and the folder can be written to."""
    if not sys.dont_write_bytecode:
        return
    [package] = pytest_lean.__path__
    compileall.compile_dir(package, quiet=2)
    # pytest has bytecode of its own for a plugin's modules, which only it can write.
    environment = {name: value for name, value in os.environ.items() if name != _VARIABLE}
    environment["PYTHONPATH"] = os.path.dirname(__file__)
    command = [sys.executable, "-m", "pytest", "-p", "bytecode", "-p", "no:cacheprovider"]
    subprocess.run(command, env=environment, timeout=_DEADLINE, check=False, capture_output=True)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main() -> int:
    """Import our modules, in place of running tests: this file is the plugin of that command."""
    import_all_of_ours()
    return 0
