"""A project of some forty tests that end in every way that a test can end."""

from __future__ import annotations

from pathlib import Path

CONFTEST = """
import pytest

SHAPES = '''
inductive Shape | dot | line (n : Nat)
def Shape.size : Shape → Nat
  | .dot => 1
  | .line n => n
'''

@pytest.fixture(scope="session")
def lean_preamble():
    return SHAPES
"""

ARITHMETIC = '''
"""Small facts about natural numbers."""
import pytest

@pytest.mark.parametrize("n", range(12))
def test_adds_zero(lean, n):
    lean.check(f"example : {n} + 0 = {n} := rfl")

@pytest.mark.parametrize("n", [200, 400, 800])
def test_counts_down(lean, n):
    lean.define("def down : Nat → Nat | 0 => 0 | n + 1 => down n")
    lean.check(f"example : down {n} = 0 := by decide")

def test_commutes(lean):
    lean.check("theorem comm (a b : Nat) : a + b = b + a := Nat.add_comm a b")

def test_successor(lean):
    lean.check(
        "theorem add_succ (n : Nat) : n + 0 = n + 1 := by\\n"
        "  induction n with\\n"
        "  | zero => rfl\\n"
        "  | succ n ih => exact ih"
    )

def test_left_open(lean):
    lean.check("theorem open_problem (n : Nat) : n < n * n + 1 := by\\n  sorry")

def test_resting(lean):
    lean.check("axiom trust_me : ∀ n : Nat, n = 0\\ntheorem all_zero : 1 = 0 := trust_me 1")

@pytest.mark.xfail(reason="an open problem")
def test_open(lean):
    lean.check("theorem wish : 1 = 2 := by decide")

@pytest.mark.skip(reason="needs a larger library")
def test_later(lean): ...

def test_symbols(lean):
    lean.check("theorem sym (s : Nat → Prop) (h : ∀ x, s x) : ∃ y, s y ∧ ¬ s y := ⟨0, h 0, h 0⟩")
'''

SHAPES = '''
"""A model and its Python code."""
import pytest

def test_size_of_a_dot(lean):
    lean.check("example : Shape.dot.size = 1 := rfl")

def test_size_of_a_line(lean):
    assert lean.eval("(Shape.line 7).size") == 7

@pytest.mark.lean(trust="certified")
def test_certified(lean):
    lean.check("theorem sized : Shape.dot.size = 1 := rfl")

@pytest.mark.lean(trust="elaborated")
def test_elaborated(lean):
    lean.check("example : Shape.dot.size + 1 = 2 := rfl")

def test_python_only():
    assert sum(range(10)) == 45

def test_python_is_wrong():
    assert [1, 2, 3] == [1, 2, 4]

def test_response(lean):
    response = lean.run("#check (Shape.line 3 : Shape)\\nexample : Shape.dot = Shape.line 1 := rfl")
    assert response.ok

@pytest.fixture
def broken():
    raise RuntimeError("the database is not there")

def test_fixture(lean, broken): ...
'''

TROUBLE = '''
"""Texts that Lean does not come to the end of."""
import os
import pytest

SPIN = "partial def spin (n : Nat) : Nat := spin (n + 1)\\n#eval spin 0"

@pytest.mark.lean(timeout=0.7)
@pytest.mark.parametrize("n", range(2))
def test_endless(lean, n):
    lean.check(SPIN)

@pytest.mark.lean(memory=90)
def test_hungry(lean):
    lean.define("def grow : Nat → List Nat → Nat | 0, l => l.length | n + 1, l => grow n (n :: l)")
    lean.check("#eval grow 30000000 []")

def test_aborts(lean):
    lean.check('@[extern "no_such"] opaque gone (n : UInt8) : IO Unit\\n#eval gone 3')

@pytest.mark.parametrize("n", range(4))
def test_after_that(lean, n):
    lean.check(f"example : {n} ≤ {n} := Nat.le_refl {n}")

def test_kills_python(lean):
    os._exit(7)
'''


def write(folder: Path) -> None:
    """Write the project."""
    texts = {
        "conftest": CONFTEST,
        "test_arithmetic": ARITHMETIC,
        "test_shapes": SHAPES,
        "test_trouble": TROUBLE,
    }
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text.lstrip("\n"), encoding="utf-8")
