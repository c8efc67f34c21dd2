"""Files of proofs as tests: each line is an item, with everything that pytest gives."""

from __future__ import annotations

import json

import pytest

ADD = "theorem add (a b : Nat) : a + b = b + a := Nat.add_comm a b"
LINES = [
    {"id": "add", "text": ADD, "theorem": "add", "statement": "∀ a b : Nat, a + b = b + a"},
    {"id": "weaker", "text": ADD, "theorem": "add", "statement": "∀ a b : Nat, a + b = b"},
    {"id": 3, "text": "theorem t : 1 = 2 := by decide"},
    {"id": "hang", "text": "partial def f (n : Nat) : Nat := f (n + 1)\n#eval f 0", "timeout": 0.5},
    {"id": "add", "text": ADD},
    {"id": "example", "text": "example : 1 = 1 := rfl"},
]
OPTIONS = ("--lean-toolchain=embedded", "--lean-proofs=*.proofs.jsonl", "-p", "no:cacheprovider")


@pytest.fixture
def proofs(pytester: pytest.Pytester) -> pytest.Pytester:
    lines = [*map(json.dumps, LINES), "", "no JSON"]
    pytester.path.joinpath("some.proofs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    pytester.path.joinpath("other.jsonl").write_text("no proofs", encoding="utf-8")
    return pytester


def test_each_line_is_an_item(proofs: pytest.Pytester) -> None:
    result = proofs.runpytest(*OPTIONS, "-v")
    told = result.stdout
    told.fnmatch_lines(
        [
            "some.proofs.jsonl::add PASSED*",
            "some.proofs.jsonl::weaker FAILED*",
            "some.proofs.jsonl::3 FAILED*",
            "some.proofs.jsonl::hang LEAN ERROR*",
            "some.proofs.jsonl::line 5 FAILED*",
            "some.proofs.jsonl::example PASSED*",
            "some.proofs.jsonl::line 8 FAILED*",
        ]
    )
    told.fnmatch_lines(["*add does not prove the statement:*", "E     ∀ a b : Nat, a + b = b"])
    told.fnmatch_lines(["*:1:24: error: Tactic `decide` proved that the proposition"])
    told.fnmatch_lines(["*line 5 is no proof: the id 'add' stands on line 1 already"])
    told.fnmatch_lines(["*line 8 is no proof: it is not JSON*"])
    told.fnmatch_lines(["*4 failed, 2 passed, 1 lean error*"])
    assert result.ret == 1


def test_a_line_can_be_selected(proofs: pytest.Pytester) -> None:
    result = proofs.runpytest(*OPTIONS, "some.proofs.jsonl::example")
    result.assert_outcomes(passed=1)


def test_without_the_setting_there_are_none(proofs: pytest.Pytester) -> None:
    assert proofs.runpytest("--lean-toolchain=embedded").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_how_far_they_are_checked_is_the_run_s_setting(proofs: pytest.Pytester) -> None:
    report = proofs.path / "report.xml"
    options = (*OPTIONS, "--lean-trust=certified", f"--junit-xml={report}", "-k", "add and not 5")
    proofs.runpytest(*options).assert_outcomes(passed=1)
    assert '<property name="lean_trust" value="certified"' in report.read_text(encoding="utf-8")


@pytest.mark.slow
def test_xdist_spreads_the_lines(proofs: pytest.Pytester) -> None:
    result = proofs.runpytest_subprocess(*OPTIONS, "-n2")
    result.stdout.fnmatch_lines(["*4 failed, 2 passed, 1 lean error*"])
