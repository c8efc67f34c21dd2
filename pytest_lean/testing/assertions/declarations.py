"""Assertions about what an environment declares and depends on.

Each takes the :class:`~pytest_lean.testing.lean.Lean` of a test first and is a method of it as
well. Names are full names. How the questions are put so that the text under test cannot
bend the answers is told in :mod:`pytest_lean.testing.questions`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from pytest_lean.messages import CommandResponse, Message
from pytest_lean.public import public
from pytest_lean.testing.assertions.allowed import allowlist, require_allowed
from pytest_lean.testing.assertions.terms import require_type
from pytest_lean.testing.facts import Facts, NotDeclared, axioms_of, check_name, facts
from pytest_lean.testing.failure import LeanRejection, require_proved
from pytest_lean.testing.render import Failure, said
from pytest_lean.testing.subject import Subject, check_lean

_UNKNOWN = re.compile(r"[Uu]nknown (?:identifier|constant|declaration)\b")

# What `#print` calls each keyword that a declaration can be written with.
_PRINTED_AS = {
    "theorem": ("theorem",),
    "lemma": ("theorem",),
    "def": ("def", "opaque"),
    "abbrev": ("def",),
    "instance": ("def", "theorem"),
    "axiom": ("axiom",),
    "opaque": ("opaque",),
    "inductive": ("inductive",),
    "structure": ("structure",),
    "class": ("class", "inductive"),
    "constructor": ("constructor",),
    "field": ("def", "theorem"),
    "recursor": ("recursor",),
}


@public
def assert_declares(
    lean: Subject,
    name: str,
    *,
    kind: str | None = None,
    type: str | None = None,
    certified: bool = False,
) -> Facts:
    """Assert that there is a declaration.

    Args:
        lean: where.
        name: its full name.
        kind: its keyword (``theorem``, ``def``, ``structure`` ...), ``constructor`` or ``field``.
        type: its type, up to definitional equality; it means what it means in the earliest
            environment of the test in which Lean accepts it.
        certified: whether a second look at what the test defined, from outside of the process
            that elaborated it, has to agree: on the type, to the letter; see docs/verdicts.md.

    Returns:
        What Lean says of it.

    Raises:
        LeanRejection: there is none, or it is another.
        TypeError, ValueError: for a wrong argument.
    """
    check_lean("assert_declares", lean)
    name = check_name(name)
    if kind is not None and kind not in _PRINTED_AS:
        raise ValueError(f"kind must be one of {', '.join(_PRINTED_AS)}, not {kind!r}")
    found = _facts_of(lean, name)
    if kind is not None:
        _check_kind(lean, found, kind)
    if type is not None:
        require_type(lean, f"@_root_.{name}", type, name)
    if certified:
        lean.certifier.declares(name, None, type)
    return found


@public
def assert_not_declared(lean: Subject, name: str) -> None:
    """Assert that Lean knows no declaration of a name.

    Args:
        lean: the Lean of a test.
        name: the full name.

    Raises:
        LeanRejection: it does; the failure shows what it is.
        TypeError, ValueError: for what is no name.
    """
    check_lean("assert_not_declared", lean)
    name = check_name(name)
    try:
        found = facts(lean.questions, [name])[name]
    except NotDeclared as error:
        if any(map(_is_unknown, error.response.errors)):
            return
        headline = f"cannot find out whether {name} is declared"
        failure = Failure(headline, said(error.response, error.response.errors))
        raise LeanRejection(failure, error.response) from None
    raise LeanRejection(Failure(f"{name} is declared", (f"{found.kind} {found.signature}",)))


def _is_unknown(message: Message) -> bool:
    # Not every Lean has names for its errors.
    return message.code == "lean.unknownIdentifier" or bool(_UNKNOWN.match(message.data))


@public
def assert_axioms(
    lean: Subject, name: str, allowed: Iterable[str] | None = None, *, certified: bool = False
) -> frozenset[str]:
    """Assert that a declaration depends on no axioms but those of an allowlist.

    Args:
        lean: where.
        name: its full name.
        allowed: full names of axioms. None for Lean's own ``propext``, ``Quot.sound`` and
            ``Classical.choice``, and what the hook ``pytest_lean_allowed_axioms`` adds.
        certified: whether a second look at what the test defined, from outside of the process
            that elaborated it, has to agree; see docs/verdicts.md.

    Returns:
        The axioms that it depends on.

    Raises:
        LeanRejection: it depends on another, or there is no such declaration.
        TypeError, ValueError: for a wrong argument.
    """
    check_lean("assert_axioms", lean)
    name = check_name(name)
    accepted = allowlist(lean, allowed)
    axioms = axioms_by_name(lean, name)[name]
    require_allowed(lean, name, axioms, accepted)
    if certified:
        seen = lean.certifier.declares(name, accepted).axioms
        require_allowed(lean, name, frozenset(seen), accepted)
    return axioms


def axioms_by_name(lean: Subject, *names: str) -> dict[str, frozenset[str]]:
    """Return the axioms that each of ``names`` depends on.

    Raises:
        LeanRejection: there is no such declaration, or Lean gives no answer that can be trusted.
    """
    try:
        return axioms_of(lean.questions, names)
    except NotDeclared as error:
        raise _unknown(lean, str(error), error.response) from None


@public
def assert_no_sorry(
    target: CommandResponse | Subject, *names: str, certified: bool = False
) -> None:
    """Assert that there is no ``sorry``, in whatever disguise.

    Args:
        target: a response of ``lean.run``, or a Lean.
        names: for a Lean, full names of declarations; all that the test made if none.
        certified: whether a second look at what the test defined, from outside of the process
            that elaborated it, has to agree; see docs/verdicts.md.

    Raises:
        LeanRejection: with the place and the goal of each ``sorry``, or the declarations.
        TypeError, ValueError: for a wrong argument, or if there is nothing to ask about.
    """
    if isinstance(target, CommandResponse):
        if names or certified:
            raise TypeError("names and certified are for a Lean, not for a response")
        if target.errors or target.has_sorry:
            require_proved(target)
        return
    check_lean("assert_no_sorry", target)
    asked = names or tuple(declaration.name for declaration in target.declarations)
    if not asked:
        raise ValueError(
            "the test has declared nothing to ask about: lean.run() leaves no trace, "
            "lean.define() does"
        )
    if not names:
        for step in target.history():
            if step.response.has_sorry and not step.response.declarations:
                require_proved(step.response)  # an `example` has no name to ask for
    axioms = axioms_by_name(target, *asked)
    tainted = [name for name, found in axioms.items() if "sorryAx" in found]
    if tainted:
        of_them = facts(target.questions, tainted).values()
        lines = "\n".join(f"{declaration.kind} {declaration.signature}" for declaration in of_them)
        raise LeanRejection(Failure(f"{len(tainted)} depend on `sorry`", (lines,)))
    for name in (names or (None,)) if certified else ():
        target.certifier.declares(name, None)


def _facts_of(lean: Subject, name: str) -> Facts:
    try:
        return facts(lean.questions, [name])[name]
    except NotDeclared as error:
        raise _unknown(lean, name, error.response) from None


def _unknown(lean: Subject, name: str, response: CommandResponse) -> LeanRejection:
    known = [declaration.name for declaration in lean.declarations]
    close = difflib.get_close_matches(name, known, n=3, cutoff=0.4)
    close += [
        candidate
        for candidate in known
        if candidate.endswith(f".{name}") and candidate not in close
    ]
    parts = [f"closest: {', '.join(close)}"] if close else []
    parts += [f"the test declares: {', '.join(known)}"] if known and not close else []
    reasons = [message.data for message in response.errors]
    if reasons and not any("nknown" in reason for reason in reasons):
        parts.append(f"Lean says: {lean.questions.readable(reasons[0])}")
    return LeanRejection(Failure(f"there is no declaration {name}", tuple(parts)), response)


def _check_kind(lean: Subject, found: Facts, kind: str) -> None:
    written = {declaration.name: declaration.kind for declaration in lean.declarations}.get(
        found.name, found.kind
    )
    as_written = written == kind or {written, kind} == {"theorem", "lemma"}
    if found.kind in _PRINTED_AS[kind] and (as_written or found.name not in _own(lean)):
        return
    is_now = found.kind if found.kind == written else f"{found.kind}, written as {written}"
    headline = f"{found.name} is of kind {is_now}, not {kind}"
    raise LeanRejection(Failure(headline, (f"{found.kind} {found.signature}",)))


def _own(lean: Subject) -> frozenset[str]:
    return frozenset(declaration.name for declaration in lean.declarations)
