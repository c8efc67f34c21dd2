"""What a sweep of a library of 10,000 declarations costs, against compiling it, in one run.

``python benchmarks/sweep.py [MODULES]``: so many modules of 500 declarations each are written,
compiled by ``lean_sources`` and swept by pytest, alone and on two workers. The seconds are those of
the processor, so that a busy machine counts for nothing; the goal is 20 on one core.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pytest_lean import LeanConfig
from pytest_lean.judge.sweep import find_modules, sweep
from pytest_lean.toolchain.folder import compile_folder

EACH = 500
INI = "[pytest]\nlean_toolchain = embedded\nlean_sources = lib\nlean_sweep = Big\n"
# Five declarations: a definition above that of the module before, what it is, a proof by a tactic.
DECLARATIONS = """
def f{i} (n : Nat) : Nat := {below} n + {i}
theorem unfold{i} (n : Nat) : f{i} n = {below} n + {i} := rfl
theorem le{i} (n : Nat) : {below} n ≤ f{i} n := Nat.le_add_right _ _
theorem symm{i} (n : Nat) (h : f{i} n = n) : n = f{i} n := h.symm
theorem omega{i} (n m : Nat) (h : n < m) : n + {i} < m + {i} := by omega
"""


def write(folder: Path, modules: int) -> None:
    """Write the library; each module imports the one before, and builds on its definitions."""
    for k in range(modules):
        lines = [f"import Big.M{k - 1}" if k else "", "namespace Big"]
        for i in range(k * EACH // 5, (k + 1) * EACH // 5):
            below = f"f{i - EACH // 5}" if k else "id"
            lines.append(DECLARATIONS.format(i=i, below=below))
        path = folder / "Big" / f"M{k}.lean"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*lines, "end Big\n"]), encoding="utf-8")


def pytest_seconds(folder: Path, *arguments: str) -> float:
    """Run pytest there; return the processor's seconds of it and of all that it started."""
    before = os.times()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    after = os.times()
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return (
        after.children_user + after.children_system - before.children_user - before.children_system
    )


def main(modules: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as to:
        folder = Path(to)
        write(folder / "lib", modules)
        (folder / "pytest.ini").write_text(INI, encoding="utf-8")
        config = LeanConfig(toolchain="embedded", sources=folder / "lib", cache_dir=folder / "c")
        toolchain = LeanConfig(toolchain="embedded").prepare()
        before = os.times()
        compiled = compile_folder(toolchain, config)
        after = os.times()
        compiling = after.children_user - before.children_user
        if compiled.failed:
            sys.exit(f"not compiled: {compiled.failed}")
        folders = [*toolchain.search_path, str(compiled.output)]
        started = time.process_time()
        found = sweep(folders, list(find_modules(folders, "Big")))
        looking = time.process_time() - started
        count = sum(one.declarations for one in found.modules.values())
        locking = pytest_seconds(folder, "--lean-update")  # compiles it into the usual cache
        alone = pytest_seconds(folder)
        two = pytest_seconds(folder, "-n", "2")
    print(f"{modules} modules, {modules * EACH} declarations written, {count} constants")
    rows = {
        "compiling it, once": compiling,
        "the look at all modules": looking,
        "pytest, the lock written, all compiled": locking,
        "pytest, all checks": alone,
        "pytest -n 2, all checks, both workers together": two,
    }
    for name, seconds in rows.items():
        print(f"{seconds:8.2f} s of the processor  {seconds / compiling:6.2f}  {name}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
