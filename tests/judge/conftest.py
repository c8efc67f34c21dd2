"""One second look for all tests of this folder: its processes are warm after the first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pytest_lean import LeanConfig, Toolchain
from pytest_lean.judge.second_look import SecondLook


@pytest.fixture(scope="session")
def look(toolchain: Toolchain) -> Iterator[SecondLook]:
    """The second look on the embedded Lean."""
    with SecondLook(LeanConfig(toolchain=toolchain, timeout=600)) as look:
        yield look
