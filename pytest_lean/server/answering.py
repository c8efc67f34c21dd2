"""One command on one worker: what it continues, what Lean elaborates, what is answered.

Promises: an answer is what Lean says about exactly that text after exactly that environment;
whatever keeps that from being known is an exception. Who may ask, and when, and what happens when
a worker is lost, is the server's matter (:mod:`pytest_lean.server.server`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from pytest_lean.config import LeanConfig
from pytest_lean.errors import (
    LeanCrashError,
    LeanMemoryError,
    LeanServerError,
    LeanSettingsError,
)
from pytest_lean.language.carried import tells
from pytest_lean.messages import Command, CommandResponse, Message, OptionValue
from pytest_lean.server import verdict
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.document import PROBE, Document
from pytest_lean.server.environment import (
    Environment,
    Source,
    merged_header,
    option_lines,
    split_source,
)
from pytest_lean.server.findings import Before
from pytest_lean.server.handles import Handles
from pytest_lean.server.hints import is_plain
from pytest_lean.server.imports import Header
from pytest_lean.server.launch import Launcher
from pytest_lean.server.mailbox import Elaboration
from pytest_lean.server.request import Asked, NotSupposed
from pytest_lean.server.reuse import Beginnings, elaborate
from pytest_lean.server.sealing import Sealer
from pytest_lean.server.seals import Stretch
from pytest_lean.server.stats import ServerStats
from pytest_lean.server.trust import NOTHING_YET
from pytest_lean.server.verdict import Judgement
from pytest_lean.server.workers import Workers
from pytest_lean.toolchain.wording import missing_module


class Answers:
    """Answers commands on the workers of one server, one after the other.

    Args:
        config: how the server is set up.
        launcher: of its workers.
        workers: that it has.
        stats: where the commands are counted that were answered behind a seal.

    Attributes:
        handles: of the environments that its answers lead to.
        prologue: what stands above each text: the configured options.
        sealer: has the beginnings of long chains as modules.
    """

    def __init__(
        self, config: LeanConfig, launcher: Launcher, workers: Workers, stats: ServerStats
    ) -> None:
        self.handles = Handles()
        self.prologue = option_lines(config.options)
        self._config = config
        self._launcher = launcher
        self._workers = workers
        self._stats = stats
        self._beginnings = Beginnings(config.enable_incremental_optimization)
        self.sealer = Sealer(config, launcher, workers, self.prologue)

    def suppose(self, command: Command) -> int:
        """Return a handle of what a text leads to, which is elaborated with what continues it.

        Raises:
            NotSupposed: it can give a reason to ask Lean more than its messages.
        """
        parent = None if command.env is None else self.handles.get(command.env, command.cmd)
        source, header = self._source(command, parent)
        continues_plain = parent is None or (
            parent.trust == NOTHING_YET and parent.reaches_end is True
        )
        if (
            not continues_plain
            or not is_plain(source.text, self.prologue + self._preface(command))
            or self._workers.imports.axioms(header)
        ):
            raise NotSupposed
        environment = Environment(
            handle=self.handles.new(),
            parent=parent,
            source=source,
            header=header,
            elaborated_clean=True,
            reaches_end=True,
            trust=NOTHING_YET,
            seconds=0.0,
            is_supposed=True,
        )
        self.handles.add(environment)
        return environment.handle

    def answer(self, asked: Asked, deadline: Deadline) -> CommandResponse:
        """Run a command once, on the worker that is there.

        Raises:
            NotSupposed: a text that was supposed to be accepted is not.
            LeanError: nothing is known of the text.
        """
        command, parent = asked.command, None
        if command.env is not None:
            parent = self.handles.get(command.env, command.cmd)
            self._settle(parent, deadline)
        source, header = self._source(command, parent)
        stretch = self.sealer.behind(parent, source)
        answered = None
        if stretch is not None:
            answered = self._behind_seal(asked, stretch, source, deadline)
        if answered is None:
            chain = parent.chain() if parent else []
            document = Document(header, self.prologue, chain, source)
            counts = asked.counts and stretch is None  # else it was counted there
            answered = self._behind_text(
                dataclasses.replace(asked, counts=counts), document, parent, deadline
            )
        document, judged = answered
        environment = Environment(
            handle=self.handles.new(),
            parent=parent,
            source=judged.source,
            header=header,
            elaborated_clean=judged.clean,
            reaches_end=judged.reaches_end,
            trust=judged.trust,
            seconds=deadline.elapsed,
        )
        self.handles.add(environment)
        is_sealed = document.header != header
        self._stats.sealed += is_sealed
        self.sealer.answered(parent, source, deadline.elapsed, sealed=is_sealed)
        return CommandResponse(
            env=environment.handle,
            messages=tuple(document.reported(judged.messages)),
            sorries=judged.sorries,
            declarations=judged.declarations,
            elapsed=deadline.elapsed,
            text=document.source.text,
            path=asked.path,
            unproved=judged.trust.unproved(self._allowed(command)),
            unread=judged.unread,
        )

    def _behind_text(
        self, asked: Asked, document: Document, parent: Environment | None, deadline: Deadline
    ) -> tuple[Document, Judgement]:
        """Run a command behind the texts of what it continues.

        Raises:
            NotSupposed: a text that was supposed to be accepted is not.
            LeanError: nothing is known of the text.
        """
        header, judged = document.header, None
        supposed = [link for link in document.before if link.is_supposed]
        with self._workers.using(document, deadline, count=asked.counts) as worker:
            document, elaboration = self._beginnings.elaborate(worker, document, deadline)
            # What is wrong is raised outside, since this worker is as good as before.
            if document.has_clean(supposed, elaboration.diagnostics):
                self._check_replay(document, elaboration)
                # They may have been built again since the environment was made.
                imports = self._workers.imports.axioms(header)
                before = self._before(asked.command, parent, imports)
                judged = verdict.judge(worker, document, elaboration, deadline, before)
                self._check_memory(judged.messages, document.source.text)
        if judged is None:
            raise NotSupposed
        for link in supposed:
            link.is_supposed = False
        return document, judged

    def _behind_seal(
        self, asked: Asked, stretch: Stretch, source: Source, deadline: Deadline
    ) -> tuple[Document, Judgement] | None:
        """Run a command behind a module of what it continues; None if the texts have to decide.

        Raises:
            LeanError: nothing is known of the text.
        """
        end, judged = stretch.end, None
        document = Document(stretch.header, self.prologue, stretch.texts, source)
        try:
            with self._workers.using(document, deadline, count=asked.counts) as worker:
                document, elaboration = self._beginnings.elaborate(worker, document, deadline)
                if document.stands(elaboration.diagnostics) and self.sealer.holds(stretch):
                    before = self._before(asked.command, end, frozenset())
                    judged = verdict.judge(worker, document, elaboration, deadline, before)
                    self._check_memory(judged.messages, source.text)
        except LeanCrashError:
            self.sealer.crashed(stretch, source)
            raise
        if judged is None:
            self.sealer.drop(stretch)
        elif not any(tells(message.data) for message in judged.messages):
            return document, judged
        return None

    def _preface(self, command: Command) -> str:
        options: dict[str, OptionValue] = dict(command.options or {})
        if command.parallel is not None and self._launcher.knows_parallel():
            options["Elab.async"] = command.parallel
        return option_lines(options)

    def _source(self, command: Command, parent: Environment | None) -> tuple[Source, Header]:
        """Return the text of ``command`` behind ``parent``, and the header of its document."""
        source = split_source(command.cmd, self._preface(command), continues=parent is not None)
        if parent is not None:
            return source, parent.header
        imports = self._config.imports if command.imports is None else command.imports
        return source, merged_header(imports, source.header)

    def _allowed(self, command: Command) -> frozenset[str]:
        return frozenset((*self._config.allowed_axioms, *command.axioms))

    def _before(
        self, command: Command, parent: Environment | None, imports: frozenset[str]
    ) -> Before:
        """Return what bears on ``command`` from outside its text."""
        return Before(
            trust=parent.trust if parent else NOTHING_YET,
            imports=imports,
            options={**self._config.options, **(command.options or {})},
            allowed=self._allowed(command),
            asks=command.asks,
            spans=command.spans,
            details=command.details,
        )

    def _settle(self, environment: Environment, deadline: Deadline) -> None:
        """Find out whether Lean reads what stands behind ``environment``."""
        if environment.reaches_end is not None:
            return
        before = environment.parent.chain() if environment.parent else []
        document = Document(environment.header, self.prologue, before, environment.source)
        with self._workers.using(document, deadline) as worker:
            elaboration = elaborate(worker, document, deadline, PROBE)
            self._check_replay(document, elaboration)
        environment.reaches_end = document.answers_probe(elaboration.diagnostics)

    def _check_replay(self, document: Document, elaboration: Elaboration) -> None:
        """Raise unless the command stands where it should: on its library, and its environment."""
        unloaded = document.unloaded(elaboration.diagnostics)
        if unloaded is not None and document.header:
            advice = missing_module(unloaded)
            raise LeanServerError(
                f"Lean could not load what is to be imported for the text: {unloaded}"
                + (f"\n{advice}" if advice else ""),
                command=document.source.text,
            )
        if unloaded is not None:
            raise LeanCrashError(f"Lean could not load its library: {unloaded}", cause="start")
        refused = document.refused_option(elaboration.diagnostics)
        if refused is not None:
            line, message = refused
            _, name, value = line.split(" ", 2)
            raise LeanSettingsError(
                f"Lean refuses {name}={value}, which is set for the text by `options`, so it says "
                f"nothing about any text: {message}"
            )
        broken = document.broken_replay(elaboration.diagnostics)
        if broken is not None:
            raise LeanServerError(
                f"environment {broken[0].handle} was without error when it was made and is not "
                f"any more, so nothing can be said about what continues it: {broken[1]}",
                command=document.source.text,
            )

    def _check_memory(self, messages: Iterable[Message], command: str) -> None:
        """Raise if Lean gave up for want of memory: it says so, and it did use that much."""
        if any(map(verdict.tells_of_memory, messages)) and self._workers.are_short_of_memory():
            raise LeanMemoryError("Lean passed its memory limit", command=command)
