"""The wheel, installed away from the checkout, is all that a user needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from pytest_lean.toolchain.embedded import core_sources

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The built wheel."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(CHECKOUT)], check=True, timeout=300, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_carries_the_sources_of_the_core_library(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {
        f"pytest_lean/embedded/core/{name.replace('.', '/')}.lean" for name in core_sources()
    }
    assert modules <= names
    assert {"pytest_lean/embedded/host.py", "pytest_lean/py.typed"} <= names
    assert not any(name.startswith(("tests/", "examples/")) for name in names)


def test_the_examples_pass_with_the_wheel_alone(wheel, tmp_path):
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", f"{wheel}[embedded]"], check=True, timeout=600
    )
    examples = shutil.copytree(
        CHECKOUT / "examples",
        tmp_path / "examples",
        ignore=lambda _, names: {name for name in names if "property" in name or name[0] in "_."},
    )
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTEST_", "PYTHON", "COV_"))
    }
    environment["PYTEST_LEAN_CACHE_DIR"] = str(tmp_path / "cache")
    for run in range(2):
        done = subprocess.run(
            [python, "-m", "pytest", "-n", "2", "-p", "no:cacheprovider", "."],
            cwd=examples,
            env=environment,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        assert "Lean 4.35.0 (embedded, small core library)" in done.stdout
        assert ("1 built" in done.stdout) == (run == 0)
    log = (tmp_path / "cache" / "builds.log").read_text().splitlines()
    assert len([line for line in log if "core/" in line]) == 1
    assert not list(home.rglob("*.olean")), "something was written into site-packages"
