"""Textbook Lean on the embedded library: chapters that it takes, wrong programs that it rejects.

A chapter (``lean/*.lean``) says which messages it expects, in comments on the lines below
the command: ``-- info: text``, ``-- warning: text``, ``-- error: text``, and ``--| text``
for each further line of the same message. What is not expected must not come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from wrong_programs import WRONG_PROGRAMS

from pytest_lean import CommandResponse, FileCommand, LeanConfig, LeanServer, Toolchain

CHAPTERS = sorted((Path(__file__).parents[1] / "lean").glob("*.lean"))
TIMEOUT = 120.0

_EXPECTED = re.compile(r"-- (info|warning|error): (.*)")
_CONTINUED = re.compile(r"--\| ?(.*)")
_DECLARATION = re.compile(
    r"^\s*(?:@\[[^\]]*\]\s*)?(?:(?:private|protected|noncomputable|partial|unsafe|local|scoped)\s+)*"
    r"(?:theorem|def|example|instance|structure|inductive|class|abbrev|opaque)\b",
    re.MULTILINE,
)


@pytest.fixture(scope="module")
def textbook(toolchain: Toolchain, request: pytest.FixtureRequest) -> Iterator[LeanServer]:
    """One server for all chapters and programs: none may harm the next.

    With ``--lean-toolchain`` it is that Lean, to see where the embedded one differs from it.
    """
    chosen = request.config.getoption("--lean-toolchain") or toolchain
    with LeanServer(LeanConfig(toolchain=chosen, timeout=TIMEOUT)) as server:
        yield server


@pytest.fixture(scope="module", params=CHAPTERS, ids=lambda path: path.stem)
def response(textbook: LeanServer, request: pytest.FixtureRequest) -> CommandResponse:
    """The answer for a chapter, whose tests follow each other, so that it is elaborated once."""
    return textbook.run(FileCommand(request.param))


def expected_messages(text: str) -> list[str]:
    """Return the messages that a chapter expects, each behind the line of the text before it."""
    expected: list[str] = []
    for line in text.splitlines():
        if found := _EXPECTED.fullmatch(line):
            expected.append(f"{found[1]}: {found[2]}")
        elif found := _CONTINUED.fullmatch(line):
            expected[-1] += f"\n{found[1]}"
    return expected


def messages(response: CommandResponse) -> list[str]:
    """Return the messages of a response in the same form, in the order of the text."""
    ordered = sorted(response.messages, key=lambda message: message.start_pos)
    return [f"{message.severity}: {message.data.rstrip()}" for message in ordered]


def command_lines(text: str) -> list[int]:
    """Return, for each expected message, the line on which its command may end at the latest."""
    lines, last = [], 0
    for number, line in enumerate(text.splitlines(), start=1):
        if _EXPECTED.fullmatch(line):
            lines.append(last)
        elif not _CONTINUED.fullmatch(line):
            last = number
    return lines


@pytest.mark.quick(6)
def test_chapter(response: CommandResponse) -> None:
    assert messages(response) == expected_messages(response.text)
    assert not response.has_sorry


@pytest.mark.quick(3)
def test_a_message_stands_above_the_comment_that_expects_it(response: CommandResponse) -> None:
    places = sorted(message.start_pos.line for message in response.messages)
    ends = command_lines(response.text)
    assert all(start <= end for start, end in zip(places, ends, strict=True))


@pytest.mark.quick(30)
@pytest.mark.parametrize("name", WRONG_PROGRAMS)
def test_wrong_program(textbook: LeanServer, name: str) -> None:
    wrong = WRONG_PROGRAMS[name]
    response = textbook.run(wrong.program)
    said = messages(response)
    assert any(re.match(wrong.message, text, re.DOTALL) for text in said), said


@pytest.mark.slow
def test_a_wrong_program_ends_no_server(textbook: LeanServer) -> None:
    pid = textbook.pid
    for wrong in WRONG_PROGRAMS.values():
        textbook.run(wrong.program)
    assert textbook.pid == pid
    assert messages(textbook.run("#eval 1 + 1")) == ["info: 2"]


def test_there_are_enough_chapters_and_declarations() -> None:
    declarations = sum(
        len(_DECLARATION.findall(chapter.read_text(encoding="utf-8"))) for chapter in CHAPTERS
    )
    assert len(CHAPTERS) >= 15
    assert declarations >= 300
    assert len(WRONG_PROGRAMS) >= 40


@pytest.mark.slow
def test_the_seed_pages_program(textbook: LeanServer) -> None:
    program = (
        "def fib : Nat → Nat | 0 => 0 | 1 => 1 | n + 2 => fib (n + 1) + fib n\n"
        "#eval fib 20\n"
        "theorem foo : n = n := by rfl\n"
        "#check foo\n"
        "theorem foo2 : n = n+0 := by rfl\n"
        "#check foo2\n"
    )
    assert messages(textbook.run(program)) == [
        "info: 6765",
        "info: foo.{u_1} {α✝ : Sort u_1} {n : α✝} : n = n",
        "info: foo2 {n : Nat} : n = n + 0",
    ]
