"""The three texts of a second look: the test's own module, the statement, and the text itself.

What a test starts from (its preamble and what it defined) becomes a module that the other two
import. What of it only lives to the end of a file (``open``, ``variable``, ``set_option``, an open
``namespace``, ``local`` notation) is written at the head of both. ``private`` declarations are not
visible in them.
"""

from __future__ import annotations

import itertools
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from pytest_lean.judge.refusal import Refusal
from pytest_lean.language.syntax import code, read_header, words

_SCOPE = re.compile(r"(?:open|export|variable|universe|set_option|local|include|omit)\b")
_OPENS = re.compile(r"(?:@\[[^\]]*\]\s*|noncomputable\s+|public\s+)*(?:namespace|section|mutual)\b")
_ENDS = re.compile(r"end\b")
_COMMAND = re.compile(r"^(?=[^\s)\]}|])", re.MULTILINE)
_IN = re.compile(r"\bin\s*\Z")
_EXPECTED = re.compile(r"#guard_msgs[^\n]*\bin\s*\Z")
# The default imports of a file that names none.
DEFAULT_IMPORTS = ("Init",)


@dataclass(frozen=True)
class Source:
    """The text under test as it is compiled.

    Attributes:
        text: the whole file.
        lines_above: how many lines stand above the first line of the user's text.
    """

    text: str
    lines_above: int


def base_source(imports: Iterable[str], texts: Iterable[str]) -> str:
    """Return the module of what a test starts from."""
    headers, bodies = [], []
    for text in texts:
        lines, body = _split(text)
        headers += lines
        bodies.append(body)
    head = _header([f"import {module}" for module in imports], headers)
    return "\n".join([*head, *bodies, ""])


def scopes(texts: Iterable[str]) -> str:
    """Return the commands of texts whose effect ends with their file."""
    levels: list[tuple[str, list[str]]] = [("", [])]
    for command in _commands("\n".join(texts)):
        shape = code(command).strip()
        if _OPENS.match(shape):
            levels.append((command.strip(), []))
        elif _ENDS.match(shape) and len(levels) > 1:
            levels.pop()
        elif _SCOPE.match(shape) and not _IN.search(shape):
            levels[-1][1].append(command.strip())
    return "\n".join(line for opening, lines in levels for line in (opening, *lines) if line)


def text_source(text: str, imports: Iterable[str], scope: str) -> Source:
    """Return the text under test as it is compiled: behind the imports and the scope.

    Raises:
        Refusal: its header takes away the core library.
    """
    lines, body = _split(text)
    if "prelude" in lines:
        raise Refusal("imports", "the text has a `prelude`: it would bring a core of its own")
    head = [*_header([f"import {module}" for module in imports], lines), *filter(None, [scope])]
    above = "\n".join(head).count("\n") + 1 if head else 0
    return Source("\n".join([*head, body]), above)


def statement_source(statement: str, imports: Iterable[str], scope: str) -> tuple[str, str]:
    """Return the module of a statement, and the name under which it stands there."""
    name = f"pytestLeanStatement{secrets.token_hex(8)}"
    head = [f"import {module}" for module in imports] + list(filter(None, [scope]))
    # A name that is not there is an error, not a variable that the statement holds for as well.
    asked = f"set_option autoImplicit false in\naxiom _root_.{name} : (\n{statement}\n)\n"
    return "\n".join([*head, asked]), name


def name_examples(text: str) -> str:
    """Give each ``example`` a name, so that it stays in the compiled module.

    One whose error a ``#guard_msgs`` expects stays as it is: it leaves nothing behind.
    """
    parts, end = list[str](), 0
    for word, offset in words(text):
        before = text[:offset].rstrip()
        is_command = not before.endswith((".", "`(", "|")) and not _EXPECTED.search(before)
        if word == "example" and is_command:
            parts += text[end:offset], f"def _root_.pytestLeanExample{secrets.token_hex(8)}"
            end = offset + len(word)
    return "".join([*parts, text[end:]])


def _split(text: str) -> tuple[list[str], str]:
    """Return the lines of a text's header, and the text with its header blanked."""
    header = read_header(text)
    if not header.lines:
        return [], text
    return list(header.lines), re.sub(r"[^\n]", " ", text[: header.end]) + text[header.end :]


def _header(imports: list[str], lines: list[str]) -> list[str]:
    """Return the lines of a header, ``module`` first."""
    first = [line for line in lines if line == "module"][:1]
    return list(dict.fromkeys([*first, *imports, *(line for line in lines if line != "module")]))


def _commands(text: str) -> list[str]:
    """Cut a text where a line begins at its margin, outside of comments and strings."""
    shape = code(text)
    starts = [match.start() for match in _COMMAND.finditer(shape)]
    return [text[start:end] for start, end in itertools.pairwise([*starts, len(text)])]
