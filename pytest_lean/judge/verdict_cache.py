"""The verdict cache: what Lean said of a text, kept for later runs in the cache directory.

An entry is one file, ``verdicts/<two letters>/<key>``: a checksum, then JSON. Any number of
processes may read and write at once, since a file is put in its place whole.

Promises: what :meth:`VerdictCache.get` returns was put there under that key by the same version of
this package; what is damaged, or stands under another key, is a miss. Only verdicts are kept: a
proof or a rejection with Lean's words, never that there was none, and never words that tell of
memory, stack or time. The cache makes no run fail: where it cannot be written, nothing is kept.
Which texts have a key at all is for :mod:`pytest_lean.judge.verdict_key` to say.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pytest_lean.errors import CacheDirError
from pytest_lean.messages import CommandResponse, Declaration, Message, Pos, Reason, Sorry
from pytest_lean.toolchain.cache import write_whole, writing

_FOLDER = "verdicts"
_KEY = re.compile(r"[0-9a-f]{32,128}")
_DAY = 86400.0
# What Lean says of the machine, or of the limits of a run, and not of the text.
_OF_THE_MACHINE = re.compile(
    r"memory|heartbeats|interrupt|deep recursion|stack overflow|recursion depth|object file"
    r"|unknown module prefix|\btimeout\b|time out|timed out"
)


@dataclass(frozen=True)
class Verdict:
    """What was found out about a text; places are in the text.

    Attributes:
        messages: what Lean said.
        unproved: why it is not proved; empty if it is.
        sorries: each ``sorry`` and its goal.
        declarations: what it declares.
        unread: the numbers of the spans that were asked about in which Lean read no command.
        axioms: what it rests on; None if that was not asked.
        refusal: why a second look refused it; "" if none did.
        seconds: how long it took to find out.
    """

    messages: tuple[Message, ...] = ()
    unproved: tuple[Reason, ...] = ()
    sorries: tuple[Sorry, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    unread: tuple[int, ...] = ()
    axioms: tuple[str, ...] | None = None
    refusal: str = ""
    seconds: float = 0.0

    @classmethod
    def of(cls, response: CommandResponse) -> Verdict:
        """Return what a response says, without its text and its handle."""
        return cls(
            response.messages,
            response.unproved,
            response.sorries,
            response.declarations,
            response.unread,
            seconds=response.elapsed,
        )

    def response(self, text: str, path: str | None = None) -> CommandResponse:
        """Return it as a response about ``text``; its handle, -1, stands for no environment."""
        return CommandResponse(
            -1,
            self.messages,
            self.sorries,
            self.declarations,
            self.seconds,
            text,
            path,
            self.unproved,
            self.unread,
        )

    @property
    def can_be_kept(self) -> bool:
        """Whether it is about the text alone: Lean did not run out of memory, stack or time."""
        if any(reason.name in ("imports", "unknown") for reason in self.unproved):
            return False
        said = (message.data for message in self.messages if message.severity != "info")
        return not any(map(_OF_THE_MACHINE.search, (*said, self.refusal)))


class VerdictCache:
    """Verdicts in a cache directory.

    Args:
        cache: the cache directory.
        most_mb: how many MiB of verdicts are kept.
        most_days: how many days a verdict is kept that nobody asks for.

    Attributes:
        hits: how many verdicts were found.
        misses: how many were not.
        kept: how many were put in.
    """

    def __init__(self, cache: Path, *, most_mb: float = 512, most_days: float = 30) -> None:
        self._folder = cache / _FOLDER
        self._most_bytes = int(most_mb * 2**20)
        self._most_seconds = most_days * _DAY
        self.hits = self.misses = self.kept = 0

    def get(self, key: str) -> Verdict | None:
        """Return the verdict that was put in under ``key``; None if there is none."""
        found = self._find(key)
        if found is None:
            self.misses += 1
        else:
            self.hits += 1
        return found

    def put(self, key: str, verdict: Verdict) -> bool:
        """Keep a verdict, if it is one that can be kept; return whether it is."""
        if not verdict.can_be_kept:
            return False
        payload = json.dumps({"key": key, **asdict(verdict)}, ensure_ascii=False)
        try:
            with writing(self._folder):
                write_whole(self._file(key), f"{_checksum(payload)}\n{payload}")
        except (CacheDirError, OSError, UnicodeEncodeError):
            return False
        self.kept += 1
        return True

    def prune(self, *, at_most_every: float = _DAY) -> int:
        """Remove what is old, then what was asked for longest ago, until the rest is small enough.

        Args:
            at_most_every: seconds; nothing is done if another process did it less long ago.

        Returns:
            How many verdicts were removed.
        """
        stamp, now = self._folder / "pruned", time.time()
        with contextlib.suppress(OSError):
            if 0 <= now - stamp.stat().st_mtime < at_most_every:
                return 0
        try:
            with writing(self._folder):
                write_whole(stamp, "")
        except (CacheDirError, OSError):
            return 0
        removed = left = 0
        for used, size, path in sorted(self._entries(), reverse=True):
            left += size
            if left > self._most_bytes or now - used > self._most_seconds:
                with contextlib.suppress(OSError):
                    os.unlink(path)
                    removed += 1
        return removed

    def _find(self, key: str) -> Verdict | None:
        file = self._file(key)
        try:
            checksum, _, payload = file.read_bytes().decode("utf-8").partition("\n")
            if checksum != _checksum(payload):
                return None
            values = json.loads(payload)
            if values.pop("key") != key:
                return None
            found = _verdict(values)
            if time.time() - file.stat().st_mtime > _DAY:
                os.utime(file)  # so that what is asked for is not pruned
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return found

    def _entries(self) -> list[tuple[float, int, str]]:
        """Return when each entry was last used, its size, and its path."""
        found = []
        for folder in self._folder.glob("[0-9a-f][0-9a-f]"):
            with contextlib.suppress(OSError), os.scandir(folder) as listed:
                for entry in listed:
                    with contextlib.suppress(OSError):
                        status = entry.stat()
                        found.append((status.st_mtime, status.st_size, entry.path))
        return found

    def _file(self, key: str) -> Path:
        if _KEY.fullmatch(key) is None:
            raise ValueError(f"the key of a verdict is a digest in hexadecimal, not {key!r}")
        return self._folder / key[:2] / key


def _checksum(payload: str) -> str:
    return hashlib.blake2b(payload.encode("utf-8"), digest_size=16).hexdigest()


def _verdict(values: dict[str, Any]) -> Verdict:
    axioms = values["axioms"]
    return Verdict(
        tuple(_placed(Message, message) for message in values["messages"]),
        tuple(_reason(reason) for reason in values["unproved"]),
        tuple(_placed(Sorry, sorry) for sorry in values["sorries"]),
        tuple(_placed(Declaration, declaration) for declaration in values["declarations"]),
        tuple(map(int, values["unread"])),
        None if axioms is None else tuple(map(str, axioms)),
        str(values["refusal"]),
        float(values["seconds"]),
    )


def _placed(kind: Any, values: dict[str, Any]) -> Any:
    return kind(**{**values, **{edge: Pos(**values[edge]) for edge in ("start_pos", "end_pos")}})


def _reason(values: dict[str, Any]) -> Reason:
    return Reason(**{**values, "pos": None if values["pos"] is None else Pos(**values["pos"])})
