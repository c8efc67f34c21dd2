"""A warm server's answers are a fresh server's, over random walks of texts (see reuse_fuzz.py)."""

from __future__ import annotations

import pytest
from lengths import length
from reuse_fuzz import KINDS, walk

from pytest_lean import LeanConfig
from pytest_lean.server import reuse

STEPS = length("WALK_STEPS")
SEED = length("WALK_SEED")


@pytest.mark.quick(1)
@pytest.mark.parametrize("kind", KINDS)
def test_a_walk_gets_the_answers_of_a_fresh_server(toolchain, monkeypatch, kind):
    monkeypatch.setattr(reuse, "WORTH_SECONDS", 0.0)  # every beginning is worth keeping
    config = LeanConfig(toolchain=toolchain, timeout=600)
    for difference in walk(kind, STEPS, SEED, config):
        assert difference is None


@pytest.mark.quick(1)
@pytest.mark.parametrize("kind", KINDS)
def test_a_walk_without_incremental_elaboration_gets_them_too(toolchain, kind):
    config = LeanConfig(toolchain=toolchain, enable_incremental_optimization=False)
    for difference in walk(kind, STEPS // 3, SEED, config):
        assert difference is None
