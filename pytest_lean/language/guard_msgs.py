"""Messages as one text, in the vocabulary of Lean's ``#guard_msgs``, and the comparison.

``error: ...``, ``warning: ...`` and ``info: ...``, with a line ``---`` between two. The modes
of white space, the orders and the sign ``⏎`` for white space at the end of a line mean what
they mean in Lean. Positions are left out.
"""

from __future__ import annotations

import difflib
import inspect
import re
from collections.abc import Iterable
from typing import Literal, get_args

from pytest_lean.language.syntax import tokens
from pytest_lean.messages import Message

Whitespace = Literal["exact", "normalized", "lax"]
Ordering = Literal["exact", "sorted"]

_SEPARATOR = "\n---\n"
_LIKE_A_SEPARATOR = re.compile(r"^---$", re.MULTILINE)
_END_OF_LINE = re.compile(r"([ \t⏎])\n")
_DOC_COMMENT = re.compile(r"\A\s*/--(.*)-/\s*\Z", re.DOTALL)


def message_block(messages: Iterable[Message], *, ordering: Ordering = "exact") -> str:
    """Return ``messages`` as a ``#guard_msgs`` comment would state them; "" for none.

    A line ``---`` inside a message is written ``---⏎``, so that no message can look like two.

    Args:
        messages: what Lean said.
        ordering: ``exact`` for the order of their places, ``sorted`` for that of their texts.
    """
    return _SEPARATOR.join(map(_escaped, _texts(messages, ordering)))


def matches(
    expected: str,
    messages: Iterable[Message],
    *,
    whitespace: Whitespace = "normalized",
    ordering: Ordering = "exact",
    substring: bool = False,
) -> bool:
    """Return whether ``messages`` are what was ``expected``.

    Args:
        expected: a block as Lean's doc comment would hold it; its indentation in Python
            source is ignored.
        messages: what Lean said.
        whitespace: ``exact``; ``normalized``: a line break equals a blank; ``lax``: any white
            space equals any other.
        ordering: ``sorted`` if the order of the messages in ``expected`` does not matter.
        substring: whether ``expected`` need only occur in what Lean said.

    Raises:
        ValueError: for an unknown mode.
    """
    _one_of("whitespace", whitespace, get_args(Whitespace))
    _one_of("ordering", ordering, get_args(Ordering))
    actual = [_spaced(text, whitespace) for text in _texts(messages, ordering)]
    if ordering == "sorted":
        actual.sort()
    # The indentation may come from the Python source, or belong to the messages: try both.
    for text in (clean(expected), expected.strip()):
        blocks = text.split(_SEPARATOR) if text else []
        wanted = [_spaced(_unescaped(block), whitespace) for block in blocks]
        if ordering == "sorted":
            wanted.sort()
        if wanted == actual:
            return True
        if substring and _SEPARATOR.join(wanted) in _SEPARATOR.join(actual):
            return True
    return False


def expectations(text: str) -> list[tuple[int, int]]:
    """Return where the doc comments begin and end that stand right before a ``#guard_msgs``."""
    found, doc_comment, before = [], None, ""
    for kind, start, end in tokens(text):
        token = text[start:end]
        if kind == "comment":
            doc_comment = (start, end) if token.startswith("/--") else doc_comment
            continue
        if before + token == "#guard_msgs" and doc_comment is not None:
            found.append(doc_comment)
        if token != "#":
            doc_comment = None
        before = token
    return found


def clean(expected: str) -> str:
    """Return an expected block without its indentation and its ``/-- -/``."""
    match = _DOC_COMMENT.match(expected)
    text = match[1] if match else expected
    return inspect.cleandoc(text).strip()


def difference(expected: str, actual: str) -> str:
    """Return how two blocks differ, line by line: ``-`` for expected, ``+`` for actual lines."""
    lines = difflib.ndiff(clean(expected).split("\n"), actual.strip().split("\n"))
    return "\n".join(line.rstrip("\n") for line in lines)


def _texts(messages: Iterable[Message], ordering: Ordering) -> list[str]:
    texts = [_as_text(message) for message in messages]
    return sorted(texts) if ordering == "sorted" else texts


def _as_text(message: Message) -> str:
    data = message.data.strip()
    return f"{message.severity}:{data if not data or data.startswith(chr(10)) else ' ' + data}"


def _escaped(text: str) -> str:
    return _LIKE_A_SEPARATOR.sub("---⏎", _END_OF_LINE.sub(r"\1⏎\n", text))


def _unescaped(block: str) -> str:
    return re.sub("⏎$", "", block, flags=re.MULTILINE)


def _spaced(text: str, whitespace: Whitespace) -> str:
    text = text.strip()
    if whitespace == "normalized":
        return text.replace("\n", " ")
    return " ".join(text.split()) if whitespace == "lax" else text


def _one_of(name: str, value: object, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise ValueError(f"{name} must be {' or '.join(choices)}, not {value!r}")
