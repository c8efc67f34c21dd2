"""Texts and environments: what a command is, and the chain of commands that it continues.

Nothing here knows the worker's document; :mod:`~pytest_lean.server.document` knows where in it a
text stands.
"""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import EllipsisType

from pytest_lean.language.carried import Carried, carried
from pytest_lean.language.syntax import NO_HEADER, Header, read_header
from pytest_lean.messages import OptionValue
from pytest_lean.server.imports import Stamp, stamp_of
from pytest_lean.server.trust import NOTHING_YET, Trust
from pytest_lean.toolchain.model import Toolchain

_OPTION_NAME = re.compile(r"[^\W\d][\w'!?]*(\.[^\W\d][\w'!?]*)*")

_log = logging.getLogger("pytest_lean.server")
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Source:
    """A command's text, its header split off; nothing that is read from it is kept with it.

    Attributes:
        text: the whole text; positions refer to it.
        header: its header; empty for a command that continues an environment.
        preface: ``set_option`` lines that stand above it.
        continues: whether it continues an environment.
        number: the number in its barriers, which no other text has; a text that is run again gets
            a new one. The text keeps it when it becomes part of an environment.
    """

    text: str
    header: Header = NO_HEADER
    preface: str = ""
    continues: bool = False
    number: int = field(default_factory=_numbers.__next__)

    @property
    def body(self) -> str:
        """The text behind the header."""
        return self.text[self.header.end :]

    @property
    def header_columns(self) -> int:
        """How many columns the header takes on the line on which it ends."""
        return self.header.end - (self.text.rfind("\n", 0, self.header.end) + 1)

    def has_line(self, line: int) -> bool:
        """Return whether the text has a line of this number, the first being 1."""
        return 0 < line <= self.text.count("\n") + 1

    @property
    def line_ended_body(self) -> str:
        """The body as it stands in a document, alone or with others behind it.

        White space belongs to the command before it, and Lean elaborates a command again if its
        white space changes; so the body ends with a line end from the first.
        """
        return self.body if self.body.endswith("\n") else f"{self.body}\n"


@dataclass(eq=False, slots=True)
class Environment:
    """What a handle stands for.

    Users keep many handles, so each takes little memory: all of a chain share one header, all of
    which nothing is known share one trust, and no attribute can be added.

    Attributes:
        handle: the number that users see.
        parent: the environment that it continues.
        source: the command that made it.
        header: the lines at the head of its document.
        elaborated_clean: whether Lean reported no error in it; if it reports one when it elaborates
            the command again, the environment has changed.
        reaches_end: whether Lean reads a command behind it as a command; None if that is not
            known yet. A command that is not read to its end (an unterminated comment, ``#exit``)
            adds nothing: its handle stands for its parent's environment.
        trust: what bears on whether it, and a command that continues it, is proved.
        seconds: how long Lean took for its command when the environment was made.
        is_supposed: whether it was not elaborated yet; the fields above are then suppositions.
        seal: a compiled module that has it, and all that it continues, in it; None if there is
            none.
        stays_text: it is known that none is to be made of it, or of what continues it.
        depth: how many environments it continues.
    """

    handle: int
    parent: Environment | None
    source: Source
    header: tuple[str, ...]
    elaborated_clean: bool
    reaches_end: bool | None
    trust: Trust
    seconds: float
    is_supposed: bool = False
    seal: Seal | None = None
    stays_text: bool = False
    depth: int = field(init=False)
    _read: Carried | EllipsisType | None = field(default=..., repr=False)  # ... if it is not yet

    def __post_init__(self) -> None:
        self.depth = 0 if self.parent is None else self.parent.depth + 1

    @property
    def carried(self) -> Carried | None:
        """What a module of it carries; None if that is not known, or if it is not settled."""
        is_settled = self.elaborated_clean and self.reaches_end and not self.is_supposed
        if not is_settled or self.trust != NOTHING_YET or self.source.preface:
            return None
        if isinstance(self._read, EllipsisType):
            self._read = None if self.source.header.lines else carried(self.source.text)
        return self._read

    def forget_reading(self) -> None:
        """Drop what :attr:`carried` was read from the text: it is seldom asked again."""
        self._read = ...

    def chain(self) -> list[Environment]:
        """Return the environments from the first to this one, without those that add nothing."""
        chain: list[Environment] = []
        at: Environment | None = self
        while at is not None:
            if at.reaches_end is not False:
                chain.append(at)
            at = at.parent
        chain.reverse()
        return chain


@dataclass(eq=False)
class Seal:
    """A compiled module of an environment and of all that it continues.

    Attributes:
        header: of the documents that import it.
        kept: the environments in it that an import does not carry, such as an ``open``: they stand
            in those documents as texts.
        files: the compiled files on which it rests, with their state on disk: its own, and those
            of the user's folders that it imports; None for one that was not there.
        shares: it has functions in it that Lean made of patterns.
        toolchain: what compiled it.
        is_broken: it is not what it was, or Lean did not survive it.
    """

    header: tuple[str, ...]
    kept: tuple[Environment, ...]
    files: tuple[tuple[str, Stamp | None], ...]
    shares: bool
    toolchain: Toolchain
    is_broken: bool = False

    def is_whole(self, toolchain: Toolchain) -> bool:
        """Return whether it can be imported by ``toolchain``, and is what was compiled."""
        if not self.is_broken and self.toolchain == toolchain:
            if all(stamp_of(path) == stamp for path, stamp in self.files):
                return True
            _log.info("a compiled beginning, or what it imports, has changed: its chain is text")
        self.is_broken = True
        return False


def option_lines(options: Mapping[str, OptionValue]) -> str:
    """Return ``options`` as ``set_option`` lines.

    Raises:
        ValueError: for a name or a value that cannot stand there.
    """
    lines = []
    for name, value in options.items():
        if not isinstance(name, str) or not _OPTION_NAME.fullmatch(name):
            raise ValueError(f"not the name of a Lean option: {name!r}")
        lines.append(f"set_option {name} {_option_value(name, value)}\n")
    return "".join(lines)


def split_source(text: str, options: str, *, continues: bool) -> Source:
    """Return ``text`` as a source; its header is read if it continues no environment."""
    return Source(text, NO_HEADER if continues else read_header(text), options, continues)


def merged_header(imports: Iterable[str], header: Header) -> tuple[str, ...]:
    """Return the document's header: configured imports and those of the text.

    ``module`` and ``prelude`` come first, as Lean wants them.
    """
    first = tuple(line for line in header.lines if line in ("module", "prelude"))
    rest = tuple(line for line in header.lines if line not in first)
    configured = tuple(f"import {name}" for name in imports)
    return first + tuple(line for line in configured if line not in rest) + rest


def _in_string(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return char if char >= " " else f"\\x{ord(char):02x}"


def _option_value(name: str, value: OptionValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and value >= 0:
        return str(value)
    if isinstance(value, str):
        return '"' + "".join(map(_in_string, value)) + '"'
    raise ValueError(f"the Lean option {name} wants a bool, a natural number or a str: {value!r}")
