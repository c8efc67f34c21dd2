"""The servers of one pytest process, and what each test gets of them."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import os
from collections import OrderedDict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from pytest_lean.config import LeanConfig, LeanOptions, check_config
from pytest_lean.errors import LeanError, LeanSettingsError
from pytest_lean.messages import CommandResponse, Request
from pytest_lean.plugin import marker
from pytest_lean.plugin.activity import Activity
from pytest_lean.plugin.capacity import WorkerMemory
from pytest_lean.plugin.ending import RunEnding
from pytest_lean.plugin.leans import Leans
from pytest_lean.plugin.outcome import recorded
from pytest_lean.plugin.settings import Settings
from pytest_lean.plugin.summary import Summary
from pytest_lean.server.auto import AutoLeanServer
from pytest_lean.server.log import stop_logging
from pytest_lean.server.request import CONFIGURED, check_text
from pytest_lean.server.stats import RestartCause
from pytest_lean.testing.base import Bases
from pytest_lean.testing.baseline import Baselines
from pytest_lean.testing.baseline_log import BaselineLog
from pytest_lean.testing.lean import Lean
from pytest_lean.testing.mutant_log import MutantLog
from pytest_lean.testing.subject import Start

# Markers can ask for further servers (memory, project); at most this many have a worker.
_MOST_SERVERS = 3

if TYPE_CHECKING:
    from pytest_lean.judge.examiner import Examiner
    from pytest_lean.judge.second_look import SecondLook


class _HookCaller:
    """Calls pytest's hooks for what a server does, and notes it for the report."""

    def __init__(self, config: pytest.Config, activity: Activity | None) -> None:
        self._config = config
        self._activity = activity
        self.server: AutoLeanServer | None = None  # set once the server is made

    def command(self, request: Request, outcome: CommandResponse | LeanError) -> None:
        if self._activity is not None and self.server is not None:
            answered = not isinstance(outcome, LeanError)
            self._activity.command(self, self.server.stats.memory_mb, answered=answered)
        self._config.hook.pytest_lean_command(config=self._config, request=request, outcome=outcome)

    def restart(self, cause: RestartCause) -> None:
        if self._activity is not None and self.server is not None:
            self._activity.restart(self, cause, self.server.stats.memory_mb)
        self._config.hook.pytest_lean_restart(config=self._config, cause=cause)


class ServerSet:
    """All servers of a process, by configuration.

    Only a few keep a worker: the least recently used ones lose theirs. Such a server keeps its
    handles, and starts a worker again when it is used.
    """

    def __init__(
        self,
        config: pytest.Config,
        *,
        settings: Settings,
        leans: Leans,
        summary: Summary,
        baselines: BaselineLog,
        mutants: MutantLog,
        ending: RunEnding | None,
        activity: Activity | None,
    ) -> None:
        self._config = config
        self._settings = settings
        self._leans = leans
        self._summary = summary
        self._baselines = baselines
        self._mutants = mutants
        self._activity = activity
        self._servers: OrderedDict[LeanConfig, AutoLeanServer] = OrderedDict()
        self._bases = Bases()
        # By server, options and imports: why Lean refuses them, if it does.
        self._refused: dict[tuple[AutoLeanServer, LeanOptions, object], str | None] = {}
        self._looks: OrderedDict[LeanConfig, SecondLook] = OrderedDict()
        self._examiners: dict[str | None, Examiner] = {}
        self._others: list[AutoLeanServer] = []
        self._memory = WorkerMemory(settings, leans.project, leans.run_id())
        self._over: str | None = None
        if ending is not None:
            ending.when_it_ends(self._shut_down)

    def get(self, config: LeanConfig) -> AutoLeanServer:
        """Return the server for ``config``, started if need be."""
        check_config(config)
        others = [server for used, server in self._servers.items() if used != config]
        for server in others[: 1 - _MOST_SERVERS]:
            if server.pid is not None:
                server.kill()
        if config not in self._servers:
            self._servers[config] = server = self._start(config)
            if self._over is not None:
                server.shut_down(self._over)
        self._servers.move_to_end(config)
        return self._servers[config]

    def default(self, chosen: str | None = None) -> AutoLeanServer:
        """Return the server that the settings alone describe.

        Args:
            chosen: one of ``lean_toolchains``, if there are any.
        """
        project = self._leans.project
        toolchain = self._leans.toolchain(chosen, project)
        return self.get(self._leans.server_config(toolchain, project))

    def second_look(self, config: LeanConfig) -> SecondLook:
        """Return the second look for ``config``, whose processes are kept for the run."""
        from pytest_lean.judge.second_look import SecondLook

        if config not in self._looks:
            while len(self._looks) >= _MOST_SERVERS:
                self._end_look(self._looks.popitem(last=False)[1])
            self._looks[config] = SecondLook(config)
        self._looks.move_to_end(config)
        return self._looks[config]

    def examiner(self, chosen: str | None = None) -> Examiner:
        """Return the examiner that judges proofs with the settings of the run, kept for the run.

        Args:
            chosen: one of ``lean_toolchains``, if there are any.
        """
        from pytest_lean.judge.examiner import Examiner
        from pytest_lean.judge.work import Setup

        if chosen not in self._examiners:
            project = self._leans.project
            toolchain = self._leans.toolchain(chosen, project)
            config = self._leans.server_config(toolchain, project)
            setup = Setup(config, self._settings.trust, cache=self._settings.cache)
            self._examiners[chosen] = Examiner(setup)
            if self._over is not None:
                self._examiners[chosen].close()
        return self._examiners[chosen]

    @contextlib.contextmanager
    def test(self, item: pytest.Item, server: AutoLeanServer, preamble: str) -> Iterator[Lean]:
        """Yield the :class:`Lean` of one test, and record what the test used.

        Args:
            item: the test.
            server: the server of the fixture; another one is used if markers change its
                configuration.
            preamble: the text that the test starts from, if no marker gives one.

        Raises:
            TypeError: if a fixture that was overridden gives a value of another type.
            ValueError: if ``preamble`` is no Unicode text.
        """
        for name, value, kind in (
            ("lean_server", server, AutoLeanServer),
            ("lean_preamble", preamble, str),
        ):
            if not isinstance(value, kind):
                raise TypeError(f"{name} gives a {kind.__name__}, not {type(value).__name__}")
        check_text(preamble)
        given = marker.arguments(item)
        self._use(server)
        changes = self._changes(item, given)
        if changes:
            server = self.get(dataclasses.replace(server.config, **changes))
        start = Start(
            imports=tuple(given["imports"]) if "imports" in given else None,
            preamble=given.get("preamble", preamble),
            options=given.get("options", {}),
            parallel=given.get("parallel"),
            timeout=given.get("timeout", CONFIGURED),
            allowed_axioms=frozenset((*server.config.allowed_axioms, *given.get("axioms", ()))),
            trust=given.get("trust", self._settings.trust),
        )
        with recorded(item, server, self._summary, start.trust):
            self._check_options(server, start)
            baselines = Baselines(
                self._baselines,
                item.path,
                root=self._config.rootpath,
                update=self._settings.update,
                tolerance=self._settings.cost_tolerance,
            )
            base = self._bases.get(server, start)
            look = functools.partial(self.second_look, server.config)
            env = base.env(start.timeout)
            lean = Lean(server, start, env, base=base, baselines=baselines, look=look)
            yield lean
            if self._settings.mutate and lean.agreements:
                from pytest_lean.plugin.mutate import examine  # imported late: few runs need it

                examine(lean, item, self._mutants)

    def end(self) -> None:
        """End all servers, and record what they did."""
        used = [server.stats for server in self._servers.values()]
        if any(stats.commands for stats in used):
            self._memory.remember(sum(stats.peak_memory_mb for stats in used))
        for server in (*self._servers.values(), *self._others):
            self._summary.add_server(server.toolchain, server.stats)
        for server in self._servers.values():
            server.kill()
        for look in self._looks.values():
            self._end_look(look)
        for examiner in self._examiners.values():
            examiner.close()
        stop_logging()  # a later run in this process may not be verbose

    def _end_look(self, look: SecondLook) -> None:
        self._summary.add(Summary(sandbox=list(look.sandboxes)))
        look.close()

    def _use(self, server: AutoLeanServer) -> None:
        """Note that ``server`` is used, which a conftest may have made itself."""
        if self._servers.get(server.config) is server:
            self.get(server.config)
        elif all(other is not server for other in self._others):
            self._others.append(server)

    def _shut_down(self, why: str) -> None:
        self._over = why
        for server in self._servers.values():
            server.shut_down(why)
        for examiner in self._examiners.values():
            examiner.close()

    def _start(self, config: LeanConfig) -> AutoLeanServer:
        chosen = self._settings
        workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
        caller = _HookCaller(self._config, self._activity)
        with self._memory.loading(workers) as alone:
            server = AutoLeanServer(
                config,
                max_total_memory=chosen.max_total_memory,
                max_process_memory=chosen.max_process_memory,
                max_restart_attempts=chosen.restart_attempts,
                observer=caller,
            )
            caller.server = server
            if alone:
                with contextlib.suppress(LeanError):  # the first command of a test raises it again
                    server.run("")
        return server

    def _changes(self, item: pytest.Item, given: dict[str, Any]) -> dict[str, Any]:
        """Return what a marker's arguments change about the configuration."""
        changes: dict[str, Any] = {}
        if "memory" in given:
            changes["memory_hard_limit_mb"] = given["memory"]
        if "isolated" in given:
            changes["isolated"] = given["isolated"]
        if "project" in given:
            project = self._config.rootpath / given["project"]
            callspec = getattr(item, "callspec", None)
            chosen = callspec.params.get("lean_toolchain") if callspec is not None else None
            toolchain = self._leans.toolchain(chosen, project)
            changes |= {"project": project, "toolchain": toolchain}
        return changes

    def _check_options(self, server: AutoLeanServer, start: Start) -> None:
        """Raise if Lean refuses an option: each text would fail, and a test may expect a failure.

        Raises:
            LeanSettingsError: its message names the option and the settings that may give it.
        """
        if not (server.config.options or start.options):
            return
        options = LeanOptions(start.options)
        key = server, options, start.imports
        if key not in self._refused:
            try:
                server.check_options(options, start.imports, timeout=start.timeout)
                self._refused[key] = None
            except LeanSettingsError as error:
                self._refused[key] = (
                    f"{error.args[0]}\nthe options come from --lean-options, PYTEST_LEAN_OPTIONS, "
                    "lean_options or @pytest.mark.lean(options=...)"
                )
        if (told := self._refused[key]) is not None:
            raise LeanSettingsError(told)
