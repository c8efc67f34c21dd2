"""Every attack is stopped by the second look, and the page in the docs says by which check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from attacks import ATTACKS, Attack
from test_fooling import CHEATS, STATEMENTS

from pytest_lean import LeanConfig, Toolchain
from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.second_look import SecondLook

PAGE = Path(__file__).parents[2] / "docs" / "attacks.md"
_ROW = re.compile(r"^\| (.+) \| ([^|]+) \| ([^|]+) \| (\w+) \|$", re.MULTILINE)
# One of each family is looked at in every run, all of them in the long one.
QUICK = list({attack.family: attack for attack in ATTACKS}.values())
SLOW = [pytest.param(one, marks=pytest.mark.slow) for one in ATTACKS if one not in QUICK]


@pytest.fixture(scope="module")
def look(toolchain: Toolchain) -> Iterator[SecondLook]:
    with SecondLook(LeanConfig(toolchain=toolchain, timeout=600)) as look:
        yield look


def refused_by(look: SecondLook, text: str, statement: str, theorem: str = "cheat") -> str:
    with pytest.raises(Refusal) as caught:
        look.certify(text, theorem=theorem, statement=statement, timeout=120)
    return caught.value.check


@pytest.mark.parametrize("attack", [*QUICK, *SLOW], ids=lambda one: f"{one.family}: {one.title}")
def test_an_attack_is_stopped_by_the_check_that_the_page_names(
    look: SecondLook, attack: Attack
) -> None:
    told = {title: check for title, _, _, check in _ROW.findall(PAGE.read_text(encoding="utf-8"))}
    assert refused_by(look, attack.text, attack.statement, attack.theorem) == told[attack.title]


def test_the_page_has_every_attack_once() -> None:
    rows = _ROW.findall(PAGE.read_text(encoding="utf-8"))
    titles = [title for title, *_ in rows if title != "text"]
    assert sorted(titles) == sorted(attack.title for attack in ATTACKS)
    assert len(set(titles)) == len(titles) >= 100


@pytest.mark.quick(6)
@pytest.mark.parametrize("name", CHEATS)
def test_a_cheat_is_certified_by_nobody(look: SecondLook, name: str) -> None:
    refused_by(look, CHEATS[name], STATEMENTS.get(name, "1 = 2"))
