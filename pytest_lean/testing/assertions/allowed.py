"""Which axioms an assertion accepts, and how it refuses the others."""

from __future__ import annotations

from collections.abc import Iterable

from pytest_lean.server.findings import own_axioms
from pytest_lean.server.trust import COMPILER_AXIOMS, STANDARD_AXIOMS, beyond, is_of_compiler
from pytest_lean.testing.facts import check_name
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.render import Failure
from pytest_lean.testing.subject import Subject


def allowlist(lean: Subject, allowed: Iterable[str] | None) -> frozenset[str]:
    """Return the axioms that are allowed: ``allowed``, or the default."""
    if allowed is None:
        # A text's own axiom is no axiom of Lean's, whatever its name.
        own = {declaration.name for declaration in lean.declarations}
        return (STANDARD_AXIOMS - own) | set(lean.allowed_axioms)
    if isinstance(allowed, str):
        raise TypeError("allowed is a collection of names, not a str")
    return frozenset(map(check_name, allowed))


def require_allowed(
    lean: Subject, name: str, axioms: frozenset[str], accepted: frozenset[str]
) -> None:
    """Fail if ``axioms``, those of ``name``, are not all ``accepted``."""
    of_texts = [
        own_axioms(step.response.declarations, step.response.unproved) for step in lean.history()
    ]
    wrong = sorted(beyond(axioms, accepted, frozenset[str]().union(*of_texts)))
    if not wrong:
        return
    own = {declaration.name for declaration in lean.declarations}
    lines = [f"  {axiom}: {_what_it_is(axiom, axiom in own)}" for axiom in wrong]
    allowed = ", ".join(sorted(accepted)) or "none"
    headline = f"{name} depends on {'an axiom' if len(wrong) == 1 else 'axioms'} not allowed"
    raise LeanRejection(Failure(headline, ("\n".join(lines), f"allowed: {allowed}")))


def _what_it_is(axiom: str, is_own: bool) -> str:
    if axiom == "sorryAx":
        return "the proof uses `sorry`"
    if is_own:
        return "an axiom of the text itself"
    if axiom in COMPILER_AXIOMS:
        return "`native_decide` or `reduceBool`: the proof trusts the compiler"
    if is_of_compiler(axiom):
        return "`native_decide` made it: the proof trusts the compiler"
    return "an axiom that is not on the allowlist"
