"""pytest-lean: test with Lean 4 from Python.

The public names stand in ``__init__.pyi``, which type checkers read as it is. Each is imported
when it is first used, so that pytest can load the plugin in a project that has nothing to do
with Lean at no cost.
"""

from __future__ import annotations

import functools
import importlib
from typing import Any

__version__ = "0.1.0"


@functools.cache
def _modules() -> dict[str, str]:
    """Return the module that defines each public name, as ``__init__.pyi`` lists them."""
    import ast
    from pathlib import Path

    stub = ast.parse(Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    imports = (node for node in stub.body if isinstance(node, ast.ImportFrom))
    return {alias.name: str(node.module) for node in imports for alias in node.names}


def __getattr__(name: str) -> Any:
    if name == "__all__":
        return ["__version__", *sorted(_modules())]
    if name.startswith("_") or name not in _modules():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_modules()[name]), name)


def __dir__() -> list[str]:
    return [*globals(), *_modules()]
