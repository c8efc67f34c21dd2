"""A look at all of a library: what its declarations rest on, and what its theorems say.

Promises: one walk over compiled modules, which are read as data; no code of the library is run,
and what comes out is plain data, to be kept, sent and compared. Whether an axiom is allowed, and
whether a statement is the one that was locked, is for who asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pytest_lean.judge.axioms import AxiomMap
from pytest_lean.judge.library import Library
from pytest_lean.judge.lock import Definition, Statement
from pytest_lean.judge.olean import ModuleFile
from pytest_lean.judge.statements import Statements
from pytest_lean.judge.terms import name_parts
from pytest_lean.server.trust import STANDARD_AXIOMS


@dataclass(frozen=True)
class Resting:
    """A declaration that rests on an axiom beyond Lean's three.

    Attributes:
        name: its full name.
        line: where it is declared, counted from 1; 0 if that is not known.
        axiom: the axiom, ``sorryAx`` for a `sorry`.
        chain: declarations and their modules, from this one to the axiom, each using the next;
            the axiom alone if this is it.
    """

    name: str
    line: int
    axiom: str
    chain: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ModuleSweep:
    """What was found in a module.

    Attributes:
        declarations: how many constants it has.
        resting: its declarations that rest on further axioms, by line.
        statements: its public theorems and axioms, by name.
    """

    declarations: int
    resting: tuple[Resting, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Sweep:
    """What was found in a library.

    Attributes:
        modules: name of a module -> what was found in it.
        definitions: the definitions of the library that its statements use.
    """

    modules: Mapping[str, ModuleSweep]
    definitions: Mapping[str, Definition]

    def as_data(self) -> dict[str, Any]:
        """Return it as what JSON can hold."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Sweep:
        """Return what :meth:`as_data` made data of."""
        return cls(
            {name: _module(found) for name, found in data["modules"].items()},
            {name: Definition.from_data(found) for name, found in data["definitions"].items()},
        )


def sweep(folders: Iterable[str], modules: Sequence[str], own_folders: Iterable[str] = ()) -> Sweep:
    """Look at some modules of a library.

    Args:
        folders: where compiled modules are looked for, those of Lean's own library too.
        modules: the modules.
        own_folders: those of the folders whose modules belong to the library, besides those that
            have a first name with one of ``modules`` in common.

    Raises:
        OleanError: a module, or one that it imports, is missing or malformed.
    """
    folders = list(folders)
    library = Library(folders, modules)
    apart = _that_clash(library, modules)
    passes = [(library, [module for module in modules if module not in apart])]
    passes += [(Library(folders, [module]), [module]) for module in modules if module in apart]
    found: dict[str, ModuleSweep] = {}
    definitions: dict[str, Definition] = {}
    roots = {name_parts(module)[0] for module in modules}
    own_places = [Path(folder) for folder in own_folders]
    for read, names in passes:
        own = [
            name
            for name, file in read.files.items()
            if name_parts(name)[0] in roots or any(place in file.parents for place in own_places)
        ]
        sweeper = _Sweeper(read, own)
        found |= sweeper.sweep(names)
        definitions = {**sweeper.definitions, **definitions}
    return Sweep({module: found[module] for module in modules}, dict(sorted(definitions.items())))


def find_modules(folders: Iterable[str], root: str) -> dict[str, Path]:
    """Return the compiled modules of a library: name -> ``.olean``, sorted by name.

    They are the module ``root`` and all whose names begin with ``root.``, whether ``root``
    imports them or not.

    Args:
        folders: where they are looked for; the first that has a module counts.
        root: the name of the library.
    """
    place = Path(*map(str, name_parts(root)))
    found: dict[str, Path] = {}
    for folder in map(Path, folders):
        top = folder / place
        files = [top.with_name(f"{top.name}.olean"), *sorted(top.rglob("*.olean"))]
        for file in files:
            if file.is_file():
                found.setdefault(_module_name(file.relative_to(folder)), file)
    return dict(sorted(found.items()))


def _that_clash(library: Library, modules: Iterable[str]) -> set[str]:
    """Return the modules that declare, or import, what another one that was read declares as well.

    Two modules that nobody imports together, such as two of exercises, may do so.
    """
    files = library.modules
    losers = {
        module
        for module, file in files.items()
        if any(library.module_of(name) is not file for name in file.names)
    }
    above = set[str]()
    for module, file in files.items():  # a module stands behind those that it imports
        if module in losers or not above.isdisjoint(file.imports):
            above.add(module)
    return above.intersection(modules)


class _Sweeper:
    """One walk over a library.

    Attributes:
        definitions: those of the library that its statements use.
    """

    def __init__(self, library: Library, own: Sequence[str]) -> None:
        self._library = library
        self._terms = library.terms
        self._statements = Statements(library, own)
        self._modules = {id(file): name for name, file in library.modules.items()}
        self.definitions: dict[str, Definition] = {}

    def sweep(self, modules: Sequence[str]) -> dict[str, ModuleSweep]:
        files = {module: self._library.modules[module] for module in modules}
        axioms = AxiomMap(
            self._library, (declared for file in files.values() for declared in file.names)
        )
        found = {}
        for name, file in files.items():
            statements = sorted(
                self._all_statements(name, file, axioms), key=lambda statement: statement.name
            )
            resting = tuple(self._resting(file, axioms))
            found[name] = ModuleSweep(len(file.names), resting, tuple(statements))
        return found

    def _resting(self, file: ModuleFile, axioms: AxiomMap) -> list[Resting]:
        """Return what rests on further axioms; what Lean made only where nothing else does."""
        found: dict[str, list[tuple[int, int]]] = {}
        for name in file.names:
            for axiom in axioms.axioms[name]:
                shown = self._terms.show(axiom)
                if shown not in STANDARD_AXIOMS:
                    found.setdefault(shown, []).append((name, axiom))
        told = []
        for shown, pairs in found.items():
            written = [pair for pair in pairs if self._statements.is_written(pair[0])]
            for name, axiom in written or pairs:
                chain = self._chain(axioms.chain(name, axiom))
                told.append(Resting(self._terms.show(name), self._line(file, name), shown, chain))
        return sorted(told, key=lambda finding: (finding.line, finding.name, finding.axiom))

    def _chain(self, way: Sequence[int]) -> tuple[tuple[str, str], ...]:
        """Return a chain to be shown, without what Lean made between two declarations."""
        between = filter(self._statements.is_written, way[1:-1])
        kept = dict.fromkeys([way[0], *between, way[-1]])
        return tuple((self._terms.show(name), self._module(name)) for name in kept)

    def _all_statements(
        self, module: str, file: ModuleFile, axioms: AxiomMap
    ) -> Iterator[Statement]:
        statements, show = self._statements, self._terms.show
        for name in file.names:
            kind = file.kind(name)
            if kind not in ("theorem", "axiom") or not self._is_public(name):
                continue
            self._use(statements.uses(name))
            yield Statement(
                name=show(name),
                module=module,
                line=self._line(file, name),
                kind=kind,
                text=statements.text(name),
                hash=statements.hash(name),
                whole=statements.whole(name),
                axioms=tuple(sorted(map(show, axioms.axioms[name] - {name}))),
                uses=tuple(sorted(map(show, statements.uses(name)))),
            )

    def _use(self, names: Iterable[int]) -> None:
        """Keep definitions that a statement uses, and all of the library below them."""
        statements, show = self._statements, self._terms.show
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if show(name) not in self.definitions:
                below = statements.uses(name)
                waiting += below
                self.definitions[show(name)] = Definition(
                    name=show(name),
                    module=self._module(name),
                    kind=self._library.kind(name),
                    text=statements.text(name),
                    hash=statements.hash(name),
                    uses=tuple(sorted(map(show, below))),
                )

    def _is_public(self, name: int) -> bool:
        """Return whether others can name it, and its author did."""
        parts = self._terms.parts(name)
        hidden = parts[:1] == ("_private",) or "_@" in parts
        return not hidden and self._statements.is_written(name)

    def _line(self, file: ModuleFile, name: int) -> int:
        return (file.lines or {}).get(name, 0)

    def _module(self, name: int) -> str:
        return self._modules[id(self._library.module_of(name))]


def _module_name(place: Path) -> str:
    from pytest_lean.judge.terms import Terms

    terms = Terms()
    name = terms.anonymous
    for part in place.with_suffix("").parts:
        name = terms.make(("string", name, part))
    return terms.show(name)


def _module(data: Mapping[str, Any]) -> ModuleSweep:
    resting = (
        Resting(**{**entry, "chain": tuple(map(tuple, entry["chain"]))})
        for entry in data["resting"]
    )
    statements = tuple(map(Statement.from_data, data["statements"]))
    return ModuleSweep(data["declarations"], tuple(resting), statements)
