"""Python code tested against its model in Lean."""

import pytest

MODEL = """
def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib (n + 1) + fib n
"""


def fib(n: int) -> int:
    """The implementation under test."""
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


@pytest.fixture(scope="module")
def lean_preamble():
    """Every test of this module starts from the model."""
    return MODEL


@pytest.mark.parametrize("n", [0, 1, 2, 10, 20])
def test_fib(lean, n):
    assert lean.eval(f"fib {n}") == fib(n)


def test_the_model_is_what_we_think(lean):
    lean.check("example : fib 5 = fib 4 + fib 3 := rfl")
