"""Which commands of a ``.lean`` file are items, and what they are called.

A declaration is an item, and so is a command that checks something. Commands with the same name, or
with none, are numbered: ``example``, ``example-2``, ``guard_msgs-3``. The item ``file`` stands for
all text that belongs to no other item.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pytest_lean.language.commands import SourceCommand, read_commands
from pytest_lean.plugin.lean_files.directives import (
    NOTHING,
    DirectiveError,
    Expectation,
    read_directives,
)

WHOLE = "file"


@dataclass(frozen=True)
class Target:
    """A command that is an item.

    Attributes:
        name: the name of the item.
        index: the number of the command in the text.
        command: the command.
        line: where its keyword stands, the first line being 1.
        expected: what the comments before it say.
    """

    name: str
    index: int
    command: SourceCommand
    line: int
    expected: Expectation = NOTHING


@dataclass(frozen=True)
class Plan:
    """The items of a text.

    Attributes:
        text: the text.
        commands: all its commands, in order.
        targets: the commands that are items.
    """

    text: str
    commands: tuple[SourceCommand, ...]
    targets: tuple[Target, ...]

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        return _line_starts(self.text)

    @cached_property
    def nameless(self) -> tuple[Target, ...]:
        """The items that declare no name, so that Lean has to be asked whether it read them."""
        return tuple(
            target
            for target in self.targets
            if target.command.checks
            or target.command.keyword == "example"
            or target.command.is_guarded
        )


def make_plan(text: str) -> Plan:
    """Return the items of ``text``.

    Raises:
        ValueError: a ``-- pytest:`` comment in it is wrong; the message names the line.
    """
    read = read_commands(text)
    starts = _line_starts(text)
    try:
        if read.stray:
            raise DirectiveError(read.stray[0], "no command follows that it could be about")
        return Plan(text, read.found, tuple(_targets(read.found, starts)))
    except DirectiveError as error:
        line = bisect_right(starts, error.comment.start)
        raise ValueError(f"line {line}: {error}") from None


def _targets(commands: tuple[SourceCommand, ...], starts: list[int]) -> Iterator[Target]:
    seen = Counter([WHOLE])
    is_in_mutual = False
    for index, command in enumerate(commands):
        if command.keyword in ("mutual", "end"):
            is_in_mutual = command.keyword == "mutual"
        if not (command.declares or command.checks):
            if command.comments:
                raise DirectiveError(command.comments[0], "the command behind it is no item")
            continue
        expected = read_directives(command.comments) if command.comments else NOTHING
        if expected.timeout is not None and is_in_mutual:
            why = "a command in a `mutual` block has no time of its own"
            raise DirectiveError(command.comments[0], why)
        label = command.name or command.keyword.strip("#!").replace(" ", "_")
        seen[label] += 1
        number = f"-{seen[label]}" if seen[label] > 1 else ""
        yield Target(label + number, index, command, bisect_right(starts, command.at), expected)


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
