"""Costs of declarations as a text that is committed, and the comparison with what they are now.

A line ``name cost`` for each declaration, sorted by name; the cost is in thousands of heartbeats.
A line ``[module]`` stands above those of a module, where the text is of a library. Lean's version
stands at its head, since another one may take another number.

Promises: the same costs make the same text. A cost is held against a tolerance, and never against
less than Lean's own measure can tell, which is one thousand.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# Two measurements of one declaration may differ by so much (docs/assertions.md).
RESOLUTION = 1

_HEAD = (
    "# Thousands of heartbeats, one declaration a line; `pytest --lean-update` writes this file."
)
_LEAN = re.compile(r"# Lean (\S+)")
_LINE = re.compile(r"(\S.*) (\d+)")
_MODULE = re.compile(r"\[(\S.*)\]")


class CostTableError(ValueError):
    """A text is no table of costs; the message says on which line."""


@dataclass(frozen=True)
class CostTable:
    """What declarations cost.

    Attributes:
        lean: the version of the Lean that they were measured with.
        modules: by module the costs by full name; the module of a single text is "".
    """

    lean: str
    modules: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def text(self) -> str:
        """Return it as a text, which ends with a line's end."""
        lines = [_HEAD, f"# Lean {self.lean}"]
        for module, costs in sorted(self.modules.items()):
            lines += [f"[{module}]"] if module else []
            lines += [f"{name} {costs[name]}" for name in sorted(costs)]
        return "\n".join(lines) + "\n"

    def of(self, module: str) -> Mapping[str, int]:
        """Return the costs of one module; none if there are no lines of it."""
        return self.modules.get(module, {})


def read_costs(text: str) -> CostTable:
    """Return the table that ``text`` is.

    Raises:
        CostTableError: it is none.
    """
    lean, module = "", ""
    modules: dict[str, dict[str, int]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        if line.startswith("#"):
            found = _LEAN.fullmatch(line)
            lean = found[1] if found else lean
        elif head := _MODULE.fullmatch(line):
            module = head[1]
        elif entry := _LINE.fullmatch(line):
            costs = modules.setdefault(module, {})
            if entry[1] in costs:
                raise CostTableError(f"line {number}: {entry[1]} has a cost already")
            costs[entry[1]] = int(entry[2])
        else:
            raise CostTableError(f"line {number} is no `name cost`: {line!r}")
    return CostTable(lean, modules)


def allowed(cost: int, tolerance: float) -> int:
    """Return how much a declaration may take whose committed cost is ``cost``.

    Args:
        cost: in thousands of heartbeats.
        tolerance: by which share it may be more.
    """
    return max(math.floor(cost * (1 + tolerance) + 1e-9), cost + RESOLUTION)


@dataclass(frozen=True)
class CostChange:
    """A declaration that does not cost what was committed.

    Attributes:
        name: its full name.
        before: the committed cost; None if it is new.
        after: what it takes now; None if it is gone.
        line: where it stands; 0 if it is gone.
    """

    name: str
    before: int | None
    after: int | None
    line: int = 0

    def sentence(self, tolerance: float) -> str:
        """Return what became of it, in words."""
        place = f" (line {self.line})" if self.line else ""
        if self.after is None:
            return f"gone: {self.name}, which took {self.before}"
        if self.before is None:
            return f"new: {self.name}{place} takes {self.after}"
        more = math.floor(100 * (self.after - self.before) / self.before + 0.5)
        return (
            f"dearer: {self.name}{place} took {self.before} and takes {self.after}, {more} % more; "
            f"accepted is {allowed(self.before, tolerance)} ({tolerance * 100:g} % more)"
        )


def headline(changes: Iterable[CostChange], shown: str) -> str:
    """Return the first line of a failure about ``changes`` to the file ``shown``."""
    dearer = sum(None not in (change.before, change.after) for change in changes)
    if not dearer:
        return f"other declarations than in {shown}; --lean-update accepts them"
    which = "a declaration is" if dearer == 1 else f"{dearer} declarations are"
    return f"{which} dearer than in {shown}; --lean-update accepts it"


def other_lean(before: CostTable, lean: str) -> tuple[str, ...]:
    """Return what to say if a table was measured with another Lean than ``lean``."""
    if before.lean in ("", lean):
        return ()
    return (f"it was measured with Lean {before.lean}, and this is Lean {lean}",)
