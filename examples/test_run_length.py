"""A run-length coder in Python against its model in Lean, about which theorems are proved.

`pytest examples/test_run_length.py --lean-mutate` also changes the model in small ways, and tells
which changes neither the theorems nor the comparisons notice.
"""

import itertools

import pytest

from pytest_lean import LeanRejection

pytest.importorskip("hypothesis")

MODEL = """
/-- The runs of equal numbers, each as the number and how often it stands there. -/
def encode : List Nat → List (Nat × Nat)
  | [] => []
  | x :: xs =>
    match encode xs with
    | [] => [(x, 1)]
    | (y, n) :: rest => if x = y then (y, n + 1) :: rest else (x, 1) :: (y, n) :: rest

def decode : List (Nat × Nat) → List Nat
  | [] => []
  | (x, n) :: rest => List.replicate n x ++ decode rest

/-- How long the longest run is. -/
def longest : List (Nat × Nat) → Nat
  | [] => 0
  | (_, n) :: rest => max n (longest rest)

theorem decode_encode (xs : List Nat) : decode (encode xs) = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    simp only [encode]
    split
    next h => simp [h, decode] at ih; simp [decode, ← ih]
    next y n rest h =>
      simp only [h, decode] at ih
      split
      next same => simp [decode, List.replicate_succ, same, ih]
      next other => simp [decode, ih]
"""


def encode(numbers: list[int]) -> list[tuple[int, int]]:
    """The implementation under test."""
    return [(number, len(list(run))) for number, run in itertools.groupby(numbers)]


def decode(runs: list[tuple[int, int]]) -> list[int]:
    """The implementation under test."""
    return [number for number, count in runs for _ in range(count)]


def longest(runs: list[tuple[int, int]]) -> int:
    """The implementation under test."""
    return max((count for _, count in runs), default=0)


def encode_up_to_three(numbers: list[int]) -> list[tuple[int, int]]:
    """An implementation with a bug: it cuts a run of four in two."""
    runs = []
    for number, run in itertools.groupby(numbers):
        count = len(list(run))
        while count > 3:
            runs.append((number, 3))
            count -= 3
        runs.append((number, count))
    return runs


@pytest.fixture(scope="module")
def lean_preamble():
    """Every test of this module starts from the model."""
    return MODEL


def numbers():
    """Few different numbers, so that there are runs."""
    from hypothesis import strategies as st

    return st.lists(st.integers(0, 2), max_size=12)


def test_encode_agrees_with_its_model(lean):
    lean.agrees(encode, "encode", numbers(), examples=300, assuming="decode_encode")


def test_decode_and_longest_agree_with_their_models(lean):
    runs = lean.strategy("List (Nat × Nat)", max_size=4, max_value=5)
    lean.agrees(decode, "decode", runs, examples=300)
    lean.agrees(longest, "longest", runs, examples=300)


def test_the_bug_is_found_and_shrunk(lean):
    with pytest.raises(LeanRejection, match=r"smallest input:  \[0, 0, 0, 0\]"):
        lean.agrees(encode_up_to_three, "encode", numbers())


def test_many_inputs_in_one_command(lean):
    inputs = [[number] * count for number in range(3) for count in range(20)]
    assert lean.model("encode").map(inputs) == [encode(one) for one in inputs]
