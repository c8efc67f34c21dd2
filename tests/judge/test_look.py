"""One look at compiled files, check by check: each has texts that only this check refuses."""

from __future__ import annotations

import contextlib
import dataclasses
import struct
from collections.abc import Callable, Iterator

import psutil
import pytest
from olean_writer import Writer
from waiting import wait_until

from pytest_lean import LeanMemoryError, LeanTimeoutError, Toolchain
from pytest_lean.judge.compare import Comparison
from pytest_lean.judge.constants import Constant
from pytest_lean.judge.kernel import KernelRefusal
from pytest_lean.judge.look import Question
from pytest_lean.judge.olean import ModuleFile
from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.region import SUFFIXES
from pytest_lean.judge.replay import replay
from pytest_lean.judge.replayers import replayer_for
from pytest_lean.judge.terms import Node, Terms
from pytest_lean.judge.verifier import Found, Verifier
from pytest_lean.server.deadline import Deadline
from pytest_lean.toolchain.cache import compile_module

OFF = "set_option debug.skipKernelTC true in\n"
Compile = Callable[..., tuple[bytes, ...]]


@pytest.fixture(scope="module")
def compile(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Compile:
    """Compile a text as module ``Proof``, or another, once; return the bytes of its files."""
    folder = tmp_path_factory.mktemp("looked_at")
    made: dict[tuple[str, str], tuple[bytes, ...]] = {}

    def compile(text: str, module: str = "Proof") -> tuple[bytes, ...]:
        if (text, module) not in made:
            source = folder / f"{module}.lean"
            source.write_text(text, encoding="utf-8")
            output = source.with_suffix(".olean")
            search = [str(folder)]
            compile_module(toolchain, folder, source, output, cache=folder, search_path=search)
            parts = [output.with_suffix(end) for end in SUFFIXES]
            made[text, module] = tuple(part.read_bytes() for part in parts if part.is_file())
        return made[text, module]

    return compile


@pytest.fixture(scope="module")
def verifier(toolchain: Toolchain) -> Iterator[Verifier]:
    library = replayer_for(toolchain).library
    verifier = Verifier(toolchain, ["Init"], [], library=library)
    yield verifier
    verifier.close()


def look(verifier: Verifier, text: tuple[bytes, ...], theorem: str | None = "t", **more) -> Found:
    return verifier.look(Question(text, theorem=theorem, **more), Deadline(120))


def refused(verifier: Verifier, text: tuple[bytes, ...], **more) -> Refusal:
    with pytest.raises(Refusal) as caught:
        look(verifier, text, **more)
    return caught.value


def told(refusal: Refusal) -> str:
    return f"{refusal.check}: {refusal}"


HONEST = {
    "a proof": "theorem t : ∀ a b : Nat, a + b = b + a := Nat.add_comm",
    "definitions": "def f : Nat → Nat | 0 => 1 | n + 1 => f n\ntheorem t : f 2 = 1 := rfl",
    "nested and mutual types": (
        "inductive Rose where | node (below : List Rose)\n"
        "mutual\ninductive A | leaf | b (b : B)\ninductive B | a (a : A)\nend\n"
        "theorem t : A.b (B.a .leaf) = A.b (B.a .leaf) := rfl"
    ),
    "a structure and a class": (
        "structure P where\n  x : Nat\n  h : x = x\nclass C (α : Type) where\n  c : α\n"
        "instance : C P := ⟨⟨1, rfl⟩⟩\ntheorem t : (C.c : P).x = 1 := rfl"
    ),
    "unsafe and partial definitions beside it": (
        "unsafe def w : Nat := 1\npartial def p (n : Nat) : Nat := p n\n"
        "unsafe inductive W | mk (f : W → W)\ntheorem t : 1 = 1 := rfl"
    ),
    "a quotient": (
        "def Q := Quot (fun a b : Nat => a = b)\ndef q : Q := Quot.mk _ 1\ntheorem t : q = q := rfl"
    ),
    "large literals and texts": (
        'theorem t : 2 ^ 200 + 1 - 1 = 2 ^ 200 ∧ "∀ö" ++ "" = "∀ö" := by decide'
    ),
    "well-founded recursion": (
        "def half (n : Nat) : Nat := if n < 2 then 0 else half (n - 2) + 1\n"
        "termination_by n\ndecreasing_by omega\ntheorem t : half 0 = 0 := by unfold half; rfl"
    ),
}


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_text_passes_every_check(verifier: Verifier, compile: Compile, name: str) -> None:
    assert set(look(verifier, compile(HONEST[name])).axioms) <= {
        "propext",
        "Quot.sound",
        "Classical.choice",
    }


KERNEL = {
    "a theorem": (f"{OFF}theorem t : 1 = 2 := by decide +kernel", "t._proof_1_1: application type"),
    "a lemma below it": (
        f"{OFF}theorem a : 1 = 2 := by decide +kernel\ntheorem t : 2 = 1 := a.symm",
        "application type mismatch",
    ),
    "a definition": (
        f"{OFF}def a : 1 = 2 := by decide +kernel\ntheorem t : 2 = 1 := a.symm",
        "application type mismatch",
    ),
    "a name that the kernel computes with": (
        "def Lean.reduceBool (b : Bool) : Bool := b\ntheorem t : 1 = 1 := rfl",
        "Lean.reduceBool is a name that the kernel computes with",
    ),
}


@pytest.mark.parametrize("name", KERNEL)
def test_the_kernel_refuses(verifier: Verifier, compile: Compile, name: str) -> None:
    text, why = KERNEL[name]
    refusal = refused(verifier, compile(text))
    assert refusal.check == "kernel"
    assert why in str(refusal)


def test_what_rests_on_an_unsafe_constant_is_refused(verifier: Verifier, compile: Compile) -> None:
    """The kernel that elaborates refuses it as well, so the file is made to say it is unsafe."""
    parts = compile("axiom wild : 1 = 2\ntheorem t : 2 = 1 := wild.symm")
    terms = Terms()
    file = ModuleFile("Proof", parts, terms)
    place = file._region.index(file._places[terms.name("wild")])
    inner = file._region.index(file._region.fields(place, 0, 1)[0])
    data = bytearray(parts[0])
    data[8 * (inner + 2)] = 1
    refusal = refused(verifier, (bytes(data),))
    assert told(refusal) == "kernel: t: unknown constant wild"


def test_a_constant_that_a_trusted_module_has_cannot_come_again(verifier: Verifier) -> None:
    terms = Terms()
    parts = (Writer(terms).module({terms.name("Nat.add_comm"): terms.make(("sort", terms.zero))}),)
    assert "Nat.add_comm" in told(refused(verifier, parts, theorem=None))


def test_nor_where_no_kernel_replays(toolchain: Toolchain) -> None:
    terms = Terms()
    parts = (Writer(terms).module({terms.name("Nat.add_comm"): terms.make(("sort", terms.zero))}),)
    verifier = Verifier(toolchain, ["Init"], [], library=None)
    try:
        refusal = refused(verifier, parts, theorem=None, own_axioms=True)
        assert told(refusal) == "kernel: Nat.add_comm: the constant has already been declared"
    finally:
        verifier.close()


def test_a_module_that_is_not_trusted_is_refused(verifier: Verifier, compile: Compile) -> None:
    compile("theorem a : 1 = 1 := rfl", "Other")
    parts = compile("import Other\ntheorem t : 1 = 1 := a")
    assert told(refused(verifier, parts)) == "imports: the text imports Other, which is not trusted"
    base = compile("theorem a : 1 = 1 := rfl", "Other")
    assert look(verifier, parts, base=base, base_module="Other").axioms == ()


def test_bytes_that_are_no_module_are_refused(verifier: Verifier, compile: Compile) -> None:
    parts = compile(HONEST["a proof"])
    assert refused(verifier, (b"none",)).check == "file"
    assert refused(verifier, (parts[0][:-64],)).check in ("file", "theorem")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("def t : 1 = 1 := rfl", "t is a definition, not a theorem"),
        ("axiom t : 1 = 2", "t is an axiom, not a theorem"),
        ("opaque t : 1 = 1 := rfl", "t is an opaque, not a theorem"),
        ("namespace A\ntheorem t : 1 = 1 := rfl", "the text declares no t; its theorems: A.t"),
    ],
)
def test_what_is_no_theorem_of_that_name_is_refused(
    verifier: Verifier, compile: Compile, text: str, why: str
) -> None:
    assert told(refused(verifier, compile(text))) == f"theorem: {why}"


# What is asked for and what is given; the definitions stand in both.
DIFFERENT = {
    "the statement": ("axiom s : 1 = 2", "theorem t : 1 = 1 := rfl"),
    "a hypothesis more": ("axiom s : 1 = 1", "theorem t (_ : 1 = 2) : 1 = 1 := rfl"),
    "a literal": ("axiom s : 5 = 5", "theorem t : 6 = 6 := rfl"),
    "a text": ('axiom s : "a" = "a"', 'theorem t : "b" = "b" := rfl'),
    "a bound variable": (
        "axiom s : ∀ a b : Nat, a = a",
        "theorem t : ∀ a b : Nat, b = b := fun _ _ => rfl",
    ),
    "a universe": (
        "universe u v\naxiom s : ∀ (α : Type u) (_ : Type v) (a : α), a = a",
        "universe u\ntheorem t : ∀ (α : Type u) (_ : Type u) (a : α), a = a := fun _ _ _ => rfl",
    ),
    "which universe": (
        "universe u v\naxiom s : ∀ (α : Type u) (_ : Type v) (_ : Type u) (a : α), a = a",
        "universe u v\ntheorem t : ∀ (α : Type u) (_ : Type v) (_ : Type v) (a : α), a = a"
        " := fun _ _ _ _ => rfl",
    ),
    "a name of the text's own": (
        "def f := 1\naxiom s : f = f",
        "def g := 1\ntheorem t : g = g := rfl",
    ),
    "one of two definitions": (
        "def m.match_1 := 1\naxiom s : m.match_1 = m.match_1",
        "def m.match_1 := 1\ndef m.match_2 := 2\ntheorem t : m.match_1 = m.match_2 := sorry",
    ),
    "the other of two definitions": (
        "def m.match_1 := 1\naxiom s : m.match_1 = m.match_1",
        "def m.match_1 := 1\ndef m.match_2 := 2\ntheorem t : m.match_2 = m.match_1 := sorry",
    ),
    "a constant": ("axiom s : Nat.succ = Nat.succ", "theorem t : Nat.pred = Nat.pred := rfl"),
    "a field": (
        "axiom s : ∀ p : Nat × Nat, p.1 = p.1",
        "theorem t : ∀ p : Nat × Nat, p.2 = p.2 := fun _ => rfl",
    ),
    "a definition's value": (
        "def f := 1\naxiom s : f = f",
        "def f := 2\ntheorem t : f = f := rfl",
    ),
    "a definition's type": (
        "def f (n : Nat) := n\naxiom s : f = f",
        "def f (n : Int) := n\ntheorem t : f = f := rfl",
    ),
    "a definition below a definition": (
        "def g := 1\ndef f := g\naxiom s : f = f",
        "def g := 2\ndef f := g\ntheorem t : f = f := rfl",
    ),
    "a definition's kind": (
        "def f : Nat := 1\naxiom s : f = f",
        "opaque f : Nat := 1\ntheorem t : f = f := rfl",
    ),
    "an opaque constant's value": (
        "opaque f : Nat := 1\naxiom s : f = f",
        "opaque f : Nat := 2\ntheorem t : f = f := rfl",
    ),
    "an inductive type's constructors": (
        "inductive I | a | b\naxiom s : I.a = I.a",
        "inductive I | a\ntheorem t : I.a = I.a := rfl",
    ),
    "the order of constructors": (
        "inductive I | a | b\naxiom s : ∀ i : I, i = i",
        "inductive I | b | a\ntheorem t : ∀ i : I, i = i := fun _ => rfl",
    ),
    "a constructor's type": (
        "inductive I | a (n : Nat)\naxiom s : ∀ i : I, i = i",
        "inductive I | a (n : Int)\ntheorem t : ∀ i : I, i = i := fun _ => rfl",
    ),
    "a structure's fields": (
        "structure P where\n  x : Nat\n  h : x = 1\naxiom s : ∀ p : P, p.x = p.x",
        "structure P where\n  x : Nat\ntheorem t : ∀ p : P, p.x = p.x := fun _ => rfl",
    ),
    "a proposition's constructors": (
        "inductive E : Nat → Prop | z : E 0\naxiom s : ∀ n, E n → E n",
        "inductive E : Nat → Prop | z (n : Nat) : E n\ntheorem t : ∀ n, E n → E n := fun _ h => h",
    ),
    "a number of universe parameters": (
        "universe u\ndef I (α : Type u) := α\naxiom s : I Nat = I Nat",
        "def I (α : Type) := α\ntheorem t : I Nat = I Nat := rfl",
    ),
    "a matcher's alternatives": (
        "axiom s : ∀ n : Nat, (match n with | 0 => 1 | _ + 1 => 2) = 1",
        "theorem t : ∀ n : Nat, (match n with | 0 => 1 | _ + 1 => 1) = 1 := sorry",
    ),
    "an axiom that is a definition": (
        "axiom f : Nat\naxiom s : f = f",
        "def f : Nat := 1\ntheorem t : f = f := rfl",
    ),
}


@pytest.mark.quick(3)
@pytest.mark.parametrize("name", DIFFERENT)
def test_another_statement_is_refused(verifier: Verifier, compile: Compile, name: str) -> None:
    asked, given = DIFFERENT[name]
    refusal = refused(verifier, compile(given), statement=compile(asked), asked="s")
    assert refusal.check == "statement"
    assert " is another" in str(refusal) or "on one side only" in str(refusal)


@pytest.mark.quick(6)
@pytest.mark.parametrize("name", [one for one in DIFFERENT if one != "the statement"])
def test_the_same_statement_is_found_the_same(
    verifier: Verifier, compile: Compile, name: str
) -> None:
    asked, _ = DIFFERENT[name]
    above, _, proposition = asked.rpartition("axiom s : ")
    given = f"{above}theorem t : {proposition} := sorry"
    look(verifier, compile(given), statement=compile(asked), asked="s", own_axioms=True)


@pytest.mark.parametrize(
    "what",
    [
        "f is declared on one side only",
        "the safety of f",
        "the number of universe parameters of f",
        "the number of universe parameters of t",
    ],
)
def test_what_no_lean_writes_is_another_statement(what: str) -> None:
    """A name that stands for nothing, an unsafe constant, a universe that no term speaks of."""
    terms, files = Terms(), list[ModuleFile]()
    f, u, prop = terms.name("f"), terms.name("u"), terms.make(("sort", terms.zero))
    for name in ("s", "t"):
        writer, theorem, is_given = Writer(terms), terms.name(name), name == "t"
        of_t, of_f = ((u,) if is_given and what.endswith(f"meters of {x}") else () for x in "tf")
        infos = [writer.axiom(theorem, terms.make(("const", f, ())), of_t)]
        if not (is_given and "side" in what):
            infos.append(writer.axiom(f, prop, of_f, is_unsafe=is_given and "safety" in what))
        names = [writer.name(one) for one in (theorem, f)[: len(infos)]]
        files.append(ModuleFile(name, [writer.whole(names, infos)], terms))
    comparison = Comparison(terms, *files, is_known=lambda _: False)
    assert not comparison.theorem(terms.name("s"), terms.name("t"))
    assert what in comparison.differences[0]


@pytest.mark.parametrize("where", ["levels", "field", "form"])
def test_terms_that_differ_in_one_place_are_different(where: str) -> None:
    """Lean would not accept one of them, but the comparison does not rest on that."""
    terms, files = Terms(), list[ModuleFile]()
    f, x = terms.name("f"), terms.make(("bvar", 0))
    pairs: dict[str, tuple[Node, Node]] = {
        "levels": (("const", f, ()), ("const", f, (terms.zero,))),
        "field": (("proj", f, 0, x), ("proj", f, 1, x)),
        "form": (("app", x, x), ("lam", x, x)),
    }
    for name, type in zip(("s", "t"), pairs[where], strict=True):
        writer = Writer(terms)
        raw = writer.module({terms.name(name): terms.make(type), f: terms.make(("bvar", 1))})
        files.append(ModuleFile(name, [raw], terms))
    for first, second in ((0, 0), (0, 1)):
        comparison = Comparison(terms, files[first], files[second], is_known=lambda _: False)
        is_same = comparison.theorem(terms.name("s"), terms.name("st"[second]))
        assert is_same == (first == second)


AXIOMS = {
    "of the text itself": ("axiom a : 1 = 2\ntheorem t : 1 = 2 := a", "which it declares itself"),
    "through a definition": (
        "axiom a : 1 = 2\ndef d : 1 = 2 := a\ntheorem t : 1 = 2 := d",
        "which it declares itself",
    ),
    "in the type alone": (
        "axiom a : Nat\ntheorem t : a = a := rfl",
        "which it declares itself",
    ),
    "in a constructor's type": (
        "axiom a : Nat → Prop\ninductive I | mk (h : a 1)\n"
        "theorem t : ∀ i : I, i = i := fun _ => rfl",
        "which it declares itself",
    ),
}


@pytest.mark.parametrize("name", AXIOMS)
def test_an_axiom_of_the_texts_own_is_refused(
    verifier: Verifier, compile: Compile, name: str
) -> None:
    text, why = AXIOMS[name]
    refusal = refused(verifier, compile(text))
    assert refusal.check == "axioms"
    assert why in str(refusal)
    assert look(verifier, compile(text), own_axioms=True).axioms == ("a",)


@pytest.mark.parametrize(
    ("proof", "axioms"),
    [
        ("(p : Prop) : p ∨ ¬p := Classical.em p", {"propext", "Quot.sound", "Classical.choice"}),
        ("(p q : Prop) (h : p ↔ q) : p = q := propext h", {"propext"}),
        (": 1 = 2 := sorry", {"sorryAx"}),
        (": 1 = 1 := rfl", set()),
    ],
)
def test_the_axioms_of_trusted_modules_are_told(
    verifier: Verifier, compile: Compile, proof: str, axioms: set[str]
) -> None:
    assert set(look(verifier, compile(f"theorem t {proof}")).axioms) == axioms


def test_all_of_a_text_is_looked_at_where_no_theorem_is_named(
    verifier: Verifier, compile: Compile
) -> None:
    found = look(verifier, compile("def a := 1\ntheorem b : 1 = 2 := sorry"), theorem=None)
    assert found.axioms == ("sorryAx",)


@pytest.mark.slow
def test_a_look_beyond_its_deadline_or_memory_is_no_verdict(
    toolchain: Toolchain, compile: Compile
) -> None:
    text = "def f : Nat → Nat → Nat | 0, x => x | n + 1, x => f n (x * x)\n"
    slow = compile(f"{text}{OFF}theorem t : f 40 3 % 2 = 1 := by decide +kernel")
    library = replayer_for(toolchain).library
    with_limit = Verifier(toolchain, ["Init"], [], library=library, memory_mb=256)
    try:
        look(with_limit, compile(HONEST["a proof"]))
        with pytest.raises((LeanTimeoutError, LeanMemoryError)):
            with_limit.look(Question(slow, theorem="t"), Deadline(3))
        look(with_limit, compile(HONEST["a proof"]))
    finally:
        with_limit.close()


class Recorder:
    """A kernel that accepts everything, and notes in which order it came."""

    def __init__(self, refuses: str = "", lacks: str = "") -> None:
        self.order: list[int] = []
        self._refuses, self._lacks = refuses, lacks

    def add(self, constant: Constant) -> None:
        if self._refuses == constant.kind:
            raise KernelRefusal("no")
        self.order.append(constant.name)

    def add_inductive(self, level_params, parameters, types) -> None:
        for type, constructors in types:
            self.order += [type.name, *(one.name for one in constructors)]

    def has(self, constant: Constant) -> bool:
        return self._lacks != constant.kind


@pytest.mark.parametrize("name", HONEST)
def test_each_constant_is_replayed_behind_all_that_it_rests_on(compile: Compile, name: str) -> None:
    terms, kernel = Terms(), Recorder()
    file = ModuleFile("Proof", compile(HONEST[name]), terms)
    replay(kernel, file, terms)
    place = {one: i for i, one in enumerate(kernel.order)}
    assert len(place) == len(kernel.order)
    for one in file.names:
        constant = file.constant(one)
        if constant.safety == "safe" and constant.kind != "recursor":
            assert one in place
            if constant.kind in ("definition", "theorem", "opaque"):
                used = file.uses(one) & place.keys()
                assert all(place[below] < place[one] for below in used)


def test_what_the_kernel_made_otherwise_is_refused(compile: Compile) -> None:
    terms = Terms()
    file = ModuleFile("Proof", compile(HONEST["nested and mutual types"]), terms)
    with pytest.raises(Refusal, match="the kernel made another recursor of it, or none"):
        replay(Recorder(lacks="recursor"), file, terms)
    with pytest.raises(Refusal, match=": no"):
        replay(Recorder(refuses="theorem"), file, terms)


def test_a_quotient_of_the_texts_own_is_refused() -> None:
    terms = Terms()
    writer, name = Writer(terms), terms.name("Q")
    heading = writer.heading(name, terms.make(("sort", terms.zero)))
    quotient = writer.object(4, [writer.object(0, [heading], b"\0")])
    file = ModuleFile("own", [writer.whole([writer.name(name)], [quotient])], terms)
    with pytest.raises(Refusal, match="the kernel's own quotient"):
        replay(Recorder(), file, terms)


class Given:
    """What a file would declare, given as constants."""

    def __init__(self, *constants: Constant) -> None:
        self._constants = {one.name: one for one in constants}
        self.names = self._constants.keys()

    def constant(self, name: int) -> Constant:
        return self._constants[name]

    def uses(self, name: int) -> frozenset[int]:
        return frozenset()


@pytest.mark.parametrize(
    ("lacks", "why"),
    [("group", "its group of inductive types is not whole"), ("constructor", "that is not there")],
)
def test_a_group_of_types_that_is_not_whole_is_refused(lacks: str, why: str) -> None:
    terms = Terms()
    first, second, made = map(terms.name, ("I", "J", "I.a"))
    prop = terms.make(("sort", terms.zero))
    group = (first,) if lacks == "constructor" else (first, second)
    counts = (0, 0, 0)
    one = Constant(first, "inductive", (), prop, None, group=group, counts=counts)
    if lacks == "constructor":
        one = dataclasses.replace(one, constructors=(made,))
    other = Constant(second, "inductive", (), prop, None, group=(second,), counts=counts)
    with pytest.raises(Refusal, match=why):
        replay(Recorder(), Given(one, other), terms)  # type: ignore[arg-type]


def constant_at(file: ModuleFile, name: str) -> tuple[int, int]:
    """Return where a constant's own object and its heading begin in a file of one part."""
    region = file._region
    outer = region.index(file._places[file._terms.name(name)])
    inner = region.index(region.words[outer + 1])
    return 8 * inner, 8 * region.index(region.words[inner + 1])


def test_a_recursor_of_another_type_is_refused(verifier: Verifier, compile: Compile) -> None:
    parts = compile("inductive I | a\ntheorem t : I.a = I.a := rfl")
    file = ModuleFile("Proof", parts, Terms())
    _, heading = constant_at(file, "I.rec")
    _, other = constant_at(file, "t")
    data = bytearray(parts[0])
    data[heading + 24 : heading + 32] = data[other + 24 : other + 32]
    assert "I.rec: the kernel made another recursor" in told(refused(verifier, (bytes(data),)))


def test_a_constructor_of_another_kind_is_refused(verifier: Verifier, compile: Compile) -> None:
    """The recursor is made a constructor of the type, which comes with the type."""
    parts = compile("inductive I | a\ntheorem t : I.a = I.a := rfl")
    file = ModuleFile("Proof", parts, Terms())
    base, data = file._region.base, bytearray(parts[0])
    data += bytes(-len(data) % 8)
    recursor, _ = constant_at(file, "I.rec")
    _, parent = constant_at(file, "I")
    heading, parent = (
        int.from_bytes(data[place + 8 : place + 16], "little") for place in (recursor, parent)
    )
    inner = base + len(data)
    data += struct.pack("<QQQQQQQ", 56 << 32 | 5 << 48, heading, parent, 1, 1, 1, 0)
    outer = base + len(data)
    data += struct.pack("<QQ", 16 << 32 | 1 << 48 | 6 << 56, inner)
    place = file._places[file._terms.name("I.rec")].to_bytes(8, "little")
    at = data.find(place)
    data[at : at + 8] = outer.to_bytes(8, "little")
    why = "I.rec: the kernel made another constructor"
    assert why in told(refused(verifier, (bytes(data),)))


def in_state(pid: int, state: str) -> list[psutil.Process]:
    """Return the children of a process that are in a state."""
    found = []
    for child in psutil.Process(pid).children():
        with contextlib.suppress(psutil.NoSuchProcess):
            if child.status() == state:
                found.append(child)
    return found


def test_a_child_that_is_killed_while_it_waits_costs_nobody_a_verdict(
    verifier: Verifier, compile: Compile
) -> None:
    text, pid = compile("theorem t : 1 = 1 := rfl"), verifier.pid
    look(verifier, text)
    # The next child is forked behind the answer.
    wait_until(lambda: in_state(pid, psutil.STATUS_SLEEPING))
    for child in in_state(pid, psutil.STATUS_SLEEPING):
        child.kill()
    wait_until(lambda: in_state(pid, psutil.STATUS_ZOMBIE))
    assert look(verifier, text).axioms == ()
    assert verifier.pid == pid


def test_a_verifier_that_is_closed_leaves_nothing_that_waits(toolchain: Toolchain) -> None:
    verifier = Verifier(toolchain, ["Init"], [], library=None)
    verifier.start(Deadline(120))
    wait_until(lambda: in_state(verifier.pid, psutil.STATUS_SLEEPING))
    waiting = in_state(verifier.pid, psutil.STATUS_SLEEPING)
    verifier.close()
    assert psutil.wait_procs(waiting, timeout=120)[1] == []
