"""Types that the embedded Lean does not have, where Lean takes their names for variables.

Lean binds an unknown name in a declaration's type as a variable (``autoImplicit``): with only a
core library, ``theorem t (x : Real) : x = x`` is a theorem about any type, and Lean reports no
error. Such a text gets a Python warning, which pytest shows. The names in the list below are known
to be missing. For any other long name with a capital, Lean is asked, with ``autoImplicit`` off,
whether it was such a variable.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable, Iterable

from pytest_lean.language.syntax import code
from pytest_lean.messages import CommandResponse
from pytest_lean.public import public

# Common types of Mathlib, or of a full Lean's library, that the core library of the embedded Lean
# does not have; a test checks that each is missing.
NAMES = (
    "ℕ ℤ ℚ ℝ ℂ Real Complex Float32 NNReal ENNReal EReal Finset Multiset Set Finsupp "
    "Polynomial Matrix ZMod Nimber Ordinal Cardinal Filter Equiv Perm Subgroup Ideal Submodule "
    "Subring FloatArray HashMap HashSet TreeMap TreeSet RBMap Rational"
).split()
_NAME = re.compile(rf"(?<![\w.«])(?:{'|'.join(NAMES)})(?![\w.»'])")
# A name that may be a type's: it has a capital, and is longer than variables usually are.
_CAPITAL = re.compile(r"(?<![\w.«`'])[A-Z]\w{2,}(?![\w.»'!?])")
# Types and propositions of the core library that are in nearly every text: Lean need not be asked.
_COMMON = frozenset(
    "Nat Int Bool String Char Float List Option Array Unit Prop Type Sort True False Fin Prod Sum "
    "And Iff Not Exists Except Monad Repr BEq Hashable Ord Inhabited DecidableEq Decidable".split()
)
_UNKNOWN = re.compile(r"Unknown identifier `([^`]+)`.*autoImplicit", re.DOTALL)


@public
class LeanWarning(UserWarning):
    """Lean accepts a text that may mean something else than its author thinks."""


def warn_of_missing_types(
    response: CommandResponse,
    before: Callable[[], Iterable[str]],
    ask: Callable[[str], CommandResponse],
    strictly: Callable[[str], CommandResponse],
) -> None:
    """Warn if an accepted text mentions a type that does not exist.

    Args:
        response: what Lean said of the text.
        before: returns the texts before it in its environment.
        ask: runs another text behind it.
        strictly: runs a text in its place, with ``autoImplicit`` off.
    """
    missing = _missing(response, before, ask, strictly) if response.ok else []
    if missing:
        listed = ", ".join(missing)
        warnings.warn(
            f"Lean knows no {listed} here and took the name for a variable that stands for any "
            "type, so what it accepts says nothing about that type; run on a full Lean with the "
            "library that has it, or forbid such variables: lean_options = autoImplicit=false",
            LeanWarning,
            stacklevel=_frames_of_ours() + 1,
        )


def _missing(
    response: CommandResponse,
    before: Callable[[], Iterable[str]],
    ask: Callable[[str], CommandResponse],
    strictly: Callable[[str], CommandResponse],
) -> list[str]:
    """Return the names of types in the text that Lean took for variables."""
    text = response.text
    written = code(text)
    listed = dict.fromkeys(_NAME.findall(written))
    capitals = dict.fromkeys(
        name for name in _CAPITAL.findall(written) if name not in _COMMON and name not in listed
    )
    names = [name for name in (*listed, *capitals) if not _is_bound(name, written)]
    if names:
        said = "\n".join([*before(), written])
        names = [name for name in names if not _is_declared(name, said)]
    if not names:
        return []
    asked = ask("\n".join(f"#check @{name}" for name in names))
    unknown = {names[error.start_pos.line - 1] for error in asked.errors}
    missing = [name for name in names if name in unknown]
    if any(name in capitals for name in missing):
        told = [_UNKNOWN.search(error.data) for error in strictly(text).errors]
        variables = {found[1] for found in told if found}
        missing = [name for name in missing if name in listed or name in variables]
    return missing


def _frames_of_ours() -> int:
    """Return how many frames of this package the call stack has below the user's frame."""
    frame, count = sys._getframe(1), 0
    while frame.f_back is not None and str(frame.f_globals.get("__name__")).startswith(
        "pytest_lean."
    ):
        frame, count = frame.f_back, count + 1
    return count


def _is_bound(name: str, text: str) -> bool:
    """Return whether ``text`` has a binder of its own for ``name``: ``(Real : Type)``."""
    return re.search(rf"(?<![\w.]){name}(?:\s+[\w']+)*\s*:(?!=)", text) is not None


def _is_declared(name: str, text: str) -> bool:
    """Return whether ``text`` declares ``name`` in any namespace; Lean need not be asked then."""
    kinds = "inductive|structure|class|abbrev|def|opaque|axiom|namespace|section"
    return re.search(rf"\b(?:{kinds})\s+(?:[\w']+\.)*{name}\b", text) is not None
