"""The wheel, installed away from the checkout, is all that a user needs."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from pytest_lean.toolchain.embedded import core_sources

pytestmark = pytest.mark.slow

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The built wheel."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(CHECKOUT)], check=True, timeout=300, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


def install(wheel: Path, extra: str, packages: Path) -> None:
    """Do what ``pip install 'wheel[extra]'`` does, without a network.

    What the wheel requires is linked from the environment of this process: that, what it
    requires in turn, and nothing else.
    """
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    [metadata] = packages.glob("pytest_lean-*.dist-info")
    waiting = [(importlib.metadata.Distribution.at(metadata), extra)]
    seen = {"pytest-lean"}
    while waiting:
        distribution, extra = waiting.pop()
        for requirement in map(Requirement, distribution.requires or ()):
            name = canonicalize_name(requirement.name)
            is_needed = requirement.marker is None or requirement.marker.evaluate({"extra": extra})
            if is_needed and name not in seen:
                seen.add(name)
                required = importlib.metadata.distribution(name)
                assert required.version in requirement.specifier
                link(required, packages)
                waiting += [(required, one) for one in requirement.extras or ("",)]


def link(distribution: importlib.metadata.Distribution, packages: Path) -> None:
    """Link all files of an installed distribution, but its scripts."""
    for file in distribution.files or ():
        if file.parts[0] != ".." and file.suffix != ".pyc":
            target = packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(Path(os.fspath(file.locate())).resolve())


def test_pypi_takes_wheel_and_sdist_as_they_are(wheel, tmp_path):
    sdist = [sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", str(tmp_path)]
    subprocess.run([*sdist, str(CHECKOUT)], check=True, timeout=300, capture_output=True)
    [archive] = tmp_path.glob("*.tar.gz")
    check = [sys.executable, "-m", "twine", "check", "--strict", str(wheel), str(archive)]
    done = subprocess.run(check, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("PASSED") == 2


def test_the_wheel_carries_the_sources_of_the_core_library(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {
        f"pytest_lean/embedded/core/{name.replace('.', '/')}.lean" for name in core_sources()
    }
    assert modules <= names
    assert {"pytest_lean/embedded/host.py", "pytest_lean/py.typed"} <= names
    templates = (CHECKOUT / "pytest_lean" / "report" / "templates").iterdir()
    assert {f"pytest_lean/report/templates/{one.name}" for one in templates} <= names
    assert not any(name.startswith(("tests/", "examples/")) for name in names)


def test_the_examples_pass_with_the_wheel_alone(wheel, tmp_path):
    home = tmp_path / "venv"
    venv.create(home)
    python = home / "bin" / "python"
    [packages] = home.glob("lib/python*/site-packages")
    install(wheel, "embedded", packages)
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
    # The second run shows that what was built is found.
    for run, tests in enumerate((".", "test_first_theorem.py")):
        done = subprocess.run(
            [python, "-m", "pytest", "-n", "2", "-p", "no:cacheprovider", tests],
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
    script = [python, "processes.py"]
    done = subprocess.run(
        script,
        cwd=examples,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert len(re.findall(r"^\w+ +proved$", done.stdout, re.MULTILINE)) == 3
    log = (tmp_path / "cache" / "builds.log").read_text().splitlines()
    assert len([line for line in log if "core/" in line]) == 1
    assert not list(home.rglob("*.olean")), "something was written into site-packages"
