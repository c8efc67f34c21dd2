"""Where the embedded core library and a real Lean differ: names, and what ``#check`` says of them.

Asks both Leans for the statement of every public name of the core library. Prints the names
that the real Lean does not have, and those whose statements differ, with both statements.
Names that only serve the library's own proofs are among the first; a difference in the second
list is a mistake of ours, or a newer Lean than 4.35.

Usage: ``python benchmarks/core_signatures.py TOOLCHAIN [PREFIX ...]``; TOOLCHAIN is as for
``--lean-toolchain``, and only names that begin with a PREFIX are compared if any is given.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pytest_lean import LeanConfig, Toolchain
from pytest_lean.toolchain.embedded import find_embedded

BATCH = 1000
SECONDS = 600
_HEAD = "import Lean\nset_option linter.all false\n"


def public_names(embedded: Toolchain) -> list[str]:
    """Return the names that the compiled core library declares and a text can write."""
    names: set[str] = set()
    for folder in embedded.search_path:
        for path in Path(folder).rglob("*.ilean"):
            names.update(json.loads(path.read_text(encoding="utf-8"))["decls"])
    return sorted(name for name in names if not re.search(r"_private|\._|^_|_aux_", name))


def statements(lean: Toolchain, names: Sequence[str], head: str) -> dict[str, str]:
    """Return what ``#check`` says of each name that ``lean`` has, with white space collapsed."""
    found: dict[str, str] = {}
    first_line = head.count("\n") + 1
    with tempfile.TemporaryDirectory() as folder:
        for first in range(0, len(names), BATCH):
            batch = names[first : first + BATCH]
            text = Path(folder, "Check.lean")
            text.write_text(head + "".join(f"#check @{name}\n" for name in batch), "utf-8")
            done = subprocess.run(
                [*lean.command, "--json", "-DmaxErrors=1000000", str(text)],
                check=False,
                env=lean.environment(),
                capture_output=True,
                encoding="utf-8",
                timeout=SECONDS,
            )
            for line in done.stdout.splitlines():
                message = json.loads(line) if line.startswith("{") else {}
                if message.get("severity") == "information":
                    name = batch[message["pos"]["line"] - first_line]
                    found[name] = " ".join(message["data"].split())
    return found


def main(toolchain: str, *prefixes: str) -> None:
    """Compare the embedded core library with ``toolchain`` and print the differences."""
    embedded = find_embedded()
    real = LeanConfig(toolchain=toolchain).prepare()
    names = [name for name in public_names(embedded) if name.startswith(prefixes or "")]
    ours = statements(embedded, names, head="set_option linter.all false\n")
    theirs = statements(real, sorted(ours), head="" if real == embedded else _HEAD)
    missing = [name for name in ours if name not in theirs]
    differing = [name for name in ours if theirs.get(name, ours[name]) != ours[name]]
    print(f"{len(ours)} names; {len(missing)} are not in {toolchain}; {len(differing)} differ")
    for name in missing:
        print(f"missing: {name}")
    for name in differing:
        print(f"differs: {name}\n  embedded: {ours[name]}\n  {toolchain}: {theirs[name]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
