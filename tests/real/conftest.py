"""What the tests on real programs share: three versions of elan, and a genuine ELF ``lean``.

A program that cannot be had here skips its tests with the reason. In CI that is a failure.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from debian_elan import SUITES, DebianElan, UnobtainableError, obtain
from native_lean import build_sysroot, find_compiler
from obtainable import cannot
from real_elan import Proxy, RealElan

from pytest_lean import Toolchain
from pytest_lean.toolchain.cache import cache_path


@pytest.fixture(scope="session")
def sysroot(toolchain: Toolchain) -> Path:
    """A folder with a genuine ELF ``lean``, as a user's toolchain is one."""
    compiler = find_compiler()
    if compiler is None:
        cannot("there is no C compiler to make an ELF lean with")
    return build_sysroot(compiler, toolchain, cache_path())


@pytest.fixture(scope="session", params=SUITES)
def debian_elan(request: pytest.FixtureRequest) -> DebianElan:
    """The elan of each Debian release in turn."""
    try:
        return obtain(request.param, cache_path())
    except UnobtainableError as error:
        cannot(f"Debian's elan of {request.param} cannot be had: {error}")


@pytest.fixture
def elan(
    debian_elan: DebianElan,
    sysroot: Path,
    toolchain: Toolchain,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[RealElan]:
    """A machine with that elan; this process is on it, in the project folder."""
    with Proxy().running() as proxy:
        machine = RealElan(tmp_path / "machine", debian_elan, sysroot, proxy, cache_path())
        here = machine.environment()
        for name in set(os.environ) - set(here):
            if name != "PYTEST_CURRENT_TEST":
                monkeypatch.delenv(name)
        for name, value in here.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(machine.place)
        yield machine
