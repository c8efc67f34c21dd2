"""What to do where a test on a real program cannot run."""

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
