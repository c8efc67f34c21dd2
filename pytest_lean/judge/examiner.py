"""The examiner: judges one proof after the other in one process, whatever they do.

Promises: :meth:`Examiner.examine` always returns an outcome; it is ``proved`` only if Lean read
the text to its end and every check of the rung that was asked for agrees, and ``none`` with a
cause if something kept it from an answer. One proof is examined at a time.

Where each text has a process of its own, one that is proved and that may have bent Lean's answers
from inside (:func:`~pytest_lean.judge.layout.may_deceive`) gets a second look before it counts as
checked. On a shared worker, which is for texts of one's own, it does not.
"""

from __future__ import annotations

import dataclasses
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping

from pytest_lean.errors import (
    LeanCrashError,
    LeanError,
    LeanMemoryError,
    LeanServerError,
    LeanTimeoutError,
    shorten,
)
from pytest_lean.judge.layout import Layout, Where, lay_out, may_deceive
from pytest_lean.judge.proof import Cause
from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.remembered import Remembered
from pytest_lean.judge.second_look import SecondLook
from pytest_lean.judge.sources import name_examples
from pytest_lean.judge.trusted_side import TrustedStart
from pytest_lean.judge.work import Outcome, Setup, Work
from pytest_lean.language.written import declarations as written_in
from pytest_lean.messages import Command, CommandResponse, Declaration, Message
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane.talk import SandboxError
from pytest_lean.server.server import LeanServer

# For so many sets of imports it is remembered that they were loaded.
_MOST_LOADED = 64
# Loading imports is no part of any proof's time, but it has to end as well.
_LOAD_SECONDS = 1500.0
# A shared worker is looked at for its memory after so many texts, and begun anew above so much.
_TEXTS_BETWEEN_LOOKS, _MOST_MB = 50, 4096
_MOST_MESSAGES, _MOST_CHARACTERS, _MOST_REASON = 50, 20_000, 2000
_STATES = frozenset(("theorem", "lemma"))


class Examiner:
    """Judges proofs.

    Args:
        setup: what they have in common.
        loading: called with True before imports are loaded, which may take long, and with False
            behind that.

    Attributes:
        setup: what the proofs have in common.
    """

    def __init__(self, setup: Setup, loading: Callable[[bool], None] = lambda _: None) -> None:
        self.setup = setup
        self._loading = loading
        self._config = dataclasses.replace(setup.config, isolated=setup.isolation == "fresh")
        self._remembered: Remembered | None = None
        if setup.cache:
            self._remembered = Remembered(self._config, setup.isolation)
        self._server: LeanServer | None = None
        self._look: SecondLook | None = None
        self._loaded: OrderedDict[object, None] = OrderedDict()
        self._texts = 0
        self._lock = threading.Lock()
        self._is_cancelled = False
        self._is_closed = False

    def examine(self, work: Work) -> Outcome:
        """Judge a proof; see the top of this file."""
        with self._lock:
            self._is_cancelled = False
        started = time.monotonic()
        try:
            if work.fresh:
                self.renew()
            key = self._remembered.key(work) if self._remembered is not None else None
            if self._remembered is not None and key is not None:
                known = self._remembered.get(key, work)
                if known is not None:
                    return known
            self._load(work)
            started = time.monotonic()
            outcome = self._examine(work)
            outcome = dataclasses.replace(outcome, seconds=time.monotonic() - started)
            if self._remembered is not None and key is not None:
                self._remembered.put(key, outcome)
        except Exception as error:  # whatever it is, it must not look like a verdict
            outcome = _no_verdict(work, error)
            outcome = dataclasses.replace(outcome, seconds=time.monotonic() - started)
        return outcome

    @property
    def label(self) -> str:
        """What its Lean is called."""
        return self._config.prepare().label

    @property
    def memory_mb(self) -> float:
        """Private memory of Lean that was seen with the last text, in MiB; 0 if none was."""
        with self._lock:
            return self._server.stats.memory_mb if self._server is not None else 0.0

    def try_out(self) -> None:
        """Raise what keeps every proof from a verdict: no Lean, wrong imports, options, sandbox.

        Raises:
            LeanError: one of its kinds.
        """
        self._load(Work("", None, None, self._config.imports, self.setup.trust, None), strict=True)

    def cancel(self) -> None:
        """End what is examined now, from another thread; its outcome will be ``none``."""
        with self._lock:
            self._is_cancelled = True
            self._end()

    def renew(self) -> None:
        """Begin with processes that no text has used yet."""
        with self._lock:
            self._end()

    def close(self) -> None:
        """End all processes, from any thread."""
        with self._lock:
            was_closed, self._is_closed = self._is_closed, True
            self._end()
        if self._remembered is not None and not was_closed:
            self._remembered.close()

    def _end(self) -> None:
        server, self._server = self._server, None
        look, self._look = self._look, None
        self._loaded.clear()
        if server is not None:
            server.kill()
        if look is not None:
            look.close()

    def _examine(self, work: Work) -> Outcome:
        deadline = Deadline(work.timeout)
        is_named = work.theorem is not None
        if work.trust == "certified" and is_named:
            return self._certified(work, deadline)
        theorem = work.theorem
        if work.statement is not None and theorem is None:
            response = self._run(work, Layout(work.text), deadline)
            theorem = _last_theorem(response)
            if theorem is None and response.ok:
                return _rejected(work, "the text declares no theorem", response.messages)
            if theorem is None:
                return self._read(work, Layout(work.text), response, None)
        layout = lay_out(work.text, theorem, work.statement)
        response = self._run(work, layout, deadline)
        outcome = self._read(work, layout, response, theorem)
        if outcome.verdict != "proved" or work.trust == "elaborated":
            return outcome
        if work.trust == "checked":
            if self.setup.isolation == "shared" or not may_deceive(work.text):
                return outcome
        second = self._certified(work._replace(theorem=theorem), deadline)
        trust = work.trust if second.verdict != "proved" else second.trust
        return dataclasses.replace(
            second, messages=second.messages or outcome.messages, trust=trust
        )

    def _run(self, work: Work, layout: Layout, deadline: Deadline) -> CommandResponse:
        """Have a text elaborated; what it declares is told if it bears on the verdict."""
        response = self._elaborate(work, layout.text, deadline, details=False)
        errors = {layout.where(error) for error in response.errors}
        if errors and "text" not in errors:
            response = self._elaborate(work, layout.text, deadline, details=True)
        return response

    def _elaborate(
        self, work: Work, text: str, deadline: Deadline, *, details: bool
    ) -> CommandResponse:
        server = self._started_server()
        command = Command(text, imports=work.imports, details=details)
        response = server.run(command, timeout=deadline.remaining)
        server.forget(response.env)
        self._texts += 1
        if self._texts % _TEXTS_BETWEEN_LOOKS == 0 and self.setup.isolation == "shared":
            limit = self._config.memory_hard_limit_mb or _MOST_MB
            if server.get_memory_usage() > 0.8 * limit:
                self.renew()
        return response

    def _read(
        self, work: Work, layout: Layout, response: CommandResponse, theorem: str | None
    ) -> Outcome:
        """Say what Lean's answer means for the proof."""
        messages = layout.moved(response.messages)
        errors = {layout.where(error): error for error in reversed(response.errors)}
        was_read = all(unproved.name != "unread" for unproved in response.unproved)
        if "statement" in errors and "text" not in errors and was_read:
            reason = f"the statement is not accepted by Lean: {errors['statement'].data}"
            return _none(work, "input", reason)
        refused = _refusal(work, layout, response, theorem, errors)
        if refused is not None:
            return _rejected(work, refused, messages)
        return Outcome("proved", work.trust, messages=_few(messages))

    def _certified(self, work: Work, deadline: Deadline) -> Outcome:
        """Take the second look."""
        named = work.theorem is not None
        try:
            certificate = self._started_look().certify(
                work.text if named else name_examples(work.text),
                TrustedStart(work.imports),
                theorem=work.theorem,
                statement=work.statement,
                allowed=self._config.allowed_axioms,
                own_axioms=not named,
                timeout=deadline.remaining,
            )
        except Refusal as refusal:
            reason = f"{refusal} (the check of {refusal.check})"
            if refusal.check == "compiled" and refusal.messages:
                reason = _first_error(refusal.messages)
            return _rejected(work, reason, refusal.messages)
        except ValueError as error:
            return _none(work, "input", str(error))
        return Outcome("proved", "certified", axioms=certificate.axioms)

    def _load(self, work: Work, *, strict: bool = False) -> None:
        """Have the imports of a text loaded, before its time begins to count.

        Args:
            work: the proof.
            strict: whether what goes wrong is raised; else the proof itself will tell.
        """
        key = work.header, work.trust == "certified"
        if key in self._loaded:
            self._loaded.move_to_end(key)
            return
        self._loading(True)
        try:
            self._load_imports(work, key, strict=strict)
        finally:
            self._loading(False)

    def _load_imports(self, work: Work, key: tuple[tuple[str, ...], bool], *, strict: bool) -> None:
        # What the text itself imports stands in its own header.
        header = "".join(f"{line}\n" for line in key[0][len(work.imports) :])
        probe = work._replace(
            text=f"{header}theorem pytestLeanProbe : True := trivial", timeout=_LOAD_SECONDS
        )
        try:
            deadline = Deadline(_LOAD_SECONDS)
            if key[1]:
                named = probe._replace(theorem="pytestLeanProbe", statement=None)
                outcome = self._certified(named, deadline)
            else:
                layout = Layout(probe.text)
                outcome = self._read(probe, layout, self._run(probe, layout, deadline), None)
        except LeanError as error:
            if not strict:
                return
            if isinstance(error, LeanServerError):
                error.command = None  # the text was ours
            raise
        if strict and outcome.verdict != "proved":
            raise LeanCrashError(f"a trivial theorem is not proved: {outcome.reason}")
        self._loaded[key] = None
        if len(self._loaded) > _MOST_LOADED:
            self._loaded.popitem(last=False)

    def _started_server(self) -> LeanServer:
        with self._lock:
            self._check_open()
            if self._server is None:
                self._server = LeanServer(self._config)
            server = self._server
        if not server.is_alive():
            server.restart()
        return server

    def _started_look(self) -> SecondLook:
        with self._lock:
            self._check_open()
            if self._look is None:
                self._look = SecondLook(self._config)
            return self._look

    def _check_open(self) -> None:
        if self._is_cancelled or self._is_closed:
            raise LeanCrashError("it was cancelled", cause="killed")


def cause_of(error: Exception) -> Cause:
    """Return why there is no verdict."""
    if isinstance(error, LeanTimeoutError):
        return "timeout"
    if isinstance(error, LeanMemoryError):
        return "memory"
    if isinstance(error, SandboxError):
        return "sandbox"
    if isinstance(error, LeanCrashError):
        return "toolchain" if error.cause == "start" else "crash"
    if isinstance(error, LeanError):
        return "toolchain"
    return "input" if isinstance(error, (TypeError, ValueError)) else "crash"


def _no_verdict(work: Work, error: Exception) -> Outcome:
    told = str(error.args[0]) if isinstance(error, LeanError) and error.args else str(error)
    name = "" if isinstance(error, LeanError) else f"{type(error).__name__}: "
    return _none(work, cause_of(error), f"{name}{told}")


def _none(work: Work, cause: Cause, reason: str) -> Outcome:
    return Outcome("none", work.trust, shorten(reason, _MOST_REASON), cause)


def _rejected(work: Work, reason: str, messages: tuple[Message, ...]) -> Outcome:
    return Outcome("rejected", work.trust, shorten(reason, _MOST_REASON), messages=_few(messages))


def _refusal(
    work: Work,
    layout: Layout,
    response: CommandResponse,
    theorem: str | None,
    errors: Mapping[Where, Message],
) -> str | None:
    """Return why a proof is not accepted; None if it is."""
    missing = _missing(response, theorem, layout.claim) if theorem is not None else None
    reasons = list(response.unproved)
    if work.trust == "elaborated":
        reasons = [reason for reason in reasons if reason.name in ("sorry", "error")]
    told: str | None = None
    if "text" in errors:
        told = _first_error(layout.moved(response.messages))
    elif missing is not None:
        told = missing
    elif "claim" in errors:
        said = errors["claim"].data.replace(layout.asked, (work.statement or "").strip())
        told = f"{theorem} does not prove the statement: {said}"
    elif layout.claim and _missing(response, layout.claim) is not None:
        told = "the text keeps Lean from comparing the statement"
    elif reasons:
        told = "; ".join(layout.told(reasons)[:3])
    elif not _states_something(response):
        told = "the text declares nothing, so it proves nothing"
    return told


def _first_error(messages: tuple[Message, ...]) -> str:
    error = next(message for message in messages if message.severity == "error")
    return f"Lean reports an error: {error}"


def _few(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """Return the first messages, errors before others, not more than a driver should hold."""
    kept, left = list[Message](), _MOST_CHARACTERS
    for message in sorted(messages, key=lambda message: message.severity != "error")[
        :_MOST_MESSAGES
    ]:
        kept.append(dataclasses.replace(message, data=shorten(message.data, max(200, left))))
        left -= len(kept[-1].data)
    return tuple(sorted(kept, key=lambda message: message.start_pos))


def _missing(response: CommandResponse, name: str, ours: str = "") -> str | None:
    """Return why the text has no theorem of a name; None if it has; ``ours`` is not the text's."""
    found = [
        declaration
        for declaration in response.declarations
        if _plain(declaration.name) == _plain(name)
    ]
    if any(declaration.kind in _STATES for declaration in found):
        return None
    if found:
        return f"{name} is no theorem but declared by `{found[0].kind}`"
    others = ", ".join([theorem for theorem in _theorems(response) if theorem != ours][:5])
    return f"the text declares no {name}" + (f"; its theorems: {others}" if others else "")


def _theorems(response: CommandResponse) -> list[str]:
    return [declaration.name for declaration in _in_order(response) if declaration.kind in _STATES]


def _last_theorem(response: CommandResponse) -> str | None:
    found = _theorems(response)
    return found[-1] if found else None


def _in_order(response: CommandResponse) -> list[Declaration]:
    return sorted(response.declarations, key=lambda declaration: declaration.start_pos)


def _states_something(response: CommandResponse) -> bool:
    return bool(response.declarations) or any(
        declaration.keyword == "example" for declaration in written_in(response.text)
    )


def _plain(name: str) -> str:
    return name.removeprefix("_root_.").replace("«", "").replace("»", "")
