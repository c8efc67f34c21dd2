"""What a process that elaborates a text may do, and what of that the kernel could enforce.

A :class:`Plan` says what is allowed; :class:`Held` says what was enforced. The text may read
what is listed, write into one folder, and nothing else: it sees no other process, no network,
and all that it starts ends with it. Two walls stand behind each other where the kernel has
both: namespaces (:mod:`.namespaces`) and Landlock (:mod:`.landlock`).
"""

from __future__ import annotations

import os
import resource
from dataclasses import dataclass
from typing import Any, Literal

from pytest_lean.server.lane import landlock, namespaces

Mode = Literal["require", "auto", "off"]
MODES: tuple[Mode, ...] = ("require", "auto", "off")

_MIB = 1024 * 1024
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
# Lean starts a few threads; a user namespace counts its own.
_MOST_TASKS = 512
_NAMES = "user, pid, mount and net namespaces"


class SandboxUnavailable(Exception):
    """The kernel does not allow what the plan requires."""


@dataclass(frozen=True)
class Plan:
    """What a process may do.

    Attributes:
        mode: ``require`` runs nothing without both walls, ``auto`` takes what there is,
            ``off`` takes none.
        read: folders and files that may be read.
        write: the folder that may be written to; it is the working directory, too.
        execute: whether what may be read may be executed.
        file_mb: how large one file, and the whole folder, may become, in MiB.
    """

    mode: Mode
    read: tuple[str, ...]
    write: str
    execute: bool = False
    file_mb: int = 1024

    def to_json(self) -> dict[str, Any]:
        """Return it as data."""
        return dict(vars(self))

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Plan:
        """Make it from data."""
        return cls(**{**data, "read": tuple(data["read"])})


@dataclass(frozen=True)
class Held:
    """What confined a process.

    Attributes:
        namespaces: whether it had user, pid, mount, net, ipc and uts namespaces of its own.
        landlock: the version of Landlock that confined it; 0 if none did.
        limits: whether the size of files and of core dumps was limited.
        missing: why what is not there is not there.
    """

    namespaces: bool = False
    landlock: int = 0
    limits: bool = False
    missing: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether both walls stood."""
        return self.namespaces and self.landlock > 0

    def __str__(self) -> str:
        parts = [_NAMES] if self.namespaces else []
        parts += [f"Landlock {self.landlock}"] if self.landlock else []
        parts += ["limits"] if self.limits else []
        missing = f" ({'; '.join(self.missing)})" if self.missing else ""
        return ("; ".join(parts) or "no sandbox") + missing

    def to_json(self) -> dict[str, Any]:
        """Return it as data."""
        return dict(vars(self))

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Held:
        """Make it from data."""
        return cls(**{**data, "missing": tuple(data["missing"])})


def close_first_wall(plan: Plan, uid: int, gid: int) -> None:
    """Give this process, the init of new namespaces, the root of its plan.

    Args:
        plan: what may be seen.
        uid: the user that it is outside.
        gid: the group that it is outside.

    Raises:
        OSError: a step failed; it is named.
    """
    namespaces.be_same_user(uid, gid)
    # Lean asks for the folder of its own program, and that is Python here.
    program = os.path.dirname(os.path.realpath("/proc/self/exe"))
    namespaces.change_root(plan.read, [plan.write], _DEVICES, execute=plan.execute, empty=[program])
    namespaces.drop_capabilities()


def close_second_wall(plan: Plan, *, in_namespaces: bool, missing: tuple[str, ...] = ()) -> Held:
    """Limit this process and take from it, by Landlock, what is not in its plan.

    Args:
        plan: what it may do.
        in_namespaces: whether the first wall stands.
        missing: why not, if it does not.

    Raises:
        SandboxUnavailable: the plan requires what the kernel does not have.
    """
    if plan.mode == "off":
        return Held(missing=("lean_sandbox is off",))
    _limit(plan, in_namespaces=in_namespaces)
    version = 0
    try:
        read = [*plan.read, "/proc" if in_namespaces else os.path.realpath("/proc/self")]
        version = landlock.restrict(read, [plan.write], _DEVICES, execute=plan.execute)
    except OSError as error:
        missing = (*missing, f"no Landlock: {error.strerror or error}")
    held = Held(in_namespaces, version, True, missing)
    if plan.mode == "require" and not held.is_whole:
        raise SandboxUnavailable("; ".join(missing))
    return held


def _limit(plan: Plan, *, in_namespaces: bool) -> None:
    limits = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, plan.file_mb * _MIB)]
    if in_namespaces:  # elsewhere it counts all processes of the user
        limits.append((resource.RLIMIT_NPROC, _MOST_TASKS))
    for which, most in limits:
        _, hard = resource.getrlimit(which)
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(which, (most, most))
