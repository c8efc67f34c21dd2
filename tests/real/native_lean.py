"""A sysroot with a genuine ELF ``lean``: built from the embedded Lean with a C compiler.

It is what a user's toolchain is: an executable in ``bin`` that finds its modules in
``lib/lean``, and that ends with its input rather than with its parent. Its library is the
small core library.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

from pytest_lean import Toolchain
from pytest_lean.toolchain.cache import publish
from pytest_lean.toolchain.embedded import find_library

_SOURCE = Path(__file__).with_name("native_lean.c")


def find_compiler() -> str | None:
    """Return a C compiler, if there is one."""
    return shutil.which("gcc") or shutil.which("cc")


def build_sysroot(compiler: str, toolchain: Toolchain, cache: Path) -> Path:
    """Return the sysroot, built if it is not in the cache.

    Args:
        compiler: the C compiler.
        toolchain: the embedded one; its library becomes the sysroot's.
        cache: the cache directory.
    """
    library = find_library()
    [core] = toolchain.search_path
    parts = (str(library.path), library.digest, core, _SOURCE.read_text())
    key = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]

    def build(work: Path) -> None:
        (work / "bin").mkdir()
        (work / "lib").mkdir()
        (work / "lib" / "lean").symlink_to(core)
        command = [compiler, str(_SOURCE), "-o", str(work / "bin" / "lean"), str(library.path)]
        subprocess.run([*command, f"-Wl,-rpath,{library.path.parent}"], check=True, timeout=600)

    return publish(cache, "native-lean", key, build)[0]
