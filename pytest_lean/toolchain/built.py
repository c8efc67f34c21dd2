"""What a build printed for a module, so that its warnings are known without elaborating it again.

Lake keeps them beside the compiled module, in a file such as ``Basic.trace``: JSON with a ``log``,
a list of ``{"level": ..., "message": ...}`` (``Lake.BuildMetadata`` and ``Lake.LogEntry`` in Lake's
sources). An older Lake keeps only a hash there. A build that failed leaves no such file and no
compiled module; what Lake printed is then the error of the build.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning", "info"]
_SEVERITIES: dict[object, Severity] = {"error": "error", "warning": "warning"}
_SORRY = re.compile(r"declaration uses [`']")


@dataclass(frozen=True)
class BuildMessage:
    """A message of a build.

    Attributes:
        severity: ``error``, ``warning`` or ``info``.
        text: the message, with the position that it is about.
    """

    severity: Severity
    text: str

    @property
    def is_of_sorry(self) -> bool:
        """Whether it is Lean's warning about a `sorry`."""
        return _SORRY.search(self.text) is not None

    def __str__(self) -> str:
        return f"{self.severity}: {self.text}"


@dataclass(frozen=True)
class BuildMessages:
    """All messages of a module, in the order in which they were printed."""

    all: tuple[BuildMessage, ...] = ()

    @property
    def wrong(self) -> list[BuildMessage]:
        """The warnings and errors."""
        return [message for message in self.all if message.severity != "info"]


def messages_of(olean: Path) -> BuildMessages | None:
    """Return what Lake kept for a compiled module; None if it kept nothing that can be read.

    Args:
        olean: the compiled module.
    """
    try:
        kept = json.loads(olean.with_suffix(".trace").read_bytes())
    except (OSError, ValueError):
        return None
    log = kept.get("log") if isinstance(kept, dict) else None
    if not isinstance(log, list):
        return None
    return BuildMessages(
        tuple(
            BuildMessage(_SEVERITIES.get(entry.get("level"), "info"), str(entry.get("message", "")))
            for entry in log
            if isinstance(entry, dict)
        )
    )
