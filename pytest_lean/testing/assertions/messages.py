"""Assertions about one response: its messages, its severity, its ``sorry``.

Promises: a helper passes only if Lean's messages say what was asked for; a wrong argument
is a TypeError or a ValueError, never a pass. What is returned is the message that matched,
so that a test can go on with it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from dataclasses import dataclass
from re import Pattern
from typing import get_args

from pytest_lean.checks import check_count
from pytest_lean.errors import shorten
from pytest_lean.language.guard_msgs import (
    Ordering,
    Whitespace,
    clean,
    difference,
    matches,
    message_block,
)
from pytest_lean.messages import CommandResponse, Message, Pos, Severity
from pytest_lean.public import public
from pytest_lean.testing.failure import LeanRejection, require_proved
from pytest_lean.testing.render import Failure, all_said, excerpt, said

_SHOWN_OF_A_PATTERN = 120


@public
def assert_ok(response: CommandResponse, *, allow_sorry: bool = False) -> CommandResponse:
    """Assert that Lean accepted the text: no error and no ``sorry``, nor a way to hide one.

    Args:
        response: what ``lean.run`` returned.
        allow_sorry: whether a ``sorry`` may stand in it.

    Returns:
        The response.

    Raises:
        LeanRejection: with each error, its place and its source.
    """
    _check_response("assert_ok", response)
    require_proved(response, allow_sorry=allow_sorry)
    return response


@public
def assert_error(
    response: CommandResponse,
    match: str | Pattern[str] | None = None,
    *,
    code: str | None = None,
    line: int | None = None,
    count: int | None = None,
) -> Message:
    """Assert that Lean reports an error.

    Args:
        response: what ``lean.run`` returned.
        match: a regular expression to be found in its text.
        code: the name of the error, such as ``lean.unknownIdentifier``.
        line: the line on which it begins, counted from 1 in the text that was run.
        count: how many such errors there are, exactly; at least one if None.

    Returns:
        The first error that fits.

    Raises:
        LeanRejection: with the message that comes closest, and what it lacks.
        TypeError, ValueError: for a wrong argument.
    """
    return _find(response, _Wanted.of("error", match, code, line, count))


@public
def assert_warning(
    response: CommandResponse,
    match: str | Pattern[str] | None = None,
    *,
    code: str | None = None,
    line: int | None = None,
    count: int | None = None,
) -> Message:
    """Assert that Lean gives a warning; the arguments are those of :func:`assert_error`."""
    return _find(response, _Wanted.of("warning", match, code, line, count))


@public
def assert_info(
    response: CommandResponse,
    match: str | Pattern[str] | None = None,
    *,
    code: str | None = None,
    line: int | None = None,
    count: int | None = None,
) -> Message:
    """Assert that Lean gives an information, as ``#check`` and ``#eval`` do.

    The arguments are those of :func:`assert_error`.
    """
    return _find(response, _Wanted.of("info", match, code, line, count))


@public
def assert_no_messages(
    response: CommandResponse,
    match: str | Pattern[str] | None = None,
    *,
    severity: Severity | None = None,
    code: str | None = None,
    line: int | None = None,
) -> None:
    """Assert that Lean says nothing, or nothing of one kind.

    Args:
        response: what ``lean.run`` returned.
        match: only messages in which this regular expression is found.
        severity: only those of this severity.
        code: only those of this code.
        line: only those that begin on this line.

    Raises:
        LeanRejection: with what Lean does say.
        TypeError, ValueError: for a wrong argument.
    """
    _check_response("assert_no_messages", response)
    _check_severity(severity)
    wanted = _Wanted.of(severity, match, code, line, None)
    found = [message for message in response.messages if wanted.fits(message)]
    if found:
        headline = f"expected no {wanted.describe('message')}, but Lean gives {len(found)}"
        raise LeanRejection(Failure(headline, said(response, found)), response)


@public
def assert_messages(
    response: CommandResponse,
    expected: str,
    *,
    whitespace: Whitespace = "normalized",
    ordering: Ordering = "exact",
    substring: bool = False,
    only: Collection[Severity] | None = None,
) -> tuple[Message, ...]:
    """Assert what Lean says as a whole, in the vocabulary of ``#guard_msgs``.

    Args:
        response: what ``lean.run`` returned.
        expected: messages as ``error: ...``, with a line ``---`` between two; "" for none.
        whitespace: ``exact``, ``normalized`` (a line break is as good as a blank) or ``lax``.
        ordering: ``exact``, or ``sorted`` if their order does not matter.
        substring: whether ``expected`` need only occur in what Lean says.
        only: the severities that count; all if None.

    Returns:
        The messages that counted.

    Raises:
        LeanRejection: with the difference, line by line.
        TypeError, ValueError: for a wrong argument.
    """
    _check_response("assert_messages", response)
    if not isinstance(expected, str):
        raise TypeError(f"expected is a text, not {type(expected).__name__}")
    if substring and not clean(expected):
        raise ValueError("an empty text is a substring of everything: it asserts nothing")
    if isinstance(only, str):
        raise TypeError("only is a collection of severities, not a str")
    if only is not None and not only:
        raise ValueError("only is empty: no message would count")
    for severity in only or ():
        _check_severity(severity)
    counted = tuple(
        message for message in response.messages if only is None or message.severity in only
    )
    if not matches(
        expected, counted, whitespace=whitespace, ordering=ordering, substring=substring
    ):
        changes = difference(expected, message_block(counted, ordering=ordering))
        changes = "- expected, + as it is:\n" + changes
        headline = "Lean says something else than expected"
        raise LeanRejection(Failure(headline, (changes, *said(response, counted))), response)
    return counted


@dataclass(frozen=True)
class _Wanted:
    """What a message has to be."""

    severity: Severity | None
    pattern: Pattern[str] | None
    code: str | None
    line: int | None
    count: int | None

    @staticmethod
    def of(
        severity: Severity | None,
        match: str | Pattern[str] | None,
        code: str | None,
        line: int | None,
        count: int | None,
    ) -> _Wanted:
        if code is not None and (not isinstance(code, str) or not code):
            raise TypeError(f"code is the name of an error, not {code!r}")
        check_count("line", line, "; see assert_no_messages")
        check_count("count", count, "; see assert_no_messages")
        return _Wanted(severity, _pattern(match), code, line, count)

    def misses(self, message: Message) -> list[str]:
        """Return in what ways ``message`` is something else."""
        found = []
        if self.severity not in (None, message.severity):
            found.append(f"it is of severity {message.severity}")
        if self.code not in (None, message.code):
            found.append(f"its code is {message.code or 'not given'}, not {self.code}")
        if self.line not in (None, message.start_pos.line):
            found.append(f"it begins on line {message.start_pos.line}, not {self.line}")
        if self.pattern is not None and not self.pattern.search(message.data):
            found.append("its text does not match" + self._hint(message))
        return found

    def fits(self, message: Message) -> bool:
        return not self.misses(message)

    def describe(self, what: str) -> str:
        """Return what is wanted in words; ``what`` stands for "any severity"."""
        names: dict[str | None, str] = {"info": "information", None: what}
        parts = [names.get(self.severity, str(self.severity))]
        if self.pattern is not None:
            parts.append(f"matching {shorten(self.pattern.pattern, _SHOWN_OF_A_PATTERN)!r}")
        if self.code is not None:
            parts.append(f"with code {self.code}")
        if self.line is not None:
            parts.append(f"on line {self.line}")
        return " ".join(parts)

    def closeness(self, message: Message) -> tuple[int, float]:
        """Return a key that is the larger the closer ``message`` comes."""
        wanted = self.pattern.pattern if self.pattern else ""
        alike = _likeness(wanted, message.data[: 4 * len(wanted)])
        # A message that says it elsewhere is closer than one that says something else.
        says_it = self.pattern is None or self.pattern.search(message.data) is not None
        return says_it - len(self.misses(message)), alike + _likeness(
            self.code or "", message.code or ""
        )

    def _hint(self, message: Message) -> str:
        if self.pattern is not None and self.pattern.pattern in message.data:
            return "; match is a regular expression, and re.escape(...) of it would"
        return ""


def _likeness(text: str, other: str) -> float:
    return difflib.SequenceMatcher(None, text, other).ratio()


def _find(response: CommandResponse, wanted: _Wanted) -> Message:
    _check_response(f"assert_{wanted.severity}", response)
    found = [message for message in response.messages if wanted.fits(message)]
    if len(found) == wanted.count or (found and wanted.count is None):
        return found[0]
    if wanted.count is None or not found:
        raise LeanRejection(_nothing_fits(response, wanted), response)
    headline = f"expected {wanted.count} of: {wanted.describe('message')}; there are {len(found)}"
    raise LeanRejection(Failure(headline, said(response, found)), response)


def _nothing_fits(response: CommandResponse, wanted: _Wanted) -> Failure:
    headline = f"no {wanted.describe('message')}"
    if not response.messages:
        end = Pos(1, len(response.text.split("\n", 1)[0]))
        source = excerpt(response.text, Pos(1, 0), end) if response.text.strip() else ""
        return Failure(f"{headline}: Lean says nothing about the text", (source,))
    closest = max(response.messages, key=wanted.closeness)
    lacks = "; ".join(wanted.misses(closest))
    others = all_said(response, but=[closest])
    near = f"closest message ({lacks}):"
    rest: tuple[str, ...] = ("Lean also says:",) if others else ()
    return Failure(headline, (near, *said(response, [closest]), *rest, *others))


def _pattern(match: str | Pattern[str] | None) -> Pattern[str] | None:
    if match is None:
        return None
    if isinstance(match, Pattern):
        if not isinstance(match.pattern, str):
            raise TypeError("match is a regular expression of str, not of bytes")
        return match
    if not isinstance(match, str):
        raise TypeError(f"match is a regular expression, not {type(match).__name__}")
    if not match:
        raise ValueError("an empty match is found in everything: leave it out")
    try:
        return re.compile(match)
    except re.error as error:
        raise ValueError(f"match is no regular expression: {error}: {match!r}") from None


def _check_response(helper: str, response: object) -> None:
    if not isinstance(response, CommandResponse):
        raise TypeError(
            f"{helper} takes a CommandResponse, as lean.run() returns it, "
            f"not {type(response).__name__}"
        )


def _check_severity(severity: object) -> None:
    if severity is not None and severity not in get_args(Severity):
        raise ValueError(f"a severity is error, warning or info, not {severity!r}")
