"""Lets the site link what docstrings name in roles: :class:`~pytest_lean.Command`.

An extension of griffe, which reads the docstrings for mkdocstrings; ``mkdocs.yml`` names it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import griffe

_ROLE = re.compile(r":(?:class|meth|func|data|mod|attr|exc):`(~?)([\w.]+)`")
_STUB = Path(__file__).parents[1] / "pytest_lean" / "__init__.pyi"
PUBLIC = frozenset(re.findall(r" as (\w+)", _STUB.read_text(encoding="utf-8")))


def linked(text: str, owner: str) -> str:
    """Return a docstring whose roles are code, and links where they name what is public.

    Args:
        text: the docstring.
        owner: the public class that it belongs to, to which a bare ``:meth:`` refers.
    """

    def link(role: re.Match[str]) -> str:
        path = role[2]
        name = path.rpartition(".")[2]
        shown = name if role[1] else path
        if name in PUBLIC:
            return f"[`{shown}`][pytest_lean.{name}]"
        if role[0].startswith(":meth:") and "." not in path and owner in PUBLIC:
            return f"[`{shown}`][pytest_lean.{owner}.{name}]"
        return f"`{shown}`"

    return _ROLE.sub(link, text)


class Roles(griffe.Extension):
    """Rewrites each docstring as griffe meets it."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Rewrite the docstring of ``obj``, if it has one."""
        if obj.docstring is not None:
            owner = obj if obj.is_class else obj.parent
            obj.docstring.value = linked(obj.docstring.value, owner.name if owner else "")
