"""What the tests share: one cache directory and the real, embedded Lean."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bytecode import write_bytecode
from hypothesis import HealthCheck, settings
from inner_runs import import_all_of_ours, remember_what_is_installed
from isolation import isolate
from library import Library
from small_core import write_small_core
from standins import Standins
from warm import WarmWorkers

from pytest_lean import LeanConfig, LeanServer, Toolchain
from pytest_lean.server.lane.lane import Lane
from pytest_lean.toolchain import embedded
from pytest_lean.toolchain.cache import cache_path
from pytest_lean.toolchain.embedded import find_embedded

isolate()
# On a loaded machine an example, or making one, may take any time; that says nothing about a test.
settings.register_profile("any load", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any load")
# A shell starts its background jobs with Ctrl-C ignored, and what they start inherits that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_configure(config: pytest.Config) -> None:
    """Write our bytecode, if this process is about to start xdist's workers."""
    if config.getoption("numprocesses", None):
        write_bytecode()


@pytest.hookimpl(tryfirst=True)  # before pytest takes out what is slow
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all variants of a test as slow but the first ones, whose number ``quick`` says."""
    counts: Counter[str] = Counter()
    for item in items:
        if marker := item.get_closest_marker("quick"):
            test = item.nodeid.partition("[")[0]
            counts[test] += 1
            if counts[test] > marker.args[0]:
                item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def toolchain() -> Toolchain:
    """The embedded toolchain."""
    return find_embedded()


@pytest.fixture(scope="session")
def warm_workers() -> Iterator[WarmWorkers]:
    """The idle workers of this process."""
    workers = WarmWorkers()
    yield workers
    workers.close()


@pytest.fixture
def warm(warm_workers: WarmWorkers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the servers of this process use workers that other tests have warmed."""
    monkeypatch.setattr("pytest_lean.server.workers.WarmWorker", warm_workers)


@pytest.fixture(scope="session")  # before pytester remembers which modules there are
def cheap_runs() -> None:
    """Let runs of pytest in this process import and read once what none of them changes."""
    import_all_of_ours()
    remember_what_is_installed()


@pytest.fixture
def pytester(
    pytester: pytest.Pytester,
    cheap_runs: None,
    toolchain: Toolchain,
    warm: None,
    monkeypatch: pytest.MonkeyPatch,
) -> pytest.Pytester:
    """pytester with quick runs, which find the core library built.

    ``runpytest`` runs in this process and on warm workers; ``runpytest_subprocess`` is for tests
    about processes, and for tests that change a module of ours.
    """
    # The first plugin imports all of hypothesis at the end of each run, the second shuffles tests.
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest -p no:randomly")
    # With the cache, a file that another test has elaborated would not be elaborated again.
    monkeypatch.setenv("PYTEST_LEAN_CACHE", "off")
    return pytester


@pytest.fixture
def warm_cache(toolchain: Toolchain, tmp_path: Path) -> Path:
    """A cache directory of the test's own, with the core library built."""
    cache = tmp_path / "cache"
    [core] = map(Path, toolchain.search_path)
    shutil.copytree(core, cache / core.relative_to(cache_path()))
    return cache


@pytest.fixture
def small_core(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sources of a small core library, which this test's embedded Lean uses."""
    folder = tmp_path / "small core"
    write_small_core(folder)
    monkeypatch.setattr(embedded, "_CORE", folder)
    return folder


@pytest.fixture
def machine(tmp_path: Path, toolchain: Toolchain, monkeypatch: pytest.MonkeyPatch) -> Standins:
    """A machine with stand-ins for elan, lake and lean, whose environment this process has."""
    machine = Standins(tmp_path / "machine", toolchain)
    for name in list(os.environ):
        if name.startswith(Standins.REPLACED):
            monkeypatch.delenv(name)
    for name, value in machine.environment().items():
        monkeypatch.setenv(name, value)
    return machine


@pytest.fixture
def run_there(
    machine: Standins, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run pytest, in this process, in a folder of the machine."""

    def run_there(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        with monkeypatch.context() as here:
            for name, value in machine.environment().items():  # pytester has given another home
                here.setenv(name, value)
            here.chdir(folder)
            result = pytester.runpytest("-p", "no:cacheprovider", *arguments)
        output, errors = f"{result.stdout.str()}\n", f"{result.stderr.str()}\n"
        return subprocess.CompletedProcess(["pytest", *arguments], result.ret, output, errors)

    return run_there


@pytest.fixture
def server(toolchain: Toolchain, warm: None) -> Iterator[LeanServer]:
    """A server of the test's own, on a worker that may be warm."""
    with LeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        yield server


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
