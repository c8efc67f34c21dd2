"""Types that the embedded Lean does not have, where Lean takes their names for variables.

Lean binds an unknown name in a declaration's type by itself (``autoImplicit``): with a core
library alone ``theorem t (x : Real) : x = x`` is a theorem about any type, and nothing in it is
an error. Such a text gets a Python warning, which pytest shows.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable

from pytest_lean.messages import CommandResponse
from pytest_lean.public import public

# Types that people who write for Mathlib, or for a full Lean, use without a thought, and that the
# core library of the embedded Lean does not have (a test asks for each).
NAMES = (
    "ℕ ℤ ℚ ℝ ℂ Real Complex Float32 NNReal ENNReal EReal Finset Multiset Set Finsupp "
    "Polynomial Matrix ZMod Nimber Ordinal Cardinal Filter Equiv Perm Subgroup Ideal Submodule "
    "Subring FloatArray HashMap HashSet TreeMap TreeSet RBMap Rational"
).split()
_NAME = re.compile(rf"(?<![\w.«])(?:{'|'.join(NAMES)})(?![\w.»'])")


@public
class LeanWarning(UserWarning):
    """Lean accepts a text, and it may mean something else than its author thinks."""


def warn_of_missing_types(response: CommandResponse, ask: Callable[[str], CommandResponse]) -> None:
    """Warn if an accepted text speaks of a type that is not there.

    Args:
        response: what Lean said of the text.
        ask: runs a text behind it.
    """
    names = dict.fromkeys(_NAME.findall(response.text)) if response.ok else {}
    missing = [
        name
        for name in names
        if not _is_bound(name, response.text) and not ask(f"#check @{name}").ok
    ]
    if missing:
        listed = ", ".join(missing)
        warnings.warn(
            f"Lean knows no {listed} here and took the name for a variable that stands for any "
            "type, so what it accepts says nothing about that type; run on a full Lean with the "
            "library that has it, or forbid such variables: lean_options = autoImplicit=false",
            LeanWarning,
            stacklevel=_frames_of_ours() + 1,
        )


def _frames_of_ours() -> int:
    """Return how many frames of this package stand below the user's."""
    frame, count = sys._getframe(1), 0
    while frame.f_back is not None and str(frame.f_globals.get("__name__")).startswith(
        "pytest_lean."
    ):
        frame, count = frame.f_back, count + 1
    return count


def _is_bound(name: str, text: str) -> bool:
    """Return whether ``text`` has a binder of its own for ``name``: ``(Real : Type)``."""
    return re.search(rf"(?<![\w.]){name}(?:\s+[\w']+)*\s*:(?!=)", text) is not None
