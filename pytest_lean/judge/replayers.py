"""Who can check a module once more, for a given Lean.

Seen: the embedded Lean 4.35.0 through its own ``libleanshared``. Another Lean of the same commit
has the same calls. Where the calls are not known, a toolchain's own ``leanchecker`` does it (Lean
4.28 on has one); without it nothing is replayed, and a certificate says so.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from pytest_lean.errors import LeanCrashError, LeanTimeoutError
from pytest_lean.judge.kernel import FITTING
from pytest_lean.judge.refusal import Refusal
from pytest_lean.server.deadline import Deadline
from pytest_lean.toolchain.model import Toolchain

_LIBRARIES = ("libleanshared.so", "libleanshared.dylib")


@dataclass(frozen=True)
class Replayer:
    """Who checks.

    Attributes:
        label: what a certificate says.
        library: the ``libleanshared`` whose kernel is called; None if it is not.
        program: the ``leanchecker`` that is run; None if it is not.
    """

    label: str
    library: str | None = None
    program: str | None = None


def replayer_for(toolchain: Toolchain) -> Replayer:
    """Return who checks modules of a toolchain once more."""
    release = next((FITTING[known] for known in FITTING if known in toolchain.version_text), None)
    library = _library(toolchain)
    if release is not None and library is not None:
        return Replayer(f"replayed by Lean {release}", library=library)
    program = Path(toolchain.command[0]).with_name("leanchecker")
    if toolchain.kind != "embedded" and program.is_file():
        return Replayer("leanchecker", program=str(program))
    return Replayer("not replayed")


def run_leanchecker(
    program: str, toolchain: Toolchain, module: str, folders: tuple[str, ...], deadline: Deadline
) -> None:
    """Have a toolchain's ``leanchecker`` replay a module on its own imports.

    Raises:
        Refusal: it does not accept the module.
        LeanTimeoutError, LeanCrashError: there is no result.
    """
    try:
        done = subprocess.run(
            [program, module],
            check=False,
            env=toolchain.environment(folders),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=deadline.remaining,
        )
    except subprocess.TimeoutExpired as error:
        raise LeanTimeoutError("leanchecker took too long", elapsed=deadline.elapsed) from error
    except OSError as error:
        raise LeanCrashError(f"{program} cannot be run: {error}", cause="start") from error
    printed = done.stdout.decode("utf-8", "replace").strip()[-2000:]
    if done.returncode < 0:
        raise LeanCrashError(
            "leanchecker ended without a result", exit_code=done.returncode, stderr_tail=printed
        )
    if done.returncode:
        raise Refusal("kernel", f"leanchecker: {printed}")


def _library(toolchain: Toolchain) -> str | None:
    if toolchain.kind == "embedded":
        return toolchain.command[-1]
    folder = Path(toolchain.command[0]).parent.parent / "lib" / "lean"
    return next((str(folder / name) for name in _LIBRARIES if (folder / name).is_file()), None)
