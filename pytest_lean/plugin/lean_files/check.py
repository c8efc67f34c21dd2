"""Elaborates one ``.lean`` file for all its items, unless its verdict is in the cache.

A file is one document. Only at a command with a timeout of its own (``-- pytest: timeout=5``) it is
split: the text before it, the command itself, and the text behind it are given to Lean in turn.

Promises: the text that the items were found in is the text that Lean gets, byte for byte. If Lean
does not reach the end of a file, each item that it did not reach has an error.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pytest_lean.config import DEFAULT_TIMEOUT, LeanConfig
from pytest_lean.errors import CacheDirError, LeanBuildError, LeanError, LeanServerError
from pytest_lean.judge.verdict_cache import Verdict
from pytest_lean.messages import (
    Command,
    CommandResponse,
    Declaration,
    Message,
    Pos,
    Reason,
    Sorry,
)
from pytest_lean.plugin.lean_files.assignment import Assignment
from pytest_lean.plugin.lean_files.plan import Plan, Target
from pytest_lean.plugin.run import Run
from pytest_lean.server.request import Timeout
from pytest_lean.toolchain.cache import cache_path, locked
from pytest_lean.toolchain.model import Toolchain

if TYPE_CHECKING:
    from pytest_lean.judge.certificate import Certificate
    from pytest_lean.server.auto import AutoLeanServer
    from pytest_lean.testing.failure import LeanRejection

# A file with more commands is elaborated in a fresh process, which is then faster than a worker.
_MOST_FOR_A_WORKER = 400
_Placed = TypeVar("_Placed", Message, Declaration, Sorry)


@dataclass(frozen=True)
class _Said:
    """The result for a file.

    Attributes:
        assignment: what Lean said, item by item.
        is_known: whether it comes from the verdict cache.
        lost: why Lean did not reach the end of the file; None if it did.
        lost_at: the offset from which on there is no verdict then.
    """

    assignment: Assignment
    is_known: bool = False
    lost: LeanError | None = None
    lost_at: int = 0


class FileCheck:
    """What Lean says about a file; Lean is asked when an item needs it first.

    Args:
        run: the run.
        path: the file.
        chosen: one of ``lean_toolchains``, or None.
        plan: its items.
        timeout: seconds for the file; CONFIGURED for the timeout of the run.
    """

    def __init__(
        self, run: Run, path: Path, chosen: str | None, plan: Plan, timeout: Timeout
    ) -> None:
        self.plan = plan
        self._run = run
        self._path = str(path)
        self._chosen = chosen
        self._timeout = timeout
        self._said: _Said | LeanError | None = None
        self._second: Certificate | LeanError | LeanRejection | None = None

    def is_known(self) -> bool:
        """Return whether the verdict is in the cache, so that no server is needed.

        Raises:
            ToolchainError: there is no usable Lean, without which no verdict can be looked up.
        """
        if self._said is None:
            self._said = self._look_up()
        return isinstance(self._said, _Said) and self._said.is_known

    @functools.cached_property
    def toolchain(self) -> Toolchain:
        """The Lean that elaborates the file.

        Raises:
            ToolchainError: there is no usable Lean.
        """
        return self._run.leans.toolchain(self._chosen, self._run.leans.project)

    def server(self) -> AutoLeanServer:
        """Return the server for the file: for a long file, one that uses fresh processes.

        A worker reports its progress, and the size of all its reports together grows with the
        square of the number of commands.

        Raises:
            ToolchainError: there is no usable Lean.
        """
        servers, config = self._run.servers, self._config
        if len(self.plan.commands) <= _MOST_FOR_A_WORKER or config.isolated:
            return servers.get(config)
        return servers.get(dataclasses.replace(config, isolated=True, sandbox="off"))

    def assignment(self, target: Target | None) -> Assignment:
        """Return what Lean says about the file, if it reached ``target``.

        Raises:
            LeanError: there is no verdict on ``target``; each call raises the same error.
        """
        if self._said is None:
            try:
                self._said = self._ask()
            except LeanError as error:
                self._said = error
        said = self._said
        if isinstance(said, LeanError):
            raise said.with_traceback(None)
        if said.lost is not None and (target is None or target.command.start >= said.lost_at):
            raise said.lost.with_traceback(None)
        return said.assignment

    def look_again(self) -> None:
        """Take the second look at the file; once, for all its items.

        Raises:
            LeanRejection: the second look refuses the file.
            LeanError: there is no verdict.
        """
        from pytest_lean.testing.certified import Certifier
        from pytest_lean.testing.failure import LeanRejection
        from pytest_lean.testing.lean import Lean
        from pytest_lean.testing.subject import Start

        if self._second is None:
            servers, server = self._run.servers, self.server()
            start = Start(allowed_axioms=frozenset(server.config.allowed_axioms))
            lean = Lean(server, start)
            certifier = Certifier(lean, start, lambda: servers.second_look(server.config))
            try:
                self._second = certifier.check(self.plan.text, self._path)
            except (LeanError, LeanRejection) as error:
                self._second = error
        if isinstance(self._second, (LeanError, LeanRejection)):
            raise self._second.with_traceback(None)

    def response_for(self, messages: tuple[Message, ...]) -> CommandResponse:
        """Return a response about the file with ``messages``, from which they can be rendered."""
        return CommandResponse(-1, messages, text=self.plan.text, path=self._path)

    def _look_up(self) -> _Said | None:
        """Return the cached result of an earlier run or of another process; None without one."""
        verdicts, key = self._run.verdicts, self._key
        found = verdicts.cache.get(key) if verdicts is not None and key is not None else None
        if found is None:
            return None
        self._run.summary.add_file(self.toolchain.label, is_known=True)
        return self._judge(found.response(self.plan.text, self._path), is_known=True)

    def _ask(self) -> _Said:
        verdicts, key = self._run.verdicts, self._key
        if verdicts is None or key is None:
            said = self._judge(*self._elaborate())
        else:
            with self._turn(key):
                known = self._look_up()
                if known is not None:
                    return known
                response, lost, lost_at = self._elaborate()
                if lost is None:
                    verdicts.cache.put(key, Verdict.of(response))
            said = self._judge(response, lost, lost_at)
        if verdicts is not None:
            self._run.summary.add_file(self.toolchain.label)
        return said

    @functools.cached_property
    def _config(self) -> LeanConfig:
        return self._run.leans.server_config(self.toolchain, self._run.leans.project)

    @functools.cached_property
    def _key(self) -> str | None:
        """The key of the file's verdict; None if the verdict must not be cached."""
        verdicts = self._run.verdicts
        if verdicts is None:
            return None
        return verdicts.key(self._config, self.toolchain, self.plan.text)

    @contextlib.contextmanager
    def _turn(self, key: str) -> Iterator[None]:
        """Let one of several processes elaborate a text; the others then find its verdict.

        A process that has waited too long, or cannot make the lock, elaborates the text as well,
        which only costs time.
        """
        cache = cache_path(self._config.cache_dir)
        seconds = DEFAULT_TIMEOUT if self._config.timeout is None else self._config.timeout
        with contextlib.ExitStack() as stack:
            with contextlib.suppress(LeanBuildError, CacheDirError):
                stack.enter_context(locked(cache, f"verdict-{key[:2]}", seconds))
            yield

    def _judge(
        self,
        response: CommandResponse,
        lost: LeanError | None = None,
        lost_at: int = 0,
        *,
        is_known: bool = False,
    ) -> _Said:
        reported_only = self._run.settings.trust == "elaborated"
        assignment = Assignment(self.plan, response, reported_only=reported_only)
        return _Said(assignment, is_known, lost, lost_at)

    def _elaborate(self) -> tuple[CommandResponse, LeanError | None, int]:
        """Return what Lean says; and why and where it stopped, if it did not reach the end."""
        server, plan = self.server(), self.plan
        found: CommandResponse | None = None
        env: int | None = None
        for start, end, timeout in self._parts():
            body = plan.text[start:end]
            inside = [check for check in plan.nameless if start <= check.command.start < end]
            spans = tuple((check.command.at - start, check.command.end - start) for check in inside)
            command = Command(body, env, spans=spans)
            try:
                part = server.run(command, timeout=timeout)
            except LeanServerError as error:
                if found is None:
                    raise
                return found, error, start
            env = part.env
            numbers = [plan.nameless.index(check) for check in inside] if part.unread else []
            part = dataclasses.replace(
                part, unread=tuple(numbers[number] for number in part.unread)
            )
            found = _joined(found, part, plan.line_starts, start)
        assert found is not None
        whole = dataclasses.replace(found, text=plan.text, path=self._path)
        return whole, None, 0

    def _parts(self) -> Iterator[tuple[int, int, Timeout]]:
        """Yield start, end and timeout of each part that is given to Lean, in order."""
        plan, at = self.plan, 0
        for target in plan.targets:
            if target.expected.timeout is not None:
                if at < target.command.start:
                    yield at, target.command.start, self._timeout
                yield target.command.start, target.command.end, target.expected.timeout
                at = target.command.end
        if at < len(plan.text) or at == 0:
            yield at, len(plan.text), self._timeout


def _joined(
    found: CommandResponse | None, part: CommandResponse, starts: list[int], at: int
) -> CommandResponse:
    """Return one response about two parts of a text, the second of which begins at ``at``."""
    if found is None:
        return part
    lines = bisect_right(starts, at) - 1
    column = at - starts[lines]

    def moved(pos: Pos) -> Pos:
        return Pos(pos.line + lines, pos.column + (column if pos.line == 1 else 0))

    def placed(item: _Placed) -> _Placed:
        return dataclasses.replace(
            item, start_pos=moved(item.start_pos), end_pos=moved(item.end_pos)
        )

    def reason(found: Reason) -> Reason:
        return found if found.pos is None else dataclasses.replace(found, pos=moved(found.pos))

    return dataclasses.replace(
        part,
        messages=(*found.messages, *map(placed, part.messages)),
        declarations=(*found.declarations, *map(placed, part.declarations)),
        sorries=(*found.sorries, *map(placed, part.sorries)),
        unproved=(*found.unproved, *map(reason, part.unproved)),
        unread=(*found.unread, *part.unread),
        elapsed=found.elapsed + part.elapsed,
    )
