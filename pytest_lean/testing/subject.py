"""What the assertions, and a second look, need of the :class:`~pytest_lean.Lean` of a test.

They take this protocol and not the class, which has each of them as a method.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from os import PathLike
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from pytest_lean.config import LeanConfig, LeanOptions, Trust
from pytest_lean.messages import Command, CommandResponse, Declaration, FileCommand, OptionValue
from pytest_lean.server.imports import ImportWatch
from pytest_lean.server.request import CONFIGURED, Timeout, as_request, read_request
from pytest_lean.server.stats import ServerStats
from pytest_lean.testing.questions import Questions, Step

if TYPE_CHECKING:
    from pytest_lean.judge.certificate import Certificate
    from pytest_lean.toolchain.model import Toolchain


# Lean source, or the file that it is in.
Text: TypeAlias = "str | FileCommand | PathLike[str]"


class Server(Protocol):
    """What a :class:`Lean` needs of a server."""

    @property
    def config(self) -> LeanConfig:
        """How it is set up."""

    @property
    def toolchain(self) -> Toolchain:
        """The Lean that it runs."""

    @property
    def imports(self) -> ImportWatch:
        """What its workers import, and whether that changed on disk."""

    @property
    def stats(self) -> ServerStats:
        """What it did so far."""

    def text_of(self, env: int) -> str:
        """Return all that leads to an environment, as one text."""

    def seconds_of(self, env: int) -> float:
        """Return the seconds that all commands took that lead to an environment."""

    def run(
        self, request: Command | FileCommand | str, *, timeout: Timeout = ...
    ) -> CommandResponse:
        """Elaborate ``request``."""

    async def async_run(
        self, request: Command | FileCommand | str, *, timeout: Timeout = ...
    ) -> CommandResponse:
        """Elaborate ``request`` without blocking the event loop."""

    def suppose(self, command: Command) -> int:
        """Return a handle of what a text leads to, supposing that Lean accepts it."""


@dataclass(frozen=True)
class Start:
    """What a test starts from. Two are equal if they lead to the same environment.

    Attributes:
        imports: the modules to import; None for the server's configured ones.
        preamble: text above every command of the test.
        options: Lean options of the test.
        parallel: parallel elaboration on or off for the test; None for the configured value.
        timeout: seconds for each command.
        allowed_axioms: full names of axioms that the test's texts may use besides Lean's own
            three.
        trust: how far ``check`` and ``define`` look; ``certified`` is the second look.
    """

    imports: tuple[str, ...] | None = None
    preamble: str = ""
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    parallel: bool | None = None
    timeout: Timeout = field(default=CONFIGURED, compare=False)
    allowed_axioms: frozenset[str] = frozenset()
    trust: Trust = field(default="checked", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "options", LeanOptions(self.options))


class Certifies(Protocol):
    """The second look of a test."""

    def declares(
        self, name: str | None, allowed: Iterable[str] | None, type: str | None = None
    ) -> Certificate:
        """Certify what is declared under a name, or all of it."""

    def proves(self, statement: str, by: str, allowed: Iterable[str]) -> Certificate:
        """Certify that ``by`` proves ``statement``."""


class Subject(Protocol):
    """The Lean of a test, as whoever asks it questions sees it."""

    server: Server
    env: int | None

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """What the texts that led to its environment declare, in order."""

    @property
    def allowed_axioms(self) -> frozenset[str]:
        """The full names of the axioms that may be used besides Lean's own three."""

    @property
    def questions(self) -> Questions:
        """What asks Lean so that a text under test cannot bend the answer."""

    @property
    def certifier(self) -> Certifies:
        """The second look at what the test says."""

    def run(self, text: Text, *, timeout: Timeout = ...) -> CommandResponse:
        """Elaborate ``text``; its environment stays as it is."""

    def run_on(
        self,
        text: str,
        env: int | None,
        *,
        options: Mapping[str, OptionValue] | None = None,
        parallel: bool | None = None,
        asks: bool = True,
    ) -> CommandResponse:
        """Elaborate ``text`` on another environment than its own; ``asks`` as in a ``Command``."""

    def suppose(self, text: str, env: int | None) -> int:
        """Return a handle of what ``text`` leads to, supposing that Lean accepts it."""

    def eval(self, expression: str) -> Any:
        """Return the value of an expression as a Python value."""

    def type_of(self, expression: str) -> str:
        """Return the type of an expression, on one line."""

    def history(self) -> tuple[Step, ...]:
        """Return the texts that led from where the test started to its environment."""


def source(text: object) -> str | FileCommand:
    """Return what a test gave as Lean source, a path as the file that it names.

    Raises:
        TypeError: if it is neither; it says what is wanted.
    """
    if isinstance(text, Command):
        raise TypeError("wanted is Lean source or a file; a Command is for lean.server.run()")
    request = as_request(text)
    assert not isinstance(request, Command)
    return request


def text_of(text: Text) -> str:
    """Return the text of what a test gave as Lean source.

    Raises:
        TypeError: if it is no source.
        LeanFileError: if the file cannot be read.
    """
    return read_request(source(text)).command.cmd


def check_lean(helper: str, lean: object) -> None:
    """Raise a TypeError if ``lean`` is not the :class:`~pytest_lean.Lean` of a test."""
    if not hasattr(type(lean), "run_on"):
        raise TypeError(
            f"{helper} takes the Lean of a test (the fixture `lean`) first, "
            f"not {type(lean).__name__}"
        )
