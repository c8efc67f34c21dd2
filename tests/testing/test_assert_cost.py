"""The cost of elaboration in heartbeats: it is Lean's own measure, and a limit bounds it.

Two measurements may differ by one thousand heartbeats, the unit.
"""

from __future__ import annotations

import re

import pytest

from pytest_lean import (
    LeanConfig,
    LeanRejection,
    LeanServer,
    assert_error,
    assert_max_heartbeats,
    heartbeats,
)
from pytest_lean.testing.lean import Lean

TEXT = """\
theorem t (p q r : Prop) : p ∧ q ∧ r → r ∧ q ∧ p := by
  intro h
  simp [h]
"""


def test_the_cost_is_the_smallest_limit_that_lean_accepts(lean):
    cost = lean.heartbeats(TEXT)
    assert lean.assert_max_heartbeats(TEXT, cost + 1).ok
    with pytest.raises(LeanRejection):
        lean.assert_max_heartbeats(TEXT, cost - 2)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        (TEXT, 7),
        (f"{TEXT}-- the end", 7),
        (f"namespace A\n{TEXT}", 7),
        (f"{TEXT}#exit\n", 14),  # nothing can be counted behind it
    ],
    ids=["theorem", "comment", "open namespace", "exit"],
)
def test_the_cost_is_found_in_few_runs(server, text, most):
    lean = Lean(server)
    cost = lean.heartbeats(TEXT)
    before = server.stats.commands
    assert abs(lean.heartbeats(text) - cost) <= 1
    assert server.stats.commands - before <= most


def test_the_cost_is_the_same_on_every_server(toolchain, lean):
    cost = heartbeats(lean, TEXT)
    for parallel in (True, False):
        config = LeanConfig(toolchain=toolchain, enable_parallel_elaboration=parallel)
        with LeanServer(config) as server:
            server.run("def warm_up := [1, 2, 3].map (· + 1)")
            assert abs(Lean(server).heartbeats(TEXT) - cost) <= 1


def test_more_work_costs_more(lean):
    assert lean.heartbeats(TEXT) < lean.heartbeats(TEXT.replace("∧ r", "∧ r ∧ p ∧ q ∧ r"))


def test_a_text_that_costs_more_is_shown_with_what_it_needs(lean):
    with pytest.raises(LeanRejection) as caught:
        assert_max_heartbeats(lean, TEXT, 1)
    shown = str(caught.value)
    assert re.match(r"Lean needs \d+ thousand heartbeats, more than 1\n", shown)
    assert "maximum number of heartbeats (1) has been reached" in shown
    assert assert_error(caught.value.response, "heartbeats")


def test_a_text_that_is_rejected_anyway_is_no_matter_of_cost(lean):
    with pytest.raises(LeanRejection, match="Lean reports an error"):
        lean.assert_max_heartbeats("theorem t : 1 = 2 := by decide", 1000)
    with pytest.raises(LeanRejection, match="Lean reports an error"):
        lean.heartbeats("theorem t : 1 = 2 := by decide")
    with pytest.raises(LeanRejection, match=r"Lean reports an error(?s:.)*nope"):
        lean.assert_max_heartbeats(f"{TEXT}#check nope", 1)


@pytest.mark.parametrize(
    ("text", "limit", "error", "words"),
    [
        (TEXT, 0, ValueError, "0 means no limit"),
        (TEXT, 1.5, TypeError, "whole number"),
        (TEXT, True, TypeError, "whole number"),
        (3, 1, TypeError, "wanted is Lean source"),
        (f"set_option maxHeartbeats 0 in\n{TEXT}", 1, ValueError, "sets maxHeartbeats itself"),
        (f"set_option «maxHeartbeats» 0 in\n{TEXT}", 1, ValueError, "sets maxHeartbeats itself"),
    ],
)
def test_wrong_use_is_refused(lean, text, limit, error, words):
    with pytest.raises(error, match=words):
        lean.assert_max_heartbeats(text, limit)
