"""The process that looks at compiled texts: ``python -I -S verifier_process.py``.

Promises: it loads the trusted modules once, reads requests on stdin, and looks at each text in a
forked child of its own, which has a limit of time and memory; what becomes of a child has no
effect on the next one. The child of the next text waits for it, as it was when it was forked. The
axioms of trusted constants are asked for here, never in a child. A request and an answer are one
line of JSON each; nothing else is written to stdout.

It ends when its stdin does, and a child ends with it.
"""

from __future__ import annotations

import base64
import contextlib
import ctypes
import gc
import json
import os
import resource
import select
import signal
import sys
import time
from typing import Any

if __name__ == "__main__":  # run by its path: the package has to be found
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

from pytest_lean.judge.axioms import axioms_below
from pytest_lean.judge.kernel import Kernel, KernelGaveUp
from pytest_lean.judge.library import Library
from pytest_lean.judge.look import Question, look
from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.region import OleanError

_PR_SET_PDEATHSIG = 1
_GAVE_UP = {"deterministic timeout": "timeout", "excessive memory consumption": "memory"}
_MEGABYTE = 1 << 20


class Looker:
    """The trusted modules, loaded, and the kernel on top of them.

    Args:
        folders: where compiled modules are.
        imports: the trusted modules.
        library: the path of ``libleanshared``; None to check without the kernel.
    """

    def __init__(self, folders: list[str], imports: list[str], library: str | None) -> None:
        self.library = Library(folders, imports)
        self._kernel = None if library is None else Kernel(library, self.library.terms, imports)
        # The child that waits for the next request, where it is asked, and where it answers.
        self._ready: tuple[int, int, int] | None = None
        self._ended: list[int] = []

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return what came of one request."""
        started = time.monotonic()
        found = self._in_a_child(request)
        if "frontier" in found:
            names = [name for name in found.pop("frontier") if name in self.library]
            show = self.library.terms.show
            axioms = map(show, axioms_below(self.library, names))
            found["axioms"] = sorted({*axioms, *found.pop("base_axioms")})
        return {**found, "seconds": time.monotonic() - started}

    def make_ready(self) -> None:
        """Fork the child of the next request, which waits for it.

        A fork takes longer than a look at a small proof, and this is done between two requests.
        The child has what this process has, so what was looked at before is not in it.
        """
        self._wait_for_ended()
        if self._ready is not None:
            child, *pipes = self._ready
            if os.waitpid(child, os.WNOHANG) == (0, 0):
                return
            for pipe in pipes:  # somebody has ended it
                os.close(pipe)
        asked, ask = os.pipe()
        told, tell = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(ask)
            os.close(told)
            self._be_the_child(asked, tell)
        os.close(asked)
        os.close(tell)
        self._ready = child, ask, told

    def _in_a_child(self, request: dict[str, Any]) -> dict[str, Any]:
        end = time.monotonic() + request["timeout"]
        self.make_ready()
        assert self._ready is not None
        child, ask, told = self._ready
        self._ready = None
        try:
            # What the child does not take, since it was killed, it does not answer either.
            with contextlib.suppress(BrokenPipeError), os.fdopen(ask, "wb") as pipe:
                pipe.write(json.dumps(request).encode())
            said = _read_until(told, end)
        finally:
            os.close(told)
            os.kill(child, signal.SIGKILL)
            # The kernel needs some milliseconds to take it down, and its answer is here.
            self._ended.append(child)
        if said is None:
            return {"none": "timeout", "reason": f"no result after {request['timeout']:g} s"}
        try:
            found: dict[str, Any] = json.loads(said)
        except ValueError:
            code = self._wait_for_ended()
            return {"none": "crash", "reason": "the process that checked it ended", "code": code}
        return found

    def _wait_for_ended(self) -> int | None:
        """Wait until the children that were used are gone; return the exit code of the last."""
        code = None
        while self._ended:
            code = os.waitstatus_to_exitcode(os.waitpid(self._ended.pop(0), 0)[1])
        return code

    def _be_the_child(self, asked: int, tell: int) -> None:
        try:
            _end_with_parent()
            with os.fdopen(asked, "rb") as pipe:
                request = json.loads(pipe.read() or os._exit(0))
            _limit(request["memory_mb"], request["timeout"])
            said = json.dumps(self._look(request))
        except MemoryError:
            said = json.dumps({"none": "memory", "reason": "out of memory"})
        except BaseException as error:  # a bug of ours is no verdict either
            said = json.dumps({"none": "crash", "reason": f"{type(error).__name__}: {error}"})
        try:
            with os.fdopen(tell, "w", encoding="utf-8") as pipe:
                pipe.write(said)
        finally:
            os._exit(0)

    def _look(self, request: dict[str, Any]) -> dict[str, Any]:
        question = Question(
            text=_decoded(request["text"]),
            base=_decoded(request["base"]),
            base_module=request["base_module"],
            theorem=request["theorem"],
            any_kind=request["any_kind"],
            own_axioms=request["own_axioms"],
            statement=_decoded(request["statement"]),
            asked=request["asked"],
        )
        try:
            return vars(look(self._kernel, self.library, question))
        except Refusal as refusal:
            return {"refused": refusal.check, "reason": str(refusal)}
        except KernelGaveUp as error:
            return {"none": _GAVE_UP.get(str(error), "crash"), "reason": f"the kernel: {error}"}


def _decoded(parts: list[str]) -> tuple[bytes, ...]:
    return tuple(map(base64.b64decode, parts))


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit(memory_mb: int | None, seconds: float) -> None:
    """Bound what the child may use beyond what it has."""
    limit = int(seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory_mb is not None and sys.platform == "linux":
        with open("/proc/self/statm", encoding="ascii") as file:
            pages = int(file.read().split()[0])
        total = pages * resource.getpagesize() + memory_mb * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (total, total))


def _read_until(pipe: int, deadline: float) -> bytes | None:
    """Return all that comes out of a pipe; None if its end does not come in time."""
    said = b""
    while True:
        ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return None
        more = os.read(pipe, 1 << 16)
        if not more:
            return said
        said += more


def main() -> int:
    """Answer requests until stdin ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not come between the answers
    start = json.loads(sys.stdin.readline())
    try:
        looker = Looker(start["folders"], start["imports"], start["library"])
        gc.freeze()  # a child's collector would copy all that was loaded here
    except (OleanError, KernelGaveUp, OSError, AttributeError) as error:
        print(json.dumps({"failed": str(error)}), file=answers, flush=True)
        return 1
    files = sorted(map(str, looker.library.files.values()))
    print(json.dumps({"ready": True, "files": files}), file=answers, flush=True)
    looker.make_ready()
    for line in sys.stdin:
        print(json.dumps(looker.answer(json.loads(line))), file=answers, flush=True)
        looker.make_ready()
    return 0


if __name__ == "__main__":
    sys.exit(main())
