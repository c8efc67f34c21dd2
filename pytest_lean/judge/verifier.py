"""The process that looks at compiled texts, from its owner's side.

Promises: it starts when it is first asked and ends with :meth:`Verifier.close` or with its owner;
every wait has a deadline; a look that ended without a result is an exception of
:mod:`pytest_lean.errors`, a refusal is :class:`~pytest_lean.judge.refusal.Refusal`.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import selectors
import subprocess
import sys
import tempfile
import time
import weakref
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, NoReturn

from pytest_lean.errors import LeanCrashError, LeanMemoryError, LeanTimeoutError
from pytest_lean.judge.look import Question
from pytest_lean.judge.refusal import Refusal
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.death import death
from pytest_lean.toolchain.model import Toolchain

_SCRIPT = Path(__file__).with_name("verifier_process.py")
# Above what the trusted modules take: the terms of one text, and what the kernel makes of them.
MEMORY_MB = 2048
_LONGEST = 600.0
_GRACE = 5.0
_LOOK = 0.1


@dataclass(frozen=True)
class Found:
    """What a look found, with the axioms of the trusted modules."""

    statement: str
    axioms: tuple[str, ...]


class Verifier:
    """A warm process that knows the trusted modules.

    Args:
        toolchain: the Lean whose modules they are.
        imports: the trusted modules.
        folders: where they are looked for.
        library: the ``libleanshared`` whose kernel replays; None for none.
        memory_mb: MiB that one look may use beyond what is loaded.
    """

    def __init__(
        self,
        toolchain: Toolchain,
        imports: Iterable[str],
        folders: Iterable[str],
        *,
        library: str | None,
        memory_mb: int | None = None,
    ) -> None:
        self._environment = toolchain.environment(folders)
        searched = self._environment.get("LEAN_PATH", "")
        self._start_with = {
            "imports": list(imports),
            "folders": [folder for folder in searched.split(os.pathsep) if folder],
            "library": library,
        }
        self._memory_mb = memory_mb or MEMORY_MB
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None
        self._end: weakref.finalize[Any, Any] | None = None
        self._said = b""
        self.files: tuple[str, ...] = ()

    @property
    def pid(self) -> int | None:
        """The process id; None while there is none."""
        return None if self._process is None else self._process.pid

    def start(self, deadline: Deadline) -> None:
        """Start the process, if there is none, and load the trusted modules.

        Raises:
            LeanTimeoutError, LeanCrashError: they could not be loaded.
        """
        if self._process is not None:
            return
        self._said = b""
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (it lives as long as the process)
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=self._environment,
            start_new_session=True,
        )
        self._end = weakref.finalize(self, _finish, self._process, self._errors, os.getpid())
        said = self._ask(self._start_with, deadline)
        if "ready" not in said:
            self.close()
            raise LeanCrashError(
                f"the trusted modules cannot be looked at: {said.get('failed', said)}",
                cause="start",
            )
        self.files = tuple(said["files"])

    def look(
        self,
        question: Question,
        deadline: Deadline,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> Found:
        """Look at a compiled text.

        Args:
            question: what is asked about it.
            deadline: when to end.
            meanwhile: is called once the process is at work; it must not raise.

        Raises:
            Refusal: a check refuses it.
            LeanTimeoutError, LeanMemoryError, LeanCrashError: there is no result.
        """
        self.start(deadline)
        remaining = deadline.remaining
        request = {
            "text": _encoded(question.text),
            "base": _encoded(question.base),
            "base_module": question.base_module,
            "theorem": question.theorem,
            "any_kind": question.any_kind,
            "own_axioms": question.own_axioms,
            "statement": _encoded(question.statement),
            "asked": question.asked,
            "timeout": _LONGEST if remaining is None else remaining,
            "memory_mb": self._memory_mb,
        }
        before = self._stderr_size()
        found = self._ask(request, deadline, meanwhile)
        if "refused" in found:
            raise Refusal(found["refused"], found["reason"])
        if "none" in found:
            _raise(found, deadline, self._stderr_tail(before))
        return Found(found["statement"], tuple(found["axioms"]))

    def close(self) -> None:
        """End the process, and what it runs."""
        if self._end is not None:
            self._end()
        self._process = self._end = None

    def _ask(
        self,
        request: dict[str, Any],
        deadline: Deadline,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> dict[str, Any]:
        process = self._process
        assert process is not None
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            meanwhile()
            line = self._line(process, deadline)
            answer: dict[str, Any] = json.loads(line)
        except BaseException as error:
            tail = self._stderr_tail()
            self.close()  # what it would answer later belongs to no question
            if isinstance(error, (OSError, ValueError)) and not isinstance(error, TimeoutError):
                raise LeanCrashError(
                    "the process that looks at compiled texts ended",
                    exit_code=process.poll(),
                    stderr_tail=tail,
                ) from error
            raise
        return answer

    def _line(self, process: subprocess.Popen[bytes], deadline: Deadline) -> bytes:
        assert process.stdout is not None
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            over: float | None = None
            while b"\n" not in self._said:
                # The process itself watches the deadline of a look; this is for when it cannot.
                if deadline.expired:
                    over = over or time.monotonic()
                    if time.monotonic() - over > _GRACE:
                        raise LeanTimeoutError(
                            "the second look took too long", elapsed=deadline.elapsed
                        )
                if selector.select(deadline.next_look or _LOOK):
                    more = os.read(process.stdout.fileno(), 1 << 16)
                    if not more:
                        raise ValueError("no answer")
                    self._said += more
        line, _, self._said = self._said.partition(b"\n")
        return line

    def _stderr_size(self) -> int:
        if self._errors is None or self._errors.closed:
            return 0
        return self._errors.seek(0, os.SEEK_END)

    def _stderr_tail(self, since: int = 0) -> str:
        """Return the last of what was written to stderr, nothing of it before ``since``."""
        if self._errors is None or self._errors.closed:
            return ""
        self._errors.seek(max(since, self._stderr_size() - 2000))
        return self._errors.read().decode("utf-8", "replace")


def _raise(found: dict[str, Any], deadline: Deadline, stderr: str) -> NoReturn:
    reason = f"no verdict of the second look: {found['reason']}"
    if found["none"] == "timeout":
        raise LeanTimeoutError(reason, elapsed=deadline.elapsed)
    if found["none"] == "memory":
        raise LeanMemoryError(reason, stderr_tail=stderr)
    # A big number that does not fit in memory ends the process: only its stderr tells why.
    raise death(found.get("code"), stderr, reason, who="the process of the second look")


def _encoded(parts: tuple[bytes, ...]) -> list[str]:
    return [base64.b64encode(part).decode("ascii") for part in parts]


def _finish(process: subprocess.Popen[bytes], errors: IO[bytes], owner: int) -> None:
    """End the process; a look that it runs ends with it. A fork of the owner leaves it alone."""
    if os.getpid() != owner:
        return
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):  # what it did not read any more
                pipe.close()
    process.wait()
    errors.close()
