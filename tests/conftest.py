"""What the tests share: one cache directory and the real, embedded Lean."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from standins import Standins

from pytest_lean import LeanConfig, LeanServer, Toolchain
from pytest_lean.server.lane.lane import Lane
from pytest_lean.toolchain.cache import CACHE_VARIABLE, cache_path, compile_module
from pytest_lean.toolchain.embedded import find_embedded

# pytester gives inner runs another home; they must not build the core library once more.
os.environ[CACHE_VARIABLE] = str(cache_path())
# Nor are they workers of the outer run.
for _name in [name for name in os.environ if name.startswith("PYTEST_XDIST_")]:
    del os.environ[_name]
# A shell starts its background jobs with Ctrl-C ignored, and what they start inherits that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def toolchain() -> Toolchain:
    """The embedded toolchain."""
    return find_embedded()


@pytest.fixture
def warm_cache(toolchain: Toolchain, tmp_path: Path) -> Path:
    """A cache directory of the test's own, with the core library built."""
    cache = tmp_path / "cache"
    [core] = map(Path, toolchain.search_path)
    shutil.copytree(core, cache / core.relative_to(cache_path()))
    return cache


@pytest.fixture
def machine(tmp_path: Path, toolchain: Toolchain, monkeypatch: pytest.MonkeyPatch) -> Standins:
    """A machine with stand-ins for elan, lake and lean, and this process on it."""
    machine = Standins(tmp_path / "machine", toolchain)
    for name in list(os.environ):
        if name.startswith(Standins.REPLACED):
            monkeypatch.delenv(name)
    for name, value in machine.environment().items():
        monkeypatch.setenv(name, value)
    return machine


@pytest.fixture
def server(toolchain: Toolchain) -> Iterator[LeanServer]:
    """A server of the test's own."""
    with LeanServer(LeanConfig(toolchain=toolchain)) as server:
        yield server


class Library:
    """A folder of compiled modules."""

    def __init__(self, toolchain: Toolchain, folder: Path) -> None:
        self.toolchain = toolchain
        self.folder = folder
        self.path = (str(folder),)

    def compile(self, name: str, text: str) -> None:
        """Compile a module; what it imports has to be there."""
        source = self.folder / f"{name}.lean"
        source.write_text(text, encoding="utf-8")
        output = source.with_suffix(".olean")
        compile_module(
            self.toolchain, self.folder, source, output, cache=self.folder, search_path=self.path
        )


@pytest.fixture
def library(toolchain: Toolchain, tmp_path: Path) -> Library:
    """An empty library for a server's ``search_path``."""
    folder = tmp_path / "library"
    folder.mkdir()
    return Library(toolchain, folder)


@pytest.fixture(scope="module")
def lane(toolchain: Toolchain) -> Iterator[Lane]:
    """A lane in its sandbox, warm for all tests of a file."""
    with Lane(toolchain) as lane:
        yield lane


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for what is compiled."""
    folder = tmp_path / "compiled"
    folder.mkdir()
    return folder
