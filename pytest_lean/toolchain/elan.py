"""Elan, the manager of Lean toolchains: which ones it has, and where their real binaries are.

Promises: asking installs nothing and needs no network. Elan's proxies (``lean``, ``lake``)
download a missing toolchain when they are run, and ``elan which`` and ``elan show`` do so too.
So an elan from version 4 on is asked for its state with ``--no-net``, and an older one for its
list before anything else. Only :meth:`Elan.install` downloads. The real ``lean`` is found once
and then run without elan.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pytest_lean.errors import ToolchainError, ToolchainNotFoundError
from pytest_lean.toolchain import elan_output
from pytest_lean.toolchain.cache import locked, writing
from pytest_lean.toolchain.elan_names import TOOLCHAIN_FILE, resolve
from pytest_lean.toolchain.elan_output import Default, Dump, Listed, Override
from pytest_lean.toolchain.process import (
    QUESTION_SECONDS,
    Progress,
    ToolOutput,
    run_tool,
    shown,
    tail,
)

HOMEPAGE = "https://lean-lang.org/install"
_ROOT = Path(os.sep)


@dataclass(frozen=True)
class Found:
    """A toolchain that elan has: its full name, and its real ``lean``."""

    name: str
    lean: Path


@dataclass(frozen=True)
class Elan:
    """An ``elan`` executable.

    Attributes:
        path: where it is.
        seconds: how long it may take to answer a question.
    """

    path: Path
    seconds: float = QUESTION_SECONDS

    def find(self, name: str) -> Found | None:
        """Return the toolchain that ``name`` stands for; None if elan does not have it.

        Raises:
            ToolchainError: if elan fails, hangs or prints something unknown, or if the
                toolchain has no executable ``lean``.
        """
        dump = self._dump(toolchain=name)
        if dump is None:
            full = resolve(name, self._list().names)
            return None if full is None else Found(full, self._which(full))
        if dump.active is None:
            return None
        lean = dump.installed[dump.active] / "bin" / "lean"
        if not os.access(lean, os.X_OK):
            raise ToolchainError(f"elan has {dump.active}, and {lean} is no executable file")
        return Found(dump.active, lean)

    def default(self) -> Default | None:
        """Return what ``elan default`` is set to; None if it is not set.

        Raises:
            ToolchainError: if elan fails, hangs or prints something unknown.
        """
        dump = self._dump()
        if dump is not None:
            return dump.default
        listed = self._list().default
        if listed is not None:
            return Default(listed, listed)
        missing = self._missing_default()
        return None if missing is None else Default(missing, None)

    def override(self, folder: Path) -> Override | None:
        """Return the directory override that is in force in ``folder``, if one is.

        Raises:
            ToolchainError: if elan fails, hangs or prints something unknown.
        """
        dump = self._dump(cwd=folder)
        if dump is not None:
            return dump.override
        overrides = self._overrides()
        folder = folder.resolve()
        for candidate in (folder, *folder.parents) if overrides else ():
            if candidate in overrides:
                return Override(overrides[candidate], candidate)
            if (candidate / TOOLCHAIN_FILE).is_file():
                return None  # it is nearer than any override further up, so elan prefers it
        return None

    def install(self, name: str, cache: Path, seconds: float, progress: Progress | None) -> None:
        """Let elan download ``name``, unless another process just did.

        Raises:
            ToolchainNotFoundError: if elan could not.
        """
        with writing(cache), locked(cache, "elan-" + re.sub(r"\W", "-", name)):
            if self.find(name) is not None:
                return
            if progress:
                progress(f"elan toolchain install {name}")
            output = self._run(
                "toolchain",
                "install",
                name,
                seconds=seconds,
                progress=progress,
                error=ToolchainNotFoundError,
            )
            _require_success(output, "; is there a network?", ToolchainNotFoundError)

    def _dump(self, *, cwd: Path = _ROOT, toolchain: str | None = None) -> Dump | None:
        """Return elan's state as seen in a folder; None if this elan is older than 4.0."""
        output = self._run("dump-state", "--no-net", cwd=cwd, toolchain=toolchain)
        if output.code and "'dump-state'" in output.err:
            return None
        return elan_output.read_dump(_require_success(output).out)

    def _list(self) -> Listed:
        return elan_output.read_list(_require_success(self._run("toolchain", "list")).out)

    def _overrides(self) -> dict[Path, str]:
        return elan_output.read_overrides(_require_success(self._run("override", "list")).out)

    def _missing_default(self) -> str | None:
        """Return the default toolchain of an older elan, if that is not installed.

        Such an elan leaves it out of its list, and names it in ``elan show``. That command would
        install the toolchain that its working folder asks for, so it is run in the root folder,
        and only if that folder asks for none.
        """
        is_pinned = any((_ROOT / name).exists() for name in (TOOLCHAIN_FILE, "leanpkg.toml"))
        if is_pinned or _ROOT in self._overrides():
            return None
        return elan_output.read_missing_default(_require_success(self._run("show")).out)

    def _which(self, name: str) -> Path:
        output = _require_success(self._run("which", "lean", toolchain=name))
        printed = output.out.strip()
        path = Path(printed)
        if "\n" in printed or not path.is_absolute() or not os.access(path, os.X_OK):
            raise ToolchainError(
                f"`elan which lean` printed {printed[:300]!r} for {name}, "
                "which is not the path of an executable"
            )
        return path

    def _run(
        self,
        *arguments: str,
        cwd: Path = _ROOT,
        toolchain: str | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
        error: type[ToolchainError] = ToolchainError,
    ) -> ToolOutput:
        # A backtrace would come last in the output, where a user looks for the reason.
        environment = {**os.environ, "RUST_BACKTRACE": "0", "RUST_LIB_BACKTRACE": "0"}
        environment.pop("ELAN_TOOLCHAIN", None)
        if toolchain is not None:
            environment["ELAN_TOOLCHAIN"] = toolchain
        if home := environment.get("ELAN_HOME"):
            environment["ELAN_HOME"] = os.path.abspath(home)  # elan is run in another folder
        return run_tool(
            [str(self.path), *arguments],
            cwd=cwd,
            environment=environment,
            seconds=self.seconds if seconds is None else seconds,
            progress=progress,
            error=error,
        )


def find_elan(environment: Mapping[str, str] = os.environ) -> Elan | None:
    """Return elan: from PATH, else from its home, ``ELAN_HOME`` or ``~/.elan``."""
    home = Path(environment.get("ELAN_HOME") or Path.home() / ".elan")
    on_path = shutil.which("elan", path=environment.get("PATH"))
    found = on_path or shutil.which("elan", path=str(home / "bin"))
    return Elan(Path(found).absolute()) if found else None


def is_proxy(executable: Path) -> bool:
    """Return whether a ``lean`` or ``lake`` is elan's proxy, which has ``elan`` beside it."""
    return any((path.parent / "elan").exists() for path in (executable, executable.resolve()))


def _require_success(
    output: ToolOutput, hint: str = "", error: type[ToolchainError] = ToolchainError
) -> ToolOutput:
    """Return ``output``; if elan failed, raise ``error`` with the reason in its first line."""
    if output.code == 0:
        return output
    raise error(
        f"`{shown(output.command)}` failed: {elan_output.reason_of(output.printed)} "
        f"(exit code {output.code}){hint}\n{tail(output.err or output.out)}"
    )
