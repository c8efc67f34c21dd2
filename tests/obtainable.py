"""What a test of a real program does if it cannot run on this machine."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest
from isolation import ALL_TESTS_MUST_RUN


def cannot(reason: str) -> NoReturn:
    """Skip the running test with the reason; in CI fail it, since there all of them have to run."""
    if os.environ.get(ALL_TESTS_MUST_RUN):
        pytest.fail(f"CI has to run this test, and cannot: {reason}")
    pytest.skip(reason)
