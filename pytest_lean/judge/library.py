"""Compiled modules and all that they import, found through the folders of a search path.

Promises: each module is read once, its constants when they are asked for. Other modules than
those asked for, and what they import, are never opened. It runs no code of any module, and it
takes the files as they are: whether they can be trusted is for who calls it to know.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pytest_lean.judge.constants import Constant, Kind
from pytest_lean.judge.olean import ModuleFile
from pytest_lean.judge.region import OleanError
from pytest_lean.judge.terms import Terms, name_parts


class Library:
    """The modules below some folders.

    Args:
        folders: where compiled modules are looked for, in this order.
        roots: the modules to read, with all that they import.
        terms: where the terms go; a store of its own if there is none.

    Attributes:
        modules: name of a module -> what is in it; a module stands behind those it imports.
        files: name of a module -> its ``.olean``.

    Raises:
        OleanError: a module is missing or malformed.
    """

    def __init__(
        self, folders: Iterable[str], roots: Iterable[str], terms: Terms | None = None
    ) -> None:
        self.terms = terms or Terms()
        self.modules: dict[str, ModuleFile] = {}
        self.files: dict[str, Path] = {}
        self._folders = [Path(folder) for folder in folders]
        self._owners: dict[int, ModuleFile] = {}
        self._uses: dict[int, frozenset[int]] = {}
        for root in roots:
            self._load(root)

    def __contains__(self, name: int) -> bool:
        """Return whether one of the modules has a constant of this name."""
        return name in self._owners

    def __len__(self) -> int:
        """Return how many constants the modules have."""
        return len(self._owners)

    def module_of(self, name: int) -> ModuleFile:
        """Return the module that a constant is in.

        Raises:
            OleanError: there is none.
        """
        try:
            return self._owners[name]
        except KeyError:
            shown = self.terms.show(name)
            raise OleanError(f"no module that is imported has a constant {shown}") from None

    def constant(self, name: int) -> Constant:
        """Return a constant."""
        return self.module_of(name).constant(name)

    def kind(self, name: int) -> Kind:
        """Return what a constant is."""
        return self.module_of(name).kind(name)

    def uses(self, name: int) -> frozenset[int]:
        """Return what a constant rests on; see :meth:`ModuleFile.uses`."""
        found = self._uses.get(name)
        if found is None:
            found = self._uses[name] = self.module_of(name).uses(name)
        return found

    def explicit(self, name: int) -> Sequence[bool] | None:
        """Tell which arguments of a constant are written; None if there is no such constant."""
        file = self._owners.get(name)
        return None if file is None else file.explicit(name)

    def find(self, module: str) -> Path:
        """Return the ``.olean`` of a module.

        Raises:
            OleanError: there is none in the folders.
        """
        *above, last = map(str, name_parts(module))
        place = Path(*above, f"{last}.olean")
        for folder in self._folders:
            if (folder / place).is_file():
                return folder / place
        looked = ", ".join(map(str, self._folders)) or "no folder at all"
        raise OleanError(f"the module {module} was not found (looked in {looked})")

    def _load(self, root: str) -> None:
        waiting = [(root, False)]
        opened: dict[str, ModuleFile] = {}
        while waiting:
            module, imports_are_there = waiting.pop()
            if module in self.modules:
                continue
            if imports_are_there:
                self._take(module, opened[module])
            elif module not in opened:
                self.files[module] = self.find(module)
                opened[module] = self._open(module)
                waiting.append((module, True))
                waiting += [(imported, False) for imported in opened[module].imports]

    def _open(self, module: str) -> ModuleFile:
        try:
            return ModuleFile.open(module, self.files[module], self.terms)
        except OleanError as error:
            raise OleanError(f"{self.files[module]}: {error}") from error

    def _take(self, module: str, file: ModuleFile) -> None:
        for name in file.names:
            self._owners.setdefault(name, file)
        self.modules[module] = file
