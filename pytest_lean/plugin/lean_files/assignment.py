"""Assigns Lean's messages to items: to the item in whose text a message is, else to the file.

Promises: time is linear in text, items and messages. Nothing that keeps a text from being proved
is lost: it is assigned to an item, to the file, or to all. An item passes only if Lean read it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from pytest_lean.messages import CommandResponse, Declaration, Message, Pos, Reason
from pytest_lean.plugin.lean_files.plan import Plan, Target
from pytest_lean.server.sorries import warns_of_sorry

# Reasons that concern the whole file: no item of it passes.
_OF_ALL = frozenset(("imports", "prelude", "kernel", "option", "bent"))
# Reasons that Lean itself reports: only these count with the trust `elaborated`.
_REPORTED = frozenset(("imports", "sorry", "unread"))
# Reasons that are only a consequence of an error: they are no failure if the error is expected.
_OF_AN_ERROR = frozenset(("sorry", "dropped", "unknown", "swallowed"))
# A parse error inside a command. "expected command" is about text behind a complete declaration.
_PARSE_ERROR = re.compile(r"(?:unexpected|expected)\b(?!.*expected command)", re.DOTALL)
_NO_MORE_ERRORS = "maximum number of errors ("
_NOT_DECLARED = "Lean does not know what this declares: it did not read it, or not as a declaration"
_NOT_READ = "Lean read no command here: it stopped before, or took the words for something else"

_Place = tuple[int, int]


class Assignment:
    """What Lean said about a text, item by item.

    Args:
        plan: the items of the text.
        response: what Lean said.
        reported_only: whether only errors and ``sorry`` count, which Lean itself reports.
    """

    def __init__(
        self, plan: Plan, response: CommandResponse, *, reported_only: bool = False
    ) -> None:
        self._plan = plan
        self._response = response
        self._reported_only = reported_only
        self._starts = [self._place(command.start) for command in plan.commands]
        self._bodies = [self._place(command.body) for command in plan.commands]
        self._keywords = [self._place(command.at) for command in plan.commands]
        self._targets = {target.index: target for target in plan.targets}
        self._declared = self._find_declared()
        self._stop = self._find_stop()
        self._all: list[Message] = []
        self._wrong: dict[int | None, list[Message]] = defaultdict(list)
        for message in response.messages:
            if message.severity == "error" or warns_of_sorry(message):
                self._give(message)
        for reason in response.unproved:
            self._give_reason(reason)
        nameless = plan.nameless
        self._unread = {nameless[number].index for number in response.unread}

    @property
    def undeclared(self) -> tuple[str, ...]:
        """The names of declarations in the text that are part of no item."""
        outside = self._declared.get(None, [])
        return tuple(
            declaration.name
            for declaration in outside
            if declaration.kind not in ("constructor", "field")
        )

    def wrong(self, target: Target | None) -> list[Message]:
        """Return what keeps an item from being proved; ``None`` stands for the file."""
        if target is None:
            return [*self._all, *self._wrong[None]]
        own = [*self._all, *self._wrong[target.index]]
        if target.expected.errors:
            return [*self._all, *self._unexpected(target)]
        return own or self._not_read(target)

    def _give(self, message: Message) -> None:
        """Assign a message to an item or the file; an error above all commands goes to all."""
        at = _tuple(message.start_pos)
        if message.severity == "error" and (not self._starts or at < self._starts[0]):
            self._all.append(message)
        else:
            self._wrong[self._owner(at, message.data)].append(message)

    def _give_reason(self, reason: Reason) -> None:
        if reason.name == "error" or (self._reported_only and reason.name not in _REPORTED):
            return  # the messages of the errors are assigned by themselves
        at = Pos(1, 0) if reason.pos is None else reason.pos
        message = Message(at, at, reason.sentence, "error")
        if reason.name in _OF_ALL or reason.pos is None:
            if not (reason.name == "imports" and self._all):  # Lean's own message says it better
                self._all.append(message)
            return
        owner = self._owner(_tuple(at))
        if reason.name == "unread":
            owner = None
        if not (reason.name == "sorry" and self._wrong[owner]):
            self._wrong[owner].append(message)

    def _not_read(self, target: Target) -> list[Message]:
        """Return why an item without bad messages still does not pass; empty if it passes."""
        command = target.command
        at = Pos(*self._keywords[target.index])
        if self._stop is not None and self._keywords[target.index] >= self._stop:
            return [Message(at, at, _NOT_READ, "error")]
        if target.index in self._unread:
            return [Message(at, at, _NOT_READ, "error")]
        has_name = command.declares and command.keyword != "example" and not command.is_guarded
        if has_name and target.index not in self._declared:
            return [Message(at, at, _NOT_DECLARED, "error")]
        return []

    def _unexpected(self, target: Target) -> list[Message]:
        """Return the unexpected errors of an item, and one for each expected error that lacks."""
        said = [error for error in self._wrong[target.index] if not self._follows(error)]
        expected = target.expected.errors
        found = [
            [pattern.search(message.data) is not None for pattern in expected] for message in said
        ]
        wrong = [error for error, matches in zip(said, found, strict=True) if not any(matches)]
        at = Pos(*self._keywords[target.index])
        for number, pattern in enumerate(expected):
            if not any(matches[number] for matches in found):
                told = f"Lean reports no error that matches /{pattern.pattern}/"
                wrong.append(Message(at, at, told, "error"))
        return wrong

    def _follows(self, message: Message) -> bool:
        """Return whether ``message`` is no error by itself, but a consequence of one."""
        if message.severity != "error":
            return True
        return any(
            reason.name in _OF_AN_ERROR and reason.sentence == message.data
            for reason in self._response.unproved
        )

    def _owner(self, at: _Place, said: str = "") -> int | None:
        """Return the number of the command that ``at`` belongs to; None for the file.

        Behind the end that Lean reports for a declaration, only a parse error is still assigned
        to it, since Lean cuts a declaration off where it could not parse on. An error in an
        ``open ... in`` before a command is assigned to the file.
        """
        index = bisect_right(self._starts, at) - 1
        if index not in self._targets or at < self._bodies[index]:
            return None
        end = self._end(index)
        if end is not None and at > end and _PARSE_ERROR.search(said) is None:
            return None
        return index

    def _end(self, index: int) -> _Place | None:
        """Return where Lean says that a declaration ends; None if that is not known."""
        own = self._declared.get(index)
        if not own:
            return None
        last = max(own, key=lambda declaration: declaration.end_pos)
        end = self._offset(last.end_pos)
        name = last.name.rpartition(".")[2]
        is_cut = self._plan.text.endswith(name, 0, end)
        return None if is_cut else _tuple(last.end_pos)

    def _find_declared(self) -> dict[int | None, list[Declaration]]:
        """Return Lean's declarations by the number of the command that they are part of."""
        found: dict[int | None, list[Declaration]] = defaultdict(list)
        for declaration in self._response.declarations:
            start, end = _tuple(declaration.start_pos), _tuple(declaration.end_pos)
            index = bisect_left(self._keywords, start)
            if index == len(self._keywords) or self._keywords[index] > end:
                index = bisect_right(self._starts, start) - 1
            found[index if index in self._targets else None].append(declaration)
        return dict(found)

    def _find_stop(self) -> _Place | None:
        """Return the place behind which Lean read or reported nothing; None if there is none."""
        places = [
            reason.pos
            for reason in self._response.unproved
            if reason.name == "unread" and reason.pos
        ]
        places += [
            message.start_pos
            for message in self._response.messages
            if message.severity == "error" and message.data.startswith(_NO_MORE_ERRORS)
        ]
        return min(map(_tuple, places), default=None)

    def _place(self, offset: int) -> _Place:
        starts = self._plan.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1]

    def _offset(self, pos: Pos) -> int:
        return self._plan.line_starts[pos.line - 1] + pos.column


def shown_names(names: Iterable[str], most: int = 20) -> str:
    """Return names for a report: the first ones, and how many more there are."""
    all_of_them = list(names)
    more = f" and {len(all_of_them) - most} more" if len(all_of_them) > most else ""
    return ", ".join(all_of_them[:most]) + more


def _tuple(pos: Pos) -> _Place:
    return pos.line, pos.column
