"""The reader of compiled modules: what Lean wrote is read, whatever else is refused by name."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lengths import length
from olean_writer import BASE, Writer

from pytest_lean import Toolchain
from pytest_lean.judge.library import Library
from pytest_lean.judge.olean import ModuleFile
from pytest_lean.judge.printing import print_exactly, print_for_people
from pytest_lean.judge.region import OleanError, read_parts
from pytest_lean.judge.terms import Terms

SAMPLE = """
universe u
inductive Tree (α : Type u) where
  | leaf | node (left : Tree α) (value : α) (right : Tree α)
structure Point where
  x : Nat
  y : Nat
namespace Tree
def size {α : Type u} : Tree α → Nat
  | leaf => 0
  | node l _ r => l.size + 1 + r.size
end Tree
def big : Nat := 123456789012345678901234567890
def text : String := "zwölf ∀"
partial def loop (n : Nat) : Nat := loop (n + 1)
unsafe def wild : Nat := 1
axiom chosen : 1 = 2
theorem plain : ∀ a b : Nat, a + b = b + a := Nat.add_comm
theorem rests : 2 = 1 := chosen.symm
instance : Inhabited Point := ⟨⟨0, 1⟩⟩
example : Point → Nat := fun p => let q := p; q.2
"""


@pytest.fixture(scope="module")
def sample(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(toolchain, tmp_path_factory.mktemp("sample"), SAMPLE)


def compiled(toolchain: Toolchain, folder: Path, text: str, name: str = "Sample") -> Path:
    from pytest_lean.toolchain.cache import compile_module

    source = folder / f"{name}.lean"
    source.write_text(text, encoding="utf-8")
    output = source.with_suffix(".olean")
    compile_module(toolchain, folder, source, output, cache=folder)
    return output


def read(path: Path, terms: Terms | None = None) -> ModuleFile:
    return ModuleFile.open(path.stem, path, terms or Terms())


def everything(file: ModuleFile) -> None:
    for name in file.names:
        file.kind(name)
        file.uses(name)
        file.constant(name)


def test_it_tells_what_each_constant_is(sample: Path) -> None:
    terms = Terms()
    file = read(sample, terms)
    assert file.imports == ("Init",)
    kinds = {terms.show(name): file.constant(name).kind for name in file.names}
    assert {name: kinds[name] for name in ("Tree", "Tree.node", "Tree.rec", "Tree.size")} == {
        "Tree": "inductive",
        "Tree.node": "constructor",
        "Tree.rec": "recursor",
        "Tree.size": "definition",
    }
    assert (kinds["chosen"], kinds["plain"], kinds["loop"]) == ("axiom", "theorem", "opaque")
    assert all(kinds[terms.show(name)] == file.kind(name) for name in file.names)
    assert file.constant(terms.name("wild")).safety == "unsafe"
    assert file.constant(terms.name("plain")).safety == "safe"


def test_it_reads_literals_of_any_size(sample: Path) -> None:
    terms = Terms()
    file = read(sample, terms)
    for name, literal in (
        ("big", ("nat", 123456789012345678901234567890)),
        ("text", ("text", "zwölf ∀")),
    ):
        value = file.constant(terms.name(name)).value
        assert value is not None
        assert terms._numbers[literal] in below(terms, value)


def below(terms: Terms, root: int) -> set[int]:
    found = {root}
    waiting = [root]
    while waiting:
        node = terms.nodes[waiting.pop()]
        if node[0] in ("app", "lam", "pi", "let"):
            waiting += set(node[1:]) - found
            found |= set(node[1:])
    return found


def test_equal_types_of_two_files_are_one_term(toolchain: Toolchain, tmp_path: Path) -> None:
    terms = Terms()
    first = read(compiled(toolchain, tmp_path, "theorem t (a : Nat) : a = a := rfl", "A"), terms)
    text = "def f := 1\ntheorem t : ∀ {b : Nat}, b = b := rfl\ntheorem u : ∀ b, b = f := sorry"
    second = read(compiled(toolchain, tmp_path, text, "B"), terms)
    types = [file.constant(terms.name("t")).type for file in (first, second)]
    assert types[0] == types[1] != second.constant(terms.name("u")).type


def test_what_a_constant_uses_is_what_its_terms_speak_of(sample: Path) -> None:
    terms = Terms()
    file = read(sample, terms)
    for name in file.names:
        constant = file.constant(name)
        own = [constant.type, *(rule.value for rule in constant.rules)]
        spoken = terms.constants_in([*own, *([constant.value] if constant.value else [])])
        others = {*constant.constructors, *(rule.constructor for rule in constant.rules)}
        if constant.kind in ("inductive", "recursor"):
            others |= set(constant.group)
        if constant.parent is not None:
            others.add(constant.parent)
        assert file.uses(name) == spoken | others


def test_a_file_of_the_module_system_is_read_with_its_private_part(
    toolchain: Toolchain, tmp_path: Path
) -> None:
    text = (
        "module\nprelude\npublic section\n"
        "inductive One where | one\n"
        "inductive Same {α : Sort u} : α → α → Prop where | refl (a : α) : Same a a\n"
        "theorem proved : Same One.one One.one := Same.refl _"
    )
    path = compiled(toolchain, tmp_path, text)
    terms = Terms()
    file = read(path, terms)
    assert file.is_module
    assert file.kind(terms.name("proved")) == "theorem"
    everything(file)
    path.with_suffix(".olean.private").unlink()
    with pytest.raises(OleanError, match="its proofs"):
        read(path)


def test_a_private_part_may_add_nothing_of_its_own(toolchain: Toolchain, tmp_path: Path) -> None:
    """Then it is a header whose root is an object of the public part."""
    path = compiled(toolchain, tmp_path, "module\npublic import Init\n")
    assert path.with_suffix(".olean.private").stat().st_size < 112
    file = read(path)
    assert file.is_module
    assert list(file.names) == []


@pytest.mark.parametrize("names", ["AB", "BA"])
def test_the_parts_of_other_modules_are_refused(
    toolchain: Toolchain, tmp_path: Path, names: str
) -> None:
    """Of two modules one has the lower address, so that the other's part stands far above."""
    text = "module\nprelude\npublic section\ninductive One where | one\n"
    first, second = (compiled(toolchain, tmp_path, text, name) for name in names)
    second.with_suffix(".olean.private").replace(first.with_suffix(".olean.private"))
    with pytest.raises(OleanError, match=r"belong together|in their order"):
        read(first)


@pytest.mark.parametrize("version", [0, 3, 255])
def test_a_format_that_is_not_known_is_refused_by_its_number(sample: Path, version: int) -> None:
    data = bytearray(sample.read_bytes())
    data[5] = version
    with pytest.raises(OleanError, match=f"version {version} of the format is not known"):
        ModuleFile("sample", [bytes(data)], Terms())


def test_a_file_of_version_1_that_was_cut_off_is_refused() -> None:
    terms = Terms()
    raw = Writer(terms, version=1).module({terms.name("a"): terms.make(("sort", terms.zero))})
    with pytest.raises(OleanError, match="it was cut off"):
        ModuleFile("cut", [raw[:-16] + bytes(16)], terms)


@pytest.mark.parametrize("size", [0, 1, 80, 95])
def test_a_file_without_a_whole_head_is_no_module(sample: Path, size: int) -> None:
    with pytest.raises(OleanError, match="no compiled module"):
        ModuleFile("sample", [sample.read_bytes()[:size]], Terms())


def test_a_missing_or_empty_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(OleanError, match="cannot be read"):
        read_parts(tmp_path / "None.olean")


@pytest.mark.parametrize(
    "count", [100, pytest.param(length("MUTATED_MODULES"), marks=pytest.mark.slow)]
)
def test_whatever_the_bytes_are_the_reader_returns_or_refuses(sample: Path, count: int) -> None:
    whole = sample.read_bytes()
    chance = random.Random(count)
    refused = 0
    for _ in range(count):
        try:
            everything(ModuleFile("mutated", [mutated(whole, chance)], Terms()))
        except OleanError:
            refused += 1
    assert refused > count // 4


def mutated(whole: bytes, chance: random.Random) -> bytes:
    """Return a file that was cut, shifted, or changed in one to forty places."""
    data = bytearray(whole)
    way = chance.randrange(6)
    if way == 0:
        return bytes(data[: chance.randrange(len(data))])
    if way == 1:
        del data[(at := chance.randrange(len(data))) : at + chance.randrange(1, 64)]
        return bytes(data)
    for _ in range(chance.choice((1, 1, 5, 40))):
        at = chance.randrange(len(data) // 8) * 8
        if way == 2:
            data[at + chance.randrange(8)] ^= 1 << chance.randrange(8)
        elif way == 3:
            data[at : at + 8] = data[(other := chance.randrange(len(data) // 8) * 8) : other + 8]
        elif way == 4:
            data[at : at + 8] = chance.choice((bytes(8), b"\xff" * 8, chance.randbytes(8)))
        else:
            data[at + 4 : at + 8] = chance.randbytes(4)
    return bytes(data)


@pytest.mark.slow
@pytest.mark.parametrize(("version", "gmp"), [(1, True), (2, True), (2, False)])
@settings(max_examples=25)
@given(data=st.data())
def test_what_is_written_in_a_format_is_read_again(
    version: int, gmp: bool, data: st.DataObject
) -> None:
    terms = Terms()
    types = data.draw(st.lists(written_terms(terms), min_size=1, max_size=8))
    constants = {terms.name(f"c.«x y».{i}"): type for i, type in enumerate(types)}
    raw = Writer(terms, version, gmp=gmp).module(constants)
    file = ModuleFile("written", [raw], terms)
    assert {name: file.constant(name).type for name in file.names} == constants


def written_terms(terms: Terms) -> st.SearchStrategy[int]:
    """Return any term of the store, closed or not; the format does not care."""
    name = st.sampled_from(["a", "A.b", "«∀ x».c", "p.0.q"]).map(terms.name)
    level = st.recursive(
        st.one_of(st.just(terms.zero), name.map(lambda one: terms.make(("param", one)))),
        lambda below: st.one_of(
            below.map(lambda one: terms.make(("succ", one))),
            st.tuples(st.sampled_from(["max", "imax"]), below, below).map(terms.make),
        ),
        max_leaves=4,
    )
    number = st.one_of(st.integers(0, 9), st.integers(0, 1 << 200))
    leaf = st.one_of(
        st.tuples(st.just("bvar"), st.integers(0, 60000)),
        st.tuples(st.just("sort"), level),
        st.tuples(st.just("const"), name, st.lists(level, max_size=3).map(tuple)),
        st.tuples(st.just("nat"), number),
        st.tuples(st.just("text"), st.text()),
    ).map(terms.make)
    return st.recursive(
        leaf,
        lambda below: st.one_of(
            st.tuples(st.sampled_from(["app", "lam", "pi"]), below, below),
            st.tuples(st.just("let"), below, below, below),
            st.tuples(st.just("proj"), name, st.integers(0, 99), below),
        ).map(terms.make),
        max_leaves=12,
    )


def test_a_number_that_is_too_large_is_refused() -> None:
    terms = Terms()
    raw = Writer(terms).module({terms.name("a"): terms.make(("nat", 1 << (1 << 23)))})
    file = ModuleFile("written", [raw], terms)
    with pytest.raises(OleanError, match="too large"):
        file.constant(terms.name("a"))


def test_a_deep_term_is_read_without_recursion() -> None:
    terms = Terms()
    term = terms.make(("sort", terms.zero))
    deep = [term := terms.make(("lam", term, term)) for _ in range(3000)][-1]
    writer = Writer(terms)
    for number in range(deep):
        if terms.nodes[number][0] in ("sort", "lam"):
            writer.expression(number)
    file = ModuleFile("written", [writer.module({terms.name("a"): deep})], terms)
    assert file.constant(terms.name("a")).type == deep


@pytest.mark.parametrize("kind", ["free variable", "metavariable"])
def test_a_variable_that_has_no_place_in_a_module_is_refused(kind: str) -> None:
    terms = Terms()
    writer = Writer(terms)
    type = terms.make(("sort", terms.zero))
    tag = 1 if kind == "free variable" else 2
    writer.made[type] = writer.object(tag, [writer.name(terms.name("x"))], b"data")
    file = ModuleFile("written", [writer.module({terms.name("a"): type})], terms)
    with pytest.raises(OleanError, match="no term"):
        file.constant(terms.name("a"))


@pytest.mark.slow
@settings(max_examples=6)
@given(data=st.data())
def test_a_term_that_is_printed_exactly_is_the_same_term_to_lean(
    toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("printed")
    sources = data.draw(st.lists(lean_propositions(), min_size=5, max_size=20))
    texts = [f"def p{i} : Prop := {source}" for i, source in enumerate(sources)]
    terms = Terms()
    first = read(compiled(toolchain, folder, "\n".join(texts), "A"), terms)
    values = [first.constant(terms.name(f"p{i}")).value for i in range(len(sources))]
    printed = [print_exactly(terms, value) for value in values if value is not None]
    again = [f"def p{i} : Prop := {text}" for i, text in enumerate(printed)]
    second = read(compiled(toolchain, folder, "\n".join(again), "B"), terms)
    assert [second.constant(terms.name(f"p{i}")).value for i in range(len(sources))] == values


def lean_propositions() -> st.SearchStrategy[str]:
    """Return closed propositions about numbers, lists and texts, as a person writes them."""
    number = st.recursive(
        st.one_of(st.integers(0, 1 << 70).map(str), st.sampled_from(["n", "m"])),
        lambda below: st.one_of(
            st.tuples(below, st.sampled_from("+*-/%"), below).map(
                lambda t: f"(({t[0]} : Nat) {t[1]} {t[2]})"
            ),
            below.map(lambda t: f"((fun k : Nat => k + {t}) 3)"),
            below.map(lambda t: f"({t}, true).1"),
            below.map(lambda t: f"(let k : Nat := {t}; k + k)"),
            below.map(lambda t: f"[{t}, 2].length"),
        ),
        max_leaves=5,
    )
    text = st.text('aé∀"\\\n∃', max_size=4).map(
        lambda t: '"' + t.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    )
    atom = st.one_of(
        st.tuples(number, st.sampled_from(["=", "<", "≤", "≠", "∣"]), number).map(
            lambda t: f"({t[0]} : Nat) {t[1]} {t[2]}"
        ),
        st.tuples(text, text).map(" = ".join),
        number.map(lambda t: f"∃ k : Nat, k = {t}"),
        number.map(lambda t: f"∀ α : Type, ∀ x : α, [x].length = ({t} : Nat)"),
    )
    proposition = st.recursive(
        atom,
        lambda below: st.one_of(
            st.tuples(below, st.sampled_from(["∧", "∨", "→", "↔"]), below).map(
                lambda t: f"(({t[0]}) {t[1]} ({t[2]}))"
            ),
            below.map(lambda t: f"¬({t})"),
        ),
        max_leaves=4,
    )
    return proposition.map(lambda t: f"∀ n m : Nat, {t}")


def test_people_read_the_usual_notation_for_what_trusted_modules_declare(
    toolchain: Toolchain, tmp_path: Path
) -> None:
    texts = [
        "∀ (a : Nat) (b : Nat), a + b * 2 = b * 2 + a",
        "∀ (p : Prop) (q : Prop), p ∧ q → ¬q ∨ p",
        "∃ n : Nat, n ^ 2 ≤ 5 ∧ n ≠ 1",
        "∀ (xs : List Nat), List.length (xs ++ xs) = 2 * List.length xs",
    ]
    source = "\n".join(f"theorem t{i} : {text} := sorry" for i, text in enumerate(texts))
    terms = Terms()
    file = read(compiled(toolchain, tmp_path, source), terms)
    core = Library(toolchain.search_path, ["Init"], terms)
    printed = [
        print_for_people(
            terms, file.constant(terms.name(f"t{i}")).type, core.__contains__, core.explicit
        )
        for i in range(len(texts))
    ]
    assert printed == texts


def test_a_notation_of_the_texts_own_is_not_printed_as_lean_s(
    toolchain: Toolchain, tmp_path: Path
) -> None:
    text = (
        "instance (priority := 100000) own : OfNat Nat 2 := ⟨1⟩\n"
        "theorem t : 1 = 2 := rfl\n"
        "def Nat.less (_ _ : Nat) : Prop := True\n"
        "instance (priority := 100000) less : LT Nat := ⟨Nat.less⟩\n"
        "theorem u : 3 < 1 := trivial"
    )
    terms = Terms()
    file = read(compiled(toolchain, tmp_path, text), terms)
    core = Library(toolchain.search_path, ["Init"], terms)
    for name, own in (("t", "own"), ("u", "less")):
        type = file.constant(terms.name(name)).type
        assert f"@{own}" in print_for_people(terms, type, core.__contains__, core.explicit)


class Malformed:
    """A module of one axiom ``a : Prop``, which goes wrong in one way."""

    def __init__(self, way: str) -> None:
        self.terms = Terms()
        self.writer = Writer(self.terms)
        self.a, self.b = self.terms.name("a"), self.terms.name("b")
        self.type = self.terms.make(("sort", self.terms.zero))
        self.bytes = self.writer.whole(*getattr(self, way)())

    def named(self, *names: int) -> list[int]:
        return [self.writer.name(name) for name in names]

    def whole(self) -> tuple[list[int], list[int]]:
        return self.named(self.a), [self.writer.axiom(self.a, self.type)]

    def two_constants_of_one_name(self) -> tuple[list[int], list[int]]:
        return self.named(self.a, self.a), [self.writer.axiom(self.a, self.type)] * 2

    def a_name_without_a_constant(self) -> tuple[list[int], list[int]]:
        return self.named(self.a, self.b), [self.writer.axiom(self.a, self.type)]

    def a_constant_under_another_name(self) -> tuple[list[int], list[int]]:
        return self.named(self.a), [self.writer.axiom(self.b, self.type)]

    def a_heading_of_another_kind(self) -> tuple[list[int], list[int]]:
        writer = self.writer
        heading = writer.object(1, [writer.name(self.a), 1, writer.expression(self.type)])
        return self.named(self.a), [writer.object(0, [writer.object(0, [heading], b"\0")])]

    def a_third_truth_value(self) -> tuple[list[int], list[int]]:
        heading = self.writer.heading(self.a, self.type)
        inner = self.writer.object(0, [heading], b"\2")
        return self.named(self.a), [self.writer.object(0, [inner])]

    def a_text_of_another_length(self) -> tuple[list[int], list[int]]:
        raw = struct.pack("<QQQQ", 1 << 32 | 249 << 56, 2, 2, 2) + b"a\0"
        name = self.writer.object(1, [1, self.writer.put(raw)], b"hash")
        return [name], [self.writer.axiom(self.a, self.type)]

    def a_text_without_an_end(self) -> tuple[list[int], list[int]]:
        raw = struct.pack("<QQQQ", 1 << 32 | 249 << 56, 0, 0, 0)
        name = self.writer.object(1, [1, self.writer.put(raw)], b"hash")
        return [name], [self.writer.axiom(self.a, self.type)]

    def an_array_that_is_too_long(self) -> tuple[list[int], list[int]]:
        """The imports stand at the end of the file, which has none of the five."""
        finish = self.writer.finish

        def longer(root: int) -> bytes:
            place = self.writer.put(struct.pack("<QQQ", 1 << 32 | 246 << 56, 5, 5))
            at = root - BASE + 8
            self.writer.data[at : at + 8] = struct.pack("<Q", place)
            return finish(root)

        self.writer.finish = longer
        return self.whole()

    def a_small_number_that_is_written_large(self) -> tuple[list[int], list[int]]:
        number = self.writer.number
        self.writer.number = lambda value: number(1 << 63)
        self.type = self.terms.make(("nat", 1 << 63))
        names, infos = self.whole()
        start = self.writer.data.find((1 << 63).to_bytes(8, "little"))
        self.writer.data[start : start + 8] = (5).to_bytes(8, "little")
        return names, infos

    def a_term_that_is_a_part_of_itself(self) -> tuple[list[int], list[int]]:
        place = BASE + len(self.writer.data)
        self.writer.made[self.type] = self.writer.object(5, [place, place], b"data")
        return self.whole()

    def a_variable_beyond_all_binders(self) -> tuple[list[int], list[int]]:
        self.type = self.terms.make(("bvar", 1 << 40))
        return self.whole()


MALFORMED = [way for way in vars(Malformed) if way.startswith(("a_", "an_", "two_"))]


@pytest.mark.parametrize("way", MALFORMED)
def test_a_malformed_file_is_refused(way: str) -> None:
    malformed = Malformed(way)
    with pytest.raises(OleanError):
        everything(ModuleFile("malformed", [malformed.bytes], malformed.terms))


def test_a_file_that_is_not_malformed_is_read() -> None:
    whole = Malformed("whole")
    everything(ModuleFile("whole", [whole.bytes], whole.terms))
