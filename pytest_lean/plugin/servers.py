"""The servers of one pytest process, and what each test gets of them."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import logging
import os
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakKeyDictionary

import pytest

from pytest_lean.config import LeanConfig
from pytest_lean.errors import (
    CacheDirError,
    LeanBuildError,
    LeanCrashError,
    LeanError,
    LeanMemoryError,
    LeanServerError,
    LeanSettingsError,
    LeanTimeoutError,
)
from pytest_lean.language.syntax import imported_by, read_header
from pytest_lean.messages import Command, CommandResponse, Request
from pytest_lean.plugin import marker
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
from pytest_lean.testing.baseline import Baselines
from pytest_lean.testing.baseline_log import BaselineLog
from pytest_lean.testing.failure import LeanRejection, require_proved
from pytest_lean.testing.lean import Lean
from pytest_lean.testing.preamble import (
    WORTH_SECONDS,
    CompiledPreamble,
    can_be_compiled,
    search_path,
)
from pytest_lean.testing.subject import Start
from pytest_lean.toolchain.cache import cache_path
from pytest_lean.toolchain.model import Toolchain

# A marker can ask for a server of its own (memory, project); so many are warm at the most.
_MOST_SERVERS = 3

if TYPE_CHECKING:
    from pytest_lean.judge.second_look import SecondLook

_log = logging.getLogger("pytest_lean.plugin")


def make_config(
    config: pytest.Config, leans: Leans, toolchain: Toolchain, project: Path | None
) -> LeanConfig:
    """Return the configuration of a run's servers for a toolchain and a Lake project."""
    made = leans.config(project=project)
    folders = (*made.search_path, search_path(cache_path(made.cache_dir)))
    answers = config.hook.pytest_lean_allowed_axioms(config=config)
    axioms = (*made.allowed_axioms, *(name for answer in answers for name in answer))
    made = dataclasses.replace(
        made, toolchain=toolchain, search_path=folders, allowed_axioms=axioms
    )
    adjusted = config.hook.pytest_lean_config(config=config, lean_config=made)
    return made if adjusted is None else cast(LeanConfig, adjusted)


class _HookCaller:
    """Shows what a server does to pytest's plugins."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    def command(self, request: Request, outcome: CommandResponse | LeanError) -> None:
        self._config.hook.pytest_lean_command(config=self._config, request=request, outcome=outcome)

    def restart(self, cause: RestartCause) -> None:
        self._config.hook.pytest_lean_restart(config=self._config, cause=cause)


class ServerSet:
    """All servers of a process by configuration, the least recently used put to rest.

    One at rest has no worker; it starts one, and has its handles, when it is used again.
    """

    def __init__(
        self,
        config: pytest.Config,
        *,
        settings: Settings,
        leans: Leans,
        summary: Summary,
        baselines: BaselineLog,
        ending: RunEnding | None,
    ) -> None:
        self._config = config
        self._settings = settings
        self._leans = leans
        self._summary = summary
        self._baselines = baselines
        self._servers: OrderedDict[str, AutoLeanServer] = OrderedDict()
        # By server, not by its id: an ended server's id is soon another's.
        self._bases: WeakKeyDictionary[AutoLeanServer, dict[str, int]] = WeakKeyDictionary()
        self._options: WeakKeyDictionary[AutoLeanServer, dict[str, str | None]] = (
            WeakKeyDictionary()
        )
        self._stale: WeakKeyDictionary[AutoLeanServer, int] = WeakKeyDictionary()
        self._looks: OrderedDict[str, SecondLook] = OrderedDict()
        self._configs: dict[str, LeanConfig] = {}
        self._others: list[AutoLeanServer] = []
        self._memory = WorkerMemory(settings, leans.project)
        self._over: str | None = None
        if ending is not None:
            ending.when_it_ends(self._shut_down)

    def get(self, config: LeanConfig) -> AutoLeanServer:
        """Return the server for ``config``, started if need be."""
        key = repr(config)
        others = [server for one, server in self._servers.items() if one != key]
        for server in others[: 1 - _MOST_SERVERS]:
            if server.pid is not None:
                server.kill()
        if key not in self._servers:
            self._servers[key] = server = self._start(config)
            if self._over is not None:
                server.shut_down(self._over)
        self._servers.move_to_end(key)
        return self._servers[key]

    def config(self, toolchain: Toolchain, project: Path | None) -> LeanConfig:
        """Return the configuration for a toolchain and a Lake project, made once."""
        key = f"{toolchain!r} {project!r}"
        if key not in self._configs:
            self._configs[key] = make_config(self._config, self._leans, toolchain, project)
        return self._configs[key]

    def default(self, chosen: str | None = None) -> AutoLeanServer:
        """Return the server that the settings alone describe.

        Args:
            chosen: one of ``lean_toolchains``, if there are any.
        """
        project = self._leans.project
        toolchain = self._leans.toolchain(chosen, project)
        return self.get(self.config(toolchain, project))

    def second_look(self, config: LeanConfig) -> SecondLook:
        """Return the processes of the second look for ``config``, kept for the run."""
        from pytest_lean.judge.second_look import SecondLook

        key = repr(config)
        if key not in self._looks:
            while len(self._looks) >= _MOST_SERVERS:
                self._looks.popitem(last=False)[1].close()
            self._looks[key] = SecondLook(config)
        self._looks.move_to_end(key)
        return self._looks[key]

    @contextlib.contextmanager
    def test(self, item: pytest.Item, server: AutoLeanServer, preamble: str) -> Iterator[Lean]:
        """Yield the :class:`Lean` of one test, and record what the test used.

        Args:
            item: the test.
            server: the one whose configuration its markers change.
            preamble: the text that it starts from, if no marker gives one.

        Raises:
            TypeError: if a fixture that was overridden gives something else.
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
            )
            base = self._base(server, start)
            defined = functools.partial(self._base, server, start, defined=True)
            is_text = base is None or base == self._bases[server].get(_key(start, defined=True))
            outdated = None if is_text else functools.partial(self._is_outdated, server)
            look = functools.partial(self.second_look, server.config)
            yield Lean(server, start, base, baselines, defined, is_outdated=outdated, look=look)

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
            look.close()
        stop_logging()  # another run in this process need not be verbose

    def _use(self, server: AutoLeanServer) -> None:
        """Note that ``server`` is used: one of these, or one that a conftest has made."""
        if self._servers.get(repr(server.config)) is server:
            self.get(server.config)
        elif all(one is not server for one in self._others):
            self._others.append(server)

    def _shut_down(self, why: str) -> None:
        self._over = why
        for server in self._servers.values():
            server.shut_down(why)

    def _start(self, config: LeanConfig) -> AutoLeanServer:
        chosen = self._settings
        workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
        with self._memory.loading(workers) as alone:
            server = AutoLeanServer(
                config,
                max_total_memory=chosen.max_total_memory,
                max_process_memory=chosen.max_process_memory,
                max_restart_attempts=chosen.restart_attempts,
                observer=_HookCaller(self._config),
            )
            if alone:
                with contextlib.suppress(LeanError):  # the first command meets it again
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
        """Raise before the test can pass on it if Lean refuses an option: each text would fail.

        Raises:
            LeanSettingsError: with the name of the option, and of the settings that give it.
        """
        if not (server.config.options or start.options):
            return
        known = self._options.setdefault(server, {})
        key = repr((sorted(start.options.items(), key=str), start.imports))
        if key not in known:
            try:
                server.run(
                    Command("", None, start.options, None, start.imports), timeout=start.timeout
                )
                known[key] = None
            except LeanSettingsError as error:
                known[key] = (
                    f"{error.args[0]}\nthe options come from --lean-options, PYTEST_LEAN_OPTIONS, "
                    "lean_options or @pytest.mark.lean(options=...)"
                )
        if (told := known[key]) is not None:
            raise LeanSettingsError(told)

    def _base(self, server: AutoLeanServer, start: Start, *, defined: bool = False) -> int | None:
        """Return the environment of the preamble, elaborated once for all its tests.

        Args:
            server: where.
            start: what it is made of.
            defined: whether its text has to stand in the document, and may not be imported.
        """
        if not start.preamble.strip():
            return None
        known = self._bases.setdefault(server, {})
        if self._is_outdated(server):
            known.clear()
        key = _key(start, defined=defined)
        if key not in known or not server.knows(known[key]):  # a test may clear the session
            known[key] = self._elaborate(server, start, defined=defined)
        self._stale[server] = server.stats.stale
        return known[key]

    def _is_outdated(self, server: AutoLeanServer) -> bool:
        """Return whether modules changed since preambles were compiled from them."""
        return server.is_stale() or server.stats.stale != self._stale.get(server, 0)

    def _elaborate(self, server: AutoLeanServer, start: Start, *, defined: bool) -> int:
        """Return the environment of the preamble: imported if that is worth it, else its text."""
        imports = server.config.imports if start.imports is None else start.imports
        axioms = tuple(sorted(start.allowed_axioms))
        command = Command("", None, start.options, start.parallel, imports, axioms)
        compiled = None if defined else self._compiled(server, start, imports)
        if compiled is not None and compiled.is_there():
            importing = dataclasses.replace(command, imports=(*imports, compiled.module))
            try:
                return server.run(importing, timeout=start.timeout).env
            except (LeanTimeoutError, LeanMemoryError, LeanCrashError):
                raise
            except LeanServerError as error:  # its module cannot be loaded
                _log.warning("the compiled preamble is of no use: %s", error)
        server.run(command, timeout=start.timeout)  # loads the imports: they are not what is timed
        command = dataclasses.replace(command, cmd=start.preamble)
        response = server.run(command, timeout=start.timeout, add_to_session_cache=True)
        try:
            require_proved(response, "the preamble is rejected: ")
        except LeanRejection as rejection:
            raise LeanSettingsError(str(rejection)) from None
        if compiled is not None and response.elapsed > WORTH_SECONDS:
            try:
                compiled.build()
            except (LeanBuildError, CacheDirError) as error:  # its text is as good, only slower
                _log.info("the preamble was not compiled: %s", error)
        self._bases[server][_key(start, defined=True)] = response.env
        return response.env

    def _compiled(
        self, server: AutoLeanServer, start: Start, imports: tuple[str, ...]
    ) -> CompiledPreamble | None:
        """Return the preamble's module, if an import of it means the same as its text."""
        config = server.config
        if start.options or config.options or start.parallel is not None:
            return None
        if not can_be_compiled(start.preamble):
            return None
        return CompiledPreamble(
            cache_path(config.cache_dir),
            server.toolchain,
            folders=config.search_path,
            imports=imports,
            text=start.preamble,
            state=server.import_state((*imports, *imported_by(read_header(start.preamble).lines))),
        )


def _key(start: Start, *, defined: bool) -> str:
    """Return a key of the environment that ``start`` leads to: the timeout is no part of that."""
    return f"{defined} {dataclasses.replace(start, timeout=CONFIGURED)!r}"
