"""The second look: a text is compiled in a process of its own, and what it left is judged here.

Promises: a verdict rests on the compiled file alone, never on what the text's process printed;
that file is read by processes that run none of its code (:mod:`pytest_lean.judge.verifier`). The
statement and the test's own module are compiled apart from the text. A refusal is a
:class:`~pytest_lean.judge.refusal.Refusal`; what could not be looked at is an exception of
:mod:`pytest_lean.errors`, and no verdict.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
import os
import tempfile
import weakref
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pytest_lean import __version__
from pytest_lean.config import LeanConfig
from pytest_lean.errors import LeanBuildError, LeanCrashError, LeanError, LeanFileError
from pytest_lean.judge import sources
from pytest_lean.judge.certificate import Certificate
from pytest_lean.judge.look import Question
from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.region import SUFFIXES
from pytest_lean.judge.replayers import replayer_for, run_leanchecker
from pytest_lean.judge.trusted import TrustedFiles
from pytest_lean.judge.trusted_side import MODULE, Base, TrustedSide, TrustedStart, parts_of
from pytest_lean.judge.verifier import Found, Verifier
from pytest_lean.language.syntax import imported_by, read_header
from pytest_lean.messages import Message, Pos
from pytest_lean.server.deadline import Deadline, Turn
from pytest_lean.server.lane.folders import OwnFolder
from pytest_lean.server.lane.lane import Compiled
from pytest_lean.server.trust import STANDARD_AXIOMS

SORRY = "sorryAx"
# Processes are kept for so many sets of imports.
_MOST = 2


class SecondLook:
    """Compiles texts, and judges what came of them.

    Args:
        config: toolchain, imports, options, limits, sandbox.

    Attributes:
        sandboxes: what confined the texts that it compiled.
    """

    def __init__(self, config: LeanConfig) -> None:
        self._config = config
        self._toolchain = config.prepare()
        self._replayer = replayer_for(self._toolchain)
        self._verifiers: OrderedDict[tuple[str, ...], Verifier] = OrderedDict()
        self._trusted = TrustedFiles()
        self.sandboxes: tuple[str, ...] = ()
        self._turn = Turn()
        own = OwnFolder("pytest-lean-look-")
        self._folder = own.path
        self._side = TrustedSide(config, self._toolchain, own.path, self._trusted.states)
        self._end = weakref.finalize(self, _end, self._side, self._verifiers, own, os.getpid())

    def certify(
        self,
        text: str | os.PathLike[str],
        start: TrustedStart | None = None,
        *,
        theorem: str | None,
        statement: str | None = None,
        statement_starts: Sequence[TrustedStart] = (),
        allowed: Iterable[str] | None = (),
        any_kind: bool = False,
        own_axioms: bool = False,
        timeout: float | None = None,
    ) -> Certificate:
        """Compile ``text``, and certify what it proves.

        Args:
            text: the text, or the file that it is in.
            start: what it starts from.
            theorem: the full name of the theorem; None to look at all that the text declares.
            statement: the proposition that the theorem has to state.
            statement_starts: what the statement starts from, if not from ``start``: the first
                in which Lean accepts it.
            allowed: axioms that are accepted besides Lean's own three; None for all but that
                of ``sorry``.
            any_kind: whether ``theorem`` may be another declaration, also one that the text
                only starts from.
            own_axioms: whether axioms that the text declares itself may be among the allowed.
            timeout: seconds for all of it; None for no limit.

        Raises:
            Refusal: a check refuses it.
            ValueError: Lean does not accept the statement.
            LeanFileError: the file cannot be read, or is not UTF-8.
            LeanError: there is no verdict.
        """
        deadline = Deadline(timeout)
        start = start or TrustedStart(self._config.imports)
        text = text if isinstance(text, str) else _read(text)
        with self._turn.take(deadline, text):
            self._forget_what_changed()
            base = self._side.base(start, deadline)
            asked = self._side.asked(statement, statement_starts or (start,), deadline)
            verifier, trouble = self._verifier(text, base, deadline)
            files = () if verifier is None else verifier.files
            if not self._trusted.are_known(files):
                self._trusted.verify(files)
            try:
                compiled, parts = self._compile(text, base, start, deadline)
            except (Refusal, LeanCrashError):
                # On a library that was damaged, Lean's word is no verdict on the text.
                self._trusted.verify(files)
                raise
            self.sandboxes = tuple(dict.fromkeys((*self.sandboxes, str(compiled.held))))
            if verifier is None:
                raise trouble or LeanCrashError("the trusted modules cannot be looked at")
            question = Question(
                parts, base.parts, base.module, theorem, any_kind, own_axioms, *asked
            )
            found = self._look(verifier, question, deadline)
            if self._replayer.program is not None:
                self._run_leanchecker(self._replayer.program, parts, base, deadline)
                self._trusted.verify(files)
        excess = _excess(found.axioms, allowed)
        if excess:
            raise Refusal("axioms", f"{theorem or 'the text'} rests on {_listed(excess)}")
        return Certificate(
            theorem=theorem or "",
            statement=statement or found.statement,
            compared=statement is not None,
            axioms=found.axioms,
            kernel=self._replayer.label,
            sandbox=str(compiled.held),
            seconds=deadline.elapsed,
            digest=self._digest(text, theorem, statement, start),
        )

    def close(self) -> None:
        """End all processes."""
        self._end()

    def __enter__(self) -> SecondLook:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _look(self, verifier: Verifier, question: Question, deadline: Deadline) -> Found:
        """Have a compiled text looked at, while the trusted files are: none of it runs any more."""
        damage: list[LeanBuildError] = []

        def verify() -> None:
            try:
                self._trusted.verify(verifier.files)
            except LeanBuildError as error:
                damage.append(error)

        try:
            return verifier.look(question, deadline, verify)
        finally:
            if damage:  # whatever came of the look, it is worth nothing
                raise damage[0]

    def _forget_what_changed(self) -> None:
        """Begin anew if a module of the project, which may be built again, is another one now."""
        folders = (*self._toolchain.watched, *self._config.search_path)
        below = tuple(f"{Path(folder)}{os.sep}" for folder in folders)
        built = [
            file
            for process in self._verifiers.values()
            for file in _files_below(process.files, below)
        ]
        if self._trusted.have_changed(built):
            self._trusted.forget(built)
            for verifier in self._verifiers.values():
                verifier.close()
            self._verifiers.clear()
            self._side.forget()

    def _compile(
        self, text: str, base: Base, start: TrustedStart, deadline: Deadline
    ) -> tuple[Compiled, tuple[bytes, ...]]:
        """Compile the text; return what came of it, and its files' bytes, read once."""
        source = sources.text_source(text, base.all_imports, base.scope)
        lane = self._side.lane(start.options)
        with lane.folder() as folder:
            done = lane.compile(
                source.text,
                folder,
                deadline,
                module=MODULE,
                search_path=base.folder,
                seen=self._trusted.states,
            )
            if done.exit_code != 0:
                messages = tuple(_moved(message, source.lines_above) for message in done.messages)
                count = sum(message.severity == "error" for message in messages)
                errors = f"{count} errors" if count > 1 else "an error"
                raise Refusal("compiled", f"Lean reports {errors}", messages)
            if done.olean is None:
                raise Refusal(
                    "compiled", "Lean ended without an error, and no compiled file is there"
                )
            return done, parts_of(done.olean)

    def _verifier(
        self, text: str, base: Base, deadline: Deadline
    ) -> tuple[Verifier | None, LeanError | None]:
        """Return the process that knows the modules that a text may import, started.

        A module that is not there is first of all an error of the text, which Lean will report.
        """
        own = imported_by(read_header(text).lines)
        imports = tuple(dict.fromkeys((*sources.DEFAULT_IMPORTS, *base.imports, *own)))
        if imports not in self._verifiers:
            verifier = Verifier(
                self._toolchain,
                imports,
                self._config.search_path,
                library=self._replayer.library,
                memory_mb=self._config.memory_hard_limit_mb,
            )
            try:
                verifier.start(deadline)
            except LeanCrashError as error:
                return None, error
            while len(self._verifiers) >= _MOST:
                self._verifiers.popitem(last=False)[1].close()
            self._verifiers[imports] = verifier
        self._verifiers.move_to_end(imports)
        self._verifiers[imports].start(deadline)
        return self._verifiers[imports], None

    def _run_leanchecker(
        self, program: str, parts: tuple[bytes, ...], base: Base, deadline: Deadline
    ) -> None:
        with tempfile.TemporaryDirectory(dir=self._folder, ignore_cleanup_errors=True) as folder:
            for suffix, part in zip(SUFFIXES, parts, strict=False):
                Path(folder, f"{MODULE}{suffix}").write_bytes(part)
            folders = (folder, *base.folder, *self._config.search_path)
            run_leanchecker(program, self._toolchain, MODULE, folders, deadline)

    def _digest(
        self, text: str, theorem: str | None, statement: str | None, start: TrustedStart
    ) -> str:
        options = {**self._config.options, **start.options}
        what = [text, theorem, statement, start.imports, start.texts, sorted(options.items())]
        whole = json.dumps([*what, self._toolchain.version_text, __version__])
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


@functools.lru_cache(maxsize=_MOST)
def _files_below(files: tuple[str, ...], folders: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the trusted files that are in one of ``folders``.

    They are the same for one certificate after the other, and are counted in hundreds.
    """
    return tuple(file for file in files if file.startswith(folders))


def _read(path: os.PathLike[str]) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8")
    except OSError as error:
        raise LeanFileError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise LeanFileError(f"{path} is not UTF-8: {error}") from error


def _excess(axioms: Iterable[str], allowed: Iterable[str] | None) -> list[str]:
    if allowed is None:
        return [axiom for axiom in axioms if axiom == SORRY]
    return sorted({*axioms} - STANDARD_AXIOMS - {*allowed})


def _moved(message: Message, lines: int) -> Message:
    """Return a message at its place in the user's text."""
    start, end = (
        Pos(max(1, place.line - lines), place.column)
        for place in (message.start_pos, message.end_pos)
    )
    return dataclasses.replace(message, start_pos=start, end_pos=end)


def _listed(names: list[str]) -> str:
    kind = "the axiom" if len(names) == 1 else "the axioms"
    sorry = " (a `sorry`)" if SORRY in names else ""
    return f"{kind} {', '.join(names)}{sorry}, not among those allowed"


def _end(
    side: TrustedSide, verifiers: Mapping[Any, Verifier], folder: OwnFolder, owner: int
) -> None:
    if os.getpid() == owner:
        side.close()
        for verifier in verifiers.values():
            verifier.close()
        folder.remove()
