"""The embedded core library: sound, complete in its own claims, and written to be read.

The sweep asks Lean for the axioms of every declaration that the compiled library records
(the ``.ilean`` files), and prints a table of them (``pytest -s``).
"""

from __future__ import annotations

import collections
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pytest_lean import LeanConfig, LeanServer, Toolchain
from pytest_lean.judge.axioms import AxiomMap
from pytest_lean.judge.library import Library
from pytest_lean.toolchain.embedded import core_sources

SOURCES = core_sources()
NATIVES = ("Init.Natives.", "Lean.Programs.")
AXIOMS = {"propext", "Quot.sound", "Classical.choice"}
# What compiled code is made of. They are `unsafe`: the kernel lets no theorem use them.
COMPILER = {"lcErased", "lcVoid", "lcAny", "lcProof", "lcUnreachable", "lcCast", "Quot.lcInv"}
SORRY = "sorryAx"
BATCH = 1000
LONGEST_FILE = 420
LONGEST_LINE = 110

_ANSWER = re.compile(r"'(.+)' (?:depends on axioms: \[(.*)\]|does not depend on any axioms)", re.S)
_AXIOM = re.compile(r"^\s*(?:private\s+|protected\s+)?(unsafe\s+)?axiom\s+([\w.]+)", re.MULTILINE)
_EXTERN = re.compile(r'extern\s+(?:\w+\s+)?"([^"]*)"')
_COMMENT = re.compile(r"/-.*?-/|--[^\n]*", re.DOTALL)


def compiled_names(toolchain: Toolchain) -> set[str]:
    """Return every name that the compiled library declares or defines."""
    names: set[str] = set()
    for folder in toolchain.search_path:
        for path in Path(folder).rglob("*.ilean"):
            index = json.loads(path.read_text(encoding="utf-8"))
            names.update(index["decls"])
            for key, entry in index["references"].items():
                constant = json.loads(key).get("c")
                if constant and entry.get("definition"):
                    names.add(constant["n"])
    return names


def is_private(name: str) -> bool:
    """Return whether no file can write the name; it counts with the public ones that use it."""
    return name.startswith("_private.")


def code(path: Path) -> str:
    """Return a source without its comments."""
    return _COMMENT.sub("", path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lean(toolchain: Toolchain) -> Iterator[LeanServer]:
    config = LeanConfig(toolchain=toolchain, options={"maxErrors": 1_000_000}, timeout=300)
    with LeanServer(config) as server:
        yield server


@pytest.fixture(scope="module")
def axioms(lean: LeanServer, toolchain: Toolchain) -> dict[str, frozenset[str]]:
    """Every public declaration of the library with the axioms that it depends on."""
    names = sorted(name for name in compiled_names(toolchain) if not is_private(name))
    found: dict[str, frozenset[str]] = {}
    for first in range(0, len(names), BATCH):
        batch = names[first : first + BATCH]
        asked = "".join(f"#print axioms {name}\n" for name in batch)
        response = lean.run(f"import Std\nimport Lean\n{asked}")
        assert response.ok, response.errors[:5]
        for message in response.infos:
            answer = _ANSWER.fullmatch(message.data)
            assert answer, message.data
            name = batch[message.start_pos.line - 3]
            used = (answer[2] or "").split(",")
            found[name] = frozenset(axiom.strip() for axiom in used if axiom.strip())
    assert found.keys() == set(names)
    return found


@pytest.mark.slow
def test_no_declaration_depends_on_more_than_the_three_axioms(
    axioms: dict[str, frozenset[str]], lean: LeanServer
) -> None:
    table = collections.Counter(", ".join(sorted(used)) or "none" for used in axioms.values())
    print(f"\n{'axioms':<45} declarations")
    for used, count in table.most_common():
        print(f"{used:<45} {count:>12}")
    print(f"{'all':<45} {len(axioms):>12}")
    excess = {name: used - AXIOMS for name, used in axioms.items() if used - AXIOMS}
    unsafe = {name for name in excess if lean.run(f"#print {name}").infos[0].data[:6] == "unsafe"}
    assert {name: used for name, used in excess.items() if name not in unsafe | {SORRY}} == {}
    assert excess.pop(SORRY) == {SORRY}
    assert {axiom for used in excess.values() for axiom in used} <= COMPILER


@pytest.mark.slow
def test_the_reader_of_compiled_modules_finds_the_axioms_that_lean_finds(
    axioms: dict[str, frozenset[str]], toolchain: Toolchain
) -> None:
    library = Library(toolchain.search_path, ["Init"])
    names = {
        library.terms.show(one): one for file in library.modules.values() for one in file.names
    }
    found = AxiomMap(library, names.values()).axioms
    shown = {
        name: frozenset(map(library.terms.show, found[names[name]]))
        for name in axioms.keys() & names.keys()
    }
    assert shown == {name: axioms[name] for name in shown}
    assert len(shown) > 4000


def test_the_sweep_reaches_every_module(toolchain: Toolchain) -> None:
    compiled = {
        ".".join(path.relative_to(folder).with_suffix("").parts)
        for folder in toolchain.search_path
        for path in Path(folder).rglob("*.ilean")
    }
    assert compiled == set(SOURCES)


@pytest.mark.parametrize("constant", sorted(COMPILER - {"Quot.lcInv"}))
def test_no_theorem_can_use_a_constant_of_the_compiler(lean: LeanServer, constant: str) -> None:
    response = lean.run(f"theorem wrong : 1 = 2 := by\n  have := @{constant}\n  exact lcProof")
    assert any("unsafe" in error.data for error in response.errors)


def test_an_unsafe_cast_proves_nothing(lean: LeanServer) -> None:
    response = lean.run("theorem wrong : 1 = 2 := unsafeCast (rfl : 1 = 1)")
    assert any("unsafe" in error.data for error in response.errors)


def test_an_implementation_cannot_be_proved_from(lean: LeanServer) -> None:
    program = (
        "def two : Nat := 2\n"
        "@[implemented_by two] def one : Nat := 1\n"
        "theorem right : one = 1 := by decide\n"
        "theorem wrong : one = 2 := by decide\n"
    )
    [error] = lean.run(program).errors
    assert error.start_pos.line == 4


def test_the_axioms_are_declared_once_and_are_no_others() -> None:
    declared = [found for path in SOURCES.values() for found in _AXIOM.findall(code(path))]
    assert sorted(name for unsafe, name in declared if not unsafe) == sorted(AXIOMS | {SORRY})
    assert {name for unsafe, name in declared if unsafe} == COMPILER


def test_no_source_says_sorry() -> None:
    assert [
        name
        for name, path in SOURCES.items()
        if re.search(r"\b(sorry|(?<!opaque )admit)\b(?!Ax)", code(path))
    ] == []


@pytest.mark.parametrize("module", SOURCES)
def test_a_module_says_at_its_head_what_it_holds(module: str) -> None:
    text = SOURCES[module].read_text(encoding="utf-8")
    head = re.match(
        r"module\s+(?:(?:prelude|(?:public )?(?:meta )?import [\w.]+)\s+)*/-!\s*(\S.+?)-/",
        text,
        re.S,
    )
    assert head, text[:200]
    assert len(head[1].split()) >= 5


@pytest.mark.parametrize("module", SOURCES)
def test_a_module_fits_in_one_reading(module: str) -> None:
    assert len(SOURCES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_no_line_is_longer_than_a_screen() -> None:
    lines = (
        (f"{name}:{number}", len(line))
        for name, path in SOURCES.items()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    )
    assert [(place, length) for place, length in lines if length > LONGEST_LINE] == []


def test_bound_natives_stand_in_two_places() -> None:
    """Elsewhere ``extern`` names only a function of the runtime, of which all are ``lean_``."""
    assert {
        (name, bound)
        for name, path in SOURCES.items()
        if not name.startswith(NATIVES)
        for bound in _EXTERN.findall(code(path))
        if not bound.startswith("lean_")
    } == set()


def test_the_root_imports_every_module() -> None:
    imported: set[str] = set()
    todo = ["Init", "Std", "Lean"]
    while todo:
        module = todo.pop()
        if module in SOURCES and module not in imported:
            imported.add(module)
            found = re.findall(r"^(?:public |meta )*import ([\w.]+)", code(SOURCES[module]), re.M)
            todo.extend(found)
    assert imported == set(SOURCES)


# The kernel computes these functions on literals with big integers, whatever their
# definitions say: if a definition said anything else, False would be provable.
KERNEL_ARITHMETIC = [
    "(a b : Nat) : a + 0 = a ∧ a + (b + 1) = (a + b) + 1 := ⟨rfl, rfl⟩",
    "(a b : Nat) : a * 0 = 0 ∧ a * (b + 1) = a * b + a := ⟨rfl, rfl⟩",
    "(a b : Nat) : a ^ 0 = 1 ∧ a ^ (b + 1) = a ^ b * a := ⟨rfl, rfl⟩",
    "(a : Nat) : Nat.pred 0 = 0 ∧ Nat.pred (a + 1) = a := ⟨rfl, rfl⟩",
    "(a b : Nat) : a - 0 = a ∧ a - (b + 1) = Nat.pred (a - b) := ⟨rfl, rfl⟩",
    "(a b : Nat) : (Nat.beq a b = true) ↔ a = b := ⟨Nat.eq_of_beq_eq_true, fun h => h ▸ by simp⟩",
    "(a b : Nat) : Nat.ble 0 b = true ∧ Nat.ble (a + 1) 0 = false := ⟨by cases b <;> rfl, rfl⟩",
    "(a b : Nat) : Nat.ble (a + 1) (b + 1) = Nat.ble a b := rfl",
    "(a b : Nat) : b * (a / b) + a % b = a := Nat.div_add_mod a b",
    "(a b : Nat) (h : 0 < b) : a % b < b := Nat.mod_lt a h",
    "(a : Nat) : a / 0 = 0 ∧ a % 0 = a := ⟨Nat.div_zero a, Nat.mod_zero a⟩",
    "(a b : Nat) : Nat.gcd a b ∣ a := Nat.gcd_dvd_left a b",
    "(a b : Nat) : Nat.gcd a b ∣ b := Nat.gcd_dvd_right a b",
    "(a b k : Nat) (h : k ∣ a) (h' : k ∣ b) : k ∣ Nat.gcd a b := Nat.dvd_gcd h h'",
    "(a b : Nat) : a <<< 0 = a ∧ a <<< (b + 1) = (2 * a) <<< b := ⟨rfl, rfl⟩",
    "(a b : Nat) : a >>> 0 = a ∧ a >>> (b + 1) = (a >>> b) / 2 := ⟨rfl, rfl⟩",
    "(a : Nat) : Nat.log2 a = Nat.log2Go a a := rfl",
    "(a b : Nat) : a &&& b = Nat.bitwise and a b := rfl",
    "(a b : Nat) : a ||| b = Nat.bitwise or a b := rfl",
    "(a b : Nat) : a ^^^ b = Nat.bitwise bne a b := rfl",
]
GRID = [(a, b) for a in (0, 1, 2, 3, 5, 8, 12, 21) for b in (0, 1, 2, 3, 6, 10, 16, 31)]


@pytest.mark.parametrize("equation", KERNEL_ARITHMETIC)
def test_a_definition_is_what_the_kernel_computes(lean: LeanServer, equation: str) -> None:
    assert lean.run(f"theorem agrees {equation}").errors == ()


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("accelerated", "defined", "value"),
    [
        ("Nat.land", "Nat.bitwise and", int.__and__),
        ("Nat.lor", "Nat.bitwise or", int.__or__),
        ("Nat.xor", "Nat.bitwise bne", int.__xor__),
        ("Nat.log2", "fun a _ => Nat.log2Go a a", lambda a, b: max(a.bit_length() - 1, 0)),
    ],
)
def test_bits_are_what_the_kernel_computes(lean: LeanServer, accelerated, defined, value) -> None:
    text = "".join(
        f"example : ({defined}) {a} {b} = {value(a, b)} := by decide\n"
        f"example : {accelerated} {a}{'' if accelerated == 'Nat.log2' else f' {b}'}"
        f" = {value(a, b)} := by decide\n"
        for a, b in GRID
    )
    assert lean.run(text).errors == ()


@pytest.mark.quick(4)
@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("10 ^ 30 / 7", "142857142857142857142857142857"),
        ("10 ^ 30 % 7", "1"),
        ("5 - 7", "0"),
        ("7 / 0", "0"),
        ("Nat.gcd (2 ^ 40) (6 ^ 20)", "1048576"),
        ("(-7 : Int) / 2", "-4"),
        ("(-7 : Int) % 2", "1"),
        ("(7 : Int) / -2", "-3"),
        ("(7 : Int) % -2", "1"),
        ("(-7 : Int) / 0", "0"),
        ("(200 : UInt8) + 100", "44"),
        ("(3 : UInt8) - 5", "254"),
        ("(3 : Fin 5) + 4", "2"),
        ("(2 : Fin 5) - 4", "3"),
        ('"αβ".length', "2"),
        ("'z'.toNat", "122"),
    ],
)
def test_compiled_code_and_the_kernel_agree(lean: LeanServer, expression: str, value: str) -> None:
    response = lean.run(f"#eval {expression}\nexample : {expression} = {value} := by decide")
    assert [message.data for message in response.messages] == [value]
