"""Types of Lean as data: what values of them are made of.

Promises: values of a type in the table can be handed over in both directions; any other type raises
:class:`Unsupported`, with the reason. :mod:`pytest_lean.testing.model.asking` asks Lean for facts,
and :mod:`pytest_lean.testing.model.classes` decides how values look in Python.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pytest_lean.language.explicit import (
    App,
    Binder,
    Const,
    Hole,
    Lam,
    Literal,
    Local,
    Pi,
    Sort,
    Term,
    apply,
    has_holes,
    locals_in,
    read_term,
    spine,
    substitute,
    telescope,
    written,
)

# How many bits a machine integer has, and whether it has a sign. USize has 64 bits on every
# platform that Lean is built for today; elsewhere Lean would reduce a number to its own width.
MACHINE = {
    **{f"UInt{bits}": (bits, False) for bits in (8, 16, 32, 64)},
    **{f"Int{bits}": (bits, True) for bits in (8, 16, 32, 64)},
    "USize": (64, False),
    "ISize": (64, True),
}
LEAVES = frozenset(("Nat", "Int", "Char", "String", "Float", *MACHINE))
_SIZED = frozenset(("Fin", "BitVec"))
_SEQUENCES = frozenset(("List", "Array", "Vector"))
_WRAPPERS = frozenset(("optParam", "autoParam", "outParam", "semiOutParam"))
_EFFECTS = frozenset("IO EIO BaseIO ST EST EStateM IO.RealWorld Task".split())
_PROPOSITIONS = frozenset(
    "Eq Ne HEq LT.lt LE.le GT.gt GE.ge And Or Not Iff True False Membership.mem Exists".split()
)
# The types of `casesOn` of the most common families, so that Lean need not be asked for them.
_CASES = {
    "Bool": "{m : Bool → Type} → (t : Bool) → (false : m Bool.false) → (true : m Bool.true) → m t",
    "PUnit": "{m : PUnit → Type} → (t : PUnit) → (unit : m PUnit.unit) → m t",
    "Option": "{α : Type} → {m : Option α → Type} → (t : Option α) → (none : m (@Option.none α)) → "
    "(some : (val : α) → m (@Option.some α val)) → m t",
    "Prod": "{α : Type} → {β : Type} → {m : Prod α β → Type} → (t : Prod α β) → "
    "(mk : (fst : α) → (snd : β) → m (@Prod.mk α β fst snd)) → m t",
    "Sum": "{α : Type} → {β : Type} → {m : Sum α β → Type} → (t : Sum α β) → "
    "(inl : (val : α) → m (@Sum.inl α β val)) → (inr : (val : β) → m (@Sum.inr α β val)) → m t",
    "Except": "{ε : Type} → {α : Type} → {m : Except ε α → Type} → (t : Except ε α) → "
    "(error : (a : ε) → m (@Except.error ε α a)) → (ok : (a : α) → m (@Except.ok ε α a)) → m t",
    "Subtype": "{α : Type} → {p : α → Prop} → {m : Subtype α p → Type} → (t : Subtype α p) → "
    "(mk : (val : α) → (property : p val) → m (@Subtype.mk α p val property)) → m t",
}


class Unsupported(TypeError):
    """Values of a type cannot be handed over; the message says why."""


@dataclass(frozen=True)
class Facts:
    """What Lean says of a name that stands at the head of a type.

    Attributes:
        cases: the type of its ``casesOn``, if it is an inductive family.
        definition: its body, if it is a definition that can be read.
        sort: the type of the name itself; None if Lean does not know it.
    """

    cases: Term | None = None
    definition: Term | None = None
    sort: Term | None = None


KNOWN: Mapping[str, Facts] = {
    **{name: Facts(cases=read_term(text)) for name, text in _CASES.items()},
    "Unit": Facts(definition=Const("PUnit", ".{1}")),
}


@dataclass(frozen=True)
class FieldOf:
    """A field of a constructor; ``node`` is None where it is a proof, which Lean decides."""

    name: str
    node: int | None


@dataclass(frozen=True)
class Constructor:
    """A constructor of an inductive family: its full name and its fields."""

    name: str
    fields: tuple[FieldOf, ...]

    @property
    def short(self) -> str:
        """The last part of its name, without the guillemets."""
        if self.name.endswith("»"):
            return self.name[self.name.rfind("«") + 1 : -1]
        return self.name.rpartition(".")[2]

    @property
    def data(self) -> tuple[FieldOf, ...]:
        """The fields that are no proofs."""
        return tuple(field for field in self.fields if field.node is not None)


@dataclass(frozen=True)
class Node:
    """A type.

    Attributes:
        index: its place in the table of all types of a function.
        term: the type itself.
        kind: the name at its head if that is a leaf, ``Fin``, ``BitVec`` or a sequence; for
            all other types ``family``.
        family: the full name of the inductive family, for ``family``.
        of: the index of a sequence's element type; -1 for other types.
        bound: the size in ``Fin n``, ``BitVec n``, ``Vector α n``.
        parameters: the arguments of the family.
        constructors: the constructors of the family.
    """

    index: int
    term: Term
    kind: str
    family: str = ""
    of: int = -1
    bound: Term | None = None
    parameters: tuple[Term, ...] = ()
    constructors: tuple[Constructor, ...] = ()

    @property
    def shown(self) -> str:
        """The type as a reader writes it."""
        return shown(self.term)


@dataclass
class Types:
    """The table of the types of one function, filled from what Lean says.

    Attributes:
        facts: what is known of names at the heads of types.
        missing: names that Lean has to be asked about before the table is complete.
        nodes: the types.
    """

    facts: dict[str, Facts] = field(default_factory=lambda: dict(KNOWN))
    missing: set[str] = field(default_factory=set)
    nodes: list[Node] = field(default_factory=list)
    _known: dict[str, int] = field(default_factory=dict)

    def restart(self) -> None:
        """Forget the types, and keep what Lean said."""
        self.missing, self.nodes, self._known = set(), [], {}

    def node(self, term: Term) -> int:
        """Return the index of a type; 0 as long as something is missing.

        Raises:
            Unsupported: its values cannot be handed over.
        """
        if has_holes(term):
            raise Unsupported("Lean cannot determine it")
        head, arguments = spine(term)
        if isinstance(head, Pi):
            raise Unsupported(f"{shown(term)} is a type of functions, and those stay in Lean")
        if isinstance(head, Local):
            raise Unsupported(f"{head.name} is not determined")
        if not isinstance(head, Const):
            raise Unsupported(f"{shown(term)} is no type of data")
        if head.name in _WRAPPERS:
            return self.node(arguments[0])
        if head.name in _EFFECTS:
            raise Unsupported(f"{shown(term)} is an action, and no value")
        key = written(term, _key)
        if key in self._known:
            return self._known[key]
        if head.name in LEAVES and not arguments:
            return self._add(key, Node(len(self.nodes), term, head.name))
        if head.name in _SIZED and len(arguments) == 1:
            return self._add(key, Node(len(self.nodes), term, head.name, bound=arguments[0]))
        if head.name in _SEQUENCES and arguments:
            return self._sequence(key, term, head.name, arguments)
        return self._family(key, term, head.name, arguments)

    def is_proposition(self, term: Term) -> bool:
        """Return whether ``term`` is a proposition; False as long as something is missing."""
        term = telescope(term)[1]
        head, arguments = spine(term)
        if not isinstance(head, Const):
            return False
        if head.name in _PROPOSITIONS:
            return True
        if head.name in _WRAPPERS:
            return self.is_proposition(arguments[0])
        if head.name in LEAVES | _SIZED | _SEQUENCES or head.name in KNOWN:
            return False
        facts = self._facts(head.name)
        if facts is None or facts.sort is None:
            return False
        result = telescope(facts.sort)[1]
        return isinstance(result, Sort) and result.is_prop

    def unfold(self, term: Term) -> Term:
        """Return a type with definitions at its head unfolded, as far as their bodies are known."""
        head, arguments = spine(term)
        while isinstance(head, Const) and not self._is_data(head.name):
            facts = self._facts(head.name)
            if facts is None or facts.cases is not None or facts.definition is None:
                break
            term = apply(facts.definition, *arguments)
            head, arguments = spine(term)
        return term

    def _is_data(self, name: str) -> bool:
        return name in LEAVES | _SIZED | _SEQUENCES | _EFFECTS | _PROPOSITIONS | _WRAPPERS

    def _add(self, key: str, node: Node) -> int:
        self._known[key] = node.index
        self.nodes.append(node)
        return node.index

    def _facts(self, name: str) -> Facts | None:
        found = self.facts.get(name)
        if found is None:
            self.missing.add(name)
        return found

    def _sequence(self, key: str, term: Term, kind: str, arguments: tuple[Term, ...]) -> int:
        index = self._add(key, Node(len(self.nodes), term, kind))
        bound = arguments[1] if kind == "Vector" else None
        self.nodes[index] = Node(index, term, kind, of=self.node(arguments[0]), bound=bound)
        return index

    def _family(self, key: str, term: Term, name: str, arguments: tuple[Term, ...]) -> int:
        facts = self._facts(name)
        if facts is None:
            return 0
        if facts.cases is None:
            if facts.definition is None:
                raise Unsupported(f"{shown(term)} is no inductive type, and no name for one")
            return self.node(apply(facts.definition, *arguments))
        if self.is_proposition(term):
            raise Unsupported(f"{shown(term)} is a proposition")
        index = self._add(key, Node(len(self.nodes), term, "family", name))  # it may be recursive
        parameters, minors = _split_cases(facts.cases, len(arguments), term)
        values = dict(
            zip((parameter.local.key for parameter in parameters), arguments, strict=True)
        )
        constructors = tuple(self._constructor(minor, values) for minor in minors)
        self.nodes[index] = Node(
            index, term, "family", name, parameters=arguments, constructors=constructors
        )
        return index

    def _constructor(self, minor: Binder, values: Mapping[int, Term]) -> Constructor:
        binders, result = telescope(substitute(minor.type, values))
        made = spine(spine(result)[1][-1])[0]
        if not isinstance(made, Const):
            raise Unsupported(f"the constructor {minor.local.name} cannot be read")
        fields, depends = [], {parameter.local.key for parameter in binders}
        for binder in binders:
            known = len(self.missing)
            if self.is_proposition(binder.type) or len(self.missing) > known:
                # The type may be a proposition: the table is read again once Lean was asked.
                fields.append(FieldOf(binder.local.name, None))
                continue
            if isinstance(binder.type, Sort) or locals_in(binder.type) & depends:
                raise Unsupported(
                    f"the type of the field {binder.local.name} of {made.name} depends on a value"
                )
            fields.append(FieldOf(binder.local.name, self.node(binder.type)))
        return Constructor(made.name, tuple(fields))


def _split_cases(
    cases: Term, count: int, term: Term
) -> tuple[tuple[Binder, ...], tuple[Binder, ...]]:
    """Return the parameters in the type of a ``casesOn``, and its constructors' arguments."""
    binders, result = telescope(cases)
    motive = spine(result)[0]
    at = next((i for i, binder in enumerate(binders) if binder.local == motive), None)
    if at is None:
        raise Unsupported(f"{shown(term)} cannot be read")
    if len(telescope(binders[at].type)[0]) != 1:
        raise Unsupported(f"{shown(term)} is a family with indices, which differ by constructor")
    if at != count:
        raise Unsupported(f"{shown(term)} is no type yet: it takes {at} arguments")
    return binders[:at], binders[at + 2 :]


def number_of(term: Term, values: Mapping[int, int]) -> int | None:
    """Return the value of a term that is plain arithmetic; None if it is not.

    Args:
        term: a term of type Nat.
        values: the values of bound variables, by their keys.
    """
    if isinstance(term, Local):
        return values.get(term.key)
    if isinstance(term, Literal):
        return int(term.text) if term.text.isdecimal() else None
    head, arguments = spine(term)
    if not isinstance(head, Const):
        return None
    if head.name == "OfNat.ofNat" and len(arguments) == 3 and arguments[0] == Const("Nat"):
        return number_of(arguments[1], values)
    operation = _ARITHMETIC.get(head.name)
    if operation is None:
        return None
    count, compute = operation
    numbers = [number_of(argument, values) for argument in arguments[len(arguments) - count :]]
    known = [number for number in numbers if number is not None]
    is_nat = len(arguments) == count or arguments[0] == Const("Nat")
    return compute(*known) if len(known) == count and is_nat else None


_MOST_POWER = 4096


def _power(base: int, exponent: int) -> int | None:
    return base**exponent if exponent <= _MOST_POWER else None


_ARITHMETIC: dict[str, tuple[int, Callable[..., int | None]]] = {
    "Nat.zero": (0, lambda: 0),
    "Nat.succ": (1, lambda a: a + 1),
    "HAdd.hAdd": (2, lambda a, b: a + b),
    "Nat.add": (2, lambda a, b: a + b),
    "HMul.hMul": (2, lambda a, b: a * b),
    "Nat.mul": (2, lambda a, b: a * b),
    "HSub.hSub": (2, lambda a, b: max(a - b, 0)),
    "Nat.sub": (2, lambda a, b: max(a - b, 0)),
    "HPow.hPow": (2, _power),
    "Nat.pow": (2, _power),
}


def shown(term: Term, *, inside: bool = False) -> str:
    """Return a type as a reader writes it: ``List (Nat × Bool)``."""
    if isinstance(term, (Const, Local)):
        return term.name
    if isinstance(term, Literal):
        return term.text
    if isinstance(term, Sort):
        return "Prop" if term.is_prop else "Type"
    if isinstance(term, Hole):
        return "?"
    if isinstance(term, Lam):
        text = f"fun {term.binder.local.name} => {shown(term.body)}"
    elif isinstance(term, Pi):
        domain = term.binder.type
        text = f"{shown(domain, inside=isinstance(domain, (Pi, Lam)))} → {shown(term.body)}"
    else:
        text = _shown_application(term)
        if text.isalnum() or text[0] in "{[":
            return text
    return f"({text})" if inside else text


_NULLARY = {"List.nil": "[]"}
_SYMBOLS = {
    "HAdd.hAdd": "+",
    "HMul.hMul": "*",
    "HSub.hSub": "-",
    "HPow.hPow": "^",
    "LT.lt": "<",
    "LE.le": "≤",
    "GT.gt": ">",
    "GE.ge": "≥",
    "Eq": "=",
    "Ne": "≠",
}


def _shown_application(term: App) -> str:
    head, arguments = term.function, term.arguments
    name = head.name if isinstance(head, Const) else ""
    if name in _WRAPPERS or (name == "OfNat.ofNat" and len(arguments) == 3):
        return shown(arguments[0 if name in _WRAPPERS else 1])
    if name == "Prod" and len(arguments) == 2:
        last = shown(arguments[1], inside=_spine_name(arguments[1]) != "Prod")
        return f"{shown(arguments[0], inside=True)} × {last}"
    if name == "Subtype" and len(arguments) == 2 and isinstance(arguments[1], Lam):
        binder = arguments[1].binder
        return f"{{ {binder.local.name} : {shown(binder.type)} // {shown(arguments[1].body)} }}"
    if name in _SYMBOLS:
        left, right = (shown(argument, inside=True) for argument in arguments[-2:])
        return f"{left} {_SYMBOLS[name]} {right}"
    if name in _NULLARY:
        return _NULLARY[name]
    return " ".join(shown(part, inside=True) for part in (head, *arguments))


def _spine_name(term: Term) -> str:
    head = spine(term)[0]
    return head.name if isinstance(head, Const) else ""


def _key(local: Local) -> str:
    return f"#{local.key}"
