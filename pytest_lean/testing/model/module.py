"""Compiles models that are called often, with all text that stands above them, into a module.

A program in the document makes each call expensive: Lean's server looks at every name above a text
again when the text changes, and elaborates the program again if another test's text took its place
in between. A module that is imported has neither cost, but must be compiled and loaded once.

Promises: a module has the text of the document, and a model answers the same in both. A model that
cannot be compiled stays in the document. A module is compiled only when the calls of a model have
taken as long as compiling is expected to take, so that a test takes at most about twice the time
that it would take otherwise. A module belongs to one process, and is removed when that ends.
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import weakref
from dataclasses import dataclass
from pathlib import Path

from pytest_lean.errors import CacheDirError, LeanBuildError, LeanServerError
from pytest_lean.messages import Command
from pytest_lean.server.imports import ImportWatch
from pytest_lean.testing.model.program import call
from pytest_lean.testing.model.terms import Names
from pytest_lean.testing.subject import Server
from pytest_lean.toolchain.cache import (
    cache_path,
    compile_module,
    own_modules,
    remove_left,
    writing,
)

# Seconds of calls below which no module is compiled, however fast Lean loads its library.
_LEAST_SECONDS = 0.5
# The deadline of compiling, in seconds: the text was elaborated in less before.
_COMPILE_SECONDS = 60.0
_MODULE = "Models"

_log = logging.getLogger("pytest_lean.testing")


@dataclass(eq=False)
class Program:
    """The program of one model: where it is, and what its calls have cost there.

    Attributes:
        names: the names of the program.
        below: the environment of the test that it was made for; None for that of the imports.
        document: the environment in the document that has it.
        text: the text that was added to the test's environment for it.
        module: the environment of the compiled module that has it as well; None without one.
        seconds: how long single calls in the document took, all together.
        stays: whether it cannot be compiled.
    """

    names: Names
    below: int | None
    document: int
    text: str
    module: int | None = None
    seconds: float = 0.0
    stays: bool = False

    @property
    def env(self) -> int:
        """The environment that calls are to be run on."""
        return self.document if self.module is None else self.module

    def took(self, seconds: float) -> None:
        """Note how many seconds a single call took."""
        if self.module is None:
            self.seconds += seconds


@dataclass
class _Module:
    """A compiled module, and the programs that are in it."""

    programs: list[Program]
    stale: int


@dataclass
class Modules:
    """The module of one server.

    There is one at a time, since it needs a worker beside that of the tests, and a server keeps
    few.

    Attributes:
        current: the module with its programs; None as long as there is none.
    """

    current: _Module | None = None

    def settle(self, server: Server, program: Program) -> None:
        """Leave a module that is outdated, and compile ``program`` into one if that pays."""
        if self.current is not None and _is_outdated(server, self.current):
            self._leave()
        if program.module is None and self._is_worth_it(server, program):
            self._compile(server, program)

    def _is_worth_it(self, server: Server, program: Program) -> bool:
        config = server.config
        if program.stays or config.isolated or config.max_warm_headers < 2:
            return False
        expected = server.seconds_of(program.document) + server.stats.load_seconds
        return program.seconds > max(_LEAST_SECONDS, expected)

    def _compile(self, server: Server, program: Program) -> None:
        """Compile a module of ``program`` and of the current module's programs that fit it.

        These are the programs that were made for the same environment.
        """
        others = [] if self.current is None else self.current.programs
        programs = [other for other in others if other.below == program.below] + [program]
        try:
            module = self._built_of(server, programs)
            env = _imported(server, module, programs)
        except (LeanBuildError, CacheDirError, LeanServerError) as error:
            _log.info("the model stays in the document: %s", error)
            program.stays = True
            return
        self._leave()
        self.current = _Module(programs, server.stats.stale)
        for own_program in programs:
            own_program.module = env

    def _leave(self) -> None:
        """Let all programs be called in the document again."""
        for program in [] if self.current is None else self.current.programs:
            program.module, program.seconds = None, 0.0
        self.current = None

    def _built_of(self, server: Server, programs: list[Program]) -> str:
        """Compile programs that were made for the same environment; return the module's name."""
        above = server.text_of(programs[0].document)
        texts = [above, *(own_program.text for own_program in programs[1:])]
        name = f"M{secrets.token_hex(12)}"
        cache_dir = server.config.cache_dir
        folder = own_modules(cache_dir) / name
        source = folder / "source" / name / f"{_MODULE}.lean"
        with writing(cache_path(cache_dir)):
            remove_left(folder.parent)
            source.parent.mkdir(parents=True)
            weakref.finalize(server, _remove, folder, os.getpid())
            source.write_text("\n/-! -/\n".join(texts), encoding="utf-8", newline="")
        compile_module(
            server.toolchain,
            source.parent.parent,
            source,
            folder / f"{_MODULE}.olean",
            cache=cache_path(cache_dir),
            search_path=server.config.search_path,
            timeout=_COMPILE_SECONDS,
        )
        return f"{name}.{_MODULE}"


def _is_outdated(server: Server, module: _Module) -> bool:
    """Return whether something that the module was compiled from has changed on disk."""
    imports: ImportWatch = server.imports
    return imports.is_stale() or server.stats.stale != module.stale


def _imported(server: Server, module: str, programs: list[Program]) -> int:
    """Return the handle of the module, in which each program answers.

    Raises:
        LeanServerError: the module cannot be loaded, or a program does not answer there.
    """
    env = server.run(Command("", None, imports=(module,))).env
    asked = "\n".join(call(own_program.names, "") for own_program in programs)
    response = server.run(Command(asked, env))
    answers = [message.data.strip() for message in response.infos]
    if answers != [own_program.names("begin") for own_program in programs]:
        raise LeanServerError("a model does not answer in a module", command=asked)
    return env


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # a forked process runs the finalizer too, and must not remove it
        shutil.rmtree(folder, ignore_errors=True)
