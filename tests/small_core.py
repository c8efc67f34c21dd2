"""A core library of three modules, for tests that build the library or damage it.

The real one takes most of a minute to build on a busy machine. This one takes a second, and
has the natural numbers and equality, without any notation.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from pytest_lean.toolchain.embedded import core_sources

MODULES = ("Init.Prelude.Logic", "Init.Prelude.Nat")
TRUE = "theorem t : Eq (Nat.succ 0) 1 := Eq.refl 1"
FALSE = "theorem t : Eq (Nat.succ 0) 2 := Eq.refl 2"


def write_small_core(folder: Path) -> None:
    """Write the sources: two modules of the real library, and ``Init``, which imports them."""
    sources = core_sources()
    for name in MODULES:
        target = folder.joinpath(*name.split(".")).with_suffix(".lean")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(sources[name], target)
    root = f"module\nprelude\npublic import {MODULES[-1]}\n"
    (folder / "Init.lean").write_text(root, encoding="utf-8")
