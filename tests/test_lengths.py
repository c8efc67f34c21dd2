"""Variables set how long the long tests are, and CONTRIBUTING.md lists them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lengths import LENGTHS, length, some_of

PAGE = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("variable", LENGTHS)
def test_each_length_is_on_the_page_for_contributors(variable):
    known = LENGTHS[variable]
    assert f"| `{variable}` | {known.short} | {known.long} | {known.of} |" in PAGE


@pytest.fixture
def unset(monkeypatch):
    """Remove all variables that set how long a test is."""
    for name in ("LONG", *LENGTHS):
        monkeypatch.delenv(name, raising=False)


def test_a_test_is_short_unless_a_variable_says_how_long_it_is(unset, monkeypatch):
    assert length("JUDGE_KILLS") == LENGTHS["JUDGE_KILLS"].short
    monkeypatch.setenv("LONG", "1")
    assert length("JUDGE_KILLS") == LENGTHS["JUDGE_KILLS"].long
    monkeypatch.setenv("JUDGE_KILLS", "3")
    assert length("JUDGE_KILLS") == 3


def test_a_selection_of_cases_is_spread_over_all_of_them(unset, monkeypatch):
    monkeypatch.setenv("HONEST_EVERY", "4")
    assert some_of(range(10), "HONEST_EVERY") == range(2, 10, 4)
    monkeypatch.setenv("HONEST_EVERY", "1")
    assert some_of(range(10), "HONEST_EVERY") == range(10)
