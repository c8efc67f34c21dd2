"""What goes to Lean and what comes back, as frozen data.

Positions are Lean's own: 1-based lines, 0-based columns counted in codepoints, in the
text of the command (for a file: in the file). Nothing here talks to a process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from typing import Literal, TypeAlias

from pytest_lean.public import public

Severity = Literal["error", "warning", "info"]
OptionValue: TypeAlias = "bool | int | str"
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@public
@dataclass(frozen=True, order=True)
class Pos:
    """A place in a text.

    Attributes:
        line: counted from 1.
        column: counted from 0, in codepoints.
    """

    line: int
    column: int

    @classmethod
    def at(cls, text: str, offset: int) -> Pos:
        """Return the place of an offset.

        Args:
            text: the text.
            offset: in characters, from 0.
        """
        return cls(text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1))

    def offset_in(self, text: str) -> int:
        """Return the offset of the place, in characters from 0.

        Args:
            text: the text that the place is in.
        """
        return sum(len(line) + 1 for line in text.split("\n")[: self.line - 1]) + self.column


@public
@dataclass(frozen=True)
class Message:
    """One message of Lean, as ``lean`` would print it.

    Attributes:
        start_pos: where it begins.
        end_pos: where what it is about ends.
        data: its words.
        severity: ``error``, ``warning`` or ``info``.
        code: the name of the error where Lean has one (``lean.unknownIdentifier``), else None.
    """

    start_pos: Pos
    end_pos: Pos
    data: str
    severity: Severity
    code: str | None = None

    def __str__(self) -> str:
        return f"{self.start_pos.line}:{self.start_pos.column}: {self.severity}: {self.data}"


@public
@dataclass(frozen=True)
class Sorry:
    """A ``sorry`` (or ``admit``, ``sorryAx``) and the goal that it stands for.

    Attributes:
        start_pos: where it begins.
        end_pos: where it ends.
        goal: the goal as Lean prints it, hypotheses and all.
    """

    start_pos: Pos
    end_pos: Pos
    goal: str


@public
@dataclass(frozen=True)
class Declaration:
    """A declaration of the command's own text.

    Attributes:
        name: its full name.
        kind: its keyword (``theorem``, ``def``, ``inductive``, ...), or ``constructor`` or
            ``field``; what stands in a ``where`` or a ``let rec`` has the kind of what it
            stands in.
        start_pos: where it begins.
        end_pos: where it ends.
    """

    name: str
    kind: str
    start_pos: Pos
    end_pos: Pos


ReasonName: TypeAlias = Literal[
    "error",
    "imports",
    "prelude",
    "unread",
    "swallowed",
    "dropped",
    "sorry",
    "axiom",
    "unsafe",
    "kernel",
    "option",
    "bent",
    "unknown",
]


@public
@dataclass(frozen=True)
class Reason:
    """Why a text is not proved.

    Args:
        name: the kind of the reason, one of :data:`ReasonName`.
        sentence: what a user reads.
        pos: where it is, in the command's text; None if it is in no one place.
        declaration: the full name of the declaration that it is about, if it is about one.
    """

    name: ReasonName
    sentence: str
    pos: Pos | None = None
    declaration: str | None = None

    def __str__(self) -> str:
        return self.sentence


@public
@dataclass(frozen=True)
class Command:
    """A text to elaborate.

    Args:
        cmd: Lean source, any number of commands.
        env: the handle whose environment it continues; None starts afresh.
        options: Lean options, as ``set_option`` lines above the text. As in a file they
            also hold for what is run on the handle that this command returns.
        parallel: parallel elaboration on or off; None leaves the configured value.
        imports: modules to import instead of the configured ones, for a command without
            ``env``; None leaves those.
        axioms: full names of axioms that the text may depend on, besides Lean's own three and
            the configured ones.
        asks: whether to ask Lean what it does not report unasked, where the text gives a reason
            to: what an axiom, a macro or an option does. Without it a text that gives such a
            reason is ``unproved``; that is enough, and faster, if only its messages matter.
        spans: parts of the text, each from the offset of a command's first word to that of its
            end. For each it is determined whether Lean read a command there; None for no part.
        details: whether an isolated text, which has a process of its own, may be elaborated once
            more for details: what a text with an error declares and the goals of its sorries, and
            where a declaration that refers to nothing begins and ends. Without it the former are
            left out, and such a declaration begins at its keyword and ends with its name.
    """

    cmd: str
    env: int | None = None
    options: Mapping[str, OptionValue] | None = None
    parallel: bool | None = None
    imports: tuple[str, ...] | None = None
    axioms: tuple[str, ...] = ()
    asks: bool = True
    spans: tuple[tuple[int, int], ...] | None = None
    details: bool = True


@public
@dataclass(frozen=True)
class FileCommand:
    """A file to elaborate. Its arguments mean what they mean for a :class:`Command`.

    Args:
        path: the file; a relative one is looked for from the caller's current directory.
        env: the handle whose environment it continues; None starts afresh.
        options: Lean options.
        parallel: parallel elaboration on or off; None leaves the configured value.
        imports: modules to import instead of the configured ones.
        axioms: full names of axioms that it may depend on.
        asks: whether to ask Lean what it does not report unasked.
    """

    path: str | PathLike[str]
    env: int | None = None
    options: Mapping[str, OptionValue] | None = None
    parallel: bool | None = None
    imports: tuple[str, ...] | None = None
    axioms: tuple[str, ...] = ()
    asks: bool = True


Request: TypeAlias = "Command | FileCommand | str | PathLike[str]"


@public
@dataclass(frozen=True, repr=False)
class CommandResponse:
    """Lean's verdict on one command.

    Two responses are equal if they agree in all but ``env`` and ``elapsed``, which differ from
    run to run.

    Attributes:
        env: the handle of the environment after the command: what ``Command(env=...)`` continues.
        messages: what Lean said, in the order of the text.
        sorries: each ``sorry`` of the text with its goal.
        declarations: what the text declares.
        elapsed: seconds from the call to the answer.
        text: the source that the positions refer to.
        path: the file that it came from, or None.
        unproved: why the text is not proved; empty if it is.
        unread: the indices, from 0, of the request's ``spans`` in which Lean read no command.
    """

    env: int = field(compare=False)
    messages: tuple[Message, ...] = ()
    sorries: tuple[Sorry, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    elapsed: float = field(default=0.0, compare=False)
    text: str = ""
    path: str | None = None
    unproved: tuple[Reason, ...] = ()
    unread: tuple[int, ...] = ()

    @property
    def errors(self) -> tuple[Message, ...]:
        """The messages of severity error."""
        return self._of("error")

    @property
    def warnings(self) -> tuple[Message, ...]:
        """The messages of severity warning."""
        return self._of("warning")

    @property
    def infos(self) -> tuple[Message, ...]:
        """The messages of severity info."""
        return self._of("info")

    @property
    def ok(self) -> bool:
        """True if Lean reported no error, which is less than proved: see ``unproved``."""
        return not self.errors

    @property
    def has_sorry(self) -> bool:
        """True if something in the text is, or depends on, ``sorry``."""
        return any(reason.name == "sorry" for reason in self.unproved)

    @property
    def doubt(self) -> str | None:
        """Why the text is not proved though it has neither an error nor a ``sorry``; else None."""
        others = (reason for reason in self.unproved if reason.name not in ("error", "sorry"))
        return next((other.sentence for other in others), None)

    def __repr__(self) -> str:
        """Return the essentials on one line, for the message of a failed ``assert``."""
        counts = [f"{severity}s={len(self._of(severity))}" for severity in _SEVERITIES]
        says = f": {' '.join(str(self.errors[0]).split())}" if self.errors else ""
        names = dict.fromkeys(reason.name for reason in self.unproved if reason.name != "error")
        hidden = f" unproved: {', '.join(names)}" if names else ""
        return f"<CommandResponse env={self.env} {' '.join(counts)}{hidden}{says}>"

    def __str__(self) -> str:
        """Return all that Lean said, for ``print``."""
        return f"CommandResponse(env={self.env}, messages={list(self.messages)})"

    def _of(self, severity: Severity) -> tuple[Message, ...]:
        return tuple(message for message in self.messages if message.severity == severity)
