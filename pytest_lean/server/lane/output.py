"""What ``lean --json`` prints, as the diagnostics and messages that a server gives.

It counts lines from 1 and columns in codepoints, and names an error by its kind; a server's
worker counts lines from 0 and columns in UTF-16 units, and has a code. All that is printed is
data of the text's: a line that is no message of Lean's is told to the caller, never guessed at.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pytest_lean.language.positions import utf16_length
from pytest_lean.messages import Message, Pos, Severity
from pytest_lean.server.transport import Json

_SEVERITIES = {"error": 1, "warning": 2, "information": 3, "trace": 3}
_NAMES: dict[int, Severity] = {1: "error", 2: "warning", 3: "info"}
_NAMED_ERROR = "._namedError"


def read_lines(stdout: bytes) -> tuple[list[Json], list[bytes]]:
    """Return the messages among the lines of ``stdout``, and the lines that are none."""
    messages, others = [], []
    for line in stdout.split(b"\n"):
        if not line:
            continue
        message = _message(line)
        if message is None:
            others.append(line)
        else:
            messages.append(message)
    return messages, others


def diagnostics(messages: Iterable[Json], text: str) -> list[Json]:
    """Return ``messages`` as a worker sends them for the document ``text``."""
    lines = text.split("\n")
    return [_diagnostic(message, lines) for message in messages]


def plain_messages(messages: Iterable[Json]) -> tuple[Message, ...]:
    """Return ``messages`` with positions in the file that Lean was given."""
    return tuple(
        Message(
            start_pos=Pos(message["pos"]["line"], message["pos"]["column"]),
            end_pos=Pos(end["line"], end["column"]),
            data=message["data"],
            severity=_NAMES[_SEVERITIES[message["severity"]]],
            code=_code(message),
        )
        for message in messages
        if not (message.get("isSilent") and message["severity"] != "error")
        for end in (message.get("endPos") or message["pos"],)
    )


def _message(line: bytes) -> Json | None:
    try:
        message = json.loads(line)
    except ValueError:
        return None
    return message if isinstance(message, dict) and all(_has_parts(message)) else None


def _has_parts(message: dict[str, Any]) -> Iterator[bool]:
    yield isinstance(message.get("data"), str)
    yield isinstance(message.get("kind", ""), str)
    yield message.get("severity") in _SEVERITIES
    yield _is_place(message.get("pos"))
    yield message.get("endPos") is None or _is_place(message["endPos"])


def _is_place(value: object) -> bool:
    return (
        isinstance(value, dict)
        and all(type(value.get(part)) is int for part in ("line", "column"))
        and value["line"] >= 1
        and value["column"] >= 0
    )


def _diagnostic(message: Json, lines: list[str]) -> Json:
    start = _place(message["pos"], lines)
    end = _place(message.get("endPos") or message["pos"], lines)
    span = {"start": start, "end": end}
    found = {
        "range": span,
        "fullRange": span,
        "severity": _SEVERITIES[message["severity"]],
        "message": message["data"],
    }
    if message.get("isSilent"):
        found["isSilent"] = True
    code = _code(message)
    if code is not None:
        found["code"] = code
    return found


def _code(message: Json) -> str | None:
    kind = str(message.get("kind", ""))
    return kind.removesuffix(_NAMED_ERROR) if kind.endswith(_NAMED_ERROR) else None


def _place(at: Json, lines: list[str]) -> Json:
    line = at["line"] - 1
    text = lines[line] if line < len(lines) else ""
    return {"line": line, "character": utf16_length(text[: at["column"]])}
