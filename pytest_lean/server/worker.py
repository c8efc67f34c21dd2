"""One ``lean --worker`` process that holds one document.

Promises: :meth:`WarmWorker.elaborate` returns every diagnostic of exactly the text that it
was given, or raises; it never returns early, never mixes versions, never waits past its
deadline. The worker knows texts, not commands or environments: those are the document's.
The protocol is the language server's; its measured behaviour is in docs/engine.md.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import psutil

from pytest_lean.errors import LeanCrashError, LeanMemoryError, LeanTimeoutError
from pytest_lean.language.positions import common_prefix, utf16_length
from pytest_lean.language.quoted import MODULE
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.death import death
from pytest_lean.server.mailbox import ENDED, Elaboration, Mailbox, State
from pytest_lean.server.transport import Connect, Json, Transport, new_id, next_version
from pytest_lean.toolchain.model import Toolchain

# The document's name. Lean calls its module what `lean` calls that of a file, since the file is
# there and its folder is searched for sources. It is never read.
_FOLDER = Path(__file__).parent / "name"
_URI = (_FOLDER / f"{MODULE}.lean").as_uri()
# Where `LAKE` names no file, the worker does not run `lake setup-file` for the header.
_NO_LAKE = str(_FOLDER / "lake")
# A worker whose command was edited away is idle when so many samples in a row found it on no CPU.
_IDLE_SAMPLES = 2
_SAMPLE_SECONDS = 0.01
# How long, in seconds, the last messages of a process that has ended are waited for. Its pipe does
# not end while another process holds it open.
_PIPE_SECONDS = 1.0


class Worker(Protocol):
    """What elaborates the documents of one header, and answers questions about the last.

    Attributes:
        text: what it holds, of which Lean may keep something for the next document.
        answered: the last document that was elaborated to its end.
        compared: see :func:`~pytest_lean.server.reuse.compares`.
        stays: whether it is as good as before when a document ended its process.
        peak_mb: the most private memory that processes other than ``pid`` used for the last
            document, in MiB.
        held: what confined those, in the words of a certificate; empty if it has none.
    """

    text: str
    answered: str | None
    compared: set[str]
    stays: bool
    peak_mb: float
    held: str

    @property
    def pid(self) -> int:
        """The process id."""

    @property
    def load_seconds(self) -> float | None:
        """What a new worker costs; None until the first document is answered."""

    def is_alive(self) -> bool:
        """Return whether it can elaborate."""

    def elaborate(
        self,
        text: str,
        deadline: Deadline,
        cut: int | None = None,
        meanwhile: Callable[[], object] | None = None,
    ) -> Elaboration:
        """See :meth:`WarmWorker.elaborate`."""

    def ask_at(self, method: str, line: int, character: int, deadline: Deadline) -> Any:
        """See :meth:`WarmWorker.ask_at`."""

    def ask(self, method: str, params: Json, deadline: Deadline) -> Any:
        """See :meth:`WarmWorker.ask`."""

    def rest(self) -> None:
        """Note that nothing more will be asked about the document for now."""

    def wake(self) -> None:
        """See :meth:`WarmWorker.wake`."""

    def drop(self, text: str, grace: float) -> bool:
        """See :meth:`WarmWorker.drop`."""

    def close(self) -> None:
        """End it."""

    def exit_code(self) -> int | None:
        """Return the exit code of its process; None while it runs."""

    def busy_place(self) -> tuple[int, int] | None:
        """Return the first place of the document that Lean has not finished, if it tells."""

    def stderr_tail(self) -> str:
        """Return the last lines that its process wrote to stderr."""

    def death(self) -> LeanCrashError | LeanMemoryError:
        """Return the exception that says why it is gone."""


class WarmWorker:
    """A running ``lean --worker``; the process starts at once, on the document ``text``.

    Args:
        toolchain: the Lean to run.
        text: the first document, whose header (its imports) stays for the worker's life.
        environment: the environment variables of the process.
        arguments: further arguments of ``lean --worker``.
        connect: starts the process.

    Raises:
        LeanCrashError: if the process could not be started.
    """

    def __init__(
        self,
        toolchain: Toolchain,
        text: str,
        environment: Mapping[str, str],
        arguments: Sequence[str] = (),
        connect: Connect = Transport,
    ) -> None:
        self._mailbox = Mailbox()
        self._started = time.monotonic()
        self.text = text
        self.answered: str | None = None
        # The beginnings of documents behind which Lean is known to compare what changes.
        self.compared: set[str] = set()
        folders = filter(None, [str(_FOLDER), environment.get("LEAN_SRC_PATH")])
        environment = {
            **environment,
            "LEAN_SRC_PATH": os.pathsep.join(folders),
            "LAKE": _NO_LAKE,
        }
        self.stays = False
        self.peak_mb = 0.0
        self.held = ""
        argv = [*toolchain.command, "--worker", "-Dserver.reportDelayMs=0", *arguments, _URI]
        try:
            self._transport = connect(argv, environment, self._mailbox.deliver, self._mailbox.lose)
        except OSError as error:
            raise LeanCrashError(
                f"{toolchain.label} could not be started: {error}\nrun: {' '.join(argv)}",
                cause="start",
            ) from error
        version = next_version()
        self._mailbox.edit(version)
        capabilities = {"lean": {"incrementalDiagnosticSupport": True}}
        start = {"processId": None, "rootUri": None, "capabilities": capabilities}
        document = {"uri": _URI, "languageId": "lean", "version": version, "text": text}
        self._transport.send(
            _request(new_id(), "initialize", start),
            _notification("textDocument/didOpen", {"textDocument": document}),
            self._barrier(),
        )

    @property
    def pid(self) -> int:
        """The process id."""
        return self._transport.pid

    @property
    def load_seconds(self) -> float | None:
        """What a new worker costs: the time from start to the answer for the first document."""
        loaded = self._mailbox.loaded
        return None if loaded is None else loaded - self._started

    @property
    def state(self) -> State:
        """What its messages so far say; a process that just ended may not show yet."""
        return self._mailbox.state

    def is_alive(self) -> bool:
        """Return whether the process runs and its stream is whole."""
        return self._transport.ended_for() is None and self.state not in ENDED

    def elaborate(
        self,
        text: str,
        deadline: Deadline,
        cut: int | None = None,
        meanwhile: Callable[[], object] | None = None,
    ) -> Elaboration:
        """Make ``text`` the document and return what Lean says about all of it.

        Args:
            text: the new document.
            deadline: when to give up.
            cut: where the old document is cut off first, so that Lean keeps nothing of what
                stands behind that place. None if Lean may compare the two documents as they are.
            meanwhile: called once Lean has begun, to do what does not depend on its answer.

        Raises:
            LeanTimeoutError: at the deadline; the elaboration goes on, see :meth:`drop`.
            LeanCrashError, LeanMemoryError: if the worker died.
        """
        self._edit(text, cut)
        if meanwhile is not None:
            meanwhile()
        current = self._mailbox.current
        self._wait(lambda: current.finished, deadline)
        self.answered = text
        return current

    def ask_at(self, method: str, line: int, character: int, deadline: Deadline) -> Any:
        """Send a request about a place in the document; return its result, None if none."""
        return self.ask(method, {"position": {"line": line, "character": character}}, deadline)

    def ask(self, method: str, params: Json, deadline: Deadline) -> Any:
        """Send a request about the document; return its result, None if there is none."""
        request = new_id()
        mailbox = self._mailbox
        with mailbox.changed:
            mailbox.awaited.add(request)
        self._transport.send(_request(request, method, {"textDocument": {"uri": _URI}, **params}))
        try:
            self._wait(lambda: request in mailbox.replies, deadline)
            with mailbox.changed:
                return mailbox.replies.pop(request).get("result")
        finally:
            with mailbox.changed:
                mailbox.awaited.discard(request)

    def rest(self) -> None:
        """Do nothing: the document stays, so that the next one can continue it."""

    def wake(self) -> None:
        """Make whoever waits look at its deadline again."""
        with self._mailbox.changed:
            self._mailbox.changed.notify_all()

    def drop(self, text: str, grace: float) -> bool:
        """Put ``text`` in place of a command that does not end; return whether the worker is idle.

        A new version is answered soon whatever ran before, but the old work may go on
        behind it. So idle means: both versions are answered and no CPU time is used.

        Args:
            text: a document that is cheap to elaborate, with the same header.
            grace: seconds that this may take.
        """
        patience = Deadline(grace)
        mailbox = self._mailbox
        with mailbox.changed:
            old = mailbox.current
            runaway = old.barrier
            mailbox.awaited.add(runaway)
        try:
            self.elaborate(text, patience)
            # Lean answers for the old version when the work on it has ended. A command that only
            # sleeps uses no CPU either, so the answer is waited for.
            self._wait(lambda: old.finished or runaway in mailbox.replies, patience)
            process = psutil.Process(self.pid)
            idle, used = 0, _cpu_seconds(process)
            while not patience.expired:
                time.sleep(_SAMPLE_SECONDS)
                before, used = used, _cpu_seconds(process)
                idle = 0 if used > before or _wants_to_run(self.pid) else idle + 1
                if idle == _IDLE_SAMPLES:
                    return True
        except (LeanTimeoutError, LeanCrashError, LeanMemoryError, psutil.Error):
            pass
        finally:
            with mailbox.changed:
                mailbox.awaited.discard(runaway)
                mailbox.replies.pop(runaway, None)
        return False

    def close(self) -> None:
        """End the process."""
        self._transport.close()
        with self._mailbox.changed:
            self._mailbox.turn(State.CLOSED)
            self._mailbox.changed.notify_all()

    def exit_code(self) -> int | None:
        """Return the exit code of the process; None while it runs."""
        return self._transport.exit_code()

    def busy_place(self) -> tuple[int, int] | None:
        """Return the first place of the document that Lean has not finished, if it has begun."""
        with self._mailbox.changed:
            return self._mailbox.current.busy_place()

    def stderr_tail(self) -> str:
        """Return the last lines that it wrote to stderr."""
        return self._transport.stderr_tail()

    def death(self) -> LeanCrashError | LeanMemoryError:
        """Return the exception that says why the worker is gone."""
        began = self._mailbox.last is not State.STARTING
        return death(self.exit_code(), self.stderr_tail(), self._mailbox.end, began=began)

    def _edit(self, text: str, cut: int | None) -> None:
        if text == self.text:
            return
        shared, changes = common_prefix(self.text, text), list[Json]()
        if cut is not None and cut < len(self.text):
            shared = min(shared, cut)
            changes.append(self._change(self.text[:cut], cut))
        changes.append(self._change(text, shared))
        self._transport.send(*changes, self._barrier())

    def _change(self, text: str, shared: int) -> Json:
        """Return what makes ``text`` the document, which has its first ``shared`` characters."""
        old = self.text
        start = old.rfind("\n", 0, shared) + 1
        last_line = old.rfind("\n") + 1
        self.text = text
        version = next_version(self._mailbox.current.version)
        self._mailbox.edit(version)
        change = {
            "range": {
                "start": {"line": old.count("\n", 0, start), "character": 0},
                "end": {"line": old.count("\n"), "character": utf16_length(old[last_line:])},
            },
            "text": text[start:],
        }
        params = {"textDocument": {"uri": _URI, "version": version}, "contentChanges": [change]}
        return _notification("textDocument/didChange", params)

    def _barrier(self) -> Json:
        """Return the request whose answer ends what Lean says of the version that is current."""
        version = self._mailbox.current.version
        request = new_id()
        with self._mailbox.changed:
            self._mailbox.current.barrier = request
            if self._mailbox.first_barrier < 0:
                self._mailbox.first_barrier = request
        params = {"uri": _URI, "version": version}
        return _request(request, "textDocument/waitForDiagnostics", params)

    def _wait(self, done: Callable[[], bool], deadline: Deadline) -> None:
        """Wait until ``done()``, which is asked with the mailbox held; raise at the deadline."""
        mailbox = self._mailbox
        was_woken = True
        while True:
            with mailbox.changed:
                if done():
                    return
                # Whoever waits is woken at the end of the output. That is held open by what the
                # process has started, if it has: so it is also looked at now and then.
                if not was_woken and (self._transport.ended_for() or 0.0) > _PIPE_SECONDS:
                    mailbox.turn(State.LOST)
                is_over = mailbox.state in ENDED
                if not is_over and not deadline.expired:
                    was_woken = mailbox.changed.wait(deadline.next_look)
                    continue
            if is_over:
                raise self.death()
            raise LeanTimeoutError("Lean did not answer in time", elapsed=deadline.elapsed)


def _notification(method: str, params: Json) -> Json:
    return {"method": method, "params": params}


def _request(number: int, method: str, params: Json) -> Json:
    return {"id": number, "method": method, "params": params}


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _wants_to_run(pid: int) -> bool:
    """Return whether a thread of the process is on a CPU or waits for one, where that shows.

    CPU time alone counts in ticks of 10 ms and misses a thread that a busy machine starves.
    """
    try:
        stats = [task.joinpath("stat").read_bytes() for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return False
    return any(stat.rpartition(b")")[2].split()[0] in b"RD" for stat in stats)
