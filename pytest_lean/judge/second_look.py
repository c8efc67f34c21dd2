"""The second look: a text is compiled in a process of its own, and what it left is judged here.

Promises: a verdict rests on the compiled file alone, never on what the text's process printed;
that file is read by processes that run none of its code (:mod:`pytest_lean.judge.verifier`). The
statement and the test's own module are compiled apart from the text. A refusal is a
:class:`~pytest_lean.judge.refusal.Refusal`; what could not be looked at is an exception of
:mod:`pytest_lean.errors`, and no verdict.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import hashlib
import json
import os
import shutil
import tempfile
import weakref
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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
from pytest_lean.judge.verifier import Verifier
from pytest_lean.language.syntax import imported_by, read_header
from pytest_lean.messages import Message, OptionValue, Pos
from pytest_lean.server.deadline import Deadline, Turn
from pytest_lean.server.lane.folders import OwnFolder
from pytest_lean.server.lane.lane import Compiled, Lane
from pytest_lean.server.trust import STANDARD_AXIOMS

SORRY = "sorryAx"
_MODULE = "Proof"
# Processes are kept for so many sets of imports, or of options.
_MOST = 2
_MOST_BYTES = 1 << 30


@dataclass(frozen=True)
class TrustedStart:
    """What a text starts from, all of it trusted.

    Attributes:
        imports: the modules that it imports.
        texts: the preamble and what was defined, in order.
        options: Lean options.
    """

    imports: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    options: Mapping[str, OptionValue] = field(default_factory=dict)


@dataclass(frozen=True)
class _Base:
    """The compiled module of what a text starts from."""

    imports: tuple[str, ...]
    scope: str
    folder: tuple[str, ...] = ()
    module: str = ""
    parts: tuple[bytes, ...] = ()

    @property
    def all_imports(self) -> tuple[str, ...]:
        return (*self.imports, self.module) if self.module else self.imports


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
        self._lanes: OrderedDict[tuple[str, ...], Lane] = OrderedDict()
        self._verifiers: OrderedDict[tuple[str, ...], Verifier] = OrderedDict()
        self._bases: dict[Any, _Base] = {}
        self._statements: dict[Any, tuple[tuple[bytes, ...], str]] = {}
        self._trusted = TrustedFiles()
        self.sandboxes: tuple[str, ...] = ()
        self._turn = Turn()
        own = OwnFolder("pytest-lean-look-")
        self._folder = own.path
        self._end = weakref.finalize(self, _end, self._lanes, self._verifiers, own, os.getpid())

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
            base = self._base(start, deadline)
            asked = self._asked(statement, statement_starts or (start,), deadline)
            verifier, trouble = self._verifier(text, base, deadline)
            if verifier is not None:
                self._trusted.verify(verifier.files)
            try:
                compiled, parts = self._compile(text, base, start, deadline)
            except Refusal:
                # On a library that the text has damaged, Lean's word is no verdict on the text.
                if verifier is not None:
                    self._trusted.verify(verifier.files)
                raise
            self.sandboxes = tuple(dict.fromkeys((*self.sandboxes, str(compiled.held))))
            if verifier is None:
                raise trouble or LeanCrashError("the trusted modules cannot be looked at")
            question = Question(
                parts, base.parts, base.module, theorem, any_kind, own_axioms, *asked
            )
            found = verifier.look(question, deadline)
            if self._replayer.program is not None:
                self._run_leanchecker(self._replayer.program, parts, base, deadline)
            self._trusted.verify(verifier.files)
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

    def _forget_what_changed(self) -> None:
        """Begin anew if a module of the project, which may be built again, is another one now."""
        folders = (*self._toolchain.watched, *self._config.search_path)
        below = tuple(f"{Path(folder)}{os.sep}" for folder in folders)
        built = [
            file for one in self._verifiers.values() for file in _files_below(one.files, below)
        ]
        if self._trusted.have_changed(built):
            self._trusted.forget(built)
            for verifier in self._verifiers.values():
                verifier.close()
            self._verifiers.clear()
            self._bases.clear()
            self._statements.clear()

    def _base(self, start: TrustedStart, deadline: Deadline) -> _Base:
        """Return the module of what a text starts from, compiled once."""
        key = start.imports, start.texts, repr(start.options)
        if key not in self._bases:
            scope = sources.scopes(start.texts)
            if not any(text.strip() for text in start.texts):
                self._bases[key] = _Base(start.imports, scope)
            else:
                folder = Path(tempfile.mkdtemp(prefix="base-", dir=self._folder))
                module = f"PytestLean{hashlib.sha256(repr(key).encode()).hexdigest()[:24]}"
                source = sources.base_source(start.imports, start.texts)
                done = self._lane(start.options).compile(source, folder, deadline, module=module)
                if done.exit_code != 0 or done.olean is None:
                    raise LeanBuildError(
                        "what the test starts from cannot be compiled as a module of its own:\n"
                        + _errors(done.messages, done.stderr)
                    )
                made = _Base(start.imports, scope, (str(folder),), module, _parts(done.olean))
                self._bases[key] = made
        return self._bases[key]

    def _asked(
        self, statement: str | None, starts: Sequence[TrustedStart], deadline: Deadline
    ) -> tuple[tuple[bytes, ...], str]:
        """Return the compiled statement, and its name there, from the first start that has it."""
        if statement is None:
            return (), ""
        for start in starts[:-1]:
            with contextlib.suppress(ValueError):
                return self._statement(statement, start, deadline)
        return self._statement(statement, starts[-1], deadline)

    def _statement(
        self, statement: str, start: TrustedStart, deadline: Deadline
    ) -> tuple[tuple[bytes, ...], str]:
        base = self._base(start, deadline)
        key = base.all_imports, base.scope, repr(start.options), statement
        if key not in self._statements:
            source, name = sources.statement_source(statement, base.all_imports, base.scope)
            lane = self._lane(start.options)
            with lane.folder() as folder:
                done = lane.compile(
                    source,
                    folder,
                    deadline,
                    module=_MODULE,
                    search_path=base.folder,
                )
                if done.exit_code != 0 or done.olean is None:
                    raise ValueError(
                        f"the statement is not accepted by Lean: {statement}\n"
                        f"{_errors(done.messages, done.stderr)}\n"
                        "It is compiled apart from the text: what it speaks of has to be declared "
                        "in the preamble, or by lean.define()"
                    )
                self._statements[key] = _parts(done.olean), name
        return self._statements[key]

    def _compile(
        self, text: str, base: _Base, start: TrustedStart, deadline: Deadline
    ) -> tuple[Compiled, tuple[bytes, ...]]:
        """Compile the text; return what came of it, and its files' bytes, read once."""
        source = sources.text_source(text, base.all_imports, base.scope)
        lane = self._lane(start.options)
        with lane.folder() as folder:
            done = lane.compile(
                source.text,
                folder,
                deadline,
                module=_MODULE,
                search_path=base.folder,
            )
            if done.exit_code != 0:
                messages = tuple(_moved(one, source.lines_above) for one in done.messages)
                count = sum(one.severity == "error" for one in messages)
                errors = f"{count} errors" if count > 1 else "an error"
                raise Refusal("compiled", f"Lean reports {errors}", messages)
            if done.olean is None:
                raise Refusal(
                    "compiled", "Lean ended without an error, and no compiled file is there"
                )
            return done, _parts(done.olean)

    def _lane(self, options: Mapping[str, OptionValue]) -> Lane:
        both = {**self._config.options, **options}
        arguments = tuple(f"-D{name}={_shown(value)}" for name, value in sorted(both.items()))
        if arguments not in self._lanes:
            while len(self._lanes) >= _MOST:
                self._lanes.popitem(last=False)[1].close()
            self._lanes[arguments] = Lane(
                self._toolchain,
                search_path=self._config.search_path,
                arguments=arguments,
                memory_mb=self._config.memory_hard_limit_mb,
                sandbox=self._config.sandbox,
                cache_dir=self._config.cache_dir,
            )
        self._lanes.move_to_end(arguments)
        return self._lanes[arguments]

    def _verifier(
        self, text: str, base: _Base, deadline: Deadline
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
        self, program: str, parts: tuple[bytes, ...], base: _Base, deadline: Deadline
    ) -> None:
        with _new_folder(self._folder) as folder:
            for suffix, part in zip(SUFFIXES, parts, strict=False):
                (folder / f"{_MODULE}{suffix}").write_bytes(part)
            folders = (str(folder), *base.folder, *self._config.search_path)
            run_leanchecker(program, self._toolchain, _MODULE, folders, deadline)

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


class _new_folder:
    """A folder below another one that is gone afterwards."""

    def __init__(self, parent: Path) -> None:
        self._path = Path(tempfile.mkdtemp(dir=parent))

    def __enter__(self) -> Path:
        return self._path

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._path, ignore_errors=True)


def _read(path: os.PathLike[str]) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8")
    except OSError as error:
        raise LeanFileError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise LeanFileError(f"{path} is not UTF-8: {error}") from error


def _parts(olean: Path) -> tuple[bytes, ...]:
    """Return the bytes of a module's files; what is no regular file was made by no Lean."""
    parts = []
    for suffix in SUFFIXES:
        path = olean.with_suffix(suffix)
        if path.is_symlink() or not path.is_file():
            break
        if path.stat().st_size > _MOST_BYTES:
            raise Refusal("file", f"the compiled file has more than {_MOST_BYTES >> 20} MiB")
        parts.append(path.read_bytes())
    return tuple(parts)


def _excess(axioms: Iterable[str], allowed: Iterable[str] | None) -> list[str]:
    if allowed is None:
        return [one for one in axioms if one == SORRY]
    return sorted({*axioms} - STANDARD_AXIOMS - {*allowed})


def _moved(message: Message, lines: int) -> Message:
    """Return a message at its place in the user's text."""
    start, end = (
        Pos(max(1, place.line - lines), place.column)
        for place in (message.start_pos, message.end_pos)
    )
    return dataclasses.replace(message, start_pos=start, end_pos=end)


def _errors(messages: Iterable[Message], stderr: str) -> str:
    errors = [str(one) for one in messages if one.severity == "error"]
    return "\n".join(errors[:5]) or stderr[-1000:]


def _shown(value: OptionValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _listed(names: list[str]) -> str:
    kind = "the axiom" if len(names) == 1 else "the axioms"
    sorry = " (a `sorry`)" if SORRY in names else ""
    return f"{kind} {', '.join(names)}{sorry}, not among those allowed"


def _end(
    lanes: Mapping[Any, Lane], verifiers: Mapping[Any, Verifier], folder: OwnFolder, owner: int
) -> None:
    if os.getpid() == owner:
        for lane in lanes.values():
            lane.close()
        for verifier in verifiers.values():
            verifier.close()
        folder.remove()
