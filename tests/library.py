"""A library of compiled modules, for a server's ``search_path``."""

from __future__ import annotations

from pathlib import Path

from pytest_lean import Toolchain
from pytest_lean.toolchain.cache import compile_module


class Library:
    """A folder of compiled modules."""

    def __init__(self, toolchain: Toolchain, folder: Path) -> None:
        self.toolchain = toolchain
        self.folder = folder
        self.path = (str(folder),)

    def compile(self, name: str, text: str) -> None:
        """Compile a module; what it imports has to be there."""
        source = self.folder / f"{name}.lean"
        source.write_text(text, encoding="utf-8")
        output = source.with_suffix(".olean")
        compile_module(
            self.toolchain, self.folder, source, output, cache=self.folder, search_path=self.path
        )
