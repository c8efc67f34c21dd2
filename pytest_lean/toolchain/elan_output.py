"""Reads what elan prints: its lists, its state as JSON, and why it failed.

Promises: output of a form that no elan from 1.4 to 4.2 prints is an error that quotes the output,
never an empty answer. Nothing here runs elan.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_lean.errors import ToolchainError
from pytest_lean.toolchain.elan_names import is_name

_LISTED = re.compile(r"(\S+)(?: \((default|resolved from default '[^']*')\))?")
_NOT_INSTALLED = re.compile(r"^\(error: toolchain '([^']+)' is not installed", re.MULTILINE)
_ERROR = re.compile(r"^error: (.+)$", re.MULTILINE)
_CAUSE = re.compile(r"^info: caused by: (.+)$", re.MULTILINE)
# Rust up to 1.72 prints the message of a panic before its place, and later ones after it.
_PANIC = re.compile(r"panicked at (?:'(.+)', \S+|\S+:\n(.+))")
# The error of the HTTP library inside such a message: the clearest reason that there is.
_HTTP = re.compile(r"extra: Some\(\"([^\"]+)\"\)")


@dataclass(frozen=True)
class Listed:
    """The toolchains that ``elan toolchain list`` names, and which it marks as the default."""

    names: tuple[str, ...]
    default: str | None


@dataclass(frozen=True)
class Default:
    """What ``elan default`` is set to.

    Attributes:
        name: as it was set: ``stable``, or the name or path of a toolchain.
        installed: the installed toolchain that it stands for; None if there is none.
    """

    name: str
    installed: str | None


@dataclass(frozen=True)
class Override:
    """What ``elan override set`` says of a folder and all below it."""

    name: str
    folder: Path


@dataclass(frozen=True)
class Dump:
    """What ``elan dump-state`` says.

    Attributes:
        installed: the installed toolchains and their folders.
        default: what ``elan default`` is set to.
        override: the directory override that is in force in the folder where elan was run.
        active: the full name of the toolchain that elan would run there.
    """

    installed: Mapping[str, Path] = field(default_factory=dict)
    default: Default | None = None
    override: Override | None = None
    active: str | None = None


def read_list(printed: str) -> Listed:
    """Read what ``elan toolchain list`` prints.

    Raises:
        ToolchainError: if it is something else.
    """
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    if lines == ["no installed toolchains"]:
        return Listed((), None)
    matches = [_LISTED.fullmatch(line) for line in lines]
    found = [match for match in matches if match is not None and is_name(match[1])]
    if not lines or len(found) != len(lines):
        raise ToolchainError(f"`elan toolchain list` printed no list: {_start_of(printed)}")
    default = next((match[1] for match in found if match[2]), None)
    return Listed(tuple(match[1] for match in found), default)


def read_overrides(printed: str) -> dict[Path, str]:
    """Read the folders and names that ``elan override list`` prints.

    Raises:
        ToolchainError: if it is something else.
    """
    lines = [line.rstrip() for line in printed.splitlines() if line.strip()]
    if lines == ["no overrides"]:
        return {}
    found = {}
    for line in lines:
        folder, tab, name = line.partition("\t")
        if not tab or not is_name(name.strip()):
            raise ToolchainError(f"`elan override list` printed no list: {_start_of(printed)}")
        found[Path(folder.rstrip().removesuffix(" (not a directory)"))] = name.strip()
    return found


def read_missing_default(printed: str) -> str | None:
    """Return the default toolchain that ``elan show`` says is not installed."""
    match = _NOT_INSTALLED.search(printed)
    return match[1] if match else None


def read_dump(printed: str) -> Dump:
    """Read what ``elan dump-state --no-net`` prints.

    Raises:
        ToolchainError: if it is something else.
    """
    try:
        state = json.loads(printed)["toolchains"]
        installed = {entry["resolved_name"]: Path(entry["path"]) for entry in state["installed"]}
        default, override, active = (
            state[key] for key in ("default", "active_override", "resolved_active")
        )
        return Dump(
            installed,
            Default(_name(default["unresolved"]), _resolved(default["resolved"], installed))
            if default
            else None,
            _override(override) if override else None,
            _resolved(active, installed) if active else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ToolchainError(
            f"`elan dump-state --no-net` printed no state of elan: {_start_of(printed)}"
        ) from error


def reason_of(printed: str) -> str:
    """Return in one line why elan failed: its error and the last cause that it gives."""
    if panic := _PANIC.search(printed):
        message = panic[1] or panic[2]
        http = _HTTP.search(message)
        return http[1] if http else message
    errors, causes = _ERROR.findall(printed), _CAUSE.findall(printed)
    said = [*errors[:1], *causes[-1:]]
    if said:
        return "; ".join(said)
    return next((line.strip() for line in printed.splitlines() if line.strip()), "no output")


def _name(unresolved: Mapping[str, Any]) -> str:
    """Return the name that one of elan's descriptions of a toolchain stands for."""
    if "Local" in unresolved:
        return str(unresolved["Local"]["name"])
    if "Path" in unresolved:
        return str(unresolved["Path"]["path"])
    remote = unresolved["Remote"]
    return f"{remote['origin']}:{remote['release']}"


def _resolved(resolution: Mapping[str, Any], installed: Mapping[str, Path]) -> str | None:
    """Return the installed toolchain that elan takes without a network."""
    name = resolution["cached"]
    return name if name in installed else None


def _override(override: Mapping[str, Any]) -> Override | None:
    reason = override["reason"]
    if not isinstance(reason, dict) or "OverrideDB" not in reason:
        return None
    return Override(_name(override["unresolved"]), Path(reason["OverrideDB"]))


def _start_of(printed: str) -> str:
    return repr(printed.strip()[:300])
