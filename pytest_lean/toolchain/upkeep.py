"""Keeping a toolchain ready while servers run on it.

When the next worker starts, modules that Lean needs may be missing or out of date: somebody cleared
the cache directory, or edited a source of the Lake project. Promises: they are built again in a
thread of its own, so that a caller can stop waiting at its deadline; the build then goes on, and
the next caller that needs it waits for the same build.
"""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from concurrent.futures import Future

from pytest_lean.toolchain.embedded import find_embedded, is_whole
from pytest_lean.toolchain.model import Toolchain, Wanted
from pytest_lean.toolchain.project import is_current, prepare_project


class Upkeep:
    """Looks after one toolchain. Only one thread at a time may use it.

    Args:
        toolchain: the toolchain as it was found.
        wanted: what was asked for when it was found.

    Attributes:
        toolchain: the toolchain as it is now, after the last build.
    """

    def __init__(self, toolchain: Toolchain, wanted: Wanted) -> None:
        self.toolchain = toolchain
        self._wanted = wanted
        self._build: Future[Toolchain] | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The folders of the project's sources; its modules are built again if one changes."""
        return self.toolchain.sources if self._is_project_built else ()

    @property
    def reason(self) -> str:
        """What is built again, and why, as the beginning of a message's sentence."""
        if self.toolchain.project:
            return (
                f"the Lake project {self.toolchain.project} is being built again, since its files "
                "changed"
            )
        return "Lean's core library is being built again, since the cache directory was cleared"

    def is_ready(self) -> bool:
        """Return whether the core library and the project's modules are complete and current.

        Raises:
            ToolchainError: if the project's Lake is gone.
        """
        bare = self.toolchain.without_project
        if bare is None or not self._is_project_built:
            return is_whole(self.toolchain)
        return is_current(bare, self._wanted)

    def make_ready(self, wait: Callable[[Future[Toolchain]], None]) -> None:
        """Build again what is missing or out of date.

        Args:
            wait: waits until the build has ended. An exception that it raises is passed on, and
                the build goes on.

        Raises:
            ToolchainError: the build failed; the subclass says why.
        """
        if self._build is not None and self._build.done() and self._build.exception():
            self._build = None  # it failed after its caller had given up, so it is tried again
        if self._build is None:
            if self.is_ready():
                return
            self._build = Future()
            threading.Thread(
                target=_run,
                args=(self._build, self.toolchain, self._wanted),
                name="pytest-lean-build",
                daemon=True,
            ).start()
        wait(self._build)
        ended, self._build = self._build, None
        self.toolchain = ended.result()

    @property
    def _is_project_built(self) -> bool:
        asked = bool(self.toolchain.without_project and self._wanted.project)
        return asked and self._wanted.build != "never"


def _run(build: Future[Toolchain], toolchain: Toolchain, wanted: Wanted) -> None:
    try:
        build.set_result(_built(toolchain, wanted))
    except BaseException as error:
        build.set_exception(error)


def _built(toolchain: Toolchain, wanted: Wanted) -> Toolchain:
    if toolchain.without_project is not None:
        prepare_project(toolchain.without_project, wanted)
        return toolchain
    core = find_embedded(wanted.cache_dir).search_path
    folders = (*core, *toolchain.search_path[len(core) :])
    return dataclasses.replace(toolchain, search_path=folders)
