"""Compiles a preamble that takes long once, for all xdist workers and all restarts.

A long preamble in the document costs a little time in every request, and all of its time in every
restart. If it took long, and if importing it means the same as its text, it is compiled to
a module in the cache directory. It is not compiled if it has commands whose effect ends with the
file (``open``, ``variable``, ``set_option``, ``private``, ``attribute [-simp]`` ...).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pytest_lean.toolchain.cache import compile_module, publish
from pytest_lean.toolchain.model import Toolchain

_FOLDER = "preamble"


def search_path(cache: Path) -> str:
    """Return the folder in which Lean finds compiled preambles."""
    return str(cache / _FOLDER)


class CompiledPreamble:
    """The module of one preamble; it may not be there yet.

    Args:
        cache: the cache directory.
        toolchain: the Lean that compiles it.
        folders: further folders with compiled modules.
        imports: the modules that it imports.
        text: the preamble.
        state: the state on disk of the modules that it imports, as a text.
    """

    def __init__(
        self,
        cache: Path,
        toolchain: Toolchain,
        *,
        folders: Iterable[str],
        imports: Iterable[str],
        text: str,
        state: str,
    ) -> None:
        self._cache = cache
        self._toolchain = toolchain
        self._folders = tuple(folders)
        self._source = "".join(f"import {name}\n" for name in imports) + text
        lean = (toolchain.version_text, *toolchain.command, *toolchain.search_path)
        parts = (*lean, *self._folders, state)
        identity = "\0".join((*parts, self._source))
        self._key = "K" + hashlib.sha256(identity.encode()).hexdigest()[:24]
        self.module = f"{self._key}.Preamble"

    def is_there(self) -> bool:
        """Return whether it was compiled before."""
        return (self._cache / _FOLDER / self._key / "Preamble.olean").is_file()

    def build(self) -> None:
        """Compile it, unless another process has.

        Raises:
            LeanBuildError, CacheDirError: it could not be compiled.
        """
        publish(self._cache, _FOLDER, self._key, self._compile)

    def _compile(self, directory: Path) -> None:
        root = directory / "source"
        source = root / self._key / "Preamble.lean"
        source.parent.mkdir(parents=True)
        source.write_text(self._source, encoding="utf-8")
        compile_module(
            self._toolchain,
            root,
            source,
            directory / "Preamble.olean",
            cache=self._cache,
            search_path=self._folders,
        )
