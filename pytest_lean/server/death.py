"""Why a Lean process is gone: read from its exit code and from what it wrote to stderr."""

from __future__ import annotations

import signal

from pytest_lean.errors import CrashCause, LeanCrashError, LeanMemoryError

_MEMORY_SIGNS = (
    "out of memory",
    "excessive memory consumption",
    "failed to create thread",
    "cannot allocate",
    "bad_alloc",
)
_STACK_SIGNS = ("stack overflow", "deep recursion")


def death(
    code: int | None, stderr: str, reason: str, *, who: str = "the Lean worker", began: bool = True
) -> LeanCrashError | LeanMemoryError:
    """Return the exception that says why a process of Lean's is gone.

    Args:
        code: its exit code, negative for a signal; None if that is not known.
        stderr: the first and last of what it wrote there.
        reason: how its end was noticed.
        who: what the process is called.
        began: whether it had begun to answer; one that had not could not be started.
    """
    if any(sign in stderr.lower() for sign in _MEMORY_SIGNS):
        return LeanMemoryError(f"{who} ran out of memory", exit_code=code, stderr_tail=stderr)
    cause: CrashCause = "start"
    told = f"{who} ended before its first answer"
    if began:
        cause = _cause(code, stderr, reason)
        told = f"{who} died ({cause}): {reason}"
    return LeanCrashError(told, cause=cause, exit_code=code, stderr_tail=stderr)


def _cause(code: int | None, stderr: str, reason: str) -> CrashCause:
    if "not its protocol" in reason:
        return "protocol"
    if any(sign in stderr.lower() for sign in _STACK_SIGNS):
        return "stack overflow"
    if code is not None and code < 0:
        return "killed" if -code in (signal.SIGKILL, signal.SIGTERM) else "aborted"
    return "exited"
