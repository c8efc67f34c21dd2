"""Comments in ``.lean`` files that are for pytest: ``-- pytest: xfail reason`` before a command.

Promises: such a comment that cannot be read is an error; none is silently ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pytest_lean.language.commands import Comment

USAGE = "xfail REASON, skip REASON, timeout=SECONDS or error /REGULAR EXPRESSION/"
_WITH_REASON = re.compile(r":[ \t]*(xfail|skip)(?:[ \t]+(.*))?")
_TIMEOUT = re.compile(r":[ \t]*timeout[ \t]*=[ \t]*(\d+(?:\.\d+)?)")
_ERROR = re.compile(r":[ \t]*error[ \t]+/(.*)/")


@dataclass(frozen=True)
class Expectation:
    """What the comments before a command say of it.

    Attributes:
        xfail: why it fails; None if it is not expected to.
        skip: why it is skipped; None if it is not.
        timeout: seconds that the command may take; None if only the file's timeout holds.
        errors: each error of the command has to match one of these, and each of these has to
            match an error.
    """

    xfail: str | None = None
    skip: str | None = None
    timeout: float | None = None
    errors: tuple[re.Pattern[str], ...] = field(default=())


NOTHING = Expectation()


def read_directives(comments: Iterable[Comment]) -> Expectation:
    """Return what ``comments`` say.

    Raises:
        DirectiveError: one of them cannot be read, or contradicts another.
    """
    found: dict[str, str | float] = {}
    errors: list[re.Pattern[str]] = []
    for comment in comments:
        said = comment.text
        if match := _WITH_REASON.fullmatch(said):
            name, value = match[1], (match[2] or "").strip()
        elif match := _TIMEOUT.fullmatch(said):
            name, value = "timeout", match[1]
            if not float(value):
                raise DirectiveError(comment, "a timeout is a number of seconds above 0")
        elif match := _ERROR.fullmatch(said):
            errors.append(_compiled(match[1], comment))
            continue
        else:
            raise DirectiveError(comment, f"it is none of: {USAGE}")
        if name in found:
            raise DirectiveError(comment, f"{name} is said twice of one command")
        found[name] = float(value) if name == "timeout" else value
    if errors and "xfail" in found:
        raise DirectiveError(
            comment, "a command is expected to fail by xfail or by error, not both"
        )
    return Expectation(errors=tuple(errors), **found)  # type: ignore[arg-type]


class DirectiveError(Exception):
    """A ``-- pytest:`` comment is wrong.

    Attributes:
        comment: the comment.
    """

    def __init__(self, comment: Comment, why: str) -> None:
        self.comment = comment
        super().__init__(f"`-- pytest{comment.text}`: {why}")


def _compiled(expression: str, comment: Comment) -> re.Pattern[str]:
    try:
        return re.compile(expression)
    except re.error as error:
        raise DirectiveError(comment, f"this is no regular expression: {error}") from error
