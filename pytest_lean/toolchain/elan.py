"""Elan, the manager of Lean toolchains: which it has, where their real binaries are.

Promises: asking installs nothing and needs no network. Elan's proxies (``lean``, ``lake``)
download a missing toolchain when they are run, and ``elan which`` does in many versions, so a
toolchain is looked for in ``elan toolchain list`` before anything else is asked. Only
:meth:`Elan.install` downloads. The real ``lean`` is found once and then run without elan.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pytest_lean.errors import ToolchainError, ToolchainNotFoundError
from pytest_lean.toolchain.cache import locked, writing
from pytest_lean.toolchain.model import Version
from pytest_lean.toolchain.process import QUESTION_SECONDS, Progress, ToolOutput, run_tool

DEFAULT_ORIGIN = "leanprover/lean4"
HOMEPAGE = "https://lean-lang.org/install"
TOOLCHAIN_FILE = "lean-toolchain"
_NAME = re.compile(r"(?:([\w-]+/[\w-]+):)?([A-Za-z0-9.\-_]+)")
_LISTED = re.compile(r"(\S+)(?: \((default|resolved from default '[^']*')\))?")
_RELEASE = re.compile(r"v(\d+)\.(\d+)\.(\d+)(-.*)?")


@dataclass(frozen=True)
class Installed:
    """The toolchains that elan has: their full names, and which is its default."""

    names: tuple[str, ...]
    default: str | None


@dataclass(frozen=True)
class Elan:
    """An ``elan`` executable.

    Attributes:
        path: where it is.
        seconds: how long it may take to answer a question.
    """

    path: Path
    seconds: float = QUESTION_SECONDS

    def installed(self) -> Installed:
        """Return what ``elan toolchain list`` says.

        Raises:
            ToolchainError: if elan fails, hangs or prints something else.
        """
        output = self._ask("toolchain", "list").require_success()
        return read_list(output.out)

    def real_lean(self, name: str) -> Path:
        """Return the ``lean`` of a toolchain that elan has, not its proxy.

        Raises:
            ToolchainError: if elan names no executable file.
        """
        output = self._ask("which", "lean", toolchain=name).require_success()
        printed = output.out.strip()
        path = Path(printed)
        if "\n" in printed or not path.is_absolute() or not os.access(path, os.X_OK):
            raise ToolchainError(
                f"`elan which lean` printed {printed[:300]!r} for {name}, "
                "which is not the path of an executable"
            )
        return path

    def install(self, name: str, cache: Path, seconds: float, progress: Progress | None) -> None:
        """Let elan download ``name``, unless another process just did.

        Raises:
            ToolchainNotFoundError: if elan could not.
        """
        with writing(cache), locked(cache, "elan-" + re.sub(r"\W", "-", name)):
            if resolve(name, self.installed()) is not None:
                return
            if progress:
                progress(f"elan toolchain install {name}")
            run_tool(
                [str(self.path), "toolchain", "install", name],
                seconds=seconds,
                progress=progress,
                error=ToolchainNotFoundError,
            ).require_success("is there a network?", ToolchainNotFoundError)

    def _ask(self, *arguments: str, toolchain: str | None = None) -> ToolOutput:
        environment = dict(os.environ)
        if toolchain is not None:
            environment["ELAN_TOOLCHAIN"] = toolchain
        return run_tool([str(self.path), *arguments], environment=environment, seconds=self.seconds)


def find_elan(environment: Mapping[str, str] = os.environ) -> Elan | None:
    """Return elan: from PATH, else from its home, ``ELAN_HOME`` or ``~/.elan``."""
    home = Path(environment.get("ELAN_HOME") or Path.home() / ".elan")
    on_path = shutil.which("elan", path=environment.get("PATH"))
    found = on_path or shutil.which("elan", path=str(home / "bin"))
    return Elan(Path(found)) if found else None


def is_proxy(executable: Path) -> bool:
    """Return whether a ``lean`` or ``lake`` is elan's proxy: elan stands beside those."""
    return any((one.parent / "elan").exists() for one in (executable, executable.resolve()))


def is_name(text: str) -> bool:
    """Return whether ``text`` can be the name of a toolchain."""
    return _NAME.fullmatch(text) is not None


def full_name(name: str) -> str:
    """Return a name as elan lists it: ``4.20.0`` is ``leanprover/lean4:v4.20.0``.

    Raises:
        ToolchainError: if it is no such name.
    """
    match = _NAME.fullmatch(name)
    if match is None:
        raise ToolchainError(
            f"{name!r} is no name of a Lean toolchain; one is {DEFAULT_ORIGIN}:v4.20.0"
        )
    origin, release = match[1] or DEFAULT_ORIGIN, match[2]
    if release.startswith("nightly") and not origin.endswith("-nightly"):
        origin += "-nightly"
    if release[0].isdigit():
        release = f"v{release}"
    return f"{origin}:{release}"


def resolve(name: str, installed: Installed) -> str | None:
    """Return which installed toolchain ``name`` stands for, None if there is none.

    A channel (``stable``, ``beta``, ``nightly``) is its newest installed release, as elan
    takes it without a network.
    """
    if name in installed.names:  # also one that was made with `elan toolchain link`
        return name
    wanted = full_name(name)
    if wanted in installed.names:
        return wanted
    origin, _, release = wanted.partition(":")
    known = [one for one in installed.names if one.startswith(f"{origin}:")]
    return max((one for one in known if _is_of(release, one)), key=_age, default=None)


def read_list(printed: str) -> Installed:
    """Read what ``elan toolchain list`` prints.

    Raises:
        ToolchainError: if it is something else.
    """
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    if lines == ["no installed toolchains"]:
        return Installed((), None)
    matches = [_LISTED.fullmatch(line) for line in lines]
    found = [match for match in matches if match is not None and is_name(match[1])]
    if not lines or len(found) != len(lines):
        raise ToolchainError(f"`elan toolchain list` printed no list: {printed.strip()[:300]!r}")
    default = next((match[1] for match in found if match[2]), None)
    return Installed(tuple(match[1] for match in found), default)


def read_toolchain_file(path: Path) -> str:
    """Return the name in a ``lean-toolchain`` file: its first line, as elan reads it.

    Raises:
        ToolchainError: if there is none.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ToolchainError(f"{path} cannot be read: {error}") from error
    if not lines or not is_name(lines[0].strip()):
        raise ToolchainError(
            f"{path} names no Lean toolchain; its first line should be one, "
            f"such as {DEFAULT_ORIGIN}:v4.20.0"
        )
    return lines[0].strip()


def asked_version(name: str) -> Version | None:
    """Return the version in a toolchain's name; None if it is a channel, a nightly or linked."""
    match = _RELEASE.fullmatch(full_name(name).partition(":")[2])
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def _is_of(channel: str, name: str) -> bool:
    release = name.partition(":")[2]
    if channel == "nightly":
        return release.startswith("nightly-")
    match = _RELEASE.fullmatch(release)
    return match is not None and channel == ("beta" if match[4] else "stable")


def _age(name: str) -> tuple[int, int, int, str]:
    release = name.partition(":")[2]
    match = _RELEASE.fullmatch(release)
    if match is None:  # a nightly: its date sorts as text
        return 0, 0, 0, release
    return int(match[1]), int(match[2]), int(match[3]), match[4] or ""
