"""What a text writes down: its declarations, its ``#guard_msgs``, the syntax that it declares.

Promises: nothing here is a verdict. What is read in a text is at most a reason to ask Lean, or
a place to name once Lean has answered. The text may be written to deceive. (``commands`` reads a
file whose author wants its commands to be found, to make tests of them.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pytest_lean.language.syntax import NAME, code, tokens

NAMED = frozenset("theorem lemma def abbrev structure class inductive axiom opaque".split())
UNNAMED = frozenset(("example", "instance"))

GUARD = re.compile(r"#guard_msgs(?:\s*\([^()]*\))?\s*(?:\bin\b)?")
_DROPS_ERRORS = re.compile(r"\bdrop\s+(?:error|all)\b")
# What may stand between `in` and the declaration that it is for.
_PREFIX = re.compile(
    r"(?:\s|@\[[^\]]*\]|(?:open|set_option|omit|include|variable)\b.*?\bin\b"
    r"|\b(?:noncomputable|unsafe|partial|private|protected|public|nonrec|meta)\b)*",
    re.DOTALL,
)
_OPENING, _CLOSING = "[(", "])"


@dataclass(frozen=True)
class Written:
    """A declaration as it is written, outside of quotations.

    Attributes:
        keyword: ``theorem``, ``example``, ``instance`` ...
        name: as it is written; "" if it has none.
        start: the offset of the keyword.
    """

    keyword: str
    name: str
    start: int


@dataclass(frozen=True)
class Guard:
    """A ``#guard_msgs`` command.

    Attributes:
        start: the offset of its ``#``.
        end: the offset behind its ``in``.
        states_messages: a comment before it says what Lean is expected to say.
        drops_errors: whether it drops all errors (``drop error`` or ``drop all``).
    """

    start: int
    end: int
    states_messages: bool
    drops_errors: bool


def declarations(text: str) -> Iterator[Written]:
    """Yield the declarations of ``text``, except those in quotations, which declare nothing yet."""
    found = [(start, end) for kind, start, end in tokens(text) if kind != "comment"]
    last, quoted, attributes = "", 0, 0
    for (start, end), (following, _) in zip(found, [*found, (len(text), 0)][1:], strict=True):
        word, before = text[start:end], last
        last = word
        if quoted or (before == "`" and word == "("):
            quoted += (word == "(") - (word == ")")
        elif attributes or (before in ("@", "attribute") and word == "["):
            attributes += (word in _OPENING) - (word in _CLOSING)
        elif word in NAMED or word in UNNAMED:
            is_part_of_a_name = text.endswith(".", 0, start) and not text.endswith("..", 0, start)
            if is_part_of_a_name or before == "deriving":
                continue
            name = NAME.match(text, following) if word != "example" else None
            if name is not None and name[0] in NAMED:
                continue  # `class inductive`, `class abbrev`
            if name is not None or word in UNNAMED:
                yield Written(word, name[0] if name else "", start)


def guards(text: str) -> list[Guard]:
    """Return the ``#guard_msgs`` commands of ``text``, also those in quotations."""
    documented = {
        _skip_space(text, end): text[start + 3 : end - 2].strip()
        for kind, start, end in tokens(text)
        if kind == "comment" and text.startswith("/--", start)
    }
    return [
        Guard(
            match.start(),
            match.end(),
            bool(documented.get(match.start())),
            _DROPS_ERRORS.search(match[0]) is not None,
        )
        for match in GUARD.finditer(masked(text))
    ]


def is_left_behind(text: str, guard: Guard) -> str | None:
    """Return the keyword of what ``guard`` leaves in the environment; None if it leaves nothing.

    An ``example`` and a command that only asks (``#eval``) leave nothing. What cannot be read,
    such as a command of the text's own, may leave anything: the result is "".
    """
    rest = code(text)[guard.end :]
    prefix = _PREFIX.match(rest)
    start = prefix.end() if prefix is not None else 0
    if re.match(r"#|example\b", rest[start:]):
        return None
    first = next(declarations(rest), None)
    return first.keyword if first is not None and first.start == start else ""


def masked(text: str) -> str:
    """Return ``text`` with comments blanked and strings replaced, every offset kept."""
    parts, at = list[str](), 0
    for kind, start, end in tokens(text):
        if kind in ("comment", "string"):
            stands_for = " " if kind == "comment" else "\0"
            parts += text[at:start], re.sub(r"[^\n]", stands_for, text[start:end])
            at = end
    return "".join([*parts, text[at:]])


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
