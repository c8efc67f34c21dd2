"""Base: the environment that a test starts from, made once for all tests that start there.

Promises: imports and preamble are elaborated when a test first asks for them, and stay in the
server for the next test. A preamble that takes long is imported as a compiled module
(:mod:`pytest_lean.testing.preamble`); if Lean needs its text in the document instead,
:meth:`Base.as_text` puts it there. A base whose imported modules have changed on disk is outdated,
and is not used for another test.
"""

from __future__ import annotations

import dataclasses
import logging

from pytest_lean.errors import (
    CacheDirError,
    LeanBuildError,
    LeanCrashError,
    LeanMemoryError,
    LeanServerError,
    LeanSettingsError,
    LeanTimeoutError,
)
from pytest_lean.language.carried import is_carried
from pytest_lean.language.syntax import imported_by, read_header
from pytest_lean.messages import Command
from pytest_lean.server.auto import AutoLeanServer
from pytest_lean.server.request import CONFIGURED, Timeout
from pytest_lean.testing.failure import LeanRejection, require_proved
from pytest_lean.testing.preamble import CompiledPreamble
from pytest_lean.testing.subject import Start
from pytest_lean.toolchain.cache import cache_path

# Below this many seconds of elaboration the compiled module gains less than it costs.
WORTH_SECONDS = 0.25

_log = logging.getLogger("pytest_lean.testing")


class Bases:
    """The bases of all tests of a process, by server and start."""

    def __init__(self) -> None:
        # An ended server stays a key, and so alive: a new server could get its id otherwise.
        self._known: dict[tuple[AutoLeanServer, Start], Base] = {}

    def get(self, server: AutoLeanServer, start: Start) -> Base:
        """Return the base for ``start``; a new one if modules that it imports have changed."""
        key = server, start
        if key not in self._known or self._known[key].is_outdated():
            self._known[key] = Base(server, start)
        return self._known[key]


class Base:
    """The environment that tests with one :class:`Start` start from.

    Args:
        server: the server that elaborates it.
        start: the imports, the preamble and the options; its timeout and trust do not matter.
    """

    def __init__(self, server: AutoLeanServer, start: Start) -> None:
        self._server = server
        self._start = start
        self._imports = server.config.imports if start.imports is None else start.imports
        self._env: int | None = None
        self._text: int | None = None
        self._seen_stale = server.stats.stale

    @property
    def is_compiled(self) -> bool:
        """Whether :meth:`env` imports the preamble as a module."""
        return self._env is not None and self._env != self._text

    def env(self, timeout: Timeout = CONFIGURED) -> int | None:
        """Return its handle; None if there is no preamble, and so nothing to elaborate.

        Args:
            timeout: seconds for each command that is needed.

        Raises:
            LeanSettingsError: Lean rejects the preamble.
            LeanError: there is no verdict on it.
        """
        if not self._start.preamble.strip():
            return None
        if self._env is None or not self._server.knows(self._env):  # a test may clear the session
            self._env = self._make(timeout)
            self._seen_stale = self._server.stats.stale
        return self._env

    def as_text(self, timeout: Timeout = CONFIGURED) -> int | None:
        """Return the handle of an equal environment with the preamble's text in the document.

        Args, returns and raises as :meth:`env`.
        """
        if not self._start.preamble.strip():
            return None
        if self._text is None or not self._server.knows(self._text) or self.is_outdated():
            self._elaborate_text(timeout)
        return self._text

    def is_outdated(self) -> bool:
        """Return whether a module that it imports has changed on disk since it was made."""
        return self._server.imports.is_stale() or self._server.stats.stale != self._seen_stale

    def _make(self, timeout: Timeout) -> int:
        """Import the preamble's module if there is one; else elaborate its text, and compile it."""
        compiled = self._compiled()
        if compiled is not None and compiled.is_there():
            importing = dataclasses.replace(
                self._command(), imports=(*self._imports, compiled.module)
            )
            try:
                return self._server.run(importing, timeout=timeout).env
            except (LeanTimeoutError, LeanMemoryError, LeanCrashError):
                raise
            except LeanServerError as error:  # the compiled module cannot be loaded
                _log.warning("the compiled preamble is of no use: %s", error)
        env, seconds = self._elaborate_text(timeout)
        if compiled is not None and seconds > WORTH_SECONDS:
            try:
                compiled.build()
            except (LeanBuildError, CacheDirError) as error:  # the text works as well, but slower
                _log.info("the preamble was not compiled: %s", error)
        return env

    def _elaborate_text(self, timeout: Timeout) -> tuple[int, float]:
        """Elaborate the preamble's text; return the handle, and the seconds without imports."""
        command = self._command()
        self._server.run(command, timeout=timeout)  # loads the imports
        command = dataclasses.replace(command, cmd=self._start.preamble)
        response = self._server.run(command, timeout=timeout, add_to_session_cache=True)
        try:
            require_proved(response, "the preamble is rejected: ")
        except LeanRejection as rejection:
            raise LeanSettingsError(str(rejection)) from None
        self._text = response.env
        return response.env, response.elapsed

    def _command(self) -> Command:
        """Return an empty command on the imports."""
        start = self._start
        axioms = tuple(sorted(start.allowed_axioms))
        return Command("", None, start.options, start.parallel, self._imports, axioms)

    def _compiled(self) -> CompiledPreamble | None:
        """Return the preamble's module, if an import of it means the same as its text."""
        start, config = self._start, self._server.config
        if start.options or config.options or start.parallel is not None:
            return None
        if not is_carried(start.preamble):
            return None
        imported = imported_by(read_header(start.preamble).lines)
        return CompiledPreamble(
            cache_path(config.cache_dir),
            self._server.toolchain,
            folders=config.search_path,
            imports=self._imports,
            text=start.preamble,
            state=self._server.imports.state((*self._imports, *imported)),
        )
