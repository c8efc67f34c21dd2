"""The page about a run, as it is made of the run's data."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

pytest.importorskip("jinja2")

from reading import Page

from pytest_lean.plugin.summary import Summary
from pytest_lean.report import charts, words
from pytest_lean.report.data import Failure, Part, RunData, TestRow, Trace
from pytest_lean.report.run_page import page
from pytest_lean.report.source import carets

TEMPLATES = Path(charts.__file__).parent / "templates"
HOSTILE = "</script><script>window.owned = 1</script><img src=x onerror=owned()>\"'`{{ 7 * 7 }}"
LEAN = "Lean 4.35.0"


def run(*tests: TestRow, **more: object) -> RunData:
    workers = [Trace(one) for one in sorted({row.worker for row in tests})]
    values = {"tests": list(tests), "workers": workers, "seconds": 10.0, "root": "here", **more}
    return RunData(1_700_000_000.0, summary=vars(Summary()), **values)


def row(id: str, outcome: str = "passed", **more: object) -> TestRow:
    values = {"lean": LEAN, "trust": "checked", "call": 0.5, "lean_seconds": 0.25, **more}
    return TestRow(id, outcome, **values)


def test_the_first_sentence_counts_what_passed():
    assert "2 of 3 tests passed" in page(run(row("a"), row("b"), row("c", "failed")))
    assert "All 2 tests passed" in page(run(row("a"), row("b")))
    assert "No test was run" in page(run())


def test_a_run_without_lean_says_so():
    shown = Page(page(run(TestRow("a", call=0.1)))).text
    assert "No test of this run used Lean" in shown
    assert "How far each verdict was checked" not in shown


def test_no_verdict_is_counted_among_no_verdicts_and_never_among_the_checked():
    data = run(
        row("a", trust="certified"),
        row("b", "no verdict", trust=None),
        row("c", "crashed", trust=None),
    )
    found = re.sub(r"\s+", " ", Page(page(data)).text)
    assert "1 certified" in found
    assert "0 checked" in found
    assert "2 no verdict" in found


def test_a_failure_is_shown_with_its_source_its_caret_and_leans_words():
    source = ((1, "theorem t : 1 = 2 := by", ""), (2, "  rfl", "  ^^^"))
    failure = Failure(
        "Lean reports an error", (Part("Tactic failed", "line 2:2", "error", source),)
    )
    html = page(run(row("a", "failed"), failures={"a": failure}))
    assert '<span class="ghost" aria-hidden="true">  </span>^^^' in html
    shown = Page(html).text
    for told in ("Lean reports an error", "line 2:2", "theorem t : 1 = 2 := by", "Tactic failed"):
        assert told in shown


def test_carets_stand_behind_the_text_that_takes_as_many_columns():
    assert carets([(1, "名∀x", "   ^")]) == [(1, "名∀x", "名∀", "^")]
    assert carets([(1, "e\u0301 x", "  ^")]) == [(1, "e\u0301 x", "e\u0301 ", "^")]
    assert carets([(1, "ab", "    ^")]) == [(1, "ab", "ab  ", "^")]


def test_the_same_reason_for_no_verdict_is_told_once():
    failure = Failure("ToolchainError", (Part("broken beyond repair"),))
    rows = [row(f"test_{one}", "no verdict", trust=None) for one in range(5)]
    shown = Page(page(run(*rows, failures={one.id: failure for one in rows}))).text
    assert shown.count("broken beyond repair") == 1
    assert "The same of 4 more tests" in shown


def test_what_a_run_says_is_text_wherever_it_stands():
    part = Part(HOSTILE, HOSTILE, HOSTILE, ((1, HOSTILE, "^"),))
    failure = Failure(HOSTILE, (part,), HOSTILE, ((HOSTILE, HOSTILE),))
    rows = [
        row(f"{HOSTILE}[{one}]", one, message=HOSTILE, file=HOSTILE, worker=HOSTILE, line=3)
        for one in ("passed", "failed", "no verdict", "skipped")
    ]
    data = run(*rows, root=HOSTILE, command=HOSTILE, ended=HOSTILE)
    data.failures = {one.id: failure for one in rows[1:3]}
    data.workers = [Trace(HOSTILE, [(1.0, 30.0)], [(2.0, HOSTILE)], 3.0)]
    data.summary = vars(Summary(lean=[HOSTILE], notes=[HOSTILE], sandbox=[HOSTILE]))
    found = Page(page(data))
    assert len(found.named("script")) == 3
    assert found.named("img") == []
    assert not any(name.startswith("on") for _, one in found.elements for name in one)
    assert found.text.count(HOSTILE) > 10
    assert found.data["rows"][0][0] == f"{HOSTILE}[passed]"


def test_the_policy_of_the_page_lets_its_own_scripts_run_and_no_others():
    found = Page(page(run(row("a"))))
    [policy] = [one["content"] for one in found.named("meta") if one.get("http-equiv")]
    scripts = re.findall(r"<script>(.*?)</script>", found.html, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in scripts]
    assert policy is not None
    assert re.findall(r"'sha256-(.*?)'", policy) == digests
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy.partition("style-src")[0]


def test_the_page_names_no_other_place():
    html = page(run(row("a", "failed"), failures={"a": Failure("no", (), "why")}))
    assert not re.search(r"(?:https?:)?//[a-z]|@import|url\((?!#)", html, re.IGNORECASE)
    assert all(str(one.get("href", "#")).startswith("#") for one in Page(html).named("a"))


def test_what_is_no_character_does_not_keep_a_page_from_being_written():
    page(run(row("test_\udc80"))).encode("utf-8")


def test_of_very_many_failures_the_first_are_told_and_the_rest_counted():
    rows = [row(f"test_{one}", "failed") for one in range(1000)]
    failures = {one.id: Failure(one.id, (Part("no"),)) for one in rows}
    found = Page(page(run(*rows, failures=failures)))
    assert len(found.named("article")) == 300
    assert "700 more failures did not find room here" in found.text
    assert len(found.data["rows"]) == 1000


def test_a_timeline_of_many_tests_is_bounded_and_hides_no_failure():
    rows = [
        row(f"t{one}", "failed" if one % 1000 == 7 else "passed", began=one / 400, call=0.0024)
        for one in range(40_000)
    ]
    drawn = charts.bars(rows, 100.0)
    assert len(drawn) < 2500
    assert sum(one.kind == "wrong" for one in drawn) == 40


def test_a_bar_is_as_wide_as_its_test_and_tells_the_share_of_lean():
    [bar] = charts.bars([row("a", began=2.0, call=5.0, lean_seconds=1.25)], 10.0)
    assert (bar.left, bar.width, bar.kind, bar.lean) == (20.0, 50.0, "fine", 25)


@pytest.mark.parametrize("seconds", [0.02, 0.7, 3.0, 48.0, 199.0, 3600.0, 90_000.0])
def test_an_axis_has_a_few_marks_at_round_numbers_that_are_all_different(seconds):
    marks = charts.ticks(seconds)
    assert 2 <= len(marks) <= 8
    assert len({one.text for one in marks}) == len(marks)
    assert marks[0].left == 0
    assert marks[-1].left <= 100


def test_memory_is_a_line_of_bounded_length_that_keeps_its_peaks():
    samples = [(one / 100, 900.0 if one == 5000 else 30.0) for one in range(10_000)]
    drawn = charts.line(samples, 100.0, 1000.0, 100.0)
    assert drawn.count("V") <= 401
    assert "V10.0" in drawn


def test_durations_are_written_as_they_are_said():
    found = [words.duration(one) for one in (0.0004, 0.042, 0.0996, 9.99, 59.96, 4000)]
    assert found == ["0.4 ms", "42 ms", "0.10 s", "9.99 s", "1 min 0 s", "1 h 6 min"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(scheme):
    """By the measure of WCAG 2, whose level AA asks for 4.5."""
    style = (TEMPLATES / "page.css").read_text()
    block = style.partition(":root {" if scheme == "light" else ':root[data-theme="dark"] {')[2]
    colours = dict(re.findall(r"--([\w-]+): #(\w{6});", block.partition("}")[0]))

    def luminance(name: str) -> float:
        channels = [int(colours[name][place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [
            one / 12.92 if one <= 0.04 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for ground in ("paper", "sheet"):
        for text in ("ink", "soft", "wrong", "faint"):
            light, dark = sorted((luminance(ground), luminance(text)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ground, text)


def test_both_ways_to_dark_colours_are_the_same():
    style = (TEMPLATES / "page.css").read_text()
    blocks = re.findall(
        r'data-theme="(?:light|dark)"\]\)? \{\s*(--paper.*?)\s*\}', style, re.DOTALL
    )
    assert len(blocks) == 2
    assert blocks[0].split() == blocks[1].split()
