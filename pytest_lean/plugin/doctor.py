"""``pytest --lean-doctor``: what was found, what works, and what to do about what doesn't.

It does what a run does first: it looks for the toolchain, builds the project, starts a server and
checks a theorem with it. Nothing is collected and no test is run.
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import pytest

from pytest_lean.config import LeanConfig
from pytest_lean.errors import (
    CacheDirError,
    LeanBuildError,
    LeanError,
    LeanServerError,
    ToolchainError,
    ToolchainNotFoundError,
)
from pytest_lean.plugin.capacity import WorkerMemory
from pytest_lean.plugin.progress import ProgressPrinter
from pytest_lean.plugin.run import Run, run_of
from pytest_lean.server import machine
from pytest_lean.server.server import LeanServer
from pytest_lean.toolchain.cache import cache_path, locked, writing
from pytest_lean.toolchain.elan import HOMEPAGE
from pytest_lean.toolchain.embedded import INSTALL
from pytest_lean.toolchain.find import Look, look_for
from pytest_lean.toolchain.lake import uses_mathlib
from pytest_lean.toolchain.model import Toolchain

TRUE = "theorem PytestLean.doctor_true : 1 + 1 = 2 := rfl"
FALSE = "theorem PytestLean.doctor_false : 1 + 1 = 3 := rfl"
_GIB = 1024**3
_WHAT: dict[type[LeanError], str] = {
    LeanBuildError: "build",
    CacheDirError: "cache",
    ToolchainError: "toolchain",
}
Print = Callable[[str], None]


def main(config: pytest.Config, write: Print = print) -> int:
    """Write the report; return the exit code: 0 if every Lean is usable, 1 if not."""
    run = run_of(config)
    write(
        f"pytest-lean {version('pytest-lean')}, pytest {pytest.__version__}, "
        f"pytest-xdist {version('pytest-xdist')}, "
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    )
    write(f"root directory: {config.rootpath}")
    usable = [
        _Examination(config, run, toolchain, write).run()
        for toolchain in run.settings.toolchains or (None,)
    ]
    write("")
    write("Lean is usable." if all(usable) else "Lean is NOT usable.")
    return 0 if all(usable) else 1


@dataclass
class _Examination:
    """The examination of one toolchain: of ``lean_toolchain``, or of one of ``lean_toolchains``."""

    pytest_config: pytest.Config
    lean_run: Run
    chosen: str | None
    write: Print
    looks: list[Look] = field(default_factory=list)
    advice: list[str] = field(default_factory=list)

    def run(self) -> bool:
        project = self.lean_run.leans.project
        config = self.lean_run.leans.config(self.chosen, project)
        self.write("")
        self.write(f"looked for Lean (lean_toolchain = {self.chosen or config.toolchain}):")
        usable = False
        try:
            self._places(config)
            self.write("")
            self.write("checked:")
            self._cache(config)
            toolchain = self._toolchain(project)
            self._project(toolchain, project)
            self._server(self.lean_run.leans.server_config(toolchain, project))
            usable = True
        except LeanError as error:
            self._failed(config, error)
        if self.advice:
            self.write("")
            self.write("what to do:")
            for line in self.advice:
                self.write(f"  - {line}")
        return usable

    def _places(self, config: LeanConfig) -> None:
        progress = ProgressPrinter(self.pytest_config)
        self.looks = look_for(config, start=self._start(config), progress=progress)
        for look in self.looks:
            found = look.toolchain and look.toolchain.label
            said = str(found or look.error or look.reason)
            self.write(f"  {look.place}: {_indented(said)}")

    def _start(self, config: LeanConfig) -> Path:
        return Path(config.project) if config.project else self.pytest_config.rootpath

    def _cache(self, config: LeanConfig) -> None:
        cache = cache_path(config.cache_dir)
        with writing(cache), locked(cache, "doctor"):
            self._ok("cache", f"{cache} can be written")

    def _toolchain(self, project: Path | None) -> Toolchain:
        began = time.monotonic()
        toolchain = self.lean_run.leans.toolchain(self.chosen, project)
        seconds = time.monotonic() - began
        self._ok("toolchain", f"{toolchain.label}; {toolchain.version_text}")
        self._ok("command", " ".join(toolchain.command))
        if toolchain.built:
            self._ok("built", f"{toolchain.built}, in {seconds:.1f} s")
        for note in toolchain.notes:
            self._say("note", "", note)
        return toolchain

    def _project(self, toolchain: Toolchain, project: Path | None) -> None:
        if toolchain.project:
            self._ok("project", f"{toolchain.project}, its modules can be imported")
        elif project is None:
            self._say("-", "project", f"no lakefile in {self.pytest_config.rootpath} or above")
        else:
            self._say("-", "project", f"{project} is not used by this Lean")

    def _server(self, config: LeanConfig) -> None:
        began = time.monotonic()
        with LeanServer(config) as server:
            accepted = server.run(TRUE)
            self._ok("server", f"answers {time.monotonic() - began:.2f} s after its start")
            rejected = server.run(FALSE)
            if not accepted.ok or rejected.ok:
                said = [message.data for message in (*accepted.errors, *rejected.messages)]
                raise LeanServerError(
                    "the verdict on a theorem is wrong: 1 + 1 = 2 is "
                    f"{'accepted' if accepted.ok else 'rejected'}, 1 + 1 = 3 is "
                    f"{'accepted' if rejected.ok else 'rejected'}; Lean said:\n" + "\n".join(said)
                )
            warm = min(server.run(TRUE.replace("true", f"t{n}")).elapsed for n in range(5))
            self._ok("theorem", "1 + 1 = 2 is accepted, 1 + 1 = 3 is rejected")
            self._ok("speed", f"a small theorem takes {warm * 1000:.0f} ms on the warm server")
            self._memory(server.get_memory_usage())
        if server.toolchain.kind == "embedded":
            self.advice.append(
                "the embedded Lean is for trying out: it has no Mathlib and only a small library; "
                f"for a project of yours install elan ({HOMEPAGE})"
            )

    def _memory(self, used_mb: float) -> None:
        memory = machine.read_memory()
        worker = WorkerMemory(self.lean_run.settings, self.lean_run.leans.project)
        self._ok(
            "memory",
            f"{used_mb:.0f} MiB for the server; {(memory.total - memory.used) / _GIB:.1f} of "
            f"{memory.total / _GIB:.1f} GiB are free, enough for {worker.most_workers()} workers "
            f"of {worker.expected_mb} MiB; {os.cpu_count()} cores",
        )

    def _failed(self, config: LeanConfig, error: LeanError) -> None:
        nowhere = bool(self.looks) and self.looks[-1].toolchain is None
        said = "no usable Lean is at any of these places" if nowhere else str(error)
        self._say("FAILED", "toolchain" if nowhere else _WHAT.get(type(error), "server"), said)
        broken = [look for look in self.looks if look.error]
        self.advice += [f"{look.place}: {_indented(str(look.error))}" for look in broken]
        if not broken:
            self.advice += _advice(config, error)

    def _ok(self, what: str, text: str) -> None:
        self._say("ok", what, text)

    def _say(self, status: str, what: str, text: str) -> None:
        head = f"{status:6} {what:9}" if what else f"{status:6}"
        self.write(f"  {head} {_indented(text)}")


def _advice(config: LeanConfig, error: LeanError) -> Iterator[str]:
    """Yield what a user can do about ``error``."""
    if isinstance(error, ToolchainNotFoundError):
        yield f"install elan, which brings Lean: {HOMEPAGE}"
        yield f"or, to try it with a real Lean and a small library, run: {INSTALL}"
        yield "or say where a Lean is: --lean-toolchain PATH"
    elif isinstance(error, CacheDirError):
        yield "use another cache directory: --lean-cache-dir DIR"
    elif isinstance(error, LeanBuildError) and config.project is not None:
        yield f"see whether it can be built at all: cd {config.project} && lake build"
        if uses_mathlib(Path(config.project)) and not config.cache_get:
            yield "let Mathlib's compiled files be downloaded: --lean-cache-get true"
        yield "or run the tests on what is built already: --lean-build never"
    elif isinstance(error, ToolchainError):
        yield "repair that Lean, or choose another one: --lean-toolchain PATH"
    else:
        yield f"start that Lean by hand, and see what it prints; timeout: {config.timeout} s"


def _indented(text: str) -> str:
    return text.replace("\n", "\n      ")
