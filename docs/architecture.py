"""Writes the tree of docs/architecture.md from the first sentence of each module.

``python docs/architecture.py`` writes it; ``tests/test_architecture.py`` checks that it is current.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
PACKAGE = CHECKOUT / "pytest_lean"
PAGE = CHECKOUT / "docs" / "architecture.md"
BEGIN, END = "<!-- the tree: python docs/architecture.py -->", "<!-- end of the tree -->"


def tree() -> str:
    """Return a table of all modules, each with what its docstring says first."""
    lines = [BEGIN, "", "| module | what it does |", "|---|---|"]
    for path in sorted(PACKAGE.rglob("*.py"), key=_order):
        told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        sentence = re.sub(r":\w+:`~?(?:[\w.]+\.)?(\w+)`", r"`\1`", told.partition("\n")[0])
        name = path.relative_to(PACKAGE).as_posix()
        lines.append(f"| `{name}` | {sentence.replace('``', '`').replace('|', '/')} |")
    return "\n".join([*lines, "", END])


def page(text: str) -> str:
    """Return the page ``text`` with its tree made anew."""
    head, _, rest = text.partition(BEGIN)
    return head + tree() + rest.partition(END)[2]


def _order(path: Path) -> tuple[str, bool, str]:
    name = path.relative_to(PACKAGE)
    return name.parent.as_posix(), path.name != "__init__.py", path.name


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
