"""Lean: what the ``lean`` fixture hands to a test.

Promises: every test starts from the same environment (imports and preamble) and leaves
nothing behind for the next; a text that Lean rejects is an ``AssertionError`` with the
source and a caret, and everything that is no verdict is an exception of
:mod:`pytest_lean.errors`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from pytest_lean.messages import Command, CommandResponse, FileCommand, OptionValue
from pytest_lean.render import describe
from pytest_lean.server.requests import CONFIGURED, Timeout
from pytest_lean.values import read_value


class Server(Protocol):
    """What a :class:`Lean` needs of a server."""

    def run(
        self, request: Command | FileCommand | str, *, timeout: Timeout = ...
    ) -> CommandResponse:
        """Elaborate ``request``."""


class LeanRejection(AssertionError):
    """Lean rejects a text that was meant to hold.

    Attributes:
        response: all that Lean said.
    """

    def __init__(self, message: str, response: CommandResponse) -> None:
        super().__init__(message)
        self.response = response


@dataclass(frozen=True)
class Start:
    """What a test starts from.

    Attributes:
        imports: the modules to import; None for the server's configured ones.
        preamble: text above every command of the test.
        options: Lean options of the test.
        parallel: parallel elaboration on or off for the test; None for the configured value.
        timeout: seconds for each command.
    """

    imports: tuple[str, ...] | None = None
    preamble: str = ""
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    parallel: bool | None = None
    timeout: Timeout = CONFIGURED


class Lean:
    """An environment of Lean's that a test works in.

    Args:
        server: answers the commands.
        start: what the environment is made of.
        base: the handle of an environment that already holds the imports and the preamble.
    """

    def __init__(self, server: Server, start: Start | None = None, base: int | None = None) -> None:
        self.server = server
        self.env = base
        self._start = start or Start()

    def run(self, text: str | FileCommand) -> CommandResponse:
        """Elaborate ``text`` in this environment, which stays as it is; return what Lean says."""
        return self.server.run(self._command(text), timeout=self._start.timeout)

    def check(self, text: str | FileCommand) -> CommandResponse:
        """:meth:`run`, and fail the test on any error or ``sorry``.

        Raises:
            LeanRejection: with the source line, a caret and Lean's message.
        """
        response = self.run(text)
        require_proved(response)
        return response

    def define(self, text: str | FileCommand) -> CommandResponse:
        """:meth:`check`, and let what follows in this test start from the result."""
        response = self.check(text)
        self.env = response.env
        return response

    def eval(self, expression: str) -> Any:
        """Return the value of an expression, as ``#eval`` prints it, as a Python value.

        Nat and Int become int; Bool, String and Char their Python kin; List and Array a
        list; Option None or the value; a product a tuple. Anything else is its text.

        Raises:
            LeanRejection: if Lean cannot evaluate it.
        """
        # On lines of their own, so that a comment in the expression ends where it should.
        ask = f"set_option format.width 1000000 in\n#eval (\n{expression}\n)\n"
        response = self.check(f"{ask}set_option format.width 1000000 in\n#check (\n{expression}\n)")
        printed = [message.data for message in response.infos]
        if len(printed) < 2:
            raise LeanRejection(
                describe("Lean evaluated the expression and printed no value", response, ()),
                response,
            )
        return read_value(printed[-2], _type_in(printed[-1]))

    def type_of(self, expression: str) -> str:
        """Return the type of an expression, as ``#check`` prints it on one line.

        Raises:
            LeanRejection: if it has none.
        """
        response = self.check(f"set_option format.width 1000000 in\n#check (\n{expression}\n)")
        return _type_in(response.infos[-1].data)

    def _command(self, text: str | FileCommand) -> Command | FileCommand:
        start = self._start
        options = start.options if self.env is None else None
        parallel = start.parallel if self.env is None else None
        if isinstance(text, FileCommand):
            return FileCommand(text.path, self.env, options, parallel, start.imports)
        return Command(text, self.env, options, parallel, start.imports)


def require_proved(response: CommandResponse, about: str = "") -> None:
    """Fail on any error or ``sorry`` in ``response``.

    Args:
        response: what Lean said.
        about: what the text is; it stands before the headline.

    Raises:
        LeanRejection: with all errors, or with the places of all ``sorry``.
    """
    errors = response.errors
    if errors:
        count = "an error" if len(errors) == 1 else f"{len(errors)} errors"
        raise LeanRejection(describe(f"{about}Lean reports {count}", response, errors), response)
    if response.has_sorry:
        shown = [message for message in response.warnings if "sorry" in message.data]
        goals = "".join(f"\n\ngoal of the sorry:\n{one.goal}" for one in response.sorries)
        headline = f"{about}not proved: the text uses `sorry`"
        raise LeanRejection(describe(headline, response, shown) + goals, response)


def _type_in(printed: str) -> str:
    """Return the type in what ``#check`` prints: what follows the first colon at depth 0."""
    depth = 0
    for index, char in enumerate(printed):
        if char in "([{⟨":
            depth += 1
        elif char in ")]}⟩":
            depth -= 1
        elif char == ":" and depth == 0 and printed[index : index + 2] == ": ":
            return printed[index + 2 :].strip()
    return printed.strip()
