"""What texts start from: their options, the test's own module and the statements, all trusted.

Promises: what the test's author wrote is compiled apart from any text under test, once; what is
kept is dropped by :meth:`TrustedSide.forget` when a module below it is another one.
"""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_lean.config import LeanConfig
from pytest_lean.errors import LeanBuildError
from pytest_lean.judge import sources
from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.region import SUFFIXES
from pytest_lean.messages import Message, OptionValue
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane.lane import Lane
from pytest_lean.server.lane.running import is_regular
from pytest_lean.toolchain.file_state import FileState
from pytest_lean.toolchain.model import Toolchain

# What a text, and a statement, are compiled as.
MODULE = "Proof"
# Processes are kept for so many sets of options.
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
class Base:
    """The compiled module of what a text starts from."""

    imports: tuple[str, ...]
    scope: str
    folder: tuple[str, ...] = ()
    module: str = ""
    parts: tuple[bytes, ...] = ()

    @property
    def all_imports(self) -> tuple[str, ...]:
        """What a text imports that starts from it."""
        return (*self.imports, self.module) if self.module else self.imports


class TrustedSide:
    """Compiles what texts start from, and has the lanes on which that and they are compiled.

    Args:
        config: how Lean is set up.
        toolchain: the Lean.
        folder: where the test's own modules go; it is another's to remove.
        states: the states of modules that whoever asks answers for.
    """

    def __init__(
        self,
        config: LeanConfig,
        toolchain: Toolchain,
        folder: Path,
        states: Mapping[str, FileState],
    ) -> None:
        self._config = config
        self._toolchain = toolchain
        self._folder = folder
        self._states = states
        self._lanes: OrderedDict[tuple[str, ...], Lane] = OrderedDict()
        self._bases: dict[Any, Base] = {}
        self._statements: dict[Any, tuple[tuple[bytes, ...], str]] = {}

    def forget(self) -> None:
        """Compile anew what is asked for next."""
        self._bases.clear()
        self._statements.clear()

    def close(self) -> None:
        """End all processes."""
        for lane in self._lanes.values():
            lane.close()

    def base(self, start: TrustedStart, deadline: Deadline) -> Base:
        """Return the module of what a text starts from, compiled once."""
        key = start.imports, start.texts, repr(start.options)
        if key not in self._bases:
            scope = sources.scopes(start.texts)
            if not any(text.strip() for text in start.texts):
                self._bases[key] = Base(start.imports, scope)
            else:
                folder = Path(tempfile.mkdtemp(prefix="base-", dir=self._folder))
                module = f"PytestLean{hashlib.sha256(repr(key).encode()).hexdigest()[:24]}"
                source = sources.base_source(start.imports, start.texts)
                done = self.lane(start.options).compile(
                    source, folder, deadline, module=module, seen=self._states
                )
                if done.exit_code != 0 or done.olean is None:
                    raise LeanBuildError(
                        "what the test starts from cannot be compiled as a module of its own:\n"
                        + errors_in(done.messages, done.stderr)
                    )
                made = Base(start.imports, scope, (str(folder),), module, parts_of(done.olean))
                self._bases[key] = made
        return self._bases[key]

    def asked(
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
        base = self.base(start, deadline)
        key = base.all_imports, base.scope, repr(start.options), statement
        if key not in self._statements:
            source, name = sources.statement_source(statement, base.all_imports, base.scope)
            lane = self.lane(start.options)
            with lane.folder() as folder:
                done = lane.compile(
                    source,
                    folder,
                    deadline,
                    module=MODULE,
                    search_path=base.folder,
                    seen=self._states,
                )
                if done.exit_code != 0 or done.olean is None:
                    raise ValueError(
                        f"the statement is not accepted by Lean: {statement}\n"
                        f"{errors_in(done.messages, done.stderr)}\n"
                        "It is compiled apart from the text: what it speaks of has to be declared "
                        "in the preamble, or by lean.define()"
                    )
                self._statements[key] = parts_of(done.olean), name
        return self._statements[key]

    def lane(self, options: Mapping[str, OptionValue]) -> Lane:
        """Return the lane for the configured options and these."""
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


def parts_of(olean: Path) -> tuple[bytes, ...]:
    """Return the bytes of a module's files; what is no regular file was made by no Lean."""
    parts = []
    for suffix in SUFFIXES:
        path = olean.with_suffix(suffix)
        if not is_regular(path):
            break
        if path.stat().st_size > _MOST_BYTES:
            raise Refusal("file", f"the compiled file has more than {_MOST_BYTES >> 20} MiB")
        parts.append(path.read_bytes())
    return tuple(parts)


def errors_in(messages: Iterable[Message], stderr: str) -> str:
    """Return the first errors among messages, or the last of what went to stderr."""
    errors = [str(message) for message in messages if message.severity == "error"]
    return "\n".join(errors[:5]) or stderr[-1000:]


def _shown(value: OptionValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
