"""pytest-lean: test with Lean 4 from Python.

The public names. They are imported when they are first used, so that pytest can load the
plugin in a project that has nothing to do with Lean at no cost.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pytest_lean.config import LeanConfig as LeanConfig
    from pytest_lean.config import LeanREPLConfig as LeanREPLConfig
    from pytest_lean.errors import CacheDirError as CacheDirError
    from pytest_lean.errors import LeanBuildError as LeanBuildError
    from pytest_lean.errors import LeanCrashError as LeanCrashError
    from pytest_lean.errors import LeanError as LeanError
    from pytest_lean.errors import LeanFileError as LeanFileError
    from pytest_lean.errors import LeanMemoryError as LeanMemoryError
    from pytest_lean.errors import LeanServerError as LeanServerError
    from pytest_lean.errors import LeanTimeoutError as LeanTimeoutError
    from pytest_lean.errors import ToolchainError as ToolchainError
    from pytest_lean.errors import ToolchainNotFoundError as ToolchainNotFoundError
    from pytest_lean.errors import UnknownEnvError as UnknownEnvError
    from pytest_lean.facade import Lean as Lean
    from pytest_lean.messages import Command as Command
    from pytest_lean.messages import CommandResponse as CommandResponse
    from pytest_lean.messages import Declaration as Declaration
    from pytest_lean.messages import FileCommand as FileCommand
    from pytest_lean.messages import Message as Message
    from pytest_lean.messages import Pos as Pos
    from pytest_lean.messages import Sorry as Sorry
    from pytest_lean.server.auto import AutoLeanServer as AutoLeanServer
    from pytest_lean.server.server import LeanServer as LeanServer
    from pytest_lean.toolchain.model import Toolchain as Toolchain

__version__ = "0.1.0"

_HOMES = {
    "config": ("LeanConfig", "LeanREPLConfig"),
    "errors": (
        "CacheDirError",
        "LeanBuildError",
        "LeanCrashError",
        "LeanError",
        "LeanFileError",
        "LeanMemoryError",
        "LeanServerError",
        "LeanTimeoutError",
        "ToolchainError",
        "ToolchainNotFoundError",
        "UnknownEnvError",
    ),
    "facade": ("Lean",),
    "messages": (
        "Command",
        "CommandResponse",
        "Declaration",
        "FileCommand",
        "Message",
        "Pos",
        "Sorry",
    ),
    "server.auto": ("AutoLeanServer",),
    "server.server": ("LeanServer",),
    "toolchain.model": ("Toolchain",),
}
_MODULE_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = ["__version__", *sorted(_MODULE_OF)]  # noqa: PLE0604


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__
