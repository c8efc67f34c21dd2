"""How failures look: excerpts, carets, long texts, unicode, colours."""

from __future__ import annotations

import pytest

from pytest_lean import Message, Pos
from pytest_lean.testing.render import Failure, Said, display_width, excerpt, trim


def carets(text, start, end):
    """Return the marked columns of the last line of an excerpt, and its source line."""
    *_, source, marks = excerpt(text, start, end).split("\n")
    source, marks = source.partition("| ")[2], marks.partition("| ")[2]
    left = len(marks) - len(marks.lstrip())
    return source, left, marks.count("^")


def test_the_caret_stands_under_the_range():
    assert excerpt("a\nb\ntheorem t := x", Pos(3, 8), Pos(3, 9)) == (
        "  1 | a\n  2 | b\n  3 | theorem t := x\n    |         ^"
    )


@pytest.mark.parametrize(
    ("before", "marked"),
    [
        ("中文 ", "x"),
        ("e\u0301e\u0301 ", "x"),
        ("\tab\t", "x"),
        ("𝒳 ∀ ", "abc"),
        ("", "中文"),
        ("❤\ufe0f ", "👨\u200d👩\u200d👧"),
    ],
)
def test_the_caret_is_aligned_by_width(before, marked):
    text = f"{before}{marked} rest"
    start, end = Pos(1, len(before)), Pos(1, len(before) + len(marked))
    source, left, width = carets(text, start, end)
    assert left == display_width(before, 0)
    assert width == display_width(before + marked, 0) - left
    assert "\t" not in source


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("中文", 4),
        ("e\u0301", 1),
        ("ab\tc", 5),
        ("❤\ufe0f", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("\x1b\u202e", 2),
    ],
)
def test_the_columns_are_those_of_a_terminal(text, columns):
    assert display_width(text, 0) == columns


def test_a_range_of_several_lines_is_marked_on_each():
    shown = excerpt("ab\n  cd\nef", Pos(1, 1), Pos(3, 1))
    assert shown == "  1 | ab\n    |  ^\n  2 |   cd\n    |   ^^\n  3 | ef\n    | ^"


def test_an_empty_range_has_one_caret():
    assert excerpt("ab", Pos(1, 2), Pos(1, 2)).endswith("|   ^")


def test_a_long_range_is_cut_unless_all_is_asked_for():
    text = "\n".join(f"line {number}" for number in range(1, 41))
    assert "... to line 40" in excerpt(text, Pos(1, 0), Pos(40, 3))
    assert "line 40" in excerpt(text, Pos(1, 0), Pos(40, 3), full=True)


def test_a_long_line_is_cut_around_what_matters():
    text = "x" * 500 + "HERE" + "y" * 500
    source, left, width = carets(text, Pos(1, 500), Pos(1, 504))
    assert source[left : left + width] == "HERE"
    assert source.startswith("... ")
    assert source.endswith(" ...")
    assert len(source) < 200
    assert text in excerpt(text, Pos(1, 500), Pos(1, 504), full=True)


def test_a_long_text_is_cut_in_the_middle_unless_all_is_asked_for():
    text = "\n".join(map(str, range(100)))
    shown = trim(text)
    assert shown.startswith("0\n1\n")
    assert shown.endswith("98\n99")
    assert "[... 64 lines; -vv shows all ...]" in shown
    assert trim(text, full=True) == text
    assert "[... 4000 characters; -vv shows all ...]" in trim("x" * 5000)


def test_what_would_act_on_a_terminal_is_made_visible():
    message = Message(Pos(1, 0), Pos(1, 1), "a\x1b[31mred\u202e", "error")
    shown = Failure("head\x07line", (Said(message, "\x1bx"),)).render()
    assert not set("\x1b\x07\u202e") & set(shown)
    assert "␛[31mred" in shown


def test_a_rejection_is_shown_whole_with_vv(pytester):
    pytester.makepyfile(
        """
        from pytest_lean import LeanRejection
        from pytest_lean.testing.render import Failure

        def test_long():
            raise LeanRejection(Failure("head", ("\\n".join(f"no {n}" for n in range(99)),)))
        """
    )
    pytester.runpytest("-v").stdout.fnmatch_lines(
        ["E*head", "E*63 lines; -vv shows all*", "E*no 98"]
    )
    result = pytester.runpytest("-vv")
    result.stdout.fnmatch_lines(["E*no 50"])
    result.stdout.no_fnmatch_line("*shows all*")


def test_the_colours_are_pytests(pytester):
    pytester.makepyfile("def test_bad(lean):\n    lean.check('theorem t : 1 = 2 := by decide')")
    plain = pytester.runpytest("--color=no").stdout.str()
    assert "\x1b" not in plain
    coloured = pytester.runpytest("--color=yes").stdout.str()
    assert "\x1b[1m\x1b[31mE       pytest_lean.LeanRejection: Lean reports an" in coloured


def test_a_plain_assert_on_a_response_explains_itself(pytester):
    pytester.makepyfile(
        """
        def test_bad(lean):
            response = lean.run("example : 1 = 2 := rfl")
            assert response.ok
        """
    )
    pytester.runpytest().stdout.fnmatch_lines(
        [
            "E*where False = <CommandResponse env=* errors=1 warnings=0 infos=0: 1:19: error: *",
            "*Lean's messages*",
            "<command>:1:19: error: Type mismatch",
            "  1 | example : 1 = 2 := rfl",
            "    |                    ^^^",
        ]
    )


def test_a_plain_comparison_of_messages_explains_itself(pytester):
    pytester.makepyfile(
        """
        def test_bad(lean):
            first = lean.run("#check nope")
            assert first.messages == lean.run("#check Nat").messages
        """
    )
    pytester.runpytest().stdout.fnmatch_lines(
        [
            "E*1 message of Lean's == 1",
            "E*- 1:0: info: Nat : Type",
            "E*+ 1:7: error [[]lean.unknownIdentifier]: Unknown identifier `nope`",
        ]
    )
