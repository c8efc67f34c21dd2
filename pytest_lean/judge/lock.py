"""``lean.lock``: what the theorems of a library say, to be committed and compared.

Promises: the text is sorted, the same for the same library, and made for a reader of its
differences; what is no such text is refused, by line. Two statements are compared by their hashes,
never by their texts, which leave out what a reader doesn't need.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

NAME = "lean.lock"
_FORMAT = "1"
_HEAD = (
    "# What this library states, locked by pytest-lean: `pytest --lean-update` writes this file.",
    "# A statement that is changed, new or gone is a change of this file: look at it before you",
    "# commit it. Do not edit it by hand.",
)
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class LockError(ValueError):
    """A text is no lock; the message says why, and in which line."""


@dataclass(frozen=True)
class Statement:
    """A theorem, or an axiom, of a library.

    Attributes:
        name: its full name.
        module: the module that declares it.
        kind: ``theorem`` or ``axiom``.
        text: what it says, for people.
        hash: of what it says; definitions count by name.
        whole: of that, and of all definitions of the library that it uses.
        axioms: what its proof rests on.
        line: where it is declared; 0 if that is not known. The lock does not hold it.
        uses: the definitions of the library that it uses directly. The lock does not hold them.
    """

    name: str
    module: str
    kind: str
    text: str
    hash: str
    whole: str
    axioms: tuple[str, ...] = ()
    line: int = 0
    uses: tuple[str, ...] = ()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Statement:
        """Return it from a mapping of its attributes."""
        return cls(**{**data, "axioms": tuple(data["axioms"]), "uses": tuple(data["uses"])})


@dataclass(frozen=True)
class Definition:
    """A definition of the library that some statement uses.

    Attributes:
        name: its full name.
        module: the module that declares it.
        kind: what it is: ``definition``, ``inductive``, ...
        text: what it says, for people.
        hash: of that; what it uses counts by name.
        uses: the definitions of the library that it uses directly. The lock does not hold them.
    """

    name: str
    module: str
    kind: str
    text: str
    hash: str
    uses: tuple[str, ...] = ()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Definition:
        """Return it from a mapping of its attributes."""
        return cls(**{**data, "uses": tuple(data["uses"])})


@dataclass(frozen=True)
class Lock:
    """What is locked.

    Attributes:
        libraries: the names of the libraries that it was made for.
        lean: the version of Lean that it was made with.
        statements: by name; of two modules that nobody imports together, by :func:`key` where
            both have a statement of that name.
        definitions: those that the statements use, by name.
    """

    libraries: tuple[str, ...]
    lean: str
    statements: Mapping[str, Statement] = field(default_factory=dict)
    definitions: Mapping[str, Definition] = field(default_factory=dict)

    def holds(self, root: str) -> bool:
        """Return whether it was made for a library, or for one that ``root`` is a part of."""
        return any(_is_in(root, library) for library in self.libraries)

    def modules(self, root: str) -> set[str]:
        """Return the modules of a library that have something locked."""
        return {module for module in self.by_module if _is_in(module, root)}

    @functools.cached_property
    def by_module(self) -> dict[str, list[Statement]]:
        """What is locked of each module."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements.values():
            found.setdefault(statement.module, []).append(statement)
        return found

    def find(self, statement: Statement) -> Statement | None:
        """Return what is locked of a statement; it may have stood in another module."""
        qualified = self.statements.get(key(statement))
        return qualified or self.statements.get(statement.name)

    def text(self) -> str:
        """Return it as the text of the file."""
        lines = [*_HEAD, f"format {_FORMAT}", f"lean {self.lean}"]
        lines += [f"library {library}" for library in self.libraries]
        entries: list[Statement | Definition] = [*self.statements.values()]
        entries += self.definitions.values()
        for entry in sorted(entries, key=lambda entry: (entry.name, entry.module)):
            lines += ["", *_entry(entry)]
        return "\n".join([*lines, ""])


def key(statement: Statement) -> str:
    """Return a name for a statement that no statement of another module has."""
    return f"{statement.name} in {statement.module}"


def keyed(statements: Iterable[Statement]) -> dict[str, Statement]:
    """Return statements by their names, made longer where two have the same."""
    listed = list(statements)
    counts = Counter(statement.name for statement in listed)
    return {
        key(statement) if counts[statement.name] > 1 else statement.name: statement
        for statement in listed
    }


@dataclass(frozen=True)
class Difference:
    """A statement that is not as it was locked.

    Attributes:
        kind: ``changed``; ``definition``: one that it uses was altered; ``new``; ``vanished``.
        name: the statement.
        before: what it said, empty for a new one.
        after: what it says, empty for one that vanished.
        line: where it is declared now; 0 if that is not known.
        altered: the definitions that were: name, text before, text after.
    """

    kind: Literal["changed", "definition", "new", "vanished"]
    name: str
    before: str = ""
    after: str = ""
    line: int = 0
    altered: tuple[tuple[str, str, str], ...] = ()


def compare(
    lock: Lock,
    module: str,
    statements: Iterable[Statement],
    definitions: Mapping[str, Definition],
    elsewhere: Collection[str] = (),
) -> list[Difference]:
    """Return how the statements of a module differ from what is locked.

    Args:
        lock: what is locked.
        module: the module.
        statements: those that it has now.
        definitions: those that the statements of the library use now.
        elsewhere: the names of the statements of all modules that are looked at: to move one
            to another is no change.
    """
    found = {statement.name: statement for statement in statements}
    told = [_against(lock, statement, definitions) for statement in found.values()]
    for locked in lock.by_module.get(module, ()):
        is_moved = locked.name in elsewhere and key(locked) not in lock.statements
        if locked.name not in found and not is_moved:
            told.append(Difference("vanished", locked.name, before=_said(locked)))
    return sorted(
        filter(None, told), key=lambda difference: (difference.line or 1 << 30, difference.name)
    )


def new_axioms(lock: Lock, statement: Statement) -> tuple[str, ...]:
    """Return the axioms, Lean's three included, that a theorem rests on and did not when locked."""
    locked = lock.find(statement)
    return () if locked is None else tuple(sorted({*statement.axioms} - {*locked.axioms}))


def updated(
    lock: Lock | None,
    roots: Iterable[str],
    lean: str,
    modules: Mapping[str, Iterable[Statement]],
    definitions: Mapping[str, Definition],
) -> Lock:
    """Return a lock with the statements of some modules as they are now.

    Args:
        lock: as it was; None if there is none.
        roots: the libraries that were looked at.
        lean: the version of Lean.
        modules: the modules, and the statements of each; of one that is gone, none.
        definitions: those that the statements of the libraries use now.
    """
    before = lock or Lock((), lean)
    roots = tuple(roots)
    new = [statement for statements in modules.values() for statement in statements]
    names = {statement.name for statement in new}
    kept = (
        statement
        for name, statement in before.statements.items()
        if statement.module not in modules and (name != statement.name or name not in names)
    )
    statements = keyed([*kept, *new])
    used = _reached((statement.uses for statement in new), definitions)
    others = {
        name: definition
        for name, definition in before.definitions.items()
        if name not in definitions and not any(_is_in(definition.module, root) for root in roots)
    }
    untouched = {
        name: before.definitions[name]
        for name in definitions
        if name in before.definitions and name not in used
    }
    all_roots = {*before.libraries, *roots}
    libraries = [
        root for root in all_roots if not any(_is_in(root, other) for other in all_roots - {root})
    ]
    found = {**others, **untouched, **{name: definitions[name] for name in used}}
    return Lock(tuple(sorted(libraries)), lean, statements, found)


def read_lock(text: str) -> Lock:
    """Read the text of the file.

    Raises:
        LockError: it is no such text.
    """
    head: dict[str, list[str]] = {}
    entries: dict[str, Statement | Definition] = {}
    for number, block in _blocks(text):
        word, name = block[0]
        if word in ("format", "lean", "library"):
            for what, value in block:
                head.setdefault(what, []).append(value)
            continue
        made = _read_entry(word, name, block[1:], number)
        place = key(made) if isinstance(made, Statement) else f"{name} defined"
        if place in entries:
            raise LockError(f"line {number}: {name} stands there twice")
        entries[place] = made
    if head.get("format") != [_FORMAT]:
        raise LockError(f"it is not of the format {_FORMAT}, the one that this version knows")
    [lean] = head.get("lean", [""])[:1]
    statements = keyed(entry for entry in entries.values() if isinstance(entry, Statement))
    definitions = {entry.name: entry for entry in entries.values() if isinstance(entry, Definition)}
    return Lock(tuple(head.get("library", ())), lean, statements, definitions)


def _against(
    lock: Lock, found: Statement, definitions: Mapping[str, Definition]
) -> Difference | None:
    locked = lock.find(found)
    if locked is None:
        return Difference("new", found.name, after=_said(found), line=found.line)
    if (locked.hash, locked.kind) != (found.hash, found.kind):
        return Difference("changed", found.name, _said(locked), _said(found), found.line)
    if locked.whole == found.whole:
        return None
    altered = tuple(_altered(lock, found, definitions))
    return Difference("definition", found.name, _said(locked), _said(found), found.line, altered)


def _said(statement: Statement) -> str:
    return statement.text if statement.kind == "theorem" else f"({statement.kind}) {statement.text}"


def _altered(
    lock: Lock, found: Statement, definitions: Mapping[str, Definition]
) -> Iterator[tuple[str, str, str]]:
    """Yield the definitions below a statement that are not as they were locked."""
    for name in sorted(_reached([found.uses], definitions)):
        before, after = lock.definitions.get(name), definitions[name]
        if before is None or before.hash != after.hash:
            yield name, before.text if before is not None else "", after.text


def _reached(uses: Iterable[Iterable[str]], definitions: Mapping[str, Definition]) -> set[str]:
    waiting = [name for some in uses for name in some]
    found = set[str]()
    while waiting:
        name = waiting.pop()
        if name not in found and name in definitions:
            found.add(name)
            waiting += definitions[name].uses
    return found


def _entry(entry: Statement | Definition) -> Iterator[str]:
    yield f"{entry.kind} {entry.name}"
    yield f"  in {entry.module}"
    yield f"  says {' '.join(entry.text.split())}"
    if isinstance(entry, Statement):
        if entry.axioms:
            yield f"  axioms {' '.join(entry.axioms)}"
        yield f"  hash {entry.hash} {entry.whole}"
    else:
        yield f"  hash {entry.hash}"


def _blocks(text: str) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Yield what stands between empty lines: the number of its first line, and its lines."""
    block: list[tuple[str, str]] = []
    first = 0
    for number, line in enumerate([*text.replace("\r\n", "\n").split("\n"), ""], 1):
        if line.startswith(_CONFLICT):
            raise LockError(
                f"line {number}: a conflict of a merge is not resolved there: end it, or remove "
                "the file and write it anew with --lean-update"
            )
        if line.strip() and not line.startswith("#"):
            first = first or number
            word, _, rest = line.strip().partition(" ")
            block.append((word, rest))
        elif block and not line.strip():
            yield first, block
            block, first = [], 0


def _read_entry(
    word: str, name: str, lines: Iterable[tuple[str, str]], number: int
) -> Statement | Definition:
    fields = dict(lines)
    hashes = fields.get("hash", "").split()
    is_statement = word in ("theorem", "axiom")
    if not name or not fields.keys() >= {"in", "says"} or len(hashes) != 1 + is_statement:
        raise LockError(f"line {number}: this is no entry of a lock: {word} {name}"[:200])
    if not is_statement:
        return Definition(name, fields["in"], word, fields["says"], hashes[0])
    axioms = tuple(fields.get("axioms", "").split())
    own, whole = hashes
    return Statement(name, fields["in"], word, fields["says"], own, whole, axioms)


def _is_in(module: str, root: str) -> bool:
    return module == root or module.startswith(f"{root}.")
