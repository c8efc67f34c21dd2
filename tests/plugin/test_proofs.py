"""Files of proofs as tests: each line is an item, with everything that pytest gives."""

from __future__ import annotations

import gzip
import json
import uuid

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
    told.fnmatch_lines(["FAILED some.proofs.jsonl::3 - 1:24 Tactic decide proved *"])
    told.fnmatch_lines(["*4 failed, 2 passed, 1 lean error*"])
    assert result.ret == 1


def test_a_file_that_is_no_text_is_an_error_of_the_collection(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("some.proofs.jsonl").write_bytes(gzip.compress(b"{}"))
    result = pytester.runpytest(*OPTIONS)
    result.stdout.fnmatch_lines(["*some.proofs.jsonl: it is compressed (gzip), not a text *"])
    result.stdout.no_fnmatch_line("*Traceback*")
    assert result.ret == pytest.ExitCode.INTERRUPTED


def test_a_line_can_be_selected(proofs: pytest.Pytester) -> None:
    result = proofs.runpytest(*OPTIONS, "some.proofs.jsonl::example")
    result.assert_outcomes(passed=1)


def test_without_the_setting_there_are_none(proofs: pytest.Pytester) -> None:
    assert proofs.runpytest("--lean-toolchain=embedded").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_the_setting_trust_decides_how_far_proofs_are_checked(proofs: pytest.Pytester) -> None:
    report = proofs.path / "report.xml"
    options = (*OPTIONS, "--lean-trust=certified", f"--junit-xml={report}", "-k", "add and not 5")
    proofs.runpytest(*options).assert_outcomes(passed=1)
    assert '<property name="lean_trust" value="certified"' in report.read_text(encoding="utf-8")


@pytest.mark.slow
def test_xdist_spreads_the_lines(proofs: pytest.Pytester) -> None:
    result = proofs.runpytest(*OPTIONS, "-n2")
    result.stdout.fnmatch_lines(["*4 failed, 2 passed, 1 lean error*"])


def test_a_verdict_that_was_reached_before_needs_no_lean(
    proofs: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_LEAN_CACHE", "on")
    lines = [
        {"id": "new", "text": f"-- {uuid.uuid4()}\ntheorem t : 1 = 1 := rfl"},
        {"id": "wrong", "text": f"-- {uuid.uuid4()}\ntheorem t : 1 = 2 := rfl"},
    ]
    file = proofs.path / "some.proofs.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    first, second = (proofs.runpytest(*OPTIONS) for _ in range(2))
    for result in (first, second):
        result.assert_outcomes(passed=1, failed=1)
        result.stdout.fnmatch_lines(["E   *:2:0: error: *"])
    first.stdout.fnmatch_lines(["2 commands, *0 of 2 proofs from the cache*"])
    second.stdout.fnmatch_lines(["0 commands, *2 of 2 proofs from the cache*"])
    off = proofs.runpytest(*OPTIONS, "--lean-cache=off")
    off.stdout.fnmatch_lines(["2 commands, *"])
    off.stdout.no_fnmatch_line("*from the cache*")
