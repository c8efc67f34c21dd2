"""How a toolchain's Lean is run in a fresh process: forked from a warm one, or as a program.

A fork needs Linux and a shared library that has all of Lean; where that is not so, or does not
answer as ``lean --version`` does, a plain process does the same for more.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pytest_lean.toolchain.model import Toolchain

_LIBRARY = "libleanshared.so"
# As in embedded/host.py, which says why.
_EMBEDDED_OPTIONS = ("-Dinterpreter.prefer_native=false",)
# Where programs and libraries of the system are; a `lean` may be a script, too.
SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/nix/store", "/gnu/store")
_SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime")
# All else in the environment is no concern of a text's.
_KEPT_VARIABLES = ("PATH", "LANG", "LANGUAGE", "TZ", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_KEPT_PREFIXES = ("LEAN", "LC_")


@dataclass(frozen=True)
class Way:
    """One way to run Lean.

    Attributes:
        name: what certificates and reports call it.
        host: the arguments of the process that forks.
        command: what stands before Lean's own arguments.
        read: what it has to read, its modules not counted.
        execute: whether it executes a program.
    """

    name: str
    host: tuple[str, ...]
    command: tuple[str, ...]
    read: tuple[str, ...]
    execute: bool


def by_fork(toolchain: Toolchain) -> Way | None:
    """Return how to fork a warm process of this Lean; None if that cannot be had."""
    if not sys.platform.startswith("linux"):
        return None
    if toolchain.kind == "embedded":
        library = Path(toolchain.command[-1])
        return Way("zygote", (str(library),), ("lean", *_EMBEDDED_OPTIONS), (), False)
    lean = Path(toolchain.command[0])
    library = lean.parent.parent / "lib" / "lean" / _LIBRARY
    if len(toolchain.command) > 1 or not library.is_file():
        return None
    return Way("zygote", (str(library),), ("lean",), (str(library.parent),), False)


def by_program(toolchain: Toolchain) -> Way:
    """Return how to run this Lean as a program."""
    read = [*SYSTEM, *_SYSTEM_FILES]
    for part in toolchain.command:
        if os.path.isabs(part):
            for path in (Path(part), Path(os.path.realpath(part))):
                # `bin/lean` has its libraries beside `bin`; so has Python.
                read.append(str(path.parent.parent if path.parent.name == "bin" else path.parent))
    if toolchain.command[0] == sys.executable:
        read += [sys.prefix, sys.base_prefix]
    return Way("process", (), toolchain.command, tuple(dict.fromkeys(read)), True)


def sysroot(toolchain: Toolchain) -> str | None:
    """Return the sysroot of a full toolchain, which Lean itself would look for from Python."""
    lean = Path(toolchain.command[0])
    found = lean.parent.parent
    return str(found) if toolchain.kind != "embedded" and lean.parent.name == "bin" else None


def few_variables(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what of an environment Lean needs; a text could print the rest."""
    return {
        name: value
        for name, value in environment.items()
        if name in _KEPT_VARIABLES or name.startswith(_KEPT_PREFIXES)
    }


def folders(environment: Mapping[str, str], more: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the folders of compiled modules that ``environment`` names, and ``more``."""
    named = environment.get("LEAN_PATH", "").split(os.pathsep)
    return tuple(dict.fromkeys(filter(None, [*named, *more])))
