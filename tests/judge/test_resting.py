"""What the declarations of a library rest on, and by which way."""

from __future__ import annotations

import json

import pytest
from library import Library

from pytest_lean import Toolchain
from pytest_lean.judge.region import OleanError
from pytest_lean.judge.sweep import Sweep, find_modules, sweep

BASE = """
axiom L.oracle : 1 = 2
theorem L.hole : 1 = 3 := sorry
theorem L.fine (p q : Prop) (h : p ↔ q) : p = q := propext h
private theorem L.helper : 1 = 2 := L.oracle
def L.bounded : { n : Nat // n = 3 } := ⟨1, by exact sorry⟩
"""
MIDDLE = "import L\ntheorem M.middle : 1 = 3 := L.hole\ntheorem M.fine : 1 = 1 := rfl"
TOP = "import M\ntheorem T.top : 1 = 3 ∧ 1 = 3 := ⟨M.middle, M.middle⟩"


@pytest.fixture(scope="module")
def found(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Sweep:
    library = Library(toolchain, tmp_path_factory.mktemp("library"))
    for name, text in (("L", BASE), ("M", MIDDLE), ("T", TOP)):
        library.compile(name, text)
    return sweep([*library.toolchain.search_path, *library.path], ["L", "M", "T"])


def test_a_library_is_looked_at_as_a_whole(found):
    resting = {
        (one.name, one.axiom): [name for name, _ in one.chain]
        for module in found.modules.values()
        for one in module.resting
    }
    assert resting == {
        ("L.oracle", "L.oracle"): ["L.oracle"],
        ("L.hole", "sorryAx"): ["L.hole", "sorryAx"],
        ("_private.L.0.L.helper", "L.oracle"): ["_private.L.0.L.helper", "L.oracle"],
        ("L.bounded", "sorryAx"): ["L.bounded", "sorryAx"],
        ("M.middle", "sorryAx"): ["M.middle", "L.hole", "sorryAx"],
        ("T.top", "sorryAx"): ["T.top", "M.middle", "L.hole", "sorryAx"],
    }


def test_a_chain_tells_the_modules_and_a_finding_its_line(found):
    [top] = found.modules["T"].resting
    assert [module for _, module in top.chain[:-1]] == ["T", "M", "L"]
    assert top.line == 2


def test_public_theorems_and_axioms_are_statements_and_nothing_else(found):
    names = [one.name for one in found.modules["L"].statements]
    assert names == ["L.fine", "L.hole", "L.oracle"]
    assert [one.axioms for one in found.modules["L"].statements] == [("propext",), ("sorryAx",), ()]


def test_what_was_found_can_be_sent_as_json(found):
    assert Sweep.from_data(json.loads(json.dumps(found.as_data()))) == found


def test_what_lean_made_is_told_where_nothing_else_rests_on_it(library):
    """Lean makes equations and recursors of a definition, and only the definition is told."""
    library.compile("L", "def f : Nat → Nat\n  | 0 => sorry\n  | n + 1 => f n\n")
    found = sweep([*library.toolchain.search_path, *library.path], ["L"])
    assert {one.name for one in found.modules["L"].resting} == {"f"}


def test_modules_that_cannot_be_imported_together_are_looked_at_apart(library):
    library.compile("A", "def f := 1\ntheorem t : f = 1 := rfl")
    library.compile("B", "axiom f : 1 = 2\ntheorem t : 1 = 2 := f")
    library.compile("C", "import B\ntheorem u : 1 = 2 := t")
    found = sweep([*library.toolchain.search_path, *library.path], ["A", "B", "C"])
    assert found.modules["A"].resting == ()
    assert [name for name, _ in found.modules["C"].resting[0].chain] == ["u", "t", "f"]


def test_modules_are_found_whether_the_root_imports_them_or_not(library):
    (library.folder / "Lib" / "Deep").mkdir(parents=True)
    for name in ("Lib", "Lib/Deep/Two", "Lib/One", "Library"):
        library.compile(name, "theorem t : 1 = 1 := rfl")
    assert list(find_modules(library.path, "Lib")) == ["Lib", "Lib.Deep.Two", "Lib.One"]
    assert list(find_modules(library.path, "Lib.Deep")) == ["Lib.Deep.Two"]
    assert find_modules(library.path, "Nothing") == {}


def test_a_module_that_is_no_name_of_lean_s_is_found_as_one(library):
    library.compile("my-lib", "theorem t : 1 = 1 := rfl")
    assert list(find_modules(library.path, "«my-lib»")) == ["«my-lib»"]
    found = sweep([*library.toolchain.search_path, *library.path], ["«my-lib»"])
    assert [one.name for one in found.modules["«my-lib»"].statements] == ["t"]


def test_a_module_of_lean_s_module_system_is_read_with_its_private_part(library):
    text = "module\npublic import Init\npublic theorem t : 1 = 2 := sorry\ntheorem u : 1 = 2 := t\n"
    library.compile("P", text)
    found = sweep([*library.toolchain.search_path, *library.path], ["P"]).modules["P"]
    assert {one.name: one.axiom for one in found.resting} == {
        "t": "sorryAx",
        "_private.P.0.u": "sorryAx",
    }
    assert [one.kind for one in found.statements] == ["theorem"]


def test_a_damaged_module_is_an_error(library):
    library.compile("L", "theorem t : 1 = 1 := rfl")
    file = library.folder / "L.olean"
    file.write_bytes(file.read_bytes()[:2000])
    with pytest.raises(OleanError, match=r"L\.olean"):
        sweep([*library.toolchain.search_path, *library.path], ["L"])


def test_the_definitions_of_the_library_s_folders_belong_to_its_statements(library):
    """Also those of a module with another first name."""
    library.compile("Util", "def f := 1")
    library.compile("L", "import Util\ntheorem t : f = f := rfl")
    folders = [*library.toolchain.search_path, *library.path]
    assert set(sweep(folders, ["L"]).definitions) == set()
    assert set(sweep(folders, ["L"], library.path).definitions) == {"f"}
