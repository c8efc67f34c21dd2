"""Seals: compiled modules that stand for the long beginnings of chains of commands.

After each edit Lean tells its index of references for the whole document, so that a command costs
more the more it continues. So the settled beginning of a long chain is compiled
(:mod:`pytest_lean.server.sealing`), and a command that continues it is run on a document that
imports the module, with the commands behind the beginning as text.

Promises: a chain is sealed, and a command is run behind a seal, only if it is known of each of its
texts that a module carries all of it (:mod:`pytest_lean.language.carried`), and if none of them
gives a reason to ask Lean more than its messages. All else is run behind the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pytest_lean.language.carried import Carried, Kind, carried
from pytest_lean.language.syntax import code, imported_by
from pytest_lean.server.environment import Environment, Seal, Source
from pytest_lean.server.hints import Hints
from pytest_lean.server.hints import read as read_hints
from pytest_lean.server.imports import Header
from pytest_lean.toolchain.model import Toolchain

# Where the modules come from that a chain may import: what others make of texts is not known.
_KNOWN_ROOTS = frozenset(("Init", "Std"))
# What may stand above a command that stands behind a seal.
_PREFACES = ("", "set_option Elab.async true\n", "set_option Elab.async false\n")

# Words that open or close a scope.
_ENDS = frozenset(("namespace", "section", "end"))


@dataclass(frozen=True)
class Stretch:
    """A part of a chain: what stands as text behind a seal.

    Attributes:
        end: the last environment of the chain, which the seal may be of.
        seal: what it stands behind; None if it begins its chain.
        tail: its environments, in order; of each it is known what a module carries of it.
    """

    end: Environment
    seal: Seal | None
    tail: tuple[Environment, ...]

    @property
    def shares(self) -> bool:
        """Whether Lean may share functions with the seal, which an import keeps it from doing."""
        sealed = self.seal is not None and self.seal.shares
        return sealed and any(_carried(environment).shares for environment in self.tail)

    @property
    def texts(self) -> list[Environment]:
        """What stands as text in a document of it."""
        return [*(() if self.seal is None else self.seal.kept), *self.tail]

    @property
    def header(self) -> Header:
        """The header of a document of it."""
        return self.end.header if self.seal is None else self.seal.header

    def is_opened_later(self) -> bool:
        """Return whether an ``open`` in it may mean something else behind all of it.

        It may if one of the names behind it is declared, or made a namespace of, later on.
        """
        opened = frozenset[str]()
        for environment in self.texts:
            known = _carried(environment)
            if not opened.isdisjoint(known.names):
                return True
            opened |= known.opens
        return False


def stretch_to(end: Environment, toolchain: Toolchain, *, whole: bool = False) -> Stretch | None:
    """Return the stretch from the last seal of a chain to ``end``; None if the chain stays text.

    Args:
        end: the last environment of it.
        toolchain: the Lean that is to import the seal.
        whole: leave out of account that something of the chain is sealed.
    """
    tail: list[Environment] = []
    at: Environment | None = end
    seal: Seal | None = None
    while at is not None and seal is None:
        if not whole and at.seal is not None and at.seal.is_whole(toolchain):
            seal = at.seal
            break
        if at.is_supposed or at.reaches_end is None:
            return None  # that is not settled yet
        if at.stays_text or at.carried is None:
            _stay_text([at, *tail])
            return None
        tail.append(at)
        at = at.parent
    if seal is None and not _imports_what_is_known(end.header):
        _stay_text(tail)
        return None
    tail.reverse()
    return Stretch(end, seal, tuple(tail))


def can_stand_behind(stretch: Stretch, source: Source, options: str) -> bool:
    """Return whether a command can be run behind the seal of what it continues.

    Args:
        stretch: what it continues.
        source: the command.
        options: what stands above all texts.
    """
    if stretch.seal is None or stretch.shares or source.preface not in _PREFACES:
        return False
    own = carried(source.text)
    if own is None or (own.shares and stretch.seal.shares):
        return False
    return read_hints(source.text, options + source.preface) == Hints()


def kept_of(stretch: Stretch) -> tuple[Environment, ...]:
    """Return what has to stand as text behind a module of a stretch: the scopes that are open.

    A scope that was closed is left out, with all that was opened in it, where both ends of it are
    texts of their own.
    """
    kept: list[Environment] = []
    opened: list[tuple[int, list[str]]] = []
    for environment in stretch.texts:
        if _carried(environment).kind is not Kind.SCOPE:
            continue
        first, *name = code(environment.source.text).split()
        if _ENDS.isdisjoint(name) and first == "end" and opened and opened[-1][1] == name:
            del kept[opened.pop()[0] :]
            continue
        if first in ("namespace", "section") and len(name) <= 1:
            opened.append((len(kept), name))
        elif not _ENDS.isdisjoint([first, *name]):
            opened.clear()
        kept.append(environment)
    return tuple(kept)


def compiled_of(stretch: Stretch) -> list[Environment]:
    """Return what has to be compiled of a stretch: what leaves nothing is not run once more."""
    return [
        environment
        for environment in stretch.texts
        if _carried(environment).kind is not Kind.NOTHING
    ]


def _carried(environment: Environment) -> Carried:
    known = environment.carried
    assert known is not None, "a stretch has only what is carried"
    return known


def _stay_text(environments: Iterable[Environment]) -> None:
    """Note of environments that what they continue stays text, where that is settled."""
    for environment in environments:
        environment.stays_text = True


def _imports_what_is_known(header: Header) -> bool:
    lines = [line for line in header if not line.startswith("import ")]
    roots = {name.partition(".")[0] for name in imported_by(header)}
    return not lines and roots <= _KNOWN_ROOTS
