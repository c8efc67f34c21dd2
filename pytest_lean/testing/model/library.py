"""Makes small changes to the definitions of a library, and finds out which file notices each.

Promises: a change to a module is elaborated with the module, and then with all files that import
it, its tests among them, one after the other in one document; the first declaration or check that
Lean no longer accepts has noticed it. If Lean does not accept the unchanged files together in one
document, nothing can be tried, and an error says so.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pytest_lean.language.syntax import Header, imported_by, read_header
from pytest_lean.messages import Command, CommandResponse
from pytest_lean.testing.model.changes import changes
from pytest_lean.testing.model.noticing import (
    DEFINITIONS,
    Mutant,
    elaborated,
    mutant,
    who_notices,
)

_SECTION = "section"


class LibraryError(Exception):
    """The changes to a module cannot be tried; the message says why."""


@dataclass(frozen=True)
class LibraryFile:
    """A file of a library, or of its tests.

    Attributes:
        name: the name of its module; for a test that nothing imports, its path.
        text: its source.
    """

    name: str
    text: str

    @cached_property
    def header(self) -> Header:
        """Its header."""
        return read_header(self.text)

    @cached_property
    def imports(self) -> frozenset[str]:
        """The modules that it imports directly."""
        return frozenset(imported_by(self.header.lines))

    def first(self) -> str:
        """Return its text for the head of a document: its header, and the rest in a section."""
        end = self.header.end
        return f"{self.text[:end]}\n{_SECTION}\n{self.text[end:]}\nend\n"

    def further(self) -> str:
        """Return its text for a place behind its imports: without header, in a section."""
        return f"{_SECTION}\n{self.text[self.header.end :]}\nend\n"


def library_mutants(
    run: Callable[[Command], CommandResponse],
    files: Mapping[str, LibraryFile],
    module: str,
    is_known: Callable[[Mutant], bool],
) -> Iterator[Mutant]:
    """Yield each change to the definitions of a module.

    Args:
        run: elaborates a command with a Lean that finds the compiled modules of the library.
        files: the files of the library and of its tests, by name.
        module: the name of the module to change.
        is_known: says whether a change was noticed already; it is then left out.

    Raises:
        LibraryError: Lean does not accept the unchanged files together.
        LeanServerError: Lean gives no verdict on them.
    """
    changed = files[module]
    importing = _importing(files, module)
    inside = {module, *(file.name for file in importing)}
    imports = sorted(
        {name for file in importing for name in file.imports} - inside - changed.imports
    )

    def run_on(text: str, env: int | None) -> CommandResponse:
        return run(Command(text, env, imports=tuple(imports) if env is None else None))

    original = run(Command(changed.text))
    behind = [file.further() for file in importing]
    together = list(elaborated(run_on, [changed.first(), *behind], None))
    for name, response in zip((module, *(file.name for file in importing)), together, strict=True):
        if response.errors:
            told = response.errors[0].data.partition("\n")[0]
            raise LibraryError(f"Lean does not accept {name} behind what it imports: {told}")
    for declaration in original.declarations:
        if declaration.kind not in DEFINITIONS:
            continue
        start, end = (
            place.offset_in(changed.text) for place in (declaration.start_pos, declaration.end_pos)
        )
        for change in changes(changed.text, start, end):
            found = mutant(change, changed.text, 0, declaration.name)
            if not is_known(found):
                text = dataclasses.replace(changed, text=change.applied(changed.text)).first()
                responses = elaborated(run_on, [text, *behind], None)
                noticed, _ = who_notices(responses, declaration.name)
                yield dataclasses.replace(found, noticed_by=noticed)


def _importing(files: Mapping[str, LibraryFile], module: str) -> Sequence[LibraryFile]:
    """Return the files that import a module, directly or not, each behind what it imports."""
    found: dict[str, bool] = {module: True}

    def reaches(name: str) -> bool:
        if name not in found:
            found[name] = False  # ends the recursion where modules import each other
            imports = files[name].imports if name in files else ()
            reached = [reaches(name_of_import) for name_of_import in sorted(imports)]
            found[name] = any(reached)
            if found[name]:
                order.append(files[name])
        return found[name]

    order: list[LibraryFile] = []
    for name in sorted(files):
        reaches(name)
    return order
