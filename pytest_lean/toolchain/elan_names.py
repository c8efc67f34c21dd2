"""The names of elan's toolchains: which release or linked toolchain a name stands for.

Nothing here runs elan. From version 4 on elan resolves names itself; the rules below are for an
older elan, and for names that have to be compared with a version of Lean.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from pytest_lean.errors import ToolchainError
from pytest_lean.toolchain.model import Version

DEFAULT_ORIGIN = "leanprover/lean4"
TOOLCHAIN_FILE = "lean-toolchain"
_NAME = re.compile(r"(?:([\w-]+/[\w-]+):)?([A-Za-z0-9.\-_]+)")
_RELEASE = re.compile(r"v(\d+)\.(\d+)\.(\d+)(-.*)?")
_CHANNELS = ("stable", "beta", "nightly")


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


def can_be_installed(name: str) -> bool:
    """Return whether ``name`` is a release or a channel, and not a linked toolchain."""
    release = full_name(name).partition(":")[2]
    is_dated = release.startswith("nightly-")
    return ":" in name or release in _CHANNELS or is_dated or bool(_RELEASE.fullmatch(release))


def resolve(name: str, installed: Collection[str]) -> str | None:
    """Return which of the ``installed`` toolchains ``name`` stands for, None if there is none.

    A channel (``stable``, ``beta``, ``nightly``) stands for its newest installed release, as it
    does for elan 4 without a network.
    """
    if name in installed:  # also one that was made with `elan toolchain link`
        return name
    wanted = full_name(name)
    if wanted in installed:
        return wanted
    origin, _, release = wanted.partition(":")
    if origin == DEFAULT_ORIGIN and release in installed:
        return release  # an elan before version 4 installs `v4.20.0` under just that name
    known = [known for known in installed if known.startswith(f"{origin}:")]
    return max((name for name in known if _is_of(release, name)), key=_age, default=None)


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
