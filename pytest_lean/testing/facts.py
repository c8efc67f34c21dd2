"""What an environment holds: kinds, types and axioms of declarations, and the difference of two.

Promises: everything is asked of Lean, on lines that are not wrapped and not shortened; a
name that cannot be asked about is an error, not a gap.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pytest_lean.language.syntax import full_name
from pytest_lean.messages import CommandResponse
from pytest_lean.public import public
from pytest_lean.server.inquiry import PLAIN_NAMES
from pytest_lean.testing.failure import LeanRejection
from pytest_lean.testing.questions import FULL_NAMES, Controls, Questions
from pytest_lean.testing.render import Failure, said
from pytest_lean.testing.script import Script, said_on
from pytest_lean.testing.subject import Subject

# Lean shortens what it prints, unless it is told not to.
WHOLE = (
    "set_option format.width 1000000",
    "set_option pp.maxSteps 1000000000",
    "set_option pp.deepTerms true",
    "set_option pp.proofs true",
    *(f"set_option {option}" for option in PLAIN_NAMES),
)
_EXPLICIT = "set_option pp.explicit true in set_option pp.universes true in"
_CANNOT_PRINT = "failed to pretty print"
_KINDS = "theorem def axiom opaque inductive structure class constructor recursor Quotient"
_MODIFIERS = re.compile(
    r"(?:@\[[^\]]*\]\s*|(?:private|protected|public|unsafe|partial|noncomputable|meta)\s+)*"
)


@public
@dataclass(frozen=True)
class Facts:
    """What Lean says of one declaration.

    Attributes:
        name: its full name.
        kind: ``theorem``, ``def``, ``axiom``, ``opaque``, ``inductive``, ``structure``, ``class``,
            ``constructor``, ``recursor`` or ``Quotient``, as ``#print`` says.
        signature: its name, parameters and type on one line, as ``#check`` prints them.
        exact: its type with all implicit arguments and universes, where Lean can print that.
        axioms: what it depends on.
        is_private: whether it is private to its module.
    """

    name: str
    kind: str
    signature: str
    exact: str
    axioms: frozenset[str]
    is_private: bool = False


class NotDeclared(LookupError):
    """Lean knows no such declaration.

    Attributes:
        response: what Lean said.
    """

    def __init__(self, name: str, response: CommandResponse) -> None:
        super().__init__(name)
        self.response = response


def check_name(name: object) -> str:
    """Return ``name`` if it can be the full name of a declaration.

    Raises:
        TypeError, ValueError: if it cannot.
    """
    if not isinstance(name, str):
        raise TypeError(f"a declaration is given by its name, not by {type(name).__name__}")
    bare = full_name(name)
    if bare is None:
        raise ValueError(f"not the full name of a declaration: {name!r}")
    return bare


@dataclass(frozen=True)
class _Lines:
    """The lines of a script that ask what a declaration depends on."""

    stand_in: int
    axioms: int
    axioms_of_stand_in: int


def axioms_of(questions: Questions, names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the axioms that Lean says the declarations ``names`` depend on.

    Raises:
        NotDeclared: for the first that is none.
        LeanRejection: Lean gives no answer that can be trusted.
    """
    names = tuple(dict.fromkeys(map(check_name, names)))
    lines: dict[str, _Lines] = {}

    def body(script: Script, controlled: bool) -> Controls | None:
        lines.update(_ask_for_axioms(questions, script, names))
        return questions.controls(script) if controlled else None

    response, controls = questions.ask(body, "axioms")
    found = _read_axioms(questions, response, controls, lines)
    questions.note_controls("axioms")
    return found


def facts(questions: Questions, names: Iterable[str]) -> dict[str, Facts]:
    """Return what Lean says of the declarations ``names``.

    Raises:
        NotDeclared: for the first that is none.
        LeanRejection: Lean gives no answer that can be trusted.
    """
    names = tuple(dict.fromkeys(map(check_name, names)))
    if not names:
        return {}
    lines: dict[str, _Lines] = {}
    printed: dict[str, tuple[int, int, int]] = {}
    known = 0

    def body(script: Script, controlled: bool) -> Controls | None:
        nonlocal known
        for option in WHOLE:
            script.line(option)
        lines.update(_ask_for_axioms(questions, script, names))
        for name in names:
            kind = script.line(f"#print _root_.{name}")
            signature = script.line(f"#check _root_.{name}")
            printed[name] = kind, signature, script.line(f"{_EXPLICIT} #check @_root_.{name}")
        if not controlled:
            return None
        controls = questions.controls(script)
        known = script.line(f"#print _root_.{questions.name('accepted')}")
        return controls

    response, controls = questions.ask(body, "print")
    told = said_on(response)
    if controls is not None and not told.get(known, "").startswith("theorem "):
        raise LeanRejection(
            Failure("no answer can be trusted: #print does not answer", said(response, ())),
            response,
        )
    may_fail = [line for three in printed.values() for line in three]
    axioms = _read_axioms(questions, response, controls, lines, may_fail)
    questions.note_controls("print")
    wrong = {message.start_pos.line for message in response.errors}
    found = {}
    for name, (kind, signature, exact) in printed.items():
        if {kind, signature} & wrong:
            raise _says_nothing(name, response)
        text = told.get(kind, "")
        found[name] = Facts(
            name=name,
            kind="axiom" if axioms[name] == {name} else kind_in(text),
            signature=_one_line(told.get(signature, "")),
            exact=_exact(told.get(exact, ""), told.get(signature, "")),
            axioms=axioms[name],
            is_private=bool(re.match(r"(?:@\[[^\]]*\]\s*)*private\s+", text)),
        )
    return found


def _ask_for_axioms(
    questions: Questions, script: Script, names: Iterable[str]
) -> dict[str, _Lines]:
    """Write questions for the axioms of ``names``, and of what stands for each, into ``script``."""
    lines = {}
    script.line(FULL_NAMES)
    for index, name in enumerate(names):
        stand_in = questions.name(f"it{index}")
        lines[name] = _Lines(
            script.line(f"noncomputable unsafe def _root_.{stand_in} := @_root_.{name}"),
            script.line(f"#print axioms _root_.{name}"),
            script.line(f"#print axioms _root_.{stand_in}"),
        )
    return lines


def _read_axioms(
    questions: Questions,
    response: CommandResponse,
    controls: Controls | None,
    lines: Mapping[str, _Lines],
    may_fail: Iterable[int] = (),
) -> dict[str, frozenset[str]]:
    """Return the answers to :func:`_ask_for_axioms`; other lines that fail are ``may_fail``."""
    wrong = {message.start_pos.line for message in response.errors}
    asked = [line for answer in lines.values() for line in dataclasses.astuple(answer)]
    told = questions.axioms(response, controls, may_fail=[*asked, *may_fail])
    found = {}
    for name, answer in lines.items():
        if answer.axioms in wrong:
            raise NotDeclared(name, response)
        if answer.stand_in in wrong:
            raise _says_nothing(name, response)
        if answer.axioms not in told or answer.axioms_of_stand_in not in told:
            raise questions.no_answer(response, set(asked))
        if told[answer.axioms] != told[answer.axioms_of_stand_in]:
            raise LeanRejection(
                f"no answer can be trusted: #print axioms says something else of {name} than "
                "of what stands for it",
                response,
            )
        found[name] = told[answer.axioms]
    return found


def _says_nothing(name: str, response: CommandResponse) -> LeanRejection:
    failure = Failure(f"Lean does not say what {name} is", said(response, response.errors))
    return LeanRejection(failure, response)


def kind_in(printed: str) -> str:
    """Return the kind of declaration in what ``#print`` prints; "" if there is none."""
    match = _MODIFIERS.match(printed)
    word = printed[match.end() if match else 0 :].split(None, 1)[:1]
    return word[0] if word and word[0] in _KINDS.split() else ""


@public
@dataclass(frozen=True)
class EnvironmentDiff:
    """How one environment differs from another. It is true if it does.

    Attributes:
        added: what only the later one has.
        removed: what only the earlier one has.
        changed: pairs of what has another kind or type.
        axioms_changed: pairs of what depends on other axioms.
    """

    added: tuple[Facts, ...] = ()
    removed: tuple[Facts, ...] = ()
    changed: tuple[tuple[Facts, Facts], ...] = ()
    axioms_changed: tuple[tuple[Facts, Facts], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.axioms_changed)

    def __str__(self) -> str:
        return "\n".join(self.lines()) or "no difference"

    def lines(self) -> Iterator[str]:
        """Yield the difference as text, one declaration after the other."""
        for declaration in self.added:
            yield f"+ {declaration.kind} {declaration.signature}{_depends(declaration.axioms)}"
        for declaration in self.removed:
            yield f"- {declaration.kind} {declaration.signature}{_depends(declaration.axioms)}"
        for old, new in self.changed:
            alike = old.signature == new.signature and old.kind == new.kind
            yield f"~ {old.name}: its type is another"
            yield f"    - {old.kind} {old.exact if alike else old.signature}"
            yield f"    + {new.kind} {new.exact if alike else new.signature}"
        for old, new in self.axioms_changed:
            yield f"~ {old.name}: its axioms are others"
            yield from (f"    + {name}" for name in sorted(new.axioms - old.axioms))
            yield from (f"    - {name}" for name in sorted(old.axioms - new.axioms))


@public
@dataclass(frozen=True)
class Snapshot:
    """The declarations of an environment at one moment; :meth:`Lean.snapshot` makes one.

    Attributes:
        facts: what is known of each declaration, by its full name.
    """

    facts: Mapping[str, Facts]

    def diff(self, later: Snapshot) -> EnvironmentDiff:
        """Return how another snapshot differs from this one.

        Args:
            later: the other one.
        """
        if not isinstance(later, Snapshot):
            raise TypeError(f"a Snapshot is compared with another, not {type(later).__name__}")
        old, new = self.facts, later.facts
        both = [(old[name], new[name]) for name in old if name in new]
        return EnvironmentDiff(
            added=tuple(new[name] for name in new if name not in old),
            removed=tuple(old[name] for name in old if name not in new),
            changed=tuple(
                (earlier, later)
                for earlier, later in both
                if (earlier.kind, earlier.exact) != (later.kind, later.exact)
            ),
            axioms_changed=tuple(
                (earlier, later) for earlier, later in both if earlier.axioms != later.axioms
            ),
        )


@public
def assert_unchanged(before: Snapshot, after: Snapshot, *, allow_added: bool = False) -> None:
    """Assert that two snapshots are the same.

    Args:
        before: the earlier one, from ``lean.snapshot()``.
        after: the later one.
        allow_added: whether the later one may have more declarations.

    Raises:
        LeanRejection: with the difference.
    """
    for snapshot in (before, after):
        if not isinstance(snapshot, Snapshot):
            raise TypeError(f"assert_unchanged takes two Snapshots, not {type(snapshot).__name__}")
    found = before.diff(after)
    if allow_added:
        found = EnvironmentDiff((), found.removed, found.changed, found.axioms_changed)
    if found:
        raise LeanRejection(Failure("the environment has changed", (str(found),)))


def snapshot(lean: Subject, names: Iterable[str] | None = None) -> Snapshot:
    """Return what ``lean``'s environment says of ``names``; of all its declarations if None."""
    if names is None:
        names = [declaration.name for declaration in lean.declarations]
    return Snapshot(facts(lean.questions, names))


def _exact(explicit: str, plain: str) -> str:
    return plain if _CANNOT_PRINT in explicit or not explicit else explicit


def _one_line(printed: str) -> str:
    """Return ``printed`` without the line breaks that Lean puts in whatever the width."""
    return re.sub(r"\s*\n\s*", " ", printed)


def _depends(axioms: frozenset[str]) -> str:
    return f"  (axioms: {', '.join(sorted(axioms))})" if axioms else ""
