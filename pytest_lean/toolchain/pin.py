"""Which toolchain a folder asks for: ``ELAN_TOOLCHAIN``, an override, or ``lean-toolchain``.

The order is elan's. A path may stand in place of a name; it is read as elan 4.2 reads it, whichever
elan is installed, and also if none is.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from pytest_lean.errors import ToolchainError, ToolchainNotFoundError
from pytest_lean.toolchain.elan import Elan
from pytest_lean.toolchain.elan_names import DEFAULT_ORIGIN, TOOLCHAIN_FILE, is_name
from pytest_lean.toolchain.lake import find_upward

VARIABLE = "ELAN_TOOLCHAIN"


@dataclass(frozen=True)
class Pin:
    """A toolchain that is asked for.

    Attributes:
        text: its name, or the path of a sysroot.
        why: who asks for it, as a clause.
        base: the folder that a relative path is counted from.
    """

    text: str
    why: str
    base: Path

    @property
    def is_path(self) -> bool:
        """Whether it is a path: written as one, or, as for elan, leading to a ``lean``."""
        is_written_so = os.path.isabs(self.text) or self.text.startswith(("./", "../"))
        return is_written_so or self._lean.is_file()

    @property
    def sysroot(self) -> Path:
        """The sysroot that it is the path of.

        Raises:
            ToolchainNotFoundError: if no Lean is there.
        """
        if not self._lean.is_file():
            raise ToolchainNotFoundError(
                f"no Lean is at {self.text}, as {self.why}: there is no {self._lean}"
            )
        return self._lean.parent.parent

    @property
    def _lean(self) -> Path:
        return Path(os.path.normpath(self.base / self.text)) / "bin" / "lean"


def find_pin(start: Path, elan: Elan | None) -> Pin | None:
    """Return which toolchain is asked for in ``start``, if any is.

    Raises:
        ToolchainError: if the ``lean-toolchain`` file cannot be read, or names no toolchain.
    """
    if name := os.environ.get(VARIABLE):
        return Pin(name, f"the environment variable {VARIABLE} asks for it", Path.cwd())
    override = None
    if elan is not None:
        # If elan is broken, the error is raised later, where it is asked for a toolchain.
        with contextlib.suppress(ToolchainError):
            override = elan.override(start)
    if override is not None:
        why = f"an override of elan for {override.folder} asks for it"
        return Pin(override.name, why, override.folder)
    file = find_upward(start, TOOLCHAIN_FILE)
    return read_toolchain_file(file) if file else None


def read_toolchain_file(path: Path) -> Pin:
    """Return what a ``lean-toolchain`` file asks for: its first line, as elan reads it.

    Raises:
        ToolchainError: if that is neither a name nor a path.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ToolchainError(f"{path} cannot be read: {error}") from error
    pin = Pin(lines[0].strip() if lines else "", f"{path} asks for it", path.parent)
    if not pin.text or not (pin.is_path or is_name(pin.text)):
        raise ToolchainError(
            f"{path} names no Lean toolchain; its first line should be one, "
            f"such as {DEFAULT_ORIGIN}:v4.20.0"
        )
    return pin
