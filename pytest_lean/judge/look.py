"""One look at one compiled text: file, kernel, theorem, statement, and where axioms may stand.

Promises: :func:`look` runs no code of the text; it returns what it found or raises
:class:`~pytest_lean.judge.replay.Refusal` with the check that refused. It is called in a forked
child of :mod:`pytest_lean.judge.verifier_process`, which asks the trusted modules for their
axioms itself; what a request and a finding hold stands here for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pytest_lean.judge.compare import Comparison
from pytest_lean.judge.library import Library
from pytest_lean.judge.olean import ModuleFile
from pytest_lean.judge.printing import print_for_people
from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.region import OleanError
from pytest_lean.judge.replay import Checker, replay
from pytest_lean.judge.terms import Terms


@dataclass(frozen=True)
class Question:
    """What is asked about a compiled text.

    Attributes:
        text: the bytes of the text's compiled files.
        base: those of the test's own module (preamble and definitions), which is trusted;
            empty if there is none.
        base_module: its name.
        theorem: the full name of what is to be proved; None to ask for all that the text declares.
        any_kind: whether it may be another declaration than a theorem, and one of a trusted
            module or the test's own.
        own_axioms: whether the text's own axioms are reported, not refused.
        statement: the bytes of the compiled statement; empty to take what the text proves.
        asked: the name of the theorem in the statement.
    """

    text: tuple[bytes, ...]
    base: tuple[bytes, ...] = ()
    base_module: str = ""
    theorem: str | None = None
    any_kind: bool = False
    own_axioms: bool = False
    statement: tuple[bytes, ...] = ()
    asked: str = ""


@dataclass(frozen=True)
class Finding:
    """What a look found.

    Attributes:
        statement: what is proved, as printed here; empty if all of the text was asked for.
        base_axioms: the axioms of the test's own module that the proof rests on.
        frontier: the constants of the trusted modules that it speaks of.
        declarations: how many constants the kernel accepted.
    """

    statement: str
    base_axioms: tuple[str, ...]
    frontier: tuple[int, ...]
    declarations: int


def look(kernel: Checker | None, library: Library, question: Question) -> Finding:
    """Look at a compiled text.

    Args:
        kernel: checks the declarations; None to leave that to another.
        library: the trusted modules.
        question: what is asked.

    Raises:
        Refusal: a check refuses.
        KernelGaveUp: the kernel could not decide.
    """
    terms = library.terms
    allowed_imports = {*library.modules, question.base_module}
    base = _read("the test's own module", question.base, terms) if question.base else None
    text = _read("the compiled text", question.text, terms)
    for module in text.imports:
        if module not in allowed_imports:
            raise Refusal("imports", f"the text imports {module}, which is not trusted")
    try:
        for file in filter(None, (base, text)):
            if kernel is not None:
                replay(kernel, file, terms)
        return _Look(library, base, text).find(question)
    except OleanError as error:
        raise Refusal("file", str(error)) from error


class _Look:
    """The trusted modules, the test's own and the text's, each asked for its own constants."""

    def __init__(self, library: Library, base: ModuleFile | None, text: ModuleFile) -> None:
        self._library = library
        self._base, self._text = base, text
        self._terms = library.terms
        for name in text.names:
            if self._is_known(name):
                shown = self._terms.show(name)
                raise Refusal("kernel", f"{shown}: the constant has already been declared")

    def find(self, question: Question) -> Finding:
        if question.theorem is None:
            roots: Sequence[int] = [*self._text.names]
            printed = ""
        else:
            roots = [self._theorem(question.theorem, question.any_kind)]
            if question.statement:
                self._compare(question, roots[0])
            type = self._file(roots[0]).constant(roots[0]).type
            printed = print_for_people(self._terms, type, self._is_known, self._explicit)
        base_axioms, frontier = self._axioms(roots, question.own_axioms)
        shown = tuple(sorted(map(self._terms.show, base_axioms)))
        return Finding(printed, shown, tuple(frontier), len(self._text.names))

    def _theorem(self, theorem: str, any_kind: bool) -> int:
        try:
            name = self._terms.name(theorem)
        except ValueError as error:
            raise Refusal("theorem", str(error)) from error
        if any_kind and self._is_known(name):
            return name
        if name not in self._text.names:
            raise Refusal("theorem", f"the text declares no {theorem}{self._others(name)}")
        constant = self._text.constant(name)
        if constant.kind != "theorem" and not any_kind:
            article = "an" if constant.kind[0] in "aio" else "a"
            raise Refusal("theorem", f"{theorem} is {article} {constant.kind}, not a theorem")
        return name

    def _others(self, wanted: int) -> str:
        """Return the theorems whose names end alike, or else all theorems, to be told."""
        theorems = [name for name in self._text.names if self._text.kind(name) == "theorem"]
        last = self._terms.parts(wanted)[-1:]
        alike = [name for name in theorems if self._terms.parts(name)[-1:] == last] or theorems
        shown = ", ".join(sorted(map(self._terms.show, alike))[:5])
        return f"; its theorems: {shown}" if shown else ", and no theorem"

    def _compare(self, question: Question, theorem: int) -> None:
        asked = _read("the compiled statement", question.statement, self._terms)
        comparison = Comparison(self._terms, asked, self._file(theorem), self._is_known)
        if not comparison.theorem(self._terms.name(question.asked), theorem):
            type = self._file(theorem).constant(theorem).type
            told = print_for_people(self._terms, type, self._is_known, self._explicit)
            differs = "; ".join(comparison.differences)
            reason = f"{question.theorem} proves another statement: {told}\n({differs})"
            raise Refusal("statement", reason)

    def _axioms(self, roots: Iterable[int], own_axioms: bool) -> tuple[set[int], set[int]]:
        """Return the axioms below some constants, and the trusted constants that they meet."""
        base_axioms, frontier = set[int](), set[int]()
        seen = set(roots)
        waiting = list(seen)
        while waiting:
            name = waiting.pop()
            if name in self._library:
                frontier.add(name)
                continue
            file = self._file(name)
            if file.kind(name) == "axiom":
                if file is self._text and not own_axioms:
                    shown = self._terms.show(name)
                    raise Refusal(
                        "axioms",
                        f"the text rests on the axiom {shown}, which it declares itself: one that "
                        "is allowed has to be declared by what the text starts from",
                    )
                base_axioms.add(name)
            new = file.uses(name) - seen
            seen |= new
            waiting += new
        return base_axioms, frontier

    def _file(self, name: int) -> ModuleFile:
        """Return the file that declares a name: the text's, the test's own or a trusted one."""
        for file in (self._text, self._base):
            if file is not None and name in file.names:
                return file
        if name in self._library:
            return self._library.module_of(name)
        raise Refusal("axioms", f"{self._terms.show(name)} is declared nowhere")

    def _is_known(self, name: int) -> bool:
        return name in self._library or (self._base is not None and name in self._base.names)

    def _explicit(self, name: int) -> Sequence[bool] | None:
        if self._base is not None and name in self._base.names:
            return self._base.explicit(name)
        return self._library.explicit(name)


def _read(name: str, parts: tuple[bytes, ...], terms: Terms) -> ModuleFile:
    try:
        return ModuleFile(name, parts, terms)
    except OleanError as error:
        raise Refusal("file", f"{name}: {error}") from error
