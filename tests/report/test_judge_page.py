"""The page about a run of the judge, and the account that is kept for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("jinja2")

from reading import Page
from test_run_page import HOSTILE

from pytest_lean.__main__ import main
from pytest_lean.judge.account import Account
from pytest_lean.report.judge_page import JudgeData, page

MESSAGE = {"severity": "error", "line": 1, "column": 2, "data": "no"}


def verdict(id: object, verdict: str = "proved", **more: object) -> dict[str, object]:
    row = {"id": id, "verdict": verdict, "trust": "checked", "reason": "", "cause": None}
    return {**row, "seconds": 0.1, "cached": False, "attempts": 1, "messages": [], **more}


def data_of(rows: list[dict[str, object]], earlier: int = 0) -> JudgeData:
    account = Account("proofs.jsonl", "pytest-lean judge proofs.jsonl")
    for row in rows[:earlier]:
        account.earlier(row)
    for row in rows[earlier:]:
        account.add(row)
    return account.end(lean="Lean 4.35.0", workers=2, cpu_seconds=1.0, ended="")


def test_verdicts_causes_and_reasons_are_counted():
    rows = [
        *(verdict(one) for one in range(3)),
        *(verdict(one, "rejected", reason=f"line {one} uses `sorry`") for one in range(10, 14)),
        verdict("slow", "none", cause="timeout", reason="too late", seconds=9.0),
        verdict(None, "none", cause="input", reason="it is not JSON", line=7),
    ]
    data = data_of(rows, earlier=2)
    assert data.verdicts == {"proved": 3, "rejected": 4, "none": 2}
    assert data.causes == {"timeout": 1, "input": 1}
    assert (data.earlier, data.now) == (2, 7)
    assert (data.reasons[0].count, data.reasons[0].text) == (4, "line 10 uses `sorry`")
    assert data.slowest[0] == (9.0, "slow", "none")
    shown = Page(page(data)).text
    for told in ("3 of 9 proofs hold", "line 7", "it is not JSON", "10, 11, 12, 13", "too late"):
        assert told in shown


def test_workers_that_were_lost_are_counted_and_drawn():
    account = Account("proofs.jsonl", "judge")
    for count in (0, 1, 1, 3):
        account.add(verdict(count))
        account.lost(count)
    html = page(account.end(lean="Lean", workers=2, cpu_seconds=0.0, ended="it was interrupted"))
    assert html.count('class="restart"') == 2
    found = Page(html).text
    assert "workers replaced3" in found
    assert "it was interrupted" in found


@pytest.mark.slow
def test_of_100_000_proofs_the_page_is_bounded_and_says_what_it_leaves_out():
    def row(number: int) -> dict[str, object]:
        if number % 10 == 0:
            told = {"reason": "x" * 5000, "messages": [{**MESSAGE, "data": "y" * 9000}] * 50}
            return verdict(number, "none", cause="timeout", **told)
        name = "".join(chr(97 + int(digit)) for digit in str(number))
        return verdict(number, "rejected", reason=f"`{name}` is no theorem")

    data = data_of([row(number) for number in range(100_000)])
    html = page(data)
    assert data.verdicts == {"none": 10_000, "rejected": 90_000}
    assert len(html) < 2_000_000
    assert "9,700 more are not on this page" in html
    assert "89,801 verdicts with rarer reasons are not on this page" in html


def test_a_rate_has_a_bounded_number_of_spans_however_long_the_run_is(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("pytest_lean.judge.account.time.monotonic", lambda: now[0])
    account = Account("proofs", "judge")
    for number in range(5000):
        now[0] = number * 10.0
        account.add(verdict(number))
    data = account.end(lean="Lean", workers=1, cpu_seconds=0.0, ended="")
    span = data.rate[1][0]
    assert 20 < len(data.rate) <= 81
    assert sum(rate for _, rate in data.rate) * span == pytest.approx(5000)


def test_what_a_proof_says_is_text_wherever_it_stands():
    told = {"reason": HOSTILE, "messages": [{**MESSAGE, "data": HOSTILE}]}
    rows = [verdict(HOSTILE, "none", cause="crash", **told), verdict("b", "rejected", **told)]
    data = data_of(rows)
    data.title = data.command = data.lean = data.ended = HOSTILE
    found = Page(page(data))
    assert len(found.named("script")) == 2
    assert found.named("img") == []
    assert found.text.count(HOSTILE) >= 7


@pytest.mark.slow
def test_the_command_writes_a_page_and_one_of_a_continued_run_has_all_verdicts(tmp_path, capsys):
    proofs, out = tmp_path / "proofs.jsonl", tmp_path / "verdicts.jsonl"
    report = tmp_path / "deep" / "report.html"
    records = [
        {"id": "good", "text": "theorem t : 1 = 1 := rfl"},
        {"id": "bad", "text": "theorem t : 1 = 2 := rfl"},
    ]
    settings = ["--toolchain=embedded", "--workers=1", "--no-cache", "--isolation=shared"]
    command = ["judge", str(proofs), f"--out={out}", f"--report={report}", *settings]
    for known in range(2):
        lines = [json.dumps(one) for one in records[: known + 1]]
        proofs.write_text("".join(f"{line}\n" for line in lines))
        assert main(command) == 0
    shown = Page(report.read_text()).text
    assert "1 of 2 proofs hold" in shown
    assert "1 verdict of an earlier run are counted" not in shown
    assert "1 verdict of an earlier run is counted" in shown
    assert [one.name for one in report.parent.iterdir()] == ["report.html"]


@pytest.mark.parametrize("place", [".", "file/report.html"])
def test_a_page_that_cannot_be_written_is_told_before_anything_is_judged(
    tmp_path: Path, monkeypatch, capsys, place
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    (tmp_path / "proofs.jsonl").write_text('{"id": 1, "text": "#eval 1"}\n')
    assert main(["judge", "proofs.jsonl", "--out=verdicts.jsonl", f"--report={place}"]) == 2
    assert "pytest-lean judge: " in capsys.readouterr().err
    assert not (tmp_path / "verdicts.jsonl").exists()
