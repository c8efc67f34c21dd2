"""A Python function tested against its definition in Lean, on inputs that hypothesis makes.

`pytest -s examples/test_property_based.py` prints the time per input.
"""

import time

import pytest

hypothesis = pytest.importorskip("hypothesis")
st = hypothesis.strategies

INPUTS = 500
MODEL = """
def insert' (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => if x ≤ y then x :: y :: ys else y :: insert' x ys

def sort' : List Nat → List Nat
  | [] => []
  | x :: xs => insert' x (sort' xs)
"""


def sort(numbers: list[int]) -> list[int]:
    """The implementation under test: a merge sort."""
    if len(numbers) < 2:
        return numbers
    half = len(numbers) // 2
    left, right = sort(numbers[:half]), sort(numbers[half:])
    merged = []
    while left and right:
        merged.append((left if left[0] <= right[0] else right).pop(0))
    return merged + left + right


@pytest.fixture(scope="module")
def lean_preamble():
    """Every test of this module starts from the model."""
    return MODEL


def test_sort_is_what_lean_says(lean):
    """One command of Lean's for each input; a counterexample is shrunk as hypothesis does."""
    seen: list[float] = []

    @hypothesis.settings(max_examples=INPUTS, deadline=None, database=None)
    @hypothesis.given(st.lists(st.integers(min_value=0, max_value=1000), max_size=30))
    def check(numbers):
        started = time.perf_counter()
        assert lean.eval(f"sort' {numbers}") == sort(numbers)
        seen.append(time.perf_counter() - started)

    check()
    print(f"\n{len(seen)} inputs, {1000 * sum(seen) / len(seen):.1f} ms each")


def test_sort_in_one_command(lean):
    """The same inputs in a single command: where a counterexample need not be shrunk."""
    inputs: list[list[int]] = []

    @hypothesis.settings(max_examples=INPUTS, deadline=None, database=None)
    @hypothesis.given(st.lists(st.integers(min_value=0, max_value=1000), max_size=30))
    def collect(numbers):
        inputs.append(numbers)

    collect()
    started = time.perf_counter()
    results = lean.eval(f"[{', '.join(map(str, inputs))}].map sort'")
    seconds = time.perf_counter() - started
    assert results == [sort(numbers) for numbers in inputs]
    print(f"\n{len(inputs)} inputs, {1000 * seconds / len(inputs):.2f} ms each in one command")
