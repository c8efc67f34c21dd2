"""Lean: what the ``lean`` fixture hands to a test.

Promises: every test starts from the same environment (imports and preamble) and leaves
nothing behind for the next; a text that Lean rejects is an ``AssertionError`` with the
source and a caret, and everything that is no verdict is an exception of
:mod:`pytest_lean.errors`. The assertions are written in :mod:`pytest_lean.testing.assertions`; here
they only get a place in a test's reach.
"""

from __future__ import annotations

import dataclasses
import os
import threading
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pytest_lean.errors import LeanServerError
from pytest_lean.messages import (
    Command,
    CommandResponse,
    Declaration,
    FileCommand,
    OptionValue,
    Sorry,
)
from pytest_lean.public import public
from pytest_lean.server.request import CONFIGURED, Configured, Timeout
from pytest_lean.testing import printed
from pytest_lean.testing.assertions import cost, declarations, goals, terms
from pytest_lean.testing.certified import Certifier
from pytest_lean.testing.facts import Facts, Snapshot, check_name, snapshot
from pytest_lean.testing.failure import require_proved
from pytest_lean.testing.missing_types import warn_of_missing_types
from pytest_lean.testing.questions import Questions, Step
from pytest_lean.testing.subject import Server, Start, Text, source

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from pytest_lean.judge.certificate import Certificate
    from pytest_lean.judge.second_look import SecondLook
    from pytest_lean.testing.base import Base
    from pytest_lean.testing.baseline import Baselines
    from pytest_lean.testing.costs import Costs
    from pytest_lean.testing.model.agreement import Agreement
    from pytest_lean.testing.model.model import Model

_ATTRIBUTE = "attribute"


@public
class Lean:
    """An environment of Lean's that a test works in.

    Args:
        server: answers the commands.
        start: what the environment is made of.
        env: the handle of an environment that already holds the imports and the preamble.
        base: what ``env`` came from.
        baselines: the test's committed texts; None where there is no test.
        look: gives the processes of the second look; without it, it has its own.

    Attributes:
        env: the handle of the environment; :meth:`define` moves it on.
        agreements: what :meth:`agrees` has compared in this test.
    """

    def __init__(
        self,
        server: Server,
        start: Start | None = None,
        env: int | None = None,
        *,
        base: Base | None = None,
        baselines: Baselines | None = None,
        look: Callable[[], SecondLook] | None = None,
    ) -> None:
        self.server = server
        self.env = env
        self._start = start or Start()
        self._baselines = baselines
        # None where the preamble's text stands in the document, as it does once that was needed.
        self._compiled_base = base if base is not None and base.is_compiled else None
        self._look = look
        self._steps: dict[int, Step] = {}
        self.agreements: list[Agreement] = []
        self._preparing = threading.RLock()  # tasks prepare their texts in threads

    def run(self, text: Text, *, timeout: Timeout = CONFIGURED) -> CommandResponse:
        """Elaborate ``text`` in this environment, which stays as it is; return what Lean says.

        Args:
            text: Lean source, or a file: its path, or a :class:`FileCommand`.
            timeout: seconds that it may take; None for no limit; by default the test's own.
        """
        request = source(text)
        self._prepare(request)
        env, command = self.env, self._command(request, self.env)
        response = self.server.run(command, timeout=self._seconds(timeout))
        self._steps[response.env] = Step(env, response)
        self._warn(response)
        return response

    async def async_run(self, text: Text, *, timeout: Timeout = CONFIGURED) -> CommandResponse:
        """:meth:`run` for asyncio: never blocks the loop; cancelling it stops the command.

        Commands of several tasks are answered one after the other, and a deadline counts the
        wait.

        Args:
            text: Lean source, or a file.
            timeout: seconds that it may take; None for no limit; by default the test's own.
        """
        import asyncio  # whoever calls this has loaded it

        request = source(text)
        if self._compiled_base is not None:  # Lean may have to elaborate the preamble's text
            await asyncio.to_thread(self._prepare, request)
        env, command = self.env, self._command(request, self.env)
        response = await self.server.async_run(command, timeout=self._seconds(timeout))
        self._steps[response.env] = Step(env, response)
        await asyncio.to_thread(self._warn, response)
        return response

    def check(self, text: Text, *, timeout: Timeout = CONFIGURED) -> CommandResponse:
        """:meth:`run`, and fail the test unless all of it is proved.

        Args:
            text: Lean source, or a file.
            timeout: seconds that it may take; None for no limit; by default the test's own.

        Raises:
            LeanRejection: with the source line, a caret and Lean's message, or with what else
                keeps it from being proved: a ``sorry``, an axiom, a way around the kernel.
        """
        response = self.run(text, timeout=timeout)
        require_proved(response, reported_only=self._start.trust == "elaborated")
        if self._start.trust == "certified":
            self.certifier.check(response.text, response.path)
        return response

    def certify(
        self,
        text: str | os.PathLike[str],
        *,
        theorem: str,
        statement: str | None = None,
        allowed: Iterable[str] | None = None,
        timeout: float | None = None,
    ) -> Certificate:
        """Certify that ``text`` proves a theorem, whatever else it does.

        The text is compiled in a fresh process; what it left is checked by another process that
        runs none of its code. It may use what the preamble and :meth:`define` declare, which are
        compiled first as a module of their own, and are trusted. ``docs/verdicts.md`` tells what
        the certificate rests on.

        Args:
            text: Lean source, or the file that it is in.
            theorem: the full name of the theorem.
            statement: the proposition that it has to state, compiled apart from the text;
                without it the certificate tells what is proved.
            allowed: axioms that are accepted besides Lean's own three and those of the test;
                the text must not declare them itself.
            timeout: seconds for all of it; by default the test's own.

        Raises:
            LeanRejection: a check refuses it; the first line says which, and what it saw.
            TypeError: the theorem or the statement is no text.
            ValueError: one of them is empty, or Lean does not accept the statement.
            LeanError: there is no verdict: time, memory, a crash.
        """
        return self.certifier.certify(text, theorem, statement, allowed=allowed, timeout=timeout)

    @cached_property
    def certifier(self) -> Certifier:
        """The second look at what this test says."""
        return Certifier(self, self._start, self._look)

    def define(self, text: Text, *, timeout: Timeout = CONFIGURED) -> CommandResponse:
        """:meth:`check`, and let what follows in this test start from the result.

        Args:
            text: Lean source, or a file.
            timeout: seconds that it may take; None for no limit; by default the test's own.

        Raises:
            LeanRejection: as for :meth:`check`; the environment stays what it was.
        """
        response = self.check(text, timeout=timeout)
        self.env = response.env
        return response

    def eval(self, expression: str) -> Any:
        """Return the value of an expression, as ``#eval`` prints it, as a Python value.

        Nat and Int become int; Bool, String and Char their Python kin; List and Array a
        list; Option None or the value; a product a tuple. Anything else is its text.

        Args:
            expression: a term of Lean's.

        Raises:
            LeanRejection: if Lean cannot evaluate it.
            TypeError, ValueError: if it is no text, or an empty one.
        """
        return printed.value_of(self, expression)

    def model(self, function: str, *, implicit: Mapping[str, str] | None = None) -> Model:
        """Return a function of Lean as a Python callable, with the definitions of this test.

        ``lean.model("sort'")([3, 1, 2])`` is ``[1, 2, 3]``: arguments are converted by the types
        of Lean, results come back as Python values; ``docs/model.md`` has the table.
        ``model.map(inputs)`` answers many inputs in one command.

        Args:
            function: the name of a function, or an expression.
            implicit: implicit arguments that nothing else determines, as texts of Lean:
                ``{"α": "Nat"}``.

        Raises:
            LeanRejection: Lean does not accept it.
            TypeError: values of a type of it cannot be handed over; or no text.
            ValueError: an empty text.
        """
        from pytest_lean.testing.model.model import model  # few tests need it

        return model(self, function, implicit)

    def strategy(
        self, type: str, *, max_size: int = 20, max_value: int = 1_000_000, where: str | None = None
    ) -> SearchStrategy[Any]:
        """Return a hypothesis strategy for the values of a type of Lean.

        It needs the extra ``pytest-lean[hypothesis]``.

        Args:
            type: a type of Lean, such as ``List (Nat × Bool)``; structures and inductive types too.
            max_size: elements of a list and characters of a string, at most.
            max_value: the biggest Nat or Int, and the negative of the smallest Int.
            where: a predicate in Lean, such as ``fun xs => xs.length > 2``, to Bool or a
                decidable proposition.

        Raises:
            LeanRejection: Lean does not accept the type or the predicate.
            TypeError, ValueError: values of the type cannot be handed over; a wrong argument.
            ImportError: hypothesis is not installed.
        """
        from pytest_lean.testing.model.strategies import strategy  # few tests need it

        return strategy(self, type, max_size=max_size, max_value=max_value, where=where)

    def agrees(
        self,
        function: Callable[..., Any],
        model: str | Model,
        *strategies: SearchStrategy[Any],
        examples: int = 500,
        assuming: str | Iterable[str] | None = None,
        max_size: int = 20,
        max_value: int = 1_000_000,
    ) -> Agreement:
        """Assert that a Python function agrees with its model in Lean on many inputs.

        Both get the same inputs, and results are compared by the type that the model's has in
        Lean. It needs the extra ``pytest-lean[hypothesis]``, which shrinks an input on which they
        differ and tries it first in the next run.

        Args:
            function: the Python function.
            model: what it is held against: as for :meth:`model`, or what that returns.
            strategies: for the explicit arguments; by default made from their types in Lean.
            examples: how many inputs, at most: equal ones count once.
            assuming: the full names of theorems about the model that the test relies on: each
                has to be proved, from axioms that are allowed, and to say something about it.
            max_size: as for :meth:`strategy`, where strategies are made.
            max_value: as for :meth:`strategy`, where strategies are made.

        Returns:
            What was compared.

        Raises:
            LeanRejection: they differ: the smallest input, both values, and a line to paste; or a
                theorem that is assumed is none.
            LeanServerError: Lean gives no answer for an input: a deadline, a crash, memory.
            TypeError, ValueError: a wrong argument.
            ImportError: hypothesis is not installed.
        """
        from pytest_lean.testing.model.agreement import agrees  # few tests need it
        from pytest_lean.testing.model.strategies import Limits

        found = agrees(
            self,
            function,
            model,
            strategies,
            examples=examples,
            assuming=assuming,
            limits=Limits(max_size, max_value),
        )
        self.agreements.append(found)
        return found

    def type_of(self, expression: str) -> str:
        """Return the type of an expression, as ``#check`` prints it on one line.

        Args:
            expression: a term of Lean's.

        Raises:
            LeanRejection: if it has none.
            TypeError, ValueError: if it is no text, or an empty one.
        """
        return printed.type_of(self, expression)

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """What the texts that led to this environment declare, in order."""
        return tuple(
            declaration for step in self.history() for declaration in step.response.declarations
        )

    @property
    def allowed_axioms(self) -> frozenset[str]:
        """The full names of the axioms that may be used besides Lean's own three."""
        return self._start.allowed_axioms

    @cached_property
    def questions(self) -> Questions:
        """What asks Lean so that a text under test cannot bend the answer."""
        return Questions(self)

    def facts(self, name: str) -> Facts:
        """Return kind, type and axioms of a declaration.

        Args:
            name: its full name.

        Raises:
            LeanRejection: there is none.
        """
        return declarations.assert_declares(self, name)

    def axioms(self, name: str) -> frozenset[str]:
        """Return the axioms that a declaration depends on.

        Args:
            name: its full name.

        Raises:
            LeanRejection: there is none.
        """
        name = check_name(name)
        return declarations.axioms_by_name(self, name)[name]

    def snapshot(self, names: Iterable[str] | None = None) -> Snapshot:
        """Return what this environment holds now, to be compared with another.

        Args:
            names: full names of declarations; None for all that the test made.
        """
        return snapshot(self, names)

    def signatures(self, text: Text) -> tuple[str, ...]:
        """Return the kinds, names and types of what a text or a file declares publicly.

        Args:
            text: Lean source, or a file; here the name of a ``.lean`` file can be a str as well.

        Raises:
            LeanRejection: Lean does not accept it.
        """
        response = self.check(_named_file(text))
        inside = self.inside(response.env)
        found = snapshot(inside, [declaration.name for declaration in response.declarations])
        return tuple(
            f"{facts.kind} {facts.signature}"
            for facts in found.facts.values()
            if not facts.is_private
        )

    def heartbeats(self, text: Text) -> int:
        """Return how many thousand heartbeats the most expensive declaration of ``text`` takes.

        Args:
            text: Lean source, or a file.

        Raises:
            LeanRejection: Lean does not accept it.
        """
        return cost.heartbeats(self, text)

    def costs(self, text: Text) -> Costs:
        """Return what each declaration of ``text`` costs, in thousands of heartbeats.

        ``lean.baseline("costs", lean.costs(text))`` fails if one has become dearer.

        Args:
            text: Lean source, or a file.

        Raises:
            LeanRejection: Lean does not accept it.
        """
        from pytest_lean.testing.costs import Costs  # few tests need it

        return Costs(self, text)

    def baseline(self, name: str, what: object, *, tolerance: float | None = None) -> str:
        """Compare what Lean said with the committed text ``baselines/<test file>/<name>.txt``.

        Args:
            name: letters, digits and ``. _ + -``.
            what: a response (its messages), a snapshot, facts, a text or texts, or costs.
            tolerance: for costs: by which share a declaration may take more than is committed,
                0.2 for 20 per cent; None for the setting ``cost_tolerance``.

        Returns:
            The text.

        Raises:
            LeanRejection: it differs, or there is none; ``--lean-update`` writes it.
            TypeError, ValueError: for a wrong argument.
        """
        if self._baselines is None:
            raise TypeError("this Lean does not belong to a test: it has no baselines")
        return self._baselines.compare(name, what, tolerance)

    def assert_declares(
        self,
        name: str,
        *,
        kind: str | None = None,
        type: str | None = None,
        certified: bool = False,
    ) -> Facts:
        """See :func:`pytest_lean.assert_declares`."""
        return declarations.assert_declares(self, name, kind=kind, type=type, certified=certified)

    def assert_not_declared(self, name: str) -> None:
        """See :func:`pytest_lean.assert_not_declared`."""
        declarations.assert_not_declared(self, name)

    def assert_axioms(
        self, name: str, allowed: Iterable[str] | None = None, *, certified: bool = False
    ) -> frozenset[str]:
        """See :func:`pytest_lean.assert_axioms`."""
        return declarations.assert_axioms(self, name, allowed, certified=certified)

    def assert_no_sorry(self, *names: str, certified: bool = False) -> None:
        """See :func:`pytest_lean.assert_no_sorry`."""
        declarations.assert_no_sorry(self, *names, certified=certified)

    def assert_type(self, expression: str, type: str) -> None:
        """See :func:`pytest_lean.assert_type`."""
        terms.assert_type(self, expression, type)

    def assert_defeq(self, a: str, b: str) -> None:
        """See :func:`pytest_lean.assert_defeq`."""
        terms.assert_defeq(self, a, b)

    def assert_reducible_to(self, expression: str, normal_form: str) -> None:
        """See :func:`pytest_lean.assert_reducible_to`."""
        terms.assert_reducible_to(self, expression, normal_form)

    def assert_proves(
        self,
        statement: str,
        by: str,
        *,
        allowed: Iterable[str] | None = None,
        certified: bool = False,
    ) -> frozenset[str]:
        """See :func:`pytest_lean.assert_proves`."""
        return terms.assert_proves(self, statement, by, allowed=allowed, certified=certified)

    def assert_eval(self, expression: str, value: Any) -> None:
        """See :func:`pytest_lean.assert_eval`."""
        terms.assert_eval(self, expression, value)

    def assert_goal(
        self,
        text: Text,
        goal: str,
        *,
        hypotheses: Mapping[str, str] | None = None,
        line: int | None = None,
    ) -> Sorry:
        """See :func:`pytest_lean.assert_goal`."""
        return goals.assert_goal(self, text, goal, hypotheses=hypotheses, line=line)

    def assert_max_heartbeats(self, text: Text, limit: int) -> CommandResponse:
        """See :func:`pytest_lean.assert_max_heartbeats`."""
        return cost.assert_max_heartbeats(self, text, limit)

    def run_on(
        self,
        text: str,
        env: int | None,
        *,
        options: Mapping[str, OptionValue] | None = None,
        parallel: bool | None = None,
        asks: bool = True,
    ) -> CommandResponse:
        """Elaborate a text on another environment than this one; it leaves no trace here.

        Args:
            text: Lean source.
            env: the handle of the environment; None for that of the imports.
            options: Lean options for this text, besides the test's.
            parallel: parallel elaboration on or off; by default the test's.
            asks: as in a :class:`Command`.
        """
        if env == self.env:
            self._leave_what_is_outdated()
            env = self.env
        command = self._command(text, env)
        both = {**(command.options or {}), **(options or {})}
        chosen = command.parallel if parallel is None else parallel
        assert isinstance(command, Command)
        request = dataclasses.replace(command, options=both or None, parallel=chosen, asks=asks)
        return self.server.run(request, timeout=self._start.timeout)

    def suppose(self, text: str, env: int | None) -> int:
        """Return a handle of what ``text`` leads to on ``env``, supposing that Lean accepts it.

        Args:
            text: what is elaborated with the first command that is run on the handle.
            env: what it continues, the imports if None.

        Raises:
            NotSupposed: it has to be run to know.
        """
        command = self._command(text, env)
        assert isinstance(command, Command)
        return self.server.suppose(command)

    def texts(self) -> tuple[str, ...]:
        """Return the texts that this environment is made of, the first one on the imports."""
        said = [step.response.text for step in self.history()]
        return tuple(part for part in (self._start.preamble, *said) if part.strip())

    def inside(self, env: int) -> Lean:
        """Return the Lean of another environment, with all that this one has besides.

        Args:
            env: its handle.
        """
        return Lean(self.server, self._start, env)

    def history(self) -> tuple[Step, ...]:
        """Return the texts that led from where the test started to this environment."""
        steps: list[Step] = []
        env = self.env
        while env is not None and env in self._steps:
            steps.append(self._steps[env])
            env = self._steps[env].parent
        return tuple(reversed(steps))

    def _warn(self, response: CommandResponse) -> None:
        """Warn if an accepted text speaks of a type that the embedded Lean does not have."""
        if self.server.toolchain.kind == "embedded":
            parent = self._steps[response.env].parent
            off = {"autoImplicit": False}
            warn_of_missing_types(
                response,
                self.texts,
                lambda text: self.run_on(text, response.env, asks=False),
                lambda text: self.run_on(text, parent, options=off, asks=False),
            )

    def _prepare(self, text: str | FileCommand) -> None:
        """Go over to the preamble's text where ``text`` may not work on its compiled module."""
        with self._preparing:
            if isinstance(text, FileCommand) or _ATTRIBUTE in text:
                self._move_to_text()
            self._leave_what_is_outdated()

    def _seconds(self, timeout: Timeout) -> Timeout:
        return self._start.timeout if isinstance(timeout, Configured) else timeout

    def _leave_what_is_outdated(self) -> None:
        if self._compiled_base is not None and self._compiled_base.is_outdated():
            self._move_to_text()

    def _move_to_text(self) -> None:
        """Have the preamble's declarations defined in the document itself, not imported.

        Lean refuses many attributes for what is imported. What the test ran before is run again.
        """
        base, self._compiled_base = self._compiled_base, None
        if base is None:
            return
        steps, self.env = self.history(), base.as_text(self._start.timeout)
        for step in steps:
            response = self.run(step.response.text)
            if response.ok != step.response.ok:
                raise LeanServerError(
                    "on the preamble's text this does not do what it did on its compiled module, "
                    "so nothing can be said about what comes after it",
                    command=step.response.text,
                )
            self.env = response.env

    def _command(self, text: str | FileCommand, env: int | None) -> Command | FileCommand:
        start = self._start
        options = start.options if env is None else None
        parallel = start.parallel if env is None else None
        imports = start.imports if env is None else None
        axioms = tuple(sorted(start.allowed_axioms))
        if isinstance(text, FileCommand):
            return FileCommand(text.path, env, options, parallel, imports, axioms)
        return Command(text, env, options, parallel, imports, axioms)


def _named_file(text: Text) -> Text:
    """Return ``text``, and the file if it is the name of one that exists."""
    if isinstance(text, str) and text.endswith(".lean") and not any(map(str.isspace, text)):
        return FileCommand(text) if os.path.isfile(text) else text
    return text
