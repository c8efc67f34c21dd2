"""The assertions about messages: each passes, fails with words that help, refuses wrong use."""

from __future__ import annotations

import re

import pytest

from pytest_lean import (
    CommandResponse,
    LeanRejection,
    Message,
    Pos,
    assert_error,
    assert_info,
    assert_messages,
    assert_no_messages,
    assert_ok,
    assert_warning,
)
from pytest_lean.language.guard_msgs import message_block

TEXT = "#check Nat\nexample : 1 = 2 := rfl\n#check nope\ntheorem t : 1 = 2 := sorry"


@pytest.fixture
def response(lean):
    return lean.run(TEXT)


def failure(call, *args, **kwargs):
    with pytest.raises(LeanRejection) as caught:
        call(*args, **kwargs)
    return str(caught.value)


def test_ok_returns_the_response(lean):
    response = lean.run("theorem t : 1 = 1 := rfl")
    assert assert_ok(response) is response


def test_ok_shows_each_error_with_its_place_and_a_caret(response):
    shown = failure(assert_ok, response)
    assert shown.startswith("Lean reports 2 errors")
    assert "<command>:2:19: error: Type mismatch" in shown
    assert "  2 | example : 1 = 2 := rfl\n    |                    ^^^" in shown
    assert "<command>:3:7: error [lean.unknownIdentifier]: Unknown identifier `nope`" in shown


def test_ok_does_not_accept_a_sorry_unless_told_to(lean):
    response = lean.run("theorem t (n : Nat) : n = 0 := sorry")
    assert "goal of the sorry:\nn : Nat\n⊢ n = 0" in failure(assert_ok, response)
    assert assert_ok(response, allow_sorry=True) is response


def test_an_error_is_found_by_text_code_and_line_and_returned(response):
    assert assert_error(response, r"Unknown \w+").start_pos == Pos(3, 7)
    assert assert_error(response, code="lean.unknownIdentifier").start_pos.line == 3
    assert "Type mismatch" in assert_error(response, line=2).data
    assert assert_error(response, re.compile("TYPE", re.IGNORECASE), count=1).end_pos == Pos(2, 22)


def test_a_warning_and_an_information_are_found(response):
    assert "sorry" in assert_warning(response, "sorry", line=4).data
    assert assert_info(response, r"Nat : Type\Z").start_pos == Pos(1, 0)


def test_a_near_miss_shows_the_closest_message_and_what_it_lacks(response):
    shown = failure(assert_error, response, "Unknown identifier", line=2)
    assert shown.startswith("no error matching 'Unknown identifier' on line 2")
    assert "closest message (it begins on line 3, not 2):" in shown
    assert "Lean also says:" in shown
    shown = failure(assert_error, response, code="lean.unknownIdentifer")
    assert "its code is lean.unknownIdentifier, not lean.unknownIdentifer" in shown


def test_a_message_of_another_severity_is_the_closest(response):
    assert "it is of severity warning" in failure(assert_error, response, "uses `sorry`")


def test_a_match_that_would_hold_as_plain_text_is_explained(lean):
    response = lean.run("#check (1 + nope)")
    assert_error(response, re.escape("`nope`"))
    response = lean.run("example : [1] = [2] := rfl")
    assert "re.escape" in failure(assert_error, response, "[1] = [2]")


def test_silence_is_shown_with_the_source(lean):
    shown = failure(assert_error, lean.run("theorem t : 1 = 1 := rfl"))
    assert shown.startswith("no error: Lean says nothing about the text")
    assert "  1 | theorem t : 1 = 1 := rfl" in shown


def test_a_count_is_exact(response):
    assert_error(response, count=2)
    shown = failure(assert_error, response, count=1)
    assert shown.startswith("expected 1 of: error; there are 2")


def test_no_messages_passes_for_silence_and_for_other_kinds(lean, response):
    assert_no_messages(lean.run("theorem t : 1 = 1 := rfl"))
    assert_no_messages(response, severity="error", line=1)
    assert_no_messages(response, "deterministic timeout")


def test_no_messages_shows_what_there_is(response):
    shown = failure(assert_no_messages, response, severity="warning")
    assert shown.startswith("expected no warning, but Lean gives 1")
    assert "declaration uses `sorry`" in shown
    assert failure(assert_no_messages, response).startswith("expected no message, but Lean gives 4")


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda one: assert_ok("theorem"), TypeError, "takes a CommandResponse.*not str"),
        (lambda one: assert_error(None), TypeError, "assert_error takes a CommandResponse"),
        (lambda one: assert_error(one, 3), TypeError, "regular expression, not int"),
        (lambda one: assert_error(one, re.compile(b"x")), TypeError, "of str, not of bytes"),
        (lambda one: assert_error(one, ""), ValueError, "found in everything"),
        (lambda one: assert_error(one, "("), ValueError, "no regular expression"),
        (lambda one: assert_error(one, line="1"), TypeError, "line is a whole number"),
        (lambda one: assert_error(one, line=0), ValueError, "at least 1"),
        (lambda one: assert_error(one, count=0), ValueError, "see assert_no_messages"),
        (lambda one: assert_error(one, count=True), TypeError, "count is a whole number"),
        (lambda one: assert_error(one, code=""), TypeError, "name of an error"),
        (lambda one: assert_error(one, matches="x"), TypeError, "unexpected keyword"),
        (lambda one: assert_no_messages(one, severity="fatal"), ValueError, "error, warning or"),
        (lambda one: assert_messages(one, None), TypeError, "expected is a text"),
        (lambda one: assert_messages(one, "", substring=True), ValueError, "asserts nothing"),
        (lambda one: assert_messages(one, "x", whitespace="any"), ValueError, "exact or normal"),
        (lambda one: assert_messages(one, "x", ordering="any"), ValueError, "exact or sorted"),
        (lambda one: assert_messages(one, "x", only="error"), TypeError, "not a str"),
        (lambda one: assert_messages(one, "x", only=["fatal"]), ValueError, "severity is"),
    ],
)
def test_wrong_use_is_refused(response, call, error, words):
    with pytest.raises(error, match=words):
        call(response)


# assert_messages: what `#guard_msgs` would accept.


def of(*pairs):
    messages = [
        Message(Pos(line, 0), Pos(line, 1), data, severity)
        for line, (severity, data) in enumerate(pairs, start=1)
    ]
    return CommandResponse(env=0, messages=tuple(messages), text="x\n" * len(messages))


TWO = of(("error", "first\n  line"), ("info", "second"))


def test_messages_are_compared_as_one_block(lean):
    response = lean.run("#check nope\n#eval 1 + 1")
    messages = assert_messages(
        response,
        """
        error: Unknown identifier `nope`
        ---
        info: 2
        """,
    )
    assert [message.severity for message in messages] == ["error", "info"]


def test_a_doc_comment_can_be_pasted():
    assert_messages(TWO, "/-- error: first\n  line\n---\ninfo: second -/")


def test_silence_is_the_empty_block():
    assert_messages(of(), "")
    assert failure(assert_messages, of(), "info: x").startswith("Lean says something else")


def test_normalized_white_space_takes_a_line_break_for_a_blank():
    assert_messages(TWO, "error: first   line\n---\ninfo: second")
    assert "+ error: first" in failure(
        assert_messages, TWO, "error: first   line\n---\ninfo: second", whitespace="exact"
    )


def test_lax_white_space_takes_any_for_any():
    assert_messages(TWO, "error: first\n\n line\n---\ninfo:\nsecond", whitespace="lax")
    assert failure(assert_messages, TWO, "error: firstline\n---\ninfo: second", whitespace="lax")


def test_sorted_messages_may_come_in_any_order():
    swapped = "info: second\n---\nerror: first\n  line"
    assert_messages(TWO, swapped, ordering="sorted")
    assert failure(assert_messages, TWO, swapped)


def test_a_substring_is_enough_if_asked_for():
    assert_messages(TWO, "second", substring=True)
    assert failure(assert_messages, TWO, "second")


def test_only_some_severities_count():
    [message] = assert_messages(TWO, "info: second", only=["info"])
    assert message.data == "second"


def test_a_difference_is_shown_line_by_line():
    shown = failure(assert_messages, TWO, "error: first\n  line\n---\ninfo: third")
    assert "- info: third\n" in shown
    assert "+ info: second" in shown
    assert "  error: first" in shown


def test_one_message_cannot_look_like_two(lean):
    response = lean.run('#eval IO.println "a\\n---\\nerror: b"')
    assert len(response.messages) == 1
    assert failure(assert_messages, response, "info: a\n---\nerror: b")
    assert_messages(response, message_block(response.messages))
    assert "---⏎" in message_block(response.messages)


def test_white_space_at_the_end_of_a_line_is_marked_as_in_lean():
    response = of(("info", "a \nb"))
    assert message_block(response.messages) == "info: a ⏎\nb"
    assert_messages(response, "info: a ⏎\nb", whitespace="exact")


@pytest.mark.parametrize("data", ["a\n  b\n  c", "a\tb", "a  \n b"])
@pytest.mark.parametrize("whitespace", ["exact", "normalized", "lax"])
def test_what_message_block_writes_is_what_matches(data, whitespace):
    message = Message(Pos(1, 0), Pos(1, 1), data, "error")
    response = CommandResponse(env=0, messages=(message,))
    assert_messages(response, message_block(response.messages), whitespace=whitespace)


@pytest.mark.parametrize("arguments", [{"only": []}, {"expected": "/-- -/", "substring": True}])
def test_nothing_that_counts_is_a_wrong_argument(lean, arguments):
    arguments = {"expected": "", **arguments}
    with pytest.raises(ValueError, match=r"empty"):
        assert_messages(lean.run("#eval nope"), **arguments)
