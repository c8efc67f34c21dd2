"""What the tests share: one cache directory and the real, embedded Lean."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from pytest_lean import LeanConfig, LeanServer, Toolchain
from pytest_lean.toolchain.build import CACHE_VARIABLE, cache_path
from pytest_lean.toolchain.embedded import find_embedded

# pytester gives inner runs another home; they must not build the core library once more.
os.environ[CACHE_VARIABLE] = str(cache_path())


@pytest.fixture(scope="session")
def toolchain() -> Toolchain:
    """The embedded toolchain."""
    return find_embedded()


@pytest.fixture
def server(toolchain: Toolchain) -> Iterator[LeanServer]:
    """A server of the test's own."""
    with LeanServer(LeanConfig(toolchain=toolchain)) as server:
        yield server
