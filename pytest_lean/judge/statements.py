"""What the statements of a library say, and mean: as texts, and as hashes.

Promises: two statements have the same hash if and only if their terms are equal up to the names
and kinds of bound variables, and the definitions of the library that they use are equal alike,
however far below. Proofs are never looked at: of a theorem that a term speaks of, only the
statement counts. What Lean makes by itself (``f.match_1``, ``f._proof_2``) counts by its content,
whatever it is called, since Lean calls it otherwise when something else is declared before it.
What no module of the library declares counts by its name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from pytest_lean.judge.constants import Constant
from pytest_lean.judge.library import Library
from pytest_lean.judge.olean import ModuleFile
from pytest_lean.judge.printing import print_for_people
from pytest_lean.judge.terms import EXPRESSIONS_IN, Terms

T = TypeVar("T")
_LEVELS_IN = {"zero": (), "param": (), "succ": (1,), "max": (1, 2), "imax": (1, 2)}
_PARTS_IN = {**EXPRESSIONS_IN, **_LEVELS_IN, "sort": (1,)}
_VALUED = ("definition", "opaque")
_LONGEST = 2000
_DIGITS = 32
# How Lean calls what it makes by itself, for modules that keep no table of what was written.
_MADE_BY_LEAN = re.compile(
    r"_.*|(?:match|proof|eq)_\d+.*|eq_def|rec|recOn|casesOn|below|brecOn|binductionOn|noConfusion"
    r"|noConfusionType|ctorIdx|inj|injEq|sizeOf_spec|elim|ctorElim|ctorElimType|induct|splitter"
)


@dataclass(frozen=True)
class _Content:
    """A declaration's content as text, and what of the library it speaks of.

    Attributes:
        text: equal for equal contents; what Lean made stands in it as ``#0``, ``#1``, ...
        made: what those are.
        named: what an author declared, by name.
    """

    text: str
    made: tuple[int, ...]
    named: frozenset[int]


class Statements:
    """The statements of some modules.

    Args:
        library: the modules and all that they import.
        own: the modules whose definitions belong to what a statement means.
    """

    def __init__(self, library: Library, own: Iterable[str]) -> None:
        self._library = library
        self._terms: Terms = library.terms
        self._own = {id(library.modules[module]) for module in own}
        self._contents: dict[int, _Content] = {}
        self._hashes: dict[int, str] = {}
        self._wholes: dict[int, str] = {}
        self._uses: dict[int, frozenset[int]] = {}

    def is_written(self, name: int) -> bool:
        """Return whether an author declared it, and not Lean by itself."""
        return was_written(self._library.module_of(name), name, self._terms)

    def hash(self, name: int) -> str:
        """Return the hash of a declaration alone: what it speaks of counts by its name."""
        self._settle(name, self._made, self._hashes, self._hash)
        return self._hashes[name]

    def whole(self, name: int) -> str:
        """Return the hash of a declaration and of all of the library that it speaks of."""
        self._settle(name, self.uses, self._wholes, self._whole)
        return self._wholes[name]

    def uses(self, name: int) -> frozenset[int]:
        """Return the declarations of the library that a declaration speaks of directly.

        What Lean made by itself is passed through. An inductive type stands for its group.
        """
        self._settle(name, self._made, self._uses, self._named)
        return self._uses[name] - {name}

    def text(self, name: int) -> str:
        """Return what a declaration says, for people: a type, and what it is defined as."""
        constant = self._library.constant(name)
        said = self._printed(constant.type)
        if constant.kind in _VALUED:
            said += self._value(constant)
        if constant.kind == "inductive":
            for constructor in constant.constructors:
                type = self._library.constant(constructor).type
                said += f" | {self._terms.show(constructor)} : {self._printed(type)}"
        return said if len(said) <= _LONGEST else f"{said[:_LONGEST]} …"

    def _value(self, constant: Constant) -> str:
        """Return the value, and those of the helpers that Lean has cut out of it."""
        assert constant.value is not None
        said = f" := {self._printed(constant.value)}"
        own = self._terms.parts(constant.name)
        for made in self._made(constant.name):
            helper = self._library.constant(made)
            is_part = self._terms.parts(made)[: len(own)] == own and helper.kind in _VALUED
            if is_part and helper.value is not None and len(said) < _LONGEST:
                said += f"; {self._terms.show(made)} := {self._printed(helper.value)}"
        return said

    def _printed(self, term: int) -> str:
        return print_for_people(self._terms, term, lambda _: True, self._library.explicit)

    def _hash(self, name: int) -> str:
        content = self._content(name)
        made = (self._hashes.get(part, self._terms.show(part)) for part in content.made)
        return _digest([content.text, *made])

    def _whole(self, name: int) -> str:
        used = (
            self._wholes.get(used_name, self._terms.show(used_name))
            for used_name in self.uses(name)
        )
        return _digest([self.hash(name), *sorted(used)])

    def _named(self, name: int) -> frozenset[int]:
        content = self._content(name)
        return content.named.union(*(self._uses.get(part, ()) for part in content.made))

    def _made(self, name: int) -> tuple[int, ...]:
        return self._content(name).made

    def _content(self, name: int) -> _Content:
        found = self._contents.get(name)
        if found is None:
            found = self._contents[name] = self._read(name)
        return found

    def _read(self, name: int) -> _Content:
        constant = self._library.constant(name)
        head = [constant.kind, constant.safety, str(len(constant.level_params))]
        roots = [constant.type]
        if constant.kind in _VALUED and constant.value is not None:
            roots.append(constant.value)
        if constant.kind == "inductive":
            for constant_of_group in map(self._library.constant, constant.group):
                head += [
                    self._terms.show(constant_of_group.name),
                    *map(str, constant_of_group.counts),
                ]
                head += map(self._terms.show, constant_of_group.constructors)
                roots += [
                    constant_of_group.type,
                    *(self._library.constant(c).type for c in constant_of_group.constructors),
                ]
        writer = _Writer(self._terms, constant.level_params, self._place)
        text = "\0".join([*head, writer.write(roots)])
        made = (self._unit(part) for part in writer.made)
        others = tuple(unit for unit in dict.fromkeys(made) if unit != self._unit(name))
        named = frozenset(map(self._unit, writer.named)) - {self._unit(name)}
        return _Content(text, others, named)

    def _place(self, name: int) -> bool | None:
        """Tell whether Lean made it; None if it is none of the library's own."""
        if name not in self._library or id(self._library.module_of(name)) not in self._own:
            return None
        return not self.is_written(self._unit(name))

    def _unit(self, name: int) -> int:
        """Return what stands for a declaration: of a type and its constructors, the first type."""
        constant = self._library.constant(name)
        if constant.parent is not None:
            constant = self._library.constant(constant.parent)
        if constant.kind == "inductive" and constant.group:
            return constant.group[0]
        return name

    def _settle(
        self,
        root: int,
        parts: Callable[[int], Collection[int]],
        known: dict[int, T],
        make: Callable[[int], T],
    ) -> None:
        """Make what belongs to ``root`` after what belongs to its parts; none is deep enough
        to end Python's stack. In a circle, which only unsafe code has, a name stands for itself.
        """
        waiting, entered = [(root, False)], set[int]()
        while waiting:
            name, parts_are_known = waiting.pop()
            if name in known:
                continue
            if parts_are_known:
                known[name] = make(name)
            elif name not in entered:
                entered.add(name)
                waiting.append((name, True))
                waiting += [(part, False) for part in sorted(parts(name)) if part not in entered]


class _Writer:
    """Writes terms such that equal terms, and no others, give equal texts.

    Attributes:
        made: the constants that Lean made, in the order of their first mention.
        named: the constants of the library that an author declared.
    """

    def __init__(
        self, terms: Terms, levels: tuple[int, ...], place: Callable[[int], bool | None]
    ) -> None:
        self._terms = terms
        self._levels = {name: str(index) for index, name in enumerate(levels)}
        self._place = place
        self.made: dict[int, int] = {}
        self.named: set[int] = set()

    def write(self, roots: Iterable[int]) -> str:
        """Return the text; a part that stands in it twice is written once and then pointed to."""
        nodes = self._terms.nodes
        written: list[str] = []
        seen: dict[int, int] = {}
        stack = list(reversed(list(roots)))
        while stack:
            number = stack.pop()
            if number in seen:
                written.append(f"@{seen[number]}")
                continue
            seen[number] = len(seen)
            node = nodes[number]
            kind = node[0]
            written.append(kind if kind in ("app", "lam", "pi") else self._leaf(node))
            stack += [node[place] for place in reversed(_PARTS_IN[kind])]
            if kind == "const":
                stack += reversed(node[2])
        return "\n".join(written)

    def _leaf(self, node: tuple[object, ...]) -> str:
        kind, *parts = node
        if kind in ("const", "proj"):
            assert isinstance(parts[0], int)
            count = len(parts[1]) if isinstance(parts[1], tuple) else parts[1]
            return f"{kind} {self._name(parts[0])} {count}"
        if kind == "param":
            assert isinstance(parts[0], int)
            return f"param {self._levels.get(parts[0], self._terms.show(parts[0]))}"
        if kind in ("bvar", "nat", "text"):
            return f"{kind} {parts[0]!r}"
        return str(kind)

    def _name(self, name: int) -> str:
        is_made = self._place(name)
        if is_made:
            return f"#{self.made.setdefault(name, len(self.made))}"
        if is_made is not None:
            self.named.add(name)
        return repr(self._terms.show(name))


def was_written(file: ModuleFile, name: int, terms: Terms) -> bool:
    """Return whether an author declared a constant of a module, and not Lean by itself."""
    if file.lines is not None:
        return name in file.lines
    parts = [part for part in terms.parts(name) if isinstance(part, str)]
    begin = 1 if parts[:1] == ["_private"] else 0
    return not any(_MADE_BY_LEAN.fullmatch(part) for part in parts[begin:])


def _digest(parts: Iterable[str]) -> str:
    text = "\0".join(parts)
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:_DIGITS]
